"""What is said of one kabupaten, kota or province from published figures: its rank, its neighbours, its like, its villages."""

from __future__ import annotations

from ...say import Text

# --- where it stands --------------------------------------------------------------------------------------

RANK = Text("peringkat {first:,} dari {of:,}", "rank {first:,} of {of:,}")
SHARED_RANK = Text("peringkat {first:,}\N{EN DASH}{last:,} dari {of:,}", "shared ranks {first:,}\N{EN DASH}{last:,} of {of:,}")
SHORT_RANK = Text("{first:,} dari {of:,}", "{first:,} of {of:,}")
SHORT_SHARED = Text("{first:,}\N{EN DASH}{last:,} dari {of:,}", "{first:,}\N{EN DASH}{last:,} of {of:,}")
HEADINGS = {  # of columns shown
    "province_median": Text("Median provinsi", "Median of the province"),
    "country_median": Text("Median Indonesia", "Median of Indonesia"),
    "in_province": Text("Peringkat di provinsi", "Rank in the province"),
    "in_country": Text("Peringkat di Indonesia", "Rank in Indonesia"),
    "poverty_rate_rank": Text("Peringkat kemiskinan", "Rank by poverty"),
    "hdi_rank": Text("Peringkat IPM", "Rank by HDI"),
    "people": Text("Penduduk miskin berkurang (orang)", "Fewer poor people"),
    "distance": Text("Jarak", "Distance"),
    "population": Text("Penduduk terdaftar", "Registered population"),
    "poverty_rate_change": Text("Perubahan kemiskinan (poin)", "Change of the poverty rate (points)"),
    "hdi_change": Text("Perubahan IPM (poin)", "Change of the HDI (points)"),
    "district": Text("Kecamatan", "District"),
    "said": Text("Menurut sumbernya", "As the source says"),
}
RANKED_IN = Text("{rank} di {place}", "{rank} in {place}")
INDONESIA = Text("Indonesia", "Indonesia")
POVERTY_STANDS = Text(
    "Penduduk miskin {name} {value:.2%} pada {year}: {ranks:and}, dihitung dari yang terendah.",
    "The poverty rate of {name} was {value:.2%} in {year}: {ranks:and}, counted from the lowest.",
)
HDI_STANDS = Text(
    "IPM-nya {value:.2} pada {year}: {ranks:and}, dihitung dari yang tertinggi.",
    "Its HDI was {value:.2} in {year}: {ranks:and}, counted from the highest.",
)
NOT_RANKED = {
    "poverty_rate": Text(
        "Penduduk miskin {name} {value:.2%} pada {year}.", "The poverty rate of {name} was {value:.2%} in {year}."
    ),
    "hdi": Text("IPM-nya {value:.2} pada {year}.", "Its HDI was {value:.2} in {year}."),
}
FEW_HAVE = Text(
    "Peringkatnya di {places:and} belum dapat dihitung, karena baru sebagian daerah yang memiliki angka {year}.",
    "Its rank in {places:and} cannot be computed yet, since only some places have a figure for {year}.",
)
TWO_SENTENCES = Text("{first} {second}", "{first} {second}")

# --- since when -------------------------------------------------------------------------------------------

TREND_LABELS = {"poverty_rate": Text("Penduduk miskin", "The poverty rate"), "hdi": Text("IPM", "The HDI")}
TRENDS = {  # by the sign of the change
    -1: Text(
        "{label} {name} turun {points:.2} poin sejak {first}, menjadi {value:.2}{unit} pada {last}.",
        "{label} of {name} fell by {points:.2} points since {first}, to {value:.2}{unit} in {last}.",
    ),
    0: Text(
        "{label} {name} pada {last} sama dengan pada {first}: {value:.2}{unit}.",
        "{label} of {name} was the same in {last} as in {first}: {value:.2}{unit}.",
    ),
    1: Text(
        "{label} {name} naik {points:.2} poin sejak {first}, menjadi {value:.2}{unit} pada {last}.",
        "{label} of {name} rose by {points:.2} points since {first}, to {value:.2}{unit} in {last}.",
    ),
}
NO_TREND = Text(
    "{label} {name} {value:.2}{unit} pada {last}; tahun sebelumnya termasuk seri lain, sehingga perubahannya tidak dihitung.",
    "{label} of {name} was {value:.2}{unit} in {last}; the years before belong to another series, so no change is computed.",
)

