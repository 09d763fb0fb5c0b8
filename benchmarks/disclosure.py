"""What an outsider can work out of a workbook's published numbers of families, by integer programming over random cities.

The outsider has every table that leaves the office (report, papers, scorecards, public list of households; two editions of them),
reads a number v as "v - m to v + m" (m as the report's note says) and "≤5" as 0 to 5, turns shares back into counts, and knows how
counts hang together: RTs add up, who is seen again was there before, who says yes is among those asked, the chosen are among the
candidates. Where a share is hidden it is taken to know whether that is because few or because nearly all say yes. For each number
the least and greatest value are computed that fit everything. Nothing of the code that made the numbers is used.

    python benchmarks/disclosure.py [cities, default 50] [the first, default 0]
"""

from __future__ import annotations

import datetime as dt
import re
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
from disclosure_outsider import LABELS, SIDES, Outsider

import p2wkss_analysis as p2
from p2wkss_analysis.city import told as told_file
from p2wkss_analysis.city.before_after import before_after
from p2wkss_analysis.city.decided import decided
from p2wkss_analysis.city.households import city_households
from p2wkss_analysis.delivery.public_log import public_cost
from p2wkss_analysis.delivery.public_reach import public_reach
from p2wkss_analysis.impact.households.outcomes import with_outcomes
from p2wkss_analysis.impact.households.public import PAIRED
from p2wkss_analysis.indicators.healthy_family_waves import healthy_family_waves
from p2wkss_analysis.say.errors import P2wkssError
from p2wkss_analysis.targeting.households.assisted import assisted_households, place_of

DAY = dt.date(2026, 11, 29)
PLACES = ("32.76", "36.72", "32.73", "35.78", "73.71", "12.71", "16.71", "33.74")
KEYS = {label: key for key, label in LABELS.items()}


# --- what is published -----------------------------------------------------------------------------------


def publish(tables: dict, settings: dict, book: Path, n: int, seen: dict | None = None) -> tuple[dict, int]:
    """Every published number of families by name, and the margin of the note; kept beside `book` as the commands do."""
    checked = SimpleNamespace(tables=tables, settings=settings, household_rule=None)
    told = told_file.told_of(checked, book, DAY)
    homes, out = tables["households"], {}
    chosen = assisted_households(homes, told_file.decile_cut(tables["villages"]), told.numbers)
    for kind, table in (("rt", chosen.by_rt), ("decile", chosen.by_decile)):
        for row in table.iloc[:-1].itertuples() if table is not None else ():
            for side in SIDES:
                out[kind, row.Index, side] = getattr(row, side)
    out |= {("side", side): chosen.by_rt.loc["all", side] for side in SIDES}
    out |= visits(checked, told.numbers)
    out |= twice(checked, told.numbers)
    log = tables["deliveries"]
    reach = public_reach(log, homes, told.numbers)
    for row in reach.by_sector.itertuples():
        out["reach", row.sector], out["rest", row.sector] = row.households, row.not_reached
    for row in reach.pairs.itertuples():
        out["both", row.one, row.other] = row.both
    out["any",] = reach.reached
    for row in public_cost(log, DAY, told.numbers).table().itertuples():
        if row.households_low == row.households_high and row.sector != "all" and row.households_low:
            out["served", row.sector] = row.households_low
    for row in healthy_family_waves(homes, told.numbers).published().itertuples():
        out["iks", row.wave, row.group] = row.indexed
        for kind in ("unhealthy", "pre_healthy", "healthy"):
            share = getattr(row, f"{kind}_percent")
            if share == share:
                out["class", row.wave, row.group, kind] = round(share * row.indexed / 100)
        if row.wave:
            out["followed", row.wave, row.group] = told.numbers[f"iks followed|{row.wave}|{row.group}"]
    first = homes[(homes["wave"] == 0) & (homes["status"] == "interviewed")].reset_index(drop=True)
    first = first.assign(place=place_of(first))
    selection = p2.select_households(first, n, "registry_decile", needier="lower")
    counts = told_file.candidates_by(told.numbers, first["place"], first["place"].tolist())
    try:
        listed = selection.public("place", counts, told.before.lists.get("list"))
        told.remember({"list": dict(zip(listed["group"], map(int, listed["selected"]), strict=True))})
        for row in listed[listed["group"] != "all"].itertuples():
            out["candidates", row.group], out["selected", row.group] = row.candidates, row.selected
    except P2wkssError:  # RTs of single families: no list is published by RT
        told.remember()
    if seen is not None:
        seen |= truth(tables, out, n, selection, first)
    return {name: int(v) for name, v in out.items()}, told.numbers.margin


