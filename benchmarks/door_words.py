"""The door of the command line: every command with the options that it has, and words that nobody meant."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import door_damage as damage
import door_files
from door_judge import command

_COSTLY = {
    "notebook",
    "notebooks",
    "report",
    "papers",
    "explorer",
    "national",
}  # minutes each where they succeed: files that are not there
_WORDS = [
    "",
    "x",
    "0",
    "-1",
    "1",
    "2",
    "2024",
    "1e400",
    "inf",
    "nan",
    "9" * 30,
    "a=b",
    "=",
    "low_decile_percent=higher",
    "rt=1:2",
    "rt=2:1",
    "32.76",
    "Depok",
    "36.72.01.1001",
    "\0",
    "\ud800",
    "😀",
    "--",
    "-",
    "/dev/null",
    "/dev/zero",
    "..",
    "x" * 5_000,
    "outcome",
    "higher",
    "5,5,5",
    "1-0",
    "2015-2025",
    "year",
    "households",
    "Households",
    "%s",
    "\n",
]


@cache
def commands() -> dict[str, list[str]]:
    """Every command with its options, as the parser knows them."""
    from p2wkss_analysis.cli import _parser

    found = {}
    for action in _parser("en")._actions:
        for name, parser in (action.choices or {}).items() if isinstance(action.choices, dict) else ():
            found[name] = [
                a.option_strings[-1] if a.option_strings else "" for a in parser._actions if a.option_strings != ["-h", "--help"]
            ]
    return found


def words(rng: random.Random, folder: Path) -> str:
    """A command with a file or none, some of its options, and damaged words behind them."""
    name = rng.choice(list(commands()))
    files = (
        {}
        if name in _COSTLY
        else {n: door_files.made()[n] for n in ("kota.xlsx", "panel.csv", "villages.csv", "candidates.csv", "mapping.json")}
    )
    for file, data in files.items():
        (folder / file).write_bytes(data)
    there = [str(folder / n) for n in files] + [str(folder), str(folder / "none.xlsx")]
    given = [name]
    for option in rng.sample(commands()[name], min(len(commands()[name]), rng.choice((1, 2, 3, 5)))):
        if option in (
            "--out",
            "--marked",
            "--fix",
            "--record",
            "--minutes",
            "--public",
            "--protocol",
            "--ledger",
            "--workbooks",
            "--report",
            "--map",
            "--templates",
        ):
            value = str(folder / rng.choice(("o.csv", "o.xlsx", "o.html", "o", "sub/o.csv", "o.png", "kota.xlsx", "x" * 300)))
        else:
            value = rng.choice((rng.choice(there), rng.choice(_WORDS), damage.cell(rng)))
        given += [option, value] if option and rng.random() < 0.95 else [option or value]
    if rng.random() < 0.6:
        given.insert(1, rng.choice(there))
    needed = {
        "--n": "3",
        "--score": "registry_decile=lower",
        "--column": "village",
        "--draws": "99",
        "--out": str(folder / "uit.xlsx"),
    }
    for option, value in needed.items():
        if option in commands()[name] and option not in given and rng.random() < 0.8:
            given += [option, value]
    if name in ("simulate",) and "--register" in given:
        given = [w for w in given if w != "--register"]
    return command(*given)


DOORS = {"command line": words}
