"""A programme year walked from choice to report on synthetic Depok, file by file, and how often what was planted is found.

Walked: the office's workbook before the year; the place chosen; the households listed, and drawn where the rule is a draw near the
cut; a form for each visit; exports of KoboToolbox or ODK Central with copies, late edits, families sent twice and rejected
answers; import into the workbook; check; evaluation; papers. At the end every cell of the workbook must be that of the city as it
was made. The rates come from many more cities, evaluated without the way through files, which that equality allows.

Run: python benchmarks/walked_year.py walk --seeds 10, python benchmarks/walked_year.py rates --seeds 200 (resumes), then page.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

import p2wkss_analysis as p2
from p2wkss_analysis.city.choice.recorded import recorded_choice
from p2wkss_analysis.city.households import city_households
from p2wkss_analysis.city.told import helped_by
from p2wkss_analysis.dictionary.sheets import fields_of
from p2wkss_analysis.forms.form import write_form
from p2wkss_analysis.impact.estimate import Estimate
from p2wkss_analysis.impact.evaluation import evaluate
from p2wkss_analysis.impact.panel.villages import village_panel
from p2wkss_analysis.simulate.phones import Mess, write_export
from p2wkss_analysis.simulate.planted import FADING, UNTOUCHED

HERE = Path(__file__).parent
RATES, PAGE, WALKS = HERE / "walked_year.csv", HERE / "walked_year.md", HERE / "walked_year.json"
NEAR_CUT = "near_cut"
RULES = ("draw", NEAR_CUT, "baseline", "register", "score", "whole_rt", "unknown")
PLACES = ("worst", "best", "draw")
NOTHING_PLANTED = ("expenditure", "unfit_house", "water", "at_school", "papers", "business", "stunted")
WAVES = {0: "baseline", 1: "endline", 2: "follow-up", 3: "follow-up-2"}
INCOME, EFFECT = "women_income_rupiah_month", 250_000.0
SHAPES = (
    {"name": "kobo.xlsx", "labels": "id"},
    {"name": "central.zip", "system": "central"},
    {"name": "kobo.csv"},
    {"name": "kobo-en.xlsx", "labels": "en", "group": "keluarga"},
)
MESS = Mess(copies=4, edits=4, sent_again=3, rejected=3)
SHEETS = ("villages", "neighbourhoods", "sites", "candidates", "households", "deliveries", "scores")


def made(by: str, place: str, seed: int, none: bool = False) -> p2.SimulatedCity:
    """The city as it is in truth; for a draw near the cut its households are drawn and their effect planted here."""
    effects = {"low_decile_percent": -4.0, INCOME: EFFECT, "healthy_latrine": 15.0, "slum_volume_handled": 60.0}
    effects = dict.fromkeys(effects, 0.0) if none else effects
    if by != NEAR_CUT:
        return p2.simulate_city("32.76", rule=place, household_rule=by, effect=effects, seed=seed)
    plain = {**effects, INCOME: 0.0, "healthy_latrine": 0.0}
    city = p2.simulate_city("32.76", rule=place, household_rule="register", effect=plain, seed=seed)
    return drawn_near_cut(city, 0.0 if none else EFFECT)


def drawn_near_cut(city: p2.SimulatedCity, effect: float) -> p2.SimulatedCity:
    """Its families listed by income at the first visit, half of the places drawn near the cut, the effect on income planted."""
    with tempfile.TemporaryDirectory() as folder:
        homes = city.tables["households"]
        then = {"households": homes[homes["wave"] == 0], "deliveries": city.tables["deliveries"].iloc[:0]}
        start = replace(city, tables={**city.tables, **then})
        known = p2.City(start.write(Path(folder) / "kota.xlsx"))
        n = int(homes.loc[homes["wave"] == 0, "assisted"].sum())
        listed = known.select_households(n, "expenditure_rupiah_month", needier="lower", seed=city.seed, seed_source="IHSG")
        draw = known.draw_near_cut(listed, places=n // 2, seed=city.seed, seed_source="IHSG")
        kept = p2.City(known.record_draw(draw, Path(folder) / "undian.xlsx"))
    return with_draw(city, kept, effect)


def with_draw(city: p2.SimulatedCity, kept: p2.City, effect: float) -> p2.SimulatedCity:
    """The same households, assisted as drawn, income of the assisted raised from the endline on."""
    homes, first = city.tables["households"].astype(object), kept.tables["households"].set_index("household_id")
    for column in ("assisted", "choice_figure", "draw_chance_percent"):
        at = homes["wave"].eq(0) | (column == "assisted")
        homes.loc[at, column] = homes.loc[at, "household_id"].map(first[column]).fillna(homes.loc[at, column])
    for wave, left in zip((1, 2, 3), FADING, strict=True):
        who = homes["wave"].eq(wave) & homes["assisted"].astype(bool) & homes[INCOME].notna()
        homes.loc[who, INCOME] = homes.loc[who, INCOME] + round(effect * left)
    homes = homes.astype(city.tables["households"].dtypes.to_dict())
    log, helped = city.tables["deliveries"], homes.loc[homes["assisted"].astype(bool), "household_id"]
    log = log[log["household_id"].isna() | log["household_id"].isin(helped)]
    tables = {**city.tables, "households": homes, "settings": kept.tables["settings"], "deliveries": log}
    return replace(city, tables=tables, settings=kept.checked.settings)


# --- the walk ---------------------------------------------------------------------------------------------


def walk(by: str, place: str, seed: int, papers: bool, folder: Path) -> dict:
    """One year through every file; a row of what was found. Raises where a cell does not come back, or a step fails."""
    began, city = time.process_time(), made(by, place, seed)
    now, truth = city.year, city.tables
    before = {name: truth[name].iloc[:0] for name in SHEETS} | {
        "settings": truth["settings"],
        "villages": truth["villages"][truth["villages"]["year"] < now],
        "sites": truth["sites"][truth["sites"]["year"] < now],
        "candidates": truth["candidates"][truth["candidates"]["year"] < now],
    }
    book = replace(city, tables=before).write(folder / "sebelum.xlsx")
    proposed = p2.City(book).need()
    assert proposed, proposed.sentence("en")
    chosen = {name: truth[name][truth[name]["year"] <= now] for name in ("sites", "candidates", "villages")}
    book = replace(city, tables={**before, **chosen}).write(folder / "ditetapkan.xlsx")
    told, events = 0, []
    for wave, name in WAVES.items():
        answers = truth["households"][truth["households"]["wave"] == wave]
        if answers.empty:
            continue
        done = collected(book, folder, f"{wave}", answers, SHAPES[(seed + wave) % len(SHAPES)], "households", name, seed)
        told, book = told + done.sent, done.path
        events.append(len(done.events))
        book = with_office_columns(done, city, folder / f"kantor-{wave}.xlsx")
    for sheet in ("neighbourhoods", "deliveries"):
        done = collected(book, folder, sheet, truth[sheet], SHAPES[seed % len(SHAPES)], sheet, None, seed)
        told, book = told + done.sent, done.path
        book = with_office_columns(done, city, folder / f"kantor-{sheet}.xlsx")
    rest = {"villages": truth["villages"], "sites": truth["sites"], "candidates": truth["candidates"], "scores": truth["scores"]}
    end = p2.check(book)
    book = replace(city, tables={**dict(end.tables), **rest}).write(folder / "akhir.xlsx")
    known = p2.City(book, as_of=dt.date(2026, 11, 29))
    assert known.checked.ok, known.checked.sentence("en")
    unlike = different(known.tables, truth)
    assert not unlike, unlike
    homes, effect = known.households(), known.effect()
    assert homes, homes.sentence("en")
    assert effect, effect.sentence("en")
    pages = len(known.papers(folder / "makalah", "id")) if papers else 0
    answer = homes.main.headline
    return {
        "rule": by, "place": place, "seed": seed, "submissions": told, "left_out": int(sum(events)), "outcome": homes.outcome.key,
        "cells": int(sum(t.size for name, t in truth.items() if name in SHEETS)), "papers": pages,
        "homes_low": answer.conf_low, "homes_high": answer.conf_high, "site_low": effect.main.headline.conf_low,
        "site_high": effect.main.headline.conf_high, "cpu": time.process_time() - began,
    }  # fmt: skip


def collected(book, folder: Path, step: str, answers: pd.DataFrame, shape: dict, sheet: str, wave: str | None, seed: int):
    """A form from the workbook, its answers back from the server, and the workbook with them."""
    form = write_form(folder / f"formulir-{step}.xlsx", book, sheet, wave)
    name, how = shape["name"], {k: v for k, v in shape.items() if k != "name"}
    export = write_export(folder / f"{step}-{name}", form, answers, mess=MESS, seed=seed, **how)
    return p2.import_table(export.path, out=folder / f"kota-{step}.xlsx", into=book)


def with_office_columns(done, city: p2.SimulatedCity, out: Path) -> Path:
    """What no phone asks (deciles, figures of the choice) and the notes of the test, typed in by the office."""
    tables, sheet = dict(done.checked.tables), done.sheet
    keys = {"households": ["household_id", "wave"], "deliveries": ["delivery_no"]}.get(
        sheet, ["village_code", "rw", "rt", "year"]
    )
    asked = {f["name"] for f in fields_of(sheet) if f.get("filled_by") == "office"}
    full = city.tables[sheet].set_index(keys)
    rows = tables[sheet].set_index(keys)
    office = [c for c in full if c in asked]
    if not office:
        return done.path
    tables[sheet] = rows.assign(**{c: full[c].reindex(rows.index) for c in office}).reset_index()[list(tables[sheet])]
    return replace(city, tables=tables).write(out)


def different(found: dict[str, pd.DataFrame], truth: dict[str, pd.DataFrame]) -> list[str]:
    """Cells that are not those of the city as it was made, as sheet and column; the order of lines does not count."""
    keys = {
        "households": ["household_id", "wave"], "deliveries": ["delivery_no"], "villages": ["village_code", "year"],
        "neighbourhoods": ["village_code", "rw", "rt", "year"], "sites": ["year", "village_code"], "candidates": ["year", "village_code"],
        "scores": ["village_code", "year", "profile", "item"],
    }  # fmt: skip
    out = []
    for sheet, key in keys.items():
        left, right = (t[sheet].sort_values(key, kind="stable").reset_index(drop=True) for t in (found, truth))
        if len(left) != len(right):
            out.append(f"{sheet}: {len(left)} lines for {len(right)}")
            continue
        for column in right:
            a, b = left[column].astype(object), right[column].astype(object)
            same = (a == b) | (a.isna() & b.isna())
            if not same.all():
                out.append(f"{sheet}.{column}: {int((~same).sum())} cells, such as {a[~same].iloc[0]!r} for {b[~same].iloc[0]!r}")
    return out


# --- the rates --------------------------------------------------------------------------------------------

COLUMNS = ("level", "rule", "seed", "truth", "estimate", "low", "high", "alarms", "untouched")


def households_found(by: str, seed: int) -> dict:
    """Income at the endline as the city's report asks it, and how many outcomes without an effect seem to have one."""
    city = made(by, PLACES[seed % len(PLACES)], seed)
    homes = city.tables["households"]
    found = city_households(homes, 7.2, *helped_by(city.tables), draws=199, seed=seed, rule=city.household_rule)
    assert found.outcome.key == "women_income", found.outcome
    none = [one.answer for one in found.others if one.outcome.key in NOTHING_PLANTED and one.answer.runs]
    return _row("household", by, seed, EFFECT, found.main.headline, [one.p_value <= 0.05 for one in none])


