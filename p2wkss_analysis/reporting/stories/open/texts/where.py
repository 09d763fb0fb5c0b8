"""The sentences of the chapter of maps."""

from __future__ import annotations

from .....say import Text

KEY = Text("di-mana", "where")
TITLE = Text(
    "Di mana kemiskinan, IPM rendah, permukiman kumuh, dan lokasi terdahulu?",
    "Where are poverty, low HDI, slums and past sites?",
)
TILES = Text(
    "Peta berikut adalah peta skema: setiap petak mewakili satu wilayah, sama besar, di dekat letak sebenarnya. Garis tebal "
    "menunjukkan batas provinsi atau kecamatan; tepi petak bukan batas wilayah. Wilayah tanpa data diarsir.",
    "These are tile maps: each tile is one place, all of equal size, near its true position. Heavy lines outline provinces or "
    "districts (kecamatan); the edges of tiles are not boundaries. Places without data are hatched.",
)

# --- poverty and HDI --------------------------------------------------------------------------------------

TOGETHER_MAP = Text(
    "Kemiskinan dan IPM tahun {year}, dengan jumlah dan tahun lokasi P2WKSS yang diketahui.",
    "Poverty and HDI in {year}, with the number and years of known P2WKSS sites.",
)
TOGETHER_YEARS = Text(
    "Kemiskinan dan IPM per tahun dengan kelas yang sama; tanda menunjukkan lokasi tahun itu. Satu lokasi melayani sekitar 100 KK, "
    "sehingga warna kabupaten/kota tidak menunjukkan pengaruh program.",
    "Poverty and HDI year by year, with the same classes; marks are the sites of that year. A site serves about 100 households, so "
    "the colour of a regency says nothing about the effect of the programme.",
)
YEAR_BY_YEAR = Text("Jawa Barat dan Banten per tahun", "Jawa Barat and Banten, year by year")
SAME_CLASSES = Text(
    "Kelasnya sama untuk semua tahun. Daerah tanpa angka diberi pola garis.",
    "The classes are the same in all years. Places without a figure are hatched.",
)
NATION = Text("Seluruh Indonesia, {year}", "All of Indonesia, {year}")
ALL_REGENCIES = Text(
    "Semua {n:,} kabupaten/kota; garis tebal menunjukkan batas provinsi.",
    "All {n:,} regencies and cities; heavy lines outline provinces.",
)

# --- slums ------------------------------------------------------------------------------------------------

BY_KELURAHAN = Text("Depok dan Cilegon menurut kelurahan", "Depok and Cilegon by kelurahan")
SLUM_MAP = Text("{city}: daftar kumuh dan semua lokasi yang diketahui.", "{city}: slum lists and all known sites.")
SLUM_SOURCE = Text(
    "Sumber: keputusan wali kota dan daftar dalam pemberitaan; alamat ada dalam tabel slum_villages.",
    "Source: mayoral decrees and lists in the press; addresses are in the table slum_villages.",
)
SLUM_AREA = Text(
    "Luas kumuh Depok tercatat {areas:and}. Perubahan ini mengikuti definisi dan survei yang berganti, bukan bertambahnya "
    "permukiman kumuh.",
    "The recorded slum area of Depok was {areas:and}. These changes follow new definitions and a new survey; they do not show that "
    "slums grew.",
)
AREA_OF_YEAR = Text("{hectares:.2} ha ({year})", "{hectares:.2} ha ({year})")
