"""A picture that carries the table it was drawn from, and a page laid out in inches so that nothing overlaps."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

import matplotlib
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text as DrawnText

from ..identity.hidden import mask
from ..say import Text
from ..say.harmless import one_line, short
from ..say.spoken import spoken
from . import style

WIDTH = 6.3  # inches: 16 cm, the text width of an A4 page
_MARGIN = 0.08
_POINT = 1 / 72
_SCREEN = 110  # dots an inch of paper in a notebook
_LINE_MOST = 160  # characters of a line of text: more than a page is wide
_FONTS = "'DejaVu Sans', Verdana, 'Bitstream Vera Sans', sans-serif"  # Verdana has nearly the same widths


class Picture(Figure):
    """A matplotlib Figure made without pyplot: `savefig` writes PNG, SVG, PDF; a notebook shows it as it is.

    `.table()` is what was drawn, rounded as drawn; `.sentence(lang)` says in words what it shows, for a
    caption or the alternative text of a web page.
    """

    def __init__(self, width: float, height: float):
        super().__init__(figsize=(width, height), facecolor="white")
        self._table, self._says = pd.DataFrame(), Text("", "")
        self.unit = ""

    def carry(self, table: pd.DataFrame, says: Text, *, unit: str = "") -> Picture:
        """Attach the table drawn, what the picture says and the unit of its values as the picture writes it; returns the picture
        itself."""
        self._table, self.unit = table.reset_index(drop=True), unit
        self._says = Text(mask(says.say("id")), mask(says.say("en")))
        return self

    def table(self) -> pd.DataFrame:
        """What was drawn, one row a place (and year), rounded as drawn."""
        return self._table.copy()

    def sentence(self, lang: str | None = None) -> str:
        """What the picture shows, in `lang`."""
        return self._says.say(lang)

    def draw(self, renderer: Any) -> None:
        """Draws. Whatever the format, texts pass here: `$` is a dollar and no formula, no sign that the font lacks is drawn,
        and no number of an identity or family card is shown.

        Before a picture is cropped, matplotlib draws it once with a renderer that draws nothing, for layouts that move with
        their content. Pages here are laid out in inches, so this pass is skipped."""
        if _draws_nothing(renderer) and self.get_layout_engine() is None:
            for axes in self.axes:
                axes.get_xlim()  # settles limits that are still to be found from the data
            return
        with self._plain_texts():
            super().draw(renderer)

    def get_tightbbox(self, *given: Any, **named: Any) -> Any:
        """As of a matplotlib Figure, of what is drawn."""
        with self._plain_texts():
            return super().get_tightbbox(*given, **named)

    def _plain_texts(self) -> AbstractContextManager[None]:
        for text in _texts(self):
            text.set_parse_math(False)
            text.set_text(_plain(text.get_text()))
        return matplotlib.rc_context({"text.parse_math": False})  # for ticks, which are made while it is drawn

    @spoken
    def svg(self, lang: str | None = None) -> str:
        """The picture as one `<svg>` element for a page: text stays text, no address is fetched, and the
        sentence in `lang` is its alternative text. The same picture gives the same letters every time."""
        buffer = io.StringIO()
        none = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": "p2wkss"}):
            self.savefig(buffer, format="svg", metadata=none)
        drawing = buffer.getvalue()
        drawing = drawing[drawing.index("<svg") :].replace("'DejaVu Sans'", _FONTS)
        drawing = re.sub(r'<g id="[^"]*">', "<g>", drawing)  # or two pictures on one page would share names
        alternative = escape(one_line(self.sentence(lang)))
        head, body = drawing.split(">", 1)
        look = 'style="max-width:100%;height:auto" role="img"'
        return f'{head} {look} aria-label="{alternative}"><title>{alternative}</title>{body}'

    def __repr__(self) -> str:
        return f"<Picture: {self.sentence()}>"

    def _repr_png_(self) -> tuple[bytes, dict]:
        """For a notebook: as wide as a page reads, with two dots a point for fine screens, in 256 colours to stay small."""
        from PIL import Image

        buffer, small = io.BytesIO(), io.BytesIO()
        self.savefig(buffer, format="png", dpi=2 * _SCREEN)
        drawn = Image.open(buffer).convert("RGB")
        drawn.quantize(256, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
        return small.getvalue(), {"width": drawn.width // 2, "height": drawn.height // 2}


def _draws_nothing(renderer: Any) -> bool:
    """Whether matplotlib has covered the methods that draw with empty ones. Where it comes to do so in another way, a picture
    is drawn twice and looks the same."""
    return hasattr(renderer.draw_path, "__wrapped__")


def _texts(artist: Any) -> Iterator[DrawnText]:
    """Every text that is drawn; of axes that are switched off the ticks are not, and they are many."""
    if isinstance(artist, DrawnText):
        yield artist
    hidden = (artist.xaxis, artist.yaxis) if isinstance(artist, Axes) and not artist.axison else ()
    for child in artist.get_children():
        if child not in hidden:
            yield from _texts(child)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """A text as a picture may show it."""
    return "\n".join(short(line, _LINE_MOST) for line in style.drawable(mask(text)).split("\n"))


@dataclass(frozen=True)
class Entry:
    """One line of a legend: its text and a swatch (face colour, optional hatch) or a marker; `bare` has
    neither."""

    text: str
    face: str = "none"
    hatch: str = ""
    marker: str = ""
    edge: str = style.MUTED
    bare: bool = False


@dataclass(frozen=True)
class Block:
    """A heading, its legend entries, and a lighter remark beside the heading."""

    heading: str
    entries: tuple[Entry, ...]
    aside: str = ""


def page(
    *,
    title: str,
    notes: Sequence[str],
    body: float,
    legend: Sequence[Block] = (),
    below: Sequence[Block] = (),
    inset: tuple[float, float] = (0.0, 0.0),
    notice: str = "",
    width: float = WIDTH,
) -> tuple[Picture, tuple[float, float, float, float]]:
    """A picture with title above, legend and notes below, and between them a free body of `body` inches.

    Returns the picture and the body's box (left, bottom, width, height) in fractions, for `add_axes`. With
    `inset` (width and height in inches) the legend leaves that much free at its right, at the top under the
    body; blocks `below` come under both, at full width. A `notice` stands above everything, white on red.
    """
    inner = width - 2 * _MARGIN
    beside = inner - inset[0] - (0.15 if inset[0] else 0.0)
    titles = style.wrap(title, inner / _POINT, style.TITLE, bold=True, most=4)
    small = [line for note in notes for line in style.wrap(note, inner / _POINT, style.NOTE)]
    title_height = len(titles) * style.TITLE * 1.25 * _POINT + 0.06
    legend_height = max(sum(_block_height(block, beside) for block in legend), inset[1])
    below_height = sum(_block_height(block, inner) for block in below)
    notes_height = len(small) * style.NOTE * 1.3 * _POINT + (0.06 if small else 0)
    strip = 0.28 if notice else 0.0
    height = 2 * _MARGIN + strip + title_height + body + legend_height + below_height + notes_height
    picture = Picture(width, height)
    top = height - _MARGIN - strip
    if notice:
        _draw_notice(picture, notice)
    for i, line in enumerate(titles):
        picture.text(
            _MARGIN / width,
            (top - i * style.TITLE * 1.25 * _POINT) / height,
            line,
            size=style.TITLE,
            weight="bold",
            color=style.INK,
            va="top",
            ha="left",
        )
    y = top - title_height - body
    for block in legend:
        _draw_block(picture, block, y, beside)
        y -= _block_height(block, beside)
    y = top - title_height - body - legend_height
    for block in below:
        _draw_block(picture, block, y, inner)
        y -= _block_height(block, inner)
    for i, line in enumerate(small):
        picture.text(
            _MARGIN / width,
            (y - 0.06 - i * style.NOTE * 1.3 * _POINT) / height,
            line,
            size=style.NOTE,
            color=style.MUTED,
            va="top",
            ha="left",
        )
    bottom = top - title_height - body
    return picture, (_MARGIN / width, bottom / height, inner / width, body / height)


def _draw_notice(picture: Picture, notice: str) -> None:
    """The notice over the whole width, at the upper edge."""
    from matplotlib.patches import Rectangle

    deep = 0.24 / picture.get_size_inches()[1]
    picture.add_artist(Rectangle((0, 1 - deep), 1, deep, fc=style.ALARM, ec="none"))
    picture.text(0.5, 1 - deep / 2, notice, size=style.SUBTITLE, weight="bold", color="white", ha="center", va="center")


_LINE = style.BODY * 1.5 * _POINT
_SWATCH = 0.22  # inches wide
_PAD = 0.07


def _swatch(block: Block) -> float:
    """Inches before the texts of a block."""
    return 0.0 if all(entry.bare for entry in block.entries) else _SWATCH + _PAD


def _columns(block: Block, inner: float) -> tuple[int, float]:
    widest = max((style.text_size(e.text) for e in block.entries), default=0) * style.BODY * _POINT
    cell = min(_swatch(block) + widest + 0.18, inner)
    n = max(1, min(len(block.entries), int(inner / cell)))
    rows = -(-len(block.entries) // n)
    return -(-len(block.entries) // rows), cell


def _block_height(block: Block, inner: float) -> float:
    columns, _ = _columns(block, inner)
    return (len(_heading(block, inner)) + -(-len(block.entries) // columns)) * _LINE + 0.06


def _heading(block: Block, inner: float) -> list[tuple[str, str]]:
    """Lines of (bold, light) text: the remark stands beside the heading where both fit on one line."""
    room = inner / _POINT
    bold = [(line, "") for line in style.wrap(block.heading, room, style.BODY, bold=True)]
    light = style.wrap(block.aside, room, style.NOTE)
    width = style.text_size(block.heading, bold=True) * style.BODY + style.text_size(block.aside) * style.NOTE
    if len(bold) == 1 and len(light) == 1 and width + 10 <= room:
        return [(block.heading, block.aside)]
    return bold + [("", line) for line in light]


def _draw_block(picture: Picture, block: Block, y: float, inner: float) -> None:
    """Draws a block downwards from `y` inches."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle

    width, height = picture.get_size_inches()
    columns, cell = _columns(block, inner)
    rows = -(-len(block.entries) // columns)
    for bold, light in _heading(block, inner):
        picture.text(
            _MARGIN / width,
            (y - _LINE / 2) / height,
            bold,
            size=style.BODY,
            weight="bold",
            color=style.INK,
            va="center_baseline",
            ha="left",
        )
        after = style.text_size(bold, bold=True) * style.BODY * _POINT + 0.1 if bold else 0
        picture.text(
            (_MARGIN + after) / width,
            (y - _LINE / 2) / height,
            light,
            size=style.NOTE,
            color=style.MUTED,
            va="center_baseline",
            ha="left",
        )
        y -= _LINE
    for i, entry in enumerate(block.entries):
        column, row = divmod(i, rows)  # downwards first, as classes are read
        x, middle = _MARGIN + column * cell, y - (row + 0.5) * _LINE
        if entry.bare:
            pass
        elif entry.marker:
            picture.add_artist(
                Line2D(
                    [(x + _SWATCH / 2) / width],
                    [middle / height],
                    marker=entry.marker,
                    ls="",
                    mfc=entry.face,
                    mec=entry.edge,
                    ms=6,
                )
            )
        else:
            box = dict(xy=(x / width, (middle - 0.055) / height), width=_SWATCH / width, height=0.11 / height)
            hatched = entry.hatch != ""
            picture.add_artist(
                Rectangle(
                    **box,
                    fc=entry.face,
                    ec=style.MISSING if hatched else "none",
                    hatch=entry.hatch or None,
                    lw=0,
                )
            )
            picture.add_artist(Rectangle(**box, fc="none", ec=entry.edge, lw=1.6 if entry.edge == style.INK else 0.5))
        picture.text(
            (x + _swatch(block)) / width,
            middle / height,
            style.fit(entry.text, (inner - _swatch(block)) / _POINT, style.BODY),
            size=style.BODY,
            color=style.INK,
            va="center_baseline",
            ha="left",
        )
