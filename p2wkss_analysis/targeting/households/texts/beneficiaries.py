"""What is said of a list of households: whom it holds, its quotas, equal households, its minutes."""

from __future__ import annotations

from ....say import Text

SELECTED = Text(
    "Dipilih {n:,} keluarga dari {pool:,} calon. Jumlah skor kebutuhannya (kolom {score}) {total:.2}, tertinggi yang mungkin"
    "{limits:| dengan semua kuota}.",
    "{n:,} {n:household was|households were} chosen from {pool:,} {pool:candidate|candidates}. The total need score (column "
    "{score}) is {total:.2}, the highest possible{limits:| under all quotas}.",
)
SELECTED_LOWEST = Text(
    "Dipilih {n:,} keluarga dari {pool:,} calon. Jumlah skornya (kolom {score}, makin rendah makin membutuhkan) {total:.2}, "
    "terendah yang mungkin{limits:| dengan semua kuota}.",
    "{n:,} {n:household was|households were} chosen from {pool:,} {pool:candidate|candidates}. The total score (column {score}, "
    "lower is needier) is {total:.2}, the lowest possible{limits:| under all quotas}.",
)
CUT_OFF = Text(
    "Batas skor menurut kebutuhan saja: {score:.2}.",
    "Cut-off by need alone: {score:.2}.",
)
ALREADY_ASSISTED = Text(
    "{n:,} KK yang dibina pada tahun program sebelumnya tidak ikut dipilih.",
    "{n:,} {n:household|households} assisted in an earlier programme year {n:was|were} left out.",
)
# Between households of the same score need does not choose.
EQUAL_HOUSEHOLDS = Text(
    "{all:,} KK bernilai sama untuk {taken:,} tempat.",
    "{all:,} households have the same score for {taken:,} {taken:place|places}.",
)
BY_SECOND = Text(
    "Yang masuk di antara mereka ditentukan oleh kriteria kedua ({then}).",
    "The second criterion ({then}) decided between them.",
)
BY_SECOND_AND_LOT = Text(
    "Yang masuk di antara mereka ditentukan oleh kriteria kedua ({then}); {drawn:,} KK yang juga sama menurut kriteria itu diundi untuk {places:,} tempat "
    "(seed {seed}).",
    "The second criterion ({then}) decided between them; {drawn:,} households alike in that too were drawn by lot for {places:,} "
    "{places:place|places} (seed {seed}).",
)
BY_LOT = Text(
    "Yang masuk di antara mereka ditentukan dengan undian, bukan kebutuhan (seed {seed}).",
    "Between them lots were drawn, not need (seed {seed}).",
)
LOT_FOR_NOW = Text(
    "Undian ini sementara: tetapkan kriteria kedua, atau seed dari sumber umum yang belum diketahui ketika daftar calon ditetapkan.",
    "This draw is provisional: state a second criterion, or a seed from a public source unknown when the candidates were fixed.",
)
NO_DRAW_OF_HOUSEHOLDS = Text(
    "Tidak ada KK yang diundi: skor dan kriteria kedua sudah menentukan seluruh daftar.",
    "No household was drawn by lot: the score and the second criterion decide the whole list.",
)
HOUSEHOLD_MINUTES = Text(
    """\
BERITA ACARA UNDIAN KELUARGA

Tanggal : {when}
Tempat  : {place}

1. Yang diundi: {candidates:,} KK dengan {what} yang sama, untuk {n:,} tempat.
2. SHA-256 daftar peserta (ID keluarga berurutan, satu per baris): {sha256}
3. Angka acuan undian (seed): {seed}. {source}
4. Cara: nomor undi setiap KK adalah nilai SHA-256 dari teks "angka acuan|ID keluarga" (contoh: {seed}|{first});
   nomor terkecil didahulukan, sepanjang kuota terpenuhi. Siapa pun dapat menghitungnya kembali.

Nomor undi, dari yang terkecil (16 angka heksadesimal pertama):
{everyone}

Terpilih:
{winners}

Saksi-saksi:
1. ........................    2. ........................    3. ........................
""",
    """\
MINUTES OF THE DRAW OF HOUSEHOLDS

Date  : {when}
Place : {place}

1. Drawn: {candidates:,} households alike in {what}, for {n:,} {n:place|places}.
2. SHA-256 of the list of participants (household ids in order, one a line): {sha256}
3. Seed: {seed}. {source}
4. Method: the ticket of a household is the SHA-256 of the text "seed|household id" (for example: {seed}|{first});
   the lowest tickets come first, as far as quotas allow. Anyone can work them out again.

Tickets, the lowest first (first 16 hexadecimal digits):
{everyone}

Drawn:
{winners}

Witnesses:
1. ........................    2. ........................    3. ........................
""",
)
SCORE_ALONE = Text("skor ({score})", "score ({score})")
SCORE_AND_SECOND = Text("skor ({score}) dan kriteria kedua ({then})", "score ({score}) and second criterion ({then})")
# A price is what loosening one limit by one household would gain, by solving again.
NO_QUOTA_COSTS = Text(
    "Melonggarkan kuota mana pun sebanyak satu keluarga tidak menambah kebutuhan yang terlayani.",
    "Loosening any one quota by one household would not raise the total need served.",
)
BINDING = Text(
    "Kuota yang mengikat, dengan tambahan skor bila dilonggarkan satu keluarga: {quotas:and}.",
    "Binding quotas, with the gain in score from loosening each by one household: {quotas:and}.",
)
QUOTA_WITH_PRICE = Text("{quota} ({price:+.2})", "{quota} ({price:+.2})")
MORE_QUOTAS = Text("{n:,} kuota lain", "{n:,} more")
DECIDED = Text(
    "Berdasarkan keputusan, {into:,} keluarga dimasukkan dan {out:,} dikeluarkan.",
    "By decision, {into:,} {into:household was|households were} put on the list and {out:,} taken off.",
)
RECORD = Text(
    "Untuk evaluasi kelak, isi pada lembar Pengaturan: {settings:and}.",
    "For the later evaluation, fill in on the sheet Settings: {settings:and}.",
)
COPY_SCORE = Text(
    "Salin {score} ke kolom {figure} (gelombang 0), juga untuk KK pembanding.",
    "Copy {score} into the column {figure} (wave 0), for comparison households too.",
)
WHO_DECIDED = Text(
    "Sebutkan siapa yang memutuskan dan kapan melalui `by`.",
    "State who decided and when in `by`.",
)
GROUP_ABSENT = Text(
    "Kolom {column} tidak ada dalam tabel calon. Kolom yang ada: {known:list}.",
    "The table of candidates has no column {column}. It has: {known:list}.",
)
GROUP_OF_NUMBERS = Text(
    "Kolom {column} memuat nomor seperti NIK atau nomor KK; ringkasan untuk umum tidak dibuat darinya. Pilih kolom lain.",
    "The column {column} holds what looks like a NIK or KK number; no public summary is made of it. Choose another column.",
)
GROUP_TOO_SMALL = Text(
    "Kelompok pada kolom {column} terlalu kecil untuk diumumkan: rata-rata kurang dari dua keluarga. Pilih kelompok yang lebih "
    "besar, misalnya rt.",
    "The groups of the column {column} are too small to publish: fewer than two families on average. Choose larger ones, such "
    "as rt.",
)
LIMITS_BY_COLUMN = Text(
    "{name} harus menyebut kolom dan, untuk tiap kolom, jumlah KK paling sedikit dan paling banyak, misalnya rt: (2, 15).",
    "{name} must name columns and, for each, the least and the most households, such as rt: (2, 15).",
)
UNKNOWN_NEEDIER = Text(
    'needier={given!r}: tulis "higher" atau "lower".',
    'needier={given!r}: write "higher" or "lower".',
)
