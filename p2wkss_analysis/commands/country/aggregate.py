"""`p2wkss aggregate`: a register of households to figures of villages and years, one table or a workbook for every city."""

from __future__ import annotations

import io
import re
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...display.progress import steps
from ...say.errors import WrongUse
from ..line.given_paths import Read, Written, WrittenInto
from ..line.parser import Adds
from ..line.show import number_of, pairs, write, write_table
from ..texts import register as texts

if TYPE_CHECKING:
    from ...indicators.households.aggregated import Aggregated

DECIMALS = 4  # of figures that people read; rupiah have none


def add(command: Adds) -> None:
    """Registers the command."""
    made = command("aggregate", aggregate, texts.AGGREGATE)
    made.add_argument("source", type=Read, help=texts.SOURCE)
    made.add_argument("--out", type=Written, help=texts.OUT)
    made.add_argument("--workbooks", type=WrittenInto, metavar="FOLDER", help=texts.WORKBOOKS)
    made.add_argument("--regency", action="append", help=texts.REGENCY)
    made.add_argument("--source-name", help=texts.SOURCE_NAME)
    made.add_argument("--by", default="area_code,year", help=texts.BY)
    made.add_argument("--engine", choices=("duckdb", "spark"), default="duckdb", help=texts.ENGINE)
    made.add_argument("--column", action="append", metavar="OURS=THEIRS", help=texts.COLUMN)
    made.add_argument("--line", help=texts.LINE)
    made.add_argument("--decile-cut", type=int, default=4, help=texts.DECILE_CUT)
    made.add_argument("--unweighted", action="store_true", help=texts.UNWEIGHTED)
    made.add_argument("--memory", help=texts.MEMORY)
    made.add_argument("--leave-out", action="store_true", help=texts.LEAVE_OUT)
    made.add_argument("--changes", action="store_true", help=texts.CHANGES)


def aggregate(options: Namespace) -> int:
    """0 where done; faults of the register are listed and nothing is written."""
    from ...indicators.households.aggregate import aggregate_households

    _before_the_work(options)
    found = aggregate_households(
        options.source,
        options.engine,
        _groups(options),
        columns=pairs(options.column, "--column"),
        line=_line(options.line),
        weights=False if options.unweighted else None,
        decile_cut=options.decile_cut,
        memory=options.memory,
        faults="leave_out" if options.leave_out else "refuse",
    )
    print(found.sentence(options.lang))
    if options.out:
        _write(options, found)
    if options.workbooks:
        _workbooks(options, found)
    return 0


def _groups(options: Namespace) -> tuple[str, ...]:
    return tuple(part.strip() for part in options.by.split(","))


def _before_the_work(options: Namespace) -> None:
    """What would only be refused after hours of work."""
    from ...files.atomic import refuse_taken
    from ...indicators.texts.register import NOT_VILLAGE_YEARS

    if not options.out and not options.workbooks:
        raise WrongUse(texts.NOTHING_TO_WRITE)
    if options.memory and not re.fullmatch(r"[0-9]+(\.[0-9]+)?\s*[KMGT]i?B", options.memory, re.IGNORECASE):
        raise WrongUse(texts.WHICH_MEMORY.fill(given=options.memory))
    if options.workbooks and set(_groups(options)) != {"area_code", "year"}:
        raise WrongUse(NOT_VILLAGE_YEARS)
    if options.regency and not _area(_groups(options)):
        raise WrongUse(texts.REGENCY_NEEDS_AREA)
    if options.out:
        refuse_taken(options.out)


def _area(groups: tuple[str, ...]) -> str | None:
    """The group that tells in which regency it lies."""
    return next((name for name in groups if name in ("area_code", "district_code", "regency_code")), None)


def _line(given: str | None) -> Any:
    """The poverty line asked for: a number, the published ones, or none."""
    if given is None:
        return None
    if given != "published":
        if not re.fullmatch(r"[0-9]+", given.strip()):
            raise WrongUse(texts.WHICH_LINE.fill(given=given))
        return number_of(given, "--line")
    from ...tables.intake import load

    table = load("regency_indicators")
    return table[table["indicator"] == "poverty_line"][["area_code", "year", "value"]]


def _write(options: Namespace, found: Aggregated) -> None:
    table = found.change() if options.changes else found.table()
    if options.regency:
        table = table[table[_area(found.by)].astype(str).str[:5].isin(_codes(options.regency))]
    if found.synthetic:
        table = table.assign(synthetic=True)
    if Path(options.out).suffix.lower() in (".parquet", ".pq"):
        data = io.BytesIO()
        table.to_parquet(data, index=False)
        write(options, options.out, data.getvalue(), replace=False)
    else:
        table = table.round({name: 0 if _in_rupiah(name) else DECIMALS for name in table})
        write_table(options, options.out, table, replace=False, named=False)  # Parquet keeps every digit


def _in_rupiah(column: str) -> bool:
    return "rupiah" in column or column.startswith("expenditure_")


def _workbooks(options: Namespace, found: Aggregated) -> None:
    """One workbook a regency; those that an earlier run wrote alike stay as they are."""
    from ...files.atomic import try_folder
    from ...tables.intake import load

    folder = Path(options.workbooks)
    try_folder(folder)
    names = load("areas").set_index("area_code")["name"]
    codes = _codes(options.regency) if options.regency else sorted(set(found.table()["area_code"].str[:5]))
    for code in steps(codes, texts.WRITING_WORKBOOKS, named=lambda code: names[code]):
        file = folder / f"{code} {names[code]}.xlsx"
        found.write_workbook(file, code, options.source_name or Path(options.source).name, options.lang)
    print(texts.WORKBOOKS_WRITTEN.say(options.lang, n=len(codes), folder=folder.name))


def _codes(given: list[str]) -> list[str]:
    from ...tables.place_names import regency_named

    return [regency_named(name) for name in given]
