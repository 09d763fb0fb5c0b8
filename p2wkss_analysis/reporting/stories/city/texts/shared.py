"""Words that several chapters of a city's report share: sources, sides, heads of tables."""

from __future__ import annotations

from .....say import Text

SHEETS_OF = Text(
    "{file}, lembar {sheets:list}; perhitungan sendiri",
    "{file}, {n:sheet|sheets} {sheets:list}; own computation",
)
SOURCE = Text("Sumber: {origin}.", "Source: {origin}.")
NOT_YET = Text("Belum dapat dijawab dari buku kerja ini.", "The workbook cannot answer this yet.")
HIDDEN_MEANS = Text(
    "{mark}: disembunyikan karena menyangkut sedikit keluarga; bukan nol dan bukan kosong.",
    "{mark}: hidden because it concerns few families; not zero and not missing.",
)
SIDES = {
    "assisted": Text("KK binaan", "Assisted"),
    "comparison": Text("KK pembanding", "Comparison"),
}

# --- rows and heads of tables -----------------------------------------------------------------------------

ALL = Text("semua", "all")
YES = Text("ya", "yes")
NO = Text("tidak", "no")
VISIT = Text("Kunjungan", "Visit")
SIDE = Text("Kelompok", "Group")
SITE = Text("Lokasi", "Site")
SITES = Text("Lokasi", "Sites")
SECTOR = Text("Sektor", "Sector")
VILLAGE = Text("Desa/kelurahan", "Village")
YEAR = Text("Tahun", "Year")
INTERVAL_FROM = Text("Selang 95%: dari", "95% interval: from")
OF_THE_OUTCOME = Text("satuan indikator", "unit of the outcome")
TO = Text("sampai", "to")
SMALLEST = Text("Terkecil yang terdeteksi", "Smallest detectable")
