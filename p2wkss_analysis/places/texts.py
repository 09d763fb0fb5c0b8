"""What is said of places: codes and names, boundaries, tiles."""

from __future__ import annotations

from ..say import Text

# --- areas ------------------------------------------------------------------------------------------------

NOT_CODES = Text(
    "{n:,} kode wilayah tidak berbentuk kode Kemendagri: {codes:list}. Tulis sebagai teks bertitik: 32 (provinsi), 32.76 "
    "(kabupaten/kota), 32.76.11 (kecamatan), 32.76.11.1001 (kelurahan/desa).",
    "{n:,} area {n:code is|codes are} not in Kemendagri form: {codes:list}. Write them as dotted text: 32 (province), 32.76 "
    "(regency), 32.76.11 (district), 32.76.11.1001 (village).",
)
NO_ANCESTOR = Text(
    "{code} tidak memiliki induk pada tingkat {level!r}; pilih salah satu dari {known:list}.",
    "{code} has no ancestor at level {level!r}; choose one of {known:list}.",
)
UNKNOWN_LEVEL = Text(
    "Tingkat {level!r} tidak dikenal; pilih salah satu dari {known:list}.",
    "Level {level!r} is not known; choose one of {known:list}.",
)
NOTHING_WITHIN = Text(
    "Tabel wilayah tidak memuat wilayah tingkat {level} di dalam {code}. Periksa kodenya.",
    "The table of areas has no {level} inside {code}. Check the code.",
)
SEVERAL_LEVELS = Text(
    "Satu peta memuat satu tingkat wilayah, tetapi data memuat {levels:and}. Saring satu tingkat lebih dahulu.",
    "A map shows one level of places, but the data have {levels:and}. Filter one level first.",
)
NONE = Text("tidak satu pun", "none")
UNKNOWN_CODES = Text(
    "{n:,} kode tidak ada dalam tabel wilayah: {codes:list}. Periksa kode (Kepmendagri 300.2.2-2430/2025) atau tambahkan wilayah itu "
    "ke tabel.",
    "{n:,} {n:code is|codes are} not in the table of areas: {codes:list}. Check the codes (Kepmendagri 300.2.2-2430/2025) or add the "
    "places to the table.",
)
UNKNOWN_SYSTEM = Text(
    "Sistem kode {codes!r} tidak dikenal; pilih salah satu dari {known:list}.",
    "System of codes {codes!r} is not known; choose one of {known:list}.",
)
SEVERAL_OF_THE_NAME = Text(
    "Ada {n:,} wilayah bernama {name!r}: {codes:list}. Tulis nama lengkap atau kodenya; di Python dapat juga level= atau inside=.",
    "{n:,} places are called {name!r}: {codes:list}. Write the full name or the code; in Python level= or inside= do as well.",
)
NONE_OF_THE_NAME = Text(
    "Tidak ada wilayah bernama {name!r}. Tulis nama lengkap atau kodenya, misalnya Kota Depok atau 32.76.",
    "No place is called {name!r}. Write its full name or its code, such as Kota Depok or 32.76.",
)
NO_PROVINCE = Text(
    "Tidak ada provinsi bernama {name!r}. Tulis nama atau kode provinsi, misalnya Jawa Barat atau 32.",
    "No province is called {name!r}. Write the name or code of a province, such as Jawa Barat or 32.",
)
PERHAPS = Text(
    "Tidak ada wilayah bernama {name!r}. Mungkin: {near:;}.",
    "No place is called {name!r}. Perhaps: {near:;}.",
)

# --- boundaries -------------------------------------------------------------------------------------------

