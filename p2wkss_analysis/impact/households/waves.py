"""The effect on households: visits before and after, assisted against comparison, every answer in one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from ...display import Shown
from ...display.remembered import remembered
from ...rule import HouseholdRule
from ...say import Text, one_text, together
from ...say.errors import NotEnoughData, WrongUse
from ...tables.whole_number import check_whole
from ..estimate import COLUMNS, Counted, Estimate, about_percent, answers_shown, few, from_t, refused
from ..methods.before_after import METHOD as BEFORE_AFTER
from ..texts import household_faults
from ..texts import households as texts
from . import balance as alike
from .attrition import attrition
from .designs.adjusted import adjusted
from .designs.ancova import ancova
from .designs.choice import Choice, in_the_draw, read_choice
from .designs.cluster_robust import cluster_robust
from .designs.design import change
from .designs.given_rule import given_rule
from .designs.jump_at_cut import METHOD as JUMP
from .designs.jump_at_cut import jump_at_cut
from .earlier_visit import read_earlier, rows_before, with_earlier
from .groups import dose_groups, group_answers, sector_groups
from .lee_bounds import LeeBounds
from .lost_households import bounds_given_rule
from .table import Pair, Waves, read_waves
from .words import answer_sentence, base_of, decided_by, limits, lost_sentence

LEE = ("lee_bound_low", "lee_bound_high")
AT_THE_END = 15  # percent of households at the good end beyond which the outcome can hardly show an effect
SAME_TWICE, MANY_VALUES = 30, 20  # percent of households, and different values from which that is odd


@dataclass(frozen=True, eq=False, repr=False)
class HouseholdEvaluation(Shown):
    """Every method's answer on household waves, with the question it answers.

    waves: the checked households; choice: how they were chosen, with the figures that decided; endlines: waves looked
    at, the first is the headline's; estimates; draws and seed of the permutations.
    """

    waves: Waves
    choice: Choice
    endlines: tuple[int, ...]
    estimates: tuple[Estimate, ...]
    draws: int
    seed: int

    @property
    def rule(self) -> HouseholdRule:
        """The rule as stated; by "unknown" where none was."""
        return self.choice.rule

    @property
    def cut(self) -> float | None:
        """The limit of the one figure that decided; None where there is none."""
        figure = _figure(self.choice)
        return None if figure is None else _cut(self.waves, self.choice, figure)

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """One row an answer, in the fixed columns; yes/no outcomes are in percentage points."""
        rows = [estimate.row(self.waves.outcome, lang) for estimate in self.estimates]
        return pd.DataFrame(rows, columns=list(COLUMNS))

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return answers_shown(self.for_report(lang), lang)

    def _labels_shown(self, lang: str) -> Mapping[str, str]:
        return {
            "n_treated": texts.ASSISTED.say(lang),
            "n_comparison": texts.COMPARISON.say(lang),
        }

    def for_report(self, lang: str | None = None) -> pd.DataFrame:
        """The table without the p of `before_after`, which answers another question than whether it helped."""
        table = self.table(lang)
        table.loc[table["method"] == BEFORE_AFTER, ["p_value", "smallest_p"]] = np.nan
        return table

    @property
    def headline(self) -> Estimate:
        """The answer named before looking: `given_rule` or `range`, as the rule allows, at the first endline asked for."""
        return next(estimate for estimate in self.estimates if estimate.headline)

    def sentence(self, lang: str | None = None) -> str:
        """The headline for a head of office: estimate, interval, what the data can show, and who was lost."""
        answer = self.headline
        if not answer.runs:
            return texts.CANNOT_TELL_WHY.say(lang, why=one_text(answer.notes))
        said = answer_sentence(self.waves, self.estimates, self.rule, self.endlines[0], lang)
        lost = self.attrition()
        lost = lost[lost["wave"] == self.endlines[0]].to_dict("records")
        return together([said, lost_sentence(lost, lang)], lang)

    @property
    def decided_by(self) -> str:
        """What the headline takes as having decided; "unknown" where it is a range."""
        return decided_by(self.headline, self.rule)

    def attrition(self) -> pd.DataFrame:
        """Who could not be seen again, by wave and group: wave, group, at_baseline, seen, lost, lost_percent,
        joined_later, then reasons. Counts below five are for the office only."""
        return attrition(self.waves)

    def balance(self) -> pd.DataFrame:
        """How alike both groups were at the baseline: variable, unit, assisted_mean, comparison_mean, difference,
        standardised_difference, n_assisted, n_comparison."""
        return alike.balance(self.waves)

    def ends_of_scale(self) -> pd.DataFrame:
        """Shares at the lowest and highest value: wave, group, n, floor, floor_percent, ceiling, ceiling_percent."""
        return alike.ends_of_scale(self.waves)

    @remembered
    def lee_bounds(self, endline: int | None = None) -> LeeBounds:
        """Bounds on the effect among households that would be seen either way (Lee 2009), given how they were chosen."""
        wave = self.endlines[0] if endline is None else endline
        return bounds_given_rule(self.waves, self.choice, wave, self.draws, self.seed)

    def by_wave(self, lang: str | None = None) -> pd.DataFrame:
        """The headline's question at every wave after the baseline: wave, then the fixed columns."""
        return self._rows("wave", self._waves(), lang)

    def by_sector(self, sector: str | Sequence[str] = "sector", lang: str | None = None) -> pd.DataFrame:
        """Assisted households of each sector against all comparison households: sector, then the fixed columns.

        sector: a column that names each household's sector, or several yes/no columns, one a sector."""
        return self._rows("sector", self._sectors(sector), lang)

    def by_dose(self, dose: str = "dose_percent", lang: str | None = None) -> pd.DataFrame:
        """Assisted households that got less, and more, of what was planned: dose, then the fixed columns.

        Dose is what was delivered, an input: see `delivery.dose`. It is never an outcome."""
        return self._rows("dose", self._doses(dose), lang)

    @remembered
    def _waves(self) -> list[tuple[int, Estimate]]:
        later = sorted(w for w in self.waves.values if w > self.waves.baseline)
        return [(w, given_rule(self.waves.pair(w), self.choice, base_of(self.waves, w), self.draws, self.seed)) for w in later]

    @remembered
    def _sectors(self, sector: str | Sequence[str]) -> list[tuple[str, Estimate]]:
        return self._groups(sector_groups(self.waves, sector))

    @remembered
    def _doses(self, dose: str) -> list[tuple[str, Estimate]]:
        return self._groups(dose_groups(self.waves, dose))

    def _groups(self, groups: list[tuple[str, np.ndarray]]) -> list[tuple[str, Estimate]]:
        endline = self.endlines[0]
        return group_answers(self.waves, self.choice, endline, groups, base_of(self.waves, endline), (self.draws, self.seed))

    def _rows(self, column: str, answers: Sequence[tuple[Any, Estimate]], lang: str | None) -> pd.DataFrame:
        rows = [{column: name, **answer.row(self.waves.outcome, lang)} for name, answer in answers]
        return pd.DataFrame(rows, columns=[column, *COLUMNS])

    def limits(self, lang: str | None = None) -> list[str]:
        """What is estimated, and what is not."""
        return [text.say(lang) for text in limits(self.decided_by)]


