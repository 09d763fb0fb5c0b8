"""Chapter: scorecards. Slum score before and after by RT, healthy families, readiness by profile, a contest's rubric."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ....city.answers import CityAnswers
from ....disclosure.privacy import mask
from ....display import Unanswered
from ....impact.households.words import visit
from ....indicators.readiness import FEW
from ....indicators.rubric import RubricScore
from ....indicators.scorecards import Scorecards, VillageCard
from ....indicators.texts.slum_change import ROLES
from ....pictures.slum_before_after import chart_slum_scores
from ....say import Text, integer, number, percent, together
from ...document import HIDDEN, Caution, Chapter, Column, Figure, Finding, Paragraph, Points, Section, Table
from .texts import scorecards as say
from .texts import shared
from .words import HALF, hidden_note, in_fives_shown, not_answered, notes, place_word, side_word, source

MOST_DRAWN = 60  # RTs in the picture; more stay in the table


def chapter(m: CityAnswers, lang: str) -> Chapter:
    c = m.scorecards()
    if isinstance(c, Unanswered):
        return Chapter(say.KEY.say(lang), say.TITLE.say(lang), [not_answered(c, lang)])
    blocks = [
        *_slum(m, c, lang),
        Section(say.FAMILIES.say(lang), evidence=True),
        *_families(m, c, lang),
        Section(say.READINESS.say(lang), evidence=True),
        *_cards(m, c, lang),
    ]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)


# --- slums ------------------------------------------------------------------------------------------------


def _slum(m: CityAnswers, c: Scorecards, lang: str) -> list:
    caution = Caution(say.NOT_AN_EFFECT.say(lang))
    if c.slum is None:
        return [not_answered(say.NO_RT, lang), caution]
    rows = c.slum.published()
    frame = rows.assign(label=[place_word(m, r.area_code, r.rw, r.rt) for r in rows.itertuples()])
    out: list = [Finding(c.slum.sentence(lang)), caution]
    drawn = frame.dropna(subset=["score_before", "score_after"])
    if 0 < len(drawn) <= MOST_DRAWN:
        picture = chart_slum_scores(
            drawn.astype({"score_before": float, "score_after": float}),
            lang=lang,
            notes=notes(m, lang),
            title=say.SLUM_PICTURE.say(lang),
        )
        own = source(m, lang, "neighbourhoods", "sites")
        out.append(Figure(picture, say.SLUM_CAPTION.say(lang), picture.sentence(lang), own, HALF))
    out += [Section(say.SLUM.say(lang), evidence=True), _slum_table(m, frame, lang)]
    details = c.slum.details(lang)
    return [*out, Points(tuple(details))] if details else out


def _slum_table(m: CityAnswers, rows: pd.DataFrame, lang: str) -> Table:
    def klass(value: Any) -> str | None:
        if value is None or pd.isna(value):
            return None
        return say.CLASSES[value].say(lang) if value in say.CLASSES else str(value)

    frame = rows.assign(
        role=[ROLES[r].say(lang) for r in rows["role"]],
        years=[
            str(a) if pd.isna(b) or a == b else f"{a}–{b}" for a, b in zip(rows["year_before"], rows["year_after"], strict=True)
        ],
        class_before=[klass(v) for v in rows["class_before"]],
        class_after=[klass(v) for v in rows["class_after"]],
        contribution=(100 * rows["contribution"].astype(float)).round(),  # all digits would tell of single families
    )
    twice = rows["hidden"] & rows["year_after"].notna()  # of the RTs of few households those with a second survey
    for column in ("score_before", "class_before", "score_after", "class_after", "score_change", "contribution"):
        frame[column] = frame[column].astype(object).mask(rows["hidden"] if column.endswith("before") else twice, HIDDEN)
    return Table(
        frame,
        (
            Column("label", "RT"),
            Column("role", say.ROLE.say(lang)),
            Column("years", say.SURVEYS.say(lang)),
            Column("score_before", say.SCORE_BEFORE.say(lang), "integer", unit="0–80"),
            Column("class_before", say.CLASS_BEFORE.say(lang)),
            Column("score_after", say.SCORE_AFTER.say(lang), "integer", unit="0–80"),
            Column("class_after", say.CLASS_AFTER.say(lang)),
            Column("score_change", say.CHANGE.say(lang), "signed", 0, say.POINTS_OF_SCORE.say(lang)),
            Column("contribution", say.CONTRIBUTION.say(lang), "percent", 0),
        ),
        say.SLUM_TABLE.say(lang),
        source(m, lang, "neighbourhoods", "sites"),
        together([say.FINISHED_WORKS, hidden_note(lang, frame)], lang),
    )


# --- healthy families -------------------------------------------------------------------------------------


def _families(m: CityAnswers, c: Scorecards, lang: str) -> list:
    if c.families is None or c.families.table().empty or not c.families.table()["indexed"].sum():
        return [not_answered(say.NO_ITEMS, lang)]
    rows = c.families.published()
    kinds = {"healthy": say.HEALTHY, "pre_healthy": say.PRE_HEALTHY, "unhealthy": say.UNHEALTHY}
    frame = in_fives_shown(rows, "indexed").assign(
        when=[visit(int(w)).say(lang) for w in rows["wave"]],
        side=[side_word(g, lang) for g in rows["group"]],
        **{k: pd.Series([HIDDEN if v != v else v for v in rows[f"{k}_percent"]], index=rows.index, dtype=object) for k in kinds},
    )
    means = c.families.means()
    return [
        *([Paragraph(_mean(*means).say(lang))] if means else []),
        Table(
            frame,
            (
                Column("when", shared.VISIT.say(lang)),
                Column("side", shared.SIDE.say(lang)),
                *(Column(k, head.say(lang), "percent", 0) for k, head in kinds.items()),
                Column("indexed", say.COUNTED_FAMILIES.say(lang), "integer"),
            ),
            say.FAMILIES_TABLE.say(lang),
            source(m, lang, "households"),
            together([say.ALL_ANSWERED, hidden_note(lang, frame)], lang),
        ),
    ]


# --- readiness and rubrics --------------------------------------------------------------------------------


def _cards(m: CityAnswers, c: Scorecards, lang: str) -> list:
    if not c.cards:
        return [not_answered(say.NO_PROFILE, lang), *_unknown(c, lang)]
    latest = c.latest()
    profiles = {card.profile.name: card.profile for card in latest}
    out: list = []
    for name, profile in profiles.items():
        own = [card for card in latest if card.profile.name == name]
        weights = [say.OWN_WEIGHTS] if isinstance(own[0].result, RubricScore) else []
        out += [
            Paragraph(together([f"{profile.label(lang)}.", profile.note(lang), *weights], lang)),
            Points(tuple(card.finding(lang) for card in own)),
            _card_table(m, own, lang),
        ]
    if c.changes:
        out.append(Points(tuple(f"{place}: {change.sentence(lang)}" for place, change in c.changes)))
    return [*out, *_unknown(c, lang)]


def _card_table(m: CityAnswers, cards: list[VillageCard], lang: str) -> Table:
    rubric = isinstance(cards[0].result, RubricScore)
    items = {item.key: item for item in cards[0].profile.items}
    rows = []
    for card in cards:
        for row in card.published().to_dict("records"):
            item = items[row["item" if rubric else "indicator"]]
            rows.append(
                {
                    "place": m.names.get(card.area_code, card.area_code),
                    "year": str(card.year),
                    "item": item.label(lang),
                    "answer": HIDDEN if row["flag"] == FEW else _answer(item.kind, row["value"], lang),
                    **(
                        {
                            "points": HIDDEN if row["flag"] == FEW and pd.isna(row["points"]) else row["points"],
                            "most": row["weight"],
                        }
                        if rubric
                        else {"met": None if pd.isna(row["met"]) else _yes_or_no(row["met"], lang)}
                    ),
                }
            )
    points = say.POINTS_OF_RUBRIC.say(lang)
    columns = [
        Column("place", shared.VILLAGE.say(lang)),
        Column("year", shared.YEAR.say(lang)),
        Column("item", say.ITEM.say(lang)),
        Column("answer", say.ANSWER.say(lang)),
    ]
    columns += (
        [
            Column("points", say.POINTS.say(lang), "number", 1, points),
            Column("most", say.MOST.say(lang), "number", 1, points),
        ]
        if rubric
        else [Column("met", say.MET.say(lang))]
    )
    frame = pd.DataFrame(rows)
    return Table(
        frame,
        tuple(columns),
        say.CARD_TABLE.say(lang, label=cards[0].profile.label(lang)),
        source(m, lang, "scores"),
        hidden_note(lang, frame),
    )


def _answer(kind: str, value: float, lang: str) -> str | None:
    """An answer as the table shows it."""
    if value != value:
        return None
    if kind == "yes_no":
        return _yes_or_no(value == 1, lang)
    if kind == "percent":
        return percent(value, 1, lang)
    return integer(value, lang) if float(value).is_integer() else number(value, 1, lang)


def _yes_or_no(answer: bool, lang: str) -> str:
    return (shared.YES if answer else shared.NO).say(lang)


def _unknown(c: Scorecards, lang: str) -> list:
    if not c.not_known:
        return []
    profiles = [say.PROFILE_WITH_LINES.fill(name=mask(name), n=n) for name, n in c.not_known.items()]
    return [Caution(say.NOT_LOADED.say(lang, profiles=profiles))]


def _mean(mean: float, wrong: float) -> Text:
    """The mean index, and what it were by the wrong formula where that shows in print."""
    return (say.MEAN_IKS if round(mean, 2) == round(wrong, 2) else say.NOT_APPLICABLE).fill(mean=mean, wrong=wrong)
