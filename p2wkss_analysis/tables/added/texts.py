"""What is said of figures that the user adds."""

from __future__ import annotations

from ...say import Text

ADDED = Text("ditambahkan pengguna", "added by the user")
PARTLY_ADDED = Text("{source}; {n:,} angka ditambahkan pengguna", "{source}; {n:,} {n:figure|figures} added by the user")
NO_ADDITION = Text("Berkas tambahan ini tidak terbaca: {why}", "This added file cannot be read: {why}")
UNDO = Text("Hapus berkas ini, lalu tambahkan lagi sumbernya.", "Delete this file and add its source again.")
NONE = Text("belum ada", "none yet")
NO_SUCH_ADDITION = Text(
    "Tidak ada tambahan bernama {name!r}. Yang ada: {known:list}.", "No addition is called {name!r}. There are: {known:list}."
)
NOT_REMOVED = Text(
    "{file} tidak dapat dihapus: {why}. Tutup berkas itu di program lain, lalu ulangi.",
    "{file} cannot be deleted: {why}. Close it in other programs and try again.",
)
A_DATE = Text(
    "Sel ini berisi tanggal: Excel mengubah angkanya. Ketik ulang angkanya di sel berformat teks.",
    "This cell holds a date: Excel changed the number. Type the number again in a cell formatted as text.",
)
PERCENT_FORMAT = Text("format persen Excel: dikalikan 100", "percent format of Excel: multiplied by 100")
MARK_OR_DIGIT = Text(
    "Digit terakhir mungkin tanda catatan kaki. Hapus tanda catatannya.",
    "The last digit may be the mark of a footnote. Remove the mark.",
)
TWO_NUMBERS = Text(
    "Tanda ini dapat berarti ribuan atau desimal. Ketik tanpa pemisah ribuan.",
    "This sign may separate thousands or decimals. Type it without separators of thousands.",
)
NO_NUMBER = Text("Bukan angka. Ketik angkanya saja, atau kosongkan.", "Not a number. Type the number alone, or leave it empty.")
SEVERAL_PLACES = Text(
    "Nama ini milik lebih dari satu daerah. Tulis Kab. atau Kota.", "More than one place has this name. Write Kab. or Kota."
)
NO_PLACE = Text("Bukan nama kabupaten atau kota.", "Not the name of a kabupaten or kota.")
PROVINCE_OR_PLACE = Text(
    "Nama ini milik provinsi dan kabupaten atau kota. Tulis Provinsi, Kab., atau Kota di depannya.",
    "A province and a kabupaten or kota have this name. Write Provinsi, Kab. or Kota before it.",
)
NO_SHEET = Text(
    "{file} tidak memuat lembar {sheet!r}. Lembarnya: {names:list}.", "{file} has no sheet {sheet!r}. Its sheets: {names:list}."
)
EMPTY = Text(
    "{file} tidak memuat tabel: kosong, atau hanya berisi gambar. Unduh lagi tabelnya sebagai Excel atau CSV.",
    "{file} holds no table: it is empty or has a picture only. Download the table again as Excel or CSV.",
)
TOO_LARGE = Text(
    "{file} terlalu besar: paling banyak {rows:,} baris dan {columns:,} kolom. Simpan satu tabel saja.",
    "{file} is too large: at most {rows:,} rows and {columns:,} columns. Save one table only.",
)
IS_PDF = Text(
    "{file} adalah PDF. Unduh tabelnya sebagai Excel atau CSV, atau salin tabel itu ke Excel.",
    "{file} is a PDF. Download the table as Excel or CSV, or copy the table into Excel.",
)
IS_PICTURE = Text(
    "{file} adalah gambar. Unduh tabelnya sebagai Excel atau CSV.", "{file} is a picture. Download the table as Excel or CSV."
)
NO_TABLE_FILE = Text(
    "{file} bukan tabel. Unduh tabelnya sebagai Excel atau CSV.", "{file} is not a table. Download the table as Excel or CSV."
)
OLD_WORKBOOK = Text(
    "{file} berformat Excel lama (.xls) atau dikunci kata sandi. Buka di Excel, lalu simpan sebagai .xlsx tanpa kata sandi.",
    "{file} is in the old Excel format (.xls) or has a password. Open it in Excel and save it as .xlsx without a password.",
)
PAGE_WITHOUT_TABLE = Text(
    "{file} adalah halaman web tanpa tabel, mungkin pesan galat dari situsnya. Unduh lagi tabelnya sebagai Excel atau CSV.",
    "{file} is a web page without a table, perhaps an error of the site. Download the table again as Excel or CSV.",
)
OTHER_JSON = Text(
    "{file} bukan jawaban WebAPI BPS (list/model/data) dengan satu variabel dan angka. Unduh tabelnya sebagai Excel atau CSV.",
    "{file} is not an answer of the BPS WebAPI (list/model/data) with one variable and figures. Download the table as Excel or CSV.",
)
SAYS_NOTHING = Text("judulnya tidak menyebut indikator atau tahun", "its heading names no indicator or year")
OTHER_PEOPLE = Text(
    "{words:list} bukan angka kabupaten/kota secara keseluruhan", "{words:list} is not the figure of the whole regency"
)
OLD_METHOD = Text("IPM metode lama tidak dapat disambung", "HDI of the old method cannot be joined")
NO_INDICATOR = Text(
    "Indikatornya tidak disebut, atau disebut lebih dari satu. Sebutkan dengan --indicator.",
    "It names no indicator, or more than one. Name it with --indicator.",
)
UNCERTAIN_TITLE = Text(
    "Judulnya memuat kata yang tidak dikenal. Bila indikatornya sama, sebutkan dengan --indicator.",
    "The title has words that are not known. If the indicator is the same, name it with --indicator.",
)
SEVERAL_INDICATORS = Text("judulnya menyebut lebih dari satu indikator", "its heading names more than one indicator")
OTHER_INDICATOR = Text("indikator lain", "another indicator")
NOT_UNDERSTOOD = Text("kata yang tidak dikenal: {words:list}", "words that are not known: {words:list}")
COUNT_OF_WHAT = Text("jumlah, sedangkan judul tabel menyebut ukuran lain", "a number, while the title names another measure")
NO_PROJECTION = Text(
    "bukan proyeksi penduduk BPS; bila memang proyeksi, sebutkan --indicator population",
    "not named as a projection of BPS; if it is one, give --indicator population",
)
NO_METHOD = Text(
    'Metode IPM atau UHH tidak disebut. Tulis --method "UHH LF SP2020" atau --method "UHH SP2010", sesuai judul tabel di BPS.',
    'The series of HDI or life expectancy is not named. Write --method "UHH LF SP2020" or --method "UHH SP2010", as the title at BPS says.',
)
SERIES_DISAGREE = Text("judul dan --method menyebut seri yang berbeda", "the title and --method name different series")
UNKNOWN_METHOD = Text("metode yang dikenal: {known:list}", "known methods: {known:list}")
OTHER_SERIES = Text("seri lain; tabel paket ini memuat {method}", "another series; the package's table holds {method}")
OTHER_SEASON = Text(
    "survei bulan lain; tabel paket ini memuat {method}", "another round of the survey; the package's table holds {method}"
)
SEVERAL_YEARS = Text("judulnya menyebut beberapa tahun", "its heading names several years")
NO_YEAR = Text(
    "Tahunnya tidak disebut. Tulis --year, misalnya --year 2026.", "The year is not named. Write --year, for example --year 2026."
)
OTHER_YEAR = Text("tahun {year}", "year {year}")
NO_UNIT = Text(
    'Satuan {label} tidak disebut. Tulis --unit, misalnya --unit "ribu jiwa".',
    'The unit of {label} is not named. Write --unit, for example --unit "ribu jiwa" (thousand persons).',
)
OTHER_UNIT = Text("satuan {units:list} tidak cocok untuk {label}", "the unit {units:list} does not fit {label}")
UNKNOWN_UNIT = Text(
    "Satuan {unit!r} tidak dikenal; pilih salah satu dari {known:list}.",
    "The unit {unit!r} is not known; choose one of {known:list}.",
)
NO_PLACES = Text(
    '{file} tidak memuat kolom nama kabupaten/kota yang diikuti angka. Unduh tabel "menurut kabupaten/kota".',
    '{file} has no column of names of kabupaten and kota with figures after it. Download the table "menurut kabupaten/kota".',
)
ACROSS = Text(
    "{file}: nama daerah tersusun ke samping. Salin tabelnya di Excel dan tempel dengan pilihan Transpose, lalu ulangi.",
    "{file}: the places stand side by side. Copy the table in Excel, paste it with Transpose, and try again.",
)
NEEDS = Text('{file}, "{title}": {why}', '{file}, "{title}": {why}')
LEFT = Text("{heading} ({why})", "{heading} ({why})")
NO_COLUMN_READ = Text(
    '{file}, "{title}": tidak ada kolom yang dapat dipakai: {why:;}.', '{file}, "{title}": no column can be used: {why:;}.'
)
MULTIPLIED = Text("{label}: {unit} dikalikan {times:.{digits}}.", "{label}: {unit} multiplied by {times:.{digits}}.")
MARKS = Text("{label}: tanda catatan kaki dilepas: {marks:list}.", "{label}: marks of footnotes taken off: {marks:list}.")
READ_AS = Text("{name} dibaca {place}", "{name} read as {place}")
PAIRS = Text(
    "Nama tanpa Kab. atau Kota dibaca dari nama lain di tabel ini ({n:,}): {each:;}.",
    "Names without Kab. or Kota were read from other names of this table ({n:,}): {each:;}.",
)
PERHAPS = Text("Mungkin: {places:;}.", "Perhaps: {places:;}.")
MEND_NAME = Text("Perbaiki namanya, atau hapus baris ini.", "Correct the name, or delete this row.")
TWICE = Text(
    "{name} memiliki dua angka berbeda untuk tahun ini. Hapus salah satu.",
    "{name} has two different figures for this year. Delete one.",
)
NO_HEADING = Text(
    "Kolom ini tidak berjudul. Beri judul, atau hapus; dalam CSV, koma desimal perlu titik koma sebagai pemisah kolom.",
    "This column has no heading. Write one, or delete it; in a CSV, decimal commas need semicolons between the columns.",
)
PART_OF_PERSON = Text(
    "Jumlah jiwa tidak berdesimal. Mungkin satuannya ribu jiwa: perbaiki satuan di judulnya.",
    "A number of persons has no decimals. The unit may be thousand persons: correct it in the title.",
)
OTHER_CODE = Text(
    "Kode di baris ini milik daerah lain. Perbaiki kode atau namanya.",
    "The code in this row is that of another place. Correct the code or the name.",
)
SECOND_NAMES = Text(
    "{file}: kolom {cell} memuat nama daerah lain. Dua tabel bersebelahan? Simpan tiap tabel di lembar tersendiri.",
    "{file}: the column of {cell} names other places. Two tables side by side? Save each on a sheet of its own.",
)
SECOND_TITLE = Text(
    "{file}: tabel lain mulai di baris {row}: {text}. Simpan tiap tabel di lembar tersendiri.",
    "{file}: another table begins in row {row}: {text}. Save each on a sheet of its own.",
)
NO_HOME = Text(
    "Akun ini tidak memiliki folder rumah. Tulis folder tambahan pada variabel P2WKSS_ADDED.",
    "This account has no home folder. Name the folder of additions in the variable P2WKSS_ADDED.",
)
MORE_CELLS = Text("ada baris dengan sel lebih banyak daripada judul kolom", "a row has more cells than there are headings")
CONTRADICT = Text(
    "Dua tambahan memuat angka berbeda untuk {of}: {files:and}.", "Two additions have different figures for {of}: {files:and}."
)
REMOVE_ONE = Text(
    "Batalkan yang keliru, misalnya: p2wkss data remove {name:typed}",
    "Remove the wrong one, say: p2wkss data remove {name:typed}",
)
