"""Identity numbers in texts as people write them: 269 spellings of which each is found, 254 other texts of which none is.

The spellings stand in `identity_texts.json` with places for the digits: {4:8} for the fifth to eighth of a number, <4:8>
for those of a second one. The digits are put together here, so that no file of the project holds such a number.
"""

import json
import re
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from p2wkss_analysis.disclosure.privacy import card_digits, identity_numbers
from p2wkss_analysis.identity.hidden import HIDDEN, holds_identity_number, identity_spans, mask
from p2wkss_analysis.say.harmless import excel_text, one_line, sheet_name, short

ANY = st.characters(
    exclude_categories=("Cs",)
)  # what st.text() takes; it asks the codec of every sign first, which takes seconds

TEXTS = json.loads(Path(__file__).with_name("identity_texts.json").read_text(encoding="utf-8"))
NUMBERS = [
    area + date + serial
    for area, date, serial in (
        ("327601", "150390", "0001"),
        ("327601", "550390", "0012"),
        ("110101", "010101", "0002"),
        ("910201", "711212", "0123"),
        ("327611", "100105", "0001"),
        ("536401", "200500", "1234"),
        ("197105", "051105", "0007"),
    )
]
SCRIPTS = {
    name: "".join(chr(zero + digit) for digit in range(10))
    for name, zero in {
        "AI": 0x660,
        "EAI": 0x6F0,
        "DEV": 0x966,
        "FW": 0xFF10,
        "SUB": 0x2080,
        "MATH": 0x1D7CE,
        "BEN": 0x9E6,
        "THAI": 0xE50,
        "JAV": 0xA9D0,
        "BALI": 0x1B50,
    }.items()
} | {"SUP": "⁰¹²³⁴⁵⁶⁷⁸⁹", "CIRC": "⓪①②③④⑤⑥⑦⑧⑨", "NEG": "⓿❶❷❸❹❺❻❼❽❾", "SANS": "🄋➀➁➂➃➄➅➆➇➈", "DOT": "0⒈⒉⒊⒋⒌⒍⒎⒏⒐"}
CODES = {
    "NCR": "&#{:d};",
    "HEX": "&#x{:x};",
    "PCT": "%{:02X}",
    "PCT2": "%25{:02X}",
    "JS": "\\u{:04x}",
    "XX": "\\x{:02x}",
    "AMP": "&amp;#{:d};",
}


def spelt(pattern: str, number: str, second: str) -> str:
    script, pattern = re.fullmatch(r"(?:@([A-Z0-9]+))?(.*)", pattern, re.DOTALL).groups()
    text = re.sub(r"\{(\d*):(\d*)\}", lambda m: number[int(m[1] or 0) : int(m[2] or 16)], pattern)
    text = re.sub(r"<(\d*):(\d*)>", lambda m: second[int(m[1] or 0) : int(m[2] or 16)], text)
    if script == "KEY":  # 1️⃣
        return re.sub(r"\d", "\\g<0>\ufe0f\u20e3", text)
    if script == "MIX":
        return "".join(SCRIPTS["AI"][int(sign)] if sign.isdigit() and place % 2 else sign for place, sign in enumerate(text))
    if script in CODES:
        return re.sub(r"\d", lambda digit: CODES[script].format(ord(digit[0])), text)
    if script == "NCRFW":
        return re.sub(r"\d", lambda digit: CODES["NCR"].format(ord(SCRIPTS["FW"][int(digit[0])])), text)
    if script == "PCT8":
        return re.sub(r"\d", lambda digit: quote(SCRIPTS["FW"][int(digit[0])]), text)
    return text.translate(dict(zip(map(ord, "0123456789"), SCRIPTS[script], strict=True))) if script else text


def digits(text: str) -> str:
    """All digits of a text and nothing else: what a reader sees who does not care for signs. Not the package's own reading."""
    return "".join(str(unicodedata.digit(sign)) for sign in text if unicodedata.digit(sign, None) is not None)


