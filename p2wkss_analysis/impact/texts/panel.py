"""What is said of panels: their faults, the scale places are compared on, and how the sites were chosen."""

from __future__ import annotations

from ...say import Text

# --- faults of a table meant as a panel -------------------------------------------------------------------

A_PANEL = Text("Panel", "A panel")
NO_PANEL = Text("Panel tidak dapat dibentuk:", "The panel cannot be built:")
SHOWN_AND_MORE = Text("{shown:list}, dan {rest:,} lagi", "{shown:list}, and {rest:,} more")
NAMES_NOT_TEXT = Text(
    "Nama kolom harus satu teks: {given:list}.",
    "A column is named by one text: {given:list}.",
)
BASELINE_UNKNOWN = Text(
    'baseline={given!r}: pilih "clean", "early", atau "timing".',
    'baseline={given!r}: choose "clean", "early" or "timing".',
)
SCALE_UNKNOWN = Text(
    "scale={given!r}: pilih {known:list}.",
    "scale={given!r}: choose {known:list}.",
)
BOUNDS_NOT_TWO_NUMBERS = Text(
    "bounds={given!r}: tulis batas bawah lalu batas atas sebagai dua angka, misalnya (0, 100).",
    "bounds={given!r}: give two numbers, the lower bound and then the upper, for example (0, 100).",
)
BEYOND_BOUNDS = Text(
    "Nilai {outcome!r} ({least} sampai {most}) melampaui bounds, dari {low} sampai {high}. Perbaiki salah satunya.",
    "The values of {outcome!r} ({least} to {most}) go beyond bounds, {low} to {high}. Correct one of them.",
)
SCALE_DOES_NOT_FIT = Text("{outcome!r}: {why}.", "{outcome!r}: {why}.")
TWO_ROLES = Text(
    "Kolom {name!r} dipakai untuk lebih dari satu hal: {roles:list}. Sebutkan satu kolom untuk tiap hal.",
    "Column {name!r} is used for more than one thing: {roles:list}. Name one column for each.",
)
NO_WHOLE_YEAR = Text(
    "Kolom {name!r} berisi yang bukan tahun bulat: {cells}.",
    "Column {name!r} holds what is not a whole year: {cells}.",
)
SIZE_NOT_ABOVE_ZERO = Text(
    "Kolom {name!r} harus berisi angka di atas nol: {cells}.",
    "Column {name!r} must be above zero: {cells}.",
)
ROWS_WITHOUT_YEAR = Text(
    "{n:,} baris tanpa tahun. Isi tahunnya.",
    "{n:,} {n:row has|rows have} no year. Fill it in.",
)
DOUBLED = Text(
    "Tempat dan tahun yang sama tercatat ganda pada {n:,} baris: {cells:list}. Sisakan satu baris.",
    "The same place and year is recorded twice in {n:,} {n:row|rows}: {cells:list}. Keep one row.",
)
EMPTY_LABELS = Text(
    "Kolom {name!r} kosong di {n:,} baris.",
    "Column {name!r} is empty in {n:,} {n:row|rows}.",
)
MIXED_LABELS = Text(
    "Kolom {name!r} mencampur teks dan angka: {shown:list}. Tulis semua kode sebagai teks.",
    "Column {name!r} mixes text and numbers: {shown:list}. Write every code as text.",
)
DIFFERS_WITHIN_PLACE = Text(
    "Kolom {name!r} berbeda antarbaris untuk tempat yang sama: {places}.",
    "Column {name!r} differs between rows of the same place: {places}.",
)
TOO_MANY_YEARS = Text(
    "Tahun panel dari {first} sampai {last}, lebih dari {most:,} tahun: {cells:list}. Periksa salah ketik.",
    "The years run from {first} to {last}, more than {most:,} years: {cells:list}. Look for a typing error.",
)
STARTS_TOO_EARLY = Text(
    "Program dimulai sebelum tahun pertama panel ({first}): {places:list}. Keluarkan tempat itu, atau tambahkan tahun.",
    "The programme starts before the first year of the panel ({first}): {places:list}. Leave these places out, or add years.",
)
ALL_ARE_SITES = Text(
    "Semua tempat menjadi lokasi program; tidak ada pembanding. Sertakan tempat yang bukan lokasi.",
    "All places are programme sites; nothing is left to compare with. Include places that were not.",
)
ALL_THE_SAME = Text(
    "Nilai {name!r} sama di semua tempat dan tahun, atau kosong; tidak ada perubahan yang dapat dihitung.",
    "{name!r} is the same in all places and years, or empty; there is no change to measure.",
)
NO_SIZE_TO_COMPUTE_WITH = Text(
    "Nilai {name!r} terlalu besar atau terlalu kecil untuk dihitung (rentang {spread}). Pakai satuan lain.",
    "{name!r} is too large or too small to compute with (range {spread}). Use another unit.",
)
LOOKS_AHEAD = Text(
    "Kolom {name!r} memuat angka yang belum diketahui saat itu: urutannya sama dengan nilai {ahead:,} tahun kemudian. "
    "Pakai angka pemeringkatan yang diketahui saat memilih.",
    "Column {name!r} looks into the future: it orders places as the outcome {ahead:,} {ahead:year|years} later does. "
    "Use the ranking figure known when sites were chosen.",
)

