"""The real case: which desa sites the published index can speak about, counted by hand on small tables and on ours."""

import pandas as pd
import pytest

from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.open_data.village_index_case import (
    DESIGNS,
    design_sites,
    refused_sites,
    sites_needed,
    village_index_case,
    village_index_panel,
)
from p2wkss_analysis.say.errors import WrongUse

EARLY, SERANG, TIMING = DESIGNS


def index(rows):
    return pd.DataFrame(rows, columns=["area_code", "year", "idm"])


def sites(rows):
    return (
        pd.DataFrame(rows, columns=["village_code", "year", "status"]).assign(regency="K", village="V").astype({"year": "Int64"})
    )


@pytest.fixture
def small():
    codes = [
        "32.01.01.2001",
        "32.01.01.2002",
        "32.01.02.2001",
        "32.01.02.2002",
        "32.01.03.2001",
        "32.01.03.2002",
        "32.01.04.2001",
        "32.02.01.2001",
    ]
    values = index([(c, y, 0.5 + 0.01 * i + 0.02 * (y == 2024)) for i, c in enumerate(codes) for y in (2023, 2024)])
    known = sites(
        [
            ("32.01.01.2001", 2023, "confirmed"),
            ("32.01.02.2001", 2023, "unconfirmed"),
            ("32.01.03.2001", 2025, "confirmed"),
            ("32.01.03.2002", 2019, "confirmed"),
            (None, 2023, "confirmed"),
            ("32.01.04.1001", 2023, "confirmed"),
            ("32.01.04.2001", None, "confirmed"),
        ]
    )
    return values, known


def test_only_confirmed_sites_with_both_years_are_treated(small):
    assert design_sites(*small, EARLY)["village_code"].tolist() == ["32.01.01.2001"]
    assert len(design_sites(*small, EARLY, confirmed=False)) == 2


def test_comparison_leaves_out_neighbours_other_sites_and_other_regencies(small):
    panel = village_index_panel(*small, EARLY)
    # in: the site; 02.2002; 03.2001 (starts after the last year). Out: 01.2002 neighbour, 02.2001 unconfirmed
    # site, 03.2002 past site, 04.2001 site of unknown year, 32.02 another regency.
    assert panel.units.tolist() == ["32.01.01.2001", "32.01.02.2002", "32.01.03.2001"]
    assert panel.baseline == "early" and panel.sites()["start"].tolist() == [2024]


def test_neighbours_come_back_when_asked(small):
    assert "32.01.01.2002" in village_index_panel(*small, EARLY, neighbours=True).units


def test_each_refused_site_has_its_reason(small):
    reasons = refused_sites(*small).set_index("village_code", drop=False)["reason"].tolist()
    assert reasons == ["unconfirmed", "no_year_after", "too_old", "no_code", "kelurahan", "no_year"]


@pytest.fixture(scope="module")
def real():
    intake = pytest.importorskip("p2wkss_analysis.tables.intake")
    return intake.load("village_index"), intake.load("programme_sites")


@pytest.mark.parametrize("design, confirmed, everyone", [(EARLY, 4, 5), (SERANG, 2, 2), (TIMING, 7, 8)])
def test_counts_of_the_published_register(real, design, confirmed, everyone):
    """Counted by hand in the register: 5 desa of 2023 (Ridogalih unconfirmed), 2 of Serang 2021, 8 of 2024."""
    assert len(design_sites(*real, design)) == confirmed
    assert len(design_sites(*real, design, confirmed=False)) == everyone


def test_used_and_refused_sites_make_up_the_register(real):
    used = sum(len(design_sites(*real, design)) for design in DESIGNS)
    assert used + len(refused_sites(*real)) == len(real[1])


