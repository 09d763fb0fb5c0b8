"""What the import of an export says: the draft of a mapping, what is wrong with one, and what came in."""

from __future__ import annotations

from ...say import Text

# --- a draft of a mapping ---------------------------------------------------------------------------------

RECOGNISED = Text(
    "{sure:,} kolom dikenali; {near:,} kolom lain hanya mirip dan perlu dipastikan.",
    "{sure:,} {sure:column was|columns were} recognised; {near:,} more {near:is|are} only similar and to be confirmed.",
)
NOT_RECOGNISED = Text("Tidak dikenali: {names:and}.", "Not recognised: {names:and}.")
LACKING = Text(
    "Kolom wajib yang belum terisi: {names:list}. Isikan di columns, atau di constants bila sama untuk semua baris.",
    "Required columns still to be filled: {names:list}. Enter them in columns, or in constants if all lines have the same value.",
)

# --- a mapping that is wrong ------------------------------------------------------------------------------

NOT_VALID = Text("Pemetaan kolom tidak sah: {faults}", "The mapping of columns is not valid: {faults}")
UNKNOWN_PARTS = Text(
    "{file}: bagian tidak dikenal: {parts:list}. Yang dikenal: {known:list}.",
    "{file}: unknown parts: {parts:list}. Known parts: {known:list}.",
)
CANNOT_BE_READ = Text(
    "Pemetaan {file} tidak dapat dibaca ({kind}). Buat rancangannya dengan `suggest_mapping`.",
    "The mapping {file} cannot be read ({kind}). Draft one with `suggest_mapping`.",
)
NO_SUCH_SHEET = Text(
    "lembar {sheet!r} tidak ada; pilih {sheets:list}.",
    "there is no sheet {sheet!r}; choose {sheets:list}.",
)
PARTS_ARE_OBJECTS = Text("setiap bagian harus berupa objek JSON.", "each part must be a JSON object.")
NAMES_ARE_TEXT = Text(
    "nama kolom dan nilai tetap harus berupa teks.",
    "column names and constants must be text.",
)
NO_SUCH_COLUMN = Text(
    "kolom {column!r} tidak ada di lembar {sheet}.",
    "the sheet {sheet} has no column {column!r}.",
)
NO_SUCH_COLUMN_PERHAPS = Text(
    "kolom {column!r} tidak ada di lembar {sheet}; mungkin maksudnya {near!r}?",
    "the sheet {sheet} has no column {column!r}; did you mean {near!r}?",
)
FILLED_TWICE = Text("kolom {column!r} diisi dua kali.", "the column {column!r} is filled twice.")
COUNTS_INCOMPLETE = Text(
    "counts {column!r} memerlukan column dan values.",
    "counts {column!r} needs column and values.",
)
UNKNOWN_CODES = Text("codes harus salah satu dari {codes:list}.", "codes must be one of {codes:list}.")
HOLDS_CARD = Text(
    "nilai tetap atau nilai pengganti memuat nomor seperti NIK atau nomor kartu keluarga; hapus.",
    "a constant or a replaced value holds what looks like a NIK or family card number; remove it.",
)
CARD_CONSTANT = Text("{column} tidak boleh berupa nilai tetap.", "{column} cannot be a constant.")

# --- the export -------------------------------------------------------------------------------------------

NO_EXCEL = Text(
    "{file} tidak dapat dibaca sebagai Excel. Simpan ulang sebagai .xlsx tanpa kata sandi.",
    "{file} cannot be read as Excel. Save it again as .xlsx without a password.",
)
COLUMNS_ABSENT = Text(
    "Berkas tidak memuat kolom {lacking:list} dari pemetaan. Kolom yang ada: {found:list}.",
    "The file lacks the columns {lacking:list} of the mapping. Its columns: {found:list}.",
)
COUNTS_NEED = Text(
    "counts memerlukan kolom {column} atau {card} dalam pemetaan.",
    "counts need the column {column} or {card} in the mapping.",
)

# --- what came in -----------------------------------------------------------------------------------------

LINES_IN = Text("{n:,} baris masuk.", "{n:,} {n:line was|lines were} imported.")
ALL_USED = Text("Semua kolom dipakai.", "All columns were used.")
UNUSED = Text("Kolom yang tidak dipakai: {names:and}.", "Columns not used: {names:and}.")
CONTRADICTIONS = Text(
    "{n:,} isian berbeda dalam satu keluarga dan dikosongkan.",
    "{n:,} {n:cell|cells} differed within a household and {n:was|were} left empty.",
)
NAME_AS_CODE = Text(
    "nama yang hanya dimiliki satu desa/kelurahan di kota ini dibaca sebagai kodenya",
    "a name that only one village of this city has read as its code",
)
