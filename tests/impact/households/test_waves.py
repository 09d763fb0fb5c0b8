"""Household waves: what is read, what is refused, and what the answers say."""

import re

import numpy as np
import pandas as pd
import pytest
import statsmodels.formula.api as smf
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.impact.estimate import COLUMNS
from p2wkss_analysis.impact.households.waves import evaluate_households
from p2wkss_analysis.rule import HouseholdRule
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse


def visits(rts=16, per=12, effect=0.0, seed=0, shock=0.3, lost=0.0, split=False, waves=(0, 1)):
    """Long table: RT 1..rts, the first half assisted (or every second household), incomes around 100."""
    rng = np.random.default_rng(seed)
    n = rts * per
    rt = np.repeat(np.arange(rts) + 1, per)
    helped = np.arange(n) % 2 == 0 if split else rt <= rts // 2
    settled = 100 + 15 * rng.normal(size=n)
    rows = []
    for wave in waves:
        value = settled + 10 * rng.normal(size=n) + shock * 10 * rng.normal(size=rts)[rt - 1]
        frame = pd.DataFrame({"household_id": [f"KK-{i:05d}" for i in range(n)], "wave": wave, "rt": rt, "assisted": helped})
        frame["income"] = value + effect * helped * (wave > 0)
        rows.append(frame if wave == 0 else frame[rng.random(n) >= lost])
    return pd.concat(rows, ignore_index=True)


def ask(table, outcome="income", better="higher", **rest):
    return evaluate_households(table, outcome, better, **({"draws": 199} | rest))


def row(found, method):
    return found.table("en").set_index("method").loc[method]


# --- the table ------------------------------------------------------------------------------------------


def test_the_table_has_the_fixed_columns_and_one_headline():
    table = ask(visits()).table()
    assert list(table.columns) == list(COLUMNS)
    answers = ["before_after", "range", "difference_in_differences", "ancova", "lee_bound_low", "lee_bound_high"]
    assert table["method"].tolist() == answers
    assert table["headline"].tolist() == [method == "range" for method in answers]
    assert table["smallest_detectable"].notna().all()


def test_a_planted_effect_is_found_and_common_change_is_not_credited():
    table = visits(effect=12.0, seed=3)
    table.loc[table["wave"] == 1, "income"] += 50  # everybody's incomes rose
    found = ask(table)
    answer = found.headline
    assert answer.conf_low < 12 < answer.conf_high and answer.p_value < 0.01
    assert row(found, "before_after")["estimate"] > 55
    assert np.isnan(found.for_report().set_index("method").loc["before_after", "p_value"])


def test_ancova_is_the_regression_of_the_endline_on_assistance_and_baseline():
    table = visits(seed=4, lost=0.1)
    wide = table.pivot(index="household_id", columns="wave", values="income").dropna()
    wide.columns = ["before", "after"]
    first = table[table["wave"] == 0].set_index("household_id").loc[wide.index]
    fit = smf.ols("after ~ helped + before", wide.assign(helped=first["assisted"].astype(float))).fit()
    assert row(ask(table), "ancova")["estimate"] == pytest.approx(fit.params["helped"], abs=1e-9)


@pytest.mark.extended  # benchmarks/families.md has the rates
def test_false_alarms_with_many_rts_that_share_luck():
    p = [ask(visits(rts=12, per=8, seed=s, shock=1.0), draws=99).headline.p_value for s in range(120)]
    assert np.mean(np.array(p) < 0.05) < 0.05 + 3 * np.sqrt(0.05 * 0.95 / 120)


def test_yes_no_outcomes_are_in_percentage_points():
    table = visits(seed=5, rts=20)
    rng = np.random.default_rng(5)
    chance = np.where(table["assisted"] & (table["wave"] == 1), 0.8, 0.4)
    table["latrine"] = rng.random(len(table)) < chance
    words = table.assign(latrine=np.where(table["latrine"], "yes", "no"))
    numbers = table.assign(latrine=table["latrine"].astype(int))
    found = [ask(t, "latrine").headline for t in (table, words, numbers)]
    assert found[0].estimate == found[1].estimate == found[2].estimate
    assert 25 < found[0].estimate < 55
    assert "percentage points" in ask(table, "latrine").sentence("en")
    assert "poin persen" in ask(table, "latrine").sentence("id")


