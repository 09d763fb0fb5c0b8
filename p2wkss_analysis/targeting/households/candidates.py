"""The candidates of a household list and its quotas, read and checked into arrays.

What the solver needs to know of a household is its score, its place in the order (score, then the second criterion, then
lot) and its *type*: the groups and quotas it counts towards. Households of one type can replace each other, so
only the best of each type matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ...disclosure.privacy import identity_numbers
from ...rule.tickets import ticket
from ...say import Text
from ...say.errors import WrongUse
from ...tables.whole_number import check_whole
from ..columns import numbers_of
from .texts import candidates as texts

FARTHEST = 1e12  # largest size of a score: cents of it are still exact in a float
NO_LIMIT = np.iinfo(np.int64).max // 4


@dataclass(frozen=True)
class Limit:
    """At least `least` and at most `most` households of one group (`rt` = 03) or one quota (a true/false column)."""

    column: str
    group: object | None
    least: int
    most: int

    @property
    def label(self) -> str:
        """`rt = 03` for a group, the column's name for a quota."""
        return self.column if self.group is None else f"{self.column} = {self.group}"

    def text(self, side: str) -> Text:
        """One side of the limit in words; `side` is "least" or "most"."""
        return texts.LIMITS[side].fill(label=self.label, n=getattr(self, side))


@dataclass(frozen=True, eq=False)
class Candidates:
    """Households as arrays of N rows in the order of the table, limits as R rows, types as T columns.

    ids (N,) · score (N,) need, higher is needier · points (N,) int64, the score in whole units of `unit` ·
    place (N,) 0 for the first in the order (score high to low, then `second`, then ticket) · type_of (N,) 0..T-1 ·
    second (N,) int, 0 for the neediest by the second criterion, all 0 without one · then: its column, "" without one ·
    members (R, T) bool, which types count towards which limit · least, most (R,) int64 ·
    forced (N,) 1 in, -1 out, 0 to be decided.
    """

    n: int
    ids: np.ndarray
    score: np.ndarray
    points: np.ndarray
    unit: float
    place: np.ndarray
    type_of: np.ndarray
    members: np.ndarray
    limits: tuple[Limit, ...]
    least: np.ndarray
    most: np.ndarray
    forced: np.ndarray
    second: np.ndarray
    then: str = ""

    def counts(self, chosen: np.ndarray) -> np.ndarray:
        """How many of the households marked in `chosen` (N,) count towards each limit, (R,) int."""
        by_type = np.bincount(self.type_of[chosen], minlength=self.members.shape[1])
        return self.members @ by_type

    def position(self, household_id: object) -> int:
        """The row of a household, or WrongUse."""
        found = np.flatnonzero(self.ids == household_id)
        if not found.size:
            raise unknown_households([household_id])
        return int(found[0])


def read_candidates(
    households: pd.DataFrame,
    n: int,
    score: str,
    per_group: Mapping,
    quotas: Mapping,
    include: Mapping,
    exclude: Mapping,
    sign: int,
    then: tuple[str, int] | None,
    seed: int,
) -> Candidates:
    """Check everything `select_households` is given, and turn it into `Candidates`; sign -1 where a lower score is needier.

    then: column and sign of the second criterion; seed: of the tickets that order households alike in both.
    """
    table = _with_id(households)
    check_whole("n", n, 1)
    if not isinstance(score, str):
        raise WrongUse(texts.SCORE_IS_A_COLUMN.fill(kind=type(score).__name__))
    _require_columns(table, [score, *([then[0]] if then else []), *per_group, *quotas])
    ids = table["household_id"].to_numpy()
    forced = _forced(ids, include, exclude)
    values = sign * _scores(table, score, forced) + 0.0  # never -0
    eligible = values[forced != -1]
    points, unit = points_of(np.where(forced == -1, eligible.min() if eligible.size else 0.0, values))
    second = _second(table, then, forced)
    limits, columns = _limits(table, per_group, quotas)
    type_of, members = _types(columns, len(table))
    return Candidates(
        n=int(n),
        ids=ids,
        score=values,
        points=points,
        unit=unit,
        place=_order(values, second, ids, seed),
        type_of=type_of,
        members=members,
        limits=limits,
        least=np.array([limit.least for limit in limits], dtype=np.int64),
        most=np.array([limit.most for limit in limits], dtype=np.int64),
        forced=forced,
        second=second,
        then=then[0] if then else "",
    )


