"""The report as PDF pages, set by Typst: no browser, no system library, no system font, nothing from the network."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Literal

import typst

from ...pictures.photos import size_of
from .. import document as doc
from .drawings import fonts, svg_text
from .html import photo_address
from .numbering import Numbered, contents_word, language_tag, notice, numbered, page_words, word_for
from .printable import printable
from .widths import column_widths, keeps_together, type_size

_TEMPLATE = Path(__file__).resolve().parent / "page.typ"
_WIDTH = 16.6  # cm that a picture may take
_INCH = 2.54
_LONG = re.compile(r"\S{30}(?=\S)")  # characters of the title on one line
_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)pt" height="([\d.]+)pt"')


def to_pdf(document: doc.Document) -> bytes:
    """The document as a tagged PDF (PDF/UA-1, ISO 14289-1: readable aloud, with language and alternative texts).

    The same document gives the same bytes: only fonts that come with the packages are used, and no date is written.
    """
    return set_pages(_TEMPLATE, _content(printable(document)))


def set_pages(template: Path, content: dict[str, Any]) -> bytes:
    """Plain data as pages, by a Typst template that reads them as `report`."""
    data = json.dumps(_breakable(content), ensure_ascii=False)
    try:
        return _compile(template, data, "ua-1")
    except typst.TypstError:  # letters none of the fonts has, or drawn together as one: the standard forbids them
        return _compile(template, data, None)


def _breakable(thing: Any) -> Any:
    """The same content; a word longer than a line of the title may be broken, where Typst would let it leave the page."""
    if isinstance(thing, dict):
        return {name: value if name in ("svg", "photos") else _breakable(value) for name, value in thing.items()}
    if isinstance(thing, (list, tuple)):
        return [_breakable(item) for item in thing]
    return _LONG.sub("\\g<0>\u200b", thing) if isinstance(thing, str) else thing


def _compile(template: Path, content: str, standard: Literal["ua-1"] | None) -> bytes:
    return typst.compile(  # type: ignore[misc]  # its stub wants the template and the folders of fonts to be of one type
        template.read_bytes(),
        sys_inputs={"report": content},
        font_paths=[str(fonts())],
        ignore_system_fonts=True,
        pdf_standards=standard,
        timestamp=0,
    )


def _content(document: doc.Document) -> dict:
    """The document as plain data: what the template reads."""
    lang, region = language_tag(document.lang).split("-")
    page, of = page_words(document.lang)
    return {
        "lang": lang,
        "region": region,
        "title": document.title,
        "subtitle": document.subtitle,
        "dateline": document.dateline,
        "contents": contents_word(document.lang),
        "page": page,
        "of": of,
        "notice": notice(document.lang) if document.synthetic else None,
        "chapters": [
            {"title": chapter.title, "page": chapter.page, "blocks": [_block(item, document.lang) for item in blocks]}
            for chapter, blocks in numbered(document)
        ],
    }


def _block(item: Numbered, lang: str) -> dict:
    block = item.block
    shown: dict[str, Any] = {"kind": type(block).__name__}
    if isinstance(block, doc.Figure):
        return shown | _figure(block, lang)
    if isinstance(block, doc.Table):
        return shown | _table(block, lang)
    if isinstance(block, doc.Photos):
        return shown | {"photos": [(_photo(jpeg) if jpeg else None, caption) for jpeg, caption in block.items]}
    return shown | vars(block)


def _photo(jpeg: bytes) -> str:
    """A photo as the template can take it, which reads text alone: an SVG with the JPEG inside."""
    width, height = size_of(jpeg)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    return f'{head}<image width="{width}" height="{height}" href="{photo_address(jpeg)}"/></svg>'


def _figure(figure: doc.Figure, lang: str) -> dict:
    drawing = svg_text(figure.picture, lang)
    size = _SIZE.search(drawing)
    assert size is not None, "matplotlib writes width and height in points"
    width, height = (float(points) / 72 * _INCH for points in size.groups())
    scale = min(1.0, _WIDTH / width, figure.tallest / height)
    return {
        "svg": drawing,
        "width": width * scale,
        "alt": figure.alt or figure.caption,
        "word": word_for(figure, lang),
        "caption": figure.caption,
        "source": figure.source,
    }


def _table(table: doc.Table, lang: str) -> dict:
    return {
        "word": word_for(table, lang),
        "caption": table.caption,
        "note": table.note,
        "source": table.source,
        "header": [c.label for c in table.columns],
        "rows": table.rows(lang),
        "widths": column_widths(table, lang),
        "whole": keeps_together(table, lang),
        "size": type_size(table, lang),
        "figures": [c.kind != "text" for c in table.columns],
    }
