"""A simulated city: a workbook without a fault, real places and sites, and the effects it says it holds."""

import re
import zipfile
from functools import lru_cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.disclosure.privacy import NoKey, holds_identity_number, write_key
from p2wkss_analysis.rule import SelectionRule
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.simulate.households import families
from p2wkss_analysis.simulate.neighbourhoods import around
from p2wkss_analysis.simulate.planted import FADING, PLANTED, planted
from p2wkss_analysis.simulate.sites import MADE_UP
from p2wkss_analysis.tables.workbook.filled import as_read
from p2wkss_analysis.tables.workbook.settings import household_rule

ANY = st.characters(
    exclude_categories=("Cs",)
)  # what st.text() takes; it asks the codec of every sign first, which takes seconds

SHEETS = ("settings", "villages", "neighbourhoods", "sites", "candidates", "households", "deliveries", "scores")


@lru_cache
def city(regency="32.76", seed=0, effect=None):
    return p2.simulate_city(regency, seed=seed, effect=effect)


def village_panel(made):
    """The sheet villages as a panel, with the first year in which a village stands in the sheet sites."""
    first = made.tables["sites"].groupby("village_code")["year"].min()
    table = made.tables["villages"].assign(programme_year=lambda t: t["village_code"].map(first))
    return p2.Panel.from_table(table, outcome="low_decile_percent", better="lower", unit="village_code")


# --- the workbook ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("regency, lang", [("32.76", "id"), ("36.72", "en")])
def test_the_workbook_is_read_without_a_fault_and_as_the_tables_stand(tmp_path, regency, lang):
    made = city(regency)
    read = p2.check(made.write(tmp_path / "kota.xlsx", lang), lang)
    assert read.ok, read.faults
    assert read.readings.empty and read.pseudonyms == 0
    assert tuple(made.tables) == SHEETS
    for name in SHEETS:
        assert_frame_equal(read.tables[name], made.tables[name])
    assert read.settings == made.settings and read.settings["synthetic"] == "yes"


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_values(tmp_path):
    first = p2.simulate_city("31.01", rule="random", seed=3).write(tmp_path / "a.xlsx").read_bytes()
    assert p2.simulate_city("31.01", rule="random", seed=3).write(tmp_path / "b.xlsx").read_bytes() == first
    assert not city(seed=1).tables["villages"].equals(city(seed=0).tables["villages"])


@pytest.mark.parametrize("lang, mark", [("id", "DATA SINTETIS"), ("en", "SYNTHETIC DATA")])
def test_the_file_and_the_sentence_say_that_the_data_are_made_up(tmp_path, lang, mark):
    with zipfile.ZipFile(city().write(tmp_path / "kota.xlsx", lang)) as book:
        texts = book.read("xl/sharedStrings.xml").decode()
    assert mark in texts and mark in city().sentence(lang) and mark in city().html(lang)
    for sheet, columns in {
        "villages": ["slum_source", "poverty_source", "hdi_source"],
        "neighbourhoods": ["source"],
        "deliveries": ["note"],
        "scores": ["note"],
    }.items():
        assert (city().tables[sheet][columns] == MADE_UP).all(axis=None), sheet
    assert city().tables["sites"].loc[lambda t: t["year"] == 2024, "note"].str.contains(MADE_UP).all()


def test_no_number_of_a_person_stands_anywhere(tmp_path):
    with zipfile.ZipFile(city("36.72").write(tmp_path / "kota.xlsx")) as book:
        texts = re.findall(r"<t[^>]*>([^<]*)</t>", book.read("xl/sharedStrings.xml").decode())
    assert len(texts) > 100 and not any(map(holds_identity_number, texts))
    assert city("36.72").tables["households"]["no_kk"].isna().all()


