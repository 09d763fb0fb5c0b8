"""The two halves of a key (RFC 2104) with which an engine makes the pseudonyms of `disclosure.privacy`.

HMAC-SHA256 of a number is sha256(outer + sha256(inner + number)), where the halves are the key with every byte changed. Engines
get them as a table of one row: a value in a query would stand in its plan and in logs.
"""

from __future__ import annotations

import pyarrow as pa

INNER, OUTER = "_inner", "_outer"
SIGNS = r"[^\p{L}\p{N}]"  # what may stand between the digits of a number
NUMBER, PSEUDONYM = "^[0-9]{16}$", "^KK-[0-9a-f]{20}$"
LENGTH = 20  # of the 64 digits
_BLOCK = 64  # bytes of SHA-256


def halves(key: bytes) -> pa.Table:
    """The key as one row of two columns.

    >>> halves(b"k").num_rows
    1
    """
    padded = key.ljust(_BLOCK, b"\0")
    inner, outer = (bytes(byte ^ sign for byte in padded) for sign in (0x36, 0x5C))
    return pa.table({INNER: pa.array([inner], pa.binary()), OUTER: pa.array([outer], pa.binary())})
