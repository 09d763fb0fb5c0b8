"""What the indicators say: official figures and their change, poverty, slums, healthy families, scorecards, refusals."""

from __future__ import annotations

from ..say import Text

# --- measured: values that cannot be meant ----------------------------------------------------------------

INDEXES_DIFFER = Text(
    "Kolom {columns:list} tidak memiliki indeks yang sama, sehingga barisnya tidak dapat dipasangkan. Ambil semua kolom dari satu "
    "tabel, atau samakan indeksnya dengan reindex().",
    "The columns {columns:list} do not share one index, so their rows cannot be paired. Take all columns from one table, or align "
    "them with reindex().",
)
SIZES_DIFFER = Text(
    "Jumlah nilai tidak sama ({sizes:list}). Berikan satu nilai per wilayah untuk setiap kolom.",
    "The columns have different lengths ({sizes:list}). Give one value per place in every column.",
)
SHAPE_DIFFERS = Text(
    "Indeks memuat {rows} baris, tetapi nilainya berbentuk {shape}. Samakan panjangnya.",
    "The index has {rows} rows but the values have shape {shape}. Make them equally long.",
)
NOT_A_NUMBER = Text(
    "{name} memuat isian yang bukan angka. Berikan angka (titik desimal), atau kosongkan bila tidak ada data.",
    "{name} holds something that is not a number. Give numbers (decimal point), or leave it missing.",
)
OUT_OF_RANGE = Text(
    "{label} di luar rentang {range}: {n:,} nilai, yang pertama {first}{where}. {remedy}",
    "{label} is outside {range}: {n:,} {n:value|values}, the first {first}{where}. {remedy}",
)
RANGE = Text("{least:,}\N{EN DASH}{most:,}", "{least:,}\N{EN DASH}{most:,}")
RANGE_IN_UNIT = Text("{least:,}\N{EN DASH}{most:,} {unit}", "{least:,}\N{EN DASH}{most:,} {unit}")
VALUE = Text("{value:.{digits}}", "{value:.{digits}}")
INFINITE = Text("tak hingga", "infinite")

# --- hdi --------------------------------------------------------------------------------------------------

YEARS = Text("tahun", "years")
LEAVE_EMPTY = Text("Bila tidak ada data, kosongkan; jangan isi 0.", "If there is no figure, leave it missing; do not enter 0.")
CHECK_YEARS = Text("Periksa satuannya: tahun.", "Check the unit: years.")
LIFE_EXPECTANCY = Text("Umur harapan hidup saat lahir", "Life expectancy at birth")
EXPECTED_SCHOOLING = Text("Harapan lama sekolah", "Expected years of schooling")
MEAN_SCHOOLING = Text("Rata-rata lama sekolah", "Mean years of schooling")
EXPENDITURE = Text("Pengeluaran per kapita disesuaikan", "Adjusted expenditure per person")
THOUSAND_RUPIAH = Text("ribu rupiah per orang per tahun", "thousand rupiah per person per year")
EXPENDITURE_TOO_SMALL = Text(
    "Nilai sekecil ini bukan ribu rupiah per tahun (bila juta rupiah, kalikan 1.000). Bila tidak ada data, kosongkan; jangan isi 0.",
    "A value this small is not in thousand rupiah a year (if in million rupiah, multiply by 1,000). If there is no figure, leave it "
    "missing; do not enter 0.",
)
EXPENDITURE_TOO_LARGE = Text(
    "Nilai sebesar ini tentu dalam rupiah: bagi dengan 1.000 (dan kalikan 12 bila per bulan).",
    "A value this large must be in rupiah: divide by 1,000 (and multiply by 12 if it is per month).",
)
HDI = Text("Indeks pembangunan manusia", "Human development index")
POINTS = Text("poin", "points")

# --- change: an official indicator between two years ------------------------------------------------------

