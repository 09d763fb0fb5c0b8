"""Need within one kelurahan or desa: its RW or RT by slum score and by the families on the sheet `households`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..display import Shown, Unanswered
from ..impact.households.outcomes import FLOOR_AREA, OUTCOMES
from ..indicators.slum import CRITERIA, slum_score
from ..indicators.slum_volumes import DENOMINATORS, percent_from_volumes
from ..say import Text, one_text, together
from ..say.errors import NotEnoughData, WrongUse
from ..targeting.firmness.stability import Stability
from ..targeting.need_index import need_index
from ..targeting.ranking import Ranking
from .need import CityNeed
from .texts import within as texts

LEVELS = {"rw": ("rw",), "rt": ("rw", "rt")}
LEAST = 5  # RW or RT; fewer say too little about each other
LEAST_KNOWN = 0.8  # share of RW or RT that must have a figure before it enters
FIRM = 0.9  # least chance of every proposed RW or RT from which the choice is firm
RIVAL, RIVALS = 0.1, 3  # least chance of another from which it is named beside them, and how many are named
ASPECT_OF = {"slum_score": "slum", "unfit": "slum", "low_decile": "poverty", "out_of_school": "human"}
COUNTED = {"unfit": "unfit_of", "low_decile": "low_decile_of", "out_of_school": "children"}


@dataclass(frozen=True, eq=False)
class NeedWithin(Shown):
    """The RW or RT of one village ranked by need.

    village: its code; name; level: "rw" or "rt"; k: how many are proposed; slum_year: of the slum scores, or None; used, unused:
    figures of the index and those that cannot enter; left_out: names of RW or RT on the sheets that lack a figure; ranking,
    stability: with codes such as "32.76.11.1001/RW03/RT02".
    """

    village: str
    name: str
    level: str
    k: int
    slum_year: int | None
    used: tuple[str, ...]
    unused: tuple[str, ...]
    left_out: tuple[str, ...]
    ranking: Ranking
    stability: Stability

    def table(self) -> pd.DataFrame:
        """area_code, name, score, rank, and where `tested` probability_top_k, rank_low, rank_high; the neediest first.

        No share is in it: of few families a share tells of single ones. Where shares enter, the score is a whole number, and in
        tens where it is one share, alone or beside the slum score, which is published: that share could be found again."""
        names = dict(zip(self.ranking.codes, self.ranking.names, strict=True))
        rows = self.ranking.table().dropna(subset="rank").astype({"rank": int})
        if shares := set(self.used) & set(COUNTED):
            rows["score"] = rows["score"].round(-1 if len(shares) == 1 else 0)
        if self.tested:
            rows = rows.merge(self.stability.table(), on="area_code")
        rows.insert(1, "name", rows["area_code"].map(names))
        return rows

    @property
    def tested(self) -> bool:
        """Whether weights or sampling error could change the order; the slum score alone cannot tell, and no chance is said."""
        return len(self.used) > 1 or bool(set(self.used) & set(COUNTED))

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.table().drop(columns="area_code")

    @property
    def firm(self) -> bool:
        """Whether the k proposed are truly among the neediest with a chance of 90 % each or more; never where untested."""
        return self.tested and bool((self.stability.probability[self.ranking.top(self.k)] >= FIRM).all())

    def proposed(self) -> list[str]:
        """The names of the k neediest, such as "RW 03" or "RT 02/RW 03"."""
        return [self.ranking.label(i) for i in self.ranking.top(self.k)]

    def sentence(self, lang: str | None = None) -> str:
        """Who comes first, how sure it is that they are among the neediest, and by what."""
        return together([self.choice_sentence(lang), self.firmness_sentence(lang), self.basis_sentence(lang)], lang)

    def choice_sentence(self, lang: str | None = None) -> str:
        """Who comes first, and who equals the last of them."""
        unit = texts.LEVEL[self.level]
        first = texts.WITHIN.fill(n=len(self.ranking.codes), unit=unit, village=self.name, first=self.proposed(), k=self.k)
        return together([first, self.ranking.equal_text(self.k)], lang)

    def firmness_sentence(self, lang: str | None = None) -> str:
        """The chance of each of them to be truly among the neediest, and beside whom to weigh them where that is not firm."""
        if not self.tested:
            return texts.WITHIN_UNTESTED.say(lang)
        top, chance = list(self.ranking.top(self.k)), self.stability.probability
        others = [i for i in np.argsort(-chance, kind="stable") if i not in top and chance[i] >= RIVAL][:RIVALS]
        said = {
            "among": texts.WITHIN_TOP.fill(k=self.k) if self.k > 1 else texts.WITHIN_FIRST,
            "first": self._with_chance(top),
            "others": self._with_chance(others),
        }
        text = texts.WITHIN_FIRM if self.firm else texts.WITHIN_OPEN if others else texts.WITHIN_WEAK
        return text.say(lang, **said)

    def _with_chance(self, places: list[int]) -> list[Text]:
        return [texts.WITHIN_NAME.fill(name=self.ranking.label(i), p=100 * self.stability.probability[i]) for i in places]

    def basis_sentence(self, lang: str | None = None) -> str:
        """By which figures, unless `firmness_sentence` said that it is the slum score alone; and what is missing."""
        said = [
            texts.WITHIN_BY.fill(figures=[texts.WITHIN_FIGURES[c] for c in self.used]),
            texts.WITHIN_WITHOUT.fill(figures=[texts.WITHIN_FIGURES[c] for c in self.unused]) if self.unused else "",
            texts.WITHIN_LISTED if set(self.used) & set(COUNTED) else "",
        ]
        gap = texts.WITHIN_LEFT_OUT.fill(village=self.name, places=self.left_out) if self.left_out else ""
        return together([*(said if self.tested else ()), gap], lang)


@dataclass(frozen=True, eq=False)
class ProposedWithin(Shown):
    """Of every proposed village its RW ranked by need, or its RT where fewer than five RW can be.

    ranked: the villages with an answer, in the order of the proposal; missing: what to fill in for the others, one text each.
    """

    ranked: tuple[NeedWithin, ...]
    missing: tuple[Text, ...]

    def table(self) -> pd.DataFrame:
        """village, and the columns of `NeedWithin.table()`, village after village."""
        return pd.concat([one.table().assign(village=one.name) for one in self.ranked], ignore_index=True)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.table().drop(columns="area_code")

    @property
    def sheets(self) -> list[str]:
        """The sheets on which the rankings rest."""
        used = {c for one in self.ranked for c in one.used}
        return [name for name, own in (("neighbourhoods", {"slum_score"}), ("households", set(COUNTED))) if used & own]

    def sentence(self, lang: str | None = None) -> str:
        """Of each village who comes first and how firm that is; then what is missing."""
        return together([*(one.sentence(lang) for one in self.ranked), *self.missing], lang)

    def firm(self) -> dict[str, list[str]]:
        """Village code to the names of its proposed RW or RT, where the choice is firm."""
        return {one.village: one.proposed() for one in self.ranked if one.firm}


def need_within_proposed(
    found: CityNeed, tables: Mapping[str, pd.DataFrame], names: Mapping[str, str], ask: Callable[..., NeedWithin | Unanswered]
) -> ProposedWithin:
    """Of every proposed village the RW that need it most, or the RT where fewer than five RW can be ranked; without villages
    whose RW is already fixed for that year.

    names: code to name of the villages; ask: code and level to `need_within` of that village, or a refusal. Raises NotEnoughData
    where none of them can be ranked.
    """
    sites, homes = tables["sites"], tables["households"]
    settled = set(sites.loc[(sites["year"] == found.year).fillna(False) & sites["rw"].notna(), "village_code"])
    top = [found.ranking.codes[i] for i in found.ranking.top(found.k)]
    codes = [code for code in (*found.eligibility.fixed, *top) if code not in settled]
    surveyed = {*homes.loc[homes["rw"].notna(), "village_code"], *tables["neighbourhoods"]["village_code"]}
    answers = [ask(code, "rw") or ask(code, "rt") for code in codes if code in surveyed]
    bare = [names.get(code, code) for code in codes if code not in surveyed]
    missing = [Text(a.sentence("id"), a.sentence("en")) for a in answers if not a]
    missing += [texts.NOT_SURVEYED.fill(places=bare)] if bare else []
    ranked = tuple(a for a in answers if isinstance(a, NeedWithin))
    if not ranked:
        raise NotEnoughData(one_text(missing or [texts.ALL_SETTLED.fill(year=found.year)]))
    return ProposedWithin(ranked, tuple(missing))


def need_within(
    neighbourhoods: pd.DataFrame,
    households: pd.DataFrame,
    village: str,
    name: str = "",
    level: str = "rw",
    k: int = 1,
    *,
    cut: int = 4,
    floor_area: float = FLOOR_AREA,
    draws: int = 10_000,
    seed: int = 0,
) -> NeedWithin:
    """Rank the RW or RT of a village by need, and say how firm that is.

    neighbourhoods, households: sheets of a checked workbook. Figures, each where at least 80 % of the RW or RT have it and it
    varies: slum score of the newest survey (0-80; of an RW the mean of its RT, weighted by families), and of the families at
    their first visit the shares in registry deciles up to `cut`, in houses unfit to live in (floor_area: m2 a person), and of
    children of 7 to 18 out of school. Shares counted on few families are drawn to those of the others (`drawn_shares`), so
    that the probability of being among the k neediest is one. Aspects weigh the same.

    Raises WrongUse for an unknown level, NotEnoughData where the village has fewer than five RW or RT with figures. Not where the
    families on the sheet were listed because they are poor: their shares then say how the list was made.
    """
    if level not in LEVELS:
        raise WrongUse(texts.NO_SUCH_LEVEL.fill(given=level))
    table, year = _figures(neighbourhoods, households, village, level, cut, floor_area)
    if table.empty:
        raise NotEnoughData(texts.NOT_SURVEYED.fill(places=[name or village]))
    known = [c for c in ASPECT_OF if c in table and table[c].notna().mean() >= LEAST_KNOWN and table[c].nunique() > 1]
    if len(table) < LEAST:
        refused = texts.NOTHING_WITHIN.fill(village=name or village, n=len(table), unit=texts.LEVEL[level])
        rt = pd.Index([]) if level == "rt" else _figures(neighbourhoods, households, village, "rt", cut, floor_area)[0].index
        raise NotEnoughData(one_text([refused, texts.RT_ARE_ENOUGH]) if len(rt) >= LEAST else refused)
    if not known:
        raise NotEnoughData(texts.NO_FIGURE_WITHIN.fill(village=name or village, unit=texts.LEVEL[level]))
    several = len({ASPECT_OF[c] for c in known}) > 1
    ranking = need_index(
        table.assign(area_code=[_code(village, place) for place in table.index], name=[_name(place) for place in table.index]),
        dict.fromkeys(known, "higher"),
        hierarchy={c: ASPECT_OF[c] for c in known} if several else {},
        per={c: of for c, of in COUNTED.items() if c in known},
        counted=tuple(c for c in COUNTED if c in known),
        labels={c: {"id": texts.WITHIN_FIGURES[c].id, "en": texts.WITHIN_FIGURES[c].en} for c in known},
        place_coverage=1,
    )
    if len(ranking.codes) <= k or len(ranking.codes) < LEAST:
        raise NotEnoughData(texts.NOTHING_WITHIN.fill(village=name or village, n=len(ranking.codes), unit=texts.LEVEL[level]))
    stability = ranking.stability(k, draws, seed)
    unused = tuple(c for c in ASPECT_OF if c not in known)
    places = {
        place for sheet in (neighbourhoods, households) for place in _places(sheet[sheet["village_code"] == village], level)
    }
    left_out = tuple(_name(place) for place in sorted(places) if _code(village, place) not in set(ranking.codes))
    return NeedWithin(village, name or village, level, k, year, tuple(known), unused, left_out, ranking, stability)


def _figures(
    neighbourhoods: pd.DataFrame, households: pd.DataFrame, village: str, level: str, cut: int, floor_area: float
) -> tuple[pd.DataFrame, int | None]:
    """What both sheets say of the RW or RT of a village, by place; and the year of the slum scores."""
    slum, year = _slum(neighbourhoods[neighbourhoods["village_code"] == village], level)
    counts = _counts(households[households["village_code"] == village], level, cut, floor_area)
    return counts.join(slum, how="outer"), year


def _slum(rows: pd.DataFrame, level: str) -> tuple[pd.Series, int | None]:
    """slum_score by place, of the newest survey of each RT; and the newest year."""
    rows = rows.dropna(subset=["year"]).sort_values("year").drop_duplicates(["rw", "rt"], keep="last")
    if rows.empty:
        return rows.groupby(list(LEVELS[level]))["year"].mean().rename("slum_score"), None
    volumes = rows.rename(columns={f"{key}_volume": key for key in CRITERIA})
    total = slum_score(percent_from_volumes(volumes[list(CRITERIA)], rows[list(DENOMINATORS)]))["total"].astype("Float64")
    rows = rows.assign(total=total.astype(float), weight=rows["households"].astype(float).clip(lower=1))
    rows = rows[rows["total"].notna()]
    parts = rows.assign(part=rows["total"] * rows["weight"]).groupby(list(LEVELS[level]))[["part", "weight"]].sum()
    return (parts["part"] / parts["weight"]).rename("slum_score"), int(rows["year"].max()) if len(rows) else None


def _counts(rows: pd.DataFrame, level: str, cut: int, floor_area: float) -> pd.DataFrame:
    """By place, each count with the number it is out of, missing where that is none."""
    first = rows[((rows["wave"] == 0) & (rows["status"] == "interviewed")).fillna(False).astype(bool)]
    first = first.dropna(subset=list(LEVELS[level]))
    read = {outcome.key: outcome for outcome in OUTCOMES}["unfit_house"]
    unfit = read.read(first, floor_area) if set(read.needs) <= set(first) else pd.Series(np.nan, index=first.index)
    decile = first["registry_decile"].astype("Float64").astype(float)
    aged, schooled = (first[c].astype("Float64").astype(float) for c in ("aged_7_18", "aged_7_18_in_school"))
    both = aged.notna() & schooled.notna()
    found = first[list(LEVELS[level])].assign(
        low_decile=(decile <= cut).where(decile.notna()).astype(float),
        low_decile_of=decile.notna(),
        unfit=unfit,
        unfit_of=unfit.notna(),
        out_of_school=(aged - schooled).where(both),
        children=aged.where(both),
    )
    sums = found.groupby(list(LEVELS[level])).sum()
    for count, of in COUNTED.items():
        sums.loc[sums[of] == 0, [count, of]] = np.nan
    return sums


def _places(rows: pd.DataFrame, level: str) -> set[tuple[int, ...]]:
    """Every RW or RT on a sheet."""
    return {tuple(map(int, place)) for place in rows[list(LEVELS[level])].dropna().itertuples(index=False)}


def _place(place: int | tuple[int, ...]) -> tuple[int, ...]:
    return tuple(int(part) for part in place) if isinstance(place, tuple) else (int(place),)


def _code(village: str, place: int | tuple[int, ...]) -> str:
    return "/".join([village, *(f"{kind}{number:02d}" for kind, number in zip(("RW", "RT"), _place(place), strict=False))])


def _name(place: int | tuple[int, ...]) -> str:
    rw, *rt = _place(place)
    return f"RT {rt[0]:02d}/RW {rw:02d}" if rt else f"RW {rw:02d}"
