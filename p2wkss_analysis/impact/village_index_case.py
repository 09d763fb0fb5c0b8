"""The real case: desa sites of P2WKSS in the Indeks Desa Membangun, every design with its sensitivities."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ..errors import WrongUse
from ..language import integer, number, pick, signed
from .evaluation import Evaluation, evaluate
from .refused_sites import refused_sites
from .sites_needed import sites_needed
from .village_index_designs import DESIGNS, Design, design_sites, village_index_panel

__all__ = ["DESIGNS", "Design", "VillageIndexCase", "design_sites", "refused_sites", "sites_needed",
           "village_index_case", "village_index_panel"]  # fmt: skip


@dataclass(frozen=True, eq=False)
class VillageIndexCase:
    """Every design, confirmed sites first and each sensitivity after it.

    answers: (design, variant, Evaluation); variant is "confirmed", "all_sites", "without_winners" or
    "with_neighbours", each left out where it would change nothing.
    refused: table of the sites that no design can use, with the reason.
    """

    answers: tuple[tuple[Design, str, Evaluation], ...]
    refused: pd.DataFrame

    def table(self, lang: str = "id") -> pd.DataFrame:
        """One row a design, variant and method: design, variant, then the columns of an evaluation."""
        parts = []
        for design, variant, evaluation in self.answers:
            part = evaluation.table(lang)
            part.insert(0, "design", design.key)
            part.insert(1, "variant", variant)
            parts.append(part)
        return pd.concat(parts, ignore_index=True)

    def evaluation(self, design: str, variant: str = "confirmed") -> Evaluation:
        """The evaluation of one design by its key."""
        for found, kind, evaluation in self.answers:
            if (found.key, kind) == (design, variant):
                return evaluation
        keys = ", ".join(d.key for d in DESIGNS)
        raise WrongUse(
            id=f"Rancangan {design!r} ({variant!r}) tidak ada. Pilihan: {keys}.",
            en=f"There is no design {design!r} ({variant!r}). Choose from {keys}.",
        )

    def sentences(self, lang: str = "id") -> list[str]:
        """For each design: what its confirmed sites show, and what an answer would need."""
        return [
            _said(design, evaluation, lang)
            for design, kind, evaluation in self.answers
            if kind == "confirmed"
        ]

    def sentence(self, lang: str = "id") -> str:
        """The sentences of all designs, one after the other."""
        return " ".join(self.sentences(lang))


def _said(design: Design, evaluation: Evaluation, lang: str) -> str:
    """One design: own change of the sites, against others of the kabupaten, and what an answer would need."""
    rows = {answer.method: answer for answer in evaluation.estimates}
    own, against = rows.get("before_after"), rows.get("difference_in_differences")
    if own is None or against is None:
        return f"{design.title.say(lang)}. {evaluation.sentence(lang)}"
    n, change, gap, low, high = (
        integer(own.n_treated, lang),
        *(signed(v, 3, lang) for v in (own.estimate, against.estimate, against.conf_low, against.conf_high)),
    )
    needed = sites_needed(evaluation.panel, [_EFFECT]).iloc[0]
    size, most = number(_EFFECT, 2, lang), integer(needed["sites"], lang)
    return pick(
        lang,
        id=f"{design.title.id}: {n} lokasi terkonfirmasi rata-rata berubah {change}; dibandingkan desa lain sekabupaten "
        f"{gap} (selang 95% {low} sampai {high}). Belum dapat disimpulkan: nilai awalnya bukan nilai bersih sebelum "
        f"pemilihan. Untuk melihat pengaruh {size} diperlukan sekitar {most} lokasi terkonfirmasi yang tahun dan nilai "
        "indeksnya diketahui.",
        en=f"{design.title.en}: {n} confirmed sites changed by {change} on average; against other desa of their "
        f"kabupaten {gap} (95% interval {low} to {high}). Cannot tell: the base value is not a clean value from before "
        f"the choice. To see an effect of {size}, about {most} confirmed sites with known years and values would be "
        "needed.",
    )


_EFFECT = 0.01


def village_index_case(
    village_index, programme_sites, areas=None, *, outcome="idm", methods=None, draws=999, seed=0
) -> VillageIndexCase:
    """The real case whole: each design with confirmed sites, all sites, without winners, and with neighbours.

    Tables as `load("village_index")`, `load("programme_sites")` and, for telling kelurahan from desa,
    `load("areas")` (without it the code's tenth digit tells). No effect at regency level is offered: nearly every
    regency had a site, and 100 households cannot move a city.
    """
    answers = []
    for design in DESIGNS:
        for variant, options in _VARIANTS.items():
            if _same_sites(village_index, programme_sites, design, outcome, variant, options):
                continue
            panel = village_index_panel(village_index, programme_sites, design, outcome=outcome, **options)
            answers.append((design, variant, evaluate(panel, None, methods, draws, seed)))
    return VillageIndexCase(
        tuple(answers), refused_sites(village_index, programme_sites, areas, outcome=outcome)
    )


def _same_sites(village_index, programme_sites, design, outcome, variant, options) -> bool:
    """Whether a variant about sites holds the same sites as the confirmed ones, or none."""
    if variant in ("confirmed", "with_neighbours"):
        return False
    found, plain = (
        design_sites(village_index, programme_sites, design, outcome=outcome, **kind)
        for kind in (options, {})
    )
    return found.empty or list(found["village_code"]) == list(plain["village_code"])


_VARIANTS = {
    "confirmed": {"confirmed": True},
    "all_sites": {"confirmed": False},
    "without_winners": {"winners": False},
    "with_neighbours": {"neighbours": True},
}
