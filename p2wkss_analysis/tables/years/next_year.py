"""The workbook of the next year: every line of this year's as it stands, and empty lines for what is to be filled in next."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from ...dictionary.sheets import CONFIRM, FILL, PRESS, VILLAGE, city_dictionary, fields_of, tab_of
from ...dictionary.texts import PREPARED
from ...disclosure.privacy import mask
from ...disclosure.published_before import Before, file_beside, published_before, remember
from ...display import Shown
from ...files.overwriting import allow_writing
from ...say import Text, together
from ...say.errors import WrongUse, check_language
from ...say.spoken import spoken
from ..workbook.check import Checked
from ..workbook.filled import as_read, write_filled
from ..workbook.template import villages_of
from . import texts

Record = Callable[[int, Mapping[str, pd.DataFrame]], tuple[dict[str, pd.DataFrame], Text]]
"""Given the year and the sheets, those that hold the choice of that year as well, and what to say of it."""

LAST_WAVE = 3  # two years after the programme year
_RT = [VILLAGE, "rw", "rt"]


@dataclass(frozen=True, eq=False)
class NextYear(Shown):
    """A workbook prepared for `year`. lines: one row a sheet, see `.table()`; over: households without a further visit."""

    path: Path
    source: str
    year: int
    lines: pd.DataFrame = field(repr=False)
    over: int
    pseudonyms: int
    kept: bool  # whether the numbers published so far went along
    choice: Text | None = None  # what was recorded of the choice of the year's sites

    def table(self) -> pd.DataFrame:
        """One row a sheet: sheet, carried, to_fill, to_confirm, each a number of lines."""
        return self.lines.copy()

    def _labels_shown(self, lang: str) -> dict[str, str]:
        labels = {"sheet": texts.SHEET, "carried": texts.CARRIED, "to_fill": texts.TO_FILL, "to_confirm": texts.TO_CONFIRM}
        return {name: text.say(lang) for name, text in labels.items()}

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.lines.assign(sheet=[tab_of(name).say(lang) for name in self.lines["sheet"]])

    def sentence(self, lang: str | None = None) -> str:
        """What was carried over, what is to be filled in, and what is to be confirmed."""
        fill = [texts.LINES_OF[r.sheet].fill(n=r.to_fill) for r in self.lines.itertuples() if r.to_fill]
        sites = int(self.lines["to_confirm"].sum())
        said: list[Text | str] = [
            texts.PREPARED_FROM.fill(
                out=mask(self.path.name), year=self.year, file=self.source, n=int(self.lines["carried"].sum())
            ),
            texts.LEFT_TO_FILL.fill(lines=fill) if fill else "",
            self.choice or "",
            (texts.SITES_TO_CONFIRM if sites else texts.NO_SITE_YET).fill(year=self.year, n=sites),
            texts.VISITS_OVER.fill(n=self.over) if self.over else "",
            texts.CARDS.fill(n=self.pseudonyms) if self.pseudonyms else "",
            texts.PUBLISHED_KEPT.fill(name=mask(file_beside(self.path).name)) if self.kept else "",
        ]
        return together(said, lang)


@spoken
def next_year(
    checked: Checked,
    out: str | os.PathLike,
    year: int | None = None,
    lang: str | None = None,
    record: Record | None = None,
) -> NextYear:
    """Write the workbook of the next year from a checked one, which stays as it is.

    Parameters
    ----------
    checked : a workbook without a fault (see `check`); out : the .xlsx file to write, never over one that holds anything else.
    year : the year to prepare; by default the one after the newest in its figures, visits and activities.
    lang : language of labels and drop-downs.
    record : gives the sheets with the choice of that year's sites, where it was made (see `p2.City.next_year`).

    Every line of every sheet is carried over as `check` reads it: settings, figures, sites, visits, activities, scorecards.
    Nothing is computed anew. Below them stand lines to fill in: of each village its figures of `year`; of each RT surveyed
    once, or in the newest survey, the survey of `year`; of each household its next visit, unless it was dissolved, had
    its last one, or was first visited more than three years before. They hold no data until something is filled in. Sites of
    `year` or later that are on record already are marked to be confirmed; none is proposed.

    The new workbook is in the language of the old one. Family card numbers are carried as pseudonyms. What was published of
    this workbook is kept beside the new one, too.

    Raises DataFaults where the workbook has faults, WrongUse where no year can be told or the file cannot be written.

    >>> import tempfile
    >>> from p2wkss_analysis.simulate import simulate_city
    >>> from p2wkss_analysis.tables.workbook.check import check
    >>> folder = Path(tempfile.mkdtemp())
    >>> made = simulate_city("36.72", assisted=10, until=2024, seed=1).write(folder / "2024.xlsx")
    >>> next_year(check(made), folder / "2025.xlsx").year
    2025
    """
    lang = check_language(lang)
    tables = checked.usable_tables()
    year = _year(checked, tables, year)
    allow_writing([out], reads=[checked.path] if checked.path else [])
    visits, over = _visits(tables["households"], year)
    chosen, choice = record(year, tables) if record else ({}, None)
    there = {**tables, **chosen}
    new = {
        "villages": _figures(tables["villages"], checked.settings.get("regency_code", ""), year),
        "neighbourhoods": _surveys(tables["neighbourhoods"], year),
        "households": visits,
        "sites": checked.to_fill.get("sites", pd.DataFrame()),
    }
    whole, prepared = {}, {}
    for name in city_dictionary().names():
        old, more = there[name], new.get(name, pd.DataFrame())
        whole[name] = pd.concat([old, as_read(name, more)], ignore_index=True) if len(more) else old
        prepared[name] = [*_to_confirm(name, old, year), *[PRESS if name == "sites" else FILL] * len(more)]
    same = checked.written_in
    explained = texts.HOW_TO_FILL.say(same, year=year, fill=PREPARED[FILL], confirm=PREPARED[CONFIRM])
    made_up = [(texts.SYNTHETIC.say(same), texts.ALL_MADE_UP.say(same))] if checked.synthetic else []
    path = write_filled(out, whole, same, [*made_up, (texts.HEAD.say(same, year=year), explained), ("", "")], prepared)
    lines = [(n, len(tables[n]), prepared[n].count(FILL), prepared[n].count(CONFIRM)) for n in whole]
    return NextYear(
        path,
        checked.file,
        year,
        pd.DataFrame(lines, columns=["sheet", "carried", "to_fill", "to_confirm"]),
        over,
        checked.pseudonyms,
        keep_published(checked, path),
        choice,
    )


def _year(checked: Checked, tables: Mapping[str, pd.DataFrame], year: int | None) -> int:
    """The year to prepare: as asked, else the one after the newest year of figures, visits and activities; of sites where there
    is nothing else, since they can be planned far ahead."""
    found = [tables[name]["year"].max() for name in ("villages", "neighbourhoods", "deliveries", "scores")]
    found = [y for y in (*found, tables["households"]["interview_date"].dt.year.max()) if not pd.isna(y)]
    newest = max(map(int, found), default=None)
    if year is None and newest is None and tables["sites"]["year"].notna().any():
        newest = int(tables["sites"]["year"].max())
    if year is None and newest is None:
        raise WrongUse(texts.NO_YEAR.fill(file=checked.file))
    asked = newest + 1 if year is None and newest is not None else int(year or 0)
    limits = next(f for f in fields_of("villages") if f["name"] == "year")["constraints"]
    if not limits["minimum"] <= asked <= limits["maximum"]:
        raise WrongUse(texts.YEAR_OUTSIDE.fill(year=asked, least=limits["minimum"], most=limits["maximum"]))
    if newest is not None and asked < newest:
        raise WrongUse(texts.NOT_AFTER.fill(file=checked.file, newest=newest, year=asked))
    return asked


def _figures(villages: pd.DataFrame, regency: str, year: int) -> pd.DataFrame:
    """Every village of the city that has no figures of the year."""
    known = villages_of(regency[:5] or None).rename(columns={"area_code": VILLAGE, "name": "village"})
    if known.empty:  # the settings name no city
        known = villages.drop_duplicates(VILLAGE)[[VILLAGE, "village", "district"]]
    done = villages.loc[(villages["year"] == year).fillna(False).astype(bool), VILLAGE]
    return known[~known[VILLAGE].isin(done)].assign(year=year)


def _surveys(neighbourhoods: pd.DataFrame, year: int) -> pd.DataFrame:
    """Every RT surveyed once, or in the newest survey, that has none of the year."""
    if neighbourhoods.empty:
        return neighbourhoods
    years = neighbourhoods.groupby(_RT)["year"].agg(["min", "max"]).reset_index()
    again = (years["min"] == years["max"]) | (years["max"] == neighbourhoods["year"].max())
    return years.loc[again & (years["max"] < year), _RT].assign(year=year)


def _visits(households: pd.DataFrame, year: int) -> tuple[pd.DataFrame, int]:
    """The next visit of every household that has one left, at its last place; and how many have none."""
    if households.empty:
        return households, 0
    last = households.sort_values(["household_id", "wave"], kind="stable").drop_duplicates("household_id", keep="last")
    begun = households.groupby("household_id")["interview_date"].min().dt.year.reindex(last["household_id"]).to_numpy(float)
    past = (last["wave"] >= LAST_WAVE) | (last["status"] == "dissolved") | (year - begun > LAST_WAVE)
    past = past.fillna(False).to_numpy(bool)
    due = last.loc[~past, ["household_id", "wave", *_RT, "assisted"]]
    order = households.drop_duplicates("household_id").set_index("household_id").index
    due = due.assign(wave=due["wave"] + 1).set_index("household_id").reindex(order[order.isin(due["household_id"])])
    return due.reset_index(), int(past.sum())


def _to_confirm(name: str, table: pd.DataFrame, year: int) -> list[str]:
    """What is left to do with each line carried over: sites of the new year, or later, are to be confirmed."""
    if name != "sites":
        return [""] * len(table)
    return [CONFIRM if planned else "" for planned in (table["year"] >= year).fillna(False)]


def keep_published(checked: Checked, path: Path) -> bool:
    """Keeps what was published of this workbook beside one made from it, so that both together tell no more than each."""
    city = (checked.settings.get("regency_code") or "").strip()
    before = published_before(checked.path, city) if checked.path else Before()
    if not before.counts and not before.lists or file_beside(path).exists():
        return False
    remember(path, city, before, before.counts)
    return file_beside(path).is_file()
