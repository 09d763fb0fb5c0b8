"""Chapter: where need is in the city, and where next year's programme could go."""

from __future__ import annotations

from ....city.answers import CityAnswers
from ....dictionary.figures import village_figures
from ....display import Unanswered
from ....say import integer, join, pick
from ...document import Caution, Chapter, Column, Figure, Finding, Paragraph, Section, Table
from .pictures import firmness, need_map
from .words import not_answered, source

SHOWN = 15  # villages in the table of the chapter; the workbook of the report holds the picture's own


def chapter(m: CityAnswers, lang: str) -> Chapter:
    title = pick(
        lang,
        id="Di mana kebutuhannya, dan ke mana program berikutnya?",
        en="Where is the need, and where should the programme go next?",
    )
    if isinstance(m.need(), Unanswered):
        return Chapter("kebutuhan" if lang == "id" else "need", title, [not_answered(m.need(), lang)])
    n = m.need()
    first = n.ranking.table()["area_code"].iloc[0]
    blocks = [
        Paragraph(n.columns_sentence(lang)),
        Caution(
            pick(
                lang,
                id="Kolom itu pengganti: BPS tidak menerbitkan angka kemiskinan atau IPM untuk desa/kelurahan. Indeks mengurutkan "
                "tempat menurut kolom yang diisi "
                "kota; indeks tidak menggantikan musyawarah, dan yang dipilih sebuah RW, bukan seluruh kelurahan.",
                en="The columns are proxies: BPS publishes no poverty rate or HDI for a village. The index orders places by what "
                "the city filled in; it does not "
                "replace deliberation, and what is chosen is an RW, not the whole village.",
            )
        ),
        Paragraph(n.eligibility.sentence(lang) + _fixed(m, lang)),
        Finding(n.sentence(lang)),
        _map(m, lang),
        _ranking(m, lang),
        Section(pick(lang, id="Seberapa kokoh pilihan itu?", en="How firm is that choice?")),
        *_firmness(m, lang),
        Section(pick(lang, id=f"Mengapa {m.names.get(first, first)}?", en=f"Why {m.names.get(first, first)}?")),
        Paragraph(n.ranking.explain(first, n.k).sentence(lang)),
        _why(m, first, lang),
    ]
    return Chapter("kebutuhan" if lang == "id" else "need", title, blocks)


def _firmness(m: CityAnswers, lang: str) -> list:
    n = m.need()
    if not n.weights_matter:
        return [Caution(n.firmness_sentence(lang))]
    return [
        Finding(n.firmness_sentence(lang)),
        Paragraph(_lots(m, lang)),
        _strip(m, lang),
        Paragraph(n.ranking.flip(n.k).sentence(lang)),
    ]


def _fixed(m: CityAnswers, lang: str) -> str:
    fixed = [m.names.get(code, code) for code in m.need().eligibility.fixed]
    if not fixed:
        return ""
    return pick(
        lang,
        id=f" Sudah ditetapkan untuk {m.need().year}: {join(fixed, lang)}; urutan di bawah ini berlaku bagi tempat lainnya.",
        en=f" Already fixed for {m.need().year}: {join(fixed, lang)}; the order below is of the other places.",
    )


def _lots(m: CityAnswers, lang: str) -> str:
    """Which seats are firm, and who would be in a draw for the rest, with every name."""
    lots = m.need().stability.lots()
    fixed, drawn = ([m.names.get(c, c) for c in codes] for codes in (lots.fixed, lots.candidates))
    if not drawn:
        return pick(
            lang,
            id=f"Yang sudah kokoh: {join(fixed, lang)}. Tidak ada yang perlu diundi.",
            en=f"Firm: {join(fixed, lang)}. Nothing is left to draw.",
        )
    firm = pick(
        lang,
        id=f"Yang sudah kokoh: {join(fixed, lang)}. " if fixed else "Belum ada pilihan yang kokoh. ",
        en=f"Firm: {join(fixed, lang)}. " if fixed else "No choice is firm. ",
    )
    return firm + pick(
        lang,
        id=f"Calon undian untuk {integer(lots.seats, lang)} tempat{' lainnya' if fixed else ''}: {join(drawn, lang)}.",
        en=f"Candidates of a draw for {'the other ' if fixed else ''}{integer(lots.seats, lang)}: {join(drawn, lang)}.",
    )


