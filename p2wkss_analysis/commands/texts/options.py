"""The help of every command and option, in the order of the commands."""

from __future__ import annotations

from ...say import Text

# --- report -----------------------------------------------------------------------------------------------

REPORT = Text("tulis laporan evaluasi ke reports/", "write the evaluation report to reports/")
REPORT_OUT = Text(
    "folder, atau berkas seperti laporan.html (bawaan: reports)",
    "a folder, or a file such as laporan.html (default: reports)",
)
REPORT_DATA = Text(
    "buku kerja kota (.xlsx) untuk laporan kotanya, atau folder data (bawaan: data proyek ini)",
    "a city's workbook (.xlsx) for that city's report, or the data folder (default: the project's own)",
)
REPORT_RUBRIC = Text(
    "rubrik lomba untuk lembar Kartu Skor buku kerja (boleh diulang)",
    "a contest's rubric for the sheet Scorecards of a workbook (may be repeated)",
)
PHOTOS = Text(
    "folder foto untuk lampiran laporan kota, dinamai seperti RT03-RW05_sebelum.jpg dan RT03-RW05_sesudah.jpg",
    "a folder of photos for the annex of a city's report, named like RT03-RW05_before.jpg and RT03-RW05_after.jpg",
)
PAPERS = Text(
    "tulis nota dinas, paparan, matriks OPD, rancangan SK, berita acara, profil lokasi, dan laporan sebuah kota",
    "write a city's brief, slides, matrix by agency, draft decrees, minutes, site profiles and report",
)
PAPERS_FILE = Text("buku kerja kota (.xlsx)", "a city's workbook (.xlsx)")
PAPERS_OUT = Text("folder untuk semua naskah", "the folder for all papers")
PAPERS_TEMPLATE = Text(
    "folder dengan templat sendiri: surat.docx, sk.docx, paparan.pptx",
    "a folder with your own templates: surat.docx, sk.docx, paparan.pptx",
)
PAPERS_TEMPLATES = Text(
    "hanya tulis templat bawaan ke folder ini untuk diubah, lalu pakai dengan --template",
    "only write the package's templates into this folder, to be changed and given back by --template",
)
REPORT_FORMAT = Text(
    "salah satu dari {formats:list} (boleh diulang; bawaan html)",
    "one of {formats:list} (may be repeated; default html)",
)

# --- check ------------------------------------------------------------------------------------------------

CHECK = Text(
    "periksa buku kerja yang sudah diisi, register keluarga, atau tabel terbuka, dan daftar semua kesalahannya",
    "check a filled-in workbook, a register of households, or the open tables, and list every fault",
)
CHECK_FOLDER = Text(
    "buku kerja .xlsx, register keluarga (folder atau berkas Parquet/CSV), atau folder data (bawaan: data proyek ini)",
    "an .xlsx workbook, a register of households (folder or file of Parquet or CSV), or a data folder (default: the project's own)",
)
CHECK_MARKED = Text(
    "tulis salinan buku kerja dengan setiap sel yang salah ditandai",
    "write a copy of the workbook with every bad cell marked",
)
CHECK_FIX = Text(
    "tulis salinan bertanda dengan sel yang pasti maksudnya sudah diperbaiki, semuanya tercatat di lembar perubahan",
    "write a marked copy in which cells of one meaning are corrected, each listed on the sheet changes",
)
CHECK_ALL = Text("daftar kesalahan dan pembacaan selengkapnya", "the whole list of faults and readings")
CHECK_SEAL = Text(
    "daftarkan perubahan yang disengaja: sha256 baru dalam datapackage.json",
    "register a deliberate change: new sha256 in datapackage.json",
)

# --- target -----------------------------------------------------------------------------------------------

