"""What the commands print beside the sentences of results, and what they refuse."""

from __future__ import annotations

from ...say import Text

# --- check, import, template, key, report, explorer, score --------------------------------------------------

ONLY_XLSX = Text(
    "{name}: buku kerja ditulis sebagai .xlsx. Beri nama yang berakhiran .xlsx.",
    "{name}: a workbook is written as .xlsx. Give it a name that ends in .xlsx.",
)
REST_OF_TABLE = Text(
    "{shown:,} dari {n:,} baris; semuanya dengan --out NAMA.xlsx.", "{shown:,} of {n:,} rows; all of them with --out NAME.xlsx."
)
REGISTERED = Text("Didaftarkan: {names:list}", "Registered: {names:list}")
NOTHING_TO_REGISTER = Text("Tidak ada perubahan untuk didaftarkan.", "There is no change to register.")
ALL_WELL = Text("Semua tabel baik.", "All tables are in order.")
BOUNDARIES_FOUND = Text("Batas wilayah, dibaca dari kolom {column}: {said}", "Boundaries, read from column {column}: {said}")
MARKED_COPY = Text("Salinan bertanda: {path}", "Marked copy: {path}")
MENDED_COPY = Text(
    "Salinan yang diperbaiki: {path}. Setiap perubahan tercatat di lembar perubahan.",
    "Corrected copy: {path}. Each change is listed on the sheet changes.",
)
MARKED_NAME = Text("{name}-bertanda.xlsx", "{name}-marked.xlsx")
FOR_MARKED_COPY = Text(
    "Salinan dengan setiap sel yang salah ditandai: p2wkss check {file:typed}{key} --marked {copy:typed}",
    "For a copy with every bad cell marked: p2wkss check {file:typed}{key} --marked {copy:typed}",
)
THEN_REPORT = Text("Laporannya: p2wkss report {file:typed}{key}", "The report of it: p2wkss report {file:typed}{key}")
MAPPING_EXISTS = Text(
    "{file} sudah ada dan tidak ditimpa: mungkin sudah Anda ubah. Pilih --mapping lain, atau pindahkan dahulu.",
    "{file} exists and is not replaced: you may have changed it. Choose another --mapping, or move it first.",
)
MAPPING_WRITTEN = Text(
    "Ditulis: {mapping}. Pastikan isinya, lalu: p2wkss import {file:typed} --mapping {mapping:typed} --out BUKU.xlsx --regency KODE",
    "Written: {mapping}. Confirm it, then: p2wkss import {file:typed} --mapping {mapping:typed} --out BOOK.xlsx --regency CODE",
)
NO_OUT = Text("Sebutkan --out, buku kerja yang akan ditulis.", "Give --out, the workbook to write.")
MEND_THEN_CHECK = Text(
    "Lengkapi dan perbaiki di Excel, lalu: p2wkss check {path:typed}",
    "Complete and correct it in Excel, then: p2wkss check {path:typed}",
)
COMPLETE_THEN_REPORT = Text(
    "Lengkapi lembar lainnya, lalu: p2wkss report {path:typed}",
    "Complete the other sheets, then: p2wkss report {path:typed}",
)
HEADING_OF_EXPORT = Text("Judul di ekspor", "Heading of the export")
COLUMN_OF_SHEET = Text("Kolom lembar", "Column of the sheet")
REPORT_WRITTEN = Text("Laporan ditulis: {path}", "Report written: {path}")
PAPER_WRITTEN = Text("Ditulis: {path}", "Written: {path}")
PAPERS_NEED = Text(
    "Tulis nama buku kerja dan --out FOLDER, misalnya p2wkss papers kota.xlsx --out naskah. Untuk templat saja: p2wkss papers --templates templat.",
    "Name the workbook and --out FOLDER, for example p2wkss papers kota.xlsx --out papers. For templates alone: p2wkss papers --templates templates.",
)
TEMPLATES_ALONE = Text(
    "--templates hanya menulis templat. Hapus nama buku kerja dan --out; untuk memakai templat sendiri, tulis --template.",
    "--templates only writes templates. Leave out the workbook and --out; to use templates of your own, write --template.",
)
CHANGE_TEMPLATES = Text(
    "surat.docx untuk nota dinas dan berita acara, sk.docx untuk rancangan SK, paparan.pptx untuk slide. Ganti kop, lambang, dan huruf; "
    "biarkan {{{{body}}}} pada baris tersendiri. Lalu jalankan p2wkss papers kota.xlsx --out naskah --template {folder:typed}.",
    "surat.docx is for brief and minutes, sk.docx for draft decrees, paparan.pptx for slides. Change letterhead, emblem and type; leave "
    "{{{{body}}}} on a line of its own. Then run p2wkss papers kota.xlsx --out papers --template {folder:typed}.",
)
INTERNAL_PAPER = Text(
    "Berkas yang namanya berawal internal memuat satu baris per keluarga; jangan diumumkan. Isi bagian dalam kurung siku sebelum "
    "ditandatangani.",
    "The file whose name begins with internal has one row a household; do not publish it. Fill in what stands in square brackets before "
    "signing.",
)
PAGE_WRITTEN = Text(
    "Halaman ditulis: {path}. Buka dengan peramban apa pun; tidak memerlukan jaringan.",
    "Page written: {path}. Open it in any browser; it needs no network.",
)
RUBRIC_WRITTEN = Text(
    "Rubrik kosong ditulis: {path}. Isi bobotnya dari dokumen penyelenggara.",
    "Empty rubric written: {path}. Fill in its weights from the organiser's document.",
)
NAME_WORKBOOK = Text(
    "Sebutkan buku kerja yang dinilai, misalnya `p2wkss score kota.xlsx`.",
    "Name the workbook, for example `p2wkss score kota.xlsx`.",
)

