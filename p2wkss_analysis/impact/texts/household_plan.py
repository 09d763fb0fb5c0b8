"""What is said of a survey of households before the first visit: what it can show, and how large it must be."""

from __future__ import annotations

from ...say import Text

WAYS_OF_CHOOSING = {
    "draw": Text("diundi", "a draw"),
    "baseline": Text("menurut angka kunjungan awal", "the first-visit figure"),
    "register": Text("menurut register", "a register's figure"),
    "score": Text("menurut skor", "a score"),
    "whole_rt": Text("per RT utuh", "whole RTs"),
    "unknown": Text("cara tidak diketahui", "an unknown way"),
    "next_year": Text("KK tahun berikutnya", "next year's households"),
    "neighbours": Text("RW tetangga", "neighbouring RW"),
    "draw_rt": Text("RT diundi", "RTs drawn by lot"),
    "near_cut": Text("undian di sekitar batas", "a draw near the cut"),
    "waiting": Text("daftar tunggu di bawah batas", "the waiting list below the cut"),
}
PLAN = Text(
    "Dengan {assisted:,} KK binaan dan {comparison:,} KK pembanding, peluang pengaruh {effect} terlihat: {ways:;}.",
    "With {assisted:,} assisted and {comparison:,} comparison households, the chance that an effect of {effect} is seen: {ways:;}.",
)
PLAN_OF = Text(
    "Dengan {assisted:,} KK binaan dan {comparison:,} KK pembanding di {rts:,} RT, peluang terlihatnya pengaruh {effect} pada "
    "{outcome}: {ways:;}.",
    "With {assisted:,} assisted and {comparison:,} comparison households in {rts:,} RT, the chance of seeing an effect of {effect} "
    "on {outcome}: {ways:;}.",
)
NEEDED = Text(
    "Untuk peluang 80%, kedua pihak bersama memerlukan: {ways:;}.",
    "For a chance of 80%, both sides together need: {ways:;}.",
)
WAY_NEEDS = Text("{way} {n:,} KK di {rts:,} RT", "{way} {n:,} households in {rts:,} RT")
NEEDED_BY_NONE = Text(
    "Dengan cara mana pun, menambah KK tidak cukup untuk peluang 80%; cari cara memilih yang lain, misalnya undian.",
    "In none of these ways would more households give a chance of 80%; choose in another way, such as a draw.",
)
WAY_WITH_POWER = Text("{way} {power:.0%}", "{way} {power:.0%}")
WAY_WITH_TIMES = Text(
    "{way} {power:.0%} ({times:.1} kali KK undian)",
    "{way} {power:.0%} ({times:.1} times a draw's households)",
)
WAY_WITHOUT_END = Text(
    "{way} {power:.0%} (berapa pun KK yang dikunjungi tidak cukup)",
    "{way} {power:.0%} (no number of households is enough)",
)
CHOSEN_BY = Text("Cara pemilihan KK", "Chosen by")
RTS = Text("RT", "RT")
HOUSEHOLDS_NEEDED = Text("KK yang diperlukan", "Households needed")
RTS_NEEDED = Text("RT yang diperlukan", "RT needed")
TIMES_A_DRAW = Text("Kali undian", "Times a draw")

# --- where the figures of a plan come from ----------------------------------------------------------------

FROM_VISITS = Text("buku kerja ini, dua kunjungan, sekitar {n:,} KK", "this workbook, two visits, about {n:,} households")
FROM_FIRST = Text("buku kerja ini, kunjungan pertama, sekitar {n:,} KK", "this workbook, first visit, about {n:,} households")
STATED = Text("ditetapkan", "as stated")
DEFAULT = Text("anggapan; belum ada data kota ini", "assumed; no figure of this city yet")
DEFAULT_RELIABILITY = Text(
    "anggapan: panel pendapatan di Indonesia sekitar 0,5 sampai 0,7",
    "assumed: panels of income in Indonesia lie at about 0.5 to 0.7",
)
DEFAULT_SHARE = Text("anggapan: separuh menjawab ya, keadaan terberat", "assumed: half answer yes, the hardest case")
DEFAULT_EFFECT = Text("anggapan: seperempat simpangan baku", "assumed: a quarter of the standard deviation")
DEFAULT_POINTS = Text("anggapan: 10 poin persen", "assumed: 10 percentage points")
DEFAULT_SIZE = Text("anggapan: sebanyak KK binaan", "assumed: as many as are assisted")
DEFAULT_RTS = Text("anggapan: sekitar 20 KK setiap RT", "assumed: about 20 households an RT")
FROM_SHEET = Text("buku kerja ini", "this workbook")
FIGURES = {
    "effect": Text("pengaruh yang ingin terlihat", "effect to be seen"),
    "sd": Text("simpangan baku antar-KK", "standard deviation between households"),
    "reliability": Text("korelasi dua kunjungan", "correlation of two visits"),
    "rt_correlation": Text("bagian ragam yang berasal dari RT", "share of the variance that is the RT's"),
    "lost": Text("bagian yang tidak ditemui lagi", "share not seen again"),
    "assisted": Text("KK binaan", "assisted households"),
    "comparison": Text("KK pembanding", "comparison households"),
    "rts": Text("RT", "RT"),
}
RESTS_ON = Text(
    "Dasar hitungan: simpangan baku antar-KK {sd} ({sd_source}); korelasi dua kunjungan {reliability} ({reliability_source}); bagian "
    "ragam dari RT {rt_correlation} ({rt_correlation_source}); tidak ditemui lagi {lost} ({lost_source}).",
    "This rests on: standard deviation between households {sd} ({sd_source}); correlation of two visits {reliability} "
    "({reliability_source}); share of the variance from RTs {rt_correlation} ({rt_correlation_source}); not seen again {lost} "
    "({lost_source}).",
)

