"""Spillover and contamination: whom to leave out of the comparison, and what unknown sites in it would hide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from ...say.errors import WrongUse
from ..texts import panel as texts
from .panel import Panel


def without_neighbours(panel: Panel, neighbours: Mapping[str, Iterable[str]]) -> Panel:
    """The panel without places that touch a site, which may have shared in what the site received.

    neighbours: place label -> labels of the places that touch it (or share its village). Sites stay, whoever they
    touch. Evaluate with and without: the difference is the sensitivity to spillover.

    >>> from p2wkss_analysis.simulate import simulate_panel
    >>> panel = Panel.from_table(simulate_panel(seed=1).table(), outcome="outcome", better="higher")
    >>> site, other = panel.units[panel.treated][0], panel.units[~panel.treated][0]
    >>> len(without_neighbours(panel, {site: [other]}).units)
    59
    """
    known = set(panel.units)
    touched = {place for site in panel.units[panel.treated] for place in neighbours.get(site, ())}
    stray = sorted(map(str, set(neighbours) - known))
    if stray and not set(neighbours) & known:
        raise WrongUse(texts.NO_NEIGHBOUR_KNOWN.fill(names=stray[:3]))
    keep = panel.treated | ~np.array([unit in touched for unit in panel.units])
    if not (keep & ~panel.treated).any():
        raise WrongUse(texts.ALL_ARE_NEIGHBOURS)
    return replace(
        panel,
        units=panel.units[keep],
        values=panel.values[keep],
        start=panel.start[keep],
        ranking=None if panel.ranking is None else panel.ranking[keep],
        group=None if panel.group is None else panel.group[keep],
        cluster=None if panel.cluster is None else panel.cluster[keep],
        size=None if panel.size is None else panel.size[keep],
    )


def contamination_sentence(sites_a_year: float, years: int, places: int, known: int, lang: str | None = None) -> str:
    """How much sites nobody knows of could hide: `known` of `sites_a_year` x `years` are in the register.

    If a share q of the comparison places were sites too, an effect reads as (1 - q) of itself, q = unknown sites /
    places.

    >>> contamination_sentence(2, 10, 63, known=9, lang="en")[-55:]
    'and an effect would read as about 80% of its true size.'
    """
    unknown = max(sites_a_year * years - known, 0)
    share = min(unknown / max(places - known, 1), 1.0)
    return texts.CONTAMINATION.say(
        lang,
        a_year=sites_a_year,
        years=years,
        missing=round(unknown),
        places=places,
        share=100 * share,
        reads=100 * (1 - share),
    )
