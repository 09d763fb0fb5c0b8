"""Which code the pages of rates were measured with, so that a rate goes stale by test and not in silence.

    python benchmarks/seal.py                                      what changed since each page was measured
    python benchmarks/seal.py validation.md                        measured again just now, with the code as it stands
    python benchmarks/seal.py validation.md --at COMMIT            measured with the code of that commit
    python benchmarks/seal.py validation.md --because "WHY"        the code changed, and this is why no rate can have

seals.json keeps a fingerprint of each file: its syntax tree without docstrings and type hints, so that comments,
layout and wording change nothing. tests/test_seals.py compares it with the code as it stands.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import json
import subprocess
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "p2wkss_analysis"
SEALS = HERE / "seals.json"

_PLACES = ("impact/estimate.py", "impact/evaluation.py", "impact/history", "impact/methods", "impact/panel", "rule/places.py")
_FAMILIES = ("impact/estimate.py", "impact/households", "rule/households.py")
_CITIES = tuple(
    f"simulate/{name}.py" for name in ("city", "households", "neighbourhoods", "panel", "planted", "sites", "villages")
)
MEASURED = {  # page: files and folders of the package whose code makes its rates
    "validation.md": (*_PLACES, "simulate/panel.py"),
    "placebo_laws.md": _PLACES,
    "stated_rule.md": (*_PLACES, *_CITIES),
    "recorded_choice.md": (*_PLACES, *_CITIES, "city/choice/recorded.py", "targeting/draw.py"),
    "walked_year.md": (*_PLACES, *_FAMILIES, *_CITIES, "city/choice/recorded.py", "city/households.py"),
    "families.md": _FAMILIES,
    "near_cut.md": (*_FAMILIES, "targeting/households/near_cut.py", "targeting/households/beneficiaries.py"),
    "small_places.md": ("targeting/index/sampling.py",),
    "proxies.md": ("open_data/proxies/columns.py", "open_data/proxies/strength.py", "targeting/index", "targeting/need_index.py"),
    "disclosure.md": (
        "disclosure",
        "city/before_after.py",
        "city/told.py",
        "delivery/public_log.py",
        "delivery/public_reach.py",
        "impact/households/public.py",
        "targeting/households/public_summary.py",
    ),
}


def files(page: str) -> list[str]:
    """The files behind a page, from the package's folder; sentences and empty `__init__` left out."""
    found = set()
    for named in MEASURED[page]:
        place = PACKAGE / named
        found |= set(place.rglob("*.py")) if place.is_dir() else {place}
    names = sorted(path.relative_to(PACKAGE).as_posix() for path in found)
    return [n for n in names if "texts" not in n and (not n.endswith("__init__.py") or _tree((PACKAGE / n).read_text("utf-8")))]


LEFT_OUT = ("kind", "type_comment", "annotation", "returns")  # hints compute nothing


def _tree(text: str) -> list:
    """A syntax tree as lists, the same in every Python: no docstrings, no empty fields, nothing on lines."""

    def plain(node):
        if isinstance(node, ast.AST):
            fields = {name: plain(value) for name, value in ast.iter_fields(node) if name not in LEFT_OUT}
            body = fields.get("body")
            if (
                isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
                and ast.get_docstring(node) is not None
            ):
                fields["body"] = body[1:]
            return [type(node).__name__, *([n, v] for n, v in fields.items() if v not in (None, []))]
        return [plain(value) for value in node] if isinstance(node, list) else node if node is None else repr(node)

    return plain(ast.parse(text))[1:]


@cache
def fingerprint(text: str) -> str:
    return hashlib.sha256(json.dumps(_tree(text)).encode()).hexdigest()[:12]


def now(page: str) -> dict[str, str]:
    return {name: fingerprint((PACKAGE / name).read_text(encoding="utf-8")) for name in files(page)}


def read() -> dict[str, dict]:
    return json.loads(SEALS.read_text(encoding="utf-8"))


def changed(page: str, seals: dict[str, dict]) -> list[str]:
    """Files that are not as they were measured, nor as somebody explained; those that came or went, too."""
    seal = seals[page]
    sealed = seal["code"] | {name: as_explained for name, as_explained in seal.get("explained", {}).items()}
    present = now(page)
    return sorted(name for name in sealed.keys() | present.keys() if sealed.get(name) != present.get(name))


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=HERE.parent, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout


def _then(page: str, commit: str) -> dict[str, str]:
    """Fingerprints of the same files at a commit; those that were not there yet are left out."""
    there = set(_git("ls-tree", "-r", "--name-only", commit, "p2wkss_analysis").splitlines())
    return {
        name: fingerprint(_git("show", f"{commit}:p2wkss_analysis/{name}"))
        for name in files(page)
        if f"p2wkss_analysis/{name}" in there
    }


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("page", nargs="?", choices=sorted(MEASURED))
    asked.add_argument("--at", metavar="COMMIT", help="the commit whose code was measured (default: the code as it stands)")
    asked.add_argument("--because", metavar="WHY", help="why the changes since cannot have changed a rate")
    given = asked.parse_args()
    seals = read() if SEALS.exists() else {}
    if not given.page:
        for page in MEASURED:
            since = changed(page, seals) if page in seals else ["never sealed"]
            print(f"{page}: {', '.join(since) or 'as measured'}")
        return
    if given.because:
        since = changed(given.page, seals)
        seal, present = seals[given.page], now(given.page)
        seal["explained"] = seal.get("explained", {}) | {name: present.get(name) for name in since}
        seal["reasons"] = [*seal.get("reasons", []), f"{', '.join(since)}: {given.because}"]
    else:
        day, commit = _git("log", "-1", "--date=short", "--format=%ad %h", given.at or "HEAD").split()
        seals[given.page] = {
            "measured": day,
            "commit": commit,
            "code": _then(given.page, given.at) if given.at else now(given.page),
        }
    SEALS.write_text(json.dumps(seals, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
