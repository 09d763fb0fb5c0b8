"""A city's own households and villages: the outcomes by hand, Holm against a reference, and what may leave the office."""

import re
from types import SimpleNamespace

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.city.households import CityHouseholds, city_households, holm
from p2wkss_analysis.city.need import LEAST_KNOWN
from p2wkss_analysis.city.panel import LEAST_PLACES, LEAST_YEARS, city_panel
from p2wkss_analysis.city.texts import households as texts
from p2wkss_analysis.city.texts import panel as of_panel
from p2wkss_analysis.disclosure.in_fives import MARGIN, InFives, in_fives
from p2wkss_analysis.impact.households.balance import balance
from p2wkss_analysis.impact.households.designs.adjusted import LEAST_HOUSEHOLDS
from p2wkss_analysis.impact.households.outcomes import with_outcomes
from p2wkss_analysis.impact.households.public import public_attrition, public_balance, wave_groups
from p2wkss_analysis.impact.households.table import read_waves
from p2wkss_analysis.indicators.healthy_family import ITEMS
from p2wkss_analysis.say.errors import NotEnoughData
from p2wkss_analysis.tables.workbook.template import write_template


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(0.0001, 1), min_size=1, max_size=12))
def test_holm_as_written_out(p):
    """Each p times how many are as large or larger, never below that of a smaller p; a missing one changes nothing."""
    p, each = np.array(p), dict.fromkeys(p, 0.0)
    largest = 0.0
    for place, value in enumerate(sorted(p)):
        largest = max(largest, value * (len(p) - place))
        each[value] = max(each[value], min(1.0, largest))
    assert holm(p) == pytest.approx([each[value] for value in p], rel=1e-12)
    assert holm(np.append(p, np.nan))[:-1].tolist() == holm(p).tolist() and np.isnan(holm(np.append(p, np.nan))[-1])


def test_holm_is_that_of_statsmodels():
    from statsmodels.stats.multitest import multipletests

    p = np.random.default_rng(3).random(40) ** 4
    assert holm(p) == pytest.approx(multipletests(p, method="holm")[1], rel=1e-12)


def sheet(**columns) -> pd.DataFrame:
    """The same family at two visits."""
    return pd.DataFrame({"household_id": "KK-1", "wave": [0, 1], **columns})


def test_a_house_is_unfit_by_any_condition_and_unknown_only_without_one():
    rows = sheet(
        unsafe_structure=[True, False],
        perishable_wall_roof=[pd.NA, pd.NA],
        poor_floor=[False, False],
        floor_area_m2=[36.0, 36.0],
        members=[5, 5],
    )
    table, allowed = with_outcomes(
        pd.concat(
            [
                rows,
                sheet(
                    unsafe_structure=False, perishable_wall_roof=False, poor_floor=False, floor_area_m2=[36.0, 35.9], members=5
                ),
            ]
        )
    )
    assert table["unfit_house"].tolist()[0] == 1 and np.isnan(table["unfit_house"].tolist()[1])
    assert table["unfit_house"].tolist()[2:] == [0, 1], "7.2 m2 a person is not below 7.2"
    assert [o.key for o in allowed] == ["unfit_house"]
    stricter, _ = with_outcomes(table, floor_area=9)
    assert stricter["unfit_house"].tolist()[2:] == [1, 1]


def test_an_item_not_asked_is_not_taken_for_not_applicable():
    answers = dict.fromkeys(ITEMS, "yes") | {"facility_birth": "not_applicable", "no_smoker": "no"}
    visits = pd.concat([sheet(**{k: [v, v] for k, v in answers.items()})] * 2, ignore_index=True)
    visits.loc[3, "clean_water"] = None
    table, allowed = with_outcomes(visits)
    assert table["healthy_family_index"][:3].tolist() == pytest.approx([100 * 10 / 11] * 3) and np.isnan(
        table["healthy_family_index"][3]
    )
    once = with_outcomes(visits.iloc[2:])[1]
    assert "healthy_family_index" in [o.key for o in allowed] and "healthy_family_index" not in [o.key for o in once], (
        "known at one visit only"
    )


