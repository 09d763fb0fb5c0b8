"""Charts that Excel draws itself from the cells beside them, where a table has a shape that asks for one."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from ....say.harmless import PROPERTY, short
from ...document import Table

_ACCENT, _PLAIN, _REBOUND, _QUIET = "#0B5C63", "#A9B7C0", "#E0A458", "#5A6675"
_PARTS = {"common_change": _PLAIN, "selection_rebound": _REBOUND, "programme_effect": _ACCENT}
_LABELS = {"label_position": "low", "num_font": {"size": 9}, "line": {"color": _QUIET}}  # beyond all bars, also negative ones
_VALUES = {
    "major_gridlines": {"visible": True, "line": {"color": "#E4E8EC", "width": 0.75}},
    "num_font": {"size": 9},
    "line": {"none": True},
}


def add_chart(book: Workbook, sheet: Worksheet, name: str, table: Table, first: int) -> None:
    """A chart to the right of the table, if its columns are known: ledger, change, effects by year, chances.

    `first` is the row of the first record, counted from 0.
    """
    if table.frame.empty:
        return
    place = _Place(name, {c.name: i for i, c in enumerate(table.columns)}, first, first + len(table.frame) - 1)
    found = _ledger(book, place) or _since(book, place) or _bars(book, place, len(table.frame))
    if found is None:
        return
    chart, tall = found
    chart.set_title({"name": short(table.caption, PROPERTY), "overlay": False, "name_font": {"size": 11, "color": "#1D2733"}})
    chart.set_size({"width": 640, "height": max(340, tall)})
    sheet.insert_chart(
        first - 1, len(table.columns) + 1, chart, {"description": short(table.caption, PROPERTY), "object_position": 3}
    )


class _Place:
    """Where the columns of a table stand on its sheet."""

    def __init__(self, sheet: str, columns: dict[str, int], first: int, last: int):
        self.sheet, self.columns, self.first, self.last = sheet, columns, first, last

    def has(self, *names: str) -> bool:
        return all(name in self.columns for name in names)

    def cells(self, name: str) -> list:
        column = self.columns[name]
        return [self.sheet, self.first, column, self.last, column]

    def head(self, name: str) -> list:
        return [self.sheet, self.first - 1, self.columns[name]]


def _ledger(book: Workbook, place: _Place) -> tuple[Chart, int] | None:
    """What the change is made of, one column a cohort, the parts upon each other."""
    if not place.has("cohort", *_PARTS):
        return None
    chart = book.add_chart({"type": "column", "subtype": "stacked"})
    for part, colour in _PARTS.items():
        chart.add_series(
            {
                "name": place.head(part),
                "categories": place.cells("cohort"),
                "values": place.cells(part),
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    _upright(chart)
    return chart, 0


def _bars(book: Workbook, place: _Place, n: int) -> tuple[Chart, int] | None:
    """One bar a place or a dimension, for a change or for the chance of being chosen."""
    who = next((name for name in ("name", "dimension") if place.has(name)), None)
    what = next((name for name in ("change", "points", "probability_top_k") if place.has(name)), None)
    if who is None or what is None:
        return None
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": place.head(what),
            "categories": place.cells(who),
            "values": place.cells(what),
            "fill": {"color": _ACCENT},
            "gap": 40,
        }
    )
    chart.set_y_axis({**_LABELS, "reverse": True, "crossing": "max"})  # the first row of the table on top
    chart.set_x_axis(_VALUES)
    chart.set_legend({"none": True})
    return chart, 19 * n + 120


def _since(book: Workbook, place: _Place) -> tuple[Chart, int] | None:
    """Effects by years since the start: the estimate with both ends of its interval."""
    if not place.has("years_since", "estimate", "conf_low", "conf_high"):
        return None
    chart = book.add_chart({"type": "line"})
    for name, line in (
        ("estimate", {"color": _ACCENT, "width": 2.25}),
        ("conf_low", {"color": _QUIET, "dash_type": "dash"}),
        ("conf_high", {"color": _QUIET, "dash_type": "dash"}),
    ):
        chart.add_series(
            {
                "name": place.head(name),
                "categories": place.cells("years_since"),
                "values": place.cells(name),
                "line": line,
                "marker": {"type": "circle" if name == "estimate" else "none"},
            }
        )
    _upright(chart)
    return chart, 0


def _upright(chart: Chart) -> None:
    chart.set_x_axis(_LABELS)
    chart.set_y_axis(_VALUES)
    chart.set_legend({"position": "bottom"})
