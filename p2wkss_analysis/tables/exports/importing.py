"""Importing an export through a saved mapping: a workbook with one sheet filled, checked, every unused column named."""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from ...dictionary.sheets import CARD, FIRST_DATA_ROW, VILLAGE, fields_of, same_word, setting_called
from ...disclosure.privacy import HIDDEN, identity_numbers, mask, pseudonyms, read_key
from ...display import Shown
from ...files.atomic import refuse_taken, write_once
from ...files.opening import one_run
from ...files.overwriting import allow_writing
from ...say import together
from ...say.errors import WrongUse, check_language
from ...say.harmless import excel_text
from ...say.spoken import spoken
from ..place_names import regency_named
from ..workbook.check import READINGS, Checked, check
from ..workbook.page.paper import looks
from ..workbook.page.sheet import Lists, write_frame
from ..workbook.places import places_of
from ..workbook.template import MADE, SAFE
from . import texts
from .mapping import Mapping, read_mapping, source_table

_SURE_NUMBER = re.compile(r"-?(?:\d+|\d+\.(?:\d{1,2}|\d{4,})|0\.\d+)")


@dataclass(frozen=True)
class Imported(Shown):
    """What came of an import: `.path` the workbook, `.checked` its check, `.table()` what became of each column."""

    path: Path
    checked: Checked
    columns: pd.DataFrame = field(repr=False)
    contradictions: pd.DataFrame = field(repr=False)

    @property
    def unused(self) -> list[str]:
        """Headings of the export that went nowhere."""
        return self.columns.loc[self.columns["use"] == "unused", "source"].tolist()

    def table(self) -> pd.DataFrame:
        """One row per column: source (heading), column, use (mapped, constant, counted, made, unused), filled (cells),
        masked (cells from which an identity number was taken out)."""
        return self.columns.copy()

    def sentence(self, lang: str | None = None) -> str:
        """How many lines came in, which columns were not used, and what the check says."""
        rows = sum(len(t) for name, t in self.checked.tables.items() if name != "settings")
        said = [texts.LINES_IN.fill(n=rows), texts.UNUSED.fill(names=self.unused) if self.unused else texts.ALL_USED]
        if len(self.contradictions):
            said.append(texts.CONTRADICTIONS.fill(n=len(self.contradictions)))
        return together([*said, self.checked.sentence(lang)], lang)


@spoken
@one_run()
def import_table(
    path: str | os.PathLike,
    mapping: Mapping | str | os.PathLike,
    out: str | os.PathLike,
    *,
    regency: str | int | None = None,
    source_sheet: str | None = None,
    lang: str | None = None,
    key: str | os.PathLike | None = None,
) -> Imported:
    """Bring an export into the form of the city's workbook, and check it.

    Parameters
    ----------
    path : the export, .csv or .xlsx; titles above the line of headings do no harm; never changed.
    mapping : a `Mapping`, or the JSON file of one (see `suggest_mapping`).
    out : the workbook to write; refused where it exists, so that no filled workbook is lost.
    regency : the city, by code or name, checked against every village code; with it a name that exactly one of its villages has
        is taken as that village, and said in `.checked.readings`.
    key : key file, needed where the mapping fills no_kk; read before the export is opened.

    Where the mapping has no household_id but no_kk, the pseudonym serves as the id. With `counts` the lines of one
    household become one; a column in which they differ is left empty and listed in `.contradictions`.

    Raises NoKey, and WrongUse for a mapping that does not fit the file.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "x.csv").write_text("no;desa;rt;jenis\\n1;3276111001;4;A\\n")
    >>> mapping = Mapping("households", {"no": "household_id", "desa": "village_code", "rt": "rt"},
    ...                   constants={"wave": "0", "assisted": "ya", "status": "interviewed"})
    >>> done = import_table(folder / "x.csv", mapping, folder / "kota.xlsx", regency="32.76")
    >>> done.checked.ok, done.unused
    (True, ['jenis'])
    """
    lang = check_language(lang)
    regency = None if regency is None else regency_named(regency)
    refuse_taken(out)
    allow_writing([out], reads=[path, mapping, key])
    mapping = mapping if isinstance(mapping, Mapping) else read_mapping(mapping)
    secret = read_key(key) if CARD in mapping.columns.values() else None
    wanted = [*mapping.columns, *(c["column"] for c in mapping.counts.values())]
    source = source_table(path, source_sheet, wanted)
    _headings_there(wanted, source)
    columns = {target: source[heading] for heading, target in mapping.columns.items()}
    use = [(h, mapping.columns.get(h, ""), "mapped" if h in mapping.columns else "unused") for h in source]
    if secret is not None:
        columns[CARD] = cards(columns[CARD], secret)
        if "household_id" not in columns and mapping.sheet == "households":
            columns["household_id"] = columns[CARD].where(columns[CARD] != HIDDEN, "")
            use.append(("", "household_id", "made"))
    counts = {t: _counted(source[c["column"]], c["values"]) for t, c in mapping.counts.items()}
    table = pd.DataFrame(columns, index=source.index, dtype=object).assign(**dict.fromkeys(mapping.constants, ""))
    masked = {c: identity_numbers(table[c]).sum() for c in table}
    table = table.map(mask)
    if "household_id" in table:
        table["household_id"] = without_numbers(table["household_id"])
    table, contradictions = _one_line_each(mapping, table, counts) if counts else (table, _no_contradictions())
    table, named = _named_villages(_translated(mapping, table.assign(**mapping.constants), regency), regency)
    use += [("", c, "constant") for c in mapping.constants] + [(c["column"], t, "counted") for t, c in mapping.counts.items()]
    counted = {c["column"] for c in mapping.counts.values()}
    report = pd.DataFrame(
        [
            (mask(h), t, u, int((table[t] != "").sum()) if t else 0, int(masked.get(t, 0)))
            for h, t, u in use
            if not (u == "unused" and h in counted)
        ],
        columns=["source", "column", "use", "filled", "masked"],
    )
    written = write_sheet(Path(out), mapping.sheet, table, regency, lang)
    checked = check(written, lang, key=key)
    said = texts.NAME_AS_CODE.say(lang)
    names = pd.DataFrame([(mapping.sheet, VILLAGE, said, n, name, code) for name, (code, n) in named.items()], columns=READINGS)
    checked = replace(checked, readings=pd.concat([names, checked.readings], ignore_index=True) if named else checked.readings)
    return Imported(written, checked, report, contradictions)


