"""Texts in two languages: values written as each language writes them, and nothing reached but what is given."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p2wkss_analysis.say import Text, speaking, together
from p2wkss_analysis.say.errors import WrongUse

ANY = st.characters(
    exclude_categories=("Cs",)
)  # what st.text() takes; it asks the codec of every sign first, which takes seconds


@pytest.mark.parametrize(
    "place, value, id_, en",
    [
        ("{x}", 2025, "2025", "2025"),
        ("{x:,}", 6549, "6.549", "6,549"),
        ("{x:.2}", 81.371, "81,37", "81.37"),
        ("{x:.-3}", -175749, "−176.000", "−176,000"),
        ("{x:+.1}", 0.96, "+1,0", "+1.0"),
        ("{x:.1%}", 2.58, "2,6%", "2.6%"),
        ("{x:Rp}", 252000, "Rp252.000", "Rp252,000"),
        ("{x:date}", dt.date(2026, 8, 1), "1 Agustus 2026", "1 August 2026"),
        ("{x:and}", ["a", "b", "c"], "a, b, dan c", "a, b and c"),
        ("{x:and}", [Text("satu", "one")], "satu", "one"),
        ("{x:place|places}", 1, "place", "place"),
        ("{x:place|places}", 0, "places", "places"),
        ("{x}", Text("satu", "one"), "satu", "one"),
        ("{x:.1}", None, "tidak ada data", "no data"),
        ("{x:,}", float("nan"), "tidak ada data", "no data"),
    ],
)
def test_values_are_written_as_each_language_writes_them(place, value, id_, en):
    text = Text(place, place)
    assert (text.say("id", x=value), text.say("en", x=value)) == (id_, en)


def test_the_language_is_that_of_the_office_unless_one_is_given(monkeypatch):
    monkeypatch.setenv("P2WKSS_LANG", "en")
    assert Text("satu", "one").say() == "one"
    with speaking("id"):
        assert Text("satu", "one").say() == "satu"
    with pytest.raises(WrongUse):
        Text("satu", "one").say("fr")


@given(st.text(ANY))
def test_what_an_office_typed_is_never_read_as_a_template(typed):
    assert Text("<{x}>", "<{x}>").say("id", x=typed) == f"<{typed}>"
    assert Text(typed, typed).say("id") == typed


def test_a_text_reaches_neither_attributes_nor_items_of_its_values():
    for place in ("{x.__class__}", "{x[0]}"):
        with pytest.raises(KeyError):
            Text(place, place).say("id", x=["a"])


def test_a_place_without_a_value_is_an_error_and_one_too_many_is_not():
    with pytest.raises(KeyError):
        Text("{a} {b}", "{a}").say("id", a="1")
    assert Text("{a}", "{a}").fill(a="1", b="2").say("id") == "1"


def test_sentences_stand_together_without_empty_ones():
    assert together([Text("Satu.", "One."), "", "Dua."], "id") == "Satu. Dua."
    assert Text("{n} {m}", "{m} {n}").places() == ({"n", "m"}, {"n", "m"})


@pytest.mark.parametrize(
    "place, value, id_, en",
    [
        ("{x:<.2}", 0.123, "0,12", "0.12"),
        ("{x:<.2}", 0.0007, "di bawah 0,01", "below 0.01"),
        ("p {x:=.3}", 0.0007, "p < 0,001", "p < 0.001"),
        ("p {x:=.2}", 0.123, "p = 0,12", "p = 0.12"),
        ("{x:<.2}", None, "tidak ada data", "no data"),
        ("{x:list}", ["a", 2, "c"], "a, 2, c", "a, 2, c"),
        ("{x:lines}", ["a", "b"], "a\nb", "a\nb"),
        ("{x:;}", [Text("satu", "one"), "b"], "satu; b", "one; b"),
        ("{x:typed}", "data/kota-1.xlsx", "data/kota-1.xlsx", "data/kota-1.xlsx"),
        ("{x:typed}", "buku kerja (2).xlsx", '"buku kerja (2).xlsx"', '"buku kerja (2).xlsx"'),
        ("{x:above|below}", True, "above", "above"),
    ],
)
def test_probabilities_lists_and_choices(place, value, id_, en):
    text = Text(place, place)
    assert (text.say("id", x=value), text.say("en", x=value)) == (id_, en)


def test_the_number_of_decimals_can_be_a_value_and_plurals_are_no_places():
    assert Text("{x:.{digits}}", "{x:.{digits}}").say("en", x=1.23456, digits=3) == "1.235"
    assert Text("{n:,} wilayah", "{n:,} {n:place|places} {m:is|are}").places() == ({"n"}, {"n"})


def test_an_error_carries_a_filled_text():
    error = WrongUse(Text("Kode {code} tidak ada.", "No code {code}.").fill(code="32.76"))
    assert (error.sentence("id"), error.sentence("en")) == ("Kode 32.76 tidak ada.", "No code 32.76.")
