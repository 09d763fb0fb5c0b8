"""Chapter: scorecards. Slum score before and after by RT, healthy families, readiness by profile, a contest's rubric."""

from __future__ import annotations

import pandas as pd

from ....city.answers import CityAnswers
from ....disclosure.privacy import mask
from ....display import Unanswered
from ....impact.households.words import visit
from ....indicators.readiness import FEW
from ....indicators.rubric import RubricScore
from ....indicators.scorecards import Scorecards, VillageCard
from ....indicators.texts import ROLES
from ....pictures.slum_before_after import chart_slum_scores
from ....say import Text, integer, number, percent, pick
from ...document import HIDDEN, Caution, Chapter, Column, Figure, Finding, Paragraph, Points, Section, Table
from .words import hidden_note, in_fives_shown, not_answered, notes, place_word, side_word, source

CLASSES = {"berat": "heavy", "sedang": "moderate", "ringan": "light", "tidak kumuh": "not slum"}
MOST_DRAWN = 60  # RTs in the picture; more stay in the table


def chapter(m: CityAnswers, lang: str) -> Chapter:
    title = pick(
        lang, id="Kartu skor: kumuh, keluarga sehat, dan kesiapan", en="Scorecards: slums, healthy families and readiness"
    )
    key = "kartu-skor" if lang == "id" else "scorecards"
    if isinstance(m.scorecards(), Unanswered):
        return Chapter(key, title, [not_answered(m.scorecards(), lang)])
    c = m.scorecards()
    blocks = [
        Caution(
            pick(
                lang,
                id="Kartu skor menggambarkan keadaan satu tempat dari waktu ke waktu, bukan dampak program.",
                en="A scorecard shows the state of a place over time, not the effect of the programme.",
            )
        ),
        Section(pick(lang, id="Nilai kekumuhan sebelum dan sesudah, menurut RT", en="Slum score before and after, by RT")),
        *_slum(m, c, lang),
        Section(pick(lang, id="Indeks Keluarga Sehat (IKS)", en="Healthy family index (IKS)")),
        *_families(m, c, lang),
        Section(pick(lang, id="Kesiapan dan rubrik", en="Readiness and rubrics")),
        *_cards(m, c, lang),
    ]
    return Chapter(key, title, blocks)


def _slum(m: CityAnswers, c: Scorecards, lang: str) -> list:
    if c.slum is None:
        return [
            not_answered(
                Text(
                    "Lembar neighbourhoods belum berisi RT. Isi keenam belas kriteria dengan penyebutnya, "
                    "sebelum dan sesudah program.",
                    "The sheet neighbourhoods holds no RT yet. Fill in the sixteen criteria with their "
                    "totals, before and after the programme.",
                ),
                lang,
            )
        ]
    rows = c.slum.published()
    frame = rows.assign(label=[place_word(m, r.area_code, r.rw, r.rt) for r in rows.itertuples()])
    out: list = [Finding(c.slum.sentence(lang))]
    drawn = frame.dropna(subset=["score_before", "score_after"])
    if 0 < len(drawn) <= MOST_DRAWN:
        picture = chart_slum_scores(
            drawn.astype({"score_before": float, "score_after": float}),
            lang=lang,
            notes=notes(m, lang),
            title=pick(lang, id="Nilai kekumuhan sebelum dan sesudah", en="Slum score before and after"),
        )
        out.append(
            Figure(
                picture,
                pick(
                    lang,
                    id="Setiap baris satu RT. Garis putus-putus: batas kelas Permen PUPR 14/PRT/M/2018.",
                    en="Each row is an RT. Dashed: limits of the classes, Permen PUPR 14/PRT/M/2018.",
                ),
                picture.sentence(lang),
                source(m, lang, "neighbourhoods", "sites"),
            )
        )
    return [*out, _slum_table(m, frame, lang)]


