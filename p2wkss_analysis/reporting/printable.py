"""A document without characters that no page can show: control characters break XML and cannot be set in type."""

from __future__ import annotations

import re
from dataclasses import fields, replace

import pandas as pd

from . import document as doc

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(document: doc.Document) -> doc.Document:
    """The same document, such characters replaced by a question mark, also in the cells of its tables."""
    return _clean(document)


def _clean(thing):
    if isinstance(thing, str):
        return _UNPRINTABLE.sub("?", thing)
    if isinstance(thing, (tuple, list)):
        return type(thing)(_clean(item) for item in thing)
    if isinstance(thing, doc.Table):
        frame = thing.frame.copy()
        for column in (c for c in thing.columns if c.kind == "text"):
            values = [_clean(value) for value in thing.frame[column.name].astype(object)]
            frame[column.name] = pd.Series(values, index=frame.index, dtype=object)  # or 2015 beside a gap becomes 2015.0
        thing = replace(thing, frame=frame)
    if isinstance(thing, _BLOCKS):
        return replace(thing, **{f.name: _clean(getattr(thing, f.name)) for f in fields(thing) if f.name not in ("frame", "picture", "name")})
    return thing


_BLOCKS = (
    doc.Document, doc.Chapter, doc.Section, doc.Paragraph, doc.Pointer, doc.Finding, doc.Caution, doc.Points, doc.KeyFigures,
    doc.Figure, doc.Table, doc.Column,
)
