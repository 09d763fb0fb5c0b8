"""The register of past sites against what was published: the village index, and decrees of slums.

These are the two audits that public figures allow. The choice may have been made by another measure, so a low rank
here reflects the measure as well as the choice.
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from ...say.errors import NotEnoughData
from . import texts
from .official_list import ListAudit, audit_list
from .targets import Audit, audit_targets


def confirmed_sites(sites: pd.DataFrame, status: str | None = "confirmed") -> pd.DataFrame:
    """The sites with a village code, confirmed ones by default, all of them with `status=None`."""
    coded = sites[sites["village_code"].notna()]
    return coded if status is None else coded[coded["status"] == status]


def audit_village_index(
    sites: pd.DataFrame,
    village_index: pd.DataFrame,
    *,
    first: int,
    last: int,
    k: float | None = 0.2,
    lag: int = 1,
    status: str | None = "confirmed",
    aspect: str = "idm",
) -> Audit:
    """Desa sites of the years `first` to `last` against the village index of the year before.

    sites: columns `village_code, year, status` (table `programme_sites`). village_index: `area_code, year` and
    `aspect` (`idm, iks, ike` or `ikl`, 0-1, high is well off), so need is 1 - aspect. Each site is ranked
    among the desa of its own kabupaten by the newest value at least `lag` years before it; a site of year
    Y was chosen in Y - 1 or before. k: the neediest fifth by default. Kelurahan carry no index and say
    so in `.places()`. Source of the index: Kementerian Desa PDTT, Indeks Desa Membangun.

    >>> sites = pd.DataFrame({"village_code": ["32.01.01.2001"], "year": [2024], "status": ["confirmed"]})
    >>> index = pd.DataFrame({"area_code": [f"32.01.01.200{i}" for i in range(1, 6)], "year": 2023,
    ...                       "idm": [0.6, 0.7, 0.8, 0.8, 0.9]})
    >>> int(audit_village_index(sites, index, first=2024, last=2024).places()["rank"][0])
    1
    """
    chosen = confirmed_sites(sites, status)
    chosen = chosen[chosen["year"].between(first, last).fillna(False)]
    if chosen.empty:
        raise NotEnoughData(texts.NO_CODED_SITE.fill(first=first, last=last))
    need = village_index[["area_code", "year"]].assign(need=1 - village_index[aspect], regency=village_index["area_code"].str[:5])
    return audit_targets(chosen[["village_code", "year"]], need, k=k, group="regency", lag=lag)


def audit_slum_decrees(
    sites: pd.DataFrame,
    slum_villages: pd.DataFrame,
    areas: pd.DataFrame,
    regency: str,
    *,
    partial: Collection[int] = (),
    lead: int = 1,
    status: str | None = "confirmed",
) -> ListAudit:
    """Sites of one city against the slum decree in force when each was chosen.

    Tables `programme_sites`, `slum_villages` and `areas`; `regency` is a code such as `32.76`. `partial` names the
    years of lists known only in part (Cilegon: 2017 and 2023); lists whose `kind` is
    `masuk_daftar_sebagian` count as partial by themselves. Slum lists: Permen PUPR 14/PRT/M/2018, decreed by
    the mayor.
    """
    villages = areas.loc[(areas["level"] == "village") & areas["area_code"].str.startswith(regency + "."), "area_code"]
    lists = slum_villages[slum_villages["regency_code"] == regency]
    here = confirmed_sites(sites, status)
    here = here[here["village_code"].str.startswith(regency + ".")]
    if "kind" in lists:
        partial = {*partial, *lists.loc[lists["kind"] == "masuk_daftar_sebagian", "year"].dropna()}
    return audit_list(here, lists, villages, partial=partial, lead=lead)
