"""A lock on an open file that ends with the process that holds it, however it ends."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import IO, Any


def locked(file: IO[Any]) -> bool:
    """Whether the lock of this file is ours now; no process waits for it."""
    with suppress(OSError):
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined] # there on Windows alone
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
