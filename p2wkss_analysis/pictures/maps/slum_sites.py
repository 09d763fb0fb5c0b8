"""Kelurahan of a city by the slum lists that name them, with every known programme site and its year.

A decree names all slum kelurahan, so absence from it means "not on the decree". A list seen only in part says
nothing of those it does not name: they are unknown, never "not slum".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd

from ...say import Text
from ...say.errors import WrongUse
from ...say.spoken import spoken
from ...tables.place_names import regency_named
from .. import style
from ..picture import Block, Entry, Picture, page
from . import texts
from .ground import prepare_ground
from .large_map import draw_large, plan_map
from .panels import site_block
from .sites import place_sites, site_lines

_NEVER = "#f6f4ee"  # named by no complete list
_ONCE = ("#fdd49e", "#86b8da", "#c7e9c0")  # named by one list: the first, second, third
_SEVERAL = "#b3432b"  # named by more than one


@dataclass(frozen=True)
class SlumList:
    """One list: its `year`, the codes it `names`, whether it is `complete`, and the decree's own text."""

    year: int
    names: frozenset[str]
    complete: bool
    decree: str


@spoken
def map_slum_sites(
    slum_villages: pd.DataFrame,
    regency: str,
    areas: pd.DataFrame | None = None,
    *,
    sites: pd.DataFrame | None = None,
    complete: Mapping[int, bool] | None = None,
    boundaries: Any = None,
    title: str | None = None,
    source: str | None = None,
    lang: str | None = None,
) -> Picture:
    """The kelurahan/desa of `regency` (a code) by the lists in `slum_villages`, with the known `sites` and their years.

    `slum_villages`: `village_code, year`, and `decree, kind` where known; one row a village and list.
    `complete` says by year whether a list names all slum villages; without it a list is complete when its
    `decree` is a Surat Keputusan ("SK ...") and its `kind` does not say "sebagian". `areas`, `boundaries`
    as for `map_need`.

    Returns a `Picture` with `.table()`: `area_code, name, lists, slum_list, sites, households, shared` where
    `slum_list` is "named", "not named" or "unknown". Raises `WrongUse` for a regency without a list.

    >>> areas = pd.DataFrame({"area_code": ["36.72.05.1001", "36.72.05.1002"], "name": ["Sukmajaya", "Jombang Wetan"],
    ...     "lon": [106.06, 106.07], "lat": [-6.01, -6.02]})
    >>> slum = pd.DataFrame({"village_code": ["36.72.05.1001"], "year": [2017], "decree": ["Daftar 10 kelurahan"]})
    >>> map_slum_sites(slum, "36.72", areas).table()["slum_list"].tolist()
    ['named', 'unknown']
    """
    regency = regency_named(regency)
    lists = slum_lists(slum_villages, regency, complete)
    codes = pd.Series(sorted(frozenset().union(*(one.names for one in lists))))
    ground = prepare_ground(codes, areas, boundaries, regency)
    unknown = set(codes) - set(ground.shapes["area_code"])
    placed = place_sites(sites, ground.shapes["area_code"])
    table = _table(ground.shapes, lists, placed)
    plan = plan_map(ground, site_lines(placed, "village", lang), placed["area_code"])
    where = ground.where_text() if ground.where else regency
    said = [*_list_notes(lists, unknown), *_shared_note(placed), *([texts.SOURCE.fill(source=source)] if source else [])]
    notes = [*ground.notes(lang), *(text.say(lang) for text in said)]
    picture, box = page(
        title=title or texts.SLUM_TITLE.say(lang, where=where),
        notes=notes,
        body=plan.height,
        inset=plan.legend_space,
        legend=[_legend(table, lists, lang), *site_block(placed, "village", lang)],
        below=plan.key(lang),
    )
    draw_large(picture, box, ground, [_face(row, lists) for row in table.itertuples()], plan, [], lang)
    return picture.carry(table.drop(columns="_lists"), _said(table, lists, where))


def slum_lists(slum_villages: pd.DataFrame, regency: str, complete: Mapping[int, bool] | None = None) -> list[SlumList]:
    """The lists of one city, oldest first.

    >>> slum = pd.DataFrame({"village_code": ["32.76.01.1006"], "year": [2015], "decree": ["SK 591/250"]})
    >>> slum_lists(slum, "32.76")[0].complete
    True
    """
    rows = slum_villages[slum_villages["village_code"].astype("string").str.startswith(regency + ".").fillna(False)]
    if rows.empty:
        raise WrongUse(texts.NO_SLUM_LIST.fill(regency=regency))
    found = []
    for year, part in rows.groupby("year"):
        decree = str(part["decree"].iloc[0]) if "decree" in part else ""
        partial = "kind" in part and part["kind"].astype("string").str.contains("sebagian").fillna(False).any()
        whole = decree.startswith("SK ") and not partial
        if complete is not None:
            whole = bool(complete.get(int(year), whole))
        found.append(SlumList(int(year), frozenset(part["village_code"]), whole, decree))
    return found


