"""Need in a city's own workbook: from the sheets `villages` and `sites` to who may be chosen next year, and how firmly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from ..dictionary.figures import ASPECTS, village_figures
from ..dictionary.sheets import one_cut, village_label
from ..display import Shown
from ..places.areas import short_name
from ..say import integer, join, pick
from ..say.errors import NotEnoughData, WrongUse
from ..tables.intake import load
from ..targeting.eligibility import Eligibility, eligible_places
from ..targeting.firmness.stability import Stability
from ..targeting.need_index import need_index
from ..targeting.ranking import Ranking
from . import texts

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
    villages count, or None; own_weights: the city stated what each aspect weighs.
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
    own_weights: bool = False

    def table(self) -> pd.DataFrame:
        """area_code, name, rank, score, the columns used, probability_top_k, rank_low, rank_high; the neediest first."""
        r = self.ranking
        own = pd.DataFrame(r.values, columns=r.specification.columns).assign(area_code=r.codes, name=r.names)
        return (
            r.table()
            .merge(own, on="area_code", how="left")
            .merge(self.stability.table(), on="area_code", how="left")[
                ["area_code", "name", "rank", "score", *self.used, "probability_top_k", "rank_low", "rank_high"]
            ]
        )

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.table()[["rank", "area_code", "name", "score", "probability_top_k", "rank_low", "rank_high"]]

    def _notes_shown(self, lang: str) -> list[str]:
        return [self.columns_sentence(lang)]

    def label(self, column: str, lang: str | None = None) -> str:
        """A column in words, with the deciles it counts where they are known."""
        return village_label(column, lang, self.cut)

    def columns_sentence(self, lang: str | None = None) -> str:
        """Which columns make the index and which could not, and why."""
        used = join([self.label(c, lang) for c in self.used], lang)
        left = join([f"{self.label(c, lang)} ({pick(lang, **REASONS[why])})" for c, why in self.unused.items()], lang)
        aspects = list(dict.fromkeys(village_figures()[c].aspect for c in self.used if c in village_figures()))
        named = join([ASPECTS[a].say(lang) for a in aspects], lang)
        several = len(aspects) > 1 and not self.own_weights  # stated weights stand in the sentence of the ranking
        return pick(
            lang,
            id=f"Indeks kebutuhan {self.data_year} memakai {used}"
            + (f"; {named} berbobot sama." if several else ".")
            + (f" Tidak dipakai: {left}." if left else ""),
            en=f"The need index of {self.data_year} uses {used}"
            + (f"; {named} weigh the same." if several else ".")
            + (f" Not used: {left}." if left else ""),
        ) + self._missing_sentence(lang)

    def _missing_sentence(self, lang: str) -> str:
        missing = missing_aspects(self.unused, lang)
        return "" if not missing else pick(lang, id=f" Aspek yang tidak ikut: {missing}.", en=f" Aspects left out: {missing}.")

    def sentence(self, lang: str | None = None) -> str:
        """Who comes first."""
        return self.ranking.sentence(lang, k=self.k)

    @property
    def weights_matter(self) -> bool:
        """Whether weights could change the order: with one column alone they cannot."""
        return len(self.used) > 1

    def firmness_sentence(self, lang: str | None = None) -> str:
        """How firm the choice is when weights and ways of computing change; or that one column alone cannot tell."""
        if self.weights_matter:
            return self.stability.sentence(lang) + pick(
                lang,
                id=" Hanya bobot dan cara menghitung yang diubah; kesalahan data tidak dihitung.",
                en=" Only weights and ways of computing were changed; errors in the data are not counted.",
            )
        return pick(
            lang,
            id="Hanya satu kolom yang dipakai, sehingga bobot dan cara menghitung tidak dapat mengubah urutannya: seberapa "
            "kokoh pilihan ini tidak dapat diketahui. Kesalahan data tidak dihitung.",
            en="Only one column is used, so that weights and ways of computing cannot change its order: how firm this choice is "
            "cannot be told. Errors in the data are not counted.",
        )

    def choice_sentence(self, lang: str | None = None) -> str:
        """The choice by itself, for a summary: of which year, by which columns, without which aspects, and how firm."""
        used = join([self.label(c, lang) for c in self.used], lang)
        named = join([self.ranking.label(i) for i in self.ranking.top(self.k)], lang)
        return (
            pick(
                lang,
                id=f"Pilihan untuk {self.year}, menurut angka {self.data_year} ({used}): {named}.",
                en=f"The choice for {self.year}, by the figures of {self.data_year} ({used}): {named}.",
            )
            + self._missing_sentence(lang)
            + " "
            + self.firmness_sentence(lang)
        )


def missing_aspects(unused: Mapping[str, str], lang: str) -> str:
    """The aspects of which no column can be used, each with why; empty where all three take part.

    >>> missing_aspects({"slum_area_ha": "few"}, "en")
    'slums (known for less than 80% of villages)'
    """
    out = []
    for aspect, words in ASPECTS.items():
        why = [unused.get(c) for c, figure in village_figures().items() if figure.aspect == aspect]
        if all(why):
            reasons = list(dict.fromkeys(r for r in why if r != "empty")) or ["empty"]
            told = "; ".join(pick(lang, **REASONS[r]) for r in reasons)
            out.append(f"{words.say(lang)} ({told})")
    return join(out, lang)


def city_need(
    villages: pd.DataFrame,
    sites: pd.DataFrame,
    k: int | None = None,
    draws: int = 10_000,
    seed: int = 0,
    places: Mapping[str, str] | None = None,
    weights: Mapping[str, float] | None = None,
    per_year: int | None = None,
    indicators: Mapping[str, str] | None = None,
    **more,
) -> CityNeed:
    """Rank the villages that may be chosen for the year after the newest filled in.

    villages, sites: sheets of a checked workbook (`check(path).tables`). An indicator enters where at least 80 % of all
    villages have it in that year, it varies, and (for the share in low deciles) all villages count up to the same decile.
    places: code to name of all villages that count, by default those of the kabupaten/kota on the sheet in the open table
    `areas`: a village without a row is a village without figures. weights: aspect to its share, by default slums, poverty and
    the proxies of human development the same; proxies weigh equally among themselves, and the weight of an aspect that cannot
    be used is shared out in proportion. Sites of earlier years are not chosen again; sites already on the list for
    the year are fixed. k: villages to choose, by default `usual_count`, or per_year less those fixed. indicators: columns of
    the sheet to the end that means more need, instead of the city's own; weights are then by column. more: as `need_index`
    (normalise, aggregate, ...).

    Raises NotEnoughData where no column can be used or fewer than three villages can be ranked. Columns are proxies: no
    official poverty rate or HDI exists for a village.

    >>> villages = pd.DataFrame({"village_code": [f"32.76.01.100{i}" for i in range(1, 6)], "village": list("ABCDE"),
    ...     "year": 2025, "low_decile_percent": [30, 10, 20, 15, 5.0], "decile_cut": 4})
    >>> sites = pd.DataFrame({"village_code": ["32.76.01.1001"], "year": [2024]})
    >>> places = dict(zip(villages["village_code"], villages["village"]))
    >>> city_need(villages, sites, draws=100, places=places).table()["name"].tolist()[0]
    'C'
    """
    if indicators is not None:
        must_be_figures(villages, indicators)
    rows, year = newest(villages, places, indicators)
    used, unused = usable(rows, indicators)
    if not used:
        raise NotEnoughData(id=_nothing_usable(rows, unused, "id"), en=_nothing_usable(rows, unused, "en"))
    following = year + 1
    dated = sites.dropna(subset=["year"])
    eligibility = eligible_places(rows["area_code"], following, served=dated, promised=dated)
    table = rows[rows["area_code"].isin(eligibility.candidates)]
    cut = one_cut(rows)
    ranking = need_index(table, **_index_of(used, cut, weights, indicators), **more)
    if len(ranking.codes) < 3:
        raise _too_few(len(ranking.codes))
    count = usual_count(dated, following, len(ranking.codes), len(eligibility.fixed), per_year) if k is None else k
    return CityNeed(
        year, following, count, used, unused, ranking, ranking.stability(count, draws, seed), eligibility, cut, bool(weights)
    )


def need_by_year(
    villages: pd.DataFrame,
    used: tuple[str, ...],
    places: Mapping[str, str] | None = None,
    weights: Mapping[str, float] | None = None,
) -> pd.DataFrame:
    """The same index in every year whose columns `used` are filled in: area_code, year, need (more is needier).

    Each year is put on its own scale, so that needs of two years must not be subtracted; ranks within a year may be read.
    places, weights: as `city_need`.
    """
    found = []
    places = _all_places(villages) if places is None else places
    for year, rows in _named(villages).groupby("year"):
        rows = _everywhere(rows, places)
        why = usable(rows)[1]
        able = [c for c in used if why.get(c, "used") == "used"]
        if able == list(used):
            ranking = need_index(rows, **_index_of(used, None, weights))
            found.append(ranking.table().dropna(subset=["score"]).assign(year=int(year)))
    table = pd.concat(found) if found else pd.DataFrame(columns=["area_code", "year", "score"])
    return table.rename(columns={"score": "need"})[["area_code", "year", "need"]].reset_index(drop=True)


def must_be_figures(villages: pd.DataFrame, indicators: Iterable[str]) -> None:
    """Every column named is one of numbers on the sheet, or the sheet's filled columns are named."""
    strange = [c for c in indicators if c not in villages or villages[c].dtype.kind not in "if"]
    if strange:
        held = [c for c in villages if villages[c].dtype.kind == "f" and villages[c].notna().any()]
        said = texts.NO_SUCH_FIGURE.fill(columns=", ".join(strange), filled=", ".join(held))
        raise WrongUse(id=said.say("id"), en=said.say("en"))


