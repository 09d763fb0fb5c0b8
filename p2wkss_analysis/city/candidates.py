"""The households of a workbook that can be chosen from, and what is kept in it of the list that was drawn from them."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd

from ..dictionary.sheets import label_of
from ..files.overwriting import allow_writing
from ..say.errors import WrongUse
from ..tables.workbook.check import Checked
from ..tables.workbook.settings import CHANCE, COLUMN, CUT, FIGURE, QUOTAS, RULE, WITHIN, settings_of
from ..tables.years.same_year import write_again
from ..targeting.households.assisted import place_of
from ..targeting.households.near_cut import NearCutDraw
from .texts import candidates as texts
from .texts import need as of_need


def candidate_households(checked: Checked, columns: tuple[str, ...] = (), again: bool = False) -> pd.DataFrame:
    """The households that can be chosen from: first visit (wave 0), interviewed, not assisted in an earlier programme year unless
    `again`. `rt` names its place where there are several.

    columns: those that must be there and filled. `.attrs`: places (the RT of every line), lines (of the sheet), synthetic,
    already (how many are left out as assisted before).
    """
    rows = checked.tables["households"]
    lines = pd.Series(range(5, len(rows) + 5), index=rows.index)
    rows = rows[((rows["wave"] == 0) & (rows["status"] == "interviewed")).fillna(False).astype(bool)]
    before = rows["household_id"].isin(assisted_before(checked.tables["households"], checked.tables["sites"]))
    rows, already = (rows, 0) if again else (rows[~before], int(before.sum()))
    lines = lines[rows.index].tolist()
    rows = rows.reset_index(drop=True)
    if rows.empty:
        raise WrongUse((texts.ALL_ASSISTED if already else texts.NO_CANDIDATES).fill(file=checked.file, n=already))
    lacking = [c for c in columns if c not in rows]
    if lacking:
        filled = [label_of("households", c) for c in rows if rows[c].notna().any()]
        raise WrongUse(texts.NO_SUCH_COLUMN.fill(columns=lacking, filled=filled))
    rows.attrs |= {"places": place_of(rows).tolist(), "lines": lines, "synthetic": checked.synthetic, "already": already}
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


def record_draw(checked: Checked, draw: NearCutDraw, out: str | os.PathLike, lang: str | None = None) -> Path:
    """Write a copy of the workbook that keeps a draw among the households near the cut: who is assisted (at every visit), at
    wave 0 the figure that decided and the chance of each, and in the settings that lots were drawn. The original stays as it is.
    What was published of it goes along, so that both together tell no more than each.

    Raises DataFaults where it has faults, WrongUse before the draw, for a household it does not hold, or where `out` cannot be
    written.
    """
    tables = checked.usable_tables()
    kept = draw.record().set_index("household_id")
    homes = tables["households"].copy()
    known = homes["household_id"].isin(kept.index)
    absent = kept.index.difference(homes["household_id"].dropna())
    if len(absent):
        raise WrongUse(of_need.NOT_OF_THIS_WORKBOOK.fill(file=checked.file, n=len(absent), ids=list(absent)[:5]))
    allow_writing([out], reads=[checked.path] if checked.path else [])
    first = known & homes["wave"].eq(0).fillna(False).astype(bool)
    homes.loc[known, "assisted"] = homes.loc[known, "household_id"].map(kept["assisted"]).astype("boolean")
    for column in (FIGURE, CHANCE):
        homes.loc[first, column] = homes.loc[first, "household_id"].map(kept[column])
    settings = tables["settings"]
    stated = {name: "" for name in (RULE, COLUMN, WITHIN, CUT, QUOTAS)} | settings_of(draw.rule())
    rows = settings[~settings["setting"].isin(stated)]
    added = pd.DataFrame({"setting": list(stated), "value": list(stated.values())}).astype("str")
    changed = {"households": homes, "settings": pd.concat([rows, added], ignore_index=True)}
    return write_again(checked, changed, out, lang=lang)


def assisted_before(households: pd.DataFrame, sites: pd.DataFrame) -> set:
    """household_id of those assisted in an earlier programme year: the year is over (visited again), or it is not the newest.

    The programme year of a family is the first of its village from its first interview on; without one that year of interview.

    >>> homes = pd.DataFrame({"household_id": list("abc"), "wave": 0, "assisted": [True, True, False],
    ...     "village_code": list("VWV"), "interview_date": pd.to_datetime("2024-01-15")})
    >>> assisted_before(homes, pd.DataFrame({"year": [2024, 2025], "village_code": list("VW")}))
    {'a'}
    """
    rows = households.dropna(subset=["household_id", "wave"])
    helped = rows[rows["assisted"].eq(True).fillna(False).astype(bool)]
    again = set(helped.loc[helped["wave"] > 0, "household_id"])
    known = sites.dropna(subset=["year", "village_code"])
    if known.empty:
        return again
    first = helped.sort_values("wave", kind="stable").drop_duplicates("household_id")
    newest = int(known["year"].max())
    for family in first.itertuples():
        own = known.loc[known["village_code"] == family.village_code, "year"]
        begun = pd.Timestamp(family.interview_date).year if pd.notna(family.interview_date) else None
        later = own if begun is None else own[own >= begun]
        year = int(later.min()) if len(later) else begun
        if year is not None and year < newest:
            again.add(family.household_id)
    return again
