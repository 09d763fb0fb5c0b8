"""What the report on one kabupaten, kota or province says, chapter by chapter."""

from __future__ import annotations

from ....say import Text

# --- title page and summary -------------------------------------------------------------------------------

TITLE = Text("{name} dalam angka terbitan", "{name} in published figures")
SUBTITLE = Text(
    "Kemiskinan, IPM, daerah yang mirip, dan lokasi P2WKSS menurut data terbuka BPS dan pemerintah daerah.",
    "Poverty, HDI, places like it and P2WKSS sites, from open data of BPS and local governments.",
)
MADE = Text("Dibuat {made:date}", "Produced on {made:date}")
SUMMARY_KEY = Text("ringkasan", "summary")
SUMMARY = Text("Ringkasan", "Summary")
RATE = Text("Penduduk miskin", "Poverty rate")
POOR = Text("Jumlah penduduk miskin", "Poor people")
HDI = Text("IPM", "HDI")
SITES_KNOWN = Text("Lokasi P2WKSS yang diketahui", "Known P2WKSS sites")
YEAR_AND_RANK = Text("{year}, {rank} di {province}", "{year}, {rank} in {province}")
IN_REGISTER = Text("menurut pemberitaan dan pemerintah daerah", "from the press and local governments")
PLACE = Text("Kabupaten/kota", "Regency or city")
RANK = Text("Peringkat", "Rank")
YEAR = Text("Tahun", "Year")
NUMBER = Text("{n:,}", "{n:,}")

# --- where it stands --------------------------------------------------------------------------------------

STANDING_KEY = Text("posisi", "standing")
STANDING = Text("Di mana posisi {name}?", "Where does {name} stand?")
STANDING_TABLE = Text(
    "{name} di antara kabupaten/kota {province} dan Indonesia, tahun terbaru.",
    "{name} among the regencies and cities of {province} and Indonesia, newest year.",
)
RANK_1_IS_BEST = Text(
    "Peringkat 1 paling baik; angka yang sama berbagi peringkat. Yang tidak memiliki angka pada tahun itu tidak dihitung.",
    "Rank 1 is best; equal figures share a rank. Places without a figure of that year are not counted.",
)
LINE_NOT_RANKED = Text(
    "Garis kemiskinan tidak diperingkat: tinggi rendahnya mengikuti harga.",
    "The poverty line is not ranked: it follows prices.",
)
NO_FIGURE_OF = Text("Tidak ada angka: {indicators:and}.", "No figure of: {indicators:and}.")
INDICATOR = Text("Indikator", "Indicator")
VALUE = Text("Angka", "Figure")
MEDIAN_OF = Text("Median {place}", "Median, {place}")
INDONESIA = Text("Indonesia", "Indonesia")
RANK_IN = Text("Peringkat {place}", "Rank, {place}")
BOTH_MAP = Text(
    "Kemiskinan dan IPM {province} tahun {year}. Setiap petak satu kabupaten/kota, sama besar.",
    "Poverty and HDI in {province}, {year}. Each tile is one regency or city, all of equal size.",
)
LABELS = {  # short, with the unit
    "poverty_rate": Text("Penduduk miskin (%)", "Poverty rate (%)"),
    "poverty_gap_index": Text("Kedalaman kemiskinan P1", "Poverty gap P1"),
    "poverty_severity_index": Text("Keparahan kemiskinan P2", "Poverty severity P2"),
    "poor_people": Text("Penduduk miskin (orang)", "Poor people"),
    "poverty_line": Text("Garis kemiskinan (Rp/orang/bulan)", "Poverty line (Rp/person/month)"),
    "hdi": Text("IPM", "HDI"),
    "life_expectancy": Text("Umur harapan hidup (tahun)", "Life expectancy (years)"),
    "expected_years_of_schooling": Text("Harapan lama sekolah (tahun)", "Expected schooling (years)"),
    "mean_years_of_schooling": Text("Rata-rata lama sekolah (tahun)", "Mean schooling (years)"),
    "adjusted_expenditure": Text("Pengeluaran (ribu Rp/orang/tahun)", "Expenditure (thousand Rp/person/year)"),
}
IN_SERIES = Text("{label}, {method}", "{label}, {method}")

# --- years ------------------------------------------------------------------------------------------------

