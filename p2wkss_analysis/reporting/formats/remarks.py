"""A column of prose becomes remarks below its table: beside many figures it would be a strip a few letters wide."""

from __future__ import annotations

from dataclasses import replace

from .. import document as doc

PROSE = 120  # characters of the longest cell from which a column is prose
_MANY = 5  # columns from which there is no room for prose


def prose_below(document: doc.Document) -> doc.Document:
    """The same document for the page, every column of prose of a wide table as points below it, the rows that say the
    same named together. Excel keeps the column: a cell there is as wide as anybody draws it."""
    chapters = [
        replace(c, blocks=[part for block in c.blocks for part in _parts(block, document.lang)]) for c in document.chapters
    ]
    return replace(document, chapters=tuple(chapters))


def _parts(block: doc.Block, lang: str) -> list[doc.Block]:
    """The block itself, or a table without its prose and the remarks."""
    if not isinstance(block, doc.Table) or len(block.columns) < _MANY:
        return [block]
    prose = [c for c in block.columns[1:] if c.kind == "text" and _longest(block, c, lang) > PROSE]
    if not prose:
        return [block]
    table = replace(block, columns=tuple(c for c in block.columns if c not in prose))
    return [table, *(doc.Points(_remarks(block, table, column, lang)) for column in prose)]


def _longest(table: doc.Table, column: doc.Column, lang: str) -> int:
    return max((len(column.show(value, lang)) for value in table.frame[column.name]), default=0)


def _remarks(whole: doc.Table, left: doc.Table, column: doc.Column, lang: str) -> tuple[str, ...]:
    """ "Row: what is said of it", in the order of the rows; a row is called by its first cell, or where several share
    it by the words at its head."""
    names = [row[0] for row in left.rows(lang)]
    if len(set(names)) < len(names):
        words = [i for i, c in enumerate(left.columns) if c.kind == "text"][:2]
        names = [", ".join(row[i] for i in words if row[i] != "–") for row in left.rows(lang)]
    said: dict[str, list[str]] = {}
    for name, value in zip(names, whole.frame[column.name], strict=True):
        text = column.show(value, lang)
        if text not in ("–", ""):
            said.setdefault(text, []).append(name)
    return tuple(f"{'; '.join(dict.fromkeys(rows))}: {text}" for text, rows in said.items())
