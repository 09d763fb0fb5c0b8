"""What is said of values that cannot be meant."""

from __future__ import annotations

from ...say import Text

INDEXES_DIFFER = Text(
    "Kolom {columns:list} tidak memiliki indeks yang sama, sehingga barisnya tidak dapat dipasangkan. Ambil semua kolom dari satu "
    "tabel, atau samakan indeksnya dengan reindex().",
    "The columns {columns:list} do not share one index, so their rows cannot be paired. Take all columns from one table, or align "
    "them with reindex().",
)
SIZES_DIFFER = Text(
    "Jumlah nilai tidak sama ({sizes:list}). Berikan satu nilai per wilayah untuk setiap kolom.",
    "The columns have different lengths ({sizes:list}). Give one value per place in every column.",
)
ONE_EACH = Text(
    "{names:list} memuat lebih dari satu nilai, atau tidak satu pun. Dalam dict setiap kunci berisi satu nilai; untuk banyak wilayah "
    "atau keluarga berikan DataFrame.",
    "{names:list} holds more than one value, or none. In a dict each key holds one value; for many places or families give a "
    "DataFrame.",
)
SHAPE_DIFFERS = Text(
    "Indeks memuat {rows} baris, tetapi nilainya berbentuk {shape}. Samakan panjangnya.",
    "The index has {rows} rows but the values have shape {shape}. Make them equally long.",
)
NOT_A_NUMBER = Text(
    "{name} memuat isian yang bukan angka. Berikan angka (titik desimal), atau kosongkan bila tidak ada data.",
    "{name} holds something that is not a number. Give numbers (decimal point), or leave it missing.",
)
OUT_OF_RANGE = Text(
    "{label} di luar rentang {range}: {n:,} nilai, yang pertama {first}{where}. {remedy}",
    "{label} is outside {range}: {n:,} {n:value|values}, the first {first}{where}. {remedy}",
)
RANGE = Text("{least:,}\N{EN DASH}{most:,}", "{least:,}\N{EN DASH}{most:,}")
RANGE_IN_UNIT = Text("{least:,}\N{EN DASH}{most:,} {unit}", "{least:,}\N{EN DASH}{most:,} {unit}")
VALUE = Text("{value:.{digits}}", "{value:.{digits}}")
INFINITE = Text("tak hingga", "infinite")
