"""Published series: where they break, what crosses a break is refused, odd figures are marked."""

import pandas as pd
import pytest

from p2wkss_analysis.indicators.change import change_between
from p2wkss_analysis.indicators.hdi_change import hdi_change
from p2wkss_analysis.indicators.published.breaks import breaks, crossed, parts
from p2wkss_analysis.indicators.published.checks import figure_faults
from p2wkss_analysis.indicators.published.odd import odd, unchecked
from p2wkss_analysis.indicators.published.series import series
from p2wkss_analysis.pictures.charts import chart_years
from p2wkss_analysis.say.errors import NotEnoughData, WrongUse
from p2wkss_analysis.tables.intake import load


@pytest.fixture(scope="module")
def table():
    return load("regency_indicators")


def years(indicator, code, method=None):
    return [one.year for one in breaks(indicator, code, method)]


def test_each_kind_of_break_is_known_where_it_is_and_nowhere_else():
    assert years("hdi", "32.76") == [2023] and years("hdi", "32.76", "UHH SP2010") == []  # the method
    assert years("poverty_rate", "51.71") == [2013] and years("poverty_rate", "32.76") == []  # weights; not in Jawa Barat
    assert years("poverty_rate", "32.07") == [2015] and years("hdi", "32.07", "UHH SP2010") == [2013]  # Pangandaran left Ciamis
    assert years("poverty_line", "95.05") == [2024, 2025] and years("poverty_line", "93.01") == [2024]  # provinces of 2022
    assert years("poverty_line", "91.03") == [] and years("hdi", "95.05", "UHH SP2010") == []
    with pytest.raises(WrongUse):
        breaks("poverty", "32.76")


def test_a_change_leaves_out_places_whose_series_breaks_and_says_so(table):
    change = change_between(table, "poverty_rate", 2014, 2018)
    assert {"32.07", "18.04", "92.02"} <= set(change.broken) and not set(change.broken) & set(change.table()["area_code"])
    assert f"{len(change.broken)} places are not compared" in change.sentence("en")
    assert "Kab. Pangandaran" in change.sentence_for("32.07", "id")
    assert len(change.table()) + len(change.broken) + len(change.missing) == table.query(
        "indicator == 'poverty_rate' and year in (2014, 2018)")["area_code"].nunique()  # fmt: skip


def test_where_every_place_breaks_the_change_is_refused(table):
    papua = table[table["area_code"].str.startswith("95.")]
    with pytest.raises(NotEnoughData, match="2024"):
        change_between(papua, "poverty_rate", 2023, 2024)
    with pytest.raises(WrongUse, match="2013"):
        hdi_change(table, "32.07", 2012, 2014)


def test_parts_number_the_pieces_within_which_years_can_be_joined(table):
    own = table.query("area_code == '95.08' and indicator == 'poverty_line'").sort_values("year")
    assert dict(zip(own["year"], parts(own), strict=True))[2023] == 1 and parts(own).tolist()[-2:] == [2, 3]
    assert crossed("poverty_line", ["95.08"], 2025, 2024)["95.08"].year == 2025  # either order
    assert crossed("poverty_line", ["95.08"], 2016, 2023) == {}


def test_odd_figures_keep_their_value_and_carry_their_reason(table):
    own = table.query("area_code == '95.08' and indicator == 'poverty_rate' and year in (2014, 2015)").sort_values("year")
    assert own["value"].nunique() == 1 and "carried forward" in odd(own)[1].say("en") and "small" in odd(own)[0].say("en")
    cilegon = table.query("area_code == '36.72' and indicator == 'adjusted_expenditure'").sort_values("year")
    assert [int(y) for y, why in zip(cilegon["year"], odd(cilegon), strict=True) if why] == [2022]
    assert cilegon.set_index("year").loc[2022, "value"] == 13_200 and unchecked(cilegon).any()


