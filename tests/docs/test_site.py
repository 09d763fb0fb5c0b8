"""The site as built: no warning, nothing fetched, links that lead somewhere, every command and public name; and the
gallery, drawn anew."""

import csv
import hashlib
import html.parser
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS))

import gallery
import pages
import reference
from docstrings import escaped, restructured

# --- the reference ----------------------------------------------------------------------------------------


def test_docstrings_in_the_projects_style_become_fields():
    out = restructured(
        ["Do it.", "", "Parameters", "----------", "path : the file, `a.b`; x_ stays", "    and so on", "", ">>> 1", "1"]
    )
    assert ":param path: the file, `a.b`; x\\_ stays and so on" in out
    assert out[-3:] == [">>> 1", "1", ""]
    assert restructured(["by: what.", "lag: years", "    before"], ["by", "lag"])[:2] == [
        ":param by: what.",
        ":param lag: years before",
    ]
    assert escaped("its `.sites`, by `place`") == "its ``.sites``, by `place`"
    assert escaped("*x* and **bold** `a | b`") == "\\*x\\* and **bold** ``a | b``"


def test_rates_are_those_of_the_validation_file():
    row = next(line for line in reference.rates("en").splitlines() if line.startswith("| before-after"))
    low, high = map(int, re.match(r"\| before-after \| (\d+)-(\d+) \|", row).groups())
    rows = csv.DictReader(reference.VALIDATION.read_text(encoding="utf-8").splitlines())
    measured = [
        float(r["false_alarms"]) for r in rows if " worst 60x10 2@5,6,7,8 clean" in r["cell"] and r["method"] == "before_after"
    ]
    assert (low, high) == (round(min(measured)), round(max(measured))) and low > 50


# --- the gallery ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.extended) if name == "power" else name for name in gallery.ITEMS]
)
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
    done = subprocess.run(
        [sys.executable, str(DOCS / "build.py"), "--out", str(out), "--no-pictures"], capture_output=True, text=True, cwd=ROOT
    )
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


@pytest.mark.extended
def test_the_site_fetches_nothing_from_outside(site):
    built = list(site.rglob("*.html"))
    assert len(built) > 30
    for path in built:
        for address in Addresses(path).fetched:
            assert not re.match(r"(https?:)?//", address), (path.name, address)
    for path in [*site.rglob("*.css"), *site.rglob("*.js")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:url\(|@import\s|import\(|fetch\()\s*['\"]?(?:https?:)?//", text), path.name


@pytest.mark.extended
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


@pytest.mark.extended
def test_every_command_and_every_public_name_is_on_the_site(site):
    import p2wkss_analysis as p2

    for lang in pages.LANGUAGES:
        commands = (site / lang / "commands.html").read_text(encoding="utf-8")
        assert all(f"p2wkss {name}<" in commands for name in reference.command_parsers())
        parts = Addresses(site / lang / "python.html").parts
        assert not [name for name in p2.__all__ if f"p2wkss_analysis.{name}" not in parts]
        assert {part.split(".")[-2] for part in parts if part.endswith(".sentence")} >= {
            "Ranking",
            "Stability",
            "Explanation",
            "Evaluation",
            "HouseholdEvaluation",
            "Plan",
            "Selection",
            "Checked",
        }


@pytest.mark.extended
def test_search_works_from_a_file_and_finds_indonesian_words(site):
    page = (site / "id" / "search.html").read_text(encoding="utf-8")
    assert "searchindex.js" in page  # loaded as a script: a page opened as a file may not fetch
    index = (site / "id" / "searchindex.js").read_text(encoding="utf-8")
    assert index.startswith("Search.setIndex(") and '"undian"' in index
