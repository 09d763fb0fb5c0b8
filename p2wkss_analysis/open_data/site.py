"""The profile of one known site from published figures alone; what is published of no village is said to be not known."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pandas as pd

from ..indicators.published.breaks import crossed
from ..one_site import texts as shared
from ..one_site.profile import SiteProfile, not_known
from ..one_site.which import which_site
from ..say import Text
from ..targeting.audit.standing import ranks
from . import texts
from .refused_sites import refused_sites

if TYPE_CHECKING:
    from .answers import OpenAnswers

INDEX = "idm"
CITY_FIGURES = (("poverty_rate", None), ("hdi", "UHH SP2010"))  # of the kabupaten/kota; one series of HDI throughout


def open_site(m: OpenAnswers, name: str, year: int | None) -> SiteProfile:
    """The profile of a site on the register `programme_sites`. Raises WrongUse where the name fits no site, or several."""
    register = m.sites[m.sites["village_code"].notna()]
    code, found = which_site(register.rename(columns={"village_code": "area_code", "village": "name"}), name, year)
    of_year = register["year"].isna() if found is None else register["year"] == found
    site = register[(register["village_code"] == code) & of_year.fillna(False)].iloc[0]
    parts = (
        (shared.CHOSEN, tuple(_chosen(site))),
        (shared.NEED_THEN_NOW, tuple(_need(m, site, found))),
        (shared.PLANNED_DONE, tuple(_delivered(m, site))),
        (shared.CHANGED, tuple(_changed(m, site, found))),
        (shared.IMPACT, tuple(_impact(m, site))),
        (shared.STILL_MISSING, (texts.SITE_LACKS.fill(things=_gaps(site)), texts.WORKBOOK_TELLS)),
    )
    place = shared.PLACE.fill(district=site["district"], regency=site["regency"])
    return SiteProfile(texts.PROGRAMME.id, str(site["village"]), place, code, found, parts, texts.FROM_PUBLISHED)


def _chosen(site: pd.Series) -> list[Text]:
    """What the register says of the choice, in the words of its source, and what it does not say."""
    note, result, where = (None if pd.isna(site[c]) else str(site[c]) for c in ("note", "result", "neighbourhood"))
    known = {
        texts.SITE_WITHIN: where,
        texts.SITE_NOTED: texts.WHY_CHOSEN.get(note, texts.NOTES.get(note, note)) if note else None,
        texts.SITE_RESULT: texts.NOTES.get(result, result) if result else None,
    }
    lacking = {
        shared.WHERE_WITHIN: where is None,
        shared.ITS_REASON: note is None or note in texts.NOTES,  # any other note may hold the reason
        shared.ITS_DECREE: True,
    }
    return [
        _when(site),
        *(say.fill(said=said) for say, said in known.items() if said is not None),
        *not_known([what for what, lacks in lacking.items() if lacks]),
        _source(site),
    ]


def _when(site: pd.Series) -> Text:
    if pd.isna(site["year"]):
        return texts.SITE_WITHOUT_YEAR
    return (shared.SITE_OF if site["status"] == "confirmed" else texts.SITE_UNCONFIRMED).fill(year=site["year"])


def _source(site: pd.Series) -> Text:
    day = site["source_date"]
    if pd.isna(day):
        return texts.SITE_SOURCE.fill(source=site["source"])
    whole = len(day) == len("2021-03-12")
    said = texts.SOURCE_DAY.fill(day=dt.date.fromisoformat(day)) if whole else day
    return texts.SITE_SOURCE_OF.fill(source=site["source"], day=said)


def _need(m: OpenAnswers, site: pd.Series, year: int | None) -> list[Text]:
    """Standing by the index of desa, or on the slum lists of the city; and the figures of the whole city, said to be such."""
    code = site["village_code"]
    own = m.village_index[(m.village_index["area_code"] == code) & m.village_index[INDEX].notna()]
    standing = _by_index(m, code, year) if len(own) else _on_lists(m, site, year)
    return [*standing, *([] if len(own) else [texts.NO_FIGURES_OF_KELURAHAN]), *_of_city(m, site["regency_code"], year)]


def _by_index(m: OpenAnswers, code: str, year: int | None) -> list[Text]:
    """Rank among the desa of its kabupaten by the newest index of an earlier year, and by the newest of all."""
    here = m.village_index[m.village_index["area_code"].str.startswith(code[:5] + ".") & m.village_index[INDEX].notna()]
    years = sorted(here.loc[here["area_code"] == code, "year"])
    earlier = [y for y in years if year is not None and y < year]
    then = _rank(here, code, earlier[-1], shared.RANK_THEN) if earlier else texts.NO_INDEX_BEFORE
    return [then, _rank(here, code, years[-1], shared.RANK_NOW), texts.BY_INDEX]


def _rank(here: pd.DataFrame, code: str, year: int, said: Text) -> Text:
    rows = here[here["year"] == year]
    rank = ranks(1 - rows[INDEX].to_numpy())[(rows["area_code"] == code).to_numpy()][0]
    return said.fill(rank=rank, places=len(rows), year=year)


def _on_lists(m: OpenAnswers, site: pd.Series, year: int | None) -> list[Text]:
    """On the slum list in force when it was chosen, and on the newest; nothing where the city has no list here."""
    audit = m.lists.get(site["regency_code"])
    places = None if audit is None else audit.places()
    found = places[(places["area_code"] == site["village_code"]) & (places["year"] == year)] if places is not None else None
    if audit is None or found is None or found.empty:
        return [shared.RANK_NOT_KNOWN]
    row = found.iloc[0]
    same = pd.notna(row["list_year"]) and row["list_year"] == row["latest_year"]
    lists = m.slum_villages
    named = lists.loc[(lists["village_code"] == site["village_code"]) & (lists["year"] < year), "year"].unique()
    said = [
        texts.ON_LIST_THEN[row["on_list"]].fill(year=row["list_year"]),
        texts.NEWEST_LIST if same else texts.ON_LIST_NOW[row["on_latest"]].fill(year=row["latest_year"]),
        *([texts.NAMED_IN.fill(years=sorted(named))] if len(named) and row["on_list"] == "unknown" else []),
    ]
    if row["on_list"] == "off" and pd.notna(site["neighbourhood"]):
        said.append(texts.LIST_NAMES_KELURAHAN.fill(where=site["neighbourhood"]))
    return said


def _of_city(m: OpenAnswers, regency: str, year: int | None) -> list[Text]:
    """Poverty and HDI of the whole kabupaten/kota, the last before the programme year and the newest."""
    told = []
    for indicator, method in CITY_FIGURES:
        rows = m.indicators[(m.indicators["area_code"] == regency) & (m.indicators["indicator"] == indicator)]
        rows = (rows if method is None else rows[rows["method"] == method]).sort_values("year")
        ends = [*(rows[rows["year"] < year].tail(1).index if year is not None else []), *rows.tail(1).index]
        if len(ends) == 2 and crossed(indicator, [regency], *rows.loc[ends, "year"]):
            ends = ends[1:]  # two parts of a broken series are not set beside each other
        if ends:
            values = [texts.VALUE_IN_YEAR.fill(value=rows.loc[i, "value"], year=rows.loc[i, "year"]) for i in dict.fromkeys(ends)]
            told.append(texts.CITY_FIGURE.fill(figure=texts.CITY_LABELS[indicator], values=values))
    return [texts.OF_THE_CITY.fill(city=m.names[regency], figures=told)] if told else []


def _delivered(m: OpenAnswers, site: pd.Series) -> list[Text]:
    """How many families were to be assisted, houses repaired where published, and that nothing else is."""
    said = []
    if pd.notna(site["assisted_households"]):
        shared_count = "combined" in str(site["households_scope"])
        said.append((texts.FAMILIES_OF_TWO if shared_count else texts.FAMILIES_OF_SITE).fill(n=site["assisted_households"]))
    houses = m.substandard_housing[m.substandard_housing["area_code"] == site["village_code"]].sort_values("year")
    if len(houses):
        each = [texts.HOUSES_OF.fill(n=r.houses, year=r.year, kind=texts.NOTES.get(r.kind, r.kind)) for r in houses.itertuples()]
        said.append(texts.HOUSES.fill(each=each))
    return [*said, texts.NO_ACTIVITY_PUBLISHED]


def _changed(m: OpenAnswers, site: pd.Series, year: int | None) -> list[Text]:
    """The index of a desa by year; of a kelurahan nothing is published by year."""
    own = m.village_index[(m.village_index["area_code"] == site["village_code"]) & m.village_index[INDEX].notna()]
    if own.empty:
        return [texts.NOTHING_BY_YEAR]
    exposed = [texts.INDEX_IS_EARLY] if year in set(own["year"]) else []
    values = [texts.INDEX_IN_YEAR.fill(value=r.idm, year=r.year) for r in own.sort_values("year").itertuples()]
    return [texts.INDEX_BY_YEAR.fill(values=values), *exposed]


def _impact(m: OpenAnswers, site: pd.Series) -> list[Text]:
    """The answer of the design that holds this site, or why none can."""
    refused = refused_sites(m.village_index, m.sites, m.areas)
    own = refused[(refused["village_code"] == site["village_code"]) & _same(refused["year"], site["year"])]
    if len(own):
        return [texts.CANNOT_JUDGE.fill(why=texts.REFUSED[own["reason"].iloc[0]])]
    held = [
        Text(m.case.sentences("id")[at], m.case.sentences("en")[at])
        for at, evaluation in enumerate(e for _, variant, e in m.case.answers if variant == "confirmed")
        if site["village_code"] in set(evaluation.panel.units[evaluation.panel.treated])
    ]
    return [*held, shared.ALL_SITES_TOGETHER]


def _same(years: pd.Series, year: Any) -> pd.Series:
    return years.isna() if pd.isna(year) else (years == year).fillna(False).astype(bool)


def _gaps(site: pd.Series) -> list[Text]:
    """What no published table has of this site."""
    split = pd.isna(site["assisted_households"]) or "combined" in str(site["households_scope"])
    return [*([texts.GAP_FAMILIES] if split else []), texts.GAP_ACTIVITIES, texts.GAP_FIGURES, texts.GAP_COMPARISON]
