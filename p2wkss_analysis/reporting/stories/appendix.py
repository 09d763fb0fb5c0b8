"""Evidence and long tables move to the appendix, whatever chapter they come from; a pointer stays where they stood."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .. import document as doc
from . import texts

LONG = 25  # rows that a chapter carries; a page of Word holds about forty


def evidence_last(document: doc.Document, most: int = LONG) -> doc.Document:
    """The same document, each section of evidence at the end of the appendix under the number of its chapter, and then each
    table of more than `most` rows that does not stay, all in the order of the chapters.

    What stands in the appendix already stays where it is. A document without an appendix gets one where it needs one.
    Numbers of tables follow from their place, and the pointers name them.
    """
    key, body = texts.APPENDIX_KEY.say(document.lang), list(document.chapters)
    last = body.pop() if body and body[-1].key == key else None
    kept, evidence = [], []
    for number, chapter in enumerate(body, 1):
        sections = [s for s in _sections(chapter.blocks) if _is_evidence(s)]
        stays = [block for s in _sections(chapter.blocks) if not _is_evidence(s) for block in s]
        moved = [_headed(s, number, f"{chapter.key}-{n}", document.lang) for n, s in enumerate(sections, 1)]
        kept.append(replace(chapter, blocks=[*stays, *_pointers(moved, sections, document.lang)]))
        evidence += [block for section in moved for block in section]
    tables = [block for chapter in kept for block in chapter.blocks if isinstance(block, doc.Table)]
    long = [table for table in tables if len(table.frame) > most and not table.stays]
    if not long and not evidence:
        return document
    there = [*(last.blocks if last else ()), *evidence]
    numbers = itertools.count(len(tables) - len(long) + sum(isinstance(block, doc.Table) for block in there) + 1)

    def pointed(block: doc.Block) -> doc.Block:
        if not isinstance(block, doc.Table) or len(block.frame) <= most or block.stays:
            return block
        return _pointer(block, next(numbers), document.lang)

    chapters = [replace(c, blocks=[pointed(block) for block in c.blocks]) for c in kept]
    last = last or doc.Chapter(key, texts.APPENDIX.say(document.lang), [], "new")
    heading = [doc.Section(texts.LONG_TABLES.say(document.lang))] if long else []
    return replace(document, chapters=(*chapters, replace(last, blocks=[*there, *heading, *long])))


def _sections(blocks: Iterable[doc.Block]) -> Iterator[list[doc.Block]]:
    """The blocks up to the first heading, then each heading with what stands below it."""
    part: list[doc.Block] = []
    for block in blocks:
        if isinstance(block, doc.Section):
            yield part
            part = []
        part.append(block)
    yield part


def _is_evidence(section: list[doc.Block]) -> bool:
    return bool(section) and isinstance(section[0], doc.Section) and section[0].evidence


def _headed(section: list[doc.Block], chapter: int, place: str, lang: str) -> list[doc.Block]:
    """The section as it stands in the appendix: its heading names the chapter."""
    head = section[0]
    assert isinstance(head, doc.Section)
    return [doc.Section(texts.OF_CHAPTER.say(lang, chapter=chapter, title=head.title), place=place), *section[1:]]


def _pointers(moved: list[list[doc.Block]], sections: list[list[doc.Block]], lang: str) -> list[doc.Block]:
    """One line that names all sections of a chapter which moved."""
    if not moved:
        return []
    titles = [section[0].title for section in sections if isinstance(section[0], doc.Section)]
    first = moved[0][0]
    assert isinstance(first, doc.Section)
    return [doc.Pointer(texts.EVIDENCE.say(lang, titles=titles), place=first.place)]


def _pointer(table: doc.Table, number: int, lang: str) -> doc.Pointer:
    return doc.Pointer(texts.IN_APPENDIX.say(lang, number=number, rows=len(table.frame), caption=table.caption), number)
