"""How the columns of an export (DTSEN, SIKS-NG, Pendataan Keluarga, e-PPGBM, slum surveys) become those of a sheet.

No layout of such an export is built in: they differ by year and by office. A mapping is drafted from the headings,
a person confirms it, and it is kept as a small JSON file beside the export for next time.
"""

from __future__ import annotations

import difflib
import json
import os
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

import pandas as pd

from ..display import Shown
from ..errors import WrongUse
from ..language import integer, join, pick
from .atomic import write_atomically
from .open_file import read_table
from .privacy import holds_identity_number, mask
from .workbook_reading import NUMBER, Book, Unreadable
from .workbook_sheets import CARD, city_dictionary, fields_of, same_word

CODES = ("kemendagri", "bps")
TITLES = 20  # lines in which to look for the headings, below a title
_THREE_DECIMALS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


@dataclass(frozen=True)
class Mapping:
    """One export onto one sheet.

    sheet : "villages", "neighbourhoods", "sites", "households", "deliveries" or "scores".
    columns : heading of the export to column of the sheet.
    values : column to {value in the export: value in the sheet}, such as {"water_source": {"1": "piped"}}.
    constants : column to the one value of all lines, such as {"wave": "0", "registry_source": "DTSEN"}.
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

    def __post_init__(self):
        faults = _faults(self)
        if faults:
            raise WrongUse(id="Pemetaan kolom tidak sah: " + " ".join(f[0] for f in faults),
                           en="The mapping of columns is not valid: " + " ".join(f[1] for f in faults))

    def targets(self) -> list[str]:
        """Columns of the sheet that the mapping fills."""
        return [*self.columns.values(), *self.constants, *self.counts]

    def write(self, path: str | os.PathLike) -> Path:
        """Keep the mapping as JSON, to be changed by hand and read by `read_mapping`."""
        return write_atomically(path, (json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def read_mapping(path: str | os.PathLike) -> Mapping:
    """The mapping kept in a JSON file. Raises WrongUse naming everything that is wrong with it."""
    name = mask(Path(path).name)
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8-sig"))
        known = {f.name for f in fields(Mapping)}
        strange = ", ".join(mask(str(k)) for k in set(data) - known)
        if strange:
            raise WrongUse(id=f"{name}: bagian tidak dikenal: {strange}. Yang dikenal: {', '.join(sorted(known))}.",
                           en=f"{name}: unknown parts: {strange}. Known are: {', '.join(sorted(known))}.")
        return Mapping(**data)
    except (OSError, ValueError, TypeError) as error:
        if isinstance(error, WrongUse):
            raise
        raise WrongUse(id=f"Pemetaan {name} tidak dapat dibaca ({type(error).__name__}). Buat rancangannya dengan `suggest_mapping`.",
                       en=f"The mapping {name} cannot be read ({type(error).__name__}). Draft one with `suggest_mapping`.") from None


def _faults(mapping: Mapping) -> list[tuple[str, str]]:
    """Everything that is wrong with a mapping, (id, en)."""
    sheets = [n for n in city_dictionary().names() if n != "settings"]
    if mapping.sheet not in sheets:
        return [(f"lembar {mapping.sheet!r} tidak ada; pilih {', '.join(sheets)}.",
                 f"there is no sheet {mapping.sheet!r}; choose {', '.join(sheets)}.")]
    parts = (mapping.columns, mapping.values, mapping.constants, mapping.counts, mapping.offered)
    if not all(isinstance(part, dict) for part in parts) or not all(
            isinstance(v, dict) for v in (*mapping.values.values(), *mapping.counts.values())):
        return [("setiap bagian harus berupa objek JSON.", "each part must be a JSON object.")]
    if not all(isinstance(v, str) for v in (*mapping.columns.values(), *mapping.constants.values(), *mapping.offered.values())):
        return [("nama kolom dan nilai tetap harus berupa teks.", "names of columns and constants must be text.")]
    out = []
    known = [f["name"] for f in fields_of(mapping.sheet)]
    for target in dict.fromkeys([*mapping.targets(), *mapping.values]):
        if target not in known:
            near = difflib.get_close_matches(str(target), known, n=1)
            out.append((f"kolom {target!r} tidak ada di lembar {mapping.sheet}" + (f"; maksudnya {near[0]!r}?" if near else "."),
                        f"the sheet {mapping.sheet} has no column {target!r}" + (f"; is it {near[0]!r}?" if near else ".")))
    targets = mapping.targets()
    for twice in sorted({t for t in targets if targets.count(t) > 1}):
        out.append((f"kolom {twice!r} diisi dua kali.", f"the column {twice!r} is filled twice."))
    for target, count in mapping.counts.items():
        if not isinstance(count.get("column"), str) or not (count.get("values") == "*" or isinstance(count.get("values"), list)):
            out.append((f"counts {target!r} memerlukan column dan values.", f"counts {target!r} needs column and values."))
    if mapping.codes not in CODES:
        out.append((f"codes harus salah satu dari {', '.join(CODES)}.", f"codes must be one of {', '.join(CODES)}."))
    for part in (mapping.constants, *mapping.values.values()):
        if any(holds_identity_number(str(text)) for text in part.values()):
            out.append(("nilai tetap atau nilai pengganti memuat nomor seperti NIK atau nomor kartu keluarga; hapus.",
                        "a constant or a replaced value holds what looks like a NIK or family card number; remove it."))
    if CARD in mapping.constants:
        out.append((f"{CARD} tidak boleh berupa nilai tetap.", f"{CARD} cannot be a constant."))
    return out


@dataclass(frozen=True)
class Suggestion(Shown):
    """A draft mapping: headings that are surely a column are in it, near ones are only offered."""

    mapping: Mapping
    headings: pd.DataFrame = field(repr=False)

    def table(self) -> pd.DataFrame:
        """One row per heading of the export: source, column, how ("name", "label", "alias", "near" or "none")."""
        return self.headings.copy()

    def sentence(self, lang: str = "id") -> str:
        """How many headings were recognised, and which were not."""
        rest = join([h for h in self.headings.loc[self.headings["how"] == "none", "source"]], lang)
        sure, near = len(self.mapping.columns), len(self.mapping.offered)
        return pick(lang,
                    id=f"{integer(sure, lang)} kolom dikenali, {integer(near, lang)} hanya mirip "
                       "dan perlu dipastikan." + (f" Tidak dikenali: {rest}." if rest else ""),
                    en=f"{integer(sure, lang)} columns recognised, {integer(near, lang)} only "
                       "similar and to be confirmed." + (f" Not recognised: {rest}." if rest else ""))


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
    headings = [str(h) for h in source_table(path, source_sheet).columns]
    known: dict[str, tuple[str, str]] = {}
    for f in fields_of(sheet):
        for how, words in (("name", [f["name"]]), ("label", f["label"].values()), ("alias", f.get("aliases", ()))):
            for word in words:
                known.setdefault(_bare(word), (f["name"], how))
    rows, columns, offered = [], {}, {}
    for heading in headings:
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


def source_table(path: str | os.PathLike, source_sheet: str | None = None, needed: Iterable[str] = ()) -> pd.DataFrame:
    """An export as text, "" for missing, below the line that holds all headings `needed` (else the first line).

    A refusal never shows an identity number.
    """
    needed = list(needed)
    try:
        if Path(path).suffix.lower() in (".xlsx", ".xlsm"):
            return _excel(Path(path), source_sheet, needed)
        return read_table(path, needed=needed, sheet=source_sheet, cards=True).fillna("").astype(object)
    except WrongUse as error:
        raise WrongUse(id=mask(error.sentence("id")), en=mask(error.sentence("en"))) from None


def _excel(path: Path, source_sheet: str | None, needed: list[str]) -> pd.DataFrame:
    """A sheet of an Excel export. A number with three decimals gets a fourth, so that it can only be read one way."""
    try:
        book = Book(path)
        cells = book.cells(source_sheet if source_sheet in book.names else book.names[0])
    except (Unreadable, IndexError):
        raise WrongUse(id=f"{path.name} tidak dapat dibaca sebagai Excel. Simpan ulang sebagai .xlsx tanpa kata sandi.",
                       en=f"{path.name} cannot be read as Excel. Save it anew as .xlsx without a password.") from None
    if source_sheet is not None and source_sheet not in book.names:
        raise WrongUse(id=f"{path.name} tidak memuat lembar {source_sheet!r}; yang ada: {', '.join(book.names)}.",
                       en=f"{path.name} has no sheet {source_sheet!r}; there are: {', '.join(book.names)}.")
    columns = [cells.column(place) for place in range(cells.width)]
    lines = range(min(TITLES, len(cells.rows)))
    heads = [[texts[line].strip() for texts, _ in columns] for line in lines]
    at = next((line for line in lines if needed and set(needed) <= set(heads[line])), 0)
    table = {}
    for (texts, kinds), head in zip(columns, heads[at] if heads else [], strict=True):
        if head and head not in table:
            table[head] = [t + "0" if k == NUMBER and _THREE_DECIMALS.fullmatch(t) else t.strip()
                           for t, k in zip(texts[at + 1:], kinds[at + 1:].tolist(), strict=True)]
    frame = pd.DataFrame(table, dtype=object)
    return frame[(frame != "").any(axis=1)].reset_index(drop=True)


def _bare(heading: str) -> str:
    return re.sub(r"[\W_]+", " ", same_word(heading)).strip()
