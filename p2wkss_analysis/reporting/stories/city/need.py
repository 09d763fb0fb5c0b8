"""Chapter: where need is in the city, and where next year's programme could go."""

from __future__ import annotations

import pandas as pd

from ....city.answers import CityAnswers
from ....city.need import CityNeed
from ....city.within import ProposedWithin
from ....dictionary.figures import village_figures
from ....display import Unanswered
from ....say import integer, together
from ...document import Caution, Chapter, Column, Figure, Finding, Paragraph, Section, Table
from .pictures import firmness, need_map, within
from .texts import need as say
from .texts import shared
from .words import not_answered, source

SHOWN_WITHIN = 3  # RW or RT of a village in their table; the picture holds all
SHOWN = 15  # villages in the table of the chapter; the workbook of the report holds the picture's own


def chapter(m: CityAnswers, lang: str) -> Chapter:
    n = m.need()
    if isinstance(n, Unanswered):
        return Chapter(say.KEY.say(lang), say.TITLE.say(lang), [not_answered(n, lang)])
    first = n.ranking.table()["area_code"].iloc[0]
    places = [n.ranking.label(i) for i in n.ranking.top(n.k)]
    blocks = [
        Finding((say.ALL_FIXED if n.complete else say.PROPOSED).say(lang, year=n.year, fixed=_names_fixed(m, n), places=places)),
        Paragraph(n.sentence(lang)),
        Caution(say.PROXIES.say(lang)),
        _map(m, lang),
        ranking_table(m, n, lang),
        *([] if n.complete else within_proposed(m, lang)),
        Section(say.HOW_COMPUTED.say(lang), evidence=True),
        Paragraph(together([n.eligibility.sentence(lang), *_fixed(m, n, lang)], lang)),
        Paragraph(n.columns_sentence(lang)),
        Section(say.HOW_FIRM.say(lang), evidence=True),
        *_firmness(m, n, lang),
        Section(say.WHY.say(lang, place=m.names.get(first, first)), evidence=True),
        Paragraph(n.ranking.explain(first, n.k).sentence(lang)),
        _why(m, n, first, lang),
    ]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)


def _names_fixed(m: CityAnswers, n: CityNeed) -> list[str]:
    return [m.names.get(code, code) for code in n.eligibility.fixed]


def _fixed(m: CityAnswers, n: CityNeed, lang: str) -> list[str]:
    fixed = _names_fixed(m, n)
    return [say.ALREADY_FIXED.say(lang, year=n.year, places=fixed)] if fixed else []


def _map(m: CityAnswers, lang: str) -> Figure:
    picture, whole, known = need_map(m, lang), len(m.areas), len(m.need_map())
    shown = say.MAP_OF_ALL if known >= whole else say.MAP_OF_SOME.fill(n=known, places=whole)
    tiles = [say.TILES] if m.boundaries is None else []
    return Figure(picture, together([shown, *tiles], lang), picture.sentence(lang), source(m, lang, "villages", "sites"))


def ranking_table(m: CityAnswers, n: CityNeed, lang: str, shown: int = SHOWN) -> Table:
    table = n.table().head(shown)
    own = [village_figures()[c] for c in n.used]
    frame = table.assign(
        **{f.column: table[f.column] / f.shown_in for f in own},
        name=[m.names.get(c, name) for c, name in zip(table["area_code"], table["name"], strict=True)],
        chance=100 * table["probability_top_k"],
        span=[f"{integer(a, lang)}–{integer(b, lang)}" for a, b in zip(table["rank_low"], table["rank_high"], strict=True)],
    )
    top = (say.IN_TOP.fill(k=n.k) if n.k > 1 else say.FIRST).say(lang)
    firm = (Column("chance", top, "percent", 0), Column("span", say.RANKS.say(lang))) if n.weights_matter else ()
    return Table(
        frame,
        (
            Column("rank", say.NUMBER.say(lang), "integer"),
            Column("name", shared.VILLAGE.say(lang)),
            Column("score", say.SCORE.say(lang), "number", 1, "0–100"),
            *(Column(f.column, f.short.say(lang), "number", min(f.digits, 1)) for f in own),
            *firm,
        ),
        say.RANKING.say(lang, n=len(frame), year=n.year),
        source(m, lang, "villages"),
        say.RANKING_NOTE.say(lang, top=top, draws=n.stability.recipe["draws"]) if firm else "",
    )


