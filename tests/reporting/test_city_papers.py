"""The papers and the report of one city carry equal figures, read from the files themselves: Word, PowerPoint, PDF, HTML, Excel."""

import io
import re
import zipfile

import openpyxl
import pytest
from pypdf import PdfReader

from p2wkss_analysis.say import integer, rupiah


@pytest.fixture(scope="module")
def read(city_answers, city_files, city_pages, tmp_path_factory):
    """Every file by its name: its text without spaces; of a sheet, also its numbers as they are shown."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("p2wkss_analysis.papers.write.report", lambda *given, **named: [])
        paths = city_answers.papers(tmp_path_factory.mktemp("naskah"), "id")
    files = {path.name: path.read_bytes() for path in paths} | {
        f"laporan.{name[3:]}": made for name, made in city_files.items() if name.startswith("id")
    }
    return {name: re.sub(r"\s", "", _text(name, made)) for name, made in files.items()}


def _text(name: str, made: bytes | str) -> str:
    if name.endswith("html"):
        return re.sub(r"<[^>]*>", " ", made)
    if name.endswith("pdf"):
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    if name.endswith("xlsx"):
        cells = [c.value for sheet in openpyxl.load_workbook(io.BytesIO(made)) for row in sheet.iter_rows() for c in row]
        return " ".join(integer(c, "id") if isinstance(c, int) else str(c) for c in cells if c is not None)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return " ".join(re.sub(r"<[^>]+>", "", package.read(n).decode()) for n in package.namelist() if n.endswith(".xml"))


def _holding(read, *names):
    return [text for name, text in read.items() if name.startswith(names)]


def test_the_proposal_is_the_same_in_all(read, city_answers):
    need = city_answers.need()
    proposed = [city_answers.names[code] for code in need.table().head(need.k)["area_code"]]
    papers = _holding(read, "nota-dinas", "paparan", "laporan", "berita-acara-musyawarah")
    assert len(papers) == 2 + 1 + 4 + 1
    for text in papers:
        assert all(place.replace(" ", "") in text for place in proposed)


def test_before_and_after_are_the_same_in_all(read, city_answers):
    row = city_answers.before_after().spelled("household", "id").iloc[0]
    texts = _holding(read, "nota-dinas", "paparan", "laporan")
    assert len(texts) == 7
    for text in texts:
        assert all(getattr(row, name).lstrip("+") in text for name in ("before", "after", "difference"))


def test_realisation_is_the_same_in_all(read, city_answers):
    total = city_answers.delivery().progress.by_agency().iloc[-1]
    spent, done = rupiah(total["amount_rupiah"], "id"), integer(total["done_percent"], "id")
    for text in _holding(read, "nota-dinas", "paparan", "matriks"):
        assert spent in text and f"rata-rata{done}%" in text
    for text in _holding(read, "laporan.html", "laporan.docx", "laporan.pdf"):
        assert spent in text
    assert str(round(total["amount_rupiah"] / 1e6, 2)) in read["laporan.xlsx"]  # its tables count in millions
