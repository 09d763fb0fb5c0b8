"""Kelurahan of a city by the slum lists that name them, with every known programme site and its year.

A decree names all slum kelurahan, so absence from it means "not on the decree". A list seen only in part says
nothing of those it does not name: they are unknown, never "not slum".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from ...places.areas import is_code, level_of
from ...say import integer, join, pick
from ...say.errors import WrongUse
from ...say.spoken import spoken
from .. import style
from ..picture import Block, Entry, Picture, page
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
    boundaries=None,
    title: str | None = None,
    source: str | None = None,
    lang: str | None = None,
) -> Picture:
    """The kelurahan/desa of `regency` (a code) by the lists in `slum_villages`, with the known `sites` and
    their years.

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
    if not is_code(regency) or level_of(regency) != "regency":
        raise WrongUse(
            id=f'regency={regency!r} bukan kode kabupaten/kota; contoh: "32.76".',
            en=f'regency={regency!r} is not the code of a regency or city; for example "32.76".',
        )
    lists = slum_lists(slum_villages, regency, complete)
    codes = pd.Series(sorted(frozenset().union(*(one.names for one in lists))))
    ground = prepare_ground(codes, areas, boundaries, regency)
    unknown = set(codes) - set(ground.shapes["area_code"])
    placed = place_sites(sites, ground.shapes["area_code"])
    table = _table(ground.shapes, lists, placed)
    plan = plan_map(ground, site_lines(placed, "village", lang), placed["area_code"])
    where = ground.where_text(lang) or regency
    notes = [*ground.notes(lang), *_list_notes(lists, unknown, lang), *_shared_note(placed, lang)]
    if source:
        notes.append(pick(lang, id=f"Sumber: {source}.", en=f"Source: {source}."))
    picture, box = page(
        title=title
        or pick(
            lang,
            id=f"Daftar permukiman kumuh dan lokasi P2WKSS menurut kelurahan, {where}",
            en=f"Slum lists and P2WKSS sites by kelurahan, {where}",
        ),
        notes=notes,
        body=plan.height,
        inset=plan.legend_space,
        legend=[_legend(table, lists, lang), *site_block(placed, "village", lang)],
        below=plan.key(lang),
    )
    draw_large(picture, box, ground, [_face(row, lists) for row in table.itertuples()], plan, [], lang)
    return picture.carry(table.drop(columns="_lists"), id=_said(table, lists, where, "id"), en=_said(table, lists, where, "en"))


def slum_lists(slum_villages: pd.DataFrame, regency: str, complete: Mapping[int, bool] | None = None) -> list[SlumList]:
    """The lists of one city, oldest first.

    >>> slum = pd.DataFrame({"village_code": ["32.76.01.1006"], "year": [2015], "decree": ["SK 591/250"]})
    >>> slum_lists(slum, "32.76")[0].complete
    True
    """
    rows = slum_villages[slum_villages["village_code"].astype("string").str.startswith(regency + ".").fillna(False)]
    if rows.empty:
        raise WrongUse(
            id=f"Tidak ada daftar kumuh untuk {regency} dalam tabel.",
            en=f"The table holds no slum list for {regency}.",
        )
    found = []
    for year, part in rows.groupby("year"):
        decree = str(part["decree"].iloc[0]) if "decree" in part else ""
        partial = "kind" in part and part["kind"].astype("string").str.contains("sebagian").fillna(False).any()
        whole = decree.startswith("SK ") and not partial
        if complete is not None:
            whole = bool(complete.get(int(year), whole))
        found.append(SlumList(int(year), frozenset(part["village_code"]), whole, decree))
    return found


def _table(shapes, lists: list[SlumList], placed: pd.DataFrame) -> pd.DataFrame:
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


def _face(row, lists: list[SlumList]) -> str | None:
    on = row[-1]
    if not on:
        return _NEVER if row.slum_list == "not named" else None
    if len(on) > 1:
        return _SEVERAL
    return _ONCE[[one.year for one in lists].index(on[0]) % len(_ONCE)]


