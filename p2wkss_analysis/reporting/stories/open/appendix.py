"""Appendix: every table with its publisher, rows, known breaks and checksum, read from the dictionary."""

from __future__ import annotations

import os

import pandas as pd

from ....open_data.answers import OpenAnswers
from ....open_data.holdings import sources_added
from ...document import Chapter, Column, Paragraph, Points, Section, Table
from ..texts import APPENDIX_KEY
from .texts import appendix as say
from .texts.story import FROM_REGISTER


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    resources = m.dictionary.package["resources"]
    breaks = [say.BREAK.say(lang, table=r["label"][lang], breaks=r["breaks"][lang]) for r in resources if "breaks" in r]
    blocks = [
        table_of_tables(resources, lang, m.folder),
        Section(say.BREAKS.say(lang)),
        Points(tuple(breaks)),
        Section(say.BY_REGENCY.say(lang)),
        Paragraph(_how_many(m, lang)),
        _sites_by_regency(m, lang),
    ]
    return Chapter(APPENDIX_KEY.say(lang), say.TITLE.say(lang), blocks, "new")


def table_of_tables(resources: list[dict], lang: str, folder: str | os.PathLike | None = None) -> Table:
    added = {r["name"]: sources_added(r["name"], folder) for r in resources}

    def said(what: str) -> list[str]:
        return [r.get(what, {}).get(lang, "–").replace("`", "") for r in resources]

    frame = pd.DataFrame(
        {
            "table": said("label"),
            "publisher": said("publisher"),
            "document": [
                text if (own := added[r["name"]]) is None else f"{text}. {own.say(lang)}"
                for text, r in zip(said("document"), resources, strict=True)
            ],
            "licence": said("license_note"),
            "hash": [r.get("hash", "").removeprefix("sha256:")[:12] for r in resources],
        }
    )
    columns = (
        Column("table", say.TABLE.say(lang)),
        Column("publisher", say.PUBLISHER.say(lang)),
        Column("document", say.DOCUMENT.say(lang)),
        Column("licence", say.LICENCE.say(lang)),
        Column("hash", "sha256"),
    )
    return Table(frame, columns, say.TABLES.say(lang), say.TABLES_SOURCE.say(lang), say.TABLES_NOTE.say(lang))


def _how_many(m: OpenAnswers, lang: str) -> str:
    s = m.sites
    confirmed, no_year = (s["status"] == "confirmed").sum(), s["year"].isna().sum()
    return say.HOW_MANY.say(lang, n=len(s), regencies=s["regency_code"].nunique(), confirmed=confirmed, no_year=no_year)


def _sites_by_regency(m: OpenAnswers, lang: str) -> Table:
    unknown = say.YEAR_UNKNOWN.say(lang)
    rows = []
    for code, group in m.sites.sort_values("year", na_position="last").groupby("regency_code"):
        shown = [
            f"{v} ({unknown if pd.isna(y) else y}{'' if s == 'confirmed' else '?'})"
            for v, y, s in zip(group["village"], group["year"], group["status"], strict=True)
        ]
        rows.append({"regency": m.names[code], "sites": "; ".join(shown)})
    columns = (
        Column("regency", say.REGENCY.say(lang)),
        Column("sites", say.SITES_WITH_YEAR.say(lang)),
    )
    return Table(pd.DataFrame(rows), columns, say.KNOWN.say(lang), FROM_REGISTER.say(lang), say.KNOWN_NOTE.say(lang))
