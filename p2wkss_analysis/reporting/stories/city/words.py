"""Blocks and words that every chapter of a city's report shares: sources, what is missing, the mark of a hidden count."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ....city.answers import CityAnswers
from ....dictionary.sheets import tab_of
from ....disclosure.in_fives import BASE, FEW
from ....display import Unanswered
from ....say import Text
from ...document import HIDDEN, Caution
from ...formats.numbering import notice
from .texts import shared

HALF = 9.0  # cm: a picture that leaves room on its page for the words of two chapters


def origin(m: CityAnswers, lang: str, *sheets: str) -> str:
    """Where figures come from, without the word source: the workbook and its sheets, the synthetic notice where it holds."""
    own = shared.SHEETS_OF.say(lang, file=m.checked.file, n=len(sheets), sheets=[tab_of(name) for name in sheets])
    return own + (f". {notice(lang)}" if m.synthetic else "")


def source(m: CityAnswers, lang: str, *sheets: str) -> str:
    """The line below a table or picture."""
    return shared.SOURCE.say(lang, origin=origin(m, lang, *sheets))


def notes(m: CityAnswers, lang: str) -> tuple[str, ...]:
    """What a picture says of itself wherever it is copied to."""
    return (f"{notice(lang)}.",) if m.synthetic else ()


def not_answered(missing: Unanswered | Text, lang: str) -> Caution:
    """What the workbook lacks for this question, and what to fill in."""
    said = missing.sentence(lang) if isinstance(missing, Unanswered) else missing.say(lang)
    return Caution(said, shared.NOT_YET.say(lang))


def hidden_note(lang: str, frame: pd.DataFrame | None = None) -> str:
    """What the mark of a hidden figure means; nothing where a frame is given that holds no mark."""
    if frame is not None and not frame.isin([HIDDEN]).to_numpy().any():
        return ""
    return shared.HIDDEN_MEANS.say(lang, mark=HIDDEN)


def in_fives_shown(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """The frame with "≤5" wherever one of `columns`, numbers of families, is so small."""
    out = frame.copy()
    for column in columns:
        out[column] = pd.Series([FEW if n < BASE else int(n) for n in frame[column]], index=frame.index, dtype=object)
    return out


def span(years: pd.Series) -> str:
    """The years from the first to the last, one year by itself: 2015–2025, or 2025."""
    first, last = int(years.min()), int(years.max())
    return str(first) if first == last else f"{first}–{last}"


def side_word(value: str, lang: str) -> str:
    """Assisted or comparison, as the workbook says it."""
    return shared.SIDES[value].say(lang) if value in shared.SIDES else value


def place_word(m: CityAnswers, area: str, rw: Any, rt: Any) -> str:
    """An RT with its village: Bojongsari RT 01/RW 02."""
    name = m.names.get(area, area)
    parts = [f"RT {int(rt):02d}" if pd.notna(rt) else "", f"RW {int(rw):02d}" if pd.notna(rw) else ""]
    tail = "/".join(p for p in parts if p)
    return f"{name} {tail}".strip()
