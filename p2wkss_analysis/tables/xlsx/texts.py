"""Why an .xlsx file cannot be read, and the remedy; what it holds beside its cells."""

from __future__ import annotations

from ...say import Text

RULES = {
    "password": Text(
        "Berkas dikunci kata sandi.",
        "The file has a password.",
    ),
    "format": Text(
        "Berkas tidak dapat dibaca sebagai buku kerja Excel (.xlsx).",
        "The file cannot be read as an Excel workbook (.xlsx).",
    ),
}
SAVE_AGAIN = Text(
    "Buka di Excel dan simpan sebagai .xlsx tanpa kata sandi.",
    "Open it in Excel and save it as .xlsx without a password.",
)
TOO_LARGE = Text("Berkas terlalu besar untuk dibaca: {what}.", "The file is too large to read: {what}.")
SPLIT = Text(
    "Hapus yang bukan bagian tabel, atau bagi menjadi beberapa berkas.",
    "Remove what is not part of the table, or split it into several files.",
)
OF_FILE = Text("{file}: {said}", "{file}: {said}")

# What a file holds that is not read.
HOLDS_MACROS = Text(
    "Berkas ini memuat makro. Makro tidak dijalankan dan tidak ikut disimpan.",
    "This file holds macros. They were not run and are not kept.",
)
HOLDS_LINKS = Text(
    "Berkas ini terhubung ke berkas lain. Nilai yang dibaca adalah yang terakhir disimpan; perbarui di Excel bila perlu.",
    "This file has links to other files. The values read are those last saved; update them in Excel if needed.",
)

# What of a file is too large.
OVER_MEGABYTES = Text("lebih dari {most:,} MB", "more than {most:,} MB")
TOO_MANY_PARTS = Text("terlalu banyak bagian di dalamnya", "too many parts in it")
UNPACKS_TO_TOO_MUCH = Text("isinya mengembang tidak wajar", "it unpacks to far more than a workbook holds")
TOO_MUCH_TEXT = Text("terlalu banyak teks", "too much text")
TOO_MUCH_TEXT_IN_CELLS = Text("terlalu banyak teks dalam selnya", "too much text in its cells")
TOO_MUCH_TEXT_IN_ONE = Text("satu sel memuat terlalu banyak teks", "one cell holds too much text")
TOO_MUCH_IN_LINE = Text("satu baris memuat terlalu banyak", "one line holds too much")
TOO_MANY_SHEETS = Text("lebih dari {most:,} lembar", "more than {most:,} sheets")
TOO_MANY_ERRORS = Text(
    "lebih dari {most:,} sel berisi kesalahan rumus",
    "more than {most:,} cells hold formula errors",
)
TOO_MANY_MERGED = Text("lebih dari {most:,} sel gabungan", "more than {most:,} merged cells")
TOO_MANY_UNUSUAL = Text(
    "terlalu banyak sel yang tidak ditulis seperti oleh Excel; buka dan simpan ulang di Excel",
    "too many cells are not written as Excel writes them; open it in Excel and save it again",
)