TARGET = Text(
    "urutkan tempat menurut kebutuhan dan katakan seberapa kokoh pilihannya",
    "rank places by need and say how firm the choice is",
)
TARGET_FILE = Text(
    "CSV atau Excel, satu baris per tempat dengan area_code; tanpa berkas, angka pengganti yang terbit untuk --regency",
    "CSV or Excel, one row per place with area_code; without it, published proxies for --regency",
)
TARGET_NEED = Text(
    "ujung yang berarti lebih membutuhkan: higher (makin tinggi) atau lower (makin rendah); boleh diulang; bawaan untuk buku "
    "kerja: indeks kota, seperti dalam laporan; untuk --regency: angka pengganti yang terbukti cukup kuat",
    "the end that means more need: higher or lower (may be repeated); default for a workbook: the city's index, as in its report; for "
    "--regency: the proxies that proved strong enough",
)
TARGET_WEIGHT = Text(
    "bobot yang berjumlah 1 atau 100; sama besar bila tidak ditulis; boleh diulang",
    "weights that sum to 1 or 100; equal if left out (may be repeated)",
)
TARGET_K = Text(
    "banyaknya tempat yang dipilih (bawaan: menurut buku kerja; untuk --regency sebanyak lokasi terakhir yang diketahui; berkas lain 2)",
    "places to choose (default: as the workbook says; for --regency as many as the last known sites; 2 for other files)",
)
TARGET_LEVEL = Text(
    "village: desa/kelurahan (bawaan); rw atau rt: di dalam satu desa/kelurahan buku kerja",
    "village (default); rw or rt: within one village of a workbook",
)
TARGET_VILLAGE = Text(
    "untuk --level: kode atau nama desa/kelurahan (bawaan: usulan pertama yang RT-nya sudah didata)",
    "for --level: code or name of the village (default: the first proposed one with data on its RT)",
)
TARGET_NORMALISE = Text(
    "normalisasi: minmax (bawaan), z (bawaan untuk angka pengganti), rank, atau percentile_rank",
    "normalisation: minmax (default), z (default for proxies), rank or percentile_rank",
)
TARGET_AGGREGATE = Text(
    "rata-rata: arithmetic (bawaan), geometric, atau harmonic",
    "mean: arithmetic (default), geometric or harmonic",
)
TARGET_DRAWS = Text("banyaknya simulasi bobot (bawaan 10.000)", "simulations of the weights (default 10,000)")
TARGET_OUT = Text("tulis seluruh urutan sebagai .xlsx atau .csv", "write the whole ranking as .xlsx or .csv")

# --- draw -------------------------------------------------------------------------------------------------

DRAW = Text(
    "undi tempat yang kebutuhannya tidak dapat dibedakan, dengan berita acara siap cetak",
    "draw lots among places whose need cannot be told apart, with minutes to print",
)
DRAW_CANDIDATES = Text(
    "kode wilayah, atau satu berkas CSV atau Excel dengan kolom area_code",
    "area codes, or one CSV or Excel file with a column area_code",
)
DRAW_N = Text("banyaknya tempat yang diundi", "places to draw")
DRAW_SEED = Text(
    "angka acuan undian: bilangan bulat yang belum diketahui siapa pun ketika daftar calon ditetapkan",
    "the seed: a whole number that nobody could know when the list of candidates was fixed",
)
DRAW_LIST_ONLY = Text(
    "hanya tetapkan daftar calon, dengan SHA-256-nya, untuk diumumkan sebelum angka acuannya diketahui",
    "only fix the list of candidates, with its SHA-256, to be published before the seed is known",
)
DRAW_SOURCE = Text(
    'sumber umum angka acuan itu, misalnya "empat angka terakhir penutupan IHSG 1 Februari 2027"',
    'the public source of the seed, such as "the last four digits of the stock index at its close on 1 February 2027"',
)
DRAW_YEAR = Text("tahun program", "programme year")
DRAW_OUT = Text("tulis berita acara sebagai berkas teks", "write the minutes as a text file")

# --- households -------------------------------------------------------------------------------------------

