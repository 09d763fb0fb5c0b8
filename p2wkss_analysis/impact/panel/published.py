"""From published figures of kabupaten and kota to the table of a panel: one series, unbroken, every hole named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np
import pandas as pd

from ...dictionary.tables import Indicator, read_dictionary
from ...indicators.published.breaks import TABLE, crossed, parts
from ...indicators.published.series import spans
from ...places.areas import short_name
from ...places.matching import find
from ...say import LANGUAGES, Text
from ...say.errors import NotEnoughData, WrongUse
from ...tables.intake import load
from ...tables.place_names import regency_named
from ...tables.whole_number import whole
from ..texts import panel as texts

AT_BREAK = ("leave out", "cut")
LEAST_YEARS = 3
A_YEAR_COUNTS = 0.5  # of the places must have a figure; a year of fewer is a hole
COLUMNS = ["area_code", "name", "why", "years", "reason_id", "reason_en"]


@dataclass(frozen=True)
class Published:
    """`table`: area_code, year, value. `left_out`: area_code, name, why (break, missing, cut, year), years and the reason."""

    indicator: Indicator
    method: str
    table: pd.DataFrame
    left_out: pd.DataFrame


def published(
    name: str,
    method: str | None = None,
    years: tuple[int, int] | None = None,
    inside: str | int | None = None,
    at_break: str = "leave out",
    balanced: bool = True,
) -> Published:
    """The figures of one indicator and series; see `Panel.from_open_data`. Raises WrongUse and NotEnoughData."""
    if at_break not in AT_BREAK:
        raise WrongUse(texts.AT_BREAK_UNKNOWN.fill(given=at_break, known=AT_BREAK))
    entry, rows, areas = read_dictionary().indicator(name), load(TABLE), load("areas")
    rows = rows[(rows["indicator"] == name) & rows["value"].notna()]
    places = areas[areas["level"] == "regency"]
    if inside is not None:
        province = find(inside, areas[areas["level"] == "province"], level="province")
        places = places[places["area_code"].str.startswith(province + ".")]
    rows = rows[rows["area_code"].isin(places["area_code"])]
    method = _method(entry, rows, method)
    rows = rows[rows["method"] == method]
    rows = rows.assign(part=parts(rows))
    wide, part = (rows.pivot(index="area_code", columns="year", values=v) for v in ("value", "part"))
    wide, part = (each.reindex(places["area_code"].to_list()) for each in (wide, part))
    first, last = _asked(years, wide) if years is not None else _longest_block(wide, part)
    wide, part = wide.loc[:, first:last], part.loc[:, first:last]
    names = {code: short_name(place) for code, place in zip(places["area_code"], places["name"], strict=True)}
    told = _Told(names)
    kept = _in_one_part(wide, part, name, at_break, told)
    kept = _whole_years(kept, first, last, len(wide), told) if balanced else kept
    if balanced:
        cut = [line["area_code"] for line in told.lines if line["why"] == "cut"]
        short = kept.index[kept.isna().any(axis=1) & ~kept.index.isin(cut)]
        told.missing(kept.loc[short])
        kept = kept.drop(index=short)
    else:
        told.missing(kept[kept.isna().all(axis=1)])
        kept = kept.dropna(how="all")
    if len(kept) < 2 or kept.shape[1] < 2:
        raise NotEnoughData(texts.NOTHING_UNBROKEN.fill(label=entry.labels, first=first, last=last))
    table = kept.rename_axis(index="area_code", columns="year").stack().rename("value").reset_index()
    return Published(entry, method, table, told.frame())


def starts_of(start: Mapping[str | int, int] | None, found: Published) -> dict[str, int]:
    """Area code to first programme year. Raises WrongUse for what is no year, and for a place that is not in the panel."""
    if start is not None and not isinstance(start, Mapping):
        raise WrongUse(texts.START_IS_NO_MAPPING.fill(given=start))
    starts, named = {}, {}
    for place, given in (start or {}).items():
        year = whole(given)
        if year is None:
            raise WrongUse(texts.START_IS_NO_YEAR.fill(place=place, given=given))
        code = regency_named(place)
        starts[code], named[code] = year, place
    absent = sorted(set(starts) - set(found.table["area_code"]))
    if absent:
        why = found.left_out.drop_duplicates("area_code").set_index("area_code")
        said = [
            texts.ABSENT.fill(
                place=named[code],
                why=Text(why["reason_id"][code], why["reason_en"][code]) if code in why.index else texts.NOT_INSIDE,
            )
            for code in absent
        ]
        raise WrongUse(texts.STARTS_NOT_IN_PANEL.fill(places=said))
    return starts


class _Told:
    """What was left out, and why."""

    def __init__(self, names: dict[str, str]):
        self.names, self.lines = names, list[dict[str, str]]()

    def add(self, code: str, why: str, years: str, reason: Text) -> None:
        said = {f"reason_{lang}": reason.say(lang) for lang in LANGUAGES}
        self.lines.append({"area_code": code, "name": self.names.get(code, ""), "why": why, "years": years, **said})

    def missing(self, rows: pd.DataFrame) -> None:
        """Places without a figure in some of the years."""
        for code, own in rows.iterrows():
            years = _spans(own.index[own.isna()])
            self.add(str(code), "missing", years, texts.NO_FIGURE_IN.fill(years=years))

    def frame(self) -> pd.DataFrame:
        return pd.DataFrame(self.lines, columns=COLUMNS)


def _method(entry: Indicator, rows: pd.DataFrame, asked: str | None) -> str:
    """The series asked for, or that with most years, of equal ones the one with most figures."""
    if asked is not None and asked not in entry.methods:
        raise WrongUse(texts.METHOD_UNKNOWN.fill(given=asked, label=entry.labels, known=entry.methods))
    counted = rows.groupby("method")["year"].agg(["nunique", "size"]).sort_values(["nunique", "size"])
    if counted.empty or (asked is not None and asked not in counted.index):
        raise NotEnoughData(texts.NO_FIGURES_THERE.fill(label=entry.labels))
    return asked or str(counted.index[-1])


def _asked(years: tuple[int, int], wide: pd.DataFrame) -> tuple[int, int]:
    given = list(years) if isinstance(years, Iterable) else []
    first, last = map(whole, given) if len(given) == 2 else (None, None)
    if first is None or last is None:
        raise WrongUse(texts.YEARS_ARE_TWO.fill(given=years))
    if first >= last or not len(wide.columns[(wide.columns >= first) & (wide.columns <= last)]):
        raise WrongUse(texts.YEARS_WITHOUT_FIGURES.fill(first=first, last=last, known=_spans(wide.columns)))
    return first, last


def _longest_block(wide: pd.DataFrame, part: pd.DataFrame) -> tuple[int, int]:
    """First and last of the consecutive years with the most cells of places that are whole and unbroken in all of them."""
    best, cells = (int(wide.columns[0]), int(wide.columns[-1])), 0
    for first, last in combinations_with_replacement(range(len(wide.columns)), 2):
        years = wide.columns[first : last + 1]
        if len(years) < LEAST_YEARS or years[-1] - years[0] != len(years) - 1:
            continue
        block = part[years].to_numpy(float)
        held = int((np.isfinite(block).all(1) & (block[:, 0] == block[:, -1])).sum()) * len(years)
        if held >= cells:
            best, cells = (int(years[0]), int(years[-1])), held
    return best


def _in_one_part(wide: pd.DataFrame, part: pd.DataFrame, indicator: str, at_break: str, told: _Told) -> pd.DataFrame:
    """Without places whose series breaks inside the years, or with the longest part of each alone (of equal ones the newest)."""
    broken = part.index[part.max(axis=1) > part.min(axis=1)]
    reasons = crossed(indicator, broken, int(wide.columns[0]), int(wide.columns[-1]))
    kept = wide.copy()
    for code in broken:
        one = reasons[code]
        reason = texts.BREAKS_IN.fill(year=one.year, reason=one.reason)
        if at_break == "leave out":
            told.add(code, "break", str(one.year), reason)
            continue
        own = part.loc[code].dropna()
        counted = own.value_counts().sort_index()
        longest = counted.index[counted == counted.max()][-1]
        dropped = own.index[own != longest]
        kept.loc[code, dropped] = np.nan
        told.add(code, "cut", _spans(dropped), reason)
    return kept.drop(index=broken) if at_break == "leave out" else kept


def _whole_years(kept: pd.DataFrame, first: int, last: int, of: int, told: _Told) -> pd.DataFrame:
    """Without the years in which fewer than half of the places have a figure; these stand as holes."""
    counted = kept.notna().sum().reindex(range(first, last + 1), fill_value=0)
    for year, n in counted[counted < A_YEAR_COUNTS * len(kept)].items():
        told.add("", "year", str(year), texts.FEW_IN_YEAR.fill(n=int(n), of=of))
    return kept[[year for year in kept.columns if counted[year] >= A_YEAR_COUNTS * len(kept)]]


def left_out_sentence(left_out: pd.DataFrame) -> list[Text]:
    """What was left out, counted: places by reason, years that are holes."""
    counted = left_out["why"].value_counts()
    broken, missing, cut = (int(counted.get(why, 0)) for why in ("break", "missing", "cut"))
    said = []
    if broken or missing:
        said.append(texts.PLACES_LEFT_OUT.fill(n=broken + missing, broken=broken, missing=missing))
    if cut:
        said.append(texts.PLACES_CUT.fill(n=cut))
    if holes := [int(year) for year in left_out.loc[left_out["why"] == "year", "years"]]:
        said.append(texts.YEARS_ARE_HOLES.fill(years=_spans(holes)))
    return said


def _spans(years: Iterable[int]) -> str:
    """Years as people write them: 2010–2012, 2019."""
    return ", ".join(spans(years))
