"""A user's own table: numbers as offices write them, and every doubtful cell named."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from p2wkss_analysis.errors import DataFaults, WrongUse
from p2wkss_analysis.tables.open_file import read_table


def written(tmp_path, text, name="t.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(("cells", "values"), [
    (["5,5", "1.234"], [5.5, 1234.0]),            # the comma is settled as decimal, so the point is thousands
    (["5.5", "1.234"], [5.5, 1.234]),             # the point is settled as decimal
    (["0,945", "1,000"], [0.945, 1.0]),           # no thousands group begins with 0
    (["1.234,5", "2.000"], [1234.5, 2000.0]),
    (["1,234.5", "2,000"], [1234.5, 2000.0]),
    (["1.234.567", "5.000"], [1234567.0, 5000.0]),
    (["12", "-3", "+4"], [12.0, -3.0, 4.0]),
    (["", "7"], [np.nan, 7.0]),
])
def test_numbers_as_offices_write_them(tmp_path, cells, values):
    path = written(tmp_path, "area_code;x\n" + "".join(f"a{i};{c}\n" for i, c in enumerate(cells)))
    np.testing.assert_array_equal(read_table(path, numbers=["x"])["x"], values)


@pytest.mark.parametrize("cells", [["5.000", "7.000"], ["5,000"], ["1,5", "2.5", "3.000"], ["lima"], ["5 000"], ["1.2.3"], ["٥"], ["1e5"], ["nan"], ["inf"], ["12-11"]])
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
    with pytest.raises(WrongUse, match="Sheet1"):
        read_table(tmp_path / "t.xlsx", sheet="Lain")


@pytest.mark.parametrize(("name", "data"), [("t.csv", b""), ("t.xlsx", b"no workbook"), ("t.csv", b"a,b\n1,2,3\n"), ("t.csv", b"a,a\n1,2\n"), ("t.xls", b"\xd0\xcf")])
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
