"""The explorer page without a browser: what is in the file, exactly, safely and in both languages."""

import base64
import hashlib
import html
import itertools
import json
import os
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import p2wkss_analysis as p2
from p2wkss_analysis.city.answers import CityAnswers
from p2wkss_analysis.city.need import LEAST_KNOWN, city_need
from p2wkss_analysis.cli import main
from p2wkss_analysis.dictionary.figures import village_figures
from p2wkss_analysis.dictionary.sheets import fields_of
from p2wkss_analysis.explore import page as explorer_page
from p2wkss_analysis.explore.city_layer import city_layer
from p2wkss_analysis.explore.encode import packed
from p2wkss_analysis.explore.ledger import city_ledger
from p2wkss_analysis.explore.open_layers import open_layers
from p2wkss_analysis.explore.page import PROGRAM, explorer, gather, render
from p2wkss_analysis.explore.palette import palette
from p2wkss_analysis.explore.texts.page import WORDS
from p2wkss_analysis.say import Text
from p2wkss_analysis.say.errors import DataFaults, NotEnoughData, WrongUse

HERE = Path(explorer_page.__file__).parent
SCRIPTS = {name: (HERE / "js" / f"{name}.js").read_text(encoding="utf-8") for name in PROGRAM}


def unpacked(given):
    raw = np.frombuffer(base64.b64decode(given["b"]), dtype="<" + given["t"])
    if given["t"] == "f8":
        return raw
    return np.where(raw == np.iinfo(raw.dtype).min, np.nan, raw / 10.0 ** given["d"])


@pytest.fixture(scope="module")
def city(city_content):
    return city_content


@pytest.fixture(scope="module")
def opened(open_content):
    return open_content


# --- numbers ---------------------------------------------------------------------------------------------


@given(
    st.lists(
        st.one_of(st.floats(-1e6, 1e6), st.integers(-(10**6), 10**6).map(lambda n: n / 10_000), st.just(float("nan"))),
        max_size=30,
    )
)
def test_packing_gives_back_the_very_same_floats(values):
    assert np.array_equal(unpacked(packed(values)), np.array(values, dtype=float), equal_nan=True)


def test_two_bytes_a_figure_where_four_decimals_are_exact():
    made = packed(np.arange(0, 1.0, 0.0001).round(4))
    assert (made["t"], made["d"]) == ("i2", 4)


def test_the_page_holds_the_figures_of_the_open_tables(opened):
    regencies, desa = opened["layers"]
    rows = p2.load("regency_indicators")
    rows = rows[(rows["indicator"] == "poverty_rate") & (rows["year"] == 2024)].set_index("area_code")["value"]
    cube = unpacked(regencies["columns"][0]["values"]).reshape(len(regencies["years"]), -1)
    shown = dict(zip(regencies["codes"], cube[regencies["years"].index(2024)], strict=True))
    assert shown["32.76"] == rows["32.76"] and len(shown) == 35
    assert len(desa["codes"]) == 6549 and desa["codes"] == sorted(desa["codes"])
    index = p2.load("village_index").query("year == 2024").set_index("area_code")["iks"]
    cube = unpacked(desa["columns"][0]["values"]).reshape(len(desa["years"]), -1)
    assert np.array_equal(cube[desa["years"].index(2024)], index.reindex(desa["codes"]).to_numpy())


def test_a_year_has_one_series_of_the_human_development_index_and_the_break_is_told(opened):
    rows = (
        p2.load("regency_indicators").query("indicator == 'hdi' and area_code == '32.76'").set_index(["method", "year"])["value"]
    )
    layer = opened["layers"][0]
    column = layer["columns"][1]
    cube = unpacked(column["values"]).reshape(len(layer["years"]), -1)
    own = dict(zip(layer["years"], cube[:, layer["codes"].index("32.76")], strict=True))
    assert layer["years"][-1] == 2025
    assert (own[2023], own[2024]) == (rows["UHH SP2010", 2023], rows["UHH LF SP2020", 2024])
    assert [span[:2] for span in column["spans"]] == [[2010, 2023], [2024, 2025]]
    assert [layer["codes"].index("32.76"), 2024] in column["breaks"]


