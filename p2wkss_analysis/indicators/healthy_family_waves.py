"""The healthy family index over the visits: classes of households by wave, assisted beside comparison.

Permenkes 39/2016: index = yes / (12 - not applicable). Beside the index stands what it would be if "not applicable" were
counted as no, which is the trap; and households with an item not asked are left out and counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..display import Shown
from ..say.errors import WrongUse
from ..say import number, percent, pick, signed
from ..disclosure.in_fives import ENOUGH, InFives, families, in_fives
from .healthy_family import CLASSES, ITEMS, healthy_family_class, healthy_family_index

_ANSWERS = {"yes": 1.0, "no": 0.0, "not_applicable": np.nan}
_KINDS = dict(zip(CLASSES, ("unhealthy", "pre_healthy", "healthy"), strict=True))
COLUMNS = ["wave", "group", "households", "not_fully_asked", "none_applicable", "indexed", *_KINDS.values(), "healthy_percent", "mean_index",
           "mean_if_not_applicable_were_no", "followed", "followed_change"]


@dataclass(frozen=True)
class HealthyFamilyWaves(Shown):
    """Counts of households by class, wave and group. `rows` as `.table()`; told: the numbers that are shown."""

    rows: pd.DataFrame = field(repr=False)
    told: InFives = field(repr=False)

    def table(self) -> pd.DataFrame:
        """One row a wave and group (assisted, comparison).

        households: interviewed. not_fully_asked: of them left out, an item has no answer. none_applicable: left out, all
        twelve do not apply. indexed = unhealthy + pre_healthy + healthy. healthy_percent of indexed, 0-100. mean_index 0-1
        and the mean if "not applicable" were taken for no. followed: indexed both in the first wave and in this one, and
        followed_change their mean change of the index. For the office: what leaves is `.published()`.
        """
        return self.rows.copy()

    def published(self) -> pd.DataFrame:
        """What may leave: wave, group, indexed (a multiple of five, see `in_fives`), and of it unhealthy_percent,
        pre_healthy_percent and healthy_percent, missing where indexed is below ENOUGH."""
        rows = []
        for wave, group in zip(self.rows["wave"], self.rows["group"], strict=True):
            n = self.told[f"iks|{wave}|{group}"]
            shares = [100 * self.told[f"iks|{wave}|{group}|{kind}"] / n if n >= ENOUGH else np.nan for kind in _KINDS.values()]
            rows.append((wave, group, n, *shares))
        columns = ["wave", "group", "indexed", *(f"{name}_percent" for name in _KINDS.values())]
        return pd.DataFrame(rows, columns=columns)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        names = {"assisted": pick(lang, id="binaan", en="assisted"), "comparison": pick(lang, id="pembanding", en="comparison")}
        return self.published().replace({"group": names})

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"wave": pick(lang, id="Gelombang", en="Wave"), "unhealthy_percent": pick(lang, id="Tidak sehat (%)", en="Unhealthy (%)"),
                "pre_healthy_percent": pick(lang, id="Pra-sehat (%)", en="Pre-healthy (%)"),
                "indexed": pick(lang, id="Terhitung", en="Counted"), "healthy_percent": pick(lang, id="Sehat (%)", en="Healthy (%)")}

    def sentence(self, lang: str | None = None) -> str:
        """Share of healthy families by group from the first to the last wave, the trap in numbers, and who was left out."""
        parts = [text for group in ("assisted", "comparison") if (text := self._of(group, lang))]
        if not parts:
            return pick(lang, id="Indeks Keluarga Sehat tidak dapat dihitung: tidak ada, atau terlalu sedikit, keluarga yang kedua belas butirnya terjawab.",
                        en="The healthy family index cannot be computed: no family, or too few, have answers to all twelve items.")
        means = self.means()
        if means is not None:
            true, low = means
            parts.append(pick(
                lang,
                id="Butir yang tidak berlaku dikeluarkan dari pembagi (Permenkes 39/2016); bila dihitung sebagai \"tidak\", rata-rata indeks "
                f"akan terlihat {number(low, 2, lang)}, bukan {number(true, 2, lang)}.",
                en=f"Items that do not apply are taken out of the denominator (Permenkes 39/2016); counted as \"no\", the mean index would "
                f"look like {number(low, 2, lang)} instead of {number(true, 2, lang)}."))
        left = self.told["iks not asked"]
        if left:
            n = families(left, lang)
            parts.append(pick(lang, id=f"Tidak dihitung: {n} kunjungan dengan butir yang tidak ditanyakan.",
                              en=f"Left out: {n} visits with items that were not asked."))
        return " ".join(parts)

    def means(self) -> tuple[float, float] | None:
        """The mean index over all visits, and what it were if "not applicable" were no; None of few visits."""
        known = self.rows[self.rows["indexed"] > 0]
        if self.published()["indexed"].sum() < ENOUGH:
            return None
        return tuple(float(np.average(known[c].astype(float), weights=known["indexed"].astype(float)))
                     for c in ("mean_index", "mean_if_not_applicable_were_no"))

    def _of(self, group: str, lang: str) -> str:
        shown = self.published()
        mine = shown[(shown["group"] == group) & (shown["indexed"] > 0)]
        if mine.empty:
            return ""
        first, last = mine.iloc[0], mine.iloc[-1]
        name = (pick(lang, id="KK binaan", en="assisted households") if group == "assisted"
                else pick(lang, id="KK pembanding", en="comparison households"))
        shares = [_share(row["healthy_percent"], lang) for row in (first, last)]
        if len(mine) == 1:
            return pick(lang, id=f"Gelombang {first['wave']}, {name}: {shares[0]} keluarga sehat.",
                        en=f"Wave {first['wave']}, {name}: {shares[0]} healthy families.")
        text = pick(lang, id=f"{name}: keluarga sehat {shares[0]} pada gelombang {first['wave']} dan {shares[1]} pada gelombang {last['wave']}.",
                    en=f"{name[0].upper() + name[1:]}: healthy families {shares[0]} in wave {first['wave']} and {shares[1]} in wave {last['wave']}.")
        followed = self.told[f"iks followed|{last['wave']}|{group}"]
        if followed >= ENOUGH:
            row = self.rows[(self.rows["wave"] == last["wave"]) & (self.rows["group"] == group)].iloc[0]
            n, change = families(followed, lang), signed(row["followed_change"], 2, lang)
            text += " " + pick(lang, id=f"Indeks {n} keluarga yang terhitung pada keduanya berubah {change}.",
                               en=f"The index of {n} families counted in both changed by {change}.")
        return text


def _share(value: float, lang: str) -> str:
    """The share of healthy families, unless it would be of too few."""
    return pick(lang, id="(terlalu sedikit untuk disebut)", en="(too few to be told)") if value != value else percent(value, 0, lang)


def healthy_family_waves(households: pd.DataFrame, told: InFives | None = None) -> HealthyFamilyWaves:
    """Classes of the healthy family index by wave, assisted households beside comparison households.

    Parameters
    ----------
    households : one row per household and visit with household_id, wave, assisted and the twelve items of ITEMS as yes, no
        or not_applicable (missing: not asked), as the sheet `households` of a checked workbook; with a column `status`
        only rows `interviewed`, `moved` and `joined_later` count as visits
    told : the published numbers of the whole workbook, by default of this sheet alone (see `in_fives`)

    Returns
    -------
    HealthyFamilyWaves with .table(), .published() and .sentence(lang).

    Raises WrongUse for absent columns, other answers, or a household twice in a wave.

    Source: Permenkes 39/2016: above 0.8 healthy, 0.5 to 0.8 pre-healthy, below 0.5 unhealthy.

    Not for the question whether the programme helped: groups may differ from the start (`evaluate_households`).

    >>> family = {**dict.fromkeys(ITEMS, "yes"), "facility_birth": "not_applicable", "no_smoker": "no", "clean_water": "no", "healthy_latrine": "no"}
    >>> visits = pd.DataFrame([{"household_id": "A", "wave": w, "assisted": True, **family, "clean_water": a} for w, a in ((0, "no"), (1, "yes"))])
    >>> healthy_family_waves(visits).table()[["wave", "pre_healthy", "healthy", "mean_index"]].round(3).values.tolist()
    [[0.0, 1.0, 0.0, 0.727], [1.0, 0.0, 1.0, 0.818]]
    """
    visits = _indexed(households)
    if visits.empty:
        return HealthyFamilyWaves(pd.DataFrame(columns=COLUMNS), InFives({}))
    told = in_fives(family_groups(households)) if told is None else told
    started = visits["wave"].min()
    begun = visits[visits["wave"] == started].set_index("household_id")["index"]
    rows = [_row(wave, assisted, group, begun, started) for (wave, assisted), group in visits.groupby(["wave", "assisted"], sort=True)]
    table = pd.DataFrame(rows, columns=COLUMNS).sort_values(["wave", "group"], kind="stable").reset_index(drop=True)
    return HealthyFamilyWaves(table, told)


def family_groups(households: pd.DataFrame) -> pd.DataFrame:
    """The groups that are published, one row a household: by wave and side those with an index, those of each class, and in
    the last wave those that have one in the first too; and how often a household left an item open."""
    visits = _indexed(households)
    every = pd.Index(visits["household_id"].unique(), name="household_id")
    groups = {"iks not asked": visits.loc[~visits["asked"], "household_id"].value_counts()} if len(visits) else {}
    begun = set(visits.loc[visits["index"].notna() & (visits["wave"] == visits["wave"].min()), "household_id"])
    for (wave, assisted), own in visits[visits["index"].notna()].groupby(["wave", "assisted"], sort=True):
        side = "assisted" if assisted else "comparison"
        groups[f"iks|{wave}|{side}"] = _once(own)
        groups |= {f"iks|{wave}|{side}|{kind}": _once(own[own["kind"] == kind]) for kind in _KINDS.values()}
        if wave == visits["wave"].max():
            groups[f"iks followed|{wave}|{side}"] = _once(own[own["household_id"].isin(begun)])
    return pd.DataFrame({name: counts.reindex(every) for name, counts in groups.items()}, index=every).fillna(0).astype(int)


def _once(rows: pd.DataFrame) -> pd.Series:
    return pd.Series(1, index=rows["household_id"].unique())


def _indexed(households: pd.DataFrame) -> pd.DataFrame:
    """Visits with their index, the one if "not applicable" were no, their class, and whether all was asked."""
    visits = _visits(households)
    answers = pd.DataFrame({item: visits[item].map(_ANSWERS).astype(float) for item in ITEMS})
    asked = visits[list(ITEMS)].notna().all(axis=1)
    index = healthy_family_index(answers).where(asked)
    pessimist = answers.fillna(0.0).mean(axis=1).where(index.notna())
    return visits.assign(asked=asked, index=index, pessimist=pessimist, kind=healthy_family_class(index).map(_KINDS))


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
