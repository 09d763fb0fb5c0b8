"""Households seen at several visits, as arrays: who was assisted, in which RT, with which value when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...say.errors import NotEnoughData
from ..texts import household_faults
from .faults import check_cells, check_question, numbers
from .outcomes import label_of

WITHIN = {"rt": ("village_code", "rw", "rt"), "rw": ("village_code", "rw")}


@dataclass(frozen=True, eq=False)
class Pair:
    """Households with a value at both visits, each (n,): before, after, assisted, cluster (0..G-1), household.

    `household` are positions in the `Waves` the pair came from; `wider` the places around the clusters (RW, village),
    one (n,) array of whole numbers each, where the table has them; `earlier` (n,) the same figure before the baseline,
    where it is known.
    """

    before: np.ndarray
    after: np.ndarray
    assisted: np.ndarray
    cluster: np.ndarray
    household: np.ndarray
    wider: tuple[np.ndarray, ...] = ()
    earlier: np.ndarray | None = None

    def of(self, keep: np.ndarray) -> Pair:
        """The households where `keep` (n,) is true."""
        code = np.unique(self.cluster[keep], return_inverse=True)[1]
        wider = tuple(place[keep] for place in self.wider)
        earlier = None if self.earlier is None else self.earlier[keep]
        return Pair(self.before[keep], self.after[keep], self.assisted[keep], code, self.household[keep], wider, earlier)


@dataclass(frozen=True, eq=False, repr=False)
class Waves:
    """Checked waves of N households that were seen at the baseline, and how many came later.

    values: one (N,) array a wave, in `unit` ("points" for yes/no outcomes, which are times 100, else "own"), NaN
    where not known; first: the user's own baseline rows; ever: each column's first known value over the waves.
    joined: households without a baseline row, (assisted, comparison).
    """

    outcome: str
    better: str
    baseline: int
    unit: str
    values: dict[int, np.ndarray]
    present: dict[int, np.ndarray]
    assisted: np.ndarray
    cluster: np.ndarray
    cluster_columns: tuple[str, ...]
    wider: tuple[np.ndarray, ...]
    first: pd.DataFrame
    ever: pd.DataFrame
    status: dict[int, np.ndarray]
    joined: tuple[int, int]
    role_columns: tuple[str, ...]

    def pair(self, endline: int) -> Pair:
        """Households with a value at the baseline and at `endline`."""
        before, after = self.values[self.baseline], self.values[endline]
        seen = np.flatnonzero(np.isfinite(before) & np.isfinite(after))
        code = np.unique(self.cluster[seen], return_inverse=True)[1] if len(seen) else seen
        wider = tuple(place[seen] for place in self.wider)
        return Pair(before[seen], after[seen], self.assisted[seen], code, seen, wider)


def read_waves(
    households: pd.DataFrame,
    outcome: str,
    better: str,
    assisted: str,
    cluster: str | Sequence[str],
    baseline: int,
    endlines: Sequence[int],
    household: str = "household_id",
) -> Waves:
    """Check the table and put it in arrays. WrongUse lists every fault at once; see `evaluate_households`."""
    clusters = cluster_columns(households, cluster)
    columns = {
        "household": [household],
        "wave": ["wave"],
        "assisted": [assisted],
        "outcome": [outcome],
        "cluster": clusters,
    }
    check_question(households, columns, better, baseline, endlines)
    tidy, bad = _tidy(households, household, assisted, outcome, clusters)
    check_cells(tidy, bad, outcome, (baseline, *endlines))
    known = tidy["value"].dropna()
    points = known.isin([0.0, 1.0]).all() and len(known) > 0
    if known.nunique() <= 1:
        raise NotEnoughData(household_faults.ALL_THE_SAME.fill(outcome=label_of(outcome)))
    return _arrays(
        households,
        tidy,
        outcome,
        better,
        baseline,
        "points" if points else "own",
        clusters,
        (household, "wave", assisted),
    )


def cluster_columns(households: pd.DataFrame, cluster: str | Sequence[str]) -> list[str]:
    """The columns that name a cluster. RT numbers repeat in every RW, so "rt" takes rw and village_code along
    where the table has them, and "rw" takes village_code."""
    if not isinstance(cluster, str):
        return list(cluster) if isinstance(cluster, (list, tuple)) else [cluster]  # type: ignore[list-item] # refused later, in words
    have = getattr(households, "columns", ())
    return [name for name in WITHIN.get(cluster, (cluster,)) if name == cluster or name in have]


def _tidy(
    households: pd.DataFrame, household: str, assisted: str, outcome: str, clusters: list[str]
) -> tuple[pd.DataFrame, np.ndarray]:
    value, bad = numbers(households[outcome])
    helped, wrong = numbers(households[assisted])
    wave, odd = numbers(households["wave"])
    unknown = wrong | ~np.isin(helped, (0.0, 1.0))
    whole = ~odd & np.isfinite(wave) & (wave % 1 == 0)
    codes = households.groupby(clusters, dropna=False, sort=False).ngroup().to_numpy(dtype=float)
    codes[households[clusters].isna().any(axis=1).to_numpy()] = np.nan
    ids = pd.factorize(households[household].astype(object).map(str, na_action="ignore"))[0]
    tidy = pd.DataFrame(
        {
            "household": pd.array(np.where(ids < 0, 0, ids), dtype="Int64"),
            "wave": pd.array(np.where(whole, wave, 0), dtype="Int64"),
            "assisted": np.where(unknown, np.nan, helped),
            "value": np.where(bad, np.nan, value),
            "cluster": codes,
        }
    )
    tidy.loc[ids < 0, "household"] = pd.NA
    tidy.loc[~whole, "wave"] = pd.NA
    return tidy, bad


def _arrays(
    households: pd.DataFrame,
    tidy: pd.DataFrame,
    outcome: str,
    better: str,
    baseline: int,
    unit: str,
    clusters: list[str],
    roles: tuple[str, ...],
) -> Waves:
    at = np.flatnonzero(tidy["wave"].eq(baseline))
    code = tidy["household"].to_numpy(dtype=int)
    place = np.full(code.max() + 1, -1)
    place[code[at]] = np.arange(len(at))
    where, n, scale = place[code], len(at), 100.0 if unit == "points" else 1.0
    late = tidy[where < 0].drop_duplicates("household")
    values, present, status = {}, {}, {}
    said = households["status"].astype(object).to_numpy() if "status" in households else None
    for wave in sorted({int(w) for w in tidy["wave"]}):
        rows = np.flatnonzero(tidy["wave"].eq(wave) & (where >= 0))
        values[wave], present[wave] = np.full(n, np.nan), np.zeros(n, dtype=bool)
        values[wave][where[rows]] = scale * tidy["value"].to_numpy()[rows]
        present[wave][where[rows]] = True
        status[wave] = np.full(n, None, dtype=object)
        if said is not None:
            status[wave][where[rows]] = said[rows]
    order = np.argsort(tidy["wave"].to_numpy(dtype=int), kind="stable")
    households = households.loc[:, ~households.columns.duplicated()].drop(columns=[roles[0], "no_kk"], errors="ignore")
    ever = households.iloc[order].groupby(where[order]).first()
    ever = ever.loc[ever.index >= 0]
    helped = late["assisted"].to_numpy() == 1
    first = households.iloc[at].reset_index(drop=True)
    return Waves(
        outcome, better, int(baseline), unit, values, present,
        tidy["assisted"].to_numpy()[at] == 1, tidy["cluster"].to_numpy()[at].astype(int), tuple(clusters),
        _wider(first, clusters), first, ever, status,
        (int(helped.sum()), int((~helped).sum())), roles,
    )  # fmt: skip


def _wider(first: pd.DataFrame, clusters: list[str]) -> tuple[np.ndarray, ...]:
    """(N,) codes of the places around the clusters, the nearest first: RW, then village."""
    if not set(clusters) <= set(WITHIN["rt"]):
        return ()
    keys = [clusters[:stop] for stop in range(len(clusters) - 1, 0, -1)]
    return tuple(first.groupby(key, dropna=False, sort=False).ngroup().to_numpy() for key in keys)
