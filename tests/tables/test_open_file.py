"""A user's own table: numbers as offices write them, and every doubtful cell named."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from p2wkss_analysis.say.errors import DataFaults, WrongUse
from p2wkss_analysis.tables.open_file import read_table


def written(tmp_path, text, name="t.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["12.500,5", "12,5", "1.234"], [12500.5, 12.5, 1234.0]),  # thousands are seen beside decimals
        (["5.5", "1.234"], [5.5, 1.234]),  # the point is settled as decimal
        (["0,945", "1,000"], [0.945, 1.0]),  # no thousands group begins with 0
        (["1.234,5", "2.000"], [1234.5, 2000.0]),
        (["1,234.5", "2,000"], [1234.5, 2000.0]),
        (["1.234.567", "5.000"], [1234567.0, 5000.0]),
        (["1234.567", "2345.678"], [1234.567, 2345.678]),  # no group of thousands has four digits
        (["1234,567", "5,000", "12"], [1234.567, 5.0, 12.0]),  # and so the whole column has decimals
        (["-12345.678", "1,234.567"], [-12345.678, 1234.567]),
        (["12", "-3", "+4"], [12.0, -3.0, 4.0]),
        (["", "7"], [np.nan, 7.0]),
    ],
)
def test_numbers_as_offices_write_them(tmp_path, cells, values):
    path = written(tmp_path, "area_code;x\n" + "".join(f"a{i};{c}\n" for i, c in enumerate(cells)))
    np.testing.assert_array_equal(read_table(path, numbers=["x"])["x"], values)


@pytest.mark.parametrize(
    "cells",
    [
        ["5.000", "7.000"],
        ["5,000"],
        ["12,5", "7,25", "5.000"],
        ["1234,567", "5.000"],
        ["1234.567", "1.234.567", "5.000"],
        ["010.500"],
        ["1,5", "2.5", "3.000"],
        ["lima"],
        ["5 000"],
        ["1.2.3"],
        ["٥"],
        ["1e5"],
        ["nan"],
        ["inf"],
        ["12-11"],
    ],
)
def test_what_cannot_be_told_is_a_fault_for_each_cell(tmp_path, cells):
    path = written(tmp_path, "area_code;x\n" + "".join(f"a{i};{c}\n" for i, c in enumerate(cells)))
    with pytest.raises(DataFaults) as caught:
        read_table(path, numbers=["x"])
    table = caught.value.table()
    assert set(table["column"]) == {"x"} and table["row"].min() >= 2


@given(st.lists(st.floats(-1e6, 1e6).map(lambda v: round(v, 2)), min_size=1, max_size=20))
def test_whatever_excel_in_indonesia_writes_is_read_back(values):
    """Two decimals, comma, thousands points: as Excel shows them under Indonesian settings."""
    import tempfile
    from pathlib import Path

    shown = [f"{v:,.2f}".translate(str.maketrans(",.", ".,")) for v in values]
    path = Path(tempfile.mkdtemp()) / "t.csv"
    path.write_text("area_code;x\n" + "".join(f"a;{s}\n" for s in shown), encoding="utf-8")
    np.testing.assert_allclose(read_table(path, numbers=["x"])["x"], values)


def test_separators_encodings_and_spaces(tmp_path):
    for separator in ",;\t":
        path = written(tmp_path, f"area_code{separator} name \n32.76.11.1001{separator}Bojongsari \n\n")
        assert read_table(path).to_dict("records") == [{"area_code": "32.76.11.1001", "name": "Bojongsari"}]
    path = written(tmp_path, "area_code,name\na,Çilegon\n", encoding="cp1252")
    assert read_table(path)["name"].item() == "Çilegon"
    path = written(tmp_path, "\ufeffarea_code,x\na,1\n")
    assert list(read_table(path).columns) == ["area_code", "x"]


def test_codes_stay_text(tmp_path):
    path = written(tmp_path, "area_code,x\n32.10,1\n")
    assert read_table(path, numbers=["x"])["area_code"].item() == "32.10"


def test_excel_is_read_with_its_numbers(tmp_path):
    table = pd.DataFrame({"area_code": ["32.10", "32.76"], "x": [1.234, 5000.0], "text": ["1,5", "5.000,25"]})
    table.to_excel(tmp_path / "t.xlsx", index=False)
    found = read_table(tmp_path / "t.xlsx", numbers=["x", "text"])
    assert found["x"].tolist() == [1.234, 5000.0] and found["text"].tolist() == [1.5, 5000.25]
    pd.DataFrame({"x": [1000.125, 1100.125, 12345.5]}).to_excel(tmp_path / "three.xlsx", index=False)
    assert read_table(tmp_path / "three.xlsx", numbers=["x"])["x"].tolist() == [1000.125, 1100.125, 12345.5]
    with pytest.raises(WrongUse, match="Sheet1"):
        read_table(tmp_path / "t.xlsx", sheet="Lain")


@pytest.mark.parametrize(
    ("name", "data"),
    [("t.csv", b""), ("t.xlsx", b"no workbook"), ("t.csv", b"a,b\n1,2,3\n"), ("t.csv", b"a,a\n1,2\n"), ("t.xls", b"\xd0\xcf")],
)
def test_what_is_no_table_is_a_sentence(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(WrongUse):
        read_table(tmp_path / name)


def test_missing_files_and_columns_are_named(tmp_path):
    with pytest.raises(WrongUse, match="nowhere.csv"):
        read_table(tmp_path / "nowhere.csv")
    path = written(tmp_path, "area_code,x\na,1\n")
    with pytest.raises(WrongUse, match="miskin"):
        read_table(path, numbers=["miskin"])


def sheet_of(tmp_path, rows, name="t.xlsx", formats=()):
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for place, form in formats:
        book.active[place].number_format = form
    book.save(tmp_path / name)
    return tmp_path / name


def test_a_numeric_cell_says_nothing_about_how_its_neighbour_was_typed(tmp_path):
    path = sheet_of(tmp_path, [["area_code", "x"], ["32.76", 4500.5], ["32.77", "5.000"], ["32.78", "6.100"]])
    with pytest.raises(DataFaults) as caught:
        read_table(path, numbers=["x"])
    assert caught.value.table()["value"].tolist() == ["5.000", "6.100"]


def test_lines_are_those_of_the_file_and_a_title_or_empty_rows_do_no_harm(tmp_path):
    path = sheet_of(
        tmp_path, [["Data kelurahan 2025"], [], ["area_code", "x"], ["32.76.01.1001", 1], [], ["32.76.01.1002", "lima"]]
    )
    with pytest.raises(DataFaults) as caught:
        read_table(path, numbers=["x"])
    assert caught.value.table()["row"].tolist() == [6]
    path = written(tmp_path, "Data kelurahan;;\n\narea_code;x\n\n32.76.01.1001;1\n\n32.76.01.1002;lima\n")
    with pytest.raises(DataFaults) as caught:
        read_table(path, numbers=["x"])
    assert caught.value.table()["row"].tolist() == [7]


def test_total_rows_notes_and_numeric_codes_are_no_places(tmp_path):
    path = sheet_of(
        tmp_path, [["area_code", "x"], ["32.76.01.1001", 1], [32.76, 2], ["JUMLAH", 3], ["", 4], ["32.76.11.1001.002.01", 5]]
    )
    with pytest.raises(DataFaults) as caught:
        read_table(path, numbers=["x"], codes=["area_code"])
    assert caught.value.table()["row"].tolist() == [3, 4, 5]


def test_error_cells_uncomputed_formulas_and_mixed_percent_are_faults(tmp_path):
    path = sheet_of(tmp_path, [["area_code", "x", "y"], ["a", "#DIV/0!", 0.08], ["b", "=1+1", 3.0]], formats=[("C2", "0%")])
    with pytest.raises(DataFaults) as caught:
        read_table(path, numbers=["x", "y"])
    table = caught.value.table()
    assert sorted(zip(table["row"], table["column"], strict=True)) == [(2, "x"), (2, "y"), (3, "x")]


def test_the_sheet_that_has_the_columns_is_found(tmp_path):
    with pd.ExcelWriter(tmp_path / "t.xlsx") as book:
        pd.DataFrame({"catatan": ["halo"]}).to_excel(book, sheet_name="Catatan", index=False)
        pd.DataFrame({"area_code": ["32.76"], "x": [2.0]}).to_excel(book, sheet_name="Data", index=False)
    assert read_table(tmp_path / "t.xlsx", numbers=["x"])["x"].tolist() == [2.0]


def test_a_column_of_decimal_commas_does_not_settle_a_point_with_three_digits(tmp_path):
    path = written(tmp_path, "area_code;x\na;12,5\nb;5.000\nc;1.234\n")
    with pytest.raises(DataFaults) as caught:
        read_table(path, numbers=["x"])
    assert caught.value.table()[["row", "value", "remedy"]].values.tolist() == [
        [3, "5.000", "Tulis 5000 atau 5."],
        [4, "1.234", "Tulis 1234 atau 1,2340."],
    ]
    for remedy, value in (("5000", 5000), ("5", 5)):  # what is asked for can be read
        assert read_table(written(tmp_path, f"area_code;x\na;12,5\nb;{remedy}\nc;1,2340\n"), numbers=["x"])["x"].tolist() == [
            12.5,
            value,
            1.234,
        ]


def test_what_was_read_otherwise_than_typed_is_kept(tmp_path):
    path = written(tmp_path, "area_code;x;y;z\na;12.500,5;7;1.234.567\nb;5.000;8;2.000\nc;3,5;9;\n")
    readings = read_table(path, numbers=["x", "y", "z"]).attrs["readings"]
    assert [(column, change.en, cells, typed, read) for column, change, cells, typed, read in readings] == [
        ("x", "decimal comma read as a point", 1, "3,5", "3.5"),
        ("x", "thousands separators removed", 2, "12.500,5", "12500.5"),
        ("z", "thousands separators removed", 2, "1.234.567", "1234567"),
    ]


def test_a_quotation_mark_never_closed_is_said_with_its_line_however_short_the_file(tmp_path):
    path = tmp_path / "tabel.csv"
    path.write_text('area_code,poor\n32.76.11.1001,5\n32.76.11.1002,"6\n32.76.11.1003,7\n')
    with pytest.raises(WrongUse) as caught:
        read_table(path, numbers=["poor"], needed=["area_code"])
    assert "line 3" in caught.value.sentence("en") and "not closed" in caught.value.sentence("en")
    path.write_text('area_code,poor,note\n32.76.11.1001,5,Toko "Makmur" Jaya\n32.76.11.1002,6,"baris\ndua"\n')
    assert len(read_table(path, numbers=["poor"], needed=["area_code"])) == 2
