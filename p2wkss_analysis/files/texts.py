"""What is said where a file cannot be opened, or where nothing may be written."""

from __future__ import annotations

from ..say import Text

# --- opening ----------------------------------------------------------------------------------------------

BAD_NAME = Text(
    "Nama berkas {name} memuat karakter yang tidak dapat dipakai. Ganti nama berkas atau foldernya dahulu.",
    "The file name {name} has characters that cannot be used. Rename the file or its folder first.",
)
NO_FILE = Text(
    "Berkas {name} tidak ada. Periksa nama dan foldernya.",
    "There is no file {name}. Check its name and its folder.",
)
CANNOT_OPEN = Text(
    "Berkas {name} tidak dapat dibuka ({reason}). Periksa alamat dan hak aksesnya.",
    "The file {name} cannot be opened ({reason}). Check its path and your access rights.",
)
FOLDER_TO_READ = Text(
    "{name} adalah folder. Sebutkan berkas di dalamnya.",
    "{name} is a folder. Name a file in it.",
)
SPECIAL_TO_READ = Text(
    "{name} bukan berkas biasa (pipa, perangkat, atau soket). Salin isinya ke sebuah berkas dahulu.",
    "{name} is not an ordinary file (a pipe, device or socket). Copy its content to a file first.",
)

# --- atomic -----------------------------------------------------------------------------------------------

TAKEN = Text(
    "{name} sudah ada dan tidak ditimpa. Pilih nama lain, atau pindahkan berkas itu dahulu.",
    "{name} exists and is not replaced. Choose another name, or move that file first.",
)
FOLDER_TAKEN = Text(
    "Folder {name} sudah ada isinya dan tidak ditimpa. Pilih folder lain, atau pindahkan isinya dahulu.",
    "The folder {name} holds something and is not written over. Choose another folder, or move its contents first.",
)
CANNOT_WRITE = Text(
    "{name} tidak dapat ditulis ({reason}). Periksa ruang, folder, dan hak aksesnya, dan tutup berkas itu bila sedang terbuka.",
    "{name} cannot be written ({reason}). Check the free space, the folder and your access rights, and close the file if it is open.",
)

# --- scratch ----------------------------------------------------------------------------------------------

NO_SCRATCH = Text(
    "Berkas sementara tidak dapat ditulis ({reason}). Sediakan ruang, atau sebutkan folder lain dalam variabel TMPDIR.",
    "Temporary files cannot be written ({reason}). Free some space, or name another folder in the variable TMPDIR.",
)

# --- overwriting ------------------------------------------------------------------------------------------

FOLDER_TO_WRITE = Text(
    "{name} adalah folder. Sebutkan berkas yang akan ditulis.",
    "{name} is a folder. Name the file to write.",
)
TWO_RESULTS = Text(
    "{name} disebut untuk dua hasil. Beri nama lain kepada salah satunya.",
    "{name} is named for two results. Give one of them another name.",
)
KEPT_FOR_THE_RECORD = Text(
    "Nama {name} tidak dapat dipakai: akhiran {ending} hanya untuk catatan angka yang sudah terbit, yang ditulis otomatis. Pilih nama lain.",
    "The name {name} cannot be used: {ending} is reserved for the record of published numbers, which is written automatically. Choose "
    "another name.",
)
SPECIAL_TO_WRITE = Text(
    "{name} bukan berkas biasa (pipa, perangkat, atau soket). Sebutkan berkas yang akan ditulis.",
    "{name} is not an ordinary file (a pipe, device or socket). Name the file to write.",
)
PROTECTED = Text(
    "{name} dilindungi dari perubahan. Pilih nama lain, atau buka perlindungannya dahulu.",
    "{name} is protected from changes. Choose another name, or lift its protection first.",
)
HOLDS_SOMETHING_ELSE = Text(
    "{name} berisi hal lain yang tampaknya Anda simpan, dan tidak ditimpa. Pilih nama lain, atau pindahkan berkas itu dahulu.",
    "{name} holds something else that you seem to keep, and is not replaced. Choose another name, or move that file first.",
)
IS_READ_HERE = Text(
    "{name} adalah berkas yang dibaca di sini{same}; hasil tidak ditulis di atasnya. Pilih nama lain untuk hasilnya.",
    "{name} is a file that is read here{same}; results are not written over it. Choose another name for the result.",
)
NO_FOLDER = Text(
    "{name} tidak dapat ditulis: {folder} adalah berkas, bukan folder. Pilih folder lain.",
    "{name} cannot be written: {folder} is a file, not a folder. Choose another folder.",
)
NO_RIGHT = Text(
    "{name} tidak dapat ditulis: tidak ada hak menulis di folder {folder}. Pilih folder lain.",
    "{name} cannot be written: you have no right to write in the folder {folder}. Choose another folder.",
)
CANNOT_USE = Text(
    "{name} tidak dapat dipakai ({reason}). Pilih nama atau folder lain.",
    "{name} cannot be used ({reason}). Choose another name or folder.",
)
NO_PATH = Text(
    'Nama berkas harus teks atau Path, bukan {kind}. Tulis alamat berkasnya, misalnya "data/depok.xlsx".',
    'The name of a file must be text or a Path, not {kind}. Write where it is, such as "data/depok.xlsx".',
)
NO_VALID_PATH = Text("alamatnya tidak sah", "not a valid path")

# --- kinds: what a file is, what was expected, what to do -------------------------------------------------

