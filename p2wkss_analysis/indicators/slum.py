"""The slum score of a neighbourhood (RT): Permen PUPR 14/PRT/M/2018, 7 aspects, 16 criteria, 0-80.

The percentages come from volumes over their own denominators. Scores by criterion: 76-100 % 5, 51-75 % 3,
25-50 % 1, below 25 % 0. Between the bands of the rule lie percentages such as 50.91: published profiles, which print two
decimals, score them 1, so a percentage is rounded to two decimals and no further. Of the unrounded one the cuts are
therefore 75.995, 50.995 and 24.995. The rule of 2016 had 19 criteria: another scale, never compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..display import Shown
from ..say.errors import WrongUse
from ..say import integer, join, pick
from .measured import Range, check, floats

CUTS = ((25, 1), (51, 2), (76, 2))  # percentage with two decimals, points added from there on: 1, 3, 5
_HALF = 0.005  # of an unrounded percentage, what rounding to two decimals adds at most
CLASS_CUTS = (16, 38, 60)
CLASSES = ("tidak kumuh", "ringan", "sedang", "berat")
CLASSES_ENGLISH = ("not slum", "light", "moderate", "heavy")

# criterion: (what its volume is divided by, label in Bahasa Indonesia, label in English)
CRITERIA = {
    "1a": ("buildings", "ketidakteraturan bangunan", "irregular buildings"),
    "1b": ("area_ha", "kepadatan bangunan tidak sesuai", "building density beyond the plan"),
    "1c": ("buildings", "ketidaksesuaian persyaratan teknis bangunan", "buildings below technical standard"),
    "2a": ("ideal_road_m", "cakupan jalan lingkungan kurang", "missing neighbourhood roads"),
    "2b": ("ideal_road_m", "permukaan jalan lingkungan buruk", "poor road surface"),
    "3a": ("households", "tidak ada akses aman air minum", "no safe access to drinking water"),
    "3b": ("households", "kebutuhan air minum tidak terpenuhi", "drinking water need not met"),
    "4a": ("area_ha", "genangan air", "flooded area"),
    "4b": ("ideal_drain_m", "ketidaktersediaan drainase", "missing drains"),
    "4c": ("ideal_drain_m", "kualitas konstruksi drainase buruk", "poor drain construction"),
    "5a": ("households", "sistem air limbah tidak sesuai standar", "sewage system below standard"),
    "5b": ("households", "sarana air limbah tidak sesuai", "sewage facilities below standard"),
    "6a": ("households", "sarana persampahan tidak sesuai", "waste facilities below standard"),
    "6b": ("households", "sistem persampahan tidak sesuai", "waste system below standard"),
    "7a": ("buildings", "tidak ada prasarana proteksi kebakaran", "no fire protection infrastructure"),
    "7b": ("buildings", "tidak ada sarana proteksi kebakaran", "no fire protection equipment"),
}
ASPECTS = tuple("1234567")
_PERCENT = {
    key: Range((f"Kriteria {key} ({c[1]})", f"Criterion {key} ({c[2]})"), ("%", "%"), 0, 100,
               above=("Persentase tidak boleh melebihi 100; periksa volume dan penyebutnya.",
                      "A percentage cannot exceed 100; check the volume and its denominator."),
               below=("Persentase tidak boleh negatif.", "A percentage cannot be negative."))
    for key, c in CRITERIA.items()
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

    def __getitem__(self, key: str):
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
        words = [f"{key} {pick(lang, id=c[1], en=c[2])}" for key, c in CRITERIA.items()]
        return self.table().assign(criterion=words)

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"score": pick(lang, id="Skor (0, 1, 3, 5)", en="Score (0, 1, 3, 5)")}

    def sentence(self, lang: str | None = None) -> str:
        """The total, the class and the criteria that weigh most; or which criteria are missing."""
        if self.missing:
            lack = join(list(self.missing), lang)
            return pick(
                lang,
                id=f"Nilai kekumuhan tidak dapat dihitung karena kriteria {lack} tidak ada datanya.",
                en=f"The slum score cannot be computed because criteria {lack} have no data.",
            )
        total = integer(self.total, lang)
        worst = [pick(lang, id=CRITERIA[k][1], en=CRITERIA[k][2]) for k, v in self.scores.items() if v == 5]
        return pick(
            lang,
            id=f"Nilai kekumuhan {total} dari 80: {_class_name(self.slum_class, lang)}."
            + (f" Kriteria dengan nilai tertinggi (5): {join(worst, lang)}." if worst else ""),
            en=f"The slum score is {total} of 80: {_class_name(self.slum_class, lang)}."
            + (f" Criteria with the highest score (5): {join(worst, lang)}." if worst else ""),
        )


def _class_name(slum_class: str, lang: str) -> str:
    place = CLASSES.index(slum_class)
    return pick(lang, id=slum_class if place == 0 else f"kumuh {slum_class}",
                en=CLASSES_ENGLISH[place] + ("" if place == 0 else " slum"))


def criterion_score(percent):
    """0, 1, 3 or 5 points from a percentage (0-100), rounded here to two decimals; over comparison and arithmetic alone.

    >>> [int(criterion_score(p)) for p in (24.99, 24.995, 50.91, 50.9949, 51, 75.99, 76)]
    [0, 1, 1, 1, 3, 3, 5]
    """
    return sum((percent >= cut - _HALF) * points for cut, points in CUTS)


def slum_class(total):
    """The class of a total (0-80, array of shape (n,)): 60 up berat, 38 sedang, 16 ringan, else tidak kumuh.

    Missing (NaN) gives None.

    >>> slum_class(np.array([15, 16, 37, 38, 60, np.nan])).tolist()
    ['tidak kumuh', 'ringan', 'ringan', 'sedang', 'berat', None]
    """
    total = np.asarray(total, dtype=float)
    words = np.array([*CLASSES, None], dtype=object)
    return words[np.where(np.isnan(total), len(CLASSES), np.searchsorted(CLASS_CUTS, total, side="right"))]


def slum_score(percent):
    """The slum score of Permen PUPR 14/PRT/M/2018: sixteen percentages to sixteen scores, total and class.

    Parameters
    ----------
    percent : a mapping, or a DataFrame with one row per neighbourhood (RT), keyed `1a 1b 1c 2a 2b 3a 3b 4a 4b 4c
        5a 5b 6a 6b 7a 7b`; percentages 0-100, with two decimals or more, **not rounded to whole percent**. Other columns are left alone.

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
        raise WrongUse(
            id=f"Semua persentase paling besar {largest:g}, seperti bagian (0 sampai 1). Kalikan 100 (0,5 menjadi 50). Bila "
            "memang persentase sekecil itu, tulis 0: nilainya sama.",
            en=f"No percentage is above {largest:g}, as if they were shares (0 to 1). Multiply by 100 (0.5 becomes 50). If "
            "they are percentages as small as that, write 0: the score is the same.",
        )


