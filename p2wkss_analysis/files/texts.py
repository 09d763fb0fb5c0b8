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
