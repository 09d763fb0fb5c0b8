"""The city's report on a city with a known truth: what is planted is found, what must not leave is nowhere, and it is the same in every format."""

import datetime as dt
import io
import re
import zipfile
from copy import copy
from dataclasses import replace

import docx as python_docx
import openpyxl
import pandas as pd
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from p2wkss_analysis.city.answers import CityAnswers
from p2wkss_analysis.cli import main
from p2wkss_analysis.disclosure.privacy import write_key
from p2wkss_analysis.display import Unanswered
from p2wkss_analysis.reporting import document as doc
from p2wkss_analysis.reporting import write
from p2wkss_analysis.reporting.formats.excel.workbook import to_xlsx
from p2wkss_analysis.reporting.formats.html import to_html
from p2wkss_analysis.reporting.formats.numbering import notice, numbered, word_for
from p2wkss_analysis.reporting.formats.pdf import to_pdf
from p2wkss_analysis.reporting.formats.word.document import to_docx
from p2wkss_analysis.reporting.stories.city.story import tell_city
from p2wkss_analysis.reporting.stories.city.texts import before_after as before_after_texts
from p2wkss_analysis.reporting.stories.city.texts import delivery as delivery_texts
from p2wkss_analysis.simulate import simulate_city
from p2wkss_analysis.tables.workbook.template import write_template

DAY = dt.date(2026, 11, 26)
FEW, RT = 2, 88  # two assisted households alone in an RT that no other sheet names
CAPTIONS = (before_after_texts.HOUSEHOLD_TABLE, before_after_texts.VILLAGE_TABLE, before_after_texts.SCORE_TABLE)
VILLAGE_EFFECT, INCOME_EFFECT = -4.0, 250_000.0  # what `simulate_city` plants by default


# --- one city, its workbook, its report -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def city():
    """Cilegon, two kelurahan and 200 KK, with card numbers, and two assisted households moved to an RT of their own."""
    made = simulate_city("36.72", card_numbers=True, seed=8)
    homes = made.tables["households"].copy()
    few = homes.loc[homes["assisted"].astype(bool), "household_id"].drop_duplicates().iloc[10 : 10 + FEW]
    homes.loc[homes["household_id"].isin(few), "rt"] = RT
    return replace(made, tables={**made.tables, "households": homes})


