"""Names and codes as offices write them to Kemendagri codes: one reading or none, never a guess."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis import Panel, load, match_places, need_index
from p2wkss_analysis.places.matching import Places, find
from p2wkss_analysis.places.names import FORMER_CODES, OTHER_NAMES
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.place_names import regency_or_province

ANY = st.characters(
    exclude_categories=("Cs",)
)  # what st.text() takes; it asks the codec of every sign first, which takes seconds


@pytest.fixture(scope="module")
def areas():
    return load("areas")


@pytest.fixture(scope="module")
def depok(areas):
    return Places(areas, "village", "32.76")


def read(values, **more):
    matched = match_places(pd.DataFrame({"Kelurahan": values}), "Kelurahan", **{"inside": "32.76", **more})
    return matched.codes.tolist()


@pytest.mark.parametrize(
    "written",
    ["Pancoran Mas", "PANCORANMAS", " pancoran  mas ", "Kel. Pancoran Mas", "Kelurahan Pancoran-Mas", "kel pancoranmas",
     "32.76.01.1008", "3276011008", 3276011008, 3276011008.0, "32.76.01.1008 Pancoran Mas"],
)  # fmt: skip
def test_spellings_and_codes_of_one_village(written):
    assert read([written]) == ["32.76.01.1008"]


def test_a_name_that_stands_twice_needs_its_kecamatan():
    assert read(["Curug"]) == [""]
    assert read(["Curug (Bojongsari)", "Curug, Kec. Cimanggis"]) == ["32.76.11.1005", "32.76.02.1008"]
    table = pd.DataFrame({"Kelurahan": ["Curug", "Curug"], "KECAMATAN": ["bojong sari", "Cimanggis"]})
    assert match_places(table, "Kelurahan", inside="depok").codes.tolist() == ["32.76.11.1005", "32.76.02.1008"]
    doubts = match_places(table, "Kelurahan", inside="depok", above={})
    assert doubts.found["lines"].tolist() == [2] and "Curug, Bojongsari (32.76.11.1005)" in doubts.sentence("id")


def test_a_kecamatan_that_is_not_above_is_a_doubt():
    table = pd.DataFrame({"Kelurahan": ["Cinere"], "Kecamatan": ["Beji"]})
    assert match_places(table, "Kelurahan", inside="32.76").found["matched_by"].tolist() == ["other place above"]


def test_a_similar_name_is_offered_and_never_taken():
    matched = match_places(pd.DataFrame({"Kelurahan": ["Pancoran Emas", "Menteng"]}), "Kelurahan", inside="32.76")
    assert matched.codes.tolist() == ["", ""] and not matched.complete
    assert "Pancoran Mas (32.76.01.1008)" in matched.found["perhaps"][0]
    with pytest.raises(WrongUse, match="Pancoran Emas"):
        matched.joined()


def test_regencies_by_name_code_and_former_code():
    names = ["Kab. Bandung", "KOTA BANDUNG", "Depok", "3276", 36.72, "32.1", 32.1, "Kab Toba Samosir", "91.24", "6405"]
    got = match_places(pd.DataFrame({"Kabupaten/Kota": names}, dtype=object), "Kabupaten/Kota")
    assert got.codes.tolist() == ["32.04", "32.73", "32.76", "32.76", "36.72", "", "32.10", "12.12", "95.08", ""]
    alone = match_places(pd.DataFrame({"Kabupaten": ["Bandung", "Kabupaten Depok"]}), "Kabupaten")
    assert alone.codes.tolist() == ["", ""] and "Kota Depok" in alone.found["perhaps"][1]


def test_provinces_by_their_many_names():
    names = ["DKI Jakarta", "DK Jakarta", "DI Yogyakarta", "D.I. Yogyakarta", "Kep. Riau", "Prov. Jawa Barat", "32"]
    got = match_places(pd.DataFrame({"Provinsi": names}), "Provinsi")
    assert got.codes.tolist() == ["31", "31", "34", "34", "21", "32", "32"]


def test_digits_are_of_one_system(areas):
    aceh = areas[(areas["level"] == "regency") & areas["area_code"].str.startswith("11.")]
    numbers = aceh["bps_code"].astype(int)  # 1103 is 11.03 for Kemendagri and 11.01 for BPS
    table = pd.DataFrame({"kode": numbers})
    assert match_places(table, "kode", level="regency", codes="bps").codes.tolist() == aceh["area_code"].tolist()
    mixed = match_places(pd.DataFrame({"kode": ["1103"]}), "kode", level="regency")
    assert mixed.codes.tolist() == [""] and mixed.found["matched_by"].tolist() == ["two readings"]
    dotless = aceh["area_code"].str.replace(".", "")
    assert match_places(pd.DataFrame({"kode": dotless}), "kode", level="regency", codes="kemendagri").complete


def test_every_name_of_today_is_read_as_itself(areas):
    """All 63 of Depok but the two called Curug; all 514 kabupaten and kota; all 38 provinces."""
    for level, inside, lost in (("village", "32.76", 2), ("regency", None, 0), ("province", None, 0)):
        places = Places(areas, level, inside)
        assert sum(places.read(name).code != code for code, name in places.names.items()) == lost
    assert set(FORMER_CODES.values()) <= set(areas["area_code"]) and not set(FORMER_CODES) & set(areas["area_code"])
    assert set(OTHER_NAMES) <= set(areas["area_code"])


@given(st.text(ANY, max_size=20))
@settings(max_examples=60, deadline=None)
def test_any_text_has_an_answer(depok, text):
    match = depok.read(text)
    assert match.code == "" or match.code in depok.names


def test_lines_are_kept_in_their_order_and_blanks_stay_blank():
    table = pd.DataFrame({"Kelurahan": ["Beji", None, "Cinere", "Beji", np.nan]}, index=[5, 5, 7, 1, 0])
    matched = match_places(table, "Kelurahan", inside="32.76")
    assert matched.codes.index.tolist() == [5, 5, 7, 1, 0]
    assert (matched.codes != "").tolist() == [True, False, True, True, False]


def test_what_cannot_be_asked_is_said():
    table = pd.DataFrame({"Kelurahan": ["Beji"]})
    with pytest.raises(WrongUse, match="Desa"):
        match_places(table, "Desa", inside="32.76")
    with pytest.raises(WrongUse, match="Kota Depok"):
        match_places(table, "Kelurahan", inside="Depokk")
    with pytest.raises(WrongUse, match="bps"):
        match_places(table, "Kelurahan", inside="32.76", codes="BPS?")
    with pytest.raises(WrongUse, match="DataFrame"):
        match_places([1], "Kelurahan")


def test_one_place_by_any_of_its_names(areas):
    assert {regency_or_province(given) for given in ("depok", "Kota Depok", "3276", 3276, "32.76", "KOTA  DEPOK")} == {"32.76"}
    assert find("bojong pondok terong", areas, inside="32.76") == "32.76.07.1004"
    for wrong in ("Bandung", "Sukmajaya"):
        with pytest.raises(WrongUse, match="Kota Bandung|36.72.05.1001"):
            find(wrong, areas, level="regency" if wrong == "Bandung" else "village")


def test_need_and_panels_take_names():
    table = pd.DataFrame({"Kelurahan": ["Beji", "CINERE", "Kel. Depok"], "poor": [3, 1, 2]})
    ranking = need_index(table, {"poor": "higher"}, place="Kelurahan", inside="depok")
    assert ranking.table()["area_code"].tolist() == ["32.76.06.1001", "32.76.01.1006", "32.76.09.1001"]
    with pytest.raises(WrongUse, match="Curug"):
        need_index(table.replace("Beji", "Curug"), {"poor": "higher"}, place="Kelurahan", inside="depok")
    years = pd.concat(
        [table.assign(year=year, poor=table["poor"] + year, start=[2024, None, None]) for year in (2022, 2023, 2024)]
    )
    panel = Panel.from_table(years, outcome="poor", better="lower", unit="Kelurahan", start="start", inside=3276)
    assert panel.units.tolist() == ["32.76.01.1006", "32.76.06.1001", "32.76.09.1001"]