WITH = [(kind, pattern) for kind, patterns in TEXTS["with"].items() for pattern in patterns]
WITHOUT = [(kind, text) for kind, texts in TEXTS["without"].items() for text in texts]


@pytest.mark.parametrize("kind", TEXTS["with"])
def test_each_spelling_is_found_and_masked(kind):
    for pattern in TEXTS["with"][kind]:
        for one, two in zip(NUMBERS, NUMBERS[1:] + NUMBERS[:1], strict=True):
            text = spelt(pattern, one, two)
            shown = mask(text)
            assert HIDDEN in shown and one[:12] not in digits(shown) and two[:12] not in digits(shown), (pattern, shown)
            assert mask(shown) == shown


@pytest.mark.parametrize("kind", TEXTS["without"])
def test_other_texts_come_back_as_they_are(kind):
    for text in TEXTS["without"][kind]:
        assert mask(text) == text, text


@pytest.mark.parametrize("kind", ["digits as codes", "letters between the groups", "marks of a page between the groups"])
def test_nothing_of_a_number_in_disguise_is_left(kind):
    for pattern in TEXTS["with"][kind]:
        shown = mask(spelt(pattern, NUMBERS[0], NUMBERS[1]))
        assert not re.search(r"\d{2}|&#|%\d|\\", shown), (pattern, shown)


@pytest.mark.parametrize(
    "cut",
    [
        lambda text: sheet_name(text, set()),
        lambda text: short(text, 31),
        lambda text: one_line(text, 31),
        lambda text: excel_text(text, 31),
    ],
)
def test_a_text_is_masked_before_it_is_cut(cut):
    for text in (
        f"{NUMBERS[0]} {NUMBERS[1]}",
        f"Data keluarga binaan {NUMBERS[0]}",
        "-".join((NUMBERS[1][:4], NUMBERS[1][4:8], NUMBERS[1][8:12], NUMBERS[1][12:])) + f" Ibu {NUMBERS[2]}",
    ):
        assert len(digits(cut(text))) < 6, cut(text)
    assert digits(mask(f"{NUMBERS[0]} {NUMBERS[1]}"[:31])) == "", "Excel cut the name itself"


def test_many_cells_together_hold_what_each_holds():
    texts = [spelt(pattern, NUMBERS[0], NUMBERS[1]) for _, pattern in WITH]
    alone = [identity_numbers(pd.Series([text, "a", "1"]))[0] for text in texts]
    assert all(alone), [text for text, found in zip(texts, alone, strict=True) if not found]
    assert not identity_numbers(pd.Series([text for _, text in WITHOUT])).any()


def test_the_lists_are_long_enough_to_say_something():
    assert len(set(WITH)) == len(WITH) >= 200 and len(set(WITHOUT)) == len(WITHOUT) >= 200


def test_what_stands_around_a_number_stays_as_typed():
    number = NUMBERS[0]
    for before, after in (
        ("Ibu Siti\u00ad ½ (", ") \u2013 2 anak\u200b"),
        ("①\u0301 ", "\u00a0m²"),
        ("", " 2 anak"),
        ("a ", "\u2026"),
    ):
        text = f"{before}{number[:4]}\u00ad {number[4:8]}\u200e.{number[8:12]}\u0301 {number[12:]}{after}"
        assert mask(text) == before + HIDDEN + after
    assert identity_spans(f"é {number} é {number}") == [(2, 18), (21, 37)]
    four = " ".join((number[:4], number[4:8], number[8:12], number[12:]))
    assert mask(f"{four}; {four}\n{number}") == f"{HIDDEN}; {HIDDEN}\n{HIDDEN}"


def test_pseudonyms_and_tickets_of_a_draw_stay():
    number = NUMBERS[0]
    assert mask(f"KK-{number}00ab") == f"KK-{number}00ab" and mask(f"KK-{number}0000") == f"KK-{HIDDEN}"
    assert mask("9" * 16) == HIDDEN and mask("9" * 16, certain=True) == "9" * 16 and mask(number, certain=True) == HIDDEN