IN_SERIES = Text("{label}, seri {method}", "{label}, series {method}")
IMPROVED = Text(
    "{label} membaik di {better:,} dari {n:,} kabupaten/kota dari {first} ke {last}, dengan median perubahan {median:+.2}. Terbaik: "
    "{best}; terburuk: {worst}.",
    "{label} improved in {better:,} of {n:,} regencies and cities from {first} to {last}, with a median change of {median:+.2}. "
    "Best: {best}; worst: {worst}.",
)
PLACE_WITH_CHANGE = Text("{name} ({change:+.2})", "{name} ({change:+.2})")
NO_FIGURES = Text(
    "{name}: tidak ada angka {label} untuk {first} dan {last} dalam seri yang sama.",
    "{name}: there are no figures of {label} for {first} and {last} in the same series.",
)
PLACE_CHANGED = Text(
    "{name}: {label} {before:.2} pada {first} menjadi {after:.2} pada {last} ({change:+.2}).",
    "{name}: {label} {before:.2} in {first}, {after:.2} in {last} ({change:+.2}).",
)
SAME_YEAR = Text(
    "Tahun awal dan tahun akhir sama ({year}). Pilih dua tahun yang berbeda.",
    "The first and the last year are the same ({year}). Choose two different years.",
)
NO_SUCH_FIGURE = Text(
    "Tidak ada angka {indicator!r} dalam tabel ini. Periksa nama indikatornya.",
    "The table has no figure of {indicator!r}. Check the name of the indicator.",
)
# Two series are two methods: their difference is not a change of the place.
SEVERAL_SERIES = Text(
    "{label} memiliki beberapa seri untuk {first} dan {last}: {series:and}. Sebutkan salah satu dengan method=; seri yang berbeda "
    "tidak boleh diselisihkan.",
    "{label} has several series for {first} and {last}: {series:and}. Name one with method=; different series must not be "
    "differenced.",
)
NO_COMMON_SERIES = Text(
    "Tidak ada wilayah dengan {label} pada {first} dan {last} dalam seri yang sama ({held:;}). Pilih dua tahun dari satu seri.",
    "No place has {label} in {first} and {last} in the same series ({held:;}). Choose two years of one series.",
)
SERIES_OF_YEAR = Text("{year}: {series:and}", "{year}: {series:and}")
NONE = Text("tidak ada", "none")

# --- hdi_change -------------------------------------------------------------------------------------------

DIMENSIONS = {
    "health": Text("umur panjang dan hidup sehat", "health"),
    "education": Text("pengetahuan", "education"),
    "expenditure": Text("standar hidup layak", "standard of living"),
}
DIMENSION_POINTS = Text("{dimension} {points:+.3}", "{dimension} {points:+.3}")
HDI_MOVED = Text("IPM berubah {change:+.2} poin.", "The HDI changed by {change:+.2} points.")
HDI_OF_PLACE_MOVED = Text(
    "IPM {name} berubah {change:+.2} poin, dari {before:.2} ({first}) menjadi {after:.2} ({last}), dalam seri {method}.",
    "The HDI of {name} changed by {change:+.2} points, from {before:.2} ({first}) to {after:.2} ({last}), in the series {method}.",
)
BY_DIMENSION = Text(
    "Sumbangan tiap dimensi (poin): {parts:and}.",
    "Contribution of each dimension (points): {parts:and}.",
)
NO_SPLIT = Text(
    "Perubahan ini tidak dapat diuraikan menurut dimensi karena data berikut tidak ada: {gaps:and}.",
    "The change cannot be split by dimension because these figures are missing: {gaps:and}.",
)
GAP = Text("{component} {year}", "{component} {year}")
COMPONENTS = {  # as they are called inside a sentence
    "life_expectancy": Text("umur harapan hidup saat lahir", "life expectancy at birth"),
    "expected_schooling": Text("harapan lama sekolah", "expected years of schooling"),
    "mean_schooling": Text("rata-rata lama sekolah", "mean years of schooling"),
    "expenditure": Text("pengeluaran per kapita disesuaikan", "adjusted expenditure per person"),
}
AT_THE_FLOOR = Text(
    "Salah satu dimensi berada pada batas bawahnya (indeks 0), sehingga sumbangan tiap dimensi tidak terdefinisi. Laporkan "
    "perubahan IPM tanpa penguraian.",
    "One dimension is at its lower goalpost (index 0), so the contributions of the dimensions are undefined. Report the change of "
    "the index without the split.",
)
COMPONENTS_ABSENT = Text(
    "Komponen {absent:list} tidak ada pada `{which}`. Keempat komponen diperlukan: {needed:list}.",
    "`{which}` has no {absent:list}. All four components are needed: {needed:list}.",
)
ONE_PLACE = Text(
    "Penguraian dihitung untuk satu wilayah; untuk banyak wilayah gunakan split_change().",
    "The split is for one place; for many places use split_change().",
)
COMPONENTS_MISSING = Text(
    "Data {missing:list} pada `{which}` kosong, sehingga perubahan IPM tidak dapat diuraikan. Lengkapi datanya.",
    "`{which}` has no value of {missing:list}, so the change cannot be split. Complete the data.",
)
TABLE_COLUMNS_ABSENT = Text(
    "Tabel tidak memuat kolom {absent:list}. Gunakan tabel regency_indicators.",
    "The table has no column {absent:list}. Use the table regency_indicators.",
)
HDI_TWICE = Text(
    "Wilayah {code} memiliki lebih dari satu angka IPM untuk tahun dan seri yang sama. Hapus baris ganda dari tabel.",
    "{code} has more than one HDI figure for one year and series. Remove the duplicate rows from the table.",
)
NO_HDI = Text(
    "Tidak ada angka IPM untuk wilayah {code} tahun {year}. Pilih tahun yang tersedia: {available:and}.",
    "There is no HDI figure for {code} in {year}. Choose a year that is available: {available:and}.",
)
YEAR_IN_SERIES = Text("{year} ({method})", "{year} ({method})")
# A difference across series mixes a change of method with a change of the place.
TWO_SERIES = Text(
    "IPM {code} tahun {first} dan {last} tidak ada dalam satu seri{asked}: {first} memakai {first_series:list}, {last} memakai "
    "{last_series:list}. Selisih antarseri mencampur perubahan metode dengan perubahan keadaan, sehingga tidak dihitung. Pilih dua "
    "tahun dari seri yang sama.",
    "The HDI of {code} for {first} and {last} is not in one series{asked}: {first} has {first_series:list}, {last} has "
    "{last_series:list}. A difference across series mixes a change of method with a real change, so it is not computed. Choose two "
    "years of one series.",
)

