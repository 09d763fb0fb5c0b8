"""What is said of the headline method: what it needs, its cautions, the backtest, and the bootstrap."""

from __future__ import annotations

from ...say import Text

# --- what it starts from, and what it needs ---------------------------------------------------------------

OWN_HISTORY = Text("riwayat sendiri sampai tahun sebelum program", "own history up to the year before the programme")
OWN_HISTORY_UNTIL = Text(
    "riwayat sendiri sampai {n:,} tahun sebelum program",
    "own history up to {n:,} {n:year|years} before the programme",
)
OWN_HISTORY_RAW = Text("riwayat sendiri, pada skala asli", "own history, on the raw scale")
BASELINE_EARLY = Text(
    "Nilai awal diukur setelah lokasi ditetapkan dan sebagian sudah terkena program. Metode ini memerlukan paling sedikit "
    "{least:,} tahun bersih sebelum program pada tiap lokasi.",
    "The baseline value was measured after the site was fixed and partly exposed. This method needs at least {least:,} clean "
    "years before the programme at each site.",
)
ONE_YEAR_BEFORE = Text(
    "Lokasi hanya memiliki satu tahun sebelum program; metode ini memerlukan paling sedikit {least:,}.",
    "The sites have only one year before the programme; this method needs at least {least:,}.",
)
NO_SITE_TO_FORECAST = Text(
    "Tidak ada lokasi dengan paling sedikit {least:,} tahun sebelum program, satu tahun sesudahnya, dan tempat pembanding yang "
    "belum menjadi lokasi.",
    "No site has at least {least:,} years before its programme, one after, and comparison places not yet chosen.",
)
RANKING_EMPTY = Text(
    "Kolom pemeringkatan kosong pada tahun pemeringkatan semua lokasi.",
    "The ranking column is empty in the ranking year of every site.",
)
LEFT_OUT = Text(
    "Lokasi yang tidak dapat dihitung: {reasons:;}.",
    "Sites that cannot be computed: {reasons:;}.",
)
COUNT_OF_REASON = Text("{n:,} ({reason})", "{n:,} ({reason})")
REASONS = {
    "history": Text("kurang dari dua tahun sebelum program", "fewer than two years before the programme"),
    "after": Text("tidak ada nilai sesudah program dimulai", "no value after the start"),
    "pool": Text("tidak cukup tempat pembanding dalam kelompoknya", "too few places to compare with in its group"),
}
NO_SCATTER = Text(
    "Tempat pembanding bergerak persis sama dari tahun ke tahun, sehingga ketidakpastian tidak dapat dinilai dan selang "
    "kepercayaan 95% tidak terbatas. Periksa apakah angkanya dihitung dari satu rumus atau disalin.",
    "The comparison places move exactly alike from year to year, so the uncertainty cannot be judged and the 95% interval is "
    "unbounded. Check whether the figures were computed by one formula or copied.",
)
RAW_SCALE_FOR_COMPARISON = Text(
    "Pembanding saja: angka ini naik turun sebanding dengan besarnya. Pada skala asli, tempat terburuk sering tampak terbantu "
    "atau dirugikan padahal tidak terjadi apa-apa.",
    "For comparison only: this figure moves in proportion to its size. On the raw scale the worst places often seem to be "
    "helped or harmed where nothing happened.",
)
IF_FIXED_EARLIER = Text(
    "Baris ini hanya berlaku bila lokasi memang ditetapkan lebih awal; bila dipilih menurut nilai tahun-tahun terakhir, baris "
    "ini bias.",
    "This row holds only if sites were indeed fixed earlier; if they were chosen on the last years' values, it is biased.",
)

# --- cautions ---------------------------------------------------------------------------------------------

