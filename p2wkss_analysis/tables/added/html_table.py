"""Tables of a web page, which some sites save under the name .xls: rows of texts, cells over several columns repeated."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ...say.errors import WrongUse
from . import texts

_MOST_SPAN = 500
_ENCODING = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def page_tables(data: bytes, name: str) -> list[list[list]]:
    """Every table of a page. What stands above a table in the page is its title. Raises WrongUse where there is none."""
    declared = _ENCODING.search(data[:4096])
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else declared[1].decode() if declared else "utf-8"
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        text = data.decode("cp1252", errors="replace")
    page = _Page()
    page.feed(text.removeprefix("\ufeff"))
    page.close()
    page.end_table()
    if not page.tables:
        raise WrongUse(texts.PAGE_WITHOUT_TABLE.fill(file=name))
    return page.tables


class _Page(HTMLParser):
    """Gathers rows. A table within a table is read as rows of the outer one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list]] = []
        self._rows: list[list] | None = None
        self._above: list[str] = []
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._row: list[str] = []
        self._down: dict[int, tuple[int, str]] = {}  # column -> rows that are still to come, text
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._silent += 1
        elif tag == "table" and self._rows is None:
            self._rows = [[text] for text in self._above[-5:]]
            self._above, self._down = [], {}
        elif tag == "tr":
            self._end_row()
        elif tag in ("td", "th") and self._rows is not None:
            self._end_cell()
            given = dict(attrs)
            self._cell, self._span = [], (_span(given.get("colspan")), _span(given.get("rowspan")))
        elif tag in ("br", "p", "div") and self._cell is not None:
            self._cell.append(" ")
        elif tag == "sup" and self._cell is not None:
            self._cell.append(" *")  # the mark of a footnote: its digit must not join the number
            self._silent += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style") or tag == "sup" and self._cell is not None:
            self._silent = max(0, self._silent - 1)
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag == "table":
            self.end_table()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._cell is not None:
            self._cell.append(data)
        elif data.strip():
            if self._rows is None:
                self._above.append(" ".join(data.split()))
            else:
                self._rows.append([" ".join(data.split())])

    def end_table(self) -> None:
        if self._rows is not None:
            self._end_row()
            self.tables.append(self._rows)
            self._rows = None

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        text, (across, down) = " ".join("".join(self._cell).split()), self._span
        self._cell = None
        self._from_above()
        for _ in range(across):
            if down > 1:
                self._down[len(self._row)] = (down - 1, text)
            self._row.append(text)

    def _from_above(self) -> None:
        while (place := len(self._row)) in self._down:
            left, text = self._down.pop(place)
            self._row.append(text)
            if left > 1:
                self._down[-place - 1] = (left - 1, text)

    def _end_row(self) -> None:
        self._end_cell()
        if self._rows is None:
            return
        if self._row:
            self._from_above()
            self._rows.append(self._row)
        self._down = {-place - 1 if place < 0 else place: left for place, left in self._down.items()}
        self._row = []


def _span(given: str | None) -> int:
    return min(int(given), _MOST_SPAN) if given and given.isdecimal() and len(given) < 5 and int(given) else 1
