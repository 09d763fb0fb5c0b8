"""What a musyawarah may decide, the fixed list of reasons, and the refusal of any other."""

from __future__ import annotations

from ....say import Text

INCLUDE_REASONS = {
    "worse_than_data": Text("keadaan lebih buruk daripada data", "worse off than the data say"),
    "disaster": Text("terkena bencana atau kebakaran", "hit by disaster or fire"),
    "lost_earner": Text("kehilangan pencari nafkah", "lost its earner"),
    "illness_or_disability": Text("sakit berat atau disabilitas", "severe illness or disability"),
    "promised": Text("sudah ditetapkan sebelumnya", "already fixed earlier"),
}
EXCLUDE_REASONS = {
    "better_than_data": Text("keadaan lebih baik daripada data", "better off than the data say"),
    "moved_away": Text("sudah pindah", "moved away"),
    "duplicate": Text("data ganda", "duplicate entry"),
    "not_found": Text("tidak ditemukan di lapangan", "not found in the field"),
    "declined": Text("menolak ikut serta", "declined to take part"),
    "already_assisted": Text("sudah dibantu program lain", "already assisted by another programme"),
    "not_eligible": Text("tidak memenuhi syarat", "not eligible"),
}
CONSEQUENCES = {
    "release": Text("keputusan terdahulu dicabut", "an earlier decision was withdrawn"),
    "entered": Text("akibat keputusan pada langkah ini", "as a result of this step"),
    "left": Text("akibat keputusan pada langkah ini", "as a result of this step"),
}
NOT_STATED = Text("alasan tidak disebutkan", "no reason stated")
NOT_A_LIST = Text(
    "`{action}` berupa daftar household_id atau pasangan {{household_id: alasan}}, bukan {given!r}.",
    "`{action}` is a list of household_id or a mapping {{household_id: reason}}, not {given!r}.",
)
UNKNOWN_REASON = Text(
    "Alasan {reason!r} tidak dikenal untuk `{action}`. Pilih salah satu: {known:;}.",
    "The reason {reason!r} is not known for `{action}`. Choose one of: {known:;}.",
)
CODE_OF_REASON = Text("{code} ({reason})", "{code} ({reason})")
