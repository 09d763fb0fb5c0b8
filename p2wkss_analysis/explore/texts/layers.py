"""What the page says of its layers: titles, sources, sites, notes on figures and shapes, and refusals."""

from __future__ import annotations

from ...say import Text

# --- kabupaten/kota of the open tables --------------------------------------------------------------------

REGENCIES = Text("Kabupaten/kota Jawa Barat dan Banten", "Kabupaten and kota of Jawa Barat and Banten")
REGENCIES_OF = Text("{n:,} kabupaten/kota, {where}", "{n:,} kabupaten and kota, {where}")
INDONESIA = Text("Indonesia", "Indonesia")
REGENCY_NOUN = Text("kabupaten/kota", "kabupaten/kota")
POVERTY = Text("Kemiskinan", "Poverty")
HUMAN_DEVELOPMENT = Text("Pembangunan manusia", "Human development")
BPS = Text("BPS, {series:and}", "BPS, {series:and}")
REGENCIES_NOTE = Text(
    "Kabupaten/kota tidak dipilih oleh program; halaman ini menunjukkan letak kebutuhan. Satu lokasi melayani sekitar 100 keluarga dan tidak dapat menggerakkan angka kabupaten/kota.",
    "The programme does not choose kabupaten or kota; this view shows where need is. One site serves about 100 households and cannot move the figure of a kabupaten or kota.",
)

# --- desa of the open tables ------------------------------------------------------------------------------

DESA_OF_PROVINCES = Text("{n:,} desa Jawa Barat dan Banten", "{n:,} desa of Jawa Barat and Banten")
DESA_OF_REGENCY = Text("{n:,} desa {regency}", "{n:,} desa of {regency}")
SOCIAL = Text("Sosial (IKS)", "Social (IKS)")
ECONOMIC = Text("Ekonomi (IKE)", "Economic (IKE)")
ENVIRONMENT = Text("Lingkungan (IKL)", "Environment (IKL)")
VILLAGE_MINISTRY = Text("Kemendesa, Indeks Desa Membangun", "Ministry of Villages, Village Development Index")
DESA_NOTE = Text(
    "Kelurahan tidak memiliki indeks desa; kota tampil dari buku kerja kota. Tingkat kemiskinan dan IPM tidak diterbitkan untuk desa, sehingga dipakai tiga indeks ketahanan desa.",
    "Kelurahan have no village index; cities appear from the city's workbook. Poverty rate and HDI are not published for desa, so the three resilience indices are used.",
)
NO_DESA = Text(
    "Tidak ada desa dengan indeks desa untuk {regency}. Gunakan buku kerja kota, atau halaman provinsinya: --province {province}.",
    "No desa with the village index in {regency}. Use a city's workbook, or the page of its province: --province {province}.",
)

# --- villages of a city's workbook ------------------------------------------------------------------------

CITY = Text("{n:,} desa/kelurahan {where}", "{n:,} villages of {where}")
VILLAGES_NOUN = Text("desa/kelurahan", "villages")
NO_COLUMN = Text(
    "Isi sedikitnya satu kolom kumuh, kemiskinan, atau pengganti IPM pada lembar Desa-Kelurahan. Kolom dapat dipakai bila terisi untuk 80% desa/kelurahan dan nilainya tidak sama semua.",
    "Fill in at least one column on slums, poverty or HDI proxies of sheet Villages. A column can be used if 80% of the villages have a figure and the figures differ.",
)
PROXIES = Text(
    "BPS tidak menerbitkan tingkat kemiskinan dan IPM untuk desa/kelurahan; dipakai penggantinya dari buku kerja kota.",
    "BPS publishes neither poverty rate nor HDI for villages; proxies from the city's workbook are used.",
)
LEFT_OUT = Text("Aspek yang tidak ikut: {aspects}.", "Aspects left out: {aspects}.")

# --- sites ------------------------------------------------------------------------------------------------

PLANNED = Text("rencana {n:,} {unit}", "planned {n:,} {unit}")
CHOSEN_BY = Text("dipilih lewat {way}", "chosen by {way}")
SITE = Text("lokasi program", "programme site")
P2WKSS_SITE = Text("lokasi P2WKSS", "P2WKSS site")
VILLAGE_NOT_NAMED = Text("desa/kelurahan tidak disebut", "village not named")
ASSISTED = Text("{n:,} KK binaan", "{n:,} assisted {n:household|households}")
NOT_CONFIRMED = Text("belum terkonfirmasi", "not confirmed")
PHRASES = Text("{parts:;}", "{parts:;}")

# --- shapes -----------------------------------------------------------------------------------------------

SIMPLIFIED = Text(
    "Batas wilayah bersifat indikatif, disederhanakan untuk layar.",
    "Boundaries are indicative and simplified for the screen.",
)
WITHOUT_BOUNDARY = Text("Tanpa batas dalam berkas: {names:list}.", "Without a boundary in the file: {names:list}.")
TILES = Text(
    "Peta skema: satu petak satu wilayah, semua sama besar, di dekat letak sebenarnya; bukan batas wilayah.",
    "Schematic map: one tile a place, all of equal size, near their true position; not boundaries.",
)
CELLS = Text(
    "Satu petak satu desa: daerah yang paling dekat ke titik desa itu (poligon Thiessen), bukan batas wilayah. Yang kosong ialah kelurahan.",
    "One cell a desa: the area nearest to its point (Thiessen polygons), not boundaries. Empty: kelurahan.",
)
WITHOUT_POINT = Text(
    "Isi lon dan lat. Wilayah tanpa titik koordinat: {codes:list}.",
    "Fill in lon and lat. Places without a point: {codes:list}.",
)
