"""Everything the report speaks of, asked for once: tables and results, without a word of prose."""

from __future__ import annotations

import os
from dataclasses import dataclass

import pandas as pd

from ..impact.panel.clean_values import clean_sites
from .village_index_case import VillageIndexCase, village_index_case
from ..indicators.change import Change, change_between, full_years
from ..indicators.hdi_change import HdiChange, hdi_change
from ..places.areas import short_name
from ..dictionary.tables import Dictionary, read_dictionary
from ..tables.intake import load
from ..targeting.audit.targets import Audit
from ..targeting.eligibility import Eligibility, eligible_places
from ..targeting.need_index import need_index
from ..targeting.audit.official_list import ListAudit
from ..targeting.audit.past_choices import audit_slum_decrees, audit_village_index
from ..targeting.ranking import Ranking
from ..targeting.firmness.stability import Stability

PROVINCES = ("32", "36")
DEPOK, CILEGON = "32.76", "36.72"
EXAMPLE = "36.04"  # Kabupaten Serang: all 326 desa have the index, and it names two sites a year
PER_YEAR = 2
ASPECTS = {"iks": "lower", "ike": "lower", "ikl": "lower"}  # social, economic, environmental resilience
SERIES = "UHH SP2010"  # the HDI series with every regency and year; the newer one has four figures so far


@dataclass(frozen=True)
class NextSite:
    """The worked example of a choice: who may be chosen, the ranking of these, and how firm it is."""

    year: int
    eligibility: Eligibility
    ranking: Ranking
    stability: Stability


@dataclass(frozen=True)
class Material:
    """Tables and results of the two provinces; `names` maps every area code to its short name."""

    dictionary: Dictionary
    areas: pd.DataFrame
    names: dict
    indicators: pd.DataFrame
    sites: pd.DataFrame
    slum_villages: pd.DataFrame
    slum_cities: pd.DataFrame
    changes: dict[tuple[str, str], Change]
    depok_hdi: HdiChange
    lists: dict[str, ListAudit]
    case: VillageIndexCase
    clean: pd.DataFrame
    index_audit: Audit
    next_site: NextSite

    @property
    def regencies(self) -> pd.DataFrame:
        """The kabupaten/kota of the two provinces, rows of `areas`."""
        return self.areas[(self.areas["level"] == "regency") & self.areas["area_code"].str[:2].isin(PROVINCES)]

    def values(self, indicator: str, year: int, method: str | None = None) -> pd.DataFrame:
        """area_code and value of one indicator and year."""
        rows = self.indicators[(self.indicators["indicator"] == indicator) & (self.indicators["year"] == year)]
        return rows[rows["method"] == method] if method else rows

    def figure(self, area: str, indicator: str) -> pd.Series:
        """The newest figure of one place: year, value, method."""
        rows = self.indicators[(self.indicators["area_code"] == area) & (self.indicators["indicator"] == indicator)]
        # Two series of one year: the newer series is the one now published.
        return rows.sort_values(["year", "method"], ascending=[True, False]).iloc[-1]


def gather(folder: str | os.PathLike | None = None) -> Material:
    """Load every table and ask every question of the report."""
    areas = load("areas", folder)
    names = dict(zip(areas["area_code"].to_numpy(object), map(short_name, areas["name"].to_numpy(object)), strict=True))
    indicators, sites, lists = (load(t, folder) for t in ("regency_indicators", "programme_sites", "slum_villages"))
    here = indicators[indicators["area_code"].str[:2].isin(PROVINCES)]
    index, dictionary = load("village_index", folder), read_dictionary(folder)
    return Material(
        dictionary=dictionary, areas=areas, names=names, indicators=indicators, sites=sites,
        slum_villages=lists, slum_cities=load("slum_cities", folder), changes=_changes(here, names),
        depok_hdi=_newest_hdi_change(indicators, DEPOK, names[DEPOK]),
        lists={regency: _list_audit(regency, sites, lists, areas) for regency in (DEPOK, CILEGON)},
        case=village_index_case(index, sites, areas),
        clean=clean_sites(index, sites[sites["status"] == "confirmed"]),
        index_audit=audit_village_index(sites, index, first=2023, last=2025),
        next_site=_next_site(index, sites, areas, dictionary),
    )


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


def _list_audit(regency: str, sites, lists, areas) -> ListAudit:
    dated = sites[sites["year"].notna()]
    # Cilegon's lists are known in part: ten names of 2017, six of twelve in 2023. Depok's are whole decrees.
    partial = lists.loc[lists["regency_code"] == CILEGON, "year"].unique() if regency == CILEGON else ()
    return audit_slum_decrees(dated, lists, areas, regency, partial=tuple(partial))


def _next_site(index, sites, areas, dictionary) -> NextSite:
    """By the newest village index, among desa that have not been a site."""
    newest = int(index["year"].max())
    table = index[(index["year"] == newest) & index["area_code"].str.startswith(EXAMPLE + ".")]
    served = sites[sites["village_code"].notna() & (sites["regency_code"] == EXAMPLE) & sites["year"].notna()]
    eligibility = eligible_places(table["area_code"], newest + 2, served=served)
    table = table[table["area_code"].isin(eligibility.candidates)]
    labels = {a: {lang: dictionary.label("village_index", a, lang) for lang in ("id", "en")} for a in ASPECTS}
    named = table.assign(name=table["area_code"].map(areas.set_index("area_code")["name"]))
    ranking = need_index(named, ASPECTS, labels=labels)
    return NextSite(newest, eligibility, ranking, ranking.stability(PER_YEAR))
