"""The report as one HTML file that asks the network for nothing: style, pictures and text are inside."""

from __future__ import annotations

import base64
import io
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from ..language import pick
from . import document as doc

_HERE = Path(__file__).resolve().parent


def to_html(document: doc.Document) -> str:
    """The document as a complete HTML page."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string((_HERE / "page.html.jinja").read_text(encoding="utf-8"))
    counter = _Counter(document.lang)
    return template.render(
        document=document,
        style=Markup((_HERE / "page.css").read_text(encoding="utf-8")),
        chapters=[(c, [_block(b, counter) for b in c.blocks]) for c in document.chapters],
        contents=pick(document.lang, id="Isi", en="Contents"),
        notice=pick(document.lang, id="DATA SINTETIS: bukan keadaan sebenarnya", en="SYNTHETIC DATA: not the real situation"),
    )


class _Counter:
    """Numbers pictures and tables through the whole document."""

    def __init__(self, lang: str):
        self.lang, self.figures, self.tables = lang, 0, 0

    def figure(self) -> str:
        self.figures += 1
        return pick(self.lang, id="Gambar", en="Figure") + f" {self.figures}"

    def table(self) -> str:
        self.tables += 1
        return pick(self.lang, id="Tabel", en="Table") + f" {self.tables}"


def _block(block, counter: _Counter) -> dict:
    """What the template needs of one block."""
    shown = {"kind": type(block).__name__, "block": block}
    if isinstance(block, doc.Figure):
        shown |= {"number": counter.figure(), "picture": _data_address(block.picture)}
    if isinstance(block, doc.Table):
        shown |= {"number": counter.table(), "rows": block.rows(counter.lang)}
    return shown


def _data_address(picture) -> str:
    """A matplotlib Figure as an SVG inside the page. Fixed salt and no date: the same data, the same file."""
    import matplotlib

    buffer = io.BytesIO()
    with matplotlib.rc_context({"svg.hashsalt": "p2wkss", "svg.fonttype": "path"}):
        picture.savefig(buffer, format="svg", bbox_inches="tight", metadata={"Date": None, "Creator": None})
    return "data:image/svg+xml;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")
