"""Numbers of families in fives: near the truth, of one stand-in, the same whatever the order, and unmoved by one family."""

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.disclosure.in_fives import (
    BASE,
    ENOUGH,
    KEPT,
    MARGIN,
    InFives,
    _solved,
    ends,
    families,
    holds,
    in_fives,
    protected_note,
    rounded,
    shared_out,
    unforeseen,
)


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


def test_the_numbers_of_a_city_stay_as_they_were_published():
    """Another stand-in would be as true, but beside the one published it could tell what neither tells alone."""
    before = in_fives(city(60, 4))
    assert [*before.counts.values()] == [0, 5, 5, 0, 5, 5, 5, 5, 10, 5, 0, 0, 5, 10, 55, 60] and before.margin == 6
    assert [*in_fives(city(30, 4)).counts.values()] == [0, 5, 0, 0, 0, 5, 0, 5, 0, 0, 5, 0, 5, 5, 25, 30]
    left = in_fives(city(60, 4).iloc[:40], before.counts)
    assert [*left.counts.values()] == [0, 5, 0, 0, 0, 5, 0, 0, 10, 5, 0, 0, 5, 10, 35, 40]


def crossed(n: int, seed: int) -> pd.DataFrame:
    """Families of eight RT and six deciles, so crossed that only exchanges of two at a time find a stand-in."""
    draw = np.random.default_rng(seed)
    rt, decile, side, seen = draw.integers(0, 8, n), draw.integers(1, 7, n), draw.random(n) < 0.4, draw.random(n) < 0.8
    groups = {f"rt|{r}": rt == r for r in range(8)} | {f"decile|{d}": decile == d for d in range(1, 7)}
    groups |= {f"seen|{r}": seen & (rt == r) for r in range(8)} | {f"side|{d}": side & (decile == d) for d in range(1, 7)}
    return pd.DataFrame(groups | {"all": True}).astype(int)


@pytest.mark.parametrize(
    "seed, first, second",
    [
        (
            0,
            [10, 5, 5, 10, 10, 15, 10, 5, 10, 10, 15, 10, 10, 15, 5, 5, 5, 10, 5, 10, 5, 5, 5, 5, 0, 5, 5, 5, 70],
            [10, 5, 5, 5, 10, 5, 5, 0, 10, 5, 10, 5, 10, 5, 5, 5, 5, 5, 5, 5, 5, 0, 5, 5, 0, 0, 5, 0, 45],
        ),
        (
            1,
            [10, 5, 10, 10, 10, 5, 15, 5, 10, 10, 10, 10, 15, 15, 10, 5, 10, 10, 5, 5, 5, 5, 5, 5, 0, 10, 5, 10, 70],
            [10, 0, 5, 10, 5, 0, 10, 5, 10, 5, 5, 10, 10, 5, 5, 0, 5, 10, 0, 0, 5, 5, 5, 5, 0, 10, 5, 5, 45],
        ),
    ],
)
def test_a_search_of_many_moves_ends_where_it_ended(seed, first, second):
    groups = crossed(70, seed)
    told = in_fives(groups)
    assert [*told.counts.values()] == first
    assert [*in_fives(groups.iloc[:45], told.counts).counts.values()] == second


@pytest.mark.parametrize("seed", range(3))
def test_where_the_search_finds_nothing_an_integer_programme_does(monkeypatch, seed):
    monkeypatch.setattr("p2wkss_analysis.disclosure.in_fives.MOST_MOVES", 0)
    groups = crossed(70, seed)
    published = in_fives(groups)

    def within(told: InFives, true: pd.Series, earlier: dict) -> bool:
        low, high = ends(true.to_numpy(), np.array([earlier.get(name, -1) for name in true.index]))
        shown = np.array([told[name] for name in true.index])
        near = (np.abs(shown - true) <= MARGIN).all() and (low <= shown).all() and (shown <= high).all()
        return near and (shown % BASE == 0).all() and told.margin == MARGIN

    assert within(published, groups.sum(), {})
    more = in_fives(groups.assign(new=[1] * 9 + [0] * 61), published.counts)
    assert published.counts.items() <= more.counts.items() and more["new"] in (5, 10, 15)  # all that was published stays
    assert within(in_fives(groups.iloc[:45], published.counts), groups.iloc[:45].sum(), published.counts)


def test_no_family_stands_for_less_than_none_or_for_more_than_fifteen():
    two, one = np.array([[1, 0], [1, 1]]), np.array([[1]])
    assert _solved(two, np.array([0, 5]), np.array([0, 5])) is None
    assert _solved(one, np.array([15]), np.array([15])).tolist() == [3] and _solved(one, np.array([20]), np.array([20])) is None


def test_settings_and_a_group_that_is_not_there():
    assert (BASE, MARGIN, KEPT, ENOUGH) == (5, 6, 8, 15)
    told = InFives({"rt|01": 5, "rt|02": 10}, 8)
    assert told["rt|09"] == 0 and told.of("rt").counts == {"01": 5, "02": 10} and told.of("rt").margin == 8


