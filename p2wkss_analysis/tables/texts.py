"""What is said of tables: cells that cannot be read, columns that are absent, files that hold no table."""

from __future__ import annotations

from ..say import Text

# --- a cell that cannot be read: what is wrong, and the remedy ---------------------------------------------

NOT_A_NUMBER = Text("Isian ini bukan angka.", "This is not a number.")
NUMBER_ALONE = Text(
    "Tulis angkanya saja, tanpa kata, satuan, atau rentang.",
    "Write the number alone, without words, units or ranges.",
)
LEAVE_EMPTY = Text(
    "Kosongkan sel bila tidak ada data; tulis 0 hanya bila memang nol.",
    "Leave the cell empty if there are no data; write 0 only for a true zero.",
)
TWO_NUMBERS = Text("Isian ini dapat berarti {whole} atau {point}.", "This can mean {whole} or {point}.")
WRITE_EITHER = Text(
    "Tulis {whole} tanpa pemisah ribuan, atau {point} bila itu yang dimaksud.",
    "Write {whole} without a thousands separator, or {point} if that is meant.",
)
LONG_NUMBER_ROUNDED = Text("Excel telah membulatkan nomor panjang ini.", "Excel has rounded this long number.")
TYPE_CODE_AS_TEXT = Text(
    "Ubah format sel menjadi teks, lalu ketik ulang kodenya.",
    "Set the cell's format to text and type the code again.",
)
NOT_A_DATE = Text("Isian ini bukan tanggal lengkap.", "This is not a full date.")
NO_SUCH_DATE = Text("Tanggal ini tidak ada dalam kalender.", "There is no such date.")
TWO_DATES = Text("Tanggal ini dapat berarti {one} atau {other}.", "This date can mean {one} or {other}.")
WRITE_DATE = Text(
    "Tulis tahun-bulan-hari, misalnya 2025-03-05, atau 5 Maret 2025.",
    "Write year-month-day, such as 2025-03-05, or 5 March 2025.",
)
UNKNOWN_WORD = Text("Isian ini tidak ada dalam daftar pilihan.", "This is not among the choices.")
CHOOSE = Text("Pilih salah satu: {words:;}.", "Choose one of: {words:;}.")
CHOOSE_PERHAPS = Text(
    'Pilih salah satu: {words:;}. Mungkin maksudnya "{near}"?',
    'Choose one of: {words:;}. Did you mean "{near}"?',
)
HOLDS_CARD = Text(
    "Isian ini memuat nomor seperti NIK atau nomor kartu keluarga.",
    "This holds what looks like a NIK or family card number.",
)

# --- a cell that was read otherwise than typed ------------------------------------------------------------

COMMA = Text("koma desimal dibaca sebagai titik", "decimal comma read as a point")
GROUPS = Text("pemisah ribuan dihilangkan", "thousands separators removed")
SIGNS = Text("tanda satuan dihilangkan", "sign of the unit removed")
UNIT_WORD = Text("kata satuan dihilangkan", "word of the unit removed")
NAME_WORD = Text("nama kolom di depan angka dihilangkan", "name of the column before the number removed")
COLUMN_GROUPS = Text(
    "pemisah ribuan dihilangkan, menurut isi kolomnya",
    "thousands separators removed, as the column shows",
)
COLUMN_ORDER = Text(
    "hari dan bulan dibaca menurut sel lain di kolomnya",
    "day and month read as other cells of the column show",
)
TRIMMED = Text("spasi di tepi dihilangkan", "spaces at the ends removed")
DATE_REWRITTEN = Text("tanggal ditulis ulang sebagai tahun-bulan-hari", "date rewritten as year-month-day")

# --- check: the rules of the dictionary -------------------------------------------------------------------

