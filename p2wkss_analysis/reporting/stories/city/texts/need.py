"""What the chapter on need and the next site says."""

from __future__ import annotations

from .....say import Text

KEY = Text("kebutuhan", "need")
TITLE = Text(
    "Di mana kebutuhannya, dan ke mana program berikutnya?",
    "Where is the need, and where should the programme go next?",
)
PROPOSED = Text("Usulan lokasi {year}: {places:and}.", "Proposed for {year}: {places:and}.")
ALL_FIXED = Text(
    "Semua lokasi {year} sudah ditetapkan: {fixed:and}. Berikutnya menurut kebutuhan: {places:and}.",
    "All sites of {year} are already fixed: {fixed:and}. Next in need: {places:and}.",
)
# No official poverty rate or HDI exists below the regency.
PROXIES = Text(
    "Angka ini indikator pengganti: BPS tidak menerbitkan angka kemiskinan atau IPM untuk desa/kelurahan. Indeks tidak menggantikan "
    "musyawarah, dan yang dipilih adalah RW, bukan seluruh kelurahan.",
    "These figures are proxies: BPS publishes no poverty rate or HDI for villages. The index does not replace deliberation, and what is "
    "chosen is an RW, not the whole village.",
)
ALREADY_FIXED = Text(
    "Sudah ditetapkan untuk {year}: {places:and}; urutan di bawah ini untuk tempat lainnya.",
    "Already fixed for {year}: {places:and}; the order below is of the other places.",
)

# --- map and ranking --------------------------------------------------------------------------------------

MAP_OF_ALL = Text(
    "Indeks kebutuhan semua desa/kelurahan, termasuk lokasi terdahulu beserta tahunnya. Skor dalam tabel berbeda sedikit: dihitung hanya "
    "dari yang dapat dipilih.",
    "The need index of all villages, with past sites and their years. Scores in the table differ a little: they are computed among "
    "those that can be chosen.",
)
MAP_OF_SOME = Text(
    "Indeks kebutuhan {n:,} dari {places:,} desa/kelurahan, termasuk lokasi terdahulu beserta tahunnya. Skor dalam tabel berbeda sedikit: "
    "dihitung hanya dari yang dapat dipilih.",
    "The need index of {n:,} of {places:,} villages, with past sites and their years. Scores in the table differ a little: they are "
    "computed among those that can be chosen.",
)
TILES = Text(
    "Petak sama besar di dekat letak sebenarnya, bukan batas wilayah.",
    "Tiles of equal size near their true place, not boundaries.",
)
RANKING = Text(
    "{n:,} desa/kelurahan yang paling membutuhkan di antara yang dapat dipilih untuk {year}.",
    "The {n:,} neediest villages among those that can be chosen for {year}.",
)
NUMBER = Text("No.", "No.")
SCORE = Text("Skor", "Score")
IN_TOP = Text("Masuk {k:,} besar", "In the top {k:,}")
FIRST = Text("Peringkat pertama", "Ranked first")
RANKS = Text("Peringkat", "Ranks")
RANKING_NOTE = Text(
    "{top}: berapa persen dari {draws:,} simulasi bobot dan cara menghitung; peta interaktif memakai lebih sedikit simulasi, jadi dapat "
    "berbeda sedikit. Peringkat: rentang dalam 95 dari 100 simulasi.",
    "{top}: percent of {draws:,} simulations of weights and methods; the explorer uses fewer simulations and can differ a "
    "little. Ranks: the range in 95 of 100 simulations.",
)

# --- how firm ---------------------------------------------------------------------------------------------

HOW_COMPUTED = Text("Siapa yang dapat dipilih, dan menurut kolom apa", "Who can be chosen, and by which columns")
HOW_FIRM = Text("Seberapa kokoh pilihan itu?", "How firm is that choice?")
NO_DRAW_NEEDED = Text(
    "{fixed:and} dapat langsung diusulkan; undian tidak diperlukan.",
    "{fixed:and} can be proposed directly; no draw is needed.",
)
SOME_DRAWN = Text(
    "{fixed:and} dapat langsung diusulkan. Calon undian untuk {seats:,} tempat lainnya: {drawn:and}.",
    "{fixed:and} can be proposed directly. Candidates of a draw for {seats:,} more: {drawn:and}.",
)
ALL_DRAWN = Text(
    "Belum ada pilihan yang kokoh. Calon undian untuk {seats:,} tempat: {drawn:and}.",
    "No choice is firm yet. Candidates of a draw for {seats:,}: {drawn:and}.",
)
FIRMNESS_CAPTION = Text(
    "Batang gelap: yang terpilih dengan bobot yang ditetapkan. Garis: peringkat dalam 95 dari 100 simulasi bobot dan cara menghitung.",
    "Dark bars: chosen at the stated weights. Lines: ranks in 95 of 100 simulations of weights and methods.",
)

# --- the RW of the proposed villages ----------------------------------------------------------------------

WITHIN = Text("RW mana di lokasi usulan?", "Which RW in the proposed villages?")
FIRST_WITHIN = Text("RW atau RT yang paling membutuhkan di lokasi usulan.", "The neediest RW or RT of the proposed villages.")
NEEDIEST = Text("Paling membutuhkan", "Neediest")
WITHIN_NOTE = Text(
    "{top}: peluang benar-benar demikian, dengan kesalahan sampel dan simulasi bobot. Peringkat: rentang dalam 95 dari 100 simulasi.",
    "{top}: chance that this is truly so, given sampling error and simulated weights. Ranks: the range in 95 of 100 simulations.",
)

# --- why the first ----------------------------------------------------------------------------------------

WHY = Text("Mengapa {place}?", "Why {place}?")
WHY_FIRST = Text("Mengapa {place} di tempat pertama.", "Why {place} comes first.")
OWN_UNIT = Text("satuan kolom itu", "unit of that column")
POINTS_OF_SCORE = Text("poin (0–100)", "points (0–100)")
COLUMN = Text("Kolom", "Column")
VALUE = Text("Nilai", "Value")
CONTRIBUTION = Text("Sumbangan (poin)", "Contribution (points)")
AGAINST_MEDIAN = Text("Dibanding median", "Against the median")
AGAINST_RIVAL = Text("Dibanding pesaing", "Against the runner-up")
LEAVES_AT = Text("Keluar bila menjadi", "Leaves the list at")
NEVER_ALONE = Text(
    "Tanda –: nilai kolom itu sendiri tidak dapat mengubah keputusan.",
    "A –: that column alone cannot change the decision.",
)