def evaluate_households(
    households: pd.DataFrame,
    outcome: str,
    better: str,
    assisted: str = "assisted",
    cluster: str | Sequence[str] = "rt",
    baseline: int = 0,
    endline: int | Sequence[int] = 1,
    *,
    rule: HouseholdRule | None = None,
    score: str | None = None,
    cut: float | None = None,
    earlier: int | str | None = None,
    draws: int = 999,
    seed: int = 0,
) -> HouseholdEvaluation:
    """Estimate what assistance changed in the households, from visits before and after.

    Parameters
    ----------
    households : one row a household and wave with household_id, wave (0 the first visit, 1 the endline, 2 and 3 one
        and two years on), `assisted`, the cluster and the outcome: the sheet `households` of the city's workbook.
        Households without a row at the baseline are counted in `.attrition()` and are in no estimate.
    outcome : a numeric or yes/no column. Yes/no (booleans, yes/no, or nothing but 0 and 1) is told in percentage
        points, anything else in its own unit and sign. Delivery (done_percent and the like) is refused.
    better : "higher" or "lower".
    assisted : column that says who was assisted, the same in every wave.
    cluster : column of the RT; rw and village_code go with it where the table has them, since RT numbers repeat. A
        household that moved stays with its first RT. A list of columns is taken as it is.
    baseline, endline : waves; several endlines give a row each, the first is the headline.
    rule : a `HouseholdRule`, how the assisted households were chosen; the headline follows from it. None where nobody
        knows: the headline is then a range, and a verdict stands only where all of it lies on one side. Where lots were drawn
        among some households only (`columns` of a draw), every answer is of these.
    score, cut : short for `rule=HouseholdRule("score", score, cut=cut)`: the baseline column by which households were
        taken, and the limit. Without `cut` it is read from the data where the score parted both sides.
    earlier : the same figure before the baseline, a wave's number or a column of the baseline rows: shows what moved
        before the programme (placebo), how reliable the figure is, and narrows the range where the rule is not known.
    draws, seed : permutations, at least 99, and their seed.

    Returns a frozen result with `.table()` in the columns of `evaluate`, `.sentence(lang)`, `.attrition()`,
    `.balance()`, `.ends_of_scale()`, `.lee_bounds()`, `.by_wave()`, `.by_sector()`, `.by_dose()`, `.limits(lang)`.
    Rows: before_after (no comparison, shown because people compute it), given_rule or range (the headline),
    difference_in_differences and ancova (each right under one way of choosing, wrong under others), both Lee bounds,
    jump_at_cut where one figure with a cut decided; with `earlier` placebo_before, first, and ancova_corrected.

    Raises WrongUse with every fault of the table at once (rows counted from 1, never ids), NotEnoughData where no
    household was seen twice or one of both groups is missing.

    Sources: Angrist and Pischke (2009) on conditioning on what decided; McKenzie (2012) on ANCOVA; Bell and McCaffrey
    (2002) on few clusters; Freedman and Lane (1983); Lee (2009); Kolesar and Rothe (2018). Do not use it for villages:
    see `evaluate`.

    >>> rng = np.random.default_rng(0)
    >>> first = pd.DataFrame({"household_id": range(240), "wave": 0, "rt": np.arange(240) // 12 + 1,
    ...                       "assisted": np.arange(240) < 120, "income": rng.normal(100, 20, 240)})
    >>> last = first.assign(wave=1, income=50 + first["income"] / 2 + 30 * first["assisted"] + rng.normal(0, 10, 240))
    >>> from p2wkss_analysis import HouseholdRule
    >>> found = evaluate_households(pd.concat([first, last]), "income", "higher", rule=HouseholdRule("whole_rt"))
    >>> abs(found.headline.estimate - 30) < 5, found.headline.n_treated
    (True, 120)
    """
    endlines = _endlines(endline)
    check_whole("draws", draws, 99)
    stated = _rule(rule, score, cut)
    households = in_the_draw(households, stated, baseline) if isinstance(households, pd.DataFrame) else households
    waves = read_waves(households, outcome, better, assisted, cluster, baseline, endlines)
    _enough(waves, endlines)
    choice = read_choice(waves, stated)
    before = None if earlier is None else read_earlier(waves, earlier)
    estimates = [row for wave in endlines for row in _answers(waves, choice, wave, before, draws, seed)]
    first = next(i for i, row in enumerate(estimates) if row.headline)
    estimates[first + 1 :] = [replace(row, headline=False) for row in estimates[first + 1 :]]
    return HouseholdEvaluation(waves, choice, tuple(map(int, endlines)), tuple(estimates), draws, seed)


