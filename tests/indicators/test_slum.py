"""The slum score against six published neighbourhood profiles, at every cut, and from volumes."""

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from p2wkss_analysis.indicators.slum import CRITERIA, CUTS, criterion_score, slum_class, slum_score
from p2wkss_analysis.indicators.slum_volumes import (
    aspect_means,
    contribution,
    mean_slum,
    percent_from_volumes,
)
from p2wkss_analysis.indicators.texts import slum as texts
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.intake import load

NONE = dict.fromkeys(CRITERIA, 0.0)
sixteen = st.fixed_dictionaries({key: st.floats(0, 100) for key in CRITERIA})


@pytest.fixture(scope="module")
def profiles():
    return load("slum_neighbourhoods").query("measured_as == 'percent'").set_index("neighbourhood")


def of(profiles, ending):
    return profiles[[f"{key}_{ending}" for key in CRITERIA]].set_axis(list(CRITERIA), axis=1).astype(float)


def test_published_profiles_by_percentage(profiles):
    # six RT profiles of Dinas PRKPCK Jawa Timur: 96 criterion scores, totals and classes as published
    result = slum_score(of(profiles, "percent"))
    assert len(profiles) == 6
    assert (result[list(CRITERIA)].astype(float) == of(profiles, "score")).all(axis=None)
    assert (result["total"].astype(int) == profiles["total"].astype(int)).all()
    assert ("KUMUH " + result["slum_class"].str.upper()).str.replace("KUMUH TIDAK", "TIDAK").eq(profiles["computed_class"]).all()


def test_published_profiles_from_volumes(profiles):
    totals = profiles[["area_ha", "buildings", "households", "ideal_road_m", "ideal_drain_m"]].astype(float)
    percent = percent_from_volumes(of(profiles, "volume"), totals)
    # the portal prints two decimals, from areas of which it prints two decimals as well: 4a differs by that
    others = [key for key in CRITERIA if key != "4a"]
    assert np.allclose(percent[others], of(profiles, "percent")[others], atol=0.0051)
    assert np.allclose(percent["4a"], of(profiles, "percent")["4a"], atol=0.06)
    assert (slum_score(percent)["total"].astype(int) == profiles["total"].astype(int)).all()


def test_a_mapping_and_a_frame_agree_on_the_real_profiles(profiles):
    frame = slum_score(of(profiles, "percent"))
    for name, row in of(profiles, "percent").iterrows():
        one = slum_score(row.to_dict())
        assert one["total"] == frame.loc[name, "total"] and one["slum_class"] == frame.loc[name, "slum_class"]
        assert one["6b"] == frame.loc[name, "6b"]


@pytest.mark.parametrize(
    ("percent", "score"),
    [
        (0, 0),
        (24.99, 0),
        (24.9949, 0),
        (24.995, 1),
        (25, 1),
        (50.91, 1),
        (50.9949, 1),
        (50.995, 3),
        (51, 3),
        (75.99, 3),
        (75.9949, 3),
        (75.995, 5),
        (76, 5),
        (100, 5),
    ],
)
def test_scores_at_their_cuts(percent, score):
    assert criterion_score(percent) == score
    assert slum_score({**NONE, "4b": percent})["4b"] == score


@given(st.integers(0, 100_000))
def test_a_percentage_is_rounded_to_two_decimals_and_then_meets_the_cuts_of_the_rule(thousandths):
    printed = (Decimal(thousandths) / 1000).quantize(Decimal("0.01"), ROUND_HALF_UP)
    by_rule = 5 if printed >= 76 else 3 if printed >= 51 else 1 if printed >= 25 else 0
    assert criterion_score(thousandths / 1000) == criterion_score(float(printed)) == by_rule


