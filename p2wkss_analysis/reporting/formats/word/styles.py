"""The Word template: page, styles and the look of tables stand in `report.docx`, which is changed in Word and not here."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

TABLE = "P2WKSS Table"
SMALL = " Small"  # after the name of a table's style: the type of a table too wide for the usual one
TEXT_WIDTH = Cm(16.6)  # between the margins of the template's A4 page

_TEMPLATE = Path(__file__).with_name("report.docx")
_IDS: WeakKeyDictionary[Any, dict[str, str | None]] = WeakKeyDictionary()  # of each open file, the styles already looked up


def opened(language: str) -> Any:
    """The template as python-docx reads it, its text in `language` (a tag such as "id-ID")."""
    docx = Document(str(_TEMPLATE))
    for tag in docx.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), language)
    theme = docx.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), language)
    return docx


def put_style(paragraph: Paragraph, name: str) -> None:
    """Give a paragraph its style. python-docx goes through all styles of the file each time, which for the cells of tables took
    longer than all else; here each name is looked up once a file."""
    known = _IDS.setdefault(paragraph.part, {})
    if name not in known:
        known[name] = paragraph.part.get_style_id(name, WD_STYLE_TYPE.PARAGRAPH)
    paragraph._p.style = known[name]
