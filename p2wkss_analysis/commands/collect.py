"""`p2wkss collect`: the workbooks of many cities to one registry of sites and one panel, and what an answer would need."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..say.errors import WrongUse
from ..say.harmless import json_text
from .line import texts as of_line
from .line.given_paths import Read, Written
from .line.parser import Adds
from .line.shared_options import json_option
from .line.show import records
from .texts import options as texts
from .texts import results as say

if TYPE_CHECKING:
    import pandas as pd

    from ..front.province import Province
    from ..province.evidence import EnoughSites

_SHOWN = 20  # lines of each kind on the screen; --out and --json hold all


def add(command: Adds) -> None:
    """Registers the command."""
    collect = command("collect", collect_folder, texts.COLLECT)
    collect.add_argument("folder", type=Read, help=texts.COLLECT_FOLDER)
    collect.add_argument("--out", type=Written, help=texts.COLLECT_OUT)
    json_option(collect)


def collect_folder(options: Namespace) -> int:
    """0 where all is well, 1 where a workbook has faults or is refused, or something contradicts."""
    from ..front.province import Province

    _outside(options)
    found = Province(options.folder, options.lang)
    tables, needed = found.tables(), found.enough_sites()
    written = found.write(options.out) if options.out else None
    if options.json:
        print(
            json_text(
                {"synthetic": found.synthetic} | {name: json.loads(records(_dated(table))) for name, table in tables.items()},
                indent=1,
            )
        )
    else:
        _say(options, found, needed)
        if written:
            print(of_line.WRITTEN.say(options.lang, path=written))
    return 0 if found.ok else 1


def _outside(options: Namespace) -> None:
    """The registry is no city's workbook: it must not lie where the next collection would look."""
    from ..files.overwriting import inside

    if not options.out:
        return
    if Path(options.out).suffix.lower() != ".xlsx":
        raise WrongUse(say.REGISTRY_AS_XLSX)
    if inside(options.out, options.folder):
        raise WrongUse(say.REGISTRY_OUTSIDE)


def _dated(table: pd.DataFrame) -> pd.DataFrame:
    """Dates as year-month-day."""
    dates = table.select_dtypes("datetime").columns
    return table.assign(**{c: table[c].dt.strftime("%Y-%m-%d") for c in dates})


def _say(options: Namespace, found: Province, needed: EnoughSites) -> None:
    print(found.sentence(options.lang))
    for sentence in (*needed.sentences(options.lang), needed.limit(options.lang)):
        print(f"- {sentence}")
    for row in found.files.itertuples():
        faults = say.FAULTS_OF_CITY.say(options.lang, n=row.faults) if row.faults else ""
        if said := [part for part in (row.reason, faults, row.beside) if part]:
            print(f"· {row.file}: " + " ".join(said))
    for kind, rows in found.disagreements.groupby("kind", sort=False):
        first = rows.iloc[0]
        print(f"{first['what']} ({len(rows)}) -> {first['became']}. {first['remedy']}")
        for row in rows.head(_SHOWN).to_dict("records"):
            print(
                f"  - {_place(row, options.lang)}: {_spot(row, '')}" + (f" | {_spot(row, 'other_')}" if row["other_file"] else "")
            )
        if len(rows) > _SHOWN:
            print(say.MORE_LINES.say(options.lang, n=len(rows) - _SHOWN))


def _place(row: dict[str, Any], lang: str) -> str:
    year = "" if str(row["year"]) in ("<NA>", "None", "nan") else str(row["year"])
    return " ".join(part for part in (row["area_code"], row["village"], year, _columns(row["column"], lang)) if part)


def _columns(codes: str, lang: str) -> str:
    """What the workbook calls the columns."""
    from ..dictionary.sheets import fields_of

    called = {f["name"]: f["label"][lang] for sheet in ("sites", "villages") for f in fields_of(sheet)}
    return ", ".join(called.get(code, code) for code in codes.split(", "))


def _spot(row: dict[str, Any], other: str) -> str:
    value = f" = {row[f'{other}value']!r}" if row[f"{other}value"] else ""
    return " ".join(part for part in (row[f"{other}file"], row[f"{other}sheet"], row[f"{other}cell"]) if part) + value
