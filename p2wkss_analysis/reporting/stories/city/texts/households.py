"""What the chapter on households says."""

from __future__ import annotations

from .....say import Text

KEY = Text("keluarga", "households")
TITLE = Text("Keluarga: siapa yang dibina, dan apa yang berubah?", "Households: who was assisted, and what changed?")

# --- who was assisted -------------------------------------------------------------------------------------

WHO = Text("Siapa yang dibina", "Who was assisted")
BY_DECILE = Text("KK menurut desil.", "Households by decile.")
DECILE = Text("Desil pada kunjungan pertama", "Decile at the first visit")
DECILES = {
    "low": Text("desil 1 sampai {cut}", "deciles 1 to {cut}"),
    "high": Text("desil {above} ke atas", "decile {above} and above"),
    "unknown": Text("desil tidak diketahui", "decile unknown"),
    "all": Text("jumlah", "total"),
}
BY_RT = Text("KK binaan dan pembanding menurut RT.", "Assisted and comparison households by RT.")
SMALL_RTS = Text(
    "RT dengan paling banyak lima KK di setiap kelompok tidak dicantumkan.",
    "RTs with at most five households in each group are not listed.",
)
TOTAL = Text("Jumlah", "Total")
SUM = Text("jumlah", "total")

# --- what changed -----------------------------------------------------------------------------------------

BY_VISIT = Text(
    "{outcome}: selisih KK binaan terhadap pembanding pada setiap kunjungan.",
    "{outcome}: difference between assisted and comparison households at each visit.",
)
MIDDLE_OF_RANGE = Text(
    "Selisih adalah titik tengah rentang; selangnya meliputi seluruh rentang.",
    "The difference is the middle of the range; the interval covers all of it.",
)
DIFFERENCE = Text("Selisih", "Difference")

# --- other outcomes ---------------------------------------------------------------------------------------

OTHER_OUTCOMES = Text("Indikator lain", "Other outcomes")
ALL_OUTCOMES = Text("Semua indikator keluarga pada {visit}.", "All household outcomes at the {visit}.")
OUTCOME = Text("Indikator (satuan)", "Outcome (unit)")
MAIN_OUTCOME = Text("Utama: {outcome}", "Main: {outcome}")
BETTER_IF = Text("Baik bila", "Good if")
BETTER = {
    "higher": Text("naik", "up"),
    "lower": Text("turun", "down"),
}
P_HOLM = Text("p (Holm)", "p (Holm)")
OUTCOMES_NOTE = Text(
    "p (Holm) sudah memperhitungkan banyaknya indikator; indikator utama dinilai dari selangnya. Jamban sehat dan air bersih juga "
    "termasuk butir IKS.",
    "p (Holm) is adjusted for the number of outcomes; the main outcome is judged by its interval. Latrine and clean water are also "
    "items of the IKS.",
)
RANGE_NOTE = Text(
    "Dua angka dengan tanda … adalah rentang, menurut dua dugaan tentang apa yang menentukan pilihan KK; selangnya meliputi keduanya.",
    "Two figures with … are a range, under two assumptions about what decided the choice of households; the interval covers both.",
)
POINTS_OF_PERCENT = Text("poin persen", "percentage points")
YES_NO_PICTURE = Text("Selisih KK binaan terhadap pembanding", "Difference between assisted and comparison households")
YES_NO_CAPTION = Text(
    "Indikator ya/tidak, dihitung sesuai dengan cara memilih KK. Garis: selang kepercayaan 95% setiap indikator, belum "
    "memperhitungkan banyaknya indikator.",
    "Yes/no outcomes, estimated as the way of choosing households requires. Lines: the 95% interval of each outcome, not adjusted "
    "for their number.",
)

# --- how alike, and who was lost --------------------------------------------------------------------------

