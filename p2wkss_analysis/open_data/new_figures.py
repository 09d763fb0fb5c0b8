"""New figures from a file of the user's: what it would add to an open table, what is there already, what does not fit.

Nothing is written before `save`, and nothing is ever put in the place of a published figure.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from ..dictionary.tables import Indicator, read_dictionary
from ..display import Shown
from ..files.opening import read_bytes
from ..identity.hidden import mask
from ..indicators.published.breaks import TABLE, crossed
from ..indicators.published.checks import figure_faults
from ..indicators.texts.published import COMPARE_OR_EXPLAIN
from ..say import Text, default_language, together
from ..say.errors import DataFaults, Fault, WrongUse
from ..tables.added import kept
from ..tables.added.columns import Asked, Left
from ..tables.added.grids import Grid, read_grids
from ..tables.added.layout import Layout, read_layout
from ..tables.added.names import RowNames
from ..tables.added.own_columns import own_rows, table_of_columns
from ..tables.intake import load
from ..tables.xlsx.parts import MOST_BYTES
from . import texts

NEW, SAME, DIFFERENT, JUMP, OUTSIDE, BREAKS = "new", "same", "different", "jump", "outside", "breaks"
ORDER = (BREAKS, OUTSIDE, DIFFERENT, JUMP, NEW, SAME)
_FARTHEST = 3  # years to an earlier figure against which a jump is measured
_FIRST_YEAR = 2000
_TIMES = 2.0  # of the largest yearly change of the place's own history
_SELDOM = 0.99  # share of all yearly changes of the indicator that are smaller


@dataclass(frozen=True, eq=False)
class NewFigures(Shown):
    """What a file holds, figure by figure, beside what the package has.

    `figures`: area_code, name, year, indicator, method, value, held (the package's figure), status, remark, cell, typed.
    status : "new", "same", "different" (the package's figure stays), "jump" (new, but far from the place's own history),
    "outside" (beyond the range of the dictionary), "breaks" (contradicts other figures). faults : cells and names that cannot
    be read. left : columns that are not read, with the reason.
    """

    file: str
    sha256: str
    name: str
    title: str
    figures: pd.DataFrame = field(repr=False)
    rows: pd.DataFrame = field(repr=False)
    faults: tuple[Fault, ...] = field(default=(), repr=False)
    left: tuple[Left, ...] = field(default=(), repr=False)
    told: tuple[Text, ...] = field(default=(), repr=False)
    totals: int = 0
    missing: int = 0
    folder: str | os.PathLike | None = None

    @property
    def ready(self) -> bool:
        """Whether there is something new, and nothing that stands against writing it."""
        return not self.faults and not self.against and bool(self._of(NEW, JUMP))

    @property
    def against(self) -> int:
        """How many figures are outside their range or contradict others."""
        return self._of(BREAKS, OUTSIDE)

    def _of(self, *statuses: str) -> int:
        return int(self.figures["status"].isin(statuses).sum())

    def table(self) -> pd.DataFrame:
        """Every figure, first what needs a look."""
        return self.figures.copy()

    def notable(self) -> pd.DataFrame:
        """The figures that need a look: different, beyond the range, contradicting others, far from the place's history."""
        found = self.figures[~self.figures["status"].isin([NEW, SAME])]
        return found.rename(columns={"year": "of_year"}).reset_index(drop=True)

    def _labels_shown(self, lang: str) -> Mapping[str, str]:
        return self.labels(lang)

    def labels(self, lang: str | None = None) -> dict[str, str]:
        """Words for the columns of the table."""
        return {name: text.say(lang) for name, text in texts.NEW_FIGURES.items()}

    def by_year(self) -> pd.DataFrame:
        """Of each indicator, series and year: how many figures are new, the same, different."""
        if not {"indicator", "method"} <= set(self.figures):
            return pd.DataFrame()
        rows = [
            {"indicator": name, "series": method, "of_year": str(year)}
            | {s: int(own["status"].isin([s, JUMP] if s == NEW else [s]).sum()) for s in (NEW, SAME, DIFFERENT)}
            for (name, method, year), own in self.figures.groupby(["indicator", "method", "year"])
        ]
        return pd.DataFrame(rows)

    def sentence(self, lang: str | None = None) -> str:
        """What would be added, what is there already, and what stands against it."""
        n = {status: self._of(status) for status in ORDER}
        said: list[Text] = [texts.READ.fill(n=len(self.figures), file=self.file, title=self.title or "-")]
        if len(self.figures):
            said.append(texts.WOULD_BE.fill(new=n[NEW] + n[JUMP], same=n[SAME], different=n[DIFFERENT]))
        said += [texts.STATUSES[s].fill(n=n[s]) for s in (DIFFERENT, JUMP, OUTSIDE, BREAKS) if n[s]]
        if self.faults:
            said.append(texts.FAULTS.fill(n=len(self.faults)))
        return together(said, lang)

    def notes(self, lang: str | None = None) -> list[str]:
        """What was read otherwise than typed, columns that were not read, and rows left aside."""
        said = list(self.told)
        if self.totals or self.missing:
            said.append(texts.ASIDE.fill(totals=self.totals, missing=self.missing))
        if self.left:
            each = [texts.LEFT.fill(heading=one.heading[:60] or "-", why=one.why) for one in self.left[:6]]
            said.append(texts.LEFT_COLUMNS.fill(n=len(self.left), each=each))
        return [text.say(lang) for text in said]

    def save(self, note: str = "") -> Path | None:
        """Lay what is new over the package's figures, in the user's data folder; None where there is nothing new.

        note : a remark of the user's, kept with every figure. Raises DataFaults where a cell, a name or a figure must be put
        right first. To take it back, delete the file, or `p2wkss data remove`.
        """
        faults = [*self.faults, *self._against()]
        if faults:
            raise DataFaults(faults)
        new = self.figures["status"].isin([NEW, JUMP]).to_numpy(bool)
        if not new.any():
            kept.tidy(self.name, self.folder)
            return None
        rows = self.rows[new].copy()
        if "source" in rows:
            rows.loc[rows["source"] == "", "source"] = (
                f"{kept.MARK}: {self.file}, sha256 {self.sha256[:12]}, {_today()}; {self.title or self.file}"
            )
        if "note" in rows and note:
            rows["note"] = mask(" ".join(note.split()))
        origin = (self.file, self.sha256, _today(), self.title, "")
        rows = rows.assign(**dict(zip(kept.ORIGIN, origin, strict=True)))
        rows["added_cell"] = self.figures.loc[new, "cell"].to_numpy()
        return kept.keep(self.name, rows, self.file, self.sha256, self.folder)

    def _against(self) -> list[Fault]:
        lang, wrong = default_language(), self.figures[self.figures["status"].isin([BREAKS, OUTSIDE])]
        return [
            Fault(self.file, "", None, one.name_of_place, one.cell, one.typed, one.remark, texts.CORRECT.say(lang))
            for one in wrong.rename(columns={"name": "name_of_place"}).itertuples()
        ]


def new_figures(
    file: str | os.PathLike,
    *,
    table: str | None = None,
    indicator: str | None = None,
    year: int | None = None,
    method: str | None = None,
    unit: str | None = None,
    sheet: str | None = None,
    folder: str | os.PathLike | None = None,
) -> NewFigures:
    """Reads a table of new figures and compares it with the package's; `.save()` lays what is new over them.

    Parameters
    ----------
    file : a table by kabupaten/kota as BPS gives it (.xlsx, .csv, a page saved as .xls, the answer of its WebAPI), with its
        title, years above the columns and names down the side; or a table with the columns of one open table.
    table : the open table; by default the one whose columns the file has, else "regency_indicators".
    indicator, year, method, unit : where the file does not say so itself: "poverty_rate", 2026, "UHH LF SP2020", "ribu jiwa".
        `year` also keeps one year of several.
    sheet : of a workbook with several tables. folder : the data folder, as for `p2.load`.

    Nothing is guessed: what is not certain is asked for (WrongUse), and cells and names in doubt are listed in `.faults`.
    Not for figures of an office's own survey, which belong into its workbook.

    >>> import pathlib, tempfile
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "tabel.csv"
    >>> head = "Persentase Penduduk Miskin Menurut Kabupaten/Kota (Persen)\\nKabupaten/Kota;2024;2027"
    >>> _ = file.write_text(head + "\\nKota Depok;2,34;2,05*\\n")
    >>> found = new_figures(file)
    >>> found.table()[["name", "year", "value", "status"]].values.tolist()
    [['Kota Depok', 2027, 2.05, 'new'], ['Kota Depok', 2024, 2.34, 'same']]
    """
    dictionary = read_dictionary(folder)
    path, name = Path(file), mask(Path(file).name)
    grids = read_grids(path, sheet)
    digest = hashlib.sha256(read_bytes(path, MOST_BYTES)).hexdigest()
    own = table_of_columns(grids[0], dictionary, table)
    if own:
        return _of_own_columns(own, grids[0], name, digest, folder)
    if table not in (None, TABLE):
        columns = [f["name"] for f in dictionary.resource(table)["schema"]["fields"]]
        raise WrongUse(texts.NEEDS_COLUMNS.fill(file=name, table=table, columns=columns))
    if indicator is not None:
        dictionary.indicator(indicator)
    entries = {e["name"]: dictionary.indicator(e["name"]) for e in dictionary.resource(TABLE)["indicators"]}
    layout = _the_one(grids, Asked(indicator, year, method, unit), RowNames(load("areas", folder)), entries, name, path.stem)
    figures, rows = _compared(layout, entries, folder)
    return NewFigures(
        name, digest, TABLE, mask(layout.title)[:300], figures, rows, tuple(layout.faults), tuple(layout.left),
        tuple(layout.told), layout.totals, layout.missing, folder,
    )  # fmt: skip


def _the_one(grids: Sequence[Grid], asked: Asked, names: RowNames, entries: dict[str, Indicator], file: str, stem: str) -> Layout:
    """The one table of a file that can be read; several must be told apart by their sheet."""
    read: list[tuple[Grid, Layout]] = []
    first: WrongUse | None = None
    for grid in grids:
        try:
            read.append((grid, read_layout(grid, asked, names, entries, file, stem)))
        except WrongUse as error:
            first = first or error
    if not read:
        raise first or WrongUse(texts.NO_TABLE.fill(file=file))
    if len(read) > 1:
        raise WrongUse(
            texts.SEVERAL_TABLES.fill(file=file, n=len(read), sheets=[grid.name or layout.title for grid, layout in read])
        )
    return read[0][1]


def _compared(
    layout: Layout, entries: dict[str, Indicator], folder: str | os.PathLike | None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The figures with their status, and the rows of the open table they would be, in one order."""
    key = ["area_code", "year", "indicator", "method"]
    held, found = load(TABLE, folder), layout.figures
    rows = found.assign(
        value=[f"{value:f}" for value in found["value"]],
        unit=[entries[name].unit for name in found["indicator"]],
        source="",
        note="",
        checked="",  # its source says that the user added it
    )
    figures = found.assign(value=found["value"].astype(float), year=found["year"].astype("Int64"))
    figures = figures.merge(held[[*key, "value", "source"]].rename(columns={"value": "held", "source": "of"}), "left", on=key)
    names = load("areas", folder).set_index("area_code")["name"]
    figures["name"] = figures["area_code"].map(names)
    figures["status"], figures["remark"] = _statuses(figures, [str(one) for one in rows["value"]], entries, held)
    figures["remark"] = _of_the_user(figures, kept.additions(folder))
    order = figures["status"].map({status: i for i, status in enumerate(ORDER)}).astype(int).sort_values(kind="stable").index
    rows = rows[["area_code", "year", "indicator", "value", "unit", "method", "source", "note", "checked"]].astype("str")
    shown = ["area_code", "name", "year", "indicator", "method", "value", "held", "status", "remark", "cell", "typed"]
    return figures.loc[order, shown].reset_index(drop=True), rows.loc[order].reset_index(drop=True)


def _statuses(
    figures: pd.DataFrame, written: Sequence[str], entries: dict[str, Indicator], held: pd.DataFrame
) -> tuple[list[str], list[str]]:
    lang = default_language()
    status, remark = [], []
    for text, value, old, name, year in zip(
        written, figures["value"], figures["held"], figures["indicator"], figures["year"], strict=True
    ):
        one = entries[name]
        if not (one.minimum or 0) <= value <= (one.maximum or np.inf) or not _FIRST_YEAR <= year <= dt.date.today().year + 1:
            status.append(OUTSIDE)
            remark.append(texts.RANGE.say(lang, least=one.minimum or 0, most=one.maximum or 0, unit=one.unit))
        elif pd.isna(old):
            status.append(NEW)
            remark.append("")
        else:
            same = abs(value - old) <= _rounding(text)
            status.append(SAME if same else DIFFERENT)
            remark.append("" if same else texts.STAYS.say(lang, held=float(old), digits=_digits(old)))
    new = np.array([s == NEW for s in status], dtype=bool)
    for at, said in _jumps(figures[new], held).items():
        status[int(at)], remark[int(at)] = JUMP, said
    for at, said, wrong in _contradictions(figures, new, held):
        status[at], remark[at] = (BREAKS if wrong else JUMP), said
    return status, remark


def _of_the_user(figures: pd.DataFrame, additions: pd.DataFrame) -> list[str]:
    """The remarks; where a different figure is an earlier addition of the user's, how to take that one back."""
    lang, said = default_language(), []
    for status, remark, source, held in zip(*(figures[c] for c in ("status", "remark", "of", "held")), strict=True):
        name = kept.addition_of(source, additions) if status == DIFFERENT else ""
        said.append(texts.YOURS_STAYS.say(lang, held=float(held), digits=_digits(held), name=name) if name else remark)
    return said


def _rounding(text: str) -> float:
    """Half a unit of the last digit that stands in a figure: one that was printed with fewer digits is the same."""
    digits = len(text.partition(".")[2].rstrip("0"))
    return 0.5 * 10.0**-digits * (1 + 1e-9) if digits else 1e-9


def _digits(value: float) -> int:
    """How many decimals a figure has."""
    return len(f"{value:.4f}".rstrip("0").partition(".")[2])


def _jumps(new: pd.DataFrame, held: pd.DataFrame) -> dict[int, str]:
    """Figures whose change since the nearest earlier year is far beyond the place's own and seldom anywhere."""
    lang, found = default_language(), {}
    for (name, method), own in new.groupby(["indicator", "method"]):
        old = held[(held["indicator"] == name) & (held["method"] == method)].sort_values(["area_code", "year"])
        relative = old["value"].median() > 1000 if len(old) else False  # rupiah and people grow by shares
        scale = np.log if relative else (lambda x: x)
        change = scale(old["value"].where(old["value"] > 0) if relative else old["value"]).groupby(old["area_code"]).diff()
        step = old.groupby("area_code")["year"].diff()
        yearly = (change.abs() / step.astype(float)).dropna()
        if len(yearly) < 100:
            continue
        seldom = float(yearly.quantile(_SELDOM))
        largest = yearly.groupby(old["area_code"]).max()
        last = dict(list(pd.concat([old, own])[["area_code", "year", "value"]].sort_values("year").groupby("area_code")))
        for row in own.itertuples():
            before = last[row.area_code]
            before = before[(before["year"] < row.year) & (before["year"] >= row.year - _FARTHEST)]
            if before.empty or row.value <= 0 and relative:
                continue
            year, value = int(before["year"].iloc[-1]), float(before["value"].iloc[-1])
            now = abs(float(scale(row.value)) - float(scale(value))) / (row.year - year)
            if now > max(_TIMES * float(largest.get(row.area_code, 0.0)), seldom) and not crossed(
                str(name), [row.area_code], year, int(row.year)
            ):
                found[row.Index] = texts.JUMPS.say(lang, value=value, digits=_digits(value), year=year)
    return found


def _contradictions(figures: pd.DataFrame, new: np.ndarray, held: pd.DataFrame) -> list[tuple[int, str, bool]]:
    """Positions of figures by which a check of published figures fails that held before, why, and whether it is an identity."""
    if not new.any():
        return []
    added = figures[new]
    years = {int(year) + step for year in added["year"].unique() for step in (-1, 0, 1)}
    whole = held["indicator"].eq("poor_people")  # the country's sum needs all of them
    near = held[held["year"].isin(years) & (held["area_code"].isin(added["area_code"].unique()) | whole)]
    columns = ["area_code", "year", "indicator", "method", "value"]
    both = pd.concat([near[columns], added[columns]], ignore_index=True)
    last = default_language()
    known = {(f.value, f.rule) for f in figure_faults({TABLE: near[columns]})}
    found = []
    for fault in figure_faults({TABLE: both}):
        if (fault.value, fault.rule) in known or fault.row is None:
            continue
        place = both.iloc[fault.row - 2]
        here = added[(added["area_code"] == place["area_code"]) & (added["year"] == place["year"])]
        exact = here[here["indicator"] == place["indicator"]]
        hit = exact if len(exact) else here if len(here) else added[added["year"] == place["year"]].iloc[:1]
        if not len(hit):  # a step to a later year that was there already
            hit = added[(added["area_code"] == place["area_code"]) & (added["year"] == place["year"] - 1)]
        wrong = fault.remedy != COMPARE_OR_EXPLAIN.say(last)
        found += [(int(at), fault.rule, wrong) for at in hit.index[:1]]
    return found


def _of_own_columns(name: str, grid: Grid, file: str, digest: str, folder: str | os.PathLike | None) -> NewFigures:
    """A file with the columns of an open table: its rows beside those of the same key."""
    dictionary = read_dictionary(folder)
    resource = dictionary.resource(name)
    key = kept.key_of(resource)
    held = load(name, folder)
    text, typed, faults, cells = own_rows(grid, kept.in_years_to_come(resource), load("areas", folder), file)
    columns = [c for c in typed if c not in (*key, "source", "note", "checked")]
    if faults:
        empty = pd.DataFrame(columns=["area_code", "name", "status", "remark", "cell", "typed"])
        return NewFigures(file, digest, name, "", empty, text.iloc[:0], tuple(faults), folder=folder)
    old = held.drop_duplicates(key).set_index(key)
    places = load("areas", folder).set_index("area_code")["name"]
    rows: list[dict] = []
    for at, line in enumerate(typed.to_dict("records")):
        which = tuple(line[c] for c in key) if len(key) > 1 else line[key[0]]
        there = old.loc[[which]].iloc[0] if which in old.index else None
        unlike = [] if there is None else [c for c in columns if not _equal(line[c], there[c])]
        status = NEW if there is None else DIFFERENT if unlike else SAME
        remark = texts.UNLIKE.say(default_language(), columns=unlike[:5]) if unlike else ""
        place = line.get("area_code", line.get("village_code", ""))
        rows.append(
            {
                "area_code": place,
                "name": places.get(place, ""),
                "year": line.get("year", pd.NA),
                "status": status,
                "remark": remark,
                "cell": cells[at],
                "typed": "",
            }
        )
    figures = pd.DataFrame(rows)
    order = figures["status"].map({status: i for i, status in enumerate(ORDER)}).astype(int).sort_values(kind="stable").index
    return NewFigures(
        file, digest, name, "", figures.loc[order].reset_index(drop=True), text.loc[order].reset_index(drop=True), folder=folder
    )


def _equal(one: object, other: object) -> bool:
    if pd.isna(one) or pd.isna(other):
        return bool(pd.isna(one) and pd.isna(other))
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= 1e-9 * max(1.0, abs(other))
    return bool(one == other)


def _today() -> str:
    return dt.date.today().isoformat()
