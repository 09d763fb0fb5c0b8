"""Need in a city's own workbook: from the sheets `villages` and `sites` to who may be chosen next year, and how firmly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from ..display import Shown
from ..say.errors import NotEnoughData
from ..say import integer, join, pick
from ..places.areas import short_name
from ..tables.intake import load
from ..dictionary.sheets import one_cut, village_label
from ..targeting.eligibility import Eligibility, eligible_places
from ..targeting.need_index import need_index
from ..targeting.ranking import Ranking
from ..targeting.firmness.stability import Stability

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
    ranking of the villages that may be chosen; stability; eligibility of all villages; cut: the one decile up to which all
    villages count, or None.
    """

    data_year: int
    year: int
    k: int
    used: tuple[str, ...]
    unused: dict[str, str]
    ranking: Ranking
    stability: Stability
    eligibility: Eligibility
    cut: int | None = None

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

    def label(self, column: str, lang: str) -> str:
        """A column in words, with the deciles it counts where they are known."""
        return village_label(column, lang, self.cut)

    def columns_sentence(self, lang: str = "id") -> str:
        """Which columns make the index and which could not, and why."""
        used = join([self.label(c, lang) for c in self.used], lang)
        left = join([f"{self.label(c, lang)} ({pick(lang, **REASONS[why])})" for c, why in self.unused.items()], lang)
        aspects = list(dict.fromkeys(ASPECTS[c][0] for c in self.used))
        named = join([pick(lang, **ASPECT_WORDS[a]) for a in aspects], lang)
        several = len(aspects) > 1
        return pick(
            lang,
            id=f"Indeks kebutuhan {self.data_year} memakai {used}" + (f"; {named} berbobot sama." if several else ".")
            + (f" Tidak dipakai: {left}." if left else ""),
            en=f"The need index of {self.data_year} uses {used}" + (f"; {named} weigh the same." if several else ".")
            + (f" Not used: {left}." if left else ""),
        ) + self._missing_sentence(lang)

    def _missing_sentence(self, lang: str) -> str:
        missing = missing_aspects(self.unused, lang)
        return "" if not missing else pick(lang, id=f" Aspek yang tidak ikut: {missing}.", en=f" Aspects left out: {missing}.")

    def sentence(self, lang: str = "id") -> str:
        """Who comes first."""
        return self.ranking.sentence(lang, k=self.k)

    @property
    def weights_matter(self) -> bool:
        """Whether weights could change the order: with one column alone they cannot."""
        return len(self.used) > 1

    def firmness_sentence(self, lang: str = "id") -> str:
        """How firm the choice is when weights and ways of computing change; or that one column alone cannot tell."""
        if self.weights_matter:
            return self.stability.sentence(lang) + pick(
                lang, id=" Hanya bobot dan cara menghitung yang diubah; kesalahan data tidak dihitung.",
                en=" Only weights and ways of computing were changed; errors in the data are not counted.")
        return pick(
            lang, id="Hanya satu kolom yang dipakai, sehingga bobot dan cara menghitung tidak dapat mengubah urutannya: seberapa "
                     "kokoh pilihan ini tidak dapat diketahui. Kesalahan data tidak dihitung.",
            en="Only one column is used, so that weights and ways of computing cannot change its order: how firm this choice is "
               "cannot be told. Errors in the data are not counted.")

    def choice_sentence(self, lang: str = "id") -> str:
        """The choice by itself, for a summary: of which year, by which columns, without which aspects, and how firm."""
        used = join([self.label(c, lang) for c in self.used], lang)
        named = join([self.ranking.label(i) for i in self.ranking.top(self.k)], lang)
        return pick(
            lang,
            id=f"Pilihan untuk {self.year}, menurut angka {self.data_year} ({used}): {named}.",
            en=f"The choice for {self.year}, by the figures of {self.data_year} ({used}): {named}.",
        ) + self._missing_sentence(lang) + " " + self.firmness_sentence(lang)


def missing_aspects(unused: Mapping[str, str], lang: str) -> str:
    """The aspects of which no column can be used, each with why; empty where all three take part.

    >>> missing_aspects({"slum_area_ha": "few"}, "en")
    'slums (known for less than 80% of villages)'
    """
    out = []
    for aspect, words in ASPECT_WORDS.items():
        why = [unused.get(c) for c, (own, _) in ASPECTS.items() if own == aspect]
        if all(why):
            reasons = list(dict.fromkeys(r for r in why if r != "empty")) or ["empty"]
            told = "; ".join(pick(lang, **REASONS[r]) for r in reasons)
            out.append(f"{pick(lang, **words)} ({told})")
    return join(out, lang)