HOUSEHOLDS = Text(
    "pilih tepat n keluarga di bawah kuota, dengan alasan dan akibatnya",
    "choose exactly n households under quotas, with reasons and what each quota costs",
)
HOUSEHOLDS_FILE = Text(
    "CSV atau Excel, satu baris per calon dengan household_id; atau buku kerja dari p2wkss template (keluarga gelombang 0)",
    "CSV or Excel, one row per candidate with household_id; or a workbook from p2wkss template (households of wave 0)",
)
HOUSEHOLDS_N = Text("banyaknya keluarga yang dipilih", "households to choose")
HOUSEHOLDS_SCORE = Text(
    "kolom kebutuhan, makin tinggi makin membutuhkan; tulis misalnya desil=lower bila makin rendah makin membutuhkan",
    "the column of need, higher is needier; write for example desil=lower if lower is needier",
)
HOUSEHOLDS_PER_GROUP = Text("misalnya rt=2:15; boleh diulang", "for example rt=2:15 (may be repeated)")
HOUSEHOLDS_QUOTA = Text(
    "kolom ya/tidak, misalnya unsafe_structure=20: ; boleh diulang",
    "a yes/no column, for example unsafe_structure=20: (may be repeated)",
)
HOUSEHOLDS_INCLUDE = Text(
    "misalnya promised (dijanjikan); alasan yang salah dijawab dengan daftarnya; boleh diulang",
    "for example promised; a wrong reason is answered with the list (may be repeated)",
)
HOUSEHOLDS_EXCLUDE = Text(
    "misalnya moved_away (pindah); alasan yang salah dijawab dengan daftarnya; boleh diulang",
    "for example moved_away; a wrong reason is answered with the list (may be repeated)",
)
HOUSEHOLDS_OUT = Text(
    "tulis daftar internal sebagai .xlsx atau .csv (bukan untuk diumumkan)",
    "write the internal list as .xlsx or .csv (not for publication)",
)
HOUSEHOLDS_PUBLIC = Text(
    "tulis ringkasan untuk umum sebagai .xlsx atau .csv, banyaknya keluarga dalam kelipatan lima",
    "write the public summary as .xlsx or .csv, numbers of families in multiples of five",
)
HOUSEHOLDS_THEN = Text(
    "kriteria kedua di antara keluarga yang skornya sama, misalnya members atau registry_decile=lower",
    "second criterion among families of the same score, for example members or registry_decile=lower",
)
HOUSEHOLDS_SEED = Text(
    "angka acuan undian di antara keluarga yang tetap sama; dari sumber umum yang belum diketahui ketika calon ditetapkan",
    "seed of the draw among families still alike; from a public source unknown when the candidates were fixed",
)
HOUSEHOLDS_SEED_SOURCE = Text(
    "asal angka acuan, untuk berita acara",
    "where the seed came from, for the minutes",
)
HOUSEHOLDS_MINUTES = Text(
    "tulis berita acara undian keluarga sebagai teks (memuat household_id; internal)",
    "write the minutes of the draw of families as text (holds household_id; internal)",
)
HOUSEHOLDS_AGAIN = Text(
    "ikutkan juga keluarga yang sudah dibina pada tahun program sebelumnya (buku kerja)",
    "also choose from families assisted in an earlier programme year (workbook)",
)
HOUSEHOLDS_BY = Text("kelompok pada ringkasan untuk umum (bawaan rt)", "group of the public summary (default rt)")

# --- impact -----------------------------------------------------------------------------------------------

IMPACT = Text(
    "perkirakan apa yang berubah karena menjadi lokasi; tanpa berkas, kasus nyata indeks desa",
    "estimate what being a site changed; without a file, the real village-index case",
)
IMPACT_BY = Text("baris rincian perubahan: per angkatan atau per tahun", "rows of the breakdown: by cohort or by year")
IMPACT_DRAWS = Text("banyaknya ulangan plasebo (bawaan 999)", "placebo repetitions (default 999)")
IMPACT_LEDGER = Text("tulis rincian perubahan sebagai .xlsx atau .csv", "write the breakdown of the change as .xlsx or .csv")
IMPACT_PROTOCOL = Text(
    "protokol yang ditetapkan sebelumnya; kode keaslian dan setiap penyimpangannya dicetak",
    "the protocol fixed beforehand; its hash and every departure from it are printed",
)

# --- plan -------------------------------------------------------------------------------------------------

