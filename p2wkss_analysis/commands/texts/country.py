"""The whole country: the help of the options of `p2wkss national`, and what it prints."""

from __future__ import annotations

from ...say import Text

NATIONAL = Text(
    "kebutuhan, gugus, dan dampak semua kabupaten/kota dari satu tabel desa-tahun",
    "need, clusters and effects of every kabupaten and kota from one table of village-years",
)
FILE = Text(
    "tabel desa-tahun (Parquet, CSV, Excel, atau folder Parquet): area_code, year, dan indikator lembar Desa-Kelurahan",
    "the table of village-years (Parquet, CSV, Excel, or a folder of Parquet): area_code, year, and indicators of the sheet Villages",
)
OUT = Text(
    "folder hasil, yang belum ada; muncul utuh setelah semua selesai",
    "the folder of results, not there yet; it appears whole when all is finished",
)
SITES = Text("tabel lokasi: area_code dan year", "the table of sites: area_code and year")
K = Text(
    "jumlah lokasi setiap kabupaten/kota; bila kosong, sebanyak tahun program terakhirnya",
    "sites of each kabupaten or kota; by default as many as in its newest programme year",
)
OUTCOME = Text(
    "indikator utama, yang juga dasar pemilihan lokasi; bila kosong, yang pertama dengan cukup tahun data",
    "the main outcome, by which sites were also chosen; by default the first with years enough",
)
RULE = Text(
    "cara lokasi dipilih: worst (yang terburuk setahun sebelumnya), unknown, atau seperti pada `p2wkss impact`, misalnya outcome,highest,2,1",
    "how sites were chosen: worst (the worst of the year before), unknown, or as for `p2wkss impact`, such as outcome,highest,2,1",
)
DRAWS = Text("banyaknya undian pembanding", "number of placebo draws")
