"""Chapters: the sites that are known, and what to fill in to go below the figures of a whole regency."""

from __future__ import annotations

import re

import pandas as pd

from ....dictionary.sheets import tab_of
from ....open_data.answers import PROVINCES
from ....open_data.place.province import ProvinceAnswers
from ....open_data.place.regency import RegencyAnswers
from ...document import Block, Chapter, Column, Finding, Paragraph, Points, Table
from . import texts as say


def chapter(m: RegencyAnswers | ProvinceAnswers, lang: str) -> Chapter:
    blocks: list[Block] = [Paragraph(none_known(m, lang))]
    if len(m.sites):
        blocks = [Finding(known(m, lang)), _table(m, lang)]
    if m.province in PROVINCES:
        blocks.append(Paragraph(m.m.register.sentence(lang)))
    return Chapter(say.SITES_KEY.say(lang), say.SITES.say(lang), blocks)


def known(m: RegencyAnswers | ProvinceAnswers, lang: str) -> str:
    """How many sites are known."""
    n = len(m.sites)
    if isinstance(m, ProvinceAnswers):
        return say.SITES_IN_PROVINCE.say(lang, n=n, regencies=m.sites["regency_code"].nunique(), name=m.name)
    confirmed = int((m.sites["status"] == "confirmed").sum())
    return (say.SITES_ALL_CONFIRMED if confirmed == n else say.SITES_FOUND).say(lang, n=n, name=m.name, confirmed=confirmed)


def none_known(m: RegencyAnswers | ProvinceAnswers, lang: str) -> str:
    """That none is known, and where to enter those the office knows."""
    return say.NO_SITES.say(lang, name=m.name, sheet=tab_of("sites"))


def next_steps(m: RegencyAnswers, lang: str) -> Chapter:
    """The commands and sheets in their order."""
    file = re.sub(r"[^a-z0-9]+", "-", m.name.lower()).strip("-") + ".xlsx"
    given = {"file": file, "code": m.code, "n": m.villages_known, "villages": tab_of("villages"), "sites": tab_of("sites")}
    blocks = [Paragraph(say.ONE_FIGURE.say(lang, name=m.name)), Points(tuple(step.say(lang, **given) for step in say.STEPS))]
    return Chapter(say.NEXT_KEY.say(lang), say.NEXT.say(lang), blocks)


def _table(m: RegencyAnswers | ProvinceAnswers, lang: str) -> Table:
    sites = m.sites
    shared = sites["households_scope"].fillna("").str.contains("combined")
    frame = pd.DataFrame(
        {
            "year": [None if pd.isna(year) else str(year) for year in sites["year"]],
            "regency": sites["regency_code"].map(m.names).to_list(),
            "village": sites["village"].to_list(),
            "district": sites["district"].to_list(),
            "neighbourhood": sites["neighbourhood"].to_list(),
            "households": [
                None if pd.isna(n) else say.TOGETHER.say(lang, households=n) if both else str(n)
                for n, both in zip(sites["assisted_households"], shared, strict=True)
            ],
            "status": [say.STATES[status].say(lang) for status in sites["status"]],
        }
    )
    columns = [Column("year", say.YEAR.say(lang)), Column("village", say.VILLAGE.say(lang))]
    columns += [Column("regency", say.PLACE.say(lang))] if isinstance(m, ProvinceAnswers) else []
    columns += [
        Column("district", say.DISTRICT.say(lang)),
        Column("neighbourhood", "RT/RW"),
        Column("households", say.HOUSEHOLDS.say(lang)),
        Column("status", say.STATUS.say(lang)),
    ]
    return Table(frame, tuple(columns), say.SITES_TABLE.say(lang, name=m.name), say.FROM_REGISTER.say(lang))
