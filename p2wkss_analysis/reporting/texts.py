"""What is said while a report is written, and the names of its files."""

from __future__ import annotations

from ..say import Text

FILE_NAME = Text("laporan-p2wkss", "report-p2wkss")
CITY_FILE_NAME = Text("laporan-{city}", "report-{city}")
SYNTHETIC_FILE_NAME = Text("laporan-{city}-sintetis", "report-{city}-synthetic")
WRITING = Text("Menulis laporan", "Writing the report")
UNKNOWN_FORMAT = Text(
    "Format {given!r} tidak dikenal. Pilihan: {known:and}.",
    "Format {given!r} is not known. Choose from: {known:and}.",
)
PHOTOS_OF_A_CITY = Text(
    "Foto hanya untuk laporan kota. Sebutkan juga buku kerja kotanya.",
    "Photos are for the report of a city. Name the city's workbook as well.",
)