YEARS_KEY = Text("tahun", "years")
YEARS = Text("Bagaimana kemiskinan dan IPM berubah sejak 2010?", "How have poverty and HDI changed since 2010?")
MEDIAN_PROVINCE = Text("Median provinsi", "Province median")  # short, beside the end of a line
MEDIAN_COUNTRY = Text("Median Indonesia", "Indonesia median")
PATHS = Text(
    "{label}: {name}, median kabupaten/kota {province} dan Indonesia; abu-abu: kabupaten/kota lain di {province}. Garis terputus di mana "
    "seri berganti atau tahun tanpa data.",
    "{label}: {name}, medians of the regencies and cities of {province} and Indonesia; grey: others in {province}. Lines break where "
    "the series changes or a year has no data.",
)
PATHS_OF_PROVINCE = Text(
    "{label}: median kabupaten/kota {name} dan Indonesia; abu-abu: setiap kabupaten/kota di {name}. Garis terputus di mana seri "
    "berganti atau tahun tanpa data.",
    "{label}: medians of the regencies and cities of {name} and Indonesia; grey: each regency or city of {name}. Lines break where the "
    "series changes or a year has no data.",
)
SINCE_2010 = Text("{label}, {name}", "{label}, {name}")
UNITS = {
    "poverty_rate": Text("persen penduduk", "percent of population"),
    "hdi": Text("indeks 0\N{EN DASH}100", "index 0\N{EN DASH}100"),
}
ALL_YEARS = Text("Semua angka sejak 2010", "All figures since 2010")
POVERTY_BY_YEAR = Text("Kemiskinan {name} menurut tahun.", "Poverty in {name} by year.")
HDI_BY_YEAR = Text("IPM dan komponennya, {name}, menurut tahun.", "HDI and its components, {name}, by year.")
DASH_IS_MISSING = Text("Tanda \N{EN DASH} berarti tidak ada angka, bukan nol.", "\N{EN DASH} means no figure, not zero.")

# --- what moved the HDI -----------------------------------------------------------------------------------

HDI_KEY = Text("ipm", "hdi")
WHAT_MOVED = Text("Apa yang menggerakkan IPM {name}?", "What moved the HDI of {name}?")
MOST_FROM = Text(
    "Sumbangan terbesar bagi IPM {first}\N{EN DASH}{last} datang dari {dimension} ({points:+.2} dari {change:+.2} poin).",
    "Most of the change in HDI {first}\N{EN DASH}{last} came from {dimension} ({points:+.2} of {change:+.2} points).",
)
DIMENSION = Text("Dimensi", "Dimension")
SPLIT = Text("Perubahan IPM {name} menurut dimensi, dalam poin.", "Change in the HDI of {name} by dimension, in points.")
SPLIT_SOURCE = Text(
    "Sumber: BPS; diuraikan tepat dengan bobot rata-rata logaritmik.",
    "Source: BPS; exact decomposition with logarithmic-mean weights.",
)
NOT_SPLIT = Text(
    "Perubahan IPM {name} tidak diuraikan: tidak ada dua tahun dalam satu seri yang memuat semua komponen.",
    "The change in HDI of {name} is not split: no two years of one series have all components.",
)
SPAN = Text("{first}\N{EN DASH}{last}", "{first}\N{EN DASH}{last}")

# --- the next rank ----------------------------------------------------------------------------------------

RANK_KEY = Text("peringkat", "rank")
NEXT_RANK = Text("Berapa orang untuk naik satu peringkat?", "How many people would it take to rise one rank?")
SURVEY = Text(
    "Persentase ini hasil survei. Galat sampelnya biasanya lebih besar daripada jarak antarperingkat, sehingga naik atau turun satu "
    "peringkat belum membuktikan perubahan keadaan.",
    "The rates come from a survey. Its sampling error usually exceeds the distance between ranks, so one rank up or down is no proof "
    "of a change.",
)
BESIDE = Text(
    "Tetangga {name} dalam peringkat kemiskinan {province}, {year}.",
    "Neighbours of {name} in the poverty ranking of {province}, {year}.",
)
FEWER = Text("Penduduk miskin berkurang (orang)", "Fewer poor people")
FEWER_NOTE = Text(
    "Berkurangnya penduduk miskin {name} agar menyamai daerah itu; angka negatif berarti bertambah. {basis}",
    "By how much the poor people of {name} would have to fall to equal that place; a negative figure is a rise. {basis}",
)
NO_NEXT_RANK = Text(
    "Tidak dihitung: tidak ada tahun dengan persentase dan jumlah penduduk miskin {name} sekaligus.",
    "Not computed: no year has both the poverty rate and the number of poor people of {name}.",
)

# --- places like it ---------------------------------------------------------------------------------------

