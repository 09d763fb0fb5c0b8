"""A result keeps its answers: the same question is computed once, also where report and explorer ask it again."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

S = TypeVar("S")
P = ParamSpec("P")
R = TypeVar("R")


def remembered(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """A method computed once for the same arguments; a table is returned as a copy, so that the kept one stays as it is.

    >>> class Sum:
    ...     asked = 0
    ...     @remembered
    ...     def of(self, n, m=1):
    ...         self.asked += 1
    ...         return n + m
    >>> one = Sum()
    >>> one.of(1), one.of(1, m=1), one.of(n=1), one.asked
    (2, 2, 2, 1)
    """
    signature = inspect.signature(method)

    @wraps(method)
    def answer(self: S, *given: P.args, **named: P.kwargs) -> R:
        known = self.__dict__.setdefault("_remembered", {})  # a frozen dataclass has a __dict__, too
        key = (method.__name__, *arguments(signature, self, given, named))
        if key not in known:
            known[key] = method(self, *given, **named)
        return copy.copy(known[key]) if hasattr(known[key], "iloc") else known[key]

    return answer


def arguments(signature: inspect.Signature, owner: Any, given: Sequence[Any], named: Mapping[str, Any]) -> tuple:
    """The arguments of a call as a key, defaults filled in."""
    asked = signature.bind(owner, *given, **named)
    asked.apply_defaults()
    return tuple(hashable(value) for value in list(asked.arguments.values())[1:])


def hashable(value: Any) -> Any:
    """The value as a hashable part of a key: mappings and lists by content, other unhashable values by identity."""
    if isinstance(value, Mapping):
        return tuple(sorted((str(k), hashable(v)) for k, v in value.items()))
    if isinstance(value, (list, tuple)):
        return tuple(map(hashable, value))
    return value if getattr(value, "__hash__", None) else id(value)
