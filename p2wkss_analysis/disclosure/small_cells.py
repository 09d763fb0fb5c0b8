"""Counts that may be published: small ones hidden, and others with them so that none can be found by subtraction.

A table of counts with its totals is a set of sums. Hiding a cell alone is useless when its row total and the rest
of the row are printed. So further cells are hidden until, whatever the reader adds and subtracts, every small count
could as well be a large one. What a reader can work out is computed exactly: in a table of rows, columns and totals
it is a question of flows through a network.

Source: Hundepool et al. (2012), Statistical Disclosure Control, chapter 4 (secondary suppression, feasibility
intervals); Castro (2012), European Journal of Operational Research 216, 1-15, for the network.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..say.errors import WrongUse
from . import texts

SMALLEST = 5


def suppress_small(counts: pd.DataFrame, smallest: int = SMALLEST) -> pd.DataFrame:
    """A table of counts with its totals, small counts and those that would give them away missing.

    Parameters
    ----------
    counts : whole numbers, 0 and up, one row per group (RT, village) and one column per kind. The kinds add up: to
        publish "chosen" of "candidates" give chosen and not chosen, so that nine of ten does not tell the tenth.
    smallest : the smallest count that may be shown; zero may be shown.

    Returns
    -------
    DataFrame of Int64 with a further row and column `all`. A hidden count is missing. From what is shown no hidden
    small count can be bounded below `smallest`.

    Do not use it on the same people twice with different rows: two tables can give away what neither does. The outputs of a
    workbook therefore take theirs from `in_fives`; this is for a single table.

    >>> suppress_small(pd.DataFrame({"stunted": [9, 2, 7], "other": [40, 31, 22]}, index=["01", "02", "03"]))
         stunted  other  all
    01         9     40   49
    02      <NA>   <NA>   33
    03      <NA>   <NA>   29
    all       18     93  111
    """
    values = _counts(counts, smallest)
    whole = with_totals(values)
    hidden = hidden_cells(whole, smallest)
    table = pd.DataFrame(whole, index=[*counts.index, "all"], columns=[*counts.columns, "all"]).astype("Int64")
    return table.mask(hidden)


def in_words(count: int, lang: str, smallest: int = SMALLEST) -> str:
    """A number of households in a sentence, one below `smallest` not told.

    >>> in_words(3, "en"), in_words(12, "en"), in_words(0, "id")
    ('fewer than 5', '12', '0')
    """
    return texts.FEWER_THAN.say(lang, n=smallest) if 0 < count < smallest else texts.COUNT.say(lang, n=count)


def with_totals(counts: np.ndarray) -> np.ndarray:
    """(R, C) counts to (R + 1, C + 1) with row totals, column totals and the grand total."""
    rows = np.hstack([counts, counts.sum(axis=1, keepdims=True)])
    return np.vstack([rows, rows.sum(axis=0, keepdims=True)])


def hidden_cells(whole: np.ndarray, smallest: int = SMALLEST) -> np.ndarray:
    """Which cells of a table with totals must be hidden, bool of the same shape.

    First the small ones. Then, while one of them can still be bounded below `smallest`, the cell that costs least
    (the smallest shown count above zero) of its row and of its column, inner cells before totals. At the end, cells
    that turned out not to be needed are shown again, the largest first.
    """
    small = (whole > 0) & (whole < smallest)
    hidden = small.copy()
    for cell in map(tuple, np.argwhere(small)):  # hiding more never protects a cell less, so once round is enough
        while bounds(whole, hidden, cell)[1] < smallest:
            if not _hide_more(whole, hidden, cell):
                return np.ones_like(hidden)
    return _show_again(whole, hidden, small, smallest)


def _show_again(whole: np.ndarray, hidden: np.ndarray, small: np.ndarray, smallest: int) -> np.ndarray:
    """Take back every further hidden cell without which all small ones are still protected."""
    for cell in sorted(map(tuple, np.argwhere(hidden & ~small)), key=lambda c: (-whole[c], c)):
        hidden[cell] = False
        if any(bounds(whole, hidden, tuple(c))[1] < smallest for c in np.argwhere(small)):
            hidden[cell] = True
    return hidden


def _hide_more(whole: np.ndarray, hidden: np.ndarray, cell: tuple[int, int]) -> bool:
    """Hide the cheapest further cell of the lines that pass through what is hidden around `cell`."""
    rows, columns = _around(hidden, cell)
    near = np.zeros_like(hidden)
    near[sorted(rows)] = True
    near[:, sorted(columns)] = True
    inner = np.zeros_like(hidden)
    inner[:-1, :-1] = True
    for choice in (near & inner & (whole > 0), near & (whole > 0), near):
        free = choice & ~hidden
        # A line with one hidden cell gives it away, so such lines come first.
        for lines in (_lonely(hidden, free), free):
            if lines.any():
                where = np.argwhere(lines)
                best = min(map(tuple, where), key=lambda c: (whole[c], c))
                hidden[best] = True
                return True
    return False


def _around(hidden: np.ndarray, cell: tuple[int, int]) -> tuple[set, set]:
    """Rows and columns joined to `cell` through hidden cells."""
    rows, columns = {cell[0]}, {cell[1]}
    while True:
        more_columns = columns | set(np.flatnonzero(hidden[sorted(rows)].any(axis=0)).tolist())
        more_rows = rows | set(np.flatnonzero(hidden[:, sorted(more_columns)].any(axis=1)).tolist())
        if more_rows == rows and more_columns == columns:
            return rows, columns
        rows, columns = more_rows, more_columns


def _lonely(hidden: np.ndarray, free: np.ndarray) -> np.ndarray:
    one_in_row = (hidden.sum(axis=1) == 1)[:, None]
    one_in_column = (hidden.sum(axis=0) == 1)[None, :]
    return free & (one_in_row | one_in_column)


def bounds(whole: np.ndarray, hidden: np.ndarray, cell: tuple[int, int]) -> tuple[int, int]:
    """The least and greatest value a reader can give to a hidden cell of a table with totals.

    The reader knows the shown cells, that rows and columns add up, and that counts are whole and not negative. Cell
    values are flows round a network (total -> row -> column -> total), so both ends are maximum flows. The greatest
    value is at most the sum of everything, which stands for "no bound".

    >>> whole = with_totals(np.array([[3, 7], [6, 9]]))
    >>> bounds(whole, whole == 3, (0, 0))
    (3, 3)
    """
    value, limit = int(whole[cell]), int(whole[-1, -1])
    arcs = [(*_arc(whole.shape, tuple(c)), int(whole[tuple(c)])) for c in np.argwhere(hidden) if tuple(c) != cell]
    source, sink = _arc(whole.shape, cell)
    up = _flow(arcs, sink, source, limit)
    down = _flow(arcs, source, sink, value)
    return value - min(down, value), value + up


def _arc(shape: tuple[int, int], cell: tuple[int, int]) -> tuple[int, int]:
    """Nodes are the rows, the columns, and the ends of the grand total: row and column `all` play those parts."""
    (i, j), (rows, columns) = cell, shape
    row_end, column_end = rows - 1, rows + columns - 1
    if i == rows - 1 and j == columns - 1:
        return column_end, row_end  # the grand total closes the circle
    if j == columns - 1:
        return row_end, i
    if i == rows - 1:
        return rows + j, column_end
    return i, rows + j


def _flow(arcs: list[tuple[int, int, int]], source: int, sink: int, limit: int) -> int:
    """How much can go from source to sink: along an arc up to `limit`, against it up to what it carries."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_flow

    if not arcs or limit == 0:
        return 0
    number = {node: place for place, node in enumerate(dict.fromkeys(n for start, end, _ in arcs for n in (start, end)))}
    if source not in number or sink not in number:
        return 0
    capacity = np.zeros((len(number), len(number)), dtype=np.int64)
    for start, end, carried in arcs:
        capacity[number[start], number[end]] += limit
        capacity[number[end], number[start]] += carried
    network = csr_array(np.minimum(capacity, limit).astype(np.int32))
    return min(limit, int(maximum_flow(network, number[source], number[sink]).flow_value))


def _counts(counts: pd.DataFrame, smallest: int) -> np.ndarray:
    if isinstance(smallest, bool) or not isinstance(smallest, (int, np.integer)) or smallest < 2:
        raise WrongUse(texts.SMALLEST_NOT_A_NUMBER.fill(given=smallest))
    values = counts.to_numpy(dtype=float, na_value=np.nan)
    if not values.size or np.isnan(values).any() or (values < 0).any() or (values % 1 != 0).any() or values.sum() > 2e9:
        raise WrongUse(texts.NOT_COUNTS)
    return values.astype(np.int64)
