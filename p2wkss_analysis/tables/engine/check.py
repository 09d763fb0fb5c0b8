"""Checking a register of households inside its engine: every rule counted in one reading, no row in memory."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

import narwhals.stable.v2 as nw

from ...dictionary.sheets import CARD, heading_word
from ...disclosure.privacy import holds_identity_number
from ...files.opening import one_run
from ...identity.hidden import mask
from ...say import Text
from . import texts
from .columns import register_fields
from .duckdb_engine import DuckDB
from .found import Found, RegisterChecked, found, hidden
from .keys import HOUSEHOLD, faulty_villages, repeated_households
from .register import Register, opened
from .rules import KEYS, Rule, number_of, rules_of

_LOOKED_AT = 1000  # cells that look like a number of a card, of which a reader decides


@one_run()
def check_register(
    source: Any, engine: str = DuckDB.name, columns: Mapping[str, str] | None = None, memory: str | None = None
) -> RegisterChecked:
    """Check a register of households, one row a household and year, inside the engine where its rows lie.

    Parameters
    ----------
    source : a file or folder of Parquet or CSV (`year=2025/` is a column), a DataFrame, or a table of DuckDB, Ibis or Spark
    engine : "duckdb" on this computer, "spark" where the rows are too many for it
    columns : our name to that of the source where it has another, such as {"village_code": "kode_desa"}
    memory : what the engine may take, such as "2GB"

    The rules are those of the workbook's sheet `households`: types, limits, words, forms, parts not above their whole, village
    codes in the list of areas, village and year filled in; and one row a household and year, in one village. Numbers of cards
    outside no_kk are faults; none is ever shown. Values are counted, never changed.

    Returns
    -------
    RegisterChecked : `.ok`; `.faults`, at most a page, one line for each rule and column with an example and how many rows;
    `.sentence()`.

    Raises WrongUse for a source that cannot be read, or where village or year is missing as a column.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"village_code": "32.76.11.1001", "year": 2025, "household_id": ["a", "b"], "members": [4, 99]})
    >>> check_register(rows).faults[["column", "value", "n"]].values.tolist()
    [['members', '99', 1]]
    """
    with opened(source, engine, columns, memory) as register:
        return checked(register)


def checked(register: Register) -> RegisterChecked:
    """An open register as checked."""
    rules = rules_of(register.names, dict(register.rows.collect_schema()))
    counts = _counted(register, rules)
    kinds = _with_examples(register, [(rule, n) for rule, n in zip(rules, counts["rules"], strict=True) if n])
    kinds += faulty_villages(register)[0]
    unchecked = []
    if HOUSEHOLD in register.names:
        kinds += repeated_households(register)
    else:
        unchecked.append(texts.NO_HOUSEHOLD_ID)
    if not counts["rows"]:
        kinds = [found("", 0, None, texts.NO_ROWS, texts.CHECK_SOURCE, key=True)]
    order = sorted(kinds, key=lambda kind: (not kind.key, -kind.n, kind.column))
    unread = {mask(column): _near(column) for column in register.unread}
    units = tuple(_units(counts))
    return RegisterChecked(mask(register.name), counts["rows"], tuple(order), unread, tuple(unchecked), units, register.made_up)


def _counted(register: Register, rules: tuple[Rule, ...]) -> dict:
    """How many rows there are, how many break each rule, and of some columns how many values are implausibly small."""
    asked = {f"rule {i}": rule.broken.cast(nw.Int64).sum() for i, rule in enumerate(rules)}
    kinds = dict(register.rows.collect_schema())
    small = {}
    for ours, theirs in register.names.items():
        least = register_fields()[ours].get("plausible_from")
        value = number_of(ours, theirs, kinds[theirs]) if least else None
        if value is not None:
            small[ours] = least
            asked[f"small {ours}"] = ((value > 0) & (value < least)).cast(nw.Int64).sum()
            asked[f"above {ours}"] = (value > 0).cast(nw.Int64).sum()
    row = register.engine.collect(register.rows.select(nw.len().alias("rows"), **asked)).to_pylist()[0]
    return {
        "rows": row["rows"],
        "rules": [row[f"rule {i}"] or 0 for i in range(len(rules))],
        "small": {o: (row[f"small {o}"] or 0, row[f"above {o}"] or 0, least) for o, least in small.items()},
    }


def _with_examples(register: Register, broken: list[tuple[Rule, int]]) -> list[Found]:
    """The rules that are broken, each with one of its cells; read a second time, and only where something is wrong."""
    sure = [(rule, n) for rule, n in broken if not rule.by_form]
    by_form = [(rule, n) for rule, n in broken if rule.by_form and _is_one(register, rule)]
    asked = {f"{i}": nw.when(rule.broken).then(rule.shown).min() for i, (rule, _) in enumerate(sure)}
    shown = register.engine.collect(register.rows.select(**asked)).to_pylist()[0] if asked else {}
    return [
        *(
            hidden(register.names[rule.column], n, rule.rule, rule.remedy)
            if rule.column == CARD
            else found(register.names[rule.column], n, shown[f"{i}"], rule.rule, rule.remedy, rule.column in KEYS)
            for i, (rule, n) in enumerate(sure)
        ),
        *(hidden(register.names[rule.column], n, rule.rule, rule.remedy) for rule, n in by_form),
    ]


def _is_one(register: Register, rule: Rule) -> bool:
    """Whether any of the first cells that look like a number of a card is one."""
    cells = register.engine.collect(register.rows.filter(rule.broken).select(cell=rule.shown).head(_LOOKED_AT))
    return any(holds_identity_number(cell) for cell in cells["cell"].to_pylist())


def _units(counts: dict) -> list[Text]:
    """What to ask about rupiah that may stand in thousands: where most values of a column are implausibly small."""
    return [
        texts.IN_THOUSANDS.fill(column=Text.of(register_fields()[ours]["label"]), n=small, all=above, least=least)
        for ours, (small, above, least) in counts["small"].items()
        if above >= 3 and 2 * small > above
    ]


def _near(column: str) -> str:
    """The known name that a heading nearly is."""
    words = {
        heading_word(word): f["name"] for f in register_fields().values() for word in (f["name"], *f.get("label", {}).values())
    }
    hit = difflib.get_close_matches(heading_word(column), words, n=1, cutoff=0.7)
    return words[hit[0]] if hit else ""
