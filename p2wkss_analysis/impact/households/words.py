"""What the answers of household waves are called and how they are said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...dictionary.sheets import fields_of
from ...household_rule import HouseholdRule
from ...say import number, percent, pick
from ..estimate import RANGE, Estimate, Text
from ..figures import decimals, figure
from .table import Waves

VISITS = {
    0: Text("kunjungan awal (0%)", "first visit (0%)"),
    1: Text("kunjungan akhir", "endline"),
    2: Text("setahun sesudah (T+1)", "a year after (T+1)"),
    3: Text("dua tahun sesudah (T+2)", "two years after (T+2)"),
}
NOT_DRAWN = Text(
    "Hal yang ikut menentukan pilihan tetapi tidak tercatat, misalnya kemauan atau dukungan keluarga, ikut terhitung.",
    "Whatever else decided and was not recorded, such as drive or family support, is counted in.",
)
DRAWN = Text(
    "KK diundi: selain karena dibina, kedua pihak hanya berbeda karena kebetulan.",
    "Households were drawn: apart from the assistance, both sides differ by chance alone.",
)
_LIMITS = (
    Text(
        "Yang diperkirakan: perubahan rata-rata pada KK binaan karena dibina, dengan semua kegiatan yang ikut datang.",
        "What is estimated: the average change in the assisted households from being assisted, with all activities that "
        "came along.",
    ),
    Text(
        "Jawaban diberikan kepada petugas program: KK binaan dapat menjawab sebaik yang diharapkan.",
        "Answers are given to the programme's own staff: assisted households may answer as they are hoped to.",
    ),
    Text(
        "Tetangga dapat ikut terbantu atau kehilangan kegiatan yang dialihkan; keduanya mengubah pembanding.",
        "Neighbours may be helped too, or lose activities moved to the site; either moves the comparison.",
    ),
)
COMPARED = {  # with whom the assisted are compared, by what decided
    "draw": Text("KK yang ikut diundi tetapi tidak terpilih", "households in the same draw that were not picked"),
    "register": Text(
        "KK pembanding setelah angka registernya diperhitungkan", "comparison households after allowing for the register figure"
    ),
    "score": Text(
        "KK pembanding setelah skor dan keadaan awalnya diperhitungkan",
        "comparison households after allowing for the score and the first visit",
    ),
    "baseline": Text(
        "KK pembanding setelah angka awalnya diperhitungkan", "comparison households after allowing for the first-visit figure"
    ),
    "whole_rt": Text(
        "KK di RT pembanding setelah keadaan awal RT diperhitungkan",
        "households of comparison RTs after allowing for how the RTs started",
    ),
    "next_year": Text(
        "calon KK binaan tahun berikutnya setelah angka penentunya diperhitungkan",
        "next year's households after allowing for the figure that decided",
    ),
    "unknown": Text("KK pembanding", "comparison households"),
}
SHARPENED_BY = Text(
    "Dampak sebenarnya di dalam rentang ini hanya bila salah satu dugaan itu benar; angka yang menentukan pilihan, bila dicatat, "
    "menggantikan dugaan.",
    "The true effect lies in this range only if one of those assumptions is right; recording the figure that decided replaces the assumptions.",
)


def limits(by: str) -> tuple[Text, ...]:
    """What is estimated, and what is not; by: what decided, as the answer uses it (see `decided_by`)."""
    return (_LIMITS[0], DRAWN if by == "draw" else NOT_DRAWN, *_LIMITS[1:])


def decided_by(answer: Estimate, rule: HouseholdRule) -> str:
    """What the answer takes as having decided: the rule's, or "unknown" where it is a range between two methods."""
    return "unknown" if answer.method == RANGE else rule.by


def visit(wave: int) -> Text:
    """A wave in words; waves beyond the workbook's four are called by their number."""
    return VISITS.get(wave, Text(f"gelombang {wave}", f"wave {wave}"))


def base_of(waves: Waves, endline: int, first: str = "") -> Text:
    """From which visit to which, as the column `base` says it."""
    one, two = visit(waves.baseline), visit(endline)
    return Text(f"{one.id} ke {two.id}{first}", f"{one.en} to {two.en}{first}")


