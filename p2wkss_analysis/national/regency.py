"""One kabupaten or kota of a run: its need and how firm it is, its clusters, its effects; each by the city's own functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from ..city.need import CityNeed, city_need, need_by_year
from ..say.errors import P2wkssError
from ..targeting.clusters import Clusters, spatial_clusters
from . import texts
from .effects import Rule, effects_within
from .told import Refused, told

NEED = ["area_code", "name", "eligible", "status", "rank", "score", "probability_top_k", "rank_low", "rank_high"]
CLUSTERS = ["area_code", "name", "neighbours", "local_moran", "quadrant", "p_value", "q_value", "neighbour_source"]


@dataclass(frozen=True, eq=False)
class Regency:
    """What is known of one: its rows of both tables, the names of all its villages, and pairs of neighbours or none, with why."""

    code: str
    villages: pd.DataFrame = field(repr=False)
    sites: pd.DataFrame = field(repr=False)
    names: Mapping[str, str] = field(repr=False)
    neighbours: pd.DataFrame | None = field(repr=False)
    why_no_neighbours: Refused | None = None


@dataclass(frozen=True)
class Asked:
    """What a run asks of each: sites to choose (None: as many as last), main outcome, rule, placebo draws, seed."""

    k: int | None
    main: str
    rule: Rule
    draws: int
    seed: int


@dataclass(frozen=True, eq=False)
class Answers:
    """need, clusters: one row a village; effects: one row an outcome; summary: of the whole; refused: what has no answer."""

    need: pd.DataFrame
    clusters: pd.DataFrame
    effects: list[dict[str, Any]]
    summary: dict[str, Any]
    refused: list[Refused]


def answers_of(regency: Regency, asked: Asked) -> Answers:
    """Everything a run asks of one kabupaten or kota; what cannot be answered has its reason."""
    refused: list[Refused] = []
    need, clusters = pd.DataFrame(columns=NEED), pd.DataFrame(columns=CLUSTERS)
    summary: dict[str, Any] = {"villages": len(regency.names), "data_year": None, "year": None, "k": None, "used": []}
    try:
        found = city_need(regency.villages, regency.sites, asked.k, seed=asked.seed, places=regency.names)
        need = _need_rows(found, regency.names)
        summary |= {"data_year": found.data_year, "year": found.year, "k": found.k, "used": list(found.used)}
        summary |= {"ranked": len(found.ranking.codes)}
        found_clusters = _clusters(regency, found, asked.seed)
        if isinstance(found_clusters, Refused):
            refused.append(found_clusters)
        else:
            clusters = _cluster_rows(found_clusters, regency.names)
            summary |= {"moran": found_clusters.moran, "moran_p": found_clusters.moran_p}
    except P2wkssError as error:
        refused += [Refused("need", told(error)), Refused("clusters", texts.NO_NEED)]
    effects, without = effects_within(regency.villages, regency.sites, asked.main, asked.rule, asked.draws, asked.seed)
    return Answers(need, clusters, effects, summary, refused + without)


def _need_rows(found: CityNeed, names: Mapping[str, str]) -> pd.DataFrame:
    """Every village, ranked or not: who may be chosen, who was a site, and who has gaps."""
    rows = found.eligibility.rows[["area_code", "status"]].merge(found.table().drop(columns="name"), on="area_code", how="left")
    gaps = (rows["status"] == "eligible") & rows["score"].isna()
    rows = rows.assign(
        eligible=rows["status"] == "eligible",
        status=rows["status"].mask(gaps, "no_figures"),
        name=rows["area_code"].map(names),
    )
    return rows.sort_values(["rank", "area_code"], ignore_index=True)[NEED]


def _clusters(regency: Regency, found: CityNeed, seed: int) -> Clusters | Refused:
    """Where need in the newest year lies together, past sites included: the map is of the villages, not of the list."""
    if regency.neighbours is None:
        return regency.why_no_neighbours or Refused("clusters", texts.NO_NEIGHBOURS)
    rows = regency.villages[regency.villages["year"] == found.data_year]
    mapped = need_by_year(rows, found.used, regency.names)
    if mapped.empty:
        return Refused("clusters", texts.NO_NEED)
    try:
        return spatial_clusters(mapped, "need", regency.neighbours, seed=seed, label=texts.NEED)
    except P2wkssError as error:
        return Refused("clusters", told(error))


def _cluster_rows(found: Clusters, names: Mapping[str, str]) -> pd.DataFrame:
    source = ", ".join(found.neighbour_source)
    rows = found.table()
    return rows.assign(name=rows["area_code"].map(names), neighbour_source=source)[CLUSTERS]
