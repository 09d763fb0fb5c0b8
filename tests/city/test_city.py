"""A city is asked once and answers the same everywhere: in a command, the report, the explorer and a notebook."""

import datetime as dt
import json
import re
from dataclasses import replace
from functools import partial
from inspect import signature

import openpyxl
import pandas as pd
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.city.answers import QUESTIONS, CityAnswers
from p2wkss_analysis.city.texts import need as texts
from p2wkss_analysis.cli import _parser, main
from p2wkss_analysis.commands.line.show import whole_numbers
from p2wkss_analysis.dictionary.sheets import FIRST_DATA_ROW, city_dictionary, tab_of
from p2wkss_analysis.disclosure.published_before import file_beside
from p2wkss_analysis.display import Unanswered
from p2wkss_analysis.explore.page import gather
from p2wkss_analysis.impact.plan import plan
from p2wkss_analysis.say.errors import DataFaults, NotEnoughData, P2wkssError, WrongUse
from p2wkss_analysis.tables.workbook.texts.rules import MUST_BE_WHOLE

DAY = dt.date(2026, 11, 24)
CHOICE = {
    "sites_per_year": "3",
    "weight_slum": "20",
    "weight_poverty": "50",
    "weight_human_development": "30",
    "main_outcome": "stunting_percent",
    "programme": "KRPPA",
}


def settled(simulated, path, lang="id", **settings):
    """The workbook of a simulated city with these settings typed in."""
    sheet = simulated.tables["settings"]
    known = sheet[~sheet["setting"].isin(settings)]
    rows = sheet.iloc[:0].reindex(range(len(settings))).assign(setting=list(settings), value=list(settings.values()))
    tables = simulated.tables | {"settings": pd.concat([known, rows], ignore_index=True)}
    return replace(simulated, tables=tables).write(path, lang)


@pytest.fixture(scope="module")
def simulated():
    return p2.simulate_city("36.72", seed=3)


@pytest.fixture(scope="module")
def bare(simulated):
    """The city without households, RT and activities, and with its newest figures alone: for what only the settings decide."""
    few = {name: simulated.tables[name].iloc[:0] for name in ("households", "neighbourhoods", "deliveries", "scores")}
    return replace(simulated, tables=simulated.tables | few | {"villages": simulated.tables["villages"].query("year >= 2025")})


@pytest.fixture(scope="module")
def book(simulated, tmp_path_factory):
    return settled(simulated, tmp_path_factory.mktemp("kota") / "kota.xlsx", **CHOICE)


@pytest.fixture(scope="module")
def city(book):
    return p2.City(book, as_of=DAY)


