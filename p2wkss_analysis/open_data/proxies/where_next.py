"""Where next in a kabupaten or kota, from published figures alone: its villages ranked by proxies, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...dictionary.texts import ASPECTS
from ...display import Shown
from ...places.areas import short_name, told_apart
from ...say import LANGUAGES, Text, together
from ...say.errors import NotEnoughData, P2wkssError, WrongUse
from ...targeting.audit.targets import Audit, audit_targets
from ...targeting.eligibility import Eligibility, eligible_places
from ...targeting.firmness.stability import Stability
from ...targeting.need_index import need_index
from ...targeting.ranking import Ranking
from . import texts
from .columns import BY_NAME, PROXIES, SMALL, Load, Proxy
from .strength import Strength, enters, error_share, reliability, reliability_range, weakest

LEAST_KNOWN = 0.8  # share of villages that must have a proxy before it enters, as for a column of a city's workbook
FIRM = 0.9  # chance from which a place counts as firmly among the neediest
FEWER = 1000  # draws at least, for the ends of a chance
NEEDIEST = 0.2  # share of villages that an audit calls the neediest


@dataclass(frozen=True, eq=False)
class WhereNext(Shown):
    """The villages of one kabupaten or kota ranked by proxies.

    code, name : of the kabupaten or kota. k : how many are wanted. used : the proxies of the index. unused : the others that
    exist there, each with a key of `texts.REASONS`. values : area_code by proxy, for all villages; hidden : True where a small
    count stands behind one, which then enters as the middle of the small ones. eligibility : past sites are left out, as for a
    city's own workbook. ranking, stability : of the others; errors of the proxies are part of the stability. past : known sites,
    one row each. audit : past sites against the same index, or None where it cannot be made. chances : (places, 2) the lowest and
    the highest chance, as strong as the proxies may be; follows `ranking.codes`. lists : the shortest and longest list likewise.
    """

    code: str
    name: str
    k: int
    used: tuple[Proxy, ...]
    unused: dict[str, str]
    values: pd.DataFrame
    hidden: pd.DataFrame
    names: dict[str, str]
    districts: dict[str, str]
    eligibility: Eligibility
    ranking: Ranking
    stability: Stability
    past: pd.DataFrame
    audit: Audit | None
    chances: np.ndarray
    lists: tuple[int, int]

    # --- tables ----------------------------------------------------------------------------------------------

    def table(self) -> pd.DataFrame:
        """area_code, name, score, rank, probability_top_k, its range (chance_low, chance_high), rank_low, rank_high, the proxies,
        district; the neediest first.

        A proxy behind which fewer than five families or people stand is missing.
        """
        own = self.values.mask(self.hidden)[[proxy.name for proxy in self.used]].rename_axis("area_code").reset_index()
        table = self.ranking.table().merge(self.stability.table(), on="area_code", how="left")
        table.insert(1, "name", table["area_code"].map(self.names))
        for side, column in enumerate(CHANCES):
            values = table["area_code"].map(dict(zip(self.ranking.codes, self.chances[:, side], strict=True)))
            table.insert(table.columns.get_loc("probability_top_k") + 1 + side, column, values)
        return table.merge(own, on="area_code", how="left").assign(district=table["area_code"].map(self.districts))

    def strengths(self, lang: str | None = None) -> pd.DataFrame:
        """proxy, vintage, aspect, weight, against, where, villages, correlation, low, high, reliability; the columns of the index
        first, then those left out."""
        shares = dict(zip(self.ranking.specification.columns, self.ranking.specification.shares, strict=True))
        rows = []
        for proxy in (*self.used, *(BY_NAME[name] for name in self.unused)):
            held = weakest(proxy)
            assert held is not None  # every proxy was held against something
            rows.append(
                (proxy.label.say(lang), proxy.vintage.say(lang), ASPECTS[proxy.aspect].say(lang), shares.get(proxy.name, 0.0))
                + (texts.AGAINST[held.against].say(lang), self._place(held).say(lang))
                + (held.n, held.value, held.low, held.high, reliability(proxy))
            )
        return pd.DataFrame(rows, columns=STRENGTHS)

    def labels(self, lang: str | None = None) -> dict[str, str]:
        """The chance and the proxies of the table in words."""
        chance = texts.CHANCE_OF.fill(k=self.k) if self.k > 1 else texts.CHANCE
        ends = zip(CHANCES, (texts.CHANCE_AT_LEAST, texts.CHANCE_AT_MOST), strict=True)
        return {
            "probability_top_k": chance.say(lang),
            **{column: end.say(lang) for column, end in ends},
            **{proxy.name: proxy.label.say(lang) for proxy in self.used},
        }

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.table().drop(columns=["district", "rank_low", "rank_high", *CHANCES])

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return self.labels(lang)

    # --- sentences -------------------------------------------------------------------------------------------

    def sentence(self, lang: str | None = None) -> str:
        """Who comes first, how sure that is and what would make it surer."""
        return together(
            [
                self._first(),
                self.ranking.equal_text(self.k),
                self._how_sure(),
                "" if self.firm else texts.SURER.fill(code=self.code),
            ],
            lang,
        )

    def short_sentence(self, lang: str | None = None) -> str:
        """The same for a summary, without what to do."""
        return together([self._first(), self.ranking.equal_text(self.k), self._how_sure()], lang)

    def basis_sentence(self, lang: str | None = None) -> str:
        """By which proxies, of which time; which villages could not be ranked; which proxies are left out and why."""
        by = [texts.NAMED.fill(name=texts.SHORT[one.name], vintage=one.vintage) for one in self.used]
        gap = sorted(self.names[code] for code in self.ranking.unscored["area_code"])
        left = {
            reason: [texts.SHORT[name] for name, why in self.unused.items() if why == reason] for reason in self.unused.values()
        }
        said = [
            texts.BASIS.fill(proxies=by),
            texts.ONE_PROXY if len(by) == 1 else "",
            *(texts.REASONS[reason].fill(proxies=names) for reason, names in left.items()),
            texts.NO_PROXY.fill(n=len(gap), names=[*gap[:5], texts.OTHERS.fill(n=len(gap) - 5)] if len(gap) > 5 else gap)
            if gap
            else "",
        ]
        everywhere = [one for one in self.used if self.values[one.name].notna().all()]
        if gap and everywhere:
            said.append(texts.ALL_BY_ONE.fill(code=self.code, proxy=everywhere[0].name, end=everywhere[0].needier))
        return together(said, lang)

    def strength_sentence(self, lang: str | None = None) -> str:
        """How well each proxy of the index agrees with another figure of the same villages, and that the chances count it."""
        said, told = [], set()
        for proxy in self.used:
            held = weakest(proxy)
            if held is None or (pair := (frozenset((proxy.name, held.against)), held.where)) in told:
                continue  # two proxies held against each other are one comparison
            told.add(pair)
            found = {"value": held.value, "low": held.low, "high": held.high, "where": self._place(held)}
            said.append(texts.STRENGTH.fill(name=texts.SHORT[proxy.name], against=texts.AGAINST[held.against], **found))
        shared = texts.SHARED_ERRORS if len(self.used) > 1 else ""
        return together([texts.STRENGTHS.fill(held=said), texts.SO_WIDE, shared], lang)

    def past_sentence(self, lang: str | None = None) -> str:
        """The known sites, which are left out, and how they stand by the same index."""
        sites = [
            texts.SITE_WITHOUT_YEAR.fill(name=row.village)
            if pd.isna(row.year)
            else texts.SITE.fill(name=row.village, year=str(row.year))
            for row in self.past.itertuples()
        ]
        first = (
            texts.LEFT_OUT.fill(n=self.past["village_code"].nunique(), sites=sites)
            if sites
            else texts.NO_SITE.fill(name=self.name)
        )
        return together([first, self._audit()], lang)

    def _place(self, held: Strength) -> Text:
        """Where a comparison was made."""
        return texts.WHERE.get(held.where) or texts.IN_PLACE.fill(name=self.names[held.where])

    def _audit(self) -> Text | str:
        if self.audit is None:
            return ""
        value = {name: triple[0] for name, triple in self.audit.measures.items()}
        mean, low, high = self.audit.measures["hits_by_lottery"]
        return texts.AUDIT.fill(sites=value["chosen"], hits=value["hits"], share=100 * NEEDIEST, mean=mean, low=low, high=high)

    def _first(self) -> Text:
        chance = 100 * self.stability.probability
        places = [
            texts.WITH_CHANCE.fill(
                name=self.ranking.label(i), chance=chance[i], low=ends[0], high=ends[1], digits=int(chance[i] < 10)
            )
            for i in self.ranking.top(self.k)
            for ends in [100 * self.chances[i]]
        ]
        among = texts.AMONG.fill(k=self.k) if self.k > 1 else texts.FIRST
        return texts.CHOICE.fill(name=self.name, n=len(self.ranking.codes), k=self.k, places=places, among=among)

    def _how_sure(self) -> Text:
        if self.firm:
            return texts.FIRM
        low, high = self.lists
        return texts.NOT_FIRM.fill(n=len(self.shortlist()), low=low, high=high, of=len(self.ranking.codes), certain=100 * FIRM)

    @property
    def firm(self) -> bool:
        """Whether every place proposed is among the neediest with a chance of 90 % or more, even at its lowest."""
        return bool((self.chances[self.ranking.top(self.k), 0] >= FIRM).all())

    def shortlist(self, certain: float = FIRM) -> list[str]:
        """The fewest places that hold the neediest with this certainty: for one site the chance that it is among them, for
        several the share of them expected to be. Area codes, the likeliest first."""
        order = np.argsort(-self.stability.probability, kind="stable")
        return [str(self.ranking.codes[i]) for i in order[: _length(self.stability, certain)]]


def _length(stability: Stability, certain: float = FIRM) -> int:
    """How many places, the likeliest first, hold the neediest with this certainty."""
    held = np.cumsum(np.sort(stability.probability)[::-1]) / stability.k
    return int(np.searchsorted(held, certain - 1e-12)) + 1


CHANCES = ("chance_low", "chance_high")
STRENGTHS = ["proxy", "vintage", "aspect", "weight", "against", "where", "villages", "correlation", "low", "high", "reliability"]


def where_next(
    load: Load,
    code: str,
    k: int | None = None,
    indicators: Mapping[str, str] | None = None,
    weights: Mapping[str, float] | None = None,
    draws: int = 10_000,
    seed: int = 0,
    normalise: str = "z",
    aggregate: str = "arithmetic",
) -> WhereNext:
    """Rank the villages of a kabupaten or kota that have not been a site yet, by the proxies that exist there.

    load : a table by its name. code : of the kabupaten or kota. k : sites wanted, by default as many as in its newest programme
    year that is known. indicators : proxies (`PROXIES`) to the end that means more need; by default those whose agreement with
    other figures was measured to be good enough (`strength.enters`) and that 80 % of the villages have. weights : by aspect, or
    by proxy where `indicators` are given; equal where left out. draws, seed, normalise, aggregate : as `need_index` and its
    stability.

    Every proxy has an error whose size follows from its reliability (`strength.error_share`), so that the chance of being among
    the k neediest is one of being so by the thing itself, not by the proxy. How strong the proxies are is itself uncertain: the
    chance is computed again with all of them as weak, and as strong, as their measurement allows. Raises NotEnoughData, with what
    to fill in, where no village has a proxy. Not an official poverty rate or HDI, which do not exist for villages.
    """
    if indicators is not None and not isinstance(indicators, Mapping):
        raise WrongUse(texts.NO_ENDS.fill(given=indicators))
    villages, names, districts = _villages(load, code)
    values, hidden = _values(load, villages, BY_NAME if indicators is None else indicators)
    used, unused = _usable(values, indicators)
    if not used:
        there = list(_values(load, villages, BY_NAME)[0])
        if indicators and there:
            raise NotEnoughData(texts.NOT_THERE.fill(asked=list(indicators), name=names[code], there=there))
        raise NotEnoughData(texts.NO_FIGURE.fill(name=names[code], code=code))
    sites = load("programme_sites")
    past = sites[(sites["regency_code"] == code) & sites["village_code"].notna()].sort_values(["year", "village"])
    newest = int(past["year"].max()) if past["year"].notna().any() else _ANY_YEAR
    served = past.assign(year=past["year"].fillna(newest))  # reported without a year, it has been a site all the same
    eligibility = eligible_places(villages, newest + 1, served=served)
    index = _index_of(used, indicators, weights) | {"normalise": normalise, "aggregate": aggregate, "names": names}
    candidates = list(eligibility.candidates)
    table = _with_errors(values, used, [reliability(proxy) for proxy in used])
    ranking = need_index(table.loc[candidates], **index)
    if k is None:
        k = max(1, min(past.loc[past["year"].eq(newest).fillna(False), "village_code"].nunique(), len(ranking.codes) - 1))
    stability = ranking.stability(k, draws, seed)
    ends = []
    for shares in zip(*(reliability_range(proxy, code) for proxy in used), strict=True):
        other = need_index(_with_errors(values, used, list(shares)).loc[candidates], **index)
        ends.append(other.stability(k, min(draws, max(FEWER, draws // 4)), seed))
    several = np.array([stability.probability, *(one.probability for one in ends)])
    chances = np.stack([several.min(axis=0), several.max(axis=0)], axis=1)
    lengths = [_length(one) for one in (stability, *ends)]
    audit = _audit(past, need_index(table, **index))
    given = (used, unused, values, hidden, names, districts, eligibility, ranking, stability, past, audit, chances)
    return WhereNext(code, names[code], k, *given, (min(lengths), max(lengths)))


_ANY_YEAR = 2000  # where no site is known, no year matters


def _villages(load: Load, code: str) -> tuple[list[str], dict[str, str], dict[str, str]]:
    """Codes of the villages; names of these (apart where they are alike) and of regencies; the kecamatan of each."""
    areas = load("areas")
    own = areas[(areas["level"] == "village") & areas["area_code"].str.startswith(code + ".")]
    near = areas[areas["area_code"].str.len() == 5]
    above = areas[(areas["level"] == "district") & areas["area_code"].str.startswith(code + ".")]
    named = dict(zip(above["area_code"], above["name"], strict=True))
    names = {c: short_name(name).strip() for c, name in zip(near["area_code"], near["name"], strict=True)}
    names |= told_apart(own.assign(name=own["name"].map(short_name)), above)
    return own["area_code"].tolist(), names, {c: named.get(c[:8], "") for c in own["area_code"]}


def _values(load: Load, villages: list[str], asked: Mapping) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The proxies that any of the villages has, one column each, and where a small count stands behind one.

    A count of 1 to 4 enters as 2.5, their middle, so that it cannot be worked out from a score, a rank or a chance.
    """
    strange = [name for name in asked if name not in BY_NAME]
    if strange:
        raise WrongUse(texts.UNKNOWN_PROXY.fill(names=strange, known=list(BY_NAME)))
    values, hidden = {}, {}
    for proxy in PROXIES:
        if proxy.name not in asked:
            continue
        own = proxy.read(load).reindex(villages)
        if own.notna().any():
            count = proxy.count(load).reindex(villages) if proxy.count else pd.Series(np.nan, villages)
            hidden[proxy.name] = count.between(1, SMALL - 1)
            values[proxy.name] = own.mask(hidden[proxy.name], own * (SMALL / 2) / count)
    return pd.DataFrame(values, index=villages), pd.DataFrame(hidden, index=villages)