def test_not_applicable_is_missing_and_not_no():
    table = visits(seed=5, rts=20)
    table["latrine"] = np.where(np.arange(len(table)) % 7 < 3, "yes", "no")
    some = table.copy()
    some.loc[some["household_id"] == "KK-00000", "latrine"] = "not_applicable"
    assert ask(some, "latrine").headline.n_treated == ask(table, "latrine").headline.n_treated - 1


# --- how sure -------------------------------------------------------------------------------------------


def test_one_rt_a_side_gives_an_estimate_and_no_p():
    found = ask(visits(rts=2, per=40, effect=30.0))
    answer = found.headline
    assert 10 < answer.estimate < 50
    assert np.isnan(answer.p_value) and np.isnan(answer.smallest_p)
    assert np.isinf(answer.smallest_detectable) and np.isinf(answer.conf_high)
    assert "no p-value" in found.sentence("en") and "tidak ada nilai p" in found.sentence("id")


def test_one_rw_a_side_gives_no_p_however_many_rts():
    table = visits(rts=16).assign(village_code="32.76.11.1001")
    table["rw"] = np.where(table["rt"] <= 8, 1, 2)
    assert np.isnan(ask(table).headline.p_value)
    table["rw"] = (table["rt"] - 1) // 4 + 1
    assert ask(table).headline.p_value > 0
    assert not any("one RW or village" in note.say("en") for note in ask(table).headline.notes)
    table["rw"] = np.where(table["rt"] <= 8, 1, table["rw"])
    assert any("one RW or village" in note.say("en") for note in ask(table).headline.notes)


def test_rt_numbers_repeat_in_every_rw():
    table = visits(rts=16)
    plain = ask(table).headline
    table["rw"], table["rt"] = (table["rt"] - 1) // 4 + 1, (table["rt"] - 1) % 4 + 1
    assert ask(table).headline.std_error == pytest.approx(plain.std_error)
    assert ask(table, cluster=["rt"]).headline.std_error != pytest.approx(plain.std_error)


def test_few_whole_rts_are_permuted_as_wholes():
    answer = ask(visits(rts=4, per=30, effect=40.0)).headline
    assert answer.p_value == answer.smallest_p == pytest.approx(2 / 6)
    assert np.isinf(answer.conf_high) and any("below .05" in note.say("en") for note in answer.notes)


def test_few_split_rts_compare_neighbours():
    answer = ask(visits(rts=2, per=60, effect=20.0, split=True)).headline
    assert answer.p_value < 0.05 and answer.conf_low < 20 < answer.conf_high
    assert np.isfinite(answer.smallest_detectable) and "neighbours" in answer.notes[0].say("en")


def test_a_few_on_the_wrong_side_of_few_rts_are_set_aside():
    table = visits(rts=2, per=40, effect=20.0)
    table.loc[table["household_id"] == "KK-00000", "assisted"] = False
    answer = ask(table).headline
    assert np.isnan(answer.p_value) and answer.n_treated == 39 and answer.n_comparison == 40
    assert "set aside" in answer.notes[-1].say("en")


def test_too_few_households_are_refused_in_the_table():
    table = visits(rts=16)
    few = table[~table["assisted"] | table["household_id"].isin([f"KK-{i:05d}" for i in range(4)])]
    found = ask(few)
    assert not found.headline.runs and "Fewer than 5" in found.headline.notes[0].say("en")
    assert found.sentence("en").startswith("Cannot tell.") and found.sentence("id").startswith("Belum")


def test_no_overlap_is_said():
    table = visits(rts=16)
    table.loc[table["assisted"], "income"] -= 200
    assert any("straight line" in note.say("en") for note in ask(table).headline.notes)


