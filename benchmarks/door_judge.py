"""What becomes of a case at a door: read, refused with a sentence, or something that must never be, in a process that may die of it."""

from __future__ import annotations

import contextlib
import json
import os
import random
import select
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

MOST_SECONDS = 30.0  # of the processor; a computer may be busy with something else
MOST_WAIT = 90.0  # by the clock: a case that waits for something that never comes uses no processor
MOST_MB = 1_000
FAULTS, READ, REFUSED = "faults", "read", "refused"
FINE = (FAULTS, READ, REFUSED)

Door = Callable[[random.Random, Path], str]  # makes one case in a folder of its own, tries it, and gives one of FINE


class Silent(Exception):
    """A value came out other than it was written, and nothing said so."""


class Broken(Exception):
    """Something was said that no person should read."""


def command(*words: object) -> str:
    """One command of `p2wkss`, as typed: what it prints must be words for people."""
    return spoken(*words)[0]


def spoken(*words: object) -> tuple[str, str]:
    """The same, with all that it printed."""
    from p2wkss_analysis.cli import main

    with captured() as told:
        try:
            code = main([str(word) for word in words])
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 2
    said, wrong = told
    if "Traceback (most recent call last)" in wrong or code not in (0, 1, 2):
        raise Broken(f"code {code}: {wrong.strip()[-700:]}")
    if "Warning: " in wrong:
        raise Broken(f"a warning: {wrong.strip()[-300:]}")
    if code and not (said + wrong).strip():
        raise Broken(f"code {code} without a word")
    return (READ, FAULTS, REFUSED)[code], said + wrong


@contextlib.contextmanager
def captured() -> Iterator[list[str]]:
    """What is printed inside, in both streams, also by libraries that know nothing of Python's; filled at the end."""
    told: list[str] = []
    sys.stdout.flush()
    kept, streams = [os.dup(1), os.dup(2)], (sys.stdout, sys.stderr)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        for number, file in ((1, out), (2, err)):
            os.dup2(file.fileno(), number)
        with open(1, "w", encoding="utf-8", closefd=False) as first, open(2, "w", encoding="utf-8", closefd=False) as second:
            sys.stdout, sys.stderr = first, second
            try:
                yield told
            finally:
                sys.stdout, sys.stderr = streams
        for number, one in zip((1, 2), kept, strict=True):
            os.dup2(one, number)
            os.close(one)
        for file in (out, err):
            file.seek(0)
            told.append(file.read().decode("utf-8", "replace"))


def judged(door: Door, name: str, seed: int, numbers: range) -> Iterator[dict]:
    """Every case by its number: what became of it, seconds of the processor, peak MB."""
    todo = list(numbers)
    while todo:
        here, there = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(here)
            _cases(door, name, seed, todo[:200], there)
        os.close(there)
        done = 0
        for case in _lines(here, child):
            done += 1
            yield case
        os.close(here)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status) and done < len(todo):
            killed = os.WTERMSIG(status)
            what = "hangs" if killed == signal.SIGKILL else f"died of signal {killed}"
            yield {"number": todo[done], "became": what, "seconds": MOST_SECONDS, "mb": 0, "where": what}
            done += 1
        todo = todo[max(done, 1) :]


def _lines(here: int, child: int) -> Iterator[dict]:
    held = b""
    while True:
        ready, _, _ = select.select([here], [], [], MOST_WAIT)
        if not ready:
            os.kill(child, signal.SIGKILL)
            return
        more = os.read(here, 65_536)
        if not more:
            return
        held += more
        *lines, held = held.split(b"\n")
        yield from map(json.loads, lines)


def _cases(door: Door, name: str, seed: int, numbers: list[int], there: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (8_000_000_000, resource.RLIM_INFINITY))
    warnings.simplefilter("always")
    for number in numbers:
        Path("/proc/self/clear_refs").write_text("5")  # the peak starts anew
        start, others = time.process_time(), _of_others(resource)
        with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            became, where = _tried(door, random.Random(f"{name} {seed} {number}"), Path(folder))
        if became in FINE and (loud := [w for w in warned if issubclass(w.category, RuntimeWarning)]):
            became, where = f"warning: {loud[0].message}", f"{loud[0].filename}:{loud[0].lineno}"
        seconds, peak = time.process_time() - start + _of_others(resource) - others, _peak()
        if became in FINE and seconds > MOST_SECONDS:
            became = "too slow"
        if became in FINE and peak > MOST_MB:
            became = "too large"
        line = {"number": number, "became": became, "where": where, "seconds": round(seconds, 2), "mb": peak}
        os.write(there, (json.dumps(line) + "\n").encode())
    os._exit(0)


def _of_others(resource: ModuleType) -> float:
    """Seconds of the processor that processes started by a case took, such as the kernel of a notebook."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _tried(door: Door, rng: random.Random, folder: Path) -> tuple[str, str]:
    from p2wkss_analysis.say.errors import DataFaults, P2wkssError

    try:
        return door(rng, folder), ""
    except (DataFaults, P2wkssError) as error:
        if not all(error.sentence(lang).strip() for lang in ("id", "en")):
            return "an error without a sentence", _where(error)
        return (FAULTS if isinstance(error, DataFaults) else REFUSED), ""
    except (Silent, Broken) as error:
        return f"{type(error).__name__}: {error}", str(error)[-120:]
    except Exception as error:  # noqa: BLE001  what escaped is what is looked for
        return f"{type(error).__name__}: {error}"[:300], _where(error)


def _where(error: BaseException) -> str:
    """The last line of the package on the way to the error."""
    steps = [step for step in traceback.extract_tb(error.__traceback__) if "p2wkss_analysis" in step.filename]
    last = (steps or traceback.extract_tb(error.__traceback__))[-1]
    return f"{last.filename.rpartition('p2wkss_analysis/')[2]}:{last.lineno}"


def _peak() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) // 1024
    return 0
