"""What `p2wkss data` says: the open tables, new figures, additions taken back."""

from __future__ import annotations

from ...say import Text

DATA = Text(
    "tampilkan isi tabel terbuka, atau tambahkan angka baru dari berkas BPS",
    "show what the open tables hold, or add new figures from a file of BPS",
)
ACTION = Text(
    "add: bandingkan berkas dengan angka paket; remove: batalkan satu tambahan; nama tabel: isi tabel itu; kosong: semua tabel",
    "add: compare a file with the package's figures; remove: take an addition back; a table's name: what it holds; none: all tables",
)
FILE = Text(
    "untuk add: berkas dari BPS (.xlsx, .csv, .xls berisi tabel web, JSON WebAPI); untuk remove: nama tambahan",
    "for add: a file of BPS (.xlsx, .csv, .xls that is a web table, JSON of the WebAPI); for remove: the name of an addition",
)
TABLE = Text("satu tabel, misalnya regency_indicators", "one table, for example regency_indicators")
INDICATOR = Text(
    "indikator, bila judul tidak menyebutnya dengan jelas; misalnya poverty_rate",
    "the indicator, where the title is not certain; for example poverty_rate",
)
YEAR = Text(
    "tahun, bila tidak disebut; atau satu tahun saja dari beberapa", "the year, where it is not named; or one year of several"
)
METHOD = Text('seri IPM atau UHH, misalnya "UHH LF SP2020"', 'the series of HDI or life expectancy, for example "UHH LF SP2020"')
UNIT = Text('satuan, bila tidak disebut; misalnya "ribu jiwa"', 'the unit, where it is not named; for example "ribu jiwa"')
SHEET = Text("lembar berkas Excel yang memuat beberapa tabel", "the sheet of an Excel file with several tables")
NOTE = Text("catatan yang disimpan bersama angkanya", "a remark kept with the figures")
SAVE = Text("simpan angka baru; bawaan: hanya tampilkan", "keep the new figures; default: only show them")
ALL = Text("tampilkan semua baris", "show every line")
NAME_FILE = Text(
    "Sebutkan berkasnya, misalnya: p2wkss data add tabel.xlsx", "Name the file, for example: p2wkss data add table.xlsx"
)
NAME_ADDITION = Text(
    "Sebutkan nama tambahannya. Namanya ditampilkan oleh: p2wkss data", "Name the addition. `p2wkss data` shows the names"
)
ONLY_ADD = Text("{names:list} hanya untuk p2wkss data add FILE.", "{names:list} belongs to p2wkss data add FILE.")
SAVED = Text(
    "Disimpan: {file}. Sejak kini laporan, peta, dan p2.load memakainya. Membatalkan: p2wkss data remove {name:typed}",
    "Saved: {file}. Reports, maps and p2.load use it from now on. To take it back: p2wkss data remove {name:typed}",
)
NOTHING_NEW = Text("Tidak ada angka baru; tidak ada yang disimpan.", "There is no new figure; nothing was saved.")
NOT_SAVED = Text(
    "Belum disimpan. Ulangi dengan --save untuk menyimpan angka baru.",
    "Not saved yet. Repeat with --save to keep the new figures.",
)
MORE = Text("... dan {n:,} lagi; tampilkan dengan --all.", "... and {n:,} more; show them with --all.")
REMOVED = Text("Dihapus: {file}. Angka paket dipakai lagi.", "Deleted: {file}. The package's figures are used again.")
STATUS = {
    "new": Text("baru", "new"),
    "same": Text("sama", "same"),
    "different": Text("berbeda", "different"),
    "jump": Text("jauh dari riwayat", "far from the history"),
    "outside": Text("di luar rentang", "outside the range"),
    "breaks": Text("bertentangan", "contradicting"),
}
