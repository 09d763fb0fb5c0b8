"""Results in a notebook and on a terminal: right, readable, safe, the same every time."""

import ast
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import p2wkss_analysis as p2
from p2wkss_analysis.display import Shown
from p2wkss_analysis.display.columns import shown_columns
from p2wkss_analysis.display.grid import to_html
from p2wkss_analysis.display.headings import HEADINGS, KINDS, WORDS
from p2wkss_analysis.say import harmless

PACKAGE = Path(p2.__file__).parent


@dataclass(frozen=True)
class Sample(Shown):
    frame: pd.DataFrame
    said: str = "Kalimat."

    def table(self):
        return self.frame

    def sentence(self, lang="id"):
        return f"{self.said} [{lang}]"


class Cells(HTMLParser):
    """The texts of the cells, headings and notes, as a browser would show them."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.texts, self.open = [], [], False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag in ("td", "th", "p"):
            self.texts.append("")
            self.open = True

    def handle_data(self, data):
        if self.texts and self.open:
            self.texts[-1] += data

    def handle_endtag(self, tag):
        if tag in ("td", "th", "p"):
            self.open = False


def cells(frame, lang="id", **more):
    return {c.name: c.cells for c in shown_columns(pd.DataFrame(frame), lang, **more)}


def results():
    """Real results of every kind that is cheap to make."""
    areas, index = p2.load("areas"), p2.load("village_index")
    names = dict(zip(areas["area_code"], areas["name"], strict=True))
    desa = index[(index["year"] == 2024) & index["area_code"].str.startswith("36.04.")]
    ranking = p2.need_index(desa.assign(name=desa["area_code"].map(names)), {"iks": "lower", "ike": "lower", "ikl": "lower"})
    made = p2.simulate_panel(units=30, effect=1.0, seed=3)
    panel = p2.Panel.from_table(made.table(), outcome="outcome", better="higher")
    households = pd.DataFrame(
        {"household_id": [f"rahasia-{i}" for i in range(40)], "rt": np.arange(40) % 4, "need": np.arange(40.0)}
    )
    percent = {
        key: 30.0 for key in ("1a", "1b", "1c", "2a", "2b", "3a", "3b", "4a", "4b", "4c", "5a", "5b", "6a", "6b", "7a", "7b")
    }
    return [
        ranking,
        ranking.stability(2, draws=60),
        ranking.explain(ranking.codes[0], 2),
        ranking.flip(2),
        ranking.triangle(),
        p2.draw_lots(list(ranking.codes[:4]), 1, 7, 2026),
        p2.select_households(households, 10, "need", per_group={"rt": (1, 4)}),
        made,
        panel,
        p2.evaluate(panel, methods=["before_after", "history_adjusted"], draws=99),
        p2.plan(panel, None, 1, 2, draws=99, panels=3),
        p2.poverty([5, 10, 30], 20),
        p2.slum_score(percent),
        p2.hdi_change(p2.load("regency_indicators"), "32.76", 2024, 2025, name="Kota Depok"),
    ]


@pytest.fixture(scope="module")
def shown():
    return results()


def test_every_result_with_a_table_and_a_sentence_shows_itself():
    without = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.ClassDef)
                and {"table", "sentence"} <= {n.name for n in node.body if isinstance(n, ast.FunctionDef)}
                and not {"Shown", "Imported"} & {ast.unparse(base) for base in node.bases}
            ):
                without.append(node.name)
    # a rule is short as it is; a picture shows itself as a picture; a block of the report is no result
    assert set(without) <= {"SelectionRule", "HouseholdRule", "Picture", "Result"}, without


def test_a_table_with_words_speaks_the_language_in_which_the_result_is_shown(monkeypatch):
    class Speaking(Sample):
        def table(self, lang: str | None = None):
            return pd.DataFrame({"year": [2024], "word": [lang]})

    monkeypatch.setenv("P2WKSS_LANG", "id")
    result = Speaking(pd.DataFrame())
    for lang, other in (("id", "en"), ("en", "id")):
        assert result.text(lang).split()[-1] == lang and f">{other}<" not in result.html(lang)
    assert repr(result).split()[-1] == "id"
    with pytest.raises(p2.P2wkssError):
        result.text("fr")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_headings_are_words_and_the_sentence_stands_above(shown, lang):
    for result in shown:
        html, text = result.html(lang), result.text(lang)
        assert text.startswith(result.sentence(lang)), type(result)
        labels = [c.label for c in result._parts(lang, 20)[1]]
        assert labels and not [label for label in labels if "_" in label], (type(result), labels)
        assert all(label in text for label in labels if len(label) < 40)
        found = Cells(html)
        assert found.texts[0] == result.sentence(lang).splitlines()[0] and found.tags.count("table") == 1
        assert "nan" not in text.lower().split() and "<NA>" not in text and "None" not in text.split()


def test_nothing_is_fetched_and_nothing_runs(shown):
    for result in shown:
        html = result.html("id")
        assert not re.search(r"<script|https?:|//|@import|url\(|javascript|onload", html), type(result)
        assert len(html) < 40_000


def test_the_style_reaches_no_other_table(shown):
    style = re.search(r"<style>(.*?)</style>", shown[0].html("id"), re.DOTALL).group(1)
    for selectors in re.findall(r"([^{}]+)\{", style):
        assert all(one.strip().startswith(".p2wkss-result") for one in selectors.split(",")), selectors
    assert not re.search(r"background|color: *#|white;|black", style), "colours are those of the theme"


def test_columns_stay_in_line_where_a_notebook_is_not_trusted_and_loses_its_style_sheet(shown):
    for result in shown:
        bare = re.sub(r"<style>.*?</style>", "", result.html("id"), flags=re.DOTALL)
        aligned = re.findall(r'<t[dh] [^>]*style="text-align:(?:left|right)"', bare)
        assert len(aligned) == bare.count("<td") + bare.count("<th "), type(result)


def test_the_same_result_gives_the_same_letters_in_another_process(shown):
    code = (
        "import p2wkss_analysis as p2; c = p2.hdi_change(p2.load('regency_indicators'), '32.76', 2024, 2025, name='Kota Depok');"
        "import sys; sys.stdout.buffer.write(c.html('id').encode())"
    )
    for seed in ("1", "2"):
        made = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        assert made.stdout.decode() == shown[-1].html("id")


def test_two_results_on_one_page_share_no_id(shown):
    ids = re.findall(r'id="([^"]+)"', "".join(result.html("id") for result in shown))
    assert len(ids) == len(set(ids)) and len(ids) > 30


def test_no_household_is_kept_in_a_notebook(shown):
    selection = next(r for r in shown if type(r).__name__ == "Selection")
    assert "rahasia-1" in set(selection.table()["household_id"])
    assert "rahasia" not in selection.html("id") + selection.text("id") + repr(selection)


def test_in_a_notebook_html_and_text_and_on_a_terminal_text():
    from IPython.core.formatters import DisplayFormatter

    sample = Sample(pd.DataFrame({"rank": [1]}))
    data, _ = DisplayFormatter().format(sample)
    assert data["text/html"] == sample.html() and data["text/plain"] == sample.text() == repr(sample)


def test_the_language_is_that_of_the_environment(monkeypatch):
    sample = Sample(pd.DataFrame({"rank": [1500], "score": [0.5]}))
    monkeypatch.setenv("P2WKSS_LANG", "en")
    assert "Need score" in repr(sample) and "1,500" in repr(sample) and "0.5" in repr(sample) and "[en]" in repr(sample)
    monkeypatch.setenv("P2WKSS_LANG", "id")
    assert "Skor kebutuhan" in repr(sample) and "1.500" in repr(sample) and "0,5" in repr(sample)


def test_a_long_table_says_how_many_rows_are_left():
    sample = Sample(pd.DataFrame({"rank": range(1, 31)}))
    assert "10 baris lagi" in sample.text("id") and "10 more rows" in sample.text("en")
    assert "1 more row;" in Sample(pd.DataFrame({"rank": range(21)})).text("en")
    assert "lagi" not in Sample(pd.DataFrame({"rank": range(20)})).text("id")
    assert Cells(sample.html("id")).tags.count("tr") == 1 + 20 + 1


def test_an_empty_table_is_a_sentence_alone():
    assert Sample(pd.DataFrame({"rank": []})).text("id") == "Kalimat. [id]"
    assert "<table" not in Sample(pd.DataFrame({"rank": []})).html("id")


def test_long_notes_stand_below_once():
    note = "Sebuah catatan panjang yang tidak muat di dalam sel sebuah tabel yang rapi."
    sample = Sample(pd.DataFrame({"rank": [1, 2], "note": [note, note]}))
    assert sample.text("id").count(note) == 1 and Cells(sample.html("id")).texts[-1] == note
    assert cells({"note": ["pendek"]}) == {"note": ["pendek"]}


def test_missing_is_a_dash_and_zero_is_zero():
    found = cells(
        {
            "estimate": [0.0, np.nan, np.inf],
            "rank": pd.array([0, pd.NA, 1], dtype="Int64"),
            "name": ["", None, "0"],
            "met": pd.array([True, pd.NA, False], dtype="boolean"),
            "since": pd.to_datetime(["2025-03-01", None, "2025-12-31"]),
        }
    )
    assert found == {
        "estimate": ["0", "–", "tanpa batas atas"],
        "rank": ["0", "–", "1"],
        "name": ["–", "–", "0"],
        "met": ["ya", "–", "tidak"],
        "since": ["1 Maret 2025", "–", "31 Desember 2025"],
    }


def test_each_kind_of_number_in_its_form():
    frame = {
        "year": [2024],
        "households": [12000],
        "probability_top_k": [0.1234],
        "percent": [45.678],
        "p_value": [0.00049],
        "amount_rupiah": [1250000.0],
        "estimate": [-1.23456],
        "slum_area_ha": [6.51],
        "registry_year": [2025],
    }
    assert {k: v[0] for k, v in cells(frame, "id").items()} == {
        "year": "2024",
        "households": "12.000",
        "probability_top_k": "12,3%",
        "percent": "45,7%",
        "p_value": "< 0,001",
        "amount_rupiah": "Rp1.250.000",
        "estimate": "−1,23",
        "slum_area_ha": "6,51",
        "registry_year": "2025",
    }
    assert cells(frame, "en")["amount_rupiah"] == ["Rp1,250,000"] and cells(frame, "en")["estimate"] == ["−1.23"]


def test_an_estimate_and_its_interval_have_the_same_decimals():
    found = cells({"estimate": [1.6412], "conf_low": [0.7777777], "conf_high": [-0.0123456]})
    assert found == {"estimate": ["+1,64"], "conf_low": ["+0,78"], "conf_high": ["−0,01"]}


def test_measures_of_different_size_each_keep_their_decimals():
    assert cells({"measure": ["sites", "share"], "value": [2811.0, 0.83333]})["value"] == ["2.811", "0,833"]


@given(st.lists(st.floats(-1e9, 1e9, allow_nan=False), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_a_shown_number_is_the_number_rounded(values):
    for text, value in zip(cells({"need": values}, "en")["need"], values, strict=True):
        digits = len(text.partition(".")[2])
        back = float(text.replace(",", "").replace("−", "-"))
        assert abs(back - value) <= 0.5 * 10.0**-digits * (1 + 1e-9) + 1e-6 * abs(value)


@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Zs")), min_size=1),
        min_size=1,
        max_size=4,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_text_is_shown_as_it_is_and_never_as_markup(texts):
    found = Cells(to_html("a", shown_columns(pd.DataFrame({"anything": texts, "b<i>": texts}), "id"), texts[:1]))
    plain = [text.strip() for text in found.texts]
    assert set(found.tags) <= {"div", "style", "p", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "span"}
    for text in texts:
        assert harmless.shown(text).strip() in plain
    assert "b<i>" in plain


def test_words_are_there_in_both_languages():
    said = [*HEADINGS.values(), *(text for words in WORDS.values() for text in words.values())]
    assert all(text.id and text.en for text in said)
    assert set(KINDS) <= set(HEADINGS)
    assert set(KINDS.values()) == {"year", "integer", "number", "signed", "percent", "share", "p", "rupiah"}


def test_any_table_can_be_shown_with_the_words_of_the_dictionaries():
    table = pd.DataFrame({"regency_code": ["32.76"], "chosen_by": ["ranking"], "slum_area_ha": [1.5], "mine": [2]}).set_index(
        "regency_code"
    )
    seen = p2.show(table, "Kalimat.", labels={"mine": "Punya saya"}, lang="id")
    assert [c.label for c in seen._parts("id", 9)[1]] == [
        "Kode kabupaten/kota",
        "Cara memilih lokasi",
        "Luas kumuh (ha)",
        "Punya saya",
    ]
    assert seen.table().equals(table.reset_index()) and repr(seen).startswith("Kalimat.")
    with pytest.raises(p2.P2wkssError):
        p2.show(table, lang="fr")


def test_indicators_and_their_series_are_called_by_their_names():
    rows = pd.DataFrame(
        {"year": [2024, 2024], "indicator": ["hdi", "hdi"], "method": ["UHH SP2010", "UHH LF SP2020"], "value": [82.91, 83.05]}
    )
    wide = p2.show(rows.pivot(index="year", columns=["indicator", "method"], values="value"), lang="en")
    assert {c.label for c in wide._parts("en", 9)[1]} == {
        "Year",
        "Human Development Index (HDI), UHH LF SP2020",
        "Human Development Index (HDI), UHH SP2010",
    }
    assert p2.show(rows, lang="id").text().count("Indeks Pembangunan Manusia (IPM)") == 2


def test_loading_great_tables_waits_for_the_first_table():
    code = "import sys, p2wkss_analysis as p2; p2.need_index, p2.show; print([m for m in ('great_tables', 'tqdm') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_change_and_the_change_beside_it_have_the_same_decimals():
    frame = pd.DataFrame({"score_change": [-16.0, 2.0], "comparison_change": [0.3, None]})
    assert [c.cells for c in shown_columns(frame, "id")] == [["−16,0", "+2,0"], ["+0,3", "–"]]


@pytest.mark.parametrize(
    ("p", "id", "en"),
    [(0.0007, "< 0,001", "< 0.001"), (1e-12, "< 0,001", "< 0.001"), (0.001, "0,001", "0.001"), (0.0496, "0,050", "0.050")],
)
def test_a_p_value_is_written_alike_in_notebook_report_sheet_and_sentence(p, id, en):
    from p2wkss_analysis.impact.estimate import Estimate
    from p2wkss_analysis.impact.evaluation import _interval
    from p2wkss_analysis.reporting.document import Column
    from p2wkss_analysis.reporting.formats.excel.cells import stored
    from p2wkss_analysis.say.text import Text

    column, frame = Column("p_value", "p", "p", 3), pd.DataFrame({"p_value": [p, 0.2]})
    answer = Estimate("history_adjusted", Text("", ""), 1.0, 0.2, 0.5, 1.5, p, 0.001, 1.0, 5, 50)
    for lang, said in (("id", id), ("en", en)):
        assert shown_columns(frame, lang)[0].cells[0] == column.show(p, lang) == said
        equals = said if said.startswith("<") else f"= {said}"
        assert Text("p {p:p}", "p {p:p}").say(lang, p=p) == f"p {equals}"
        assert _interval(answer, 1, lang).endswith(f"; p {equals}")
    assert (stored(p, column) is None) == (p < 0.001), (
        "Excel shows the text where the number would read as a round one it is below"
    )


def test_on_a_terminal_a_long_cell_goes_on_below_itself_and_nothing_is_cut():
    long = "Lembar deliveries belum berisi kegiatan. Isi satu baris per kegiatan: OPD, sektor, tanggal rencana, dan realisasi."
    lines = Sample(pd.DataFrame({"answer": [long, "singkat"], "value": [1, 2]})).text("id").splitlines()[2:]
    assert "…" not in "".join(lines) and max(map(len, lines)) < 60
    assert " ".join(" ".join(line.removesuffix("1").split()) for line in lines[1:-1]) == long
    assert lines[1].endswith("1") and lines[-1].split() == ["singkat", "2"]


def test_a_measure_that_is_a_p_value_is_never_nought():
    frame = pd.DataFrame({"measure": ["sites", "chance"], "value": [12.0, 1e-9]}, index=["chosen", "lottery_p"])
    assert shown_columns(frame, "en")[1].cells == ["12", "< 0.001"]


def test_p_values_are_written_in_one_place():
    """A p-value printed by `number` would be nought, or a round figure that it is below."""
    import re
    from pathlib import Path

    found = [
        f"{path.name}: {line.strip()}"
        for path in Path(p2.__file__).parent.rglob("*.py")
        if path.name != "numbers.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(
            r"\bnumber\([^)]*\bp(_value|_holm|_max_t)?\b|\bnumber\([^,]*_p\b|[\"']< ?\{number|\"p\w*\", [^\n]*\"number\", 3", line
        )
    ]
    assert not found
