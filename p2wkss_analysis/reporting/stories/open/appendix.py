"""Appendix: every table with its publisher, rows, known breaks and checksum, read from the dictionary."""

from __future__ import annotations

import pandas as pd

from ....open_data.answers import OpenAnswers
from ....say import integer, pick
from ...document import Chapter, Column, Paragraph, Points, Section, Table


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    resources = m.dictionary.package["resources"]
    frame = pd.DataFrame(
        {
            "table": [pick(lang, **r["label"]) for r in resources],
            "publisher": [_said(r, "publisher", lang) for r in resources],
            "document": [_said(r, "document", lang) for r in resources],
            "licence": [_said(r, "license_note", lang) for r in resources],
            "hash": [r.get("hash", "").removeprefix("sha256:")[:12] for r in resources],
        }
    )
    columns = (
        Column("table", pick(lang, id="Tabel", en="Table")),
        Column("publisher", pick(lang, id="Penerbit", en="Publisher")),
        Column("document", pick(lang, id="Dokumen", en="Document")),
        Column("licence", pick(lang, id="Lisensi", en="Licence")),
        Column("hash", "sha256"),
    )
    blocks = [
        Table(
            frame,
            columns,
            pick(lang, id="Tabel terbuka yang dipakai laporan ini.", en="The open tables this report stands on."),
            pick(lang, id="Sumber: datapackage.json.", en="Source: datapackage.json."),
            pick(
                lang,
                id="sha256: dua belas angka pertama dari berkas yang dibaca; nilai lengkap ada dalam datapackage.json.",
                en="sha256: first twelve digits of the file that was read; the whole is in datapackage.json.",
            ),
        ),
        Section(pick(lang, id="Putus seri dan keterbatasan yang diketahui", en="Known breaks and limits")),
        Points(tuple(f"{pick(lang, **r['label'])}: {pick(lang, **r['breaks'])}" for r in resources if "breaks" in r)),
        Section(pick(lang, id="Lokasi yang diketahui, per kabupaten/kota", en="Known sites by regency")),
        Paragraph(_how_many(m, lang)),
        _sites_by_regency(m, lang),
    ]
    return Chapter(
        "lampiran" if lang == "id" else "appendix",
        pick(lang, id="Lampiran: data dan sumber", en="Appendix: data and sources"),
        blocks,
    )


def _said(resource: dict, what: str, lang: str) -> str:
    return pick(
        lang, **{"id": "–", "en": "–"} | {name: text for name, text in resource.get(what, {}).items() if name in ("id", "en")}
    )


def _how_many(m: OpenAnswers, lang: str) -> str:
    s = m.sites
    n, confirmed, regencies = len(s), int((s["status"] == "confirmed").sum()), s["regency_code"].nunique()
    no_year = int(s["year"].isna().sum())
    return pick(
        lang,
        id=f"{integer(n, lang)} lokasi di {regencies} kabupaten/kota, {confirmed} terkonfirmasi, {no_year} tanpa tahun. "
        "Daftar ini dikumpulkan dari pemberitaan dan jauh dari lengkap.",
        en=f"{integer(n, lang)} sites in {regencies} regencies and cities, {confirmed} confirmed, {no_year} without a year. "
        "The list was gathered from the press and is far from complete.",
    )


def _sites_by_regency(m: OpenAnswers, lang: str) -> Table:
    unknown = pick(lang, id="tahun tidak diketahui", en="year unknown")
    rows = []
    for code, group in m.sites.sort_values("year", na_position="last").groupby("regency_code"):
        shown = [
            f"{v} ({unknown if pd.isna(y) else y}{'' if s == 'confirmed' else '?'})"
            for v, y, s in zip(group["village"], group["year"], group["status"], strict=True)
        ]
        rows.append({"regency": m.names[code], "sites": "; ".join(shown)})
    return Table(
        pd.DataFrame(rows),
        (
            Column("regency", pick(lang, id="Kabupaten/kota", en="Regency or city")),
            Column("sites", pick(lang, id="Desa/kelurahan (tahun program)", en="Village (programme year)")),
        ),
        pick(lang, id="Lokasi P2WKSS yang diketahui.", en="Known P2WKSS sites."),
        pick(
            lang,
            id="Sumber: pemberitaan dan pemerintah kota, alamat tiap baris dalam tabel programme_sites.",
            en="Source: press and city government, the address of each row in the table programme_sites.",
        ),
        pick(lang, id="Tanda tanya: belum terkonfirmasi.", en="A question mark: not confirmed."),
    )
