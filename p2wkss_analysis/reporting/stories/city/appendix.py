"""Appendix: every sheet of the workbook, its sources and vintages as typed, what was read otherwise than typed, and the limits."""

from __future__ import annotations

import pandas as pd

from ....city.answers import CityAnswers
from ....dictionary.sheets import city_dictionary, fields_of
from ....disclosure.in_fives import protected_note
from ....disclosure.privacy import mask
from ....say import pick
from ...document import HIDDEN, Chapter, Column, Paragraph, Points, Section, Table
from .words import hidden_note

SOURCES = {"villages": ("slum", "poverty", "hdi"), "neighbourhoods": ("",), "households": ("registry",)}
MOST = 12  # different sources listed a sheet; a column full of free text is no list of sources


def chapter(m: CityAnswers, lang: str) -> Chapter:
    blocks = [
        Section(pick(lang, id="Batas laporan ini", en="Limits of this report")),
        Points(tuple(_limits(m, lang))),
        Section(pick(lang, id="Lembar buku kerja", en="Sheets of the workbook")),
        Paragraph(_read(m, lang)),
        _sheets(m, lang),
        Section(pick(lang, id="Sumber dan waktu data seperti tertulis", en="Sources and vintages as typed")),
        *_sources(m, lang),
        Section(pick(lang, id="Yang dibaca lain dari yang tertulis", en="What was read otherwise than typed")),
        *_readings(m, lang),
    ]
    return Chapter(
        "lampiran" if lang == "id" else "appendix",
        pick(lang, id="Lampiran: batas, lembar, dan sumber", en="Appendix: limits, sheets and sources"),
        blocks,
    )


def _limits(m: CityAnswers, lang: str) -> list[str]:
    out = [
        pick(
            lang,
            id="Angka desa/kelurahan ialah pengganti yang diisi kota. Angka kemiskinan dan IPM resmi hanya ada sampai "
            "kabupaten/kota dan tidak dipakai di sini.",
            en="Figures of villages are proxies the city filled in. Official poverty and HDI stop at the regency and are not "
            "used here.",
        ),
        pick(
            lang,
            id="Pengaruh pada desa/kelurahan dan pengaruh pada KK binaan menjawab dua pertanyaan yang berbeda; keduanya "
            "tidak dijumlahkan.",
            en="The effect on villages and the effect on assisted households answer two questions; they are not added up.",
        ),
        pick(
            lang,
            id="Tidak satu pun perbandingan di sini berasal dari undian, kecuali bila kota sendiri mengundinya; keadaan "
            "yang tidak tercatat dapat ikut berbeda.",
            en="No comparison here comes from drawing lots, unless the city drew them; what is not recorded may differ too.",
        ),
        pick(
            lang,
            id="Laporan pelaksanaan dan jawaban keluarga berasal dari kota sendiri dan tidak diperiksa oleh pihak lain.",
            en="Reports of delivery and answers of households are the city's own and were checked by nobody else.",
        ),
        protected_note(lang, m.numbers.margin),
    ]
    if m.remembered is not None:
        out.append(m.remembered.say(lang))
    if m.synthetic:
        out.insert(
            0,
            pick(
                lang,
                id="Semua nilai dalam buku kerja ini sintetis: laporan ini tidak mengatakan apa pun tentang "
                "keadaan kota yang sebenarnya.",
                en="All values of this workbook are synthetic: this report says nothing about the real city.",
            ),
        )
    return out


def _read(m: CityAnswers, lang: str) -> str:
    """That the workbook was read without a fault; how many lines of households it has is not told."""
    text = pick(lang, id=f"{m.checked.file} dibaca tanpa kesalahan.", en=f"{m.checked.file} was read without a fault.")
    if m.checked.pseudonyms:
        text += " " + pick(
            lang, id="Nomor kartu keluarga diganti kode samaran.", en="Family card numbers are replaced by pseudonyms."
        )
    return (
        text
        + " "
        + pick(
            lang,
            id="Banyaknya baris tentang keluarga tidak dicetak, karena selisihnya dengan tabel lain dapat menunjuk pada beberapa keluarga.",
            en="The number of lines about households is not printed: less what other tables hold, it could point at a few families.",
        )
    )


def _sheets(m: CityAnswers, lang: str) -> Table:
    rows = []
    for name, table in m.checked.tables.items():
        years = table["year"].dropna() if "year" in table else pd.Series(dtype=float)
        span = (
            ""
            if years.empty
            else str(int(years.min()))
            if years.min() == years.max()
            else f"{int(years.min())}–{int(years.max())}"
        )
        resource = city_dictionary().resource(name)
        rows.append(
            {
                "sheet": name,
                "what": pick(lang, **resource["label"]),
                "rows": HIDDEN if of_families(name, table) else len(table),
                "years": span or None,
                "state": pick(lang, id="kosong", en="empty") if table.empty else pick(lang, id="terisi", en="filled in"),
            }
        )
    frame = pd.DataFrame(rows).astype({"rows": object})
    return Table(
        frame,
        (
            Column("sheet", pick(lang, id="Lembar", en="Sheet")),
            Column("what", pick(lang, id="Isi", en="What it holds")),
            Column("rows", pick(lang, id="Baris", en="Rows"), "integer"),
            Column("years", pick(lang, id="Tahun", en="Years")),
            Column("state", pick(lang, id="Keadaan", en="State")),
        ),
        pick(lang, id="Lembar yang dibaca.", en="The sheets that were read."),
        pick(lang, id=f"Sumber: {m.checked.file}.", en=f"Source: {m.checked.file}."),
        hidden_note(lang, frame),
    )


