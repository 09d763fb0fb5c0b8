"""Chapter: did it help the places. The ledger and every method on the city's own yearly figures, protocol, limits."""

from __future__ import annotations

from ....city.answers import CityAnswers
from ....display import Unanswered
from ....display.headings import word
from ....impact.figures import figure
from ....say import number, pick
from ....say.errors import P2wkssError
from ...document import Caution, Chapter, Column, Figure, Finding, Paragraph, Points, Section, Table
from .pictures import digits_of, years_since
from .pictures import ledger as ledger_picture
from .words import not_answered, source


def chapter(m: CityAnswers, lang: str) -> Chapter:
    title = pick(
        lang,
        id="Lokasi: apakah program berdampak pada desa/kelurahannya?",
        en="Places: did the programme help the villages where it ran?",
    )
    key = "dampak" if lang == "id" else "effect"
    if isinstance(m.effect(), Unanswered):
        return Chapter(key, title, [not_answered(m.effect(), lang)])
    p = m.effect()
    named = p.named(lang)
    blocks = [
        Paragraph(" ".join(t for t in (named.panel.sentence(lang), p.left_out_sentence(lang)) if t)),
        Paragraph(p.named_before(lang)),
        Finding(p.sentence(lang)),
        *_cautions(m, lang),
        Section(pick(lang, id="Dari mana perubahan di lokasi berasal", en="What the change at the sites is made of")),
        *_ledger(m, lang),
        Section(pick(lang, id="Apakah bertahan?", en="Does it last?")),
        *_since(m, lang),
        Section(pick(lang, id="Cara menghitung lainnya", en="Other methods")),
        *_methods(m, lang),
        Section(pick(lang, id="Indikator lain", en="Other outcomes")),
        *_others(m, lang),
        Section(pick(lang, id="Protokol, yang diperkirakan, dan batasnya", en="Protocol, what is estimated, and its limits")),
        Paragraph(_protocol(m, lang)),
        Points(tuple(m.effect().limits(lang, m.programme))),
    ]
    return Chapter(key, title, blocks)


def _unit(m: CityAnswers, lang: str) -> str:
    return m.effect().label(m.effect().outcome, lang)


def _cautions(m: CityAnswers, lang: str) -> list:
    said = [
        m.effect().other_assumption_sentence(lang),
        m.effect().stated_choice_sentence(lang),
        *(n.say(lang) for n in m.effect().main.headline.notes),
        m.effect().breaks_sentence(lang),
    ]
    text = " ".join(t for t in said if t)
    return [Caution(text)] if text else []


def _ledger(m: CityAnswers, lang: str) -> list:
    try:
        m.effect().main.ledger()
    except P2wkssError as error:
        return [Paragraph(error.sentence(lang))]
    d, picture = digits_of(m), ledger_picture(m, lang)
    words = {"all": pick(lang, id="semua", en="all")}
    tables = []
    for by, head, caption in (
        (
            "cohort",
            pick(lang, id="Angkatan", en="Cohort"),
            pick(lang, id="Buku besar menurut angkatan (tahun program).", en="The ledger by cohort (programme year)."),
        ),
        (
            "year",
            pick(lang, id="Tahun", en="Year"),
            pick(lang, id="Buku besar menurut tahun kalender.", en="The ledger by calendar year."),
        ),
    ):
        rows = m.effect().main.ledger(by)
        tables.append(
            Table(
                rows.assign(**{by: rows[by].replace(words)}),
                (
                    Column(by, head),
                    Column("n", pick(lang, id="Lokasi", en="Sites"), "integer"),
                    Column(
                        "observed_change", pick(lang, id="Perubahan terlihat", en="Observed change"), "signed", d, _unit(m, lang)
                    ),
                    Column("common_change", pick(lang, id="Semua tempat", en="Common"), "signed", d, _unit(m, lang)),
                    Column("selection_rebound", pick(lang, id="Pulih sendiri", en="Rebound"), "signed", d, _unit(m, lang)),
                    Column(
                        "programme_effect", pick(lang, id="Pengaruh program", en="Programme effect"), "signed", d, _unit(m, lang)
                    ),
                    Column("conf_low", pick(lang, id="dari", en="from"), "signed", d, _unit(m, lang)),
                    Column("conf_high", pick(lang, id="sampai", en="to"), "signed", d, _unit(m, lang)),
                ),
                caption,
                source(m, lang, "villages", "sites"),
            )
        )
    return [
        Figure(
            picture,
            pick(
                lang,
                id="Buku besar: perubahan yang terlihat sama dengan perubahan semua tempat, ditambah pemulihan yang sudah dapat "
                "diperkirakan dari riwayat sendiri, ditambah pengaruh "
                "program (garis: selang kepercayaan 95%).",
                en="The ledger: the observed change is the change common to all places, plus the rebound that the sites' own history "
                "foretold, plus the programme effect (line: 95% interval).",
            ),
            picture.sentence(lang),
            source(m, lang, "villages", "sites"),
        ),
        *tables,
    ]


