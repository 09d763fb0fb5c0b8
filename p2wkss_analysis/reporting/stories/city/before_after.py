"""Chapter: before and after. Every figure known twice, beside the others where there are any; change, not impact."""

from __future__ import annotations

import pandas as pd

from ....city.answers import CityAnswers
from ....city.before_after import FIGURES, BeforeAfter
from ....disclosure.in_fives import BASE
from ....display import Unanswered
from ....impact.households.public import PAIRED
from ....say import Text, together
from ...document import HIDDEN, Caution, Chapter, Column, Finding, Section, Table
from .texts import before_after as say
from .texts import shared
from .words import hidden_note, in_fives_shown, not_answered, source


def chapter(m: CityAnswers, lang: str) -> Chapter:
    b = m.before_after()
    if isinstance(b, Unanswered):
        return Chapter(say.KEY.say(lang), say.TITLE.say(lang), [not_answered(b, lang)])
    blocks = [
        Finding(b.sentence(lang)),
        Caution(say.CHANGE.say(lang)),
        household_changes(m, b, lang),
        Section(say.VILLAGES.say(lang), evidence=True),
        village_changes(m, b, lang),
        Section(say.SCORES.say(lang), evidence=True),
        _scores(m, b, lang),
    ]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)


def household_changes(m: CityAnswers, b: BeforeAfter, lang: str) -> Table | Caution:
    rows = b.spelled("household", lang)
    if rows.empty:
        return not_answered(say.NO_HOUSEHOLDS, lang)
    beside = bool((rows["n_other"] >= BASE).any())
    hidden = {name: rows[name].astype(object).where(rows[name].notna(), HIDDEN) for name in FIGURES}
    frame = in_fives_shown(rows.assign(**hidden), "n", "n_other").assign(
        indicator=rows["indicator"] + " (" + rows["unit"] + ")", between=_between(rows, lang)
    )
    frame = frame.rename(columns={"n": "n_treated", "n_other": "n_comparison"})
    visits = frame["between"].unique()
    columns = (
        Column("indicator", say.INDICATOR_UNIT.say(lang)),
        *((Column("between", say.BETWEEN.say(lang)),) if len(visits) > 1 else ()),
        *_changes(lang),
        Column("n_treated", say.N_ASSISTED.say(lang), "integer"),
        *((*_others(lang), Column("n_comparison", say.N_COMPARISON.say(lang), "integer")) if beside else ()),
    )
    shown = frame[[c.name for c in columns]]
    same = say.ALL_BETWEEN.fill(visits=visits[0]) if len(visits) == 1 else ""
    others = say.OTHER_HOUSEHOLDS if beside else say.NO_COMPARISON
    note = together([same, others, say.IN_FIVES.fill(least=PAIRED), hidden_note(lang, shown)], lang)
    return Table(shown, columns, say.HOUSEHOLD_TABLE.say(lang), source(m, lang, "households"), note)


def village_changes(m: CityAnswers, b: BeforeAfter, lang: str) -> Table | Caution:
    rows = b.spelled("village", lang)
    if rows.empty:
        return not_answered(say.NO_VILLAGES, lang)
    columns = (
        Column("place", shared.VILLAGE.say(lang)),
        Column("indicator", say.INDICATOR.say(lang)),
        Column("between", say.YEARS.say(lang)),
        *_changes(lang),
        *_others(lang),
        Column("n_other", say.N_OTHERS.say(lang), "integer"),
    )
    frame = rows.assign(between=_years(rows))
    return Table(frame, columns, say.VILLAGE_TABLE.say(lang), source(m, lang, "villages", "sites"), say.OTHERS.say(lang))


def _scores(m: CityAnswers, b: BeforeAfter, lang: str) -> Table | Caution:
    rows = pd.concat([b.spelled("rt", lang), b.spelled("score", lang)], ignore_index=True)
    if rows.empty:
        return not_answered(say.NO_SCORES, lang)
    columns = (
        Column("indicator", say.INDICATOR_UNIT.say(lang)),
        Column("place", say.PLACE.say(lang)),
        Column("between", say.YEARS.say(lang)),
        *_changes(lang),
        Column("other_difference", say.OTHER_DIFFERENCE.say(lang), "signed", unit=shared.OF_THE_OUTCOME.say(lang)),
    )
    place = rows["place"].astype(object).where(rows["place"].notna(), None)
    frame = rows.assign(indicator=rows["indicator"] + " (" + rows["unit"] + ")", between=_years(rows), place=place)
    given = source(m, lang, "neighbourhoods", "scores", "sites")
    return Table(frame, columns, say.SCORE_TABLE.say(lang), given, say.OTHER_RT.say(lang))


def _changes(lang: str) -> tuple[Column, ...]:
    return _three(lang, before=say.BEFORE, after=say.AFTER, difference=say.DIFFERENCE)


def _others(lang: str) -> tuple[Column, ...]:
    return _three(lang, other_before=say.OTHER_BEFORE, other_after=say.OTHER_AFTER, other_difference=say.OTHER_DIFFERENCE)


def _three(lang: str, **heads: Text) -> tuple[Column, ...]:
    unit = shared.OF_THE_OUTCOME.say(lang)
    kinds = ("number", "number", "signed")
    return tuple(Column(name, head.say(lang), kind, unit=unit) for (name, head), kind in zip(heads.items(), kinds, strict=True))


def _years(rows: pd.DataFrame) -> list[str]:
    return [f"{a}–{z}" for a, z in zip(rows["since"], rows["until"], strict=True)]


def _between(rows: pd.DataFrame, lang: str) -> list[str]:
    return [say.FROM_TO.say(lang, since=a, until=z) for a, z in zip(rows["since"], rows["until"], strict=True)]
