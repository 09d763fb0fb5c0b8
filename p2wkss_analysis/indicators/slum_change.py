"""Slum score before and after by RT, with the ministry's "contribution" and what supports a reading of it.

Source of score and contribution: Permen PUPR 14/PRT/M/2018 (see `slum`, `slum_volumes`). The state after works is
usually the volume before less the works delivered, so "contribution" counts delivered works as an outcome by
construction. Reported with it: the change by criterion, the part from denominators measured again, and other RTs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..disclosure.small_cells import SMALLEST
from ..display import Shown
from ..say import Text, together
from ..say.errors import WrongUse
from ..tables import texts as of_tables
from ..tables.asked_columns import check_frame, column_faults, stop
from .slum import CLASSES, CRITERIA, slum_score
from .slum_volumes import DENOMINATORS, contribution, mean_slum, percent_from_volumes
from .texts import slum as slum_texts
from .texts import slum_change as texts

KEY = ["village_code", "rw", "rt"]
# What tells how an RT lives: hidden in all that leaves where few households live there.
TELLING = [
    "score_before",
    "class_before",
    "score_after",
    "class_after",
    "score_change",
    "points_of_works",
    "points_of_totals",
    "points_of_other",
    "mean_before",
    "mean_after",
    "contribution",
]
COLUMNS = [
    "area_code",
    "rw",
    "rt",
    "role",
    "programme_year",
    "year_before",
    "year_after",
    *TELLING,
    "comparison_rts",
    "comparison_change",
    "note",
]
# Criteria whose volume is what has not been built or repaired: it falls one for one with works delivered. The others
# (layout, density, need met, flooding) may follow from works but are not their count. The split is this package's reading.
WORKS = ("1c", "2a", "2b", "3a", "4b", "4c", "5a", "5b", "6a", "6b", "7a", "7b")


@dataclass(frozen=True)
class SlumChange(Shown):
    """RTs with their first and last score. `rows` as `.table()`, `by_criterion` as `.criteria()`."""

    rows: pd.DataFrame = field(repr=False)
    by_criterion: pd.DataFrame = field(repr=False)

    def table(self) -> pd.DataFrame:
        """One row an RT, in the order of area code, RW and RT.

        role: `assisted` (a site of the programme covers it by the second survey), `comparison` (none does), `later_site` (one
        comes after the last survey), `served_before` (the programme came before the first survey), `unknown` (no list of
        sites was given). Scores 0-80 and classes of
        Permen PUPR 14/PRT/M/2018, missing where a criterion is. score_change: after less before, in points, which is the
        sum of points_of_works (criteria whose volume falls one for one with works), points_of_other (the four others) and
        points_of_totals (what comes from totals that were measured anew). mean_before, mean_after: mean slum percentage
        0-100. contribution: share of it handled, at most 1, by the ministry's own formula. comparison_change: mean
        score_change of the RTs not served by then (comparison_rts of them) in the same years. note: `one_survey`,
        `missing_criteria`, `totals_redefined`, `same_totals`, `few_households`, joined by spaces. An RT of one to four
        households is noted `few_households`; for the office only: what leaves is `.published()`.
        """
        return self.rows.copy()

    def published(self) -> pd.DataFrame:
        """What may leave: the columns of `.table()` and `hidden`; the figures of an RT of few households are missing there,
        and no mean, difference or sentence holds them."""
        hidden = self.rows["note"].str.contains("few_households").astype(bool)
        told = {c: self.rows[c].mask(hidden) for c in TELLING}
        return self.rows.assign(**told, hidden=hidden)

    def criteria(self) -> pd.DataFrame:
        """One row an RT and criterion: area_code, rw, rt, role, criterion, percent_before, percent_after, score_before,
        score_after, points (after less before), of_works."""
        return self.by_criterion.copy()

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        rows = self.published()
        role = [texts.ROLES[role].say(lang) for role in rows["role"]]
        kept = [
            "area_code",
            "rw",
            "rt",
            "role",
            "year_before",
            "year_after",
            "score_before",
            "score_after",
            "score_change",
            "comparison_change",
            "contribution_percent",
        ]
        changes = {c: rows[c].astype(float).round(1) for c in ("score_change", "comparison_change")}
        return rows.assign(**changes, role=role, contribution_percent=100 * rows["contribution"].astype(float))[kept]

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {name: text.say(lang) for name, text in texts.HEADS.items()}

    def sentence(self, lang: str | None = None) -> str:
        """How the scores changed, beside comparison RTs, and the ministry's figure with why it is no outcome; RTs of few
        households are left out and counted. What the change is made of: `.details(lang)`."""
        whole, assisted = self._changed()
        if whole.empty:
            return together([texts.NO_SLUM_CHANGE, *_left_out(assisted)], lang)
        return together([moved(whole), others(whole), _contribution(whole), *_left_out(assisted)], lang)

    def details(self, lang: str | None = None) -> list[str]:
        """From which criteria the change came, and what limits reading it; empty where no change can be computed."""
        whole, _ = self._changed()
        if whole.empty:
            return []
        raised = [texts.WORKS_RAISE_IT] if whole["contribution"].notna().any() else []
        return [text.say(lang) for text in (*_by_source(whole, self.by_criterion), *raised, *_denominators(whole))]

    def _changed(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """As published: the RTs whose change is told, and all that could have had one."""
        rows = self.published()
        whole = rows[rows["role"].isin(["assisted", "unknown"])].dropna(subset=["score_change"])
        return whole, rows[rows["role"].isin(["assisted", "later_site", "unknown"])]


def moved(whole: pd.DataFrame) -> Text:
    """How the mean score of these RTs changed, and how many changed class."""
    before, after = (whole[c].astype(float).mean() for c in ("score_before", "score_after"))
    steps = whole["class_after"].map(CLASSES.index) - whole["class_before"].map(CLASSES.index)
    # one decimal where the change can then be checked by hand, else two and the change of what is printed, as tables have it
    digits = 1 if round(after - before, 1) == round(round(after, 1) - round(before, 1), 1) else 2
    stayed = round(before, digits) == round(after, digits)
    return (texts.SLUM_SCORES_STAYED if stayed else texts.SLUM_SCORES_MOVED).fill(
        n=len(whole),
        sites=whole["role"].eq("assisted").all(),
        moved=texts.MOVED["down" if after < before else "up"],
        change=round(after, digits) - round(before, digits),
        before=before,
        after=after,
        digits=digits,
        better=(steps < 0).sum(),
        same=(steps == 0).sum(),
        worse=(steps > 0).sum(),
    )


def others(whole: pd.DataFrame) -> Text:
    """The change beside that of comparison RTs in the same years."""
    compared = whole.dropna(subset=["comparison_change"])
    if compared.empty:
        return texts.NO_COMPARISON_RT
    here, there = compared["score_change"].astype(float).mean(), compared["comparison_change"].mean()
    return texts.COMPARED.fill(gap=here - there, own=here, other=there, n=compared["comparison_rts"].max())


def _contribution(whole: pd.DataFrame) -> Text:
    share = whole["contribution"].dropna()
    return texts.NO_CONTRIBUTION if share.empty else texts.CONTRIBUTION.fill(share=100 * share.mean())


def _by_source(whole: pd.DataFrame, by_criterion: pd.DataFrame) -> list[Text]:
    """From which kind of criteria the points came, and which criteria changed most."""
    said = [
        texts.POINTS_BY_SOURCE.fill(**{c: whole[f"points_of_{c}"].astype(float).mean() for c in ("works", "totals", "other")})
    ]
    mine = by_criterion.merge(whole[["area_code", "rw", "rt"]], on=["area_code", "rw", "rt"])
    mean = mine.groupby("criterion", sort=False)["points"].mean()
    most = mean[mean.abs() > 0].abs().sort_values(ascending=False, kind="stable").index[:3]
    named = [texts.CRITERION_POINTS.fill(key=key, label=slum_texts.CRITERIA[key], points=mean[key]) for key in most]
    return [*said, texts.MOVED_MOST.fill(criteria=named)] if named else said


def _denominators(whole: pd.DataFrame) -> list[Text]:
    notes = {"totals_redefined": texts.DENOMINATORS_CHANGED, "same_totals": texts.DENOMINATORS_IDENTICAL}
    return _counted(whole, notes)


def _left_out(assisted: pd.DataFrame) -> list[Text]:
    return _counted(assisted, texts.LEFT_OUT)


def _counted(rows: pd.DataFrame, notes: Mapping[str, Text]) -> list[Text]:
    """The text of each note that some rows carry, with how many do."""
    counts = {note: int(rows["note"].str.contains(note).sum()) for note in notes}
    return [notes[note].fill(n=n) for note, n in counts.items() if n]


def slum_change(neighbourhoods: pd.DataFrame, sites: pd.DataFrame | None = None) -> SlumChange:
    """Slum score before and after by RT, with the ministry's "contribution".

    Parameters
    ----------
    neighbourhoods : one row per RT and year with village_code, rw, rt, year, the five totals (area_ha, buildings,
        households, ideal_road_m, ideal_drain_m) and `1a_volume` ... `7b_volume`, as the workbook's sheet `neighbourhoods`
    sites : year, village_code, rw, rt as the sheet `sites`; a missing rt means the whole RW, a missing rw the whole
        village. Without it no RT is called assisted, and none is a comparison.

    For an assisted RT, "before" is the last survey preceding the programme year (or within it, if a later one follows) and
    "after" is its last survey; for the others, the first and the last. An RT surveyed once is listed without a change.

    Returns
    -------
    SlumChange with .table(), .criteria() and .sentence(lang).

    Raises WrongUse for absent columns, an RT twice in a year, or volumes above their totals.

    Source: Permen PUPR 14/PRT/M/2018. Do not use `contribution` as evidence of impact, nor a score of the 2016 rule here.

    >>> total = {"area_ha": 2.66, "buildings": 33, "households": 42, "ideal_road_m": 400, "ideal_drain_m": 100}
    >>> before = {**total, **{f"{key}_volume": 0 for key in CRITERIA}}
    >>> before |= {"2b_volume": 400, "4b_volume": 100, "6a_volume": 42, "6b_volume": 42}
    >>> place = {"village_code": "32.76.11.1001", "rw": 2, "rt": 1}
    >>> surveys = pd.DataFrame([{**place, "year": 2020, **before}, {**place, "year": 2022, **before, "2b_volume": 0}])
    >>> slum_change(surveys).table()[["score_before", "class_before", "score_after", "class_after"]].values.tolist()
    [[20, 'ringan', 15, 'tidak kumuh']]
    """
    for table in (neighbourhoods,) if sites is None else (neighbourhoods, sites):
        check_frame(table, texts.SLUM_CHANGE)
        if table.columns.duplicated().any():
            raise WrongUse(of_tables.ASKED_TWICE.fill(names=table.columns[table.columns.duplicated()].unique()))
    if sites is not None and not sites.empty:
        stop(column_faults(sites, [("sites", "village_code"), ("sites", "year")], "higher"), texts.NOT_COMPUTED)
    surveys = _surveys(neighbourhoods)
    volumes = surveys[[f"{key}_volume" for key in CRITERIA]].set_axis(list(CRITERIA), axis=1)
    shares = percent_from_volumes(volumes, surveys[list(DENOMINATORS)])
    scores, pairs = _scores(shares), _pairs(surveys, sites)
    rows, first, last = pairs.drop(columns=["first", "last"]), pairs["first"].to_numpy(), pairs["last"].to_numpy()
    twice = first != last
    rows["score_before"], rows["score_after"] = (scores["total"].take(at).to_numpy() for at in (first, last))
    rows["class_before"], rows["class_after"] = (scores["slum_class"].take(at).to_numpy() for at in (first, last))
    means = mean_slum(shares)
    rows["mean_before"], rows["mean_after"] = (means.take(at).to_numpy() for at in (first, last))
    rows["contribution"] = contribution(
        shares.take(first).reset_index(drop=True), shares.take(last).reset_index(drop=True)
    ).to_numpy()
    points = {key: scores[key].astype(float).to_numpy() for key in CRITERIA}
    old_totals = _over(volumes.take(last), surveys[list(DENOMINATORS)].take(first))
    moved = {key: old_totals[key] - points[key][first] for key in CRITERIA}  # by volumes, over the totals of before
    change = rows["score_after"].astype(float) - rows["score_before"].astype(float)
    rows["score_change"] = change
    rows["points_of_works"] = sum(moved[key] for key in WORKS)
    rows["points_of_other"] = sum(moved[key] for key in CRITERIA if key not in WORKS)
    rows["points_of_totals"] = sum(points[key][last] - old_totals[key] for key in CRITERIA)
    rows["note"] = _notes(surveys, shares, first, last)
    for column in (
        "year_after",
        "score_after",
        "class_after",
        "mean_after",
        "score_change",
        "points_of_works",
        "points_of_totals",
        "points_of_other",
        "contribution",
    ):
        rows[column] = rows[column].where(twice)
    rows = rows.astype({c: "Int64" for c in ("year_before", "year_after", "programme_year", "score_before", "score_after")})
    rows = _compare(rows)[COLUMNS]
    return SlumChange(rows, _by_criterion(rows, shares, scores, first, last, twice))


def _surveys(given: pd.DataFrame) -> pd.DataFrame:
    needed = [*KEY, "year", *DENOMINATORS, *(f"{key}_volume" for key in CRITERIA)]
    absent = [c for c in needed if c not in given]
    if absent:
        raise WrongUse(texts.RT_COLUMNS_ABSENT.fill(absent=absent))
    surveys = given[needed].dropna(subset=[*KEY, "year"])
    if surveys.empty:
        raise WrongUse(texts.NO_RT_SURVEY)
    doubled = surveys[surveys.duplicated([*KEY, "year"])]
    if len(doubled):
        rts = [f"{r.village_code} RW {r.rw} RT {r.rt} ({r.year})" for r in doubled.head(5).itertuples()]
        raise WrongUse(texts.RT_TWICE.fill(rts=rts))
    return surveys.sort_values([*KEY, "year"], kind="stable").reset_index(drop=True)


def _pairs(surveys: pd.DataFrame, sites: pd.DataFrame | None) -> pd.DataFrame:
    """One row an RT: place, role, years, and the positions of its two surveys (the same where there is one)."""
    rows = []
    for place, group in surveys.groupby(KEY, sort=True):
        years = group["year"].astype(int).to_numpy()
        planned = _programme_years(place, sites)
        served = planned[planned <= years[-1]]
        role = "unknown" if sites is None else "assisted" if served.size else "later_site" if planned.size else "comparison"
        before = 0
        if served.size and served[0] >= years[0]:
            earlier = np.flatnonzero(years < served[0])
            before = earlier[-1] if earlier.size else 0
        elif served.size:
            role = "served_before"
        rows.append(
            (*place, role, planned[0] if planned.size else pd.NA, years[before], years[-1], group.index[before], group.index[-1])
        )
    return pd.DataFrame(
        rows, columns=["area_code", "rw", "rt", "role", "programme_year", "year_before", "year_after", "first", "last"]
    )


def _programme_years(place: tuple, sites: pd.DataFrame | None) -> np.ndarray:
    """Years in which the programme came to an RT, sorted."""
    if sites is None or sites.empty:
        return np.array([], dtype=int)
    here = sites["village_code"].eq(place[0])
    for column, own in zip(("rw", "rt"), place[1:], strict=True):
        if column in sites:
            here &= sites[column].isna() | sites[column].eq(own).fillna(False)
    return np.sort(sites.loc[here.fillna(False), "year"].dropna().astype(int).to_numpy())


def _over(volumes: pd.DataFrame, totals: pd.DataFrame) -> dict[str, np.ndarray]:
    """Scores by criterion of volumes over the totals of another survey; a volume above such a total counts as all of it."""
    totals = totals.reset_index(drop=True)
    below = pd.DataFrame({key: totals[CRITERIA[key]].astype(float) for key in CRITERIA})
    kept = volumes.reset_index(drop=True).astype(float)
    shares = percent_from_volumes(kept.where(kept.isna() | below.isna() | (kept <= below), below), totals)
    scores = _scores(shares)
    return {key: scores[key].astype(float).to_numpy() for key in CRITERIA}


def _scores(shares: pd.DataFrame) -> pd.DataFrame:
    """`slum_score`, which refuses a table of percentages up to 1 as shares; these come from volumes, and count 0 as well."""
    return slum_score(shares.mask(shares <= 1, 0.0))


def _notes(surveys: pd.DataFrame, shares: pd.DataFrame, first: np.ndarray, last: np.ndarray) -> list[str]:
    totals = surveys[list(DENOMINATORS)].astype(float).to_numpy()
    lacking = shares.isna().any(axis=1).to_numpy()
    notes = []
    for a, b in zip(first, last, strict=True):
        known = ~(np.isnan(totals[a]) | np.isnan(totals[b]))
        same = np.array_equal(totals[a][known], totals[b][known])
        said = ["one_survey"] if a == b else ["same_totals"] if same else ["totals_redefined"]
        few = any(0 < surveys["households"].iloc[at] < SMALLEST for at in (a, b) if pd.notna(surveys["households"].iloc[at]))
        notes.append(
            " ".join(said + (["missing_criteria"] if lacking[a] or lacking[b] else []) + (["few_households"] if few else []))
        )
    return notes


def _compare(rows: pd.DataFrame) -> pd.DataFrame:
    """Beside every assisted RT: the mean change of comparison RTs, few households left out, surveyed in the same two years."""
    others = rows[rows["role"].isin(["comparison", "later_site"]) & ~rows["note"].str.contains("few_households").astype(bool)]
    others = others.dropna(subset=["score_change"])
    by_years = others.groupby(["year_before", "year_after"])["score_change"].agg(["size", "mean"])
    pairs = list(zip(rows["year_before"], rows["year_after"], strict=True))
    found = [
        by_years.loc[pair] if role == "assisted" and pair in by_years.index else None
        for pair, role in zip(pairs, rows["role"], strict=True)
    ]
    rows["comparison_rts"] = pd.array(
        [
            int(f["size"]) if f is not None else 0 if role == "assisted" else pd.NA
            for f, role in zip(found, rows["role"], strict=True)
        ],
        dtype="Int64",
    )
    rows["comparison_change"] = [float(f["mean"]) if f is not None else np.nan for f in found]
    return rows


def _by_criterion(
    rows: pd.DataFrame,
    shares: pd.DataFrame,
    scores: pd.DataFrame,
    first: np.ndarray,
    last: np.ndarray,
    twice: np.ndarray,
) -> pd.DataFrame:
    place = rows[["area_code", "rw", "rt", "role"]][twice]
    frames = []
    for order, key in enumerate(CRITERIA):
        before, after = (scores[key].take(at[twice]).to_numpy() for at in (first, last))
        frames.append(
            place.assign(
                criterion=key,
                percent_before=shares[key].take(first[twice]).to_numpy(),
                percent_after=shares[key].take(last[twice]).to_numpy(),
                score_before=before,
                score_after=after,
                points=after - before,
                of_works=key in WORKS,
                order=order,
                rt_order=np.arange(len(place)),
            )
        )
    return pd.concat(frames).sort_values(["rt_order", "order"]).drop(columns=["order", "rt_order"]).reset_index(drop=True)
