"""What is said of the methods: their names, bases and refusals, their measured errors, and the limits of every estimate."""

from __future__ import annotations

from ...say import Text

# --- names ------------------------------------------------------------------------------------------------

LABELS = {
    "before_after": Text("Sebelum-sesudah", "Before-after"),
    "difference_in_differences": Text("Beda-dalam-beda", "Difference in differences"),
    "staggered": Text("Beda-dalam-beda bertahap", "Staggered difference in differences"),
    "synthetic_difference_in_differences": Text("Beda-dalam-beda sintetis", "Synthetic difference in differences"),
    "near_miss": Text("Nyaris terpilih", "Near misses"),
    "history_adjusted": Text("Disesuaikan dengan riwayat", "History-adjusted"),
}
EXPLAINED = {
    "before_after": Text("sebelum-sesudah", "before-after"),
    "difference_in_differences": Text("beda-dalam-beda", "difference in differences"),
    "staggered": Text("Callaway-Sant'Anna, tahun dasar lebih awal", "Callaway-Sant'Anna, earlier base year"),
    "synthetic_difference_in_differences": Text("beda-dalam-beda sintetis", "synthetic difference in differences"),
    "near_miss": Text("dibandingkan peringkat berikutnya", "against the places ranked next"),
    "history_adjusted": Text("menurut riwayat sendiri (jawaban utama)", "given its own history (the headline)"),
}

# --- what a comparison starts from ------------------------------------------------------------------------

LAST_YEAR_BEFORE = Text("tahun terakhir sebelum program", "last year before the programme")
EARLY_VALUE = Text("nilai awal (tahun program)", "early value (programme year)")
BEFORE_RANKING = Text(
    "tahun-tahun sebelum tahun pemeringkatan (mulai dikurangi {lag})",
    "years before the ranking year (start less {lag})",
)
RANKED_NEXT = Text("riwayat sendiri, dibandingkan peringkat berikutnya", "own history, against the places ranked next")

# --- notes and refusals -----------------------------------------------------------------------------------

NO_VALUE_BOTH_SIDES = Text(
    "Tidak ada lokasi yang memiliki nilai sebelum dan sesudah program dimulai.",
    "No site has a value both before and after its start.",
)
NO_COMPARISON = Text(
    "Tanpa pembanding: perubahan yang dialami semua tempat dan pemulihan setelah tahun buruk ikut terhitung.",
    "No comparison: changes common to all places, and recovery from a bad year, are included.",
)
ONE_SITE = Text(
    "Hanya ada satu lokasi, sehingga ketidakpastiannya tidak dapat dihitung dari data ini dan selang tidak terbatas.",
    "There is only one site, so its uncertainty cannot be computed from these data and the interval is unbounded.",
)
NO_VALUE_BEFORE_RANKING = Text(
    "Tidak ada lokasi yang memiliki nilai sesudah program dan nilai sebelum tahun pemeringkatan.",
    "No site has both a value after its start and one before its ranking year.",
)
NO_PLACE_TO_COMPARE = Text(
    "Tidak ada tempat pembanding dalam kelompok yang sama.",
    "No place to compare with in the same group.",
)
SITES_LEFT_OUT = Text(
    "{n:,} lokasi tidak memiliki nilai sebelum tahun pemeringkatan atau sesudah program.",
    "{n:,} {n:site has|sites have} no value before the ranking year or none after the start.",
)
RANKING_YEAR_KEPT = Text(
    "Tahun yang lebih awal tidak tersedia: nilai awal mungkin ikut menentukan pemilihan, atau sudah terkena program.",
    "No earlier year is available: the baseline value may have decided the choice, or be partly exposed already.",
)
LONELY_COHORT = Text(
    "Ada angkatan dengan satu lokasi saja dalam kelompoknya. Galat baku analitik tidak memuat keragaman lokasi itu dan terlalu "
    "kecil, sehingga selangnya dinyatakan tanpa batas.",
    "Some cohort has a single site in its group. The analytic standard error leaves out that site's own variation and is too "
    "small, so the interval is given as unbounded.",
)
NO_BOUNDS_WITHOUT_YEARS = Text(
    "Perlu paling sedikit tiga tahun sebelum tahun pemeringkatan, tanpa kelompok.",
    "At least three years before the ranking year are needed, without groups.",
)
NO_BOUNDS_WITHOUT_VARIATION = Text(
    "Batas tidak dapat dihitung, karena perubahan dari tahun ke tahun hampir sama di semua tempat.",
    "No bounds can be computed, because places hardly move differently from year to year.",
)
TOO_FEW_COMPLETE_YEARS = Text(
    "Perlu paling sedikit {n:,} tahun lengkap sebelum tahun pemeringkatan, untuk lokasi dan pembanding.",
    "At least {n:,} complete years before the ranking year are needed, for sites and comparisons.",
)
RULE_NEEDED = Text(
    "Perlu aturan pemilihan untuk mengetahui siapa di peringkat berikutnya.",
    "A selection rule is needed to know who was ranked next.",
)
NO_RANKING_VALUES = Text(
    "Nilai pemeringkatan pembanding tidak tersedia.",
    "The ranking values of the comparison places are not available.",
)

