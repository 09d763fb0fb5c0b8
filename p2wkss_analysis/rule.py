"""How places were chosen, as data: the rule a city followed, or the lots it drew in public."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Protocol, runtime_checkable

from .say import integer, pick
from .say.errors import WrongUse

_ALLOWED = {
    "by": ("outcome", "ranking"),
    "picks": ("lowest", "highest"),
    "within": (None, "group"),
    "returns": (False, True),
}


@dataclass(frozen=True)
class SelectionRule:
    """The rule by which sites were chosen; it decides which years an estimator may use as "before".

    by: "outcome" (the evaluated figure itself) or "ranking" (the panel's ranking column, as known then).
    picks: "lowest" or "highest" end of that figure.
    per_year: sites chosen a year, at least 1.
    lag: years between the figure used for ranking and the start of the programme, at least 1
        (ranking year = start - lag).
    within: "group" when each group chooses its own `per_year` sites, None when chosen over all places.
    returns: whether a place that was a site may be chosen again.

    Source: the ways of choosing reported in the press are mostly "worst first" or "most promising"; the
    project never assumes one in silence. When nobody knows the rule, give `evaluate` no rule instead.

    >>> SelectionRule(per_year=1).sentence("en")
    'Each year the 1 place with the lowest outcome 1 year before the start was chosen; a place is chosen once.'
    """

    by: str = "outcome"
    picks: str = "lowest"
    per_year: int = 2
    lag: int = 1
    within: str | None = None
    returns: bool = False

    def __post_init__(self):
        faults_id, faults_en = [], []
        for name, allowed in _ALLOWED.items():
            if getattr(self, name) not in allowed:
                shown = ", ".join(map(repr, allowed))
                faults_id.append(f"{name}={getattr(self, name)!r}: harus salah satu dari {shown}")
                faults_en.append(f"{name}={getattr(self, name)!r}: must be one of {shown}")
        for name in ("per_year", "lag"):
            value = getattr(self, name)
            if isinstance(value, bool) or not hasattr(value, "__index__") or value < 1:
                faults_id.append(f"{name}={value!r}: harus bilangan bulat, paling kecil 1")
                faults_en.append(f"{name}={value!r}: must be a whole number, at least 1")
        if faults_id:
            raise WrongUse(
                id="Aturan pemilihan lokasi keliru. " + "; ".join(faults_id) + ".",
                en="The selection rule is wrong. " + "; ".join(faults_en) + ".",
            )

    def table(self):
        """The rule, one row: by, picks, per_year, lag, within, returns."""
        import pandas as pd

        return pd.DataFrame([asdict(self)])

    def sentence(self, lang: str | None = None) -> str:
        """The rule as a sentence for the report."""
        figure = (
            pick(lang, id="nilai indikator", en="outcome")
            if self.by == "outcome"
            else pick(lang, id="nilai pemeringkatan", en="ranking value")
        )
        end = {
            "lowest": pick(lang, id="terendah", en="lowest"),
            "highest": pick(lang, id="tertinggi", en="highest"),
        }[self.picks]
        n, lag = integer(self.per_year, lang), integer(self.lag, lang)
        many, years = self.per_year > 1, self.lag > 1
        where = "" if self.within is None else pick(lang, id=" di setiap kelompok", en=" in each group")
        again = (
            pick(lang, id="suatu tempat boleh dipilih lagi", en="a place may be chosen again")
            if (self.returns)
            else pick(lang, id="suatu tempat hanya dipilih sekali", en="a place is chosen once")
        )
        return pick(
            lang,
            id=f"Setiap tahun dipilih {n} tempat dengan {figure} {end} {lag} tahun sebelum program dimulai{where}; {again}.",
            en=f"Each year the {n} place{'s' if many else ''} with the {end} {figure} {lag} "
            f"year{'s' if years else ''} before the start {'were' if many else 'was'} chosen{where}; {again}.",
        )


@runtime_checkable
class Lots(Protocol):
    """What a public draw must offer to stand as the rule: who was drawn, out of whom. `year` is optional."""

    @property
    def drawn(self) -> tuple[str, ...]:
        """Codes of the places drawn."""

    @property
    def candidates(self) -> tuple[str, ...]:
        """Codes of every place that was in the draw, the drawn ones included."""
