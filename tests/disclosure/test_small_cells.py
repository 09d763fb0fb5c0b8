"""Small counts are hidden so that no adding and subtracting finds them: against a reader who tries everything."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.disclosure.small_cells import bounds, hidden_cells, suppress_small, with_totals
from p2wkss_analysis.say.errors import WrongUse


def every_table(whole: np.ndarray, hidden: np.ndarray) -> list[np.ndarray]:
    """The slow obvious twin: all tables of whole numbers that agree with what is shown."""
    rows, columns = whole.shape[0] - 1, whole.shape[1] - 1
    most = int(whole[-1, -1]) if not hidden[-1, -1] else int(whole[-1, -1]) + 6
    choices = [range(most + 1) if hidden[i, j] else [int(whole[i, j])] for i in range(rows) for j in range(columns)]
    found = []
    for cells in itertools.product(*choices):
        table = with_totals(np.array(cells).reshape(rows, columns))
        if (table[~hidden] == whole[~hidden]).all():
            found.append(table)
    return found


counts = st.lists(st.lists(st.integers(0, 4), min_size=2, max_size=2), min_size=2, max_size=2).map(np.array)


@settings(max_examples=60, deadline=None)
@given(counts, st.lists(st.booleans(), min_size=9, max_size=9))
def test_bounds_are_those_of_trying_every_table(inner, mask):
    whole, hidden = with_totals(inner), np.array(mask).reshape(3, 3)
    hidden[-1, -1] = False  # with the grand total hidden there is no bound to compare
    tables = every_table(whole, hidden)
    for cell in map(tuple, np.argwhere(hidden)):
        values = [t[cell] for t in tables]
        assert bounds(whole, hidden, cell) == (min(values), max(values))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 30), min_size=2, max_size=4), min_size=1, max_size=6).filter(
        lambda rows: len({len(r) for r in rows}) == 1
    )
)
def test_no_hidden_small_count_can_be_told_to_be_small(rows):
    whole = with_totals(np.array(rows))
    hidden = hidden_cells(whole, 5)
    small = (whole > 0) & (whole < 5)
    assert (hidden | ~small).all()
    if not hidden.all():
        assert all(bounds(whole, hidden, tuple(cell))[1] >= 5 for cell in np.argwhere(small))


def test_nothing_is_hidden_where_nothing_is_small():
    table = suppress_small(pd.DataFrame({"a": [5, 0, 12], "b": [7, 9, 40]}))
    assert table.notna().all().all() and table.loc["all", "all"] == 73


def test_one_small_count_alone_is_never_hidden_alone():
    table = suppress_small(pd.DataFrame({"stunted": [9, 2, 17, 30], "other": [40, 31, 22, 60]}, index=list("abcd")))
    assert table.isna().sum().sum() >= 4  # a rectangle of at least two rows and two columns
    assert (table.isna().sum(axis=1) != 1).all() and (table.isna().sum(axis=0) != 1).all()


def test_nine_of_ten_hides_the_tenth():
    table = suppress_small(pd.DataFrame({"chosen": [9, 20], "not": [1, 30]}))
    assert pd.isna(table.loc[0, "chosen"]) and pd.isna(table.loc[0, "not"])


def test_small_totals_are_hidden_too():
    table = suppress_small(pd.DataFrame({"a": [1, 50, 40], "b": [2, 60, 70]}))
    assert pd.isna(table.loc[0, "all"])


def test_a_table_with_nothing_but_small_counts_is_hidden_whole():
    assert suppress_small(pd.DataFrame({"a": [1, 0], "b": [0, 2]})).isna().all().all()


@pytest.mark.parametrize(
    "counts, hidden",
    [
        ([[0, 8, 10], [11, 3, 14]], [[0, 1, 1, 0], [0, 1, 1, 0], [0, 0, 0, 0]]),  # inner cells before totals
        ([[26, 2], [28, 15], [10, 20]], [[1, 1, 0], [0, 0, 0], [1, 1, 0], [0, 0, 0]]),  # of the last row too
        ([[0, 5], [7, 3]], [[0, 0, 0], [1, 1, 0], [1, 1, 0]]),  # no zero, which protects nobody
        ([[1, 7], [6, 0], [7, 0]], [[1, 1, 0], [0, 0, 0], [0, 0, 0], [1, 1, 0]]),  # a line with one hidden cell first
        ([[29, 2], [24, 21], [9, 23]], [[1, 1, 0], [0, 0, 0], [1, 1, 0], [0, 0, 0]]),
        ([[9, 6, 3], [4, 11, 12], [7, 14, 14]], [[1, 0, 1, 0], [1, 0, 1, 0], [0, 0, 0, 0], [0, 0, 0, 0]]),  # where one is small
        ([[4, 4], [0, 1]], [[1, 1, 1], [0, 1, 1], [1, 1, 0]]),
        ([[8, 0], [9, 2]], [[0, 0, 0], [1, 1, 0], [1, 1, 0]]),
    ],
)
def test_which_further_counts_are_hidden(counts, hidden):
    assert hidden_cells(with_totals(np.array(counts))).astype(int).tolist() == hidden


def test_nothing_is_hidden_without_need():
    rng = np.random.default_rng(0)
    for _ in range(5):
        whole = with_totals(rng.poisson(10, (6, 4)))
        hidden, small = hidden_cells(whole, 5), (whole > 0) & (whole < 5)
        for cell in map(tuple, np.argwhere(hidden & ~small)):
            less = hidden.copy()
            less[cell] = False
            assert any(bounds(whole, less, tuple(c))[1] < 5 for c in np.argwhere(small))


def test_shown_counts_are_the_counts():
    rng = np.random.default_rng(1)
    frame = pd.DataFrame(rng.poisson(15, (63, 6)))
    shown = suppress_small(frame)
    whole = with_totals(frame.to_numpy())
    kept = shown.notna().to_numpy()
    assert (shown.to_numpy(dtype=float, na_value=-1)[kept] == whole[kept]).all() and kept.mean() > 0.5


@pytest.mark.parametrize("bad", [{"a": [1.5]}, {"a": [-1]}, {"a": [None]}, {}])
def test_what_is_no_table_of_counts_is_refused(bad):
    with pytest.raises(WrongUse):
        suppress_small(pd.DataFrame(bad, dtype=float))


@pytest.mark.parametrize("smallest", [1, 0, 2.5, True])
def test_the_smallest_count_is_a_whole_number_of_at_least_two(smallest):
    with pytest.raises(WrongUse):
        suppress_small(pd.DataFrame({"a": [10]}), smallest)