def test_card_numbers_come_only_when_asked_for_and_belong_to_nobody(tmp_path):
    made = p2.simulate_city("32.76", card_numbers=True, seed=1)
    assert made.tables["households"]["no_kk"].str.fullmatch(r"0000\d{12}").all()  # no province has the code 00
    book = made.write(tmp_path / "kota.xlsx")
    with pytest.raises(NoKey):
        p2.check(book)
    read = p2.check(book, key=write_key(tmp_path / "kota.key"))
    assert read.ok and read.pseudonyms == len(made.tables["households"])


# --- what is real ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("regency, sites", [("32.76", 9), ("36.72", 6)])
def test_places_and_sites_are_the_real_ones(regency, sites):
    register = p2.load("programme_sites")
    known = register[(register["regency_code"] == regency) & (register["status"] == "confirmed") & register["year"].notna()]
    here = city(regency).tables["sites"]
    assert len(here) == sites and set(zip(here["year"], here["village_code"])) == set(zip(known["year"], known["village_code"]))
    areas = p2.load("areas")
    villages = areas[areas["area_code"].str.startswith(regency + ".") & areas["level"].eq("village")]
    assert set(city(regency).tables["villages"]["village_code"]) == set(villages["area_code"])
    assert here["note"].str.contains("http").all(), "each real site names its source"


def test_the_neighbourhood_a_source_names_is_kept():
    sites = city().tables["sites"].set_index("year")
    assert sites.loc[2021, ["rw", "rt"]].tolist() == [2, 1]  # RT 1/RW 2 of Bojongsari
    assert sites.loc[2022, "rw"] == 4 and "RW 04; RW 05" in sites.loc[2022, "note"]
    assert sites.loc[2019, "planned_households"] == 100  # as reported
    assert sites["planned_households"].isna().sum() == 6, "what no source reports stays empty"


def test_the_two_villages_of_cilegon_share_two_hundred_families():
    made = city("36.72")
    assert made.year == 2024
    helped = made.tables["households"].query("assisted").drop_duplicates("household_id")
    assert helped.groupby("village_code").size().to_dict() == {"36.72.05.1001": 100, "36.72.05.1005": 100}


# --- what was planted -----------------------------------------------------------------------------------


def test_the_effect_on_villages_is_exactly_what_was_planted():
    none, made = city(effect=0, seed=1), city(seed=1)
    start = made.tables["sites"].groupby("village_code")["year"].min()
    table = made.tables["villages"]
    after = (table["year"] >= table["village_code"].map(start)).fillna(False).to_numpy(bool)
    change = table["low_decile_percent"] - none.tables["villages"]["low_decile_percent"]
    assert np.allclose(change, -4.0 * after, atol=0.011) and after.sum() > 50
    for outcome in made.truth.query("level == 'village' and effect == 0")["outcome"]:
        assert table[outcome].equals(none.tables["villages"][outcome]), outcome


def test_the_effects_on_families_are_exactly_what_was_planted_and_fade():
    none, made = city(effect=0, seed=1).tables["households"], city(seed=1).tables["households"]
    assert made[["household_id", "wave", "status"]].equals(none[["household_id", "wave", "status"]])
    income = (made["women_income_rupiah_month"] - none["women_income_rupiah_month"])[made["assisted"].astype(bool)]
    for wave, left in enumerate((0.0, *FADING)):
        here = income[made["wave"] == wave].dropna()
        assert len(here) > 80 and np.allclose(here, 250_000 * left, atol=501), wave  # incomes are rounded to 1,000
    assert (
        (made["women_income_rupiah_month"] - none["women_income_rupiah_month"])[~made["assisted"].astype(bool)]
        .dropna()
        .eq(0)
        .all()
    )
    more = made["healthy_latrine"].ne(none["healthy_latrine"]) & made["healthy_latrine"].notna()
    ids = made.loc[more, "household_id"].unique()
    assert 12 <= len(ids) <= 15 and made.loc[more, "assisted"].all() and (made.loc[more, "wave"] > 0).all()
    for outcome in made.columns.difference(["women_income_rupiah_month", "healthy_latrine", "latrine"]):
        assert made[outcome].equals(none[outcome]), outcome
    assert (made["latrine"].eq("own_septic") == made["healthy_latrine"].eq("yes")).all(), "both columns agree"


