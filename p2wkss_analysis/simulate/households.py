"""Families of a synthetic city over four waves: alike on both sides before, and a known effect on two outcomes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import WrongUse
from .household_items import conditions, counts, kept, steady_words
from .neighbourhoods import Neighbourhood
from .planted import FADING

WAVES = (0, 1, 2, 3)
_POOL = 1.6  # families in an RW for each one taken: those of the lowest deciles are taken, on both sides
_KNOWN = 1.5  # SD in deciles of what else decides who is taken: who is known, at home, willing
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


def families(places: list[Neighbourhood], year: int, assisted: int, effects: dict[str, float], card_numbers: bool, rng) -> Families:
    """`assisted` families in the treated RTs and as many in the others, visited in waves 0 to 3.

    Both sides are taken in the same way, mostly the lowest registry deciles of more families than needed, so that what
    differs afterwards is the programme, chance, and the RT. Effects come on top: income of women in full at wave 1
    and less later, healthy latrines for exactly the planted share.
    """
    people = pd.concat([_taken(places, side, assisted, rng) for side in (True, False)], ignore_index=True)
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
        own = own if wave == 0 else kept(own, rng)
        septic = ~lacking | (latrine & (wave > 0)) | (by_itself <= wave)
        rows = _wave(people, ids, wave, year, status[wave], rng).assign(
            women_income_rupiah_month=np.round(np.maximum(0, income), -3), women_trained=(trained & (wave > 0)) | own["trained"],
            **{key: value for key, value in own.items() if key not in ("trained", "no_septic")},
            **steady_words(septic, own["no_septic"]), **counts(people, wave, rng))
        waves.append(rows)
    table = _as_visited(pd.concat(waves, ignore_index=True))
    if card_numbers:
        table["no_kk"] = "0000" + table["household_id"].str[3:].str.zfill(12)
    table = table.sort_values(["household_id", "wave"], kind="stable").reset_index(drop=True)
    return Families(table, tuple(ids[trained]), tuple(ids[latrine]))


def _taken(places: list[Neighbourhood], side: bool, count: int, rng) -> pd.DataFrame:
    """The families of one side: of `_POOL` times as many, mostly those with the lowest deciles, spread over its RTs."""
    here = [place for place in places if place.treated == side]
    villages = list(dict.fromkeys(place.village_code for place in here))
    parts = []
    for number, village in enumerate(villages):
        rts = [place for place in here if place.village_code == village]
        rw_of, rt_of = (np.array([getattr(place, name) for place in rts]) for name in ("rw", "rt"))
        wanted = count // len(villages) + (number < count % len(villages))
        pool = int(np.ceil(wanted * _POOL))
        rt = np.arange(pool) % len(rts)
        level = 750_000 + rng.normal(0, _RT_SD, len(rts))[rt] + rng.normal(0, _OWN_SD, pool)
        decile = np.clip(np.round(3.2 + (level - 750_000) / 200_000 + rng.normal(0, 1.2, pool)), 1, 10).astype(int)
        take = np.sort(np.argsort(decile + rng.normal(0, _KNOWN, pool), kind="stable")[:wanted])
        parts.append(pd.DataFrame({"village_code": village, "rw": rw_of[rt[take]], "rt": rt_of[rt[take]], "assisted": side,
                                   "level": level[take], "registry_decile": decile[take]}))
    taken = pd.concat(parts, ignore_index=True)
    members = rng.choice([2, 3, 4, 5, 6, 7], len(taken), p=[0.08, 0.22, 0.33, 0.22, 0.1, 0.05])
    young = np.minimum(rng.binomial(2, 0.28, len(taken)), members - 1)
    school = np.minimum(rng.binomial(3, 0.42, len(taken)), members - 1 - young)
    return taken.assign(members=members, under_five=young, aged_7_18=school)


def _share(who: np.ndarray, percent: float, rng, of: int | None = None) -> np.ndarray:
    """Exactly `percent` of the `of` families (of all `who` by default), drawn among `who`."""
    wanted = round((who.sum() if of is None else of) * percent / 100)
    if wanted > who.sum():
        raise WrongUse(id=f"Hanya {who.sum()} KK binaan belum berjamban sehat; pengaruh {percent:g} poin tidak dapat ditanam.",
                       en=f"Only {who.sum()} assisted households lack a healthy latrine; {percent:g} points cannot be planted.")
    drawn = np.zeros(len(who), dtype=bool)
    drawn[rng.permutation(np.flatnonzero(who))[:wanted]] = True
    return drawn


def _visits(helped: np.ndarray, rng) -> dict[int, np.ndarray]:
    """Outcome of each visit by wave, None where no visit was made: before a family joined, and after it left."""
    n = len(helped)
    late = np.zeros(n, dtype=bool)
    late[rng.permutation(np.flatnonzero(helped))[:min(_JOINED, helped.sum() // 20)]] = True
    status, gone = {0: np.where(late, None, "interviewed")}, np.zeros(n, dtype=bool)
    for wave in WAVES[1:]:
        more = np.where(helped, 1.0, 1.4)  # families that get nothing are harder to see again
        draw, now = rng.random(n), np.full(n, "interviewed", dtype=object)
        edge = np.zeros(n)
        for word, chance in {**_LEAVES, **_MISSED}.items():
            now[(draw >= edge) & (draw < edge + chance * more)] = word
            edge = edge + chance * more
        now[late & (wave == 1)] = "joined_later"
        status[wave] = np.where(gone, None, now)
        gone |= np.isin(now, list(_LEAVES))
    return status


def _wave(people: pd.DataFrame, ids, wave: int, year: int, status, rng) -> pd.DataFrame:
    first = {0: dt.date(year, 2, 3), 1: dt.date(year, 11, 10), 2: dt.date(year + 1, 11, 9), 3: dt.date(year + 2, 11, 8)}[wave]
    n = len(people)
    spent = people["members"] * np.round(rng.lognormal(13.55, 0.25, n) * (0.8 + people["level"] / 3.75e6), -3)
    moved = rng.choice([-1, 0, 1], n, p=[0.1, 0.8, 0.1]) if wave else 0
    return people.drop(columns="level").assign(
        household_id=ids, wave=wave, interview_date=[first + dt.timedelta(days=int(d)) for d in rng.integers(0, 19, n)], status=status,
        registry_decile=np.clip(people["registry_decile"] + moved, 1, 10), registry_source="other", registry_vintage=f"{first:%Y-%m}",
        expenditure_rupiah_month=np.round(spent, -3))


_ALWAYS = ["household_id", "wave", "interview_date", "village_code", "rw", "rt", "assisted", "status"]


def _as_visited(rows: pd.DataFrame) -> pd.DataFrame:
    """Without the rows of visits that were not made, and without answers where nobody was spoken to."""
    rows = rows[rows["status"].notna()].reset_index(drop=True)
    silent = ~rows["status"].isin(["interviewed", "joined_later"])
    answers = [column for column in rows if column not in _ALWAYS]
    rows[answers] = rows[answers].astype(object)
    rows.loc[silent, answers] = None
    return rows