def _endlines(endline: int | Sequence[int]) -> tuple[int, ...]:
    return tuple(endline) if isinstance(endline, Sequence) and not isinstance(endline, str) else (endline,)


def _rule(rule: HouseholdRule | None, score: str | None, cut: float | None) -> HouseholdRule | None:
    if score is None:
        if cut is not None:
            raise WrongUse(household_faults.CUT_NEEDS_SCORE)
        if rule is not None and not isinstance(rule, HouseholdRule):
            raise WrongUse(household_faults.NO_RULE)
        return rule
    if rule is not None:
        raise WrongUse(household_faults.RULE_OR_SCORE)
    return HouseholdRule("score", score, cut=cut)


def _answers(waves: Waves, choice: Choice, endline: int, before: np.ndarray | None, draws: int, seed: int) -> list[Estimate]:
    pair, base = waves.pair(endline), base_of(waves, endline)
    looked = pair if before is None else with_earlier(pair, before)
    pair = looked if choice.rule.by == "unknown" and len(looked.after) == len(pair.after) else pair  # nobody is lost for it
    answer = given_rule(pair, choice, base, draws, seed).noting(*_at_the_end(waves), *_joined(waves), *_copied(pair))
    rows = [_before_after(pair, base), replace(answer, headline=True)]
    rows += [
        _sensitivity(row, note)
        for row, note in (
            (adjusted(pair, change(pair), base, draws, seed), texts.IF_LASTING),
            (ancova(pair, base, draws, seed), texts.IF_FIGURE),
        )
    ]
    if before is not None:
        rows = [*(placebo := rows_before(looked, choice, base, draws, seed))[:1], *rows, *placebo[1:]]
    rows += _bound_rows(waves, choice, endline, base, draws, seed)
    if (score := _figure(choice)) is not None:
        cut = _cut(waves, choice, score)
        rows.append(refused(JUMP, base, texts.NO_CUT) if cut is None else jump_at_cut(pair, score[pair.household], cut, base))
    return rows


