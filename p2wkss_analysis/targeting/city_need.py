"""Need in a city's own workbook: from the sheets `villages` and `sites` to who may be chosen next year, and how firmly."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ..display import Shown
from ..errors import NotEnoughData
from ..language import join, pick
from ..tables.workbook_sheets import fields_of
from .eligibility import Eligibility, eligible_places
from .index import need_index
from .ranking import Ranking
from .stability import Stability

ASPECTS = {  # column: (aspect, the end that means more need)
    "slum_area_ha": ("slum", "higher"),
    "low_decile_percent": ("poverty", "higher"),
    "stunting_percent": ("human_development", "higher"),
    "out_of_school_percent": ("human_development", "higher"),
    "expenditure_rupiah_person_month": ("human_development", "lower"),
}
ASPECT_WORDS = {
    "slum": {"id": "kekumuhan", "en": "slums"},
    "poverty": {"id": "kemiskinan", "en": "poverty"},
    "human_development": {"id": "pengganti IPM", "en": "HDI proxies"},
}
LEAST_KNOWN = 0.8  # share of villages that must have a column before it enters the index
REASONS = {
    "empty": {"id": "belum diisi", "en": "not filled in"},
    "few": {"id": "terisi untuk kurang dari 80% desa/kelurahan", "en": "known for less than 80% of villages"},
    "same": {"id": "sama di semua desa/kelurahan", "en": "the same in all villages"},
    "cuts": {"id": "batas desilnya berbeda antardesa/kelurahan", "en": "the decile cut differs between villages"},
}


@dataclass(frozen=True, eq=False)
class CityNeed(Shown):
    """The need index of a city's villages in the newest year filled in, and the choice of `k` for the year after.

    data_year; year (the next programme year); k; used: columns of the index; unused: column to a key of REASONS;
    ranking of the villages that may be chosen; stability; eligibility of all villages.
    """

    data_year: int
    year: int
    k: int
    used: tuple[str, ...]
    unused: dict[str, str]
    ranking: Ranking
    stability: Stability
    eligibility: Eligibility

    def table(self) -> pd.DataFrame:
        """area_code, name, rank, score, the columns used, probability_top_k, rank_low, rank_high; the neediest first."""
        r = self.ranking
        own = pd.DataFrame(r.values, columns=r.specification.columns).assign(area_code=r.codes, name=r.names)
        return r.table().merge(own, on="area_code", how="left").merge(self.stability.table(), on="area_code", how="left")[
            ["area_code", "name", "rank", "score", *self.used, "probability_top_k", "rank_low", "rank_high"]]

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.table()[["rank", "area_code", "name", "score", "probability_top_k", "rank_low", "rank_high"]]

    def _notes_shown(self, lang: str) -> list[str]:
        return [self.columns_sentence(lang)]

    def columns_sentence(self, lang: str = "id") -> str:
        """Which columns make the index and which could not, and why."""
        used = join([label_of(c, lang) for c in self.used], lang)
        left = join([f"{label_of(c, lang)} ({pick(lang, **REASONS[why])})" for c, why in self.unused.items()], lang)
        aspects = list(dict.fromkeys(ASPECTS[c][0] for c in self.used))
        named = join([pick(lang, **ASPECT_WORDS[a]) for a in aspects], lang)
        return pick(
            lang,
            id=f"Indeks kebutuhan {self.data_year} memakai {used}; {named} berbobot sama."
            + (f" Tidak dipakai: {left}." if left else ""),
            en=f"The need index of {self.data_year} uses {used}; {named} weigh the same." + (f" Not used: {left}." if left else ""),
        )

    def sentence(self, lang: str = "id") -> str:
        """Who comes first."""
        return self.ranking.sentence(lang, k=self.k)


def label_of(column: str, lang: str) -> str:
    """What the workbook calls a column of the sheet `villages`, with its unit.

    >>> label_of("low_decile_percent", "en")
    'Households in decile 1 up to the cut (percent)'
    """
    field = next(f for f in fields_of("villages") if f["name"] == column)
    unit = f" ({pick(lang, **field['unit'])})" if "unit" in field else ""
    return pick(lang, **field["label"]) + unit


def city_need(villages: pd.DataFrame, sites: pd.DataFrame, k: int | None = None, draws: int = 10_000, seed: int = 0) -> CityNeed:
    """Rank the villages that may be chosen for the year after the newest filled in.

    villages, sites: sheets of a checked workbook (`check(path).tables`). An indicator enters where at least 80 % of the
    villages have it in that year, it varies, and (for the share in low deciles) all villages count up to the same decile.
    Slums, poverty and the proxies of human development weigh the same, proxies equally among themselves. Sites of earlier
    years are not chosen again; sites already on the list for the year are fixed. k: villages to choose, by default as many
    as in the newest year with sites, one where there are none.

    Raises NotEnoughData where no column can be used or fewer than three villages can be ranked. Columns are proxies: no
    official poverty rate or HDI exists for a village.

    >>> villages = pd.DataFrame({"village_code": [f"32.76.01.100{i}" for i in range(1, 6)], "village": list("ABCDE"),
    ...     "year": 2025, "low_decile_percent": [30, 10, 20, 15, 5.0], "decile_cut": 4})
    >>> sites = pd.DataFrame({"village_code": ["32.76.01.1001"], "year": [2024]})
    >>> city_need(villages, sites, draws=100).table()["name"].tolist()[0]
    'C'
    """
    rows, year = newest(villages)
    used, unused = usable(rows)
    if not used:
        raise NotEnoughData(
            id="Belum ada kolom kebutuhan yang dapat dipakai pada lembar villages. Isi paling sedikit satu dari luas kumuh, "
            "persen KK desil rendah, stunting, tidak bersekolah, atau pengeluaran untuk sekurangnya 80% desa/kelurahan.",
            en="No column of need can be used on the sheet villages. Fill in at least one of slum area, households in low "
               "deciles, "
            "stunting, out of school or expenditure for at least 80% of the villages.",
        )
    following = year + 1
    dated = sites.dropna(subset=["year"])
    eligibility = eligible_places(rows["area_code"], following, served=dated, promised=dated)
    table = rows[rows["area_code"].isin(eligibility.candidates)]
    spec = _specification(used)
    ranking = need_index(table, spec.pop("indicators"), **spec)
    count = _count(dated, following, len(ranking.codes), len(eligibility.fixed)) if k is None else k
    return CityNeed(year, following, count, used, unused, ranking, ranking.stability(count, draws, seed), eligibility)


def need_by_year(villages: pd.DataFrame, used: tuple[str, ...]) -> pd.DataFrame:
    """The same index in every year whose columns `used` are filled in: area_code, year, need (more is needier).

    Each year is put on its own scale, so that needs of two years must not be subtracted; ranks within a year may be read.
    """
    found = []
    for year, rows in _named(villages).groupby("year"):
        able = [c for c in used if usable(rows)[1].get(c, "used") == "used"]
        if able == list(used):
            spec = _specification(used)
            ranking = need_index(rows, spec.pop("indicators"), **spec)
            found.append(ranking.table().dropna(subset=["score"]).assign(year=int(year)))
    table = pd.concat(found) if found else pd.DataFrame(columns=["area_code", "year", "score"])
    return table.rename(columns={"score": "need"})[["area_code", "year", "need"]].reset_index(drop=True)


def newest(villages: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The rows of the newest year in which any indicator is filled in, with `area_code` and `name`, and that year."""
    columns = [c for c in ASPECTS if c in villages]
    filled = villages[villages[columns].notna().any(axis=1) & villages["year"].notna()] if columns else villages.iloc[:0]
    if filled.empty:
        raise NotEnoughData(
            id="Lembar villages belum berisi angka. Isi tahun dan paling sedikit satu indikator untuk setiap desa/kelurahan.",
            en="The sheet villages holds no figures yet. Fill in the year and at least one indicator for every village.",
        )
    year = int(filled["year"].max())
    return _named(villages)[lambda d: d["year"] == year].reset_index(drop=True), year


