"""How pictures look: colours that survive colour-blind eyes and a grey copier, text sizes, the missing pattern.

Ramps are matplotlib's ColorBrewer maps (Harrower and Brewer 2003, doi:10.1179/000870403235002042), cut at
equal steps of CIE lightness, so that the order of classes is the order of grey.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import matplotlib
import numpy as np
from matplotlib.colors import to_hex, to_rgb
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import LoadFlags

from ..identity.hidden import mask
from ..say.harmless import shown

INK = "#1f2328"
MUTED = "#57606a"
EDGE = "#ffffff"  # between places
OUTLINE = "#1f2328"  # around parents
MISSING = "#aab2bb"  # strokes of the missing pattern, on white
SITE = "#0b0b0b"
ALARM = "#8c1d18"  # under the notice of synthetic data
HATCH = "////"
RAMPS = {"orange": "YlOrBr", "blue": "YlGnBu", "purple": "BuPu", "green": "YlGn", "red": "Reds"}
TITLE, SUBTITLE, BODY, NOTE = 11.5, 8.5, 8.0, 6.8  # points
LABEL_MOST, LABEL_LEAST = 7.5, 4.6  # names on places, points
_LIGHT, _DARK = 93.0, 30.0  # CIE L* of the first and the last class


def lightness(colour: Any) -> float:
    """CIE 1976 L* (0 black to 100 white) of a colour, which is what a grey print keeps.

    >>> round(lightness("white"), 1), round(lightness("black"), 1)
    (100.0, 0.0)
    """
    y = _luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def contrast(one: Any, other: Any) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance); text wants 4.5 or more.

    >>> round(contrast("white", "black"), 1)
    21.0
    """
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def ink_on(colour: Any) -> str:
    """Text colour readable on `colour`: the ink, or where its contrast is below 4.5 black or white.

    >>> ink_on("white") == INK, ink_on("#22334d")
    (True, '#ffffff')
    """
    if contrast(colour, INK) >= 4.5:
        return INK
    return max(("#ffffff", "#000000"), key=lambda ink: contrast(colour, ink))


@lru_cache(maxsize=64)
def ramp(name: str, n: int) -> tuple[str, ...]:
    """`n` colours from light to dark in equal steps of lightness; `name` is a key of `RAMPS`.

    >>> shades = ramp("orange", 5)
    >>> len(shades), all(lightness(a) > lightness(b) for a, b in zip(shades, shades[1:]))
    (5, True)
    """
    dense = matplotlib.colormaps[RAMPS[name]](np.linspace(0, 1, 512))
    grey = np.array([lightness(c[:3]) for c in dense])
    wanted = np.linspace(_LIGHT, _DARK, n) if n > 1 else np.array([70.0])
    return tuple(to_hex(dense[np.argmin(np.abs(grey - level))]) for level in wanted)


def text_size(text: str, bold: bool = False) -> float:
    """Width of a line of `text` as a multiple of its font size (DejaVu Sans, which matplotlib carries).

    >>> text_size("mm") > text_size("ii")
    True
    """
    return sum(_advance(character, bold) for character in drawable(text).replace("\n", " "))


@lru_cache(maxsize=4096)
def _advance(character: str, bold: bool) -> float:
    font = get_font(findfont(FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal")))
    font.set_size(100, 72)
    return font.load_char(ord(character), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / 100


def drawable(text: str) -> str:
    """The text as a picture can show it: harmless, with a box for every letter that DejaVu Sans lacks.

    >>> drawable("Depok 中")
    'Depok □'
    """
    return "".join(map(_drawable, mask(shown(text)).expandtabs(2)))


@lru_cache(maxsize=4096)
def _drawable(character: str) -> str:
    font = get_font(findfont(FontProperties(family="DejaVu Sans")))
    return character if character == "\n" or font.get_char_index(ord(character)) else "□"


def wrap(text: str, width: float, size: float, bold: bool = False, most: int = 8) -> list[str]:
    """`text` broken between words into lines of at most `width` points at font size `size`; a word that is longer is broken
    itself, and what does not fit into `most` lines becomes an ellipsis.

    >>> wrap("satu dua tiga", 40, 10), wrap("satu dua tiga", 40, 10, most=2)
    (['satu', 'dua', 'tiga'], ['satu', 'dua…'])
    """
    room, lines = width / size, [""]
    for word in drawable(text).split():
        trial = f"{lines[-1]} {word}".lstrip()
        if text_size(trial, bold) <= room:
            lines[-1] = trial
            continue
        lines += [word] if lines[-1] else []
        lines[-1] = word
        while len(lines) <= most and text_size(lines[-1], bold) > room and len(lines[-1]) > 1:
            cut = _that_fit(lines[-1], room, bold)
            lines[-1:] = [lines[-1][:cut], lines[-1][cut:]]
        if len(lines) > most:
            return [*lines[: most - 1], _ended(lines[most - 1], room, bold)]
    return lines if lines[0] else []


def fit(text: str, width: float, size: float, bold: bool = False) -> str:
    """`text` on one line of at most `width` points, with an ellipsis where it is longer."""
    return "".join(wrap(text, width, size, bold, most=1))


def _that_fit(text: str, room: float, bold: bool) -> int:
    """How many characters of a text fit into the room; one at least."""
    used = np.cumsum([_advance(character, bold) for character in text[:1000]])
    return max(1, int(np.searchsorted(used, room, side="right")))


def _ended(line: str, room: float, bold: bool) -> str:
    """The line with an ellipsis at its end, shortened until it fits."""
    return line[: _that_fit(line, room - text_size("…", bold), bold)].rstrip() + "…"


def _luminance(colour: Any) -> float:
    channels = np.array(to_rgb(colour))
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))
