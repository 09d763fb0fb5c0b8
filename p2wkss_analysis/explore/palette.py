"""Colours of the page, taken from the project's pictures so that screen and report agree; all in order of lightness."""

from __future__ import annotations

from ..pictures.style import MISSING, ink_on, ramp

CHANCE_LIMITS = (0.01, 0.1, 0.5, 0.9)  # below 1 %, to 10, to 50, to 90, above
_FIRST = ("#f1f1f1", "#eaacb2", "#d0505f")  # as `map_bivariate`: red with need on the vertical axis
_SECOND = ("#f1f1f1", "#a6cbe3", "#4389c0")  # blue with need on the horizontal axis; the two multiply


def palette() -> dict:
    """Ramps of five for need, chance and figures, and nine colours for two figures at once, with the ink for each."""
    ramps = {"need": ramp("orange", 5), "chance": ramp("purple", 5), "figure": ramp("blue", 5)}
    both = [[_multiplied(a, b) for b in _SECOND] for a in _FIRST]
    shades = {shade for shades in (*ramps.values(), *both) for shade in shades}
    return {
        **{name: list(shades) for name, shades in ramps.items()},
        "both": both,
        "missing": MISSING,
        "ink": {shade: ink_on(shade) for shade in sorted(shades)},
        "chance_limits": list(CHANCE_LIMITS),
    }


def _multiplied(one: str, other: str) -> str:
    pairs = zip((one[1:3], one[3:5], one[5:7]), (other[1:3], other[3:5], other[5:7]), strict=True)
    return "#" + "".join(f"{round(int(a, 16) * int(b, 16) / 241):02x}" for a, b in pairs)
