"""What stands on and below the maps: titles, legends, notes, what a map shows in a sentence, and refusals. Short on paper."""

from __future__ import annotations

from ...say import Text

# --- theme: what is mapped --------------------------------------------------------------------------------

RESULTS = {  # columns of the package's own results
    "score": Text("Skor kebutuhan", "Need score"),
    "probability_top_k": Text("Peluang termasuk yang paling membutuhkan", "Chance of being among the neediest"),
}
UNITS = {  # units of the dictionary, as a legend writes them
    "index 0-100": Text("", ""),
    "index 0-1": Text("", ""),
    "index 100 = parity": Text("", ""),
    "years": Text("tahun", "years"),
    "persons": Text("jiwa", "persons"),
    "rupiah per person per month": Text("rupiah per orang per bulan", "rupiah per person per month"),
    "thousand rupiah per person per year": Text("ribu rupiah per orang per tahun", "thousand rupiah per person per year"),
    "thousand persons": Text("ribu jiwa", "thousand persons"),
}
PERCENT = Text("%", "%")
PUBLISHED = Text("{publisher}: {series}", "{publisher}: {series}")
BPS = Text("Badan Pusat Statistik (BPS)", "Statistics Indonesia (BPS)")
WITH_UNIT = Text("{label} ({unit})", "{label} ({unit})")
SEVERAL = Text(
    "Satu peta menampilkan satu {column}, sedangkan data memuat {found:list}. Saring lebih dahulu, misalnya "
    'data[data["{column}"] == {first!r}].',
    'A map shows one {column}, and the data hold {found:list}. Filter first, for example data[data["{column}"] == {first!r}].',
)
NO_COLUMN = Text(
    "Data tidak mempunyai kolom {name!r}. Kolom yang ada: {columns:list}.",
    "The data have no column {name!r}. The columns are: {columns:list}.",
)
UNKNOWN_END = Text(
    'better={better!r} tidak dikenal; isi "higher" atau "lower".',
    'better={better!r} is not known; give "higher" or "lower".',
)
NO_PLACES = Text(
    "Berikan DataFrame dengan kolom (atau indeks) area_code dan satu kolom nilai, atau hasil yang mempunyai .table() seperti itu.",
    "Give a DataFrame with a column (or index) area_code and one column of values, or a result whose .table() is one.",
)
EMPTY = Text(
    "Data untuk peta kosong. Periksa saringan wilayah dan tahunnya.",
    "The data for the map are empty. Check the filters of places and years.",
)
WHICH_COLUMN = Text(
    'Tidak jelas kolom mana yang dipetakan: {columns:list}. Sebutkan value="nama kolom".',
    'It is not clear which column to map: {columns:list}. Give value="column name".',
)
NO_NUMBERS = Text(
    'Data tidak mempunyai kolom angka untuk dipetakan. Tambahkan, dan sebutkan value="nama kolom".',
    'The data have no column of numbers to map. Add one, and give value="column name".',
)
NOT_NUMBERS = Text(
    "Kolom {name!r} memuat {n:,} isian yang bukan angka, misalnya {first!r}. Kosongkan atau perbaiki.",
    "Column {name!r} holds {n:,} {n:entry that is not a number|entries that are not numbers}, for example {first!r}. Empty or "
    "correct {n:it|them}.",
)
REPEATED = Text(
    "Ada lebih dari satu nilai untuk wilayah dan tahun yang sama: {codes:list}. Sisakan satu.",
    "There is more than one value for the same place and year: {codes:list}. Keep one.",
)

# --- ground: places and boundaries ------------------------------------------------------------------------

