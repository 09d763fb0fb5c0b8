"""Golden numbers on panels we simulate, computed by the peers themselves and not through this package's methods.

    python benchmarks/goldens.py

Prints what tests/impact/test_diff_diff_methods.py holds: diff-diff's Callaway-Sant'Anna at its own defaults on
panels whose ranking-year cells were dropped by hand, and statsmodels' regression with a dummy for every place.
"""

from __future__ import annotations

import warnings

import diff_diff
import numpy as np
import statsmodels.formula.api as smf

from p2wkss_analysis.simulate import simulate_panel


def staggered(table) -> tuple[float, float]:
    """diff-diff with anticipation 1, averaged over its own event study from the start on."""
    tidy = table.assign(start=table["programme_year"].fillna(0).astype(int))
    fit = diff_diff.CallawaySantAnna(control_group="not_yet_treated", anticipation=1, base_period="universal").fit(
        tidy, "outcome", "area_code", "year", "start"
    )
    study = fit.aggregate("event_study")
    att = study.to_dataframe().set_index("event_time")["att"]
    order = np.array(study.vcov_index)
    cohorts = tidy.loc[tidy["start"] > 0].groupby("start")["area_code"].nunique()
    last = tidy["year"].max()
    weight = np.array([sum(n for g, n in cohorts.items() if e >= 0 and g + e <= last) for e in order], float)
    weight /= weight.sum()
    return float(weight @ att.loc[order]), float(np.sqrt(weight @ study.vcov @ weight))


def two_way(table) -> tuple[float, float]:
    """statsmodels with every dummy; clustered error corrected for places absorbed (k counts years and the effect)."""
    drop = (table["year"] == table["programme_year"] - 1).fillna(False)
    tidy = table[~drop].assign(d=lambda x: (x["year"] >= x["programme_year"]).fillna(False).astype(float))
    fit = smf.ols("outcome ~ d + C(area_code) + C(year)", tidy).fit()
    codes = tidy["area_code"].astype("category").cat.codes.to_numpy()
    clustered = smf.ols("outcome ~ d + C(area_code) + C(year)", tidy).fit(cov_type="cluster", cov_kwds={"groups": codes})
    n, k_all, k = len(tidy), len(fit.params), tidy["year"].nunique()
    factor = np.sqrt((n - k_all) / (n - k))
    return float(fit.params["d"]), float(clustered.bse["d"] * factor)


if __name__ == "__main__":
    from asked import asked

    asked()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for seed in (1, 2, 3):
            table = simulate_panel(units=40, effect=0.5, seed=seed).table()
            print(f"    {seed}: {{")
            for name, method in (("staggered", staggered), ("difference_in_differences", two_way)):
                estimate, error = method(table)
                print(f'        "{name}": ({estimate!r}, {error!r}),')
            print("    },")
