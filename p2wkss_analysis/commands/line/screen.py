"""What a command says passes here: no number of an identity or family card, and no warning of a library, reaches the screen."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import warnings
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from ...identity.hidden import mask
from ...say.harmless import shown

_BAR = re.compile(r"\r[^\r\n]*\r?")  # a bar of progress goes back to the beginning of its line


class _Masked:
    """A text stream that says everything but such numbers."""

    def __init__(self, stream: TextIO):
        self._stream = stream

    def write(self, text: str) -> int:
        parts = text.split("\r") if _BAR.fullmatch(text) else [text]
        return self._stream.write("\r".join(_said(shown(part)) for part in parts))

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _said(text: str) -> str:
    """The text masked; of a table, whose columns two blanks part, each cell by itself: a row of numbers is no number."""
    if "\n" not in text.strip("\n"):
        return mask(text, certain=True)
    return "".join(mask(cell, certain=True) for cell in re.split(r"( {2,}|\n)", text))


@contextlib.contextmanager
def _no_warnings() -> Iterator[None]:
    before, warnings.showwarning = warnings.showwarning, lambda *_, **__: None
    try:
        yield
    finally:
        warnings.showwarning = before


@contextlib.contextmanager
def masked_screen(json: bool) -> Iterator[None]:
    """Inside the block what is printed is masked. JSON on stdout is left alone: long decimals are no card numbers, and
    `show.records` has masked its texts. Warnings of libraries speak to programmers and name folders of the computer: whoever
    mends the program sees them, with P2WKSS_DEBUG."""
    with contextlib.ExitStack() as stack:
        if not os.environ.get("P2WKSS_DEBUG"):
            stack.enter_context(_no_warnings())
        if not json:
            stack.enter_context(contextlib.redirect_stdout(_Masked(sys.stdout)))
        stack.enter_context(contextlib.redirect_stderr(_Masked(sys.stderr)))
        yield
