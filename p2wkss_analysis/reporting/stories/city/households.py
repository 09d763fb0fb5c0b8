"""Chapter: the households. Whom the programme took, how alike both sides were, who was lost, and what changed."""

from __future__ import annotations

from ....city.answers import CityAnswers
from ....delivery.log import sector_words
from ....disclosure.in_fives import BASE
from ....display import Unanswered
from ....impact.figures import decimals, figure
from ....impact.households.words import visit
from ....pictures.effects import chart_estimates
from ....say import number, pick, signed
from ....targeting.households.assisted import AssistedHouseholds
from ...document import HIDDEN, Caution, Chapter, Column, Figure, Finding, Paragraph, Points, Section, Table
from .words import hidden_note, in_fives_shown, not_answered, notes, side_word, source


def chapter(m: CityAnswers, lang: str) -> Chapter:
    title = pick(
        lang,
        id="Keluarga: siapa yang dibina, dan apa yang berubah?",
        en="Households: whom did the programme take, and what changed?",
    )
    blocks = [
        Section(pick(lang, id="Siapa yang dibina", en="Whom the programme took")),
        *_chosen(m, lang),
        Section(pick(lang, id="Apa yang berubah pada keluarga", en="What changed in the households")),
    ]
    h = m.households()
    if isinstance(h, Unanswered):
        blocks.append(not_answered(h, lang))
        return Chapter("keluarga" if lang == "id" else "households", title, blocks)
    blocks += [
        Paragraph(h.named_before(lang)),
        Finding(h.sentence(lang)),
        Paragraph(h.choice_sentence(lang)),
        *_caution(m, lang),
        _waves(m, lang),
        Section(pick(lang, id="Indikator lain", en="Other outcomes")),
        Paragraph(h.others_sentence(lang)),
        *_chart(m, lang),
        _outcomes(m, lang),
        *_refused(m, lang),
        Section(
            pick(
                lang,
                id="Seberapa mirip kedua pihak sebelumnya, dan siapa yang tidak ditemui lagi",
                en="How alike both sides were before, and who was not seen again",
            )
        ),
        _balance(m, lang),
        _attrition(m, lang),
        *_lee(m, lang),
        Section(pick(lang, id="Menurut sektor dan kadar bantuan", en="By sector and dose of the help")),
        *_help(m, lang),
        Section(pick(lang, id="Yang diperkirakan, dan batasnya", en="What is estimated, and its limits")),
        Points(tuple(h.main.limits(lang))),
    ]
    return Chapter("keluarga" if lang == "id" else "households", title, blocks)


def _caution(m: CityAnswers, lang: str) -> list:
    """What the city should answer first, else the condition on which the answer hangs; the other remarks stand below the table."""
    said = " ".join(m.checked.questions(lang)) or m.households().condition_sentence(lang)
    return [Caution(said)] if said else []


def _chosen(m: CityAnswers, lang: str) -> list:
    c = m.assisted()
    if isinstance(c, Unanswered):
        return [not_answered(c, lang)]
    tables = [] if c.by_decile is None else [_decile_table(m, c, lang)]
    return [Finding(c.sentence(lang)), *tables, _rt_table(m, c, lang)]


def _sides(lang: str) -> tuple[Column, ...]:
    return (
        Column("assisted", side_word("assisted", lang), "integer"),
        Column("comparison", side_word("comparison", lang), "integer"),
        Column("all", pick(lang, id="Jumlah", en="Total"), "integer"),
    )


def _decile_table(m: CityAnswers, c: AssistedHouseholds, lang: str) -> Table:
    words = {
        "low": pick(lang, id=f"desil 1 sampai {c.cut}", en=f"deciles 1 to {c.cut}"),
        "high": pick(lang, id=f"desil {c.cut + 1} ke atas", en=f"decile {c.cut + 1} and above"),
        "unknown": pick(lang, id="desil tidak diketahui", en="decile not known"),
        "all": pick(lang, id="jumlah", en="total"),
    }
    frame = in_fives_shown(c.by_decile, "assisted", "comparison", "all").assign(group=[words[i] for i in c.by_decile.index])
    return Table(
        frame,
        (Column("group", pick(lang, id="Desil pada kunjungan pertama", en="Decile at the first visit")), *_sides(lang)),
        pick(lang, id="KK menurut desil.", en="Households by decile."),
        source(m, lang, "households"),
    )