KINDS = {
    "xlsx": Text("buku kerja Excel (.xlsx)", "an Excel workbook (.xlsx)"),
    "xls": Text("buku kerja Excel lama (.xls)", "an old Excel workbook (.xls)"),
    "xlsb": Text("buku kerja Excel biner (.xlsb)", "a binary Excel workbook (.xlsb)"),
    "xml_sheet": Text("tabel XML Excel 2003", "an Excel 2003 XML table"),
    "ods": Text("dokumen LibreOffice", "a LibreOffice document"),
    "numbers": Text("dokumen Apple Numbers atau Pages", "an Apple Numbers or Pages document"),
    "password": Text("berkas yang dikunci kata sandi", "a file protected by a password"),
    "ole": Text("berkas Office lama", "an old Office file"),
    "text": Text("berkas teks, seperti CSV", "a text file, such as CSV"),
    "html": Text("halaman web (HTML)", "a web page (HTML)"),
    "xml": Text("berkas XML", "an XML file"),
    "json": Text("berkas JSON", "a JSON file"),
    "pdf": Text("berkas PDF", "a PDF"),
    "picture": Text("gambar", "a picture"),
    "word": Text("dokumen Word", "a Word document"),
    "slides": Text("salindia PowerPoint", "a PowerPoint file"),
    "zip": Text("berkas ZIP", "a ZIP file"),
    "gzip": Text("berkas terkompresi (gzip)", "a compressed file (gzip)"),
    "packed": Text("arsip terkompresi", "a packed archive"),
    "parquet": Text("berkas Parquet", "a Parquet file"),
    "database": Text("basis data (SQLite atau GeoPackage)", "a database (SQLite or GeoPackage)"),
    "unknown": Text("berkas yang bukan tabel", "a file that holds no table"),
}
_WORKBOOK = Text("buku kerja Excel (.xlsx)", "an Excel workbook (.xlsx)")
WANTED = {
    "template": _WORKBOOK,
    "table": _WORKBOOK,
    "csv": Text("berkas CSV", "a CSV file"),
    "parquet": Text("berkas Parquet", "a Parquet file"),
    "zip": Text("berkas ZIP", "a ZIP file"),
}
OF_FILE = Text("{file}: {said}", "{file}: {said}")
IS_OTHER = Text("Ini {kind}, bukan {wanted}.", "This is {kind}, not {wanted}.")
NAMED_OTHERWISE = Text(
    "{file}: Ini buku kerja Excel. Ganti akhiran namanya menjadi .xlsx.",
    "{file}: This is an Excel workbook. Change the ending of its name to .xlsx.",
)
IS_EMPTY = Text("Berkas ini kosong.", "This file is empty.")
IS_DAMAGED = Text("Buku kerja Excel ini rusak atau tidak lengkap.", "This Excel workbook is damaged or incomplete.")
SEND_AGAIN = Text("Minta dikirim ulang.", "Ask for it to be sent again.")
SAVE_OR_SEND_AGAIN = Text(
    "Buka di Excel dan simpan ulang, atau minta dikirim ulang.",
    "Open it in Excel and save it again, or ask for it to be sent again.",
)
WITHOUT_PASSWORD = Text(
    "Buka di Excel dan simpan sebagai .xlsx tanpa kata sandi.",
    "Open it in Excel and save it as .xlsx without a password.",
)
UNPACK = Text("Ekstrak dahulu, lalu berikan berkas di dalamnya.", "Unpack it first, and give the file inside.")
_NAME_CSV = Text("Ganti akhiran namanya menjadi .csv.", "Change the ending of its name to .csv.")
RENAME = {
    ("xlsx", "csv"): Text("Ganti akhiran namanya menjadi .xlsx.", "Change the ending of its name to .xlsx."),
    ("xlsx", "zip"): Text("Ganti akhiran namanya menjadi .xlsx.", "Change the ending of its name to .xlsx."),
    ("text", "template"): Text("Salin tabelnya ke templat.", "Copy the table into the template."),
    ("text", "table"): _NAME_CSV,
    ("text", "parquet"): _NAME_CSV,
    ("text", "zip"): _NAME_CSV,
    ("parquet", "csv"): Text("Ganti akhiran namanya menjadi .parquet.", "Change the ending of its name to .parquet."),
}
_SAVE_AS_XLSX = Text("Buka di Excel, lalu simpan sebagai .xlsx.", "Open it in Excel and save it as .xlsx.")
_SAVE_AS_CSV = Text("Buka di Excel, lalu simpan sebagai CSV UTF-8.", "Open it in Excel and save it as CSV UTF-8.")
SAVE_AS = {"template": _SAVE_AS_XLSX, "table": _SAVE_AS_XLSX, "zip": _SAVE_AS_XLSX, "csv": _SAVE_AS_CSV, "parquet": _SAVE_AS_CSV}
_ASK_FOR_TABLE = Text(
    "Minta tabelnya sebagai Excel atau CSV, atau salin ke buku kerja Excel.",
    "Ask for the table as Excel or CSV, or copy it into an Excel workbook.",
)
ASK = {
    "template": Text(
        "Minta buku kerjanya, atau salin tabelnya ke templat.", "Ask for the workbook, or copy the table into the template."
    ),
    "table": _ASK_FOR_TABLE,
    "csv": _ASK_FOR_TABLE,
    "parquet": Text("Minta datanya sebagai Parquet atau CSV.", "Ask for the data as Parquet or CSV."),
    "zip": Text("Unduh lagi dari asalnya.", "Download it again from where it came."),
}
