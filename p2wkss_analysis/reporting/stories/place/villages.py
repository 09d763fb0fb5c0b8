"""Chapter: what is known of the desa and kelurahan."""

from __future__ import annotations

from ....open_data.place.regency import RegencyAnswers
from ....open_data.place.villages import VillageList
from ...document import HIDDEN, Block, Chapter, Column, Finding, Paragraph, Table
from . import texts as say


def chapter(m: RegencyAnswers, lang: str) -> Chapter:
    blocks: list[Block] = []
    for one in m.villages:
        blocks += [Finding(one.sentence(lang)), _table(m, one, lang)]
    if not blocks:
        blocks = [Paragraph(say.NO_VILLAGES.say(lang, name=m.name, n=m.villages_known))]
    return Chapter(say.VILLAGES_KEY.say(lang), say.VILLAGES.say(lang), blocks)


def _table(m: RegencyAnswers, one: VillageList, lang: str) -> Table:
    rows = one.table()
    for column in one.hidden:
        rows[column] = rows[column].astype(object).mask(one.hidden[column], HIDDEN)
    columns = [Column("name", say.VILLAGE.say(lang)), Column("district", say.DISTRICT.say(lang))]
    columns = columns[1:] if (rows["area_code"].str.len() == 8).all() else columns  # a table by kecamatan
    for name in one.shown:
        kind = "text" if name == "neighbourhood" else "integer" if "Int" in str(one.rows[name].dtype) else "number"
        columns.append(Column(name, m.m.dictionary.label(one.kind, name, lang), kind, 3 if one.kind == "village_index" else 2))
    caption = say.OF_LIST.say(lang, label=one.label, n=len(rows)) if one.shown else say.NAMED_LIST.say(lang, name=m.name)
    note = say.SMALL_HIDDEN.say(lang) if one.hidden.to_numpy(bool).any() else ""
    return Table(rows, tuple(columns), caption, say.LIST_SOURCE.say(lang, document=one.document), note)
