"""A public draw read against a panel: who could have been drawn, who was, and which sites came another way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from ...rule import Lots, LotsByYear
from ...say.errors import WrongUse
from ..texts import panel as texts
from .panel import Panel


def read_draw(panel: Panel, lots: Lots) -> tuple[np.ndarray, np.ndarray]:
    """Candidates (N,) and sites of other years that were not drawn (N,), both by row of the panel.

    The draw stands for the sites that started in its `year`, or where it names none, in the years in which the
    places drawn started. Those must be exactly the places drawn: WrongUse otherwise. With draws of several years the
    candidates are (N, T), in the column of each draw's year.
    """
    if isinstance(lots, LotsByYear):
        return _several(panel, lots)
    drawn, candidates = _codes(lots.drawn), _codes(lots.candidates)
    if not drawn or not candidates or not drawn <= candidates:
        raise WrongUse(texts.DRAW_INCOMPLETE)
    labels = np.array([str(unit) for unit in panel.units])
    named, year = np.isin(labels, list(drawn)), getattr(lots, "year", None)
    years = np.unique(panel.start[named & panel.treated]) if year is None else [year]
    cohort = panel.treated & np.isin(panel.start, years)
    _must_agree(drawn, set(labels[cohort]), year)
    return np.isin(labels, list(candidates)), panel.treated & ~cohort


def _several(panel: Panel, lots: LotsByYear) -> tuple[np.ndarray, np.ndarray]:
    eligible, others = np.zeros(panel.values.shape, bool), np.ones(len(panel.units), bool)
    for draw in lots.draws:
        candidates, rest = read_draw(panel, draw)
        eligible[:, panel.years == getattr(draw, "year", None)] = candidates[:, None]
        others &= rest
    return eligible, others


def drawn_only(panel: Panel, others: np.ndarray) -> Panel:
    """The panel with the sites `others` (N,) as places without a programme, seen only until their own start.

    Dropping them whole would condition on their future; counting them as drawn would be untrue.
    """
    if not others.any():
        return panel
    values = np.where(others[:, None] & ~panel.before, np.nan, panel.values)
    return replace(panel, values=values, start=np.where(others, np.inf, panel.start))


def _codes(found: object) -> set[str]:
    if isinstance(found, str) or not isinstance(found, Iterable):
        return set()
    return {str(code) for code in found}


def _must_agree(drawn: set[str], started: set[str], year: int | None) -> None:
    not_sites, not_drawn = sorted(drawn - started), sorted(started - drawn)
    if not not_sites and not not_drawn:
        return
    any_year = year is None
    what = []
    if not_sites:
        fault = texts.DRAWN_NO_SITE if any_year else texts.DRAWN_NO_SITE_OF_YEAR
        what.append(fault.fill(codes=not_sites[:5], year=year))
    if not_drawn:
        fault = texts.SITE_NOT_DRAWN if any_year else texts.SITE_OF_YEAR_NOT_DRAWN
        what.append(fault.fill(codes=not_drawn[:5], year=year))
    raise WrongUse((texts.DRAW_DISAGREES if any_year else texts.DRAW_OF_YEAR_DISAGREES).fill(what=what, year=year))
