"""Exports as offices have them: titles in merged cells, headings in two lines, a line of numbers, decimals with a comma."""

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.exports.headings import find_headings
from p2wkss_analysis.tables.exports.importing import import_table
from p2wkss_analysis.tables.exports.mapping import Mapping, read_mapping, source_table, suggest_mapping

CARD = "327611" + "150390" + "000"
FIXED = {"wave": "0", "assisted": "ya", "status": "interviewed"}


def excel(path, rows, merged=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for span in merged:
        book.active.merge_cells(span)
    book.save(path)
    return path


def dtsen(folder):
    """A registry list: merged title, one line of headings, codes of BPS, a decile as text."""
    return excel(
        folder / "dtsen.xlsx",
        [
            ["DATA TUNGGAL SOSIAL EKONOMI NASIONAL"],
            ["Kecamatan Bojongsari, keadaan Maret 2025"],
            [],
            [
                "No",
                "ID Keluarga",
                "Nomor KK",
                "NIK",
                "Nama KK",
                "KDKEL",
                "RW",
                "RT",
                "Jumlah Anggota Keluarga",
                "Desil Nasional",
                "Penerima PKH",
            ],
            [1, "K-1", CARD + "1", CARD + "2", "Ani", "32.76.11.1001", 2, 1, 4, 1, "Ya"],
            [2, "K-2", CARD + "3", CARD + "4", "Budi", "32.76.11.1001", 2, 3, 5, 3, "Tidak"],
        ],
        ["A1:K1", "A2:K2"],
    )


def family_survey(folder):
    """Pendataan Keluarga: headings in two lines with merged cells above, then a line of numbers."""
    return excel(
        folder / "pk.xlsx",
        [
            ["REKAPITULASI PENDATAAN KELUARGA 2025"],
            ["No Urut", "Kode Desa", "Alamat", "", "Rumah", "", "Jumlah Anggota Keluarga"],
            ["", "", "RW", "RT", "Luas Lantai", "Sumber Air Minum", ""],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
            ["F-01", "3276111001", "002", "001", "36,5", "PDAM", 4],
            ["F-02", "3276111001", "002", "004", "21,0", "Sumur", 3],
        ],
        ["A1:G1", "C2:D2", "E2:F2", "A2:A3", "B2:B3", "G2:G3"],
    )


def child_measures(folder):
    """e-PPGBM: a line a child, as CSV with semicolons and a title."""
    path = folder / "eppgbm.csv"
    path.write_text(
        "Data Penimbangan Balita;;;;;;\nPosyandu Melati;;;;;;\nNo KK;NIK;Nama;Kode Kelurahan;RT;TB/U;BB\n"
        f"{CARD}1;{CARD}8;Cici;32.76.11.1001;1;Pendek;9,5\n{CARD}1;{CARD}9;Dedi;32.76.11.1001;1;Normal;11,2\n{CARD}3;{CARD}7;Eka;32.76.11.1001;3;Normal;10,1\n",
        encoding="utf-8",
    )
    return path


def slum_survey(folder):
    """Baseline of a slum: the groups of criteria above, volumes below, thousands and decimals as typed in Indonesia."""
    return excel(
        folder / "kumuh.xlsx",
        [
            ["BASELINE KUMUH"],
            ["Kode Kelurahan", "RW", "RT", "Tahun", "Luas Verifikasi", "Jumlah", "", "Jalan", "", "Panjang Drainase Ideal"],
            ["", "", "", "", "", "Bangunan", "KK", "Ideal", "Buruk", ""],
            ["32.76.11.1001", "02", "01", 2025, "4,63", 50, 60, "780,5", "605", "385"],
            ["32.76.11.1001", "02", "03", 2025, "1,31", 35, 40, "450", "120,25", "200"],
        ],
        ["F2:G2", "H2:I2"],
    )


def test_a_registry_list_below_merged_titles_maps_by_itself(tmp_path, key):
    path = dtsen(tmp_path)
    draft = suggest_mapping(path)
    assert draft.mapping.columns == {
        "ID Keluarga": "household_id",
        "Nomor KK": "no_kk",
        "KDKEL": "village_code",
        "RW": "rw",
        "RT": "rt",
        "Jumlah Anggota Keluarga": "members",
        "Desil Nasional": "registry_decile",
    }
    mapping = Mapping(
        "households", draft.mapping.columns, constants=FIXED | {"registry_source": "DTSEN", "registry_vintage": "2025-03"}
    )
    mapping.write(tmp_path / "dtsen.json")
    done = import_table(path, read_mapping(tmp_path / "dtsen.json"), tmp_path / "kota.xlsx", regency="32.76", key=key)
    assert done.checked.ok and done.unused == ["No", "NIK", "Nama KK", "Penerima PKH"]
    assert done.checked.tables["households"]["registry_decile"].tolist() == [1, 3]


def test_two_lines_of_headings_and_a_line_of_numbers(tmp_path):
    path = family_survey(tmp_path)
    draft = suggest_mapping(path)
    assert draft.mapping.columns == {
        "No Urut": "household_id",
        "Kode Desa": "village_code",
        "RW": "rw",
        "RT": "rt",
        "Luas Lantai": "floor_area_m2",
        "Sumber Air Minum": "water_source",
        "Jumlah Anggota Keluarga": "members",
    }
    mapping = Mapping(
        "households",
        draft.mapping.columns,
        values={"water_source": {"PDAM": "piped", "Sumur": "protected_well"}},
        constants=FIXED,
    )
    done = import_table(path, mapping, tmp_path / "kota.xlsx", regency="32.76")
    assert done.checked.ok and done.unused == [], done.checked.faults
    table = done.checked.tables["households"]
    assert (
        table["household_id"].tolist() == ["F-01", "F-02"]
        and table["floor_area_m2"].tolist() == [36.5, 21.0]
        and table["rt"].tolist() == [1, 4]
    )


def test_a_line_a_child_becomes_a_line_a_household(tmp_path, key):
    path = child_measures(tmp_path)
    assert set(suggest_mapping(path).mapping.columns) == {"No KK", "Kode Kelurahan", "RT"}
    mapping = Mapping(
        "households",
        {"No KK": "no_kk", "Kode Kelurahan": "village_code", "RT": "rt"},
        constants=FIXED,
        counts={
            "under_five": {"column": "TB/U", "values": "*"},
            "under_five_stunted": {"column": "TB/U", "values": ["Pendek", "Sangat Pendek"]},
        },
    )
    done = import_table(path, mapping, tmp_path / "kota.xlsx", regency="32.76", key=key)
    table = done.checked.tables["households"]
    assert done.checked.ok and table["under_five"].tolist() == [2, 1] and table["under_five_stunted"].tolist() == [1, 0]
    assert done.unused == ["NIK", "Nama", "BB"]


def test_a_slum_baseline_with_groups_above(tmp_path):
    path = slum_survey(tmp_path)
    draft = suggest_mapping(path, "neighbourhoods")
    assert {
        "Bangunan": "buildings",
        "KK": "households",
        "Luas Verifikasi": "area_ha",
        "Panjang Drainase Ideal": "ideal_drain_m",
    }.items() <= draft.mapping.columns.items()
    mapping = Mapping("neighbourhoods", draft.mapping.columns | {"Ideal": "ideal_road_m", "Buruk": "2b_volume"})
    done = import_table(path, mapping, tmp_path / "kota.xlsx", regency="32.76")
    assert done.checked.ok, done.checked.faults
    table = done.checked.tables["neighbourhoods"]
    assert (
        table["area_ha"].tolist() == [4.63, 1.31]
        and table["2b_volume"].tolist() == [605.0, 120.25]
        and table["ideal_road_m"].tolist() == [780.5, 450.0]
    )


def test_a_heading_that_stands_twice_gets_the_word_above():
    rows = [["RT", "Baseline", "", "Akhir", ""], ["", "KK", "Jiwa", "KK", "Jiwa"], ["1", "60", "201", "58", "199"]]
    headings = ["RT", "Baseline KK", "Baseline Jiwa", "Akhir KK", "Akhir Jiwa"]
    assert find_headings(rows, needed=headings[:3]) == (headings, 2)
    assert find_headings(rows, known=set(headings).__contains__) == (headings, 2)


def test_no_column_is_lost(tmp_path):
    path = excel(tmp_path / "a.xlsx", [["RT", "KK", "", "RT"], [1, 2, "tanpa judul", 3]])
    assert source_table(path).columns.tolist() == ["RT", "KK", "(C)", "RT (2)"]
    torn = tmp_path / "a.csv"
    torn.write_text("RT,KK\n1,2,5\n")
    with pytest.raises(WrongUse, match="lebih banyak sel"):
        source_table(torn)


def test_data_are_never_taken_for_headings():
    rows = [["household_id", "rt", "note"], ["K1", "1", ""], ["K2", "2", "x"]]
    assert find_headings(rows) == (rows[0], 1)
    assert find_headings(
        [["id", "catatan", "rt"], ["Ani", "", "satu"], ["Budi", "x", "dua"]], known={"id", "rt"}.__contains__
    ) == (["id", "catatan", "rt"], 1)
    assert find_headings([["a", "b", "c"], ["1", "2", "4"]])[1] == 1, "1, 2, 4 counts no columns"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(["", "RT", "KK", "Judul", "3", "(1)"]), min_size=3, max_size=3), max_size=6),
    st.sampled_from([(), ("RT",), ("RT", "KK")]),
)
def test_whatever_stands_there_is_answered(rows, needed):
    headings, after = find_headings(rows, needed, {"RT", "KK"}.__contains__)
    assert 0 <= after <= len(rows) and (not rows or len(headings) == 3)
    one_line = [row for row in rows if set(needed) <= set(row)]
    if needed and one_line:
        assert set(needed) <= set(headings)
