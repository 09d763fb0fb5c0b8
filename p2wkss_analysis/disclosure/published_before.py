"""What was published of a workbook: a small file beside it, so that a family more or less does not show in the next edition.

`depok.xlsx.terbit.json` holds the numbers as published and nothing else: no household, no identity number, no true count. The
office may delete it; then the next edition is rounded afresh, and two editions side by side can tell more than each alone.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..files.atomic import write_atomically
from ..files.overwriting import REMEMBERED
from ..identity.hidden import mask
from ..say import Text, one_text
from ..say.errors import WrongUse
from . import texts
from .in_fives import BASE

_LARGEST = 10_000_000  # bytes; a true one has a few thousand
_WHAT = f"{texts.WHAT_IT_IS.id} / {texts.WHAT_IT_IS.en}"
Remembered = Text  # what became of remembering, in a sentence


@dataclass(frozen=True)
class Before:
    """What was published: numbers by group, and of lists of households by list and group. `unusable`: there is a file that
    was not used because it is damaged, was changed by hand, or belongs to another city."""

    counts: Mapping[str, int] = field(default_factory=dict)
    lists: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    unusable: bool = False


def file_beside(book: str | os.PathLike) -> Path:
    """The file of a workbook.

    >>> file_beside("data/depok.xlsx").name
    'depok.xlsx.terbit.json'
    """
    book = Path(book)
    return book.with_name(book.name + REMEMBERED)


def published_before(book: str | os.PathLike, city: str) -> Before:
    """What was published of the workbook of a city (its code); nothing where there is no file."""
    path = file_beside(book)
    try:
        if not path.is_file():
            return Before(unusable=path.exists())
        if path.stat().st_size > _LARGEST:
            return Before(unusable=True)
        held = json.loads(path.read_bytes())
        counts, lists = held["households"], held["lists"]
        if held["seal"] != _seal(held["city"], counts, lists) or held["city"] != city:
            return Before(unusable=True)
        if not all(type(n) is int and n >= 0 and n % BASE == 0 for part in (counts, *lists.values()) for n in part.values()):
            return Before(unusable=True)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Before(unusable=True)
    return Before(counts, lists)


def remember(
    book: str | os.PathLike,
    city: str,
    before: Before,
    counts: Mapping[str, int],
    lists: Mapping[str, Mapping[str, int]] | None = None,
) -> Remembered:
    """Write down what is published now, beside what was before; where that is not possible, say so and go on."""
    path = file_beside(book)
    name, lists = mask(path.name), {**before.lists, **(lists or {})}
    counts, lists = (
        {mask(k): v for k, v in counts.items()},
        {mask(k): {mask(g): n for g, n in v.items()} for k, v in lists.items()},
    )
    held = {"_": _WHAT, "city": city, "households": counts, "lists": lists, "seal": _seal(city, counts, lists)}
    data = (json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
    try:
        if path.is_symlink() or (path.exists() and not _ours(path)):
            return not_remembered(book)
        if not path.is_file() or path.read_bytes() != data:
            write_atomically(
                path, data, in_place=True
            )  # nobody else may write a file of that name; a damaged one is written anew
    except (WrongUse, OSError):
        return not_remembered(book)
    said = [texts.DAMAGED, texts.REMEMBERED] if before.unusable else [texts.REMEMBERED]
    return one_text(text.fill(name=name) for text in said)


def not_remembered(book: str | os.PathLike) -> Remembered:
    """Why the next edition is not protected by this one."""
    return texts.NOT_REMEMBERED.fill(name=mask(file_beside(book).name))


def _ours(path: Path) -> bool:
    """Whether a file of that name is one of these, whole, changed or cut off; anybody else's is left alone."""
    with open(path, "rb") as file:
        head = file.read(4 * len(_WHAT.encode()))
    return not head.strip() or _WHAT[:40].encode() in head or b'"seal"' in head


def _seal(city: str, counts: Mapping[str, Any], lists: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps([city, counts, lists], sort_keys=True, ensure_ascii=False).encode()).hexdigest()
