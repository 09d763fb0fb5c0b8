"""Two scorecards of one village by the same profile: what changed between the years, and what a zero can hide."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..display import Shown
from ..say import Text, together
from ..say.errors import WrongUse
from ..tables.profiles.profile import short_title
from .readiness import Readiness, met
from .texts import readiness as texts


@dataclass(frozen=True)
class ScoreChange(Shown):
    """Two years of one village by one profile."""

    year_before: int
    year_after: int
    before: Readiness
    after: Readiness

    def table(self) -> pd.DataFrame:
        """One row an item: indicator, kind, value_before, value_after, met_before, met_after, change, flag.

        change: better, worse, same, or `cannot tell` where a year is missing. More is better, except of cases that should
        be none. flag: `fell to zero` where cases became none, which can mean that they are no longer reported; `rose` where
        there are more, which can mean that more are reported.
        """
        rows = []
        for item in self.before.profile.items:
            old, new = self.before.values[item.key], self.after.values[item.key]
            step = (old - new if item.kind == "zero" else new - old) if not np.isnan(old + new) else np.nan
            change = "cannot tell" if np.isnan(step) else "better" if step > 0 else "worse" if step < 0 else "same"
            flag = (
                "" if item.kind != "zero" or np.isnan(step) else "fell to zero" if new == 0 < old else "rose" if new > old else ""
            )
            rows.append((item.key, item.kind, old, new, met(item, old), met(item, new), change, flag))
        columns = ["indicator", "kind", "value_before", "value_after", "met_before", "met_after", "change", "flag"]
        return pd.DataFrame(rows, columns=columns).astype({"met_before": "boolean", "met_after": "boolean"})

    def published(self) -> pd.DataFrame:
        """What may leave: the table without counts of one to four and whether they reach a target."""
        table = self.table()
        for year, card in (("before", self.before), ("after", self.after)):
            own = card.published()
            table = table.assign(**{f"value_{year}": own["value"], f"met_{year}": own["met"]})
        return table

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        shown = self.published().assign(indicator=[item.label(lang) for item in self.before.profile.items])
        for column in ("change", "flag"):
            shown[column] = [texts.CHANGES[word].say(lang) if word else "" for word in shown[column]]
        return shown.drop(columns=["met_before", "met_after"])

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"value_before": str(self.year_before), "value_after": str(self.year_after)}

    def sentence(self, lang: str | None = None) -> str:
        """How many items became better and worse, which, and the warning on numbers of cases."""
        table, label = self.table(), {item.key: item.labels for item in self.before.profile.items}
        names = {word: [label[key] for key in table.loc[table["change"] == word, "indicator"]] for word in texts.CHANGES}
        unclear = len(names["cannot tell"])
        said = [
            texts.ITEMS_CHANGED.fill(
                profile=short_title(self.before.profile),
                first=self.year_before,
                last=self.year_after,
                better=_listed(names["better"]),
                worse=_listed(names["worse"]),
                same=len(names["same"]),
            ),
            texts.CANNOT_TELL.fill(n=unclear) if unclear else "",
            texts.REPORTING_MAY_DIFFER if (table["flag"] != "").any() else "",
        ]
        return together(said, lang)


def _listed(items: list[Text]) -> Text:
    return (texts.COUNT_OF_ITEMS if items else texts.COUNT).fill(n=len(items), items=items)


def score_change(before: Readiness, after: Readiness, year_before: int, year_after: int) -> ScoreChange:
    """What changed between two scorecards of the same village by the same profile.

    Raises WrongUse where the profiles differ or the years are not in order.

    >>> from ..tables.profiles.own_file import profile_of
    >>> from .readiness import readiness
    >>> first = dict.fromkeys(profile_of("krppa").keys(), 1)
    >>> change = score_change(readiness(first), readiness({**first, "violence_cases": 0}), 2024, 2025)
    >>> change.table().query("change == 'better'")[["indicator", "flag"]].values.tolist()
    [['violence_cases', 'fell to zero']]
    """
    if before.profile != after.profile:
        raise WrongUse(texts.PROFILES_DIFFER.fill(before=before.profile.name, after=after.profile.name))
    if not year_before < year_after:
        raise WrongUse(texts.YEARS_NOT_IN_ORDER.fill(before=year_before, after=year_after))
    return ScoreChange(int(year_before), int(year_after), before, after)
