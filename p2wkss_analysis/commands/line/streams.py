"""Where a command's words go: a screen that is closed, full, left early or without our letters never ends the work."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO

from ...say.refusals import why
from . import texts

_NEAR = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "−": "-",
        "·": "-",
        "•": "*",
        "…": "...",
        "×": "x",
        "≥": ">=",
        "≤": "<=",
        "→": "->",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
    }
)
_LEFT = (
    errno.EPIPE,
    errno.EBADF,
    errno.EINVAL,
)  # nobody reads any more, on purpose: `| head`, `>&-`; the last is how Windows says it


class Steady:
    """A stream of text whose first failure is kept in `lost` and ends its writing, not the work.

    json : whether what is said is JSON, in which letters that the stream has not become escapes and not others.
    """

    def __init__(self, stream: TextIO | None):
        self._stream: Any = stream  # None where a program was started without one
        self.json = False
        self.lost: OSError | None = None

    def write(self, text: str) -> int:
        self._try(lambda: self._stream.write(self._spelt(text)))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        self._try(lambda: self._stream.flush())

    def end(self) -> None:
        """Write what is left; a stream that failed is led to nowhere, so that its end is quiet, too."""
        self.flush()
        if self.lost is not None and self._stream in (sys.__stdout__, sys.__stderr__):
            with contextlib.suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, self._stream.fileno())
                os.close(nowhere)

    def _try(self, do: Callable[[], Any]) -> None:
        if self._stream is not None and self.lost is None:
            try:
                do()
            except OSError as error:
                self.lost = error

    def _spelt(self, text: str) -> str:
        encoding = getattr(self._stream, "encoding", None) or "utf-8"
        try:
            text.encode(encoding)
            return text
        except UnicodeEncodeError:
            pass
        if self.json:
            return "".join(c if c.isascii() else json.dumps(c)[1:-1] for c in text)
        plain = unicodedata.normalize("NFKD", text.translate(_NEAR))
        return "".join(c for c in plain if not unicodedata.combining(c)).encode(encoding, "replace").decode(encoding)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextlib.contextmanager
def steady_screen() -> Iterator[Steady]:
    """Inside the block both streams are steady; gives that of what is printed."""
    _no_free_places()
    out, err = Steady(sys.stdout), Steady(sys.stderr)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            yield out
        finally:
            out.end()
            err.end()


def unsaid(screen: Steady, lang: str) -> str:
    """The sentence for words that were lost and wanted; empty where none were, or nobody listened."""
    screen.flush()
    if screen.lost is None or screen.lost.errno in _LEFT:
        return ""
    return texts.OUTPUT_LOST.say(lang, reason=why(screen.lost))


def _no_free_places() -> None:
    """A stream closed at the start leaves its number to the next file that is opened; what is printed would go into it."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
