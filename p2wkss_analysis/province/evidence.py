"""How many confirmed sites an answer would need, by what the cities' workbooks hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..dictionary.figures import village_figures
from ..display import Shown
from ..impact.methods.random_choice import REACH
from ..impact.methods.sites_needed import sites_needed
from ..impact.panel.clean_values import clean_sites
from ..impact.panel.panel import Panel
from ..impact.panel.villages import cut_changes
from ..say import Text, join, together
from ..say.errors import NotEnoughData, WrongUse
from ..tables.whole_number import check_whole
from . import texts
from .collect import Collection
from .words import heading

FEWEST_SITES = 5  # below it one local event can look like an effect, however quiet the years are
FEWEST = 20  # comparison places below which the noise is not learned from them
MOST_A_REGENCY, MOST = 60, 600  # of them, spread over the codes: enough for the noise, and a province is answered in a minute
COLUMNS = [
    "outcome",
    "unit",
    "confirmed",
    "usable",
    "lacking_before",
    "lacking_after",
    "places",
    "years",
    "effect",
    "change_sd",
    "sites_needed",
    "more_needed",
    "cannot_tell",
]


@dataclass(frozen=True, eq=False)
class EnoughSites(Shown):
    """What the collected sites can show, and how many more an answer would need.

    rows : one row an outcome and effect: confirmed sites, usable (a value before the choice and one after the
        programme year), lacking_before, lacking_after, comparison places, years with values, effect (outcome unit),
        change_sd (the same unit), sites_needed, more_needed, cannot_tell (why there is no number).
    """

    rows: pd.DataFrame = field(repr=False)
    synthetic: bool = False

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """The rows, the unit and the reasons in words."""
        said = self.rows["cannot_tell"].map(lambda key: _why(key).say(lang) if key else "")
        units = self.rows["outcome"].map(lambda o: village_figures()[o].effect_unit.say(lang))
        return self.rows.assign(cannot_tell=said, unit=units)

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {column: heading(column, lang) for column in COLUMNS}

    def sentences(self, lang: str | None = None) -> list[str]:
        """Which outcomes have how many usable sites, each count said once, and how many sites each outcome needs."""
        alike = ["cannot_tell", "usable", "lacking_before", "lacking_after"]
        firsts = self.rows.drop_duplicates("outcome").sort_values("cannot_tell", key=lambda why: why != "", kind="stable")
        said = []
        for _, group in firsts.groupby(alike, sort=False):
            outcomes = list(group["outcome"])
            said.append(_with_values(outcomes, group.iloc[0], lang))
            if not group["cannot_tell"].iloc[0]:
                said += [_needed(outcome, self.rows[self.rows["outcome"] == outcome], lang) for outcome in outcomes]
        return said

    def sentence(self, lang: str | None = None) -> str:
        """Every outcome, and what the numbers leave out."""
        head = [texts.SYNTHETIC.say(lang)] if self.synthetic else []
        return " ".join([*head, *self.sentences(lang), self.limit(lang)])

    def limit(self, lang: str | None = None) -> str:
        """What the numbers leave out."""
        return texts.LIMIT.say(lang)


def _why(key: str) -> Text:
    """Why there is no number of sites."""
    return texts.WHY[key].fill(least=FEWEST)


def _with_values(outcomes: list[str], first: pd.Series, lang: str | None) -> str:
    """How many sites can be used for the outcomes, which share all counts; and why nothing can be computed, where that is so."""
    start = texts.WITH_VALUES.fill(
        outcome=_named(outcomes, lang),
        known=first["confirmed"],
        usable=first["usable"],
        before=first["lacking_before"],
        after=first["lacking_after"],
    )
    why = first["cannot_tell"]
    return together([start, texts.CANNOT_TELL.fill(why=_why(why), remedy=texts.WHAT_WOULD_TELL[why]) if why else ""], lang)


def _needed(outcome: str, rows: pd.DataFrame, lang: str | None) -> str:
    """How many sites each size of effect needs, and how many of them are missing."""
    figure = village_figures()[outcome]
    sizes = [
        (texts.SIZE_SHORT.fill(more=r.more_needed) if r.more_needed else texts.SIZE_ENOUGH).fill(
            effect=r.effect,
            digits=min(figure.digits, 1) if r.effect % 1 else 0,
            unit=figure.effect_unit,
            needed=r.sites_needed,
        )
        for r in rows.itertuples()
    ]
    return texts.SITES_NEEDED.say(lang, outcome=_named([outcome], lang), sizes=sizes)


def _named(outcomes: list[str], lang: str | None) -> str:
    """The outcomes' names, to begin a sentence."""
    name = join([village_figures()[o].name.say(lang) for o in outcomes], lang)
    return name[0].upper() + name[1:]


