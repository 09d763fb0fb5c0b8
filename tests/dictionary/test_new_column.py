"""A village figure described in the dictionary is in the workbook, the index, the report and the explorer, without another edit."""

import copy
import datetime as dt
import sys
from dataclasses import replace

import numpy as np
import openpyxl
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.dictionary import figures, sheets
from p2wkss_analysis.dictionary.tables import Dictionary
from p2wkss_analysis.explore.page import gather
from p2wkss_analysis.reporting.stories.city.need import chapter

NEW = {
    "name": "no_water_percent",
    "type": "number",
    "label": {"id": "KK tanpa air bersih", "en": "Households without clean water"},
    "unit": {"id": "persen", "en": "percent"},
    "direction": "lower",
    "constraints": {"minimum": 0, "maximum": 100},
    "example": 4.5,
    "figure": {
        "aspect": "slum",
        "need": 6,
        "outcome": 6,
        "name": {"id": "tanpa air bersih", "en": "without clean water"},
        "short": {"id": "Tanpa air (%)", "en": "No water (%)"},
        "digits": 1,
        "effect_unit": {"id": "poin persen", "en": "points"},
        "effects": [1, 5],
    },
}


@pytest.fixture
def with_water(monkeypatch):
    known = sheets.city_dictionary()
    package = copy.deepcopy(known.package)
    villages = next(r for r in package["resources"] if r["name"] == "villages")
    villages["schema"]["fields"].insert(-1, NEW)
    changed = Dictionary(known.folder, package)
    ours = [module for name, module in sys.modules.items() if name.startswith("p2wkss_analysis")]
    for module in [m for m in ours if getattr(m, "city_dictionary", None) is sheets.city_dictionary]:
        monkeypatch.setattr(module, "city_dictionary", lambda: changed)
    for cached in (figures.village_figures, figures.outcomes):
        cached.cache_clear()
    yield
    monkeypatch.undo()
    for cached in (figures.village_figures, figures.outcomes):
        cached.cache_clear()


def test_a_figure_of_the_dictionary_needs_no_other_edit(with_water, tmp_path):
    made = p2.simulate_city("36.72", seed=4)
    villages = made.tables["villages"].query("year >= 2024")
    rng = np.random.default_rng(0)
    tables = made.tables | {"villages": villages.assign(no_water_percent=rng.uniform(0, 20, len(villages)).round(1))}
    path = replace(made, tables=tables).write(tmp_path / "kota.xlsx")
    assert "no_water_percent" in [cell.value for cell in openpyxl.load_workbook(path)["Desa-Kelurahan"][1]]
    assert "no_water_percent" in [
        cell.value for cell in openpyxl.load_workbook(p2.write_template(tmp_path / "t.xlsx"))["Desa-Kelurahan"][1]
    ]
    city = p2.City(path, as_of=dt.date(2026, 11, 1))
    assert "no_water_percent" in city.need().used and "KK tanpa air bersih" in city.need().columns_sentence("id")
    headings = [column.label for block in chapter(city, "en").blocks if hasattr(block, "columns") for column in block.columns]
    assert "No water (%)" in headings
    assert "Households without clean water" in [column["label"]["en"] for column in gather(city, "en")["layers"][0]["columns"]]
    assert "no_water_percent" in p2.enough_sites(p2.collect(tmp_path), draws=99).rows["outcome"].tolist()
