"""The same document in HTML, Word, Excel and PDF: the same captions, cells and figures, nothing that must not leave."""

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from html.parser import HTMLParser

import docx as python_docx
import openpyxl
import pandas as pd
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from p2wkss_analysis.pictures.picture import Picture
from p2wkss_analysis.reporting import document as doc
from p2wkss_analysis.reporting.formats.excel.cells import number_format, stored
from p2wkss_analysis.reporting.formats.excel.workbook import to_xlsx
from p2wkss_analysis.reporting.formats.html import to_html
from p2wkss_analysis.reporting.formats.numbering import numbered, word_for
from p2wkss_analysis.reporting.formats.pdf import to_pdf
from p2wkss_analysis.reporting.formats.widths import column_widths
from p2wkss_analysis.reporting.formats.word.document import to_docx
from p2wkss_analysis.say import Text

DAY = dt.date(2026, 11, 23)


# --- documents ------------------------------------------------------------------------------------------


class Files:
    """One document in every format, and what a reader finds in each, read once."""

    def __init__(self, document):
        self.document, self.lang = document, document.lang
        self.html, self.docx, self.xlsx, self.pdf = to_html(document), to_docx(document), to_xlsx(document), to_pdf(document)

    @cached_property
    def word(self):
        return python_docx.Document(io.BytesIO(self.docx))

    @cached_property
    def book(self):
        return openpyxl.load_workbook(io.BytesIO(self.xlsx))

    @cached_property
    def reader(self):
        return PdfReader(io.BytesIO(self.pdf))

    @cached_property
    def pages(self):
        return [p.extract_text() for p in self.reader.pages]


@pytest.fixture(scope="module")
def made(documents):
    """The real report in each language and format. Most pictures are still ones, to save the time of drawing all."""
    return {"id": Files(still(documents["id"], keep=4)), "en": Files(still(documents["en"], keep=99))}


@pytest.fixture(params=["id", "en"])
def one(request, made):
    return made[request.param]


def still(document, keep: int) -> doc.Document:
    """The same document; pictures but each `keep`-th give way to one that carries the same table."""
    count = iter(range(1, 999))

    def block(b):
        replaced = isinstance(b, doc.Figure) and next(count) % keep
        return (
            replace(b, picture=Picture(2, 1).carry(b.picture.table(), Text(b.alt, b.alt), unit=b.picture.unit)) if replaced else b
        )

    return replace(document, chapters=tuple(replace(c, blocks=[block(b) for b in c.blocks]) for c in document.chapters))


# --- reading the files again ----------------------------------------------------------------------------


def captions(document) -> list[str]:
    return [
        f"{word_for(i.block, document.lang)} {i.number}. {i.block.caption}"
        for _, items in numbered(document)
        for i in items
        if i.number
    ]


def tables(document) -> list[doc.Table]:
    return [b for c in document.chapters for b in c.blocks if isinstance(b, doc.Table)]


def shown(table, lang) -> list[list[str]]:
    return [[c.label for c in table.columns], *table.rows(lang)]


