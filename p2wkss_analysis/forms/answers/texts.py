"""What is said of an export of a form: what it is, what became of its submissions, and why one cannot be taken."""

from __future__ import annotations

from ...say import Text

# --- the file ---------------------------------------------------------------------------------------------

NO_OUT = Text("Sebutkan out=, buku kerja yang akan ditulis.", "Give out=, the workbook to write.")
MAPPING_AND_INTO = Text(
    "Menggabungkan ke buku kerja kota hanya untuk ekspor formulir HP, tanpa pemetaan. Hapus mapping, atau hapus into.",
    "Only an export of a phone form joins the workbook of the city, without a mapping. Leave out mapping, or leave out into.",
)
NO_FORM = Text(
    "{file} bukan ekspor formulir dari `p2wkss form`: kolomnya tidak dikenali. Untuk ekspor lain, buat pemetaan dengan "
    "`p2wkss import {file:typed} --suggest households`.",
    "{file} is no export of a form of `p2wkss form`: its columns are not recognised. For any other export draft a mapping with "
    "`p2wkss import {file:typed} --suggest households`.",
)
WHICH_RUBRIC = Text(
    "{file} berasal dari formulir kartu skor “{profile}”. Sebutkan berkas rubriknya dengan --rubric, yang dipakai saat formulir dibuat.",
    "{file} is of a form for the scorecard “{profile}”. Name the file of its rubric with --rubric, the one the form was written from.",
)
PAIR = Text("{one} dan {other}", "{one} and {other}")
TWO_ALIKE = Text(
    "Di {file} dua kolom bisa jadi pertanyaan yang sama: {pairs:list}. Hapus kolom yang bukan dari formulir, atau ekspor lagi dengan "
    "nama kelompok.",
    "In {file} two columns may be the same question: {pairs:list}. Remove the one that is not of the form, or export again with the "
    "names of groups.",
)
ZIP_DAMAGED = Text(
    "{file} rusak atau bukan ZIP. Unduh ulang dari ODK Central.",
    "{file} is damaged or no ZIP. Download it again from ODK Central.",
)
ZIP_LOCKED = Text(
    "{file} berkata sandi. Unduh ulang dari ODK Central tanpa kata sandi.",
    "{file} is protected by a password. Download it again from ODK Central without one.",
)
ZIP_OUTSIDE = Text(
    "{file} memuat nama berkas yang menunjuk ke luar folder ({entry}); tidak dibaca. Unduh ulang dari ODK Central.",
    "{file} holds a file name that leads out of its folder ({entry}); it is not read. Download it again from ODK Central.",
)
ZIP_NESTED = Text(
    "{file} memuat berkas terkemas lain ({entry}); tidak dibaca. Keluarkan ekspornya dahulu, lalu impor berkas itu.",
    "{file} holds another packed file ({entry}); it is not read. Take the export out first, then import that file.",
)
ZIP_IS_EXCEL = Text(
    "{file} adalah berkas Excel. Ganti akhiran namanya menjadi .xlsx.",
    "{file} is an Excel file. Change the ending of its name to .xlsx.",
)
ZIP_WITHOUT = Text(
    "{file} tidak memuat CSV kiriman. Di ODK Central pilih ekspor *All data and attachments*.",
    "{file} holds no CSV of submissions. In ODK Central choose the export *All data and attachments*.",
)
ZIP_SEVERAL = Text(
    "{file} memuat beberapa formulir ({names:and}). Impor satu per satu.",
    "{file} holds several forms ({names:and}). Import them one by one.",
)

# --- the form ---------------------------------------------------------------------------------------------

