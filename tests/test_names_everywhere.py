"""Names as people type them, and as somebody types them on purpose: what is shown is harmless, what is stored is unchanged.

Each door through which text leaves is walked with every name, and what came out is opened by a reader that is not ours.
"""

import contextlib
import csv
import datetime as dt
import io
import itertools
import json
import re
import warnings
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import docx as python_docx
import openpyxl
import pandas as pd
import pytest
from pypdf import PdfReader

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.dictionary.sheets import fields_of
from p2wkss_analysis.display.columns import shown_columns
from p2wkss_analysis.display.grid import to_html as grid
from p2wkss_analysis.explore.page import render
from p2wkss_analysis.files.csv_text import csv_text
from p2wkss_analysis.pictures.picture import Block, Entry, page
from p2wkss_analysis.reporting import document as doc
from p2wkss_analysis.reporting.formats.excel.workbook import to_xlsx
from p2wkss_analysis.reporting.formats.html import to_html
from p2wkss_analysis.reporting.formats.pdf import to_pdf
from p2wkss_analysis.reporting.formats.word.document import to_docx
from p2wkss_analysis.say import Text
from p2wkss_analysis.say.errors import DataFaults, Fault, WrongUse
from p2wkss_analysis.say.harmless import EXCEL_CELL, csv_cell, excel_text, from_csv_cell, json_text, one_line, sheet_name, shown
from p2wkss_analysis.tables.open_file import csv_rows, read_table

LONG = "Dinas " + "x" * 4_994
NAMES = (
    '=HYPERLINK("http://x.id","klik")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "-2+3|cmd",
    "＝1+1",
    '  "=1+1',
    "aman; =1+1",
    "satu\n=1+1",
    "\t=1+1",
    "'=1+1",
    "Dinas $x^2$ dan $\\frac{",
    "a_b^c\\d~e",
    "Dinas\nKesehatan",
    "Dinas\r\nSosial",
    "satu\u2028dua\u2029tiga\x85empat",
    "bel\x07 esc\x1b[31mmerah\x1b[0m\x1b]0;judul\x07",
    "balik\u202eabc\u2066def",
    "tak\u200btampak\ufeff",
    "emoji 😀👩\u200d👩\u200d👧🇮🇩 中文",
    "z" + "\u0301\u0302\u0303" * 30 + "algo",
    "مرحبا بالعالم",
    LONG,
    "kata " * 64 + "akhir",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "#panic() *a* @b <c> $d$ `e`",
    "]]>&amp;&#x41;<!--",
    "\\write18{ls}\\end{document}",
    "[klik](javascript:alert(1)) **b**",
    "{{ 7*7 }}{% raw %}{{m^2}}",
    "%s %d %(a)s {0} {name!r}",
    "../../etc/passwd",
    "CON",
    "C:\\x:y|z?.txt",
    "nan",
    "None",
    "TRUE",
    "1e5",
    "'tis petik",
    "_x0007_ lolos",
    "</script><script>1",
    "separuh \ud800 huruf",
)
IN_FILES = tuple(name for name in NAMES if "\ud800" not in name)  # half a letter stands in no file
_NEVER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def recognised(name: str, text: str) -> bool:
    """Whether the beginning of a name stands in a text, as it may be shown."""
    return squeezed(one_line(name))[:40] in squeezed(text)


# --- the cleaner ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_what_is_shown_is_harmless_and_says_the_name(name):
    text = one_line(name, 200)
    assert not _NEVER.search(text) and not re.search(r"[\n\t\r\u2028\u2029\x1b]", text) and len(text) <= 200
    assert shown(shown(name)) == shown(name), "shown once is shown"
    letters = re.findall(
        r"\w{3,}",
        re.sub(r"\x1b\[[0-9]*m|\x1b\].*?\x07", "", name[:100].replace("\u200b", "").replace("\u202e", "").replace("\u2066", "")),
    )
    assert all(word[:3] in text for word in letters if "\u0301" not in word), text


