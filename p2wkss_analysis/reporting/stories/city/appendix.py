"""Appendix: every sheet of the workbook, its sources and vintages as typed, cells read otherwise than typed, and the limits."""

from __future__ import annotations

import pandas as pd

from ....city.answers import CityAnswers
from ....dictionary.sheets import city_dictionary, fields_of, heading_of, sheet_called, tab_of
from ....disclosure.in_fives import protected_note
from ....disclosure.privacy import mask
from ....say import Text, together
from ...document import HIDDEN, Chapter, Column, Paragraph, Points, Section, Table
from ..texts import APPENDIX_KEY
from .texts import appendix as say
from .texts import shared
from .words import hidden_note, span

SOURCES = {"villages": ("slum", "poverty", "hdi"), "neighbourhoods": ("",), "households": ("registry",)}
MOST = 12  # different sources listed a sheet; a column full of free text is no list of sources


def chapter(m: CityAnswers, lang: str) -> Chapter:
    blocks = [
        Section(say.LIMITS.say(lang)),
        Points(tuple(_limits(m, lang))),
        Section(say.SHEETS.say(lang)),
        Paragraph(_read(m, lang)),
        _sheets(m, lang),
        Section(say.SOURCES.say(lang)),
        *_sources(m, lang),
        Section(say.READINGS.say(lang)),
        *_readings(m, lang),
    ]
    return Chapter(APPENDIX_KEY.say(lang), say.TITLE.say(lang), blocks, "new")


def _limits(m: CityAnswers, lang: str) -> list[str]:
    out = [say.SYNTHETIC] if m.synthetic else []
    kept = [] if m.remembered is None else [m.remembered.say(lang)]
    said = [text.say(lang) for text in (*out, *say.OF_THE_CITY, say.NO_HOUSEHOLD)]
    return [*said, protected_note(lang, m.numbers.margin), *kept]


def _read(m: CityAnswers, lang: str) -> str:
    """That the workbook was read without a fault; how many lines of households it has is not told."""
    pseudonyms = [say.PSEUDONYMS] if m.checked.pseudonyms else []
    return together([say.READ.fill(file=m.checked.file), *m.checked.beside, *pseudonyms, say.LINES_NOT_TOLD], lang)


def _sheets(m: CityAnswers, lang: str) -> Table:
    frame = pd.DataFrame(
        [
            {
                "sheet": tab_of(name).say(lang),
                "what": Text(**city_dictionary().resource(name)["label"]).say(lang),
                "rows": HIDDEN if of_families(name, table) else len(table),
                "years": _years(table),
                "state": (say.EMPTY if table.empty else say.FILLED_IN).say(lang),
            }
            for name, table in m.checked.tables.items()
        ]
    ).astype({"rows": object})
    return Table(
        frame,
        (
            Column("sheet", say.SHEET.say(lang)),
            Column("what", say.HOLDS.say(lang)),
            Column("rows", say.ROWS.say(lang), "integer"),
            Column("years", say.YEARS.say(lang)),
            Column("state", say.STATE.say(lang)),
        ),
        say.SHEETS_TABLE.say(lang),
        shared.SOURCE.say(lang, origin=m.checked.file),
        hidden_note(lang, frame),
    )


def _years(table: pd.DataFrame) -> str | None:
    """The years of a sheet: 2024, or 2018–2024; None where it has none."""
    years = table["year"].dropna() if "year" in table else pd.Series(dtype=float)
    if years.empty:
        return None
    return span(years)


def of_families(sheet: str, table: pd.DataFrame) -> bool:
    """Whether the number of lines would tell a number of households: those of households, and activities that name one."""
    return len(table) > 0 and (sheet == "households" or (sheet == "deliveries" and table["household_id"].notna().any()))


def _sources(m: CityAnswers, lang: str) -> list:
    rows = []
    for sheet, kinds in SOURCES.items():
        table = m.checked.tables[sheet]
        for kind in kinds:
            source, vintage = (f"{kind}_{end}".strip("_") for end in ("source", "vintage"))
            if source not in table or not table[source].notna().any():
                continue
            for name, own in list(table.dropna(subset=[source]).groupby(source))[:MOST]:
                times = sorted(own[vintage].dropna().astype(str).unique()) if vintage in own else []
                rows.append(
                    {
                        "sheet": tab_of(sheet).say(lang),
                        "aspect": say.ASPECTS[kind].say(lang),
                        "source": mask(_source_word(sheet, source, str(name), lang)),
                        "vintage": (times[0] if len(times) == 1 else f"{times[0]} – {times[-1]}") if times else None,
                        "rows": HIDDEN if sheet == "households" else len(own),
                    }
                )  # a register of three families would tell of them
    if not rows:
        return [Paragraph(say.NO_SOURCES.say(lang))]
    frame = pd.DataFrame(rows)
    return [
        Table(
            frame,
            (
                Column("sheet", say.SHEET.say(lang)),
                Column("aspect", say.DATA.say(lang)),
                Column("source", say.AS_TYPED.say(lang)),
                Column("vintage", say.VINTAGE.say(lang)),
                Column("rows", say.ROWS.say(lang), "integer"),
            ),
            say.SOURCES_TABLE.say(lang),
            shared.SOURCE.say(lang, origin=m.checked.file),
            hidden_note(lang, frame),
        )
    ]


def _source_word(sheet: str, column: str, value: str, lang: str) -> str:
    """A source as the workbook's drop-down calls it, or as typed where there is none."""
    field = next(f for f in fields_of(sheet) if f["name"] == column)
    return next((Text(**c["label"]).say(lang) for c in field.get("categories", ()) if c["value"] == value), value)


def _readings(m: CityAnswers, lang: str) -> list:
    rows = m.checked.readings
    if rows.empty:
        return [Paragraph(say.NO_READINGS.say(lang))]
    of_homes = rows["sheet"].map(sheet_called).eq("households")  # the readings name a sheet by its tab
    shown, inside = rows[~of_homes], of_homes.any()
    out: list = [Paragraph(say.READINGS_OF_HOUSEHOLDS.say(lang))] if inside else []
    if len(shown):
        example = [f"{mask(str(t))} → {mask(str(r))}" for t, r in zip(shown["typed"], shown["read"], strict=True)]
        columns = [heading_of(sheet, column, lang) for sheet, column in zip(shown["sheet"], shown["column"], strict=True)]
        out.append(
            Table(
                shown.assign(example=example, column=columns),
                (
                    Column("sheet", say.SHEET.say(lang)),
                    Column("column", say.COLUMN.say(lang)),
                    Column("change", say.CHANGE.say(lang)),
                    Column("cells", say.CELLS.say(lang), "integer"),
                    Column("example", say.FIRST_ONE.say(lang)),
                ),
                say.READINGS_TABLE.say(lang),
            )
        )
    return out