WITH_BOUNDARY = Text(
    "{n:,} dari {places:,} wilayah memiliki batas.",
    "{n:,} of {places:,} {places:place has|places have} a boundary.",
)
WITHOUT_BOUNDARY = Text("Tanpa batas: {names:and}.", "Without a boundary: {names:and}.")
NO_PLACES = Text(
    "Ada dalam berkas tetapi bukan wilayah yang dicari: {names:and}.",
    "In the file but none of the places: {names:and}.",
)
BROKEN = Text("Poligon rusak yang diperbaiki: {names:and}.", "Broken polygons, repaired: {names:and}.")
FAR_APART = Text(
    "Satu kode dipakai untuk poligon yang berjauhan: {names:and}. Periksa kodenya di QGIS.",
    "One code stands for polygons far apart: {names:and}. Check the codes in QGIS.",
)
OTHER_NAMES = Text(
    "Kode dan nama dalam berkas tidak cocok: {names:and}. Periksa kodenya di QGIS.",
    "Codes and names in the file contradict each other: {names:and}. Check the codes in QGIS.",
)
FAR_AWAY = Text(
    "Poligon lebih dari 10 km dari letak wilayahnya: {names:and}. Periksa kode dan sistem koordinatnya di QGIS.",
    "Polygons over 10 km from where the place lies: {names:and}. Check the codes and the coordinate system in QGIS.",
)
ELSEWHERE = Text(
    "Poligon berkas batas terletak sekitar {km:,} km dari wilayah yang dicari. Periksa sistem koordinat dan kodenya di QGIS, lalu "
    "simpan ulang.",
    "The polygons of the boundary file lie about {km:,} km from the places. Check the coordinate system and the codes in QGIS, and save "
    "it again.",
)
OTHERS = Text("{n:,} lainnya", "{n:,} others")
NO_MATCH = Text(
    "Tidak ada kolom berkas batas yang memuat kode Kemendagri atau BPS, atau nama pada letaknya, dari wilayah peta ini (misalnya "
    "{wanted}). Kolomnya: {columns:list}. Periksa tingkat wilayah dan daerahnya.",
    "No column of the boundary file has Kemendagri or BPS codes, or names at their location, of the places of this map (for example "
    "{wanted}). Its columns: {columns:list}. Check the level of the places and the region.",
)
NO_MATCH_OF_CODES = Text(
    "Tidak ada kolom berkas batas yang memuat kode Kemendagri atau BPS, atau nama pada letaknya, dari wilayah peta ini (misalnya "
    "{wanted}). Kolomnya: {columns:list}. Kode di dalamnya misalnya {code}. Periksa tingkat wilayah dan daerahnya.",
    "No column of the boundary file has Kemendagri or BPS codes, or names at their location, of the places of this map (for example "
    "{wanted}). Its columns: {columns:list}. A code in it is {code}. Check the level of the places and the region.",
)
NO_COLUMN = Text("tidak ada", "none")
TOO_FEW = Text(
    "Berkas batas hanya memuat {n:,} dari {all:,} wilayah peta ini, dibaca dari kolom {column}. Yang tidak ada: {names:and}. Berikan berkas "
    "yang memuat sedikitnya separuhnya.",
    "The boundary file holds only {n:,} of the {all:,} places of this map, read from column {column}. Missing: {names:and}. Give a file "
    "with at least half of them.",
)

# --- boundary_file ----------------------------------------------------------------------------------------