def test_plain_texts_are_left_as_they_are():
    for text in (
        "Dinas P3AP2KB",
        "Kelurahan Pondok Cina (RW 03)\nbaris dua",
        "Jumat’s — 5 % ≥ ½ é ñ 中文 →",
        "👩\u200d👩\u200d👧",
        "می\u200cخواهم",
    ):
        assert shown(text) == text


def test_json_keeps_every_sign_and_shows_none_of_them():
    text = json_text([*NAMES])
    assert json.loads(text) == list(NAMES) and not _NEVER.search(text)


def test_sheet_names_are_such_as_excel_opens():
    taken: set[str] = set()
    names = [sheet_name(name, taken) for name in (*NAMES, *NAMES, "History", "", "'''", "a" * 40, "A" * 40)]
    assert len({n.casefold() for n in names}) == len(names) and all(0 < len(n.encode("utf-16-le")) // 2 <= 31 for n in names)
    assert not any(re.search(r"[\[\]:*?/\\\x00-\x1f]", n) or n[0] == "'" or n[-1] == "'" for n in names)


def test_a_text_longer_than_a_cell_is_shortened_and_not_dropped():
    assert excel_text("x" * EXCEL_CELL) == "x" * EXCEL_CELL and len(excel_text("x" * 40_000)) == EXCEL_CELL
    assert len(excel_text("😀" * 20_000).encode("utf-16-le")) <= 2 * EXCEL_CELL


# --- CSV ------------------------------------------------------------------------------------------------

LIVE = re.compile(r"""['"\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠].*""", re.DOTALL)


@pytest.mark.parametrize(("lang", "own"), [(None, ","), ("en", ","), ("id", ";")])
def test_no_cell_of_a_csv_is_computed_whatever_separator_the_program_uses(lang, own):
    table = pd.DataFrame({"name": IN_FILES, "=1+1": range(len(IN_FILES)), "n": [-5.5] * len(IN_FILES)})
    text = csv_text(table, lang).removeprefix("\ufeff")
    for separator in ",;\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            for cell in itertools.chain(*(c.splitlines() for c in row)):
                number = re.fullmatch(r"[+-]?[\d.,]+", cell)
                assert number or cell.startswith("'") or not LIVE.fullmatch(cell) or separator != own and '"' in cell, (
                    separator,
                    cell,
                )
    row = list(csv.reader(io.StringIO(text, newline=""), delimiter=own))[1]
    assert row[1:] == ["0", "-5,5" if lang == "id" else "-5.5"]


def test_a_csv_gives_back_every_text_to_our_own_reader(tmp_path):
    table = pd.DataFrame({"name": IN_FILES, "=1+1": list(reversed(IN_FILES)), "n": ["-5", "+3", *["1"] * (len(IN_FILES) - 2)]})
    (tmp_path / "a.csv").write_bytes(csv_text(table).encode())
    rows = [row for _, row in csv_rows(tmp_path / "a.csv")]
    assert rows == [["name", "=1+1", "n"], *table.to_numpy().tolist()]
    assert read_table(tmp_path / "a.csv", numbers=["n"], needed=["=1+1"])["n"].tolist()[:2] == [-5, 3]


def test_an_apostrophe_stands_before_a_formula_and_nowhere_else():
    assert [csv_cell(t) for t in ("=1", "-5", "+3,5", "-1.234,5", "-3 %", "3-2", "a=b", "", "'tis", "-")] == [
        "'=1",
        "-5",
        "+3,5",
        "-1.234,5",
        "-3 %",
        "3-2",
        "a=b",
        "",
        "'tis",
        "-",
    ]
    letters = "=+-@'\" ,;\t\n\r1a＝"
    for text in map("".join, itertools.product(letters, repeat=4)):
        assert from_csv_cell(csv_cell(text)) == text


def test_numbers_beside_missing_ones_stay_as_they_are():
    table = pd.DataFrame(
        {"a": pd.Series([2015, None, "=x"], dtype=object), "b": pd.array([1, None, 3], dtype="Int64"), "c": [True, False, True]}
    )
    assert csv_text(table).removeprefix("\ufeff").split("\r\n") == ["a,b,c", "2015,1,True", ",,False", "'=x,3,True", ""]


# --- documents ------------------------------------------------------------------------------------------


def document(names=NAMES) -> doc.Document:
    """Every name in a cell, and one after the other in each other place that a document has."""
    turn = itertools.cycle(names)
    frame = pd.DataFrame({"name": pd.Series(names, dtype=object), "n": range(len(names))})
    picture, _ = page(title=names[0], notes=list(names[:12]), body=0.5)
    picture.carry(pd.DataFrame({"name": ["a"], "change": [-0.5]}), Text(next(turn), next(turn)))
    blocks = [
        block(next(turn)) for block in (doc.Section, doc.Paragraph, doc.Finding, doc.Caution) for _ in range(len(names) // 4 + 1)
    ]
    blocks += [
        doc.Points(tuple(names)),
        doc.KeyFigures(((LONG, names[0], names[10]), ("2", "b", "c"))),
        doc.Figure(picture, LONG, LONG, names[11]),
        doc.Table(
            frame,
            (doc.Column("name", names[0]), doc.Column("n", LONG, "integer", unit=names[3])),
            names[12],
            names[13],
            names[14],
        ),
    ]
    return doc.Document(
        "id",
        f"Laporan\n{LONG}\x07",
        names[21],
        names[15],
        (doc.Chapter("k", names[10], blocks), doc.Chapter("l", LONG, blocks[:2])),
        synthetic=True,
        names=tuple(names),
    )


class Page(HTMLParser):
    """The words of a page, and its tags and attributes."""

    def __init__(self, text: str):
        super().__init__()
        self.words, self.tags, self.attributes = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attributes]

    def handle_data(self, data):
        self.words.append(data)


def test_html():
    text = to_html(document())
    found = Page(text)
    assert not _NEVER.search(text) and "script" not in found.tags and not [a for a in found.attributes if a.startswith("on")]
    words = " ".join(found.words)
    assert all(recognised(name, words) for name in NAMES) and LONG not in text and "7*7" in text


def test_word():
    data = to_docx(document())
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels", ".svg")):
                ET.fromstring(parts.read(name))
    word = python_docx.Document(io.BytesIO(data))
    words = "\n".join(p.text for p in word.paragraphs) + "\n".join(c.text for t in word.tables for c in t._cells)
    assert not _NEVER.search(words) and all(recognised(name, words) for name in NAMES)
    properties = word.core_properties
    assert max(map(len, (properties.title, properties.subject, properties.keywords))) <= 255


def test_excel():
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # the writer only warns of what it leaves out
        data = to_xlsx(document())
    book = openpyxl.load_workbook(io.BytesIO(data))
    for cell in (c for sheet in book for row in sheet.iter_rows() for c in row):
        assert cell.data_type != "f" and (cell.hyperlink is None or cell.hyperlink.location)
        assert not isinstance(cell.value, str) or not LIVE.fullmatch(cell.value) or cell.quotePrefix, cell.value
    cells = {c.value for row in book["Tabel 1"].iter_rows(min_row=7, max_col=1) for c in row}
    assert LONG in cells and all(len(sheet.title) <= 31 for sheet in book)
    assert "_x0007_ lolos" in cells, "what looks like Excel's own escape is a text"


def test_pdf():
    reader = PdfReader(io.BytesIO(to_pdf(document())))
    words = "".join(sheet.extract_text() for sheet in reader.pages)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202e]", words)
    there = squeezed(words).replace("\u200b", "")
    assert all(re.sub(r"\W", "", one_line(n))[:25] in re.sub(r"\W", "", there) for n in NAMES if n.isascii())


