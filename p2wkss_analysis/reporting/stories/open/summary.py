"""Chapter: the answers in a page."""

from __future__ import annotations

from ....open_data.answers import DEPOK, EXAMPLE, OpenAnswers
from ....say import integer, number, percent, pick
from ...document import Chapter, Finding, KeyFigures, Paragraph, Points
from .impact import _verdict


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    blocks = [
        Paragraph(
            pick(
                lang,
                id="P2WKSS (Program Terpadu Peningkatan Peranan Wanita menuju Keluarga Sehat Sejahtera) memusatkan kegiatan semua "
                "dinas selama satu tahun pada satu atau dua desa/kelurahan dan 100 atau 200 keluarga. Laporan ini menjawab empat "
                "pertanyaan dengan data terbuka: di mana kebutuhan dan lokasi terdahulu, bagaimana angka bergerak, apakah lokasi "
                "tepat sasaran, dan apakah program berdampak.",
                en="P2WKSS, an integrated programme for women and family welfare, concentrates the work of every department for a "
                "year on one or two villages and 100 or 200 families. With open data this report answers four questions: where "
                "need and past sites are, how the figures moved, whether sites hit the slums, and whether the programme helped.",
            )
        ),
        KeyFigures(_figures(m, lang)),
        Finding(_verdict(m, lang)),
        Points(
            (
                m.changes["poverty_rate", "year"].sentence(lang),
                m.changes["hdi", "year"].sentence(lang),
                m.depok_hdi.sentence(lang),
                _hits(m, lang),
                pick(
                    lang,
                    id="Lokasi desa 2023–2025 menurut IDM tahun sebelumnya: ",
                    en="Desa sites of 2023–2025 by the IDM of the year before: ",
                )
                + m.index_audit.sentence(lang),
                f"{m.names[EXAMPLE]}: {m.next_site.stability.sentence(lang)}",
            )
        ),
    ]
    return Chapter("ringkasan" if lang == "id" else "summary", pick(lang, id="Ringkasan", en="Summary"), blocks)


def _hits(m: OpenAnswers, lang: str) -> str:
    """Depok's sites on the list of their time, all decrees together."""
    rows = m.lists[DEPOK].table(lang).set_index("basis")
    row = rows.loc["all in force"]
    hits, sites, lottery = int(row["on_list"]), int(row["sites"]), number(row["expected"], 1, lang)
    return pick(
        lang,
        id=f"Depok: {hits} dari {sites} lokasi ada pada daftar kumuh yang berlaku saat dipilih; undian rata-rata menjangkau "
        f"{lottery}. Tidak dapat ditunjukkan bahwa pemilihan lebih tepat daripada undian.",
        en=f"Depok: {hits} of {sites} sites were on the slum list in force when they were chosen; a lottery would hit {lottery} "
        "on average. That the choice did better than a lottery cannot be shown.",
    )


def _figures(m: OpenAnswers, lang: str) -> tuple:
    poverty, hdi = (m.figure(DEPOK, i) for i in ("poverty_rate", "hdi"))
    confirmed = int((m.sites["status"] == "confirmed").sum())
    return (
        (
            percent(poverty["value"], 2, lang),
            pick(lang, id="Penduduk miskin, Kota Depok", en="Poverty rate, Kota Depok"),
            f"{poverty['year']}",
        ),
        (
            number(hdi["value"], 2, lang),
            pick(lang, id="IPM, Kota Depok", en="HDI, Kota Depok"),
            f"{hdi['year']}, {hdi['method']}",
        ),
        (
            integer(len(m.sites), lang),
            pick(lang, id="Lokasi P2WKSS yang diketahui", en="Known P2WKSS sites"),
            pick(
                lang,
                id=f"{confirmed} terkonfirmasi, {m.sites['regency_code'].nunique()} kabupaten/kota",
                en=f"{confirmed} confirmed, {m.sites['regency_code'].nunique()} regencies and cities",
            ),
        ),
        (
            integer(len(m.clean), lang),
            pick(
                lang,
                id="Lokasi dengan nilai sebelum dipilih dan sesudah program",
                en="Sites with a value before the choice and one after",
            ),
            pick(lang, id="dalam indeks desa terbuka", en="in the open village index"),
        ),
    )
