"""What targeting says: the ranking, who may be chosen, the draw, clusters, and refusals of columns."""

from __future__ import annotations

from ..say import Text

# --- columns ----------------------------------------------------------------------------------------------

NO_YEAR = Text(
    "Kolom `{name}` berisi {value} ({place}), bukan tahun. Isi tahun empat angka, misalnya 2024.",
    "Column `{name}` holds {value} ({place}), which is not a year. Enter four-digit years such as 2024.",
)
CODES_NOT_TEXT = Text(
    "Kode wilayah pada {whose} harus berupa teks dan tidak kosong. Yang tidak sesuai: {codes:list}. Baca kolom kode sebagai "
    'teks, misalnya read_csv(..., dtype={{"area_code": str}}), dan hapus baris tanpa kode.',
    "The area codes of {whose} must be non-empty text. Not valid: {codes:list}. Read the code column as text, for example "
    'read_csv(..., dtype={{"area_code": str}}), and drop rows without a code.',
)
THE_CANDIDATES = Text("calon", "the candidates")
THE_PLACES = Text("wilayah", "the places")
COLUMNS_ABSENT = Text(
    "Kolom {columns:list} tidak ada dalam tabel. Tambahkan, atau periksa namanya.",
    "The table has no column {columns:list}. Add it or check the name.",
)

# --- need_index and ranking -------------------------------------------------------------------------------

INDICATORS_NOT_A_MAPPING = Text(
    '`indicators` memetakan kolom ke arahnya, misalnya {{"poor": "higher", "hdi": "lower"}}, bukan {given!r}.',
    '`indicators` maps columns to their direction, such as {{"poor": "higher", "hdi": "lower"}}, not {given!r}.',
)
WEIGHTS_NOT_A_MAPPING = Text(
    '`weights` memetakan indikator ke bobotnya, misalnya {{"poor": 0.6, "hdi": 0.4}}. Daftar tidak menyebut indikatornya: '
    "{given!r}.",
    '`weights` maps indicators to weights, such as {{"poor": 0.6, "hdi": 0.4}}. A list does not name the indicators: {given!r}.',
)
COLUMN_FOR_ABSENT = Text(
    "Kolom `{column}` untuk `{what}` tidak ada dalam tabel.",
    "Column `{column}` for `{what}` is not in the table.",
)
TOO_FEW_COMPLETE = Text(
    "Hanya {n:,} wilayah yang datanya lengkap; pemeringkatan memerlukan paling sedikit dua. Lengkapi data atau isi `impute`.",
    "Only {n:,} {n:place has|places have} complete data; a ranking needs at least two. Complete the data or set `impute`.",
)
PREVIOUS_NEEDED = Text(
    '`impute="last_year"` memerlukan `previous`, yaitu tabel tahun-tahun sebelumnya.',
    '`impute="last_year"` needs `previous`, a table of earlier years.',
)
PREVIOUS_NOT_A_TABLE = Text(
    "`previous` harus berupa tabel tahun-tahun sebelumnya.",
    "`previous` must be a table of earlier years.",
)
GROUP_NEEDED = Text(
    '`impute="{rule}"` memerlukan `group`, misalnya kolom kecamatan.',
    '`impute="{rule}"` needs `group`, for example the district column.',
)
K_NAMED = Text(
    "k adalah jumlah wilayah yang disebut, yaitu bilangan bulat mulai 1, bukan {k!r}.",
    "k is the number of places to name, a whole number from 1, not {k!r}.",
)
NEEDIEST = Text(
    "Dari {n:,} wilayah, skor kebutuhan tertinggi ada pada {places:and}.",
    "Of {n:,} {n:place|places}, the highest need {k:score is that of|scores are those of} {places:and}.",
)
NAME_WITH_SCORE = Text("{name} ({score:.1})", "{name} ({score:.1})")
MORE = Text("{n:,} lainnya", "{n:,} more")
SAME_SCORE = Text(
    "Skor {places:and} sama persis; urutan kode wilayah yang menentukan di antaranya, bukan kebutuhan.",
    "{places:and} have exactly the same score; the order of the area codes decides between them, not need.",
)
METHOD = Text(
    "Bobot: {weights:and}; normalisasi {method}; rata-rata {mean}.",
    "Weights: {weights:and}; {method} normalisation; {mean} mean.",
)
METHOD_OF_MANY = Text(
    "Indeks ini memakai {n:,} indikator; normalisasi {method}; rata-rata {mean}.",
    "The index uses {n:,} {n:indicator|indicators}; {method} normalisation; {mean} mean.",
)
NAME_WITH_WEIGHT = Text("{name} {weight:.0%}", "{name} {weight:.0%}")
UNSCORED = Text(
    "{n:,} wilayah tidak diberi skor karena datanya kosong.",
    "{n:,} {n:place has|places have} no score because data are missing.",
)
FILLED = Text(
    "{n:,} nilai kosong diisi dengan {rule}.",
    "{n:,} missing {n:value was|values were} filled with {rule}.",
)
MEANS = {
    "arithmetic": Text("hitung", "arithmetic"),
    "geometric": Text("ukur", "geometric"),
    "harmonic": Text("harmonik", "harmonic"),
}
METHODS = {
    "minmax": Text("min-maks", "min-max"),
    "z": Text("skor-z", "z-score"),
    "rank": Text("peringkat", "rank"),
    "percentile_rank": Text("peringkat persentil", "percentile-rank"),
    "goalposts": Text("batas tetap", "goalpost"),
}
RULES = {
    "group_median": Text("median kelompoknya", "the median of their group"),
    "group_mean": Text("rata-rata kelompoknya", "the mean of their group"),
    "median": Text("median semua wilayah", "the median of all places"),
    "last_year": Text("nilai tahun terakhir yang tersedia", "the latest earlier value"),
}

