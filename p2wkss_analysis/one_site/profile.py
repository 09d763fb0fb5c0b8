"""The page of one site: six headings with what is known under each, and its figures before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from ..display import Shown
from ..say import Text, together
from . import texts

SHOWN = ("village", "score")  # levels of the figures before and after that make the table; households stand in a sentence


class Change(Protocol):
    """Figures before and after by level, such as `BeforeAfter`."""

    def spelled(self, level: str, lang: str | None = None) -> pd.DataFrame: ...


@dataclass(frozen=True, eq=False, repr=False)
class SiteProfile(Shown):
    """One site on one page.

    programme: its name; name, place: the village, and the kecamatan and kabupaten/kota it lies in; area_code; year: the programme
    year, or None; parts: a heading, and what is known under it; change: its figures before and after, or None;
    source: where all this is from.
    """

    programme: str
    name: str
    place: Text
    area_code: str
    year: int | None
    parts: tuple[tuple[Text, tuple[Text, ...]], ...]
    source: Text
    change: Change | None = None

    def title(self, lang: str | None = None) -> str:
        """Programme, village and year."""
        year = texts.YEAR_NOT_KNOWN if self.year is None else self.year
        return texts.PROFILE_TITLE.say(lang, programme=self.programme, name=self.name, year=year)

    def lines(self, lang: str | None = None) -> tuple[tuple[str, str], ...]:
        """(heading, what is known) in the order of the page."""
        return tuple((head.say(lang), together(said, lang)) for head, said in self.parts)

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """part, said: the page line by line."""
        return pd.DataFrame(self.lines(lang), columns=["part", "said"])

    def figures(self, lang: str | None = None) -> pd.DataFrame:
        """The figures of the village before and after, as in `before_after().spelled`; without rows where none is known."""
        if self.change is None:
            return pd.DataFrame()
        return pd.concat([self.change.spelled(level, lang) for level in SHOWN], ignore_index=True)

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"part": texts.PART.say(lang), "said": texts.WHAT_IS_KNOWN.say(lang)}

    def sentence(self, lang: str | None = None) -> str:
        """Which site, and in which place."""
        return texts.PROFILE.say(lang, title=self.title(lang), place=self.place)


def not_known(things: list[Text]) -> list[Text]:
    """One sentence that names what is not known; none where all is."""
    return [texts.NOT_KNOWN.fill(things=things)] if things else []
