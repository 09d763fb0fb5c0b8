"""A table as CSV: Excel shows its names right without being told the encoding, and no cell of it is ever computed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..say.harmless import csv_cell

if TYPE_CHECKING:  # every command writes CSV, and `p2wkss --help` should not wait for pandas
    import pandas as pd


def csv_text(table: pd.DataFrame) -> str:
    """The table with its headings as CSV, a mark of UTF-8 before it; `open_file.read_table` gives back every text as it was.

    >>> import pandas as pd
    >>> csv_text(pd.DataFrame({"name": ["=1+1", "-5"], "n": [-5, 3]}))
    "\\ufeffname,n\\r\\n'=1+1,-5\\r\\n-5,3\\r\\n"
    """
    import pandas as pd

    made = table.set_axis([_cell(name) for name in table.columns], axis=1)
    for place, column in enumerate(c for _, c in table.items()):
        if column.dtype.kind not in "biufcmM":
            made.isetitem(
                place, pd.Series([_cell(v) for v in column], index=table.index, dtype=object)
            )  # or 2015 beside a gap becomes 2015.0
    return "\ufeff" + made.to_csv(index=False, lineterminator="\r\n")  # RFC 4180; with it both signs of a line break are quoted


def _cell(value: Any) -> Any:
    """Texts alone: a number is never one that a spreadsheet computes, and a sign that is no letter cannot be written."""
    return csv_cell(value.encode("utf-8", "replace").decode("utf-8")) if isinstance(value, str) else value
