"""The result of a need index. It keeps what made it, so that every further question asks it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..say import Text, together
from ..say.errors import WrongUse
from ..tables.whole_number import whole
from . import texts
from .index.ranked import Ranked
from .index.specification import Specification

if TYPE_CHECKING:
    from .firmness.explain import Explanation
    from .firmness.flip import Flip
    from .firmness.stability import Stability
    from .firmness.triangle import Triangle


@dataclass(frozen=True, eq=False)
class Ranking(Ranked):
    """Places ranked by need: `.table()`, `.aspects()`, `.stability(k)`, `.explain(area_code)`, `.flip(k)`.

    It holds what `Ranked` says: codes, values, normalised values, scores, and what was filled in or left out.
    """

    def stability(self, k: int, draws: int = 10000, seed: int = 0, **more: Any) -> Stability:
        """How firm the choice of the k neediest is; see `stability.find_stability`."""
        from .firmness.stability import find_stability

        return find_stability(self, k, draws, seed, **more)

    def explain(self, area_code: str, k: int | None = None) -> Explanation:
        """Why a place stands where it stands; see `explain.explain_place`."""
        from .firmness.explain import explain_place

        return explain_place(self, area_code, k)

    def flip(self, k: int) -> Flip:
        """The smallest change of weights that changes the k chosen; see `flip.smallest_flip`."""
        from .firmness.flip import find_flip

        return find_flip(self, k)

    def triangle(self) -> Triangle:
        """For three indicators, which place is first at which weights; see `triangle.winner_regions`."""
        from .firmness.triangle import find_regions

        return find_regions(self)

    def sentence(self, lang: str | None = None, k: int = 3) -> str:
        """The k neediest with their scores (all where there are fewer than k), and the decisions behind the ranking."""
        count = whole(k, least=1)
        if count is None:
            raise WrongUse(texts.K_NAMED.fill(k=k))
        first = self.order[:count]
        named = [texts.NAME_WITH_SCORE.fill(name=self.label(i), score=self.score[i]) for i in first]
        spec = self.specification
        said = [
            texts.NEEDIEST.fill(n=len(self.codes), k=len(named), places=named),
            self.equal_text(count),
            _method(spec),
            texts.UNSCORED.fill(n=len(self.unscored)) if len(self.unscored) else "",
            texts.FILLED.fill(n=len(self.filled), rule=texts.RULES[str(spec.impute)]) if len(self.filled) else "",
        ]
        return together(said, lang)


def _method(spec: Specification) -> Text:
    """Each indicator with its weight, or how many there are where a list would be too long to read; and how they are combined."""
    how = {"method": texts.METHODS[spec.normalise], "mean": texts.MEANS[spec.aggregate]}
    if len(spec.columns) > 6:
        return texts.METHOD_OF_MANY.fill(n=len(spec.columns), **how)
    weights = [
        texts.NAME_WITH_WEIGHT.fill(name=spec.title(column), weight=100 * weight)
        for column, weight in zip(spec.columns, spec.shares, strict=True)
    ]
    return texts.METHOD.fill(weights=weights, **how)
