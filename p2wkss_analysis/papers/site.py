"""The profile of one site as a paper of one page, and the sites that get one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ..city.answers import CityAnswers
from ..one_site.profile import SiteProfile
from ..reporting.document import Block, Column, Paragraph, Table
from .office import letterhead
from .paper import Paper, Rows, Title
from .texts import site as say

KIND = "profil-lokasi"
YEARS = 2  # the newest programme years that have begun: their sites get a paper, others are asked for in Python
MOST = 12  # papers of sites at most
ROOM = 1650  # signs beyond which the type is small, so that a profile stays on one page


def profiled(m: CityAnswers) -> list[tuple[str, int]]:
    """Code and year of the sites of the newest programme years that have begun by the day of the papers, at most `MOST`."""
    sites = m.sites()
    if not sites:
        return []
    rows = sites.rows[sites.rows["year"] <= m.as_of.year]
    newest = sorted(rows["year"].unique())[-YEARS:]
    pairs = rows.loc[rows["year"].isin(newest), ["area_code", "year"]].drop_duplicates()
    return [(str(code), int(year)) for code, year in pairs.itertuples(index=False)][-MOST:]


def site_papers(m: CityAnswers) -> dict[str, Callable[[CityAnswers, str], Paper]]:
    """The paper of each of them by its name: the kind and, after a slash, which site; its code where two share a name."""
    sites = profiled(m)
    named = [f"{m.names.get(code, code)} {year}" for code, year in sites]
    return {
        f"{KIND}/{name if named.count(name) == 1 else f'{name} {code}'}": partial(site_paper, code=code, year=year)
        for name, (code, year) in zip(named, sites, strict=True)
    }


def site_paper(m: CityAnswers, lang: str, code: str, year: int) -> Paper:
    """The profile of a site: what is known under six headings, and its figures before and after."""
    profile = m.site(code, year)
    title = profile.title(lang)
    lines = profile.lines(lang)
    small = sum(map(len, map("".join, lines))) > ROOM
    blocks: list[Block] = [
        Title((title, profile.place.say(lang))),
        Rows(lines, 3.4, colon=False, ruled=True, small=small),
        *_figures(profile, lang),
    ]
    return Paper(KIND, lang, title, *letterhead(m, lang), tuple(blocks), m.synthetic)


def _figures(profile: SiteProfile, lang: str) -> list[Block]:
    """The table before and after, as the report has it; the source alone where no figure is known twice."""
    rows, source = profile.figures(lang), profile.source.say(lang)
    if rows.empty:
        return [Paragraph(source)]
    frame = rows.assign(
        indicator=[_named(r.indicator, r.unit, lang) for r in rows.itertuples()],
        years=[say.FROM_TO.say(lang, since=a, until=z) for a, z in zip(rows["since"], rows["until"], strict=True)],
    )
    columns = (
        Column("indicator", say.INDICATOR.say(lang)),
        Column("years", say.YEARS.say(lang), "number"),  # as a number is: never broken
        Column("before", say.BEFORE.say(lang), "number"),
        Column("after", say.AFTER.say(lang), "number"),
        Column("difference", say.CHANGE.say(lang), "signed"),
        Column("other_difference", say.COMPARISON.say(lang), "signed"),
    )
    return [Table(frame[[c.name for c in columns]], columns, say.CAPTION.say(lang), source)]


def _named(indicator: str, unit: str, lang: str) -> str:
    """An indicator with its unit; the label of a village figure has it already."""
    return indicator if indicator.endswith(")") else say.WITH_UNIT.say(lang, indicator=indicator, unit=unit)
