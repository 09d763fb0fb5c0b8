"""Ctrl-C at any moment: also where Python lets no exception through, as while a weak reference or an object goes."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from _thread import interrupt_main
from collections.abc import Iterator
from typing import Any

_MOMENT = 0.02  # seconds, in which what was going on there is over


@contextlib.contextmanager
def heard() -> Iterator[None]:
    """Inside the block a Ctrl-C that Python would print and forget is sent once more, a moment later."""
    before, again = sys.unraisablehook, list[threading.Timer]()

    def lost(what: Any) -> None:
        if not issubclass(what.exc_type or object, KeyboardInterrupt):
            before(what)
            return
        again.append(threading.Timer(_MOMENT, _stop))
        again[-1].daemon = True
        again[-1].start()

    sys.unraisablehook = lost
    try:
        yield
    finally:
        sys.unraisablehook = before
        for timer in again:
            timer.cancel()


def _stop() -> None:
    if hasattr(signal, "pthread_kill"):  # wakes a main thread that waits, too
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:
        interrupt_main()
