"""The profile of one site: chosen when and why, need then and now, planned and done, before and after, impact, what is missing.

Every sentence and figure is that of an answer which exists already; nothing is estimated for one site alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from ..delivery.matrix import agency_matrix
from ..dictionary.figures import village_figures
from ..disclosure.in_fives import InFives
from ..display import Unanswered
from ..indicators.slum_change import moved
from ..one_site import texts as shared
from ..one_site.profile import SiteProfile, not_known
from ..one_site.which import which_site
from ..say import Text
from ..tables.intake import load
from ..targeting.audit.standing import ranks
from ..targeting.households.assisted import first_visits
from .before_after import BeforeAfter
from .need import column_name
from .sites import chosen_text
from .texts import site as texts

if TYPE_CHECKING:
    from .answers import CityAnswers


def city_site(m: CityAnswers, name: str, year: int | None) -> SiteProfile:
    """The profile of a site on the sheet `sites`, from the answers of its city.

    Raises WrongUse where the name fits no site, or several.
    """
    register = m.sites()
    if isinstance(register, Unanswered):
        raise register.reason
    code, found = which_site(register.rows, name, year)
    site = register.table("id")[lambda d: (d["area_code"] == code) & (d["year"] == found)]
    began = int(site["year"].iloc[0])
    change = _change(m, code)
    delivered, gaps = _delivered(m, code, began)
    parts = (
        (shared.CHOSEN, (*_chosen(site), *_conflicts(m, site))),
        (shared.NEED_THEN_NOW, _need(m, site)),
        (shared.PLANNED_DONE, tuple(delivered)),
        (shared.CHANGED, tuple(_changed(m, code, change))),
        (shared.IMPACT, tuple(_impact(m, code, began, change))),
        (shared.STILL_MISSING, (_missing(m, code, site, change, gaps),)),
    )
    district, regency = (_place_name(code[:length]) for length in (8, 5))
    place = shared.PLACE.fill(district=district, regency=regency)
    return SiteProfile(m.programme, m.names.get(code, code), place, code, began, parts, texts.FROM_WORKBOOK, change)


def _place_name(code: str) -> str:
    """The name of a kecamatan or kabupaten/kota."""
    areas = load("areas")
    return str(areas.loc[areas["area_code"] == code, "name"].iloc[0])


def _both(answer: Any) -> Text:
    """The sentence of an answer in both languages."""
    return Text(answer.sentence("id"), answer.sentence("en"))


def _chosen(site: pd.DataFrame) -> list[Text]:
    """Where in the village, by which decree, when announced, by which way of choosing; and which of these is not known."""
    first, planned = site.iloc[0], site["planned_households"].dropna()
    within = [where for where in (_within(r.rt, r.rw) for r in site.itertuples()) if where]
    decree, decreed, day, way = (first[c] for c in ("decree", "decree_date", "announced_date", "chosen_by"))
    dated = texts.BY_DECREE if pd.isna(decreed) else texts.BY_DATED_DECREE.fill(day=decreed)
    units = [texts.PLANNED_UNITS.get(unit, texts.PLANNED_NUMBER) for unit in site.loc[planned.index, "planned_unit"]]
    facts = {
        shared.WHERE_WITHIN: texts.WITHIN_IT.fill(where=within) if within else None,
        shared.ITS_DECREE: None if pd.isna(decree) else dated.fill(decree=decree),
        texts.ITS_ANNOUNCEMENT: None if pd.isna(day) else texts.ANNOUNCED_ON.fill(day=day),
        shared.ITS_REASON: None if pd.isna(way) else texts.WAY.fill(way=chosen_text(way)),
        texts.ITS_PLAN: texts.PLANNED.fill(planned=[unit.fill(n=n) for unit, n in zip(units, planned, strict=True)])
        if units
        else None,
    }
    known = [said for said in facts.values() if said is not None]
    return [shared.SITE_OF.fill(year=first["year"]), *known, *not_known([what for what, said in facts.items() if said is None])]


def _within(rt: Any, rw: Any) -> str:
    parts = [f"{kind} {int(n):02d}" for kind, n in (("RT", rt), ("RW", rw)) if pd.notna(n)]
    return "/".join(parts)


def _conflicts(m: CityAnswers, site: pd.DataFrame) -> list[Text]:
    """What the register of sites finds about this one that does not agree."""
    first = site.iloc[0]
    return [
        text
        for text in m.sites().conflicts
        if text.values.get("site") == first["name"] and text.values.get("year", first["year"]) == first["year"]
    ]


def _need(m: CityAnswers, site: pd.DataFrame) -> tuple[Text, ...]:
    """Rank when chosen and by the newest figures, and the figures known then beside those of the other villages."""
    first, n, years = site.iloc[0], m.need(), m.need_by_year()
    if not n:
        return (shared.RANK_NOT_KNOWN, _both(n))
    then = (
        _not_ranked(m, site)
        if pd.isna(first["rank"])
        else shared.RANK_THEN.fill(rank=first["rank"], places=first["places"], year=first["need_year"])
    )
    now = years[years["year"] == years["year"].max()]
    here = (now["area_code"] == first["area_code"]).to_numpy()
    newest = (
        shared.RANK_NOW.fill(rank=ranks(now["need"].to_numpy())[here][0], places=len(now), year=now["year"].iloc[0])
        if here.any()
        else texts.NO_RANK_NOW
    )
    return (then, newest, *_known_then(m, first))


def _not_ranked(m: CityAnswers, site: pd.DataFrame) -> Text:
    """Why the site has no rank of the time it was chosen."""
    register, at = m.sites(), site.index[0]
    if register.audit is None:
        return texts.NO_RANK_YET
    why = Text(*(register.table(lang).loc[at, "note"] for lang in ("id", "en")))
    return texts.NO_RANK_THEN.fill(why=why)


def _known_then(m: CityAnswers, site: pd.Series) -> list[Text]:
    """The figures behind the rank when it was chosen, each with the median of all villages of that year."""
    if pd.isna(site["need_year"]):
        return []
    villages, used, cut = m.tables["villages"], m.need().used, m.need().cut
    rows = villages[villages["year"] == site["need_year"]]
    own = rows[rows["village_code"] == site["area_code"]]
    told = [
        texts.FIGURE_THEN.fill(
            figure=column_name(c, cut), value=own[c].iloc[0], median=rows[c].astype(float).median(), digits=_digits(c)
        )
        for c in used
        if len(own) and pd.notna(own[c].iloc[0])
    ]
    return [texts.KNOWN_THEN.fill(year=site["need_year"], figures=told)] if told else []


def _digits(column: str) -> int:
    """Decimals of a village figure, as in `before_after`."""
    figure = village_figures()[column]
    return figure.digits if figure.shown_in == 1 else -int(np.log10(figure.shown_in))


def _delivered(m: CityAnswers, code: str, year: int) -> tuple[list[Text], list[Text]]:
    """Planned and done at the site in its year, as it may be published; and what is missing to say more.

    Where the newest year has this site alone, these are the sentences of `delivery()`. Where it has several, activities that name
    a household are not told by site: their numbers are published for the whole year only.
    """
    log = m.tables["deliveries"]
    year_log = log[log["year"] == year]
    own = year_log[year_log["village_code"] == code]
    if own.empty:
        return [texts.NO_ACTIVITY_HERE.fill(year=year)], [texts.GAP_ACTIVITIES]
    d = m.delivery()
    if d.year == year and len(own) == len(year_log):
        matrix, told = d.matrix, [texts.ACTIVITIES_OF.fill(year=year)]
    else:
        whole = own[own["household_id"].isna()]
        if whole.empty:
            return [texts.ONLY_FOR_HOUSEHOLDS.fill(year=year)], []
        matrix = agency_matrix(whole, m.as_of, InFives({}))
        told = [texts.WHOLE_PLACES_OF.fill(year=year) if len(whole) < len(own) else texts.ACTIVITIES_OF.fill(year=year)]
    silent = int(matrix.progress.by_agency()["not_reported"].iloc[-1])
    gaps = [texts.GAP_REPORTS.fill(n=silent, about=matrix.progress.about)] if silent else []
    return [*told, _both(matrix.progress), _both(matrix)], gaps


def _change(m: CityAnswers, code: str) -> BeforeAfter | None:
    """Of the figures before and after, those of this village; those of households where it has assisted ones."""
    b = m.before_after()
    if not b:
        return None
    rows = b.rows
    own = (rows["area_code"] == code) | rows["place"].astype("string").str.endswith(f"({code})").fillna(False)
    kept = rows[own | (rows["level"].eq("household") & (code in _assisted_in(m)))]
    return BeforeAfter(kept.reset_index(drop=True)) if len(kept) else None


def _assisted_in(m: CityAnswers) -> list[str]:
    """The villages of all assisted households, whose figures are published together."""
    homes = m.tables["households"]
    if homes.dropna(subset=["household_id", "wave", "assisted"]).empty:
        return []
    rows = first_visits(homes)
    return sorted(rows.loc[rows["assisted"].astype(bool), "village_code"].dropna().unique())


def _changed(m: CityAnswers, code: str, change: BeforeAfter | None) -> list[Text]:
    """What changed by the answer `before_after`, of whom, and how the slum scores of the site moved."""
    said: list[Text] = []
    if change is None:
        said.append(texts.NOTHING_TWICE_HERE)
    else:
        said.append(_both(change))
        together_with = [m.names.get(c, c) for c in _assisted_in(m)]
        if len(change.of("household")) and len(together_with) > 1:
            said.append(texts.HOUSEHOLDS_TOGETHER.fill(places=together_with))
    slum = _slum(m, code)
    if slum.empty:
        return said
    beside = slum["comparison_change"].mean()
    return [*said, moved(slum), *([texts.OTHER_RTS.fill(change=beside)] if beside == beside else [])]


def _slum(m: CityAnswers, code: str) -> pd.DataFrame:
    """The assisted RTs of the site whose change of score may be told."""
    cards = m.scorecards()
    if not cards or cards.slum is None:
        return pd.DataFrame()
    rows = cards.slum.published()
    return rows[(rows["area_code"] == code) & (rows["role"] == "assisted") & rows["score_change"].notna()]


def _impact(m: CityAnswers, code: str, year: int, change: BeforeAfter | None) -> list[Text]:
    """The answers that exist, for all sites together, and whether this one is among them."""
    p = m.effect()
    said = [_both(p)]
    if p:
        panel = p.main.panel
        evaluated = code in set(panel.units[panel.treated])
        early = texts.NOT_EVALUATED_EARLY if year <= panel.years[0] else texts.NOT_EVALUATED_YET
        said.append(shared.ALL_SITES_TOGETHER if evaluated else early)
    if change is not None and len(change.of("household")):
        said.append(_both(m.households()))
    return said


def _visited(m: CityAnswers, code: str) -> bool:
    """Whether assisted households of the site were visited once at least."""
    homes = m.tables["households"]
    return bool((homes["village_code"].eq(code) & homes["assisted"].eq(True)).fillna(False).any())


def _missing(m: CityAnswers, code: str, site: pd.DataFrame, change: BeforeAfter | None, gaps: list[Text]) -> Text:
    """What the workbook lacks to judge this site, with the sheet in which it belongs."""
    first = site.iloc[0]
    homes = change.of("household") if change is not None else pd.DataFrame()
    lacking = {
        texts.GAP_DECREE: pd.isna(first["decree"]),
        texts.GAP_ANNOUNCED: pd.isna(first["announced_date"]),
        texts.GAP_WAY: pd.isna(first["chosen_by"]),
        texts.GAP_RANK: pd.isna(first["rank"]),
        texts.GAP_VILLAGE: change is None or change.of("village").empty,
        texts.GAP_SLUM: _slum(m, code).empty,
        (texts.GAP_LAST_VISIT if _visited(m, code) else texts.GAP_HOUSEHOLDS): homes.empty,
        texts.GAP_COMPARISON: len(homes) > 0 and bool(homes["other_before"].isna().all()),
    }
    found = [*(text for text, lacks in lacking.items() if lacks), *gaps]
    return texts.MISSING.fill(things=found) if found else texts.NOTHING_MISSING
