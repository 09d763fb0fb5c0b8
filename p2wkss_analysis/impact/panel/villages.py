"""From the sheets `villages` and `sites` of a workbook to the panel of one figure: who is a site since when is decided here."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from ...dictionary.figures import village_figures
from ...dictionary.sheets import one_cut, village_label
from ...say import Text
from ...say.errors import NotEnoughData
from ..texts import panel as texts
from .panel import Panel


def site_years(sites: pd.DataFrame) -> pd.Series:
    """Village code to its first programme year, as floats."""
    return sites.dropna(subset=["year", "village_code"]).groupby("village_code")["year"].min().astype(float)


def village_panel(
    villages: pd.DataFrame, sites: pd.DataFrame, column: str, better: str | None = None, **more: Any
) -> tuple[Panel, int]:
    """The panel of `column`, and how many villages are left out because their programme began before or in its first year.

    villages, sites: sheets of a checked workbook. A village is a site from its first programme year on; planned years after the
    last figures are no sites yet. better: by default as the dictionary says. more: as `Panel.from_table` (ranking, group, ...).

    Raises NotEnoughData where the figure's cut changed between years, and what `Panel.from_table` raises. Not for
    figures of households (see `evaluate_households`).
    """
    known = village_figures().get(column)
    rows = villages[villages[column].notna()] if column in villages else villages.iloc[:0]
    rows = rows.dropna(subset=["year", "village_code"])
    cut = one_cut(rows)
    name = Text(village_label(column, "id", cut), village_label(column, "en", cut)) if known else Text(column, column)
    if known and cut_changes(rows, column):
        raise NotEnoughData(texts.CUT_CHANGED.fill(name=name))
    start = rows["village_code"].map(site_years(sites)).astype(float)
    early = start <= rows["year"].min()
    last = rows["year"].max()
    table = rows.assign(
        area_code=rows["village_code"],
        year=rows["year"].astype(int),
        programme_year=start.where(start <= last),
        **{column: rows[column].astype(float)},
    )[~early]
    better = better or (known.better if known else None)
    panel = Panel.from_table(table, outcome=column, better=better, **more)  # type: ignore[arg-type] # None is refused there, in words
    panel = replace(panel, effect_unit=known.effect_unit) if known else panel
    return panel, int(rows.loc[early, "village_code"].nunique())


def cut_changes(rows: pd.DataFrame, column: str) -> bool:
    """Whether the figure counts up to different deciles in different rows."""
    cut = village_figures()[column].cut
    return cut in rows and rows.loc[rows[column].notna(), cut].dropna().nunique() > 1
