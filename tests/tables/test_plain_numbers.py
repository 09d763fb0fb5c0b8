"""Text becomes a number only where it has one reading."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from p2wkss_analysis.tables.plain_numbers import doubtful_cells, plain_numbers

ANY = st.characters(
    exclude_categories=("Cs",)
)  # what st.text() takes; it asks the codec of every sign first, which takes seconds


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("12", 12.0),
        ("-3", -3.0),
        ("+4", 4.0),
        ("12.5", 12.5),
        ("1.2000", 1.2),
        ("0.125", 0.125),
        ("-0.500", -0.5),
        ("00.125", 0.125),
        ("1200", 1200.0),
        (" 7 ", 7.0),
        ("007", 7.0),
        ("3.14159", 3.14159),
        ("1.20", 1.2),
        ("1234.56", 1234.56),
        ("1234.567", 1234.567),
        ("-4500.125", -4500.125),
    ],
)
def test_text_with_one_reading_is_read(typed, read):
    values, doubt = plain_numbers(pd.Series([typed, None]))
    assert values[0] == read and not doubt.any()


@pytest.mark.parametrize(
    "typed",
    [
        "1.200",
        "5.000",
        "1,5",
        "1.000.000",
        "1,200",
        "-1.500",
        "12.345",
        "010.500",
        "1e5",
        "1E5",
        "inf",
        "-inf",
        "nan",
        "NaN",
        "NA",
        "-",
        "tiga",
        "12%",
        "Rp 5",
        "1 200",
        "0x10",
        "1_000",
        "5.",
        ".5",
        "--1",
        "٣",
        "５",
        "\u00b2",
        "\u22123",
        "2024-01-05",
        "05/03/2024",
        "9" * 400,
        dt.date(2024, 1, 5),
        dt.datetime(2024, 1, 5),
        pd.Timestamp(2024, 1, 5),
        pd.Timedelta(days=1),
        1 + 2j,
        10**400,
        float("inf"),
        -np.inf,
        [1],
        (1,),
        object(),
    ],
)
def test_anything_else_is_in_doubt_and_is_no_number(typed):
    values, doubt = plain_numbers(pd.Series([typed, 1], dtype=object))
    assert doubt.tolist() == [True, False]
    assert np.isnan(values[0]) and values[1] == 1


@pytest.mark.parametrize(
    "dtype", ["int64", "Int64", "float64", "Float32", "float32", "int8", "category", "object", "int64[pyarrow]"]
)
def test_columns_of_numbers_pass(dtype):
    if "pyarrow" in dtype:
        pytest.importorskip("pyarrow")
    values, doubt = plain_numbers(pd.Series([3, 1, 2], dtype=dtype))
    assert values.tolist() == [3, 1, 2] and values.dtype == float and not doubt.any()


def test_true_and_false_are_one_and_zero_in_every_dtype():
    for dtype in ("bool", "boolean", "object"):
        assert plain_numbers(pd.Series([True, False], dtype=dtype))[0].tolist() == [1, 0]


def test_exact_numbers_of_python_pass():
    assert plain_numbers(pd.Series([Decimal("1.200"), Fraction(1, 2), np.float32(0.25), np.int8(3)], dtype=object))[
        0
    ].tolist() == [1.2, 0.5, 0.25, 3]


@pytest.mark.parametrize(
    "column",
    [
        pd.Series([1, None], dtype="Int64"),
        pd.Series([1.0, np.nan]),
        pd.Series(["1", None]),
        pd.Series(["1", ""]),
        pd.Series(["1", "  "]),
        pd.Series([1, pd.NA], dtype=object),
        pd.Series([1, pd.NaT], dtype=object),
        pd.Series(["1", None], dtype="string"),
        pd.Series(["1", None], dtype="category"),
    ],
)
def test_missing_is_missing_and_not_in_doubt(column):
    values, doubt = plain_numbers(column)
    assert values[0] == 1 and np.isnan(values[1]) and not doubt.any()


def test_infinity_is_in_doubt_also_among_numbers():
    values, doubt = plain_numbers(pd.Series([1.0, np.inf, -np.inf]))
    assert doubt.tolist() == [False, True, True] and np.isnan(values[1:]).all()


def test_a_column_of_dates_is_all_in_doubt():
    for column in (pd.Series(pd.to_datetime(["2024-01-01", None])), pd.Series(pd.to_timedelta([1, None], unit="D"))):
        values, doubt = plain_numbers(column)
        assert np.isnan(values).all() and doubt.tolist() == [True, False]


def test_no_row_is_no_row():
    for dtype in ("object", "float64", "str", "datetime64[ns]"):
        values, doubt = plain_numbers(pd.Series([], dtype=dtype))
        assert values.shape == doubt.shape == (0,) and values.dtype == float and doubt.dtype == bool


@given(st.integers(-(10**9), 10**9), st.integers(0, 6), st.integers(0, 999_999))
def test_what_is_read_is_what_a_person_of_either_habit_would_read(whole, digits, fraction):
    """Twin: read the text once with the point as decimal sign and once as thousands; both must agree or it is refused."""
    decimals = f"{fraction:06d}"[:digits]
    text = f"{whole}.{decimals}" if digits else str(whole)
    values, doubt = plain_numbers(pd.Series([text]))
    as_thousands = float(text.replace(".", "")) if digits == 3 and 0 < abs(whole) < 1000 else float(text)
    assert doubt[0] == (as_thousands != float(text)) and (doubt[0] or values[0] == float(text))


@given(st.lists(st.one_of(st.none(), st.text(ANY, max_size=6), st.integers(), st.floats(), st.booleans(), st.dates())))
def test_never_a_foreign_error_and_never_a_number_from_doubt(cells):
    values, doubt = plain_numbers(pd.Series(cells, dtype=object))
    assert values.shape == doubt.shape == (len(cells),)
    assert np.isnan(values[doubt]).all() and not np.isinf(values).any()


def test_the_sentence_names_cells_places_and_the_remedy():
    column = pd.Series(["1.200", "7", "1,5", dt.date(2024, 1, 5)] + ["x"] * 4, dtype=object)
    _, doubt = plain_numbers(column)
    said = doubtful_cells("poor", column, doubt, [f"32.{i}" for i in range(8)])
    for text in (said.say("id"), said.say("en")):
        assert "`poor`" in text and "'1.200' (32.0)" in text and "'1,5' (32.2)" in text and "2024-01-05 (32.3)" in text
        assert "'7'" not in text and "32.7" not in text and "2 " in text and "1200" in text
