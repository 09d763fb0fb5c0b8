"""The door of the command line: every command with the options that it has, and words that nobody meant."""

from __future__ import annotations

import os
import random
from functools import cache
from pathlib import Path

import door_damage as damage
import door_files
from door_judge import command

_COSTLY = {"notebook", "notebooks", "report", "papers", "explorer", "national"}  # minutes each where they succeed
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


VALID = (
    "check kota.xlsx",
    "check kota.xlsx --marked o.xlsx --json",
    "score kota.xlsx --out o.csv",
    "target villages.csv --need low_decile_percent=higher --need stunting_percent=higher --draws 99 --k 2",
    "target kota.xlsx --draws 99 --k 2",
    "draw candidates.csv --n 2 --seed 7 --year 2027 --out o.csv",
    "households kota.xlsx --n 3 --score registry_decile=lower --seed 1 --per-group rt=0:2 --out o.csv",
    "impact panel.csv --outcome outcome --better higher --draws 99",
    "template o.xlsx --regency 32.76 --paper a4",
    "form kota.xlsx --wave endline --out o.xlsx",
    "next kota.xlsx --out o.xlsx --year 2027",
    "import export.csv --mapping mapping.json --regency 36.72 --out o.xlsx",
    "match villages.csv --column village --inside 36.72 --level village --out o.csv",
    "data --table slum_cities",
    "data add bps.csv --indicator poverty_rate --year 2026",
    "collect . --out o.csv",
    "aggregate register.csv --out o.csv --decile-cut 4 --by area_code,year",
    "simulate --out s.csv --places 10 --years 5 --seed 1 --effect 1 --rule worst",
    "map --indicator poverty_rate --year 2021 --province 32 --classes 5 --out m.png",
    "map --table villages.csv --column low_decile_percent --code village_code --inside 36.72 --out m.png",
    "score --rubric-template r.xlsx",
    "key k.txt",
)


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


def nearly(rng: random.Random, folder: Path) -> str:
    """A valid command line with a word replaced, left out or doubled, or an option more."""
    os.chdir(folder)
    line = rng.choice(VALID)
    given, options = line.split(), commands()[line.split()[0]]
    for name, data in door_files.made().items():
        if name in given:
            (folder / name).write_bytes(data)
    at, what = rng.randrange(1, len(given)), rng.randrange(6)
    if what == 0:
        del given[at]
    elif what == 1:
        given.insert(at, given[at])
    elif what == 2:
        given += [rng.choice(options) or "x", rng.choice((rng.choice(_WORDS), damage.cell(rng)))]
    else:
        given[at] = rng.choice((rng.choice(_WORDS), damage.cell(rng), rng.choice(given)))
    return command(*given, "--lang", rng.choice(("id", "en")))


def any_words(rng: random.Random, folder: Path) -> str:
    """A command with some of its options, and behind them words that nobody meant."""
    os.chdir(folder)
    name = rng.choice([name for name in commands() if name not in _COSTLY])
    given = [name]
    for option in rng.sample(commands()[name], min(len(commands()[name]), rng.choice((1, 2, 3, 5)))):
        given += [option, rng.choice((rng.choice(_WORDS), damage.cell(rng)))] if option else [rng.choice(_WORDS)]
    return command(*(word for word in given if word != "--register"))


def words(rng: random.Random, folder: Path) -> str:
    return nearly(rng, folder) if rng.random() < 0.7 else any_words(rng, folder)


DOORS = {"command line": words}
