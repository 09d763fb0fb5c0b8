"""The documentation: what it tells people to type works and prints what it says; both languages say the same; the site
builds without a warning and fetches nothing."""

import hashlib
import html.parser
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS))

import gallery  # noqa: E402
import pages  # noqa: E402
import reference  # noqa: E402
from docstrings import escaped, restructured  # noqa: E402

NAMES = pages.names()
RUN = [n for n in NAMES if any(b.kind in ("sh", "python") for b in pages.blocks(pages.text("id", n)))]
WHOLE_REPORTS = {"howto/report", "howto/city"}  # minutes in all; what they call is tested where it stands
ENGLISH_TOO = {"start", "tutorial", "howto/choose", "howto/households", "howto/import", "howto/identity", "howto/boundaries"}
SLOW = {(lang, n) for lang in pages.LANGUAGES for n in RUN if n in WHOLE_REPORTS or (lang == "en" and n not in ENGLISH_TOO)}  # `pytest -m extended`


# --- what people are told to type -----------------------------------------------------------------------

@pytest.mark.parametrize(("lang", "name"), [
    pytest.param(lang, name, marks=[pytest.mark.extended] if (lang, name) in SLOW else []) for lang in pages.LANGUAGES for name in RUN])
def test_every_block_of_a_page_runs_and_prints_what_the_page_shows(lang, name, tmp_path, monkeypatch, request):
    if (lang, name) in SLOW and "extended" not in request.config.option.markexpr:
        pytest.skip("slow: pytest -m extended")
    (tmp_path / "project").mkdir()  # pages keep a key file in the folder above
    monkeypatch.chdir(tmp_path / "project")
    monkeypatch.setenv("P2WKSS_LANG", "id")
    monkeypatch.delenv("P2WKSS_KEY_FILE", raising=False)
    world, printed = {}, None
    for block in pages.blocks(pages.text(lang, name)):
        if block.kind == "output":
            assert printed is None or pages.agrees(block.text, printed), f"{lang}/{name} shows\n{block.text}\nbut it prints\n{printed}"
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
    """A block without what a language changes: --lang, languages named in code, and printed words."""
    if block.kind == "output":
        return block.kind
    return block.kind, block.argument, re.sub(r" --lang en", "", block.text).replace('"en"', '"id"')


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_headings_blocks_tables_and_links(name):
    first, second = pages.text("id", name), pages.text("en", name)
    assert pages.headings(first) == pages.headings(second)
    assert [plain(b) for b in pages.blocks(first) if b.kind != "{toctree}"] == [plain(b) for b in pages.blocks(second) if b.kind != "{toctree}"]
    rows = [len(re.findall(r"^\|", pages.prose(p), re.M)) for p in (first, second)]
    assert rows[0] == rows[1]
    links = [sorted(re.findall(r"\]\(([^)]+)\)", pages.prose(p))) for p in (first, second)]
    assert links[0] == links[1]
    for block in pages.blocks(second):
        if block.kind == "sh":
            assert all("--lang en" in line for line in block.text.splitlines() if "--version" not in line), "an English page asks for English"


def test_glossary_has_every_term_in_both_languages_once():
    terms = json.loads((DOCS / "terms.json").read_text(encoding="utf-8"))
    for lang in pages.LANGUAGES:
        names = [t[lang][0].lower() for t in terms["terms"]]
        assert len(names) == len(set(names)) and all(len(t[lang]) == 2 and len(t[lang][1]) > 20 for t in terms["terms"])
        page = reference.glossary(lang)
        assert all(t[lang][0] in page for t in terms["terms"])
    assert {t["group"] for t in terms["terms"]} == set(terms["groups"])


# --- the reference ----------------------------------------------------------------------------------------

def test_docstrings_in_the_projects_style_become_fields():
    out = restructured(["Do it.", "", "Parameters", "----------", "path : the file, `a.b`; x_ stays", "    and so on", "", ">>> 1", "1"])
    assert ":param path: the file, `a.b`; x\\_ stays and so on" in out
    assert out[-3:] == [">>> 1", "1", ""]
    assert restructured(["by: what.", "lag: years", "    before"], ["by", "lag"])[:2] == [":param by: what.", ":param lag: years before"]
    assert escaped("*x* and **bold** `a | b`") == "\\*x\\* and **bold** ``a | b``"


def test_rates_are_those_of_the_validation_file():
    row = next(line for line in reference.rates("en").splitlines() if line.startswith("| before-after"))
    low, high = map(int, re.match(r"\| before-after \| (\d+)-(\d+) \|", row).groups())
    text = reference.VALIDATION.read_text(encoding="utf-8")
    measured = [float(c.split(",")[-11]) for c in text.splitlines()[1:] if ",worst,60,10,4,2,clean,before_after," in c]
    assert (low, high) == (round(min(measured)), round(max(measured))) and low > 50


