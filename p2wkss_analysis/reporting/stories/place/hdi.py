"""Chapter: which dimension moved the HDI."""

from __future__ import annotations

import pandas as pd

from ....indicators.hdi_change import DIMENSIONS, HdiChange
from ....open_data.place.regency import RegencyAnswers
from ...document import Block, Chapter, Column, Finding, Paragraph, Table
from ..open.texts import years as words
from . import texts as say


def chapter(m: RegencyAnswers, lang: str) -> Chapter:
    moves = m.hdi_moves
    split = [one for one in moves if one.split is not None]
    blocks: list[Block] = [Finding(most_from(split[-1], lang))] if split else []
    blocks += [Paragraph(one.sentence(lang)) for one in moves]
    blocks.append(_table(m, split, lang) if split else Paragraph(say.NOT_SPLIT.say(lang, name=m.name)))
    return Chapter(say.HDI_KEY.say(lang), say.WHAT_MOVED.say(lang, name=m.name), blocks)


def most_from(move: HdiChange, lang: str) -> str:
    """The dimension that contributed most."""
    points = move.table().set_index("dimension")["points"].loc[list(DIMENSIONS)]
    most = str(points.abs().idxmax())
    name = words.DIMENSIONS[most].say(lang).lower()
    return say.MOST_FROM.say(
        lang, first=move.year_from, last=move.year_to, dimension=name, points=float(points[most]), change=move.change
    )


def _table(m: RegencyAnswers, moves: list[HdiChange], lang: str) -> Table:
    frame = pd.DataFrame({"dimension": [words.DIMENSIONS[name].say(lang) for name in moves[0].table()["dimension"]]})
    columns = [Column("dimension", say.DIMENSION.say(lang))]
    for move in moves:
        span = say.SPAN.say(lang, first=move.year_from, last=move.year_to)
        frame[span] = move.table()["points"]
        columns.append(Column(span, say.IN_SERIES.say(lang, label=span, method=move.method), "signed", 2))
    return Table(frame, tuple(columns), say.SPLIT.say(lang, name=m.name), say.SPLIT_SOURCE.say(lang))
