"""The healthy family index: counting, what is not applicable, class boundaries."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from p2wkss_analysis.indicators.healthy_family import ITEMS, healthy_family_class, healthy_family_index
from p2wkss_analysis.indicators.texts.healthy_family import HEALTHY_FAMILY
from p2wkss_analysis.say.errors import WrongUse

YES = dict.fromkeys(ITEMS, True)
answers = st.lists(st.sampled_from([True, False, None]), min_size=12, max_size=12)


@given(answers)
def test_equals_counting_by_hand(cells):
    index = healthy_family_index(dict(zip(ITEMS, cells, strict=True)))
    asked = [c for c in cells if c is not None]
    if asked:
        assert index == sum(asked) / len(asked)
    else:
        assert np.isnan(index)


@given(st.lists(answers, min_size=1, max_size=8))
def test_a_frame_equals_its_rows(rows):
    frame = pd.DataFrame(rows, columns=list(ITEMS), index=[f"k{i}" for i in range(len(rows))], dtype=object)
    many = healthy_family_index(frame)
    for key, row in frame.iterrows():
        assert many[key] == pytest.approx(healthy_family_index(row.to_dict()), nan_ok=True)


def test_not_applicable_shrinks_the_denominator():
    assert healthy_family_index({**YES, "no_smoker": False, "facility_birth": pd.NA}) == 10 / 11
    assert healthy_family_index({**YES, "no_smoker": False}) == 11 / 12
    assert healthy_family_index({**YES, "no_smoker": 0, "clean_water": float("nan")}) == 10 / 11


@pytest.mark.parametrize("dtype", ["boolean", "Int64"])
def test_nullable_columns(dtype):
    frame = pd.DataFrame({item: pd.array([1, 0, pd.NA], dtype="Int64").astype(dtype) for item in ITEMS})
    result = healthy_family_index(frame)
    assert result[0] == 1 and result[1] == 0 and np.isnan(result[2])


@pytest.mark.parametrize("bad", ["Y", "N", 2, -1, 0.5])
def test_other_answers_are_refused_by_name(bad):
    with pytest.raises(WrongUse, match="clean_water"):
        healthy_family_index({**YES, "clean_water": bad})


def test_absent_items_are_named():
    with pytest.raises(WrongUse, match="no_smoker"):
        healthy_family_index({k: v for k, v in YES.items() if k != "no_smoker"})
    with pytest.raises(WrongUse, match="DataFrame"):
        healthy_family_index([1] * 12)


def test_a_mapping_holds_one_family():
    with pytest.raises(WrongUse, match="no_smoker"):
        healthy_family_index({**YES, "no_smoker": [True, False]})


@pytest.mark.parametrize(
    ("index", "word"),
    [
        (1, "sehat"),
        (np.nextafter(0.8, 1), "sehat"),
        (0.8, "pra-sehat"),
        (8 / 10, "pra-sehat"),
        (0.5, "pra-sehat"),
        (np.nextafter(0.5, 0), "tidak sehat"),
        (0, "tidak sehat"),
        (float("nan"), None),
    ],
)
def test_classes_at_their_boundaries(index, word):
    assert healthy_family_class(index) == word


@pytest.mark.parametrize("percent", [80, 1.01, -0.01])
def test_an_index_is_a_share_and_no_percentage(percent):
    with pytest.raises(WrongUse, match=f"{HEALTHY_FAMILY.say('id')} .*0–1"):
        healthy_family_class(percent)


def test_class_of_a_series():
    result = healthy_family_class(pd.Series([0.9, None], index=["a", "b"]))
    assert result["a"] == "sehat" and pd.isna(result["b"])
