"""Exports of other systems: headings offered and not guessed, every column accounted for, no number let through."""

import json

import openpyxl
import pandas as pd
import pytest

from p2wkss_analysis.disclosure.privacy import NoKey, holds_identity_number, pseudonym, read_key
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.exports.importing import import_table
from p2wkss_analysis.tables.exports.mapping import Mapping, read_mapping, suggest_mapping

NIK = "327601" + "150390" + "000"
FIXED = {"wave": "0", "assisted": "ya", "status": "diwawancarai"}


@pytest.fixture
def export(tmp_path):
    """A file with a line per person, as registers give it: two families, three under-fives."""
    path = tmp_path / "export.csv"
    lines = [
        "No. KK;NIK;KDKEL;RT;Jumlah ART;Status TB/U;Luas Lantai;Sumber Air;Catatan",
        f"{NIK}1;{NIK}2;3276111001;1;4;Pendek;36,5;1;lihat {NIK}3",
        f"{NIK}1;{NIK}3;3276111001;1;4;Normal;36,5;1;",
        f"{NIK}5;{NIK}5;3276111001;2;3;Sangat Pendek;5.000;9;",
        f"{NIK}5;{NIK}6;3276111001;3;3;;5.000;9;",
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


MAPPING = dict(
    sheet="households",
    columns={
        "No. KK": "no_kk",
        "KDKEL": "village_code",
        "RT": "rt",
        "Jumlah ART": "members",
        "Luas Lantai": "floor_area_m2",
        "Sumber Air": "water_source",
        "Catatan": "note",
    },
    values={"water_source": {"1": "leding/PDAM"}},
    constants=FIXED,
    counts={
        "under_five": {"column": "Status TB/U", "values": "*"},
        "under_five_stunted": {"column": "Status TB/U", "values": ["pendek", "Sangat Pendek"]},
    },
)


def test_lines_of_persons_become_lines_of_households(export, tmp_path, key):
    done = import_table(export, Mapping(**MAPPING), tmp_path / "out.xlsx", regency="32.76", key=key)
    table = done.checked.tables["households"]
    secret = read_key(key)
    assert table["household_id"].tolist() == [pseudonym(f"{NIK}{n}", secret) for n in (1, 5)] == table["no_kk"].tolist()
    assert table["under_five"].tolist() == [2, 1] and table["under_five_stunted"].tolist() == [1, 1]
    assert table["village_code"].unique().tolist() == ["32.76.11.1001"] and table["members"].tolist() == [4, 3]
    assert table["floor_area_m2"].tolist()[0] == 36.5 and table["water_source"].iloc[0] == "piped"


def test_what_cannot_be_read_is_a_fault_of_the_check_and_what_differs_is_listed(export, tmp_path, key):
    done = import_table(export, Mapping(**MAPPING), tmp_path / "out.xlsx", regency="32.76", key=key)
    faults = done.checked.faults
    assert set(zip(faults["column"], faults["value"], strict=True)) == {
        ("floor_area_m2", "5.000"),
        ("water_source", "9"),
        ("rt", ""),
    }
    assert done.contradictions[["column", "values"]].to_numpy().tolist() == [["rt", "2 | 3"]]
    assert not done.checked.ok


def test_every_column_of_the_export_is_accounted_for(export, tmp_path, key):
    done = import_table(export, Mapping(**MAPPING), tmp_path / "out.xlsx", regency="32.76", key=key)
    assert done.unused == ["NIK"]
    headings = pd.read_csv(export, sep=";", nrows=0).columns
    assert set(headings) <= set(done.table()["source"])
    uses = done.table().set_index("column")["use"]
    assert uses["wave"] == "constant" and uses["household_id"] == "made" and uses["under_five"] == "counted"
    for lang, word in (("id", "tidak dipakai: NIK"), ("en", "not used: NIK")):
        assert word in done.sentence(lang)


def test_no_number_comes_through(export, tmp_path, key):
    done = import_table(export, Mapping(**MAPPING), tmp_path / "out.xlsx", regency="32.76", key=key)
    cells = [str(c.value) for sheet in openpyxl.load_workbook(done.path) for row in sheet.iter_rows() for c in row]
    said = "\n".join(
        [*cells, done.table().to_csv(), done.contradictions.to_csv(), done.checked.faults.to_csv(), done.sentence("id")]
    )
    assert NIK not in said and not any(holds_identity_number(c) for c in cells)
    assert done.table().set_index("column").loc["note", "masked"] == 1


def test_a_register_number_as_household_id_is_taken_out_and_not_kept(export, tmp_path):
    mapping = Mapping("households", {"NIK": "household_id", "KDKEL": "village_code", "RT": "rt"}, constants=FIXED)
    done = import_table(export, mapping, tmp_path / "out.xlsx")
    assert done.table().set_index("column").loc["household_id", "masked"] == 4 and not done.checked.ok
    assert NIK not in done.checked.tables["households"].to_csv()


def test_without_a_key_the_export_is_not_opened(export, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr("p2wkss_analysis.tables.exports.importing.source_table", lambda *a: opened.append(a))
    with pytest.raises(NoKey):
        import_table(export, Mapping(**MAPPING), tmp_path / "out.xlsx")
    assert not opened and not (tmp_path / "out.xlsx").exists()


def test_a_filled_workbook_is_never_replaced(export, tmp_path, key):
    (tmp_path / "out.xlsx").write_bytes(b"mine")
    with pytest.raises(WrongUse):
        import_table(export, Mapping(**MAPPING), tmp_path / "out.xlsx", key=key)
    assert (tmp_path / "out.xlsx").read_bytes() == b"mine"


def test_bps_codes_become_kemendagri_codes_only_where_the_mapping_says_so(tmp_path):
    from p2wkss_analysis.tables.intake import load

    areas = load("areas")
    row = areas[
        (areas["level"] == "village")
        & areas["area_code"].str.startswith("32.76.")
        & (areas["bps_code"] != areas["area_code"].str.replace(".", ""))
    ].iloc[0]
    (tmp_path / "a.csv").write_text(f"desa,tahun,kumuh\n{row.bps_code},2025,3.5\n")
    columns = {"desa": "village_code", "tahun": "year", "kumuh": "slum_area_ha"}
    plain = import_table(tmp_path / "a.csv", Mapping("villages", columns), tmp_path / "1.xlsx", regency="32.76")
    coded = import_table(tmp_path / "a.csv", Mapping("villages", columns, codes="bps"), tmp_path / "2.xlsx", regency="32.76")
    assert not plain.checked.ok and coded.checked.ok, coded.checked.faults.to_string()
    assert coded.checked.tables["villages"]["village_code"].tolist() == [row.area_code]


def test_a_slum_survey_with_our_own_headings_maps_by_itself(tmp_path):
    from p2wkss_analysis.tables.intake import load

    profiles = load("slum_neighbourhoods").query("measured_as == 'percent'").dropna(axis="columns", how="all")
    profiles = profiles.drop(columns=["source", "measured_as"])
    profiles = profiles.assign(village_code="35.17.01.2001", rw=1, rt=range(1, len(profiles) + 1), year=2024)
    profiles.to_excel(tmp_path / "slum.xlsx", index=False)
    draft = suggest_mapping(tmp_path / "slum.xlsx", "neighbourhoods")
    assert {f"{k}_volume" for k in ("1a", "4b", "7b")} <= set(draft.mapping.columns.values())
    done = import_table(tmp_path / "slum.xlsx", draft.mapping, tmp_path / "out.xlsx")
    named = set(done.checked.faults["column"])
    assert len(done.checked.tables["neighbourhoods"]) == 6 and "total" in done.unused
    assert named <= {"village_code", *(c for c in draft.mapping.columns.values() if c.endswith("_volume"))}, (
        done.checked.faults.to_string()
    )


def test_near_headings_are_offered_and_not_taken(tmp_path):
    (tmp_path / "a.csv").write_text("Nomor KK,Anggota Keluaga,RT,Zzz\n")
    draft = suggest_mapping(tmp_path / "a.csv")
    assert draft.mapping.columns == {"Nomor KK": "no_kk", "RT": "rt"} and draft.mapping.offered == {"Anggota Keluaga": "members"}
    assert draft.table()["how"].tolist() == ["alias", "near", "label", "none"] or draft.table()["how"].tolist() == [
        "alias",
        "near",
        "name",
        "none",
    ]
    assert "Zzz" in draft.sentence("id") and "Zzz" in draft.sentence("en")


def test_a_mapping_is_kept_and_read_again(tmp_path):
    mapping = Mapping(**MAPPING)
    assert read_mapping(mapping.write(tmp_path / "m.json")) == mapping


@pytest.mark.parametrize(
    "change, named",
    [
        ({"sheet": "keluarga"}, "keluarga"),
        ({"columns": {"a": "member"}}, "members"),
        ({"columns": {"a": "members", "b": "members"}}, "members"),
        ({"codes": "lama"}, "bps"),
        ({"constants": {"no_kk": "1"}}, "no_kk"),
        ({"counts": {"under_five": {"column": 3}}}, "under_five"),
        ({"columns": []}, "JSON"),
        ({"constants": {"wave": [0]}}, "teks"),
        ({"constants": {"wave": 10**400}}, "OverflowError"),
        ({"lain": 1}, "lain"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused_by_name(tmp_path, change, named):
    (tmp_path / "m.json").write_text(json.dumps({**MAPPING, **change}))
    with pytest.raises(WrongUse, match=named):
        read_mapping(tmp_path / "m.json")


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '{"sheet": "households"}', '"x"'])
def test_a_file_that_is_no_mapping_is_refused(tmp_path, text):
    (tmp_path / "m.json").write_text(text)
    with pytest.raises(WrongUse):
        read_mapping(tmp_path / "m.json")


def test_a_heading_the_file_does_not_have_is_named(export, tmp_path):
    with pytest.raises(WrongUse, match="Desil"):
        import_table(export, Mapping("households", {"Desil": "registry_decile"}), tmp_path / "out.xlsx")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_both_languages(export, tmp_path, key, lang):
    done = import_table(export, Mapping(**MAPPING), tmp_path / "out.xlsx", regency="32.76", lang=lang, key=key)
    assert done.sentence(lang).count("NIK") == 1


def test_an_excel_export_with_a_title_and_numbers_that_look_like_thousands(tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ["DATA KELUARGA KELURAHAN BOJONGSARI"],
        [],
        ["id", "desa", "rt", "luas", "warna"],
        ["A-1", "32.76.11.1001 Bojongsari", 1, 36.125, "biru"],
        ["A-2", 3276111001, 2, "36.125", "hijau"],
    ):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    mapping = Mapping(
        "households", {"id": "household_id", "desa": "village_code", "rt": "rt", "luas": "floor_area_m2"}, constants=FIXED
    )
    done = import_table(tmp_path / "a.xlsx", mapping, tmp_path / "out.xlsx", regency="32.76")
    assert done.unused == ["warna"]
    assert done.checked.tables["households"]["floor_area_m2"].iloc[0] == 36.125
    assert done.checked.faults["value"].tolist() == ["36.125"], "the one typed as text"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\x00" * 50])
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_an_export_that_cannot_be_read_is_a_sentence(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(WrongUse):
        import_table(tmp_path / name, Mapping("households", {"id": "household_id"}), tmp_path / "out.xlsx")
    with pytest.raises(WrongUse):
        suggest_mapping(tmp_path / "none.csv")
