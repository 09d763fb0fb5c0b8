"""What may be published of who got what: reach by sector, pairs of sectors, cost, with small numbers of households hidden."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import NotEnoughData
from ..language import integer, join, percent, pick
from ..tables.small_cells import SMALLEST, suppress_small
from .cost import Cost
from .log import given, sector_words
from .reach import Coverage, coverage


@dataclass(frozen=True, eq=False, repr=False)
class PublicReach:
    """Reach among the assisted households, as it may leave the office.

    coverage: the full one, for the office; by_sector: sector, households, not_reached, percent; pairs: one, other, both;
    any_: (reached by any sector, by none), either missing where small; whole: sectors that only worked for a whole RT;
    unnamed: activities that name no household.
    """

    coverage: Coverage
    by_sector: pd.DataFrame
    pairs: pd.DataFrame
    reached: int | None
    whole: tuple[str, ...]
    unnamed: int

    def sentence(self, lang: str = "id") -> str:
        """How many assisted households are named in the log at all, and what cannot be told by household."""
        n = len(self.coverage.received)
        if self.reached is None:
            text = pick(lang, id=f"Berapa KK binaan yang tercatat menerima kegiatan atas namanya sendiri tidak dicetak, karena "
                                 f"menunjuk pada kurang dari {SMALLEST} KK.",
                        en=f"How many assisted households are on record with an activity of their own is not printed, because "
                           f"it would point at fewer than {SMALLEST}.")
        else:
            text = pick(lang, id=f"{integer(self.reached, lang)} dari {integer(n, lang)} KK binaan "
                                 f"({percent(100 * self.reached / n, 0, lang)}) tercatat menerima sedikitnya satu kegiatan "
                                 f"atas namanya sendiri.",
                        en=f"{integer(self.reached, lang)} of {integer(n, lang)} assisted households "
                           f"({percent(100 * self.reached / n, 0, lang)}) are on record with at least one activity of their own.")
        if self.unnamed:
            where = join([sector_words(s, lang) for s in self.whole], lang)
            text += " " + pick(
                lang,
                id=f"{integer(self.unnamed, lang)} kegiatan tidak menyebut ID keluarga (untuk seluruh RT atau lokasi), "
                   f"sehingga tidak dapat dibagi menurut keluarga"
                + (f"; yang hanya tercatat demikian: {where}." if where else "."),
                en=f"{integer(self.unnamed, lang)} activities name no household (they were for a whole RT or site) and cannot "
                   f"be told apart by household"
                + (f"; recorded only so: {where}." if where else "."),
            )
        return text


def public_reach(deliveries: pd.DataFrame, households: pd.DataFrame, smallest: int = SMALLEST) -> PublicReach:
    """Reach by sector and pairs of sectors among the assisted households, small counts hidden.

    deliveries, households: sheets of a checked workbook. A sector that names no household is not "nobody reached": it is
    listed apart. A pair of sectors is shown where none of its four groups (both, one, the other, neither) is from one to
    `smallest` - 1 and both sectors are shown. Raises NotEnoughData as `coverage` does.

    >>> log = pd.DataFrame({"sector": ["health"] * 9 + ["works"], "household_id": [*range(9), None]})
    >>> found = public_reach(log, pd.DataFrame({"household_id": range(20), "assisted": True}))
    >>> found.by_sector[["sector", "households", "not_reached"]].values.tolist(), found.whole
    ([['health', 9, 11]], ('works',))
    """
    named = deliveries[deliveries["household_id"].notna()] if "household_id" in deliveries else deliveries.iloc[:0]
    if named.empty:
        raise NotEnoughData(
            id="Tidak ada kegiatan yang menyebut ID keluarga; isi household_id pada lembar deliveries untuk kegiatan yang "
               "menyasar satu keluarga.",
            en="No activity names a household; fill in household_id on the sheet deliveries for activities meant for one family.",
        )
    found = coverage(named, households)
    shown = suppress_small(found.table().iloc[:-1].set_index("sector")[["households", "not_reached"]], smallest)
    rows = shown.drop(index="all", columns="all").rename_axis("sector").reset_index()
    known = rows["households"].notna() & rows["not_reached"].notna()
    rows["percent"] = (100 * rows["households"].astype(float) / len(found.received)).where(known)
    got = int(found.received.any(axis=1).sum())
    few = any(0 < n < smallest for n in (got, len(found.received) - got, len(found.received)))
    whole = tuple(sorted(set(deliveries.loc[_done(deliveries), "sector"].dropna()) - set(rows["sector"])))
    return PublicReach(found, rows, _pairs(found.received, list(rows.loc[known, "sector"]), smallest), None if few else got,
                       whole,
                       int(len(deliveries) - len(named)))


def public_cost(cost: Cost, smallest: int = SMALLEST) -> pd.DataFrame:
    """The table of a `Cost` without numbers of households from one to `smallest` - 1 and what they would give away."""
    table = cost.table()
    ends = table[["households_low", "households_high"]]
    few = (ends.gt(0) & ends.lt(smallest)).any(axis=1)
    hide = ["households_low", "households_high", "rupiah_low", "rupiah_high"]
    table = table.astype({"households_low": "Int64", "households_high": "Int64"})
    table.loc[few, hide[:2]] = pd.NA
    table.loc[few, hide[2:]] = np.nan
    return table.assign(hidden=few)


def _done(deliveries: pd.DataFrame) -> pd.Series:
    rows = deliveries.reindex(columns=["done_percent",
                                       "actual_date"]).assign(done_percent=lambda d: d["done_percent"].astype(float))
    return given(rows)


def _pairs(received: pd.DataFrame, sectors: list[str], smallest: int) -> pd.DataFrame:
    """one, other, both (Int64, hidden ones missing), one row a pair of sectors."""
    rows = []
    for place, one in enumerate(sectors):
        for other in sectors[place + 1 :]:
            a, b = received[one].to_numpy(bool), received[other].to_numpy(bool)
            groups = [(a & b).sum(), (a & ~b).sum(), (~a & b).sum(), (~a & ~b).sum()]
            rows.append((one, other, pd.NA if any(0 < g < smallest for g in groups) else int(groups[0])))
    return pd.DataFrame(rows, columns=["one", "other", "both"]).astype({"both": "Int64"})
