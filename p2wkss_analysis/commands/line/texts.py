"""What the command line itself says: help and wrong use, options of several commands, limits, and how a run ended."""

from __future__ import annotations

from ...say import Text

# --- help and wrong use -----------------------------------------------------------------------------------

DESCRIPTION = Text(
    "Pilih lokasi P2WKSS dengan baik, dan ketahui apakah program berdampak.",
    "Choose the sites of P2WKSS well, and find out whether the programme had an effect.",
)
USAGE = Text("pemakaian:", "usage:")
ARGUMENTS = Text("yang diberikan", "arguments")
OPTIONS = Text("pilihan", "options")
COMMANDS = Text("perintah", "commands")
COMMAND = Text("PERINTAH", "COMMAND")
HELP = Text("tampilkan bantuan ini", "show this help")
VERSION = Text("tampilkan versi", "show the version")
LANGUAGE = Text("id (Bahasa Indonesia) atau en (Inggris)", "id (Bahasa Indonesia) or en (English)")
REQUIRED = Text("Yang wajib belum diberikan: {names}.", "Required but not given: {names}.")
INVALID_CHOICE = Text(
    "{option}: {given} tidak dikenal; pilih salah satu dari {known}.",
    "{option}: {given} is not known; choose one of {known}.",
)
NOT_WHOLE = Text("{option}: {given} bukan bilangan bulat.", "{option}: {given} is not a whole number.")
NOT_A_NUMBER = Text("{option}: {given} bukan angka.", "{option}: {given} is not a number.")
ONE_OF_REQUIRED = Text("Berikan salah satu dari {names}.", "Give one of {names}.")
ONE_VALUE = Text("{option}: perlu satu nilai.", "{option}: needs one value.")
SOME_VALUE = Text("{option}: perlu paling sedikit satu nilai.", "{option}: needs at least one value.")
NOT_TOGETHER = Text("{option}: tidak boleh bersama {other}.", "{option}: not allowed together with {other}.")
UNKNOWN = Text("Tidak dikenal: {given}.", "Not known: {given}.")
AMBIGUOUS = Text("{given} dapat berarti {known}; tulis lengkap.", "{given} can mean {known}; write it in full.")
TWICE = Text(
    "{option} diberikan dua kali. Beri satu nilai saja.",
    "{option} was given twice. Give it one value only.",
)

# --- options of several commands --------------------------------------------------------------------------

JSON = Text("cetak tabel hasil sebagai JSON", "print the resulting table as JSON")
SHEET = Text(
    "lembar berkas Excel (bawaan: yang pertama memuat kolomnya)",
    "sheet of an Excel file (default: the first that has the columns)",
)
NO_SUCH_ENDING = Text("{name}: tabel ditulis sebagai .xlsx atau .csv.", "{name}: a table is written as .xlsx or .csv.")
DATA_TOO = Text("sama dengan FILE", "the same as FILE")
ONE_FILE = Text(
    "{first} dan --data {second}: beri satu saja, buku kerja atau folder data.",
    "{first} and --data {second}: give only one, a workbook or a data folder.",
)
TABLE = Text("Tabel", "Table")
SHEET_UNUSED = Text(
    "--sheet {sheet}: {name} adalah buku kerja kota dan dibaca seluruhnya. Hapus pilihan --sheet.",
    "--sheet {sheet}: {name} is a city's workbook and is read as a whole. Leave out --sheet.",
)
KEY = Text(
    "berkas kunci untuk kolom no_kk buku kerja (bawaan: P2WKSS_KEY_FILE)",
    "key file for the column no_kk of a workbook (default: P2WKSS_KEY_FILE)",
)
SEED = Text("angka acuan pengacakan (seed, bawaan 0)", "seed of the random numbers (default 0)")
PANEL_FILE = Text(
    "CSV atau Excel: area_code, year, kolom hasil, programme_year (kosong bila tidak pernah); atau buku kerja dari p2wkss template",
    "CSV or Excel: area_code, year, the outcome, programme_year (empty for never); or a workbook from p2wkss template",
)
OUTCOME = Text("kolom hasil", "column of the outcome")
BETTER = Text("ujung mana yang lebih baik", "which end is better")
RANKING = Text(
    "kolom nilai urutan seperti yang diketahui ketika lokasi dipilih",
    "column of the ranking value as known when sites were chosen",
)
GROUP = Text(
    "kolom kelompok tempat lokasi dipilih di dalamnya",
    "column of the group within which sites were chosen",
)
RULE = Text(
    "misalnya outcome,lowest,2,1; dianggap tidak diketahui bila tidak ditulis",
    "for example outcome,lowest,2,1; unknown if left out",
)

# --- values that are refused ------------------------------------------------------------------------------