def test_names_longer_than_a_page_has_room_for_are_shortened_where_they_stand_in_a_sentence():
    made = doc.Document(
        "id", "T", "S", "D", (doc.Chapter("k", "B", [doc.Paragraph(f"Menurut {LONG}, 5 kegiatan selesai.")]),), names=(LONG, "5")
    )
    assert re.search(r"Menurut Dinas x{73}…, 5 kegiatan selesai\.", to_html(made))


# --- pictures, pages, notebooks -------------------------------------------------------------------------


def test_pictures_take_every_name_as_a_name():
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a letter the font lacks
        picture, box = page(
            title=NAMES[10],
            notes=NAMES,
            body=1,
            legend=[Block(name, tuple(map(Entry, NAMES))) for name in NAMES[10:12]],
            below=[Block(LONG, (Entry(LONG),))],
        )
        axes = picture.add_axes(box)
        axes.set_yticks([0, 1], ["$x", "y$ \\frac{"])
        axes.set_title(NAMES[10])
        axes.annotate(LONG + "\x07", (0, 0))
        drawing = picture.carry(pd.DataFrame(), Text(NAMES[15], "")).svg("id")
        picture.savefig(io.BytesIO(), format="png", bbox_inches="tight")
    ET.fromstring(drawing)
    assert not _NEVER.search(drawing) and "$x^2$" in drawing and "x" * 161 not in drawing


