"""`simulate_register`: a household register with known answers, year after year, village after village."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from numbers import Integral, Real
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from ... import __version__
from ...display import Shown
from ...display.progress import progress_bar
from ...files.atomic import whole_folder
from ...files.csv_text import csv_text
from ...say import LANGUAGES
from ...say.errors import WrongUse
from ...tables.place_names import regency_named
from . import texts
from .answers import answers, lose
from .known import LOW_DECILE, village_figures_by_hand
from .parts import Known, Parts
from .presence import names_of, present
from .sites import chosen, plant
from .sizes import Sizes, sizes
from .standing import Standing, standings

KNOWN = "_known"  # the folder of what the generator knows: no data to those who read registers
LAST = 2025  # the newest year with published poverty lines
_YEARS = (2000, 2035)
_EFFECT = -4.0
_EFFECTS = (-50, 50)
_SEEDS = 999_999_999
_PIECE = 60_000  # rows at a time: they fit into the cache of a processor


@dataclass(frozen=True, eq=False)
class SimulatedRegister(Shown):
    """A register that was written to `folder`. `years`: what it holds; `effect`: what was planted, in percentage points."""

    folder: Path
    years: pd.DataFrame = field(repr=False)
    regencies: int
    sites: int
    effect: float
    seed: int

    def table(self) -> pd.DataFrame:
        """One row a year: year, households (rows), villages, sites (that begin in it)."""
        return self.years

    def sentence(self, lang: str | None = None) -> str:
        """That it is made up, how large it is, and what was planted."""
        said = texts.NO_SITES if not self.sites else texts.SITES if self.effect else texts.SITES_NO_EFFECT
        return texts.REGISTER.say(
            lang,
            n=int(self.years["households"].sum()),
            villages=int(self.years["villages"].max()),
            regencies=self.regencies,
            first=self.years["year"].min(),
            last=self.years["year"].max(),
            sites=said.fill(n=self.sites, effect=self.effect),
            seed=self.seed,
        )


def simulate_register(
    households: float,
    out: str | os.PathLike,
    *,
    years: int | Iterable[int] = 5,
    regencies: str | Iterable[str] | None = None,
    effect: float = _EFFECT,
    seed: int = 0,
) -> SimulatedRegister:
    """Writes a synthetic register of households with known answers to the folder `out`, of any size in little memory.

    Parameters
    ----------
    households : household-years in all (20e6 is read, too), spread over years and villages: each village has one before any
        has two, the rest goes by the population of its kabupaten or kota, and unequally inside it. A register too small for
        four a village and year in all of Indonesia holds as many whole kabupaten and kota, drawn by the seed, as it fills so.
    out : the folder to write; it must not exist, or be empty. It appears whole at the end, or not at all.
    years : how many, the last 2025 (the newest with published poverty lines), or years one after the other, between 2000 and
        2035: `range(2021, 2026)`.
    regencies : names or codes of kabupaten and kota, such as "Kota Depok" or ["32.76", "36.72"]; None is all of Indonesia.
    effect : percentage points by which the share of households in deciles 1 to 4 changes at sites, from the programme year
        on (-50 to 50); 0 plants none. Whole households change, so that the effect is right on average over sites and known
        exactly for each; no more change than there are. The sites are the same whatever the effect.
    seed : from 0 to 999,999,999. The same seed gives the same households; a regency alone, asked for as many household-years
        as it has in a larger register of the same years, is that part of it.

    Returns a frozen result: `.folder`, `.table()` by year, `.sentence(lang)`.

    The folder: `year=2021/part-00000.parquet`, sorted by village, with the columns of the workbook's sheet `households`,
    `weight` (households of the village for each in the register, the same for all of a village and year),
    `poverty_line_rupiah_person_month` (BPS; missing where none is published for the year) and `synthetic`, true in every row.
    About three households in a hundred leave each year and as many join; a few move to another village of their regency and
    keep their id. Some values are missing. `_known/village_years.parquet`: the figures of each village and year, counted by
    hand; `_known/sites.csv`: one or two sites a regency and year, those never a site with the highest share in low deciles
    the year before.

    Raises WrongUse for a folder that holds anything, a name that is no regency, a number of households too small or too large
    for the places, and a folder that cannot be written.

    Real: places (Kepmendagri 300.2.2-2430/2025), population (Dukcapil 2024), poverty lines and the rates that spending leans
    on (BPS). Not for saying anything about a place: every household is made up.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     made = simulate_register(2_000, folder, years=2, regencies="Kota Depok", seed=1)
    >>> made.table()[["year", "households", "villages"]].to_numpy().tolist()
    [[2024, 994, 63], [2025, 1006, 63]]
    """
    span, places = _checked(households, years, regencies, effect, seed)
    made = sizes(int(households), span, places, seed)
    with whole_folder(out) as folder, progress_bar(texts.WORK) as tick:
        by_year, start = _written(folder, made, span, float(effect), seed, tick)
        _say_known(folder / KNOWN, made, start, span, float(effect), seed)
    table = pd.DataFrame(by_year, columns=["year", "households", "villages"])
    table["sites"] = [int((start == year).sum()) for year in span]
    return SimulatedRegister(Path(out), table, len(made.regencies), int((start > 0).sum()), float(effect), int(seed))


def _written(
    folder: Path, made: Sizes, span: list[int], effect: float, seed: int, tick: Callable[..., None]
) -> tuple[list[tuple[int, int, int]], np.ndarray]:
    """Writes every year and its known figures; gives year, rows and villages, and the first programme year of
    each village (0 for never)."""
    start, low = np.zeros(len(made.codes), dtype=np.int64), None
    everything, done, by_year = int(made.counts.sum()), 0, []
    with Known(folder / KNOWN, made.codes) as kept:
        for column, (year, now) in enumerate(zip(span, standings(made, span, seed), strict=True)):
            if low is not None:
                start = chosen(low, start, made, year)
            measured, before = [], done
            with Parts(folder / f"year={year}", made.codes) as parts:
                for rows, figures in _pieces(made, column, year, now, start, effect, seed):
                    parts.add(rows)
                    kept.add(year, figures)
                    measured.append(figures[LOW_DECILE])
                    done += int(figures["rows"].sum())
                    tick(done, everything)
            low = np.concatenate(measured)
            by_year.append((year, done - before, len(low)))
    return by_year, start


def _pieces(
    made: Sizes, column: int, year: int, now: Standing, start: np.ndarray, effect: float, seed: int
) -> Iterator[tuple[dict[str, np.ndarray], dict[str, np.ndarray]]]:
    """Consecutive villages of one year: their rows, and their known figures."""
    ends = np.cumsum(made.counts[column])
    first = 0
    while first < len(ends):
        before = ends[first - 1] if first else 0
        last = max(first + 1, int(np.searchsorted(ends, before + _PIECE, side="right")))
        who = present(made, column, year, first, last, seed)
        village, n = who.village, len(who.village)
        columns = {
            "village_code": village,
            "household_id": names_of(who, made),
            **answers(who, year, now.need[village], now.middle[village], now.rws[village]),
            "weight": made.weight[column][village],
            "poverty_line_rupiah_person_month": now.line[village],
            "synthetic": np.ones(n, dtype=bool),
        }
        lose(columns, who, year)
        planted = np.zeros(last - first)
        for site in np.flatnonzero((start[first:last] > 0) & (effect != 0)):
            here = slice(*np.searchsorted(village, [first + site, first + site + 1]))
            planted[site] = plant(columns["registry_decile"][here], who.key[here], effect, made.numbers[first + site], year)
        yield columns, village_figures_by_hand(columns, village - first, last - first) | {"planted_points": planted}
        first = last


def _say_known(folder: Path, made: Sizes, start: np.ndarray, span: list[int], effect: float, seed: int) -> None:
    """The sites, and what the folder holds, in both languages."""
    site = start > 0
    sites = pd.DataFrame({"area_code": made.codes[site], "year": start[site], "effect_percentage_points": effect})
    sites = sites.sort_values(["year", "area_code"], ignore_index=True)
    (folder / "sites.csv").write_bytes(csv_text(sites).encode())
    said = texts.README.fill(
        version=__version__, seed=seed, n=int(made.counts.sum()), first=span[0], last=span[-1], effect=effect
    )
    (folder / "README.txt").write_text("\n".join(said.say(lang) for lang in LANGUAGES), encoding="utf-8")


def _checked(households: Any, years: Any, regencies: Any, effect: Any, seed: Any) -> tuple[list[int], list[str] | None]:
    """Years and codes of regencies. WrongUse names every argument that cannot be."""
    faults = []
    if not (_whole(households, 1) or isinstance(households, float) and households >= 1 and households.is_integer()):
        faults.append(texts.NOT_A_NUMBER.fill(given=households))
    span = list(range(LAST + 1 - min(int(years), LAST), LAST + 1)) if _whole(years, 1) else _listed(years)
    row = bool(span) and span == list(range(span[0], span[0] + len(span)))
    if not row or span[0] < _YEARS[0] or span[-1] > _YEARS[1]:
        given = f"{span[0]}-{span[-1]}" if row else years
        faults.append(texts.NOT_YEARS.fill(given=given, least=_YEARS[0], most=_YEARS[1], last=LAST))
    number = isinstance(effect, Real) and not isinstance(effect, bool)
    if not number or not _EFFECTS[0] <= float(effect) <= _EFFECTS[1]:
        faults.append(texts.NOT_AN_EFFECT.fill(given=effect, least=_EFFECTS[0], most=_EFFECTS[1]))
    if not _whole(seed, 0) or int(seed) > _SEEDS:
        faults.append(texts.NOT_A_SEED.fill(given=seed, most=_SEEDS))
    if faults:
        raise WrongUse(texts.REFUSED.fill(faults=faults))
    if regencies is None:
        return span, None
    return span, [regency_named(one) for one in ([regencies] if isinstance(regencies, (str, int)) else regencies)]


def _listed(years: Any) -> list[int]:
    try:
        given = list(years)
    except TypeError:
        return []
    return [int(year) for year in given] if all(_whole(year, 0) for year in given) else []


def _whole(value: Any, least: int) -> bool:
    return isinstance(value, Integral) and not isinstance(value, bool) and int(value) >= least
