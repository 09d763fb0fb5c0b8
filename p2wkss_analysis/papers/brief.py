"""The brief of one page: five lines for who decides, before and after, and what the report says of the effect."""

from __future__ import annotations

import string
from dataclasses import dataclass

from ..city.answers import QUESTIONS, CityAnswers
from ..city.need import CityNeed
from ..city.sites import chosen_text
from ..dictionary.figures import village_figures
from ..indicators.slum_change import moved
from ..reporting.document import Block
from ..say import Text, date, together
from .changes import of_households, of_last_site
from .office import letterhead, names_of, sign
from .paper import Note, Paper, Rows, Title
from .texts import brief as say
from .texts import shared

REASONS = 2  # of the first place: what lifts it most above the median
NAMED = 3  # missing answers, or agencies, that the brief names
FIGURES = 3  # rows of before and after
LEFT_OUT = ("between", "other_before", "other_after")  # columns for which a page is too narrow; the slides have them
LABEL = 2.7  # cm of the words at the left
ROOM = 1100  # signs in rows beyond which their type is small, so that the brief stays on one page


@dataclass(frozen=True)
class Brief:
    """Five lines: (what it is about, what is known of it)."""

    lines: tuple[tuple[str, str], ...]


def brief_of(m: CityAnswers, lang: str) -> Brief:
    """Where, why, what changed, who delivered, what to decide."""
    parts = {
        say.WHERE: where(m, lang),
        say.REASON: why(m, lang),
        say.CHANGED: changed(m, lang),
        say.WHO: together(delivered(m), lang),
        say.DECIDE: together(
            [say.POINT.fill(letter=a, said=t) for a, t in zip(string.ascii_lowercase, decide(m), strict=False)], lang
        ),
    }
    return Brief(tuple((head.say(lang), text) for head, text in parts.items()))


def brief_paper(m: CityAnswers, lang: str) -> Paper:
    """The brief as a paper."""
    need = m.need()
    subject = (say.SUBJECT_FIXED if need and need.complete else say.SUBJECT).say(
        lang, programme=m.programme, year=need.year if need else shared.YEAR
    )
    lines = brief_of(m, lang).lines
    helped, condition = effect(m, lang)
    below = tuple(
        (head.say(lang), text) for head, text in ((say.EFFECT, helped), (say.MISSING, together(missing(m, lang), lang))) if text
    )
    small = sum(map(len, map("".join, (*lines, *below)))) > ROOM
    changes = of_households(m, lang, FIGURES, LEFT_OUT) or of_last_site(m, lang, FIGURES, LEFT_OUT)
    beside: tuple[Block, ...] = (changes,) if changes else ()
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
            Rows(
                tuple((head.say(lang), text.say(lang) if isinstance(text, Text) else text) for head, text in rows.items()),
                2.2,
                small=small,
            ),
            Rows(lines, LABEL, colon=False, ruled=True, small=small),
            *beside,
            Rows(below, LABEL, colon=False, ruled=True, small=small),
            Note(together([condition, say.FAMILIES, say.ANNEXES], lang)),
            sign(lang, shared.POSITION),
        ),
        m.synthetic,
    )


def where(m: CityAnswers, lang: str) -> str:
    """The proposal for next year, or why there is none."""
    n = m.need()
    if not n:
        return n.sentence(lang)
    fixed = names_of(m, n.eligibility.fixed)
    said = [
        say.ALREADY_FIXED.fill(year=n.year, places=fixed) if fixed else "",
        *([say.NONE_LEFT.fill(year=n.year)] if n.complete else _proposal(m, n)),
    ]
    return together(said, lang)


def _proposal(m: CityAnswers, n: CityNeed) -> list[Text]:
    """The places proposed, and of each the RW or RT where the ranking inside it is firm."""
    found = m.need_within_proposed()
    firm = found.firm() if found else {}
    inside = [say.WITHIN.fill(place=name, inner=firm[code]) for code, name in zip(firm, names_of(m, list(firm)), strict=True)]
    return [say.PROPOSED.fill(year=n.year, places=names_of(m, _proposed(n))), *inside]


