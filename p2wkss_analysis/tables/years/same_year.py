"""A workbook written again with some sheets changed: every other line stays, prepared lines keep their mark."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from ...dictionary.sheets import CONFIRM, FILL, PRESS, city_dictionary
from ..workbook.check import Checked
from ..workbook.filled import as_read, write_filled
from . import texts
from .next_year import keep_published


def write_again(
    city: Checked,
    changed: Mapping[str, pd.DataFrame],
    out: str | os.PathLike,
    to_fill: Mapping[str, pd.DataFrame] | None = None,
    lang: str | None = None,
) -> Path:
    """The workbook with the sheets `changed`, in its own language by default; its published numbers are kept beside it.

    to_fill: of a sheet the prepared lines that are still to be filled in, where not all of them are.
    """
    lang, tables, marks = lang or city.written_in, {}, {}
    waiting = city.to_fill | dict(to_fill or {})
    for name in city_dictionary().names():
        table, fill = changed.get(name, city.tables[name]), waiting.get(name, pd.DataFrame())
        tables[name] = pd.concat([table, as_read(name, fill)], ignore_index=True) if len(fill) else table
        confirm = set(city.to_confirm.get(name, ()))
        mark = PRESS if name == "sites" else FILL
        marks[name] = [*(CONFIRM if at in confirm else "" for at in range(len(table))), *[mark] * len(fill)]
    made_up = [(texts.SYNTHETIC.say(lang), texts.ALL_MADE_UP.say(lang)), ("", "")] if city.synthetic else []
    path = write_filled(out, tables, lang, made_up, marks)
    keep_published(city, path)
    return path
