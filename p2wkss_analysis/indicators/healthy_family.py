"""The healthy family index (Indeks Keluarga Sehat, IKS): Permenkes 39/2016, twelve yes/no/not-applicable items.

The index is yes / (12 - not applicable). Items that do not apply must not count as no: a family without a pregnancy
did not fail the item on facility birth.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from ..say.errors import WrongUse
from .measured import Range, one_each, read
from .texts import healthy_family as texts

ITEMS = {
    "family_planning": "keluarga mengikuti program KB",
    "facility_birth": "ibu bersalin di fasilitas kesehatan",
    "basic_immunisation": "bayi mendapat imunisasi dasar lengkap",
    "exclusive_breastfeeding": "bayi mendapat ASI eksklusif",
    "growth_monitoring": "pertumbuhan balita dipantau",
    "tuberculosis_treated": "penderita TB paru berobat sesuai standar",
    "hypertension_treated": "penderita hipertensi berobat teratur",
    "mental_illness_treated": "penderita gangguan jiwa berobat dan tidak ditelantarkan",
    "no_smoker": "tidak ada anggota keluarga yang merokok",
    "health_insurance": "keluarga menjadi anggota JKN",
    "clean_water": "keluarga memiliki akses air bersih",
    "healthy_latrine": "keluarga memiliki jamban sehat",
}
CLASSES = ("tidak sehat", "pra-sehat", "sehat")
HEALTHY_ABOVE = 0.8


def healthy_family_index(answers: Mapping[str, Any] | pd.DataFrame) -> Any:
    """The healthy family index of one family or of many, 0-1.

    Parameters
    ----------
    answers : a mapping, or a DataFrame with one row per family, keyed by the twelve names of ITEMS. Each answer is
        True (1) for yes, False (0) for no, and missing (None, NaN, pd.NA) for **not applicable**. A question that
        was not asked is not the same thing: settle it before, or leave the family out.

    Returns
    -------
    float, or a Series with the index of the DataFrame: yes / (12 - not applicable); NaN where all twelve are not
    applicable.

    Raises WrongUse naming every item that is absent, and answers other than yes, no and not applicable.

    Source: Permenkes 39/2016 (PIS-PK). Class by `healthy_family_class`.

    >>> family = {**dict.fromkeys(ITEMS, True), "no_smoker": False, "facility_birth": None}
    >>> round(healthy_family_index(family), 4)
    0.9091
    """
    if not isinstance(answers, (Mapping, pd.DataFrame, pd.Series)):
        raise WrongUse(texts.ANSWERS_UNREADABLE)
    absent = [item for item in ITEMS if item not in answers]
    if absent:
        raise WrongUse(texts.IKS_ITEMS_ABSENT.fill(absent=absent))
    cells = {item: _answers(answers[item], item) for item in ITEMS}
    if not isinstance(answers, pd.DataFrame):
        one_each(cells)
    table = np.stack(list(cells.values()))
    yes, apart = np.nansum(table, axis=0), np.sum(np.isnan(table), axis=0)
    with np.errstate(invalid="ignore"):
        index = np.asarray(np.where(apart < len(ITEMS), of_applicable(yes, apart), np.nan))
    if isinstance(answers, pd.DataFrame):
        return pd.Series(index, index=answers.index, name="healthy_family_index")
    return index.item()


def of_applicable(yes: Any, not_applicable: Any) -> Any:
    """The index from how many items are yes and how many do not apply (arrays, or expressions of an engine); not all twelve.

    >>> of_applicable(9, 2)
    0.9
    """
    return yes / (len(ITEMS) - not_applicable)


def _answers(given: Any, item: str) -> np.ndarray:
    """1.0 yes, 0.0 no, NaN not applicable; anything else is refused by name."""
    cells = given.tolist() if isinstance(given, (pd.Series, np.ndarray)) else given
    many = isinstance(cells, (list, tuple))
    out = []
    for cell in cells if many else [cells]:
        if cell is None or cell is pd.NA or (isinstance(cell, float) and np.isnan(cell)):
            out.append(np.nan)
        elif not isinstance(cell, str) and cell in (0, 1):
            out.append(float(cell))
        else:
            raise WrongUse(texts.ANSWER_UNREADABLE.fill(item=item, answer=cell))
    return np.array(out) if many else np.array(out[0])


def healthy_family_class(index: ArrayLike) -> Any:
    """`sehat` above .8, `pra-sehat` from .5 to .8 with both ends, `tidak sehat` below .5; missing stays missing.

    `index`: 0-1, a number gives a word (None where missing), an array or Series a Series of words.

    >>> healthy_family_class(0.8), healthy_family_class(0.81), healthy_family_class(0.5)
    ('pra-sehat', 'sehat', 'pra-sehat')
    """
    measured = read({"index": index}, {"index": Range(texts.HEALTHY_FAMILY, None, 0, 1)})
    values = measured.arrays["index"]
    place = (values >= 0.5).astype(int) + (values > HEALTHY_ABOVE)
    words = np.array([*CLASSES, None], dtype=object)[np.where(np.isnan(values), 3, place)]
    return words if measured.scalar else pd.Series(words, index=measured.index, name="healthy_family_class")