def test_works_handle_the_planted_share_of_the_slum_volume_in_the_programmes_rw_alone():
    table = city().tables["neighbourhoods"].set_index(["village_code", "rw", "rt", "year"])["6a_volume"].unstack("year")
    handled = 1 - table[2024].astype(float) / table[2023].astype(float)
    own = handled.index.get_level_values("rw") == 10
    assert handled[own].mean() == pytest.approx(0.6, abs=0.05) and abs(handled[~own].mean()) < 0.05


@pytest.mark.parametrize("seed", range(2))
def test_evaluate_finds_the_planted_village_effect_and_none_where_there_is_none(seed):
    answer = p2.evaluate(village_panel(city(seed=seed)), None, ["history_adjusted"], draws=99).headline
    assert answer.conf_low <= -4.0 <= answer.conf_high and answer.p_value < 0.05
    if seed:
        return
    none = p2.evaluate(village_panel(city(seed=seed, effect=0)), None, ["history_adjusted"], draws=99).headline
    assert none.conf_low <= 0 <= none.conf_high
    assert none.estimate - answer.estimate == pytest.approx(4.0, abs=0.02)


def test_real_sites_recover_by_themselves_so_before_and_after_finds_what_is_not_there():
    moved = []
    for seed in range(5):
        table = city(seed=seed, effect=0).tables["villages"].set_index(["village_code", "year"])["low_decile_percent"].unstack()
        table = table - table.mean()
        first = city(seed=seed, effect=0).tables["sites"].groupby("village_code")["year"].min()
        moved += [
            (table.loc[code, year - 1], table.loc[code, year + 1] - table.loc[code, year - 1]) for code, year in first.items()
        ]
    before, change = np.array(moved).T
    assert before.mean() > 5, "the year before, sites stood a level SD worse than the city"
    assert change.mean() < -0.5, "and came back towards it without any programme"


@pytest.mark.parametrize("regency", ["32.76", "36.72"])
def test_evaluate_households_finds_what_was_planted_and_not_what_was_not(regency):
    rows, rule = city(regency).tables["households"], city(regency).household_rule
    for outcome, effect in (
        ("women_income_rupiah_month", 250_000),
        ("healthy_latrine", 15.0),
        ("expenditure_rupiah_month", 0),
        ("clean_water", 0),
    ):
        answer = p2.evaluate_households(rows, outcome, "higher", rule=rule, draws=99).headline
        assert answer.method == "given_rule" and answer.conf_low <= effect <= answer.conf_high, outcome
        assert answer.conf_low > 0 or outcome != "women_income_rupiah_month"


def chosen(by, seed, effect=0):
    """One village's families by a rule, with the rule as the workbook would state it."""
    rng = np.random.default_rng(seed)
    table = as_read(
        "households", families(around("32.76.01.1001", None, None, 7, rng), 2024, 100, planted(effect), False, rng, by).table
    )
    return table, household_rule({"household_rule": by}, table)


def test_the_register_is_all_that_parts_both_sides_by_default():
    made = city(seed=1)
    assert made.settings["household_rule"] == "register" and made.household_rule == p2.HouseholdRule("register", "choice_figure")
    first = made.tables["households"].query("wave == 0")
    helped, other = (first[first["assisted"].astype(bool) == side] for side in (True, False))
    assert helped["choice_figure"].max() <= other["choice_figure"].min(), "those next in the register are compared"
    assert helped["choice_figure"].equals(helped["registry_decile"].astype(float))
    assert made.tables["households"].query("wave > 0")["choice_figure"].isna().all(), "as it stood when they were chosen"
    assert set(helped["rw"]) == set(other["rw"]) and helped["rw"].nunique() == 1, "one pool, the programme's RW"
    assert set(helped["women_income_rupiah_month"] > other["women_income_rupiah_month"].median()) == {True, False}


