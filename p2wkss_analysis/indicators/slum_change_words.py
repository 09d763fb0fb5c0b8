"""What is said of slum scores before and after: the ministry's figure, and beside it what can honestly be read."""

from __future__ import annotations

import pandas as pd

from ..say import integer, join, number, percent, pick, signed
from .slum import CLASSES, CRITERIA

ROLES = {
    "assisted": {"id": "lokasi", "en": "site"}, "comparison": {"id": "pembanding", "en": "comparison"},
    "later_site": {"id": "lokasi kemudian", "en": "later site"},
    "served_before": {"id": "lokasi sebelum survei", "en": "site before the surveys"}, "unknown": {"id": "tidak diketahui", "en": "not known"},
}
HEADS = {
    "rw": {"id": "RW", "en": "RW"}, "rt": {"id": "RT", "en": "RT"}, "role": {"id": "Peran", "en": "Role"},
    "year_before": {"id": "Tahun sebelum", "en": "Year before"}, "year_after": {"id": "Tahun sesudah", "en": "Year after"},
    "score_before": {"id": "Nilai sebelum", "en": "Score before"}, "score_after": {"id": "Nilai sesudah", "en": "Score after"},
    "score_change": {"id": "Perubahan", "en": "Change"}, "comparison_change": {"id": "Perubahan pembanding", "en": "Change of comparison"},
    "contribution_percent": {"id": "Kontribusi penanganan", "en": "Contribution"},
}
LEFT_OUT = {
    "one_survey": {"id": "hanya satu survei", "en": "one survey only"},
    "missing_criteria": {"id": "ada kriteria tanpa data", "en": "criteria without data"},
    "few_households": {"id": "kurang dari lima KK, angkanya disembunyikan", "en": "fewer than five households, figures hidden"},
}


def moved(whole: pd.DataFrame, lang: str) -> str:
    before, after = (whole[c].astype(float).mean() for c in ("score_before", "score_after"))
    steps = whole["class_after"].map(CLASSES.index) - whole["class_before"].map(CLASSES.index)
    better, worse, same = (integer(int(n), lang) for n in ((steps < 0).sum(), (steps > 0).sum(), (steps == 0).sum()))
    n, known = integer(len(whole), lang), whole["role"].eq("assisted").all()
    digits = next((d for d in (1, 2) if round(after - before, d) == round(round(after, d) - round(before, d), d)), 3)
    start, end = number(before, digits, lang), number(after, digits, lang)  # so many that the change can be checked by hand
    change = signed(after - before, digits, lang)
    return pick(
        lang,
        id=f"Di {n} RT {'lokasi' if known else 'yang disurvei dua kali'}, nilai kekumuhan rata-rata berubah dari {start} menjadi {end} "
        f"({change} dari skala 0-80); kelasnya membaik di {better}, tetap di {same}, dan memburuk di {worse} RT.",
        en=f"In {n} {'RT' if n == '1' else 'RTs'} {'of the sites' if known else 'surveyed twice'} the mean slum score went from {start} "
        f"to {end} ({change} on the scale 0-80); the class became better in {better}, stayed in {same} and became worse in {worse}.")


def contribution(whole: pd.DataFrame, lang: str) -> str:
    share = whole["contribution"].dropna()
    if share.empty:
        return pick(lang, id="Kontribusi penanganan tidak dapat dihitung.", en="The contribution cannot be computed.")
    said = percent(100 * share.mean(), 1, lang)
    return pick(
        lang,
        id=f"\"Kontribusi penanganan\" dengan rumus kementerian rata-rata {said}. Angka itu menghitung pekerjaan yang selesai sebagai "
        "hasil: volume sesudahnya lazimnya adalah volume sebelumnya dikurangi pekerjaan, sehingga pekerjaan yang selesai pasti "
        "menaikkannya. Angka itu bukan bukti dampak.",
        en=f"The \"contribution\" by the ministry's formula is {said} on average. It counts delivered works as an outcome by "
        "construction: the volume after is usually the volume before less the works, so that delivered works must raise it. It is no "
        "evidence of impact.")


