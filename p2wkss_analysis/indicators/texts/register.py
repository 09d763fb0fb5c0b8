"""What is said of figures of villages that come from rows of households."""

from __future__ import annotations

from ...say import Text

ADDING_UP = Text("Menghitung angka desa/kelurahan", "Adding up villages")
NO_ROW_WITH_VILLAGE = Text(
    "{name}: tidak ada baris yang memuat kode desa/kelurahan dan tahun.", "{name}: no row has the code of a village and a year."
)
WHICH_GROUPS = Text(
    "by: {given:and} tidak dapat dipakai. Pilih satu atau lebih, masing-masing sekali: {known:list}.",
    "by: {given:and} cannot be used. Choose one or more, each once: {known:list}.",
)
WHICH_QUANTILES = Text(
    "quantiles: tulis bagian antara 0 dan 1, misalnya 0.5.", "quantiles: write shares between 0 and 1, such as 0.5."
)
WHICH_DECILE = Text(
    "decile_cut: {given} bukan desil. Pilih bilangan bulat 1 sampai 10.",
    "decile_cut: {given} is no decile. Choose a whole number from 1 to 10.",
)
WHICH_FLOOR_AREA = Text(
    "floor_area: {given} bukan luas. Tulis m2 per orang, misalnya 7.2.",
    "floor_area: {given} is no area. Write m2 a person, such as 7.2.",
)
WHICH_LINE = Text(
    "Garis kemiskinan {given} tidak dapat dipakai. Tulis rupiah per orang per bulan, di atas 0.",
    "The poverty line {given} cannot be used. Write rupiah a person and month, above 0.",
)
LINES_UNREADABLE = Text(
    "Tabel garis kemiskinan memerlukan kolom regency_code, year, dan line; yang ada: {found:and}.",
    "A table of poverty lines needs the columns regency_code, year and line; it has {found:and}.",
)
LINES_OF_WHAT = Text(
    "Tabel garis kemiskinan memuat kode {code} dan tahun {year}. Tulis kode kabupaten/kota seperti 32.76 dan tahun seperti 2025.",
    "The table of poverty lines has the code {code} and the year {year}. Write codes of regencies such as 32.76 and years such as 2025.",
)
LINES_TWICE = Text(
    "Tabel garis kemiskinan memuat dua garis untuk kabupaten/kota dan tahun yang sama.",
    "The table of poverty lines has two lines for the same kabupaten or kota and year.",
)
ADDED_UP = Text(
    "{rows:,} baris keluarga dijumlahkan menjadi {groups:,} baris per {of:and}, masing-masing dengan {figures} angka.",
    "{rows:,} {rows:row|rows} of households were added up into {groups:,} {groups:row|rows} by {of:and}, each with {figures} figures.",
)
GROUPS = {
    "area_code": Text("desa/kelurahan", "village"),
    "district_code": Text("kecamatan", "district"),
    "regency_code": Text("kabupaten/kota", "kabupaten or kota"),
    "province_code": Text("provinsi", "province"),
    "rw": Text("RW", "RW"),
    "rt": Text("RT", "RT"),
    "year": Text("tahun", "year"),
}
YEAR = Text("Tahun {first}.", "Year {first}.")
YEARS = Text("Tahun {first} sampai {last}.", "Years {first} to {last}.")
MADE_UP = Text("Data ini sintetis.", "These data are synthetic.")
FEW_HOUSEHOLDS = Text(
    "{n:,} baris memuat kurang dari {least} keluarga; gunakan hanya di kantor. Dalam buku kerja, angkanya dikosongkan.",
    "{n:,} {n:row holds|rows hold} fewer than {least} households; use {n:it|them} in the office only. Workbooks leave such figures empty.",
)
SHOWN = {
    "regency_code": Text("Kode kabupaten/kota", "Kabupaten/kota code"),
    "district_code": Text("Kode kecamatan", "District code"),
    "province_code": Text("Kode provinsi", "Province code"),
    "name": Text("Nama", "Name"),
    "households": Text("Keluarga", "Households"),
    "poverty_rate": Text("Miskin (%)", "Poor (%)"),
    "poverty_gap_index": Text("Kedalaman kemiskinan (%)", "Poverty gap (%)"),
    "poverty_severity_index": Text("Keparahan kemiskinan (%)", "Poverty severity (%)"),
    "unfit_house_percent": Text("Tidak layak huni (%)", "Unfit houses (%)"),
    "crowded_percent": Text("Rumah sesak (%)", "Crowded (%)"),
}
NOT_OFFICIAL = Text(
    "Ini angka dari register, bukan angka resmi BPS.", "These are figures of the register, not official figures of BPS."
)
LEFT_OUT = Text("Karena kesalahan, {what:and} tidak dihitung.", "Because of faults, {what:and} were left out.")
ROWS_LEFT = Text("{n:,} baris", "{n:,} {n:row|rows}")
CELLS_LEFT = Text("{n:,} isian", "{n:,} {n:cell|cells}")
WITHOUT_FIGURE = Text(
    "Tanpa angka: {figures:list}{more}. Periksa apakah kolom asalnya terisi dan bernama sama pada setiap tahun.",
    "Without a figure: {figures:list}{more}. Check that the columns behind them are filled in, and named alike in every year.",
)
OF_YEARS = Text("{figure} ({years:list})", "{figure} ({years:list})")
AND_MORE = Text(" dan {n:,} lagi", " and {n:,} more")
NOT_VILLAGE_YEARS = Text(
    'Buku kerja memerlukan angka per desa/kelurahan dan tahun: hitung dengan by=("area_code", "year").',
    'A workbook needs figures of villages and years: compute them with by=("area_code", "year").',
)