def enough_sites(
    collection: Collection, effects: Mapping[str, Sequence[float]] | None = None, lag: int = 1, draws: int = 4000, seed: int = 0
) -> EnoughSites:
    """How many confirmed sites the collected workbooks hold that could enter an estimate, and how many more it takes.

    Parameters
    ----------
    collection : what `collect` gives; its `.panel` and ``.sites`` are read.
    effects : outcome to the effects asked for, in the outcome's unit; by default 1 to 10 points, 0.5 to 5 ha,
        Rp50,000 to Rp200,000, for every outcome of the sheet villages.
    lag : sites of year Y were ranked in Y - lag; a clean value is from before that year.
    draws, seed : of the random choices that show the noise.

    A village counts once, with its first confirmed year. The noise is the spread of the change that places chosen at
    random within the same regencies show (`sites_needed`, Bloom 1995), from at most 60 comparison places a regency and
    about 600 in all; while no site is usable, one place of each regency stands for the sites. Villages with a site of
    any status are no comparison places. Where the panel cannot
    tell, there is no number but a reason: one year, fewer than 20 comparison places, or values that never change.

    Raises WrongUse for an outcome that the sheet villages does not have, or effects that are not above zero. Not for
    planning a draw or a programme of several years: see `plan`.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from p2wkss_analysis.province.collect import collect
    >>> from p2wkss_analysis.tables.workbook.template import write_template
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = write_template(folder / "cilegon.xlsx", "36.72")
    >>> enough_sites(collect(folder), {"slum_area_ha": [1]}).rows[["usable", "cannot_tell"]].values.tolist()
    [[0, 'no_values']]
    """
    asked = _asked(effects)
    for name, value, least in (("lag", lag, 0), ("draws", draws, 39), ("seed", seed, 0)):
        check_whole(name, value, least)
    known = collection.sites.dropna(subset=["area_code"])
    dated = known[(known["status"] == "confirmed") & known["year"].notna()]
    first = dated.sort_values("year").drop_duplicates("area_code").rename(columns={"area_code": "village_code"})
    rows = [
        row
        for outcome, sizes in asked.items()
        for row in _rows(collection.panel, outcome, sizes, first, set(known["area_code"]), lag, draws, seed)
    ]
    return EnoughSites(pd.DataFrame(rows, columns=COLUMNS), collection.synthetic)


def _asked(effects: Mapping[str, Sequence[float]] | None) -> dict[str, list[float]]:
    if effects is None:
        return {outcome: list(figure.effects) for outcome, figure in village_figures().items()}
    unknown = sorted(set(effects) - set(village_figures()))
    sizes = {outcome: np.asarray(list(values), float) for outcome, values in effects.items() if outcome in village_figures()}
    if unknown or not sizes or any(not len(s) or not np.isfinite(s).all() or (s <= 0).any() for s in sizes.values()):
        said = texts.UNKNOWN_OUTCOMES.fill(unknown=list(map(str, unknown))) if unknown else texts.NO_SUCH_EFFECTS
        raise WrongUse(said.fill(known=list(village_figures())))
    return {outcome: s.tolist() for outcome, s in sizes.items()}


