"""Several workbooks of one city as one: each line once, what they say differently listed with both cells, the later one used."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from ...dictionary.sheets import CARD, VILLAGE, city_dictionary
from ...disclosure.privacy import HIDDEN, mask
from ...say import Text, together
from ...say.errors import Fault, WrongUse, check_language
from ...say.harmless import short
from ..workbook.check import Checked, check
from ..workbook.faults import COLUMNS
from ..workbook.filled import as_read
from ..workbook.rules import check_deliveries, check_ids, check_waves
from ..workbook.settings import RULE
from ..xlsx.reading import written
from . import texts

DIFFERENCES = ["kind", "sheet", "column", "cells", "old_file", "old_cell", "old_value", "new_file", "new_cell", "new_value"]
_NO_CORRECTION = {"households": (VILLAGE, "rw", "rt", "assisted")}  # another family or side, not a mended value
_OWN_NUMBERS = {"deliveries": ["year", "delivery_no"]}  # an office numbers its activities anew each year
_FILE, _ROW = "\x00file", "\x00row"


@dataclass(frozen=True)
class Joined(Checked):
    """Several workbooks read as one. differences: one row for each cell they say differently; files: the earliest first, the last
    is the one that is used where they differ."""

    differences: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=DIFFERENCES), repr=False)
    files: tuple[str, ...] = ()

    def sentence(self, lang: str | None = None) -> str:
        """What was read, and what the files say differently."""
        return together([super().sentence(lang), self.joined_sentence(lang)], lang)

    def joined_sentence(self, lang: str | None = None) -> str:
        """Which files were joined, which of them is used, and how many cells differ."""
        kinds = self.differences.groupby("kind")["cells"].sum()
        changed, blank = int(kinds.get("changed", 0)), int(kinds.get("blank", 0))
        said: list[Text | str] = [
            texts.JOINED.fill(files=self.files, last=self.files[-1]),
            texts.CHANGED.fill(n=changed, last=self.files[-1]) if changed else texts.NOTHING_CHANGED,
            texts.FILLED_FROM.fill(n=blank) if blank else "",
        ]
        return together(said, lang)

    def differences_said(self, lang: str | None = None) -> list[str]:
        """One line for each entry of `differences`."""
        said = {"changed": texts.CHANGED_FROM, "blank": texts.BLANK_LATER}
        return [said[r.kind].say(lang, **r._asdict()) for r in self.differences.itertuples(index=False)]

    def _notes_shown(self, lang: str) -> list[str]:
        return [*super()._notes_shown(lang), *self.differences_said(lang)]


def check_years(
    workbooks: str | os.PathLike | Iterable[str | os.PathLike | Checked],
    lang: str | None = None,
    *,
    key: str | os.PathLike | None = None,
) -> Checked:
    """One workbook checked, or several of one city joined (see `join`)."""
    try:
        books = [workbooks] if isinstance(workbooks, (str, os.PathLike)) else list(workbooks)
    except TypeError:  # neither a workbook nor several of them: refused as what it is
        return check(workbooks, lang, key=key)  # type: ignore[arg-type]
    if not books:
        raise WrongUse(texts.NO_WORKBOOK)
    several = len(books) > 1
    parts = [book if isinstance(book, Checked) else check(book, lang, key=key, part=several) for book in books]
    return join(parts, lang) if several else parts[0]


def join(parts: Sequence[Checked], lang: str | None = None) -> Joined:
    """Several checked workbooks of one city as one.

    A line is the same where its key is: village and year, household and wave, year and number of an activity. The file with the
    newest data is used where two differ (of equally new ones that with more lines, then the last given), and each such cell
    is listed with both values. A cell that is empty in the later file keeps the earlier value, and is listed too; settings
    are those of the later file. What cannot be a correction is a fault: a household id of another place or side, or another
    rule of choosing households.

    Raises WrongUse for workbooks of different cities, and for real and synthetic ones together.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from p2wkss_analysis.tables.workbook.template import write_template
    >>> made = write_template(Path(tempfile.mkdtemp()) / "2024.xlsx", "36.72")
    >>> len(join([check(made), check(made)]).differences)
    0
    """
    lang = check_language(lang)
    parts = sorted(parts, key=_newest)
    names = _names(parts)
    cities = list(dict.fromkeys(p.settings.get("regency_code", "")[:5] for p in parts))
    if len(cities) > 1:
        raise WrongUse(texts.OTHER_CITY.fill(files=names, cities=[city or "-" for city in cities]))
    if len({p.synthetic for p in parts}) > 1:
        raise WrongUse(texts.REAL_AND_SYNTHETIC.fill(files=names))
    found = _Joining(parts, names, lang)
    tables = {sheet: found.sheet(sheet) for sheet in city_dictionary().names()} if all(p.ok for p in parts) else {}
    own = [p.faults.assign(file=name) for p, name in zip(parts, names, strict=True)]
    settings = tables["settings"].dropna(subset=["setting"]) if tables else pd.DataFrame()
    return Joined(
        file=" + ".join(names),
        tables=tables,
        faults=pd.concat([*own, found.faults()], ignore_index=True).astype(dict(own[0].dtypes)),
        readings=pd.concat([p.readings for p in parts], ignore_index=True),
        settings=dict(zip(settings["setting"], settings["value"].fillna(""), strict=True)) if tables else parts[-1].settings,
        pseudonyms=sum(p.pseudonyms for p in parts),
        lang=lang,
        absent=tuple(sheet for sheet in parts[-1].absent if all(sheet in p.absent for p in parts)),
        units=tuple(dict.fromkeys(text for p in parts for text in p.units)),
        waiting=parts[-1].waiting,
        notes=tuple(note for p in parts for note in p.notes),
        beside=tuple(dict.fromkeys(text for p in parts for text in p.beside)),
        path=parts[-1].path,
        differences=pd.DataFrame(found.differences, columns=DIFFERENCES),
        files=names,
    )


def _newest(part: Checked) -> tuple[int, int]:
    """The newest year a workbook has data of, then how many lines it has: a carried-over one holds those of before, too."""
    years = [t["year"].max() for name, t in part.tables.items() if "year" in t and name not in ("sites", "candidates")]
    if "households" in part.tables:
        years.append(part.tables["households"]["interview_date"].dt.year.max())
    return max((int(y) for y in years if not pd.isna(y)), default=0), sum(map(len, part.tables.values()))


def _names(parts: Sequence[Checked]) -> tuple[str, ...]:
    """The name of each file; with its folder where two have one name."""
    names = [p.file for p in parts]
    if len(set(names)) < len(names):
        names = [mask(f"{p.path.parent.name}/{p.file}") if p.path else p.file for p in parts]
    return tuple(names)


class _Joining:
    """Joins sheet by sheet, and keeps what differs and what cannot be."""

    def __init__(self, parts: Sequence[Checked], names: Sequence[str], lang: str):
        self.parts, self.names, self.lang = parts, names, lang
        self.differences: list[tuple] = []
        self._faults: list[Fault] = []
        self._tables: dict[str, pd.DataFrame] = {}

    def faults(self) -> pd.DataFrame:
        return pd.DataFrame([asdict(f) for f in self._faults], columns=COLUMNS)

    def sheet(self, sheet: str) -> pd.DataFrame:
        """The lines of a sheet, each once."""
        whole = [p.tables[sheet].assign(**{_FILE: n, _ROW: np.arange(len(p.tables[sheet]))}) for n, p in enumerate(self.parts)]
        rows = pd.concat([part for part in whole if len(part)] or whole[:1], ignore_index=True)
        columns = [c for c in rows if c not in (_FILE, _ROW)]
        key = _OWN_NUMBERS.get(sheet) or city_dictionary().resource(sheet)["schema"]["primaryKey"]
        if sheet == "sites":
            rows = self._places(rows)
            several = (
                rows.duplicated(["year", VILLAGE, _FILE], keep=False).groupby([rows["year"], rows[VILLAGE]]).transform("any")
            )
            number = rows.groupby(["rw", "rt"], dropna=False).ngroup().where(several, -1)
            group = rows.assign(number=number).groupby(["year", VILLAGE, "number"], sort=False).ngroup()
        else:
            group = rows.groupby(key, dropna=False, sort=False).ngroup()
        groups = rows.groupby(group, sort=False)
        if sheet == "settings":
            joined = groups.tail(1).sort_values([_FILE, _ROW])
        else:
            joined = groups[columns].last()
            joined[[_FILE, _ROW]] = groups[[_FILE, _ROW]].last()
        for column in columns:
            self._tell(sheet, column, rows, group)
        joined = joined.reset_index(drop=True)
        self._rules(sheet, joined)
        table = as_read(sheet, joined[columns])
        self._tables[sheet] = table
        return table

    def _places(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Sites without the earlier lines of a village and year whose RW and RT the later file has otherwise; lists these."""
        gone: list[int] = []
        for _, own in rows.groupby(["year", VILLAGE], sort=False):
            files = own[_FILE].unique()
            if len(files) < 2 or own[_FILE].value_counts().max() < 2:
                continue
            of = {n: own[own[_FILE] == n] for n in files}
            said = {n: ", ".join(sorted(map(_rw_rt, some.to_dict("records")))) for n, some in of.items()}
            last = files.max()
            for n in (n for n in files if said[n] != said[last]):
                old, new = (self._spot("sites", "rw", int(of[k][_ROW].iloc[0]), k, said[k]) for k in (n, last))
                self.differences.append(("changed", "sites", "rw, rt", len(of[n]), *old, *new))
                gone += of[n].index.tolist()
        return rows.drop(index=gone)

    def _tell(self, sheet: str, column: str, rows: pd.DataFrame, group: pd.Series) -> None:
        """Lists the cells of a column on which the files differ, and those that the later one leaves empty."""
        by = rows[column].groupby(group)
        for _, own in rows[(by.transform("nunique") > 1).to_numpy()].groupby(group, sort=False):
            for old, new in _steps(own.dropna(subset=[column]), column):
                self._differ(sheet, column, old, new)
        last = ~group.duplicated(keep="last")
        blank = last & rows[column].isna() & (by.transform("count") > 0)
        if not blank.any():
            return
        if sheet == "settings":  # an empty setting is a decision, too
            for position in np.flatnonzero(blank.to_numpy()):
                own = rows[(group == group.iloc[position]).to_numpy()]
                self._differ(sheet, column, own.dropna(subset=[column]).iloc[-1], own.iloc[-1])
            return
        first = rows[(group == group[blank].iloc[0]).to_numpy()]
        kept, empty = first.dropna(subset=[column]).iloc[-1], first.iloc[-1]
        old, new = (self._spot(sheet, column, int(r[_ROW]), int(r[_FILE]), r[column]) for r in (kept, empty))
        self.differences.append(("blank", sheet, column, int(blank.sum()), *old, *new))

    def _differ(self, sheet: str, column: str, old: pd.Series, new: pd.Series) -> None:
        one, other = (self._spot(sheet, column, int(r[_ROW]), int(r[_FILE]), r[column]) for r in (old, new))
        self.differences.append(("changed", sheet, column, 1, *one, *other))
        if column in _NO_CORRECTION.get(sheet, ()):
            rule = texts.OTHER_FAMILY.fill(id=mask(str(new["household_id"])), file=one[0], cell=one[1], value=one[2])
            self._fault(sheet, int(new[_ROW]), int(new[_FILE]), column, other[2], rule, texts.ONE_ID_A_FAMILY)
        if sheet == "settings" and column == "value" and new["setting"] == RULE and one[2] and other[2]:
            rule = texts.OTHER_RULE.fill(file=one[0], cell=one[1], value=one[2])
            self._fault(sheet, int(new[_ROW]), int(new[_FILE]), column, other[2], rule, texts.ONE_RULE)

    def _rules(self, sheet: str, joined: pd.DataFrame) -> None:
        """What holds between lines holds between the lines of several files."""

        def tell(rows: np.ndarray, column: str, rule: Text, remedy: Text) -> None:
            for r in joined.iloc[rows].itertuples(index=False):
                row, file = int(r[joined.columns.get_loc(_ROW)]), int(r[joined.columns.get_loc(_FILE)])
                value = self._spot(sheet, column, row, file, r[joined.columns.get_loc(column)])[2]
                self._fault(sheet, row, file, column, value, rule, remedy)

        if sheet == "households":
            check_waves(joined, tell)
            spots = zip(joined[_ROW].astype(int), joined[_FILE].astype(int), strict=True)
            lines = [
                texts.LINE_OF_FILE.fill(line=self.parts[file].where[sheet].lines[row], file=self.names[file])
                for row, file in spots
            ]
            check_ids(joined, lines, tell)
        if sheet == "deliveries":
            check_deliveries(joined, self._tables["households"], tell)

    def _fault(self, sheet: str, row: int, file: int, column: str, value: str, rule: Text, remedy: Text) -> None:
        where = self.parts[file].where[sheet]
        cell = where.cell(row, column)
        said = mask(rule.say(self.lang)), mask(remedy.say(self.lang))
        self._faults.append(Fault(self.names[file], where.title, where.lines[row], column, cell, value, *said))

    def _spot(self, sheet: str, column: str, row: int, file: int, value: Any) -> tuple[str, str, str]:
        """File, cell and value as people write it; of a family card nothing is shown."""
        missing = value is None or value is pd.NA or value != value
        shown = "" if missing else HIDDEN if column == CARD else short(mask(written(_plain(value))), 80)
        return self.names[file], self.parts[file].where[sheet].cell(row, column), shown


def _steps(rows: pd.DataFrame, column: str) -> Iterator[tuple[pd.Series, pd.Series]]:
    """Each value of a cell and the next one that differs from it."""
    old: pd.Series | None = None
    for _, row in rows.iterrows():
        if old is not None and row[column] != old[column]:
            yield old, row
        old = row


def _plain(value: Any) -> Any:
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime()
    return value.item() if hasattr(value, "item") else value


def _rw_rt(row: dict) -> str:
    return " ".join(f"{name} {int(row[of])}" for name, of in (("RW", "rw"), ("RT", "rt")) if not pd.isna(row[of])) or "-"
