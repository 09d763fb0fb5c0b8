"""What is said of the households that the programme took."""

from __future__ import annotations

from ....say import Text

SOURCES = {
    "other": Text("register yang dipakai kota", "the register the city uses"),
    "": Text("daftar yang tidak disebut", "an unnamed register"),
}
NO_DECILE = Text(
    'Desil keluarga belum diisi, sehingga ketepatan sasaran keluarga belum dapat dinilai. Isi kolom "Desil" pada lembar '
    "households.",
    'The decile of households is not filled in, so targeting cannot be assessed. Fill in "Registry decile" on the sheet Households.',
)
SHARE_LOW = Text(
    "{share:.0%} KK binaan berada pada desil 1\N{EN DASH}{cut} ketika pertama dikunjungi (menurut {sources:and}).",
    "{share:.0%} of the assisted households were in deciles 1 to {cut} at their first visit (by {sources:and}).",
)
SHARE_LOW_BESIDE = Text(
    "{share:.0%} KK binaan berada pada desil 1\N{EN DASH}{cut} ketika pertama dikunjungi, dibandingkan {other:.0%} pada KK pembanding "
    "(menurut {sources:and}). Pembanding bukan seluruh keluarga di RT itu, dan desil adalah peringkat nasional, bukan angka "
    "kemiskinan.",
    "{share:.0%} of the assisted households were in deciles 1 to {cut} at their first visit, against {other:.0%} of the comparison "
    "households (by {sources:and}). The comparison is not all families of the RT, and a decile is a national rank, not a poverty "
    "rate.",
)
# The reason is what is printed, not what is known: the count that may leave is too small for a share.
SHARE_WITHHELD = Text(
    "Bagian KK binaan pada desil 1\N{EN DASH}{cut} menurut {sources:and} tidak dicetak: menurut angka yang dicetak, KK binaan yang "
    "desilnya diketahui kurang dari {least}.",
    "The share of assisted households in deciles 1 to {cut} by {sources:and} is not printed: by the printed numbers, fewer than "
    "{least} assisted households have a known decile.",
)
NOTHING_BESIDE = Text(
    "Bagian KK pembanding tidak dicetak: menurut angka yang dicetak, KK pembanding yang desilnya diketahui kurang dari {least}.",
    "The share of comparison households is not printed: by the printed numbers, fewer than {least} of them have a known decile.",
)
# A longer reason that begins so takes its place in a summary.
NO_FAMILY = Text(
    "Lembar Keluarga belum berisi keluarga.",
    "The sheet Households holds no family yet.",
)
