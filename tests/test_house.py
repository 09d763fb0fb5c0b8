"""Guardians of the house: floors, wings, names, notebooks, locks, and what must never leave."""

import argparse
import ast
import doctest
import importlib
import inspect
import json
import re
import subprocess
import tomllib
import zipfile
from functools import cache
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import p2wkss_analysis as p2
from p2wkss_analysis.cli import _parser

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "p2wkss_analysis"
FILES = sorted(p for p in PACKAGE.rglob("*.py"))

# From the ground up: a room imports from its own and from rooms further down. Rooms in one line do not know each other.
STOREYS = (
    ("identity",),
    ("say",),
    ("display", "rule", "dictionary"),
    ("files",),
    ("disclosure", "places"),
    ("tables",),
    ("indicators", "forms"),
    ("simulate",),
    ("targeting", "impact", "delivery", "one_site"),
    ("city", "province", "open_data", "pictures"),
    ("national",),
    ("explore", "reporting"),
    ("papers",),
    ("front",),
    ("commands",),
    ("cli",),
    ("__main__", "__init__"),
)
STOREY = {room: height for height, rooms in enumerate(STOREYS) for room in rooms}
HEAVY = {  # a heavy import and the only places that may ask for it
    "geopandas": ("places/", "pictures/"),
    "matplotlib": ("pictures/", "reporting/formats/drawings.py"),
    "diff_diff": ("impact/",),
    "duckdb": ("tables/engine/",),
    "narwhals": ("tables/engine/", "indicators/households/"),
    "pyspark": ("tables/engine/",),
    "ibis": (),
    "polars": (),
    "statsmodels": ("impact/", "city/households.py"),
    "esda": ("targeting/clusters.py",),
    "libpysal": ("targeting/clusters.py",),
    "mapclassify": (),
    "docx": ("reporting/formats/word/", "papers/"),
    "pptx": ("papers/",),
    "typst": ("reporting/formats/pdf.py",),
    "xlsxwriter": ("files/xlsx_table.py", "tables/workbook/", "tables/exports/", "forms/", "reporting/formats/excel/", "papers/"),
    "frictionless": (),
    "IPython": (),
    "jupyterlab": (),
    "great_tables": ("display/grid.py",),
    "papermill": ("commands/documents/notebook.py",),
    "tqdm": ("display/progress.py",),
}


def room(module: str) -> str:
    return module.split(".")[0]


def _name(path: Path) -> str:
    inside = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(inside[:-1] if inside[-1] == "__init__" and len(inside) > 1 else inside)


MODULES = {_name(path): path for path in FILES}


@cache
def imports(path: Path, types: bool = True) -> tuple[tuple[str, bool], ...]:
    """(module or outside package, is ours) of every import in a file, those inside functions too; types: those for type names alone, too."""
    return tuple(_imports(path, types))


def _imports(path: Path, types: bool):
    here = path.relative_to(PACKAGE).parent.parts
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out = (
        {
            id(n)
            for test in ast.walk(tree)
            if isinstance(test, ast.If) and "TYPE_CHECKING" in ast.dump(test.test)
            for n in ast.walk(test)
        }
        if not types
        else set()
    )
    for node in ast.walk(tree):
        if id(node) in left_out:
            continue
        if isinstance(node, ast.ImportFrom) and node.level:
            base = list(here[: len(here) - node.level + 1]) + (node.module.split(".") if node.module else [])
            for alias in node.names:
                inside = ".".join([*base, alias.name])
                yield (inside if inside in MODULES else ".".join(base)), True
        elif isinstance(node, ast.ImportFrom):
            yield node.module.split(".")[0], False
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.split(".")[0], False


def test_a_file_imports_only_from_its_own_room_or_from_rooms_further_down():
    assert not [
        f"{_name(path)} imports {target}"
        for path in FILES
        if (own := room(_name(path))) != "__init__"
        for target, ours in imports(path)
        if ours and target and room(target) != own and STOREY[room(target)] >= STOREY[own]
    ]


def _reached(start: str, graph: dict[str, set[str]]) -> set[str]:
    found, open_ends = set(), [start]
    while open_ends:
        for target in graph[open_ends.pop()] - found:
            found.add(target)
            open_ends.append(target)
    return found