# --- poverty ----------------------------------------------------------------------------------------------

POVERTY = Text(
    "{headcount:.2%} berada di bawah garis kemiskinan. Kedalamannya (P1) {gap:.2%} dari garis, keparahannya (P2) {severity:.4}, dan "
    "indeks Sen {sen:.4}.",
    "{headcount:.2%} are below the poverty line. The gap (P1) is {gap:.2%} of the line, the severity (P2) {severity:.4} and the Sen "
    "index {sen:.4}.",
)
POVERTY_UNKNOWN = Text(
    "Ukuran kemiskinan tidak dapat dihitung karena ada pengeluaran atau bobot yang kosong. Lengkapi, atau keluarkan barisnya dengan "
    "dropna().",
    "The poverty measures cannot be computed because an expenditure or weight is missing. Complete it, or drop the rows with "
    "dropna().",
)
LENGTHS_DIFFER = Text(
    "Jumlah nilai tidak sama: pengeluaran {expenditure}, garis {line}, bobot {weights}. Berikan satu nilai per baris (garis boleh "
    "satu angka).",
    "The lengths differ: expenditure {expenditure}, line {line}, weights {weights}. Give one value per row (the line may be a single "
    "number).",
)
EXPENDITURE_NOT_POSITIVE = Text(
    "{n:,} pengeluaran tidak di atas nol atau tak hingga (yang pertama di urutan {place}: {value}). Indeks Watts tidak terdefinisi di "
    "sana. Bila pengeluaran tidak diketahui, kosongkan lalu putuskan sendiri dengan dropna().",
    "{n:,} expenditure {n:value is|values are} not above zero, or infinite (the first at position {place}: {value}). The Watts index "
    "is undefined there. If expenditure is unknown, leave it missing and decide about it with dropna().",
)
LINE_NOT_POSITIVE = Text(
    "Garis kemiskinan harus di atas nol, dalam satuan dan periode yang sama dengan pengeluaran.",
    "The poverty line must be above zero, in the unit and period of the expenditure.",
)
WEIGHTS_NEGATIVE = Text(
    "Bobot tidak boleh negatif atau tak hingga. Periksa kolom bobot.",
    "Weights may not be negative or infinite. Check the column of weights.",
)
NO_WEIGHT = Text(
    "Tidak ada baris dengan bobot di atas nol, sehingga ukuran kemiskinan tidak ada. Periksa penyaringan datanya.",
    "There is no row with a weight above zero, so there is no poverty measure. Check how the data were filtered.",
)

# --- slum -------------------------------------------------------------------------------------------------

