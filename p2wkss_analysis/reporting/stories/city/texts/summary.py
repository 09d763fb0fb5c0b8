"""What the page of answers says."""

from __future__ import annotations

from .....say import Text

KEY = Text("ringkasan", "summary")
TITLE = Text("Ringkasan", "Summary")

# --- key figures ------------------------------------------------------------------------------------------

VILLAGES = Text("Desa/kelurahan", "Villages")
SITES = Text("Lokasi tercatat", "Sites on record")
ASSISTED = Text("KK binaan", "Assisted households")
WITHOUT_COMPARISON = Text("KK pembanding tidak ikut dihitung", "comparison households not counted")
DONE = Text("Realisasi kegiatan yang dilaporkan", "Done, mean of the activities reported")

# --- answers ----------------------------------------------------------------------------------------------

CANNOT_TELL = Text(
    "Belum dapat disimpulkan apakah program berdampak. Isi kunjungan keluarga pada lembar Keluarga, atau angka desa/kelurahan dari "
    "beberapa tahun pada lembar Desa-Kelurahan.",
    "Cannot tell whether the programme had an effect. Fill in visits on the sheet Households, or figures of several years on the sheet "
    "Villages.",
)
NOT_YET = Text("Belum dapat dijawab.", "Not answered yet.")
