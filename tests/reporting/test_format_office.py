"""What Word and a printer are strict about: names that are unique, links that lead somewhere, the notice on every sheet of paper."""

import io
import re
import shutil
import subprocess
import time
import zipfile
from collections import Counter
from html.parser import HTMLParser

import openpyxl
import pandas as pd
import pytest
from docx import Document as open_docx
from docx.oxml.ns import qn
from lxml import etree
from pptx import Presentation as open_pptx
from pypdf import PdfReader

from p2wkss_analysis.pictures.picture import page as picture_page
from p2wkss_analysis.reporting import document as doc
from p2wkss_analysis.reporting.formats.drawings import fonts
from p2wkss_analysis.reporting.formats.excel.workbook import to_xlsx
from p2wkss_analysis.reporting.formats.html import to_html
from p2wkss_analysis.reporting.formats.numbering import contents_hint
from p2wkss_analysis.reporting.formats.steady import saved
from p2wkss_analysis.reporting.formats.widths import unbroken
from p2wkss_analysis.reporting.formats.word.document import to_docx
from p2wkss_analysis.say import Text

ORDER = {  # children in the order the schema asks for (ECMA-376 part 1, 17.3.1.26, 17.4.60, 17.4.70)
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
}


def report(synthetic=False, lang="id") -> doc.Document:
    """Two chapters with sections, two pictures, tables and everything else a report holds."""

    def picture(title):
        made, _ = picture_page(title=title, notes=["Catatan."], body=1.0)
        return made.carry(pd.DataFrame({"area_code": ["32.76"], "value": [1.5]}), Text(title, title))

    frame = pd.DataFrame({"name": [f"Desa {i}" for i in range(70)], "share": [i / 7 for i in range(70)]})
    table = doc.Table(
        frame,
        (doc.Column("name", "Desa"), doc.Column("share", "Bagian (%)", "percent", 1)),
        "Bagian.",
        "Sumber: uji.",
        "Catatan.",
    )
    blocks = [
        doc.Section("Bagian"),
        doc.Paragraph("Teks."),
        doc.Figure(picture("Satu"), "Gambar satu.", "Satu batang.", "Sumber: uji."),
        table,
        doc.Pointer("Tabel 2 dalam lampiran.", 2),
        doc.KeyFigures((("1", "apa", "di mana"),)),
        doc.Points(("a", "b")),
        doc.Caution("Awas.", "Hati-hati."),
    ]
    second = [doc.Finding("Temuan."), doc.Figure(picture("Dua"), "Gambar dua.", "Dua batang."), doc.Section("Lagi"), table]
    chapters = (doc.Chapter("satu", "Satu", blocks), doc.Chapter("dua", "Dua", second))
    return doc.Document(lang, "Judul", "Anak judul", "Dibuat", chapters, synthetic)


@pytest.fixture(scope="module")
def package():
    return zipfile.ZipFile(io.BytesIO(to_docx(report(synthetic=True))))


@pytest.fixture(scope="module")
def body(package):
    return etree.fromstring(package.read("word/document.xml"))


def names(body, tag, attribute):
    return [element.get(qn(attribute) if ":" in attribute else attribute) for element in body.iter(qn(tag))]


def test_word_finds_every_number_once_and_every_link_leads_somewhere(body, package):
    for tag, attribute in (("wp:docPr", "id"), ("pic:cNvPr", "id"), ("w:bookmarkStart", "w:id"), ("w:bookmarkStart", "w:name")):
        found = names(body, tag, attribute)
        assert len(found) >= 2 and max(Counter(found).values()) == 1, (tag, attribute)
    assert sorted(names(body, "w:bookmarkStart", "w:id")) == sorted(names(body, "w:bookmarkEnd", "w:id"))
    assert set(names(body, "w:hyperlink", "w:anchor")) <= set(names(body, "w:bookmarkStart", "w:name"))
    kinds = Counter(names(body, "w:fldChar", "w:fldCharType"))
    assert kinds["begin"] == kinds["separate"] == kinds["end"] > 0
    styles = {s.get(qn("w:styleId")) for s in etree.fromstring(package.read("word/styles.xml")).iter(qn("w:style"))}
    assert {*names(body, "w:pStyle", "w:val"), *names(body, "w:tblStyle", "w:val")} <= styles


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/header1.xml", "word/footer1.xml"])
def test_properties_stand_in_the_order_of_the_schema(package, part):
    root = etree.fromstring(package.read(part))
    for tag, order in ORDER.items():
        order = order.split()
        for element in root.iter(qn(f"w:{tag}")):
            found = [order.index(etree.QName(child).localname) for child in element if etree.QName(child).localname in order]
            assert found == sorted(found), etree.tostring(element)[:300]


