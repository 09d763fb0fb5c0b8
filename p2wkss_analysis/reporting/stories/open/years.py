"""Chapter: how poverty and HDI moved from year to year, as context."""

from __future__ import annotations

from ....open_data.answers import CILEGON, DEPOK, SERIES, OpenAnswers
from ....pictures.charts import chart_change, chart_years
from ....say import pick
from ...document import Caution, Chapter, Column, Figure, Finding, Paragraph, Section, Table


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    blocks = [
        Caution(
            pick(
                lang,
                id="Bab ini konteks, bukan ukuran keberhasilan P2WKSS. Hampir semua kabupaten/kota pernah memiliki lokasi, "
                "dan pembinaan 100 KK tidak mungkin menggerakkan angka sebuah kota. Karena itu tidak ada perbandingan "
                "kabupaten/kota dengan dan tanpa program.",
                en="This chapter is context and no measure of P2WKSS. Nearly every regency and city had a site, and help "
                "for 100 households cannot move the figure of a city. So regencies with and without the programme are "
                "not compared.",
            )
        ),
        Section(pick(lang, id="Kemiskinan", en="Poverty")),
        *_indicator(m, "poverty_rate", None, lang),
        Section(pick(lang, id="Indeks Pembangunan Manusia", en="Human Development Index")),
        *_indicator(m, "hdi", SERIES, lang),
        Section(pick(lang, id="IPM Kota Depok menurut dimensinya", en="The HDI of Kota Depok by dimension")),
        Paragraph(m.depok_hdi.sentence(lang)),
        _split(m, lang),
        Paragraph(
            pick(
                lang,
                id="IPM diterbitkan dalam dua seri yang berjalan berdampingan: umur harapan hidup dari Sensus Penduduk 2010 "
                "(UHH SP2010) dan dari Long Form Sensus Penduduk 2020 (UHH LF SP2020). Selisih antarseri bukan perubahan "
                "keadaan, sehingga tidak pernah dihitung.",
                en="HDI is published in two series that run side by side: life expectancy from the 2010 census "
                "(UHH SP2010) and from the Long Form of the 2020 census (UHH LF SP2020). A difference between the series is "
                "no change in life, so it is never computed.",
            )
        ),
    ]
    return Chapter(
        "tahun" if lang == "id" else "years",
        pick(
            lang,
            id="Bagaimana kemiskinan dan IPM bergerak dari tahun ke tahun?",
            en="How did poverty and HDI move from year to year?",
        ),
        blocks,
    )


def _indicator(m: OpenAnswers, indicator: str, method: str | None, lang: str) -> list:
    year, five = m.changes[indicator, "year"], m.changes[indicator, "five"]
    entry = m.dictionary.indicator(indicator)
    unit = pick(lang, id={"poverty_rate": "persen penduduk", "hdi": "indeks 0–100"}[indicator], en=entry.unit)
    rows = m.indicators[(m.indicators["indicator"] == indicator) & m.indicators["area_code"].isin(m.regencies["area_code"])]
    paths = chart_years(
        rows,
        highlight={DEPOK: m.names[DEPOK], CILEGON: m.names[CILEGON]},
        lang=lang,
        value_label=unit,
        title=pick(lang, id=f"{entry.label(lang)}, Jawa Barat dan Banten", en=f"{entry.label(lang)}, Jawa Barat and Banten"),
    )
    dumbbells = chart_change(
        five.table(),
        m.names,
        lang=lang,
        value_label=unit,
        title=pick(
            lang,
            id=f"{entry.label(lang)}, {five.year_from} ke {five.year_to}",
            en=f"{entry.label(lang)}, {five.year_from} to {five.year_to}",
        ),
    )
    source = pick(lang, id="Sumber: BPS.", en="Source: BPS.")
    return [
        Finding(year.sentence(lang)),
        Paragraph(five.sentence(lang)),
        Paragraph(year.sentence_for(DEPOK, lang)),
        Figure(
            paths,
            pick(
                lang,
                id="Setiap garis satu kabupaten/kota; garis putus berarti tahun tanpa angka, dan seri yang berbeda "
                "tidak disambung.",
                en="Each line is a regency or city; a gap is a year without a figure, and different series are not joined.",
            ),
            paths.sentence(lang),
            source,
        ),
        Figure(dumbbells, five.sentence(lang), dumbbells.sentence(lang), source),
    ]


def _split(m: OpenAnswers, lang: str) -> Table:
    words = {
        "health": ("Umur panjang dan hidup sehat", "Long and healthy life"),
        "education": ("Pengetahuan", "Knowledge"),
        "expenditure": ("Standar hidup layak", "Decent standard of living"),
        "rounding": ("Pembulatan angka terbitan", "Rounding of the published figures"),
        "total": ("Jumlah", "Total"),
    }
    frame = m.depok_hdi.table().assign(dimension=lambda d: [pick(lang, id=words[x][0], en=words[x][1]) for x in d["dimension"]])
    h = m.depok_hdi
    return Table(
        frame,
        (
            Column("dimension", pick(lang, id="Dimensi", en="Dimension")),
            Column("points", pick(lang, id="Sumbangan (poin)", en="Contribution (points)"), "signed", 3),
        ),
        pick(
            lang,
            id=f"Perubahan IPM Kota Depok {h.year_from} ke {h.year_to} menurut dimensi, jumlahnya tepat.",
            en=f"Change of the HDI of Kota Depok {h.year_from} to {h.year_to} by dimension; the parts add up exactly.",
        ),
        pick(
            lang,
            id="Sumber: BPS; uraian dengan bobot rata-rata logaritmik.",
            en="Source: BPS; split with logarithmic-mean weights.",
        ),
    )
