"""What number is written into a cell, and in which format, so that Excel shows what the report shows."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

from ...document import Column

_YEAR = re.compile(r"(?:19|20)\d\d")
_SPELLED = {
    lang: re.compile(rf"[+\N{{MINUS SIGN}}]?\d{{1,3}}(?:\{thousands}\d{{3}})*(?:\{decimal}\d+)?")
    for lang, thousands, decimal in (("id", ".", ","), ("en", ",", "."))
}


def is_years(column: Column, values: Iterable[Any]) -> bool:
    """Whether a column of text holds whole years alone and may be stored as numbers, to be sorted and filtered."""
    there = [str(v) for v in values if not _missing(v)]
    return column.kind == "text" and bool(there) and all(_YEAR.fullmatch(v) for v in there)


def number_format(column: Column) -> str:
    """Excel's format for a column of figures; Excel puts in the separators of its own language.

    >>> number_format(Column("a", "A", "signed", 2)), number_format(Column("a", "A", "percent", 1))
    ('+#,##0.00;"−"#,##0.00;0.00', '#,##0.0"%";"−"#,##0.0"%"')
    """
    digits = 0 if column.kind == "integer" else column.digits
    after = "." + "0" * digits if digits else ""
    sign = '"%"' if column.kind == "percent" else ""
    plain = f"#,##0{after}{sign}"
    minus = f'"\N{MINUS SIGN}"{plain}'
    return f"+{plain};{minus};0{after}" if column.kind == "signed" else f"{plain};{minus}"


def stored(value: Any, column: Column) -> float | None:
    """The number kept in the cell: all its digits, unless Excel would then show another figure than the report.

    Both let a half go away from zero, Excel of the fifteen digits it keeps and the report of the number itself, and
    a rounded -0.001 must not show as minus zero: where they part, the number is stored as the report shows it.
    """
    if isinstance(value, str) or _missing(value) or not math.isfinite(float(value)):
        return None
    digits = 0 if column.kind == "integer" else column.digits
    if column.kind == "p" and float(value) < 10.0**-digits:  # stands as text: "< 0.001"
        return None
    exact = Decimal(f"{float(value):.15g}")
    step = Decimal(1).scaleb(-digits)
    excel, report = (float(told.quantize(step, ROUND_HALF_UP)) + 0.0 for told in (exact, Decimal(float(value))))
    return float(exact) if excel == report and (report or not exact) else report


def unspelled(value: Any, column: Column, lang: str) -> tuple[float, Column] | None:
    """The number behind a figure that its table spells row by row, since rows have units of their own, and the column with
    the decimals of this row; None for a word, such as the sign of a hidden count.

    >>> unspelled("−1.250,5", Column("a", "A", "signed"), "id")[0], unspelled("•", Column("a", "A", "number"), "id")
    (-1250.5, None)
    """
    thousands, decimal = (".", ",") if lang == "id" else (",", ".")
    if column.kind not in ("number", "signed") or not isinstance(value, str) or not _SPELLED[lang].fullmatch(value):
        return None
    plain = value.replace(thousands, "").replace(decimal, ".").replace("−", "-")
    return float(plain), replace(column, digits=len(plain.partition(".")[2]))


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or value != value
