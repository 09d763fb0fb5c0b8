"""Asking in a notebook: the answer, or in its place the reason why there is none, so that the next question still runs."""

from __future__ import annotations

from collections.abc import Callable

from ..say.errors import DataFaults, P2wkssError
from .result import Shown


class Unanswered(Shown):
    """Stands where a result would stand, and says why there is none. False; whatever is asked of it is unanswered too."""

    def __init__(self, reason: P2wkssError):
        self.reason = reason

    def table(self, *given, **named) -> Unanswered:
        """No table: itself."""
        return self

    def _frame_shown(self, lang: str):
        import pandas as pd

        return pd.DataFrame()

    def sentence(self, lang: str | None = None) -> str:
        """Why there is no answer."""
        return self.reason.sentence(lang)

    def __getattr__(self, name: str):
        if name.startswith("_"):  # what Python and Jupyter look for is not a question
            raise AttributeError(name)
        return self

    def __call__(self, *given, **named) -> Unanswered:
        return self

    def __getitem__(self, key) -> Unanswered:
        return self

    def __bool__(self) -> bool:
        return False

    def __iter__(self):
        return iter(())


def ask(question: Callable, *given, **named):
    """`question(*given, **named)`, or `Unanswered` with the reason where the data cannot answer it.

    For notebooks that run from top to bottom on whatever a city has filled in. A question about something unanswered is
    unanswered for the same reason. Only what this package refuses in words is caught; faults in a file are not: they
    are to be mended first. Not for programs: there an error should stop what builds on it.

    >>> import p2wkss_analysis as p2
    >>> answer = ask(p2.poverty, [5, 30], line=-1)
    >>> bool(answer), bool(ask(answer.explain, 3)), ask(p2.poverty, [5, 30], line=20).headcount
    (False, False, 0.5)
    """
    for one in (question, *given, *named.values()):
        if isinstance(one, Unanswered):
            return one
    try:
        return question(*given, **named)
    except DataFaults:
        raise
    except P2wkssError as error:
        return Unanswered(error)
