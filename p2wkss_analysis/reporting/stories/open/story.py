"""What the report says, in which order."""

from __future__ import annotations

import datetime as dt

from ....open_data.answers import OpenAnswers
from ....say import date, pick
from ...document import Document
from . import appendix, next_site, sites, summary, where, years
from . import impact as helped


def tell(material: OpenAnswers, lang: str, made: dt.date) -> Document:
    """The report on the open data of Jawa Barat and Banten as a document of chapters."""
    return Document(
        lang=lang,
        title=pick(lang, id="Laporan Evaluasi P2WKSS", en="Evaluation Report on P2WKSS"),
        subtitle=pick(
            lang,
            id="Jawa Barat dan Banten, dengan Kota Depok dan Kota Cilegon dari dekat: kemiskinan, IPM, kumuh, dan lokasi "
            "program, berdasarkan data terbuka.",
            en="Jawa Barat and Banten, with Kota Depok and Kota Cilegon close up: poverty, HDI, slums and programme sites, "
            "from open data.",
        ),
        dateline=pick(lang, id=f"Dibuat {date(made, lang)}", en=f"Made {date(made, lang)}"),
        chapters=tuple(c.chapter(material, lang) for c in (summary, where, years, sites, next_site, helped, appendix)),
    )
