"""Chapter: choosing the next site, worked through on open data, with how firm the choice is."""

from __future__ import annotations

from ....open_data.answers import EXAMPLE, PER_YEAR, OpenAnswers
from ....pictures.firmness import chart_stability, chart_triangle
from ....pictures.maps.maps import map_need
from ....say import integer, percent, pick
from ...document import Caution, Chapter, Column, Figure, Finding, Paragraph, Section, Table


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    n, place = m.next_site, m.names[EXAMPLE]
    first = n.ranking.table()["area_code"].iloc[0]
    blocks = [
        Paragraph(
            pick(
                lang,
                id=f"Contoh ini memakai {place}, kabupaten yang menetapkan dua desa setahun dan yang semua desanya memiliki IDM. "
                "Untuk kota, data kelurahan dan RW diisi sendiri oleh kantor; langkahnya sama. Kebutuhan dihitung dari tiga aspek "
                f"IDM {n.year} dengan bobot sama.",
                en=f"The example is {place}, which names two desa a year and whose desa all have the IDM. For a city the office "
                f"fills in the data of its kelurahan and RW; the steps are the same. Need is computed from the three aspects of "
                f"IDM {n.year} with equal weights.",
            )
        ),
        Paragraph(n.eligibility.sentence(lang)),
        Finding(n.ranking.sentence(lang, k=PER_YEAR)),
        Section(pick(lang, id="Seberapa kokoh pilihan itu?", en="How firm is that choice?")),
        Finding(n.stability.sentence(lang)),
        _strip(m, lang),
        _map(m, lang),
        Paragraph(n.ranking.flip(PER_YEAR).sentence(lang)),
        _triangle(m, lang),
        Section(pick(lang, id="Mengapa desa ini?", en="Why this desa?")),
        Paragraph(n.ranking.explain(first, PER_YEAR).sentence(lang)),
        _why(m, first, lang),
        Section(pick(lang, id="Apakah lokasi desa terdahulu tepat sasaran?", en="Did past desa sites hit the neediest?")),
        Finding(m.index_audit.sentence(lang)),
        Caution(
            pick(
                lang,
                id="Lokasi sering bukan yang paling membutuhkan menurut ukuran ini. Itu belum berarti salah pilih: panitia mungkin "
                "memakai keterangan yang tidak ada dalam IDM, dan yang dipilih sebuah RW, bukan seluruh desa.",
                en="Sites often are not the neediest by this measure. That alone does not make the choice wrong: the committee may "
                "have known what the IDM does not hold, and what is chosen is one RW, not the whole desa.",
            )
        ),
        _past(m, lang),
    ]
    return Chapter(
        "berikutnya" if lang == "id" else "next",
        pick(lang, id="Memilih lokasi berikutnya: seberapa kokoh?", en="Choosing the next site: how firm is it?"),
        blocks,
    )


def _source(m: OpenAnswers, lang: str) -> str:
    return pick(
        lang,
        id=f"Sumber: Kemendesa, IDM {m.next_site.year}; perhitungan sendiri.",
        en=f"Source: Kemendesa, IDM {m.next_site.year}; own computation.",
    )


def _strip(m: OpenAnswers, lang: str) -> Figure:
    picture = chart_stability(
        m.next_site.stability.table(),
        m.names,
        PER_YEAR,
        lang=lang,
        title=pick(
            lang,
            id=f"Seberapa kokoh {PER_YEAR} besar, {m.names[EXAMPLE]}",
            en=f"How firm is the top {PER_YEAR}, {m.names[EXAMPLE]}",
        ),
    )
    return Figure(
        picture,
        pick(
            lang,
            id="Batang gelap: yang terpilih dengan bobot yang dinyatakan. Garis: peringkat dalam 95 dari 100 simulasi bobot dan "
            "cara menghitung. Garis putus-putus: batas terpilih.",
            en="Dark bars: chosen at the stated weights. Lines: ranks in 95 of 100 draws of weights and ways of computing. Dashed: the "
            "line between chosen and not.",
        ),
        picture.sentence(lang),
        _source(m, lang),
    )


