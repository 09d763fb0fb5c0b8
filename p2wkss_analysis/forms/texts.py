"""What a form for the phone asks beside the dictionary, and what is said of a form that was written."""

from __future__ import annotations

from ..say import Text

# --- on the phone -----------------------------------------------------------------------------------------

REQUIRED = Text("Wajib diisi.", "This must be filled in.")
BARE = Text("{n:,}", "{n:,}")
IN_UNIT = Text("{n:,} {unit}", "{n:,} {unit}")
BETWEEN = Text("Isi antara {least:,} dan {most}.", "Enter a number from {least:,} to {most}.")
AT_LEAST = Text("Isi paling sedikit {least}.", "Enter at least {least}.")
YEARS = Text("Isi tahun antara {least} dan {most}.", "Enter a year from {least} to {most}.")
DATES = Text("Pilih tanggal antara {least} dan {most}.", "Choose a date from {least} to {most}.")
NOT_ABOVE = Text("Tidak boleh lebih dari isian “{whole}”.", "It must not exceed the answer to “{whole}”.")
NO_CARD = Text("Jangan menulis NIK atau nomor KK di sini.", "Do not write an NIK or a family card number here.")
UNIT = Text("Satuan: {unit}.", "Unit: {unit}.")
FULL_AMOUNT = Text("Tulis rupiah penuh, misalnya {example:,}.", "Write the amount in full, for example {example:,}.")
VILLAGE_CODE = Text(
    "Tulis kode Kemendagri 13 karakter, misalnya 32.76.11.1001.",
    "Write the 13-character Kemendagri code, for example 32.76.11.1001.",
)
DISTRICT = Text("Kecamatan", "District")
CALLED = {"rw": Text("RW {n}", "RW {n}"), "rt": Text("RT {n}", "RT {n}")}
NUMBER_OF = {"rw": Text("Nomor RW", "RW number"), "rt": Text("Nomor RT", "RT number")}
NOT_LISTED = {
    "rw": Text("RW lain (tulis nomornya)", "Another RW (write its number)"),
    "rt": Text("RT lain (tulis nomornya)", "Another RT (write its number)"),
}
NOT_RECORDED = Text("RW belum dicatat", "RW not recorded")
FAMILY = Text("Keluarga yang dikunjungi lagi", "Family visited again")
IN_RT = Text("{name}, RT {rt}", "{name}, RT {rt}")
IN_RT_RW = Text("{name}, RT {rt} RW {rw}", "{name}, RT {rt} RW {rw}")
NEW_FAMILY = Text("Keluarga baru, tidak ada dalam daftar", "A new family, not in the list")
NEW_ID = Text("ID keluarga baru", "Id of the new family")
STATUS_OF_NEW = Text(
    "Pilih “masuk kemudian” bagi keluarga baru, dan hanya baginya.",
    "Choose “joined later” for a new family, and only for it.",
)
PHOTO = Text("Foto kegiatan", "Photo of the activity")
EVIDENCE = Text("Foto bukti, bila ada", "Photo of the evidence, if any")
EVIDENCE_HINT = Text(
    "Foto papan, ruang, atau sampul dokumen, bukan wajah atau nama orang.",
    "Show a board, a room or the cover of a document, no faces or names.",
)
NUMBERED = Text("{number}. {label}", "{number}. {label}")
PERCENT = Text("persen", "percent")
CASES = Text("kasus", "cases")
POINTS = Text("angka juri", "points of the judges")
UNKNOWN_IS_EMPTY = Text("Kosongkan bila belum diketahui.", "Leave it empty if it is not known.")
NONE_IS_ZERO = Text(
    "Tulis 0 bila tidak ada kasus; kosongkan bila belum diketahui.",
    "Write 0 if there was no case; leave it empty if it is not known.",
)
PHOTO_HINT = Text("Foto tempat atau hasilnya, bukan wajah orang.", "Show the place or the result, not faces.")

# --- the form as a whole ----------------------------------------------------------------------------------

