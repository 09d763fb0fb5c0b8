"""What a workbook says of itself: the guide of a template, the explanation of a rubric, the result of a check."""

from __future__ import annotations

from ....say import Text

# --- the result of a check --------------------------------------------------------------------------------

READ_SHEETS = Text("{file}: dibaca {sheets:and}.", "{file}: read {sheets:and}.")
READ_NOTHING = Text("{file}: tidak ada baris data.", "{file}: no data rows.")
SHEET_WITH_LINES = Text("{sheet} ({n:,} baris)", "{sheet} ({n:,} {n:line|lines})")
NO_FAULT = Text("Tidak ada kesalahan.", "No faults.")
SHEETS_ABSENT = Text(
    "Lembar {sheets:and} tidak ada; pertanyaan yang memerlukannya tidak dapat dijawab. Salin dari templat.",
    "{sheets:and} {n:is|are} missing; questions that need them cannot be answered. Copy them from the template.",
)
FAULTS_IN = Text(
    "Ditemukan {n:,} kesalahan di lembar {sheets:and}.",
    "Found {n:,} {n:fault|faults} in {sheets:and}.",
)
FAULTS_BY_KIND = Text(
    "Ditemukan {n:,} kesalahan ({kinds:,} macam) di lembar {sheets:and}.",
    "Found {n:,} faults ({kinds:,} {kinds:kind|kinds}) in {sheets:and}.",
)
FAULTS_OF_FILE = Text("Ditemukan {n:,} kesalahan.", "Found {n:,} {n:fault|faults}.")
READ_OTHERWISE = Text(
    "Sel yang dibaca lain dari yang tertulis: {n:,} (daftar di bawah).",
    "Cells read otherwise than typed: {n:,} (listed below).",
)
CARDS_REPLACED = Text(
    "Nomor kartu keluarga yang diganti kode samaran: {n:,}.",
    "Family card numbers replaced by pseudonyms: {n:,}.",
)
READING = Text(
    "· {sheet} {column}: {change} ({n:,} sel: {typed!r} -> {read!r})",
    "· {sheet} {column}: {change} ({n:,} {n:cell|cells}: {typed!r} -> {read!r})",
)
ONE_FAULT = Text("- {where} = {value!r}: {rule} {remedy}", "- {where} = {value!r}: {rule} {remedy}")
ONE_FAULT_EMPTY = Text("- {where}: {rule} {remedy}", "- {where}: {rule} {remedy}")
FAULTS_OF_A_KIND = Text(
    "- {where}, {n:,} sel, misalnya {value!r}: {rule} {remedy}",
    "- {where}, {n:,} cells, such as {value!r}: {rule} {remedy}",
)
FAULTS_OF_A_KIND_EMPTY = Text("- {where}, {n:,} sel: {rule} {remedy}", "- {where}, {n:,} cells: {rule} {remedy}")
BLOCKS = (
    Text("Menghambat pembacaan lembar atau kolom:", "These keep sheets or columns from being read:"),
    Text("Isi sel yang belum dapat dipakai:", "Cells that cannot be used yet:"),
    Text("Di luar tabel, tidak dibaca:", "Outside the tables, not read:"),
)
MORE_KINDS = Text(
    "{kinds:,} macam kesalahan lain, {n:,} sel. Semuanya: p2wkss check {file:typed}{key} --all",
    "{kinds:,} more {kinds:kind|kinds} of faults, {n:,} {n:cell|cells}. All of them: p2wkss check {file:typed}{key} --all",
)
MORE_READINGS = Text(
    "· {n:,} lainnya. Semuanya, sel demi sel: p2wkss check {file:typed}{key} --all",
    "· {n:,} more. All of them, cell by cell: p2wkss check {file:typed}{key} --all",
)
WITH_KEY = Text(" --key {key:typed}", " --key {key:typed}")
CHECKING = Text("Memeriksa lembar", "Checking sheets")

# --- the marked copy --------------------------------------------------------------------------------------

