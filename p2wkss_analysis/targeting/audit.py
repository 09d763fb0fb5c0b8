"""Did past choices hit the need? Each site against all places, with the data as known at the time.

Two families of measures stand side by side, because neither is enough alone: error counts (who was hit)
and what is left of the gap (how far from the line they were).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import NotEnoughData, WrongUse
from ..language import integer, number, pick
from .lottery import at_least, central_range, drawn_totals, hits_distribution, two_sided
from .past_sites import read_chosen, read_group, read_need
from .standing import Stratum, find_standing, percentiles, reason_text
from .transfers import GapChange, gap_change

COLUMNS = ("measure", "value", "low", "high", "note")
PLACES = (
    "area_code", "year", "group", "need_year", "need", "rank", "places", "percentile", "among_neediest", "note",
)


@dataclass(frozen=True, eq=False)
class Audit:
    """The result of `audit_targets`: measures in `.table()`, sites in `.places()`, and `.sentence(lang)`.

    `measures` maps a measure to (value, low, high); `recipe` keeps the arguments that made it.
    """

    measures: dict[str, tuple[float, float, float]]
    sites: pd.DataFrame
    strata: tuple[Stratum, ...]
    recipe: dict = field(default_factory=dict)

    def table(self, lang: str = "id") -> pd.DataFrame:
        """One measure a row: measure, value, low, high, note (what it is, in `lang`)."""
        rows = [(name, *triple, pick(lang, **NOTES[name])) for name, triple in self.measures.items()]
        return pd.DataFrame(rows, columns=COLUMNS)

    def places(self, lang: str = "id") -> pd.DataFrame:
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

    def sentence(self, lang: str = "id") -> str:
        """What the audit shows, in plain words, the lottery beside it."""
        m = {name: triple[0] for name, triple in self.measures.items()}
        drawn = self.measures["hits_by_lottery"]
        left_out = len(self.sites) - int(m["chosen"])
        return pick(
            lang,
            id=f"Dari {integer(m['chosen'], lang)} lokasi yang dapat diaudit, {integer(m['hits'], lang)} termasuk "
            f"{integer(m['needy'], lang)} wilayah yang paling membutuhkan (dari "
            f"{integer(m['places'], lang)}) menurut data saat itu; undian akan mengenai rata-rata "
            f"{number(drawn[0], 1, lang)} (rentang 95%: {integer(drawn[1], lang)}"
            f"\N{EN DASH}{integer(drawn[2], lang)}), dan peluang undian mengenai sebanyak itu atau lebih adalah "
            f"{number(m['lottery_p'], 2, lang)}. Persentil rata-rata lokasi {number(m['mean_percentile'], 1, lang)} "
            f"(mendekati 0 = paling membutuhkan; undian memberi 50; p dua sisi "
            f"{number(m['lottery_p_percentile'], 2, lang)})."
            + (f" {integer(left_out, lang)} lokasi lain tidak dapat diaudit; alasannya tercantum per lokasi."
               if left_out else ""),
            en=f"Of {integer(m['chosen'], lang)} sites that can be audited, {integer(m['hits'], lang)} are among the "
            f"{integer(m['needy'], lang)} neediest places (of {integer(m['places'], lang)}) by "
            f"the data of the time; drawing lots would hit {number(drawn[0], 1, lang)} on average (95% range {integer(drawn[1], lang)}"
            f"\N{EN DASH}{integer(drawn[2], lang)}), and the chance that lots hit as many or more is "
            f"{number(m['lottery_p'], 2, lang)}. The mean percentile of the sites is "
            f"{number(m['mean_percentile'], 1, lang)} (near 0 = neediest; lots give 50; two-sided p "
            f"{number(m['lottery_p_percentile'], 2, lang)})."
            + (f" {integer(left_out, lang)} more sites cannot be audited; the reason stands beside each."
               if left_out else ""),
        )


NOTES = {
    "chosen": {"id": "lokasi yang dapat diaudit", "en": "sites that can be audited"},
    "places": {"id": "wilayah yang dapat dipilih, dijumlahkan untuk setiap pemilihan",
                   "en": "places that could have been chosen, summed over the choices made"},
    "needy": {"id": "yang paling membutuhkan (nilai yang sama pada batas ikut dihitung)",
                  "en": "the neediest (all that tie at the cut are counted)"},
    "hits": {"id": "lokasi terpilih yang termasuk paling membutuhkan", "en": "chosen sites among the neediest"},
    "exclusion_error": {"id": "bagian yang paling membutuhkan tetapi tidak terpilih (0\N{EN DASH}1)",
                            "en": "share of the neediest that were not chosen (0\N{EN DASH}1)"},
    "inclusion_error": {"id": "bagian lokasi terpilih yang bukan paling membutuhkan (0\N{EN DASH}1)",
                            "en": "share of the chosen that are not among the neediest (0\N{EN DASH}1)"},
    "targeting_differential": {
        "id": "cakupan pada yang paling membutuhkan dikurangi cakupan pada lainnya (\N{MINUS SIGN}1 s.d. 1; 0 = acak)",
        "en": "coverage of the neediest minus coverage of the others (\N{MINUS SIGN}1 to 1; 0 = at random)"},
    "coady_grosh_hoddinott": {
        "id": "kena sasaran dibandingkan undian (Coady, Grosh, dan Hoddinott 2004; 1 = setara undian)",
        "en": "hits relative to a lottery (Coady, Grosh and Hoddinott 2004; 1 = a lottery)"},
    "hits_by_lottery": {"id": "yang akan dikenai undian: rata-rata dan rentang 95%",
                            "en": "what drawing lots would hit: mean and 95% range"},
    "lottery_p": {"id": "peluang undian mengenai sebanyak itu atau lebih (satu sisi, eksak)",
                      "en": "chance that lots hit as many or more (one-sided, exact)"},
    "mean_percentile": {"id": "persentil kebutuhan rata-rata (mendekati 0 = paling membutuhkan)",
                            "en": "mean percentile of need (near 0 = neediest)"},
    "mean_percentile_by_lottery": {"id": "yang akan diberikan undian: rata-rata dan rentang 95%",
                                       "en": "what drawing lots would give: mean and 95% range"},
    "lottery_p_percentile": {"id": "peluang undian menyimpang sejauh itu dari 50 (dua sisi)",
                                 "en": "chance that lots stray as far from 50 (two-sided)"},
    "regret": {"id": "kebutuhan rata-rata yang terlewat dibanding memilih yang paling membutuhkan "
                      "(satuan nilai kebutuhan)",
                   "en": "mean need forgone against choosing the neediest (in the unit of need)"},
    "regret_by_lottery": {"id": "yang akan terlewat bila diundi: rata-rata dan rentang 95%",
                              "en": "what drawing lots would forgo: mean and 95% range"},
    "poverty_gap_before": {"id": "indeks kedalaman (FGT 1) sebelum bantuan", "en": "poverty gap (FGT 1) before"},
    "poverty_gap_after": {"id": "indeks kedalaman (FGT 1) setelah bantuan",
                              "en": "poverty gap (FGT 1) after the transfer"},
    "severity_before": {"id": "indeks keparahan (FGT 2) sebelum bantuan", "en": "severity (FGT 2) before"},
    "severity_after": {"id": "indeks keparahan (FGT 2) setelah bantuan",
                           "en": "severity (FGT 2) after the transfer"},
}


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
    need may still have been helped, and need is only what the given measure says.

    >>> incomes = pd.Series([6, 8, 11, 15, 21, 25, 30, 40, 50, 100.0], index=list("abcdefghij"))
    >>> audit = audit_targets(["a", "b"], need=None, welfare=incomes, line=20, transfer=15)
    >>> audit.table("en").set_index("measure")["value"][["exclusion_error", "poverty_gap_after"]].round(3).tolist()
    [0.5, 0.07]
    """
    if welfare is not None:
        welfare = pd.Series(welfare, dtype=float)
        need = -welfare if need is None else need
    _refuse(need, k, lag, coverage, welfare, line, transfer)
    k = k if k is None or 0 < k < 1 else int(k)
    sites, values = read_chosen(chosen), read_need(need)
    needy = None if welfare is None else welfare < line
    places = read_group(group, values)
    strata, sites = find_standing(sites, values, places, lag, coverage, k, needy)
    if not strata:
        raise NotEnoughData(
            id="Tidak satu pun lokasi dapat diaudit: "
            + reason_text(sites["reason"].iloc[0], sites["known"].iloc[0], sites["places"].iloc[0], "id")
            + ". Tambahkan data kebutuhan dari sebelum lokasi dipilih.",
            en="Not one site can be audited: "
            + reason_text(sites["reason"].iloc[0], sites["known"].iloc[0], sites["places"].iloc[0], "en")
            + ". Add values of need from before the sites were chosen.",
        )
    measures = hit_measures(strata) | standing_measures(strata, draws, np.random.default_rng(seed))
    if transfer is not None:
        measures |= _gap_measures(sites, welfare, line, transfer)
    recipe = {"k": k, "lag": lag, "coverage": coverage, "line": line, "draws": draws, "seed": seed}
    return Audit(measures, sites, tuple(strata), recipe)