def _map(m: OpenAnswers, lang: str) -> Figure:
    table = m.next_site.stability.table()
    values = table.assign(chance=100 * table["probability_top_k"])[["area_code", "chance"]]
    picture = map_need(
        values,
        m.areas,
        inside=EXAMPLE,
        value="chance",
        better="lower",
        classes=(1, 5, 10, 20),
        digits=0,
        lang=lang,
        label=pick(lang, id=f"Peluang masuk {PER_YEAR} besar", en=f"Chance of the top {PER_YEAR}"),
        unit="%",
        sites=m.sites,
    )
    return Figure(
        picture,
        pick(
            lang,
            id="Peluang terpilih menurut desa. Arsiran: sudah pernah menjadi lokasi, tidak ikut diperingkat.",
            en="Chance of being chosen by desa. Hatched: has been a site and is not ranked.",
        ),
        picture.sentence(lang),
        _source(m, lang),
    )


def _triangle(m: OpenAnswers, lang: str) -> Figure:
    triangle = m.next_site.ranking.triangle()
    labels = tuple(m.dictionary.label("village_index", i, lang) for i in triangle.indicators)
    picture = chart_triangle(
        triangle,
        m.names,
        labels,
        lang=lang,
        title=pick(lang, id="Siapa peringkat pertama pada setiap bobot", en="Who comes first at each weighting"),
    )
    return Figure(
        picture,
        pick(
            lang,
            id="Setiap titik satu pilihan bobot; di sudut hanya satu aspek yang dihitung.",
            en="Each point is one choice of weights; at a corner a single aspect counts.",
        ),
        triangle.sentence(lang),
        _source(m, lang),
    )


def _why(m: OpenAnswers, area_code: str, lang: str) -> Table:
    table = m.next_site.ranking.explain(area_code, PER_YEAR).table()
    frame = table.assign(indicator=[m.dictionary.label("village_index", i, lang) for i in table["indicator"]])
    points = pick(lang, id="poin", en="points")
    return Table(
        frame,
        (
            Column("indicator", pick(lang, id="Aspek", en="Aspect")),
            Column("value", pick(lang, id="Nilai", en="Value"), "number", 3, "0–1"),
            Column("contribution", pick(lang, id="Sumbangan (poin)", en="Contribution (points)"), "number", 1),
            Column("against_median", pick(lang, id="Dibanding median", en="Against the median"), "signed", 1, points),
            Column("against_runner_up", pick(lang, id="Dibanding pesaing", en="Against the rival"), "signed", 1, points),
            Column("value_to_leave", pick(lang, id="Keluar bila menjadi", en="Off the list at"), "number", 3, "0–1"),
        ),
        pick(lang, id=f"Mengapa {m.names[area_code]} di tempat pertama.", en=f"Why {m.names[area_code]} comes first."),
        _source(m, lang),
    )


def _past(m: OpenAnswers, lang: str) -> Table:
    places = m.index_audit.places(lang)
    known = places[places["rank"].notna()]
    frame = known.assign(
        name=known["area_code"].map(m.names),
        regency=known["group"].map(m.names),
        year_text=known["year"].astype(str),
        need_year=known["need_year"].astype(str),
        standing=[
            pick(lang, id=f"{integer(r, lang)} dari {integer(p, lang)}", en=f"{integer(r, lang)} of {integer(p, lang)}")
            for r, p in zip(known["rank"], known["places"], strict=True)
        ],
        share=[percent(v, 0, lang) for v in known["percentile"]],
    )
    return Table(
        frame,
        (
            Column("year_text", pick(lang, id="Tahun", en="Year")),
            Column("name", "Desa"),
            Column("regency", pick(lang, id="Kabupaten", en="Regency")),
            Column("need_year", pick(lang, id="IDM tahun", en="IDM of")),
            Column("standing", pick(lang, id="Peringkat kebutuhan", en="Rank of need")),
            Column("share", pick(lang, id="Persentil (kecil = membutuhkan)", en="Percentile (small = needy)")),
        ),
        pick(
            lang,
            id="Lokasi desa terkonfirmasi 2023–2025 menurut IDM tahun sebelumnya, dalam kabupatennya.",
            en="Confirmed desa sites of 2023–2025 by the IDM of the year before, within their regency.",
        ),
        pick(lang, id="Sumber: Kemendesa; daftar lokasi proyek ini.", en="Source: Kemendesa; this project's list of sites."),
    )
