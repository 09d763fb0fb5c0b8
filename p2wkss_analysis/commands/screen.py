"""What a command says passes here: the number of an identity or family card is never said, on a screen neither."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator

from ..language.hidden import mask


class _Masked:
    """A text stream that says everything but such numbers."""

    def __init__(self, stream):
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(mask(text, certain=True))

    def writelines(self, lines) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str):
        return getattr(self._stream, name)


@contextlib.contextmanager
def masked_screen(json: bool) -> Iterator[None]:
    """Inside the block what is printed is masked. JSON on stdout is left alone: long decimals are no card numbers, and
    `show.records` has masked its texts."""
    with contextlib.ExitStack() as stack:
        if not json:
            stack.enter_context(contextlib.redirect_stdout(_Masked(sys.stdout)))
        stack.enter_context(contextlib.redirect_stderr(_Masked(sys.stderr)))
        yield