# --- eligibility ------------------------------------------------------------------------------------------

REASONS = {
    "deliberation": Text("hasil musyawarah", "decided in musyawarah"),
    "decree": Text("ditetapkan dengan keputusan kepala daerah", "fixed by decree of the regent or mayor"),
    "disaster": Text("terkena bencana", "hit by a disaster"),
    "not_ready": Text("lahan atau kelembagaan belum siap", "land or institutions not ready"),
    "dispute": Text("sengketa lahan atau relokasi", "land dispute or relocation"),
    "other_programme": Text("sudah ditangani program lain", "already served by another programme"),
}
STATUSES = {
    "eligible": Text("dapat dipilih", "eligible"),
    "served": Text("sudah pernah menjadi lokasi", "served before"),
    "promised": Text("sudah ditetapkan untuk tahun ini", "already fixed for this year"),
    "promised_later": Text("sudah ditetapkan untuk tahun lain", "fixed for a later year"),
    "included": Text("dimasukkan", "forced in"),
    "excluded": Text("dikeluarkan", "forced out"),
}
ELIGIBLE = Text(
    "Untuk tahun {year}, {n:,} dari {places:,} wilayah dapat dipilih.",
    "For {year}, {n:,} of {places:,} {places:place|places} can be chosen.",
)
ELIGIBLE_AND_NOT = Text(
    "Untuk tahun {year}, {n:,} dari {places:,} wilayah dapat dipilih; {others:and}.",
    "For {year}, {n:,} of {places:,} {places:place|places} can be chosen; {others:and}.",
)
COUNT_OF_STATUS = Text("{n:,} {status}", "{n:,} {status}")
SITES_CANNOT_BE_MET = Text(
    "{k:,} lokasi tidak dapat dipenuhi: {fixed:,} wilayah sudah ditetapkan dan {free:,} lainnya dapat dipilih. Ubah k, atau "
    "tinjau kembali yang ditetapkan dan dikeluarkan.",
    "{k:,} {k:site|sites} cannot be met: {fixed:,} {fixed:place is|places are} fixed and {free:,} more can be chosen. Change k, "
    "or review what is fixed and excluded.",
)
IN_AND_OUT = Text(
    "Wilayah {code} dimasukkan sekaligus dikeluarkan. Pilih salah satu.",
    "Place {code} is forced in and out at once. Choose one.",
)
YEARS_NEEDED = Text(
    "Tabel `{what}` memerlukan kolom `area_code` (atau `village_code`) dan `year`.",
    "The table `{what}` needs the columns `area_code` (or `village_code`) and `year`.",
)
NOT_AMONG_PLACES = Text(
    "Wilayah {code} tidak ada di antara wilayah yang diberikan. Periksa kodenya.",
    "{code} is not among the places given. Check the code.",
)
UNKNOWN_REASON = Text(
    "Alasan {reason!r} tidak ada dalam daftar. Pilihan: {known:list}.",
    "Reason {reason!r} is not on the list. Choose from: {known:list}.",
)

