"""The sentences of the chapter that answers in a page."""

from __future__ import annotations

from .....say import Text

KEY = Text("ringkasan", "summary")
TITLE = Text("Ringkasan", "Summary")
INTRODUCTION = Text(
    "P2WKSS adalah Program Terpadu Peningkatan Peranan Wanita menuju Keluarga Sehat dan Sejahtera. Selama satu tahun, kegiatan semua "
    "perangkat daerah dipusatkan di satu atau dua desa/kelurahan bagi 100 atau 200 keluarga. Laporan ini menjawab empat pertanyaan "
    "dengan data terbuka: di mana kebutuhan dan lokasi terdahulu, bagaimana kemiskinan dan IPM berubah, apakah lokasi tepat sasaran, "
    "dan apakah program berdampak.",
    "P2WKSS is an integrated programme for women and family welfare. For one year it concentrates the work of all departments on one "
    "or two villages and 100 or 200 households. From open data, this report answers four questions: where need and past sites are, "
    "how poverty and HDI changed, whether sites were well targeted, and whether the programme had an effect.",
)

# --- key figures ------------------------------------------------------------------------------------------

POVERTY = Text("Penduduk miskin, Kota Depok", "Poverty rate, Kota Depok")
HDI = Text("IPM, Kota Depok", "HDI, Kota Depok")
IN_SERIES = Text("{year}, seri {series}", "{year}, series {series}")
KNOWN_SITES = Text("Lokasi P2WKSS yang diketahui", "Known P2WKSS sites")
CONFIRMED = Text(
    "{confirmed:,} terkonfirmasi, di {regencies:,} kabupaten/kota",
    "{confirmed:,} confirmed, in {regencies:,} regencies and cities",
)
WITH_VALUES = Text(
    "Lokasi dengan nilai sebelum dipilih dan sesudah program",
    "Sites with a value before selection and one after the programme",
)
IN_VILLAGE_INDEX = Text("dalam Indeks Desa Membangun", "in the village index (IDM)")

# --- answers ----------------------------------------------------------------------------------------------

NOT_FIRM = Text(
    "Contoh pilihan di {regency}: {places:and} memiliki skor kebutuhan tertinggi, tetapi pilihan ini belum kokoh. {rivals:,} desa "
    "bersaing untuk {seats:,} tempat dan kebutuhannya tidak dapat dibedakan dengan pasti; undian terbuka di antaranya adil.",
    "Worked example, {regency}: {places:and} {k:has the highest need score|have the highest need scores}, but the choice is not firm. "
    "{rivals:,} desa compete for {seats:,} {seats:place|places} and their need cannot be told apart; a public draw among them would be "
    "fair.",
)
FIRM = Text(
    "Contoh pilihan di {regency}: {places:and} dapat langsung diusulkan; undian tidak diperlukan.",
    "Worked example, {regency}: {places:and} can be proposed outright; no draw is needed.",
)