@pytest.mark.parametrize(
    "by, figure", [("score", True), ("baseline", True), ("draw", False), ("whole_rt", True), ("unknown", False)]
)
def test_families_are_parted_by_the_rule_and_the_effect_is_found_by_it(by, figure):
    table, rule = chosen(by, 3, effect=None)
    first = table.query("wave == 0")
    assert first["choice_figure"].notna().all() == figure and first["choice_figure"].notna().any() == figure
    found = p2.evaluate_households(table, "women_income_rupiah_month", "higher", rule=rule, draws=99)
    answer = found.headline
    assert answer.conf_low <= 250_000 <= answer.conf_high and answer.method == ("range" if by == "unknown" else "given_rule")
    assert found.rule.by == by and not found.choice.followed < 1
    if by == "whole_rt":
        assert not set(first.loc[first["assisted"].astype(bool), "rw"]) & set(first.loc[~first["assisted"].astype(bool), "rw"])
    if by == "baseline":
        assert first["choice_figure"].equals(first["women_income_rupiah_month"])


def test_two_sides_that_were_drawn_are_alike_before():
    gaps = []
    for seed in range(5):
        first = chosen("draw", seed)[0].query("wave == 0")
        mean = first.groupby("assisted")[["women_income_rupiah_month", "registry_decile", "members"]].mean()
        gaps.append((mean.loc[True] - mean.loc[False]) / first[mean.columns].std())
    assert (pd.DataFrame(gaps).mean().abs() < 0.25).all()


def test_a_way_of_choosing_families_that_is_not_known_is_refused():
    with pytest.raises(WrongUse, match="household_rule='desil'"):
        p2.simulate_city("32.76", household_rule="desil")


def test_families_leave_for_real_reasons_and_come_late():
    status = pd.concat([city(seed=seed, effect=0).tables["households"] for seed in range(4)])
    assert set(status["status"]) == {"interviewed", "moved", "joined_later", "refused", "not_found", "dissolved"}
    silent = ~status["status"].isin(["interviewed", "joined_later"])
    assert status.loc[silent, ["women_income_rupiah_month", "members", "no_smoker"]].isna().all(axis=None)
    seen = city().tables["households"].groupby(["wave", "assisted"]).size()
    assert seen[0, True] == 97 and seen[1, True] == 100 and 80 <= seen[3, False] < 100


# --- deliveries and scores ------------------------------------------------------------------------------


def test_agencies_did_all_half_a_fifth_or_never_said(tmp_path):
    table = pd.concat([city(seed=seed, effect=0).tables["deliveries"] for seed in range(3)])
    assert set(table["done_percent"].dropna()) == {100.0, 50.0, 20.0} and 0.02 < table["done_percent"].isna().mean() < 0.2
    assert table["planned_date"].dt.month.between(2, 11).all() and table["planned_date"].dt.year.eq(2024).all()
    silent = table["done_percent"].isna()
    assert table.loc[silent, ["actual_date", "amount_rupiah", "households_reached"]].isna().all(axis=None)
    assert {"Dinas Kesehatan", "Dinas Pendidikan", "Dinas Tenaga Kerja"} <= set(table["agency"])


def test_who_got_a_latrine_or_training_is_on_record_as_delivered():
    rows, given = city().tables["households"], city().tables["deliveries"]
    trained = rows.query("wave == 1 and assisted and women_trained")["household_id"]
    named = set(given.loc[given["activity"].str.startswith("Pelatihan menjahit"), "household_id"])
    assert len(named) == 60 and named <= set(rows["household_id"]) and len(set(trained) & named) > 45
    assert given["activity"].str.startswith("Tangki septik").sum() == 15


def test_scorecards_hold_the_ten_indicators_of_each_site_for_two_years():
    table = city("36.72").tables["scores"]
    assert table.groupby(["village_code", "year"])["item"].nunique().tolist() == [10] * 4
    assert set(table["year"]) == {2024, 2025} and table["answer"].notna().ne(table["value"].notna()).all()