@pytest.fixture(scope="module")
def material(city, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kota")
    return CityAnswers(city.write(folder / "kota.xlsx"), as_of=DAY, key=write_key(folder / "kota.key"))


@pytest.fixture(scope="module")
def documents(material):
    return {lang: tell_city(material, lang, DAY) for lang in ("id", "en")}


@pytest.fixture(scope="module")
def files(documents):
    """Every format in Bahasa Indonesia, and the quick one in English."""
    one, other = documents["id"], documents["en"]
    return {
        "id.html": to_html(one),
        "id.docx": to_docx(one),
        "id.xlsx": to_xlsx(one),
        "id.pdf": to_pdf(one),
        "en.xlsx": to_xlsx(other),
    }


@pytest.fixture(scope="module")
def pages(files):
    """What stands on every page of the PDF."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(files["id.pdf"])).pages]


@pytest.fixture(scope="module")
def books(files):
    return {lang: openpyxl.load_workbook(io.BytesIO(files[f"{lang}.xlsx"])) for lang in ("id", "en")}


@pytest.fixture(scope="module")
def texts(files, pages):
    """All words of every file: of every part of an office file, of every page of a PDF, pictures included."""
    found = {}
    for name, file in files.items():
        if name.endswith("html"):
            found[name] = re.sub(r"data:[^\"]*", "", file)
        elif name.endswith("pdf"):
            found[name] = "\n".join(pages)
        else:
            with zipfile.ZipFile(io.BytesIO(file)) as parts:
                found[name] = "\n".join(
                    parts.read(n).decode("utf-8", "replace") for n in parts.namelist() if n.endswith((".xml", ".rels", ".svg"))
                )
    return found


def tables(document, *columns) -> list[doc.Table]:
    """The tables that have all these columns."""
    return [
        b for c in document.chapters for b in c.blocks if isinstance(b, doc.Table) and set(columns) <= {k.name for k in b.columns}
    ]


def word_tables(file: bytes) -> list[list[list[str]]]:
    """The tables of a Word file that have a caption, cell by cell, read from its XML."""
    body = python_docx.Document(io.BytesIO(file)).element.body
    real = [t for t in body.iter(qn("w:tbl")) if t.tblPr.find(qn("w:tblCaption")) is not None]
    # a figure is not broken over lines: its spaces are no-break ones
    return [
        [
            [
                "".join(n.text or "" for n in cell.iter(qn("w:t"))).replace("\N{NO-BREAK SPACE}", " ")
                for cell in row.iter(qn("w:tc"))
            ]
            for row in t.iter(qn("w:tr"))
        ]
        for t in real
    ]


def words(document) -> str:
    return " ".join(
        str(getattr(b, "text", "")) + " ".join(i for i in getattr(b, "items", ()) if isinstance(i, str))
        for c in document.chapters
        for b in c.blocks
    )


# --- the truth ------------------------------------------------------------------------------------------------------


def test_the_ledger_covers_the_effect_planted_in_the_villages(documents):
    by_cohort, by_year = tables(documents["id"], "common_change", "selection_rebound", "programme_effect")
    for table in (by_cohort, by_year):
        whole = table.frame.iloc[-1]
        assert whole["conf_low"] <= VILLAGE_EFFECT <= whole["conf_high"] < 0
        assert whole["observed_change"] == pytest.approx(
            whole["common_change"] + whole["selection_rebound"] + whole["programme_effect"]
        )


def test_the_households_main_answer_covers_the_planted_income_at_every_visit(documents, city):
    rows = tables(documents["en"], "when", "estimate", "n_treated")[0].frame
    planted = city.truth[city.truth["outcome"] == "women_income_rupiah_month"].set_index("wave")["effect"]
    assert rows["wave"].tolist() == [1, 2, 3] and planted[1] == INCOME_EFFECT
    for row in rows.itertuples():
        assert row.conf_low <= planted[row.wave] <= row.conf_high, row.wave
    assert rows["conf_low"].iloc[0] > 0


def test_before_and_after_stands_early_and_is_called_change(material, documents, city):
    for lang, document in documents.items():
        assert [c.key for c in document.chapters][3] == before_after_texts.KEY.say(lang)
        own = tables(document, "before", "difference")
        assert len(own) == 3 and all(say.say(lang) == t.caption for say, t in zip(CAPTIONS, own, strict=True))
        told = words(document)
        assert before_after_texts.CHANGE.say(lang) in told and material.before_after().sentence(lang) in told
    planted = city.truth[city.truth["outcome"] == "women_income_rupiah_month"].set_index("wave")["effect"][1]
    row = material.before_after().of("household").iloc[0]
    assert row["difference"] - row["other_difference"] == pytest.approx(planted, abs=50_000)


def test_without_comparison_households_before_and_after_still_stands(city, tmp_path):
    homes = city.tables["households"][lambda h: h["assisted"].astype(bool)]
    m = CityAnswers(
        replace(city, tables=city.tables | {"households": homes.drop(columns="no_kk").assign(no_kk=None)}).write(
            tmp_path / "k.xlsx"
        ),
        as_of=DAY,
    )
    assert isinstance(m.households(), Unanswered) and m.before_after()
    own = tables(tell_city(m, "id", DAY), "before", "n_treated")[0]
    assert len(own.frame) >= 8 and "n_comparison" not in own.frame and before_after_texts.NO_COMPARISON.id in own.note


def test_how_families_were_chosen_is_said_and_followed(material, documents):
    assert material.checked.household_rule.by == "register" and material.households().main.rule == material.checked.household_rule
    for lang, document in documents.items():
        told = words(document)
        assert material.households().choice_sentence(lang) in told and material.households().sentence(lang) in told
        assert "choice_figure" not in told and "nilai awal yang sama" not in told and "same first value" not in told
    own = tables(documents["en"], "when", "estimate", "n_treated")[0]
    assert "same" not in own.caption and "middle of the range" not in own.note


def test_a_register_without_a_rule_is_asked_about_in_the_report(city, tmp_path):
    silent = city.tables["settings"][lambda t: t["setting"] != "household_rule"]
    kept = {n: t if n in ("settings", "households", "sites") else t.iloc[:0] for n, t in city.tables.items()}
    plain = kept["households"].drop(columns="no_kk").assign(no_kk=None)
    m = CityAnswers(replace(city, tables=kept | {"settings": silent, "households": plain}).write(tmp_path / "k.xlsx"), as_of=DAY)
    document = tell_city(m, "id", DAY)
    asked = [b.text for c in document.chapters for b in c.blocks if isinstance(b, doc.Caution) and "household_rule" in b.text]
    assert len(asked) == 1 and "choice_figure" in asked[0]
    assert m.households().main.decided_by == "unknown" and "antara Rp" in m.households().sentence("id")
    assert "titik tengah rentang" in tables(document, "when", "estimate", "n_treated")[0].note
    rows = tables(document, "outcome", "better", "estimate")[0].rows("id")
    assert all(" … " in row[2] for row in rows)


def test_nothing_is_claimed_where_nothing_is_planted(material, documents):
    claimed = {o.outcome.key for o in material.households().others if o.p_holm < 0.05}
    assert claimed <= {"latrine", "healthy_family_index"}, (
        "the healthy latrine is planted, and is one of the twelve items of the index"
    )
    latrine = next(o.answer for o in material.households().others if o.outcome.key == "latrine")
    assert latrine.conf_low <= 15.0 <= latrine.conf_high and latrine.conf_low > 0 and "latrine" in claimed
    several = material.effect().several.table("en")
    assert several["p_max_t"].iloc[0] < 0.05 and (several["p_max_t"].iloc[1:] > 0.05).all()
    said = material.households().others_sentence("en")
    assert "Healthy latrine" in said and "Clean water" not in said and "Expenditure" not in said
    assert "A woman runs a business" not in said and said in words(documents["en"])


def test_slum_scores_show_the_ministrys_figure_beside_why_it_is_no_outcome(documents):
    table = tables(documents["en"], "score_before", "score_after", "contribution")[0]
    assert "no evidence of impact" in table.note
    own = table.frame[table.frame["role"] == "site"]
    assert (own["score_change"].astype(float) <= 0).mean() > 0.8


# --- what must not leave --------------------------------------------------------------------------------------------


def test_no_household_pseudonym_or_card_number_is_in_any_file(texts, city, material):
    ids = set(city.tables["households"]["household_id"])
    pseudonyms = set(material.checked.tables["households"]["no_kk"].dropna())
    assert len(ids) > 300 and len(pseudonyms) > 300 and material.checked.pseudonyms
    for name, text in texts.items():
        found = set(re.findall(r"KK-[0-9a-f]+", text))
        assert not found & ids and not found & pseudonyms, name
        plain = re.sub(r"<[^>]*>", " ", text) if not name.endswith("xlsx") else " ".join(re.findall(r"<t[^>]*>([^<]*)", text))
        assert not re.search(r"(?<![\d.])\d{16}(?!\d)", plain), name
        assert not re.search(r"\bnan\b|<NA>|\bNone\b", plain), name


def test_an_rt_with_two_households_is_not_listed_or_stands_for_five(documents):
    for lang, document in documents.items():
        table = tables(document, "place", "assisted", "comparison", "all")[0]
        rows = {row[0]: row[1:] for row in table.rows(lang)}
        mine = [row for name, row in rows.items() if f"RT {RT}/" in name]
        assert mine in ([], [["5", "≤5", "5"]], [("5", "≤5", "5")])


def test_every_table_of_household_counts_is_in_fives(documents):
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
    for table in tables(documents["id"]):
        household = any(sheet in table.source for sheet in ("households", "deliveries"))
        for column in table.columns:
            if household and column.name in counted:
                for value in table.frame[column.name]:
                    seen += 1
                    assert value in ("≤5", "≤10") or value % 5 == 0, (table.caption, column.name, value)
    assert seen > 100


def test_how_many_families_a_register_holds_is_not_told(documents):
    rows = tables(documents["en"], "sheet", "aspect", "source", "rows")[0].frame
    assert set(rows.loc[rows["sheet"] == "households", "rows"]) == {doc.HIDDEN} and (rows["rows"] != doc.HIDDEN).any()


def test_households_without_a_register_are_not_the_lines_less_those_with_one(documents, material):
    """ "households 397 lines" beside "other: 395 rows" told of two families, whose decile the table of deciles hides."""
    lines = len(material.checked.tables["households"])
    for lang, document in documents.items():
        sheets = tables(document, "sheet", "what", "rows")[0]
        counted = dict(zip(sheets.frame["sheet"], sheets.frame["rows"], strict=True))
        assert counted["households"] == doc.HIDDEN and counted["villages"] == len(material.checked.tables["villages"])
        assert doc.HIDDEN in sheets.note and f"households ({lines}" not in words(document), lang


def test_synthetic_data_say_so_on_every_page_of_every_format(files, pages, books):
    said = notice("id")
    assert files["id.html"].count(f">{said}</div>") == 1 and "position: fixed" in files["id.html"], (
        "sticks to the screen, and to every printed page"
    )
    assert all(said in re.sub(r"\s+", " ", page) for page in pages)
    word = python_docx.Document(io.BytesIO(files["id.docx"]))
    assert all(any(said in p.text for p in s.header.paragraphs) for s in word.sections)
    assert not any(s.different_first_page_header_footer for s in word.sections)
    for lang, book in books.items():
        for sheet in book:
            assert notice(lang) in (sheet.oddHeader.center.text or "") and any(
                notice(lang) in str(c.value) for row in sheet.iter_rows(max_row=5) for c in row
            ), sheet.title


# --- the same everywhere --------------------------------------------------------------------------------------------


def test_both_languages_and_every_format_hold_the_same_numbers(files, documents, pages, books):
    numbers = [
        [
            [c.value for row in s.iter_rows(min_row=7) for c in row if isinstance(c.value, (int, float))]
            for s in books[lang].worksheets[1:-1]
        ]
        for lang in ("id", "en")
    ]
    assert numbers[0] == numbers[1] and sum(map(len, numbers[0])) > 500
    document = documents["id"]
    expected = [[[c.label for c in t.columns], *t.rows("id")] for t in tables(document)]
    assert word_tables(files["id.docx"]) == expected
    captions = [
        f"{word_for(i.block, 'id')} {i.number}. {i.block.caption}" for _, items in numbered(document) for i in items if i.number
    ]
    pdf = re.sub(r"\s+", "", "".join(pages))
    assert all(re.sub(r"\s+", "", c) in pdf for c in captions)
    shapes = [[(type(b).__name__, getattr(b, "title", None) is not None) for b in c.blocks] for c in document.chapters]
    assert shapes == [
        [(type(b).__name__, getattr(b, "title", None) is not None) for b in c.blocks] for c in documents["en"].chapters
    ]


@pytest.mark.parametrize(
    "lang, last, plain",
    [("id", "Sumber", ("bilangan, ", "bilangan bertanda")), ("en", "Sources", ("number, ", "number with sign"))],
)
def test_excel_names_the_unit_of_every_measure_and_the_source_of_every_figure(books, lang, last, plain):
    rows = list(books[lang][last].iter_rows(min_row=7, max_col=4, values_only=True))
    assert len(rows) > 100 and [(name, column) for name, column, _, source in rows if not source] == []
    assert [(name, column) for name, column, kind, _ in rows if kind.startswith(plain)] == []


def test_the_programmes_own_name_is_in_the_titles(material):
    named = copy(material)
    named.decided = replace(material.decided, programme="KRPPA")
    document = tell_city(named, "id", DAY)
    assert "KRPPA" in document.title and "P2WKSS" not in document.title + words(document)


# --- little data, bad data ------------------------------------------------------------------------------------------


def test_an_empty_workbook_says_what_to_fill_in_and_every_chapter_stands(tmp_path):
    book = write_template(tmp_path / "kosong.xlsx", "32.76")
    m = CityAnswers(book, as_of=DAY)
    assert (
        all(
            isinstance(part, Unanswered)
            for part in (m.need(), m.assisted(), m.households(), m.delivery(), m.effect(), m.scorecards())
        )
        and not m.synthetic
    )
    for lang in ("id", "en"):
        document = tell_city(m, lang, DAY)
        assert len(document.chapters) == 9 and "Depok" in document.title
        told = words(document)
        assert all(sheet in told for sheet in ("villages", "sites", "households", "deliveries", "neighbourhoods"))
        assert notice(lang) not in to_html(document).split("</style>")[1] and to_xlsx(document)


def test_synthetic_and_real_reports_have_names_of_their_own(material, tmp_path):
    made = write.report(tmp_path / "a", material, formats=("xlsx",), made=DAY)
    assert made[0].name == "laporan-kota-cilegon-sintetis.xlsx"
    real = write.report(tmp_path / "a", write_template(tmp_path / "kosong.xlsx", "36.72"), lang="en", formats=("xlsx",), made=DAY)
    assert real[0].name == "report-kota-cilegon.xlsx"


def test_the_summary_says_on_what_each_answer_hangs_and_leaves_the_exact_words_to_the_chapters(material, documents):
    for lang, document in documents.items():
        summary = document.chapters[0]
        told = words(replace(document, chapters=(summary,)))
        assert (
            material.households().condition_sentence(lang) in told and material.effect().other_assumption_sentence(lang) in told
        )
        assert material.need().choice_sentence(lang) in told and material.sites().hits_sentence(lang) in told
        assert "Holm" not in told and "p dua sisi" not in told and "two-sided" not in told and "masuk 1 besar" not in told
        assert material.sites().audit.sentence(lang) in words(document), "the exact sentence stays in its chapter"


def test_an_empty_workbook_does_not_repeat_itself(tmp_path):
    document = tell_city(CityAnswers(write_template(tmp_path / "kosong.xlsx", "32.76"), as_of=DAY), "id", DAY)
    assert words(replace(document, chapters=document.chapters[:1])).count("Lembar households belum berisi keluarga.") == 1


def test_half_a_sheet_of_villages_is_no_need_of_the_city(city, tmp_path):
    few = city.tables["villages"]
    few = few[few["village_code"].isin(few["village_code"].unique()[:10])]
    m = CityAnswers(
        replace(
            city, tables={n: t.iloc[:0] if n not in ("settings",) else t for n, t in city.tables.items()} | {"villages": few}
        ).write(tmp_path / "separuh.xlsx"),
        as_of=DAY,
    )
    assert isinstance(m.need(), Unanswered) and "10 dari 43" in m.need().sentence("id") and m.need_map().empty


def test_one_column_gives_an_order_but_no_firmness(city, tmp_path):
    one = city.tables["villages"].assign(
        **{
            c: float("nan")
            for c in ("slum_area_ha", "stunting_percent", "out_of_school_percent", "expenditure_rupiah_person_month")
        }
    )
    m = CityAnswers(
        replace(
            city,
            tables={n: t.iloc[:0] if n not in ("settings", "sites") else t for n, t in city.tables.items()} | {"villages": one},
        ).write(tmp_path / "satu.xlsx"),
        as_of=DAY,
    )
    document = tell_city(m, "id", DAY)
    told = words(document)
    assert "hanya satu kolom" in told and "kokoh: " not in told and "(100%)" not in told
    assert all("chance" not in {c.name for c in t.columns} for t in tables(document))


def test_a_workbook_without_households_answers_the_rest(city, tmp_path):
    kept = {n: t if n in ("settings", "sites", "neighbourhoods") else t.iloc[:0] for n, t in city.tables.items()}
    m = CityAnswers(replace(city, tables=kept).write(tmp_path / "sebagian.xlsx"), as_of=DAY)
    assert isinstance(m.households(), Unanswered) and isinstance(m.effect(), Unanswered) and m.scorecards().slum is not None
    told = words(tell_city(m, "en", DAY))
    assert "6 sites are on record" in told and "The mean slum score of" in told


def test_activities_without_dates_and_a_single_survey_are_told_as_they_are(city, tmp_path):
    tables_ = {n: t if n in ("settings", "sites") else t.iloc[:0] for n, t in city.tables.items()}
    log, surveys = city.tables["deliveries"], city.tables["neighbourhoods"]
    none = pd.Series(False, index=log.index)
    undated = log.assign(household_id=None, **{c: log[c].where(none) for c in ("planned_date", "actual_date", "done_percent")})
    surveys = surveys[surveys["year"] == surveys["year"].min()].reset_index(drop=True)
    for column in ("households", *(f"{k}_volume" for k in ("3a", "3b", "5a", "5b", "6a", "6b"))):
        surveys.loc[0, column] = min(3, surveys.loc[0, column])
    tables_ |= {"deliveries": undated, "neighbourhoods": surveys}
    m = CityAnswers(replace(city, tables=tables_).write(tmp_path / "awal.xlsx"), as_of=DAY)
    told = words(tell_city(m, "en", DAY))
    assert delivery_texts.NO_DATES.en in told and "no activity is due yet" in told
    assert "no site RT has two complete surveys" in told and to_html(tell_city(m, "id", DAY))
    scores = tables(tell_city(m, "en", DAY), "score_before", "contribution")[0].frame
    assert (scores["score_before"] == doc.HIDDEN).sum() == 1, "an RT of three households has no score to be printed"


def test_a_workbook_with_faults_is_refused_with_all_of_them_and_nothing_is_written(tmp_path, capsys):
    path = write_template(tmp_path / "salah.xlsx", "32.76")
    book = openpyxl.load_workbook(path)
    sheet = book["sites"]
    heads = {c.value: c.column for c in sheet[1]}
    for row in range(5, 35):
        sheet.cell(row, heads["year"], "dua ribu")
        sheet.cell(row, heads["village_code"], "99.99.99.9999")
    book.save(path)
    out = tmp_path / "laporan"
    assert main(["report", "--data", str(path), "--out", str(out), "--lang", "en"]) == 1
    shown = capsys.readouterr().out
    assert len(re.findall(r"^- ", shown, re.MULTILINE)) >= 60 and "sites" in shown and "dua ribu" in shown and not out.exists()


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


def test_a_contests_rubric_scores_its_lines_and_cases_of_people_are_hidden(city, tmp_path):
    (tmp_path / "lomba.csv").write_text(
        "item,label,kind,weight,target,rule,source\nposyandu,Posyandu aktif,yes_no,70,,,h. 3\n"
        "kasus,Kasus kekerasan,zero,30,,,h. 5\n",
        encoding="utf-8",
    )
    one = city.tables["scores"].iloc[:1]
    lines = [
        one.assign(profile="lomba", item="posyandu", answer=pd.array([True], dtype="boolean"), value=float("nan")),
        one.assign(profile="lomba", item="kasus", answer=pd.array([pd.NA], dtype="boolean"), value=2.0),
        one.assign(profile="lain", item="x", value=1.0),
    ]
    kept = {n: t if n == "settings" else t.iloc[:0] for n, t in city.tables.items()} | {"scores": pd.concat(lines)}
    m = CityAnswers(replace(city, tables=kept).write(tmp_path / "skor.xlsx"), as_of=DAY, rubrics=[tmp_path / "lomba.csv"])
    document = tell_city(m, "en", DAY)
    rows = {row[2]: row[3:] for t in tables(document, "item", "points", "most") for row in t.rows("en")}
    assert rows == {"Posyandu aktif": ["yes", "70.0", "70.0"], "Kasus kekerasan": [doc.HIDDEN, "0.0", "30.0"]}
    told = words(document)
    assert "70 of 100" in told and "organiser's" in told and "not scored: lain (1)" in told
