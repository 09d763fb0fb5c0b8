"""The sentences of the chapter on poverty and HDI from year to year."""

from __future__ import annotations

from .....say import Text

KEY = Text("tahun", "years")
TITLE = Text(
    "Bagaimana kemiskinan dan IPM berubah dari tahun ke tahun?",
    "How did poverty and HDI change from year to year?",
)
CONTEXT = Text(
    "Bab ini adalah konteks, bukan ukuran keberhasilan P2WKSS. Hampir semua kabupaten/kota pernah memiliki lokasi, dan pembinaan "
    "100 KK tidak mungkin mengubah angka satu kota. Karena itu kabupaten/kota dengan dan tanpa program tidak dibandingkan.",
    "This chapter is context, not a measure of P2WKSS. Nearly every regency and city has had a site, and support for 100 households "
    "cannot move the figure of a whole city. Regencies with and without the programme are therefore not compared.",
)
FROM_FIRST_TO_LAST = Text("Tahun pertama dan terakhir menurut kabupaten/kota", "First and last year by regency")
UNITS = {
    "poverty_rate": Text("persen penduduk", "percent of population"),
    "hdi": Text("indeks 0\N{EN DASH}100", "index 0\N{EN DASH}100"),
}
IN_BOTH_PROVINCES = Text("{label}, Jawa Barat dan Banten", "{label}, Jawa Barat and Banten")
PATHS = Text(
    "{label} per kabupaten/kota. Garis terputus pada tahun tanpa data; seri yang berbeda tidak disambung.",
    "{label} by regency or city. Lines break in years without data; different series are not joined.",
)
IN_JAWA_BARAT = Text("{label}, Jawa Barat", "{label}, Jawa Barat")
FIRST_AND_LAST = Text(
    "{label} setiap kabupaten/kota di Jawa Barat pada {first} dan {last}.",
    "{label} of each regency and city in Jawa Barat in {first} and {last}.",
)
TWO_SERIES = Text(
    "IPM terbit dalam dua seri: umur harapan hidup dari Sensus Penduduk 2010 (UHH SP2010) dan dari Long Form Sensus Penduduk 2020 "
    "(UHH LF SP2020). Selisih antara kedua seri bukan perubahan keadaan, sehingga tidak dihitung.",
    "HDI is published in two series, with life expectancy from the 2010 census (UHH SP2010) and from the Long Form of the 2020 "
    "census (UHH LF SP2020). A difference between the series is not a change in living conditions and is never computed.",
)

# --- the HDI of Depok by dimension ------------------------------------------------------------------------

BY_DIMENSION = Text("IPM Kota Depok menurut dimensi", "HDI of Kota Depok by dimension")
DIMENSIONS = {
    "health": Text("Umur panjang dan hidup sehat", "Long and healthy life"),
    "education": Text("Pengetahuan", "Knowledge"),
    "expenditure": Text("Standar hidup layak", "Decent standard of living"),
    "rounding": Text("Pembulatan angka terbitan", "Rounding of the published figures"),
    "total": Text("Jumlah", "Total"),
}
DIMENSION = Text("Dimensi", "Dimension")
CONTRIBUTION = Text("Sumbangan (poin)", "Contribution (points)")
SPLIT = Text(
    "Perubahan IPM Kota Depok {first} ke {last} menurut dimensi.",
    "Change in the HDI of Kota Depok from {first} to {last} by dimension.",
)
SPLIT_SOURCE = Text(
    "Sumber: BPS; diuraikan tepat dengan bobot rata-rata logaritmik.",
    "Source: BPS; exact decomposition with logarithmic-mean weights.",
)
