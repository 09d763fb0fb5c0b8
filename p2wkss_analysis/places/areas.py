"""Codes and names of places: pure functions of Kemendagri codes and of the table of areas.

A code is dotted and says its own level and parents: 32 province, 32.76 kabupaten/kota, 32.76.11 kecamatan,
32.76.11.1001 kelurahan (1xxx) or desa (2xxx). Source: Kepmendagri 300.2.2-2430/2025, annex.
"""

from __future__ import annotations

import re

import pandas as pd

from ..say.errors import WrongUse
from . import texts

LEVELS = ("province", "regency", "district", "village")
_LENGTH = {"province": 2, "regency": 5, "district": 8, "village": 13}
_LEVEL_OF_LENGTH = {length: level for level, length in _LENGTH.items()}
_FORM = r"[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{2}(?:\.[0-9]{4})?)?)?"

# The first digit of a Kemendagri code is the island group; 3 is Java, 5 Bali and Nusa Tenggara.
_ISLANDS = {
    "1": "Sumatera",
    "2": "Sumatera",
    "3": "Jawa",
    "5": "Bali-Nusa Tenggara",
    "6": "Kalimantan",
    "7": "Sulawesi",
    "8": "Maluku",
    "9": "Papua",
}
_SHORT = (
    (r"^Daerah Khusus (Ibukota )?Jakarta$", "DK Jakarta"),
    (r"^Daerah Istimewa Yogyakarta$", "DI Yogyakarta"),
    (r"^Kabupaten Administrasi ", "Kab. "),
    (r"^Kota Administrasi ", "Kota "),
    (r"^Kabupaten ", "Kab. "),
    (r"^Kecamatan ", "Kec. "),
    (r"^Kepulauan ", "Kep. "),
    (r"^Kab\. Kepulauan ", "Kab. Kep. "),
)
_LONG = re.compile("|".join(pattern for pattern, _ in _SHORT))  # most names, those of villages, are none of these


def is_code(code: object) -> bool:
    """Whether `code` is written as a Kemendagri code: 2, 5, 8 or 13 characters with dots.

    Says nothing about whether such a place exists; for that look it up in the table of areas.

    >>> is_code("32.76.11.1001"), is_code("3276"), is_code(32.76)
    (True, False, False)
    """
    return isinstance(code, str) and re.fullmatch(_FORM, code) is not None


def as_text(codes: pd.Series) -> pd.Series:
    """Codes as text. A column that is text is taken as it is: to turn over all 91,000 at every map is felt.

    >>> as_text(pd.Series(["32.76", "36.72"], dtype="string")).str.len().tolist(), as_text(pd.Series([32, 36])).tolist()
    ([5, 5], ['32', '36'])
    """
    return codes if isinstance(codes.dtype, pd.StringDtype) and not codes.hasnans else codes.astype(str)


def valid_codes(codes: pd.Series) -> pd.Series:
    """`is_code` for a whole column: boolean Series, False where missing or a number (32.70 read as a number
    is 32.7).

    >>> valid_codes(pd.Series(["32.76", "3276", None])).tolist()
    [True, False, False]
    """
    if pd.api.types.is_numeric_dtype(codes):
        return pd.Series(False, index=codes.index)
    text = codes.where(codes.map(lambda code: isinstance(code, str))) if codes.dtype == object else codes
    return text.astype("string").str.fullmatch(_FORM).fillna(False).astype(bool)


def require_codes(codes: pd.Series) -> None:
    """Raise `WrongUse` naming every code that is not in Kemendagri form (at most ten are shown).

    >>> require_codes(pd.Series(["32.76", "36.72"]))
    """
    wrong = codes[~valid_codes(codes)]
    if len(wrong):
        raise WrongUse(texts.NOT_CODES.fill(n=len(wrong), codes=_first([repr(code) for code in wrong], 10)))


def level_of(code: str) -> str:
    """Level of a code: "province", "regency", "district" or "village".

    >>> level_of("32.76"), level_of("32.76.11.1001")
    ('regency', 'village')
    """
    require_codes(pd.Series([code], dtype=object))
    return _LEVEL_OF_LENGTH[len(code)]


def parent_of(code: str, level: str | None = None) -> str:
    """Code of the place one level up, or of the ancestor at `level`; a province has the parent "".

    >>> parent_of("32.76.11.1001"), parent_of("32.76.11.1001", "regency"), parent_of("32")
    ('32.76.11', '32.76', '')
    """
    own = LEVELS.index(level_of(code))
    if level is None:
        return code[: _LENGTH[LEVELS[own - 1]]] if own else ""
    if level not in LEVELS or LEVELS.index(level) > own:
        raise WrongUse(texts.NO_ANCESTOR.fill(code=code, level=level, known=LEVELS[:own]))
    return code[: _LENGTH[level]]