@dataclass(frozen=True)
class Named:
    """What an outcome is called and in which unit its differences are; an empty unit where none is known."""

    label: Text
    unit: Text

    @classmethod
    def of(cls, waves: Waves) -> Named:
        """By the workbook's label and unit where it is one of its columns, else by its own name."""
        field = next((f for f in fields_of("households") if f["name"] == waves.outcome), None)
        if field is None:
            return cls(Text(waves.outcome, waves.outcome), POINTS if waves.unit == "points" else Text("", ""))
        if waves.unit == "points":  # "IKS: keluarga memiliki jamban sehat" without the name of its index
            return cls(Text(**{lang: _head(label.split(": ")[-1]) for lang, label in field["label"].items()}), POINTS)
        return cls(Text(**field["label"]), Text(**field.get("unit", {"id": "", "en": ""})))


POINTS = Text("poin persentase", "percentage points")


def digits(answer: Estimate) -> int:
    """Decimals so that the standard error, or the estimate, shows two figures; thousands where it is large."""
    error = answer.std_error
    size = error if np.isfinite(error) and error > 0 else abs(answer.estimate)
    return min(decimals(size), 6)


def size(value: float, d: int, unit: Text, lang: str) -> str:
    """How large a difference is, in its unit, without a sign: Rp252.000 per bulan, 15,2 poin persentase.

    >>> size(-252_400.0, -3, Text("rupiah/bulan", "rupiah/month"), "id"), size(15.21, 1, Text("persen", "percent"), "en")
    ('Rp252.000 per bulan', '15.2 percentage points')
    """
    text, word = figure(abs(value), d, lang), unit.say(lang)
    if unit.en.startswith("rupiah"):
        return "Rp" + text + "".join(pick(lang, id=f" per {part}", en=f" a {part}") for part in word.split("/")[1:])
    if unit.en.startswith(("percent", POINTS.en)):
        word = POINTS.say(lang)
    return f"{text} {word}".strip()


def _end(value: float, d: int, unit: Text, lang: str) -> str:
    """An end of an interval, with its sign where it is below zero, without the unit's own words."""
    if not np.isfinite(value):
        return number(value, d, lang)
    text = figure(abs(value), d, lang)
    below = "\N{MINUS SIGN}" if value < 0 and text.strip("0,.") else ""
    return f"{below}{'Rp' if unit.en.startswith('rupiah') else ''}{text}"


def _interval(answer: Estimate, d: int, unit: Text, lang: str) -> str:
    if not np.isfinite(answer.conf_high - answer.conf_low):
        return pick(lang, id="selang kepercayaan 95% tidak terbatas", en="the 95% interval is unbounded")
    low, high = _end(answer.conf_low, d, unit, lang), _end(answer.conf_high, d, unit, lang)
    if answer.method == RANGE:
        return pick(lang, id=f"selang kepercayaan gabungan 95%: {low} sampai {high}", en=f"joint 95% interval: {low} to {high}")
    return pick(lang, id=f"selang kepercayaan 95%: {low} sampai {high}", en=f"95% interval: {low} to {high}")


def answer_sentence(
    waves: Waves, answers: Sequence[Estimate], rule: HouseholdRule, endline: int, lang: str, named: Named | None = None
) -> str:
    """The main answer for a head of office: the conclusion, the difference with its interval, and what these data can show.

    answers: all rows of the evaluation. "Worse" is a conclusion only where no other method points the other way.
    """
    answer = next(a for a in answers if a.headline)
    named = named or Named.of(waves)
    unit, d, least = named.unit, digits(answer), answer.smallest_detectable
    clear = not answer.conf_low <= 0 <= answer.conf_high
    told = _told(waves, answer, rule, endline, lang, named)
    sharpened = [SHARPENED_BY.say(lang)] if answer.method == RANGE else []
    if clear and _worse_alone(waves, answers, answer):
        return " ".join(
            [
                _cannot(named, lang),
                told,
                pick(lang, id="Cara hitung lain menunjukkan arah sebaliknya.", en="Another method points the other way."),
                *sharpened,
            ]
        )
    if np.isnan(answer.p_value):
        return f"{told} {answer.notes[0].say(lang)}" if answer.notes else told
    if not np.isfinite(least):
        none = pick(
            lang,
            id="Data ini tidak dapat memperlihatkan selisih sebesar apa pun.",
            en="These data cannot show a difference of any size.",
        )
        return " ".join([_cannot(named, lang), told, none, *sharpened])
    least = size(least, d, unit, lang)
    if clear:
        sure = pick(lang, id="Selisih ini kecil kemungkinannya terjadi karena kebetulan.", en="This is unlikely to be chance.")
        if answer.smallest_detectable > abs(answer.estimate):  # a lucky find: a size that such data mostly miss
            return " ".join(
                [
                    told,
                    sure,
                    pick(
                        lang,
                        id="Besarnya belum pasti; lebih banyak KK atau RT akan mempersempit selangnya.",
                        en="Its size is uncertain; more households or RTs would narrow the interval.",
                    ),
                    *sharpened,
                ]
            )
        return " ".join(
            [
                told,
                sure,
                pick(
                    lang,
                    id=f"Dengan data ini, selisih di bawah {least} sulit terdeteksi.",
                    en=f"With these data, differences below {least} are hard to detect.",
                ),
                *sharpened,
            ]
        )
    needs = pick(
        lang,
        id=f"Dengan data ini, selisih di bawah {least} sulit terdeteksi; lebih banyak KK atau RT membuatnya terlihat.",
        en=f"With these data, differences below {least} are hard to detect; more households or RTs would show them.",
    )
    return " ".join([_cannot(named, lang), told, needs, *sharpened])


