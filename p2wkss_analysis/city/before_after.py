"""Before and after: every figure of a workbook that is known twice, beside the others where there are any. Change, never impact.

Whether the programme did it is asked in `households.py` and `panel.py`, which need a comparison; this one needs none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ..dictionary.figures import VillageFigure, outcomes
from ..disclosure.few_digits import coarse
from ..disclosure.in_fives import BASE, ENOUGH, InFives, families_text, in_fives
from ..display import Shown
from ..impact.households.outcomes import FLOOR_AREA, Outcome, with_outcomes
from ..impact.households.public import GROUPS, PAIRED, wave_groups
from ..impact.households.words import visit
from ..indicators.score_change import ScoreChange
from ..indicators.scorecards import Scorecards
from ..indicators.slum_change import SlumChange
from ..say import Text, number, signed, together
from ..say.errors import NotEnoughData
from ..tables.profiles.profile import short_title
from .need import column_name
from .texts import before_after as texts

LEVELS = ("household", "village", "rt", "score")
COLUMNS = [
    "level",
    "area_code",
    "place",
    "indicator",
    "unit",
    "better",
    "since",
    "until",
    "before",
    "after",
    "difference",
    "n",
    "other_before",
    "other_after",
    "other_difference",
    "n_other",
    "digits",
]
FIGURES = ("before", "after", "difference", "other_before", "other_after", "other_difference")


@dataclass(frozen=True, eq=False, repr=False)
class BeforeAfter(Shown):
    """What changed between two visits, two surveys or two years. `rows` as `.table()`, with indicator and unit as `Text`."""

    rows: pd.DataFrame

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """One row an indicator: level, area_code, place, indicator, unit, better, since, until, before, after, difference, n,
        other_before, other_after, other_difference, n_other, digits.

        level: `household`, means of the assisted households with a value at both visits (since, until: waves); `village`, one
        row a site village and figure (years; the last before the programme year, the newest after it); `rt`, the mean slum
        score of assisted RTs; `score`, items met of a profile, of the n answered in both years. other_: the same of
        comparison households, of the villages that were no site by then, of the other RTs. Numbers of households are published
        ones (see `in_fives`); where they are too few the figures are missing, and a share is that of published numbers.
        A difference of shares is missing where it is no more than one step of the published numbers, five households: rounding
        alone can make it. digits: decimals of the row, to which values are rounded; a difference is that of the rounded ones.
        """
        told = {name: [text.say(lang) for text in self.rows[name]] for name in ("indicator", "unit")}
        return self.rows.assign(**told)

    def of(self, level: str) -> pd.DataFrame:
        """The rows of one level."""
        return self.rows[self.rows["level"] == level].reset_index(drop=True)

    def spelled(self, level: str, lang: str | None = None) -> pd.DataFrame:
        """The rows of one level as `.table()`, with the visits in words and every figure as text with its own decimals."""
        rows, seen = self.of(level), level == "household"
        told = self.table(lang)[self.rows["level"].to_numpy() == level].reset_index(drop=True)
        figures = {
            name: [_figure(value, digits, name.endswith("difference"), lang) for value, digits in zip(rows[name], rows["digits"])]
            for name in FIGURES
        }
        for side in ("", "other_"):
            unclear = rows[f"{side}before"].notna() & rows[f"{side}difference"].isna()
            figures[f"{side}difference"] = [
                texts.WITHIN_ROUNDING.say(lang) if hidden else told
                for hidden, told in zip(unclear, figures[f"{side}difference"], strict=True)
            ]
        when = {name: [visit(w).say(lang) if seen else str(w) for w in rows[name]] for name in ("since", "until")}
        return told.assign(**figures, **when)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        whole = pd.concat([self.spelled(level, lang) for level in LEVELS], ignore_index=True)
        return whole.drop(columns=["level", "area_code", "better", "digits"]).dropna(axis="columns", how="all")

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {name: text.say(lang) for name, text in texts.BEFORE_AFTER_HEADS.items()}

    def sentence(self, lang: str | None = None) -> str:
        """How the main figure of the households changed, how many others became better, and that this is no impact."""
        return together([*self._main(), *self._households(), *self._villages(), texts.CHANGE_NOT_IMPACT], lang)

    def counts_sentence(self, lang: str | None = None) -> str:
        """The same without the main figure, for where a table of the figures stands beside it."""
        return together([*self._households(), *self._villages(), texts.CHANGE_NOT_IMPACT], lang)

    def _main(self) -> list[Text]:
        """The main figure of both sides."""
        told = self._told()
        if told.empty:
            return []
        first = told.iloc[0]
        values = {name: first[name] for name in ("indicator", "unit", "before", "after", "digits")}
        said = [texts.ASSISTED_CHANGED.fill(**values, n=families_text(int(first["n"])), visit=visit(int(first["until"])))]
        if np.isnan(first["other_before"]):
            said.append(texts.NO_COMPARISON_BESIDE)
        else:
            others = {"before": first["other_before"], "after": first["other_after"]}
            said.append(texts.COMPARISON_CHANGED.fill(**others, unit=first["unit"], digits=first["digits"]))
        return said

    def _told(self) -> pd.DataFrame:
        """The figures of households that are not hidden."""
        rows = self.of("household")
        return rows[rows["before"].notna()]

    def _households(self) -> list[Text]:
        """How many figures improved, on both sides, and how many changes rounding alone can make."""
        told = self._told()
        if self.of("household").empty:
            return []
        if told.empty:
            return [texts.FEW_SEEN_TWICE.fill(least=ENOUGH)]
        same = int(told["difference"].isna().sum())
        said = [texts.HOUSEHOLD_FIGURES_BETTER.fill(n=_better(told), all=len(told))]
        beside = told[told["other_before"].notna()]
        if len(beside):
            said.append(texts.COMPARISON_BETTER.fill(n=_better(beside, "other_difference"), all=len(beside)))
        return [*said, texts.UNCHANGED_BUT_FOR_ROUNDING.fill(n=same)] if same else said

    def _villages(self) -> list[Text]:
        rows = self.of("village")
        if rows.empty:
            return []
        said = [texts.VILLAGE_FIGURES_BETTER.fill(n=_better(rows), all=len(rows), sites=rows["area_code"].nunique())]
        beside = rows[rows["other_difference"].notna()]
        if len(beside):
            said.append(texts.OTHER_VILLAGES_BETTER.fill(n=_better(beside, "other_difference"), all=len(beside)))
        return said


def _figure(value: float, digits: int, sign: bool, lang: str | None) -> str | None:
    return None if value != value else (signed if sign else number)(value, digits, lang)


def _better(rows: pd.DataFrame, change: str = "difference") -> int:
    """How many moved towards their better end."""
    return int((np.where(rows["better"] == "higher", 1, -1) * rows[change].astype(float) > 0).sum())


def before_after(
    households: pd.DataFrame,
    villages: pd.DataFrame,
    sites: pd.DataFrame,
    cards: Scorecards | None = None,
    floor_area: float = FLOOR_AREA,
    told: InFives | None = None,
    names: Mapping[str, str] | None = None,
) -> BeforeAfter:
    """Every figure known before and after, from the sheets of a checked workbook.

    cards: the scorecards of the same workbook, for slum scores and profiles; told: the published numbers of the whole
    workbook, by default of this sheet alone; names: code to name of a village. Raises NotEnoughData where nothing is known twice.

    Not for the question whether the programme helped: see `city_households` and `city_panel`.

    >>> homes = pd.DataFrame({"household_id": [*range(20)] * 2, "wave": [0] * 20 + [1] * 20, "assisted": True,
    ...     "women_income_rupiah_month": [400_000.0] * 20 + [550_000.0] * 20})
    >>> none = pd.DataFrame(columns=["year", "village_code"])
    >>> before_after(homes, none, none).rows[["before", "after", "difference", "n", "n_other"]].values.tolist()
    [[400000.0, 550000.0, 150000.0, 20.0, 0.0]]
    """
    names = names or {}
    rows = [
        *_of_households(households, floor_area, told),
        *_of_villages(villages, sites, names),
        *(_of_slums(cards.slum) if cards and cards.slum else ()),
        *(_of_scores(place, change) for place, change in (cards.changes if cards else ())),
    ]
    if not rows:
        raise NotEnoughData(texts.NOTHING_TWICE)
    return BeforeAfter(pd.DataFrame([_rounded(row) for row in rows], columns=COLUMNS))


def _rounded(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its values to its decimals and the differences of these, so that they can be checked by hand."""
    digits = row["digits"]
    told = {name: round(float(row[name]), digits) for name in ("before", "after", "other_before", "other_after")}
    told["difference"] = _difference(row, told, "")
    other = _difference(row, told, "other_")
    return row | told | {"other_difference": round(row["other_difference"], digits) if "other_difference" in row else other}


