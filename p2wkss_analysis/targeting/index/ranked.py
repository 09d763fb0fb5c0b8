"""Places in the order of their need: the arrays from which every further question starts."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ...display import Shown
from ...say import Text
from ...say.errors import WrongUse
from ...tables.whole_number import whole
from ..audit.standing import ranks
from ..texts import MORE, SAME_SCORE
from . import texts
from .aggregate import level_scores
from .specification import Specification

_NAMED = 6  # equal places named in a sentence


@dataclass(frozen=True, eq=False)
class Ranked(Shown):
    """Scores and what made them; `Ranking` adds the sentence and the questions about firmness.

    codes, names: (places,). values: (places, indicators), own units, filled and treated. normalised: the same
    on one scale, more being needier. score: (places,). errors: standard errors in the units of `values`,
    or None. unscored: places without a score and why. filled: every value that was filled in. pulled:
    indicator to how many outliers were pulled in.
    """

    specification: Specification
    codes: np.ndarray
    names: np.ndarray
    values: np.ndarray
    normalised: np.ndarray
    score: np.ndarray
    errors: np.ndarray | None
    unscored: pd.DataFrame
    filled: pd.DataFrame
    pulled: dict[str, int] = field(default_factory=dict)

    @property
    def rank(self) -> np.ndarray:
        """Rank of every place, (places,), 1 the neediest; equal scores have equal rank."""
        return ranks(np.round(self.score, 10))

    @property
    def order(self) -> np.ndarray:
        """Positions from the neediest to the least; ties by area code, so that row order decides nothing."""
        return np.lexsort((self.codes.astype(str), -np.round(self.score, 10)))

    def position(self, area_code: str) -> int:
        """Where a place stands in the arrays; an unknown or unscored one is refused in words."""
        if not isinstance(area_code, str):
            raise WrongUse(texts.NOT_A_CODE.fill(given=area_code))
        found = np.flatnonzero(self.codes == area_code)
        if len(found):
            return int(found[0])
        gap = self.unscored[self.unscored["area_code"] == area_code]
        if len(gap):
            raise WrongUse(texts.NO_SCORE.fill(code=area_code, missing=gap.iloc[0]["missing"]))
        raise WrongUse(texts.NOT_RANKED.fill(code=area_code))

    def label(self, position: int) -> str:
        """The name of a place, or its code where it has none."""
        return str(self.names[position]) or str(self.codes[position])

    def top(self, k: int) -> np.ndarray:
        """Positions of the k neediest; k must be from 1 to the number of places less one."""
        count = whole(k, least=1)
        if count is None or count >= len(self.codes):
            raise WrongUse(texts.K_OUT_OF_RANGE.fill(k=k, places=len(self.codes), most=len(self.codes) - 1))
        return self.order[:count]

    def equal_at(self, k: int) -> np.ndarray:
        """Positions of the places whose score is that of the k-th, in order, where some are in and some out; else empty.

        Between them the order of the area codes decided, not need.
        """
        rank, last = self.rank, self.order[min(k, len(self.codes)) - 1]
        level = self.order[rank[self.order] == rank[last]]
        return level[:0] if level[-1] == last else level

    def equal_text(self, k: int) -> Text | str:
        """Which places at the cut are equal, so that need did not choose between them; nothing where need did."""
        level = self.equal_at(k)
        more = [MORE.fill(n=len(level) - _NAMED)] if len(level) > _NAMED else []
        return SAME_SCORE.fill(places=[*(self.label(i) for i in level[:_NAMED]), *more]) if len(level) else ""

    def table(self) -> pd.DataFrame:
        """area_code, score, rank, the neediest first; places without a score at the end, empty."""
        scored = pd.DataFrame({"area_code": self.codes, "score": self.score, "rank": self.rank}).iloc[self.order]
        if self.unscored.empty:
            return scored.reset_index(drop=True)
        empty = pd.DataFrame({"area_code": self.unscored["area_code"], "score": np.nan, "rank": pd.NA})
        scored["rank"], empty["rank"] = scored["rank"].astype("Int64"), empty["rank"].astype("Int64")
        return pd.concat([scored, empty], ignore_index=True)

    def named(self, frame: pd.DataFrame) -> pd.DataFrame:
        """`frame` with the column `name` after its area_code, where the places have names."""
        names = dict(zip(self.codes, self.names, strict=True))
        if not any(map(str, self.names)):
            return frame
        out = frame.copy()
        out.insert(out.columns.get_loc("area_code") + 1, "name", out["area_code"].map(names))
        return out

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.named(self.table()[["rank", "area_code", "score"]])

    def aspects(self) -> pd.DataFrame:
        """The score of every aspect of the hierarchy, one row a place, in the order of `.table()`."""
        spec = self.specification
        levels = level_scores(self.normalised, spec.columns, spec.hierarchy, spec.family_weights, spec.aggregate)
        named = {name: values for name, values in levels.items() if name}
        frame = pd.DataFrame({"area_code": self.codes, **named, "score": self.score})
        return frame.iloc[self.order].reset_index(drop=True)