ALIKE_AND_LOST = Text(
    "Seberapa mirip kedua kelompok pada awalnya, dan siapa yang tidak ditemui lagi",
    "How similar both groups were at the start, and who was not seen again",
)
BALANCE = Text("Keadaan kedua kelompok pada kunjungan awal.", "Both groups at the first visit.")
FIRST_STATE = Text("Keadaan awal", "At the first visit")
UNIT = Text("Satuan", "Unit")
IN_COLUMN_UNIT = Text("lihat kolom Satuan", "see the column Unit")
IN_SD = Text("Selisih (simpangan baku)", "Difference (SD)")
# The usual yardstick: beyond a quarter of a standard deviation regression no longer mends the difference reliably.
UNEQUAL_START = Text(
    "Bila selisih melebihi 0,25 simpangan baku, keadaan awal kedua kelompok berbeda. Hasilnya lalu bergantung pada cara "
    "memperhitungkan perbedaan itu.",
    "Beyond a difference of 0.25 SD both groups started differently, and the result depends on how that is adjusted for.",
)
ATTRITION = Text("Keluarga yang tidak ditemui lagi.", "Households not seen again.")
AT_FIRST = Text("KK pada kunjungan awal", "Households at the first visit")
SEEN_AGAIN = Text("Ditemui lagi", "Seen again")
NOT_SEEN = Text("Tidak ditemui", "Not seen")
NOT_SEEN_PERCENT = Text("Tidak ditemui (%)", "Not seen (%)")
ATTRITION_NOTE = Text(
    "KK tanpa kunjungan awal tidak termasuk. Persentase tidak dihitung bila yang hilang paling banyak sepuluh.",
    "Households without a first visit are not included. No percentage is given where at most ten were lost.",
)
# Lee's bounds trim the group that was seen more often.
LEE = Text(
    "KK yang tidak ditemui lagi tidak sama banyak di kedua kelompok. Bila kelebihannya semuanya KK dengan hasil terbaik, atau semuanya "
    "dengan hasil terburuk, selisihnya antara {low:+.{digits}} dan {high:+.{digits}} {unit} (batas Lee 2009).",
    "Attrition differs between the groups. If the surplus were all households with the best, or all with the worst results, the "
    "difference would lie between {low:+.{digits}} and {high:+.{digits}} {unit} (Lee bounds, 2009).",
)
NO_LEE = Text(
    "Akibat dari KK yang tidak ditemui lagi tidak dapat dihitung karena salah satu kelompok tidak ditemui sama sekali.",
    "The consequence of attrition cannot be computed, because one of the groups was not seen at all.",
)

# --- by sector and dose -----------------------------------------------------------------------------------

HELP = Text("Menurut sektor dan kadar bantuan", "By sector and dose of the help")
NOBODY_NAMED = Text(
    "Hasil menurut sektor dan kadar bantuan belum dapat dilihat: tidak ada kegiatan yang menyebut ID keluarga. Isi kolom ID keluarga pada "
    "lembar Kegiatan.",
    'Results by sector and dose are not available yet: no activity names a household. Fill in "Household id" on the sheet Deliveries.',
)
NOT_DRAWN_BY_LOT = Text(
    "Selisih antarsektor atau antarkadar bukan pengaruh sektor atau kadar itu, karena dinas yang menentukan siapa menerima apa. Makin "
    "banyak kelompok dibandingkan, makin sering ada yang menonjol karena kebetulan.",
    "A gap between sectors or doses is not the effect of that sector or dose, because departments decided who got what. The more "
    "groups are compared, the more often one stands out by chance.",
)
BY_SECTOR = Text(
    "{outcome} menurut sektor bantuan yang diterima KK binaan.",
    "{outcome} by sector of the help that assisted households received.",
)
SECTOR_OF_HELP = Text("Sektor bantuan", "Sector of the help")
SMALL_SECTORS = Text(
    "Sektor dengan kurang dari {least} KK tidak dicantumkan.",
    "Sectors with fewer than {least} households are not listed.",
)
BY_DOSE = Text("{outcome} menurut kadar bantuan.", "{outcome} by dose of the help.")
DOSE = Text("Kegiatan yang terlaksana", "Share of activities done")
UP_TO = Text("sampai", "up to")
ABOVE = Text("di atas", "above")
NO_DOSE = Text(
    "Kadar bantuan tidak dapat dibandingkan: belum tercatat, atau sama untuk semua KK penerima.",
    "The dose cannot be compared: it is not on record, or is the same for all households that received help.",
)

LIMITS = Text("Yang diperkirakan, dan batasnya", "What is estimated, and its limits")