def test_the_documentation_states_the_cuts_as_they_are_computed():
    pages = Path(__file__).resolve().parents[2] / "docs"
    said = {lang: (pages / lang / "method.md").read_text(encoding="utf-8") for lang in ("id", "en")}
    cuts = [str(cut) for cut, _ in CUTS]
    assert (
        f"pada batas {cuts[0]}, {cuts[1]}, dan {cuts[2]}" in said["id"]
        and "enam belas persentase dengan dua desimal" in said["id"]
    )
    assert (
        f"at the cuts {cuts[0]}, {cuts[1]} and {cuts[2]}" in said["en"] and "sixteen percentages with two decimals" in said["en"]
    )


@pytest.mark.parametrize(
    ("total", "word"),
    [
        (0, "tidak kumuh"),
        (15, "tidak kumuh"),
        (16, "ringan"),
        (37, "ringan"),
        (38, "sedang"),
        (59, "sedang"),
        (60, "berat"),
        (80, "berat"),
    ],
)
def test_classes_at_their_boundaries(total, word):
    assert slum_class(np.array([total]))[0] == word


@given(sixteen)
def test_total_is_the_sum_and_stays_in_range(percent):
    assume(max(percent.values()) > 1)  # all from 0 to 1 is refused: shares, not percentages
    score = slum_score(percent)
    assert score["total"] == sum(score[key] for key in CRITERIA)
    assert 0 <= score["total"] <= 80
    assert score["slum_class"] == slum_class(np.array([score["total"]]))[0]


@given(sixteen, st.sampled_from(list(CRITERIA)), st.floats(0, 100))
def test_more_slum_never_scores_less(percent, key, more):
    assume(max(percent.values()) > 1)
    worse = {**percent, key: max(percent[key], more)}
    assert slum_score(worse)["total"] >= slum_score(percent)["total"]


def test_missing_value_gives_a_missing_total_and_is_named():
    score = slum_score({**NONE, "3a": float("nan"), "6b": None})
    assert np.isnan(score["total"]) and score["slum_class"] is None
    assert score.missing == ("3a", "6b")
    assert "3a dan 6b" in score.sentence("id") and "3a and 6b" in score.sentence("en")
    frame = slum_score(pd.DataFrame([NONE, {**NONE, "3a": None}], index=["x", "y"]))
    assert frame.loc["x", "total"] == 0 and pd.isna(frame.loc["y", "total"]) and pd.isna(frame.loc["y", "slum_class"])


def test_an_absent_criterion_is_named():
    with pytest.raises(WrongUse, match="2b, 7a"):
        slum_score({k: v for k, v in NONE.items() if k not in ("2b", "7a")})


@pytest.mark.parametrize("bad", [101, -0.1, "50", float("inf"), True])
def test_impossible_percentages_are_refused(bad):
    with pytest.raises(WrongUse, match="5a"):
        slum_score({**NONE, "5a": bad})


@pytest.mark.parametrize("shares", [dict.fromkeys(CRITERIA, 0.5), {**NONE, "7a": 1.0}, {**NONE, "5a": 0.3, "6a": None}])
def test_shares_are_not_taken_for_percentages(shares):
    for given_as in (shares, pd.DataFrame([shares, NONE], index=["RT 01", "RT 02"])):
        with pytest.raises(WrongUse, match="Kalikan 100") as error:
            slum_score(given_as)
        assert "Multiply by 100" in error.value.sentence("en")


def test_zeros_and_small_percentages_beside_large_ones_are_percentages():
    assert slum_score(NONE)["total"] == 0
    assert slum_score({**NONE, "5a": 0.5, "6a": 80.0})["total"] == 5
    table = pd.DataFrame([{**NONE, "5a": 0.5}, {**NONE, "6a": 80.0}])
    assert slum_score(table)["total"].tolist() == [0, 5]
    # what remains after works may be as small as a share, and is measured all the same
    assert mean_slum({**NONE, "5a": 0.7}) == pytest.approx(0.05)


def test_out_of_range_names_the_row():
    frame = pd.DataFrame([NONE, {**NONE, "5a": 120}], index=["RT 01", "RT 02"])
    with pytest.raises(WrongUse, match="RT 02"):
        slum_score(frame)
    with pytest.raises(WrongUse, match="dict atau DataFrame"):
        slum_score([1, 2, 3])
    with pytest.raises(WrongUse, match="Kriteria 5a .*0–100 %"):
        slum_score({**NONE, "5a": 120})


