"""The report as a Word file: named styles, numbered captions, contents, editable tables, alternative texts."""

from __future__ import annotations

import io

from docx.enum.text import WD_TAB_ALIGNMENT

from ....say.harmless import PROPERTY, short
from ... import document as doc
from ..numbering import Numbered, contents_hint, contents_word, language_tag, notice, numbered, page_words, word_for
from ..printable import printable
from ..steady import steady
from .fields import bookmark, contents, field
from .pictures import add_picture
from .styles import TEXT_WIDTH, opened
from .tables import add_key_figures, add_table


def to_docx(document: doc.Document) -> bytes:
    """The document as a .docx file. The same document gives the same bytes: no time of making is written."""
    document = printable(document)
    docx = opened(language_tag(document.lang))
    _properties(docx, document)
    _head_and_foot(docx, document)
    docx.add_paragraph(document.dateline, style="Dateline")
    docx.add_paragraph(document.title, style="Title")
    docx.add_paragraph(document.subtitle, style="Subtitle")
    chapters = numbered(document)
    headings = _headings(chapters)
    contents(docx, contents_word(document.lang), headings, contents_hint(document.lang))
    marks = iter(enumerate(name for _, _, name in headings))
    for number, (chapter, blocks) in enumerate(chapters, 1):
        _heading(docx, f"{number}  {chapter.title}", 1, marks)
        for item in blocks:
            if isinstance(item.block, doc.Section):
                _heading(docx, item.block.title, 2, marks)
            else:
                _WRITERS[type(item.block)](docx, item, document.lang)
    out = io.BytesIO()
    docx.save(out)
    return steady(out.getvalue())


def _properties(docx, document: doc.Document) -> None:
    properties = docx.core_properties
    properties.title, properties.subject = short(document.title, PROPERTY), short(document.subtitle, PROPERTY)
    properties.language, properties.author, properties.comments = language_tag(document.lang), "", ""
    properties.keywords = notice(document.lang) if document.synthetic else ""


def _head_and_foot(docx, document: doc.Document) -> None:
    """Title above, page of pages below; the synthetic notice stands on every page because the header does."""
    section = docx.sections[0]
    section.header.paragraphs[0].text = document.title
    if document.synthetic:
        section.header.add_paragraph(notice(document.lang), style="Synthetic")
    foot = section.footer.paragraphs[0]
    stops = foot.paragraph_format.tab_stops
    stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    for old in docx.styles["Footer"].paragraph_format.tab_stops:
        stops.add_tab_stop(old.position, WD_TAB_ALIGNMENT.CLEAR)
    page, of = page_words(document.lang)
    foot.add_run(f"{document.dateline}\t{page} ")
    field(foot, "PAGE", "1")
    foot.add_run(f" {of} ")
    field(foot, "NUMPAGES", "1")


def _headings(chapters) -> list[tuple[int, str, str]]:
    """(level, text, bookmark) of every heading in order."""
    found = []
    for number, (chapter, blocks) in enumerate(chapters, 1):
        found.append((1, f"{number}  {chapter.title}"))
        found += [(2, item.block.title) for item in blocks if isinstance(item.block, doc.Section)]
    return [(level, text, f"_Toc{100000 + i}") for i, (level, text) in enumerate(found)]


def _heading(docx, text: str, level: int, marks) -> None:
    number, name = next(marks)
    bookmark(docx.add_paragraph(text, style=f"Heading {level}"), name, number)


def _paragraph(docx, item: Numbered, lang: str) -> None:
    docx.add_paragraph(item.block.text)


def _finding(docx, item: Numbered, lang: str) -> None:
    docx.add_paragraph(item.block.text, style="Finding")


def _caution(docx, item: Numbered, lang: str) -> None:
    paragraph = docx.add_paragraph(style="Caution")
    if item.block.title:
        paragraph.add_run(item.block.title + " ").bold = True
    paragraph.add_run(item.block.text)


def _points(docx, item: Numbered, lang: str) -> None:
    for text in item.block.items:
        docx.add_paragraph(text, style="List Bullet")


def _key_figures(docx, item: Numbered, lang: str) -> None:
    add_key_figures(docx, item.block)


def _figure(docx, item: Numbered, lang: str) -> None:
    figure = item.block
    add_picture(docx, figure, item.number, f"{word_for(figure, lang)} {item.number}")
    _caption(docx, item, lang)
    if figure.source:
        docx.add_paragraph(figure.source, style="Source")


def _table(docx, item: Numbered, lang: str) -> None:
    table = item.block
    _caption(docx, item, lang).paragraph_format.keep_with_next = True
    add_table(docx, table, lang)
    for text in filter(None, (table.note, table.source)):
        docx.add_paragraph(text, style="Source")
    if not (table.note or table.source):
        docx.add_paragraph(style="Source")


def _caption(docx, item: Numbered, lang: str):
    """ "Table 3. What it shows": the number is Word's own sequence, so that a table added by hand is counted."""
    paragraph = docx.add_paragraph(style="Caption")
    word = word_for(item.block, lang)
    before = len(paragraph.runs)
    paragraph.add_run(f"{word} ")
    field(paragraph, f"SEQ {word} \\* ARABIC", str(item.number))
    paragraph.add_run(".")
    for run in paragraph.runs[before:]:
        run.bold = True
    paragraph.add_run(f" {item.block.caption}")
    if isinstance(item.block, doc.Figure) and item.block.source:
        paragraph.paragraph_format.keep_with_next = True
    return paragraph


_WRITERS = {
    doc.Paragraph: _paragraph,
    doc.Pointer: _paragraph,
    doc.Finding: _finding,
    doc.Caution: _caution,
    doc.Points: _points,
    doc.KeyFigures: _key_figures,
    doc.Figure: _figure,
    doc.Table: _table,
}
