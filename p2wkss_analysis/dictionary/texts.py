"""What the dictionaries say: the hints of a column, an unknown table or column, and the faults of a data package."""

from __future__ import annotations

from ..say import Text

# --- sheets: the city's workbook --------------------------------------------------------------------------

ASPECTS = {
    "slum": Text("kekumuhan", "slums"),
    "poverty": Text("kemiskinan", "poverty"),
    "human_development": Text("pengganti IPM", "HDI proxies"),
}
GUIDE = Text("Petunjuk", "Guide")  # the first sheet of a workbook
MARKS = {  # of a line for people, in the first column
    "purpose": Text("kegunaan", "purpose"),
    "description": Text("baris", "row"),
    "next": Text("langkah", "next"),
    "label": Text("label", "label"),
    "unit": Text("satuan", "unit"),
    "example": Text("contoh", "example"),
}
PREPARED = {  # of a line that is prepared: what the office does with it, or where it comes from
    "fill": Text("isi", "fill in"),
    "confirm": Text("konfirmasi", "confirm"),
    "press": Text("berita", "press"),
}
FAULTS = Text("kesalahan", "faults")  # the first sheet of a marked copy
CHANGES = Text("perubahan", "changes")
LOW_DECILES = Text("KK desil {span}", "Households in {cut:decile|deciles} {span}")
WITH_UNIT = Text("{label} ({unit})", "{label} ({unit})")
DATE_SUCH_AS = Text("tanggal, misalnya 2025-03-31", "date, such as 2025-03-31")
FROM_TO = Text("{least} sampai {most}", "{least} to {most}")
AT_LEAST = Text("paling sedikit {least}", "at least {least}")
AT_MOST = Text("paling banyak {most}", "at most {most}")
FROM_LIST = Text("pilih dari daftar", "choose from the list")
REQUIRED = Text("wajib", "required")

# --- tables -----------------------------------------------------------------------------------------------

NO_TABLE = Text(
    "Tabel {name!r} tidak ada. Tabel yang ada: {known:list}.",
    "There is no table {name!r}. The tables are: {known:list}.",
)
NO_COLUMN = Text(
    "Tabel {table!r} tidak memiliki kolom {column!r}. Kolom yang ada: {known:list}.",
    "Table {table!r} has no column {column!r}. Its columns: {known:list}.",
)
NO_INDICATOR = Text(
    "Indikator {name!r} tidak ada. Indikator yang ada: {known:list}.",
    "There is no indicator {name!r}. The indicators are: {known:list}.",
)
NO_DATA_FOLDER = Text(
    "Folder data{folder} tidak memuat raw/{file}. Tunjukkan foldernya dengan argumen folder= atau variabel lingkungan P2WKSS_DATA.",
    "The data folder{folder} holds no raw/{file}. Name the folder with the argument folder= or the environment variable P2WKSS_DATA.",
)

# --- package_form: what is wrong with a datapackage.json, and the remedy -----------------------------------

