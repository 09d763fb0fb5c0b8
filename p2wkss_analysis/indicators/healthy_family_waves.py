"""The healthy family index over the visits: classes of households by wave, assisted beside comparison.

Permenkes 39/2016: index = yes / (12 - not applicable). The index that would result if "not applicable" counted as no is
reported with it, since that is a common error; households with an item not asked are left out and counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..disclosure.in_fives import ENOUGH, InFives, families_text, in_fives
from ..display import Shown
from ..say import Text, together
from ..say.errors import WrongUse
from .healthy_family import CLASSES, ITEMS, healthy_family_class, healthy_family_index
from .texts import healthy_family as texts

_ANSWERS = {"yes": 1.0, "no": 0.0, "not_applicable": np.nan}
_KINDS = dict(zip(CLASSES, ("unhealthy", "pre_healthy", "healthy"), strict=True))
COLUMNS = [
    "wave",
    "group",
    "households",
    "not_fully_asked",
    "none_applicable",
    "indexed",
    *_KINDS.values(),
    "healthy_percent",
    "mean_index",
    "mean_if_not_applicable_were_no",
    "followed",
    "followed_change",
]


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
        names = {side: text.say(lang) for side, text in texts.SIDES.items()}
        return self.published().replace({"group": names})

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {name: text.say(lang) for name, text in texts.WAVE_HEADS.items()}

    def sentence(self, lang: str | None = None) -> str:
        """Share of healthy families by group from first to last wave; with "not applicable" as no; and who was left out."""
        said = [text for group in texts.SIDES for text in self._of(group)]
        if not said:
            return texts.NO_INDEX.say(lang)
        said.append(texts.WAVES)
        means = self.means()
        if means is not None and round(means[0], 2) != round(means[1], 2):
            said.append(texts.NOT_APPLICABLE.fill(mean=means[0], as_no=means[1]))
        left = self.told["iks not asked"]
        if left:
            said.append(texts.NOT_ASKED.fill(visits=families_text(left)))
        return together(said, lang)

    def means(self) -> tuple[float, float] | None:
        """The mean index over all visits, and what it were if "not applicable" were no; None of few visits."""
        known = self.rows[self.rows["indexed"] > 0]
        if self.published()["indexed"].sum() < ENOUGH:
            return None
        weights = known["indexed"].astype(float)
        asked, with_no = (known[c].astype(float) for c in ("mean_index", "mean_if_not_applicable_were_no"))
        return float(np.average(asked, weights=weights)), float(np.average(with_no, weights=weights))

    def _of(self, group: str) -> list[Text]:
        shown = self.published()
        mine = shown[(shown["group"] == group) & (shown["indexed"] > 0)]
        if mine.empty:
            return []
        first, last = mine.iloc[0], mine.iloc[-1]
        if len(mine) == 1:
            return [texts.HEALTHY_SHARE[group].fill(share=_share(first["healthy_percent"]), wave=visit(first["wave"]))]
        said = [
            texts.HEALTHY_SHARES[group].fill(
                first_share=_share(first["healthy_percent"]),
                first=visit(first["wave"]),
                last_share=_share(last["healthy_percent"]),
                last=visit(last["wave"]),
            )
        ]
        followed = self.told[f"iks followed|{last['wave']}|{group}"]
        if followed >= ENOUGH:
            row = self.rows[(self.rows["wave"] == last["wave"]) & (self.rows["group"] == group)].iloc[0]
            said.append(texts.FOLLOWED.fill(families=families_text(followed), change=row["followed_change"]))
        return said


def visit(wave: int) -> Text:
    """A wave in words."""
    return texts.VISITS.get(wave, texts.OTHER_VISIT.fill(wave=wave))


def _share(value: float) -> Text:
    """The share of healthy families, unless it would be of too few."""
    return texts.TOO_FEW if value != value else texts.WHOLE_PERCENT.fill(share=value)


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

    >>> family = dict.fromkeys(ITEMS, "yes") | {"facility_birth": "not_applicable", "no_smoker": "no", "healthy_latrine": "no"}
    >>> visits = pd.DataFrame([{"household_id": "A", "wave": wave, "assisted": True, **family, "clean_water": water}
    ...                        for wave, water in ((0, "no"), (1, "yes"))])
    >>> healthy_family_waves(visits).table()[["wave", "pre_healthy", "healthy", "mean_index"]].round(3).values.tolist()
    [[0.0, 1.0, 0.0, 0.727], [1.0, 0.0, 1.0, 0.818]]
    """
    visits = _indexed(households)
    if visits.empty:
        return HealthyFamilyWaves(pd.DataFrame(columns=COLUMNS), InFives({}))
    told = in_fives(family_groups(households)) if told is None else told
    started = visits["wave"].min()
    begun = visits[visits["wave"] == started].set_index("household_id")["index"]
    rows = [
        _row(wave, assisted, group, begun, started) for (wave, assisted), group in visits.groupby(["wave", "assisted"], sort=True)
    ]
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
        raise WrongUse(texts.HOUSEHOLD_COLUMNS_ABSENT.fill(absent=absent))
    rows = given.dropna(subset=["household_id", "wave", "assisted"])
    if "status" in rows:
        rows = rows[rows["status"].isna() | rows["status"].isin(["interviewed", "moved", "joined_later"])]
    strange = [item for item in ITEMS if not set(rows[item].dropna().unique()) <= set(_ANSWERS)]
    if strange:
        raise WrongUse(texts.STRANGE_ANSWERS.fill(items=strange))
    doubled = int(rows.duplicated(["household_id", "wave"]).sum())
    if doubled:
        raise WrongUse(texts.HOUSEHOLD_TWICE.fill(n=doubled))
    return rows[needed].astype({"wave": int, "assisted": bool}).reset_index(drop=True)


def _row(wave: int, assisted: bool, group: pd.DataFrame, begun: pd.Series, started: int) -> tuple:
    counts = group["kind"].value_counts()
    indexed = int(group["index"].notna().sum())
    kinds = [int(counts.get(kind, 0)) for kind in _KINDS.values()]
    change = (
        (group.set_index("household_id")["index"] - begun.reindex(group["household_id"])).dropna()
        if wave != started
        else pd.Series(dtype=float)
    )
    not_asked, none = int((~group["asked"]).sum()), int((group["asked"] & group["index"].isna()).sum())
    return (
        wave,
        "assisted" if assisted else "comparison",
        len(group),
        not_asked,
        none,
        indexed,
        *kinds,
        100 * kinds[-1] / indexed if indexed else np.nan,
        group["index"].mean(),
        group["pessimist"].mean(),
        len(change),
        change.mean() if len(change) else np.nan,
    )
