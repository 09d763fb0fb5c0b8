"""A paper of one page as PDF, from the same blocks as the Word file; head and foot are those of the Word template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph

from ..reporting import document as doc
from ..reporting.formats.numbering import language_tag, notice, page_words
from ..reporting.formats.pdf import set_pages
from ..reporting.formats.widths import column_widths, type_size
from .paper import Note, Paper, Rows, Signatures, Title, clean, parts
from .word import BODY, filled

_TEMPLATE = Path(__file__).with_name("letter.typ")
_LETTER = 10.5  # points, where a template does not say how large its type is
_PICTURES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"}


def to_pdf(paper: Paper, template: Path) -> bytes:
    """The paper as a tagged PDF; its type is made smaller until it stands on one page. The same paper gives the same bytes."""
    lang, region = language_tag(paper.lang).split("-")
    page, of = page_words(paper.lang)
    above, below = _around(paper, template)
    content = {
        "lang": lang,
        "region": region,
        "title": clean(paper.title),
        "page": page,
        "of": of,
        "notice": notice(paper.lang) if paper.synthetic else None,
        "remark": clean(paper.remark),
        "above": above,
        "below": below,
        "blocks": [_block(block, paper.lang) for block in paper.blocks],
    }
    return set_pages(_TEMPLATE, content)


# --- blocks -----------------------------------------------------------------------------------------------


def _block(block: doc.Block, lang: str) -> dict[str, Any]:
    shown: dict[str, Any] = {"kind": type(block).__name__}
    if isinstance(block, Title):
        return shown | {"lines": [parts(line) for line in block.lines]}
    if isinstance(block, Rows):
        rows = [(parts(word), parts(f": {text}" if block.colon and word else text)) for word, text in block.rows]
        return shown | {"rows": rows, "width": block.width, "ruled": block.ruled}
    if isinstance(block, Signatures):
        people = block.people if len(block.people) > 1 else (((), ()), *block.people)
        return shown | {"people": [[[parts(line) for line in lines] for lines in person] for person in people]}
    if isinstance(block, doc.Table):
        return shown | {
            "caption": parts(block.caption),
            "note": parts(" ".join(filter(None, (block.note, block.source)))),
            "header": [clean(c.label) for c in block.columns],
            "rows": [[parts(cell) for cell in row] for row in block.rows(lang)],
            "widths": column_widths(block, lang),
            "size": type_size(block, lang),
            "figures": [c.kind != "text" for c in block.columns],
        }
    if isinstance(block, doc.Points):
        return shown | {"items": [parts(item) for item in block.items]}
    if isinstance(block, doc.Caution):
        return shown | {"text": parts(f"{block.title} {block.text}".strip())}
    if isinstance(block, doc.Section):
        return shown | {"text": parts(block.title)}
    if isinstance(block, (Note, doc.Paragraph)):
        return shown | {"text": parts(block.text)}
    raise TypeError(shown["kind"])  # a form to fill in by hand is no PDF


# --- what the Word template has around the text ------------------------------------------------------------


def _around(paper: Paper, template: Path) -> tuple[list[list[dict]], list[list[dict]]]:
    """Rows of cells above and below the paragraph {{body}}: text with its size and place, and pictures such as an emblem."""
    docx, _ = filled(paper, template)
    rows: list[list[dict]] = [[_cell([p], 1)] for p in docx.sections[0].header.paragraphs if _lines([p])]
    sides: list[list[list[dict]]] = [rows, []]
    for child in docx.element.body:
        if child.tag == qn("w:tbl"):
            for row in DocxTable(child, docx).rows:
                sides[0].append([_cell(cell.paragraphs, cell.width or 1) for cell in row.cells])
        elif child.tag == qn("w:p"):
            paragraph = DocxParagraph(child, docx._body)
            if paragraph.text.strip() == BODY:
                sides = sides[1:]
            elif _lines([paragraph]):
                sides[0].append([_cell([paragraph], 1)])
    return rows, sides[-1] if len(sides) == 1 else []


def _cell(paragraphs: list[DocxParagraph], width: int) -> dict[str, Any]:
    return {"width": int(width), "lines": _lines(paragraphs)}


def _lines(paragraphs: list[DocxParagraph]) -> list[dict[str, Any]]:
    out = []
    for p in paragraphs:
        pictures = [found for blip in p._p.iter(qn("a:blip")) if (found := _picture(p, blip))]
        if p.text.strip() or pictures:
            chain = _styles(p)
            size = next((s.font.size.pt for s in chain if s.font.size), _LETTER)
            bold = next((s.font.bold for s in chain if s.font.bold is not None), False)
            place = next((a for a in (p.alignment, *(s.paragraph_format.alignment for s in chain)) if a is not None), 0)
            run = next((r for r in p.runs if r.text.strip()), None)
            if run is not None:
                size, bold = (run.font.size.pt if run.font.size else size), bold if run.font.bold is None else run.font.bold
            out.append({"text": parts(p.text), "size": size, "bold": bool(bold), "place": int(place), "pictures": pictures})
    return out


def _styles(paragraph: DocxParagraph) -> list[Any]:
    """The style of a paragraph and those it is based on."""
    chain, style = [], paragraph.style
    while style is not None:
        chain.append(style)
        style = style.base_style
    return chain


def _picture(paragraph: DocxParagraph, blip: Any) -> dict[str, Any] | None:
    """A picture of the template, with its width in points; None for one of a kind that PDF pages cannot hold."""
    part = paragraph.part.related_parts.get(blip.get(qn("r:embed")))
    kind = _PICTURES.get(getattr(part, "content_type", ""))
    if kind is None:
        return None
    extent = next(paragraph._p.iter(qn("wp:extent")), None)
    wide = int(extent.get("cx")) / 12700 if extent is not None else 60.0
    return {"format": kind, "width": wide, "data": list(part.blob)}