def usable(rows: pd.DataFrame) -> tuple[tuple[str, ...], dict[str, str]]:
    """The columns of one year that can enter the index, and the reason for each that cannot."""
    why = {column: _reason(rows, column) for column in ASPECTS}
    return tuple(c for c, r in why.items() if not r), {c: r for c, r in why.items() if r}


def _reason(rows: pd.DataFrame, column: str) -> str:
    known = rows[column].notna() if column in rows else pd.Series(False, index=rows.index)
    if not known.any():
        return "empty"
    if known.mean() < LEAST_KNOWN:
        return "few"
    if rows.loc[known, column].nunique() == 1:
        return "same"
    cuts = rows.loc[known,
                    "decile_cut"].dropna() if column == "low_decile_percent" and "decile_cut" in rows else pd.Series(dtype=float)
    return "cuts" if cuts.nunique() > 1 else ""


def _specification(used: tuple[str, ...]) -> dict:
    hierarchy = {c: ASPECTS[c][0] for c in used}
    return {
        "indicators": {c: ASPECTS[c][1] for c in used},
        "hierarchy": hierarchy if len(set(hierarchy.values())) > 1 else {},
        "labels": {c: {lang: label_of(c, lang) for lang in ("id", "en")} for c in used},
        "indicator_coverage": LEAST_KNOWN / 2,  # `usable` has looked at all villages; those left are the ones not yet served
    }


def _named(villages: pd.DataFrame) -> pd.DataFrame:
    table = villages.rename(columns={"village_code": "area_code", "village": "name"})
    return table[table["year"].notna()] if "year" in table else table


def _count(sites: pd.DataFrame, year: int, places: int, fixed: int) -> int:
    """As many villages as in the newest programme year up to `year`, less those already fixed; at least one."""
    past = sites[sites["year"] < year]
    usual = past.loc[past["year"] == past["year"].max(), "village_code"].nunique() if len(past) else 1
    if places < 3:
        raise NotEnoughData(
            id=f"Hanya {places} desa/kelurahan yang belum pernah menjadi lokasi dan datanya lengkap; pemeringkatan memerlukan "
               f"tiga.",
            en=f"Only {places} villages have not been a site and have complete data; a ranking needs three.",
        )
    return max(1, min(usual - fixed, places - 1))
