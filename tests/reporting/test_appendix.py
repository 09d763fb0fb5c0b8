"""Long tables in the appendix and prose below its table: nothing is lost, and numbers follow the order of the page."""

import io
from html.parser import HTMLParser

import docx as python_docx
import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from p2wkss_analysis.reporting import document as doc
from p2wkss_analysis.reporting.formats.excel.workbook import to_xlsx
from p2wkss_analysis.reporting.formats.html import to_html
from p2wkss_analysis.reporting.formats.numbering import numbered
from p2wkss_analysis.reporting.formats.pdf import to_pdf
from p2wkss_analysis.reporting.formats.remarks import PROSE, prose_below
from p2wkss_analysis.reporting.formats.widths import keeps_together, table_height
from p2wkss_analysis.reporting.formats.word.document import to_docx
from p2wkss_analysis.reporting.stories.appendix import LONG, evidence_last
from p2wkss_analysis.reporting.write import _render


def table(rows: int, caption: str = "Nilai") -> doc.Table:
    frame = pd.DataFrame({"name": [f"Desa {i}" for i in range(rows)], "value": [float(i) for i in range(rows)]})
    columns = (doc.Column("name", "Desa"), doc.Column("value", "Nilai (%)", "number", 1))
    return doc.Table(frame, columns, caption, "Sumber: uji.")


def document(*blocks, appendix=(), lang="id", **more) -> doc.Document:
    chapters = [doc.Chapter("bab", "Bab", list(blocks))]
    if appendix:
        chapters.append(doc.Chapter("lampiran" if lang == "id" else "appendix", "Lampiran", list(appendix)))
    return doc.Document(lang, "Judul", "Anak judul", "Dibuat", tuple(chapters), **more)


def placed(made) -> list[tuple[int, int, int]]:
    """(chapter, number, rows) of every table."""
    return [
        (i, item.number, len(item.block.frame))
        for i, (_, items) in enumerate(numbered(made))
        for item in items
        if isinstance(item.block, doc.Table)
    ]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_long_table_stands_last_and_its_pointer_names_its_number(lang):
    made = evidence_last(document(table(40, "Panjang"), table(3), appendix=[table(60, "Sudah di sana"), table(2)], lang=lang))
    assert placed(made) == [(0, 1, 3), (1, 2, 60), (1, 3, 2), (1, 4, 40)]
    pointer = made.chapters[0].blocks[0]
    assert (
        isinstance(pointer, doc.Pointer)
        and pointer.number == 4
        and "Panjang" in pointer.text
        and " 4 " in pointer.text
        and "40" in pointer.text
    )


def test_the_last_row_that_fits_and_the_first_that_does_not():
    stays = document(table(LONG))
    assert evidence_last(stays) is stays
    made = evidence_last(document(table(LONG + 1)))
    assert [c.key for c in made.chapters] == ["bab", "lampiran"] and placed(made) == [(1, 1, LONG + 1)]


def test_the_same_table_twice_has_two_pointers_and_stands_twice():
    one = table(30)
    made = evidence_last(document(one, doc.Paragraph("antara"), one))
    assert [b.number for b in made.chapters[0].blocks if isinstance(b, doc.Pointer)] == [1, 2]
    assert [n for _, n, _ in placed(made)] == [1, 2]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 60), max_size=6), st.lists(st.integers(0, 60), max_size=3))
def test_no_table_is_lost_and_every_pointer_is_right(rows, behind):
    made = evidence_last(
        document(*[table(n, f"T{i}") for i, n in enumerate(rows)], appendix=[table(n, f"A{i}") for i, n in enumerate(behind)])
    )
    captions = {item.number: item.block.caption for _, items in numbered(made) for item in items if item.number}
    assert sorted(captions.values()) == sorted([f"T{i}" for i in range(len(rows))] + [f"A{i}" for i in range(len(behind))])
    for block in made.chapters[0].blocks:
        assert not (isinstance(block, doc.Table) and len(block.frame) > LONG)
        if isinstance(block, doc.Pointer):
            assert block.text.endswith(captions[block.number])