NO_FILE = Text(
    "boundaries= berisi alamat berkas (GeoJSON, GPKG, SHP, Parquet) atau GeoDataFrame.",
    "boundaries= takes the path of a file (GeoJSON, GPKG, SHP, Parquet) or a GeoDataFrame.",
)
NO_POLYGON = Text(
    "Berkas batas tidak memuat satu poligon pun. Pilih berkas yang berisi batas wilayah.",
    "The boundary file has no polygons. Choose a file of boundaries.",
)
NO_SYSTEM = Text(
    "Berkas batas tidak menyebut sistem koordinat dan angkanya bukan derajat di Indonesia (x {west:.0} sampai {east:.0}, y {south:.0} "
    "sampai {north:.0}). Tetapkan sistem koordinatnya, misalnya UTM zona 48S (EPSG:32748), di QGIS atau dengan GeoDataFrame.set_crs, "
    "lalu simpan ulang.",
    "The boundary file names no coordinate system and its numbers are not degrees in Indonesia (x {west:.0} to {east:.0}, y {south:.0} "
    "to {north:.0}). Set its system, for example UTM zone 48S (EPSG:32748), in QGIS or with GeoDataFrame.set_crs, and save it again.",
)
NOT_IN_INDONESIA = Text(
    "Poligon berkas batas tidak terletak di Indonesia menurut sistem koordinat yang disebutnya ({system}). Sistem itu keliru, atau "
    "berkasnya dari negara lain: tetapkan sistem yang benar di QGIS dan simpan ulang.",
    "The polygons of the boundary file do not lie in Indonesia by the coordinate system it names ({system}). The system is wrong, or "
    "the file is of another country: set the right one in QGIS and save it again.",
)
EXCHANGED = Text(
    "Lintang dan bujur dalam berkas batas tertukar. Tukar kembali (x = bujur, y = lintang) dan simpan ulang.",
    "Latitude and longitude are swapped in the boundary file. Swap them (x = longitude, y = latitude) and save it again.",
)
CORNERS_NOT_NUMBERS = Text(
    "Berkas batas memuat titik sudut yang bukan bilangan (NaN atau tak hingga) pada poligon {polygons:and}. Perbaiki di QGIS, lalu "
    "simpan ulang.",
    "The boundary file has corners that are not numbers (NaN or infinite), in its polygons {polygons:and}. Repair it in QGIS and save "
    "it again.",
)
SHAPE_LOST = Text(
    "{name}: titik sudut sebagian bentuk rusak, sehingga bentuknya akan lain. Simpan ulang berkas itu dari QGIS.",
    "{name}: corners of some shapes are damaged, so that the shapes would be others. Save the file again from QGIS.",
)
UNREADABLE = Text(
    "Berkas batas {name!r} tidak terbaca sebagai GeoJSON, GPKG, SHP, GDB, atau Parquet: isinya bukan peta atau berkasnya rusak. Buka di "
    "QGIS dan simpan ulang sebagai GeoPackage.",
    "The boundary file {name!r} cannot be read as GeoJSON, GPKG, SHP, GDB or Parquet: it is not a map or is damaged. Open it in QGIS and "
    "save it again as a GeoPackage.",
)
EMPTY = Text(
    "Berkas batas {name!r} kosong (0 byte). Salin atau unduh ulang.",
    "The boundary file {name!r} is empty (0 bytes). Copy or download it again.",
)
INCOMPLETE = Text(
    "Shapefile {name!r} tidak lengkap: {lacking:and} tidak ada di sampingnya. Salin semua berkas yang bernama sama (.shp, .shx, .dbf, "
    ".prj), atau kirim sebagai satu .zip.",
    "The Shapefile {name!r} is incomplete: {lacking:and} {n:is|are} not beside it. Copy all files of that name (.shp, .shx, .dbf, "
    ".prj), or send them as one .zip.",
)

TOO_LARGE = Text(
    "Berkas batas {name!r} berukuran {size:,} MB; paling besar {most:,} MB. Buka di QGIS, pilih poligon kota/kabupaten Anda saja, lalu simpan "
    "pilihan itu sebagai GeoPackage.",
    "The boundary file {name!r} has {size:,} MB; at most {most:,} MB are read. Open it in QGIS, select the polygons of your city or "
    "kabupaten alone, and save the selection as a GeoPackage.",
)
NO_MAP_IN_ZIP = Text(
    "{name!r} tidak memuat peta: di dalamnya tidak ada berkas {endings:and}.",
    "{name!r} has no map: there is no file {endings:and} in it.",
)

# --- tiles ------------------------------------------------------------------------------------------------

TILES_NEED = Text(
    "tile_map memerlukan sedikitnya satu wilayah dengan kolom area_code, name, lon, lat; tidak ada: {lacking:list}.",
    "tile_map needs at least one place with columns area_code, name, lon, lat; missing: {lacking:list}.",
)
ROWS = Text("baris", "rows")
COLUMNS_TWICE = Text(
    "Kolom ganda: {columns:list}. Sediakan satu kolom untuk setiap nama.",
    "Columns given twice: {columns:list}. Keep one column for each name.",
)
REPEATED = Text(
    "Kode wilayah berulang: {codes:list}. Sediakan satu baris untuk setiap wilayah.",
    "Repeated area codes: {codes:list}. Keep one row per place.",
)
POINTS_OUTSIDE = Text(
    "Titik di luar Indonesia (lon 94 sampai 142, lat -12 sampai 7): {places}. Periksa apakah lon dan lat tertukar.",
    "Points outside Indonesia (lon 94 to 142, lat -12 to 7): {places}. Check whether lon and lat are swapped.",
)
NO_POINT = Text(
    "Tanpa titik, dan tidak satu pun wilayah seinduknya memiliki titik: {places}. Isi lon dan lat, atau keluarkan dari peta.",
    "Without a point, and no sibling has one: {places}. Fill in lon and lat, or leave them out.",
)
