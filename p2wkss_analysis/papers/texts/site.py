"""What the profile of one site says beside the answers in it."""

from __future__ import annotations

from ...say import Text

CAPTION = Text(
    "Desa/kelurahan ini sebelum dan sesudah program: perubahan, bukan dampak.",
    "This village before and after the programme: change, not impact.",
)
WITH_UNIT = Text("{indicator}, {unit}", "{indicator}, {unit}")
FROM_TO = Text("{since}\N{EN DASH}{until}", "{since}\N{EN DASH}{until}")
INDICATOR = Text("Indikator", "Indicator")
YEARS = Text("Tahun", "Years")
BEFORE = Text("Sebelum", "Before")
AFTER = Text("Sesudah", "After")
CHANGE = Text("Perubahan", "Change")
COMPARISON = Text("Pembanding", "Comparison")
