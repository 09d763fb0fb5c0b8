"""Every figure of one household and of a few, by hand and on its cuts, without an engine: the numbers stand here."""

import narwhals.stable.v2 as nw
import pandas as pd
import pyarrow as pa
import pytest

from p2wkss_analysis.indicators.healthy_family import ITEMS
from p2wkss_analysis.indicators.households.definitions import DEFINITIONS, FLOOR_AREA
from p2wkss_analysis.indicators.households.figures import DECILES, FIGURES, LINE, QUANTILES, Setting, of_households
from p2wkss_analysis.indicators.households.sheet import of_sheet

NAN = float("nan")
SOUND = {"unsafe_structure": False, "perishable_wall_roof": False, "poor_floor": False, "floor_area_m2": 36.0, "members": 5}
WHOLE = {"family_card": True, "adults_without_identity_card": 0, "children_without_birth_certificate": 0}
YES = dict.fromkeys(ITEMS, "yes")


ITEM = [*ITEMS][-1]


def items(yes: int, no: int, apart: int) -> dict:
    return dict(zip(ITEMS, ["yes"] * yes + ["no"] * no + ["not_applicable"] * apart + [None] * 12, strict=False))


@pytest.mark.parametrize(
    "figure, household, value",
    [
        ("women_income", {"women_income_rupiah_month": 250_000}, 250_000),
        ("expenditure", {"expenditure_rupiah_month": 900_000, "members": 4}, 225_000),
        ("expenditure", {"expenditure_rupiah_month": 900_000, "members": 1}, 900_000),
        ("expenditure", {"expenditure_rupiah_month": 900_000, "members": 0}, NAN),
        ("unfit_house", SOUND, 0),  # exactly 7.2 m2 a person is enough
        ("unfit_house", SOUND | {"floor_area_m2": 35.9}, 1),
        ("unfit_house", SOUND | {"unsafe_structure": True}, 1),
        ("unfit_house", SOUND | {"perishable_wall_roof": True}, 1),
        ("unfit_house", SOUND | {"poor_floor": True}, 1),
        ("unfit_house", SOUND | {"poor_floor": None}, NAN),
        ("unfit_house", SOUND | {"poor_floor": None, "floor_area_m2": 35.9}, 1),  # the rest decides it
        ("latrine", {"healthy_latrine": "yes"}, 1),
        ("latrine", {"healthy_latrine": "no"}, 0),
        ("latrine", {"healthy_latrine": "not_applicable"}, NAN),
        ("water", {"clean_water": "yes"}, 1),
        ("water", {"clean_water": None}, NAN),
        ("at_school", {"aged_7_18": 4, "aged_7_18_in_school": 3}, 75),
        ("at_school", {"aged_7_18": 1, "aged_7_18_in_school": 1}, 100),
        ("at_school", {"aged_7_18": 0, "aged_7_18_in_school": 0}, NAN),
        ("papers", WHOLE, 1),
        ("papers", WHOLE | {"family_card": False}, 0),
        ("papers", WHOLE | {"adults_without_identity_card": 1}, 0),
        ("papers", WHOLE | {"children_without_birth_certificate": 1}, 0),
        ("papers", WHOLE | {"family_card": None}, NAN),
        ("papers", WHOLE | {"family_card": None, "adults_without_identity_card": 1}, 0),
        ("business", {"women_business": True}, 1),
        ("business", {"women_business": False}, 0),
        ("stunted", {"under_five": 1, "under_five_stunted": 1}, 1),
        ("stunted", {"under_five": 2, "under_five_stunted": 0}, 0),
        ("stunted", {"under_five": 0, "under_five_stunted": 0}, NAN),
        ("healthy_family_index", items(12, 0, 0), 100),
        ("healthy_family_index", items(8, 2, 2), 80),
        ("healthy_family_index", items(1, 0, 11), 100),
        ("healthy_family_index", items(0, 1, 11), 0),
        ("healthy_family_index", items(0, 0, 12), NAN),
        ("healthy_family_index", items(9, 1, 1), NAN),  # one was not asked
        ("healthy_family_index", items(9, 1, 1) | {ITEM: "maybe"}, NAN),
    ],
)
def test_a_household(figure, household, value):
    assert of_sheet(figure, pd.DataFrame([household], dtype=object)).tolist() == pytest.approx([value], nan_ok=True)


def test_settings_as_they_are_set():
    assert FLOOR_AREA == Setting().floor_area == 7.2 and Setting().decile_cut == 4
    assert not Setting().weighted and QUANTILES == (0.1, 0.5, 0.9) and [*DECILES] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert {key for key, one in DEFINITIONS.items() if one.yes_no} == {
        "unfit_house", "latrine", "water", "papers", "business", "stunted"
    }  # fmt: skip


