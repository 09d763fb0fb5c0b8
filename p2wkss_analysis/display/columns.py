"""One column for people: a heading in words, its numbers rounded by kind and written in the language's form."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..say import date, integer, number, p_value, percent, rupiah, signed
from ..say.harmless import one_line
from .headings import heading, word

if TYPE_CHECKING:
    import pandas as pd

MISSING = "\N{EN DASH}"
_SUFFIX = {"_percent": "percent", "_rupiah": "rupiah", "_year": "year"}
_FIGURES = 3  # figures that a typical number of a column keeps
_ALIKE = (  # columns of one unit are rounded as the first of them in the table
    ("estimate", "std_error", "conf_low", "conf_high", "smallest_detectable"),
    ("value_from", "value_to", "change"),
    ("contribution", "against_median", "against_runner_up"),
    ("value", "low", "high"),
    ("value", "value_to_leave", "neighbour_mean"),
    ("programme_effect", "observed_change", "common_change", "selection_rebound", "conf_low", "conf_high"),
    ("comparison_change", "score_change"),
)
_OWN_UNIT = (
    "value",
    "low",
    "high",
    "value_to_leave",
)  # where each row is another measure or indicator, each has its own decimals


@dataclass(frozen=True)
class ColumnShown:
    """A column as text: its label, whether it holds numbers (set to the right), and one text a row."""

    name: str
    label: str
    numeric: bool
    cells: list[str]


def shown_columns(frame: pd.DataFrame, lang: str, labels: Mapping[str, str] | None = None) -> list[ColumnShown]:
    """Every column of `frame` as text. `labels` names columns of data; result columns have their own heading.

    >>> import pandas as pd
    >>> [c.cells for c in shown_columns(pd.DataFrame({"year": [2024], "estimate": [-1.5]}), "id")]
    [['2024'], ['−1,5']]
    """
    return [_column(frame, str(name), lang, labels or {}) for name in frame.columns]


def _column(frame: pd.DataFrame, name: str, lang: str, labels: Mapping[str, str]) -> ColumnShown:
    from pandas.api.types import is_bool_dtype, is_datetime64_any_dtype, is_float_dtype, is_numeric_dtype

    values, known = frame[name], heading(name, lang)
    label = one_line(labels.get(name) or (known[0] if known else name))
    cells = [None if _missing(v) else v for v in values.tolist()]
    there = [v for v in cells if v is not None]
    if is_bool_dtype(values) or not is_numeric_dtype(values):
        if is_datetime64_any_dtype(values):
            return ColumnShown(name, label, False, [MISSING if v is None else date(v, lang) for v in cells])
        if there and all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in there):
            values = values.where(values.notna(), math.nan).astype(float)  # numbers kept as objects beside missing ones
        else:
            return ColumnShown(
                name, label, False, [MISSING if v is None or v == "" else one_line(word(name, v, lang)) for v in cells]
            )
    kind = known[1] if known else next((k for end, k in _SUFFIX.items() if name.endswith(end)), "number")
    if kind == "text" or (kind == "integer" and is_float_dtype(values) and any(float(v) % 1 for v in there if math.isfinite(v))):
        kind = "number"
    if kind == "number" and not is_float_dtype(values):
        kind = "year" if _years(there, name) else "integer"
    leader, kinds = _own_unit(frame, name), [kind] * len(cells)
    if leader is not None:  # a measure that is a p-value, by the name its row carries, is written as one
        kinds = ["p" if (heading(str(row), lang) or ("", kind))[1] == "p" else kind for row in frame.index]
        digits = [0 if _missing(v) else _digits([float(v)], k) for v, k in zip(frame[leader].tolist(), kinds, strict=True)]
    else:
        digits = [_digits([float(v) * (100 if kind == "share" else 1) for v in _like(frame, name)], kind)] * len(cells)
    return ColumnShown(
        name,
        label,
        kind != "year",
        [MISSING if v is None else _text(float(v), k, d, lang) for v, k, d in zip(cells, kinds, digits, strict=True)],
    )


def _text(value: float, kind: str, digits: int, lang: str) -> str:
    if kind == "year":
        return str(int(value))
    if not math.isfinite(value):
        return number(value, 0, lang)
    if kind == "share":
        return percent(100 * value, digits, lang)
    if kind == "integer":
        return integer(value, lang)
    if kind == "p":
        return p_value(value, digits, lang)
    if kind == "rupiah":
        return rupiah(value, lang)
    return {"signed": signed, "percent": percent}.get(kind, number)(value, digits, lang)


def _own_unit(frame: pd.DataFrame, name: str) -> str | None:
    """Where each row is another measure, indicator or outcome: the column that decides the decimals of a row's `name`."""
    if name in _OWN_UNIT and ("measure" in frame or "indicator" in frame):
        return "value" if "value" in frame else name
    if name in _ALIKE[0] and "outcome" in frame and "unit" in frame:
        return "estimate"
    return None


def _like(frame: pd.DataFrame, name: str) -> list:
    """The values whose size decides the decimals: the column's own, or those of the column it is read with."""
    leader = next((group[0] for group in _ALIKE if name in group and group[0] in frame), name)
    values = frame[leader if str(frame[leader].dtype) != "object" else name]
    return [v for v in values.tolist() if not _missing(v)]


def _digits(values: list[float], kind: str) -> int:
    """Decimals of a column: those its numbers have, if two or fewer; otherwise enough for three figures of the median value."""
    if kind == "p":
        return 3
    finite = sorted(abs(v) for v in values if math.isfinite(v) and v)
    if not finite:
        return 0
    written = next((d for d in range(3) if all(abs(round(v, d) - v) < 1e-9 for v in finite)), None)
    if kind in ("share", "percent"):
        return min(1, 1 if written is None else written)
    if written is not None:
        return written
    return max(0, min(4, _FIGURES - 1 - math.floor(math.log10(finite[len(finite) // 2]))))  # 0 from a hundred on


def _years(values: list, name: str) -> bool:
    return "year" in name and all(1900 <= v <= 2100 for v in values)


def _missing(value: Any) -> bool:
    return value is None or str(value) in ("<NA>", "NaT") or value != value