def _difference(row: dict[str, Any], told: dict[str, float], side: str) -> float:
    """After less before as printed; missing where it is no more than the `step` of one published number."""
    change = row[f"{side}after"] - row[f"{side}before"]
    step = row.get("step", {}).get(side, 0.0)
    return np.nan if step and abs(change) < 1.5 * step else round(told[f"{side}after"] - told[f"{side}before"], row["digits"])


# --- households -------------------------------------------------------------------------------------------


def _of_households(households: pd.DataFrame, floor_area: float, told: InFives | None) -> Iterator[dict[str, Any]]:
    seen = households.dropna(subset=["household_id", "wave", "assisted"]) if len(households) else households
    if seen.empty:
        return
    table, allowed = with_outcomes(seen, floor_area)
    told = in_fives(wave_groups(households, floor_area)) if told is None else told
    for outcome in allowed:
        pairs = _pairs(table, outcome)
        if pairs is None:
            continue
        wave, both = pairs
        (before, after, n), (other_before, other_after, n_other) = (_means(both, outcome, side, wave, told) for side in GROUPS)
        yield {
            "level": "household",
            "indicator": outcome.label,
            "unit": outcome.unit,
            "better": outcome.better,
            "since": 0,
            "until": wave,
            "before": before,
            "after": after,
            "n": n,
            "other_before": other_before,
            "other_after": other_after,
            "n_other": n_other,
            "digits": 0 if _in_percent(outcome) or max(abs(before), abs(after)) >= 1000 else 1,
            "step": {"": 100 * BASE / n, "other_": 100 * BASE / max(n_other, BASE)} if n and _of_yes_and_no(both) else {},
        }