def of_families(sheet: str, table: pd.DataFrame) -> bool:
    """Whether the number of lines would tell a number of households: those of households, and activities that name one."""
    return len(table) > 0 and (sheet == "households" or (sheet == "deliveries" and table["household_id"].notna().any()))


def _sources(m: CityAnswers, lang: str) -> list:
    rows = []
    for sheet, kinds in SOURCES.items():
        table = m.checked.tables[sheet]
        for kind in kinds:
            source, vintage = (f"{kind}_{end}".strip("_") for end in ("source", "vintage"))
            if source not in table or not table[source].notna().any():
                continue
            for name, own in list(table.dropna(subset=[source]).groupby(source))[:MOST]:
                times = sorted(own[vintage].dropna().astype(str).unique()) if vintage in own else []
                rows.append(
                    {
                        "sheet": sheet,
                        "aspect": _aspect(kind, lang),
                        "source": mask(_source_word(sheet, source, str(name), lang)),
                        "vintage": (times[0] if len(times) == 1 else f"{times[0]} – {times[-1]}") if times else None,
                        "rows": HIDDEN if sheet == "households" else len(own),
                    }
                )  # a register of three families would tell of them
    if not rows:
        return [
            Paragraph(
                pick(
                    lang,
                    id="Belum ada sumber atau waktu data yang ditulis dalam buku kerja. Isi kolom sumber dan "
                    "waktu agar angka dapat ditelusuri.",
                    en="No source or vintage is written in the workbook yet. Fill in both, so that figures can be traced.",
                )
            )
        ]
    frame = pd.DataFrame(rows)
    return [
        Table(
            frame,
            (
                Column("sheet", pick(lang, id="Lembar", en="Sheet")),
                Column("aspect", pick(lang, id="Data", en="Data")),
                Column("source", pick(lang, id="Sumber seperti tertulis", en="Source as typed")),
                Column("vintage", pick(lang, id="Waktu data", en="Vintage")),
                Column("rows", pick(lang, id="Baris", en="Rows"), "integer"),
            ),
            pick(lang, id="Sumber dan waktu data.", en="Sources and vintages."),
            pick(lang, id=f"Sumber: {m.checked.file}.", en=f"Source: {m.checked.file}."),
            hidden_note(lang, frame),
        )
    ]


def _source_word(sheet: str, column: str, value: str, lang: str) -> str:
    """A source as the workbook's drop-down calls it, or as typed where there is none."""
    field = next(f for f in fields_of(sheet) if f["name"] == column)
    return next((pick(lang, **c["label"]) for c in field.get("categories", ()) if c["value"] == value), value)


def _aspect(kind: str, lang: str) -> str:
    return {
        "slum": pick(lang, id="kumuh", en="slums"),
        "poverty": pick(lang, id="kemiskinan", en="poverty"),
        "hdi": pick(lang, id="pengganti IPM", en="HDI proxies"),
        "registry": pick(lang, id="desil keluarga", en="decile of households"),
        "": pick(lang, id="kriteria kumuh RT", en="slum criteria of RTs"),
    }[kind]


def _readings(m: CityAnswers, lang: str) -> list:
    rows = m.checked.readings
    if rows.empty:
        return [
            Paragraph(
                pick(lang, id="Tidak ada: setiap sel dibaca seperti tertulis.", en="Nothing: every cell was read as typed.")
            )
        ]
    shown = rows[rows["sheet"] != "households"]
    inside = (rows.loc[rows["sheet"] == "households", "cells"] > 0).any()
    out = (
        [
            Paragraph(
                pick(
                    lang,
                    id="Pada lembar households, beberapa sel dibaca lain dari yang tertulis; banyaknya dan isinya tidak dicetak.",
                    en="On the sheet households some cells were read otherwise than typed; how many, and what they hold, is not "
                    "printed.",
                )
            )
        ]
        if inside
        else []
    )
    if len(shown):
        out.append(
            Table(
                shown.assign(
                    example=[f"{mask(str(t))} → {mask(str(r))}" for t, r in zip(shown["typed"], shown["read"], strict=True)]
                ),
                (
                    Column("sheet", pick(lang, id="Lembar", en="Sheet")),
                    Column("column", pick(lang, id="Kolom", en="Column")),
                    Column("change", pick(lang, id="Perubahan", en="Change")),
                    Column("cells", pick(lang, id="Sel", en="Cells"), "integer"),
                    Column("example", pick(lang, id="Yang pertama", en="The first")),
                ),
                pick(lang, id="Sel yang dibaca lain dari yang tertulis.", en="Cells read otherwise than typed."),
            )
        )
    return out
