"""Did the programme have an effect: every method on the same panel, in one table and one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..display import Shown
from ..display.remembered import remembered
from ..rule import Lots, SelectionRule
from ..say import Text, one_text, together
from ..say.errors import NotEnoughData, WrongUse
from ..tables.whole_number import check_whole
from .estimate import COLUMNS, Estimate, answers_shown
from .figures import decimals, figure, written
from .history.backtest import backtest
from .history.bootstrap import Bootstrap, bootstrap
from .history.given_history import GivenHistory, given_history
from .history.years_since import by_year
from .methods.false_alarms import measured_rate
from .methods.ledger import ledger
from .methods.limits import limit_sentences
from .methods.registry import METHODS, Question
from .panel.choice import Choice, explained_sentence, ranking_year_sentence, read_choice, rule_warning
from .panel.panel import Panel
from .texts import evaluation as texts

if TYPE_CHECKING:
    from .methods.diff_diff_methods import EventStudy


@dataclass(frozen=True, eq=False)
class Evaluation(Shown):
    """Every method's answer on one panel, with the question it answers.

    panel, choice (how sites were chosen), estimates (one or more a method), draws and seed of the placebos;
    given: the expected paths behind the headline, or the reason why there are none.
    """

    panel: Panel
    choice: Choice
    estimates: tuple[Estimate, ...]
    draws: int
    seed: int
    given: GivenHistory | Text | None = None

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """One row an answer, in the fixed columns; a method that cannot run keeps empty numbers and its reason."""
        rows = [estimate.row(self.panel.outcome, lang) for estimate in self.estimates]
        return pd.DataFrame(rows, columns=list(COLUMNS))

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return answers_shown(self.for_report(lang), lang)

    def for_report(self, lang: str | None = None) -> pd.DataFrame:
        """The table as a report prints it: no p-value on methods whose p misleads; their `note` carries the
        measured false-alarm rate instead. The headline under the other assumption has none either: where sites were
        the worst of last year after all, it errs in about half of the cases without an effect."""
        table = self.table(lang)
        second = (table["method"] == "history_adjusted") & ~table["headline"].astype(bool) & (self.choice.kind == "unknown")
        table.loc[~table["method"].map(_own_placebos) | second, ["p_value", "smallest_p"]] = np.nan
        return table

    @property
    def headline(self) -> Estimate:
        """The answer named before looking: `history_adjusted`, or the first method asked for where it was not."""
        named = [estimate for estimate in self.estimates if estimate.headline]
        return named[0] if named else self.estimates[0]

    def sentence(self, lang: str | None = None) -> str:
        """The headline for a head of office: estimate, interval, what the data can and cannot show, and whether the
        sites speak against the stated rule."""
        answer = self.headline
        if not answer.runs:
            return texts.CANNOT_TELL_WHY.say(lang, why=one_text(answer.notes))
        return together([*_headline(self.panel, answer), rule_warning(self.panel, self.choice) or ""], lang)

    def other_assumption(self, lang: str | None = None) -> str:
        """What the answer would be had the sites been fixed years ahead; empty where how they were chosen is known."""
        rows = [e for e in self.estimates if e.method == "history_adjusted" and not e.headline and e.runs]
        if not rows:
            return ""
        other, d = rows[0], _digits(rows[0])
        said = texts.IF_FIXED_EARLIER_CANNOT_TELL if other.conf_low <= 0 <= other.conf_high else texts.IF_FIXED_EARLIER
        value, low, high = (figure(v, d, lang, sign=True) for v in (other.estimate, other.conf_low, other.conf_high))
        return said.say(lang, value=value, low=low, high=high)

    @remembered
    def ledger(self, by: str = "cohort") -> pd.DataFrame:
        """What the sites' change is made of, by "cohort" or "year": n, observed_change, common_change,
        selection_rebound, programme_effect, conf_low, conf_high; the parts add up exactly; last row "all"."""
        if by not in ("cohort", "year"):
            raise WrongUse(texts.BY_UNKNOWN.fill(given=by))
        return ledger(self._paths(), by)

    @remembered
    def by_year(self) -> pd.DataFrame:
        """Effects by years since the start inside one simultaneous 95 % band: years_since, estimate, conf_low,
        conf_high, n."""
        return by_year(self._paths())

    @remembered
    def backtest(self) -> pd.DataFrame:
        """The forecast tried on the years before, on places the rule would have chosen then: year, n, error,
        expected_error, standard_errors; last row "all". Beyond 2.6 standard errors the headline says so itself."""
        return backtest(self._paths())

    def event_study(self) -> EventStudy:
        """Callaway-Sant'Anna effects by years since the start, base before the ranking year: an `EventStudy`."""
        from .methods.diff_diff_methods import event_study

        study = event_study(self.panel, self.choice.lag)
        if isinstance(study, Text):
            raise NotEnoughData(study)
        return study

    def honest_bounds(self, M: float = 1.0) -> tuple[float, float]:
        """95 % bounds of the `staggered` average if trends part after the start by at most M times the largest
        step seen before (Rambachan and Roth 2023)."""
        from .methods.diff_diff_methods import honest_bounds

        bounds = honest_bounds(self.panel, self.choice.lag, M)
        if isinstance(bounds, Text):
            raise NotEnoughData(bounds)
        return bounds

    @remembered
    def bootstrap(self, draws: int = 199) -> Bootstrap:
        """The bootstrap that applies the rule again, `draws` redrawn panels, beside the headline's placebos."""
        return bootstrap(self._paths(), draws, self.seed)

    def _paths(self) -> GivenHistory:
        given = self.given if self.given is not None else given_history(self.panel, self.choice, self.draws, self.seed)
        if isinstance(given, Text):
            raise NotEnoughData(given)
        return given

    def limits(self, lang: str | None = None) -> list[str]:
        """The estimand and its limits, how the sites were chosen, and how many the stated rule accounts for."""
        how = [self.choice.sentence(lang), explained_sentence(self.panel, self.choice, lang)]
        return [*limit_sentences(lang), *(text for text in how if text), ranking_year_sentence(lang)]


