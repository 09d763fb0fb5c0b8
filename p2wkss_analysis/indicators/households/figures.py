"""The figures of a group of households, such as a village in a year: expressions over the definitions of single households.

What is a share of households is their mean; children and spending are added up before they are divided, so that a large family
counts as many times as it has members. Every figure is taken over the households of which it is known, and says of how many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import narwhals.stable.v2 as nw

from ..healthy_family import HEALTHY_ABOVE
from ..poverty import shortfall
from .definitions import DEFINITIONS, Frame, below, crowded, defined, number, said, worked_out

DECILES = range(1, 11)
QUANTILES = (0.1, 0.5, 0.9)
WEIGHT, LINE = "weight", "poverty_line_rupiah_person_month"


@dataclass(frozen=True)
class Setting:
    """What definitions leave open. decile_cut: up to which decile a household counts as low; floor_area: m2 a person below which
    a house is crowded; weighted: each household counts by its `weight`."""

    decile_cut: int = 4
    floor_area: float = 7.2
    weighted: bool = False

    def mean(self, value: nw.Expr, known: str) -> nw.Expr:
        """The mean over the households whose value is known, which are those of which the column `known` is."""
        if not self.weighted:
            return value.mean()
        return (value * number(WEIGHT)).sum() / _where(known, number(WEIGHT)).sum()

    def total(self, value: nw.Expr) -> nw.Expr:
        """The sum over households."""
        return (value * number(WEIGHT)).sum() if self.weighted else value.sum()

    def ratio(self, part: nw.Expr, whole: nw.Expr) -> nw.Expr:
        """Sum over sum, of the households of which both are known; missing where the whole is nought."""
        above, below = self.total(nw.when(~whole.is_null()).then(part)), self.total(nw.when(~part.is_null()).then(whole))
        return nw.when(below > 0).then(above / below)


@dataclass(frozen=True)
class Figure:
    """One figure of a group. needs: the columns it is read from; values: what of each household is worked out first, by name; of:
    the figure from these values; known: the value whose households are counted as known; keys: the definitions of a household
    that values and figure name, with an underscore before."""

    needs: tuple[str, ...]
    values: Callable[[Setting], Mapping[str, nw.Expr]]
    of: Callable[[Setting], nw.Expr]
    known: str
    keys: tuple[str, ...] = ()


def _share(name: str, needs: tuple[str, ...], value: Callable[[Setting], nw.Expr], known: str = "") -> Figure:
    """The share of households of which something holds, in percent."""
    known = known or name
    return Figure(needs, lambda s: {name: value(s)}, lambda s: 100 * s.mean(nw.col(name), known), known)


def _defined(key: str) -> Figure:
    """The mean of a household's figure, a share in percent where it is yes or no."""
    one, name = DEFINITIONS[key], f"_{key}"
    times = 100 if one.yes_no else 1
    return Figure(one.needs, lambda _: {}, lambda s: times * s.mean(nw.col(name), name), name, (key,))


def _share_of(name: str, keys: tuple[str, ...], value: nw.Expr, known: str = "") -> Figure:
    """The share of households of which something holds that follows from their figures, in percent."""
    needs = tuple(column for key in keys for column in DEFINITIONS[key].needs)
    known = known or name
    return Figure(needs, lambda _: {name: value.cast(nw.Float64)}, lambda s: 100 * s.mean(nw.col(name), known), known, keys)


def _pooled(name: str, part: str, whole: str, of: Callable[[nw.Expr], nw.Expr], at_least: bool = False) -> Figure:
    """A ratio of sums over the members of all households; at_least: whether a household's whole is never less than its part: a
    child known to be stunted has been measured, weighed this month or not."""
    both = {f"_{name}": nw.when(~nw.col(whole).is_null()).then(number(part))}
    all_ = nw.when(number(part) > number(whole)).then(number(part)).otherwise(number(whole)) if at_least else number(whole)
    return Figure((part, whole), lambda _: both, lambda s: of(s.ratio(number(part), all_)), f"_{name}")