class Page(HTMLParser):
    """Captions and the cells of every table of the HTML page."""

    def __init__(self, text):
        super().__init__()
        self.captions, self.tables, self._into = [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag in ("figcaption", "caption"):
            self.captions.append("")
            self._into = self.captions
        elif tag == "span":
            self._into = None  # the source behind a caption
        elif tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self._into = self.tables[-1][-1]

    def handle_endtag(self, tag):
        if tag in ("figcaption", "caption", "td", "th"):
            self._into = None

    def handle_data(self, data):
        if self._into is not None:
            self._into[-1] += data


def word_tables(file) -> list[list[list[str]]]:
    """Tables with a caption of their own; the key figures have none."""
    real = [t for t in file.tables if t._tbl.tblPr.find(qn("w:tblCaption")) is not None]
    return [[[c.text for c in row.cells] for row in t.rows] for t in real]


def as_excel_shows(value, form: str, lang: str) -> str:
    """What Excel shows of a number: the section for its sign, decimals rounded half up, the language's separators."""
    if form == "0":
        return str(int(value))
    sections = form.split(";")
    section = sections[0] if value > 0 or (value == 0 and len(sections) < 3) else sections[2] if value == 0 else sections[1]
    digits = len(re.search(r"0(?:\.(0*))?", section).group(1) or "")
    number = abs(Decimal(f"{value:.15g}")).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    text = f"{number:,}"
    if lang == "id":
        text = text.translate(str.maketrans(",.", ".,"))
    before, after = re.match(r'("−"|\+)?[#,0.]*("%")?$', section).groups()
    return (before or "").strip('"') + text + (after or "").strip('"')


def excel_table(sheet, n: int, lang: str) -> list[list[str]]:
    """Header and rows of one sheet as Excel shows them, for `n` columns."""
    rows = []
    for cells in sheet.iter_rows(min_row=6, max_col=n):
        rows.append(
            [
                "–"
                if c.value is None
                else c.value
                if isinstance(c.value, str)
                else as_excel_shows(c.value, c.number_format, lang)
                for c in cells
            ]
        )
    return rows


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


# --- the same everywhere --------------------------------------------------------------------------------


def test_html_and_word_show_the_captions_and_cells_of_the_document(one):
    document = one.document
    expected = [shown(t, document.lang) for t in tables(document)]
    page = Page(one.html)
    # on a phone a caption stays in sight beside a table that is wider than the screen
    assert one.html.count("<caption><div>") == one.html.count("<caption>") and "caption div { position: sticky" in one.html
    assert [c.strip() for c in page.captions] == captions(document) and page.tables == expected
    file = one.word
    assert [p.text for p in file.paragraphs if p.style.name == "Caption"] == captions(document)
    assert word_tables(file) == expected


def test_excel_shows_the_same_figures_from_real_numbers(one):
    document, lang, book = one.document, one.lang, one.book
    sheets = {s.title: s for s in book}
    heads = [s["A1"].value for s in book.worksheets[1:-1]]
    assert heads == captions(document)
    figures = 0
    for chapter, items in numbered(document):
        for item in items:
            if isinstance(item.block, doc.Table):
                table, sheet = item.block, sheets[f"{word_for(item.block, lang)} {item.number}"]
                assert excel_table(sheet, len(table.columns), lang) == shown(table, lang)
                for place, column in enumerate(table.columns, 1):
                    if column.kind != "text":
                        cells = [sheet.cell(r, place) for r in range(7, 7 + len(table.frame))]
                        finite = [
                            c
                            for c, v in zip(cells, table.frame[column.name], strict=True)
                            if pd.notna(v) and abs(v) != float("inf")
                        ]
                        assert all(c.data_type == "n" for c in finite)
                        figures += len(finite)
    assert figures > 100, "the report holds figures, and they are numbers"


def test_pdf_shows_every_caption_and_every_cell_in_order(one):
    document = one.document
    text = squeezed("".join(one.pages))
    place = text.index(squeezed(captions(document)[0]))  # behind the contents
    found = {c: text.find(squeezed(c), place) for c in captions(document)}
    assert all(at >= 0 for at in found.values()), [c for c, at in found.items() if at < 0]
    for chapter, items in numbered(document):
        for item in items:
            if isinstance(item.block, doc.Table):
                at = found[f"{word_for(item.block, document.lang)} {item.number}. {item.block.caption}"]
                for cell in (c for row in shown(item.block, document.lang) for c in row):
                    ahead = text.find(squeezed(cell), at)
                    assert ahead >= 0, (item.block.caption, cell)
                    at = ahead + len(squeezed(cell))


def test_every_sentence_stands_in_word_and_pdf(one):
    document = one.document
    file = one.word
    word = squeezed("".join(node.text or "" for node in file.element.body.iter(qn("w:t"))))
    pdf = squeezed("".join(one.pages))
    for block in (b for c in document.chapters for b in c.blocks):
        sentences = getattr(block, "items", None) or (getattr(block, "text", None) or getattr(block, "title", None),)
        for sentence in (s for item in sentences if item for s in ((item,) if isinstance(item, str) else item)):
            assert squeezed(sentence) in word, sentence
            parts = [squeezed(p) for p in re.split(r"(?<=[.:;]) ", sentence)]  # a page may end within a paragraph
            assert sum(p in pdf for p in parts) >= max(1, len(parts) - 1), sentence


def test_both_languages_hold_the_same_numbers_in_excel(made):
    """The same picture in two languages: every number cell is the same number."""
    numbers = [
        [
            [c.value for row in s.iter_rows(min_row=7) for c in row if isinstance(c.value, (int, float))]
            for s in made[lang].book.worksheets[1:-1]
        ]
        for lang in ("id", "en")
    ]
    assert numbers[0] == numbers[1]


# --- each format ----------------------------------------------------------------------------------------


def test_word_has_headings_contents_fields_language_and_alternative_texts(one):
    document = one.document
    file = one.word
    heads = [(p.style.name, p.text) for p in file.paragraphs if p.style.name.startswith("Heading")]
    expected = []
    for n, chapter in enumerate(document.chapters, 1):
        expected.append(("Heading 1", f"{n}  {chapter.title}"))
        expected += [("Heading 2", b.title) for b in chapter.blocks if isinstance(b, doc.Section)]
    assert heads == expected
    body = file.element.body
    contents = [
        p
        for p in body.iter(qn("w:p"))
        if (s := p.find(f".//{qn('w:pStyle')}")) is not None and s.get(qn("w:val")).startswith("toc")
    ]
    assert ["".join(t.text for t in p.iter(qn("w:t"))) for p in contents] == [text for _, text in heads]
    names = {b.get(qn("w:name")) for b in body.iter(qn("w:bookmarkStart"))}
    assert {h.get(qn("w:anchor")) for h in body.iter(qn("w:hyperlink"))} == names and len(names) == len(heads)
    fields = [n.text for n in body.iter(qn("w:instrText"))]
    assert any("TOC" in f for f in fields) and sum("SEQ" in f for f in fields) == len(captions(document))
    assert {r.get(qn("w:fldCharType")) for r in body.iter(qn("w:fldChar"))} == {"begin", "separate", "end"}
    alternatives = [b.alt for c in document.chapters for b in c.blocks if isinstance(b, doc.Figure)]
    assert [s._inline.docPr.get("descr") for s in file.inline_shapes] == alternatives and all(alternatives)
    tag = {"id": "id-ID", "en": "en-GB"}[document.lang]
    assert {e.get(qn("w:val")) for e in file.styles.element.iter(qn("w:lang"))} == {tag}
    foot = "".join(n.text for n in file.sections[0].footer._element.iter(qn("w:instrText")))
    assert "PAGE" in foot and "NUMPAGES" in foot and file.sections[0].header.paragraphs[0].text == document.title
    repeated = [t for t in file.tables if t._tbl.tblPr.find(qn("w:tblCaption")) is not None]
    assert all(t.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for t in repeated)


def test_word_pictures_carry_svg_only_where_no_pattern_is_needed(made):
    """Every fourth picture is a real one: the fourth is hatched, the eighth, twelfth and sixteenth are not."""
    shapes = made["id"].word.inline_shapes
    has = [b"svgBlip" in shape._inline.xml.encode() for shape in shapes]
    assert [has[i] for i in (3, 7, 11, 15)] == [False, True, True, True]
    with zipfile.ZipFile(io.BytesIO(made["id"].docx)) as parts:
        drawings = [parts.read(n) for n in parts.namelist() if n.endswith(".svg")]
        assert b"image/svg+xml" in parts.read("[Content_Types].xml")
    assert len(drawings) == sum(has) and not any(b"<pattern" in d or b"<script" in d for d in drawings)


def test_pdf_is_tagged_titled_in_its_language_and_sized(one):
    document = one.document
    pdf = one.reader
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"].lower() == {"id": "id-id", "en": "en-gb"}[document.lang]
    assert pdf.metadata.title == document.title and pdf.metadata.creation_date is None
    assert {(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in pdf.pages} == {(595, 842)}
    outline = [e.title for e in pdf.outline if not isinstance(e, list)]
    assert [t.endswith(c.title) for t, c in zip(outline, document.chapters, strict=True)] == [True] * len(outline)
    last = one.pages[-1]
    n = len(pdf.pages)
    assert {"id": f"Halaman {n} dari {n}", "en": f"Page {n} of {n}"}[document.lang] in last


def test_nothing_leaves_that_must_not(one):
    """No path of a machine, no run of sixteen digits, no hidden nan, in any part of any file."""
    texts = {"html": re.sub(r"data:[^\"]*", "", one.html)}
    for name, file in (("docx", one.docx), ("xlsx", one.xlsx)):
        with zipfile.ZipFile(io.BytesIO(file)) as parts:
            assert parts.testzip() is None
            assert not [n for n in parts.namelist() if "vba" in n.lower() or "external" in n.lower()]
            texts |= {f"{name} {n}": parts.read(n).decode("utf-8") for n in parts.namelist() if n.endswith((".xml", ".rels"))}
    texts["pdf"] = " ".join(one.pages) + str(one.reader.metadata)
    for part, text in texts.items():
        assert not re.search(r"(?<![\w.:/])/(?:home|Users|root|work|tmp)/", text), part
        if part in ("html", "pdf") or "document.xml" in part or "sharedStrings" in part:
            words = re.sub(r"<[^>]*>", " ", text)
            assert not re.search(r"\bnan\b|\bNone\b|<NA>|(?<!\d)\d{16}(?!\d)", words), part


def test_excel_has_native_charts_where_they_are_sensible(one):
    document, book = one.document, one.book
    charted = {s.title for s in book if s._charts}
    assert any(
        i.block.columns[0].name in ("name", "dimension") and f"{word_for(i.block, document.lang)} {i.number}" in charted
        for _, items in numbered(document)
        for i in items
        if isinstance(i.block, doc.Table)
    )
    for sheet in (s for s in book if s._charts):
        for reference in re.findall(
            r"'([^']+)'!\$[A-Z]+\$(\d+):\$[A-Z]+\$(\d+)", str([x.val.numRef.f for x in sheet._charts[0].series])
        ):
            assert reference[0] == sheet.title and int(reference[1]) == 7
    assert all(len(s.title) <= 31 and not set(s.title) & set("[]:*?/\\") for s in book)
    assert all(s.freeze_panes == "A7" for s in book)


# --- numbers and widths ---------------------------------------------------------------------------------


@settings(max_examples=300, deadline=None)
@given(
    st.floats(-1e7, 1e7),
    st.integers(0, 4),
    st.sampled_from(["integer", "number", "signed", "percent"]),
    st.sampled_from(["id", "en"]),
)
def test_excel_shows_any_number_as_the_report_does(value, digits, kind, lang):
    column = doc.Column("a", "A", kind, digits)
    kept = stored(value, column)
    assert as_excel_shows(kept, number_format(column), lang) == column.show(value, lang)
    assert abs(kept - value) <= 0.5 * 10.0 ** -(0 if kind == "integer" else digits) + 1e-6


@pytest.mark.parametrize(
    "value, kind, digits, text",
    [
        (0.125, "number", 2, "0.13"),
        (2.5, "integer", 0, "3"),
        (-0.001, "signed", 2, "0.00"),
        (0.004, "signed", 2, "0.00"),
        (1234567.891, "number", 1, "1,234,567.9"),
        (-3.0, "percent", 1, "−3.0%"),
        (7.25, "signed", 1, "+7.3"),
    ],
)
def test_ties_and_signed_zero_by_hand(value, kind, digits, text):
    """A half goes away from nought, in the report as in Excel: the cell must show the report's figure."""
    column = doc.Column("a", "A", kind, digits)
    assert column.show(value, "en") == text == as_excel_shows(stored(value, column), number_format(column), "en")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.text("ab c", max_size=200), min_size=3, max_size=3), min_size=0, max_size=6))
def test_columns_fit_the_page_and_leave_room_for_each(rows):
    table = doc.Table(pd.DataFrame(rows, columns=list("abc")), tuple(doc.Column(n, n) for n in "abc"), "x")
    widths = column_widths(table, "id")
    assert sum(widths) <= 1 + 1e-9 and min(widths) > 0


def test_excel_names_the_unit_and_the_source_of_every_figure(one):
    sheet = one.book["Sumber" if one.lang == "id" else "Sources"]
    rows = list(sheet.iter_rows(min_row=7, max_col=4, values_only=True))
    assert len(rows) > 100
    without = [(name, column) for name, column, kind, source in rows if not source]
    assert without == []
    plain = {"id": ("bilangan, ", "bilangan bertanda"), "en": ("number, ", "number with sign")}[one.lang]
    assert [(name, column) for name, column, kind, _ in rows if kind.startswith(plain)] == []  # a measure without a unit
    kinds = {(name, column): kind for name, column, kind, _ in rows}
    if one.lang == "id":
        for column, start in (("Nilai", "%;"), ("Nilai", "0–100;"), ("Perkiraan", "poin IDM"), ("Perubahan", "pe")):
            assert any(kind.startswith(start) for (_, name), kind in kinds.items() if name == column), (column, start)
