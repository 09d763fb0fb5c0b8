"""What is said of the human development index and of its change."""

from __future__ import annotations

from ...say import Text

YEARS = Text("tahun", "years")
LEAVE_EMPTY = Text("Bila tidak ada data, kosongkan; jangan isi 0.", "If there is no figure, leave it missing; do not enter 0.")
CHECK_YEARS = Text("Periksa satuannya: tahun.", "Check the unit: years.")
LIFE_EXPECTANCY = Text("Umur harapan hidup saat lahir", "Life expectancy at birth")
EXPECTED_SCHOOLING = Text("Harapan lama sekolah", "Expected years of schooling")
MEAN_SCHOOLING = Text("Rata-rata lama sekolah", "Mean years of schooling")
EXPENDITURE = Text("Pengeluaran per kapita disesuaikan", "Adjusted expenditure per person")
THOUSAND_RUPIAH = Text("ribu rupiah per orang per tahun", "thousand rupiah per person per year")
EXPENDITURE_TOO_SMALL = Text(
    "Nilai sekecil ini bukan ribu rupiah per tahun (bila juta rupiah, kalikan 1.000). Bila tidak ada data, kosongkan; jangan isi 0.",
    "A value this small is not in thousand rupiah a year (if in million rupiah, multiply by 1,000). If there is no figure, leave it "
    "missing; do not enter 0.",
)
EXPENDITURE_TOO_LARGE = Text(
    "Nilai sebesar ini tentu dalam rupiah: bagi dengan 1.000 (dan kalikan 12 bila per bulan).",
    "A value this large must be in rupiah: divide by 1,000 (and multiply by 12 if it is per month).",
)
HDI = Text("Indeks pembangunan manusia", "Human development index")
POINTS = Text("poin", "points")

# --- change of the index --------------------------------------------------------------------------------

DIMENSIONS = {
    "health": Text("umur panjang dan hidup sehat", "health"),
    "education": Text("pengetahuan", "education"),
    "expenditure": Text("standar hidup layak", "standard of living"),
}
DIMENSION_POINTS = Text("{dimension} {points:+.2}", "{dimension} {points:+.2}")
HDI_MOVED = Text("IPM berubah {change:+.2} poin.", "The HDI changed by {change:+.2} points.")
HDI_OF_PLACE_MOVED = Text(
    "IPM {name} berubah {change:+.2} poin, dari {before:.2} ({first}) menjadi {after:.2} ({last}), dalam seri {method}.",
    "The HDI of {name} changed by {change:+.2} points, from {before:.2} ({first}) to {after:.2} ({last}), in the series {method}.",
)
BY_DIMENSION = Text(
    "Sumbangan tiap dimensi (poin): {parts:and}.",
    "Contribution of each dimension (points): {parts:and}.",
)
NO_SPLIT = Text(
    "Perubahan ini tidak dapat diuraikan menurut dimensi karena data berikut tidak ada: {gaps:and}.",
    "The change cannot be split by dimension because these figures are missing: {gaps:and}.",
)
GAP = Text("{component} {year}", "{component} {year}")
COMPONENTS = {  # as they are called inside a sentence
    "life_expectancy": Text("umur harapan hidup saat lahir", "life expectancy at birth"),
    "expected_schooling": Text("harapan lama sekolah", "expected years of schooling"),
    "mean_schooling": Text("rata-rata lama sekolah", "mean years of schooling"),
    "expenditure": Text("pengeluaran per kapita disesuaikan", "adjusted expenditure per person"),
}
AT_THE_FLOOR = Text(
    "Salah satu dimensi berada pada batas bawahnya (indeks 0), sehingga sumbangan tiap dimensi tidak terdefinisi. Laporkan "
    "perubahan IPM tanpa penguraian.",
    "One dimension is at its lower goalpost (index 0), so the contributions of the dimensions are undefined. Report the change of "
    "the index without the split.",
)
COMPONENTS_ABSENT = Text(
    "Komponen {absent:list} tidak ada pada `{which}`. Keempat komponen diperlukan: {needed:list}.",
    "`{which}` has no {absent:list}. All four components are needed: {needed:list}.",
)
ONE_PLACE = Text(
    "Penguraian dihitung untuk satu wilayah; untuk banyak wilayah gunakan split_change().",
    "The split is for one place; for many places use split_change().",
)
COMPONENTS_MISSING = Text(
    "Data {missing:list} pada `{which}` kosong, sehingga perubahan IPM tidak dapat diuraikan. Lengkapi datanya.",
    "`{which}` has no value of {missing:list}, so the change cannot be split. Complete the data.",
)
TABLE_COLUMNS_ABSENT = Text(
    "Tabel tidak memuat kolom {absent:list}. Gunakan tabel regency_indicators.",
    "The table has no column {absent:list}. Use the table regency_indicators.",
)
HDI_TWICE = Text(
    "Wilayah {code} memiliki lebih dari satu angka IPM untuk tahun dan seri yang sama. Hapus baris ganda dari tabel.",
    "{code} has more than one HDI figure for one year and series. Remove the duplicate rows from the table.",
)
NO_HDI = Text(
    "Tidak ada angka IPM untuk wilayah {code} tahun {year}. Pilih tahun yang tersedia: {available:and}.",
    "There is no HDI figure for {code} in {year}. Choose a year that is available: {available:and}.",
)
YEAR_IN_SERIES = Text("{year} ({method})", "{year} ({method})")
# A difference across series mixes a change of method with a change of the place.
SERIES_BREAKS = Text(
    "IPM {code} {first} dan {last} tidak diselisihkan, karena serinya terputus pada {year}: {reason}. Pilih dua tahun sebelum atau "
    "dua tahun sesudahnya.",
    "The HDI of {code} in {first} and {last} is not differenced, because the series breaks in {year}: {reason}. Choose two years "
    "before it or two years after it.",
)
TWO_SERIES = Text(
    "IPM {code} tahun {first} dan {last} tidak ada dalam satu seri{asked}: {first} memakai {first_series:list}, {last} memakai "
    "{last_series:list}. Selisih antarseri mencampur perubahan metode dengan perubahan keadaan, sehingga tidak dihitung. Pilih dua "
    "tahun dari seri yang sama.",
    "The HDI of {code} for {first} and {last} is not in one series{asked}: {first} has {first_series:list}, {last} has "
    "{last_series:list}. A difference across series mixes a change of method with a real change, so it is not computed. Choose two "
    "years of one series.",
)
