"""How many sites an answer would need, from the noise of the places that were not sites."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .panel import Panel


def sites_needed(panel: Panel, effects=(0.005, 0.01, 0.02, 0.05)) -> pd.DataFrame:
    """How many sites would show each effect with 80 % power at 5 % two-sided: effect, change_sd, sites.

    change_sd: SD over comparison places of the change from the first to the last year, within groups. Many
    comparison places are taken for granted, so sites = (2.80 x change_sd / effect) squared, rounded up (Bloom
    1995). It counts noise only: no number of sites mends a base value that decided the choice.

    >>> from p2wkss_analysis.simulate import simulate_panel
    >>> table = simulate_panel(seed=1).table()
    >>> panel = Panel.from_table(table, outcome="outcome", better="higher")
    >>> sites_needed(panel, [0.5, 1.0]).columns.tolist()
    ['effect', 'change_sd', 'sites']
    """
    change = (panel.values[:, -1] - panel.values[:, 0])[~panel.treated]
    seen = np.isfinite(change)
    group = (np.zeros(len(panel.units)) if panel.group is None else panel.group.astype(str))[~panel.treated][
        seen
    ]
    labels, inside = np.unique(group, return_inverse=True)
    means = np.bincount(inside, change[seen]) / np.bincount(inside)
    sd = float(np.sqrt(((change[seen] - means[inside]) ** 2).sum() / max(seen.sum() - len(labels), 1)))
    sizes = np.abs(np.asarray(list(effects), float))
    return pd.DataFrame(
        {"effect": sizes, "change_sd": sd, "sites": np.ceil((2.8016 * sd / sizes) ** 2).astype(int)}
    )
