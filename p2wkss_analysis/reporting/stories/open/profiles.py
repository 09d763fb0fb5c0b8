"""Annex: the sites the project began with, a page each."""

from __future__ import annotations

from ....open_data.answers import OpenAnswers
from ...document import Block, Chapter, Column, Paragraph, Section, Table
from .texts import profiles as say

SITES = (("32.76.11.1001", 2021), ("36.72.05.1001", 2024), ("36.72.05.1005", 2024))  # Bojongsari; Sukmajaya and Gedong Dalem


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    blocks: list[Block] = [Paragraph(say.WHAT_IT_IS.say(lang))]
    for code, year in SITES:
        profile = m.site(code, year)
        columns = (Column("part", say.PART.say(lang)), Column("said", say.SAID.say(lang)))
        caption = say.CAPTION.say(lang, title=profile.title(lang), place=profile.place)
        table = Table(profile.table(lang), columns, caption, profile.source.say(lang))
        blocks += [Section(say.SECTION.say(lang, name=profile.name, year=year)), table]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)