def evaluate(
    panel: Panel,
    rule: SelectionRule | Lots | None = None,
    methods: Iterable[str] | None = None,
    draws: int = 999,
    seed: int = 0,
) -> Evaluation:
    """Estimate what being a site changed, by every method asked for.

    panel: a `Panel`; rule: a `SelectionRule`, a draw of lots, or None where nobody knows how sites were chosen
    (then two assumptions are computed); methods: names from `METHODS`, all by default; draws: placebo draws, at
    least 99; seed: repeats every random number. Numbers are in the outcome's own unit and sign.

    >>> from p2wkss_analysis.simulate import simulate_panel
    >>> table = simulate_panel(effect=1.0, seed=1).table()
    >>> panel = Panel.from_table(table, outcome="outcome", better="higher")
    >>> evaluate(panel, methods=["difference_in_differences"]).table()["n_treated"].tolist()
    [8]
    """
    asked_for = _checked(panel, methods, draws, seed)
    choice = read_choice(panel, rule)
    panel, warning = choice.evaluated(panel), rule_warning(panel, choice)
    given = given_history(panel, choice, draws, seed) if any(METHODS[m].own_placebos for m in asked_for) else None
    asked, estimates = Question(panel, choice, given, draws, seed), list[Estimate]()
    for method in asked_for:
        found = METHODS[method].answers(asked)
        if warning is not None and METHODS[method].own_placebos:
            found = [answer.noting(warning) if answer.runs else answer for answer in found]
        estimates.extend(_with_rate(answer, panel, choice) for answer in found)
    return Evaluation(panel, choice, tuple(estimates), draws, seed, given)


