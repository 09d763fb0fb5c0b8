"""Everything that can be wrong with a table meant as a panel, found in one pass and said in one error."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

import numpy as np
import pandas as pd

from ...say import Text
from ...say.errors import WrongUse
from ...tables.asked_columns import check_frame, column_faults, stop
from ...tables.plain_numbers import doubtful_cells, plain_numbers
from ..texts import panel as texts
from .scale import RAW, SCALES, Scale, choose_scale, named_scale

_SHOWN = 5
MOST_YEARS = 100
_SIZES = (1e-100, 1e100)


def check_columns(
    df: pd.DataFrame, columns: dict[str, str], better: str, baseline: str, scale: str = "raw", bounds: Any = None
) -> None:
    """Refuse anything that is not a table with the named columns and a stated direction."""
    check_frame(df, texts.A_PANEL)
    unnamed = [f"{role}={name!r}" for role, name in columns.items() if not isinstance(name, (str, int))]
    if unnamed:
        raise WrongUse(texts.NAMES_NOT_TEXT.fill(given=unnamed))
    faults = column_faults(df, columns.items(), better)
    _two_roles(columns, faults)
    if baseline not in ("clean", "early", "timing"):
        faults.append(texts.BASELINE_UNKNOWN.fill(given=baseline))
    if not isinstance(scale, str) or scale not in ("auto", *SCALES):
        faults.append(texts.SCALE_UNKNOWN.fill(given=scale, known=("auto", *SCALES)))
    if bounds is not None and not _in_order(bounds):
        faults.append(texts.BOUNDS_NOT_TWO_NUMBERS.fill(given=bounds))
    stop(faults, texts.NO_PANEL)


def _in_order(bounds: Any) -> bool:
    try:
        low, high = (float(end) for end in bounds)
    except (TypeError, ValueError):
        return False
    return bool(np.isfinite(high - low) and low < high)


def check_scale(
    scale: str,
    bounds: Iterable[float] | None,
    values: np.ndarray,
    untreated: np.ndarray,
    group: np.ndarray | None,
    baseline: str,
    outcome: str,
) -> Scale:
    """The scale asked for, or the one the untreated cells choose; a panel without clean years before stays raw."""
    ends = None if bounds is None else _ends(bounds)
    if ends is not None and (np.nanmin(values) < ends[0] or np.nanmax(values) > ends[1]):
        least, most, low, high = (f"{end:g}" for end in (np.nanmin(values), np.nanmax(values), *ends))
        stop([texts.BEYOND_BOUNDS.fill(outcome=outcome, least=least, most=most, low=low, high=high)], texts.NO_PANEL)
    if scale == "auto":
        if baseline != "clean":
            return RAW
        number = np.zeros(len(values), int) if group is None else np.unique(group.astype(str), return_inverse=True)[1]
        return choose_scale(values, untreated, number, ends)
    found = named_scale(scale, values, untreated, ends)
    if isinstance(found, Text):
        stop([texts.SCALE_DOES_NOT_FIT.fill(outcome=outcome, why=found)], texts.NO_PANEL)
    assert isinstance(found, Scale)
    return found


def _ends(bounds: Iterable[float]) -> tuple[float, float]:
    low, high = (float(end) for end in bounds)
    return low, high


def _two_roles(columns: dict[str, str], faults: list[Text]) -> None:
    """A column may serve once, except that places may have been ranked by the outcome itself."""
    roles: dict[str, list[str]] = {}
    for role, name in columns.items():
        roles.setdefault(name, []).append(role)
    for name, found in roles.items():
        if len(found) > 1 and set(found) != {"outcome", "ranking"}:
            faults.append(texts.TWO_ROLES.fill(name=name, roles=found))


def check_content(df: pd.DataFrame, columns: dict[str, str]) -> pd.DataFrame:
    """The named columns under their roles, typed; WrongUse with every fault if any cell is wrong."""
    raw = pd.DataFrame({role: df[name].to_numpy() for role, name in columns.items()})
    tidy, faults = raw.copy(), list[Text]()
    for role in ("unit", "group", "cluster"):
        if role in raw:
            _missing_labels(raw, role, columns, faults)
            _one_kind_of_label(raw, role, columns, faults)
    stop(faults, texts.NO_PANEL)  # nothing can be said of rows whose places are not known
    for role in ("year", "start", "outcome", "ranking", "size"):
        if role in raw:
            tidy[role] = _numbers(raw, role, columns, faults)
    for role in ("year", "start"):
        odd = tidy[role].notna() & (tidy[role] % 1 != 0)
        _add(faults, raw[odd], role, columns, texts.NO_WHOLE_YEAR)
    if raw["year"].isna().any():
        faults.append(texts.ROWS_WITHOUT_YEAR.fill(n=int(raw["year"].isna().sum())))
    doubled = tidy[tidy["year"].notna() & tidy.duplicated(["unit", "year"], keep="first")]
    if len(doubled):
        faults.append(texts.DOUBLED.fill(n=len(doubled), cells=_cells(doubled)))
    for role in ("start", "group", "cluster"):
        if role in tidy:
            _differs_within_unit(tidy, role, columns, faults)
    if "size" in tidy:
        _add(faults, raw[~(tidy["size"] > 0)], "size", columns, texts.SIZE_NOT_ABOVE_ZERO)
    if not faults:
        _whole_panel(tidy, columns, faults)
        if "ranking" in tidy:
            _looks_ahead(tidy, columns, faults)
    stop(faults, texts.NO_PANEL)
    tidy["year"] = tidy["year"].astype(int)
    return tidy


def _missing_labels(raw: pd.DataFrame, role: str, columns: dict[str, str], faults: list[Text]) -> None:
    n = int(raw[role].isna().sum())
    if n:
        faults.append(texts.EMPTY_LABELS.fill(name=columns[role], n=n))


def _one_kind_of_label(raw: pd.DataFrame, role: str, columns: dict[str, str], faults: list[Text]) -> None:
    """Codes as text in one row and as numbers in another would be two places, or could not be put in order."""
    cells = raw[role].dropna()
    as_text = cells.map(lambda cell: isinstance(cell, str)).to_numpy(bool)
    if as_text.all():
        return
    odd = [str(cell) for cell in cells[~as_text] if not isinstance(cell, Hashable)]
    if odd or as_text.any():
        shown = odd[:_SHOWN] or [repr(cells[as_text].iloc[0]), repr(cells[~as_text].iloc[0])]
        faults.append(texts.MIXED_LABELS.fill(name=columns[role], shown=shown))


def _numbers(raw: pd.DataFrame, role: str, columns: dict[str, str], faults: list[Text]) -> pd.Series:
    values, doubt = plain_numbers(raw[role])
    if doubt.any():
        where = [f"{unit} {year}" for unit, year in zip(raw["unit"], raw["year"], strict=True)]
        faults.append(doubtful_cells(columns[role], raw[role], doubt, where))
    return pd.Series(values, index=raw.index)


def _add(faults: list[Text], rows: pd.DataFrame, role: str, columns: dict[str, str], fault: Text) -> None:
    if len(rows):
        cells = [f"{r.unit} {r.year}: {getattr(r, role)!r}" for r in rows.head(_SHOWN).itertuples()]
        faults.append(fault.fill(name=columns[role], cells=_some(cells, len(rows))))


def _cells(rows: pd.DataFrame) -> list[str]:
    return [f"{r.unit} {r.year:.0f}" for r in rows.head(_SHOWN).itertuples()] + ["..."] * (len(rows) > _SHOWN)


def _some(shown: list[str], n: int) -> Text | str:
    """The first of n, and how many more there are."""
    return ", ".join(shown) if n <= _SHOWN else texts.SHOWN_AND_MORE.fill(shown=shown, rest=n - _SHOWN)


def _differs_within_unit(tidy: pd.DataFrame, role: str, columns: dict[str, str], faults: list[Text]) -> None:
    kinds = tidy.groupby("unit")[role].nunique(dropna=False)
    bad = [str(u) for u in kinds.index[kinds > 1]]
    if bad:
        faults.append(texts.DIFFERS_WITHIN_PLACE.fill(name=columns[role], places=_some(bad[:_SHOWN], len(bad))))


def _whole_panel(tidy: pd.DataFrame, columns: dict[str, str], faults: list[Text]) -> None:
    """Faults that only show when the cells themselves are sound."""
    first, last = int(tidy["year"].min()), int(tidy["year"].max())
    if last - first >= MOST_YEARS:
        far = (tidy["year"] - tidy["year"].median()).abs()
        ends = _cells(tidy[far == far.max()])
        faults.append(texts.TOO_MANY_YEARS.fill(first=first, last=last, most=MOST_YEARS, cells=ends))
    starts = tidy.groupby("unit")["start"].first()
    early = starts[starts < first]
    if len(early):
        places = [f"{u} {s:.0f}" for u, s in early.head(_SHOWN).items()]
        faults.append(texts.STARTS_TOO_EARLY.fill(first=first, places=places))
    if (starts <= last).all():
        faults.append(texts.ALL_ARE_SITES)
    values = tidy["outcome"].dropna()
    if values.nunique() <= 1:
        faults.append(texts.ALL_THE_SAME.fill(name=columns["outcome"]))
    elif not _SIZES[0] < (spread := float(values.max() - values.min())) <= _SIZES[1]:
        faults.append(texts.NO_SIZE_TO_COMPUTE_WITH.fill(name=columns["outcome"], spread=f"{spread:.0e}"))


def _looks_ahead(tidy: pd.DataFrame, columns: dict[str, str], faults: list[Text]) -> None:
    """A ranking that orders places exactly as a later outcome does was not known when sites were chosen."""
    for ahead in (1, 2, 3):
        later = tidy[["unit", "year", "outcome"]].assign(year=tidy["year"] - ahead)
        both = tidy[["unit", "year", "ranking"]].merge(later, on=["unit", "year"]).dropna()
        agree = both.groupby("year").apply(_rank_agreement, include_groups=False)
        if len(agree) and (agree.abs() > 0.999).mean() > 0.5:
            faults.append(texts.LOOKS_AHEAD.fill(name=columns["ranking"], ahead=ahead))
            return


def _rank_agreement(both: pd.DataFrame) -> float:
    return both["ranking"].rank().corr(both["outcome"].rank()) if len(both) > 5 else 0.0
