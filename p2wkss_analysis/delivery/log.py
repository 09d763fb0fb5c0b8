"""The log of deliveries, checked and typed: every fault at once, rows counted from 1, never an id."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd

from ..dictionary.sheets import fields_of
from ..disclosure.privacy import mask
from ..say import Text
from ..say.errors import NotEnoughData, WrongUse
from . import texts

_NUMBERS = {"done_percent": 100.0, "amount_rupiah": np.inf, "households_reached": np.inf}
_SHOWN = 5


def checked(deliveries: pd.DataFrame, needed: tuple[str, ...]) -> pd.DataFrame:
    """The columns of the log, typed, absent ones empty; WrongUse with every fault, rows counted from 1."""
    if not isinstance(deliveries, pd.DataFrame):
        raise WrongUse(texts.NO_TABLE.fill(kind=type(deliveries).__name__))
    missing = [name for name in needed if name not in deliveries]
    if missing:
        raise WrongUse(texts.COLUMNS_ABSENT.fill(columns=missing))
    if deliveries.empty:
        raise NotEnoughData(texts.NO_ACTIVITY)
    rows = pd.DataFrame(index=range(len(deliveries)))
    faults: list[Text] = []
    for name in ("agency", "sector", "household_id"):
        rows[name] = deliveries[name].to_numpy() if name in deliveries else None
        if name != "household_id" and name in needed:
            _fault(faults, rows[name].isna(), name, texts.EMPTY)
            rows[name] = [mask(str(cell)) for cell in rows[name]]
    for name, most in _NUMBERS.items():
        rows[name] = _numeric(deliveries, name, most, faults)
    for name in ("planned_date", "actual_date"):
        rows[name] = _dates(deliveries, name, faults)
    if faults:
        raise WrongUse(texts.LOG_UNUSABLE.fill(faults=faults))
    return rows


def _numeric(deliveries: pd.DataFrame, name: str, most: float, faults: list[Text]) -> np.ndarray:
    if name not in deliveries:
        return np.full(len(deliveries), np.nan)
    cells = deliveries[name].astype(object)
    text = cells.map(lambda cell: isinstance(cell, (str, bool)))
    values = pd.to_numeric(cells.mask(text), errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    bad = text.to_numpy(bool) | (cells.notna().to_numpy() & np.isnan(values)) | (values < 0) | (values > most) | np.isinf(values)
    _fault(faults, bad, name, texts.NOT_A_NUMBER if most == np.inf else texts.NOT_A_PERCENTAGE.fill(most=int(most)))
    return np.where(bad, np.nan, values)


def _dates(deliveries: pd.DataFrame, name: str, faults: list[Text]) -> pd.Series:
    if name not in deliveries:
        return pd.Series(pd.NaT, index=range(len(deliveries)), dtype="datetime64[s]")
    cells = pd.Series(deliveries[name].to_numpy(), dtype=object)
    good = cells.map(lambda cell: isinstance(cell, (dt.date, np.datetime64)) or pd.isna(cell))
    _fault(faults, ~good.astype(bool), name, texts.NOT_A_DATE)
    return pd.to_datetime(cells.where(good.astype(bool)), errors="coerce").dt.tz_localize(None)


def _fault(faults: list[Text], bad: np.ndarray | pd.Series, name: str, fault: Text) -> None:
    rows = np.flatnonzero(np.asarray(bad, dtype=bool)) + 1
    if len(rows):
        more = len(rows) - _SHOWN
        faults.append(
            (texts.FAULT_IN_MORE if more > 0 else texts.FAULT).fill(column=name, fault=fault, rows=rows[:_SHOWN], more=more)
        )


def share_done(rows: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    """Share done (0-1) as known on `day`: 0 where it lies ahead, missing where nobody reported."""
    share = (rows["done_percent"] / 100).mask(rows["done_percent"].isna() & rows["actual_date"].notna(), 1.0)
    return share.mask(rows["actual_date"] > day, 0.0)


def given(rows: pd.DataFrame) -> pd.Series:
    """Deliveries of which something is done; a log without shares and dates lists what was done."""
    if rows["done_percent"].isna().all() and rows["actual_date"].isna().all():
        return pd.Series(True, index=rows.index)
    return (rows["done_percent"] > 0) | (rows["done_percent"].isna() & rows["actual_date"].notna())


def sector_words(value: str, lang: str) -> str:
    """A sector by the workbook's word for it, else as it is.

    >>> sector_words("health", "id"), sector_words("something else", "en")
    ('kesehatan', 'something else')
    """
    return sector(value).say(lang)


def sector(value: str) -> Text:
    """The same in both languages."""
    field = next(f for f in fields_of("deliveries") if f["name"] == "sector")
    return next((Text.of(c["label"]) for c in field["categories"] if c["value"] == value), Text(value, value))
