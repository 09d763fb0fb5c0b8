"""Figures of families leave with few digits: all of them would say of how many families they are."""

import numpy as np
import pandas as pd
import pytest

from p2wkss_analysis.city.households import city_households
from p2wkss_analysis.disclosure.few_digits import coarse, few_digits
from p2wkss_analysis.disclosure.in_fives import MARGIN

YES = {"assisted": (31, 47), "comparison": (17, 52)}  # who has a latrine at the endline; nobody had one before


def latrines(sizes=YES, **columns) -> pd.DataFrame:
    draw, waves = np.random.default_rng(5), []
    for wave in (0, 1):
        for side, (yes, n) in sizes.items():
            has = draw.permutation([True] * (yes * wave) + [False] * (n - yes * wave))
            rows = {"household_id": [f"{side}-{i}" for i in range(n)], "wave": wave, "assisted": side == "assisted"}
            rows |= {"healthy_latrine": np.where(has, "yes", "no"), "rt": np.arange(n) % 8 + 1, "village_code": "32.76.01.1001"}
            waves.append(pd.DataFrame(rows).assign(rw=1, status="interviewed", **columns))
    return pd.concat(waves, ignore_index=True)


def pairs_that_fit(told: float, near: dict[str, int]) -> set[tuple[int, int]]:
    """(assisted, comparison) numbers of families near the published ones of which a difference of shares rounds to `told`, to all
    the digits it shows."""
    digits = len(repr(float(told)).partition(".")[2])
    ours, theirs = (range(max(1, n - MARGIN), n + MARGIN + 1) for n in near.values())
    shares = {n: 100 * np.arange(n + 1) / n for n in {*ours, *theirs}}
    return {
        (n, m)
        for n in ours
        for m in theirs
        if (np.abs(np.subtract.outer(shares[n], shares[m]) - told) <= max(0.5 * 10.0**-digits, 1e-9)).any()
    }


def test_a_difference_does_not_tell_of_how_many_families_it_is():
    """Of the difference to all its digits two pairs of numbers are left, of the told one nearly all."""
    found = city_households(latrines(), draws=99)
    row, near = found.by_wave("en").iloc[0], {side: found.told[f"seen|latrine|{side}|1"] for side in YES}
    exact = 100 * (31 / 47 - 17 / 52)
    assert abs(found.main.headline.estimate - exact) < 1e-9 and row["estimate"] == round(exact, 1)
    assert pairs_that_fit(exact, near) == {(47, 52), (52, 47)}
    assert found.table("en")[["range_low", "range_high"]].notna().all(axis=None)
    for told in (row["estimate"], found.table("en")["estimate"].iloc[0]):
        assert len(pairs_that_fit(told, near)) > 100


def test_a_range_of_too_few_families_is_not_told():
    """Where nobody knows who decided, the answer is a range; of a side of fewer than nine families neither end is told."""
    rows = city_households(latrines({"assisted": (4, 8), "comparison": (17, 52)}), draws=99).table("en")
    assert rows[["estimate", "range_low", "range_high"]].isna().all(axis=None)


@pytest.mark.parametrize(
    "mean, told",
    [
        (4.26, 4.3),
        (999.44, 999.4),
        (1000.4, 1000),
        (1500.6, 2000),
        (95_400, 95_000),
        (100_000, 100_000),
        (154_000, 150_000),
        (-2600, -3000),
    ],
)
def test_a_mean_of_money_to_few_figures(mean, told):
    assert coarse(mean, False) == told


def test_a_mean_in_percent_is_whole_and_none_stays_none():
    assert coarse(66.49, True) == 66 and coarse(99.5, True) == 100 and np.isnan(coarse(np.nan, True))


@pytest.mark.parametrize(
    "estimate, low, high, told",
    [
        (12.34, -999.94, 5.06, (12.3, -999.9, 5.1)),
        (12.34, -1000.0, 5.06, (12, -1000, 5)),  # the largest of the three decides, from 1,000 on
        (1234.5, -9999.4, 5.6, (1234, -9999, 6)),
        (1234.5, 5.6, 10_000.0, (1000, 0, 10_000)),
        (1534.5, -np.inf, 10.04, (2000, -np.inf, 0)),
    ],
)
def test_the_largest_of_a_row_decides_on_its_digits(estimate, low, high, told):
    row = pd.DataFrame(
        {
            "estimate": [estimate],
            "conf_low": [low],
            "conf_high": [high],
            "std_error": [estimate],
            "p_value": [0.01249],
            "n": [1234.5],
        }
    )
    found = few_digits(row).iloc[0]
    assert (found["estimate"], found["conf_low"], found["conf_high"]) == told and found["std_error"] == told[0]
    assert found["p_value"] == 0.012 and found["n"] == 1234.5