def _pairs(table: pd.DataFrame, outcome: Outcome) -> tuple[int, pd.DataFrame] | None:
    """The first later wave that knows the outcome, and the households with a value at the first visit and then: before, after,
    assisted (as at the first visit); None where no family was seen twice."""
    values = table.pivot_table(index="household_id", columns="wave", values=outcome.key)
    later = sorted(wave for wave in values if wave > 0)
    if 0 not in values or not later:
        return None
    begun = table[table["wave"] == 0].drop_duplicates("household_id").set_index("household_id")["assisted"]
    both = values[[0, later[0]]].dropna().set_axis(["before", "after"], axis=1)
    both = both[both.index.isin(begun.index)]
    return None if both.empty else (int(later[0]), both.assign(assisted=begun.reindex(both.index).eq(True)))


def _means(both: pd.DataFrame, outcome: Outcome, side: str, wave: int, told: InFives) -> tuple[float, float, int]:
    """The published means of one side before and after, and of how many; missing where a mean, or what a share leaves of the
    side, would be of too few."""
    n = told[f"seen|{outcome.key}|{side}|{wave}"]
    own = both[both["assisted"] == (side == "assisted")]
    if n < ENOUGH or len(own) < BASE:
        return np.nan, np.nan, n
    if _of_yes_and_no(both):
        if n < PAIRED:
            return np.nan, np.nan, n
        yes = [told[f"{when}|{outcome.key}|{side}"] for when in ("before", "after")]
        shares = [100 * count / n if BASE <= count <= n - BASE else np.nan for count in yes]
        return shares[0], shares[1], n
    percent = _in_percent(outcome)
    return coarse(own["before"].mean(), percent), coarse(own["after"].mean(), percent), n


def _of_yes_and_no(both: pd.DataFrame) -> bool:
    """Whether each household has the thing or not, so that its figure is a share of households."""
    return bool(both[["before", "after"]].isin([0.0, 1.0]).all(axis=None))


def _in_percent(outcome: Outcome) -> bool:
    return outcome.unit.en.startswith("percent")


# --- villages ---------------------------------------------------------------------------------------------


