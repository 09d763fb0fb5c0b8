"""What must not leave the office is in no file of a city's report, and made-up data say so on every page."""

import io
import re
import zipfile
from types import SimpleNamespace

import docx as python_docx
import pandas as pd
import pytest
from city_blocks import RT, tables, words

from p2wkss_analysis.dictionary.sheets import tab_of
from p2wkss_analysis.reporting import document as doc
from p2wkss_analysis.reporting.formats.numbering import notice
from p2wkss_analysis.reporting.stories.city.appendix import _readings
from p2wkss_analysis.tables.workbook.check import READINGS


@pytest.fixture(scope="module")
def texts(city_files, city_pages):
    """All words of every file: of every part of an office file, of every page of a PDF, pictures included."""
    found = {}
    for name, file in city_files.items():
        if name.endswith("html"):
            found[name] = re.sub(r"data:[^\"]*", "", file)
        elif name.endswith("pdf"):
            found[name] = "\n".join(city_pages)
        else:
            with zipfile.ZipFile(io.BytesIO(file)) as parts:
                found[name] = "\n".join(
                    parts.read(n).decode("utf-8", "replace") for n in parts.namelist() if n.endswith((".xml", ".rels", ".svg"))
                )
    return found


def test_no_household_pseudonym_or_card_number_is_in_any_file(texts, city, city_answers):
    ids = set(city.tables["households"]["household_id"])
    pseudonyms = set(city_answers.checked.tables["households"]["no_kk"].dropna())
    assert len(ids) > 300 and len(pseudonyms) > 300 and city_answers.checked.pseudonyms
    for name, text in texts.items():
        found = set(re.findall(r"KK-[0-9a-f]+", text))
        assert not found & ids and not found & pseudonyms, name
        plain = re.sub(r"<[^>]*>", " ", text) if not name.endswith("xlsx") else " ".join(re.findall(r"<t[^>]*>([^<]*)", text))
        assert not re.search(r"(?<![\d.])\d{16}(?!\d)", plain), name
        assert not re.search(r"\bnan\b|<NA>|\bNone\b", plain), name


def test_an_rt_with_two_households_is_not_listed_or_stands_for_five(city_documents):
    for lang, document in city_documents.items():
        table = tables(document, "place", "assisted", "comparison", "all")[0]
        rows = {row[0]: row[1:] for row in table.rows(lang)}
        mine = [row for name, row in rows.items() if f"RT {RT}/" in name]
        assert mine in ([], [["5", "≤5", "5"]], [("5", "≤5", "5")])


def test_every_table_of_household_counts_is_in_fives(city_documents):
    """Numbers of households in any table of the document: multiples of five, or five at most."""
    counted = {
        "assisted",
        "comparison",
        "all",
        "at_baseline",
        "seen",
        "lost",
        "n_treated",
        "n_comparison",
        "households",
        "not_reached",
        "both",
        "households_low",
        "households_high",
        "indexed",
    }
    seen = 0
    for table in tables(city_documents["id"]):
        household = any(tab_of(sheet).say("id") in table.source for sheet in ("households", "deliveries"))
        for column in table.columns:
            if household and column.name in counted:
                for value in table.frame[column.name]:
                    seen += 1
                    assert value in ("≤5", "≤10") or value % 5 == 0, (table.caption, column.name, value)
    assert seen > 100


def test_the_share_of_slum_works_of_an_rt_is_told_in_whole_percents(city_documents):
    """All its digits, as a cell of Excel holds them, fit only one number of families in that RT."""
    table = next(t for t in tables(city_documents["id"], "contribution", "score_before"))
    told = pd.to_numeric(table.frame["contribution"], errors="coerce").dropna()
    assert len(told) > 10 and (told % 1 == 0).all()


def test_how_many_families_a_register_holds_is_not_told(city_documents):
    rows = tables(city_documents["en"], "sheet", "aspect", "source", "rows")[0].frame
    assert set(rows.loc[rows["sheet"] == "Households", "rows"]) == {doc.HIDDEN} and (rows["rows"] != doc.HIDDEN).any()


def test_households_without_a_register_are_not_the_lines_less_those_with_one(city_documents, city_answers):
    """ "households 397 lines" beside "other: 395 rows" told of two families, whose decile the table of deciles hides."""
    lines = len(city_answers.checked.tables["households"])
    for lang, document in city_documents.items():
        sheets = tables(document, "sheet", "what", "rows")[0]
        counted = dict(zip(sheets.frame["sheet"], sheets.frame["rows"], strict=True))
        homes, villages = (tab_of(name).say(lang) for name in ("households", "villages"))
        assert counted[homes] == doc.HIDDEN and counted[villages] == len(city_answers.checked.tables["villages"])
        assert doc.HIDDEN in sheets.note and f"{homes} ({lines}" not in words(document), lang


def test_the_page_shows_no_id_and_calls_an_aim_no_result_and_marks_its_figures(city_files):
    page = city_files["id.html"]
    assert "Laporan P2WKSS Kota Cilegon" in page and not re.search(r"KK-\d{4}", page)
    assert not re.search(r"juara (satu|pertama|1\b)", page, re.IGNORECASE)
    shown = len(re.findall(r"<figure|<table", page))
    assert page.count("DATA SINTETIS") > 20 and page.count("DATA SINTETIS") >= 0.5 * shown


def test_synthetic_data_say_so_on_every_page_of_every_format(city_files, city_pages, city_books):
    said = notice("id")
    assert city_files["id.html"].count(f">{said}</div>") == 1 and "position: fixed" in city_files["id.html"], (
        "sticks to the screen, and to every printed page"
    )
    assert all(said in re.sub(r"\s+", " ", page) for page in city_pages)
    word = python_docx.Document(io.BytesIO(city_files["id.docx"]))
    assert all(any(said in p.text for p in s.header.paragraphs) for s in word.sections)
    assert not any(s.different_first_page_header_footer for s in word.sections)
    for lang, book in city_books.items():
        for sheet in book:
            assert notice(lang) in (sheet.oddHeader.center.text or "") and any(
                notice(lang) in str(c.value) for row in sheet.iter_rows(max_row=5) for c in row
            ), sheet.title


def test_cells_of_households_read_otherwise_are_never_shown_with_what_they_hold():
    rows = [
        ("Keluarga", "members", "tanda dihilangkan", 1, "5 org", "5"),
        ("Desa-Kelurahan", "slum_area_ha", "koma", 1, "3,2", "3.2"),
    ]
    read = SimpleNamespace(checked=SimpleNamespace(readings=pd.DataFrame(rows, columns=READINGS)))
    hint, table = _readings(read, "id")
    assert table.frame[["sheet", "column"]].to_numpy().tolist() == [["Desa-Kelurahan", "Luas kumuh"]]
    assert "5 org" not in hint.text
