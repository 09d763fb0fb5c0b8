"""From surveyed volumes to the percentages of the slum score, and how much of the slum works handled.

Permen PUPR 14/PRT/M/2018. A zero denominator counts as 0 % (a neighbourhood whose plan needs no drain lacks none).
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

import numpy as np
import pandas as pd

from ..say import Text
from ..say.errors import WrongUse
from .measured import floats, one_each
from .slum import ASPECTS, CRITERIA, criteria_array
from .texts import slum as texts

DENOMINATORS = ("area_ha", "buildings", "households", "ideal_road_m", "ideal_drain_m")


def percent_from_volumes(volumes: Mapping[str, Any] | pd.DataFrame, denominators: Mapping[str, Any] | pd.DataFrame) -> Any:
    """The sixteen unrounded percentages from volumes and their denominators.

    Parameters
    ----------
    volumes : mapping or DataFrame keyed `1a` ... `7b`: units, hectares, metres or households by criterion
    denominators : mapping or DataFrame with `area_ha`, `buildings`, `households`, `ideal_road_m`, `ideal_drain_m`

    Returns
    -------
    dict of floats, or a DataFrame with the index of `volumes`: percent, 0-100, ready for `slum_score`. A missing
    volume or denominator gives NaN; a zero denominator gives 0.

    Raises WrongUse where a volume is negative or larger than its denominator, a key is absent, or two tables hold different rows.

    >>> total = {"area_ha": 2.66, "buildings": 33, "households": 42, "ideal_road_m": 400, "ideal_drain_m": 0}
    >>> share = percent_from_volumes({**dict.fromkeys(CRITERIA, 0), "2b": 300}, total)
    >>> share["2b"], share["4b"]
    (75.0, 0.0)
    """
    _require(volumes, tuple(CRITERIA), texts.VOLUMES)
    _require(denominators, DENOMINATORS, texts.DENOMINATORS)
    frames = [given.index for given in (volumes, denominators) if isinstance(given, pd.DataFrame)]
    if len(frames) == 2 and not frames[0].equals(frames[1]):
        raise WrongUse(texts.ROWS_DIFFER)
    columns, faults = {}, []
    for key, below in CRITERIA.items():
        volume, total = floats(volumes[key], key), floats(denominators[below], below)
        if np.any(volume < 0) or np.any(total < 0) or np.any(volume > total * (1 + 1e-12)):
            faults.append(f"{key} / {below}")
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.minimum(100.0 * (volume / total), 100.0)
        columns[key] = np.where((total == 0) & ~np.isnan(volume), 0.0, share)
    if faults:
        raise WrongUse(texts.VOLUME_OUT_OF_RANGE.fill(criteria=faults))
    if isinstance(volumes, pd.DataFrame):
        return pd.DataFrame(columns, index=volumes.index)
    one_each(columns)
    return {key: value.item() for key, value in columns.items()}


def _require(given: Container[str], keys: tuple[str, ...], what: Text) -> None:
    absent = [key for key in keys if key not in given]
    if absent:
        raise WrongUse(texts.KEYS_ABSENT.fill(what=what, absent=absent, needed=keys))


def aspect_means(percent: Mapping[str, Any] | pd.DataFrame) -> Any:
    """Plain mean of the criteria of each of the seven aspects, percent 0-100.

    `percent` as for `slum_score`. A mapping gives a dict keyed "1" to "7", a DataFrame a DataFrame. Missing in
    gives missing out.

    >>> aspect_means({**dict.fromkeys(CRITERIA, 0), "7a": 100, "7b": 50})["7"]
    75.0
    """
    values = criteria_array(percent)
    keys = list(CRITERIA)
    means = {a: values[:, [i for i, k in enumerate(keys) if k[0] == a]].mean(axis=1) for a in ASPECTS}
    if isinstance(percent, pd.DataFrame):
        return pd.DataFrame(means, index=percent.index)
    return {aspect: float(value[0]) for aspect, value in means.items()}


def mean_slum(percent: Mapping[str, Any] | pd.DataFrame) -> Any:
    """The mean slum percentage (rata-rata kekumuhan): mean of the seven aspect means, 0-100.

    >>> mean_slum(dict.fromkeys(CRITERIA, 70.0))
    70.0
    """
    means = aspect_means(percent)
    if isinstance(means, pd.DataFrame):
        return means.mean(axis=1, skipna=False).rename("mean_slum")
    return float(np.mean(list(means.values())))


def contribution(before: Mapping[str, Any] | pd.DataFrame, after: Mapping[str, Any] | pd.DataFrame) -> Any:
    """Share of the slum handled (kontribusi penanganan): (mean before - mean after) / mean before, at most 1.

    `before`, `after`: percentages as for `slum_score`, two surveys of the same places. Negative where the place
    became worse; NaN where nothing was slum before.

    Do not use it as evidence of impact: where `after` is the volume before less the works delivered, it counts
    delivered works as outcome by construction.

    >>> contribution(dict.fromkeys(CRITERIA, 50.0), dict.fromkeys(CRITERIA, 20.0))
    0.6
    """
    first, last = mean_slum(before), mean_slum(after)
    if isinstance(first, pd.Series) != isinstance(last, pd.Series) or (
        isinstance(first, pd.Series) and not first.index.equals(last.index)
    ):
        raise WrongUse(texts.PLACES_DIFFER)
    low, high = np.asarray(last, dtype=float), np.asarray(first, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(high > 0, (high - low) / high, np.nan)
    return pd.Series(share, index=first.index, name="contribution") if isinstance(first, pd.Series) else share.item()
