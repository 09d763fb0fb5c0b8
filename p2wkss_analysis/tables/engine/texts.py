"""What is said of rows that live in an engine: what cannot be read, and what an engine refuses."""

from __future__ import annotations

from ...say import Text

NO_SOURCE = Text(
    "Data keluarga tidak dapat dibaca dari {kind}. Berikan berkas atau folder Parquet/CSV, DataFrame, atau tabel DuckDB, Ibis, atau Spark.",
    "Household rows cannot be read from {kind}. Give a file or folder of Parquet or CSV, a DataFrame, or a table of DuckDB, Ibis or Spark.",
)
NOTHING_TO_READ = Text(
    "{name} tidak memuat berkas data. Yang dibaca: {formats:and}.", "{name} holds no file of data. What is read: {formats:and}."
)
TWO_KINDS = Text(
    "{name} memuat Parquet dan CSV sekaligus. Pisahkan keduanya ke dalam dua folder.",
    "{name} holds both Parquet and CSV. Put them into two folders.",
)
WHICH_FORMAT = Text(
    "{name} tidak dapat dibaca. Yang dibaca: {formats:and}.", "{name} cannot be read. What is read: {formats:and}."
)
OUT_OF_MEMORY = Text(
    'Memori tidak cukup. Tambah batasnya (memory, misalnya "2GB"), atau hitung per wilayah yang lebih kecil.',
    'Memory is too small. Raise its limit (memory, such as "2GB"), or compute by smaller areas.',
)
ENGINE_REFUSES = Text("{engine} menolak membaca data: {reason}", "{engine} refuses to read the data: {reason}")
NO_SPARK = Text(
    'Spark belum terpasang. Pasang dengan pip install "p2wkss-analysis[spark]"; Spark memerlukan Java 17 atau lebih baru.',
    'Spark is not installed. Install it with pip install "p2wkss-analysis[spark]"; it needs Java 17 or newer.',
)
SPARK_DOES_NOT_START = Text(
    "Spark tidak dapat dijalankan: {reason} Periksa apakah Java 17 atau lebih baru terpasang dan kluster dapat dihubungi.",
    "Spark does not start: {reason} Check that Java 17 or newer is installed and that the cluster answers.",
)
UNKNOWN_ENGINE = Text("Mesin {engine!r} tidak dikenal. Pilih {known:and}.", "There is no engine {engine!r}. Choose {known:and}.")
COLUMNS_ABSENT = Text(
    'Kolom {absent:and} tidak ada. Kolom yang ada: {found:and}. Jika namanya lain, sebutkan, misalnya columns={{"village_code": "kode_desa"}}.',
    'Column {absent:and} is missing. Columns present: {found:and}. Where it has another name, say so, such as columns={{"village_code": "kode_desa"}}.',
)
NOTHING_BESIDE = Text(
    "Tabel garis kemiskinan tidak dapat digabungkan dengan tabel milik mesin lain. Berikan satu angka, atau tambahkan kolom poverty_line_rupiah_person_month pada tabel itu.",
    "A table of poverty lines cannot be joined with a table that lives in an engine of its own. Give one number, or add the column poverty_line_rupiah_person_month to that table.",
)
