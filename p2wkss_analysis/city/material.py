"""Everything a city's report speaks of, asked for once: what the workbook can answer, and for the rest the reason why not."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

from ..delivery import Cost, Progress
from ..delivery.public_log import public_cost, public_progress
from ..delivery.public_reach import PublicReach, public_reach
from ..say.errors import DataFaults, Fault, NotEnoughData, P2wkssError
from .households import CityHouseholds, city_households
from .panel import CityPanel, city_panel
from ..indicators.scorecards import Scorecards, scorecards
from ..say import pick
from ..say.harmless import one_line
from ..places.areas import short_name
from ..disclosure.in_fives import InFives
from ..tables.intake import load
from ..disclosure.published_before import Remembered
from ..tables.workbook.check import Checked, check
from ..targeting.households.assisted import AssistedHouseholds, assisted_households
from .need import CityNeed, city_need, need_by_year
from .sites import CitySites, city_sites
from .told import Told, decile_cut, floor_area, helped_by, told_of


@dataclass(frozen=True)
class Missing:
    """Why the workbook cannot answer a question, in both languages."""

    id: str
    en: str

    def say(self, lang: str) -> str:
        return pick(lang, id=self.id, en=self.en)


@dataclass(frozen=True)
class Delivered:
    """Delivery of the newest programme year on record, as it may be published: progress, cost, and reach or why there is none."""

    year: int
    progress: Progress
    cost: Cost | Missing
    reach: PublicReach | Missing


@dataclass(frozen=True)
class CityMaterial:
    """The workbook and the answers to every question of the report; a question it cannot answer is `Missing`.

    areas: the villages of the regency (all columns of the table of areas); names: code to name; need_map: need of every
    village in the newest year, sites of the past included; told: every number of families; remembered: whether it was kept
    for the next edition, None where nothing is written.
    """

    checked: Checked
    regency: str
    city: str
    programme: str
    synthetic: bool
    areas: pd.DataFrame
    names: dict[str, str]
    need: CityNeed | Missing
    need_map: pd.DataFrame
    sites: CitySites
    chosen: AssistedHouseholds | Missing
    households: CityHouseholds | Missing
    delivered: Delivered | Missing
    panel: CityPanel | Missing
    cards: Scorecards | Missing
    told: Told
    remembered: Remembered | None = None

    def sheet(self, name: str) -> pd.DataFrame:
        """A sheet of the workbook."""
        return self.checked.tables[name]


def gather_city(path: str | os.PathLike, made: dt.date, lang: str = "id", key: str | os.PathLike | None = None,
                rubrics: Iterable = ()) -> CityMaterial:
    """Check the workbook and ask every question of the report.

    Raises DataFaults with every fault where there is one (in `lang`), and what `check` raises. made: the day on which what
    was due is judged. rubrics: files of contest rubrics, see `load_rubric`.
    """
    checked = check(path, lang, key=key)
    if not checked.ok:
        raise DataFaults(_faults(checked), lang)
    tables = checked.tables
    regency = _regency(checked)
    every = load("areas")
    areas = every[(every["level"] == "village") & every["area_code"].str.startswith(regency + ".")]
    named = dict(zip(every["area_code"], every["name"], strict=True))
    names = dict(zip(areas["area_code"], areas["name"], strict=True))
    need = asked(lambda: city_need(tables["villages"], tables["sites"], places=names))
    used = need.used if isinstance(need, CityNeed) else ()
    told = told_of(checked, path, made)
    n = told.numbers
    register = load("programme_sites")
    return CityMaterial(
        checked=checked, regency=regency, city=short_name(named[regency]), areas=areas,
        programme=one_line(checked.settings.get("programme") or "", 80).strip() or "P2WKSS", synthetic=checked.settings.get("synthetic") == "yes",
        names=names, need=need, need_map=_need_map(tables["villages"], need, names),
        sites=city_sites(tables["sites"], tables["villages"], used, register[register["regency_code"] == regency], places=names),
        chosen=asked(lambda: assisted_households(tables["households"], decile_cut(tables["villages"]), n)),
        households=asked(lambda: city_households(tables["households"], floor_area(checked), *helped_by(tables), told=n, rule=checked.household_rule)),
        delivered=asked(lambda: _delivered(tables, made, n)),
        panel=asked(lambda: city_panel(tables["villages"], tables["sites"])), cards=_cards(tables, rubrics, n), told=told,
    )


def _faults(checked: Checked) -> list[Fault]:
    """The faults as the error lists them; a fault of a whole sheet has no row."""
    rows = checked.faults.astype(object).where(checked.faults.notna(), None).to_dict("records")
    return [Fault(**{name: value if name == "row" or value is not None else "" for name, value in row.items()}) for row in rows]


def asked(question: Callable):
    """The answer, or the reason why these data cannot give it."""
    try:
        return question()
    except P2wkssError as error:
        return Missing(error.sentence("id"), error.sentence("en"))


def _regency(checked: Checked) -> str:
    """The city of the workbook: as its settings say, else the one all its codes belong to."""
    stated = (checked.settings.get("regency_code") or "").strip()
    if stated:
        return stated[:5]
    codes = {str(code)[:5] for table in checked.tables.values() if "village_code" in table for code in table["village_code"].dropna()}
    if len(codes) == 1:
        return codes.pop()
    raise NotEnoughData(
        id="Kota buku kerja ini tidak dapat dikenali: isi regency_code pada lembar settings, misalnya 32.76.",
        en="It cannot be told which city this workbook is of: fill in regency_code on the sheet settings, for example 32.76.",
    )


def _need_map(villages: pd.DataFrame, need, places: dict[str, str]) -> pd.DataFrame:
    """area_code, year, need of every village in the newest year that can be ranked; empty where none can."""
    if isinstance(need, Missing):
        return pd.DataFrame(columns=["area_code", "year", "need"])
    rows = need_by_year(villages, need.used, places)
    return rows[rows["year"] == need.data_year]


def _delivered(tables: dict[str, pd.DataFrame], made: dt.date, told: InFives) -> Delivered:
    log = tables["deliveries"]
    if log.empty or not log["year"].notna().any():
        raise NotEnoughData(id="Lembar deliveries belum berisi kegiatan. Isi satu baris untuk setiap kegiatan: OPD, sektor, "
                               "tanggal rencana, dan realisasi.",
                            en="The sheet deliveries holds no activity yet. Fill in one line an activity: agency, sector, "
                               "planned date and share done.")
    year = int(log["year"].max())
    own = log[log["year"] == year]
    return Delivered(year, public_progress(own, made, told), asked(lambda: public_cost(own, made, told)),
                     asked(lambda: public_reach(own, tables["households"], told)))


def _cards(tables: dict[str, pd.DataFrame], rubrics: Iterable, told: InFives):
    if all(tables[name].empty for name in ("neighbourhoods", "scores", "households")):
        return Missing("Lembar neighbourhoods dan scores belum diisi, sehingga belum ada kartu skor.",
                       "The sheets neighbourhoods and scores are not filled in, so that there is no scorecard yet.")
    rubrics = list(rubrics)
    return scorecards(tables, rubrics, told=told) if rubrics else asked(lambda: scorecards(tables, told=told))
