"""What people type, what is missing, what is long, what is synthetic: small documents in every format."""

import io
import re

import docx as python_docx
import openpyxl
import pandas as pd
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from p2wkss_analysis.pictures.picture import Picture
from p2wkss_analysis.reporting import document as doc
from p2wkss_analysis.reporting import write
from p2wkss_analysis.reporting.formats.excel.workbook import to_xlsx
from p2wkss_analysis.reporting.formats.pdf import to_pdf
from p2wkss_analysis.reporting.formats.word.document import to_docx
from p2wkss_analysis.say import Text
from p2wkss_analysis.say.errors import WrongUse

RISKY = ('=HYPERLINK("http://x","y")', "+1+1", "-2+3|cmd", "@SUM(A1)", "\tx", "http://a.b", "{=1}", "#panic()", "*a*", "<b>&amp;")


def small(frame, columns, lang="id", **more) -> doc.Document:
    """A document of one table, one picture and one of every other block."""
    drawn = Picture(2, 1).carry(pd.DataFrame({"name": ["=1+1", "B"], "change": [-0.5, 0.25]}), Text("a", "b"))
    picture = doc.Figure(drawn, "Gambarnya.", "Kata ganti gambar.", "Sumber: X.")
    blocks = [
        doc.Section("Bagian"),
        doc.Paragraph("Alinea #strong[x] *b* _c_ $d$ @e <f>."),
        doc.Finding("Temuan."),
        doc.Caution("Hati-hati.", "Judul."),
        doc.Points(("satu", "dua")),
        doc.KeyFigures((("1", "a", "b"), ("2", "c", "d"))),
        picture,
        doc.Table(frame, columns, "Tabelnya.", "Sumber: Y.", "Catatan."),
    ]
    return doc.Document(lang, "Judul & laporan", "Anak judul", "Dibuat hari ini", (doc.Chapter("k", "Bab", blocks),), **more)


def word_table(document) -> list[list[str]]:
    """Cells of the one table with a caption in the Word file."""
    real = [
        t for t in python_docx.Document(io.BytesIO(to_docx(document))).tables if t._tbl.tblPr.find(qn("w:tblCaption")) is not None
    ]
    return [[c.text for c in row.cells] for row in real[0].rows]


def pages(document) -> list[str]:
    return [p.extract_text() for p in PdfReader(io.BytesIO(to_pdf(document))).pages]


def workbook(document):
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(document)))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_same_document_same_bytes():
    frame = pd.DataFrame({"a": ["x"], "b": [1.5]})
    columns = (doc.Column("a", "A"), doc.Column("b", "B", "number", 1))
    for make in (to_docx, to_xlsx, to_pdf):
        assert make(small(frame, columns)) == make(small(frame, columns)), make


def test_text_that_looks_like_a_formula_or_markup_stays_text():
    frame = pd.DataFrame({"a": RISKY, "b": range(len(RISKY))})
    document = small(frame, (doc.Column("a", "=A()"), doc.Column("b", "B", "integer")))
    book = workbook(document)
    sheet = book["Tabel 1"]
    assert [sheet.cell(r, 1).value.replace("_x0009_", "\t") for r in range(7, 7 + len(RISKY))] == list(RISKY)
    assert sheet["A6"].value == "=A()" and book["Gambar 1"]["A7"].value == "=1+1"
    for cell in (c for s in book for row in s.iter_rows() for c in row):
        assert cell.data_type != "f"
        assert not isinstance(cell.value, str) or not cell.value.startswith(("=", "+", "-", "@")) or cell.quotePrefix
        assert cell.hyperlink is None or cell.hyperlink.location  # links lead inside the workbook alone
    assert [row[0] for row in word_table(document)[1:]] == [text.replace("\t", " ") for text in RISKY], "on one line"
    text = squeezed("".join(pages(document)))
    assert all(squeezed(value) in text for value in RISKY) and squeezed("Alinea #strong[x] *b* _c_ $d$ @e <f>.") in text


@pytest.mark.parametrize(
    "text, shown_as", [("a\x00b\x0cc", "a?b?c"), ("\uffffx", "?x"), ("中文 😀", "中文 😀"), ("→ ≥ − ◆", "→ ≥ − ◆")]
)
def test_letters_that_no_page_can_show_stop_no_format(text, shown_as):
    document = small(pd.DataFrame({"a": [text]}), (doc.Column("a", text),))
    assert word_table(document) == [[shown_as], [shown_as]]
    assert workbook(document)["Tabel 1"]["A7"].value == shown_as
    assert len(pages(document)) == 2
    assert document.chapters[0].blocks[-1].frame["a"].iloc[0] == text, "the document itself is left as it was"


def test_a_plain_figure_without_words_is_shown_and_described_by_its_caption():
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 14))
    figure.add_subplot().plot([1, 2])
    document = doc.Document("en", "T", "S", "D", (doc.Chapter("k", "C", [doc.Figure(figure, "A line going up.", "")]),))
    shape = python_docx.Document(io.BytesIO(to_docx(document))).inline_shapes[0]
    assert shape._inline.docPr.get("descr") == "A line going up."
    assert shape.width.cm <= 16.7 and shape.height.cm <= 21.2 and abs(shape.height / shape.width - 14 / 9) < 0.2
    found = pages(document)
    assert len(found) == 2 and "A line going up." in found[1]
    assert [s.title for s in workbook(document)] == ["Contents", "Sources"]