def waves(lost_assisted: int, lost_comparison: int, n: int = 30, mark=None) -> pd.DataFrame:
    """Thirty households a side in six RTs, some not seen at the endline."""
    rng = np.random.default_rng(3)
    first = pd.DataFrame(
        {
            "household_id": [f"KK-{i}" for i in range(2 * n)],
            "wave": 0,
            "village_code": "32.76.01.1001",
            "rw": [1] * n + [2] * n,
            "rt": np.arange(2 * n) % 6 + 1,
            "assisted": np.arange(2 * n) < n,
            "women_income_rupiah_month": rng.normal(5e5, 1e5, 2 * n),
        }
    )
    last = first.assign(
        wave=1, women_income_rupiah_month=first["women_income_rupiah_month"] + rng.normal(0, 5e4, 2 * n) + 1e5 * first["assisted"]
    )
    gone = [*range(lost_assisted), *range(n, n + lost_comparison)]
    table = pd.concat([first, last.drop(index=gone)], ignore_index=True)
    return table if mark is None else table.assign(marked=[mark(i) for i in table["household_id"]])


@pytest.mark.parametrize("a, b", [(0, 1), (1, 0), (3, 9), (9, 4), (6, 6)])
def test_who_was_lost_is_told_in_fives_that_fit_each_other(a, b):
    table, _ = with_outcomes(waves(a, b))
    read = read_waves(table, "women_income", "higher", "assisted", "rt", 0, (1,))
    shown = public_attrition(read, in_fives(wave_groups(table))).set_index("group")
    assert (shown["at_baseline"] - shown["seen"] == shown["lost"]).all() and (
        shown[["at_baseline", "seen", "lost"]] % 5 == 0
    ).all(axis=None)
    for group, lost in (("assisted", a), ("comparison", b)):
        assert abs(shown.loc[group, "lost"] - lost) <= MARGIN
        assert pd.isna(shown.loc[group, "lost_percent"]) == (shown.loc[group, "lost"] == 0)


def test_a_share_is_that_of_published_numbers_and_few_are_not_told():
    table = waves(0, 0).assign(
        healthy_latrine=lambda d: np.where(d["household_id"].isin(["KK-1", "KK-2"]), "yes", "no"),
        clean_water=lambda d: np.where(d["household_id"].str[3:].astype(int) % 3 == 0, "yes", "no"),
    )
    table, _ = with_outcomes(table)
    read = read_waves(table, "women_income", "higher", "assisted", "rt", 0, (1,))
    told = in_fives(wave_groups(table))
    shown = public_balance(read, ["women_income", "latrine", "water"], told).set_index("variable")
    assert (
        shown.loc["latrine", "hidden"]
        and shown.loc["latrine", ["assisted_mean", "comparison_mean", "difference", "standardised_difference"]].isna().all()
    )
    assert shown.loc["water", "assisted_mean"] == pytest.approx(100 * told["yes|water|assisted"] / told["known|water|assisted"])
    assert "n_assisted" not in shown


@pytest.mark.parametrize("whole, narrower", [(10, False), (30, True), (np.inf, False)])
def test_a_group_narrower_than_all_is_said_to_be_no_surer(whole, narrower):
    of_all = SimpleNamespace(main=SimpleNamespace(headline=SimpleNamespace(conf_low=0.0, conf_high=float(whole))))
    said = CityHouseholds.width_sentence(of_all, pd.DataFrame({"conf_low": [-5.0, np.nan], "conf_high": [15.0, np.nan]}), "en")
    assert said == (texts.NARROWER_THAN_ALL.say("en") if narrower else "")


