"""Why a table of candidates, or a limit on them, cannot be read."""

from __future__ import annotations

from ....say import Text

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
SCORE_IS_A_COLUMN = Text(
    'score adalah nama satu kolom, bukan {kind}. Tulis misalnya score="registry_decile", needier="lower".',
    'score is the name of one column, not a {kind}. Write for example score="registry_decile", needier="lower".',
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
