"""What a collection of many cities' workbooks says: files, contradictions, columns and codes, and how many sites an answer needs."""

from __future__ import annotations

from ..say import Text

# --- reading: why a file is not read ----------------------------------------------------------------------

READING = Text("Membaca buku kerja", "Reading workbooks")
NO_FOLDER = Text("Folder {name} tidak ada. Periksa alamatnya.", "There is no folder {name}. Check the path.")
EMPTY_FOLDER = Text(
    "Folder {name} kosong. Letakkan buku kerja kota di dalamnya.",
    "The folder {name} is empty. Put the cities' workbooks into it.",
)
TOO_MANY_FILES = Text(
    "Folder {name} memuat lebih dari {most:,} berkas. Gunakan folder yang hanya berisi buku kerja kota.",
    "The folder {name} holds more than {most:,} files. Use a folder that holds only the cities' workbooks.",
)
REASONS = {
    "empty": Text("berkas kosong (0 bita). Minta dikirim ulang.", "the file is empty (0 bytes). Ask for it to be sent again."),
    "lock": Text(
        "berkas sementara Excel, bukan buku kerja. Tutup buku kerjanya di Excel agar versi terakhir tersimpan.",
        "a temporary file of Excel, not a workbook. Close the workbook in Excel so that its latest version is saved.",
    ),
    "other": Text("bukan buku kerja .xlsx; tidak dibaca.", "not an .xlsx workbook; not read."),
    "password": Text(
        "dikunci kata sandi. Simpan sebagai .xlsx tanpa kata sandi.",
        "protected by a password. Save it as .xlsx without a password.",
    ),
    "format": Text(
        "tidak dapat dibaca sebagai buku kerja Excel. Minta dikirim ulang.",
        "cannot be read as an Excel workbook. Ask for it to be sent again.",
    ),
    "no_sheets": Text(
        "tidak memuat lembar Desa-Kelurahan atau Lokasi. Gunakan templat terbaru.",
        "has neither the sheet Villages nor the sheet Sites. Use the current template.",
    ),
    "registry": Text(
        "hasil pengumpulan sebelumnya, bukan buku kerja kota.", "the output of an earlier collection, not a workbook."
    ),
}
NOT_OPENED = Text("tidak dapat dibuka ({why}).", "cannot be opened ({why}).")
UNEXPECTED = Text(
    "tidak dapat dibaca karena kesalahan tak terduga ({kind}). Periksa dengan `p2wkss check`.",
    "cannot be read because of an unexpected error ({kind}). Check it with `p2wkss check`.",
)
SAME_AS = Text("sama persis dengan {file}; dihitung satu kali.", "identical to {file}; counted once.")
SYNTHETIC_ASIDE = Text(
    "data sintetis di antara data nyata; tidak disertakan.",
    "synthetic data among real data; not included.",
)
REGENCY_UNKNOWN = Text(
    '"kode kabupaten/kota" pada lembar Pengaturan tidak dikenal; menurut kode desa/kelurahan: {regency}.',
    '"regency code" in the sheet Settings is not known; by the village codes: {regency}.',
)
SEVERAL = Text("beberapa", "several")

# --- collection: the sentence -----------------------------------------------------------------------------

SYNTHETIC = Text("DATA SINTETIS.", "SYNTHETIC DATA.")
READ = Text(
    "Dari {files:,} berkas, {read:,} buku kerja terbaca.",
    "Of {files:,} {files:file|files}, {read:,} {read:workbook was|workbooks were} read.",
)
READ_AND_REFUSED = Text(
    "Dari {files:,} berkas, {read:,} buku kerja terbaca dan {refused:,} ditolak.",
    "Of {files:,} {files:file|files}, {read:,} {read:workbook was|workbooks were} read and {refused:,} refused.",
)
REGISTRY = Text(
    "Registri memuat {sites:,} lokasi: {confirmed:,} terkonfirmasi, {new:,} belum ada dalam daftar terbuka.",
    "The registry holds {sites:,} {sites:site|sites}: {confirmed:,} confirmed, {new:,} not yet in the open register.",
)
PANEL = Text(
    "Panel memuat {rows:,} baris, satu untuk setiap desa/kelurahan dan tahun.",
    "The panel holds {rows:,} {rows:row|rows}, one per village and year.",
)
LEFT_OUT = Text(
    "{cells:,} sel panel dikosongkan karena isi berkas bertentangan.",
    "{cells:,} {cells:cell|cells} of the panel {cells:is|are} left empty because files contradict each other.",
)
FOUND = Text(
    "Pertentangan: {against:,}; catatan lain: {notes:,}; kesalahan isian: {faults:,}.",
    "Contradictions: {against:,}; other notes: {notes:,}; faults: {faults:,}.",
)
NOT_SENT = Text(
    "{n:,} kabupaten/kota di provinsi yang sama belum mengirim: {names:and}.",
    "{n:,} {n:regency or city|regencies and cities} of the same province {n:has|have} sent nothing yet: {names:and}.",
)
MORE = Text("{n:,} lainnya", "{n:,} more")

