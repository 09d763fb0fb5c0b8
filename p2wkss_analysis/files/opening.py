"""Files that are read: ordinary ones alone, and remembered while a run lasts, so that it never writes onto one."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO

from ..identity.hidden import mask
from ..say.errors import WrongUse
from ..say.refusals import why
from . import texts

KEY_VARIABLE = "P2WKSS_KEY_FILE"  # names a file that any command may read without being told
_WAITS_NOT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # a pipe nobody writes to would be waited for
_read: ContextVar[dict[tuple[int, int], str] | None] = ContextVar("p2wkss_read", default=None)


@contextmanager
def one_run() -> Iterator[None]:
    """What is opened inside is remembered to its end; a run inside another is a part of it."""
    if _read.get() is not None:
        yield
        return
    token = _read.set({})
    try:
        yield
    finally:
        _read.reset(token)


def name_read(found: os.stat_result) -> str | None:
    """Under which name this run has read a file; None where it has not."""
    return (_read.get() or {}).get((found.st_dev, found.st_ino))


def read_bytes(path: str | os.PathLike, most: int = -1) -> bytes:
    """The content of an ordinary file, at most `most` bytes of it. Raises WrongUse for anything else, without waiting."""
    with _opened(path) as file:
        return file.read(most)


def ordinary(path: str | os.PathLike) -> Path:
    """The same path, known to be an ordinary file that can be opened; for libraries that open it themselves."""
    with _opened(path):
        return Path(path)


def no_device(path: str | os.PathLike) -> None:
    """Raises WrongUse where something stands that is neither a file nor a folder: before any work, and without opening it."""
    speakable(path)
    try:
        kind = os.stat(path).st_mode
    except OSError:  # whoever opens it says what is the matter
        return
    if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
        raise _special(named(path))


def there(path: str | os.PathLike) -> None:
    """Raises WrongUse, as opening it would, where a workbook or table is not there: before what takes seconds is loaded."""
    speakable(path)
    if os.path.splitext(path)[1].lower() in (".xlsx", ".csv") and not os.path.lexists(path):
        raise WrongUse(texts.NO_FILE.fill(name=named(path)))


def speakable(path: str | os.PathLike) -> None:
    """Raises WrongUse for what is no path, or one that no computer takes or no screen can show: with a zero byte, or no text."""
    text = os.fspath(path) if isinstance(path, str | os.PathLike) else b""
    if not isinstance(text, str):  # bytes too: no sentence could name them
        raise WrongUse(texts.NO_PATH.fill(kind=type(path).__name__))
    try:
        if "\0" not in text:
            text.encode("utf-8")
            return
    except UnicodeEncodeError:
        pass
    said = mask(ascii(text.replace("\\", "/").rpartition("/")[2]))
    raise WrongUse(texts.BAD_NAME.fill(name=said))


def named(path: str | os.PathLike) -> str:
    """What a sentence calls a file: its name alone, since a report must not carry the folders of a machine."""
    text = os.fspath(path)
    name = mask(os.path.basename(text) or text)
    return name if len(name) <= 120 else f"{name[:60]}…{name[-50:]}"


def _opened(path: str | os.PathLike) -> BinaryIO:
    speakable(path)
    name = named(path)
    try:
        handle = os.open(path, os.O_RDONLY | _WAITS_NOT)
    except OSError as error:
        raise _closed(error, path, name) from None
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        os.close(handle)
        raise _folder(name) if stat.S_ISDIR(found.st_mode) else _special(name)
    if (known := _read.get()) is not None:
        known[found.st_dev, found.st_ino] = name
    return os.fdopen(handle, "rb")


def _closed(error: OSError, path: str | os.PathLike, name: str) -> WrongUse:
    if os.path.isdir(path):  # Windows opens no folder
        return _folder(name)
    if error.errno == errno.ENXIO:  # a socket
        return _special(name)
    if error.errno == errno.ENOENT:
        return WrongUse(texts.NO_FILE.fill(name=name))
    return WrongUse(texts.CANNOT_OPEN.fill(name=name, reason=why(error)))


def _folder(name: str) -> WrongUse:
    return WrongUse(texts.FOLDER_TO_READ.fill(name=name))


def _special(name: str) -> WrongUse:
    return WrongUse(texts.SPECIAL_TO_READ.fill(name=name))
