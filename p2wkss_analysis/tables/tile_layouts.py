"""The tile layouts kept in the package, made from the open table of areas: python -m p2wkss_analysis.tables.tile_layouts

Run it after a change of the areas or of `places/tiles.py`. What is kept already and still fits is not laid out again; with
--afresh everything is, which takes about half an hour.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from ..display.progress import steps
from ..files.atomic import write_atomically
from ..places.areas import within
from ..places.kept_layouts import FILE, kept, packed
from ..places.tiles import laid_out, layout_mark
from ..say.errors import WrongUse
from . import texts
from .intake import load

TOGETHER = ("32", "36")  # the provinces whose kabupaten/kota the report draws on one map


def sets(areas: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The sets of places that a map draws whole: all of one level, in a province, in a kabupaten/kota."""
    by_level = {level: areas[areas["level"] == level] for level in ("province", "regency", "district", "village")}
    yield by_level["province"]
    yield by_level["regency"]
    yield by_level["regency"][by_level["regency"]["area_code"].str[:2].isin(TOGETHER)]
    for province in by_level["province"]["area_code"]:
        yield within(by_level["regency"], province, "regency")
    for level in ("district", "village"):
        for _, places in by_level[level].groupby(by_level[level]["area_code"].str[:5]):
            yield places


def build_layouts(areas: pd.DataFrame | None = None, afresh: bool = False) -> Path:
    """Lay out every set of places that is not kept yet, and write the file of kept layouts; returns its path."""
    layouts = {}
    for places in steps(list(sets(load("areas") if areas is None else areas)), texts.LAYING_OUT):
        try:
            mark = layout_mark(places)
        except WrongUse:  # villages without a single point: no map can be drawn of them
            continue
        layouts[mark] = (None if afresh else kept(mark)) or laid_out(places)
    return write_atomically(Path(str(FILE)), packed(layouts), in_place=True)


if __name__ == "__main__":
    build_layouts(afresh="--afresh" in sys.argv[1:])
