"""A workbook made by `p2wkss template`, where a command takes a table of the user's own: its sheets as such tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...say.errors import DataFaults, Fault, WrongUse
from ...say import pick

if TYPE_CHECKING:
    import pandas as pd

    from ...tables.workbook.check import Checked


def filled_workbook(path: str, lang: str) -> Checked | None:
    """The workbook at `path`, checked; None for any other file. Raises DataFaults where it has faults."""
    from ...tables.workbook.check import check
    from ...tables.xlsx.reading import Book, Unreadable

    if Path(path).suffix.lower() != ".xlsx" or not Path(path).is_file():
        return None
    try:
        if not {"guide", "villages", "households"} <= set(Book(path).names):
            return None
    except Unreadable:
        return None
    checked = check(path, lang)
    if not checked.ok:
        rows = checked.faults.astype(object).where(checked.faults.notna(), "").to_dict("records")
        raise DataFaults((Fault(**row) for row in rows), lang)
    return checked


def marked_synthetic(checked: Checked, lang: str) -> str:
    """The mark that goes with everything made from made-up values; empty for real ones."""
    return pick(lang, id="DATA SINTETIS: bukan keadaan nyata.", en="SYNTHETIC DATA: not the real state.") if checked.synthetic else ""


def candidate_households(checked: Checked) -> pd.DataFrame:
    """The households that can be chosen from: first visit (wave 0), interviewed. `rt` names its place where there are several."""
    from ...targeting.households.assisted import place_of

    rows = checked.tables["households"]
    rows = rows[(rows["wave"] == 0) & (rows["status"] == "interviewed")].reset_index(drop=True)
    if rows.empty:
        raise WrongUse(id=f"Lembar households dalam {checked.file} tidak memuat keluarga gelombang 0 yang diwawancarai.",
                       en=f"The sheet households of {checked.file} holds no interviewed household of wave 0.")
    rows.attrs["places"] = place_of(rows).tolist()
    if len(rows[["village_code", "rw"]].drop_duplicates()) > 1:  # RT 3 of one RW is not RT 3 of another
        rw = rows["rw"].map(" RW {:02.0f}".format, na_action="ignore").fillna("").astype("str")
        names = checked.tables["villages"].drop_duplicates("village_code").set_index("village_code")["village"].dropna()
        names = names[~names.duplicated(keep=False)]
        rows["rt"] = rows["village_code"].map(names).fillna(rows["village_code"]).astype("str") + rw + rows["rt"].map(" RT {:02.0f}".format).astype("str")
    return rows


def yearly_villages(checked: Checked, outcome: str) -> tuple[pd.DataFrame, int]:
    """area_code, year, the outcome and programme_year from the sheets `villages` and `sites`; and how many villages are left
    out because their programme began before or in the first year of the outcome."""
    villages, sites = checked.tables["villages"], checked.tables["sites"]
    if outcome not in villages or villages[outcome].dtype.kind not in "if":
        held = ", ".join(c for c in villages if villages[c].dtype.kind == "f" and villages[c].notna().any())
        raise WrongUse(id=f"Lembar villages dalam {checked.file} tidak memuat kolom angka {outcome}. Yang terisi: {held}.",
                       en=f"The sheet villages of {checked.file} has no column of numbers {outcome}. Filled in are: {held}.")
    start = sites.dropna(subset=["year", "village_code"]).groupby("village_code")["year"].min().astype(float)
    rows = villages.dropna(subset=["village_code", "year", outcome]).assign(
        programme_year=lambda d: d["village_code"].map(start), year=lambda d: d["year"].astype(float))
    rows = rows.assign(programme_year=rows["programme_year"].where(rows["programme_year"] <= rows["year"].max()))
    early = rows["programme_year"] <= rows["year"].min()
    left = rows.loc[early, "village_code"].nunique()
    return rows.loc[~early].rename(columns={"village_code": "area_code"}).reset_index(drop=True), int(left)
