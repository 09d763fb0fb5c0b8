"""One kabupaten, kota or province from published figures: the help of options for its report and for where next in it, and what is
refused beside them."""

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
    "{file:typed} untuk laporan buku kerja.",
    "{file} is a city's workbook, while --regency and --province use published figures alone. Leave out one of them: p2wkss report {file:typed} "
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
TARGET_REGENCY = Text(
    "kabupaten/kota menurut nama atau kode, misalnya Depok: desa/kelurahannya menurut angka pengganti yang terbit",
    "kabupaten or kota by name or code, for example Depok: its villages by published proxies",
)
TARGET_MAP = Text(
    "peta peluang menurut angka pengganti: .png, .svg, atau .pdf (dengan --regency, tanpa berkas)",
    "map of the chances by proxies: .png, .svg or .pdf (with --regency, without a file)",
)
MAP_OF_PROXIES = Text(
    "--map dan --boundaries di sini hanya untuk --regency tanpa berkas. Peta dari berkas Anda: p2wkss map --table BERKAS --column KOLOM --out peta.png",
    "--map and --boundaries serve --regency without a file here. A map of your file: p2wkss map --table FILE --column COLUMN --out map.png",
)
BOUNDARIES_WITHOUT_MAP = Text(
    "--boundaries hanya dipakai bersama --map. Tambahkan --map peta.png.",
    "--boundaries is used with --map only. Add --map map.png.",
)
PROXIES_MEANWHILE = Text(
    "Sementara itu tersedia angka pengganti yang sudah terbit: p2wkss target --regency {code}",
    "Meanwhile there are published proxies: p2wkss target --regency {code}",
)
