"""How places were chosen: the rule a city followed, or the lots it drew in public."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from ..say import Text
from ..say.errors import WrongUse
from . import texts

if TYPE_CHECKING:
    import pandas as pd

_ALLOWED: dict[str, tuple[object, ...]] = {
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

    def __post_init__(self) -> None:
        faults: list[Text] = []
        for name, allowed in _ALLOWED.items():
            if not _among(getattr(self, name), allowed):
                faults.append(texts.NOT_ONE_OF.fill(name=name, given=getattr(self, name), allowed=list(map(repr, allowed))))
        for name in ("per_year", "lag"):
            value = getattr(self, name)
            if not _whole(value):
                faults.append(texts.NOT_WHOLE.fill(name=name, given=value))
        if faults:
            raise WrongUse(texts.PLACES_WRONG.fill(faults=faults))

    def table(self) -> pd.DataFrame:
        """The rule, one row: by, picks, per_year, lag, within, returns."""
        import pandas as pd

        return pd.DataFrame([asdict(self)])

    def sentence(self, lang: str | None = None) -> str:
        """The rule as a sentence for the report."""
        said = texts.PLACES_CHOSEN if self.within is None else texts.PLACES_CHOSEN_IN_GROUPS
        return said.say(
            lang,
            n=self.per_year,
            figure=texts.FIGURES[self.by],
            end=texts.ENDS[self.picks],
            lag=self.lag,
            again=texts.AGAIN if self.returns else texts.ONCE,
        )


def _among(given: Any, allowed: Iterable) -> bool:
    try:
        return given in allowed
    except (TypeError, ValueError):  # a table, or what is missing, is equal to nothing
        return False


def _whole(value: Any) -> bool:
    try:
        return not isinstance(value, bool) and operator.index(value) >= 1
    except TypeError:
        return False


@runtime_checkable
class Lots(Protocol):
    """What a public draw must offer to stand as the rule: who was drawn, out of whom. `year` is optional."""

    @property
    def drawn(self) -> tuple[str, ...]:
        """Codes of the places drawn."""

    @property
    def candidates(self) -> tuple[str, ...]:
        """Codes of every place that was in the draw, the drawn ones included."""


@dataclass(frozen=True)
class LotsByYear:
    """Public draws of several programme years, each with its own candidates; stands as one rule wherever `Lots` do.

    draws: as `draw_lots` gives them, each with its `year`, no two of the same. Raises WrongUse otherwise. Not for one draw, which
    is a rule by itself.

    >>> from p2wkss_analysis import draw_lots
    >>> codes = ["32.76.11.1001", "32.76.11.1004", "32.76.03.1009"]
    >>> LotsByYear((draw_lots(codes, 1, 2026, year=2026), draw_lots(codes[:2], 1, 2027, year=2027))).drawn
    ('32.76.11.1004', '32.76.11.1001')
    """

    draws: tuple[Lots, ...]

    def __post_init__(self) -> None:
        years = [getattr(draw, "year", None) for draw in self.draws]
        if not years or None in years or len(set(years)) < len(years):
            raise WrongUse(texts.DRAWS_WITHOUT_YEARS.fill(years=years))

    @property
    def drawn(self) -> tuple[str, ...]:
        """Codes of all places drawn, by year."""
        return tuple(code for draw in self.draws for code in draw.drawn)

    @property
    def candidates(self) -> tuple[str, ...]:
        """Codes of every place that was in any of the draws."""
        return tuple(sorted({code for draw in self.draws for code in draw.candidates}))
