"""What is said while a report is written, and the names of its files."""

from __future__ import annotations

from ..say import Text

FILE_NAME = Text("laporan-p2wkss", "report-p2wkss")
PLACE_FILE_NAME = Text("laporan-data-terbuka-{place}", "report-open-data-{place}")
CITY_FILE_NAME = Text("laporan-{city}", "report-{city}")
SYNTHETIC_FILE_NAME = Text("laporan-{city}-sintetis", "report-{city}-synthetic")
WRITING = Text("Menulis laporan", "Writing the report")
BOUNDARIES_OF_WORKBOOK = Text(
    "Berkas batas wilayah hanya untuk laporan buku kerja kota, dan untuk laporan kabupaten/kota yang desa/kelurahannya memiliki angka terbitan. Sebut "
    "buku kerjanya, atau hapus pilihan boundaries.",
    "A boundary file serves only the report of a city's workbook, and that on a kabupaten or kota whose villages have published figures. Name the "
    "workbook, or leave out boundaries.",
)
UNKNOWN_FORMAT = Text(
    "Format {given!r} tidak dikenal. Pilihan: {known:and}.",
    "Format {given!r} is not known. Choose from: {known:and}.",
)
PHOTOS_OF_A_CITY = Text(
    "Foto hanya untuk laporan kota. Sebutkan juga buku kerja kotanya.",
    "Photos are for the report of a city. Name the city's workbook as well.",
)