def points_of(values: np.ndarray) -> tuple[np.ndarray, float]:
    """Scores as whole points and the size of a point, so that totals are compared without rounding errors.

    Scores with up to six decimals are kept exactly; finer ones are taken to a ten-millionth of their range.

    >>> points_of(np.array([0.25, 1.5]))[0].tolist()
    [25, 150]
    """
    spread = float(np.ptp(values)) if values.size else 0.0
    for decimals in range(7):
        if spread * 10.0**decimals > 1e8:
            break
        scaled = np.round(values * 10.0**decimals)
        if np.array_equal(np.round(values, decimals), values):
            return scaled.astype(np.int64), 10.0**-decimals
    unit = spread / 1e7 or 1.0
    return np.round(values / unit).astype(np.int64), unit


def unknown_households(ids: Iterable) -> WrongUse:
    """The refusal of ids that are not among the candidates."""
    return WrongUse(texts.UNKNOWN_HOUSEHOLDS.fill(ids=list(ids)[:5]))


def _with_id(households: pd.DataFrame) -> pd.DataFrame:
    if not isinstance(households, pd.DataFrame):
        raise WrongUse(texts.NO_TABLE)
    if "household_id" not in households and households.index.name == "household_id":
        households = households.reset_index()
    _require_columns(households, ["household_id"])
    ids = households["household_id"]
    if ids.isna().any() or ids.duplicated().any():
        doubles = ", ".join(map(str, ids[ids.duplicated()].dropna().unique()[:5]))
        raise WrongUse(texts.IDS_NOT_UNIQUE.fill(empty=ids.isna().sum(), double=ids.duplicated().sum(), which=doubles or "-"))
    if identity_numbers(ids.astype(str)).any():
        raise WrongUse(texts.IDS_LOOK_LIKE_CARDS)
    return households


def _require_columns(table: pd.DataFrame, columns: list[str]) -> None:
    twice = [column for column in columns if (table.columns == column).sum() > 1]
    if twice:
        raise WrongUse(texts.COLUMN_TWICE.fill(column=twice[0]))
    absent = [column for column in columns if column not in table]
    if absent:
        raise WrongUse(texts.COLUMNS_ABSENT.fill(absent=absent, known=table.columns))


def _forced(ids: np.ndarray, include: Mapping, exclude: Mapping) -> np.ndarray:
    both = [household for household in include if household in exclude]
    if both:
        raise WrongUse(texts.IN_AND_OUT.fill(ids=both[:5]))
    row = {household: i for i, household in enumerate(ids.tolist())}
    missing = [household for household in (*include, *exclude) if household not in row]
    if missing:
        raise unknown_households(missing)
    forced = np.zeros(len(ids), dtype=np.int8)
    forced[[row[household] for household in include]] = 1
    forced[[row[household] for household in exclude]] = -1
    return forced


def _scores(table: pd.DataFrame, score: str, forced: np.ndarray) -> np.ndarray:
    values = numbers_of(table[score], score, table["household_id"])
    far = np.abs(values) > FARTHEST
    if far.any():
        raise WrongUse(texts.SCORE_TOO_LARGE.fill(score=score, ids=table["household_id"].to_numpy()[far][:5]))
    lost = ~np.isfinite(values) & (forced != -1)
    if lost.any():
        raise WrongUse(texts.SCORE_MISSING.fill(n=lost.sum(), score=score, ids=table["household_id"].to_numpy()[lost][:5]))
    return values