def _firmness(m: CityAnswers, n: CityNeed, lang: str) -> list:
    if not n.weights_matter:
        return [Caution(n.firmness_sentence(lang))]
    picture = firmness(m, lang)
    return [
        *([] if n.complete else [Finding(_lots(m, n, lang))]),
        Paragraph(n.firmness_sentence(lang)),
        Figure(picture, say.FIRMNESS_CAPTION.say(lang), picture.sentence(lang), source(m, lang, "villages")),
        Paragraph(n.ranking.flip(n.k).sentence(lang)),
    ]


def _lots(m: CityAnswers, n: CityNeed, lang: str) -> str:
    """Which seats are firm, and who would be in a draw for the rest, with every name."""
    lots = n.stability.lots()
    fixed, drawn = ([m.names.get(c, c) for c in codes] for codes in (lots.fixed, lots.candidates))
    if not drawn:
        return say.NO_DRAW_NEEDED.say(lang, fixed=fixed)
    return (say.SOME_DRAWN if fixed else say.ALL_DRAWN).say(lang, fixed=fixed, seats=lots.seats, drawn=drawn)


def _why(m: CityAnswers, n: CityNeed, area_code: str, lang: str) -> Table:
    """What its score is made of; figures are divided as in the ranking, so that large ones stay short."""
    table, figures = n.ranking.explain(area_code, n.k).table(), village_figures()
    own = [figures[c] for c in table["indicator"]]
    scale = [f.shown_in for f in own]
    frame = table.assign(
        indicator=[f.short.say(lang) for f in own],
        value=table["value"] / scale,
        value_to_leave=table["value_to_leave"] / scale,
    )
    unit, points = say.OWN_UNIT.say(lang), say.POINTS_OF_SCORE.say(lang)
    place = m.names.get(area_code, area_code)
    return Table(
        frame,
        (
            Column("indicator", say.COLUMN.say(lang)),
            Column("value", say.VALUE.say(lang), "number", 2, unit),
            Column("contribution", say.CONTRIBUTION.say(lang), "number", 1),
            Column("against_median", say.AGAINST_MEDIAN.say(lang), "signed", 1, points),
            Column("against_runner_up", say.AGAINST_RIVAL.say(lang), "signed", 1, points),
            Column("value_to_leave", say.LEAVES_AT.say(lang), "number", 2, unit),
        ),
        say.WHY_FIRST.say(lang, place=place),
        source(m, lang, "villages"),
        say.NEVER_ALONE.say(lang),
    )


def within_proposed(m: CityAnswers, lang: str) -> list:
    """Which RW or RT of the proposed villages, how firm that is, and what is missing for the others."""
    found, heading = m.need_within_proposed(), Section(say.WITHIN.say(lang))
    if isinstance(found, Unanswered):
        return [heading, not_answered(found, lang)]
    picture, origin = within(m, lang), source(m, lang, *found.sheets)
    firm, basis = ([getattr(one, said)(lang) for one in found.ranked] for said in ("firmness_sentence", "basis_sentence"))
    return [
        heading,
        Finding(together([one.choice_sentence(lang) for one in found.ranked], lang)),
        Paragraph(together(dict.fromkeys([*firm, *basis]), lang)),
        Figure(picture, picture.sentence(lang), picture.sentence(lang), origin),
        _neediest(found, lang, origin),
        *([Caution(together(found.missing, lang), shared.NOT_YET.say(lang))] if found.missing else []),
    ]


def _neediest(found: ProposedWithin, lang: str, origin: str) -> Table:
    """The first RW or RT of every village."""
    rows = found.table()
    rows = rows[rows["rank"] <= SHOWN_WITHIN]
    firm = "probability_top_k" in rows
    if firm:
        rows = rows.assign(
            chance=100 * rows["probability_top_k"],
            span=[
                None if pd.isna(a) else f"{integer(a, lang)}–{integer(b, lang)}"
                for a, b in zip(rows["rank_low"], rows["rank_high"], strict=True)
            ],
        )
    top = say.NEEDIEST.say(lang)
    return Table(
        rows,
        (
            Column("village", shared.VILLAGE.say(lang)),
            Column("name", "RW/RT"),
            Column("rank", say.NUMBER.say(lang), "integer"),
            Column("score", say.SCORE.say(lang), "number", int((rows["score"] % 1 > 0).any()), "0–100"),
            *((Column("chance", top, "percent", 0), Column("span", say.RANKS.say(lang))) if firm else ()),
        ),
        say.FIRST_WITHIN.say(lang),
        origin,
        say.WITHIN_NOTE.say(lang, top=top) if firm else "",
    )
