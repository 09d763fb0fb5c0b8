"""Healthy families by wave: the N/A trap, households left out, class boundaries, small numbers, invariances."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.indicators.healthy_family import ITEMS, healthy_family_index
from p2wkss_analysis.indicators.healthy_family_waves import COLUMNS, healthy_family_waves
from p2wkss_analysis.say.errors import WrongUse

KEYS = list(ITEMS)


def visit(number, wave=0, assisted=True, yes=12, no=0, **answers):
    """A household with `yes` yes, `no` no and the rest not applicable."""
    kinds = ["yes"] * yes + ["no"] * no + ["not_applicable"] * (12 - yes - no)
    return {"household_id": f"KK-{number}", "wave": wave, "assisted": assisted, **dict(zip(KEYS, kinds, strict=True)), **answers}


def of(*visits):
    return healthy_family_waves(pd.DataFrame(list(visits)))


@pytest.mark.parametrize(
    "yes, no, kind",
    [
        (4, 1, "pre_healthy"),
        (9, 2, "healthy"),
        (5, 5, "pre_healthy"),
        (5, 6, "unhealthy"),
        (8, 2, "pre_healthy"),
        (12, 0, "healthy"),
    ],
)
def test_classes_at_their_boundaries(yes, no, kind):
    # Permenkes 39/2016: exactly 0.8 is pre-healthy, exactly 0.5 too
    row = of(visit(1, yes=yes, no=no)).table().iloc[0]
    assert row[kind] == 1 and row[["unhealthy", "pre_healthy", "healthy"]].sum() == 1


def test_not_applicable_is_not_no_and_the_trap_is_told_in_numbers():
    result = of(*(visit(i, yes=5, no=1) for i in range(20)))
    row = result.table().iloc[0]
    assert (
        row["mean_index"] == pytest.approx(5 / 6)
        and row["mean_if_not_applicable_were_no"] == pytest.approx(5 / 12)
        and row["healthy"] == 20
    )
    assert "0,42, bukan 0,83" in result.sentence("id") and "0.42 instead of 0.83" in result.sentence("en")
    assert "tidak berlaku" not in of(*(visit(i, yes=12, no=0) for i in range(20))).sentence("id")  # all applied


def test_an_item_not_asked_leaves_the_household_out_and_is_counted():
    result = of(visit(1), visit(2, no_smoker=None), visit(3, yes=0, no=0))
    row = result.table().iloc[0]
    assert row[["households", "not_fully_asked", "none_applicable", "indexed"]].tolist() == [3, 1, 1, 1]
    assert "terlalu sedikit" in result.sentence("id")
    assert "Left out: about 10 visits" in of(
        *(visit(i, no_smoker=None) for i in range(10)), *(visit(i) for i in range(10, 30))
    ).sentence("en")
    assert "1,00" not in result.sentence("id"), "a mean of one family is that family's"


def test_only_visits_count_and_households_are_followed_from_the_first_wave():
    first = [visit(i, 0, yes=6, no=6) for i in range(8)]
    second = [visit(i, 1, yes=9, no=3) for i in range(6)] + [visit(6, 1), visit(7, 1), visit(99, 1, yes=1, no=11)]
    rows = pd.DataFrame(first + second).assign(
        status=["interviewed"] * 8 + ["interviewed"] * 6 + ["refused", "not_found", "joined_later"]
    )
    table = healthy_family_waves(rows).table()
    assert table["households"].tolist() == [8, 7] and table["followed"].tolist() == [0, 6]
    assert table["followed_change"].iloc[1] == pytest.approx(0.25) and np.isnan(table["followed_change"].iloc[0])


def test_groups_stand_side_by_side_and_few_households_are_not_told():
    visits = [visit(i, w, assisted=i % 2 == 0, yes=12 if i < 8 else 3, no=0 if i < 8 else 9) for i in range(24) for w in (0, 1)]
    result = of(*visits)
    assert list(result.table()) == COLUMNS and result.table()["group"].tolist() == ["assisted", "comparison"] * 2
    assert result.table()["healthy"].tolist() == [4] * 4
    shown = result.published()
    assert shown.loc[shown["indexed"] < 15, "healthy_percent"].isna().all() and "terlalu sedikit" in result.sentence("id")


def test_enough_households_are_told_with_their_share():
    visits = [visit(i, w, yes=12 if i < 10 else 3, no=0 if i < 10 else 9) for i in range(25) for w in (0, 1)]
    result = of(*visits)
    assert result.published()["healthy_percent"].tolist() == [40.0, 40.0] and "40%" in result.sentence("id")


def test_nothing_to_index_is_said_and_no_visit_at_all_too():
    assert "tidak dapat dihitung" in of(visit(1, yes=0, no=0)).sentence("id")
    nobody = healthy_family_waves(pd.DataFrame([visit(1)]).assign(status="refused"))
    assert len(nobody.table()) == 0 and "cannot be computed" in nobody.sentence("en") and len(nobody.published()) == 0
    assert nobody.text("id")


@pytest.mark.parametrize(
    "bad",
    [
        pd.DataFrame([visit(1), visit(1)]),
        pd.DataFrame([visit(1, no_smoker="perhaps")]),
        pd.DataFrame([visit(1)]).drop(columns="no_smoker"),
    ],
)
def test_tables_that_cannot_be_are_refused(bad):
    with pytest.raises(WrongUse):
        healthy_family_waves(bad)


family = st.fixed_dictionaries({key: st.sampled_from(["yes", "no", "not_applicable"]) for key in KEYS})


@settings(max_examples=25, deadline=None)
@given(st.lists(family, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_order_is_nothing_and_the_mean_is_that_of_each_family_alone(families, random):
    rows = [{"household_id": str(i), "wave": 0, "assisted": i % 2 == 0, **answers} for i, answers in enumerate(families)]
    table = of(*rows).table()
    random.shuffle(rows)
    pd.testing.assert_frame_equal(table, of(*rows).table())
    alone = [healthy_family_index({k: {"yes": True, "no": False}.get(v) for k, v in f.items()}) for f in families[::2]]
    mine = table[table["group"] == "assisted"].iloc[0]
    assert np.isclose(mine["mean_index"], np.nanmean(alone) if not np.isnan(alone).all() else np.nan, equal_nan=True)
    assert mine[["unhealthy", "pre_healthy", "healthy", "none_applicable", "not_fully_asked"]].sum() == mine["households"]


def test_numbers_of_families_and_their_shares_are_those_of_the_same_fives():
    visits = [visit(i, w, yes=12 if i < 57 else 3, no=0 if i < 57 else 9) for i in range(93) for w in (0, 1)]
    result = of(*visits)
    shown = result.published()
    assert result.table()["indexed"].tolist() == [93, 93] and set(shown["indexed"] % 5) == {0}
    for kind in ("unhealthy_percent", "pre_healthy_percent", "healthy_percent"):
        assert (shown[kind] * shown["indexed"] / 100).round(9).mod(5).eq(0).all()
    assert " 93 " not in result.text("en") and " 57 " not in result.text("en")
