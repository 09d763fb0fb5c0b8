"""The files of a city's report: the same numbers in every format and language, units and sources, names, and never half a file."""

import datetime as dt
import re
from copy import copy
from dataclasses import replace

import openpyxl
import pytest
from city_blocks import DAY, tables, word_tables, words

from p2wkss_analysis.cli import main
from p2wkss_analysis.dictionary.sheets import FIRST_DATA_ROW
from p2wkss_analysis.reporting import write
from p2wkss_analysis.reporting.document import Section
from p2wkss_analysis.reporting.formats.html import to_html
from p2wkss_analysis.reporting.formats.numbering import numbered, word_for
from p2wkss_analysis.reporting.stories.city.story import tell_city
from p2wkss_analysis.tables.workbook.template import write_template


def test_both_languages_and_every_format_hold_the_same_numbers(city_files, city_documents, city_pages, city_books):
    numbers = [
        [
            [c.value for row in s.iter_rows(min_row=7) for c in row if isinstance(c.value, (int, float))]
            for s in city_books[lang].worksheets[1:-1]
        ]
        for lang in ("id", "en")
    ]
    assert numbers[0] == numbers[1] and sum(map(len, numbers[0])) > 500
    document = city_documents["id"]
    expected = [[[c.label for c in t.columns], *t.rows("id")] for t in tables(document)]
    assert word_tables(city_files["id.docx"]) == expected
    captions = [
        f"{word_for(i.block, 'id')} {i.number}. {i.block.caption}" for _, items in numbered(document) for i in items if i.number
    ]
    pdf = re.sub(r"\s+", "", "".join(city_pages))
    assert all(re.sub(r"\s+", "", c) in pdf for c in captions)
    shapes = [[(type(b).__name__, getattr(b, "title", None) is not None) for b in c.blocks] for c in document.chapters]
    assert shapes == [
        [(type(b).__name__, getattr(b, "title", None) is not None) for b in c.blocks] for c in city_documents["en"].chapters
    ]


@pytest.mark.parametrize(
    "lang, last, plain",
    [("id", "Sumber", ("bilangan, ", "bilangan bertanda")), ("en", "Sources", ("number, ", "number with sign"))],
)
def test_excel_names_the_unit_of_every_measure_and_the_source_of_every_figure(city_books, lang, last, plain):
    rows = list(city_books[lang][last].iter_rows(min_row=7, max_col=4, values_only=True))
    assert len(rows) > 100 and [(name, column) for name, column, _, source in rows if not source] == []
    assert [(name, column) for name, column, kind, _ in rows if kind.startswith(plain)] == []


def test_the_summary_has_a_page_the_body_at_most_ten_and_no_heading_stands_at_a_foot(city_documents, city_pages):
    document = city_documents["id"]
    headings = [f"{n} {chapter.title}" for n, chapter in enumerate(document.chapters, 1)]
    sections = [block.title for chapter in document.chapters for block in chapter.blocks if isinstance(block, Section)]
    pages = [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in city_pages]
    starts = [
        next(i for i, lines in enumerate(pages) if i and any(h.startswith(line) and line[:3] == h[:3] for line in lines))
        for h in headings
    ]
    assert starts[:2] == [1, 2], "contents, summary, and then the rest"
    assert starts[-1] - 1 <= 10
    for lines in pages:
        last = [line for line in lines if not line.startswith(("Halaman ", document.dateline))][-1]
        assert last not in (*headings, *sections)


def test_the_report_says_everywhere_that_the_data_are_made_up(city_documents):
    """In English; what stands in a report in Bahasa Indonesia is read in the other files."""
    page = to_html(city_documents["en"])
    assert "Report on P2WKSS in Kota Cilegon" in page
    shown = len(re.findall(r"<figure|<table", page))
    assert page.count("SYNTHETIC DATA") > 20 and page.count("SYNTHETIC DATA") >= 0.5 * shown
    assert not re.search(r"KK-\d{4}", page), "no id of a family leaves the office"
    assert not re.search(r"first place", page, re.IGNORECASE), "an aim is no result"


def test_the_programmes_own_name_is_in_the_titles(city_answers):
    named = copy(city_answers)
    named.decided = replace(city_answers.decided, programme="KRPPA")
    document = tell_city(named, "id", DAY)
    assert "KRPPA" in document.title and "P2WKSS" not in document.title + words(document)


def test_a_workbook_with_faults_is_refused_with_all_of_them_and_nothing_is_written(tmp_path, capsys):
    path = write_template(tmp_path / "salah.xlsx", "32.76")
    book = openpyxl.load_workbook(path)
    sheet = book["Lokasi"]
    heads = {c.value: c.column for c in sheet[1]}
    for row in range(FIRST_DATA_ROW, FIRST_DATA_ROW + 30):
        sheet.cell(row, 1, "")
        sheet.cell(row, heads["year"], "dua ribu")
        sheet.cell(row, heads["village_code"], "99.99.99.9999")
    book.save(path)
    out = tmp_path / "laporan"
    assert main(["report", "--data", str(path), "--out", str(out), "--lang", "en"]) == 1
    shown = capsys.readouterr().out
    assert int(re.search(r"(\d+) faults", shown)[1]) >= 60 and "30 cells" in shown  # faults that are alike are one line
    assert "Lokasi" in shown and "dua ribu" in shown and not out.exists()


def test_a_run_that_fails_leaves_the_earlier_report_whole(tmp_path, monkeypatch):
    book = write_template(tmp_path / "kosong.xlsx", "32.76")
    (page,) = write.report(tmp_path / "laporan", book, formats=("html",), made=DAY)
    before = page.read_bytes()
    assert page.name == "laporan-kota-depok.html"

    def stopped(document):
        raise KeyboardInterrupt

    monkeypatch.setattr("p2wkss_analysis.reporting.formats.excel.workbook.to_xlsx", stopped)
    with pytest.raises(KeyboardInterrupt):
        write.report(tmp_path / "laporan", book, formats=("html", "xlsx"), made=dt.date(2027, 1, 1))
    assert page.read_bytes() == before and [p.name for p in page.parent.iterdir()] == [page.name]


def test_synthetic_and_real_reports_have_names_of_their_own(city_answers, tmp_path):
    made = write.report(tmp_path / "a", city_answers, formats=("xlsx",), made=DAY)
    assert made[0].name == "laporan-kota-cilegon-sintetis.xlsx"
    real = write.report(tmp_path / "a", write_template(tmp_path / "kosong.xlsx", "36.72"), lang="en", formats=("xlsx",), made=DAY)
    assert real[0].name == "report-kota-cilegon.xlsx"
