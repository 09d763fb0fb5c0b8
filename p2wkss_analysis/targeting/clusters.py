"""Spatial clusters: where neighbours are alike, with two-sided p-values and the false discovery rate.

Global Moran's I (Moran 1950) and local Moran's I (Anselin 1995, Geographical Analysis 27) with esda and libpysal.
With some sixty places this describes a map and is no evidence of a cause; the sentence says so.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from ..display import Shown
from ..files.homeless import home_for
from ..say import Text, together
from ..say.errors import NotEnoughData, WrongUse
from ..tables.whole_number import check_whole, seed_of
from . import texts
from .columns import numbers_of

FEWEST = 10  # places with a value and a neighbour; below this a map of clusters says nothing
FEW = 200  # up to so many the sentence says that the map is descriptive
QUADRANTS = {1: "high-high", 2: "low-high", 3: "low-low", 4: "high-low"}
_COLUMNS = ["area_code", "neighbour_code", "source"]


@dataclass(frozen=True, eq=False)
class Clusters(Shown):
    """Local and global Moran's I of one column, with what they rest on.

    label: what the column is called in a sentence · moran: global I (about -1 to 1, expected -1/(n-1) without pattern) ·
    moran_p: its two-sided p · smallest_p: the smallest p the permutations can give · neighbour_source: where neighbours
    come from · dropped: places left out because they have no value · alone: places without a neighbour that has a value.
    """

    column: str
    label: Text
    places: pd.DataFrame = field(repr=False)
    moran: float
    moran_p: float
    smallest_p: float
    permutations: int
    seed: int
    neighbour_source: tuple[str, ...]
    dropped: tuple[str, ...]
    alone: tuple[str, ...]
    names: Mapping[str, str] = field(repr=False)

    def table(self) -> pd.DataFrame:
        """One row per place: area_code, value, neighbours, neighbour_mean, local_moran, quadrant, p_value, q_value.

        p_value is two-sided, from conditional permutations; q_value is the false discovery rate at which the place
        would be listed (Benjamini and Hochberg 1995). Both are missing for a place without neighbours.
        """
        return self.places.copy()

    def found(self, rate: float = 0.05) -> pd.DataFrame:
        """The places whose q_value is at most `rate` (0-1), in the columns of `.table()`."""
        return self.places[self.places["q_value"] <= rate].reset_index(drop=True)

    def sentence(self, lang: str | None = None) -> str:
        """The places found at a false discovery rate of 5 %, the overall pattern, and how far this can be read."""
        n = int(self.places["p_value"].notna().sum())
        said = [
            self._listed(),
            texts.GLOBAL_MORAN.fill(
                moran=self.moran,
                p=self.moran_p,
                smallest=self.smallest_p,
                permutations=self.permutations,
                sources=[texts.SOURCES.get(name, name) for name in self.neighbour_source],
            ),
            texts.NO_VALUE.fill(n=len(self.dropped)) if self.dropped else "",
            texts.NO_NEIGHBOUR.fill(n=len(self.alone)) if self.alone else "",
            texts.FEW_PLACES.fill(n=n) if n <= FEW else texts.MANY_PLACES,
        ]
        return together(said, lang)

    def _listed(self) -> Text:
        found, rate = self.found(), 5
        if not len(found):
            return texts.NO_PLACE_STANDS_OUT.fill(label=self.label, rate=rate)
        named = [
            texts.PLACE_IN_QUADRANT.fill(
                name=self.names.get(row.area_code, row.area_code), quadrant=texts.QUADRANTS[row.quadrant]
            )
            for row in found.head(10).itertuples()
        ]
        if len(found) > 10:
            named.append(texts.MORE.fill(n=len(found) - 10))
        return texts.PLACES_STAND_OUT.fill(label=self.label, rate=rate, n=len(found), places=named)


def spatial_clusters(
    table: pd.DataFrame,
    column: str,
    neighbours: pd.DataFrame,
    permutations: int = 9999,
    seed: int = 0,
    label: Text | str | tuple[str, str] | None = None,
) -> Clusters:
    """Global and local Moran's I of `column`, two-sided, with false discovery rates.

    Parameters
    ----------
    table : one row per place, with `area_code` (column or index) and `column`, in any unit; a column `name`, where there
        is one, is used in the sentence
    neighbours : pairs `area_code, neighbour_code, source`; source says where they come from ("boundaries", "tiles").
        A pair counts in both directions; pairs with places outside the table are left aside.
    permutations : conditional permutations of the other places' values, 99 or more
    seed : the same seed gives the same p-values to the last digit, whatever the order of the rows
    label : what the column is called in a sentence, a `Text`, one word for both, or (Bahasa Indonesia, English); its name
        where None

    Returns
    -------
    Clusters. Neighbours weigh equally within each place (row-standardised).

    Raises WrongUse for columns that are absent, doubled places or text values; NotEnoughData where fewer than ten
    places have a value and a neighbour, or all values are equal.

    Do not use it to choose places (`need_index` does), and never call a place "significant": the table gives p and q.

    Sources: Moran (1950), Biometrika 37; Anselin (1995), Geographical Analysis 27; Benjamini and Hochberg (1995),
    Journal of the Royal Statistical Society B 57.

    >>> codes = [f"32.76.01.{i:04d}" for i in range(12)]
    >>> line = pd.DataFrame({"area_code": codes[:-1], "neighbour_code": codes[1:], "source": "boundaries"})
    >>> values = pd.DataFrame({"area_code": codes, "poor": [1, 1, 2, 2, 3, 4, 5, 6, 7, 7, 8, 9]})
    >>> result = spatial_clusters(values, "poor", line, permutations=999)
    >>> round(result.moran, 2), result.neighbour_source
    (0.93, ('boundaries',))
    """
    values, dropped = _values(table, column)
    pairs = _pairs(neighbours, values.index)
    check_whole("permutations", permutations, 99)
    joined = np.unique(pairs["area_code"])
    inside = values[values.index.isin(joined)]
    _enough(inside, column)
    seed = seed_of(seed)
    local, moran, moran_p = _moran(inside, pairs, int(permutations), seed)
    places = pd.DataFrame({"area_code": values.index, "value": values.to_numpy()})
    places = places.merge(local, how="left", on="area_code")
    places["neighbours"] = places["neighbours"].fillna(0).astype(int)
    return Clusters(
        column=column,
        label=_label(column, label),
        places=places,
        moran=moran,
        moran_p=moran_p,
        smallest_p=2 / (permutations + 1),
        permutations=int(permutations),
        seed=seed,
        neighbour_source=tuple(sorted(pairs["source"].unique())),
        dropped=dropped,
        alone=tuple(values.index.difference(inside.index)),
        names=_names(table),
    )


def two_sided(observed: np.ndarray, simulated: np.ndarray) -> np.ndarray:
    """Two-sided permutation p-values: twice the smaller tail, the observed value counted, at most 1.

    observed (n,), simulated (draws, n).

    >>> two_sided(np.array([9.0]), np.arange(9.0)[:, None]).tolist()
    [0.2]
    """
    draws = len(simulated)
    upper = (simulated >= observed).sum(axis=0) + 1
    lower = (simulated <= observed).sum(axis=0) + 1
    return np.minimum(2.0 * np.minimum(upper, lower) / (draws + 1), 1.0)


def _label(column: str, label: Any) -> Text:
    label = label or column
    return label if isinstance(label, Text) else Text(label, label) if isinstance(label, str) else Text(*label)


def _moran(values: pd.Series, pairs: pd.DataFrame, permutations: int, seed: int) -> tuple[pd.DataFrame, float, float]:
    """The local table, global I and its p; `values` sorted by area_code, every place with a neighbour."""
    from scipy.stats import false_discovery_control

    with home_for("libpysal"):
        from libpysal.graph import Graph

    weights = pairs.rename(columns={"area_code": "focal", "neighbour_code": "neighbor"}).assign(weight=1.0)
    graph = Graph.from_adjacency(weights[["focal", "neighbor", "weight"]]).transform("r")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # esda announces a new default for a p-value that is not used here
        from esda.moran import Moran_Local

        local = Moran_Local(values.to_numpy(), graph, permutations=permutations, seed=seed, keep_simulations=True)
    p = two_sided(local.Is, np.asarray(local.sim).reshape(permutations, len(values)))
    matrix = graph.sparse.tocsr()
    deviations = (values - values.mean()).to_numpy()
    moran = _global(matrix, deviations[:, None])[0]
    rng = np.random.default_rng(seed)
    shuffled = rng.permuted(np.tile(deviations, (permutations, 1)), axis=1).T
    table = pd.DataFrame(
        {
            "area_code": values.index,
            "neighbours": np.diff(matrix.indptr),
            "neighbour_mean": matrix @ values.to_numpy(),
            "local_moran": local.Is,
            "quadrant": [QUADRANTS[int(q)] for q in local.q],
            "p_value": p,
            "q_value": false_discovery_control(p),
        }
    )
    return table, float(moran), float(two_sided(np.array([moran]), _global(matrix, shuffled)[:, None])[0])


def _global(matrix: Any, deviations: np.ndarray) -> np.ndarray:
    """Moran's I of each column of `deviations` (n, k) with row-standardised weights, (k,)."""
    return np.sum(deviations * (matrix @ deviations), axis=0) / np.sum(deviations**2, axis=0)


