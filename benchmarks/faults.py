"""Every command that writes, while something goes wrong: nothing is lost or half-written, no litter stays, and a sentence says why.

    python benchmarks/faults.py [COMMAND ...] [--kills N] [--stops N] [--only FAULT,FAULT] [--seed 0]

Needs Linux and root, since it mounts storages that are full or read-only, in a name space of its own; for the year 1970 the library
libfaketime, named in FAKETIME. Prints a line for every command and fault, adds to faults.json, and writes the table of faults.md from
it. Ends with 1 where anything was found. All data are made up.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from faults_box import PLACES, Box, Ended, Expected, expected, warm
from faults_commands import COMMANDS, make_inputs
from faults_kills import kill

from p2wkss_analysis.disclosure.texts import NOT_REMEMBERED

PAGE, RESULTS = (Path(__file__).with_suffix(ending) for ending in (".md", ".json"))
_TABLE = "## Commands and faults\n"
_AT_ONCE = 3
_NOT_NOTED = NOT_REMEMBERED.id.partition("{")[0]
# how many kills and stops, by the seconds that a run takes
_TIMES = ((3, {"kills": 200, "Ctrl-C": 40}), (10, {"kills": 40, "Ctrl-C": 12}), (float("inf"), {"kills": 15, "Ctrl-C": 5}))


def mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True)


@contextmanager
def storage(path: Path, left: int | None, read_only: bool = False, empty: bool = False) -> Iterator[None]:
    """A storage of its own in place of a folder, with its files, and so many bytes left; None for plenty."""
    held = [] if empty else [(p.relative_to(path), p) for p in sorted(path.rglob("*"))]
    with tempfile.TemporaryDirectory(dir="/dev/shm") as aside:
        if held:
            shutil.copytree(path, aside, dirs_exist_ok=True, symlinks=True)
        mount("-t", "tmpfs", "-o", "size=64m,mode=1777", "none", str(path))
        try:
            shutil.copytree(aside, path, dirs_exist_ok=True, symlinks=True)
            for name, _ in held:
                os.utime(path / name, ns=(os.stat(Path(aside) / name).st_atime_ns, os.stat(Path(aside) / name).st_mtime_ns))
            filler = path / "filler"
            if left is not None:
                filler.write_bytes(bytes(4096))  # a storage of no size at all has no limit
                used = sum(os.stat(p).st_blocks * 512 for p in path.rglob("*") if p.is_file())
                mount("-o", f"remount,size={(used + left + 4095) // 4096 * 4096}", str(path))
            if read_only:
                mount("-o", "remount,ro", str(path))
            yield
            mount("-o", "remount,rw,size=64m", str(path))
            filler.unlink(missing_ok=True)
        finally:
            subprocess.run(["umount", "-l", str(path)], check=True)


def full(box: Box, known: Expected, words: list[str], _: random.Random) -> list[str]:
    """No byte left for results, then half of what they take."""
    found = []
    half = sum(map(len, known.results.values())) // 2
    for left, must_fail in ((0, True), (half, len(known.results) == 1 and half > 8192)):
        box.restore(known.start)
        with storage(box.path("out"), left):
            ended = box.run(words)
            found += ended.faults(must_fail) + [f for f in known.judge(box) if "filler" not in f]
        found += known.afterwards(box, words)
    return found


def read_only(box: Box, known: Expected, words: list[str], _: random.Random) -> list[str]:
    with storage(box.path("out"), None, read_only=True):
        return box.run(words).faults(must_fail=True) + known.judge(box)


def inputs_read_only(box: Box, known: Expected, words: list[str], _: random.Random) -> list[str]:
    with storage(box.path("in"), None, read_only=True):
        ended = box.run(words)
        if not known.command.notes:
            return may_fail(ended, known, box)
        said = ended.err.strip().splitlines()
        well = ended.code == known.code and len(said) == 1 and said[0].startswith(_NOT_NOTED)
        found = [] if well else [f"exit {ended.code}, says {said[:3]}"]
        return found + [f for f in known.judge(box) if not f.startswith("half")] + known.opened(box)


def tmp_full(box: Box, known: Expected, words: list[str], _: random.Random) -> list[str]:
    with storage(box.path("tmp"), 0):
        found = box.run(words).faults() + [f for f in known.judge(box) if "filler" not in f]
    return found + known.afterwards(box, words)


def tmp_missing(box: Box, known: Expected, words: list[str], _: random.Random) -> list[str]:
    """TMPDIR names nothing, and no other place takes a file either."""
    box.path("tmp").rmdir()
    with (
        storage(Path("/tmp"), None, True, True),
        storage(Path("/var/tmp"), None, True, True),
        storage(box.path("home"), None, True),
    ):
        ended = box.run(words, lambda: os.chdir(box.path("home")))
    box.path("tmp").mkdir()
    return ended.faults() + known.judge(box) + known.afterwards(box, words)


def at_once(box: Box, known: Expected, words: list[str], chance: random.Random) -> list[str]:
    """Two runs into the same place."""
    found = []
    for _ in range(_AT_ONCE):
        box.restore(known.start)
        first = box.copy(words)
        time.sleep(chance.uniform(0, known.seconds / 3))
        ends = [box.copy(words).ended(), first.ended()]
        found += [fault for ended in ends for fault in ended.faults()] + known.judge(box, must_be_new=True)
        if not any(ended.code == known.code for ended in ends):
            found.append(f"neither succeeds: {ends[0].err} {ends[1].err}")
    return found


def closed_pipe(box: Box, known: Expected, words: list[str], _: random.Random) -> list[str]:
    """Nobody reads what is printed; then neither what is printed nor what goes wrong can be said."""

    def close(*numbers: int) -> Callable[[], None]:
        def do() -> None:
            there, here = os.pipe()
            os.close(there)
            for number in numbers:
                os.dup2(here, number)

        return do

    found = []
    for numbers in ((1,), (1, 2)):
        box.restore(known.start)
        ended = box.run(words, close(*numbers))
        found += [] if ended.code == known.code else [f"exit {ended.code} {ended.err}"]
        found += known.judge(box, must_be_new=True)
    return found


def long_names(box: Box, known: Expected, words: list[str], _: random.Random) -> list[str]:
    """Results and inputs whose names are 251 and 255 bytes long and not plain letters: as usual, or a sentence."""
    found = []
    for most in (251, 255):
        box.restore(known.start)
        longer = []
        for word in words:
            path = Path(word)
            if str(box.root) in word and path.suffix != ".json" and path.name != "data":
                name = (path.stem + "é" * 128).encode()[: most - len(path.suffix.encode())].decode(
                    "utf-8", "ignore"
                ) + path.suffix
                if path.exists():
                    path.rename(path.with_name(name))
                path = path.with_name(name)
            longer.append(str(path) if str(box.root) in word else word)
        before = box.names()
        ended = box.run(longer)
        found += ended.faults()
        new = {n for n in box.names() - before if n.startswith(("out/", "tmp/"))}
        if ended.code == 2 and new or any(".part" in n for n in new):
            found.append(f"left {sorted(new)[:2]} {ended.err}")
        box.clear()
    return found


def may_fail(ended: Ended, known: Expected, box: Box) -> list[str]:
    """As usual, or refused in a sentence."""
    return ended.faults() + known.judge(box, must_be_new=ended.code == known.code)


def no_home(box: Box, known: Expected, words: list[str], _: random.Random) -> list[str]:
    """A user the computer does not know, without HOME."""
    os.chmod(box.root, 0o777)
    for path in box.root.rglob("*"):
        os.chmod(path, 0o777 if path.is_dir() else 0o666)
    rights = ("--inh-caps=+dac_override,+dac_read_search", "--ambient-caps=+dac_override,+dac_read_search")
    user = ("setpriv", "--reuid", "54321", "--clear-groups", *rights)
    return may_fail(box.process([*words, "--lang", "id"], user, HOME=None), known, box)


def c_locale(box: Box, known: Expected, words: list[str], _: random.Random) -> list[str]:
    without = {"LC_ALL": "C", "LANG": None, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    return may_fail(box.process([*words, "--lang", "id"], **without), known, box)


def in_1970(box: Box, known: Expected, words: list[str], _: random.Random) -> list[str]:
    library = os.environ["FAKETIME"]
    ended = box.process([*words, "--lang", "id"], LD_PRELOAD=library, FAKETIME="@1970-01-01 00:00:30", FAKETIME_NO_CACHE="1")
    return ended.faults() + (known.opened(box, ended.out) if ended.code == known.code else [])


FAULTS: dict[str, Callable[[Box, Expected, list[str], random.Random], list[str]]] = {
    "full disk": full,
    "full TMPDIR": tmp_full,
    "missing TMPDIR": tmp_missing,
    "read-only folder": read_only,
    "read-only inputs": inputs_read_only,
    "two at once": at_once,
    "closed pipe": closed_pipe,
    "251 bytes": long_names,
    "1970": in_1970,
    "no HOME": no_home,
    "C locale": c_locale,
}
ENDS = {"kills": signal.SIGKILL, "Ctrl-C": signal.SIGINT}


def ended_at_random(box: Box, known: Expected, words: list[str], chance: random.Random, times: int, number: int) -> dict:
    """Kills or stops, then the command once more from every different state that they left."""
    found = kill(box, known, words, times, chance, number)
    wrong = [f"{n}x {what}" for what, n in found.findings.items()]
    for state in found.states.values():
        box.restore(state)
        wrong += known.afterwards(box, words)
    return {"times": found.kills, "left": found.left, "steps": found.steps, "states": len(found.states), "wrong": wrong}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("commands", nargs="*", default=list(COMMANDS))
    asked.add_argument("--kills", type=int, help="200 where a run takes less than 3 s, 40 below 10 s, 15 else")
    asked.add_argument("--stops", type=int, help="40, 12 or 5")
    asked.add_argument("--only", default="", help="names of faults, with commas; kills and Ctrl-C are two")
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--aside", action="store_true", help="keep nothing in faults.json and faults.md")
    given = asked.parse_args()
    if "P2WKSS_FAULTS" not in os.environ:
        line = ["unshare", "--mount", "--propagation", "private", sys.executable, *sys.argv]
        os.execvpe(line[0], line, os.environ | {"P2WKSS_FAULTS": "1"})
    only = [name.strip() for name in given.only.split(",") if name.strip()] or [*ENDS, *FAULTS]
    asked_for = {name: n for name, n in (("kills", given.kills), ("Ctrl-C", given.stops)) if n is not None}
    chance = random.Random(given.seed)
    root = Path(tempfile.mkdtemp(dir="/dev/shm"))
    box, of, well = Box(root), os.getpid(), True
    try:
        for place in PLACES:
            box.path(place).mkdir()
        make_inputs(box.path("in"))
        box.inputs = box.state()
        warm(box)
        for name in given.commands:
            command = COMMANDS[name]
            words = box.words(command.line)
            known = expected(box, command, words)
            kinds = _TIMES[command.threads :]  # one that is begun anew for each kill costs more
            times = next(times for most, times in kinds if known.seconds < most) | asked_for
            print(f"{name}: {known.seconds:.1f} s", flush=True)
            for fault in only:
                if fault == "1970" and "FAKETIME" not in os.environ:
                    continue
                box.clear()
                box.restore(known.start)
                try:
                    if fault in ENDS:
                        found = ended_at_random(box, known, words, chance, times[fault], ENDS[fault])
                    else:
                        found = {"times": 1, "wrong": FAULTS[fault](box, known, words, chance)}
                except Exception as error:  # noqa: BLE001  of the benchmark itself: the other faults are tried all the same
                    found = {"times": 0, "wrong": [f"not tried: {error!r}"]}
                well = well and not found["wrong"]
                if not given.aside:
                    _keep(name, fault, found)
                print(f"  {fault}: {found}", flush=True)
    finally:
        if os.getpid() == of:
            shutil.rmtree(root, ignore_errors=True)
    sys.exit(not well)


def _keep(name: str, fault: str, found: dict) -> None:
    kept = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    kept.setdefault(name, {})[fault] = found
    RESULTS.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    faults = [*ENDS, *FAULTS]
    lines = ["| command | " + " | ".join(faults) + " |", "|---|" + "---:|" * len(faults)]
    lines += [
        f"| {name} | " + " | ".join(_cell(kept[name].get(one)) for one in faults) + " |" for name in COMMANDS if name in kept
    ]
    before = PAGE.read_text(encoding="utf-8").partition(_TABLE)[0]
    PAGE.write_text(before + _TABLE + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


def _cell(found: dict | None) -> str:
    """Tries without a finding, or how many findings there are; nothing where it was not tried."""
    if found is None or not found["times"]:
        return ""
    return f"{len(found['wrong'])} found" if found["wrong"] else f"{found['times']} well"


if __name__ == "__main__":
    main()
