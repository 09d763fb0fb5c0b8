"""What is said of a list of households: the list and its quotas, one household, the musyawarah, clashes, refusals."""

from __future__ import annotations

from ...say import Text

# --- beneficiaries: the list ------------------------------------------------------------------------------

SELECTED = Text(
    "Dipilih {n:,} keluarga dari {pool:,} calon. Jumlah skor kebutuhannya (kolom {score}) {total:.2}, tertinggi yang mungkin "
    "dengan semua kuota.",
    "{n:,} {n:household was|households were} chosen from {pool:,} {pool:candidate|candidates}. The total need score (column "
    "{score}) is {total:.2}, the highest possible under all quotas.",
)
SELECTED_LOWEST = Text(
    "Dipilih {n:,} keluarga dari {pool:,} calon. Jumlah skornya (kolom {score}, makin rendah makin membutuhkan) {total:.2}, "
    "terendah yang mungkin dengan semua kuota.",
    "{n:,} {n:household was|households were} chosen from {pool:,} {pool:candidate|candidates}. The total score (column {score}, "
    "lower is needier) is {total:.2}, the lowest possible under all quotas.",
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
    "Kriteria kedua ({then}) menentukan di antaranya.",
    "The second criterion ({then}) decided between them.",
)
BY_SECOND_AND_LOT = Text(
    "Kriteria kedua ({then}) menentukan di antaranya; {drawn:,} KK yang juga sama menurut kriteria itu diundi untuk {places:,} tempat "
    "(seed {seed}).",
    "The second criterion ({then}) decided between them; {drawn:,} households alike in that too were drawn by lot for {places:,} "
    "{places:place|places} (seed {seed}).",
)
BY_LOT = Text(
    "Di antaranya diundi, bukan menurut kebutuhan (seed {seed}).",
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
    "Tidak ada kuota yang, bila dilonggarkan satu keluarga, menambah kebutuhan yang terlayani.",
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
UNKNOWN_NEEDIER = Text(
    'needier={given!r}: tulis "higher" atau "lower".',
    'needier={given!r}: write "higher" or "lower".',
)

# --- placement: one household -----------------------------------------------------------------------------

SCORE = Text("Skor", "Score")
STANDING = Text(
    "Keluarga {household} {selected:masuk|tidak masuk} daftar (skor {score:.2}): {reason}.",
    "Household {household} {selected:is|is not} on the list (score {score:.2}): {reason}.",
)
NO_SCORE_CHANGES_IT = Text(
    "Karena kuota, perubahan skor tidak mengubah keputusan ini.",
    "Because of the quotas, no score would change this.",
)
STAYS = Text(
    "Keluarga ini tetap masuk selama skornya di {low:bawah|atas} {score:.2}.",
    "It stays in while its score is {low:below|above} {score:.2}.",
)
WOULD_ENTER = Text(
    "Keluarga ini masuk bila skornya di {low:bawah|atas} {score:.2}.",
    "It would come in with a score {low:below|above} {score:.2}.",
)
WOULD_ALSO_ENTER = Text(
    "Keluarga ini juga masuk dengan salah satu dari: {ways:;}.",
    "It would also come in with any one of: {ways:;}.",
)
LONGER_LIST = Text("daftar {n:,} keluarga", "a list of {n:,} households")
KINDS = {  # why a household is on the list or not; the code refers to them by their place
    "need": Text("menurut kebutuhan", "by need"),
    "held": Text("memenuhi kuota {holds:and}", "meets the quota {holds:and}"),
    "fits": Text("melengkapi daftar sesuai kuota", "completes the list under the quotas"),
    "tie": Text(
        "skornya sama dengan KK yang masuk; undian yang menentukan, bukan kebutuhan",
        "same score as a household on the list; a draw by lot decided, not need",
    ),
    "below": Text("kurang membutuhkan daripada batas", "less needy than the cut-off"),
    "full": Text("kuota penuh: {fills:and}", "quota full: {fills:and}"),
    "no_fit": Text("tidak termasuk gabungan kuota yang terbaik", "not part of the best combination of quotas"),
    "equal": Text(
        "skornya sama dengan KK yang tidak masuk; undian yang menentukan, bukan kebutuhan",
        "same score as a household left out; a draw by lot decided, not need",
    ),
    "held_equal": Text(
        "memenuhi kuota {holds:and}; di antara skor yang sama undian yang menentukan, bukan kebutuhan",
        "meets the quota {holds:and}; among equal scores a draw by lot decided, not need",
    ),
    "second_out": Text(
        "skornya sama dengan KK yang masuk; kriteria kedua ({then}) yang menentukan",
        "same score as a household on the list; the second criterion ({then}) decided",
    ),
    "second_in": Text(
        "skornya sama dengan KK yang tidak masuk; kriteria kedua ({then}) yang menentukan",
        "same score as a household left out; the second criterion ({then}) decided",
    ),
}
PUT_IN = Text("dimasukkan: {reason}", "included: {reason}")
PUT_OUT = Text("dikeluarkan: {reason}", "excluded: {reason}")

# --- musyawarah: the fixed list of reasons ----------------------------------------------------------------

INCLUDE_REASONS = {
    "worse_than_data": Text("keadaan lebih buruk daripada data", "worse off than the data say"),
    "disaster": Text("terkena bencana atau kebakaran", "hit by disaster or fire"),
    "lost_earner": Text("kehilangan pencari nafkah", "lost its earner"),
    "illness_or_disability": Text("sakit berat atau disabilitas", "severe illness or disability"),
    "promised": Text("sudah ditetapkan sebelumnya", "already fixed earlier"),
}
EXCLUDE_REASONS = {
    "better_than_data": Text("keadaan lebih baik daripada data", "better off than the data say"),
    "moved_away": Text("sudah pindah", "moved away"),
    "duplicate": Text("data ganda", "duplicate entry"),
    "not_found": Text("tidak ditemukan di lapangan", "not found in the field"),
    "declined": Text("menolak ikut serta", "declined to take part"),
    "already_assisted": Text("sudah dibantu program lain", "already assisted by another programme"),
    "not_eligible": Text("tidak memenuhi syarat", "not eligible"),
}
CONSEQUENCES = {
    "release": Text("keputusan terdahulu dicabut", "an earlier decision was withdrawn"),
    "entered": Text("akibat keputusan pada langkah ini", "as a result of this step"),
    "left": Text("akibat keputusan pada langkah ini", "as a result of this step"),
}
NOT_STATED = Text("alasan tidak disebutkan", "no reason stated")
NOT_A_LIST = Text(
    "`{action}` berupa daftar household_id atau pasangan {{household_id: alasan}}, bukan {given!r}.",
    "`{action}` is a list of household_id or a mapping {{household_id: reason}}, not {given!r}.",
)
UNKNOWN_REASON = Text(
    "Alasan {reason!r} tidak dikenal untuk `{action}`. Pilih salah satu: {known:;}.",
    "The reason {reason!r} is not known for `{action}`. Choose one of: {known:;}.",
)
CODE_OF_REASON = Text("{code} ({reason})", "{code} ({reason})")

# --- clash: why no list is possible -----------------------------------------------------------------------

TOO_FEW_CANDIDATES = Text(
    "Diminta {n:,} keluarga, tetapi hanya ada {eligible:,} calon yang dapat dipilih. Tambah calon atau kurangi n.",
    "{n:,} households are asked for, but only {eligible:,} {eligible:candidate|candidates} can be chosen. Add candidates or "
    "lower n.",
)
CLASH = Text(
    "Tidak ada daftar {n:,} keluarga yang memenuhi semua kuota. Yang saling bertentangan: {clash:and}. Longgarkan salah satunya.",
    "No list of {n:,} households satisfies all quotas. These conflict: {clash:and}. Loosen one of them.",
)
LIMIT_WITH_CANDIDATES = Text("{limit} (calon yang ada {n:,})", "{limit} ({n:,} {n:candidate|candidates})")
MORE_LIMITS = Text("{n:,} kuota sejenis lainnya", "{n:,} more of the same kind")
FORCED = Text("{n:,} keluarga yang dimasukkan dengan keputusan", "the {n:,} {n:household|households} included by decision")
LENGTH = Text("jumlah daftar {n:,} keluarga", "the length of the list, {n:,}")

# --- candidates -------------------------------------------------------------------------------------------

LIMITS = {
    "least": Text("{label} paling sedikit {n}", "{label} at least {n}"),
    "most": Text("{label} paling banyak {n}", "{label} at most {n}"),
}
UNKNOWN_HOUSEHOLDS = Text(
    "household_id tidak ada di antara calon: {ids:list}. Periksa penulisannya, atau tambahkan ke tabel calon.",
    "household_id not among the candidates: {ids:list}. Check the spelling, or add it to the table.",
)
NO_TABLE = Text(
    "Calon diberikan sebagai DataFrame, satu baris per keluarga, dengan kolom household_id.",
    "Give the candidates as a DataFrame, one row per household, with a column household_id.",
)
IDS_NOT_UNIQUE = Text(
    "household_id kosong pada {empty:,} baris dan ganda pada {double:,} baris ({which}). Setiap keluarga harus satu baris dengan "
    "kode sendiri.",
    "household_id is missing in {empty:,} {empty:row|rows} and repeated in {double:,} ({which}). Every household needs one row "
    "with a code of its own.",
)
IDS_LOOK_LIKE_CARDS = Text(
    "household_id tampak seperti NIK atau nomor KK (16 angka). Ganti dengan kode samaran sebelum analisis, supaya nomor "
    "kependudukan tidak muncul dalam keluaran (UU 27/2022).",
    "household_id looks like a NIK or KK number (16 digits). Replace it by a pseudonym before the analysis, so that no identity "
    "number appears in any output (UU 27/2022).",
)
COLUMN_TWICE = Text(
    "Kolom {column} muncul lebih dari sekali dalam tabel calon. Sisakan satu.",
    "The table of candidates has the column {column} more than once. Keep one.",
)
COLUMNS_ABSENT = Text(
    "Kolom {absent:list} tidak ada dalam tabel calon. Kolom yang ada: {known:list}.",
    "The table of candidates has no column {absent:list}. It has: {known:list}.",
)
IN_AND_OUT = Text(
    "Keluarga {ids:list} dimasukkan sekaligus dikeluarkan. Pilih salah satu.",
    "Household {ids:list} is both included and excluded. Choose one.",
)
SCORE_TOO_LARGE = Text(
    "Skor {score} terlalu besar ({ids:list}): paling besar 1.000.000.000.000. Periksa skornya atau ganti satuannya.",
    "The {score} is too large ({ids:list}): at most 1,000,000,000,000. Check it or change its unit.",
)
SCORE_MISSING = Text(
    "{n:,} calon tidak memiliki skor {score} ({ids:list}). Lengkapi skornya, atau keluarkan dengan alasan melalui `exclude`.",
    "{n:,} {n:candidate has|candidates have} no {score} ({ids:list}). Complete the score, or leave them out with a reason through "
    "`exclude`.",
)
GROUP_MISSING = Text(
    "Kolom {column} kosong pada {n:,} calon. Lengkapi, karena kuotanya per kelompok.",
    "The column {column} is missing for {n:,} {n:candidate|candidates}. Complete it: the quota is by group.",
)
UNKNOWN_GROUPS = Text(
    "Kuota {column} menyebut kelompok yang tidak ada: {groups:list}.",
    "The quota on {column} names groups that do not exist: {groups:list}.",
)
NOT_A_PAIR = Text(
    "Kuota {column} harus berupa pasangan (paling sedikit, paling banyak), misalnya (2, 10) atau (2, None).",
    "The quota on {column} must be a pair (least, most), such as (2, 10) or (2, None).",
)
LEAST_ABOVE_MOST = Text(
    "Kuota {column}: paling sedikit {least} melebihi paling banyak {most}. Tukar atau perbaiki.",
    "Quota {column}: at least {least} is more than at most {most}. Swap or correct them.",
)
NOT_TRUE_FALSE = Text(
    "Kolom kuota {column} harus berisi benar/salah tanpa kosong. Isi True atau False untuk setiap calon.",
    "The quota column {column} must be true or false with none missing. Fill it in for every candidate.",
)

# --- assisted: whom the programme took --------------------------------------------------------------------

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

# --- near_cut: a draw among those near the cut ------------------------------------------------------------

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
    "Of {n:,} places, {certain:,} are filled without a draw; {drawn:,} {drawn:is|are} drawn among {inside:,} households near the "
    "cut ({score} {low:.{digits}} to {high:.{digits}}).",
)
NEAR_CUT_LIST_AT = Text(
    "Dari {n:,} tempat, {certain:,} terisi tanpa undian; {drawn:,} tempat diundi di antara {inside:,} KK tepat pada batas "
    "({score} {low:.{digits}}).",
    "Of {n:,} places, {certain:,} are filled without a draw; {drawn:,} {drawn:is|are} drawn among {inside:,} households right at "
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
GROUP_DRAWS = Text(
    "Kelompok {group}: {places:,} tempat untuk {n:,} KK", "Group {group}: {places:,} {places:place|places} for {n:,} households"
)
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
