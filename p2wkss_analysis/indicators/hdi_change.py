"""The change of the human development index between two years, split into the contribution of each dimension.

The split is exact: with the logarithmic mean L(a, b) = (a - b) / (ln a - ln b), the change of a geometric
mean is the sum over its dimensions of L(after, before) / 3 times ln(index after / index before), with no
remainder (Ang 2004, Energy Policy 32, logarithmic mean Divisia index).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..display import Shown
from ..say import Text, together
from ..say.errors import NotEnoughData, WrongUse
from .hdi import COMPONENTS, RANGES, dimension_indices, index_from_dimensions
from .measured import read
from .published.breaks import crossed
from .texts import hdi as texts

DIMENSIONS = ("health", "education", "expenditure")


@dataclass(frozen=True)
class HdiSplit(Shown):
    """A change of the index split into its three dimensions, in index points; they add up to `change`."""

    before: float
    after: float
    health: float
    education: float
    expenditure: float

    @property
    def change(self) -> float:
        """After minus before, in points."""
        return self.after - self.before

    def table(self) -> pd.DataFrame:
        """Four rows: dimension (health, education, expenditure, total), points."""
        points = [self.health, self.education, self.expenditure, self.change]
        return pd.DataFrame({"dimension": [*DIMENSIONS, "total"], "points": points})

    def sentence(self, lang: str | None = None) -> str:
        """The split in words."""
        return together([texts.HDI_MOVED.fill(change=self.change), self.by_dimension()], lang)

    def by_dimension(self) -> Text:
        """What each dimension contributed."""
        parts = [texts.DIMENSION_POINTS.fill(dimension=texts.DIMENSIONS[d], points=getattr(self, d)) for d in DIMENSIONS]
        return texts.BY_DIMENSION.fill(parts=parts)


def split_change(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Points of change by dimension, for many places at once.

    `before`, `after`: dimension indices, shape (3,) or (3, n), above 0 and at most 1. Returns the same shape;
    the sum over the first axis is the change of the index. An index at its floor (0) gives NaN: the share
    of a dimension has no value there.

    >>> split_change(np.array([0.5, 0.5, 0.5]), np.array([0.5, 0.6, 0.5])).round(3).tolist()
    [0.0, 3.133, 0.0]
    """
    low, high = index_from_dimensions(before), index_from_dimensions(after)
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.log(after) - np.log(before)
        mean_log = logs.sum(axis=0) / 3
        # (high - low) / ln(high / low), written so that an unchanged index gives the index itself
        weight = np.where(np.abs(mean_log) < 1e-12, low, low * np.expm1(mean_log) / mean_log)
        weight = np.where((low > 0) & (high > 0), weight, np.nan)
        return weight / 3 * logs


def decompose_hdi(before: Mapping, after: Mapping) -> HdiSplit:
    """Split the change of the human development index of one place exactly into its three dimensions.

    `before`, `after`: mappings (dict or Series) with `life_expectancy`, `expected_schooling`,
    `mean_schooling` (years) and `expenditure` (thousand rupiah per person per year), both of the **same
    series** of life expectancy. Points on the scale 0-100.

    Raises WrongUse for a component that is absent or impossible, NotEnoughData for one that is missing, or
    where a dimension stands at the lower goalpost (a share has no value there).

    Do not use it to claim what a programme did: it says which dimension moved, not why.

    Source: Ang (2004), logarithmic mean weights; components by BPS.

    >>> depok_2024 = dict(life_expectancy=75.82, expected_schooling=14.11, mean_schooling=11.59, expenditure=16640)
    >>> depok_2025 = dict(life_expectancy=76.30, expected_schooling=14.21, mean_schooling=11.83, expenditure=17279)
    >>> decompose_hdi(depok_2024, depok_2025).table()["points"].round(3).tolist()
    [0.238, 0.383, 0.372, 0.993]
    """
    first, last = _dimensions(before, "before"), _dimensions(after, "after")
    points = split_change(first, last)
    if np.isnan(points).any():
        raise NotEnoughData(texts.AT_THE_FLOOR)
    return HdiSplit(float(index_from_dimensions(first)), float(index_from_dimensions(last)), *map(float, points))


def _dimensions(components: Mapping, which: str) -> np.ndarray:
    absent = [name for name in COMPONENTS if name not in components]
    if absent:
        raise WrongUse(texts.COMPONENTS_ABSENT.fill(absent=absent, which=which, needed=COMPONENTS))
    measured = read({name: components[name] for name in COMPONENTS}, RANGES)
    if not measured.scalar:
        raise WrongUse(texts.ONE_PLACE)
    missing = [name for name, value in measured.arrays.items() if np.isnan(value)]
    if missing:
        raise NotEnoughData(texts.COMPONENTS_MISSING.fill(missing=missing, which=which))
    return dimension_indices(measured.arrays)


