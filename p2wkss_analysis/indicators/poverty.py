"""Poverty measures of Foster, Greer and Thorbecke (1984), Watts (1968) and Sen (1976), with weights.

Official poverty rates exist down to kabupaten/kota. Applied to the households of a village or RW, the same formulas
give a local figure, not an official rate: label it so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from ..display import Shown
from ..say.errors import NotEnoughData, WrongUse
from .measured import floats
from .texts import poverty as texts


@dataclass(frozen=True)
class Poverty(Shown, Mapping):
    """The five measures as shares (not percent): read as `p["headcount"]`, `p.headcount` or `.table()`."""

    headcount: float
    gap: float
    severity: float
    watts: float
    sen: float

    def __getitem__(self, measure: str) -> float:
        if measure not in _NAMES:
            raise KeyError(measure)
        return getattr(self, measure)

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)

    def table(self) -> pd.DataFrame:
        """One row a measure: measure, value (a share)."""
        return pd.DataFrame({"measure": _NAMES, "value": astuple(self)})

    def sentence(self, lang: str | None = None) -> str:
        """The measures in words."""
        if np.isnan(self.headcount):
            return texts.POVERTY_UNKNOWN.say(lang)
        return texts.POVERTY.say(lang, headcount=100 * self.headcount, gap=100 * self.gap, severity=self.severity, sen=self.sen)


_NAMES = tuple(field.name for field in fields(Poverty))


def poverty(expenditure: ArrayLike, line: ArrayLike, weights: ArrayLike | None = None) -> Poverty:
    """Headcount, gap, severity (FGT 0, 1, 2), Watts and Sen, as shares of the (weighted) population.

    Parameters
    ----------
    expenditure : n values per person, above 0, in the unit and period of the line (BPS: rupiah per month)
    line : one poverty line, or n lines (urban and rural), above 0
    weights : n weights, 0 or more (persons in the household times the sampling weight); equal where None

    Returns
    -------
    Poverty : a mapping with headcount, gap, severity, watts, sen. Poor means strictly below the line. Sen is
    the replication-invariant form H [I + (1 - I) G], with G the Gini of the poor. A missing value anywhere
    makes all five NaN: decide about it before, with dropna().

    Raises
    ------
    WrongUse : negative or zero expenditure (Watts has no value there), a line that is not above zero,
    negative weights, lengths that differ. NotEnoughData : no row, or all weights zero.

    Sources: Foster, Greer, Thorbecke (1984), Econometrica 52; Watts (1968); Sen (1976), Econometrica 44.

    >>> p = poverty([6, 8, 11, 15, 21, 25, 30, 40, 50, 100], line=20)
    >>> round(p["headcount"], 4), round(p["gap"], 4), round(p["severity"], 4), round(p["sen"], 4)
    (0.4, 0.2, 0.1115, 0.2375)
    """
    y, z, w = _read(expenditure, line, weights)
    if np.isnan(y).any() or np.isnan(z).any() or np.isnan(w).any():
        return Poverty(*[float("nan")] * 5)
    poor = y < z
    share = w / w.sum()
    missing = shortfall(poor, np.minimum(y, z), z)  # 0 times endlessly far above a tiny line is no number
    watts = np.sum(share[poor] * np.log(z[poor] / y[poor]))
    headcount = np.sum(share[poor])
    return Poverty(
        headcount=float(headcount),
        gap=float(np.sum(share * missing)),
        severity=float(np.sum(share * missing**2)),
        watts=float(watts),
        sen=float(sen_index(headcount, y[poor] / z[poor], share[poor])),
    )


def shortfall(poor: Any, expenditure: Any, line: Any) -> Any:
    """What each lacks to the line, as a share of it; 0 for those who are not poor. Arrays, or expressions of an engine; `poor` is
    1 or 0.

    >>> shortfall(np.array([1, 0]), np.array([6.0, 30.0]), 20.0).tolist()
    [0.7, -0.0]
    """
    return poor * (1.0 - expenditure / line)


def sen_index(headcount: float, relative: np.ndarray, weights: np.ndarray) -> float:
    """H [I + (1 - I) G] from the poor alone: `relative` is expenditure over the line, shape (poor,).

    >>> round(sen_index(0.4, np.array([0.3, 0.4, 0.55, 0.75]), np.ones(4)), 4)
    0.2375
    """
    if not weights.sum() > 0:
        return 0.0
    gap_of_poor = 1.0 - np.average(relative, weights=weights)
    return float(headcount * (gap_of_poor + (1.0 - gap_of_poor) * gini(relative, weights)))


def gini(values: np.ndarray, weights: np.ndarray) -> float:
    """Weighted Gini coefficient, replication invariant: mean absolute difference over twice the mean.

    `values` (n,) above 0 and `weights` (n,) 0 or more, of any unit; 0 (all equal) to below 1.

    >>> gini(np.array([6.0, 8.0, 11.0, 15.0]), np.ones(4))
    0.1875
    """
    order = np.argsort(values)
    x, w = values[order], weights[order] / weights.sum()
    below = np.cumsum(w) - w / 2  # half of the own weight, so that duplicated rows change nothing
    return float(2.0 * np.sum(w * x * below) / np.sum(w * x) - 1.0)


def _read(expenditure: ArrayLike, line: ArrayLike, weights: ArrayLike | None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    y = np.atleast_1d(floats(expenditure, "expenditure"))
    z = floats(line, "line")
    w = np.ones(y.shape) if weights is None else floats(weights, "weights")
    if y.ndim != 1 or z.shape not in ((), y.shape) or w.shape != y.shape:
        raise WrongUse(texts.LENGTHS_DIFFER.fill(expenditure=y.size, line=z.size, weights=w.size))
    _refuse(y, z, w)
    return y, np.broadcast_to(z, y.shape), w


def _refuse(y: np.ndarray, z: np.ndarray, w: np.ndarray) -> None:
    wrong = int(np.sum((y <= 0) | np.isinf(y)))
    if wrong:
        first = int(np.flatnonzero((y <= 0) | np.isinf(y))[0])
        raise WrongUse(texts.EXPENDITURE_NOT_POSITIVE.fill(n=wrong, place=first + 1, value=f"{y[first]:g}"))
    if np.any(z <= 0) or np.any(np.isinf(z)):
        raise WrongUse(texts.LINE_NOT_POSITIVE)
    if np.any(w < 0) or np.any(np.isinf(w)):
        raise WrongUse(texts.WEIGHTS_NEGATIVE)
    if y.size == 0 or w.sum() == 0:
        raise NotEnoughData(texts.NO_WEIGHT)
