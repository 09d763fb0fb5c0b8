"""The open tables and every question asked of them: each answered when first asked, and once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from ..dictionary.tables import Dictionary, read_dictionary
from ..impact.panel.clean_values import clean_sites
from ..indicators.change import Change, change_between, full_years
from ..indicators.hdi_change import HdiChange, hdi_change
from ..indicators.published.series import Series, series
from ..one_site.profile import SiteProfile
from ..places.areas import short_name
from ..places.neighbours import neighbours
from ..say import Text
from ..say.errors import NotEnoughData
from ..tables.intake import load
from ..tables.place_names import regency_named
from ..targeting.audit.official_list import ListAudit
from ..targeting.audit.past_choices import audit_slum_decrees, audit_village_index
from ..targeting.audit.targets import Audit
from ..targeting.clusters import Clusters, spatial_clusters
from ..targeting.eligibility import Eligibility, eligible_places
from ..targeting.firmness.stability import Stability
from ..targeting.need_index import need_index
from ..targeting.ranking import Ranking
from . import texts
from .proxies.where_next import WhereNext, where_next
from .register import Register, register
from .site import open_site
from .village_index_case import VillageIndexCase, village_index_case

PROVINCES = ("32", "36")
DEPOK, CILEGON = "32.76", "36.72"
EXAMPLE = "36.04"  # Kabupaten Serang: all 326 desa have the index, and it names two sites a year
PER_YEAR = 2
ASPECTS = {"iks": "lower", "ike": "lower", "ikl": "lower"}  # social, economic, environmental resilience
SERIES = "UHH SP2010"  # the HDI series with every year since 2010; the newer one has 2024 and 2025


@dataclass(frozen=True)
class NextSite:
    """A choice among the desa of a kabupaten: who may be chosen, the ranking of these, and how firm it is."""

    regency: str
    year: int
    eligibility: Eligibility
    ranking: Ranking
    stability: Stability


class OpenAnswers:
    """What the report, the explorer, commands and notebooks ask of the open tables. `p2.OpenData` adds the pages.

    folder: a data folder (see `load`), by default the project's own. Tables and answers are attributes, computed when first
    asked for; `need(regency)` is asked of any kabupaten whose desa have the village index.
    """

    def __init__(self, folder: str | os.PathLike | None = None):
        self.folder = folder
        self._needs: dict[tuple, NextSite] = {}
        self._where: dict[tuple, WhereNext] = {}

    # --- tables ----------------------------------------------------------------------------------------------

    @cached_property
    def dictionary(self) -> Dictionary:
        """Units, labels and sources of every column."""
        return read_dictionary(self.folder)

    @cached_property
    def areas(self) -> pd.DataFrame:
        """Codes and names of all places."""
        return load("areas", self.folder)

    @cached_property
    def names(self) -> dict[str, str]:
        """Code to short name of every place."""
        return dict(
            zip(self.areas["area_code"].to_numpy(object), map(short_name, self.areas["name"].to_numpy(object)), strict=True)
        )

    @cached_property
    def indicators(self) -> pd.DataFrame:
        """Poverty, HDI and their companions by kabupaten/kota and year."""
        return load("regency_indicators", self.folder)

    @cached_property
    def sites(self) -> pd.DataFrame:
        """The register of programme sites."""
        return load("programme_sites", self.folder)

    @cached_property
    def slum_villages(self) -> pd.DataFrame:
        """Villages of slum decrees."""
        return load("slum_villages", self.folder)

    @cached_property
    def slum_cities(self) -> pd.DataFrame:
        """Slum area by city and decree."""
        return load("slum_cities", self.folder)

    @cached_property
    def substandard_housing(self) -> pd.DataFrame:
        """Substandard houses repaired or proposed."""
        return load("substandard_housing", self.folder)

    @cached_property
    def village_index(self) -> pd.DataFrame:
        """The desa index by year."""
        return load("village_index", self.folder)

    # --- answers ---------------------------------------------------------------------------------------------

    @cached_property
    def changes(self) -> dict[tuple[str, str], Change]:
        """(indicator, "year" or "five") to how poverty and HDI moved in Jawa Barat."""
        return _changes(self.indicators[self.indicators["area_code"].str[:2].isin(PROVINCES)], self.names)

    @cached_property
    def depok_hdi(self) -> HdiChange:
        """Which dimension moved Depok's HDI last."""
        return _newest_hdi_change(self.indicators, DEPOK, self.names[DEPOK])

    @cached_property
    def lists(self) -> dict[str, ListAudit]:
        """Past sites of Depok and Cilegon against the slum lists in force."""
        return {regency: _list_audit(regency, self.sites, self.slum_villages, self.areas) for regency in (DEPOK, CILEGON)}

    @cached_property
    def register(self) -> Register:
        """How much of the programme the register of sites holds."""
        return register(self.sites, self.areas, PROVINCES)

    @cached_property
    def case(self) -> VillageIndexCase:
        """The real case: desa sites in the village index."""
        return village_index_case(self.village_index, self.sites, self.areas)

    @cached_property
    def clean(self) -> pd.DataFrame:
        """Confirmed sites with a value before the choice and one after."""
        return clean_sites(self.village_index, self.sites[self.sites["status"] == "confirmed"])

    @cached_property
    def index_audit(self) -> Audit:
        """Whether desa sites were among the neediest by the index known then."""
        return audit_village_index(self.sites, self.village_index, first=2023, last=2025)

    @property
    def next_site(self) -> NextSite:
        """The worked example of a choice: Kabupaten Serang."""
        return self.need(EXAMPLE)

    def need(
        self,
        regency: str,
        k: int = PER_YEAR,
        indicators: Mapping[str, str] | None = None,
        weights: Mapping[str, float] | None = None,
        draws: int = 10_000,
        seed: int = 0,
        normalise: str = "minmax",
        aggregate: str = "arithmetic",
    ) -> NextSite:
        """Which desa of a kabupaten need the programme most by the newest village index, past sites left out.

        indicators: columns of the village index to the end that means more need, by default its three aspects. Raises
        NotEnoughData for a kota, whose kelurahan have no index, and what `need_index` raises.
        """
        regency = regency_named(regency)
        key = (regency, k, str(indicators), str(weights), draws, seed, normalise, aggregate)
        if key not in self._needs:
            self._needs[key] = _next_site(
                self, regency, k, dict(indicators or ASPECTS), weights, draws, seed, normalise, aggregate
            )
        return self._needs[key]

    def where_next(
        self,
        regency: str,
        k: int | None = None,
        indicators: Mapping[str, str] | None = None,
        weights: Mapping[str, float] | None = None,
        draws: int = 10_000,
        seed: int = 0,
        normalise: str = "z",
        aggregate: str = "arithmetic",
    ) -> WhereNext:
        """Where next in any kabupaten or kota with published figures of its villages, by proxies, and how sure that is (see
        `proxies.where_next`)."""
        regency = regency_named(regency)
        key = (regency, k, str(indicators), str(weights), draws, seed, normalise, aggregate)
        if key not in self._where:
            found = where_next(self._load, regency, k, indicators, weights, draws, seed, normalise, aggregate)
            self._where[key] = found
        return self._where[key]

    def _load(self, name: str) -> pd.DataFrame:
        return load(name, self.folder)

    def site(self, name: str, year: int | None = None) -> SiteProfile:
        """One known site on one page, from published figures alone (see `p2.City.site`). name: of the village or its code; year
        may be left out where it was a site once. Raises WrongUse with the sites that are known where none fits, or several."""
        return open_site(self, name, year)

    def clusters(self, indicator: str, year: int, method: str | None = None) -> Clusters:
        """Whether the kabupaten/kota of the two provinces with high or low figures lie together; neighbours by the tile map."""
        here = self.values(indicator, year, method)
        named = here[here["area_code"].isin(self.regencies["area_code"])].assign(name=lambda d: d["area_code"].map(self.names))
        label = _within(self.dictionary.indicator(indicator).labels)
        return spatial_clusters(named, "value", neighbours(self.regencies), label=label)

    @property
    def regencies(self) -> pd.DataFrame:
        """The kabupaten/kota of the two provinces, rows of `areas`."""
        return self.areas[(self.areas["level"] == "regency") & self.areas["area_code"].str[:2].isin(PROVINCES)]

    def values(self, indicator: str, year: int, method: str | None = None) -> pd.DataFrame:
        """area_code and value of one indicator and year."""
        rows = self.indicators[(self.indicators["indicator"] == indicator) & (self.indicators["year"] == year)]
        return rows[rows["method"] == method] if method else rows

    def series(self, regency: str, indicator: str) -> Series:
        """One indicator of any kabupaten/kota over the years, in its unbroken parts (see `p2.series`)."""
        return series(regency, indicator, self.indicators)

    def figure(self, area: str, indicator: str) -> pd.Series:
        """The newest figure of one place: year, value, method."""
        rows = self.indicators[(self.indicators["area_code"] == area) & (self.indicators["indicator"] == indicator)]
        # Two series of one year: the newer series is the one now published.
        return rows.sort_values(["year", "method"], ascending=[True, False]).iloc[-1]