CRITERIA = {  # the sixteen of Permen PUPR 14/PRT/M/2018
    "1a": Text("ketidakteraturan bangunan", "irregular buildings"),
    "1b": Text("kepadatan bangunan tidak sesuai", "building density beyond the plan"),
    "1c": Text("ketidaksesuaian persyaratan teknis bangunan", "buildings below technical standard"),
    "2a": Text("cakupan jalan lingkungan kurang", "missing neighbourhood roads"),
    "2b": Text("permukaan jalan lingkungan buruk", "poor road surface"),
    "3a": Text("tidak ada akses aman air minum", "no safe access to drinking water"),
    "3b": Text("kebutuhan air minum tidak terpenuhi", "drinking water need not met"),
    "4a": Text("genangan air", "flooded area"),
    "4b": Text("ketidaktersediaan drainase", "missing drains"),
    "4c": Text("kualitas konstruksi drainase buruk", "poor drain construction"),
    "5a": Text("sistem air limbah tidak sesuai standar", "sewage system below standard"),
    "5b": Text("sarana air limbah tidak sesuai", "sewage facilities below standard"),
    "6a": Text("sarana persampahan tidak sesuai", "waste facilities below standard"),
    "6b": Text("sistem persampahan tidak sesuai", "waste system below standard"),
    "7a": Text("tidak ada prasarana proteksi kebakaran", "no fire protection infrastructure"),
    "7b": Text("tidak ada sarana proteksi kebakaran", "no fire protection equipment"),
}
CLASSES = {
    "tidak kumuh": Text("tidak kumuh", "not slum"),
    "ringan": Text("kumuh ringan", "light slum"),
    "sedang": Text("kumuh sedang", "moderate slum"),
    "berat": Text("kumuh berat", "heavy slum"),
}
CRITERION = Text("Kriteria {key} ({label})", "Criterion {key} ({label})")
KEY_AND_LABEL = Text("{key} {label}", "{key} {label}")
PERCENT = Text("%", "%")
ABOVE_HUNDRED = Text(
    "Persentase tidak boleh melebihi 100; periksa volume dan penyebutnya.",
    "A percentage cannot exceed 100; check the volume and its denominator.",
)
BELOW_ZERO = Text("Persentase tidak boleh negatif.", "A percentage cannot be negative.")
CRITERION_SCORE = Text("Skor (0, 1, 3, 5)", "Score (0, 1, 3, 5)")
SLUM_SCORE = Text("Nilai kekumuhan {total:,} dari 80: {slum_class}.", "The slum score is {total:,} of 80: {slum_class}.")
WORST_CRITERIA = Text(
    "Kriteria dengan skor tertinggi (5): {criteria:and}.",
    "Criteria with the highest score (5): {criteria:and}.",
)
NO_SLUM_SCORE = Text(
    "Nilai kekumuhan tidak dapat dihitung karena kriteria {criteria:and} tidak ada datanya.",
    "The slum score cannot be computed because criteria {criteria:and} have no data.",
)
LOOK_LIKE_SHARES = Text(
    "Semua persentase paling besar {largest}, seperti bagian (0 sampai 1). Kalikan 100 (0,5 menjadi 50). Bila memang persentase "
    "sekecil itu, tulis 0: skornya sama.",
    "No percentage is above {largest}, as if they were shares (0 to 1). Multiply by 100 (0.5 becomes 50). If they are percentages "
    "as small as that, enter 0: the score is the same.",
)
PERCENTAGES_UNREADABLE = Text(
    "Berikan persentase sebagai dict atau DataFrame dengan kunci 1a sampai 7b.",
    "Give the percentages as a dict or DataFrame keyed 1a to 7b.",
)
CRITERIA_ABSENT = Text(
    "Kriteria {absent:list} tidak ada. Keenam belas kriteria diperlukan; isi 0 bila volumenya nol, kosongkan (NaN) bila tidak diketahui.",
    "Criteria {absent:list} are absent. All sixteen are needed; enter 0 where the volume is zero and NaN where it is not known.",
)
VOLUMES = Text("volume", "volumes")
DENOMINATORS = Text("penyebut", "denominators")
KEYS_ABSENT = Text(
    "Pada {what} tidak ada: {absent:list}. Semua diperlukan: {needed:list}.",
    "The {what} have no {absent:list}. All are needed: {needed:list}.",
)
VOLUME_OUT_OF_RANGE = Text(
    "Volume negatif atau melebihi penyebutnya pada kriteria {criteria:list}. Periksa satuan dan isian.",
    "A volume is negative or larger than its denominator for {criteria:list}. Check units and entries.",
)
PLACES_DIFFER = Text(
    "`before` dan `after` harus memuat wilayah yang sama dalam urutan yang sama.",
    "`before` and `after` must hold the same places in the same order.",
)

# --- slum_change: before and after, by RT -----------------------------------------------------------------

