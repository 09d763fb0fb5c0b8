"""What is said of slum scores before and after, by RT."""

from __future__ import annotations

from ...say import Text

ROLES = {
    "assisted": Text("lokasi", "site"),
    "comparison": Text("pembanding", "comparison"),
    "later_site": Text("lokasi kemudian", "later site"),
    "served_before": Text("lokasi sebelum survei", "site before the surveys"),
    "unknown": Text("tidak diketahui", "not known"),
}
HEADS = {
    "rw": Text("RW", "RW"),
    "rt": Text("RT", "RT"),
    "role": Text("Peran", "Role"),
    "year_before": Text("Tahun sebelum", "Year before"),
    "year_after": Text("Tahun sesudah", "Year after"),
    "score_before": Text("Nilai sebelum", "Score before"),
    "score_after": Text("Nilai sesudah", "Score after"),
    "score_change": Text("Perubahan", "Change"),
    "comparison_change": Text("Perubahan pembanding", "Comparison change"),
    "contribution_percent": Text("Kontribusi penanganan", "Contribution"),
}
SLUM_SCORES_MOVED = Text(
    "Nilai kekumuhan rata-rata {n:,} RT {sites:lokasi|yang disurvei dua kali} {moved} dari {before:.{digits}} menjadi {after:.{digits}} "
    "({change:+.{digits}} pada skala 0\N{EN DASH}80). Kelasnya membaik di {better:,}, tetap di {same:,}, dan memburuk di {worse:,} RT.",
    "The mean slum score of {n:,} {n:RT|RTs} {sites:of the sites|surveyed twice} {moved} from {before:.{digits}} to {after:.{digits}} "
    "({change:+.{digits}} on the scale 0\N{EN DASH}80). The class improved in {better:,}, stayed the same in {same:,} and worsened in "
    "{worse:,}.",
)
SLUM_SCORES_STAYED = Text(
    "Nilai kekumuhan rata-rata {n:,} RT {sites:lokasi|yang disurvei dua kali} tetap {after:.{digits}} pada skala 0\N{EN DASH}80. "
    "Kelasnya membaik di {better:,}, tetap di {same:,}, dan memburuk di {worse:,} RT.",
    "The mean slum score of {n:,} {n:RT|RTs} {sites:of the sites|surveyed twice} stayed at {after:.{digits}} on the scale 0\N{EN DASH}80. "
    "The class improved in {better:,}, stayed the same in {same:,} and worsened in {worse:,}.",
)
MOVED = {
    "down": Text("turun", "fell"),
    "up": Text("naik", "rose"),
}
NO_CONTRIBUTION = Text("Kontribusi penanganan tidak dapat dihitung.", "The contribution of slum works cannot be computed.")
# The volume after is usually the volume before less the works: finished works raise the figure by construction.
CONTRIBUTION = Text(
    "Kontribusi penanganan menurut rumus kementerian rata-rata {share:.1%}; angka ini bukan bukti dampak.",
    "The contribution of slum works by the ministry's formula averages {share:.1%}; it is no evidence of impact.",
)
WORKS_RAISE_IT = Text(
    "Kontribusi penanganan pasti naik bila pekerjaan selesai, karena volume sesudahnya biasanya adalah volume sebelumnya dikurangi "
    "pekerjaan.",
    "Finished works raise the contribution by construction, because the volume after is usually the volume before less the works.",
)
POINTS_BY_SOURCE = Text(
    "Dari perubahan per RT, {works:+.1} poin berasal dari kriteria yang volumenya turun langsung oleh pekerjaan, {other:+.1} dari empat "
    "kriteria lain (keteraturan, kepadatan, kecukupan air, genangan), dan {totals:+.1} dari penyebut yang diukur ulang.",
    "Of the change per RT, {works:+.1} points come from criteria whose volume falls directly with finished works, {other:+.1} from the "
    "four others (layout, density, water need met, flooding) and {totals:+.1} from denominators that were measured again.",
)
MOVED_MOST = Text("Yang paling berubah: {criteria:and}.", "What moved most: {criteria:and}.")
CRITERION_POINTS = Text("{key} {label} ({points:+.1})", "{key} {label} ({points:+.1})")
DENOMINATORS_CHANGED = Text(
    "Di {n:,} RT survei kedua memakai penyebut lain (luas, bangunan, KK, panjang jalan atau drainase), sehingga persentasenya tidak "
    "sepenuhnya sebanding.",
    "In {n:,} {n:RT|RTs} the second survey has other denominators (area, buildings, households, road or drain length), so that its "
    "percentages are not quite comparable.",
)
DENOMINATORS_IDENTICAL = Text(
    "Di {n:,} RT semua penyebut sama persis. Keadaan sesudahnya mungkin dihitung dari laporan pekerjaan, bukan disurvei ulang; "
    "periksa asalnya.",
    "In {n:,} {n:RT|RTs} all denominators are exactly the same. The state after may have been computed from reports of works rather "
    "than surveyed again; check its origin.",
)
NO_COMPARISON_RT = Text(
    "Perubahan tanpa program tidak dapat diperkirakan karena tidak ada RT pembanding yang disurvei pada tahun yang sama. Survei juga "
    "beberapa RT yang bukan lokasi.",
    "The change without the programme cannot be estimated, because no comparison RT was surveyed in the same years. Survey some RTs "
    "that are not sites as well.",
)
# Works count as outcomes in the difference too, and RTs of one place are one case, not several.
COMPARED = Text(
    "Selisihnya dengan RT pembanding {gap:+.1} poin: RT lokasi {own:+.1}, RT pembanding (sampai {n:,} RT) {other:+.1} pada tahun yang "
    "sama. Sebagian selisih ini hanya mencatat pekerjaan yang selesai, dan beberapa RT di satu tempat merupakan satu kasus.",
    "The difference from comparison RTs is {gap:+.1} points: site RTs {own:+.1}, comparison RTs (up to {n:,}) {other:+.1} in the same "
    "years. Part of it only records works completed, and several RTs of one place are one case.",
)
LEFT_OUT = {
    "one_survey": Text("Tidak dihitung: {n:,} RT (hanya satu survei).", "Left out: {n:,} {n:RT|RTs} (one survey only)."),
    "missing_criteria": Text(
        "Tidak dihitung: {n:,} RT (ada kriteria tanpa data).",
        "Left out: {n:,} {n:RT|RTs} (criteria without data).",
    ),
    "few_households": Text(
        "Tidak dihitung: {n:,} RT (kurang dari lima KK, angkanya disembunyikan).",
        "Left out: {n:,} {n:RT|RTs} (fewer than five households, figures hidden).",
    ),
}
NO_SLUM_CHANGE = Text(
    "Perubahan nilai kekumuhan tidak dapat dihitung: tidak ada RT lokasi dengan dua survei lengkap.",
    "The change of the slum score cannot be computed: no site RT has two complete surveys.",
)
RT_COLUMNS_ABSENT = Text(
    "Tabel RT tidak memuat kolom {absent:list}. Gunakan lembar RT dari buku kerja.",
    "The table of RTs has no column {absent:list}. Use the sheet Neighbourhoods of the workbook.",
)
NO_RT_SURVEY = Text(
    "Belum ada survei RT. Isi lembar RT.",
    "There is no RT survey yet. Fill in the sheet Neighbourhoods.",
)
RT_TWICE = Text(
    "RT yang sama tercatat dua kali dalam satu tahun: {rts:;}. Hapus salah satu.",
    "The same RT is entered twice in one year: {rts:;}. Remove one.",
)
SLUM_CHANGE = Text("slum_change", "slum_change")
NOT_COMPUTED = Text("slum_change tidak dapat dihitung:", "slum_change cannot be computed:")