YEARS_ALLOWED = Text("tahun {least} sampai {most}", "a year from {least} to {most}")
AT_MOST = Text("paling banyak {most:,}", "at most {most:,}")
FROM_TO = Text("{least:,} sampai {most:,}", "from {least:,} to {most:,}")
HELP_WITH_LIMIT = Text("{help}; {allowed}", "{help}; {allowed}")
BEYOND = Text(
    "Nilai {option} tidak dapat dipakai: {allowed}. Beri bilangan lain.",
    "The value of {option} cannot be used: {allowed}. Give another number.",
)
UNKNOWN_AREAS = Text(
    "Kode wilayah tidak ada dalam daftar Kemendagri: {codes:list}. Lihat kode di lembar Desa-Kelurahan buku kerja (p2wkss template); "
    "contoh kode desa/kelurahan: 32.76.11.1001.",
    "Area codes not in the Kemendagri list: {codes:list}. See the codes in the sheet Villages of the workbook (p2wkss template); "
    "the code of a village looks like 32.76.11.1001.",
)
NO_PAIR = Text(
    "{option} {given!r} tidak terbaca; tulis KOLOM=NILAI.",
    "{option} {given!r} is not readable; write COLUMN=VALUE.",
)
NAMED_TWICE = Text(
    "{option} memuat {name} dua kali: {name}={first} dan {name}={second}. Pilih salah satu.",
    "{option} names {name} twice: {name}={first} and {name}={second}. Keep one of them.",
)
NO_NUMBER = Text("{option}: {given!r} bukan angka.", "{option}: {given!r} is not a number.")
NO_SPAN = Text(
    "{option}: {given!r} tidak terbaca; tulis PALING_SEDIKIT:PALING_BANYAK, misalnya 2:15.",
    "{option}: {given!r} is not readable; write LEAST:MOST, for example 2:15.",
)
NO_WHOLE_NUMBER = Text(
    "{option}: {given!r} bukan bilangan bulat mulai 0.",
    "{option}: {given!r} is not a whole number from 0 up.",
)
GIVE_OUTCOME = Text(
    "Sebutkan --outcome KOLOM dan --better higher atau lower.",
    "Give --outcome COLUMN and --better higher or lower.",
)
NO_RULE = Text(
    "--rule {given!r} tidak terbaca; contoh: outcome,lowest,2,1.",
    "--rule {given!r} is not readable; for example: outcome,lowest,2,1.",
)
VILLAGES_LEFT_OUT = Text(
    "{n:,} desa/kelurahan tidak ikut dihitung: programnya dimulai sebelum atau pada tahun angka pertama.",
    "{n:,} {n:village was|villages were} left out: their programme began before or in the first year of figures.",
)

# --- what was read and written, and how a run ended -------------------------------------------------------

READING = Text(
    "· {column}: {change} ({n:,} sel: {typed!r} -> {read!r})",
    "· {column}: {change} ({n:,} {n:cell|cells}: {typed!r} -> {read!r})",
)
WRITTEN = Text("Ditulis: {path}", "Written: {path}")
FAULTS = Text("{n:,} kesalahan:", "{n:,} {n:fault|faults}:")
FAULTS_OF = Text("{file}: {n:,} kesalahan:", "{file}: {n:,} {n:fault|faults}:")
MORE_KINDS = Text(
    "{n:,} macam kesalahan lain. Semuanya: p2wkss check {file:typed} --all",
    "{n:,} more {n:kind|kinds} of faults. All of them: p2wkss check {file:typed} --all",
)
LINE = Text("baris {line}", "line {line}")
LINES_ALIKE = Text("{lines:;}", "{lines:;}")
MORE_FAULTS = Text("{n:,} kesalahan lain; semuanya dengan --json.", "{n:,} more {n:fault|faults}; all of them with --json.")
MORE_LINES = Text("{n:,} lagi (semuanya dengan --json)", "{n:,} more (all of them with --json)")
NOTHING_WRITTEN = Text(
    "Tidak ada yang ditulis; perbaiki lalu ulangi.",
    "Nothing was written; correct it and try again.",
)
NO_REPORT_WRITTEN = Text(
    "Laporan tidak ditulis; perbaiki lalu ulangi.",
    "The report was not written; correct it and try again.",
)
STOPPED = Text("dihentikan; hasil sebelumnya tetap utuh.", "stopped; earlier results are intact.")
COMPUTER_REFUSES = Text(
    "komputer menolak: {reason}{name}. Periksa ruang penyimpanan, folder sementara (TMPDIR), dan batas (ulimit), lalu ulangi.",
    "the computer refuses: {reason}{name}. Check disk space, the folder for temporary files (TMPDIR) and the limits (ulimit), then "
    "repeat.",
)
NO_MEMORY = Text(
    "memori tidak cukup. Tutup program lain atau pakai berkas yang lebih kecil, lalu ulangi.",
    "there is not enough memory. Close other programs or use a smaller file, then repeat.",
)
UNEXPECTED = Text(
    "terjadi kesalahan yang tidak terduga ({kind}). Periksa masukan; bila tetap terjadi, laporkan perintahnya beserta keluaran "
    "dengan P2WKSS_DEBUG=1.",
    "an unexpected error occurred ({kind}). Check the input; if it persists, report the command with its output under P2WKSS_DEBUG=1.",
)
OUTPUT_LOST = Text(
    "keluaran tidak dapat ditulis sampai selesai ({reason}); berkas hasilnya, bila diminta, tetap utuh.",
    "the output could not be written completely ({reason}); files that were asked for are intact.",
)
BOUNDARIES = Text(
    "GeoJSON, GeoPackage, Shapefile atau GDB (boleh .zip), atau Parquet dengan batas wilayah sebenarnya; bawaan buku kerja: yang disebut pada lembar Pengaturan",
    "GeoJSON, GeoPackage, Shapefile or GDB (also as .zip), or Parquet with true boundaries; default for a workbook: the one its sheet Settings names",
)
WITH = Text(
    "buku kerja tahun lain dari kota yang sama, untuk digabung (boleh diulang)",
    "a workbook of another year of the same city, to be joined (may be repeated)",
)
WITH_WHAT = Text(
    "--with memerlukan buku kerja yang digabung dengannya: sebutkan keduanya.",
    "--with needs a workbook to be joined with: name both.",
)
