"""A screen that is closed, full, left early or without our letters never ends the work."""

import contextlib
import errno
import io
import json
import os
import signal
import subprocess
import sys
import time
import weakref

import pytest

from p2wkss_analysis import cli
from p2wkss_analysis.commands.line.streams import Steady, steady_screen, unsaid

LETTERS = "desa – Rp1.000 · ≥ 2 “ya” é ² \U0001f600"


def screen(encoding: str, json: bool = False) -> tuple[Steady, io.BytesIO]:
    raw = io.BytesIO()
    steady = Steady(io.TextIOWrapper(raw, encoding=encoding))
    steady.json = json
    return steady, raw


def test_letters_that_a_screen_has_not_become_near_ones():
    steady, raw = screen("ascii")
    print(LETTERS, file=steady, flush=True)
    assert raw.getvalue() == b'desa - Rp1.000 - >= 2 "ya" e 2 ?\n'
    steady, raw = screen("utf-8")
    print(LETTERS, file=steady, flush=True)
    assert raw.getvalue().decode() == LETTERS + "\n"


def test_json_stays_json():
    steady, raw = screen("ascii", json=True)
    print(json.dumps([LETTERS], ensure_ascii=False), file=steady, flush=True)
    assert json.loads(raw.getvalue()) == [LETTERS]


@pytest.mark.parametrize(
    "number, said", [(errno.EPIPE, ""), (errno.EBADF, ""), (errno.ENOSPC, "the disk is full"), (errno.EIO, "fault")]
)
def test_a_screen_that_fails_is_told_of_only_where_somebody_listened(number, said):
    class Failing(io.StringIO):
        def write(self, text):
            raise OSError(number, os.strerror(number))

    with contextlib.redirect_stdout(Failing()), steady_screen() as steady:
        print("a")
        print("b")
        assert said in unsaid(steady, "en") and bool(said) == bool(unsaid(steady, "en"))


@pytest.mark.parametrize("words", [["--help"], ["target", "--help"], ["--version"], ["check", "--lang", "en", "--help"]])
def test_help_that_cannot_be_said_is_told_of(words, capsys, monkeypatch):
    class Full(io.StringIO):
        def write(self, text):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(SystemExit) as stop:
        cli.main(words)
    assert stop.value.code == 2 and capsys.readouterr().err.startswith("p2wkss: ")


@pytest.mark.parametrize("when", ["_parser", "_run", "unsaid"])
def test_stopped_before_or_after_the_work_is_said_too(when, monkeypatch, capsys):
    def stopped(*given):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, when, stopped)
    assert cli.main(["check", "/no/such.xlsx", "--lang", "en"]) == 130
    assert capsys.readouterr().err.splitlines()[-1] == "p2wkss: stopped; earlier results are intact."


def test_a_stop_that_falls_where_python_forgets_it_is_heard_all_the_same(monkeypatch, capsys):
    def work(*_, **__):
        thing = set()
        gone = weakref.finalize(thing, signal.raise_signal, signal.SIGINT)  # while it goes, nothing can be raised
        gone.atexit = False
        del thing
        time.sleep(20)

    monkeypatch.setattr("p2wkss_analysis.tables.intake.check_folder", work)
    before, heard = (
        sys.unraisablehook,
        signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # a job in the background ignores it
    try:
        assert cli.main(["check", "--lang", "en"]) == 130
    finally:
        signal.signal(signal.SIGINT, heard)
    assert capsys.readouterr().err == "p2wkss: stopped; earlier results are intact.\n" and sys.unraisablehook is before


def test_no_screen_at_all(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["check", "/no/such.xlsx"]) == 2
    with pytest.raises(SystemExit):
        cli.main(["check", "--nonsense"])


@pytest.mark.parametrize(
    "shell, code, said",
    [
        ("{p2} --out {out} | head -c 2; exit ${{PIPESTATUS[0]}}", 0, ""),
        ("{p2} --out {out} >&- 2>&- <&-", 0, ""),
        ("{p2} --out {out} >/dev/full", 2, "the disk is full"),
        ("PYTHONIOENCODING=ascii LC_ALL=C {p2} --out {out} --title 'é – ·' >/dev/null", 0, ""),
    ],
)
def test_the_files_are_written_all_the_same(shell, code, said, tmp_path):
    """The command is given without its work, so that only the ends of the streams are tried."""
    program = tmp_path / "p2.py"
    program.write_text(
        "import sys\nfrom p2wkss_analysis import cli\nfrom p2wkss_analysis.commands.documents import map as maps\n"
        "def draw_map(options):\n    open(options.out, 'w').write('done')\n    print('é – ·' * 100_000)\n    return 0\n"
        "maps.draw_map = draw_map\nsys.exit(cli.main(['map', '--lang', 'en', *sys.argv[1:]]))\n"
    )
    out = tmp_path / "map.png"
    done = subprocess.run(
        ["bash", "-c", shell.format(p2=f"{sys.executable} {program}", out=out)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.getcwd()},
    )
    assert done.returncode == code and out.read_text() == "done"
    assert said in done.stderr and bool(said) == bool(done.stderr), done.stderr
