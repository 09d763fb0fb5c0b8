"""The folder of one run for what does not fit into memory; that of a run that was killed goes with the next one."""

from __future__ import annotations

import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from ...files.locked import locked

_PREFIX = "p2wkss-"
_LOCK = "kunci"
_YOUNG = 60  # seconds in which a folder may not have its lock yet


class Spill:
    """A folder in the system's place for such, locked as long as its run goes on; `close()` removes it."""

    def __init__(self) -> None:
        _sweep(Path(tempfile.gettempdir()))
        self.folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._lock = open(self.folder / _LOCK, "ab")  # noqa: SIM115  held for the whole run
        locked(self._lock)

    def place(self) -> Path:
        """A folder of its own inside."""
        return Path(tempfile.mkdtemp(dir=self.folder))

    def close(self) -> None:
        """Remove all."""
        self._lock.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def _sweep(place: Path) -> None:
    """Remove folders of runs that ended without `close()`."""
    for lock in place.glob(f"{_PREFIX}*/{_LOCK}"):
        with suppress(OSError):
            if time.time() - lock.stat().st_mtime < _YOUNG:
                continue
            with open(lock, "ab") as file:
                over = locked(file)
            if over:
                shutil.rmtree(lock.parent, ignore_errors=True)
