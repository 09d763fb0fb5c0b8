"""What is said of the effect on households."""

from __future__ import annotations

from ...say import Text

MAIN_OUTCOME = Text("{outcome} (utama)", "{outcome} (main)")
UNIT = Text("Satuan", "Unit")
N_ASSISTED = Text("KK binaan", "Assisted")
N_COMPARISON = Text("KK pembanding", "Comparison")
MAIN_AT_VISIT = Text("Indikator utama: {outcome}, dibaca pada {visit}.", "The main outcome is {outcome}, read at the {visit}.")
CANNOT_TELL = Text("Dampak pada keluarga belum dapat disimpulkan. {why}", "The effect on households cannot be told. {why}")
FEW_SEEN = Text(
    "Kurang dari {least:,} KK di salah satu pihak diketahui nilainya pada kedua kunjungan. Lengkapi kunjungan KK binaan dan KK pembanding.",
    "Fewer than {least:,} households on one side have a value at both visits. Complete the visits to assisted and comparison households.",
)
AT_BEST = Text(
    "Sekitar {share:.0%} KK binaan sudah pada nilai terbaik sejak awal, sehingga tidak dapat membaik lagi.",
    "About {share:.0%} of assisted households had the best value from the start and cannot improve.",
)
WITHOUT_FIRST_VISIT = Text(
    "KK tanpa kunjungan awal tidak ikut dihitung: {n} KK.",
    "Households without a first visit are left out: {n}.",
)
# Measured in `group_answers`; nothing is wrong with such an interval, but it must not be read as a firmer result.
NARROWER_THAN_ALL = Text(
    "Selang sebuah kelompok kadang lebih sempit daripada selang semua KK binaan, karena lebarnya ditaksir dari sedikit RT. Hasilnya "
    "tidak lebih pasti karena itu.",
    "The interval of a group is sometimes narrower than that of all assisted households, because its width is estimated from few "
    "RTs. That does not make its result more certain.",
)
NO_OTHERS = Text("Tidak ada indikator lain yang dapat dinilai.", "No other outcome can be evaluated.")
OTHERS_WITHOUT_P = Text(
    "{n:,} indikator lain dilihat; tidak satu pun dapat diberi nilai p.",
    "{n:,} other {n:outcome was|outcomes were} looked at; none can be given a p-value.",
)
OTHERS_NONE_CLEAR = Text(
    "Dari {n:,} indikator lain, tidak ada yang nilai p-nya di bawah 0,05 (terkecil: p {p:p}).",
    "Of {n:,} other {n:outcome|outcomes}, none has a p-value below 0.05 (smallest: p {p:p}).",
)
OTHERS_CLEAR = Text(
    "Dari {n:,} indikator lain, nilai p di bawah 0,05 pada {outcomes:and}.",
    "Of {n:,} other {n:outcome|outcomes}, the p-value is below 0.05 for {outcomes:and}.",
)
OUTCOME_WITH_P = Text("{outcome} (p {p:p})", "{outcome} (p {p:p})")
P_ADJUSTED = Text(
    "Nilai p sudah disesuaikan dengan banyaknya indikator (Holm 1979), sebab makin banyak yang diperiksa, makin sering ada yang berubah karena kebetulan.",
    "The p-values are adjusted for the number of outcomes (Holm 1979): the more are tested, the more often one moves by chance.",
)
NO_HOUSEHOLDS = Text(
    "Lembar Keluarga belum berisi keluarga. Isi kunjungan awal dan akhir untuk KK binaan dan KK pembanding.",
    "The sheet Households holds no family yet. Fill in a first and a later visit to assisted and comparison households.",
)
START_DIFFERS = Text(
    "Pada kunjungan awal KK binaan paling berbeda dari KK pembanding dalam {figures:and}.",
    "At the first visit assisted households differed most from comparison households in {figures:and}.",
)
START_DIFFERS_IN = Text(
    "{variable} (rata-rata {assisted:.{digits}} dan {comparison:.{digits}}{unit}; selisih {gap:+.2} simpangan baku)",
    "{variable} (means {assisted:.{digits}} and {comparison:.{digits}}{unit}; {gap:+.2} SD apart)",
)
NO_OUTCOME_TWICE = Text(
    "Belum ada indikator keluarga yang diketahui pada kunjungan awal dan sesudahnya. Isi kunjungan awal dan akhir "
    "(gelombang 0 dan 1) pada lembar Keluarga.",
    "No household outcome is known at the first visit and at a later one. Fill in the first visit and the endline (wave 0 and 1) on the "
    "sheet Households.",
)
