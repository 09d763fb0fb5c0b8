"""What is said of poverty measures."""

from __future__ import annotations

from ...say import Text

POVERTY = Text(
    "{headcount:.2%} berada di bawah garis kemiskinan. Kedalamannya (P1) {gap:.2%} dari garis, keparahannya (P2) {severity:.4}, dan "
    "indeks Sen {sen:.4}.",
    "{headcount:.2%} are below the poverty line. The gap (P1) is {gap:.2%} of the line, the severity (P2) {severity:.4} and the Sen "
    "index {sen:.4}.",
)
POVERTY_UNKNOWN = Text(
    "Ukuran kemiskinan tidak dapat dihitung karena ada pengeluaran atau bobot yang kosong. Lengkapi, atau keluarkan barisnya dengan "
    "dropna().",
    "The poverty measures cannot be computed because an expenditure or weight is missing. Complete it, or drop the rows with "
    "dropna().",
)
LENGTHS_DIFFER = Text(
    "Jumlah nilai tidak sama: pengeluaran {expenditure}, garis {line}, bobot {weights}. Berikan satu nilai per baris (garis boleh "
    "satu angka).",
    "The lengths differ: expenditure {expenditure}, line {line}, weights {weights}. Give one value per row (the line may be a single "
    "number).",
)
EXPENDITURE_NOT_POSITIVE = Text(
    "{n:,} pengeluaran tidak di atas nol atau tak hingga (yang pertama di urutan {place}: {value}). Indeks Watts tidak terdefinisi di "
    "sana. Bila pengeluaran tidak diketahui, kosongkan lalu putuskan sendiri dengan dropna().",
    "{n:,} expenditure {n:value is|values are} not above zero, or infinite (the first at position {place}: {value}). The Watts index "
    "is undefined there. If expenditure is unknown, leave it missing and decide about it with dropna().",
)
LINE_NOT_POSITIVE = Text(
    "Garis kemiskinan harus di atas nol, dalam satuan dan periode yang sama dengan pengeluaran.",
    "The poverty line must be above zero, in the unit and period of the expenditure.",
)
WEIGHTS_NEGATIVE = Text(
    "Bobot tidak boleh negatif atau tak hingga. Periksa kolom bobot.",
    "Weights may not be negative or infinite. Check the column of weights.",
)
NO_WEIGHT = Text(
    "Tidak ada baris dengan bobot di atas nol, sehingga ukuran kemiskinan tidak ada. Periksa penyaringan datanya.",
    "There is no row with a weight above zero, so there is no poverty measure. Check how the data were filtered.",
)
