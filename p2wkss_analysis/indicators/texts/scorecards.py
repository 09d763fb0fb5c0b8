"""What is said of the scorecards of a sheet."""

from __future__ import annotations

from ...say import Text

CARD_HEADS = {
    "card": Text("Kartu", "Card"),
    "rw": Text("RW", "RW"),
    "rt": Text("RT", "RT"),
    "cases": Text("Keluarga", "Families"),
}
NOT_LOADED = Text(
    "Profil berikut belum dimuat, sehingga barisnya tidak dinilai: {profiles:and}. Muat rubriknya.",
    "These profiles are not loaded, so their lines are not scored: {profiles:and}. Load their rubric.",
)
PROFILE_WITH_LINES = Text("{profile} ({n:,})", "{profile} ({n:,})")
NO_CARD = Text(
    "Buku kerja ini tidak memuat data untuk kartu skor. Isi lembar scores, neighbourhoods, atau households.",
    "This workbook has no data for a scorecard. Fill in the sheet scores, neighbourhoods or households.",
)
SCORE_COLUMNS_ABSENT = Text(
    "Tabel skor tidak memuat kolom {absent:list}. Gunakan lembar scores dari buku kerja.",
    "The table of scores has no column {absent:list}. Use the sheet scores of the workbook.",
)
ITEM_TWICE = Text(
    "{place}, {year}: butir {item} dari profil {profile} ada dua kali. Hapus salah satu.",
    "{place}, {year}: the item {item} of {profile} is entered twice. Remove one.",
)
CARD_REFUSED = Text("{place}, {year}: {why}", "{place}, {year}: {why}")