def _of_villages(villages: pd.DataFrame, sites: pd.DataFrame, names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    began = sites.dropna(subset=["year", "village_code"]).groupby("village_code")["year"].min().astype(int)
    if villages.empty or began.empty:
        return
    known = villages.dropna(subset=["year", "village_code"]).astype({"year": int})
    figures = [(f, _values(known, f)) for f in outcomes().values() if f.column in known]
    for code, year in sorted(began.items(), key=lambda site: (site[1], site[0])):
        for figure, rows in figures:
            found = _two_years(rows, figure, code, int(year), began)
            if found:
                yield {"level": "village", "area_code": code, "place": names.get(code, code), **found}


def _values(known: pd.DataFrame, figure: VillageFigure) -> pd.DataFrame:
    """The rows with a value of the figure: village_code, year, value, and cut, missing where it has none."""
    rows = known.loc[known[figure.column].notna(), ["village_code", "year"]]
    cut = known[figure.cut].astype("Int64") if figure.cut in known else pd.NA
    return rows.assign(value=known[figure.column].astype(float), cut=cut)


def _two_years(rows: pd.DataFrame, figure: VillageFigure, code: str, year: int, began: pd.Series) -> dict[str, Any] | None:
    """One figure of a site village, the last value before its programme year and the newest after it, beside the mean of the
    villages that were no site by then and have both; None without either. A share in low deciles is compared only up to the
    same decile."""
    own = rows[rows["village_code"] == code].sort_values("year")
    if not (own["year"] > year).any():
        return None
    last = own.iloc[-1]
    alike = rows["cut"].isna() if pd.isna(last["cut"]) else rows["cut"].eq(last["cut"]).fillna(False)
    rows = rows[alike.astype(bool)]
    earlier = rows[(rows["village_code"] == code) & (rows["year"] < year)].sort_values("year")
    if earlier.empty:
        return None
    first = earlier.iloc[-1]
    served = began.index[began <= last["year"]]
    both = rows[rows["year"].isin([first["year"], last["year"]]) & ~rows["village_code"].isin(served)]
    others = both.pivot_table(index="village_code", columns="year", values="value")
    others = others.reindex(columns=[first["year"], last["year"]]).dropna()
    other_before, other_after = (float(others[y].mean()) if len(others) else np.nan for y in (first["year"], last["year"]))
    return {
        "indicator": column_name(figure.column, None if pd.isna(last["cut"]) else int(last["cut"])),
        "unit": figure.effect_unit,
        "better": figure.better,
        "since": int(first["year"]),
        "until": int(last["year"]),
        "before": first["value"],
        "after": last["value"],
        "n": 1,
        "other_before": other_before,
        "other_after": other_after,
        "n_other": len(others),
        "digits": figure.digits if figure.shown_in == 1 else -int(np.log10(figure.shown_in)),
    }


# --- scores -----------------------------------------------------------------------------------------------


def _of_slums(slum: SlumChange) -> Iterator[dict[str, Any]]:
    """The mean slum score of assisted RTs as it may be told; nothing where none was surveyed twice."""
    rows = slum.published()
    rows = rows[rows["role"].eq("assisted") & rows["score_change"].notna()]
    if rows.empty:
        return
    before, after = (float(rows[c].astype(float).mean()) for c in ("score_before", "score_after"))
    beside = rows.dropna(subset=["comparison_change"])
    yield {
        "level": "rt",
        "indicator": texts.SLUM_SCORE,
        "unit": texts.OF_EIGHTY,
        "better": "lower",
        "since": int(rows["year_before"].min()),
        "until": int(rows["year_after"].max()),
        "before": before,
        "after": after,
        "n": len(rows),
        "other_before": np.nan,
        "other_after": np.nan,
        "other_difference": float(beside["comparison_change"].astype(float).mean()) if len(beside) else np.nan,
        "n_other": int(beside["comparison_rts"].max()) if len(beside) else 0,
        "digits": 2,
    }


def _of_scores(place: str, change: ScoreChange) -> dict[str, Any]:
    """Items met in both years, of those that can be told in both."""
    items = change.published().dropna(subset=["met_before", "met_after"])
    before, after = (float(items[c].sum()) for c in ("met_before", "met_after"))
    return {
        "level": "score",
        "place": place,
        "indicator": short_title(change.before.profile),
        "unit": texts.ITEMS_MET,
        "better": "higher",
        "since": change.year_before,
        "until": change.year_after,
        "before": before,
        "after": after,
        "n": len(items),
        "other_before": np.nan,
        "other_after": np.nan,
        "n_other": 0,
        "digits": 0,
    }