def test_a_difference_of_shares_does_not_contradict_the_shares_beside_it():
    """Both sides are alike; in fives they are 79 and 86 percent, and the difference beside them is that of 79 and 86."""
    table, _ = with_outcomes(waves(0, 0).assign(clean_water=lambda d: np.where(d["household_id"].str.endswith("1"), "no", "yes")))
    read = read_waves(table, "women_income", "higher", "assisted", "rt", 0, (1,))
    exact = balance(read).set_index("variable").loc["water"]
    told = {f"known|water|{side}": 70 for side in ("assisted", "comparison")} | {
        "yes|water|assisted": 55,
        "yes|water|comparison": 60,
    }
    shown = public_balance(read, ["water"], InFives(told)).iloc[0]
    assert exact["difference"] == 0 and round(shown["difference"]) == -7
    assert shown["standardised_difference"] == pytest.approx(-100 * 5 / 70 / np.sqrt(100**2 * (55 * 15 + 60 * 10) / 70**2 / 2))


def test_the_main_outcome_follows_the_fixed_order_whatever_the_figures_say():
    rng = np.random.default_rng(0)
    table = waves(6, 6).assign(
        healthy_latrine=lambda d: np.where(d["assisted"] & (d["wave"] == 1) | (rng.random(len(d)) < 0.3), "yes", "no")
    )
    found = city_households(table, draws=99)
    assert found.outcome.key == "women_income" and [o.outcome.key for o in found.others] == ["latrine"]
    plain = city_households(table.drop(columns="women_income_rupiah_month"), draws=99)
    assert plain.outcome.key == "latrine" and "Healthy latrine" in plain.named_before("en")
    assert found.table("en")["n_treated"].tolist() == [25, 25], "24 to the nearest five"
    with pytest.raises(NotEnoughData) as caught:
        city_households(table[table["wave"] == 0], draws=99)
    assert "wave 0 and 1" in caught.value.sentence("en")


def test_sentences_never_tell_fewer_than_five_households():
    late = waves(0, 0).query("not (wave == 0 and household_id in ['KK-0', 'KK-1', 'KK-2'])")
    found = city_households(late, draws=99)
    assert all("about 5" in text for text in found.cautions("en") if "without a first visit" in text), "three are nought or five"


# --- villages -------------------------------------------------------------------------------------------------------


def villages(**columns) -> pd.DataFrame:
    rng = np.random.default_rng(1)
    codes = [f"32.76.01.10{n:02d}" for n in range(1, 25)]
    rows = [
        {
            "village_code": code,
            "year": year,
            "decile_cut": 4,
            "low_decile_percent": 20 + n / 4 + rng.normal(0, 1),
            "stunting_percent": 15 + rng.normal(0, 1),
        }
        for n, code in enumerate(codes)
        for year in range(2015, 2025)
    ]
    return pd.DataFrame(rows).assign(**columns)


def sites(**starts) -> pd.DataFrame:
    return pd.DataFrame({"village_code": [f"32.76.01.10{int(k[1:]):02d}" for k in starts], "year": list(starts.values())}).astype(
        {"year": "Int64"}
    )


def test_planned_sites_are_no_sites_yet_and_early_ones_are_left_out():
    found = city_panel(villages(), sites(v1=2015, v2=2019, v3=2021, v4=2030), draws=99)
    assert found.left_out == 1 and len(found.main.panel.units) == 23
    assert sorted(found.main.panel.sites()["start"]) == [2019, 2021]
    assert found.outcome == "low_decile_percent" and "1 village is left out" in found.left_out_sentence("en")
    assert "P2WKSS" not in " ".join(found.limits("en", "KRPPA")) and "KRPPA" in found.limits("en", "KRPPA")[0]


def test_a_changed_cut_is_a_break_and_the_next_outcome_becomes_the_main_one():
    cut = villages()
    found = city_panel(cut.assign(decile_cut=[4 if y < 2020 else 3 for y in cut["year"]]), sites(v2=2019, v3=2021), draws=99)
    assert (
        found.outcome == "stunting_percent" and "cut changed" in found.refused["low_decile_percent"].en and found.several is None
    )
    assert found.outcomes_table("en") is None and found.outcomes_sentence("en") == of_panel.ONLY_ONE_OUTCOME.en


