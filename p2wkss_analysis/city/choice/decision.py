"""The choice of a year written down: villages decided on with their ranking, or a draw, as lines of the workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from ...identity.hidden import mask
from ...say import Text
from ...say.errors import WrongUse
from ...tables.workbook.filled import as_read
from ...tables.workbook.places import places_of
from ...tables.workbook.rules import RANKED_OR_DRAWN
from ...targeting.draw import Draw
from ..need import CityNeed
from . import texts

_Place = tuple[str, int | None, int | None]
_CODE = re.compile(r"(\d{2}\.\d{2}\.\d{2}\.\d{4})(?:[./](?:RW)?(\d+))?(?:[./](?:RT)?(\d+))?")


@dataclass(frozen=True, eq=False)
class Decision:
    """The choice of one year as it goes into the workbook: places (village, RW, RT), columns of the sheet `sites` that say how,
    lines of the sheet `candidates`, and what to say of it."""

    places: list[_Place]
    how: Mapping[str, object]
    candidates: pd.DataFrame
    said: Text

    def written(
        self, year: int, tables: Mapping[str, pd.DataFrame], names: Mapping[str, str]
    ) -> tuple[dict[str, pd.DataFrame], Text]:
        """The sheets `sites` and `candidates` with this choice, and what was recorded."""
        sites, candidates = tables["sites"], tables["candidates"]
        if (candidates["year"] == year).fillna(False).any():
            raise WrongUse(texts.CHOICE_ON_RECORD.fill(year=year))
        how, new, said = self.how, self.candidates, self.said
        others = (sites["year"] == year).fillna(False) & ~sites["village_code"].isin([code for code, *_ in self.places])
        if sites.loc[others, "chosen_by"].isin(RANKED_OR_DRAWN).any():  # one year has one list
            how, new, said = {}, new.iloc[:0], texts.RECORDED_WITHOUT_LIST
        told = said.fill(places=[names.get(code, code) for code, *_ in self.places], candidates=len(new), n=len(self.places))
        listed = pd.concat([candidates, as_read("candidates", new.assign(year=year))], ignore_index=True)
        return {"sites": _with_sites(sites, year, self.places, how), "candidates": listed}, told


def by_ranking(need: CityNeed, codes: Iterable[str], names: Mapping[str, str]) -> Decision:
    """Villages decided on, with the scores of all candidates of that ranking. That it decided is only written where they stand
    first in it."""
    ranking, places = need.ranking, [_parts(code) for code in codes]
    chosen = {code for code, *_ in places}
    first = {ranking.codes[i] for i in ranking.top(min(len(chosen), len(ranking.codes)))}
    scores = ranking.table().dropna(subset=["score"])
    lines = pd.DataFrame({"village_code": scores["area_code"], "figure": scores["score"].astype(float).round(6)})
    if chosen - first:
        others = sorted(names.get(code, code) for code in chosen - first)
        return Decision(places, {}, lines, texts.RECORDED_OTHERWISE.fill(others=others, year=need.data_year))
    how = {"chosen_by": "score", "ranking_figure": "need_index", "ranking_end": "highest", "ranking_year": need.data_year}
    return Decision(places, how, lines, texts.RECORDED_RANKING.fill(year=need.data_year))


def by_lot(draw: Draw, year: int) -> Decision:
    """A draw, with its candidates, its seed and where that came from."""
    if draw.year not in (None, year):
        raise WrongUse(texts.DRAW_OF_OTHER_YEAR.fill(drawn=draw.year, year=year))
    how = {"chosen_by": "draw", "draw_seed": draw.seed, "draw_source": draw.seed_source or None}
    lines = pd.DataFrame([_parts(code) for code in draw.candidates], columns=["village_code", "rw", "rt"])
    return Decision([_parts(code) for code in draw.drawn], how, lines, texts.RECORDED_DRAW.fill(seed=draw.seed))


def village_codes(given: Iterable[str], regency: str) -> list[str]:
    """The codes of villages of the city given by code or name; WrongUse where one cannot be read."""
    codes = []
    for text in given:
        cell = places_of(regency).read(str(text))
        if not cell.text:
            raise WrongUse(texts.NOT_A_VILLAGE.fill(given=mask(str(text)), rule=cell.rule or "", remedy=cell.remedy or ""))
        codes.append(cell.text)
    return list(dict.fromkeys(codes))


def _with_sites(sites: pd.DataFrame, year: int, places: list[_Place], how: Mapping[str, object]) -> pd.DataFrame:
    """The sheet with each place of the year, and how it was chosen where its line does not say so already."""
    sites, lines = sites.copy(), []
    for code, rw, rt in places:
        here = (sites["year"] == year).fillna(False) & (sites["village_code"] == code)
        if rw is not None:
            here &= (sites["rw"] == rw).fillna(True)
        if not here.any():
            lines.append({"year": year, "village_code": code, "rw": rw, "rt": rt, **how})
        planned = here & sites["chosen_by"].isna()
        for column, value in {"rw": rw, "rt": rt, **how}.items():
            if value is not None:
                sites.loc[planned, column] = value
    return pd.concat([sites, as_read("sites", pd.DataFrame(lines))], ignore_index=True) if lines else sites


def _parts(code: str) -> _Place:
    """Village, RW and RT of a code of a draw."""
    found = _CODE.fullmatch(code)
    if found is None:
        raise WrongUse(texts.NO_VILLAGE_CODE.fill(code=code))
    village, rw, rt = found.groups()
    return village, int(rw) if rw else None, int(rt) if rt else None
