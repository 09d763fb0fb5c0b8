"""The tree is laid out by the formatter, free of what the linter finds, and its types agree."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "--quiet", "--no-cache"],
        ["ruff", "format", "--quiet", "--check", "--no-cache"],
        ["mypy", "--no-error-summary"],
    ],
    ids=" ".join,
)
def test_no_complaint(command):
    cache = ["--cache-dir", os.devnull] if command[0] == "mypy" else []  # everything is looked at anew
    said = subprocess.run([sys.executable, "-m", *command, *cache], cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 0, (said.stdout + said.stderr)[-8000:]
