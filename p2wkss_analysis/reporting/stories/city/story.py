"""What a city's report says, in which order; its titles carry the programme's own name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from ....city.answers import CityAnswers
from ....pictures.photos import Photo
from ...document import Document
from . import appendix, before_after, delivery, effect, households, need, scorecards, sites, summary
from .photos import photo_blocks
from .texts import story as say

CHAPTERS = (summary, need, sites, before_after, households, delivery, effect, scorecards, appendix)


def tell_city(m: CityAnswers, lang: str, made: dt.date, photos: Sequence[Photo] = ()) -> Document:
    """The report of one city as a document of chapters, with photos at the end of the last."""
    *body, last = (c.chapter(m, lang) for c in CHAPTERS)
    last = replace(last, blocks=[*last.blocks, *photo_blocks(photos, m.names, lang)])
    return Document(
        lang=lang,
        title=say.TITLE.say(lang, programme=m.programme, city=m.city),
        subtitle=say.SUBTITLE.say(lang),
        dateline=say.DATELINE.say(lang, made=made, file=m.checked.file),
        chapters=(*body, last),
        synthetic=m.synthetic,
        names=tuple(_names(m)),
    )


def _names(m: CityAnswers) -> set[str]:
    """Every text of the workbook: what may stand in a sentence as the name of something."""
    columns = (column for table in m.checked.tables.values() for _, column in table.items() if column.dtype.kind not in "biufcmM")
    return {
        m.programme,
        *m.checked.settings.values(),
        *(text for column in columns for text in column.unique() if isinstance(text, str)),
    }
