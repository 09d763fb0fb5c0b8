"""One large map at page width: planned first, so that the page knows what stands around it, then drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ...places.areas import island_of
from ...say import Text
from .. import style
from ..picture import WIDTH, Block, Entry, Picture
from . import draw, texts
from .ground import Ground
from .insets import Inset, beside_legend, draw_insets, plan_insets
from .labels import Label, number_places, plan_labels

MOST = 6.0  # inches of height
_INNER = WIDTH - 0.16


@dataclass(frozen=True)
class Plan:
    """A large map before it is drawn: its `height` in inches, `labels` by code, the places `marked` by a
    diamond, and the small maps around it (`insets`)."""

    height: float
    labels: dict[str, Label]
    marked: frozenset[str]
    insets: tuple[Inset, ...] = ()

    @property
    def legend_space(self) -> tuple[float, float]:
        """What the insets take from the legend, as `page` wants it."""
        return beside_legend(self.insets)

    def in_corners(self) -> Plan:
        """The same plan with only those insets that stand on the map, for a page whose legend fills the line."""
        return replace(self, insets=tuple(inset for inset in self.insets if inset.corner))

    def key(self, lang: str | None) -> list[Block]:
        """The key of the numbers on the map, as a block of the legend; none when every name found room."""
        return key_block(self.labels, texts.NUMBERED, lang)


def key_block(labels: Mapping[str, Label], heading: Text, lang: str | None) -> list[Block]:
    """The key of the numbers among these labels; none where there are none."""
    keyed = sorted((label for label in labels.values() if label.key), key=lambda label: label.key)
    entries = tuple(Entry(f"{label.key}  {' '.join(label.lines)}", bare=True) for label in keyed)
    return [Block(heading.say(lang), entries)] if entries else []


def crowded(ground: Ground) -> bool:
    """More places than names can be written on at the width of a page."""
    return len(ground.shapes) > 150


def plan_map(
    ground: Ground, extra: dict[str, list[str]], marked: Iterable[str], most: float = MOST, numbered: Sequence[str] = ()
) -> Plan:
    """Labels with `extra` lines by code for a map at page width, at most `most` inches high; `marked` have a site. On a crowded
    map only the `numbered` places are named, by a key."""
    height = draw.body_height(ground, _INNER, most)
    if crowded(ground):
        planned = number_places(ground, numbered)
    else:
        planned = plan_labels(ground, extra, draw.points_per_metre(ground, _INNER, height))
    return Plan(height, planned, frozenset(marked), plan_insets(ground, _INNER, height, crowded(ground)))


def draw_large(
    picture: Picture,
    box: tuple[float, float, float, float],
    ground: Ground,
    faces: Sequence[str | None],
    plan: Plan,
    highlight: Sequence[str],
    lang: str | None,
    care: Iterable[str] = (),
) -> None:
    """Fills, outlines, names, marks, rings on figures to be read with `care`, and insets, in the body `box` of a page (fractions:
    left, bottom, width, height)."""
    axes = draw.map_axes(picture, box, ground)
    draw.fill(axes, ground, faces, width=0.3 if crowded(ground) else 0.9)
    if len(ground.outlines) > 1:
        draw.outline(axes, ground.outlines, 0.8 if crowded(ground) else 1.3)
    draw.point_out(axes, ground, highlight)
    if not ground.schematic:
        draw.scale_and_north(axes, lang)
    draw.name_places(axes, ground, faces, plan.labels, set(plan.marked))
    written = {code for code, label in plan.labels.items() if not label.key}
    draw.mark(axes, ground, set(plan.marked) - written, small=True)
    draw.ring(axes, ground, set(care))
    islands = ground.shapes["area_code"].map(island_of)
    if crowded(ground) and islands.nunique() > 1:
        draw.name_groups(axes, ground.shapes.assign(group=islands), {}, style.NOTE)
    draw_insets(picture, box, _INNER, plan.insets, lang)
