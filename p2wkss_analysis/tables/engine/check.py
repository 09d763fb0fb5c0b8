"""Checking a register of households inside its engine: every rule counted in one reading, no row in memory."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import narwhals.stable.v2 as nw

from ...dictionary.sheets import CARD, heading_word
from ...disclosure.privacy import holds_identity_number
from ...files.opening import one_run
from ...identity.hidden import HIDDEN, mask
from ...say import Text
from .. import texts as of_tables
from . import texts
from .columns import register_fields
from .duckdb_engine import DuckDB
from .found import Found, RegisterChecked, found
from .keys import HOUSEHOLD, faulty_villages, mixed_years, repeated_households
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
        return checking(register).result


@dataclass(frozen=True)
class Checking:
    """A check with what it was made of. broken: rules that are broken and how often; codes: of villages that do not exist, as
    the source has them; repeated: whether households have several rows in a year, or may have; hopeless: whether nobody can
    tell which rows are right, since they lie in the folder of another year or hold no codes of villages."""

    result: RegisterChecked
    broken: tuple[tuple[Rule, int], ...]
    codes: list[str]
    repeated: bool
    hopeless: bool


def checking(register: Register, used: Collection[str] | None = None) -> Checking:
    """An open register as checked; used: our names of the columns that matter, by default all."""
    names = {ours: theirs for ours, theirs in register.names.items() if used is None or ours in used}
    rules = rules_of(names, dict(register.rows.collect_schema()))
    counts = _counted(register, names, rules)
    broken = _sure(register, [(rule, n) for rule, n in zip(rules, counts["rules"], strict=True) if n])
    kinds = _with_examples(register, broken)
    villages, codes = faulty_villages(register)
    hidden = any(rule.column == HOUSEHOLD and rule.by_form for rule, _ in broken)
    again = repeated_households(register) if HOUSEHOLD in names and not hidden else []
    mixed = mixed_years(register)
    kinds += [*villages, *again, *mixed]
    if not counts["rows"]:
        kinds = [found("", 0, None, texts.NO_ROWS, texts.CHECK_SOURCE, key=True)]
    order = sorted(kinds, key=lambda kind: (not kind.key, -kind.n, kind.column))
    result = RegisterChecked(
        mask(register.name),
        counts["rows"],
        tuple(order),
        {mask(column): _near(column, register.names) for column in register.unread},
        tuple(_unchecked(HOUSEHOLD in register.names, hidden)),
        tuple(_units(counts, {rule.column for rule, _ in broken if rule.rule == of_tables.THOUSANDS_OR_DECIMALS})),
        register.made_up,
    )
    return Checking(result, tuple(broken), codes, bool(again) or hidden, bool(mixed or villages and not codes))


def _unchecked(named: bool, hidden: bool) -> Iterator[Text]:
    """named: whether there are household ids; hidden: whether any is the number of a person, which is never grouped: what is
    grouped may be written to disk."""
    if not named:
        yield texts.NO_HOUSEHOLD_ID
    if hidden:
        yield texts.IDS_ARE_CARDS


def _counted(register: Register, names: Mapping[str, str], rules: tuple[Rule, ...]) -> dict:
    """How many rows there are, how many break each rule, and of some columns how many values are implausibly small."""
    asked = {f"rule {i}": rule.broken.cast(nw.Int64).sum() for i, rule in enumerate(rules)}
    kinds = dict(register.rows.collect_schema())
    small = {}
    for ours, theirs in names.items():
        least = register_fields()[ours].get("plausible_from")
        value = number_of(ours, theirs, kinds[theirs]) if least else None
        if value is not None:
            small[ours] = least
            asked[f"small {ours}"] = ((value > 0) & (value < least)).cast(nw.Int64).sum()
            asked[f"above {ours}"] = (value > 0).cast(nw.Int64).sum()
    row = register.engine.collect(register.rows.select(nw.len().alias("rows"), **asked)).to_pylist()[0]
    return {
        "rows": row["rows"],
        "rules": [int(row[f"rule {i}"] or 0) for i in range(len(rules))],
        "small": {o: (row[f"small {o}"] or 0, row[f"above {o}"] or 0, least) for o, least in small.items()},
    }


def _sure(register: Register, broken: list[tuple[Rule, int]]) -> list[tuple[Rule, int]]:
    """Without those whose cells only look as if they broke a rule."""
    return [(rule, n) for rule, n in broken if not rule.by_form or _is_one(register, rule)]


def _with_examples(register: Register, broken: list[tuple[Rule, int]]) -> list[Found]:
    """The rules that are broken, each with one of its cells; read a second time, and only where something is wrong."""
    open_ones = [rule for rule, _ in broken if not rule.by_form and rule.column != CARD]
    asked = {f"{i}": nw.when(rule.broken).then(rule.shown).min() for i, rule in enumerate(open_ones)}
    row = register.engine.collect(register.rows.select(**asked)).to_pylist()[0] if asked else {}
    shown = {id(rule): row[f"{i}"] for i, rule in enumerate(open_ones)}
    return [
        found(register.names[rule.column], n, shown.get(id(rule), HIDDEN), rule.rule, rule.remedy, rule.column in KEYS)
        for rule, n in broken
    ]


def _is_one(register: Register, rule: Rule) -> bool:
    """Whether any of the first cells that look like a number of a card is one."""
    cells = register.engine.collect(register.rows.filter(rule.broken).select(cell=rule.shown).head(_LOOKED_AT))
    return any(holds_identity_number(f"{cell}") for cell in cells["cell"].to_pylist())


def _units(counts: dict, asked: Collection[str]) -> list[Text]:
    """What to ask about rupiah that may stand in thousands: where most values of a column are implausibly small; asked: columns
    of which it is asked already whether their points are decimals."""
    return [
        texts.IN_THOUSANDS.fill(column=Text.of(register_fields()[ours]["label"]), n=small, all=above, least=least)
        for ours, (small, above, least) in counts["small"].items()
        if above >= 3 and 2 * small > above and ours not in asked
    ]


def _near(column: str, held: Collection[str]) -> str:
    """The known name that a heading nearly is, of those that the source does not have."""
    fields = [field for field in register_fields().values() if field["name"] not in held]
    words = {heading_word(word): f["name"] for f in fields for word in (f["name"], *f.get("label", {}).values())}
    hit = difflib.get_close_matches(heading_word(column), words, n=1, cutoff=0.75)
    return words[hit[0]] if hit else ""