@dataclass(frozen=True)
class HdiChange(Shown):
    """The published index of one area in two years of one series, with the split where components exist.

    `before`, `after`: published figures; `split`: HdiSplit or None, and then `missing` lists (component,
    year) pairs that are not in the table.
    """

    area_code: str
    name: str
    method: str
    year_from: int
    year_to: int
    before: float
    after: float
    split: HdiSplit | None
    missing: tuple[tuple[str, int], ...]

    @property
    def change(self) -> float:
        """Published after minus published before, in points."""
        return self.after - self.before

    def table(self) -> pd.DataFrame:
        """Rows health, education, expenditure, rounding, total: dimension, points. They add up to the published
        change; `rounding` is what the published decimals leave over. Points are NaN where not known."""
        if self.split is None:
            parts = [float("nan")] * 4
        else:
            parts = [getattr(self.split, d) for d in DIMENSIONS]
            parts.append(self.change - self.split.change)
        return pd.DataFrame({"dimension": [*DIMENSIONS, "rounding", "total"], "points": [*parts, self.change]})

    def sentence(self, lang: str | None = None) -> str:
        """The change in words, with its split or with the components that are missing."""
        moved = texts.HDI_OF_PLACE_MOVED.fill(
            name=self.name or self.area_code,
            change=self.change,
            before=self.before,
            first=self.year_from,
            after=self.after,
            last=self.year_to,
            method=self.method,
        )
        return together([moved, self._why()], lang)

    def _why(self) -> Text:
        if self.split is not None:
            return self.split.by_dimension()
        return texts.NO_SPLIT.fill(gaps=[texts.GAP.fill(component=texts.COMPONENTS[c], year=y) for c, y in self.missing])


SERIES = ("UHH LF SP2020", "UHH SP2010")  # by where life expectancy comes from, the newer first
_COLUMNS = ("area_code", "year", "indicator", "value", "method")
IN_TABLE = {
    "life_expectancy": "life_expectancy",
    "expected_schooling": "expected_years_of_schooling",
    "mean_schooling": "mean_years_of_schooling",
    "expenditure": "adjusted_expenditure",
}


def hdi_change(
    table: pd.DataFrame, area_code: str, year_from: int, year_to: int, method: str | None = None, name: str = ""
) -> HdiChange:
    """The change of the published index of one area between two years, within one series.

    `table`: the table regency_indicators (area_code, year, indicator, value, unit, method). `method`: the
    series, "UHH SP2010" or "UHH LF SP2020"; without it, the newest series that has both years. Index points.

    Raises WrongUse where the two years exist only in different series (the difference would mix a change of
    method with a change of life) or another break lies between them (see `breaks`), NotEnoughData where a year has no figure.

    >>> rows = [("32.76", y, "hdi", v, "index 0-100", "UHH SP2010") for y, v in ((2020, 80.97), (2021, 81.37))]
    >>> t = pd.DataFrame(rows, columns=["area_code", "year", "indicator", "value", "unit", "method"])
    >>> hdi_change(t, "32.76", 2020, 2021).table().tail(1)["points"].round(2).tolist()
    [0.4]
    """
    absent = [column for column in _COLUMNS if column not in table]
    if absent:
        raise WrongUse(texts.TABLE_COLUMNS_ABSENT.fill(absent=absent))
    own = table[(table["area_code"] == area_code) & table["value"].notna()]
    figures = own[own["indicator"] == "hdi"].set_index(["year", "method"])["value"]
    if figures.index.has_duplicates:
        raise WrongUse(texts.HDI_TWICE.fill(code=area_code))
    series = _series(figures, area_code, year_from, year_to, method)
    if broken := crossed("hdi", [area_code], year_from, year_to):
        one = broken[area_code]
        raise WrongUse(
            texts.SERIES_BREAKS.fill(code=name or area_code, first=year_from, last=year_to, year=one.year, reason=one.reason)
        )
    found, missing = _components(own, series, (year_from, year_to))
    split = None if missing else decompose_hdi(found[year_from], found[year_to])
    return HdiChange(
        area_code,
        name,
        series,
        year_from,
        year_to,
        float(figures[(year_from, series)]),
        float(figures[(year_to, series)]),
        split,
        missing,
    )


def _series(figures: pd.Series, area_code: str, year_from: int, year_to: int, method: str | None) -> str:
    held = {y: {m for year, m in figures.index if year == y} for y in (year_from, year_to)}
    for year in (year_from, year_to):
        if not held[year]:
            available = [texts.YEAR_IN_SERIES.fill(year=y, method=m) for y, m in sorted(figures.index)]
            raise NotEnoughData(texts.NO_HDI.fill(code=area_code, year=year, available=available or ["-"]))
    both = held[year_from] & held[year_to]
    if method is not None:
        both &= {method}
    if not both:
        raise WrongUse(
            texts.TWO_SERIES.fill(
                code=area_code,
                first=year_from,
                last=year_to,
                asked=f" ({method})" if method else "",
                first_series=sorted(held[year_from]),
                last_series=sorted(held[year_to]),
            )
        )
    return next((name for name in SERIES if name in both), min(both))


def _components(
    own: pd.DataFrame, series: str, years: tuple[int, int]
) -> tuple[dict[int, dict[str, float]], tuple[tuple[str, int], ...]]:
    found: dict[int, dict[str, float]] = {year: {} for year in years}
    missing = []
    for year in years:
        for component, indicator in IN_TABLE.items():
            rows = own[(own["year"] == year) & (own["indicator"] == indicator)]
            if component == "life_expectancy":  # the only component that differs between the two series
                rows = rows[rows["method"] == series]
            if len(rows) == 1:
                found[year][component] = float(rows["value"].iloc[0])
            else:
                missing.append((component, year))
    return found, tuple(missing)
