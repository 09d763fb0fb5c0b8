"""Who writes and who signs: known from the city's code where it is known, else a blank."""

from __future__ import annotations

from collections.abc import Iterable

from ..city.answers import CityAnswers
from ..say import Text
from ..tables.intake import load
from .paper import Signatures
from .texts import shared


def full_name(m: CityAnswers) -> str:
    """The name of the kota or kabupaten as its official papers write it."""
    every = load("areas")
    return str(every.loc[every["area_code"] == m.regency, "name"].iloc[0])


def letterhead(m: CityAnswers, lang: str) -> tuple[str, str, str]:
    """Whose government, and blanks for the agency and its address."""
    return shared.GOVERNMENT.say(lang, city=full_name(m).upper()), shared.AGENCY.say(lang), shared.ADDRESS.say(lang)


def of_the_head(m: CityAnswers, lang: str) -> tuple[str, str, str]:
    """The letterhead of a decree: that of the mayor or regent."""
    return head(m).say(lang).upper(), shared.EMBLEM.say(lang), ""


def head(m: CityAnswers) -> Text:
    """Who signs a decree: the mayor of a kota, the regent of a kabupaten."""
    kind, _, name = full_name(m).partition(" ")
    return (shared.MAYOR if kind == "Kota" else shared.REGENT).fill(city=name)


def names_of(m: CityAnswers, codes: Iterable[str]) -> list[str]:
    """The names of villages."""
    return [m.names.get(code, code) for code in codes]


def sign(lang: str, *people: Text | str) -> Signatures:
    """A place to sign for each, with blanks for name and number."""
    below = (shared.NAME.say(lang), shared.STAFF_NUMBER.say(lang))
    said = [one.say(lang) if isinstance(one, Text) else one for one in people]
    return Signatures(tuple(((f"{one},",), below) for one in said))
