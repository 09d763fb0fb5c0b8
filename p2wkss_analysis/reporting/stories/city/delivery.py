"""Chapter: what was delivered. Planned against done by agency and month, reach and overlap, cost; an input, never an outcome."""

from __future__ import annotations

from ....city.answers import CityAnswers
from ....city.delivery import CityDelivery
from ....delivery.log import sector_words
from ....display import Unanswered
from ....pictures.delivery import chart_months
from ....say import together
from ...document import Caution, Chapter, Column, Figure, Finding, Paragraph, Section, Table
from .pictures import agencies
from .texts import delivery as say
from .texts import shared
from .words import HALF, in_fives_shown, not_answered, notes, source


def chapter(m: CityAnswers, lang: str) -> Chapter:
    d = m.delivery()
    if isinstance(d, Unanswered):
        return Chapter(say.KEY.say(lang), say.TITLE.say(lang), [not_answered(d, lang)])
    blocks = [
        Finding(together([say.YEAR.fill(year=d.year), d.progress.sentence(lang)], lang)),
        Caution(say.INPUTS.say(lang)),
        *_agencies_chart(m, d, lang),
        Section(say.BY_AGENCY_AND_MONTH.say(lang), evidence=True),
        _agencies(m, d, lang),
        *_months(m, d, lang),
        Section(say.REACH.say(lang), evidence=True),
        *_reach(m, d, lang),
        Section(say.COST.say(lang), evidence=True),
        *_cost(m, d, lang),
    ]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)


def _agencies_chart(m: CityAnswers, d: CityDelivery, lang: str) -> list:
    rows = d.progress.by_agency()
    if not (rows.loc[rows["agency"] != "all", "percent_low"].notna()).any():
        return []
    picture = agencies(m, lang)
    return [Figure(picture, say.AGENCIES_CAPTION.say(lang), picture.sentence(lang), source(m, lang, "deliveries"), HALF)]


def _agencies(m: CityAnswers, d: CityDelivery, lang: str) -> Table:
    rows = d.progress.by_agency()
    frame = rows.assign(agency=rows["agency"].replace({"all": shared.ALL.say(lang)}), amount=rows["amount_rupiah"] / 1e6)
    return Table(
        frame,
        (
            Column("agency", say.AGENCY.say(lang)),
            Column("activities", say.ACTIVITIES.say(lang), "integer"),
            Column("due", say.DUE.say(lang), "integer"),
            Column("done_percent", say.DONE.say(lang), "percent", 0),
            Column("not_reported", say.NOT_REPORTED.say(lang), "integer"),
            Column("days_late", say.LATE.say(lang), "number", 0, say.DAYS.say(lang)),
            Column("amount", say.SPENT.say(lang), "number", 1),
        ),
        say.BY_AGENCY.say(lang, year=d.year),
        source(m, lang, "deliveries"),
        together([say.COUNTED, say.FOR_ONE_FAMILY], lang),
    )


def _months(m: CityAnswers, d: CityDelivery, lang: str) -> list:
    rows = d.progress.table()
    if rows.empty:
        return [Paragraph(say.NO_DATES.say(lang))]
    picture = chart_months(rows, lang=lang, notes=notes(m, lang), title=say.MONTHS_TITLE.say(lang, year=d.year))
    return [Figure(picture, say.MONTHS_CAPTION.say(lang), picture.sentence(lang), source(m, lang, "deliveries"))]


def _reach(m: CityAnswers, d: CityDelivery, lang: str) -> list:
    if isinstance(d.reach, Unanswered):
        return [not_answered(d.reach, lang)]
    out: list = [Finding(d.reach.reached_sentence(lang))]
    if unnamed := d.reach.unnamed_sentence(lang):
        out.append(Paragraph(unnamed))
    rows, pairs = d.reach.by_sector, d.reach.pairs
    if len(rows):
        frame = in_fives_shown(rows, "households", "not_reached").assign(sector=[sector_words(s, lang) for s in rows["sector"]])
        out.append(
            Table(
                frame,
                (
                    Column("sector", shared.SECTOR.say(lang)),
                    Column("households", say.REACHED.say(lang), "integer"),
                    Column("not_reached", say.OTHERS.say(lang), "integer"),
                    Column("percent", say.SHARE_REACHED.say(lang), "percent", 0),
                ),
                say.BY_SECTOR.say(lang),
                source(m, lang, "deliveries", "households"),
                say.SMALL_SECTORS.say(lang),
            )
        )
    if len(pairs):
        frame = in_fives_shown(pairs, "both").assign(**{c: [sector_words(s, lang) for s in pairs[c]] for c in ("one", "other")})
        out.append(
            Table(
                frame,
                (
                    Column("one", shared.SECTOR.say(lang)),
                    Column("other", say.AND_SECTOR.say(lang)),
                    Column("both", say.FROM_BOTH.say(lang), "integer"),
                ),
                say.OVERLAP.say(lang),
                source(m, lang, "deliveries", "households"),
            )
        )
    return out


def _cost(m: CityAnswers, d: CityDelivery, lang: str) -> list:
    if isinstance(d.cost, Unanswered):
        return [not_answered(d.cost, lang)]
    rows = d.cost.table()
    frame = in_fives_shown(rows, "households_low", "households_high").assign(
        sector=[shared.ALL.say(lang) if s == "all" else sector_words(s, lang) for s in rows["sector"]],
        amount=rows["amount_rupiah"] / 1e6,
        **{c: rows[c] / 1e3 for c in ("rupiah_low", "rupiah_high")},
    )
    each = say.EACH.say(lang)
    return [
        Paragraph(d.cost.sentence(lang)),
        Table(
            frame,
            (
                Column("sector", shared.SECTOR.say(lang)),
                Column("activities", say.ACTIVITIES.say(lang), "integer"),
                Column("without_amount", say.WITHOUT_AMOUNT.say(lang), "integer"),
                Column("amount", say.AMOUNT.say(lang), "number", 1),
                Column("households_low", say.AT_LEAST.say(lang), "integer"),
                Column("households_high", say.AT_MOST.say(lang), "integer"),
                Column("rupiah_low", say.EACH_FROM.say(lang), "number", 0, each),
                Column("rupiah_high", shared.TO.say(lang), "number", 0, each),
            ),
            say.COST_BY_SECTOR.say(lang),
            source(m, lang, "deliveries"),
            together([say.COUNTED_TWICE, say.FOR_ONE_FAMILY], lang),
        ),
    ]
