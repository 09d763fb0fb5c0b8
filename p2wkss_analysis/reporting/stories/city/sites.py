"""Chapter: the register of past sites, how and when they were chosen, and whether they hit the need known then."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ....city.answers import CityAnswers
from ....city.sites import CitySites, chosen_word
from ....say import date, integer, percent
from ...document import Caution, Chapter, Column, Finding, Paragraph, Points, Section, Table
from .texts import shared
from .texts import sites as say
from .words import not_answered, place_word, source


def chapter(m: CityAnswers, lang: str) -> Chapter:
    s = m.sites()
    if s.rows.empty:
        return Chapter(say.KEY.say(lang), say.TITLE.say(lang), [not_answered(say.NO_SITE, lang)])
    conflicts = tuple(text.say(lang) for text in s.conflicts)
    blocks = [
        *_audit(s, lang),
        Paragraph(s.register_sentence(lang)),
        register_table(m, s, lang),
        *_how_judged(s, lang),
        Section(say.TO_CHECK.say(lang), evidence=True),
        Points(conflicts) if conflicts else Paragraph(say.NO_CONFLICT.say(lang)),
    ]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)


def _audit(s: CitySites, lang: str) -> list:
    if s.audit is not None:
        return [Finding(s.hits_sentence(lang)), Caution(say.WHAT_IT_IS_NOT.say(lang))]
    return [not_answered(s.why_not, lang)] if s.why_not else []


def _how_judged(s: CitySites, lang: str) -> list:
    if s.audit is None:
        return []
    heading = Section(say.DID_THEY_MATCH.say(lang), evidence=True)
    return [heading, Paragraph(s.audit.sentence(lang)), Paragraph(say.HOW_JUDGED.say(lang))]


def register_table(m: CityAnswers, s: CitySites, lang: str) -> Table:
    rows = s.table(lang)
    frame = pd.DataFrame(
        {
            "year": rows["year"].astype(str),
            "place": [place_word(m, r.area_code, r.rw, r.rt) for r in rows.itertuples()],
            "decree": [None if pd.isna(v) else str(v) for v in rows["decree"]],
            "announced": [None if pd.isna(day) else date(day.date(), lang) for day in rows["announced_date"]],
            "way": [chosen_word(v, lang) for v in rows["chosen_by"]],
            "planned": [_planned(n, u, lang) for n, u in zip(rows["planned_households"], rows["planned_unit"], strict=True)],
            "standing": [
                None if pd.isna(r.rank) else say.STANDING.say(lang, rank=r.rank, places=r.places, year=int(r.need_year))
                for r in rows.itertuples()
            ],
            "share": [None if pd.isna(v) else percent(v, 0, lang) for v in rows["percentile"]],
        }
    )
    return Table(
        frame,
        (
            Column("year", shared.YEAR.say(lang)),
            Column("place", shared.SITE.say(lang)),
            Column("decree", say.DECREE.say(lang)),
            Column("announced", say.ANNOUNCED.say(lang)),
            Column("way", say.HOW_CHOSEN.say(lang)),
            Column("planned", say.PLANNED.say(lang)),
            Column("standing", say.RANK.say(lang)),
            Column("share", say.PERCENTILE.say(lang)),
        ),
        say.REGISTER.say(lang, programme=m.programme, city=m.city),
        source(m, lang, "sites", "villages"),
        say.REGISTER_NOTE.say(lang),
    )


def _planned(n: Any, unit: Any, lang: str) -> str | None:
    if pd.isna(n):
        return None
    return say.UNITS[unit].say(lang, n=n) if unit in say.UNITS else integer(n, lang)
