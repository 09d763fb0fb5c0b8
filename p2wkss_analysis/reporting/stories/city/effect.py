"""Chapter: did it help the places. Breakdown of the change, every method on the city's own yearly figures, protocol, limits."""

from __future__ import annotations

import pandas as pd

from ....city.answers import CityAnswers
from ....city.panel import CityPanel
from ....display import Unanswered
from ....display.headings import word
from ....impact.figures import figure
from ....impact.texts.history import LITTLE_DATA
from ....say.errors import P2wkssError
from ...document import Caution, Chapter, Column, Figure, Finding, Paragraph, Points, Section, Table
from .pictures import digits_of, years_since
from .pictures import ledger as ledger_picture
from .texts import effect as say
from .texts import shared
from .words import not_answered, source


def chapter(m: CityAnswers, lang: str) -> Chapter:
    p = m.effect()
    if isinstance(p, Unanswered):
        return Chapter(say.KEY.say(lang), say.TITLE.say(lang), [not_answered(p, lang)])
    blocks = [
        Finding(p.sentence(lang)),
        *([Paragraph(p.choice_used_sentence(lang))] if p.choice_used_sentence(lang) else []),
        *_cautions(p, lang),
        *_breakdown(m, p, lang),
        Section(say.LASTING.say(lang), evidence=True),
        *_since(m, p, lang),
        Section(say.METHODS.say(lang), evidence=True),
        *_methods(m, p, lang),
        Section(say.OTHER_OUTCOMES.say(lang), evidence=True),
        *_others(m, p, lang),
        Section(say.PROTOCOL_AND_LIMITS.say(lang), evidence=True),
        Paragraph(" ".join(t for t in (p.named(lang).panel.sentence(lang), p.left_out_sentence(lang)) if t)),
        Paragraph(p.named_before(lang)),
        Paragraph(say.PROTOCOL.say(lang, hash=p.protocol.hash[:12])),
        Points(tuple(p.limits(lang, m.programme))),
    ]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)


def _cautions(p: CityPanel, lang: str) -> list:
    """What the answer hangs on; not again what the finding says: how small an effect can be seen, or why there is no answer."""
    headline = p.main.headline
    said = [
        p.other_assumption_sentence(lang),
        p.stated_choice_sentence(lang),
        *(n.say(lang) for n in headline.notes if headline.runs and n != LITTLE_DATA),
        p.breaks_sentence(lang),
    ]
    text = " ".join(t for t in said if t)
    return [Caution(text)] if text else []


def _breakdown(m: CityAnswers, p: CityPanel, lang: str) -> list:
    try:
        p.main.ledger()
    except P2wkssError as error:
        return [Paragraph(error.sentence(lang))]
    d, unit, picture, own = digits_of(m), p.label(p.outcome, lang), ledger_picture(m, lang), source(m, lang, "villages", "sites")
    parts = {
        "observed_change": say.OBSERVED,
        "common_change": say.COMMON,
        "selection_rebound": say.REBOUND,
        "programme_effect": say.EFFECT,
        "conf_low": shared.INTERVAL_FROM,
        "conf_high": shared.TO,
    }
    tables = []
    for by, caption in say.BREAKDOWN_BY.items():
        rows = p.main.ledger(by)
        tables.append(
            Table(
                rows.assign(**{by: rows[by].replace({"all": shared.ALL.say(lang)})}),
                (
                    Column(by, say.HEADS[by].say(lang)),
                    Column("n", shared.SITES.say(lang), "integer"),
                    *(Column(part, head.say(lang), "signed", d, unit) for part, head in parts.items()),
                ),
                caption.say(lang),
                own,
            )
        )
    figure = Figure(picture, say.BREAKDOWN_CAPTION.say(lang), picture.sentence(lang), own)
    return [figure, Section(say.BREAKDOWN.say(lang), evidence=True), *tables]


def _since(m: CityAnswers, p: CityPanel, lang: str) -> list:
    try:
        p.main.by_year()
    except P2wkssError as error:
        return [Paragraph(error.sentence(lang))]
    picture = years_since(m, lang)
    return [Figure(picture, say.LASTING_CAPTION.say(lang), picture.sentence(lang), source(m, lang, "villages", "sites"))]


def _methods(m: CityAnswers, p: CityPanel, lang: str) -> list:
    d, unit, rows = digits_of(m), p.label(p.outcome, lang), p.table(lang)
    rows = rows.assign(way=[f"{word('method', r.method, lang)}, {r.base}" for r in rows.itertuples()])
    table = Table(
        rows[rows["estimate"].notna()],
        (
            Column("way", say.METHOD.say(lang)),
            Column("estimate", say.ESTIMATE.say(lang), "signed", d, unit),
            Column("conf_low", shared.INTERVAL_FROM.say(lang), "signed", d, unit),
            Column("conf_high", shared.TO.say(lang), "signed", d, unit),
            Column("p_value", "p", "p", 3, "0–1"),
            Column("smallest_detectable", shared.SMALLEST.say(lang), "number", d, unit),
        ),
        say.METHODS_TABLE.say(lang, outcome=unit),
        source(m, lang, "villages", "sites"),
        say.METHODS_NOTE.say(lang, method=word("method", p.main.headline.method, lang)),
    )
    said = tuple(f"{r.way}: {r.note}" for r in rows.itertuples() if r.note and not r.headline)
    return [table, *([Points(said)] if said else [])]


def _others(m: CityAnswers, p: CityPanel, lang: str) -> list:
    rows, unit = p.outcomes_table(lang), shared.OF_THE_OUTCOME.say(lang)
    out: list = [Paragraph(p.outcomes_sentence(lang))]
    if rows is not None:
        out.append(
            Table(
                _spelled(rows, lang),
                (
                    Column("outcome", say.OUTCOME.say(lang)),
                    Column("estimate", say.ESTIMATE.say(lang), "signed", unit=unit),
                    Column("conf_low", shared.INTERVAL_FROM.say(lang), "signed", unit=unit),
                    Column("conf_high", shared.TO.say(lang), "signed", unit=unit),
                    Column("p_max_t", say.P_OF_ALL.say(lang), "p", 3, "0–1"),
                    Column("smallest_detectable", shared.SMALLEST.say(lang), "number", unit=unit),
                    Column("n_treated", say.N_SITES.say(lang), "integer"),
                ),
                say.OUTCOMES_TABLE.say(lang),
                source(m, lang, "villages", "sites"),
                say.OUTCOMES_NOTE.say(lang, n=len(rows)),
            )
        )
    if p.refused:
        out.append(Points(tuple(why.say(lang) for why in p.refused.values())))
    return out


def _spelled(rows: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Figures of outcomes in different units as text, each with the decimals of its own size."""

    def said(value: float, size: float, sign: bool = True) -> str:
        return figure(value, 0 if abs(size) >= 1000 else 2, lang, sign=sign)

    size = rows["estimate"]
    ends = {c: [said(v, e) for v, e in zip(rows[c], size, strict=True)] for c in ("conf_low", "conf_high")}
    least = [said(v, e, False) for v, e in zip(rows["smallest_detectable"], size, strict=True)]
    return rows.assign(**ends, smallest_detectable=least, estimate=[said(v, v) for v in size])
