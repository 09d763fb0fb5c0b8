"""Noise that grows with how bad a place is, or shrinks with how many people its figure rests on."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import minimize

from p2wkss_analysis.impact.history.given_history import given_history
from p2wkss_analysis.impact.history.like_noise import noise_law
from p2wkss_analysis.impact.panel.choice import read_choice
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.simulate import simulate_panel


def test_the_law_is_the_maximum_of_its_likelihood():
    rng = np.random.default_rng(1)
    features = rng.normal(size=(200, 2))
    z = rng.normal(size=200) * np.exp(0.5 * (0.3 + features @ [0.6, -0.4]))

    def loss(at):
        v = np.exp(at[0] + features @ at[1:])
        return 0.5 * (np.log(v) + z**2 / v).sum() + 0.5 * (at[1:] ** 2).sum() / 0.25**2

    assert np.allclose(noise_law(z, features), minimize(loss, np.zeros(3), tol=1e-10).x[1:], atol=1e-4)


def test_even_noise_has_no_law_and_the_unit_of_errors_is_no_matter():
    rng = np.random.default_rng(2)
    z, features = rng.normal(size=2000), rng.normal(size=(2000, 1))
    assert abs(noise_law(z, features)[0]) < 0.08
    assert np.allclose(noise_law(5 * z, features), noise_law(z, features))


def test_one_cell_far_out_makes_no_law():
    rng = np.random.default_rng(5)
    z, features = rng.normal(size=300), np.clip(rng.normal(size=(300, 1)), -2.5, 2.5)
    wild, worst = z.copy(), int(features[:, 0].argmax())
    wild[worst] = 15.0
    assert abs(noise_law(wild, features)[0] - noise_law(z, features)[0]) < 0.12
    assert np.isfinite(noise_law(np.where(np.arange(300) < 200, 0.0, z), features)).all()


def table_of(seed=3, **sizes):
    table = simulate_panel(units=60, seed=seed).table()
    return table.assign(**{name: table["area_code"].map(values) for name, values in sizes.items()})


def given_of(table, **asked):
    panel = Panel.from_table(table, outcome="outcome", better="higher", **asked)
    return given_history(panel, read_choice(panel, None), 99, 0)


def test_a_site_of_few_families_gets_a_wider_interval_than_one_of_many():
    plain = table_of()
    units = sorted(plain["area_code"].unique())
    rng = np.random.default_rng(4)
    families = dict(zip(units, np.exp(rng.normal(5, 1, size=60)), strict=True))
    table = table_of(families=families)
    small = table["area_code"].map(families) < np.exp(5)
    table["outcome"] += np.where(small, rng.normal(size=len(table)) * 1.2, 0.0)
    with_size, without = given_of(table, size="families"), given_of(table)
    variance = [
        np.concatenate([np.einsum("ntt->nt", p.site_covariance)[:, -1] for p in one.paths.pools]) for one in (with_size, without)
    ]
    few = np.array([families[u] for u in with_size.panel.units[with_size.paths.site_rows]]) < np.exp(5)
    ratio = variance[0] / variance[1]
    assert ratio[few].mean() > 1.15 * ratio[~few].mean()


def test_sizes_that_are_all_alike_change_nothing_and_only_their_ratio_matters():
    table = table_of()
    units = sorted(table["area_code"].unique())
    plain = given_of(table).contrast(given_of(table).site_weights() / 8)
    alike = given_of(table.assign(n=200), size="n")
    assert alike.contrast(alike.site_weights() / 8) == plain
    sizes = dict(zip(units, range(50, 110), strict=True))
    a, b = (given_of(table_of(n={u: k * v for u, v in sizes.items()}), size="n") for k in (1, 1000))
    assert a.contrast(a.site_weights() / 8)[1].half_length == pytest.approx(b.contrast(b.site_weights() / 8)[1].half_length)


@pytest.mark.parametrize("size", [0, -3, None, "banyak"])
def test_a_size_that_is_none_is_named(size):
    table = table_of(n=dict.fromkeys(table_of()["area_code"].unique(), 100)).astype({"n": object})
    table.loc[table["area_code"] == table["area_code"].iloc[0], "n"] = size
    with pytest.raises(WrongUse, match="'n'"):
        Panel.from_table(table, outcome="outcome", better="higher", size="n")


def test_short_panels_and_groups_go_through():
    table = simulate_panel(units=30, years=4, starts=[2], per_year=2, seed=5).table()
    assert np.isfinite(given_of(table).average())
    grouped = table.assign(g=table["area_code"].str[-1].astype(int) % 2)
    assert np.isfinite(given_of(grouped, group="g").average())
    panel = given_of(table).panel
    assert panel.size is None and replace(panel, size=np.full(30, 5.0)).size[0] == 5
