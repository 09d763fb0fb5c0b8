"""The methods of an evaluation: what each is called, what it is asked and what it needs. The only list of them.

A new estimator is one function and one `register` call; table, report, explorer, documentation and protocol follow.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...display.headings import add_words
from ...say import Text
from ..estimate import Estimate
from ..history.given_history import GivenHistory, earlier_horizon, given_history, history_adjusted, unscaled
from ..panel.choice import Choice
from ..panel.panel import Panel
from ..texts import methods as texts
from .before_after import before_after
from .difference_in_differences import difference_in_differences
from .near_miss import near_miss


@dataclass(frozen=True)
class Question:
    """What a method is asked. given: the expected paths of the sites, or why there are none; None where no method needs them."""

    panel: Panel
    choice: Choice
    given: GivenHistory | Text | None
    draws: int
    seed: int


@dataclass(frozen=True)
class Method:
    """A way of estimating what being a site changed.

    key: its name in `evaluate(methods=...)`; label: what a table calls it; explained: a few words for the documentation; answers:
    a `Question` to one or more rows. own_placebos: it compares with places chosen by the same rule, so that its p-value may be
    read; it needs the expected paths. Methods without it are printed with the false-alarm rate measured for them
    (`false_alarms.csv`, written by `benchmarks/validation.py`), where there is one.
    """

    key: str
    label: Text
    explained: Text
    answers: Callable[[Question], list[Estimate]]
    own_placebos: bool = False


METHODS: dict[str, Method] = {}


def register(method: Method) -> None:
    """Take a method into every table and list; one of the same key is replaced."""
    METHODS[method.key] = method
    add_words("method", method.key, method.label)


def _given(q: Question) -> GivenHistory | Text:
    return given_history(q.panel, q.choice, q.draws, q.seed) if q.given is None else q.given


def _headline(q: Question) -> list[Estimate]:
    """The headline; under the other assumption where nobody knows how sites were chosen; on the raw scale where it is not raw."""
    first = history_adjusted(_given(q))
    if not first.runs:
        return [first]
    second = [earlier_horizon(q.panel, q.choice, q.draws, q.seed)] if q.choice.kind == "unknown" else []
    return [first, *second, *([] if q.panel.scale.raw else [unscaled(q.panel, q.choice, q.draws, q.seed)])]


def _staggered(q: Question) -> list[Estimate]:
    from .diff_diff_methods import staggered  # loads diff-diff

    return [staggered(q.panel, q.choice.lag)]


def _synthetic(q: Question) -> list[Estimate]:
    from .diff_diff_methods import synthetic_difference_in_differences

    return [synthetic_difference_in_differences(q.panel, q.choice.lag, q.draws, q.seed)]


def _own(key: str, answers: Callable[[Question], list[Estimate]], own_placebos: bool = False) -> None:
    register(Method(key, texts.LABELS[key], texts.EXPLAINED[key], answers, own_placebos))


_own("before_after", lambda q: [before_after(q.panel)])
_own("difference_in_differences", lambda q: [difference_in_differences(q.panel, q.choice.lag)])
_own("staggered", _staggered)
_own("synthetic_difference_in_differences", _synthetic)
_own("near_miss", lambda q: [near_miss(_given(q))], own_placebos=True)
_own("history_adjusted", _headline, own_placebos=True)