def _second(table: pd.DataFrame, then: tuple[str, int] | None, forced: np.ndarray) -> np.ndarray:
    """The rank of each household by the second criterion, 0 the neediest, equal where it is equal."""
    if then is None:
        return np.zeros(len(table), dtype=np.int64)
    column, sign = then
    own = table[column].astype(float) if table[column].dtype.kind in "bB" else table[column]
    need = sign * _scores(table.assign(**{column: own}), column, forced)
    return np.unique(-np.nan_to_num(need, nan=-np.inf), return_inverse=True)[1].astype(np.int64)


def _order(values: np.ndarray, second: np.ndarray, ids: np.ndarray, seed: int) -> np.ndarray:
    """Places by score, then the second criterion, then by lot: neither the order of rows nor that of ids decides."""
    tickets = np.array([ticket(seed, str(household)) for household in ids.tolist()], dtype=object).astype(str)
    order = np.lexsort((tickets, second, -np.nan_to_num(values, nan=-np.inf)))
    place = np.empty(len(ids), dtype=np.int64)
    place[order] = np.arange(len(ids))
    return place


def _limits(
    table: pd.DataFrame, per_group: Mapping, quotas: Mapping
) -> tuple[tuple[Limit, ...], list[tuple[np.ndarray, list[int | None]]]]:
    """The limits, and for each column the code of its group by household (quotas: 1 true, 0 false)."""
    limits: list[Limit] = []
    columns: list[tuple[np.ndarray, list[int | None]]] = []
    for column, bounds in per_group.items():
        codes, groups = pd.factorize(table[column], sort=True)
        if (codes < 0).any():
            raise WrongUse(texts.GROUP_MISSING.fill(column=column, n=(codes < 0).sum()))
        own = _by_group(column, bounds, list(groups))
        columns.append((codes, [len(limits) + g for g in range(len(groups))]))
        limits += [Limit(column, group, *own[group]) for group in groups]
    for column, bounds in quotas.items():
        columns.append((_true_false(table[column], column), [None, len(limits)]))
        limits.append(Limit(column, None, *_bounds(column, bounds)))
    return tuple(limits), columns


def _by_group(column: str, bounds: Any, groups: list) -> dict:
    if not isinstance(bounds, Mapping):
        return dict.fromkeys(groups, _bounds(column, bounds))
    strange = [group for group in bounds if group not in groups]
    if strange:
        raise WrongUse(texts.UNKNOWN_GROUPS.fill(column=column, groups=strange))
    return {group: _bounds(column, bounds.get(group, (0, None))) for group in groups}


def _bounds(column: str, bounds: Any) -> tuple[int, int]:
    if not isinstance(bounds, (tuple, list)) or len(bounds) != 2:
        raise WrongUse(texts.NOT_A_PAIR.fill(column=column))
    least, most = (0 if bounds[0] is None else bounds[0]), bounds[1]
    check_whole(f"{column}: least", least, 0)
    if most is None:
        return int(least), NO_LIMIT
    check_whole(f"{column}: most", most, 0)
    if least > most:
        raise WrongUse(texts.LEAST_ABOVE_MOST.fill(column=column, least=least, most=most))
    return int(least), int(most)


def _true_false(column: pd.Series, name: str) -> np.ndarray:
    values = column.to_numpy()
    if values.dtype != bool:
        if column.isna().any() or not column.isin([True, False]).all():
            raise WrongUse(texts.NOT_TRUE_FALSE.fill(column=name))
        values = column.astype(bool).to_numpy()
    return values.astype(np.int64)


def _types(columns: list, size: int) -> tuple[np.ndarray, np.ndarray]:
    key = np.zeros(size, dtype=np.int64)
    for codes, rows in columns:
        key = np.unique(key * len(rows) + codes, return_inverse=True)[1]  # stays below size: no overflow
    first = np.unique(key, return_index=True)[1]
    members = np.zeros((sum(r is not None for _, rows in columns for r in rows), len(first)), dtype=np.int64)
    for codes, rows in columns:
        for t, household in enumerate(first):
            row = rows[codes[household]]
            if row is not None:
                members[row, t] = 1
    return key, members
