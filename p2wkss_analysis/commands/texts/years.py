"""What `p2wkss next` says: the help of its options, and what to do then."""

from __future__ import annotations

from ...say import Text

NEXT = Text(
    "tulis buku kerja tahun berikutnya dari buku kerja tahun ini",
    "write the workbook of the next year from this year's",
)
NEXT_FILE = Text("buku kerja tahun ini (.xlsx)", "this year's workbook (.xlsx)")
NEXT_OUT = Text("berkas .xlsx yang ditulis", "the .xlsx file to write")
NEXT_YEAR = Text(
    "tahun yang disiapkan; bawaan: sesudah tahun data terbaru",
    "the year to prepare; default: the one after the newest data",
)
NEXT_WRITTEN = Text(
    "Isi baris kuning, lalu periksa dengan `p2wkss check {path}`.",
    "Fill in the yellow lines, then run `p2wkss check {path}`.",
)