def test_the_cells_of_a_table_are_written_once_and_handed_out_anew():
    table = doc.Table(
        pd.DataFrame({"a": ["x", None], "b": [1.5, 2]}), (doc.Column("a", "A"), doc.Column("b", "B", "number", 1)), "T"
    )
    first = table.rows("id")
    assert first == [["x", "1,5"], ["–", "2,0"]] and table.rows("en") == [["x", "1.5"], ["–", "2.0"]]
    first[0][0] = "changed"
    assert table.rows("id")[0][0] == "x"
    assert doc.Table(table.frame, (), "T").rows("id") == [[], []]


def test_a_ledger_is_a_native_chart_in_excel():
    parts = {"common_change": 0.1, "selection_rebound": 1.3, "programme_effect": 1.1}
    frame = pd.DataFrame([{"cohort": year, **parts} for year in (2020, 2021)])
    columns = (doc.Column("cohort", "Angkatan"), *(doc.Column(name, name, "signed") for name in parts))
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(small(frame, columns))))
    charts = [s._charts[0] for s in book if s._charts and len(s._charts[0].series) == len(parts)]
    assert [chart.grouping for chart in charts] == ["stacked"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_synthetic_document_says_so_on_every_page(lang):
    frame = pd.DataFrame({"a": [f"baris {i}" for i in range(150)]})
    document = small(frame, (doc.Column("a", "A"),), lang, synthetic=True)
    words = {"id": "DATA SINTETIS", "en": "SYNTHETIC DATA"}[lang]
    found = pages(document)
    assert len(found) >= 4 and all(words in p for p in found)
    section = python_docx.Document(io.BytesIO(to_docx(document))).sections[0]
    assert words in " ".join(p.text for p in section.header.paragraphs) and not section.different_first_page_header_footer
    for sheet in workbook(document):
        assert words in sheet["A4"].value and words in sheet.oddHeader.center.text
    plain = small(frame, (doc.Column("a", "A"),), lang)
    assert words not in pages(plain)[-1]
    assert words not in " ".join(p.text for p in python_docx.Document(io.BytesIO(to_docx(plain))).sections[0].header.paragraphs)


def test_a_long_table_repeats_its_header_and_keeps_every_row_whole():
    frame = pd.DataFrame({"a": [f"baris-{i:03d}-akhir" for i in range(150)]})
    found = pages(small(frame, (doc.Column("a", "Kepala unik"),)))
    with_rows = [p for p in found if "baris-" in p]
    assert len(with_rows) >= 3 and all("Kepala unik" in p for p in with_rows)
    assert sum(p.count("-akhir") for p in found) == 150


def test_an_empty_table_and_missing_values_open_again():
    columns = (doc.Column("a", "A"), doc.Column("b", "B", "percent", 1), doc.Column("c", "C", "integer"))
    for frame in (
        pd.DataFrame({"a": [], "b": [], "c": []}),
        pd.DataFrame({"a": [None, "x"], "b": [float("nan"), float("inf")], "c": pd.array([pd.NA, 3], dtype="Int64")}),
    ):
        document = small(frame, columns)
        endless = columns[1].show(float("inf"), "id")
        expected = [["A", "B", "C"], ["–", "–", "–"], ["x", endless, "3"]][: len(frame) + 1]
        cells = [[c.value for c in row] for row in workbook(document)["Tabel 1"].iter_rows(min_row=6, max_col=3)]
        assert cells[: len(expected)] == [["A", "B", "C"], [None, None, None], ["x", endless, 3]][: len(expected)]
        assert word_table(document) == expected
        assert len(pages(document)) == 2


def test_report_writes_each_format_asked_for_and_names_those_it_knows(tmp_path, monkeypatch):
    monkeypatch.setattr(
        write, "tell", lambda material, lang, day: small(pd.DataFrame({"a": ["x"]}), (doc.Column("a", "A"),), lang)
    )
    paths = write.report(tmp_path, lang="en", formats=("html", "docx", "xlsx", "pdf"))
    assert [p.name for p in paths] == [f"report-p2wkss.{f}" for f in ("html", "docx", "xlsx", "pdf")]
    heads = [p.read_bytes()[:4] for p in paths]
    assert heads == [b"<!do", b"PK\x03\x04", b"PK\x03\x04", b"%PDF"]
    assert [p.name for p in write.report(tmp_path / "laporan.pdf")] == ["laporan.pdf"]
    with pytest.raises(WrongUse, match="docx, xlsx"):
        write.report(tmp_path, formats=("odt",))
    (tmp_path / "folder.docx").mkdir()
    with pytest.raises(WrongUse, match="folder.docx"):
        write.report(tmp_path / "folder.docx")
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([*(p.name for p in paths), "laporan.pdf", "folder.docx"])
