"""Joins the workbooks of many cities into one registry of sites and one panel of villages; every disagreement is listed."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace

import pandas as pd

from ..dictionary.sheets import fields_of
from ..display import Shown
from ..say import together
from ..say.errors import check_language
from ..say.spoken import spoken
from ..tables.intake import load
from ..tables.workbook.places import places_of
from . import texts
from .lines import Lines
from .merge import FREE_TEXT, merged, stacked, tell_lines_in_one, without_other_regencies
from .reading import CityFile, read_folder, usable
from .sites import registry
from .words import heading, word

FILE_COLUMNS = [
    "file",
    "status",
    "reason",
    "regency_code",
    "regency",
    "village_lines",
    "site_lines",
    "lines_lost",
    "faults",
    "absent",
    "beside",
    "synthetic",
]
_KEY = ["village_code", "year"]
PANEL_COLUMNS = tuple(f["name"] for f in fields_of("villages") if f["name"] not in (*_KEY, "district", "village", *FREE_TEXT))


@dataclass(frozen=True, eq=False)
class Collection(Shown):
    """What a folder of workbooks says. Texts are in the language it was collected in.

    sites : the registry, one row a site and year: area_code, village, regency_code, regency, year, rw, rt, decree,
        decree_date, planned_households, planned_unit, announced_date, chosen_by, files, status (confirmed, unconfirmed,
        disputed), confirmed_by (decree, two_sources, open_register), in_open_register.
    panel : one row a village and year: area_code, year, the indicators of the sheet villages, files, and left_out, how
        many of its cells are missing because files contradict each other.
    files : one row a file: status (read, refused, copy, set_aside, other), reason, lines, faults, columns it lacks,
        and whether it holds macros or links to other workbooks (beside).
    disagreements : one row each: kind, contradiction, place, both values with file, sheet and cell, what became of it,
        what to do.
    faults : every fault of the sheets that were read, as `check` lists them. A line without a readable village or year
        is in no table and has its fault here.
    """

    sites: pd.DataFrame = field(repr=False)
    panel: pd.DataFrame = field(repr=False)
    files: pd.DataFrame = field(repr=False)
    disagreements: pd.DataFrame = field(repr=False)
    faults: pd.DataFrame = field(repr=False)
    not_sent: tuple[str, ...] = ()
    synthetic: bool = False

    @property
    def ok(self) -> bool:
        """Whether every workbook could be read without a fault and nothing contradicts."""
        refused = self.files["status"].isin(["refused", "set_aside"]).any()
        return not (refused or len(self.faults) or self.disagreements["contradiction"].any())

    def table(self) -> pd.DataFrame:
        """The registry of sites."""
        return self.sites.copy()

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        """The disagreements, which somebody has to settle; the registry where there are none."""
        if len(self.disagreements):
            return self.disagreements[
                [
                    "what",
                    "area_code",
                    "village",
                    "year",
                    "column",
                    "file",
                    "cell",
                    "value",
                    "other_file",
                    "other_cell",
                    "other_value",
                ]
            ]
        short = self.sites[["area_code", "village", "regency", "year", "rw", "rt", "decree", "status", "confirmed_by"]]
        for column in ("status", "confirmed_by"):
            short = short.assign(**{column: [word(column, code, lang) for code in short[column].fillna("")]})
        return short

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {column: heading(column, lang) for column in self._frame_shown(lang).columns}

    def sentence(self, lang: str | None = None) -> str:
        """How many files, sites and village-years there are, what contradicts, and which cities sent nothing."""
        read, refused = (int(self.files["status"].isin(kinds).sum()) for kinds in (["read"], ["refused", "set_aside"]))
        sure, sites = int((self.sites["status"] == "confirmed").sum()), len(self.sites)
        new = int((~self.sites["in_open_register"]).sum())
        against, notes = int(self.disagreements["contradiction"].sum()), int((~self.disagreements["contradiction"]).sum())
        cells, absent = int(self.panel["left_out"].sum()), [places_of("").names.get(code, code) for code in self.not_sent]
        read_text = texts.READ_AND_REFUSED.fill(refused=refused) if refused else texts.READ
        shown = [*absent[:5], *([texts.MORE.fill(n=len(absent) - 5)] if len(absent) > 5 else [])]
        said = [
            texts.SYNTHETIC if self.synthetic else "",
            read_text.fill(files=len(self.files), read=read),
            texts.REGISTRY.fill(sites=sites, confirmed=sure, new=new),
            texts.PANEL.fill(rows=len(self.panel)),
            texts.LEFT_OUT.fill(cells=cells) if cells else "",
            texts.FOUND.fill(against=against, notes=notes, faults=len(self.faults)),
            texts.NOT_SENT.fill(n=len(absent), names=shown) if absent else "",
        ]
        return together(said, lang)


@spoken
def collect(folder: str | os.PathLike, lang: str | None = None, register: pd.DataFrame | None = None) -> Collection:
    """Join the workbooks of many cities (see `write_template`, `check`) into one registry of sites and one panel.

    Parameters
    ----------
    folder : the folder with the .xlsx files, folders in it as well. Anything else in it gets a line in `.files`.
    lang : language of reasons, kinds and remedies, "id" or "en". Workbooks of both languages are read.
    register : the sites known so far, as `load("programme_sites")`, which is the default.

    Rules. A value enters where all files that give one agree; equal lines count once; a value that files contradict
    is left out, in the panel and in the registry, until somebody decides, and has its line. No file is preferred, not
    the newest either: take an old version out of the folder. A cell with a fault is missing. Villages of another
    regency than the workbook's stay out. A site is confirmed where its city gives a decree and the city's files agree
    on year and RW/RT, or workbook and open register name the same village and year, or the open register holds it
    confirmed; `confirmed_by` says which. Synthetic workbooks among real ones are set aside.

    Only the sheets settings, villages and sites are opened: no household is read, no key is needed. Free-text notes
    are not collected.

    Raises WrongUse where the folder is missing, empty, or holds more than 5,000 files.

    Not for households, nor for judging an effect: see `enough_sites` for what the collected sites can show.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from p2wkss_analysis.tables.workbook.template import write_template
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = write_template(folder / "cilegon.xlsx", "36.72")
    >>> found = collect(folder, "en")
    >>> found.files[["file", "status", "faults"]].values.tolist(), len(found.panel)
    ([['cilegon.xlsx', 'read', 0]], 0)
    """
    lang = check_language(lang)
    return joined(read_folder(folder, lang), lang, load("programme_sites") if register is None else register)


def joined(files: list[CityFile], lang: str, register: pd.DataFrame) -> Collection:
    """The collection of files already read, in whatever order they come."""
    files = _set_aside(_copies(sorted(files, key=lambda f: f.file)))
    read = [f for f in files if f.status == "read"]
    lines = Lines(lang)
    panel = _panel(read, lines)
    sites = registry(read, register, lines)
    faults = pd.concat([f.faults for f in files if len(f.faults)] or [files[0].faults], ignore_index=True)
    return Collection(
        sites, panel, _files(files, lang), lines.table(), faults, _not_sent(read, sites), any(f.synthetic for f in read)
    )


def _panel(files: list[CityFile], lines: Lines) -> pd.DataFrame:
    by_name = {f.file: f for f in files}
    rows = without_other_regencies(stacked(files, "villages"), by_name, "villages", lines)
    columns = list(PANEL_COLUMNS)
    tell_lines_in_one(rows, _KEY, by_name, "villages", lines)
    panel = merged(rows, _KEY, columns, by_name, "villages", "value", lines).rename(columns={"village_code": "area_code"})
    kinds = {
        f["name"]: {"integer": "Int64", "number": "float64"}.get(f["type"], "str")
        for f in fields_of("villages")
        if f["name"] in columns
    }
    return panel.astype(kinds | {"area_code": "str", "year": "Int64", "files": "str", "left_out": "int64"})


def _copies(files: list[CityFile]) -> list[CityFile]:
    """Files with the same bytes as an earlier one are not read twice."""
    first: dict[str, str] = {}
    for f in sorted(files, key=lambda f: (f.file.count("/"), f.file)):  # the one nearest to the folder itself
        first.setdefault(f.digest, f.file)
    out = []
    for f in files:
        of = first[f.digest] if f.digest and f.status == "read" else f.file
        out.append(
            f
            if of == f.file
            else replace(
                f,
                status="copy",
                reason=texts.SAME_AS.fill(file=of),
                faults=f.faults.iloc[:0],
            )
        )
    return out


def _set_aside(files: list[CityFile]) -> list[CityFile]:
    """Synthetic workbooks never mix with real ones."""
    read = [f for f in files if f.status == "read"]
    if len({f.synthetic for f in read}) < 2:
        return files
    return [
        replace(f, status="set_aside", reason=texts.SYNTHETIC_ASIDE) if f.status == "read" and f.synthetic else f for f in files
    ]


def _files(files: list[CityFile], lang: str) -> pd.DataFrame:
    names = places_of("").names
    rows = []
    for f in files:
        count = {sheet: len(table) for sheet, table in f.rows.items()}
        lost = sum(int((~usable(table)).sum()) for table in f.rows.values())
        why = f.reason
        if f.status == "read" and not f.regency_stated:
            why = texts.REGENCY_UNKNOWN.fill(regency=f.regency or texts.SEVERAL)
        rows.append(
            (
                f.file,
                f.status,
                why.say(lang),
                f.regency,
                names.get(f.regency, ""),
                count.get("villages", 0),
                count.get("sites", 0),
                lost,
                len(f.faults),
                ", ".join(f.absent),
                " ".join(text.say(lang) for text in f.beside),
                f.synthetic,
            )
        )
    return pd.DataFrame(rows, columns=FILE_COLUMNS)


def _not_sent(read: list[CityFile], sites: pd.DataFrame) -> tuple[str, ...]:
    """Regencies of the same provinces that have sites in the open register but sent no workbook that could be read."""
    sent = {f.home for f in read}
    return tuple(sorted(set(sites["regency_code"]) - sent - set(sites.loc[sites["files"] != "", "regency_code"])))
