"""How far long work has come: one bar on a terminal or in a notebook, nothing where output is piped or kept.

Work shorter than a second shows nothing. Work inside other work shows nothing of its own. `TQDM_DISABLE=1` in the
environment silences every bar: stored notebooks are run so.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from ..say import Text

T = TypeVar("T")
_DELAY = 1.0  # seconds
FORM = "{desc}: {percentage:3.0f}%|{bar}| {n_fmt}/{total_fmt} [{elapsed}<{remaining}]"
_shown: ContextVar[bool] = ContextVar("p2wkss_progress", default=False)


def watched() -> bool:
    """Whether somebody is looking: a terminal, or the kernel of a notebook."""
    if os.environ.get("TQDM_DISABLE", "") not in ("", "0"):
        return False
    return _in_a_kernel() or bool(getattr(sys.stderr, "isatty", bool)())


def _in_a_kernel() -> bool:
    return type(sys.stderr).__module__.startswith("ipykernel")


@contextmanager
def progress_bar(name: Text) -> Iterator[Callable[..., None]]:
    """A bar with a name; call what it gives as `tick(done, all)`, or `tick(done, all, what)` to name what is under way.

    >>> with progress_bar(Text("Menghitung", "Computing")) as tick:
    ...     tick(1, 2)
    """
    if _shown.get() or not watched():
        yield lambda done, everything, what="": None
        return
    from tqdm import tqdm

    token = _shown.set(True)
    try:
        with tqdm(
            desc=name.say(),
            total=1,
            leave=False,
            delay=_DELAY,
            bar_format=FORM,
            ncols=90,
            file=sys.stdout if _in_a_kernel() else sys.stderr,
        ) as bar:  # a notebook shows stderr as an alarm

            def tick(done: int, everything: int, what: str = "") -> None:
                bar.total = everything
                if what:
                    bar.set_description(f"{name.say()}: {what}", refresh=False)
                bar.update(done - bar.n)

            yield tick
    finally:
        _shown.reset(token)


def steps(
    items: Iterable[T], name: Text, *, total: int | None = None, named: Callable[[T], str] = lambda item: ""
) -> Iterator[T]:
    """The items one after the other, with a bar; `total` where they have no length; `named` says what each is called.

    >>> list(steps([3, 4], Text("Membaca lembar", "Reading sheets")))
    [3, 4]
    """
    everything = len(items) if total is None and isinstance(items, Sized) else total
    if everything is None:
        yield from items
        return
    with progress_bar(name) as tick:
        for done, item in enumerate(items, 1):
            tick(done - 1, everything, named(item))
            yield item
            tick(done, everything)
