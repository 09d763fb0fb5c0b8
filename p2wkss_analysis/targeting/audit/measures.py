"""The measures of an audit: of hits, of standing, and of what is left of the poverty gap.

Each function takes the strata of an audit and returns measure -> (value, low, high); `texts.NOTES` says in words
what each one is.
"""

from __future__ import annotations

from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from ...say.errors import WrongUse
from . import texts
from .lottery import at_least, central_range, drawn_totals, hits_distribution, two_sided
from .standing import Stratum, percentiles
from .transfers import gap_change


def hit_measures(strata: list[Stratum]) -> dict[str, tuple[float, float, float]]:
    """The counts and the four error measures, each (value, low, high), pooled over the strata."""
    counts = [stratum.counts for stratum in strata]
    places, needy, chosen = (sum(column) for column in zip(*counts, strict=True))
    hits = sum(stratum.hits for stratum in strata)
    lots = hits_distribution(counts)
    expected = sum(k * m / n for n, k, m in counts)
    low, high = _clopper_pearson(hits, chosen)
    # no interval reaches hits that this many choices among these places could not have
    fewest, most = max(0, chosen - (places - needy)), min(needy, chosen)
    hit = np.clip([hits, low * chosen, high * chosen], fewest, most)
    nothing = np.full(3, np.nan)
    exclusion = 1 - hit / needy if needy else nothing
    differential = hit / needy - (chosen - hit) / (places - needy) if 0 < needy < places else nothing
    plain = {"chosen": chosen, "places": places, "needy": needy, "hits": hits}
    return {name: (value, np.nan, np.nan) for name, value in plain.items()} | {
        "exclusion_error": tuple(exclusion[[0, 2, 1]]),
        "inclusion_error": tuple((1 - hit / chosen)[[0, 2, 1]]),
        "targeting_differential": tuple(differential),
        "coady_grosh_hoddinott": tuple(hit / expected if expected else nothing),
        "hits_by_lottery": (expected, *central_range(lots)),
        "lottery_p": (at_least(lots, hits), np.nan, np.nan),
    }


def standing_measures(strata: list[Stratum], draws: int, rng: np.random.Generator) -> dict[str, tuple[float, float, float]]:
    """Mean percentile and regret of the sites, each beside what drawing lots would give."""
    chosen = sum(len(s.chosen) for s in strata)
    standing = [percentiles(s.need) for s in strata]
    own = np.concatenate([p[s.chosen] for p, s in zip(standing, strata, strict=True)])
    lots = drawn_totals([(p, len(s.chosen)) for p, s in zip(standing, strata, strict=True)], draws, rng) / chosen
    best = sum(np.sort(s.need)[len(s.need) - len(s.chosen) :].sum() for s in strata) / chosen
    got = sum(s.need[s.chosen].sum() for s in strata) / chosen
    forgone = best - drawn_totals([(s.need, len(s.chosen)) for s in strata], draws, rng) / chosen
    mean_need = sum(s.need.mean() * len(s.chosen) for s in strata) / chosen
    return {
        "mean_percentile": (own.mean(), *_mean_interval(own)),
        "mean_percentile_by_lottery": (50.0, *np.quantile(lots, [0.025, 0.975])),
        "lottery_p_percentile": (two_sided(lots, own.mean()), np.nan, np.nan),
        "regret": (best - got, np.nan, np.nan),
        "regret_by_lottery": (best - mean_need, *np.quantile(forgone, [0.025, 0.975])),
    }


def gap_measures(sites: pd.DataFrame, welfare: pd.Series, line: float, transfer: Any) -> dict[str, tuple[float, float, float]]:
    """Poverty gap and severity before and after; `transfer` is one amount for each audited site, or by code."""
    codes = sites.loc[sites["reason"] == "", "area_code"].unique()
    amounts = pd.Series(float(transfer), index=codes) if isinstance(transfer, Real) else pd.Series(transfer, dtype=float)
    strange = amounts.index.difference(welfare.index)
    if len(strange):
        raise WrongUse(texts.TRANSFER_TO_STRANGER.fill(code=strange[0]))
    given = amounts.reindex(welfare.index, fill_value=0.0)
    change = gap_change(welfare, line, given)
    return {
        "poverty_gap_before": (change.gap_before, np.nan, np.nan),
        "poverty_gap_after": (change.gap_after, np.nan, np.nan),
        "severity_before": (change.severity_before, np.nan, np.nan),
        "severity_after": (change.severity_after, np.nan, np.nan),
    }


def _clopper_pearson(hits: int, tries: int) -> tuple[float, float]:
    """Exact 95 % interval of a proportion."""
    from scipy.stats import binomtest

    interval = binomtest(hits, tries).proportion_ci(confidence_level=0.95, method="exact")
    return float(interval.low), float(interval.high)


def _mean_interval(percentile: np.ndarray) -> tuple[float, float]:
    """95 % t interval of a mean percentile, held within 0 and 100; unknown for a single site."""
    from scipy.stats import t

    n = len(percentile)
    if n < 2:
        return np.nan, np.nan
    half = t.ppf(0.975, n - 1) * percentile.std(ddof=1) / np.sqrt(n)
    return max(0.0, percentile.mean() - half), min(100.0, percentile.mean() + half)
