"""Readiness of a village friendly to women and children (KRPPA): its ten indicators, side by side.

Kepmen PPPA 70/2021 names the ten indicators. Four are yes or no, three are percentages and three are counts that
should be zero. No official weights or cut-offs of the percentages were found, so none are used: there is no total.
A count of zero can mean that nothing happened or that nothing was reported, and is flagged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import WrongUse
from ..language import join, pick
from .measured import Range, check, floats

# key: (number in the decree, kind, Bahasa Indonesia, English)
INDICATORS = {
    "organising": (1, "yes_no", "pengorganisasian perempuan dan anak", "women and children are organised"),
    "disaggregated_data": (2, "yes_no", "data desa terpilah", "village data by sex and age of child"),
    "village_rule": (3, "yes_no", "peraturan desa/kelurahan tentang KRPPA", "a village rule on KRPPA"),
    "finance": (4, "yes_no", "pembiayaan dan aset untuk KRPPA", "finance and assets for it"),
    "women_in_government": (5, "percent", "keterwakilan perempuan dalam lembaga desa", "women in village bodies"),
    "women_entrepreneurs": (6, "percent", "perempuan wirausaha, terutama kepala keluarga",
                            "women entrepreneurs, household heads above all"),
    "children_in_care": (7, "percent", "anak yang mendapat pengasuhan berbasis hak", "children in rights-based care"),
    "violence_cases": (8, "zero", "kekerasan terhadap perempuan dan anak serta perdagangan orang",
                       "violence against women and children, trafficking"),
    "child_labour_cases": (9, "zero", "pekerja anak", "child labour"),
    "child_marriages": (10, "zero", "perkawinan anak di bawah 19 tahun", "marriages below the age of 19"),
}
_RANGES = {
    key: Range((f"Indikator {n} ({name})", f"Indicator {n} ({english})"), ("", ""), 0,
               {"yes_no": 1, "percent": 100, "zero": 1e6}[kind])
    for key, (n, kind, name, english) in INDICATORS.items()
}


@dataclass(frozen=True)
class Readiness:
    """The ten indicators of one village; `values` maps their names to numbers, NaN where not known."""

    values: Mapping[str, float]

    def table(self) -> pd.DataFrame:
        """Ten rows: number, indicator, kind (yes_no, percent, zero), value, met, flag.

        met: True or False for yes/no and for counts that should be zero, missing for percentages (no official
        cut-off) and where not known. flag: `may be unreported` where a count is zero.
        """
        rows = []
        for key, (n, kind, _, _) in INDICATORS.items():
            value = self.values[key]
            known = kind != "percent" and not np.isnan(value)
            met = bool(value == 1 if kind == "yes_no" else value == 0) if known else pd.NA
            rows.append((n, key, kind, value, met, "may be unreported" if kind == "zero" and value == 0 else ""))
        table = pd.DataFrame(rows, columns=["number", "indicator", "kind", "value", "met", "flag"])
        return table.astype({"met": "boolean"})

    def sentence(self, lang: str = "id") -> str:
        """How many of the seven that can be judged are met, what is missing, and the warning on zero counts."""
        table = self.table()
        met, judged = int(table["met"].sum()), int(table["met"].notna().sum())
        text = pick(
            lang,
            id=f"{met} dari {judged} indikator KRPPA yang dapat dinilai (ya/tidak atau nihil kasus) terpenuhi; tiga "
            "persentase disajikan tanpa ambang karena ambang resminya tidak ditemukan.",
            en=f"{met} of {judged} KRPPA indicators that can be judged (yes/no or zero cases) are met; three percentages "
            "are shown without a cut-off, because no official one was found.",
        )
        missing = [_name(key, lang) for key, value in self.values.items() if np.isnan(value)]
        if missing:
            text += " " + pick(lang, id=f"Belum ada data: {join(missing, lang)}.", en=f"No data: {join(missing, lang)}.")
        zero = [_name(key, lang) for key in table.loc[table["flag"] != "", "indicator"]]
        if zero:
            text += " " + pick(
                lang,
                id=f"Nihil kasus dapat berarti tidak terjadi atau tidak dilaporkan: {join(zero, lang)}.",
                en=f"Zero cases can mean that nothing happened or that nothing was reported: {join(zero, lang)}.",
            )
        return text


def _name(key: str, lang: str) -> str:
    return pick(lang, id=INDICATORS[key][2], en=INDICATORS[key][3])


def krppa_readiness(answers: Mapping) -> Readiness:
    """The ten indicators of a village friendly to women and children (KRPPA/DRPPA), checked.

    Parameters
    ----------
    answers : mapping keyed by the ten names of INDICATORS: yes/no as True/False (1/0), percentages 0-100, counts of
        cases 0 or more; missing (None) where not known

    Returns
    -------
    Readiness. There is no total: weights and cut-offs were not found in a regulation and are not invented.

    Raises WrongUse naming every indicator that is absent or out of range.

    Do not use it to rank villages: a village that reports no case of violence is not safer than one that does.

    Source: Kepmen PPPA 70/2021; kinds (yes/no, percentage, count) are this package's reading.

    >>> village = {**dict.fromkeys(INDICATORS, 1), "violence_cases": 0, "child_labour_cases": 0, "child_marriages": 2}
    >>> int(krppa_readiness(village).table()["met"].sum())
    6
    """
    absent = [key for key in INDICATORS if key not in answers]
    if absent:
        raise WrongUse(
            id=f"Indikator {', '.join(absent)} tidak ada. Kesepuluh indikator diperlukan; kosongkan bila belum diketahui.",
            en=f"Indicators {', '.join(absent)} are absent. All ten are needed; leave one missing if it is not known.",
        )
    values = {}
    for key, (_, kind, _, _) in INDICATORS.items():
        answer = answers[key]
        values[key] = floats(int(answer) if kind == "yes_no" and isinstance(answer, (bool, np.bool_)) else answer, key)
    check(values, _RANGES)
    broken = [key for key, (_, kind, _, _) in INDICATORS.items()
              if kind != "percent" and not np.isnan(values[key]) and values[key] % 1]
    if broken:
        raise WrongUse(
            id=f"Indikator {', '.join(broken)} harus ya/tidak atau bilangan bulat.",
            en=f"Indicators {', '.join(broken)} must be yes/no or whole numbers.",
        )
    return Readiness({key: value.item() for key, value in values.items()})
