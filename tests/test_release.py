"""The version is written once for the code, and a tag is only built where everything says the same."""

import re
import sys
import tomllib
from pathlib import Path

import pytest

import p2wkss_analysis as p2

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / ".ci"))

from release import faults


def test_version_of_the_package_and_of_the_citation_are_one():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project and project["dynamic"] == ["version"]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.search(r"^version: (\S+)$", citation, re.MULTILINE)[1] == p2.__version__


def test_headings_of_the_change_log_are_those_of_keep_a_changelog():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert all(re.fullmatch(r"\[Unreleased\]|\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", v) for v in versions), versions
    kinds = set(re.findall(r"^### (.+)$", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Tried and not kept"}
    assert versions[0] == "[Unreleased]" or versions[0].startswith(f"[{p2.__version__}]")


@pytest.fixture
def tree(tmp_path):
    (tmp_path / "p2wkss_analysis").mkdir()
    (tmp_path / "p2wkss_analysis" / "__init__.py").write_text('__version__ = "0.2.0"\n')
    (tmp_path / "CITATION.cff").write_text("cff-version: 1.2.0\nversion: 0.2.0\ndate-released: 2026-12-01\n")
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## [0.2.0] - 2026-12-01\n\n## [0.1.0] - 2026-11-26\n")
    return tmp_path


def test_a_tag_that_agrees_is_built(tree):
    assert faults("v0.2.0", tree) == []


@pytest.mark.parametrize(
    ("name", "then", "now", "said"),
    [
        ("p2wkss_analysis/__init__.py", "0.2.0", "0.1.0", "p2wkss_analysis/__init__.py says 0.1.0"),
        ("CITATION.cff", "version: 0.2.0", "version: 0.1.0", "CITATION.cff says 0.1.0"),
        ("CHANGELOG.md", "[0.2.0] - 2026-12-01", "[Unreleased]", "CHANGELOG.md says Unreleased"),
        ("CHANGELOG.md", "[0.2.0] - 2026-12-01", "[0.2.0] - 2026-12-02", "different days"),
    ],
)
def test_a_tag_that_differs_from_a_file_is_not_built(tree, name, then, now, said):
    path = tree / name
    path.write_text(path.read_text().replace(then, now))
    assert any(said in fault for fault in faults("v0.2.0", tree))
