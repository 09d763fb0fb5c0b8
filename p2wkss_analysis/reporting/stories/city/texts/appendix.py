"""What the appendix says: limits, sheets, sources, and cells read otherwise than typed."""

from __future__ import annotations

from .....say import Text

TITLE = Text("Lampiran: batas, lembar, dan sumber", "Appendix: limits, sheets and sources")

# --- limits -----------------------------------------------------------------------------------------------

LIMITS = Text("Batas laporan ini", "Limits of this report")
SYNTHETIC = Text(
    "Semua nilai dalam buku kerja ini sintetis; laporan ini tidak menggambarkan keadaan kota yang sebenarnya.",
    "All values in this workbook are synthetic; this report says nothing about the real city.",
)
OF_THE_CITY = (
    Text(
        "Angka desa/kelurahan adalah indikator pengganti; sumbernya tertulis di bawah. Angka kemiskinan dan IPM resmi hanya ada sampai "
        "kabupaten/kota dan tidak dipakai di sini.",
        "Figures of villages are proxies; their source is named below. Official poverty rates and the HDI stop at the regency and are "
        "not used here.",
    ),
    Text(
        "Pengaruh pada desa/kelurahan dan pengaruh pada KK binaan menjawab dua pertanyaan berbeda dan tidak dijumlahkan.",
        "The effect on villages and the effect on assisted households answer two different questions and are not added up.",
    ),
    Text(
        "Perbandingan di sini tidak berasal dari undian, kecuali bila kota mengundi. Hal yang tidak tercatat dapat ikut membedakan kedua "
        "kelompok.",
        "No comparison here rests on a random draw, unless the city held one. The groups may also differ in what is not recorded.",
    ),
    Text(
        "Laporan pelaksanaan dan jawaban keluarga berasal dari kota sendiri dan tidak diperiksa pihak lain.",
        "Reports of delivery and answers of households come from the city itself and were not checked by anyone else.",
    ),
)

# --- sheets -----------------------------------------------------------------------------------------------

SHEETS = Text("Lembar buku kerja", "Sheets of the workbook")
READ = Text("{file} dibaca tanpa kesalahan.", "{file} was read without a fault.")
PSEUDONYMS = Text("Nomor kartu keluarga diganti kode samaran.", "Family card numbers are replaced by pseudonyms.")
# Less what other tables hold, the number of lines could point at a few families.
LINES_NOT_TOLD = Text(
    "Banyaknya baris tentang keluarga tidak dicetak: selisihnya dengan tabel lain dapat menunjuk ke beberapa keluarga saja.",
    "The number of rows about households is not printed: its difference from other tables could point at a few families.",
)
SHEETS_TABLE = Text("Lembar yang dibaca.", "The sheets that were read.")
SHEET = Text("Lembar", "Sheet")
HOLDS = Text("Isi", "What it holds")
ROWS = Text("Baris", "Rows")
YEARS = Text("Tahun", "Years")
STATE = Text("Keadaan", "State")
EMPTY = Text("kosong", "empty")
FILLED_IN = Text("terisi", "filled in")

# --- sources ----------------------------------------------------------------------------------------------

SOURCES = Text("Sumber dan waktu data seperti tertulis", "Sources and vintages as typed")
NO_SOURCES = Text(
    "Belum ada sumber atau waktu data yang ditulis dalam buku kerja. Isi keduanya agar angka dapat ditelusuri.",
    "No source or vintage is entered in the workbook yet. Fill in both, so that figures can be traced.",
)
SOURCES_TABLE = Text("Sumber dan waktu data.", "Sources and vintages.")
DATA = Text("Data", "Data")
AS_TYPED = Text("Sumber seperti tertulis", "Source as typed")
VINTAGE = Text("Waktu data", "Vintage")
ASPECTS = {
    "slum": Text("kumuh", "slums"),
    "poverty": Text("kemiskinan", "poverty"),
    "hdi": Text("pengganti IPM", "HDI proxies"),
    "registry": Text("desil keluarga", "decile of households"),
    "": Text("kriteria kumuh RT", "slum criteria of RTs"),
}

# --- cells read otherwise than typed ----------------------------------------------------------------------

READINGS = Text("Sel yang dibaca lain dari yang tertulis", "Cells read otherwise than typed")
NO_READINGS = Text("Tidak ada: setiap sel dibaca seperti tertulis.", "None: every cell was read as typed.")
READINGS_OF_HOUSEHOLDS = Text(
    "Pada lembar Keluarga, beberapa sel dibaca lain dari yang tertulis; banyaknya dan isinya tidak dicetak.",
    "On the sheet Households some cells were read otherwise than typed; their number and content are not printed.",
)
READINGS_TABLE = Text("Sel yang dibaca lain dari yang tertulis.", "Cells read otherwise than typed.")
COLUMN = Text("Kolom", "Column")
CHANGE = Text("Perubahan", "Change")
CELLS = Text("Sel", "Cells")
FIRST_ONE = Text("Contoh pertama", "First example")
NO_HOUSEHOLD = Text(
    "Laporan ini tidak memuat baris atau ID keluarga.",
    "This report holds no row and no id of a household.",
)
