"""Two scorecards of one village by the same profile: what changed between the years, and what a zero can hide."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..display import Shown
from ..say.errors import WrongUse
from ..say import integer, pick
from .readiness import Readiness, met, short_name

_SAID = {
    "better": {"id": "membaik", "en": "better"}, "worse": {"id": "memburuk", "en": "worse"}, "same": {"id": "tetap", "en": "same"},
    "cannot tell": {"id": "tidak dapat dikatakan", "en": "cannot tell"},
    "fell to zero": {"id": "menjadi nihil", "en": "fell to zero"}, "rose": {"id": "bertambah", "en": "rose"},
}


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
            flag = "" if item.kind != "zero" or np.isnan(step) else "fell to zero" if new == 0 < old else "rose" if new > old else ""
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
            shown[column] = [pick(lang, **_SAID[word]) if word else "" for word in shown[column]]
        return shown.drop(columns=["met_before", "met_after"])

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"value_before": str(self.year_before), "value_after": str(self.year_after)}

    def sentence(self, lang: str | None = None) -> str:
        """How many items became better and worse, which, and the warning on numbers of cases."""
        table, label = self.table(), {item.key: item.label(lang) for item in self.before.profile.items}
        words = ("better", "worse", "same", "cannot tell")
        names = {word: [label[key] for key in table.loc[table["change"] == word, "indicator"]] for word in words}
        years = f"{short_name(self.before.profile, lang)} {self.year_before}-{self.year_after}"
        n = {word: integer(len(found), lang) for word, found in names.items()}

        def listed(word: str) -> str:
            return f"{n[word]} ({'; '.join(names[word])})" if names[word] else n[word]

        text = pick(
            lang,
            id=f"{years}: butir yang membaik {listed('better')}, memburuk {listed('worse')}, tetap {n['same']}.",
            en=f"{years}: items that became better {listed('better')}, worse {listed('worse')}, unchanged {n['same']}.")
        if names["cannot tell"]:
            text += " " + pick(lang, id=f"Tidak dapat dikatakan untuk {n['cannot tell']} butir lain karena salah satu tahunnya kosong.",
                               en=f"It cannot be told for {n['cannot tell']}, because a year is missing.")
        if (table["flag"] != "").any():
            text += " " + pick(
                lang,
                id="Kasus yang menjadi nihil dapat berarti tidak lagi dilaporkan, dan kasus yang bertambah dapat berarti lebih banyak "
                "yang melapor.",
                en="Cases that became none can mean that they are no longer reported, and more cases that more people report them.")
        return text


def score_change(before: Readiness, after: Readiness, year_before: int, year_after: int) -> ScoreChange:
    """What changed between two scorecards of the same village by the same profile.

    Raises WrongUse where the profiles differ or the years are not in order.

    >>> from .readiness import profile_of, readiness
    >>> first = dict.fromkeys(profile_of("krppa").keys(), 1)
    >>> change = score_change(readiness(first), readiness({**first, "violence_cases": 0}), 2024, 2025)
    >>> change.table().query("change == 'better'")[["indicator", "flag"]].values.tolist()
    [['violence_cases', 'fell to zero']]
    """
    if before.profile != after.profile:
        raise WrongUse(id=f"Profil kedua tahun berbeda ({before.profile.name}, {after.profile.name}). Bandingkan profil yang sama.",
                       en=f"The profiles of the two years differ ({before.profile.name}, {after.profile.name}). Compare the same profile.")
    if not year_before < year_after:
        raise WrongUse(id=f"Tahun {year_before} tidak lebih awal daripada {year_after}.", en=f"The year {year_before} is not before {year_after}.")
    return ScoreChange(int(year_before), int(year_after), before, after)
