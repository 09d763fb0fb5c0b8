"""A folder in which a command runs, as a new process or as a copy of this one, and how what it leaves is judged."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from door_whole import READERS
from door_whole import whole as whole_document
from faults_commands import ROOT, Command, whole

from p2wkss_analysis.commands.line.texts import UNEXPECTED

PLACES = ("in", "out", "tmp", "home")
# what was published is written down beside the workbook, and matplotlib keeps its list of fonts: both on purpose
_REMEMBERED = re.compile(r"in/.*\.terbit\.json|home/\.(cache|config)(/matplotlib.*)?")
_UNEXPECTED = UNEXPECTED.id.partition("{")[0]
State = dict[str, tuple[bytes | None, int, int, int]]  # content (None of a folder), mode, change time, file number


@dataclass
class Ended:
    """How a run ended: its exit code (below 0 for a signal), and what it said."""

    code: int
    out: str
    err: str

    def faults(self, must_fail: bool = False, stopped: bool = False) -> list[str]:
        """What an office must not see: a traceback, a failure without a sentence or in several."""
        said = [line for line in self.err.splitlines() if line.strip()]
        found = ["traceback"] if "Traceback" in self.out + self.err else []
        if self.code < 0 or self.code not in (0, 1, 2, 130):
            found.append(f"ended with {self.code}")
        elif self.code == 130 and not stopped or self.code == 0 and must_fail:
            found.append(f"exit {self.code}")
        if self.code in (2, 130) and (len(said) != 1 or not said[0].startswith("p2wkss: ") or _UNEXPECTED in said[0]):
            found.append(f"says {said[:3]}")
        if self.code in (0, 1) and said:
            found.append(f"says {said[:3]} and succeeds")
        return found


@dataclass
class Box:
    """The folder: inputs, results, and places of its own for temporary files and for the user."""

    root: Path
    inputs: State = field(default_factory=dict)

    def path(self, place: str) -> Path:
        return self.root / place

    def words(self, line: str) -> list[str]:
        return [w.replace("{in}", str(self.path("in"))).replace("{out}", str(self.path("out"))) for w in line.split()]

    def environment(self) -> dict[str, str]:
        given = {
            "TMPDIR": str(self.path("tmp")),
            "HOME": str(self.path("home")),
            "P2WKSS_ADDED": str(self.path("out") / "added"),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "TQDM_DISABLE": "1",
            "OMP_NUM_THREADS": "1",
            "P2WKSS_LANG": "id",
        }
        kept = ("PATH", "LANG", "LD_LIBRARY_PATH", "P2WKSS_REFERENCE")
        return {name: os.environ[name] for name in kept if name in os.environ} | given

    def copy(self, words: list[str], before: Callable[[], object] | None = None) -> Running:
        """Run the command in a copy of this process, which has imported everything already."""
        said = [tempfile.TemporaryFile("w+b", dir="/dev/shm") for _ in range(2)]  # noqa: SIM115  closed by `ended`
        process = os.fork()
        if process == 0:
            try:
                _become(self, words, [file.fileno() for file in said], before)
            except KeyboardInterrupt:  # while it ended
                os._exit(0)
        return Running(process, said)

    def run(self, words: list[str], before: Callable[[], object] | None = None) -> Ended:
        return self.copy(words, before).ended()

    def process(self, words: list[str], prefix: tuple[str, ...] = (), **environment: str | None) -> Ended:
        """Run the command as a process of its own; None takes a variable away."""
        given = {k: v for k, v in (self.environment() | environment).items() if v is not None}
        line = [*prefix, sys.executable, "-m", "p2wkss_analysis", *words]
        done = subprocess.run(line, env=given, cwd=self.root, capture_output=True, timeout=300)
        return Ended(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    def state(self) -> State:
        found: State = {}
        for place in PLACES:
            for folder, folders, files in os.walk(self.path(place)):
                for name in (*folders, *files):
                    path = os.path.join(folder, name)
                    at = os.lstat(path)
                    content = None if name in folders else Path(path).read_bytes()
                    found[os.path.relpath(path, self.root)] = (content, at.st_mode, at.st_mtime_ns, at.st_ino)
        return found

    def restore(self, state: State) -> None:
        """Put everything back; what is as it was is left alone."""
        for name in sorted(self.names() - set(state), reverse=True):
            path = self.root / name
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
        for name in sorted(state):
            content, mode, changed, number = state[name]
            path = self.root / name
            if content is None:
                path.mkdir(exist_ok=True)
                continue
            at = os.lstat(path) if os.path.lexists(path) else None
            if at is None or (at.st_mtime_ns, at.st_ino, at.st_size) != (changed, number, len(content)):
                path.unlink(missing_ok=True)
                path.write_bytes(content)
                os.chmod(path, mode & 0o7777)
                os.utime(path, ns=(changed, changed))

    def names(self) -> set[str]:
        return {
            os.path.relpath(os.path.join(folder, name), self.root)
            for place in PLACES
            for folder, folders, files in os.walk(self.path(place))
            for name in (*folders, *files)
        }

    def clear(self) -> None:
        """As it was before any command, the inputs included."""
        for place in PLACES[1:]:
            self.path(place).mkdir(exist_ok=True)
        self.restore(self.inputs)


@dataclass
class Running:
    """A copy of this process at work."""

    process: int
    said: list

    def ended(self) -> Ended:
        _, status = os.waitpid(self.process, 0)
        words = []
        for file in self.said:
            file.seek(0)
            words.append(file.read().decode("utf-8", "replace"))
            file.close()
        return Ended(os.waitstatus_to_exitcode(status), *words)

    def killed(self, number: int = signal.SIGKILL) -> Ended:
        os.kill(self.process, number)
        return self.ended()


def _become(box: Box, words: list[str], said: list[int], before: Callable[[], object] | None) -> None:
    """The copy: as a new process would, it runs the command, says how it went, and ends."""
    code, done = 1, False
    try:
        os.setpgid(0, 0)
        os.environ.clear()
        os.environ.update(box.environment())
        os.chdir(box.root)
        tempfile.tempdir = None
        for at, number in zip((1, 2), said, strict=True):
            os.dup2(number, at)
        sys.stdout, sys.stderr = (open(at, "w", encoding="utf-8", closefd=False) for at in (1, 2))  # noqa: SIM115
        sys.__stdout__, sys.__stderr__ = sys.stdout, sys.stderr
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if before is not None:
            before()
        from p2wkss_analysis.cli import main

        code = main([*words, "--lang", "id"])
        done = True
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    except BaseException:  # noqa: BLE001  what Python itself would print
        if not done:  # stopped after its end
            traceback.print_exc()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            atexit._run_exitfuncs()
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)


@dataclass
class Expected:
    """What a command gives where nothing goes wrong, and what stood there before."""

    command: Command
    code: int
    seconds: float
    results: dict[str, bytes]  # of `out`, by name
    names: set[str]  # everything that is there afterwards
    start: State  # before the run: inputs, and earlier results otherwise

    def judge(self, box: Box, must_be_new: bool = False, litter: bool = True) -> list[str]:
        """What is wrong with the files after a fault."""
        found, now = [], box.names()
        for name, new in self.results.items():
            path = box.root / name
            earlier = self.start.get(name, (None,))[0]
            data = path.read_bytes() if path.is_file() else None
            good = whole(name, data, new) if data is not None else False
            if not good and (must_be_new or data != earlier):
                found.append(f"{'missing' if data is None else 'half' if not must_be_new else 'not new'}: {name}")
        extra = {n for n in now - self.names - set(self.start) if not _REMEMBERED.fullmatch(n)}
        if litter and extra:
            found.append("litter: " + ", ".join(sorted(extra)[:3]))
        for name, (content, *_) in box.inputs.items():
            if name.startswith("in/") and not _REMEMBERED.fullmatch(name) and content is not None:
                path = box.root / name
                if not path.is_file() or path.read_bytes() != content:
                    found.append(f"input changed: {name}")
        return found

    def opened(self, box: Box, said: str = "") -> list[str]:
        """What is missing, the earlier one or half, where results may say something else than in peace. said : what the command
        printed; where it names files, only these count, since which papers there are depends on the day."""
        found = []
        named = [name for name in self.results if Path(name).name in said]
        for name in named or self.results:
            path = box.root / name
            data = path.read_bytes() if path.is_file() else b""
            if not data or data == self.start.get(name, (None,))[0]:
                found.append(f"{'not new' if data else 'missing'}: {name}")
            elif path.suffix in READERS:
                try:
                    whole_document(path, as_typed=True)
                except Exception as error:  # noqa: BLE001  whatever shows that it does not open
                    found.append(f"half: {name}: {error!r}")
        return found

    def afterwards(self, box: Box, words: list[str]) -> list[str]:
        """A run once all is well again: it succeeds, its results are whole, and nothing else is left."""
        ended = box.run(words)
        refused = self.command.once and ended.code == 2 and not self.judge(box, must_be_new=True)
        found = [] if ended.code == self.code or refused else [f"exit {ended.code}: {ended.err.strip()[-160:]}"]
        return [f"afterwards {one}" for one in found + self.judge(box, must_be_new=True)]


def expected(box: Box, command: Command, words: list[str]) -> Expected:
    """Run the command twice in peace, once as a start and once to see how long it takes."""
    box.clear()
    if command.before:
        command.before(box.path("out"))
    start = box.state()
    ended = box.run(words)
    if ended.code not in (0, 1) or ended.faults():
        raise SystemExit(f"p2wkss {' '.join(words)}: {ended}")
    after = box.state()
    results = {n: c for n, (c, *_) in after.items() if n.startswith("out/") and c is not None and start.get(n, (b"",))[0] != c}
    box.restore(start)
    began = time.monotonic()
    box.run(words)
    seconds = time.monotonic() - began
    box.restore(start)
    if command.replaces and not command.before:
        for name, data in results.items():
            path = box.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data + b"\n")
        start = box.state()
    return Expected(command, ended.code, seconds, results, set(after), start)


def warm(box: Box) -> None:
    """Import what commands import, and read the tables they read, so that every copy of this process begins at once."""
    import importlib
    import json
    from contextlib import suppress

    from p2wkss_analysis.tables.intake import load

    modules = box.root / "modules"
    lines = (
        "explorer --data {in}/city.xlsx --out {out}/e.html",
        "map --out {out}/m.png",
        "check {in}/city.xlsx --marked {out}/c.xlsx",
    )
    for line in lines:
        box.run(box.words(line), lambda: atexit.register(lambda: modules.write_text(json.dumps(list(sys.modules)))))
        for name in json.loads(modules.read_text()):
            if not name.startswith(("__", "faults")):
                with suppress(Exception):
                    importlib.import_module(name)
        modules.unlink()
    for name in ("docx", "pptx", "typst", "duckdb", "pyarrow.parquet", "scipy.stats", "xlsxwriter"):
        importlib.import_module(name)
    load("areas")
    box.clear()
