"""Where one kabupaten or kota stands in its province and in the country, indicator by indicator, in the newest year."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from ...dictionary.tables import Indicator
from ...display import Shown
from ...say import Text, number, together
from . import texts
from .headings import headings
from .most_have import MOST_HAVE

POVERTY = ("poverty_rate", "poverty_gap_index", "poverty_severity_index", "poor_people", "poverty_line")
HDI = ("hdi", "life_expectancy", "expected_years_of_schooling", "mean_years_of_schooling", "adjusted_expenditure")


@dataclass(frozen=True)
class Rank:
    """Places `first` to `last`, shared by equal figures, among `of` that have a figure; the first is the best."""

    first: int
    last: int
    of: int

    @property
    def text(self) -> Text:
        """The rank within a sentence."""
        return (texts.RANK if self.first == self.last else texts.SHARED_RANK).fill(first=self.first, last=self.last, of=self.of)

    @property
    def short(self) -> Text:
        """The rank in a table."""
        return (texts.SHORT_RANK if self.first == self.last else texts.SHORT_SHARED).fill(
            first=self.first, last=self.last, of=self.of
        )


@dataclass(frozen=True)
class Figure:
    """One newest figure beside the medians of the province's and the country's places, and its ranks where one end is better.

    Neither a median (NaN) nor a rank (None) where only a few of the places have a figure of that year yet.
    """

    indicator: Indicator
    year: int
    method: str
    value: float
    province_median: float
    country_median: float
    in_province: Rank | None
    in_country: Rank | None

    @property
    def digits(self) -> int:
        """Whole numbers for rupiah and people, two decimals for what BPS gives with them."""
        return 0 if (self.indicator.maximum or 0) > 1000 else 2


@dataclass(frozen=True)
class Standing(Shown):
    """The newest figures of one place. `missing`: indicators without any figure of it."""

    name: str
    province: str
    figures: tuple[Figure, ...]
    missing: tuple[Indicator, ...]

    def of(self, indicator: str) -> Figure | None:
        """The figure of one indicator."""
        return next((one for one in self.figures if one.indicator.name == indicator), None)

    def table(self) -> pd.DataFrame:
        """indicator, year, method, value, province_median, country_median, and of both ranks first, last and of."""
        rows = []
        for one in self.figures:
            row = {"indicator": one.indicator.name, "year": one.year, "method": one.method, "value": one.value}
            row |= {"province_median": one.province_median, "country_median": one.country_median}
            for name, rank in (("province", one.in_province), ("country", one.in_country)):
                row |= {f"{name}_{part}": getattr(rank, part, pd.NA) for part in ("first", "last", "of")}
            rows.append(row)
        return pd.DataFrame(rows)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        rows = []
        for one in self.figures:
            figures = {"value": one.value, "province_median": one.province_median, "country_median": one.country_median}
            ranks = {"in_province": one.in_province, "in_country": one.in_country}
            rows.append(
                {"indicator": one.indicator.labels.say(lang), "year": one.year}
                | {key: None if math.isnan(value) else number(value, one.digits, lang) for key, value in figures.items()}
                | {key: rank.short.say(lang) if rank else None for key, rank in ranks.items()}
            )
        return pd.DataFrame(rows)

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return headings(self._frame_shown(lang), lang)

    def sentence(self, lang: str | None = None) -> str:
        """Poverty and HDI with their ranks."""
        said = [self._said(name, text) for name, text in (("poverty_rate", texts.POVERTY_STANDS), ("hdi", texts.HDI_STANDS))]
        return together(said, lang)

    def _said(self, indicator: str, text: Text) -> Text | str:
        if (one := self.of(indicator)) is None:
            return ""
        held = {self.province: one.in_province, texts.INDONESIA: one.in_country}
        ranks = [texts.RANKED_IN.fill(rank=rank.text, place=place) for place, rank in held.items() if rank]
        said = (text if ranks else texts.NOT_RANKED[indicator]).fill(name=self.name, value=one.value, year=one.year, ranks=ranks)
        few = [place for place, rank in held.items() if not rank]
        return texts.TWO_SENTENCES.fill(first=said, second=texts.FEW_HAVE.fill(year=one.year, places=few)) if few else said


def newest(rows: pd.DataFrame, indicator: str, code: str) -> pd.Series | None:
    """The newest figure of one place, of two series in one year the one now published; None where there is none."""
    own = rows[(rows["indicator"] == indicator) & (rows["area_code"] == code) & rows["value"].notna()]
    return None if own.empty else own.sort_values(["year", "method"], ascending=[True, False]).iloc[-1]


def rank_of(code: str, values: pd.Series, better: str | None) -> Rank | None:
    """The rank of one place among `values` (by area code); None where neither end is better.

    >>> rank_of("b", pd.Series({"a": 3.0, "b": 5.0, "c": 5.0, "d": 9.0}), "lower")
    Rank(first=2, last=3, of=4)
    """
    if better is None:
        return None
    held = values.dropna()
    ahead = held < held[code] if better == "lower" else held > held[code]
    return Rank(int(ahead.sum()) + 1, int(ahead.sum()) + int((held == held[code]).sum()), len(held))


def standing_of(rows: pd.DataFrame, code: str, indicators: dict[str, Indicator], name: str, province: str) -> Standing:
    """The newest figure of every indicator, each among all places with a figure of the same year and series."""
    figures, missing, places = [], [], pd.Series(rows["area_code"].unique())
    for indicator in (*POVERTY, *HDI):
        entry, own = indicators[indicator], newest(rows, indicator, code)
        if own is None:
            missing.append(entry)
            continue
        same = rows[(rows["indicator"] == indicator) & (rows["year"] == own["year"]) & (rows["method"] == own["method"])]
        country = same.set_index("area_code")["value"].dropna()
        among = []
        for held, of in (
            (country[country.index.str.startswith(code[:2])], places[places.str.startswith(code[:2])]),
            (country, places),
        ):
            enough = len(held) >= MOST_HAVE * len(of)
            among.append((float(held.median()), rank_of(code, held, entry.direction)) if enough else (math.nan, None))
        medians, ranks = zip(*among, strict=True)
        figures.append(Figure(entry, int(own["year"]), own["method"], float(own["value"]), *medians, *ranks))
    return Standing(name, province, tuple(figures), tuple(missing))
