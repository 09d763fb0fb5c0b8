"""The list of candidates of a public draw, fixed and published before the seed is known.

A draw that anyone can recompute can also be tried beforehand. It cannot be steered only if the list is fixed first and
the seed then comes from a public source whose value nobody could know. The list therefore has a hash of its own, to be
published with the number of places to draw and the source of the seed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from ..display import Shown
from ..identity.hidden import mask
from ..say import Text, together
from ..say import date as written_date
from ..say.errors import WrongUse
from ..say.harmless import one_line
from ..tables.whole_number import whole, year_of
from . import texts
from .columns import codes_of
from .firmness.stability import Lots

LONGEST = 300  # characters of a source, a place or a name


@dataclass(frozen=True)
class CandidateList(Shown):
    """Who takes part in a draw: `.sha256`, `.minutes()` to publish, `.table()`, `.sentence(lang)`.

    candidates: area codes in order. n: how many will be drawn. year: the programme year, where given. seed_source:
    where the seed will come from, in words, "" where nobody said. from_stability: whether a stability gave the candidates.
    """

    candidates: tuple[str, ...]
    n: int
    year: int | None = None
    seed_source: str = ""
    from_stability: bool = False

    @property
    def sha256(self) -> str:
        """The hash of the list: SHA-256 of the codes in order, each on a line of its own; 64 hexadecimal digits."""
        return hashlib.sha256("".join(f"{code}\n" for code in self.candidates).encode()).hexdigest()

    @property
    def probability(self) -> float:
        """The chance of every candidate, 0-1."""
        return self.n / len(self.candidates)

    def table(self) -> pd.DataFrame:
        """area_code, probability (equal for all), by area code."""
        return pd.DataFrame({"area_code": list(self.candidates), "probability": self.probability})

    def sentence(self, lang: str | None = None) -> str:
        """How many take part, the hash of the list, and where the seed will come from."""
        return together([texts.LIST_FIXED.fill(**self.told()), self._source()], lang)

    def minutes(
        self, lang: str | None = None, names: Mapping[str, str] | None = None, held_on: dt.date | None = None, place: str = ""
    ) -> str:
        """What is published before the seed is known; `names` by area code, date and place where given."""
        names = names_of(names)
        rows = "\n".join(listed(at, code, "", names) for at, code in enumerate(self.candidates, 1))
        return texts.LIST_MINUTES.say(
            lang, source=self._source(), everyone=rows, **self.told(), **when_and_where(lang, held_on, place)
        )

    def _source(self) -> Text:
        return texts.SOURCE_TO_COME.fill(source=self.seed_source) if self.seed_source else texts.SOURCE_NOT_NAMED

    def told(self) -> dict:
        """What the texts of a draw say of the list."""
        return {
            "year": "" if self.year is None else f" {self.year}",
            "candidates": len(self.candidates),
            "n": self.n,
            "chance": 100 * self.probability,
            "sha256": self.sha256,
            "first": self.candidates[0],
            "whose": texts.TESTED if self.from_stability else texts.FIXED_BEFORE,
        }


def candidate_list(
    candidates: Iterable[str] | pd.DataFrame, n: int, year: int | None = None, seed_source: str = ""
) -> CandidateList:
    """The list for a draw of n places, to be published before the seed is known; `draw_lots` takes the same candidates.

    candidates: area codes, a table with `area_code`, the `Lots` of a stability or an `Eligibility`. n: from 1 to the
    number of candidates. year: the programme year. seed_source: the public source from which the seed will come, in words,
    such as "the winning number of the state lottery of 1 February 2027" or "the last four digits of the closing value of
    the IHSG on 1 February 2027". Errors: WrongUse.

    >>> fixed = candidate_list(["32.76.11.1004", "32.76.11.1001"], n=1)
    >>> fixed.candidates, fixed.sha256[:8]
    (('32.76.11.1001', '32.76.11.1004'), 'd1a08969')
    """
    if isinstance(candidates, pd.DataFrame):
        if "area_code" not in candidates:
            raise WrongUse(texts.NO_CODE_COLUMN)
        candidates = candidates["area_code"]
    from_stability = isinstance(candidates, Lots)
    candidates = getattr(candidates, "candidates", candidates)
    if not isinstance(candidates, Iterable):
        raise WrongUse(texts.NO_LIST_OF_CANDIDATES.fill(given=candidates))
    codes = codes_of([candidates] if isinstance(candidates, str) else candidates, texts.THE_CANDIDATES)
    if not codes:
        raise WrongUse(texts.NO_CANDIDATES)
    if len(set(codes)) < len(codes):
        twice = next(code for code in codes if codes.count(code) > 1)
        raise WrongUse(texts.CANDIDATE_TWICE.fill(code=twice))
    count = whole(n, least=1)
    if count is None or count > len(codes):
        raise WrongUse(texts.CANNOT_DRAW.fill(n=n, candidates=len(codes)))
    return CandidateList(
        tuple(sorted(codes)), count, None if year is None else year_of(year), _source_of(seed_source), from_stability
    )


def _source_of(given: str | None) -> str:
    """The source of a seed as one harmless line, "" where none was named."""
    if given is not None and not isinstance(given, str):
        raise WrongUse(texts.SOURCE_NOT_WORDS.fill(given=given))
    return mask(one_line(given or "", LONGEST)).strip().rstrip(".")


def names_of(names: Mapping[str, str] | pd.Series | None) -> dict[str, str]:
    """Names by area code from a mapping or a Series; nothing else says which name is whose."""
    if names is None:
        return {}
    if not isinstance(names, (Mapping, pd.Series)):
        raise WrongUse(texts.NAMES_NOT_A_MAPPING.fill(example={"32.76.11.1001": "Bojongsari"}))
    return {str(code): "" if pd.isna(name) else str(name) for code, name in names.items()}


def listed(at: int, code: str, ticket: str, names: Mapping[str, str]) -> str:
    """One line of the minutes, which are public: no name begins a line of its own."""
    return "  ".join(part for part in (f"{at:>4}. {code}", ticket, called(code, names)) if part)


def called(code: str, names: Mapping[str, str]) -> str:
    """The name of a place, of which no number of a person is to be read; "" where it has none."""
    return mask(one_line(names.get(code, ""), 120))


def when_and_where(lang: str | None, held_on: dt.date | None, place: str) -> dict[str, str]:
    """Date and place of the minutes, dots to be filled in by hand where they are not given."""
    if held_on is not None and (not isinstance(held_on, dt.date) or pd.isna(held_on)):
        raise WrongUse(texts.NO_DATE.fill(given=held_on))
    return {"when": written_date(held_on, lang) if held_on else "." * 20, "place": mask(one_line(place, 200)) or "." * 20}