def _rt_table(m: CityAnswers, c: AssistedHouseholds, lang: str) -> Table:
    frame = in_fives_shown(c.by_rt, "assisted", "comparison", "all")
    total = pick(lang, id="jumlah", en="total")
    frame = frame.assign(place=[total if i == "all" else f"{m.names.get(i[:13], i[:13])} {i[14:]}" for i in c.by_rt.index])
    return Table(
        frame,
        (Column("place", "RT"), *_sides(lang)),
        pick(lang, id="KK binaan dan pembanding menurut RT.", en="Assisted and comparison households by RT."),
        source(m, lang, "households"),
        pick(
            lang,
            id="RT dengan paling banyak lima KK di tiap pihak tidak dicantumkan.",
            en="RTs with at most five households on each side are not listed.",
        ),
    )


def _waves(m: CityAnswers, lang: str) -> Table:
    rows = in_fives_shown(_thousands(m.households().by_wave(lang)), "n_treated", "n_comparison")
    return Table(
        rows,
        (
            Column("when", pick(lang, id="Kunjungan", en="Visit")),
            *_numbers(lang, rows, m.households().outcome.unit.say(lang)),
            Column("n_treated", side_word("assisted", lang), "integer"),
            Column("n_comparison", side_word("comparison", lang), "integer"),
        ),
        pick(
            lang,
            id=f"{m.households().outcome.words(lang)}: selisih KK binaan terhadap pembanding, menurut kunjungan.",
            en=f"{m.households().outcome.words(lang)}: assisted less comparison households, by visit.",
        ),
        source(m, lang, "households"),
        " ".join([*_middle(m, lang), *m.households().cautions(lang)]),
    )


def _middle(m: CityAnswers, lang: str) -> list[str]:
    """What a single figure is where the answer is a range."""
    if m.households().main.decided_by != "unknown":
        return []
    return [
        pick(
            lang,
            id="Selisih adalah titik tengah rentang; selangnya meliputi seluruh rentang.",
            en="The difference is the middle of the range; the interval covers all of it.",
        )
    ]


def _numbers(lang: str, rows, unit: str) -> tuple[Column, ...]:
    digits = _digits(rows)
    return (
        Column("estimate", pick(lang, id="Selisih", en="Difference"), "signed", digits, unit),
        Column("conf_low", pick(lang, id="Selang 95%: dari", en="95% interval: from"), "signed", digits, unit),
        Column("conf_high", pick(lang, id="sampai", en="to"), "signed", digits, unit),
    )


def _digits(rows) -> int:
    return 0 if rows["estimate"].abs().max() >= 1000 else 1


def _places(size: float) -> int:
    """Decimals of a figure: one, none from 1,000 on, thousands from 10,000 on."""
    return min(decimals(abs(size)), 0) if abs(size) >= 1000 else 1


def _thousands(rows):
    """Estimates of a large unit to the nearest thousand, as the sentences tell them."""
    if not rows["estimate"].abs().max() >= 10_000:
        return rows
    return rows.assign(**{c: rows[c].round(-3) for c in ("estimate", "conf_low", "conf_high")})


def _spelled(rows, lang: str):
    """Figures of outcomes in different units as text, each with the decimals of its own size."""

    def said(value, size, sign=True) -> str | None:
        if value != value:
            return None
        return figure(value, _places(size), lang, sign=sign)

    size = rows["estimate"]
    ends = {c: [said(v, e) for v, e in zip(rows[c], size, strict=True)] for c in ("conf_low", "conf_high")}
    least = [said(v, e, False) for v, e in zip(rows["smallest_detectable"], size, strict=True)]
    told = [
        said(v, v) if low != low else f"{said(low, v)} … {said(high, v)}"
        for v, low, high in zip(size, rows["range_low"], rows["range_high"], strict=True)
    ]
    return rows.assign(**ends, smallest_detectable=least, estimate=told)


def _outcomes(m: CityAnswers, lang: str) -> Table:
    rows = m.households().table(lang)
    main = pick(lang, id="Utama: ", en="Main: ")
    frame = in_fives_shown(_spelled(rows, lang), "n_treated", "n_comparison").assign(
        outcome=rows["main"].map({True: main, False: ""}) + rows["outcome"] + " (" + rows["unit"] + ")",
        better=[pick(lang, id="naik" if b == "higher" else "turun", en=b) for b in rows["better"]],
    )
    return Table(
        frame,
        (
            Column("outcome", pick(lang, id="Indikator (satuan)", en="Outcome (unit)")),
            Column("better", pick(lang, id="Membaik bila", en="Better if")),
            Column("estimate", pick(lang, id="Selisih", en="Difference")),
            Column("conf_low", pick(lang, id="dari", en="from")),
            Column("conf_high", pick(lang, id="sampai", en="to")),
            Column("p_holm", pick(lang, id="p (Holm)", en="p (Holm)"), "p", 3, "0–1"),
            Column("smallest_detectable", pick(lang, id="Terkecil yang terlihat", en="Smallest detectable")),
            Column("n_treated", side_word("assisted", lang), "integer"),
            Column("n_comparison", side_word("comparison", lang), "integer"),
        ),
        pick(
            lang,
            id=f"Semua indikator keluarga pada {visit(m.households().wave).say(lang)}.",
            en=f"All household outcomes at the {visit(m.households().wave).say(lang)}.",
        ),
        source(m, lang, "households"),
        pick(
            lang,
            id="p (Holm) memperhitungkan banyaknya indikator; indikator utama dinilai dari selangnya. Jamban sehat dan "
            "air bersih juga bagian dari IKS.",
            en="p (Holm) allows for the number of outcomes; the main one is judged by its interval. Latrine and clean water "
            "are also part of the IKS.",
        ),
    )


