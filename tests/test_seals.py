"""Pages that state rates were measured with the code as it stands, or say why what changed since cannot touch a rate."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

import seal

SEALS = seal.read()


def test_every_page_with_monte_carlo_rates_is_sealed():
    told = {p.name for p in (ROOT / "benchmarks").glob("*.md") if re.search(r"false alarm|coverage|chance", p.read_text("utf-8"))}
    # peers.md: csdid alone, no code of the package; mutants.md: counts, beside lines of code that name a coverage
    assert told - {"peers.md", "mutants.md"} <= set(seal.MEASURED)
    assert set(SEALS) == set(seal.MEASURED)


@pytest.mark.parametrize("page", sorted(seal.MEASURED))
def test_the_code_behind_a_page_is_the_code_that_was_measured(page):
    assert not (since := seal.changed(page, SEALS)), (
        f"The code of {', '.join(since)} changed since benchmarks/{page} was measured on {SEALS[page]['measured']}. Measure again: "
        f"python benchmarks/{page.replace('.md', '.py')}, then python benchmarks/seal.py {page}. If the change cannot touch a "
        f'rate: python benchmarks/seal.py {page} --because "why".'
    )


def test_wording_changes_no_fingerprint_and_arithmetic_does():
    code = 'def f(x: int) -> int:\n    """Doubled."""\n    return 2 * x\n'
    same = '"""A file."""\n\n\ndef f(x):  # twice\n    """Twice."""\n    return (2 * x)\n'
    assert seal.fingerprint(code) == seal.fingerprint(same) != seal.fingerprint(code.replace("2 *", "3 *"))


@pytest.mark.parametrize(
    "then, now, faults",
    [
        ({"a.py": "1"}, {"a.py": "1"}, []),
        ({"a.py": "1"}, {"a.py": "2"}, ["a.py"]),
        ({"a.py": "1"}, {}, ["a.py"]),
        ({}, {"a.py": "1"}, ["a.py"]),
    ],
)
def test_changed_new_and_removed_files_are_named_until_explained(monkeypatch, then, now, faults):
    monkeypatch.setattr(seal, "now", lambda page: now)
    assert seal.changed("x.md", {"x.md": {"code": then}}) == faults
    assert not seal.changed("x.md", {"x.md": {"code": then, "explained": {name: now.get(name) for name in faults}}})