def _headings_there(wanted: list[str], source: pd.DataFrame) -> None:
    lacking = [mask(h) for h in dict.fromkeys(wanted) if h not in source]
    if lacking:
        raise WrongUse(texts.COLUMNS_ABSENT.fill(lacking=lacking, found=[mask(str(h)) for h in source]))


def cards(column: pd.Series, secret: bytes) -> pd.Series:
    """Pseudonyms; what is filled and is no card number becomes a sign that the check will name."""
    made = pseudonyms(column.where(column != ""), secret).astype(object)
    return made.where(made.notna(), column.map(lambda text: HIDDEN if text else ""))


def _counted(column: pd.Series, values: Any) -> pd.Series:
    wanted = None if values == "*" else {same_word(str(v)) for v in values}
    return column.map(lambda text: bool(text) if wanted is None else same_word(text) in wanted).astype(int)


def _one_line_each(mapping: Mapping, table: pd.DataFrame, counts: dict) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Lines of persons to lines of households, with the counts; where the lines differ the cell is left empty."""
    need = "household_id" if mapping.sheet == "households" else VILLAGE
    if need not in table:
        raise WrongUse(texts.COUNTS_NEED.fill(column=need, card=CARD))
    alone = (table[need] == "").to_numpy()
    group = (
        table[need]
        .where(~alone, pd.Series([f"\x00{n}" for n in range(len(table))], index=table.index, dtype=object))
        .rename(None)
    )
    grouped = table.where(table != "", None).groupby(group, sort=False)  # a cell left empty contradicts nothing
    whole, differing = grouped.first(), grouped.nunique() > 1
    whole = whole.astype(object).where(whole.notna(), "")
    found = [
        (str(whole.loc[g, need]), c, " | ".join(sorted(set(table.loc[group == g, c]))))
        for c in table
        for g in whole.index[differing[c]]
    ]
    whole = whole.mask(differing, "").assign(**{t: c.groupby(group, sort=False).sum().astype(str) for t, c in counts.items()})
    return whole.reset_index(drop=True).astype(object), pd.DataFrame(found, columns=_no_contradictions().columns)


def _no_contradictions() -> pd.DataFrame:
    return pd.DataFrame(columns=["household", "column", "values"])


def _translated(mapping: Mapping, table: pd.DataFrame, regency: str | None) -> pd.DataFrame:
    """Values of the export as values of the sheet: by the mapping's own lists, and BPS codes as Kemendagri codes."""
    for column, pairs in mapping.values.items():
        known = {same_word(k): str(v) for k, v in pairs.items()}
        if column in table:
            table[column] = table[column].map(lambda text, known=known: known.get(same_word(text), text))
    if mapping.codes == "bps" and VILLAGE in table:
        places = places_of(regency or "")
        table[VILLAGE] = table[VILLAGE].map(lambda text: places.of_bps(text) or text)
    return table


def _named_villages(table: pd.DataFrame, regency: str | None) -> tuple[pd.DataFrame, dict[str, tuple[str, int]]]:
    """Names that only one village of the city has as its code: the table, and name to code and how many lines."""
    if VILLAGE not in table or not regency:
        return table, {}
    places = places_of(regency)
    counts = table[VILLAGE].value_counts()
    found = {text: (code, int(n)) for text, n in counts.items() if (code := places.only_one(text))}
    return table.assign(**{VILLAGE: table[VILLAGE].map(lambda text: found[text][0] if text in found else text)}), found


def without_numbers(ids: pd.Series) -> pd.Series:
    """Ids of households, none where a number of a card stands: two hidden ones would be one household."""
    return ids.where(~identity_numbers(ids) & ~ids.str.contains(HIDDEN, regex=False), "")


def write_sheet(out: Path, name: str, table: pd.DataFrame, regency: str | None, lang: str, synthetic: bool = False) -> Path:
    """The workbook: settings, and the one sheet with the lines that came in."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, SAFE)
    book.set_properties({"created": MADE})
    look, lists = looks(book), Lists([])
    settings = write_frame(book, look, "settings", lang, lists)
    told = [("regency_code", regency or ""), *([("synthetic", "yes")] if synthetic else [])]
    for row, pair in enumerate(told, start=FIRST_DATA_ROW - 1):
        settings.write_row(row, 1, (setting_called(pair[0]).say(lang), pair[1]))
    sheet = write_frame(book, look, name, lang, lists)
    for place, f in enumerate(fields_of(name), start=1):
        if f["name"] not in table:
            continue
        numeric = f["type"] in ("number", "integer")
        for row, text in enumerate(table[f["name"]].tolist(), start=FIRST_DATA_ROW - 1):
            if numeric and _SURE_NUMBER.fullmatch(text) and len(text) < 16:
                sheet.write_number(row, place, float(text))
            elif text:
                sheet.write_string(row, place, excel_text(text))
    lists.write(book)
    book.close()
    return write_once(out, data.getvalue())