TOO_MANY_FAULTS = Text(
    "Ditemukan lebih dari {most:,} kesalahan; pemeriksaan dihentikan.",
    "More than {most:,} faults were found; the check was stopped.",
)
COLUMNS_FIRST = Text(
    "Perbaiki dahulu kolom yang seluruhnya salah, lalu periksa lagi.",
    "First correct the columns that are wrong throughout, then check again.",
)
COLUMN_ABSENT = Text("Kolom wajib ini tidak ada.", "This required column is missing.")
ADD_COLUMN = Text('Tambahkan kolom "{name}".', 'Add the column "{name}".')
COLUMN_UNKNOWN = Text("Kolom ini tidak dikenal.", "This column is not in the dictionary.")
MEND_COLUMN = Text(
    "Hapus kolom ini atau perbaiki namanya; yang dikenal: {known:list}.",
    "Remove the column or correct its name; known columns: {known:list}.",
)
CELL_EMPTY = Text("Sel ini wajib diisi.", "This cell must be filled in.")
FILL_IN = Text("Isi nilainya.", "Fill in the value.")
BLANKS_AROUND = Text("Isian ini diawali atau diakhiri spasi.", "This cell begins or ends with a blank.")
TAKE_BLANKS_OUT = Text("Hapus spasi di awal dan akhir.", "Remove the blanks at both ends.")
WRONG_FORM = Text("Bentuk isian ini tidak sesuai.", "This does not have the form expected.")
WRITE_LIKE = Text("Tulis seperti contoh ini: {example}.", "Write it as in this example: {example}.")
VALUE_TWICE = Text("Nilai ini sudah ada pada baris lain.", "Another row has this value already.")
ROW_TWICE = Text(
    "Baris ini berulang: kunci ({key:list}) sudah ada.", "This row is a duplicate: its key ({key:list}) exists already."
)
REMOVE_ROW = Text("Hapus salah satu baris.", "Remove one of the rows.")
NOT_WHOLE = Text("Isian ini bukan bilangan bulat.", "This is not a whole number.")
PLAIN_NUMBER = Text(
    "Tulis angka polos dengan titik desimal, tanpa pemisah ribuan.",
    "Write a plain number with a decimal point and no thousands separator.",
)
NUMBER_TOO_LARGE = Text("Angka ini terlalu besar.", "This number is too large.")
CHECK_VALUE = Text("Periksa nilainya.", "Check the value.")
BELOW = Text("Nilai ini di bawah {limit}, batas terkecil kolom ini.", "This value is below {limit}, the smallest allowed.")
ABOVE = Text("Nilai ini di atas {limit}, batas terbesar kolom ini.", "This value is above {limit}, the largest allowed.")
CHECK_UNIT = Text("Periksa nilai dan satuannya.", "Check the value and its unit.")
UNKNOWN_AREA = Text("Kode ini tidak ada dalam daftar wilayah.", "This code is not in the list of areas.")
LOOK_UP_AREA = Text("Periksa kodenya dalam tabel areas.", "Look the code up in the table areas.")
UNKNOWN_INDICATOR = Text("Indikator ini tidak ada dalam kamus data.", "This indicator is not in the data dictionary.")
USE_ONE = Text("Gunakan salah satu: {names:list}.", "Use one of: {names:list}.")
OUTSIDE_RANGE = Text(
    "Nilai {name} harus antara {least} dan {most} {unit}.",
    "The value of {name} must lie between {least} and {most} {unit}.",
)
UNKNOWN_FOR = Text("Isian ini tidak dikenal untuk {name}.", "This is not known for {name}.")
USE_OR_ENTER = Text(
    "Gunakan: {allowed:list}. Seri baru didaftarkan dahulu dalam datapackage.json.",
    "Use: {allowed:list}. Enter a new series in datapackage.json first.",
)

# --- intake: the open tables ------------------------------------------------------------------------------