class Links(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.targets, self.heads = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.ids += [found["id"]] if "id" in found else []
        self.targets += [found["href"][1:]] if found.get("href", "").startswith("#") else []
        self.heads += [found.get("scope")] if tag == "th" else []


def test_pointers_are_read_in_every_format_and_linked_in_html():
    made = evidence_last(document(table(40, "Panjang"), table(2)))
    page = Links(to_html(made))
    assert "table-2" in page.targets and set(page.targets) <= set(page.ids) and len(page.ids) == len(set(page.ids))
    assert page.heads.count("col") == 4 and page.heads.count("row") == 42 and None not in page.heads
    said = made.chapters[0].blocks[0].text
    assert said in [p.text for p in python_docx.Document(io.BytesIO(to_docx(made))).paragraphs]
    assert said[:30] in " ".join(PdfReader(io.BytesIO(to_pdf(made))).pages[1].extract_text().split())
    assert openpyxl.load_workbook(io.BytesIO(to_xlsx(made))).sheetnames[1:3] == ["Tabel 1", "Tabel 2"]


# --- prose ----------------------------------------------------------------------------------------------


def wide(notes: list, names: list | None = None) -> doc.Table:
    names = names or [f"Cara {i}" for i in range(len(notes))]
    frame = pd.DataFrame({"name": names, "from": "awal", "low": 1.0, "high": 2.0, "note": pd.Series(notes, dtype=object)})
    columns = (
        doc.Column("name", "Cara"),
        doc.Column("from", "Titik awal"),
        doc.Column("low", "dari", "number"),
        doc.Column("high", "sampai", "number"),
        doc.Column("note", "Catatan"),
    )
    return doc.Table(frame, columns, "Semua cara")


def test_prose_stands_below_and_rows_that_say_the_same_stand_together():
    long = "Panjang sekali " * 20
    made = prose_below(document(wide([long, None, long, "pendek"])))
    shown, remarks = made.chapters[0].blocks
    assert [c.name for c in shown.columns] == ["name", "from", "low", "high"]
    assert remarks.items == (f"Cara 0; Cara 2: {long}", "Cara 3: pendek")
    twins = prose_below(document(wide([long, "lain"], names=["Cara", "Cara"]))).chapters[0].blocks[1]
    assert twins.items[0].startswith("Cara, awal: ")


def test_short_notes_and_narrow_tables_stay_as_they_are():
    kept = document(wide(["x" * PROSE]))
    assert len(prose_below(kept).chapters[0].blocks) == 1
    narrow = wide(["x" * 500])
    narrow = doc.Table(narrow.frame, (narrow.columns[0], narrow.columns[4]), "Dua kolom")
    assert prose_below(document(narrow)).chapters[0].blocks == [narrow]


def test_excel_keeps_the_column_and_the_page_does_not():
    made = document(wide(["Catatan panjang " * 20]))
    book = openpyxl.load_workbook(io.BytesIO(_render("xlsx", made)))
    assert any("Catatan panjang" in str(cell.value) for row in book["Tabel 1"].iter_rows() for cell in row)
    assert "<li>Cara 0: Catatan panjang" in _render("html", made).decode()


def test_a_table_higher_than_a_page_breaks_and_loses_nothing():
    frame = pd.DataFrame({"name": [f"Baris {i}" for i in range(8)], "note": ["kata " * 150 + f"akhir{i}" for i in range(8)]})
    high = doc.Table(frame, (doc.Column("name", "Nama"), doc.Column("note", "Catatan")), "Tinggi", "Sumber: uji.")
    assert table_height(high, "id") > 600 and not keeps_together(high, "id") and keeps_together(table(14), "id")
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(to_pdf(document(high)))).pages]
    assert all(sum(f"akhir{i}" in page for page in pages) == 1 for i in range(8)) and "Sumber: uji." in pages[-1]
