"""The households of a workbook that can be chosen from, and the list chosen from them."""

from __future__ import annotations

import pandas as pd

from ..say.errors import WrongUse
from ..tables.workbook.check import Checked
from ..targeting.households.assisted import place_of
from . import texts


def candidate_households(checked: Checked, columns: tuple[str, ...] = ()) -> pd.DataFrame:
    """The households that can be chosen from: first visit (wave 0), interviewed. `rt` names its place where there are several.

    columns: those that must be there and filled. `.attrs`: places (the RT of every line), lines (of the sheet), synthetic.
    """
    rows = checked.tables["households"]
    lines = pd.Series(range(5, len(rows) + 5), index=rows.index)
    rows = rows[((rows["wave"] == 0) & (rows["status"] == "interviewed")).fillna(False).astype(bool)]
    lines = lines[rows.index].tolist()
    rows = rows.reset_index(drop=True)
    if rows.empty:
        raise WrongUse(texts.NO_CANDIDATES.fill(file=checked.file))
    lacking = [c for c in columns if c not in rows]
    if lacking:
        raise WrongUse(texts.NO_SUCH_COLUMN.fill(columns=lacking, filled=[c for c in rows if rows[c].notna().any()]))
    rows.attrs |= {"places": place_of(rows).tolist(), "lines": lines, "synthetic": checked.synthetic}
    if len(rows[["village_code", "rw"]].drop_duplicates()) > 1:  # RT 3 of one RW is not RT 3 of another
        rw = rows["rw"].map(" RW {:02.0f}".format, na_action="ignore").fillna("").astype("str")
        names = checked.tables["villages"].drop_duplicates("village_code").set_index("village_code")["village"].dropna()
        names = names[~names.duplicated(keep=False)]
        rows["rt"] = (
            rows["village_code"].map(names).fillna(rows["village_code"]).astype("str")
            + rw
            + rows["rt"].map(" RT {:02.0f}".format).astype("str")
        )
    return rows
