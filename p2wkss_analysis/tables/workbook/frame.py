"""From a sheet of cells to a frame: which line holds the column names, which lines hold data, and what fits nowhere."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field

import numpy as np

from ...dictionary.sheets import CARD, MARKER, example_of, fields_of, kind_of_mark, same_word
from ..cells import Words
from ..xlsx.reading import Cells
from ..xlsx.xml import address, column_letters
from .faults import Faults

HEADER_WITHIN = 20  # lines; offices put titles above a table


@dataclass(frozen=True)
class Frame:
    """Data lines of one sheet. `places` maps a column to its place, `rows` are the data lines, both from 0.

    `columns` caches texts and kinds of every place over the whole sheet.
    """

    name: str
    cells: Cells = field(repr=False)
    columns: list[tuple[list[str], np.ndarray]] = field(repr=False)
    header: int
    places: dict[str, int]
    rows: np.ndarray = field(repr=False)

    @property
    def title(self) -> str:
        return self.cells.name

    def texts(self, column: str) -> tuple[list[str], np.ndarray]:
        """Texts and kinds of a column over the data lines."""
        texts, kinds = self.columns[self.places[column]]
        return [texts[row] for row in self.rows], kinds[self.rows]

    def missing(self) -> list[dict]:
        """Columns of the dictionary that the sheet does not have."""
        return [f for f in fields_of(self.name) if f["name"] not in self.places]


def find_frame(name: str, cells: Cells, columns: list[tuple[list[str], np.ndarray]], faults: Faults) -> Frame | None:
    """The frame of a sheet, or None with a fault where no line holds the column names."""
    known = {f["name"] for f in fields_of(name)}
    heads = [[same_word(texts[row]) for texts, _ in columns] for row in range(min(HEADER_WITHIN, len(cells.rows)))]
    fits = [len(known & set(head)) for head in heads]
    if not fits or max(fits) < min(2, len(known)):
        faults.sheet(
            cells.name,
            ("baris nama kolom tidak ditemukan.", "the line of column names was not found."),
            (
                f"Baris pertama harus memuat nama kolom seperti dalam templat: {', '.join(sorted(known))}.",
                f"The first line must hold the column names of the template: {', '.join(sorted(known))}.",
            ),
        )
        return None
    header = int(np.argmax(fits))
    places = _places(name, cells, columns, header, known, faults)
    rows = _data_rows(name, cells, columns, header, places, faults)
    frame = Frame(name, cells, columns, header, {n: p for n, p in places.items() if n != MARKER}, rows)
    _report_missing(frame, faults)
    return frame


def _places(name, cells, columns, header, known, faults) -> dict[str, int]:
    """Column name to place. What has no name, two names or an unknown name is reported."""
    places: dict[str, int] = {}
    for place, (texts, _) in enumerate(columns):
        head = same_word(texts[header])
        if head in places:
            faults.cell(
                cells.name,
                (header, place),
                head,
                texts[header],
                ("nama kolom berulang.", "the column name occurs twice."),
                ("Hapus atau ganti nama salah satu; yang kedua tidak dibaca.", "Remove or rename one; the second is not read."),
            )
        elif head in known or head == MARKER:
            places[head] = place
        elif head:
            faults.cell(
                cells.name,
                (header, place),
                texts[header],
                texts[header],
                ("kolom tidak dikenal; isinya tidak dibaca.", "the column is not in the dictionary; its cells are not read."),
                _near(head, known),
            )
        elif any(texts[header + 1 :]):
            row = next(r for r in range(header + 1, len(texts)) if texts[r])
            faults.cell(
                cells.name,
                (row, place),
                column_letters(place),
                texts[row],
                ("kolom ini tidak bernama; isinya tidak dibaca.", "this column has no name; its cells are not read."),
                (
                    "Beri nama kolom pada baris pertama atau hapus isinya.",
                    "Name the column in the first line or remove the cells.",
                ),
            )
    for row in range(header):
        for place, (texts, _) in enumerate(columns):
            if texts[row]:
                faults.cell(
                    cells.name,
                    (row, place),
                    "",
                    texts[row],
                    ("berada di atas nama kolom dan tidak dibaca.", "stands above the column names and is not read."),
                    ("Hapus baris di atas nama kolom.", "Remove the lines above the column names."),
                )
    return places


def _near(head: str, known: set[str]) -> Words:
    hit = difflib.get_close_matches(head, sorted(known), n=1, cutoff=0.7)
    return (
        (f"Maksudnya {hit[0]!r}? Perbaiki namanya.", f"Is it {hit[0]!r}? Mend its name.")
        if hit
        else ("Hapus kolom ini atau pindahkan ke berkas lain.", "Remove the column or move it to another file.")
    )


def _data_rows(name, cells, columns, header, places, faults) -> np.ndarray:
    """Lines with something typed in: not the marked ones, not those with nothing but what the template filled in."""
    size, given = len(cells.rows), {f["name"] for f in fields_of(name) if f.get("prefilled")}
    typed = np.zeros(size, dtype=bool)
    for column, place in places.items():
        if column not in given and column != MARKER:
            texts = columns[place][0]
            typed |= np.fromiter((text != "" for text in texts), bool, size)
    typed[: header + 1] = False
    if MARKER in places:
        for row, text in enumerate(columns[places[MARKER]][0]):
            if text and row > header:
                _marked_line(name, cells, columns, places, row, text, typed, faults)
    return np.flatnonzero(typed)


def _marked_line(name, cells, columns, places, row, text, typed, faults) -> None:
    """A marked line holds no data; an example written over, and any other sign, is reported."""
    kind = kind_of_mark(text)
    if kind is None:
        faults.cell(
            cells.name,
            (row, places[MARKER]),
            MARKER,
            text,
            ("kolom ini hanya untuk tanda templat.", "this column is for the marks of the template only."),
            ("Kosongkan sel ini.", "Empty this cell."),
        )
        return
    typed[row] = False
    if kind != "example":
        return
    for f in fields_of(name):
        place = places.get(f["name"])
        shown = columns[place][0][row] if place is not None else ""
        if shown and same_word(shown) not in {same_word(example_of(f, lang)) for lang in ("id", "en")}:
            faults.cell(
                cells.name,
                (row, place),
                f["name"],
                shown,
                (
                    "baris ini bertanda contoh sehingga tidak dibaca, tetapi isinya berbeda dari contoh.",
                    "this line is marked as the example and is not read, but it holds something else.",
                ),
                (
                    f"Bila ini data, hapus tanda di {address(row, places[MARKER])}; bila bukan, kosongkan.",
                    f"If these are data, remove the mark in {address(row, places[MARKER])}; if not, empty the cell.",
                ),
                secret=f["name"] == CARD,
            )


def _report_missing(frame: Frame, faults: Faults) -> None:
    for f in frame.missing():
        if f.get("constraints", {}).get("required") and len(frame.rows):
            faults.sheet(
                frame.title,
                ("kolom wajib tidak ada.", "a required column is missing."),
                (
                    f"Tambahkan kolom {f['name']!r} pada baris nama kolom.",
                    f"Add the column {f['name']!r} to the line of column names.",
                ),
                f["name"],
            )