def hit_measures(strata: list[Stratum]) -> dict[str, tuple[float, float, float]]:
    """The counts and the four error measures, each (value, low, high), pooled over the strata."""
    counts = [stratum.counts for stratum in strata]
    places, needy, chosen = (sum(column) for column in zip(*counts, strict=True))
    hits = sum(stratum.hits for stratum in strata)
    lots = hits_distribution(counts)
    expected = sum(k * m / n for n, k, m in counts)
    low, high = _clopper_pearson(hits, chosen)
    # no interval reaches hits that this many choices among these places could not have
    fewest, most = max(0, chosen - (places - needy)), min(needy, chosen)
    hit = np.clip([hits, low * chosen, high * chosen], fewest, most)
    nothing = np.full(3, np.nan)
    exclusion = 1 - hit / needy if needy else nothing
    differential = hit / needy - (chosen - hit) / (places - needy) if 0 < needy < places else nothing
    plain = {"chosen": chosen, "places": places, "needy": needy, "hits": hits}
    return {name: (value, np.nan, np.nan) for name, value in plain.items()} | {
        "exclusion_error": tuple(exclusion[[0, 2, 1]]),
        "inclusion_error": tuple((1 - hit / chosen)[[0, 2, 1]]),
        "targeting_differential": tuple(differential),
        "coady_grosh_hoddinott": tuple(hit / expected if expected else nothing),
        "hits_by_lottery": (expected, *central_range(lots)),
        "lottery_p": (at_least(lots, hits), np.nan, np.nan),
    }