def _since(m: CityAnswers, lang: str) -> list:
    try:
        m.effect().main.by_year()
    except P2wkssError as error:
        return [Paragraph(error.sentence(lang))]
    picture = years_since(m, lang)
    return [
        Figure(
            picture,
            pick(
                lang,
                id="Pita berlaku untuk semua tahun sekaligus. Tahun yang jauh hanya berisi lokasi yang lebih awal.",
                en="The band holds for all years at once. Late years hold only the earlier sites.",
            ),
            picture.sentence(lang),
            source(m, lang, "villages", "sites"),
        )
    ]


def _methods(m: CityAnswers, lang: str) -> list:
    rows = m.effect().table(lang)
    rows = rows.assign(way=[_way(r, lang) for r in rows.itertuples()])
    d, run = digits_of(m), rows[rows["estimate"].notna()]
    table = Table(
        run,
        (
            Column("way", pick(lang, id="Cara (titik awal)", en="Method (base)")),
            Column("estimate", pick(lang, id="Perkiraan", en="Estimate"), "signed", d, _unit(m, lang)),
            Column("conf_low", pick(lang, id="Selang 95%: dari", en="95% interval: from"), "signed", d, _unit(m, lang)),
            Column("conf_high", pick(lang, id="sampai", en="to"), "signed", d, _unit(m, lang)),
            Column("p_value", "p", "p", 3, "0–1"),
            Column(
                "smallest_detectable",
                pick(lang, id="Terkecil yang terlihat", en="Smallest detectable"),
                "number",
                d,
                _unit(m, lang),
            ),
        ),
        pick(
            lang,
            id=f"{_unit(m, lang)}: semua cara pada angka yang sama.",
            en=f"{_unit(m, lang)}: every method on the same figures.",
        ),
        source(m, lang, "villages", "sites"),
        pick(
            lang,
            id="Jawaban yang ditetapkan sebelumnya: disesuaikan dengan riwayat, baris pertamanya. Cara lain ditampilkan "
            "karena sering dipakai. p hanya dicetak untuk cara yang alarm "
            "palsunya terukur mendekati 5 dari 100.",
            en="The answer named beforehand is history-adjusted, its first row. The others are shown because they are often "
            "used. A p is printed only for methods whose measured false "
            "alarms are near 5 in 100.",
        ),
    )
    said = tuple(f"{r.way}: {r.note}" for r in rows.itertuples() if r.note and not r.headline)
    return [table, *([Points(said)] if said else [])]


def _way(row, lang: str) -> str:
    return f"{word('method', row.method, lang)} ({row.base})"


def _others(m: CityAnswers, lang: str) -> list:
    rows = m.effect().outcomes_table(lang)
    out: list = [Paragraph(m.effect().outcomes_sentence(lang))]
    if rows is not None:

        def said(value, size, sign=True):
            return figure(value, 0 if abs(size) >= 1000 else 2, lang, sign=sign)

        frame = rows.assign(
            **{c: [said(v, e) for v, e in zip(rows[c], rows["estimate"], strict=True)] for c in ("conf_low", "conf_high")},
            smallest_detectable=[said(v, e, False) for v, e in zip(rows["smallest_detectable"], rows["estimate"], strict=True)],
            estimate=[said(v, v) for v in rows["estimate"]],
        )
        out.append(
            Table(
                frame,
                (
                    Column("outcome", pick(lang, id="Indikator", en="Outcome")),
                    Column("estimate", pick(lang, id="Perkiraan", en="Estimate")),
                    Column("conf_low", pick(lang, id="dari", en="from")),
                    Column("conf_high", pick(lang, id="sampai", en="to")),
                    Column("p_max_t", pick(lang, id="p untuk semua sekaligus", en="p over all together"), "p", 3, "0–1"),
                    Column("smallest_detectable", pick(lang, id="Terkecil yang terlihat", en="Smallest detectable")),
                    Column("n_treated", pick(lang, id="Lokasi (n)", en="Sites (n)"), "integer"),
                ),
                pick(
                    lang,
                    id="Semua indikator desa/kelurahan, disesuaikan dengan riwayat.",
                    en="All outcomes of villages, history-adjusted.",
                ),
                source(m, lang, "villages", "sites"),
                pick(
                    lang,
                    id=f"p memperhitungkan bahwa {number(len(rows), 0, lang)} indikator dilihat sekaligus (Westfall dan "
                    f"Young 1993); selang masing-masing tidak.",
                    en=f"p allows for {number(len(rows), 0, lang)} outcomes looked at together (Westfall and Young 1993); the "
                    f"single intervals do not.",
                ),
            )
        )
    if m.effect().refused:
        out.append(Points(tuple(why.say(lang) for why in m.effect().refused.values())))
    return out


def _protocol(m: CityAnswers, lang: str) -> str:
    """That outcome and method were fixed by the tool, and the fingerprint of both."""
    return pick(
        lang,
        id=f"Indikator dan metode ditetapkan oleh alat ini, sama untuk semua kota, bukan oleh kota sesudah melihat hasil; "
        f"sidik protokol {m.effect().protocol.hash[:12]}. Untuk tahun depan, "
        "tetapkan protokol bertanggal sebelum datanya ada (p2wkss plan --protocol).",
        en=f"Outcome and method are fixed by this tool, the same for all cities, not by the city after seeing results; "
        f"fingerprint of the protocol {m.effect().protocol.hash[:12]}. For next "
        "year, fix a dated protocol before the data are there (p2wkss plan --protocol).",
    )