def test_the_explorer_holds_no_tag_of_a_name():
    text = render(_page(list(NAMES)))
    assert not _NEVER.search(text) and text.count("<script") == 2 and "<img" not in text
    held = json.loads(re.search(r'id="data">(.*?)</script>', text, re.DOTALL)[1])
    assert all(recognised(name, " ".join(held["names"])) for name in NAMES)


def _page(names):
    from p2wkss_analysis.explore.texts.page import WORDS

    return {
        "lang": "id",
        "locale": "id-ID",
        "title": names[23],
        "synthetic": False,
        "words": {key: text.id for key, text in WORDS.items()},
        "palette": {},
        "names": names,
        "layers": [{"key": "a", "title": names[24]}],
        "ledgers": [],
    }


def test_a_table_in_a_notebook_shows_names_as_they_are():
    frame = pd.DataFrame([NAMES], columns=pd.Index(NAMES, dtype=object), dtype=object)
    columns = shown_columns(frame, "id")
    text = grid("\n".join(NAMES), columns, list(NAMES))
    found = Page(text)
    words = "".join(found.words)
    assert "script" not in found.tags and "img" not in found.tags and "{{m^2}}" in words
    assert not any(_NEVER.search(part) for c in columns for part in (c.label, *c.cells))


def test_errors_carry_nothing_to_the_screen():
    for name in NAMES:
        error = DataFaults([Fault(name, name, 1, name, "", name, name, "x")], "id")
        assert not _NEVER.search(str(error)) and not _NEVER.search(str(WrongUse(id=name, en=name)))


# --- commands -------------------------------------------------------------------------------------------


def run(*arguments) -> tuple[int, str]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            code = main([*map(str, arguments), "--lang", "en"])
        except SystemExit as stop:
            code = stop.code
    return code, out.getvalue()


