"""How sites were chosen, as the workbook records it: what of the record an evaluation can use, and why not the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ...dictionary.figures import village_figures
from ...dictionary.sheets import fields_of, one_cut
from ...impact.panel.panel import Panel
from ...rule import Lots, LotsByYear, SelectionRule
from ...say import Text
from ...targeting.draw import Draw, draw_lots
from ..need import column_name
from . import texts

LEAST_RANKED = 8  # candidates with a figure below which a ranking tells nothing beyond the history
_RANKED = ("score", "potential")
_SPELLED = ("{}.{:02d}", "{}.{:03d}", "{}/RW{:02d}")  # how an RW may have been written on the list of a draw


@dataclass(frozen=True, eq=False)
class Recorded:
    """What the workbook records of how the sites of a panel were chosen.

    panel: with the figures of the candidates as its ranking column, where sites were taken from a ranking; rule: what `evaluate`
    takes, or None; used: what of the record is used, in words, or None; unused: by year, why it is not.
    """

    panel: Panel
    rule: SelectionRule | Lots | None = None
    used: Text | None = None
    unused: tuple[Text, ...] = ()


@dataclass(frozen=True, eq=False)
class _Ranking:
    """The choice of one year by a ranking: what was ranked, which end was taken, of which year, the figure by village, and
    whether the candidates themselves are on record."""

    figure: str
    end: str
    year: int
    values: pd.Series
    listed: bool


def recorded_choice(panel: Panel, sites: pd.DataFrame, candidates: pd.DataFrame | None, villages: pd.DataFrame) -> Recorded:
    """Read the record of every programme year of the panel.

    It is used where all years tell one way in full: draws by lot whose result can be worked out again from seed and candidates,
    or rankings of one figure by one end with the figure of every candidate. Otherwise nothing is assumed: each year's gap is
    named and how sites were chosen counts as unknown.
    """
    if candidates is None or not {"ranking_figure", "draw_seed", "chosen_by"} <= set(sites):
        return Recorded(panel)
    found, gaps, any_record = {}, [], False
    for year in panel.cohorts:
        here = sites[(sites["year"] == year).fillna(False)].dropna(subset=["village_code"])
        listed = candidates[(candidates["year"] == year).fillna(False)].dropna(subset=["village_code"])
        any_record |= bool(len(listed) or here[["ranking_figure", "draw_seed"]].notna().any(axis=None))
        one = _one_year(panel, int(year), here, listed, villages)
        if isinstance(one, Text):
            gaps.append(texts.OF_YEAR.fill(year=int(year), what=one))
        else:
            found[int(year)] = one
    if not any_record:
        return Recorded(panel)
    if gaps or not found:
        return Recorded(panel, unused=tuple(gaps))
    draws = tuple(one for one in found.values() if isinstance(one, Draw))
    rankings = {year: one for year, one in found.items() if isinstance(one, _Ranking)}
    if len(draws) == len(found):
        return _drawn(panel, draws)
    if len(rankings) < len(found) or len({(one.figure, one.end) for one in rankings.values()}) > 1:
        return Recorded(panel, unused=(texts.WAYS_DIFFER,))
    return _ranked(panel, rankings, one_cut(villages))


def _one_year(
    panel: Panel, year: int, here: pd.DataFrame, listed: pd.DataFrame, villages: pd.DataFrame
) -> Draw | _Ranking | Text:
    """The draw or the ranking of one programme year, or what is lacking of it."""
    ways = set(here["chosen_by"].dropna())
    if here["chosen_by"].isna().any() or not ways:
        return texts.WAY_NOT_SAID
    if ways == {"draw"}:
        return _draw(panel, year, here, listed)
    if len(ways) == 1 and ways <= set(_RANKED):
        return _ranking(panel, year, here, listed, villages)
    return texts.CHOSEN_OTHERWISE.fill(ways=[_word("chosen_by", way) for way in sorted(ways)])


def _draw(panel: Panel, year: int, here: pd.DataFrame, listed: pd.DataFrame) -> Draw | Text:
    """The draw, worked out again; as a draw of villages, since these are what is compared."""
    seeds = here["draw_seed"].unique()
    if len(seeds) != 1 or pd.isna(seeds[0]):
        return texts.NO_SEED if here["draw_seed"].isna().any() else texts.SEVERAL_SEEDS
    if listed.empty:
        return texts.NO_CANDIDATES
    seed, inner = int(seeds[0]), listed["rw"].notna().any()
    if listed["rt"].notna().any() or (inner and (listed["rw"].isna().any() or here["rw"].isna().any())):
        return texts.DRAW_OF_PARTS
    if inner and listed.groupby("village_code").size().nunique() > 1:
        return texts.UNEQUAL_CHANCES
    for spelled in _SPELLED if inner else ("{}",):
        candidates, chosen = ({spelled.format(*place) for place in _places(rows, inner)} for rows in (listed, here))
        if chosen <= candidates and set(draw_lots(sorted(candidates), len(chosen), seed).drawn) == chosen:
            break
    else:
        return texts.DRAW_DIFFERS
    units = {str(unit): start for unit, start in zip(panel.units, panel.start, strict=True)}
    drawn = tuple(sorted(code for code in here["village_code"].unique() if units.get(code) == year))
    codes = tuple(sorted(listed["village_code"].unique()))
    if sum(units.get(code, 0) > year for code in codes) < max(2, len(drawn)):
        return texts.NOBODY_LEFT
    source = here["draw_source"].dropna()
    return Draw(codes, drawn, seed, year, seed_source=str(source.iloc[0]) if len(source) else "")


def _places(rows: pd.DataFrame, inner: bool) -> set[tuple]:
    return set(zip(rows["village_code"], rows["rw"].astype(int), strict=True)) if inner else set(zip(rows["village_code"]))


def _drawn(panel: Panel, draws: tuple[Draw, ...]) -> Recorded:
    rule: Lots = draws[0] if len(draws) == 1 else LotsByYear(draws)
    years = [texts.DRAW_OF_YEAR.fill(year=d.year, n=d.n, candidates=len(d.candidates), seed=d.seed) for d in draws]
    return Recorded(panel, rule, texts.DRAWS_USED.fill(years=years))


def _ranking(panel: Panel, year: int, here: pd.DataFrame, listed: pd.DataFrame, villages: pd.DataFrame) -> _Ranking | Text:
    """The figure of every candidate then: as listed, else that of the sheet `villages` in the ranking year."""
    told = {c: here[c].unique() for c in ("ranking_figure", "ranking_end", "ranking_year")}
    missing = [texts.COLUMNS_OF_RANKING[c] for c, values in told.items() if pd.isna(values).any()]
    if missing:
        return texts.RANKING_NOT_SAID.fill(columns=missing)
    if any(len(values) > 1 for values in told.values()):
        return texts.SEVERAL_RANKINGS
    figure, end, of = str(told["ranking_figure"][0]), str(told["ranking_end"][0]), int(told["ranking_year"][0])
    if listed[["rw", "rt"]].notna().any(axis=None):
        return texts.RANKING_OF_PARTS
    values = listed.set_index("village_code")["figure"].astype(float)
    if values.isna().all():
        if figure not in village_figures() or figure not in villages:
            return texts.NO_FIGURES if len(listed) else texts.NO_CANDIDATES
        if of >= year:
            return texts.FIGURE_OF_START
        then = villages[(villages["year"] == of).fillna(False)].dropna(subset=["village_code"])
        known = then.set_index("village_code")[figure].astype(float)
        values = known.reindex(values.index) if len(listed) else known.dropna()
    if values.isna().any():
        return texts.FIGURES_MISSING.fill(n=int(values.isna().sum()))
    free = [str(unit) for unit, start in zip(panel.units, panel.start, strict=True) if start >= year]
    new = {str(unit) for unit, start in zip(panel.units, panel.start, strict=True) if start == year}
    inside = values.reindex([code for code in free if code in values.index])
    if not new <= set(inside.index):
        return texts.SITE_WITHOUT_FIGURE
    if len(inside) < LEAST_RANKED:
        return texts.FEW_RANKED.fill(n=len(inside), least=LEAST_RANKED)
    return _Ranking(figure, end, of, inside, len(listed) > 0)


def _ranked(panel: Panel, rankings: dict[int, _Ranking], cut: int | None) -> Recorded:
    """The rule of several years: on the outcome itself where that is what was ranked, else on the panel's ranking column."""
    one = next(iter(rankings.values()))
    rows = {str(unit): row for row, unit in enumerate(panel.units)}
    counts = {year: int((panel.start == year).sum()) for year in rankings}
    lags = {year: max(1, year - ranking.year) for year, ranking in rankings.items()}
    lag = min(max(lags.values()), min(rankings) - int(panel.years[0]))
    own = len(set(lags.values())) == 1 and all(_is_outcome(panel, year, ranking) for year, ranking in rankings.items())
    rule = SelectionRule("outcome" if own else "ranking", one.end, max(counts.values()), lag)
    if not own:
        figures = np.full(panel.values.shape, np.nan)
        for year, ranking in rankings.items():
            figures[[rows[code] for code in ranking.values.index], year - lag - int(panel.years[0])] = ranking.values
        panel = replace(panel, ranking=figures, ranking_name=one.figure)
    years = [
        (texts.RANKING_OF_YEAR if r.listed else texts.RANKING_OF_ALL).fill(
            year=y, n=counts[y], candidates=len(r.values), of=r.year
        )
        for y, r in rankings.items()
    ]
    figure = column_name(one.figure, cut) if one.figure in village_figures() else _word("ranking_figure", one.figure)
    said = texts.RANKING_USED.fill(figure=figure, end=_word("ranking_end", one.end), years=years)
    return Recorded(panel, rule, said)


def _is_outcome(panel: Panel, year: int, ranking: _Ranking) -> bool:
    """Whether the figures are the outcome's own values of the ranking year, of every place that was still free."""
    column = ranking.year - int(panel.years[0])
    if ranking.figure != panel.outcome or column < 0 or ranking.year >= year:
        return False
    value = pd.Series(panel.values[:, column], index=panel.units.astype(str))[panel.start >= year].dropna()
    return set(value.index) == set(ranking.values.index) and bool(np.allclose(value, ranking.values.reindex(value.index)))


def _word(column: str, value: str) -> Text:
    """A word of a drop-down of the sheet `sites`."""
    field = next(f for f in fields_of("sites") if f["name"] == column)
    return next((Text.of(c["label"]) for c in field["categories"] if c["value"] == value), Text(value, value))
