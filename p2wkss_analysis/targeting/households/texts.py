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
