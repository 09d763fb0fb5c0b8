"""Chapter: past sites against the slum list in force when each was chosen."""

from __future__ import annotations

import pandas as pd

from ....open_data.answers import CILEGON, DEPOK, OpenAnswers
from ....say import pick
from ...document import Caution, Chapter, Column, Finding, Paragraph, Section, Table

BOJONGSARI = "32.76.11.1001"


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    depok, cilegon = m.lists[DEPOK], m.lists[CILEGON]
    name = m.names[BOJONGSARI]
    blocks = [
        Paragraph(
            pick(
                lang,
                id="Pejabat menyatakan lokasi dipilih menurut kekumuhan, kemiskinan, dan IPM. Kemiskinan dan IPM resmi hanya "
                "ada sampai tingkat kabupaten/kota. Yang dapat diperiksa untuk kelurahan ialah keputusan penetapan kawasan "
                "kumuh, dan hanya keputusan yang sudah berlaku ketika lokasi dipilih yang adil dipakai.",
                en="Officials say that sites are chosen by slum level, poverty and HDI. Official poverty and HDI stop at "
                "the regency. What can be checked for a kelurahan is the slum decree, and only the decree in force when the "
                "site was chosen is a fair yardstick.",
            )
        ),
        Section("Depok"),
        Finding(depok.sentence(lang)),
        _audit_table(depok.table(lang), lang),
        Caution(
            depok.sentence_of(BOJONGSARI, name, lang)
            + " "
            + pick(
                lang,
                id="Padahal menurut kepala dinas lokasi itu dipilih antara lain karena tingkat kekumuhan (Radar Depok, "
                "12 Maret 2021). Yang dipilih ialah RT 1/RW 2, sedangkan daftar menyebut kelurahan: sebuah RT dapat "
                "kumuh di kelurahan yang tidak tercantum. Kedua keterangan ditampilkan apa adanya.",
                en="Yet the head of the office said it was chosen for its slum level, among other things (Radar Depok, "
                "12 March 2021). What was chosen is RT 1/RW 2 while the list names kelurahan: an RT can be a slum in a "
                "kelurahan that is not listed. Both statements are shown as they are.",
            ),
            pick(lang, id="Keterangan yang tidak sejalan.", en="Statements that disagree."),
        ),
        _site_table(m, DEPOK, lang),
        Section("Cilegon"),
        Finding(cilegon.sentence(lang)),
        Paragraph(
            pick(
                lang,
                id="Daftar kumuh Cilegon yang diketahui hanya sebagian. Kelurahan yang tidak tercantum berarti tidak "
                'diketahui, bukan "tidak kumuh", sehingga tidak ada perbandingan dengan undian.',
                en='The slum lists of Cilegon are known in part. A kelurahan that is not named is unknown, never "not '
                'slum", so there is no comparison with a lottery.',
            )
        ),
        _site_table(m, CILEGON, lang),
    ]
    return Chapter(
        "lokasi" if lang == "id" else "sites",
        pick(lang, id="Apakah lokasi terdahulu tepat sasaran menurut daftar kumuh?", en="Did past sites hit the slums?"),
        blocks,
    )