# --- invariance -----------------------------------------------------------------------------------------


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**6), st.booleans(), st.floats(0.01, 1000), st.floats(-1e4, 1e4))
def test_units_order_and_names_do_not_matter(seed, split, scale, shift):
    table = visits(rts=3, per=16, seed=seed, split=split, effect=5.0)

    def rows(of, better="higher"):
        """The headline, and the two methods that know of no zero: growth in percent, a part of the range, does."""
        found = ask(of, better=better, draws=99)
        return {"headline": found.headline} | {
            e.method: e for e in found.estimates if e.method in ("ancova", "difference_in_differences")
        }

    plain, scaled, moved = (
        rows(table),
        rows(table.assign(income=table["income"] * scale)),
        rows(table.assign(income=table["income"] * scale + shift)),
    )
    flipped = rows(table.assign(income=-table["income"]), "lower")
    for method, answer in plain.items():
        for other in (scaled[method], moved[method]) if method != "headline" else (scaled[method],):
            for name in ("estimate", "std_error", "conf_low", "conf_high", "smallest_detectable"):
                assert getattr(other, name) == pytest.approx(scale * getattr(answer, name), rel=1e-5, abs=1e-6 * scale), (
                    method,
                    name,
                )
            assert other.p_value == pytest.approx(answer.p_value, abs=1e-9, nan_ok=True)
        if method != "headline":
            assert flipped[method].estimate == pytest.approx(-answer.estimate, rel=1e-9, abs=1e-9)
            assert flipped[method].conf_low == pytest.approx(-answer.conf_high, rel=1e-5, abs=1e-6)


def test_row_order_and_ids_do_not_matter_to_the_clustered_answer():
    table = visits(seed=6, lost=0.1)
    plain = ask(table).headline
    shuffled = table.sample(frac=1, random_state=1)
    shuffled["household_id"] = shuffled["household_id"].map(lambda x: "Z" + x[::-1])
    again = ask(shuffled).headline
    assert again.estimate == pytest.approx(plain.estimate) and again.p_value == pytest.approx(plain.p_value)


def test_the_same_seed_repeats_to_the_last_digit():
    table = visits(rts=3, per=20, split=True)
    assert ask(table, seed=5).table().equals(ask(table, seed=5).table())


# --- waves after ----------------------------------------------------------------------------------------


def test_waves_after_the_programme():
    table = visits(waves=(0, 1, 2, 3), effect=10.0, rts=20)
    late = table["assisted"] & (table["wave"] == 3)
    table.loc[late, "income"] -= 10.0  # the effect is gone two years on
    found = ask(table, endline=(1, 2, 3))
    assert found.table()["method"].tolist().count("ancova") == 3 and found.table()["headline"].sum() == 1
    by_wave = found.by_wave("en")
    assert by_wave["wave"].tolist() == [1, 2, 3]
    assert by_wave["estimate"].round().between(5, 15).tolist() == [True, True, False]
    assert by_wave.loc[2, "base"].endswith("two years after (T+2)")
    assert ask(table, endline=3).headline.estimate == pytest.approx(by_wave.loc[2, "estimate"])


# --- attrition, balance, ends of the scale --------------------------------------------------------------


def test_attrition_counts_and_reasons():
    table = visits(rts=10, per=10, seed=1)
    gone = [f"KK-{i:05d}" for i in range(7)]
    table = table[~((table["wave"] == 1) & table["household_id"].isin(gone[:3]))]
    table["status"] = "interviewed"
    away = (table["wave"] == 1) & table["household_id"].isin(gone[3:])
    table.loc[away, "income"], table.loc[away, "status"] = np.nan, "moved"
    late = pd.DataFrame(
        {
            "household_id": ["NEW"],
            "wave": 1,
            "rt": 1,
            "assisted": True,
            "income": 5.0,
            "status": "joined_later",
        }
    )
    found = ask(pd.concat([table, late]))
    lost = found.attrition()
    assert lost["lost"].tolist() == [7, 0] and lost["at_baseline"].tolist() == [50, 50]
    assert lost["lost_percent"].tolist() == [14.0, 0.0] and lost["joined_later"].tolist() == [1, 0]
    assert lost[["no_row", "moved"]].to_numpy().tolist() == [[3, 4], [0, 0]]
    assert "14%" in found.sentence("en") and any("without a first visit" in n.say("en") for n in found.headline.notes)


def test_balance_by_hand_and_without_ids():
    table = visits(rts=10, per=10)
    first = table["wave"] == 0
    table["members"] = np.arange(len(table)) % 5 + 1
    table["water"] = np.where(np.arange(len(table)) % 4 == 0, "yes", "no")
    table["no_kk"], table["latrine"] = "x", "own_septic"
    balance = ask(table).balance().set_index("variable")
    assert balance.index.tolist() == ["income", "members", "water"]
    one, two = (table.loc[first & (table["assisted"] == side), "members"] for side in (True, False))
    assert balance.loc["members", "difference"] == pytest.approx(one.mean() - two.mean())
    spread = np.sqrt((one.var() + two.var()) / 2)
    assert balance.loc["members", "standardised_difference"] == pytest.approx((one.mean() - two.mean()) / spread)
    assert balance.loc["water", "unit"] == "percent" and balance.loc["water", "assisted_mean"] == pytest.approx(26.0, abs=2)


