"""Need in a city's own workbook: from the sheets `villages` and `sites` to who may be chosen next year, and how firmly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..dictionary.figures import village_figures
from ..dictionary.sheets import label_of, one_cut, village_label
from ..dictionary.texts import ASPECTS
from ..display import Shown
from ..impact.households.words import within
from ..places.areas import short_name, told_apart
from ..say import Text, join, one_text, together
from ..say.errors import NotEnoughData, WrongUse
from ..tables.intake import load
from ..targeting.eligibility import Eligibility, eligible_places
from ..targeting.firmness.stability import Stability
from ..targeting.need_index import need_index
from ..targeting.ranking import Ranking
from .texts import need as texts

LEAST_KNOWN = 0.8  # share of villages that must have a column before it enters the index


@dataclass(frozen=True, eq=False)
class CityNeed(Shown):
    """The need index of a city's villages in the newest year filled in, and the choice of `k` for the year after.

    data_year; year (the next programme year); k; used: columns of the index; unused: column to a key of `texts.REASONS`;
    ranking of the villages that may be chosen; stability; eligibility of all villages; cut: the one decile up to which all
    villages count, or None; own_weights: the city stated what each aspect weighs; asked: sites wanted for the year, those
    already fixed among them, or None where the caller named `k`.
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
    asked: int | None = None

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
        return column_name(column, self.cut).say(lang)

    def columns_sentence(self, lang: str | None = None) -> str:
        """Which columns make the index and which could not, and why."""
        aspects = list(dict.fromkeys(village_figures()[c].aspect for c in self.used if c in village_figures()))
        several = len(aspects) > 1 and not self.own_weights  # stated weights stand in the sentence of the ranking
        unused = [texts.UNUSED_COLUMN.fill(column=column_name(c, self.cut), why=texts.REASONS[w]) for c, w in self.unused.items()]
        said = [
            texts.INDEX_OF.fill(year=self.data_year, columns=self._columns()),
            texts.SAME_WEIGHT.fill(aspects=[ASPECTS[a] for a in aspects]) if several else "",
            texts.UNUSED.fill(columns=unused) if unused else "",
            self._left_out(),
        ]
        return together(said, lang)

    def _columns(self) -> list[Text]:
        return [column_name(c, self.cut) for c in self.used]

    def _left_out(self) -> Text | str:
        missing = _aspects_left_out(self.unused)
        return texts.ASPECTS_LEFT_OUT.fill(aspects=missing) if missing else ""

    def sentence(self, lang: str | None = None) -> str:
        """Who comes first; and where as many sites as wanted cannot be proposed, why."""
        return together([self.ranking.sentence(lang, k=self.k), self._count()], lang)

    def count_sentence(self, lang: str | None = None) -> str:
        """Why not as many sites as wanted are proposed; empty where they are."""
        return together([self._count()], lang)

    @property
    def complete(self) -> bool:
        """Whether every site wanted for the year is fixed already: the order is then of the other places, and proposes none."""
        return self.asked is not None and len(self.eligibility.fixed) >= self.asked

    def _count(self) -> Text | str:
        """Where `k` is not the number of sites still wanted: why."""
        fixed = len(self.eligibility.fixed)
        if self.asked is None or self.k == self.asked - fixed:
            return ""
        if self.complete:
            return texts.ALL_FIXED.fill(year=self.year)
        places = len(self.ranking.codes)
        said = texts.MORE_THAN_LEFT if fixed else texts.MORE_THAN_CANDIDATES
        return said.fill(year=self.year, asked=self.asked, fixed=fixed, places=places, k=self.k)

    @property
    def weights_matter(self) -> bool:
        """Whether weights could change the order: with one column alone they cannot."""
        return len(self.used) > 1

    def firmness_sentence(self, lang: str | None = None) -> str:
        """How firm the choice is when weights and ways of computing change; or that one column alone cannot tell."""
        if not self.weights_matter:
            return texts.FIRMNESS_UNKNOWN.say(lang)
        return together([self.stability.sentence(lang), texts.ONLY_WEIGHTS_VARIED], lang)

    def choice_sentence(self, lang: str | None = None) -> str:
        """The choice by itself, for a summary: of which year, by which columns, without which aspects, and how firm."""
        places = [self.ranking.label(i) for i in self.ranking.top(self.k)]
        figures = village_figures()  # by their names, without units; one that counts up to a decile says to which
        columns = [
            figures[c].name if c in figures and not figures[c].cut else _inner(column_name(c, self.cut)) for c in self.used
        ]
        told = {"year": self.year, "places": places, "data_year": self.data_year, "columns": columns}
        if self.complete:
            return together([texts.NEXT_IN_NEED.fill(**told), self._left_out()], lang)
        choice = texts.CHOICE.fill(**told)
        return together([choice, self._count(), self._left_out(), self.firmness_sentence(lang)], lang)


def column_name(column: str, cut: int | None) -> Text:
    """A column of the sheet `villages` in words, with the deciles it counts where they are known."""
    return Text(village_label(column, "id", cut), village_label(column, "en", cut))


def _inner(name: Text) -> Text:
    """A name inside a sentence, without its capital."""
    return Text(within(name.id), within(name.en))


def missing_aspects(unused: Mapping[str, str], lang: str | None = None) -> str:
    """The aspects of which no column can be used, each with why; empty where all three take part.

    >>> missing_aspects({"slum_area_ha": "few"}, "en")
    'slums (filled in for fewer than 80% of villages)'
    """
    return join([text.say(lang) for text in _aspects_left_out(unused)], lang)