PLAN = Text(
    "pengaruh terkecil yang dapat terlihat, sebelum tahun program mulai",
    "smallest detectable effect and power before the year starts",
)
PLAN_SITES = Text(
    "lokasi setiap tahun, misalnya 1,2,3 (bawaan: menurut buku kerja; berkas lain 1,2)",
    "sites a year, for example 1,2,3 (default: as the workbook says; 1,2 for other files)",
)
PLAN_YEARS = Text("lamanya program dalam tahun, misalnya 2,4", "years of the programme, for example 2,4")
PLAN_DRAWS = Text("banyaknya simulasi (bawaan 199)", "simulations (default 199)")
PLAN_PROTOCOL = Text(
    "tulis protokol bertanggal (hasil, cara, aturan, lokasi) ke berkas ini, tidak pernah menimpa",
    "write a dated protocol (outcome, method, rule, sites) to this file, never over another",
)

# --- import -----------------------------------------------------------------------------------------------

IMPORT = Text(
    "ubah ekspor yang sudah ada ke bentuk buku kerja, lalu periksa",
    "bring an export you already have into the form of the workbook, and check it",
)
IMPORT_FILE = Text(
    "berkas ekspor: .csv atau .xlsx; dari formulir HP juga .zip ODK Central",
    "the export: .csv or .xlsx; of a phone form also the .zip of ODK Central",
)
IMPORT_SUGGEST = Text(
    "tulis rancangan pemetaan kolom untuk lembar ini (misalnya households) ke --mapping, lalu berhenti",
    "write a draft mapping for this sheet (for example households) to --mapping and stop",
)
IMPORT_MAPPING = Text(
    "pemetaan kolom, berkas JSON (bawaan: nama berkas ekspor dengan akhiran .json); ekspor formulir HP tidak memerlukannya",
    "the column mapping, a JSON file (default: the name of the export ending in .json); an export of a phone form needs none",
)
IMPORT_OUT = Text("buku kerja yang ditulis, tidak pernah menimpa", "the workbook to write, never over another")
IMPORT_INTO = Text(
    "buku kerja kota tempat hasil formulir HP digabungkan, ditulis ke --out; aslinya tetap",
    "workbook of the city that the answers of a phone form join, written to --out; the original stays",
)
IMPORT_REGENCY = Text("kota, dengan kode atau nama: 32.76, kota depok", "the city, by code or name: 32.76, kota depok")
IMPORT_SHEET = Text("lembar berkas ekspor (bawaan: yang pertama)", "sheet of the export (default: the first)")

# --- match ------------------------------------------------------------------------------------------------

MATCH = Text(
    "beri kode Kemendagri pada tabel yang menyebut tempat dengan nama atau kode lain",
    "give a table its Kemendagri codes where it has places by name or by another code",
)
MATCH_FILE = Text("tabel, .csv atau .xlsx", "the table, .csv or .xlsx")
MATCH_COLUMN = Text("kolom yang berisi nama atau kode tempat", "the column with names or codes of places")
MATCH_INSIDE = Text("wilayah tempat semuanya berada: 32.76, 3276, kota depok", "where all of them lie: 32.76, 3276, kota depok")
MATCH_LEVEL = Text("tingkat wilayah (bawaan: menurut judul kolom)", "level of the places (default: as the heading says)")
MATCH_CODES = Text(
    "sistem kode tanpa titik (bawaan: dibaca bila hanya cocok dengan satu)",
    "system of codes without dots (default: read where they fit only one)",
)
MATCH_OUT = Text("tabel dengan kolom area_code, .csv atau .xlsx", "the table with a column area_code, .csv or .xlsx")
MATCH_SHEET = Text("lembar Excel (bawaan: yang pertama)", "Excel sheet (default: the first)")

# --- score ------------------------------------------------------------------------------------------------

SCORE = Text(
    "kartu skor dari buku kerja yang sudah diisi: kumuh per RT, keluarga sehat, KRPPA/RBI, rubrik lomba",
    "scorecards of a filled-in workbook: slum score by RT, healthy families, KRPPA/RBI, a contest's rubric",
)
SCORE_FILE = Text("buku kerja .xlsx", "the .xlsx workbook")
SCORE_PROFILE = Text(
    "profil pada lembar Kartu Skor: {profiles:list}, atau nama rubrik (boleh diulang; bawaan semua)",
    "profile in the sheet Scorecards: {profiles:list}, or the name of a rubric (may be repeated; default all)",
)
SCORE_RUBRIC = Text(
    "rubrik lomba, .xlsx, .csv, atau .json (boleh diulang)",
    "rubric of a contest, .xlsx, .csv or .json (may be repeated)",
)
SCORE_TEMPLATE = Text(
    "tulis rubrik kosong (.xlsx, .csv, atau .json) untuk diisi dari dokumen lomba, lalu berhenti",
    "write an empty rubric (.xlsx, .csv or .json) to fill in from the contest's document, and stop",
)
SCORE_OUT = Text("tulis tabelnya sebagai .xlsx atau .csv", "write the table as .xlsx or .csv")

