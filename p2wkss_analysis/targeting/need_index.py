"""The need index: many indicators to one ranking of places, each step a stated decision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from ..say.errors import NotEnoughData, WrongUse
from ..tables.place_names import match_places
from . import texts
from .columns import numbers_of
from .index.aggregate import from_sum, to_sum
from .index.imputation import fill_from_group, fill_from_last_year
from .index.scoring import normalised, refuse_without_spread
from .index.screen import by_area, read_values, screen
from .index.specification import Specification
from .index.treat import winsorise
from .ranking import Ranking


def need_index(
    table: pd.DataFrame,
    indicators: Mapping[str, str] | Specification,
    weights: Mapping[str, float] | None = None,
    normalise: str = "minmax",
    aggregate: str = "arithmetic",
    *,
    group: str | pd.Series | Mapping | None = None,
    previous: pd.DataFrame | None = None,
    names: str | pd.Series | Mapping | None = None,
    place: str | None = None,
    inside: str | int | None = None,
    **more: Any,
) -> Ranking:
    """Rank places by need.

    table: one row a place, indexed by `area_code` or with it as a column. indicators: column to the end that
    means more need, `"higher"` or `"lower"`, or a whole `Specification`. weights: by indicator (and aspect),
    summing to 1 (or 100) among siblings; equal where left out. normalise: `minmax, z, rank,
    percentile_rank, goalposts`. aggregate: `arithmetic, geometric, harmonic`. Any other entry of
    `Specification` may be given by name: `hierarchy, goalposts, scale, outliers, impute, per, counted,
    errors, place_coverage, indicator_coverage`. group: column or Series by area code, for `impute` by
    group; previous: table of earlier years, for `impute="last_year"`. names: column or Series of
    names for sentences; a column `name` is found by itself. place, inside: where the table has no area codes, the
    column that names its places and the place they lie in, as `match_places` reads them; a name with no certain
    reading is refused.

    Steps, each in its file: denominators and screening by availability, imputation, outliers, direction and
    normalisation, weighted mean through the hierarchy. Scores run over the scale (0-100, or 1-100 for
    geometric and harmonic means; rank and z have scales of their own), more is needier; rank 1 is
    the neediest. A place with a gap that no rule fills gets no score and stands in `.unscored` with the
    reason.

    Sources: OECD and JRC (2008), Handbook on Constructing Composite Indicators; Becker et al. (2022), COINr,
    JOSS 7(78) 4567. Errors: WrongUse, NotEnoughData, in words. Not for figures that exist only for the
    kabupaten or kota: joined to its villages they do not vary, and are refused as being all the same.

    >>> table = pd.DataFrame({"poor": [30, 10, 20], "hdi": [60, 70, 80]}, index=["a", "b", "c"])
    >>> need_index(table, {"poor": "higher", "hdi": "lower"}).table().round(1).values.tolist()
    [['a', 100.0, 1], ['b', 25.0, 2], ['c', 25.0, 2]]
    """
    spec = _specification(indicators, weights, normalise, aggregate, more)
    if place is not None:
        table, names = match_places(table, place, inside=inside).joined(), place if names is None else names
    table = by_area(table)
    raw, errors = read_values(table, spec)
    enough = screen(raw, spec)
    filled = _fill(raw, enough, table, spec, group, previous)
    complete = np.isfinite(filled).all(axis=1) & enough
    if complete.sum() < 2:
        raise NotEnoughData(texts.TOO_FEW_COMPLETE.fill(n=complete.sum()))
    codes = table.index.to_numpy()
    values, pulled = _treat(filled if complete.all() else filled[complete], spec)
    refuse_without_spread(values, spec)
    scaled = normalised(values, spec)
    return Ranking(
        specification=spec,
        codes=codes[complete],
        names=_names(table, names).reindex(codes[complete]).fillna("").to_numpy(),
        values=values,
        normalised=scaled,
        score=from_sum(to_sum(scaled, spec.aggregate) @ spec.shares, spec.aggregate),
        errors=None if errors is None else errors[complete],
        unscored=_unscored(codes, raw, enough, complete, spec),
        filled=_filled(codes, raw, filled, complete, spec),
        pulled=pulled,
    )


def _specification(
    indicators: Mapping[str, str] | Specification,
    weights: Mapping[str, float] | None,
    normalise: str,
    aggregate: str,
    more: Mapping[str, Any],
) -> Specification:
    if isinstance(indicators, Specification):
        return indicators.changed(**more) if more else indicators
    if not isinstance(indicators, Mapping):
        raise WrongUse(texts.INDICATORS_NOT_A_MAPPING.fill(given=indicators))
    if weights is not None and not isinstance(weights, Mapping):
        raise WrongUse(texts.WEIGHTS_NOT_A_MAPPING.fill(given=weights))
    return Specification.from_dict(
        {"indicators": dict(indicators), "weights": dict(weights or {}), "normalise": normalise, "aggregate": aggregate, **more}
    )


def _series(table: pd.DataFrame, given: str | pd.Series | Mapping, what: str) -> pd.Series:
    """A column of the table, or a Series or mapping by area code, aligned with the table."""
    if isinstance(given, str):
        if given not in table:
            raise WrongUse(texts.COLUMN_FOR_ABSENT.fill(column=given, what=what))
        return table[given]
    return pd.Series(given).reindex(table.index)


def _names(table: pd.DataFrame, names: str | pd.Series | Mapping | None) -> pd.Series:
    if names is None:
        return table["name"] if "name" in table else pd.Series("", index=table.index)
    return _series(table, names, "names")


def _fill(
    raw: np.ndarray,
    enough: np.ndarray,
    table: pd.DataFrame,
    spec: Specification,
    group: str | pd.Series | Mapping | None,
    previous: pd.DataFrame | None,
) -> np.ndarray:
    """The values with gaps filled by the stated rule, among the places that passed the screen."""
    if spec.impute is None:
        return raw
    if spec.impute == "last_year":
        if previous is None:
            raise WrongUse(texts.PREVIOUS_NEEDED)
        frame = pd.DataFrame(raw, index=table.index, columns=spec.columns)
        return fill_from_last_year(frame, _as_numbers(previous, spec)).to_numpy(dtype=float)
    if spec.impute == "median":
        labels = np.zeros(len(table))
    else:
        if group is None:
            raise WrongUse(texts.GROUP_NEEDED.fill(rule=spec.impute))
        labels = _series(table, group, "group").to_numpy()
    out = raw.copy()
    how = "mean" if spec.impute == "group_mean" else "median"
    out[enough] = fill_from_group(raw[enough], labels[enough], how)
    return out


def _as_numbers(previous: pd.DataFrame, spec: Specification) -> pd.DataFrame:
    """The table of earlier years with the indicators and the year as numbers beyond doubt."""
    if not isinstance(previous, pd.DataFrame):
        raise WrongUse(texts.PREVIOUS_NOT_A_TABLE)
    where = previous.get("area_code", previous.index)
    read = {name: numbers_of(previous[name], name, where) for name in (*spec.columns, "year") if name in previous}
    return previous.assign(**read)


def _treat(values: np.ndarray, spec: Specification) -> tuple[np.ndarray, dict[str, int]]:
    if spec.outliers is None:
        return values, {}
    columns, pulled = [], {}
    for j, name in enumerate(spec.columns):
        column, moved = winsorise(values[:, j])
        columns.append(column)
        if moved:
            pulled[name] = moved
    return np.column_stack(columns), pulled


def _unscored(codes: np.ndarray, raw: np.ndarray, enough: np.ndarray, complete: np.ndarray, spec: Specification) -> pd.DataFrame:
    """Places without a score: which indicators are missing, and whether the screen or the gap decided."""
    rows = [
        (
            codes[i],
            ", ".join(name for j, name in enumerate(spec.columns) if not np.isfinite(raw[i, j])),
            "gap" if enough[i] else "screened",
        )
        for i in np.flatnonzero(~complete)
    ]
    return pd.DataFrame(rows, columns=["area_code", "missing", "reason"])


def _filled(codes: np.ndarray, raw: np.ndarray, filled: np.ndarray, complete: np.ndarray, spec: Specification) -> pd.DataFrame:
    """Every value that was filled in, of the places that were scored."""
    rows, columns = np.nonzero(~np.isfinite(raw) & np.isfinite(filled) & complete[:, None])
    return pd.DataFrame(
        {
            "area_code": codes[rows],
            "indicator": np.array(spec.columns, dtype=object)[columns],
            "value": filled[rows, columns],
            "rule": spec.impute,
        }
    )
