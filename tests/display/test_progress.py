"""Progress of long work: seen on a terminal, never in what is piped or kept."""

import os
import subprocess
import sys

import pytest

from p2wkss_analysis.display.progress import progress_bar, steps, watched
from p2wkss_analysis.say import Text

A = Text("a", "a")
SLOW = """
import tqdm.std
from p2wkss_analysis.display.progress import steps
from p2wkss_analysis.say import Text
now = 0.0
tqdm.std.time = lambda: now  # a clock of its own: neither a busy computer nor waiting changes what is seen
for _ in steps(range(6), Text("Menghitung", "Computing")):
    for _ in steps(range(2), Text("Dalam", "Inner")):
        now += 0.13
print("selesai")
"""


def run(code, **environment):
    plain = {k: v for k, v in os.environ.items() if k not in ("TQDM_DISABLE", "P2WKSS_LANG")}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={**plain, **environment})


def on_a_terminal(code, **environment):
    """What a person sees who runs the code on a terminal."""
    pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
    import fcntl
    import struct
    import termios

    mine, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))  # a window of 24 lines and 100 columns
    plain = {k: v for k, v in os.environ.items() if k not in ("TQDM_DISABLE", "P2WKSS_LANG")}
    with subprocess.Popen(
        [sys.executable, "-c", code], stderr=theirs, stdout=subprocess.PIPE, env={**plain, **environment}
    ) as process:
        os.close(theirs)
        seen = b""
        while True:
            try:
                part = os.read(mine, 4096)
            except OSError:
                break
            if not part:
                break
            seen += part
        assert process.stdout.read().decode().strip() == "selesai"
    os.close(mine)
    return seen.decode()


def test_a_terminal_sees_one_bar_in_the_language_and_it_is_wiped_away():
    seen = on_a_terminal(SLOW)
    assert "Menghitung" in seen and "/6" in seen and "Dalam" not in seen
    assert seen.endswith("\r") and not seen.rsplit("\r", 2)[-2].strip()
    assert "Computing" in on_a_terminal(SLOW, P2WKSS_LANG="en")


def test_piped_work_and_switched_off_work_says_nothing():
    done = run(SLOW)
    assert done.stdout.strip() == "selesai" and done.stderr == ""
    assert on_a_terminal(SLOW, TQDM_DISABLE="1") == ""


def test_quick_work_shows_nothing_even_on_a_terminal():
    assert on_a_terminal(SLOW.replace("0.13", "0")) == ""


def test_items_come_unchanged_and_errors_pass(monkeypatch):
    monkeypatch.setattr("p2wkss_analysis.display.progress.watched", lambda: True)
    assert list(steps((i for i in range(3)), A)) == [0, 1, 2]
    assert list(steps([], A)) == []
    with pytest.raises(KeyError), progress_bar(A):
        raise KeyError
    ticks = []
    with progress_bar(A) as outer, progress_bar(A) as inner:
        ticks += [outer(1, 2), inner(1, 2)]
    assert ticks == [None, None]


def test_a_kernel_is_somebody_watching(monkeypatch):
    kernel = type("OutStream", (), {"__module__": "ipykernel.iostream", "isatty": lambda self: False})()
    monkeypatch.setattr(sys, "stderr", kernel)
    monkeypatch.delenv("TQDM_DISABLE", raising=False)
    assert watched()
    monkeypatch.setenv("TQDM_DISABLE", "1")
    assert not watched()