DOES_NOT_ADD_UP = Text("Tidak sama dengan jumlah {parts:and}.", "Not the sum of {parts:and}.")
CHECK_PARTS = Text("Periksa jumlah ini dan bagian-bagiannya.", "Check the total and its parts.")
NOT_REGISTERED = Text(
    "Isi berkas berbeda dari yang terdaftar (sha256).",
    "The file differs from the one registered (sha256).",
)
RESTORE_OR_SEAL = Text(
    "Ambil kembali berkas aslinya, atau daftarkan perubahan yang disengaja dengan `p2wkss check data/raw --seal`.",
    "Restore the original, or register a deliberate change with `p2wkss check data/raw --seal`.",
)
CANNOT_BE_READ = Text("Berkas tidak dapat dibaca ({kind}).", "The file cannot be read ({kind}).")
RESTORE = Text("Ambil kembali berkas aslinya.", "Restore the original file.")
LAYING_OUT = Text("Menata petak", "Laying out tiles")

# --- open_file: a table of the user's own -----------------------------------------------------------------

OVER_MEGABYTES = Text("lebih dari {most:,} MB", "more than {most:,} MB")
OVER_LINES_OR_CELLS = Text(
    "lebih dari {lines:,} baris atau {cells:,} sel",
    "more than {lines:,} lines or {cells:,} cells",
)
OVER_COLUMNS = Text("lebih dari {most:,} kolom", "more than {most:,} columns")
QUOTE_NOT_CLOSED = Text(
    "{file}, mulai baris {line}: ada tanda kutip yang tidak ditutup. Tutup atau hapus tanda kutip itu.",
    "{file}, from line {line} on: a quotation mark is not closed. Close or remove it.",
)
NO_SHEET = Text(
    "{file} tidak memuat lembar {sheet!r}. Lembar yang ada: {names:list}.",
    "{file} has no sheet {sheet!r}. Its sheets: {names:list}.",
)
NO_TABLE = Text(
    "{file} tidak dapat dibaca sebagai tabel. Simpan ulang sebagai Excel (.xlsx, tanpa kata sandi) atau CSV.",
    "{file} cannot be read as a table. Save it again as Excel (.xlsx, without a password) or CSV.",
)
NO_COLUMNS = Text(
    "{file} tidak memuat kolom {lacking:list}. Kolom yang ada: {found:list}.",
    "{file} has no column {lacking:list}. Its columns: {found:list}.",
)
NAMES_TWICE = Text(
    "{file}: nama kolom berulang ({names:list}). Ganti nama atau hapus salah satunya.",
    "{file}: a column name occurs twice ({names:list}). Rename or remove one.",
)
TOO_MANY_CELLS = Text(
    "{file}, baris {line}: lebih banyak sel daripada kolom. Periksa pemisah kolom.",
    "{file}, line {line}: more cells than columns. Check the separator.",
)
THOUSANDS_OR_DECIMALS = Text(
    "Pemisah ribuan atau desimal? Kolom ini tidak memastikannya.",
    "Thousands or decimals? The column does not settle it.",
)
WRITE_ONE_OF = Text("Tulis {whole} atau {point}.", "Write {whole} or {point}.")
NUMBER_OR_EMPTY = Text(
    "Isi angka saja, atau kosongkan bila tidak ada data.",
    "Enter a number, or leave it empty if there are no data.",
)
PERCENT_AMONG_OTHERS = Text(
    "Sel ini berformat persen, sedangkan sel lain di kolomnya tidak.",
    "This cell has a percent format, other cells of its column do not.",
)
ONE_FORMAT = Text("Samakan format seluruh kolom.", "Give the whole column one format.")
REMOVE_CARDS = Text(
    "Hapus kolom itu, atau ganti nomornya dengan kode sendiri; nomor kependudukan tidak diperlukan di sini (UU 27/2022).",
    "Remove the column, or use a code of your own; identity numbers are not needed here (UU 27/2022).",
)
NOT_AN_AREA = Text("Isian ini bukan kode wilayah.", "This is not an area code.")
WRITE_AREA = Text(
    "Tulis kode Kemendagri bertitik sebagai teks (32.76.11.1001); hapus baris jumlah dan catatan.",
    "Write the dotted Kemendagri code as text (32.76.11.1001); remove rows of totals and notes.",
)

# --- asked_columns, plain_numbers, whole_number -----------------------------------------------------------

