"""What formats add to a document: words around its text, headings of the tables behind pictures, sheets of a registry."""

from __future__ import annotations

from ...say import Text

# --- around the text --------------------------------------------------------------------------------------

FIGURE = Text("Gambar", "Figure")
TABLE = Text("Tabel", "Table")
CONTENTS = Text("Isi", "Contents")
CONTENTS_HINT = Text(
    "Untuk nomor halaman: klik daftar ini, lalu pilih Perbarui Tabel (F9).",
    "For page numbers: click this table, then choose Update Table (F9).",
)
PAGE = Text("Halaman", "Page")
PAGE_OF = Text("dari", "of")
SKIP = Text("Langsung ke isi", "Skip to content")
LANGUAGE_TAG = Text("id-ID", "en-GB")

# --- the Excel workbook -----------------------------------------------------------------------------------

SHEET = Text("Lembar", "Sheet")
SHOWS = Text("Isi", "Contents")
CHAPTER = Text("Bab", "Chapter")
SOURCES = Text("Sumber", "Sources")
ABOUT_SOURCES = Text(
    "Satuan setiap kolom dan sumber setiap lembar",
    "Unit of each column and source of each sheet",
)
COLUMN = Text("Kolom", "Column")
UNIT_AND_KIND = Text("Satuan dan jenis", "Unit and kind")
SOURCE = Text("Sumber", "Source")
KINDS = {
    "text": Text("teks", "text"),
    "integer": Text("bilangan bulat", "whole number"),
    "p": Text("nilai p, {places} desimal", "p-value, {places} decimals"),
    "number": Text("bilangan, {places} desimal", "number, {places} decimals"),
    "signed": Text("bilangan bertanda, {places} desimal", "signed number, {places} decimals"),
    "percent": Text("persen, {places} desimal", "percent, {places} decimals"),
}
YEAR = Text("tahun", "year")
UNIT_THEN_KIND = Text("{unit}; {kind}", "{unit}; {kind}")

# --- the registry of a province ---------------------------------------------------------------------------

REGISTRY_TITLE = Text("Kumpulan buku kerja kota", "Collected workbooks of cities")
SUMMARY_SHEET = Text("ringkasan", "summary")
REGISTRY_SHEETS = {
    "sites": Text("registri lokasi: satu baris per lokasi dan tahun", "registry of sites: one row per site and year"),
    "panel": Text("satu baris per desa/kelurahan dan tahun", "one row per village and year"),
    "files": Text("satu baris per berkas di dalam folder", "one row per file in the folder"),
    "disagreements": Text(
        "apa yang bertentangan atau berbeda, dan tindak lanjutnya",
        "what contradicts or differs, and what to do",
    ),
    "faults": Text("kesalahan isian pada lembar yang dibaca", "faults in the sheets that were read"),
    "needed": Text(
        "lokasi terkonfirmasi yang dapat dipakai, dan berapa lagi yang diperlukan",
        "confirmed sites that can be used, and how many more are needed",
    ),
}
SHEET_WITH_ROWS = Text("{what} ({rows})", "{what} ({rows})")
YES = Text("ya", "yes")
NO = Text("tidak", "no")

# --- tables behind pictures: headings, values that are codes, units ----------------------------------------

HEADINGS = {
    "area_code": Text("Kode wilayah (Kemendagri)", "Area code (Kemendagri)"),
    "name": Text("Nama", "Name"),
    "label": Text("Keterangan", "Label"),
    "year": Text("Tahun", "Year"),
    "poverty_rate": Text("Penduduk miskin (%)", "Poverty rate (%)"),
    "hdi": Text("IPM (0–100)", "HDI (0–100)"),
    "value": Text("Nilai", "Value"),
    "class": Text("Kelas", "Class"),
    "method": Text("Seri atau metode", "Series or method"),
    "sites": Text("Lokasi program", "Programme sites"),
    "lists": Text("Daftar kumuh, tahun", "Slum lists, years"),
    "slum_list": Text("Dalam daftar kumuh", "On a slum list"),
    "households": Text("KK binaan", "Assisted households"),
    "shared": Text("KK gabungan beberapa lokasi", "Households of several sites combined"),
    "value_from": Text("Nilai awal", "First value"),
    "value_to": Text("Nilai akhir", "Last value"),
    "change": Text("Perubahan", "Change"),
    "probability_top_k": Text("Peluang terpilih (0–1)", "Chance of being chosen (0–1)"),
    "village": Text("Desa/kelurahan", "Village"),
    "score": Text("Skor kebutuhan (0–100)", "Need score (0–100)"),
    "rank": Text("Peringkat", "Rank"),
    "rank_low": Text("Peringkat terbaik, rentang 95%", "Best rank, 95% range"),
    "rank_high": Text("Peringkat terburuk, rentang 95%", "Worst rank, 95% range"),
    "share": Text("Bagian (0–1)", "Share (0–1)"),
    "stated": Text("Pada bobot yang ditetapkan", "At the stated weights"),
    "cohort": Text("Angkatan", "Cohort"),
    "n": Text("Lokasi (n)", "Sites (n)"),
    "observed_change": Text("Perubahan terlihat", "Observed change"),
    "common_change": Text("Perubahan semua tempat", "Common change"),
    "selection_rebound": Text("Pulih dengan sendirinya", "Rebound"),
    "programme_effect": Text("Pengaruh program", "Programme effect"),
    "years_since": Text("Tahun sejak program", "Years since the start"),
    "agency": Text("Perangkat daerah", "Agency"),
    "due": Text("Kegiatan jatuh tempo", "Activities due"),
    "percent_low": Text("Terlaksana (%), yang belum dilaporkan dihitung 0", "Done (%), unreported counted as 0"),
    "percent_high": Text("Terlaksana (%), yang belum dilaporkan dihitung 100", "Done (%), unreported counted as 100"),
    "not_reported": Text("Belum dilaporkan", "Not reported"),
    "month": Text("Bulan", "Month"),
    "planned_so_far": Text("Direncanakan sampai bulan itu", "Planned to date"),
    "done_so_far": Text("Terlaksana sampai bulan itu", "Done to date"),
    "not_reported_so_far": Text("Belum dilaporkan sampai bulan itu", "Not reported to date"),
    "role": Text("Peran", "Role"),
    "score_before": Text("Nilai kekumuhan sebelum", "Slum score before"),
    "score_after": Text("Nilai kekumuhan sesudah", "Slum score after"),
    "estimate": Text("Perkiraan", "Estimate"),
    "conf_low": Text("Selang 95%: dari", "95% interval: from"),
    "conf_high": Text("Selang 95%: sampai", "95% interval: to"),
}
CODES = {
    "named": Text("tercantum", "named"),
    "not named": Text("tidak tercantum", "not named"),
    "not_named": Text("tidak tercantum", "not named"),
    "assisted": Text("lokasi program", "programme site"),
    "comparison": Text("pembanding", "comparison"),
    "served_before": Text("lokasi sebelum survei", "site before the surveys"),
    "unknown": Text("tidak diketahui", "unknown"),
    "True": YES,
    "False": NO,
    "all": Text("semua", "all"),
}
UNITS = {
    "percent_low": Text("persen", "percent"),
    "percent_high": Text("persen", "percent"),
    "score_before": Text("0–80", "0–80"),
    "score_after": Text("0–80", "0–80"),
    "done_so_far": Text("kegiatan", "activities"),
}
