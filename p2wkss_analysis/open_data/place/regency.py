"""One kabupaten or kota in the open tables: every question its report asks, each answered when first asked."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import pandas as pd

from ...display import Shown
from ...indicators.hdi_change import HdiChange
from ...indicators.published.series import Series, series
from ...places.areas import short_name
from ...say import Text
from ...say.errors import NotEnoughData
from ...tables.intake import load
from ...tables.place_names import regency_named
from ..answers import OpenAnswers
from ..proxies.where_next import WhereNext
from . import texts, years
from .alike import Alike, alike
from .city_years import CityYears, city_years
from .hdi_moves import hdi_moves
from .most_have import newest_of_most
from .next_rank import NextRank, next_rank
from .standing import Standing, newest, standing_of
from .villages import VillageList, village_lists

_UNITS = {"poverty_rate": "%", "hdi": ""}


class RegencyAnswers(Shown):
    """What is published of one kabupaten or kota, held against its province and all others.

    m : the open tables. regency : name or code of either kind, as people type it. boundaries : a file of true boundaries of its
    desa and kelurahan for the map of where next, instead of tiles.

    `.standing`, `.hdi_moves`, `.next_rank`, `.alike`, `.where_next`, `.villages`, `.city_years`, `.sites`, `.by_year`;
    by indicator `.trend`, `.series`, `.years`.
    """

    def __init__(self, m: OpenAnswers, regency: str | int, boundaries: Any = None):
        self.m, self.code, self.boundaries = m, regency_named(regency), boundaries
        self.folder = m.folder

    @property
    def province(self) -> str:
        """Code of its province."""
        return self.code[:2]

    @cached_property
    def regencies(self) -> pd.DataFrame:
        """All kabupaten and kota of the country."""
        return self.m.areas[self.m.areas["level"] == "regency"]

    @cached_property
    def companions(self) -> pd.DataFrame:
        """Those of its province."""
        return self.regencies[self.regencies["area_code"].str[:2] == self.province]

    @cached_property
    def names(self) -> dict[str, str]:
        """Short names of provinces, of all kabupaten and kota, and of the places inside this one."""
        codes = self.m.areas["area_code"]
        near = self.m.areas[(codes.str.len() <= 5) | codes.str.startswith(self.code)]
        return {code: short_name(name) for code, name in zip(near["area_code"], near["name"], strict=True)}

    @property
    def name(self) -> str:
        """Its short name."""
        return self.names[self.code]

    @cached_property
    def standing(self) -> Standing:
        """Where it stands in its province and in the country."""
        known = {name: self.m.dictionary.indicator(name) for name in (*years.POVERTY, *years.HDI)}
        return standing_of(self.m.indicators, self.code, known, self.name, self.names[self.province])

    @cached_property
    def hdi_moves(self) -> tuple[HdiChange, ...]:
        """What moved its HDI: over the longest unbroken run of years, and in the last year."""
        return hdi_moves(self.m.indicators, self.code, self.name)

    @cached_property
    def next_rank(self) -> NextRank | None:
        """How many poor people lie between it and its neighbours in the ranking of the province."""
        return next_rank(self.m.indicators, self.code, self.names)

    @cached_property
    def alike(self) -> Alike | None:
        """The ten places most like it."""
        return alike(self.m.indicators, self.regencies, self.code, self.names)

    @cached_property
    def villages(self) -> tuple[VillageList, ...]:
        """Figures of its desa and kelurahan, by table."""
        return village_lists(lambda table: load(table, self.folder), self.m.dictionary, self.code, self.names)

    @cached_property
    def city_years(self) -> tuple[CityYears, ...]:
        """Slums and houses of the whole place by year, where they are published."""
        return city_years(lambda table: load(table, self.folder), self.code)

    @cached_property
    def where_next(self) -> WhereNext | None:
        """Where next by proxies; None where no figures of its desa and kelurahan are published."""
        try:
            return self.m.where_next(self.code)
        except NotEnoughData:
            return None

    @cached_property
    def sites(self) -> pd.DataFrame:
        """Known sites of the programme, the newest first."""
        own = self.m.sites[self.m.sites["regency_code"] == self.code]
        return own.sort_values(["year", "village"], ascending=[False, True], na_position="last")

    @cached_property
    def by_year(self) -> pd.DataFrame:
        """All its figures since 2010."""
        return years.figures_by_year(self.m.indicators, self.code)

    @property
    def villages_known(self) -> int:
        """How many desa and kelurahan it has."""
        areas = self.m.areas
        return int(((areas["level"] == "village") & areas["area_code"].str.startswith(self.code + ".")).sum())

    def series(self, indicator: str) -> Series:
        """One indicator of it since 2010, in its unbroken parts."""
        return series(self.code, indicator, self.m.indicators[self.m.indicators["year"] >= years.FIRST])

    def trend(self, indicator: str) -> Text | None:
        """The newest figure, and the change since the first year of its unbroken part; None where there is no figure."""
        rows = self.m.indicators
        if (last := newest(rows[rows["year"] >= years.FIRST], indicator, self.code)) is None:
            return None
        held = self.series(indicator).rows
        held = held[held["method"] == last["method"]]
        own = held[held["part"] == held["part"].iloc[-1]]
        first, value = own.iloc[0], float(last["value"])
        given = {
            "name": self.name,
            "label": texts.TREND_LABELS[indicator],
            "value": value,
            "unit": _UNITS[indicator],
            "last": int(last["year"]),
        }
        if len(own) == 1:
            return texts.NO_TREND.fill(**given)
        change = round(value - float(first["value"]), 2)
        return texts.TRENDS[(change > 0) - (change < 0)].fill(**given, points=abs(change), first=int(first["year"]))

    def years(self, indicator: str) -> pd.DataFrame:
        """One indicator since 2010 of the places of the province, with the medians of province and country."""
        return years.with_medians(self.m.indicators, indicator, self.province, self.regencies["area_code"])

    def both(self) -> pd.DataFrame:
        """Poverty and HDI of the newest year, of the places of the province."""
        return newest_of_both(self.m.indicators, self.companions["area_code"])

    def table(self) -> pd.DataFrame:
        """Where it stands."""
        return self.standing.table()

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.standing._frame_shown(lang)

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return self.standing._labels_shown(lang)

    def sentence(self, lang: str | None = None) -> str:
        """Where it stands, in words."""
        return self.standing.sentence(lang)


def newest_of_both(rows: pd.DataFrame, codes: pd.Series) -> pd.DataFrame:
    """Rows of poverty and HDI in the newest year in which most places have both, of the series now published."""
    own = rows[rows["area_code"].isin(codes)]
    own = own[own["indicator"].isin(["poverty_rate", "hdi"]) & own["value"].notna()]
    each = [own[own["indicator"] == name] for name in ("poverty_rate", "hdi")]
    year = min(newest_of_most(one, len(codes)) or one["year"].max() for one in each)
    own = own[own["year"] == year]
    method = min(own.loc[own["indicator"] == "hdi", "method"])
    return own[(own["indicator"] == "poverty_rate") | (own["method"] == method)]
