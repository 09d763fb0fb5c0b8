"""Which language is spoken where nobody named one: decided here, once, for every public function and every result."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from .errors import check_language

P = ParamSpec("P")
R = TypeVar("R")


def spoken(function: Callable[P, R]) -> Callable[P, R]:
    """`function` with its `lang` resolved before it runs: None is the language of P2WKSS_LANG, an unknown one is refused.

    Public functions carry it as a decorator; results that are `Shown` have it on all their public methods.

    >>> @spoken
    ... def greeting(name: str, lang: str | None = None) -> str:
    ...     return {"id": "Selamat pagi, ", "en": "Good morning, "}[lang] + name
    >>> greeting("Siti", "en")
    'Good morning, Siti'
    """
    signature = inspect.signature(function)

    @wraps(function)
    def asked(*given: P.args, **named: P.kwargs) -> R:
        bound = signature.bind(*given, **named)
        bound.apply_defaults()
        bound.arguments["lang"] = check_language(bound.arguments["lang"])
        return function(*bound.args, **bound.kwargs)

    return asked
