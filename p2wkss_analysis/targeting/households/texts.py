"""What is said of households: whom the programme took, and those whom need cannot tell apart."""

from __future__ import annotations

from ...say import Text

# --- whom the programme took
NO_DECILE = Text(
    "Desil keluarga belum diisi, sehingga ketepatan sasaran keluarga tidak dapat dilihat.",
    "The decile of households is not filled in, so that it cannot be seen whom the programme took.")
SHARE_LOW = Text(
    "Menurut {where}, {share:.0%} KK binaan berada pada desil 1–{cut} ketika pertama dikunjungi.",
    "By {where}, {share:.0%} of the assisted households were in deciles 1 to {cut} at their first visit.")
SHARE_LOW_BESIDE = Text(
    "Menurut {where}, {share:.0%} KK binaan berada pada desil 1–{cut} ketika pertama dikunjungi; di antara KK pembanding {other:.0%}. "
    "Pembanding bukan seluruh keluarga RT itu, dan desil adalah peringkat nasional, bukan angka kemiskinan.",
    "By {where}, {share:.0%} of the assisted households were in deciles 1 to {cut} at their first visit; of the comparison households {other:.0%}. "
    "The comparison is not all families of the RT, and a decile is a national rank, not a poverty rate.")
SHARE_WITHHELD = Text(
    "Menurut {where}, bagian KK binaan pada desil 1–{cut} tidak dicetak: menurut angka yang dicetak, KK binaan yang desilnya diketahui kurang dari {least}.",
    "By {where}, the share of assisted households in deciles 1 to {cut} is not printed: by the printed numbers, fewer than {least} assisted households have a known decile.")
NOTHING_BESIDE = Text(
    "Bagian KK pembanding tidak dicetak: menurut angka yang dicetak, KK pembanding yang desilnya diketahui kurang dari {least}.",
    "The share of comparison households is not printed: by the printed numbers, fewer than {least} of them have a known decile.")

# --- households that need cannot tell apart
REASONS = {  # why a household is on the list or not, a few words each
    "need": Text("menurut kebutuhan", "by need"),
    "held": Text("memenuhi kuota {holds}", "serves the quota {holds}"),
    "fits": Text("melengkapi daftar di bawah kuota", "completes the list under the quotas"),
    "tie": Text("nilainya sama dengan KK yang masuk; urutan household_id yang menentukan, bukan kebutuhan",
                "same score as a household on the list; the order of household_id decided, not need"),
    "below": Text("kurang membutuhkan daripada batas", "less needy than the cut-off"),
    "full": Text("kuota penuh: {fills}", "quota full: {fills}"),
    "no_fit": Text("tidak masuk dalam gabungan kuota yang terbaik", "not part of the best combination of quotas"),
    "equal": Text("nilainya sama dengan KK yang tidak masuk; urutan household_id yang menentukan, bukan kebutuhan",
                  "same score as a household left out; the order of household_id decided, not need"),
    "held_equal": Text("memenuhi kuota {holds}; di antara nilai yang sama urutan household_id yang menentukan, bukan kebutuhan",
                       "serves the quota {holds}; among equal scores the order of household_id decided, not need"),
}
EQUAL_HOUSEHOLDS = Text(
    "{taken:,} KK yang masuk bernilai sama dengan {left:,} KK yang tidak masuk: di antara mereka urutan household_id yang menentukan, "
    "bukan kebutuhan. Musyawarah atau undian dapat memutuskannya.",
    "{taken:,} {taken:household|households} on the list {taken:has|have} the same score as {left:,} left out: between them the order of "
    "household_id decided, not need. A village meeting or a draw can decide instead.")
