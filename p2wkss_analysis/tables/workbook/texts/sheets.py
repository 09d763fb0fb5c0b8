"""Faults of sheets, lines, columns and single cells, each with its remedy; and what was read otherwise than typed."""

from __future__ import annotations

from ....say import Text

# --- sheets of the file -----------------------------------------------------------------------------------

NO_SHEET_OF_TEMPLATE = Text(
    "Berkas ini tidak memuat satu pun lembar templat.",
    "The file holds none of the template's sheets.",
)
USE_TEMPLATE = Text(
    "Gunakan templat dari `p2wkss template`; lembarnya: {sheets:list}.",
    "Use the template of `p2wkss template`; its sheets: {sheets:list}.",
)
SHEET_TWICE = Text(
    "Lembar {sheet} sudah ada; lembar ini tidak dibaca.",
    "There is already a sheet {sheet}; this one is not read.",
)
JOIN_SHEETS = Text("Gabungkan kedua lembar.", "Merge the two sheets.")
SHEET_TOO_LARGE = Text(
    "Lembar terlalu besar: isinya sampai baris {line}, kolom {column}.",
    "The sheet is too large: it is filled to line {line}, column {column}.",
)
REMOVE_FAR_CELLS = Text("Hapus sel yang jauh dari tabel.", "Remove the cells far from the table.")
SHEET_UNKNOWN = Text("Lembar ini tidak dikenal; isinya tidak dibaca.", "This sheet is not known; it is not read.")
MOVE_OR_REMOVE = Text(
    "Pindahkan isinya ke salah satu lembar ini, atau hapus lembarnya: {sheets:list}.",
    "Move its cells to one of these sheets, or remove it: {sheets:list}.",
)
RENAME_SHEET = Text(
    "Judul kolomnya milik lembar {sheet}. Ubah nama lembar ini kembali menjadi {sheet}.",
    "Its headings are those of the sheet {sheet}. Name this sheet {sheet} again.",
)
NO_REGENCY = Text(
    'Isian "{name}" bukan kode kabupaten/kota.',
    'The setting "{name}" is not the code of a kabupaten/kota.',
)
WRITE_REGENCY = Text("Tulis kode Kemendagri, misalnya 32.76.", "Write the Kemendagri code, such as 32.76.")

# --- the line of column names -----------------------------------------------------------------------------

NO_HEADER = Text("Baris judul kolom tidak ditemukan.", "The line of headings was not found.")
WRITE_HEADER = Text(
    "Tulis judul kolom seperti dalam templat di atas tabel: {names:list}.",
    "Put the headings of the template above the table: {names:list}.",
)
COLUMN_TWICE = Text("Judul kolom ini berulang.", "This heading occurs twice.")
RENAME_ONE = Text(
    "Hapus atau ganti judul salah satu; yang kedua tidak dibaca.",
    "Remove or rename one; the second is not read.",
)
OTHER_HEADING = Text(
    "Judul ini milik kolom lain; kode kolom di baris tersembunyi berbeda.",
    "This is the heading of another column; the code in the hidden line differs.",
)
HEADING_OR_COLUMN = Text(
    'Tulis kembali "{name}", atau pindahkan isinya ke kolom yang sesuai.',
    'Write "{name}" again, or move the cells to the column they belong to.',
)
COLUMN_UNKNOWN = Text(
    "Kolom ini tidak dikenal; isinya tidak dibaca.",
    "This column is not in the dictionary; its cells are not read.",
)
IS_IT = Text('Mungkin maksudnya "{name}"? Perbaiki judulnya.', 'Did you mean "{name}"? Correct the heading.')
REMOVE_COLUMN = Text(
    "Hapus kolom ini atau pindahkan ke berkas lain.",
    "Remove the column or move it to another file.",
)
COLUMN_WITHOUT_NAME = Text(
    "Kolom ini tidak berjudul; isinya tidak dibaca.",
    "This column has no heading; its cells are not read.",
)
NAME_COLUMN = Text(
    "Tulis judul kolomnya atau hapus isinya.",
    "Write a heading above the column, or empty its cells.",
)
ABOVE_HEADER = Text(
    "Isian ini berada di atas judul kolom dan tidak dibaca.",
    "This stands above the headings and is not read.",
)
REMOVE_LINES_ABOVE = Text("Hapus baris ini dari atas judul kolom.", "Remove this line from above the headings.")
ADD_TO_HEADER = Text(
    'Tambahkan kolom "{name}" pada baris judul.',
    'Add the column "{name}" to the line of headings.',
)
MARKS_ONLY = Text("Kolom ini hanya untuk tanda templat.", "This column is only for the marks of the template.")
EMPTY_CELL = Text("Kosongkan sel ini.", "Empty this cell.")
EXAMPLE_CHANGED = Text(
    "Baris ini bertanda contoh sehingga tidak dibaca, tetapi isinya berbeda dari contoh.",
    "This line is marked as the example and is not read, but it differs from the example.",
)
REMOVE_MARK = Text(
    "Bila ini data, hapus tanda di {cell}; bila bukan, kosongkan.",
    "If these are data, remove the mark in {cell}; if not, empty the cell.",
)