ALIKE_KEY = Text("mirip", "alike")
ALIKE = Text("Daerah mana yang mirip, dan bagaimana perkembangannya?", "Which places are like it, and how did they fare?")
HOW_ALIKE = Text(
    "Mirip berarti berdekatan dalam persentase penduduk miskin, empat komponen IPM, dan jumlah penduduk, masing-masing dibagi "
    "simpangan bakunya. Yang dibandingkan {n:,} {kinds}.",
    "Alike means near in the poverty rate, the four components of the HDI and population, each divided by its standard deviation. "
    "Compared are {n:,} {kinds}.",
)
KINDS = {"kota": Text("kota", "cities (kota)"), "kabupaten": Text("kabupaten", "regencies (kabupaten)")}
ALIKE_TABLE = Text(
    "{name} dan {n:,} daerah yang paling mirip, menurut jarak.",
    "{name} and the {n:,} places most like it, by distance.",
)
DISTANCE = Text("Jarak", "Distance")
CHANGE_OF = Text("{label} {first}\N{EN DASH}{last}", "{label} {first}\N{EN DASH}{last}")
POVERTY_CHANGE = Text("Perubahan kemiskinan (poin)", "Change in poverty (points)")
HDI_CHANGE = Text("Perubahan IPM (poin)", "Change in HDI (points)")
POPULATION = Text("Penduduk terdaftar 2024", "Registered population 2024")
ALIKE_SOURCE = Text("Sumber: BPS; penduduk Ditjen Dukcapil.", "Source: BPS; population Ditjen Dukcapil.")
ALIKE_NOTE = Text(
    "Tanda \N{EN DASH} pada perubahan: seri berganti di antara kedua tahun, atau tidak ada angka.",
    "\N{EN DASH} for a change: the series breaks between the two years, or there is no figure.",
)
NOT_ALIKE = Text(
    "Tidak dibandingkan: {name} tidak memiliki semua angka yang diperlukan.",
    "Not compared: {name} lacks one of the figures needed.",
)

# --- villages ---------------------------------------------------------------------------------------------

VILLAGES_KEY = Text("desa", "villages")
VILLAGES = Text("Apa yang diketahui per desa dan kelurahan?", "What is known by village?")
NO_VILLAGES = Text(
    "Data terbuka yang dikumpulkan tidak memuat angka per desa atau kelurahan untuk {name}. Buku kerja memuat {n:,} desa dan kelurahannya, "
    "siap diisi.",
    "The open data collected hold no figures by village for {name}. The workbook lists its {n:,} villages, ready to be filled in.",
)
VILLAGE = Text("Desa/kelurahan", "Village")
DISTRICT = Text("Kecamatan", "District")
OF_LIST = Text("{label}{year}{first}.", "{label}{year}{first}.")
LISTS = {  # where the label of the table names more than the place
    "slum_villages": Text("Luas kumuh menurut kelurahan", "Slum area by kelurahan"),
    "village_population": Text("Penduduk terdaftar menurut desa/kelurahan", "Registered population by village"),
    "village_index": Text("Indeks Desa Membangun (IDM) menurut desa", "Village index (IDM) by desa"),
    "substandard_housing": Text("Rumah tidak layak huni diperbaiki atau diusulkan", "Substandard houses repaired or proposed"),
}
FIRST_OF = Text(", {n:,} teratas", ", the first {n:,}")
OF_YEAR = Text(", {year}", ", {year}")
NAMED_LIST = Text("Desa/kelurahan dalam daftar kumuh, {name}{year}.", "Villages on the slum list, {name}{year}.")
LIST_SOURCE = Text("Sumber: {source}.", "Source: {source}.")
WITH_SOURCE = Text("{said} Sumber: {source}.", "{said} Source: {source}.")
COUNTED = Text("Menurut sumbernya: {counted}.", "In the words of the source: {counted}.")
HECTARES = Text("{label} (ha)", "{label} (ha)")
PLAIN = Text("{label}", "{label}")
YOUNG_GRADUATES = Text(
    "Lulusan SMA di bawah 20 tahun ikut terhitung, sehingga persentase tanpa ijazah SMA terlalu rendah beberapa poin.",
    "Graduates under 20 are counted as well, so the share without senior secondary school is a few points too low.",
)
SMALL_HIDDEN = Text("Tanda \N{BULLET}: di bawah lima, tidak ditampilkan.", "\N{BULLET}: under five, not shown.")

# --- sites and what to fill in ----------------------------------------------------------------------------

