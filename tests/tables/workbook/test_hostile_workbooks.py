"""No file brings the reading of workbooks and tables down: each hostile one is a fault or a sentence, each honest one is read."""

import datetime as dt
import io
import re
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from p2wkss_analysis.province import reading as collection_reading
from p2wkss_analysis.say.errors import P2wkssError, WrongUse
from p2wkss_analysis.tables import check as rules
from p2wkss_analysis.tables import open_file
from p2wkss_analysis.tables.open_file import read_table
from p2wkss_analysis.tables.workbook import faults as workbook_faults
from p2wkss_analysis.tables.workbook.check import check
from p2wkss_analysis.tables.workbook.template import write_template
from p2wkss_analysis.tables.xlsx import parts as workbook_parts
from p2wkss_analysis.tables.xlsx.reading import Book, Unreadable

sys.path.append(str(Path(__file__).resolve().parents[3] / "benchmarks"))

import hostile_packages  # noqa: F401  each enters its files into the registers
import hostile_parts as zoo
import hostile_sheets  # noqa: F401
import hostile_tables  # noqa: F401

# What a harmless oddity does not change: the one line of the sheet is read.
HARMLESS = {
    "size claimed, nothing there",
    "merged ranges",
    "many strings",
    "many empty strings",
    "blanks without end",
    "empty cells without end",
    "one cell again and again",
    "names that lead out of the file",
    "styles in millions",
    "a sheet without lines",
}
REFUSED = {
    "entities",
    "an entity",
    "deep",
    "a string",
    "one string",
    "thousands of sheets",
    "a name of a sheet",
    "a million",
    "an entry",
    "too small",
    "a packed",
    "marked",
    "a way",
    "checksum",
    "bzip2",
    "a sheet outside",
    "an old",
    "OpenDocument",
    "half",
    "an encoding",
    "no text",
    "a thousand digits",
}


@pytest.mark.parametrize("name", zoo.BOOKS)
def test_a_hostile_workbook_is_faults_and_an_honest_one_is_read(tmp_path, name):
    path = zoo.BOOKS[name](tmp_path, False)
    try:
        book = Book(path)
        sheets = {sheet: book.cells(sheet) for sheet in book.names}
    except Unreadable as error:
        assert any(part in name for part in REFUSED) and error.both().id and error.both().en
        assert check(path).faults["rule"].tolist() == [error.rule.say("id")]
        return
    assert not any(part in name for part in REFUSED)
    cells = sheets["households"]
    if "far" in name or name in ("last cell of Excel", "a sheet in UTF-16"):
        assert cells.odd.span and cells.rows == []
        faults = check(path, "en").faults
        assert len(faults) == 1 and "too large" in faults["rule"].item() and "far from the table" in faults["remedy"].item()
    elif name == "an attribute without end":
        assert cells.rows == []
    else:
        assert cells.odd.span is None and set(zoo.HEADS) <= set(cells.rows[0])
        assert not name.startswith("honest") or len(cells.rows) == 21
        if name in HARMLESS:
            assert [len(row) for row in cells.rows] == [6, 6] and tuple(cells.rows[1]) == zoo.ROW


@pytest.mark.parametrize("name", zoo.TABLES)
def test_a_hostile_table_is_a_sentence_and_an_honest_one_is_read(tmp_path, name):
    path = zoo.TABLES[name](tmp_path, False)
    try:
        table = read_table(path, numbers=["poor"], needed=["area_code"])
        assert table["area_code"].iloc[0] == "32.76.11.1001" and name in (
            "zeros of C",
            "lines without end",
            "lines of one sign",
            "UTF-16",
            "honest: a million lines",
        )
    except WrongUse as error:
        assert path.name in error.sentence("id") and re.search(r"too large|not closed", error.sentence("en"))


def test_cells_that_only_the_slow_reader_understands_are_counted_over_the_whole_workbook(tmp_path, monkeypatch):
    path = zoo.write(tmp_path / "kota.xlsx", zoo.sheet('<row r="3"><c r="A3"/></row>' * 100))
    monkeypatch.setattr(workbook_parts, "MOST_UNUSUAL", 150)
    book = Book(path)
    book.cells("households")  # a hundred, and twelve
    with pytest.raises(Unreadable) as refused:
        book.cells("households")
    assert "save it again" in refused.value.rule.say("en") and "simpan ulang" in refused.value.rule.say("id")


