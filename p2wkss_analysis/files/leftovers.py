"""What a run that was killed leaves in a folder: recognised by its name, and taken away by the next run.

A part is called `.p2wkss-`, a sign of the computer, the number of the run, a random number, `.part`.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import secrets
import shutil
import stat
import time
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

_PART = re.compile(r"\.p2wkss-([0-9a-f]{8})-([0-9]{1,10})-[0-9a-f]{16}\.part")
_FORGOTTEN = 86_400  # seconds after which a part is nobody's: to put one in its place takes a moment


def part_beside(target: Path) -> Path:
    """A new name beside a file or folder, for what is to take its place."""
    return target.with_name(f".p2wkss-{computer()}-{os.getpid()}-{secrets.token_hex(8)}.part")


def sweep(folder: Path) -> None:
    """Take away the parts of runs that were killed: those of this computer whose run has ended, and forgotten ones."""
    try:
        names = os.listdir(folder)
    except OSError:  # whoever writes into it says what is the matter
        return
    for name in filter(None, map(_PART.fullmatch, names)):
        where, run = name.groups()
        with suppress(OSError):  # another's, or gone already: litter is no reason to stop
            part = os.lstat(folder / name[0])
            over = where == computer() and ended(int(run))
            if not over and time.time() - part.st_mtime <= _FORGOTTEN:
                continue
            if stat.S_ISREG(part.st_mode):
                os.unlink(folder / name[0])
            elif stat.S_ISDIR(part.st_mode):
                shutil.rmtree(folder / name[0])


def ended(run: int) -> bool:
    """Whether no process has this number; not asked on Windows, where asking would end it."""
    if os.name != "posix":
        return False
    try:
        os.kill(run, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


@lru_cache(maxsize=1)
def computer() -> str:
    """A sign of this computer and of its numbering of processes, which containers of one name do not share."""
    try:
        numbering = os.readlink("/proc/self/ns/pid")
    except OSError:
        numbering = ""
    return hashlib.sha256(f"{platform.node()} {numbering}".encode()).hexdigest()[:8]
