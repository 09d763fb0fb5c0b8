"""Households of one place out of a register: the only rows that leave an engine, with pseudonyms for numbers of family cards."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import narwhals.stable.v2 as nw
import pandas as pd

from ...dictionary.sheets import CARD, VILLAGE
from ...disclosure.privacy import identity_numbers, pseudonyms, read_key
from ...files.opening import one_run
from ...identity.hidden import HIDDEN
from ...say.errors import DataFaults, Fault, NotEnoughData
from .. import texts as of_tables
from ..intake import load
from ..place_names import regency_named
from . import texts
from .columns import WEIGHT, YEAR, dotted, register_fields
from .duckdb_engine import DuckDB
from .register import MADE_UP, Register, opened
from .rules import number_of
from .usable import usable

_CARD = "_card"  # numbers of family cards as text, until they are pseudonyms
_TYPES = {"integer": "Int64", "number": "float64", "boolean": "boolean", "string": "str"}


@one_run()
def register_rows(
    source: Any,
    place: str | int,
    year: int | None = None,
    key: str | os.PathLike | None = None,
    *,
    engine: str = DuckDB.name,
    columns: Mapping[str, str] | None = None,
    memory: str | None = None,
    faults: str = "refuse",
) -> pd.DataFrame:
    """Households of one village, kecamatan or regency in one year of a register, as the workbook's sheet `households` has them.

    Parameters
    ----------
    source, engine, columns, memory : as `check_register` takes them
    place : code of a village or kecamatan, or name or code of a kabupaten/kota
    year : by default the last one that the place has
    key : key file for the column no_kk, by default the environment variable P2WKSS_KEY_FILE (see `write_key`)
    faults : "refuse" or "leave_out", as in `aggregate_households`; only the rows of the place are checked

    Numbers of family cards become the pseudonyms of `disclosure.privacy` inside the engine, equal to those of a workbook that is
    checked with the same key; the numbers themselves never leave it. From the rows an office chooses with `select_households`.

    Raises NoKey where there is a column no_kk and no key, DataFaults where the rows have faults, NotEnoughData where the place
    has no rows, WrongUse for a source or place that cannot be read.

    >>> rows = pd.DataFrame({"village_code": "32.76.11.1001", "year": [2024, 2025], "household_id": "a", "members": [4, 5]})
    >>> register_rows(rows, "Kota Depok")[["household_id", "members", "year"]].values.tolist()
    [['a', 5, 2025]]
    """
    code = _code(place)
    with opened(source, engine, columns, memory) as register:
        secret = read_key(key) if CARD in register.names else None
        there = _there(register, code, year)
        register, _ = usable(there, "refuse" if faults == "unchecked" else faults, set(there.names) - {WEIGHT})
        frame = register.frame
        if secret is not None and not register.foreign:
            frame = register.engine.pseudonyms(frame, _CARD, secret)
        table = register.engine.collect(frame).to_pandas()
        if secret is not None and register.foreign:
            table[_CARD] = pseudonyms(table[_CARD], secret)
    if table.empty:  # what is left out is never all of it
        raise NotEnoughData(texts.NOBODY_LEFT.fill(name=register.name or texts.TABLE, place=code))
    return _as_a_sheet(table.rename(columns={_CARD: CARD}), register)


def _code(place: str | int) -> str:
    given = str(place).strip()
    plain = ".".join(part for part in (given[:2], given[2:4], given[4:6], given[6:]) if part) if given.isdigit() else given
    known = load("areas")
    smaller = known.loc[known["level"].isin(["village", "district"]), "area_code"]
    return plain if (smaller == plain).any() else regency_named(place)


def _there(register: Register, code: str, year: int | None) -> Register:
    """The register of one place and year, with numbers of family cards beside the other columns, as text."""
    kinds = dict(register.rows.collect_schema())
    years = number_of(YEAR, register.names[YEAR], kinds[register.names[YEAR]])
    village = dotted(nw.col(register.names[VILLAGE]).cast(nw.String))
    rows = register.rows.filter((village == code) | village.str.starts_with(f"{code}."))
    if year is None and years is not None:
        year = register.engine.collect(rows.select(last=years.max()))["last"][0].as_py()
    if year is None or years is None:
        raise NotEnoughData(texts.NOBODY_THERE.fill(name=register.name or texts.TABLE, place=code))
    rows = rows.filter(years == int(year))
    register = replace(register, rows=rows, frame=register.read(rows))
    if CARD not in register.names:
        return register
    read = partial(_with_card, register)
    return replace(register, frame=read(rows), read=read, columns=(*register.columns, _CARD))


def _with_card(register: Register, rows: nw.LazyFrame, *beside: str) -> nw.LazyFrame:
    return register.read(rows.with_columns(nw.col(register.names[CARD]).cast(nw.String).alias(_CARD)), _CARD, *beside)


def _as_a_sheet(table: pd.DataFrame, register: Register) -> pd.DataFrame:
    """In the order and the types of the workbook. Raises DataFaults where a text still holds the number of a person."""
    fields = {name: field for name, field in register_fields().items() if name in table}
    table = table.sort_values([name for name in (VILLAGE, "rw", "rt", "household_id") if name in table], kind="stable")
    made = {}
    for name, field in fields.items():
        made[name] = pd.to_datetime(table[name]) if field["type"] == "date" else table[name].astype(_TYPES[field["type"]])
        if field["type"] == "string" and name != CARD and identity_numbers(made[name].fillna("")).any():
            held = Fault(register.name, "", None, register.names[name], "", HIDDEN)
            raise DataFaults([replace(held, rule=of_tables.HOLDS_CARD.say(), remedy=texts.ONLY_IN_CARD_COLUMN.say())])
    return pd.DataFrame(made).reset_index(drop=True).assign(**({MADE_UP: True} if register.made_up else {}))