LEVELS = {
    "province": Text("provinsi", "province"),
    "regency": Text("kabupaten/kota", "regency or city"),
    "district": Text("kecamatan", "district"),
    "village": Text("kelurahan/desa", "village"),
}
NAMES = Text("{names:and}", "{names:and}")
HOLDERS = {  # the areas of these levels, counted
    "province": Text("{n} provinsi", "{n} {n:province|provinces}"),
    "regency": Text("{n} kabupaten/kota", "{n} {n:regency or city|regencies and cities}"),
}
SCHEMATIC = Text(
    "Peta skema tanpa skala, utara di atas: setiap petak satu wilayah di dekat letak sebenarnya, bukan batas wilayah.",
    "Schematic map, not to scale, north up: each tile is one place near its true position; not boundaries.",
)
INDICATIVE = Text(
    "Batas wilayah bersifat indikatif; proyeksi silinder sama jarak, WGS 84.",
    "Boundaries are indicative; equidistant cylindrical projection, WGS 84.",
)
LOOSE = Text(
    "Batas dalam berkas bercelah atau bertumpang tindih; garis tebal dirapatkan.",
    "The boundaries in the file gape or overlap; the heavy lines were closed.",
)
WITHOUT_POINT = Text(
    "Tanpa titik koordinat, digambar di tengah wilayah seinduknya: {names:and}.",
    "Without coordinates, drawn amid its siblings: {names:and}.",
)
WITHOUT_BOUNDARY = Text("Batasnya tidak ada dalam berkas: {names:and}.", "Without a boundary in the file: {names:and}.")
UNMATCHED = Text(
    "Ada dalam berkas tetapi bukan wilayah peta ini: {names:and}.",
    "In the file but not a place of this map: {names:and}.",
)
REPAIRED = Text("Poligon rusak yang diperbaiki: {names:and}.", "Broken polygons, repaired: {names:and}.")
ONE_COPY = Text(
    "{n:,} dari {all:,} angka hanya ada pada satu salinan publik tabel BPS.",
    "{n:,} of {all:,} figures are held in one public copy of the tables of BPS only.",
)
WITH_CARE = Text("Perlu dibaca hati-hati: {places:and} ({reason}).", "To be read with care: {places:and} ({reason}).")
NOT_ONE_SERIES = Text(
    "Sebelum dan sejak {year} tidak dapat dibandingkan: {places:and} ({reason}).",
    "Not comparable before and from {year}: {places:and} ({reason}).",
)
SEPARATED_LATER = Text(
    "sampai {before} angkanya mencakup daerah yang kemudian dimekarkan",
    "up to {before} the figure includes places separated later",
)
CARE = Text("angkanya perlu dibaca hati-hati", "figure to be read with care")
OTHERS = Text("{n:,} lainnya", "{n:,} {n:other|others}")
NORTH = Text("\N{BLACK UP-POINTING TRIANGLE} U", "\N{BLACK UP-POINTING TRIANGLE} N")
KILOMETRES = Text("{km:.{digits}} km", "{km:.{digits}} km")

# --- insets -----------------------------------------------------------------------------------------------

DISTRICTS = Text("Kecamatan", "Districts (kecamatan)")
LOCATION = Text("Letak di {where}", "Location in {where}")
INDONESIA = Text("Indonesia", "Indonesia")

# --- every map --------------------------------------------------------------------------------------------

