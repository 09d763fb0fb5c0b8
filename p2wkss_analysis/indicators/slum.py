"""The slum score of a neighbourhood (RT): Permen PUPR 14/PRT/M/2018, 7 aspects, 16 criteria, 0-80.

The percentages come from volumes over their own denominators. Scores by criterion: 76-100 % 5, 51-75 % 3,
25-50 % 1, below 25 % 0. Between the bands of the rule lie percentages such as 50.91: published profiles, which print two
decimals, score them 1, so a percentage is rounded to two decimals and no further. Of the unrounded one the cuts are
therefore 75.995, 50.995 and 24.995. The rule of 2016 had 19 criteria: another scale, never compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from ..display import Shown
from ..say import together
from ..say.errors import WrongUse
from .measured import Range, check, floats, one_each
from .texts import slum as texts

CUTS = ((25, 1), (51, 2), (76, 2))  # percentage with two decimals, points added from there on: 1, 3, 5
_HALF = (
    0.005 + 1e-9
)  # of an unrounded percentage, what rounding to two decimals adds at most; 499.9 of 2,000 is divided a bit less
CLASS_CUTS = (16, 38, 60)
CLASSES = ("tidak kumuh", "ringan", "sedang", "berat")

# criterion: what its volume is divided by
CRITERIA = {
    "1a": "buildings",
    "1b": "area_ha",
    "1c": "buildings",
    "2a": "ideal_road_m",
    "2b": "ideal_road_m",
    "3a": "households",
    "3b": "households",
    "4a": "area_ha",
    "4b": "ideal_drain_m",
    "4c": "ideal_drain_m",
    "5a": "households",
    "5b": "households",
    "6a": "households",
    "6b": "households",
    "7a": "buildings",
    "7b": "buildings",
}
ASPECTS = tuple("1234567")
_PERCENT = {
    key: Range(
        texts.CRITERION.fill(key=key, label=texts.CRITERIA[key]), texts.PERCENT, 0, 100, texts.BELOW_ZERO, texts.ABOVE_HUNDRED
    )
    for key in CRITERIA
}


@dataclass(frozen=True)
class SlumScore(Shown, Mapping):
    """The score of one neighbourhood; read as `s["total"]`, `s["slum_class"]`, `s["4b"]` or `.table()`.

    `total` is NaN and `slum_class` None where a percentage is missing; `missing` names the criteria.
    """

    percent: Mapping[str, float] = field(repr=False)
    scores: Mapping[str, float]
    total: float
    slum_class: str | None
    missing: tuple[str, ...] = ()

    def __getitem__(self, key: str) -> Any:
        if key in ("total", "slum_class"):
            return getattr(self, key)
        return self.scores[key]

    def __iter__(self) -> Iterator[str]:
        return iter(("total", "slum_class", *self.scores))

    def __len__(self) -> int:
        return 2 + len(self.scores)

    def table(self) -> pd.DataFrame:
        """Sixteen rows: criterion, percent, score (0, 1, 3, 5)."""
        return pd.DataFrame(
            {"criterion": list(CRITERIA), "percent": list(self.percent.values()), "score": list(self.scores.values())}
        )

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        words = [texts.KEY_AND_LABEL.say(lang, key=key, label=texts.CRITERIA[key]) for key in CRITERIA]
        return self.table().assign(criterion=words)

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"score": texts.CRITERION_SCORE.say(lang)}

    def sentence(self, lang: str | None = None) -> str:
        """The total, the class and the criteria that weigh most; or which criteria are missing."""
        if self.missing:
            return texts.NO_SLUM_SCORE.say(lang, criteria=self.missing)
        worst = [texts.CRITERIA[key] for key, score in self.scores.items() if score == 5]
        said = [
            texts.SLUM_SCORE.fill(total=self.total, slum_class=texts.CLASSES[str(self.slum_class)]),
            texts.WORST_CRITERIA.fill(criteria=worst) if worst else "",
        ]
        return together(said, lang)


def criterion_score(percent: Any) -> Any:
    """0, 1, 3 or 5 points from a percentage (0-100), rounded here to two decimals; over comparison and arithmetic alone.

    >>> [int(criterion_score(p)) for p in (24.99, 24.995, 50.91, 50.9949, 51, 75.99, 76)]
    [0, 1, 1, 1, 3, 3, 5]
    """
    return sum((percent >= cut - _HALF) * points for cut, points in CUTS)


def slum_class(total: ArrayLike) -> np.ndarray:
    """The class of a total (0-80, array of shape (n,)): 60 up berat, 38 sedang, 16 ringan, else tidak kumuh.

    Missing (NaN) gives None.

    >>> slum_class(np.array([15, 16, 37, 38, 60, np.nan])).tolist()
    ['tidak kumuh', 'ringan', 'ringan', 'sedang', 'berat', None]
    """
    total = np.asarray(total, dtype=float)
    words = np.array([*CLASSES, None], dtype=object)
    return words[np.where(np.isnan(total), len(CLASSES), np.searchsorted(CLASS_CUTS, total, side="right"))]


def slum_score(percent: Mapping[str, Any] | pd.DataFrame) -> Any:
    """The slum score of Permen PUPR 14/PRT/M/2018: sixteen percentages to sixteen scores, total and class.

    Parameters
    ----------
    percent : a mapping, or a DataFrame with one row per neighbourhood (RT), keyed `1a 1b 1c 2a 2b 3a 3b 4a 4b 4c
        5a 5b 6a 6b 7a 7b`; percentages 0-100, with two decimals or more, **not rounded to whole percent**. Other columns are
        left alone.

    Returns
    -------
    SlumScore (a mapping with `total`, `slum_class` and the sixteen scores), or for a DataFrame a DataFrame with
    the same index and the columns `total`, `slum_class`, `1a` ... `7b`. Total 0-80; class `berat` (60-80),
    `sedang` (38-59), `ringan` (16-37), `tidak kumuh` (below 16). A missing percentage gives a missing total.

    Raises WrongUse naming every criterion that is absent, or out of 0-100, and where all are shares (0-1).

    Do not use it on a kelurahan's average (the rule is for the RT), nor beside a score of the 2016 rule.

    >>> s = slum_score({"1a": 26, "1b": 0, "1c": 26, "2a": 12.82, "2b": 77.56, "3a": 90, "3b": 0, "4a": 0,
    ...                 "4b": 0, "4c": 80.52, "5a": 16.67, "5b": 26.67, "6a": 100, "6b": 100, "7a": 100, "7b": 100})
    >>> s["total"], s["slum_class"]
    (38, 'sedang')
    """
    values = criteria_array(percent)
    _refuse_shares(values)
    scores = np.where(np.isnan(values), np.nan, criterion_score(values))
    total = scores.sum(axis=1)
    classes = slum_class(total)
    if isinstance(percent, pd.DataFrame):
        result = pd.DataFrame(scores, index=percent.index, columns=list(CRITERIA)).astype("Int64")
        result.insert(0, "total", pd.array(total, dtype="Int64"))
        result.insert(1, "slum_class", classes)
        return result
    missing = tuple(key for key, value in zip(CRITERIA, values[0], strict=True) if np.isnan(value))
    whole = [float("nan") if np.isnan(s) else int(s) for s in scores[0]]
    return SlumScore(
        percent=dict(zip(CRITERIA, values[0].tolist(), strict=True)),
        scores=dict(zip(CRITERIA, whole, strict=True)),
        total=float("nan") if missing else int(total[0]),
        slum_class=classes[0],
        missing=missing,
    )


def _refuse_shares(values: np.ndarray) -> None:
    """Percentages that are all from 0 to 1 are shares that were never multiplied by 100."""
    largest = float(np.nanmax(values)) if np.isfinite(values).any() else 0.0
    if 0 < largest <= 1:
        raise WrongUse(texts.LOOK_LIKE_SHARES.fill(largest=f"{largest:g}"))


def criteria_array(percent: Mapping[str, Any] | pd.DataFrame) -> np.ndarray:
    """Percentages as an array of shape (n, 16) in the order of CRITERIA, checked; n is 1 for a mapping.

    >>> criteria_array(dict.fromkeys(CRITERIA, 10)).shape
    (1, 16)
    """
    if not isinstance(percent, (Mapping, pd.DataFrame, pd.Series)):
        raise WrongUse(texts.PERCENTAGES_UNREADABLE)
    absent = [key for key in CRITERIA if key not in percent]
    if absent:
        raise WrongUse(texts.CRITERIA_ABSENT.fill(absent=absent))
    columns = {key: np.atleast_1d(floats(percent[key], key)) for key in CRITERIA}
    if not isinstance(percent, pd.DataFrame):
        one_each(columns)
    # a share computed as 100 * x / x may pass 100 by a rounding error
    columns = {k: np.where((v > 100) & (v < 100 + 1e-9), 100.0, v) for k, v in columns.items()}
    check(columns, _PERCENT, percent.index if isinstance(percent, pd.DataFrame) else None)
    return np.stack(list(columns.values()), axis=1)
