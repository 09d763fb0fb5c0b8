"""A file under a wrong name is called what it is, with what was expected and what to do."""

import io
import json
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.files.kinds import kind_of, kind_of_file
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.exports.mapping import source_table
from p2wkss_analysis.tables.open_file import read_table
from p2wkss_analysis.tables.xlsx.reading import Book

sys.path.append(str(Path(__file__).resolve().parents[2] / "benchmarks"))

import hostile_parts


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as into:
        for name, data in parts.items():
            into.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000) + stream.encode("utf-16-le")


FILES = {  # what an office sends, and by which words it is to be known
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF", "Ask for"),
    "html": (b"\r\n<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table><tr><td>32.76", "a web page (HTML)", "in Excel"),
    "mhtml": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "a web page (HTML)", "in Excel"),
    "xml_sheet": (
        b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        "an Excel 2003 XML table",
        "in Excel",
    ),
    "xls": (ole("Workbook"), "an old Excel workbook (.xls)", "in Excel"),
    "xls without a container": (b"\x09\x08\x10\0\0\x06\x05\0" + bytes(60), "an old Excel workbook (.xls)", "in Excel"),
    "password": (ole("EncryptedPackage"), "protected by a password", "without a password"),
    "doc": (ole("WordDocument"), "a Word document", "Ask for"),
    "docx": (packed(word__document_xml=b"<w/>"), "a Word document", "Ask for"),
    "xlsb": (packed(xl__workbook_bin=b"\0"), "a binary Excel workbook (.xlsb)", "in Excel"),
    "ods": (packed(mimetype=b"x", content_xml=b"<x/>"), "a LibreOffice document", "in Excel"),
    "zip": (packed(kota_xlsx=packed(xl__workbook_xml=b"<x/>")), "a ZIP file", "Unpack it first"),
    "gzip": (b"\x1f\x8b\x08\0" + bytes(60), "a compressed file (gzip)", "Unpack it first"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(60), "a picture", "Ask for"),
    "bmp": (b"BM\x36\0\x0c\0\0\0\0\0" + bytes(60), "a picture", "Ask for"),
    "json": (b'{"type": "FeatureCollection"}', "a JSON file", "Ask for"),
    "half of a workbook": (packed(xl__workbook_xml=b"<x/>")[:-60], "damaged or incomplete", "sent again"),
    "nothing": (b"", "empty", "sent again"),
    "no text": (bytes(range(256)) * 9, "a file that holds no table", "Ask for"),
}
OPEN = {
    "table": lambda path: read_table(path, needed=["area_code"]),
    "export": source_table,
    "register": lambda path: p2.check_register(path).sentence("en"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_named_xlsx_or_csv_is_called_what_it_is(tmp_path, name):
    data, words, remedy = FILES[name]
    book, text = tmp_path / "kota.xlsx", tmp_path / "kota.csv"
    book.write_bytes(data)
    text.write_bytes(data)
    checked = p2.check(book, "en")
    (fault,) = checked.faults.itertuples()
    assert checked.tables == {} and checked.sentence("id")
    assert words in fault.rule and remedy in fault.remedy and fault.rule.count(".") <= 3
    if remedy == "Ask for":
        assert "template" in fault.remedy
    for path, ways in ((book, ("table", "export")), (text, OPEN)):
        for way in ways:
            if way == "register" and name in ("nothing", "half of a workbook"):
                continue
            with pytest.raises(WrongUse) as refused:
                OPEN[way](path)
            said = refused.value.sentence("en")
            assert path.name in said and words in said and "\n" not in said and refused.value.sentence("id") != said


def test_a_csv_named_xlsx_and_a_workbook_named_csv_need_another_name(tmp_path):
    text, book = tmp_path / "desa.xlsx", tmp_path / "desa.csv"
    text.write_text("area_code;BMI\n32.76.01.1006;5\n")
    hostile_parts.write(book, hostile_parts.sheet(""))
    for way, ending in (
        (lambda: read_table(text), ".csv"),
        (lambda: source_table(book), ".xlsx"),
        (lambda: read_table(book), ".xlsx"),
    ):
        with pytest.raises(WrongUse) as refused:
            way()
        assert refused.value.sentence("en").endswith(f"Change the ending of its name to {ending}.")
    assert "template" in p2.check(text, "en").faults["remedy"].item()


def test_text_is_text_whatever_it_begins_with(tmp_path):
    texts = (
        "BMI;berat\n20;50\n",
        "PK;nama\n1;a\n",
        "[x];y\n1;2\n",
        "GIFT\n1\n",
        "<5 tahun;jumlah\n1;2\n",
        "Rar!;b\n",
        "\ufeffa;b\n",
    )
    for text in texts:
        assert [kind_of(text.encode(how)) for how in ("utf-8", "utf-16", "utf-16-le", "utf-8-sig")] == ["text"] * 4, text
    (tmp_path / "bmi.csv").write_text("BMI;berat\n20;50\n")
    assert read_table(tmp_path / "bmi.csv", numbers=["BMI"])["BMI"].tolist() == [20]


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "xl/externalLinks/externalLink1.xml"])
def test_macros_and_links_are_told_once_and_nothing_of_them_is_kept(tmp_path, capsys, part):
    path, marked, links = (
        hostile_parts.write(tmp_path / "kota.xlsx", hostile_parts.sheet("")),
        tmp_path / "marked.xlsx",
        "Links" in part,
    )
    before = p2.check(path)
    with zipfile.ZipFile(path, "a") as into:
        into.writestr(part, b"x")
    assert main(["check", str(path), "--lang", "en", "--marked", str(marked)]) == 0
    said = capsys.readouterr().out
    assert main(["check", str(path), "--lang", "en", "--json"]) == 0
    found, beside = capsys.readouterr()
    assert json.loads(found) == []  # no fault: it is told on the other stream
    for told in (said, beside):
        assert told.count("holds macros. They were not run") == (not links) and told.count("links to other files") == links
    after = p2.check(path)
    assert not before.beside and len(after.beside) == 1 and after.faults.equals(before.faults)
    assert not Book(marked).beside


def test_a_collection_tells_of_macros_and_links_and_still_succeeds(tmp_path, capsys):
    for name, parts in {"a.xlsx": ("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml"), "b.xlsx": ()}.items():
        path = p2.write_template(tmp_path / name, "32.76")
        with zipfile.ZipFile(path, "a") as into:
            for part in (*parts, f"docProps/{name}.txt"):  # the two are not the same file
                into.writestr(part, b"x")
    assert main(["collect", str(tmp_path), "--lang", "en"]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "macros" in line]
    assert line.startswith("· a.xlsx: This file holds macros.") and "links to other files" in line
    assert main(["collect", str(tmp_path), "--lang", "en", "--json"]) == 0
    files = json.loads(capsys.readouterr().out)["files"]
    assert [row["beside"] for row in files] == [line.removeprefix("· a.xlsx: "), ""]


def test_a_large_table_is_known_by_its_head(tmp_path):
    path = tmp_path / "a.parquet"
    pd.DataFrame({"x": range(50_000)}).to_parquet(path)
    assert kind_of_file(path) == "parquet"
