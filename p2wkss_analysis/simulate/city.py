"""A city with a known truth: real places and site years, made-up values, a planted effect, in the city's workbook."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from numbers import Integral
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from ..dictionary.sheets import city_dictionary
from ..display import Shown
from ..rule import HouseholdRule, SelectionRule
from ..say.errors import WrongUse
from ..tables.intake import load
from ..tables.place_names import regency_named
from ..tables.workbook.filled import as_read, write_filled
from ..tables.workbook.settings import household_rule
from ..tables.workbook.template import villages_of
from . import texts
from .deliveries import delivery_table
from .households import CHOSEN_BY, families
from .neighbourhoods import around, neighbourhood_table
from .planted import effects_said, planted, truth
from .scores import score_table
from .sites import MADE_UP, drawn_by_lot, made_up_sites, newest, real_sites, recorded
from .villages import deal, low_decile, starts_by_rule, village_table

_RTS = 7  # of the programme's RW, and as many beside it
_RULES = {"worst": SelectionRule(picks="highest"), "best": SelectionRule(picks="lowest"), "random": None}
_BY_LOT = "draw"
_BY_LOT = "draw"


@dataclass(frozen=True, eq=False)
class SimulatedCity(Shown):
    """A synthetic city. Places and their codes are real; so are the sites where `real_sites`. Every value is made up.

    tables : sheet name to DataFrame, typed as in `check(path).tables`; settings : setting to text.
    truth : what was planted: level (village, household, neighbourhood), outcome, wave, effect, unit, who; `effects` the same
        by outcome, at its first wave.
    year : the programme year whose households, RT and deliveries are there; seed : makes it again.
    """

    tables: dict[str, pd.DataFrame] = field(repr=False)
    settings: dict[str, str]
    truth: pd.DataFrame = field(repr=False)
    effects: dict[str, float]
    regency: str
    name: str
    year: int
    real_sites: bool
    seed: int

    @property
    def household_rule(self) -> HouseholdRule:
        """How the assisted families were chosen, as the workbook states it: for `evaluate_households(..., rule=...)`."""
        return household_rule(self.settings, self.tables["households"])

    def write(self, path: str | os.PathLike, lang: str | None = None) -> Path:
        """Write the workbook (.xlsx) that `check` reads without a fault; the same city gives the same bytes.

        Raises WrongUse where it cannot be written, and where the file is there and holds anything else."""
        return write_filled(path, self.tables, lang, [(texts.SYNTHETIC.say(lang), self._said(lang)), ("", "")])

    def table(self, lang: str | None = None) -> pd.DataFrame:
        """One row a sheet: sheet, rows, real (what is), synthetic (what is)."""
        places, values = texts.PLACES.say(lang), texts.VALUES.say(lang)
        sites = (
            (texts.CONFIRMED.say(lang), texts.PLANNED_HOUSEHOLDS.say(lang))
            if self.real_sites
            else (places, texts.SITES_AND_YEARS.say(lang))
        )
        law = {name: text.say(lang) for name, text in texts.REAL.items()}
        rows = [
            (name, len(table), *(sites if name == "sites" else (law.get(name, places), values)))
            for name, table in self.tables.items()
        ]
        return pd.DataFrame(rows, columns=["sheet", "rows", "real", "synthetic"])

    def sentence(self, lang: str | None = None) -> str:
        """That all values are made up, what is real, and what was planted."""
        return texts.SYNTHETIC_CITY.say(lang, said=self._said(lang))

    def _labels_shown(self, lang: str) -> dict[str, str]:
        return {name: text.say(lang) for name, text in texts.HEADS.items()}

    def _said(self, lang: str | None) -> str:
        sites = (texts.SITES_REAL if self.real_sites else texts.SITES_BY_RULE).fill(n=len(self.tables["sites"]))
        return texts.CITY.say(
            lang,
            name=self.name,
            regency=self.regency,
            sites=sites,
            year=self.year,
            effects=effects_said(self.effects, lang),
            seed=self.seed,
        )


def simulate_city(
    regency: str = "32.76",
    *,
    effect: float | Mapping[str, float] | None = None,
    rule: str | SelectionRule | None = None,
    year: int | None = None,
    assisted: int | None = None,
    until: int = 2026,
    card_numbers: bool = False,
    household_rule: str = "register",
    seed: int = 0,
) -> SimulatedCity:
    """A city of Indonesia with real places, made-up values and a known effect, as its workbook would hold it.

    Parameters
    ----------
    regency : Kemendagri code of one of the 514, such as "32.76" (Depok) or "36.72" (Cilegon).
    effect : what the programme changes. None: -4 percentage points of households in a low decile at sites, +250,000
        rupiah a month of women's income (60 and 30 percent of it one and two years later), +15 points of healthy
        latrines, 60 percent of the slum volumes handled. A number: the village effect in percentage points (-8 to 10)
        beside the other defaults; 0: nothing anywhere. A mapping: exactly what it names (see `simulate/planted.py`).
    rule : None or "real": the confirmed sites of the register in their years, with paths that stood badly the year
        before. "worst", "best" (two villages a year on low_decile_percent the year before), "draw" (two a year by public lot),
        "random", or a SelectionRule by="outcome": made-up sites in real places, in up to five years. The workbook then records
        how they were chosen out of which candidates, except for "random" and a rule inside each district.
    year : programme year followed by households, RT and deliveries; the newest with two more years up to `until`.
    assisted : families in the programme, 10 to 1000; 100 a village of that year. As many of the same pool are compared.
    until : last year of the workbook, 2015 to 2035: no later site, figure or visit is in it.
    card_numbers : fill no_kk with numbers that start with 0000 and belong to nobody, for tests of privacy.
    household_rule : how these families were chosen, which the workbook then states. "register": the lowest deciles of the
        programme's RW, ties by lot, and those next in the register are compared. "score", "draw", "baseline" (income at the
        first visit), "whole_rt", or "unknown": the register and what a musyawarah knew beside it, unrecorded.
    seed : from 0 to 999,999,999 (a longer number could be taken for an identity number); the same seed gives the same city.

    Returns a frozen result: `.tables`, `.settings`, `.truth`, `.write(path, lang)`, `.table(lang)`, `.sentence(lang)`.

    Raises WrongUse for a code that is no regency, a regency without a confirmed site (give a rule), and arguments
    that cannot be.

    Real: places (Kepmendagri 300.2.2-2430/2025), sites (`load("programme_sites")` with their sources), criteria and
    indicators, names of agencies. Not for saying anything about a city: every value is made up.

    >>> city = simulate_city("32.76", effect=0, seed=1)
    >>> city.year, city.settings["synthetic"], len(city.tables["sites"])
    (2024, 'yes', 9)
    """
    regency = regency_named(regency)
    _check(rule, year, assisted, until, seed, household_rule)
    effects, places = planted(effect), villages_of(regency)
    rng = np.random.default_rng(seed)
    area = load("areas").set_index("area_code").loc[regency]
    rule = _RULES.get(rule, rule) if isinstance(rule, str) and rule != "random" else rule
    years, sites, start, low = _sites(regency, places["area_code"].tolist(), rule, until, rng, seed)
    helped = low + effects["low_decile_percent"] * (np.array(years)[None, :] >= start.to_numpy(float)[:, None])
    now = newest(sites, year, until)
    here = sites[sites["year"].astype(int) == now].drop_duplicates("village_code")
    count = 100 * len(here) if assisted is None else assisted
    rts = [
        place for site in here.itertuples() for place in around(site.village_code, _whole(site.rw), _whole(site.rt), _RTS, rng)
    ]
    homes = families(rts, now, count, effects, card_numbers, rng, household_rule)
    sites, candidates = recorded(
        "low_decile_percent", _planned(sites, here, count), start, years, np.clip(low, 0.1, 99), rule, seed
    )
    tables = {
        "settings": _settings(regency, household_rule),
        "villages": village_table(places, years, helped, low, float(area["population_2024"]), rng),
        "neighbourhoods": neighbourhood_table(rts, now, effects["slum_volume_handled"], rng),
        "sites": sites,
        "candidates": candidates,
        "households": homes.table,
        "deliveries": delivery_table(rts, now, homes.table, homes.trained, homes.latrines, rng),
        "scores": score_table(here["village_code"].tolist(), now, rng),
    }
    tables = {name: as_read(name, _known(tables[name], until)) for name in city_dictionary().names()}
    settings = dict(zip(tables["settings"]["setting"], tables["settings"]["value"], strict=True))
    return SimulatedCity(tables, settings, truth(effects), effects, regency, area["name"], now, rule in (None, "real"), int(seed))


def _known(table: pd.DataFrame, until: int) -> pd.DataFrame:
    """The rows of a sheet that the end of the year `until` has seen."""
    if "interview_date" in table:
        return table[[day.year <= until for day in table["interview_date"]]]
    return table[table["year"].astype(int) <= until] if "year" in table else table


def _settings(regency: str, household_rule: str) -> pd.DataFrame:
    note = "semua nilai buatan, bukan data kota / all values are made up, not the city's data"
    rows = [
        ("regency_code", regency, None),
        ("programme", "P2WKSS", None),
        ("floor_area_m2_per_person", "7.2", None),
        ("synthetic", "yes", note),
        ("household_rule", household_rule, None),
    ]
    return pd.DataFrame(rows, columns=["setting", "value", "note"])


def _whole(cell: Any) -> int | None:
    return None if pd.isna(cell) else int(cell)


def _sites(
    regency: str, codes: list[str], rule: str | SelectionRule | None, until: int, rng: np.random.Generator, seed: int
) -> tuple[range, pd.DataFrame, pd.Series, np.ndarray]:
    """Years of the workbook, its sites, the first programme year by village (missing for never), and what (villages,
    years) would be without any programme. Real sites: from two years before the first one, at least ten years."""
    if rule is not None and rule != "real":
        years = range(until - 10, until + 1)
        low = low_decile(len(codes), years, rng)
        start = _by_rule(low, years, codes, rule, until, rng, seed)
        return years, made_up_sites(start), start, low
    sites = real_sites(regency)
    sites = sites[sites["year"].astype(int) <= until]
    if sites.empty:
        raise WrongUse(texts.NO_CONFIRMED_SITE.fill(regency=regency, until=until))
    years = range(int(min(sites["year"].min(), until - 7)) - 2, until + 1)
    low = deal(low_decile(len(codes), years, rng), years, codes, sites, rng)
    return years, sites, sites.groupby("village_code")["year"].min().astype(float).reindex(codes), low


def _by_rule(
    low: np.ndarray,
    years: range,
    codes: list[str],
    rule: str | SelectionRule,
    until: int,
    rng: np.random.Generator,
    seed: int,
) -> pd.Series:
    chosen = rule if isinstance(rule, SelectionRule) else None
    per_year = 2 if chosen is None else chosen.per_year
    chosen_in = len({code[:8] for code in codes}) if chosen is not None and chosen.within else 1
    many = min(5, len(codes) // (2 * per_year * chosen_in))
    if many < 1:
        raise WrongUse(texts.TOO_MANY_SITES.fill(n=len(codes), sites=per_year * chosen_in))
    at = list(range(until - 1 - many, until - 1))
    if rule == _BY_LOT:
        return drawn_by_lot(codes, per_year, at, seed)
    return starts_by_rule(low, years, codes, chosen, per_year, at, rng)


def _planned(sites: pd.DataFrame, here: pd.DataFrame, count: int) -> pd.DataFrame:
    """The sites with the made-up number of families where their year is the one that is followed."""
    share = [count // len(here) + (n < count % len(here)) for n in range(len(here))]
    sites = sites.astype({"planned_households": object, "planned_unit": object})
    sites.loc[here.index, "planned_households"] = share
    sites.loc[here.index, "planned_unit"] = "household"
    sites.loc[here.index, "note"] = [f"{note}; planned_households: {MADE_UP}" for note in here["note"]]
    return sites


def _check(
    rule: str | SelectionRule | None,
    year: int | None,
    assisted: int | None,
    until: int,
    seed: int,
    household_rule: str,
) -> None:
    faults = []
    if isinstance(rule, SelectionRule):
        if rule.by != "outcome" or rule.returns or rule.lag > 5:
            faults.append(texts.RULE_NOT_FOR_A_CITY)
    elif rule not in (None, "real", _BY_LOT, *_RULES):
        faults.append(texts.NOT_A_RULE_OF_A_CITY.fill(given=rule))
    if household_rule not in CHOSEN_BY:
        faults.append(texts.NOT_A_HOUSEHOLD_RULE.fill(given=household_rule, known=CHOSEN_BY))
    for name, value, least, most in (
        ("year", year, 2000, 2035),
        ("until", until, 2015, 2035),
        ("assisted", assisted, 10, 1000),
        ("seed", seed, 0, 999_999_999),
    ):
        if value is None and name in ("year", "assisted"):
            continue
        if not isinstance(value, Integral) or isinstance(value, bool) or not least <= int(value) <= most:
            faults.append(texts.NOT_WITHIN.fill(name=name, given=value, least=least, most=most))
    if faults:
        raise WrongUse(texts.CITY_REFUSED.fill(faults=faults))