def criteria_array(percent) -> np.ndarray:
    """Percentages as an array of shape (n, 16) in the order of CRITERIA, checked; n is 1 for a mapping.

    >>> criteria_array(dict.fromkeys(CRITERIA, 10)).shape
    (1, 16)
    """
    if not isinstance(percent, (Mapping, pd.DataFrame, pd.Series)):
        raise WrongUse(
            id="Berikan persentase sebagai dict atau DataFrame dengan kunci 1a sampai 7b.",
            en="Give the percentages as a dict or DataFrame keyed 1a to 7b.",
        )
    absent = [key for key in CRITERIA if key not in percent]
    if absent:
        raise WrongUse(
            id=f"Kriteria {', '.join(absent)} tidak ada. Keenam belas kriteria diperlukan; bila volumenya nol isi 0, "
            "bila tidak diketahui isi kosong (NaN).",
            en=f"Criteria {', '.join(absent)} are absent. All sixteen are needed; write 0 where the volume is zero "
            "and NaN where it is not known.",
        )
    columns = {key: np.atleast_1d(floats(percent[key], key)) for key in CRITERIA}
    # a share computed as 100 * x / x may pass 100 by a rounding error
    columns = {k: np.where((v > 100) & (v < 100 + 1e-9), 100.0, v) for k, v in columns.items()}
    check(columns, _PERCENT, percent.index if isinstance(percent, pd.DataFrame) else None)
    return np.stack(list(columns.values()), axis=1)
