"""Minutes of the deliberation on the sites, and of the draw: what the meeting decides is a blank, a recorded draw is told."""

from __future__ import annotations

import pandas as pd

from ..city.answers import CityAnswers
from ..reporting.document import Block, Caution, Column, Paragraph, Section, Table
from ..say import Text
from ..targeting.candidate_list import CandidateList, candidate_list
from ..targeting.draw import Draw, draw_lots
from .office import full_name, letterhead, names_of, sign
from .paper import Form, Paper, Rows, Title
from .texts import minutes as say
from .texts import shared

SHOWN = 5  # places in the table of the deliberation
SEATS = 8  # lines for who is present


def deliberation(m: CityAnswers, lang: str) -> Paper:
    """The minutes of the deliberation, with the proposal it is about."""
    result = (say.AGREED, say.BLANK_AGREED), (say.WHY_OTHER, say.BLANK_WHY), (say.OTHER, say.BLANK_OTHER)
    heads = tuple(head.say(lang) for head in (shared.RANK, say.NAME, say.OFFICE, say.SIGNATURE))
    blocks: list[Block] = [
        _meeting(lang, say.CHAIR),
        Section(say.PROPOSAL.say(lang)),
        *_proposal(m, lang),
        Section(say.RESULT.say(lang)),
        Rows(tuple((word.say(lang), blank.say(lang)) for word, blank in result), 5.0, colon=False, ruled=True),
        Section(say.PRESENT.say(lang)),
        Form(heads, (1.2, 5.6, 5.6, 4.2), SEATS),
        sign(lang, say.CHAIR_OF_MEETING, say.SECRETARY),
    ]
    return _minutes(m, lang, "berita-acara-musyawarah", say.DELIBERATION, blocks)


def draw(m: CityAnswers, lang: str) -> Paper:
    """The minutes of a draw: candidates, seed and result of one on record, else the candidates alone and blanks for the rest."""
    n, held = m.need(), _held(m)
    lots = n.stability.lots() if n else None
    seats = lots.seats if lots and lots.seats and not n.complete else 1
    results = names_of(m, held.drawn) if held else [say.BLANK_DRAWN.say(lang)] * seats
    drawn = tuple((say.DRAWN_PLACE.say(lang, at=at + 1), place) for at, place in enumerate(results))
    named, seed = (held.seed_source, str(held.seed)) if held else ("", "")
    source = (say.SOURCE, named or say.BLANK_SOURCE.say(lang)), (say.SEED, seed or say.BLANK_SEED.say(lang))
    blocks: list[Block] = [
        _meeting(lang, say.OFFICER),
        Section(say.CANDIDATES.say(lang)),
        *(_listed(m, lang, held) if held else _candidates(m, lang)),
        Section(say.HOW.say(lang)),
        Paragraph(say.METHOD.say(lang)),
        Rows(tuple((word.say(lang), told) for word, told in source), 5.0),
        Section(say.DRAWN.say(lang)),
        Rows(drawn, 5.0, colon=False, ruled=True),
        sign(lang, say.WITNESS, say.WITNESS, say.OFFICER),
    ]
    return _minutes(m, lang, "berita-acara-undian", say.DRAW, blocks)


def _minutes(m: CityAnswers, lang: str, name: str, what: Text, blocks: list[Block]) -> Paper:
    n = m.need()
    told = {"programme": m.programme, "city": full_name(m).upper(), "year": n.year if n else shared.YEAR}
    about = say.ON_SITES.say(lang, **told)
    title = Title((what.say(lang), about, ""))
    return Paper(name, lang, say.TITLE.say(lang, what=what, about=about), *letterhead(m, lang), (title, *blocks), m.synthetic)


def _meeting(lang: str, who: Text) -> Rows:
    """When and where, as blanks."""
    rows = {
        say.NUMBER: shared.NUMBER,
        say.DAY: say.BLANK_DAY,
        say.TIME: say.BLANK_TIME,
        say.PLACE: shared.PLACE,
        who: shared.NAME,
    }
    return Rows(tuple((word.say(lang), blank.say(lang)) for word, blank in rows.items()), 3.6)


def _proposal(m: CityAnswers, lang: str) -> list[Block]:
    n = m.need()
    if not n:
        return [Caution(n.sentence(lang), shared.NOT_YET.say(lang))]
    if n.complete:
        return [Caution(say.ALREADY_FIXED.say(lang, year=n.year, places=names_of(m, n.eligibility.fixed)))]
    table = n.table().head(max(SHOWN, n.k))
    frame = table.assign(name=names_of(m, table["area_code"]), chance=100 * table["probability_top_k"])
    firm = (Column("chance", say.CHANCE.say(lang), "percent", 0),) if n.weights_matter else ()
    columns = (
        Column("rank", shared.RANK.say(lang), "integer"),
        Column("name", shared.VILLAGE.say(lang)),
        Column("area_code", shared.CODE.say(lang)),
        Column("score", shared.SCORE.say(lang), "number", 1),
        *firm,
    )
    return [
        Paragraph(n.choice_sentence(lang)),
        Paragraph(say.FIGURES.say(lang, year=n.data_year)),
        Table(frame, columns, say.FIRST_PLACES.say(lang)),
    ]


def _candidates(m: CityAnswers, lang: str) -> list[Block]:
    n = m.need()
    if not n:
        return [Caution(say.CANNOT_DRAW.say(lang, why=n.sentence(lang)))]
    if n.complete:
        return [Caution(say.NOTHING_TO_DRAW.say(lang, year=n.year, places=names_of(m, n.eligibility.fixed)))]
    lots = n.stability.lots()
    if not lots.seats:
        places = names_of(m, lots.fixed)
        return [Caution(say.NOT_NEEDED.say(lang, year=n.data_year, places=places, n=len(places)))]
    return _listed(m, lang, candidate_list(lots, lots.seats, n.year))


def _held(m: CityAnswers) -> Draw | None:
    """The draw that chose the sites of the year, as the workbook has it and as it comes out again; None where there is none."""
    n = m.need()
    if not n or not n.complete:
        return None
    sites, every = m.tables["sites"], m.tables["candidates"]
    sites, every = sites[sites["year"].eq(n.year).fillna(False)], every[every["year"].eq(n.year).fillna(False)]
    seeds, codes, drawn = sites["draw_seed"].unique(), every["village_code"], set(sites["village_code"])
    villages_only = every["rw"].isna().all() and codes.notna().all() and codes.is_unique
    if not (sites["chosen_by"] == "draw").all() or len(seeds) != 1 or pd.isna(seeds[0]) or not len(codes) or not villages_only:
        return None
    source = sites["draw_source"].dropna().astype(str)
    draw = draw_lots(list(codes), min(len(drawn), len(codes)), int(seeds[0]), n.year, source.iloc[0] if len(source) else "")
    return draw if set(draw.drawn) == drawn else None


def _listed(m: CityAnswers, lang: str, fixed: CandidateList | Draw) -> list[Block]:
    """The candidates with their chance and the hash of their list."""
    listed = candidate_list(fixed.candidates, fixed.n if isinstance(fixed, CandidateList) else len(fixed.drawn))
    frame = pd.DataFrame(
        {
            "number": range(1, len(listed.candidates) + 1),
            "code": listed.candidates,
            "name": names_of(m, listed.candidates),
        }
    )
    columns = (
        Column("number", shared.RANK.say(lang), "integer"),
        Column("code", shared.CODE.say(lang)),
        Column("name", shared.VILLAGE.say(lang)),
    )
    return [Paragraph(say.EQUAL.say(lang, **listed.told())), Table(frame, columns, say.LISTED.say(lang))]