def city_need(villages: pd.DataFrame, sites: pd.DataFrame, k: int | None = None, draws: int = 10_000, seed: int = 0,
              places: Mapping[str, str] | None = None) -> CityNeed:
    """Rank the villages that may be chosen for the year after the newest filled in.

    villages, sites: sheets of a checked workbook (`check(path).tables`). An indicator enters where at least 80 % of all
    villages have it in that year, it varies, and (for the share in low deciles) all villages count up to the same decile.
    places: code to name of all villages that count, by default those of the kabupaten/kota on the sheet in the open table
    `areas`: a village without a row is a village without figures. Slums, poverty and the proxies of human development weigh
    the same, proxies equally among themselves. Sites of earlier years are not chosen again; sites already on the list for
    the year are fixed. k: villages to choose, by default `usual_count`.

    Raises NotEnoughData where no column can be used or fewer than three villages can be ranked. Columns are proxies: no
    official poverty rate or HDI exists for a village.

    >>> villages = pd.DataFrame({"village_code": [f"32.76.01.100{i}" for i in range(1, 6)], "village": list("ABCDE"),
    ...     "year": 2025, "low_decile_percent": [30, 10, 20, 15, 5.0], "decile_cut": 4})
    >>> sites = pd.DataFrame({"village_code": ["32.76.01.1001"], "year": [2024]})
    >>> places = dict(zip(villages["village_code"], villages["village"]))
    >>> city_need(villages, sites, draws=100, places=places).table()["name"].tolist()[0]
    'C'
    """
    rows, year = newest(villages, places)
    used, unused = usable(rows)
    if not used:
        raise NotEnoughData(id=_nothing_usable(rows, unused, "id"), en=_nothing_usable(rows, unused, "en"))
    following = year + 1
    dated = sites.dropna(subset=["year"])
    eligibility = eligible_places(rows["area_code"], following, served=dated, promised=dated)
    table = rows[rows["area_code"].isin(eligibility.candidates)]
    cut = one_cut(rows)
    spec = _specification(used, cut)
    ranking = need_index(table, spec.pop("indicators"), **spec)
    if len(ranking.codes) < 3:
        raise _too_few(len(ranking.codes))
    count = usual_count(dated, following, len(ranking.codes), len(eligibility.fixed)) if k is None else k
    return CityNeed(year, following, count, used, unused, ranking, ranking.stability(count, draws, seed), eligibility, cut)


def need_by_year(villages: pd.DataFrame, used: tuple[str, ...], places: Mapping[str, str] | None = None) -> pd.DataFrame:
    """The same index in every year whose columns `used` are filled in: area_code, year, need (more is needier).

    Each year is put on its own scale, so that needs of two years must not be subtracted; ranks within a year may be read.
    places: as `city_need`.
    """
    found = []
    places = _all_places(villages) if places is None else places
    for year, rows in _named(villages).groupby("year"):
        rows = _everywhere(rows, places)
        able = [c for c in used if usable(rows)[1].get(c, "used") == "used"]
        if able == list(used):
            spec = _specification(used)
            ranking = need_index(rows, spec.pop("indicators"), **spec)
            found.append(ranking.table().dropna(subset=["score"]).assign(year=int(year)))
    table = pd.concat(found) if found else pd.DataFrame(columns=["area_code", "year", "score"])
    return table.rename(columns={"score": "need"})[["area_code", "year", "need"]].reset_index(drop=True)


def newest(villages: pd.DataFrame, places: Mapping[str, str] | None = None) -> tuple[pd.DataFrame, int]:
    """The newest year in which any indicator is filled in: one row a village (places: as `city_need`), with `area_code` and
    `name`, empty where the sheet has no row; and that year."""
    columns = [c for c in ASPECTS if c in villages]
    filled = villages[villages[columns].notna().any(axis=1) & villages["year"].notna()] if columns else villages.iloc[:0]
    if filled.empty:
        raise NotEnoughData(
            id="Lembar villages belum berisi angka. Isi tahun dan paling sedikit satu indikator untuk setiap desa/kelurahan.",
            en="The sheet villages holds no figures yet. Fill in the year and at least one indicator for every village.",
        )
    year = int(filled["year"].max())
    rows = _named(villages)[lambda d: d["year"] == year].reset_index(drop=True)
    return _everywhere(rows, _all_places(villages) if places is None else places), year


