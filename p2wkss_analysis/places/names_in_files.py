"""Names of places as files of boundaries hold them: which columns may have some, and what two spellings share."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd


def text_columns(frame: gpd.GeoDataFrame) -> list[str]:
    """The columns that may hold names, without those of numbers and dates."""
    known = (pd.api.types.is_numeric_dtype, pd.api.types.is_datetime64_any_dtype)
    return [c for c in frame.columns.drop(frame.geometry.name) if not any(kind(frame[c]) for kind in known)]


def bare(names: pd.Series) -> pd.Series:
    """Names by their letters alone, without the word for their level."""
    text = names.astype("string").str.lower()
    return text.str.replace(r"^(kabupaten|kab\.?|kota|kecamatan|kelurahan|desa)\s+", "", regex=True).str.replace(
        r"[^a-z]", "", regex=True
    )
