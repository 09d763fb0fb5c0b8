"""A cell with two readings is settled by its column, or stays in doubt; never the other way round."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p2wkss_analysis.tables.cells import read_date, read_number
from p2wkss_analysis.tables.column_shows import dates_in_order, numbers_in_groups


def settled(typed, whole=False, money=False):
    read = {text: read_number(text, rupiah=money) for text in typed}
    return {text: cell.text for text, cell in numbers_in_groups(read, whole, money).items()}


@pytest.mark.parametrize(
    ("typed", "whole", "money", "read"),
    [
        (["5.614", "5.000"], True, False, {"5.614": "5614", "5.000": "5000"}),
        (["5.000", "2.000"], True, False, {}),  # five and two, from a table with three decimals, as well
        (["5.614"], False, False, {}),
        (["Rp 500.000"], False, True, {"Rp 500.000": "500000"}),
        (["Rp500.000,-", "650.000"], False, True, {"Rp500.000,-": "500000", "650.000": "650000"}),
        (["650.000"], False, True, {}),
        (["1.250.000", "650.000"], False, True, {"650.000": "650000"}),
        (["Rp 5.000", "Rp 12.5"], False, True, {}),  # in thousands or millions, then
        (["1,250,000", "Rp 12.500"], False, True, {}),
        (["5.614", "12.5"], True, False, {}),
    ],
)
def test_thousands_by_the_column(typed, whole, money, read):
    assert settled(typed, whole, money) == read


@given(st.lists(st.integers(0, 2_000_000), min_size=1, max_size=12), st.sampled_from(".,"), st.booleans())
def test_whatever_is_settled_is_what_was_written(values, sign, signed):
    written = {f"{'Rp ' if signed else ''}{value:,}".replace(",", sign): value for value in values}
    for money in (True, False):
        if signed <= money:
            assert all(int(read) == written[text] for text, read in settled(written, not money, money).items())


@given(st.lists(st.decimals(0, 999, places=3), min_size=1, max_size=12), st.sampled_from(".,"))
def test_decimals_are_never_settled_as_thousands_outside_columns_of_whole_numbers(values, sign):
    assert settled([f"{value:.3f}".replace(".", sign) for value in values], money=True) == {}


@given(
    st.lists(st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)), min_size=1, max_size=12),
    st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y"]),
)
def test_dates_of_one_order_are_read_in_it_or_stay_in_doubt(days, form):
    read = {day.strftime(form): (read_date(day.strftime(form)), day) for day in days}
    for text, cell in dates_in_order({text: cell for text, (cell, _) in read.items()}).items():
        assert cell.text == read[text][1].isoformat() and cell.note is not None


def test_dates_of_two_orders_settle_nothing():
    read = {text: read_date(text) for text in ("25/03/2025", "03/25/2025", "05/03/2025", "31/02/2025")}
    assert dates_in_order(read) == {}