def _within(label: Text) -> Text:
    """A label as it stands within a sentence: a small first letter, except in an abbreviation."""

    def small(said: str) -> str:
        return said if said[:2].isupper() else said[0].lower() + said[1:]

    return Text(small(label.id), small(label.en))


def _changes(here: pd.DataFrame, names: dict) -> dict[tuple[str, str], Change]:
    """Last year and the last five years, for poverty and HDI, of Jawa Barat, whose series has no hole."""
    changes = {}
    for indicator, method in (("poverty_rate", None), ("hdi", SERIES)):
        rows = here[here["area_code"].str.startswith("32.")]
        years = full_years(rows, indicator, method)
        for key, first in (("year", years[-2]), ("five", max(y for y in years if y <= years[-1] - 5))):
            changes[indicator, key] = change_between(rows, indicator, first, years[-1], method, names)
    return changes


def _newest_hdi_change(indicators: pd.DataFrame, area: str, name: str) -> HdiChange:
    """From the last two years of the newest series of one place."""
    own = indicators[(indicators["area_code"] == area) & (indicators["indicator"] == "hdi")]
    newest = own.sort_values(["year", "method"], ascending=[True, False])["method"].iloc[-1]
    years = sorted(own.loc[own["method"] == newest, "year"])
    return hdi_change(indicators, area, int(years[-2]), int(years[-1]), newest, name)


