"""`p2wkss map`: an indicator of BPS, or a column of the user's own table, on a map."""

from __future__ import annotations

import io
import re
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...say.errors import WrongUse
from ..line import texts as of_line
from ..line.given_paths import Read, Written
from ..line.known_places import must_exist
from ..line.own_workbook import column_called, filled_workbook
from ..line.parser import Adds
from ..line.shared_options import boundaries_option, sheet_option
from ..line.show import number_of, say_readings, whole, whole_numbers
from ..texts import maps as texts
from ..texts import results as say

if TYPE_CHECKING:
    import pandas as pd

    from ...front.city import City
    from ...pictures.picture import Picture


def add(command: Adds) -> None:
    """Registers the command."""
    drawn = command("map", draw_map, texts.MAP)
    drawn.add_argument("--indicator", default="poverty_rate", help=texts.MAP_INDICATOR)
    drawn.add_argument("--method", help=texts.MAP_METHOD)
    drawn.add_argument("--table", type=Read, metavar="FILE", help=texts.MAP_TABLE)
    drawn.add_argument("--column", help=texts.MAP_COLUMN)
    drawn.add_argument("--code", default="area_code", metavar="COLUMN", help=texts.MAP_CODE)
    sheet_option(drawn)
    drawn.add_argument("--year", type=int, help=texts.MAP_YEAR)
    drawn.add_argument("--years", metavar="2015-2025", help=texts.MAP_YEARS)
    drawn.add_argument("--by", metavar="INDICATOR", help=texts.MAP_BY)
    drawn.add_argument("--province", help=texts.MAP_PROVINCE)
    drawn.add_argument("--inside", help=texts.MAP_INSIDE)
    boundaries_option(drawn)
    drawn.add_argument("--sites", action="store_true", help=texts.MAP_SITES)
    drawn.add_argument("--better", choices=("higher", "lower"), help=texts.MAP_BETTER)
    drawn.add_argument("--classes", default="5", metavar="5|5,10,20", help=texts.MAP_CLASSES)
    drawn.add_argument("--label", help=texts.MAP_LABEL)
    drawn.add_argument("--unit", help=texts.MAP_UNIT)
    drawn.add_argument("--source", help=texts.MAP_SOURCE)
    drawn.add_argument("--title", help=texts.MAP_TITLE)
    drawn.add_argument("--out", type=Written, required=True, help=texts.MAP_OUT)


def draw_map(options: Namespace) -> int:
    from ...files.atomic import write_atomically

    kind = Path(options.out).suffix.lower().lstrip(".")
    if kind not in ("png", "svg", "pdf"):
        raise WrongUse(say.UNKNOWN_PICTURE.fill(kind=kind))
    if options.column and not options.table:
        raise WrongUse(say.COLUMN_NEEDS_TABLE)
    years: Sequence[int] = _years(options.years) if options.years else []
    picture = _of_table(options, years) if options.table else _published(options, years)
    buffer = io.BytesIO()
    picture.savefig(buffer, format=kind, dpi=200)
    print(of_line.WRITTEN.say(options.lang, path=write_atomically(options.out, buffer.getvalue())))
    print(picture.sentence(options.lang))
    return 0


def _published(options: Namespace, years: Sequence[int]) -> Picture:
    """One BPS indicator, or two, of a province or of the country."""
    from ...pictures.maps.published import map_indicator
    from ...places.areas import level_of
    from ...tables.intake import load

    if options.inside and (options.province or level_of(options.inside) != "province"):
        raise WrongUse(say.PROVINCES_ONLY)
    return map_indicator(
        options.indicator,
        years or options.year,
        options.province or options.inside or "32",
        by=options.by,
        method=options.method,
        boundaries=options.boundaries,
        sites=load("programme_sites") if options.sites else None,
        classes=_classes(options.classes),
        title=options.title,
        source=options.source,
        lang=options.lang,
    )


def _of_table(options: Namespace, years: Sequence[int]) -> Picture:
    """A column of the user's own table."""
    from ...pictures.maps.maps import map_need, map_years
    from ...tables.intake import load
    from ...tables.place_names import regency_or_province

    if options.by or options.province:
        raise WrongUse(say.BPS_ONLY)
    years = list(years)
    if options.inside and options.inside.count(".") < 2:  # a kecamatan is given by its code
        options.inside = regency_or_province(options.inside)
    rows, asked = _own(options, years)
    asked |= {
        "inside": options.inside,
        "boundaries": options.boundaries or asked.get("boundaries"),
        "classes": _classes(options.classes),
        "title": options.title,
        "lang": options.lang,
    }
    if options.source:
        asked["source"] = options.source
    areas = load("areas")
    return map_years(rows, areas, years=years, **asked) if years else map_need(rows, areas, **asked)


