"""What is said of rows that live in an engine: what cannot be read, and what an engine refuses."""

from __future__ import annotations

from ...say import Text

NO_SOURCE = Text(
    "Data keluarga tidak dapat dibaca dari {kind}. Berikan berkas atau folder Parquet/CSV, DataFrame, atau tabel DuckDB, Ibis, atau Spark.",
    "Household rows cannot be read from {kind}. Give a file or folder of Parquet or CSV, a DataFrame, or a table of DuckDB, Ibis or Spark.",
)
NOTHING_TO_READ = Text(
    "{name} tidak memuat berkas data. Yang dibaca: {formats:and}.", "{name} holds no file of data. What is read: {formats:and}."
)
COLUMN_TWICE = Text(
    "Ada kolom dengan nama yang sama. Ganti namanya, atau hapus salah satu.",
    "Several columns have the same name. Rename one, or remove it.",
)
MIXED_COLUMNS = Text(
    'Kolom {columns:and} memuat isian dari beberapa jenis sekaligus. Jadikan teks dahulu (astype("string")).',
    'Column {columns:and} holds values of several kinds. First make it text (astype("string")).',
)
TWO_KINDS = Text(
    "{name} memuat Parquet dan CSV sekaligus. Pisahkan keduanya ke dalam dua folder.",
    "{name} holds both Parquet and CSV. Put them into two folders.",
)
WHICH_FORMAT = Text(
    "{name} tidak dapat dibaca. Yang dibaca: {formats:and}.", "{name} cannot be read. What is read: {formats:and}."
)
SPREADSHEET = Text(
    "{name} adalah lembar kerja Excel. Simpan sebagai CSV UTF-8 (Simpan Sebagai), lalu berikan berkas CSV itu.",
    "{name} is an Excel sheet. Save it as CSV UTF-8 (Save As), and give that CSV file.",
)
OUT_OF_MEMORY = Text(
    'Memori tidak cukup. Tambah batasnya (memory, misalnya "2GB"), atau hitung per wilayah yang lebih kecil.',
    'Memory is too small. Raise its limit (memory, such as "2GB"), or compute by smaller areas.',
)
ENGINE_REFUSES = Text("{engine} menolak membaca data: {reason}", "{engine} refuses to read the data: {reason}")
NO_SPARK = Text(
    'Spark belum terpasang. Pasang dengan pip install "p2wkss-analysis[spark]"; Spark memerlukan Java 17 atau lebih baru.',
    'Spark is not installed. Install it with pip install "p2wkss-analysis[spark]"; it needs Java 17 or newer.',
)
SPARK_DOES_NOT_START = Text(
    "Spark tidak dapat dijalankan: {reason} Periksa apakah Java 17 atau lebih baru terpasang dan kluster dapat dihubungi.",
    "Spark does not start: {reason} Check that Java 17 or newer is installed and that the cluster answers.",
)
UNKNOWN_ENGINE = Text("Mesin {engine!r} tidak dikenal. Pilih {known:and}.", "There is no engine {engine!r}. Choose {known:and}.")
COLUMNS_ABSENT = Text(
    'Kolom {absent:and} tidak ada. Jika namanya lain, sebutkan: --column {ours}="nama kolom" (dalam Python: columns={{"{ours}": "nama kolom"}}). Kolom yang ada: {found:;}.',
    'Column {absent:and} is missing. Where it has another name, say so: --column {ours}="its name" (in Python: columns={{"{ours}": "its name"}}). Columns present: {found:;}.',
)
COLUMNS_ALIKE = Text(
    'Kolom {theirs:and} dibaca sebagai kolom yang sama ({ours}). Sebutkan yang dipakai: --column {ours}="nama kolom" (dalam Python: columns={{"{ours}": "nama kolom"}}).',
    'Columns {theirs:and} are read as the same column ({ours}). Say which one to use: --column {ours}="its name" (in Python: columns={{"{ours}": "its name"}}).',
)
NOTHING_BESIDE = Text(
    "Tabel garis kemiskinan tidak dapat digabungkan dengan tabel milik mesin lain. Berikan satu angka, atau tambahkan kolom poverty_line_rupiah_person_month pada tabel itu.",
    "A table of poverty lines cannot be joined with a table that lives in an engine of its own. Give one number, or add the column poverty_line_rupiah_person_month to that table.",
)

# --- the check of a register ------------------------------------------------------------------------------

