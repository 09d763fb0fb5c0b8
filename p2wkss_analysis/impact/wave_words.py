"""What the answers of household waves are called and how they are said."""

from __future__ import annotations

import numpy as np

from ..language import integer, number, percent, pick, signed
from ..tables.workbook_sheets import fields_of
from .estimate import Estimate, Text
from .figures import decimals
from .wave_table import Waves

VISITS = {
    0: Text("kunjungan awal (0%)", "first visit (0%)"),
    1: Text("kunjungan akhir", "endline"),
    2: Text("setahun sesudah (T+1)", "a year after (T+1)"),
    3: Text("dua tahun sesudah (T+2)", "two years after (T+2)"),
}
NOT_DRAWN = Text(
    "Tidak ada yang diundi: KK binaan dipilih, sehingga beda yang tidak tercatat pada nilai awal (kemauan, dukungan "
    "keluarga) ikut terhitung.",
    "Nothing was drawn: assisted households were chosen, so what the baseline does not record (drive, family "
    "support) is counted in.",
)
LIMITS = (
    Text(
        "Yang diperkirakan: perubahan rata-rata pada KK binaan karena dibina, dengan semua kegiatan yang ikut datang, "
        "dibandingkan KK pembanding dengan nilai awal yang sama.",
        "What is estimated: the average change in the assisted households from being assisted, with all activities that "
        "came along, against comparison households with the same baseline value.",
    ),
    NOT_DRAWN,
    Text(
        "Jawaban diberikan kepada petugas program: KK binaan dapat menjawab sebaik yang diharapkan.",
        "Answers are given to the programme's own staff: assisted households may answer as they are hoped to.",
    ),
    Text(
        "Tetangga dapat ikut terbantu atau kehilangan kegiatan yang dialihkan; keduanya mengubah pembanding.",
        "Neighbours may be helped too, or lose activities moved to the site; either moves the comparison.",
    ),
)


def visit(wave: int) -> Text:
    """A wave in words; waves beyond the workbook's four are called by their number."""
    return VISITS.get(wave, Text(f"gelombang {wave}", f"wave {wave}"))


def base_of(waves: Waves, endline: int, first: str = "") -> Text:
    """From which visit to which, as the column `base` says it."""
    one, two = visit(waves.baseline), visit(endline)
    return Text(f"{one.id} ke {two.id}{first}", f"{one.en} to {two.en}{first}")


def outcome_words(waves: Waves, lang: str) -> str:
    """The outcome by the workbook's label and unit where it is one of its columns, else by its own name."""
    field = next((f for f in fields_of("households") if f["name"] == waves.outcome), None)
    if field is None:
        return waves.outcome
    label = pick(lang, **field["label"])
    return (
        label if waves.unit == "points" or "unit" not in field else f"{label} ({pick(lang, **field['unit'])})"
    )


def digits(answer: Estimate) -> int:
    """Decimals so that the standard error, or the estimate, shows two figures; thousands where it is large."""
    error = answer.std_error
    size = error if np.isfinite(error) and error > 0 else abs(answer.estimate)
    return min(decimals(size), 6)


def amount(value: float, d: int, waves: Waves, lang: str) -> str:
    """A difference with its sign, in percentage points where the outcome is yes/no."""
    if waves.unit == "points":
        return signed(value, d, lang) + pick(lang, id=" poin persentase", en=" percentage points")
    return signed(value, d, lang)


def seen_sentence(waves: Waves, answer: Estimate, endline: int, lang: str) -> str:
    """The estimate and its interval."""
    d = digits(answer)
    improved = answer.estimate > 0 if waves.better == "higher" else answer.estimate < 0
    way = pick(lang, id="lebih baik", en="better") if improved else pick(lang, id="lebih buruk", en="worse")
    value, n = amount(answer.estimate, d, waves, lang), integer(answer.n_treated, lang)
    m, when = integer(answer.n_comparison, lang), visit(endline).say(lang)
    name = outcome_words(waves, lang)
    return pick(
        lang,
        id=f"{name}, {when}: {n} KK binaan {value} ({way}) dibandingkan {m} KK lain dengan nilai awal yang sama; "
        f"{_interval(answer, d, lang)}.",
        en=f"{name}, {when}: {n} assisted households are {value} ({way}) against {m} others with the same "
        f"baseline value; {_interval(answer, d, lang)}.",
    )


def _interval(answer: Estimate, d: int, lang: str) -> str:
    if not np.isfinite(answer.conf_high - answer.conf_low):
        return pick(lang, id="selang kepercayaan 95% tidak terbatas", en="the 95% interval is unbounded")
    low, high = signed(answer.conf_low, d, lang), signed(answer.conf_high, d, lang)
    return pick(lang, id=f"selang kepercayaan 95% dari {low} sampai {high}", en=f"95% interval from {low} to {high}")


def meaning_sentence(answer: Estimate, lang: str) -> str:
    """What the data can and cannot show."""
    if not np.isfinite(answer.smallest_detectable):
        return pick(
            lang,
            id="Belum dapat disimpulkan: data ini tidak dapat memperlihatkan pengaruh sebesar apa pun.",
            en="Cannot tell: these data cannot show an effect of any size.",
        )
    least = number(answer.smallest_detectable, digits(answer), lang)
    if answer.conf_low <= 0 <= answer.conf_high:
        return pick(
            lang,
            id=f"Belum dapat disimpulkan: data ini hanya dapat memperlihatkan pengaruh sekitar {least} atau lebih.",
            en=f"Cannot tell: these data can only show effects of about {least} or more.",
        )
    return pick(
        lang,
        id=f"Nol berada di luar selang; pengaruh sekitar {least} atau lebih dapat terlihat dengan data ini.",
        en=f"Zero lies outside the interval; effects of about {least} or more can be seen with these data.",
    )


def lost_sentence(rows: list[dict], lang: str) -> str:
    """How many could not be visited again; rows are the two of the wave in the attrition table."""
    if not sum(row["lost"] for row in rows):
        return ""
    helped, other = (percent(row["lost_percent"], 0, lang) for row in rows)
    return pick(
        lang,
        id=f"Tidak ditemui lagi: {helped} KK binaan, {other} KK pembanding.",
        en=f"Not seen again: {helped} of assisted and {other} of comparison households.",
    )