def _slum_table(m: CityAnswers, rows: pd.DataFrame, lang: str) -> Table:
    def klass(value) -> str | None:
        return None if value is None or pd.isna(value) else str(value) if lang == "id" else CLASSES.get(value, str(value))

    frame = rows.assign(
        role=[ROLES[r].say(lang) for r in rows["role"]],
        years=[
            str(a) if pd.isna(b) or a == b else f"{a}–{b}" for a, b in zip(rows["year_before"], rows["year_after"], strict=True)
        ],
        class_before=[klass(v) for v in rows["class_before"]],
        class_after=[klass(v) for v in rows["class_after"]],
        contribution=100 * rows["contribution"].astype(float),
    )
    twice = rows["hidden"] & rows["year_after"].notna()  # of the RTs of few households those with a second survey
    for column in ("score_before", "class_before", "score_after", "class_after", "score_change", "contribution"):
        frame[column] = frame[column].astype(object).mask(rows["hidden"] if column.endswith("before") else twice, HIDDEN)
    return Table(
        frame,
        (
            Column("label", "RT"),
            Column("role", pick(lang, id="Peran", en="Role")),
            Column("years", pick(lang, id="Survei", en="Surveys")),
            Column("score_before", pick(lang, id="Nilai sebelum", en="Score before"), "integer", unit="0–80"),
            Column("class_before", pick(lang, id="Kelas sebelum", en="Class before")),
            Column("score_after", pick(lang, id="Nilai sesudah", en="Score after"), "integer", unit="0–80"),
            Column("class_after", pick(lang, id="Kelas sesudah", en="Class after")),
            Column(
                "score_change",
                pick(lang, id="Perubahan", en="Change"),
                "signed",
                0,
                pick(lang, id="poin (0–80)", en="points (0–80)"),
            ),
            Column("contribution", pick(lang, id='"Kontribusi penanganan"', en='"Contribution"'), "percent", 0),
        ),
        pick(
            lang,
            id="Nilai kekumuhan setiap RT (Permen PUPR 14/PRT/M/2018).",
            en="Slum score of each RT (Permen PUPR 14/PRT/M/2018).",
        ),
        source(m, lang, "neighbourhoods", "sites"),
        pick(
            lang,
            id='"Kontribusi penanganan" ialah rumus kementerian: pekerjaan yang selesai dihitung sebagai hasil, '
            "sehingga bukan bukti dampak. ",
            en='The "contribution" is the ministry\'s formula: delivered works count as an outcome, so that it is no '
            "evidence of impact. ",
        )
        + hidden_note(lang, frame),
    )


def _families(m: CityAnswers, c: Scorecards, lang: str) -> list:
    if c.families is None or c.families.table().empty or not c.families.table()["indexed"].sum():
        return [
            not_answered(
                Text(
                    "Kedua belas butir IKS pada lembar households belum diisi.",
                    "The twelve items of the IKS on the sheet households are not filled in.",
                ),
                lang,
            )
        ]
    rows = c.families.published()
    kinds = ("healthy", "pre_healthy", "unhealthy")

    frame = in_fives_shown(rows, "indexed").assign(
        when=[visit(int(w)).say(lang) for w in rows["wave"]],
        side=[side_word(g, lang) for g in rows["group"]],
        **{k: pd.Series([HIDDEN if v != v else v for v in rows[f"{k}_percent"]], index=rows.index, dtype=object) for k in kinds},
    )
    means = c.families.means()
    return [
        *([Paragraph(_trap(*means, lang))] if means else []),
        Table(
            frame,
            (
                Column("when", pick(lang, id="Kunjungan", en="Visit")),
                Column("side", pick(lang, id="Pihak", en="Side")),
                Column("healthy", pick(lang, id="Sehat (di atas 0,8)", en="Healthy (above 0.8)"), "percent", 0),
                Column("pre_healthy", pick(lang, id="Pra-sehat", en="Pre-healthy"), "percent", 0),
                Column("unhealthy", pick(lang, id="Tidak sehat (di bawah 0,5)", en="Unhealthy (below 0.5)"), "percent", 0),
                Column("indexed", pick(lang, id="Keluarga", en="Families"), "integer"),
            ),
            pick(
                lang, id="Keluarga menurut kelas IKS (Permenkes 39/2016).", en="Families by class of the IKS (Permenkes 39/2016)."
            ),
            source(m, lang, "households"),
            pick(
                lang,
                id="Hanya keluarga yang kedua belas butirnya terjawab. ",
                en="Only families with an answer to all twelve items. ",
            )
            + hidden_note(lang, frame),
        ),
    ]


def _trap(true: float, low: float, lang: str) -> str:
    return pick(
        lang,
        id=f'IKS = jawaban ya / (12 − yang tidak berlaku). Rata-rata semua kunjungan {number(true, 2, lang)}; bila "tidak '
        f'berlaku" keliru dihitung sebagai "tidak", akan terlihat {number(low, 2, lang)}.',
        en=f"IKS = yes answers / (12 − those that do not apply). The mean over all visits is {number(true, 2, lang)}; were "
        f'"not applicable" wrongly taken for no, it would look like {number(low, 2, lang)}.',
    )