# --- other questions ------------------------------------------------------------------------------------


def test_rules_choose_as_they_say():
    for rule, end in (("worst", "max"), ("best", "min")):
        made = p2.simulate_city("36.72", effect=0, rule=rule, seed=2)
        values = made.tables["villages"].set_index(["village_code", "year"])["low_decile_percent"].unstack()
        sites, taken = made.tables["sites"], set()
        for year, codes in sites.groupby("year")["village_code"]:
            free = values.loc[~values.index.isin(taken), year - 1]
            expected = free.nlargest(2) if end == "max" else free.nsmallest(2)
            assert set(codes) == set(expected.index), (rule, year)
            taken |= set(codes)
        assert not made.real_sites and sites["note"].str.startswith(MADE_UP).all() and "sintetis" in made.sentence("id")


def test_a_rule_of_ones_own_with_its_lag_and_groups():
    rule = SelectionRule(picks="highest", per_year=1, lag=2, within="group")
    made = p2.simulate_city("36.72", effect=0, rule=rule, seed=2)
    values = made.tables["villages"].set_index(["village_code", "year"])["low_decile_percent"].unstack()
    first = made.tables["sites"].query("year == year.min()")
    assert sorted(first["village_code"].str[:8]) == sorted({code[:8] for code in values.index})
    for row in first.itertuples():
        rivals = values.loc[values.index.str[:8] == row.village_code[:8], row.year - 2]
        assert rivals.idxmax() == row.village_code


def test_the_pandemic_year_had_fewer_families():
    made = p2.simulate_city("32.76", year=2021, assisted=80, until=2023)
    sites = made.tables["sites"].set_index("year")["planned_households"]
    assert sites[2021] == 80 < sites[2019]
    rows = made.tables["households"].query("assisted")
    assert rows["household_id"].nunique() == 80 and set(rows["rw"]) == {2} and 1 in set(rows["rt"])
    assert rows.loc[rows["wave"] == 3, "interview_date"].dt.year.unique().tolist() == [2023]


def test_a_workbook_ends_where_it_is_told_to():
    made = p2.simulate_city("32.76", year=2021, until=2021)
    for sheet in ("villages", "neighbourhoods", "sites", "deliveries", "scores"):
        assert made.tables[sheet]["year"].max() == 2021, sheet
    assert set(made.tables["households"]["wave"]) == {0, 1}
    slum = made.tables["neighbourhoods"].set_index(["rw", "rt", "year"])["6a_volume"].astype(float).unstack("year")
    fell = slum[2021] / slum[2020] < 0.6
    assert fell.index[fell].tolist() == [(2, 1)], "the register names RT 1 of RW 2: works are done there alone"


@pytest.mark.parametrize("regency, rule", [("31.01", "worst"), ("91.05", "random")])
def test_any_regency_makes_a_workbook_without_a_fault(tmp_path, regency, rule):
    made = p2.simulate_city(regency, rule=rule, seed=7)
    read = p2.check(made.write(tmp_path / "kota.xlsx"))
    assert read.ok, read.faults
    values = made.tables["villages"]
    assert values["low_decile_percent"].between(1, 70).all() and values["stunting_percent"].between(0, 45).all()


@settings(max_examples=25, deadline=None)
@given(
    st.one_of(
        st.none(),
        st.floats(),
        st.text(ANY, max_size=3),
        st.booleans(),
        st.dictionaries(st.sampled_from([*PLANTED, "idm"]), st.floats()),
    )
)
def test_effects_are_planted_as_given_or_refused(effect):
    try:
        found = planted(effect)
    except WrongUse as refused:
        assert effect is not None and refused.sentence("id") != refused.sentence("en")
        return
    assert set(found) == set(PLANTED)
    for name, value in found.items():
        low, high = PLANTED[name][2]
        assert low <= value <= high
        if isinstance(effect, dict):
            assert value == effect.get(name, 0.0)