def _audit_table(table: pd.DataFrame, lang: str) -> Table:
    words = {
        "in force": ("daftar yang berlaku", "list in force"),
        "all in force": ("jumlah", "together"),
        "hindsight": ("daftar terbaru untuk semua (keliru)", "newest list for all (wrong)"),
    }
    frame = table.assign(
        basis=[pick(lang, id=words[b][0], en=words[b][1]) for b in table["basis"]],
        years=[f"{a}–{b}" for a, b in zip(table["first_site"], table["last_site"], strict=True)],
        hits=[f"{a} / {b}" for a, b in zip(table["on_list"], table["sites"], strict=True)],
        share=["–" if pd.isna(a) else f"{a} / {b}" for a, b in zip(table["listed"], table["places"], strict=True)],
        chance=[f"{low}–{high}" for low, high in zip(table["low"], table["high"], strict=True)],
        list_year=table["list_year"].astype("object").where(table["list_year"].notna(), None),
    )
    columns = (
        Column("basis", pick(lang, id="Ukuran", en="Yardstick")),
        Column("list_year", pick(lang, id="Daftar", en="List")),
        Column("years", pick(lang, id="Lokasi tahun", en="Sites of")),
        Column("hits", pick(lang, id="Lokasi tercantum", en="Sites on the list")),
        Column("share", pick(lang, id="Kelurahan tercantum", en="Kelurahan on the list")),
        Column(
            "expected", pick(lang, id="Undian: rata-rata", en="Lottery: mean"), "number", 1, pick(lang, id="lokasi", en="sites")
        ),
        Column("chance", pick(lang, id="Undian: 95 dari 100", en="Lottery: 95 of 100")),
        Column(
            "lottery_p", pick(lang, id="Peluang undian sama atau lebih", en="Chance that a lottery does as well"), "p", 2, "0–1"
        ),
    )
    return Table(
        frame,
        columns,
        pick(
            lang,
            id="Lokasi Depok pada daftar kumuh, dibandingkan dengan undian di antara 63 kelurahan.",
            en="Sites of Depok on the slum list, against a lottery among its 63 kelurahan.",
        ),
        pick(
            lang,
            id="Sumber: keputusan wali kota; daftar lokasi proyek ini; perhitungan sendiri.",
            en="Source: decrees of the mayor; this project's list of sites; own computation.",
        ),
        pick(
            lang,
            id="Baris terakhir ialah angka yang sering dikutip: ia memakai daftar yang belum ada ketika sebagian lokasi dipilih.",
            en="The last row is the figure often quoted: it uses a list that did not exist when some sites were chosen.",
        ),
    )


def _site_table(m: OpenAnswers, regency: str, lang: str) -> Table:
    states = {
        "on": ("tercantum", "on the list"),
        "off": ("tidak tercantum", "not on the list"),
        "unknown": ("tidak diketahui", "unknown"),
        "no list yet": ("belum ada daftar", "no list yet"),
    }
    places = (
        m.lists[regency]
        .places()
        .merge(
            m.sites[["village_code", "year", "neighbourhood", "assisted_households", "households_scope"]],
            left_on=["area_code", "year"],
            right_on=["village_code", "year"],
            how="left",
        )
    )
    together = places["households_scope"].fillna("").str.contains("combined")
    households = places["assisted_households"].astype("object").where(places["assisted_households"].notna(), None)
    shared = pick(lang, id="{} bersama", en="{} together")
    frame = places.assign(
        name=places["area_code"].map(m.names),
        neighbourhood=places["neighbourhood"].where(places["neighbourhood"].notna(), None),
        households=[
            None if h is None else (shared.format(h) if both else str(h)) for h, both in zip(households, together, strict=True)
        ],
        year_text=places["year"].astype(str),
        list_text=[None if pd.isna(y) else str(y) for y in places["list_year"]],
        state=[pick(lang, id=states[s][0], en=states[s][1]) for s in places["on_list"]],
    )
    columns = (
        Column("year_text", pick(lang, id="Tahun", en="Year")),
        Column("name", pick(lang, id="Kelurahan", en="Kelurahan")),
        Column("neighbourhood", "RT/RW"),
        Column("households", pick(lang, id="KK binaan", en="Assisted households")),
        Column("list_text", pick(lang, id="Daftar yang berlaku", en="List in force")),
        Column("state", pick(lang, id="Status", en="Status")),
    )
    city = m.names[regency]
    return Table(
        frame,
        columns,
        pick(
            lang,
            id=f"Lokasi P2WKSS {city} yang terkonfirmasi dan diketahui tahunnya.",
            en=f"Confirmed P2WKSS sites of {city} with a known year.",
        ),
        pick(
            lang,
            id="Sumber: pemberitaan dan pemerintah kota, alamat tiap baris dalam tabel programme_sites.",
            en="Source: press and city government, the address of each row in the table programme_sites.",
        ),
    )
