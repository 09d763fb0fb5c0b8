"""What the annex of photos says."""

from __future__ import annotations

from .....say import Text

TITLE = Text("Foto sebelum dan sesudah", "Photos before and after")
ABOUT = Text(
    "Foto dipilih dan dinamai oleh kantor. Foto menggambarkan keadaan, bukan bukti dampak.",
    "The photos were chosen and named by the office. They show the state of a place and are no evidence of impact.",
)
BEFORE = Text("sebelum", "before")
AFTER = Text("sesudah", "after")
RT_OF_RW = Text("{village}RT {rt}/RW {rw}", "{village}RT {rt}/RW {rw}")
RW = Text("{village}RW {rw}", "{village}RW {rw}")
CAPTION = Text("{place}, {phase}", "{place}, {phase}")
MISSING = Text("{place}, {phase}: belum ada foto", "{place}, {phase}: no photo yet")
