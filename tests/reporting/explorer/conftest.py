"""What the tests of the explorer share: a made city whose workbook carries a note that tries to be a program, and both pages."""

import openpyxl
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.reporting.explorer.city_layer import read_city
from p2wkss_analysis.reporting.explorer.page import gather

NASTY = '</script><img src=x onerror="window.hacked=1"> {n} $& \u2028 =1+1'


@pytest.fixture(scope="session")
def nasty():
    return NASTY


@pytest.fixture(scope="session")
def workbook(tmp_path_factory):
    path = p2.simulate_city("36.72", seed=3).write(tmp_path_factory.mktemp("city") / "cilegon.xlsx", "id")
    book = openpyxl.load_workbook(path)
    sheet = next(s for s in book if "decree" in [c.value for c in s[1]])
    names = [c.value for c in sheet[1]]
    row = next(r for r in range(5, sheet.max_row + 1) if sheet.cell(r, names.index("year") + 1).value)
    sheet.cell(row, names.index("note") + 1).value = NASTY
    book.save(path)
    return path


@pytest.fixture(scope="session")
def checked(workbook):
    return read_city(workbook, "en")


@pytest.fixture(scope="session")
def city_content(workbook):
    return gather(workbook, "id")


@pytest.fixture(scope="session")
def open_content():
    return gather(None, "en")
