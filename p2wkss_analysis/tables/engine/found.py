"""What the check of a register found: one line for each rule and column, worst first, never with a number of a person."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from ...display import Shown
from ...identity.hidden import mask
from ...say import Text, together
from ...say.errors import DataFaults, Fault, check_language
from ...say.harmless import short
from ..workbook.texts import guide
from . import texts

COLUMNS = ["file", "sheet", "row", "column", "cell", "value", "rule", "remedy", "n"]
PAGE = 40  # lines of a page


@dataclass(frozen=True)
class Found:
    """The cells of one column that break one rule. column: as the source calls it; n: how many; value: an example, as it may be
    shown; key: whether rows cannot be placed for it."""

    column: str
    n: int
    value: str
    rule: Text
    remedy: Text
    key: bool = False

    def say(self, lang: str | None = None) -> str:
        """One line: where, how many, an example, what is expected and what to do."""
        said = {"where": self.column, "n": self.n, "value": self.value, "rule": self.rule, "remedy": self.remedy}
        return (texts.ROWS_OF_A_KIND if self.value else texts.ROWS_OF_A_KIND_EMPTY).say(lang, **said)


def found(column: str, n: int, value: object, rule: Text, remedy: Text, key: bool = False) -> Found:
    """A fault with its example made harmless."""
    if isinstance(value, float):  # engines write them each in its own way
        value = f"{value:.0f}" if value % 1 == 0 else f"{value:.15g}"
    shown = "" if value is None else short(mask(f"{value}"), 80)
    return Found(mask(column), int(n), shown, rule, remedy, key)


@dataclass(frozen=True)
class RegisterChecked(Shown):
    """A register as checked.

    rows : how many there are
    kinds : what is wrong, one `Found` for each rule and column, worst first
    unread : columns that are not known, to the known name that is nearest ("" where none is)
    unchecked : what could not be checked, and why
    units : questions about numbers that may stand in another unit; they are no faults
    synthetic : whether the source says that its values are made up
    """

    name: str
    rows: int
    kinds: tuple[Found, ...] = field(repr=False)
    unread: dict[str, str] = field(default_factory=dict)
    unchecked: tuple[Text, ...] = ()
    units: tuple[Text, ...] = ()
    synthetic: bool = False

    @property
    def ok(self) -> bool:
        """Whether there is no fault."""
        return not self.kinds

    @property
    def faults(self) -> pd.DataFrame:
        """The faults as those of a workbook, at most a page of them: file, sheet, row, column, cell, value (an example), rule,
        remedy, and n, how many rows."""
        return self.table()

    @property
    def more(self) -> int:
        """How many kinds of faults do not stand on the page."""
        return max(0, len(self.kinds) - PAGE)

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """`.faults`, with rules and remedies in `lang`."""
        rows = [
            (self.name, "", None, kind.column, "", kind.value, kind.rule.say(lang), kind.remedy.say(lang), kind.n)
            for kind in self.kinds[:PAGE]
        ]
        types = {column: "str" for column in COLUMNS} | {"row": "Int64", "n": "int64"}
        return pd.DataFrame(rows, columns=COLUMNS).astype(types)

    def raised(self, otherwise: Text | None = None, lang: str | None = None) -> DataFaults:
        """The faults as an error, for who computes from the register; otherwise: what else can be done."""
        faults = (
            Fault(self.name, column=kind.column, value=kind.value, rule=self._counted(kind, lang), remedy=kind.remedy.say(lang))
            for kind in self.kinds[:PAGE]
        )
        lines = [kind.say(lang) for kind in self.kinds]
        return DataFaults(faults, lang, [*lines, otherwise.say(lang)] if otherwise else lines)

    def _counted(self, kind: Found, lang: str | None) -> str:
        return texts.COUNTED.say(lang, n=kind.n, rule=kind.rule)

    def sentence(self, lang: str | None = None) -> str:
        """How many rows were checked, how much is wrong, what could not be checked, and which columns are not known."""
        said: list[Text | str] = [texts.CHECKED.fill(name=self.name or texts.TABLE, n=self.rows)]
        n, kinds = sum(kind.n for kind in self.kinds), len(self.kinds)
        said.append(guide.NO_FAULT if self.ok else texts.FAULTS_FOUND.fill(n=n, kinds=kinds))
        said += self.unchecked
        if self.unread:
            named = [texts.PERHAPS.fill(name=name, near=near) if near else name for name, near in self.unread.items()]
            said.append(texts.UNREAD.fill(columns=named, n=len(named)))
        said.append(texts.MADE_UP if self.synthetic else "")
        return together(said, lang)

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.table(lang)[["column", "n", "value", "rule", "remedy"]].rename(columns={"n": "rows_at_fault"})

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {"rows_at_fault": texts.ROWS.say(lang)}

    def lines(self, lang: str | None = None) -> list[str]:
        """The faults as lines, at most a page of them, then how many kinds are left, and questions about units."""
        return [*(kind.say(lang) for kind in self.kinds[:PAGE]), *self._notes_shown(check_language(lang))]

    def _notes_shown(self, lang: str) -> list[str]:
        more = [texts.MORE_KINDS.say(lang, n=self.more)] if self.more else []
        return [*more, *(text.say(lang) for text in self.units)]