@cache
def _graph() -> dict[str, set[str]]:
    return {name: {t for t, ours in imports(path, types=False) if ours and t and t != name} for name, path in MODULES.items()}


def test_no_files_import_each_other_in_a_circle():
    """Imports inside functions count. A package's `__init__` counts as a file like any other."""
    graph = _graph()
    assert not sorted(name for name in graph if name in _reached(name, graph))


def test_the_two_wings_do_not_reach_each_other_by_any_way():
    graph = _graph()
    for wing, other in (("targeting", "impact"), ("impact", "targeting")):
        for name in graph:
            if room(name) == wing:
                assert not [t for t in _reached(name, graph) if room(t) == other], name


def test_a_folder_holds_fifteen_files_at_most():
    folders = {path.parent for path in FILES}
    assert not {
        str(f.relative_to(PACKAGE)): n
        for f in folders
        if (n := len([p for p in FILES if p.parent == f and p.name != "__init__.py"])) > 15
    }


def test_heavy_imports_stand_at_their_address():
    assert not [
        f"{inside} imports {target}"
        for path in FILES
        for target, ours in imports(path)
        if not ours and target in HEAVY and not (inside := path.relative_to(PACKAGE).as_posix()).startswith(HEAVY[target])
    ]


def test_diff_diff_has_one_file():
    users = [p for p in FILES if any(t == "diff_diff" for t, ours in imports(p) if not ours)]
    assert len(users) <= 1, users


def test_a_file_has_one_thought():
    text = {path: path.read_text(encoding="utf-8") for path in FILES}
    long = [p for p in FILES if len(text[p].splitlines()) > 450 and p.name != "texts.py"]  # the sentences of a room are one list
    vague = [p for p in FILES if p.stem in {"utils", "base", "core", "helpers", "misc"}]
    silent = [p for p in FILES if not ast.get_docstring(ast.parse(text[p]))]  # a file says what it is for
    seeding = [p for p in FILES if "random.seed(" in text[p]]
    assert not (long + vague + silent + seeding), (long, vague, silent, seeding)


def test_the_rooms_in_architecture_are_the_folders_with_their_first_lines():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    told = re.findall(r"^- `([\w/]+)/` (.+)$", text.split("## Rooms")[1].split("\n## ")[0], re.MULTILINE)
    rooms = {
        str(p.parent.relative_to(PACKAGE)).replace("\\", "/"): ast.get_docstring(ast.parse(p.read_text(encoding="utf-8"))).split(
            "\n"
        )[0]
        for p in FILES
        if p.name == "__init__.py" and p.parent != PACKAGE
    }
    assert dict(told) == rooms
    heights = [STOREY[folder.split("/")[0]] for folder, _ in told]
    assert heights == sorted(heights), "the list stands in the order of the storeys"


@pytest.mark.parametrize("name", p2.__all__)
def test_each_public_name_is_there_and_documented_with_a_running_example(name):
    thing = getattr(p2, name)
    text = inspect.getdoc(thing) or ""
    assert len(text) > 80, f"{name} says too little"
    if not (inspect.isclass(thing) and issubclass(thing, Exception)):
        owner = text + "".join(inspect.getdoc(m) or "" for _, m in inspect.getmembers(thing, callable) if inspect.isclass(thing))
        assert doctest.DocTestParser().get_examples(owner), f"{name} has no example"


@pytest.mark.parametrize("name", ["p2wkss_analysis", "p2wkss_analysis.cli"])
def test_importing_the_package_or_its_command_line_loads_nothing_heavy(name):
    code = f"import sys, {name}; print([m for m in ('pandas','numpy','geopandas','matplotlib') if m in sys.modules])"
    import sys

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_public_names_are_those_of_the_files_they_stand_in():
    for name, module in p2._WHERE.items():
        assert hasattr(importlib.import_module(f"p2wkss_analysis.{module}"), name), (name, module)


# --- what people's notebooks and scripts may rely on ------------------------------------------------------


# A name that goes stands under "### Removed" of CHANGELOG.md, in backticks, and leaves this list with the release.
LIST = ROOT / "tests" / "public_names.txt"


