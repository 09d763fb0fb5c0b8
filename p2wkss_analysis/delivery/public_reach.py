"""What may be published of who got what: reach by sector and pairs of sectors, with small numbers of households hidden."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import NotEnoughData
from ..language import integer, join, percent, pick
from ..tables.small_cells import SMALLEST
from .log import given, sector_words
from .reach import Coverage, coverage


@dataclass(frozen=True, eq=False, repr=False)
class PublicReach:
    """Reach among the assisted households, as it may leave the office.

    coverage: the full one, for the office; by_sector: sector, households, not_reached, percent; pairs: one, other, both;
    reached: by any sector, None unless the tables say as much; whole: sectors that only worked for a whole RT; unnamed:
    activities that name no household.
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
        least = self.by_sector["households"].max()
        if self.reached is None and pd.notna(least) and least > 0:
            text = pick(lang, id=f"Sedikitnya {integer(least, lang)} dari {integer(n, lang)} KK binaan tercatat menerima kegiatan "
                                 f"atas namanya sendiri, yaitu dari sektor yang menjangkau paling banyak; jumlah dari semua "
                                 f"sektor tidak dicetak karena, bersama tabel, dapat menunjuk pada kurang dari {SMALLEST} KK.",
                        en=f"At least {integer(least, lang)} of {integer(n, lang)} assisted households are on record with an "
                           f"activity of their own, from the sector that reached most; the number over all sectors is not "
                           f"printed, because beside the tables it could point at fewer than {SMALLEST}.")
        elif self.reached is None:
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
            untold = self.by_sector["households"].isna().any()  # less the number, the rest would be those of a hidden sector
            many = pick(lang, id="Sebagian kegiatan", en="Some activities") if untold else pick(
                lang, id=f"{integer(self.unnamed, lang)} kegiatan", en=f"{integer(self.unnamed, lang)} activities")
            text += " " + pick(
                lang,
                id=f"{many} tidak menyebut ID keluarga (untuk seluruh RT atau lokasi), "
                   f"sehingga tidak dapat dibagi menurut keluarga"
                + (f"; yang hanya tercatat demikian: {where}." if where else "."),
                en=f"{many} name no household (they were for a whole RT or site) and cannot "
                   f"be told apart by household"
                + (f"; recorded only so: {where}." if where else "."),
            )
        return text


def public_reach(deliveries: pd.DataFrame, households: pd.DataFrame, smallest: int = SMALLEST) -> PublicReach:
    """Reach by sector and pairs of sectors among the assisted households, small counts hidden.

    deliveries, households: sheets of a checked workbook. A sector that names no household is not "nobody reached": it is
    listed apart. Raises NotEnoughData as `coverage` does.

    No combination of sectors that one to `smallest` - 1 households got can be bounded below `smallest`. A sector is shown
    where neither it nor what it left is small, a pair where both sectors are shown and none of its four groups (both, one,
    the other, neither) is small, and only as many pairs as form no ring, the largest first. Such tables can be glued pair by
    pair along the sectors they share: take `smallest` households with the combination out of every table (each holds as
    many), and glue what is left. A ring of pairs, or how many any sector reached beside three sectors, would give away
    combinations of three; with two sectors that number only repeats their pair.

    Source: Dobra and Fienberg (2000), PNAS 97(22), 11885-11892: bounds of cells from the margins of a decomposable model.

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
    found = coverage(named, _first_visit(households))
    rows = found.table().iloc[:-1].astype({"households": "Int64", "not_reached": "Int64"})
    known = ~(_few(rows["households"], smallest) | _few(rows["not_reached"], smallest))
    rows[["households", "not_reached", "percent"]] = rows[["households", "not_reached", "percent"]].where(known, pd.NA)
    rows["percent"] = rows["percent"].astype(float)
    pairs = _pairs(found.received, list(rows.loc[known, "sector"]), smallest)
    told = known.all() and (len(rows) == 1 or (len(rows) == 2 and pairs["both"].notna().all()))
    reached = int(found.received.any(axis=1).sum()) if told else None
    whole = tuple(sorted(set(deliveries.loc[_done(deliveries), "sector"].dropna()) - set(rows["sector"])))
    return PublicReach(found, rows, pairs, reached, whole, int(len(deliveries) - len(named)))


def _first_visit(households: pd.DataFrame) -> pd.DataFrame:
    """Each household as it was at its first visit, so that as many are assisted here as in every other table."""
    if not {"wave", "assisted"} <= set(households):
        return households
    rows = households.dropna(subset=["household_id", "wave", "assisted"]).sort_values("wave", kind="stable")
    return rows.drop_duplicates("household_id")


def _done(deliveries: pd.DataFrame) -> pd.Series:
    rows = deliveries.reindex(columns=["done_percent",
                                       "actual_date"]).assign(done_percent=lambda d: d["done_percent"].astype(float))
    return given(rows)


def _few(count, smallest: int):
    return (count > 0) & (count < smallest)


def _pairs(received: pd.DataFrame, sectors: list[str], smallest: int) -> pd.DataFrame:
    """one, other, both (Int64, hidden ones missing), one row a pair of sectors; the shown ones form no ring."""
    rows, safe = [], []
    for place, one in enumerate(sectors):
        for other in sectors[place + 1 :]:
            a, b = received[one].to_numpy(bool), received[other].to_numpy(bool)
            groups = np.array([(a & b).sum(), (a & ~b).sum(), (~a & b).sum(), (~a & ~b).sum()])
            safe.append(not _few(groups, smallest).any())
            rows.append((one, other, int(groups[0])))
    joined = {sector: sector for sector in sectors}  # which sectors hang together by shown pairs
    for place in sorted(np.flatnonzero(safe), key=lambda i: -rows[i][2]):
        one, other = (joined[sector] for sector in rows[place][:2])
        safe[place] = one != other
        joined = {sector: one if group == other else group for sector, group in joined.items()}
    table = pd.DataFrame(rows, columns=["one", "other", "both"]).astype({"both": "Int64"})
    return table.assign(both=table["both"].where(pd.Series(safe, dtype=bool)))