def _poverty(power: int) -> Figure:
    """The measure of Foster, Greer and Thorbecke of this power over persons, in percent."""
    name, spending, line, people = f"_fgt{power}", nw.col("_expenditure"), number(LINE), number("members")
    poor = below(spending, line).cast(nw.Float64)
    lacking = shortfall(poor, spending, line)
    values = {"_fgt0": poor, name: (poor, lacking, lacking * lacking)[power]}

    def of(s: Setting) -> nw.Expr:
        below = s.total(_where("_fgt0", people))
        return 100 * nw.when(below > 0).then(s.total(nw.col(name) * people) / below)

    return Figure((*DEFINITIONS["expenditure"].needs, LINE), lambda _: values, of, "_fgt0", ("expenditure",))


def _where(name: str, value: nw.Expr) -> nw.Expr:
    return nw.when(~nw.col(name).is_null()).then(value)


def _decile(n: int) -> Figure:
    return _share(
        f"_decile_{n}", ("registry_decile",), lambda _: (nw.col("registry_decile") == n).cast(nw.Float64), "registry_decile"
    )


# Lacks clean water, a healthy latrine, space or a durable house.
_SLUM = (nw.col("_water") == 0) | (nw.col("_latrine") == 0) | (nw.col("_unfit_house") == 1)
_HEALTHY = nw.col("_healthy_family_index") > 100 * HEALTHY_ABOVE
# In the order of the table; the first are the columns of the workbook's sheet `villages`.
FIGURES: Mapping[str, Figure] = MappingProxyType(
    {
        "low_decile_percent": _share(
            "_low_decile",
            ("registry_decile",),
            lambda s: (nw.col("registry_decile") <= s.decile_cut).cast(nw.Float64),
            "registry_decile",
        ),
        "out_of_school_percent": _pooled("out_of_school", "aged_7_18_in_school", "aged_7_18", lambda ratio: 100 * (1 - ratio)),
        "stunting_percent": _pooled(
            "stunting", "under_five_stunted", "under_five_weighed", lambda ratio: 100 * ratio, at_least=True
        ),
        "expenditure_rupiah_person_month": _pooled("spending", "expenditure_rupiah_month", "members", lambda ratio: ratio),
        "poverty_rate": _poverty(0),
        "poverty_gap_index": _poverty(1),
        "poverty_severity_index": _poverty(2),
        **{f"decile_{n}_percent": _decile(n) for n in DECILES},
        "unfit_house_percent": _defined("unfit_house"),
        "crowded_percent": _share("_crowded", ("floor_area_m2", "members"), lambda s: crowded(s.floor_area).cast(nw.Float64)),
        "slum_household_percent": _share_of("_slum", ("water", "latrine", "unfit_house"), _SLUM),
        "clean_water_percent": _defined("water"),
        "healthy_latrine_percent": _defined("latrine"),
        "septic_tank_percent": _share("_septic", ("latrine",), lambda _: said("latrine", "own_septic")),
        "healthy_family_index": _defined("healthy_family_index"),
        "healthy_family_percent": _share_of("_healthy", ("healthy_family_index",), _HEALTHY, "_healthy_family_index"),
        "women_income_rupiah_month": _defined("women_income"),
        "women_business_percent": _defined("business"),
        "complete_papers_percent": _defined("papers"),
    }
)


def figures_from(columns: Iterable[str]) -> dict[str, Figure]:
    """The figures that these columns allow, in the order of the table.

    >>> list(figures_from(["floor_area_m2", "members"]))
    ['crowded_percent']
    """
    held = set(columns)
    return {name: figure for name, figure in FIGURES.items() if held.issuperset(figure.needs)}


def of_households(rows: Frame, figures: Iterable[Figure], setting: Setting, *keys: str) -> Frame:
    """The rows with what figures of groups are made from, and with these definitions of a household."""
    figures = list(figures)
    asked = dict.fromkeys((*(key for figure in figures for key in figure.keys), *keys))
    values = {name: of for figure in figures for name, of in figure.values(setting).items()}
    return worked_out(defined(rows, asked, setting.floor_area), values)
