"""What the published years of the Indeks Desa Membangun allow: each design with its sites and its panel.

The value of year Y is measured April to mid June; the programme of year Y runs February to November and its
site is ranked in Y-1 or before. So Y-1 and earlier are before, Y is an early, partly exposed value, Y+1 is
after. With the published years no site has both a clean year before its ranking year and a year after.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ..impact.panel.panel import Panel
from ..say import Text
from ..say.errors import NotEnoughData
from . import texts


@dataclass(frozen=True)
class Design:
    """One comparison that the published years allow.

    key; cohort: programme year; first, last: years of the index used, `first` being the base; regency: dotted
    code or None for all; baseline: "early" or "timing" (as in `Panel`).
    """

    key: str
    cohort: int
    first: int
    last: int
    regency: str | None
    baseline: str

    @property
    def title(self) -> Text:
        """The design in words."""
        return texts.DESIGNS[self.key]


DESIGNS = (
    Design(
        "early_baseline_2023",
        2023,
        2023,
        2024,
        None,
        "early",
    ),
    Design(
        "early_baseline_serang_2021",
        2021,
        2021,
        2024,
        "36.04",
        "early",
    ),
    Design(
        "timing_placebo_2024",
        2024,
        2023,
        2024,
        None,
        "timing",
    ),
)


def village_index_panel(
    village_index: pd.DataFrame,
    programme_sites: pd.DataFrame,
    design: Design,
    *,
    outcome: str = "idm",
    confirmed: bool = True,
    winners: bool = True,
    neighbours: bool = False,
) -> Panel:
    """The panel of one design: its sites and the other desa of their kabupaten.

    village_index: area_code, year and the outcome ("idm", "iks", "ike", "ikl", each 0 to 1, higher better);
    programme_sites: village_code, year, status, result. confirmed: only sites of status "confirmed" count as
    treated; winners: False leaves out sites known to have won a contest, whom the press favours.
    Any other known site stays out of the comparison, except confirmed ones that start after the last year; so
    do desa of a site's own kecamatan unless `neighbours` (spillover). Raises NotEnoughData without a site.
    """
    sites = design_sites(village_index, programme_sites, design, outcome=outcome, confirmed=confirmed, winners=winners)
    if sites.empty:
        raise NotEnoughData(texts.NO_SITE.fill(design=design.title))
    codes = set(sites["village_code"])
    inside = village_index[
        village_index["year"].between(design.first, design.last) & village_index["area_code"].str[:5].isin({c[:5] for c in codes})
    ]
    known = programme_sites.dropna(subset=["village_code"])
    later = known[(known["year"] > design.last) & (known["status"] == "confirmed")]["village_code"]
    out = set(known["village_code"]) - set(later) - codes
    districts = set() if neighbours else {c[:8] for c in codes}
    keep = inside["area_code"].isin(codes) | ~(inside["area_code"].isin(out) | inside["area_code"].str[:8].isin(districts))
    rows = inside[keep].assign(
        regency=lambda d: d["area_code"].str[:5],
        programme_year=lambda d: pd.array([design.first + 1 if c in codes else pd.NA for c in d["area_code"]], dtype="Int64"),
    )
    return Panel.from_table(rows, outcome=outcome, better="higher", group="regency", baseline=design.baseline)


def design_sites(
    village_index: pd.DataFrame,
    programme_sites: pd.DataFrame,
    design: Design,
    *,
    outcome: str = "idm",
    confirmed: bool = True,
    winners: bool = True,
) -> pd.DataFrame:
    """The sites one design can use, one row each: village_code, regency, village, year, status."""
    sites = programme_sites[programme_sites["year"] == design.cohort]
    known = village_index["area_code"].isin(sites["village_code"]) & village_index[outcome].notna()
    seen = village_index.loc[known, ["area_code", "year"]]
    at_first = set(seen.loc[seen["year"] == design.first, "area_code"])
    after = set(seen.loc[seen["year"].between(design.first + 1, design.last), "area_code"])
    sites = sites[sites["village_code"].isin(at_first & after)]
    if design.regency:
        sites = sites[sites["village_code"].str[:5] == design.regency]
    if confirmed:
        sites = sites[sites["status"] == "confirmed"]
    if not winners and "result" in sites:
        sites = sites[~sites["result"].astype("string").str.contains("juara|award", case=False, na=False)]
    return sites.drop_duplicates("village_code")[["village_code", "regency", "village", "year", "status"]]
