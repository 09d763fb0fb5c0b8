"""The table a picture was drawn from, as a table of the report: columns with a heading and a kind."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..document import Column, Figure, Table
from . import texts

_CHANGES = {
    "change",
    "observed_change",
    "common_change",
    "selection_rebound",
    "programme_effect",
    "estimate",
    "conf_low",
    "conf_high",
}
_MEASURED = _CHANGES | {"value", "value_from", "value_to"}  # in the unit of the picture
_NAMES = {"year", "cohort"}  # numbers that name something and are never added up


def picture_table(figure: Figure, lang: str) -> Table | None:
    """The numbers behind a picture, or None for a picture that carries none.

    Values stay as the picture has them, rounded as drawn. A column without a heading here keeps its own name.
    """
    read = getattr(figure.picture, "table", None)
    frame = read() if read is not None else None
    if frame is None or not len(frame.columns):
        return None
    unit = getattr(figure.picture, "unit", "").partition(";")[0]  # what follows explains the marks
    columns = tuple(_column(frame[name], str(name), lang, unit) for name in frame.columns)
    shown = frame.copy()
    for column in columns:
        if column.kind == "text":
            words = [_word(value, lang) for value in frame[column.name]]
            shown[column.name] = pd.Series(words, index=frame.index, dtype=object)
    return Table(shown, columns, figure.caption, figure.source, figure.alt)


def _column(values: pd.Series, name: str, lang: str, unit: str) -> Column:
    label = texts.HEADINGS[name].say(lang) if name in texts.HEADINGS else name
    if name in _NAMES or pd.api.types.is_bool_dtype(values) or not pd.api.types.is_numeric_dtype(values):
        return Column(name, label)
    if pd.api.types.is_integer_dtype(values):
        return Column(name, label, "integer")
    own = texts.UNITS.get(name)
    measured = own.say(lang) if own else unit if name in _MEASURED else ""
    return Column(name, label, "signed" if name in _CHANGES else "number", _decimals(values), measured)


def _decimals(values: pd.Series) -> int:
    """How many decimals the values were rounded to, at most 4."""
    finite = [float(v) for v in values if pd.notna(v) and abs(float(v)) != float("inf")]
    return next((d for d in range(4) if all(abs(round(v, d) - v) < 1e-9 for v in finite)), 4)


def _word(value: Any, lang: str) -> str | None:
    """A value as words; None where it is missing."""
    if value is None or value is pd.NA or value != value:
        return None
    known = texts.CODES.get(str(value))
    return known.say(lang) if known else str(value)