def _table(shapes: gpd.GeoDataFrame, lists: list[SlumList], placed: pd.DataFrame) -> pd.DataFrame:
    all_complete = all(one.complete for one in lists)
    rows = []
    for code, name in zip(shapes["area_code"], shapes["name"], strict=True):
        on = tuple(one.year for one in lists if code in one.names)
        here = placed[placed["area_code"] == code]
        years = [("" if pd.isna(y) else str(int(y))) or "?" for y in here["year"]]
        households = here["households"].dropna()
        rows.append(
            {
                "area_code": code,
                "name": name,
                "lists": ", ".join(map(str, on)),
                "slum_list": "named" if on else "not named" if all_complete else "unknown",
                "sites": ", ".join(years),
                "households": households.iloc[-1] if len(households) else pd.NA,
                "shared": bool(here["shared"].any()),
                "_lists": on,
            }
        )
    return pd.DataFrame(rows).astype({"households": "Int64"})


def _face(row: Any, lists: list[SlumList]) -> str | None:
    on = row[-1]
    if not on:
        return _NEVER if row.slum_list == "not named" else None
    if len(on) > 1:
        return _SEVERAL
    return _ONCE[[one.year for one in lists].index(on[0]) % len(_ONCE)]


def _legend(table: pd.DataFrame, lists: list[SlumList], lang: str | None) -> Block:
    size, status = table["_lists"].map(len), table["slum_list"]

    def entry(text: Text, rows: pd.Series, face: str, hatch: str = "") -> Entry:
        return Entry(texts.COUNTED.say(lang, text=text, n=int(rows.sum())), face=face, hatch=hatch)

    entries = []
    for i, one in enumerate(lists):
        only = (size == 1) & table["_lists"].map(lambda on, year=one.year: year in on)
        entries.append(entry(texts.ONLY_ON.fill(list=_named(one)), only, _ONCE[i % len(_ONCE)]))
    if len(lists) > 1:
        entries.append(entry(texts.ON_SEVERAL, size > 1, _SEVERAL))
    if (status == "not named").any():
        entries.append(entry(texts.ON_NONE, status == "not named", _NEVER))
    if (status == "unknown").any():
        entries.append(entry(texts.ON_UNKNOWN, status == "unknown", "white", style.HATCH))
    return Block(texts.NAMED_AS_SLUM.say(lang), tuple(entries), texts.KELURAHAN_IN_BRACKETS.say(lang))


def _named(one: SlumList) -> Text:
    return (texts.DECREE if one.complete else texts.PARTIAL_LIST).fill(year=one.year)


def _list_notes(lists: list[SlumList], unknown: set[str]) -> list[Text]:
    notes = []
    if len(lists) > 1 and all(one.complete for one in lists):
        notes.append(texts.LISTS_DIFFER.fill(lists=_counts(lists)))
    if not all(one.complete for one in lists):
        notes.append(texts.INCOMPLETE)
    if unknown:
        notes.append(texts.NOT_ON_MAP.fill(codes=sorted(unknown)))
    return notes


def _counts(lists: list[SlumList]) -> list[Text]:
    return [texts.LIST_WITH_COUNT.fill(list=_named(one), n=len(one.names)) for one in lists]


def _shared_note(placed: pd.DataFrame) -> list[Text]:
    shared = placed[placed["shared"] & placed["households"].notna()]
    return [texts.SHARED_HOUSEHOLDS.fill(n=n) for n in shared["households"].unique()]


def _said(table: pd.DataFrame, lists: list[SlumList], where: Text | str) -> Text:
    """The map in a sentence: how many sites lie in kelurahan that a list names, how many do not, how many each list names."""
    sited = table[table["sites"] != ""]
    status = sited["slum_list"]
    never, open_ = sited.loc[status == "not named", "name"].tolist(), int((status == "unknown").sum())
    parts = [texts.NAMED.fill(n=int((status == "named").sum()))]
    parts += [texts.NOT_NAMED.fill(n=len(never), names=never)] if never else []
    parts += [texts.LEFT_UNKNOWN.fill(n=open_)] if open_ else []
    return texts.SLUM_MAP.fill(where=where, sited=len(sited), parts=parts, lists=_counts(lists))