def parts(whole: pd.DataFrame, by_criterion: pd.DataFrame, lang: str) -> str:
    works, anew, other = (signed(whole[f"points_of_{c}"].astype(float).mean(), 1, lang) for c in ("works", "totals", "other"))
    text = pick(
        lang,
        id=f"Per RT, {works} angka berasal dari kriteria yang volumenya turun langsung oleh pekerjaan yang selesai, {other} dari empat "
        f"kriteria lain (keteraturan, kepadatan, kecukupan air, genangan), dan {anew} dari penyebut yang diukur ulang.",
        en=f"Per RT {works} points come from criteria whose volume falls directly with delivered works, {other} from the four others "
        f"(layout, density, water need met, flooding) and {anew} from totals that were measured anew.")
    mine = by_criterion.merge(whole[["area_code", "rw", "rt"]], on=["area_code", "rw", "rt"])
    mean = mine.groupby("criterion", sort=False)["points"].mean()
    most = [f"{key} {pick(lang, id=CRITERIA[key][1], en=CRITERIA[key][2])} ({signed(mean[key], 1, lang)})"
            for key in mean[mean.abs() > 0].abs().sort_values(ascending=False, kind="stable").index[:3]]
    if most:
        text += " " + pick(lang, id=f"Yang paling berubah: {join(most, lang)}.", en=f"What moved most: {join(most, lang)}.")
    return text


def totals(whole: pd.DataFrame, lang: str) -> list[str]:
    redefined, same = (int(whole["note"].str.contains(word).sum()) for word in ("totals_redefined", "same_totals"))
    said = []
    if redefined:
        n = integer(redefined, lang)
        said.append(pick(
            lang,
            id=f"Di {n} RT survei kedua memakai penyebut lain (luas, bangunan, KK, panjang jalan atau drainase), sehingga persentasenya "
            "tidak sepenuhnya sebanding.",
            en=f"In {n} of them the second survey has other totals (area, buildings, households, road or drain length), so that its "
            "percentages are not quite comparable."))
    if same:
        n = integer(same, lang)
        said.append(pick(
            lang,
            id=f"Di {n} RT semua penyebut sama persis, seperti bila keadaan sesudahnya dihitung dari laporan pekerjaan dan bukan disurvei "
            "ulang; periksa asalnya.",
            en=f"In {n} of them all totals are exactly the same, as where the state after is computed from reports of works and not "
            "surveyed again; ask where it comes from."))
    return said


def others(whole: pd.DataFrame, lang: str) -> str:
    compared = whole.dropna(subset=["comparison_change"])
    if compared.empty:
        return pick(
            lang,
            id="Tidak ada RT pembanding dengan survei pada tahun yang sama, sehingga tidak dapat dikatakan apa yang akan terjadi tanpa "
            "program.",
            en="No comparison RT was surveyed in the same years, so it cannot be told what would have happened without the programme.")
    here, there = compared["score_change"].astype(float).mean(), compared["comparison_change"].mean()
    n, gap = integer(compared["comparison_rts"].max(), lang), signed(here - there, 1, lang)
    own, other = signed(here, 1, lang), signed(there, 1, lang)
    return pick(
        lang,
        id=f"RT pembanding (paling banyak {n} RT) pada tahun yang sama berubah {other} angka, RT lokasi {own}: selisihnya {gap}. Selisih "
        "itu pun memuat pekerjaan yang dihitung sebagai hasil, dan beberapa RT di satu tempat adalah satu kasus.",
        en=f"Comparison RTs ({n} at most) moved {other} points in the same years, those of the sites {own}: the difference is {gap}. It, "
        "too, holds works counted as outcomes, and several RTs of one place are one case.")


def left_out(assisted: pd.DataFrame, lang: str) -> list[str]:
    said = []
    for word, text in LEFT_OUT.items():
        n = int(assisted["note"].str.contains(word).sum())
        if n:
            said.append(pick(lang, id=f"Tidak dihitung: {integer(n, lang)} RT ({text['id']}).",
                             en=f"Left out: {integer(n, lang)} RT ({text['en']})."))
    return said