# --- measured false alarms --------------------------------------------------------------------------------

FALSE_ALARMS = Text(
    "Pada {panels:,} simulasi tanpa pengaruh ({places:,} tempat, {years:,} tahun, {rule}), metode ini keliru menyatakan ada "
    "pengaruh pada {low:,} dari 100 kasus; yang wajar 5.",
    "In {panels:,} simulations without effect ({places:,} places, {years:,} years, {rule}), this method wrongly reported an "
    "effect in {low:,} of 100; 5 is the nominal rate.",
)
FALSE_ALARMS_BETWEEN = Text(
    "Pada {panels:,} simulasi tanpa pengaruh ({places:,} tempat, {years:,} tahun, {rule}), metode ini keliru menyatakan ada "
    "pengaruh pada {low:,} sampai {high:,} dari 100 kasus; yang wajar 5.",
    "In {panels:,} simulations without effect ({places:,} places, {years:,} years, {rule}), this method wrongly reported an "
    "effect in {low:,} to {high:,} of 100; 5 is the nominal rate.",
)
WAYS_OF_CHOOSING = {
    "worst": Text("yang terburuk dipilih", "the worst chosen"),
    "best": Text("yang terbaik dipilih", "the best chosen"),
    "random": Text("dipilih dengan undian", "chosen by lot"),
}

# --- random choice ----------------------------------------------------------------------------------------

AGAINST_RANDOM_CHOICE = Text(
    "Dibandingkan dengan {n:,} pemilihan acak sejumlah tempat yang sama di kelompok yang sama, p {p:=.2}.",
    "Against {n:,} random {n:choice|choices} of as many places in the same groups, p {p:=.2}.",
)
NOT_FOR_CLEAN = Text(
    "Pemilihan acak hanya untuk panel dengan baseline early atau timing. Lokasi yang dipilih menurut tahun-tahun sebelumnya "
    "dievaluasi dengan evaluate.",
    "Random choice is only for panels with an early or timing baseline. Use evaluate for sites chosen on the years before.",
)
TOO_FEW_FOR_RANDOM_CHOICE = Text(
    "Tempat pembanding di kelompok lokasi terlalu sedikit untuk pemilihan acak.",
    "Too few comparison places in the sites' groups for a random choice.",
)

# --- several outcomes -------------------------------------------------------------------------------------

