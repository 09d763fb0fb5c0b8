"""The desa and kelurahan of a place for which the open tables hold figures: of each table the ones to look at first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ...dictionary.tables import Dictionary
from ...display import Shown
from ...say import LANGUAGES, Text
from . import texts
from .headings import headings

TOP = 10
WHOLE = 12  # a list so short is shown whole
MOST_SOURCES = 3
PARTIAL = "masuk_daftar_sebagian"
SLUM_AREA = "slum_area_ha"
SMALL = 5  # a count of families or people below it is never shown
_COUNTS = (
    "extreme_poor_families",
    "families_without_clean_water",
    "families_at_stunting_risk",
    "at_risk_welfare_rank_1",
    "households",
    "houses",
)


@dataclass(frozen=True)
class _Kind:
    """A table: the column it is ordered by, whether the low end comes first, the columns shown, the column of the place, and
    whether its order is one of need."""

    table: str
    by: str
    low_first: bool
    shown: tuple[str, ...]
    place: str = "area_code"
    need: bool = True


KINDS = (
    _Kind("village_index", "idm", True, ("idm", "iks", "ike", "ikl")),
    _Kind("village_poverty", "extreme_poor_families", False, ("extreme_poor_families", SLUM_AREA)),
    _Kind(
        "village_food_security",
        "low_welfare_percent",
        False,
        ("low_welfare_percent", "families_without_clean_water", "women_mean_years_of_schooling", "food_security_index_2025"),
    ),
    _Kind("slum_villages", "village_code", True, (), "village_code"),  # the newest decrees name places without their areas
    _Kind("slum_villages", SLUM_AREA, False, (SLUM_AREA,), "village_code", need=False),  # of an older decree
    _Kind("slum_neighbourhoods", "total", False, ("neighbourhood", "total", "computed_class", "households")),
    _Kind(
        "slum_village_criteria",
        "toilet_access_percent",
        True,
        ("toilet_access_percent", "drainage_adequate_percent", "waste_collected_percent"),
    ),
    _Kind(
        "district_stunting_risk",
        "families_at_stunting_risk",
        False,
        ("families_at_stunting_risk", "at_risk_welfare_rank_1", "target_families"),
    ),
    _Kind("substandard_housing", "houses", False, ("houses",), need=False),  # what was done or asked for, not what is there
    _Kind("village_population", "population", False, ("population", "families"), need=False),
)


@dataclass(frozen=True)
class VillageList(Shown):
    """The first of one table.

    rows : area_code, name, district and the columns `shown`; all places where these are only named, and then `shown` is empty.
    hidden : true where a count under five is left out of `rows`. year : None where the table has one vintage, which its document
    names. of : how many have a figure. source : where these rows are from. counted : what a figure counts, in the words of its
    source, or "". partial : whether only some names of the list are known. tells_need : whether its order is one of need.
    """

    kind: str
    label: Text
    source: Text
    by: Text
    low_first: bool
    year: int | None
    of: int
    shown: tuple[str, ...]
    rows: pd.DataFrame
    hidden: pd.DataFrame
    counted: str
    partial: bool
    tells_need: bool

    @property
    def care(self) -> Text | str:
        """What the table cannot be read for."""
        return texts.CARE.get(self.kind, "")

    def table(self) -> pd.DataFrame:
        """The rows."""
        return self.rows.copy()

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return headings(self.rows, lang)

    def sentence(self, lang: str | None = None) -> str:
        """Which come first."""
        names = list(dict.fromkeys(self.rows["name"]))[:3]
        when = (texts.IN_YEAR if self.shown else texts.OF_YEAR).fill(year=self.year) if self.year else ""
        if not self.shown:
            listed = texts.LISTED_IN_PART if self.partial else texts.LISTED
            return listed.say(lang, year=when, names=names, n=self.of)
        said = texts.ONLY_ONE if self.of == 1 else texts.LOWEST if self.low_first else texts.HIGHEST
        return said.say(lang, by=self.by, year=when, names=names, n=self.of)


def village_lists(
    load: Callable[[str], pd.DataFrame], dictionary: Dictionary, code: str, names: Mapping[str, str]
) -> tuple[VillageList, ...]:
    """Every list that holds a village, kelurahan, RT or kecamatan of the place. load : a table by its name."""
    found = (_list(kind, load(kind.table), dictionary, code, names) for kind in KINDS)
    return tuple(one for one in found if one is not None)


def _list(kind: _Kind, table: pd.DataFrame, dictionary: Dictionary, code: str, names: Mapping[str, str]) -> VillageList | None:
    own = table[table[kind.place].astype("string").str.startswith(code + ".").fillna(False)]
    own = own[own[kind.by].notna()]
    if own.empty:
        return None
    year = int(own["year"].max()) if "year" in own and own["year"].notna().any() else None
    own = own[own["year"] == year] if year else own
    top = TOP if kind.shown and len(own) > WHOLE else len(own)
    first = own.sort_values([kind.by, kind.place], ascending=[kind.low_first, True]).head(top)
    rows = first[[kind.place, *kind.shown]].rename(columns={kind.place: "area_code"}).reset_index(drop=True)
    shown = tuple(c for c in kind.shown if rows[c].notna().any())
    rows.insert(
        1, "name", [names.get(c, c) if len(c) > 8 else texts.KECAMATAN.say(name=names.get(c, c)) for c in rows["area_code"]]
    )
    rows.insert(2, "district", [names.get(c[:8], "") for c in rows["area_code"]])
    if "neighbourhood" in rows:
        rows["neighbourhood"] = [_within(long, name) for long, name in zip(rows["neighbourhood"], rows["name"], strict=True)]
    hidden = pd.DataFrame({c: rows[c].between(1, SMALL - 1).fillna(False) for c in shown if c in _COUNTS}, index=rows.index)
    for column in hidden:
        rows[column] = rows[column].mask(hidden[column])
    resource = dictionary.resource(kind.table)
    by = Text.of({lang: dictionary.label(kind.table, kind.by, lang) for lang in LANGUAGES})
    said = own["kind"].unique() if "kind" in own else []
    return VillageList(
        kind.table, Text.of(resource["label"]), source_of(own, resource), by, kind.low_first, year, len(own), shown, rows, hidden,
        said[0] if len(said) == 1 and kind.table == "substandard_housing" else "", PARTIAL in said, kind.need,
    )  # fmt: skip


def source_of(rows: pd.DataFrame, resource: Mapping[str, Any]) -> Text:
    """The addresses the rows name, where they are few; else the document and its publisher."""
    named = rows["source"].dropna().unique().tolist() if "source" in rows else []
    if 0 < len(named) <= MOST_SOURCES:
        return texts.NAMED_SOURCES.fill(each=named)
    return texts.DOCUMENT.fill(document=Text.of(resource["document"]), publisher=Text.of(resource["publisher"]))


def _within(neighbourhood: str, village: str) -> str:
    """A neighbourhood inside its village: hamlet, RT and RW, without the names of the village and the regency.

    >>> _within("KP. ASTANA RT006-RW002 Purwadadi Kab. Serang", "Purwadadi"), _within("Wungu RT003-RW001 Kab. Madiun", "Wungu")
    ('KP. ASTANA RT006-RW002', 'RT003-RW001')
    """
    found = re.match(r"(.*?)\s*(RT\s*\d+-RW\s*\d+)", neighbourhood)
    if found is None:
        return neighbourhood
    hamlet = "" if found[1].casefold() == village.casefold() else found[1]
    return f"{hamlet} {found[2]}".strip()