# --- draw, target, households -----------------------------------------------------------------------------

NO_NEED = Text(
    "Sebutkan paling sedikit satu --need KOLOM=higher atau KOLOM=lower.",
    "Give at least one --need COLUMN=higher or COLUMN=lower.",
)
VILLAGE_WITHOUT_LEVEL = Text(
    "--village dipakai bersama --level rw atau --level rt.", "--village is used together with --level rw or --level rt."
)
LEVEL_NEEDS_WORKBOOK = Text(
    "--level rw dan rt memeringkat menurut data buku kerja kota. Berikan buku kerja itu, tanpa --need dan --weight.",
    "--level rw and rt rank by the data of a city's workbook. Give that workbook, without --need and --weight.",
)
FILE_OR_REGENCY = Text(
    "Berikan berkas, atau --regency dengan nama atau kode kabupaten/kota, misalnya Depok.",
    "Give a file, or --regency with the name or code of a kabupaten or kota, for example Depok.",
)
NO_SCORE = Text(
    "--score {given!r} tidak terbaca; tulis KOLOM, KOLOM=higher, atau KOLOM=lower.",
    "--score {given!r} is not readable; write COLUMN, COLUMN=higher or COLUMN=lower.",
)
DECILE = Text(
    "Kolom {column} tampaknya desil kesejahteraan: desil 1 paling miskin. Bila benar, tulis --score {column}=lower. "
    "Bila nilai yang lebih tinggi berarti lebih membutuhkan, tulis --score {column}=higher.",
    "The column {column} looks like a welfare decile, in which decile 1 is the poorest. If so, write --score {column}=lower. "
    "If a higher value means more need, write --score {column}=higher.",
)
NOT_FILLED_IN = Text("belum diisi", "not filled in")
NEITHER_YES_NOR_NO = Text(
    "Kolom {column}, baris {line}: {given!r} bukan ya atau tidak.",
    "Column {column}, line {line}: {given!r} is neither yes nor no.",
)

# --- impact -----------------------------------------------------------------------------------------------

WITH_OUTCOME = Text(
    "--with menggabungkan buku kerja satu kota, yang indikatornya menurut lembar Pengaturan: hapus --outcome.",
    "--with joins the workbooks of a city, whose outcome its settings name: leave out --outcome.",
)
NEED_OUTCOME = Text(
    "--protocol dan --ledger memerlukan --outcome KOLOM dan --better, misalnya --outcome stunting_percent --better lower.",
    "--protocol and --ledger need --outcome COLUMN and --better, such as --outcome stunting_percent --better lower.",
)
WHOLE_REPORT = Text(
    "Laporan lengkap, dengan batas penafsirannya: p2wkss report {file:typed}",
    "The full report, with the limits of interpretation: p2wkss report {file:typed}",
)

# --- map --------------------------------------------------------------------------------------------------

UNKNOWN_PICTURE = Text(
    "Jenis gambar {kind!r} tidak dikenal; gunakan .png, .svg, atau .pdf.",
    "The kind of picture {kind!r} is not known; use .png, .svg or .pdf.",
)
COLUMN_NEEDS_TABLE = Text("--column memerlukan --table dengan berkasnya.", "--column needs --table with its file.")
NAME_COLUMN = Text("Sebutkan kolom yang dipetakan dengan --column.", "Name the column to map with --column.")
PROVINCES_ONLY = Text(
    "Indikator BPS ada sampai kabupaten/kota: gunakan --province, misalnya 32 atau Indonesia, tanpa --inside. Untuk desa/kelurahan berikan tabel "
    "sendiri dengan --table dan --column.",
    "BPS indicators go down to kabupaten/kota: use --province, for example 32 or Indonesia, without --inside. For villages give your own "
    "table with --table and --column.",
)
BPS_ONLY = Text(
    "--by dan --province hanya untuk indikator BPS. Untuk tabel sendiri pilih wilayahnya dengan --inside.",
    "--by and --province are for BPS indicators only. For your own table choose the area with --inside.",
)
NO_YEAR = Text(
    "Kolom year memuat {given!r}; tulis tahun empat angka, misalnya 2025.",
    "The column year holds {given!r}; write a year of four digits, for example 2025.",
)
NO_NUMBER_COLUMN = Text(
    "Lembar Desa-Kelurahan tidak mempunyai kolom angka {column!r}. Yang ada: {known:list}.",
    "The sheet Villages has no column of numbers {column!r}. Its columns of numbers: {known:list}.",
)
NO_FIGURE_INSIDE = Text(
    "Kolom {column!r} tidak memuat satu angka pun untuk {where}. Periksa --inside dan --column.",
    "The column {column!r} holds no figure for {where}. Check --inside and --column.",
)
THIS_TABLE = Text("tabel ini", "this table")
NO_COLUMN_YEAR = Text(
    "Tabel tidak mempunyai kolom year; hilangkan --year dan --years, atau tambahkan kolomnya.",
    "The table has no column year; leave out --year and --years, or add the column.",
)
YEARS_ABSENT = Text(
    "Tidak ada angka {column!r} untuk {absent:list}. Tahun yang ada: {known:list}.",
    "There is no figure of {column!r} for {absent:list}. Years present: {known:list}.",
)

