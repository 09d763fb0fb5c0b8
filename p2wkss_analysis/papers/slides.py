"""The slides: what each says and shows, with the cautions in its notes; all from the answers of the city."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from ..city.answers import CityAnswers
from ..dictionary.figures import village_figures
from ..disclosure.in_fives import protected_note
from ..indicators.slum_change import moved, others
from ..reporting.document import Column, Table
from ..reporting.stories.city.households import visits_table
from ..reporting.stories.city.need import ranking_table
from ..reporting.stories.city.sites import register_table
from ..reporting.stories.city.texts import before_after as of_before_after
from ..reporting.stories.city.texts import delivery as of_delivery
from ..reporting.stories.city.texts import need as of_need
from ..reporting.stories.city.words import place_word
from ..say import together
from .brief import brief_of, changed, decide, effect, missing, where, why
from .changes import of_households, of_last_site
from .office import full_name, names_of
from .texts import matrix as of_matrix
from .texts import shared
from .texts import slides as say

PLACES, SITES, RTS, FIGURES, AGENCIES = 8, 8, 12, 10, 13  # lines that a slide has room for


@dataclass(frozen=True)
class Bars:
    """A chart of bars: one row a place, one series a column of figures; upright or lying."""

    names: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    form: str = "0"
    upright: bool = False


@dataclass(frozen=True)
class Slide:
    """title; said: sentences below it; shown: a chart or a table; notes: what the speaker must not leave out."""

    title: str
    said: tuple[str, ...] = ()
    shown: Bars | Table | None = None
    notes: str = ""


def slides_of(m: CityAnswers, lang: str) -> list[Slide]:
    """All slides after the first, in the order of the brief."""
    lines = brief_of(m, lang).lines
    frame = pd.DataFrame(lines, columns=["what", "said"])
    summary = Table(frame, (Column("what", ""), Column("said", "")), "")
    return [
        Slide(say.SUMMARY.say(lang), (), summary, protected_note(lang, m.numbers.margin)),
        *_need(m, lang),
        _sites(m, lang),
        *_places(m, lang),
        *_changes(m, lang),
        _effect(m, lang),
        *_delivery(m, lang),
        Slide(say.MISSING.say(lang), tuple(missing(m, lang, None, ()))),
        Slide(say.DECIDE.say(lang), tuple(text.say(lang) for text in decide(m)), None, say.FIXED_BY_MEETING.say(lang)),
    ]


def first_lines(m: CityAnswers, lang: str) -> tuple[str, str]:
    """The title of the slides, and what they are about."""
    n = m.need()
    year = n.year if n else shared.YEAR
    subtitle = say.SUBTITLE_FIXED if n and n.complete else say.SUBTITLE
    return say.TITLE.say(lang, programme=m.programme, city=full_name(m)), subtitle.say(lang, year=year, day=m.as_of)


def _need(m: CityAnswers, lang: str) -> list[Slide]:
    n = m.need()
    if not n:
        return [Slide(say.WHERE.say(lang, year=shared.YEAR), (n.sentence(lang),))]
    first = n.ranking.codes[n.ranking.top(n.k)[0]]
    ranking = ranking_table(m, n, lang)
    ranking = replace(
        ranking,
        frame=ranking.frame.head(PLACES),
        columns=tuple(c for c in ranking.columns if c.name in ("rank", "name", "score", "chance", "span")),
    )
    reasons, figures = n.ranking.explain(first, n.k), village_figures()
    rows = reasons.table()
    bars = Bars(
        tuple(figures[c].short.say(lang) for c in rows["indicator"]),
        ((say.POINTS.say(lang), tuple(rows["against_median"])),),
        "+0.0;-0.0;0.0",
    )
    place = names_of(m, [first])[0]
    return [
        Slide(
            (say.WHERE_FIXED if n.complete else say.WHERE).say(lang, year=n.year),
            (together([where(m, lang), why(m, lang)], lang),),
            ranking,
            of_need.PROXIES.say(lang),
        ),
        Slide(
            (say.WHY_NEXT if n.complete else say.WHY).say(lang, place=place),
            (say.AGAINST_MEDIAN.say(lang),),
            bars,
            reasons.sentence(lang),
        ),
        *([] if n.complete else [_firmness(m, lang)]),
    ]


def _firmness(m: CityAnswers, lang: str) -> Slide:
    n = m.need()
    if not n.weights_matter:
        return Slide(say.FIRMNESS.say(lang), (n.firmness_sentence(lang),))
    rows = n.table().sort_values("probability_top_k", ascending=False, kind="stable").head(PLACES)
    bars = Bars(tuple(names_of(m, rows["area_code"])), ((say.CHOSEN.say(lang), tuple(100 * rows["probability_top_k"])),))
    return Slide(say.FIRMNESS.say(lang), (say.CHOSEN_HOW_OFTEN.say(lang),), bars, n.firmness_sentence(lang))


def _sites(m: CityAnswers, lang: str) -> Slide:
    s = m.sites()
    if not s:
        return Slide(say.SITES.say(lang), (s.sentence(lang),))
    table = register_table(m, s, lang)
    columns = tuple(c for c in table.columns if c.name in ("year", "place", "way", "planned", "standing"))
    said = s.hits_sentence(lang) or s.sentence(lang)
    notes = together([s.sentence(lang), *s.conflicts, s.why_not or ""], lang)
    left = [int(year) for year in table.frame["year"].iloc[:-SITES].unique()]
    part = [say.SOME_SITES.say(lang, n=SITES, more=len(table.frame) - SITES, years=left)] if left else []
    return Slide(say.SITES.say(lang), (said, *part), replace(table, frame=table.frame.tail(SITES), columns=columns), notes)


def _places(m: CityAnswers, lang: str) -> list[Slide]:
    """The slum scores of the RTs of the sites, before and after; none where no such RT was surveyed twice."""
    cards = m.scorecards()
    if not cards or cards.slum is None:
        return []
    rows = cards.slum.published()
    rows = rows[(rows["role"] == "assisted") & rows["score_change"].notna()]
    if rows.empty:
        return []
    shown = rows.head(RTS)
    names = tuple(place_word(m, r.area_code, r.rw, r.rt) for r in shown.itertuples())
    series = tuple(
        (word.say(lang), tuple(shown[column].astype(float)))
        for word, column in ((say.BEFORE, "score_before"), (say.AFTER, "score_after"))
    )
    part = [say.SOME_RTS.say(lang, n=len(shown), all=len(rows))] if len(shown) < len(rows) else []
    said = (moved(rows).say(lang), *part)
    return [Slide(say.PLACES.say(lang), said, Bars(names, series, "0", True), others(rows).say(lang))]


def _changes(m: CityAnswers, lang: str) -> list[Slide]:
    """Households and the last site before and after: change, not impact, also where there is nobody to compare with."""
    b = m.before_after()
    if not b:
        return [Slide(say.HOUSEHOLDS.say(lang), (b.sentence(lang),))]
    notes = together([of_before_after.CHANGE, b.sentence(lang)], lang)
    homes, site = of_households(m, lang, FIGURES, ("between",)), of_last_site(m, lang, FIGURES, ("place",))
    out = [Slide(say.HOUSEHOLDS.say(lang), (homes.caption,), homes, together([notes, homes.note], lang))] if homes else []
    if site:
        place = site.frame["place"].iloc[0]
        out.append(Slide(say.SITE.say(lang, place=place), (site.caption,), site, together([notes, of_before_after.OTHERS], lang)))
    return out or [Slide(say.HOUSEHOLDS.say(lang), (changed(m, lang),), None, notes)]


def _effect(m: CityAnswers, lang: str) -> Slide:
    """Whether it helped: judged apart from what changed."""
    h, places = m.households(), m.effect()
    told = (
        together([places.sentence(lang), places.other_assumption_sentence(lang), places.stated_choice_sentence(lang)], lang)
        if places
        else ""
    )
    if not h:
        return Slide(say.EFFECT.say(lang), (effect(m, lang)[0] or h.sentence(lang),), None, told)
    notes = together([h.condition_sentence(lang), h.choice_sentence(lang), *h.cautions(lang), told], lang)
    return Slide(say.EFFECT.say(lang), (h.sentence(lang),), visits_table(m, h, lang), notes)


def _delivery(m: CityAnswers, lang: str) -> list[Slide]:
    d = m.delivery()
    if not d:
        return [Slide(say.NO_DELIVERY.say(lang), (d.sentence(lang),))]
    rows = d.progress.by_agency().iloc[:-1]
    due = rows[rows["due"] > 0].sort_values("done_percent", ascending=False, kind="stable", na_position="last")
    done = Bars(tuple(due["agency"]), ((say.DONE.say(lang), tuple(None if v != v else v for v in due["done_percent"])),))
    table = d.matrix.sums(lang)
    part = [say.SOME_AGENCIES.say(lang, n=AGENCIES)] if len(table) > AGENCIES + 1 else []
    frame = pd.concat([table.iloc[:-1].head(AGENCIES), table.tail(1)])
    frame = frame.assign(agency=frame["agency"].replace({"all": of_matrix.ALL_AGENCIES.say(lang)}))
    columns = (
        Column("agency", of_matrix.COLUMNS["agency"].say(lang)),
        *(
            Column(name, of_matrix.COLUMNS[name].say(lang), "integer" if name.endswith("rupiah") else "number", 0)
            for name in ("budget_rupiah", "amount_rupiah", "absorbed_percent", "done_percent")
        ),
    )
    notes = together([of_delivery.INPUTS, of_matrix.NOTE, of_matrix.HOUSEHOLDS], lang)
    return [
        Slide(
            say.DELIVERY.say(lang, year=d.year),
            (d.progress.sentence(lang),),
            done if due["done_percent"].notna().any() else None,
            notes,
        ),
        Slide(say.MONEY.say(lang, year=d.year), (d.matrix.sentence(lang), *part), Table(frame, columns, ""), notes),
    ]
