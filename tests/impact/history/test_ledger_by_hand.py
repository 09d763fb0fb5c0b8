"""The ledger on another scale, in groups and with holes, added up site by site from what each site was and would have been."""

import numpy as np
import pytest

from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.rule import SelectionRule
from p2wkss_analysis.simulate import simulate_panel


@pytest.fixture(scope="module")
def answer():
    table = simulate_panel(units=36, groups=2, years=7, starts=[4, 5], per_year=1, seed=8).table()
    table["outcome"] = 10 + np.exp(table["outcome"] / 4)
    site = table["programme_year"].notna()
    sites, years = table.loc[site, "area_code"].unique(), sorted(table["year"].unique())
    # the first site lacks the year before its start, the second two programme years, the last is seen in a single one
    start = table[site].groupby("area_code")["programme_year"].first().astype(int)
    gone = [(sites[0], start[sites[0]] - 1), (sites[1], start[sites[1]] + 1), (sites[1], start[sites[1]] + 2)]
    gone += [(sites[-1], year) for year in years if year > start[sites[-1]]]
    places = list(zip(table["area_code"], table["year"], strict=True))
    table = table[[place not in set(gone) for place in places]]
    panel = Panel.from_table(table, outcome="outcome", better="higher", group="group", scale="log")
    return evaluate(panel, SelectionRule(within="group"), ["history_adjusted"], draws=99)


@pytest.mark.parametrize("by", ["cohort", "year"])
def test_rows_on_a_log_scale_with_groups_and_holes(answer, by):
    paths, panel = answer.given.paths, answer.panel
    expected = {}
    for at, row in enumerate(paths.site_rows):
        values, start, level = panel.values[row], int(panel.start[row]), paths.level[paths.site_group[at]]
        seen = [t for t, year in enumerate(panel.years) if year >= start and np.isfinite(values[t])]
        last = max(t for t, year in enumerate(panel.years) if year < start and np.isfinite(values[t]))
        errors = answer.given.errors[at]
        parts = {str(start): seen} if by == "cohort" else {str(panel.years[t]): [t] for t in seen}
        for name, cells in [*parts.items(), ("all", seen)]:
            observed = np.mean([values[t] for t in cells]) - values[last]
            common = np.mean([np.exp(np.log(values[last]) + level[t] - level[last]) for t in cells]) - values[last]
            # the shift of the row on the scale, and the observed values with it taken out, need all sites of the row
            expected.setdefault(name, []).append((observed, common, [(errors[t], values[t]) for t in cells]))
    rows = answer.ledger(by)
    assert rows.columns[:2].tolist() == [by, "n"]
    rows = rows.set_index(by)
    assert rows.index.tolist() == sorted(expected) and rows["n"].tolist() == [len(expected[name]) for name in rows.index]
    for name, sites in expected.items():
        shift = np.mean([np.mean([error for error, _ in cells]) for _, _, cells in sites])
        effect = np.mean([np.mean([value - value / np.exp(shift) for _, value in cells]) for _, _, cells in sites])
        observed, common = (np.mean([site[k] for site in sites]) for k in (0, 1))
        told = rows.loc[name, ["observed_change", "common_change", "selection_rebound", "programme_effect"]]
        assert told.tolist() == pytest.approx([observed, common, observed - common - effect, effect], abs=1e-9)
        mean = np.mean([np.mean([value for _, value in cells]) for _, _, cells in sites])
        low, high = (-np.log1p(-rows.loc[name, end] / mean) for end in ("conf_low", "conf_high"))
        assert low < shift < high and shift - low == pytest.approx(high - shift, abs=1e-9), "even on the scale"
