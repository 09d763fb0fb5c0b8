"""What the report says, in which order."""

from __future__ import annotations

import datetime as dt

from ....open_data.answers import OpenAnswers
from ...document import Document
from . import appendix, impact, next_site, profiles, sites, summary, where, years
from .texts import story as say


def tell(material: OpenAnswers, lang: str, made: dt.date) -> Document:
    """The report on the open data of Jawa Barat and Banten as a document of chapters."""
    return Document(
        lang=lang,
        title=say.TITLE.say(lang),
        subtitle=say.SUBTITLE.say(lang),
        dateline=say.MADE.say(lang, made=made),
        chapters=tuple(c.chapter(material, lang) for c in (summary, where, years, sites, next_site, impact, profiles, appendix)),
    )
