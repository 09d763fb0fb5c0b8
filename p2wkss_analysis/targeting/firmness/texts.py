"""What is said of how firm a ranking is: simulations, explanations, the smallest change of weights, the triangle."""

from __future__ import annotations

from ...say import Text

TOP = Text("{k:,} besar", "the top {k:,}")
FIRST_PLACE = Text("peringkat pertama", "first place")
MORE = Text("{n:,} lainnya", "{n:,} more")
NAME_WITH_SHARE = Text("{name} ({share:.0%})", "{name} ({share:.0%})")

# --- stability: how often a place is chosen when weights and methods change -------------------------------

TESTING = Text("Menguji kekokohan pilihan", "Testing how firm the choice is")
AMONG_TOP = Text("masuk {k:,} besar", "among the top {k:,}")
RANKED_FIRST = Text("di peringkat pertama", "ranked first")
EACH_CHOSEN = Text(
    "Peluang tetap {among} dalam {draws:,} simulasi bobot dan cara menghitung: {places:and}.",
    "Chance of staying {among} over {draws:,} simulations of weights and methods: {places:and}.",
)
FIRM_OF_CHOSEN = Text(
    "{firm:,} dari {k:,} wilayah terpilih tetap {among} pada 95% atau lebih dari {draws:,} simulasi bobot dan cara menghitung; "
    "yang paling tidak kokoh: {places:and}.",
    "{firm:,} of the {k:,} chosen places stay {among} in 95% or more of {draws:,} simulations of weights and methods; the least "
    "firm: {places:and}.",
)
NO_RIVAL = Text(
    "Tidak ada wilayah lain yang {among} pada 10% simulasi atau lebih.",
    "No other place is {among} in 10% of the simulations or more.",
)
RARE_RIVALS = Text(
    "Tidak ada wilayah lain yang {among} pada 10% simulasi atau lebih; {others:,} wilayah hanya sesekali.",
    "No other place is {among} in 10% of the simulations or more; {others:,} {others:place is|places are} there occasionally.",
)
RIVALS = Text(
    "{rivals:,} wilayah bersaing untuk {seats:,} tempat terakhir; yang paling sering {among}: {places:and}. Bila perbedaan ini "
    "dianggap tidak berarti, undian terbuka di antara {rivals:,} wilayah itu adil dan memberi evaluasi tahun depan pembanding "
    "yang sah.",
    "{rivals:,} places compete for {seats:,} remaining {seats:seat|seats}; most often {among}: {places:and}. If these "
    "differences are thought not to matter, a public draw among the {rivals:,} is fair and gives next year's evaluation a valid "
    "comparison group.",
)
SHARE_OUT_OF_RANGE = Text(
    "`share` adalah bagian simulasi, lebih dari 0 dan kurang dari 0,5, bukan {given!r}.",
    "`share` is a share of the simulations, above 0 and below 0.5, not {given!r}.",
)
NO_DRAWS = Text(
    "`draws` adalah jumlah simulasi, yaitu bilangan bulat mulai 1, bukan {given!r}.",
    "`draws` is the number of simulations, a whole number from 1, not {given!r}.",
)
CONCENTRATION_OUT_OF_RANGE = Text(
    "`concentration` adalah angka dari 0,1 sampai 1.000.000 (makin besar, bobot makin tetap), atau None untuk bobot tetap, "
    "bukan {given!r}.",
    "`concentration` is a number from 0.1 to 1,000,000 (larger holds the weights closer), or None for fixed weights, not "
    "{given!r}.",
)
NOT_A_LIST = Text(
    '`{what}` berupa daftar, misalnya ("rank",), atau () agar tidak diubah, bukan {given!r}.',
    '`{what}` is a list such as ("rank",), or () to leave it unchanged, not {given!r}.',
)
UNKNOWN_CHOICE = Text(
    "{given!r} tidak dikenal. Pilihan: {known:list}.",
    "{given!r} is not known. Choose from: {known:list}.",
)