# --- collect ----------------------------------------------------------------------------------------------

COLLECT = Text(
    "kumpulkan buku kerja banyak kota: satu registri lokasi dan satu panel, semua pertentangan didaftar",
    "join the workbooks of many cities: one registry of sites and one panel, every contradiction listed",
)
COLLECT_FOLDER = Text(
    "folder berisi buku kerja .xlsx, termasuk folder di dalamnya",
    "folder with the .xlsx workbooks, including folders in it",
)
COLLECT_OUT = Text(
    "buku kerja .xlsx yang ditulis, di luar folder itu: registri, panel, berkas, pertentangan, kebutuhan",
    "the .xlsx to write, outside that folder: registry, panel, files, disagreements, what is needed",
)

# --- simulate ---------------------------------------------------------------------------------------------

SIMULATE = Text(
    "tulis data sintetis dengan pengaruh yang diketahui: panel, buku kerja satu kota, atau register keluarga",
    "write synthetic data with a known effect: a panel, the workbook of a city, or a household register",
)
SIMULATE_OUT = Text(
    "CSV yang ditulis; dengan --city, berkas .xlsx; dengan --register, folder baru",
    "CSV to write; with --city, an .xlsx file; with --register, a new folder",
)
SIMULATE_CITY = Text(
    "kode kabupaten/kota, misalnya 32.76: tempat dan lokasi nyata, semua nilai buatan",
    "code of a kabupaten/kota, for example 32.76: real places and sites, all values made up",
)
SIMULATE_EFFECT = Text(
    "pengaruh sebenarnya: simpangan baku antartempat (bawaan 1); dengan --city poin persen KK desil rendah "
    "(bawaan -4 beserta pengaruh pada keluarga; 0: tidak ada pengaruh apa pun); dengan --register poin persen yang sama "
    "(bawaan -4)",
    "true effect: standard deviations between places (default 1); with --city percentage points of households in a "
    "low decile (default -4, with effects on families as well; 0: no effect on anything); with --register the same "
    "percentage points (default -4)",
)
SIMULATE_RULE = Text(
    "worst (bawaan), best, random, noisy, column, trend, mixture; dengan --city real (bawaan), worst, best, draw, random",
    "worst (default), best, random, noisy, column, trend, mixture; with --city real (default), worst, best, draw, random",
)
SIMULATE_PLACES = Text("banyaknya tempat (bawaan 63), tanpa --city", "places (default 63), without --city")
SIMULATE_YEARS = Text(
    "banyaknya tahun (bawaan 10; dengan --register 5), tanpa --city",
    "years (default 10; with --register 5), without --city",
)
SIMULATE_YEAR = Text(
    "tahun program yang diikuti, hanya dengan --city",
    "programme year to follow, only with --city",
)
SIMULATE_ASSISTED = Text(
    "banyaknya KK binaan (bawaan 100 setiap desa/kelurahan), hanya dengan --city",
    "assisted households (default 100 a village), only with --city",
)
SIMULATE_UNTIL = Text(
    "tahun terakhir dalam buku kerja (bawaan 2026) atau register (bawaan 2025), hanya dengan --city atau --register",
    "last year in the workbook (default 2026) or the register (default 2025), only with --city or --register",
)
SIMULATE_HOUSEHOLD_RULE = Text(
    "cara memilih KK binaan: register (bawaan), score, draw, baseline, whole_rt, unknown; hanya dengan --city",
    "how households were chosen: register (default), score, draw, baseline, whole_rt, unknown; only with --city",
)

# --- notebook ---------------------------------------------------------------------------------------------
