"""Many regencies in one panel: the numbers of the model are learned from places enough of each, whatever place is missing."""

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis import Panel, SelectionRule, evaluate
from p2wkss_analysis.impact.history.counterfactual import fit_sample, sample_rows
from p2wkss_analysis.impact.history.spread import Cells


def cells(sizes: list[int]) -> Cells:
    group = np.repeat(np.arange(len(sizes)), sizes)
    return Cells.of(np.random.default_rng(0).normal(size=(len(group), 4)), np.ones((len(group), 4), bool), group)


def test_of_more_than_forty_groups_ten_places_of_every_one_are_taken():
    sizes = [4, *[12] * 44]
    taken = fit_sample(cells(sizes), seed=3).group
    assert np.bincount(taken).tolist() == [4, *[10] * 44]


def test_of_few_groups_four_hundred_places_are_taken_and_of_few_places_all():
    assert len(fit_sample(cells([200] * 3), 0).values) == 400
    assert len(fit_sample(cells([8] * 45), 0).values) == 360


@pytest.fixture(scope="module")
def panel() -> Panel:
    """Six groups of 80 and one of three, which a sample of four hundred places may miss; the worst gain 2."""
    rng, years = np.random.default_rng(5), np.arange(2018, 2024)
    group = np.repeat(np.arange(7), [*[80] * 6, 3])
    values = rng.normal(size=(len(group), 1)) * 3 + rng.normal(size=(len(group), 6))
    start = np.full(len(group), np.inf)
    for g in range(6):
        rows = np.flatnonzero(group == g)
        chosen = rows[np.argsort(values[rows, 2])[:2]]
        start[chosen] = 2021
        values[chosen, 3:] += 2
    table = pd.DataFrame(
        {
            "place": np.repeat([f"p{i:03d}" for i in range(len(group))], 6),
            "year": np.tile(years, len(group)),
            "y": values.ravel(),
            "start": np.repeat(np.where(np.isinf(start), np.nan, start), 6),
            "group": np.repeat([f"g{g}" for g in group], 6),
        }
    )
    return Panel.from_table(
        table, outcome="y", better="higher", unit="place", start="start", group="group", cluster=None, scale="raw"
    )


def test_a_group_without_a_place_in_the_sample_does_no_harm(panel):
    seed = next(s for s in range(2000) if sample_rows(483, s).max() < 480)
    found = evaluate(panel, SelectionRule(per_year=2, within="group"), methods="history_adjusted", draws=99, seed=seed).headline
    assert found.n_treated == 12 and abs(found.estimate - 2) < 1.5 * (found.conf_high - found.estimate)
