"""Quantiles by weight: the smallest value with at least that share of the weight at or below it. No engine has a function for it,
so it is said twice: for any engine, and in numpy for groups that are small."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import narwhals.stable.v2 as nw
import numpy as np
import pyarrow as pa

_ROUNDING = 1e-12  # of a share: weights that add up to half are not half to the last digit


def by_window(rows: nw.LazyFrame, by: Sequence[str], value: str, weight: str, quantiles: Mapping[str, float]) -> nw.LazyFrame:
    """One row a group with these quantiles (0-1, by name), missing where no value is known. The engine puts the rows in order."""
    known, counted = ~nw.col(value).is_null(), nw.col("_counted")
    rows = rows.select(*by, value, _counted=nw.when(known).then(nw.col(weight)).otherwise(nw.lit(0.0)))
    rows = rows.with_columns(_upto=counted.cum_sum().over(*by, order_by=value), _all=counted.sum().over(*by))
    reached = {name: nw.col("_upto") >= (q - _ROUNDING) * nw.col("_all") for name, q in quantiles.items()}
    return rows.group_by(*by).agg(**{name: nw.when(upto).then(nw.col(value)).min() for name, upto in reached.items()})


def of_lists(values: pa.ListArray, weights: pa.ListArray, quantiles: Sequence[float]) -> pa.ListArray:
    """For each group its quantiles; values, weights: one list a group, none of them empty.

    >>> of_lists(pa.array([[3.0, 1.0, 2.0]]), pa.array([[1.0, 1.0, 2.0]]), [0.25, 0.5, 1.0]).to_pylist()
    [[1.0, 2.0, 3.0]]
    """
    value, weight = values.flatten().to_numpy(), weights.flatten().to_numpy()
    size = np.diff(values.offsets.to_numpy())
    start, found = np.cumsum(size) - size, np.empty((len(size), len(quantiles)))
    width = 2 ** np.ceil(np.log2(size)).astype(int)  # groups of a similar size go side by side, as lines of one table
    for columns in np.unique(width):
        lines = np.flatnonzero(width == columns)
        inside = np.arange(columns) < size[lines, None]
        cell = np.where(inside, start[lines, None] + np.arange(columns), 0)
        these = np.where(inside, value[cell], np.inf)
        order = np.argsort(these, axis=1)
        upto = np.cumsum(np.take_along_axis(np.where(inside, weight[cell], 0.0), order, axis=1), axis=1)
        for n, q in enumerate(quantiles):
            first = np.argmax(upto >= (q - _ROUNDING) * upto[:, -1:], axis=1)
            found[lines, n] = these[np.arange(len(lines)), order[np.arange(len(lines)), first]]
    ends = np.arange(len(size) + 1, dtype="int32") * len(quantiles)
    return pa.ListArray.from_arrays(ends, found.ravel())