def _chart(m: CityAnswers, lang: str) -> list:
    """The yes/no outcomes, which share a unit, in one picture."""
    rows = m.households().table(lang)
    unit = pick(lang, id="poin persentase", en="percentage points")
    rows = rows[(rows["unit"] == unit) & rows["estimate"].notna()].assign(label=lambda d: d["outcome"])
    if len(rows) < 2:
        return []
    title = pick(lang, id="Selisih KK binaan terhadap pembanding", en="Assisted less comparison households")
    picture = chart_estimates(rows, title=title, value_label=unit, notes=notes(m, lang), digits=1, lang=lang)
    return [
        Figure(
            picture,
            pick(
                lang,
                id="Indikator ya/tidak, dihitung menurut cara KK dipilih. Garis: selang kepercayaan 95% masing-masing, belum "
                "memperhitungkan banyaknya indikator.",
                en="Yes/no outcomes, computed as the choice of households asks. Line: each one's own 95% interval, not allowing for their number.",
            ),
            picture.sentence(lang),
            source(m, lang, "households"),
        )
    ]


def _refused(m: CityAnswers, lang: str) -> list:
    if not m.households().refused:
        return []
    return [Points(tuple(f"{o.label.say(lang)}: {why.say(lang)}" for o, why in m.households().refused))]


def _balance(m: CityAnswers, lang: str) -> Table:
    rows = m.households().balance(lang)
    hidden = rows["hidden"]
    shown = ["assisted_mean", "comparison_mean", "standardised_difference"]

    def said(value, digits, hide):
        return HIDDEN if hide else None if value != value else number(value, digits, lang)

    frame = rows.assign(
        **{
            c: [said(v, 2 if c.startswith("stand") else d, h) for v, d, h in zip(rows[c], rows["decimals"], hidden, strict=True)]
            for c in shown
        }
    )
    return Table(
        frame,
        (
            Column("variable", pick(lang, id="Keadaan awal", en="At the first visit")),
            Column("unit", pick(lang, id="Satuan", en="Unit")),
            Column("assisted_mean", side_word("assisted", lang)),
            Column("comparison_mean", side_word("comparison", lang)),
            Column("standardised_difference", pick(lang, id="Selisih (simpangan baku)", en="Difference (SD)")),
        ),
        pick(lang, id="Keadaan kedua pihak pada kunjungan awal.", en="Both sides at the first visit."),
        source(m, lang, "households"),
        pick(
            lang,
            id="Selisih di atas 0,25 simpangan baku: kedua pihak berangkat dari keadaan yang berbeda, sehingga jawaban "
            "bergantung pada cara memperhitungkannya. ",
            en="A difference above 0.25 SD: both sides started differently, and the answer hangs on how that is allowed for. ",
        )
        + hidden_note(lang, frame),
    )


def _attrition(m: CityAnswers, lang: str) -> Table:
    rows = m.households().attrition()
    few = rows["lost"] < 2 * BASE  # the difference of two numbers kept from an earlier edition is off by up to twice as much
    frame = in_fives_shown(rows, "at_baseline", "seen").assign(
        lost=[f"≤{2 * BASE}" if f else int(n) for f, n in zip(few, rows["lost"], strict=True)],
        lost_percent=rows["lost_percent"].mask(few),
        when=[visit(w).say(lang) for w in rows["wave"]],
        side=[side_word(g, lang) for g in rows["group"]],
    )
    return Table(
        frame,
        (
            Column("when", pick(lang, id="Kunjungan", en="Visit")),
            Column("side", pick(lang, id="Pihak", en="Side")),
            Column("at_baseline", pick(lang, id="KK pada kunjungan awal", en="Households at the first visit"), "integer"),
            Column("seen", pick(lang, id="Ditemui lagi", en="Seen again"), "integer"),
            Column("lost", pick(lang, id="Tidak ditemui", en="Not seen"), "integer"),
            Column("lost_percent", pick(lang, id="Tidak ditemui (%)", en="Not seen (%)"), "percent", 0),
        ),
        pick(lang, id="Keluarga yang tidak ditemui lagi.", en="Households not seen again."),
        source(m, lang, "households"),
        pick(
            lang,
            id="KK tanpa kunjungan awal tidak termasuk. Persentase tidak dihitung bila yang hilang paling banyak sepuluh.",
            en="Households without a first visit are not counted. No percentage where at most ten were lost.",
        ),
    )


