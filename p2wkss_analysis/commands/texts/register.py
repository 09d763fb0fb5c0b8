"""What `p2wkss aggregate` says: its options and what it refuses."""

from __future__ import annotations

from ...say import Text

AGGREGATE = Text(
    "jumlahkan register keluarga (Parquet, CSV) menjadi angka per desa/kelurahan dan tahun",
    "add up a register of households (Parquet, CSV) to figures of villages and years",
)
SOURCE = Text(
    "berkas atau folder: satu baris per keluarga dan tahun, dengan kolom lembar Keluarga dan year",
    "file or folder: one row a household and year, with the columns of the sheet Households and year",
)
OUT = Text("berkas hasil: .parquet, .csv, atau .xlsx", "the file to write: .parquet, .csv or .xlsx")
WORKBOOKS = Text(
    "folder untuk buku kerja setiap kabupaten/kota dengan lembar Desa-Kelurahan terisi",
    "folder for the workbook of every kabupaten and kota, its sheet Villages filled in",
)
REGENCY = Text(
    "hanya kabupaten/kota ini, misalnya Depok; boleh berulang", "only this kabupaten or kota, such as Depok; may be repeated"
)
BY = Text(
    "kelompok, dipisah koma: area_code, district_code, regency_code, province_code, rw, rt, year",
    "groups, with commas: area_code, district_code, regency_code, province_code, rw, rt, year",
)
ENGINE = Text("duckdb di komputer ini, atau spark", "duckdb on this computer, or spark")
COLUMN = Text(
    "nama kolom di register bila berbeda, misalnya village_code=kode_desa; boleh berulang",
    "name of a column in the register where it differs, such as village_code=kode_desa; may be repeated",
)
LINE = Text(
    "garis kemiskinan: rupiah per orang per bulan, atau published untuk garis BPS per kabupaten/kota dan tahun",
    "poverty line: rupiah a person and month, or published for the lines of BPS by regency and year",
)
DECILE_CUT = Text("batas desil rendah (bawaan 4)", "up to which decile counts as low (default 4)")
UNWEIGHTED = Text("abaikan kolom weight", "leave the column weight aside")
MEMORY = Text('batas memori mesin, misalnya "2GB"', 'memory for the engine, such as "2GB"')
LEAVE_OUT = Text(
    "hitung tanpa isian yang salah dan sebutkan jumlahnya; bawaan: tidak menghitung apa pun bila ada kesalahan",
    "compute without faulty cells and say how many; default: compute nothing where there are faults",
)
CHANGES = Text("tulis perubahan dari tahun sebelumnya", "write changes from the year before")
SOURCE_NAME = Text(
    'nama sumber untuk buku kerja, misalnya "DTSEN 2025"', 'name of the source for the workbooks, such as "DTSEN 2025"'
)
NOTHING_TO_WRITE = Text(
    "Sebutkan hasilnya: --out FILE untuk satu tabel, atau --workbooks FOLDER untuk buku kerja.",
    "Name the result: --out FILE for one table, or --workbooks FOLDER for workbooks.",
)
WRITING_WORKBOOKS = Text("Menulis buku kerja", "Writing workbooks")
WORKBOOKS_WRITTEN = Text(
    "{n} buku kerja ditulis di {folder}, satu per kabupaten/kota.",
    "{n} {n:workbook|workbooks} written in {folder}, one for each kabupaten or kota.",
)
WHICH_LINE = Text(
    "--line: {given} tidak dapat dipakai. Tulis rupiah per orang per bulan tanpa titik atau koma, misalnya 550000, atau published.",
    "--line: {given} cannot be used. Write rupiah a person and month without points or commas, such as 550000, or published.",
)
WHICH_MEMORY = Text(
    "--memory: {given} tidak dapat dibaca. Tulis misalnya 500MB atau 2GB.",
    "--memory: {given} cannot be read. Write 500MB or 2GB, for example.",
)
REGENCY_NEEDS_AREA = Text(
    "--regency memerlukan area_code, district_code, atau regency_code dalam --by.",
    "--regency needs area_code, district_code or regency_code in --by.",
)
