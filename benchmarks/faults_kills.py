"""Runs that end at a random moment, two hundred a command, without two hundred times the work before the first write.

A run is stopped before each step at which files change (a folder made, a file opened to write, renamed, linked, removed). There
copies of it are let on, each killed at a random moment until the next such step, and the files are put back. A command with threads
of its own cannot be copied: it is begun anew for each kill.
"""

from __future__ import annotations

import atexit
import json
import os
import pickle
import random
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

from faults_box import Box, Ended, Expected, State

_STEPS = {
    "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate", "open",
}  # fmt: skip
_SHOWN = 3  # findings that a state is described by
_KEPT = 12  # different states from which the command is run once more


@dataclass
class Found:
    """What became of the kills of one command."""

    kills: int = 0
    steps: int = 0
    states: dict[str, State] = field(default_factory=dict)  # different ones, by what is in them
    findings: Counter = field(default_factory=Counter)
    left: int = 0  # kills that left a part or a folder of temporary files, which the next run takes away


class _Watch:
    """Calls `step` before each step at which files in the box change."""

    def __init__(self, box: Box, step):
        self.box, self.step, self.on = str(box.root), step, True
        self.wrong: list[str] = []
        sys.addaudithook(self._heard)

    def _heard(self, event: str, given: tuple) -> None:
        if not self.on or event not in _STEPS or not given:
            return
        if event == "open" and not (isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)):
            return
        path = given[0]
        if isinstance(path, bytes | str | os.PathLike) and os.fsdecode(path).startswith(self.box):
            self.on = False
            try:
                self.step()
            except Exception as error:  # noqa: BLE001  the benchmark's own, which the command must not take for its
                self.wrong.append(repr(error))
            finally:
                self.on = True


def _quiet(box: Box) -> bool:
    """Whether no file of the box is open to write: a copy would share it."""
    for name in os.listdir("/proc/self/fd"):
        try:
            path = os.readlink(f"/proc/self/fd/{name}")
            flags = open(f"/proc/self/fdinfo/{name}").read().split("flags:")[1].split()[0]  # noqa: SIM115
        except OSError:
            continue
        if path.startswith(str(box.root)) and int(flags, 8) & 3 and not path.endswith("kunci"):
            return False
    return True


def steps(box: Box, words: list[str]) -> list[tuple[bool, float]]:
    """Of each step whether the run can be copied there, and the moment."""
    took: list[tuple[bool, float]] = []
    file = box.root / "steps.json"

    def begin() -> None:
        start = time.monotonic()
        _Watch(box, lambda: took.append((_quiet(box), time.monotonic() - start)))
        atexit.register(lambda: file.write_text(json.dumps([*took, (True, time.monotonic() - start)])))

    box.run(words, begin)
    found = [tuple(one) for one in json.loads(file.read_text())]
    file.unlink()
    return found


def kill(box: Box, known: Expected, words: list[str], times: int, chance: random.Random, number: int = signal.SIGKILL) -> Found:
    """End `times` runs at random moments, and judge what each leaves."""
    found = Found()
    if known.command.threads:
        _one_by_one(box, known, words, times, chance, number, found)
    else:
        _between_steps(box, known, words, times, chance, number, found)
    return found


def _between_steps(
    box: Box, known: Expected, words: list[str], times: int, chance: random.Random, number: int, found: Found
) -> None:
    box.restore(known.start)
    seen = steps(box, words)
    box.restore(known.start)
    places = [n for n, (free, _) in enumerate(seen[:-1]) if free]
    ends = [*places[1:], len(seen) - 1]
    long = {n: max(0.002, seen[end][1] - seen[n][1]) for n, end in zip(places, ends, strict=True)}
    share = Counter(places[k % len(places)] for k in range(times))
    found.steps = len(places)
    file = box.root / "found.pickle"

    def begin() -> None:
        at = -1

        def step() -> None:
            nonlocal at
            at += 1
            if not share.get(at) or not _quiet(box):
                return
            here = box.state()
            for _ in range(share[at]):
                signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])  # until the copy is ready
                os.ftruncate(2, 0)
                os.lseek(2, 0, os.SEEK_SET)
                process = os.fork()
                if process == 0:
                    os.setpgid(0, 0)
                    share.clear()  # the copy goes on to its end
                    atexit.unregister(write)
                    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
                    return
                signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
                time.sleep(chance.uniform(0, 1.3 * long[at] + 0.002))
                os.kill(process, number)
                _, status = os.waitpid(process, 0)
                _judge(
                    box,
                    known,
                    Ended(os.waitstatus_to_exitcode(status), "", os.pread(2, 10_000, 0).decode("utf-8", "replace")),
                    number,
                    found,
                )
                box.restore(here)

        def write() -> None:
            found.findings.update(f"not tried: {one}" for one in watch.wrong)
            file.write_bytes(pickle.dumps((found.kills, found.states, found.findings, found.left)))

        atexit.register(write)
        watch = _Watch(box, step)

    box.run(words, begin)
    found.kills, found.states, found.findings, found.left = pickle.loads(file.read_bytes())
    file.unlink()


def _one_by_one(
    box: Box, known: Expected, words: list[str], times: int, chance: random.Random, number: int, found: Found
) -> None:
    for kill in range(times):
        box.restore(known.start)
        before = box.names()
        running = box.copy(words)
        began, until = time.monotonic(), chance.uniform(0, known.seconds)
        while kill % 2 and time.monotonic() - began < known.seconds and box.names() == before:
            time.sleep(0.001)  # every second one as soon as anything is written
        time.sleep(chance.uniform(0, 0.05) if kill % 2 else until)
        _judge(box, known, running.killed(number), number, found)
    box.restore(known.start)


def _judge(box: Box, known: Expected, ended: Ended, number: int, found: Found) -> None:
    found.kills += 1
    wrong = known.judge(box, litter=False)
    if number != signal.SIGKILL:
        wrong += ended.faults(stopped=True)
    extra = box.names() - known.names - set(known.start)
    found.left += bool(extra)
    for one in wrong[:_SHOWN]:
        found.findings[one] += 1
    if len(found.states) >= _KEPT:
        return
    now = box.state()
    sign = repr(sorted((name.split("-")[0], repr(content)) for name, (content, *_) in now.items() if name not in box.inputs))
    found.states.setdefault(str(hash(sign)), now)