MARKED_HEAD = Text(
    "{n:,} kesalahan. Nomor kartu keluarga telah diganti kode samaran; format dan rumus tidak ikut disalin, nilainya ikut.",
    "{n:,} {n:fault|faults}. Family card numbers were replaced by pseudonyms; values were copied, formats and formulas were not.",
)
ONLY_FIRST = Text("Hanya {n:,} yang pertama dimuat di sini.", "Only the first {n:,} are listed here.")
CHANGE_COLUMNS = (
    Text("lembar", "sheet"),
    Text("sel", "cell"),
    Text("kolom", "column"),
    Text("semula", "before"),
    Text("menjadi", "now"),
    Text("perubahan", "change"),
)
FAULT_COLUMNS = (
    Text("lembar", "sheet"),
    Text("baris", "row"),
    Text("kolom", "column"),
    Text("sel", "cell"),
    Text("isi", "value"),
    Text("aturan", "rule"),
    Text("perbaikan", "remedy"),
)

# --- the template -----------------------------------------------------------------------------------------

NOT_AS_EXPECTED = Text("Isian tidak sesuai", "Not as expected")
TITLE = Text("Buku kerja P2WKSS", "P2WKSS workbook")
TITLE_OF_CITY = Text("Buku kerja P2WKSS: {city} ({code})", "P2WKSS workbook: {city} ({code})")
PAGE = Text("halaman &P dari &N", "page &P of &N")
NO_SUCH_PAPER = Text(
    "Kertas {paper!r} tidak dikenal. Pilih {known:list}.", "The paper {paper!r} is not known. Choose one of: {known:list}."
)
FROM_PRESS = Text("pemberitaan: {paper}", "press: {paper}")
FROM_PRESS_AT = Text("{where}; pemberitaan: {paper}", "{where}; press: {paper}")
SHEET_EXPLAINED = Text("{label}. {description}", "{label}. {description}")
PROFILE = Text("profil {name}", "profile {name}")
ITEM = Text("{label} ({kind})", "{label} ({kind})")
GUIDE = (  # heads and explanations, in turn
    Text("Mengisi", "Filling in"),
    Text(
        "Isi mulai baris 8 setiap lembar, di bawah contoh. Judul kolom jangan diubah; kolom berjudul biru tua dan bertanda * wajib "
        "diisi. Sel tanpa data dikosongkan, jangan diisi 0 atau tanda hubung.",
        "Fill in from line 8 of each sheet, below the example. Leave the headings as they are; columns with a dark heading and * are "
        "required. Leave a cell without data empty; do not write 0 or a dash.",
    ),
    Text("Angka", "Numbers"),
    Text(
        'Tulis angka tanpa pemisah ribuan: 5000. "5.000" sebagai teks ditolak bila dapat berarti lima atau lima ribu.',
        'Write numbers without thousands separators: 5000. "5.000" as text is refused where it can mean five or five thousand.',
    ),
    Text("Tanggal", "Dates"),
    Text(
        'Tulis 2025-03-05 atau 5 Maret 2025. "05/03/2025" sebagai teks ditolak bila sel lain di kolomnya tidak memastikan urutannya.',
        'Write 2025-03-05 or 5 March 2025. "05/03/2025" as text is refused where no other cell of its column settles the order.',
    ),
    Text("Data pribadi", "Personal data"),
    Text(
        "Nomor kartu keluarga hanya boleh di kolom Nomor kartu keluarga. NIK tidak boleh ditulis di mana pun. Saat diperiksa, nomor itu "
        "diganti kode samaran. Berkas asli tetap memuat nomornya, jadi simpan dengan aman.",
        "A family card number may only stand in the column Family card number. Never write a NIK anywhere. When checked, the number is "
        "replaced by a pseudonym. Your own file still holds the number, so keep it safe.",
    ),
    Text("Yang diperlukan", "What is needed"),
    Text(
        "Setiap jawaban memerlukan data sebanyak ini; laporan menyebut yang belum cukup.",
        "Each answer needs this much data; the report says where there is not enough yet.",
    ),
    Text("  pilihan lokasi", "  next site"),
    Text(
        "Desa-Kelurahan: satu tahun, sedikitnya satu kolom kebutuhan terisi untuk 80% dari semua desa/kelurahan kabupaten/kota; lebih "
        "baik ketiga aspek (kumuh, kemiskinan, pengganti IPM).",
        "Villages: one year, at least one column of need filled in for 80% of all villages of the kabupaten/kota; preferably all "
        "three aspects (slums, poverty, HDI proxies).",
    ),
    Text("  lokasi terdahulu", "  past sites"),
    Text(
        "Desa-Kelurahan: angka dari tahun sebelum setiap lokasi diumumkan. Lokasi: tahun dan desa/kelurahan.",
        "Villages: figures of a year before each site was announced. Sites: year and village.",
    ),
    Text("  dampak pada lokasi", "  effect on places"),
    Text(
        "Desa-Kelurahan: kolom yang sama untuk sedikitnya 4 tahun dan 8 desa/kelurahan, termasuk tahun sebelum lokasi dipilih dan "
        "sesudah program dimulai. Lokasi: yang dimulai sesudah tahun angka pertama.",
        "Villages: the same column for at least 4 years and 8 villages, with years before the sites were chosen and after the "
        "start. Sites: those that began after the first year of figures.",
    ),
    Text("  dampak pada keluarga", "  effect on households"),
    Text(
        "Keluarga: sedikitnya 2 kunjungan (gelombang 0 dan 1) dan 5 KK di setiap pihak, binaan dan pembanding; lebih baik dari "
        "beberapa RT di setiap pihak. Pengaturan: cara memilih KK binaan, dengan desil atau skor saat dipilih di "
        "kolom Angka penentu saat dipilih; tanpa itu dampaknya hanya berupa rentang.",
        "Households: at least 2 visits (waves 0 and 1) and 5 households a side, assisted and comparison; preferably from several "
        "RTs a side. Settings: how they were chosen, with the decile or score of that time in the column "
        "Figure that decided the choice; without it the effect is only a range.",
    ),
    Text("  nilai kekumuhan", "  slum score"),
    Text(
        "RT: 2 survei lengkap per RT, sebelum dan sesudah.",
        "Neighbourhoods: 2 complete surveys of an RT, before and after.",
    ),
    Text("Memeriksa", "Checking"),
    Text(
        "p2wkss check BERKAS.xlsx menyebut setiap sel yang perlu diperbaiki. Dengan --marked SALINAN.xlsx sel itu juga ditandai "
        "dalam sebuah salinan.",
        "p2wkss check FILE.xlsx names every cell to correct. With --marked COPY.xlsx they are also marked in a copy.",
    ),
)