def test_a_province_has_every_indicator_of_every_year_as_published(highland_content):
    highland = highland_content["layers"][0]
    rows = p2.load("regency_indicators")
    rows = rows[rows["area_code"].str.startswith("95.") & (rows["year"] >= 2010)]
    for column in highland["columns"]:
        if len(column["spans"]) > 1 and column["key"] in ("hdi", "life_expectancy"):
            continue  # two methods: see above
        cube = unpacked(column["values"]).reshape(len(highland["years"]), -1)
        own = rows[rows["indicator"] == column["key"]].pivot(index="year", columns="area_code", values="value")
        assert np.array_equal(cube, own.reindex(index=highland["years"], columns=highland["codes"]), equal_nan=True), column[
            "key"
        ]


def test_figures_of_a_single_copy_and_those_to_be_read_with_care_are_marked(highland_content):
    highland = highland_content["layers"][0]
    poverty = highland["columns"][0]
    marks = unpacked(poverty["marks"]).reshape(len(highland["years"]), -1)
    nduga = marks[:, highland["codes"].index("95.08")]
    told = [poverty["cares"][int(mark) - 2]["en"] for mark in nduga[4:6]]
    assert "small" in told[0] and "carried forward" in told[1]
    rows = p2.load("regency_indicators").query(
        "indicator == 'hdi' and area_code == '95.01' and method == 'UHH SP2010' and year == 2012"
    )
    hdi = unpacked(highland["columns"][1]["marks"]).reshape(len(highland["years"]), -1)
    assert hdi[2, 0] == (rows["checked"].iloc[0] == "none")


def test_sites_stand_at_their_places_with_their_years(opened):
    sites = p2.load("programme_sites")
    regencies, desa = opened["layers"]
    assert len(regencies["sites"]) == sites["regency_code"].isin(regencies["codes"]).sum()
    assert len(desa["sites"]) == sites["village_code"].isin(desa["codes"]).sum() > 40
    barred = {desa["codes"][i] for i in desa["barred"]}
    assert barred == set(sites[sites["village_code"].isin(desa["codes"]) & sites["year"].notna()]["village_code"])


def test_the_ledger_is_the_one_of_the_impact_wing(opened, city_answers, city):
    shown, truth = city["ledgers"][0], city_answers.effect()
    whole = truth.main.ledger().iloc[-1]
    assert shown["sentence"] == {"id": truth.sentence("id"), "en": truth.sentence("en")}
    parts = {part["key"]: part["value"] for part in shown["bars"][0]["parts"]}
    assert parts == {
        "common": whole["common_change"],
        "rebound": whole["selection_rebound"],
        "effect": whole["programme_effect"],
    }
    assert all(
        abs(sum(p["value"] for p in bar["parts"]) - bar["observed"]) < 1e-9
        for bar in [*shown["bars"], *opened["ledgers"][0]["bars"]]
    )


def test_a_city_without_history_has_no_ledger_but_a_reason(checked):
    late = replace(checked, tables={**checked.tables, "villages": checked.tables["villages"].query("year >= 2025")})
    made = city_ledger(CityAnswers(late))
    assert not made["bars"] and made["sentence"].say("en").startswith("Cannot tell.")


def test_an_answer_without_a_breakdown_still_gives_a_page(city_answers, monkeypatch):
    def refuse(*_):
        raise NotEnoughData(Text("Kurang tahun.", "Too few years."))

    found = city_answers.effect()
    monkeypatch.setattr(type(found.main), "ledger", refuse)
    made = city_ledger(city_answers)
    assert not made["bars"] and made["sentence"].say("en") == found.sentence("en")


# --- the city's columns ------------------------------------------------------------------------------------


def with_columns(checked, keep):
    villages = checked.tables["villages"].query("year >= 2024").copy()
    villages[[c for c in village_figures() if c not in keep]] = np.nan
    return replace(checked, tables={**checked.tables, "villages": villages})