SITES_KEY = Text("program", "programme")
SITES = Text("Lokasi P2WKSS mana yang diketahui?", "Which P2WKSS sites are known?")
SITES_ALL_CONFIRMED = Text(
    "Diketahui {n:,} lokasi P2WKSS di {name}, semuanya terkonfirmasi.",
    "{n:,} P2WKSS {n:site is|sites are} known in {name}, all confirmed.",
)
SITES_FOUND = Text(
    "Diketahui {n:,} lokasi P2WKSS di {name}, {confirmed:,} di antaranya terkonfirmasi.",
    "{n:,} P2WKSS {n:site is|sites are} known in {name}, {confirmed:,} of them confirmed.",
)
NO_SITES = Text(
    "Belum ada lokasi P2WKSS di {name} yang ditemukan dalam data terbuka. Bukan berarti tidak pernah ada: catat yang diketahui kantor pada "
    "lembar {sheet} buku kerja.",
    "No P2WKSS site in {name} has been found in open data. That does not mean there was none: enter those the office knows on the sheet "
    "{sheet} of the workbook.",
)
SITES_TABLE = Text("Lokasi yang diketahui, {name}.", "Known sites, {name}.")
HOUSEHOLDS = Text("KK binaan", "Assisted households")
TOGETHER = Text("{households} bersama", "{households} combined")
STATUS = Text("Status", "Status")
STATES = {
    "confirmed": Text("terkonfirmasi", "confirmed"),
    "unconfirmed": Text("belum terkonfirmasi", "unconfirmed"),
}
FROM_REGISTER = Text(
    "Sumber: pemberitaan dan pemerintah daerah; alamat tiap baris ada dalam tabel programme_sites.",
    "Source: press reports and local governments; the address of each row is in the table programme_sites.",
)
NEXT_KEY = Text("langkah", "next")
NEXT = Text("Apa yang perlu diisi agar sampai ke desa dan keluarga?", "What must be filled in to reach villages and households?")
ONE_FIGURE = Text(
    "Angka kabupaten/kota tidak dapat memilih lokasi. Dengan buku kerja, {name} dapat memeringkat desa, memilih KK binaan, dan kelak "
    "mengukur dampak.",
    "Figures of a whole regency cannot choose a site. With the workbook, {name} can rank villages, select households and later measure "
    "the effect.",
)
STEPS = (
    Text(
        "p2wkss template {file:typed} --regency {code} membuat buku kerja yang sudah memuat {n:,} desa dan kelurahan.",
        "p2wkss template {file:typed} --regency {code} makes the workbook, which lists all {n:,} villages.",
    ),
    Text(
        "Isi lembar {villages}: satu baris per desa, dengan angka yang dimiliki kantor. Yang tidak diketahui dikosongkan.",
        "Fill in the sheet {villages}: one line a village, with the figures the office has. Leave what is unknown empty.",
    ),
    Text(
        "Isi lembar {sites}: lokasi terdahulu dengan tahunnya, agar tidak dipilih ulang.",
        "Fill in the sheet {sites}: past sites with their years, so that none is chosen again.",
    ),
    Text("p2wkss check {file:typed} memeriksa isinya.", "p2wkss check {file:typed} checks what was entered."),
    Text("p2wkss target {file:typed} memeringkat desa.", "p2wkss target {file:typed} ranks the villages."),
    Text(
        "p2wkss report {file:typed} menulis laporan dari buku kerja.",
        "p2wkss report {file:typed} writes the report of the workbook.",
    ),
)

# --- a province -------------------------------------------------------------------------------------------

PROVINCE_KEY = Text("kabupaten-kota", "regencies")
PROVINCE = Text("Bagaimana kabupaten/kota {name} berperingkat?", "How do the regencies and cities of {name} rank?")
RANKING = Text(
    "Kabupaten/kota {name} menurut kemiskinan, {year}.",
    "Regencies and cities of {name} by poverty, {year}.",
)
POVERTY_RANK = Text("Peringkat kemiskinan", "Poverty rank")
HDI_RANK = Text("Peringkat IPM", "HDI rank")
MOVED_KEY = Text("berubah", "moved")
MOVED = Text("Siapa yang paling banyak berubah?", "Who moved most?")
FIRST_AND_LAST = Text(
    "{label} setiap kabupaten/kota, {first} dan {last}.",
    "{label} of each regency and city, {first} and {last}.",
)
NOT_MOVED = Text(
    "{label}: perubahan tidak dihitung, karena di kebanyakan kabupaten/kota serinya berganti di antara tahun-tahun terbaru.",
    "{label}: no change is computed, since in most regencies the series breaks between the newest years.",
)
MAPS_KEY = Text("peta", "maps")
MAPS = Text("Di mana kemiskinan dan IPM rendah?", "Where are poverty and low HDI?")
ONE_MAP = Text(
    "{label} {year}. Setiap petak satu kabupaten/kota, sama besar, di dekat letak sebenarnya.",
    "{label}, {year}. Each tile is one regency or city, all of equal size, near its true position.",
)
SITES_IN_PROVINCE = Text(
    "Diketahui {n:,} lokasi P2WKSS di {regencies:,} kabupaten/kota {name}.",
    "{n:,} P2WKSS {n:site is|sites are} known in {regencies:,} {regencies:regency or city|regencies and cities} of {name}.",
)

