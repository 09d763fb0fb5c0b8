"""Where added figures are kept, and how they lie over an open table: beside its own rows, never in their place.

One CSV a file that was added, in a folder a table: the columns of the table, then where each figure comes from. To take an
addition back, delete its CSV.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pandas as pd

from ...dictionary.tables import PUBLISHED, data_folder
from ...files.atomic import write_new
from ...files.csv_text import csv_text
from ...files.leftovers import sweep
from ...say import Text, default_language
from ...say.errors import Fault, P2wkssError, WrongUse
from ...say.refusals import why
from ..check import Checker, typed
from ..open_file import rows_of_text
from . import texts

VARIABLE = "P2WKSS_ADDED"
ORIGIN = ("added_file", "added_sha256", "added_on", "added_title", "added_cell")  # columns behind those of the table
MARK = f"{texts.ADDED.id} / {texts.ADDED.en}"  # begins the source of an added figure
_ADDITION = ["name", "table", "figures", "added_on", "added_file", "added_title"]

Stamp = tuple[str, int, int]  # path, change time, size


def added_folder(folder: str | os.PathLike | None = None) -> Path:
    """The folder of what the user added: P2WKSS_ADDED, else `added/` in the data folder, for an installed package
    `p2wkss-data/added` in the user's home."""
    if folder is None and os.environ.get(VARIABLE):
        return Path(os.environ[VARIABLE])
    home = data_folder(folder)
    if home != PUBLISHED:
        return home / "added"
    try:
        return Path.home() / "p2wkss-data" / "added"
    except RuntimeError:  # a user without a home
        raise WrongUse(texts.NO_HOME) from None


def added_files(name: str, folder: str | os.PathLike | None = None) -> tuple[Stamp, ...]:
    """The files added to one table, in the order of their names; each with what changes when it changes."""
    try:
        with os.scandir(added_folder(folder) / name) as found:
            files = [(one.path, one.stat()) for one in found if one.name.endswith(".csv") and one.is_file()]
    except (OSError, WrongUse):  # nothing was added
        return ()
    return tuple(sorted((path, stat.st_mtime_ns, stat.st_size) for path, stat in files))


def key_of(resource: dict) -> list[str]:
    """The columns by which two rows are one figure."""
    return resource["schema"].get("primaryKey") or resource["schema"]["uniqueKeys"][0]


def in_years_to_come(resource: dict) -> dict:
    """The description of a table for what is added to it: years and half-years go on."""
    last = dt.date.today().year + 1

    def field(one: dict) -> dict:
        rules = one.get("constraints", {})
        if one["name"] == "period" and "enum" in rules:
            rules = {name: rule for name, rule in rules.items() if name != "enum"} | {"pattern": r"^\d{4}-S[12]$"}
            return one | {"constraints": rules, "example": "2026-S2"}
        return one | {"constraints": rules | {"maximum": last}} if one["name"] == "year" and "maximum" in rules else one

    schema = resource["schema"]
    return resource | {"schema": schema | {"fields": [field(one) for one in schema["fields"]]}}


def overlaid(
    table: pd.DataFrame, files: tuple[Stamp, ...], resource: dict, codes: Mapping[str, frozenset[str]]
) -> tuple[pd.DataFrame, list[Fault]]:
    """The table with the added rows behind its own, and their faults. A key that the table has itself keeps its own row; two
    additions that differ are a fault, since neither is known to be right."""
    resource, faults = in_years_to_come(resource), list[Fault]()
    key, parts = key_of(resource), [table]
    for path, _, _ in files:
        rows, found = _read(Path(path), resource, codes)
        faults += found
        if not found:
            parts.append(rows)
    whole = pd.concat(parts, ignore_index=True) if not faults else table
    faults += _contradictions(parts[1:], [Path(path) for path, _, _ in files], key) if not faults else []
    return whole.drop_duplicates(key, ignore_index=True), faults


def _contradictions(parts: list[pd.DataFrame], files: list[Path], key: list[str]) -> list[Fault]:
    """Rows of one key that two additions hold with different figures: of two people at one moment, or put there by hand."""
    lang = default_language()
    added = pd.concat([part.assign(added_file=file.name) for part, file in zip(parts, files, strict=True)], ignore_index=True)
    twice = added[added.duplicated(key, keep=False)]
    figures = [column for column in added if column not in (*key, "source", "note", "checked", "added_file")]
    faults = []
    for which, own in twice.groupby(key, sort=False, dropna=False):
        if len(own[figures].drop_duplicates()) > 1:
            of = ", ".join(str(part) for part in (which if isinstance(which, tuple) else (which,)))
            names = list(dict.fromkeys(own["added_file"]))
            rule = texts.CONTRADICT.say(lang, of=of, files=names)
            faults.append(Fault(names[-1], rule=rule, remedy=texts.REMOVE_ONE.say(lang, name=Path(names[-1]).stem)))
    return faults


