"""What the tests of reports share: all answers of the open tables and of one city with a known truth, asked for once, told in
both languages, and the city's files. `run.py test` gives these tests to one worker (see the conftest.py above all)."""

import datetime as dt
import io
import sys
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from p2wkss_analysis.disclosure.privacy import write_key
from p2wkss_analysis.front.city import City
from p2wkss_analysis.open_data.answers import OpenAnswers
from p2wkss_analysis.reporting.formats.excel.workbook import to_xlsx
from p2wkss_analysis.reporting.formats.html import to_html
from p2wkss_analysis.reporting.formats.pdf import to_pdf
from p2wkss_analysis.reporting.formats.word.document import to_docx
from p2wkss_analysis.reporting.stories.appendix import evidence_last
from p2wkss_analysis.reporting.stories.city.story import tell_city
from p2wkss_analysis.reporting.stories.open.story import tell
from p2wkss_analysis.simulate import simulate_city

sys.path.insert(0, str(Path(__file__).parent))  # city_blocks.py

from city_blocks import DAY, FEW, RT


@pytest.fixture(scope="session")
def material():
    return OpenAnswers()


@pytest.fixture(scope="session")
def documents(material):
    return {lang: tell(material, lang, dt.date(2026, 11, 23)) for lang in ("id", "en")}


@pytest.fixture(scope="session")
def city():
    """Cilegon, two kelurahan and 200 KK, with card numbers, and two assisted households moved to an RT of their own."""
    made = simulate_city("36.72", card_numbers=True, seed=8)
    homes = made.tables["households"].copy()
    few = homes.loc[homes["assisted"].astype(bool), "household_id"].drop_duplicates().iloc[10 : 10 + FEW]
    homes.loc[homes["household_id"].isin(few), "rt"] = RT
    return replace(made, tables={**made.tables, "households": homes})


@pytest.fixture(scope="session")
def city_answers(city, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kota")
    return City(city.write(folder / "kota.xlsx"), as_of=DAY, key=write_key(folder / "kota.key"))


@pytest.fixture(scope="session")
def city_documents(city_answers):
    """As they are written: evidence and long tables in the appendix."""
    return {lang: evidence_last(tell_city(city_answers, lang, DAY)) for lang in ("id", "en")}


@pytest.fixture(scope="session")
def city_files(city_documents):
    """Every format in Bahasa Indonesia, and the quick one in English."""
    one, other = city_documents["id"], city_documents["en"]
    return {
        "id.html": to_html(one),
        "id.docx": to_docx(one),
        "id.xlsx": to_xlsx(one),
        "id.pdf": to_pdf(one),
        "en.xlsx": to_xlsx(other),
    }


@pytest.fixture(scope="session")
def city_pages(city_files):
    """What stands on every page of the PDF."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(city_files["id.pdf"])).pages]


@pytest.fixture(scope="session")
def city_books(city_files):
    return {lang: openpyxl.load_workbook(io.BytesIO(city_files[f"{lang}.xlsx"])) for lang in ("id", "en")}
