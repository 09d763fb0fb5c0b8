"""What the commands of the workbook itself say: `template`, `key` and `next`."""

from __future__ import annotations

from ...say import Text

TEMPLATE = Text(
    "tulis buku kerja Excel kosong yang diisi kota",
    "write the empty Excel workbook that a city fills in",
)
TEMPLATE_OUT = Text("berkas .xlsx yang ditulis", "the .xlsx file to write")
TEMPLATE_REGENCY = Text(
    "kode Kemendagri kabupaten atau kota, misalnya 32.76: desa/kelurahannya sudah terisi",
    "Kemendagri code of a kabupaten or kota, for example 32.76: its villages are filled in",
)
TEMPLATE_PAPER = Text("kertas untuk dicetak: a4 (bawaan) atau f4", "paper on which it is printed: a4 (default) or f4")
KEY = Text(
    "buat berkas kunci untuk kode samaran nomor kartu keluarga; simpan di luar proyek",
    "make the key file for pseudonyms of family card numbers; keep it outside the project",
)
KEY_OUT = Text("berkas yang ditulis, tidak pernah menimpa", "the file to write, never over another")
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
NEXT_CHOSEN = Text(
    "kode atau nama desa/kelurahan yang diputuskan untuk tahun itu; dicatat bersama semua calon dan skornya",
    "codes or names of the villages decided on for that year; recorded with all candidates and their scores",
)
NEXT_DRAW = Text(
    "catatan undian dari `p2wkss draw --record`, bila lokasinya diundi",
    "the record of a draw by `p2wkss draw --record`, where the sites were drawn",
)
DRAW_RECORD = Text(
    "tulis catatan undian (.csv atau .xlsx) untuk `p2wkss next --draw`",
    "write a record of the draw (.csv or .xlsx) for `p2wkss next --draw`",
)
RECORD_OF_LIST = Text(
    "--record mencatat undian yang sudah dilakukan. Jalankan dengan --seed, bukan --list-only.",
    "--record records a draw that was held. Run it with --seed, not --list-only.",
)
NEXT_WRITTEN = Text(
    "Isi baris kuning, lalu periksa dengan `p2wkss check {path:typed}`.",
    "Fill in the yellow lines, then run `p2wkss check {path:typed}`.",
)
WORKBOOK_WRITTEN = Text(
    "Buku kerja ditulis: {path}. Isi, lalu periksa dengan `p2wkss check {path:typed}`.",
    "Workbook written: {path}. Fill it in, then run `p2wkss check {path:typed}`.",
)
KEY_WRITTEN = Text(
    "Berkas kunci ditulis: {path}. Simpan di luar proyek; tanpa kunci ini kode samaran tahun depan tidak akan sama.",
    "Key file written: {path}. Keep it outside the project; without it next year's pseudonyms will differ.",
)
THEN_NEXT = Text(
    "Catat di buku kerja: p2wkss next BUKU.xlsx --out BUKU-BARU.xlsx --draw {record:typed}",
    "Record it in the workbook: p2wkss next BOOK.xlsx --out NEW-BOOK.xlsx --draw {record:typed}",
)
