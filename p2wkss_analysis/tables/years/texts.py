"""What preparing the next year and joining several years say, in both languages."""

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

# --- several workbooks joined -----------------------------------------------------------------------------

NO_WORKBOOK = Text("Sebutkan sedikitnya satu buku kerja.", "Name at least one workbook.")
OTHER_CITY = Text(
    "Buku kerja {files:and} bukan dari satu kota ({cities:and}). Gabungkan hanya buku kerja kota yang sama; untuk banyak kota ada "
    "`p2wkss collect`.",
    "The workbooks {files:and} are not of one city ({cities:and}). Join workbooks of one city only; for many cities there is "
    "`p2wkss collect`.",
)
REAL_AND_SYNTHETIC = Text(
    "Buku kerja {files:and} tidak dapat digabung: sebagian berisi data sintetis.",
    "The workbooks {files:and} cannot be joined: some hold synthetic data.",
)
JOINED = Text(
    "Digabung: {files:and}. Bila isinya berbeda, {last} yang dipakai.",
    "Joined: {files:and}. Where they differ, {last} is used.",
)
NOTHING_CHANGED = Text("Isinya tidak ada yang bertentangan.", "They contradict each other nowhere.")
CHANGED = Text(
    "Sel yang berbeda: {n:,}; nilai lama dan barunya didaftar.",
    "Cells that differ: {n:,}; old and new values are listed.",
)
FILLED_FROM = Text(
    "Sel yang kosong di berkas terbaru dan diisi dari berkas sebelumnya: {n:,}.",
    "Cells empty in the latest file and filled from an earlier one: {n:,}.",
)
CHANGED_FROM = Text(
    "· {sheet} {column}: {old_file} {old_cell} = {old_value!r}; {new_file} {new_cell} = {new_value!r}, dipakai.",
    "· {sheet} {column}: {old_file} {old_cell} = {old_value!r}; {new_file} {new_cell} = {new_value!r}, used.",
)
BLANK_LATER = Text(
    "· {sheet} {column}: {cells:,} sel kosong di {new_file} (mulai {new_cell}), dipakai nilai {old_file} ({old_cell} = {old_value!r}).",
    "· {sheet} {column}: {cells:,} {cells:cell|cells} empty in {new_file} (from {new_cell}), values of {old_file} used ({old_cell} = {old_value!r}).",
)
OTHER_FAMILY = Text(
    "ID {id} adalah keluarga lain dalam {file} ({cell} = {value!r}).",
    "Id {id} is another household in {file} ({cell} = {value!r}).",
)
ONE_ID_A_FAMILY = Text(
    "Beri keluarga yang berbeda ID yang berbeda, atau samakan isinya di kedua berkas.",
    "Give different households different ids, or make both files say the same.",
)
OTHER_RULE = Text(
    "Cara memilih KK binaan lain dalam {file} ({cell} = {value!r}).",
    "Households were chosen otherwise in {file} ({cell} = {value!r}).",
)
ONE_RULE = Text(
    'Samakan di kedua berkas; tulis "tidak diketahui" bila memang berbeda dari tahun ke tahun.',
    'Make both files say the same; write "not known" if it did differ from year to year.',
)
LINE_OF_FILE = Text("{line} ({file})", "{line} ({file})")