ROLES = {
    "assisted": Text("lokasi", "site"),
    "comparison": Text("pembanding", "comparison"),
    "later_site": Text("lokasi kemudian", "later site"),
    "served_before": Text("lokasi sebelum survei", "site before the surveys"),
    "unknown": Text("tidak diketahui", "not known"),
}
HEADS = {
    "rw": Text("RW", "RW"),
    "rt": Text("RT", "RT"),
    "role": Text("Peran", "Role"),
    "year_before": Text("Tahun sebelum", "Year before"),
    "year_after": Text("Tahun sesudah", "Year after"),
    "score_before": Text("Nilai sebelum", "Score before"),
    "score_after": Text("Nilai sesudah", "Score after"),
    "score_change": Text("Perubahan", "Change"),
    "comparison_change": Text("Perubahan pembanding", "Comparison change"),
    "contribution_percent": Text("Kontribusi penanganan", "Contribution"),
}
SLUM_SCORES_MOVED = Text(
    "Nilai kekumuhan rata-rata {n:,} RT {sites:lokasi|yang disurvei dua kali} berubah {change:+.{digits}} pada skala 0\N{EN DASH}80, dari "
    "{before:.{digits}} menjadi {after:.{digits}}. Kelasnya membaik di {better:,}, tetap di {same:,}, dan memburuk di {worse:,} RT.",
    "The mean slum score of {n:,} {n:RT|RTs} {sites:of the sites|surveyed twice} changed by {change:+.{digits}} on the scale "
    "0\N{EN DASH}80, from {before:.{digits}} to {after:.{digits}}. The class improved in {better:,}, stayed the same in {same:,} and "
    "worsened in {worse:,}.",
)
NO_CONTRIBUTION = Text("Kontribusi penanganan tidak dapat dihitung.", "The contribution of slum works cannot be computed.")
# The volume after is usually the volume before less the works: finished works raise the figure by construction.
CONTRIBUTION = Text(
    "Kontribusi penanganan menurut rumus kementerian rata-rata {share:.1%}; angka ini bukan bukti dampak.",
    "The contribution of slum works by the ministry's formula averages {share:.1%}; it is no evidence of impact.",
)
WORKS_RAISE_IT = Text(
    "Kontribusi penanganan pasti naik bila pekerjaan selesai, karena volume sesudahnya biasanya adalah volume sebelumnya dikurangi "
    "pekerjaan.",
    "Finished works raise the contribution by construction, because the volume after is usually the volume before less the works.",
)
POINTS_BY_SOURCE = Text(
    "Dari perubahan per RT, {works:+.1} poin berasal dari kriteria yang volumenya turun langsung oleh pekerjaan, {other:+.1} dari empat "
    "kriteria lain (keteraturan, kepadatan, kecukupan air, genangan), dan {totals:+.1} dari penyebut yang diukur ulang.",
    "Of the change per RT, {works:+.1} points come from criteria whose volume falls directly with finished works, {other:+.1} from the "
    "four others (layout, density, water need met, flooding) and {totals:+.1} from denominators that were measured again.",
)
MOVED_MOST = Text("Yang paling berubah: {criteria:and}.", "What moved most: {criteria:and}.")
CRITERION_POINTS = Text("{key} {label} ({points:+.1})", "{key} {label} ({points:+.1})")
DENOMINATORS_CHANGED = Text(
    "Di {n:,} RT survei kedua memakai penyebut lain (luas, bangunan, KK, panjang jalan atau drainase), sehingga persentasenya tidak "
    "sepenuhnya sebanding.",
    "In {n:,} {n:RT|RTs} the second survey has other denominators (area, buildings, households, road or drain length), so that its "
    "percentages are not quite comparable.",
)
DENOMINATORS_IDENTICAL = Text(
    "Di {n:,} RT semua penyebut sama persis. Keadaan sesudahnya mungkin dihitung dari laporan pekerjaan, bukan disurvei ulang; "
    "periksa asalnya.",
    "In {n:,} {n:RT|RTs} all denominators are exactly the same. The state after may have been computed from reports of works rather "
    "than surveyed again; check its origin.",
)
NO_COMPARISON_RT = Text(
    "Perubahan tanpa program tidak dapat diperkirakan karena tidak ada RT pembanding yang disurvei pada tahun yang sama. Survei juga "
    "beberapa RT yang bukan lokasi.",
    "The change without the programme cannot be estimated, because no comparison RT was surveyed in the same years. Survey some RTs "
    "that are not sites as well.",
)
# Works count as outcomes in the difference too, and RTs of one place are one case, not several.
COMPARED = Text(
    "Selisihnya dengan RT pembanding {gap:+.1} poin: RT lokasi {own:+.1}, RT pembanding {other:+.1} pada tahun yang sama (paling banyak "
    "{n:,} RT). Selisih ini pun menghitung pekerjaan sebagai hasil, dan beberapa RT di satu tempat adalah satu kasus.",
    "The difference from comparison RTs is {gap:+.1} points: site RTs {own:+.1}, comparison RTs {other:+.1} in the same years ({n:,} "
    "RTs at most). It, too, counts works as outcomes, and several RTs of one place are one case.",
)
LEFT_OUT = {
    "one_survey": Text("Tidak dihitung: {n:,} RT (hanya satu survei).", "Left out: {n:,} {n:RT|RTs} (one survey only)."),
    "missing_criteria": Text(
        "Tidak dihitung: {n:,} RT (ada kriteria tanpa data).",
        "Left out: {n:,} {n:RT|RTs} (criteria without data).",
    ),
    "few_households": Text(
        "Tidak dihitung: {n:,} RT (kurang dari lima KK, angkanya disembunyikan).",
        "Left out: {n:,} {n:RT|RTs} (fewer than five households, figures hidden).",
    ),
}
NO_SLUM_CHANGE = Text(
    "Perubahan nilai kekumuhan tidak dapat dihitung: tidak ada RT lokasi dengan dua survei lengkap.",
    "The change of the slum score cannot be computed: no site RT has two complete surveys.",
)
RT_COLUMNS_ABSENT = Text(
    "Tabel RT tidak memuat kolom {absent:list}. Gunakan lembar neighbourhoods dari buku kerja.",
    "The table of RTs has no column {absent:list}. Use the sheet neighbourhoods of the workbook.",
)
NO_RT_SURVEY = Text(
    "Belum ada survei RT. Isi lembar neighbourhoods.",
    "There is no RT survey yet. Fill in the sheet neighbourhoods.",
)
RT_TWICE = Text(
    "RT yang sama tercatat dua kali dalam satu tahun: {rts:;}. Hapus salah satu.",
    "The same RT is entered twice in one year: {rts:;}. Remove one.",
)

