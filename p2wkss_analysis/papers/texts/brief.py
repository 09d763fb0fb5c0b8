"""What the brief of one page says."""

from __future__ import annotations

from ...say import Text

TITLE = Text("NOTA DINAS", "BRIEF")
SUBJECT = Text(
    "Usulan lokasi {programme} {year} dan hasil sampai sekarang", "Proposed sites of {programme} {year} and results so far"
)
SUBJECT_FIXED = Text("Lokasi {programme} {year} dan hasil sampai sekarang", "Sites of {programme} {year} and results so far")
TO = Text("Kepada", "To")
FROM = Text("Dari", "From")
DAY = Text("Tanggal", "Date")
NUMBER = Text("Nomor", "Number")
ABOUT = Text("Hal", "Subject")
RECIPIENT = Text("[jabatan penerima]", "[position of the recipient]")
SENDER = Text("[jabatan pengirim]", "[position of the sender]")
ANNEXES = Text(
    "Lampiran: laporan, matriks OPD, rancangan SK, dan berita acara, dengan angka yang sama.",
    "Annexes: report, matrix by agency, draft decrees and minutes, with the same figures.",
)
FAMILIES = Text(
    "Jumlah KK dibulatkan ke kelipatan lima untuk melindungi keluarga.",
    "Numbers of households are rounded to fives, to protect families.",
)

# --- the five lines ---------------------------------------------------------------------------------------

WHERE = Text("Di mana", "Where")
REASON = Text("Mengapa", "Why")
CHANGED = Text("Yang berubah", "What changed")
WHO = Text("Pelaksana", "Who delivered")
DECIDE = Text("Yang perlu diputuskan", "What to decide")

# --- below them -------------------------------------------------------------------------------------------

EFFECT = Text("Dampak", "Effect")
MISSING = Text("Yang belum ada", "What is missing")

# --- what they say ----------------------------------------------------------------------------------------

WITHIN = Text("Paling membutuhkan di {place}: {inner:and}.", "Neediest in {place}: {inner:and}.")
PROPOSED = Text("Usulan lokasi {year}: {places:and}.", "Proposed for {year}: {places:and}.")
ALREADY_FIXED = Text("Sudah ditetapkan untuk {year}: {places:and}.", "Already fixed for {year}: {places:and}.")
NONE_LEFT = Text("Jumlah lokasi {year} sudah lengkap.", "No other site of {year} is left to choose.")
CHOSEN_BY = Text("Cara memilih {place}: {way}.", "How {place} was chosen: {way}.")
WHY_NEXT = Text(
    "Di antara {n:,} desa/kelurahan lain, {place} paling membutuhkan, terutama menurut {reasons:and} (data {year}).",
    "Of {n:,} other villages {place} is the neediest, mainly by {reasons:and} (figures of {year}).",
)
WHY = Text(
    "{place} paling membutuhkan di antara {n:,} desa/kelurahan yang dapat dipilih, terutama menurut {reasons:and} (data {year}).",
    "{place} is the neediest of {n:,} villages that can be chosen, mainly by {reasons:and} (figures of {year}).",
)
CHANCE = Text("{place} {share:.0%}", "{place} {share:.0%}")
FIRM = Text(
    "Peluang terpilih dengan bobot dan cara menghitung lain: {chances:and}.",
    "Chosen in simulations with other weights and methods: {chances:and}.",
)
AT = Text("{places:and}: {said}", "{places:and}: {said}")
NO_REASON = Text("Menyusul, setelah lokasi dapat diusulkan.", "To follow once a site can be proposed.")
DELIVERED_IN = Text("Tahun {year}.", "Year {year}.")
HOW_CHOSEN = Text(
    "Cara memilih belum dicatat untuk {n:,} dari {all:,} lokasi; isi kolom Cara memilih lokasi pada lembar Lokasi.",
    "How {n:,} of {all:,} sites were chosen is not on record; fill in How it was chosen on the sheet Sites.",
)
NO_BUDGET = Text(
    "Pagu kegiatan belum tercatat; isi kolom Pagu pada lembar Kegiatan.",
    "Budgets are not on record; fill in Budget on the sheet Deliveries.",
)
MORE = Text("{n:,} hal lain disebutkan dalam laporan.", "{n:,} more {n:point stands|points stand} in the report.")
NOTHING_MISSING = Text("Semua pertanyaan terjawab dari buku kerja.", "The workbook answers every question.")

SET = Text(
    "Menetapkan {places:and} sebagai lokasi {year}, beserta RW-nya, melalui musyawarah.",
    "Fix {places:and} as the {n:site|sites} of {year}, with the RW, by deliberation.",
)
DRAW = Text(
    "Mengundi {seats:,} lokasi {year} dari {places:and} secara terbuka, atau menetapkan yang teratas dengan menyebut pesaingnya: "
    "urutannya bergantung pada bobot dan cara menghitung.",
    "Draw {seats:,} {seats:site|sites} of {year} from {places:and} in public, or fix the first and name its rivals: their order depends "
    "on weights and on the way of computing.",
)
FILL_IN = Text(
    "Menunjuk siapa yang mengisi buku kerja, dan kapan, agar lokasi dapat diusulkan.",
    "Name who fills in the workbook, and by when, so that sites can be proposed.",
)
ASK_AGENCIES = Text(
    "Meminta laporan {about:sekitar |}{n:,} kegiatan yang belum dilaporkan dari {agencies:and}, paling lambat {when}.",
    "Ask {agencies:and} to report on {about:about |}{n:,} {n:activity|activities}, by {when}.",
)
AGENCIES = Text("{n:,} OPD yang disebut dalam matriks", "the {n:,} agencies named in the matrix")
VISIT_AGAIN = Text(
    "Mengunjungi lagi KK binaan dan KK pembanding pada akhir program, agar dampaknya dapat dinilai.",
    "Visit assisted and comparison households again at the end of the programme, so that its effect can be judged.",
)
COMPARE = Text(
    "Mendata KK pembanding sebelum program dimulai, agar dampaknya dapat dinilai.",
    "Visit comparison households before the programme starts, so that its effect can be judged.",
)
POINT = Text("({letter}) {said}", "({letter}) {said}")
