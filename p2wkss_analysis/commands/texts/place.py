"""The report on one kabupaten, kota or province: the help of its options, and what is refused beside them."""

from __future__ import annotations

from ...say import Text

REPORT_REGENCY = Text(
    'laporan satu kabupaten/kota dari angka terbitan: nama atau kode, misalnya "Kota Depok" atau 32.76',
    'the report on one kabupaten or kota from published figures: name or code, such as "Kota Depok" or 32.76',
)
REPORT_PROVINCE = Text(
    "laporan satu provinsi dari angka terbitan: nama atau kode, misalnya Banten atau 36",
    "the report on one province from published figures: name or code, such as Banten or 36",
)
ONE_PLACE = Text(
    "Pilih satu: --regency untuk kabupaten/kota, atau --province untuk provinsi.",
    "Choose one: --regency for a kabupaten or kota, or --province for a province.",
)
PLACE_OR_WORKBOOK = Text(
    "{file} adalah buku kerja kota, sedangkan --regency dan --province memakai angka terbitan saja. Hapus salah satunya: p2wkss report "
    "{file} untuk laporan buku kerja.",
    "{file} is a city's workbook, while --regency and --province use published figures alone. Leave out one of them: p2wkss report {file} "
    "gives the report of the workbook.",
)
NOT_FOR_A_PLACE = Text(
    "{given:list} hanya untuk laporan buku kerja, bukan bersama --regency atau --province. Hapus pilihan itu.",
    "{given:list} serves only the report of a workbook, not --regency or --province. Leave it out.",
)
IS_A_PROVINCE = Text(
    "{given} adalah provinsi ({code}). Tulis: p2wkss report --province {code}",
    "{given} is a province ({code}). Type: p2wkss report --province {code}",
)
NOT_A_PROVINCE = Text(
    "{given} bukan provinsi melainkan kabupaten/kota ({code}). Tulis: p2wkss report --regency {code}",
    "{given} is no province but a kabupaten or kota ({code}). Type: p2wkss report --regency {code}",
)
