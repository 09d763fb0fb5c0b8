"""The reader of numbers at its edges: which day, month, serial number still reads as one, which sign keeps which place."""

import hashlib
import re

import pytest

from p2wkss_analysis.disclosure.privacy import card_digits
from p2wkss_analysis.identity.bare import bare, in_disguise
from p2wkss_analysis.identity.hidden import HIDDEN, _apart, identity_spans, mask, only_digits
from p2wkss_analysis.identity.spelt import _likely, reads

AREA, DATE = "327601", "150390"  # put together below, so that no file of the project holds a number of a card
NUMBER = AREA + DATE + "0001"


@pytest.mark.parametrize(
    "day, month, serial, province, is_one",
    [
        ("01", "01", "0001", "32", True),
        ("31", "12", "9999", "32", True),
        ("41", "01", "0001", "32", True),
        ("71", "12", "0001", "32", True),
        ("00", "01", "0001", "32", False),
        ("32", "01", "0001", "32", False),
        ("40", "01", "0001", "32", False),
        ("72", "01", "0001", "32", False),
        ("81", "01", "0001", "32", False),
        ("15", "00", "0001", "32", False),
        ("15", "13", "0001", "32", False),
        ("15", "03", "0000", "32", False),
        *(("15", "03", "0001", p, True) for p in ("11", "19", "21", "31", "36", "51", "53", "61", "65", "71", "76", "81", "82", "91", "97")),
        *(("15", "03", "0001", p, False) for p in ("10", "20", "22", "30", "37", "50", "54", "60", "66", "70", "77", "80", "83", "90", "98")),
    ],
)  # fmt: skip
def test_what_reads_as_a_number(day, month, serial, province, is_one):
    number = province + "7601" + day + month + "90" + serial
    assert reads(number) is is_one
    assert (mask(number, certain=True) == HIDDEN) is is_one and mask(number) == HIDDEN


@pytest.mark.parametrize(
    "text, plain, places",
    [
        ("a&#50;b", "a2b", [(0, 1), (1, 6), (6, 7)]),
        ("3%32%37x", "327x", [(0, 1), (1, 7), (1, 7), (7, 8)]),
        ("&amp;#50;4", "24", [(0, 9), (9, 10)]),
        ("1<b>2</b> 3", "1 2 3", [(0, 1), (1, 4), (4, 5), (5, 10), (10, 11)]),
        ("&xyz;7", " 7", [(0, 5), (5, 6)]),
        ("\\x37\\n8", "7 8", [(0, 4), (4, 6), (6, 7)]),
        ("\\U001100001\\U0010FFFF2", None, None),  # beyond the last sign there is, and the last one
        ("\\x0012", " 12", [(0, 4), (4, 5), (5, 6)]),
        ("\\x0112", "12", [(4, 5), (5, 6)]),
        ("%ff9", " 9", [(0, 3), (3, 4)]),
    ],
)
def test_each_sign_behind_a_code_keeps_its_place(text, plain, places):
    assert in_disguise(text)
    if plain is not None:
        assert bare(text, codes=True) == (plain, places)
        assert bare(text) == (text, [(at, at + 1) for at in range(len(text))])
    assert mask(f"{text} ibu {NUMBER}") == f"{text} ibu {HIDDEN}"


@pytest.mark.parametrize(
    "text, plain, places",
    [
        ("½㉑", "1⁄221", [(0, 1)] * 3 + [(1, 2)] * 2),
        ("❿5", "105", [(0, 1), (0, 1), (1, 2)]),
        ("௱5", "௱5", [(0, 1), (1, 2)]),  # one sign for a hundred is no row of digits
        ("1\t2\x853\x074", "1 2 34", [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (6, 7)]),
        ("é–٣\u00ad4", "é-34", [(0, 1), (1, 2), (2, 3), (4, 5)]),
        ("1\u0332\u20e32", "12", [(0, 1), (3, 4)]),  # marks upon a digit, drawn under it and around it
    ],
)
def test_signs_of_other_scripts_keep_their_place(text, plain, places):
    assert bare(text) == (plain, places)


@pytest.mark.parametrize("point", [".", ","])
def test_what_excel_leaves_of_a_number_is_one_down_to_the_month(point):
    head = (AREA + DATE)[:1] + point
    rest = (AREA + DATE)[1:]
    for digits in (10, 11, 12):
        assert mask(f"{head}{rest[: digits - 1]}E+15") == HIDDEN, digits
    assert mask(f"{head}{rest[:8]}E+15") != HIDDEN, "nine digits end before the month does"
    assert mask(f"{head}{rest[:5]}151E+15") != HIDDEN, "nine digits, with a month only by the zeros that were cut off"
    assert mask(f"{head}{rest}E+14") != HIDDEN and mask(f"{head}{rest}E+16") != HIDDEN
    assert mask(f"{head}{rest[:5]}3203{rest[9:]}E+15") != HIDDEN, "no day 32"
    assert mask(f"{head}{rest}00015E+15") != HIDDEN, "no whole number"


