"""What the arithmetic of the need index refuses, and in which words."""

from __future__ import annotations

from ...say import Text

# --- screen -----------------------------------------------------------------------------------------------

NO_TABLE = Text(
    "`table` harus berupa DataFrame dengan satu baris per wilayah.",
    "`table` must be a DataFrame with one row per place.",
)
COLUMN_TWICE = Text(
    "Kolom `{column}` muncul {n:,} kali. Beri nama yang berbeda atau sisakan satu.",
    "The column `{column}` appears {n:,} times. Rename them or keep one.",
)
NO_CODE_COLUMN = Text(
    "Tabel memerlukan kolom atau indeks `area_code`.",
    "The table needs a column or index `area_code`.",
)
THE_TABLE = Text("tabel", "the table")
CODE_TWICE = Text(
    "Kode wilayah {code} muncul lebih dari sekali. Sediakan satu baris per wilayah; bila datanya beberapa tahun, pilih dahulu satu tahun.",
    "Area code {code} appears more than once. Keep one row per place; with several years of data, choose one year first.",
)
COLUMN_ABSENT = Text(
    "Kolom `{column}` tidak ada dalam tabel. Kolom yang ada: {known:list}.",
    "Column `{column}` is not in the table. It has: {known:list}.",
)
TOO_LARGE = Text(
    "Kolom `{column}` berisi {value} pada wilayah {code}, terlalu besar untuk sebuah indikator. Periksa nilainya atau ganti satuannya.",
    "Column `{column}` holds {value} at {code}, too large for an indicator. Check the value or change the unit.",
)
DENOMINATOR_NOT_POSITIVE = Text(
    "Penyebut `{column}` pada wilayah {code} tidak lebih dari nol. Perbaiki atau kosongkan.",
    "The denominator `{column}` at {code} is not above zero. Correct it or leave it empty.",
)
NEGATIVE_ERROR = Text(
    "Galat baku tidak boleh negatif. Periksa kolom pada `errors`.",
    "A standard error cannot be negative. Check the columns in `errors`.",
)
TOO_MANY_GAPS = Text(
    "Indikator `{column}` hanya terisi untuk {known:,} dari {places:,} wilayah, di bawah batas {least:.0%}. Lengkapi datanya, "
    "keluarkan indikator itu, atau turunkan `indicator_coverage`.",
    "Indicator `{column}` is known for only {known:,} of {places:,} places, below the limit of {least:.0%}. Complete the data, "
    "leave the indicator out, or lower `indicator_coverage`.",
)

# --- sampling and scoring ---------------------------------------------------------------------------------

COUNT_OUT_OF_RANGE = Text(
    "Jumlah yang dihitung harus antara 0 dan penyebutnya, dan penyebutnya lebih dari 0.",
    "A count must lie between 0 and its denominator, and the denominator must be above 0.",
)
NO_SPREAD = Text(
    "Indikator `{column}` sama di semua wilayah, sehingga tidak dapat membedakan. Keluarkan, atau gunakan normalisasi goalposts.",
    "Indicator `{column}` is the same in all places and cannot tell them apart. Leave it out, or use goalposts.",
)

# --- ranked -----------------------------------------------------------------------------------------------

NOT_A_CODE = Text(
    "Sebutkan satu kode wilayah sebagai teks, bukan {given!r}.",
    "Name one area code as text, not {given!r}.",
)
NO_SCORE = Text(
    "Wilayah {code} tidak mendapat skor karena data berikut kosong: {missing}. Lengkapi datanya atau isi `impute`.",
    "{code} has no score because these data are missing: {missing}. Complete the data or set `impute`.",
)
NOT_RANKED = Text(
    "Wilayah {code} tidak ada dalam pemeringkatan ini. Periksa kodenya; yang ada tercantum di .table().",
    "{code} is not in this ranking. Check the code; .table() lists the places it has.",
)
K_OUT_OF_RANGE = Text(
    "k = {k} tidak dapat dipilih dari {places} wilayah: gunakan bilangan bulat 1 sampai {most}.",
    "k = {k} cannot be chosen from {places} {places:place|places}: use a whole number from 1 to {most}.",
)

