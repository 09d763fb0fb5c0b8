"""Everything that can be wrong with a table meant as a panel, found in one pass and said in one error."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np
import pandas as pd

from ...say.errors import WrongUse
from ...tables.asked_columns import check_frame, column_faults, stop
from ...tables.plain_numbers import doubtful_cells, plain_numbers
from ..estimate import Text
from .scale import RAW, SCALES, Scale, choose_scale, named_scale

_HEAD = {"id": "Panel tidak dapat dibentuk:", "en": "The panel cannot be built:"}
_SHOWN = 5
MOST_YEARS = 100
_SIZES = (1e-100, 1e100)


def check_columns(df, columns: dict[str, str], better: str, baseline: str, scale="raw", bounds=None) -> None:
    """Refuse anything that is not a table with the named columns and a stated direction."""
    check_frame(df, ("Panel", "A panel"))
    unnamed = [f"{role}={name!r}" for role, name in columns.items() if not isinstance(name, (str, int))]
    if unnamed:
        raise WrongUse(
            id=f"Nama kolom harus satu teks: {', '.join(unnamed)}.",
            en=f"A column is named by one text: {', '.join(unnamed)}.",
        )
    faults = column_faults(df, columns.items(), better)
    _two_roles(columns, faults)
    if baseline not in ("clean", "early", "timing"):
        faults.append(
            (
                f'baseline={baseline!r}: harus "clean", "early", atau "timing".',
                f'baseline={baseline!r}: must be "clean", "early" or "timing".',
            )
        )
    if not isinstance(scale, str) or scale not in ("auto", *SCALES):
        faults.append(
            (f"scale={scale!r}: pilih auto, {', '.join(SCALES)}.", f"scale={scale!r}: choose auto, {', '.join(SCALES)}.")
        )
    if bounds is not None and not _in_order(bounds):
        faults.append(
            (
                f"bounds={bounds!r}: harus dua angka, batas bawah lalu batas atas, misalnya (0, 100).",
                f"bounds={bounds!r}: must be two numbers, the lower bound and then the upper, for example (0, 100).",
            )
        )
    stop(faults, _HEAD)


def _in_order(bounds) -> bool:
    try:
        low, high = (float(end) for end in bounds)
    except (TypeError, ValueError):
        return False
    return bool(np.isfinite(high - low) and low < high)


def check_scale(scale: str, bounds, values, untreated, group, baseline: str, outcome) -> Scale:
    """The scale asked for, or the one the untreated cells choose; a panel without clean years before stays raw."""
    bounds = None if bounds is None else tuple(float(end) for end in bounds)
    if bounds is not None and (np.nanmin(values) < bounds[0] or np.nanmax(values) > bounds[1]):
        least, most = (f"{end(values):g}" for end in (np.nanmin, np.nanmax))
        stop(
            [
                (
                    f"Nilai {outcome!r} ({least} sampai {most}) melampaui bounds, dari {bounds[0]:g} sampai {bounds[1]:g}. Perbaiki salah satunya.",
                    f"The values of {outcome!r} ({least} to {most}) go beyond bounds, {bounds[0]:g} to {bounds[1]:g}. Correct one of them.",
                )
            ],
            _HEAD,
        )
    if scale == "auto":
        if baseline != "clean":
            return RAW
        number = np.zeros(len(values), int) if group is None else np.unique(group.astype(str), return_inverse=True)[1]
        return choose_scale(values, untreated, number, bounds)
    found = named_scale(scale, values, untreated, bounds)
    if isinstance(found, Text):
        stop([(f"{outcome!r}: {found.id}.", f"{outcome!r}: {found.en}.")], _HEAD)
    return found


def _two_roles(columns: dict[str, str], faults) -> None:
    """A column may serve once, except that places may have been ranked by the outcome itself."""
    roles: dict = {}
    for role, name in columns.items():
        roles.setdefault(name, []).append(role)
    for name, found in roles.items():
        if len(found) > 1 and set(found) != {"outcome", "ranking"}:
            both = ", ".join(found)
            faults.append(
                (
                    f"Kolom {name!r} dipakai untuk lebih dari satu hal: {both}. Sebutkan satu kolom untuk tiap hal.",
                    f"Column {name!r} is used for more than one thing: {both}. Name one column for each.",
                )
            )


def check_content(df: pd.DataFrame, columns: dict[str, str]) -> pd.DataFrame:
    """The named columns under their roles, typed; WrongUse with every fault if any cell is wrong."""
    raw = pd.DataFrame({role: df[name].to_numpy() for role, name in columns.items()})
    tidy, faults = raw.copy(), []
    for role in ("unit", "group", "cluster"):
        if role in raw:
            _missing_labels(raw, role, columns, faults)
            _one_kind_of_label(raw, role, columns, faults)
    stop(faults, _HEAD)  # nothing can be told of rows whose places are not known
    for role in ("year", "start", "outcome", "ranking", "size"):
        if role in raw:
            tidy[role] = _numbers(raw, role, columns, faults)
    for role in ("year", "start"):
        odd = tidy[role].notna() & (tidy[role] % 1 != 0)
        _add(faults, raw[odd], role, columns, "bukan tahun bulat", "not a whole year")
    if raw["year"].isna().any():
        faults.append(
            (
                f"{raw['year'].isna().sum()} baris tanpa tahun.",
                f"{raw['year'].isna().sum()} rows without a year.",
            )
        )
    doubled = tidy[tidy["year"].notna() & tidy.duplicated(["unit", "year"], keep="first")]
    if len(doubled):
        faults.append(
            (
                f"Tempat-tahun ganda ({len(doubled)}): {_cells(doubled)}. Sisakan satu baris.",
                f"Place-years doubled ({len(doubled)}): {_cells(doubled)}. Keep one row.",
            )
        )
    for role in ("start", "group", "cluster"):
        if role in tidy:
            _differs_within_unit(tidy, role, columns, faults)
    if "size" in tidy:
        _add(faults, raw[~(tidy["size"] > 0)], "size", columns, "harus lebih dari nol", "must be above zero")
    if not faults:
        _whole_panel(tidy, columns, faults)
        if "ranking" in tidy:
            _looks_ahead(tidy, columns, faults)
    stop(faults, _HEAD)
    tidy["year"] = tidy["year"].astype(int)
    return tidy


def _missing_labels(raw, role, columns, faults) -> None:
    n = int(raw[role].isna().sum())
    if n:
        faults.append(
            (
                f"Kolom {columns[role]!r} kosong di {n} baris.",
                f"Column {columns[role]!r} is empty in {n} rows.",
            )
        )


def _one_kind_of_label(raw, role, columns, faults) -> None:
    """Codes as text in one row and as numbers in another would be two places, or could not be put in order."""
    cells = raw[role].dropna()
    as_text = cells.map(lambda cell: isinstance(cell, str)).to_numpy(bool)
    if as_text.all():
        return
    odd = [str(cell) for cell in cells[~as_text] if not isinstance(cell, Hashable)]
    if odd or as_text.any():
        shown = ", ".join(odd[:_SHOWN] or (repr(cells[as_text].iloc[0]), repr(cells[~as_text].iloc[0])))
        faults.append(
            (
                f"Kolom {columns[role]!r} mencampur teks dan angka: {shown}. Tulis semua kode sebagai teks.",
                f"Column {columns[role]!r} mixes text and numbers: {shown}. Write every code as text.",
            )
        )


def _numbers(raw, role, columns, faults) -> pd.Series:
    values, doubt = plain_numbers(raw[role])
    if doubt.any():
        where = [f"{unit} {year}" for unit, year in zip(raw["unit"], raw["year"], strict=True)]
        faults.append(doubtful_cells(columns[role], raw[role], doubt, where))
    return pd.Series(values, index=raw.index)


def _add(faults, rows, role, columns, said_id, said_en) -> None:
    if len(rows):
        shown = ", ".join(f"{r.unit} {r.year}: {getattr(r, role)!r}" for r in rows.head(_SHOWN).itertuples())
        more_id, more_en = _more(len(rows))
        faults.append(
            (
                f"Kolom {columns[role]!r}, {said_id}: {shown}{more_id}.",
                f"Column {columns[role]!r}, {said_en}: {shown}{more_en}.",
            )
        )


def _cells(rows) -> str:
    shown = ", ".join(f"{r.unit} {r.year:.0f}" for r in rows.head(_SHOWN).itertuples())
    return shown + (", ..." if len(rows) > _SHOWN else "")


def _more(n: int) -> tuple[str, str]:
    rest = n - _SHOWN
    return ("", "") if rest <= 0 else (f", dan {rest} lagi", f", and {rest} more")


def _differs_within_unit(tidy, role, columns, faults) -> None:
    kinds = tidy.groupby("unit")[role].nunique(dropna=False)
    bad = [str(u) for u in kinds.index[kinds > 1]]
    if bad:
        names, more = ", ".join(bad[:_SHOWN]), _more(len(bad))
        faults.append(
            (
                f"Kolom {columns[role]!r} berbeda antarbaris untuk tempat yang sama: {names}{more[0]}.",
                f"Column {columns[role]!r} differs between rows of the same place: {names}{more[1]}.",
            )
        )


def _whole_panel(tidy, columns, faults) -> None:
    """Faults that only show when the cells themselves are sound."""
    first, last = int(tidy["year"].min()), int(tidy["year"].max())
    if last - first >= MOST_YEARS:
        far = (tidy["year"] - tidy["year"].median()).abs()
        ends = tidy[far == far.max()]
        faults.append(
            (
                f"Tahun panel dari {first} sampai {last}, lebih dari {MOST_YEARS} tahun: {_cells(ends)}. Periksa salah ketik.",
                f"The years run from {first} to {last}, more than {MOST_YEARS} years: {_cells(ends)}. Look for a typing error.",
            )
        )
    starts = tidy.groupby("unit")["start"].first()
    early = starts[starts < first]
    if len(early):
        shown = ", ".join(f"{u} {s:.0f}" for u, s in early.head(_SHOWN).items())
        faults.append(
            (
                f"Tahun mulai program sebelum tahun pertama panel ({first}): {shown}. Keluarkan atau tambah tahun.",
                f"Programme starts before the first year of the panel ({first}): {shown}. Leave out or add years.",
            )
        )
    if (starts <= last).all():
        faults.append(
            (
                "Semua tempat menjadi lokasi program; tidak ada pembanding. Sertakan tempat yang bukan lokasi.",
                "All places are programme sites; nothing is left to compare with. Include places that were not.",
            )
        )
    values = tidy["outcome"].dropna()
    if values.nunique() <= 1:
        name = columns["outcome"]
        faults.append(
            (
                f"Nilai {name!r} sama di semua tempat dan tahun (atau kosong); tidak ada yang dapat diukur.",
                f"{name!r} is the same in all places and years (or empty); there is nothing to measure.",
            )
        )
    elif not _SIZES[0] < (spread := float(values.max() - values.min())) <= _SIZES[1]:
        name = columns["outcome"]
        faults.append(
            (
                f"Nilai {name!r} terlalu besar atau terlalu kecil untuk dihitung (rentang {spread:.0e}). Pakai satuan lain.",
                f"{name!r} is too large or too small to compute with (range {spread:.0e}). Use another unit.",
            )
        )


def _looks_ahead(tidy, columns, faults) -> None:
    """A ranking that orders places exactly as a later outcome does was not known when sites were chosen."""
    for ahead in (1, 2, 3):
        later = tidy[["unit", "year", "outcome"]].assign(year=tidy["year"] - ahead)
        both = tidy[["unit", "year", "ranking"]].merge(later, on=["unit", "year"]).dropna()
        agree = both.groupby("year").apply(_rank_agreement, include_groups=False)
        if len(agree) and (agree.abs() > 0.999).mean() > 0.5:
            name = columns["ranking"]
            faults.append(
                (
                    f"Kolom {name!r} melihat ke masa depan: urutannya sama dengan nilai {ahead} tahun kemudian.",
                    f"Column {name!r} looks into the future: it orders places as the outcome {ahead} years later does.",
                )
            )
            return


def _rank_agreement(both: pd.DataFrame) -> float:
    return both["ranking"].rank().corr(both["outcome"].rank()) if len(both) > 5 else 0.0
