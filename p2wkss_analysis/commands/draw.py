"""`p2wkss draw`: lots among places that cannot be told apart, with minutes to print."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from ..say.errors import WrongUse
from .line.given_paths import Read, Written
from .line.known_places import must_exist
from .line.parser import Adds
from .line.shared_options import json_option, sheet_option
from .line.show import show, write, write_table
from .texts import options as texts
from .texts import workbook as of_workbook


def add(command: Adds) -> None:
    """Registers the command."""
    draw = command("draw", draw_places, texts.DRAW)
    draw.add_argument("candidates", type=Read, nargs="+", help=texts.DRAW_CANDIDATES)
    draw.add_argument("--n", type=int, required=True, help=texts.DRAW_N)
    seed = draw.add_mutually_exclusive_group(required=True)
    seed.add_argument("--seed", type=int, help=draw.words(texts.DRAW_SEED))
    seed.add_argument("--list-only", action="store_true", help=draw.words(texts.DRAW_LIST_ONLY))
    draw.add_argument("--seed-source", default="", metavar="TEXT", help=texts.DRAW_SOURCE)
    draw.add_argument("--year", type=int, help=texts.DRAW_YEAR)
    draw.add_argument("--out", type=Written, help=texts.DRAW_OUT)
    draw.add_argument("--record", type=Written, help=of_workbook.DRAW_RECORD)
    sheet_option(draw)
    json_option(draw)


def draw_places(options: Namespace) -> int:
    import pandas as pd

    from ..tables.open_file import read_table
    from ..targeting.candidate_list import candidate_list
    from ..targeting.draw import Draw, draw_lots

    given, names = options.candidates, {}
    if len(given) == 1 and "." in given[0] and not given[0].replace(".", "").isdigit():
        table = read_table(given[0], codes=["area_code"], sheet=options.sheet, known=["name"])
        given = table["area_code"].tolist()
        names = dict(zip(given, table["name"], strict=True)) if "name" in table else {}
    must_exist(pd.Series(given, dtype="str"))
    if options.record and options.list_only:
        raise WrongUse(of_workbook.RECORD_OF_LIST)
    drawn = (
        candidate_list(given, options.n, options.year, options.seed_source)
        if options.list_only
        else draw_lots(given, options.n, options.seed, options.year, options.seed_source)
    )
    called = _names_of(drawn.candidates) | names
    minutes = drawn.minutes(options.lang, names=called)
    if options.out:
        write(options, options.out, minutes, replace=False)
    if isinstance(drawn, Draw) and options.record:
        write_table(options, options.record, drawn.record(), replace=False, named=False)
    table = drawn.table()
    if not options.json:
        table.insert(1, "name", table["area_code"].map(called))
    said = drawn.sentence(options.lang, names=called) if isinstance(drawn, Draw) else drawn.sentence(options.lang)
    show(options, table, said if options.out else minutes, "")
    if options.record and not options.json:
        print(of_workbook.THEN_NEXT.say(options.lang, record=options.record))
    return 0


def _names_of(codes: Iterable[str]) -> dict[str, str]:
    """Name and kecamatan of each code; an RW or RT stands after the name of its village."""
    from ..tables.intake import load

    known = load("areas").set_index("area_code")["name"]
    names = {}
    for code in codes:
        inner = [f"{kind} {part}" for kind, part in zip(("RW", "RT"), code[14:].split("."), strict=False) if part]
        above = f"Kec. {known[code[:8]]}" if len(code) > 8 else ""
        names[code] = ", ".join(part for part in (" ".join([known[code[:13]], *inner]), above) if part)
    return names
