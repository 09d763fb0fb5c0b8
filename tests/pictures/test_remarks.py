"""What is said below maps of published figures: single copies, care, years that are not one series."""

import pandas as pd

from p2wkss_analysis.pictures.maps.remarks import remarks


def lines(tables, query, years, lang="en"):
    rows = tables["regency_indicators"].query(query)
    areas = tables["areas"]
    return remarks(rows, areas[areas["area_code"].isin(rows["area_code"])], years, lang)


def test_years_across_a_break_are_said_not_to_be_comparable_place_by_place(tables):
    jabar = "indicator == 'poverty_rate' and area_code.str.startswith('32.')"
    assert [line for line in lines(tables, jabar, [2014, 2018]) if "Not comparable" in line] == [
        "Not comparable before and from 2015: Kab. Ciamis (up to 2014 the figure includes places separated later)."
    ]
    assert not [line for line in lines(tables, jabar, [2015, 2018]) if "Not comparable" in line]
    papua = lines(tables, "indicator == 'poverty_line' and area_code.str.startswith('95.')", [2023, 2025], "id")
    assert any("Sebelum dan sejak 2024" in line and "4 lainnya" in line for line in papua)


def test_single_copies_and_odd_figures_are_named(tables):
    said = lines(tables, "indicator == 'poverty_line' and area_code in ('95.08', '95.07') and year == 2015", [2015])
    assert said[0].startswith("2 of 2 figures") and "Kab. Nduga (the figure of 2015 is that of 2014" in said[1] and len(said) == 2


def test_of_a_table_of_ones_own_nothing_is_said():
    own = pd.DataFrame({"area_code": ["32.76"], "year": [2021], "value": [2.58]})
    assert remarks(own, pd.DataFrame({"area_code": ["32.76"], "name": ["Kota Depok"]}), [2021]) == []
