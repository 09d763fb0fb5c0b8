"""Where the headings of an export stand: below titles, in one line or in two with merged cells, above a line of numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

TITLES = 20  # lines in which to look for the headings
_NUMBERING = re.compile(r"\(?(\d{1,3})\)?")


def find_headings(
    rows: Sequence[Sequence[str]], needed: Collection[str] = (), known: Callable[[str], bool] = lambda heading: False
) -> tuple[list[str], int]:
    """The heading of every column ("" for none) and the line, counted from 0, on which the data begin.

    rows : the first lines as text. needed : headings that must all be there; the first place that has them is taken.
    Without it the place with most headings that are `known` is taken, else the first line that fills at least half as
    many cells as the fullest.
    Two lines are one heading where the upper has a cell above several of the lower; a heading that then stands twice
    gets its upper word in front. A line "1, 2, 3" or "(1) (2) (3)" under the headings is no data.

    >>> rows = [["REKAP"], ["No", "Alamat", ""], ["", "RW", "RT"], ["(1)", "(2)", "(3)"], ["1", "02", "05"]]
    >>> find_headings(rows, known={"RT", "RW"}.__contains__)
    (['No', 'RW', 'RT'], 4)
    """
    lines = [[cell.strip() for cell in row] for row in rows[: TITLES + 2]]
    places: list[tuple[list[str], int]] = []  # headings, and the line after them
    for at in range(min(TITLES, len(lines))):
        places.append((lines[at], at + 1))
        if at + 1 < len(lines) and _two_lines(lines[at], lines[at + 1]):
            places.append((_joined(lines[at], lines[at + 1]), at + 2))
    if not places:
        return [], 0
    if needed:
        headings, after = next((p for p in places if set(needed) <= set(p[0])), places[0])
    else:
        best = max(sum(map(known, set(heads) - {""})) for heads, _ in places)
        fullest = max(_filled(heads) for heads, _ in places)
        headings, after = next(
            p for p in places if (sum(map(known, set(p[0]) - {""})) == best if best else 2 * _filled(p[0]) >= fullest)
        )
    return headings, after + (after < len(lines) and _numbered(lines[after]))


def _filled(cells: Sequence[str]) -> int:
    return sum(cell != "" for cell in cells)


def _two_lines(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether a line may be the lower half of headings: words only, some of them where the upper has none."""
    pairs = _beside(upper, lower)
    halves = any(b and not a for a, b in pairs) and any(a and not b for a, b in pairs)
    return halves and not any(re.search(r"^\W*\d", b) for _, b in pairs if b)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    over, above = "", []
    for a, _ in _beside(upper, lower):
        over = a or over
        above.append(over)
    found = [b or a for a, b in _beside(upper, lower)]
    return [f"{above[i]} {name}" if name and found.count(name) > 1 and above[i] != name else name for i, name in enumerate(found)]


def _beside(upper: Sequence[str], lower: Sequence[str]) -> list[tuple[str, str]]:
    wide = max(len(upper), len(lower))
    return list(zip([*upper, *[""] * (wide - len(upper))], [*lower, *[""] * (wide - len(lower))], strict=True))


def _numbered(cells: Sequence[str]) -> bool:
    """Whether a line counts its columns: 1, 2, 3 in order."""
    filled = [cell for cell in cells if cell]
    counted = [int(found[1]) for cell in filled if (found := _NUMBERING.fullmatch(cell))]
    return len(filled) > 2 and counted == list(range(1, len(filled) + 1))