def usable(rows: pd.DataFrame) -> tuple[tuple[str, ...], dict[str, str]]:
    """The columns of one year that can enter the index, and the reason for each that cannot; rows: one for every village."""
    why = {column: _reason(rows, column) for column in ASPECTS}
    return tuple(c for c, r in why.items() if not r), {c: r for c, r in why.items() if r}


def usual_count(sites: pd.DataFrame, year: int, places: int, fixed: int) -> int:
    """How many villages to choose where nobody says: as many as in the newest programme year before `year` (one where there
    is none), less those already fixed; at least one, and fewer than there are places.

    >>> usual_count(pd.DataFrame({"year": [2024, 2025, 2025], "village_code": list("abc")}), 2026, 63, 1)
    1
    """
    past = sites[sites["year"] < year]
    usual = past.loc[past["year"] == past["year"].max(), "village_code"].nunique() if len(past) else 1
    return max(1, min(usual - fixed, places - 1))


def _too_few(places: int) -> NotEnoughData:
    return NotEnoughData(
        id=f"Hanya {places} desa/kelurahan yang belum pernah menjadi lokasi dan datanya lengkap; pemeringkatan memerlukan tiga.",
        en=f"Only {places} villages have not been a site and have complete data; a ranking needs three.",
    )


def _nothing_usable(rows: pd.DataFrame, unused: Mapping[str, str], lang: str) -> str:
    """That no column can enter, how far those begun are filled in, and what to do."""
    n, cut = integer(len(rows), lang), one_cut(rows)
    begun = [pick(lang, id=f"{village_label(c, lang, cut)} {integer(rows[c].notna().sum(), lang)} dari {n}",
                  en=f"{village_label(c, lang, cut)} {integer(rows[c].notna().sum(), lang)} of {n}")
             for c, why in unused.items() if why == "few"]
    return pick(
        lang,
        id="Belum ada kolom kebutuhan yang dapat dipakai pada lembar villages."
        + (f" Baru terisi: {join(begun, lang)}." if begun else "")
        + " Isi paling sedikit satu dari luas kumuh, persen KK desil rendah, stunting, tidak bersekolah, atau pengeluaran untuk "
          "sekurangnya 80% desa/kelurahan.",
        en="No column of need can be used on the sheet villages."
        + (f" Filled in so far: {join(begun, lang)}." if begun else "")
        + " Fill in at least one of slum area, households in low deciles, stunting, out of school or expenditure for at least "
          "80% of the villages.",
    )


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


def _specification(used: tuple[str, ...], cut: int | None = None) -> dict:
    hierarchy = {c: ASPECTS[c][0] for c in used}
    return {
        "indicators": {c: ASPECTS[c][1] for c in used},
        "hierarchy": hierarchy if len(set(hierarchy.values())) > 1 else {},
        "labels": {c: {lang: village_label(c, lang, cut) for lang in ("id", "en")} for c in used},
        "indicator_coverage": LEAST_KNOWN / 2,  # `usable` has looked at all villages; those left are the ones not yet served
    }


def _named(villages: pd.DataFrame) -> pd.DataFrame:
    table = villages.rename(columns={"village_code": "area_code", "village": "name"})
    return table[table["year"].notna()] if "year" in table else table


def _all_places(villages: pd.DataFrame) -> dict[str, str]:
    """Code to name of every village of the kabupaten/kota on the sheet."""
    areas = load("areas")
    inside = areas["area_code"].str[:5].isin(villages["village_code"].dropna().str[:5].unique())
    rows = areas[(areas["level"] == "village") & inside]
    return dict(zip(rows["area_code"], rows["name"].map(short_name), strict=True))


def _everywhere(rows: pd.DataFrame, places: Mapping[str, str]) -> pd.DataFrame:
    """Rows of one year with an empty one for every place the sheet does not have."""
    codes = sorted({*rows["area_code"], *places})
    out = rows.set_index("area_code").reindex(codes).rename_axis("area_code").reset_index()
    names = out["name"] if "name" in out else pd.Series(pd.NA, index=out.index, dtype=object)
    return out.assign(name=names.astype(object).where(names.notna(), out["area_code"].map(places)))