MUST_BE = {
    "text": Text("Harus berupa teks.", "This must be text."),
    "name": Text("Harus berupa nama, tidak kosong.", "This must be a name and not empty."),
    "number": Text("Harus berupa bilangan antara −1e15 dan 1e15.", "This must be a number between −1e15 and 1e15."),
    "truth": Text("Harus true atau false.", "This must be true or false."),
    "list": Text("Harus berupa daftar JSON.", "This must be a JSON list."),
    "object": Text("Harus berupa objek JSON.", "This must be a JSON object."),
}
WRITE = {
    "text": Text("Tulis teks di antara tanda kutip.", "Write text in quotation marks."),
    "name": Text("Tulis namanya di antara tanda kutip.", "Write the name in quotation marks."),
    "number": Text("Tulis bilangan tanpa tanda kutip.", "Write a number without quotation marks."),
    "truth": Text("Tulis true atau false tanpa tanda kutip.", "Write true or false without quotation marks."),
    "list": Text("Tulis daftarnya di antara kurung siku.", "Write the list in square brackets."),
    "object": Text("Tulis bagian-bagiannya di antara kurung kurawal.", "Write its parts in braces."),
}
MISSING = Text("Bagian ini wajib ada.", "This part is required.")
ADD_PART = Text(
    "Tambahkan bagian ini; bandingkan dengan datapackage.json bawaan.",
    "Add it; compare the datapackage.json that comes with the package.",
)
OVER_TEN_MEGABYTES = Text("Berkas lebih dari 10 MB.", "The file has more than 10 MB.")
NESTED_TOO_DEEP = Text("Isinya bersarang terlalu dalam.", "It is nested too deeply.")
MEND_OR_RESTORE = Text("Perbaiki, atau ambil kembali berkas aslinya.", "Correct it, or restore the original file.")
NO_JSON = Text("Bukan JSON yang benar (kolom {column}).", "This is not valid JSON (column {column}).")
MEND_JSON = Text(
    "Perbaiki tanda kurung, koma, dan kutipnya, atau ambil kembali berkas aslinya.",
    "Correct brackets, commas and quotation marks, or restore the original file.",
)
CANNOT_BE_READ = Text("Berkas tidak dapat dibaca ({kind}).", "The file cannot be read ({kind}).")
TWO_LANGUAGES = Text("Hanya id dan en yang dikenal.", "Only id and en are known.")
REMOVE_PART = Text("Hapus bagian ini.", "Remove it.")
UTF8_ONLY = Text("Hanya utf-8 yang dibaca.", "Only utf-8 is read.")
SAVE_AS_UTF8 = Text(
    'Simpan tabel sebagai UTF-8 dan tulis "utf-8".',
    'Save the table as UTF-8 and write "utf-8".',
)
GZ_ONLY = Text("Hanya gz yang dibaca.", "Only gz is read.")
USE_GZIP = Text('Padatkan dengan gzip dan tulis "gz".', 'Compress it with gzip and write "gz".')
OUTSIDE_FOLDER = Text(
    "Harus menunjuk berkas di dalam folder paket ini.",
    "This must name a file inside the folder of this package.",
)
MOVE_TABLE = Text(
    "Pindahkan tabel itu ke folder yang sama dengan datapackage.json, lalu tulis namanya saja.",
    "Move the table into the folder of datapackage.json and write its name alone.",
)
NO_ORDINARY_FILE = Text("Ini bukan berkas biasa.", "This is not an ordinary file.")
OVER_HALF_GIGABYTE = Text("Berkas lebih dari 500 MB.", "The file has more than 500 MB.")
SPLIT_TABLE = Text("Bagi tabel itu.", "Split the table.")
UNKNOWN_TYPE = Text("Jenis ini tidak dikenal.", "This type is not known.")
CHOOSE_TYPE = Text("Pilih string, integer, atau number.", "Choose string, integer or number.")
BAD_PATTERN = Text(
    "Pola ini tidak benar, atau terlalu lama untuk diperiksa.",
    "This pattern is not valid, or would take too long to check.",
)
WRITE_PATTERN = Text(
    "Tulis pola yang pendek, tanpa pengulangan di dalam pengulangan, rujukan balik, atau pandangan ke depan.",
    "Write a short pattern without nested repeats, back-references or look-aheads.",
)
BAD_FOREIGN_KEY = Text(
    "Harus menghubungkan satu kolom tabel ini dengan area_code dari tabel areas, atau dengan kolom tabel ini sendiri.",
    "This must join one column of this table to area_code of the table areas, or to a column of this table.",
)
MEND_FOREIGN_KEY = Text("Perbaiki fields dan reference.", "Correct fields and reference.")
NO_SUCH_COLUMN = Text(
    "Kolom ini tidak ada atau jenisnya lain.",
    "There is no such column, or it is of another type.",
)
WRITE_COLUMN = Text("Tulis nama kolom yang ada pada fields.", "Write the name of a column in fields.")
NAME_TWICE = Text("Nama ini ada dua kali.", "This name occurs twice.")
RENAME = Text("Ganti salah satu namanya.", "Change one of the names.")
