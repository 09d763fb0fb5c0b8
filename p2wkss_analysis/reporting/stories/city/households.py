"""Chapter: the households. Whom the programme took, how alike both sides were, who was lost, and what changed."""

from __future__ import annotations

import pandas as pd

from ....city.answers import CityAnswers
from ....city.households import CityHouseholds
from ....delivery.log import sector_words
from ....disclosure.in_fives import BASE, ENOUGH
from ....display import Unanswered
from ....impact.figures import decimals, figure
from ....impact.households.words import visit
from ....pictures.effects import chart_estimates
from ....say import number, together
from ....targeting.households.assisted import AssistedHouseholds
from ...document import HIDDEN, Caution, Chapter, Column, Figure, Finding, Paragraph, Points, Section, Table
from .texts import households as say
from .texts import shared
from .words import hidden_note, in_fives_shown, not_answered, notes, side_word, source


def chapter(m: CityAnswers, lang: str) -> Chapter:
    who, h = _chosen(m, lang), m.households()
    if isinstance(h, Unanswered):
        blocks = [not_answered(h, lang), *who]
        return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)
    blocks = [
        Finding(h.sentence(lang)),
        *_caution(m, h, lang),
        Paragraph(h.choice_sentence(lang)),
        visits_table(m, h, lang),
        *who,
        Section(say.OTHER_OUTCOMES.say(lang), evidence=True),
        Paragraph(h.named_before(lang)),
        Paragraph(h.others_sentence(lang)),
        *_chart(m, h, lang),
        _outcomes(m, h, lang),
        *_refused(h, lang),
        Section(say.ALIKE_AND_LOST.say(lang), evidence=True),
        _balance(m, h, lang),
        _attrition(m, h, lang),
        *_lee(h, lang),
        Section(say.HELP.say(lang), evidence=True),
        *_help(m, h, lang),
        Section(say.LIMITS.say(lang), evidence=True),
        Points(tuple(h.main.limits(lang))),
    ]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)


def _caution(m: CityAnswers, h: CityHouseholds, lang: str) -> list:
    """What the city should answer first, else the condition on which the answer hangs; other remarks stand below the table."""
    said = " ".join(m.checked.questions(lang)) or h.condition_sentence(lang)
    return [Caution(said)] if said else []


# --- who was assisted -------------------------------------------------------------------------------------


def _chosen(m: CityAnswers, lang: str) -> list:
    c = m.assisted()
    if isinstance(c, Unanswered):
        return [not_answered(c, lang)]
    tables = [] if c.by_decile is None else [_decile_table(m, c.by_decile, c.cut, lang)]
    return [Paragraph(c.sentence(lang)), Section(say.WHO.say(lang), evidence=True), *tables, _rt_table(m, c, lang)]


def _sides(lang: str) -> tuple[Column, ...]:
    return (*_counts(lang), Column("all", say.TOTAL.say(lang), "integer"))


def _counts(lang: str, assisted: str = "assisted", comparison: str = "comparison") -> tuple[Column, ...]:
    """The columns that count the households of both sides."""
    return (
        Column(assisted, side_word("assisted", lang), "integer"),
        Column(comparison, side_word("comparison", lang), "integer"),
    )


def _decile_table(m: CityAnswers, rows: pd.DataFrame, cut: int, lang: str) -> Table:
    words = {group: text.say(lang, cut=cut, above=cut + 1) for group, text in say.DECILES.items()}
    frame = in_fives_shown(rows, "assisted", "comparison", "all").assign(group=[words[i] for i in rows.index])
    return Table(
        frame,
        (Column("group", say.DECILE.say(lang)), *_sides(lang)),
        say.BY_DECILE.say(lang),
        source(m, lang, "households"),
    )


def _rt_table(m: CityAnswers, c: AssistedHouseholds, lang: str) -> Table:
    frame = in_fives_shown(c.by_rt, "assisted", "comparison", "all")
    places = [say.SUM.say(lang) if i == "all" else f"{m.names.get(i[:13], i[:13])} {i[14:]}" for i in c.by_rt.index]
    return Table(
        frame.assign(place=places),
        (Column("place", "RT"), *_sides(lang)),
        say.BY_RT.say(lang),
        source(m, lang, "households"),
        say.SMALL_RTS.say(lang),
    )


# --- what changed -----------------------------------------------------------------------------------------