def test_aspects_go_together_but_are_not_the_same():
    table = city().tables["villages"]
    assert 0.2 < table["low_decile_percent"].corr(table["stunting_percent"]) < 0.8
    assert table["low_decile_percent"].corr(table["expenditure_rupiah_person_month"]) < -0.1
    assert table["slum_area_ha"].eq(0).mean() > 0.3 and table["slum_area_ha"].max() < 40


@pytest.mark.parametrize(
    "arguments, word",
    [
        (dict(regency="99.99"), "99.99"),
        (dict(regency=32.7), "32.7"),
        (dict(regency="32.76.01"), "32.76.01"),
        (dict(regency="31.01"), "rule"),
        (dict(rule="magic"), "magic"),
        (dict(rule=SelectionRule(by="ranking")), "outcome"),
        (dict(effect=50), "low_decile_percent"),
        (dict(effect=float("nan")), "nan"),
        (dict(effect={"idm": 1}), "idm"),
        (dict(effect="much"), "much"),
        (dict(effect={"healthy_latrine": -3}), "healthy_latrine"),
        (dict(year=2020), "2020"),
        (dict(year=1990), "1990"),
        (dict(year="2021"), "2021"),
        (dict(assisted=5), "assisted"),
        (dict(assisted=2.5), "assisted"),
        (dict(until=2050), "until"),
        (dict(until=2016.5), "until"),
        (dict(year=2025, until=2021), "2025"),
        (dict(seed=-1), "seed"),
        (dict(seed=2**70), "seed"),
        (dict(effect={"women_income_rupiah_month": -1e5}), "women_income"),
        (dict(seed=True), "seed"),
        (dict(regency="31.01", rule=SelectionRule(per_year=20)), "20"),
        (dict(rule="magic", seed=-1, assisted=1), "seed"),
    ],
)
def test_what_cannot_be_simulated_is_named(arguments, word):
    with pytest.raises(WrongUse) as refused:
        p2.simulate_city(**arguments)
    assert word in refused.value.sentence("id") and word in refused.value.sentence("en")


def test_a_mapping_plants_exactly_what_it_names():
    assert planted({"healthy_latrine": 20}) == {
        "low_decile_percent": 0.0,
        "women_income_rupiah_month": 0.0,
        "healthy_latrine": 20.0,
        "slum_volume_handled": 0.0,
    }
    assert set(planted(0).values()) == {0.0} and planted(-2)["women_income_rupiah_month"] == 250_000


def test_more_latrines_than_families_without_one_are_refused():
    with pytest.raises(WrongUse, match="healthy latrine|jamban"):
        for seed in range(20):
            p2.simulate_city(effect={"healthy_latrine": 40}, assisted=10, seed=seed)


# --- the command ----------------------------------------------------------------------------------------


def test_the_command_writes_the_workbook_and_says_what_it_is(tmp_path, capsys):
    out = tmp_path / "kota.xlsx"
    assert main(["simulate", "--city", "36.72", "--out", str(out), "--effect", "0", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("SYNTHETIC DATA. Kota Cilegon (36.72)")
    assert p2.check(out, "en").ok


@pytest.mark.parametrize(
    "options, word",
    [
        (["--city", "32.76", "--out", "kota.csv"], ".xlsx"),
        (["--city", "32.76", "--out", "k.xlsx", "--places", "3"], "--places"),
        (["--out", "p.csv", "--year", "2021"], "--year"),
        (["--out", "p.csv", "--until", "2021"], "--until"),
        (["--city", "32.76", "--out", "k.xlsx", "--until", "1999"], "until"),
        (["--city", "12", "--out", "k.xlsx"], "12"),
        (["--city", "31.01", "--out", "k.xlsx"], "rule"),
    ],
)
def test_the_command_refuses_what_does_not_fit(tmp_path, monkeypatch, capsys, options, word):
    monkeypatch.chdir(tmp_path)
    assert main(["simulate", *options]) == 2
    assert word in capsys.readouterr().err and not list(tmp_path.iterdir())
