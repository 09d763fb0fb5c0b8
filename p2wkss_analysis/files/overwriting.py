"""Where writing is allowed: this one place decides, before any work is done and again when a file is put in its place.

Never onto anything that is read, whatever the path: files are compared as the storage knows them, so that links, folders
and other spellings make no difference. Never onto what is no ordinary file, nor onto a file that is obviously kept for
something else: a filled-in workbook, a key, a file of another kind.
"""

from __future__ import annotations

import json
import os
import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import BinaryIO

from ..dictionary.sheets import sheet_called
from ..dictionary.tables import FILE, raw_folder
from ..say.errors import WrongUse
from ..say.refusals import why
from . import texts
from .opening import KEY_VARIABLE, name_read, named, speakable

REMEMBERED = ".terbit.json"  # beside a workbook: what was published of it (`published_before`)
_KINDS = {b"PK\x03\x04": "zip", b"\xd0\xcf\x11\xe0": "office", b"%PDF": "pdf", b"\x89PNG": "png", b"<": "page", b"{": "json"}
_KEY = re.compile(rb"[0-9a-f]{64}\s*")
_MOST = 1_000_000  # bytes of the list of sheets


def allow_writing(files: Iterable = (), folders: Iterable = (), reads: Iterable = (), data: bytes | None = None) -> None:
    """Raises WrongUse, naming file and remedy, where one of `files` or `folders` must not be written.

    files : paths of files to write. folders : paths that may be folders to write into, too. reads : files and folders that
    the work reads; what is no path, such as a table, is left aside. The open tables, the key file of the environment
    and whatever this run has opened are always among them. data : the content, where it is known already.
    """
    files, folders = [Path(f) for f in files], [Path(f) for f in folders]
    for path in (*files, *folders):
        speakable(path)
    reads = [
        Path(os.path.expanduser(r))
        for r in (*reads, os.environ.get(KEY_VARIABLE))
        if isinstance(r, (str, os.PathLike)) and os.fspath(r)
    ]
    for path in (*files, *folders):
        _refuse_remembered(path)
        found = _found(path)
        if found is None:
            _room(path)
        elif stat.S_ISDIR(found.st_mode):
            if path in files:
                raise WrongUse(texts.FOLDER_TO_WRITE.fill(name=named(path)))
            _room(path / "x")
        else:
            _onto(path, found, reads, data)
    for one, other in combinations((*files, *folders), 2):
        if _spelling(one) == _spelling(other):
            raise WrongUse(texts.TWO_RESULTS.fill(name=named(one)))


def inside(path: str | os.PathLike, folder: str | os.PathLike) -> bool:
    """Whether a path lies in a folder or in one of its folders, however either is spelt."""
    home = _found(folder)
    above = (_found(parent) for parent in Path(os.path.realpath(path)).parents)
    return home is not None and any(there is not None and os.path.samestat(home, there) for there in above)


def _refuse_remembered(path: Path) -> None:
    """A command writes that file of its own accord: a result of this name would be replaced by it, or replace it."""
    if os.path.realpath(path).casefold().endswith(REMEMBERED) or path.name.casefold().endswith(REMEMBERED):
        raise WrongUse(texts.KEPT_FOR_THE_RECORD.fill(name=named(path), ending=REMEMBERED))


def _onto(path: Path, found: os.stat_result, reads: list[Path], data: bytes | None) -> None:
    """Whether a file that is there may be replaced."""
    if not stat.S_ISREG(found.st_mode):
        raise WrongUse(texts.SPECIAL_TO_WRITE.fill(name=named(path)))
    _room(path)
    if not found.st_size:  # nothing can be lost
        return
    if (name := name_read(found)) is not None:
        raise _read(path, name)
    for given in reads:
        for read in _files_of(given, path):
            if (there := _found(read)) is not None and os.path.samestat(found, there):
                raise _read(path, named(read))
    if _of_the_open_tables(path):
        raise _read(path, named(path))
    if not os.access(path, os.W_OK):
        raise WrongUse(texts.PROTECTED.fill(name=named(path)))
    if data is not None and _kept(path, data):
        raise WrongUse(texts.HOLDS_SOMETHING_ELSE.fill(name=named(path)))


def _read(path: Path, name: str) -> WrongUse:
    same = "" if name == named(path) else f" ({name})"
    return WrongUse(texts.IS_READ_HERE.fill(name=named(path), same=same))


def _files_of(given: Path, path: Path) -> Iterator[Path]:
    """The files behind what is read: itself, those that a data folder names, or `path` where it lies in another folder."""
    if not given.is_dir():
        yield given
        return
    tables = list(_open_tables(given))
    yield from tables
    if not tables and inside(path, given):
        yield path


def _of_the_open_tables(path: Path) -> bool:
    try:
        raw = raw_folder()
    except WrongUse:  # there are none
        return False
    found = _found(path)
    if found is None or not inside(path, raw):
        return False
    return any((there := _found(table)) and os.path.samestat(found, there) for table in _open_tables(raw))


def _open_tables(folder: Path) -> Iterator[Path]:
    """The dictionary of a data folder and the tables it names; nothing for another folder."""
    for home in (folder, folder / "raw"):
        if (home / FILE).is_file():
            yield home / FILE
            try:
                tables = json.loads((home / FILE).read_text(encoding="utf-8"))["resources"]
                yield from (home / resource["path"] for resource in tables)
            except (OSError, ValueError, TypeError, KeyError, RecursionError):  # a damaged dictionary has its own sentence
                return


def _room(path: Path) -> None:
    """Whether a file can be made beside or in what is there."""
    folder = next(p for p in Path(os.path.realpath(path)).parents if _found(p) is not None)
    if not folder.is_dir():
        raise WrongUse(texts.NO_FOLDER.fill(name=named(path), folder=named(folder)))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise WrongUse(texts.NO_RIGHT.fill(name=named(path), folder=named(folder)))


def _kept(path: Path, data: bytes) -> bool:
    """Whether the file is obviously no earlier result of the same kind."""
    try:
        with open(path, "rb") as file:
            head = file.read(100)
    except OSError:
        return False  # the writing itself will say what is the matter
    if _kind(head) != _kind(data) or _KEY.fullmatch(head):
        return True
    before = {sheet_called(title) for title in _sheets(path)} - {None} if _kind(head) == "zip" else set()
    return "settings" in before and len(before) > 1


def _kind(data: bytes) -> str:
    """What a file is by its first bytes; "text" for a table."""
    start = data[:100].removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((kind for sign, kind in _KINDS.items() if start.startswith(sign)), "text")


def _sheets(file: str | os.PathLike | BinaryIO) -> set[str]:
    """The sheets of an Excel workbook; nothing for another file."""
    try:
        with zipfile.ZipFile(file) as parts, parts.open("xl/workbook.xml") as part:
            return set(re.findall(r"<(?:\w+:)?sheet\b[^>]*?\bname=[\"']([^\"']*)", part.read(_MOST).decode("utf-8", "replace")))
    except Exception:  # noqa: BLE001  damaged in one of many ways: no workbook that anybody fills in
        return set()


def _found(path: str | os.PathLike) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        return None
    except (OSError, ValueError) as error:
        reason = why(error) if isinstance(error, OSError) else texts.NO_VALID_PATH
        raise WrongUse(texts.CANNOT_USE.fill(name=named(path), reason=reason)) from None


def _spelling(path: Path) -> str:
    """Two paths of one spelling are one file on some computer: capitals and composed letters are not told apart there."""
    return unicodedata.normalize("NFC", os.path.realpath(path)).casefold()
