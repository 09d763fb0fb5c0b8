"""What the slides say beside the figures."""

from __future__ import annotations

from ...say import Text

TITLE = Text("{programme} {city}", "{programme} in {city}")
SUBTITLE = Text(
    "Usulan lokasi {year}, hasil, dan pelaksanaan. Keadaan {day:date}.",
    "Proposed sites of {year}, results and delivery. As of {day:date}.",
)
SUBTITLE_FIXED = Text(
    "Lokasi {year}, hasil, dan pelaksanaan. Keadaan {day:date}.",
    "Sites of {year}, results and delivery. As of {day:date}.",
)
OPENING = Text(
    "Angka pada paparan ini sama dengan angka laporan. Batas dan caranya ada pada catatan setiap slide dan dalam laporan.",
    "The figures of these slides are those of the report. Limits and methods stand in the notes of each slide and in the report.",
)
SUMMARY = Text("Ringkasan", "Summary")
WHERE = Text("Di mana: usulan lokasi {year}", "Where: the proposal for {year}")
WHERE_FIXED = Text("Di mana: lokasi {year}, dan yang berikutnya", "Where: the sites of {year}, and who is next")
WHY_NEXT = Text("Mengapa {place} berikutnya", "Why {place} is next")
WHY = Text("Mengapa {place}", "Why {place}")
AGAINST_MEDIAN = Text(
    "Poin skor di atas (+) atau di bawah (−) median desa/kelurahan, menurut indikator.",
    "Points of the score above (+) or below (−) the median village, by indicator.",
)
POINTS = Text("Poin", "Points")
FIRMNESS = Text("Seberapa kokoh usulan itu", "How firm the proposal is")
CHOSEN = Text("Terpilih dalam simulasi (%)", "Chosen in simulations (%)")
CHOSEN_HOW_OFTEN = Text(
    "Berapa persen dari simulasi bobot dan cara menghitung yang memilih tempat itu.",
    "In what percentage of simulations of weights and methods a place is chosen.",
)
SITES = Text("Lokasi terdahulu", "Past sites")
SOME_SITES = Text(
    "Tabel memuat {n:,} lokasi terbaru; {more:,} yang lebih lama ({years:and}) ada dalam laporan.",
    "The table has the {n:,} newest sites; {more:,} earlier {more:one|ones} ({years:and}) {more:stands|stand} in the report.",
)
PLACES = Text("Kekumuhan RT lokasi, sebelum dan sesudah", "Slum scores of the sites, before and after")
BEFORE = Text("Sebelum", "Before")
AFTER = Text("Sesudah", "After")
SOME_RTS = Text("Grafik memuat {n:,} dari {all:,} RT.", "The chart shows {n:,} of {all:,} RTs.")
HOUSEHOLDS = Text("Sebelum dan sesudah: keluarga", "Before and after: households")
SITE = Text("Sebelum dan sesudah: {place}", "Before and after: {place}")
EFFECT = Text("Dampak program", "Effect of the programme")
DELIVERY = Text("Realisasi kegiatan menurut OPD, {year}", "Activities done by agency, {year}")
DONE = Text("Terlaksana (%)", "Done (%)")
MONEY = Text("Pagu dan serapan menurut OPD, {year}", "Budget and spending by agency, {year}")
SOME_AGENCIES = Text(
    "Tabel memuat {n:,} OPD dengan serapan terbesar; selebihnya ada pada matriks.",
    "The table has the {n:,} agencies that spent most; the others stand in the matrix.",
)
NO_DELIVERY = Text("Pelaksanaan menurut OPD", "Delivery by agency")
MISSING = Text("Yang belum ada", "What is missing")
DECIDE = Text("Yang perlu diputuskan", "What to decide")
FIXED_BY_MEETING = Text(
    "Indeks adalah bahan musyawarah. Keputusan dan alasannya dicatat dalam berita acara.",
    "The index serves the deliberation. The decision and its reasons go into the minutes.",
)