# --- cells ------------------------------------------------------------------------------------------------

FORMULA_FAILS = Text("Rumus di sel ini menghasilkan kesalahan.", "The formula in this cell gives an error.")
MEND_FORMULA = Text("Perbaiki rumusnya atau tulis nilainya.", "Correct the formula or write the value.")
FORMULA_NOT_COMPUTED = Text(
    "Rumus di sel ini belum dihitung; nilainya tidak tersimpan.",
    "The formula was never computed; the file holds no value.",
)
SAVE_IN_EXCEL = Text(
    "Buka di Excel lalu simpan, atau tulis nilainya.",
    "Open the file in Excel and save it, or write the value.",
)
TOTAL_LINE = Text("Baris ini baris jumlah, bukan data.", "This line is a total, not data.")
REMOVE_TOTAL = Text(
    "Hapus baris ini; jumlahnya dihitung dari baris di atasnya.",
    "Remove this line; totals are computed from the lines above it.",
)
MERGED = Text(
    "Sel ini digabung dengan sel lain; isinya hanya tersimpan untuk baris dan kolom pertamanya.",
    "This cell is merged with others; its value is stored in the first row and column only.",
)
UNMERGE = Text(
    "Pisahkan selnya (Unmerge Cells), lalu tulis isinya di setiap baris.",
    "Unmerge the cells, then write the value on every line.",
)
CARD_ONLY_THERE = Text(
    "Hapus nomornya; nomor kartu keluarga hanya boleh di kolom {column} pada lembar {sheet}.",
    "Remove the number; a family card number may only stand in the column {column} of the sheet {sheet}.",
)
MADE_A_DATE = Text("Excel mengubah isian ini menjadi tanggal.", "Excel turned this into a date.")
FORMAT_AS_NUMBER = Text(
    "Ubah format sel menjadi angka, lalu ketik ulang.",
    "Set the cell's format to number and type it again.",
)
NUMBER_NOT_DATE = Text("Isian ini angka, bukan tanggal.", "This is a number, not a date.")
FORMAT_AS_DATE = Text(
    "Ubah format sel menjadi tanggal, atau tulis misalnya 2025-03-05.",
    "Set the cell's format to date, or write for example 2025-03-05.",
)
WRITE_NUMBER = Text("Tulis angkanya.", "Write the number.")
NO_PERCENTAGE = Text(
    "Sel ini berformat persen, padahal kolomnya bukan persentase.",
    "The cell has a percent format, but its column is not a percentage.",
)
CARD_AS_NUMBER = Text(
    "Nomor ini tersimpan sebagai angka; Excel membulatkan angka terakhirnya.",
    "This is stored as a number; Excel rounds its last digit.",
)
FORMAT_AS_TEXT = Text(
    "Ubah format sel menjadi teks, lalu ketik ulang nomornya.",
    "Set the cell's format to text and type the number again.",
)
NO_CARD = Text(
    "Isian ini bukan nomor kartu keluarga 16 angka.",
    "This is not a family card number of 16 digits.",
)
CHECK_CARD = Text(
    "Periksa nomornya pada kartu keluarga, atau kosongkan.",
    "Check the number on the card, or leave it empty.",
)
DATE_OUTSIDE = Text(
    "Tanggal {date} di luar {least} sampai {most}.",
    "The date {date} is outside {least} to {most}.",
)
CHECK_YEAR = Text("Periksa tahunnya.", "Check the year.")
PERCENT_FORMAT = Text("format persen Excel dibaca sebagai persen", "Excel's percent format read as percent")

