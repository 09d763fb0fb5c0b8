"""What is looked at in households: outcomes as the workbook's sheet allows them, in an order fixed before any data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...indicators.healthy_family import ITEMS, healthy_family_index
from ...say import Text
from ..texts import households as texts

FLOOR_AREA = 7.2  # m2 a person: Permensos 20/2017; the workbook's setting goes before it


_Read = Callable[[pd.DataFrame, float], pd.Series]


@dataclass(frozen=True)
class Outcome:
    """One outcome: its key, what it is called, its unit, the end that is better, and how it is read from the sheet.

    unit is "points" words for yes/no; needs: columns that must be there; read: sheet and settings to a Series of
    numbers (1 and 0 for yes/no), missing where not known.
    """

    key: str
    label: Text
    unit: Text
    better: str
    needs: tuple[str, ...]
    read: _Read

    def words(self, lang: str | None = None) -> str:
        """Label and unit."""
        return texts.LABEL_WITH_UNIT.say(lang, label=self.label, unit=self.unit)


def _column(name: str) -> _Read:
    return lambda rows, _: rows[name].astype("Float64").astype(float)


def _word(name: str) -> _Read:
    return lambda rows, _: rows[name].map({"yes": 1.0, "no": 0.0}).astype(float)


def _yes(name: str) -> _Read:
    return lambda rows, _: rows[name].astype("boolean").astype("Float64").astype(float)


def _each(rows: pd.DataFrame, _: float) -> pd.Series:
    members = rows["members"].astype("Float64").astype(float)
    return (rows["expenditure_rupiah_month"].astype("Float64").astype(float) / members).where(members > 0)


def _healthy_family(rows: pd.DataFrame, _: float) -> pd.Series:
    """IKS in percent, of families whose twelve items were all asked: "not applicable" is an answer, an empty cell is none."""
    asked = rows[list(ITEMS)].notna().all(axis=1)
    answers = rows.loc[asked, list(ITEMS)].apply(lambda c: c.map({"yes": 1.0, "no": 0.0}))
    out = pd.Series(np.nan, index=rows.index)
    if asked.any():
        out[asked] = 100 * healthy_family_index(answers).to_numpy()
    return out


def _unfit(rows: pd.DataFrame, floor_area: float) -> pd.Series:
    """1 where any of the four RTLH conditions holds, 0 where all are known not to; else missing."""
    conditions = [rows[c].astype("boolean") for c in ("unsafe_structure", "perishable_wall_roof", "poor_floor")]
    area = rows["floor_area_m2"].astype("Float64") / rows["members"].astype("Float64")
    conditions.append((area < floor_area).astype("boolean"))
    found = conditions[0]
    for one in conditions[1:]:
        found = found | one  # yes if any is yes, whatever is not known
    return found.astype("Float64").astype(float)


def _at_school(rows: pd.DataFrame, _: float) -> pd.Series:
    aged = rows["aged_7_18"].astype("Float64").astype(float)
    return (100 * rows["aged_7_18_in_school"].astype("Float64").astype(float) / aged).where(aged > 0)


def _papers(rows: pd.DataFrame, _: float) -> pd.Series:
    card = rows["family_card"].astype("boolean")
    adults = (rows["adults_without_identity_card"] == 0).astype("boolean")
    children = (rows["children_without_birth_certificate"] == 0).astype("boolean")
    return (card & adults & children).astype("Float64").astype(float)


def _stunted(rows: pd.DataFrame, _: float) -> pd.Series:
    young = rows["under_five"].astype("Float64").astype(float)
    return (rows["under_five_stunted"] > 0).astype("boolean").astype("Float64").astype(float).where(young > 0)


# The first that the sheet holds is the main outcome, whatever the figures say. Women's income stands first because the
# programme is one for the role of women; the others follow its three aspects.
OUTCOMES = (
    Outcome(
        "women_income",
        texts.OUTCOMES["women_income"],
        texts.RUPIAH_A_MONTH,
        "higher",
        ("women_income_rupiah_month",),
        _column("women_income_rupiah_month"),
    ),
    Outcome(
        "healthy_family_index",
        texts.OUTCOMES["healthy_family_index"],
        texts.PERCENT,
        "higher",
        tuple(ITEMS),
        _healthy_family,
    ),
    Outcome(
        "expenditure",
        texts.OUTCOMES["expenditure"],
        texts.RUPIAH_A_MONTH,
        "higher",
        ("expenditure_rupiah_month", "members"),
        _each,
    ),
    Outcome(
        "unfit_house",
        texts.OUTCOMES["unfit_house"],
        texts.PERCENT_OF_HOUSEHOLDS,
        "lower",
        ("unsafe_structure", "perishable_wall_roof", "poor_floor", "floor_area_m2", "members"),
        _unfit,
    ),
    Outcome(
        "latrine",
        texts.OUTCOMES["latrine"],
        texts.PERCENT_OF_HOUSEHOLDS,
        "higher",
        ("healthy_latrine",),
        _word("healthy_latrine"),
    ),
    Outcome("water", texts.OUTCOMES["water"], texts.PERCENT_OF_HOUSEHOLDS, "higher", ("clean_water",), _word("clean_water")),
    Outcome(
        "at_school",
        texts.OUTCOMES["at_school"],
        texts.PERCENT_OF_CHILDREN,
        "higher",
        ("aged_7_18", "aged_7_18_in_school"),
        _at_school,
    ),
    Outcome(
        "papers",
        texts.OUTCOMES["papers"],
        texts.PERCENT_OF_HOUSEHOLDS,
        "higher",
        ("family_card", "adults_without_identity_card", "children_without_birth_certificate"),
        _papers,
    ),
    Outcome(
        "business",
        texts.OUTCOMES["business"],
        texts.PERCENT_OF_HOUSEHOLDS,
        "higher",
        ("women_business",),
        _yes("women_business"),
    ),
    Outcome(
        "stunted",
        texts.OUTCOMES["stunted"],
        texts.PERCENT_OF_HOUSEHOLDS,
        "lower",
        ("under_five", "under_five_stunted"),
        _stunted,
    ),
)


def with_outcomes(households: pd.DataFrame, floor_area: float = FLOOR_AREA) -> tuple[pd.DataFrame, tuple[Outcome, ...]]:
    """The sheet `households` with one column an outcome, and the outcomes it allows, the main one first.

    An outcome is allowed where its columns are there and it is known in at least two waves. floor_area: m2 a person below
    which a house counts as unfit (Permensos 20/2017: 7.2; Permen PUPR 29/2018: 9).

    >>> sheet = pd.DataFrame({"wave": [0, 1], "healthy_latrine": ["no", "yes"]})
    >>> table, allowed = with_outcomes(sheet)
    >>> table["latrine"].tolist(), [o.key for o in allowed]
    ([0.0, 1.0], ['latrine'])
    """
    found, allowed = {}, []
    for outcome in OUTCOMES:
        if not set(outcome.needs) <= set(households):
            continue
        values = outcome.read(households, floor_area)
        if households.loc[values.notna(), "wave"].nunique() >= 2:
            found[outcome.key] = values
            allowed.append(outcome)
    return households.assign(**found), tuple(allowed)


def label_of(outcome: str) -> Text:
    """What an outcome is called; a column of the user's own by its name in quotes.

    >>> label_of("kebun").say("id")
    "'kebun'"
    """
    return next((o.label for o in OUTCOMES if o.key == outcome), Text(repr(outcome), repr(outcome)))
