"""What every result shows of itself: its sentence, then its table in words, with rounded numbers.

In JupyterLab as HTML, on a terminal as plain text. The language is that of `default_language()`.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import replace
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Protocol

from ..identity.hidden import mask
from ..say import speaking
from ..say.errors import P2wkssError, check_language
from ..say.harmless import one_line, shown
from ..say.spoken import spoken
from .columns import ColumnShown, shown_columns
from .texts import MORE_ROWS

if TYPE_CHECKING:
    import pandas as pd

ROWS = 20  # shown of a longer table
_OWN = ("html", "text")  # these resolve their language themselves
_LONG = 60  # characters from which a note stands below the table
_WIDEST = 48  # characters of one line of a cell on a terminal


class Result(Protocol):
    """What every result gives. A `table` with words in it takes a `lang`, too; asked without, it speaks the language in force."""

    def table(self) -> pd.DataFrame: ...

    def sentence(self, lang: str | None = None) -> str: ...

    def _repr_html_(self) -> str: ...


class Shown(Result):
    """Gives a result with `.table()` and `.sentence(lang)` its picture in a notebook and on a terminal, and all its public
    methods with a `lang` the language of P2WKSS_LANG where none is named (see `say.spoken`).

    A class says more by overriding `_frame_shown` (which table, in which order of columns), `_labels_shown` (names
    of columns of data) or `_notes_shown`. Where a table holds households, `_frame_shown` gives counts instead: what
    a notebook shows is stored in its file.

    >>> class Two(Shown):
    ...     def table(self):
    ...         import pandas as pd
    ...         return pd.DataFrame({"year": [2023, 2024], "estimate": [0.5, -0.25]})
    ...     def sentence(self, lang=None):
    ...         return "Dua tahun."
    >>> print(Two().text("id"))
    Dua tahun.
    <BLANKLINE>
    Tahun  Perkiraan
    2023       +0,50
    2024       −0,25
    """

    def __init_subclass__(cls, **more: Any) -> None:
        super().__init_subclass__(**more)
        # A dataclass would list every array of the result instead.
        cls.__repr__ = Shown.__repr__  # type: ignore[method-assign]  # set for every subclass
        for name, method in list(vars(cls).items()):
            if inspect.isfunction(method) and not name.startswith("_") and name not in _OWN and "lang" in method.__annotations__:
                setattr(cls, name, spoken(method))

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        """The table to show, in `lang`."""
        with speaking(lang):
            return self.table()

    def _labels_shown(self, lang: str) -> Mapping[str, str]:
        """Words for columns that are not known to all results."""
        return {}

    def _notes_shown(self, lang: str) -> list[str]:
        """Sentences below the table."""
        return []

    def html(self, lang: str | None = None, rows: int = ROWS) -> str:
        """Sentence and table as HTML for a notebook; of a longer table the first `rows`, and how many are left."""
        from .grid import to_html

        return to_html(*_masked(*self._parts(check_language(lang), rows)))

    def text(self, lang: str | None = None, rows: int = ROWS) -> str:
        """Sentence and table as plain text for a terminal."""
        sentence, columns, notes = _masked(*self._parts(check_language(lang), rows))
        parts = [sentence, "\n".join(as_lines(columns)), "\n".join(notes)]
        return "\n\n".join(part for part in parts if part)

    def _parts(self, lang: str, rows: int) -> tuple[str, list[ColumnShown], list[str]]:
        frame, notes = self._frame_shown(lang), []
        if not len(frame):
            return shown(self.sentence(lang)), [], [shown(note) for note in self._notes_shown(lang)]
        if "note" in frame and not frame["note"].fillna("").astype(str).str.strip().any():
            frame = frame.drop(columns="note")
        if "note" in frame and frame["note"].astype(str).str.len().max() > _LONG:
            notes, frame = _notes_below(frame), frame.drop(columns="note")
        left = len(frame) - rows
        columns = shown_columns(frame.head(rows), lang, self._labels_shown(lang))
        more = [MORE_ROWS.say(lang, n=left)] if left > 0 else []
        return shown(self.sentence(lang)), columns, [*more, *map(shown, [*self._notes_shown(lang), *notes])]

    def __repr__(self) -> str:
        try:
            return self.text()
        except P2wkssError as error:  # a result that cannot speak yet says why
            return f"{type(self).__name__}: {error}"

    def _repr_html_(self) -> str:
        return self.html()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": self.text()}


def _masked(sentence: str, columns: list[ColumnShown], notes: list[str]) -> tuple[str, list[ColumnShown], list[str]]:
    """What is shown, cell by cell without the number of an identity or family card: a notebook keeps it."""
    return (
        mask(sentence),
        [replace(c, label=mask(c.label), cells=[mask(text) for text in c.cells]) for c in columns],
        [mask(note) for note in notes],
    )


def _notes_below(frame: pd.DataFrame) -> list[str]:
    """The notes of all rows, each said once."""
    return [str(note) for note in dict.fromkeys(frame["note"]) if isinstance(note, str) and note]


def as_lines(columns: list[ColumnShown]) -> list[str]:
    """A table as lines of text: two spaces between columns; a long cell goes on below itself."""
    wrapped = [[wrap(one_line(text), _WIDEST) or [""] for text in (c.label, *c.cells)] for c in columns]
    widths = [max(len(line) for cell in cells for line in cell) for cells in wrapped]
    return [
        "  ".join(t.rjust(w) if c.numeric else t.ljust(w) for t, w, c in zip(line, widths, columns, strict=True)).rstrip()
        for row in zip(*wrapped, strict=True)
        for line in zip_longest(*row, fillvalue="")
    ]
