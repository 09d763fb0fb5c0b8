"""What people type: one meaning is read, two meanings are refused, nothing is guessed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p2wkss_analysis.say import Text
from p2wkss_analysis.tables.cells import read_date, read_number, read_text, read_word


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("5000", "5000"),
        ("12.5", "12.5"),
        ("12,5", "12.5"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("1.250.000", "1250000"),
        ("1,250,000", "1250000"),
        ("1.250,5", "1250.5"),
        ("1,250.5", "1250.5"),
        ("5 000", "5000"),
        ("5\u00a0000", "5000"),
        ("-3", "-3"),
        ("\u22123,5", "-3.5"),
        (" 7 ", "7"),
        ("007", "007"),
        ("3,14159", "3.14159"),
        ("1234.567", "1234.567"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_number_with_one_meaning_is_read(typed, read):
    cell = read_number(typed)
    assert cell.rule is None and cell.text == read


@pytest.mark.parametrize("typed", ["5.000", "5,000", "12.345", "999,999", "-1.500", "1.000"])
def test_a_number_with_two_meanings_is_refused_and_both_are_shown(typed):
    cell = read_number(typed)
    whole = typed.replace(".", "").replace(",", "")
    assert cell.text == "" and whole in cell.rule.say("en") and whole in cell.remedy.say("id")


@pytest.mark.parametrize(
    "typed",
    [
        "lima",
        "12 orang",
        "10-12",
        ">5",
        "12?",
        "-",
        "n/a",
        "nihil",
        "1.2.3",
        "1,2,3",
        "12,34,567",
        "0x10",
        "1e5",
        "١٢",
        "５",
        "12%",
        "Rp 5",
        "1..2",
        "+-1",
        "1.000.00",
        "=1+1",
        "NaN",
        "inf",
        "1_000",
    ],
)
def test_what_is_no_number_is_refused(typed):
    assert read_number(typed).rule is not None


def test_signs_of_the_unit_are_taken_off_where_the_column_has_that_unit():
    assert read_number("12,5 %", percent=True).text == "12.5"
    assert read_number("Rp 1.250.000,-", rupiah=True).text == "1250000"
    assert read_number("Rp5.000", rupiah=True).rule  # still five or five thousand
    for lost in ("Rp 1300.000", "1300,000", "rp1300000.500"):  # a separator is missing, or three decimals
        assert read_number(lost, rupiah=True).rule and read_number(lost, rupiah=True).either is None
    assert read_number("1234.567").text == "1234.567"  # square metres
    assert read_number("12%").rule and read_number("Rp 500").rule


@given(st.integers(-(10**9), 10**9), st.integers(0, 999_999))
def test_however_a_number_is_written_it_is_read_as_itself_or_refused(whole, fraction):
    decimals = f"{fraction:06d}".rstrip("0")
    sign, digits = ("-" if whole < 0 else ""), str(abs(whole))
    true = float(f"{sign}{digits}.{decimals or 0}")
    for thousands, point in ((".", ","), (",", "."), (" ", ","), ("", "."), ("", ",")):
        groups = f"{abs(whole):,}".replace(",", thousands)
        cell = read_number(f"{sign}{groups}{point if decimals else ''}{decimals}")
        assert cell.rule is not None or float(cell.text) == true


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2025-03-05", "2025-03-05"),
        ("2025-3-5", "2025-03-05"),
        ("25/03/2025", "2025-03-25"),
        ("03/25/2025", "2025-03-25"),
        ("5 Maret 2025", "2025-03-05"),
        ("5 March 2025", "2025-03-05"),
        ("05-Mei-2025", "2025-05-05"),
        ("05/05/2025", "2025-05-05"),
        ("31.12.2025", "2025-12-31"),
        ("17 AGUSTUS 2025", "2025-08-17"),
        ("2025-03-05 00:00:00", "2025-03-05"),
        ("29/02/2024", "2024-02-29"),
    ],
)
def test_a_date_with_one_meaning_is_read_in_either_order(typed, read):
    assert read_date(typed).text == read


@pytest.mark.parametrize("typed", ["05/03/2025", "5-3-2025", "01.02.2025", "12/11/2025"])
def test_a_date_with_two_meanings_is_refused(typed):
    cell = read_date(typed)
    assert cell.text == "" and "2025-" in cell.rule.say("id")


@pytest.mark.parametrize(
    "typed",
    [
        "31/02/2025",
        "30 Februari 2025",
        "2025-13-01",
        "05/03/25",
        "Maret 2025",
        "2025",
        "kemarin",
        "45000",
        "32/01/2025",
        "29/02/2025",
        "00/00/0000",
    ],
)
def test_what_is_no_full_date_is_refused(typed):
    assert read_date(typed).rule is not None


@given(st.dates(dt.date(1980, 1, 1), dt.date(2035, 12, 31)))
def test_every_date_in_either_order_is_itself_or_refused(day):
    for form in ("%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%Y-%m-%d"):
        cell = read_date(day.strftime(form))
        assert cell.text == day.isoformat() or cell.rule is not None
        assert cell.rule is None or (day.day <= 12 and day.day != day.month)


def test_a_near_word_is_offered_and_never_taken():
    known, words = (
        {"kesehatan": "health", "pendidikan": "education"},
        [Text("kesehatan", "health"), Text("pendidikan", "education")],
    )
    near = read_word("kesehatn", known, words)
    assert near.text == "" and '"kesehatan"?' in near.remedy.say("id")
    assert read_word("  KESEHATAN ", known, words).text == "health"
    assert "?" not in read_word("zzz", known, words).remedy.say("id")


def test_free_text_keeps_everything_but_the_spaces_at_its_ends():
    assert read_text("  a  b\nc ").text == "a  b\nc" and read_text("=1+1").text == "=1+1"
