"""Blocks and words that every chapter of a city's report shares: sources, what is missing, the mark of a hidden count."""

from __future__ import annotations

import pandas as pd

from ....city.answers import CityAnswers
from ....disclosure.in_fives import BASE, FEW
from ....display import Unanswered
from ....say import Text, pick
from ...document import HIDDEN, Caution
from ...formats.numbering import notice


def origin(m: CityAnswers, lang: str, *sheets: str) -> str:
    """Where figures come from, without the word source: the workbook and its sheets, the synthetic notice where it holds."""
    listed, word = ", ".join(sheets), pick(lang, id="lembar", en="sheet" if len(sheets) == 1 else "sheets")
    own = pick(lang, id="perhitungan sendiri", en="own computation")
    return f"{m.checked.file}, {word} {listed}; {own}" + (f". {notice(lang)}" if m.synthetic else "")


def source(m: CityAnswers, lang: str, *sheets: str) -> str:
    """The line below a table or picture."""
    return pick(lang, id="Sumber: ", en="Source: ") + origin(m, lang, *sheets) + "."


def notes(m: CityAnswers, lang: str) -> tuple[str, ...]:
    """What a picture says of itself wherever it is copied to."""
    return (f"{notice(lang)}.",) if m.synthetic else ()


def not_answered(missing: Unanswered | Text, lang: str) -> Caution:
    """What the workbook lacks for this question, and what to fill in."""
    said = missing.sentence(lang) if isinstance(missing, Unanswered) else missing.say(lang)
    return Caution(
        said, pick(lang, id="Belum dapat dijawab dari buku kerja ini.", en="Cannot be answered from this workbook yet.")
    )


def hidden_note(lang: str, frame: pd.DataFrame | None = None) -> str:
    """What the mark of a hidden figure means; nothing where a frame is given that holds no mark."""
    if frame is not None and not frame.isin([HIDDEN]).to_numpy().any():
        return ""
    return pick(
        lang,
        id=f"{HIDDEN}: disembunyikan, karena menunjuk pada beberapa keluarga saja; bukan nol dan bukan kosong.",
        en=f"{HIDDEN}: hidden, because it points at few families; neither zero nor missing.",
    )


def in_fives_shown(frame: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """The frame with "≤5" wherever one of `columns`, numbers of families, is so small."""
    out = frame.copy()
    for column in columns:
        out[column] = pd.Series([FEW if n < BASE else int(n) for n in frame[column]], index=frame.index, dtype=object)
    return out


def side_word(value: str, lang: str) -> str:
    """Assisted or comparison, as the workbook says it."""
    return {
        "assisted": pick(lang, id="KK binaan", en="assisted"),
        "comparison": pick(lang, id="KK pembanding", en="comparison"),
    }.get(value, value)


def place_word(m: CityAnswers, area: str, rw, rt) -> str:
    """An RT with its village: Bojongsari RT 01/RW 02."""
    name = m.names.get(area, area)
    parts = [f"RT {int(rt):02d}" if pd.notna(rt) else "", f"RW {int(rw):02d}" if pd.notna(rw) else ""]
    tail = "/".join(p for p in parts if p)
    return f"{name} {tail}".strip()
