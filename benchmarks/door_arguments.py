"""The door of Python: public functions with numpy scalars, odd indices, categoricals, Arrow columns, infinities and huge numbers."""

from __future__ import annotations

import contextlib
import datetime as dt
import decimal
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import door_damage as damage
import numpy as np
import pandas as pd
import pyarrow as pa
from door_judge import READ, Silent

# fmt: off
ODD: list[Any] = [
    None, True, False, 0, 1, 2, -1, 3, 2026, 10**30, -(10**30), 1.5, -0.0, float("nan"), float("inf"), -float("inf"), 1e308, 5e-324,
    np.int8(3), np.int64(2), np.uint8(200), np.float32(0.1), np.float64("nan"), np.bool_(True), np.str_("outcome"), np.array(2), np.array([1, 2]), np.array([]),
    np.datetime64("2024-01-01"), decimal.Decimal("1.5"), 1j, "", " ", "x", "outcome", "higher", "32.76", "3276", "Depok", "1", "inf", "\0", "\ud800", b"x",
    [], [1], ["x"], ["outcome"], [None], [[1]], (), (1, 2), {}, {"x": 1}, {"outcome": "higher"}, {1: 2}, set(), {"x"}, range(3), object(), len, int, ...,
    dt.date(2024, 2, 29), dt.timedelta(days=1), pd.NA, pd.NaT, pd.Timestamp("2024-01-01"), pd.Series([1, 2]), pd.Series([], dtype=float), pd.DataFrame(), pd.Index([1]),
    pd.DataFrame({"x": [1]}), pd.Categorical(["a"]), pd.Interval(0, 1), Path("none.xlsx"), "x" * 10_000, "none.csv",
]
# fmt: on


@cache
def panel() -> pd.DataFrame:
    from p2wkss_analysis.simulate import simulate_panel

    return simulate_panel(units=24, years=7, seed=1).table()


@cache
def city():
    from p2wkss_analysis.simulate import simulate_city

    return simulate_city("36.72", assisted=12, seed=1).tables


def shaped(rng: random.Random, table: pd.DataFrame) -> tuple[pd.DataFrame, bool]:
    """The table in another shape, and whether it still says the same."""
    table, same = table.copy(), True
    for way in rng.sample(range(14), rng.choice((1, 1, 2))):
        column = rng.choice(list(table.columns)) if len(table.columns) else None
        if way == 0:
            table.index = [0] * len(table)
        elif way == 1:
            table.index = pd.MultiIndex.from_arrays([range(len(table)), ["a"] * len(table)])
        elif way == 2:
            table.index = rng.choice(
                (
                    pd.date_range("2020", periods=len(table)),
                    pd.Index([f"r{n}" for n in range(len(table))]),
                    pd.Index([np.nan] * len(table)),
                )
            )
        elif way == 3 and column is not None:
            table[column] = table[column].astype("category")
        elif way == 4:
            with contextlib.suppress(pa.ArrowException, TypeError, ValueError):  # pandas itself cannot
                table = table.convert_dtypes(dtype_backend="pyarrow")
        elif way == 5 and column is not None:
            table[column] = table[column].astype(object)
        elif way == 6:
            table.attrs["x"] = object()
            table.columns.name = "name"
        elif way == 7:
            table = table.convert_dtypes()
        else:
            same = False
            table = _other(rng, table, column, way)
    return table, same


def _other(rng, table, column, way):
    if way == 8:
        return table.head(rng.choice((0, 1, 2)))
    if way == 9 and column is not None:
        return table.drop(columns=column)
    if way == 10 and len(table.columns):
        return pd.concat([table, table[[column]]], axis=1)
    if way == 11 and len(table) and column is not None:
        value = rng.choice((np.inf, -np.inf, np.nan, None, 10**30, "x", "", 1e308, -1, True, [1], pd.NA))
        cells = table[column].tolist()
        cells[rng.randrange(len(cells))] = value
        table[column] = pd.Series(cells, index=table.index, dtype=object)
        return table
    if way == 12:
        table.columns = pd.MultiIndex.from_product([["a"], table.columns])
        return table
    return pd.concat([table, table.sample(min(5, len(table)), random_state=rng.randrange(99))])