def test_every_part_named_is_there_and_has_a_type(package):
    parts, types = package.namelist(), package.read("[Content_Types].xml").decode()
    assert len(parts) == len(set(parts))
    for part in parts:
        if not part.endswith(".rels") and part != "[Content_Types].xml":
            assert f'PartName="/{part}"' in types or f'Extension="{part.rsplit(".", 1)[1]}"' in types, part
    targets = re.findall(r'Target="([^"]+)"', package.read("word/_rels/document.xml.rels").decode())
    for target in targets:
        assert target.lstrip("/") in parts or f"word/{target}" in parts or "../" in target, target


def test_the_contents_say_how_they_get_page_numbers_and_the_file_asks_nothing(body, package):
    texts = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]
    at = texts.index(contents_hint("id"))
    assert texts[at - 1] == "Lagi"  # the last entry: the hint is the end of the field
    settings = package.read("word/settings.xml").decode()
    assert "updateFields" not in settings and b"w:dirty" not in package.read("word/document.xml")


class Headings(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.levels, self.alternatives, self.lang = [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag == "img":
            self.alternatives.append(found.get("alt"))
        if tag == "html":
            self.lang = found.get("lang")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_headings_go_down_one_at_a_time_and_every_picture_has_its_words(lang):
    page = Headings(to_html(report(lang=lang)))
    assert page.lang == lang and page.levels[0] == 1 and page.levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(page.levels, page.levels[1:], strict=False))
    assert page.alternatives == ["Satu batang.", "Dua batang."]


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium here to print the page with")
def test_the_printed_page_carries_the_notice_on_every_sheet(tmp_path):
    (tmp_path / "a.html").write_text(to_html(report(synthetic=True)), encoding="utf-8")
    subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={tmp_path / 'a.pdf'}",
            (tmp_path / "a.html").as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    pages = ["".join(p.extract_text().split()) for p in PdfReader(tmp_path / "a.pdf").pages]
    assert len(pages) >= 3 and all("DATASINTETIS" in page for page in pages)


@pytest.mark.parametrize("columns, style", [(4, "Table Number"), (8, "Table Number Small")])
def test_no_word_and_no_figure_of_a_word_table_is_broken(columns, style):
    """Measured in DejaVu Sans, which stands in for Calibri on many computers and is wider; 7 points are the cells' margins."""
    from PIL import ImageFont

    shown = (doc.Column("name", "Membaik bila"), *(doc.Column(f"n{i}", "KK pembanding", "signed", 0) for i in range(1, columns)))
    frame = pd.DataFrame([{"name": "perumahan dan permukiman", **{f"n{i}": 252_489.0 * i for i in range(1, columns)}}] * 3)
    chapter = doc.Chapter("a", "A", [doc.Table(frame, shown, "x")])
    [made] = open_docx(io.BytesIO(to_docx(doc.Document("id", "t", "s", "d", (chapter,))))).tables
    assert made.rows[1].cells[1].paragraphs[0].style.name == style
    for row, weight in zip(made.rows, ("-Bold", "", "", ""), strict=True):
        for cell in row.cells:
            points = cell.paragraphs[0].style.font.size.pt
            measure = ImageFont.truetype(fonts() / f"DejaVuSans{weight}.ttf", 100).getlength
            assert max(measure(word) for word in cell.text.split(" ")) * points / 100 + 7 < cell.width.pt, cell.text


def test_a_figure_of_few_signs_is_never_broken():
    assert unbroken("1 234", "number") == "1\u00a0234" and unbroken("dua belas", "text") == "dua belas"
    assert unbroken("−1,2 sampai dengan 3,4", "number") == "−1,2 sampai dengan 3,4"


def test_a_row_of_one_line_stands_clear_of_the_line_above_it():
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(report())))
    sheet = next(sheet for sheet in book if sheet.title.startswith("Tabel"))
    first = [sheet.cell(7, column) for column in (1, 2)]  # below the header in row 6
    assert [cell.value for cell in first] == ["Desa 0", 0.0]
    assert {cell.alignment.vertical for cell in first} == {"center"} and sheet.row_dimensions[7].height >= 18


@pytest.mark.parametrize("new", [open_docx, open_pptx], ids=["Word", "slides"])
def test_a_clock_of_before_zip_files_does_no_harm(new, monkeypatch):
    made = saved(new().save)
    monkeypatch.setattr(time, "localtime", lambda *_: time.struct_time((1970, 1, 1, 0, 0, 30, 3, 1, 0)))
    assert saved(new().save) == made and zipfile.time is time
