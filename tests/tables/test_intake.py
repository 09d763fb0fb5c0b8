"""The open tables: they load as registered, and every kind of damage is named, all at once."""

import gzip
import json
import shutil
from pathlib import Path

import frictionless
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.dictionary.tables import PUBLISHED, raw_folder, read_dictionary
from p2wkss_analysis.say.errors import DataFaults, WrongUse
from p2wkss_analysis.tables.intake import check_folder, read_raw
from p2wkss_analysis.tables.processed import build_processed
from p2wkss_analysis.tables.seal import seal
from p2wkss_analysis.tables.typed_copies import typed_copy

ROWS = {
    "areas": 91_599,
    "regency_indicators": 67_225,
    "village_index": 14_098,
    "programme_sites": 107,
    "slum_villages": 54,
    "slum_cities": 6,
    "village_population": 5_956,
    "village_families": 5_311,
    "village_food_security": 43,
    "village_poverty": 68,
    "slum_neighbourhoods": 608,
    "slum_village_criteria": 33,
    "district_stunting_risk": 30,
    "substandard_housing": 42,
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the raw folder that a test may damage."""
    shutil.copytree(raw_folder(), tmp_path / "data" / "raw")
    return tmp_path / "data"


def edit(folder: Path, file: str, change) -> None:
    path = folder / "raw" / file
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def faults_of(name, folder) -> pd.DataFrame:
    with pytest.raises(DataFaults) as caught:
        p2.load(name, folder)
    return caught.value.table()


@pytest.mark.parametrize("name", ROWS)
def test_each_table_loads_with_its_rows_and_columns(name):
    table = p2.load(name)
    fields = read_dictionary().resource(name)["schema"]["fields"]
    assert len(table) == ROWS[name]
    assert list(table.columns) == [f["name"] for f in fields]
    for f in fields:
        kind = {"string": "str", "integer": "Int64", "number": "float64"}[f["type"]]
        assert str(table[f["name"]].dtype) == kind, f["name"]


def test_codes_stay_text_and_missing_stays_missing():
    indicators = p2.load("regency_indicators")
    assert "32.10" in set(indicators["area_code"])
    early = indicators.query("area_code == '32.18' and indicator == 'poverty_rate' and year < 2013")
    assert early.empty  # Pangandaran did not exist; a 0 there would be an invention
    sites = p2.load("programme_sites")
    assert sites["year"].isna().sum() == 6
    assert sites["village_code"].isna().sum() == 1


def test_what_is_loaded_can_be_changed_without_changing_the_next_load():
    mine = p2.load("slum_cities")
    mine.loc[0, "slum_area_ha"] = -1
    assert p2.load("slum_cities").loc[0, "slum_area_ha"] == 564.0


def test_unknown_table_names_the_known_ones():
    with pytest.raises(WrongUse, match="programme_sites"):
        p2.load("sites")


def test_a_folder_without_data_is_a_sentence_with_the_remedy(tmp_path):
    with pytest.raises(WrongUse, match="P2WKSS_DATA"):
        p2.load("areas", tmp_path)


def test_folder_from_the_environment(folder, monkeypatch):
    edit(folder, "slum_cities.csv", lambda t: t.replace("564.0", "565.0"))
    monkeypatch.setenv("P2WKSS_DATA", str(folder))
    with pytest.raises(DataFaults):
        p2.load("slum_cities")
    monkeypatch.setenv("P2WKSS_DATA", str(folder / "raw"))
    with pytest.raises(DataFaults):
        p2.load("slum_cities")


def test_a_changed_file_is_noticed_even_where_each_cell_is_right(folder):
    edit(folder, "slum_cities.csv", lambda t: t.replace("564.0", "563.0"))
    faults = faults_of("slum_cities", folder)
    assert len(faults) == 1 and "sha256" in faults["rule"].item()


def test_every_fault_is_listed_at_once_with_its_line(folder):
    def damage(text):
        lines = text.split("\n")
        lines[1] = lines[1].replace(",2015,", ",1815,", 1)  # year below the range
        lines[2] = lines[2].replace("11.01,", "99.99,", 1)  # a code that does not exist
        lines[3] = lines[3].replace(",7567,", ",756700,")  # an expenditure above its range
        lines[4] = lines[4].replace("11.01,2018,", "11.01,dua ribu,", 1)
        lines[7] = lines[7].replace(",BPS ", ", BPS ", 1)  # a blank before a text
        lines.insert(6, lines[5])  # a duplicate key
        return "\n".join(lines)

    edit(folder, "regency_indicators.csv", damage)
    faults = faults_of("regency_indicators", folder)
    found = {(r.row, r.column) for r in faults.itertuples() if pd.notna(r.row)}
    assert {(2, "year"), (3, "area_code"), (4, "value"), (5, "year"), (7, "method"), (9, "source")} <= found
    assert (faults["remedy"] != "").all() and (faults["rule"] != "").all()


def test_missing_and_unknown_columns_are_named(folder):
    edit(folder, "slum_cities.csv", lambda t: t.replace("slum_area_ha", "luas"))
    assert {"slum_area_ha", "luas"} <= set(faults_of("slum_cities", folder)["column"])


@pytest.mark.parametrize("number", ["1e999", "nan", "inf", "1,5", "1.000,5", "0x10", " 5", "٥"])
def test_text_that_only_some_readers_take_for_a_number_is_refused(folder, number):
    edit(folder, "slum_cities.csv", lambda t: t.replace("564.0", f'"{number}"'))
    assert "slum_area_ha" in set(faults_of("slum_cities", folder)["column"])


@pytest.mark.parametrize("number", ["9007199254740993", "99999999999999999999", "9" * 400])
def test_a_whole_number_that_no_computer_keeps_to_its_last_digit_is_refused(folder, number):
    edit(folder, "slum_cities.csv", lambda t: t.replace(",2015,", f",{number},"))
    assert "year" in set(faults_of("slum_cities", folder)["column"])


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe\x00", b'a,b\n"1,2\n3'])
def test_an_unreadable_file_is_a_fault_and_not_a_traceback(folder, damage):
    (folder / "raw" / "slum_cities.csv").write_bytes(damage)
    assert not faults_of("slum_cities", folder).empty


def test_a_truncated_gzip_and_a_lost_file_are_faults(folder):
    path = folder / "raw" / "areas.csv.gz"
    path.write_bytes(path.read_bytes()[:1000])
    assert not faults_of("areas", folder).empty
    (folder / "raw" / "slum_cities.csv").unlink()
    assert not faults_of("slum_cities", folder).empty


def test_a_damaged_list_of_areas_is_reported_for_tables_that_need_its_codes(folder):
    path = folder / "raw" / "areas.csv.gz"
    path.write_bytes(b"not gzip")
    assert faults_of("slum_villages", folder)["file"].tolist() == ["areas.csv.gz"]


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # frictionless leaves a .gz open
def test_frictionless_reads_the_same_package_and_finds_no_fault():
    """An independent reading of the same rules. `areas` (91,599 rows) is read whole by ours alone."""
    dictionary = read_dictionary()
    for name in set(ROWS) - {"areas", "regency_indicators", "village_index"}:
        resource = dictionary.resource(name)
        schema = {k: v for k, v in resource["schema"].items() if k != "foreignKeys"}
        table = frictionless.Resource(
            path=resource["path"], basepath=str(dictionary.folder), schema=frictionless.Schema.from_descriptor(schema)
        )
        report = table.validate()
        assert report.valid, (name, report.flatten(["rowNumber", "fieldName", "note"])[:5])


def test_ours_finds_each_cell_that_frictionless_finds(folder):
    """Planted faults, both readers: nothing that frictionless names escapes ours."""

    def damage(text):
        lines = text.split("\n")
        lines[1] = lines[1].replace("32.01,", "3201,", 1)
        lines[5] = lines[5].replace(",confirmed", ",maybe")
        lines[9] = lines[9].replace(",2019,", ",19x9,")
        return "\n".join(lines)

    edit(folder, "programme_sites.csv", damage)
    dictionary = read_dictionary(folder)
    resource = dictionary.resource("programme_sites")
    schema = {k: v for k, v in resource["schema"].items() if k not in ("foreignKeys", "uniqueKeys")}
    report = frictionless.Resource(
        path=resource["path"], basepath=str(dictionary.folder), schema=frictionless.Schema.from_descriptor(schema)
    ).validate()
    theirs = {(row, field) for row, field in report.flatten(["rowNumber", "fieldName"])}
    ours = {(f.row, f.column) for f in faults_of("programme_sites", folder).itertuples() if pd.notna(f.row)}
    assert theirs and theirs <= ours


@pytest.mark.parametrize("name", ROWS)
def test_the_raw_file_has_no_fault_and_the_typed_copy_holds_just_that(name):
    table, faults = read_raw(name, read_dictionary())
    assert faults == []
    pd.testing.assert_frame_equal(typed_copy(name, read_dictionary()), table)


def test_an_installed_package_reads_its_copies_alone():
    dictionary = read_dictionary(PUBLISHED)
    assert dictionary.package == read_dictionary().package and check_folder(PUBLISHED) == []
    assert not list(PUBLISHED.glob("*.csv*")) and build_processed(PUBLISHED) == []
    assert sum(path.stat().st_size for path in PUBLISHED.iterdir()) < 6_000_000


def test_a_copy_never_answers_for_a_file_that_differs(folder):
    edit(folder, "slum_cities.csv", lambda t: t.replace("564.0", "563.0"))
    assert typed_copy("slum_cities", read_dictionary(folder)) is None
    assert typed_copy("slum_villages", read_dictionary(folder)) is not None


def test_seal_registers_a_good_change_and_refuses_a_bad_one(folder):
    edit(folder, "slum_cities.csv", lambda t: t.replace("564.0", "563.0"))
    assert seal(folder) == ["slum_cities"]
    assert p2.load("slum_cities", folder).loc[0, "slum_area_ha"] == 563.0
    before = (folder / "raw" / "datapackage.json").read_bytes()
    edit(folder, "slum_cities.csv", lambda t: t.replace("563.0", "many"))
    with pytest.raises(DataFaults):
        seal(folder)
    assert (folder / "raw" / "datapackage.json").read_bytes() == before


def test_every_field_and_indicator_has_its_labels_and_every_table_its_origin():
    for resource in json.loads((raw_folder() / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        for key in ("publisher", "document", "license_note", "retrieved", "transformed", "hash", "bytes"):
            assert resource[key], (resource["name"], key)
        assert set(resource["label"]) == set(resource["breaks"]) == {"id", "en"}
        for entry in resource["schema"]["fields"] + resource.get("indicators", []):
            assert set(entry["label"]) == {"id", "en"} and all(entry["label"].values()), entry["name"]


def test_areas_file_is_reproducible_gzip():
    """No time stamp inside, so that the same table always has the same hash."""
    data = (raw_folder() / "areas.csv.gz").read_bytes()
    assert data[4:8] == b"\0\0\0\0" and gzip.decompress(data).startswith(b"area_code,")