def _years(text: str) -> Sequence[int]:
    """`2015,2020,2025`, or `2015-2025` for those from one to the other that have figures."""
    ends = re.fullmatch(r"([12]\d{3})-([12]\d{3})", text.strip())
    return range(int(ends[1]), int(ends[2]) + 1) if ends else whole_numbers(text, "--years")


def _own(options: Namespace, years: list[int]) -> tuple[pd.DataFrame, dict[str, Any]]:
    """Rows `area_code, year, column` of the user's table, and what the map is told beside them."""
    from ...tables.intake import load

    if not options.column:
        raise WrongUse(say.NAME_COLUMN)
    city = filled_workbook(options.table, options.lang, options.sheet)
    if city is not None:
        table, told = _of_workbook(city, options)
    else:
        table, told = _of_file(options), {"sites": load("programme_sites") if options.sites else None}
    must_exist(table["area_code"], inner=False)
    if options.inside:
        table = table[table["area_code"].str.startswith(options.inside + ".")]
    table = _of_years(table, options, years)
    told |= {"value": options.column, "better": options.better, "label": options.label or told.get("label"), "unit": options.unit}
    return table, told


def _of_file(options: Namespace) -> pd.DataFrame:
    from ...tables.open_file import read_table

    table = read_table(options.table, numbers=[options.column], codes=[options.code], sheet=options.sheet, known=["year"])
    say_readings(options, table)
    table = table.rename(columns={options.code: "area_code"})
    if "year" not in table:
        return table[["area_code", options.column]]
    wrong = table["year"][~table["year"].str.fullmatch(r"(19|20)[0-9]{2}").fillna(False)]
    if len(wrong):
        raise WrongUse(say.NO_YEAR.fill(given=wrong.iloc[0]))
    return table[["area_code", "year", options.column]].astype({"year": "int64"})


def _of_workbook(city: City, options: Namespace) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The column of the sheet `villages`, with the source that stands beside it in the workbook."""
    from ...dictionary.figures import village_figures
    from ...dictionary.sheets import label_of, one_cut, village_label

    table = city.tables["villages"].rename(columns={"village_code": "area_code"})
    known = [c for c in table.select_dtypes("number") if c != "year"]
    options.column = column_called(city, "villages", options.column)
    if options.column not in known:
        raise WrongUse(say.NO_NUMBER_COLUMN.fill(column=options.column, known=[label_of("villages", c) for c in known]))
    after = list(table.columns)[list(table.columns).index(options.column) :]
    told = {"sites": city.tables["sites"] if options.sites else None, "synthetic": city.synthetic}
    told["boundaries"] = None if options.boundaries else city.boundaries
    figure = village_figures().get(options.column)
    if figure and figure.cut and (cut := one_cut(table)):
        told["label"] = village_label(options.column, options.lang, cut).rsplit(" (", 1)[0]  # the unit is told beside it
    source = next((c for c in after if c.endswith("_source")), None)
    if source and not options.source:
        told["source"] = "; ".join(sorted(table.loc[table[options.column].notna(), source].dropna().unique())) or None
    return table[["area_code", "year", options.column]], told


def _of_years(table: pd.DataFrame, options: Namespace, years: list[int]) -> pd.DataFrame:
    """The rows of the years asked for, or of the newest year with a figure."""
    from ...dictionary.sheets import label_of

    there = table.dropna(subset=options.column)
    if there.empty:
        called = label_of("villages", options.column)  # a column of a file of the office's own stands for itself
        raise WrongUse(say.NO_FIGURE_INSIDE.fill(column=called.say(options.lang), where=options.inside or say.THIS_TABLE))
    if "year" not in table:
        if options.year or years:
            raise WrongUse(say.NO_COLUMN_YEAR)
        return table
    known = sorted(int(y) for y in there["year"].unique())
    asked = years or [options.year or known[-1]]
    absent = [y for y in asked if y not in known]
    if absent:
        raise WrongUse(say.YEARS_ABSENT.fill(column=options.column, absent=absent, known=known))
    return table[table["year"].isin(asked)]


def _classes(text: str) -> int | list[float]:
    """`5` is a number of classes; with a comma or a point the text holds limits."""
    parts = [part for part in text.split(",") if part.strip()]
    if len(parts) == 1 and parts[0].strip().isdigit():
        return whole(parts[0], "--classes")
    return [number_of(part, "--classes") for part in parts]