# --- the panel --------------------------------------------------------------------------------------------

PANEL = Text(
    "{outcome} untuk {n:,} tempat, {first} sampai {last}: {sites:,} lokasi program, {rest:,} tempat tanpa program yang diketahui.",
    "{outcome} of {n:,} {n:place|places}, {first} to {last}: {sites:,} {sites:site in its|sites in their} programme, "
    "{rest:,} {rest:place|places} without a known programme.",
)
# --- a panel of published figures -------------------------------------------------------------------------

AT_BREAK_UNKNOWN = Text("at_break={given!r}: pilih {known:list}.", "at_break={given!r}: choose {known:list}.")
METHOD_UNKNOWN = Text(
    "{label} tidak memiliki seri {given!r}; pilih {known:list}.", "{label} has no series {given!r}; choose {known:list}."
)
NO_FIGURES_THERE = Text(
    "Tidak ada angka {label} di wilayah atau seri itu. Perluas wilayahnya (inside) atau pilih seri lain (method).",
    "There is no figure of {label} in these places or this series. Widen the places (inside) or choose another series (method).",
)
YEARS_ARE_TWO = Text(
    "years={given!r}: tulis tahun pertama lalu tahun terakhir, misalnya (2013, 2025).",
    "years={given!r}: give the first year and then the last, for example (2013, 2025).",
)
YEARS_WITHOUT_FIGURES = Text(
    "years=({first}, {last}): tahun pertama harus lebih awal, dan ada angkanya. Yang ada: {known}.",
    "years=({first}, {last}): the first year must be the earlier one, and there must be figures. There are: {known}.",
)
NOTHING_UNBROKEN = Text(
    "{label}, {first} sampai {last}: kurang dari dua daerah memiliki seri utuh. Persempit tahunnya (years), atau pakai "
    'at_break="cut" atau balanced=False.',
    "{label}, {first} to {last}: fewer than two places have a whole series. Narrow the years (years), or use "
    'at_break="cut" or balanced=False.',
)
START_IS_NO_MAPPING = Text(
    "start={given!r}: tulis daerah dan tahun pertama programnya, misalnya {{'Kota Depok': 2020}}.",
    "start={given!r}: give places and their first programme years, for example {{'Kota Depok': 2020}}.",
)
START_IS_NO_YEAR = Text(
    "start: {given!r} untuk {place} bukan tahun. Tulis misalnya 2020.",
    "start: {given!r} for {place} is no year. Write for example 2020.",
)
STARTS_NOT_IN_PANEL = Text(
    "start menyebut daerah yang tidak ada dalam panel: {places:;}. Ubah tahunnya (years), pakai balanced=False, atau keluarkan dari start.",
    "start names places that are not in the panel: {places:;}. Change the years (years), use balanced=False, or take them out of start.",
)
ABSENT = Text("{place} ({why})", "{place} ({why})")
NOT_INSIDE = Text("di luar wilayah yang diminta", "outside the places asked for")
BREAKS_IN = Text("seri berganti pada {year}: {reason}", "the series breaks in {year}: {reason}")
NO_FIGURE_IN = Text("tidak ada angka {years}", "no figure in {years}")
FEW_IN_YEAR = Text(
    "hanya {n:,} dari {of:,} daerah memiliki angka dalam seri yang utuh",
    "only {n:,} of {of:,} places {n:has|have} a figure in an unbroken series",
)
PLACES_LEFT_OUT = Text(
    "Tidak disertakan {n:,} daerah: {broken:,} karena serinya berganti, {missing:,} karena angkanya tidak lengkap.",
    "{n:,} {n:place is|places are} left out: {broken:,} since the series breaks, {missing:,} since figures are missing.",
)
PLACES_CUT = Text(
    "{n:,} daerah hanya dengan bagian serinya yang terpanjang.",
    "{n:,} {n:place has|places have} the longest part of the series only.",
)
YEARS_ARE_HOLES = Text(
    "Tahun {years} kosong: kurang dari separuh daerah memiliki angka.",
    "{years} stay empty: fewer than half of the places have a figure.",
)

