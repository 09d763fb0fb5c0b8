"""What is said of one site."""

from __future__ import annotations

from ...say import Text

FROM_WORKBOOK = Text(
    "Sumber: buku kerja kota; jawabannya sama dengan laporan, jumlah keluarga dalam kelipatan lima.",
    "Source: the city's workbook; the answers are those of the report, numbers of families in fives.",
)

WITHIN_IT = Text("Tempatnya: {where:and}.", "Place: {where:and}.")
BY_DECREE = Text("SK {decree}, tanggalnya tidak diketahui.", "Decree {decree}, its date is not known.")
ITS_ANNOUNCEMENT = Text("tanggal pengumuman", "date of announcement")
ITS_PLAN = Text("rencana sasaran", "planned number")
BY_DATED_DECREE = Text("SK {decree} tanggal {day:date}.", "Decree {decree} of {day:date}.")
ANNOUNCED_ON = Text("Diumumkan {day:date}.", "Announced on {day:date}.")
WAY = Text("Cara memilih menurut kota: {way}.", "How chosen, according to the city: {way}.")
PLANNED = Text("Rencana sasaran: {planned:and}.", "Planned number: {planned:and}.")
PLANNED_NUMBER = Text("{n:,}", "{n:,}")
PLANNED_UNITS = {
    "household": Text("{n:,} KK", "{n:,} {n:household|households}"),
    "woman": Text("{n:,} perempuan", "{n:,} {n:woman|women}"),
    "cadre": Text("{n:,} kader", "{n:,} {n:cadre|cadres}"),
}

NO_RANK_THEN = Text("Peringkat saat dipilih tidak diketahui: {why}.", "Its rank when chosen is not known: {why}.")
NO_RANK_YET = Text("Peringkat saat dipilih tidak diketahui.", "Its rank when chosen is not known.")
NO_RANK_NOW = Text("Peringkat kini tidak diketahui.", "Its rank now is not known.")
KNOWN_THEN = Text(
    "Yang diketahui saat itu ({year}), dengan median desa/kelurahan: {figures:;}.",
    "What was known then ({year}), with the median of villages: {figures:;}.",
)
FIGURE_THEN = Text(
    "{figure} {value:.{digits}}, median {median:.{digits}}",
    "{figure} {value:.{digits}}, median {median:.{digits}}",
)

ACTIVITIES_OF = Text("Kegiatan {year}.", "Activities of {year}.")
WHOLE_PLACES_OF = Text(
    "Kegiatan {year} selain yang untuk keluarga, yang dihitung bersama lokasi lain dalam matriks OPD.",
    "Activities of {year} but those for households, which the matrix by agency counts together with other sites.",
)
ONLY_FOR_HOUSEHOLDS = Text(
    "Kegiatan {year} di lokasi ini semuanya untuk keluarga; angkanya hanya dihitung bersama lokasi lain, dalam matriks OPD.",
    "All activities of {year} at this site are for households; they are counted together with other sites only, in the matrix by agency.",
)
NO_ACTIVITY_HERE = Text(
    "Rencana dan realisasi {year} di lokasi ini tidak diketahui.",
    "What was planned and done at this site in {year} is not known.",
)

HOUSEHOLDS_TOGETHER = Text(
    "Angka keluarga itu dari {places:and} bersama.",
    "These figures of households are of {places:and} together.",
)
OTHER_RTS = Text("RT pembanding: {change:+.1} pada tahun yang sama.", "Comparison RTs: {change:+.1} in the same years.")
NOTHING_TWICE_HERE = Text(
    "Tidak ada angka lokasi ini yang diketahui sebelum dan sesudah program.",
    "No figure of this site is known both before and after the programme.",
)

NOT_EVALUATED_EARLY = Text(
    "Lokasi ini tidak ikut dinilai: programnya dimulai pada atau sebelum tahun data pertama.",
    "This site is not among those evaluated: its programme began in or before the first year of figures.",
)
NOT_EVALUATED_YET = Text(
    "Lokasi ini tidak ikut dinilai: angka sesudah programnya belum ada.",
    "This site is not among those evaluated: there are no figures after its programme yet.",
)

MISSING = Text("Belum ada atau belum lengkap: {things:;}.", "Missing or not complete yet: {things:;}.")
NOTHING_MISSING = Text("Semua yang ditanyakan di sini tercatat.", "Everything asked here is on record.")
GAP_DECREE = Text("SK (lembar Lokasi)", "the decree (sheet Sites)")
GAP_ANNOUNCED = Text("tanggal pengumuman (lembar Lokasi)", "the date of announcement (sheet Sites)")
GAP_WAY = Text("cara memilih lokasi (lembar Lokasi)", "how it was chosen (sheet Sites)")
GAP_RANK = Text(
    "angka desa/kelurahan dari sebelum lokasi dipilih (lembar Desa-Kelurahan)",
    "figures of villages from before the choice (sheet Villages)",
)
GAP_ACTIVITIES = Text(
    "kegiatan, biaya, dan realisasinya (lembar Kegiatan)", "activities, cost and what was done (sheet Deliveries)"
)
GAP_REPORTS = Text(
    "laporan {about:sekitar |}{n:,} kegiatan yang jatuh tempo (lembar Kegiatan)",
    "reports on {about:about |}{n:,} {n:activity|activities} due (sheet Deliveries)",
)
GAP_VILLAGE = Text(
    "angka desa/kelurahan dari sebelum dan sesudah program (lembar Desa-Kelurahan)",
    "figures of the village from before and after the programme (sheet Villages)",
)
GAP_SLUM = Text(
    "survei kekumuhan RT dari sebelum dan sesudah program (lembar RT)",
    "slum surveys of its RT from before and after the programme (sheet Neighbourhoods)",
)
GAP_HOUSEHOLDS = Text(
    "kunjungan awal dan akhir KK binaan lokasi ini (lembar Keluarga)",
    "first and later visits to its assisted households (sheet Households)",
)
GAP_LAST_VISIT = Text(
    "kunjungan akhir KK binaan lokasi ini (lembar Keluarga)", "a later visit to its assisted households (sheet Households)"
)
GAP_COMPARISON = Text("kunjungan KK pembanding (lembar Keluarga)", "visits to comparison households (sheet Households)")
