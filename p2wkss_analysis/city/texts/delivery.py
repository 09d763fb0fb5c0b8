"""What is said of deliveries."""

from __future__ import annotations

from ...say import Text

NO_ACTIVITY = Text(
    "Lembar Kegiatan belum berisi kegiatan. Isi satu baris per kegiatan: OPD, sektor, tanggal rencana, dan realisasi.",
    "The sheet Deliveries holds no activity yet. Fill in one line per activity: agency, sector, planned date and share done.",
)
