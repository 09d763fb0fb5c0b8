"""Who may be chosen this year: places served before, places promised, and places forced in or out with reasons.

Sites are often fixed one to three years ahead, and a place that was just served usually waits. Both are
decisions outside the index; they are kept beside it, with their reason, and never mixed into the score.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from ..display import Shown
from ..say.errors import WrongUse
from ..say import integer, join, pick
from ..tables.whole_number import year_of
from .columns import codes_of, years_of
from .counted import counted
from .audit.past_sites import KEYS
from .ranking import Ranking

REASONS = {
    "deliberation": {"id": "hasil musyawarah", "en": "decided in musyawarah"},
    "decree": {"id": "ditetapkan dengan keputusan kepala daerah", "en": "fixed by decree of the head of region"},
    "disaster": {"id": "terkena bencana", "en": "struck by a disaster"},
    "not_ready": {"id": "lahan atau kelembagaan belum siap", "en": "land or institutions not ready"},
    "dispute": {"id": "sengketa lahan atau relokasi", "en": "land dispute or relocation"},
    "other_programme": {"id": "sudah ditangani program lain", "en": "already served by another programme"},
}
STATUSES = {
    "eligible": {"id": "dapat dipilih", "en": "eligible"},
    "served": {"id": "sudah pernah menjadi lokasi", "en": "served before"},
    "promised": {"id": "sudah ditetapkan untuk tahun ini", "en": "already promised for this year"},
    "promised_later": {"id": "sudah ditetapkan untuk tahun lain", "en": "promised for a later year"},
    "included": {"id": "dimasukkan", "en": "forced in"},
    "excluded": {"id": "dikeluarkan", "en": "forced out"},
}


@dataclass(frozen=True, eq=False)
class Eligibility(Shown):
    """The result of `eligible_places`: `.table()`, `.candidates`, `.fixed`, and `.choose(ranking, k)`.

    `rows` has area_code, status (a key of STATUSES), since (year served or promised), reason (a key of
    REASONS or empty), detail (free text).
    """

    year: int
    rows: pd.DataFrame

    @property
    def candidates(self) -> tuple[str, ...]:
        """Places that may be chosen or drawn, by area code."""
        return tuple(self.rows.loc[self.rows["status"] == "eligible", "area_code"])

    @property
    def fixed(self) -> tuple[str, ...]:
        """Places that are in whatever the score: promised for this year, or forced in."""
        return tuple(self.rows.loc[self.rows["status"].isin(["promised", "included"]), "area_code"])

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """area_code, status, since, reason, note (both in words), one row a place."""
        out = self.rows.copy()
        words = [pick(lang, **STATUSES[s]) for s in out["status"]]
        causes = [pick(lang, **REASONS[r]) if r else "" for r in out["reason"]]
        out["note"] = ["; ".join(filter(None, parts)) for parts in zip(words, causes, out["detail"], strict=True)]
        return out[["area_code", "status", "since", "reason", "note"]]

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        shown = self.table(lang).drop(columns=["status", "reason"]).rename(columns={"note": "status"})
        return shown.sort_values("since", kind="stable")  # those with a history first

    def choose(self, ranking: Ranking, k: int) -> pd.DataFrame:
        """The k sites of the year: the fixed ones first, then the neediest of the eligible.

        Columns: area_code, rank and score in the whole ranking, status, chosen; one row a place ranked or
        fixed, the chosen first. Errors: WrongUse where more are fixed than k, or fewer can be chosen.
        """
        table = ranking.table().merge(self.rows[["area_code", "status"]], on="area_code", how="outer")
        table["status"] = table["status"].fillna("eligible")
        free = table[(table["status"] == "eligible") & table["score"].notna()]
        if len(self.fixed) > k or len(self.fixed) + len(free) < k:
            raise WrongUse(
                id=f"{len(self.fixed)} wilayah sudah ditetapkan dan {len(free)} lainnya dapat dipilih; {k} lokasi tidak "
                "dapat dipenuhi. Sesuaikan k, atau tinjau kembali yang ditetapkan dan dikeluarkan.",
                en=f"{len(self.fixed)} places are fixed and {len(free)} more can be chosen; {k} sites cannot be met. "
                "Change k, or look again at what is fixed and excluded.",
            )
        free = free.sort_values(["rank", "area_code"]).head(k - len(self.fixed))
        table["chosen"] = table["area_code"].isin([*self.fixed, *free["area_code"]])
        table = table.sort_values(["chosen", "rank", "area_code"], ascending=[False, True, True], ignore_index=True)
        return table[["area_code", "rank", "score", "status", "chosen"]]

    def sentence(self, lang: str | None = None) -> str:
        """How many may be chosen, and how many are in or out for which reason."""
        counts = self.rows["status"].value_counts()
        other = [f"{integer(counts[s], lang)} {pick(lang, **STATUSES[s])}" for s in STATUSES
                 if s != "eligible" and s in counts]
        return pick(
            lang,
            id=f"Untuk tahun {self.year}, {integer(len(self.candidates), lang)} dari {integer(len(self.rows), lang)} "
            f"wilayah dapat dipilih" + (f"; {join(other, lang)}." if other else "."),
            en=f"For {self.year}, {integer(len(self.candidates), lang)} of {counted(len(self.rows), 'place', 'places')} may be "
            f"chosen" + (f"; {join(other, lang)}." if other else "."),
        )


def eligible_places(
    places, year: int, *, served: pd.DataFrame | None = None, promised: pd.DataFrame | None = None,
    rest_years: int | None = None, include: Mapping | None = None, exclude: Mapping | None = None,
) -> Eligibility:
    """Who may be chosen for `year`.

    places: area codes. served, promised: tables with `area_code` (or `village_code`) and `year`; rows of
    served from `year` on, and of promised before it, say nothing about this year. rest_years: how many years
    a served place waits (with 3, a site of 2024 may return in 2028); None: never again. include, exclude:
    area code to a reason of REASONS, or to (reason, free text). The later rule wins: served, then promised,
    then forced out, then forced in; a place both in and out is refused.

    >>> served = pd.DataFrame({"area_code": ["a"], "year": [2024]})
    >>> eligible_places(["a", "b", "c"], 2026, served=served, include={"c": "deliberation"}).candidates
    ('b',)
    """
    year, codes = year_of(year), sorted(set(codes_of(places, id="wilayah", en="the places")))
    rows = pd.DataFrame({"area_code": codes, "status": "eligible", "since": pd.array([pd.NA] * len(codes), "Int64"),
                         "reason": "", "detail": ""}).set_index("area_code")
    if served is not None:
        last = _years(served, rows.index, "served")
        last = last[last < year].groupby(level=0).max()
        waiting = last.index if rest_years is None else last.index[last + rest_years >= year]
        rows.loc[waiting, "status"], rows.loc[waiting, "since"] = "served", last[waiting]
    if promised is not None:
        ahead = _years(promised, rows.index, "promised")
        ahead = ahead[ahead >= year].groupby(level=0).min()
        now = ahead == year
        rows.loc[ahead.index, "since"] = ahead
        rows.loc[ahead.index[~now], "status"], rows.loc[ahead.index[now], "status"] = "promised_later", "promised"
    include, exclude = include or {}, exclude or {}
    both = sorted(set(map(str, include)) & set(map(str, exclude)))
    if both:
        raise WrongUse(id=f"Wilayah {both[0]} dimasukkan sekaligus dikeluarkan. Pilih salah satu.",
                       en=f"Area {both[0]} is forced in and out at once. Choose one.")
    for status, forced in (("excluded", exclude), ("included", include)):
        for code, why in forced.items():
            rows.loc[_member(str(code), rows.index, status), ["status", "reason", "detail"]] = [status, *_reason(why)]
    return Eligibility(year, rows.reset_index())


def _years(table: pd.DataFrame, places: pd.Index, what: str) -> pd.Series:
    """Years by area code; rows without code or year, and of places elsewhere, are left out."""
    key = next((name for name in KEYS if name in table), None)
    if key is None or "year" not in table:
        raise WrongUse(id=f"Tabel `{what}` memerlukan kolom `area_code` (atau `village_code`) dan `year`.",
                       en=f"The table `{what}` needs columns `area_code` (or `village_code`) and `year`.")
    years = years_of(table["year"], "year", table[key])
    known = table[key].isin(places) & years.notna()
    return pd.Series(years[known].astype("int64").to_numpy(), index=table.loc[known, key].to_numpy())


def _member(code: str, places: pd.Index, status: str) -> str:
    if code not in places:
        raise WrongUse(id=f"Wilayah {code} tidak ada di antara yang dapat dipilih. Periksa kodenya.",
                       en=f"Area {code} is not among the places. Check the code.")
    return code


def _reason(why) -> tuple[str, str]:
    reason, detail = (why, "") if isinstance(why, str) else why
    if reason not in REASONS:
        raise WrongUse(id=f"Alasan {reason!r} tidak ada dalam daftar. Pilihan: {', '.join(REASONS)}.",
                       en=f"Reason {reason!r} is not on the list. Choose from: {', '.join(REASONS)}.")
    return reason, detail