@pytest.mark.parametrize(
    ("keep", "aspects"),
    [
        (("slum_area_ha", "low_decile_percent", "stunting_percent"), ["slum", "poverty", "human_development"]),
        (("low_decile_percent", "stunting_percent", "out_of_school_percent"), ["poverty", "human_development"]),
        (
            ("out_of_school_percent", "stunting_percent", "expenditure_rupiah_person_month"),
            ["stunting_percent", "out_of_school_percent", "expenditure_rupiah_person_month"],
        ),
        (("low_decile_percent",), ["low_decile_percent"]),
    ],
)
def test_whatever_is_filled_in_makes_the_aspects(checked, keep, aspects):
    layer = city_layer(CityAnswers(with_columns(checked, keep)))
    shown = layer.to_page()
    assert [a["key"] for a in shown["aspects"]] == aspects
    assert sum(a["weight"] for a in shown["aspects"]) == pytest.approx(1)
    leaves = {
        shown["columns"][j]["key"]: a["weight"] * s
        for a in shown["aspects"]
        for j, s in zip(a["columns"], a["shares"], strict=True)
    }
    spec = layer.specification
    assert [leaves[c] for c in spec.columns] == pytest.approx(list(spec.shares))
    assert ("left out: " in layer.note.en and "(not filled in)" in layer.note.en) == (
        len({village_figures()[c].aspect for c in keep}) < 3
    )


def test_a_column_begun_is_not_called_empty_and_the_page_opens_with_as_many_as_the_report_chooses(checked, city_answers):
    villages = checked.tables["villages"].copy()
    newest = villages["year"] == villages["year"].max()
    for column in ("stunting_percent", "out_of_school_percent", "expenditure_rupiah_person_month"):
        villages.loc[newest & (villages.index % 4 == 0), column] = float("nan")
    layer = city_layer(CityAnswers(replace(checked, tables=checked.tables | {"villages": villages})))
    assert "pengganti IPM (terisi untuk kurang dari 80% desa/kelurahan)" in layer.note.id and "belum diisi" not in layer.note.id
    assert any(c.label.id == "KK desil 1–4" for c in layer.columns)
    sheets = checked.tables
    assert city_layer(city_answers).k == city_need(sheets["villages"], sheets["sites"], draws=100).k


def test_a_half_filled_sheet_still_gives_a_page_that_does_not_rank(checked):
    villages = checked.tables["villages"]
    few = villages[villages["village_code"].isin(villages["village_code"].unique()[:10])]
    half = replace(checked, tables=checked.tables | {"villages": few})
    layer = city_layer(CityAnswers(half))
    assert len(layer.columns) == len(village_figures()) and layer.to_page()["coverage"][0] == LEAST_KNOWN
    with pytest.raises(NotEnoughData):
        city_need(half.tables["villages"], half.tables["sites"], draws=100)


def test_an_empty_workbook_is_refused_in_words_and_a_faulty_one_by_its_faults(tmp_path):
    path = p2.write_template(tmp_path / "empty.xlsx", "36.72")
    with pytest.raises(NotEnoughData):
        gather(path, "id")
    book = openpyxl.load_workbook(path)
    sheet = next(s for s in book if "slum_area_ha" in [c.value for c in s[1]])
    names = [c.value for c in sheet[1]]
    for row, stunted in ((8, 430), (9, "banyak")):
        sheet.cell(row, names.index("year") + 1).value, sheet.cell(row, names.index("stunting_percent") + 1).value = (
            2025,
            stunted,
        )
    book.save(path)
    with pytest.raises(DataFaults) as caught:
        gather(path, "en")
    assert len(caught.value.table()) == 2


# --- what the file is ---------------------------------------------------------------------------------------


