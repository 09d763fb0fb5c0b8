"""The names down the side of a published table to kabupaten and kota; rows of provinces and totals are told apart.

BPS writes a kabupaten without its kind: of "Bandung" and "Kota Bandung" in one table the first is the kabupaten. That is
read only where the other of the two stands there under its full name, or a heading "Kota" or "Kabupaten" stands above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ...places.matching import Match, Places
from ...places.names import kindless_name, plain_name
from ...say import Text
from . import texts
from .wording import is_note, plain, words

_FOOTNOTE = re.compile(r"\s*(?:\*+\)?|[\u00b9\u00b2\u00b3\u2070-\u2079]+\)?|(?<=\D)\d\)|(?<=\s)[a-z]\)|\s+[a-z]$)+$")
_NUMBERED = re.compile(r"^\(?\d{1,3}[.)]?\s+(?=\D)")
_GROUP = re.compile(r"^(?:[IVX]+|[A-H])[.)]?\s+")  # II. Kota, B. Kota
PLACE, TOTAL, NOTE, KIND, UNREAD = "place", "total", "note", "kind", "unread"


@dataclass(frozen=True)
class Row:
    """What a line is: a place with its code, a province or total, a note, a heading of a kind, or not read (with `offered`)."""

    what: str
    code: str = ""
    offered: tuple[str, ...] = ()
    why: Text | None = None


class RowNames:
    """Reads the names of one table together, since one name may settle another."""

    def __init__(self, areas: pd.DataFrame):
        large = areas[areas["area_code"].str.len() <= 5]
        self._regencies, self._provinces = Places(large, "regency"), Places(large, "province")
        self._bps = dict(zip(large["area_code"], large.get("bps_code", pd.Series("", index=large.index)), strict=True))
        self._weights: dict[str, float] = {}
        self._totals = frozenset(words()["totals"])
        self._kinds = {word: kind for kind, spelt in words()["kinds"].items() for word in spelt}
        names = [*self._regencies.names.values(), *self._provinces.names.values()]
        self.in_titles = frozenset(
            spelling for name in names for spelling in (plain(name), plain(re.sub(r"^(?:Kabupaten|Kota|Provinsi) ", "", name)))
        )

    def weight(self, text: str) -> float:
        """1 for what may be a kabupaten or kota, a half for a province or a total, 0 for any other text."""
        if text not in self._weights:
            name = _bare(text)
            self._weights[text] = self._weight(name) if re.search(r"[^\W\d]", name) else 0.0
        return self._weights[text]

    def _weight(self, name: str) -> float:
        read = self._regency(name)
        if read.code or len(read.offered) > 1:
            return 1.0
        return 0.5 if plain(name) in self._totals or self._is_province(name) else 0.0

    def is_pair(self, text: str) -> bool:
        """Whether two places have this very name."""
        return self._regencies.read(_bare(text), near=False).how == "two readings"

    def is_other(self, text: str, code: str) -> bool:
        """Whether the text names a place, and not this one."""
        read = self._regency(_bare(text))
        found = {read.code, *read.offered} - {""}
        return bool(found) and code not in found

    def read(self, names: Sequence[str], codes: Sequence[str], filled: Sequence[bool]) -> list[Row]:
        """One row each. names, codes : what stands in the two columns; filled : whether the line has any figure."""
        kind, kinds = "", []
        for name, has in zip(names, filled, strict=True):
            if self._is_province(_bare(name)) and not self._regency(_bare(name)).code:
                kind = ""  # groups of the province above
            kind = kind if has else self.kind_of(name) or kind
            kinds.append(kind)
        first = [self._one(_bare(n), code, k) for n, code, k in zip(names, codes, kinds, strict=True)]
        named = {row.code for row in first if row.what == PLACE}
        provinces = sum(row.what == TOTAL and self._is_province(_bare(n)) for row, n in zip(first, names, strict=True))
        done: list[Row] = []
        for place, (row, name, has) in enumerate(zip(first, names, filled, strict=True)):
            if not has and row.what != PLACE:
                row = Row(KIND if self.kind_of(name) else NOTE)
            elif row.what == UNREAD and is_note(name):
                row = Row(NOTE)
            elif row.what in (PLACE, UNREAD) and self._is_province(_bare(name)) and not codes[place]:
                row = self._province_or_place(row, place, list(names), named, provinces)
            if row.what == UNREAD and len(row.offered) == 2 and row.why is not texts.PROVINCE_OR_PLACE:
                left = [code for code in row.offered if code not in named]
                row = Row(PLACE, left[0]) if len(left) == 1 and self._is_bare(name, row.offered) else row
            done.append(row)
        return done

    def _of_code(self, digits: str) -> list[str]:
        """The places that have this code, at BPS or Kemendagri."""
        return [one for one in self._regencies.names if digits in (self._bps.get(one), one.replace(".", ""))]

    def said(self, code: str) -> str:
        return self._regencies.said(code)

    def name(self, code: str) -> str:
        return self._regencies.names[code]

    def _one(self, name: str, code: str, kind: str) -> Row:
        if not name and not code:
            return Row(NOTE)
        if plain(name) in self._totals:
            return Row(TOTAL)
        read = self._regency(name, near=True)
        digits = re.sub(r"\D", "", code)
        if read.code and digits not in ("", self._bps.get(read.code), read.code.replace(".", "")) and self._of_code(digits):
            return Row(UNREAD, "", (read.code, *self._of_code(digits)), texts.OTHER_CODE)
        if not read.code and kind and re.match(r"kab|kota", plain(name)) is None:
            of_kind = self._regencies.read(f"{kind} {name}", near=False)
            if of_kind.code:
                return Row(PLACE, of_kind.code)
        if read.code:
            return Row(PLACE, read.code)
        by_code = [one for one in read.offered if digits and digits in (self._bps.get(one), one.replace(".", ""))]
        if len(by_code) == 1 and read.how == "two readings":
            return Row(PLACE, by_code[0])
        if self._is_province(name) and read.how != "two readings" or re.fullmatch(r"\d\d(?:00)?", name):
            return Row(TOTAL)
        return Row(UNREAD, "", read.offered, texts.SEVERAL_PLACES if read.how == "two readings" else texts.NO_PLACE)

    def _regency(self, name: str, near: bool = False) -> Match:
        """BPS leaves "Administrasi" out of the names of Jakarta."""
        read = self._regencies.read(name, near=near)
        longer = re.sub(r"^(kota|kab(?:upaten)?)\b\.?\s*", r"\1 administrasi ", name, flags=re.IGNORECASE)
        other = read if read.code or longer == name else self._regencies.read(longer, near=False)
        return other if other.code else read

    def kind_of(self, name: str) -> str:
        """kabupaten or kota where a line is the heading of a group of them."""
        return self._kinds.get(plain(_GROUP.sub("", _bare(name))), "")

    def _is_province(self, name: str) -> bool:
        return bool(self._provinces.read(name, near=False).code)

    def _is_bare(self, name: str, offered: tuple[str, ...]) -> bool:
        """Whether the name is that of both places without its kind."""
        bare = plain_name(_bare(name))
        return all(kindless_name(self._regencies.names[code], "regency") == bare for code in offered)

    def _province_or_place(self, row: Row, place: int, names: list[str], named: set[str], provinces: int) -> Row:
        """Gorontalo, Bengkulu and Jambi are a province and a kota or kabupaten."""
        name = _bare(names[place])
        if plain_name(name).startswith("provinsi"):
            return Row(TOTAL)
        same = [i for i, other in enumerate(names) if plain_name(_bare(other)) == plain_name(name)]
        candidates = {row.code} if row.code else set(row.offered)
        spelt_out = {
            code
            for code in candidates
            if any(i not in same and self._regencies.read(_bare(other), near=False).code == code for i, other in enumerate(names))
        }
        free = candidates - spelt_out
        if not free:
            return Row(TOTAL)
        if len(same) == 2 and len(free) == 1:
            upper = [i for i in same if _bare(names[i]).isupper()]
            if len(upper) == 1:
                return Row(TOTAL) if place == upper[0] else Row(PLACE, free.pop())
        elif len(same) == 1 and len(free) == 1 and not provinces and place + 1 < len(names):
            return Row(PLACE, free.pop())
        return Row(UNREAD, "", tuple(sorted(candidates)), texts.PROVINCE_OR_PLACE)


def _bare(name: str) -> str:
    """A name without its number in a list and marks of footnotes.

    >>> _bare("12. Bandung Barat *)"), _bare("Kepulauan\\nSeribu"), _bare("50 Kota"), _bare("Bekasi 2)")
    ('Bandung Barat', 'Kepulauan Seribu', 'Kabupaten 50 Kota', 'Bekasi')
    """
    tidy = " ".join(name.split())
    numbered = "Kabupaten 50 Kota" if plain(tidy) == "50 kota" else _NUMBERED.sub("", tidy)
    return re.sub(r"^adm(?:inistrasi)?\b\.?\s+", "", _FOOTNOTE.sub("", numbered).strip(), flags=re.IGNORECASE)