def newest(
    villages: pd.DataFrame, places: Mapping[str, str] | None = None, indicators: Mapping[str, str] | None = None
) -> tuple[pd.DataFrame, int]:
    """The newest year in which any indicator is filled in: one row a village (places: as `city_need`), with `area_code` and
    `name`, empty where the sheet has no row; and that year."""
    columns = [c for c in indicators or village_figures() if c in villages]
    filled = villages[villages[columns].notna().any(axis=1) & villages["year"].notna()] if columns else villages.iloc[:0]
    if filled.empty:
        raise NotEnoughData(
            id="Lembar villages belum berisi angka. Isi tahun dan paling sedikit satu indikator untuk setiap desa/kelurahan.",
            en="The sheet villages holds no figures yet. Fill in the year and at least one indicator for every village.",
        )
    year = int(filled["year"].max())
    rows = _named(villages)[lambda d: d["year"] == year].reset_index(drop=True)
    return _everywhere(rows, _all_places(villages) if places is None else places), year


def usable(rows: pd.DataFrame, indicators: Mapping[str, str] | None = None) -> tuple[tuple[str, ...], dict[str, str]]:
    """The columns of one year that can enter the index, and the reason for each that cannot; rows: one for every village."""
    why = {column: _reason(rows, column) for column in indicators or village_figures()}
    return tuple(c for c, r in why.items() if not r), {c: r for c, r in why.items() if r}


