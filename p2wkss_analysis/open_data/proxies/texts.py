"""What is said of proxies: what each is, of which time, how strong it was measured to be, and where they point."""

from __future__ import annotations

from ...say import Text

LABELS = {
    "low_schooling": Text(
        "Penduduk 20 tahun ke atas tanpa ijazah SMA (%)", "Residents aged 20 and over without senior secondary school (%)"
    ),
    "widowed_divorced": Text("Penduduk cerai per 100 keluarga", "Widowed and divorced residents per 100 families"),
    "iks": Text("IDM, ketahanan sosial (IKS)", "Village index, social resilience (IKS)"),
    "ike": Text("IDM, ketahanan ekonomi (IKE)", "Village index, economic resilience (IKE)"),
    "ikl": Text("IDM, ketahanan lingkungan (IKL)", "Village index, environmental resilience (IKL)"),
    "poor_families": Text("Keluarga miskin menurut kuesioner desa (%)", "Poor families by the questionnaire of the desa (%)"),
    "low_welfare": Text("Penduduk dalam daftar kesejahteraan terendah (%)", "Residents on the lowest welfare list (%)"),
    "women_schooling": Text("Lama sekolah perempuan (tahun)", "Women's years of schooling"),
    "underweight": Text("Balita kurang berat badan (%)", "Underweight children (%)"),
    "no_clean_water": Text("Keluarga tanpa air bersih (%)", "Families without clean water (%)"),
    "extreme_poverty": Text("Keluarga miskin ekstrem (%)", "Families in extreme poverty (%)"),
    "sanitation_risk": Text("Risiko sanitasi (1\N{EN DASH}4)", "Sanitation risk (1\N{EN DASH}4)"),
    "slum_decree": Text("Tercantum dalam SK kumuh (1 = ya)", "Listed in the slum decree (1 = yes)"),
}
SHORT = {  # within a sentence
    "low_schooling": Text("penduduk dewasa tanpa ijazah SMA", "adults without senior secondary school"),
    "widowed_divorced": Text("penduduk cerai per keluarga", "widowed and divorced residents per family"),
    "iks": Text("ketahanan sosial desa (IKS)", "social resilience (IKS)"),
    "ike": Text("ketahanan ekonomi desa (IKE)", "economic resilience (IKE)"),
    "ikl": Text("ketahanan lingkungan desa (IKL)", "environmental resilience (IKL)"),
    "poor_families": Text("keluarga miskin menurut kuesioner desa", "poor families by the questionnaire of the desa"),
    "low_welfare": Text("daftar kesejahteraan terendah", "the lowest welfare list"),
    "women_schooling": Text("lama sekolah perempuan", "women's schooling"),
    "underweight": Text("balita kurang berat badan", "underweight children"),
    "no_clean_water": Text("keluarga tanpa air bersih", "families without clean water"),
    "extreme_poverty": Text("keluarga miskin ekstrem", "families in extreme poverty"),
    "sanitation_risk": Text("risiko sanitasi", "sanitation risk"),
    "slum_decree": Text("SK kumuh", "the slum decree"),
}
VINTAGES = {
    "low_schooling": Text("2024", "2024"),
    "widowed_divorced": Text("2024", "2024"),
    "iks": Text("2024", "2024"),
    "ike": Text("2024", "2024"),
    "ikl": Text("2024", "2024"),
    "poor_families": Text("2023", "2023"),
    "low_welfare": Text("2025", "2025"),
    "women_schooling": Text("2025", "2025"),
    "underweight": Text("Januari dan Agustus 2026", "January and August 2026"),
    "no_clean_water": Text("2025", "2025"),
    "extreme_poverty": Text("tahun tidak disebutkan", "year unstated"),
    "sanitation_risk": Text("tahun tidak disebutkan", "year unstated"),
    "slum_decree": Text("2022", "2022"),
}
AGAINST = {  # what a proxy was held against
    **SHORT,
    "idm": Text("IDM 2024", "the village index (IDM) of 2024"),
    "slum_rt": Text("banyaknya RT kumuh", "the number of slum RT"),
    "slum_score": Text("nilai kekumuhan RT yang terdaftar", "the slum score of the RT listed"),
    "low_welfare_before": Text("daftar yang sama, edisi 2024", "the same list, edition 2024"),
    "underweight_again": Text("penimbangan bulan lain (Januari, Agustus)", "the weighing of the other month (January, August)"),
    "decree_before": Text("SK kumuh 2015", "the slum decree of 2015"),
    "poverty_rate": Text("persentase penduduk miskin BPS 2024", "the BPS poverty rate of 2024"),
    "houses": Text("rumah tidak layak huni", "substandard houses"),
    "sites": Text("lokasi terdahulu", "known sites"),
}

