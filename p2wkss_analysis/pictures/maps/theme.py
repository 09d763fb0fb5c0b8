"""What a map shows: one value a place (and year), its label, unit and better end, read from a table."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from ...places.areas import require_codes
from ...say import pick
from ...say.errors import NotEnoughData, WrongUse

_RESULTS = {  # columns of the package's own results
    "score": ("Skor kebutuhan", "Need score"),
    "probability_top_k": (
        "Peluang termasuk yang paling membutuhkan",
        "Probability of being among the neediest",
    ),
}
_UNITS = {  # units of the dictionary, as a legend writes them
    "index 0-100": ("", ""),
    "index 0-1": ("", ""),
    "index 100 = parity": ("", ""),
    "years": ("tahun", "years"),
    "persons": ("jiwa", "persons"),
    "rupiah per person per month": ("rupiah per orang per bulan", "rupiah per person per month"),
    "thousand rupiah per person per year": (
        "ribu rupiah per orang per tahun",
        "thousand rupiah per person per year",
    ),
    "thousand persons": ("ribu jiwa", "thousand persons"),
}

_SCALES = {"index 0-100": "0–100", "index 0-1": "0–1"}

_METHODS = {  # series of the dictionary, as a source line writes them
    "Susenas March, BPS basic-needs line": ("Susenas Maret", "Susenas, March"),
    "Sakernas August": ("Sakernas Agustus", "Sakernas, August"),
    "UHH SP2010": ("IPM seri UHH SP2010", "HDI, series UHH SP2010"),
    "UHH LF SP2020": ("IPM seri UHH LF SP2020", "HDI, series UHH LF SP2020"),
}


@dataclass(frozen=True)
class Theme:
    """`table`: `area_code, year, value`, one row a place and year (`year` NA where the source has none);
    `better` "higher" or "lower"; `labels`, `units` and `sources` in both languages; `scale` the range of an index."""

    table: pd.DataFrame
    labels: dict[str, str]
    units: dict[str, str]
    better: str
    sources: dict[str, str]
    scale: str = ""

    def heading(self, lang: str) -> str:
        """Label with unit, for a legend."""
        unit = pick(lang, **self.units)
        return f"{self.label(lang)} ({unit})" if unit else self.label(lang)

    def measure(self, lang: str) -> str:
        """The unit, or the range of an index, which a legend does not repeat but a table must say."""
        return pick(lang, **self.units) or self.scale

    def label(self, lang: str) -> str:
        return pick(lang, **self.labels)

    def only(self, codes=None, years=None) -> Theme:
        """The same theme for some places or some years."""
        table = self.table
        if codes is not None:
            table = table[table["area_code"].isin(set(codes))]
        if years is not None:
            table = table[table["year"].isin(list(years))]
        return replace(self, table=table)

    @property
    def years(self) -> list[int]:
        return sorted(int(y) for y in self.table["year"].dropna().unique())


def read_theme(
    values,
    *,
    value: str | None = None,
    better: str | None = None,
    label: str | None = None,
    unit: str | None = None,
    source: str | None = None,
) -> Theme:
    """`values` as a `Theme`.

    `values` is a DataFrame with `area_code` (column or index) and one column of numbers, or a result whose
    `.table()` is one; `year` may stand beside it. Rows of `regency_indicators` bring their label, unit and
    better end from the data dictionary, columns of the city's workbook from theirs; otherwise `label` and `unit`
    are the texts to show and `better` "higher" or "lower", without which a larger value is taken as more need. Raises `WrongUse` for a mixture of
    indicators or of series (two HDI series must never share a picture), repeated places, or an unclear
    column.

    >>> theme = read_theme(pd.DataFrame({"area_code": ["32.76"], "year": [2021], "poverty_rate": [2.58]}))
    >>> theme.labels["id"], theme.better, theme.years
    ('Persentase penduduk miskin', 'lower', [2021])
    """
    frame = _frame(values)
    for column in ("indicator", "method"):
        found = sorted(map(str, frame[column].dropna().unique())) if column in frame else []
        if len(found) > 1:
            raise WrongUse(
                id=f"Data memuat beberapa {column}: {', '.join(found[:6])}. Satu peta menampilkan satu saja; saring "
                f'lebih dahulu, misalnya data[data["{column}"] == {found[0]!r}].',
                en=f"The data hold several of {column}: {', '.join(found[:6])}. A map shows one; filter first, for "
                f'example data[data["{column}"] == {found[0]!r}].',
            )
    name = value or _value_column(frame)
    if name not in frame:
        raise WrongUse(
            id=f"Data tidak mempunyai kolom {name!r}. Yang ada: {', '.join(map(str, frame.columns))}.",
            en=f"The data have no column {name!r}. There are: {', '.join(map(str, frame.columns))}.",
        )
    table = pd.DataFrame(
        {
            "area_code": frame["area_code"].astype(str),
            "year": pd.to_numeric(frame["year"]).astype("Int64") if "year" in frame else pd.array([pd.NA] * len(frame), "Int64"),
            "value": _numbers(frame[name], name),
        }
    )
    _refuse_repeats(table)
    indicator = str(frame["indicator"].iloc[0]) if "indicator" in frame else name
    labels, units, known_better, scale = _described(indicator)
    if label:
        labels, units, scale = {"id": label, "en": label}, {"id": "", "en": ""}, ""
    if unit is not None:
        units = {"id": unit, "en": unit}
    better = better or known_better or "lower"
    if better not in ("higher", "lower"):
        raise WrongUse(
            id=f'better={better!r} tidak dikenal; isi "higher" atau "lower".',
            en=f'better={better!r} is not known; give "higher" or "lower".',
        )
    return Theme(table, labels, units, better, {"id": source, "en": source} if source else _sources(frame), scale)


def _frame(values) -> pd.DataFrame:
    frame = values if isinstance(values, pd.DataFrame) else values.table() if hasattr(values, "table") else None
    if frame is not None and "area_code" not in frame and frame.index.name == "area_code":
        frame = frame.reset_index()
    if frame is None or "area_code" not in frame:
        raise WrongUse(
            id="Berikan DataFrame dengan kolom (atau indeks) area_code dan satu kolom nilai, atau hasil yang "
            "mempunyai .table() seperti itu.",
            en="Give a DataFrame with a column (or index) area_code and one column of values, or a result whose .table() is one.",
        )
    if frame.empty:
        raise NotEnoughData(
            id="Data untuk peta kosong: tidak ada satu baris pun.",
            en="The data for the map are empty: no rows.",
        )
    require_codes(frame["area_code"])
    return frame


def _value_column(frame: pd.DataFrame) -> str:
    if "value" in frame:
        return "value"
    numeric = [c for c in frame.select_dtypes("number").columns if c not in ("year", "rank", "lon", "lat")]
    if len(numeric) == 1:
        return numeric[0]
    raise WrongUse(
        id=f'Tidak jelas kolom mana yang dipetakan: {", ".join(numeric) or "tidak ada kolom angka"}. Sebutkan value="nama kolom".',
        en=f'It is not clear which column to map: {", ".join(numeric) or "no column of numbers"}. Give value="column name".',
    )


def _numbers(column: pd.Series, name: str) -> pd.Series:
    numbers = pd.to_numeric(column, errors="coerce").astype(float)
    wrong = column[numbers.isna() & column.notna()]
    if len(wrong):
        raise WrongUse(
            id=f"Kolom {name!r} memuat {len(wrong)} isian yang bukan angka, misalnya {wrong.iloc[0]!r}. Kosongkan atau perbaiki.",
            en=f"Column {name!r} holds {len(wrong)} entries that are not numbers, for example {wrong.iloc[0]!r}. Empty or mend them.",
        )
    return numbers.where(numbers.abs() != float("inf"))


def _refuse_repeats(table: pd.DataFrame) -> None:
    twice = table[table.duplicated(["area_code", "year"])]
    if len(twice):
        shown = ", ".join(twice["area_code"].unique()[:10])
        raise WrongUse(
            id=f"Lebih dari satu nilai untuk wilayah dan tahun yang sama: {shown}. Sisakan satu.",
            en=f"More than one value for the same place and year: {shown}. Keep one.",
        )


def _described(indicator: str) -> tuple[dict, dict, str | None, str]:
    """Labels, units, better end and, of an index, range of a known indicator; the plain name and nothing else for an
    unknown one."""
    from ...dictionary.tables import read_dictionary
    from ...say.errors import P2wkssError

    try:
        dictionary = read_dictionary()
        known = dictionary.indicator(indicator)
        labels, unit, better = {k: known.label(k) for k in ("id", "en")}, known.unit, known.direction
    except P2wkssError:  # not an indicator of the long table: perhaps a column of a wide one
        labels, unit, better = _column_described(indicator)
    return labels, _unit_texts(unit), better, _SCALES.get(unit, "") if isinstance(unit, str) else ""


def _unit_texts(unit: str | dict) -> dict:
    """A unit as a legend writes it; the open tables name it in English, the workbook in both languages."""
    pair = unit if isinstance(unit, dict) else dict(zip(("id", "en"), _UNITS.get(unit, (unit, unit)), strict=True))
    return {"id": "%", "en": "%"} if pair["en"].startswith("percent") else pair


def _column_described(name: str) -> tuple[dict, str | dict, str | None]:
    """Label, unit and better end of a measured column of an open table or of the city's workbook; else the plain
    name and nothing else."""
    from ...dictionary.sheets import city_dictionary
    from ...dictionary.tables import read_dictionary
    from ...say.errors import P2wkssError

    if name in _RESULTS:
        return dict(zip(("id", "en"), _RESULTS[name], strict=True)), "", "lower"
    try:
        resources = read_dictionary().package["resources"]
    except P2wkssError:
        resources = []
    for resource in [*resources, *city_dictionary().package["resources"]]:
        for field in resource["schema"]["fields"]:
            if field["name"] == name and field.get("unit"):
                return dict(field["label"]), field["unit"], field.get("direction")
    plain = name.replace("_", " ").capitalize()
    return {"id": plain, "en": plain}, "", None


def merged(first: dict[str, str], second: dict[str, str]) -> dict[str, str]:
    """Two source lines as one, the publisher named once.

    >>> merged({"id": "BPS: Susenas Maret", "en": ""}, {"id": "BPS: IPM", "en": ""})["id"]
    'BPS: Susenas Maret; IPM'
    """
    lines = {}
    for lang, one in first.items():
        publisher, colon, rest = second[lang].partition(": ")
        same = colon and one.startswith(publisher + ": ")
        lines[lang] = "; ".join(dict.fromkeys(part for part in (one, rest if same else second[lang]) if part))
    return lines


def _sources(frame: pd.DataFrame) -> dict[str, str]:
    """The publisher of rows of `regency_indicators` with their series; nothing for a table of the analyst's
    own."""
    if not {"indicator", "method", "source"} <= set(frame.columns):
        return {"id": "", "en": ""}
    methods = frame["method"].dropna().astype(str).unique()
    texts = [_METHODS.get(m, (m, m)) for m in methods]
    return {
        "id": ": ".join(["Badan Pusat Statistik (BPS)", *(t[0] for t in texts)]),
        "en": ": ".join(["Statistics Indonesia (BPS)", *(t[1] for t in texts)]),
    }
