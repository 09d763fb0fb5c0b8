"""What is said of a draw among the households near the cut: its list, its outcome, its minutes."""

from __future__ import annotations

from ....say import Text

STANDINGS = {
    "CERTAIN": Text("masuk tanpa undian", "in without a draw"),
    "TO_BE_DRAWN": Text("ikut undian", "in the draw"),
    "DRAWN": Text("terpilih dalam undian", "drawn"),
    "NOT_DRAWN": Text("tidak terpilih dalam undian", "not drawn"),
    "BELOW": Text("di luar batas", "below the cut"),
}
NEAR_CUT_HEADS = {
    "group": Text("Kelompok undian", "Draws within"),
    "in_draw": Text("KK yang diundi", "Households in the draw"),
    "places": Text("Tempat", "Places"),
    "draw_chance_percent": Text("Peluang", "Chance"),
    "status": Text("Kedudukan", "Standing"),
    "ticket": Text("Nomor undi", "Ticket"),
}
NEAR_CUT_LIST = Text(
    "Dari {n:,} tempat, {certain:,} terisi tanpa undian; {drawn:,} tempat diundi di antara {inside:,} KK di sekitar batas "
    "({score} {low:.{digits}} sampai {high:.{digits}}).",
    "Of {n:,} {n:place|places}, {certain:,} {certain:is|are} filled without a draw; {drawn:,} {drawn:is|are} drawn among {inside:,} households near the "
    "cut ({score} {low:.{digits}} to {high:.{digits}}).",
)
NEAR_CUT_LIST_AT = Text(
    "Dari {n:,} tempat, {certain:,} terisi tanpa undian; {drawn:,} tempat diundi di antara {inside:,} KK tepat pada batas "
    "({score} {low:.{digits}}).",
    "Of {n:,} {n:place|places}, {certain:,} {certain:is|are} filled without a draw; {drawn:,} {drawn:is|are} drawn among {inside:,} households right at "
    "the cut ({score} {low:.{digits}}).",
)
EQUAL_CHANCE = Text("Peluang setiap KK {least:.1%}.", "Each household has a chance of {least:.1%}.")
UNEQUAL_CHANCES = Text(
    "Peluangnya {least:.1%} sampai {most:.1%} menurut kelompok ({groups:,} kelompok), karena kuota atau jatah tempat tetap dijaga.",
    "The chance is {least:.1%} to {most:.1%} by group ({groups:,} groups), because quotas and places by area are kept.",
)
PUBLISH_FIRST = Text(
    "Belum diundi. Umumkan dahulu SHA-256 daftar ini beserta sumber angka acuannya: {sha256}.",
    "Not drawn yet. First publish the SHA-256 of this list and the source of the seed: {sha256}.",
)
DRAWN_WITH = Text("Diundi dengan angka acuan (seed) {seed}.", "Drawn with seed {seed}.")
NEAR_CUT_RECORD = Text(
    "Untuk evaluasi kelak, isi {columns:and} pada gelombang 0 lembar Keluarga untuk semua calon, dan pada lembar Pengaturan: "
    "{settings:and}. Hasil undian tetap ditulis juga bila keluarga kemudian menolak. Kunjungi lagi KK yang tidak terpilih: merekalah pembandingnya.",
    "For the later evaluation, fill in {columns:and} at wave 0 of the sheet Households for all candidates, and on the sheet Settings: "
    "{settings:and}. Keep what was drawn, also where a family refuses later. Visit those not drawn again: they are the comparison.",
)
NEAR_CUT_LIST_MINUTES = Text(
    """\
DAFTAR PESERTA UNDIAN KELUARGA DI SEKITAR BATAS

Tanggal : {when}
Tempat  : {place}

1. {certain:,} KK masuk tanpa undian. {places:,} tempat dicadangkan untuk diundi di antara {inside:,} KK.
2. SHA-256 daftar di bawah ini (satu peserta per baris): {sha256}
3. {source}
4. Cara: nomor undi setiap KK adalah nilai SHA-256 dari teks "angka acuan|ID keluarga"; di setiap kelompok, nomor terkecil terpilih.

Peserta (kelompok|tempat|ID keluarga):
{everyone}

Saksi-saksi:
1. ........................    2. ........................    3. ........................
""",
    """\
LIST FOR THE DRAW OF HOUSEHOLDS NEAR THE CUT

Date  : {when}
Place : {place}

1. {certain:,} households are in without a draw. {places:,} {places:place is|places are} reserved for the draw among {inside:,} households.
2. SHA-256 of the list below (one household a line): {sha256}
3. {source}
4. Method: the ticket of a household is the SHA-256 of the text "seed|household id"; in each group the lowest tickets are drawn.

Households (group|places|household id):
{everyone}

Witnesses:
1. ........................    2. ........................    3. ........................
""",
)
GROUP_PART = Text("{heading} {value}", "{heading} {value}")
GROUP_YES = Text("{heading} = ya", "{heading} = yes")
GROUP_NO = Text("{heading} = tidak", "{heading} = no")
GROUP_PARTS = Text("{parts:list}", "{parts:list}")
GROUP_DRAWS = Text("{group}: {places:,} tempat untuk {n:,} KK", "{group}: {places:,} {places:place|places} for {n:,} households")
ALL_DRAW = Text("Semua: {places:,} tempat untuk {n:,} KK", "All: {places:,} {places:place|places} for {n:,} households")
NEAR_CUT_MINUTES = Text(
    """\
BERITA ACARA UNDIAN KELUARGA DI SEKITAR BATAS

Tanggal : {when}
Tempat  : {place}

1. {certain:,} KK masuk tanpa undian. {places:,} tempat diundi di antara {inside:,} KK.
2. SHA-256 daftar peserta (baris "kelompok|tempat|ID keluarga", berurutan): {sha256}
3. Angka acuan undian (seed): {seed}. {source}
4. Cara: nomor undi setiap KK adalah nilai SHA-256 dari teks "angka acuan|ID keluarga" (contoh: {seed}|{first});
   di setiap kelompok, nomor terkecil terpilih. Siapa pun dapat menghitungnya kembali.

Nomor undi (16 angka heksadesimal pertama), terpilih diberi tanda *:
{everyone}

Saksi-saksi:
1. ........................    2. ........................    3. ........................
""",
    """\
MINUTES OF THE DRAW OF HOUSEHOLDS NEAR THE CUT

Date  : {when}
Place : {place}

1. {certain:,} households are in without a draw. {places:,} {places:place was|places were} drawn among {inside:,} households.
2. SHA-256 of the list of participants (lines "group|places|household_id", in order): {sha256}
3. Seed: {seed}. {source}
4. Method: the ticket of a household is the SHA-256 of the text "seed|household id" (for example: {seed}|{first});
   in each group the lowest tickets are drawn. Anyone can work them out again.

Tickets (first 16 hexadecimal digits), those drawn marked *:
{everyone}

Witnesses:
1. ........................    2. ........................    3. ........................
""",
)
NOT_DRAWN_YET = Text(
    "Daftar ini belum diundi. Umumkan daftar peserta dahulu, lalu undi dengan `.draw(seed)` atau --seed.",
    "Lots have not been drawn yet. Publish the list first, then draw with `.draw(seed)` or --seed.",
)
PLACES_OR_WIDTH = Text(
    "Sebutkan salah satu: `places` (banyaknya tempat yang diundi) atau `width` (jarak skor dari batas).",
    "State one of the two: `places` (how many are drawn) or `width` (distance in score from the cut).",
)
WIDTH_NO_NUMBER = Text("width={given!r}: harus angka mulai 0.", "width={given!r}: must be a number from 0.")
NO_TIES = Text(
    "Tidak ada KK di luar daftar yang skornya sama dengan batas, sehingga tidak ada yang perlu diundi. Sebutkan `places`, misalnya 20, "
    "atau `width`.",
    "No household left out has the very score of the cut, so there is nothing to draw. State `places`, for example 20, or `width`.",
)
NOBODY_NEAR = Text(
    "Tidak ada KK di luar daftar yang dapat bertukar dengan KK pada daftar tanpa melanggar kuota. Perbesar `places` atau `width`, atau "
    "longgarkan kuota.",
    "No household left out can change places with one on the list under the quotas. Raise `places` or `width`, or loosen the quotas.",
)
NOT_AS_MANY = Text(
    "Diminta {asked:,} tempat: KK yang skornya sama tetap bersama, dan kuota tetap dijaga. Kriteria kedua (`then`) atau skor yang lebih "
    "rinci memungkinkan jumlah yang lebih dekat.",
    "{asked:,} {asked:place was|places were} asked for: households of the same score stay together, and quotas are kept. A second "
    "criterion (`then`) or a finer score allows a nearer number.",
)
MEASURED_NOISE = Text("measured_noise", "measured_noise")
NO_NOISE = Text("measured_noise tidak dapat dihitung:", "measured_noise cannot be computed:")