def test_a_mapping_holds_one_neighbourhood_and_a_table_many():
    """Of many numbers in one cell the first alone would be scored."""
    for many in ([80, 0], []):
        for asked in (slum_score, aspect_means):
            with pytest.raises(WrongUse, match="1a.*DataFrame"):
                asked(dict.fromkeys(CRITERIA, many))
    with pytest.raises(WrongUse, match="2b"):
        percent_from_volumes({**NONE, "2b": [300, 0]}, TOTALS)
    frame = slum_score(pd.DataFrame([NONE]))
    assert frame.columns.tolist() == ["total", "slum_class", *CRITERIA]
    assert slum_class(pd.Series([15, None], dtype=object)).tolist() == ["tidak kumuh", None]


def test_a_percentage_that_passes_100_by_a_rounding_error_is_100():
    passed = aspect_means({**NONE, "7a": np.nextafter(100, 101), "7b": 99.5})
    assert passed["7"] == (100 + 99.5) / 2
    assert aspect_means({**NONE, "7a": 100 + 9.5e-10})["7"] == 50
    for beyond in (100 + 1e-9, 100 + 2e-9):
        with pytest.raises(WrongUse, match="7a"):
            aspect_means({**NONE, "7a": beyond})


def test_the_sentence_names_the_criteria_of_five_points_and_no_other():
    score = slum_score({**NONE, "7a": 100.0, "6b": 60.0, "1a": 30.0})
    for lang in ("id", "en"):
        shown = score.sentence(lang)
        assert texts.CRITERIA["7a"].say(lang) in shown
        assert not any(texts.CRITERIA[key].say(lang) in shown for key in ("6b", "1a", "2a"))
    assert texts.WORST_CRITERIA.say("en", criteria=[])[:20] not in slum_score({**NONE, "6b": 60.0}).sentence("en")
    shown = score._repr_html_()
    assert f"7a {texts.CRITERIA['7a'].say('id')}" in shown and texts.CRITERION_SCORE.say("id") in shown


def test_nothing_known_is_no_share_and_percentages_from_one_on_are_percentages():
    assert np.isnan(slum_score(dict.fromkeys(CRITERIA, np.nan))["total"])
    assert slum_score({**NONE, "5a": 1.5})["total"] == 0


def test_a_mapping_a_table_and_a_sentence():
    score = slum_score({**NONE, "7a": 100.0, "7b": 80.0, "6a": 100.0, "6b": 60.0})
    assert dict(score)["total"] == 18 and len(score) == 18
    assert list(score.table().columns) == ["criterion", "percent", "score"] and len(score.table()) == 16
    assert "18 dari 80: kumuh ringan" in score.sentence("id")
    assert "18 of 80: light slum" in score.sentence("en")


TOTALS = {"area_ha": 2.66, "buildings": 33, "households": 42, "ideal_road_m": 400, "ideal_drain_m": 0}


def test_a_share_exactly_on_a_cut_is_on_it_though_divided_a_bit_less():
    assert 100.0 * (499.9 / 2000) < 24.995
    for volume, score in ((499.9, 1), (1019.9, 3), (1519.9, 5), (499.8, 0), (1019.8, 1), (1519.8, 3)):
        total = {"area_ha": 1, "buildings": 1, "households": 1, "ideal_road_m": 2000.0, "ideal_drain_m": 0}
        assert slum_score(percent_from_volumes({**dict.fromkeys(CRITERIA, 0), "2b": volume}, total))["2b"] == score


def test_volumes():
    percent = percent_from_volumes({**NONE, "2b": 300, "7a": 33, "5a": float("nan")}, TOTALS)
    assert percent["2b"] == 75 and percent["7a"] == 100 and percent["4b"] == 0
    assert np.isnan(percent["5a"])
    frame = percent_from_volumes(pd.DataFrame([{**NONE, "7a": 33}], index=["x"]), pd.DataFrame([TOTALS], index=["x"]))
    assert frame.loc["x", "7a"] == 100 and frame.loc["x", "4c"] == 0


