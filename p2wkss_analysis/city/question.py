"""A question asked of a city's workbook: answered once for the same arguments, and shown by its first sentence."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from ..display.remembered import arguments

TIMELESS = ("need", "effect", "plan")  # questions whose answers hold on any day, of sheets alone


def question(method: Callable) -> Callable:
    """Answered once for the same arguments; where these data cannot answer, a falsy refusal that says why."""
    signature = inspect.signature(method)

    @wraps(method)
    def answer(self: Any, *given: Any, **named: Any) -> Any:
        key = (method.__name__, *arguments(signature, self, given, named))
        if key not in self._answers:
            self._answers[key] = self._answer(method, given, named)
        return self._answers[key]

    return answer


def first_sentence(text: str) -> str:
    """The first sentence of an answer; the others are one call away.

    >>> first_sentence("Dari 38 wilayah, tertinggi A (84,4). Bobot: sama.")
    'Dari 38 wilayah, tertinggi A (84,4).'
    """
    return re.split(r"(?<=[.!?])\s+(?=[A-Z0-9])", text, maxsplit=1)[0].strip()