def visits(checked, told, known: dict = {}) -> dict:  # noqa: B006 the same numbers are printed the same
    """The numbers of the tables of visits; they hang on the published numbers alone, so that the same are not made twice."""
    key = tuple(sorted(told.counts.items()))
    if key in known:
        return known[key]
    homes, out = checked.tables["households"], {}
    try:
        found = city_households(homes, decided(checked).floor_area, *told_file.helped_by(checked.tables), draws=99, told=told)
        for row in found.attrition().itertuples():
            out["base", row.group], out["seen", row.group, row.wave], out["lost", row.group, row.wave] = (
                row.at_baseline,
                row.seen,
                row.lost,
            )
        for row in found.table("en").itertuples():
            out["outcome", row.outcome, "assisted"], out["outcome", row.outcome, "comparison"] = row.n_treated, row.n_comparison
        sectors = found.by_sector("en")
        for row in () if sectors is None else sectors.itertuples():
            out["helped", row.sector] = row.n_treated
        joined = re.search(r"without a first visit are left out: about (\d+)", " ".join(found.cautions("en")))
        if joined:
            out["joined",] = int(joined[1])
    except P2wkssError:
        pass
    known[key] = out
    return out


def twice(checked, told) -> dict:
    """The numbers of before and after: by outcome and side who was seen twice, and who of them says yes at each visit; and who says
    yes at the first visit, of those with an answer there, whose share stands in the table of how alike both sides were."""
    homes, out = checked.tables["households"], {}
    nobody = pd.DataFrame(columns=["year", "village_code"])
    try:
        rows = before_after(homes, nobody, nobody, None, decided(checked).floor_area, told).of("household")
    except P2wkssError:
        return out
    for row in rows.itertuples():
        key = KEYS[row.indicator.en]
        for side, n, *shares in (
            ("assisted", row.n, row.before, row.after),
            ("comparison", row.n_other, row.other_before, row.other_after),
        ):
            out["twice", key, side, row.until] = n
            if not row.unit.en.startswith("percent of households"):
                continue
            out["known", key, side], out["first", key, side] = told[f"known|{key}|{side}"], told[f"yes|{key}|{side}"]
            for when, share in zip(("before", "after"), shares, strict=True):
                if share == share:
                    out["yes", key, side, when] = 5 * round(share * n / 500)
                elif n >= PAIRED:  # a dot: few, or nearly all
                    out["yes", key, side, when] = told[f"{when}|{key}|{side}"]
    return out


def truth(tables: dict, names, n: int, selection, first: pd.DataFrame) -> dict:
    """The true number of everything that is published, counted anew from the sheet."""
    homes = tables["households"]
    rows = homes.sort_values("wave", kind="stable").drop_duplicates("household_id")
    side = rows["assisted"].map({True: "assisted", False: "comparison"})
    place = place_of(rows)
    chosen = first["household_id"].isin(selection.chosen)
    answers = with_outcomes(homes)[0]
    begun = answers[answers["wave"] == 0].drop_duplicates("household_id").set_index("household_id")["assisted"]
    out = {}
    for name in names:
        if name[0] == "twice":
            both = answers.pivot_table(index="household_id", columns="wave", values=name[1])[[0, name[3]]].dropna()
            both = both[both.index.isin(begun.index[begun.eq(name[2] == "assisted")])]
            out[name] = len(both)
            for when, wave in (("before", 0), ("after", name[3])):
                if ("yes", *name[1:3], when) in names:
                    out["yes", *name[1:3], when] = int((both[wave] == 1).sum())
        elif name[0] == "rt":
            out[name] = int(((place == name[1]) & (side == name[2])).sum())
        elif name[0] == "side":
            out[name] = int((side == name[1]).sum())
        elif name[0] == "candidates":
            out[name] = int((first["place"] == name[1]).sum())
        elif name[0] == "selected":
            out[name] = int(((first["place"] == name[1]) & chosen).sum())
        elif name[0] == "reach":
            log = tables["deliveries"]
            got = log[(log["sector"] == name[1]) & (log["done_percent"] > 0)]["household_id"].dropna()
            out[name] = int(rows.loc[side == "assisted", "household_id"].isin(got).sum())
        elif name[0] == "lost" or name[0] == "base" or name[0] == "seen":
            income = homes.pivot_table(index="household_id", columns="wave", values="women_income_rupiah_month")
            own = income.reindex(rows.loc[side == name[1], "household_id"])
            known = own[0].notna()
            out[name] = int(
                {
                    "base": known,
                    "seen": known & own[name[-1]].notna() if name[0] != "base" else None,
                    "lost": known & own[name[-1]].isna() if name[0] != "base" else None,
                }[name[0]].sum()
            )
    return out