def test_a_number_inside_a_digest_is_found_wherever_it_stands():
    for before, behind in (("", ""), ("0", ""), ("0000", ""), ("", "0000"), ("000", "00")):
        digest = "ab" + before + NUMBER + behind + "cdef"
        assert mask(digest) == "ab" + HIDDEN + "cdef", (before, behind)
    assert mask("ab" + "9" * 20 + "cdef") == "ab" + "9" * 20 + "cdef", "digits of a digest that read as none"
    for digest in ("9" * 20 + "cdef", "abcd" + "9" * 20, "ab0" + NUMBER[:15] + "cdef"):
        assert mask(digest) == digest, "also at either end, and where a letter would be the sixteenth digit"
    assert mask("x" + "9" * 20) == "x" + HIDDEN
    ticket = hashlib.sha256(b"1|a").hexdigest()
    assert mask(ticket) == ticket


def test_spans_are_in_order_and_apart():
    four = " ".join((NUMBER[:4], NUMBER[4:8], NUMBER[8:12], NUMBER[12:]))
    assert identity_spans(f"{HIDDEN} {NUMBER}") == [(6, 22)]
    assert identity_spans(f"{four}; a {NUMBER}") == [(0, 19), (23, 39)]
    assert identity_spans(f"{NUMBER}{NUMBER}") == [(0, 32)]
    assert _apart([(5, 9), (0, 3), (2, 6), (3, 4), (20, 30), (21, 22), (30, 31)]) == [(0, 9), (20, 30), (30, 31)]
    assert identity_spans("") == identity_spans("1") == identity_spans("9" * 15) == []
    assert only_digits("12 3") == "123" and only_digits("12a") == "" and only_digits("①2") == "12"
    assert card_digits(f"{four} ") == NUMBER and card_digits(four + "0") is None and card_digits("9" * 15) is None


def test_which_districts_and_serial_numbers_are_likely_at_their_edges():
    def likely(regency="76", district="01", serial="0001"):
        return _likely("32" + regency + district + DATE + serial)

    assert [one for one in ("00", "01", "37", "38", "70", "71", "79", "80") if likely(one)] == ["01", "37", "71", "79"]
    assert [one for one in ("00", "01", "60", "61") if likely(district=one)] == ["01", "60"]
    assert likely(serial="0999") and not likely(serial="1000")


@pytest.mark.parametrize(
    "text, masked",
    [
        ("{:4} {4:8} {8:12} {12:}1", HIDDEN),  # one digit too many
        ("{:4} {4:8} {8:12} {12:}2345", HIDDEN),  # twenty digits
        ("{:4} {4:8} {8:12} {12:}23456", None),
        ("{:2} {2:4} {4:6} {6:8} {8:10} {10:12} {12:}1", HIDDEN),  # seven groups
        ("{:1} {1:2} {2:4} {4:6} {6:8} {8:10} {10:12} {12:}1", None),
        ("{:2}40 {4:8} {8:12} {12:}1", None),  # no regency has 40
        ("9999 9999 9999 9999 {:2}40 {4:8} {8:12} {12:}", "9999 9999 9999 9999 " + HIDDEN),  # the second of two in a row
        ("{:2} 40 {4:6} {6:8} {8:10} {10:12} {12:14} {14:} 2024-01-15", HIDDEN + " 2024-01-15"),  # beside a date alone
        ("32.76.01.1006 17 2024", None),  # a village, its RT and a year
        ("32.76.01.1006 {10:12} {12:}", HIDDEN),  # year and serial number behind what may be a village
        ("Rp99.{:3}.{3:6} {6:12} {12:}", None),  # an amount of 99 million: no number begins in the middle of it
        ("12-{:6} {6:12}-{12:}", "12-" + HIDDEN),  # in the middle of an account's, one does
        ("{:}, 081234567890", HIDDEN + ", 081234567890"),  # twelve digits behind a number are one cut off only if they read so
    ],
)
def test_what_stands_beside_sixteen_digits_decides(text, masked):
    written = re.sub(r"\{(\d*):(\d*)\}", lambda m: NUMBER[int(m[1] or 0) : int(m[2] or 16)], text)
    assert mask(written) == (masked or written)
