"""What a map of published figures must say of them: one copy only, to be read with care, years that are not one series."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from ...indicators.published.breaks import crossed
from ...indicators.published.odd import odd, unchecked
from ...indicators.texts.published import SEPARATED
from ...places.areas import short_name
from ...say import Text
from . import texts

_NAMED = 4


def remarks(
    values: Any,
    shapes: pd.DataFrame,
    years: Iterable[int],
    lang: str | None = None,
    compared: Iterable[Sequence[int]] | None = None,
) -> list[str]:
    """Lines below a map of rows of `regency_indicators`; none for any other table.

    shapes : area_code and name of the places drawn; years : those drawn. compared : groups of them, where not all are compared
    with each other.
    """
    if not isinstance(values, pd.DataFrame) or not {"indicator", "method", "area_code", "year", "value"} <= set(values):
        return []
    names, years = dict(zip(shapes["area_code"], shapes["name"], strict=True)), sorted(years)
    rows = values[values["area_code"].isin(names) & values["year"].isin(years)]
    if rows.empty:
        return []
    told: list[Text] = []
    single = int(unchecked(rows).sum())
    if single:
        told.append(texts.ONE_COPY.fill(n=single, all=len(rows)))
    strange: dict[Text, dict[str, None]] = {}
    for code, reason in zip(rows["area_code"], odd(rows), strict=True):
        if reason is not None:
            strange.setdefault(reason, {})[code] = None
    told += [texts.WITH_CARE.fill(places=_some(codes, names), reason=reason) for reason, codes in strange.items()]
    broken: dict[tuple[int, Text], dict[str, None]] = {}
    crossings = [
        crossed(str(name), own["area_code"].unique(), min(group), max(group))
        for name, own in rows.groupby("indicator")
        for group in (compared or [years])
    ]
    for code, one in (item for found in crossings for item in found.items()):
        reason = texts.SEPARATED_LATER.fill(before=one.year - 1) if one.reason == SEPARATED else one.reason
        broken.setdefault((one.year, reason), {})[code] = None
    told += [
        texts.NOT_ONE_SERIES.fill(places=_some(codes, names), year=year, reason=reason)
        for (year, reason), codes in sorted(broken.items(), key=lambda item: item[0][0])
    ]
    return [text.say(lang) for text in told]


def to_be_read_with_care(values: Any) -> set[tuple[str, int]]:
    """Place and year of the odd figures among rows of `regency_indicators`; none for any other table."""
    if not isinstance(values, pd.DataFrame) or not {"indicator", "area_code", "year", "value"} <= set(values):
        return set()
    reasons = odd(values)
    return {
        (str(code), int(year))
        for code, year, reason in zip(values["area_code"], values["year"], reasons, strict=True)
        if reason is not None
    }


def _some(codes: Iterable[str], names: dict[str, str]) -> list[str | Text]:
    found = [short_name(names[code]) for code in codes]
    more = len(found) - _NAMED
    return [*found[:_NAMED], *([texts.OTHERS.fill(n=more)] if more > 0 else [])]
