"""A method registered once is in the table, in its words, in the protocol and in the documentation, without another edit."""

import sys
from pathlib import Path

import numpy as np
import pytest

from p2wkss_analysis.display.headings import WORDS
from p2wkss_analysis.impact.estimate import Estimate
from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.impact.methods.registry import METHODS, Method, register
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.impact.protocol import protocol
from p2wkss_analysis.rule import SelectionRule
from p2wkss_analysis.say import Text
from p2wkss_analysis.say import Text as Reason
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.simulate import simulate_panel

sys.path.append(str(Path(__file__).resolve().parents[3] / "docs"))


@pytest.fixture
def median():
    """A dummy: the median of the sites' last values, with no interval."""
    before = dict(METHODS)

    def answers(q):
        last = q.panel.values[q.panel.treated, -1]
        return [Estimate("median_level", Reason("tanpa", "none"), estimate=float(np.median(last)), n_treated=len(last))]

    register(
        Method("median_level", Text("Nilai tengah", "Median level"), Text("nilai tengah lokasi", "median of the sites"), answers)
    )
    yield
    METHODS.clear()
    METHODS.update(before)
    WORDS["method"].pop("median_level")


def test_a_registered_method_is_everywhere(median):
    panel = Panel.from_table(simulate_panel(units=30, years=7, seed=2).table(), outcome="outcome", better="higher")
    found = evaluate(panel, SelectionRule(), methods=["median_level", "history_adjusted"], draws=99)
    assert found.table()["method"].tolist()[0] == "median_level" and found.for_report("en")["p_value"].isna().iloc[0]
    assert "Median level" in found.text("en") and "Nilai tengah" in found.html("id")
    assert protocol(panel, SelectionRule(), method="median_level").method == "median_level"
    import reference

    assert "| nilai tengah lokasi |" in reference.rates("id") and "| median of the sites |" in reference.rates("en")


def test_an_unknown_method_is_refused_with_the_list(median):
    panel = Panel.from_table(simulate_panel(units=30, years=7, seed=2).table(), outcome="outcome", better="higher")
    with pytest.raises(WrongUse) as stopped:
        evaluate(panel, methods=["nothing"])
    assert "median_level" in stopped.value.sentence("en")
