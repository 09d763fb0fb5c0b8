"""Places with gaps: who is left out, what is filled and from whom, and that a place left out moves nothing for the others."""

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.say.errors import NotEnoughData, WrongUse
from p2wkss_analysis.targeting import texts
from p2wkss_analysis.targeting.index.imputation import fill_from_group
from p2wkss_analysis.targeting.index.specification import Specification
from p2wkss_analysis.targeting.need_index import need_index

TWO = {"poor": "higher", "hdi": "lower"}


def table(**columns):
    made = {"poor": [10.0, 30.0, 20.0, 14.0, 90.0], "hdi": [70.0, 60.0, 80.0, 65.0, 72.0], **columns}
    return pd.DataFrame(made, index=[f"32.76.01.100{i}" for i in range(5)])


def test_a_place_left_out_changes_nothing_for_the_others():
    rng = np.random.default_rng(3)
    whole = pd.DataFrame(
        {
            "area_code": [f"32.76.01.10{i:02d}" for i in range(12)],
            "name": [f"Desa {i}" for i in range(12)],
            "poor": [*rng.normal(20, 2, 11), 400.0],
            "hdi": rng.normal(70, 4, 12),
            "doubt": rng.uniform(1, 2, 12),
        }
    )
    asked = {"outliers": "winsorise", "errors": {"poor": "doubt"}, "place_coverage": 0.5}
    holes = whole.assign(hdi=whole["hdi"].where(whole.index != 3))
    with_gap, without = (need_index(one, TWO, **asked) for one in (holes, whole.drop(index=3)))
    pd.testing.assert_frame_equal(with_gap.table().iloc[:-1].astype({"rank": int}), without.table().astype({"rank": int}))
    for field in ("codes", "names", "values", "errors", "score"):
        np.testing.assert_array_equal(getattr(with_gap, field), getattr(without, field))
    assert with_gap.pulled == without.pulled == {"poor": 1} and with_gap.filled.empty
    assert with_gap.unscored.to_numpy().tolist() == [["32.76.01.1003", "hdi", "gap"]]


def test_two_places_make_a_ranking_and_one_makes_none():
    assert need_index(table().head(2), TWO).table()["rank"].tolist() == [1, 2]
    with pytest.raises(NotEnoughData):
        need_index(table(hdi=[70.0, np.nan, np.nan, np.nan, np.nan]), TWO, indicator_coverage=0.1)


def test_only_places_with_enough_data_lend_their_values():
    """The last place knows one of three: it is screened, and its 90 enters no median."""
    rows = table(work=[1.0, 2.0, 3.0, np.nan, np.nan], hdi=[70.0, 60.0, np.nan, 65.0, np.nan])
    for rule, lent in (("median", 65.0), ("group_mean", 65.0)):
        found = need_index(
            rows, {**TWO, "work": "lower"}, impute=rule, group=pd.Series("a", index=rows.index[::-1]), indicator_coverage=0.5
        )
        assert found.filled.to_numpy().tolist() == [
            [rows.index[2], "hdi", lent, rule],
            [rows.index[3], "work", 2.0, rule],
        ]
        assert found.unscored.to_numpy().tolist() == [[rows.index[4], "hdi, work", "screened"]]
    rows.loc[rows.index[0], "poor"] = np.nan
    assert need_index(rows, {**TWO, "work": "lower"}, impute="median", indicator_coverage=0.5).filled["value"].tolist() == [
        20.0,
        65.0,
        2.0,
    ]


def test_a_group_without_a_value_leaves_the_gap_and_names_only_what_was_used():
    rows = table(work=[1.0, 2.0, 3.0, 4.0, 5.0], hdi=[70.0, np.nan, 66.0, 60.0, np.nan], rw=["a", "a", "a", "b", "c"])
    rows.loc[rows.index[3], "poor"] = np.nan  # nobody else in b
    found = need_index(rows, {**TWO, "work": "lower"}, impute="group_mean", group="rw", indicator_coverage=0.5)
    assert found.filled.to_numpy().tolist() == [[rows.index[1], "hdi", 68.0, "group_mean"]]
    assert found.unscored.to_numpy().tolist() == [[rows.index[3], "poor", "gap"], [rows.index[4], "hdi", "gap"]]
    with pytest.raises(WrongUse, match="kampung"):
        need_index(table(), TWO, impute="group_mean", group="kampung")


def test_earlier_years_are_read_as_numbers_and_by_area_code():
    rows = table(hdi=[70.0, 60.0, np.nan, 65.0, 72.0])
    past = pd.DataFrame({"area_code": [rows.index[2]] * 3, "year": ["2022", "2023", "2021"], "hdi": ["61", "62", "63"]})
    for previous in (past, past.set_index("area_code"), past.assign(other="x")):
        assert need_index(rows, TWO, impute="last_year", previous=previous, place_coverage=0.5).filled["value"].tolist() == [62.0]
    wrong = past.assign(hdi=["61", "enam puluh", "63"], area_code=[rows.index[k] for k in (2, 4, 3)])
    for previous in (wrong, wrong.set_index("area_code")):
        with pytest.raises(WrongUse, match=rf"hdi.*{rows.index[4]}"):
            need_index(rows, TWO, impute="last_year", previous=previous)
    with pytest.raises(WrongUse) as error:
        need_index(rows, TWO, impute="last_year")
    assert error.value.sentence("en") == texts.PREVIOUS_NEEDED.say("en")
    with pytest.raises(WrongUse):
        need_index(rows, TWO, impute="last_year", previous=past.to_dict("list"))


def test_a_specification_is_taken_as_it_stands_or_with_what_is_changed():
    spec = Specification(TWO, normalise="rank")
    assert need_index(table(), spec).specification is spec
    changed = need_index(table(), spec, outliers="winsorise").specification
    assert changed.outliers == "winsorise" and changed.normalise == "rank"
    with pytest.raises(WrongUse, match="weights"):
        need_index(table(), TWO, weights=[0.5, 0.5])


def test_places_named_instead_of_coded_are_found_and_named():
    named = pd.DataFrame({"kelurahan": ["Depok", "Beji", "Cinere"], "poor": [1.0, 2.0, 3.0], "hdi": [70.0, 71.0, 60.0]})
    found = need_index(named, TWO, place="kelurahan", inside="32.76")
    assert found.table()["area_code"].tolist()[0] == found.codes[found.names.tolist().index("Cinere")]
    other = need_index(named.assign(other=["x", "y", "z"]), TWO, place="kelurahan", inside="32.76", names="other")
    assert sorted(other.names) == ["x", "y", "z"]


def test_places_without_a_group_are_a_group_of_their_own():
    filled = fill_from_group(np.array([[1.0], [np.nan], [7.0], [np.nan]]), np.array([None, None, "x", "y"], dtype=object))
    np.testing.assert_array_equal(filled, [[1], [1], [7], [np.nan]])