def test_households_at_the_good_end_are_told():
    table = visits(rts=16)
    table["score"] = np.minimum(table["income"], 100)
    found = ask(table, "score")
    ends = found.ends_of_scale()
    assert (ends["ceiling"] == 100).all() and ends["ceiling_percent"].between(30, 70).all()
    assert any("cannot improve" in note.say("en") for note in found.headline.notes)
    assert not any("cannot improve" in note.say("en") for note in ask(table, "score", "lower").headline.notes)


# --- by sector and by dose ------------------------------------------------------------------------------


def test_by_sector_and_by_dose_find_where_the_effect_is():
    table = visits(rts=24, per=10, seed=2)
    number = table["household_id"].str[3:].astype(int)
    table["sector"] = np.where(~table["assisted"], None, np.where(number % 2 == 0, "housing", "health"))
    table["dose_percent"] = np.where(table["assisted"], number % 10 * 10.0, np.nan)
    table.loc[table["assisted"] & (table["wave"] == 1) & (table["sector"] == "housing"), "income"] += 30
    found = ask(table)
    sector = found.by_sector(lang="en").set_index("sector")
    assert sector.index.tolist() == ["health", "housing"]
    assert sector.loc["housing", "estimate"] > 20 and abs(sector.loc["health", "estimate"]) < 10
    assert "departments chose" in sector.loc["housing", "note"] and (sector["n_comparison"] == 120).all()
    dose = found.by_dose(lang="en")
    assert list(dose.columns) == ["dose", *COLUMNS] and dose["n_treated"].sum() == 120
    table["housing"], table["health"] = table["sector"] == "housing", table["sector"] == "health"
    several = ask(table).by_sector(["housing", "health"]).set_index("sector")
    for one in (table, table.astype({"housing": float})):  # the help of one sector alone: no name of a sector, but yes or no
        alone = ask(one).by_sector(["housing"])
        assert alone["sector"].tolist() == ["housing"] and alone["n_treated"].tolist() == [several.loc["housing", "n_treated"]]
        assert alone["estimate"].iloc[0] == pytest.approx(several.loc["housing", "estimate"])
    assert several.loc["housing", "estimate"] == pytest.approx(sector.loc["housing", "estimate"])
    with pytest.raises(WrongUse, match="nothing_like_it"):
        found.by_sector("nothing_like_it")


def test_delivery_is_never_an_outcome():
    table = visits().assign(done_percent=50.0)
    with pytest.raises(WrongUse) as caught:
        ask(table, "done_percent")
    assert "by_dose" in caught.value.sentence("en")


# --- what is refused, and what never leaves -------------------------------------------------------------


def test_every_fault_at_once_and_never_an_id():
    table = visits(rts=4).astype({"income": object, "assisted": object})
    table = pd.concat([table, table.iloc[[5]]], ignore_index=True)
    table.loc[3, "income"] = "5.000"
    table.loc[7, "assisted"] = "perhaps"
    table.loc[50, "assisted"] = not table.loc[2, "assisted"]
    table.loc[9, "household_id"] = None
    table.loc[11, "rt"] = np.nan
    with pytest.raises(WrongUse) as caught:
        ask(table)
    for lang in ("id", "en"):
        text = caught.value.sentence(lang)
        assert text.count("\n  - ") == 6, text
        assert "KK-0" not in text and "5.000" not in text and "perhaps" not in text
    english = caught.value.sentence("en")
    assert "keep one row: rows 97." in english and "is not a number (see p2.check): rows 4." in english


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"better": "up"}, "better='up'"),
        ({"endline": 0}, "after baseline"),
        ({"endline": "1"}, "whole wave numbers"),
        ({"endline": 7}, r"Wave 7 is not in the table"),
        ({"outcome": "nothing"}, "Columns not found: 'nothing'"),
        ({"cluster": "rukun"}, "Columns not found: 'rukun'"),
        ({"outcome": "assisted"}, "cannot be the outcome"),
        ({"outcome": ["income"]}, "must be text: outcome"),
        ({"cluster": None}, "must be text: cluster"),
        ({"cluster": []}, "must be text: cluster"),
        ({"draws": 10}, "from 99 up"),
        ({"cut": 4.0}, "cut needs score"),
        ({"rule": "register"}, "must be a HouseholdRule"),
        ({"score": "income", "rule": HouseholdRule()}, "not both"),
        ({"score": "nowhere"}, "not in the table: nowhere"),
    ],
)
def test_calls_that_cannot_be_answered(change, said):
    outcome = change.pop("outcome", "income")
    with pytest.raises(WrongUse) as caught:
        ask(visits(), outcome, **change)
    assert re.search(said, caught.value.sentence("en"))
    assert caught.value.sentence("id") != caught.value.sentence("en")


