"""All papers of a meeting: the same figures in each, blanks for what is not known, sentences where the workbook is silent."""

import base64
import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from docx import Document
from docx.shared import Cm
from pptx import Presentation
from pypdf import PdfReader

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.files.atomic import try_folder
from p2wkss_analysis.papers.brief import brief_of, brief_paper, where, why
from p2wkss_analysis.papers.changes import of_households
from p2wkss_analysis.papers.decree import households_decree, sites_decree
from p2wkss_analysis.papers.matrix import matrix_sheet
from p2wkss_analysis.papers.minutes import deliberation, draw
from p2wkss_analysis.papers.office_templates import TEMPLATES, given_back
from p2wkss_analysis.papers.site import profiled
from p2wkss_analysis.papers.texts.files import BAD_TEMPLATE
from p2wkss_analysis.papers.word import LETTER, to_docx
from p2wkss_analysis.papers.write import LETTERS
from p2wkss_analysis.say import SYNTHETIC, integer, rupiah
from p2wkss_analysis.say.errors import DataFaults, WrongUse
from p2wkss_analysis.tables.workbook.filled import as_read
from p2wkss_analysis.targeting.candidate_list import candidate_list
from p2wkss_analysis.targeting.draw import draw_lots

DAY = dt.date(2026, 11, 24)
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="  # a PNG of one pixel
ONE_PAGE = 2600  # signs in the lines of the brief: in their small type, with letterhead and signature, a page of A4
SLIDES, MATRIX = 2, 3  # places in the list of files, after the brief in Word and as PDF


@pytest.fixture(scope="module", params=["32.76", pytest.param("36.72", marks=pytest.mark.extended)])
def city(request, tmp_path_factory):
    path = p2.simulate_city(request.param).write(tmp_path_factory.mktemp("kota") / "kota.xlsx")
    return p2.City(path, as_of=DAY)


