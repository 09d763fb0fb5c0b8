"""The yearly figures of a village, from `city.json`: what of need each says, and in which order they are judged as outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..say import Text
from .sheets import fields_of


@dataclass(frozen=True)
class VillageFigure:
    """One column of the sheet `villages` that a need index or an evaluation may use.

    aspect: a key of `texts.ASPECTS`; better: the better end, "higher" or "lower"; cut: the column that says up to which decile it
    counts, or None; name, short, effect_unit: in words; shown_in: what it is divided by where a table is narrow; digits:
    decimals; effects: sizes of an effect worth seeing, in its own unit.
    """

    column: str
    aspect: str
    better: str
    name: Text
    short: Text
    effect_unit: Text
    effects: tuple[float, ...]
    digits: int
    shown_in: float = 1
    cut: str | None = None

    @property
    def needier(self) -> str:
        """The end that means more need."""
        return "lower" if self.better == "higher" else "higher"


@lru_cache(maxsize=1)
def village_figures() -> Mapping[str, VillageFigure]:
    """Column to its figure, in the order in which an index names them.

    >>> [figure.needier for figure in village_figures().values()]
    ['higher', 'higher', 'higher', 'higher', 'lower']
    """
    return {field["name"]: _figure(field) for field in _fields("need")}


@lru_cache(maxsize=1)
def outcomes() -> Mapping[str, VillageFigure]:
    """The same in the order in which they are judged: the first that can be evaluated is the main outcome, whatever it shows."""
    return {field["name"]: village_figures()[field["name"]] for field in _fields("outcome")}


def _fields(order: str) -> list[dict]:
    return sorted((f for f in fields_of("villages") if "figure" in f), key=lambda f: f["figure"][order])


def _figure(field: Mapping) -> VillageFigure:
    said = field["figure"]
    return VillageFigure(
        field["name"],
        said["aspect"],
        field["direction"],
        Text.of(said["name"]),
        Text.of(said["short"]),
        Text.of(said["effect_unit"]),
        tuple(said["effects"]),
        said["digits"],
        said.get("shown_in", 1),
        said.get("cut"),
    )