def sites_found(place: str, seed: int) -> dict:
    """The share in a low decile at sites as the city's report asks it, with how they were chosen as the workbook records it."""
    city = made("register", place, seed)
    tables = city.tables
    found = {}
    for column in ("low_decile_percent", *UNTOUCHED["village"]):
        panel, _ = village_panel(tables["villages"], tables["sites"], column)
        record = recorded_choice(panel, tables["sites"], tables["candidates"], tables["villages"])
        assert record.rule is not None, record.unused
        found[column] = evaluate(record.panel, record.rule, ["history_adjusted"], draws=199, seed=seed).headline
    main = found.pop("low_decile_percent")
    return _row("site", place, seed, -4.0, main, [one.p_value <= 0.05 for one in found.values() if one.runs])


def _row(level: str, rule: str, seed: int, truth: float, answer: Estimate, alarms: list[bool]) -> dict:
    figures = (answer.estimate, answer.conf_low, answer.conf_high) if answer.runs else (np.nan,) * 3
    return dict(zip(COLUMNS, (level, rule, seed, truth, *figures, sum(alarms), len(alarms)), strict=True))


def rates(seeds: int) -> None:
    """Every rule on every seed; what is there already is not done again."""
    done = pd.read_csv(RATES) if RATES.exists() else pd.DataFrame(columns=list(COLUMNS))
    known = set(zip(done["level"], done["rule"], done["seed"], strict=True))
    for seed in range(seeds):
        new = [households_found(by, seed) for by in RULES if ("household", by, seed) not in known]
        new += [sites_found(place, seed) for place in PLACES if ("site", place, seed) not in known]
        if new:
            pd.DataFrame(new).to_csv(RATES, mode="a", header=not RATES.exists(), index=False)


