"""Chapter: how many poor people lie between the place and the next rank."""

from __future__ import annotations

from ....open_data.place.regency import RegencyAnswers
from ...document import Caution, Chapter, Column, Finding, Paragraph, Table
from ..source import from_bps
from . import texts as say


def chapter(m: RegencyAnswers, lang: str) -> Chapter:
    key, title, found = say.RANK_KEY.say(lang), say.NEXT_RANK.say(lang), m.next_rank
    if found is None:
        return Chapter(key, title, [Paragraph(say.NO_NEXT_RANK.say(lang, name=m.name))])
    frame = found.table().assign(rank=[rank.short.say(lang) for rank in found.rows["rank"]])
    columns = (
        Column("rank", say.RANK.say(lang)),
        Column("name", say.PLACE.say(lang)),
        Column("poverty_rate", say.LABELS["poverty_rate"].say(lang), "number"),
        Column("people", say.FEWER.say(lang), "integer"),
    )
    caption = say.BESIDE.say(lang, name=found.name, province=found.province, year=found.year)
    note = say.FEWER_NOTE.say(lang, name=found.name, basis=found.basis)
    table = Table(frame, columns, caption, from_bps(m.m, lang), note)
    return Chapter(key, title, [Finding(found.sentence(lang)), table, Caution(say.SURVEY.say(lang))])