def public() -> set[str]:
    """Names of `p2`, public attributes of its classes, commands and their options."""
    found = set(p2.__all__)
    for name in p2.__all__:
        thing = getattr(p2, name)
        if inspect.isclass(thing) and not issubclass(thing, Exception):
            found |= {f"{name}.{inside}" for inside in dir(thing) if not inside.startswith("_")}
            found |= {f"{name}.{field}" for field in getattr(thing, "__dataclass_fields__", {}) if not field.startswith("_")}
    commands = next(action for action in _parser()._actions if isinstance(action, argparse._SubParsersAction)).choices
    for name, command in commands.items():
        found.add(f"p2wkss {name}")
        found |= {f"p2wkss {name} {word}" for word in command._option_string_actions if word.startswith("--")}
    return found


def removed(changelog: str) -> set[str]:
    """Names in backticks under the headings Removed."""
    parts = re.findall(r"^### Removed\n(.*?)(?=^##|\Z)", changelog, re.MULTILINE | re.DOTALL)
    return set(re.findall(r"`([^`]+)`", "\n".join(parts)))


def test_public_names_are_those_of_the_list():
    listed, there = set(LIST.read_text(encoding="utf-8").split("\n")) - {""}, public()
    gone = listed - there - removed((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert not gone, (
        f"No longer there: {', '.join(sorted(gone))}. People's notebooks use public names: keep them, or name them in CHANGELOG.md "
        "under ### Removed and raise the second figure of the version."
    )
    assert not there - listed, "Add to tests/public_names.txt:\n" + "\n".join(sorted(there - listed))


def test_what_stands_under_removed_may_go():
    text = "## [0.3.0] - 2027-01-01\n\n### Removed\n\n- `old_name`, `p2wkss old`.\n\n### Fixed\n\n- `kept`.\n"
    assert removed(text) == {"old_name", "p2wkss old"}
    assert not removed("### Fixed\n\n- `kept`.\n")


# --- set-up ---------------------------------------------------------------------------------------------


def _wanted() -> dict[str, Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [text for name, extra in project["optional-dependencies"].items() if name != "spark" for text in extra]  # 400 MB
    texts = project["dependencies"] + extras
    return {canonicalize_name(r.name): r for r in map(Requirement, texts)}


def test_conda_environment_and_lock_agree_with_the_project():
    wanted = _wanted()
    lines = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    flat = [d for d in lines if isinstance(d, str)] + next(d["pip"] for d in lines if isinstance(d, dict))
    conda = {canonicalize_name(r.name): r for r in (Requirement(d) for d in flat if not d.startswith("--"))}
    for name, requirement in wanted.items():
        assert str(conda[name].specifier) == str(requirement.specifier), name
    assert set(conda) - set(wanted) == {"python", "pip"}
    pins = re.findall(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==(\S+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    locked: dict[str, list[str]] = {}
    for name, version in pins:
        locked.setdefault(canonicalize_name(name), []).append(version)
    for name, requirement in wanted.items():
        assert locked[name] and all(requirement.specifier.contains(v) for v in locked[name]), name


def test_the_lock_carries_hashes_and_no_address():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text and "--index" not in text and "--find-links" not in text
    for block in re.split(r"\n(?=\S)", text):
        if "==" in block:
            assert "--hash=sha256:" in block, block[:60]


def test_ci_calls_the_test_command():
    assert "python3 run.py test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert ".ci/run" in (ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8")


def test_pythons_that_are_named_are_those_that_the_workflow_runs():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [c.rpartition(" ")[2] for c in project["classifiers"] if re.fullmatch(r".* :: 3\.\d+", c)]
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8"))["jobs"]
    locked = jobs["locked"]["strategy"]["matrix"]
    run = [*locked["python"], *(row["python"] for row in locked["include"])]
    assert set(named) <= set(run) and project["requires-python"] == f">={named[0]}" == f">={run[0]}"
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    assert f"python{project['requires-python']}" in conda


# --- what a reader sees ---------------------------------------------------------------------------------


def test_each_command_and_file_named_in_the_readme_exists():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in ("python3 run.py report", "python3 run.py test", "environment.yml"):
        assert command in text
    for name in re.findall(r"\]\(((?!https?:)[^)#]+)\)", text):
        assert (ROOT / name).exists(), name
    commands = next(a for a in _parser()._actions if a.dest == "command").choices
    for name in commands:
        assert f"p2wkss {name}" in text, f"README does not say what `p2wkss {name}` does"


NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_notebooks_are_calls_and_prose_with_stored_outputs(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = [c for c in cells if c["cell_type"] == "code"]
    assert [c["execution_count"] for c in code] == list(range(1, len(code) + 1)), "run from top to bottom"
    for cell in code:
        source = "".join(cell["source"])
        tree = ast.parse(source)
        assert not [n for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.ClassDef))]
        last = tree.body[-1]
        shows = isinstance(last, ast.Expr) or "print(" in source
        assert cell["outputs"] or not shows, f"no stored output: {source[:60]}"
        assert not any(o["output_type"] == "error" for o in cell["outputs"])
        pictures = any("image/png" in o.get("data", {}) for o in cell["outputs"])
        if pictures:
            after = code[code.index(cell) + 1]
            assert ".table()" in "".join(after["source"]), "a rounded table stands under each picture"


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, cwd=ROOT)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def looks_like_identity_number(digits: str) -> bool:
    """Sixteen digits that read as a NIK: province 11-97, day 1-31 (+40 for women), month 1-12."""
    province, day, month = int(digits[:2]), int(digits[6:8]) % 40, int(digits[8:10])
    return 11 <= province <= 97 and 1 <= day <= 31 and 1 <= month <= 12


def office_text(path: Path) -> str:
    """Every part of an Office file as text."""
    with zipfile.ZipFile(path) as package:
        return "\n".join(package.read(name).decode("utf-8") for name in package.namelist())


def test_no_identity_number_and_no_machine_path_in_any_tracked_text():
    for path in tracked():
        if path.suffix in {".gz", ".parquet", ".png", ".svg"} or path.name == "requirements.lock":
            continue
        text = office_text(path) if path.suffix in {".docx", ".pptx"} else path.read_text(encoding="utf-8")
        if path.suffix == ".ipynb":
            text = re.sub(r'"image/png": "[^"]*"', "", text)
        for digits in re.findall(r"(?<![\w.])\d{16}(?![\w.])", text):
            assert not looks_like_identity_number(digits), (path, digits[:6] + "...")
        assert not re.search(r"(?<![\w.])/(?:home|Users|root|work|tmp)/\w", text.replace("/tmp/x", "")), path


def test_no_boundary_file_of_others_is_tracked():
    assert not [p for p in tracked() if p.suffix in {".geojson", ".gpkg", ".shp", ".topojson"}]


@pytest.mark.parametrize("path", sorted((ROOT / "benchmarks").glob("*.py")), ids=lambda p: p.name)
def test_every_benchmark_answers_help_before_it_measures(path):
    """What is run reads its command line through `asked` or argparse, so that --help is an answer and no traceback."""
    text = path.read_text(encoding="utf-8")
    assert "__main__" not in text or re.search(r"\basked\(|ArgumentParser\(", text), path.name


def _strings(path: Path) -> set[str]:
    """Every text constant and name of argument in a file, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(n.body[0].value)
        for n in ast.walk(tree)
        if isinstance(n, (ast.Module, ast.ClassDef, ast.FunctionDef))
        and n.body
        and isinstance(n.body[0], ast.Expr)
        and isinstance(n.body[0].value, ast.Constant)
    }
    return {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in docs}


def test_a_figure_of_a_village_is_named_in_three_files_at_most():
    """The dictionary holds its label, unit, direction and use; only what simulates a city, and what adds up the households of a
    register, may know it by name."""
    from p2wkss_analysis.dictionary.figures import village_figures

    held = {path.relative_to(PACKAGE).as_posix(): _strings(path) for path in FILES}
    for column in village_figures():
        named = [name for name, texts in held.items() if any(column in text.split() or column == text for text in texts)]
        assert len(set(named) - {"indicators/households/figures.py"}) <= 3, (column, named)
