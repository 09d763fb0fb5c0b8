"""What the chapter on before and after says."""

from __future__ import annotations

from .....say import Text

KEY = Text("sebelum-sesudah", "before-after")
TITLE = Text("Sebelum dan sesudah: apa yang berubah?", "Before and after: what changed?")
CHANGE = Text(
    "Perubahan di bawah ini bukan dampak program. Keadaan juga berubah tanpa program, dan yang dipilih saat terburuk cenderung pulih. "
    "Dampak dinilai dalam bab keluarga dan bab lokasi.",
    "The changes below are not the effect of the programme. Things also change without it, and what was chosen at its worst tends to "
    "recover. The effect is judged in the chapters on households and on sites.",
)
VILLAGES = Text("Desa/kelurahan", "Villages")
SCORES = Text("Kekumuhan dan kartu skor", "Slums and scorecards")
HOUSEHOLD_TABLE = Text(
    "KK yang ditemui pada kedua kunjungan: perubahan, bukan dampak.",
    "Households seen at both visits: change, not impact.",
)
VILLAGE_TABLE = Text(
    "Desa/kelurahan lokasi, tahun terakhir sebelum program dan tahun terbaru sesudahnya: perubahan, bukan dampak.",
    "Site villages, the last year before the programme and the newest after it: change, not impact.",
)
SCORE_TABLE = Text(
    "Nilai kekumuhan dan kartu skor, survei pertama dan terakhir: perubahan, bukan dampak.",
    "Slum scores and scorecards, first and last survey: change, not impact.",
)
IN_FIVES = Text(
    "Persentase KK dihitung dari angka KK kelipatan lima dalam laporan ini, bila sedikitnya {least} KK ditemui dua kali; perubahan "
    "yang dapat timbul dari pembulatan itu saja tidak ditulis.",
    "Percentages of households are computed from the numbers in fives of this report, where at least {least} were seen twice; a change "
    "that this rounding alone can make is not given.",
)
NO_COMPARISON = Text(
    "KK pembanding tidak ada atau paling banyak lima.",
    "There are no comparison households, or five at most.",
)
OTHER_HOUSEHOLDS = Text("Lain: KK pembanding.", "Others: the comparison households.")
OTHER_RT = Text("Lain: RT pembanding.", "Others: the comparison RT.")
OTHERS = Text(
    "Lain: pembanding, yaitu rata-rata desa/kelurahan yang sampai tahun itu belum menjadi lokasi dan angkanya terisi pada kedua tahun.",
    "Others: the comparison, the mean of villages that were no site by then and have the figure in both years.",
)
INDICATOR = Text("Indikator", "Indicator")
INDICATOR_UNIT = Text("Indikator (satuan)", "Indicator (unit)")
BETWEEN = Text("Kunjungan", "Visits")
ALL_BETWEEN = Text("Semua baris: {visits}.", "All rows: {visits}.")
YEARS = Text("Tahun", "Years")
FROM_TO = Text("{since} ke {until}", "{since} to {until}")
PLACE = Text("Tempat", "Place")
BEFORE = Text("Sebelum", "Before")
AFTER = Text("Sesudah", "After")
DIFFERENCE = Text("Perubahan", "Change")
N_ASSISTED = Text("KK binaan", "Assisted")
OTHER_BEFORE = Text("Lain: sebelum", "Others: before")
OTHER_AFTER = Text("Lain: sesudah", "Others: after")
OTHER_DIFFERENCE = Text("Lain: perubahan", "Others: change")
N_COMPARISON = Text("KK lain", "Others")
N_OTHERS = Text("Lain (n)", "Others (n)")
NO_HOUSEHOLDS = Text(
    "Belum ada indikator keluarga yang diketahui pada dua kunjungan. Isi kunjungan awal dan akhir (gelombang 0 dan 1) pada lembar Keluarga.",
    "No household indicator is known at two visits. Fill in the first visit and the endline (waves 0 and 1) on the sheet Households.",
)
NO_VILLAGES = Text(
    "Belum ada angka desa/kelurahan lokasi dari sebelum dan sesudah tahun programnya. Isi kedua tahun pada lembar Desa-Kelurahan.",
    "No site village has figures from before and after its programme year. Fill in both years on the sheet Villages.",
)
NO_SCORES = Text(
    "Belum ada nilai kekumuhan RT binaan atau kartu skor dari dua tahun. Isi survei kedua pada lembar RT atau Kartu Skor.",
    "No slum score of an assisted RT and no scorecard is known in two years. Fill in a second survey on the sheet Neighbourhoods or Scorecards.",
)
