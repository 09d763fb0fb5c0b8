"""A public draw among households near the cut: need decides who is clearly in or out, lots decide between the rest.

Part of the list is then an experiment: those drawn and those not drawn differ by chance alone (see `HouseholdRule`, "draw").
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from ...dictionary.sheets import label_of, setting_called
from ...display import Shown
from ...rule import HouseholdRule
from ...say import Text, together
from ...say.errors import WrongUse, check_language
from ...tables.asked_columns import check_frame, column_faults, stop
from ...tables.plain_numbers import doubtful_cells, plain_numbers
from ...tables.whole_number import check_whole, seed_of
from ...tables.workbook.settings import CHANCE, FIGURE, settings_of, shown_setting
from .. import texts as draw_texts
from ..candidate_list import when_and_where
from ..draw import ticket
from .beneficiaries import Selection
from .texts import near_cut as texts
from .texts.beneficiaries import GROUP_ABSENT

OUT = -1  # the stratum of a household outside the draw


@dataclass(frozen=True, eq=False)
class NearCutDraw(Shown):
    """A list of which some places are drawn: `.table()` internal, `.groups()` without households, `.record()` for the workbook.

    stratum (N,) of each candidate: -1 outside the draw, else the group it draws in; names and places of the groups; asked: how
    many places were to be drawn, None where the distance from the cut was stated. seed None: the draw is still to be held.
    names stand in the list that is hashed; called: the same for people.
    """

    selection: Selection
    stratum: np.ndarray = field(repr=False)
    names: tuple[str, ...]
    places: tuple[int, ...]
    asked: int | None
    by_rt: bool
    seed: int | None = None
    seed_source: str = ""
    called: tuple[Text, ...] = field(default=(), repr=False)

    @property
    def in_draw(self) -> np.ndarray:
        """(N,) whether a household takes part."""
        return self.stratum != OUT

    @property
    def chance(self) -> np.ndarray:
        """(N,) chance in percent of those in the draw, NaN of others."""
        size = np.bincount(self.stratum[self.in_draw], minlength=len(self.places))
        return np.where(self.in_draw, 100 * np.array(self.places)[self.stratum] / size[self.stratum], np.nan)

    @cached_property
    def on_list(self) -> np.ndarray:
        """(N,) who is assisted: in by need or decision, or drawn. WrongUse before the draw."""
        if self.seed is None:
            raise WrongUse(texts.NOT_DRAWN_YET)
        tickets = self._tickets()
        listed = self.selection.best.chosen & ~self.in_draw
        for number, places in enumerate(self.places):
            rows = np.flatnonzero(self.stratum == number)
            listed[rows[np.argsort(tickets[rows], kind="stable")[:places]]] = True
        return listed

    @property
    def chosen(self) -> list:
        """household_id of all on the list; before the draw of those who are in without it."""
        made = self.selection.candidates
        rows = np.flatnonzero(self.selection.best.chosen & ~self.in_draw if self.seed is None else self.on_list)
        return made.ids[rows[np.argsort(made.place[rows])]].tolist()

    @property
    def sha256(self) -> str:
        """The hash of the list: SHA-256 of the lines "group|places|household_id" in order, each on a line of its own."""
        return hashlib.sha256("".join(f"{line}\n" for line in self._lines()).encode()).hexdigest()

    def draw(self, seed: int, seed_source: str = "") -> NearCutDraw:
        """The same list with the lots drawn. seed: a whole number nobody could know before the list was fixed."""
        return replace(self, seed=seed_of(seed), seed_source=seed_source or self.seed_source)

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """The internal list, one row a candidate by need: household_id, status, assisted (missing before the draw), score, group,
        draw_chance_percent, ticket, and village_code, rw, rt where the table has them."""
        lang, made = check_language(lang), self.selection.candidates
        before, inside = self.seed is None, self.in_draw
        listed = self.selection.best.chosen & ~inside if before else self.on_list
        waits = np.where(listed, "DRAWN", "TO_BE_DRAWN" if before else "NOT_DRAWN")
        status = np.where(inside, waits, np.where(listed, "CERTAIN", "BELOW"))
        told = pd.DataFrame(
            {
                "household_id": made.ids,
                "status": [texts.STANDINGS[name].say(lang) for name in status],
                "assisted": pd.Series(listed, dtype="boolean").mask(pd.Series(inside & before)),
                "score": self.selection.request.told(made.score),
                "group": [self.called[s].say(lang) if s != OUT else "" for s in self.stratum],
                CHANCE: self.chance,
                "ticket": "" if before else np.where(inside, self._tickets(), ""),
            }
        )
        given = self.selection.request.households
        own = {c: given[c].to_numpy(object) for c in ("village_code", "rw", "rt") if c in given}
        return told.assign(**own).iloc[np.argsort(made.place)].reset_index(drop=True)

    def groups(self) -> pd.DataFrame:
        """Each group that draws by itself: group, in_draw, places, draw_chance_percent."""
        size = np.bincount(self.stratum[self.in_draw], minlength=len(self.places))
        chance = 100 * np.array(self.places) / size
        return pd.DataFrame({"group": list(self.names), "in_draw": size, "places": list(self.places), CHANCE: chance})

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        """Never the households: a notebook keeps what it shows."""
        return self.groups().assign(group=[text.say(lang) for text in self.called])

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {name: text.say(lang) for name, text in texts.NEAR_CUT_HEADS.items()}

    def drawn_list(self) -> Selection:
        """The list as drawn, for what is made of a list: quotas kept, the public summary. WrongUse before the draw."""
        return replace(self.selection, best=replace(self.selection.best, chosen=self.on_list))

    def record(self) -> pd.DataFrame:
        """What the sheet households keeps of every candidate at wave 0: household_id, assisted, choice_figure, and
        draw_chance_percent of those in the draw. WrongUse before the draw."""
        made = self.selection.candidates
        figure = self.selection.request.told(made.score)
        return pd.DataFrame({"household_id": made.ids, "assisted": self.on_list, FIGURE: figure, CHANCE: self.chance})

    def rule(self) -> HouseholdRule:
        """How the evaluation takes this list: `evaluate_households(..., rule=draw.rule())` on a table that holds the record."""
        return HouseholdRule("draw", CHANCE, within="rt" if self.by_rt else None)

    def record_sentence(self, lang: str | None = None) -> str:
        """What to write into the workbook for the evaluation of this draw."""
        lang = check_language(lang)
        said = settings_of(self.rule()).items()
        stated = [f"{setting_called(name).say(lang)} = {shown_setting(name, value, lang)}" for name, value in said]
        columns = [label_of("households", column) for column in ("assisted", FIGURE, CHANCE)]
        return texts.NEAR_CUT_RECORD.say(lang, settings=stated, columns=columns)

    def sentence(self, lang: str | None = None) -> str:
        """How many are in without a draw, how many places are drawn among whom, and what is to be published or was drawn."""
        low, high = self._scores()
        told = {"n": int(self.selection.candidates.n), "drawn": sum(self.places), "inside": int(self.in_draw.sum())}
        certain = told["n"] - told["drawn"]
        chances = np.unique(self.chance[self.in_draw].round(1))
        each = texts.EQUAL_CHANCE if len(chances) == 1 else texts.UNEQUAL_CHANCES
        about = {"score": self.selection.score_called, "low": low, "high": high, "digits": 0 if low % 1 == high % 1 == 0 else 2}
        listed = texts.NEAR_CUT_LIST_AT if low == high else texts.NEAR_CUT_LIST
        said: list[Text] = [
            listed.fill(certain=certain, **about, **told),
            each.fill(least=chances.min(), most=chances.max(), groups=len(self.places)),
        ]
        if self.asked is not None and abs(self.asked - told["drawn"]) * 10 > self.asked:
            said.append(texts.NOT_AS_MANY.fill(asked=self.asked))
        if self.seed is None:
            said.append(texts.PUBLISH_FIRST.fill(sha256=self.sha256))
        else:
            said += [texts.DRAWN_WITH.fill(seed=self.seed), self._source()]
        return together(said, lang)

    def minutes(self, lang: str | None = None, held_on: dt.date | None = None, place: str = "") -> str:
        """The list to publish before the draw, or the minutes of the draw to sign; names no one but by household_id. Internal."""
        ids, lines = self.selection.candidates.ids, self._lines()
        told = {
            "certain": int(self.selection.candidates.n) - sum(self.places),
            "places": sum(self.places),
            "inside": len(lines),
            "sha256": self.sha256,
            "source": self._source(),
            **when_and_where(lang, held_on, place),
        }
        if self.seed is None:
            return texts.NEAR_CUT_LIST_MINUTES.say(lang, everyone="\n".join(lines), **told)
        tickets, said = self._tickets(), []
        for number, name in enumerate(self.names):
            rows = np.flatnonzero(self.stratum == number)
            draws = texts.GROUP_DRAWS if name else texts.ALL_DRAW
            said.append(draws.say(lang, group=self.called[number], places=self.places[number], n=len(rows)))
            for at, row in enumerate(rows[np.argsort(tickets[rows], kind="stable")], 1):
                mark = " *" if at <= self.places[number] else ""
                said.append(f"{at:>4}. {ids[row]}  {tickets[row][:16]}{mark}")
        first = ids[np.flatnonzero(self.in_draw)[0]]
        return texts.NEAR_CUT_MINUTES.say(lang, seed=self.seed, first=first, everyone="\n".join(said), **told)

    def _lines(self) -> list[str]:
        ids = self.selection.candidates.ids
        return sorted(f"{self.names[s]}|{self.places[s]}|{ids[row]}" for row, s in enumerate(self.stratum) if s != OUT)

    def _tickets(self) -> np.ndarray:
        return np.array([ticket(self.seed or 0, str(one)) for one in self.selection.candidates.ids.tolist()])

    def _scores(self) -> tuple[float, float]:
        """The lowest and the highest score in the draw."""
        score = self.selection.request.told(self.selection.candidates.score[self.in_draw])
        return float(score.min()), float(score.max())

    def _source(self) -> Text:
        if self.seed is None:
            named, unnamed = draw_texts.SOURCE_TO_COME, draw_texts.SOURCE_NOT_NAMED
        else:
            named, unnamed = draw_texts.SEED_FROM, draw_texts.SEED_OF_NO_SOURCE
        return named.fill(source=self.seed_source) if self.seed_source else unnamed


def draw_near_cut(
    selection: Selection,
    places: int | None = None,
    width: float | None = None,
    within: str | None = None,
    seed: int | None = None,
    seed_source: str = "",
) -> NearCutDraw:
    """Draw lots among the households near the cut of a list, so that part of it is an experiment.

    Parameters
    ----------
    selection : a list made by `select_households`, quotas and decisions of the musyawarah included
    places : how many of its places are drawn: its least needy, among them and as many of those left out that come next.
        Households alike in score and second criterion stay together, so that it can be more or fewer: the sentence says so
    width : instead, everybody within this many points of the cut, such as the measured noise of the score (`measured_noise`);
        with neither, those with the very score of the cut
    within : a column (rt, village_code) within which lots are drawn, with as many places in each as need gave it there
    seed : a whole number nobody could know before the list was fixed; without it the draw is still to come: `.sha256` and
        `.minutes()` are then what is published first, and `.draw(seed)` holds it
    seed_source : where the seed comes from, in words

    Returns a NearCutDraw. Whoever was put on or off the list by decision is never in the draw. Under quotas lots are drawn among
    households that count towards the same quotas, so that the drawn list keeps every one of them; chances then differ by
    group, and `.record()` keeps each. The ticket is the SHA-256 of `seed|household_id`, the lowest of each group are drawn.

    Raises WrongUse where nobody left out can change places with somebody on the list.

    Source: that a programme may randomise among those near its cut and keep the neediest: Duflo, Glennerster and Kremer (2007),
    Handbook of Development Economics 4, section 3.2; Karlan and Zinman (2010), Review of Financial Studies 23.

    >>> from .beneficiaries import select_households
    >>> table = pd.DataFrame({"household_id": list("abcdef"), "need": [9, 8, 7, 6, 5, 1]})
    >>> drawn = draw_near_cut(select_households(table, 3, "need"), places=2, seed=7)
    >>> drawn.table("en")["status"].tolist(), len(drawn.chosen)
    (['in without a draw', 'not drawn', 'drawn', 'not drawn', 'drawn', 'below the cut'], 3)
    """
    made, chosen = selection.candidates, selection.best.chosen
    if places is not None and width is not None:
        raise WrongUse(texts.PLACES_OR_WIDTH)
    if places is not None:
        check_whole("places", places, 1)
    elif width is not None and not (isinstance(width, (int, float, np.number)) and 0 <= width < np.inf):
        raise WrongUse(texts.WIDTH_NO_NUMBER.fill(given=width))
    key, columns = _groups(selection, within)
    margin = _margin(selection)
    inside, outside = chosen & (made.forced == 0), ~chosen & (made.forced == 0)
    if places is None:
        near = np.abs(margin) <= (0.0 if width is None else width / made.unit) + 0.5
        stratum, counts = _strata(key, near & inside, near & outside)
    else:
        stratum, counts = _of_places(places, key, margin, made.second, inside, outside)
    if not counts:
        raise WrongUse(texts.NOBODY_NEAR if places is not None or width is not None else texts.NO_TIES)
    first = [int(np.flatnonzero(stratum == number)[0]) for number in range(len(counts))]
    return NearCutDraw(
        selection,
        stratum,
        tuple(_name(columns, row) for row in first),
        tuple(counts),
        places,
        "rt" in columns,
        None if seed is None else seed_of(seed),
        seed_source,
        tuple(_called(columns, row) for row in first),
    )


def measured_noise(households: pd.DataFrame, score: str) -> float:
    """How far a visit's score lies from the household's lasting one: the SD of its change between the first two visits of
    households without assistance, over the root of two; NaN of fewer than 30.

    Source: Grubbs (1948), Journal of the American Statistical Association 43, for one instrument at two visits. Real change
    between the visits counts as noise, so that the figure is an upper limit.

    >>> rows = pd.DataFrame({"household_id": [*range(40)] * 2, "wave": [0] * 40 + [1] * 40, "assisted": False,
    ...     "score": [5.0] * 40 + [3.0, 7.0] * 20})
    >>> round(measured_noise(rows, "score"), 2)
    1.43
    """
    check_frame(households, texts.MEASURED_NOISE)
    needed = [("household_id", "household_id"), ("wave", "wave"), ("assisted", "assisted"), ("score", score)]
    stop(column_faults(households, needed, "higher"), texts.NO_NOISE)
    rows = households[households["assisted"].eq(False).fillna(False).astype(bool)]
    numbers, doubt = plain_numbers(rows[score])
    if doubt.any():
        raise WrongUse(doubtful_cells(score, rows[score], doubt, rows["household_id"]))
    seen = rows.assign(**{score: numbers}).pivot_table(index="household_id", columns="wave", values=score, aggfunc="first")
    if 0 not in seen or 1 not in seen:
        return float("nan")
    change = (seen[1] - seen[0]).dropna().astype(float)
    return float(change.std() / np.sqrt(2)) if len(change) >= 30 else float("nan")


def _groups(selection: Selection, within: str | None) -> tuple[np.ndarray, dict[str, Sequence[Any]]]:
    """(N,) codes of who may change places with whom: households of the same quotas, and of the same `within`; and the columns
    of groups that this follows."""
    table, made = selection.request.households, selection.candidates
    if within is not None and within not in table:
        raise WrongUse(GROUP_ABSENT.fill(column=within, known=table.columns))
    stated = [*selection.request.per_group, *selection.request.quotas, *([within] if within else [])]
    columns = {name: table[name].tolist() for name in dict.fromkeys(stated)}
    apart = pd.factorize(table[within].astype(object).map(str, na_action="ignore"))[0] if within else np.zeros(len(made.ids), int)
    return np.unique(np.column_stack([made.type_of, apart]), axis=0, return_inverse=True)[1].reshape(-1), columns


def _margin(selection: Selection) -> np.ndarray:
    """(N,) how far each household stands above the cut, in whole points, once what its quotas are worth is allowed for."""
    made, best = selection.candidates, selection.best
    margin = made.points - best.cut_off - (best.price @ made.members)[made.type_of]
    free = made.forced == 0
    last, first = margin[best.chosen & free], margin[~best.chosen & free]
    parted = len(last) and len(first) and last.min() >= first.max()
    return margin - last.min() if parted else margin  # the cut is the score of the last one in


def _of_places(
    places: int, key: np.ndarray, margin: np.ndarray, second: np.ndarray, inside: np.ndarray, outside: np.ndarray
) -> tuple[np.ndarray, list[int]]:
    """Strata and places of the band around the cut that comes nearest to `places` places and as many others; households alike
    in score and second criterion are in it together or not at all."""
    level = np.unique(np.column_stack([-margin.round(6), second]), axis=0, return_inverse=True)[1].reshape(-1)
    best: tuple[np.ndarray, list[int]] = np.full(len(key), OUT), []
    k = places
    while inside.any() and outside.any():
        found = _strata(key, _nearest(-level, inside, k), _nearest(level, outside, k))
        if found[1] and (not best[1] or abs(sum(found[1]) - places) < abs(sum(best[1]) - places)):
            best = found
        if sum(found[1]) >= places or k >= inside.sum():
            break
        k += max(1, (places - sum(found[1])) // 2)
    return best


def _nearest(level: np.ndarray, side: np.ndarray, k: int) -> np.ndarray:
    """(N,) the households of one side in its first levels, as many whole levels as come nearest to k households, at least one."""
    levels, size = np.unique(level[side], return_counts=True)
    return side & (level <= levels[np.abs(size.cumsum() - k).argmin()])


def _strata(key: np.ndarray, near_in: np.ndarray, near_out: np.ndarray) -> tuple[np.ndarray, list[int]]:
    """(N,) the stratum of each household near the cut and the places of each; a group without both kinds draws nothing."""
    size = int(key.max(initial=0)) + 1
    taken, left = np.bincount(key[near_in], minlength=size), np.bincount(key[near_out], minlength=size)
    both = np.flatnonzero((taken > 0) & (left > 0))
    code = np.full(size, OUT)
    code[both] = np.arange(len(both))
    return np.where(near_in | near_out, code[key], OUT), taken[both].tolist()


def _name(columns: dict[str, Sequence[Any]], row: int) -> str:
    return ", ".join(f"{name} = {values[row]}" for name, values in columns.items())


def _called(columns: dict[str, Sequence[Any]], row: int) -> Text:
    """The group in the words of the workbook: RT 2, Head is a woman = yes."""
    said = {True: texts.GROUP_YES, False: texts.GROUP_NO}
    parts = []
    for name, values in columns.items():
        part = said[bool(values[row])] if isinstance(values[row], (bool, np.bool_)) else texts.GROUP_PART
        parts.append(part.fill(heading=label_of("households", name), value=values[row]))
    return texts.GROUP_PARTS.fill(parts=parts)
