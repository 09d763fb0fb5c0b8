"""What preparing the next year says, in both languages."""

from __future__ import annotations

from ...say import Text

NO_YEAR = Text(
    "{file} tidak memuat tahun apa pun, sehingga tahun berikutnya tidak diketahui. Sebutkan dengan --year, misalnya --year 2027.",
    "{file} holds no year, so the next one is not known. Name it with --year, for example --year 2027.",
)
YEAR_OUTSIDE = Text(
    "Tahun {year} di luar rentang buku kerja ({least} sampai {most}). Sebutkan tahun lain dengan --year.",
    "The year {year} is outside the range of the workbook ({least} to {most}). Name another with --year.",
)
NOT_AFTER = Text(
    "{file} sudah berisi data tahun {newest}. Tahun berikutnya paling cepat {newest}: ganti --year {year}.",
    "{file} already holds data of {newest}. The next year is {newest} at the earliest: change --year {year}.",
)
SHEET = Text("Lembar", "Sheet")
CARRIED = Text("Baris dibawa", "Lines carried")
TO_FILL = Text("Siap diisi", "To fill in")
TO_CONFIRM = Text("Perlu dipastikan", "To confirm")
PREPARED_FROM = Text(
    "{out} disiapkan untuk {year} dari {file}: semua {n:,} baris dibawa tanpa perubahan.",
    "{out} is prepared for {year} from {file}: all {n:,} lines are carried over unchanged.",
)
LINES_OF = {
    "villages": Text("{n:,} desa/kelurahan", "{n:,} {n:village|villages}"),
    "neighbourhoods": Text("{n:,} RT", "{n:,} {n:RT|RTs}"),
    "households": Text("{n:,} kunjungan KK", "{n:,} household {n:visit|visits}"),
}
LEFT_TO_FILL = Text("Siap diisi: {lines:and}.", "To fill in: {lines:and}.")
SITES_TO_CONFIRM = Text(
    "Lokasi {year} yang sudah tertulis perlu dipastikan: {n:,}.",
    "Sites of {year} already on record, to be confirmed: {n:,}.",
)
NO_SITE_YET = Text("Lokasi {year} belum tertulis.", "No site of {year} is on record yet.")
VISITS_OVER = Text(
    "Tidak dijadwalkan lagi: {n:,} KK, karena bubar atau kunjungan terakhirnya sudah lewat.",
    "No further visit: {n:,} {n:household|households}, dissolved or past the last visit.",
)
CARDS = Text(
    "Nomor kartu keluarga yang diganti kode samaran: {n:,}.",
    "Family card numbers replaced by pseudonyms: {n:,}.",
)
PUBLISHED_KEPT = Text(
    "Angka yang pernah terbit ikut disimpan di {name}.",
    "The numbers published so far are kept along in {name}.",
)
SYNTHETIC = Text("Data sintetis", "Synthetic data")
ALL_MADE_UP = Text(
    "Semua nilai buku kerja ini buatan, bukan keadaan sebenarnya.",
    "All values of this workbook are made up, not the real situation.",
)
HEAD = Text("Tahun {year}", "Year {year}")
HOW_TO_FILL = Text(
    'Baris kuning disiapkan untuk {year}. Yang bertanda "{fill}" baru dibaca sebagai data setelah ada isinya; tandanya boleh tetap. '
    'Yang bertanda "{confirm}" sudah dibaca: hapus tandanya bila benar, atau hapus barisnya bila tidak.',
    'Yellow lines are prepared for {year}. Those marked "{fill}" become data once something is filled in; the mark may stay. '
    'Those marked "{confirm}" are data already: remove the mark if they are correct, or the line if they are not.',
)