TITLE = Text("{label} menurut {level}", "{label} by {level}")
TITLE_PARTS = Text("{parts:list}", "{parts:list}")
SYNTHETIC = Text("{notice}. {title}", "{notice}. {title}")
SOURCE = Text("Sumber: {source}.", "Source: {source}.")
DATA_YEAR = Text("Tahun data: {year}.", "Year of data: {year}.")
NUMBERED = Text("Nomor pada peta", "Numbers on the map")
NUMBERED_FIRST = Text("Nomor pada peta pertama", "Numbers on the first map")
NO_DATA = Text("tidak ada data", "no data")
ALL_VALUES = Text("semua nilai", "all values")
BELOW = Text("< {high:.{digits}}", "< {high:.{digits}}")
BETWEEN = Text("{low:.{digits}} – < {high:.{digits}}", "{low:.{digits}} – < {high:.{digits}}")
FROM = Text("≥ {low:.{digits}}", "≥ {low:.{digits}}")
DARKER = Text("gelap = lebih membutuhkan", "darker = more need")
DARKER_COUNTED = Text(
    "gelap = lebih membutuhkan; dalam kurung: jumlah wilayah",
    "darker = more need; in brackets: number of places",
)
KNOWN = Text("{n} dari {all} ada data", "data for {n} of {all}")
MAP = Text(
    "{title}. Terendah {low}, tertinggi {high}; semua nilai tersedia.",
    "{title}. Lowest {low}, highest {high}; all values available.",
)
MAP_WITH_GAPS = Text(
    "{title}. Terendah {low}, tertinggi {high}; {gaps:,} nilai tidak tersedia.",
    "{title}. Lowest {low}, highest {high}; {gaps:,} {gaps:value|values} not available.",
)
MAP_WITH_MISSING = Text(
    "{title}. Terendah {low}, tertinggi {high}; {gaps:,} wilayah {missing}.",
    "{title}. Lowest {low}, highest {high}; {gaps:,} {gaps:place|places} {missing}.",
)
MAP_WITHOUT_DATA = Text("{title}. Tidak ada data.", "{title}. No data.")
VALUE_OF = Text("{value:.{digits}} ({name})", "{value:.{digits}} ({name})")
VALUE_OF_YEAR = Text("{value:.{digits}} ({name}, {year})", "{value:.{digits}} ({name}, {year})")
SEVERAL_YEARS = Text(
    "map_need menggambar satu tahun, sedangkan data memuat {n}. Saring tahunnya, atau gunakan map_years.",
    "map_need draws one year and the data hold {n}. Filter the year, or use map_years.",
)
YEARS_ABSENT = Text(
    "Tahun yang diminta tidak ada dalam data: {absent:list}. Tahun yang ada: {years:list}.",
    "The data do not hold the years asked for: {absent:list}. The years are: {years:list}.",
)
NO_YEARS = Text(
    "map_years memerlukan kolom year, dan sedikitnya satu tahun.",
    "map_years needs a column year, and at least one year.",
)
SAME_CLASSES = Text(
    "Batas kelas dihitung dari semua angka {years} dan sama pada setiap peta.",
    "The class limits are computed from all figures of {years} and are the same on every map.",
)
OWN_CLASSES = Text(
    "{each:and} tidak dapat dibandingkan satu sama lain: masing-masing mempunyai batas kelas dan warnanya sendiri.",
    "{each:and} cannot be compared with each other: each has class limits and colours of its own.",
)
ROW = Text("{years}: {series}", "{years}: {series}")
ROW_OF_METHOD = Text(
    "{years}: {series}. Deret lain, tidak dapat dibandingkan dengan tahun sebelumnya.",
    "{years}: {series}. Another series, not comparable with earlier years.",
)
ROW_ANEW = Text(
    "{years}: {series}. Tidak dapat dibandingkan dengan tahun sebelumnya ({reason}).",
    "{years}: {series}. Not comparable with earlier years ({reason}).",
)
HEADING_OF_YEARS = Text("{heading}, {years}", "{heading}, {years}")
ONE_MAP_OF_YEARS = Text(
    "Tahun {years:and} tidak dapat dibandingkan pada satu peta dua indikator: {label} berganti deret ({reason}). Gambarlah terpisah.",
    "{years:and} cannot be compared on one map of two indicators: {label} begins another series ({reason}). Draw them apart.",
)
LIMITS_OF_SPAN = Text(
    "Batas kelas dihitung dari semua angka {years} wilayah ini, sehingga peta tahun lain dalam rentang itu sebanding.",
    "The class limits are computed from all figures of {years} of this area, so that maps of other years in that span compare.",
)
YEARS_LEFT_OUT = Text("Tanpa angka, sehingga tidak digambar: {years:and}.", "Without figures and not drawn: {years:and}.")
YEARS_NOT_PUBLISHED = Text(
    "Tidak ada angka {label} untuk {absent:list}. Tahun yang ada: {years:list}.",
    "There is no figure of {label} for {absent:list}. The years are: {years:list}.",
)
UNKNOWN_PALETTE = Text(
    "Palet {palette!r} tidak ada; pilih {known:list}.",
    "There is no palette {palette!r}; choose {known:list}.",
)
TOO_MANY_CLASSES = Text(
    "Jumlah kelas {n} tidak dapat dibedakan pada peta; pilih 2 sampai 9, atau berikan batas kelas.",
    "{n} {n:class|classes} cannot be told apart on a map; choose 2 to 9, or give the limits.",
)
WRONG_LIMITS = Text(
    "Batas kelas {given!r} tidak dapat dipakai: berikan jumlah kelas (2 sampai 9) atau 1 sampai 8 batas yang menaik, misalnya "
    "(5, 7.5, 10).",
    "The class limits {given!r} cannot be used: give a number of classes (2 to 9) or 1 to 8 increasing limits, for example "
    "(5, 7.5, 10).",
)

# --- sites ------------------------------------------------------------------------------------------------

NO_SITE_CODES = Text(
    "Tabel lokasi memerlukan kolom village_code, area_code, atau regency_code.",
    "The table of sites needs a column village_code, area_code or regency_code.",
)
HOUSEHOLDS = Text("{n} KK", "{n} HH")
SHARED = Text("bersama", "shared")
YEAR_UNKNOWN = Text("tahun ?", "year ?")
SITE = Text("ada lokasi P2WKSS yang diketahui", "known P2WKSS site")
SITE_IN_YEAR = Text("ada lokasi P2WKSS yang diketahui pada tahun itu", "known P2WKSS site in that year")
NUMBER_OF_SITES = Text("jumlah lokasi P2WKSS yang diketahui", "number of known P2WKSS sites")
SITE_AND_YEAR = Text("lokasi program dan tahunnya", "programme site and its year")
UNCONFIRMED = Text("belum terkonfirmasi", "unconfirmed")

# --- two indicators ---------------------------------------------------------------------------------------

