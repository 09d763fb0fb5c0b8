"""Slum scores before and after: published profiles, class boundaries, totals measured anew, RTs seen once, invariances."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.indicators.scorecards import scorecards
from p2wkss_analysis.indicators.slum import CLASSES, CRITERIA, slum_score
from p2wkss_analysis.indicators.slum_change import COLUMNS, TELLING, WORKS, moved, slum_change
from p2wkss_analysis.indicators.slum_volumes import DENOMINATORS, percent_from_volumes
from p2wkss_analysis.indicators.texts.slum_change import ROLES
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.intake import load

TOTAL = dict.fromkeys(DENOMINATORS, 100.0)
NONE = {f"{key}_volume": 0.0 for key in CRITERIA}


def survey(year, rt=1, rw=2, village="32.76.11.1001", totals=None, **volumes):
    return {
        "village_code": village,
        "rw": rw,
        "rt": rt,
        "year": year,
        **TOTAL,
        **(totals or {}),
        **NONE,
        **{f"{k}_volume": v for k, v in volumes.items()},
    }


def frame(*rows):
    return pd.DataFrame(list(rows))


def site(year, rw=2, rt=1, village="32.76.11.1001"):
    return pd.DataFrame(
        {"year": [year], "village_code": [village], "rw": pd.array([rw], dtype="Int64"), "rt": pd.array([rt], dtype="Int64")}
    )


@pytest.fixture(scope="module")
def published():
    profiles = load("slum_neighbourhoods").query("measured_as == 'percent'").reset_index(drop=True)
    return profiles.assign(village_code="35.17.01.2001", rw=1, rt=range(1, 7), year=2022)


def test_the_six_published_profiles_keep_their_published_scores_on_both_sides(published):
    # Dinas PRKPCK Jawa Timur: totals and classes as published, here as two surveys without any works between
    again = published.assign(year=2024)
    table = slum_change(pd.concat([published, again])).table()
    assert table["score_before"].tolist() == published["total"].astype(int).tolist() == table["score_after"].tolist()
    classes = published["computed_class"].str.lower().str.replace("kumuh ", "").str.strip()
    assert table["class_after"].tolist() == classes.tolist()
    assert (table["score_change"] == 0).all() and np.allclose(table["contribution"], 0) and (table["note"] == "same_totals").all()


def test_handled_roads_of_a_published_profile_by_hand(published):
    # Sumbermulyo RT01: 605 m of 780 m poor surface (77.56 %: 5 points), all repaired. 38 becomes 33: sedang becomes ringan.
    one = published[published["neighbourhood"].str.startswith("Sumbermulyo")]
    row = slum_change(pd.concat([one, one.assign(year=2024, **{"2b_volume": 0})])).table().iloc[0]
    assert (row["score_before"], row["class_before"], row["score_after"], row["class_after"]) == (38, "sedang", 33, "ringan")
    aspects = pd.Series({key: 100 * float(one[f"{key}_volume"].item()) / float(one[CRITERIA[key]].item()) for key in CRITERIA})
    means = aspects.groupby(lambda key: key[0]).mean()
    assert row["contribution"] == pytest.approx((605 / 780 * 100 / 2) / means.sum())
    assert row["points_of_works"] == -5 and row["points_of_other"] == row["points_of_totals"] == 0


FIVES = ("1a", "1b", "1c", "2a", "3a", "3b", "4a", "5a", "5b", "6a", "6b")


@pytest.mark.parametrize(
    "base, classes",
    [
        (dict.fromkeys(FIVES[:3], 76), ("ringan", "tidak kumuh")),  # 15 and one point more or less
        (dict.fromkeys(FIVES[:7], 76) | {"7a": 25, "7b": 25}, ("sedang", "ringan")),  # 37
        (dict.fromkeys(FIVES, 76) | {"7a": 51, "7b": 25}, ("berat", "sedang")),  # 59
    ],
)
def test_one_point_at_a_boundary_is_another_class(base, classes):
    row = slum_change(frame(survey(2020, **base, **{"2b": 24.995}), survey(2022, **base, **{"2b": 24.99}))).table().iloc[0]
    assert (row["class_before"], row["class_after"]) == classes and row["score_change"] == -1
    again = slum_change(frame(survey(2020, **base, **{"2b": 24.99}), survey(2022, **base, **{"2b": 24.995})))
    assert again.table()["score_change"].tolist() == [1] and "memburuk di 1" in again.sentence("id")


def test_roles_and_years_follow_the_sites():
    rows = [survey(year, rt=rt) for rt in (1, 2, 3) for year in (2019, 2021, 2023, 2025)]
    one = slum_change(frame(*rows), site(2023, rt=1)).table().set_index("rt")
    assert one["role"].to_dict() == {1: "assisted", 2: "comparison", 3: "comparison"}
    assert one.loc[1, ["year_before", "year_after", "programme_year"]].tolist() == [2021, 2025, 2023]  # the last survey before
    assert one.loc[2, ["year_before", "year_after"]].tolist() == [2019, 2025]
    whole_rw = slum_change(frame(*rows), site(2023, rt=None)).table()
    assert (whole_rw["role"] == "assisted").all()
    assert (slum_change(frame(*rows), site(2023, rw=None, rt=None)).table()["role"] == "assisted").all()
    planned = slum_change(frame(*rows), site(2030)).table()
    assert planned["role"].tolist() == ["later_site", "comparison", "comparison"] and planned.loc[0, "year_before"] == 2019
    assert slum_change(frame(*rows), site(2015)).table()["role"].tolist() == ["served_before", "comparison", "comparison"]
    assert (slum_change(frame(*rows)).table()["role"] == "unknown").all()


def test_every_role_has_its_words():
    rows = [survey(year, rt=rt) for rt in (1, 2, 3, 4) for year in (2019, 2021)]
    sites = pd.concat([site(2020, rt=1), site(2015, rt=2), site(2030, rt=3)])
    result = slum_change(frame(*rows), sites)
    assert result.table()["role"].tolist() == ["assisted", "served_before", "later_site", "comparison"]
    assert "lokasi kemudian" in result.text("id") and "site before the surveys" in result.text("en")
    assert {"assisted", "served_before", "later_site", "comparison", "unknown"} == set(ROLES)


def test_the_programme_year_itself_is_before_where_no_earlier_survey_is():
    table = slum_change(frame(survey(2023), survey(2024)), site(2023)).table()
    assert table[["role", "year_before", "year_after"]].values.tolist() == [["assisted", 2023, 2024]]


def test_comparison_is_of_the_same_years_only():
    rows = [
        survey(2022, rt=1, **{"6a": 100}),
        survey(2024, rt=1),
        survey(2022, rt=2, **{"6a": 100}),
        survey(2024, rt=2, **{"6a": 60}),
        survey(2022, rt=3, **{"6a": 100}),
        survey(2023, rt=3),
    ]
    result = slum_change(frame(*rows), site(2023))
    row = result.table().set_index("rt").loc[1]
    assert (row["score_change"], row["comparison_rts"], row["comparison_change"]) == (-5, 1, -2)
    assert "RT pembanding \N{MINUS SIGN}3,0 poin" in result.sentence(
        "id"
    ) and "comparison RTs is \N{MINUS SIGN}3.0" in result.sentence("en")
    alone = slum_change(frame(*rows[:2], *rows[4:]), site(2023))
    assert alone.table().set_index("rt").loc[1, "comparison_rts"] == 0 and "tidak dapat diperkirakan" in alone.sentence("id")


def test_an_rt_surveyed_once_is_listed_and_not_scored_twice():
    result = slum_change(frame(survey(2022, rt=1, **{"6a": 100}), survey(2022, rt=2), survey(2024, rt=2)), site(2023, rt=None))
    row = result.table().set_index("rt").loc[1]
    assert row["note"] == "one_survey" and row["score_before"] == 5
    assert row[["score_after", "class_after", "score_change", "contribution", "mean_after", "points_of_works"]].isna().all()
    assert "1 RT (hanya satu survei)" in result.sentence("id") and set(result.criteria()["rt"]) == {2}
    nothing = slum_change(frame(survey(2022)), site(2023))
    assert "tidak dapat dihitung" in nothing.sentence("id")


def test_totals_measured_anew_are_told_apart_from_works():
    # 50 of 100 households without waste service stay 50 of 100, but the second survey finds 40 more households
    before = survey(2022, **{"6a": 60})
    after = survey(2024, totals={"households": 140.0}, **{"6a": 60})
    result = slum_change(frame(before, after), site(2023))
    row = result.table().iloc[0]
    assert row["note"] == "totals_redefined" and row["score_change"] == -2
    assert (row["points_of_works"], row["points_of_other"], row["points_of_totals"]) == (0, 0, -2)
    assert row["contribution"] > 0, "the ministry's figure takes it for handled slum"
    assert "penyebut lain" in " ".join(result.details("id")) and "not quite comparable" in " ".join(result.details("en"))


def test_a_volume_above_the_old_total_is_no_fault():
    row = (
        slum_change(frame(survey(2022, **{"6a": 100}), survey(2024, totals={"households": 200.0}, **{"6a": 150}))).table().iloc[0]
    )
    assert (row["points_of_works"], row["points_of_totals"], row["score_change"]) == (0, -2, -2)


def test_missing_criteria_give_no_score_and_are_said():
    gap = survey(2024, **{"6a": 10}) | {"3a_volume": np.nan}
    result = slum_change(frame(survey(2022, **{"6a": 100}), gap), site(2023))
    row = result.table().iloc[0]
    assert row["note"] == "same_totals missing_criteria" and pd.isna(row["score_after"]) and pd.isna(row["score_change"])
    assert pd.isna(row["class_after"]) and np.isnan(row["contribution"]) and "kriteria tanpa data" in result.sentence("id")
    kept = result.criteria().set_index("criterion")
    assert kept.loc["6a", "points"] == -5 and pd.isna(kept.loc["3a", "points"])


def test_contribution_is_said_to_be_by_construction_in_both_languages():
    result = slum_change(frame(survey(2022, **{"6a": 100, "1a": 60}), survey(2024, **{"1a": 60})), site(2023))
    for lang, said, words in (
        ("id", "bukan bukti dampak", ("pasti naik bila pekerjaan selesai", "sama persis")),
        ("en", "no evidence of impact", ("by construction", "exactly the same")),
    ):
        assert said in result.sentence(lang) and all(word in " ".join(result.details(lang)) for word in words)
    assert result.text("id") and result.html("en")


def test_tiny_percentages_are_not_taken_for_shares():
    assert slum_change(frame(survey(2022, **{"6a": 0.5}), survey(2024, **{"6a": 0.5}))).table()["score_before"].item() == 0


def test_a_place_without_slum_has_no_contribution():
    result = slum_change(frame(survey(2022), survey(2024)), site(2023))
    assert np.isnan(result.table()["contribution"].item()) and "tidak dapat dihitung" in result.sentence("id")


@pytest.mark.parametrize(
    "broken",
    [
        frame(survey(2022), survey(2022)),
        frame(survey(2022)).drop(columns="6a_volume"),
        frame(survey(2022, **{"6a": 101})),
        frame(survey(2022)).iloc[:0],
    ],
)
def test_tables_that_cannot_be_are_refused_in_words(broken):
    with pytest.raises(WrongUse):
        slum_change(broken)


shares = st.fixed_dictionaries({key: st.sampled_from([0, 10, 24.99, 25, 50.9, 51, 75.9, 76, 100]) for key in CRITERIA})
surveys = st.lists(st.tuples(shares, shares), min_size=1, max_size=4)


@settings(max_examples=12, deadline=None)
@given(surveys, st.randoms(use_true_random=False))
def test_order_and_other_rts_change_nothing_and_points_add_up(given_rts, random):
    rows = [
        survey(year, rt=rt, **volumes)
        for rt, pair in enumerate(given_rts, start=1)
        for year, volumes in zip((2022, 2024), pair, strict=True)
    ]
    whole = slum_change(frame(*rows)).table()
    assert list(whole) == COLUMNS
    assert np.allclose(whole["points_of_works"] + whole["points_of_other"] + whole["points_of_totals"], whole["score_change"])
    random.shuffle(rows)
    pd.testing.assert_frame_equal(whole, slum_change(frame(*rows)).table())
    alone = slum_change(frame(*[row for row in rows if row["rt"] == 1])).table()
    pd.testing.assert_frame_equal(whole.iloc[:1], alone)
    plain = slum_score(percent_from_volumes(pd.Series(given_rts[0][0]), TOTAL))  # the slow way, one RT by itself
    assert whole["score_before"].iloc[0] == plain["total"] and whole["class_before"].iloc[0] == plain["slum_class"]
    works = sum(slum_score(given_rts[0][1])[k] - slum_score(given_rts[0][0])[k] for k in WORKS)
    assert whole["points_of_works"].iloc[0] == works


def test_the_score_of_an_rt_of_few_households_comes_back_from_no_mean_difference_or_table():
    """Two RTs of a site, one of three households: twice the mean less the open score was the hidden one (2 x 25 - 8 = 42)."""
    few, poor = {"households": 3.0}, dict.fromkeys(FIVES[:7], 76) | {"7a": 76, "7b": 51}
    poor |= {key: 2.5 for key in ("3a", "3b", "5a", "5b") if key in poor}
    rows = [
        survey(2020, rt=1, **{"1a": 76, "2a": 51}),
        survey(2022, rt=1, **{"2a": 51}),
        survey(2020, rt=2, totals=few, **poor),
        survey(2022, rt=2, totals=few, **{"1a": 76}),
        survey(2020, rt=3, **{"1a": 76}),
        survey(2022, rt=3, **{"1a": 76}),
        survey(2020, rt=4, totals=few, **{"1a": 76}),
        survey(2022, rt=4, totals=few),
    ]
    sites = pd.concat([site(2021, rt=1), site(2021, rt=2)])
    result = slum_change(frame(*rows), sites)
    office, shown = result.table().set_index("rt"), result.published().set_index("rt")
    assert office.loc[2, ["score_before", "score_after"]].tolist() == [43, 5] and shown["hidden"].tolist() == [
        False,
        True,
        False,
        True,
    ]
    assert shown.loc[[2, 4], TELLING].isna().all().all()
    assert shown.loc[[1, 3], TELLING].equals(office.loc[[1, 3], TELLING])
    assert shown.loc[1, "comparison_rts"] == 1 and shown.loc[1, "comparison_change"] == 0, "RT 4 is not in the comparison's mean"
    # the sentences, the table of a notebook and of the command are those of the open RTs alone
    alone = slum_change(frame(*rows[:2], *rows[4:6]), sites)
    for lang, left in (("id", "kurang dari lima KK"), ("en", "fewer than five households")):
        said = result.sentence(lang)
        assert said.startswith(alone.sentence(lang)) and f"1 RT ({left}" in said.replace(alone.sentence(lang), "")
    assert "43" not in result.text("en") and "43" not in result.html("en")
    rows_of_command = scorecards({"neighbourhoods": frame(*rows), "sites": sites}).table().query("rt == 2")
    assert len(rows_of_command) == 3 and rows_of_command["value"].isna().all()


def test_where_every_rt_is_of_few_households_nothing_is_told():
    rows = [survey(year, totals={"households": 4.0}, **{"1a": 76}) for year in (2020, 2022)]
    result = slum_change(frame(*rows), site(2021))
    assert "cannot be computed" in result.sentence("en") and "fewer than five" in result.sentence("en")
    assert not slum_change(frame(*[{**r, "households": 5.0} for r in rows]), site(2021)).published()["hidden"].any()


def test_the_change_told_is_that_of_the_means_told():
    same = next(iter(CLASSES))
    rows = pd.DataFrame(
        {"score_before": [22.43], "score_after": [5.86], "class_before": same, "class_after": same, "role": "assisted"}
    )
    told = moved(rows).say("en")
    assert "−16.57" in told and "from 22.43 to 5.86" in told, "22.4 and 5.9 would leave 16.5 beside a change of 16.6"
    told = moved(rows.assign(score_before=22.4, score_after=5.9)).say("en")
    assert "from 22.4 to 5.9 (−16.5 on the scale" in told
    told = moved(rows.assign(score_after=22.44))
    assert "stayed at 22.4 on" in told.say("en") and "tetap 22,4 pada skala" in told.say("id")
