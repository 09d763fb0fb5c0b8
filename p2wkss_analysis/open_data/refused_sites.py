"""Why most known sites cannot be assessed: each with the first reason that would have to be removed."""

from __future__ import annotations

import pandas as pd

from . import texts
from .village_index_designs import DESIGNS, design_sites


def refused_sites(
    village_index: pd.DataFrame, programme_sites: pd.DataFrame, areas: pd.DataFrame | None = None, *, outcome: str = "idm"
) -> pd.DataFrame:
    """Every site no design can use by default, with its reason.

    Columns: regency, village_code, village, year, status, reason (a key), reason_id, reason_en. A site that
    stays unused for several reasons is given the first that would have to be removed.
    """
    used: set[int] = set()
    for design in DESIGNS:
        used |= set(design_sites(village_index, programme_sites, design, outcome=outcome).index)
    named = areas[areas["area_code"].isin(programme_sites["village_code"])] if areas is not None else None
    kinds = {} if named is None else dict(zip(named["area_code"], named["kind"], strict=True))
    seen = village_index.dropna(subset=[outcome]).groupby("area_code")["year"].agg(["min", "max"])
    rows = []
    for index, site in programme_sites.iterrows():
        if index not in used:
            reason = _reason(site, kinds, seen)
            rows.append(
                {
                    "regency": site["regency"],
                    "village_code": site["village_code"],
                    "village": site["village"],
                    "year": site["year"],
                    "status": site["status"],
                    "reason": reason,
                    "reason_id": texts.REFUSED[reason].id,
                    "reason_en": texts.REFUSED[reason].en,
                }
            )
    return pd.DataFrame(
        rows,
        columns=["regency", "village_code", "village", "year", "status", "reason", "reason_id", "reason_en"],
    )


def _reason(site: pd.Series, kinds: dict[str, str], seen: pd.DataFrame) -> str:
    code, year = site["village_code"], site["year"]
    if pd.isna(code):
        return "no_code"
    if pd.isna(year):
        return "no_year"
    if kinds.get(code) == "kelurahan" or (code not in kinds and code.split(".")[-1].startswith("1")):
        return "kelurahan"
    if code not in seen.index:
        return "no_value"
    first, last = seen.loc[code]
    if year >= last + 1:
        return "no_year_after"
    if year < first:
        return "no_year_before" if year >= seen["min"].min() else "too_old"
    return "unconfirmed" if site["status"] != "confirmed" else "no_year_before"