NO_FRAME = Text("{what} memerlukan DataFrame, bukan {kind}.", "{what} needs a DataFrame, not a {kind}.")
COLUMNS_IN_LEVELS = Text(
    "Kepala kolom tabel bertingkat. Ratakan dahulu menjadi satu baris nama kolom.",
    "The table has column names in several levels. Flatten them to one row of names first.",
)
ASKED_ABSENT = Text(
    "Kolom tidak ditemukan: {missing:list}. Kolom yang ada: {found}.",
    "Columns not found: {missing:list}. Columns present: {found}.",
)
TABLE_EMPTY = Text("Tabel kosong.", "The table is empty.")
ASKED_TWICE = Text("Nama kolom ganda: {names:list}.", "Duplicate column names: {names:list}.")
WHICH_IS_BETTER = Text(
    'better={given!r}: isi "higher" bila kenaikan berarti membaik, "lower" bila sebaliknya.',
    'better={given!r}: give "higher" if a rise is an improvement, otherwise "lower".',
)
LISTED = Text("{head}\n{faults:lines}", "{head}\n{faults:lines}")
LISTED_FAULT = Text("  - {fault}", "  - {fault}")
DOUBTFUL = Text(
    "Kolom `{name}` berisi yang belum pasti angka: {shown:list}. Tulis angka polos: 1200, atau 1.2.",
    "Column `{name}` holds what may not be a number: {shown:list}. Write plain numbers: 1200, or 1.2.",
)
DOUBTFUL_AND_MORE = Text(
    "Kolom `{name}` berisi yang belum pasti angka: {shown:list}, dan {more:,} lagi. Tulis angka polos: 1200, atau 1.2.",
    "Column `{name}` holds what may not be a number: {shown:list}, and {more:,} more. Write plain numbers: 1200, or 1.2.",
)
NOT_AT_LEAST = Text(
    "{name}={given!r}: harus bilangan bulat mulai {least}.",
    "{name}={given!r}: must be a whole number from {least} up.",
)
NO_SEED = Text(
    "Angka acuan (seed) harus bilangan bulat mulai 0, bukan {given!r}.",
    "The seed must be a whole number from 0 up, not {given!r}.",
)
PRINTED_CARD = Text(
    "{name} menyerupai NIK atau nomor kartu keluarga, padahal ikut tercetak. Pilih bilangan di bawah 16 angka.",
    "{name} looks like a NIK or family card number, and it is printed. Choose a number of fewer than 16 digits.",
)
NO_PROGRAMME_YEAR = Text(
    "Tahun program harus tahun bulat empat angka, misalnya 2027, bukan {given!r}.",
    "The programme year must be a whole year such as 2027, not {given!r}.",
)

# --- places by name ---------------------------------------------------------------------------------------

TABLE_OF_PLACES = Text("Berikan tabel yang memuat kolom nama tempat.", "Give the table with the column of places.")
NO_SUCH_COLUMNS = Text(
    "Tabel tidak memuat kolom {columns:and}. Kolomnya: {known:list}.",
    "The table has no column {columns:and}. Its columns: {known:list}.",
)
PLACES_READ = Text(
    "{n:,} dari {of:,} nama tempat terbaca ({lines:,} baris).",
    "{n:,} of {of:,} {of:place was|places were} read ({lines:,} {lines:line|lines}).",
)
PLACES_IN_DOUBT = Text("Belum terbaca: {doubts:;}.", "Not read: {doubts:;}.")
PLACE_PERHAPS = Text("{name!r}, mungkin {near:;}", "{name!r}, perhaps {near:;}")
PLACE_UNKNOWN = Text("{name!r}, tidak dikenal", "{name!r}, not known")
AND_OTHERS = Text("{n:,} lainnya", "{n:,} others")
PLACES_UNREAD = Text(
    "{n:,} isian kolom {column} bukan satu tempat yang pasti: {doubts:;}. Tambahkan kolom kecamatan atau tulis kode Kemendagri.",
    "{n:,} {n:entry|entries} of column {column} {n:is|are} not one certain place: {doubts:;}. Add a column with the kecamatan, or write "
    "Kemendagri codes.",
)
