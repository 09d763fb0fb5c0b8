"""What the answers of household waves are called and how they are said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...dictionary.sheets import fields_of
from ...rule import HouseholdRule
from ...say import Text, number, together
from ..estimate import RANGE, Estimate
from ..figures import decimals, figure
from ..texts import households as texts
from .table import Waves


def limits(by: str) -> tuple[Text, ...]:
    """What is estimated, and what is not; by: what decided, as the answer uses it (see `decided_by`)."""
    return (texts.ESTIMAND, texts.DRAWN if by == "draw" else texts.NOT_DRAWN, *texts.LIMITS)


def decided_by(answer: Estimate, rule: HouseholdRule) -> str:
    """What the answer takes as having decided: the rule's, or "unknown" where it is a range between two methods."""
    return "unknown" if answer.method == RANGE else rule.by


def visit(wave: int) -> Text:
    """A wave in words; waves beyond the workbook's four are called by their number."""
    return texts.VISITS.get(wave, texts.OTHER_VISIT.fill(wave=wave))


def base_of(waves: Waves, endline: int) -> Text:
    """From which visit to which, as the column `base` says it."""
    return texts.FROM_TO.fill(first=visit(waves.baseline), last=visit(endline))


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
            return cls(Text(waves.outcome, waves.outcome), texts.POINTS if waves.unit == "points" else texts.NOTHING)
        if waves.unit == "points":  # "IKS: keluarga memiliki jamban sehat" without the name of its index
            indonesian, english = (_head(field["label"][lang].split(": ")[-1]) for lang in ("id", "en"))
            return cls(Text(indonesian, english), texts.POINTS)
        return cls(Text(**field["label"]), Text(**field["unit"]) if "unit" in field else texts.NOTHING)


def digits(answer: Estimate) -> int:
    """Decimals so that the standard error, or the estimate, shows two figures; thousands where it is large."""
    error = answer.std_error
    size = error if np.isfinite(error) and error > 0 else abs(answer.estimate)
    return min(decimals(size), 6)


def size(value: float, d: int, unit: Text, lang: str | None = None) -> str:
    """How large a difference is, in its unit, without a sign: Rp252.000 per bulan, 15,2 poin persen.

    >>> size(-252_400.0, -3, Text("rupiah/bulan", "rupiah/month"), "id"), size(15.21, 1, Text("persen", "percent"), "en")
    ('Rp252.000 per bulan', '15.2 percentage points')
    """
    text, word = figure(abs(value), d, lang), unit.say(lang)
    if unit.en.startswith("rupiah"):
        return " ".join(["Rp" + text, *(texts.PER.say(lang, part=part) for part in word.split("/")[1:])])
    if unit.en.startswith(("percent", texts.POINTS.en)):
        word = texts.POINTS.say(lang)
    return f"{text} {word}".strip()


def _end(value: float, d: int, unit: Text, lang: str | None) -> str:
    """An end of an interval, with its sign where it is below zero, without the unit's own words."""
    if not np.isfinite(value):
        return number(value, d, lang)
    text = figure(abs(value), d, lang)
    below = "\N{MINUS SIGN}" if value < 0 and text.strip("0,.") else ""
    return f"{below}{'Rp' if unit.en.startswith('rupiah') else ''}{text}"


def _interval(answer: Estimate, d: int, unit: Text, lang: str | None) -> str:
    return _from_to(answer.conf_low, answer.conf_high, answer.method, d, unit, lang)


def _from_to(low: float, high: float, method: str, d: int, unit: Text, lang: str | None) -> str:
    if not np.isfinite(high - low):
        return texts.INTERVAL_UNBOUNDED.say(lang)
    said = texts.JOINT_INTERVAL if method == RANGE else texts.INTERVAL
    return said.say(lang, low=_end(low, d, unit, lang), high=_end(high, d, unit, lang))


def answer_sentence(
    waves: Waves, answers: Sequence[Estimate], rule: HouseholdRule, endline: int, lang: str | None, named: Named | None = None
) -> str:
    """The main answer for a head of office: the conclusion, the difference with its interval, and what these data can show.

    answers: all rows of the evaluation. "Worse" is a conclusion only where no other method points the other way.
    """
    answer = next(a for a in answers if a.headline)
    named = named or Named.of(waves)
    told, cannot = _told(waves, answer, rule, endline, lang, named), _cannot(named, lang)
    recorded = {texts.RULE_NOT_FOLLOWED, texts.LOST_UNLIKE_LOTS, texts.NOT_LIKE_LOTS} & set(answer.notes)
    sharpened = (texts.ONLY_IF_ONE_HOLDS if recorded else texts.SHARPENED_BY) if answer.method == RANGE else ""
    clear = not answer.conf_low <= 0 <= answer.conf_high
    if clear and _worse_alone(waves, answers, answer):
        return together([cannot, told, texts.OTHER_WAY, sharpened], lang)
    if np.isnan(answer.p_value):
        return together([told, *answer.notes[:1]], lang)
    if not np.isfinite(answer.smallest_detectable):
        return together([cannot, told, texts.NO_SIZE_CAN_BE_SEEN, sharpened], lang)
    least = size(answer.smallest_detectable, digits(answer), named.unit, lang)
    if not clear:
        return together([cannot, told, texts.MORE_DATA_WOULD_TELL.fill(least=least), sharpened], lang)
    lucky = answer.smallest_detectable > abs(answer.estimate)  # a size that such data mostly miss
    seen = texts.SIZE_UNCERTAIN if lucky else texts.HARD_TO_DETECT.fill(least=least)
    return together([told, texts.NOT_CHANCE, seen, sharpened], lang)


