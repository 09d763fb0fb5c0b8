"""Family cards and identity numbers: found anywhere, shown nowhere, replaced by keyed pseudonyms in one column.

A plain hash of sixteen digits can be undone by trying all numbers, so the pseudonym is keyed: HMAC-SHA256 with a key
file that stays outside any repository. Source: UU 27/2022 on personal data (article 16); UU 23/2006 on population
administration, article 84, which protects the numbers of family cards (KK) and identity cards (NIK);
RFC 2104 for the HMAC.
"""

from __future__ import annotations

import hmac
import os
import re
import secrets
from pathlib import Path

import numpy as np
import pandas as pd

from ..files.atomic import taken, write_once
from ..files.opening import KEY_VARIABLE, read_bytes, speakable
from ..identity.hidden import BETWEEN, HIDDEN, holds_identity_number, mask, may_hold, only_digits
from ..say import Text
from ..say.errors import WrongUse
from . import texts

__all__ = [
    "HIDDEN",
    "KEY_VARIABLE",
    "NoKey",
    "card_digits",
    "holds_identity_number",
    "identity_numbers",
    "mask",
    "pseudonym",
    "pseudonyms",
    "read_key",
    "write_key",
]

PSEUDONYM = r"KK-[0-9a-f]{20}"
_KEY_FORM = re.compile(r"[0-9a-f]{64}")


class NoKey(WrongUse):
    """A table holds family card numbers and there is no key to replace them with."""


def write_key(path: str | os.PathLike) -> Path:
    """Make a new secret key file; refuses to replace one, because old pseudonyms could no longer be matched.

    Keep it as long as the waves of a programme must be joined, in one safe place outside any repository. Point
    the environment variable P2WKSS_KEY_FILE at it. Raises WrongUse where the file exists or lies in a repository.

    >>> import tempfile
    >>> key = read_key(write_key(Path(tempfile.mkdtemp()) / "kota.key"))
    >>> len(key)
    32
    """
    path = _key_path(path)
    if taken(path):
        raise WrongUse(texts.KEY_EXISTS.fill(name=path.name))
    return write_once(path, f"{secrets.token_hex(32)}\n".encode("ascii"), mode=0o600)


def read_key(path: str | os.PathLike | None = None) -> bytes:
    """The 32 bytes of the key file: `path`, else the environment variable P2WKSS_KEY_FILE.

    Raises NoKey where there is none, it cannot be read, is no key, or lies inside a repository. Never shows the key.
    """
    asked = path or os.environ.get(KEY_VARIABLE)
    if not asked:
        raise NoKey(texts.NO_KEY.fill(variable=KEY_VARIABLE))
    path = _key_path(asked)
    try:
        text = read_bytes(path, 200).decode("ascii", "replace").strip()
    except WrongUse as error:
        why = Text(error.sentence("id"), error.sentence("en"))
        raise NoKey(texts.KEY_UNREADABLE.fill(why=why, variable=KEY_VARIABLE)) from None
    if not _KEY_FORM.fullmatch(text):
        raise NoKey(texts.NOT_A_KEY.fill(name=path.name, flaw=_flaw(text)))
    return bytes.fromhex(text)


def _flaw(text: str) -> Text | str:
    """What is wrong with a key that was not written to its end."""
    if not text:
        return texts.IS_EMPTY
    return texts.IS_CUT_OFF.fill(n=len(text)) if re.fullmatch("[0-9a-f]{1,63}", text) else ""


def _key_path(path: str | os.PathLike) -> Path:
    """Where the key lies, which is outside of any repository."""
    speakable(path)
    path = Path(os.path.expanduser(path))
    _outside_repository(path)
    return path


def _outside_repository(path: Path) -> None:
    here = Path(os.path.realpath(path))  # which never fails, not even where links go round
    if any((parent / mark).exists() for parent in here.parents for mark in (".git", ".hg", ".svn")):
        raise NoKey(texts.KEY_INSIDE_REPOSITORY.fill(name=path.name))


def pseudonym(number: str, key: bytes) -> str:
    """The pseudonym of a family card number: "KK-" and 80 bits of HMAC-SHA256 as 20 hexadecimal digits.

    `number` is sixteen digits; spaces, dots and dashes in between do not matter. The same number and key give the
    same pseudonym; two of ten million families share one with a chance of about 4 in 100 thousand million.
    """
    digits = card_digits(number)
    if digits is None:
        raise WrongUse(texts.NOT_SIXTEEN_DIGITS)
    return "KK-" + hmac.digest(key, digits.encode("ascii"), "sha256").hex()[:20]


def card_digits(text: str) -> str | None:
    """Sixteen plain digits from a family card number as people write it, else None.

    >>> card_digits(" 0000 0000-0000.0000 ")
    '0000000000000000'
    """
    digits = only_digits(str(text))
    return digits if len(digits) == 16 else None


def pseudonyms(column: pd.Series, key: bytes) -> pd.Series:
    """`pseudonym` for a column of text; missing stays missing, pseudonyms stay, anything else becomes missing."""
    codes, unique = pd.factorize(column)
    made = [
        text if re.fullmatch(PSEUDONYM, str(text)) else (pseudonym(text, key) if card_digits(text) else pd.NA) for text in unique
    ]
    return pd.Series(np.array([*made, pd.NA], dtype=object)[codes], index=column.index, dtype="str")


def identity_numbers(column: pd.Series) -> np.ndarray:
    """Which cells of a text column hold an identity number, bool of the column's length."""
    cells = column.tolist()
    different = set(cells)
    if not may_hold(BETWEEN.join(different)):
        return np.zeros(len(cells), dtype=bool)
    bad = {cell for cell in different if holds_identity_number(cell)}
    return np.fromiter((cell in bad for cell in cells), bool, len(cells))
