"""Slides as a PowerPoint file on a template: native charts and tables, notes, and the notice of made-up data on each."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from ..identity.hidden import mask
from ..reporting.document import Table
from ..reporting.formats.numbering import language_tag, notice
from ..reporting.formats.steady import saved, steady
from ..say.harmless import PROPERTY, one_line, short
from .slides import Bars, Slide
from .texts import slides as say

SLIDES = Path(__file__).with_name("templates") / "paparan.pptx"
_INK, _SERIES, _ALARM = (
    RGBColor(0x1D, 0x27, 0x33),
    (RGBColor(0x9A, 0xA5, 0xB1), RGBColor(0x0B, 0x5C, 0x63)),
    RGBColor(0x8C, 0x1D, 0x18),
)
_BAND, _HEAD = RGBColor(0xEE, 0xF3, 0xF3), RGBColor(0x0B, 0x5C, 0x63)
_LEFT, _TOP, _WIDTH, _BOTTOM = 0.6, 1.45, 12.1, 7.1  # inches, of a slide of 13.33 x 7.5
_WORDS = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
_QUIET = {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}


def to_pptx(first: tuple[str, str], slides: list[Slide], lang: str, synthetic: bool, template: Path) -> bytes:
    """The slides as .pptx; the same slides give the same bytes. first: title and subtitle of the opening slide."""
    show = Presentation(str(template))
    properties = show.core_properties
    properties.title, properties.author, properties.language = short(_clean(first[0]), PROPERTY), "", language_tag(lang)
    properties.keywords = notice(lang) if synthetic else ""
    properties.last_modified_by = properties.comments = ""  # of the template: nobody here wrote it
    scale = show.slide_width / Inches(13.333)
    opening = show.slides.add_slide(show.slide_layouts[0])
    texts = [p for p in opening.placeholders if p.placeholder_format.type not in _QUIET]
    for holder, text in zip(texts, first, strict=False):
        holder.text = _clean(text)
    _finish(opening, say.OPENING.say(lang), synthetic, lang, 1, scale)
    plain = _plain(show)
    for number, slide in enumerate(slides, 2):
        page = show.slides.add_slide(plain)
        for holder in list(page.placeholders):
            if holder.placeholder_format.type in _WORDS:
                holder.text = _clean(slide.title)
            else:
                holder._element.getparent().remove(holder._element)
        _fill(page, slide, lang, scale)
        _finish(page, slide.notes, synthetic, lang, number, scale)
    return saved(show.save)


def _plain(show: Any) -> Any:
    """The layout of the template with a title and nothing else to fill, or the one after the first."""
    for layout in list(show.slide_layouts)[1:]:
        kinds = {p.placeholder_format.type for p in layout.placeholders} - _QUIET
        if kinds and kinds <= _WORDS:
            return layout
    return show.slide_layouts[min(1, len(show.slide_layouts) - 1)]


def _fill(page: Any, slide: Slide, lang: str, scale: float) -> None:
    """Sentences, and below them what is shown."""
    top = _TOP
    if slide.said:
        alone = slide.shown is None
        size = 20 if alone and sum(map(len, slide.said)) < 700 else 15
        lines = sum(math.ceil(len(text) / (1450 / size)) for text in slide.said)
        high = (_BOTTOM - top) if alone else lines * size * 1.25 / 72 + 0.15
        box = page.shapes.add_textbox(*_inches(scale, _LEFT, top, _WIDTH, high)).text_frame
        box.word_wrap = True
        for at, text in enumerate(slide.said):
            paragraph = box.paragraphs[0] if at == 0 else box.add_paragraph()
            _write(paragraph, f"• {text}" if alone and len(slide.said) > 1 else text, size)
            paragraph.space_after = Pt(10 if alone else 3)
        top += high
    if isinstance(slide.shown, Bars):
        _chart(page, slide.shown, top, scale)
    elif isinstance(slide.shown, Table):
        _table(page, slide.shown, top, lang, scale)


def _chart(page: Any, bars: Bars, top: float, scale: float) -> None:
    data = CategoryChartData(number_format=bars.form)
    data.categories = [_clean(name) for name in bars.names]
    for name, values in bars.series:
        data.add_series(_clean(name), [None if v is None or v != v else round(float(v), 6) for v in values])
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if bars.upright else XL_CHART_TYPE.BAR_CLUSTERED
    high = min(_BOTTOM - top, _BOTTOM if bars.upright else 0.75 * len(bars.names) + 0.5)  # a bar alone is no wall
    frame = page.shapes.add_chart(kind, *_inches(scale, _LEFT, top, _WIDTH, high), data)
    chart = frame.chart
    workbook = chart.part.chart_workbook.xlsx_part
    workbook._blob = steady(workbook.blob)  # it would carry the moment of making
    chart.has_title = False
    chart.has_legend = len(bars.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        chart.legend.font.size = Pt(13)
    names, values = chart.category_axis, chart.value_axis
    names.tick_labels.font.size = Pt(12 if len(bars.names) <= 10 else 10.5)
    names.reverse_order = not bars.upright
    names.format.line.color.rgb = _SERIES[0]
    values.visible, values.has_major_gridlines = False, False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 45, True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = bars.form, False
    plot.data_labels.font.size, plot.data_labels.position = Pt(12), XL_LABEL_POSITION.OUTSIDE_END
    for series, colour in zip(plot.series, _SERIES[-len(bars.series) :], strict=False):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour
        series.invert_if_negative = False


def _table(page: Any, table: Table, top: float, lang: str, scale: float) -> None:
    """A native table; heads are left out where no column has one."""
    rows = table.rows(lang)
    heads = [f"{c.label} ({c.unit})" if c.unit and c.kind != "text" else c.label for c in table.columns]
    lines = ([heads] if any(heads) else []) + rows
    size = 10 if len(heads) > 8 else 11 if len(heads) > 7 else 13 if len(lines) <= 10 else 11.5
    widths = (
        _widths([[line[at] for line in lines] for at in range(len(heads))], size)
        if any(heads)
        else [_WIDTH * 0.16, _WIDTH * 0.84]
    )
    high = min(0.4, (_BOTTOM - top) / len(lines))
    frame = page.shapes.add_table(len(lines), len(heads), *_inches(scale, _LEFT, top, _WIDTH, high * len(lines)))
    made = frame.table
    made.first_row, made.horz_banding = bool(any(heads)), False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Emu(int(Inches(width) * scale))
    for number, line in enumerate(lines):
        head = number == 0 and any(heads)
        for at, text in enumerate(line):
            cell, figure = made.cell(number, at), table.columns[at].kind != "text"
            cell.fill.solid()
            cell.fill.fore_color.rgb = _HEAD if head else _BAND if number % 2 else RGBColor(255, 255, 255)
            cell.margin_top = cell.margin_bottom = Inches(0.03)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.alignment = PP_ALIGN.RIGHT if figure else PP_ALIGN.LEFT
            bold = head or (at == 0 and not any(heads))
            _write(paragraph, text, size, bold, RGBColor(255, 255, 255) if head else _INK)


def _widths(columns: list[list[str]], size: float) -> list[float]:
    """Inches of each column: its longest word and figure have room, and what is left goes where the text is long."""
    sign = size * 0.68 / 72  # inches of a letter of a wide type
    least = [
        0.25
        + sign
        * max(len(word) for at, text in enumerate(column) for word in ([text] if at and len(text) < 14 else text.split() or [""]))
        for column in columns
    ]
    more = [
        max(0.0, 0.25 + sign * min(60, max(map(len, column[1:] or column))) - low)
        for column, low in zip(columns, least, strict=True)
    ]
    left = _WIDTH - sum(least)
    if left < 0:
        return [_WIDTH * low / sum(least) for low in least]
    share = left / sum(more) if sum(more) > left else 1.0
    wide = [low + share * extra for low, extra in zip(least, more, strict=True)]
    return [width + (_WIDTH - sum(wide)) / len(wide) for width in wide]


def _finish(page: Any, notes: str, synthetic: bool, lang: str, number: int, scale: float) -> None:
    """Notes, the number of the slide, and the notice that data are made up."""
    page.notes_slide.notes_text_frame.text = _clean("\n".join(filter(None, (notice(lang) + "." if synthetic else "", notes))))
    box = page.shapes.add_textbox(*_inches(scale, 11.7, 7.12, 1.0, 0.3)).text_frame
    box.paragraphs[0].alignment = PP_ALIGN.RIGHT
    _write(box.paragraphs[0], str(number), 10)
    if synthetic:
        band = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_inches(scale, 0, 0, 13.333, 0.36))
        band.fill.solid()
        band.fill.fore_color.rgb = _ALARM
        band.line.fill.background()
        band.shadow.inherit = False
        band.text_frame.margin_top = band.text_frame.margin_bottom = 0
        band.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
        _write(band.text_frame.paragraphs[0], notice(lang), 12, True, RGBColor(255, 255, 255))


def _write(paragraph: Any, text: str, size: float, bold: bool = False, colour: RGBColor = _INK) -> None:
    run = paragraph.add_run()
    run.text = _clean(text)
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, colour


def _inches(scale: float, *sizes: float) -> tuple[Emu, ...]:
    return tuple(Emu(int(Inches(size) * scale)) for size in sizes)


def _clean(text: str) -> str:
    return short(mask(one_line(text)), 4000)
