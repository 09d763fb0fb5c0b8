"""Quantiles by weight: both ways against a count by hand, with ties, households of no weight and groups without any value."""

import narwhals.stable.v2 as nw
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from p2wkss_analysis.tables.engine.by_weight import by_window
from p2wkss_analysis.tables.engine.duckdb_engine import DuckDB
from p2wkss_analysis.tables.engine.source import Source

SHARES = {"least": 0.0, "tenth": 0.1, "third": 1 / 3, "half": 0.5, "most": 1.0}


def by_hand(group: pd.DataFrame) -> list[float]:
    known = sorted(zip(group["value"], group["weight"], strict=True)) if group["value"].notna().all() else []
    whole, out = sum(weight for _, weight in known), []
    for q in SHARES.values():
        upto, found = 0.0, np.nan
        for value, weight in known:
            upto += weight
            if upto >= q * whole - 1e-9:
                found = value
                break
        out.append(found)
    return out


@pytest.fixture(scope="module")
def rows():
    """Groups of 1 to 70 households, and one of 600; a whole number of tenths as weight, so that shares are often reached exactly."""
    rng = np.random.default_rng(3)
    size = [*range(1, 71), 600]
    table = pd.DataFrame({"area": np.repeat([f"a{n:03}" for n in size], size), "year": 2025})
    table["value"] = rng.integers(1, 12, len(table)).astype(float)
    table["weight"] = rng.choice([0.0, 0.1, 0.1, 0.7, 3.0], len(table))
    table.loc[table["area"] == "a004", "weight"] = 0.0
    table.loc[table["area"] == "a007", "value"] = np.nan
    return table.sample(frac=1, random_state=1, ignore_index=True)


def test_both_ways_are_the_count_by_hand(rows):
    wanted = {key: by_hand(group) for key, group in rows.groupby(["area", "year"])}
    engine = DuckDB()
    try:
        frame = engine.read(Source("", table=nw.from_native(pa.Table.from_pandas(rows))))
        for way in (engine.quantiles, by_window):
            found = engine.collect(way(frame, ["area", "year"], "value", "weight", SHARES)).to_pandas()
            assert len(found) == len(wanted)
            for line in found.itertuples():
                np.testing.assert_array_equal([getattr(line, name) for name in SHARES], wanted[line.area, line.year])
    finally:
        engine.close()


def test_values_nobody_knows_do_not_count_and_no_weight_is_none(rows):
    blank = pd.DataFrame({"area": "b", "year": 2025, "value": [5.0, np.nan, 1.0, 2.0], "weight": [1.0, 9.0, np.nan, 1.0]})
    engine = DuckDB()
    try:
        frame = engine.read(Source("", table=nw.from_native(pa.Table.from_pandas(blank))))
        for way in (engine.quantiles, by_window):
            (found,) = engine.collect(way(frame, ["area", "year"], "value", "weight", SHARES)).to_pylist()
            assert [found[name] for name in ("half", "most")] == [2.0, 5.0]
    finally:
        engine.close()