def _aspects_left_out(unused: Mapping[str, str]) -> list[Text]:
    out = []
    for aspect, words in ASPECTS.items():
        why = [unused.get(c) for c, figure in village_figures().items() if figure.aspect == aspect]
        if all(why):
            reasons = list(dict.fromkeys(r for r in why if r and r != "empty")) or ["empty"]
            out.append(texts.ASPECT_LEFT_OUT.fill(aspect=words, reasons=[texts.REASONS[r] for r in reasons]))
    return out


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
    **more: Any,
) -> CityNeed:
    """Rank the villages that may be chosen for the year after the newest filled in (see `year_to_choose`).

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
        raise NotEnoughData(_nothing_usable(rows, unused))
    dated = sites.dropna(subset=["year"])
    following = year_to_choose(dated, year, per_year)
    eligibility = eligible_places(rows["area_code"], following, served=dated, promised=dated)
    table = rows[rows["area_code"].isin(eligibility.candidates)]
    cut = one_cut(rows)
    ranking = need_index(table, **_index_of(used, cut, weights, indicators), **more)
    if len(ranking.codes) < 3:
        raise NotEnoughData(texts.TOO_FEW_PLACES.fill(n=len(ranking.codes)))
    asked = usual_sites(dated, following, per_year) if k is None else None
    count = usual_count(dated, following, len(ranking.codes), len(eligibility.fixed), per_year) if k is None else k
    return CityNeed(
        year,
        following,
        count,
        used,
        unused,
        ranking,
        ranking.stability(count, draws, seed),
        eligibility,
        cut,
        bool(weights),
        asked,
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
        held = [label_of("villages", c) for c in villages if villages[c].dtype.kind == "f" and villages[c].notna().any()]
        raise WrongUse(texts.NO_SUCH_FIGURE.fill(columns=strange, filled=held))


def newest(
    villages: pd.DataFrame, places: Mapping[str, str] | None = None, indicators: Mapping[str, str] | None = None
) -> tuple[pd.DataFrame, int]:
    """The newest year in which any indicator is filled in: one row a village (places: as `city_need`), with `area_code` and
    `name`, empty where the sheet has no row; and that year."""
    columns = [c for c in indicators or village_figures() if c in villages]
    filled = villages[villages[columns].notna().any(axis=1) & villages["year"].notna()] if columns else villages.iloc[:0]
    if filled.empty:
        raise NotEnoughData(texts.NO_FIGURES)
    year = int(filled["year"].max())
    rows = _named(villages)[lambda d: d["year"] == year].reset_index(drop=True)
    return _everywhere(rows, _all_places(villages) if places is None else places), year


def usable(rows: pd.DataFrame, indicators: Mapping[str, str] | None = None) -> tuple[tuple[str, ...], dict[str, str]]:
    """The columns of one year that can enter the index, and the reason for each that cannot; rows: one for every village."""
    why = {column: _reason(rows, column) for column in indicators or village_figures()}
    return tuple(c for c, r in why.items() if not r), {c: r for c, r in why.items() if r}


def year_to_choose(sites: pd.DataFrame, data_year: int, per_year: int | None = None) -> int:
    """The first year after that of the figures for which sites are still wanted; the last on the list where none is. Figures are
    often two years old when a year is planned. sites: with a year; per_year: as `usual_sites`.

    >>> year_to_choose(pd.DataFrame({"year": [2025, 2026, 2027], "village_code": list("abc")}), 2025)
    2027
    """
    years = sites["year"].astype(int)
    last = max([data_year + 1, *years])
    fixed = sites.groupby(years)["village_code"].nunique()
    wanted = (year for year in range(data_year + 1, last) if fixed.get(year, 0) < usual_sites(sites, year, per_year))
    return next(wanted, last)


def usual_count(sites: pd.DataFrame, year: int, places: int, fixed: int, per_year: int | None = None) -> int:
    """How many villages to choose: `usual_sites` less those already fixed; at least one, and fewer than there are places.

    >>> usual_count(pd.DataFrame({"year": [2024, 2025, 2025], "village_code": list("abc")}), 2026, 63, 1)
    1
    """
    return max(1, min(usual_sites(sites, year, per_year) - fixed, places - 1))


def usual_sites(sites: pd.DataFrame, year: int, per_year: int | None = None) -> int:
    """Sites wanted for `year`: `per_year` as the city decided, else as many as in the newest programme year before (one where
    there is none)."""
    past = sites[sites["year"] < year]
    return per_year or (past.loc[past["year"] == past["year"].max(), "village_code"].nunique() if len(past) else 1)


def _nothing_usable(rows: pd.DataFrame, unused: Mapping[str, str]) -> Text:
    """That no column can enter, how far those begun are filled in, and what to do."""
    cut = one_cut(rows)
    begun = [
        texts.COLUMN_FILLED.fill(column=column_name(c, cut), n=rows[c].notna().sum(), all=len(rows))
        for c, why in unused.items()
        if why == "few"
    ]
    so_far = [texts.FILLED_SO_FAR.fill(columns=begun)] if begun else []
    return one_text([texts.NOTHING_USABLE, *so_far, texts.FILL_IN_A_COLUMN])


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
    if "name" in table:
        known = table.dropna(subset=["area_code", "name"]).drop_duplicates("area_code")
        table["name"] = table["area_code"].map(told_apart(known, load("areas"))).fillna(table["name"])
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