@pytest.mark.parametrize("bad", [{"2b": 401}, {"2b": -1}, {"4b": 5}])
def test_volumes_beyond_their_denominator_are_refused(bad):
    with pytest.raises(WrongUse, match=next(iter(bad))):
        percent_from_volumes({**NONE, **bad}, TOTALS)


def test_one_wrong_volume_among_many_places_is_refused():
    totals = pd.DataFrame([TOTALS, TOTALS], index=["x", "y"])
    for bad in ({"2b": 401}, {"2b": -0.5}):
        with pytest.raises(WrongUse, match="2b"):
            percent_from_volumes(pd.DataFrame([NONE, {**NONE, **bad}], index=["x", "y"]), totals)
    unknown = {**NONE, "1b": None, "4a": None}  # what is divided by the area
    with pytest.raises(WrongUse, match="area_ha"):
        percent_from_volumes(pd.DataFrame([unknown, unknown], index=["x", "y"]), totals.assign(area_ha=[1, -0.5]))
    volumes = {**NONE, "7a": 33 * (1 + 5e-13)}  # the sum of parts, a rounding error above the whole
    assert percent_from_volumes(volumes, TOTALS)["7a"] == 100


def test_rows_of_two_tables_are_never_paired_by_position():
    volumes, totals = (pd.DataFrame([one, one], index=["x", "y"]) for one in (NONE, TOTALS))
    with pytest.raises(WrongUse, match="urutan yang sama"):
        percent_from_volumes(volumes, totals.iloc[::-1])
    assert percent_from_volumes(volumes, TOTALS).index.tolist() == ["x", "y"]


def test_absent_volumes_and_denominators_are_named():
    with pytest.raises(WrongUse, match="households"):
        percent_from_volumes(NONE, {k: v for k, v in TOTALS.items() if k != "households"})
    with pytest.raises(WrongUse, match="1b"):
        percent_from_volumes({k: v for k, v in NONE.items() if k != "1b"}, TOTALS)


def test_aspect_means_by_hand():
    # aspect 1 has three criteria, aspect 7 two: each aspect counts the same in the mean of aspects
    percent = {**NONE, "1a": 30.0, "1b": 60.0, "1c": 0.0, "7a": 100.0, "7b": 50.0}
    assert aspect_means(percent) == {"1": 30, "2": 0, "3": 0, "4": 0, "5": 0, "6": 0, "7": 75}
    assert mean_slum(percent) == pytest.approx(105 / 7)
    frame = pd.DataFrame([percent, {**percent, "4b": None}], index=["x", "y"])
    assert mean_slum(frame)["x"] == pytest.approx(15) and np.isnan(mean_slum(frame)["y"])


@settings(max_examples=50)
@given(sixteen, st.floats(0, 1))
def test_handling_a_share_everywhere_contributes_that_share(percent, share):
    after = {k: v * (1 - share) for k, v in percent.items()}
    if mean_slum(percent) > 1e-6:
        assert contribution(percent, after) == pytest.approx(share, abs=1e-6)


def test_contribution_edges():
    half = dict.fromkeys(CRITERIA, 50.0)
    assert np.isnan(contribution(NONE, NONE)) and np.isnan(contribution(NONE, half))
    assert contribution({**NONE, "5a": 2.0}, {**NONE, "5a": 1.5}) == pytest.approx(0.25)  # the mean is below one percent
    assert contribution(half, NONE) == 1
    assert contribution(half, dict.fromkeys(CRITERIA, 75.0)) == -0.5
    frames = pd.DataFrame([half], index=["x"]), pd.DataFrame([NONE], index=["y"])
    with pytest.raises(WrongUse):
        contribution(*frames)
    assert contribution(frames[0], frames[0])["x"] == 0
