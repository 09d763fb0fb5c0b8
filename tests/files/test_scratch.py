"""The folder for what is not to stay: gone at the end, and after a killed run with the next one."""

import os
import signal
import subprocess
import sys

import pytest

from p2wkss_analysis.files import leftovers
from p2wkss_analysis.files.scratch import Scratch
from p2wkss_analysis.say.errors import WrongUse


def test_what_a_killed_run_left_goes_with_the_next_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    code = (
        "import os, sys\nfrom p2wkss_analysis.files.scratch import Scratch\n"
        "place = Scratch().place()\n(place / 'families.xlsx').write_bytes(b'x')\nos.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code], env=os.environ | {"TMPDIR": str(tmp_path)})
    assert done.returncode == -signal.SIGKILL and len(list(tmp_path.glob("p2wkss-*/*/families.xlsx"))) == 1
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / f"p2wkss-{leftovers.computer()}-{ended.pid}-abc").mkdir()  # killed before its lock was there
    elsewhere = tmp_path / f"p2wkss-ffffffff-{ended.pid}-abc"  # of another computer
    elsewhere.mkdir()
    with Scratch() as scratch:
        assert {path.name for path in tmp_path.iterdir()} == {scratch.folder.name, elsewhere.name}
    assert [path.name for path in tmp_path.iterdir()] == [elsewhere.name]


def test_no_place_for_temporary_files_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(WrongUse, match="TMPDIR"):
        Scratch()
