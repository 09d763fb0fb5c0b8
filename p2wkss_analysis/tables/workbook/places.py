"""Villages as people write them in a workbook: a code, a code with its name, a code without dots, or a name alone."""

from __future__ import annotations

import difflib
import re
from functools import cached_property, lru_cache

from ..cells import Cell, plain

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
            found.setdefault(same_name(self.names[code]), []).append(code)
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
        """The code of the one village of the city that has exactly this name; None where none or several have, or for any city."""
        found = self._by_name.get(same_name(name), []) if self.regency else []
        return found[0] if len(found) == 1 else None

    def _coded(self, text: str, code: str, name: str | None, offer: bool = True) -> Cell:
        if code not in self.codes:
            near = difflib.get_close_matches(code, self._nearby(code), n=3, cutoff=0.84) if offer else []
            return Cell(
                rule=("kode tidak ada dalam daftar wilayah.", "the code is not in the list of areas."),
                remedy=self._offer(
                    near, ("Periksa kodenya (Kepmendagri 300.2.2-2430/2025).", "Check the code (Kepmendagri 300.2.2-2430/2025).")
                ),
            )
        if self.regency and not code.startswith(self.regency + "."):
            home = f"{self.names.get(self.regency, '')} ({self.regency})"
            return Cell(
                rule=(f"{code} ({self.names[code]}) berada di luar {home}.", f"{code} ({self.names[code]}) lies outside {home}."),
                remedy=(
                    "Pilih desa/kelurahan dari daftar, atau perbaiki regency_code pada lembar settings.",
                    "Choose the village from the list, or mend regency_code in the sheet settings.",
                ),
            )
        if name and same_name(name) != same_name(self.names[code]):
            return Cell(
                rule=(f"{code} adalah {self.names[code]}, bukan {name}.", f"{code} is {self.names[code]}, not {name}."),
                remedy=self._offer(
                    [code, *self._by_name.get(same_name(name), [])[:3]],
                    ("Perbaiki kode atau namanya.", "Mend the code or the name."),
                ),
            )
        return Cell(code, note=None if name or text == code else ("spasi di tepi dihilangkan", "spaces at the ends removed"))

    def _undotted(self, text: str, code: str) -> Cell:
        """Ten digits: a Kemendagri code without dots is read, a BPS code is only offered its counterpart."""
        bps = self._of_bps.get(plain(text))
        if code in self.codes and bps in (None, code):
            read = self._coded(code, code, None)
            return read if read.rule else Cell(code, note=("kode tanpa titik diberi titik", "dots put into a code without dots"))
        found = [c for c in (code if code in self.codes else None, bps) if c]
        rule = (
            (
                "kode tanpa titik yang tidak pasti; kode BPS berbeda dari kode Kemendagri.",
                "a code without dots that is not certain; BPS and Kemendagri codes differ.",
            )
            if found
            else ("kode tidak ada dalam daftar wilayah.", "the code is not in the list of areas.")
        )
        return Cell(
            rule=rule,
            remedy=self._offer(
                found,
                (
                    "Tulis kode Kemendagri bertitik, misalnya 32.76.11.1001.",
                    "Write the dotted Kemendagri code, such as 32.76.11.1001.",
                ),
            ),
        )

    def _named(self, name: str, offer: bool) -> Cell:
        exact = self._by_name.get(same_name(name), [])
        near = exact or [
            c
            for n in (
                difflib.get_close_matches(same_name(name), self._by_name, n=3, cutoff=0.7) if offer and self.regency else []
            )
            for c in self._by_name[n]
        ]
        return Cell(
            rule=("bukan kode desa/kelurahan.", "is not a village code."),
            remedy=self._offer(
                near[:4],
                (
                    "Pilih dari daftar, atau tulis kode Kemendagri bertitik, misalnya 32.76.11.1001.",
                    "Choose from the list, or write the dotted Kemendagri code, such as 32.76.11.1001.",
                ),
            ),
        )

    def _nearby(self, code: str) -> list[str]:
        start = self.regency or code[:5]
        return sorted(c for c in self.codes if c.startswith(start))

    def _offer(self, codes: list[str], otherwise: tuple[str, str]) -> tuple[str, str]:
        if not codes:
            return otherwise
        listed = "; ".join(f"{c} {self.names[c]}" for c in dict.fromkeys(codes))
        return f"Mungkin: {listed}. {otherwise[0]}", f"Perhaps: {listed}. {otherwise[1]}"


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


def _mapping(table, key: str, value: str) -> dict[str, str]:
    """One column to another. As lists first: a column of Arrow is slow to take cell by cell."""
    return dict(zip(*(table[column].to_numpy(object).tolist() for column in (key, value)), strict=True))


def same_name(name: str) -> str:
    """A name without case, spaces, dots, dashes and quotes.

    >>> same_name("Kali Baru") == same_name("KALIBARU")
    True
    """
    return re.sub(r"[\s.\-'\u2019]+", "", name).casefold()
