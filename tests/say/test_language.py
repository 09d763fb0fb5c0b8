"""Numbers, dates and texts in both languages."""

import datetime as dt
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from p2wkss_analysis.say import Text, date, integer, join, number, percent, rupiah, signed
from p2wkss_analysis.say.errors import DataFaults, Fault, WrongUse


@pytest.mark.parametrize(
    ("call", "id", "en"),
    [
        (lambda lang: number(1234.5, 1, lang), "1.234,5", "1,234.5"),
        (lambda lang: integer(6549, lang), "6.549", "6,549"),
        (lambda lang: percent(2.58, 2, lang), "2,58%", "2.58%"),
        (lambda lang: rupiah(1007436, lang), "Rp1.007.436", "Rp1,007,436"),
        (lambda lang: signed(0.004, 2, lang), "0,00", "0.00"),
        (lambda lang: signed(-0.004, 2, lang), "0,00", "0.00"),
        (lambda lang: signed(-1.25, 2, lang), "−1,25", "−1.25"),
        (lambda lang: date(dt.date(2021, 3, 12), lang), "12 Maret 2021", "12 March 2021"),
        (lambda lang: number(math.nan, 2, lang), "tidak ada data", "no data"),
        (lambda lang: number(pd.NA, 2, lang), "tidak ada data", "no data"),
        (lambda lang: number(-math.inf, 2, lang), "tanpa batas bawah", "no lower limit"),
        (lambda lang: join(["a", "b", "c"], lang), "a, b, dan c", "a, b and c"),
    ],
)
def test_each_language_has_its_own_form(call, id, en):
    assert (call("id"), call("en")) == (id, en)


@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_a_number_reads_back_to_what_was_rounded(value, digits):
    text = number(value, digits, "en").replace(",", "").replace("−", "-")
    assert abs(float(text) - value) <= 0.5 * 10.0**-digits + 1e-9 + math.ulp(value)
    assert len(text.partition(".")[2]) == digits
    assert number(value, digits, "id").translate(str.maketrans(",.", ".,")) == number(value, digits, "en")


def test_a_half_goes_away_from_nought_as_in_excel_and_large_figures_can_be_told_in_thousands():
    assert [percent(v, 0, "id") for v in (52.5, 53.5, -52.5, 0.5)] == ["53%", "54%", "−53%", "1%"]
    assert signed(0.5, 0, "en") == "+1" and signed(-0.4, 0, "en") == "0" and number(1.25, 1, "en") == "1.3"
    assert [signed(v, -3, "id") for v in (-175_749, 478_979, 499)] == ["−176.000", "+479.000", "0"]


def test_an_unknown_language_is_refused():
    with pytest.raises(WrongUse, match="jv"):
        Text("a", "b").say("jv")
    with pytest.raises(WrongUse, match="jv"):
        number(1.0, 2, "jv")


def test_errors_speak_the_language_asked_for(monkeypatch):
    error = WrongUse(id="salah", en="wrong")
    monkeypatch.setenv("P2WKSS_LANG", "en")
    assert str(error) == "wrong" and error.sentence("id") == "salah"
    monkeypatch.setenv("P2WKSS_LANG", "xx")
    assert str(error) == "salah"


def test_many_faults_are_counted_and_all_in_the_table():
    faults = DataFaults(Fault("f.csv", row=i, column="c", value="x", rule="r.", remedy="m.") for i in range(50))
    assert "50" in faults.sentence("en") and "30 more" in faults.sentence("en") and len(faults.table()) == 50


def test_a_number_of_any_size_is_written():
    assert number(-2.5e60, 3, "en") == "−2.5 × 10^60" and signed(1e300, 0, "id") == "+1,0 × 10^300"
    assert number(1e20, 0, "en") == "100,000,000,000,000,000,000"