def test_one_small_file_that_asks_for_nothing(opened, city):
    for content in (opened, city):
        text = html.unescape(render(content))
        assert len(text.encode("utf-8")) < 5_000_000
        outside = text.replace("http://www.w3.org/2000/svg", "")
        markup = re.sub(r'<script type="application/json".*?</script>', "", outside, flags=re.DOTALL)
        assert not re.search(r"<link|<img|<iframe|@import|url\(|\bsrc=|https?://", markup)
        assert (
            "connect-src 'none'" in text
            and "default-src 'none'" in text
            and "unsafe" not in text.split("</head>")[0].split("<style>")[0]
        )


def test_the_policy_admits_this_script_and_style_and_no_other(opened):
    text = render(opened)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html.unescape(text.split("<title>")[0])).group(1)
    script = re.search(r"<script>(.*?)</script>", text, re.DOTALL).group(1)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL).group(1)
    for block, rule in ((script, "script-src"), (style, "style-src")):
        digest = base64.b64encode(hashlib.sha256(block.encode("utf-8")).digest()).decode()
        assert f"{rule} 'sha256-{digest}'" in policy


def test_the_program_writes_text_only_as_text():
    for name, script in SCRIPTS.items():
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|fetch\(|XMLHttpRequest|WebSocket|import\(",
            script,
        ), name
        assert len(script.splitlines()) <= 450 and script.startswith("//")


def test_text_of_a_workbook_cannot_close_the_data_block(city, nasty):
    text = render(city)
    assert nasty not in text and text.count("</script>") == 2 and "<img" not in text
    data = json.loads(re.search(r'id="data">(.*?)</script>', text, re.DOTALL).group(1))
    assert json.dumps(data) == json.dumps(city).replace("\\u2028", "\\n")
    assert any(nasty.replace("\u2028", "\n") in str(site["text"]) for site in data["layers"][0]["sites"])
    assert "Ibu Siti" not in text, "a note on a site is the office's own and may name people"


def test_only_web_addresses_become_links():
    from p2wkss_analysis.explore.layer import _web_address

    assert _web_address("https://a.id/b") == "https://a.id/b"
    assert [
        _web_address(x)
        for x in ("javascript:alert(1)", "data:text/html,x", "file:///etc", 'https://a" onx=', None, float("nan"), "")
    ] == [""] * 7


def test_no_household_enters_the_page(checked, city):
    text = render(city)
    households = checked.tables["households"]
    assert len(households) > 100
    assert not [h for h in households["household_id"].unique() if f'"{h}"' in text]
    fields = (
        {f["name"] for f in fields_of("households")}
        - {f["name"] for f in fields_of("villages")}
        - {"rw", "rt", "village_code", "status"}
    )
    assert not [name for name in fields if f'"{name}"' in text]


def test_synthetic_data_are_named_and_others_are_not(opened, city):
    assert city["synthetic"] is True and "DATA SINTETIS" in render(city).split("<header>")[0]
    assert opened["synthetic"] is False and "SYNTHETIC DATA" not in render(opened).split("<header>")[0].split("</style>")[1]


# --- words ---------------------------------------------------------------------------------------------------


def test_every_text_stands_in_both_languages_with_the_same_blanks():
    same = {"last_comma", "history_label", "triangle_now", "announce", "legend_below", "legend_between", "legend_above"}
    for key, text in WORDS.items():
        id_, en = text.id, text.en
        assert (
            re.findall(r"\{\w+\}", id_)
            and sorted(re.findall(r"\{\w+\}", id_)) == sorted(re.findall(r"\{\w+\}", en))
            or "{" not in id_ + en
        ), key
        assert key in same or (id_ and en and id_ != en), key


def test_every_text_is_used_and_none_is_missing():
    program = "".join(SCRIPTS.values())
    template = (HERE / "explorer.html.jinja").read_text(encoding="utf-8")
    asked = (
        set(re.findall(r"\bwords\.(\w+)", program))
        | set(re.findall(r'\bsay\("(\w+)"', program))
        | set(re.findall(r'(?:\bw\.|data-(?:say|label|hint)=")(\w+)', template))
    )
    asked |= set(re.findall(r'\bshow\("(\w+)"', program))
    for chosen in re.findall(r'\bsay\([^"]*\? ("\w+" : "\w+")', program):
        asked |= set(re.findall(r'"(\w+)"', chosen))
    asked |= {f"corner_{up}_{side}" for up in ("upper", "lower") for side in ("left", "right")}  # put together from two halves
    assert asked - set(WORDS) == set()
    assert set(WORDS) - asked == set()


def test_no_sentence_hides_in_the_program():
    for name, script in SCRIPTS.items():
        code = re.sub(r"//[^\n]*|/(?:[^/\n\\]|\\.)+/[gimsu]*", "", script)
        for text in re.findall(r"\"([^\"\n]*)\"|'([^'\n]*)'", code):
            text = "".join(text)
            assert not re.search(r"[a-z]{3,} [a-z]{3,} [a-z]{3,}", text) or "Sans" in text, (name, text)


def test_colours_are_in_order_of_lightness_and_their_ink_is_readable():
    from p2wkss_analysis.pictures.style import contrast, lightness

    shades = palette()
    for ramp in (shades["need"], shades["chance"], shades["figure"], [shades["both"][n][n] for n in range(3)]):
        grey = [lightness(c) for c in ramp]
        assert all(a - b > 10 for a, b in itertools.pairwise(grey))
    assert all(contrast(shade, ink) >= 4.5 for shade, ink in shades["ink"].items())


# --- doors ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        {"out": "page.pdf"},
        {"lang": "fr"},
        {"regency": "32.76"},
        {"regency": "36"},
        {"data": "a.xlsx", "regency": "36.04"},
        {"province": "36"},
        {"data": 5},
        {"boundaries": "none.geojson"},
    ],
)
def test_wrong_use_is_refused_in_words(tmp_path, wrong):
    with pytest.raises(WrongUse):
        explorer(
            tmp_path / wrong.pop("out", "x.html"),
            regency=wrong.pop("regency", None if "data" in wrong else "36.04"),
            **wrong,
        )
    assert not list(tmp_path.iterdir())


