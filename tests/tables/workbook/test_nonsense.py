"""Files that are no workbook of ours: a list of faults each time, never a traceback."""

import io
import random
import zipfile

import numpy as np
import openpyxl
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from p2wkss_analysis.dictionary.sheets import fields_of
from p2wkss_analysis.say.errors import P2wkssError
from p2wkss_analysis.tables.workbook.check import check
from p2wkss_analysis.tables.workbook.template import write_template

ANY = st.characters(
    exclude_categories=("Cs",)
)  # what st.text() takes; it asks the codec of every sign first, which takes seconds

WORDS = [
    "",
    "x",
    "=1/0",
    "#REF!",
    "5.000",
    "-1",
    "1e999",
    "NaN",
    "32.76.11.1001",
    "households",
    "ya",
    "\u202e",
    "\U0001f600",
    "'",
    '"',
    "<b>&",
    "\n",
    " ",
    "00",
    "2025-02-30",
    "TRUE",
    "a" * 300,
]


def nonsense(rng: random.Random):
    return rng.choice([rng.choice(WORDS), rng.uniform(-1e18, 1e18), rng.randint(-5, 5), True, None, float(rng.randint(0, 60000))])


def test_thirty_sheets_of_nonsense_are_a_list_of_faults(tmp_path):
    rng = random.Random(0)
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path), {"nan_inf_to_errors": True})
    names = ["households", "villages", "sites", "deliveries", "neighbourhoods", "scores", "settings"]
    for number in range(30):
        name = names[number] if number < len(names) else rng.choice(["Sheet", "Rekap!", "data\u00e9", "x"]) + str(number)
        sheet = book.add_worksheet(name)
        heads = [f["name"] for f in fields_of(name)] if number in (0, 1, 2) else [str(nonsense(rng)) for _ in range(12)]
        rng.shuffle(heads)
        for place, head in enumerate(heads):
            sheet.write(0, place, head)
        for row in range(1, 30):
            for place in range(len(heads)):
                sheet.write(row, place, nonsense(rng))
    book.close()
    for lang in ("id", "en"):
        (tmp_path / "copy.xlsx").unlink(missing_ok=True)  # people correct the marked copy; it is never replaced
        checked = check(path, lang, marked=tmp_path / "copy.xlsx")
        assert not checked.ok and len(checked.faults) > 500
        assert set(names[:3]) <= set(checked.faults["sheet"]) and checked.faults["sheet"].nunique() == 30
        assert (checked.faults["rule"] != "").all() and (checked.faults["remedy"] != "").all()
    assert len(openpyxl.load_workbook(tmp_path / "copy.xlsx").sheetnames) == 31


def test_a_zip_that_is_no_workbook_and_a_workbook_without_parts(tmp_path):
    for parts in (
        {"a.txt": b"x"},
        {"xl/workbook.xml": b"<workbook/>", "xl/_rels/workbook.xml.rels": b"<r/>"},
        {"xl/workbook.xml": b"<<<", "xl/_rels/workbook.xml.rels": b"\x00"},
    ):
        path = tmp_path / "a.xlsx"
        with zipfile.ZipFile(path, "w") as file:
            for name, data in parts.items():
                file.writestr(name, data)
        assert not check(path).ok


def test_bytes_changed_at_random_never_give_a_traceback(tmp_path):
    whole = write_template(tmp_path / "t.xlsx", "32.76").read_bytes()
    rng = np.random.default_rng(0)
    for _ in range(40):
        data = bytearray(whole)
        for at in rng.integers(0, len(data), 30):
            data[at] = rng.integers(0, 256)
        (tmp_path / "a.xlsx").write_bytes(bytes(data[: rng.integers(1, len(data))] if rng.random() < 0.3 else data))
        try:
            checked = check(tmp_path / "a.xlsx")
        except P2wkssError:
            continue
        assert isinstance(checked.ok, bool)


def test_damage_inside_the_xml_of_a_sheet_is_a_fault(tmp_path):
    whole = write_template(tmp_path / "t.xlsx", "32.76")
    with zipfile.ZipFile(whole) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    for change in (
        lambda x: x[:2000],
        lambda x: x.replace(b"<c ", b"<c r='ZZZZZ99999999' ", 1),
        lambda x: x.replace(b"<v>", b"<v>9999999", 3),
        lambda x: b"",
        lambda x: x.replace(b't="s"', b't="?"'),
    ):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as new:
            for name, xml in parts.items():
                new.writestr(name, change(xml) if name.endswith("sheet6.xml") else xml)
        (tmp_path / "a.xlsx").write_bytes(data.getvalue())
        checked = check(tmp_path / "a.xlsx")
        assert isinstance(checked.ok, bool)


cell = st.one_of(
    st.none(),
    st.text(ANY, max_size=20),
    st.integers(-(10**15), 10**15),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.lists(cell, min_size=12, max_size=12), min_size=1, max_size=6),
    sheet=st.sampled_from(["sites", "households", "deliveries", "villages", "scores"]),
    lang=st.sampled_from(["id", "en"]),
)
def test_any_cells_at_all_give_tables_and_faults(tmp_path, rows, sheet, lang):
    path = tmp_path / "any.xlsx"
    book = xlsxwriter.Workbook(
        str(path),
        {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "remove_timezone": True,
            "default_date_format": "yyyy-mm-dd hh:mm",
        },
    )
    page = book.add_worksheet(sheet)
    page.write_row(0, 0, [f["name"] for f in fields_of(sheet) if f["name"] != "no_kk"][:12])
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if value is not None and not (hasattr(value, "year") and value.year < 1900):
                page.write(number, place, value)
    book.close()
    (tmp_path / "copy.xlsx").unlink(missing_ok=True)
    checked = check(path, lang, marked=tmp_path / "copy.xlsx")
    assert list(checked.tables[sheet].columns) == [f["name"] for f in fields_of(sheet)]
    assert checked.ok == checked.faults.empty
    openpyxl.load_workbook(tmp_path / "copy.xlsx")