TOO_FEW_VALUES = Text(
    "Peta dua indikator memerlukan sedikitnya 3 nilai berbeda; {label} hanya mempunyai {n}. Berikan batas kelas.",
    "A map of two indicators needs at least 3 distinct values; {label} has {n}. Give class limits.",
)
TWO_LIMITS = Text(
    "Peta dua indikator memerlukan dua batas kelas yang menaik untuk setiap indikator, bukan {limits}.",
    "A map of two indicators needs two increasing class limits for each indicator, not {limits}.",
)
NO_INDICATOR = Text("Data tidak memuat indikator {name!r}.", "The data do not hold the indicator {name!r}.")
NOT_PUBLISHED_HERE = Text("Tidak ada angka {label} untuk daerah ini.", "There are no figures of {label} for these places.")
TWICE_THE_SAME = Text(
    "Kedua indikator sama: {label}. Pilih indikator kedua yang lain.", "Both indicators are {label}. Choose another second one."
)
MIDDLE_CLASS = Text("{low:.{digits}}–{high:.{digits}}", "{low:.{digits}}–{high:.{digits}}")
AXIS = Text("{label} \N{RIGHTWARDS ARROW}", "{label} \N{RIGHTWARDS ARROW}")
ONE_MISSING = Text("salah satu atau kedua indikator tidak ada datanya", "one or both indicators without data")
WORST = Text("C3, paling membutuhkan pada keduanya ({n:,} wilayah)", "C3, greatest need in both ({n:,} {n:place|places})")
BOTH_WORST = Text(
    "{title}. Paling membutuhkan pada kedua indikator: {n:,} wilayah{names}.",
    "{title}. Greatest need in both indicators: {n:,} {n:place|places}{names}.",
)
BOTH_WORST_IN = Text(
    "{title}. Paling membutuhkan pada kedua indikator tahun {year}: {n:,} wilayah{names}.",
    "{title}. Greatest need in both indicators in {year}: {n:,} {n:place|places}{names}.",
)
WITH_SITES = Text("{said} Lokasi P2WKSS yang ditandai: {sites:,}.", "{said} P2WKSS sites marked: {sites:,}.")
NAMED_IN_BRACKETS = Text(" ({names:and})", " ({names:and})")
AND_OTHERS = Text("lainnya", "others")

# --- lists of slums ---------------------------------------------------------------------------------------

NO_SLUM_LIST = Text(
    "Tidak ada daftar kumuh untuk {regency} dalam tabel.",
    "The table holds no slum list for {regency}.",
)
SLUM_TITLE = Text(
    "Daftar permukiman kumuh dan lokasi P2WKSS menurut kelurahan, {where}",
    "Slum lists and P2WKSS sites by kelurahan, {where}",
)
DECREE = Text("SK {year}", "decree of {year}")
PARTIAL_LIST = Text("daftar {year} (sebagian)", "list of {year} (partial)")
ONLY_ON = Text("hanya {list}", "only {list}")
ON_SEVERAL = Text("lebih dari satu daftar", "more than one list")
ON_NONE = Text("tidak ada dalam daftar", "on none of them")
ON_UNKNOWN = Text("tidak diketahui: daftar tidak lengkap", "unknown: lists incomplete")
COUNTED = Text("{text}  ({n})", "{text}  ({n})")
NAMED_AS_SLUM = Text("Tercantum kumuh", "Named as slum")
KELURAHAN_IN_BRACKETS = Text("dalam kurung: jumlah kelurahan", "in brackets: number of kelurahan")
LIST_WITH_COUNT = Text("{list}: {n:,}", "{list}: {n:,}")
LISTS_DIFFER = Text(
    "Jumlah kelurahan: {lists:and}. Selisihnya karena aturan survei yang baru, bukan karena kumuh bertambah.",
    "Number of kelurahan: {lists:and}. New survey rules explain the difference, not growth of slums.",
)
INCOMPLETE = Text(
    "Tidak tercantum dalam daftar yang tidak lengkap berarti tidak diketahui, bukan tidak kumuh.",
    "Absence from an incomplete list means unknown, not free of slums.",
)
NOT_ON_MAP = Text(
    "Kode dalam daftar tetapi tidak pada peta: {codes:list}.",
    "Codes on the list but not on the map: {codes:list}.",
)
SHARED_HOUSEHOLDS = Text(
    "{n} KK bersama: jumlah untuk semua lokasi tahun itu, bukan untuk masing-masing.",
    "{n} HH shared: {n} assisted households in all sites of that year together, not in each.",
)
SLUM_MAP = Text(
    "{where}: dari {sited:,} kelurahan dengan lokasi P2WKSS yang diketahui, {parts:list}. Jumlah kelurahan "
    "dalam daftar: {lists:and}.",
    "{where}: of {sited:,} kelurahan with a known P2WKSS site, {parts:list}. Kelurahan on the lists: {lists:and}.",
)
NAMED = Text("{n:,} tercantum kumuh", "{n:,} {n:is|are} named as slum")
NOT_NAMED = Text("{n:,} tidak tercantum ({names:and})", "{n:,} {n:is|are} not ({names:and})")
LEFT_UNKNOWN = Text("{n:,} tidak diketahui", "{n:,} {n:is|are} unknown")
