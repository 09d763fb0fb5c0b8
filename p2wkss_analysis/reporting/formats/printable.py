"""A document as a page can show it: every text harmless and on one line, and shortened where a page has no room for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pandas as pd

from ...identity.hidden import mask
from ...say.harmless import one_line, short
from .. import document as doc

_ROOM = {  # characters of a text, by the field it stands in
    "title": 160,
    "dateline": 160,
    "label": 120,
    "unit": 60,
    "subtitle": 400,
    "caption": 500,
    "alt": 1000,
    "source": 1000,
    "note": 2000,
    "text": 4000,
    "items": 4000,
}
_CELL, _NAME, _KEY_FIGURE = 1000, 80, 120  # a cell; a long name of the data within a sentence; a text beside a large figure
_AS_IT_IS = ("frame", "picture", "name", "names", "labels", "key", "kind", "lang", "place", "page")


def printable(document: doc.Document, cell: Callable[[str], str] = lambda text: one_line(text, _CELL)) -> doc.Document:
    """The same document without what no page can show; `cell` says how a text in a table is written, where it may be longer."""
    long = sorted({one_line(name) for name in document.names if len(name) > _NAME}, key=len, reverse=True)

    def said(text: str, most: int) -> str:
        text = mask(one_line(text))
        for name in long if len(text) > _NAME else ():
            text = text.replace(name, short(name, _NAME))
        return short(text, most)

    def clean(thing: Any, most: int) -> Any:
        if isinstance(thing, str):
            return said(thing, most)
        if isinstance(thing, (tuple, list)):
            return type(thing)(clean(item, most) for item in thing)
        if not isinstance(thing, _BLOCKS):
            return thing
        room = {"items": _KEY_FIGURE} if isinstance(thing, doc.KeyFigures) else _ROOM
        more = {f.name: clean(getattr(thing, f.name), room.get(f.name, most)) for f in fields(thing) if f.name not in _AS_IT_IS}
        return replace(thing, **more | ({"frame": _frame(thing, cell)} if isinstance(thing, doc.Table) else {}))

    return clean(document, _ROOM["text"])


def _frame(table: doc.Table, cell: Callable[[str], str]) -> pd.DataFrame:
    """The cells of a table; a word among figures is a text, too."""
    frame = table.frame.copy()
    for column in table.columns:
        values = table.frame[column.name]
        if values.dtype.kind not in "biufcmM":
            cells = [cell(mask(v)) if isinstance(v, str) else v for v in values.astype(object)]
            frame[column.name] = pd.Series(cells, index=frame.index, dtype=object)  # or 2015 beside a gap becomes 2015.0
    return frame


_BLOCKS = (
    doc.Document,
    doc.Chapter,
    doc.Section,
    doc.Paragraph,
    doc.Pointer,
    doc.Finding,
    doc.Caution,
    doc.Points,
    doc.KeyFigures,
    doc.Figure,
    doc.Photos,
    doc.Table,
    doc.Column,
)