@pytest.mark.parametrize(
    "shown, true, may",
    [(0, 0, True), (0, 5, True), (0, 6, False), (10, 4, True), (10, 3, False), (10, 16, True), (10, 17, False)],
)
def test_a_number_holds_up_to_its_margin(shown, true, may):
    assert holds(shown, true, MARGIN) == may
    assert holds([shown, 15], [true, 15], MARGIN).tolist() == [may, True]


def test_zero_holds_for_as_few_as_are_named():
    assert holds(0, 3, MARGIN, few=3) and not holds(0, 4, MARGIN, few=3)


@pytest.mark.parametrize(
    "truth, earlier, low, high",
    [
        (5, -1, 0, 11),
        (6, -1, 5, 12),
        (0, 10, 0, 6),  # nobody is left
        (1, 10, 5, 7),
        (1, 5, 0, 7),
        (11, 0, 5, 5),
        (12, 0, 5, 18),
        (11, -1, 5, 17),
    ],
)
def test_between_which_ends_a_number_may_be_published(truth, earlier, low, high):
    found = ends(np.array([truth]), np.array([earlier]))
    assert (found[0].item(), found[1].item()) == (low, high)


def one_group(n: int) -> pd.DataFrame:
    return pd.DataFrame({"a": [1] * n + [0] * (60 - n), "all": 1}, index=range(60))


@pytest.mark.parametrize("n", range(14, 36))
def test_a_published_number_stays_until_the_truth_is_too_far_off(n):
    """How far that is, only who holds the data can reckon."""
    groups, published = one_group(n), {"a": 25, "all": 60}
    order = np.lexsort(groups.to_numpy().T[::-1])
    far = KEPT - unforeseen(groups.to_numpy()[order], 3)
    assert far in (6, 7, 8)
    told = in_fives(groups, published)
    assert (told.counts == published) == (abs(n - 25) <= far) or n == 25
    if abs(n - 25) <= far:
        assert told.margin == (MARGIN if abs(n - 25) <= MARGIN else KEPT)
    else:
        assert abs(told["a"] - n) <= MARGIN


def test_at_which_truth_a_number_is_given_up_differs_from_city_to_city():
    far = set()
    for others in range(20, 40):
        groups = one_group(others).rename(columns={"a": "b"}).assign(a=[1] * 18 + [0] * 42)
        published = {"b": BASE * (others // BASE), "all": 60, "a": 25}  # seven more than there are
        kept = in_fives(groups, published).counts == published
        less = unforeseen(groups.to_numpy()[np.lexsort(groups.to_numpy().T[::-1])], 3)
        assert kept == (less < 2)
        far.add(less)
    assert far == {0, 1, 2}


@pytest.mark.parametrize("new", range(1, 8))
def test_a_new_group_counts_nobody_up_to_as_many_as_only_the_office_can_reckon(new):
    groups, published = one_group(25).assign(new=[1] * new + [0] * (60 - new)), {"a": 25, "all": 60}
    few = BASE - unforeseen(groups.to_numpy()[np.lexsort(groups.to_numpy().T[::-1])], 3)
    told = in_fives(groups, published)
    assert (told["new"] == 0) == (new <= few) and few in (3, 4, 5) and told["a"] in (20, 25, 30)


def helped(seed: int) -> pd.DataFrame:
    """Families of eight RT and six deciles, of whom three to five each took part in something."""
    draw = np.random.default_rng(seed)
    took = {f"took|{k}": np.isin(np.arange(70), draw.choice(70, draw.integers(3, 6), replace=False)) for k in range(12)}
    return crossed(70, seed).assign(**took).astype(int)


@pytest.mark.parametrize("seed", range(4, 8))
def test_families_that_did_not_change_keep_their_numbers(seed):
    """A report and papers of one workbook are two editions: with two sets of numbers they would tell more than either alone."""
    groups = helped(seed)
    told = in_fives(groups).counts
    assert in_fives(groups, told).counts == told
    fewer = in_fives(groups.iloc[:-20], told).counts
    assert in_fives(groups.iloc[:-20], fewer).counts == fewer != told


def test_unforeseen_numbers_are_the_same_everywhere():
    groups = city(60, 4).to_numpy()
    assert [unforeseen(groups, n) for n in (3, 4, 256)] == [0, 3, 3]
    assert [unforeseen(np.arange(3), n) for n in (3, 4, 256)] == [2, 0, 176]


def test_typed_numbers_go_to_the_nearest_five():
    assert [rounded(n) for n in (0, 2.4, 2.5, 7, 7.5, 8, 12.5, 13)] == [0, 0, 5, 5, 10, 10, 15, 15]


@pytest.mark.parametrize(
    "parts, whole, told",
    [
        ([7, 8, 6, 4], 25, [5, 10, 5, 5]),
        ([5, 10], 25, [5, 10]),  # what is in fives already is never raised
        ([9, 9], 0, [5, 5]),
        ([6, 9, 9], 25, [5, 10, 10]),
        ([6, 6, 9], 15, [5, 5, 5]),
        ([7, 7], 13, [10, 5]),  # of equal ones the first
    ],
)
def test_parts_are_shared_out_of_a_whole(parts, whole, told):
    assert shared_out(pd.Series(parts), whole).tolist() == told


def test_five_families_and_more_are_about_so_many():
    assert families(4, "en") == "at most 5" and families(5, "en") == "about 5"
