"""Sites of a city that the open register knows from the press, for its office to confirm."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pandas as pd

from ....dictionary.sheets import VILLAGE
from ...intake import load
from ..texts import guide as texts

_RW, _RT = re.compile(r"\bRW\s*0*(\d+)", re.IGNORECASE), re.compile(r"\bRT\s*0*(\d+)", re.IGNORECASE)


def sites_in_press(regency: str, lang: str) -> pd.DataFrame:
    """year, village_code, rw, rt, note, source of every confirmed site of known village and year, oldest first; rw and rt are
    None where the press names none or several.

    >>> sites_in_press("32.76", "en")[["year", "rw", "rt"]].head(2).to_dict("records")
    [{'year': 2015, 'rw': 7, 'rt': None}, {'year': 2016, 'rw': 9, 'rt': None}]
    """
    sites = load("programme_sites")
    here = sites[(sites["regency_code"] == regency) & (sites["status"] == "confirmed")].dropna(subset=["village_code", "year"])
    rows = []
    for site in here.sort_values(["year", "village_code"]).to_dict("records"):
        said = "" if pd.isna(site["neighbourhood"]) else str(site["neighbourhood"])
        rw, rt = (_only(pattern, said) for pattern in (_RW, _RT))
        paper = urlsplit(site["source"]).hostname or site["source"]
        heard = texts.FROM_PRESS_AT if said and rw is None else texts.FROM_PRESS
        note = heard.fill(paper=paper.removeprefix("www."), where=said).say(lang)
        rows.append((int(site["year"]), site["village_code"], rw, rt, note, site["source"]))
    return pd.DataFrame(rows, columns=["year", VILLAGE, "rw", "rt", "note", "source"], dtype=object)


def _only(pattern: re.Pattern, text: str) -> int | None:
    found = set(pattern.findall(text))
    return int(found.pop()) if len(found) == 1 else None
