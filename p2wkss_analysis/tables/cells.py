"""From what people type into a cell to a plain value, or to the reason why it cannot be told what was meant.

Nothing is guessed: "5.000" as text may be five or five thousand, "05/03/2025" may be March or May, so both are
refused with the remedy. What has one meaning is read, and that it was written otherwise is kept as a note.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..say import Text
from . import texts


@dataclass(frozen=True)
class Cell:
    """A cell as read: its plain `text`, or why not (`rule` and `remedy`), and a `note` where it was read otherwise.

    `either` are the readings of a cell that has two, between which its column may decide (see `column_shows`).
    """

    text: str = ""
    rule: Text | None = None
    remedy: Text | None = None
    note: Text | None = None
    either: tuple[str, str] | None = None


_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u2060\ufeff]+")
_NOTHING = {"-", "--", "n/a", "na", "nihil", "tidak ada", "tidak ada data", "kosong", "none", "null", "nan", ".", "?", "x"}
ROUNDED = re.compile(r"[1-9](?:[.,]\d+)?[eE]\+1\d")  # how Excel shows a number of eleven and more digits
_NUMBER_FORMS = (
    (re.compile(r"[+-]?\d+(\.\d+)?"), lambda t: t, None),
    (re.compile(r"[+-]?\d+,\d+"), lambda t: t.replace(",", "."), texts.COMMA),
    (re.compile(r"[+-]?\d{1,3}(\.\d{3}){2,}"), lambda t: t.replace(".", ""), texts.GROUPS),
    (re.compile(r"[+-]?\d{1,3}(,\d{3}){2,}"), lambda t: t.replace(",", ""), texts.GROUPS),
    (re.compile(r"[+-]?\d{1,3}( \d{3})+"), lambda t: t.replace(" ", ""), texts.GROUPS),
    (re.compile(r"[+-]?\d{1,3}(\.\d{3})+,\d+"), lambda t: t.replace(".", "").replace(",", "."), texts.GROUPS),
    (re.compile(r"[+-]?\d{1,3}(,\d{3})+\.\d+"), lambda t: t.replace(",", ""), texts.GROUPS),
)
DAY_AND_MONTH = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
TWO_READINGS = re.compile(r"[+-]?[1-9][0-9]{0,2}([.,])[0-9]{3}")  # thousands or decimals; a longer first group is no thousands
BROKEN_GROUPS = re.compile(r"[+-]?[1-9][0-9]{3,}([.,])[0-9]{3}")  # 1300.000: of rupiah a lost separator rather than decimals
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb pebruari",
            "maret march mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu aug agt",
            "september sep sept",
            "oktober october okt oct",
            "november nov nopember",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}


def plain(text: str) -> str:
    """The text without spaces at its ends; spaces of every kind inside become one plain space.

    >>> plain("  5\\u00a0000 ")
    '5 000'
    """
    return _SPACES.sub(" ", text).strip()


def read_number(
    text: str, percent: bool = False, rupiah: bool = False, units: Collection[str] = (), names: Collection[str] = ()
) -> Cell:
    """A number typed as text, with a point or comma, to plain digits.

    `units` are the words that may stand behind it, `names` those before it: the unit and the name of the column.

    >>> read_number("12,5").text, read_number("1.250.000").text, read_number("5.000").text
    ('12.5', '1250000', '')
    >>> read_number("40 KK", units=["kk"]).text, read_number("RT.001", names=["rt"]).text, read_number("40 orang").text
    ('40', '001', '')
    >>> read_number("Rp 1300.000", rupiah=True).rule.say("en")
    'This can mean 1300000 or 1300.'
    """
    tidy = plain(text).replace("\N{MINUS SIGN}", "-")
    signs = None
    behind = (rf"\s*(?:{'|'.join(map(re.escape, units))})\.?$", texts.UNIT_WORD)
    before = (rf"^(?:(?:no|nomor)\b[\s.]*)?(?:{'|'.join(map(re.escape, names))})[\s.:]*(?=\d)", texts.NAME_WORD)
    for allowed, unit, taken in (
        (percent, r"\s*%$", texts.SIGNS),
        (rupiah, r"^rp\.?\s*", texts.SIGNS),
        (rupiah, r",-$", texts.SIGNS),
        (units, *behind),
        (names, *before),
    ):
        shorter = re.sub(unit, "", tidy, flags=re.IGNORECASE) if allowed else tidy
        signs = taken if shorter != tidy and shorter else signs
        tidy = shorter or tidy
    if not tidy:
        return Cell()
    if tidy.casefold() in _NOTHING:
        return Cell(rule=texts.NOT_A_NUMBER, remedy=texts.LEAVE_EMPTY)
    broken = BROKEN_GROUPS.fullmatch(tidy) if rupiah and tidy.isascii() else None
    two = broken or (TWO_READINGS.fullmatch(tidy) if tidy.isascii() else None)
    if two:
        whole, point = tidy.replace(two[1], ""), tidy.replace(",", ".").rstrip("0").rstrip(".")
        readings = {"whole": whole, "point": Text(point.replace(".", ","), point)}
        either = None if broken else (whole, point)  # a column of right groups says nothing of a wrong one
        return Cell(
            rule=texts.TWO_NUMBERS.fill(**readings), remedy=texts.WRITE_EITHER.fill(**readings), note=signs, either=either
        )
    for form, change, note in _NUMBER_FORMS:
        if tidy.isascii() and form.fullmatch(tidy):
            return Cell(change(tidy), note=note or signs or (None if tidy == text else texts.TRIMMED))
    return Cell(rule=texts.NOT_A_NUMBER, remedy=texts.NUMBER_ALONE)


def read_date(text: str) -> Cell:
    """A date typed as text to year-month-day; refused where day and month could be exchanged.

    >>> read_date("25/03/2025").text, read_date("5 Maret 2025").text, read_date("05/03/2025").text
    ('2025-03-25', '2025-03-05', '')
    """
    tidy = plain(text)
    if not tidy:
        return Cell()
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?", tidy) if tidy.isascii() else None
    if iso:
        return _date(text, *map(int, iso.groups()))
    named = re.fullmatch(r"(\d{1,2})[ -]([A-Za-z]+)[ -](\d{4})", tidy)
    if named and named[2].casefold() in _MONTHS and tidy.isascii():
        return _date(text, int(named[3]), _MONTHS[named[2].casefold()], int(named[1]))
    digits = DAY_AND_MONTH.fullmatch(tidy) if tidy.isascii() else None
    if digits:
        return _day_or_month(text, int(digits[1]), int(digits[3]), int(digits[4]))
    return Cell(rule=texts.NOT_A_DATE, remedy=texts.WRITE_DATE)


def _day_or_month(text: str, first: int, second: int, year: int) -> Cell:
    if first <= 12 and second <= 12 and first != second:
        one, two = (f"{year}-{a:02d}-{b:02d}" for a, b in ((second, first), (first, second)))
        return Cell(rule=texts.TWO_DATES.fill(one=one, other=two), remedy=texts.WRITE_DATE, either=(one, two))
    month, day = (second, first) if second <= 12 else (first, second)
    return _date(text, year, month, day)


def _date(text: str, year: int, month: int, day: int) -> Cell:
    try:
        read = dt.date(year, month, day).isoformat()
    except ValueError:
        return Cell(rule=texts.NO_SUCH_DATE, remedy=texts.WRITE_DATE)
    return Cell(read, note=None if read == text else texts.DATE_REWRITTEN)


def read_word(text: str, known: dict[str, str], offered: Sequence[Text], offer: bool = True) -> Cell:
    """A choice of a drop-down to its value. `known` maps spellings (see `values_by_word`), `offered` are the words shown.

    A word that nearly fits is offered in the remedy (unless `offer` is False) and never taken.

    >>> read_word("Ya ", {"ya": "yes"}, [Text("ya", "yes")]).text
    'yes'
    """
    word = plain(text).casefold()
    if not word:
        return Cell()
    if word in known:
        return Cell(known[word])
    spelled = {said.casefold(): choice for choice in offered for said in (choice.id, choice.en)}
    near = difflib.get_close_matches(word, spelled, n=1, cutoff=0.7) if offer else []
    remedy = texts.CHOOSE_PERHAPS.fill(words=offered, near=spelled[near[0]]) if near else texts.CHOOSE.fill(words=offered)
    return Cell(rule=texts.UNKNOWN_WORD, remedy=remedy)


def read_text(text: str) -> Cell:
    """Free text, without the spaces at its ends; a long number that Excel has rounded to 3.28E+15 is no text any more."""
    tidy = text.strip(" \t\r\n\u00a0")
    if ROUNDED.fullmatch(tidy):
        return Cell(rule=texts.LONG_NUMBER_ROUNDED, remedy=texts.TYPE_CODE_AS_TEXT)
    return Cell(tidy, note=None if tidy == text else texts.TRIMMED)
