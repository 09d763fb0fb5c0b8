"""The candidates of a household list and its quotas, read and checked into arrays.

What the solver needs to know of a household is its score, its place in the order (score, then household_id)
and its *type*: the groups and quotas it counts towards. Households of one type can replace each other, so
only the best of each type matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...say.errors import WrongUse
from ...say import pick
from ...disclosure.privacy import identity_numbers
from ...tables.whole_number import check_whole
from ..columns import numbers_of

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

    def text(self, lang: str, side: str) -> str:
        """One side of the limit in words; `side` is "least" or "most"."""
        if side == "least":
            return pick(lang, id=f"{self.label} paling sedikit {self.least}", en=f"{self.label} at least {self.least}")
        return pick(lang, id=f"{self.label} paling banyak {self.most}", en=f"{self.label} at most {self.most}")


@dataclass(frozen=True, eq=False)
class Candidates:
    """Households as arrays of N rows in the order of the table, limits as R rows, types as T columns.

    ids (N,) · score (N,) need, higher is needier · points (N,) int64, the score in whole units of `unit` ·
    place (N,) 0 for the first in the order (score high to low, then household_id) · type_of (N,) 0..T-1 ·
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

    def counts(self, chosen: np.ndarray) -> np.ndarray:
        """How many of the households marked in `chosen` (N,) count towards each limit, (R,) int."""
        by_type = np.bincount(self.type_of[chosen], minlength=self.members.shape[1])
        return self.members @ by_type

    def position(self, household_id) -> int:
        """The row of a household, or WrongUse."""
        found = np.flatnonzero(self.ids == household_id)
        if not found.size:
            raise unknown_households([household_id])
        return int(found[0])


