"""Names and codes as people write them to Kemendagri codes; what has more than one reading is offered and never taken."""

from __future__ import annotations

import difflib
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from ..say.errors import WrongUse
from . import texts
from .areas import LEVELS, as_text, is_code, level_of, within
from .names import FORMER_CODES, OTHER_NAMES, kindless_name, plain_name

SYSTEMS = ("kemendagri", "bps")
_MOST = 5  # places offered for one text
_NAMED_BEFORE = re.compile(r"(.+?)\s*(?:\(\s*([^()]+?)\s*\)|,\s*([^,]+))")  # "Curug (Cimanggis)" and "Curug, Cimanggis"


@dataclass(frozen=True)
class Match:
    """What one text was read as: its code ("" where it has none or several readings), how, and the places offered."""

    code: str
    how: str
    offered: tuple[str, ...] = ()


class Places:
    """The places of one level inside one place, found by what people write.

    areas : the table of areas: `area_code`, `name`, and `bps_code` where codes of BPS are to be read.
    level : "province", "regency", "district" or "village". inside : the code of a place above, or None for all Indonesia.
    codes : whether ten digits without dots are "kemendagri" or "bps"; None reads them where only one of the two fits.
    """

    def __init__(self, areas: pd.DataFrame, level: str, inside: str | None = None, codes: str | None = None):
        if level not in LEVELS:
            raise WrongUse(texts.UNKNOWN_LEVEL.fill(level=level, known=LEVELS))
        if codes not in (None, *SYSTEMS):
            raise WrongUse(texts.UNKNOWN_SYSTEM.fill(codes=codes, known=SYSTEMS))
        text = as_text(areas["area_code"])
        here = within(areas, inside, level) if inside else areas[text.str.count(r"\.") == LEVELS.index(level)]
        self.level, self.inside, self.system = level, inside or "", codes
        self.names = dict(zip(here["area_code"].tolist(), here["name"].tolist(), strict=True))
        above = areas[text.str.count(r"\.") < LEVELS.index(level)]
        self._above = dict(zip(above["area_code"].tolist(), above["name"].tolist(), strict=True))
        numbered = here[here["bps_code"].notna()] if "bps_code" in here else here.iloc[:0]
        self._of_bps = dict(zip(numbered.get("bps_code", []), numbered["area_code"], strict=True))

    def read(self, given: object, above: Mapping[str, object] | None = None, near: bool = True) -> Match:
        """One text, number or code. above: what the same line says of the places above it, such as {"district": "Cimanggis"};
        near: whether places of a similar name are looked for, which takes a while."""
        written = _written(given)
        if not written:
            return Match("", "empty")
        if re.fullmatch(r"[\d.]+", written):
            return self._coded(written)
        coded = re.match(r"(\d{2}(?:\.\d{2}){0,2}(?:\.\d{4})?)\s+(\D.*)", written)
        if coded and is_code(coded[1]):  # as templates and marked copies write them: "32.76.01.1006 Depok"
            read = self._coded(coded[1])
            same = read.code and kindless_name(coded[2], self.level) == kindless_name(self.names[read.code], self.level)
            return read if same or not read.code else Match("", "two readings", (read.code, *self._called(coded[2]))[:_MOST])
        return self._named(written, above or {}, near)

    def read_all(self, given: Iterable[tuple[object, Mapping[str, object]]]) -> list[Match]:
        """Many lines of one table. Digits without dots are of one system: what only one of the two can be decides for all."""
        lines = list(given)
        if self.system is None:
            digits = [text for text in map(_written, (value for value, _ in lines)) if text.isdecimal()]
            only = {
                system
                for text in digits
                for system, other in (SYSTEMS, SYSTEMS[::-1])
                if self._numbered(text, system) and not self._numbered(text, other)
            }
            if len(only) == 1:
                self.system = only.pop()
        return [self.read(value, above) for value, above in lines]

    def said(self, code: str) -> str:
        """A place with its code, and with the kecamatan where another one here is called the same."""
        name = self.names[code]
        twin = len(self._by_kindless[kindless_name(name, self.level)]) > 1 and self.level == "village"
        return f"{name}, {self._above[code[:8]]} ({code})" if twin else f"{name} ({code})"

    def _coded(self, text: str) -> Match:
        if text in self.names:
            return Match(text, "code")
        if FORMER_CODES.get(text[:5], "") + text[5:] in self.names:
            return Match(FORMER_CODES[text[:5]] + text[5:], "former code")
        if text.isdecimal():
            ours, bps = (self._numbered(text, system) for system in SYSTEMS)
            if self.system == "bps" and bps:
                return Match(bps, "code of BPS")
            if ours and (self.system == "kemendagri" or bps in (None, ours)):
                return Match(ours, "code" if ours == _dotted(text) else "former code")
            if bps and self.system is None and not ours:
                return Match(bps, "code of BPS")
            if ours and bps:
                return Match("", "two readings", (ours, bps))
        near = difflib.get_close_matches(_dotted(text), self.names, n=3, cutoff=0.84)
        return Match("", "unknown", tuple(near))

    def _numbered(self, digits: str, system: str) -> str | None:
        """The place that digits without dots stand for in one system of codes."""
        if system == "bps":
            return self._of_bps.get(digits)
        code = _dotted(digits)
        former = FORMER_CODES.get(code[:5], "") + code[5:]
        return code if code in self.names else former if former in self.names else None

    def _named(self, text: str, above: Mapping[str, object], near: bool) -> Match:
        found, how = self._called(text), "name"
        split = _NAMED_BEFORE.fullmatch(text)
        if not found and split:
            found = self._called(split[1])
            higher = split[2] or split[3]
            found = [code for code in found if any(self._is_above(code, level, higher) for level in ("district", "regency"))]
            how = "name and place above"
        if not found:
            return Match("", "unknown", tuple(self._near(text)) if near else ())
        narrowed = [c for c in found if all(self._is_above(c, level, name) for level, name in above.items() if _written(name))]
        if len(narrowed) == 1 < len(found):
            return Match(narrowed[0], "name and place above")
        if len(found) == 1 and narrowed:
            other = plain_name(text) in self._other_names
            return Match(found[0], "former name" if other else how)
        return Match("", "two readings" if len(found) > 1 else "other place above", tuple((narrowed or found)[:_MOST]))

    def _called(self, text: str) -> list[str]:
        """Codes of the places with this name: as it stands, then without the kind, which must not contradict."""
        whole = plain_name(text)
        bare = kindless_name(text, self.level)
        found = self._by_kindless.get(bare, [])
        if whole in self._by_plain:  # of two villages Beru and Desa Beru, "Desa Beru" may be either
            return found if self.level == "village" else self._by_plain[whole]
        if whole in self._other_names:
            return self._other_names[whole]
        if self.level == "regency" and bare != whole:  # "Kabupaten Depok" is not Kota Depok
            return []
        return found

    def _near(self, text: str) -> list[str]:
        """Places that the text may mean: of one name without its kind, or of a similar name."""
        bare = kindless_name(text, self.level)
        near = [bare] if bare in self._by_kindless else difflib.get_close_matches(bare, self._by_kindless, n=3, cutoff=0.75)
        return [code for name in near for code in self._by_kindless[name]][:_MOST]

    def _is_above(self, code: str, level: str, given: object) -> bool:
        """Whether the place above `code` at `level` is what was written."""
        place = code[: {"province": 2, "regency": 5, "district": 8}[level]]
        written = _written(given)
        if re.fullmatch(r"[\d.]+", written):
            return written in (place, place.replace(".", ""))
        name = self._above.get(place, "")
        return plain_name(written) == plain_name(name) or kindless_name(written, level) == kindless_name(name, level)

    @cached_property
    def _by_plain(self) -> dict[str, list[str]]:
        return _grouped((plain_name(name), code) for code, name in self.names.items())

    @cached_property
    def _by_kindless(self) -> dict[str, list[str]]:
        return _grouped((kindless_name(name, self.level), code) for code, name in self.names.items())

    @cached_property
    def _other_names(self) -> dict[str, list[str]]:
        here = [(name, code) for code, names in OTHER_NAMES.items() if code in self.names for name in names]
        whole = [(plain_name(name), code) for name, code in here]
        return _grouped([*whole, *((kindless_name(name, self.level), code) for name, code in here)])


