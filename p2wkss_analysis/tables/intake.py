"""The only door for files: an open table comes in checked and typed, or not at all."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import zlib
from functools import lru_cache
from pathlib import Path

import pandas as pd

from ..dictionary.package_form import MOST_BYTES
from ..dictionary.tables import FILE, Dictionary, raw_folder, read_dictionary
from ..say import default_language
from ..say.errors import DataFaults, Fault
from . import texts
from .added.kept import Stamp, added_files, overlaid
from .check import Checker, typed
from .typed_copies import typed_copy


def load(name: str, folder: str | os.PathLike | None = None) -> pd.DataFrame:
    """One open table of the raw folder, checked against the dictionary and typed.

    Parameters
    ----------
    name : places: "areas"; kabupaten/kota: "regency_indicators", "slum_cities"; villages: "village_index",
        "village_population", "village_families", "village_food_security", "village_poverty", "slum_villages",
        "slum_village_criteria"; sites: "programme_sites"; other: "slum_neighbourhoods", "district_stunting_risk",
        "substandard_housing".
    folder : the data folder; by default the environment variable P2WKSS_DATA, else the project's `data/`.

    Returns
    -------
    DataFrame, one row as in the file, and behind them what the user added (`p2wkss data add`). Codes and words are text,
    years and counts Int64, measures float64; units and labels stand in `datapackage.json`. Missing is missing (NA, NaN), never 0.

    Raises
    ------
    DataFaults : the file differs from its registered sha256, or a cell breaks a rule; all faults at once.
    WrongUse : no such table or no such folder.

    Source: the publishers named in `datapackage.json`. Do not use it for an office's own workbook, whose
    cells may hold decimal commas and free dates.

    >>> depok = load("regency_indicators").query("area_code == '32.76' and year == 2021")
    >>> float(depok.query("indicator == 'poverty_rate'")["value"].item())
    2.58
    """
    if not (isinstance(name, str) and name.isascii()):
        read_dictionary(raw_folder(folder)).resource(name)  # refuses it
    return _current(name, folder, added_files(name, folder)).copy()


def published(name: str, folder: str | os.PathLike | None = None) -> pd.DataFrame:
    """The same without what the user added.

    >>> len(published("programme_sites")) > 100
    True
    """
    return _current(name, folder, ()).copy()


def _current(name: str, folder: str | os.PathLike | None, added: tuple[Stamp, ...]) -> pd.DataFrame:
    raw = raw_folder(folder)
    described = (raw / FILE).stat().st_mtime_ns
    path = _path(name, raw, described)
    stamp = path.stat().st_mtime_ns if path.exists() else 0
    return _load(name, raw, stamp, described, added)


def check_folder(folder: str | os.PathLike | None = None, registered: bool = True) -> list[Fault]:
    """Every fault of every table of a raw folder; an empty list means that all is well.

    `registered=False` leaves out whether the files are the registered ones (their sha256).
    """
    try:
        dictionary = read_dictionary(folder)
    except DataFaults as found:
        return list(found.faults)
    return [fault for _, faults in read_folder(dictionary, registered).values() for fault in faults]


def read_folder(dictionary: Dictionary, registered: bool = True) -> dict[str, tuple[pd.DataFrame, list[Fault]]]:
    """Every table with its faults."""
    return {name: _read(name, dictionary, registered) for name in dictionary.names()}


@lru_cache(maxsize=64)
def _path(name: str, folder: Path, dictionary_stamp: int) -> Path:
    return read_dictionary(folder).path(name)


@lru_cache(maxsize=32)
def _load(name: str, folder: Path, stamp: int, dictionary_stamp: int, added: tuple[Stamp, ...]) -> pd.DataFrame:
    """Cached by the files' change times, so that a notebook may ask again and again."""
    dictionary = read_dictionary(folder)
    if added:
        own = _load(name, folder, stamp, dictionary_stamp, ())
        table, faults = overlaid(own, added, dictionary.resource(name), _area_codes(name, dictionary))
    else:
        table, faults = _read(name, dictionary)
    if faults:
        raise DataFaults(faults)
    return table


def _read(name: str, dictionary: Dictionary, registered: bool = True) -> tuple[pd.DataFrame, list[Fault]]:
    copy = typed_copy(name, dictionary)
    return (copy, []) if copy is not None else read_raw(name, dictionary, registered)  # a copy was checked when it was made


def read_raw(name: str, dictionary: Dictionary, registered: bool = True) -> tuple[pd.DataFrame, list[Fault]]:
    """One table read from its raw file, with its faults."""
    resource, lang = dictionary.resource(name), default_language()
    path = dictionary.path(name)
    try:
        data = path.read_bytes()
        text = _text_table(data, resource)
        codes = _area_codes(name, dictionary)
    except _OtherTable as other:
        return pd.DataFrame(), [_unreadable(other.reason, other.file, lang)]
    except _UNREADABLE as error:
        return pd.DataFrame(), [_unreadable(error, resource["path"], lang)]
    checker = Checker(text, resource, resource["path"], lang)
    if registered and "sha256:" + hashlib.sha256(data).hexdigest() != resource.get("hash"):
        checker.whole(texts.NOT_REGISTERED, texts.RESTORE_OR_SEAL)
    table = typed(checker, codes)
    return table, checker.faults


_UNREADABLE = (OSError, EOFError, ValueError, zlib.error)  # ValueError covers pandas' parser and bad UTF-8


class _OtherTable(Exception):
    """The table of areas, which another refers to, cannot be read: the fault is of that file."""

    def __init__(self, file: str, reason: Exception):
        self.file, self.reason = file, reason


def _unreadable(error: Exception, file: str, lang: str) -> Fault:
    rule = texts.CANNOT_BE_READ.say(lang, kind=type(error).__name__)
    return Fault(file, rule=rule, remedy=texts.RESTORE.say(lang))


def _text_table(data: bytes, resource: dict) -> pd.DataFrame:
    if resource.get("compression") == "gz":
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            data = packed.read(MOST_BYTES["table"] + 1)
        if len(data) > MOST_BYTES["table"]:
            raise ValueError("larger than a table may be")
    return pd.read_csv(io.BytesIO(data), dtype="str", keep_default_na=False, na_filter=False, encoding="utf-8")


def _area_codes(name: str, dictionary: Dictionary) -> dict[str, frozenset[str]]:
    keys = dictionary.resource(name)["schema"].get("foreignKeys", [])
    if not any(key["reference"]["resource"] == "areas" for key in keys):
        return {}
    path = dictionary.path("areas")
    try:
        return {"areas": _codes_of(path, path.stat().st_mtime_ns)}
    except _UNREADABLE as error:
        raise _OtherTable(path.name, error) from None


@lru_cache(maxsize=4)
def _codes_of(path: Path, stamp: int) -> frozenset[str]:
    # Codes alone: a fault elsewhere in the list of areas must not hide the faults of another table.
    return frozenset(pd.read_csv(path, dtype="str", usecols=["area_code"])["area_code"].to_numpy(object))
