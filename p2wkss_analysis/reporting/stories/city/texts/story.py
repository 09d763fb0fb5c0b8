"""The cover of a city's report."""

from __future__ import annotations

from .....say import Text

TITLE = Text("Laporan {programme} {city}", "Report on {programme} in {city}")
SUBTITLE = Text(
    "Pilihan lokasi berikutnya, lokasi terdahulu, perubahan, keluarga, pelaksanaan, pengaruh, dan kartu skor, menurut buku kerja kota.",
    "Choice of the next site, past sites, changes, households, delivery, effect and scorecards, from the city's own workbook.",
)
DATELINE = Text("Dibuat {made:date} dari {file}", "Made {made:date} from {file}")