def find(name: object, areas: pd.DataFrame, *, level: str | None = None, inside: str | None = None) -> str:
    """The code of one place, by its name or code in any form. Not for a table: that is `match_places`.

    `level` and `inside` (a code) narrow the search. "Bandung" alone is neither Kabupaten nor Kota Bandung. Raises `WrongUse`
    with what it may mean when no place or more than one fits.

    >>> areas = pd.DataFrame({"area_code": ["32.76", "36.72"], "name": ["Kota Depok", "Kota Cilegon"]})
    >>> [find(given, areas, level="regency") for given in ("kota depok", "Depok", "3276", 3276)]
    ['32.76', '32.76', '32.76', '32.76']
    """
    below = LEVELS[LEVELS.index(level_of(inside)) + 1 :] if inside else LEVELS
    there = set(as_text(areas["area_code"]).str.count(r"\."))
    levels = [level] if level else [each for each in below if LEVELS.index(each) in there]
    read = [(places := Places(areas, each, inside), places.read(name)) for each in levels]
    codes = {match.code for _, match in read if match.code}
    if len(codes) == 1:
        return codes.pop()
    several = [places.said(code) for places, match in read for code in ([match.code] if match.code else match.offered)]
    certain = len(codes) > 1 or any(match.how == "two readings" for _, match in read)
    none = texts.NO_PROVINCE if level == "province" else texts.NONE_OF_THE_NAME
    said = texts.SEVERAL_OF_THE_NAME if certain else texts.PERHAPS if several else none
    raise WrongUse(said.fill(n=len(several), name=str(name), codes=several[:8], near=several[:8]))


def _written(given: object) -> str:
    """A cell as text: numbers as Excel and pandas keep codes (3276, 3276.0, 32.7 for 32.70)."""
    if given is None or given is pd.NA or (isinstance(given, float) and given != given):
        return ""
    if isinstance(given, float) and math.isfinite(given):
        return str(int(given)) if given == int(given) else f"{given:.2f}"
    return " ".join(str(given).split())


def _dotted(digits: str) -> str:
    """Digits as a Kemendagri code: 3276111001 is 32.76.11.1001."""
    plain = digits.replace(".", "")
    return ".".join(part for part in (plain[:2], plain[2:4], plain[4:6], plain[6:]) if part)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, code in pairs:
        if code not in found[key]:
            found[key].append(code)
    return dict(found)
