"""Whom the programme took: assisted and comparison households by registry decile and by RT, as it may be published."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ...disclosure.in_fives import ENOUGH, InFives, in_fives
from ...display import Shown
from ...say import together
from ...say.errors import NotEnoughData
from .texts import assisted as texts

SIDES = ("assisted", "comparison")


@dataclass(frozen=True, eq=False, repr=False)
class AssistedHouseholds(Shown):
    """Households at their first visit, every number a multiple of five (see `in_fives`). by_decile: decile group x side (None
    where no decile is filled in); by_rt: RT x side, RTs of five at most left out; both with a row and a column `all`.
    share: percent of the assisted (with a decile) in deciles up to `cut`, NaN of fewer than `ENOUGH`; sources:
    registries, the most frequent first.
    """

    cut: int
    by_decile: pd.DataFrame | None
    by_rt: pd.DataFrame
    share: float
    comparison_share: float
    sources: tuple[str, ...]

    def table(self) -> pd.DataFrame:
        """Households by decile group and side, as published; by RT where no decile is filled in."""
        return (self.by_rt if self.by_decile is None else self.by_decile).rename_axis("group").reset_index()

    def sentence(self, lang: str | None = None, beside: bool = True) -> str:
        """How many of the assisted are in low deciles by the registry; beside: next to the comparison households."""
        if self.by_decile is None:
            return texts.NO_DECILE.say(lang)
        sources = [texts.SOURCES.get(source, source) for source in self.sources]
        said = {"sources": sources, "cut": self.cut, "share": self.share, "other": self.comparison_share, "least": ENOUGH}
        known, told = self.share == self.share, self.comparison_share == self.comparison_share
        if known and told and beside:
            return texts.SHARE_LOW_BESIDE.say(lang, **said)
        missing = [] if told else [texts.NOTHING_BESIDE]
        return together([text.fill(**said) for text in (texts.SHARE_LOW if known else texts.SHARE_WITHHELD, *missing)], lang)


def assisted_households(households: pd.DataFrame, cut: int = 4, told: InFives | None = None) -> AssistedHouseholds:
    """Whom the programme took, from the sheet `households` of a checked workbook.

    Each household counts once, at its first visit. cut: the highest decile that counts as low; told: the numbers of the whole
    workbook, by default of this table alone. Raises NotEnoughData where there is no household.

    >>> sheet = pd.DataFrame({"household_id": range(40), "wave": 0, "village_code": "32.76.01.1001", "rw": 1, "rt": [1, 2] * 20,
    ...     "assisted": [True] * 20 + [False] * 20, "registry_decile": [2, 3, 6, 7] * 10, "registry_source": "DTSEN"})
    >>> assisted_households(sheet).share
    50.0
    """
    rows = first_visits(households)
    told = in_fives(household_groups(households, cut)) if told is None else told
    places = dict.fromkeys(part.rpartition("|")[0] for part in sorted(told.parts("rt")))
    by_rt = _table(told, "rt", [place for place in places if any(told[f"rt|{place}|{side}"] for side in SIDES)])
    decile = rows["registry_decile"] if "registry_decile" in rows else pd.Series(pd.NA, index=rows.index)
    if not decile.notna().any():
        return AssistedHouseholds(cut, None, by_rt, float("nan"), float("nan"), ())
    unknown = ["unknown"] if any(told[f"decile|unknown|{side}"] for side in SIDES) else []
    by_decile = _table(told, "decile", ["low", "high", *unknown])
    ours, theirs = (_share(by_decile[side]) for side in SIDES)
    return AssistedHouseholds(cut, by_decile, by_rt, ours, theirs, _sources(rows[decile.notna()]))


def household_groups(households: pd.DataFrame, cut: int = 4) -> pd.DataFrame:
    """The groups that are published, one row a household: RT and decile by side, and who can be chosen from (visited first)."""
    rows = first_visits(households)
    place = place_of(rows)
    decile = rows["registry_decile"] if "registry_decile" in rows else pd.Series(pd.NA, index=rows.index)
    kind = decile.map(lambda d: "unknown" if pd.isna(d) else "low" if d <= cut else "high")
    groups = {}
    for name, side in zip(SIDES, (rows["assisted"].astype(bool), ~rows["assisted"].astype(bool)), strict=True):
        groups[f"side|{name}"] = side
        groups |= {f"decile|{k}|{name}": side & (kind == k) for k in ("low", "high", "unknown")}
        groups |= {f"rt|{p}|{name}": side & (place == p) for p in sorted(place.unique())}
    known = rows["status"].eq("interviewed") if "status" in rows else True
    first = (rows["wave"] == 0) & known
    groups |= {f"candidates|{p}": first & (place == p) for p in sorted(place.unique())}
    groups |= {"candidates": first, "-candidates": ~first}
    return pd.DataFrame(groups).set_axis(rows["household_id"], axis=0).astype(int)


def first_visits(households: pd.DataFrame) -> pd.DataFrame:
    """Each household once, at its first visit."""
    rows = households.dropna(subset=["household_id", "wave", "assisted"]).sort_values("wave", kind="stable")
    rows = rows.drop_duplicates("household_id")
    if rows.empty:
        raise NotEnoughData(texts.NO_FAMILY)
    return rows


def place_of(rows: pd.DataFrame) -> pd.Series:
    """The RT of every line: code of the village, then RT and RW."""
    numbers = [rows[c] if c in rows else pd.Series(pd.NA, index=rows.index) for c in ("rw", "rt")]
    parts = [
        (v, *("–" if pd.isna(n) else f"{int(n):02d}" for n in own))
        for v, *own in zip(rows["village_code"], *numbers, strict=True)
    ]
    return pd.Series([f"{v} RT {t}/RW {w}" for v, w, t in parts], index=rows.index, dtype="str")


def _table(told: InFives, kind: str, groups: list[str]) -> pd.DataFrame:
    rows = {group: [told[f"{kind}|{group}|{side}"] for side in SIDES] for group in groups}
    rows["all"] = [told[f"side|{side}"] for side in SIDES]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=list(SIDES))
    return table.assign(all=table.sum(axis=1)).astype("Int64")


def _share(shown: pd.Series) -> float:
    """Percent low of low and high; NaN of too few."""
    low, high = int(shown["low"]), int(shown["high"])
    return float("nan") if low + high < ENOUGH else 100 * low / (low + high)


def _sources(rows: pd.DataFrame) -> tuple[str, ...]:
    """The registries as the workbook names them, the most frequent first; "" where none is named."""
    named = rows["registry_source"].dropna().astype(str) if "registry_source" in rows else pd.Series(dtype=str)
    return tuple(named.value_counts().index) or ("",)
