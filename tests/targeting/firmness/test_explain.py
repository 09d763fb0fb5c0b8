"""Why this place, what would change it: sums, exact edges, smallest flips, the triangle of weights."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.targeting.firmness.flip import tying_weights, weight_to_tie
from p2wkss_analysis.targeting.firmness.triangle import winner_regions
from p2wkss_analysis.targeting.need_index import need_index

THREE = {"slum": "higher", "poor": "higher", "hdi": "lower"}


def city(n=25, seed=0):
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        {
            "area_code": [f"32.76.{i:02d}" for i in range(n)],
            "slum": rng.gamma(2, 10, n),
            "poor": rng.gamma(2, 3, n),
            "hdi": rng.normal(75, 4, n),
        }
    )


@pytest.mark.parametrize(
    "method, mean",
    [
        ("minmax", "arithmetic"),
        ("z", "arithmetic"),
        ("rank", "arithmetic"),
        ("minmax", "geometric"),
        ("rank", "geometric"),
        ("minmax", "harmonic"),
    ],
)
def test_the_parts_add_up(method, mean):
    ranking = need_index(city(), THREE, {"slum": 0.5, "poor": 0.3, "hdi": 0.2}, normalise=method, aggregate=mean)
    table = ranking.table()
    for at in (0, 3, 24):
        code = table.loc[at, "area_code"]
        told = ranking.explain(code)
        rows = told.table()
        assert rows["contribution"].sum() == pytest.approx(table.loc[at, "score"])
        rival = table.set_index("area_code").loc[told.rival, "score"]
        assert rows["against_runner_up"].sum() == pytest.approx(table.loc[at, "score"] - rival)
        assert told.on_list == (at < 24) and told.sentence() and told.sentence("en")


def test_against_the_median_by_hand():
    table = pd.DataFrame({"area_code": list("abc"), "poor": [0.0, 50.0, 100.0], "slum": [100.0, 20.0, 0.0]})
    rows = need_index(table, {"poor": "higher", "slum": "higher"}).explain("a").table().set_index("indicator")
    assert rows["against_median"].to_dict() == {"slum": 40.0, "poor": -25.0}
    assert rows["contribution"].to_dict() == {"slum": 50.0, "poor": 0.0}


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 500), st.sampled_from(["minmax", "z", "rank"]), st.integers(1, 6), st.integers(0, 8))
def test_the_value_to_leave_is_the_edge_when_the_index_is_asked_again(seed, method, k, at):
    table = city(15, seed)
    ranking = need_index(table, THREE, normalise=method)
    code = ranking.table().loc[at, "area_code"]
    told = ranking.explain(code, k)
    row = int(np.flatnonzero(table["area_code"] == code)[0])

    def listed(column, value):
        changed = table.copy()
        changed.loc[row, column] = value
        return code in set(need_index(changed, THREE, normalise=method).table()["area_code"][:k])

    for line in told.table().dropna(subset=["value_to_leave"]).itertuples():
        step = (line.value_to_leave - line.value) * 1e-6 + np.sign(line.value_to_leave - line.value) * 1e-9
        assert listed(line.indicator, line.value_to_leave + step) != told.on_list
        assert listed(line.indicator, line.value_to_leave - 2 * step) == told.on_list


def test_a_place_no_single_value_can_remove():
    table = city()
    table.loc[3, ["slum", "poor", "hdi"]] = [500, 90, 40]
    table.loc[:, "hdi"] = np.where(table.index == 3, 40, 80 + table.index / 100)
    told = need_index(table, THREE).explain("32.76.03", 5)
    assert told.table()["value_to_leave"].isna().all() and "tidak ada satu indikator" in told.sentence()


# --- the smallest change of weights -------------------------------------------------------------------------


def cheapest_by_programme(advantage, weights):
    """The same question as a linear programme: min sum of weight taken, s.t. the newcomer ties."""
    p = len(weights)
    # variables: after (p), taken (p) with taken >= weights - after
    result = linprog(
        np.r_[np.zeros(p), np.ones(p)],
        A_ub=np.vstack([np.r_[-advantage, np.zeros(p)], np.hstack([-np.eye(p), -np.eye(p)])]),
        b_ub=np.r_[0.0, -weights],
        A_eq=[np.r_[np.ones(p), np.zeros(p)]],
        b_eq=[1.0],
        bounds=[(0, 1)] * (2 * p),
    )
    return result.fun if result.status == 0 else np.inf


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 6))
def test_weight_moved_against_a_linear_programme(seed, p):
    rng = np.random.default_rng(seed)
    weights = rng.dirichlet(np.ones(p))
    advantage = rng.normal(size=p).round(2)
    advantage -= max(0.0, float(advantage @ weights)) + rng.uniform(0, 0.5)  # behind at the stated weights
    got = weight_to_tie(advantage[None, :], weights)[0]
    expected = cheapest_by_programme(advantage, weights)
    if np.isinf(expected):
        assert np.isinf(got)
    else:
        assert got == pytest.approx(expected, abs=1e-7)
        after = tying_weights(advantage, weights)
        assert after.sum() == pytest.approx(1) and (after >= -1e-12).all()
        assert after @ advantage == pytest.approx(0, abs=1e-9)
        assert np.abs(after - weights).sum() / 2 == pytest.approx(got, abs=1e-9)


def test_the_flip_ties_the_two_and_nothing_smaller_does():
    ranking = need_index(city(), THREE)
    flip = ranking.flip(3)
    again = need_index(city(), THREE, dict(zip(THREE, flip.weights_after, strict=True)))
    scores = again.table().set_index("area_code")["score"]
    assert scores[flip.leaves] == pytest.approx(scores[flip.enters], abs=1e-9)
    chosen = set(ranking.table()["area_code"][:3])
    assert flip.leaves in chosen and flip.enters not in chosen
    rng = np.random.default_rng(0)
    stated = ranking.specification.shares
    for _ in range(3000):  # any weights nearer than the flip keep the same three
        other = rng.dirichlet(np.ones(3))
        distance = np.abs(other - stated).sum() / 2
        nearer = stated + (other - stated) * min(1, 0.999 * flip.moved / distance)
        kept = need_index_scores(ranking, nearer)
        assert set(kept) == chosen
    assert "poin persen" in flip.sentence() and flip.table()["change"].sum() == pytest.approx(0)


def need_index_scores(ranking, weights):
    return ranking.codes[np.argsort(-(ranking.normalised @ weights))[:3]]


def test_no_weights_flip_a_choice_that_dominates():
    table = city()
    table.loc[3, ["slum", "poor", "hdi"]] = [500, 90, 40]
    flip = need_index(table, THREE).flip(1)
    assert np.isinf(flip.moved) and "Tidak ada susunan bobot" in flip.sentence()


def test_places_that_are_level_need_no_change_of_weights():
    table = city()
    table.loc[[3, 5], ["slum", "poor", "hdi"]] = [500, 90, 40]
    flip = need_index(table, THREE).flip(1)
    assert flip.moved == pytest.approx(0, abs=1e-9) and "setara" in flip.sentence()


# --- the triangle -------------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 25))
def test_regions_fill_the_triangle_and_hold_their_winner(seed, n):
    rng = np.random.default_rng(seed)
    parts = rng.integers(0, 8, size=(n, 3)).astype(float)
    regions = winner_regions(parts)
    assert sum(share for _, _, share in regions) == pytest.approx(1)
    for i, corners, _ in regions:
        np.testing.assert_allclose(corners.sum(axis=1), 1)
        middle = corners.mean(axis=0)
        assert parts[i] @ middle >= (parts @ middle).max() - 1e-9


def test_shares_against_random_weights():
    ranking = need_index(city(), THREE)
    table = ranking.triangle().table().set_index("area_code")["share"]
    weights = np.random.default_rng(0).dirichlet(np.ones(3), 20_000)
    first = ranking.codes[np.argmax(weights @ ranking.normalised.T, axis=1)]
    for code, share in pd.Series(first).value_counts(normalize=True).items():
        assert table[code] == pytest.approx(share, abs=0.015)
    stated = ranking.triangle().table()
    assert stated.loc[stated["stated"], "area_code"].tolist() == [ranking.table().loc[0, "area_code"]]
    assert "%" in ranking.triangle().sentence()


def test_the_triangle_needs_three():
    with pytest.raises(WrongUse, match="tiga"):
        need_index(city(), {"slum": "higher", "poor": "higher"}).triangle()


def test_refusals():
    ranking = need_index(city(), THREE)
    for call in (lambda: ranking.explain("nowhere"), lambda: ranking.explain("32.76.01", 25), lambda: ranking.flip(0)):
        with pytest.raises(WrongUse):
            call()
