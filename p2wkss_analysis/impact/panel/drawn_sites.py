"""A public draw read against a panel: who could have been drawn, who was, and which sites came another way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...rule import Lots
from ...say.errors import WrongUse
from .panel import Panel


def read_draw(panel: Panel, lots: Lots) -> tuple[np.ndarray, np.ndarray]:
    """Candidates (N,) and sites of other years that were not drawn (N,), both by row of the panel.

    The draw stands for the sites that started in its `year`, or where it names none, in the years in which the
    places drawn started. Those must be exactly the places drawn: WrongUse otherwise.
    """
    drawn, candidates = _codes(lots.drawn), _codes(lots.candidates)
    if not drawn or not candidates or not drawn <= candidates:
        raise WrongUse(
            id="Undian harus menyebut tempat yang terundi (drawn) dan semua calonnya (candidates), termasuk yang terundi.",
            en="A draw must name the places drawn (drawn) and all its candidates, those drawn among them.",
        )
    labels = np.array([str(unit) for unit in panel.units])
    named, year = np.isin(labels, list(drawn)), getattr(lots, "year", None)
    years = np.unique(panel.start[named & panel.treated]) if year is None else [year]
    cohort = panel.treated & np.isin(panel.start, years)
    _must_agree(drawn, set(labels[cohort]), year)
    return np.isin(labels, list(candidates)), panel.treated & ~cohort


def drawn_only(panel: Panel, others: np.ndarray) -> Panel:
    """The panel with the sites `others` (N,) as places without a programme, seen only until their own start.

    Dropping them whole would condition on their future; counting them as drawn would be untrue.
    """
    if not others.any():
        return panel
    values = np.where(others[:, None] & ~panel.before, np.nan, panel.values)
    return replace(panel, values=values, start=np.where(others, np.inf, panel.start))


def _codes(found) -> set[str]:
    if found is None or isinstance(found, str) or not hasattr(found, "__iter__"):
        return set()
    return {str(code) for code in found}


def _must_agree(drawn: set[str], started: set[str], year) -> None:
    not_sites, not_drawn = sorted(drawn - started), sorted(started - drawn)
    if not not_sites and not not_drawn:
        return
    when_id, when_en = ("", "") if year is None else (f" tahun {year}", f" of {year}")
    parts_id, parts_en = [], []
    if not_sites:
        parts_id.append(f"terundi tetapi bukan lokasi{when_id} di panel: {', '.join(not_sites[:5])}")
        parts_en.append(f"drawn but no site{when_en} in the panel: {', '.join(not_sites[:5])}")
    if not_drawn:
        parts_id.append(f"lokasi{when_id} tetapi tidak terundi: {', '.join(not_drawn[:5])}")
        parts_en.append(f"a site{when_en} but not drawn: {', '.join(not_drawn[:5])}")
    raise WrongUse(
        id=f"Undian dan panel tidak cocok; {'; '.join(parts_id)}. Lokasi{when_id} harus persis tempat yang terundi.",
        en=f"The draw and the panel do not agree; {'; '.join(parts_en)}. The sites{when_en} must be exactly the places drawn.",
    )
