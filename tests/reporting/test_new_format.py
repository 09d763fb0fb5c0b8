"""A format listed once is offered by the function, the command and the city, without another edit."""

import sys
from types import ModuleType

import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.cli import main
from p2wkss_analysis.reporting import write
from p2wkss_analysis.reporting.document import Chapter, Document, Paragraph
from p2wkss_analysis.say.errors import WrongUse


@pytest.fixture
def plain_text(monkeypatch):
    """A dummy format: the titles of the chapters, one a line; and a report of one chapter, so that nothing is computed."""
    made = ModuleType("p2wkss_analysis.reporting.formats.titles")
    made.to_titles = lambda document: "\n".join(chapter.title for chapter in document.chapters)
    monkeypatch.setitem(sys.modules, made.__name__, made)
    monkeypatch.setitem(write.FORMATS, "txt", ("titles", "to_titles"))
    monkeypatch.setattr(
        write,
        "tell",
        lambda data, lang, day: Document(lang, "T", "", day.isoformat(), (Chapter("a", "Satu", [Paragraph("x")]),)),
    )


def test_a_listed_format_is_written(plain_text, tmp_path):
    (path,) = p2.report(tmp_path, formats=["txt"], lang="id")
    assert path.name == "laporan-p2wkss.txt" and path.read_text(encoding="utf-8") == "Satu"
    (path,) = p2.report(tmp_path / "rapat.txt", lang="id")
    assert path.read_text(encoding="utf-8") == "Satu"


def test_the_command_offers_it(plain_text, tmp_path, capsys):
    assert main(["report", "--out", str(tmp_path), "--format", "txt", "--format", "html", "--lang", "en"]) == 0
    assert sorted(p.suffix for p in tmp_path.iterdir()) == [".html", ".txt"]
    assert main(["report", "--out", str(tmp_path), "--format", "odt", "--lang", "en"]) == 2
    assert "txt" in capsys.readouterr().err


def test_an_unknown_format_is_refused_with_the_list(plain_text, tmp_path):
    with pytest.raises(WrongUse) as stopped:
        p2.report(tmp_path, formats=["odt"])
    assert "txt" in stopped.value.sentence("en") and not list(tmp_path.iterdir())