# --- explain: why a place stands where it stands ----------------------------------------------------------

RANK_AND_SCORE = Text(
    "{name} berada pada peringkat {rank:,} dari {places:,} wilayah dengan skor {score:.1}.",
    "{name} ranks {rank:,} of {places:,} places, with a score of {score:.1}.",
)
STRONGEST = Text(
    "Dibandingkan median semua wilayah, skornya paling terangkat oleh {reasons:and}.",
    "Compared with the median of all places, its score is raised most by {reasons:and}.",
)
REASON = Text("{label} ({points:+.1})", "{label} ({points:+.1})")
NONE_ABOVE_MEDIAN = Text(
    "Tidak ada indikator yang menunjukkan kebutuhan lebih tinggi daripada median.",
    "No indicator shows more need than the median.",
)
LEAD = Text(
    "Skornya {lead:.1} poin {on_list:di atas|di bawah} {rival} (peringkat {rank:,}).",
    "It scores {lead:.1} points {on_list:above|below} {rival} (rank {rank:,}).",
)
# Only values seen among the places are tried, so "no indicator" holds within them.
NO_SINGLE_CHANGE = Text(
    "Dalam rentang nilai yang ada, tidak ada satu indikator pun yang dapat mengubah keputusan tentang {top}.",
    "Within the values observed, no single indicator could change the decision on {top}.",
)
SINGLE_CHANGES = Text(
    "Wilayah ini {on_list:keluar dari|masuk} {top} bila salah satu nilai berubah: {changes:;}.",
    "It would {on_list:leave|enter} {top} if any one of these values changed: {changes:;}.",
)
CHANGE = Text(
    "{label} menjadi {after:.{digits}} (kini {now:.{digits}})",
    "{label} to {after:.{digits}} (now {now:.{digits}})",
)

# --- flip: the smallest change of weights -----------------------------------------------------------------

CHANGE_IN_POINTS = Text("Perubahan (poin persen)", "Change (percentage points)")
NO_FLIP = Text(
    "Tidak ada susunan bobot yang mengubah pilihan ini: yang terpilih lebih membutuhkan pada semua indikator.",
    "No set of weights would change this choice: the chosen places are needier on every indicator.",
)
LEVEL = Text(
    "{leaves} dan {enters} setara pada bobot yang dipakai; data tidak menentukan mana yang dipilih.",
    "{leaves} and {enters} are tied at the weights in use; the data do not decide between them.",
)
# At these weights the two tie: the choice can change, it need not.
FLIP = Text(
    "Pilihan dapat berubah bila {moved:.1} poin persen bobot dipindahkan. Skor {enters} lalu menyamai {leaves}: {moves:and}.",
    "The choice can change with a shift of {moved:.1} percentage points of weight. {enters} then ties with {leaves}: {moves:and}.",
)
FAR_FLIP = Text(
    "Pilihan baru dapat berubah bila {moved:.1} poin persen bobot dipindahkan. Skor {enters} lalu menyamai {leaves}: {moves:and}.",
    "Only a shift of {moved:.1} percentage points of weight could change the choice. {enters} then ties with {leaves}: {moves:and}.",
)
MOVE = Text("{label} {points:+.1}", "{label} {points:+.1}")

# --- triangle ---------------------------------------------------------------------------------------------

WINNERS = Text(
    "Di antara semua kemungkinan bobot {indicators:and}, peringkat pertama dipegang oleh {places:and}.",
    "Across all possible weights of {indicators:and}, first place is held by {places:and}.",
)
THREE_INDICATORS = Text(
    "Segitiga bobot memerlukan tepat tiga indikator, bukan {n}. Hitung dahulu skor aspek dengan .aspects(), lalu peringkatkan "
    "menurut tiga aspek.",
    "The triangle of weights needs exactly three indicators, not {n}. Score the aspects first with .aspects(), then rank by "
    "three of them.",
)
