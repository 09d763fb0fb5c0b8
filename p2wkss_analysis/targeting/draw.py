"""A public draw by lot among candidates fixed beforehand, such as places whose need cannot be told apart.

The draw is fair if nobody could know the seed before the list was fixed (see `candidate_list`), and the places not
drawn are a valid comparison group next year. Every candidate gets a ticket that anyone can recompute with SHA-256 from
the seed and the area code alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from ..display import Shown
from ..rule.tickets import ticket
from ..say import Text, together
from ..say.errors import WrongUse
from ..tables.whole_number import seed_of
from . import texts
from .candidate_list import CandidateList, called, candidate_list, listed, names_of, when_and_where


@dataclass(frozen=True)
class Draw(Shown):
    """The result of `draw_lots`: candidates, drawn (tuples of area codes, candidates by code, drawn by ticket), seed, the
    programme year it was held for, where given, whether the candidates came from a stability, and the public source of the
    seed in words, "" where nobody said."""

    candidates: tuple[str, ...]
    drawn: tuple[str, ...]
    seed: int
    year: int | None = None
    from_stability: bool = False
    seed_source: str = ""

    @property
    def n(self) -> int:
        """How many were drawn."""
        return len(self.drawn)

    @property
    def candidate_list(self) -> CandidateList:
        """The list of candidates, with the hash that was to be published before the draw."""
        return CandidateList(self.candidates, self.n, self.year, self.seed_source, self.from_stability)

    @property
    def probability(self) -> float:
        """The chance every candidate had, 0-1."""
        return self.candidate_list.probability

    def table(self) -> pd.DataFrame:
        """area_code, drawn, probability (equal for all), one row a candidate, by area code."""
        return pd.DataFrame(
            {
                "area_code": list(self.candidates),
                "drawn": [code in self.drawn for code in self.candidates],
                "probability": self.probability,
            }
        )

    def record(self) -> pd.DataFrame:
        """What an evaluation needs later: area_code, drawn, seed, seed_source, year and sha256, with which the hash of the list
        begins in the minutes, one row a candidate."""
        kept = {"seed": self.seed, "seed_source": self.seed_source, "year": self.year, "sha256": _begins(self.candidate_list)}
        return self.table()[["area_code", "drawn"]].assign(**kept)

    def tickets(self) -> pd.DataFrame:
        """area_code, ticket, drawn: the tickets in rising order, the lowest drawn."""
        rows = sorted((ticket(self.seed, code), code) for code in self.candidates)
        return pd.DataFrame(
            {
                "area_code": [code for _, code in rows],
                "ticket": [number for number, _ in rows],
                "drawn": [code in self.drawn for _, code in rows],
            }
        )

    def sentence(self, lang: str | None = None, names: Mapping[str, str] | None = None) -> str:
        """Who was drawn, from how many, with which seed and chance, and whether it could have been steered; `names` by area
        code."""
        names = names_of(names)
        drawn = [f"{code} {called(code, names)}".strip() for code in self.drawn]
        return together([texts.DRAWN.fill(drawn=drawn, seed=self.seed, **self.candidate_list.told()), self._source()], lang)

    def minutes(
        self,
        lang: str | None = None,
        names: Mapping[str, str] | None = None,
        held_on: dt.date | None = None,
        place: str = "",
    ) -> str:
        """The minutes of the draw, to print and sign; `names` by area code, date and place where given."""
        names, order = names_of(names), self.tickets()
        everyone = "\n".join(
            listed(at, code, number[:16], names)
            for at, (code, number) in enumerate(zip(order["area_code"], order["ticket"], strict=True), 1)
        )
        winners = "\n".join(listed(at, code, "", names) for at, code in enumerate(self.drawn, 1))
        return texts.DRAW_MINUTES.say(
            lang,
            seed=self.seed,
            source=self._source(),
            everyone=everyone,
            winners=winners,
            **self.candidate_list.told(),
            **when_and_where(lang, held_on, place),
        )

    def _source(self) -> Text:
        return texts.SEED_FROM.fill(source=self.seed_source) if self.seed_source else texts.SEED_OF_NO_SOURCE


def draw_lots(
    candidates: Iterable[str] | pd.DataFrame, n: int, seed: int, year: int | None = None, seed_source: str = ""
) -> Draw:
    """Draw n of the candidates by lot, each with the same chance n / candidates.

    candidates: area codes, a table with `area_code`, the `Lots` of a stability or an `Eligibility`. n: from 1 to the
    number of candidates. seed: a whole number of 0 or more that nobody could know before the list was fixed. A seed
    that is merely announced will not do: whoever knows it can try lists until one suits. seed_source: where it came
    from, in words, such as "the winning number of the state lottery of 1 February 2027"; without it the minutes claim
    no more than that the draw can be worked out again. Publish `candidate_list(...)` first: the minutes print the
    same hash. year: the programme year, for the minutes and for `evaluate`, which then uses the draw as the assignment.

    The ticket of a place is the SHA-256 digest (FIPS 180-4) of the text `seed|area_code`; the n lowest
    tickets are drawn. So the order of the list does not matter, drawing one more later leaves those drawn
    in place, and the result is the same on every machine and version. Errors: WrongUse. Not for places
    whose need differs clearly: there a draw is not fair, it is careless.

    >>> draw_lots(["32.76.11.1001", "32.76.11.1004", "32.76.03.1009"], n=1, seed=2027).drawn
    ('32.76.11.1001',)
    """
    fixed, seed = candidate_list(candidates, n, year, seed_source), seed_of(seed)
    order = sorted(fixed.candidates, key=lambda code: (ticket(seed, code), code))
    return Draw(fixed.candidates, tuple(order[: fixed.n]), seed, fixed.year, fixed.from_stability, fixed.seed_source)


def draw_on_record(record: pd.DataFrame) -> Draw:
    """The draw of `Draw.record()`, worked out again; WrongUse where the record says otherwise.

    >>> held = draw_lots(["32.76.11.1001", "32.76.11.1004", "32.76.03.1009"], n=1, seed=2027, year=2027)
    >>> draw_on_record(held.record()) == held
    True
    """
    seeds, years = record["seed"].dropna().unique(), record["year"].dropna().unique()
    said = {str(c) for c, drawn in zip(record["area_code"], record["drawn"], strict=True) if str(drawn).strip().lower() in _YES}
    if len(seeds) != 1 or len(years) > 1 or not said:
        raise WrongUse(texts.NO_RECORD_OF_A_DRAW)
    sources = [str(cell) for cell in record.get("seed_source", pd.Series(dtype="str")).dropna().unique()]
    year = int(years[0]) if len(years) else None
    held = draw_lots(record, len(said), int(seeds[0]), year, "; ".join(sources))
    listed = {str(cell).strip() for cell in record.get("sha256", pd.Series(dtype="str")).dropna()}
    if listed - {_begins(held.candidate_list)}:  # whoever is left out of a list leaves the others' tickets as they are
        raise WrongUse(texts.LIST_DIFFERS.fill(n=len(held.candidates), sha256=_begins(held.candidate_list)))
    if set(held.drawn) != said:
        raise WrongUse(texts.RECORD_DIFFERS.fill(seed=held.seed, drawn=held.drawn, said=sorted(said)))
    return held


def _begins(fixed: CandidateList) -> str:
    return fixed.sha256[:12]  # sixteen digits in a row would be taken for the number of a card


_YES = ("true", "yes", "ya", "1", "benar")