# --- where next -------------------------------------------------------------------------------------------

CHOICE = Text(
    "Menurut angka pengganti, peringkat teratas di {name} adalah {places:and}. Peluang menyatakan seberapa mungkin tempat itu benar-benar {among} di antara "
    "{n:,} desa/kelurahan yang belum pernah menjadi lokasi. Rentangnya adalah peluang bila angka pengganti ternyata lebih lemah atau lebih kuat daripada taksiran.",
    "By proxies, {k:the place|the places} ranked first in {name} {k:is|are} {places:and}. The chance is that of truly being {among} of {n:,} villages that "
    "have not been a site. The range is the chance if the proxies prove weaker or stronger than estimated.",
)
WITH_CHANCE = Text(
    "{name} (peluang {chance:.{digits}%}; rentang {low:.{digits}}–{high:.{digits}%})",
    "{name} (chance {chance:.{digits}%}; range {low:.{digits}}–{high:.{digits}%})",
)
CHANCE_AT_LEAST = Text("Peluang terendah", "Lowest chance")
CHANCE_AT_MOST = Text("Peluang tertinggi", "Highest chance")
CHANCE = Text("{name} (peluang {chance:.{digits}%})", "{name} (chance {chance:.{digits}%})")
CHANCE = Text("Peluang paling membutuhkan", "Chance of being the neediest")
CHANCE_OF = Text("Peluang termasuk {k:,} yang paling membutuhkan", "Chance of being among the {k:,} neediest")
AMONG = Text("termasuk {k:,} yang paling membutuhkan", "among the {k:,} neediest")
FIRST = Text("yang paling membutuhkan", "the neediest")
FIRM = Text("Pilihan ini kokoh.", "This choice is firm.")
NOT_FIRM = Text(
    "Angka pengganti belum cukup untuk memutuskan: daftar yang memuat yang paling membutuhkan dengan keyakinan {certain:.0%} masih berisi {n:,} "
    "({low:,}–{high:,}) dari {of:,} tempat.",
    "Proxies cannot decide this: a list that holds the neediest with a certainty of {certain:.0%} still has {n:,} ({low:,}–{high:,}) of {of:,} places.",
)
SURER = Text(
    "Agar lebih pasti, isi angka daerah sendiri (desil, kumuh, stunting) dalam buku kerja: p2wkss template kota.xlsx --regency {code}",
    "To be surer, fill in your own figures (deciles, slums, stunting) in a workbook: p2wkss template city.xlsx --regency {code}",
)
BASIS = Text("Angka pengganti yang dipakai: {proxies:and}.", "Proxies used: {proxies:and}.")
ONE_PROXY = Text(
    "Hanya satu angka yang dapat dipakai: bila angka itu keliru di satu tempat, peluang tempat itu terlalu tinggi.",
    "Only one figure can be used: where it is wrong about a place, the chance of that place is too high.",
)
NAMED = Text("{name} ({vintage})", "{name} ({vintage})")
REASONS = {
    "weak": Text(
        "Tidak dipakai karena tidak cukup sejalan dengan angka lain: {proxies:and}.",
        "Left out since they agree too little with other figures: {proxies:and}.",
    ),
    "few": Text(
        "Tidak dipakai karena tersedia untuk kurang dari 80% desa/kelurahan: {proxies:and}.",
        "Left out since fewer than 80% of villages have them: {proxies:and}.",
    ),
    "same": Text(
        "Tidak dipakai karena nilainya sama di semua tempat: {proxies:and}.",
        "Left out since they are the same everywhere: {proxies:and}.",
    ),
}
NO_PROXY = Text(
    "{n:,} tempat tidak diperingkat karena angkanya tidak lengkap: {names:and}.",
    "{n:,} {n:place is|places are} not ranked since figures are missing: {names:and}.",
)
ALL_BY_ONE = Text(
    "Untuk memeringkat semua tempat dengan satu angka: p2wkss target --regency {code} --need {proxy}={end}",
    "To rank all places by one figure: p2wkss target --regency {code} --need {proxy}={end}",
)
OTHERS = Text("{n:,} lainnya", "{n:,} {n:other|others}")
LEFT_OUT = Text(
    "{n:,} tempat yang pernah menjadi lokasi tidak ikut diperingkat: {sites:and}.",
    "{n:,} past {n:site is|sites are} left out: {sites:and}.",
)
SITE = Text("{name} {year}", "{name} {year}")
SITE_WITHOUT_YEAR = Text("{name} (tahun tidak diketahui)", "{name} (year unknown)")
NO_SITE = Text("Belum ada lokasi di {name} yang diketahui.", "No site in {name} is known.")
AUDIT = Text(
    "Menurut angka yang sama, {hits:,} dari {sites:,} lokasi terkonfirmasi termasuk {share:.0%} tempat yang paling membutuhkan; pemilihan acak rata-rata "
    "menghasilkan {mean:.1} (95%: {low:,}–{high:,}). Sebagian angka lebih baru daripada pemilihannya.",
    "By the same figures, {hits:,} of {sites:,} confirmed {sites:site|sites} {hits:is|are} among the neediest {share:.0%} of places; random selection would "
    "give {mean:.1} on average (95%: {low:,}–{high:,}). Some figures are newer than the choice.",
)
NO_FIGURE = Text(
    "Belum ada angka desa atau kelurahan yang diterbitkan untuk {name}, sehingga tempat di dalamnya belum dapat diperingkat. Isi angka sendiri: "
    "p2wkss template kota.xlsx --regency {code}, lembar Desa-Kelurahan, lalu p2wkss target kota.xlsx",
    "No figures of villages are published for {name}, so its places cannot be ranked yet. Fill in your own: p2wkss template city.xlsx "
    "--regency {code}, sheet Villages, then p2wkss target city.xlsx",
)
NOT_THERE = Text(
    "Angka {asked:list} tidak cukup untuk memeringkat tempat di {name}. Yang ada di sana: {there:list}.",
    "The figures {asked:list} are not enough to rank the places of {name}. There are: {there:list}.",
)
NO_ENDS = Text(
    'indicators={given!r}: sebut angka pengganti dan arahnya, misalnya {{"low_schooling": "higher"}}.',
    'indicators={given!r}: name proxies and their ends, for example {{"low_schooling": "higher"}}.',
)
UNKNOWN_PROXY = Text(
    "Angka pengganti {names:list} tidak ada. Pilihan: {known:list}.",
    "There is no proxy {names:list}. Choose from: {known:list}.",
)
WHERE = {"32": Text("desa Jawa Barat", "desa of Jawa Barat"), "36": Text("Banten", "Banten")}
IN_PLACE = Text("{name}", "{name}")
STRENGTHS = Text(
    "Korelasi dengan angka lain dari tempat yang sama: {held:;}.",
    "Correlation with other figures of the same places: {held:;}.",
)
STRENGTH = Text(
    "{name} dengan {against} {value:.2} ({low:.2} sampai {high:.2}; {where})",
    "{name} with {against} {value:.2} ({low:.2} to {high:.2}; {where})",
)
SO_WIDE = Text(
    "Kesalahan sebesar itu sudah diperhitungkan dalam peluang. Rentangnya memperhitungkan bahwa korelasi itu taksiran dan berbeda antardaerah.",
    "Errors of that size are counted in the chances. Their range counts that these correlations are estimates and differ between places.",
)
SHARED_ERRORS = Text(
    "Kesalahan yang sama-sama terkandung dalam beberapa angka tidak diperhitungkan; bila ada, peluang yang tinggi terlalu tinggi.",
    "Errors that several figures share are not counted; where there are any, high chances are too high.",
)
