"""How the assisted households were chosen: the estimator of `evaluate_households` follows from it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from numbers import Real
from typing import TYPE_CHECKING

from ..say import Text, one_text
from ..say.errors import WrongUse
from . import texts

if TYPE_CHECKING:
    import pandas as pd

BY = {  # what decided, and how many columns it needs: least, most
    "draw": (0, 1),
    "register": (1, 4),
    "score": (1, 8),
    "baseline": (0, 1),
    "whole_rt": (0, 4),
    "next_year": (0, 4),
    "unknown": (0, 0),
}


@dataclass(frozen=True)
class HouseholdRule:
    """The rule by which assisted households were taken.

    Parameters
    ----------
    by : what decided.
        "draw": lots were drawn, among all households of the table or within each RT (`within="rt"`). Where only some were in
        the draw (`draw_near_cut`), `columns` holds the chance each had: who had none, or was certain, is in no estimate.
        "register": a figure of a register (decile, welfare index) made before the first visit and apart from it.
        "score": one score, or several columns together, whatever they are made of; the first visit may be part of it.
        "baseline": the evaluated figure as the first visit found it; `columns` names a finer figure where a yes/no
        outcome was made from one (income, where "income below the line" is evaluated).
        "whole_rt": RTs were taken as wholes, by the RT's mean of the outcome at the first visit, or of `columns`.
        "next_year": the comparison households are those chosen a year later by the same rule; `columns` holds this
        year's figure where there was one. It holds while neither side's lasting level moved: whoever fell on hard times
        is likelier to be chosen next year, so that their endline is low and the programme looks better (bias +.2 SD where a
        fifth of the level is renewed each year).
        "unknown": nobody knows, or it was talked over (musyawarah) without a record.
    columns : columns of the first visit with the figures that decided, as they stood when it was decided.
    quotas : yes/no columns that had a quota of their own.
    within : "rt" where each RT had its own lots or its own cut, None where the cut was one for all.
    cut : the limit of a single column, for the jump at the cut; read from the data where it is left out.

    Returns a frozen object with `.table()` and `.sentence(lang)`. Raises WrongUse naming everything that does not fit.

    Source: that the estimator must condition on what decided: Rosenbaum and Rubin (1983), Biometrika 70; Angrist and
    Pischke (2009), Mostly Harmless Econometrics, section 5.3. Do not state a rule that was only intended: where the
    list does not follow the rule, `evaluate_households` measures it and gives a range.

    >>> HouseholdRule("register", "registry_decile").sentence("en")
    "Assisted households were chosen by a register's figure (decile or index): registry_decile."
    """

    by: str = "unknown"
    columns: tuple[str, ...] | str = ()
    quotas: tuple[str, ...] | str = ()
    within: str | None = None
    cut: float | None = None

    def __post_init__(self) -> None:
        for name in ("columns", "quotas"):
            given = getattr(self, name)
            given = () if given is None else given
            object.__setattr__(
                self, name, tuple(given) if isinstance(given, Iterable) and not isinstance(given, str) else (given,)
            )
        faults = list(self._faults())
        if faults:
            raise WrongUse(texts.HOUSEHOLDS_WRONG.fill(why=one_text(faults)))

    def _faults(self) -> Iterator[Text]:
        if not isinstance(self.by, str) or self.by not in BY:
            yield texts.BY_UNKNOWN.fill(given=self.by, known=BY)
            return
        least, most = BY[self.by]
        if not all(isinstance(name, str) and name for name in (*self.columns, *self.quotas)):
            yield texts.NAMES_NOT_TEXT
        elif not least <= len(self.columns) <= most:
            yield texts.COLUMNS_OF_RULE.fill(by=self.by, least=least, most=most, n=len(self.columns))
        if self.quotas and self.by not in ("register", "score", "next_year"):
            yield texts.NO_QUOTAS.fill(by=self.by)
        if self.within is not None and not (isinstance(self.within, str) and self.within == "rt"):
            yield texts.WITHIN_UNKNOWN.fill(given=self.within)
        if self.cut is not None and (isinstance(self.cut, bool) or not isinstance(self.cut, Real) or not math.isfinite(self.cut)):
            yield texts.CUT_NO_NUMBER
        elif self.cut is not None and not (self.by == "baseline" or len(self.columns) == 1):
            yield texts.CUT_FOR_ONE_COLUMN

    def table(self) -> pd.DataFrame:
        """The rule, one row: by, columns, quotas, within, cut."""
        import pandas as pd

        return pd.DataFrame(
            [
                {
                    "by": self.by,
                    "columns": ", ".join(self.columns),
                    "quotas": ", ".join(self.quotas),
                    "within": self.within,
                    "cut": self.cut,
                }
            ]
        )

    def sentence(self, lang: str | None = None, names: Mapping[str, str] | None = None) -> str:
        """The rule as a sentence for the report. names: what columns are called; one called "" is not named."""
        if self.by == "unknown":
            return texts.HOUSEHOLDS_UNKNOWN.say(lang)
        named = names or {}
        partly = self.by == "draw" and bool(self.columns)
        called = [name for column in self.columns if (name := named.get(column, column)) and not partly]
        parts = [
            texts.OF_FIGURES.fill(names=called) if called else None,
            texts.IN_EACH_RT if self.within else None,
            texts.WITH_QUOTAS.fill(names=[named.get(column) or column for column in self.quotas]) if self.quotas else None,
            texts.WITH_CUT.fill(cut=self.cut) if self.cut is not None else None,
        ]
        details = "".join(part.say(lang) for part in parts if part is not None)
        if self.by == "next_year":
            return texts.HOUSEHOLDS_OF_NEXT_YEAR.say(lang, details=details)
        return texts.HOUSEHOLDS_CHOSEN.say(lang, how=texts.DRAWN_IN_PART if partly else texts.HOW[self.by], details=details)
