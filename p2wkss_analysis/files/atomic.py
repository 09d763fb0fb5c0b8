"""Writing whole or not at all: a killed run leaves the earlier file as it was.

What is written stands first in a part beside its place (`leftovers`). A run that was killed leaves its part; the next one that
writes into the folder, or finds there what it was to write, takes it away.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..identity.hidden import mask
from ..say.errors import WrongUse
from ..say.refusals import why
from . import texts
from .leftovers import part_beside, sweep
from .overwriting import allow_writing

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}  # a memory stick, say


def write_atomically(path: str | os.PathLike, data: bytes, in_place: bool = False) -> Path:
    """Write `data` to `path` through a part beside it, then rename; makes the folder if needed, and follows a link.

    in_place : only for who changes the very file it has read, as asked to.

    Raises WrongUse where the file must not be replaced (see `allow_writing`) or cannot be (no right, no room, open in an
    office program).
    """
    if not in_place:
        allow_writing([path], data=data)
    return _put(Path(path), data, os.replace)


def write_new(path: str | os.PathLike, data: bytes) -> Path:
    """The same for what people fill in, sign or build on: a file that holds anything else is never replaced.

    Raises WrongUse where there is such a file.
    """
    path = Path(path)
    if _holds(path, data):
        sweep(Path(os.path.realpath(path)).parent)
        return path
    return write_once(path, data)


def write_once(path: str | os.PathLike, data: bytes, mode: int = 0o666) -> Path:
    """Write a file that is never replaced, not even by itself. mode : the rights it gets, less those of the umask.

    Raises WrongUse where there is any file but an empty one, which a run stopped long ago may have left.
    """
    refuse_taken(path)
    return _put(Path(path), data, _place_once, mode)


@contextmanager
def whole_folder(path: str | os.PathLike) -> Iterator[Path]:
    """A new folder to write many files into: it stands beside its place until all is done, and not at all after an error.

    Raises WrongUse where there is anything but an empty folder, and where it cannot be written.
    """
    refuse_full(path)
    target = Path(os.path.realpath(path))
    part = part_beside(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target.parent)
        part.mkdir()
        try:
            yield part
            if target.is_dir():
                target.rmdir()  # an empty one: anything else by now is an error
            os.rename(part, target)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except OSError as error:
        raise WrongUse(texts.CANNOT_WRITE.fill(name=mask(target.name), reason=why(error))) from None


def refuse_full(path: str | os.PathLike) -> None:
    """Raises WrongUse where a new folder cannot stand: on a file, or on a folder that holds anything."""
    allow_writing(folders=[path])
    if os.path.isdir(path):
        if os.listdir(path):
            raise WrongUse(texts.FOLDER_TAKEN.fill(name=mask(Path(path).name)))
    elif os.path.lexists(path):
        raise _taken(Path(path))


def refuse_taken(path: str | os.PathLike) -> None:
    """Raises WrongUse where something stands that is never replaced: for who wants to say so before any work."""
    allow_writing([path])
    if taken(path):
        raise _taken(Path(path))


def try_folder(folder: str | os.PathLike) -> None:
    """Raises WrongUse where nothing can be made in a folder or in the one that will hold it: for who wants to say so before
    long work. Rights alone do not tell; nothing stays behind."""
    target = Path(os.path.realpath(folder))
    there = next(p for p in (target, *target.parents) if p.is_dir())
    part = part_beside(there / "x")
    try:
        sweep(there)
        part.mkdir()
        part.rmdir()
    except OSError as error:
        raise WrongUse(texts.CANNOT_WRITE.fill(name=mask(Path(folder).name), reason=why(error))) from None


def taken(path: str | os.PathLike) -> bool:
    """Whether there is anything but an empty file; where there is, a run killed just after placing it may have left its part."""
    if not os.path.lexists(path) or _empty(path):
        return False
    sweep(Path(os.path.realpath(path)).parent)
    return True


def _taken(path: Path) -> WrongUse:
    return WrongUse(texts.TAKEN.fill(name=mask(path.name)))


def _empty(path: str | os.PathLike) -> bool:
    found = os.lstat(path)
    return stat.S_ISREG(found.st_mode) and not found.st_size


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except (OSError, ValueError):
        return False


def _put(path: Path, data: bytes, place: Callable[[Path, Path], object], mode: int = 0o666) -> Path:
    """Write the part, then let `place(part, target)` put it where it belongs."""
    target = Path(os.path.realpath(path))
    part = part_beside(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target.parent)
        try:
            _write(part, data, mode)
            _keep_rights(part, target, mode)
            place(part, target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise WrongUse(texts.CANNOT_WRITE.fill(name=mask(path.name), reason=why(error))) from None
    return path


def _write(part: Path, data: bytes, mode: int) -> None:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep_rights(part: Path, target: Path, mode: int) -> None:
    """A file that is replaced keeps who may read it; a new one gets what the umask leaves."""
    with suppress(OSError):  # none there yet, or a storage that knows no rights
        os.chmod(part, stat.S_IMODE(target.stat().st_mode) & mode)


def _place_once(part: Path, target: Path) -> None:
    """Put the part where nothing is, even where another run puts its own at the same moment."""
    if os.path.lexists(target) and _empty(target):
        os.replace(part, target)
        return
    try:
        os.link(part, target)
    except FileExistsError:
        raise _taken(target) from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            raise _taken(target) from None
        os.rename(part, target)
