"""One layer of the page: places, years, columns, aspects and their weights, sites; and how it is written for the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from ..indicators.published.by_year import Span
from ..pictures.maps.classes import class_limits, enough_digits
from ..say import Text
from ..targeting.firmness.stability import alternatives
from ..targeting.index.specification import Specification
from .encode import packed

CLASSES = 5
CONCENTRATION = 20.0  # as `Ranking.stability`: how firmly the weights are held


@dataclass(frozen=True)
class Column:
    """One measured column: label and unit, decimals to show, where the figures come from.

    need : the end that means more need, of a column that stands beside the index; "" where neither does. A column of the
    index has its end in the specification.
    """

    key: str
    label: Text
    unit: Text | str
    digits: int
    source: Text | str
    need: str = ""


@dataclass(frozen=True, eq=False)
class Layer:
    """Places of one level with their figures over the years; columns of the index stand first.

    areas : area_code, name, in code order. table : area_code, year and one column for each of `columns`.
    specification : the need index of a year. aspects : name to label, in order; the children of each stand in the
    specification's hierarchy, or the aspect is a column itself. scopes : code prefix to name, groups of places that can
    be looked at alone. sites : area_code, year, text (a `Text`), link. plane : the columns of the two axes, horizontal first.
    barred : places that may not be chosen in the coming year (`eligible_places`); the page leaves them out unless asked.
    breaks : column to (place, first year of a new part): years that no line joins. spans : column to the years that can be
    compared over most places. marks : area_code, year, indicator and why the figure is to be read with care: a `Text`, or
    None where it is of a single copy. colour : how the page opens, "rank" or "column:" and a key.
    """

    key: str
    title: Text
    noun: Text | str
    areas: pd.DataFrame
    table: pd.DataFrame
    columns: tuple[Column, ...]
    specification: Specification
    aspects: Mapping[str, Text]
    plane: tuple[str, str]
    sites: pd.DataFrame
    shapes: dict
    k: int
    parents: Mapping[str, str]
    scopes: Mapping[str, str]
    note: Text | str = ""
    barred: frozenset[str] = frozenset()
    breaks: Mapping[str, Sequence[tuple[str, int]]] = field(default_factory=dict)
    spans: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    marks: pd.DataFrame | None = None
    colour: str = "rank"

    @property
    def years(self) -> list[int]:
        """Years with at least one figure."""
        filled = self.table.dropna(subset=[c.key for c in self.columns], how="all")
        return sorted(int(y) for y in filled["year"].unique())

    def cube(self, key: str) -> np.ndarray:
        """One column as (years, places), NaN where missing."""
        wide = self.table.pivot(index="year", columns="area_code", values=key)
        return wide.reindex(index=self.years, columns=self.areas["area_code"]).to_numpy(dtype=float)

    def of_year(self, year: int, everyone: bool = False) -> pd.DataFrame:
        """The table of one year as `need_index` takes it: every place that may be chosen, or all of them."""
        rows = self.table[self.table["year"] == year].set_index("area_code")
        rows = rows.reindex(self.areas["area_code"]).rename_axis("area_code").reset_index()
        return rows if everyone else rows[~rows["area_code"].isin(self.barred)]

    def to_page(self) -> dict:
        """What the page's JSON holds: plain data, and a `Text` wherever the page speaks."""
        codes, names = self.areas["area_code"].tolist(), self.areas["name"].tolist()
        parents = sorted({self._parent(code) for code in codes})
        spec = self.specification
        return {
            "key": self.key,
            "title": self.title,
            "noun": self.noun,
            "note": self.note,
            "years": self.years,
            "codes": codes,
            "names": names,
            "k": self.k,
            "barred": [i for i, code in enumerate(codes) if code in self.barred],
            "parents": [self.parents.get(code, "") for code in parents],
            "parent": packed([parents.index(self._parent(code)) for code in codes], 0),
            "columns": [self._column(column) for column in self.columns],
            "weighed": len(spec.columns),
            "colour": self.colour,
            "aspects": [self._aspect(name) for name in self.aspects],
            "scale": list(spec.ends),
            "normalise": spec.normalise,
            "aggregate": spec.aggregate,
            "coverage": [spec.indicator_coverage, spec.place_coverage],
            "ways": [
                {"normalise": w.normalise, "aggregate": w.aggregate, "scale": list(w.ends)}
                for w in alternatives(spec, None, None)
            ],
            "concentration": CONCENTRATION,
            "plane": list(self.plane),
            "sites": self._sites(),
            "scopes": self._scopes(codes),
            "shapes": self.shapes,
        }

    def _parent(self, code: str) -> str:
        return next((code[:n] for n in (8, 5, 2) if n < len(code)), "")

    def _column(self, column: Column) -> dict:
        cube = self.cube(column.key)
        limits = class_limits(cube[np.isfinite(cube)], CLASSES, column.digits)
        at = {code: i for i, code in enumerate(self.areas["area_code"])}
        return {
            "key": column.key,
            "label": column.label,
            "unit": column.unit,
            "digits": column.digits,
            "source": column.source,
            "limits": list(limits),
            "limit_digits": enough_digits(limits, column.digits),
            "need": self.specification.indicators.get(column.key, column.need),
            "values": packed(cube),
            "breaks": [[at[code], year] for code, year in self.breaks.get(column.key, ()) if code in at],
            "spans": [[span.years[0], span.years[-1], span.reason or ""] for span in self.spans.get(column.key, ())],
            **self._marks(column.key),
        }

    def _marks(self, key: str) -> dict:
        """`marks`, a figure each: 0 nothing, 1 of a single copy, 2 and more the place of its reason in `cares`, plus two."""
        if self.marks is None:
            return {"marks": None, "cares": []}
        rows = self.marks[self.marks["indicator"] == key]
        reasons = list(dict.fromkeys(reason for reason in rows["reason"] if reason is not None))
        number = [1 if reason is None else 2 + reasons.index(reason) for reason in rows["reason"]]
        wide = rows.assign(number=number).pivot(index="year", columns="area_code", values="number")
        wide = wide.reindex(index=self.years, columns=self.areas["area_code"]).fillna(0)
        return {"marks": packed(wide, 0), "cares": reasons}

    def _aspect(self, name: str) -> dict:
        """Label, stated weight, and the columns below it with their shares within the aspect."""
        spec, keys = self.specification, [c.key for c in self.columns]
        children = [name] if name in keys else [key for key in keys if spec.hierarchy.get(key) == name]
        weights = spec.family_weights
        stated = sum(weights[a] for a in self.aspects)
        within = sum(weights[c] for c in children)
        return {
            "key": name,
            "label": self.aspects[name],
            "weight": weights[name] / stated,
            "columns": [keys.index(c) for c in children],
            "shares": [1.0] if children == [name] else [weights[c] / within for c in children],
        }

    def _sites(self) -> list:
        at = {code: i for i, code in enumerate(self.areas["area_code"])}
        rows = self.sites[self.sites["area_code"].isin(at)].sort_values(["year", "area_code"], na_position="last")
        return [
            {
                "place": at[r.area_code],
                "year": None if pd.isna(r.year) else int(r.year),
                "text": r.text,
                "link": _web_address(r.link),
            }
            for r in rows.itertuples()
        ]

    def _scopes(self, codes: list[str]) -> list:
        """Name with first and last position of each group: codes are in order, so a prefix is one stretch."""
        out = []
        for prefix, name in self.scopes.items():
            inside = [i for i, code in enumerate(codes) if code.startswith(prefix + ".")]
            if len(inside) > 1:
                out.append([prefix, name, inside[0], inside[-1] + 1])
        return out


def _web_address(text: Any) -> str:
    """An http(s) address, or nothing: no other kind of link may come from a table."""
    text = "" if text is None or text != text else str(text).strip()
    return text if text.startswith(("https://", "http://")) and not any(c in text for c in ' "<>\\') else ""
