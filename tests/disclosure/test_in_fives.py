"""Numbers of families in fives: near the truth, of one stand-in, the same whatever the order, and unmoved by one family."""

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.disclosure.in_fives import BASE, KEPT, MARGIN, families, in_fives, protected_note, shared_out


def city(n=120, seed=0) -> pd.DataFrame:
    draw = np.random.default_rng(seed)
    rt, side, seen = draw.integers(0, 7, n), draw.random(n) < 0.5, draw.random(n) < 0.9
    groups = {f"rt|{r}|{s}": (rt == r) & (side == s) for r in range(7) for s in (True, False)}
    return pd.DataFrame(groups | {"seen": seen, "-seen": ~seen, "all": True}, index=[f"KK-{i}" for i in range(n)]).astype(int)


@pytest.mark.parametrize("seed", range(3))
def test_every_number_is_near_the_truth_and_all_fit_one_stand_in(seed):
    groups = city(seed=seed)
    told, true = in_fives(groups), groups.sum()
    assert told.margin == MARGIN and "-seen" not in told.counts
    for name, n in told.counts.items():
        assert n % BASE == 0 and (true[name] <= BASE if n == 0 else abs(n - true[name]) <= MARGIN)
    assert sum(n for name, n in told.counts.items() if name.startswith("rt|")) == told["all"] >= told["seen"]


def test_order_and_names_of_households_change_nothing():
    groups = city()
    assert in_fives(groups).counts == in_fives(groups.sample(frac=1, random_state=1).rename(index=lambda i: i[::-1])).counts


def test_one_family_more_or_less_does_not_show_and_many_do():
    groups = city()
    before = in_fives(groups).counts
    for one in (0, 50, 119):
        assert in_fives(groups.drop(index=groups.index[one]), before).counts == before
    fewer = groups.iloc[: -KEPT - MARGIN - 1]
    assert in_fives(fewer, before).counts != before and abs(in_fives(fewer, before)["all"] - len(fewer)) <= MARGIN


def test_a_new_group_of_few_families_counts_nobody_beside_what_was_published():
    before = in_fives(city()).counts
    assert in_fives(city().assign(new=[1, 1, 1] + [0] * 117), before)["new"] == 0


def test_nothing_and_very_few():
    assert in_fives(pd.DataFrame()).counts == {} and in_fives(pd.DataFrame({"a": [1, 1]}, index=["x", "y"]))["a"] in (0, 5)


def test_parts_add_up_and_words_are_of_both_languages():
    assert shared_out(pd.Series([1, 2, 3, 44]), 50).sum() == 50
    assert families(0, "id") == "paling banyak 5" and families(95, "id") == "sekitar 95"
    assert "kelipatan lima" in protected_note("id") and "multiples of five" in protected_note("en")