def usual_count(sites: pd.DataFrame, year: int, places: int, fixed: int, per_year: int | None = None) -> int:
    """How many villages to choose: `per_year` as the city decided, else as many as in the newest programme year before `year`
    (one where there is none), less those already fixed; at least one, and fewer than there are places.

    >>> usual_count(pd.DataFrame({"year": [2024, 2025, 2025], "village_code": list("abc")}), 2026, 63, 1)
    1
    """
    past = sites[sites["year"] < year]
    usual = per_year or (past.loc[past["year"] == past["year"].max(), "village_code"].nunique() if len(past) else 1)
    return max(1, min(usual - fixed, places - 1))


def _too_few(places: int) -> NotEnoughData:
    return NotEnoughData(
        id=f"Hanya {places} desa/kelurahan yang belum pernah menjadi lokasi dan datanya lengkap; pemeringkatan memerlukan tiga.",
        en=f"Only {places} villages have not been a site and have complete data; a ranking needs three.",
    )


def _nothing_usable(rows: pd.DataFrame, unused: Mapping[str, str], lang: str) -> str:
    """That no column can enter, how far those begun are filled in, and what to do."""
    n, cut = integer(len(rows), lang), one_cut(rows)
    begun = [
        pick(
            lang,
            id=f"{village_label(c, lang, cut)} {integer(rows[c].notna().sum(), lang)} dari {n}",
            en=f"{village_label(c, lang, cut)} {integer(rows[c].notna().sum(), lang)} of {n}",
        )
        for c, why in unused.items()
        if why == "few"
    ]
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
    figure = village_figures().get(column)
    cuts = rows.loc[known, figure.cut].dropna() if figure and figure.cut in rows else pd.Series(dtype=float)
    return "cuts" if cuts.nunique() > 1 else ""


def _index_of(
    used: tuple[str, ...],
    cut: int | None = None,
    weights: Mapping[str, float] | None = None,
    indicators: Mapping[str, str] | None = None,
) -> dict:
    """The arguments of `need_index`: which end of each column is needier, what belongs together, and what it weighs."""
    figures = village_figures()
    common = {
        "labels": {c: {lang: village_label(c, lang, cut) for lang in ("id", "en")} for c in used},
        "indicator_coverage": LEAST_KNOWN / 2,
    }  # `usable` has looked at all villages; those left are the ones not yet served
    if indicators is not None:
        return {"indicators": {c: indicators[c] for c in used}, "weights": weights, **common}
    aspects = list(dict.fromkeys(figures[c].aspect for c in used))
    given = {a: weights.get(a, 0.0) for a in aspects} if weights else {}
    total = sum(given.values())
    several = len(aspects) > 1
    return {
        "indicators": {c: figures[c].needier for c in used},
        "hierarchy": {c: figures[c].aspect for c in used} if several else {},
        "weights": {a: w / total for a, w in given.items()} if several and total > 0 else None,
        **common,
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