def _own_placebos(method: str) -> bool:
    """Whether the p-value of a row may be read; rows beside a method's first (on the raw scale) have names of their own."""
    return method in METHODS and METHODS[method].own_placebos


def _with_rate(answer: Estimate, panel: Panel, choice: Choice) -> Estimate:
    """With the measured false-alarm rate of the method on designs like this panel, for methods that need one."""
    if _own_placebos(answer.method) or not answer.runs or answer.n_treated < 2:
        return answer
    rate = measured_rate(answer.method, panel, choice)
    return answer if rate is None else answer.noting(rate.text())


def _checked(panel: Panel, methods: Iterable[str] | None, draws: int, seed: int) -> tuple[str, ...]:
    if not isinstance(panel, Panel):
        raise WrongUse(texts.NO_PANEL.fill(kind=type(panel).__name__))
    if methods is None:
        asked = tuple(METHODS)
    else:
        asked = (methods,) if isinstance(methods, str) or not isinstance(methods, Iterable) else tuple(methods)
    unknown = [m for m in asked if m not in METHODS]
    if unknown or not asked:
        raise WrongUse(texts.METHODS_UNKNOWN.fill(given=unknown or [texts.NONE_GIVEN], known=METHODS))
    check_whole("draws", draws, 99)
    check_whole("seed", seed, 0)
    if not panel.treated.any():
        raise NotEnoughData(texts.NO_SITE_YET)
    return asked


_MOST_TIMES = 10  # times what was expected, beyond which a percentage says nothing


def _digits(answer: Estimate) -> int:
    """Decimals so that the standard error, or the estimate, shows two figures."""
    known = np.isfinite(answer.std_error) and answer.std_error > 0
    return decimals(answer.std_error if known else abs(answer.estimate))


def _headline(panel: Panel, answer: Estimate) -> list[Text]:
    """The conclusion, the estimate with its interval, and what such data can show; the estimate first where it is clear."""
    seen = _estimate(panel, answer)
    if not np.isfinite(answer.smallest_detectable):
        return [texts.CANNOT_TELL, seen, texts.NO_SIZE_CAN_BE_SEEN]
    least = written(answer.smallest_detectable, _digits(answer))
    if answer.conf_low <= 0 <= answer.conf_high:
        return [texts.CANNOT_TELL, seen, texts.MORE_DATA_WOULD_TELL.fill(least=least)]
    return [seen, texts.NOT_CHANCE.fill(least=least)]


def _estimate(panel: Panel, answer: Estimate) -> Text:
    d, higher = _digits(answer), answer.estimate > 0
    size: Text = written(abs(answer.estimate), d)
    if panel.effect_unit:
        size = texts.SIZE_WITH_UNIT.fill(size=size, unit=panel.effect_unit)
    if not panel.scale.raw and answer.expected > abs(answer.estimate) / _MOST_TIMES:
        size = texts.WITH_PERCENT.fill(size=size, percent=written(100 * abs(answer.estimate) / answer.expected, 0))
    way = texts.WAYS[higher, higher == (panel.better == "higher")]
    interval = Text(_interval(answer, d, "id"), _interval(answer, d, "en"))
    said = texts.ONE_SITE if answer.n_treated == 1 else texts.MEAN_OF_SITES
    return said.fill(outcome=panel.outcome, n=answer.n_treated, size=size, way=way, interval=interval)


def _interval(answer: Estimate, digits: int, lang: str) -> str:
    """The interval, and the p of methods whose p can be trusted."""
    interval = texts.INTERVAL_UNBOUNDED
    if np.isfinite(answer.conf_high - answer.conf_low):
        low, high = (written(end, digits, sign=True) for end in (answer.conf_low, answer.conf_high))
        interval = texts.INTERVAL.fill(low=low, high=high)
    return texts.WITH_P.say(lang, interval=interval, p=answer.p_value) if _own_placebos(answer.method) else interval.say(lang)