def _cards(m: CityAnswers, c: Scorecards, lang: str) -> list:
    if not c.cards:
        text = Text(
            "Lembar scores belum berisi profil yang dikenal (KRPPA, RBI, atau rubrik yang dimuat).",
            "The sheet scores holds no profile that is known (KRPPA, RBI, or a rubric that is loaded).",
        )
        return [not_answered(text, lang), *_unknown(c, lang)]
    latest = c.latest()
    profiles = {card.profile.name: card.profile for card in latest}
    out: list = []
    for name, profile in profiles.items():
        own = [card for card in latest if card.profile.name == name]
        out += [
            Paragraph(" ".join(t for t in (f"{profile.label(lang)}.", profile.note(lang), _weights(own, lang)) if t)),
            Points(tuple(card.finding(lang) for card in own)),
            _card_table(m, own, lang),
        ]
    if c.changes:
        out.append(Points(tuple(f"{place}: {change.sentence(lang)}" for place, change in c.changes)))
    return [*out, *_unknown(c, lang)]


def _weights(cards: list[VillageCard], lang: str) -> str:
    """Whose the weights are, where there are any."""
    if not isinstance(cards[0].result, RubricScore):
        return ""
    return pick(
        lang,
        id="Bobot adalah milik penyelenggara lomba; angka ini bukan ukuran dampak.",
        en="The weights are the organiser's; these points are no measure of impact.",
    )


def _card_table(m: CityAnswers, cards: list[VillageCard], lang: str) -> Table:
    rubric = isinstance(cards[0].result, RubricScore)
    items = {item.key: item for item in cards[0].profile.items}
    rows = []
    for card in cards:
        for row in card.published().to_dict("records"):
            item = items[row["item" if rubric else "indicator"]]
            rows.append(
                {
                    "place": m.names.get(card.area_code, card.area_code),
                    "year": str(card.year),
                    "item": item.label(lang),
                    "answer": HIDDEN if row["flag"] == FEW else _answer(item.kind, row["value"], lang),
                    **(
                        {
                            "points": HIDDEN if row["flag"] == FEW and pd.isna(row["points"]) else row["points"],
                            "most": row["weight"],
                        }
                        if rubric
                        else {"met": _met(row["met"], lang)}
                    ),
                }
            )
    points = pick(lang, id="poin rubrik", en="points of the rubric")
    columns = [
        Column("place", pick(lang, id="Desa/kelurahan", en="Village")),
        Column("year", pick(lang, id="Tahun", en="Year")),
        Column("item", pick(lang, id="Butir", en="Item")),
        Column("answer", pick(lang, id="Jawaban", en="Answer")),
    ]
    columns += (
        [
            Column("points", pick(lang, id="Angka", en="Points"), "number", 1, points),
            Column("most", pick(lang, id="Paling banyak", en="Most"), "number", 1, points),
        ]
        if rubric
        else [Column("met", pick(lang, id="Terpenuhi", en="Met"))]
    )
    label = cards[0].profile.label(lang)
    frame = pd.DataFrame(rows)
    return Table(
        frame,
        tuple(columns),
        pick(lang, id=f"{label}, keadaan terbaru.", en=f"{label}, newest state."),
        source(m, lang, "scores"),
        hidden_note(lang, frame),
    )


def _answer(kind: str, value: float, lang: str) -> str | None:
    """An answer as the table shows it."""
    if value != value:
        return None
    if kind == "yes_no":
        return pick(lang, id="ya", en="yes") if value == 1 else pick(lang, id="tidak", en="no")
    if kind == "percent":
        return percent(value, 1, lang)
    return integer(value, lang) if float(value).is_integer() else number(value, 1, lang)


def _met(value, lang: str) -> str | None:
    return None if pd.isna(value) else pick(lang, id="ya", en="yes") if value else pick(lang, id="tidak", en="no")


def _unknown(c: Scorecards, lang: str) -> list:
    if not c.not_known:
        return []
    said = ", ".join(f"{mask(name)} ({integer(n, lang)})" for name, n in c.not_known.items())
    return [
        Caution(
            pick(
                lang,
                id=f"Profil berikut belum dimuat, sehingga barisnya tidak dinilai: {said}.",
                en=f"These profiles are not loaded, so that their lines are not scored: {said}.",
            )
        )
    ]
