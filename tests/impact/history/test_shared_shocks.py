"""Shocks shared by neighbours: foretold from the cluster's other places, never by a place itself, and counted as shared."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.impact.history import shared_shocks
from p2wkss_analysis.impact.history.given_history import given_history
from p2wkss_analysis.impact.panel.choice import read_choice
from p2wkss_analysis.impact.panel.neighbours import parents
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.say.errors import WrongUse

STARTS = {"32.76.01.1001": 5, "32.76.01.1002": 6, "32.76.02.1001": 6}


def table_of(values, each=8, starts=STARTS):
    codes = [f"32.76.{k // each + 1:02d}.{1001 + k % each}" for k in range(len(values))]
    tidy = pd.DataFrame(values, index=codes).stack().rename_axis(["area_code", "year"]).rename("y").reset_index()
    return tidy.assign(programme_year=tidy["area_code"].map(starts))


def moving_together(seed=0, places=48, years=9, each=8, shared=1.0):
    rng = np.random.default_rng(seed)
    shock = np.repeat(rng.normal(size=(places // each, years)), each, axis=0)
    return 50 + 3 * rng.normal(size=(places, 1)) + rng.normal(size=(places, years)) + shared * shock


def panel_of(values, **asked):
    return Panel.from_table(table_of(values), outcome="y", better="higher", scale="raw", **asked)


def given_of(panel, draws=99):
    return given_history(panel, read_choice(panel, None), draws, 0)


def test_the_kecamatan_of_a_village_is_its_cluster_and_another_label_is_none():
    assert panel_of(moving_together()).cluster.tolist() == [c[:8] for c in panel_of(moving_together()).units]
    assert parents(np.array(["53.01", "53.02", "32.76"], dtype=object)).tolist() == ["53", "53", "32"]
    for labels in (["a1", "a2", "b1"], ["53.01", "53.02"], ["11.01", "12.01"], ["32.76.01.1001", 5, "x"]):
        assert parents(np.array(labels, dtype=object)) is None


def test_a_column_names_other_clusters_and_none_switches_them_off():
    table = table_of(moving_together()).assign(zone=lambda d: d["area_code"].str[-1])
    asked = {"outcome": "y", "better": "higher", "scale": "raw"}
    assert Panel.from_table(table, cluster="zone", **asked).cluster[0] == "1"
    assert Panel.from_table(table, cluster=None, **asked).cluster is None
    with pytest.raises(WrongUse, match="berbeda antarbaris"):
        Panel.from_table(table.assign(zone=table["year"]), cluster="zone", **asked)
    with pytest.raises(WrongUse, match="nowhere"):
        Panel.from_table(table, cluster="nowhere", **asked)


def test_the_correlation_is_that_of_all_pairs_one_by_one():
    panel = panel_of(moving_together(3), cluster=None)
    pools = given_of(panel).paths.pools
    cluster = np.unique(parents(panel.units).astype(str), return_inverse=True)[1]
    products, squares = [], []
    for pool in pools:
        z = pool.errors / np.sqrt(np.einsum("ntt->nt", pool.covariance))
        for t in np.flatnonzero(np.isfinite(z).any(0)):
            seen = np.flatnonzero(np.isfinite(z[:, t]))
            z[seen, t] -= z[seen, t].mean()
            squares += (z[seen, t] ** 2).tolist()
            products += [z[i, t] * z[j, t] for i in seen for j in seen
                         if i != j and cluster[pool.places[i]] == cluster[pool.places[j]]]  # fmt: skip
    assert shared_shocks._correlation(pools, cluster) == pytest.approx(np.mean(products) / np.mean(squares))


def test_what_is_foretold_is_the_best_linear_prediction():
    """Solved with the whole covariance matrix: a site and five others, each pair correlated r."""
    r, z = 0.4, np.array([0.3, -1.0, 2.0, 0.5, 0.1])
    weights = np.linalg.solve((1 - r) * np.eye(5) + r, np.full(5, r))
    mean, kept = shared_shocks._foretold(np.array([[z.sum()]]), np.array([[5.0]]), r)
    assert mean[0, 0] == pytest.approx(weights @ z) and kept[0, 0] == pytest.approx(1 - weights.sum() * r)


def test_a_shock_to_one_kecamatan_is_not_taken_for_an_effect():
    values = moving_together(1)
    values[:8, 5:] += 6.0  # the kecamatan of two of three sites, in the programme years
    apart, together = (given_of(panel_of(values, **asked)) for asked in ({"cluster": None}, {}))
    assert together.paths.together > 0.3 and apart.paths.shared is None
    assert together.average() < 0.4 * apart.average() and apart.average() > 2
    weights = together.site_weights() / 3
    assert together.contrast(weights)[1].p_value > 0.05 > apart.contrast(weights)[1].p_value


def test_an_effect_at_the_sites_alone_is_found_and_more_sharply():
    values = moving_together(2, shared=1.5)
    helped = values.copy()
    table = table_of(values)
    for code, year in STARTS.items():
        helped[table["area_code"].drop_duplicates().tolist().index(code), year:] += 4.0
    plain, found, apart = (given_of(p) for p in (panel_of(values), panel_of(helped), panel_of(helped, cluster=None)))
    assert found.average() - plain.average() == pytest.approx(4.0, abs=1e-9)
    weights = found.site_weights() / 3
    assert found.contrast(weights)[1].half_length < apart.contrast(weights)[1].half_length


def test_where_places_move_each_on_its_own_nothing_changes():
    panel = panel_of(moving_together(4, shared=0.0))
    apart = given_of(replace(panel, cluster=None))
    negative = replace(panel, cluster=np.array([f"c{k % 24}" for k in range(48)], dtype=object))
    found = [given_of(p) for p in (panel, negative)]
    for one in found:
        assert abs(one.average() - apart.average()) < 0.15 and one.paths.together < 0.2
        if one.paths.together == 0.0:
            assert one.paths.shared is None and one.average() == apart.average()
    lonely = replace(panel, cluster=np.array([f"c{k}" for k in range(48)], dtype=object))
    assert given_of(lonely).average() == apart.average()


def test_names_and_order_of_clusters_do_not_matter():
    panel = panel_of(moving_together(5))
    renamed = replace(panel, cluster=np.array([f"z{9 - int(c[-2:])}" for c in panel.cluster], dtype=object))
    a, b = given_of(panel), given_of(renamed)
    assert a.average() == pytest.approx(b.average(), rel=1e-12)
    shuffled = table_of(moving_together(5)).sample(frac=1, random_state=3)
    assert given_of(Panel.from_table(shuffled, outcome="y", better="higher", scale="raw")).average() == pytest.approx(a.average())


def test_what_sites_of_a_cluster_share_is_counted_pair_by_pair():
    rng = np.random.default_rng(6)
    m, T = 5, 3
    root = rng.normal(size=(T, T))
    alike = root @ root.T
    alike /= np.sqrt(np.outer(np.diag(alike), np.diag(alike)))
    shared = shared_shocks.Shared(rng.random((m, T)), np.array([0, 0, 1, 1, 2]), rng.random((m, T)) * 0.5, alike)
    a, b = rng.normal(size=(2, m, T))
    scale = shared.spread * np.sqrt(shared.left)
    slow = sum(a[i, t] * b[j, u] * scale[i, t] * scale[j, u] * alike[t, u]
               for i in range(m) for j in range(m) if i != j and shared.cluster[i] == shared.cluster[j]
               for t in range(T) for u in range(T))  # fmt: skip
    assert shared.covariance(a, b) == pytest.approx(slow)


def test_holes_lots_groups_and_every_summary_work_with_clusters():
    values = moving_together(7)
    values[np.random.default_rng(7).random(values.shape) < 0.1] = np.nan
    table = table_of(values).assign(half=lambda d: d["area_code"].str[6:8].astype(int) % 2)
    panel = Panel.from_table(table, outcome="y", better="higher", group="half")
    evaluation = p2.evaluate(panel, None, ["near_miss", "history_adjusted"], draws=99)
    assert np.isfinite(evaluation.headline.estimate) and np.isfinite(evaluation.by_year()["conf_low"]).all()
    book = evaluation.ledger()
    assert np.allclose(book[["common_change", "selection_rebound", "programme_effect"]].sum(axis=1), book["observed_change"])


def test_a_shock_that_neighbours_explain_is_not_taken_for_the_shape_of_the_tail(monkeypatch):
    """The fit without heavy tails is freed of the same shock before both are compared."""
    monkeypatch.setattr("p2wkss_analysis.impact.history.cautions.MANY_PLACES", 40)
    values = moving_together(seed=3, places=56, shared=3.0)
    values[:8, 6:] += 12.0
    panel = Panel.from_table(table_of(values, starts={"32.76.01.1001": 6}), outcome="y", better="higher", scale="raw")
    evaluation = p2.evaluate(panel, None, ["history_adjusted"], draws=99)
    assert evaluation.given.paths.together > 0.5 and "far tail" not in evaluation.table("en")["note"][0]