def test_the_case_offers_every_design_and_never_a_regency_contrast(real):
    case = village_index_case(*real, methods=["before_after", "difference_in_differences"])
    table = case.table("en")
    assert set(table["design"]) == {d.key for d in DESIGNS}
    assert (table["n_comparison"] <= 6549).all() and table["estimate"].notna().all()
    plain = case.evaluation("early_baseline_2023").panel
    change = (plain.values[:, 1] - plain.values[:, 0])[plain.treated].mean()
    row = table[(table["design"] == "early_baseline_2023") & (table["variant"] == "confirmed")].iloc[0]
    assert row["estimate"] == pytest.approx(change)


def test_sites_needed_by_hand():
    # three choices of one place among changes .1, .3, .5: -.3, 0, +.3, so SD .24495; (2.8016 * .24495 / .1)^2 = 47.1
    frame = pd.DataFrame(
        {
            "area_code": list("abcd") * 2,
            "year": [1] * 4 + [2] * 4,
            "programme_year": [2, None, None, None] * 2,
            "v": [0.0, 0, 0, 0, 1, 0.1, 0.3, 0.5],
        }
    )
    panel = Panel.from_table(frame, outcome="v", better="higher", baseline="early")
    assert sites_needed(panel, [0.1])["sites"].tolist() == [48]


def test_known_winners_can_be_left_out(small):
    values, known = small
    known = known.assign(result=["juara II", None, None, None, None, None, None])
    assert design_sites(values, known, EARLY, winners=False).empty
    assert len(design_sites(values, known, EARLY)) == 1


def test_the_case_says_what_an_answer_would_need(real):
    case = village_index_case(*real, methods=["before_after", "difference_in_differences"])
    assert case.sentence("id").count("Belum dapat disimpulkan") == 3 and "diperlukan sekitar" in case.sentence("id")
    assert "without_winners" in set(case.table()["variant"])


@pytest.fixture(scope="module")
def case(real):
    return village_index_case(*real, methods=["before_after", "difference_in_differences", "staggered"])


@pytest.mark.parametrize(
    "design, spread, clustered", [(EARLY, 0.0159, 0.0096), (SERANG, 0.0257, 0.0108), (TIMING, 0.0124, 0.0055)]
)
def test_the_printed_spread_is_that_of_random_choice(case, design, spread, clustered):
    """spread: SD of the contrast over 4,000 random choices of as many desa of the same kabupaten, drawn apart from
    this package; clustered: the errors by place that were printed before."""
    rows = case.for_report("id").set_index(["design", "variant", "method"])
    row = rows.loc[(design.key, "confirmed", "difference_in_differences")]
    assert row["std_error"] == pytest.approx(spread, rel=0.05) and row["std_error"] > 1.6 * clustered
    assert row["conf_low"] < 0 < row["conf_high"]
    assert row["smallest_detectable"] == pytest.approx(2.8016 * row["std_error"])
    assert "pemilihan acak di antara desa sekabupaten" in row["note"] and "dari 100 kasus" in row["note"]


def test_no_p_is_printed_and_staggered_has_no_interval(case):
    table = case.for_report("en")
    assert list(table.columns[:2]) == ["design", "variant"] and len(table) == len(case.table("en"))
    assert table[["p_value", "smallest_p"]].isna().all(axis=None)
    few = table[table["method"] == "staggered"]
    assert len(few) and few[["std_error", "conf_low", "conf_high", "smallest_detectable"]].isna().all(axis=None)
    assert few["estimate"].notna().all() and few["note"].str.startswith("No interval").all()


@pytest.mark.parametrize("design", DESIGNS)
def test_sites_needed_and_smallest_detectable_are_one_arithmetic(case, design):
    chance = case.random_choice(design.key)
    needed, least = chance.sites_for(0.01), case.smallest_detectable(design.key)
    assert least * (chance.sites / needed) ** 0.5 == pytest.approx(0.01, rel=0.02)
    assert sites_needed(case.evaluation(design.key).panel, [0.01])["sites"].tolist() == [needed]
    said = " ".join(case.sentences("en"))
    assert f"about {needed} confirmed sites" in said and f"below about {least:.3f} are unlikely to be detected" in said


def test_an_unknown_design_is_refused(case):
    with pytest.raises(WrongUse):
        case.smallest_detectable("early")
