"""How the Word report looks: named styles, so that an office changes a style and not a thousand paragraphs."""

from __future__ import annotations

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from .fields import element

INK, QUIET, ACCENT, WARN, ALARM = "1D2733", "5A6675", "0B5C63", "8A4B08", "8C1D18"
LINE, TINT, WARN_TINT = "D5DBE2", "EEF5F5", "FDF5EA"
FONT = "Calibri"
TABLE = "P2WKSS Table"
SMALL = " Small"  # after the name of a table's style: the type of a table too wide for the usual one
TABLE_TYPE, SMALL_TYPE = 8.5, 7.0  # points
TEXT_WIDTH, MARGIN = Cm(16.6), Cm(2.2)  # on A4

# name: size in points, colour, bold, space before, space after
_LOOKS = {
    "Normal": (10.5, INK, False, 0, 6),
    "Title": (24, INK, True, 0, 4),
    "Subtitle": (12.5, QUIET, False, 0, 14),
    "Heading 1": (17, INK, True, 0, 8),
    "Heading 2": (12.5, ACCENT, True, 14, 4),
    "Caption": (9.5, INK, False, 4, 4),
    "List Bullet": (10.5, INK, False, 0, 4),
    "Header": (8.5, QUIET, False, 0, 0),
    "Footer": (8.5, QUIET, False, 0, 0),
    "TOC Heading": (11, ACCENT, True, 10, 4),
    "toc 1": (10.5, INK, True, 5, 1),
    "toc 2": (10, QUIET, False, 0, 1),
    "Dateline": (10.5, ACCENT, True, 0, 2),
    "Finding": (11, INK, False, 6, 10),
    "Caution": (10.5, INK, False, 6, 10),
    "Picture": (10.5, INK, False, 8, 0),
    "Source": (8.5, QUIET, False, 2, 8),
    "Table Text": (TABLE_TYPE, INK, False, 0, 0),
    "Table Text" + SMALL: (SMALL_TYPE, INK, False, 0, 0),
    "Table Number": (TABLE_TYPE, INK, False, 0, 0),
    "Table Number" + SMALL: (SMALL_TYPE, INK, False, 0, 0),
    "Table Head": (TABLE_TYPE, INK, True, 0, 0),
    "Table Head" + SMALL: (SMALL_TYPE, INK, True, 0, 0),
    "Table Head Number": (TABLE_TYPE, INK, True, 0, 0),
    "Table Head Number" + SMALL: (SMALL_TYPE, INK, True, 0, 0),
    "Key Label": (9, QUIET, False, 2, 0),
    "Key Value": (18, ACCENT, True, 0, 0),
    "Synthetic": (11, "FFFFFF", True, 0, 4),
}


def prepare(docx, language: str) -> None:
    """A4 page, styles and the language of the text, on python-docx's plain template."""
    section = docx.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.0)
    section.header_distance = section.footer_distance = Cm(1.1)
    for name, look in _LOOKS.items():
        _style(docx, name, *look)
    styles = docx.styles
    styles["Heading 1"].paragraph_format.page_break_before = True
    styles["TOC Heading"].paragraph_format.page_break_before = False  # it is built on Heading 1
    for name in ("Heading 1", "Heading 2", "Picture"):
        styles[name].paragraph_format.keep_with_next = True
    for name in ("Finding", "Caution", "Source"):
        styles[name].paragraph_format.keep_together = True
    for name in ("Table Number", "Table Head Number"):
        styles[name + SMALL].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    styles["Synthetic"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles["toc 2"].paragraph_format.left_indent = Cm(0.6)
    _beside(styles["Finding"], ACCENT, TINT)
    _beside(styles["Caution"], WARN, WARN_TINT)
    _shade(styles["Synthetic"], ALARM)
    _without(styles["Title"], "w:pBdr")
    _without(styles["List Bullet"], "w:contextualSpacing")  # it would swallow the space between points
    styles.element.append(_table_style())
    for tag in styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), language)
    for setting in docx.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # Word 2013 and later, or it opens in compatibility mode
    theme = docx.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), language)


def _style(docx, name: str, size: float, colour: str, bold: bool, before: float, after: float) -> None:
    styles = docx.styles
    if name not in [s.name for s in styles]:
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc"))
        made.base_style = styles["Normal"]
    style = styles[name]
    style.quick_style, style.hidden = True, False
    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, False
    font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for theme in [key for key in fonts.attrib if key.lower().endswith("theme")]:
        del fonts.attrib[theme]  # a theme's font would win over the named one
    for script in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    spacing = style.element.rPr.find(qn("w:spacing"))
    if spacing is not None:
        style.element.rPr.remove(spacing)
    space = style.paragraph_format
    space.space_before, space.space_after = Pt(before), Pt(after)
    space.line_spacing = 1.0 if name.startswith(("Table", "Key", "Title")) else 1.12


def _beside(style, colour: str, tint: str) -> None:
    """A bar at the left and a tinted ground."""
    borders = element("w:pBdr")
    borders.append(element("w:left", val="single", sz="24", space="8", color=colour))
    style.element.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")
    style.paragraph_format.left_indent = Cm(0.4)
    style.paragraph_format.right_indent = Cm(0.2)
    _shade(style, tint)


def _shade(style, colour: str) -> None:
    style.element.get_or_add_pPr().insert_element_before(
        element("w:shd", val="clear", color="auto", fill=colour), "w:tabs", "w:spacing", "w:ind", "w:jc"
    )


def _without(style, tag: str) -> None:
    for found in style.element.pPr.findall(qn(tag)):
        style.element.pPr.remove(found)


def _table_style():
    """Lines between rows, a heavier one under the header and at the end; no vertical line."""
    line = f'w:val="single" w:space="0" w:color="{LINE}" w:sz="4"'
    heavy = f'w:val="single" w:space="0" w:color="{INK}" w:sz="10"'
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="P2WKSSTable"><w:name w:val="{TABLE}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr>'
        f"<w:tblBorders><w:bottom {heavy}/><w:insideH {line}/></w:tblBorders>"
        '<w:tblCellMar><w:top w:w="35" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
        '<w:bottom w:w="35" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        f'<w:tcBorders><w:bottom {heavy}/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
    )