# --- healthy_family and healthy_family_waves --------------------------------------------------------------

HEALTHY_FAMILY = Text("Indeks keluarga sehat", "Healthy family index")
ANSWERS_UNREADABLE = Text(
    "Berikan jawaban sebagai dict atau DataFrame dengan dua belas butir IKS.",
    "Give the answers as a dict or DataFrame with the twelve items.",
)
IKS_ITEMS_ABSENT = Text(
    "Butir {absent:list} tidak ada. Kedua belas butir diperlukan; kosongkan bila tidak berlaku.",
    "Items {absent:list} are absent. All twelve are needed; leave one missing if it does not apply.",
)
ANSWER_UNREADABLE = Text(
    "Butir {item} memuat {answer!r}. Isi True (ya), False (tidak), atau kosong (tidak berlaku).",
    "Item {item} holds {answer!r}. Enter True (yes), False (no), or leave it missing (not applicable).",
)
SIDES = {"assisted": Text("binaan", "assisted"), "comparison": Text("pembanding", "comparison")}
WAVE_HEADS = {
    "wave": Text("Gelombang", "Wave"),
    "unhealthy_percent": Text("Tidak sehat (%)", "Unhealthy (%)"),
    "pre_healthy_percent": Text("Pra-sehat (%)", "Pre-healthy (%)"),
    "indexed": Text("Terhitung", "Counted"),
    "healthy_percent": Text("Sehat (%)", "Healthy (%)"),
}
HEALTHY_SHARES = {
    "assisted": Text(
        "Keluarga sehat pada KK binaan: {first_share} pada gelombang {first} dan {last_share} pada gelombang {last}.",
        "Healthy families among assisted households: {first_share} in wave {first} and {last_share} in wave {last}.",
    ),
    "comparison": Text(
        "Keluarga sehat pada KK pembanding: {first_share} pada gelombang {first} dan {last_share} pada gelombang {last}.",
        "Healthy families among comparison households: {first_share} in wave {first} and {last_share} in wave {last}.",
    ),
}
HEALTHY_SHARE = {
    "assisted": Text(
        "Keluarga sehat pada KK binaan: {share} pada gelombang {wave}.",
        "Healthy families among assisted households: {share} in wave {wave}.",
    ),
    "comparison": Text(
        "Keluarga sehat pada KK pembanding: {share} pada gelombang {wave}.",
        "Healthy families among comparison households: {share} in wave {wave}.",
    ),
}
WHOLE_PERCENT = Text("{share:.0%}", "{share:.0%}")
TOO_FEW = Text("(terlalu sedikit untuk disebut)", "(too few to be shown)")
FOLLOWED = Text(
    "Indeks {families} keluarga yang terhitung pada keduanya berubah {change:+.2}.",
    "The index of {families} families counted in both changed by {change:+.2}.",
)
# The trap: an item that does not apply is no failure.
NOT_APPLICABLE = Text(
    'Butir yang tidak berlaku dikeluarkan dari pembagi (Permenkes 39/2016); bila dihitung sebagai "tidak", rata-rata indeks '
    "terlihat {as_no:.2}, bukan {mean:.2}.",
    'Items that do not apply are excluded from the denominator (Permenkes 39/2016); counted as "no", the mean index would look like '
    "{as_no:.2} instead of {mean:.2}.",
)
NOT_ASKED = Text(
    "Tidak dihitung: {visits} kunjungan dengan butir yang tidak ditanyakan.",
    "Left out: {visits} visits with items that were not asked.",
)
NO_INDEX = Text(
    "Indeks keluarga sehat tidak dapat dihitung: tidak ada, atau terlalu sedikit, keluarga yang kedua belas butirnya terjawab.",
    "The healthy family index cannot be computed: no family, or too few, answered all twelve items.",
)
HOUSEHOLD_COLUMNS_ABSENT = Text(
    "Tabel keluarga tidak memuat kolom {absent:list}. Gunakan lembar households dari buku kerja.",
    "The table of households has no column {absent:list}. Use the sheet households of the workbook.",
)
STRANGE_ANSWERS = Text(
    "Butir {items:list} memuat jawaban selain yes, no, not_applicable. Periksa buku kerja dengan `p2wkss check`.",
    "Items {items:list} hold answers other than yes, no, not_applicable. Check the workbook with `p2wkss check`.",
)
HOUSEHOLD_TWICE = Text(
    "{n:,} baris mengulang keluarga yang sama dalam satu gelombang. Hapus salah satu.",
    "{n:,} {n:line repeats|lines repeat} a household within a wave. Remove one of each.",
)