# --- simulate, collect, notebook --------------------------------------------------------------------------

NOT_WITHOUT_CITY = Text("{options:list} tidak berlaku tanpa --city.", "{options:list} has no meaning without --city.")
NOT_WITH_CITY = Text("{options:list} tidak berlaku dengan --city.", "{options:list} has no meaning with --city.")
CITY_AS_XLSX = Text(
    "Buku kerja kota harus berkas .xlsx, bukan {file}.",
    "A city's workbook must be an .xlsx file, not {file}.",
)
REGISTRY_AS_XLSX = Text(
    "--out harus berkas .xlsx, misalnya registri.xlsx.",
    "--out must be an .xlsx file, for example registry.xlsx.",
)
REGISTRY_OUTSIDE = Text(
    "--out tidak boleh di dalam folder yang dikumpulkan. Pilih tempat lain.",
    "--out must not lie in the folder that is collected. Choose another place.",
)
MORE_LINES = Text("  ... dan {n:,} lagi; lihat --out atau --json", "  ... and {n:,} more; see --out or --json")
FAULTS_OF_CITY = Text(
    "{n:,} kesalahan isian; lihat `p2wkss check`.",
    "{n:,} {n:fault|faults}; see `p2wkss check`.",
)
RUNNING = Text("Menjalankan", "Running")
NOTEBOOK_WRITTEN = Text(
    "Notebook ditulis: {path}. Buka dengan `python3 run.py lab`.",
    "Notebook written: {path}. Open it with `python3 run.py lab`.",
)
NOTEBOOK_ENDING = Text("--out {file:typed}: akhiran berkasnya .ipynb.", "--out {file:typed}: the file must end in .ipynb.")
NOTEBOOKS_WRITTEN = Text(
    "{n:,} notebook ditulis ke {folder}. Mulai dari {first}; buka dengan `jupyter lab {folder:typed}`.",
    "{n:,} notebooks written to {folder}. Start with {first}; open them with `jupyter lab {folder:typed}`.",
)
NOTEBOOKS_CHANGED = Text(
    "{folder}: {changed:and} sudah ada dan isinya berbeda. Tidak ada yang ditulis; pilih folder lain.",
    "{folder}: {changed:and} are already there and differ. Nothing was written; choose another folder.",
)
NO_NOTEBOOK = Text(
    "Notebook 06_your_city.ipynb tidak ditemukan; pasang ulang paket ini.",
    "The notebook 06_your_city.ipynb is missing; install this package again.",
)
NO_DAY = Text(
    "--as-of {given!r} bukan tanggal; tulis seperti 2026-06-30.",
    "--as-of {given!r} is not a date; write it like 2026-06-30.",
)
TOO_SMALL = Text("{option} {given}: paling sedikit {least}.", "{option} {given}: at least {least}.")
NO_JUPYTER = Text(
    'Untuk menjalankan notebook, pasang {missing:and} dahulu. Ketik di folder proyek: python3 -m pip install -e ".[lab]", atau '
    "pakai python3 run.py p2wkss notebook, yang memasangnya sendiri.",
    'To run a notebook, install {missing:and} first. Type in the project folder: python3 -m pip install -e ".[lab]", or use '
    "python3 run.py p2wkss notebook, which installs it.",
)
NOTEBOOK_STOPPED = Text("Notebook berhenti: {why}", "The notebook stopped: {why}")

# --- match ------------------------------------------------------------------------------------------------

NOT_ALL_MATCHED = Text(
    "{file} tidak ditulis: masih ada tempat tanpa kode yang pasti. Perbaiki isian di atas, atau tambahkan kolom Kecamatan.",
    "{file} is not written: some places have no certain code. Mend the entries above, or add a column Kecamatan.",
)
