"""The ten places most like one, and what became of their poverty and HDI beside its own.

Like means near in six newest figures, each divided by its spread among the places of the same kind: the poverty rate, the four
components of the HDI, and the logarithm of the registered population. Kota are compared with kota, kabupaten with kabupaten.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...display import Shown
from ...indicators.change import Change, change_between
from ...say import Text, together
from . import texts
from .headings import headings
from .most_have import newest_of_most
from .standing import HDI
from .stretch import newest_stretch

N = 10
MOST_COMPARED = 0.7  # of the places must be free of a break, where years with so many exist
BY = ("poverty_rate", *HDI[1:])


@dataclass(frozen=True)
class Alike(Shown):
    """`rows`: area_code, name, distance and the figures compared, the place itself first. `changes`: indicator to its change,
    None where the place has no unbroken stretch."""

    code: str
    name: str
    kind: str
    among: int
    rows: pd.DataFrame
    changes: dict[str, Change | None]

    @property
    def others(self) -> pd.DataFrame:
        """The rows of the ten."""
        return self.rows.iloc[1:]

    def moved(self, indicator: str) -> pd.Series:
        """Change by area code, of those that can be differenced."""
        change = self.changes[indicator]
        return pd.Series(dtype=float) if change is None else change.table().set_index("area_code")["change"]

    def table(self) -> pd.DataFrame:
        """The rows with the change of both indicators, NaN where a place cannot be differenced."""
        added = {f"{name}_change": self.rows["area_code"].map(self.moved(name)).astype(float) for name in self.changes}
        return self.rows.assign(**added)

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return headings(self.table(), lang)

    def sentence(self, lang: str | None = None) -> str:
        """Who the nearest are, and what the change was there and here."""
        named = texts.MOST_ALIKE.fill(name=self.name, n=len(self.others), names=list(self.others["name"].head(3)))
        return together([named, *(self._moved(i, t) for i, t in texts.MOVED_BESIDE.items())], lang)

    def _moved(self, indicator: str, text: Text) -> Text:
        change, moved = self.changes[indicator], self.moved(indicator)
        others = moved.drop(self.code, errors="ignore")
        if change is None or self.code not in moved.index or others.empty:
            return texts.NOT_BESIDE[indicator].fill(name=self.name)
        better = (others < moved[self.code]) if indicator == "poverty_rate" else (others > moved[self.code])
        return text.fill(
            name=self.name, first=change.year_from, last=change.year_to, own=float(moved[self.code]),
            median=float(others.median()), better=int(better.sum()), n=len(others),
        )  # fmt: skip


def alike(rows: pd.DataFrame, regencies: pd.DataFrame, code: str, names: Mapping[str, str]) -> Alike | None:
    """The nearest ten of the same kind; None where the place itself lacks one of the figures.

    regencies : rows of `areas` with area_code, kind and population_2024.
    """
    table = figures_of(rows, regencies, code)
    if code not in table.index:
        return None
    distance = distances(table, code)
    order = distance.sort_values(kind="stable").index[: N + 1]
    codes = [code, *(c for c in order if c != code)][: N + 1]
    near = table.loc[codes].assign(distance=distance.loc[codes]).rename_axis("area_code").reset_index()
    near.insert(1, "name", near["area_code"].map(names))
    kind = str(regencies.set_index("area_code").at[code, "kind"])
    changes = {name: _change(rows, name, code, codes, names) for name in ("poverty_rate", "hdi")}
    return Alike(code, names[code], kind, len(table), near, changes)


def figures_of(rows: pd.DataFrame, regencies: pd.DataFrame, code: str) -> pd.DataFrame:
    """The six figures of all places of the kind of `code`, in the newest year of each indicator that most of them have; complete
    rows only."""
    kinds = regencies.set_index("area_code")
    same = kinds[kinds["kind"] == kinds.at[code, "kind"]]
    here, found = rows[rows["area_code"].isin(same.index)], {}
    for name in BY:
        own = here[(here["indicator"] == name) & here["value"].notna()]
        last = own[own["year"] == (newest_of_most(own, len(same)) or own["year"].max())]
        last = last[last["method"] == min(last["method"])]  # of two series of one year the one now published
        found[name] = last.set_index("area_code")["value"]
    return pd.DataFrame(found).assign(population=same["population_2024"].astype(float)).dropna()


def distances(table: pd.DataFrame, code: str) -> pd.Series:
    """The Euclidean distance of each place from one, every figure in standard deviations."""
    scaled = table.assign(population=np.log(table["population"]))
    scaled = (scaled - scaled.mean()) / scaled.std(ddof=0)
    return np.sqrt(((scaled - scaled.loc[code]) ** 2).sum(axis=1))


def _change(rows: pd.DataFrame, indicator: str, code: str, codes: list[str], names: Mapping[str, str]) -> Change | None:
    stretch = newest_stretch(rows, indicator, codes, MOST_COMPARED, code) or newest_stretch(rows, indicator, [code])
    if stretch is None:
        return None
    own = rows[rows["area_code"].isin(codes)]
    return change_between(own, indicator, stretch.first, stretch.last, stretch.method, dict(names))