def read_candidates(households: pd.DataFrame, n: int, score: str, per_group: Mapping, quotas: Mapping,
                    include: Mapping, exclude: Mapping, sign: int = 1) -> Candidates:
    """Check everything `select_households` is given, and turn it into `Candidates`; sign -1 where a lower score is needier."""
    table = _with_id(households)
    check_whole("n", n, 1)
    _require_columns(table, [score, *per_group, *quotas])
    ids = table["household_id"].to_numpy()
    forced = _forced(ids, include, exclude)
    values = sign * _scores(table, score, forced) + 0.0  # never -0
    eligible = values[forced != -1]
    points, unit = points_of(np.where(forced == -1, eligible.min() if eligible.size else 0.0, values))
    limits, columns = _limits(table, per_group, quotas)
    type_of, members = _types(columns, len(table))
    return Candidates(
        n=int(n), ids=ids, score=values, points=points, unit=unit, place=_order(values, ids), type_of=type_of,
        members=members, limits=limits,
        least=np.array([limit.least for limit in limits], dtype=np.int64),
        most=np.array([limit.most for limit in limits], dtype=np.int64), forced=forced,
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


def unknown_households(ids) -> WrongUse:
    """The refusal of ids that are not among the candidates."""
    shown = ", ".join(map(str, list(ids)[:5]))
    return WrongUse(
        id=f"household_id tidak ada di antara calon: {shown}. Periksa penulisannya, atau tambahkan ke tabel calon.",
        en=f"household_id not among the candidates: {shown}. Check the spelling, or add it to the table.",
    )


def _with_id(households: pd.DataFrame) -> pd.DataFrame:
    if not isinstance(households, pd.DataFrame):
        raise WrongUse(
            id="Calon penerima diberikan sebagai DataFrame, satu baris per keluarga, dengan kolom household_id.",
            en="Give the candidates as a DataFrame, one row per household, with a column household_id.",
        )
    if "household_id" not in households and households.index.name == "household_id":
        households = households.reset_index()
    _require_columns(households, ["household_id"])
    ids = households["household_id"]
    if ids.isna().any() or ids.duplicated().any():
        doubles = ", ".join(map(str, ids[ids.duplicated()].dropna().unique()[:5]))
        raise WrongUse(
            id=f"household_id kosong pada {int(ids.isna().sum())} baris dan ganda pada {int(ids.duplicated().sum())} "
            f"baris ({doubles or '-'}). Setiap keluarga harus satu baris dengan kode sendiri.",
            en=f"household_id is missing in {int(ids.isna().sum())} rows and repeated in {int(ids.duplicated().sum())} "
            f"({doubles or '-'}). Every household needs one row with a code of its own.",
        )
    if identity_numbers(ids.astype(str)).any():
        raise WrongUse(
            id="household_id tampak seperti NIK atau nomor KK (16 angka). Ganti dengan kode samaran sebelum analisis, "
            "supaya nomor kependudukan tidak muncul dalam keluaran (UU 27/2022).",
            en="household_id looks like a NIK or KK number (16 digits). Replace it by a pseudonym before the analysis, "
            "so that no identity number appears in any output (UU 27/2022).",
        )
    return households


def _require_columns(table: pd.DataFrame, columns: list[str]) -> None:
    twice = [column for column in columns if (table.columns == column).sum() > 1]
    if twice:
        raise WrongUse(id=f"Kolom {twice[0]} muncul lebih dari sekali dalam tabel calon. Sisakan satu.",
                       en=f"The table of candidates has the column {twice[0]} more than once. Keep one.")
    absent = [column for column in columns if column not in table]
    if absent:
        raise WrongUse(
            id=f"Kolom {', '.join(map(str, absent))} tidak ada dalam tabel calon. Kolom yang ada: "
            f"{', '.join(map(str, table.columns))}.",
            en=f"The table of candidates has no column {', '.join(map(str, absent))}. It has: "
            f"{', '.join(map(str, table.columns))}.",
        )


def _forced(ids: np.ndarray, include: Mapping, exclude: Mapping) -> np.ndarray:
    both = [household for household in include if household in exclude]
    if both:
        raise WrongUse(
            id=f"Keluarga {', '.join(map(str, both[:5]))} dimasukkan sekaligus dikeluarkan. Pilih salah satu.",
            en=f"Household {', '.join(map(str, both[:5]))} is both included and excluded. Choose one.",
        )
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
        shown = ", ".join(map(str, table["household_id"].to_numpy()[far][:5]))
        raise WrongUse(
            id=f"Nilai {score} terlalu besar ({shown}): paling besar 1.000.000.000.000. Periksa nilainya atau ganti satuannya.",
            en=f"The {score} is too large ({shown}): at most 1,000,000,000,000. Check it or change its unit.",
        )
    lost = ~np.isfinite(values) & (forced != -1)
    if lost.any():
        shown = ", ".join(map(str, table["household_id"].to_numpy()[lost][:5]))
        raise WrongUse(
            id=f"{int(lost.sum())} calon tidak mempunyai nilai {score} ({shown}). Lengkapi nilainya, atau keluarkan "
            "dengan alasan melalui `exclude`.",
            en=f"{int(lost.sum())} candidate(s) have no {score} ({shown}). Complete the score, or leave them out "
            "with a reason through `exclude`.",
        )
    return values


def _order(values: np.ndarray, ids: np.ndarray) -> np.ndarray:
    keys = ids if ids.dtype.kind in "iuf" else ids.astype(str)
    by_id = np.argsort(keys, kind="stable")
    order = by_id[np.argsort(-np.nan_to_num(values[by_id], nan=-np.inf), kind="stable")]
    place = np.empty(len(ids), dtype=np.int64)
    place[order] = np.arange(len(ids))
    return place


def _limits(table: pd.DataFrame, per_group: Mapping, quotas: Mapping):
    """The limits, and for each column the code of its group by household (quotas: 1 true, 0 false)."""
    limits, columns = [], []
    for column, bounds in per_group.items():
        codes, groups = pd.factorize(table[column], sort=True)
        if (codes < 0).any():
            raise WrongUse(
                id=f"Kolom {column} kosong pada {int((codes < 0).sum())} calon. Lengkapi, karena kuotanya per kelompok.",
                en=f"The column {column} is missing for {int((codes < 0).sum())} candidate(s). Complete it: the quota "
                "is by group.",
            )
        own = _by_group(column, bounds, list(groups))
        columns.append((codes, [len(limits) + g for g in range(len(groups))]))
        limits += [Limit(column, group, *own[group]) for group in groups]
    for column, bounds in quotas.items():
        columns.append((_true_false(table[column], column), [None, len(limits)]))
        limits.append(Limit(column, None, *_bounds(column, bounds)))
    return tuple(limits), columns


def _by_group(column: str, bounds, groups: list) -> dict:
    if not isinstance(bounds, Mapping):
        return dict.fromkeys(groups, _bounds(column, bounds))
    strange = [group for group in bounds if group not in groups]
    if strange:
        raise WrongUse(
            id=f"Kuota {column} menyebut kelompok yang tidak ada: {', '.join(map(str, strange))}.",
            en=f"The quota on {column} names groups that do not exist: {', '.join(map(str, strange))}.",
        )
    return {group: _bounds(column, bounds.get(group, (0, None))) for group in groups}


def _bounds(column: str, bounds) -> tuple[int, int]:
    if not isinstance(bounds, (tuple, list)) or len(bounds) != 2:
        raise WrongUse(
            id=f"Kuota {column} harus berupa pasangan (paling sedikit, paling banyak), misalnya (2, 10) atau (2, None).",
            en=f"The quota on {column} must be a pair (least, most), such as (2, 10) or (2, None).",
        )
    least, most = (0 if bounds[0] is None else bounds[0]), bounds[1]
    check_whole(f"{column}: least", least, 0)
    if most is None:
        return int(least), NO_LIMIT
    check_whole(f"{column}: most", most, 0)
    if least > most:
        raise WrongUse(
            id=f"Kuota {column}: paling sedikit {least} melebihi paling banyak {most}. Tukar atau perbaiki.",
            en=f"Quota {column}: at least {least} is more than at most {most}. Swap or correct them.",
        )
    return int(least), int(most)


def _true_false(column: pd.Series, name: str) -> np.ndarray:
    values = column.to_numpy()
    if values.dtype != bool:
        if column.isna().any() or not column.isin([True, False]).all():
            raise WrongUse(
                id=f"Kolom kuota {name} harus berisi benar/salah tanpa kosong. Isi True atau False untuk setiap calon.",
                en=f"The quota column {name} must be true or false with none missing. Fill it for every candidate.",
            )
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
