"""What is said of the scorecards of a sheet."""

from __future__ import annotations

from ...say import Text

CARDS = {"slum": Text("Kekumuhan RT", "Slum scores of RTs"), "iks": Text("Keluarga sehat", "Healthy families")}
MEASURES = {
    "score_before": Text("skor sebelum", "score before"),
    "score_after": Text("skor sesudah", "score after"),
    "contribution": Text("kontribusi penanganan", "contribution of the work"),
    "items_met": Text("butir terpenuhi", "items met"),
    "lowest_total": Text("jumlah terendah", "lowest total"),
    "highest_total": Text("jumlah tertinggi", "highest total"),
}
HEALTHY = {
    "assisted": Text("persen keluarga sehat, KK binaan, {wave}", "percent healthy, assisted, {wave}"),
    "comparison": Text("persen keluarga sehat, KK pembanding, {wave}", "percent healthy, comparison, {wave}"),
}
NOT_LOADED = Text(
    "Profil berikut belum dimuat, sehingga barisnya tidak dinilai: {profiles:and}. Muat rubriknya.",
    "These profiles are not loaded, so their lines are not scored: {profiles:and}. Load their rubric.",
)
PROFILE_WITH_LINES = Text("{profile} ({n:,})", "{profile} ({n:,})")
NO_CARD = Text(
    "Buku kerja ini tidak memuat data untuk kartu skor. Isi lembar Kartu Skor, RT, atau Keluarga.",
    "This workbook has no data for a scorecard. Fill in the sheet Scorecards, Neighbourhoods or Households.",
)
SCORE_COLUMNS_ABSENT = Text(
    "Tabel skor tidak memuat kolom {absent:list}. Gunakan lembar Kartu Skor dari buku kerja.",
    "The table of scores has no column {absent:list}. Use the sheet Scorecards of the workbook.",
)
ITEM_TWICE = Text(
    "{place}, {year}: butir {item} dari profil {profile} ada dua kali. Hapus salah satu.",
    "{place}, {year}: the item {item} of {profile} is entered twice. Remove one.",
)
CARD_REFUSED = Text("{place}, {year}: {why}", "{place}, {year}: {why}")
A_SCORECARD = Text("scorecards", "scorecards")