def _cannot(named: Named, lang: str) -> str:
    if named.unit == POINTS:
        return pick(
            lang,
            id="Belum dapat disimpulkan apakah program berdampak.",
            en="Cannot tell whether the programme made a difference.",
        )
    label = _within(named.label.say(lang))
    return pick(
        lang,
        id=f"Belum dapat disimpulkan apakah program mengubah {label}.",
        en=f"Cannot tell whether the programme changed {label}.",
    )


def _head(label: str) -> str:
    return label[:1].upper() + label[1:]


def _within(label: str) -> str:
    """A label inside a sentence: no capital, unless it is an abbreviation."""
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == " " else label


def _told(waves: Waves, answer: Estimate, rule: HouseholdRule, endline: int, lang: str, named: Named) -> str:
    """Who stands how much higher or lower than whom, at which visit, with the interval."""
    d, unit, when = digits(answer), named.unit, _at(endline, lang)
    label, interval = named.label.say(lang), _interval(answer, d, unit, lang)
    other = COMPARED[decided_by(answer, rule)].say(lang)
    if waves.unit == "points":
        head = pick(lang, id=f"{when}, {_within(label)}: KK binaan", en=f"{when}, {_within(label)}: assisted households are")
        than = pick(lang, id="daripada", en="than")
    else:
        head = pick(lang, id=f"{when}, {_within(label)} pada KK binaan", en=f"{when}, {_within(label)} of assisted households is")
        than = pick(lang, id="daripada", en="than in")
    if answer.method == RANGE:
        between = _between(answer, d, unit, lang)
        return pick(
            lang,
            id=f"{head} {between} {than} {other}, bergantung pada apa yang menentukan pilihan ({interval}).",
            en=f"{head} {between} {than} {other}, depending on what decided the choice ({interval}).",
        )
    mean = "" if waves.unit == "points" else pick(lang, id="rata-rata ", en="on average ")
    return f"{head} {mean}{size(answer.estimate, d, unit, lang)} {_way(answer.estimate, lang)} {than} {other} ({interval})."


def _at(endline: int, lang: str) -> str:
    """At which visit, at the head of a sentence."""
    if endline in (2, 3):
        return _head(visit(endline).say(lang))
    return pick(lang, id=f"Pada {visit(endline).id}", en=f"At {'the ' if endline in VISITS else ''}{visit(endline).en}")


def _way(value: float, lang: str) -> str:
    return pick(lang, id="lebih tinggi", en="higher") if value > 0 else pick(lang, id="lebih rendah", en="lower")


def _between(answer: Estimate, d: int, unit: Text, lang: str) -> str:
    """The range as two amounts, the smaller first; with both directions where it holds zero."""
    low, high = answer.range_low, answer.range_high
    if low < 0 < high:
        ends = [f"{size(v, d, unit, lang)} {_way(v, lang)}" for v in (low, high)]
        return pick(lang, id=f"antara {ends[0]} dan {ends[1]}", en=f"between {ends[0]} and {ends[1]}")
    near, far = sorted((low, high), key=abs)
    less, more = _end(abs(near), d, unit, lang), size(far, d, unit, lang)
    amount = (
        more
        if less == _end(abs(far), d, unit, lang)
        else pick(lang, id=f"antara {less} dan {more}", en=f"between {less} and {more}")
    )
    return f"{amount} {_way(high if low + high > 0 else low, lang)}"


def _worse_alone(waves: Waves, answers: Sequence[Estimate], answer: Estimate) -> bool:
    """Whether the headline says worse while another way of comparing both sides points the other way."""
    good = 1 if waves.better == "higher" else -1
    if answer.estimate * good > 0:
        return False
    beside = [a for a in answers if a.method in ("difference_in_differences", "ancova") and a.runs and not a.headline]
    return any(a.estimate * good > 0 for a in beside)


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
