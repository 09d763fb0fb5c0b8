"""Did it help: every method on the same panel, in one table and one sentence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..display import Shown
from ..display.remembered import remembered
from ..say import integer, p_equals, pick
from ..say.errors import NotEnoughData, WrongUse
from ..tables.whole_number import check_whole
from .estimate import COLUMNS, Estimate, Text, answers_shown
from .figures import decimals, figure
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
            why = " ".join(note.say(lang) for note in answer.notes)
            return pick(lang, id=f"Belum dapat disimpulkan. {why}", en=f"Cannot tell. {why}")
        warning = rule_warning(self.panel, self.choice)
        said = [_what_was_seen(self.panel, answer, lang), _what_it_means(self.panel, answer, lang)]
        return " ".join(said if warning is None else [*said, warning.say(lang)])

    def other_assumption(self, lang: str | None = None) -> str:
        """What the answer would be had the sites been fixed years ahead; empty where how they were chosen is known."""
        rows = [e for e in self.estimates if e.method == "history_adjusted" and not e.headline and e.runs]
        if not rows:
            return ""
        other, d = rows[0], _digits(rows[0])
        value, low, high = (figure(v, d, lang, sign=True) for v in (other.estimate, other.conf_low, other.conf_high))
        open_ = other.conf_low <= 0 <= other.conf_high
        return pick(
            lang,
            id="Jawaban itu berlaku bila lokasi dipilih menurut angka sampai setahun sebelumnya. Bila lokasi sudah ditetapkan dua "
            f"sampai tiga tahun sebelumnya, perkiraannya {value} (selang 95% dari {low} sampai {high})"
            + (", dan belum dapat disimpulkan apakah program berpengaruh." if open_ else "."),
            en="That answer holds where sites were chosen by figures up to the year before. Had they been fixed two to three "
            f"years before, it would be {value} (95% interval from {low} to {high})"
            + (", and whether the programme had an effect could not be told." if open_ else "."),
        )

    @remembered
    def ledger(self, by: str = "cohort") -> pd.DataFrame:
        """What the sites' change is made of, by "cohort" or "year": n, observed_change, common_change,
        selection_rebound, programme_effect, conf_low, conf_high; the parts add up exactly; last row "all"."""
        if by not in ("cohort", "year"):
            raise WrongUse(id=f'by={by!r}: pilih "cohort" atau "year".', en=f'by={by!r}: choose "cohort" or "year".')
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

    def event_study(self):
        """Callaway-Sant'Anna effects by years since the start, base before the ranking year: an `EventStudy`."""
        from .methods.diff_diff_methods import event_study

        study = event_study(self.panel, self.choice.lag)
        if isinstance(study, Text):
            raise NotEnoughData(id=study.id, en=study.en)
        return study

    def honest_bounds(self, M: float = 1.0) -> tuple[float, float]:
        """95 % bounds of the `staggered` average if trends part after the start by at most M times the largest
        step seen before (Rambachan and Roth 2023)."""
        from .methods.diff_diff_methods import honest_bounds

        bounds = honest_bounds(self.panel, self.choice.lag, M)
        if isinstance(bounds, Text):
            raise NotEnoughData(id=bounds.id, en=bounds.en)
        return bounds

    @remembered
    def bootstrap(self, draws: int = 199) -> Bootstrap:
        """The bootstrap that applies the rule again, `draws` redrawn panels, beside the headline's placebos."""
        return bootstrap(self._paths(), draws, self.seed)

    def _paths(self) -> GivenHistory:
        given = self.given if self.given is not None else given_history(self.panel, self.choice, self.draws, self.seed)
        if isinstance(given, Text):
            raise NotEnoughData(id=given.id, en=given.en)
        return given

    def limits(self, lang: str | None = None) -> list[str]:
        """The estimand and its limits, how the sites were chosen, and how many the stated rule accounts for."""
        how = [self.choice.sentence(lang), explained_sentence(self.panel, self.choice, lang)]
        return [*limit_sentences(lang), *(text for text in how if text), ranking_year_sentence(lang)]


def evaluate(panel, rule=None, methods=None, draws=999, seed=0) -> Evaluation:
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
    methods = _checked(panel, methods, draws, seed)
    choice = read_choice(panel, rule)
    panel, warning = choice.evaluated(panel), rule_warning(panel, choice)
    given = given_history(panel, choice, draws, seed) if any(METHODS[m].own_placebos for m in methods) else None
    asked, estimates = Question(panel, choice, given, draws, seed), []
    for method in methods:
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


