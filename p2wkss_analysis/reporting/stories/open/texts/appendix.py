"""The sentences of the appendix on data and sources."""

from __future__ import annotations

from .....say import Text

TITLE = Text("Lampiran: data dan sumber", "Appendix: data and sources")
TABLE = Text("Tabel", "Table")
PUBLISHER = Text("Penerbit", "Publisher")
DOCUMENT = Text("Dokumen", "Document")
LICENCE = Text("Lisensi", "Licence")
TABLES = Text("Tabel terbuka yang dipakai laporan ini.", "Open tables used in this report.")
TABLES_SOURCE = Text("Sumber: datapackage.json.", "Source: datapackage.json.")
TABLES_NOTE = Text(
    "sha256: dua belas angka pertama dari berkas yang dibaca; nilai lengkapnya ada dalam datapackage.json.",
    "sha256: the first twelve digits for the file that was read; the full value is in datapackage.json.",
)
BREAKS = Text("Putus seri dan keterbatasan yang diketahui", "Known breaks in series and limitations")
BREAK = Text("{table}: {breaks}", "{table}: {breaks}")

# --- known sites ------------------------------------------------------------------------------------------

BY_REGENCY = Text("Lokasi yang diketahui, per kabupaten/kota", "Known sites by regency or city")
HOW_MANY = Text(
    "{n:,} lokasi di {regencies:,} kabupaten/kota: {confirmed:,} terkonfirmasi, {no_year:,} tanpa tahun. Daftar ini dihimpun dari "
    "pemberitaan dan jauh dari lengkap.",
    "{n:,} sites in {regencies:,} regencies and cities: {confirmed:,} confirmed, {no_year:,} without a year. The register is compiled "
    "from press reports and is far from complete.",
)
YEAR_UNKNOWN = Text("tahun tidak diketahui", "year unknown")
REGENCY = Text("Kabupaten/kota", "Regency or city")
SITES_WITH_YEAR = Text("Desa/kelurahan (tahun program)", "Village (programme year)")
KNOWN = Text("Lokasi P2WKSS yang diketahui.", "Known P2WKSS sites.")
KNOWN_NOTE = Text("Tanda tanya: belum terkonfirmasi.", "Question mark: not confirmed.")