def _list_audit(regency: str, sites: pd.DataFrame, lists: pd.DataFrame, areas: pd.DataFrame) -> ListAudit:
    dated = sites[sites["year"].notna()]
    # Cilegon's lists are known in part: ten names of 2017, six of twelve in 2023. Depok's are whole decrees.
    partial = lists.loc[lists["regency_code"] == CILEGON, "year"].unique() if regency == CILEGON else ()
    return audit_slum_decrees(dated, lists, areas, regency, partial=tuple(partial))


def _next_site(
    m: OpenAnswers,
    regency: str,
    k: int,
    indicators: dict[str, str],
    weights: Mapping[str, float] | None,
    draws: int,
    seed: int,
    normalise: str,
    aggregate: str,
) -> NextSite:
    """By the newest village index, among desa that have not been a site."""
    index, sites = m.village_index, m.sites
    newest = int(index["year"].max())
    table = index[(index["year"] == newest) & index["area_code"].str.startswith(regency + ".")]
    if table.empty:
        raise NotEnoughData(texts.NO_VILLAGE_INDEX.fill(regency=regency))
    served = sites[sites["village_code"].notna() & (sites["regency_code"] == regency) & sites["year"].notna()]
    eligibility = eligible_places(table["area_code"], newest + 2, served=served)
    table = table[table["area_code"].isin(eligibility.candidates)]
    labels = {a: {lang: m.dictionary.label("village_index", a, lang) for lang in ("id", "en")} for a in indicators if a in table}
    named = table.assign(name=table["area_code"].map(m.areas.set_index("area_code")["name"]))
    ranking = need_index(named, indicators, weights, normalise, aggregate, labels=labels)
    return NextSite(regency, newest, eligibility, ranking, ranking.stability(k, draws, seed))
