"""Pictures of results: they carry the table drawn, survive what results can hold, and speak both languages."""

import io

import numpy as np
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.indicators.change import change_between
from p2wkss_analysis.pictures.charts import chart_change, chart_years
from p2wkss_analysis.pictures.effects import chart_estimates, chart_ledger, chart_power, chart_years_since
from p2wkss_analysis.pictures.firmness import chart_stability, chart_triangle

LEDGER = pd.DataFrame(
    {
        "cohort": ["2020", "all"],
        "n": [2, 2],
        "observed_change": [1.0, 1.0],
        "common_change": [0.2, 0.2],
        "selection_rebound": [1.1, 1.1],
        "programme_effect": [-0.3, -0.3],
        "conf_low": [-1.0, -np.inf],
        "conf_high": [0.4, np.inf],
    }
)


def texts(picture) -> str:
    buffer = io.BytesIO()
    picture.savefig(buffer, format="svg")
    assert buffer.getvalue().startswith(b"<?xml")
    found = [t.get_text() for t in picture.findobj(lambda a: hasattr(a, "get_text"))]
    return " | ".join(found)


@pytest.mark.parametrize("row", ["2020", "all"])
def test_the_waterfall_shows_the_three_parts_and_their_sum(row):
    picture = chart_ledger(LEDGER, title="T", value_label="v", row=row, lang="en")
    shown = texts(picture)
    for part in ("+0.20", "+1.10", "−0.30", "+1.00"):
        assert part in shown
    assert picture.table().equals(LEDGER.round(2))
    assert "+1,00" in picture.sentence("id") and "+1.00" in picture.sentence("en")


def test_the_bars_of_the_waterfall_add_up():
    picture = chart_ledger(LEDGER, title="T", value_label="v")
    bars = picture.axes[0].patches
    assert sum(b.get_height() for b in bars[:3]) == pytest.approx(bars[3].get_height())
    assert bars[1].get_y() == pytest.approx(0.2) and bars[2].get_y() == pytest.approx(1.3)


def test_estimates_without_a_number_are_left_out_and_endless_intervals_drawn():
    table = pd.DataFrame(
        {
            "label": ["a", "b", "c"],
            "estimate": [0.1, np.nan, 0.3],
            "conf_low": [-np.inf, np.nan, 0.1],
            "conf_high": [np.inf, np.nan, 0.5],
        }
    )
    picture = chart_estimates(table, title="T", value_label="v")
    assert picture.table()["label"].tolist() == ["a", "c"]
    texts(picture)


def test_years_since_shows_sites_below_each_year():
    table = pd.DataFrame(
        {"years_since": [0, 1], "estimate": [0.5, 0.1], "conf_low": [0.0, -np.inf], "conf_high": [1.0, np.inf], "n": [4, 1]}
    )
    assert "0\n(4)" in texts(chart_years_since(table, title="T", value_label="v"))


def test_paths_break_where_a_year_is_missing_and_series_are_not_joined():
    table = pd.DataFrame(
        {"area_code": "a", "year": [2001, 2002, 2005, 2005], "value": [1.0, 2.0, 3.0, 9.0], "method": ["x", "x", "x", "y"]}
    )
    picture = chart_years(table, highlight={"a": "Satu"}, title="T", value_label="v")
    lines = [line for line in picture.axes[0].lines if line.get_linewidth() == 1.8]
    assert len(lines) == 2 and np.isnan(lines[0].get_ydata()).sum() == 2
    assert len(picture.table()) == 4


def test_change_is_ordered_by_the_last_value():
    table = pd.DataFrame(
        {
            "area_code": ["a", "b"],
            "year_from": 2020,
            "year_to": 2021,
            "value_from": [1.0, 5.0],
            "value_to": [2.0, 1.0],
            "change": [1.0, -4.0],
        }
    )
    picture = chart_change(table, {"a": "A", "b": "B"}, title="T", value_label="v")
    assert picture.table()["area_code"].tolist() == ["b", "a"] and "−4,00" in texts(picture)


def test_an_end_to_be_read_with_care_is_a_diamond():
    rows = p2.load("regency_indicators").query("area_code in ['95.01', '32.76']")
    change = change_between(rows, "poverty_rate", 2021, 2023).table()
    said = [chart_change(change, {}, title="T", value_label="v", figures=given, lang="en") for given in (rows, None)]
    assert "Diamond" in texts(said[0]) and "Diamond" not in texts(said[1])


def test_stability_and_triangle_name_the_places():
    table = pd.DataFrame(
        {
            "area_code": list("abcd"),
            "name": ["Satu", "Dua", "Tiga", "Empat"],
            "x": [9.0, 5, 1, 4],
            "y": [1.0, 6, 9, 4],
            "z": [4.0, 9, 2, 4],
        }
    )
    ranking = p2.need_index(table, {"x": "higher", "y": "higher", "z": "higher"})
    names = dict(zip(table["area_code"], table["name"], strict=True))
    strip = chart_stability(ranking.stability(1, draws=200).table(), names, 1, title="T", lang="en")
    assert "Dua" in texts(strip) and len(strip.table()) == 4
    triangle = chart_triangle(ranking.triangle(), names, ("X", "Y", "Z"), title="T", lang="en")
    assert "stated weights" in texts(triangle) and triangle.table()["share"].sum() == pytest.approx(1, abs=0.01)


def test_power_draws_a_line_a_design():
    table = pd.DataFrame(
        {
            "sites_per_year": [1, 1, 2, 2],
            "years": 4,
            "effect": [0.5, 1.0] * 2,
            "power": [0.2, 0.5, 0.4, 0.9],
            "smallest_detectable": [1.5, 1.5, 1.0, 1.0],
        }
    )
    assert "2 sites a year, 4 years" in texts(chart_power(table, title="T", value_label="v", lang="en"))
