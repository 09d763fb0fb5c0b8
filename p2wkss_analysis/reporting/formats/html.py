"""The report as one HTML file that asks the network for nothing: style, pictures and text are inside."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from .. import document as doc
from . import texts
from .drawings import data_address
from .numbering import Numbered, contents_word, notice, numbered, word_for
from .printable import printable
from .widths import column_widths, keeps_together

_HERE = Path(__file__).resolve().parent


def to_html(document: doc.Document) -> str:
    """The document as a complete HTML page."""
    document = printable(document)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string((_HERE / "page.html.jinja").read_text(encoding="utf-8"))
    return template.render(
        document=document,
        style=Markup((_HERE / "page.css").read_text(encoding="utf-8")),
        chapters=[(c, [_block(item, document.lang) for item in blocks]) for c, blocks in numbered(document)],
        contents=contents_word(document.lang),
        skip=texts.SKIP.say(document.lang),
        notice=notice(document.lang),
    )


def _block(item: Numbered, lang: str) -> dict:
    """What the template needs of one block; a table is found by its number, whatever the language."""
    block = item.block
    shown: dict[str, Any] = {"kind": type(block).__name__, "block": block}
    if isinstance(block, (doc.Figure, doc.Table)):
        shown |= {"number": f"{word_for(block, lang)} {item.number}", "place": f"table-{item.number}"}
    if isinstance(block, doc.Figure):
        shown |= {"picture": data_address(block.picture), "place": f"figure-{item.number}"}
    if isinstance(block, doc.Photos):
        shown |= {"photos": [(photo_address(jpeg) if jpeg else "", caption) for jpeg, caption in block.items]}
    if isinstance(block, doc.Table):
        widths = column_widths(block, lang)
        shown |= {
            "rows": block.rows(lang),
            "whole": keeps_together(block, lang),
            "widths": [w / sum(widths) for w in widths],
            "wide": sum(widths),
        }
    return shown


def photo_address(jpeg: bytes) -> str:
    """A photo inside the page."""
    return "data:image/jpeg;base64," + base64.b64encode(jpeg).decode("ascii")