def test_tables_that_cannot_carry_an_answer():
    table = visits()
    with pytest.raises(NotEnoughData, match="pembanding"):
        ask(table[table["assisted"]])
    with pytest.raises(NotEnoughData):
        ask(table[~table["assisted"] | (table["wave"] == 0)])
    with pytest.raises(NotEnoughData):
        ask(table.assign(income=3.0))
    for wrong in (None, [1, 2], "file.xlsx", table.iloc[:0]):
        with pytest.raises(WrongUse):
            ask(wrong)


def test_copied_endlines_are_no_evidence():
    first = visits()[lambda t: t["wave"] == 0]
    for raised in (0.0, 5.0):
        last = first.assign(wave=1, income=first["income"] + raised * first["assisted"])
        found = ask(pd.concat([first, last]))
        assert not found.headline.runs and "copied" in found.sentence("en")
    table = visits()
    half = (table["wave"] == 1) & (np.arange(len(table)) % 2 == 0)
    table.loc[half, "income"] = table["income"].to_numpy()[np.flatnonzero(half) - 192]
    assert any("very same value" in note.say("en") for note in ask(table).headline.notes)


@pytest.mark.parametrize("cell", [1j, np.inf, 1e200, pd.Timestamp("2025-01-01"), "7.000", "7,5", [1]])
def test_cells_that_are_no_numbers(cell):
    table = visits().astype({"income": object})
    table.at[4, "income"] = cell
    with pytest.raises(WrongUse, match="baris 5"):
        ask(table)


def test_plain_digits_typed_as_text_are_the_numbers_they_are_for_places_too():
    table = visits().round({"income": 0})
    text = table.assign(income=[None if v != v else str(int(v)) for v in table["income"]])
    assert ask(text).headline.estimate == ask(table).headline.estimate


def test_no_id_in_anything_that_is_printed():
    table = visits(rts=20, lost=0.2).assign(sector="health", dose_percent=40.0, no_kk="KK-00000")
    found = ask(table)
    shown = [
        repr(found),
        str(found),
        repr(found.waves),
        found.sentence("id"),
        found.sentence("en"),
        *found.limits("en"),
    ]
    shown += [t.to_string() for t in (found.table(), found.attrition(), found.balance(), found.by_wave(), found.by_sector())]
    assert not any("KK-0" in text for text in shown)


def test_words_in_both_languages():
    found = ask(visits(effect=12.0, seed=3))
    indonesian, english = found.sentence("id"), found.sentence("en")
    assert "KK binaan" in indonesian and "assisted households" in english
    assert "lebih tinggi" in indonesian and "higher" in english
    table = visits(rts=16).rename(columns={"income": "women_income_rupiah_month"})
    assert (
        ask(table, "women_income_rupiah_month")
        .sentence("id")
        .startswith(
            (
                "Pada kunjungan akhir, penghasilan perempuan pada KK binaan antara Rp",
                "Belum dapat disimpulkan apakah program mengubah penghasilan perempuan.",
            )
        )
    )
    assert len(found.limits("id")) == len(found.limits("en")) == 4


def test_types_people_bring():
    table = visits(rts=8)
    plain = ask(table).table()
    for change in ({"assisted": "boolean"}, {"assisted": "int64"}, {"income": "Float64"}, {"rt": "str"}, {"wave": "Int64"},
                   {"household_id": "category"}):  # fmt: skip
        assert ask(table.astype(change)).table().equals(plain), change
    words = table.assign(assisted=np.where(table["assisted"], "yes", "no"))
    assert ask(words).table().equals(plain)
    assert ask(table.set_index("household_id", drop=False)).table().equals(plain)
