"""Fields of a Word file: what Word counts itself (page numbers, numbers of captions, the table of contents).

Each carries its result, so that the file reads whole before anything is updated, and none is marked for updating
on opening: Word would ask a frightening question first.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def element(tag: str, /, **attributes: str) -> Any:
    """An XML element such as `w:tab` with attributes of its own namespace."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def field(paragraph: Paragraph, instruction: str, result: str) -> None:
    """Append a field to the paragraph: what is asked, and the answer shown until Word asks again."""
    _open(paragraph, instruction)
    paragraph.add_run(result)
    close(paragraph)


def _open(paragraph: Paragraph, instruction: str) -> None:
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="begin"))
    text = element("w:instrText")
    text.text = f" {instruction} "
    text.set(qn("xml:space"), "preserve")
    paragraph.add_run()._r.append(text)
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="separate"))


def close(paragraph: Paragraph) -> None:
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Put a bookmark around all of a paragraph; names begin with _Toc so that Word treats them as its own."""
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, element("w:bookmarkStart", id=str(number), name=name))
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def contents(docx: Document, title: str, entries: list[tuple[int, str, str]], hint: str) -> None:
    """A table of contents that Word offers to update; entries are (level, text, bookmark) and already links.

    Only Word knows on which page a heading falls. A number guessed here would be wrong on paper, and a file that
    asks Word to update itself opens with a warning about other files. So the entries carry no page numbers until
    the reader updates the table, and `hint` says how: it is part of the field, and gone once that is done.
    """
    block, inside = element("w:sdt"), element("w:sdtContent")
    properties, gallery = element("w:sdtPr"), element("w:docPartObj")
    gallery.append(element("w:docPartGallery", val="Table of Contents"))
    gallery.append(element("w:docPartUnique"))
    properties.append(gallery)
    block.extend([properties, inside])
    lines = [docx.add_paragraph(title, style="TOC Heading")]
    for number, (level, text, name) in enumerate(entries):
        line = docx.add_paragraph(style=f"toc {level}")
        if number == 0:
            _open(line, r'TOC \o "1-2" \h \z \u')
        link = element("w:hyperlink", anchor=name, history="1")
        link.append(line.add_run(text)._r)
        line._p.append(link)
        lines.append(line)
    if entries:
        lines.append(docx.add_paragraph(hint, style="Source"))
        close(lines[-1])
    lines[0]._p.addprevious(block)
    for line in lines:
        inside.append(line._p)