def later_sentence(row: Mapping[str, Any], named: Named, lang: str | None) -> str:
    """The same difference at a later visit, in the figures of its `row` as they are published; empty where none is."""
    estimate, low, high = (row[name] for name in ("estimate", "conf_low", "conf_high"))
    if not np.isfinite(estimate):
        return ""
    d, unit = 0 if abs(estimate) >= 1000 else 1, named.unit
    given = {
        "when": _at(row["wave"], lang),
        "interval": _from_to(low, high, row["method"], d, unit, lang),
        "zero": not (low > 0 or high < 0),
    }
    below = "\N{MINUS SIGN}" if estimate < 0 else ""
    said = texts.LATER_AS_RANGE if row["method"] == RANGE else texts.LATER
    return said.say(lang, **given, size=below + size(estimate, d, unit, lang))


def _cannot(named: Named, lang: str | None) -> str:
    if named.unit == texts.POINTS:
        return texts.CANNOT_TELL.say(lang)
    return texts.CANNOT_TELL_OF.say(lang, label=within(named.label.say(lang)))


def _head(label: str) -> str:
    return label[:1].upper() + label[1:]


def within(label: str) -> str:
    """A label inside a sentence: no capital, unless it is an abbreviation."""
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == " " else label


def _told(waves: Waves, answer: Estimate, rule: HouseholdRule, endline: int, lang: str | None, named: Named) -> str:
    """Who stands how much higher or lower than whom, at which visit, with the interval."""
    d, unit, when = digits(answer), named.unit, _at(endline, lang)
    label, interval = within(named.label.say(lang)), _interval(answer, d, unit, lang)
    other, points = texts.COMPARED[decided_by(answer, rule)], waves.unit == "points"
    if answer.method == RANGE:
        said = texts.ANSWER_AS_RANGE_IN_POINTS if points else texts.ANSWER_AS_RANGE
        between, by = _between(answer, d, unit, lang)
        return said.say(lang, when=when, label=label, between=between, other=other, by=by, interval=interval)
    said, much, way = (
        texts.ANSWER_IN_POINTS if points else texts.ANSWER,
        size(answer.estimate, d, unit, lang),
        _way(answer.estimate),
    )
    return said.say(lang, when=when, label=label, size=much, way=way, other=other, interval=interval)


def _at(endline: int, lang: str | None) -> str:
    """At which visit, at the head of a sentence."""
    if endline in (2, 3):
        return _head(visit(endline).say(lang))
    return (texts.AT_ITS_VISIT if endline in texts.VISITS else texts.AT_VISIT).say(lang, visit=visit(endline))


def _way(value: float) -> Text:
    return texts.HIGHER if value > 0 else texts.LOWER


def _between(answer: Estimate, d: int, unit: Text, lang: str | None) -> tuple[str, Text]:
    """The range as two amounts, the smaller first, with both directions where it holds zero; and how it rests on what decided."""
    low, high = answer.range_low, answer.range_high
    if low < 0 < high:
        ends = (texts.WITH_WAY.fill(size=size(v, d, unit, lang), way=_way(v)) for v in (low, high))
        return texts.BETWEEN.say(lang, **dict(zip(("low", "high"), ends, strict=True))), texts.DEPENDING
    near, far = sorted((low, high), key=abs)
    less, more = _end(abs(near), d, unit, lang), size(far, d, unit, lang)
    alike = less == _end(abs(far), d, unit, lang)
    said = texts.WITH_WAY.say(
        lang, size=more if alike else texts.BETWEEN.fill(low=less, high=more), way=_way(high if low + high > 0 else low)
    )
    return said, texts.WHATEVER_DECIDED if alike else texts.DEPENDING


def _worse_alone(waves: Waves, answers: Sequence[Estimate], answer: Estimate) -> bool:
    """Whether the headline says worse while another way of comparing both sides points the other way."""
    good = 1 if waves.better == "higher" else -1
    if answer.estimate * good > 0:
        return False
    beside = [a for a in answers if a.method in ("difference_in_differences", "ancova") and a.runs and not a.headline]
    return any(a.estimate * good > 0 for a in beside)


def lost_sentence(rows: list[dict[str, Any]], lang: str | None) -> str:
    """How many could not be visited again; rows are the two of the wave in the attrition table."""
    if not sum(row["lost"] for row in rows):
        return ""
    assisted, comparison = (row["lost_percent"] for row in rows)
    return texts.NOT_SEEN_AGAIN.say(lang, assisted=assisted, comparison=comparison)