def test_one_bad_file_does_not_end_a_collection(tmp_path, monkeypatch):
    for name in (
        "far line of eleven digits",
        "far, in single quotes",
        "entities in the sheet",
        "half of a file",
        "an entry twice",
    ):
        folder = tmp_path / name
        folder.mkdir()
        zoo.BOOKS[name](folder, False)
    write_template(tmp_path / "depok.xlsx", "32.76")
    (tmp_path / "nol.xlsx").write_bytes((tmp_path / "depok.xlsx").read_bytes())
    whole = collection_reading._workbook
    monkeypatch.setattr(
        collection_reading, "_workbook", lambda path, name, *rest: 1 / 0 if path.name == "nol.xlsx" else whole(path, name, *rest)
    )
    found = {file.file: file for file in collection_reading.read_folder(tmp_path, "en")}
    assert len(found) == 7 and [name for name, file in found.items() if file.status == "read"] == ["depok.xlsx"]
    assert "ZeroDivisionError" in found["nol.xlsx"].reason.say("en") and all(
        file.reason.id and file.reason.en for name, file in found.items() if name != "depok.xlsx"
    )


def test_a_limit_is_a_sentence_that_says_what_to_do(tmp_path, monkeypatch):
    path = zoo.write(
        tmp_path / "kota.xlsx", zoo.sheet(zoo.line(3, ["a text of more than forty characters, that is a long one"] * 6))
    )
    limits = [
        (workbook_parts, "MOST_BYTES", 100),
        (workbook_parts, "LARGEST_PART", 500),
        (workbook_parts, "MOST_TEXT", 500),
        (workbook_parts, "MOST_EXPANSION", (1, 100)),
        (workbook_parts, "MOST_SPREAD", 50),
        (workbook_parts, "MOST_ENTRIES", 3),
    ]
    for module, limit, value in limits:
        with monkeypatch.context() as patch:
            patch.setattr(module, limit, value)
            if limit == "LARGEST_PART":
                patch.setattr(workbook_parts.Parts.pieces, "__defaults__", (500,))
            faults = check(path, "en").faults
        assert len(faults) == 1 and "split it" in faults["remedy"].item(), limit
    for limit, value in (("MOST_BYTES", 10), ("LAST_LINE", 1), ("MOST_CELLS", 3), ("LAST_COLUMN", 1)):
        with monkeypatch.context() as patch, pytest.raises(WrongUse, match="split|bagi"):
            patch.setattr(open_file, limit, value)
            read_table(zoo.TABLES["honest: a million lines"](tmp_path, False))


def test_more_faults_than_anybody_mends_end_the_check_with_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook_faults, "MOST_FAULTS", 30)
    monkeypatch.setattr(rules, "MOST_FAULTS", 30)
    for name in ("every cell wrong", "every cell empty but one"):
        checked = check(zoo.BOOKS[name](tmp_path, False), "en")
        assert checked.tables == {} and len(checked.faults) <= 31 and "check was stopped" in checked.faults["rule"].iloc[0]
        assert isinstance(rules.TooManyFaults(), P2wkssError)


CELLS = [
    "<c{a}><v>5</v></c>",
    '<c{a} t="b"><v>1</v></c>',
    '<c{a} s="1"><v>0.5</v></c>',
    '<c{a} t="inlineStr"><is><t xml:space="preserve"> a&amp;b&#10;</t></is></c>',
    '<c{a} t="s"><v>0</v></c>',
    "<c{a}><f>1+1</f></c>",
    '<c{a} t="e"><v>#N/A</v></c>',
    '<c{a} t="str"><f>A1</f><v>007</v></c>',
    '<c{a} s="1"/>',
    "<c{a} s='2'><v>45000.25</v></c>",
]
SPELLINGS = [
    lambda x: x.replace('"', "'"),
    lambda x: x.replace("<c r", "<c\n\tr").replace("<row r", "<row  r"),
    lambda x: re.sub(r'="', ' = "', x),
    lambda x: re.sub(r"<(/?)(c|v|f|is|t|row|sheetData|worksheet)\b", r"<\1x:\2", x).replace("xmlns=", "xmlns:x="),
    lambda x: x.replace("<row", "<!-- <row r='9'> --><row"),
    lambda x: re.sub(r' r="[A-Z]+\d+"', "", x),
    lambda x: re.sub(r'( r="[A-Z0-9]+")( [a-z]="\w+")', r"\2\1", x),
    lambda x: x.replace("<v>5</v>", "<v><![CDATA[5]]></v>"),
    lambda x: x.replace("</row>", "</row>\n"),
    lambda x: "\ufeff" + x,
    lambda x: x.encode("utf-16"),
    lambda x: x.replace("?>", ' encoding="ISO-8859-1"?>').encode("latin-1"),
    lambda x: x.replace("<sheetData>", "<sheetPr/><sheetData >"),
    lambda x: x.replace("</row>", "<x/></row>"),
    lambda x: x.replace("<v>5</v>", "<v>&#x35;</v>"),
    lambda x: x.replace("</sheetData>", "</sheetData ><!-- <c r='XFD1048576'/> -->"),
    lambda x: x.replace(' r="A1"', ' cm="1" r="A1"'),
    lambda x: x.replace("<mergeCell ref", "<mergeCell\n ref"),
    lambda x: x.replace('<mergeCell ref="B2:C4"/>', "<!-- <mergeCell ref='A1:A9'/> --><mergeCell ref='B2:C4'></mergeCell>"),
]


