"""Villages as people write them in a workbook: a code, a code with its name, a code without dots, or a name alone."""

from __future__ import annotations

import difflib
import re
from functools import cached_property, lru_cache

import pandas as pd

from ...places.names import plain_name
from ...say import Text
from .. import texts as of_tables
from ..cells import Cell, plain
from .texts import sheets as texts

_CODE = re.compile(r"(\d{2}\.\d{2}\.\d{2}\.\d{4})(?:\s+(.+))?")
_PLAIN_CODE = re.compile(r"(\d{2})(\d{2})(\d{2})(\d{4})")


class Places:
    """The villages of Indonesia by code and name, and the one city a workbook belongs to ("" for any)."""

    def __init__(self, names: dict[str, str], of_bps: dict[str, str], regency: str = ""):
        self.names, self._of_bps, self.regency = names, of_bps, regency
        self.codes = {code for code in names if len(code) == 13}

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        """Codes of the city's villages by name without case and signs; made when the first name is looked up."""
        found: dict[str, list[str]] = {}
        for code in sorted(code for code in self.codes if code.startswith(self.regency)):
            found.setdefault(plain_name(self.names[code]), []).append(code)
        return found

    def district(self, code: str) -> str:
        return self.names.get(code[:8], "")

    def of_bps(self, code: str) -> str | None:
        """The Kemendagri code of a village by its BPS code of ten digits, or None."""
        return self._of_bps.get(plain(code))

    def read(self, text: str, offer: bool = True) -> Cell:
        """A village cell to its code; what nearly fits is offered (unless `offer` is False) and never taken."""
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
        """The code of the one village of the city with exactly this name; None where none or several have it, or for any city."""
        found = self._by_name.get(plain_name(name), []) if self.regency else []
        return found[0] if len(found) == 1 else None

    def _coded(self, text: str, code: str, name: str | None, offer: bool = True) -> Cell:
        if code not in self.codes:
            near = difflib.get_close_matches(code, self._nearby(code), n=3, cutoff=0.84) if offer else []
            return Cell(rule=of_tables.UNKNOWN_AREA, remedy=self._offer(near, texts.CHECK_CODE))
        if self.regency and not code.startswith(self.regency + "."):
            city = self.names.get(self.regency, "")
            outside = texts.OUTSIDE_CITY.fill(code=code, name=self.names[code], city=city, regency=self.regency)
            return Cell(rule=outside, remedy=texts.CHOOSE_OR_MEND_REGENCY)
        if name and plain_name(name) != plain_name(self.names[code]):
            meant = [code, *self._by_name.get(plain_name(name), [])[:3]]
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
        exact = self._by_name.get(plain_name(name), [])
        similar = difflib.get_close_matches(plain_name(name), self._by_name, n=3, cutoff=0.7) if offer and self.regency else []
        near = exact or [c for n in similar for c in self._by_name[n]]
        return Cell(rule=texts.NO_VILLAGE, remedy=self._offer(near[:4], texts.CHOOSE_OR_WRITE_DOTTED))

    def _nearby(self, code: str) -> list[str]:
        start = self.regency or code[:5]
        return sorted(c for c in self.codes if c.startswith(start))

    def _offer(self, codes: list[str], otherwise: Text) -> Text:
        if not codes:
            return otherwise
        places = [f"{c} {self.names[c]}" for c in dict.fromkeys(codes)]
        return texts.PERHAPS.fill(places=places, otherwise=otherwise)


@lru_cache(maxsize=4)
def places_of(regency: str) -> Places:
    """Places with the project's list of areas."""
    return Places(*_listed(), regency)


@lru_cache(maxsize=1)
def _listed() -> tuple[dict[str, str], dict[str, str]]:
    """Names by Kemendagri code, and Kemendagri codes of villages by BPS code."""
    from ..intake import load

    areas = load("areas")
    coded = areas[(areas["level"] == "village") & areas["bps_code"].notna()]
    return _mapping(areas, "area_code", "name"), _mapping(coded, "bps_code", "area_code")


def _mapping(table: pd.DataFrame, key: str, value: str) -> dict[str, str]:
    """One column to another. As lists first: a column of Arrow is slow to take cell by cell."""
    return dict(zip(*(table[column].to_numpy(object).tolist() for column in (key, value)), strict=True))
