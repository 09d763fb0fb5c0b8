"""The help of the commands that write and run notebooks."""

from __future__ import annotations

from ...say import Text

NOTEBOOK = Text(
    "jalankan notebook kota pada buku kerja yang sudah diisi: kebutuhan, peta, keluarga, kegiatan, dampak",
    "run the notebook of a city on its filled-in workbook: need, map, households, deliveries, effect",
)
NOTEBOOKS = Text(
    "tulis notebook paket ini ke sebuah folder, siap dibuka dengan JupyterLab",
    "write the notebooks of this package into a folder, ready to open in JupyterLab",
)
NOTEBOOKS_FOLDER = Text("folder tujuan (bawaan: notebook-p2wkss)", "the folder (default: notebook-p2wkss)")
NOTEBOOK_FILE = Text(
    "buku kerja .xlsx kota; tanpa ini: contoh sintetis Kota Depok",
    "the city's .xlsx workbook; without it: a synthetic example of Kota Depok",
)
NOTEBOOK_OUT = Text("berkas .ipynb yang ditulis", "the .ipynb file to write")
NOTEBOOK_REPORT = Text("tulis juga laporan kota ke folder ini", "also write the city's report to this folder")
NOTEBOOK_SITES = Text(
    "banyaknya lokasi tahun depan (bawaan: seperti tahun terakhir)",
    "sites next year (default: as in the last year)",
)
NOTEBOOK_AS_OF = Text(
    "kegiatan dinilai per tanggal ini (bawaan: tanggal terakhir tercatat)",
    "deliveries are judged as of this day (default: the last date on record)",
)
NOTEBOOK_DRAWS = Text("banyaknya simulasi (bawaan 999)", "simulations (default 999)")