# --- lines: what differs, what became of it, what to do, by kind, in the order in which they are listed ----

REGISTER = Text("daftar terbuka", "open register")
ASK = Text(
    "Tanyakan kota mana yang benar, perbaiki buku kerjanya, keluarkan versi lama dari folder, lalu kumpulkan lagi.",
    "Ask the city which is right, correct its workbook, take the old version out of the folder, and collect again.",
)
LEFT_OUT_UNTIL = Text("tidak disertakan sampai diputuskan", "left out until decided")
BOTH_DISPUTED = Text("keduanya dicatat sebagai disengketakan", "both kept, as disputed")
AS_WRITTEN = Text("dicatat seperti tertulis", "kept as written")
OLD_VERSION = Text(
    "Bila sengaja dihapus, keluarkan versi lama dari folder.",
    "If this was removed on purpose, take the old version out of the folder.",
)
WHAT = {
    "value": Text(
        "isian berbeda untuk desa/kelurahan dan tahun yang sama",
        "different values for the same village and year",
    ),
    "site_value": Text("isian berbeda untuk lokasi yang sama", "different values for the same site"),
    "site_place": Text("RW/RT berbeda untuk lokasi dan tahun yang sama", "different RW/RT for the same site and year"),
    "site_year": Text("tahun berbeda untuk lokasi yang sama", "different years for the same site"),
    "register_year": Text("tahun berbeda dari daftar terbuka", "year differs from the open register"),
    "register_place": Text("RW berbeda dari daftar terbuka", "RW differs from the open register"),
    "register_households": Text("jumlah KK berbeda dari daftar terbuka", "number of households differs from the open register"),
    "decree_years": Text("satu nomor SK untuk beberapa tahun", "one decree for several years"),
    "decree_cities": Text("satu nomor SK pada beberapa kabupaten/kota", "one decree in several regencies"),
    "other_regency": Text(
        "desa/kelurahan di luar kabupaten/kota buku kerja",
        "village outside the regency of the workbook",
    ),
    "doubled": Text("baris yang sama tertulis dua kali", "the same row twice"),
    "blank": Text("terisi di satu berkas, kosong di berkas lain", "filled in one file, empty in another"),
    "lines_in_one": Text(
        "baris hanya ada di sebagian berkas kota itu",
        "rows that only some of the city's files have",
    ),
    "not_in_register": Text("lokasi belum ada dalam daftar terbuka", "site not yet in the open register"),
    "only_in_register": Text(
        "lokasi dalam daftar terbuka, tetapi tidak dalam buku kerja kota itu",
        "site in the open register but not in the city's workbook",
    ),
    "register_no_year": Text("daftar terbuka tidak memuat tahunnya", "the open register has no year for it"),
}
BECAME = {
    "value": LEFT_OUT_UNTIL,
    "site_value": LEFT_OUT_UNTIL,
    "site_place": BOTH_DISPUTED,
    "site_year": BOTH_DISPUTED,
    "register_year": Text(
        "keduanya dicatat; tanpa nomor SK tidak terkonfirmasi",
        "both kept; not confirmed without a decree",
    ),
    "register_place": Text(
        "RW dari buku kerja dipakai; tanpa nomor SK tidak terkonfirmasi",
        "the workbook's RW is used; not confirmed without a decree",
    ),
    "register_households": Text("rencana dari buku kerja dipakai", "the workbook's plan is used"),
    "decree_years": AS_WRITTEN,
    "decree_cities": AS_WRITTEN,
    "other_regency": Text("barisnya tidak disertakan", "its rows are left out"),
    "doubled": Text("dihitung satu kali", "counted once"),
    "blank": Text("yang terisi dipakai", "the filled one is used"),
    "lines_in_one": Text("semuanya dipakai", "all are used"),
    "not_in_register": Text("masuk registri", "in the registry"),
    "only_in_register": Text("masuk registri menurut daftar terbuka", "in the registry, as in the open register"),
    "register_no_year": Text("tahun dari buku kerja dipakai", "the workbook's year is used"),
}
REMEDY = {
    "value": ASK,
    "site_value": ASK,
    "site_place": ASK,
    "site_year": ASK,
    "register_year": Text(
        "Minta nomor SK dari kota; bila daftar terbuka keliru, perbaiki programme_sites.csv.",
        "Ask the city for the decree; if the open register is wrong, correct programme_sites.csv.",
    ),
    "register_place": Text("Periksa RW pada SK.", "Check the RW in the decree."),
    "register_households": Text(
        "Rencana dan realisasi boleh berbeda; periksa pada SK.",
        "Plan and outcome may differ; check the decree.",
    ),
    "decree_years": Text(
        "Bila SK memang berlaku beberapa tahun, tidak perlu diubah; bila tidak, perbaiki nomornya.",
        "If the decree does cover several years, nothing needs to change; otherwise correct its number.",
    ),
    "decree_cities": Text(
        "Satu SK berlaku di satu kabupaten/kota; periksa nomornya.",
        "A decree applies to one regency; check its number.",
    ),
    "other_regency": Text(
        'Perbaiki "kode kabupaten/kota" pada lembar Pengaturan, atau kode desa/kelurahannya.',
        'Correct "regency code" in the sheet Settings, or the village code.',
    ),
    "doubled": Text("Hapus salah satunya.", "Remove one of them."),
    "blank": OLD_VERSION,
    "lines_in_one": OLD_VERSION,
    "not_in_register": Text(
        "Minta SK atau sumber lain, lalu tambahkan ke programme_sites.csv.",
        "Ask for the decree or another source, then add it to programme_sites.csv.",
    ),
    "only_in_register": Text(
        "Minta kota menambahkan baris tahun itu, dengan nomor SK.",
        "Ask the city to add the row of that year, with its decree.",
    ),
    "register_no_year": Text("Lengkapi tahun di programme_sites.csv.", "Add the year to programme_sites.csv."),
}