def standing_measures(
    strata: list[Stratum], draws: int, rng: np.random.Generator
) -> dict[str, tuple[float, float, float]]:
    """Mean percentile and regret of the sites, each beside what drawing lots would give."""
    chosen = sum(len(s.chosen) for s in strata)
    standing = [percentiles(s.need) for s in strata]
    own = np.concatenate([p[s.chosen] for p, s in zip(standing, strata, strict=True)])
    lots = drawn_totals([(p, len(s.chosen)) for p, s in zip(standing, strata, strict=True)], draws, rng) / chosen
    best = sum(np.sort(s.need)[len(s.need) - len(s.chosen):].sum() for s in strata) / chosen
    got = sum(s.need[s.chosen].sum() for s in strata) / chosen
    forgone = best - drawn_totals([(s.need, len(s.chosen)) for s in strata], draws, rng) / chosen
    mean_need = sum(s.need.mean() * len(s.chosen) for s in strata) / chosen
    return {
        "mean_percentile": (own.mean(), *_mean_interval(own)),
        "mean_percentile_by_lottery": (50.0, *np.quantile(lots, [0.025, 0.975])),
        "lottery_p_percentile": (two_sided(lots, own.mean()), np.nan, np.nan),
        "regret": (best - got, np.nan, np.nan),
        "regret_by_lottery": (best - mean_need, *np.quantile(forgone, [0.025, 0.975])),
    }


def _gap_measures(sites: pd.DataFrame, welfare: pd.Series, line: float, transfer):
    given = pd.Series(0.0, index=welfare.index)
    codes = sites.loc[sites["reason"] == "", "area_code"]
    if np.isscalar(transfer):
        given.loc[codes] = float(transfer)
    else:
        given.update(pd.Series(transfer, dtype=float))
    change: GapChange = gap_change(welfare, line, given)
    return {
        "poverty_gap_before": (change.gap_before, np.nan, np.nan),
        "poverty_gap_after": (change.gap_after, np.nan, np.nan),
        "severity_before": (change.severity_before, np.nan, np.nan),
        "severity_after": (change.severity_after, np.nan, np.nan),
    }


def _clopper_pearson(hits: int, tries: int) -> tuple[float, float]:
    """Exact 95 % interval of a proportion."""
    from scipy.stats import binomtest

    interval = binomtest(hits, tries).proportion_ci(confidence_level=0.95, method="exact")
    return float(interval.low), float(interval.high)


def _mean_interval(percentile: np.ndarray) -> tuple[float, float]:
    """95 % t interval of a mean percentile, held within 0 and 100; unknown for a single site."""
    from scipy.stats import t

    n = len(percentile)
    if n < 2:
        return np.nan, np.nan
    half = t.ppf(0.975, n - 1) * percentile.std(ddof=1) / np.sqrt(n)
    return max(0.0, percentile.mean() - half), min(100.0, percentile.mean() + half)


def _refuse(need, k, lag, coverage, welfare, line, transfer) -> None:
    """Arguments that have no meaning are refused here, before anything is read."""
    if need is None:
        raise WrongUse(
            id="Tidak ada ukuran kebutuhan. Isi `need`, atau `welfare` bersama `line`.",
            en="There is no measure of need. Give `need`, or `welfare` together with `line`.",
        )
    share = isinstance(k, float) and 0 < k < 1
    if k is not None and not share and (isinstance(k, bool) or k != int(k) or k < 1):
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
    if lag < 0 or not 0 < coverage <= 1:
        raise WrongUse(
            id="`lag` paling kecil 0 tahun, dan `coverage` lebih dari 0 sampai 1.",
            en="`lag` is at least 0 years, and `coverage` above 0 up to 1.",
        )
