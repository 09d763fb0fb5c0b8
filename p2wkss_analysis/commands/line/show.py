"""How every command prints: sentences, then a table as text or as JSON; files are written whole."""

from __future__ import annotations

import math
from argparse import Namespace
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...display.columns import shown_columns
from ...display.headings import heading, word
from ...display.result import as_lines
from ...files.atomic import write_atomically, write_new
from ...files.csv_text import csv_text
from ...identity.hidden import mask
from ...say.errors import WrongUse
from ...say.harmless import json_text, short
from . import texts
from .limits import LARGEST, beyond

if TYPE_CHECKING:
    import pandas as pd


def show(options: Namespace, table: pd.DataFrame, *sentences: str, labels: Mapping[str, str] | None = None) -> None:
    """Sentences and table for people, or only the table as JSON records with `--json`; `labels` names columns of data."""
    if options.json:
        print(records(table))
        return
    for sentence in sentences:
        print(sentence)
    shown = table.drop(columns="note", errors="ignore")
    if len(shown):
        print(in_words(shown, options.lang, labels))
    if "note" in table and "method" in table:
        for method, note in dict.fromkeys(zip(table["method"], table["note"], strict=True)):
            if isinstance(note, str) and note:
                print(f"- {word('method', method, options.lang)}: {note}")


def in_words(table: pd.DataFrame, lang: str, labels: Mapping[str, str] | None = None) -> str:
    """A table for people: headings in words, numbers in the form of the language. JSON keeps the stable names."""
    return "\n".join(as_lines(shown_columns(table, lang, labels)))


def say_readings(options: Namespace, table: pd.DataFrame) -> None:
    """What of the user's file was read otherwise than typed, as `p2wkss check` says it; nothing with `--json`.

    In Bahasa Indonesia a comma stands before decimals: that is how such a number is typed.
    """
    from ...tables.texts import COMMA

    if getattr(options, "json", False):
        return
    for column, change, cells, typed, read in table.attrs.get("readings", ()):
        if change is COMMA and options.lang == "id":
            continue
        shown = {"column": column, "change": change, "n": cells, "typed": short(typed, 80), "read": short(read, 80)}
        print(texts.READING.say(options.lang, **shown))


def records(table: pd.DataFrame) -> str:
    """JSON that any reader accepts: missing is null and an endless interval is the text "inf" or "-inf"."""
    rows = table.astype(object).where(table.notna(), None).to_dict("records")
    return json_text([{mask(str(k)): _plain(v) for k, v in row.items()} for row in rows], indent=1)


def _plain(value: Any) -> Any:
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, int | float) and math.isfinite(value) and abs(value) >= 10**15:
        return mask(f"{value:.0f}")
    if isinstance(value, float) and not math.isfinite(value):
        return None if math.isnan(value) else ("inf" if value > 0 else "-inf")
    return value


def write(options: Namespace, path: str, content: str | bytes, replace: bool = True) -> None:
    """Write a file whole and say so; without `replace` never over a file that holds anything else."""
    whole = content.encode("utf-8") if isinstance(content, str) else content
    written = (write_atomically if replace else write_new)(Path(path), whole)
    if not getattr(options, "json", False):
        print(texts.WRITTEN.say(options.lang, path=written))


def write_table(options: Namespace, path: str, table: pd.DataFrame, replace: bool = True, named: bool = True) -> None:
    """A table as the reader's Excel opens it, and runs nothing of: .xlsx, or CSV with the signs of the language.

    named : headings and codes in words; without it the columns keep the names that commands ask for.
    """
    if named:
        table = for_the_public(table, options.lang)
    ending = Path(path).suffix.lower()
    if ending in (".xls", ".xlsm", ".xlsb", ".ods"):
        raise WrongUse(texts.NO_SUCH_ENDING.fill(name=Path(path).name))
    if ending == ".xlsx":
        from ...files.xlsx_table import xlsx_table

        write(options, path, xlsx_table(table, texts.TABLE.say(options.lang)), replace)
    else:
        write(options, path, csv_text(table, options.lang), replace)


def for_the_public(table: pd.DataFrame, lang: str) -> pd.DataFrame:
    """A table for a file: its headings and codes in words, its numbers as they are; what is missing stays missing."""
    said = [(heading(c, lang) or (c,))[0] for c in table]
    named = [name if said.count(name) == 1 else c for c, name in zip(table, said, strict=True)]  # no two of one heading
    texts_alone = [c for c in table if table[c].dtype.kind not in "iufM"]
    worded = table.assign(**{c: [_worded(c, v, lang) for v in table[c]] for c in texts_alone})
    return worded.set_axis(named, axis=1)


def _worded(column: str, value: Any, lang: str) -> Any:
    return word(column, value, lang) if isinstance(value, str | bool) or type(value).__name__ == "bool_" else value


def pairs(given: Iterable[str] | None, what: str) -> dict[str, str]:
    """`["poverty=higher"]` to a mapping; anything without "=", and a name given twice, is refused: none is silently dropped."""
    found: dict[str, str] = {}
    for text in given or ():
        name, _, value = (part.strip() for part in text.partition("="))
        if not name or not value:
            raise WrongUse(texts.NO_PAIR.fill(option=what, given=text))
        if name in found:
            raise WrongUse(texts.NAMED_TWICE.fill(option=what, name=name, first=found[name], second=value))
        found[name] = value
    return found


def number_of(text: str, what: str) -> float:
    """A number given on the command line, and no endless one."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise WrongUse(texts.NO_NUMBER.fill(option=what, given=text))
    return number


def span_of(text: str, what: str) -> tuple[int | None, ...]:
    """`2:15`, `2:` or `:15` to (least, most), None where left open."""
    low, sign, high = text.partition(":")
    if not sign:
        raise WrongUse(texts.NO_SPAN.fill(option=what, given=text))
    return tuple(whole(part, what) if part.strip() else None for part in (low, high))


def whole(text: str, what: str) -> int:
    """A whole number of 0 or more given on the command line."""
    if not text.strip().isascii() or not text.strip().isdigit():
        raise WrongUse(texts.NO_WHOLE_NUMBER.fill(option=what, given=text))
    if len(text.strip()) > len(str(LARGEST)) or int(text) > LARGEST:
        raise beyond(what, (0, LARGEST))
    return int(text)


def whole_numbers(text: str, what: str) -> list[int]:
    """`1,2,3` to a list of whole numbers."""
    return [whole(part, what) for part in text.split(",") if part.strip()]
