"""The desa and kelurahan of a place for which the open tables hold figures: of each table the ones to look at first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from ...dictionary.tables import Dictionary
from ...display import Shown
from ...say import LANGUAGES, Text
from . import texts

TOP = 10
SMALL = 5  # a count of families or people below it is never shown
SIZE = "village_population"
_COUNTS = ("extreme_poor_families", "families_without_clean_water", "families_at_stunting_risk")


@dataclass(frozen=True)
class _Kind:
    """A table: the column it is ordered by, whether the low end comes first, the columns shown, and the column of the place."""

    table: str
    by: str
    low_first: bool
    shown: tuple[str, ...]
    place: str = "area_code"


KINDS = (
    _Kind("village_index", "idm", True, ("idm", "iks", "ike", "ikl")),
    _Kind("village_poverty", "extreme_poor_families", False, ("extreme_poor_families",)),
    _Kind(
        "village_food_security",
        "low_welfare_percent",
        False,
        ("low_welfare_percent", "families_without_clean_water", "women_mean_years_of_schooling", "food_security_index_2025"),
    ),
    _Kind("slum_villages", "village_code", True, (), "village_code"),  # the newest decrees name places without their areas
    _Kind("slum_neighbourhoods", "total", False, ("neighbourhood", "total", "households")),
    _Kind(
        "slum_village_criteria",
        "toilet_access_percent",
        True,
        ("toilet_access_percent", "drainage_adequate_percent", "waste_collected_percent"),
    ),
    _Kind("district_stunting_risk", "families_at_stunting_risk", False, ("families_at_stunting_risk", "target_families")),
    _Kind(SIZE, "population", False, ("population", "families")),
)


@dataclass(frozen=True)
class VillageList(Shown):
    """The first of one table.

    rows : area_code, name, district and the columns `shown`; all places where these are only named, and then `shown` is empty.
    hidden : true where a count under five is left out of `rows`. year : None where the table has one vintage, which its document
    names. of : how many have a figure.
    """

    kind: str
    label: Text
    document: Text
    by: Text
    low_first: bool
    year: int | None
    of: int
    shown: tuple[str, ...]
    rows: pd.DataFrame
    hidden: pd.DataFrame

    @property
    def tells_need(self) -> bool:
        """Whether its order is one of need, and not of size."""
        return self.kind != SIZE

    def table(self) -> pd.DataFrame:
        """The rows."""
        return self.rows.copy()

    def sentence(self, lang: str | None = None) -> str:
        """Which come first."""
        names = list(dict.fromkeys(self.rows["name"]))[:3]
        when = (texts.IN_YEAR if self.shown else texts.OF_YEAR).fill(year=self.year) if self.year else ""
        if not self.shown:
            return texts.LISTED.say(lang, year=when, names=names, n=self.of)
        said = texts.LOWEST if self.low_first else texts.HIGHEST
        return said.say(lang, by=self.by, year=when, names=names, n=self.of)


def village_lists(
    load: Callable[[str], pd.DataFrame], dictionary: Dictionary, code: str, names: Mapping[str, str]
) -> tuple[VillageList, ...]:
    """Every list that holds a village, kelurahan, RT or kecamatan of the place. load : a table by its name."""
    found = (_list(kind, load(kind.table), dictionary, code, names) for kind in KINDS)
    return tuple(one for one in found if one is not None)


def _list(kind: _Kind, table: pd.DataFrame, dictionary: Dictionary, code: str, names: Mapping[str, str]) -> VillageList | None:
    own = table[table[kind.place].astype("string").str.startswith(code + ".").fillna(False)]
    if own.empty:
        return None
    year = int(own["year"].max()) if "year" in own and own["year"].notna().any() else None
    own = own[own["year"] == year] if year else own
    own = own[own[kind.by].notna()]
    first = own.sort_values([kind.by, kind.place], ascending=[kind.low_first, True]).head(TOP if kind.shown else len(own))
    rows = first[[kind.place, *kind.shown]].rename(columns={kind.place: "area_code"}).reset_index(drop=True)
    shown = tuple(c for c in kind.shown if rows[c].notna().any())
    rows.insert(1, "name", [names.get(c, c) for c in rows["area_code"]])
    rows.insert(2, "district", [names.get(c[:8], "") for c in rows["area_code"]])
    hidden = pd.DataFrame({c: rows[c].between(1, SMALL - 1).fillna(False) for c in shown if c in _COUNTS}, index=rows.index)
    for column in hidden:
        rows[column] = rows[column].mask(hidden[column])
    resource = dictionary.resource(kind.table)
    by = Text.of({lang: dictionary.label(kind.table, kind.by, lang) for lang in LANGUAGES})
    label, document = Text.of(resource["label"]), Text.of(resource["document"])
    return VillageList(kind.table, label, document, by, kind.low_first, year, len(own), shown, rows, hidden)
