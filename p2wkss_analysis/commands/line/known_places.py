"""Area codes on the command line: each is a place of the list of areas, or an RW or RT of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...say.errors import WrongUse
from . import texts

if TYPE_CHECKING:
    import pandas as pd


def must_exist(codes: pd.Series, inner: bool = True) -> None:
    """Every code is a place of the list of areas, or, unless `inner` is False, an RW or RT of one."""
    from ...tables.intake import load

    places = codes.str[:13] if inner else codes
    every = load("areas")["area_code"]
    known = set(every[every.isin(places.unique())])  # few are looked for among many: the other way takes a second
    unknown = sorted(set(codes[~places.isin(known)]))
    if unknown:
        raise WrongUse(texts.UNKNOWN_AREAS.fill(codes=[*unknown[:5], "..."] if len(unknown) > 5 else unknown))
