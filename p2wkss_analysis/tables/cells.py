"""From what people type into a cell to a plain value, or to the reason why it cannot be told what was meant.

Nothing is guessed: "5.000" as text may be five or five thousand, "05/03/2025" may be March or May, so both are
refused with the remedy. What has one meaning is read, and that it was written otherwise is kept as a note.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from dataclasses import dataclass

Words = tuple[str, str]  # Bahasa Indonesia, English


@dataclass(frozen=True)
class Cell:
    """A cell as read: its plain `text`, or why not (`rule` and `remedy`), and a `note` where it was read otherwise."""

    text: str = ""
    rule: Words | None = None
    remedy: Words | None = None
    note: Words | None = None


_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u2060\ufeff]+")
_NOTHING = {"-", "--", "n/a", "na", "nihil", "tidak ada", "tidak ada data", "kosong", "none", "null", "nan", ".", "?", "x"}
COMMA: Words = ("koma desimal dibaca sebagai titik", "decimal comma read as a point")
GROUPS: Words = ("pemisah ribuan dihilangkan", "thousands separators removed")
_SIGNS: Words = ("tanda satuan dihilangkan", "sign of the unit removed")
ROUNDED = re.compile(r"[1-9](?:[.,]\d+)?[eE]\+1\d")  # how Excel shows a number of eleven and more digits
_ROUNDED_NUMBER = Cell(
    rule=("nomor panjang yang telah dibulatkan Excel.", "is a long number that Excel has rounded."),
    remedy=("Ubah format sel menjadi teks, lalu ketik ulang kodenya.", "Set the cell's format to text and type the code again."),
)
_TRIMMED: Words = ("spasi di tepi dihilangkan", "spaces at the ends removed")
_NUMBER_FORMS = (
    (re.compile(r"[+-]?\d+(\.\d+)?"), lambda t: t, None),
    (re.compile(r"[+-]?\d+,\d+"), lambda t: t.replace(",", "."), COMMA),
    (re.compile(r"[+-]?\d{1,3}(\.\d{3}){2,}"), lambda t: t.replace(".", ""), GROUPS),
    (re.compile(r"[+-]?\d{1,3}(,\d{3}){2,}"), lambda t: t.replace(",", ""), GROUPS),
    (re.compile(r"[+-]?\d{1,3}( \d{3})+"), lambda t: t.replace(" ", ""), GROUPS),
    (re.compile(r"[+-]?\d{1,3}(\.\d{3})+,\d+"), lambda t: t.replace(".", "").replace(",", "."), GROUPS),
    (re.compile(r"[+-]?\d{1,3}(,\d{3})+\.\d+"), lambda t: t.replace(",", ""), GROUPS),
)
TWO_READINGS = re.compile(r"[+-]?[1-9][0-9]{0,2}([.,])[0-9]{3}")  # thousands or decimals; a longer first group is no thousands
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


def read_number(text: str, percent: bool = False, rupiah: bool = False) -> Cell:
    """A number typed as text, with a point or comma, to plain digits.

    >>> read_number("12,5").text, read_number("1.250.000").text, read_number("5.000").text
    ('12.5', '1250000', '')
    """
    tidy = plain(text).replace("\N{MINUS SIGN}", "-")
    signs = None
    for allowed, form in ((percent, r"\s*%$"), (rupiah, r"^rp\.?\s*"), (rupiah, r",-$")):
        shorter = re.sub(form, "", tidy, flags=re.IGNORECASE) if allowed else tidy
        signs = _SIGNS if shorter != tidy else signs
        tidy = shorter
    if not tidy:
        return Cell()
    if tidy.casefold() in _NOTHING:
        return Cell(
            rule=("bukan bilangan.", "is not a number."),
            remedy=(
                "Kosongkan sel bila tidak ada data; tulis 0 hanya bila memang nol.",
                "Leave the cell empty where there are no data; write 0 only where it is zero.",
            ),
        )
    two = tidy.isascii() and TWO_READINGS.fullmatch(tidy)
    if two:
        whole, point = tidy.replace(two[1], ""), tidy.replace(",", ".").rstrip("0").rstrip(".")
        return Cell(
            rule=(f"dapat berarti {whole} atau {point.replace('.', ',')}.", f"can mean {whole} or {point}."),
            remedy=(
                f"Tulis {whole} tanpa pemisah ribuan, atau {point.replace('.', ',')} bila itu yang dimaksud.",
                f"Write {whole} without a thousands separator, or {point} if that is meant.",
            ),
        )
    for form, change, note in _NUMBER_FORMS:
        if tidy.isascii() and form.fullmatch(tidy):
            return Cell(change(tidy), note=note or signs or (None if tidy == text else _TRIMMED))
    return Cell(
        rule=("bukan bilangan.", "is not a number."),
        remedy=(
            "Tulis angkanya saja, tanpa kata, satuan, atau rentang.",
            "Write the number alone, without words, units or ranges.",
        ),
    )


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
    digits = re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", tidy) if tidy.isascii() else None
    if digits:
        return _day_or_month(text, int(digits[1]), int(digits[3]), int(digits[4]))
    return Cell(rule=("bukan tanggal lengkap.", "is not a full date."), remedy=_WRITE_DATE)


_WRITE_DATE: Words = (
    "Tulis tahun-bulan-hari, misalnya 2025-03-05, atau 5 Maret 2025.",
    "Write year-month-day, such as 2025-03-05, or 5 March 2025.",
)


def _day_or_month(text: str, first: int, second: int, year: int) -> Cell:
    if first <= 12 and second <= 12 and first != second:
        one, two = (f"{year}-{a:02d}-{b:02d}" for a, b in ((second, first), (first, second)))
        return Cell(rule=(f"dapat berarti {one} atau {two}.", f"can mean {one} or {two}."), remedy=_WRITE_DATE)
    month, day = (second, first) if second <= 12 else (first, second)
    return _date(text, year, month, day)


def _date(text: str, year: int, month: int, day: int) -> Cell:
    try:
        read = dt.date(year, month, day).isoformat()
    except ValueError:
        return Cell(rule=("tanggal itu tidak ada.", "there is no such date."), remedy=_WRITE_DATE)
    return Cell(
        read,
        note=None if read == text else ("tanggal ditulis ulang sebagai tahun-bulan-hari", "date rewritten as year-month-day"),
    )


def read_word(text: str, known: dict[str, str], offered: tuple[list[str], list[str]], offer: bool = True) -> Cell:
    """A choice of a drop-down to its value. `known` maps spellings (see `values_by_word`), `offered` are the words id, en.

    A word that nearly fits is offered in the remedy (unless `offer` is False) and never taken.

    >>> read_word("Ya ", {"ya": "yes"}, (["ya"], ["yes"])).text
    'yes'
    """
    word = plain(text).casefold()
    if not word:
        return Cell()
    if word in known:
        return Cell(known[word])
    near = [difflib.get_close_matches(word, [w.casefold() for w in words], n=1, cutoff=0.7) if offer else [] for words in offered]
    guess = tuple(f" {ask} {hit[0]!r}?" if hit else "" for ask, hit in zip(("Maksudnya", "Is it"), near, strict=True))
    return Cell(
        rule=("nilai tidak dikenal.", "the value is not known."),
        remedy=(f"Pilih salah satu: {', '.join(offered[0])}.{guess[0]}", f"Choose one of: {', '.join(offered[1])}.{guess[1]}"),
    )


def read_text(text: str) -> Cell:
    """Free text, without the spaces at its ends; a long number that Excel has rounded to 3.28E+15 is no text any more."""
    tidy = text.strip(" \t\r\n\u00a0")
    if ROUNDED.fullmatch(tidy):
        return _ROUNDED_NUMBER
    return Cell(tidy, note=None if tidy == text else _TRIMMED)
