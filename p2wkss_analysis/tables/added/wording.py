"""What the words above a published table say: indicator, series, unit, years, and every word that is not understood.

Nothing is guessed: a word that is not known keeps its column, or the whole title, from being read without being asked.
The words stand in `words.json`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

YEAR = re.compile(r"(?<!\w)((?:19|20)\d\d)(?!\d)")
_MARKS = re.compile(r"[*\u00b9\u00b2\u00b3\u2070-\u2079]+\)?")
_GLUED_MARK = re.compile(r"(?<=(?<!\d)(?:19|20)\d\d)\s?(?:r|e|p|x|\d)\)?(?![\w)])")  # 2025r, 2025 1)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_CENSUS = re.compile(r"\b(?:sp|sensus(?: penduduk)?|(?:population )?census) ?20[12]0\b")  # names a series, not a year of figures
_DATE = re.compile(  # the day of a download
    r"\b\d{1,2}(?:([/-])\d{1,2}\1| (?:jan|feb|peb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)[a-z]*,? )20\d\d\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"\[(?![^\]]*(?:metode|method))[^\[\]]*\]", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)")  # (1) (2) (3) below a header


@dataclass(frozen=True)
class Said:
    """What some words say. `rest` are the words not understood, `others` those that mean another population or measure."""

    indicators: frozenset[str] = frozenset()
    method: str = ""
    old_method: bool = False
    units: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    season_of: frozenset[str] = frozenset()  # surveys whose other round is meant
    rest: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    projection: bool = False
    rounds: frozenset[str] = frozenset()  # surveys whose own round is named: Maret, Agustus
    counts: bool = False  # "Jumlah": of people, where nothing else is named


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """The lists of `words.json`."""
    return json.loads((Path(__file__).parent / "words.json").read_text(encoding="utf-8"))


def plain(text: str) -> str:
    """Small letters and digits, one space between; marks of footnotes left out.

    >>> plain("Rata-rata  Lama Sekolah\\u00b9) (Tahun)"), plain("2025*)")
    ('rata rata lama sekolah tahun', '2025')
    """
    text = _MARKS.sub(" ", text.replace("_", " "))
    text = unicodedata.normalize("NFKD", text).casefold()
    text = "".join(c if c.isalnum() else " " for c in text if not unicodedata.combining(c))
    return " ".join(text.split())


def year_in(text: str) -> int | None:
    """The year where a cell says a year and nothing else but a mark or a season.

    >>> [year_in(text) for text in ("2025*)", "2024r", "Maret 2024", "2023-2025", "Tahun 2024", "20251")]
    [2025, 2024, 2024, None, 2024, 2025]
    """
    said = read_words(text)
    whole = not (said.indicators or said.method or said.units or said.rest or said.others)
    return said.years[0] if whole and len(said.years) == 1 else None


def read_words(text: str, places: frozenset[str] = frozenset()) -> Said:
    """What a title, or the cells above a column one after the other, say. places : names that may stand in a title, plain.

    >>> said = read_words("[Metode Baru] Indeks Pembangunan Manusia (Umur Harapan Hidup Hasil Long Form SP2020), 2025")
    >>> sorted(said.indicators), said.method, said.years, said.rest
    (['hdi'], 'UHH LF SP2020', (2025,), ())
    >>> read_words("Persentase Penduduk Miskin (Persen) Perempuan").others
    ('perempuan',)
    """
    return _read(text, places)


@lru_cache(maxsize=2000)
def _read(text: str, places: frozenset[str]) -> Said:
    known = words()
    text = "" if is_column_number(text) else text
    text = _GLUED_MARK.sub(" ", _DATE.sub(" ", text))
    untagged = _TAG.sub(" ", text)  # [Indikator Strategis] [IPM] Harapan Lama Sekolah
    text = untagged if any(f" {phrase} " in f" {plain(untagged)} " for _, phrase, _ in _phrases()) else text
    units = [unit for inside in _BRACKETS.findall(text) if (unit := plain(inside)) in all_units()]
    rest = f" {plain(text)} "
    taken: dict[str, list[str]] = {"method": [], "indicator": []}
    life = False
    for method, phrases in known["methods"].items():
        for phrase in phrases:
            if f" {phrase} " in rest:
                taken["method"].append(method)
                life = life or phrase in known["life_in_method"]
                rest = rest.replace(f" {phrase} ", " | ")
    old = any(f" {phrase} " in rest for phrase in known["other_methods"])
    indicators = set()
    for length, phrase, indicator in _phrases():
        if length and f" {phrase} " in rest:
            indicators.add(indicator)
            rest = rest.replace(f" {phrase} ", " | ")
    if life and not indicators:
        indicators.add("life_expectancy")
    for phrase in known["prices"]:
        rest = rest.replace(f" {phrase} ", " | ")
    rest = _CENSUS.sub(" sp20 ", rest)  # a word that is not understood
    dated = any(f" {phrase} " in rest for phrase in known["of_publications"])
    years = () if dated else tuple(int(y) for y in dict.fromkeys(YEAR.findall(rest)))
    rest = YEAR.sub(" ", rest)
    projection = any(f" {word} " in rest for word in ("proyeksi", "projection")) or "proyeksi" in plain(text)
    other_round = set()
    for survey, phrases in known["other_seasons"].items():
        for phrase in phrases:
            if f" {phrase} " in rest:
                other_round.add(survey)
                rest = rest.replace(f" {phrase} ", " | ")
    own_round = set()
    for survey, phrases in known["seasons"].items():
        for phrase in phrases:
            if survey and f" {phrase} " in rest:
                own_round.add(survey)
            rest = rest.replace(f" {phrase} ", " | ")
    others = [phrase for phrase in known["others"] if f" {phrase} " in rest]
    for phrase in [*others, *known["other_methods"], *known["new_methods"]]:
        rest = rest.replace(f" {phrase} ", " | ")
    for phrase in sorted(places, key=len, reverse=True):
        if f" {phrase} " in rest:
            rest = rest.replace(f" {phrase} ", " | ")
    for phrase in sorted(all_units(), key=len, reverse=True):
        if f" {phrase} " in rest:
            if " " in phrase or plain(text) == phrase and phrase not in ("tahun", "year", "years"):  # these head years, too
                units.append(phrase)
            rest = rest.replace(f" {phrase} ", " | ")
    fillers, counts = set(known["fillers"]), any(f" {word} " in rest for word in known["counts"])
    left = [word for word in rest.split() if word != "|" and word not in fillers and not _table_number(word)]
    method = taken["method"][0] if len(set(taken["method"])) == 1 else "?" if taken["method"] else ""
    return Said(
        frozenset(indicators), method, old, tuple(dict.fromkeys(units)), years, frozenset(other_round), tuple(left),
        tuple(others), projection, frozenset(own_round), counts,
    )  # fmt: skip


def together(parts: Iterable[Said]) -> Said:
    """What several cells say, one above the other."""
    parts = list(parts)
    methods = {part.method for part in parts} - {""}

    def each(name: str) -> list:
        return list(dict.fromkeys(one for part in parts for one in getattr(part, name)))

    return Said(
        frozenset(each("indicators")), methods.pop() if len(methods) == 1 else "?" if methods else "",
        any(part.old_method for part in parts), tuple(each("units")), tuple(each("years")), frozenset(each("season_of")),
        tuple(each("rest")), tuple(each("others")), any(part.projection for part in parts), frozenset(each("rounds")),
        any(part.counts for part in parts),
    )  # fmt: skip


def factor(unit_of_dictionary: str, said: Iterable[str]) -> Decimal | None:
    """By what a figure in one of the units that are said is multiplied; None where a unit is missing or another one's.

    >>> factor("persons", ["ribu jiwa"]), factor("percent", []), factor("persons", []), factor("percent", ["ribu jiwa"])
    (Decimal('1000'), Decimal('1'), None, None)
    """
    known, said = words(), list(said)
    allowed = known["units"][_kind(unit_of_dictionary)]
    if not said:
        return None if unit_of_dictionary in known["stated"] else Decimal(1)
    factors = {Decimal(allowed[unit]) if unit in allowed else None for unit in said}
    return factors.pop() if len(factors) == 1 else None


@lru_cache(maxsize=1)
def all_units() -> frozenset[str]:
    """Every spelling of a unit, plain."""
    return frozenset(unit for spellings in words()["units"].values() for unit in spellings)


def is_column_number(text: str) -> bool:
    """Whether a cell is a (3) of the row of numbers below a header."""
    return bool(_COLUMN_NUMBER.fullmatch(text.strip()))


def is_note(text: str) -> bool:
    """Whether a line below a table only says where it is from, or explains a mark."""
    start = plain(text)
    return bool(re.match(r"\s*(?:\*|\d\)|[a-z]\)|[\u00b9\u00b2\u00b3])", text)) or any(
        start == word or start.startswith(word + " ") for word in words()["notes"]
    )


def _kind(unit: str) -> str:
    units = words()["units"]
    return unit if unit in units else "index" if unit.startswith("index") else "percent"


@lru_cache(maxsize=1)
def _phrases() -> list[tuple[int, str, str]]:
    """Phrases of all indicators, the longest first: a garis kemiskinan is no kemiskinan."""
    pairs = [(len(phrase), phrase, name) for name, phrases in words()["indicators"].items() for phrase in phrases]
    return sorted(pairs, reverse=True)


def _table_number(word: str) -> bool:
    """Parts of "Tabel 4.5.1", and the numbers of a list."""
    return word.isdigit() and len(word) <= 2