def walks(seeds: int) -> None:
    """Each rule of households with each rule of places, `seeds` cities each; the papers of the first of each rule."""
    rows = json.loads(WALKS.read_text()) if WALKS.exists() else []
    known = {(row["rule"], row["seed"]) for row in rows}
    for seed in range(1, seeds + 1):
        for at, by in enumerate(RULES):
            if (by, seed) in known:
                continue
            with tempfile.TemporaryDirectory() as folder:
                rows.append(walk(by, PLACES[(seed + at) % len(PLACES)], seed, seed == 1, Path(folder)))
            WALKS.write_text(json.dumps(rows, indent=0) + "\n")


def page() -> None:
    """The page of results."""
    table, rows = pd.read_csv(RATES), pd.DataFrame(json.loads(WALKS.read_text()))
    table["inside"] = (table["low"] <= table["truth"]) & (table["truth"] <= table["high"])
    table["seen"] = np.sign(table["truth"]) * np.where(table["truth"] > 0, table["low"], table["high"]) > 0
    lines = [
        "# A programme year walked from choice to report", "",
        "Made by `python benchmarks/walked_year.py page`; synthetic data of Kota Depok throughout.", "",
        "## Through every file", "",
        (f"{len(rows)} years walked: {rows['submissions'].sum():,} submissions of KoboToolbox and ODK Central (XLSX, CSV, zip; codes and "
        f"words in both languages), {rows['left_out'].sum():,} of them copies, edits, families sent twice or rejected. At the end all "
        f"{rows['cells'].sum():,} cells of the workbooks were those of the city as it was made; {rows['papers'].gt(0).sum()} walks went on "
        f"to the papers. CPU seconds a walk, papers left out: {rows.loc[rows['papers'] == 0, 'cpu'].median():.0f}."), "",
        "| chosen by | walks | income inside | sites inside |", "|---|---|---|---|",
    ]  # fmt: skip
    income = (rows["homes_low"] <= EFFECT) & (rows["homes_high"] >= EFFECT)
    sites = (rows["site_low"] <= -4) & (rows["site_high"] >= -4)
    for by in RULES:
        of = rows["rule"] == by
        lines.append(f"| {by} | {of.sum()} | {income[of].sum()} | {sites[of].sum()} |")
    lines += ["", "## How often what was planted is found", ""]
    for level, rules, what in (
        ("household", RULES, "+250,000 rupiah of women's income a month at the endline, by how households were chosen"),
        (
            "site",
            PLACES,
            "-4 points of households in a low decile at sites, by how places were chosen, as the workbook records it",
        ),
    ):
        lines += [f"{what}:", "", ("| chosen by | cities | answered | inside 95% interval | seen | mean estimate | half length | "
                  "false alarms elsewhere |"), "|---|---|---|---|---|---|---|---|"]  # fmt: skip
        for rule in rules:
            of = table[(table["level"] == level) & (table["rule"] == rule)]
            told = of.dropna(subset=["low"])
            unit = "{:,.0f}" if level == "household" else "{:.2f}"
            lines.append(
                f"| {rule} | {len(of)} | {len(told)} | {100 * told['inside'].mean():.1f}% | {100 * told['seen'].mean():.0f}% | "
                f"{unit.format(told['estimate'].mean())} | {unit.format((told['high'] - told['low']).median() / 2)} | "
                f"{of['alarms'].sum()} of {of['untouched'].sum():,} ({100 * of['alarms'].sum() / of['untouched'].sum():.1f}%) |"
            )
        counted = table.loc[(table["level"] == level) & (table["untouched"] > 0), "seed"].nunique()
        lines += ["", f"False alarms on outcomes without an effect are counted in {counted} of the cities.", ""]
    PAGE.write_text("\n".join(lines))


if __name__ == "__main__":
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("what", choices=("walk", "rates", "page"))
    given.add_argument("--seeds", type=int, default=200)
    asked = given.parse_args()
    if asked.what == "walk":
        walks(asked.seeds)
    elif asked.what == "rates":
        rates(asked.seeds)
    else:
        page()