WAVES = {
    "baseline": Text("gelombang 0 (awal)", "wave 0 (baseline)"),
    "endline": Text("gelombang 1 (akhir program)", "wave 1 (endline)"),
    "follow-up": Text("gelombang 2 (T+1)", "wave 2 (T+1)"),
    "follow-up-2": Text("gelombang 3 (T+2)", "wave 3 (T+2)"),
}
TITLE = Text("{sheet}, {city}", "{sheet}, {city}")
TITLE_OF_PROFILE = Text("{sheet}, {profile}, {city}", "{sheet}, {profile}, {city}")
TITLE_OF_WAVE = Text("{sheet}, {wave}, {city}", "{sheet}, {wave}, {city}")
SYNTHETIC_TITLE = Text("DATA SINTETIS: {title}", "SYNTHETIC DATA: {title}")
ANY_CITY = Text("kabupaten/kota belum disebut", "city not stated")
WRITTEN = Text(
    "Formulir “{title}” berisi {n:,} pertanyaan, {villages:,} desa/kelurahan, dan {rts:,} RT dalam pilihan.",
    "The form “{title}” holds {n:,} {n:question|questions}, and offers {villages:,} {villages:village|villages} and {rts:,} RT.",
)
WRITTEN_SCORES = Text(
    "Formulir “{title}” berisi {n:,} pertanyaan dan {villages:,} desa/kelurahan dalam pilihan. Satu kiriman untuk satu desa/kelurahan dan "
    "tahun, menjadi {items:,} baris pada lembar Kartu Skor.",
    "The form “{title}” holds {n:,} {n:question|questions} and offers {villages:,} {villages:village|villages}. One submission is one "
    "village in one year, and becomes {items:,} lines of the sheet Scorecards.",
)
REVISITED = Text("Keluarga yang dikunjungi lagi: {n:,}.", "Families to revisit: {n:,}.")
OF_OFFICE = Text(
    "Diisi kantor, tidak ditanyakan di lapangan: {columns:and}.", "Left to the office, not asked in the field: {columns:and}."
)

NO_REGENCY = Text(
    'Kode kabupaten/kota belum diisi pada lembar Pengaturan, sehingga desa/kelurahan, RT, dan keluarga harus diketik. Isi "kode kabupaten/kota", lalu buat lagi.',
    'The sheet Settings names no regency, so village, RT and family have to be typed. Fill in "regency code" and write the form again.',
)
NO_RT = Text(
    "Buku kerja belum memuat RT, sehingga RW dan RT diketik. Isi lembar RT atau Lokasi agar dapat dipilih.",
    "The workbook holds no RT yet, so RW and RT are typed. Fill in the sheet Neighbourhoods or Sites to offer them as choices.",
)
NO_FAMILY = Text(
    "Tidak ada keluarga untuk dikunjungi lagi, sehingga ID keluarga diketik. Isi dahulu gelombang sebelumnya pada lembar Keluarga.",
    "There is no family to revisit, so the household id is typed. First fill in the earlier wave on the sheet Households.",
)
ALL_VISITED = Text(
    "Semua keluarga sudah dikunjungi pada gelombang ini, sehingga daftarnya kosong dan ID keluarga diketik. Untuk kunjungan berikutnya, buat "
    "formulir gelombang berikutnya.",
    "All families were visited in this wave, so the list is empty and the household id is typed. For their next visit write the form of "
    "the next wave.",
)
LINES_INCOMPLETE = Text(
    "Baris lembar Keluarga yang salah atau belum lengkap: {n:,}; keluarganya mungkin tidak ada dalam daftar. Perbaiki dengan `p2wkss check`.",
    "Wrong or incomplete lines of the sheet Households: {n:,}; their families may not be in the list. Correct them with `p2wkss check`.",
)
ID_UNFIT = Text(
    "ID keluarga yang tidak dipakai karena menyerupai nama atau nomor identitas: {n:,}. Beri nomor urut, misalnya KK-0001.",
    "Household ids left out because they look like a name or an identity number: {n:,}. Give them a number, such as KK-0001.",
)
ALREADY_VISITED = Text(
    "Keluarga yang sudah dikunjungi pada gelombang ini: {n:,}; tidak dimuat dalam daftar.",
    "Families already visited in this wave: {n:,}; they are not in the list.",
)
NOT_TO_REVISIT = Text(
    "Keluarga yang bubar atau belum pernah diwawancarai: {n:,}; tidak dimuat dalam daftar.",
    "Families dissolved or never interviewed: {n:,}; they are not in the list.",
)

# --- wrong use --------------------------------------------------------------------------------------------

NO_SUCH_SHEET = Text(
    "Tidak ada formulir untuk lembar {sheet}. Yang ada: {known:list}.",
    "There is no form for the sheet {sheet}. There are: {known:list}.",
)
WHICH_WAVE = Text(
    "Sebutkan gelombangnya: {known:list}.",
    "Name the wave: {known:list}.",
)
NO_WAVE = Text(
    "Lembar {sheet} tidak mengenal gelombang. Hapus wave={wave}.",
    "The sheet {sheet} knows no waves. Leave out wave={wave}.",
)
NO_PROFILE = Text(
    "Lembar {sheet} tidak mengenal profil. Profil hanya untuk Kartu Skor (--sheet scores).",
    "The sheet {sheet} knows no profile. A profile is for Scores alone (--sheet scores).",
)
XLSX_ONLY = Text(
    "{name}: formulir ditulis sebagai .xlsx. Ganti nama berkasnya.",
    "{name}: a form is written as .xlsx. Change the name of the file.",
)
HEADS = {
    "type": Text("Jenis", "Type"),
    "name": Text("Nama", "Name"),
    "label": Text("Pertanyaan", "Question"),
    "constraint": Text("Batas", "Limit"),
    "relevant": Text("Ditanyakan bila", "Asked where"),
}
