"""The figures of households read from the workbook's sheet `households`."""

from __future__ import annotations

import narwhals.stable.v2 as nw
import pandas as pd
import pyarrow as pa

from ...dictionary.sheets import fields_of
from .definitions import DEFINITIONS, FLOOR_AREA, defined


def of_sheet(figure: str, rows: pd.DataFrame, floor_area: float = FLOOR_AREA) -> pd.Series:
    """One figure of every household of a sheet, by its name in DEFINITIONS: floats, missing (NaN) where it is not known.

    floor_area: m2 a person below which a house counts as unfit (Permensos 20/2017: 7.2; Permen PUPR 29/2018: 9).

    >>> of_sheet("latrine", pd.DataFrame({"healthy_latrine": ["no", None, "yes"]})).tolist()
    [0.0, nan, 1.0]
    """
    definition = DEFINITIONS[figure]
    types = {field["name"]: field["type"] for field in fields_of("households")}
    columns = {name: _column(rows[name], types[name]) for name in definition.needs}
    found = defined(nw.from_native(pa.table(columns)), [figure], floor_area)[f"_{figure}"]
    return pd.Series(found.to_numpy().astype(float), index=rows.index, name=figure)


def _column(values: pd.Series, kind: str) -> pa.Array:
    if kind == "string":
        return pa.array(values.astype(object).where(values.notna(), None), pa.string())
    if kind == "boolean":
        return pa.array(values.astype("boolean"), pa.bool_())
    return pa.array(values.astype("Float64").to_numpy(float, na_value=float("nan")), pa.float64(), from_pandas=True)