def _rows(
    panel: pd.DataFrame, outcome: str, sizes: list[float], sites: pd.DataFrame, served: set[str], lag: int, draws: int, seed: int
) -> list[tuple]:
    """The rows of one outcome; `sites` confirmed with a year, `served` every village with a site of any status."""
    if outcome not in panel:
        values = pd.DataFrame(columns=["area_code", "year", outcome])
    else:  # a city whose cut changed has no values that can be compared, as in its own report
        changed = [city for city, rows in panel.groupby(panel["area_code"].str[:5]) if cut_changes(rows, outcome)]
        values = panel.loc[~panel["area_code"].str[:5].isin(changed), ["area_code", "year", outcome]].dropna()
    usable = clean_sites(values, sites, lag) if len(values) else sites.iloc[:0]
    years = values.groupby("area_code")["year"].agg(["min", "max"]).reindex(sites["village_code"]).astype("float64")
    start = sites["year"].to_numpy(float)
    before, after = (int((~told).sum()) for told in (years["min"].to_numpy() < start - lag, years["max"].to_numpy() > start))
    others = values[~values["area_code"].isin(served)]
    several = others.groupby("area_code")["year"].transform("nunique") > 1
    others = others[several]
    sd, why = _change_sd(values, outcome, _spread(others), usable, lag, draws, seed)
    if values.empty and outcome in panel and panel[outcome].notna().any():
        why = "cut_changed"
    common = (
        outcome,
        village_figures()[outcome].effect_unit.en,
        len(sites),
        len(usable),
        before,
        after,
        others["area_code"].nunique(),
        values["year"].nunique(),
    )
    out = []
    for size in sizes:
        needed = pd.NA if why else max(FEWEST_SITES, int(np.ceil((REACH * sd / size) ** 2)))
        out.append((*common, size, np.nan if why else sd, needed, pd.NA if why else max(0, needed - len(usable)), why))
    return out


def _change_sd(
    values: pd.DataFrame, outcome: str, others: pd.DataFrame, usable: pd.DataFrame, lag: int, draws: int, seed: int
) -> tuple[float, str]:
    """SD of the change of one site (outcome unit) and ""; or NaN and the reason why it cannot be computed."""
    if values.empty:
        return np.nan, "no_values"
    if values["year"].nunique() < 2:
        return np.nan, "one_year"
    if others["area_code"].nunique() < FEWEST:
        return np.nan, "few_places"
    starts = dict(zip(usable["village_code"], usable["year"].astype(int), strict=True)) if len(usable) else {}
    for marked in ([starts] if starts else []) + [_stand_ins(others)]:
        rows = pd.concat([others, values[values["area_code"].isin(starts)]]) if marked is starts else others
        table = rows.assign(
            programme_year=rows["area_code"].map(marked), regency=rows["area_code"].str[:5], year=rows["year"].astype(int)
        )
        try:
            panel = Panel.from_table(table, outcome=outcome, better=village_figures()[outcome].better, group="regency")
            sd = float(sites_needed(panel, [1.0], draws, seed)["change_sd"].iloc[0])
        except (NotEnoughData, WrongUse):
            continue
        return (sd, "") if sd > 0 else (np.nan, "no_change")
    return np.nan, "no_change" if others.groupby("area_code")[outcome].nunique().le(1).all() else "few_places"


def _spread(others: pd.DataFrame) -> pd.DataFrame:
    """At most MOST_A_REGENCY places of each regency, fewer where there are many regencies, evenly over its codes."""
    most = max(FEWEST, min(MOST_A_REGENCY, MOST // max(1, others["area_code"].str[:5].nunique())))
    codes = pd.Series(sorted(others["area_code"].unique()), dtype="str")
    place, of = codes.groupby(codes.str[:5]).cumcount(), codes.groupby(codes.str[:5]).transform("size")
    step = of / most
    kept = codes[(step <= 1) | ((place / step).astype(int) != ((place - 1) / step).apply(np.floor).astype(int))]
    return others[others["area_code"].isin(kept)]


def _stand_ins(others: pd.DataFrame) -> dict[str, int]:
    """One place per regency, treated as if its programme had started in the last year with values."""
    found = {}
    for _, rows in others.groupby(others["area_code"].str[:5], sort=True):
        last = int(rows["year"].max())
        fit = rows.groupby("area_code")["year"].agg(["min", "max"])
        fit = fit[(fit["min"] < last) & (fit["max"] == last)]
        if len(fit) > 1:
            found[fit.index[0]] = last
    return found