ONE_SITE = Text(
    "Dengan satu lokasi, nilai p terkecil yang mungkin adalah 1/{n}. Bacalah selangnya, bukan nilai p-nya.",
    "With one site, the smallest possible p is 1/{n}. Read the interval, not the p.",
)
LITTLE_DATA = Text(
    "Dengan data ini, hanya pengaruh di atas sekitar {least} yang dapat terdeteksi.",
    "With these data, only effects above about {least} can be detected.",
)
VOLATILE = Text(
    "Tempat berbeda dalam besarnya naik turun, dan yang terpilih sering kali yang bergejolak. Selangnya lebar, dan pengaruh "
    "sedang pun dapat luput.",
    "Places differ in volatility, and chosen places are often the volatile ones. The interval is wide, and even a moderate "
    "effect may be missed.",
)
NEIGHBOURS_MOVE_TOGETHER = Text(
    "Tempat yang bertetangga (kode induknya sama) naik turun bersama, sehingga lokasi terutama dibandingkan dengan tetangganya "
    "yang bukan lokasi.",
    "Neighbouring places (of the same parent area) move together, so sites are mainly compared with neighbours that are not "
    "sites.",
)
TWO_KINDS = Text(
    "Tempat-tempat tampaknya terdiri atas dua jenis; bandingkan di dalam satu jenis. Nilai p mungkin terlalu kecil.",
    "Places seem to be of two kinds; compare within one kind. The p may be too small.",
)
CHOSEN_ON_MORE = Text(
    "Bila panitia memakai pertimbangan di luar angka masa lalu, perkiraan ini bias (dalam simulasi sampai 0,4 simpangan baku).",
    "If the committee used more than past figures, the estimate is biased (in simulations by up to 0.4 standard deviations).",
)
CHOSEN_ON_ANOTHER_COLUMN = Text(
    "Lokasi dipilih menurut kolom lain dan sebaran antartempat tidak simetris. Dalam simulasi, manfaat terbaca sekitar 0,1 "
    "simpangan baku terlalu kecil.",
    "Sites were chosen on another column and the distribution of places is skewed. In simulations, benefit was understated by "
    "about 0.1 standard deviations.",
)
SKEWED_CHANGES = Text(
    "Sebaran perubahan tahunan tidak simetris; pertimbangkan skala logaritma. Manfaat mungkin terbaca sekitar 0,15 simpangan "
    "baku terlalu besar.",
    "Yearly changes are skewed; consider the log scale. Benefit may be overstated by about 0.15 standard deviations.",
)
MISSES_THE_WORST = Text(
    "Perkiraan meleset pada tempat yang mirip dengan lokasi tetapi tidak dipilih. Jangan pakai hasil ini tanpa pemeriksaan lebih "
    "lanjut.",
    "The forecast misses places similar to the sites that were not chosen. Do not use this result without further checks.",
)
FAR_TAIL = Text(
    "Jawaban ini bergantung pada bentuk ekor sebaran: tanpa ekor tebal, perkiraannya bergeser lebih dari setengah selang.",
    "The answer depends on the shape of the tail: without heavy tails, the estimate moves by more than half the interval.",
)
PLACEBO_RATE = Text(
    "Diuji pada {n:,} pemilihan serupa di tempat nyata tanpa program, cara ini keliru menyatakan ada pengaruh pada {rate:,} dari "
    "100 kasus; yang wajar 5.",
    "Tried on {n:,} similar choices among real places without a programme, this method wrongly reported an effect in {rate:,} "
    "of 100; 5 is the nominal rate.",
)

# --- backtest and bootstrap -------------------------------------------------------------------------------

BACKTEST_MISSED = Text(
    "Metode ini diuji pada tahun-tahun sebelum program, pada tempat yang saat itu akan terpilih. Perkiraannya meleset {missed}; "
    "bila tepat, sekitar ±{expected}. Jangan bersandar pada jawaban ini saja.",
    "The method was backtested on years before any programme, on places that would have been chosen then. The forecast was off "
    "by {missed}; if right, about ±{expected}. Do not rely on this answer alone.",
)
BOOTSTRAP = Text(
    "Dalam {n:,} panel simulasi tanpa pengaruh, dengan lokasi dipilih ulang menurut aturan yang sama, metode ini rata-rata meleset "
    "{bias}. Selang kepercayaannya {low} sampai {high} (p {p:p}), {verdict}.",
    "In {n:,} simulated panels without effect, with sites chosen again by the same rule, the method was off by {bias} on average. "
    "Its interval runs from {low} to {high} (p {p:p}), {verdict}.",
)
BOOTSTRAP_AGREES = Text("sejalan dengan hasil plasebo", "in agreement with the placebos")
BOOTSTRAP_DISAGREES = Text(
    "tidak sejalan dengan hasil plasebo; jangan bersandar pada salah satunya saja",
    "in disagreement with the placebos; do not rely on either alone",
)
NO_CHOICE_TO_REPEAT = Text(
    "Bootstrap memerlukan aturan pemilihan menurut indikator itu sendiri, atau undian.",
    "The bootstrap needs a rule on the outcome itself, or lots: other choices cannot be repeated.",
)
TOO_FEW_REDRAWN = Text(
    "Dari {draws:,} panel simulasi hanya {n:,} yang dapat dihitung; selang kepercayaan memerlukan paling sedikit {least:,}. "
    "Tambahkan tahun sebelum program atau tempat pembanding, atau perbesar draws.",
    "Of {draws:,} simulated panels only {n:,} could be computed; an interval needs at least {least:,}. Add years before the "
    "programme or comparison places, or ask for more draws.",
)
CHOOSING_AGAIN = Text("Mengulang pemilihan", "Choosing again")
