"""The city's report where the workbook holds little: every chapter stands and says what is missing."""

from dataclasses import replace

import pandas as pd
from city_blocks import DAY, tables, words

from p2wkss_analysis.city.answers import CityAnswers
from p2wkss_analysis.dictionary.sheets import tab_of
from p2wkss_analysis.display import Unanswered
from p2wkss_analysis.reporting import document as doc
from p2wkss_analysis.reporting.formats.excel.workbook import to_xlsx
from p2wkss_analysis.reporting.formats.html import to_html
from p2wkss_analysis.reporting.formats.numbering import notice
from p2wkss_analysis.reporting.stories.city.story import tell_city
from p2wkss_analysis.reporting.stories.city.texts import before_after as before_after_texts
from p2wkss_analysis.reporting.stories.city.texts import delivery as delivery_texts
from p2wkss_analysis.tables.workbook.template import write_template


def test_without_comparison_households_before_and_after_still_stands(city, tmp_path):
    homes = city.tables["households"][lambda h: h["assisted"].astype(bool)].drop(columns="no_kk").assign(no_kk=None)
    kept = {n: t if n in ("settings", "sites") else t.iloc[:0] for n, t in city.tables.items()} | {"households": homes}
    m = CityAnswers(replace(city, tables=kept).write(tmp_path / "k.xlsx"), as_of=DAY)
    assert isinstance(m.households(), Unanswered) and m.before_after()
    own = tables(tell_city(m, "id", DAY), "before", "n_treated")[0]
    assert len(own.frame) >= 8 and "n_comparison" not in own.frame and before_after_texts.NO_COMPARISON.id in own.note


def test_a_register_without_a_rule_is_asked_about_in_the_report(city, tmp_path):
    silent = city.tables["settings"][lambda t: t["setting"] != "household_rule"]
    kept = {n: t if n in ("settings", "households", "sites") else t.iloc[:0] for n, t in city.tables.items()}
    plain = kept["households"].drop(columns="no_kk").assign(no_kk=None)
    m = CityAnswers(replace(city, tables=kept | {"settings": silent, "households": plain}).write(tmp_path / "k.xlsx"), as_of=DAY)
    document = tell_city(m, "id", DAY)
    asked = [
        b.text for c in document.chapters for b in c.blocks if isinstance(b, doc.Caution) and "cara memilih KK binaan" in b.text
    ]
    assert len(asked) == 1 and "Angka penentu saat dipilih" in asked[0]
    assert m.households().main.decided_by == "unknown" and "antara Rp" in m.households().sentence("id")
    assert "titik tengah rentang" in tables(document, "when", "estimate", "n_treated")[0].note
    rows = tables(document, "outcome", "better", "estimate")[0].rows("id")
    assert all(" … " in row[2] for row in rows)


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
        for sheet in ("villages", "sites", "households", "deliveries", "neighbourhoods"):
            assert f"{'lembar' if lang == 'id' else 'sheet'} {tab_of(sheet).say(lang)}" in told.replace("Lembar", "lembar")
        assert notice(lang) not in to_html(document).split("</style>")[1] and to_xlsx(document)


def test_an_empty_workbook_does_not_repeat_itself(tmp_path):
    document = tell_city(CityAnswers(write_template(tmp_path / "kosong.xlsx", "32.76"), as_of=DAY), "id", DAY)
    assert words(replace(document, chapters=document.chapters[:1])).count("Lembar Keluarga belum berisi keluarga.") == 1


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
