"""The run itself: regency by regency, each kept when it is finished, and everything published at once in the end."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pandas as pd

from .. import __version__
from ..dictionary.figures import outcomes, village_figures
from ..display.progress import steps
from ..files.atomic import try_folder
from ..files.overwriting import allow_writing
from ..places.areas import short_name, told_apart
from ..rule import SelectionRule
from ..say import Text
from ..say.errors import WrongUse
from ..say.spoken import spoken
from ..tables.intake import load
from ..tables.whole_number import check_whole, seed_of
from . import texts
from .effects import WORST, Rule, effect_overall, main_outcome
from .neighbourhood import Pairs, pairs_of_boundaries, pairs_of_tiles
from .publishing import files_of
from .reading import VillageYears, fingerprint, read_village_years
from .regency import Answers, Asked, Regency, answers_of
from .result import ALL, NationalRun, read_back
from .told import Refused
from .unfinished import Unfinished, begin


@spoken
def national_run(
    village_years: pd.DataFrame | str | os.PathLike,
    out: str | os.PathLike,
    sites: pd.DataFrame | str | os.PathLike | None = None,
    boundaries: str | os.PathLike | None = None,
    k: int | None = None,
    outcome: str | None = None,
    rule: Rule = WORST,
    draws: int = 999,
    seed: int = 0,
    lang: str | None = None,
) -> NationalRun:
    """Need, how firm it is, clusters and effects of every kabupaten and kota in one table, into a new folder.

    Parameters
    ----------
    village_years : a DataFrame, or a file or folder (Parquet, CSV, Excel): area_code, year, and any figures of the sheet
        `villages` (low_decile_percent with decile_cut, stunting_percent, ...); other columns are left aside.
    out : a folder that does not exist yet or is empty; it appears when all is finished, and never half.
    sites : the same with area_code and year, the programme years; without them there are no effects.
    boundaries : one file with the boundaries of the villages; by default the tiles kept in the package serve.
    k : sites to choose in each kabupaten or kota, by default as many as in its newest programme year.
    outcome : the main outcome, by which sites were chosen; by default the first of the fixed order that has years enough.
    rule : "worst": each kabupaten or kota took the neediest on the main outcome of the year before, at most as many a year as
        it had; a `SelectionRule` for all; or None where nobody knows. It is an assumption: whether sites speak against it
        stands beside each effect.
    draws, seed : of the placebos; need is as firm as `City.need` says it, by its 10,000 draws.
    lang : of the reasons in the tables.

    Each kabupaten and kota is asked what a city's workbook is asked, by the same functions: the need index (`City.need`),
    local Moran's I of the index (`spatial_clusters`), and the headline of `evaluate`. Row `all` of the effects compares every
    site within its own kabupaten or kota and averages over the country. What cannot be answered has its reason.

    A run that was stopped leaves its finished parts in `out` + ".belum-selesai"; the same call goes on from there, and gives the
    same results to the last digit. Two runs at once into one folder are refused.

    Raises DataFaults with every fault of the tables, WrongUse for a folder that holds something else. Not for one city, whose
    workbook knows more (`City`): recorded draws and the city's own weights are not seen here.

    >>> import tempfile
    >>> areas = load("areas")
    >>> codes = areas.loc[(areas["level"] == "village") & areas["area_code"].str.startswith("31.01"), "area_code"]
    >>> rows = [(code, 2025, 10.0 + i) for i, code in enumerate(sorted(codes))]
    >>> table = pd.DataFrame(rows, columns=["area_code", "year", "stunting_percent"])
    >>> found = national_run(table, Path(tempfile.mkdtemp()) / "hasil")
    >>> found.need[["name", "year", "rank"]].head(2).values.tolist()
    [['Pulau Pari', 2026, 1], ['Pulau Tidung', 2026, 2]]
    """
    asked = _asked(k, outcome, rule, draws, seed)
    out = Path(os.path.abspath(out))
    allow_writing(folders=[out], reads=[village_years, sites, boundaries])
    try_folder(out.parent)
    given = read_village_years(village_years, sites)
    main = _main(given, asked["outcome"])
    areas = load("areas")
    villages = areas[areas["level"] == "village"]
    here = villages[villages["area_code"].str[:5].isin(given.villages["village_code"].str[:5].unique())]
    pairs = None if boundaries is None else pairs_of_boundaries(here, boundaries)
    options = {**asked, "outcome": main, "boundaries": boundaries is not None}
    key = _key(given, here, pairs, options)
    with begin(out, key) as run:
        if run is not None:
            _finish(run, given, here, areas, pairs, Asked(k, main, rule, draws, seed))
            run.publish(files_of(run, given, areas, options, lang or "id"))
    return read_back(out)


def _asked(k: int | None, outcome: str | None, rule: Rule, draws: int, seed: int) -> dict[str, Any]:
    """The options as they are kept, or WrongUse."""
    if k is not None:
        check_whole("k", k, 1)
    check_whole("draws", draws, 99)
    if outcome is not None and outcome not in village_figures():
        raise WrongUse(texts.UNKNOWN_OUTCOME.fill(given=outcome, known=list(outcomes())))
    if not (rule is None or rule == WORST or isinstance(rule, SelectionRule)):
        raise WrongUse(texts.UNKNOWN_RULE.fill(given=rule))
    if isinstance(rule, SelectionRule) and rule.by != "outcome":
        raise WrongUse(texts.RULE_BY_OUTCOME)
    said = asdict(rule) if isinstance(rule, SelectionRule) else rule
    return {"k": k, "outcome": outcome, "rule": said, "draws": int(draws), "seed": seed_of(seed)}


def _main(given: VillageYears, outcome: str | None) -> str:
    if outcome is not None and (outcome not in given.villages or given.villages[outcome].isna().all()):
        raise WrongUse(texts.OUTCOME_WITHOUT_VALUES.fill(given=outcome, known=[c for c in outcomes() if c in given.villages]))
    return outcome or main_outcome(given.villages)


def _key(given: VillageYears, here: pd.DataFrame, pairs: Pairs | None, options: Mapping[str, Any]) -> str:
    """Everything the results follow from, in one checksum."""
    known = [p for p in (pairs or {}).values() if isinstance(p, pd.DataFrame)]
    parts = [
        __version__,
        [(one["role"], one["sha256"]) for one in given.inputs],
        fingerprint(here[["area_code", "name", "lon", "lat"]]),  # tiles follow from them
        fingerprint(pd.concat(known)) if known else "",
        given.synthetic,
        options,
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:20]


def _finish(
    run: Unfinished, given: VillageYears, here: pd.DataFrame, areas: pd.DataFrame, pairs: Pairs | None, asked: Asked
) -> None:
    """Every part that is not finished yet."""
    done = run.done()
    names = told_apart(here, areas)
    codes = sorted(here["area_code"].str[:5].unique())
    of = {code: areas.loc[areas["area_code"] == code, "name"].map(short_name).iloc[0] for code in codes}
    villages, sites = (dict(iter(t.groupby(t["village_code"].str[:5]))) for t in (given.villages, given.sites))
    tiles = dict(iter(here.groupby(here["area_code"].str[:5])))
    by_regency: dict[str, dict[str, str]] = {code: {} for code in codes}
    for code, name in names.items():
        by_regency[code[:5]][code] = name
    left = [code for code in codes if code not in done]
    for code in steps(left, texts.REGENCIES, named=of.__getitem__):
        known = pairs_of_tiles(tiles[code]) if pairs is None else pairs[code]
        regency = Regency(
            code,
            villages[code],
            sites.get(code, given.sites.iloc[:0]),
            by_regency[code],
            known if isinstance(known, pd.DataFrame) else None,
            known if isinstance(known, Refused) else None,
        )
        run.keep(code, _packed(answers_of(regency, asked)))
    columns = [c for c in outcomes() if c in given.villages]
    left = [c for c in columns if f"{ALL}-{c}" not in done]
    effects = {code: run.read(code)["effects"] for code in codes} if left else {}
    for column in steps(left, texts.COUNTRY, named=lambda c: village_figures()[c].name.say()):
        run.keep(f"{ALL}-{column}", _overall(given, effects, column, asked))


def _overall(given: VillageYears, effects: Mapping[str, list[dict]], column: str, asked: Asked) -> dict[str, Any]:
    """The effect over all kabupaten and kota that could be evaluated by themselves."""
    able = {code for code, rows in effects.items() if any(row["outcome"] == column for row in rows)}
    if len(able) < 2:
        return {"effect": None, "reason": _both(texts.NO_TWO_REGENCIES)}
    rows, sites = (t[t["village_code"].str[:5].isin(able)] for t in (given.villages, given.sites))
    found = effect_overall(rows, sites, column, asked.main, asked.rule, asked.draws, asked.seed)
    if isinstance(found, Text):
        return {"effect": None, "reason": _both(found)}
    return {"effect": _worded(found), "reason": None}


def _packed(answers: Answers) -> dict[str, Any]:
    return {
        "need": _columns(answers.need),
        "clusters": _columns(answers.clusters),
        "effects": [_worded(row) for row in answers.effects],
        "summary": answers.summary,
        "refused": [{"question": r.question, "reason": _both(r.reason)} for r in answers.refused],
    }


def _columns(table: pd.DataFrame) -> dict[str, list]:
    return {c: table[c].astype(object).where(table[c].notna(), None).tolist() for c in table}


def _worded(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with its texts in both languages."""
    return {name: _both(value) if isinstance(value, Text) else value for name, value in row.items()}


def _both(text: Text) -> dict[str, str]:
    return {lang: text.say(lang) for lang in ("id", "en")}