def _map(m: CityAnswers, lang: str) -> Figure:
    picture = need_map(m, lang)
    whole, n = len(m.areas), len(m.need_map())
    known = (
        ("semua", "all")
        if n >= whole
        else (f"{integer(n, 'id')} dari {integer(whole, 'id')}", f"{integer(n, 'en')} of {integer(whole, 'en')}")
    )
    return Figure(
        picture,
        pick(
            lang,
            id=f"Indeks kebutuhan {known[0]} desa/kelurahan, juga yang pernah menjadi lokasi, dan tahun lokasi. Petak sama "
            f"besar di dekat letak sebenarnya, bukan batas wilayah.",
            en=f"The need index of {known[1]} villages, past sites too, and the years of the sites. Tiles of equal size near their "
            f"true place, not boundaries.",
        ),
        picture.sentence(lang),
        source(m, lang, "villages", "sites"),
    )


def _ranking(m: CityAnswers, lang: str) -> Table:
    table = m.need().table().head(SHOWN)
    own = [village_figures()[c] for c in m.need().used]
    frame = table.assign(
        **{f.column: table[f.column] / f.shown_in for f in own},
        name=[m.names.get(c, n) for c, n in zip(table["area_code"], table["name"], strict=True)],
        chance=100 * table["probability_top_k"],
        span=[f"{integer(a, lang)}–{integer(b, lang)}" for a, b in zip(table["rank_low"], table["rank_high"], strict=True)],
    )
    top = (
        pick(lang, id=f"Masuk {m.need().k} besar", en=f"In the top {m.need().k}")
        if m.need().k > 1
        else pick(lang, id="Peringkat pertama", en="Ranked first")
    )
    firm = (
        (Column("chance", top, "percent", 0), Column("span", pick(lang, id="Peringkat", en="Ranks")))
        if m.need().weights_matter
        else ()
    )
    return Table(
        frame,
        (
            Column("rank", pick(lang, id="No.", en="No."), "integer"),
            Column("name", pick(lang, id="Desa/kelurahan", en="Village")),
            Column("score", pick(lang, id="Skor", en="Score"), "number", 1, "0–100"),
            *(Column(f.column, f.short.say(lang), "number", min(f.digits, 1)) for f in own),
            *firm,
        ),
        pick(
            lang,
            id=f"{min(SHOWN, len(frame))} desa/kelurahan yang paling membutuhkan di antara yang dapat dipilih untuk "
            f"{m.need().year}.",
            en=f"The {min(SHOWN, len(frame))} neediest villages among those that may be chosen for {m.need().year}.",
        ),
        source(m, lang, "villages"),
        pick(
            lang,
            id=f"{top} dan rentang peringkat: dalam simulasi bobot dan cara menghitung (rentang: 95 dari 100).",
            en=f"{top}, and ranks: over draws of weights and ways of computing (ranks: 95 of 100).",
        )
        if firm
        else "",
    )


def _strip(m: CityAnswers, lang: str) -> Figure:
    picture = firmness(m, lang)
    return Figure(
        picture,
        pick(
            lang,
            id="Batang gelap: yang terpilih dengan bobot yang dinyatakan. Garis: peringkat dalam 95 dari 100 simulasi bobot "
            "dan cara menghitung.",
            en="Dark bars: chosen at the stated weights. Lines: ranks in 95 of 100 draws of weights and ways of computing.",
        ),
        picture.sentence(lang),
        source(m, lang, "villages"),
    )


def _why(m: CityAnswers, area_code: str, lang: str) -> Table:
    table = m.need().ranking.explain(area_code, m.need().k).table()
    frame = table.assign(indicator=[m.need().label(i, lang) for i in table["indicator"]])
    own, points = pick(lang, id="satuan kolom itu", en="unit of that column"), pick(lang, id="poin (0–100)", en="points (0–100)")
    return Table(
        frame,
        (
            Column("indicator", pick(lang, id="Kolom", en="Column")),
            Column("value", pick(lang, id="Nilai", en="Value"), "number", 2, own),
            Column("contribution", pick(lang, id="Sumbangan (poin)", en="Contribution (points)"), "number", 1),
            Column("against_median", pick(lang, id="Dibanding median", en="Against the median"), "signed", 1, points),
            Column("against_runner_up", pick(lang, id="Dibanding pesaing", en="Against the rival"), "signed", 1, points),
            Column("value_to_leave", pick(lang, id="Keluar bila menjadi", en="Off the list at"), "number", 2, own),
        ),
        pick(
            lang,
            id=f"Mengapa {m.names.get(area_code, area_code)} di tempat pertama.",
            en=f"Why {m.names.get(area_code, area_code)} comes first.",
        ),
        source(m, lang, "villages"),
        pick(
            lang,
            id="Tanda –: nilai kolom itu sendirian tidak dapat mengubah keputusan.",
            en="A –: that column alone cannot change the decision.",
        ),
    )
