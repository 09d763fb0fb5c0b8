"""The table a picture was drawn from, as a table of the report: columns with a heading and a kind."""

from __future__ import annotations

import pandas as pd

from ...say import pick
from ..document import Column, Figure, Table

_HEADINGS = {  # column of a picture's table: Bahasa Indonesia, English
    "area_code": ("Kode wilayah (Kemendagri)", "Area code (Kemendagri)"),
    "name": ("Nama", "Name"),
    "label": ("Keterangan", "Label"),
    "year": ("Tahun", "Year"),
    "poverty_rate": ("Penduduk miskin (%)", "Poverty rate (%)"),
    "hdi": ("IPM (0–100)", "HDI (0–100)"),
    "value": ("Nilai", "Value"),
    "class": ("Kelas", "Class"),
    "method": ("Seri atau metode", "Series or method"),
    "sites": ("Lokasi program", "Programme sites"),
    "lists": ("Daftar kumuh, tahun", "Slum lists, years"),
    "slum_list": ("Dalam daftar kumuh", "On a slum list"),
    "households": ("KK binaan", "Assisted households"),
    "shared": ("KK untuk beberapa lokasi", "Households of several sites together"),
    "value_from": ("Nilai awal", "First value"),
    "value_to": ("Nilai akhir", "Last value"),
    "change": ("Perubahan", "Change"),
    "probability_top_k": ("Peluang terpilih (0–1)", "Chance of being chosen (0–1)"),
    "rank_low": ("Peringkat terbaik, selang 95%", "Best rank, 95% interval"),
    "rank_high": ("Peringkat terburuk, selang 95%", "Worst rank, 95% interval"),
    "share": ("Bagian (0–1)", "Share (0–1)"),
    "stated": ("Pada bobot yang dinyatakan", "At the stated weights"),
    "cohort": ("Angkatan", "Cohort"),
    "n": ("Lokasi (n)", "Sites (n)"),
    "observed_change": ("Perubahan terlihat", "Observed change"),
    "common_change": ("Perubahan semua tempat", "Change common to all places"),
    "selection_rebound": ("Pulih dengan sendirinya", "Rebound"),
    "programme_effect": ("Pengaruh program", "Programme effect"),
    "years_since": ("Tahun sejak program", "Years since the start"),
    "agency": ("Perangkat daerah", "Agency"),
    "due": ("Kegiatan jatuh tempo", "Activities due"),
    "percent_low": ("Terlaksana (%), yang belum dilaporkan dihitung 0", "Done (%), unreported counted 0"),
    "percent_high": ("Terlaksana (%), yang belum dilaporkan dihitung 100", "Done (%), unreported counted 100"),
    "not_reported": ("Belum dilaporkan", "Not reported"),
    "month": ("Bulan", "Month"),
    "planned_so_far": ("Direncanakan sampai bulan itu", "Planned so far"),
    "done_so_far": ("Terlaksana sampai bulan itu", "Done so far"),
    "not_reported_so_far": ("Belum dilaporkan sampai bulan itu", "Not reported so far"),
    "role": ("Peran", "Role"),
    "score_before": ("Nilai kekumuhan sebelum", "Slum score before"),
    "score_after": ("Nilai kekumuhan sesudah", "Slum score after"),
    "estimate": ("Perkiraan", "Estimate"),
    "conf_low": ("Selang 95%: dari", "95% interval: from"),
    "conf_high": ("Selang 95%: sampai", "95% interval: to"),
}
_WORDS = {  # values that are codes
    "named": ("tercantum", "named"),
    "not named": ("tidak tercantum", "not named"),
    "not_named": ("tidak tercantum", "not named"),
    "assisted": ("lokasi program", "site of the programme"),
    "comparison": ("pembanding", "comparison"),
    "served_before": ("lokasi sebelum survei", "site before the surveys"),
    "unknown": ("tidak diketahui", "unknown"),
    "True": ("ya", "yes"),
    "False": ("tidak", "no"),
    "all": ("semua", "all"),
}
_CHANGES = {
    "change",
    "observed_change",
    "common_change",
    "selection_rebound",
    "programme_effect",
    "estimate",
    "conf_low",
    "conf_high",
}
_MEASURED = _CHANGES | {"value", "value_from", "value_to"}  # in the unit of the picture
_UNITS = {  # of columns that have one unit in every picture
    "percent_low": ("persen", "percent"),
    "percent_high": ("persen", "percent"),
    "score_before": ("0–80", "0–80"),
    "score_after": ("0–80", "0–80"),
    "done_so_far": ("kegiatan", "activities"),
}
_NAMES = {"year", "cohort"}  # numbers that name something and are never added up


def picture_table(figure: Figure, lang: str) -> Table | None:
    """The numbers behind a picture, or None for a picture that carries none.

    Values stay as the picture has them, rounded as drawn. A column without a heading here keeps its own name.
    """
    read = getattr(figure.picture, "table", None)
    frame = read() if read is not None else None
    if frame is None or not len(frame.columns):
        return None
    unit = getattr(figure.picture, "unit", "").partition(";")[0]  # what follows explains the marks
    columns = tuple(_column(frame[name], str(name), lang, unit) for name in frame.columns)
    shown = frame.copy()
    for column in columns:
        if column.kind == "text":
            words = [_word(value, lang) for value in frame[column.name]]
            shown[column.name] = pd.Series(words, index=frame.index, dtype=object)
    return Table(shown, columns, figure.caption, figure.source, figure.alt)


def _column(values: pd.Series, name: str, lang: str, unit: str) -> Column:
    heading = _HEADINGS.get(name)
    label = pick(lang, id=heading[0], en=heading[1]) if heading else name
    if name in _NAMES or pd.api.types.is_bool_dtype(values) or not pd.api.types.is_numeric_dtype(values):
        return Column(name, label)
    if pd.api.types.is_integer_dtype(values):
        return Column(name, label, "integer")
    own = _UNITS.get(name)
    measured = pick(lang, id=own[0], en=own[1]) if own else unit if name in _MEASURED else ""
    return Column(name, label, "signed" if name in _CHANGES else "number", _decimals(values), measured)


def _decimals(values: pd.Series) -> int:
    """How many decimals the values were rounded to, at most 4."""
    finite = [float(v) for v in values if pd.notna(v) and abs(float(v)) != float("inf")]
    return next((d for d in range(4) if all(abs(round(v, d) - v) < 1e-9 for v in finite)), 4)


def _word(value, lang: str):
    """A value as words; None where it is missing."""
    if value is None or value is pd.NA or value != value:
        return None
    pair = _WORDS.get(str(value))
    return pick(lang, id=pair[0], en=pair[1]) if pair else str(value)