def parents(codes: pd.Series) -> pd.Series:
    """`parent_of` for a whole column of valid codes, same index.

    >>> parents(pd.Series(["32.76.11.1001", "32.76", "32"])).tolist()
    ['32.76.11', '32', '']
    """
    require_codes(codes)
    text = codes.astype(str)
    return text.where(text.str.contains(".", regex=False), "").str.replace(r"\.?\d+$", "", regex=True)


def island_of(code: str) -> str:
    """Island group of a code, as the first digit of Kemendagri codes has it.

    >>> island_of("32.76"), island_of("91.01"), island_of("53")
    ('Jawa', 'Papua', 'Bali-Nusa Tenggara')
    """
    return _ISLANDS.get(str(code)[:1], "")


def short_name(name: str) -> str:
    """A name short enough for a map: Kabupaten becomes Kab.; Kota stays, so that Kota Bandung and Kab.
    Bandung differ.

    >>> short_name("Kabupaten Bandung"), short_name("Kota Depok"), short_name("Kota Administrasi Jakarta Barat")
    ('Kab. Bandung', 'Kota Depok', 'Kota Jakarta Barat')
    """
    if not _LONG.match(name):
        return name
    for pattern, short in _SHORT:
        name = re.sub(pattern, short, name)
    return name


def told_apart(places: pd.DataFrame, areas: pd.DataFrame) -> dict[str, str]:
    """Code to name of `places`; of those that share a name with another, with the name of the place one level up.

    Both have `area_code, name`; a place whose parent is not among `areas` keeps its name alone.

    >>> areas = pd.DataFrame({"area_code": ["36.72.01", "36.72.02"], "name": ["Cibeber", "Citangkil"]})
    >>> places = pd.DataFrame({"area_code": ["36.72.01.1", "36.72.02.1", "36.72.02.2"], "name": ["Curug", "Curug", "Deringo"]})
    >>> told_apart(places, areas)
    {'36.72.01.1': 'Curug (Cibeber)', '36.72.02.1': 'Curug (Citangkil)', '36.72.02.2': 'Deringo'}
    """
    shared = places["name"].duplicated(keep=False)
    parents = {code.rpartition(".")[0] for code in places.loc[shared, "area_code"]}
    above = areas[areas["area_code"].isin(parents)]  # few of the country's 91,599
    up = dict(zip(above["area_code"], above["name"], strict=True))
    rows = zip(places["area_code"], places["name"], shared, strict=True)
    return {
        code: f"{name} ({up[parent]})" if several and (parent := code.rpartition(".")[0]) in up else name
        for code, name, several in rows
    }


def within(areas: pd.DataFrame, code: str, level: str) -> pd.DataFrame:
    """The rows of `areas` at `level` inside the place `code`, in code order.

    `areas` has `area_code`. Raises `WrongUse` when there is none.

    >>> areas = pd.DataFrame({"area_code": ["32", "32.76", "32.76.11", "32.76.11.1001", "36.72"]})
    >>> within(areas, "32", "regency")["area_code"].tolist()
    ['32.76']
    """
    level_of(code)
    if level not in LEVELS:
        raise WrongUse(texts.UNKNOWN_LEVEL.fill(level=level, known=LEVELS))
    text = as_text(areas["area_code"])
    found = areas[(text.str.len() == _LENGTH[level]) & ((text == code) | text.str.startswith(code + "."))]
    if found.empty:
        raise WrongUse(texts.NOTHING_WITHIN.fill(level=level, code=code))
    return found.sort_values("area_code")


def companions(codes: pd.Series, areas: pd.DataFrame) -> pd.DataFrame:
    """The places a map of `codes` should show: all of their level in the same kabupaten/kota, or province.

    Villages and kecamatan bring the rest of their kabupaten/kota, kabupaten/kota the rest of their province,
    provinces all provinces. All `codes` must be of one level and stand in `areas`, else `WrongUse`.

    >>> areas = pd.DataFrame({"area_code": ["32", "32.76", "32.77", "36", "36.72"]})
    >>> companions(pd.Series(["32.76"]), areas)["area_code"].tolist()
    ['32.76', '32.77']
    """
    require_codes(codes)
    lengths = codes.astype(str).str.len().unique()
    if len(lengths) != 1:
        found = [_LEVEL_OF_LENGTH[n] for n in sorted(lengths)]
        raise WrongUse(texts.SEVERAL_LEVELS.fill(levels=found or [texts.NONE]))
    length = int(lengths[0])
    frame = {2: 0, 5: 2, 8: 5, 13: 5}[length]
    text = as_text(areas["area_code"])
    rows = areas[(text.str.len() == length) & text.str[:frame].isin(set(codes.str[:frame]))]
    unknown = sorted(set(codes) - set(rows["area_code"]))
    if unknown:
        raise WrongUse(texts.UNKNOWN_CODES.fill(n=len(unknown), codes=_first(unknown, 10)))
    return rows.sort_values("area_code")


def _first(items: list, most: int) -> list:
    """The first of a long list, with dots for the rest."""
    return items if len(items) <= most else [*items[:most], "..."]