@pytest.mark.parametrize("sign", ["\u00ad", "\u202e", "\n", " \u00a0 ", "\U0001f642", "\x07"])
def test_a_value_that_an_error_quotes_is_read_through_its_escapes(sign):
    number = NUMBERS[0]
    quoted = repr(sign.join((number[:4], number[4:8], number[8:12], number[12:])))
    assert mask(f"isi {quoted} salah") == f"isi '{HIDDEN}' salah"


# --- any number, any signs --------------------------------------------------------------------------------

SIGNS = [
    c
    for c in map(
        chr,
        (
            *range(1, 0x250),
            *range(0x300, 0x310),
            *range(0x2000, 0x2070),
            *range(0x2190, 0x21A0),
            0x3000,
            0x3002,
            0xFE0F,
            0xFEFF,
            0xFF0E,
            0x1F642,
        ),
    )
    if not c.isalnum()
    and unicodedata.digit(c, None) is None
    and unicodedata.numeric(c, None) is None
    and not unicodedata.normalize("NFKC", c).isalpha()
]
WORDS = st.text(alphabet="abc XYZ.,:()éß\n", max_size=20).filter(lambda text: not re.search(r"[.,]\s*$", text))


@st.composite
def numbers(draw) -> str:
    area = draw(st.sampled_from([11, 21, 32, 36, 53, 62, 76, 82, 91, 96])), draw(st.integers(1, 79)), draw(st.integers(1, 60))
    day = draw(st.integers(1, 31)) + 40 * draw(st.booleans())
    month, year, serial = draw(st.integers(1, 12)), draw(st.integers(0, 99)), draw(st.integers(1, 9999))
    return "".join(f"{part:02d}" for part in (*area, day, month, year)) + f"{serial:04d}"


def as_other_numbers_are_written(text: str) -> bool:
    """The conflict that `identity_spans` tells of: the signs happen to make amounts, decimals, dates or codes of a place."""
    return (
        re.search(
            r"(?<!\d)\d{1,3}[.,]\d|\d[-/.]\d\d?[-/.](19|20)\d\d|(19|20)\d\d[-/.]\d|(?<!\d)0\d|\d{10}\D+[01]\d\d\D|\d{4}\D{1,3}\d{1,3}\D{1,3}\d{1,3}(?!\d)|:",
            text,
        )
        is not None
    )


@given(numbers(), st.sets(st.integers(1, 15), max_size=15), st.data(), WORDS, WORDS)
def test_any_number_with_any_signs_is_found_among_words(number, cuts, data, before, after):
    one_sign = data.draw(st.booleans())
    sign = data.draw(st.sampled_from(SIGNS))
    text = "".join(
        (sign if one_sign else data.draw(st.text(st.sampled_from(SIGNS), min_size=1, max_size=4))) * (place in cuts) + digit
        for place, digit in enumerate(number)
    )
    if len(cuts) > 1 and not one_sign:
        assume(not as_other_numbers_are_written(text))
    shown = mask(before + text + after)
    assert shown == before + HIDDEN + after
    assert card_digits(text) == number


@given(st.text(alphabet="0123456789 .,-/abE+\n\u00ad\u0661²%", max_size=80))
def test_masking_twice_is_masking_once(text):
    once = mask(text)
    assert not holds_identity_number(once) and mask(once) == once
    assert (once == text) == (not holds_identity_number(text))


@given(st.text(ANY, max_size=60))
def test_a_text_without_many_digits_is_never_changed(text):
    few = "".join(sign for sign in text if sum(map(str.isnumeric, unicodedata.normalize("NFKC", sign))) == 0)
    assert mask(few) == few


@given(
    st.lists(numbers(), min_size=2, max_size=4),
    st.sampled_from([" ", "/", ", ", "\n", "-", ".", ""]),
    st.sampled_from(["", " ", "-", ".", "/", "\u00ad"]),
)
def test_all_of_several_numbers_are_masked(some, between, within):
    shown = mask(between.join(within.join((n[:6], n[6:12], n[12:])) for n in some))
    assert not re.search(r"\d", shown), shown