def _lee(m: CityAnswers, lang: str) -> list[Paragraph]:
    """What loss could have done to the answer; nothing where as many were seen on both sides."""
    bounds = m.households().main.lee_bounds()
    if bounds.low != bounds.low:
        return [
            Paragraph(
                pick(
                    lang,
                    id="Batas karena keluarga yang hilang tidak dapat dihitung.",
                    en="Bounds for lost households cannot be computed.",
                )
            )
        ]
    if not bounds.trimmed:
        return []
    d = _places(bounds.low)
    return [
        Paragraph(
            pick(
                lang,
                id=f"Bila keluarga yang hilang lebih banyak di satu pihak ternyata semuanya yang terbaik, atau semuanya yang terburuk, "
                f"selisihnya antara {signed(bounds.low, d, lang)} dan "
                f"{signed(bounds.high, d, lang)} (Lee 2009).",
                en=f"If the households lost more on one side were all the best, or all the worst, the difference would lie between "
                f"{signed(bounds.low, d, lang)} and "
                f"{signed(bounds.high, d, lang)} (Lee 2009).",
            )
        )
    ]


def _help(m: CityAnswers, lang: str) -> list:
    sector, dose = (
        None if rows is None else _thousands(rows) for rows in (m.households().by_sector(lang), m.households().by_dose(lang))
    )
    if sector is None:
        return [
            Paragraph(
                pick(
                    lang,
                    id="Tidak ada kegiatan yang menyebut ID keluarga, sehingga hasil tidak dapat dilihat menurut sektor atau "
                    "kadar bantuan.",
                    en="No activity names a household, so that results cannot be seen by sector or dose.",
                )
            )
        ]
    columns = (
        *_numbers(lang, sector, m.households().outcome.unit.say(lang)),
        Column("n_treated", side_word("assisted", lang), "integer"),
    )
    shown = in_fives_shown(sector[sector["estimate"].notna()], "n_treated").assign(
        sector=lambda d: [sector_words(s, lang) for s in d["sector"]]
    )
    out: list = [
        Caution(
            pick(
                lang,
                id="Siapa mendapat apa dipilih dinas, bukan diundi: selisih antarsektor atau antarkadar bukan pengaruh sektor atau "
                "kadar itu, dan makin banyak kelompok yang "
                "dibandingkan, makin sering ada yang tampak menonjol karena kebetulan.",
                en="Departments chose who got what, nobody drew lots: a gap between sectors or doses is not the effect of that sector "
                "or dose, and the more groups are compared, the "
                "more often one seems to stand out by chance.",
            )
        )
    ]
    if len(shown):
        out.append(
            Table(
                shown,
                (Column("sector", pick(lang, id="Sektor bantuan", en="Sector of the help")), *columns),
                pick(
                    lang,
                    id=f"{m.households().outcome.words(lang)} menurut sektor bantuan yang diterima KK binaan.",
                    en=f"{m.households().outcome.words(lang)} by sector of the help that assisted households got.",
                ),
                source(m, lang, "households", "deliveries"),
                pick(
                    lang,
                    id="Sektor dengan kurang dari 15 KK tidak dicantumkan.",
                    en="Sectors with fewer than 15 households are not listed.",
                ),
            )
        )
    if dose is not None:
        words = [
            d.replace("<=", pick(lang, id="sampai", en="up to")).replace(">", pick(lang, id="di atas", en="above")) + "%"
            for d in dose["dose"]
        ]
        out.append(
            Table(
                in_fives_shown(dose.assign(dose=words), "n_treated"),
                (Column("dose", pick(lang, id="Kegiatan yang terlaksana", en="Share of activities done")), *columns),
                pick(
                    lang,
                    id=f"{m.households().outcome.words(lang)} menurut kadar bantuan.",
                    en=f"{m.households().outcome.words(lang)} by dose of the help.",
                ),
                source(m, lang, "households", "deliveries"),
            )
        )
    else:
        out.append(
            Paragraph(
                pick(
                    lang,
                    id="Kadar bantuan tidak dapat dibandingkan: belum tercatat, atau sama untuk semua KK yang menerimanya.",
                    en="The dose cannot be compared: it is not on record, or the same for all households that got help.",
                )
            )
        )
    return out
