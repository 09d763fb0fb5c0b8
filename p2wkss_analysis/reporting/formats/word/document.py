"""The report as a Word file: named styles, numbered captions, contents, editable tables, alternative texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from docx.document import Document as Docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.text.paragraph import Paragraph

from ....say.harmless import PROPERTY, short
from ... import document as doc
from ..numbering import Numbered, contents_hint, contents_word, language_tag, notice, numbered, page_words, word_for
from ..printable import printable
from ..steady import saved
from .fields import bookmark, contents, field
from .pictures import add_picture
from .styles import TEXT_WIDTH, opened
from .tables import add_key_figures, add_photos, add_table

Chapters: TypeAlias = list[tuple[doc.Chapter, list[Numbered]]]


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
    before = "alone"
    for number, (chapter, blocks) in enumerate(chapters, 1):
        heading = _heading(docx, f"{number}  {chapter.title}", 1, marks)
        heading.paragraph_format.page_break_before = before == "alone" or chapter.page != ""
        before = chapter.page
        for item in blocks:
            if isinstance(item.block, doc.Section):
                _heading(docx, item.block.title, 2, marks)
            else:
                _write(docx, item, document.lang)
    return saved(docx.save)


def _properties(docx: Docx, document: doc.Document) -> None:
    properties = docx.core_properties
    properties.title, properties.subject = short(document.title, PROPERTY), short(document.subtitle, PROPERTY)
    properties.language, properties.author, properties.comments = language_tag(document.lang), "", ""
    properties.keywords = notice(document.lang) if document.synthetic else ""


def _head_and_foot(docx: Docx, document: doc.Document) -> None:
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


def _headings(chapters: Chapters) -> list[tuple[int, str, str]]:
    """(level, text, bookmark) of every heading in order."""
    found: list[tuple[int, str]] = []
    for number, (chapter, blocks) in enumerate(chapters, 1):
        found.append((1, f"{number}  {chapter.title}"))
        found += [(2, item.block.title) for item in blocks if isinstance(item.block, doc.Section)]
    return [(level, text, f"_Toc{100000 + i}") for i, (level, text) in enumerate(found)]


def _heading(docx: Docx, text: str, level: int, marks: Iterator[tuple[int, str]]) -> Paragraph:
    number, name = next(marks)
    paragraph = docx.add_paragraph(text, style=f"Heading {level}")
    bookmark(paragraph, name, number)
    return paragraph


def _write(docx: Docx, item: Numbered, lang: str) -> None:
    """One block that is no heading."""
    block = item.block
    if isinstance(block, doc.Figure):
        _figure(docx, block, item.number, lang)
    elif isinstance(block, doc.Table):
        _table(docx, block, item.number, lang)
    elif isinstance(block, doc.KeyFigures):
        add_key_figures(docx, block)
    elif isinstance(block, doc.Photos):
        add_photos(docx, block)
    elif isinstance(block, doc.Points):
        for text in block.items:
            docx.add_paragraph(text, style="List Bullet")
    elif isinstance(block, doc.Caution):
        _caution(docx, block)
    elif isinstance(block, doc.Finding):
        docx.add_paragraph(block.text, style="Finding")
    elif isinstance(block, doc.Paragraph):
        docx.add_paragraph(block.text)
    elif isinstance(block, doc.Pointer):
        docx.add_paragraph(block.text, style="Source")


def _caution(docx: Docx, caution: doc.Caution) -> None:
    paragraph = docx.add_paragraph(style="Caution")
    if caution.title:
        paragraph.add_run(caution.title + " ").bold = True
    paragraph.add_run(caution.text)


def _figure(docx: Docx, figure: doc.Figure, number: int, lang: str) -> None:
    add_picture(docx, figure, number, f"{word_for(figure, lang)} {number}")
    _caption(docx, figure, number, lang)
    if figure.source:
        docx.add_paragraph(figure.source, style="Source")


def _table(docx: Docx, table: doc.Table, number: int, lang: str) -> None:
    _caption(docx, table, number, lang).paragraph_format.keep_with_next = True
    add_table(docx, table, lang)
    for text in filter(None, (table.note, table.source)):
        docx.add_paragraph(text, style="Source")
    if not (table.note or table.source):
        docx.add_paragraph(style="Source")


def _caption(docx: Docx, block: doc.Figure | doc.Table, number: int, lang: str) -> Paragraph:
    """ "Table 3. What it shows": the number is Word's own sequence, so that a table added by hand is counted."""
    paragraph = docx.add_paragraph(style="Caption")
    word = word_for(block, lang)
    before = len(paragraph.runs)
    paragraph.add_run(f"{word} ")
    field(paragraph, f"SEQ {word} \\* ARABIC", str(number))
    paragraph.add_run(".")
    for run in paragraph.runs[before:]:
        run.bold = True
    paragraph.add_run(f" {block.caption}")
    if isinstance(block, doc.Figure) and block.source:
        paragraph.paragraph_format.keep_with_next = True
    return paragraph
