"""The folder of one run for what is not to stay; that of a run that was killed goes with the next one."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

from ..say.errors import WrongUse
from ..say.refusals import why
from . import texts
from .leftovers import computer, ended
from .locked import locked

_PREFIX = "p2wkss-"
_NAME = re.compile(rf"{_PREFIX}([0-9a-f]{{8}})-([0-9]{{1,10}})-.*")
_LOCK = "kunci"
_YOUNG = 60  # seconds in which the folder of a run that may go on may not have its lock yet


class Scratch:
    """A folder in the system's place for such, locked as long as its run goes on; `close()` removes it.

    Raises WrongUse where no such folder can be made.
    """

    def __init__(self) -> None:
        try:
            place = Path(tempfile.gettempdir())
            _sweep(place)
            self.folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{computer()}-{os.getpid()}-"))
            self._lock = open(self.folder / _LOCK, "ab")  # noqa: SIM115  held for the whole run
        except OSError as error:
            raise WrongUse(texts.NO_SCRATCH.fill(reason=why(error))) from None
        locked(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def place(self) -> Path:
        """A folder of its own inside."""
        return Path(tempfile.mkdtemp(dir=self.folder))

    def close(self) -> None:
        """Remove all."""
        self._lock.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def _sweep(place: Path) -> None:
    """Remove folders of runs that ended without `close()`."""
    for folder in place.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if _over(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _over(folder: Path) -> bool:
    """Whether the run of a folder has ended: by its number, or by a lock that nobody holds."""
    name = _NAME.fullmatch(folder.name)
    gone = name is not None and name[1] == computer() and ended(int(name[2]))
    lock = folder / _LOCK
    if not lock.exists():
        return gone
    if not gone and time.time() - lock.stat().st_mtime < _YOUNG:
        return False
    with open(lock, "ab") as file:
        return locked(file)
