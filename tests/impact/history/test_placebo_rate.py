"""The rate measured on real panels is quoted where it is above what is fair, and comes from the run's own file."""

import csv
import sys
from pathlib import Path

import numpy as np
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.impact.history import placebo_rate
from p2wkss_analysis.impact.panel.choice import read_choice
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.impact.panel.scale import Scale

BENCHMARKS = Path(__file__).resolve().parents[3] / "benchmarks"


def panel_of(scale="raw"):
    made = p2.simulate_panel(units=30, seed=1)
    return Panel("outcome", "higher", made.units, made.years, made.values, made.start, scale=Scale(scale, 0.1))


@pytest.mark.parametrize(
    ("scale", "rate", "said"), [("raw", 7.9, False), ("raw", 8.2, True), ("root", 12.4, True), ("log", 3.0, False)]
)
def test_a_rate_above_what_is_fair_is_said_with_its_number(monkeypatch, scale, rate, said):
    kind = "raw" if scale == "raw" else "other"
    monkeypatch.setattr(placebo_rate, "_rates", lambda: {(kind, "worst"): (rate, 217.0)})
    panel = panel_of(scale)
    found = placebo_rate.placebo_rate(panel, read_choice(panel, None))
    assert (found is not None) == said
    if said:
        assert f"in {rate:.0f} of 100" in found.say("en") and "217" in found.say("id")


def test_lots_and_other_columns_have_rates_of_their_own(monkeypatch):
    monkeypatch.setattr(placebo_rate, "_rates", lambda: {("raw", "random"): (9.0, 100.0)})
    panel = panel_of()

    assert placebo_rate.placebo_rate(panel, read_choice(panel, None)) is None
    assert placebo_rate.placebo_rate(panel, _Drawn()) is not None


class _Drawn:
    kind, uses_ranking = "lots", False


def test_the_shipped_rates_are_those_of_the_run():
    sys.path.insert(0, str(BENCHMARKS))
    try:
        import placebo_laws_shipped as made
    finally:
        sys.path.remove(str(BENCHMARKS))
    run = list(csv.DictReader((BENCHMARKS / "placebo_laws.csv").read_text(encoding="utf-8").splitlines()))
    shipped = list(csv.DictReader(made.SHIPPED.read_text(encoding="utf-8").splitlines()))
    assert [{k: str(v) for k, v in row.items()} for row in made.drawn_together(run)] == shipped
    assert np.isfinite([float(r["false_alarms"]) for r in shipped]).all() and {r["scale"] for r in shipped} == {"raw", "other"}
