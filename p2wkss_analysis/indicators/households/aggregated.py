"""Figures of villages and years, or of other groups, with the number of households each rests on."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from ...dictionary.figures import village_figures
from ...disclosure.small_cells import SMALLEST
from ...display import Shown
from ...say import Text, together
from ...say.errors import WrongUse
from ...tables.intake import load
from ...tables.workbook.filled import write_from_villages
from ..texts import register as texts
from .figures import Setting

KNOWN = "known_"
YEAR = "year"
LEFT_OUT = "left_out"
_NAMED = 5  # figures in a sentence
COUNTS = ("rows", LEFT_OUT, "households", "people")


@dataclass(frozen=True)
class Aggregated(Shown):
    """One row a group. rows_of: the groups with their figures and how many households are known; by: what a group is;
    known_by: each figure to the name under which its known households are counted; setting: cut, floor area, weights; name: of
    the source; synthetic: whether the source says that its values are made up; left: how many rows and cells are left out for
    their faults."""

    rows_of: pd.DataFrame = field(repr=False)
    by: tuple[str, ...]
    known_by: Mapping[str, str]
    setting: Setting
    name: str = ""
    synthetic: bool = False
    left: tuple[int, int] = (0, 0)

    @property
    def figures(self) -> list[str]:
        """The columns that are figures, in order."""
        return [name for name in self.rows_of.columns if name not in (*self.by, *COUNTS) and not name.startswith(KNOWN)]

    def table(self) -> pd.DataFrame:
        """One row a group, in order: the groups, rows (as they lie in the source; where faults are left out also the number of
        rows with any), households and people (by weight, where there is one), then the figures, and beside a share of low deciles
        up to which decile it counts."""
        return self._told.copy(deep=False)  # pandas copies what is written to

    @cached_property
    def _told(self) -> pd.DataFrame:
        counts = [name for name in COUNTS if name in self.rows_of]
        table = self.rows_of[[*self.by, *counts, *self.figures]]
        for figure in village_figures().values():
            if figure.cut and figure.column in table:
                table.insert(table.columns.get_loc(figure.column) + 1, figure.cut, self.setting.decile_cut)
        return table

    def known(self) -> pd.DataFrame:
        """The groups, and for each figure the number of rows of which it is known."""
        counts = {figure: self.rows_of[KNOWN + name] for figure, name in self.known_by.items()}
        return self.rows_of[list(self.by)].assign(**counts)

    def change(self) -> pd.DataFrame:
        """Each figure less that of the same group a year before, in its unit; missing where there is none, in the first year, and
        everywhere where `by` has no year."""
        table = self._told
        out = table[[*self.by, *self.figures]].copy()
        if YEAR not in self.by:
            return out.assign(**dict.fromkeys(self.figures, np.nan))
        before = out.assign(**{YEAR: out[YEAR] + 1})
        paired = out[list(self.by)].merge(before, on=list(self.by), how="left")
        out[self.figures] = table[self.figures].to_numpy(float) - paired[self.figures].to_numpy(float)
        return out

    def write_workbook(self, path: str | os.PathLike, regency: str | int, source: str = "", lang: str | None = None) -> Path:
        """Write the workbook of one city with these figures in its sheet of villages, for `City`; see `write_from_villages`.
        Figures of fewer than five households stay empty: what is made from a workbook is published.

        Raises WrongUse where these are not figures of villages and years."""
        if set(self.by) != {"area_code", YEAR}:
            raise WrongUse(texts.NOT_VILLAGE_YEARS)
        return write_from_villages(path, self._of_enough(), regency, source or self.name, self.synthetic, lang)

    def _of_enough(self) -> pd.DataFrame:
        known, figures = self.known(), list(self.known_by)
        enough = self._told["rows"] >= SMALLEST
        table = self._told.assign(households=self._told["households"].where(enough))
        table[figures] = table[figures].where(known[figures] >= SMALLEST)
        return table

    def sentence(self, lang: str | None = None) -> str:
        """How many rows became how many groups, whether values are made up, and how far the figures may go."""
        told = self._told
        few = int((told["rows"] < SMALLEST).sum())
        years = (int(told[YEAR].min()), int(told[YEAR].max())) if YEAR in self.by else None
        said = texts.ADDED_UP.fill(
            rows=int(told["rows"].sum()),
            groups=len(told),
            of=[texts.GROUPS[key] for key in self.by],
            figures=len(self.figures),
        )
        gone = [what.fill(n=n) for what, n in zip((texts.ROWS_LEFT, texts.CELLS_LEFT), self.left, strict=True) if n]
        left = texts.LEFT_OUT.fill(what=gone) if gone else ""
        period = (texts.YEARS if years[0] < years[1] else texts.YEAR).fill(first=years[0], last=years[1]) if years else ""
        caution = texts.FEW_HOUSEHOLDS.fill(n=few, least=SMALLEST) if few else texts.NOT_OFFICIAL
        return together([said, left, period, texts.MADE_UP if self.synthetic else "", self._without_figure(), caution], lang)

    def _without_figure(self) -> Text | str:
        """Figures that a whole year lacks, which is more often a column with another name than a gap."""
        told = self._told
        known = told[self.figures].notna().groupby(told[YEAR] if YEAR in self.by else 0).any()
        gaps = {figure: [int(year) for year in known.index[~known[figure]]] for figure in self.figures if not known[figure].all()}
        if not gaps:
            return ""
        named = [
            figure if len(years) == len(known) else texts.OF_YEARS.fill(figure=figure, years=years)
            for figure, years in gaps.items()
        ]
        more = texts.AND_MORE.fill(n=len(named) - _NAMED) if len(named) > _NAMED else ""
        return texts.WITHOUT_FIGURE.fill(figures=named[:_NAMED], more=more)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        shown = self._told[[*self.by, "households", *self.figures[:5]]].assign(
            households=lambda table: table["households"].round().astype("Int64")
        )
        for name, figure in village_figures().items():
            if name in shown:
                shown[name] = (shown[name] / figure.shown_in).round(figure.digits)
        if "area_code" in shown:
            shown.insert(1, "name", shown["area_code"].map(load("areas").set_index("area_code")["name"]))
        return shown

    def _labels_shown(self, lang: str) -> dict[str, str]:
        short = {name: figure.short for name, figure in village_figures().items()} | texts.SHOWN
        return {name: text.say(lang) for name, text in short.items()}
