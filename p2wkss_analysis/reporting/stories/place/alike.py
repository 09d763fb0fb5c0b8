"""Chapter: the ten places most like it, and what became of them."""

from __future__ import annotations

from ....open_data.place.regency import RegencyAnswers
from ....say import Text
from ...document import Chapter, Column, Finding, Paragraph, Table
from . import texts as say


def chapter(m: RegencyAnswers, lang: str) -> Chapter:
    key, title, found = say.ALIKE_KEY.say(lang), say.ALIKE.say(lang), m.alike
    if found is None:
        return Chapter(key, title, [Paragraph(say.NOT_ALIKE.say(lang, name=m.name))])
    columns = [
        Column("name", say.PLACE.say(lang)),
        Column("distance", say.DISTANCE.say(lang), "number", 1),
        Column("poverty_rate", say.LABELS["poverty_rate"].say(lang), "number"),
        Column("population", say.POPULATION.say(lang), "integer"),
    ]
    for indicator, label in (("poverty_rate", say.POVERTY_CHANGE), ("hdi", say.HDI_CHANGE)):
        if change := found.changes[indicator]:
            said = say.CHANGE_OF.say(lang, label=label, first=change.year_from, last=change.year_to)
            columns.append(Column(f"{indicator}_change", said, "signed"))
    caption = say.ALIKE_TABLE.say(lang, name=found.name, n=len(found.others))
    kinds: Text = say.KINDS[found.kind]
    blocks = [
        Finding(found.sentence(lang)),
        Table(found.table(), tuple(columns), caption, say.ALIKE_SOURCE.say(lang), say.ALIKE_NOTE.say(lang)),
        Paragraph(say.HOW_ALIKE.say(lang, n=found.among, kinds=kinds)),
    ]
    return Chapter(key, title, blocks)