# --- readiness, rubric and their change -------------------------------------------------------------------

ITEMS_MET = Text(
    "{met:,} dari {judged:,} indikator {profile} yang dapat dinilai terpenuhi.",
    "{met:,} of {judged:,} {profile} indicators that can be judged are met.",
)
NO_THRESHOLD = Text(
    "{n:,} butir berupa angka disajikan tanpa ambang karena profil ini tidak memuat ambangnya.",
    "{n:,} numeric {n:item is|items are} shown without a threshold, because the profile gives none.",
)
NO_DATA = Text("Belum ada data: {items:;}.", "No data: {items:;}.")
ZERO_CASES = Text(
    "Nihil kasus dapat berarti tidak terjadi atau tidak dilaporkan: {items:;}.",
    "Zero cases can mean that nothing happened or that nothing was reported: {items:;}.",
)
ITEMS_ABSENT = Text(
    "Butir {absent:list} tidak ada. Semua butir diperlukan; kosongkan (None) bila belum diketahui.",
    "Items {absent:list} are absent. All are needed; leave one missing (None) if it is not known.",
)
UNKNOWN_PROFILE = Text(
    "Profil {given!r} tidak dikenal. Gunakan {known:list}, atau berkas .json, .csv, atau .xlsx.",
    "The profile {given!r} is not known. Use {known:list}, or a file .json, .csv or .xlsx.",
)
ANSWERS_NOT_A_MAPPING = Text(
    "Berikan jawaban sebagai dict: nama butir ke jawabannya.",
    "Give the answers as a dict: item name to answer.",
)
UNKNOWN_ITEMS = Text(
    "Butir {items:list} tidak ada dalam profil {profile}. Yang ada: {known:list}.",
    "The profile {profile} has no items {items:list}. It has: {known:list}.",
)
ITEM = Text("Butir {key} ({label}, {kind})", "Item {key} ({label}, {kind})")
ONE_ANSWER = Text("{item}: berikan satu jawaban.", "{item}: give one answer.")
WHOLE_OR_YES = Text("{item} harus ya/tidak atau bilangan bulat.", "{item} must be yes/no or a whole number.")
RUBRIC_HEADS = {
    "label": Text("Butir", "Item"),
    "weight": Text("Poin maksimum", "Maximum"),
    "points": Text("Poin", "Points"),
    "target": Text("Target", "Target"),
}
RUBRIC_TOTAL = Text("Menurut rubrik {rubric}: {total} dari {most} poin.", "By the rubric {rubric}: {total} of {most} points.")
RUBRIC_RANGE = Text(
    "Menurut rubrik {rubric}: antara {low} dan {high} dari {most} poin, karena {reasons:and}.",
    "By the rubric {rubric}: between {low} and {high} of {most} points, because {reasons:and}.",
)
UNANSWERED = Text(
    "{n:,} dari {items:,} butir belum ada datanya: {which:;}",
    "{n:,} of {items:,} items have no data: {which:;}",
)
HIDDEN_COUNTS = Text(
    "jumlah yang kurang dari {least} disembunyikan: {which:;}",
    "counts below {least} are hidden: {which:;}",
)
POINTS_OF_ZERO = Text(
    "{points} poin berasal dari nihil kasus, yang dapat juga berarti tidak dilaporkan.",
    "{points} points come from zero cases, which can also mean that nothing was reported.",
)
ORGANISERS_WEIGHTS = Text(
    "Bobotnya milik penyelenggara lomba; angka ini bukan ukuran dampak.",
    "The weights are the organiser's; these points are no measure of impact.",
)
NOT_A_RUBRIC = Text(
    "Profil {profile} bukan rubrik: butir {items:list} tidak berbobot atau tidak bertarget. Muat rubrik dengan load_rubric.",
    "The profile {profile} is not a rubric: its items {items:list} have no weight or target. Load a rubric with load_rubric.",
)
CHANGES = {
    "better": Text("membaik", "better"),
    "worse": Text("memburuk", "worse"),
    "same": Text("tetap", "same"),
    "cannot tell": Text("belum dapat disimpulkan", "cannot tell"),
    "fell to zero": Text("menjadi nihil", "fell to zero"),
    "rose": Text("bertambah", "rose"),
}
ITEMS_CHANGED = Text(
    "{profile} {first}\N{EN DASH}{last}: butir yang membaik {better}, memburuk {worse}, dan tetap {same:,}.",
    "{profile} {first}\N{EN DASH}{last}: items that improved {better}, worsened {worse}, unchanged {same:,}.",
)
COUNT = Text("{n:,}", "{n:,}")
COUNT_OF_ITEMS = Text("{n:,} ({items:;})", "{n:,} ({items:;})")
CANNOT_TELL = Text(
    "{n:,} butir lain belum dapat disimpulkan karena salah satu tahunnya kosong.",
    "For {n:,} more {n:item|items} the change cannot be told, because a year is missing.",
)
REPORTING_MAY_DIFFER = Text(
    "Kasus yang menjadi nihil dapat berarti tidak lagi dilaporkan, dan kasus yang bertambah dapat berarti lebih banyak yang melapor.",
    "Cases that fell to zero may no longer be reported, and more cases may mean that more people report them.",
)
PROFILES_DIFFER = Text(
    "Profil kedua tahun berbeda ({before}, {after}). Bandingkan profil yang sama.",
    "The profiles of the two years differ ({before}, {after}). Compare the same profile.",
)
YEARS_NOT_IN_ORDER = Text(
    "Tahun {before} tidak lebih awal daripada {after}. Tukar urutannya.",
    "The year {before} is not before {after}. Swap them.",
)

