"""Chapter: did it help. The real desa case, what it can and cannot show, and what would be needed."""

from __future__ import annotations

import pandas as pd

from ....display.headings import word
from ....impact.methods.dilution import dilution_sentence
from ....impact.methods.limits import limit_sentences
from ....open_data.answers import OpenAnswers
from ....pictures.effects import chart_estimates
from ....say import integer, pick
from ...document import Chapter, Column, Figure, Finding, Paragraph, Points, Section, Table

VARIANT_WORDS = {
    "confirmed": ("lokasi terkonfirmasi", "confirmed sites"),
    "all_sites": ("semua lokasi (uji kepekaan)", "all sites (sensitivity)"),
    "without_winners": ("tanpa pemenang lomba (uji kepekaan)", "without known contest winners (sensitivity)"),
    "with_neighbours": ("dengan desa tetangga (uji kepekaan)", "with neighbouring desa (sensitivity)"),
}
DILUTED = "early_baseline_2023"  # the design whose smallest detectable effect is read at household scale
ASSISTED, HOUSEHOLDS = 100, 2500  # the example of the dilution sentence: one desa of middling size


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    blocks = [
        Paragraph(
            pick(
                lang,
                id="Satu-satunya indeks tahunan terbuka sampai tingkat desa ialah Indeks Desa Membangun (IDM, 0 sampai 1). "
                "Kelurahan tidak memilikinya, sehingga Depok, Cilegon, dan kota lain tidak dapat dilihat dengan cara ini. "
                "Nilai IDM diukur April sampai pertengahan Juni, sedangkan program berjalan Februari sampai November: nilai "
                "tahun program sudah sebagian terkena program.",
                en="The one open yearly index that reaches the desa is the Village Development Index (IDM, 0 to 1). Kelurahan "
                "have none, so Depok, Cilegon and other cities cannot be looked at this way. IDM is measured April to mid "
                "June while the programme runs February to November: the value of the programme year is partly exposed.",
            )
        ),
        *_designs(m, lang),
        Section(pick(lang, id="Apa yang diperkirakan, dan batasnya", en="What is estimated, and its limits")),
        Points(tuple(limit_sentences(lang))),
        Section(pick(lang, id="Lokasi yang tidak dapat dilihat, dan sebabnya", en="Sites that cannot be looked at, and why")),
        _refused(m, lang),
    ]
    return Chapter(
        "menolong" if lang == "id" else "helped", pick(lang, id="Apakah program berdampak?", en="Did the programme help?"), blocks
    )


def rows_of_interest(m: OpenAnswers, lang: str) -> pd.DataFrame:
    """The answers as a report prints them, without a p-value: one row a design, variant and method."""
    titles = {design.key: _short(design, lang) for design, _, _ in m.case.answers}
    rows = m.case.for_report(lang)
    return rows.assign(
        design_key=rows["design"],
        short=rows["design"].map(titles),
        variant_key=rows["variant"],
        variant=[_word(VARIANT_WORDS, v, lang) for v in rows["variant"]],
        way=[word("method", w, lang) for w in rows["method"]],
    )


def _short(design, lang: str) -> str:
    """A design in a few words: its cohort and the years compared."""
    return pick(
        lang,
        id=f"lokasi {design.cohort}, nilai {design.first}–{design.last}",
        en=f"sites of {design.cohort}, values {design.first}–{design.last}",
    )


def _word(words: dict, key: str, lang: str) -> str:
    return pick(lang, id=words[key][0], en=words[key][1])


def _designs(m: OpenAnswers, lang: str) -> list:
    rows = rows_of_interest(m, lang)
    run = rows.dropna(subset=["estimate"])
    title = pick(
        lang,
        id="Perubahan IDM pada lokasi terkonfirmasi, menurut cara menghitung",
        en="Change of IDM at the confirmed sites, by method",
    )
    shown = run[(run["variant_key"] == "confirmed") & run["conf_low"].notna()].assign(
        label=lambda d: d["short"] + ": " + d["way"].str.lower()
    )
    chart = chart_estimates(
        shown,
        title=title,
        lang=lang,
        value_label=pick(
            lang,
            id="poin IDM (0–1); garis: selang kepercayaan 95%",
            en="points of IDM (0–1); line: 95% interval by the method's own assumptions",
        ),
    )
    least = m.case.smallest_detectable(DILUTED)
    return [
        Finding(_verdict(m, lang)),
        Points(tuple(m.case.sentences(lang))),
        Figure(chart, title + ".", chart.sentence(lang), _source(lang)),
        *[_design_table(run[(run["design_key"] == d.key) & run["conf_low"].notna()], d, lang) for d in _in_order(m)],
        Paragraph(
            pick(
                lang,
                id="Pengaruh terkecil yang terlihat pada lokasi 2023, dibaca pada tingkat keluarga: ",
                en="The smallest detectable effect for the sites of 2023, read at household scale: ",
            )
            + dilution_sentence(least, ASSISTED, HOUSEHOLDS, pick(lang, id="poin IDM", en="points of IDM"), lang)
        ),
        Section(pick(lang, id="Mengapa nilai p tidak dicetak", en="Why no p-value is printed")),
        Paragraph(
            pick(
                lang,
                id="Cara-cara di atas sering memberi alarm palsu: menyatakan ada pengaruh padahal tidak ada, karena tempat yang "
                "dipilih pada tahun buruknya membaik dengan sendirinya dan karena lokasinya sedikit. Berapa seringnya diukur "
                "pada simulasi tanpa pengaruh dengan bentuk data yang paling mirip:",
                en="The methods above often raise a false alarm: they report an effect where there is none, because places "
                "chosen in a bad year improve anyway and because the sites are few. How often was measured on simulations "
                "without effect, of the shape of data most like this one:",
            )
        ),
        Points(_false_alarms(rows)),
        _not_run(rows, lang),
    ]