# --- specification ----------------------------------------------------------------------------------------

UNKNOWN_ENTRY = Text(
    "Isian {entry!r} tidak dikenal dalam spesifikasi. Yang dikenal: {known:list}.",
    "Entry {entry!r} is not known in a specification. Known: {known:list}.",
)
SPECIFICATION_COLUMN = Text(
    "Tabel spesifikasi memerlukan kolom `{column}`.",
    "The table of the specification needs a column `{column}`.",
)
NO_INDICATOR = Text(
    "Tidak ada indikator. Isi paling sedikit satu, misalnya {example}.",
    "There is no indicator. Give at least one, such as {example}.",
)
UNKNOWN_DIRECTION = Text(
    'Arah indikator `{name}` harus "higher" (makin tinggi makin membutuhkan) atau "lower", bukan {given!r}.',
    'The direction of `{name}` must be "higher" (higher is needier) or "lower", not {given!r}.',
)
COVERAGE_OUT_OF_RANGE = Text(
    "`place_coverage` dan `indicator_coverage` adalah bagian, lebih dari 0 sampai 1.",
    "`place_coverage` and `indicator_coverage` are shares, above 0 up to 1.",
)
UNKNOWN_CHOICE = Text(
    "`{what}` = {given!r} tidak dikenal. Pilihan: {known:list}.",
    "`{what}` = {given!r} is not known. Choose from: {known:list}.",
)
UNKNOWN_NAME = Text(
    "`{what}` menyebut {name!r}, yang tidak ada dalam `{where}`. Perbaiki namanya.",
    "`{what}` names {name!r}, which is not in `{where}`. Correct the name.",
)
SCALE_NOT_RISING = Text(
    "Ujung skala harus naik, bukan {ends}.",
    "The ends of the scale must rise, not {ends}.",
)
ABOVE_ZERO_NEEDED = Text(
    '`aggregate="{mean}"` memerlukan nilai di atas nol: gunakan normalisasi selain z dan skala yang mulai di atas 0, misalnya (1, 100).',
    '`aggregate="{mean}"` needs values above zero: use a normalisation other than z, and a scale that starts above 0, such as (1, 100).',
)
GOALPOSTS_MISSING = Text(
    "Normalisasi goalposts memerlukan dua batas tetap untuk `{name}`, misalnya (0, 100).",
    "Goalposts need two fixed ends for `{name}`, such as (0, 100).",
)
GOALPOSTS_EQUAL = Text(
    "Kedua batas goalposts `{name}` harus dua angka yang berbeda.",
    "The goalposts of `{name}` must be two different numbers.",
)
HIERARCHY_CIRCLE = Text(
    "Hierarki berputar pada `{name}`: sebuah aspek tidak boleh menjadi induknya sendiri.",
    "The hierarchy has a cycle at `{name}`: an aspect cannot be its own parent.",
)
INDICATOR_AND_PARENT = Text(
    "`{name}` adalah indikator dan sekaligus induk. Beri nama lain pada aspeknya.",
    "`{name}` is both an indicator and a parent. Give the aspect another name.",
)
WEIGHT_OF_STRANGER = Text(
    "Bobot diberikan untuk {name!r}, yang bukan indikator atau aspek. Yang ada: {known:list}.",
    "A weight is given for {name!r}, which is neither an indicator nor an aspect. There are: {known:list}.",
)
WEIGHT_NOT_A_NUMBER = Text(
    "Bobot `{name}` harus angka, bukan {given!r}.",
    "The weight of `{name}` must be a number, not {given!r}.",
)
WEIGHTS_INCOMPLETE = Text(
    "Bobot {family:list} harus lengkap, tidak negatif, dan berjumlah 1 (atau 100). Sekarang {given} dari {all} diisi dan "
    "jumlahnya {total:.2}. Sesuaikan bobotnya, atau kosongkan semua agar sama besar.",
    "The weights of {family:list} must be complete, not negative, and sum to 1 (or 100). Now {given} of {all} are given and they "
    "sum to {total:.2}. Adjust them, or leave all of them out for equal weights.",
)