@pytest.fixture(scope="module", autouse=True)
def without_annex():
    """The papers without the report, which has its own tests and takes longest."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("p2wkss_analysis.papers.write.report", lambda *given, **named: [])
        yield


@pytest.fixture(scope="module")
def written(city, tmp_path_factory):
    return {lang: city.papers(tmp_path_factory.mktemp(lang), lang) for lang in ("id", "en")}


def words(path) -> str:
    """Every text of an Office file, runs put together."""
    with zipfile.ZipFile(path) as package:
        texts = [package.read(name).decode("utf-8") for name in package.namelist() if name.endswith(".xml")]
    return " ".join(re.sub(r"<[^>]+>", "", re.sub(r"</(?:w|a):p>|</t>", " ", text)) for text in texts)


def test_all_papers_are_there_in_both_languages(city, written):
    for paths in written.values():
        assert [p.suffix for p in paths] == [".docx", ".pdf", ".pptx", ".xlsx", *[".docx"] * (4 + len(profiled(city)))]
        assert all("sinteti" in p.name or "synthetic" in p.name for p in paths)
    assert not {p.name for p in written["id"]} & {p.name for p in written["en"]}
    site = "sukmajaya-2024-kota-cilegon" if city.regency == "36.72" else "sukamaju-2025-kota-depok"
    assert any(p.name == f"profil-lokasi-{site}-sintetis.docx" for p in written["id"])


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_page_slide_and_sheet_says_that_data_are_made_up(written, lang):
    notice = SYNTHETIC.say(lang)
    for path in written[lang]:
        if path.suffix == ".docx":
            document = Document(str(path))
            assert all(notice in " ".join(p.text for p in s.header.paragraphs) for s in document.sections), path.name
            assert not any(s.different_first_page_header_footer for s in document.sections)
        if path.suffix == ".pptx":
            for slide in Presentation(str(path)).slides:
                assert any(s.has_text_frame and notice in s.text_frame.text for s in slide.shapes)
                assert notice in slide.notes_slide.notes_text_frame.text
        if path.suffix == ".xlsx":
            page = openpyxl.load_workbook(path).active
            assert page["A1"].value == notice and notice in page.oddHeader.center.text


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_same_figures_stand_in_all(city, written, lang):
    brief, slides, sheet = (words(written[lang][at]) for at in (0, SLIDES, MATRIX))
    total = city.delivery().progress.by_agency().iloc[-1]
    assert rupiah(total["amount_rupiah"], lang) in brief and rupiah(total["amount_rupiah"], lang) in slides
    rows = list(openpyxl.load_workbook(written[lang][MATRIX]).active.values)
    assert round(total["amount_rupiah"]) in rows[-3] or any(round(total["amount_rupiah"]) in row for row in rows)
    for code in city.need().stability.lots().fixed:
        assert all(city.names[code] in text for text in (brief, slides))
    assert city.delivery().progress.sentence(lang) in sheet and integer(len(city.need().ranking.codes), lang) in brief


def test_the_brief_fits_one_page(city):
    for lang in ("id", "en"):
        assert sum(len(text) for line in brief_of(city, lang).lines for text in line) < ONE_PAGE
        assert len(brief_of(city, lang).lines) == 5  # where, why, what changed, who delivered, what to decide


def test_before_and_after_stands_in_brief_and_slides_as_change(city, written):
    rows = city.before_after().spelled("household", "id").head(3)
    brief = [[c.text for c in row.cells] for table in Document(str(written["id"][0])).tables for row in table.rows]
    slides = Presentation(str(written["id"][SLIDES])).slides
    shown = [[c.text for c in r.cells] for s in slides for shape in s.shapes if shape.has_table for r in shape.table.rows]
    for row in rows.itertuples():
        figures = [row.before, row.after, row.difference, str(row.n)]
        assert any(line[1:5] == figures and line[5] == row.other_difference for line in brief)
        assert any(
            line[1:5] == figures and line[5:8] == [row.other_before, row.other_after, row.other_difference] for line in shown
        )
    assert all("perubahan, bukan dampak" in words(path) for path in (written["id"][0], written["id"][SLIDES]))


def test_without_comparison_households_before_and_after_still_stands(city):
    tables = dict(city.tables)
    homes = tables["households"]
    tables["households"] = homes[homes["assisted"].fillna(False).astype(bool)].reset_index(drop=True)
    alone = p2.City(replace(city.checked, tables=tables), as_of=DAY)
    table = of_households(alone, "id", 3)
    assert [c.name for c in table.columns][-4:] == ["before", "after", "difference", "n_treated"]
    assert "KK pembanding tidak ada" in table.note and len(table.frame) == 3


def test_the_brief_as_pdf_has_one_page_and_the_words_of_the_word_file(written):
    for paths in written.values():
        pages = PdfReader(str(paths[1])).pages
        assert len(pages) == 1
        said = re.sub(r"\s|\u200b", "", pages[0].extract_text())
        document = Document(str(paths[0]))
        cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
        for text in [*(p.text for p in document.paragraphs), *cells]:
            assert re.sub(r"\s", "", text) in said, text


def test_every_blank_is_marked_in_every_letter(written):
    for path in (p for p in written["id"] if p.suffix == ".docx"):
        document = Document(str(path))
        inside = [p for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs]
        for paragraph in [*document.paragraphs, *inside]:
            for run in paragraph.runs:
                assert not re.search(r"\[[^\]]+\]", run.text) or run.font.highlight_color is not None, (path.name, run.text)


def test_the_same_data_give_the_same_bytes(city, written, tmp_path):
    again = city.papers(tmp_path, "id")
    assert [a.read_bytes() == b.read_bytes() for a, b in zip(again, written["id"], strict=True)] == [True] * len(again)


def test_charts_and_tables_of_the_slides_can_be_edited(written):
    slides = list(Presentation(str(written["id"][SLIDES])).slides)
    shapes = [shape for slide in slides for shape in slide.shapes]
    assert len(slides) == 14 and sum(s.has_chart for s in shapes) >= 3 and sum(s.has_table for s in shapes) >= 4
    wide = Presentation(str(written["id"][SLIDES]))
    assert not wide.core_properties.last_modified_by + wide.core_properties.comments, "no name of a stranger"
    assert round(wide.slide_width / wide.slide_height, 2) == 1.78
    assert all(s.top + s.height <= wide.slide_height for s in shapes), "nothing hangs below the slide"


def test_the_matrix_fits_the_width_of_a_page_and_repeats_its_heads(written):
    page = openpyxl.load_workbook(written["id"][MATRIX]).active
    assert page.page_setup.orientation == "landscape" and page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0 and page.print_title_rows


def test_a_decree_invents_nothing(city):
    text = str(sites_decree(city, "id"))
    for blank in ("[nomor SK]", "[dasar hukum", "[tempat]", "[tanggal]", "[nama]", "[RW]"):
        assert blank in text, blank
    assert not re.search(r"Nomor \d|NOMOR \d", text)
    assert "[angka acuan undian]" in str(draw(city, "id")) and "[hasil undian]" in str(draw(city, "id"))


def test_once_the_sites_of_the_year_are_drawn_no_paper_proposes_another(city):
    need, tables = city.need(), city.tables
    held = draw_lots(need.ranking.codes[:3], 1, seed=2027, year=need.year, seed_source="IHSG 1 Februari 2027")
    site = {"year": need.year, "village_code": held.drawn[0], "rw": 7, "chosen_by": "draw", "draw_seed": held.seed}
    listed = {"year": need.year, "village_code": list(held.candidates)}
    own = {
        "sites": pd.DataFrame([site | {"draw_source": held.seed_source}]),
        "candidates": pd.DataFrame(listed),
    }
    more = {name: pd.concat([tables[name], as_read(name, rows)], ignore_index=True) for name, rows in own.items()}
    decided = p2.City(replace(city.checked, tables=tables | more), as_of=DAY)
    name, minutes = decided.names[held.drawn[0]], str(draw(decided, "id"))
    assert all(told in minutes for told in (name, "2027", held.seed_source, candidate_list(held.candidates, 1).sha256))
    assert "[hasil undian]" not in minutes and "sudah ditetapkan" in str(deliberation(decided, "id"))
    assert where(decided, "id") == f"Sudah ditetapkan untuk {need.year}: {name}. Jumlah lokasi {need.year} sudah lengkap."
    assert f"Cara memilih {name}: undian." in why(decided, "id")
    annex = next(b for b in sites_decree(decided, "id").blocks if hasattr(b, "frame")).frame
    assert annex[["code", "rw"]].to_numpy().tolist() == [[held.drawn[0], "07"]]


def test_households_stand_by_id_in_the_internal_draft_alone(city):
    table = next(b for b in households_decree(city, "id").blocks if hasattr(b, "frame"))
    assert [c.name for c in table.columns] == ["number", "household_id", "village", "rw", "rt"]
    assert households_decree(city, "id").remark and not sites_decree(city, "id").remark


# --- workbooks that are not full ------------------------------------------------------------------------------


def test_an_empty_workbook_gives_papers_that_say_what_to_fill_in(make_office, tmp_path):
    city = p2.City(make_office().save(), as_of=DAY)
    paths = city.papers(tmp_path / "naskah", "id")
    assert len(paths) == 8
    assert "Lembar Kegiatan belum berisi" in words(paths[MATRIX]) and "Lembar Desa-Kelurahan belum berisi" in words(paths[0])
    assert "[tahun]" in words(paths[MATRIX + 1])


def test_a_workbook_of_one_activity_gives_a_matrix_and_no_proposal(make_office, tmp_path):
    office = make_office()
    office.row("deliveries", household_id="", obstacle="", follow_up="", budget_rupiah="", amount_rupiah="")
    city = p2.City(office.save(), as_of=DAY)
    paths = city.papers(tmp_path / "naskah", "en")
    assert (
        'check "Budget"' in words(paths[0])
        or 'fill in "Budget"' in words(paths[0])
        or '"Budget" and "Amount spent"' in words(paths[0])
    )
    assert "Posyandu" in words(paths[MATRIX])


def test_a_workbook_with_faults_writes_nothing(make_office, tmp_path):
    office = make_office()
    office.row("deliveries", done_percent=400)
    with pytest.raises(DataFaults):
        p2.City(office.save(), as_of=DAY).papers(tmp_path / "naskah")
    assert not (tmp_path / "naskah").exists()


def test_a_workbook_from_before_the_new_columns_is_read_as_before(make_office):
    office = make_office()
    office.row("deliveries", household_id="")
    sheet = office.sheet("deliveries")
    for name in ("budget_rupiah", "obstacle", "follow_up"):
        sheet.delete_cols(office.place("deliveries", name))
    city = p2.City(office.save(), as_of=DAY)
    assert city.checked.ok and city.delivery()
    assert city.delivery().matrix.table("id")["budget_rupiah"].isna().all()
    assert matrix_sheet(city, "id")[:2] == b"PK"


# --- templates of the office ----------------------------------------------------------------------------------


def test_a_template_of_the_office_is_used(city, tmp_path):
    own = Document()
    own.add_paragraph("KOP KAMI")
    own.add_paragraph("{{body}}")
    own.add_paragraph("penutup kami")
    own.save(str(tmp_path / "surat.docx"))
    made = Document(io.BytesIO(to_docx(brief_paper(city, "id"), tmp_path / "surat.docx")))
    texts = [p.text for p in made.paragraphs]
    assert texts[0] == "KOP KAMI" and texts[-1] == "penutup kami" and "NOTA DINAS" in texts
    assert made.tables and "{{body}}" not in texts


@pytest.mark.parametrize("name", list(LETTERS))
def test_every_letter_is_made_on_a_bare_template(city, tmp_path, name):
    own = Document()
    own.add_paragraph("{{body}}")
    own.save(str(tmp_path / "surat.docx"))
    assert to_docx(LETTERS[name](city, "en"), tmp_path / "surat.docx")[:2] == b"PK"


def test_templates_go_out_are_changed_and_come_back(city, tmp_path, capsys):
    folder = tmp_path / "templat"
    assert main(["papers", "--templates", str(folder)]) == 0
    assert {p.name for p in folder.iterdir()} == {
        "surat.docx",
        "sk.docx",
        "paparan.pptx",
    } and "--template" in capsys.readouterr().out
    for name, kop in (("surat.docx", "BAPPEDA KAMI"), ("sk.docx", "WALI KOTA KAMI")):
        own = Document(str(folder / name))
        own.paragraphs[0].text = kop
        own.paragraphs[1].runs[0].add_picture(io.BytesIO(base64.b64decode(DOT)), width=Cm(1.5))
        own.save(str(folder / name))
    show = Presentation(str(folder / "paparan.pptx"))
    show.slide_layouts[0].name = "milik kami"
    show.save(str(folder / "paparan.pptx"))
    paths = city.papers(tmp_path / "naskah", "id", folder)
    heads = {p.name.split("-kota")[0]: Document(str(p)).paragraphs[0].text for p in paths if p.suffix == ".docx"}
    decrees = ("rancangan-sk-lokasi", "internal-rancangan-sk-kk-binaan")
    assert {heads.pop(name) for name in decrees} == {"WALI KOTA KAMI"} and set(heads.values()) == {"BAPPEDA KAMI"}
    assert Presentation(str(paths[SLIDES])).slide_layouts[0].name == "milik kami"
    page = PdfReader(str(paths[1])).pages[0]
    assert "BAPPEDA KAMI" in page.extract_text() and len(page.images) == 1
    assert main(["papers", "--templates", str(folder)]) == 2, "what the office changed is not replaced"
    assert main(["papers", "--out", str(tmp_path)]) == 2


def test_templates_that_cannot_serve_are_refused_in_words(city, tmp_path):
    (tmp_path / "kosong").mkdir()
    with pytest.raises(WrongUse, match="surat.docx"):
        city.papers(tmp_path / "out", template=tmp_path / "kosong")
    (tmp_path / "rusak").mkdir()
    (tmp_path / "rusak" / "surat.docx").write_bytes(b"no Office file")
    with pytest.raises(WrongUse, match="surat.docx"):
        city.papers(tmp_path / "out", template=tmp_path / "rusak")
    without = Document()
    without.save(str(tmp_path / "nota-dinas.docx"))
    with pytest.raises(WrongUse, match="body"):
        city.papers(tmp_path / "out", template=tmp_path)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "source, part, content",
    [
        (TEMPLATES["paparan.pptx"], "ppt/presentation.xml", b"<p"),
        (TEMPLATES["paparan.pptx"], "ppt/slideMasters/_rels/slideMaster1.xml.rels", b""),
        (TEMPLATES["paparan.pptx"], "ppt/slideMasters/slideMaster1.xml", None),
        (LETTER, "word/document.xml", b"<w:document"),
        (LETTER, "word/styles.xml", b""),
    ],
)
def test_a_damaged_template_is_refused_in_words_before_anything_is_asked(tmp_path, source, part, content):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(tmp_path / source.name, "w") as new:
        for name in old.namelist():
            without = re.sub(rb"<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>", b"", old.read(name), flags=re.DOTALL)
            new.writestr(name, old.read(name) if name != part else without if content is None else content)
    with pytest.raises(WrongUse) as refused:
        given_back(tmp_path, ())
    assert str(refused.value) == BAD_TEMPLATE.say("id", file=source.name, kind=source.suffix)


def test_a_folder_that_cannot_be_made_is_refused_before_any_work(tmp_path):
    (tmp_path / "a").mkdir()
    try_folder(tmp_path / "a" / "b" / "c")
    assert not list((tmp_path / "a").iterdir())
    if Path("/proc/self").is_dir():
        with pytest.raises(WrongUse, match="naskah"):
            try_folder("/proc/naskah")


def test_the_packages_own_template_says_where_the_text_belongs():
    assert [p.text for p in Document(str(LETTER)).paragraphs] == ["{{government}}", "{{office}}", "{{address}}", "{{body}}"]


# --- the matrix -----------------------------------------------------------------------------------------------


def test_lines_of_the_matrix_add_up_to_the_progress_by_agency(city):
    matrix = city.delivery().matrix
    table = matrix.table("id")
    lines = table[(table["activity"] != "Jumlah")]
    agencies = matrix.progress.by_agency().set_index("agency")
    for name, own in lines.groupby("agency"):
        assert own["activities"].sum() == agencies.loc[name, "activities"]
        assert own["amount_rupiah"].sum() == pytest.approx(agencies.loc[name, "amount_rupiah"])
    assert table.iloc[-1]["budget_rupiah"] == pytest.approx(lines["budget_rupiah"].sum())


def test_activities_for_households_are_one_line_in_fives_without_their_words():
    from p2wkss_analysis.delivery.matrix import agency_matrix

    log = pd.DataFrame(
        {
            "agency": "Dinas A",
            "sector": "housing",
            "activity": [f"Rumah Ibu {i}" for i in range(12)],
            "household_id": [f"KK-{i}" for i in range(12)],
            "target": 1,
            "target_unit": "KK",
            "planned_date": pd.Timestamp("2026-03-01"),
            "actual_date": pd.Timestamp("2026-04-01"),
            "done_percent": 100.0,
            "budget_rupiah": 23e6,
            "amount_rupiah": 22e6,
            "obstacle": "Ibu sakit",
            "follow_up": "menunggu",
        }
    )
    table = agency_matrix(log, DAY).table("id")
    assert len(table) == 3 and (table["activities"] % 5 == 0).all()
    assert "Ibu" not in table.to_csv() and "sakit" not in table.to_csv()
