"""Villages as people write them in a workbook: a code, a code with its name, a code without dots, or a name alone."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable
from functools import cached_property, lru_cache

import pandas as pd

from ...dictionary.sheets import same_word
from ...places.matching import Match
from ...places.matching import Places as ByName
from ...places.names import kindless_name
from ...say import Text
from .. import texts as of_tables
from ..cells import Cell, plain
from .texts import sheets as texts

_CODE = re.compile(r"(\d{2}\.\d{2}\.\d{2}\.\d{4})(?:\s+(.+))?")
_NAMED = ("name", "name and place above")  # how a name was found that is one village
_PLAIN_CODE = re.compile(r"(\d{2})(\d{2})(\d{2})(\d{4})")

_Listed = tuple[dict[str, str], dict[str, str], frozenset[str]]


class Places:
    """The villages of Indonesia by code and name, and the one city a workbook belongs to ("" for any).

    `anywhere`: names are those of the city, codes may be of any.
    """

    def __init__(self, listed: _Listed, regency: str = "", anywhere: bool = False):
        self.names, self._of_bps, self.codes = listed
        self.regency, self.anywhere = regency, anywhere

    @cached_property
    def _by_name(self) -> ByName:
        """The city's villages by name; made when the first name is looked up."""
        from ..intake import load

        return ByName(load("areas"), "village", self.regency)

    @cached_property
    def offered(self) -> dict[str, str]:
        """The villages of the city as the drop-down offers them, to their codes."""
        here = sorted(code for code in self.codes if code.startswith(f"{self.regency}.")) if self.regency else []
        return {name: code for code, name in offered_villages({code: self.names[code] for code in here}, self.district).items()}

    def district(self, code: str) -> str:
        return self.names.get(code[:8], "")

    def of_bps(self, code: str) -> str | None:
        """The Kemendagri code of a village by its BPS code of ten digits, or None."""
        return self._of_bps.get(plain(code))

    def read(self, text: str, offer: bool = True) -> Cell:
        """A village cell to its code, by its name where one village of the city has it; what nearly fits is offered (unless
        `offer` is False) and never taken."""
        if text in self.offered:
            return Cell(self.offered[text])
        tidy = plain(text)
        coded = _CODE.fullmatch(tidy)
        if coded:
            return self._coded(text, coded[1], coded[2], offer)
        bare = _PLAIN_CODE.fullmatch(tidy)
        if bare:
            return self._undotted(text, ".".join(bare.groups()))
        if not tidy:
            return Cell()
        return self._named(tidy, offer)

    def only_one(self, name: str) -> str | None:
        """The code of the one village of the city with this name; None where none or several have it, or for any city."""
        found = self._by_name.read(name, near=False) if self.regency else None
        return found.code if found and found.how in _NAMED else None

    def _coded(self, text: str, code: str, name: str | None, offer: bool = True) -> Cell:
        if code not in self.codes:
            near = difflib.get_close_matches(code, self._nearby(code), n=3, cutoff=0.84) if offer else []
            return Cell(rule=of_tables.UNKNOWN_AREA, remedy=self._offer(near, texts.CHECK_CODE))
        if self.regency and not self.anywhere and not code.startswith(self.regency + "."):
            city = self.names.get(self.regency, "")
            outside = texts.OUTSIDE_CITY.fill(code=code, name=self.names[code], city=city, regency=self.regency)
            return Cell(rule=outside, remedy=texts.CHOOSE_OR_MEND_REGENCY)
        if name and kindless_name(name, "village") != kindless_name(self.names[code], "village"):
            found = self._by_name.read(name, near=False) if self.regency else Match("", "unknown")
            meant = [code, *([found.code] if found.code else found.offered[:3])]
            other = texts.OTHER_NAME.fill(code=code, name=self.names[code], typed=name)
            return Cell(rule=other, remedy=self._offer(meant, texts.MEND_CODE_OR_NAME))
        return Cell(code, note=None if name or text == code else of_tables.TRIMMED)

    def _undotted(self, text: str, code: str) -> Cell:
        """Ten digits: a Kemendagri code without dots is read, a BPS code is only offered its counterpart."""
        bps = self._of_bps.get(plain(text))
        if code in self.codes and bps in (None, code):
            read = self._coded(code, code, None)
            return read if read.rule else Cell(code, note=texts.DOTS_ADDED)
        found = [c for c in (code if code in self.codes else None, bps) if c]
        rule = texts.CODE_UNCERTAIN if found else of_tables.UNKNOWN_AREA
        return Cell(rule=rule, remedy=self._offer(found, texts.WRITE_DOTTED))

    def _named(self, name: str, offer: bool) -> Cell:
        found = self._by_name.read(name, near=offer) if self.regency else Match("", "unknown")
        if found.how in _NAMED:
            return Cell(found.code, note=texts.NAME_READ)
        rule = texts.SEVERAL_VILLAGES if found.how == "two readings" else texts.NO_VILLAGE
        return Cell(rule=rule, remedy=self._offer(list(found.offered), texts.CHOOSE_OR_WRITE_DOTTED))

    def _nearby(self, code: str) -> list[str]:
        start = self.regency or code[:5]
        return sorted(c for c in self.codes if c.startswith(start))

    def _offer(self, codes: list[str], otherwise: Text) -> Text:
        if not codes:
            return otherwise
        there = list(dict.fromkeys(codes))
        names = [kindless_name(self.names[c], "village") for c in there]
        twins = len(set(names)) < len(names)  # then the kecamatan tells them apart
        places = [f"{c} {self.names[c]}, {self.district(c)}" if twins else f"{c} {self.names[c]}" for c in there]
        return texts.PERHAPS.fill(places=places, otherwise=otherwise)


def offered_villages(names: dict[str, str], district: Callable[[str], str]) -> dict[str, str]:
    """Code to what a drop-down says: the name; with its kecamatan, or else its code, where another village is called the same.

    >>> offered_villages({"32.76.01.1001": "Curug", "32.76.02.1001": "Desa Curug", "32.76.02.1002": "Tugu"}, {
    ...     "32.76.01.1001": "Beji", "32.76.02.1001": "Cimanggis"}.__getitem__)
    {'32.76.01.1001': 'Curug (Beji)', '32.76.02.1001': 'Desa Curug (Cimanggis)', '32.76.02.1002': 'Tugu'}
    """
    bare = {code: kindless_name(name, "village") for code, name in names.items()}
    count = Counter(bare.values())
    said = {code: name if count[bare[code]] == 1 else f"{name} ({district(code)})" for code, name in names.items()}
    again = Counter(map(same_word, said.values()))
    return {code: name if again[same_word(name)] == 1 else f"{code} {names[code]}" for code, name in said.items()}


@lru_cache(maxsize=16)  # every workbook asks for those of its city and for those of any
def places_of(regency: str, anywhere: bool = False) -> Places:
    """Places with the project's list of areas."""
    return Places(_listed(), regency, anywhere)


@lru_cache(maxsize=1)
def _listed() -> _Listed:
    """Names by Kemendagri code, Kemendagri codes of villages by BPS code, and the codes of all villages."""
    from ..intake import load

    areas = load("areas")
    coded = areas[(areas["level"] == "village") & areas["bps_code"].notna()]
    names = _mapping(areas, "area_code", "name")
    return names, _mapping(coded, "bps_code", "area_code"), frozenset(code for code in names if len(code) == 13)


def _mapping(table: pd.DataFrame, key: str, value: str) -> dict[str, str]:
    """One column to another. As lists first: a column of Arrow is slow to take cell by cell."""
    return dict(zip(*(table[column].to_numpy(object).tolist() for column in (key, value)), strict=True))
