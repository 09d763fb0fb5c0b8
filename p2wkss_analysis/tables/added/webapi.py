"""The answer of the WebAPI of BPS (webapi.bps.go.id, list/model/data) as rows of a table.

A figure stands under the joined numbers of its place, variable, group, year and part of the year.
"""

from __future__ import annotations

import json
from typing import Any

from ...say.errors import WrongUse
from . import texts


def answer_rows(data: bytes, name: str) -> list[list]:
    """Title, header and one row a place, with its code before its name. Raises WrongUse for any other JSON."""
    try:
        answer = json.loads(data.decode("utf-8-sig"))
        return _rows(answer)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        raise WrongUse(texts.OTHER_JSON.fill(file=name)) from None


def _rows(answer: Any) -> list[list]:
    variable, content = answer["var"][0], answer["datacontent"]
    if len(answer["var"]) != 1 or not content:
        raise ValueError
    title = f"{variable['label']} ({variable['unit']})" if variable.get("unit") else str(variable["label"])
    columns = [
        (group, year, part)
        for group in answer["turvar"]
        for year in answer["tahun"]
        for part in answer["turtahun"]
        if any(_key(place, variable, group, year, part) in content for place in answer["vervar"])
    ]
    said = [[_label(one) for one in column] for column in columns]
    head = [["Kode", answer.get("labelvervar") or "Kabupaten/Kota", *(labels[level] for labels in said)] for level in range(3)]
    rows = [
        [str(place["val"]), _label(place), *(content.get(_key(place, variable, *column), "") for column in columns)]
        for place in answer["vervar"]
    ]
    if sum(cell != "" for row in rows for cell in row[2:]) != len(content):  # a figure under no known place, or under two
        raise ValueError
    return [[title], *head, *rows]


def _key(place: dict, variable: dict, group: dict, year: dict, part: dict) -> str:
    return "".join(str(one["val"]) for one in (place, variable, group, year, part))


def _label(one: dict) -> str:
    text = str(one["label"]).strip()
    return "" if text.casefold().startswith("tidak ada") else text
