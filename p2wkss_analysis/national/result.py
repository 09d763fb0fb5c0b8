"""A finished run: its folder of tables, read back, in words and as one table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from ..dictionary.figures import village_figures
from ..display import Shown
from ..say import SYNTHETIC, Text, together
from . import texts
from .effects import WORST
from .unfinished import published

TABLES = ("regencies", "need", "clusters", "effects")
ALL = "all"  # in place of a code: every kabupaten and kota together


@dataclass(frozen=True, eq=False)
class NationalRun(Shown):
    """What `national_run` gives: one folder of tables, and what was asked of what.

    folder; regencies: one row a kabupaten or kota (villages, ranked, neediest village, villages in clusters of high need, effect
    on the main outcome, what could not be answered);
    need: one row a village: regency_code, area_code, name, data_year, year (the next programme year), eligible, status, rank,
    score, probability_top_k, rank_low, rank_high;
    clusters: one row a village with neighbours: local_moran, quadrant, p_value, q_value, neighbour_source;
    effects: one row a kabupaten or kota and outcome, `all` for the country: estimate, conf_low, conf_high, p_value,
    smallest_detectable, n_treated, n_comparison, left_out, note, reason;
    run: `run.json`: version, inputs with their checksums, options, seed, and every refusal in both languages.
    """

    folder: Path
    regencies: pd.DataFrame = field(repr=False)
    need: pd.DataFrame = field(repr=False)
    clusters: pd.DataFrame = field(repr=False)
    effects: pd.DataFrame = field(repr=False)
    run: dict[str, Any] = field(repr=False)

    def table(self) -> pd.DataFrame:
        """One row a kabupaten or kota."""
        return self.regencies.copy()

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.regencies[list(texts.HEADINGS)]

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {column: text.say(lang) for column, text in texts.HEADINGS.items()}

    def sentence(self, lang: str | None = None) -> str:
        """How much could be answered, the effect over all, and what could not."""
        counts = self.run["counts"]
        said: list[Text | str] = [
            f"{SYNTHETIC.say(lang)}." if self.run["synthetic"] else "",
            (texts.RANKED if counts["ranked"] else texts.NOT_RANKED).fill(**counts, year=self.run["year"]),
            texts.CLUSTERS.fill(**counts) if counts["mapped"] else texts.NO_CLUSTERS,
            self._effect(),
            texts.ASSUMED if self.run["overall"] and self.run["options"]["rule"] == WORST else "",
            texts.SITES_ELSEWHERE.fill(n=counts["sites_elsewhere"]) if counts["sites_elsewhere"] else "",
            texts.REFUSED.fill(n=counts["refused"]) if counts["refused"] else "",
        ]
        return together(said, lang)

    def _effect(self) -> Text:
        overall, counts = self.run["overall"], self.run["counts"]
        main = self.run["options"]["outcome"]
        if not counts["evaluated"]:
            reason = self._most_frequent(main)
            return texts.NO_EFFECT.fill(
                outcome=village_figures()[main].name, reason=texts.MOSTLY.fill(reason=reason) if reason else ""
            )
        said = overall.get(main)
        if said is None:
            return texts.EFFECTS_APART.fill(n=counts["evaluated"])
        return texts.EFFECT.fill(n=counts["evaluated"], sentence=Text.of(said))

    def _most_frequent(self, question: str) -> Text | None:
        """The reason for which most kabupaten and kota have no answer."""
        reasons = [one["reason"] for one in self.run["refused"] if one["question"] == question and one["regency_code"] != ALL]
        counted = Counter(map(tuple, (sorted(reason.items()) for reason in reasons)))
        return Text.of(dict(counted.most_common(1)[0][0])) if counted else None


def read_back(out: Path) -> NationalRun:
    """The results that stand in `out`."""
    tables = {name: pd.read_parquet(out / f"{name}.parquet") for name in TABLES}
    return NationalRun(out, run=published(out) or {}, **tables)