OTHER_VERSION = Text(
    "{n:,} kiriman memakai formulir kamus {version}; kamus sekarang {now}.",
    "{n:,} {n:submission uses|submissions use} a form of the dictionary {version}; the dictionary now is {now}.",
)
NEW_FORM = Text(
    "Ganti formulir di HP dengan yang baru dari `p2wkss form`. Yang sudah terkumpul: periksa pemetaannya dengan --suggest, lalu impor "
    "dengan --mapping.",
    "Replace the form on the phones by a new one of `p2wkss form`. What is collected already: confirm its mapping with --suggest, "
    "then import it with --mapping.",
)
NEW_PACKAGE = Text("Perbarui p2wkss_analysis, lalu impor lagi.", "Update p2wkss_analysis, then import again.")
FORM_OF = Text("{form} ({n:,} kiriman)", "{form} ({n:,} {n:submission|submissions})")
SEVERAL_FORMS = Text("Ekspor ini dari beberapa formulir: {forms:and}.", "This export is of several forms: {forms:and}.")
EXPORT_EACH = Text(
    "Ekspor dan impor setiap gelombang dan setiap kota tersendiri. Bila formulir lama terpakai lagi, tolak kiriman itu dan minta dikirim "
    "dengan formulir yang benar.",
    "Export and import each wave and each city by itself. Where an old form was used again, reject those submissions and ask for them "
    "with the right form.",
)
OTHER_REGENCY = Text(
    "{n:,} kiriman berasal dari formulir kabupaten/kota {form}, bukan {regency}.",
    "{n:,} {n:submission is|submissions are} of the form of regency {form}, not {regency}.",
)
RIGHT_REGENCY = Text(
    "Pilih buku kerja atau --regency kota itu, atau ekspor formulir yang benar.",
    "Choose the workbook or --regency of that city, or export the right form.",
)
NO_VERSION = Text(
    "Ekspor tidak menyebut versi formulir, sehingga kamusnya tidak dapat diperiksa; sertakan kolom p2wkss_form.",
    "The export does not tell the version of the form, so its dictionary cannot be checked; include the column p2wkss_form.",
)
COLUMNS_LACKING = Text(
    "Pertanyaan formulir yang tidak ada dalam ekspor ({n:,}): {columns:list}. Ekspor semua pertanyaan bila isinya diperlukan.",
    "Questions of the form that the export lacks ({n:,}): {columns:list}. Export all questions if their answers are needed.",
)
REPEAT = Text("{name} ({n:,} baris)", "{name} ({n:,} {n:line|lines})")
REPEATS = Text(
    "Kelompok berulang yang bukan dari formulir ini dan tidak dibaca: {repeats:and}.",
    "Repeated groups that are not of this form and were not read: {repeats:and}.",
)

# --- the submissions --------------------------------------------------------------------------------------

