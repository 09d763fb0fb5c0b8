"""What every format adds around the text: numbers of pictures and tables, and a page's own words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ...say import SYNTHETIC
from .. import document as doc
from . import texts


@dataclass(frozen=True)
class Numbered:
    """A block, and for a picture or a table its number within the document (0 for any other block)."""

    block: doc.Block
    number: int = 0


def numbered(document: doc.Document) -> list[tuple[doc.Chapter, list[Numbered]]]:
    """Every chapter with its blocks; pictures and tables are counted apart, through the whole document."""
    counts: Counter[type] = Counter()

    def one(block: doc.Block) -> Numbered:
        if not isinstance(block, (doc.Figure, doc.Table)):
            return Numbered(block)
        counts[type(block)] += 1
        return Numbered(block, counts[type(block)])

    return [(chapter, [one(block) for block in chapter.blocks]) for chapter in document.chapters]


def word_for(block: doc.Figure | doc.Table, lang: str) -> str:
    """What a picture or a table is called in front of its number.

    >>> word_for(doc.Figure(None, "", ""), "id")
    'Gambar'
    """
    return (texts.FIGURE if isinstance(block, doc.Figure) else texts.TABLE).say(lang)


def contents_word(lang: str) -> str:
    return texts.CONTENTS.say(lang)


def contents_hint(lang: str) -> str:
    """How the contents of a Word file get their page numbers; gone once they have them."""
    return texts.CONTENTS_HINT.say(lang)


def page_words(lang: str) -> tuple[str, str]:
    """The words before the page's number and before the number of pages."""
    return texts.PAGE.say(lang), texts.PAGE_OF.say(lang)


def notice(lang: str) -> str:
    """Stands on every page of a document on synthetic data."""
    return SYNTHETIC.say(lang)


def language_tag(lang: str) -> str:
    """The language with its country, as office programs want it for spelling (BCP 47).

    >>> language_tag("id"), language_tag("en")
    ('id-ID', 'en-GB')
    """
    return texts.LANGUAGE_TAG.say(lang)