# --- appendix ---------------------------------------------------------------------------------------------

SOURCES = Text("Sumber data", "Sources")

# --- where next -------------------------------------------------------------------------------------------

WHERE_KEY = Text("berikutnya", "next-site")
WHERE_NEXT = Text("Di mana berikutnya di {name}?", "Where next in {name}?")
WHERE_SOURCE = Text("Sumber: {sources:;}; perhitungan sendiri.", "Source: {sources:;}; own computation.")
DECREE_OF = Text("Pemerintah {name}, melalui pemberitaan", "Pemerintah {name}, in the press")
SOURCES_OF_MAP = Text("{sources:;}", "{sources:;}")
SOURCE_OF = Text("{publisher} ({vintages:list})", "{publisher} ({vintages:list})")
WHERE_TABLE = Text(
    "{n:,} tempat teratas di {name} menurut angka pengganti, tanpa lokasi terdahulu.",
    "The first {n:,} places in {name} by proxies, past sites left out.",
)
CHANCE = Text("Peluang", "Chance")
RANKS_95 = Text("Peringkat (95%)", "Rank (95%)")
RANKS = Text("{low:,}–{high:,}", "{low:,}–{high:,}")
CHANCE_TITLE = Text("Di mana berikutnya menurut angka pengganti, {name}", "Where next by proxies, {name}")
CHANCE_MAP = Text(
    "Peluang setiap desa/kelurahan {name} menurut angka pengganti. Arsiran: pernah menjadi lokasi atau tanpa angka, tidak ikut diperingkat.",
    "Chance of every village of {name} by proxies. Hatched: past sites and villages without figures, not ranked.",
)
RANKED_FIRST = Text("peringkat teratas", "ranked first")
NOT_RANKED = Text("tidak diperingkat", "not ranked")
PAST_SITES = Text("Lokasi terdahulu menurut angka yang sama", "Past sites by the same figures")
HOW_STRONG = Text("Seberapa kuat angka pengganti ini?", "How strong are these proxies?")
STRENGTH_TABLE = Text(
    "Angka pengganti dan kesesuaiannya dengan angka lain dari desa/kelurahan yang sama.",
    "Proxies and their agreement with other figures of the same villages.",
)
STRENGTH_NOTE = Text(
    "Bobot 0% berarti tidak dipakai. Dari beberapa perbandingan, yang paling lemah ditampilkan. Keandalan adalah kuadrat korelasi itu, paling sedikit 0,01.",
    "A weight of 0% means not used. Of several comparisons the weakest is shown. Reliability is the square of that correlation, at least 0.01.",
)
PROXY = Text("Angka pengganti", "Proxy")
WEIGHT = Text("Bobot", "Weight")
HELD_AGAINST = Text("Dibandingkan dengan", "Held against")
WHERE_HELD = Text("Di", "In")
CORRELATION = Text("Korelasi", "Correlation")
INTERVAL_95 = Text("Selang 95%", "95% interval")
INTERVAL = Text("{low:.2} sampai {high:.2}", "{low:.2} to {high:.2}")
RELIABILITY = Text("Keandalan", "Reliability")
OWN_FIGURES = Text(
    "Angka pengganti bukan kemiskinan atau IPM resmi, yang tidak ada untuk desa/kelurahan. Begitu buku kerja berisi angka sendiri, p2wkss target "
    "kota.xlsx memakai angka itu saja. Buku kerja kosong: p2wkss template kota.xlsx --regency {code}",
    "Proxies are no official poverty rate or HDI, which do not exist for villages. As soon as the workbook holds your own figures, p2wkss target "
    "city.xlsx uses these alone. An empty workbook: p2wkss template city.xlsx --regency {code}",
)
