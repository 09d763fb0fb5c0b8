"""What the open tables hold: rows, years, gaps, vintage, publisher; and by indicator how many places have a figure."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import pandas as pd

from ..dictionary.tables import Dictionary, read_dictionary
from ..display import Shown
from ..indicators.published.breaks import TABLE
from ..indicators.published.series import spans
from ..say import Text, together
from ..tables.added.kept import Stamp, added_files, additions
from ..tables.intake import load
from . import texts


@dataclass(frozen=True, eq=False)
class Holdings(Shown):
    """The open tables, or the indicators of one. `rows` as `.table()` gives them; `added`: what the user added."""

    name: str
    rows: pd.DataFrame = field(repr=False)
    added: pd.DataFrame = field(repr=False)

    def table(self) -> pd.DataFrame:
        """Of all tables: table, lines, held (years), gaps (years without a row between the first and the last), publisher, what.
        Of `regency_indicators`: indicator, series, held, gaps, places (most in one year), whole (years with at least 500 of the
        514), newest (with the number of places). Of another table: column, what, filled."""
        return self.rows.copy()

    def _labels_shown(self, lang: str) -> Mapping[str, str]:
        return self.labels(lang)

    def labels(self, lang: str | None = None) -> dict[str, str]:
        """Words for the columns of the table."""
        return {name: text.say(lang) for name, text in texts.HOLDINGS.items()}

    def sentence(self, lang: str | None = None) -> str:
        """How many there are, and what the user added."""
        if self.name:
            said: list[Text] = [texts.HOLDS.fill(table=self.name, n=len(self.rows))]
        else:
            said = [texts.TABLES.fill(n=len(self.rows))]
        if len(self.added):
            each = [
                texts.ADDITION.fill(name=one.name_, table=one.table, n=int(one.figures), day=one.added_on, file=one.added_file)
                for one in self.added.rename(columns={"name": "name_"}).itertuples()
            ]
            said.append(texts.YOURS.fill(n=len(each), each=each))
        return together(said, lang)


def open_tables(table: str | None = None, folder: str | os.PathLike | None = None, lang: str | None = None) -> Holdings:
    """The open tables with their years and gaps, or what one of them holds.

    Parameters
    ----------
    table : a name that `p2.load` takes; by default all of them. folder : the data folder, as for `p2.load`.
    lang : language of labels and publishers, "id" or "en"; by default as P2WKSS_LANG says.

    Raises WrongUse for an unknown table. Figures that the user added count, and are named in the sentence.

    >>> held = open_tables("regency_indicators").table().set_index(["indicator", "series"])
    >>> held.loc["hdi", "places"].tolist(), held.loc["poverty_rate", "held"].tolist()
    ([514, 514], ['2004–2005, 2010–2025'])
    """
    dictionary = read_dictionary(folder)
    own = additions(folder)
    if table is None:
        rows = [_table(name, dictionary, folder, lang) for name in dictionary.names()]
        return Holdings("", pd.DataFrame(rows), own)
    resource = dictionary.resource(table)
    held = load(table, folder)
    rows = _indicators(held, dictionary, lang) if table == TABLE else _columns(held, resource, lang)
    return Holdings(table, pd.DataFrame(rows), own[own["table"] == table].reset_index(drop=True))


def _table(name: str, dictionary: Dictionary, folder: str | os.PathLike | None, lang: str | None) -> dict:
    held, resource = load(name, folder), dictionary.resource(name)
    years = _years(held)
    return {
        "table": name,
        "lines": len(held),
        "held": _spans(years),
        "gaps": _spans(_gaps(years)),
        "publisher": Text.of(resource["publisher"]).say(lang),
        "what": Text.of(resource["label"]).say(lang),
    }


def _indicators(held: pd.DataFrame, dictionary: Dictionary, lang: str | None) -> list[dict]:
    rows = []
    for one in dictionary.resource(TABLE)["indicators"]:
        for method in one["methods"]:
            own = held[(held["indicator"] == one["name"]) & (held["method"] == method)]
            if own.empty:
                continue
            count = own.groupby("year")["area_code"].nunique()
            whole = [int(year) for year, n in count.items() if n >= 500]
            rows.append(
                {
                    "indicator": one["name"],
                    "series": method,
                    "held": _spans(count.index),
                    "gaps": _spans(_gaps([int(y) for y in count.index])),
                    "places": int(count.max()),
                    "whole": _spans(whole),
                    "newest": f"{count.index.max()} ({count.iloc[-1]})",
                }
            )
    return rows


def _columns(held: pd.DataFrame, resource: dict, lang: str | None) -> list[dict]:
    return [
        {
            "column": one["name"],
            "what": Text.of(one["label"]).say(lang),
            "filled": int(held[one["name"]].notna().sum()),
        }
        for one in resource["schema"]["fields"]
    ]


def _years(held: pd.DataFrame) -> list[int]:
    if "year" in held:
        return sorted(int(year) for year in held["year"].dropna().unique())
    if "period" in held:
        return sorted({int(str(period)[:4]) for period in held["period"].dropna().unique()})
    return []


def _gaps(years: list[int]) -> list[int]:
    return [year for year in range(years[0], years[-1]) if year not in set(years)] if years else []


def _spans(years: Iterable[int]) -> str:
    return ", ".join(spans(years)) or "\N{EN DASH}"


def sources_added(name: str, folder: str | os.PathLike | None = None) -> Text | None:
    """The line that a page prints where it used figures of a table to which the user added some; None where there are none."""
    files, home = added_files(name, folder), None if folder is None else os.fspath(folder)
    return _sources(name, files, home) if files else None


@lru_cache(maxsize=8)
def _sources(name: str, files: tuple[Stamp, ...], folder: str | None) -> Text:
    own = additions(folder)
    own = own[own["table"] == name]
    each = [f"{file} ({day})" for file, day in zip(own["added_file"], own["added_on"], strict=True)]
    return texts.SOURCE_ADDED.fill(n=int(own["figures"].sum()), files=each)
