"""Figures of the report and of the synthetic cities as they last were, in figures.json: none changes without somebody meaning it.

Of every table the number of rows and the sum of each column of figures, to four digits; sentences and layout may change. Where a
change is meant, write both figures that a user sees into CHANGELOG.md, and keep the new ones:

    P2WKSS_KEEP_FIGURES=1 python -m pytest tests/reporting/test_figures_kept.py tests/reporting/test_report.py tests/test_stories.py
"""

import json
import math
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from p2wkss_analysis.reporting.document import Document, Table

KEPT = Path(__file__).with_name("figures.json")


def shown(document: Document) -> list[pd.DataFrame]:
    """Every table of a report, what it shows alone."""
    blocks = [block for chapter in document.chapters for block in chapter.blocks if isinstance(block, Table)]
    return [block.frame[[column.name for column in block.columns]] for block in blocks]


def summed(tables: Iterable[pd.DataFrame]) -> dict[str, dict[str, float]]:
    """By table, named by its first columns and counted where these occur twice: rows, and the sum of each column of figures."""
    seen, found = Counter(), {}
    for table in tables:
        name = ", ".join(map(str, table.columns[:3]))
        seen[name] += 1
        figures = table.apply(pd.to_numeric, errors="coerce").astype(float).replace([math.inf, -math.inf], math.nan)
        sums = {str(column): float(f"{total:.4g}") for column, total in figures.sum().items() if figures[column].notna().any()}
        found[f"{name} ({seen[name]})"] = {"rows": len(table), **sums}
    return found


def differing(page: str, now: dict[str, dict[str, float]]) -> list[str]:
    """Figures of a page that are not as they were kept; told to keep them, it writes them and finds none."""
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    if os.environ.get("P2WKSS_KEEP_FIGURES"):
        KEPT.write_text(json.dumps(kept | {page: now}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        return []
    told = []
    for table in kept[page].keys() | now.keys():
        was, is_ = kept[page].get(table, {}), now.get(table, {})
        told += [
            f"{page}, {table}: {column} was {was.get(column, 'not there')}, is {is_.get(column, 'not there')}"
            for column in was.keys() | is_.keys()
            if column not in was or column not in is_ or not math.isclose(was[column], is_[column], rel_tol=2e-3, abs_tol=1e-6)
        ]
    return sorted(told)


MEANT = "\nIf meant, write a line in CHANGELOG.md with before and after, and keep the new figures as tests/figures_kept.py says."


def hold(page: str, tables: Iterable[pd.DataFrame]) -> None:
    found = differing(page, summed(tables))
    assert not found, "\n".join(found[:20]) + MEANT