# --- candidate_list and draw ------------------------------------------------------------------------------

NO_DATE = Text(
    "`held_on` adalah tanggal, misalnya datetime.date(2026, 11, 23), bukan {given!r}.",
    "`held_on` is a date, such as datetime.date(2026, 11, 23), not {given!r}.",
)
NO_CODE_COLUMN = Text("Tabel calon memerlukan kolom `area_code`.", "The table of candidates needs a column `area_code`.")
NO_LIST_OF_CANDIDATES = Text(
    "Calon berupa daftar kode wilayah atau tabel dengan kolom `area_code`, bukan {given!r}.",
    "Candidates are a list of area codes or a table with `area_code`, not {given!r}.",
)
NO_CANDIDATES = Text(
    "Tidak ada calon untuk diundi. Bila ini hasil .lots(), pilihannya sudah kokoh dan undian tidak diperlukan.",
    "There are no candidates to draw from. If this is the result of .lots(), the choice is firm and no draw is needed.",
)
CANDIDATE_TWICE = Text(
    "Calon {code} tercantum lebih dari sekali, sehingga peluangnya tidak sama. Hapus baris gandanya.",
    "Candidate {code} is listed more than once, so its chance would not be equal. Remove the duplicate.",
)
CANNOT_DRAW = Text(
    "Tidak dapat mengundi {n} dari {candidates} calon: gunakan bilangan bulat 1 sampai {candidates}.",
    "Cannot draw {n} of {candidates} candidates: use a whole number from 1 to {candidates}.",
)
NAMES_NOT_A_MAPPING = Text(
    "`names` memetakan kode wilayah ke namanya, misalnya {example}.",
    "`names` maps area codes to names, for example {example}.",
)
SOURCE_NOT_WORDS = Text(
    "`seed_source` menyebut sumber umum angka acuan undian dalam kata-kata, bukan {given!r}.",
    "`seed_source` names the public source of the seed in words, not {given!r}.",
)
# The minutes claim a test of stability only where the candidates came out of one.
TESTED = Text(
    "yang tingkat kebutuhannya tidak dapat dibedakan dengan pasti menurut uji kekokohan indeks",
    "whose need the stability test of the index cannot tell apart",
)
FIXED_BEFORE = Text("yang ditetapkan sebelum undian", "fixed before the draw")
LIST_FIXED = Text(
    "Daftar calon undian memuat {candidates:,} wilayah; {n:,} di antaranya akan diundi dengan peluang yang sama, {chance:.1%}. "
    "SHA-256 daftar: {sha256}.",
    "The list for the draw has {candidates:,} {candidates:candidate|candidates}; {n:,} will be drawn, each with the same chance, "
    "{chance:.1%}. SHA-256 of the list: {sha256}.",
)
SOURCE_TO_COME = Text("Angka acuan undian (seed) akan diambil dari: {source}.", "The seed will be taken from: {source}.")
SOURCE_NOT_NAMED = Text(
    "Sumber angka acuan undian (seed) belum ditetapkan. Tetapkan sumber umum yang hasilnya belum diketahui siapa pun, misalnya empat "
    "angka terakhir penutupan IHSG pada tanggal tertentu sesudah daftar ini diumumkan.",
    "The source of the seed has not been named. Name a public source whose value nobody knows yet, such as the last four digits of "
    "the closing value of a stock index on a stated day after this list is published.",
)
LIST_MINUTES = Text(
    """\
DAFTAR CALON UNDIAN LOKASI P2WKSS{year}

Tanggal : {when}
Tempat  : {place}

1. Calon: {candidates:,} calon, {whose}.
2. SHA-256 daftar (kode wilayah berurutan, satu kode per baris): {sha256}
3. Yang akan diundi: {n:,} wilayah; peluang setiap calon sama, yaitu {chance:.1%}.
4. {source}
5. Cara: nomor undi setiap calon adalah nilai SHA-256 dari teks "seed|kode wilayah" (contoh untuk seed 2027: 2027|{first});
   {n:,} nomor terkecil terpilih. Siapa pun dapat menghitungnya kembali.

Umumkan daftar ini sebelum angka acuan undian diketahui. Sesudah itu tidak ada yang boleh berubah.

Calon, menurut kode wilayah:
{everyone}

Saksi-saksi:
1. ........................    2. ........................    3. ........................
""",
    """\
LIST OF CANDIDATES FOR THE DRAW OF P2WKSS SITES{year}

Date  : {when}
Place : {place}

1. {candidates:,} {candidates:candidate|candidates}, {whose}.
2. SHA-256 of the list (area codes in order, one a line): {sha256}
3. To be drawn: {n:,}; every candidate has the same chance, {chance:.1%}.
4. {source}
5. Method: the ticket of a candidate is the SHA-256 of the text "seed|area code" (for example, with seed 2027: 2027|{first});
   the {n:,} lowest {n:ticket is|tickets are} drawn. Anyone can work them out again.

Publish this list before the seed is known. Nothing may change after that.

Candidates, by area code:
{everyone}

Witnesses:
1. ........................    2. ........................    3. ........................
""",
)
DRAWN = Text(
    "{drawn:and} terpilih melalui undian dari {candidates:,} calon (angka acuan undian {seed}; peluang setiap calon {chance:.1%}).",
    "{drawn:and} {n:was|were} drawn from {candidates:,} {candidates:candidate|candidates} (seed {seed}; each had a chance of "
    "{chance:.1%}).",
)
SEED_FROM = Text(
    "Angka acuan berasal dari {source}. Undian ini tidak dapat diarahkan siapa pun bila daftar calon dan sumber itu diumumkan sebelum angkanya diketahui.",
    "The seed came from {source}. Nobody could steer this draw if the list and that source were published before the seed was known.",
)
SEED_OF_NO_SOURCE = Text(
    "Asal angka acuan tidak dicatat: siapa pun yang mengetahuinya sebelum daftar calon ditetapkan dapat mengarahkan undian ini.",
    "Where the seed came from was not recorded: whoever knew it before the list was fixed could have steered this draw.",
)
NO_RECORD_OF_A_DRAW = Text(
    "Ini bukan catatan satu undian. Setiap baris memuat area_code, drawn (ya atau tidak), serta seed dan year yang sama; tulis dengan "
    "`p2wkss draw --record`.",
    "This is no record of one draw. Each line has area_code, drawn (yes or no), and the same seed and year; write it with "
    "`p2wkss draw --record`.",
)
RECORD_DIFFERS = Text(
    "Catatan undian tidak cocok: angka acuan {seed} menghasilkan {drawn:list}, sedangkan yang tercatat {said:list}. Periksa dengan berita acara.",
    "The record of the draw does not agree: the seed {seed} gives {drawn:list}, while it says {said:list}. Check it against the minutes.",
)
LIST_DIFFERS = Text(
    "Daftar calon dalam catatan undian bukan daftar yang diundi: SHA-256 {n:,} calon ini berawal {sha256}. Pakai daftar menurut berita acara.",
    "The candidates of the record are not the list that was drawn from: the SHA-256 of these {n:,} begins with {sha256}. Use the list of the minutes.",
)
DRAW_MINUTES = Text(
    """\
BERITA ACARA UNDIAN LOKASI P2WKSS{year}

Tanggal : {when}
Tempat  : {place}

1. Calon: {candidates:,} calon, {whose}.
2. SHA-256 daftar calon (kode wilayah berurutan, satu kode per baris): {sha256}
3. Yang diundi: {n:,} wilayah; peluang setiap calon sama, yaitu {chance:.1%}.
4. Angka acuan undian (seed): {seed}. {source}
5. Cara: nomor undi setiap calon adalah nilai SHA-256 dari teks "seed|kode wilayah" (contoh: {seed}|{first});
   {n:,} nomor terkecil terpilih. Siapa pun dapat menghitungnya kembali.

Nomor undi, dari yang terkecil (16 angka heksadesimal pertama):
{everyone}

Terpilih:
{winners}

Saksi-saksi:
1. ........................    2. ........................    3. ........................
""",
    """\
MINUTES OF THE DRAW OF P2WKSS SITES{year}

Date  : {when}
Place : {place}

1. {candidates:,} {candidates:candidate|candidates}, {whose}.
2. SHA-256 of the list of candidates (area codes in order, one a line): {sha256}
3. To be drawn: {n:,}; every candidate has the same chance, {chance:.1%}.
4. Seed: {seed}. {source}
5. Method: the ticket of a candidate is the SHA-256 of the text "seed|area code" (for example: {seed}|{first});
   the {n:,} lowest {n:ticket is|tickets are} drawn. Anyone can work them out again.

Tickets, the lowest first (first 16 hexadecimal digits):
{everyone}

Drawn:
{winners}

Witnesses:
1. ........................    2. ........................    3. ........................
""",
)

