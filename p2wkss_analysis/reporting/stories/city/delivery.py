"""Chapter: what was delivered. Planned against done by agency and month, reach and overlap, cost; an input, never an outcome."""

from __future__ import annotations

from ....city.answers import CityAnswers
from ....city.delivery import CityDelivery
from ....delivery.log import sector_words
from ....display import Unanswered
from ....pictures.delivery import chart_months
from ....say import pick
from ...document import Caution, Chapter, Column, Figure, Finding, Paragraph, Section, Table
from .pictures import agencies
from .words import in_fives_shown, not_answered, notes, source

NAMED = {
    "id": "Kegiatan untuk satu keluarga dihitung dalam kelipatan lima, dengan biaya rata-ratanya.",
    "en": "Activities for one family are counted in multiples of five, at their mean price.",
}


def chapter(m: CityAnswers, lang: str) -> Chapter:
    title = pick(
        lang,
        id="Pelaksanaan: apa yang direncanakan, dan apa yang terlaksana?",
        en="Delivery: what was planned, and what was done?",
    )
    key = "pelaksanaan" if lang == "id" else "delivery"
    if isinstance(m.delivery(), Unanswered):
        return Chapter(key, title, [not_answered(m.delivery(), lang)])
    d = m.delivery()
    blocks = [
        Caution(
            pick(
                lang,
                id="Bab ini tentang masukan: kegiatan yang terlaksana bukan bukti bahwa keadaan keluarga berubah. Perubahan "
                "dilihat dalam bab keluarga.",
                en="This chapter is about inputs: activities done are no evidence that households changed. Change is looked at in "
                "the chapter on households.",
            )
        ),
        Paragraph(
            pick(lang, id=f"Kegiatan tahun program {d.year}.", en=f"Activities of programme year {d.year}.")
            + " "
            + d.progress.sentence(lang)
        ),
        *_agencies_chart(m, d, lang),
        _agencies(m, d, lang),
        *_months(m, d, lang),
        Section(pick(lang, id="Jangkauan dan tumpang tindih", en="Reach and overlap")),
        *_reach(m, d, lang),
        Section(pick(lang, id="Biaya", en="Cost")),
        *_cost(m, d, lang),
    ]
    return Chapter(key, title, blocks)


def _agencies_chart(m: CityAnswers, d: CityDelivery, lang: str) -> list:
    rows = d.progress.by_agency()
    if not (rows.loc[rows["agency"] != "all", "due"] > 0).any():
        return []
    picture = agencies(m, lang)
    return [
        Figure(
            picture,
            pick(
                lang,
                id="Rata-rata realisasi kegiatan yang jatuh tempo. Bagian muda: yang belum dilaporkan, bila ternyata terlaksana "
                "semua.",
                en="Mean share done of activities due. Light part: what nobody reported, had it all been done.",
            ),
            picture.sentence(lang),
            source(m, lang, "deliveries"),
        )
    ]


def _agencies(m: CityAnswers, d: CityDelivery, lang: str) -> Table:
    rows = d.progress.by_agency()
    frame = rows.assign(
        agency=rows["agency"].replace({"all": pick(lang, id="semua", en="all")}), amount=rows["amount_rupiah"] / 1e6
    )
    return Table(
        frame,
        (
            Column("agency", pick(lang, id="Perangkat daerah", en="Agency")),
            Column("activities", pick(lang, id="Kegiatan", en="Activities"), "integer"),
            Column("due", pick(lang, id="Jatuh tempo", en="Due"), "integer"),
            Column("done_percent", pick(lang, id="Realisasi yang dilaporkan", en="Done, of those reported"), "percent", 0),
            Column("not_reported", pick(lang, id="Belum dilaporkan", en="Not reported"), "integer"),
            Column(
                "days_late",
                pick(lang, id="Terlambat (hari, median)", en="Days late (median)"),
                "number",
                0,
                pick(lang, id="hari", en="days"),
            ),
            Column("amount", pick(lang, id="Anggaran terpakai (juta rupiah)", en="Spent (million rupiah)"), "number", 1),
        ),
        pick(lang, id=f"Rencana dan realisasi menurut perangkat daerah, {d.year}.", en=f"Planned and done by agency, {d.year}."),
        source(m, lang, "deliveries"),
        pick(
            lang,
            id="Yang dihitung kegiatan, bukan keluarga; yang belum dilaporkan tidak dihitung 0 maupun 100%.",
            en="Activities are counted, not households; what is not reported counts neither 0 nor 100%.",
        )
        + " "
        + pick(lang, **NAMED),
    )


