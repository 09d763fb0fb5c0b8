"""The documentation: what it tells people to type works and prints what it says, and both languages say the same."""

import json
import re
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
sys.path.insert(0, str(DOCS))

import pages
import reference

NAMES = pages.names()
RUN = [n for n in NAMES if any(b.kind in ("sh", "python") for b in pages.blocks(pages.text("id", n)))]
WHOLE_REPORTS = {
    "howto/report",
    "howto/city",
    "howto/plan",
    "howto/explorer",
    "howto/evaluate",
    "tutorial",
}  # minutes in all; what they call is tested where it stands
ENGLISH_TOO = {"start", "howto/households", "howto/import", "howto/identity"}
SLOW = {
    (lang, n) for lang in pages.LANGUAGES for n in RUN if n in WHOLE_REPORTS or (lang == "en" and n not in ENGLISH_TOO)
}  # `pytest -m extended`


# --- what people are told to type -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        pytest.param(lang, name, marks=[pytest.mark.extended] if (lang, name) in SLOW else [])
        for lang in pages.LANGUAGES
        for name in RUN
    ],
)
def test_every_block_of_a_page_runs_and_prints_what_the_page_shows(lang, name, tmp_path, monkeypatch):
    (tmp_path / "project").mkdir()  # pages keep a key file in the folder above
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.setenv("P2WKSS_LANG", "id")
    monkeypatch.delenv("P2WKSS_KEY_FILE", raising=False)
    monkeypatch.setenv("P2WKSS_ADDED", str(tmp_path / "added"))
    world, printed = {}, None
    for block in pages.blocks(pages.text(lang, name)):
        if block.kind == "output":
            assert printed is None or pages.agrees(block.text, printed), (
                f"{lang}/{name} shows\n{block.text}\nbut it prints\n{printed}"
            )
        elif block.kind in ("text", "json") and block.argument:
            pages.keep(block)
        elif block.kind in ("sh", "python"):
            twice = lang == "en" and block.text.startswith("p2wkss report")  # a quarter of a minute, run in the other language
            printed = None if twice else pages.run(block, world)


def test_a_page_that_shows_something_else_is_caught():
    assert pages.agrees("n  a\n...\nend", "n a\nmiddle\nend\n")
    assert not pages.agrees("n  a\n...\nend", "n b\nmiddle\nend\n")
    assert not pages.agrees("a", "a b")
    block = pages.Block("sh", "p2wkss check nowhere.xlsx\n")
    with pytest.raises(AssertionError):
        pages.run(block, {})


def test_every_command_stands_on_a_page_that_people_wrote():
    written = "\n".join(pages.text("id", n) for n in NAMES)
    missing = [c for c in reference.command_parsers() if f"p2wkss {c}" not in written]
    assert not missing, f"no page of docs/id shows: {missing}"


# --- both languages say the same ------------------------------------------------------------------------


def test_both_languages_have_the_same_pages():
    english = sorted(str(p.relative_to(DOCS / "en").with_suffix("")).replace("\\", "/") for p in (DOCS / "en").rglob("*.md"))
    assert english == NAMES and len(NAMES) > 12


def plain(block):
    """A block without what a language changes: --lang, languages named in code, the signs of a CSV, and printed words."""
    if block.kind == "output":
        return block.kind
    return (
        block.kind,
        block.argument,
        re.sub(r" --lang en", "", block.text).replace('"en"', '"id"').replace(', sep=";", decimal=","', ""),
    )


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_headings_blocks_tables_and_links(name):
    first, second = pages.text("id", name), pages.text("en", name)
    assert pages.headings(first) == pages.headings(second)
    assert [plain(b) for b in pages.blocks(first) if b.kind != "{toctree}"] == [
        plain(b) for b in pages.blocks(second) if b.kind != "{toctree}"
    ]
    rows = [len(re.findall(r"^\|", pages.prose(p), re.MULTILINE)) for p in (first, second)]
    assert rows[0] == rows[1]
    links = [sorted(re.findall(r"\]\(([^)]+)\)", pages.prose(p))) for p in (first, second)]
    assert links[0] == links[1]
    for block in pages.blocks(second):
        if block.kind == "sh":
            assert all("--lang en" in line for line in block.text.splitlines() if "--version" not in line), (
                "an English page asks for English"
            )


def test_glossary_has_every_term_in_both_languages_once():
    terms = json.loads((DOCS / "terms.json").read_text(encoding="utf-8"))
    for lang in pages.LANGUAGES:
        names = [t[lang][0].lower() for t in terms["terms"]]
        assert len(names) == len(set(names)) and all(len(t[lang]) == 2 and len(t[lang][1]) > 20 for t in terms["terms"])
        page = reference.glossary(lang)
        assert all(t[lang][0] in page for t in terms["terms"])
    assert {t["group"] for t in terms["terms"]} == set(terms["groups"])


@pytest.mark.parametrize("lang", pages.LANGUAGES)
def test_pages_paper_and_readme_use_the_terms_of_the_glossary(lang):
    """What a term replaces stands on no page, as in no sentence of the package (tests/say/test_texts.py)."""
    terms = json.loads((DOCS / "terms.json").read_text(encoding="utf-8"))["terms"]
    instead = [word.lower() for term in terms for word in term.get("instead_of", {}).get(lang, ())]
    readme = DOCS.parent / ("README.id.md" if lang == "id" else "README.md")
    paper = DOCS / "paper" / f"{lang}.md"
    written = {name: pages.text(lang, name) for name in NAMES} | {p.name: p.read_text(encoding="utf-8") for p in (readme, paper)}
    assert not [(name, word) for name, text in written.items() for word in instead if word in text.lower()]
