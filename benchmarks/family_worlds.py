"""Simulated families whose true effect is known, and the ways by which some of them are chosen."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from p2wkss_analysis import HouseholdRule

EFFECT = 0.5  # SD of the baseline, planted
POOL = 40_000  # families by which the scale of an outcome and the true regressions are known


@dataclass(frozen=True)
class Design:
    """One way of choosing families, and what the office could have written down about it.

    chosen: what decided; stated: label to rule, the first is the full truth. scale: of the outcome. reliability: share of
    the variance of one visit that lasts, and of the register's figure unless `register_reliability` says otherwise.
    lasts: correlation of the lasting level with itself a visit later. share: assisted, of `families` seen in `rts` RTs.
    rt_correlation: of levels and of each visit's noise. swapped: share of the assisted exchanged by talk, at random or
    by `swapped_by` the level. lost: shares not seen again, assisted and comparison, the better off leaving first where
    `lost_by` is "level". growth: of all incomes between the visits, by this factor.
    """

    name: str
    group: str
    chosen: str
    stated: dict[str, HouseholdRule] = field(hash=False)
    scale: str = "normal"
    reliability: float = 0.6
    register_reliability: float | None = None
    lasts: float = 1.0
    families: int = 200
    share: float = 0.5
    rts: int = 10
    rt_correlation: float = 0.1
    deciles: tuple[int, int, int] | None = None
    within: bool = False
    prevalence: float = 0.5
    swapped: float = 0.0
    swapped_by: str = "chance"
    lost: tuple[float, float] = (0.0, 0.0)
    lost_by: str = "chance"
    growth: float = 1.0
    shared_error: float = 0.0
    second: bool = False


@dataclass(frozen=True, eq=False)
class World:
    """Families of one replication: visits, sides, RT (n,), what the register and the like say, and the lasting level.

    after: without an effect; helped: with one of `effect` planted on the assisted. NaN where not seen again."""

    before: np.ndarray
    after: np.ndarray
    helped: np.ndarray
    assisted: np.ndarray
    rt: np.ndarray
    columns: pd.DataFrame
    level: np.ndarray
    effect: float
    earlier: np.ndarray | None = None


@dataclass(frozen=True, eq=False)
class People:
    """Everybody the programme might choose from, before anybody is chosen."""

    level: np.ndarray
    looks: tuple[np.ndarray, np.ndarray]  # both visits on the scale on which levels add up
    register: np.ndarray
    next_register: np.ndarray
    widowed: np.ndarray
    rt: np.ndarray


def people(design: Design, n: int, rts: int, rng) -> People:
    rt, c, rel = np.arange(n) % rts, design.rt_correlation, design.reliability

    def noise(variance: float) -> np.ndarray:
        return np.sqrt(variance) * (np.sqrt(1 - c) * rng.normal(size=n) + np.sqrt(c) * rng.normal(size=rts)[rt])

    widowed = rng.random(n) < 0.2
    level = noise(rel) - 0.4 * (widowed - 0.2) * (design.chosen == "quota")
    later = design.lasts * level + np.sqrt(rel * max(1 - design.lasts**2, 0)) * rng.normal(size=n)
    trust = design.register_reliability or rel
    error = np.sqrt(rel * (1 - trust) / trust)
    first, own, shared = noise(1 - rel), rng.normal(size=n), design.shared_error
    said = error * (shared * first / np.sqrt(1 - rel) + np.sqrt(1 - shared**2) * own)
    return People(level, (level + first, later + noise(1 - rel)), level + said, later + error * rng.normal(size=n), widowed, rt)


def _year_before(design: Design, who: People, rng) -> np.ndarray:
    """A visit a year before the first: the level moved since as it moves afterwards."""
    rel, lasts = design.reliability, min(design.lasts, 1 / design.lasts)
    level = lasts * who.level + np.sqrt(rel * (1 - lasts**2) * (design.lasts <= 1)) * rng.normal(size=len(who.level))
    return level + np.sqrt(1 - rel) * rng.normal(size=len(level))


def outcome(design: Design, looks: np.ndarray, rng, later: bool = False) -> np.ndarray:
    """What the visit writes down."""
    grown = design.growth if later else 1.0
    if design.scale == "normal":
        return looks * 1.0
    if design.scale == "skewed":
        return grown * np.exp(0.7 * looks)
    if design.scale == "rupiah":
        earned = np.exp(14 + 0.8 * looks) * (1 + rng.pareto(3, len(looks)))
        return np.where(looks < -1.04, 0.0, np.round(grown * earned, -4))
    from scipy.stats import norm

    return (looks > norm.ppf(1 - design.prevalence)).astype(float)


def spread(design: Design) -> float:
    """The SD of the baseline among everybody."""
    rng = np.random.default_rng(1)
    return float(outcome(design, people(design, POOL, POOL // 20, rng).looks[0], rng).std())


def world(design: Design, unit: float, rng) -> World:
    """One replication; `unit` is the SD of the baseline."""
    pool = design.families * {True: 8, False: 1}[bool(design.deciles)] * (3 if design.chosen == "next_year" else 1)
    who = people(design, pool, design.rts, rng)
    before, after = outcome(design, who.looks[0], rng), outcome(design, who.looks[1], rng, later=True)
    columns = _columns(design, who, before)
    assisted, seen = _chosen(design, who, before, columns, rng)
    assisted = _swapped(design, assisted, who.level, rng)
    points = design.scale == "yes/no"
    sign = -1.0 if points and design.prevalence > 0.5 else 1.0
    effect = sign * EFFECT * unit
    helped = _planted(after, assisted, seen, effect, rng) if points else after + effect * assisted
    gone = _gone(design, assisted, who.level, rng)
    after, helped = np.where(gone, np.nan, after), np.where(gone, np.nan, helped)
    earlier = outcome(design, _year_before(design, who, rng), rng)[seen] if design.second else None
    return World(
        before[seen],
        after[seen],
        helped[seen],
        assisted[seen],
        who.rt[seen],
        columns.iloc[seen].reset_index(drop=True),
        who.level[seen],
        effect,
        earlier,
    )


def _columns(design: Design, who: People, before: np.ndarray) -> pd.DataFrame:
    ranks = pd.Series(who.register).rank(pct=True).to_numpy()
    both = who.register / who.register.std() + who.looks[0] / who.looks[0].std()
    return pd.DataFrame({
        "register": who.register, "decile": np.ceil(10 * ranks), "income": before if design.scale != "yes/no" else who.looks[0],
        "score": both, "skewed_score": np.exp(both), "skewed_register": np.exp(1.2 * who.register), "listed": (ranks <= 0.5).astype(float), "rt_rate": _means(who.register, who.rt), "widowed": who.widowed.astype(float),
    })  # fmt: skip


def _means(values: np.ndarray, rt: np.ndarray) -> np.ndarray:
    return (np.bincount(rt, weights=values) / np.bincount(rt))[rt]


def _lowest(figure: np.ndarray, count: int, rng) -> np.ndarray:
    order = np.lexsort((rng.random(len(figure)), figure))
    taken = np.zeros(len(figure), dtype=bool)
    taken[order[:count]] = True
    return taken


def _chosen(design: Design, who: People, before, columns, rng) -> tuple[np.ndarray, np.ndarray]:
    n, count = len(before), round(design.families * design.share)
    everyone = np.arange(n)
    if design.deciles:
        return _by_decile(design, columns["decile"].to_numpy(), count, rng)
    if design.chosen == "next_year":
        first = _lowest(who.register, count, rng)
        second = _lowest(np.where(first, np.inf, who.next_register), design.families - count, rng)
        return first, np.flatnonzero(first | second)
    if design.chosen == "whole_rt":
        means = np.bincount(who.rt, weights=before) / np.bincount(who.rt)
        return np.isin(who.rt, np.argsort(means)[: round(design.share * design.rts)]), everyone
    if design.chosen == "quota":
        some = _lowest(np.where(who.widowed, who.register, np.inf), round(0.4 * count), rng) & who.widowed
        return some | _lowest(np.where(some | who.widowed, np.inf, who.register), count - some.sum(), rng), everyone
    if design.chosen == "listed":  # of those a list names, the ones who looked worst at the visit
        return _lowest(np.where(columns["listed"] > 0, who.looks[0], np.inf), count, rng), everyone
    figure = (
        rng.random(n) if design.chosen == "draw" else columns[{"baseline": "income"}.get(design.chosen, design.chosen)].to_numpy()
    )
    if not design.within:
        return _lowest(figure, count, rng), everyone
    taken = np.zeros(n, dtype=bool)
    for rt in range(design.rts):
        own = np.flatnonzero(who.rt == rt)
        taken[own] = _lowest(figure[own], round(design.share * len(own)), rng)
    return taken, everyone


def _by_decile(design: Design, decile, count, rng) -> tuple[np.ndarray, np.ndarray]:
    last, start, stop = design.deciles
    poor, rest = np.flatnonzero(decile <= last), np.flatnonzero((decile >= start) & (decile <= stop))
    seen = np.concatenate(
        [rng.choice(poor, min(count, len(poor)), replace=False), rng.choice(rest, design.families - count, replace=False)]
    )
    return decile <= last, np.sort(seen)


def _swapped(design: Design, assisted, level, rng) -> np.ndarray:
    """The musyawarah: some of the list go out and as many come in."""
    count = round(design.swapped * assisted.sum())
    if not count:
        return assisted
    key = level + 0.3 * rng.normal(size=len(level)) if design.swapped_by == "level" else rng.random(len(level))
    out, come = np.flatnonzero(assisted), np.flatnonzero(~assisted)
    changed = assisted.copy()
    changed[out[np.argsort(-key[out])[:count]]] = False
    changed[come[np.argsort(key[come])[:count]]] = True
    return changed


def _planted(after, assisted, seen, effect, rng) -> np.ndarray:
    """Yes/no with as many of the assisted changed as make the effect, as far as there are any to change."""
    changed, own = after.copy(), np.intersect1d(np.flatnonzero(assisted), seen)
    able = own[after[own] == (effect < 0)]
    changed[rng.permutation(able)[: round(abs(effect) * len(own))]] = float(effect > 0)
    return changed


def _gone(design: Design, assisted, level, rng) -> np.ndarray:
    gone = np.zeros(len(level), dtype=bool)
    key = -(level + 0.5 * rng.normal(size=len(level))) if design.lost_by == "level" else rng.random(len(level))
    for side, share in zip((assisted, ~assisted), design.lost, strict=True):
        own = np.flatnonzero(side)
        gone[own[np.argsort(key[own])[: round(share * len(own))]]] = True
    return gone


# --- the designs ----------------------------------------------------------------------------------------

R = HouseholdRule
DRAWN, REGISTER, DECILE = {"draw": R("draw")}, {"register": R("register", "register")}, {"decile": R("register", "decile")}
OWN = {"baseline": R("baseline")}


def _designs() -> list[Design]:
    made = []

    def add(group: str, name: str, chosen: str, stated: dict, **rest) -> None:
        made.append(Design(name, group, chosen, stated, **rest))

    add("drawn", "among all", "draw", DRAWN)
    add("drawn", "within each RT", "draw", {"draw within RT": R("draw", within="rt")}, within=True)
    add("drawn", "rupiah", "draw", DRAWN, scale="rupiah")
    add("drawn", "yes/no 20 %", "draw", DRAWN, scale="yes/no", prevalence=0.2)
    for scale in ("normal", "skewed", "rupiah"):
        add("first-visit figure", f"{scale}", "baseline", OWN, scale=scale)
    add("first-visit figure", "a fifth assisted, skewed", "baseline", OWN, scale="skewed", share=0.2)
    for rel in (0.4, 0.6, 0.8, 0.9):
        for lasts in (1.0, 0.8):
            add("register", f"reliability {rel:g}, level lasts {lasts:g}", "register", REGISTER, reliability=rel, lasts=lasts)
    skewed = {"register, on a skewed scale": R("register", "skewed_register")}
    add("register", "its figure on a skewed scale", "register", skewed)
    add("register", "its figure on a skewed scale, skewed", "register", skewed, scale="skewed")
    add("register", "a fifth assisted", "register", REGISTER, share=0.2)
    add("register", "register .4, visit .8", "register", REGISTER, reliability=0.8, register_reliability=0.4)
    add("register", "register .9, visit .5", "register", REGISTER, reliability=0.5, register_reliability=0.9)
    add("register", "skewed", "register", REGISTER, scale="skewed")
    add("register", "skewed, all incomes grow 10 %", "register", REGISTER, scale="skewed", growth=1.1)
    add("register", "rupiah", "register", REGISTER, scale="rupiah")
    add("register", "rupiah, level lasts .8", "register", REGISTER, scale="rupiah", lasts=0.8)
    for scale in ("normal", "skewed"):
        for deciles in ((2, 3, 6), (1, 2, 4), (4, 5, 10)):
            add(
                "deciles",
                f"1-{deciles[0]} against {deciles[1]}-{deciles[2]}, {scale}",
                "register",
                DECILE,
                scale=scale,
                deciles=deciles,
            )
    add("register", "a tenth assisted", "register", REGISTER, share=0.1)
    add("register", "its error half the visit's", "register", REGISTER, shared_error=0.5)
    add("register", "the gap grows by a tenth", "register", REGISTER, lasts=1.1)
    add("register", "skewed, level lasts .8", "register", REGISTER, scale="skewed", lasts=0.8)
    add("deciles", "1-2 against 3-6, skewed, level lasts .8", "register", DECILE, scale="skewed", deciles=(2, 3, 6), lasts=0.8)
    add("deciles", "1-2 against 3-6, rupiah, level lasts .8", "register", DECILE, scale="rupiah", deciles=(2, 3, 6), lasts=0.8)
    add("deciles", "1-4 against 5-10, skewed, level lasts .8", "register", DECILE, scale="skewed", deciles=(4, 5, 10), lasts=0.8)
    add("deciles", "1-2 against 3-6, level lasts .8", "register", DECILE, deciles=(2, 3, 6), lasts=0.8)
    both = {
        "one score": R("score", "score"),
        "one score, on a skewed scale": R("score", "skewed_score"),
        "two columns": R("score", ("register", "income")),
        "register only (half)": R("register", "register"),
        "first-visit figure only (half)": R("baseline"),
    }
    add("register and first visit", "normal", "score", both)
    add("register and first visit", "normal, level lasts .8", "score", both, lasts=0.8)
    add("register and first visit", "skewed", "score", both, scale="skewed")
    add("register and first visit", "rupiah, level lasts .8", "score", both, scale="rupiah", lasts=0.8)
    add(
        "register and first visit",
        "yes/no 20 %",
        "score",
        both | {"two columns": R("score", ("register", "income"))},
        scale="yes/no",
        prevalence=0.2,
    )
    add("quota", "score with 40 % for widows", "quota", {"quota": R("score", "register", quotas="widowed")})
    listed = {"the list (half)": R("register", "listed"), "the list and the first visit": R("score", ("listed", "income"))}
    add("half of a list", "those who looked worst", "listed", listed, share=0.25)
    add("within RT", "register", "register", {"within RT": R("register", "register", within="rt")}, within=True, rts=20)
    add("within RT", "first-visit figure", "baseline", {"within RT": R("baseline", within="rt")}, within=True, rts=20)
    add("within RT", "register, cut not stated as within", "register", REGISTER, within=True, rts=20)
    for corr in (0.0, 0.1, 0.2):
        for rts in (4, 10, 40):
            add(
                "whole RTs",
                f"worst mean, {rts} RT, correlation {corr:g}",
                "whole_rt",
                {"whole RT": R("whole_rt")},
                rts=rts,
                rt_correlation=corr,
            )
    rate = {"register": R("register", "rt_rate"), "whole RT": R("whole_rt", "rt_rate")}
    for rts in (10, 20):
        add(
            "whole RTs", f"a register's figure of the RT, {rts} RT, correlation 0.2", "rt_rate", rate, rts=rts, rt_correlation=0.2
        )
    later = {"this year's figure": R("next_year", "register"), "no column": R("next_year")}
    for lasts in (1.0, 0.8):
        add("next year's families", f"register, level lasts {lasts:g}", "next_year", later, lasts=lasts)
    for swapped, by in ((0.1, "chance"), (0.2, "chance"), (0.1, "level"), (0.2, "level")):
        add("musyawarah", f"{swapped:.0%} swapped by {by}", "register", REGISTER, swapped=swapped, swapped_by=by)
    for prevalence in (0.05, 0.2, 0.5, 0.8, 0.95):
        add("yes/no", f"{prevalence:.0%}, register", "register", REGISTER, scale="yes/no", prevalence=prevalence)
    finer = {"finer figure": R("baseline", "income"), "yes/no only": R("baseline")}
    for prevalence in (0.05, 0.2, 0.5, 0.8, 0.95):
        add("yes/no", f"{prevalence:.0%}, finer figure", "baseline", finer, scale="yes/no", prevalence=prevalence)
    for lost in ((0.0, 0.4), (0.2, 0.4), (0.4, 0.1)):
        add("loss", f"register, {lost[0]:.0%} and {lost[1]:.0%} lost by chance", "register", REGISTER, lost=lost)
    add("loss", "register, 10% and 40% lost, the better off", "register", REGISTER, lost=(0.1, 0.4), lost_by="level")
    add("loss", "first-visit figure, 10% and 40% lost by chance", "baseline", OWN, lost=(0.1, 0.4))
    add("loss", "drawn, 10% and 40% lost by chance", "draw", DRAWN, lost=(0.1, 0.4))
    add("loss", "drawn, 10% and 40% lost, the better off", "draw", DRAWN, lost=(0.1, 0.4), lost_by="level")
    for n in (60, 400):
        add("size", f"register, {n} families", "register", REGISTER, families=n, rts=n // 20 if n > 60 else 6)
        add("size", f"drawn, {n} families", "draw", DRAWN, families=n, rts=n // 20 if n > 60 else 6)
        add("size", f"first-visit figure, {n} families", "baseline", OWN, families=n, rts=n // 20 if n > 60 else 6)
    for corr in (0.0, 0.2):
        add("RT correlation", f"register, {corr:g}", "register", REGISTER, rt_correlation=corr)
        add("RT correlation", f"first-visit figure, {corr:g}", "baseline", OWN, rt_correlation=corr)
    add("RT correlation", "register, 4 RT, .2", "register", REGISTER, rt_correlation=0.2, rts=4)
    for name, lasts in (("level lasts 1", 1.0), ("level lasts .8", 0.8), ("the gap grows by a tenth", 1.1)):
        add("second visit before", f"register, {name}", "register", REGISTER, lasts=lasts, second=True)
    add("second visit before", "drawn", "draw", DRAWN, second=True)
    add("second visit before", "first-visit figure", "baseline", OWN, second=True)
    for rts in (1, 2):
        add("few RTs", f"register, {rts} RT", "register", REGISTER, families=60 * rts, rts=rts)
        add("few RTs", f"first-visit figure, {rts} RT", "baseline", OWN, families=60 * rts, rts=rts)
    return made


DESIGNS = _designs()
