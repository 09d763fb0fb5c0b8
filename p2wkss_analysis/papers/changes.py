"""Before and after in brief and slides: the rows of the report's own table that there is room for; change, never impact."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ..city.answers import CityAnswers
from ..reporting.document import HIDDEN, Table
from ..reporting.stories.city.before_after import household_changes, village_changes
from ..reporting.stories.city.texts import before_after as say
from ..reporting.stories.city.words import hidden_note
from ..say import together
from .texts import shared


def of_households(m: CityAnswers, lang: str, most: int, without: Collection[str] = ()) -> Table | None:
    """The first figures, in the order fixed beforehand, of households seen twice, beside the comparison households where there
    are any; None where none may be shown. without: columns left out."""
    b = m.before_after()
    table = household_changes(m, b, lang) if b else None
    if not isinstance(table, Table):
        return None
    beside = any(c.name == "n_comparison" for c in table.columns)
    return _shortened(table, lang, most, without, "" if beside else say.NO_COMPARISON.say(lang))


def of_last_site(m: CityAnswers, lang: str, most: int, without: Collection[str] = ()) -> Table | None:
    """The figures of the site village that began last, which the caption names, beside the villages that were no site; None where
    none is known twice."""
    b = m.before_after()
    table = village_changes(m, b, lang) if b else None
    if not isinstance(table, Table):
        return None
    own = table.frame["area_code"] == table.frame["area_code"].iloc[-1]  # sites stand in the order of their years
    shown, sites = table.frame[own], table.frame["area_code"].nunique()
    if sites == 1:
        return _shortened(table, lang, most, without, "")
    caption = shared.LAST_SITE.say(lang, place=shown["place"].iloc[0], n=sites)
    return _shortened(replace(table, frame=shown, caption=caption), lang, most, {*without, "place"}, "")


def _shortened(table: Table, lang: str, most: int, without: Collection[str], note: str) -> Table | None:
    """Without rows of which nothing may be told; the unit stands beside each indicator, and the source in the report."""
    frame = table.frame[~table.frame["difference"].isin([HIDDEN])].head(most)
    columns = tuple(replace(c, unit="") for c in table.columns if c.name not in without)
    said = together([note, hidden_note(lang, frame[[c.name for c in columns]])], lang)
    return replace(table, frame=frame, columns=columns, note=said, source="") if len(frame) else None
