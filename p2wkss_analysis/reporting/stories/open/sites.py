"""Chapter: past sites against the slum list in force when each was chosen."""

from __future__ import annotations

import pandas as pd

from ....open_data.answers import CILEGON, DEPOK, OpenAnswers
from ...document import Caution, Chapter, Column, Finding, Paragraph, Section, Table
from .texts import sites as say
from .texts.story import FROM_REGISTER

BOJONGSARI = "32.76.11.1001"
_CHANCE = 0.05  # below it a difference from random selection is called unlikely to be chance


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    conflict = m.lists[DEPOK].sentence_of(BOJONGSARI, m.names[BOJONGSARI], lang)
    blocks = [
        Paragraph(say.WHAT_CAN_BE_CHECKED.say(lang)),
        Finding(on_decrees(m, lang)),
        Finding(m.lists[CILEGON].sentence(lang)),
        Caution(say.CONFLICT.say(lang, listed=conflict), say.CONFLICT_TITLE.say(lang)),
        _audit_table(m.lists[DEPOK].table(lang), lang),
        Section("Depok", evidence=True),
        _site_table(m, DEPOK, lang),
        Section("Cilegon", evidence=True),
        Paragraph(say.PARTIAL.say(lang)),
        _site_table(m, CILEGON, lang),
    ]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)


def on_decrees(m: OpenAnswers, lang: str) -> str:
    """Depok's sites on the list of their time, all decrees together, beside random selection."""
    row = m.lists[DEPOK].table(lang).set_index("basis").loc["all in force"]
    said = say.ON_DECREES_MORE if row["lottery_p"] < _CHANCE else say.ON_DECREES
    return said.say(lang, city=m.names[DEPOK], hits=row["on_list"], sites=row["sites"], expected=row["expected"])


def _audit_table(table: pd.DataFrame, lang: str) -> Table:
    frame = table.assign(
        basis=[say.YARDSTICKS[b].say(lang) for b in table["basis"]],
        years=[f"{a}–{b}" for a, b in zip(table["first_site"], table["last_site"], strict=True)],
        hits=[f"{a} / {b}" for a, b in zip(table["on_list"], table["sites"], strict=True)],
        share=["–" if pd.isna(a) else f"{a} / {b}" for a, b in zip(table["listed"], table["places"], strict=True)],
        chance=[f"{low}–{high}" for low, high in zip(table["low"], table["high"], strict=True)],
        list_year=table["list_year"].astype("object").where(table["list_year"].notna(), None),
    )
    columns = (
        Column("basis", say.YARDSTICK.say(lang)),
        Column("list_year", say.LIST.say(lang)),
        Column("years", say.SITES_OF.say(lang)),
        Column("hits", say.SITES_LISTED.say(lang)),
        Column("share", say.KELURAHAN_LISTED.say(lang)),
        Column("expected", say.RANDOM_MEAN.say(lang), "number", 1, say.SITES.say(lang)),
        Column("chance", say.RANDOM_RANGE.say(lang)),
        Column("lottery_p", say.RANDOM_P.say(lang), "p", 2, "0–1"),
    )
    caption = say.AUDIT.say(lang, places=table["places"].iloc[0])
    return Table(frame, columns, caption, say.AUDIT_SOURCE.say(lang), say.AUDIT_NOTE.say(lang))


def _site_table(m: OpenAnswers, regency: str, lang: str) -> Table:
    known = m.sites[["village_code", "year", "neighbourhood", "assisted_households", "households_scope"]]
    places = m.lists[regency].places().merge(known, left_on=["area_code", "year"], right_on=["village_code", "year"], how="left")
    together = places["households_scope"].fillna("").str.contains("combined")
    households = places["assisted_households"].astype("object").where(places["assisted_households"].notna(), None)
    frame = places.assign(
        name=places["area_code"].map(m.names),
        neighbourhood=places["neighbourhood"].where(places["neighbourhood"].notna(), None),
        households=[
            None if h is None else (say.TOGETHER.say(lang, households=h) if both else str(h))
            for h, both in zip(households, together, strict=True)
        ],
        year_text=places["year"].astype(str),
        list_text=[None if pd.isna(y) else str(y) for y in places["list_year"]],
        state=[say.STATES[s].say(lang) for s in places["on_list"]],
    )
    columns = (
        Column("year_text", say.YEAR.say(lang)),
        Column("name", "Kelurahan"),
        Column("neighbourhood", "RT/RW"),
        Column("households", say.HOUSEHOLDS.say(lang)),
        Column("list_text", say.LIST_IN_FORCE.say(lang)),
        Column("state", say.STATE.say(lang)),
    )
    note = say.COMBINED_NOTE.say(lang) if together.any() else ""
    return Table(frame, columns, say.CONFIRMED_SITES.say(lang, city=m.names[regency]), FROM_REGISTER.say(lang), note)