# --- clusters ---------------------------------------------------------------------------------------------

NO_PLACE_STANDS_OUT = Text(
    "Menurut {label}, tidak ada wilayah yang menonjol pada tingkat temuan keliru (FDR) {rate:.0%}.",
    "By {label}, no place stands out at a false discovery rate of {rate:.0%}.",
)
PLACES_STAND_OUT = Text(
    "Menurut {label}, {n:,} wilayah menonjol pada tingkat temuan keliru (FDR) {rate:.0%}: {places:and}.",
    "By {label}, {n:,} {n:place stands|places stand} out at a false discovery rate of {rate:.0%}: {places:and}.",
)
PLACE_IN_QUADRANT = Text("{name} ({quadrant})", "{name} ({quadrant})")
QUADRANTS = {
    "high-high": Text("tinggi, sekitarnya tinggi", "high among high"),
    "low-high": Text("rendah, sekitarnya tinggi", "low among high"),
    "low-low": Text("rendah, sekitarnya rendah", "low among low"),
    "high-low": Text("tinggi, sekitarnya rendah", "high among low"),
}
GLOBAL_MORAN = Text(
    "Kemiripan antarwilayah bertetangga: I Moran {moran:.2} (p dua sisi {p:=.4}; p terkecil yang mungkin {smallest:.4}; "
    "{permutations:,} permutasi). Ketetanggaan menurut {sources:and}.",
    "Spatial autocorrelation: Moran's I {moran:.2} (two-sided p {p:=.4}; smallest attainable p {smallest:.4}; {permutations:,} "
    "permutations). Neighbours are taken from {sources:and}.",
)
SOURCES = {
    "boundaries": Text("batas wilayah", "boundaries"),
    "tiles": Text("peta petak (skema, bukan batas sebenarnya)", "the tile map (a schema, not true boundaries)"),
}
NO_VALUE = Text(
    "{n:,} wilayah tanpa nilai tidak disertakan.",
    "{n:,} {n:place|places} without a value {n:is|are} left out.",
)
NO_NEIGHBOUR = Text(
    "{n:,} wilayah tidak memiliki tetangga yang nilainya tersedia.",
    "{n:,} {n:place has|places have} no neighbour with a value.",
)
# With few places even a small p describes one map; with many it still shows no cause.
FEW_PLACES = Text(
    "Dengan {n:,} wilayah, peta ini bersifat deskriptif dan tidak membuktikan sebab.",
    "With {n:,} places this map is descriptive and no evidence of a cause.",
)
MANY_PLACES = Text("Peta ini menunjukkan kemiripan, bukan sebab.", "The map shows similarity, not causation.")
ONE_ROW_A_PLACE = Text(
    "Kolom area_code kosong atau ganda. Sediakan satu baris untuk setiap wilayah (pilih satu tahun).",
    "area_code is missing or repeated. Keep one row per place (choose one year).",
)
NEIGHBOUR_COLUMNS_ABSENT = Text(
    "Tabel tetangga tidak memuat kolom {absent:list}; yang diperlukan: {needed:list}.",
    "The table of neighbours has no column {absent:list}; it needs {needed:list}.",
)
TOO_FEW_NEIGHBOURS = Text(
    "Hanya {n:,} wilayah memiliki nilai {column} dan tetangga; diperlukan paling sedikit {least}.",
    "Only {n:,} {n:place has|places have} a value of {column} and a neighbour; at least {least} are needed.",
)
ALL_EQUAL = Text(
    "Semua nilai {column} sama, sehingga tidak ada pola antarwilayah.",
    "All values of {column} are equal, so there is no spatial pattern.",
)
