"""What the matrix by agency says around its figures."""

from __future__ import annotations

from ...say import Text

SHEET = Text("Matriks OPD", "Matrix by agency")
TITLE = Text(
    "Matriks kegiatan perangkat daerah, {programme} {city} {year}", "Activities by agency, {programme} in {city}, {year}"
)
COLUMNS = {
    "agency": Text("OPD", "Agency"),
    "activity": Text("Kegiatan", "Activity"),
    "target": Text("Target", "Target"),
    "unit": Text("Satuan", "Unit"),
    "realised": Text("Realisasi", "Realised"),
    "budget_rupiah": Text("Pagu (Rp)", "Budget (Rp)"),
    "amount_rupiah": Text("Serapan (Rp)", "Spent (Rp)"),
    "absorbed_percent": Text("Serapan (%)", "Spent (%)"),
    "done_percent": Text("Capaian (%)", "Done (%)"),
    "obstacle": Text("Kendala", "Obstacle"),
    "follow_up": Text("Tindak lanjut", "Follow-up"),
}
ALL_AGENCIES = Text("Semua OPD", "All agencies")
NONE_REPORTED = Text("belum dilaporkan", "not reported")
NOT_REPORTED = Text(
    "{about:sekitar |}{n:,} dari {all:,} kegiatan belum dilaporkan",
    "{about:about |}{n:,} of {all:,} {all:activity|activities} not reported",
)
NOTE = Text(
    "Realisasi: target kali persentase yang dilaporkan. Capaian: rata-rata kegiatan yang sudah jatuh tempo dan dilaporkan. Serapan (%): "
    "kegiatan yang pagu dan serapannya tercatat. Sel kosong: belum diisi.",
    "Realised: the target times the share reported. Done: the mean of activities due and reported. Spent (%): activities whose budget and "
    "spending are on record. An empty cell: not filled in.",
)
HOUSEHOLDS = Text(
    "Kegiatan atas nama KK disatukan per OPD dan kendalanya tidak dicantumkan. Jumlahnya dibulatkan ke kelipatan lima, karena jumlah yang "
    "tepat dapat menunjuk ke satu keluarga.",
    "Activities for single households are one line of each agency, without obstacles. Their number is rounded to fives, because the exact "
    "one can point at a single family.",
)
NOTHING = Text("Matriks belum dapat disusun. {why}", "The matrix cannot be made yet. {why}")
PAGE = Text("Halaman &P dari &N", "Page &P of &N")