def _checked(panel, methods, draws, seed) -> tuple[str, ...]:
    if not isinstance(panel, Panel):
        raise WrongUse(
            id=f"evaluate memerlukan Panel, bukan {type(panel).__name__}; lihat Panel.from_table.",
            en=f"evaluate needs a Panel, not a {type(panel).__name__}; see Panel.from_table.",
        )
    if isinstance(methods, str) or not hasattr(methods, "__iter__"):
        asked = METHODS if methods is None else (methods,)
    else:
        asked = tuple(methods)
    unknown = [m for m in asked if m not in METHODS]
    if unknown or not asked:
        raise WrongUse(
            id=f"Metode tidak dikenal: {', '.join(map(str, unknown)) or '(kosong)'}. Pilih {', '.join(METHODS)}.",
            en=f"Methods not known: {', '.join(map(str, unknown)) or '(none)'}. Choose {', '.join(METHODS)}.",
        )
    check_whole("draws", draws, 99)
    check_whole("seed", seed, 0)
    if not panel.treated.any():
        raise NotEnoughData(
            id="Tidak ada lokasi yang programnya dimulai dalam tahun-tahun panel ini; belum ada yang dapat dievaluasi.",
            en="No site starts its programme within the years of this panel; there is nothing to evaluate yet.",
        )
    return asked


_MOST_TIMES = 10  # times what was expected, beyond which a percentage says nothing


def _digits(answer: Estimate) -> int:
    """Decimals so that the standard error, or the estimate, shows two figures."""
    known = np.isfinite(answer.std_error) and answer.std_error > 0
    return decimals(answer.std_error if known else abs(answer.estimate))


def _what_was_seen(panel: Panel, answer: Estimate, lang: str) -> str:
    d = _digits(answer)
    value, n = figure(answer.estimate, d, lang, sign=True), integer(answer.n_treated, lang)
    improved = answer.estimate > 0 if panel.better == "higher" else answer.estimate < 0
    way = pick(lang, id="lebih baik", en="better") if improved else pick(lang, id="lebih buruk", en="worse")
    one = answer.n_treated == 1
    if not panel.scale.raw and answer.expected > abs(answer.estimate) / _MOST_TIMES:
        way = f"{figure(100 * answer.estimate / answer.expected, 0, lang, sign=True)}%, {way}"
    return pick(
        lang,
        id=f"{panel.outcome}: {'satu lokasi' if one else f'rata-rata {n} lokasi'} {value} ({way}) dibandingkan perkiraan "
        f"seandainya bukan lokasi; {_interval(answer, d, lang)}.",
        en=f"{panel.outcome}: {'the one site' if one else f'the mean of {n} sites'} is {value} ({way}) against what was "
        f"to be expected without being {'a site' if one else 'sites'}; {_interval(answer, d, lang)}.",
    )


def _interval(answer: Estimate, digits: int, lang: str) -> str:
    """The interval, and the p of methods whose p can be trusted."""
    p = f"; p {p_equals(answer.p_value, 3, lang)}" if _own_placebos(answer.method) else ""
    if not np.isfinite(answer.conf_high - answer.conf_low):
        return pick(lang, id="selang kepercayaan 95% tidak terbatas", en="the 95% interval is unbounded") + p
    low, high = (figure(end, digits, lang, sign=True) for end in (answer.conf_low, answer.conf_high))
    return pick(lang, id=f"selang kepercayaan 95% dari {low} sampai {high}", en=f"95% interval from {low} to {high}") + p


def _what_it_means(panel: Panel, answer: Estimate, lang: str) -> str:
    least = figure(answer.smallest_detectable, _digits(answer), lang)
    if answer.conf_low <= 0 <= answer.conf_high:
        if not np.isfinite(answer.smallest_detectable):
            return pick(
                lang,
                id="Belum dapat disimpulkan: data ini tidak dapat memperlihatkan pengaruh sebesar apa pun.",
                en="Cannot tell: these data cannot show an effect of any size.",
            )
        return pick(
            lang,
            id=f"Belum dapat disimpulkan apakah program berpengaruh: data ini hanya dapat memperlihatkan pengaruh sekitar "
            f"{least} atau lebih.",
            en=f"Cannot tell whether the programme had an effect: these data can only show effects of about {least} or more.",
        )
    return pick(
        lang,
        id=f"Selisih ini kecil kemungkinannya terjadi karena kebetulan. Dengan data ini, pengaruh di bawah {least} sulit terdeteksi.",
        en=f"A difference this large is unlikely to be due to chance. With these data, effects below about {least} would be hard to detect.",
    )
