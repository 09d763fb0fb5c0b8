"""The real case: desa sites of P2WKSS in the Indeks Desa Membangun, every design with its sensitivities."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from ..display import Shown
from ..display.progress import steps
from ..impact.estimate import Estimate, answers_shown
from ..impact.evaluation import Evaluation, evaluate
from ..impact.methods.random_choice import RandomChoice, random_choice
from ..impact.methods.sites_needed import sites_needed
from ..impact.texts.methods import ONE_SITE
from ..say.errors import NotEnoughData, WrongUse
from . import texts
from .refused_sites import refused_sites
from .village_index_designs import DESIGNS, Design, design_sites, village_index_panel

__all__ = ["DESIGNS", "Design", "VillageIndexCase", "design_sites", "refused_sites", "sites_needed",
           "village_index_case", "village_index_panel"]  # fmt: skip


@dataclass(frozen=True, eq=False)
class VillageIndexCase(Shown):
    """Every design, confirmed sites first and each sensitivity after it.

    answers: (design, variant, Evaluation); variant is "confirmed", "all_sites", "without_winners" or
    "with_neighbours", each left out where it would change nothing.
    refused: table of the sites that no design can use, with the reason.
    random: (design key, variant) -> what as many desa chosen at random in the same kabupaten show.
    """

    answers: tuple[tuple[Design, str, Evaluation], ...]
    refused: pd.DataFrame
    random: dict[tuple[str, str], RandomChoice]

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """One row a design, variant and method: design, variant, then the columns of an evaluation."""
        parts = []
        for design, variant, evaluation in self.answers:
            part = evaluation.table(lang)
            part.insert(0, "design", design.key)
            part.insert(1, "variant", variant)
            parts.append(part)
        return pd.concat(parts, ignore_index=True)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        titles = {design.key: design.title.say(lang) for design, _, _ in self.answers}
        rows = self.for_report(lang).dropna(subset=["estimate"])
        return answers_shown(rows.assign(design=rows["design"].map(titles)), lang)

    def for_report(self, lang: str | None = None) -> pd.DataFrame:
        """The table for report, notebook and command line: the same columns, one row a design, variant and method.

        `difference_in_differences` carries the std_error, interval and smallest detectable effect of the random
        choice, since clustered errors are too small with so few sites; `staggered` carries none below 10 sites.
        p_value and smallest_p are empty. The note says so, beside the measured false-alarm rate.
        """
        parts = []
        for design, variant, evaluation in self.answers:
            chance = self.random.get((design.key, variant))
            printed = tuple(_printed(answer, chance) for answer in evaluation.estimates)
            part = replace(evaluation, estimates=printed).for_report(lang)
            part[["p_value", "smallest_p"]] = np.nan
            part.insert(0, "design", design.key)
            part.insert(1, "variant", variant)
            parts.append(part)
        return pd.concat(parts, ignore_index=True)

    def random_choice(self, design: str, variant: str = "confirmed") -> RandomChoice:
        """What as many desa chosen at random in the same kabupaten show, for one design by its key."""
        self.evaluation(design, variant)
        if (design, variant) not in self.random:
            raise NotEnoughData(texts.TOO_FEW_PLACES.fill(key=design, variant=variant))
        return self.random[design, variant]

    def smallest_detectable(self, design: str, variant: str = "confirmed") -> float:
        """The effect that difference in differences would show with 80 % power at 5 %, outcome units."""
        return self.random_choice(design, variant).smallest_detectable

    def evaluation(self, design: str, variant: str = "confirmed") -> Evaluation:
        """The evaluation of one design by its key."""
        for found, kind, evaluation in self.answers:
            if (found.key, kind) == (design, variant):
                return evaluation
        raise WrongUse(texts.NO_DESIGN.fill(key=design, variant=variant, known=[d.key for d in DESIGNS]))

    def sentences(self, lang: str | None = None) -> list[str]:
        """For each design: what its confirmed sites show, and what an answer would need."""
        return [
            _said(design, evaluation, self.random.get((design.key, kind)), lang)
            for design, kind, evaluation in self.answers
            if kind == "confirmed"
        ]

    def sentence(self, lang: str | None = None) -> str:
        """The sentences of all designs, one after the other."""
        return " ".join(self.sentences(lang))


def _said(design: Design, evaluation: Evaluation, chance: RandomChoice | None, lang: str | None) -> str:
    """One design: own change of the sites, against others of the kabupaten, and what an answer would need."""
    own = {answer.method: answer for answer in evaluation.estimates}.get("before_after")
    if own is None or chance is None:
        return texts.DESIGN_SAYS.say(lang, design=design.title, said=evaluation.sentence(lang))
    low, high = chance.interval
    return texts.CANNOT_TELL.say(
        lang,
        design=design.title,
        n=own.n_treated,
        change=own.estimate,
        gap=chance.estimate,
        low=low,
        high=high,
        least=chance.smallest_detectable,
        effect=_EFFECT,
        needed=chance.sites_for(_EFFECT),
    )


def _printed(answer: Estimate, chance: RandomChoice | None) -> Estimate:
    """A row as it may be printed: errors that few sites make too small are replaced, or left out."""
    if answer.method == "difference_in_differences" and answer.runs and chance is not None:
        low, high = chance.interval
        return replace(
            answer,
            std_error=chance.std_error,
            conf_low=low,
            conf_high=high,
            smallest_detectable=chance.smallest_detectable,
            notes=(
                texts.FROM_RANDOM_CHOICE.fill(n=len(chance.contrasts)),
                *(note for note in answer.notes if note is not ONE_SITE),
            ),
        )
    if answer.method == "staggered" and answer.runs and answer.n_treated < _FEW_SITES:
        return replace(
            answer,
            std_error=math.nan,
            conf_low=math.nan,
            conf_high=math.nan,
            smallest_detectable=math.nan,
            notes=(texts.NO_INTERVAL.fill(least=_FEW_SITES), *answer.notes),
        )
    return answer


_FEW_SITES = 10
_EFFECT = 0.01


def village_index_case(
    village_index: pd.DataFrame,
    programme_sites: pd.DataFrame,
    areas: pd.DataFrame | None = None,
    *,
    outcome: str = "idm",
    methods: Sequence[str] | None = None,
    draws: int = 999,
    seed: int = 0,
) -> VillageIndexCase:
    """The real case: each design with confirmed sites, all sites, without winners, and with neighbours.

    Tables as `load("village_index")`, `load("programme_sites")` and, for telling kelurahan from desa,
    `load("areas")` (without it the code's tenth digit tells). No effect at regency level is offered: nearly every
    regency had a site, and 100 households cannot move a city.
    """
    answers, random = [], {}
    for design in steps(DESIGNS, texts.COMPUTING):
        for variant, options in _VARIANTS.items():
            if _same_sites(village_index, programme_sites, design, outcome, variant, options):
                continue
            panel = village_index_panel(village_index, programme_sites, design, outcome=outcome, **options)
            answers.append((design, variant, evaluate(panel, None, methods, draws, seed)))
            try:
                random[design.key, variant] = random_choice(panel, seed=seed)
            except NotEnoughData:  # the rows stay as they are, and say why
                continue
    refused = refused_sites(village_index, programme_sites, areas, outcome=outcome)
    return VillageIndexCase(tuple(answers), refused, random)


def _same_sites(
    village_index: pd.DataFrame,
    programme_sites: pd.DataFrame,
    design: Design,
    outcome: str,
    variant: str,
    options: dict[str, Any],
) -> bool:
    """Whether a variant about sites holds the same sites as the confirmed ones, or none."""
    if variant in ("confirmed", "with_neighbours"):
        return False
    plain = design_sites(village_index, programme_sites, design, outcome=outcome)
    found = design_sites(village_index, programme_sites, design, outcome=outcome, **options)
    return found.empty or list(found["village_code"]) == list(plain["village_code"])


_VARIANTS = {
    "confirmed": {"confirmed": True},
    "all_sites": {"confirmed": False},
    "without_winners": {"winners": False},
    "with_neighbours": {"neighbours": True},
}
