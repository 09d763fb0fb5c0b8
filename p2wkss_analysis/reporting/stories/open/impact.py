"""Chapter: did the programme have an effect. The real desa case, what it can and cannot show, and what would be needed."""

from __future__ import annotations

import pandas as pd

from ....display.headings import word
from ....impact.methods.dilution import dilution_sentence, household_effect
from ....impact.methods.limits import limit_sentences
from ....open_data.answers import OpenAnswers
from ....open_data.village_index_designs import Design
from ....pictures.effects import chart_estimates
from ....say import together
from ...document import Chapter, Column, Figure, Finding, Paragraph, Points, Section, Table
from .texts import impact as say

EXAMPLE = "early_baseline_2023"  # the design by whose noise sites are counted and effects are read at household level
ASSISTED, HOUSEHOLDS = 100, 2500  # the example of the dilution sentence: one desa of middling size
EFFECT = 0.01  # points of IDM, the size for which the number of sites needed is named
SCALE = 1.0  # IDM from 0 to 1


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    blocks = [
        Paragraph(say.WHAT_DATA_ALLOW.say(lang)),
        *_designs(m, lang),
        Section(say.LIMITS.say(lang), evidence=True),
        Points(tuple(limit_sentences(lang))),
        Section(say.REFUSED.say(lang), evidence=True),
        _refused(m, lang),
    ]
    return Chapter(say.KEY.say(lang), say.TITLE.say(lang), blocks)


def verdict(m: OpenAnswers, lang: str) -> str:
    """What the open data can answer today: how many sites have what an answer needs, and how many it would take."""
    have = say.FEW_CLEAN_SITES.fill(known=len(m.sites), clean=len(m.clean))
    none = say.NO_CLEAN_SITE.fill(known=len(m.sites))
    needed = say.SITES_NEEDED.fill(effect=EFFECT, sites=m.case.random_choice(EXAMPLE).sites_for(EFFECT))
    return together([have if len(m.clean) else none, needed], lang)


def rows_of_interest(m: OpenAnswers, lang: str) -> pd.DataFrame:
    """The answers as a report prints them, without a p-value: one row a design, variant and method."""
    titles = {design.key: _short(design, lang) for design, _, _ in m.case.answers}
    rows = m.case.for_report(lang)
    return rows.assign(
        design_key=rows["design"],
        short=rows["design"].map(titles),
        variant_key=rows["variant"],
        variant=[say.VARIANTS[v].say(lang) for v in rows["variant"]],
        way=[word("method", w, lang) for w in rows["method"]],
    )


def _short(design: Design, lang: str) -> str:
    """A design in a few words: its cohort and the years compared."""
    return say.DESIGN.say(lang, cohort=design.cohort, first=design.first, last=design.last)


def _designs(m: OpenAnswers, lang: str) -> list:
    rows = rows_of_interest(m, lang)
    run = rows.dropna(subset=["estimate"])
    title = say.CHART_TITLE.say(lang)
    shown = run[(run["variant_key"] == "confirmed") & run["conf_low"].notna()].assign(
        label=lambda d: d["short"] + ": " + d["way"].str.lower()
    )
    chart = chart_estimates(shown, title=title, lang=lang, value_label=say.CHART_AXIS.say(lang))
    return [
        Finding(f"{verdict(m, lang)} {say.NO_PROOF.say(lang)}"),
        Figure(chart, say.TITLE_AS_CAPTION.say(lang, title=title), chart.sentence(lang), say.SOURCE.say(lang)),
        Section(say.BY_DESIGN.say(lang), evidence=True),
        Points(tuple(m.case.sentences(lang))),
        *[_design_table(run[(run["design_key"] == d.key) & run["conf_low"].notna()], d, lang) for d in _in_order(m)],
        Paragraph(_at_households(m, lang)),
        Section(say.WHY_NO_P.say(lang), evidence=True),
        Paragraph(say.FALSE_ALARMS.say(lang)),
        Points(_false_alarms(rows, lang)),
        _not_run(rows, lang),
    ]


def _at_households(m: OpenAnswers, lang: str) -> str:
    """What the smallest detectable effect of a desa would mean for each assisted household."""
    least = m.case.smallest_detectable(EXAMPLE)
    diluted = dilution_sentence(least, ASSISTED, HOUSEHOLDS, say.POINTS.say(lang), lang)
    beyond = household_effect(least, ASSISTED, HOUSEHOLDS) > SCALE
    return together([say.AT_HOUSEHOLDS.fill(said=diluted), say.BEYOND_SCALE.fill(assisted=ASSISTED) if beyond else ""], lang)


def _in_order(m: OpenAnswers) -> list[Design]:
    return list(dict.fromkeys(design for design, _, _ in m.case.answers))


def _design_table(run: pd.DataFrame, design: Design, lang: str) -> Table:
    points = say.POINTS_OF_UNIT.say(lang)
    columns = (
        Column("variant", say.SITES.say(lang)),
        Column("way", say.METHOD.say(lang)),
        Column("n_treated", say.N_SITES.say(lang), "integer"),
        Column("n_comparison", say.N_COMPARISON.say(lang), "integer"),
        Column("estimate", say.ESTIMATE.say(lang), "signed", 3, points),
        Column("conf_low", say.FROM.say(lang), "signed", 3, points),
        Column("conf_high", say.TO.say(lang), "signed", 3, points),
        Column("smallest_detectable", say.SMALLEST.say(lang), "number", 3, points),
    )
    caption = say.TITLE_AS_CAPTION.say(lang, title=design.title)
    return Table(run, columns, caption, say.SOURCE.say(lang), say.SENSITIVITY.say(lang))


def _false_alarms(rows: pd.DataFrame, lang: str) -> tuple[str, ...]:
    """The measured rates, each said once, with the method before it."""
    kept = rows[rows["variant_key"] == "confirmed"].dropna(subset=["conf_low"]).drop_duplicates(["way", "note"])
    return tuple(say.FALSE_ALARM.say(lang, method=r.way, design=r.short, note=r.note) for r in kept.itertuples() if r.note)


def _not_run(rows: pd.DataFrame, lang: str) -> Table:
    """Each reason once, with the methods and designs for which it holds."""
    missing = rows[rows["conf_low"].isna() & (rows["variant_key"] == "confirmed")]
    designs = missing.groupby(["note", "way"], sort=False)["short"].agg(lambda of: "; ".join(dict.fromkeys(of))).reset_index()
    frame = designs.groupby(["note", "short"], sort=False)["way"].agg("; ".join).reset_index()
    columns = (
        Column("way", say.METHOD.say(lang)),
        Column("short", say.DATA.say(lang)),
        Column("note", say.REASON.say(lang)),
    )
    return Table(frame, columns, say.NOT_RUN.say(lang), say.SOURCE.say(lang))


def _refused(m: OpenAnswers, lang: str) -> Table:
    reasons = m.case.refused.groupby(f"reason_{lang}").agg(
        n=("village", "size"), examples=("village", lambda v: ", ".join(v.head(4)))
    )
    frame = reasons.sort_values("n", ascending=False).reset_index(names="why")
    columns = (
        Column("why", say.REASON.say(lang)),
        Column("n", say.SITES.say(lang), "integer"),
        Column("examples", say.FOR_EXAMPLE.say(lang)),
    )
    return Table(frame, columns, say.REFUSED_TABLE.say(lang), say.SOURCE.say(lang))