# --- cities -----------------------------------------------------------------------------------------------


def cities(many: int, first: int = 0):
    draw = np.random.default_rng(20261129)
    for seed in range(many):
        size = int(draw.choice([20, 30, 45, 60, 80, 100, 150, 200]))
        place = str(draw.choice(PLACES))
        rule = str(draw.choice(["worst", "random", "best"]))
        if seed >= first:
            yield seed, place, size, p2.simulate_city(place, assisted=size, seed=seed, rule=rule)


def changed(tables: dict, how: str, seed: int) -> dict:
    """The tables with one family gone or added, one status changed, or one family in another RT."""
    draw = np.random.default_rng(seed)
    homes = tables["households"]
    one = draw.choice(sorted(homes["household_id"].unique()))
    mine, log = homes["household_id"] == one, tables["deliveries"]
    if how == "gone":
        homes, log = homes[~mine], log.assign(household_id=log["household_id"].where(log["household_id"] != one))
    elif how == "added":
        homes = pd.concat([homes, homes[mine].assign(household_id="KK-NEW")])
    elif how == "status":
        last = homes.index[mine & (homes["wave"] > 0)]
        homes = homes.copy()
        if len(last):
            homes.loc[last[-1], "status"] = "refused"
            homes.loc[
                last[-1],
                [c for c in homes if c not in ("household_id", "wave", "status", "assisted", "village_code", "rw", "rt")],
            ] = None
    else:
        other = homes[homes["assisted"] == homes.loc[mine, "assisted"].iloc[0]].sample(1, random_state=seed).iloc[0]
        homes = homes.copy()
        homes.loc[mine, ["rw", "rt"]] = [other["rw"], other["rt"]]
    return tables | {"households": homes.reset_index(drop=True), "deliveries": log}


CHANGES = ("gone", "added", "status", "rt")


def one_city(tables: dict, settings: dict, folder: Path, n: int, seed: int, changes=CHANGES) -> dict:
    """What the outsider finds in one city: numbers and narrowed ones, in one edition and in pairs."""
    book, true = folder / f"{seed}.xlsx", {}
    published, margin = publish(tables, settings, book, n, true)
    held = Path(str(book) + ".terbit.json").read_bytes()
    alone = Outsider()
    alone.reads(published, margin, chosen=n)
    alone.knows(published, n)
    found = {
        "numbers": len(published),
        "few": sum(v == 0 for v in published.values()),
        "margin": margin,
        "off": [abs(published[k] - v) for k, v in true.items()],
        "alone": alone.narrowed({(0, *k): v for k, v in true.items()}),
        "pairs": {},
        "moved": {},
    }
    for how in changes:
        Path(str(book) + ".terbit.json").write_bytes(held)
        again, wider = publish(changed(tables, how, seed), settings, book, n)
        both = Outsider()
        both.reads(published, margin, chosen=n)
        both.reads(again, wider, 1, n)
        both.knows(published, n)
        both.knows(again, n, 1)
        both.one_family(set(published) & set(again))
        found["pairs"][how] = both.narrowed()
        found["moved"][how] = sum(published[k] != again[k] for k in set(published) & set(again)) + len(
            set(published) ^ set(again)
        )
    return found


def _hidden(narrowed: list[tuple]) -> list[tuple]:
    """Those that are printed as ≤5."""
    return [found for found in narrowed if found[1] == (0, 5)]


def _derived(narrowed: list[tuple]) -> list[tuple]:
    """Those that can only be one to four families."""
    return [found for found in narrowed if found[2][0] > 0 and found[2][1] < 5]


