"""The methods of an evaluation: what each is called, what it is asked and what it needs. The only list of them.

A new estimator is one function and one `register` call; table, report, explorer, documentation and protocol follow.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...display.headings import add_words
from ...say import Text
from ..estimate import Estimate
from ..estimate import Text as Reason
from ..history.given_history import GivenHistory, earlier_horizon, history_adjusted, unscaled
from ..panel.choice import Choice
from ..panel.panel import Panel
from .before_after import before_after
from .difference_in_differences import difference_in_differences
from .near_miss import near_miss


@dataclass(frozen=True)
class Question:
    """What a method is asked. given: the expected paths of the sites, or why there are none; None where no method needs them."""

    panel: Panel
    choice: Choice
    given: GivenHistory | Reason | None
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


def _headline(q: Question) -> list[Estimate]:
    """The headline; under the other assumption where nobody knows how sites were chosen; on the raw scale where it is not raw."""
    first = history_adjusted(q.given)
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


register(
    Method(
        "before_after",
        Text("Sebelum-sesudah", "Before-after"),
        Text("sebelum-sesudah", "before-after"),
        lambda q: [before_after(q.panel)],
    )
)
register(
    Method(
        "difference_in_differences",
        Text("Beda-dalam-beda", "Difference in differences"),
        Text("selisih dari selisih", "difference in differences"),
        lambda q: [difference_in_differences(q.panel, q.choice.lag)],
    )
)
register(
    Method(
        "staggered",
        Text("Beda-dalam-beda bertahap", "Staggered difference in differences"),
        Text("Callaway-Sant'Anna, tahun dasar lebih awal", "Callaway-Sant'Anna, earlier base year"),
        _staggered,
    )
)
register(
    Method(
        "synthetic_difference_in_differences",
        Text("Beda-dalam-beda sintetis", "Synthetic difference in differences"),
        Text("selisih dari selisih sintetis", "synthetic difference in differences"),
        _synthetic,
    )
)
register(
    Method(
        "near_miss",
        Text("Nyaris terpilih", "Near misses"),
        Text("dibandingkan peringkat berikutnya", "against the places ranked next"),
        lambda q: [near_miss(q.given)],
        own_placebos=True,
    )
)
register(
    Method(
        "history_adjusted",
        Text("Disesuaikan dengan riwayat", "History-adjusted"),
        Text("menurut riwayat sendiri (jawaban utama)", "given its own history (the headline)"),
        _headline,
        own_placebos=True,
    )
)
