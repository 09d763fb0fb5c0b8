"""The healthy family index over the visits: classes of households by wave, assisted beside comparison.

Permenkes 39/2016: index = yes / (12 - not applicable). Beside the index stands what it would be if "not applicable" were
counted as no, which is the trap; and households with an item not asked are left out and counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..display import Shown
from ..errors import WrongUse
from ..language import integer, number, percent, pick, signed
from ..tables.small_cells import SMALLEST, about, coarse_percent, in_words, suppress_small
from .healthy_family import CLASSES, ITEMS, healthy_family_class, healthy_family_index

_ANSWERS = {"yes": 1.0, "no": 0.0, "not_applicable": np.nan}
_KINDS = dict(zip(CLASSES, ("unhealthy", "pre_healthy", "healthy"), strict=True))
COLUMNS = ["wave", "group", "households", "not_fully_asked", "none_applicable", "indexed", *_KINDS.values(), "healthy_percent", "mean_index",
           "mean_if_not_applicable_were_no", "followed", "followed_change"]


@dataclass(frozen=True)
class HealthyFamilyWaves(Shown):
    """Counts of households by class, wave and group. `rows` as `.table()`."""

    rows: pd.DataFrame = field(repr=False)

    def table(self) -> pd.DataFrame:
        """One row a wave and group (assisted, comparison).

        households: interviewed. not_fully_asked: of them left out, an item has no answer. none_applicable: left out, all
        twelve do not apply. indexed = unhealthy + pre_healthy + healthy. healthy_percent of indexed, 0-100. mean_index 0-1
        and the mean if "not applicable" were taken for no. followed: indexed both in the first wave and in this one, and
        followed_change their mean change of the index. Counts may be small: what leaves is put through `.counts()` and
        `suppress_small`.
        """
        return self.rows.copy()

    def counts(self, group: str) -> pd.DataFrame:
        """Households of one group by wave (rows) and class (columns), as `suppress_small` wants them."""
        mine = self.rows[self.rows["group"] == group]
        return mine.set_index("wave")[list(_KINDS.values())].astype(int)

    def published(self, smallest: int = SMALLEST) -> pd.DataFrame:
        """What may leave: wave, group, indexed, unhealthy_percent, pre_healthy_percent and healthy_percent. What tells a small
        count or would give it away is missing (see `suppress_small`), indexed is to the nearest five, and percentages are so
        coarse that they do not undo that (see `coarse_percent`). Counts of a class beside its percentage would."""
        parts = []
        for group in self.rows["group"].unique():
            mine = self.rows[self.rows["group"] == group]
            safe = suppress_small(self.counts(group), smallest).iloc[:-1].rename(columns={"all": "indexed"})
            shown = mine[["wave", "group"]].assign(**{name: safe[name].map(about, na_action="ignore").astype("Int64").to_numpy()
                                                     for name in safe})
            for name in _KINDS.values():
                hidden = shown[name].isna() | shown["indexed"].isna() | mine["indexed"].eq(0)
                share = [np.nan if few else coarse_percent(100 * k / n, n) for k, n, few in zip(mine[name], mine["indexed"], hidden, strict=True)]
                shown[f"{name}_percent"] = share
            parts.append(shown)
        columns = ["wave", "group", "indexed", *(f"{name}_percent" for name in _KINDS.values())]
        return pd.concat(parts)[columns].sort_values(["wave", "group"]).reset_index(drop=True) if parts else pd.DataFrame(columns=columns)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        names = {"assisted": pick(lang, id="binaan", en="assisted"), "comparison": pick(lang, id="pembanding", en="comparison")}
        return self.published().replace({"group": names})

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"wave": pick(lang, id="Gelombang", en="Wave"), "unhealthy_percent": pick(lang, id="Tidak sehat (%)", en="Unhealthy (%)"),
                "pre_healthy_percent": pick(lang, id="Pra-sehat (%)", en="Pre-healthy (%)"),
                "indexed": pick(lang, id="Terhitung", en="Counted"), "healthy_percent": pick(lang, id="Sehat (%)", en="Healthy (%)")}

    def sentence(self, lang: str = "id") -> str:
        """Share of healthy families by group from the first to the last wave, the trap in numbers, and who was left out."""
        parts = [text for group in ("assisted", "comparison") if (text := self._of(group, lang))]
        if not parts:
            return pick(lang, id="Indeks Keluarga Sehat tidak dapat dihitung: tidak ada keluarga yang kedua belas butirnya terjawab.",
                        en="The healthy family index cannot be computed: no family has answers to all twelve items.")
        means = self.means()
        if means is not None:
            true, low = means
            parts.append(pick(
                lang,
                id="Butir yang tidak berlaku dikeluarkan dari pembagi (Permenkes 39/2016); bila dihitung sebagai \"tidak\", rata-rata indeks "
                f"akan terlihat {number(low, 2, lang)}, bukan {number(true, 2, lang)}.",
                en=f"Items that do not apply are taken out of the denominator (Permenkes 39/2016); counted as \"no\", the mean index would "
                f"look like {number(low, 2, lang)} instead of {number(true, 2, lang)}."))
        left = int(self.rows["not_fully_asked"].sum())
        if left:
            n = in_words(left, lang)
            parts.append(pick(lang, id=f"Tidak dihitung: {n} kunjungan dengan butir yang tidak ditanyakan.",
                              en=f"Left out: {n} visits with items that were not asked."))
        return " ".join(parts)

    def means(self) -> tuple[float, float] | None:
        """The mean index over all visits, and what it were if "not applicable" were no; None of fewer than five visits."""
        known = self.rows[self.rows["indexed"] > 0]
        if known["indexed"].sum() < SMALLEST:
            return None
        return tuple(float(np.average(known[c].astype(float), weights=known["indexed"].astype(float)))
                     for c in ("mean_index", "mean_if_not_applicable_were_no"))

    def _of(self, group: str, lang: str) -> str:
        mine = self.rows[(self.rows["group"] == group) & (self.rows["indexed"] > 0)]
        if mine.empty:
            return ""
        first, last = mine.iloc[0], mine.iloc[-1]
        name = (pick(lang, id="KK binaan", en="assisted households") if group == "assisted"
                else pick(lang, id="KK pembanding", en="comparison households"))
        shares = [_share(row, lang) for row in (first, last)]
        if len(mine) == 1:
            return pick(lang, id=f"Gelombang {first['wave']}, {name}: {shares[0]} keluarga sehat.",
                        en=f"Wave {first['wave']}, {name}: {shares[0]} healthy families.")
        text = pick(lang, id=f"{name}: keluarga sehat {shares[0]} pada gelombang {first['wave']} dan {shares[1]} pada gelombang {last['wave']}.",
                    en=f"{name[0].upper() + name[1:]}: healthy families {shares[0]} in wave {first['wave']} and {shares[1]} in wave {last['wave']}.")
        if last["followed"] >= SMALLEST:
            n, change = integer(about(last["followed"]), lang), signed(last["followed_change"], 2, lang)
            text += " " + pick(lang, id=f"Indeks sekitar {n} keluarga yang terhitung pada keduanya berubah {change}.",
                               en=f"The index of about {n} families counted in both changed by {change}.")
        return text


def _share(row: pd.Series, lang: str) -> str:
    """The share of healthy families, unless it would tell of fewer than SMALLEST households."""
    parts = (row["healthy"], row["indexed"] - row["healthy"])
    if any(0 < n < SMALLEST for n in parts):
        return pick(lang, id="(terlalu sedikit untuk disebut)", en="(too few to be told)")
    return percent(coarse_percent(row["healthy_percent"], row["indexed"]), 0, lang)


def healthy_family_waves(households: pd.DataFrame) -> HealthyFamilyWaves:
    """Classes of the healthy family index by wave, assisted households beside comparison households.

    Parameters
    ----------
    households : one row per household and visit with household_id, wave, assisted and the twelve items of ITEMS as yes, no
        or not_applicable (missing: not asked), as the sheet `households` of a checked workbook; with a column `status`
        only rows `interviewed`, `moved` and `joined_later` count as visits

    Returns
    -------
    HealthyFamilyWaves with .table(), .counts(group) and .sentence(lang).

    Raises WrongUse for absent columns, other answers, or a household twice in a wave.

    Source: Permenkes 39/2016: above 0.8 healthy, 0.5 to 0.8 pre-healthy, below 0.5 unhealthy.

    Not for the question whether the programme helped: groups may differ from the start (`evaluate_households`).

    >>> family = {**dict.fromkeys(ITEMS, "yes"), "facility_birth": "not_applicable", "no_smoker": "no", "clean_water": "no", "healthy_latrine": "no"}
    >>> visits = pd.DataFrame([{"household_id": "A", "wave": w, "assisted": True, **family, "clean_water": a} for w, a in ((0, "no"), (1, "yes"))])
    >>> healthy_family_waves(visits).table()[["wave", "pre_healthy", "healthy", "mean_index"]].round(3).values.tolist()
    [[0.0, 1.0, 0.0, 0.727], [1.0, 0.0, 1.0, 0.818]]
    """
    visits = _visits(households)
    if visits.empty:
        return HealthyFamilyWaves(pd.DataFrame(columns=COLUMNS))
    answers = pd.DataFrame({item: visits[item].map(_ANSWERS).astype(float) for item in ITEMS})
    asked = visits[list(ITEMS)].notna().all(axis=1)
    index = healthy_family_index(answers).where(asked)
    pessimist = answers.fillna(0.0).mean(axis=1).where(index.notna())
    classes = healthy_family_class(index)
    visits = visits.assign(asked=asked, index=index, pessimist=pessimist, kind=classes.map(_KINDS))
    started = visits["wave"].min()
    begun = visits[visits["wave"] == started].set_index("household_id")["index"]
    rows = [_row(wave, assisted, group, begun, started) for (wave, assisted), group in visits.groupby(["wave", "assisted"], sort=True)]
    table = pd.DataFrame(rows, columns=COLUMNS).sort_values(["wave", "group"], kind="stable").reset_index(drop=True)
    return HealthyFamilyWaves(table)


def _visits(given: pd.DataFrame) -> pd.DataFrame:
    needed = ["household_id", "wave", "assisted", *ITEMS]
    absent = [c for c in needed if c not in given]
    if absent:
        raise WrongUse(id=f"Tabel keluarga tidak memuat kolom {', '.join(absent)}. Gunakan lembar households dari buku kerja.",
                       en=f"The table of households has no column {', '.join(absent)}. Use the sheet households of the workbook.")
    rows = given.dropna(subset=["household_id", "wave", "assisted"])
    if "status" in rows:
        rows = rows[rows["status"].isna() | rows["status"].isin(["interviewed", "moved", "joined_later"])]
    strange = [item for item in ITEMS if not set(rows[item].dropna().unique()) <= set(_ANSWERS)]
    if strange:
        raise WrongUse(id=f"Butir {', '.join(strange)} memuat jawaban selain yes, no, not_applicable. Periksa buku kerja dengan `p2wkss check`.",
                       en=f"Items {', '.join(strange)} hold answers other than yes, no, not_applicable. Check the workbook with `p2wkss check`.")
    doubled = int(rows.duplicated(["household_id", "wave"]).sum())
    if doubled:
        raise WrongUse(id=f"{doubled} baris mengulang keluarga yang sama dalam satu gelombang. Hapus salah satu.",
                       en=f"{doubled} lines repeat a household within a wave. Remove one of each.")
    return rows[needed].astype({"wave": int, "assisted": bool}).reset_index(drop=True)


def _row(wave: int, assisted: bool, group: pd.DataFrame, begun: pd.Series, started: int) -> tuple:
    counts = group["kind"].value_counts()
    indexed = int(group["index"].notna().sum())
    kinds = [int(counts.get(kind, 0)) for kind in _KINDS.values()]
    change = (group.set_index("household_id")["index"] - begun.reindex(group["household_id"])).dropna() if wave != started else pd.Series(dtype=float)
    not_asked, none = int((~group["asked"]).sum()), int((group["asked"] & group["index"].isna()).sum())
    return (wave, "assisted" if assisted else "comparison", len(group), not_asked, none, indexed, *kinds,
            100 * kinds[-1] / indexed if indexed else np.nan, group["index"].mean(), group["pessimist"].mean(),
            len(change), change.mean() if len(change) else np.nan)
