"""How much of the programme the register of sites holds, as far as that can be known."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ..display import Shown
from . import texts

FIRST = 2017  # the first year for which the number of participants is known
LAST = 2025  # the last year of the contest of Jawa Barat
PARTICIPANTS = {2017: 27, 2021: 26, 2025: 25}  # of Jawa Barat: indonesiatrue.com (2021), bekasikab.go.id (2025)


@dataclass(frozen=True)
class Register(Shown):
    """`rows`: province, year, regencies (all there are) and known (those with a site in the register)."""

    rows: pd.DataFrame

    @property
    def share(self) -> float:
        """The part of all years of all kabupaten and kota with a known site. Of sites it is less: some ran two in a year."""
        return float(self.rows["known"].sum() / self.rows["regencies"].sum())

    def table(self) -> pd.DataFrame:
        """The rows."""
        return self.rows.copy()

    def sentence(self, lang: str | None = None) -> str:
        """The share, and what it rests on."""
        known, of = int(self.rows["known"].sum()), int(self.rows["regencies"].sum())
        counts = [texts.PARTICIPANTS.fill(n=n, year=year) for year, n in PARTICIPANTS.items()]
        return texts.REGISTER.say(
            lang, known=known, of=of, percent=100 * self.share, first=FIRST, last=LAST, counts=counts
        )  # fmt: skip


def register(sites: pd.DataFrame, areas: pd.DataFrame, provinces: tuple[str, ...]) -> Register:
    """Every kabupaten and kota of the programme's provinces is taken to have run at least one site in each year."""
    dated = sites.dropna(subset=["year"])
    dated = dated[dated["year"].between(FIRST, LAST)]
    regencies = areas.loc[areas["level"] == "regency", "area_code"].str[:2].value_counts()
    rows = [
        {
            "province": province,
            "year": year,
            "regencies": int(regencies[province]),
            "known": int(
                dated.loc[(dated["year"] == year) & dated["regency_code"].str.startswith(province), "regency_code"].nunique()
            ),
        }
        for province in provinces
        for year in range(FIRST, LAST + 1)
    ]
    return Register(pd.DataFrame(rows))