READ = Text(
    "{n:,} kiriman {system} dibaca untuk lembar {sheet}; {added:,} baris baru.",
    "{n:,} {n:submission|submissions} of {system} read for the sheet {sheet}; {added:,} new {added:line|lines}.",
)
SEND_AGAIN = Text(
    "Minta petugas melengkapi dan mengirim ulang, atau tolak kiriman ini di server, lalu ekspor lagi.",
    "Ask the enumerator to complete and send it again, or reject the submission on the server, then export again.",
)
OF_KEY = {
    "wave": Text("gelombang {n}", "wave {n}"),
    "rw": Text("RW {n}", "RW {n}"),
    "rt": Text("RT {n}", "RT {n}"),
}
ASIDE = Text(
    "{n:,} KIRIMAN TIDAK LENGKAP, TIDAK DIAMBIL: baris {lines:list} ekspor. Semua isiannya disimpan di {file}. Lengkapi di HP atau di "
    "berkas itu, lalu impor lagi.",
    "{n:,} INCOMPLETE {n:SUBMISSION|SUBMISSIONS} NOT TAKEN: {n:line|lines} {lines:list} of the export. All that was entered is kept in "
    "{file}. Complete it on the phone or in that file, then import again.",
)
INCOMPLETE_FILE = Text("belum-lengkap", "incomplete")
ASIDE_SHEET = Text("Belum lengkap", "Incomplete")
ASIDE_LINE = Text("_baris ekspor", "_line of the export")
ASIDE_EMPTY = Text("_belum diisi", "_not filled in")
ASIDE_DO = Text("_yang perlu dilakukan", "_what to do")
COMPLETE_HERE = Text(
    "Isi yang disebut belum diisi lalu impor berkas ini, atau minta dikirim ulang dari HP.",
    "Fill in what is named as not filled in and import this file, or ask for it to be sent again from the phone.",
)
MASKED = Text(
    "Nomor seperti NIK atau nomor kartu keluarga dibuang dari {n:,} isian ({columns:and}); ID keluarga adalah nomor buatan kota.",
    "Numbers like an NIK or a family card number were taken out of {n:,} {n:answer|answers} ({columns:and}); a household id is a number of "
    "the city's own.",
)
ALL_ITEMS = Text("semua butir", "all items")
NAMES = Text("{names:list}", "{names:list}")
UNUSED = Text("Kolom yang tidak dikenal dan tidak dipakai: {names:and}.", "Unknown columns, not used: {names:and}.")
WHAT = {
    "rejected": Text("ditolak kantor", "rejected by the office"),
    "encrypted": Text("masih terenkripsi", "still encrypted"),
    "copy": Text("kiriman yang sama, sekali dipakai", "the same submission, used once"),
    "same": Text("dikirim dua kali, isi sama, sekali dipakai", "sent twice with the same answers, used once"),
    "edited": Text("diedit kemudian", "edited later"),
    "corrected": Text("pernah diedit", "has been edited"),
    "updated": Text("diperbarui", "updated"),
    "half": Text("belum lengkap", "incomplete"),
    "there": Text("belum lengkap, tetapi barisnya sudah lengkap", "incomplete, but its line is complete by now"),
    "photo": Text("foto belum terkirim", "photo not sent yet"),
}
COUNTED = {
    "rejected": Text(
        "Ditolak kantor dan tidak dimasukkan: {n:,}.",
        "Rejected by the office and left out: {n:,}.",
    ),
    "encrypted": Text(
        "Masih terenkripsi dan tidak dimasukkan: {n:,}. Ekspor lagi dengan kata sandinya.",
        "Still encrypted and left out: {n:,}. Export again with the passphrase.",
    ),
    "copy": Text("Salinan kiriman yang sama: {n:,}, dibaca sekali.", "Copies of the same submission: {n:,}, read once."),
    "same": Text(
        "Dikirim dua kali dengan isi yang sama: {n:,}, dibaca sekali.",
        "Sent twice with the same answers: {n:,}, read once.",
    ),
    "edited": Text(
        "Kiriman yang diedit kemudian: {n:,}; jawaban terakhir dipakai.",
        "Submissions edited later: {n:,}; the last answers are used.",
    ),
    "corrected": Text(
        "Kiriman yang pernah diedit di ODK Central: {n:,}; ekspor memuat jawaban terakhir.",
        "Submissions that have been edited in ODK Central: {n:,}; the export holds the last answers.",
    ),
    "updated": Text(
        "Kegiatan yang diperbarui ekspor ini: {n:,}; nilai lama dan barunya didaftar.",
        "Activities updated by this export: {n:,}; old and new values are listed.",
    ),
    "there": Text(
        "Kiriman tidak lengkap yang barisnya sudah lengkap di buku kerja atau dalam kiriman lain: {n:,}; tidak dipakai lagi.",
        "Incomplete submissions whose line is complete in the workbook or by another submission: {n:,}; not used any more.",
    ),
    "photo": Text(
        "Kiriman yang fotonya belum sampai: {n:,}. Minta HP itu dihubungkan ke internet.",
        "Submissions whose photo has not arrived: {n:,}. Ask for the phone to be connected to the internet.",
    ),
}
HEADS = {
    "what": Text("Yang terjadi", "What happened"),
    "line": Text("Baris", "Line"),
    "column": Text("Kolom", "Column"),
    "old": Text("Nilai lama", "Old value"),
    "new": Text("Nilai baru", "New value"),
    "sent": Text("Waktu", "Time"),
    "phone": Text("Pengirim", "Sender"),
    "n": Text("Banyaknya", "Number"),
}
SENT = Text("{when} oleh {phone}", "{when} by {phone}")
TWICE = Text(
    "{line} dikirim lebih dari sekali dengan jawaban berbeda ({columns:list}): {sent:and}.",
    "{line} was sent more than once with different answers ({columns:list}): {sent:and}.",
)
REJECT_ONE = Text(
    "Tanyakan mana yang benar, lalu tolak kiriman yang salah di KoboToolbox atau ODK Central dan ekspor lagi.",
    "Ask which is right, then reject the wrong submission in KoboToolbox or ODK Central and export again.",
)
TWO_ANSWERS = Text(
    "Jawaban {column} {answer!r}, tetapi kolom hitungannya memuat {computed!r}.",
    "The answer to {column} is {answer!r}, but the column computed from it says {computed!r}.",
)
ONE_ID_FOR_TWO = Text(
    "Dua kiriman bertanda (_uuid, KEY) sama: {lines:and}.", "Two submissions have one id (_uuid, KEY): {lines:and}."
)
REMOVE_OLD_LINE = Text(
    "Ekspor lagi dari server. Bila ekspor lama dan baru digabungkan, hapus baris yang lama.",
    "Export again from the server. Where an old and a new export were put together, remove the old line.",
)
EDIT_BOTH = Text(
    "Edit kiriman itu satu per satu di server agar dihitung ulang, atau samakan kolom {heading} dalam ekspor.",
    "Edit that one submission on the server, so that it is computed anew, or correct the column {heading} of the export.",
)
OR_OTHER_ID = Text("Bila keluarganya berbeda, perbaiki ID-nya.", "If they are different households, correct the id.")
REMOVE_ONE = Text("Atau hapus baris yang salah di buku kerja ini.", "Or remove the wrong line in this workbook.")
LATE_WAVE = Text(
    "Gelombang ini bersambung dengan kunjungan sebelumnya: gabungkan ke buku kerja kota dengan --into.",
    "This wave follows an earlier visit: join it to the workbook of the city with --into.",
)

