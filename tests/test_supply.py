"""What the package stands on: DEPENDENCIES.md, pyproject.toml, the lock and what is installed agree, and nothing asks a network."""

import re
import sys
import tomllib
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from test_house import FILES, HEAVY, PACKAGE

PAGE = (ROOT / "DEPENDENCIES.md").read_text(encoding="utf-8")
IMPORTED_AS = {"python-docx": "docx", "python-pptx": "pptx", "ibis-framework": "ibis"}
CODE = {path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in FILES}
FAMILIES = r"0BSD|BSD|MIT|Apache|MPL|PSF|ISC|AGPL|LGPL|GPL|Artistic"
FULL_NAMES = {"Mozilla": "MPL", "Python Software Foundation": "PSF", "General Public": "GPL", "Redistribution and use in": "BSD"}
ASKS_FOR_MORE = {"MPL", "AGPL", "LGPL", "GPL", "Artistic"}


def rows(heading: str) -> dict[str, list[str]]:
    """The cells of the table below a heading, by the name in the first."""
    lines = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0].splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return {name: rest for name, *rest in cells[2:]}


def families(text: str) -> set[str]:
    for full, short in FULL_NAMES.items():
        text = text.replace(full, short)
    return set(re.findall(rf"(?<![A-Z])(?:{FAMILIES})", text))


@cache
def told(name: str) -> tuple[str, str] | None:
    """What an installed package says of its licence: the expression, and whatever else tells the family. None: not installed."""
    try:
        package = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None
    head = package.metadata
    classifiers = [text for text in head.get_all("Classifier", []) if text.startswith("License ::")]
    text = "\n".join([(head.get("License") or "").split("\n")[0], *classifiers])
    if not families(text):
        text = "\n".join(f.read_text() for f in package.files or [] if f.name.upper().startswith("LICEN"))
    return head.get("License-Expression") or "", text


def test_the_page_has_a_row_for_each_dependency_and_no_other():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = {"Needed to run": project["dependencies"]}
    lists |= {f"Extra `{extra}`": texts for extra, texts in project["optional-dependencies"].items()}
    for heading, texts in lists.items():
        table = rows(heading)
        assert set(table) == {canonicalize_name(Requirement(text).name) for text in texts}, heading
        assert all(len(cells) == 4 and all(cells) for cells in table.values()), heading


@pytest.mark.parametrize("heading", ["Needed to run", "Extra `lab`", "Extra `spark`"])
def test_a_dependency_stands_where_the_page_says(heading):
    for name, (_, places, *_) in rows(heading).items():
        module = IMPORTED_AS.get(name, name.replace("-", "_"))
        importing = {
            p for p, text in CODE.items() if module in text and re.search(rf"^ *(from|import) {module}\b", text, re.MULTILINE)
        }
        named = tuple(re.findall(r"`([\w/.]+)`", places))
        if module in HEAVY and named:
            assert set(named) == set(HEAVY[module]), name
        if places != "everywhere":
            assert not [p for p in importing if not p.startswith(named)], name


@pytest.mark.parametrize("heading", ["Needed to run", "Extra `lab`", "Extra `spark`", "Extra `test`"])
def test_licences_are_those_of_the_installed_packages(heading):
    for name, cells in rows(heading).items():
        licence, says = cells[2], told(name)
        if says is None:  # Spark, or an extra that is not installed
            continue
        expression, text = says
        assert licence == expression or (not expression and families(licence) == families(text)), (name, licence, says)


def test_every_locked_package_whose_licence_asks_for_more_is_named():
    table = rows("Licences that ask for more than a notice")
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {canonicalize_name(name) for name in re.findall(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==", lock, re.MULTILINE)}
    assert set(table) <= locked
    asks = {name for name in locked if (says := told(name)) and families(says[0] or says[1]) & ASKS_FOR_MORE}
    assert asks <= set(table), "name them in DEPENDENCIES.md, with how they come in"
    assert not {name for name in table if told(name)} - asks, "no longer so"


NETWORK = r"""(aiohttp|asyncio|ftplib|http|httpx|imaplib|poplib|requests|smtplib|socket|socketserver|ssl|telnetlib|urllib3
|webbrowser|websockets|xmlrpc|urllib\.request|urllib\simport\srequest)\b"""


def test_no_file_of_the_package_can_open_a_connection():
    asks = re.compile(rf"^\s*(from|import)\s+(\w[\w.]*,\s*)*{NETWORK.replace(chr(10), '')}", re.MULTILINE)
    for line in ("from urllib import request", "import os, socket", "    from http.client import HTTPSConnection"):
        assert asks.search(line), line
    assert not asks.search("from urllib.parse import urlsplit\nimport httplike")
    assert not [path for path, text in CODE.items() if asks.search(text)]
