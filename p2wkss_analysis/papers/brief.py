"""The brief of one page: five lines for who decides, each from the answers of the city."""

from __future__ import annotations

import string
from dataclasses import dataclass

from ..city.answers import QUESTIONS, CityAnswers
from ..city.need import CityNeed
from ..dictionary.figures import village_figures
from ..indicators.slum_change import moved
from ..reporting.document import Paragraph
from ..say import Text, date, together
from .office import letterhead, names_of, sign
from .paper import Paper, Rows, Title
from .texts import brief as say
from .texts import shared

REASONS = 2  # of the first place: what lifts it most above the median
NAMED = 3  # missing answers, or agencies, that the brief names


@dataclass(frozen=True)
class Brief:
    """Five lines: (what it is about, what is known of it)."""

    lines: tuple[tuple[str, str], ...]


def brief_of(m: CityAnswers, lang: str) -> Brief:
    """Where and why, what changed, who delivered, what is missing, what to decide."""
    parts = {
        say.WHERE: where(m, lang),
        say.CHANGED: changed(m, lang),
        say.WHO: together(delivered(m), lang),
        say.MISSING: together(missing(m, lang), lang),
        say.DECIDE: together(
            [say.POINT.fill(letter=a, said=t) for a, t in zip(string.ascii_lowercase, decide(m), strict=False)], lang
        ),
    }
    return Brief(tuple((head.say(lang), text) for head, text in parts.items()))


def brief_paper(m: CityAnswers, lang: str) -> Paper:
    """The brief as a paper."""
    need = m.need()
    subject = say.SUBJECT.say(lang, programme=m.programme, year=need.year if need else shared.YEAR)
    rows: dict[Text, Text | str] = {
        say.TO: say.RECIPIENT,
        say.FROM: say.SENDER,
        say.NUMBER: shared.NUMBER,
        say.DAY: date(m.as_of, lang),
        say.ABOUT: subject,
    }
    return Paper(
        "nota-dinas",
        lang,
        subject,
        *letterhead(m, lang),
        (
            Title((say.TITLE.say(lang),)),
            Rows(tuple((head.say(lang), text.say(lang) if isinstance(text, Text) else text) for head, text in rows.items()), 2.2),
            Rows(brief_of(m, lang).lines, 3.4, colon=False, ruled=True),
            Paragraph(together([say.ANNEXES, say.FAMILIES], lang)),
            sign(lang, shared.POSITION),
        ),
        m.synthetic,
    )


def where(m: CityAnswers, lang: str) -> str:
    """The proposal for next year, its reasons, and how firm it is."""
    n = m.need()
    if not n:
        return n.sentence(lang)
    codes = [n.ranking.codes[i] for i in n.ranking.top(n.k)]
    fixed = names_of(m, n.eligibility.fixed)
    said = [
        say.ALREADY_FIXED.fill(year=n.year, places=fixed) if fixed else "",
        say.PROPOSED.fill(year=n.year, places=names_of(m, codes)),
        say.WHY.fill(place=names_of(m, codes)[0], n=len(n.ranking.codes), reasons=_reasons(n, codes[0]), year=n.data_year),
        _firm(m, n, codes),
    ]
    return together(said, lang)


def _reasons(n: CityNeed, code: str) -> list[Text]:
    figures = village_figures()
    return [figures[c].name for c in n.ranking.explain(code, n.k).table()["indicator"].head(REASONS)]


def _firm(m: CityAnswers, n: CityNeed, codes: list[str]) -> Text | str:
    if not n.weights_matter:
        return ""
    chance = n.table().set_index("area_code")["probability_top_k"]
    return say.FIRM.fill(
        chances=[say.CHANCE.fill(place=p, share=100 * chance[c]) for p, c in zip(names_of(m, codes), codes, strict=True)]
    )


def changed(m: CityAnswers, lang: str) -> str:
    """What changed at the last sites: their RTs, and their households beside the others."""
    said: list[Text | str] = []
    cards, homes = m.scorecards(), m.households()
    if cards and cards.slum is not None:
        rows = cards.slum.published()
        rows = rows[(rows["role"] == "assisted") & rows["score_change"].notna()]
        if len(rows):
            said.append(say.AT.fill(places=names_of(m, rows["area_code"].unique()), said=moved(rows)))
    if homes:
        said += [homes.sentence(lang), homes.condition_sentence(lang)]
    return together(said or [say.CANNOT_TELL], lang)


def delivered(m: CityAnswers) -> list[Text | str]:
    """Realisation by agency, and budget."""
    d = m.delivery()
    if not d:
        return [_both(d)]
    return [say.DELIVERED_IN.fill(year=d.year), _both(d.progress), _both(d.matrix)]


def silent_agencies(m: CityAnswers) -> list[str]:
    """Agencies with activities that are due and not reported."""
    rows = m.delivery().progress.by_agency().iloc[:-1]
    return rows.loc[rows["not_reported"] > 0, "agency"].tolist()


def missing(m: CityAnswers, lang: str, most: int | None = NAMED, elsewhere: tuple[str, ...] = ("need", "delivery")) -> list[str]:
    """What the workbook cannot answer yet and what to fill in, each once; most None: all of them. elsewhere: questions whose
    refusal stands in a line of its own."""
    refused = [answer.sentence(lang) for name in QUESTIONS if name not in elsewhere and not (answer := getattr(m, name)())]
    sites, d = m.sites(), m.delivery()
    unsaid = int(sites.rows["chosen_by"].isna().sum()) if sites else 0
    if unsaid:
        refused.append(say.HOW_CHOSEN.say(lang, n=unsaid, all=len(sites.rows)))
    if d and d.matrix.rows["budget_rupiah"].isna().all():
        refused.append(say.NO_BUDGET.say(lang))
    once = list(dict.fromkeys(refused))
    once = [text for text in once if not any(text != other and text in other for other in once)]
    more = len(once) - (most or len(once))
    return [*once[:most], say.MORE.say(lang, n=more)] if more > 0 else once or [say.NOTHING_MISSING.say(lang)]


def decide(m: CityAnswers) -> list[Text]:
    """What the meeting is asked to decide."""
    out: list[Text] = []
    n, d = m.need(), m.delivery()
    if n:
        lots = n.stability.lots()
        if lots.fixed:
            out.append(say.SET.fill(places=names_of(m, lots.fixed), n=len(lots.fixed), year=n.year))
        if lots.seats:
            out.append(say.DRAW.fill(seats=lots.seats, year=n.year, places=names_of(m, lots.candidates)))
    else:
        out.append(say.FILL_IN)
    silent = int(d.progress.by_agency()["not_reported"].iloc[-1]) if d else 0
    if silent:
        agencies = silent_agencies(m)
        asked = agencies if len(agencies) <= NAMED else [say.AGENCIES.fill(n=len(agencies))]
        out.append(say.ASK_AGENCIES.fill(n=silent, agencies=asked, when=shared.DATE))
    return out if m.households() else [*out, say.COMPARE]


def _both(answer: object) -> Text:
    """The sentence of an answer in both languages."""
    return Text(answer.sentence("id"), answer.sentence("en"))  # type: ignore[attr-defined]  # every answer has one
