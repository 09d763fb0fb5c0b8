"""Families of a synthetic city over four waves: one pool, parted by a known rule, and a known effect on two outcomes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..say.errors import WrongUse
from . import texts
from .household_items import conditions, counts, kept, steady_words
from .neighbourhoods import Neighbourhood
from .planted import FADING

WAVES = (0, 1, 2, 3)
CHOSEN_BY = ("register", "score", "draw", "baseline", "whole_rt", "unknown")
_POOL = 1.6  # families in the register of an RW for each one in the sheet
_KNOWN = 1.5  # SD in deciles of what else counts in a musyawarah: who is known, at home, willing
_RT_SD, _OWN_SD, _WAVE_SD = 40_000.0, 260_000.0, 140_000.0  # women's income, rupiah a month
_TRAINED = 60  # percent of assisted families in which a woman was trained: delivery, not an outcome
_LEAVES = {"moved": 0.025, "dissolved": 0.008}  # for good, a wave
_MISSED = {"refused": 0.02, "not_found": 0.02}  # this wave only
_JOINED = 3  # assisted families that came in after the first visit


@dataclass(frozen=True)
class Families:
    """`table`: the sheet `households`. `trained` and `latrines`: ids of assisted families that got either."""

    table: pd.DataFrame
    trained: tuple[str, ...]
    latrines: tuple[str, ...]


def families(
    places: list[Neighbourhood],
    year: int,
    assisted: int,
    effects: dict[str, float],
    card_numbers: bool,
    rng: np.random.Generator,
    chosen_by: str = "register",
) -> Families:
    """`assisted` families of the programme's RW and as many others, visited in waves 0 to 3.

    Both sides come from one pool, so that the rule is all that parts them (see `_parted`). Effects come on top: income
    of women in full at wave 1 and less later, healthy latrines for exactly the planted share.
    """
    people = _taken(places, assisted, chosen_by, rng)
    n = len(people)
    ids = np.array([f"KK-{number:04d}" for number in range(1, n + 1)], dtype=object)
    helped = people["assisted"].to_numpy(bool)
    trained = _share(helped, _TRAINED, rng)
    lacking = rng.random(n) < 0.45
    by_itself = rng.choice([1, 2, 3, 99], n, p=[0.04, 0.04, 0.04, 0.88])  # the wave in which a family builds one anyway
    latrine = _share(helped & lacking & (by_itself == 99), effects["healthy_latrine"], rng, of=int(helped.sum()))
    status = _visits(helped, rng)
    own = conditions(n, rng)
    waves = []
    for wave in WAVES:
        lift = effects["women_income_rupiah_month"] * FADING[wave - 1] * helped if wave else 0.0
        income = np.maximum(0, people["level"] + 20_000 * wave + rng.normal(0, _WAVE_SD, n)) + lift
        if wave == 0 and "first" in people:
            income = people["first"]
        own = own if wave == 0 else kept(own, rng)
        septic = ~lacking | (latrine & (wave > 0)) | (by_itself <= wave)
        rows = _wave(people, ids, wave, year, status[wave], rng).assign(
            women_income_rupiah_month=np.round(np.maximum(0, income), -3),
            women_trained=(trained & (wave > 0)) | own["trained"],
            **{key: value for key, value in own.items() if key not in ("trained", "no_septic")},
            **steady_words(septic, own["no_septic"]),
            **counts(people, wave, rng),
        )
        waves.append(rows)
    table = _as_visited(pd.concat(waves, ignore_index=True))
    if card_numbers:
        table["no_kk"] = "0000" + table["household_id"].str[3:].str.zfill(12)
    table = table.sort_values(["household_id", "wave"], kind="stable").reset_index(drop=True)
    return Families(table, tuple(ids[trained]), tuple(ids[latrine]))


def _taken(places: list[Neighbourhood], count: int, chosen_by: str, rng: np.random.Generator) -> pd.DataFrame:
    """The families of both sides, the assisted first: of each village, from one register of its programme's RW, or of whole
    RTs in the RW and beside it."""
    villages = list(dict.fromkeys(place.village_code for place in places))
    wanted = {village: count // len(villages) + (number < count % len(villages)) for number, village in enumerate(villages)}
    halves = [_half(places, side, wanted, rng) for side in (True, False)]
    sides: dict[bool, list[pd.DataFrame]] = {True: [], False: []}
    for village in villages:
        around = sorted((p for p in places if p.village_code == village), key=lambda place: not place.treated)
        own = sum(place.treated for place in around)
        luck, level, error, lots = (np.concatenate([half[village][part] for half, _ in halves]) for part in range(4))
        if chosen_by == "whole_rt":  # the programme's RTs stand first, and are the worst
            luck = np.sort(luck)
        rt = np.arange(len(level)) % (len(around) if chosen_by == "whole_rt" else own)
        level = 750_000 + luck[rt] + level
        decile = np.clip(np.round(3.2 + (level - 750_000) / 200_000 + error), 1, 10).astype(int)
        people = pd.DataFrame(
            {
                "village_code": village,
                "rw": np.array([place.rw for place in around])[rt],
                "rt": np.array([place.rt for place in around])[rt],
                "assisted": rt < own,
                "level": level,
                "registry_decile": decile,
                "choice_figure": np.round(luck[rt] / 1000, 1) if chosen_by == "whole_rt" else np.nan,
            }
        )  # what was known of the RT
        for side, rows in _parted(people, wanted[village], chosen_by, lots, rng).items():
            sides[side].append(rows.assign(assisted=side))
    members = pd.concat([people for _, people in halves], ignore_index=True)
    return pd.concat([*sides[True], *sides[False]], ignore_index=True).join(members)


def _half(
    places: list[Neighbourhood], side: bool, wanted: dict[str, int], rng: np.random.Generator
) -> tuple[dict[str, list[np.ndarray]], pd.DataFrame]:
    """What chance deals to half of the families: of each village the luck of the RTs of one side, and how families stand, how
    the register errs of them, and their lots; and the members of those who will be in the sheet."""
    dealt = {}
    for village, taken in wanted.items():
        rts, pool = sum(p.treated == side and p.village_code == village for p in places), int(np.ceil(taken * _POOL))
        dealt[village] = [rng.normal(0, _RT_SD, rts), *(rng.normal(0, spread, pool) for spread in (_OWN_SD, 1.2, _KNOWN))]
    n = sum(wanted.values())
    members = rng.choice([2, 3, 4, 5, 6, 7], n, p=[0.08, 0.22, 0.33, 0.22, 0.1, 0.05])
    young = np.minimum(rng.binomial(2, 0.28, n), members - 1)
    school = np.minimum(rng.binomial(3, 0.42, n), members - 1 - young)
    return dealt, pd.DataFrame({"members": members, "under_five": young, "aged_7_18": school})


def _parted(
    people: pd.DataFrame, wanted: int, chosen_by: str, lots: np.ndarray, rng: np.random.Generator
) -> dict[bool, pd.DataFrame]:
    """`wanted` assisted families and as many others of the pool.

    register: the lowest deciles, ties by lot; the comparison are those next in the register. score: 60 points for the decile
    and 40 for a low income at the first visit, the highest first. baseline: the lowest incomes at the first visit. draw: lots
    among the lowest deciles. whole_rt: the worst RTs, by a figure of the RT, against RTs beside them. unknown: a musyawarah
    that saw the register and more that nobody wrote down.
    """
    if chosen_by in ("baseline", "score"):
        people = people.assign(first=np.round(np.maximum(0, people["level"] + rng.normal(0, _WAVE_SD, len(people))), -3))
    decile = people["registry_decile"].to_numpy()
    if chosen_by == "whole_rt":
        own = people["assisted"].to_numpy()
        return {side: people[own == side].iloc[:wanted] for side in (True, False)}
    if chosen_by == "unknown":
        need = decile + lots
    elif chosen_by == "baseline":
        need = people["first"].to_numpy()
        people = people.assign(choice_figure=need)
    elif chosen_by == "score":
        poor = 1 - people["first"].rank(pct=True).to_numpy()
        need = -np.round(60 * (10 - decile) / 9 + 40 * poor)
        people = people.assign(choice_figure=-need)
    else:
        need = decile
        people = people.assign(choice_figure=need.astype(float) if chosen_by == "register" else np.nan)
    order = np.lexsort((np.arange(len(need)) if chosen_by == "draw" else lots, need))[: 2 * wanted]
    if chosen_by == "draw":
        order = order[np.argsort(lots[order])]
    return {side: people.iloc[np.sort(part)] for side, part in ((True, order[:wanted]), (False, order[wanted:]))}


def _share(who: np.ndarray, percent: float, rng: np.random.Generator, of: int | None = None) -> np.ndarray:
    """Exactly `percent` of the `of` families (of all `who` by default), drawn among `who`."""
    wanted = round((who.sum() if of is None else of) * percent / 100)
    if wanted > who.sum():
        raise WrongUse(texts.TOO_FEW_LACK_LATRINES.fill(percent=percent, n=int(who.sum())))
    drawn = np.zeros(len(who), dtype=bool)
    drawn[rng.permutation(np.flatnonzero(who))[:wanted]] = True
    return drawn


_NO_VISIT = np.array(None, dtype=object)


def _visits(helped: np.ndarray, rng: np.random.Generator) -> dict[int, np.ndarray]:
    """Outcome of each visit by wave, None where no visit was made: before a family joined, and after it left."""
    n = len(helped)
    late = np.zeros(n, dtype=bool)
    late[rng.permutation(np.flatnonzero(helped))[: min(_JOINED, helped.sum() // 20)]] = True
    status = {0: np.where(late, _NO_VISIT, "interviewed")}
    gone = np.zeros(n, dtype=bool)
    for wave in WAVES[1:]:
        more = np.where(helped, 1.0, 1.4)  # families that get nothing are harder to see again
        draw, now = rng.random(n), np.full(n, "interviewed", dtype=object)
        edge = np.zeros(n)
        for word, chance in {**_LEAVES, **_MISSED}.items():
            now[(draw >= edge) & (draw < edge + chance * more)] = word
            edge = edge + chance * more
        now[late & (wave == 1)] = "joined_later"
        status[wave] = np.where(gone, _NO_VISIT, now)
        gone |= np.isin(now, list(_LEAVES))
    return status


def _wave(
    people: pd.DataFrame, ids: np.ndarray, wave: int, year: int, status: np.ndarray, rng: np.random.Generator
) -> pd.DataFrame:
    first = {0: dt.date(year, 2, 3), 1: dt.date(year, 11, 10), 2: dt.date(year + 1, 11, 9), 3: dt.date(year + 2, 11, 8)}[wave]
    n = len(people)
    spent = people["members"] * np.round(rng.lognormal(13.55, 0.25, n) * (0.8 + people["level"] / 3.75e6), -3)
    moved = rng.choice([-1, 0, 1], n, p=[0.1, 0.8, 0.1]) if wave else 0
    return people.drop(columns=["level", "first"], errors="ignore").assign(
        household_id=ids,
        wave=wave,
        interview_date=[first + dt.timedelta(days=int(d)) for d in rng.integers(0, 19, n)],
        status=status,
        registry_decile=np.clip(people["registry_decile"] + moved, 1, 10),
        registry_source="other",
        registry_vintage=f"{first:%Y-%m}",
        choice_figure=people["choice_figure"] if wave == 0 else np.nan,
        expenditure_rupiah_month=np.round(spent, -3),
    )


_ALWAYS = ["household_id", "wave", "interview_date", "village_code", "rw", "rt", "assisted", "status"]


def _as_visited(rows: pd.DataFrame) -> pd.DataFrame:
    """Without the rows of visits that were not made, and without answers where nobody was spoken to."""
    rows = rows[rows["status"].notna()].reset_index(drop=True)
    silent = ~rows["status"].isin(["interviewed", "joined_later"])
    answers = [column for column in rows if column not in _ALWAYS]
    rows[answers] = rows[answers].astype(object)
    rows.loc[silent, answers] = None
    return rows