def _months(m: CityAnswers, d: CityDelivery, lang: str) -> list:
    rows = d.progress.table()
    if rows.empty:
        return [
            Paragraph(
                pick(
                    lang,
                    id="Tanggal rencana belum diisi, sehingga pelaksanaan tidak dapat dilihat menurut bulan.",
                    en="Planned dates are not filled in, so that delivery cannot be seen by month.",
                )
            )
        ]
    picture = chart_months(
        rows,
        lang=lang,
        notes=notes(m, lang),
        title=pick(
            lang, id=f"Rencana dan realisasi dari bulan ke bulan, {d.year}", en=f"Planned and done month by month, {d.year}"
        ),
    )
    return [
        Figure(
            picture,
            pick(lang, id="Semua perangkat daerah bersama-sama.", en="All agencies together."),
            picture.sentence(lang),
            source(m, lang, "deliveries"),
        )
    ]


def _reach(m: CityAnswers, d: CityDelivery, lang: str) -> list:
    if isinstance(d.reach, Unanswered):
        return [not_answered(d.reach, lang)]
    rows = d.reach.by_sector
    frame = in_fives_shown(rows, "households", "not_reached").assign(sector=[sector_words(s, lang) for s in rows["sector"]])
    out = (
        [
            Finding(d.reach.sentence(lang)),
            Table(
                frame,
                (
                    Column("sector", pick(lang, id="Sektor", en="Sector")),
                    Column("households", pick(lang, id="KK binaan yang menerima", en="Assisted households reached"), "integer"),
                    Column("not_reached", pick(lang, id="KK binaan lainnya", en="Other assisted households"), "integer"),
                    Column("percent", pick(lang, id="Jangkauan", en="Reach"), "percent", 0),
                ),
                pick(
                    lang,
                    id="KK binaan yang menerima kegiatan atas namanya sendiri, menurut sektor.",
                    en="Assisted households with an activity of their own, by sector.",
                ),
                source(m, lang, "deliveries", "households"),
                pick(
                    lang,
                    id="Sektor yang menjangkau paling banyak lima KK tidak dicantumkan.",
                    en="Sectors that reached at most five households are not listed.",
                ),
            ),
        ]
        if len(rows)
        else [Finding(d.reach.sentence(lang))]
    )
    pairs = d.reach.pairs
    if len(pairs):
        frame = in_fives_shown(pairs, "both").assign(
            one=[sector_words(s, lang) for s in pairs["one"]], other=[sector_words(s, lang) for s in pairs["other"]]
        )
        out.append(
            Table(
                frame,
                (
                    Column("one", pick(lang, id="Sektor", en="Sector")),
                    Column("other", pick(lang, id="dan sektor", en="and sector")),
                    Column(
                        "both",
                        pick(lang, id="KK yang menerima dari keduanya", en="Households that got something from both"),
                        "integer",
                    ),
                ),
                pick(lang, id="Tumpang tindih antarsektor.", en="Overlap of sectors."),
                source(m, lang, "deliveries", "households"),
            )
        )
    return out


def _cost(m: CityAnswers, d: CityDelivery, lang: str) -> list:
    if isinstance(d.cost, Unanswered):
        return [not_answered(d.cost, lang)]
    rows = d.cost.table()
    frame = in_fives_shown(rows, "households_low", "households_high").assign(
        sector=[pick(lang, id="semua", en="all") if s == "all" else sector_words(s, lang) for s in rows["sector"]],
        amount=rows["amount_rupiah"] / 1e6,
        **{c: rows[c] / 1e3 for c in ("rupiah_low", "rupiah_high")},
    )
    each = pick(lang, id="ribu rupiah per KK", en="thousand rupiah a household")
    return [
        Paragraph(d.cost.sentence(lang)),
        Table(
            frame,
            (
                Column("sector", pick(lang, id="Sektor", en="Sector")),
                Column("activities", pick(lang, id="Kegiatan", en="Activities"), "integer"),
                Column("without_amount", pick(lang, id="Tanpa anggaran tercatat", en="Without an amount"), "integer"),
                Column("amount", pick(lang, id="Anggaran (juta rupiah)", en="Spent (million rupiah)"), "number", 1),
                Column("households_low", pick(lang, id="KK, paling sedikit", en="Households, at least"), "integer"),
                Column("households_high", pick(lang, id="KK, paling banyak", en="Households, at most"), "integer"),
                Column(
                    "rupiah_low", pick(lang, id="Ribu rupiah per KK: dari", en="Thousand rupiah each: from"), "number", 0, each
                ),
                Column("rupiah_high", pick(lang, id="sampai", en="to"), "number", 0, each),
            ),
            pick(lang, id="Biaya menurut sektor.", en="Cost by sector."),
            source(m, lang, "deliveries"),
            pick(
                lang,
                id="Keluarga yang sama dapat dihitung oleh beberapa kegiatan, sehingga banyaknya, dan biaya per KK, hanya "
                "diketahui di antara dua batas, dalam kelipatan lima. ",
                en="The same household may be counted by several activities, so that their number, and the cost of each, is known "
                "only between two limits, in multiples of five. ",
            )
            + pick(lang, **NAMED),
        ),
    ]
