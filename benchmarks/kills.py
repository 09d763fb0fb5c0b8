"""Killed while it works: every command that writes, ended at random moments; what became of earlier results, inputs and litter.

Run: python benchmarks/kills.py [kills] [--only name,name] [--seed n]   (default 200 kills, spread over all commands)
Half of the kills fall anywhere in a run, half as soon as something is being written. A command that replaces finds an
earlier result made otherwise, which must be whole afterwards, or the new one in its place; one that never replaces
finds nothing, and must leave nothing or a whole result. Litter is counted right after the kill and after the next
write into the folder. All values are made up.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from p2wkss_analysis.files.atomic import write_atomically

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = [sys.executable, "-m", "p2wkss_analysis"]
PART = re.compile(r"\..*\.part")
MAPPING = (
    '{"sheet": "households", "columns": {"ID Keluarga": "household_id", "Desa": "village_code", "RT": "rt"}, '
    '"constants": {"wave": "0", "assisted": "ya", "status": "interviewed"}}'
)

# name: the command line after `p2wkss`, {in} and {out} its folders; its results; and what made the earlier ones otherwise, or
# None where the command never replaces.
COMMANDS = {
    "report": ("report --data {in}/city.xlsx --out {out}/r.html", ["r.html"], "--lang id"),
    "report docx": ("report --data {in}/city.xlsx --out {out}/r.docx", ["r.docx"], "--lang id"),
    "report xlsx": ("report --data {in}/city.xlsx --out {out}/r.xlsx", ["r.xlsx"], "--lang id"),
    "report pdf": ("report --data {in}/city.xlsx --out {out}/r.pdf", ["r.pdf"], "--lang id"),
    "explorer": ("explorer --data {in}/city.xlsx --out {out}/e.html", ["e.html"], "--lang id"),
    "map": ("map --out {out}/m.png", ["m.png"], "--lang id"),
    "target": ("target {in}/own.csv --need x=higher --k 1 --draws 200 --out {out}/t.csv", ["t.csv"], "--seed 7"),
    "households": (
        "households {in}/city.xlsx --n 3 --score registry_decile=lower --out {out}/h.csv --public {out}/p.csv",
        ["h.csv", "p.csv"],
        "--lang id",
    ),
    "collect": ("collect {in}/cities --out {out}/g.xlsx", ["g.xlsx"], "--lang id"),
    "check marked": ("check {in}/city.xlsx --marked {out}/c.xlsx", ["c.xlsx"], "--lang id"),
    "score": ("score {in}/city.xlsx --out {out}/s.csv", ["s.csv"], "--lang id"),
    "impact": ("impact {in}/panel.csv --outcome outcome --better higher --draws 99 --ledger {out}/l.csv", ["l.csv"], "--by year"),
    "draw": ("draw 32.76.10.1006 32.76.11.1001 --n 1 --seed 1 --out {out}/d.txt", ["d.txt"], None),
    "template": ("template {out}/w.xlsx --regency 32.76", ["w.xlsx"], None),
    "import": ("import {in}/export.csv --mapping {in}/export.json --out {out}/i.xlsx --regency 32.76", ["i.xlsx"], None),
    "import suggest": ("import {in}/export.csv --suggest households --mapping {out}/i.json", ["i.json"], None),
    "key": ("key {out}/k.key", ["k.key"], None),
    "score rubric": ("score --rubric-template {out}/b.xlsx", ["b.xlsx"], None),
    "plan": (
        "plan {in}/panel.csv --outcome outcome --better higher --draws 99 --sites 1 --for-years 2 --protocol {out}/o.json",
        ["o.json"],
        None,
    ),
    "simulate": ("simulate --places 8 --years 4 --out {out}/v.csv", ["v.csv"], None),
    "simulate city": ("simulate --city 36.72 --assisted 10 --out {out}/x.xlsx", ["x.xlsx"], None),
    "notebook": ("notebook {in}/city.xlsx --draws 99 --out {out}/n.ipynb", ["n.ipynb"], "--lang id"),
}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("kills", nargs="?", type=int, default=200)
    asked.add_argument("--only", default="", help="names of commands, with commas")
    asked.add_argument("--seed", type=int, default=0)
    given = asked.parse_args()
    names = [name.strip() for name in given.only.split(",") if name.strip()] or list(COMMANDS)
    chance = random.Random(given.seed)
    print(
        "| command | seconds | kills | of these in writing | result: earlier | new or none | broken | inputs changed | litter | litter later |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    sums = [0] * 8
    with tempfile.TemporaryDirectory() as folder:
        inputs(Path(folder) / "in")
        for place, name in enumerate(names):
            times = given.kills // len(names) + (place < given.kills % len(names))
            seconds, counts = one(name, Path(folder) / "in", Path(folder) / f"out{place}", times, chance)
            sums = [a + b for a, b in zip(sums, counts, strict=True)]
            print(f"| {name} | {seconds:.1f} | " + " | ".join(map(str, counts)) + " |", flush=True)
    print("| all | | " + " | ".join(map(str, sums)) + " |")


def one(name: str, given: Path, out: Path, times: int, chance: random.Random) -> tuple[float, list[int]]:
    """Seconds of a whole run; kills, those in writing, earlier, new or none, broken, inputs changed, litter, litter after the next write."""
    line, results, otherwise = COMMANDS[name]
    out.mkdir()
    words = line.format_map({"in": given, "out": out}).split()
    earlier = {}
    if otherwise:
        run([*words, *otherwise.split()])
        earlier = {r: (out / r).read_bytes() for r in results}
        for r in results:
            (out / r).unlink()
    began = time.monotonic()
    run([*words, "--lang", "en"])
    seconds = time.monotonic() - began
    new = {r: (out / r).read_bytes() for r in results}
    before, counts = sealed(given), [0] * 8
    for number in range(times):
        for r in results:
            (out / r).unlink(missing_ok=True)
            if otherwise:
                (out / r).write_bytes(earlier[r])
        in_writing = killed(
            [*words, "--lang", "en"], out, None if number % 2 else chance.uniform(0, seconds), chance.uniform(0, 0.01)
        )
        kinds = [kind(out / r, earlier.get(r), new[r]) for r in results]
        litter = sum(bool(PART.fullmatch(p.name)) for p in out.iterdir())
        write_atomically(out / "next.txt", str(number).encode())
        later = sorted({p.name for p in out.iterdir()} - {*results, "next.txt"})
        worst = "broken" if "broken" in kinds else kinds[0]
        for place, yes in enumerate(
            (True, in_writing, worst == "earlier", worst == "new", worst == "broken", sealed(given) != before, litter > 0, later)
        ):
            counts[place] += bool(yes)
    return seconds, counts


def kind(path: Path, earlier: bytes | None, new: bytes) -> str:
    """What a result is after the kill."""
    if not path.exists():
        return "broken" if earlier else "new"
    found = path.read_bytes()
    if path.suffix == ".key":
        return "new" if re.fullmatch(rb"[0-9a-f]{64}\n", found) and path.stat().st_mode & 0o077 == 0 else "broken"
    whole = found == new or path.suffix == ".ipynb" and found.startswith(b"{") and found.endswith(b"}\n")
    return "earlier" if found == earlier else "new" if whole else "broken"


def killed(words: list[str], out: Path, after: float | None, later: float) -> bool:
    """Start the command and kill it, `after` seconds or, without, `later` seconds after a part appears; whether it was writing."""
    process = subprocess.Popen(
        [*PROGRAM, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(), start_new_session=True
    )
    began = time.monotonic()
    while process.poll() is None and (after is None or time.monotonic() - began < after):
        if after is None and any(PART.fullmatch(name) for name in os.listdir(out)):
            time.sleep(later if later > 0.005 else 0)
            break
        time.sleep(0.0005)
    writing = any(PART.fullmatch(name) for name in os.listdir(out))
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return writing


def inputs(folder: Path) -> None:
    (folder / "cities").mkdir(parents=True)
    run(["simulate", "--city", "32.76", "--assisted", "10", "--out", str(folder / "city.xlsx")])
    shutil.copy(folder / "city.xlsx", folder / "cities" / "depok.xlsx")
    run(["simulate", "--places", "20", "--years", "6", "--out", str(folder / "panel.csv")])
    (folder / "own.csv").write_text("area_code,x\n32.76.11.1001,1\n32.76.11.1002,2\n32.76.10.1006,4\n", encoding="utf-8")
    (folder / "export.csv").write_text("ID Keluarga;Desa;RT\n1;3276111001;4\n2;3276111001;5\n", encoding="utf-8")
    (folder / "export.json").write_text(MAPPING, encoding="utf-8")


def sealed(folder: Path) -> dict[str, str]:
    """The sha256 of every input, and of the open tables."""
    files = [*folder.rglob("*"), *(ROOT / "data" / "raw").iterdir()]
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in files if p.is_file() and "p2wkss" not in p.name}


def run(words: list[str]) -> None:
    done = subprocess.run([*PROGRAM, *map(str, words)], capture_output=True, text=True, env=environment())
    if done.returncode not in (0, 1):
        raise SystemExit(f"p2wkss {' '.join(map(str, words))}: {done.stderr}")


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "TQDM_DISABLE": "1"}


if __name__ == "__main__":
    main()