def _usable(values: pd.DataFrame, indicators: Mapping[str, str] | None) -> tuple[tuple[Proxy, ...], dict[str, str]]:
    """The proxies of the index, and why each of the others is none of them."""
    why = {name: _reason(values[name], BY_NAME[name], indicators) for name in values}
    return tuple(BY_NAME[n] for n, reason in why.items() if not reason), {n: reason for n, reason in why.items() if reason}


def _reason(column: pd.Series, proxy: Proxy, indicators: Mapping[str, str] | None) -> str:
    if column.notna().mean() < LEAST_KNOWN:
        return "few"
    if column.nunique() < 2:
        return "same"
    return "" if indicators is not None or enters(proxy) else "weak"


def _index_of(used: tuple[Proxy, ...], indicators: Mapping[str, str] | None, weights: Mapping[str, float] | None) -> dict:
    """The arguments of `need_index`: aspects weigh the same, as in a city's workbook, unless columns were chosen."""
    common = {
        "labels": {proxy.name: {lang: texts.SHORT[proxy.name].say(lang) for lang in LANGUAGES} for proxy in used},
        "errors": {proxy.name: f"{proxy.name}_error" for proxy in used},
        "place_coverage": 1.0,
        "indicator_coverage": LEAST_KNOWN / 2,
        "weights": weights,
    }
    if indicators is not None:
        return {"indicators": {proxy.name: indicators[proxy.name] for proxy in used}, **common}
    several = len({proxy.aspect for proxy in used}) > 1
    hierarchy = {proxy.name: proxy.aspect for proxy in used} if several else {}
    return {"indicators": {proxy.name: proxy.needier for proxy in used}, "hierarchy": hierarchy, **common}


def _with_errors(values: pd.DataFrame, used: tuple[Proxy, ...], shares: list[float]) -> pd.DataFrame:
    """The proxies with a column of their errors each, by their reliabilities; spread is that among the villages of the place."""
    table = values[[proxy.name for proxy in used]].rename_axis("area_code")
    errors = {f"{p.name}_error": error_share(r) * values[p.name].std(ddof=1) for p, r in zip(used, shares, strict=True)}
    return table.assign(**errors)


def _audit(past: pd.DataFrame, ranking: Ranking) -> Audit | None:
    """Confirmed sites against the same index over all villages; None where not one can be placed."""
    sites = past.loc[past["status"] == "confirmed", "village_code"].drop_duplicates()
    sites = sites[sites.isin(ranking.codes)]
    if sites.empty:
        return None
    try:
        return audit_targets(sites.tolist(), ranking, k=NEEDIEST)
    except P2wkssError:  # as many sites as villages, or the like: nothing to hold them against
        return None