CUT_CHANGED = Text(
    "{name}: batas desilnya berubah, sehingga angkanya tidak dapat dibandingkan antartahun.",
    "{name}: its decile cut changed, so years cannot be compared.",
)

# --- the scale --------------------------------------------------------------------------------------------

SCALES = {
    "raw": Text("skala asli", "its own scale"),
    "root": Text("skala akar", "the root scale"),
    "log": Text("skala logaritma", "the log scale"),
    "logit": Text("skala logit", "the logit scale"),
}
SCALE_AS_ASKED = Text("Dihitung pada {scale} sesuai permintaan.", "Computed on {scale}, as asked.")
SCALE_CHOSEN = Text(
    "Naik turunnya angka ini sebanding dengan besarnya, sehingga tempat dibandingkan pada {scale}. Skala dipilih hanya dari "
    "angka sebelum program, dan hasilnya disajikan dalam satuan semula.",
    "This figure moves in proportion to its size, so places are compared on {scale}. The scale was chosen from figures "
    "before the programme alone, and results are reported in the figure's own unit.",
)
LOGIT_NEEDS_BOUNDS = Text(
    "skala logit memerlukan nilai dari {low} sampai {high}",
    "the logit scale needs values from {low} to {high}",
)
SCALE_NEEDS_NO_NEGATIVE = Text(
    "{scale} memerlukan nilai yang tidak negatif",
    "{scale} needs values that are not negative",
)
SCALE_NEEDS_VALUES_OFF_BOUNDS = Text(
    "{scale} memerlukan nilai sebelum program yang tidak tepat di batas",
    "{scale} needs values before the programme that are off the bounds",
)

# --- how the sites were chosen ----------------------------------------------------------------------------

BY_LOTS = Text(
    "Lokasi ditentukan dengan undian terbuka di antara para calon.",
    "Sites were drawn by public lot among the candidates.",
)
NOT_DRAWN = Text(
    "{n:,} lokasi lain tidak diundi dan tidak ikut dievaluasi; nilainya sejak programnya dimulai tidak dipakai.",
    "{n:,} other {n:site was|sites were} not drawn and not evaluated; values since {n:its|their} own start are not used.",
)
CHOICE_UNKNOWN = Text(
    "Cara memilih lokasi tidak diketahui, sehingga dipakai dua anggapan: lokasi dipilih menurut indikator ini sampai "
    "setahun sebelumnya, atau sudah ditetapkan dua sampai tiga tahun sebelumnya.",
    "How sites were chosen is not known, so two assumptions are used: chosen on this outcome up to the year before, "
    "or fixed two to three years before.",
)
RULE_UNKNOWN = Text(
    "Aturan {kind} tidak dikenal. Berikan SelectionRule, hasil draw_lots, LotsByYear untuk undian beberapa tahun, atau None.",
    "A rule of type {kind} is not known. Give a SelectionRule, a result of draw_lots, LotsByYear for draws of several years, or None.",
)
NO_RANKING_COLUMN = Text(
    "Aturan menyebut kolom pemeringkatan, tetapi panel tidak memilikinya. Bentuk panel dengan ranking=...",
    "The rule names a ranking column, but the panel has none. Build the panel with ranking=...",
)
NO_GROUPS = Text(
    "Aturan memilih di dalam kelompok, tetapi panel tidak memiliki kelompok. Bentuk panel dengan group=...",
    "The rule chooses within groups, but the panel has none. Build the panel with group=...",
)
LAG_BEYOND_PANEL = Text(
    "Aturan menyebut lag={lag}, tetapi panel hanya {n:,} tahun, sehingga tidak memuat tahun pemeringkatan. Perkecil lag, atau "
    "tambahkan tahun.",
    "The rule says lag={lag}, but the panel has only {n:,} {n:year|years}, so no ranking year lies in it. Use a smaller lag, or "
    "add years.",
)
MORE_SITES_THAN_RULE = Text(
    "Aturan menyebut {k:,} lokasi setahun, tetapi di panel ada {most:,} lokasi ({where}). Perbaiki per_year, atau isi within "
    "bila setiap kelompok memilih sendiri.",
    "The rule says {k:,} {k:site|sites} a year, but the panel has {most:,} ({where}). Correct per_year, or set within where each "
    "group chooses its own.",
)
RANKING_YEAR = Text(
    "Nilai lokasi dari tahun pemeringkatan sampai sebelum program dimulai tidak dipakai sebagai nilai awal, karena nilai itu "
    "yang menentukan pemilihan.",
    "Values from the ranking year to the start are excluded from a site's baseline, because they decided the choice.",
)
RULE_EXPLAINS = Text(
    "Aturan yang disebut menjelaskan {hits:,} dari {total:,} lokasi yang dapat diperiksa.",
    "The stated rule accounts for {hits:,} of the {total:,} {total:site|sites} that can be checked.",
)
RULE_NOT_FOLLOWED = Text(
    "Aturan yang disebut hanya menjelaskan {hits:,} dari {total:,} lokasi yang dapat diperiksa: yang lain tidak termasuk {k:,} "
    "peringkat pertama pada tahun pemeringkatannya. Periksa aturannya; bila cara lain yang dipakai, perkiraan ini dapat bias.",
    "The stated rule accounts for only {hits:,} of the {total:,} {total:site|sites} that can be checked: the others were not "
    "among the {k:,} ranked first in their ranking year. Check the rule; if another was followed, this estimate may be biased.",
)
FEWER_SITES_THAN_RULE = Text(
    "Aturan menyebut {k:,} lokasi setahun, tetapi panel tidak pernah memuat sebanyak itu. Aturan ini menjelaskan {hits:,} dari "
    "{total:,} lokasi. Periksa aturannya, atau apakah ada lokasi yang belum tercatat.",
    "The rule says {k:,} {k:site|sites} a year, but the panel never has as many. It accounts for {hits:,} of the {total:,} "
    "{total:site|sites}. Check the rule, or whether sites are missing from the register.",
)
RULE_NOT_CHECKED = Text(
    "Aturan yang disebut tidak dapat diperiksa, karena panel tidak memuat nilai pada tahun pemeringkatan lokasi.",
    "The stated rule cannot be checked, because the panel has no values in the ranking years of the sites.",
)