@cache
def calls() -> dict[str, tuple[Callable, dict]]:
    """A valid call of each public function that computes within a second, by keyword."""
    import p2wkss_analysis as p2

    villages, households = city()["villages"], city()["households"]
    last = (
        villages[villages["year"] == villages["year"].max()]
        .dropna(subset=["low_decile_percent", "stunting_percent"])
        .reset_index(drop=True)
    )
    first = households[households["wave"] == 0].reset_index(drop=True)
    need = {"low_decile_percent": "higher", "stunting_percent": "higher"}
    plain = p2.Panel.from_table(panel(), outcome="outcome", better="higher")
    percent = {item: 10.0 for item in ("x",)}
    return {
        "need_index": (
            p2.need_index,
            {
                "table": last,
                "indicators": need,
                "weights": {"low_decile_percent": 0.7, "stunting_percent": 0.3},
                "normalise": "minmax",
                "aggregate": "arithmetic",
            },
        ),
        "Panel.from_table": (p2.Panel.from_table, {"df": panel(), "outcome": "outcome", "better": "higher"}),
        "evaluate": (p2.evaluate, {"panel": plain, "rule": p2.SelectionRule(), "draws": 99, "seed": 1}),
        "SelectionRule": (
            p2.SelectionRule,
            {"by": "outcome", "picks": "lowest", "per_year": 2, "lag": 1, "within": None, "returns": False},
        ),
        "HouseholdRule": (
            p2.HouseholdRule,
            {"by": "score", "columns": ("registry_decile",), "quotas": (), "within": None, "cut": 3.0},
        ),
        "evaluate_households": (
            p2.evaluate_households,
            {"households": households, "outcome": "women_income_rupiah_month", "better": "higher", "draws": 99, "seed": 1},
        ),
        "select_households": (
            p2.select_households,
            {"households": first, "n": 5, "score": "registry_decile", "needier": "lower", "seed": 3, "per_group": {"rt": (0, 3)}},
        ),
        "measured_noise": (p2.measured_noise, {"households": households, "score": "registry_decile"}),
        "draw_lots": (p2.draw_lots, {"candidates": ["a", "b", "c"], "n": 2, "seed": 3, "year": 2027, "seed_source": "x"}),
        "candidate_list": (p2.candidate_list, {"candidates": ["a", "b", "c"], "n": 2, "year": 2027, "seed_source": "x"}),
        "audit_targets": (
            p2.audit_targets,
            {
                "chosen": list(last["village_code"])[:3],
                "need": last.set_index("village_code")["low_decile_percent"],
                "k": 3,
                "draws": 99,
            },
        ),
        "hdi": (
            p2.hdi,
            {
                "life_expectancy": [74.0, 70.0],
                "expected_schooling": [13.0, 12.0],
                "mean_schooling": [9.0, 8.0],
                "expenditure": [11_000.0, 9_000.0],
            },
        ),
        "poverty": (p2.poverty, {"expenditure": [4e5, 9e5, 2e6], "line": 6e5, "weights": [1.0, 2.0, 1.0]}),
        "slum_score": (p2.slum_score, {"percent": percent}),
        "healthy_family_index": (p2.healthy_family_index, {"answers": first}),
        "readiness": (p2.readiness, {"answers": {"x": True}, "profile": "krppa"}),
        "match_places": (
            p2.match_places,
            {"table": last[["village"]].head(5), "column": "village", "inside": "36.72", "level": "village"},
        ),
        "series": (p2.series, {"regency": "32.76", "indicator": "poverty_rate"}),
        "load": (p2.load, {"name": "slum_cities"}),
        "plan_households": (
            p2.plan_households,
            {"effect": 0.3, "sd": 1.0, "assisted": 30, "comparison": 30, "rts": 6, "draws": 50},
        ),
        "aggregate_households": (
            p2.aggregate_households,
            {"source": _register(), "by": ("area_code", "year"), "decile_cut": 4, "quantiles": (0.5,)},
        ),
        "check_register": (p2.check_register, {"source": _register()}),
        "simulate_panel": (
            p2.simulate_panel,
            {"units": 12, "years": 5, "per_year": 2, "rule": "worst", "effect": 0.5, "seed": 1},
        ),
        "slum_change": (p2.slum_change, {"neighbourhoods": city()["neighbourhoods"], "sites": city()["sites"]}),
        "scorecards": (p2.scorecards, {"tables": {"scores": city()["scores"]}}),
        "tile_map": (p2.tile_map, {"areas": _areas()}),
        "show": (p2.show, {"table": last.head(3), "said": "x"}),
        "open_tables": (p2.open_tables, {"table": "slum_cities", "lang": "en"}),
        "City": (p2.City, {"workbook": "none.xlsx", "key": None, "lang": "en"}),
        "check": (p2.check, {"path": "none.xlsx", "lang": "en"}),
        "OpenData": (p2.OpenData, {"place": "Depok"}),
    }


def _areas() -> pd.DataFrame:
    from door_places import areas

    return areas()


@cache
def _register() -> pd.DataFrame:
    import io

    import door_files

    return pd.read_parquet(io.BytesIO(door_files.made()["register.parquet"])).head(60)


def python(rng: random.Random, folder: Path) -> str:
    """One argument of a valid call changed; a table that says the same in another shape must give the same answer."""
    import os

    os.chdir(folder)
    name = rng.choice(list(calls()))
    call, given = calls()[name]
    given = dict(given)
    which = rng.choice(list(given))
    kept, same = given[which], False
    if isinstance(kept, pd.DataFrame) and rng.random() < 0.85:
        given[which], same = shaped(rng, kept)
    elif isinstance(kept, dict) and rng.random() < 0.5 and kept:
        key = rng.choice(list(kept))
        given[which] = (
            {**kept, key: rng.choice(ODD)} if rng.random() < 0.6 else {**kept, rng.choice(("x", 1, None, "")): rng.choice(ODD)}
        )
    elif isinstance(kept, list) and kept and rng.random() < 0.6:
        given[which] = rng.choice(
            (
                pd.Series(kept),
                np.array(kept),
                tuple(kept),
                kept * 2,
                [*kept, rng.choice(ODD)],
                pd.Series(kept, dtype="category"),
                pd.Series(kept, index=[0] * len(kept)),
                iter(kept),
            )
        )
    elif isinstance(kept, int) and not isinstance(kept, bool) and rng.random() < 0.3:
        given[which], same = rng.choice((np.int64(kept), np.int32(kept))), True
    else:
        given[which] = rng.choice(ODD) if rng.random() < 0.9 else damage.cell(rng)
    try:
        answer = call(**given)
    except Exception as error:
        error.args = (
            (f"{name}({which}={str(given[which])[:80]!r}): {error.args[0] if error.args else ''}", *error.args[1:])
            if type(error).__module__ == "builtins"
            else error.args
        )
        raise
    if hasattr(answer, "sentence"):
        answer.sentence("id"), answer.sentence("en")
    if same and hasattr(answer, "sentence") and answer.sentence("en") != _usual(name):
        raise Silent(f"{name}({which}) says otherwise of the same table: {answer.sentence('en')[:150]!r}")
    return READ


@cache
def _usual(name: str) -> str:
    call, given = calls()[name]
    return call(**given).sentence("en")


DOORS = {"Python arguments": python}
