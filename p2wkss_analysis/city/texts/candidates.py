"""What is said of the households that can be chosen from, and of their draw."""

from __future__ import annotations

from ...say import Text

NO_CANDIDATES = Text(
    "Lembar Keluarga dalam {file} tidak memuat keluarga yang diwawancarai pada kunjungan awal.",
    "The sheet Households of {file} holds no household interviewed at the first visit.",
)
ALL_ASSISTED = Text(
    "Semua {n:,} keluarga kunjungan awal dalam {file} sudah dibina pada tahun program sebelumnya. Isi calon baru, atau minta agar mereka ikut "
    "dipilih lagi (--again).",
    "All {n:,} households of the first visit in {file} were assisted in an earlier programme year. Fill in new candidates, or ask for them to be "
    "chosen from again (--again).",
)
NO_SUCH_COLUMN = Text(
    "Lembar Keluarga tidak memuat kolom {columns:list}. Yang terisi: {filled:list}.",
    "The sheet Households has no column {columns:list}. Filled in are: {filled:list}.",
)