def _read(path: Path, resource: dict, codes: Mapping[str, frozenset[str]]) -> tuple[pd.DataFrame, list[Fault]]:
    lang = default_language()
    try:
        text = kept_rows(path)
    except (P2wkssError, OSError, ValueError) as error:
        reason = why(error) if isinstance(error, OSError) else str(error) if isinstance(error, P2wkssError) else texts.MORE_CELLS
        return pd.DataFrame(), [Fault(path.name, rule=texts.NO_ADDITION.say(lang, why=reason), remedy=texts.UNDO.say(lang))]
    columns = [field["name"] for field in resource["schema"]["fields"]]
    own = text[[c for c in text if c not in ORIGIN]].reindex(columns=columns, fill_value="") if len(text) else text
    checker = Checker(own if len(text) else pd.DataFrame(columns=columns, dtype="str"), resource, path.name, lang)
    return typed(checker, dict(codes)), checker.faults


def kept_rows(path: Path) -> pd.DataFrame:
    """An addition as it was written, every cell a text."""
    rows = rows_of_text(path.read_bytes(), path.name)
    if not rows:
        return pd.DataFrame(dtype="str")
    head = rows[0][1]
    return pd.DataFrame([row + [""] * (len(head) - len(row)) for _, row in rows[1:] if any(row)], columns=head, dtype="str")


def with_added(source: Text, rows: pd.DataFrame) -> Text:
    """The source of figures as a page prints it, with a word where the user added some of these rows."""
    added = rows["source"].astype("str").str.startswith(MARK).sum() if "source" in rows else 0
    return texts.PARTLY_ADDED.fill(source=source, n=int(added)) if added else source


def keep(name: str, rows: pd.DataFrame, file: str, sha256: str, folder: str | os.PathLike | None = None) -> Path:
    """Write one addition. rows : text, the columns of the table and `ORIGIN`. Raises WrongUse where the place is taken."""
    stem = "".join(c if c.isalnum() or c in "-_" else "-" for c in Path(file).stem)[:60].strip("-") or name
    home, name_of_it = added_folder(folder) / name, f"{stem}-{sha256[:8]}"
    data = csv_text(rows).encode("utf-8")
    spellings = [home / f"{name_of_it}.csv", *(home / f"{name_of_it}-{n}.csv" for n in range(2, 100))]  # another year of the file
    free = next((one for one in spellings if not one.exists() or one.read_bytes() == data), spellings[-1])  # or another run's
    return write_new(free, data)


def tidy(name: str, folder: str | os.PathLike | None = None) -> None:
    """Take away what a killed run left beside the additions to a table; for a run that finds nothing to add."""
    with suppress(WrongUse):  # a user without a home has none
        sweep(added_folder(folder) / name)


def additions(folder: str | os.PathLike | None = None) -> pd.DataFrame:
    """Every addition: name (as `remove` takes it), table, figures, added_on, added_file, added_title."""
    try:
        home = added_folder(folder)
    except WrongUse:
        return pd.DataFrame(columns=_ADDITION)
    found = []
    tables = sorted(p.name for p in home.iterdir() if p.is_dir()) if home.is_dir() else []
    for table in tables:
        for path, _, _ in added_files(table, folder):
            try:
                rows = kept_rows(Path(path))
            except (P2wkssError, OSError, ValueError):  # whoever loads the table says what is the matter
                rows = pd.DataFrame(dtype="str")
            origin = {c: rows[c].iloc[0] if c in rows and len(rows) else "" for c in ("added_on", "added_file", "added_title")}
            found.append({"name": Path(path).stem, "table": table, "figures": len(rows), **origin})
    return pd.DataFrame(found, columns=_ADDITION)


def addition_of(source: str, known: pd.DataFrame) -> str:
    """The name of the addition that a row's source speaks of, "" for a row of the package. known : the additions."""
    sha = re.search(r"sha256 ([0-9a-f]{8})", source) if source.startswith(MARK) else None
    return next((name for name in known["name"] if sha and re.search(rf"-{sha[1]}(?:-\d+)?$", name)), "")


def remove(name: str, folder: str | os.PathLike | None = None) -> Path:
    """Take one addition back: its CSV is deleted. Raises WrongUse where there is none of this name."""
    known = additions(folder)
    wanted = name.removesuffix(".csv")
    here = known[known["name"] == wanted]
    if len(here) != 1:
        raise WrongUse(texts.NO_SUCH_ADDITION.fill(name=name, known=known["name"].tolist() or [texts.NONE]))
    path = added_folder(folder) / here["table"].iloc[0] / f"{wanted}.csv"
    try:
        path.unlink()
    except OSError as error:
        raise WrongUse(texts.NOT_REMOVED.fill(file=path.name, why=why(error))) from None
    return path
