"""Pictures of the Word report: a PNG every program shows, and beside it the SVG that Word prints sharp.

Hatching, the mark of a missing value on our maps, is an SVG pattern, and Office is not documented to draw patterns;
a missing value must not turn into an empty tile. So a picture with a pattern goes as PNG alone.
"""

from __future__ import annotations

import io
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Emu

from ... import document as doc
from ..drawings import png, svg_paths
from .styles import TEXT_WIDTH

_SVG = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{}"/></a:ext></a:extLst>'
)


def add_picture(docx: Document, figure: doc.Figure, number: int, name: str) -> None:
    """One picture at most as wide as the text and as high as the page, with its alternative text."""
    paragraph = docx.add_paragraph(style="Picture")
    shape = paragraph.add_run().add_picture(io.BytesIO(png(figure.picture)))
    scale = min(1.0, TEXT_WIDTH / shape.width, Cm(figure.tallest) / shape.height)
    shape.width, shape.height = Emu(int(shape.width * scale)), Emu(int(shape.height * scale))
    properties = shape._inline.docPr
    properties.set("name", name)
    properties.set("descr", figure.alt or figure.caption)
    for inner in shape._inline.iter(qn("pic:cNvPr")):
        inner.set("name", name)
        inner.set("id", properties.get("id"))
    drawing = svg_paths(figure.picture)
    if b"<pattern" not in drawing:
        _attach(docx.part, shape, drawing, number)


def _attach(document_part: Any, shape: Any, drawing: bytes, number: int) -> None:
    part = Part(PackURI(f"/word/media/drawing{number}.svg"), "image/svg+xml", drawing, document_part.package)
    relation = document_part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    blip = next(shape._inline.iter(qn("a:blip")))
    blip.append(parse_xml(_SVG.format(relation)))