def _values(table: pd.DataFrame, column: str) -> tuple[pd.Series, tuple[str, ...]]:
    if "area_code" not in table and table.index.name == "area_code":
        table = table.reset_index()
    absent = [name for name in ("area_code", column) if name not in table]
    if absent:
        raise WrongUse(texts.COLUMNS_ABSENT.fill(columns=absent))
    if table["area_code"].isna().any() or table["area_code"].duplicated().any():
        raise WrongUse(texts.ONE_ROW_A_PLACE)
    numbers = pd.Series(numbers_of(table[column], column, table["area_code"]), index=table["area_code"].to_numpy()).sort_index()
    known = numbers[np.isfinite(numbers)]
    return known, tuple(numbers.index.difference(known.index))


def _names(table: pd.DataFrame) -> dict:
    table = table if "area_code" in table else table.reset_index()
    return dict(zip(table["area_code"], table["name"], strict=True)) if "name" in table else {}


def _pairs(neighbours: pd.DataFrame, codes: pd.Index) -> pd.DataFrame:
    """Pairs inside `codes`, both directions, each once, sorted."""
    absent = [name for name in _COLUMNS if name not in neighbours]
    if absent:
        raise WrongUse(texts.NEIGHBOUR_COLUMNS_ABSENT.fill(absent=absent, needed=_COLUMNS))
    turned = neighbours.rename(columns={"area_code": "neighbour_code", "neighbour_code": "area_code"})
    both = pd.concat([neighbours[_COLUMNS], turned[_COLUMNS]])
    both = both[both["area_code"].isin(codes) & both["neighbour_code"].isin(codes)]
    both = both[both["area_code"] != both["neighbour_code"]]
    return both.drop_duplicates(["area_code", "neighbour_code"]).sort_values(["area_code", "neighbour_code"])


def _enough(values: pd.Series, column: str) -> None:
    if len(values) < FEWEST:
        raise NotEnoughData(texts.TOO_FEW_NEIGHBOURS.fill(n=len(values), column=column, least=FEWEST))
    if np.ptp(values.to_numpy()) == 0:
        raise NotEnoughData(texts.ALL_EQUAL.fill(column=column))