def why(m: CityAnswers, lang: str) -> str:
    """The reasons of the proposal, and how firm it is; where all is fixed, how that was chosen and who is next in need."""
    n = m.need()
    if not n:
        return say.NO_REASON.say(lang)
    codes = _proposed(n)
    if n.complete:
        return together([*_ways(m, n), _why(m, n, say.WHY_NEXT)], lang)
    said = [
        _why(m, n, say.WHY),
        _firm(m, n, codes),
    ]
    return together(said, lang)


def _why(m: CityAnswers, n: CityNeed, said: Text) -> Text:
    first = _proposed(n)[0]
    return said.fill(place=names_of(m, [first])[0], n=len(n.ranking.codes), reasons=_reasons(n, first), year=n.data_year)


def _ways(m: CityAnswers, n: CityNeed) -> list[Text]:
    """How each site of the year was chosen, as the sheet of sites says."""
    rows = m.sites().rows
    rows = rows[(rows["year"] == n.year) & rows["area_code"].isin(n.eligibility.fixed)].drop_duplicates("area_code")
    return [
        say.CHOSEN_BY.fill(place=name, way=chosen_text(way))
        for name, way in zip(names_of(m, rows["area_code"]), rows["chosen_by"], strict=True)
    ]


def _proposed(n: CityNeed) -> list[str]:
    return [n.ranking.codes[i] for i in n.ranking.top(n.k)]


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
    """What changed at the sites: the slum scores of their RTs, households and villages before and after. Change, not impact."""
    said: list[Text | str] = []
    cards, b = m.scorecards(), m.before_after()
    if cards and cards.slum is not None:
        rows = cards.slum.published()
        rows = rows[(rows["role"] == "assisted") & rows["score_change"].notna()]
        if len(rows):
            said.append(say.AT.fill(places=names_of(m, rows["area_code"].unique()), said=moved(rows)))
    return together([b.counts_sentence(lang) if b else b.sentence(lang), *said], lang)


def effect(m: CityAnswers, lang: str) -> tuple[str, str]:
    """Whether it helped, and the condition on which that hangs: of households, else of places; empty where neither tells."""
    homes, places = m.households(), m.effect()
    if homes:
        return homes.sentence(lang), homes.condition_sentence(lang)
    return (places.sentence(lang), places.stated_choice_sentence(lang)) if places else ("", "")


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
    if n and not n.complete:
        lots = n.stability.lots()
        if lots.fixed:
            out.append(say.SET.fill(places=names_of(m, lots.fixed), n=len(lots.fixed), year=n.year))
        if lots.seats:
            out.append(say.DRAW.fill(seats=lots.seats, year=n.year, places=names_of(m, lots.candidates)))
    elif not n:
        out.append(say.FILL_IN)
    silent = int(d.progress.by_agency()["not_reported"].iloc[-1]) if d else 0
    if silent:
        agencies = silent_agencies(m)
        asked = agencies if len(agencies) <= NAMED else [say.AGENCIES.fill(n=len(agencies))]
        out.append(say.ASK_AGENCIES.fill(n=silent, about=d.progress.about, agencies=asked, when=shared.DATE))
    return out if m.households() else [*out, say.VISIT_AGAIN if _compared(m) else say.COMPARE]


def _compared(m: CityAnswers) -> bool:
    """Whether comparison households were visited once at least, so that only later visits are lacking."""
    homes = m.tables["households"]
    return bool(homes["assisted"].eq(False).fillna(False).any() and (homes["wave"] == 0).fillna(False).any())


def _both(answer: object) -> Text:
    """The sentence of an answer in both languages."""
    return Text(answer.sentence("id"), answer.sentence("en"))  # type: ignore[attr-defined]  # every answer has one
