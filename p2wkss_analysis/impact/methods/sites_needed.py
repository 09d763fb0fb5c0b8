"""How many sites an answer would need, from what places chosen at random show."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ..panel.panel import Panel
from .random_choice import REACH, random_contrasts


def sites_needed(
    panel: Panel, effects: Iterable[float] = (0.005, 0.01, 0.02, 0.05), draws: int = 4000, seed: int = 0
) -> pd.DataFrame:
    """How many sites would show each effect with 80 % power at 5 % two-sided: effect, change_sd, sites.

    change_sd: SD of the contrast over random choices of places (see `random_choice`) times the root of the number
    of sites, so the SD that one site brings. sites = (2.80 x change_sd / effect) squared, rounded up (Bloom 1995),
    many comparison places taken for granted. It counts noise only: no number of sites corrects a baseline value that
    decided the choice.

    >>> from p2wkss_analysis.simulate import simulate_panel
    >>> table = simulate_panel(seed=1).table()
    >>> panel = Panel.from_table(table, outcome="outcome", better="higher")
    >>> sites_needed(panel, [0.5, 1.0]).columns.tolist()
    ['effect', 'change_sd', 'sites']
    """
    contrasts, _, count = random_contrasts(panel, draws, seed)
    sd = float(np.sqrt(count * np.mean(contrasts**2)))
    sizes = np.abs(np.asarray(list(effects), float))
    return pd.DataFrame({"effect": sizes, "change_sd": sd, "sites": np.ceil((REACH * sd / sizes) ** 2).astype(int)})