def test_the_command_writes_the_page(tmp_path, capsys):
    assert main(["explorer", "--regency", "36.04", "--out", str(tmp_path / "a.html"), "--lang", "en"]) == 0
    assert "needs no network" in capsys.readouterr().out
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    data = json.loads(re.search(r'id="data">(.*?)</script>', text, re.DOTALL).group(1))
    assert [len(layer["codes"]) for layer in data["layers"]] == [326] and data["layers"][0]["shapes"]["kind"] == "tiles"
    assert main(["explorer", "--regency", "32.76", "--out", str(tmp_path / "c.html")]) == 2
    assert not (tmp_path / "c.html").exists()


def test_true_boundaries_and_a_file_of_other_places(reference_boundaries):
    layers = open_layers(None, reference_boundaries / "jabar_banten_regencies.geojson")
    assert [layer.shapes["kind"] for layer in layers] == ["boundaries", "cells"]
    rings = unpacked(layers[0].shapes["rings"])
    assert len(rings) == 35 and (rings >= 1).all()
    with pytest.raises(WrongUse):
        open_layers(None, reference_boundaries / "depok_villages.geojson")


@pytest.fixture
def reference_boundaries():
    where = os.environ.get("P2WKSS_REFERENCE")
    if not where:
        pytest.skip("P2WKSS_REFERENCE is unset: real boundary files are not part of the project")
    return Path(where) / "boundaries"


def test_the_years_in_which_a_series_begins_anew_stand_beside_its_values(layers):
    layer = layers["regencies"]
    at = layer.areas["area_code"].tolist().index
    poverty, hdi = (column["breaks"] for column in layer.to_page()["columns"][:2])
    assert [at("32.07"), 2015] in poverty and [at("36.72"), 2013] in poverty and [at("32.07"), 2013] in hdi
    assert [one for one in poverty + hdi if one[0] == at("32.76")] == [[at("32.76"), 2024]], "the newer series of the HDI"
