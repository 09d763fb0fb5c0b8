"""What of household waves may leave the office: how many were seen, who was lost, and how alike both sides were, in fives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from ...disclosure.in_fives import BASE, ENOUGH, InFives
from ...rule import HouseholdRule
from ...say.errors import P2wkssError
from .balance import balance
from .designs.choice import in_the_draw, of_some
from .outcomes import FLOOR_AREA, Outcome, with_outcomes
from .table import Waves, read_waves

GROUPS = ("assisted", "comparison")
PAIRED = 15 * BASE  # households of a side as published for a share of them before and after: of fewer, fives say too little


def wave_groups(
    households: pd.DataFrame,
    floor_area: float = FLOOR_AREA,
    sectors: pd.DataFrame | None = None,
    dose: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The groups that are published, one row a household: see `in_fives`. Arguments as of `city_households`.

    By outcome and side who has a value at the first visit, who of them at a later one, who says yes, and who of those seen twice
    says yes before and after; of the main outcome also those of each sector and dose; and who has no first visit. No column
    where the sheet allows no outcome.
    """
    table, allowed = with_outcomes(households, floor_area)
    later = sorted(int(w) for w in households["wave"].dropna().unique() if w > 0)
    begun = table[table["wave"] == 0].drop_duplicates("household_id").set_index("household_id")
    every = pd.Index(table["household_id"].dropna().unique(), name="household_id")
    if not allowed or not later or begun.empty:
        return pd.DataFrame(index=every)
    first, chief = pd.Series(every.isin(begun.index), index=every), _chief(table, allowed, later[0])
    helped = begun["assisted"].reindex(every).eq(True)
    sides = {"assisted": first & helped, "comparison": first & ~helped}
    groups = {"joined": ~first, "-joined": first}
    for outcome in allowed:
        values = table.pivot_table(index="household_id", columns="wave", values=outcome.key).reindex(every)
        if 0 not in values:
            continue
        known, yes_no = values.notna(), values.stack().dropna().isin([0.0, 1.0]).all()
        again = [w for w in later if w in values]
        waves = again if outcome is chief else again[:1]
        for side, own in sides.items():
            base = own & known[0]
            groups[f"known|{outcome.key}|{side}"] = base
            for wave in waves:
                groups[f"seen|{outcome.key}|{side}|{wave}"] = base & known[wave]
                groups[f"-lost|{outcome.key}|{side}|{wave}"] = base & ~known[wave]
            if yes_no:
                groups[f"yes|{outcome.key}|{side}"] = base & (values[0] == 1)
                groups[f"-no|{outcome.key}|{side}"] = base & (values[0] == 0)
            seen = base & known[again[0]] if again else base
            for when, wave in (
                (("before", 0), ("after", again[0])) if yes_no and again and seen.sum() >= PAIRED - 3 * BASE else ()
            ):
                groups[f"{when}|{outcome.key}|{side}"] = seen & (values[wave] == 1)
                groups[f"-not {when}|{outcome.key}|{side}"] = seen & (values[wave] == 0)
        if outcome is chief and later[0] in values:
            seen = sides["assisted"] & known[0] & known[later[0]]
            best = values[0] == (np.nanmax if outcome.better == "higher" else np.nanmin)(values.to_numpy())
            groups["best"] = sides["assisted"] & known[0] & best
            groups |= {f"helped|{name}": seen & got for name, got in _helped(sectors, every)}
            groups |= {f"dose|{n}": seen & member for n, member in enumerate(_doses(dose, sides["assisted"]))}
    return pd.DataFrame(groups).astype(int)


