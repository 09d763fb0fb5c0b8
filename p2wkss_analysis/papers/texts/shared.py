"""Words that several papers share: letterhead, blanks, signatures."""

from __future__ import annotations

from ...say import Text

NO_BODY = Text(
    "Templat {file} tidak memuat paragraf {mark}. Tulis {mark} pada baris tersendiri, tempat isi naskah diletakkan.",
    "The template {file} has no paragraph {mark}. Write {mark} on a line of its own, where the text of the paper belongs.",
)

# --- letterhead and blanks --------------------------------------------------------------------------------

GOVERNMENT = Text("PEMERINTAH {city}", "GOVERNMENT OF {city}")
AGENCY = Text("[nama perangkat daerah]", "[name of the agency]")
EMBLEM = Text("[lambang]", "[emblem]")
ADDRESS = Text("[alamat, telepon, laman]", "[address, telephone, web site]")
NUMBER = Text("[nomor]", "[number]")
DATE = Text("[tanggal]", "[date]")
PLACE = Text("[tempat]", "[place]")
YEAR = Text("[tahun]", "[year]")
RW = Text("[RW]", "[RW]")
NAME = Text("[nama]", "[name]")
STAFF_NUMBER = Text("NIP [NIP]", "Staff no. [number]")
POSITION = Text("[jabatan]", "[position]")
MAYOR = Text("Wali Kota {city}", "Mayor of {city}")
REGENT = Text("Bupati {city}", "Regent of {city}")

# --- tables and rows --------------------------------------------------------------------------------------

RANK = Text("No.", "No.")
VILLAGE = Text("Desa/kelurahan", "Village")
DISTRICT = Text("Kecamatan", "District")
CODE = Text("Kode wilayah", "Area code")
SCORE = Text("Skor", "Score")
LAST_SITE = Text(
    "{place}, lokasi terakhir dari {n:,} lokasi dengan data sebelum dan sesudah program; yang lain ada dalam laporan. Perubahan, bukan dampak.",
    "{place}, the last of {n:,} sites known before and after the programme; the others stand in the report. Change, not impact.",
)
NOT_YET = Text("Belum dapat diisi dari buku kerja ini.", "The workbook cannot tell this yet.")
