"""Numbers of any size in a sentence: as many decimals as their uncertainty deserves, powers of ten where needed."""

from __future__ import annotations

import math

from ..say import Text, number, signed

_MOST_DECIMALS, _HUGE = 9, 1e15
_THOUSANDS = 10_000.0  # from this uncertainty on, figures are told to the nearest thousand


def decimals(size: float) -> int:
    """Decimals with which `size`, a standard error or an estimate, shows two figures; 2 where it tells nothing, -3
    (thousands) where it is ten thousand or more.

    >>> decimals(0.032), decimals(4.1), decimals(250.0), decimals(3e-10), decimals(255_000.0)
    (3, 1, 0, 11, -3)
    """
    if not (math.isfinite(size) and size > 0):
        return 2
    if size >= _THOUSANDS:
        return -3
    return max(0, 1 - math.floor(math.log10(size)))


def figure(value: float, digits: int, lang: str | None = None, sign: bool = False) -> str:
    """A number with `digits` decimals, with its sign where asked; very small and very large ones as powers of ten.

    >>> figure(0.0123, 3, "id"), figure(3.1e-10, 11, "id"), figure(-4.4e-9, 10, "en", sign=True)
    ('0,012', '3,1 × 10^−10', '−4.4 × 10^−9')
    """
    write = signed if sign else number
    tiny, huge = digits > _MOST_DECIMALS, abs(value) >= _HUGE
    if not math.isfinite(value) or not (tiny or huge):
        return write(value, digits, lang)
    if value == 0:
        return write(0.0, 0, lang)
    power = math.floor(math.log10(abs(value)))
    kept = 1 if huge else max(digits + power, 0)
    return f"{write(value / 10.0**power, kept, lang)} × 10^{number(power, 0, lang)}"


def written(value: float, digits: int, sign: bool = False) -> Text:
    """`figure` in both languages, to stand in a text."""
    return Text(figure(value, digits, "id", sign), figure(value, digits, "en", sign))
