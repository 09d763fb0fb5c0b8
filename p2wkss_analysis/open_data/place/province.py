"""One province in the open tables: its kabupaten and kota ranked, over the years, and who moved most."""

from __future__ import annotations

from functools import cached_property

import pandas as pd

from ...display import Shown
from ...indicators.change import Change, change_between
from ...places.areas import short_name
from ...places.matching import find
from ...say import together
from ...say.errors import NotEnoughData
from ..answers import OpenAnswers
from . import texts, years
from .headings import headings
from .regency import newest_of_both
from .standing import rank_of
from .stretch import newest_stretch

HALF = 0.5  # of the places must be free of a break for a change to be told


class ProvinceAnswers(Shown):
    """What is published of the kabupaten and kota of one province.

    m : the open tables. province : name or code.

    `.ranking`, `.changes`, `.sites`, `.years(indicator)`, `.both()`.
    """

    def __init__(self, m: OpenAnswers, province: str | int):
        self.m = m
        self.code = find(province, m.areas[m.areas["area_code"].str.len() == 2], level="province")
        self.folder = m.folder

    @property
    def province(self) -> str:
        """Its code."""
        return self.code

    @cached_property
    def regencies(self) -> pd.DataFrame:
        """All kabupaten and kota of the country."""
        return self.m.areas[self.m.areas["level"] == "regency"]

    @cached_property
    def companions(self) -> pd.DataFrame:
        """Those of the province."""
        return self.regencies[self.regencies["area_code"].str[:2] == self.code]

    @cached_property
    def names(self) -> dict[str, str]:
        """Short names of provinces and of all kabupaten and kota."""
        near = self.m.areas[self.m.areas["area_code"].str.len() <= 5]
        return {code: short_name(name) for code, name in zip(near["area_code"], near["name"], strict=True)}

    @property
    def name(self) -> str:
        """Its short name."""
        return self.names[self.code]

    @cached_property
    def ranking(self) -> pd.DataFrame:
        """area_code, name, year, poverty_rate, poverty_rank, poor_people, hdi, hdi_rank; the lowest poverty first."""
        both, table = self.both(), pd.DataFrame({"area_code": self.companions["area_code"].to_list()})
        table["name"] = table["area_code"].map(self.names)
        for name, better in (("poverty_rate", "lower"), ("hdi", "higher")):
            values = both[both["indicator"] == name].set_index("area_code")["value"]
            table[name] = table["area_code"].map(values)
            table[f"{name}_rank"] = [rank_of(c, values, better) if c in values.index else None for c in table["area_code"]]
        rows = self.m.indicators
        poor = rows[(rows["indicator"] == "poor_people") & (rows["year"] == self.year)].set_index("area_code")["value"]
        table["poor_people"] = table["area_code"].map(poor)
        return table.sort_values(["poverty_rate", "area_code"], na_position="last", ignore_index=True)

    @property
    def year(self) -> int:
        """The newest year of both indicators."""
        return int(self.both()["year"].iloc[0])

    @cached_property
    def changes(self) -> dict[str, tuple[Change, ...]]:
        """Indicator to its changes: the newest three to five years without a break, and the last year where it has none."""
        return {name: self._changes(name) for name in ("poverty_rate", "hdi")}

    @cached_property
    def sites(self) -> pd.DataFrame:
        """Known sites of the programme, by kabupaten/kota, the newest first."""
        own = self.m.sites[self.m.sites["regency_code"].str[:2] == self.code]
        return own.sort_values(["regency_code", "year", "village"], ascending=[True, False, True], na_position="last")

    def years(self, indicator: str) -> pd.DataFrame:
        """One indicator since 2010 of the places of the province, with the medians of province and country."""
        return years.with_medians(self.m.indicators, indicator, self.code, self.regencies["area_code"])

    def both(self) -> pd.DataFrame:
        """Poverty and HDI of the newest year, of the places of the province."""
        return newest_of_both(self.m.indicators, self.companions["area_code"])

    def table(self) -> pd.DataFrame:
        """The ranking."""
        return self.ranking.copy()

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        ranks = [column for column in self.ranking if column.endswith("_rank")]
        return self.ranking.assign(**{c: [rank.short.say(lang) if rank else None for rank in self.ranking[c]] for c in ranks})

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return headings(self.ranking, lang)

    def sentence(self, lang: str | None = None) -> str:
        """Poor people of the province, and where both indicators are best and worst."""
        poverty = self.ranking.dropna(subset=["poverty_rate"])
        hdi = self.ranking.dropna(subset=["hdi"]).sort_values("hdi")
        best, worst = poverty.iloc[0], poverty.iloc[-1]
        said = texts.PROVINCE_STANDS.fill(
            province=self.name, poor=float(poverty["poor_people"].sum()), year=self.year, best=best["name"],
            lowest=best["poverty_rate"], worst=worst["name"], highest=worst["poverty_rate"],
        )  # fmt: skip
        first, last = hdi.iloc[-1], hdi.iloc[0]
        more = texts.PROVINCE_HDI.fill(
            best=first["name"], highest=first["hdi"], worst=last["name"], lowest=last["hdi"], year=self.year
        )
        return together([said, more], lang)

    def _changes(self, indicator: str) -> tuple[Change, ...]:
        codes = list(self.companions["area_code"])
        rows = self.m.indicators[self.m.indicators["area_code"].isin(codes)]
        stretch = newest_stretch(rows, indicator, codes, HALF)
        newest = rows[(rows["indicator"] == indicator) & (rows["year"] == self.year)]["method"].min()
        asked = [(stretch.first, stretch.last, stretch.method)] if stretch else []
        found = []
        for first, last, method in (*asked, (self.year - 1, self.year, newest)):
            try:
                found.append(change_between(rows, indicator, first, last, method, self.names))
            except NotEnoughData:
                continue  # every place has a break there, or a year has no figure: nothing is told of it
        return tuple(found)