def drawn_groups(
    households: pd.DataFrame,
    rule: HouseholdRule | None,
    floor_area: float = FLOOR_AREA,
    sectors: pd.DataFrame | None = None,
    dose: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The same groups among those in a draw, under names that begin with `drawn|`; no column where lots were drawn among all."""
    if not of_some(rule):
        return pd.DataFrame()
    groups = wave_groups(in_the_draw(households, rule), floor_area, sectors, dose)
    return groups.rename(columns=lambda name: f"-drawn|{name[1:]}" if name.startswith("-") else f"drawn|{name}")


def _chief(table: pd.DataFrame, allowed: Sequence[Outcome], endline: int) -> Outcome | None:
    """The outcome that `city_households` will take for the main one: the first that both sides have at both visits."""
    for outcome in allowed:
        try:
            pair = read_waves(table, outcome.key, outcome.better, "assisted", "rt", 0, (endline,)).pair(endline)
        except P2wkssError:
            continue
        if pair.assisted.any() and not pair.assisted.all():
            return outcome
    return None


def _helped(sectors: pd.DataFrame | None, every: pd.Index) -> Iterator[tuple[str, pd.Series]]:
    if sectors is None:
        return
    for name in sectors.columns:
        yield name, sectors[name].reindex(every).eq(True)


def _doses(dose: pd.DataFrame | None, assisted: pd.Series) -> list[pd.Series]:
    """Up to the median dose of the assisted, and above it, as `household_groups.dose_groups` parts them."""
    if dose is None or not len(dose):
        return []
    value = dose.set_index("household_id")["dose_percent"].reindex(assisted.index).where(assisted)
    halves = [value <= value.median(), value > value.median()]
    return [half for half in halves if half.any()]


def public_attrition(waves: Waves, told: InFives) -> pd.DataFrame:
    """Who could not be seen again, by wave and group: wave, group, at_baseline, seen, lost, lost_percent (of these numbers,
    missing where five at most were lost). Reasons stay in `.attrition()`, for the office."""
    found = []
    for wave in sorted(w for w in waves.values if w > waves.baseline):
        for group in GROUPS:
            base, seen = told[f"known|{waves.outcome}|{group}"], told[f"seen|{waves.outcome}|{group}|{wave}"]
            lost = base - seen
            found.append((wave, group, base, seen, lost, 100 * lost / base if lost >= BASE else np.nan))
    return pd.DataFrame(found, columns=["wave", "group", "at_baseline", "seen", "lost", "lost_percent"])


def public_balance(waves: Waves, only: Sequence[str], told: InFives) -> pd.DataFrame:
    """The balance table (see `balance`) of the columns `only`, in their order: variable, unit, assisted_mean, comparison_mean,
    difference, standardised_difference, hidden.

    A mean is hidden where a side has too few as published (ENOUGH), and a percentage is that of the published numbers, hidden
    where it, or what it leaves of the side, is five at most. The difference of two percentages in standard deviations is that of
    the published ones too: the exact one would contradict them, up to six families a side, and give back what they hide.
    """
    table = balance(waves)
    table = table[table["variable"].isin(only)].sort_values(
        "variable", key=lambda v: v.map({name: i for i, name in enumerate(only)})
    )
    hidden, share = pd.Series(False, index=table.index), table["unit"] == "percent"
    for side in GROUPS:
        n = pd.Series(
            [told[f"known|{v}|{side}"] or told[f"known|{waves.outcome}|{side}"] for v in table["variable"]], index=table.index
        )
        yes = pd.Series([told[f"yes|{v}|{side}"] for v in table["variable"]], index=table.index)
        hidden |= (n < ENOUGH) | (table[f"n_{side}"] < BASE) | (share & ((yes < BASE) | (n - yes < BASE)))
        table[f"{side}_mean"] = table[f"{side}_mean"].mask(share, 100 * yes / n.where(n > 0))
    table["difference"] = table["assisted_mean"] - table["comparison_mean"]
    spread = np.sqrt(sum(table[f"{side}_mean"] * (100 - table[f"{side}_mean"]) for side in GROUPS).clip(lower=0) / len(GROUPS))
    table["standardised_difference"] = table["standardised_difference"].mask(
        share, table["difference"] / spread.where(spread > 0)
    )
    numbers = ["assisted_mean", "comparison_mean", "difference", "standardised_difference"]
    table[numbers] = table[numbers].mask(hidden)
    return table.assign(hidden=hidden)[["variable", "unit", *numbers, "hidden"]].reset_index(drop=True)
