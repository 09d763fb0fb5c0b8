"""Collected lines put into the workbook of the city: new ones below the others, known ones compared cell by cell."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from ...dictionary.sheets import label_of, same_word
from ...disclosure.privacy import mask
from ...say import Text
from ...say.errors import Fault
from ...say.harmless import short
from ...tables.workbook.check import Checked
from ...tables.workbook.filled import as_read
from ...tables.workbook.rules import alike_ids
from ...tables.xlsx.reading import written
from ...tables.years.same_year import write_again
from . import texts
from .lines import ACTIVITY, key_of, line_of
from .submissions import Event, when_and_where

DONE = "done_percent"


@dataclass
class Into:
    """A sheet of the city's workbook with the collected lines. added, known, filled : how many are new, how many it holds
    already, and of how many it lacked something; faults : what contradicts it."""

    table: pd.DataFrame
    to_fill: pd.DataFrame
    added: int = 0
    known: int = 0
    filled: int = 0
    events: list[Event] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def join_into(city: Checked, sheet: str, new: pd.DataFrame, about: pd.DataFrame, file: str, lang: str) -> Into:
    """The sheet with the lines of `new`, typed alike; `about` says when and by whom each was sent. A line that stands there gets
    what is empty in it; of one activity the later report is taken; whatever else a line says otherwise is a fault."""
    table = city.tables[sheet]
    done = Into(table, city.to_fill.get(sheet, pd.DataFrame(columns=table.columns)))
    key = key_of(sheet)
    lines: list[dict] = table.to_dict("records")
    known = {_key(row[column] for column in key): at for at, row in enumerate(lines)}
    for number, row in enumerate(new.to_dict("records")):
        at = known.get(_key(row[column] for column in key))
        if at is None:
            lines.append(row)
        else:
            _compare(city, sheet, done, at, lines[at], row, about.iloc[number], file, lang)
    done.added = len(lines) - len(table)
    done.table = as_read(sheet, pd.DataFrame(lines, columns=table.columns))
    if sheet == "households":
        done.faults += _alike(city, done.table, file, lang)
    collected = {_key(row) for row in new[key].itertuples(index=False)}
    waiting = [_key(row) not in collected for row in done.to_fill.reindex(columns=key).itertuples(index=False)]
    done.to_fill = done.to_fill[waiting].reset_index(drop=True)
    return done


def _alike(city: Checked, families: pd.DataFrame, file: str, lang: str) -> list[Fault]:
    """Collected ids that may be a family of the workbook, or of another submission, spelled otherwise."""
    where, faults = city.where["households"], []
    for first, *others in alike_ids(families):
        old, known = str(families["household_id"].iloc[first]), first < len(where.lines)
        for at in others:
            new = str(families["household_id"].iloc[at])
            rule = texts.ALIKE_IN_CITY if known else texts.ALIKE_SENT
            told = rule.fill(new=new, old=old, file=city.file, row=where.lines[first] if known else "")
            remedy = texts.SPELL_AS.fill(old=old)
            faults.append(Fault(file, where.title, None, "household_id", new, new, told.say(lang), remedy.say(lang)))
    return faults


def write_joined(city: Checked, sheet: str, done: Into, out: str | os.PathLike) -> Path:
    """The workbook with that sheet, in its language; every other line as it stands, prepared ones with their mark."""
    return write_again(city, {sheet: done.table}, out, {sheet: done.to_fill})


def _key(values: Any) -> tuple:
    """A key by which kk-1 is KK-1: two ids that differ in nothing else are for people to tell apart, not two families."""
    return tuple(None if pd.isna(value) else same_word(value) if isinstance(value, str) else value for value in values)


def _compare(
    city: Checked, sheet: str, done: Into, at: int, old: dict, row: dict[str, Any], about: pd.Series, file: str, lang: str
) -> None:
    """Puts into the line that stands there what a collected one adds, or tells what it says otherwise."""
    answered = [column for column, value in row.items() if not pd.isna(value)]
    other = [column for column in answered if not pd.isna(old[column]) and old[column] != row[column]]
    empty = [column for column in answered if pd.isna(old[column])]
    line = line_of(sheet, {column: _shown(value) for column, value in row.items()}, lang)
    sent, phone = when_and_where(about)
    if other and (reasons := _against(sheet, other, old, row)):
        rule, remedy = reasons
        where = city.where[sheet]
        said = [texts.CELL.fill(column=label_of(sheet, c), old=_shown(old[c]), new=_shown(row[c])) for c in other[:4]]
        told = rule.fill(line=line, file=city.file, row=where.lines[at], cells=[*said, *(["..."] if other[4:] else [])])
        spot = ", ".join(part for part in (line, sent, phone) if part)
        value = _shown(row[other[0]])
        done.faults.append(Fault(file, where.title, None, other[0], spot, value, told.say(lang), remedy.say(lang)))
        return
    done.events += [Event("updated", line, c, _shown(old[c]), _shown(row[c]), sent, phone) for c in other]
    done.filled += bool(empty)
    done.known += not other and not empty
    old |= {column: row[column] for column in (*other, *empty)}


def _against(sheet: str, other: list[str], old: dict, row: dict[str, Any]) -> tuple[Text, Text] | None:
    """Why a collected line cannot be put over the one that stands there, and what to do; None for a later report."""
    if sheet != "deliveries":
        return texts.OTHER_ANSWERS, texts.ONE_OF_BOTH
    if set(other) & set(ACTIVITY):
        return texts.OTHER_ACTIVITY, texts.NEW_NUMBER
    if DONE in other and row[DONE] < old[DONE]:  # no later report undoes work
        return texts.LESS_DONE, texts.NEWEST_EXPORT
    return None


def _shown(value: Any) -> str:
    """A value as people write it."""
    if pd.isna(value):
        return ""
    value = value.to_pydatetime() if isinstance(value, pd.Timestamp) else value.item() if hasattr(value, "item") else value
    return short(mask(written(value)), 80)
