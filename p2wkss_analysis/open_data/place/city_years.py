"""What is published of slums and houses of the place as a whole, by year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import pandas as pd

from ...display import Shown
from ...say import Text
from . import texts
from .headings import headings
from .villages import SLUM_AREA

FIGURES = {"slum_cities": ("regency_code", SLUM_AREA, "note"), "substandard_housing": ("area_code", "houses", "kind")}


@dataclass(frozen=True)
class CityYears(Shown):
    """One figure of the whole place by year. `rows`: year, value and said, what the source says of it."""

    kind: str
    source: Text
    rows: pd.DataFrame

    def table(self) -> pd.DataFrame:
        """The rows."""
        return self.rows.copy()

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return headings(self.rows, lang)

    def sentence(self, lang: str | None = None) -> str:
        """The figures with their years, and that they are no trend."""
        digits = 0 if (self.rows["value"] % 1 == 0).all() else 2
        each = [
            texts.VALUE_OF_YEAR.fill(value=v, year=y, digits=digits)
            for y, v in zip(self.rows["year"], self.rows["value"], strict=True)
        ]
        return texts.CITY_YEARS[self.kind].say(lang, each=each)


def city_years(load: Callable[[str], pd.DataFrame], code: str) -> tuple[CityYears, ...]:
    """The tables that hold a figure of the place as a whole. load : a table by its name."""
    found = []
    for name, (place, value, said) in FIGURES.items():
        table = load(name)
        rows = table[table[place] == code]
        if len(rows):
            hosts = rows["source"].map(lambda address: urlsplit(address).netloc.removeprefix("www."))
            source = texts.HOSTS.fill(hosts=list(dict.fromkeys(hosts)), table=name)
            rows = rows.sort_values("year")[["year", value, said]].set_axis(["year", "value", "said"], axis="columns")
            found.append(CityYears(name, source, rows.astype({"value": float}).reset_index(drop=True)))
    return tuple(found)