# --- the rubric of a contest ------------------------------------------------------------------------------

RUBRIC_ENDINGS = Text(
    "{file}: rubrik ditulis sebagai .xlsx, .csv, atau .json.",
    "{file}: a rubric is written as .xlsx, .csv or .json.",
)
RUBRIC_SHEET = Text("rubrik", "rubric")
GUIDE_SHEET = Text("petunjuk", "guide")
RUBRIC_COLUMNS = {
    "item": Text(
        "nama pendek butir, sekali saja; baris dengan nama total menyatakan jumlah bobot",
        "a short name, once only; a line named total states the sum of the weights",
    ),
    "label": Text("bunyi butir seperti dalam dokumen lomba", "the item as the contest's document words it"),
    "kind": Text("jenis jawaban", "kind of answer"),
    "weight": Text(
        "angka tertinggi butir ini menurut penyelenggara",
        "the most points of the item, as the organiser states",
    ),
    "target": Text(
        "untuk persentase dan banyaknya: nilai yang memberi angka penuh",
        "for percentages and counts: the value that gives all points",
    ),
    "rule": Text(
        "untuk persentase dan banyaknya: bagaimana angka diberikan",
        "for percentages and counts: how points are given",
    ),
    "source": Text("dokumen dan halaman", "document and page"),
}
NO_OFFICIAL_WEIGHT = Text(
    "Bobot tidak diisikan di sini karena tidak ada bobot resmi. Baris {total} boleh ditambahkan agar jumlahnya diperiksa.",
    "No weight is filled in, since none is official. A line {total} may be added so that the sum is checked.",
)
NO_VILLAGE_OF = Text("Tabel ini tidak memuat desa/kelurahan {name}.", "The table has no village of {name}.")
SYNTHETIC = Text("DATA SINTETIS", "SYNTHETIC DATA")
SYNTHETIC_VALUES = Text("Semua angka buatan, bukan data kota.", "All figures are made up, not the city's data.")
