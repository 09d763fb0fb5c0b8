"""Chapter: what is known of the desa and kelurahan."""

from __future__ import annotations

from ....open_data.place.regency import RegencyAnswers
from ....open_data.place.villages import VillageList
from ....say import together
from ...document import HIDDEN, Block, Chapter, Column, Finding, Paragraph, Table
from . import texts as say

WORDS = ("neighbourhood", "computed_class")  # columns of text


def chapter(m: RegencyAnswers, lang: str) -> Chapter:
    blocks: list[Block] = [
        Paragraph(say.WITH_SOURCE.say(lang, said=one.sentence(lang), source=one.source)) for one in m.city_years
    ]
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
        kind = "text" if name in WORDS else "integer" if "Int" in str(one.rows[name].dtype) else "number"
        unit = say.HECTARES if name.endswith("_ha") else say.PLAIN
        said = unit.say(lang, label=m.m.dictionary.label(one.kind, name, lang))
        columns.append(Column(name, said, kind, 3 if one.kind == "village_index" else 2))
    label = say.LISTS.get(one.kind, one.label)
    year = say.OF_YEAR.fill(year=one.year) if one.year and str(one.year) not in label.say(lang) else ""
    first = say.FIRST_OF.fill(n=len(rows)) if len(rows) < one.of else ""
    caption = say.OF_LIST.fill(label=label, first=first) if one.shown else say.NAMED_LIST.fill(name=m.name)
    counted = say.COUNTED.fill(counted=one.counted) if one.counted else ""
    note = together([one.care, counted, say.SMALL_HIDDEN if one.hidden.to_numpy(bool).any() else ""], lang)
    return Table(rows, tuple(columns), caption.say(lang, year=year), say.LIST_SOURCE.say(lang, source=one.source), note)
