"""What is said of the settings a city decided."""

from __future__ import annotations

from ...say import Text

NO_BOUNDARIES = Text(
    'Berkas batas wilayah {name}, yang disebut pada lembar Pengaturan, tidak ditemukan; letaknya dihitung dari folder buku kerja. Letakkan di sana, atau kosongkan "berkas batas wilayah".',
    'The boundaries file {name}, named on the sheet Settings, is not found; its path starts at the folder of the workbook. Put it there, or leave "boundaries file" empty.',
)