def _legend(table: pd.DataFrame, lists: list[SlumList], lang: str) -> Block:
    def counted(text: str, rows: pd.Series) -> str:
        return f"{text}  ({int(rows.sum())})"

    size = table["_lists"].map(len)
    entries = []
    for i, one in enumerate(lists):
        only = (size == 1) & table["_lists"].map(lambda on, year=one.year: year in on)
        entries.append(
            Entry(
                counted(pick(lang, id=f"hanya {_named(one, lang)}", en=f"only {_named(one, lang)}"), only),
                face=_ONCE[i % len(_ONCE)],
            )
        )
    if len(lists) > 1:
        years = join([str(one.year) for one in lists], lang)
        text = pick(lang, id=f"lebih dari satu ({years})", en=f"more than one ({years})")
        entries.append(Entry(counted(text, size > 1), face=_SEVERAL))
    if (table["slum_list"] == "not named").any():
        text = pick(lang, id="tidak ada dalam daftar", en="on none of them")
        entries.append(Entry(counted(text, table["slum_list"] == "not named"), face=_NEVER))
    if (table["slum_list"] == "unknown").any():
        text = pick(lang, id="tidak diketahui: daftar tidak lengkap", en="unknown: lists incomplete")
        entries.append(Entry(counted(text, table["slum_list"] == "unknown"), face="white", hatch=style.HATCH))
    return Block(
        pick(lang, id="Tercantum sebagai permukiman kumuh", en="Named as slum"),
        tuple(entries),
        pick(lang, id="dalam kurung: jumlah kelurahan", en="in brackets: number of kelurahan"),
    )


def _named(one: SlumList, lang: str) -> str:
    if one.complete:
        return pick(lang, id=f"SK {one.year}", en=f"decree of {one.year}")
    return pick(lang, id=f"daftar {one.year} (sebagian)", en=f"list of {one.year} (partial)")


def _list_notes(lists: list[SlumList], unknown: set[str], lang: str) -> list[str]:
    notes = []
    if len(lists) > 1 and all(one.complete for one in lists):
        counts = join([f"{_named(one, lang)}: {integer(len(one.names), lang)}" for one in lists], lang)
        notes.append(
            pick(
                lang,
                id=f"{counts} kelurahan. Selisihnya mengikuti survei ulang dengan aturan lain, bukan pertumbuhan kumuh.",
                en=f"{counts} kelurahan. The difference follows a new survey under other rules, not growth of slums.",
            )
        )
    if not all(one.complete for one in lists):
        notes.append(
            pick(
                lang,
                id="Tidak tercantum dalam daftar yang tidak lengkap berarti tidak diketahui, bukan tidak kumuh.",
                en="Absence from an incomplete list means unknown, not free of slums.",
            )
        )
    if unknown:
        notes.append(
            pick(
                lang,
                id=f"Kode dalam daftar tetapi tidak pada peta: {', '.join(sorted(unknown))}.",
                en=f"Codes on the list but not on the map: {', '.join(sorted(unknown))}.",
            )
        )
    return notes


def _shared_note(placed: pd.DataFrame, lang: str) -> list[str]:
    shared = placed[placed["shared"] & placed["households"].notna()]
    return [
        pick(
            lang,
            id=f"{n} KK bersama: jumlah untuk semua lokasi tahun itu, bukan untuk masing-masing.",
            en=f"{n} HH shared: {n} assisted households in all sites of that year together, not in each.",
        )
        for n in shared["households"].unique()
    ]


def _said(table: pd.DataFrame, lists: list[SlumList], where: str, lang: str) -> str:
    """The map in a sentence: how many each list names, how many sites, how many of them on no list."""
    counts = join([f"{_named(one, lang)} {len(one.names)}" for one in lists], lang)
    sited = table[table["sites"] != ""]
    never = sited[sited["slum_list"] == "not named"]["name"]
    open_ = int((sited["slum_list"] == "unknown").sum())
    return pick(
        lang,
        id=f"{where}: jumlah kelurahan yang tercantum kumuh: {counts}. Dari {len(sited)} kelurahan dengan lokasi P2WKSS yang "
        f"diketahui, {int((sited['slum_list'] == 'named').sum())} tercantum"
        + (f", {len(never)} tidak tercantum ({join(list(never), lang)})" if len(never) else "")
        + (f", {open_} tidak diketahui" if open_ else "")
        + ".",
        en=f"{where}: kelurahan named as slum: {counts}. Of {len(sited)} kelurahan with a known P2WKSS site, "
        f"{int((sited['slum_list'] == 'named').sum())} are named"
        + (f", {len(never)} are not ({join(list(never), lang)})" if len(never) else "")
        + (f", {open_} unknown" if open_ else "")
        + ".",
    )
