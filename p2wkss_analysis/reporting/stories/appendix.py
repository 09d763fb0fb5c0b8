"""Long tables move to the appendix, whatever chapter they come from; a pointer stays where they stood."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

from .. import document as doc
from . import texts

LONG = 25  # rows that a chapter carries; a page of Word holds about forty


def long_tables_last(document: doc.Document, most: int = LONG) -> doc.Document:
    """The same document, each table of more than `most` rows at the end of the appendix, in the order of the chapters.

    Tables that stand in the appendix already stay where they are. A document without an appendix gets one where it
    needs one. Numbers of tables follow from their place, and the pointers name them.
    """
    body, last = list(document.chapters), None
    if body and body[-1].key == texts.APPENDIX_KEY.say(document.lang):
        last = body.pop()
    tables = [block for chapter in body for block in chapter.blocks if isinstance(block, doc.Table)]
    moved = [table for table in tables if len(table.frame) > most]
    if not moved:
        return document
    there = [block for block in last.blocks if isinstance(block, doc.Table)] if last else []
    numbers = itertools.count(len(tables) - len(moved) + len(there) + 1)

    def kept(block: Any) -> Any:
        long = isinstance(block, doc.Table) and len(block.frame) > most
        return _pointer(block, next(numbers), document.lang) if long else block

    chapters = [replace(c, blocks=[kept(block) for block in c.blocks]) for c in body]
    last = last or doc.Chapter(texts.APPENDIX_KEY.say(document.lang), texts.APPENDIX.say(document.lang), [])
    heading = doc.Section(texts.LONG_TABLES.say(document.lang))
    return replace(document, chapters=(*chapters, replace(last, blocks=[*last.blocks, heading, *moved])))


def _pointer(table: doc.Table, number: int, lang: str) -> doc.Pointer:
    return doc.Pointer(texts.IN_APPENDIX.say(lang, number=number, rows=len(table.frame), caption=table.caption), number)