# --- codes and names of villages --------------------------------------------------------------------------

CHECK_CODE = Text(
    "Periksa kodenya (Kepmendagri 300.2.2-2430/2025).",
    "Check the code (Kepmendagri 300.2.2-2430/2025).",
)
OUTSIDE_CITY = Text(
    "{code} ({name}) berada di luar {city} ({regency}).",
    "{code} ({name}) lies outside {city} ({regency}).",
)
CHOOSE_OR_MEND_REGENCY = Text(
    "Pilih desa/kelurahan dari daftar, atau perbaiki kode kabupaten/kota pada lembar Pengaturan.",
    "Choose the village from the list, or correct the regency code on the sheet Settings.",
)
OTHER_NAME = Text("{code} adalah {name}, bukan {typed}.", "{code} is {name}, not {typed}.")
MEND_CODE_OR_NAME = Text("Perbaiki kode atau namanya.", "Correct the code or the name.")
DOTS_ADDED = Text("kode tanpa titik diberi titik", "dots put into a code without dots")
CODE_UNCERTAIN = Text(
    "Kode tanpa titik ini tidak pasti, karena kode BPS berbeda dari kode Kemendagri.",
    "This code without dots is uncertain, since BPS and Kemendagri codes differ.",
)
WRITE_DOTTED = Text(
    "Tulis kode Kemendagri bertitik, misalnya 32.76.11.1001.",
    "Write the dotted Kemendagri code, such as 32.76.11.1001.",
)
NAME_READ = Text("nama desa/kelurahan dibaca sebagai kodenya", "village name read as its code")
NO_VILLAGE = Text(
    "Isian ini bukan kode atau nama desa/kelurahan di sini.",
    "This is not the code or name of a village here.",
)
SEVERAL_VILLAGES = Text("Nama ini dimiliki lebih dari satu desa/kelurahan.", "More than one village has this name.")
CHOOSE_OR_WRITE_DOTTED = Text(
    "Pilih dari daftar, atau tulis kode Kemendagri bertitik, misalnya 32.76.11.1001.",
    "Choose from the list, or write the dotted Kemendagri code, such as 32.76.11.1001.",
)
PERHAPS = Text("Mungkin: {places:;}. {otherwise}", "Perhaps: {places:;}. {otherwise}")

# --- lines that are prepared ------------------------------------------------------------------------

LINES_TO_FILL = Text(
    '· {sheet}: {n:,} baris bertanda "{mark}" belum diisi (baris {lines}).',
    '· {sheet}: {n:,} {n:line|lines} marked "{mark}" not filled in yet ({n:line|lines} {lines}).',
)
LINES_TO_CONFIRM = Text(
    '· {sheet}: {n:,} baris bertanda "{mark}" perlu dipastikan (baris {lines}). Bila benar, hapus tandanya.',
    '· {sheet}: {n:,} {n:line|lines} marked "{mark}" to be confirmed ({n:line|lines} {lines}). If correct, remove the mark.',
)
LINES_FROM_PRESS = Text(
    '· {sheet}: {n:,} baris bertanda "{mark}" berasal dari pemberitaan dan belum dibaca (baris {lines}). Bila benar, hapus tandanya; '
    "bila salah, hapus barisnya.",
    '· {sheet}: {n:,} {n:line|lines} marked "{mark}" {n:comes|come} from news and {n:is|are} not read yet ({n:line|lines} {lines}). If '
    "correct, remove the mark; if not, the line.",
)
