"""What is looked at in households: outcomes as the workbook's sheet allows them, in an order fixed before any data."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ...indicators.households.definitions import DEFINITIONS, FLOOR_AREA
from ...indicators.households.sheet import of_sheet
from ...say import Text
from ..texts import households as texts


@dataclass(frozen=True)
class Outcome:
    """One outcome: its key in the DEFINITIONS of households, what it is called, its unit, and the end that is better.

    unit is "points" words for yes/no.
    """

    key: str
    label: Text
    unit: Text
    better: str

    @property
    def needs(self) -> tuple[str, ...]:
        """The columns that must be there."""
        return DEFINITIONS[self.key].needs

    def read(self, households: pd.DataFrame, floor_area: float) -> pd.Series:
        """The sheet as numbers (1 and 0 for yes/no), missing where not known."""
        return of_sheet(self.key, households, floor_area)

    def words(self, lang: str | None = None) -> str:
        """Label and unit."""
        return texts.LABEL_WITH_UNIT.say(lang, label=self.label, unit=self.unit)


# The first that the sheet holds is the main outcome, whatever the figures say. Women's income stands first because the
# programme is one for the role of women; the others follow its three aspects.
OUTCOMES = tuple(
    Outcome(key, texts.OUTCOMES[key], unit, better)
    for key, unit, better in (
        ("women_income", texts.RUPIAH_A_MONTH, "higher"),
        ("healthy_family_index", texts.PERCENT, "higher"),
        ("expenditure", texts.RUPIAH_A_MONTH, "higher"),
        ("unfit_house", texts.PERCENT_OF_HOUSEHOLDS, "lower"),
        ("latrine", texts.PERCENT_OF_HOUSEHOLDS, "higher"),
        ("water", texts.PERCENT_OF_HOUSEHOLDS, "higher"),
        ("at_school", texts.PERCENT_OF_CHILDREN, "higher"),
        ("papers", texts.PERCENT_OF_HOUSEHOLDS, "higher"),
        ("business", texts.PERCENT_OF_HOUSEHOLDS, "higher"),
        ("stunted", texts.PERCENT_OF_HOUSEHOLDS, "lower"),
    )
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