def main(many: int, first: int) -> None:
    start, every = time.time(), []
    with tempfile.TemporaryDirectory() as folder:
        for seed, place, size, city in cities(many, first):
            found = one_city(city.tables, city.settings, Path(folder), max(5, size // 2), seed)
            every.append(found)
            print(
                f"{seed:3d} {place} {size:4d} numbers {found['numbers']:4d} of them ≤5 {found['few']:3d} margin {found['margin']} "
                f"off {np.mean(found['off']):.2f} narrowed {len(found['alone'])} (≤5: {len(_hidden(found['alone']))}) "
                + " ".join(f"{how} {len(pair)}/{found['moved'][how]}" for how, pair in found["pairs"].items()),
                flush=True,
            )
            for line in found["alone"][:3] + [f for pair in found["pairs"].values() for f in pair][:3]:
                print("     ", line)
            for how, pair in [("one edition", found["alone"]), *found["pairs"].items()]:
                for line in {*_hidden(pair), *_derived(pair)}:
                    print("      HIDDEN", how, line, flush=True)
    text = page(every, int(time.time() - start))
    print(text)
    if first == 0 and many >= 50:
        (Path(__file__).parent / "disclosure.md").write_text(text, encoding="utf-8", newline="\n")


def page(every: list[dict], seconds: int) -> str:
    """What was measured, as a page."""
    off = np.array([o for f in every for o in f["off"]])
    kinds = [("one edition", [f["alone"] for f in every], None)]
    kinds += [(CHANGED[how], [f["pairs"][how] for f in every], sum(f["moved"][how] for f in every)) for how in CHANGES]
    rows = [
        f"| {kind} | {'–' if moved is None else moved} | {sum(map(len, found))} | {sum(map(bool, found))} | "
        f"{sum(len(_hidden(f)) for f in found)} | {sum(len(_derived(f)) for f in found)} |"
        for kind, found, moved in kinds
    ]
    return HEAD.format(
        cities=len(every), numbers=sum(f["numbers"] for f in every), few=sum(f["few"] for f in every), off=off.mean(),
        near=100 * (off <= 4).mean(), largest=off.max(), margin=max(f["margin"] for f in every), seconds=seconds,
        rows="\n".join(rows),
    )  # fmt: skip


CHANGED = {
    "gone": "one family gone",
    "added": "one family more",
    "status": "one family refused at its last visit",
    "rt": "one family moved to another RT",
}
HEAD = """# What an outsider can work out of published numbers of families

Written by `python benchmarks/disclosure.py` on {cities} simulated cities of 20 to 200 assisted households; {seconds} s.

The outsider has every number of families of the report, the papers, the scorecards and the public list: {numbers:,} in all, {few:,} of
them printed as ≤5. Since the tables of before and after, also who was seen at both visits by outcome and side, and the shares that
say yes at each, turned back into counts; a share shown as a dot is taken to be known as few or nearly all. For each number the least
and greatest value that fit everything are computed by integer programming, from one edition and from two between which one family
changed.

A published number is {off:.2f} from the truth on average, within four in {near:.1f} %, {largest} at most; the note says
{margin}.

| | numbers printed differently | narrower than printed | in cities | of these printed as ≤5 | surely one to four families |
|---|---|---|---|---|---|
{rows}

Numbers are summed over all cities, both editions of a pair counted.

From one edition nothing can be narrowed: the stand-in in which all families are counted fits every table, and so do stand-ins around
it. Between two editions a number narrows where numbers had to be given up, by a few families; none printed as ≤5 does, and none comes
down to one to four.

What this outsider does not do, and how it is met:

- Excel keeps all digits of a figure. A difference of shares of 47 and 52 families to fifteen digits fits two pairs of numbers of
  families, and the true ones are one of them; to one decimal more than a hundred fit (`tests/disclosure/test_few_digits.py`). Figures of
  families have the digits that are shown wherever they leave (`p2wkss_analysis/disclosure/few_digits.py`).
- The score of an RT within its village is, where one share of its families enters, that share again: who knows the families of the
  other RT finds three poor of five. It is told in tens, where several shares enter as a whole number (`tests/city/test_within.py`).
- A mean of a few families with one very rich among them, and the change of a mean between two editions, tell of that family's amount
  to within the rounding of the means and the margin of the numbers. Means are of nine families at least, rounded to ten thousand rupiah.
"""


if __name__ == "__main__":
    from asked import asked

    typed = asked(cities=50, first=0)
    main(typed.cities, typed.first)
