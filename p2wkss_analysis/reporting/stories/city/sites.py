"""Chapter: the register of past sites, how and when they were chosen, and whether they hit the need known then."""

from __future__ import annotations

import pandas as pd

from ....city.answers import CityAnswers
from ....city.sites import chosen_word
from ....say import Text, date, integer, percent, pick
from ...document import Caution, Chapter, Column, Finding, Paragraph, Points, Section, Table
from .words import not_answered, place_word, source


def chapter(m: CityAnswers, lang: str) -> Chapter:
    title = pick(
        lang,
        id="Lokasi terdahulu: bagaimana dipilih, dan tepatkah?",
        en="Past sites: how were they chosen, and did they hit the need?",
    )
    key = "lokasi" if lang == "id" else "sites"
    if m.sites().rows.empty:
        return Chapter(
            key,
            title,
            [
                not_answered(
                    Text(
                        "Lembar sites belum berisi lokasi. Isi satu baris untuk setiap lokasi dan tahun: nomor SK, tanggal diumumkan, "
                        "RW/RT, dan cara memilih.",
                        "The sheet sites holds no site yet. Fill in one line a site and year: decree, date of announcement, RW/RT and how "
                        "it was chosen.",
                    ),
                    lang,
                )
            ],
        )
    blocks = [
        Paragraph(m.sites().sentence(lang)),
        _register(m, lang),
        Section(pick(lang, id="Tepatkah menurut data saat itu?", en="Did they hit the need as known then?")),
    ]
    if m.sites().audit is None:
        blocks.append(not_answered(m.sites().why_not, lang))
    else:
        blocks += [
            Finding(m.sites().audit.sentence(lang)),
            Paragraph(
                pick(
                    lang,
                    id="Setiap lokasi dinilai dengan angka tahun terbaru sebelum tahun lokasi itu diumumkan (atau ditetapkan; bila "
                    "keduanya tidak diisi, sebelum tahun programnya), "
                    "di antara semua desa/kelurahan. Angka yang belum ada ketika lokasi dipilih tidak dipakai.",
                    en="Each site is judged by the newest year of figures before it was announced (or decreed; before its "
                    "programme year where neither is filled in), among all "
                    "villages. A figure that did not exist when the site was chosen is not used.",
                )
            ),
            Caution(
                pick(
                    lang,
                    id="Lokasi yang bukan paling membutuhkan menurut ukuran ini belum tentu salah pilih: panitia mungkin memakai "
                    "keterangan yang tidak ada dalam kolom "
                    "ini, dan yang dipilih sebuah RW. Sebaliknya, tepat memilih tidak berarti program berdampak.",
                    en="A site that was not the neediest by this measure was not therefore chosen wrongly: the committee may have "
                    "known what these columns do not hold, and what "
                    "is chosen is an RW. Nor does a choice that hits mean that the programme helped.",
                )
            ),
        ]
    blocks.append(Section(pick(lang, id="Keterangan yang tidak sejalan", en="Statements that disagree")))
    conflicts = tuple(text.say(lang) for text in m.sites().conflicts)
    blocks.append(
        Points(conflicts)
        if conflicts
        else Paragraph(
            pick(
                lang,
                id="Tidak ditemukan keterangan yang bertentangan, baik di dalam buku kerja maupun dengan daftar terbuka lokasi.",
                en="No statement was found that disagrees, neither within the workbook nor with the open register of sites.",
            )
        )
    )
    return Chapter(key, title, blocks)


def _register(m: CityAnswers, lang: str) -> Table:
    rows = m.sites().table(lang)
    units = {
        "household": pick(lang, id="KK", en="households"),
        "woman": pick(lang, id="perempuan", en="women"),
        "cadre": pick(lang, id="kader", en="cadres"),
    }

    def day(value) -> str | None:
        return None if pd.isna(value) else date(value.date(), lang)

    frame = pd.DataFrame(
        {
            "year": rows["year"].astype(str),
            "place": [place_word(m, r.area_code, r.rw, r.rt) for r in rows.itertuples()],
            "decree": [None if pd.isna(v) else str(v) for v in rows["decree"]],
            "announced": [day(v) for v in rows["announced_date"]],
            "way": [chosen_word(v, lang) for v in rows["chosen_by"]],
            "planned": [
                None if pd.isna(n) else f"{integer(n, lang)} {units.get(u, '')}".strip()
                for n, u in zip(rows["planned_households"], rows["planned_unit"], strict=True)
            ],
            "standing": [
                None
                if pd.isna(r.rank)
                else pick(
                    lang,
                    id=f"{integer(r.rank, lang)} dari {integer(r.places, lang)} ({int(r.need_year)})",
                    en=f"{integer(r.rank, lang)} of {integer(r.places, lang)} ({int(r.need_year)})",
                )
                for r in rows.itertuples()
            ],
            "share": [None if pd.isna(v) else percent(v, 0, lang) for v in rows["percentile"]],
        }
    )
    return Table(
        frame,
        (
            Column("year", pick(lang, id="Tahun", en="Year")),
            Column("place", pick(lang, id="Lokasi", en="Site")),
            Column("decree", pick(lang, id="Nomor SK", en="Decree")),
            Column("announced", pick(lang, id="Diumumkan", en="Announced")),
            Column("way", pick(lang, id="Cara memilih", en="How chosen")),
            Column("planned", pick(lang, id="Rencana", en="Planned")),
            Column("standing", pick(lang, id="Peringkat kebutuhan (data tahun)", en="Rank of need (data of)")),
            Column("share", pick(lang, id="Persentil", en="Percentile")),
        ),
        pick(lang, id=f"Register lokasi {m.programme} {m.city}.", en=f"Register of the sites of {m.programme}, {m.city}."),
        source(m, lang, "sites", "villages"),
        pick(
            lang,
            id="Persentil mendekati 0: termasuk yang paling membutuhkan saat itu. Tanda –: belum diisi atau tidak dapat "
            "diperingkat.",
            en="A percentile near 0: among the neediest then. A –: not filled in, or cannot be ranked.",
        ),
    )
