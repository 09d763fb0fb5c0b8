"""Did it help, in pictures: estimates with intervals, the breakdown of the change, effects by years since the start, power."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..say import Text
from ..say.spoken import spoken
from . import style, texts
from .charts import COLOURS, number_ticks, plain_axes
from .picture import Picture, page

GREY, REBOUND, EFFECT, DARK = "#aab4be", "#e0a458", COLOURS[0], "#3b4754"


@spoken
def chart_estimates(
    table: pd.DataFrame,
    *,
    title: str,
    value_label: str,
    notes: Sequence[str] = (),
    digits: int = 3,
    lang: str | None = None,
) -> Picture:
    """Estimates with their intervals, one row an answer, zero marked.

    `table`: label, estimate, conf_low, conf_high; a row without an estimate is left out of the picture.
    An interval that runs to infinity ends in an arrow.
    """
    rows = table.dropna(subset=["estimate"]).iloc[::-1].reset_index(drop=True)
    finite = np.abs(rows[["estimate", "conf_low", "conf_high"]].to_numpy(float))
    edge = 1.12 * np.max(finite[np.isfinite(finite)], initial=1e-9)
    picture, box = page(title=title, notes=notes, body=0.6 + 0.42 * len(rows))
    height = picture.get_size_inches()[1]
    axes = plain_axes(picture, box, left=0.40, right=0.03, bottom=0.44 / height, top=0.02 / height)
    axes.axvline(0, color=style.INK, lw=0.9, zorder=2)
    for i, row in rows.iterrows():
        low, high = max(row["conf_low"], -edge), min(row["conf_high"], edge)
        if row[["conf_low", "conf_high"]].notna().all():
            axes.hlines(i, low, high, color=COLOURS[0], lw=2.4, zorder=3)
            for end, side in ((row["conf_low"], "<"), (row["conf_high"], ">")):
                if np.isinf(end):
                    axes.plot(np.sign(end) * edge, i, side, color=COLOURS[0], ms=6, clip_on=False, zorder=4)
        axes.plot(row["estimate"], i, "o", color=COLOURS[0], ms=5.5, mec="white", mew=0.8, zorder=5)
    width = 0.385 * picture.get_size_inches()[0] * 72
    labels = ["\n".join(style.wrap(label, width, style.BODY)) for label in rows["label"]]
    axes.set_yticks(range(len(rows)), labels, size=style.BODY)
    axes.set_ylim(-0.6, len(rows) - 0.4)
    axes.set_xlim(-edge, edge)
    axes.grid(axis="y", visible=False)
    axes.set_xlabel(value_label, size=style.BODY, color=style.MUTED)
    number_ticks(axes.xaxis, lang, digits)
    shown = rows.iloc[::-1][["label", "estimate", "conf_low", "conf_high"]].round(digits)
    return picture.carry(shown, texts.ONLY_TITLE.fill(title=title), unit=value_label)


@spoken
def chart_ledger(
    ledger: pd.DataFrame,
    *,
    title: str,
    value_label: str,
    notes: Sequence[str] = (),
    row: str = "all",
    digits: int = 2,
    lang: str | None = None,
) -> Picture:
    """One row of the breakdown of the change as a waterfall: common change, rebound, programme effect, and their sum.

    `ledger`: as `evaluation.ledger()`; `row` is the value of its first column. The programme effect carries its 95% interval.
    """
    entry = ledger[ledger.iloc[:, 0] == row].iloc[0]
    steps = [
        (texts.COMMON_CHANGE, entry["common_change"], GREY),
        (texts.REBOUND, entry["selection_rebound"], REBOUND),
        (texts.PROGRAMME_EFFECT, entry["programme_effect"], EFFECT),
        (texts.OBSERVED_CHANGE, entry["observed_change"], DARK),
    ]
    picture, box = page(title=title, notes=notes, body=3.0)
    axes = plain_axes(picture, box, left=0.10, right=0.02, bottom=0.13, top=0.05)
    floor = 0.0
    for i, (_, height, colour) in enumerate(steps):
        base = 0.0 if i == 3 else floor
        axes.bar(i, height, bottom=base, width=0.62, color=colour, zorder=3)
        down = height < 0  # a label stands at the end of its bar, where no other text is
        axes.annotate(
            texts.STEP.say(lang, value=height, digits=digits),
            (i, base + height),
            xytext=(-14 if i == 2 else 0, -4 if down else 4),
            textcoords="offset points",
            ha="right" if i == 2 else "center",
            va="top" if down else "bottom",
            size=style.BODY,
            weight="bold",
            color=style.INK,
            zorder=6,
        )
        if i < 3:
            floor += height
            axes.plot([i + 0.31, i + 0.69], [floor, floor], color=style.MUTED, lw=0.8, zorder=2)
    low, high = (entry[c] - entry["programme_effect"] + floor for c in ("conf_low", "conf_high"))
    if np.isfinite([low, high]).all():
        axes.errorbar(2, floor, yerr=[[floor - low], [high - floor]], color=style.INK, capsize=4, lw=1.3, zorder=5)
    axes.axhline(0, color=style.INK, lw=0.9, zorder=4)
    axes.set_xticks(range(4), [name.say(lang) for name, _, _ in steps], size=style.BODY)
    axes.grid(axis="x", visible=False)
    axes.margins(y=0.14)
    axes.set_title(value_label, loc="left", size=style.BODY, color=style.MUTED, pad=5)
    number_ticks(axes.yaxis, lang, 1)
    said = [texts.NAMED_STEP.fill(name=_on_one_line(name), value=value, digits=digits) for name, value, _ in steps]
    return picture.carry(ledger.round(digits), texts.BREAKDOWN.fill(title=title, steps=said), unit=value_label)


def _on_one_line(text: Text) -> Text:
    return Text(text.id.replace("\n", " "), text.en.replace("\n", " "))


@spoken
def chart_years_since(
    table: pd.DataFrame,
    *,
    title: str,
    value_label: str,
    notes: Sequence[str] = (),
    digits: int = 2,
    lang: str | None = None,
) -> Picture:
    """Effects by years since the start, with the band that holds for all years at once.

    `table`: as `evaluation.by_year()`; the number of sites stands under each year.
    """
    picture, box = page(title=title, notes=notes, body=2.8)
    axes = plain_axes(picture, box, left=0.10, right=0.02, bottom=0.15, top=0.05)
    x, shown = table["years_since"], table[["conf_low", "conf_high"]].to_numpy(float)
    finite = np.isfinite(shown).all(axis=1)
    axes.axhline(0, color=style.INK, lw=0.9, zorder=2)
    axes.vlines(x[finite], shown[finite, 0], shown[finite, 1], color="#9fc3c6", lw=7, zorder=3)
    axes.plot(x, table["estimate"], "o-", color=EFFECT, ms=6, lw=1.3, zorder=4)
    labels = [f"{year}\n({n})" for year, n in zip(x, table["n"], strict=True)]
    axes.set_xticks(x, labels, size=style.BODY)
    axes.set_xlim(x.min() - 0.6, x.max() + 0.6)
    axes.grid(axis="x", visible=False)
    axes.set_xlabel(texts.YEARS_SINCE.say(lang), size=style.BODY, color=style.MUTED)
    axes.set_title(value_label, loc="left", size=style.BODY, color=style.MUTED, pad=5)
    number_ticks(axes.yaxis, lang, 1)
    said = [texts.YEAR_VALUE.fill(year=row.years_since, value=row.estimate, digits=digits) for row in table.itertuples()]
    return picture.carry(table.round(digits), texts.BY_YEAR.fill(title=title, values=said), unit=value_label)


@spoken
def chart_power(
    plan: pd.DataFrame, *, title: str, value_label: str, notes: Sequence[str] = (), lang: str | None = None
) -> Picture:
    """Power against the size of the effect, a line a design; the dashed line is 80 %.

    `plan`: as `plan(...).table()`: sites_per_year, years, effect, power (0-1), smallest_detectable.
    """
    picture, box = page(title=title, notes=notes, body=2.9)
    axes = plain_axes(picture, box, left=0.09, right=0.27, bottom=0.14, top=0.05)
    axes.axhline(80, color=style.MUTED, lw=0.9, ls="--", zorder=2)
    shades = style.ramp("green", plan.groupby(["sites_per_year", "years"]).ngroups + 2)[2:]
    for i, ((sites, years), line) in enumerate(plan.groupby(["sites_per_year", "years"])):
        label = texts.DESIGN.say(lang, sites=sites, years=years)
        axes.plot(
            line["effect"], 100 * line["power"], "osD^v<>"[i % 7] + "-", color=shades[i], ms=4, lw=1.5, label=label, zorder=3
        )
    axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1.0), frameon=False, fontsize=style.NOTE)
    axes.set_ylim(0, 103)
    axes.set_xlim(left=0)
    axes.set_xlabel(value_label, size=style.BODY, color=style.MUTED)
    axes.set_title(texts.POWER.say(lang), loc="left", size=style.BODY, color=style.MUTED, pad=5)
    number_ticks(axes.xaxis, lang, 1)
    return picture.carry(plan.round(3), texts.ONLY_TITLE.fill(title=title))