# --- the next rank ----------------------------------------------------------------------------------------

ONE_UP = Text(
    "Untuk menyamai {others:and} ({other_rate:.2%}) di {province}, penduduk miskin {name} perlu berkurang sekitar {people:,} "
    "orang (antara {low:,} dan {high:,} karena persentase dibulatkan). Pada {year} angkanya {rate:.2%}, {rank}.",
    "To equal {others:and} ({other_rate:.2%}) in {province}, {name} would need about {people:,} fewer poor people (between "
    "{low:,} and {high:,}, since rates are rounded). In {year} its rate was {rate:.2%}, {rank}.",
)
FIRST_ALREADY = Text(
    "{name} memiliki persentase penduduk miskin terendah di {province} pada {year}.",
    "{name} had the lowest poverty rate in {province} in {year}.",
)
ONE_DOWN = Text(
    "Bila penduduk miskin {name} bertambah sekitar {people:,} orang ({low:,}\N{EN DASH}{high:,}), angkanya "
    "menyamai {others:and} ({other_rate:.2%}) di {province}.",
    "About {people:,} more poor people ({low:,}\N{EN DASH}{high:,}) would bring {name} level with {others:and} "
    "({other_rate:.2%}) in {province}.",
)
LAST_ALREADY = Text("Di {province} tidak ada persentase yang lebih tinggi.", "No rate in {province} is higher.")
POPULATION_BEHIND = Text(
    "Hitungan ini memakai sekitar {population:.-3} penduduk, yaitu jumlah penduduk miskin dibagi persentasenya.",
    "This takes a population of about {population:.-3}: poor people divided by the poverty rate.",
)

# --- places like it ---------------------------------------------------------------------------------------

MOST_ALIKE = Text(
    "Dari {n:,} daerah yang paling mirip {name}, yang terdekat {names:and}.",
    "Of the {n:,} places most like {name}, the nearest are {names:and}.",
)
MOVED_BESIDE = {
    "poverty_rate": Text(
        "Kemiskinan {name} berubah {own:+.2} poin ({first}\N{EN DASH}{last}), median daerah yang mirip {median:+.2}; {better:,} dari {n:,} "
        "menurunkan kemiskinan lebih banyak.",
        "Poverty in {name} changed by {own:+.2} points ({first}\N{EN DASH}{last}), the median of places like it by {median:+.2}; "
        "{better:,} of {n:,} reduced poverty more.",
    ),
    "hdi": Text(
        "IPM {name} berubah {own:+.2} poin ({first}\N{EN DASH}{last}), median daerah yang mirip {median:+.2}; {better:,} dari {n:,} naik "
        "lebih banyak.",
        "The HDI of {name} changed by {own:+.2} points ({first}\N{EN DASH}{last}), the median of places like it by {median:+.2}; "
        "{better:,} of {n:,} rose more.",
    ),
}
NOT_BESIDE = {
    "poverty_rate": Text(
        "Perubahan kemiskinan {name} tidak dibandingkan: tidak ada tiga tahun tanpa pergantian seri.",
        "The change in poverty of {name} is not compared: no three years are free of a break in the series.",
    ),
    "hdi": Text(
        "Perubahan IPM {name} tidak dibandingkan: tidak ada tiga tahun tanpa pergantian seri.",
        "The change in HDI of {name} is not compared: no three years are free of a break in the series.",
    ),
}

# --- villages ---------------------------------------------------------------------------------------------

