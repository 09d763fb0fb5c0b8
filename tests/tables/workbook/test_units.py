"""A number in another unit is asked about, and stays as it was typed."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.tables.workbook.check import check
from p2wkss_analysis.tables.workbook.units import unit_questions


def asked(column, values):
    rows = np.arange(4, 4 + len(values))
    frame = SimpleNamespace(name="villages", title="Desa-Kelurahan", places={column: 2}, rows=rows, heading=lambda column: column)
    return [text.say("id") for text in unit_questions(frame, pd.DataFrame({column: pd.Series(values, dtype=float)}))]


@pytest.mark.parametrize(
    ("column", "values", "words"),
    [
        ("stunting_percent", [0.33, 0.125, 0.2, np.nan], "semua 3 nilai paling banyak 1, padahal satuannya persen. Apakah 0,33 maksudnya 33%?"),
        ("stunting_percent", [12, 15, 33, 40, 0.33, 18], "sel C9: jauh lebih kecil daripada nilai lain dalam persen. Apakah 0,33 maksudnya 33%?"),
        ("expenditure_rupiah_person_month", [1450, 2100, 1800], "nilai tengahnya hanya 1.800 rupiah. Apakah maksudnya Rp1.800.000?"),
        ("expenditure_rupiah_person_month", [1.4, 2.5, 1.8], "nilai tengahnya hanya 1,8 rupiah. Apakah maksudnya Rp1.800.000?"),
        ("expenditure_rupiah_person_month", [1_450_000, 2_600_000, 1_800_000, 1_500_000, 1_200_000, 2500], "sel C10: jauh lebih kecil daripada nilai lain. Apakah 2.500 maksudnya Rp2.500.000?"),
    ],
)  # fmt: skip
def test_what_may_stand_in_another_unit_is_asked_about(column, values, words):
    said = asked(column, values)
    assert len(said) == 1 and words in said[0]


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("stunting_percent", [0, 0, 1, 0, 1]),
        ("stunting_percent", [0.4, 2.5, 1.2, 3.1, 0.8, 1.9, 2.2]),
        ("stunting_percent", [0.33, 12]),
        ("households", [0.5, 0.2, 0.4]),
        ("expenditure_rupiah_person_month", [1_450_000, 650_000, 0, np.nan]),
        ("expenditure_rupiah_person_month", []),
    ],
)
def test_small_numbers_that_may_be_true_are_not(column, values):
    assert asked(column, values) == []


def test_a_workbook_with_a_question_is_no_faulty_one(office):
    for n in range(5):
        office.household(n, women_income_rupiah_month=600 + n)
    checked = check(office.save(), "id")
    assert checked.ok and "Rp602.000" in " ".join(checked.questions("id"))
    assert checked.tables["households"]["women_income_rupiah_month"].max() == 604
