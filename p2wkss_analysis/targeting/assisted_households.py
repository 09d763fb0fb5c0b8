"""Whom the programme took: assisted and comparison households by registry decile and by RT, as it may be published."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ..errors import NotEnoughData
from ..language import join, percent, pick
from ..tables.small_cells import SMALLEST, suppress_small

SIDES = ("assisted", "comparison")
SOURCE_WORDS = {"other": {"id": "daftar lain", "en": "another register"},
                "": {"id": "daftar yang tidak disebut", "en": "a register not named"}}


@dataclass(frozen=True, eq=False, repr=False)
class AssistedHouseholds:
    """Households at their first visit. by_decile: decile group x side; by_rt: RT x side, both with a row and a column `all`,
    hidden counts missing; share: percent of the assisted (with a decile) in deciles up to `cut`, NaN where it would point at
    few; sources: registries, the most frequent first.
    """

    cut: int
    by_decile: pd.DataFrame | None
    by_rt: pd.DataFrame
    share: float
    comparison_share: float
    sources: tuple[str, ...]

    def sentence(self, lang: str = "id") -> str:
        """How many of the assisted are in low deciles by the registry, beside the comparison households."""
        if self.by_decile is None:
            return pick(lang, id="Desil keluarga belum diisi, sehingga ketepatan sasaran keluarga tidak dapat dilihat.",
                        en="The decile of households is not filled in, so that it cannot be seen whom the programme took.")
        where = join([pick(lang, **SOURCE_WORDS.get(s, {"id": s, "en": s})) for s in self.sources], lang)
        if self.share != self.share or self.comparison_share != self.comparison_share:
            return pick(lang, id=f"Menurut {where}, bagian KK binaan pada desil 1 sampai {self.cut} tidak dicetak karena "
                                 f"menunjuk pada kurang dari {SMALLEST} KK.",
                        en=f"By {where}, the share of assisted households in deciles 1 to {self.cut} is not printed, because "
                           f"it would point at fewer than {SMALLEST}.")
        own, other = percent(self.share, 0, lang), percent(self.comparison_share, 0, lang)
        return pick(
            lang,
            id=f"Menurut {where}, {own} KK binaan berada pada desil 1 sampai {self.cut} ketika pertama dikunjungi; di antara "
               f"KK pembanding {other}. Pembanding bukan "
            "seluruh keluarga RT itu, dan desil adalah peringkat nasional, bukan angka kemiskinan.",
            en=f"By {where}, {own} of the assisted households were in deciles 1 to {self.cut} at their first visit; of the "
               f"comparison households {other}. The comparison "
            "is not all families of the RT, and a decile is a national rank, not a poverty rate.",
        )


def assisted_households(households: pd.DataFrame, cut: int = 4, smallest: int = SMALLEST) -> AssistedHouseholds:
    """Whom the programme took, from the sheet `households` of a checked workbook.

    Each household counts once, at its first visit. cut: the highest decile that counts as low. Counts below `smallest` are
    hidden, with others so that none can be found by subtraction; a total hidden in one table is hidden in the other too,
    since both count the same households. Raises NotEnoughData where there is no household.

    >>> sheet = pd.DataFrame({"household_id": range(40), "wave": 0, "village_code": "32.76.01.1001", "rw": 1, "rt": [1, 2] * 20,
    ...     "assisted": [True] * 20 + [False] * 20, "registry_decile": [2, 3, 6, 7] * 10, "registry_source": "DTSEN"})
    >>> assisted_households(sheet).share
    50.0
    """
    rows = households.dropna(subset=["household_id", "wave", "assisted"]).sort_values("wave",
        kind="stable").drop_duplicates("household_id")
    if rows.empty:
        raise NotEnoughData(id="Lembar households belum berisi keluarga.", en="The sheet households holds no family yet.")
    rows = rows.assign(side=["assisted" if a else "comparison" for a in rows["assisted"]])
    numbers = [rows[c] if c in rows else pd.Series(pd.NA, index=rows.index) for c in ("rw", "rt")]
    place = [(v, *("–" if pd.isna(n) else f"{int(n):02d}" for n in own)) for v,
             *own in zip(rows["village_code"], *numbers, strict=True)]
    place = [f"{v} RT {t}/RW {w}" for v, w, t in place]
    by_rt = suppress_small(_counts(pd.Series(place, index=rows.index), rows["side"]), smallest)
    decile = rows["registry_decile"] if "registry_decile" in rows else pd.Series(pd.NA, index=rows.index)
    if not decile.notna().any():
        return AssistedHouseholds(cut, None, by_rt, float("nan"), float("nan"), ())
    group = decile.map(lambda d: "unknown" if pd.isna(d) else "low" if d <= cut else "high")
    raw = _counts(group, rows["side"]).reindex(["low", "high", "unknown"]).dropna().astype(int)
    by_decile = suppress_small(raw, smallest)
    both = by_decile.loc["all"].isna() | by_rt.loc["all"].isna()
    for table in (by_decile, by_rt):
        table.loc["all", both[both].index] = pd.NA
    shares = [_share(raw[side], smallest) for side in SIDES]
    return AssistedHouseholds(cut, by_decile, by_rt, *shares, _sources(rows[decile.notna()]))


def _counts(group: pd.Series, side: pd.Series) -> pd.DataFrame:
    return pd.crosstab(group, side).reindex(columns=list(SIDES), fill_value=0).rename_axis(index=None, columns=None)


def _share(counts: pd.Series, smallest: int) -> float:
    """Percent low of low and high; NaN where either is a small count, which the share would give away."""
    low, high = int(counts.get("low", 0)), int(counts.get("high", 0))
    small = any(0 < n < smallest for n in (low, high)) or low + high == 0
    return float("nan") if small else 100 * low / (low + high)


def _sources(rows: pd.DataFrame) -> tuple[str, ...]:
    """The registries as the workbook names them, the most frequent first; "" where none is named."""
    named = rows["registry_source"].dropna().astype(str) if "registry_source" in rows else pd.Series(dtype=str)
    return tuple(named.value_counts().index) or ("",)