def _sensitivity(row: Estimate, note: Text) -> Estimate:
    return row.noting(note) if row.runs else row


def _figure(choice: Choice) -> np.ndarray | None:
    """(N,) the one figure that decided by a cut, None where there is none."""
    by_cut = choice.rule.by in ("register", "score", "baseline") and not choice.rule.within
    return choice.figures[:, 0] if by_cut and choice.why is None and choice.figures.shape[1] == 1 else None


def _before_after(pair: Pair, base: Text) -> Estimate:
    """Own change of the assisted, errors clustered by RT."""
    own = pair.of(pair.assisted)
    change, n = own.after - own.before, len(own.after)
    robust = cluster_robust(np.ones((n, 1)), change - change.mean(), own.cluster, 0)
    alone = own.cluster.max() == 0
    error = np.nan if alone else robust.std_error
    return from_t(BEFORE_AFTER, base, float(change.mean()), error, robust.df, n_treated=n).noting(texts.NO_COMPARISON)


def _bound_rows(waves: Waves, choice: Choice, endline: int, base: Text, draws: int, seed: int) -> list[Estimate]:
    found, pair = bounds_given_rule(waves, choice, endline, draws, seed), waves.pair(endline)
    counts = {"n_treated": int(pair.assisted.sum()), "n_comparison": int((~pair.assisted).sum())}
    if not np.isfinite(found.low):
        return [refused(method, base, texts.NO_BOUNDS) for method in LEE]
    rows = []
    for method, value, error in zip(LEE, (found.low, found.high), (found.low_error, found.high_error), strict=True):
        row = from_t(method, base, value, error, 1e6, **counts)
        rows.append(replace(row, p_value=np.nan).noting(_trimmed(found)))
    return rows


def _trimmed(found: LeeBounds) -> Text:
    return texts.TRIMMED[found.trimmed].fill(share=100 * found.share) if found.trimmed else texts.NOTHING_TRIMMED


def without_counts(notes: tuple[Text, ...]) -> list[Text]:
    """The notes that hold no number or share of households."""
    return [note for note in notes if not isinstance(note, Counted)]


def _at_the_end(waves: Waves) -> list[Text]:
    """A warning where many assisted households stood at the good end already."""
    ends = alike.ends_of_scale(waves)
    start = ends[(ends["wave"] == waves.baseline) & (ends["group"] == "assisted")].iloc[0]
    share = start["ceiling_percent" if waves.better == "higher" else "floor_percent"]
    return [texts.AT_THE_END.fill(share=share)] if share > AT_THE_END else []


def _joined(waves: Waves) -> list[Text]:
    n = sum(waves.joined)
    return [texts.JOINED_LATER.fill(n=few(n))] if n else []


def _copied(pair: Pair) -> list[Text]:
    """A warning where a measured amount is the very same at both visits in many households."""
    if len(np.unique(pair.before)) < MANY_VALUES:
        return []
    same = float((pair.before == pair.after).mean())
    return [] if 100 * same < SAME_TWICE else [texts.SAME_TWICE.fill(share=about_percent(same))]


def _cut(waves: Waves, choice: Choice, value: np.ndarray) -> float | None:
    """The cut as given, else midway between both sides where the figure decided alone."""
    if choice.rule.cut is not None:
        return float(choice.rule.cut)
    helped, other = (value[np.isfinite(value) & side] for side in (waves.assisted, ~waves.assisted))
    for upper, lower in ((helped, other), (other, helped)):
        if len(upper) and len(lower) and upper.min() > lower.max():
            return float((upper.min() + lower.max()) / 2)
    return None


def _enough(waves: Waves, endlines: Sequence[int]) -> None:
    for wave in endlines:
        pair = waves.pair(wave)
        for assisted, there in ((True, pair.assisted.any()), (False, not pair.assisted.all())):
            if not there:
                raise NotEnoughData(household_faults.ONE_SIDE_ABSENT.fill(side=assisted, baseline=waves.baseline, wave=wave))


__all__ = ["JUMP", "HouseholdEvaluation", "evaluate_households"]