# --- whom to compare with ---------------------------------------------------------------------------------

MEANING = {
    "near_cut": Text(
        "beda kedua pihak hanya karena undian, tetapi jawabannya berlaku untuk KK di sekitar batas",
        "both sides differ by lot alone, but the answer is for households near the cut",
    ),
    "waiting": Text(
        "KK yang lebih mampu dibandingkan setelah angka register diperhitungkan, sehingga perlu jauh lebih banyak KK",
        "better-off households are compared after allowing for the register, which takes many more households",
    ),
    "neighbours": Text(
        "jawabannya berupa rentang, dan peluang ini hanya berlaku bila RW tetangga setara serta berkembang sama",
        "the answer is a range, and this chance holds only if the neighbouring RW are alike and move alike",
    ),
    "next_year": Text(
        "daftarnya baru ada tahun depan, dan KK yang dipilih kemudian cenderung baru jatuh miskin",
        "the list exists only next year, and households chosen later have often just fallen on hard times",
    ),
}
WAY_HEADS = {
    "way": Text("Pembanding", "Comparison"),
    "families_now": Text("KK tersedia kini (kelipatan 5)", "Households available now (in fives)"),
    "setting": Text("Isian buku kerja", "To write into the workbook"),
    "visits": Text("Kunjungan pembanding", "Visits to the comparison"),
    "cost_rupiah": Text("Biaya kunjungan (Rp)", "Cost of visits (Rp)"),
    "figure": Text("Angka", "Figure"),
    "value": Text("Nilai", "Value"),
    "source": Text("Asal", "Source"),
}
ADVICE = Text(
    "Saran: bandingkan melalui {way} ({assisted:,} KK binaan dan {comparison:,} pembanding, peluang {power:.0%}): {why}.",
    "Advice: compare by way of {way} ({assisted:,} assisted and {comparison:,} comparison, a chance of {power:.0%}): {why}.",
)
ADVICE_TOO_SMALL = Text(
    "Saran: bandingkan melalui {way}, tetapi {assisted:,} KK binaan dan {comparison:,} pembanding hanya memberi peluang {power:.0%}. "
    "{needed} Alasannya: {why}.",
    "Advice: compare by way of {way}, but {assisted:,} assisted and {comparison:,} comparison households give a chance of only "
    "{power:.0%}. {needed} The reason: {why}.",
)
WOULD_NEED = Text("Untuk 80% diperlukan sekitar {n:,} KK.", "For 80% about {n:,} households are needed.")
NO_NUMBER_IS_ENOUGH = Text("Menambah KK tidak cukup.", "More households would not be enough.")
NO_SUCH_OUTCOME = Text(
    "Hasil {given!r} tidak dikenal. Pilih salah satu: {known:list}.",
    "The outcome {given!r} is not known. Choose one of: {known:list}.",
)
NOT_A_FIGURE = Text(
    "{given:list} bukan angka rancangan. Yang dapat ditetapkan: {known:list}.",
    "{given:list} is no figure of a plan. You may state: {known:list}.",
)
NO_SPREAD = Text(
    "Buku kerja ini belum memuat sebaran {outcome}. Isi paling sedikit 30 KK pada gelombang 0, atau tetapkan `sd` (--sd): simpangan baku "
    "antar-KK dalam rupiah per bulan, misalnya dari Susenas.",
    "This workbook does not hold the spread of {outcome} yet. Fill in at least 30 households at wave 0, or state `sd` (--sd): the "
    "standard deviation between households in rupiah a month, for example from Susenas.",
)
