"""What is said of before and after."""

from __future__ import annotations

from ...say import Text

BEFORE_AFTER_HEADS = {
    "place": Text("Tempat", "Place"),
    "indicator": Text("Indikator", "Indicator"),
    "unit": Text("Satuan", "Unit"),
    "since": Text("Sebelum: kapan", "Before: when"),
    "until": Text("Sesudah: kapan", "After: when"),
    "before": Text("Sebelum", "Before"),
    "after": Text("Sesudah", "After"),
    "difference": Text("Perubahan", "Change"),
    "n": Text("Banyaknya", "Number"),
    "other_before": Text("Pembanding: sebelum", "Comparison: before"),
    "other_after": Text("Pembanding: sesudah", "Comparison: after"),
    "other_difference": Text("Pembanding: perubahan", "Comparison: change"),
    "n_other": Text("Banyaknya pembanding", "Number in the comparison"),
}
SLUM_SCORE = Text("Nilai kekumuhan RT, rata-rata", "Slum score of RTs, mean")
OF_EIGHTY = Text("0 sampai 80", "0 to 80")
ITEMS_MET = Text("butir terpenuhi", "items met")
ASSISTED_CHANGED = Text(
    "{indicator} pada KK binaan: {before:.{digits}} {unit} pada kunjungan awal, {after:.{digits}} pada {visit} ({n} KK).",
    "{indicator} of assisted households: {before:.{digits}} {unit} at the first visit, {after:.{digits}} at the {visit} ({n} households).",
)
COMPARISON_CHANGED = Text(
    "Pada KK pembanding: {before:.{digits}}, lalu {after:.{digits}} {unit}.",
    "Of comparison households: {before:.{digits}}, then {after:.{digits}} {unit}.",
)
NO_COMPARISON_BESIDE = Text(
    "KK pembanding tidak ada atau terlalu sedikit untuk ditampilkan.",
    "There are no comparison households, or too few to show.",
)
FEW_SEEN_TWICE = Text(
    "Perubahan keluarga belum dapat ditampilkan: kurang dari {least:,} KK binaan diketahui nilainya pada kedua kunjungan. Lengkapi kunjungan akhir.",
    "Change in households cannot be shown yet: fewer than {least:,} assisted households have a value at both visits. Complete the endline.",
)
HOUSEHOLD_FIGURES_BETTER = Text(
    "Pada KK binaan, {n:,} dari {all:,} indikator membaik.",
    "Among assisted households {n:,} of {all:,} {all:indicator|indicators} improved.",
)
COMPARISON_BETTER = Text(
    "Pada KK pembanding, {n:,} dari {all:,}.",
    "Among comparison households: {n:,} of {all:,}.",
)
UNCHANGED_BUT_FOR_ROUNDING = Text(
    "{n:,} perubahan tidak melebihi pembulatan jumlah KK.",
    "{n:,} {n:change is|changes are} no larger than the rounding of numbers of households.",
)
WITHIN_ROUNDING = Text("dalam pembulatan", "within rounding")
OTHER_VILLAGES_BETTER = Text(
    "Rata-rata desa/kelurahan lain membaik pada {n:,} dari {all:,} angka yang sama.",
    "The mean of the other villages improved in {n:,} of {all:,} of the same figures.",
)
VILLAGE_FIGURES_BETTER = Text(
    "Di {sites:,} desa/kelurahan lokasi, {n:,} dari {all:,} angka membaik.",
    "In {sites:,} site {sites:village|villages}, {n:,} of {all:,} {all:figure|figures} improved.",
)
CHANGE_NOT_IMPACT = Text(
    "Ini perubahan, bukan dampak: keadaan dapat berubah juga tanpa program.",
    "This is change, not impact: things also change without the programme.",
)
NOTHING_TWICE = Text(
    "Belum ada indikator yang diketahui sebelum dan sesudah program. Isi kunjungan akhir (gelombang 1) pada lembar Keluarga, atau angka "
    "sesudah tahun program pada lembar Desa-Kelurahan.",
    "No indicator is known both before and after the programme. Fill in the endline (wave 1) on the sheet Households, or figures after the "
    "programme year on the sheet Villages.",
)