LOWEST = Text(
    "{by}{year}, dari yang terendah: {names:and} (dari {n:,} yang memiliki angka).",
    "{by}{year}, from the lowest: {names:and} (of {n:,} with a figure).",
)
HIGHEST = Text(
    "{by}{year}, dari yang tertinggi: {names:and} (dari {n:,} yang memiliki angka).",
    "{by}{year}, from the highest: {names:and} (of {n:,} with a figure).",
)
ONLY_ONE = Text("{by}{year}: hanya {names:and} yang memiliki angka.", "{by}{year}: only {names:and} has a figure.")
KECAMATAN = Text("Kec. {name}", "Kec. {name}")
NAMED_SOURCES = Text("{each:;}", "{each:;}")
HOSTS = Text("{hosts:and}; alamat lengkap dalam tabel {table}", "{hosts:and}; full addresses in the table {table}")
DOCUMENT = Text("{document} ({publisher})", "{document} ({publisher})")
CARE = {
    "village_index": Text("Kelurahan tidak memiliki IDM.", "Kelurahan have no IDM."),
    "village_poverty": Text("Tahunnya tidak disebutkan dalam sumber.", "The source does not state the year."),
    "village_food_security": Text(
        "Daftar kesejahteraan terendah tidak sama dengan kemiskinan menurut BPS.",
        "The lowest welfare list is not poverty as measured by BPS.",
    ),
    "slum_villages": Text(
        "Yang tidak tercantum tidak berarti bebas kumuh. Aturan pendataan setiap daftar berbeda.",
        "Absence from the list does not mean free of slums. Each list follows rules of its own.",
    ),
    "slum_neighbourhoods": Text(
        "Bukan sampel acak: hanya RT yang disurvei atau diprofilkan. Tahunnya tidak disebutkan.",
        "Not a random sample: only RT that were surveyed or profiled. The year is not stated.",
    ),
    "slum_village_criteria": Text("Keadaan sebelum 2018.", "As before 2018."),
    "substandard_housing": Text(
        "Angka ini usulan atau hasil perbaikan, bukan jumlah rumah tidak layak huni yang ada.",
        "These are houses proposed or repaired, not the number of substandard houses there are.",
    ),
    "village_population": Text(
        "Penduduk menurut kartu keluarga, bukan yang tinggal di sana.", "People by family card, not those who live there."
    ),
}
LISTED_IN_PART = Text(
    "Dari daftar kumuh{year} hanya {n:,} desa/kelurahan yang diketahui namanya, antara lain {names:and}.",
    "Of the slum list{year} only {n:,} {n:village is|villages are} known by name, among them {names:and}.",
)
LISTED = Text(
    "Daftar kumuh{year} memuat {n:,} desa/kelurahan, antara lain {names:and}.",
    "The slum list{year} names {n:,} {n:village|villages}, among them {names:and}.",
)
OF_YEAR = Text(" {year}", " of {year}")
IN_YEAR = Text(" pada {year}", " in {year}")

# --- the place as a whole, by year ------------------------------------------------------------------------

VALUE_OF_YEAR = Text("{value:.{digits}} ({year})", "{value:.{digits}} ({year})")
CITY_YEARS = {
    "slum_cities": Text(
        "Luas kumuh menurut pemerintah kota, dalam hektare: {each:and}. Aturan pendataannya berubah, sehingga selisihnya bukan pertumbuhan.",
        "Slum area by the city government, in hectares: {each:and}. The rules of counting changed, so differences are not growth.",
    ),
    "substandard_housing": Text(
        "Rumah tidak layak huni yang diperbaiki: {each:and}. Ini hasil kerja setiap tahun, bukan jumlah rumah yang masih ada.",
        "Substandard houses repaired: {each:and}. This is the work of each year, not the number that remain.",
    ),
}

# --- a province -------------------------------------------------------------------------------------------

PROVINCE_STANDS = Text(
    "{province} memiliki {poor:,} penduduk miskin ({year}). Persentase terendah di {best} ({lowest:.2%}), tertinggi di {worst} "
    "({highest:.2%}).",
    "{province} had {poor:,} poor people ({year}). The rate was lowest in {best} ({lowest:.2%}) and highest in {worst} ({highest:.2%}).",
)
PROVINCE_HDI = Text(
    "IPM tertinggi di {best} ({highest:.2}), terendah di {worst} ({lowest:.2}) pada {year}.",
    "HDI was highest in {best} ({highest:.2}) and lowest in {worst} ({lowest:.2}) in {year}.",
)
