"""A CSV for people, in both languages: what was written is read back, and Excel's signs are those of the language."""

import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from p2wkss_analysis.display.texts import HEADINGS
from p2wkss_analysis.files.csv_text import SIGNS, csv_text
from p2wkss_analysis.tables.exports.mapping import as_columns
from p2wkss_analysis.tables.open_file import csv_rows, read_table

NUMBERS = st.floats(-1e12, 1e12) | st.sampled_from([12.345, -1.5, 1e-9, 999.125, 1000.125, np.nan]) | st.integers(-(10**9), 10**9)
TEXTS = st.text(st.sampled_from("aB,;\t\"'=-.1 \n"), min_size=1, max_size=6).map(str.strip).filter(bool)
ROWS = st.lists(st.tuples(TEXTS, NUMBERS, TEXTS | st.none(), NUMBERS), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lang=st.sampled_from(list(SIGNS)), rows=ROWS)
def test_what_was_written_is_read_back(lang, rows):
    table = pd.DataFrame(rows, columns=["name", "score", "reason", "value"]).astype({"score": float, "value": float})
    path = Path(tempfile.mkdtemp()) / "t.csv"
    path.write_bytes(csv_text(table.rename(columns={c: getattr(HEADINGS[c], lang) for c in table}), lang).encode())
    read = read_table(path, numbers=["score", "value"], needed=["name"], known=["reason"])
    assert list(read) == list(table)
    np.testing.assert_array_equal(read[["score", "value"]], table[["score", "value"]])
    assert read["name"].tolist() == table["name"].tolist()
    assert read["reason"].fillna("").tolist() == table["reason"].fillna("").tolist()
    assert len(as_columns(csv_rows(path))) == 4  # and so does the import of exports see its columns


def test_each_language_has_its_signs_and_no_number_can_be_two(tmp_path):
    table = pd.DataFrame({"Nama": ["Beji; Depok"], "n": [12.345], "tahun": [2024.0], "batas": [np.inf], "kosong": [None]})
    assert csv_text(table, "id") == '\ufeffNama;n;tahun;batas;kosong\r\n"Beji; Depok";12,3450;2024;tanpa batas atas;\r\n'
    assert csv_text(table, "en").splitlines()[1] == '"Beji; Depok",12.3450,2024,no upper limit,'


def test_the_separator_is_the_sign_that_stands_equally_often(tmp_path):
    for text in ("a;b\n1,5;2,5\n2,5;3,5\n", "Judul, 2025\na;b\n1,5;2,5\n2,5;3,5\n", "a,b\nBeji; Depok,2\nSawangan; x,3\n"):
        (tmp_path / "a.csv").write_text(text)
        assert len(csv_rows(tmp_path / "a.csv")[-1][1]) == 2