def test_what_the_settings_decide_is_decided_everywhere(city, book, capsys):
    need = city.need()
    assert need.k == 3 - len(need.eligibility.fixed) and city.programme == "KRPPA" and city.effect().outcome == "stunting_percent"
    shares = dict(zip(need.ranking.specification.columns, need.ranking.specification.shares, strict=True))
    assert shares["low_decile_percent"] == pytest.approx(0.5) and shares["slum_area_ha"] == pytest.approx(0.2)
    page = gather(city, "id")
    layer = page["layers"][0]
    assert page["words"]["kicker"]["id"].startswith("KRPPA · ")
    assert layer["k"] == need.k and {a["key"]: pytest.approx(a["weight"]) for a in layer["aspects"]} == {
        "slum": 0.2,
        "poverty": 0.5,
        "human_development": 0.3,
    }
    assert main(["target", str(book), "--json", "--lang", "id"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [r["area_code"] for r in rows] == need.table()["area_code"].tolist()
    assert [r["probability_top_k"] for r in rows] == pytest.approx(need.table()["probability_top_k"].tolist())


def test_no_output_proposes_a_place_that_has_been_a_site(city, book, capsys):
    served = set(city.tables["sites"].dropna(subset=["year"])["village_code"])
    page = gather(city, "id")["layers"][0]
    assert served and not served & set(city.need().table()["area_code"])
    assert {page["codes"][i] for i in page["barred"]} == served
    for own in ([], ["--need", "stunting_percent=higher", "--k", "2"]):
        assert main(["target", str(book), "--json", *own]) == 0
        assert not served & {r["area_code"] for r in json.loads(capsys.readouterr().out)}


def test_the_map_says_why_its_values_are_not_those_of_the_list(city):
    picture = city.map("id")
    assert len(picture.table()) > len(city.need().table())
    assert texts.MAP_AND_LIST.id in picture.sentence("id") and texts.MAP_AND_LIST.en in picture.sentence("en")


def test_the_table_of_answers_holds_whole_sentences(city):
    shown = " ".join(city.text("id").split())
    assert "…" not in shown and city.table("id")["answer"].str.endswith(".").all()


def test_the_effect_is_the_same_in_command_report_and_explorer(city, book, capsys):
    assert main(["impact", str(book), "--lang", "id"]) == 0
    said = capsys.readouterr().out
    assert city.effect().sentence("id") in said
    assert re.search(r"\d poin persen lebih (rendah|tinggi)", said), "3,6 beside a percentage is not 3,6 percent"
    assert gather(city, "id")["ledgers"][0]["sentence"]["id"] == city.effect().sentence("id")
    assert "ditetapkan kota pada lembar Pengaturan" in city.effect().named_before("id")


def test_a_question_is_answered_once(city):
    assert city.need() is city.need() and city.need(k=None) is city.need() and city.need(k=1) is not city.need()
    effect, then = city.effect(), city.at(dt.date(2025, 1, 1))
    assert city.at(DAY) is city and then.effect() is effect and then.delivery() is not city.delivery()


def test_every_question_refuses_in_words_and_so_does_what_is_asked_of_it(tmp_path):
    empty = p2.City(p2.write_template(tmp_path / "kosong.xlsx", "32.76"))
    for name in QUESTIONS:
        answer = getattr(empty, name)()
        assert not answer and len(answer.sentence("id")) > 30
        if name != "sites":  # an empty register is there, and says that it is empty
            assert isinstance(answer, Unanswered) and answer.table() is answer
    assert not empty.map() and not empty.picture("ledger") and empty.map().sentence("id") == empty.need().sentence("id")
    shown = empty.text("en")
    assert "0 of 8 questions answered" in shown and "Where is the need" in shown


def test_a_workbook_with_faults_answers_nothing_and_shows_them(bare, tmp_path):
    path = bare.write(tmp_path / "kota.xlsx")
    book = openpyxl.load_workbook(path)
    names = [c.value for c in book["Desa-Kelurahan"][1]]
    book["Desa-Kelurahan"].cell(FIRST_DATA_ROW, names.index("stunting_percent") + 1).value = "banyak"
    book.save(path)
    city = p2.City(path, lang="en")
    assert len(city.faults) == 1 and "1 fault" in city.sentence("en") and "banyak" in city.text("en")
    assert not city.need() and isinstance(city.effect().reason, DataFaults)
    for pages in (lambda: city.report(tmp_path / "laporan"), lambda: city.explorer(tmp_path / "x.html")):
        with pytest.raises(DataFaults):
            pages()


@pytest.mark.parametrize(
    "settings, rule",
    [
        ({"weight_slum": "50"}, "1 of 3 weights is given and they sum to 50."),
        (
            {"weight_slum": "50", "weight_poverty": "30", "weight_human_development": "30"},
            "3 of 3 weights are given and they sum to 110.",
        ),
        ({"main_outcome": "umur"}, None),
        ({"sites_per_year": "0"}, None),
        ({"sites_per_year": "2,5"}, MUST_BE_WHOLE.en),
        ({"sites_per_year": "banyak"}, None),
    ],
)
def test_a_setting_that_cannot_be_is_a_fault_of_its_cell(bare, tmp_path, settings, rule):
    found = p2.check(settled(bare, tmp_path / "k.xlsx", **settings), "en").faults
    assert len(found) == 1 and found["sheet"][0] == "Pengaturan" and (rule is None or found["rule"][0] == rule), found.to_dict(
        "records"
    )


def test_a_plan_of_the_workbook_takes_its_number_of_sites(book, capsys, monkeypatch):
    monkeypatch.setattr("p2wkss_analysis.city.answers.plan", partial(plan, panels=2))  # how many are chosen hangs on none
    assert main(["plan", str(book), "--for-years", "1", "--draws", "99", "--json"]) == 0
    assert {row["sites_per_year"] for row in json.loads(capsys.readouterr().out)} == {3}


def test_a_plan_asked_without_more_is_the_same_in_python_and_on_the_command_line():
    asked = _parser().parse_args(["plan", "kota.xlsx"])
    usual = {name: p.default for name, p in signature(CityAnswers.plan).parameters.items()}
    assert (usual["years"], usual["draws"], usual["seed"]) == (tuple(whole_numbers(asked.for_years, "")), asked.draws, asked.seed)


def test_the_main_outcome_is_read_in_the_words_of_its_list(bare, tmp_path):
    path = settled(bare, tmp_path / "k.xlsx", main_outcome="Balita stunting")
    assert CityAnswers(path).decided.main_outcome == "stunting_percent"


def test_one_file_of_boundaries_serves_map_report_papers_explorer_and_check(bare, tmp_path, capsys):
    path = settled(bare, tmp_path / "k.xlsx", boundaries_file="batas\\kota.geojson")
    checked = p2.check(path)
    city = p2.City(checked)
    assert not city.map() and "kota.geojson" in city.map().sentence("id")
    for refused in (lambda: city.report(tmp_path / "r"), lambda: city.papers(tmp_path / "p")):
        with pytest.raises(WrongUse, match=r"kota\.geojson"):
            refused()
    tiles = p2.tile_map(city.areas).to_crs(4326)[["area_code", "geometry"]]
    (tmp_path / "batas").mkdir()
    tiles.iloc[1:].to_file(tmp_path / "batas" / "kota.geojson", driver="GeoJSON")
    assert main(["check", str(path), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "42 of 43 places have a boundary" in said and "Without a boundary: Cibeber." in said
    shapes = gather(city, "id")["layers"][0]["shapes"]
    assert shapes["kind"] == "boundaries" and "Cibeber" in shapes["note"]["id"] and city.map()
    tiles.to_file(tmp_path / "lain.gpkg")
    other = p2.City(checked, boundaries=tmp_path / "lain.gpkg")
    assert other.boundaries.without.empty and other.boundaries is other.boundaries


@pytest.fixture(scope="module")
def short(simulated, tmp_path_factory):
    """The same city with few years and households: every question is asked in little time."""
    tables = simulated.tables
    homes = tables["households"]["household_id"].drop_duplicates().iloc[::6]
    cut = {
        "villages": tables["villages"].query("year >= 2024"),
        "households": tables["households"][tables["households"]["household_id"].isin(homes)],
        "deliveries": tables["deliveries"].assign(household_id=None),
    }
    return replace(simulated, tables=tables | cut).write(tmp_path_factory.mktemp("singkat") / "kota.xlsx")


OFTEN = {
    ("villages", False),
    ("sites", False),
    ("households", False),
    ("settings", True),
    ("candidates", True),
}


@pytest.mark.parametrize(
    "sheet, emptied",
    [
        pytest.param(sheet, emptied, marks=() if (sheet, emptied) in OFTEN else pytest.mark.extended)
        for sheet in city_dictionary().names()
        for emptied in (False, True)
    ],
)
def test_a_sheet_deleted_or_emptied_never_ends_in_something_unexpected(short, tmp_path, sheet, emptied):
    """Every question answers or refuses in words; the report, which asks them all, is written or refused in words."""
    path = tmp_path / "kota.xlsx"
    made = openpyxl.load_workbook(short)
    page = made[tab_of(sheet).say("id")]
    if emptied:
        page.delete_rows(FIRST_DATA_ROW, page.max_row)
    else:
        del made[page.title]
    made.save(path)
    city = p2.City(path, as_of=DAY)
    if (
        not city.checked.ok or not emptied and sheet in ("settings", "sites")
    ):  # without them answers of other sheets would mislead
        assert not any(getattr(city, name)() for name in QUESTIONS) and not city.map() and len(city.text("id")) > 20
        with pytest.raises(P2wkssError):
            city.report(tmp_path / "r")
        return
    for name in QUESTIONS:
        answer = getattr(city, name)()
        assert answer or answer.sentence("id")
    if not emptied:
        assert len(city.report(tmp_path / "r", formats=("html",))) == 1
        if sheet == "villages":
            with pytest.raises(NotEnoughData):
                city.explorer(tmp_path / "x.html")
        else:
            assert city.explorer(tmp_path / "x.html").exists()


def test_what_is_remembered_of_a_checked_workbook_lies_beside_it_and_an_earlier_state_is_not_published(
    short, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    city = p2.City(p2.check(short))
    city.report(tmp_path / "laporan")
    assert file_beside(short).is_file() and [path.name for path in tmp_path.iterdir()] == ["laporan"]
    assert city.at(dt.date(2025, 1, 1)).book == short and city.known_in(2025).need().data_year <= 2025
    with pytest.raises(WrongUse):
        city.known_in(2025).report(tmp_path / "laporan")