# --- into the workbook of the city ------------------------------------------------------------------------

FILLED = Text("Baris yang sel kosongnya diisi: {n:,}.", "Lines whose empty cells were filled in: {n:,}.")
KNOWN = Text(
    "Sudah ada di {file} dengan isi yang sama: {n:,}.",
    "In {file} already, with the same answers: {n:,}.",
)
REAL_AND_SYNTHETIC = Text(
    "Formulir dan buku kerja tidak cocok: yang satu data sintetis, yang lain bukan.",
    "Form and workbook do not match: one of them is of synthetic data, the other is not.",
)
RIGHT_WORKBOOK = Text("Pilih buku kerja asal formulir itu.", "Choose the workbook that the form was made from.")
CELL = Text("{column} {old!r} menjadi {new!r}", "{column} {old!r}, now {new!r}")
OTHER_ANSWERS = Text(
    "{line} sudah ada di {file} baris {row} dengan isi lain: {cells:list}.",
    "{line} is in {file} already, line {row}, with other values: {cells:list}.",
)
ONE_OF_BOTH = Text(
    "Samakan: perbaiki sel di buku kerja, atau edit kirimannya lalu ekspor lagi. Bila formulir gelombang lain terpakai, tolak kirimannya.",
    "Make both say the same: correct the cell in the workbook, or edit the submission and export again. Where the form of another wave "
    "was used, reject the submission.",
)
OTHER_ACTIVITY = Text(
    "Kegiatan nomor {line} di {file} baris {row} adalah kegiatan lain: {cells:list}.",
    "Activity {line} in {file}, line {row}, is another one: {cells:list}.",
)
LESS_DONE = Text(
    "Realisasi kegiatan nomor {line} turun: {cells:list} ({file} baris {row}).",
    "Less of activity {line} is done than before: {cells:list} ({file}, line {row}).",
)
NEWEST_EXPORT = Text(
    "Bila ekspor ini lebih lama daripada isi buku kerja, pakai ekspor terbaru. Bila angka lama memang keliru, perbaiki dahulu di buku kerja.",
    "If this export is older than what the workbook holds, take the newest one. If the old figure is wrong, correct it in the workbook first.",
)
NEW_NUMBER = Text(
    "Beri kegiatan yang berbeda nomor yang berbeda, atau samakan tahun, desa/kelurahan, perangkat daerah, dan nama kegiatannya.",
    "Give different activities different numbers, or make year, village, agency and name of the activity the same.",
)
ALIKE_IN_CITY = Text(
    "{new} dalam ekspor dan {old} di {file} baris {row} mungkin satu keluarga.",
    "{new} in the export and {old} in {file}, line {row}, may be one household.",
)
ALIKE_SENT = Text("{old} dan {new} dalam ekspor mungkin satu keluarga.", "{old} and {new} in the export may be one household.")
SPELL_AS = Text(
    "Bila satu keluarga, edit ID kirimannya menjadi {old}, lalu ekspor lagi. Bila dua keluarga, beri nomor yang berbeda.",
    "If they are one household, change the id of the submission to {old} and export again. If they are two, give them different numbers.",
)
