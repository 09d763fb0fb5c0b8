"""What the commands say of a survey of families before the first visit: its size, and a draw near the cut."""

from __future__ import annotations

from ...say import Text

# --- households: a draw near the cut ----------------------------------------------------------------------

NEAR_CUT = Text(
    "undi sekian tempat di antara KK di sekitar batas; KK yang lebih membutuhkan tetap masuk. Tanpa --seed: daftar peserta untuk diumumkan",
    "draw this many places among families near the cut; needier families stay in. Without --seed: the list to publish first",
)
WIDTH = Text(
    "pengganti --draw-near-cut: undi semua KK dalam jarak skor ini dari batas",
    "instead of --draw-near-cut: draw among all families within this many points of the cut",
)
WITHIN = Text("undi di dalam setiap kelompok kolom ini, misalnya rt", "draw within each group of this column, for example rt")
RECORD = Text(
    "tulis salinan buku kerja yang menyimpan hasil undian untuk formulir dan evaluasi",
    "write a copy of the workbook that keeps the draw for the form and the evaluation",
)
RECORD_WRITTEN = Text("Ditulis: {path}", "Written: {path}")
NOT_NEAR_CUT = Text(
    "--record dan --draw-within hanya dipakai bersama --draw-near-cut atau --draw-width.",
    "--record and --draw-within go with --draw-near-cut or --draw-width.",
)
RECORD_NEEDS_WORKBOOK = Text(
    "--record memerlukan buku kerja dari `p2wkss template` sebagai berkas calon.",
    "--record needs a workbook from `p2wkss template` as the file of candidates.",
)