def test_a_source_that_changed_is_said():
    rows = villages(poverty_source=["DTKS" if y < 2021 else "DTSEN" for y in villages()["year"]])
    said = city_panel(rows, sites(v2=2019), draws=99).breaks_sentence("en")
    assert "DTKS (2015-2020) and DTSEN (2021-2024)" in said


def test_too_little_is_said_with_what_is_needed():
    with pytest.raises(NotEnoughData) as caught:
        city_panel(villages().query("year > 2022"), sites(v2=2024))
    assert "4 years are needed, 2 so far" in caught.value.sentence("en")
    assert "villages are needed" not in caught.value.sentence("en")
    assert "perlu 4 tahun, baru ada 2." in caught.value.sentence("id")
    with pytest.raises(NotEnoughData) as caught:
        city_panel(villages(), sites(v2=2030))
    assert "no site began" in caught.value.sentence("en")


def test_a_way_of_choosing_on_the_sheet_is_named_with_why_it_is_no_rule():
    told = city_panel(villages(), sites(v2=2019, v3=2021, v4=2022).assign(chosen_by=["score", "score", "draw"]), draws=99)
    assert told.stated == (("score", 2), ("draw", 1)) and told.main.choice.kind == "unknown"
    assert "(2)" in told.stated_choice_sentence("id") and "angka dan tahun dasar nilai" in told.stated_choice_sentence("id")
    silent = city_panel(villages(), sites(v2=2019, v3=2021), draws=99)
    assert "Catat pada lembar Lokasi" in silent.other_assumption_sentence("id")
    assert "Catat pada lembar Lokasi" not in told.other_assumption_sentence("id"), "it is on the sheet, and was told"
    assert silent.stated_choice_sentence("en") == "" and silent.label(silent.outcome, "id") == "KK desil 1–4 (persen)"


def test_large_amounts_are_told_in_thousands_and_with_what_the_answer_hangs_on():
    one_rw = waves(0, 0).assign(rw=lambda d: [1 if int(i[3:]) < 30 else 2 + int(i[3:]) % 2 for i in d["household_id"]])
    found = city_households(one_rw.assign(women_income_rupiah_month=one_rw["women_income_rupiah_month"] * 3), draws=99)
    amounts = [n.replace(".", "") for n in re.findall(r"Rp(\d{2,3}\.\d{3})", found.sentence("id"))]
    assert len(amounts) >= 3 and all(n.endswith("000") for n in amounts), found.sentence("id")
    assert "satu RW" in found.condition_sentence("id") and "tidak tercatat" in found.condition_sentence("id")
    both = one_rw.assign(rw=[int(i[3:]) % 2 + 1 for i in one_rw["household_id"]])
    assert "satu RW" not in city_households(both.assign(rt=both["rt"] + 10 * both["assisted"]), draws=99).condition_sentence("id")


def test_the_guide_of_the_workbook_says_as_much_as_the_estimates_need(tmp_path):
    for lang, parts in {
        "id": ("4 tahun", "8 desa/kelurahan", "5 KK", "80%"),
        "en": ("4 years", "8 villages", "5 households", "80%"),
    }.items():
        book = openpyxl.load_workbook(write_template(tmp_path / f"{lang}.xlsx", "36.72", lang=lang))
        guide = " ".join(str(c.value) for row in book.worksheets[0].iter_rows() for c in row if c.value)
        assert all(part in guide for part in parts), lang
    assert (LEAST_YEARS, LEAST_PLACES, LEAST_HOUSEHOLDS, LEAST_KNOWN) == (4, 8, 5, 0.8)


def test_a_constant_column_is_not_the_main_outcome_and_the_rule_says_so():
    table = waves(6, 6).assign(women_income_rupiah_month=5e5)
    table["healthy_latrine"] = np.where(np.random.default_rng(0).random(len(table)) < 0.4, "yes", "no")
    found = city_households(table, draws=99)
    assert found.outcome.key == "latrine"
    assert "filled in and varies" in found.named_before("en") and "nilainya beragam" in found.named_before("id")