MERGED = '<mergeCells count="1"><mergeCell ref="B2:C4"/></mergeCells>'


def test_every_spelling_of_the_same_cells_gives_the_same_values(tmp_path):
    rows = "".join(
        f'<row r="{n}">'
        + "".join(cell.format(a=f' r="{letter}{n}"') for letter, cell in zip("ABCDEFGHIJ", CELLS, strict=True))
        + "</row>"
        for n in range(1, 6)
    )
    styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="22"/></cellXfs></styleSheet>'

    def read(spelt):
        path = zoo.write(
            tmp_path / "a.xlsx",
            spelt,
            strings="<sst><si><r><t>a</t></r><rPh><t>no</t></rPh><r><t>b</t></r></si></sst>",
            styles=styles,
        )
        cells = Book(path).cells("households")
        return (
            cells.rows,
            cells.odd.errors,
            cells.odd.uncomputed,
            [(r, c) for r in range(6) for c in range(12) if (r, c) in cells.odd.percent],
            cells.odd.merged,
        )

    plain = f'<?xml version="1.0"?><worksheet xmlns="{zoo.MAIN}"><sheetData>{rows}</sheetData>{MERGED}</worksheet>'
    known = read(plain.replace("'", '"'))
    assert [str(v) for v in known[0][0]] == ["5.0", "True", "0.5", " a&b\n", "ab", "=", "#N/A", "007", "", "2023-03-15 06:00:00"]
    assert len(known[0]) == 5 and len(known[1]) == len(known[2]) == len(known[3]) == 5 and known[4] == {(1, 1, 3, 2)}
    for number, spelling in enumerate(SPELLINGS):
        assert read(spelling(plain)) == known, number


def test_lines_given_before_an_odd_one_are_neither_lost_nor_doubled(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook_parts, "PIECE", 64)
    for odd in (
        "<row r='8'><c r='A8'><v>1</v></c></row>",
        '<row r="6"><c r="B6"><v>1</v></c></row>',
        '<row r="3"><c r="B3"><v>1</v></c></row>',
        "<!-- -->",
    ):
        lines = [f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(3, 7)]
        path = zoo.write(tmp_path / "a.xlsx", zoo.sheet("".join(lines) + odd + '<row r="9"><c r="A9"><v>9</v></c></row>'))
        rows = Book(path).cells("households").rows
        assert [row[0] for row in rows[2:6]] == [3, 4, 5, 6] and rows[8] == [9] and len(rows) == 9
        assert not odd.count("B") or rows[5 if "B6" in odd else 2][1] == 1


def test_the_reader_agrees_with_another_one_on_dates_numbers_and_texts(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    formats = ["General", "0.00", "dd/mm/yyyy", "[$-421]dd mmmm yyyy", "h:mm", "yyyy-mm-dd hh:mm", '0 "hari"', "#,##0", "0%", "@"]
    for column, number_format in enumerate(formats, start=1):
        for row, value in enumerate([0.25, 1, 59, 61, 45000, 45000.5, 45000.125, -3, 1e-7, 1_234_567], start=1):
            sheet.cell(row, column, value).number_format = number_format
    for row, value in enumerate([" a ", "é\n", "<&>\"'", "007", "x" * 32_767, True, False], start=11):
        sheet.cell(row, 1, value)
    book.save(tmp_path / "a.xlsx")
    rows = Book(tmp_path / "a.xlsx").cells("Sheet").rows
    for theirs in openpyxl.load_workbook(tmp_path / "a.xlsx")["Sheet"].iter_rows():
        for cell in theirs:
            ours = rows[cell.row - 1][cell.column - 1] if cell.column <= len(rows[cell.row - 1]) else ""
            if cell.value is None:
                assert ours == ""
            elif cell.is_date and isinstance(cell.value, dt.datetime):
                if cell.row == 8:  # below zero, which Excel shows as a row of signs
                    assert ours == -3
                    continue
                assert str(ours) == (str(cell.value) if cell.value.time().isoformat() != "00:00:00" else str(cell.value.date()))
            elif isinstance(ours, (str, bool)) or not cell.is_date:
                assert ours == cell.value and isinstance(ours, bool) == isinstance(cell.value, bool)


def test_nothing_of_the_zip_is_opened_beside_the_named_parts(tmp_path):
    path = zoo.BOOKS["names that lead out of the file"](tmp_path, False)
    before = sorted(tmp_path.rglob("*"))
    assert Book(path).cells("households").rows and sorted(tmp_path.rglob("*")) == before
    data = io.BytesIO(path.read_bytes())
    assert "../../etc/evil" in zipfile.ZipFile(data).namelist()
