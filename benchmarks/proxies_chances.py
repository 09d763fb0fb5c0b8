"""Are the stated chances of being most in need right? Made-up places whose need is known, and proxies of a known reliability.

`proxies.py` writes what comes of it into its page.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
from scipy.stats import rankdata

from p2wkss_analysis.open_data.proxies import strength
from p2wkss_analysis.targeting.need_index import need_index

CLASSES = (0, 0.02, 0.05, 0.1, 0.2, 0.4, 1.01)
KINDS = {  # made-up places: number, reliabilities, aspects, how many are wanted
    "54 kelurahan, schooling alone": (54, (0.24,), "h", 1),
    "54 kelurahan, schooling and decree": (54, (0.24, 0.13), "hs", 1),
    "38 kelurahan, three figures": (38, (0.46, 0.46, 0.38), "phh", 2),
    "300 desa, three figures": (300, (0.22, 0.23, 0.22), "phh", 2),
}
LAWS = {  # whether each aspect has a need of its own, the share of error that all proxies have in common, skew of need, tails of errors
    "each aspect for itself": (True, 0.0, 0.0, False),
    "one need behind all": (False, 0.0, 0.0, False),
    "one need, skewed": (False, 0.0, 0.6, False),
    "one need, half the error shared": (False, 0.5, 0.0, False),
    "one need, errors with heavy tails": (False, 0.0, 0.0, True),
}


def made_up(places: int, shares: tuple[float, ...], aspects: str, law: tuple[bool, float, float, bool], rng: np.random.Generator):
    """True need of every place, and its proxies: each has the reliability stated."""
    own, common, skew, heavy = law
    kinds = sorted(set(aspects)) if own else [""]
    hidden = rng.standard_normal((places, len(kinds)))
    if skew:  # lognormal, of mean 0 and variance 1
        hidden = (np.exp(skew * hidden) - np.exp(skew**2 / 2)) / np.sqrt((np.exp(skew**2) - 1) * np.exp(skew**2))
    parts = hidden[:, [kinds.index(a) if own else 0 for a in aspects]]
    error = np.sqrt(common) * rng.standard_normal((places, 1)) + np.sqrt(1 - common) * rng.standard_normal(parts.shape)
    if heavy:  # Student's t with four degrees of freedom, of variance 1
        error = rng.standard_t(4, parts.shape) / np.sqrt(2)
    share = np.array(shares)
    return hidden.mean(axis=1), np.sqrt(share) * parts + np.sqrt(1 - share) * error


def calibration(kind: tuple, law: tuple[bool, float, float, bool], cities: int, draws: int = 1000) -> list[str]:
    """Per class of stated chance: mean chance / how often it is true, in percent (places)."""
    places, shares, aspects, k = kind
    rng, said, true = np.random.default_rng([20261129, places, k]), [], []
    names = [f"c{i}" for i in range(len(shares))]
    codes = [f"32.76.01.{i:04d}" for i in range(places)]
    for city in range(cities):
        truth, x = made_up(places, shares, aspects, law, rng)
        table = pd.DataFrame(x, index=codes, columns=names)
        errors = {name: f"{name}_error" for name in names}
        for name, share in zip(names, shares, strict=True):
            table[errors[name]] = strength.error_share(share) * table[name].std(ddof=1)
        several = dict(zip(names, aspects, strict=True)) if len(set(aspects)) > 1 else {}
        ranking = need_index(table, dict.fromkeys(names, "higher"), normalise="z", hierarchy=several, errors=errors)
        said.append(pd.Series(ranking.stability(k, draws, city).probability, ranking.codes).reindex(codes).to_numpy())
        true.append(rankdata(-truth) <= k)
    chance, hit = np.concatenate(said), np.concatenate(true)
    cells = []
    for low, high in pairwise(CLASSES):
        here = (chance >= low) & (chance < high)
        cells.append(
            f"{100 * chance[here].mean():.1f} / {100 * hit[here].mean():.1f} ({here.sum():,})" if here.sum() >= 20 else "-"
        )
    return cells
