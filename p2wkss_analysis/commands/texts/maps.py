"""The help of the explorer and of maps."""

from __future__ import annotations

from ...say import Text

# --- explorer ---------------------------------------------------------------------------------------------

EXPLORER = Text(
    "tulis halaman penjelajah: peta, bobot, peringkat, dan peluang terpilih dalam satu berkas tanpa jaringan",
    "write the explorer page: map, weights, ranking and chance of being chosen in one file that needs no network",
)
EXPLORER_OUT = Text(
    "berkas yang ditulis (bawaan: penjelajah.html)",
    "the file to write (default: penjelajah.html)",
)
EXPLORER_DATA = Text(
    "buku kerja .xlsx kota; tanpa ini, data terbuka Jawa Barat dan Banten",
    "the city's .xlsx workbook; without it, the open tables of Jawa Barat and Banten",
)
EXPLORER_REGENCY = Text(
    "dengan data terbuka: hanya desa kabupaten ini, misalnya 36.04",
    "with the open tables: only the desa of this kabupaten, for example 36.04",
)
EXPLORER_PROVINCE = Text(
    "dengan data terbuka: kabupaten/kota provinsi ini, semua indikator BPS tiap tahun sejak 2010; Indonesia untuk ke-514",
    "with the open tables: kabupaten and kota of this province, every BPS indicator by year since 2010; Indonesia for all 514",
)

# --- map --------------------------------------------------------------------------------------------------

MAP = Text(
    "gambar peta indikator BPS, atau kolom dari tabel sendiri, dengan petak atau batas wilayah sebenarnya",
    "draw a map of a BPS indicator, or of a column of your own table, with tiles or true boundaries",
)
MAP_INDICATOR = Text(
    "indikator BPS dari kamus data (bawaan poverty_rate)",
    "a BPS indicator of the dictionary (default poverty_rate)",
)
MAP_METHOD = Text(
    "seri, misalnya 'UHH SP2010'; bawaan: yang terbaru, dan namanya tertulis pada peta",
    "the series, for example 'UHH SP2010'; default: the newest, named on the map",
)
MAP_TABLE = Text(
    "tabel sendiri sebagai ganti indikator BPS: CSV, Excel, atau buku kerja dari p2wkss template",
    "your own table instead of a BPS indicator: CSV, Excel, or a workbook from p2wkss template",
)
MAP_COLUMN = Text(
    "kolom angka yang dipetakan dari --table",
    "the column of numbers of --table to map",
)
MAP_CODE = Text(
    "kolom kode wilayah dari --table (bawaan area_code)",
    "the column of area codes of --table (default area_code)",
)
MAP_YEAR = Text(
    "bawaan: tahun terbaru; untuk indikator BPS yang terbaru dan lengkap",
    "default: the latest year; for a BPS indicator the latest complete one",
)
MAP_YEARS = Text(
    "beberapa tahun berdampingan dengan kelas yang sama: 2015-2025 atau 2015,2020,2025",
    "several years side by side with the same classes: 2015-2025 or 2015,2020,2025",
)
MAP_BY = Text(
    "indikator BPS kedua: keduanya pada satu peta, misalnya poverty_rate dengan --by hdi",
    "a second BPS indicator: both on one map, for example poverty_rate with --by hdi",
)
MAP_PROVINCE = Text(
    "provinsi yang digambar, nama atau kode (bawaan 32), atau Indonesia untuk semua kabupaten/kota",
    "the province to draw, by name or code (default 32), or Indonesia for all kabupaten and kota",
)
MAP_INSIDE = Text(
    "kode atau nama wilayah yang digambar dari tabel sendiri, misalnya kabupaten/kota untuk tabel desa",
    "code or name of the area to draw from your own table, for example a kabupaten/kota for a table of villages",
)
MAP_SITES = Text(
    "tandai lokasi program: dari buku kerja, atau yang diketahui umum",
    "mark programme sites: those of the workbook, or those publicly known",
)
MAP_BETTER = Text(
    "ujung yang lebih baik dari --column (bawaan lower: makin tinggi makin perlu perhatian)",
    "the better end of --column (default lower: a higher value means more need)",
)
MAP_CLASSES = Text(
    "banyaknya kelas, atau batas-batasnya (bawaan 5)",
    "number of classes, or their limits (default 5)",
)
MAP_LABEL = Text("nama yang tampil untuk --column", "the name to show for --column")
MAP_UNIT = Text("satuan --column, misalnya %", "the unit of --column, for example %")
MAP_SOURCE = Text("sumber data untuk keterangan peta", "source of the data for the note below the map")
MAP_TITLE = Text("judul; bawaan: tema, wilayah, dan tahun", "title; default: theme, area and year")
MAP_OUT = Text("gambar yang ditulis: .png, .svg, atau .pdf", "picture to write: .png, .svg or .pdf")
