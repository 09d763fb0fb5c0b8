"""Shapes of sheets in which a figure could change place, year or size unnoticed: it is read as written, or refused."""

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from p2wkss_analysis import load
from p2wkss_analysis.dictionary.tables import read_dictionary
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.added.columns import Asked
from p2wkss_analysis.tables.added.grids import read_grids
from p2wkss_analysis.tables.added.layout import read_layout
from p2wkss_analysis.tables.added.names import RowNames

RATE, PEOPLE = "Persentase Penduduk Miskin (P0) Menurut Kabupaten/Kota", "Jumlah Penduduk Miskin (Jiwa) Menurut Kabupaten/Kota"
HEAD = ["Kabupaten/Kota", "2026"]


ROWS = RowNames(load("areas").query("level in ('province', 'regency')"))
ENTRIES = {
    e["name"]: read_dictionary().indicator(e["name"]) for e in read_dictionary().resource("regency_indicators")["indicators"]
}


def read(path):
    (grid,) = read_grids(path)
    return read_layout(grid, Asked(), ROWS, ENTRIES, path.name, path.stem)


def got(layout):
    return {(r.area_code, r.year): float(r.value) for r in layout.figures.itertuples()}


def text(folder, lines):
    path = folder / "unduhan.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "lines",
    [
        [RATE, ";".join(HEAD), "Kab. Bogor;7,2", "Indeks Kedalaman Kemiskinan (P1)", ";".join(HEAD), "Kota Depok;0,3"],
        [RATE, ";".join(HEAD), "Kab. Bogor;7,2", "Tabel 4.2 Kedalaman", ";".join(HEAD), "Kota Depok;0,3"],
        [
            "Kemiskinan 2026",
            "Kabupaten/Kota;P0;Kabupaten/Kota;P1",
            "Kota Bogor;6,1;Kota Depok;0,3",
            "Kota Depok;2,2;Kota Bogor;0,9",
        ],
        ["Provinsi Jawa Barat Dalam Angka 2026", "Kabupaten/Kota;P0", "Kota Depok;2,2"],
        [RATE, "Diunduh 12 Januari 2026", "Kabupaten/Kota;P0", "Kota Depok;2,2"],
    ],
    ids=["below", "below, its title unknown", "beside", "year of the publication", "year of the download"],
)
def test_another_table_or_year_on_the_sheet_is_refused(tmp_path, lines):
    with pytest.raises(WrongUse):
        read(text(tmp_path, lines))


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        ([RATE, "Kabupaten/Kota,2026", "Kota Depok,2,34"], {"C3"}),
        ([PEOPLE, ";".join(HEAD), "Kota Depok;64,36"], {"B3"}),
        ([RATE, "Kode;Kabupaten/Kota;2026", "3276;Kota Bogor;6,1", "32,76;Kota Depok;2,2"], {"B3"}),
    ],
    ids=["decimal comma between commas", "part of a person", "code of another place"],
)
def test_a_cell_that_cannot_be_so_is_listed(tmp_path, lines, cells):
    assert {fault.cell for fault in read(text(tmp_path, lines)).faults} == cells


def test_groups_numbered_in_roman_signs_without_width_and_a_table_that_goes_on(tmp_path):
    lines = [
        "Tabel 4.1;" + RATE,
        "Kabupaten/Kota;2026",
        "(1);(2)",
        "I. Kabupaten/Regency;",
        "1. Bogor;7,\u200b2",
        "II. Kota/Municipality;",
    ]
    lines += ["1. Bo\u200bgor;6,1", "Lanjutan Tabel 4.1;", "Kabupaten/Kota;2026", "2. Depok;2,2", "JAWA TENGAH;10", "Tegal;7"]
    back = read(text(tmp_path, lines))
    assert got(back) == {("32.01", 2026): 7.2, ("32.71", 2026): 6.1, ("32.76", 2026): 2.2}
    assert [fault.cell for fault in back.faults] == ["A12"]  # Kota or Kabupaten Tegal


def test_a_raised_digit_is_a_footnote_and_a_merged_heading_has_no_year_of_its_neighbour(tmp_path):
    def raised(before, above):
        return CellRichText(before, TextBlock(InlineFont(vertAlign="superscript"), above))

    book = openpyxl.Workbook()
    for row in (
        ["Kemiskinan Menurut Kabupaten/Kota"],
        ["Kabupaten/Kota", "P0", None, "P1"],
        [None, "2025", "2026"],
        [raised("Kota Depok", "1"), raised("2,2", "1"), "2,1", "0,3"],
    ):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    back = read(tmp_path / "a.xlsx")
    assert got(back) == {("32.76", 2025): 2.2, ("32.76", 2026): 2.1} and len(back.left) == 1