# --- the gallery ------------------------------------------------------------------------------------------

@pytest.mark.parametrize("name", gallery.ITEMS)
def test_the_gallery_is_drawn_anew_and_its_numbers_are_those_sealed(name, tmp_path):
    """Where this fails after a change made on purpose: look at the picture, then `python docs/gallery.py --seal`."""
    picture = gallery.draw(name, "id")
    picture.savefig(tmp_path / "picture.png", dpi=40)
    assert (tmp_path / "picture.png").stat().st_size > 2000
    assert not gallery.differences(name, picture.table(), gallery.record())


def test_a_changed_number_is_noticed():
    picture = gallery.draw("years", "en")
    changed = picture.table().assign(value=lambda d: d["value"] * 1.01)
    assert gallery.differences("years", changed, gallery.record())


def test_pictures_of_the_readme_are_those_sealed_and_small():
    kept = gallery.record()["pictures"]
    assert {p.name for p in DOCS.glob("*.png")} == set(kept)
    for name, digest in kept.items():
        assert hashlib.sha256((DOCS / name).read_bytes()).hexdigest() == digest, name
    assert sum((DOCS / name).stat().st_size for name in kept) < 1_500_000


def test_photographed_pages_show_the_data_of_today():
    assert gallery.behind_pages() == gallery.record()["pages"], "python docs/gallery.py --seal"


# --- the site -------------------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site as `python3 run.py docs` builds it, but for the pictures of the gallery; a warning fails."""
    out = tmp_path_factory.mktemp("site") / "html"
    done = subprocess.run([sys.executable, str(DOCS / "build.py"), "--out", str(out), "--no-pictures"], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


class Addresses(html.parser.HTMLParser):
    """What a page fetches by itself, what it links to, and the names of its parts."""

    def __init__(self, path: Path):
        super().__init__()
        self.fetched, self.links, self.parts, self.lang = [], [], set(), None
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.parts |= {named[k] for k in ("id", "name") if named.get(k)}
        if tag == "html":
            self.lang = named.get("lang")
        if tag == "a" and named.get("href"):
            self.links.append(named["href"])
        elif tag != "a":
            self.fetched += [named[k] for k in ("src", "href", "data", "srcset", "poster") if named.get(k)]


def test_the_site_fetches_nothing_from_outside(site):
    built = list(site.rglob("*.html"))
    assert len(built) > 30
    for path in built:
        for address in Addresses(path).fetched:
            assert not re.match(r"(https?:)?//", address), (path.name, address)
    for path in [*site.rglob("*.css"), *site.rglob("*.js")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:url\(|@import\s|import\(|fetch\()\s*['\"]?(?:https?:)?//", text), path.name


def test_links_resolve_and_every_page_leads_to_itself_in_the_other_language(site):
    pages_of = {path.resolve(): Addresses(path) for path in site.rglob("*.html")}
    for path, page in pages_of.items():
        for link in page.links:
            if re.match(r"(https?:|mailto:)", link) or link in ("#", ""):
                continue
            file, _, part = link.partition("#")
            target = (path.parent / file.split("?")[0]).resolve() if file else path
            assert target in pages_of or target.exists(), (path.name, link)
            if part and target in pages_of:
                assert part in pages_of[target].parts, (path.name, link)
        inside = path.relative_to(site.resolve())
        if len(inside.parts) > 1:
            lang, other = inside.parts[0], {"id": "en", "en": "id"}[inside.parts[0]]
            assert page.lang == lang
            twin = (site / other / Path(*inside.parts[1:])).resolve()
            assert any((path.parent / link).resolve() == twin for link in page.links), inside


def test_every_command_and_every_public_name_is_on_the_site(site):
    import p2wkss_analysis as p2

    for lang in pages.LANGUAGES:
        commands = (site / lang / "commands.html").read_text(encoding="utf-8")
        assert all(f"p2wkss {name}<" in commands for name in reference.command_parsers())
        parts = Addresses(site / lang / "python.html").parts
        assert not [name for name in p2.__all__ if f"p2wkss_analysis.{name}" not in parts]


def test_search_works_from_a_file_and_finds_indonesian_words(site):
    page = (site / "id" / "search.html").read_text(encoding="utf-8")
    assert "searchindex.js" in page  # loaded as a script: a page opened as a file may not fetch
    index = (site / "id" / "searchindex.js").read_text(encoding="utf-8")
    assert index.startswith("Search.setIndex(") and '"undian"' in index
