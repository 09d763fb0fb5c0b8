"""Libraries that look for a home when they are loaded, for a user who has none."""

import os
import subprocess
import sys

import pytest

from p2wkss_analysis.files.homeless import home_for

# what a user without a home, whom the computer does not know, has loaded by these two rooms
LOADED = """
import pwd
pwd.getpwuid = lambda number: {}[number]
from p2wkss_analysis.impact.methods.diff_diff_methods import _library
from p2wkss_analysis.files.homeless import home_for
_library()
with home_for("libpysal"):
    import libpysal.graph
"""


@pytest.mark.parametrize("earlier", [None, "none"])
def test_there_is_a_home_inside_and_none_outside(earlier, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("os.path.expanduser", lambda path: "~")
    monkeypatch.delenv("HOME", raising=False)
    if earlier:
        monkeypatch.setenv("HOME", earlier)
    with pytest.raises(ImportError), home_for("a_library"):
        assert os.path.dirname(os.environ["HOME"]) == str(tmp_path) and os.path.isdir(os.environ["HOME"])
        raise ImportError
    assert os.environ.get("HOME") == earlier and not list(tmp_path.iterdir())
    with home_for("os"):  # loaded already
        assert os.environ.get("HOME") == earlier


@pytest.mark.extended  # loading them takes seconds
def test_the_libraries_that_fail_without_a_home_are_loaded_and_leave_no_folder(tmp_path):
    pytest.importorskip("pwd")
    given = {k: v for k, v in os.environ.items() if k not in ("HOME", "XDG_DATA_HOME")} | {"TMPDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", LOADED], env=given, capture_output=True, text=True)
    assert done.returncode == 0 and not list(tmp_path.iterdir()), done.stderr
