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
    """Households at their first visit. by_decile: decile group x side (None where no decile is filled in); by_rt: RT x side,
    both with a row and a column `all`, hidden counts missing; share: percent of the assisted (with a decile) in deciles up to
    `cut`, NaN where it would point at few; sources: registries, the most frequent first.
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
            return pick(lang, id=f"Menurut {where}, bagian KK binaan pada desil 1–{self.cut} tidak dicetak karena "
                                 f"menunjuk pada kurang dari {SMALLEST} KK.",
                        en=f"By {where}, the share of assisted households in deciles 1 to {self.cut} is not printed, because "
                           f"it would point at fewer than {SMALLEST}.")
        own, other = percent(self.share, 0, lang), percent(self.comparison_share, 0, lang)
        return pick(
            lang,
            id=f"Menurut {where}, {own} KK binaan berada pada desil 1–{self.cut} ketika pertama dikunjungi; di antara "
               f"KK pembanding {other}. Pembanding bukan "
            "seluruh keluarga RT itu, dan desil adalah peringkat nasional, bukan angka kemiskinan.",
            en=f"By {where}, {own} of the assisted households were in deciles 1 to {self.cut} at their first visit; of the "
               f"comparison households {other}. The comparison "
            "is not all families of the RT, and a decile is a national rank, not a poverty rate.",
        )


def assisted_households(households: pd.DataFrame, cut: int = 4, smallest: int = SMALLEST) -> AssistedHouseholds:
    """Whom the programme took, from the sheet `households` of a checked workbook.

    Each household counts once, at its first visit. cut: the highest decile that counts as low. Counts below `smallest` are
    hidden, with others so that none can be found by subtraction. Both tables count the same households, and neither gives
    away what the other hides: each side is hidden by itself, so that its total is missing only where it is small, in both
    tables alike. Tables that share nothing but shown totals tell nothing of each other, for any two of them fit together.
    Sums over sides and shares come from shown counts only. Raises NotEnoughData where there is no household.

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
    by_rt = _hidden(_counts(pd.Series(place, index=rows.index), rows["side"]), smallest)
    decile = rows["registry_decile"] if "registry_decile" in rows else pd.Series(pd.NA, index=rows.index)
    if not decile.notna().any():
        return AssistedHouseholds(cut, None, by_rt, float("nan"), float("nan"), ())
    group = decile.map(lambda d: "unknown" if pd.isna(d) else "low" if d <= cut else "high")
    counts = _counts(group, rows["side"]).reindex(["low", "high", "unknown"]).dropna().astype(int)
    by_decile = _hidden(counts, smallest)
    shares = [_share(by_decile[side]) for side in SIDES]
    return AssistedHouseholds(cut, by_decile, by_rt, *shares, _sources(rows[decile.notna()]))


def _counts(group: pd.Series, side: pd.Series) -> pd.DataFrame:
    return pd.crosstab(group, side).reindex(columns=list(SIDES), fill_value=0).rename_axis(index=None, columns=None)


def _hidden(counts: pd.DataFrame, smallest: int) -> pd.DataFrame:
    """Each side as a table of its own with its total; over both sides only what the reader could add up."""
    sides = {side: suppress_small(counts[[side]], smallest)[side] for side in counts}
    return pd.DataFrame(sides).assign(all=lambda d: d.sum(axis=1, skipna=False)).astype("Int64")


def _share(shown: pd.Series) -> float:
    """Percent low of low and high, both as shown; NaN where either is hidden."""
    low, high = shown.get("low", 0), shown.get("high", 0)
    return float("nan") if pd.isna(low) or pd.isna(high) or low + high == 0 else 100 * int(low) / int(low + high)


def _sources(rows: pd.DataFrame) -> tuple[str, ...]:
    """The registries as the workbook names them, the most frequent first; "" where none is named."""
    named = rows["registry_source"].dropna().astype(str) if "registry_source" in rows else pd.Series(dtype=str)
    return tuple(named.value_counts().index) or ("",)
