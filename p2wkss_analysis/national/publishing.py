"""What a finished run publishes: its tables for programs (Parquet) and for the Excel of its readers (CSV), and `run.json`."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from .. import __version__
from ..dictionary.figures import outcomes
from ..files.csv_text import csv_text
from ..places.areas import short_name
from ..say.harmless import json_text
from . import texts
from .effects import NUMBERS
from .reading import VillageYears
from .regency import CLUSTERS, NEED
from .result import ALL, TABLES
from .unfinished import RUN, Unfinished

_WHOLE = ("rank", "rank_low", "rank_high", "neighbours", "data_year", "year", "k", "villages", "ranked", "clusters", "n_treated")
_TEXT = ("regency_code", "area_code", "name", "status", "quadrant", "neighbour_source", "neediest", "outcome", "reason", "note")
DECIMALS = 4  # of what people read; Parquet keeps every digit
RATE = 0.05  # false discovery rate at which a village is counted as part of a cluster


def files_of(
    run: Unfinished, given: VillageYears, areas: pd.DataFrame, options: Mapping[str, Any], lang: str
) -> dict[str, bytes]:
    """Name to content of every file of the folder."""
    codes = sorted(part for part in run.done() if not part.startswith(ALL))
    parts = {code: run.read(code) for code in codes}
    overall = {c: run.read(f"{ALL}-{c}") for c in outcomes() if f"{ALL}-{c}" in run.done()}
    names = dict(zip(areas["area_code"], areas["name"].map(short_name), strict=True))
    tables = dict(zip(TABLES, _tables(parts, overall, names, options["outcome"], lang), strict=True))
    files: dict[str, bytes] = {}
    for name, table in tables.items():
        table = _typed(table.assign(synthetic=True) if given.synthetic else table)
        buffer = io.BytesIO()
        table.to_parquet(buffer, index=False)
        files |= {f"{name}.parquet": buffer.getvalue(), f"{name}.csv": csv_text(table.round(DECIMALS), lang).encode()}
    said = _run(run.key, given, options, parts, overall)
    return files | {RUN: json_text(said, indent=1).encode()}


def _tables(
    parts: Mapping[str, dict], overall: Mapping[str, dict], names: Mapping[str, str], main: str, lang: str
) -> tuple[pd.DataFrame, ...]:
    """regencies, need, clusters, effects."""
    need = _stacked(
        (code, p["need"], {"data_year": p["summary"]["data_year"], "year": p["summary"]["year"]}) for code, p in parts.items()
    )
    clusters = _stacked((code, p["clusters"], {}) for code, p in parts.items())
    effects = [row for code, p in parts.items() for row in _effect_rows(code, names[code], p["effects"], p["refused"], lang)]
    for outcome, found in overall.items():
        rows = [found["effect"]] if found["effect"] else []
        without = [] if rows else [{"question": outcome, "reason": found["reason"]}]
        effects += _effect_rows(ALL, texts.COUNTRY_NAME.say(lang), rows, without, lang)
    need = need.reindex(columns=["regency_code", "area_code", "name", "data_year", "year", *NEED[2:]])
    regencies = pd.DataFrame([_regency(code, names[code], p, main, lang) for code, p in parts.items()])
    return regencies, need, clusters.reindex(columns=["regency_code", *CLUSTERS]), pd.DataFrame(effects)


def _stacked(parts: Iterable[tuple[str, dict, dict]]) -> pd.DataFrame:
    tables = [pd.DataFrame(columns).assign(regency_code=code, **more) for code, columns, more in parts if columns["area_code"]]
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()


def _effect_rows(code: str, name: str, rows: Iterable[dict], refused: Iterable[dict], lang: str) -> list[dict[str, Any]]:
    """Every outcome in its order: its numbers, or the reason why there are none."""
    order = list(outcomes())
    found = [
        {"outcome": r["outcome"], **{n: r[n] for n in NUMBERS}, "left_out": r["left_out"], "note": r["note"][lang], "reason": ""}
        for r in rows
    ]
    found += [{"outcome": r["question"], "note": "", "reason": r["reason"][lang]} for r in refused if r["question"] in order]
    return [{"regency_code": code, "name": name} | row for row in sorted(found, key=lambda row: order.index(row["outcome"]))]


def _regency(code: str, name: str, part: dict, main: str, lang: str) -> dict[str, Any]:
    """One line: what was found, and the reasons for what was not."""
    summary, need = part["summary"], part["need"]
    effect: dict[str, Any] = next((row for row in part["effects"] if row["outcome"] == main), {})
    first = [n for n, rank in zip(need["name"], need["rank"], strict=True) if rank == 1]
    return {
        "regency_code": code,
        "name": name,
        "villages": summary["villages"],
        "data_year": summary["data_year"],
        "year": summary["year"],
        "k": summary["k"],
        "ranked": summary.get("ranked", 0),
        "neediest": first[0] if first else "",
        "clusters": _high(part["clusters"]) if part["clusters"]["area_code"] else None,
        "moran": summary.get("moran"),
        "moran_p": summary.get("moran_p"),
        **{number: effect.get(number) for number in NUMBERS},
        "reason": " ".join(
            dict.fromkeys(r["reason"][lang] for r in part["refused"] if r["question"] in ("need", "clusters", main))
        ),
    }


def _high(clusters: Mapping[str, list]) -> int:
    """Villages of high need among such."""
    found = zip(clusters["q_value"], clusters["quadrant"], strict=True)
    return sum(q is not None and q <= RATE and quadrant == "high-high" for q, quadrant in found)


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    """The same types whatever a run holds: a column without any value, too."""
    kinds = {}
    for column in table:
        if column in _TEXT:
            kinds[column] = "str"
        elif column in (*_WHOLE, "n_comparison", "left_out"):
            kinds[column] = "Int64"
        elif column in ("eligible", "synthetic"):
            kinds[column] = "bool"
        else:
            kinds[column] = "float64"
    return table.astype(kinds)


def _run(
    key: str, given: VillageYears, options: Mapping[str, Any], parts: Mapping[str, dict], overall: Mapping[str, dict]
) -> dict[str, Any]:
    """What `run.json` says."""
    main = options["outcome"]
    refused = [{"regency_code": code, **one} for code, p in parts.items() for one in p["refused"]]
    refused += [{"regency_code": ALL, "question": c, "reason": f["reason"]} for c, f in overall.items() if not f["effect"]]
    elsewhere = ~given.sites["village_code"].str[:5].isin(list(parts))
    years = [p["summary"]["year"] for p in parts.values() if p["summary"]["year"]]
    return {
        "key": key,
        "version": __version__,
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "synthetic": given.synthetic,
        "inputs": list(given.inputs),
        "options": dict(options),
        "year": max(years, default=None),
        "counts": {
            "regencies": len(parts),
            "villages": sum(p["summary"]["villages"] for p in parts.values()),
            "ranked": sum(bool(p["need"]["area_code"]) for p in parts.values()),
            "mapped": sum(bool(p["clusters"]["area_code"]) for p in parts.values()),
            "sites_elsewhere": int(elsewhere.sum()),
            "clustered": sum(_high(p["clusters"]) > 0 for p in parts.values()),
            "evaluated": sum(any(e["outcome"] == main for e in p["effects"]) for p in parts.values()),
            "refused": len(
                {
                    one["regency_code"]
                    for one in refused
                    if one["question"] in ("need", "clusters", main) and one["regency_code"] != ALL
                }
            ),
        },
        "overall": {c: f["effect"]["sentence"] for c, f in overall.items() if f["effect"]},
        "refused": refused,
    }