# --- columns and codes ------------------------------------------------------------------------------------

HEADINGS = {
    "area_code": Text("Kode desa/kelurahan", "Village code"),
    "village": Text("Desa/kelurahan", "Village"),
    "regency_code": Text("Kode kabupaten/kota", "Regency code"),
    "regency": Text("Kabupaten/kota", "Regency"),
    "files": Text("Berkas", "Files"),
    "status": Text("Status", "Status"),
    "confirmed_by": Text("Terkonfirmasi oleh", "Confirmed by"),
    "in_open_register": Text("Ada dalam daftar terbuka", "In the open register"),
    "left_out": Text("Sel yang dikosongkan", "Cells left out"),
    "file": Text("Berkas", "File"),
    "reason": Text("Alasan", "Reason"),
    "village_lines": Text("Baris desa/kelurahan", "Village rows"),
    "site_lines": Text("Baris lokasi", "Site rows"),
    "lines_lost": Text("Baris tanpa kode atau tahun", "Rows without code or year"),
    "faults": Text("Kesalahan isian", "Faults"),
    "absent": Text("Kolom yang tidak ada", "Missing columns"),
    "beside": Text("Makro dan tautan", "Macros and links"),
    "synthetic": Text("Data sintetis", "Synthetic"),
    "kind": Text("Jenis", "Kind"),
    "contradiction": Text("Bertentangan", "Contradiction"),
    "column": Text("Kolom", "Column"),
    "sheet": Text("Lembar", "Sheet"),
    "cell": Text("Sel", "Cell"),
    "value": Text("Isi", "Value"),
    "other_file": Text("Berkas lain", "Other file"),
    "other_sheet": Text("Lembar lain", "Other sheet"),
    "other_cell": Text("Sel lain", "Other cell"),
    "other_value": Text("Isi lain", "Other value"),
    "what": Text("Yang berbeda", "What differs"),
    "became": Text("Yang dilakukan", "What was done"),
    "remedy": Text("Tindak lanjut", "What to do"),
    "row": Text("Baris", "Row"),
    "rule": Text("Aturan", "Rule"),
    "outcome": Text("Indikator", "Outcome"),
    "unit": Text("Satuan", "Unit"),
    "confirmed": Text("Lokasi terkonfirmasi", "Confirmed sites"),
    "usable": Text("Dapat dipakai", "Usable"),
    "lacking_before": Text("Tanpa nilai sebelum", "Without a value before"),
    "lacking_after": Text("Tanpa nilai sesudah", "Without a value after"),
    "places": Text("Tempat pembanding", "Comparison places"),
    "years": Text("Tahun dengan nilai", "Years with values"),
    "effect": Text("Pengaruh", "Effect"),
    "change_sd": Text("Simpangan baku perubahan", "SD of the change"),
    "sites_needed": Text("Lokasi yang diperlukan", "Sites needed"),
    "more_needed": Text("Masih kurang", "Still needed"),
    "cannot_tell": Text("Mengapa belum dapat dihitung", "Why it cannot be computed"),
}
WITH_UNIT = Text("{label} ({unit})", "{label} ({unit})")
WORDS = {
    "confirmed": Text("terkonfirmasi", "confirmed"),
    "unconfirmed": Text("belum terkonfirmasi", "unconfirmed"),
    "disputed": Text("disengketakan", "disputed"),
    "decree": Text("nomor SK", "decree"),
    "two_sources": Text("dua sumber sepakat", "two sources agree"),
    "open_register": Text("daftar terbuka", "open register"),
    "read": Text("dibaca", "read"),
    "refused": Text("ditolak", "refused"),
    "copy": Text("salinan", "copy"),
    "set_aside": Text("disisihkan", "set aside"),
    "other": Text("bukan buku kerja", "not a workbook"),
}