def _source(lang: str) -> str:
    return pick(
        lang,
        id="Sumber: Kemendesa (IDM 2021–2024), daftar lokasi proyek ini.",
        en="Source: Kemendesa (IDM 2021–2024), this project's list of sites.",
    )


def _in_order(m: OpenAnswers) -> list:
    return list(dict.fromkeys(design for design, _, _ in m.case.answers))


def _design_table(run: pd.DataFrame, design, lang: str) -> Table:
    points = pick(lang, id="poin IDM, 0–1", en="points of IDM, 0–1")
    columns = (
        Column("variant", pick(lang, id="Lokasi", en="Sites")),
        Column("way", pick(lang, id="Cara", en="Method")),
        Column("n_treated", pick(lang, id="Lokasi (n)", en="Sites (n)"), "integer"),
        Column("n_comparison", pick(lang, id="Pembanding (n)", en="Comparison (n)"), "integer"),
        Column("estimate", pick(lang, id="Perkiraan", en="Estimate"), "signed", 3, points),
        Column("conf_low", pick(lang, id="dari", en="from"), "signed", 3, points),
        Column("conf_high", pick(lang, id="sampai", en="to"), "signed", 3, points),
        Column("smallest_detectable", pick(lang, id="Terkecil yang terlihat", en="Smallest detectable"), "number", 3, points),
    )
    return Table(run, columns, design.title.say(lang) + ".", _source(lang))


def _verdict(m: OpenAnswers, lang: str) -> str:
    """What the open data can answer today: how many sites have what an answer needs."""
    known, clean = integer(len(m.sites), lang), len(m.clean)
    have = pick(lang, id="tidak satu pun" if not clean else f"hanya {clean}", en="none" if not clean else f"only {clean}")
    return pick(
        lang,
        id=f"Belum dapat disimpulkan. Dari {known} lokasi yang diketahui, {have} yang terkonfirmasi memiliki nilai IDM bersih dari "
        "sebelum lokasi dipilih sekaligus nilai sesudah program. Perbedaan yang tampak di bawah ini tidak membuktikan bahwa "
        "program menolong atau merugikan.",
        en=f"Cannot tell. Of {known} known sites {have} is confirmed and has both a clean value of IDM from before it was chosen and "
        "one from after the programme. The differences below prove neither help nor harm.",
    )


def _false_alarms(rows: pd.DataFrame) -> tuple[str, ...]:
    """The measured rates, each said once, with the method before it."""
    kept = rows[rows["variant_key"] == "confirmed"].dropna(subset=["conf_low"]).drop_duplicates(["way", "note"])
    return tuple(f"{row.way}, {row.short}: {row.note}" for row in kept.itertuples() if row.note)


def _not_run(rows: pd.DataFrame, lang: str) -> Table:
    missing = rows[rows["conf_low"].isna() & (rows["variant_key"] == "confirmed")].drop_duplicates(["way", "note"])
    return Table(
        missing,
        (Column("way", pick(lang, id="Cara", en="Method")), Column("note", pick(lang, id="Sebab", en="Reason"))),
        pick(
            lang,
            id="Cara yang tidak dapat dipakai, atau tidak dapat diberi selang, pada data ini.",
            en="Methods that cannot be used, or cannot be given an interval, on these data.",
        ),
        _source(lang),
    )


def _refused(m: OpenAnswers, lang: str) -> Table:
    reasons = m.case.refused.groupby(f"reason_{lang}").agg(
        n=("village", "size"), examples=("village", lambda v: ", ".join(v.head(4)))
    )
    frame = reasons.sort_values("n", ascending=False).reset_index(names="why")
    return Table(
        frame,
        (
            Column("why", pick(lang, id="Sebab", en="Reason")),
            Column("n", pick(lang, id="Lokasi", en="Sites"), "integer"),
            Column("examples", pick(lang, id="Misalnya", en="For example")),
        ),
        pick(lang, id="Lokasi yang tidak dipakai, menurut sebabnya.", en="Sites not used, by reason."),
        _source(lang),
    )