@pytest.mark.parametrize(
    "arguments",
    [
        lambda name: ("target", f"{name[:100]}.csv", "--need", name),
        lambda name: ("check", name),
        lambda name: (name,),
        lambda name: ("draw", "--n", name, "--seed", name, name),
        lambda name: ("report", "--data", name),
        lambda name: ("map", "--column", name, "--table", name, "--out", f"{name}.svg"),
    ],
    ids=["target", "check", "command", "draw", "report", "map"],
)
def test_what_was_typed_comes_back_harmless(arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in NAMES[:20] + NAMES[-9:]:
        if name.startswith("-"):
            continue
        code, text = run(*arguments(name))
        assert code == 2 and not _NEVER.search(text) and "unexpected" not in text, text


def test_a_table_of_names_through_the_commands(tmp_path):
    areas = p2.load("areas").query("level == 'village'")["area_code"].head(len(IN_FILES)).tolist()
    table = pd.DataFrame({"area_code": areas, "need": [f"{n}" for n in range(len(areas))], "=name": IN_FILES})
    (tmp_path / "a.csv").write_bytes(csv_text(table).encode())
    homes = table.assign(household_id=[one_line(n, 60) + str(i) for i, n in enumerate(IN_FILES)])
    (tmp_path / "h.csv").write_bytes(csv_text(homes).encode())
    for arguments in (
        ("target", tmp_path / "a.csv", "--need", "need=higher", "--out", tmp_path / "t.csv"),
        ("households", tmp_path / "h.csv", "--n", "2", "--score", "need", "--out", tmp_path / "o.csv"),
        ("draw", *areas[:3], "--n", "1", "--seed", "1"),
    ):
        code, text = run(*arguments)
        assert code == 0 and not _NEVER.search(text), text
    for file in ("t.csv", "o.csv"):
        for row in csv.reader(io.StringIO((tmp_path / file).read_text("utf-8-sig"), newline="")):
            assert not [c for c in row if LIVE.fullmatch(c) and not c.startswith("'") and not re.fullmatch(r"-?[\d.e-]+", c)], row


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """A synthetic city whose every free text is a name of the list, each text its own."""
    made = p2.simulate_city("36.72", assisted=20, seed=3)
    tables, homes = {}, {}
    for sheet, table in made.tables.items():
        turn = itertools.cycle(IN_FILES)  # from the first again, so that no sheet's names hang on another's columns
        tables[sheet] = table = table.copy()
        for f in fields_of(sheet):
            if (
                f["type"] != "string"
                or "categories" in f
                or f.get("prefilled")
                or "pattern" in f.get("constraints", {})
                or f["name"] in ("village_code", "no_kk", "item", "setting", "value")
            ):
                continue
            column, known = table[f["name"]], homes if f["name"] == "household_id" else {}
            for text in column.dropna().unique():
                known.setdefault(text, next(turn) + (f" {len(known)}" if known is homes else ""))
            table[f["name"]] = column.map(known) if len(known) else [next(turn) for _ in range(len(table))]
        if sheet == "settings":
            table.loc[table["setting"] == "programme", "value"] = f"P2WKSS\n$x$ \x07{'y' * 320}"
    return replace(made, tables=tables).write(tmp_path_factory.mktemp("kota") / "kota =1+1; $x$.xlsx")


def test_a_workbook_of_names_is_read_as_written_and_marked_without_a_formula(city, tmp_path):
    checked = p2.check(city, marked=tmp_path / "m.xlsx")
    assert checked.ok and LONG in set(checked.tables["deliveries"]["agency"]) | set(checked.tables["deliveries"]["activity"])
    for path in (city, tmp_path / "m.xlsx"):
        book = openpyxl.load_workbook(path)
        assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    again = p2.check(tmp_path / "m.xlsx")
    assert again.ok and all(again.tables[name].equals(table) for name, table in checked.tables.items())
    assert not _NEVER.search(checked.html() + repr(checked))


@pytest.mark.extended
@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_whole_report_of_a_city_of_names_in_every_format(city, tmp_path, lang):
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        paths = {
            p.suffix: p for p in p2.report(tmp_path, city, lang, ("html", "docx", "xlsx", "pdf"), made=dt.date(2026, 11, 26))
        }
        explorer = p2.explorer(tmp_path / "e.html", city, lang)
    assert {p.name.rsplit(".", 1)[0] for p in paths.values()} == {
        p.name.rsplit(".", 1)[0] for p in paths.values() if re.fullmatch(r"[\w.-]+", p.name)
    }
    text = paths[".html"].read_text("utf-8")
    assert not _NEVER.search(text) and "script" not in Page(text).tags and not _NEVER.search(explorer.read_text("utf-8"))
    with zipfile.ZipFile(paths[".docx"]) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                assert not re.search("[\x00-\x08\u202e]", " ".join(ET.fromstring(parts.read(name)).itertext()))
    assert not [
        c for sheet in openpyxl.load_workbook(paths[".xlsx"]) for row in sheet.iter_rows() for c in row if c.data_type == "f"
    ]
    assert len(PdfReader(paths[".pdf"]).pages) < 60
    code, said = run("collect", city.parent, "--out", tmp_path / "r.xlsx")
    assert code == 0 and not _NEVER.search(said)