SEVERAL_OUTCOMES = Text(
    "{n:,} indikator diperiksa sekaligus ({names:and}). Setelah jumlahnya diperhitungkan, nilai p terkecil {p:<.3}.",
    "{n:,} outcomes were examined together ({names:and}). After adjusting for their number, the smallest p is {p:<.3}.",
)
RULE_FOR_EACH = Text(
    "Berikan satu aturan untuk semua indikator, atau satu untuk masing-masing: ada {n} aturan untuk {panels} indikator.",
    "Give one rule for all outcomes, or one for each: there are {n} rules for {panels} outcomes.",
)
NOT_ALIKE = Text(
    "Berikan paling sedikit dua panel dengan tempat dan lokasi yang sama.",
    "Give at least two panels with the same places and sites.",
)
OUTCOME_WITHOUT_ANSWER = Text("{outcome}: {why}", "{outcome}: {why}")
SITES_DIFFER = Text(
    "Lokasi yang dapat dihitung berbeda antarindikator; samakan dahulu sel yang kosong.",
    "The sites that can be computed differ between outcomes; make their missing cells the same first.",
)

# --- from villages to households --------------------------------------------------------------------------

ASSISTED_BEYOND_ALL = Text(
    "KK binaan ({assisted}) harus lebih dari 0 dan tidak melebihi jumlah KK desa ({households}).",
    "Assisted households ({assisted}) must be above 0 and at most all households ({households}).",
)
DILUTION = Text(
    "Bila {assisted:,} dari {households:,} KK dibina, rata-rata desa hanya bergerak {share:.1%} dari perubahan tiap KK: {village} "
    "di tingkat desa berarti {each} pada setiap KK binaan.",
    "With {assisted:,} of {households:,} households assisted, a village mean moves {share:.1%} of the change of each household: "
    "{village} at village level means {each} for every assisted household.",
)

# --- what is estimated, and what is not -------------------------------------------------------------------

ESTIMAND = Text(
    "Yang diperkirakan adalah perubahan rata-rata pada lokasi terpilih karena menjadi lokasi P2WKSS, dibandingkan seandainya "
    "tempat yang sama tidak menjadi lokasi. Semua kegiatan dan dana yang ikut datang (RTLH, sanitasi, pelatihan, TMMD, CSR) "
    "termasuk di dalamnya. Angka ini bukan pengaruh P2WKSS tanpa kegiatan pendampingnya, dan bukan pengaruh di tempat lain.",
    "The estimate is the average change on the chosen sites from being a P2WKSS site, against the same places not being one. "
    "It includes all activities and money that came because of it (housing repair, sanitation, training, TMMD, CSR). It is not "
    "the effect of P2WKSS apart from these, nor the effect elsewhere.",
)
LIMITS = (
    Text(
        "Pergeseran anggaran: dinas memindahkan kegiatan ke lokasi, sehingga tempat lain mungkin mendapat lebih sedikit; selisihnya "
        "ikut terhitung.",
        "Displacement: departments move budgets towards the site, so other places may get less; that gap is counted in.",
    ),
    Text(
        "Imbas: tetangga lokasi dapat ikut berubah. Tempat sekecamatan dengan lokasi dikeluarkan dari pembanding; hasil dengan "
        "menyertakannya ditampilkan terpisah.",
        "Spillover: neighbours of a site may change too. Places of the same kecamatan are excluded from the comparison; results "
        "that include them are shown separately.",
    ),
    Text(
        'Daftar lokasi berasal dari pemberitaan dan belum lengkap: "bukan lokasi" berarti tidak diketahui pernah menjadi lokasi, '
        "dan pemberitaan lebih banyak menyebut para juara.",
        'The list of sites comes from the press and is incomplete: "not a site" means not known to have been one, and the press '
        "favours winners.",
    ),
    Text(
        "Dilusi (pengaruh terbagi ke semua KK): bila hanya sebagian KK dibina, rata-rata desa bergerak jauh lebih kecil daripada "
        "perubahan pada KK binaan.",
        "Dilution: where only some households are assisted, the village mean moves far less than theirs does.",
    ),
)
