"""Did past choices hit the need? Each site against all places, with the data as known at the time.

Two families of measures stand side by side, because neither is enough alone: error counts (who was hit)
and what is left of the gap (how far from the line they were).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from numbers import Real

import numpy as np
import pandas as pd

from ...display import Shown
from ...say.errors import NotEnoughData, WrongUse
from ...say import integer, number, p_value, pick
from ...tables.whole_number import seed_of, whole
from .measures import NOTES, gap_measures, hit_measures, standing_measures
from ..columns import codes_of, numbers_of
from ..counted import counted
from .past_sites import read_chosen, read_group, read_need
from .standing import IN_GENERAL, Stratum, find_standing, reason_text

COLUMNS = ("measure", "value", "low", "high", "note")
PLACES = (
    "area_code", "year", "group", "need_year", "need", "rank", "places", "percentile", "among_neediest", "note",
)


@dataclass(frozen=True, eq=False)
class Audit(Shown):
    """The result of `audit_targets`: measures in `.table()`, sites in `.places()`, and `.sentence(lang)`.

    `measures` maps a measure to (value, low, high); `recipe` keeps the arguments that made it.
    """

    measures: dict[str, tuple[float, float, float]]
    sites: pd.DataFrame
    strata: tuple[Stratum, ...]
    recipe: dict = field(default_factory=dict)

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """One measure a row: measure, value, low, high, note (what it is, in `lang`)."""
        rows = [(name, *triple, pick(lang, **NOTES[name])) for name, triple in self.measures.items()]
        return pd.DataFrame(rows, columns=COLUMNS)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.table(lang).set_index("measure").rename(columns={"note": "measure"})[["measure", "value", "low", "high"]]

    def places(self, lang: str | None = None) -> pd.DataFrame:
        """Every past site with its rank (1 the neediest) and percentile (near 0 the neediest) then.

        `places` counts those it was ranked among; a site that could not be ranked says why in `note`.
        """
        out = self.sites.copy()
        out["note"] = [
            reason_text(site.reason, site.known, site.places, lang) for site in self.sites.itertuples()
        ]
        audited = out["reason"] == ""
        out["places"] = out["known"].where(audited).astype("Int64")
        out["rank"] = out["rank"].astype("Int64")
        out["need_year"] = out["need_year"].where(audited)
        return out[list(PLACES)].reset_index(drop=True)

    def sentence(self, lang: str | None = None) -> str:
        """What the audit shows, in plain words, the lottery beside it."""
        value = {name: triple[0] for name, triple in self.measures.items()}
        sites, hits, needy, places = (integer(value[m], lang) for m in ("chosen", "hits", "needy", "places"))
        mean, fewest, most = self.measures["hits_by_lottery"]
        lots = f"{integer(fewest, lang)}\N{EN DASH}{integer(most, lang)}"
        mean, p = number(mean, 1, lang), _chance(value["lottery_p"], lang)
        percentile = number(value["mean_percentile"], 1, lang)
        p_percentile = _chance(value["lottery_p_percentile"], lang)
        told = pick(
            lang,
            id=f"Dari {sites} lokasi yang dapat diaudit, {hits} termasuk {needy} yang paling membutuhkan (dari "
            f"{places}{self._counted_again(lang)}) menurut data saat itu; undian rata-rata menjangkau {mean} (rentang 95%: "
            f"{lots}), dan peluang undian menjangkau sebanyak itu atau lebih adalah {p}. Persentil rata-rata lokasi {percentile} "
            f"(mendekati 0 = paling membutuhkan; undian memberi 50; p dua sisi {p_percentile}).",
            en=f"Of {counted(int(value['chosen']), 'site', 'sites')} that can be audited, {hits} "
            f"{'is' if value['hits'] == 1 else 'are'} among the {needy} neediest "
            f"(of {places}{self._counted_again(lang)}) by the data of the time; drawing lots would hit {mean} on average (95% range {lots}), and the chance that "
            f"lots hit as many or more is {p}. The mean percentile of the sites is {percentile} (near 0 = neediest; "
            f"lots give 50; two-sided p {p_percentile}).",
        )
        return told + self._left_out(lang)

    def _counted_again(self, lang: str) -> str:
        """The noun after the number of places; where one could be chosen more than once, how many there really are."""
        places = len(set().union(*(stratum.codes for stratum in self.strata)))
        if places == self.measures["places"][0]:
            return pick(lang, id=" wilayah", en=" place" if places == 1 else " places")
        return pick(
            lang, id=f" pilihan selama beberapa tahun: {integer(places, lang)} wilayah, dihitung sekali untuk setiap pemilihan",
            en=f" choices over the years: {counted(places, 'place', 'places')}, counted once for each choice made",
        )

    def _left_out(self, lang: str) -> str:
        """How many sites could not be audited, for which reasons."""
        reasons = self.sites.loc[self.sites["reason"] != "", "reason"].value_counts()
        if reasons.empty:
            return ""
        why = "; ".join(f"{integer(n, lang)} {pick(lang, **IN_GENERAL[reason])}" for reason, n in reasons.items())
        total = int(reasons.sum())
        return pick(lang, id=f" {integer(total, lang)} lokasi lain tidak dapat diaudit: {why}.",
                    en=f" {counted(total, 'more site', 'more sites')} cannot be audited: {why}.")


def audit_targets(
    chosen, need, k: float | None = None, group=None, *, lag: int = 1, coverage: float = 0.9,
    welfare=None, line: float | None = None, transfer=None, draws: int = 9999, seed: int = 0,
) -> Audit:
    """Past choices against the need of every place, as known when they were made.

    chosen: area codes, or a table `area_code, year` (programme year). need: how needy every place is, more
    is needier: a Series by area code, a table `area_code, need` (or `score`), or a `Ranking`; with a
    column `year`, each site is judged by the newest values at least `lag` years before it (1: a site of
    2024 was chosen with values of 2023 or earlier). group: what the choice was made within, as a column
    of `need` or a Series by area code; its keys are then all the places. k: how many places of each
    choice count as the neediest (or their share, below 1); as many as were chosen when left out.
    coverage: a group whose values are known for a smaller share of its places is not ranked, and says so.

    With `welfare` (Series by code, money) and `line` the needy are those strictly below the line, and with
    `transfer` (one amount for each chosen, or a Series by code) the poverty gap and severity follow;
    `need` may then be None.

    Exclusion and inclusion error are shares, 0-1. Their `low, high` are the exact 95 % interval of a
    proportion (Clopper and Pearson 1934), carried to the measures that are functions of the hits: how
    the same way of choosing would fare over more choices. Lottery rows come from the exact distribution
    of a draw within the same groups, and from `draws` drawn lots.

    Sources: Coady, Grosh and Hoddinott (2004), Targeting of Transfers in Developing Countries; World Bank
    (2022), Revisiting Targeting in Social Assistance, ch. 7. Errors: WrongUse for unreadable input,
    NotEnoughData when not one site can be placed. Not for judging an effect: a site that missed the
    need may still have been helped, and need is only what the given measure says. Places served before stay
    among those that could be chosen; leave them out of `need` and `group` where they could not return.

    >>> incomes = pd.Series([6, 8, 11, 15, 21, 25, 30, 40, 50, 100.0], index=list("abcdefghij"))
    >>> audit = audit_targets(["a", "b"], need=None, welfare=incomes, line=20, transfer=15)
    >>> audit.table("en").set_index("measure")["value"][["exclusion_error", "poverty_gap_after"]].round(3).tolist()
    [0.5, 0.07]
    """
    if welfare is not None:
        welfare = _by_code(welfare, "welfare")
        need = -welfare if need is None else need
    if transfer is not None and not isinstance(transfer, Real):
        transfer = _by_code(transfer, "transfer")
    _refuse(need, k, lag, coverage, welfare, line, transfer, draws)
    k = k if k is None or 0 < k < 1 else whole(k)
    sites, values = read_chosen(chosen), read_need(need)
    needy = None if welfare is None else welfare < line
    places = read_group(group, values)
    strata, sites = find_standing(sites, values, places, lag, coverage, k, needy)
    if not strata:
        raise _not_one(sites.iloc[0])
    measures = hit_measures(strata) | standing_measures(strata, draws, np.random.default_rng(seed_of(seed)))
    if transfer is not None:
        measures |= gap_measures(sites, welfare, line, transfer)
    recipe = {"k": k, "lag": lag, "coverage": coverage, "line": line, "draws": draws, "seed": seed}
    return Audit(measures, sites, tuple(strata), recipe)


def _chance(p: float, lang: str) -> str:
    """A chance of a lottery in words."""
    return p_value(p, 2, lang, below=pick(lang, id="di bawah ", en="below "))


def _not_one(site) -> NotEnoughData:
    """Why not even the first of the sites can be audited, and what would help."""
    why = {lang: reason_text(site["reason"], site["known"], site["places"], lang) for lang in ("id", "en")}
    level = site["reason"] == "level"
    return NotEnoughData(
        id=f"Tidak satu pun lokasi dapat diaudit: {why['id']}. "
        + ("Gunakan ukuran kebutuhan yang membedakan wilayah." if level
           else "Tambahkan data kebutuhan dari sebelum lokasi dipilih."),
        en=f"Not one site can be audited: {why['en']}. "
        + ("Use a measure of need that tells areas apart." if level
           else "Add values of need from before the sites were chosen."),
    )


def _by_code(given, name: str) -> pd.Series:
    """Amounts by area code as floats, from a Series or mapping."""
    if not isinstance(given, (pd.Series, Mapping)):
        raise WrongUse(id=f"`{name}` adalah Series berindeks kode wilayah.", en=f"`{name}` is a Series indexed by area code.")
    given = pd.Series(given)
    codes = codes_of(given.index, id=f"`{name}`", en=f"`{name}`")
    return pd.Series(numbers_of(given, name), index=codes)


def _refuse(need, k, lag, coverage, welfare, line, transfer, draws) -> None:
    """Arguments that have no meaning are refused here, before anything is read."""
    if need is None:
        raise WrongUse(
            id="Tidak ada ukuran kebutuhan. Isi `need`, atau `welfare` bersama `line`.",
            en="There is no measure of need. Give `need`, or `welfare` together with `line`.",
        )
    share = isinstance(k, float) and 0 < k < 1
    if k is not None and not share and whole(k, least=1) is None:
        raise WrongUse(
            id="`k` adalah jumlah wilayah yang dianggap paling membutuhkan (bilangan bulat mulai 1) atau bagiannya "
            f"(antara 0 dan 1), bukan {k!r}.",
            en="`k` is how many places count as the neediest (a whole number from 1) or their share (between 0 and "
            f"1), not {k!r}.",
        )
    if (welfare is None) != (line is None):
        raise WrongUse(
            id="`welfare` dan `line` harus diberikan bersama.", en="`welfare` and `line` must be given together."
        )
    if welfare is not None and k is not None:
        raise WrongUse(
            id="Dengan `line`, yang membutuhkan adalah yang di bawah garis; hapus `k`.",
            en="With `line` the needy are those below the line; leave out `k`.",
        )
    if transfer is not None and welfare is None:
        raise WrongUse(
            id="`transfer` memerlukan `welfare` dan `line` untuk menghitung kedalaman kemiskinan.",
            en="`transfer` needs `welfare` and `line` to work out the poverty gap.",
        )
    if whole(draws, least=1) is None:
        raise WrongUse(id=f"`draws` adalah banyaknya undian, bilangan bulat mulai 1, bukan {draws!r}.",
                       en=f"`draws` is how many lots are drawn, a whole number from 1, not {draws!r}.")
    if whole(lag) is None or not isinstance(coverage, Real) or not 0 < coverage <= 1:
        raise WrongUse(
            id="`lag` adalah tahun bulat, paling kecil 0, dan `coverage` lebih dari 0 sampai 1.",
            en="`lag` is a whole number of years, at least 0, and `coverage` above 0 up to 1.",
        )
