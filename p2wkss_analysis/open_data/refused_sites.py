"""Why most known sites cannot be looked at: each refused site with the first reason that would have to be mended."""

from __future__ import annotations

import pandas as pd

from ..impact.estimate import Text
from .village_index_designs import DESIGNS, design_sites

_REASONS = {
    "no_code": Text("Desa/kelurahan belum dikenali kodenya.", "The village has not been matched to a code."),
    "no_year": Text("Tahun program tidak diketahui.", "The programme year is not known."),
    "kelurahan": Text("Kelurahan tidak memiliki Indeks Desa Membangun.", "A kelurahan has no Indeks Desa Membangun."),
    "no_value": Text("Desa ini tidak ada dalam tabel indeks.", "This desa is not in the index table."),
    "too_old": Text(
        "Program berjalan sebelum tahun pertama indeks dalam tabel ini.",
        "The programme ran before the first year of the index in this table.",
    ),
    "no_year_after": Text(
        "Indeks berakhir pada 2024; tidak ada nilai sesudah program.",
        "The index ended in 2024; there is no value after the programme.",
    ),
    "no_year_before": Text(
        "Desa ini tidak memiliki nilai indeks sebelum atau pada tahun program.",
        "This desa has no value of the index before or in the programme year.",
    ),
    "unconfirmed": Text(
        "Tahun atau lokasi belum dikonfirmasi; hanya dipakai dalam uji kepekaan.",
        "Year or place not confirmed; used only as a sensitivity check.",
    ),
}


def refused_sites(village_index, programme_sites, areas=None, *, outcome="idm") -> pd.DataFrame:
    """Every site no design can use by default, with its reason.

    Columns: regency, village_code, village, year, status, reason (a key), reason_id, reason_en. A site that
    stays unused for several reasons is given the first that would have to be mended.
    """
    used = set()
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
                    "reason_id": _REASONS[reason].id,
                    "reason_en": _REASONS[reason].en,
                }
            )
    return pd.DataFrame(
        rows,
        columns=["regency", "village_code", "village", "year", "status", "reason", "reason_id", "reason_en"],
    )


def _reason(site, kinds, seen) -> str:
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