def visits_table(m: CityAnswers, h: CityHouseholds, lang: str) -> Table:
    rows = in_fives_shown(h.by_wave(lang), "n_treated", "n_comparison")
    return Table(
        rows,
        (
            Column("when", shared.VISIT.say(lang)),
            *_numbers(lang, rows, h.outcome.unit.say(lang)),
            *_counts(lang, "n_treated", "n_comparison"),
        ),
        say.BY_VISIT.say(lang, outcome=h.outcome.words(lang)),
        source(m, lang, "households"),
        together([*_middle(h, lang), *h.cautions(lang)], lang),
    )


def _middle(h: CityHouseholds, lang: str) -> list[str]:
    """What a single figure is where the answer is a range."""
    return [say.MIDDLE_OF_RANGE.say(lang)] if h.main.decided_by == "unknown" else []


def _numbers(lang: str, rows: pd.DataFrame, unit: str) -> tuple[Column, ...]:
    digits = 0 if rows["estimate"].abs().max() >= 1000 else 1
    return (
        Column("estimate", say.DIFFERENCE.say(lang), "signed", digits, unit),
        Column("conf_low", shared.INTERVAL_FROM.say(lang), "signed", digits, unit),
        Column("conf_high", shared.TO.say(lang), "signed", digits, unit),
    )


def _places(size: float) -> int:
    """Decimals of a figure: one, none from 1,000 on, thousands from 10,000 on."""
    return min(decimals(abs(size)), 0) if abs(size) >= 1000 else 1


# --- other outcomes ---------------------------------------------------------------------------------------