# --- a public draw ----------------------------------------------------------------------------------------

DRAW_INCOMPLETE = Text(
    "Undian harus menyebut tempat yang terundi (drawn) dan semua calonnya (candidates), termasuk yang terundi.",
    "A draw must name the places drawn (drawn) and all its candidates, those drawn among them.",
)
DRAW_DISAGREES = Text(
    "Undian dan panel tidak cocok; {what:;}. Lokasi harus persis tempat yang terundi.",
    "The draw and the panel do not agree; {what:;}. The sites must be exactly the places drawn.",
)
DRAW_OF_YEAR_DISAGREES = Text(
    "Undian dan panel tidak cocok; {what:;}. Lokasi tahun {year} harus persis tempat yang terundi.",
    "The draw and the panel do not agree; {what:;}. The sites of {year} must be exactly the places drawn.",
)
DRAWN_NO_SITE = Text(
    "terundi tetapi bukan lokasi di panel: {codes:list}",
    "drawn but no site in the panel: {codes:list}",
)
DRAWN_NO_SITE_OF_YEAR = Text(
    "terundi tetapi bukan lokasi tahun {year} di panel: {codes:list}",
    "drawn but no site of {year} in the panel: {codes:list}",
)
SITE_NOT_DRAWN = Text("lokasi tetapi tidak terundi: {codes:list}", "a site but not drawn: {codes:list}")
SITE_OF_YEAR_NOT_DRAWN = Text(
    "lokasi tahun {year} tetapi tidak terundi: {codes:list}",
    "a site of {year} but not drawn: {codes:list}",
)

# --- spillover and contamination --------------------------------------------------------------------------

NO_NEIGHBOUR_KNOWN = Text(
    "Tidak satu pun nama di daftar tetangga ada dalam panel, misalnya {names:list}. Pakai nama seperti di panel.",
    "None of the names in the list of neighbours is in the panel, for example {names:list}. Use names as in the panel.",
)
ALL_ARE_NEIGHBOURS = Text(
    "Semua tempat bersebelahan dengan lokasi; tidak ada pembanding yang tersisa.",
    "Every place touches a site; nothing is left to compare with.",
)
CONTAMINATION = Text(
    "Bila setiap tahun ada {a_year:,} lokasi selama {years:,} tahun, sekitar {missing:,} lokasi tidak tercatat di antara "
    "{places:,} tempat. Jumlah itu {share:.0%} dari pembanding, sehingga pengaruh hanya terbaca sekitar {reads:.0%} dari yang "
    "sebenarnya.",
    "With {a_year:,} {a_year:site|sites} a year over {years:,} {years:year|years}, about {missing:,} {missing:site is|sites are} "
    "not on record among {places:,} places. That is {share:.0%} of the comparison, and an effect would read as about {reads:.0%} "
    "of its true size.",
)