# --- scorecards -------------------------------------------------------------------------------------------

CARD_HEADS = {
    "card": Text("Kartu", "Card"),
    "rw": Text("RW", "RW"),
    "rt": Text("RT", "RT"),
    "cases": Text("Keluarga", "Families"),
}
NOT_LOADED = Text(
    "Profil berikut belum dimuat, sehingga barisnya tidak dinilai: {profiles:and}. Muat rubriknya.",
    "These profiles are not loaded, so their lines are not scored: {profiles:and}. Load their rubric.",
)
PROFILE_WITH_LINES = Text("{profile} ({n:,})", "{profile} ({n:,})")
NO_CARD = Text(
    "Buku kerja ini tidak memuat data untuk kartu skor. Isi lembar scores, neighbourhoods, atau households.",
    "This workbook has no data for a scorecard. Fill in the sheet scores, neighbourhoods or households.",
)
SCORE_COLUMNS_ABSENT = Text(
    "Tabel skor tidak memuat kolom {absent:list}. Gunakan lembar scores dari buku kerja.",
    "The table of scores has no column {absent:list}. Use the sheet scores of the workbook.",
)
ITEM_TWICE = Text(
    "{place}, {year}: butir {item} dari profil {profile} ada dua kali. Hapus salah satu.",
    "{place}, {year}: the item {item} of {profile} is entered twice. Remove one.",
)