def _spelled(rows: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Figures of outcomes in different units as text, each with the decimals of its own size."""

    def said(value: float, size: float, sign: bool = True) -> str | None:
        if value != value:
            return None
        return figure(value, _places(size), lang, sign=sign)

    size = rows["estimate"]
    ends = {c: [said(v, e) for v, e in zip(rows[c], size, strict=True)] for c in ("conf_low", "conf_high")}
    least = [said(v, e, False) for v, e in zip(rows["smallest_detectable"], size, strict=True)]
    told = [
        said(v, v) if low != low else f"{said(low, v)} … {said(high, v)}"
        for v, low, high in zip(size, rows["range_low"], rows["range_high"], strict=True)
    ]
    return rows.assign(**ends, smallest_detectable=least, estimate=told)


def _outcomes(m: CityAnswers, h: CityHouseholds, lang: str) -> Table:
    rows, unit = h.table(lang), shared.OF_THE_OUTCOME.say(lang)
    frame = in_fives_shown(_spelled(rows, lang), "n_treated", "n_comparison").assign(
        outcome=[
            say.MAIN_OUTCOME.say(lang, outcome=name) if main else name
            for name, main in zip(rows["outcome"] + " (" + rows["unit"] + ")", rows["main"], strict=True)
        ],
        better=[say.BETTER[b].say(lang) for b in rows["better"]],
    )
    return Table(
        frame,
        (
            Column("outcome", say.OUTCOME.say(lang)),
            Column("better", say.BETTER_IF.say(lang)),
            Column("estimate", say.DIFFERENCE.say(lang), "signed", unit=unit),
            Column("conf_low", shared.INTERVAL_FROM.say(lang), "signed", unit=unit),
            Column("conf_high", shared.TO.say(lang), "signed", unit=unit),
            Column("p_holm", say.P_HOLM.say(lang), "p", 3, "0–1"),
            Column("smallest_detectable", shared.SMALLEST.say(lang), "number", unit=unit),
            *_counts(lang, "n_treated", "n_comparison"),
        ),
        say.ALL_OUTCOMES.say(lang, visit=visit(h.wave).say(lang)),
        source(m, lang, "households"),
        together([say.OUTCOMES_NOTE, *([say.RANGE_NOTE] if rows["range_low"].notna().any() else [])], lang),
    )


def _chart(m: CityAnswers, h: CityHouseholds, lang: str) -> list:
    """The yes/no outcomes, which share a unit, in one picture."""
    rows, unit = h.table(lang), say.POINTS_OF_PERCENT.say(lang)
    rows = rows[(rows["unit"] == unit) & rows["estimate"].notna()].assign(label=lambda d: d["outcome"])
    if len(rows) < 2:
        return []
    title = say.YES_NO_PICTURE.say(lang)
    picture = chart_estimates(rows, title=title, value_label=unit, notes=notes(m, lang), digits=1, lang=lang)
    return [Figure(picture, say.YES_NO_CAPTION.say(lang), picture.sentence(lang), source(m, lang, "households"))]


def _refused(h: CityHouseholds, lang: str) -> list:
    if not h.refused:
        return []
    return [Points(tuple(f"{o.label.say(lang)}: {why.say(lang)}" for o, why in h.refused))]


# --- how alike, and who was lost --------------------------------------------------------------------------


def _balance(m: CityAnswers, h: CityHouseholds, lang: str) -> Table:
    rows, own = h.balance(lang), say.IN_COLUMN_UNIT.say(lang)
    shown = ["assisted_mean", "comparison_mean", "standardised_difference"]

    def said(value: float, digits: int, hide: bool) -> str | None:
        return HIDDEN if hide else None if value != value else number(value, digits, lang)

    frame = rows.assign(
        **{
            c: [
                said(v, 2 if c.startswith("stand") else d, hidden)
                for v, d, hidden in zip(rows[c], rows["decimals"], rows["hidden"], strict=True)
            ]
            for c in shown
        }
    )
    return Table(
        frame,
        (
            Column("variable", say.FIRST_STATE.say(lang)),
            Column("unit", say.UNIT.say(lang)),
            *(Column(f"{side}_mean", side_word(side, lang), "number", unit=own) for side in ("assisted", "comparison")),
            Column("standardised_difference", say.IN_SD.say(lang), "number"),
        ),
        say.BALANCE.say(lang),
        source(m, lang, "households"),
        together([say.UNEQUAL_START, hidden_note(lang, frame)], lang),
    )


def _attrition(m: CityAnswers, h: CityHouseholds, lang: str) -> Table:
    rows = h.attrition()
    most = 2 * BASE  # the difference of two numbers kept from an earlier edition is off by up to twice as much
    few = rows["lost"] < most
    frame = in_fives_shown(rows, "at_baseline", "seen").assign(
        lost=[f"≤{most}" if f else int(n) for f, n in zip(few, rows["lost"], strict=True)],
        lost_percent=rows["lost_percent"].mask(few),
        when=[visit(w).say(lang) for w in rows["wave"]],
        side=[side_word(g, lang) for g in rows["group"]],
    )
    return Table(
        frame,
        (
            Column("when", shared.VISIT.say(lang)),
            Column("side", shared.SIDE.say(lang)),
            Column("at_baseline", say.AT_FIRST.say(lang), "integer"),
            Column("seen", say.SEEN_AGAIN.say(lang), "integer"),
            Column("lost", say.NOT_SEEN.say(lang), "integer"),
            Column("lost_percent", say.NOT_SEEN_PERCENT.say(lang), "percent", 0),
        ),
        say.ATTRITION.say(lang),
        source(m, lang, "households"),
        say.ATTRITION_NOTE.say(lang),
    )


def _lee(h: CityHouseholds, lang: str) -> list[Paragraph]:
    """What loss could have done to the answer; nothing where as many were seen on both sides."""
    bounds = h.main.lee_bounds()
    if bounds.low != bounds.low:
        return [Paragraph(say.NO_LEE.say(lang))]
    if not bounds.trimmed:
        return []
    given = {"low": bounds.low, "high": bounds.high, "digits": _places(bounds.low)}
    return [Paragraph(say.LEE.say(lang, **given, unit=h.outcome.unit.say(lang)))]


# --- by sector and dose -----------------------------------------------------------------------------------


def _help(m: CityAnswers, h: CityHouseholds, lang: str) -> list:
    sector, dose = h.by_sector(lang), h.by_dose(lang)
    if sector is None:
        return [Paragraph(say.NOBODY_NAMED.say(lang))]
    columns = (*_numbers(lang, sector, h.outcome.unit.say(lang)), _counts(lang, "n_treated")[0])
    shown = in_fives_shown(sector[sector["estimate"].notna()], "n_treated").assign(
        sector=lambda d: [sector_words(s, lang) for s in d["sector"]]
    )
    out: list = [Caution(say.NOT_DRAWN_BY_LOT.say(lang))]
    if len(shown):
        out.append(
            Table(
                shown,
                (Column("sector", say.SECTOR_OF_HELP.say(lang)), *columns),
                say.BY_SECTOR.say(lang, outcome=h.outcome.words(lang)),
                source(m, lang, "households", "deliveries"),
                together([say.SMALL_SECTORS.fill(least=ENOUGH), h.width_sentence(sector, lang)], lang),
            )
        )
    if dose is None:
        return [*out, Paragraph(say.NO_DOSE.say(lang))]
    words = [d.replace("<=", say.UP_TO.say(lang)).replace(">", say.ABOVE.say(lang)) + "%" for d in dose["dose"]]
    table = Table(
        in_fives_shown(dose.assign(dose=words), "n_treated"),
        (Column("dose", say.DOSE.say(lang)), *columns),
        say.BY_DOSE.say(lang, outcome=h.outcome.words(lang)),
        source(m, lang, "households", "deliveries"),
        h.width_sentence(dose, lang),
    )
    return [*out, table]
