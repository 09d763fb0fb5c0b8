"""Any table for a notebook: columns called as the dictionaries call them, numbers rounded, codes in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from ..dictionary.sheets import city_dictionary
from ..dictionary.tables import Dictionary, read_dictionary
from ..display import Shown, Unanswered
from ..display.headings import HEADINGS
from ..say import Text
from ..say.errors import WrongUse, check_language
from . import texts


@dataclass(frozen=True, eq=False)
class ShownTable(Shown):
    """A table with a sentence above it; see `show`."""

    frame: pd.DataFrame
    said: str
    labels: dict
    lang: str | None

    def table(self) -> pd.DataFrame:
        """The table as it was given."""
        return self.frame.copy()

    def sentence(self, lang: str | None = None) -> str:
        """The sentence it was given, in whatever language that was."""
        return self.said

    def html(self, lang: str | None = None, rows: int | None = None) -> str:
        return super().html(lang or self.lang, *([rows] if rows else []))

    def text(self, lang: str | None = None, rows: int | None = None) -> str:
        return super().text(lang or self.lang, *([rows] if rows else []))

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        shown = self.frame.copy()
        for name, words in _categories(lang).items():
            if name in shown:
                shown[name] = [words.get(str(value), value) for value in shown[name]]
        return shown

    def _labels_shown(self, lang: str) -> dict:
        return {**_labels(lang), **self.labels}


def show(table: Any, said: str = "", labels: dict | None = None, lang: str | None = None) -> ShownTable | Unanswered:
    """A DataFrame as a clean table with a sentence above; a named index becomes columns.

    said: the sentence; labels: column to words, where neither the dictionary of the open data nor that of the city's
    workbook knows the column; lang: "id" or "en", by default the language of P2WKSS_LANG. Only the first rows of a
    long table are shown. A notebook keeps what it shows: give it no rows of households. For further work use the
    DataFrame itself.

    >>> import pandas as pd
    >>> show(pd.DataFrame({"village": ["Duren Mekar"], "slum_area_ha": [9.71]}), "Kumuh.", lang="id")
    Kumuh.
    <BLANKLINE>
    Desa/kelurahan  Luas kumuh (ha)
    Duren Mekar                9,71
    """
    if isinstance(table, Unanswered):
        return table
    lang = check_language(lang)
    frame = table.to_frame() if isinstance(table, pd.Series) else table
    if not isinstance(frame, pd.DataFrame):
        raise WrongUse(texts.NO_FRAME.fill(what="show", kind=type(table).__name__))
    if frame.columns.nlevels > 1:  # indicators beside their series, say
        words = {**_labels(lang), **(labels or {})}
        frame = frame.set_axis([", ".join(words.get(part, str(part)) for part in parts) for parts in frame.columns], axis=1)
    if any(name is not None for name in frame.index.names):
        frame = frame.reset_index()
    return ShownTable(frame, said, dict(labels or {}), lang)


@lru_cache(maxsize=2)
def _labels(lang: str) -> dict[str, str]:
    """Column to label with its unit, of both dictionaries and of the BPS indicators; result columns keep their own."""
    found: dict[str, str] = {}
    open_data = read_dictionary()
    for dictionary in (city_dictionary(), open_data):
        for field in _fields(dictionary):
            if field["name"] not in HEADINGS:
                unit = field.get("unit")
                label = Text.of(field["label"]).say(lang) + (f" ({Text.of(unit).say(lang)})" if isinstance(unit, dict) else "")
                found.setdefault(field["name"], label)
    for entry in open_data.resource("regency_indicators")["indicators"]:
        found.setdefault(entry["name"], Text.of(entry["label"]).say(lang))
    return found


@lru_cache(maxsize=2)
def _categories(lang: str) -> dict[str, dict[str, str]]:
    """Column of the workbook, or the BPS indicators, to its codes in words."""
    fields = [f for f in _fields(city_dictionary()) if f.get("categories")]
    found = {f["name"]: {c["value"]: Text.of(c["label"]).say(lang) for c in f["categories"]} for f in fields}
    indicators = read_dictionary().resource("regency_indicators")["indicators"]
    return {**found, "indicator": {entry["name"]: Text.of(entry["label"]).say(lang) for entry in indicators}}


def _fields(dictionary: Dictionary) -> list[dict]:
    return [field for name in dictionary.names() for field in dictionary.resource(name)["schema"]["fields"]]