# --- evidence: how many sites an answer needs -------------------------------------------------------------

WITH_VALUES = Text(
    "{outcome}: {usable:,} dari {known:,} desa/kelurahan yang pernah menjadi lokasi terkonfirmasi memiliki nilai sebelum "
    "dipilih dan sesudah program ({before:,} tanpa nilai sebelum, {after:,} tanpa nilai sesudah).",
    "{outcome}: {usable:,} of {known:,} {known:village|villages} with a confirmed site {usable:has|have} a value from before selection and one from "
    "after the programme ({before:,} without one before, {after:,} without one after).",
)
CANNOT_TELL = Text(
    "Belum dapat dikatakan berapa lokasi yang diperlukan: {why}. {remedy}",
    "Cannot tell how many sites would be needed: {why}. {remedy}",
)
WHY = {
    "no_values": Text("tidak ada nilai", "there are no values"),
    "cut_changed": Text("batas desilnya berubah dari tahun ke tahun", "its decile cut changed between years"),
    "one_year": Text("nilainya baru dari satu tahun", "there are values for one year only"),
    "few_places": Text(
        "kurang dari {least:,} tempat pembanding memiliki nilai pada dua tahun atau lebih",
        "fewer than {least:,} comparison places have values for two years or more",
    ),
    "no_change": Text(
        "nilai tempat pembanding tidak pernah berubah, seperti disalin dari tahun ke tahun",
        "the values of the comparison places never change, as if copied from year to year",
    ),
}
FILL_TWO_YEARS = Text(
    "Minta kota mengisi kolom ini pada lembar Desa-Kelurahan untuk dua tahun atau lebih.",
    "Ask the cities to fill in this column of the sheet Villages for two years or more.",
)
WHAT_WOULD_TELL = {
    "no_values": FILL_TWO_YEARS,
    "cut_changed": Text(
        "Diperlukan nilai dengan batas desil yang sama pada semua tahun.",
        "Values with the same decile cut in all years are needed.",
    ),
    "one_year": FILL_TWO_YEARS,
    "few_places": FILL_TWO_YEARS,
    "no_change": Text(
        "Minta kota memeriksa nilai setiap tahun.",
        "Ask the cities to check the values of each year.",
    ),
}
SITES_NEEDED = Text(
    "{outcome}: untuk mendeteksi pengaruh rata-rata desa/kelurahan sebesar {sizes:;}.",
    "{outcome}: detecting an average village effect of {sizes:;}.",
)
SIZE_SHORT = Text(
    "{effect:.{digits}} {unit} perlu {needed:,} lokasi (kurang {more:,})",
    "{effect:.{digits}} {unit} takes {needed:,} sites ({more:,} more)",
)
SIZE_ENOUGH = Text(
    "{effect:.{digits}} {unit} perlu {needed:,} lokasi (cukup)",
    "{effect:.{digits}} {unit} takes {needed:,} sites (enough)",
)
LIMIT = Text(
    "Angka ini hanya memperhitungkan variasi antartahun (daya uji 80%, taraf 5%). Lokasi sebanyak apa pun tidak memperbaiki nilai "
    "awal yang diambil setelah lokasi dipilih. Paling sedikit lima: bila kurang, satu peristiwa setempat dapat tampak seperti "
    "pengaruh program.",
    "These numbers allow for year-to-year noise only (80% power at 5%). No number of sites corrects a baseline taken after the sites "
    "were chosen. Five is the minimum: with fewer, one local event can look like an effect of the programme.",
)
NO_SUCH_EFFECTS = Text(
    "`effects` memetakan indikator ke daftar besar pengaruh di atas nol. Indikator yang dikenal: {known:list}.",
    "`effects` maps outcomes to lists of effect sizes above zero. Known outcomes: {known:list}.",
)
UNKNOWN_OUTCOMES = Text(
    "`effects` menyebut indikator yang tidak dikenal: {unknown:list}. Indikator yang dikenal: {known:list}.",
    "`effects` names unknown outcomes: {unknown:list}. Known outcomes: {known:list}.",
)