def test_a_series_tells_its_parts_and_never_their_difference():
    ciamis = series("Kab. Ciamis", "poverty_rate")
    said = ciamis.sentence("en")
    assert "8.38 in 2014" in said and "8.98 in 2015" in said and "Kab. Pangandaran" in said
    assert f"{7.19 - 10.34:+.2f}".replace("-", "−") not in said
    assert set(ciamis.table().columns) == {"method", "year", "value", "part", "unchecked", "odd_id", "odd_en"}
    with pytest.raises(NotEnoughData):
        series("32.76", "population", pd.DataFrame(columns=load("regency_indicators").columns))


def test_a_picture_of_years_joins_no_line_across_a_break_and_opens_the_markers_of_odd_figures(table):
    own = table.query("area_code == '95.08' and indicator == 'poverty_line'")
    picture = chart_years(own, highlight={"95.08": "Kab. Nduga"}, title="T", value_label="v", lang="en")
    lines = [line for line in picture.axes[0].lines if line.get_linestyle() != "None"]
    assert sorted(next(map(int, line.get_xdata())) for line in lines) == [2010, 2024, 2025]
    opened = [line for line in picture.axes[0].lines if line.get_linestyle() == "None" and line.get_markerfacecolor() == "white"]
    assert sum(len(line.get_xdata()) for line in opened) >= 14
    assert "Open marker" in " ".join(text.get_text() for text in picture.texts)


# --- what must hold between figures ---


@pytest.fixture(scope="module")
def real():
    return {name: load(name) for name in ("areas", "regency_indicators", "village_population", "village_food_security")}


def test_the_published_figures_contradict_each_other_nowhere(real):
    assert figure_faults(real) == []


def spoiled(real, name, column, where, change):
    table = real[name].copy()
    row = table.index[table.eval(where)]
    assert len(row) == 1
    table.loc[row, column] = change(table.loc[row[0], column])
    return figure_faults({**real, name: table}), int(row[0]) + 2, table


REGENCY = "area_code == '53.02' and year == 2024 and indicator == '{}'"


@pytest.mark.parametrize(
    ("name", "column", "where", "change", "says"),
    [
        ("regency_indicators", "value", REGENCY.format("hdi") + " and method == 'UHH LF SP2020'", lambda v: v + 0.1, "Komponen"),
        ("regency_indicators", "value", REGENCY.format("poverty_gap_index"), lambda v: v * 10, "Keparahan"),
        ("regency_indicators", "value", REGENCY.format("poverty_severity_index"), lambda v: v / 10, "kuadrat"),
        ("regency_indicators", "value", REGENCY.format("poor_people"), lambda v: v * 1.5, "penduduk miskin"),
        ("regency_indicators", "value", REGENCY.format("poverty_line"), lambda v: v / 2, "Garis kemiskinan"),
        ("areas", "population_2024", "area_code == '33'", lambda v: v + 1, "Kabupaten/kotanya"),
        ("areas", "bps_code", "area_code == '16.01'", lambda v: "1609", "hanya sekali"),
        ("village_population", "population", "area_code == '32.76.01.1007'", lambda v: v + 1, "32.76"),
        ("village_food_security", "low_welfare_people", "area_code == '36.72.01.1001'", lambda v: v + 20, "Hitungannya"),
    ],
)
def test_a_wrong_figure_is_named_with_its_line(real, name, column, where, change, says, monkeypatch):
    monkeypatch.setenv("P2WKSS_LANG", "id")
    needed = {n: t for n, t in real.items() if n in (name, "areas")}
    if name == "regency_indicators":
        rows = real[name]
        needed = {name: rows[rows["area_code"] == "53.02"].reset_index(drop=True)}
    faults, line, _ = spoiled(needed, name, column, where, change)
    assert faults and any(says in fault.rule for fault in faults) and {fault.file for fault in faults} == {name}
    if column == "value" and "gap" not in where and "severity" not in where:
        assert line in {fault.row for fault in faults}
