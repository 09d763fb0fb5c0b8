"""Asking in a notebook: the answer, or in its place the reason why there is none, so that the next question still runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from ..say.errors import DataFaults, P2wkssError
from .result import Shown

if TYPE_CHECKING:
    import pandas as pd


class Unanswered(Shown):
    """Stands where a result would stand and says why there is none. Falsy; any attribute, call or item is the same object."""

    def __init__(self, reason: P2wkssError):
        self.reason = reason

    def table(self, *given: Any, **named: Any) -> Any:
        """No table: the same object."""
        return self

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        import pandas as pd

        return pd.DataFrame()

    def sentence(self, lang: str | None = None) -> str:
        """Why there is no answer."""
        return self.reason.sentence(lang)

    def __getattr__(self, name: str) -> Unanswered:
        if name.startswith("_"):  # what Python and Jupyter look for is not a question
            raise AttributeError(name)
        return self

    def __call__(self, *given: Any, **named: Any) -> Unanswered:
        return self

    def __getitem__(self, key: Any) -> Unanswered:
        return self

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Any]:
        return iter(())


def ask(question: Callable[..., Any], *given: Any, **named: Any) -> Any:
    """`question(*given, **named)`, or `Unanswered` with the reason where the data cannot answer it.

    For notebooks that run from top to bottom on whatever a city has filled in. A question about something unanswered is
    unanswered for the same reason. Only refusals of this package are caught, and no faults in a file: those are to be
    corrected first. Not for programs: there an error should stop what builds on it.

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
