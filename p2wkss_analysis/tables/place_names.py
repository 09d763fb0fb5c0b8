"""A table whose places stand in it by name, or by a code of another form: each place read once, all doubts listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from ..display import Shown
from ..places.areas import is_code, level_of
from ..places.matching import Match, Places, find
from ..places.names import plain_name
from ..say import together
from ..say.errors import WrongUse
from . import texts
from .asked_columns import check_frame, holds
from .intake import load

_HEADINGS = {  # level to what people call such a column
    "village": (
        "kelurahan",
        "desa",
        "desakelurahan",
        "kelurahandesa",
        "keldesa",
        "desakel",
        "village",
        "namakelurahan",
        "namadesa",
    ),
    "district": ("kecamatan", "kec", "district", "subdistrict", "namakecamatan"),
    "regency": ("kabupaten", "kota", "kabupatenkota", "kabkota", "kotakabupaten", "regency", "city", "namakabupatenkota"),
    "province": ("provinsi", "province", "namaprovinsi"),
}


@dataclass(frozen=True, eq=False)
class MatchedPlaces(Shown):
    """What the places of a table were read as.

    codes : Kemendagri code of every line of the table, "" where it has none or several readings; same index.
    found : one row per text as written: written, lines, area_code, place, matched_by, perhaps (places offered).
    """

    source: pd.DataFrame = field(repr=False)
    column: str
    codes: pd.Series = field(repr=False)
    found: pd.DataFrame = field(repr=False)

    @property
    def complete(self) -> bool:
        """Whether every line has its code."""
        return bool((self.codes != "").all())

    def table(self) -> pd.DataFrame:
        """One row per text as written, what has no code first."""
        return self.found.copy()

    def joined(self, name: str = "area_code") -> pd.DataFrame:
        """The table with the codes as its column `name`. Raises WrongUse naming every text without a code."""
        if not self.complete:
            raise WrongUse(texts.PLACES_UNREAD.fill(column=self.column, n=len(self._unread), doubts=self._doubts(10)))
        return self.source.assign(**{name: self.codes.astype("string")})

    def sentence(self, lang: str | None = None) -> str:
        """How many places have their code, and each that has none, with what it may be."""
        said = [texts.PLACES_READ.fill(n=len(self.found) - len(self._unread), of=len(self.found), lines=len(self.codes))]
        if len(self._unread):
            said.append(texts.PLACES_IN_DOUBT.fill(doubts=self._doubts(5)))
        return together(said, lang)

    @property
    def _unread(self) -> pd.DataFrame:
        return self.found[self.found["area_code"] == ""]

    def _doubts(self, most: int) -> list:
        rows = [(row.written, row.perhaps.split("; ") if row.perhaps else []) for row in self._unread.itertuples()]
        said: list = [
            texts.PLACE_PERHAPS.fill(name=name, near=near) if near else texts.PLACE_UNKNOWN.fill(name=name)
            for name, near in rows[:most]
        ]
        return said if len(rows) <= most else [*said, texts.AND_OTHERS.fill(n=len(rows) - most)]


def match_places(
    table: pd.DataFrame,
    column: str,
    *,
    inside: str | int | None = None,
    level: str | None = None,
    above: Mapping[str, str] | None = None,
    codes: str | None = None,
) -> MatchedPlaces:
    """Kemendagri codes of the places that a column names, by name or by code of another form.

    Parameters
    ----------
    table : one or many lines a place.
    column : names ("Pancoran Mas", "Kel. Pancoranmas"), Kemendagri codes with or without dots, as text or as numbers, codes from
        before Kalimantan Utara and the new provinces of Papua, or codes of BPS.
    inside : the place all lie in, by name or code: "32.76", 3276, "Kota Depok"; None for all Indonesia.
    level : "village", "district", "regency" or "province"; where left out, what the heading or the codes say, else "village".
    above : columns with the places above, such as {"district": "Kecamatan"}, for names that stand more than once; where left out,
        a column headed Kecamatan or Kabupaten/Kota is used.
    codes : "kemendagri" or "bps" for digits without dots; where left out, they are read where only one of the two fits.

    A text with several readings, or with none, is listed with what it may be and never taken: see `.sentence()`, `.table()`;
    `.joined()` gives the table with its codes. Raises WrongUse for an unknown column or place. Not for free text or addresses.

    >>> table = pd.DataFrame({"Kelurahan": ["PANCORANMAS", "Kel. Cinere", "Curug"], "poor": [9, 7, 8]})
    >>> matched = match_places(table, "Kelurahan", inside="Kota Depok")
    >>> matched.codes.tolist()
    ['32.76.01.1008', '32.76.09.1001', '']
    >>> match_places(table.assign(Kecamatan=["Pancoran Mas", "Cinere", "Bojongsari"]), "Kelurahan", inside=3276).complete
    True
    """
    check_frame(table, texts.TABLE_OF_PLACES)
    above = _above(table, column) if above is None and holds(table, column) else above or {}
    absent = [name for name in (column, *above.values()) if not holds(table, name)]
    if absent:
        raise WrongUse(texts.NO_SUCH_COLUMNS.fill(columns=absent, known=[str(name) for name in table.columns]))
    if twice := [str(name) for name in (column, *above.values()) if list(table.columns).count(name) > 1]:
        raise WrongUse(texts.ASKED_TWICE.fill(names=twice))
    areas = load("areas")
    where = regency_or_province(inside) if inside is not None else None
    wanted = level if level is None or isinstance(level, str) else str(level)  # which is then refused by its name
    places = Places(areas, wanted or _level(table[column], column), where, codes)
    keys = table[list(dict.fromkeys([column, *above.values()]))]
    number = keys.groupby(keys.columns.tolist(), dropna=False, sort=False).ngroup()
    first = keys[~number.duplicated()]
    names = [{level: row[name] for level, name in above.items()} for row in first.to_dict("records")]
    lines = list(zip(first[column].tolist(), names, strict=True))
    read = places.read_all(lines)
    codes_read = number.map(dict(enumerate(match.code for match in read))).astype(object).rename("area_code")
    return MatchedPlaces(table, column, codes_read, _found(places, lines, read, number.value_counts().sort_index().tolist()))


def regency_named(given: str | int) -> str:
    """The code of a kabupaten or kota that a person names. Raises WrongUse with what it may mean.

    >>> [regency_named(given) for given in ("Kota Depok", "depok", "3276", 3276, "32.76")]
    ['32.76', '32.76', '32.76', '32.76', '32.76']
    """
    return find(given, _large(), level="regency")


def regency_or_province(given: str | int) -> str:
    """The code of a kabupaten, kota or province that a person names: "32.76", 3276, "depok", "Jawa Barat".

    >>> regency_or_province("kota depok"), regency_or_province(32)
    ('32.76', '32')
    """
    return find(given, _large())


def provinces_named(given: str | int) -> tuple[str, ...]:
    """The code of a province that a person names, or all codes for "Indonesia". Raises WrongUse with what it may mean.

    >>> provinces_named("jawa barat"), provinces_named(32), len(provinces_named("Indonesia"))
    (('32',), ('32',), 38)
    """
    areas = load("areas")
    provinces = areas[areas["area_code"].str.len() == 2]
    if plain_name(str(given)) == "indonesia":
        return tuple(sorted(provinces["area_code"]))
    return (find(given, provinces, level="province"),)


def _large() -> pd.DataFrame:
    """The kabupaten, kota and provinces: few, so that a name is found at once."""
    areas = load("areas")
    return areas[areas["area_code"].str.len() <= 5]


def _found(places: Places, lines: list, read: list[Match], counts: list[int]) -> pd.DataFrame:
    rows = [
        (str(written), n, match.code, places.names.get(match.code, ""), match.how, "; ".join(map(places.said, match.offered)))
        for (written, _), n, match in zip(lines, counts, read, strict=True)
    ]
    found = pd.DataFrame(rows, columns=["written", "lines", "area_code", "place", "matched_by", "perhaps"])
    return found.sort_values("area_code", key=lambda codes: codes != "", kind="stable", ignore_index=True)


def _above(table: pd.DataFrame, column: str) -> dict[str, str]:
    """Columns headed as places above, where one heading of the level stands in the table."""
    found = {}
    for level in ("district", "regency", "province"):
        named = [name for name in table.columns if name != column and plain_name(name) in _HEADINGS[level]]
        if len(named) == 1 and plain_name(column) not in _HEADINGS[level]:
            found[level] = named[0]
    return found


def _level(cells: pd.Series, column: str) -> str:
    """The level that the heading names, or the dotted codes of the column are of; villages otherwise."""
    said = next((level for level, words in _HEADINGS.items() if plain_name(column) in words), None)
    if said:
        return said
    coded = {level_of(text) for text in cells.dropna().unique() if is_code(text)}
    return coded.pop() if len(coded) == 1 else "village"