CHECKING = Text("Memeriksa data keluarga", "Checking households")
WEIGHT_NOT_ABOVE = Text("Penimbang harus di atas 0.", "A weight must be above 0.")
CHECK_WEIGHT = Text("Periksa penimbangnya.", "Check the weight.")
FILL_KEY = Text(
    "Isi nilainya. Bila kosong di satu berkas saja, samakan nama kolomnya dengan berkas lain.",
    "Fill it in. Where only one file lacks it, give the column the name it has in the others.",
)
FILL_WEIGHT = Text(
    "Isi penimbangnya, atau hitung tanpa penimbang: --unweighted (dalam Python: weights=False).",
    "Fill in the weight, or compute without weights: --unweighted (in Python: weights=False).",
)
DATE_OUTSIDE = Text("Tanggal ini di luar {least} sampai {most}.", "This date is outside {least} to {most}.")
ONLY_IN_CARD_COLUMN = Text(
    "Hapus nomornya; nomor kartu keluarga hanya boleh di kolom no_kk.",
    "Remove the number; a family card number may only stand in the column no_kk.",
)
CHECK_WHOLE = Text('Periksa nilai ini dan "{whole}" pada baris yang sama.', 'Check this value and "{whole}" in the same row.')
TABLE = Text("Tabel", "Table")
CHECKED = Text("{name}: {n:,} baris keluarga diperiksa.", "{name}: {n:,} {n:row|rows} of households checked.")
FAULTS_FOUND = Text(
    "Ditemukan {n:,} kesalahan ({kinds:,} macam).", "Found {n:,} {n:fault|faults} ({kinds:,} {kinds:kind|kinds})."
)
UNREAD = Text("Kolom yang tidak dikenal dan tidak dibaca: {columns:list}.", "Columns not known and not read: {columns:list}.")
PERHAPS = Text("{name} (mungkin {near})", "{name} (perhaps {near})")
MADE_UP = Text("Data ini sintetis.", "These data are synthetic.")
MORE_KINDS = Text("{n:,} macam kesalahan lain tidak ditampilkan.", "{n:,} more {n:kind|kinds} of faults not shown.")
ROWS = Text("Baris", "Rows")
COUNTED = Text("{n:,} baris: {rule}", "{n:,} {n:row|rows}: {rule}")
ROWS_OF_A_KIND = Text(
    "- {where}, {n:,} baris, misalnya {value!r}: {rule} {remedy}",
    "- {where}, {n:,} {n:row|rows}, such as {value!r}: {rule} {remedy}",
)
ROWS_OF_A_KIND_EMPTY = Text("- {where}, {n:,} baris: {rule} {remedy}", "- {where}, {n:,} {n:row|rows}: {rule} {remedy}")
NO_ROWS = Text("Tidak ada baris data.", "There are no data rows.")
CHECK_SOURCE = Text("Periksa berkas atau foldernya.", "Check the file or folder.")
NO_HOUSEHOLD_ID = Text(
    "Tanpa kolom household_id, baris berulang tidak dapat diperiksa.",
    "Without the column household_id, repeated rows cannot be checked.",
)
IDS_ARE_CARDS = Text(
    "Baris berulang belum diperiksa karena household_id memuat nomor kependudukan. Ganti dahulu dengan kode sendiri.",
    "Repeated rows were not checked, since household_id holds identity numbers. First replace them by a code of your own.",
)
HOUSEHOLD_TWICE = Text(
    "Keluarga ini tercatat lebih dari sekali pada tahun yang sama.", "This household has several rows in the same year."
)
REMOVE_TWICE = Text("Sisakan satu baris per keluarga dan tahun.", "Keep one row a household and year.")
HOUSEHOLD_ELSEWHERE = Text(
    "Keluarga ini tercatat di dua desa/kelurahan pada tahun yang sama.",
    "This household stands in two villages in the same year.",
)
KEEP_ONE_VILLAGE = Text(
    "Sisakan desa/kelurahan yang benar, atau perbaiki ID keluarganya.", "Keep the right village, or correct the household id."
)
OTHER_YEAR = Text("Tahun di baris ini bukan tahun foldernya.", "The year of these rows is not that of their folder.")
MOVE_ROWS = Text(
    "Pindahkan barisnya ke folder tahun yang benar, atau perbaiki tahunnya.",
    "Move the rows to the folder of their year, or correct the year.",
)
OTHER_THAN_FOLDER = Text("Nilai di baris ini bukan nilai foldernya.", "The value of these rows is not that of their folder.")
RENAME_FOLDER = Text(
    "Ganti nama foldernya agar tanpa tanda =, atau hapus kolom ini dari berkas.",
    "Rename the folder so that it has no =, or remove the column from the file.",
)
IN_THOUSANDS = Text(
    "Kolom {column}: {n:,} dari {all:,} nilai di bawah {least:Rp}. Apakah ditulis dalam ribuan? Bila ya, tulis rupiah penuh.",
    "Column {column}: {n:,} of {all:,} values {n:is|are} below {least:Rp}. {n:Is it|Are they} in thousands? If so, write full rupiah.",
)

# --- what is computed in spite of faults ------------------------------------------------------------------

OR_LEAVE_OUT = Text(
    'Untuk menghitung tanpa isian yang salah, tambahkan --leave-out (dalam Python: faults="leave_out").',
    'To compute without the faulty cells, add --leave-out (in Python: faults="leave_out").',
)
WHICH_WAY = Text(
    "faults={given!r} tidak dikenal. Pilih {known:list}.", "faults={given!r} is not known. Choose one of: {known:list}."
)
TOO_MANY_REPEATED = Text(
    "Lebih dari {most:,} keluarga tercatat berulang pada tahun yang sama. Perbaiki household_id dahulu.",
    "More than {most:,} households have several rows in the same year. First correct household_id.",
)
NOBODY_LEFT = Text(
    "Setiap baris {name} di {place} memuat kesalahan pada kode, tahun, atau ID keluarga. Perbaiki dahulu; p2wkss check mendaftarnya.",
    "Every row of {name} in {place} has a fault in its code, year or household id. Correct them first; p2wkss check lists them.",
)
NOBODY_THERE = Text("{name} tidak memuat keluarga di {place}.", "{name} has no households in {place}.")
