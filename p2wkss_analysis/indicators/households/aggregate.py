"""From rows of households to figures of villages and years: the one place where households become places."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from numbers import Real
from typing import Any

import narwhals.stable.v2 as nw
import pandas as pd
import pyarrow as pa

from ...dictionary.sheets import VILLAGE
from ...display.progress import steps
from ...say.errors import NotEnoughData, WrongUse
from ...tables.engine import texts as of_engine
from ...tables.engine.columns import YEAR, columns_absent
from ...tables.engine.register import Register, opened
from ...tables.engine.usable import LeftOut, usable
from ..measured import floats
from ..texts import register as texts
from .aggregated import KNOWN, LEFT_OUT, Aggregated
from .definitions import DEFINITIONS, FLOOR_AREA, defined, number, worked_out
from .figures import DECILES, FIGURES, LINE, QUANTILES, WEIGHT, Figure, Setting, figures_from, of_households

# What groups are made of, and within how much of the code of a village one of them lies.
AREAS = {"area_code": 13, "district_code": 8, "regency_code": 5, "province_code": 2}
GROUPS = (*AREAS, "rw", "rt", YEAR)
USED = frozenset((VILLAGE, YEAR, "household_id", "members", WEIGHT, LINE, *(n for f in FIGURES.values() for n in f.needs)))
REGENCY = r"\d{2}\.\d{2}"  # the code of a kabupaten or kota
_SPENDING = "_expenditure"


def aggregate_households(
    source: Any,
    engine: str = "duckdb",
    by: Sequence[str] = ("area_code", "year"),
    *,
    columns: Mapping[str, str] | None = None,
    line: float | pd.DataFrame | None = None,
    weights: bool | None = None,
    decile_cut: int = 4,
    floor_area: float = FLOOR_AREA,
    quantiles: Sequence[float] = QUANTILES,
    memory: str | None = None,
    faults: str = "refuse",
) -> Aggregated:
    """Figures of villages and years, or of other groups, from rows of households of any number.

    Parameters
    ----------
    source : one row a household and year: a file or folder of Parquet or CSV (`year=2025/` is a column), a DataFrame, or a table
        of DuckDB, Ibis or Spark. The columns are those of the workbook's sheet `households` with `year` in place of the wave;
        more columns give more figures. Numbers of family cards are not read.
    engine : "duckdb" on this computer, "spark" where the rows are too many for it
    by : what a group is: of area_code (village), district_code, regency_code, province_code, rw, rt, year
    columns : our name to that of the source where it has another, such as {"village_code": "kode_desa"}
    line : the poverty line in rupiah a person and month: a number, or a table of regency_code, year and line; without it the
        column poverty_line_rupiah_person_month, where there is one
    weights : whether each household counts by its column `weight`; where None, it does when there is such a column
    decile_cut : up to which decile (1-10) a household counts as low; floor_area : m2 a person (Permensos 20/2017: 7.2)
    quantiles : of spending a person over households, 0-1
    memory : what the engine may take, such as "2GB"
    faults : "refuse" checks the columns first (see `check_register`) and computes nothing where anything is wrong; "leave_out"
        takes a faulty cell as missing and leaves out rows whose village, year, household or weight is at fault (`left_out`);
        "unchecked" is for what has just been checked

    Returns
    -------
    Aggregated : `.table()` with the groups, rows, households, people, the columns of the sheet `villages`, poverty measures, and
    shares of housing, health and papers, in percent unless the name says another unit; `.known()` with the number of households
    each figure rests on; `.change()` from the year before.

    Means and shares are over the households of which they are known. Quantiles are exact: between neighbours by proportion
    (type 7 of Hyndman and Fan 1996); with weights the smallest value with at least that share of the weight at or below it.

    Raises DataFaults where the rows have faults, WrongUse for a source, group or column that does not fit, NotEnoughData where no
    row has a village and a year.

    Sources: Foster, Greer and Thorbecke (1984); Permenkes 39/2016; Permensos 20/2017; UN-Habitat, SDG indicator 11.1.1 (slum
    households; tenure is not recorded). These are figures of the register, not official rates: BPS publishes none for villages.

    >>> rows = pd.DataFrame({"village_code": "32.76.11.1001", "year": 2025, "registry_decile": [1, 3, 6, 9]})
    >>> table = aggregate_households(rows).table()
    >>> table[["households", "decile_1_percent"]].values.tolist()
    [[4.0, 25.0]]
    """
    by, quantiles = _groups(by), _quantiles(quantiles)
    with opened(source, engine, columns, memory) as register:
        register, left = usable(register, faults, {*USED, *by} - ({WEIGHT} if weights is False else set()))
        frame, held = _with_line(register, line)
        weighted = WEIGHT in held if weights is None else bool(weights)
        _refuse(by, held, weighted, decile_cut, floor_area)
        asked = _Asked(by, figures_from(held), Setting(int(decile_cut), float(floor_area), weighted), quantiles, held)
        few = frame.select(*sorted(held & {*USED, *by} - {"household_id"}))
        parts = register.in_parts(few, max((AREAS[key] for key in by if key in AREAS), default=0), YEAR in by)
        kept = register.engine.kept(by)
        spread = [partial(_spread_of, asked=asked, register=register)] if asked.sorts else []
        found = register.engine.of_each(parts, partial(_groups_of, asked=asked), *spread)
        for tables in steps(found, texts.ADDING_UP, total=len(parts)):
            kept.add(tables)
        table = kept.in_order()
        if table.empty:
            raise NotEnoughData(texts.NO_ROW_WITH_VILLAGE.fill(name=register.name or of_engine.TABLE))
        if left:
            table = _with_left_out(table, left, register, by)
        taken = (left.rows - int(table["rows"].sum()), left.cells) if left else (0, 0)
        known = {name: figure.known for name, figure in asked.figures.items()}
        return Aggregated(table, asked.by, known, asked.setting, register.name, register.made_up, taken)


@dataclass(frozen=True)
class _Asked:
    """What is asked of a frame: its groups, the figures its columns (held) allow, and the quantiles of spending."""

    by: tuple[str, ...]
    figures: Mapping[str, Figure]
    setting: Setting
    quantiles: tuple[float, ...]
    held: frozenset[str]

    @property
    def spends(self) -> bool:
        """Whether quantiles of spending are asked, and can be had."""
        return bool(self.quantiles) and self.held.issuperset(DEFINITIONS["expenditure"].needs)

    @property
    def sorts(self) -> bool:
        """Whether households are put in order for them: with weights, where no engine has a function for it."""
        return self.spends and self.setting.weighted


def _groups(by: Sequence[str]) -> tuple[str, ...]:
    given = (by,) if isinstance(by, str) or not isinstance(by, Iterable) else tuple(map(str, by))
    if not given or len(set(given)) < len(given) or not set(given) <= set(GROUPS):
        raise WrongUse(texts.WHICH_GROUPS.fill(given=given, known=GROUPS))
    return given


def _quantiles(asked: Sequence[float]) -> tuple[float, ...]:
    asked = list(asked) if isinstance(asked, Iterable) else [asked]
    if not all(isinstance(q, (int, float)) and 0 <= q <= 1 for q in asked):
        raise WrongUse(texts.WHICH_QUANTILES)
    return tuple(float(q) for q in asked)


def _refuse(by: tuple[str, ...], held: frozenset[str], weighted: bool, decile_cut: int, floor_area: float) -> None:
    absent = [name for name in by if name in ("rw", "rt") and name not in held]
    absent += [WEIGHT] if weighted and WEIGHT not in held else []
    if absent:
        raise columns_absent(absent, sorted(held))
    if decile_cut not in DECILES:
        raise WrongUse(texts.WHICH_DECILE.fill(given=decile_cut))
    if not (isinstance(floor_area, (int, float)) and floor_area > 0):
        raise WrongUse(texts.WHICH_FLOOR_AREA.fill(given=floor_area))


def _with_line(register: Register, line: float | pd.DataFrame | None) -> tuple[nw.LazyFrame, frozenset[str]]:
    """The rows with the poverty line of each household, and the columns there are."""
    held = frozenset(register.columns)
    if line is None:
        return register.frame, held
    frame = register.frame.select(*(held - {LINE}))
    if isinstance(line, pd.DataFrame):
        table = _lines(line)
        frame = frame.with_columns(_regency=nw.col(VILLAGE).str.slice(0, 5))
        frame = frame.join(register.beside(table), left_on=["_regency", YEAR], right_on=["_regency", "_year"], how="left")
        return frame.select(*(held | {LINE})), held | {LINE}
    if isinstance(line, bool) or not (isinstance(line, Real) and 0 < float(line) < math.inf):
        raise WrongUse(texts.WHICH_LINE.fill(given=line))
    return frame.with_columns(nw.lit(float(line)).alias(LINE)), held | {LINE}


def _lines(given: pd.DataFrame) -> pa.Table:
    code = next((name for name in ("regency_code", "area_code") if name in given), None)
    value = next((name for name in ("line", "value") if name in given), None)
    if code is None or value is None or YEAR not in given:
        raise WrongUse(texts.LINES_UNREADABLE.fill(found=given.columns))
    lines = given[[code, YEAR, value]].dropna()
    codes, years = lines[code].astype(str), pd.to_numeric(lines[YEAR], errors="coerce")
    strange = ~codes.str.fullmatch(REGENCY) | (years % 1 != 0)
    if strange.any():
        raise WrongUse(texts.LINES_OF_WHAT.fill(code=codes[strange].iloc[0], year=lines[YEAR][strange].iloc[0]))
    if pd.DataFrame({"code": codes, "year": years}).duplicated().any():
        raise WrongUse(texts.LINES_TWICE)
    values = floats(lines[value], value)
    if not ((values > 0) & (values < math.inf)).all():
        raise WrongUse(texts.WHICH_LINE.fill(given=values.min() if (values <= 0).any() else values.max()))
    return pa.table({"_regency": codes.to_numpy(object), "_year": years.to_numpy("int64"), LINE: values})


def _with_left_out(table: pd.DataFrame, left: LeftOut, register: Register, by: tuple[str, ...]) -> pd.DataFrame:
    """The groups with the number of rows of which something is left out."""
    areas = _areas(by)
    flawed = left.flawed.with_columns(**areas) if areas else left.flawed
    rows = flawed.group_by(*by).agg(nw.len().alias(LEFT_OUT))
    counted = table[list(by)].merge(register.engine.collect(rows).to_pandas(), on=list(by), how="left")[LEFT_OUT]
    return table.assign(**{LEFT_OUT: counted.fillna(0).astype("int64").to_numpy()})


def _areas(by: tuple[str, ...]) -> dict[str, nw.Expr]:
    return {key: nw.col(VILLAGE).str.slice(0, AREAS[key]) for key in by if key in AREAS}


def _groups_of(frame: nw.LazyFrame, asked: _Asked) -> nw.LazyFrame:
    """One row a group, with every figure and of how many households it is known."""
    setting, figures = asked.setting, asked.figures
    spent = ["expenditure"] if asked.spends else []
    rows = of_households(worked_out(frame, _areas(asked.by)), figures.values(), setting, *spent)
    counts = {"rows": nw.len(), "households": number(WEIGHT).sum() if setting.weighted else nw.len()}
    if "members" in asked.held:
        counts["people"] = nw.when(nw.col("members").count() > 0).then(setting.total(number("members")))
    values = {name: figure.of(setting) for name, figure in figures.items()}
    known = {KNOWN + name: nw.col(name).count().cast(nw.Int32) for name in {f.known: None for f in figures.values()}}
    spread = {_called(q): nw.col(_SPENDING).quantile(q, "linear") for q in asked.quantiles} if asked.spends else {}
    columns = {**counts, **values, **({} if asked.sorts else spread), **known}
    return rows.group_by(*asked.by).agg(*(of.alias(name) for name, of in columns.items()))


def _spread_of(frame: nw.LazyFrame, asked: _Asked, register: Register) -> nw.LazyFrame:
    """Quantiles of spending a person over households by weight, of the same groups. Only what they need is put in order: the
    other columns would be carried along."""
    rows = defined(worked_out(frame, _areas(asked.by)), ["expenditure"])
    rows = rows.select(*asked.by, _SPENDING, _weight=number(WEIGHT))
    quantiles = {_called(q): q for q in asked.quantiles}
    return register.quantiles(rows, asked.by, _SPENDING, "_weight", quantiles, small="area_code" in asked.by)


def _called(quantile: float) -> str:
    """The column of a quantile.

    >>> _called(0.5), _called(0.025)
    ('expenditure_p50', 'expenditure_p2.5')
    """
    return f"expenditure_p{100 * quantile:.6g}"
