"""How the columns of an export (DTSEN, SIKS-NG, Pendataan Keluarga, e-PPGBM, slum surveys) become those of a sheet.

No layout of such an export is built in: they differ by year and by office. A mapping is drafted from the headings,
a person confirms it, and it is kept as a small JSON file beside the export for next time.
"""

from __future__ import annotations

import difflib
import json
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

import pandas as pd

from ...dictionary.sheets import CARD, city_dictionary, fields_of, same_word
from ...disclosure.privacy import holds_identity_number, mask
from ...display import Shown
from ...files.atomic import write_new
from ...files.kinds import TABLE
from ...files.opening import ordinary, read_bytes
from ...say import Text, one_text, together
from ...say.errors import WrongUse
from .. import texts as of_tables
from ..cells import BROKEN_GROUPS, TWO_READINGS
from ..open_file import csv_rows
from ..xlsx.reading import NUMBER, Book, Unreadable
from ..xlsx.xml import column_letters
from . import texts
from .headings import TITLES, find_headings

CODES = ("kemendagri", "bps")


@dataclass(frozen=True)
class Mapping:
    """One export onto one sheet.

    sheet : "villages", "neighbourhoods", "sites", "households", "deliveries" or "scores".
    columns : heading of the export to column of the sheet.
    values : column to {value in the export: value in the sheet}, such as {"water_source": {"1": "piped"}}.
    constants : column to the one value of all lines, such as {"wave": 0, "registry_source": "DTSEN"}; a number is kept as text.
    counts : for exports with a line per person: column to {"column": heading, "values": [...]}; the lines of a
        household with one of these values are counted ("*" counts every filled one).
    codes : whether village codes are those of "kemendagri" or of "bps".
    offered : headings that nearly fit a column; never used until moved to `columns`.
    """

    sheet: str
    columns: dict[str, str]
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    counts: dict[str, dict] = field(default_factory=dict)
    codes: str = "kemendagri"
    offered: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if isinstance(self.constants, dict):
            object.__setattr__(self, "constants", {k: _constant(v) for k, v in self.constants.items()})
        faults = _faults(self)
        if faults:
            raise WrongUse(texts.NOT_VALID.fill(faults=one_text(faults)))

    def targets(self) -> list[str]:
        """Columns of the sheet that the mapping fills."""
        return [*self.columns.values(), *self.constants, *self.counts]

    def write(self, path: str | os.PathLike) -> Path:
        """Keep the mapping as JSON, to be changed by hand and read by `read_mapping`. A file with other content stays."""
        return write_new(path, (json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def read_mapping(path: str | os.PathLike) -> Mapping:
    """The mapping kept in a JSON file. Raises WrongUse naming everything that is wrong with it."""
    name = mask(Path(path).name)
    try:
        data = json.loads(read_bytes(path).decode("utf-8-sig"))
        known = {f.name for f in fields(Mapping)}
        strange = [mask(str(k)) for k in set(data) - known]
        if strange:
            raise WrongUse(texts.UNKNOWN_PARTS.fill(file=name, parts=strange, known=sorted(known)))
        return Mapping(**data)
    except (OSError, ValueError, TypeError, OverflowError, RecursionError) as error:
        if isinstance(error, WrongUse):
            raise
        raise WrongUse(texts.CANNOT_BE_READ.fill(file=name, kind=type(error).__name__)) from None


def _constant(value: Any) -> Any:
    """A number or yes/no as a person would type it; anything else as it is, to be refused or kept."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.15g}" if isinstance(value, int | float) else value


def _faults(mapping: Mapping) -> list[Text]:
    """Everything that is wrong with a mapping."""
    sheets = [n for n in city_dictionary().names() if n != "settings"]
    if mapping.sheet not in sheets:
        return [texts.NO_SUCH_SHEET.fill(sheet=mapping.sheet, sheets=sheets)]
    parts = (mapping.columns, mapping.values, mapping.constants, mapping.counts, mapping.offered)
    if not all(isinstance(part, dict) for part in parts) or not all(
        isinstance(v, dict) for v in (*mapping.values.values(), *mapping.counts.values())
    ):
        return [texts.PARTS_ARE_OBJECTS]
    if not all(isinstance(v, str) for v in (*mapping.columns.values(), *mapping.constants.values(), *mapping.offered.values())):
        return [texts.NAMES_ARE_TEXT]
    out: list[Text] = []
    known = [f["name"] for f in fields_of(mapping.sheet)]
    for target in dict.fromkeys([*mapping.targets(), *mapping.values]):
        if target not in known:
            near = difflib.get_close_matches(str(target), known, n=1)
            absent = texts.NO_SUCH_COLUMN_PERHAPS.fill(near=near[0]) if near else texts.NO_SUCH_COLUMN
            out.append(absent.fill(column=target, sheet=mapping.sheet))
    targets = mapping.targets()
    for twice in sorted({t for t in targets if targets.count(t) > 1}):
        out.append(texts.FILLED_TWICE.fill(column=twice))
    for target, count in mapping.counts.items():
        if not isinstance(count.get("column"), str) or not (count.get("values") == "*" or isinstance(count.get("values"), list)):
            out.append(texts.COUNTS_INCOMPLETE.fill(column=target))
    if mapping.codes not in CODES:
        out.append(texts.UNKNOWN_CODES.fill(codes=CODES))
    for part in (mapping.constants, *mapping.values.values()):
        if any(holds_identity_number(str(text)) for text in part.values()):
            out.append(texts.HOLDS_CARD)
    if CARD in mapping.constants:
        out.append(texts.CARD_CONSTANT.fill(column=CARD))
    return out


@dataclass(frozen=True)
class Suggestion(Shown):
    """A draft mapping: headings that are surely a column are in it, near ones are only offered."""

    mapping: Mapping
    headings: pd.DataFrame = field(repr=False)

    def table(self) -> pd.DataFrame:
        """One row per heading of the export: source, column, how ("name", "label", "alias", "near" or "none")."""
        return self.headings.copy()

    @property
    def lacking(self) -> list[str]:
        """Columns that the sheet requires and nothing in the draft fills, not even what is only similar."""
        filled = {*self.mapping.targets(), *self.mapping.offered.values()}
        filled |= {"household_id"} if CARD in filled else set()  # the pseudonym serves as the id
        return [
            f["name"]
            for f in fields_of(self.mapping.sheet)
            if f.get("constraints", {}).get("required") and f["name"] not in filled
        ]

    def sentence(self, lang: str | None = None) -> str:
        """How many headings were recognised, which were not, and which required columns nothing fills."""
        rest = list(self.headings.loc[self.headings["how"] == "none", "source"])
        said = [texts.RECOGNISED.fill(sure=len(self.mapping.columns), near=len(self.mapping.offered))]
        if rest:
            said.append(texts.NOT_RECOGNISED.fill(names=rest))
        if self.lacking:
            said.append(texts.LACKING.fill(names=self.lacking))
        return together(said, lang)


def suggest_mapping(path: str | os.PathLike, sheet: str = "households", source_sheet: str | None = None) -> Suggestion:
    """Draft how the headings of an export (.csv, .xlsx) map onto a sheet of the workbook.

    A heading is taken where it is the name, the label (in either language) or a listed alias of a column, ignoring
    case, spaces and dots; a near one is offered and not taken. Only headings are judged, never the cells.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "export.csv"
    >>> _ = file.write_text("ID Keluarga;Nomor KK;Jumlah Anggota Keluarga;Sumber Air;Warna Rumah\\n")
    >>> suggest_mapping(file).mapping.columns
    {'ID Keluarga': 'household_id', 'Nomor KK': 'no_kk', 'Jumlah Anggota Keluarga': 'members'}
    """
    Mapping(sheet, {})  # an unknown sheet is refused
    known: dict[str, tuple[str, str]] = {}
    for f in fields_of(sheet):
        for how, words in (("name", [f["name"]]), ("label", f["label"].values()), ("alias", f.get("aliases", ()))):
            for word in words:
                known.setdefault(_bare(word), (f["name"], how))
    rows: list[tuple[str, str, str]] = []
    columns: dict[str, str] = {}
    offered: dict[str, str] = {}
    for heading in source_table(path, source_sheet, known=lambda heading: _bare(heading) in known).columns:
        column, how = known.get(_bare(heading), ("", "none"))
        if not column or column in columns.values():
            near = difflib.get_close_matches(_bare(heading), known, n=1, cutoff=0.75)
            column, how = (known[near[0]][0], "near") if near else ("", "none")
        if how == "near":
            offered[heading] = column
        elif column:
            columns[heading] = column
        rows.append((mask(heading), column, how))
    return Suggestion(Mapping(sheet, columns, offered=offered), pd.DataFrame(rows, columns=["source", "column", "how"]))


def source_table(
    path: str | os.PathLike,
    source_sheet: str | None = None,
    needed: Iterable[str] = (),
    known: Callable[[str], bool] = lambda heading: False,
) -> pd.DataFrame:
    """An export as text, "" for missing, below the headings that `find_headings` finds by `needed`, or by `known`.

    A refusal never shows an identity number. Raises WrongUse where the file cannot be read.
    """
    path = Path(path)
    ordinary(path)
    columns = _excel(path, source_sheet) if path.suffix.lower() in (".xlsx", ".xlsm") else as_columns(csv_rows(path))
    return table_below(columns, path, needed, known)


def table_below(
    columns: list[tuple[list[str], list[bool]]],
    path: Path,
    needed: Iterable[str] = (),
    known: Callable[[str], bool] = lambda heading: False,
) -> pd.DataFrame:
    """The table below the headings of columns, each with its texts and which of them Excel holds as numbers; `attrs["lines"]`
    holds the line of each row as a spreadsheet counts it."""
    lines, needed = max((len(cells) for cells, _ in columns), default=0), list(needed)
    first = [[cells[line] for cells, _ in columns] for line in range(min(TITLES + 2, lines))]
    headings, after = find_headings(first, needed, known)
    table = {}
    for (cells, numbers), head in zip(columns, _all_named(columns, headings, after, path), strict=True):
        if head:
            table[head] = [
                t + "0" if n and (TWO_READINGS.fullmatch(t) or BROKEN_GROUPS.fullmatch(t)) else t.strip()
                for t, n in zip(cells[after:], numbers[after:], strict=True)
            ]
    if not table:
        raise WrongUse(of_tables.NO_TABLE.fill(file=path.name))
    frame = pd.DataFrame(table, dtype=object)
    frame = frame[(frame != "").any(axis=1)]
    lines = (frame.index + after + 1).tolist()
    frame = frame.reset_index(drop=True)
    frame.attrs["lines"] = lines
    return frame


def _all_named(columns: list[tuple[list[str], list[bool]]], headings: list[str], after: int, path: Path) -> list[str]:
    """A name for every column that holds something, so that none is lost without a line: "RT (2)" for a heading that
    stands again, "(D)" for a column of Excel without one. In a text file the latter means that cells were torn apart."""
    names: list[str] = []
    for place, ((cells, _), head) in enumerate(zip(columns, headings, strict=True)):
        line = next((n for n, text in enumerate(cells[after:], after + 1) if text.strip()), None)
        if not head and line is not None:
            if path.suffix.lower() not in (".xlsx", ".xlsm"):
                raise WrongUse(of_tables.TOO_MANY_CELLS.fill(file=path.name, line=line))
            head = f"({column_letters(place)})"
        again = sum(name == head or name.startswith(f"{head} (") for name in names) if head else 0
        names.append(f"{head} ({again + 1})" if again else head)
    return names


def _excel(path: Path, source_sheet: str | None) -> list[tuple[list[str], list[bool]]]:
    """Of each column its texts, and which cells Excel holds as numbers. A number with three decimals gets a fourth later, so
    that it can only be read one way."""
    try:
        book = Book(path)
        cells = book.cells(source_sheet if source_sheet in book.names else book.names[0])
    except (Unreadable, IndexError) as error:
        if isinstance(error, Unreadable):
            raise WrongUse(error.of(path.name, TABLE)) from None
        raise WrongUse(texts.NO_EXCEL.fill(file=path.name)) from None
    if source_sheet is not None and source_sheet not in book.names:
        raise WrongUse(of_tables.NO_SHEET.fill(file=path.name, sheet=source_sheet, names=book.names))
    columns = [cells.column(place) for place in range(cells.width)]
    return [(words, (kinds == NUMBER).tolist()) for words, kinds in columns]


def as_columns(lines: list[tuple[int, list]]) -> list[tuple[list[str], list[bool]]]:
    """The same of the lines of a text file, whose cells are all typed."""
    rows = [row for _, row in lines]
    wide = max(map(len, rows), default=0)
    return [([row[place] if place < len(row) else "" for row in rows], [False] * len(rows)) for place in range(wide)]


def _bare(heading: str) -> str:
    return re.sub(r"[\W_]+", " ", same_word(heading)).strip()