FOUR = pd.DataFrame(
    {
        "weight": [1.0, 2.0, 1.0, 4.0],
        "members": [2, 4, 5, 3],
        "registry_decile": [1, 4, 5, None],
        "expenditure_rupiah_month": [600_000.0, 2_400_000.0, 1_500_000.0, None],
        LINE: [600_000.0] * 4,  # the second household spends exactly the line a person
        "floor_area_m2": [14.4, 20.0, 50.0, 60.0],
        "unsafe_structure": [False, False, True, False],
        "perishable_wall_roof": [False] * 4,
        "poor_floor": [False] * 4,
        "aged_7_18": [2, 1, None, 3],
        "aged_7_18_in_school": [1, 1, 1, 3],
        "under_five_weighed": [1, 1, 0, 2],
        "under_five_stunted": [1, 0, 0, None],
        "latrine": ["own_septic", "shared", "none", None],
        "women_income_rupiah_month": [100.0, 200.0, None, 300.0],
        "women_business": [True, False, False, None],
        "family_card": [True, True, True, None],
        "adults_without_identity_card": [0, 1, 0, 0],
        "children_without_birth_certificate": [0, 0, 0, 0],
        **{item: ["yes", "yes", "no", "yes"] for item in ITEMS},
        "no_smoker": ["no", "not_applicable", "no", None],
        "health_insurance": ["no", "no", "no", "yes"],
        "growth_monitoring": ["no", "no", "no", "yes"],
        "clean_water": ["yes", "yes", "no", "yes"],
        "healthy_latrine": ["yes", "no", "yes", "yes"],
    }
)
# Of the four: 9 of 12 items, 8 of 11, 1 of 12, and one that was not asked everything.
BY_HAND = {  # figure: each household once, by their weights
    "low_decile_percent": (200 / 3, 75),
    "out_of_school_percent": (100 * (1 - 5 / 6), 100 * (1 - 15 / 16)),
    "stunting_percent": (50, 100 / 3),
    "expenditure_rupiah_person_month": (4_500_000 / 11, 6_900_000 / 15),
    "poverty_rate": (700 / 11, 700 / 15),
    "poverty_gap_index": (350 / 11, 350 / 15),
    "poverty_severity_index": (175 / 11, 175 / 15),
    "decile_1_percent": (100 / 3, 25),
    "decile_4_percent": (100 / 3, 50),
    "decile_10_percent": (0, 0),
    "unfit_house_percent": (50, 37.5),
    "crowded_percent": (25, 25),
    "slum_household_percent": (50, 37.5),
    "clean_water_percent": (75, 87.5),
    "healthy_latrine_percent": (75, 75),
    "septic_tank_percent": (100 / 3, 25),
    "healthy_family_index": (100 * (9 / 12 + 8 / 11 + 1 / 12) / 3, 100 * (9 / 12 + 16 / 11 + 1 / 12) / 4),
    "healthy_family_percent": (0, 0),
    "women_income_rupiah_month": (200, 1700 / 7),
    "women_business_percent": (100 / 3, 25),
    "complete_papers_percent": (200 / 3, 50),
}


def every(setting: Setting, rows: pd.DataFrame = FOUR) -> tuple[dict, dict]:
    """Every figure of all rows together, and of how many households each is known."""
    table = pa.table({c: pa.array(rows[c].astype(object).where(rows[c].notna(), None).tolist()) for c in rows})
    each = of_households(nw.from_native(table), FIGURES.values(), setting)
    found = each.select(**{name: figure.of(setting) for name, figure in FIGURES.items()})
    known = each.select(**{name: nw.col(figure.known).count() for name, figure in FIGURES.items()})
    return tuple({name: cells[0] for name, cells in one.to_dict(as_series=False).items()} for one in (found, known))


@pytest.mark.parametrize("weighted", [False, True])
def test_four_households(weighted):
    found, _ = every(Setting(weighted=weighted))
    assert {name: found[name] for name in BY_HAND} == pytest.approx({n: v[weighted] for n, v in BY_HAND.items()}, rel=1e-12)


def test_every_figure_stands_here_by_hand():
    assert set(FIGURES) == set(BY_HAND) | {f"decile_{n}_percent" for n in DECILES}
    assert all(set(figure.needs) < set(FOUR.columns) for figure in FIGURES.values())


def test_of_how_many_households_a_figure_is_known():
    four = {"unfit_house_percent", "crowded_percent", "slum_household_percent", "clean_water_percent", "healthy_latrine_percent"}
    assert every(Setting())[1] == {name: 4 if name in four else 3 for name in FIGURES}


def test_cuts_are_where_they_are_set():
    assert every(Setting(decile_cut=3))[0]["low_decile_percent"] == pytest.approx(100 / 3)
    assert [every(Setting(floor_area=area))[0]["crowded_percent"] for area in (5.0, 7.3)] == [0, 50]
    four_of_five = FOUR.assign(**{item: [a] * 4 for item, a in items(4, 1, 7).items()})  # 80 percent is not above it
    assert every(Setting(), four_of_five)[0]["healthy_family_percent"] == 0
    above = FOUR.assign(**{item: [a] * 4 for item, a in items(9, 2, 1).items()})
    assert every(Setting(), above)[0]["healthy_family_percent"] == 100


@pytest.mark.parametrize("lack", [{}, {"clean_water": "no"}, {"healthy_latrine": "no"}, {"poor_floor": True}, {"members": 3}])
def test_each_lack_alone_makes_a_slum_household(lack):
    found = every(Setting(), FOUR.iloc[[0]].assign(**lack))[0]
    assert found["slum_household_percent"] == (100 if lack else 0)


def test_nobody_to_count_is_no_figure_and_one_is():
    nobody = every(Setting(), FOUR.assign(aged_7_18=0, aged_7_18_in_school=0, members=0))[0]
    assert nobody["out_of_school_percent"] is None and nobody["poverty_rate"] is None
    apart, known = every(Setting(), FOUR.assign(**dict.fromkeys(ITEMS, "not_applicable")))
    assert apart["healthy_family_index"] is None and known["healthy_family_index"] == 0
    one = FOUR.assign(aged_7_18=[1, 0, 0, 0], aged_7_18_in_school=[1, 0, 0, 0], members=[1, 0, 0, 0])
    found = every(Setting(), one)[0]
    assert found["out_of_school_percent"] == 0 and found["poverty_rate"] == 0
