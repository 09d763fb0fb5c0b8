"""A paper as a Word file: a template's page, letterhead and styles, and the blocks where it says {{body}}."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt
from docx.text.paragraph import Paragraph

from ..reporting import document as doc
from ..reporting.formats.numbering import language_tag, notice, page_words
from ..reporting.formats.steady import saved
from ..reporting.formats.word.fields import element, field
from ..reporting.formats.word.styles import TEXT_WIDTH, put_style
from ..reporting.formats.word.tables import add_table
from ..say.errors import WrongUse
from ..say.harmless import PROPERTY, short
from .paper import Form, NewPage, Note, Paper, Rows, Signatures, Title, clean, has_blank, parts
from .texts import shared

LETTER = Path(__file__).with_name("templates") / "surat.docx"
BODY = "{{body}}"


def to_docx(paper: Paper, template: Path) -> bytes:
    """The paper as a .docx file on the template; the same paper gives the same bytes.

    Raises WrongUse where the template has no paragraph {{body}}.
    """
    docx, mark = filled(paper, template)
    if template != LETTER:
        _borrow_styles(docx)
    for tag in docx.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), language_tag(paper.lang))
    _properties(docx, paper)
    _head_and_foot(docx, paper)
    before = set(docx.element.body)
    for block in paper.blocks:
        _write(docx, block, paper.lang)
    for made in [child for child in docx.element.body if child not in before]:
        mark._p.addprevious(made)  # from the end of the file to where the template wants it
    mark._p.getparent().remove(mark._p)
    return saved(docx.save)


def _properties(docx: Docx, paper: Paper) -> None:
    properties = docx.core_properties
    properties.title, properties.author, properties.comments = short(paper.title, PROPERTY), "", ""
    properties.last_modified_by = ""
    properties.language, properties.keywords = language_tag(paper.lang), notice(paper.lang) if paper.synthetic else ""


def _head_and_foot(docx: Docx, paper: Paper) -> None:
    """What must stand on every page, above; page of pages, below, where the template has nothing of its own."""
    section = docx.sections[0]
    section.different_first_page_header_footer = False
    for text, style in ((paper.remark, "Header"), (notice(paper.lang) if paper.synthetic else "", "Synthetic")):
        if text:
            section.header.add_paragraph(clean(text), style=style)
    foot = section.footer.paragraphs[0] if section.footer.paragraphs else section.footer.add_paragraph()
    if foot.text == "":
        page, of = page_words(paper.lang)
        foot.add_run(f"{page} ")
        field(foot, "PAGE", "1")
        foot.add_run(f" {of} ")
        field(foot, "NUMPAGES", "1")


def filled(paper: Paper, template: Path) -> tuple[Docx, Paragraph]:
    """The template with {{government}}, {{office}} and {{address}} filled in, and its paragraph {{body}}.

    Raises WrongUse where it has none.
    """
    docx = Document(str(template))
    said, found = {f"{{{{{name}}}}}": getattr(paper, name) for name in ("government", "office", "address")}, None
    tables = [cell for table in docx.tables for row in table.rows for cell in row.cells]
    for holder in (docx, docx.sections[0].header, docx.sections[0].footer, *tables):
        for paragraph in holder.paragraphs:
            for name, text in said.items():
                if name in paragraph.text:
                    whole = paragraph.text.replace(name, text)
                    for run in paragraph.runs:
                        if not run._r.xpath(".//w:drawing | .//w:pict"):  # an emblem stays
                            paragraph._p.remove(run._r)
                    _say(paragraph, whole)
            found = paragraph if paragraph.text.strip() == BODY else found
    if found is None:
        raise WrongUse(shared.NO_BODY.fill(file=template.name, mark=BODY))
    return docx, found


# --- blocks -----------------------------------------------------------------------------------------------


def _write(docx: Docx, block: doc.Block, lang: str) -> None:
    if isinstance(block, Title):
        for line in block.lines:
            _paragraph(docx, line, "Paper Title")
    elif isinstance(block, Rows):
        _rows(docx, block)
    elif isinstance(block, Form):
        _form(docx, block)
    elif isinstance(block, Signatures):
        _signatures(docx, block)
    elif isinstance(block, Note):
        _paragraph(docx, block.text, "Source")
    elif isinstance(block, NewPage):
        docx.add_page_break()
    elif isinstance(block, doc.Section):
        _paragraph(docx, block.title, "Paper Heading")
    elif isinstance(block, doc.Table):
        _table(docx, block, lang)
    elif isinstance(block, doc.Points):
        for item in block.items:
            _paragraph(docx, f"– {item}", "Paper Text")
    elif isinstance(block, doc.Caution):
        _paragraph(docx, f"{block.title} {block.text}".strip(), "Caution")
    elif isinstance(block, doc.Paragraph):
        _paragraph(docx, block.text, "Paper Text")


def _table(docx: Docx, table: doc.Table, lang: str) -> None:
    frame = table.frame.astype(object).map(lambda cell: clean(cell) if isinstance(cell, str) else cell)
    if table.caption:
        _paragraph(docx, table.caption, "Caption").paragraph_format.keep_with_next = True
    add_table(docx, replace(table, frame=frame, caption=clean(table.caption)), lang, full=True)
    for cell in (cell for row in docx.tables[-1].rows for cell in row.cells if has_blank(cell.text)):
        text, cell.paragraphs[0].text = cell.text, ""
        _say(cell.paragraphs[0], text)
    if said := " ".join(filter(None, (table.note, table.source))):
        _paragraph(docx, said, "Source")
    else:
        _gap(docx)


def _rows(docx: Docx, rows: Rows) -> None:
    style = "Paper Cell Small" if rows.small else "Paper Cell"
    widths = [Cm(rows.width), Emu(TEXT_WIDTH - Cm(rows.width))]
    made = _grid(docx, len(rows.rows), widths, rows.ruled)
    for row, (word, text) in zip(made.rows, rows.rows, strict=True):
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))
        for cell, width, said in zip(row.cells, widths, (word, f": {text}" if rows.colon and word else text), strict=True):
            cell.width = width
            put_style(cell.paragraphs[0], style)
            _say(cell.paragraphs[0], said, bold=rows.ruled and said is word)
    _gap(docx)


def _form(docx: Docx, form: Form) -> None:
    widths = [Cm(width) for width in form.widths]
    made = _grid(docx, form.lines + 1, widths, True)
    for number, row in enumerate(made.rows):
        row.height = Cm(0.9) if number else None
        for at, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
            cell.width = width
            put_style(cell.paragraphs[0], "Paper Cell")
            cell.paragraphs[0].paragraph_format.keep_with_next = True  # on one page, with who signs
            _say(cell.paragraphs[0], form.heads[at] if not number else f"{number}." if not at else "", bold=not number)
    _gap(docx).paragraph_format.keep_with_next = True


def _signatures(docx: Docx, block: Signatures) -> None:
    """The last of two or more signs to the right; one alone stands to the right as well."""
    people = block.people if len(block.people) > 1 else (((), ()), *block.people)
    widths = [Emu(int(TEXT_WIDTH / len(people)))] * len(people)
    made = _grid(docx, 1, widths, False)
    made.rows[0]._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for cell, width, (above, below) in zip(made.rows[0].cells, widths, people, strict=True):
        cell.width = width
        lines = (*above, "", "", "", *below)
        for at, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
            put_style(paragraph, "Paper Sign")
            _say(paragraph, line)


def _grid(docx: Docx, rows: int, widths: list[Any], ruled: bool) -> Any:
    made = docx.add_table(rows=rows, cols=len(widths), style="Table Grid" if ruled else "Normal Table")
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    return made


def _gap(docx: Docx) -> Paragraph:
    """Two tables need a paragraph between them, or Word makes one of them."""
    made = _paragraph(docx, "", "Paper Cell Small")
    made.paragraph_format.line_spacing = Pt(7)
    return made


def _paragraph(docx: Docx, text: str, style: str) -> Paragraph:
    paragraph = docx.add_paragraph(style=style)
    _say(paragraph, text)
    return paragraph


def _say(paragraph: Paragraph, text: str, bold: bool = False) -> None:
    """The text, harmless; a blank that the office fills in stands out."""
    for part, blank in parts(text):
        run = paragraph.add_run(part)
        run.bold = bold or None
        if blank:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _borrow_styles(docx: Docx) -> None:
    """A template that an office made from its own paper lacks some styles of the package's; it gets them."""
    own = {style.name for style in docx.styles}
    for style in Document(str(LETTER)).styles:
        if style.name not in own:
            docx.styles.element.append(deepcopy(style.element))
