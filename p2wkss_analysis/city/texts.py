"""What a city's answers say, in both languages."""

from __future__ import annotations

from ..say import Text

# --- answers ----------------------------------------------------------------------------------------------

NEED = Text("Di mana kebutuhan tahun depan?", "Where is the need next year?")
SITES = Text("Apakah lokasi sebelumnya tepat sasaran?", "Did past sites go where the need was?")
ASSISTED = Text("Keluarga mana yang dibina?", "Which households were assisted?")
BEFORE_AFTER = Text("Apa yang berubah antara sebelum dan sesudah program?", "What changed from before to after the programme?")
HOUSEHOLDS = Text("Apakah program berdampak pada KK binaan?", "Did the programme have an effect on households?")
DELIVERY = Text("Apa yang sudah dikerjakan?", "What was delivered?")
EFFECT = Text("Apakah program berdampak pada lokasi?", "Did the programme have an effect on sites?")
SCORECARDS = Text("Bagaimana kartu skornya?", "What do the scorecards say?")
QUESTION = Text("Pertanyaan", "Question")
CALL = Text("Perintah", "Call")
ANSWER = Text("Jawaban, atau yang perlu diisi", "Answer, or what to fill in")
ANSWERED = Text("{city}: {n:,} dari {all:,} pertanyaan terjawab.", "{city}: {n:,} of {all:,} questions answered.")
FAULTS = Text(
    "{file}: {n:,} kesalahan perlu diperbaiki sebelum pertanyaan dapat dijawab.",
    "{file}: {n:,} {n:fault|faults} to correct before any question is answered.",
)
SYNTHETIC = Text("DATA SINTETIS: bukan keadaan sebenarnya.", "SYNTHETIC DATA: not the real situation.")
NO_REGENCY = Text(
    'Kota buku kerja ini tidak dapat dikenali. Isi "kode kabupaten/kota" pada lembar Pengaturan, misalnya 32.76.',
    'This workbook does not say which city it is from. Fill in "regency code" on the sheet Settings, for example 32.76.',
)
WITHOUT = {  # sheets without which answers of other sheets would mislead
    "settings": Text(
        "Lembar Pengaturan tidak ada, sehingga kota dan keterangan data sintetis tidak diketahui. Salin lembar itu dari templat.",
        "The sheet Settings is missing, so neither the city nor whether the data are synthetic is known. Copy the sheet from the template.",
    ),
    "sites": Text(
        "Lembar Lokasi tidak ada, sehingga lokasi sebelumnya tidak diketahui. Salin lembar itu dari templat; biarkan kosong bila memang belum ada lokasi.",
        "The sheet Sites is missing, so past sites are not known. Copy the sheet from the template; leave it empty if there has been no site.",
    ),
}
NOT_TO_PUBLISH = Text(
    "Buku kerja yang dipotong sampai {year} hanya untuk bertanya. Buat laporan dari buku kerja utuh.",
    "A workbook cut at the end of {year} is for questions only. Make the report from the whole workbook.",
)
NO_SCORES = Text(
    "Belum ada kartu skor. Isi lembar RT atau Kartu Skor.",
    "There is no scorecard yet. Fill in the sheet Neighbourhoods or Scorecards.",
)

# --- delivery ---------------------------------------------------------------------------------------------

NO_ACTIVITY = Text(
    "Lembar Kegiatan belum berisi kegiatan. Isi satu baris per kegiatan: OPD, sektor, tanggal rencana, dan realisasi.",
    "The sheet Deliveries holds no activity yet. Fill in one line per activity: agency, sector, planned date and share done.",
)

# --- decided ----------------------------------------------------------------------------------------------

NO_BOUNDARIES = Text(
    'Berkas batas wilayah {name}, yang disebut pada lembar Pengaturan, tidak ditemukan; letaknya dihitung dari folder buku kerja. Letakkan di sana, atau kosongkan "berkas batas wilayah".',
    'The boundaries file {name}, named on the sheet Settings, is not found; its path starts at the folder of the workbook. Put it there, or leave "boundaries file" empty.',
)

# --- candidates -------------------------------------------------------------------------------------------

NO_CANDIDATES = Text(
    "Lembar Keluarga dalam {file} tidak memuat keluarga yang diwawancarai pada kunjungan awal.",
    "The sheet Households of {file} holds no household interviewed at the first visit.",
)
ALL_ASSISTED = Text(
    "Semua {n:,} keluarga kunjungan awal dalam {file} sudah dibina pada tahun program sebelumnya. Isi calon baru, atau minta agar mereka ikut "
    "dipilih lagi (--again).",
    "All {n:,} households of the first visit in {file} were assisted in an earlier programme year. Fill in new candidates, or ask for them to be "
    "chosen from again (--again).",
)
NO_SUCH_COLUMN = Text(
    "Lembar Keluarga tidak memuat kolom {columns:list}. Yang terisi: {filled:list}.",
    "The sheet Households has no column {columns:list}. Filled in are: {filled:list}.",
)

# --- need -------------------------------------------------------------------------------------------------

REASONS = {  # why a column does not enter the index
    "empty": Text("belum diisi", "not filled in"),
    "few": Text("terisi untuk kurang dari 80% desa/kelurahan", "filled in for fewer than 80% of villages"),
    "same": Text("nilainya sama di semua desa/kelurahan", "the same in every village"),
    "cuts": Text("batas desilnya berbeda antardesa/kelurahan", "the decile cut differs between villages"),
}
INDEX_OF = Text("Kolom indeks kebutuhan {year}: {columns:and}.", "Columns of the {year} need index: {columns:and}.")
SAME_WEIGHT = Text("Berbobot sama: {aspects:and}.", "Equal weight: {aspects:and}.")
UNUSED = Text("Tidak dipakai: {columns:;}.", "Not used: {columns:;}.")
NOT_OF_THIS_WORKBOOK = Text(
    "{n:,} KK dalam undian tidak ada pada {file} ({ids:list}). Undi dari buku kerja yang sama.",
    "{n:,} {n:household|households} of the draw {n:is|are} not in {file} ({ids:list}). Draw from the same workbook.",
)
UNUSED_COLUMN = Text("{column}, {why}", "{column}, {why}")
ASPECTS_LEFT_OUT = Text("Aspek yang tidak ikut: {aspects:and}.", "Aspects left out: {aspects:and}.")
ASPECT_LEFT_OUT = Text("{aspect} ({reasons:;})", "{aspect} ({reasons:;})")
MORE_THAN_CANDIDATES = Text(
    "Sasaran {year} adalah {asked:,} lokasi, tetapi hanya {places:,} desa/kelurahan dapat diperingkat. Usulan dibatasi {k:,}, satu di bawah jumlah itu.",
    "The target for {year} is {asked:,} sites, but only {places:,} villages can be ranked. The proposal stops at {k:,}, one below that.",
)
MORE_THAN_LEFT = Text(
    "Sasaran {year} adalah {asked:,} lokasi. Selain {fixed:,} yang sudah ditetapkan, hanya {places:,} desa/kelurahan dapat diperingkat. Usulan dibatasi {k:,}, "
    "satu di bawah jumlah itu.",
    "The target for {year} is {asked:,} sites. Beside the {fixed:,} already fixed, only {places:,} villages can be ranked. The proposal stops at {k:,}, one "
    "below that.",
)
ALL_FIXED = Text(
    "Semua lokasi untuk {year} sudah ditetapkan; peringkat pertama di antara tempat lain tetap ditunjukkan.",
    "All sites for {year} are already fixed; the first-ranked other place is shown all the same.",
)
ONLY_WEIGHTS_VARIED = Text(
    "Yang diuji hanya bobot dan cara menghitung, bukan kesalahan data.",
    "Only weights and methods were varied, not errors in the data.",
)
FIRMNESS_UNKNOWN = Text(
    "Kekokohan pilihan ini belum dapat diuji: hanya satu kolom yang dipakai, sehingga bobot tidak mengubah urutan. Isi kolom aspek lain "
    "untuk mengujinya; kesalahan data juga belum diperhitungkan.",
    "The firmness of this choice cannot be tested yet: only one column is used, so weights cannot change the order. Fill in columns of "
    "other aspects to test it; errors in the data are not counted either.",
)
CHOICE = Text(
    "Usulan lokasi {year}: {places:and}. Dasarnya data {data_year}: {columns:and}.",
    "Proposed for {year}: {places:and}. Based on data of {data_year}: {columns:and}.",
)
TOO_FEW_PLACES = Text(
    "Pemeringkatan memerlukan tiga desa/kelurahan; hanya {n:,} yang datanya lengkap dan belum pernah menjadi lokasi. Lengkapi data desa/kelurahan lain.",
    "A ranking needs three villages; only {n:,} {n:has|have} complete data and {n:has|have} not been a site. Complete the data of other villages.",
)
NO_FIGURES = Text(
    "Lembar Desa-Kelurahan belum berisi angka. Isi tahun dan paling sedikit satu indikator untuk setiap desa/kelurahan.",
    "The sheet Villages holds no figures yet. Fill in the year and at least one indicator for every village.",
)
NOTHING_USABLE = Text(
    "Belum ada kolom kebutuhan yang dapat dipakai pada lembar Desa-Kelurahan.",
    "No column of need can be used on the sheet Villages.",
)
FILLED_SO_FAR = Text("Baru terisi: {columns:and}.", "Filled in so far: {columns:and}.")
COLUMN_FILLED = Text("{column} {n:,} dari {all:,}", "{column} {n:,} of {all:,}")
FILL_IN_A_COLUMN = Text(
    "Isi paling sedikit satu kolom untuk sekurangnya 80% desa/kelurahan: luas kumuh, persen KK desil rendah, stunting, tidak bersekolah, atau pengeluaran.",
    "Fill in at least one column for at least 80% of villages: slum area, households in low deciles, stunting, out of school or expenditure.",
)
NO_SUCH_FIGURE = Text(
    "Lembar Desa-Kelurahan tidak memuat kolom angka {columns:list}. Yang terisi: {filled:list}.",
    "The sheet Villages has no column of numbers {columns:list}. Filled in are: {filled:list}.",
)
MAP_AND_LIST = Text(
    "Peta memuat juga lokasi terdahulu; skor pada daftar dihitung hanya di antara tempat yang masih dapat dipilih, sehingga angkanya dapat berbeda.",
    "The map includes past sites; scores on the list are computed among places that can still be chosen, so the figures may differ.",
)

# --- sites ------------------------------------------------------------------------------------------------

NO_SITES = Text(
    "Lembar Lokasi belum berisi lokasi. Isi satu baris untuk setiap lokasi dan tahun.",
    "The sheet Sites holds no site yet. Fill in one line for each site and year.",
)
DECREE = Text("Nomor SK", "Decree")
CHOSEN_BY = Text("Cara memilih", "How chosen")
RANK_WHEN_CHOSEN = Text("Peringkat kebutuhan saat dipilih", "Rank of need when chosen")
RW = Text("RW", "RW")
NOT_SAID = Text("tidak disebut", "not said")
HITS = Text(
    "{hits:,} dari {n:,} lokasi termasuk seperlima desa/kelurahan yang paling membutuhkan saat dipilih; pemilihan acak rata-rata {lots:.1}.",
    "{hits:,} of {n:,} {n:site|sites} {hits:was|were} among the neediest fifth of villages when chosen; random selection averages {lots:.1}.",
)
AGAIN_IN_ONE = Text(
    "Lokasi itu berada di {villages:,} desa/kelurahan, karena ada yang terpilih lebih dari sekali; dampak dihitung per desa/kelurahan.",
    "They lie in {villages:,} {villages:village|villages}, because some served more than once; the effect is computed by village.",
)
NOT_AUDITED = Text("{n:,} lokasi lain tidak dapat diaudit.", "{n:,} more cannot be audited.")
ON_RECORD = Text(
    "{n:,} lokasi tercatat, {first} sampai {last}. Cara memilih menurut kota: {ways:and}.",
    "{n:,} {n:site is|sites are} on record, {first} to {last}. How chosen, according to the city: {ways:and}.",
)
WAY_WITH_COUNT = Text("{way} ({n:,})", "{way} ({n:,})")
NOT_ANNOUNCED = Text(
    "Tanggal pengumuman belum diisi untuk satu pun lokasi.",
    "The date of announcement is not filled in for any site.",
)
ANNOUNCED = Text(
    "Dari {n:,} yang tanggal pengumumannya diisi, {ahead:,} diumumkan sebelum tahun programnya.",
    "Of {n:,} with a date of announcement, {ahead:,} {ahead:was|were} announced before {ahead:its|their} programme year.",
)
NO_RANKED_YEAR = Text(
    "Lokasi belum dapat diaudit: tidak ada tahun yang kolom kebutuhannya terisi cukup. Isi lembar Desa-Kelurahan untuk tahun sebelum lokasi dipilih.",
    "Sites cannot be audited yet: no year has enough of its columns of need filled in. Fill in the sheet Villages for years before sites were chosen.",
)
ANNOUNCED_LATE = Text(
    "{site} {year}: diumumkan {day:date}, sesudah tahun programnya.",
    "{site} {year}: announced on {day:date}, after its programme year.",
)
DECREED_LATE = Text(
    "{site} {year}: SK bertanggal {day:date}, sesudah tahun programnya.",
    "{site} {year}: the decree is dated {day:date}, after its programme year.",
)
SITE_AGAIN = Text("{site} menjadi lokasi lebih dari sekali: {years:and}.", "{site} was a site more than once: {years:and}.")
SAID_NEED = Text(
    "{site} {year}: menurut kota dipilih berdasarkan nilai kebutuhan, tetapi peringkatnya {rank:,} dari {places:,} menurut data {data_year}.",
    "{site} {year}: chosen by need according to the city, but it ranked {rank:,} of {places:,} by the data of {data_year}.",
)
ONLY_IN_PRESS = Text(
    "{site} {year}: ada dalam daftar terbuka dari pemberitaan, tidak ada pada lembar Lokasi.",
    "{site} {year}: on the open register from the press, not on the sheet Sites.",
)
OTHER_IN_PRESS = Text(
    "{site} {year}: ada dalam daftar terbuka dari pemberitaan; lembar Lokasi menyebut tempat lain untuk tahun itu.",
    "{site} {year}: on the open register from the press; the sheet Sites names another place for that year.",
)
NOT_IN_PRESS = Text(
    "{site} {year}: ada pada lembar Lokasi, tidak ada dalam daftar terbuka dari pemberitaan.",
    "{site} {year}: on the sheet Sites, not on the open register from the press.",
)

# --- panel ------------------------------------------------------------------------------------------------

LIMITS = (  # of an evaluation of sites on a city's own register and figures
    Text(
        "Yang diperkirakan: perubahan rata-rata desa/kelurahan karena menjadi lokasi {programme}, dibandingkan seandainya tidak. Semua kegiatan "
        "dan dana yang ikut datang termasuk, jadi bukan pengaruh {programme} sendiri.",
        "What is estimated: the average change in a village from being a {programme} site, compared with not being one. All activities and "
        "money that came with it are included, so it is not the effect of {programme} alone.",
    ),
    Text(
        "Pergeseran anggaran: dinas memindahkan kegiatan ke lokasi, sehingga tempat lain mungkin mendapat lebih sedikit. Selisih itu ikut terhitung.",
        "Displacement: departments move budgets towards the site, so other places may get less. That gap is counted in.",
    ),
    Text(
        "Imbas: tetangga lokasi tetap menjadi pembanding. Bila mereka ikut terbantu, pengaruh tampak lebih kecil.",
        "Spillover: neighbours of a site stay in the comparison. Where they benefit too, the effect looks smaller.",
    ),
    Text(
        "Lokasi yang belum dicatat pada lembar Lokasi dihitung sebagai pembanding, sehingga pengaruh tampak lebih kecil.",
        "Sites not recorded on the sheet Sites count as comparison, so the effect looks smaller.",
    ),
    Text(
        "Dilusi: bila hanya sebagian KK dibina, rata-rata desa/kelurahan berubah jauh lebih kecil daripada KK binaan.",
        "Dilution: where only some households are assisted, the village average changes far less than they do.",
    ),
)
RECORD_THE_CHOICE = Text(
    "Catat pada lembar Lokasi bagaimana dan kapan lokasi dipilih.",
    "Record on the sheet Sites how and when they were chosen.",
)
STATED_CHOICE = Text(
    "Menurut lembar Lokasi, cara memilih lokasi: {ways:and}. Perkiraan ini tetap menganggapnya tidak diketahui: angka dan tahun dasar nilai, atau "
    "daftar calon undian, tidak tercatat.",
    "According to the sheet Sites, sites were chosen by: {ways:and}. This estimate still treats that as unknown: the figures and year behind a "
    "score, or the candidates of a draw, are not recorded.",
)
MAIN_BY_CITY = Text(
    "Indikator utama: {outcome}, ditetapkan kota pada lembar Pengaturan.",
    "The main outcome is {outcome}, as the city fixed it on the sheet Settings.",
)
MAIN = Text("Indikator utama: {outcome}.", "The main outcome is {outcome}.")
ORDER_FIXED = Text(
    "Urutan indikator sama untuk semua kota dan ditetapkan sebelum hasil dilihat, mulai dari {order:and}. Yang pertama terisi dan nilainya beragam "
    "menjadi indikator utama.",
    "The order of outcomes is the same for all cities and was fixed before any result was seen, starting with {order:and}. The first that is filled "
    "in and varies is the main one.",
)
ONLY_ONE_OUTCOME = Text("Hanya satu indikator yang dapat dinilai.", "Only one outcome can be evaluated.")
SOURCE_CHANGED = Text(
    "Sumber data berganti: {changes:;}. Loncatan antartahun dapat berasal dari pergantian itu.",
    "The data source changed: {changes:;}. A jump between years may come from that change.",
)
COLUMN_WITH_SOURCES = Text("{column}: {sources:and}", "{column}: {sources:and}")
SOURCE_IN_YEARS = Text("{source} ({first}-{last})", "{source} ({first}-{last})")
SOURCE_IN_YEAR = Text("{source} ({first})", "{source} ({first})")
LEFT_OUT = Text(
    "{n:,} desa/kelurahan tidak ikut dihitung karena programnya dimulai pada atau sebelum tahun data pertama ({first}).",
    "{n:,} {n:village is|villages are} left out because the programme began there in or before the first year of data ({first}).",
)
NO_EFFECT_OF_SITES = Text(
    "Belum dapat dijawab apakah program berdampak pada lokasi. {why}",
    "Cannot tell yet whether the programme had an effect on sites. {why}",
)
NO_SITE_BEGAN = Text(
    "{column}: tidak ada lokasi yang programnya dimulai sesudah tahun data pertama ({first}) dan sampai {last}.",
    "{column}: no site began after the first year of data ({first}) and up to {last}.",
)
COLUMN_REFUSED = Text("{column}: {why}", "{column}: {why}")
TOO_LITTLE = Text("{column}: {lacking:;}.", "{column}: {lacking:;}.")
YEARS_NEEDED = Text("perlu {least:,} tahun, {there}", "{least:,} years are needed, {there}")
PLACES_NEEDED = Text("perlu {least:,} desa/kelurahan, {there}", "{least:,} villages are needed, {there}")
SO_FAR = Text("baru ada {n:,}", "{n:,} so far")
NONE_SO_FAR = Text("belum ada", "none so far")

# --- households -------------------------------------------------------------------------------------------

MAIN_OUTCOME = Text("{outcome} (utama)", "{outcome} (main)")
UNIT = Text("Satuan", "Unit")
N_ASSISTED = Text("KK binaan", "Assisted")
N_COMPARISON = Text("KK pembanding", "Comparison")
MAIN_AT_VISIT = Text("Indikator utama: {outcome}, dibaca pada {visit}.", "The main outcome is {outcome}, read at the {visit}.")
CANNOT_TELL = Text("Belum dapat disimpulkan. {why}", "Cannot tell. {why}")
FEW_SEEN = Text(
    "Kurang dari {least:,} KK di salah satu pihak diketahui nilainya pada kedua kunjungan. Lengkapi kunjungan KK binaan dan KK pembanding.",
    "Fewer than {least:,} households on one side have a value at both visits. Complete the visits to assisted and comparison households.",
)
AT_BEST = Text(
    "Sekitar {share:.0%} KK binaan sudah pada nilai terbaik sejak awal, sehingga tidak dapat membaik lagi.",
    "About {share:.0%} of assisted households had the best value from the start and cannot improve.",
)
WITHOUT_FIRST_VISIT = Text(
    "KK tanpa kunjungan awal tidak ikut dihitung: {n} KK.",
    "Households without a first visit are left out: {n}.",
)
# Measured in `group_answers`; nothing is wrong with such an interval, but it must not be read as a firmer result.
NARROWER_THAN_ALL = Text(
    "Selang sebuah kelompok kadang lebih sempit daripada selang semua KK binaan, karena lebarnya ditaksir dari sedikit RT. Hasilnya "
    "tidak lebih pasti karena itu.",
    "The interval of a group is sometimes narrower than that of all assisted households, because its width is estimated from few "
    "RTs. That does not make its result more certain.",
)
NO_OTHERS = Text("Tidak ada indikator lain yang dapat dinilai.", "No other outcome can be evaluated.")
OTHERS_WITHOUT_P = Text(
    "{n:,} indikator lain dilihat; tidak satu pun dapat diberi nilai p.",
    "{n:,} other {n:outcome was|outcomes were} looked at; none can be given a p-value.",
)
OTHERS_NONE_CLEAR = Text(
    "Dari {n:,} indikator lain, tidak ada yang nilai p-nya di bawah 0,05 (terkecil: p {p:p}).",
    "Of {n:,} other {n:outcome|outcomes}, none has a p-value below 0.05 (smallest: p {p:p}).",
)
OTHERS_CLEAR = Text(
    "Dari {n:,} indikator lain, nilai p di bawah 0,05 pada {outcomes:and}.",
    "Of {n:,} other {n:outcome|outcomes}, the p-value is below 0.05 for {outcomes:and}.",
)
OUTCOME_WITH_P = Text("{outcome} (p {p:p})", "{outcome} (p {p:p})")
P_ADJUSTED = Text(
    "Nilai p sudah disesuaikan dengan banyaknya indikator (Holm 1979), sebab makin banyak yang diperiksa, makin sering ada yang berubah karena kebetulan.",
    "The p-values are adjusted for the number of outcomes (Holm 1979): the more are tested, the more often one moves by chance.",
)
NO_HOUSEHOLDS = Text(
    "Lembar Keluarga belum berisi keluarga. Isi kunjungan awal dan akhir untuk KK binaan dan KK pembanding.",
    "The sheet Households holds no family yet. Fill in a first and a later visit to assisted and comparison households.",
)
START_DIFFERS = Text(
    "Pada kunjungan awal KK binaan paling berbeda dari KK pembanding dalam {figures:and}.",
    "At the first visit assisted households differed most from comparison households in {figures:and}.",
)
START_DIFFERS_IN = Text(
    "{variable} (rata-rata {assisted:.{digits}} dan {comparison:.{digits}}{unit}; selisih {gap:+.2} simpangan baku)",
    "{variable} (means {assisted:.{digits}} and {comparison:.{digits}}{unit}; {gap:+.2} SD apart)",
)
NO_OUTCOME_TWICE = Text(
    "Belum ada indikator keluarga yang diketahui pada kunjungan awal dan sesudahnya. Isi kunjungan awal dan akhir (wave 0 "
    "dan 1) pada lembar Keluarga.",
    "No household outcome is known at the first visit and at a later one. Fill in the first visit and the endline (wave 0 and 1) on the "
    "sheet Households.",
)

# --- before and after -------------------------------------------------------------------------------------

BEFORE_AFTER_HEADS = {
    "place": Text("Tempat", "Place"),
    "indicator": Text("Indikator", "Indicator"),
    "unit": Text("Satuan", "Unit"),
    "since": Text("Sebelum: kapan", "Before: when"),
    "until": Text("Sesudah: kapan", "After: when"),
    "before": Text("Sebelum", "Before"),
    "after": Text("Sesudah", "After"),
    "difference": Text("Perubahan", "Change"),
    "n": Text("Banyaknya", "Number"),
    "other_before": Text("Pembanding: sebelum", "Comparison: before"),
    "other_after": Text("Pembanding: sesudah", "Comparison: after"),
    "other_difference": Text("Pembanding: perubahan", "Comparison: change"),
    "n_other": Text("Banyaknya pembanding", "Number in the comparison"),
}
SLUM_SCORE = Text("Nilai kekumuhan RT, rata-rata", "Slum score of RTs, mean")
OF_EIGHTY = Text("0 sampai 80", "0 to 80")
ITEMS_MET = Text("butir terpenuhi", "items met")
ASSISTED_CHANGED = Text(
    "{indicator} pada KK binaan: {before:.{digits}} {unit} pada kunjungan awal, {after:.{digits}} pada {visit} ({n} KK).",
    "{indicator} of assisted households: {before:.{digits}} {unit} at the first visit, {after:.{digits}} at the {visit} ({n} households).",
)
COMPARISON_CHANGED = Text(
    "Pada KK pembanding: {before:.{digits}}, lalu {after:.{digits}} {unit}.",
    "Of comparison households: {before:.{digits}}, then {after:.{digits}} {unit}.",
)
NO_COMPARISON_BESIDE = Text(
    "KK pembanding tidak ada atau terlalu sedikit untuk ditampilkan.",
    "There are no comparison households, or too few to show.",
)
FEW_SEEN_TWICE = Text(
    "Perubahan keluarga belum dapat ditampilkan: kurang dari {least:,} KK binaan diketahui nilainya pada kedua kunjungan. Lengkapi kunjungan akhir.",
    "Change in households cannot be shown yet: fewer than {least:,} assisted households have a value at both visits. Complete the endline.",
)
HOUSEHOLD_FIGURES_BETTER = Text(
    "{n:,} dari {all:,} indikator keluarga membaik.",
    "{n:,} of {all:,} household {all:indicator|indicators} improved.",
)
COMPARISON_BETTER = Text(
    "Pada KK pembanding: {n:,} dari {all:,}.",
    "Among comparison households: {n:,} of {all:,}.",
)
UNCHANGED_BUT_FOR_ROUNDING = Text(
    "{n:,} perubahan tidak melebihi pembulatan jumlah KK.",
    "{n:,} {n:change is|changes are} no larger than the rounding of numbers of households.",
)
WITHIN_ROUNDING = Text("dalam pembulatan", "within rounding")
OTHER_VILLAGES_BETTER = Text(
    "Rata-rata desa/kelurahan lain membaik pada {n:,} dari {all:,} angka yang sama.",
    "The mean of the other villages improved in {n:,} of {all:,} of the same figures.",
)
VILLAGE_FIGURES_BETTER = Text(
    "Di {sites:,} desa/kelurahan lokasi, {n:,} dari {all:,} angka membaik.",
    "In {sites:,} site {sites:village|villages}, {n:,} of {all:,} {all:figure|figures} improved.",
)
CHANGE_NOT_IMPACT = Text(
    "Ini perubahan, bukan dampak: keadaan dapat berubah juga tanpa program.",
    "This is change, not impact: things also change without the programme.",
)
NOTHING_TWICE = Text(
    "Belum ada indikator yang diketahui sebelum dan sesudah program. Isi kunjungan akhir (gelombang 1) pada lembar Keluarga, atau angka "
    "sesudah tahun program pada lembar Desa-Kelurahan.",
    "No indicator is known both before and after the programme. Fill in the endline (wave 1) on the sheet Households, or figures after the "
    "programme year on the sheet Villages.",
)

# --- need within a village --------------------------------------------------------------------------------

LEVEL = {"rw": Text("RW", "RW"), "rt": Text("RT", "RT")}
NO_SUCH_LEVEL = Text("Tingkat {given!r} tidak dikenal. Pilih rw atau rt.", "Level {given!r} is not known. Choose rw or rt.")
WITHIN_FIGURES = {
    "slum_score": Text("nilai kekumuhan", "slum score"),
    "unfit": Text("bagian KK dengan RTLH", "share of families in houses unfit to live in"),
    "low_decile": Text("bagian KK berdesil rendah", "share of families in low deciles"),
    "out_of_school": Text("bagian anak usia 7–18 yang tidak sekolah", "share of children of 7 to 18 out of school"),
}
WITHIN = Text(
    "{first:and} paling membutuhkan di antara {n:,} {unit} di {village}.",
    "Of the {n:,} {unit} of {village}, {first:and} {k:needs|need} the programme most.",
)
WITHIN_FIRST = Text("paling membutuhkan", "the neediest")
WITHIN_TOP = Text("termasuk {k:,} yang paling membutuhkan", "among the {k:,} neediest")
WITHIN_FIRM = Text(
    "Pilihan ini kokoh. Peluang benar-benar {among}: {first:and}.",
    "This choice is firm. Chance of truly being {among}: {first:and}.",
)
WITHIN_OPEN = Text(
    "Pilihan ini belum kokoh. Peluang benar-benar {among}: {first:and}. Pertimbangkan juga {others:and} dalam musyawarah.",
    "This choice is not firm yet. Chance of truly being {among}: {first:and}. Consider {others:and} in the deliberation as well.",
)
WITHIN_WEAK = Text(
    "Pilihan ini belum kokoh. Peluang benar-benar {among}: {first:and}. Putuskan dalam musyawarah.",
    "This choice is not firm yet. Chance of truly being {among}: {first:and}. Leave the decision to the deliberation.",
)
WITHIN_UNTESTED = Text(
    "Kekokohannya belum dapat diuji karena dasarnya hanya nilai kekumuhan. Isi lembar Keluarga (kunjungan pertama) untuk mengujinya.",
    "Its firmness cannot be tested, as only the slum score is known. Fill in the sheet Households (first visits) to test it.",
)
WITHIN_NAME = Text("{name} {p:.0%}", "{name} {p:.0%}")
WITHIN_BY = Text("Dasarnya: {figures:and}.", "Based on: {figures:and}.")
WITHIN_WITHOUT = Text(
    "Belum ikut karena datanya belum cukup: {figures:and}.", "Not yet included for lack of data: {figures:and}."
)
WITHIN_LEFT_OUT = Text(
    "Belum ikut karena datanya belum lengkap di {village}: {places:and}.",
    "Not yet ranked in {village}, as data are incomplete: {places:and}.",
)
WITHIN_LISTED = Text(
    "Bagian KK dihitung dari keluarga pada lembar Keluarga; bila hanya KK miskin yang didata, urutan ini mencerminkan pendataannya.",
    "Shares are counted on the families of the sheet Households; if only poor families were listed, the order reflects the listing.",
)
NOTHING_WITHIN = Text(
    "RW atau RT di {village} belum dapat diperingkat: baru {n:,} {unit} yang datanya cukup, perlu paling sedikit lima. Isi lembar "
    "neighbourhoods (kriteria kumuh setiap RT) atau households (kunjungan pertama) untuk desa/kelurahan itu.",
    "The RW or RT of {village} cannot be ranked yet: {n:,} {unit} {n:has|have} enough data and at least five are needed. Fill in "
    "the sheet Neighbourhoods (slum criteria of every RT) or Households (first visits) for that village.",
)
NO_FIGURE_WITHIN = Text(
    "{unit} di {village} belum dapat diperingkat: tidak ada angka yang diketahui dan berbeda pada paling sedikit 80% dari semuanya. "
    "Lengkapi lembar RT (kriteria kumuh setiap RT) atau Keluarga (kunjungan pertama).",
    "The {unit} of {village} cannot be ranked yet: no figure is known for at least 80% of them and differs between them. Complete the "
    "sheet Neighbourhoods (slum criteria of every RT) or Households (first visits).",
)
NOT_SURVEYED = Text(
    "RW dan RT di {places:and} belum didata. Isi lembar RT (kriteria kumuh setiap RT) atau Keluarga (kunjungan pertama).",
    "The RW and RT of {places:and} have no data yet. Fill in the sheet Neighbourhoods (slum criteria of every RT) or Households (first "
    "visits).",
)
NO_ROWS_WITHIN = Text(
    "Tidak ada desa/kelurahan usulan yang RT-nya sudah didata. Isi lembar RT atau Keluarga untuk {places:and}, atau "
    "sebutkan desa/kelurahan lain dengan kodenya (--village, atau village= di Python).",
    "None of the proposed villages has data on its RT yet. Fill in the sheet Neighbourhoods or Households for {places:and}, or name "
    "another village by its code (--village, or village= in Python).",
)
ALL_SETTLED = Text(
    "RW semua lokasi {year} sudah ditetapkan pada lembar Lokasi.",
    "The RW of all sites of {year} is already fixed on the sheet Sites.",
)
UNKNOWN_VILLAGE = Text(
    "{given} bukan kode desa/kelurahan di buku kerja ini. Contoh: {example}.",
    "{given} is not the code of a village in this workbook. Example: {example}.",
)

# --- one site ---------------------------------------------------------------------------------------------

FROM_WORKBOOK = Text(
    "Sumber: buku kerja kota; jawabannya sama dengan laporan, jumlah keluarga dalam kelipatan lima.",
    "Source: the city's workbook; the answers are those of the report, numbers of families in fives.",
)

WITHIN_IT = Text("Tempatnya: {where:and}.", "Place: {where:and}.")
BY_DECREE = Text("SK {decree}, tanggalnya tidak diketahui.", "Decree {decree}, its date is not known.")
ITS_ANNOUNCEMENT = Text("tanggal pengumuman", "date of announcement")
ITS_PLAN = Text("rencana sasaran", "planned number")
BY_DATED_DECREE = Text("SK {decree} tanggal {day:date}.", "Decree {decree} of {day:date}.")
ANNOUNCED_ON = Text("Diumumkan {day:date}.", "Announced on {day:date}.")
WAY = Text("Cara memilih menurut kota: {way}.", "How chosen, according to the city: {way}.")
PLANNED = Text("Rencana sasaran: {planned:and}.", "Planned number: {planned:and}.")
PLANNED_NUMBER = Text("{n:,}", "{n:,}")
PLANNED_UNITS = {
    "household": Text("{n:,} KK", "{n:,} {n:household|households}"),
    "woman": Text("{n:,} perempuan", "{n:,} {n:woman|women}"),
    "cadre": Text("{n:,} kader", "{n:,} {n:cadre|cadres}"),
}

NO_RANK_THEN = Text("Peringkat saat dipilih tidak diketahui: {why}.", "Its rank when chosen is not known: {why}.")
NO_RANK_YET = Text("Peringkat saat dipilih tidak diketahui.", "Its rank when chosen is not known.")
NO_RANK_NOW = Text("Peringkat kini tidak diketahui.", "Its rank now is not known.")
KNOWN_THEN = Text(
    "Yang diketahui saat itu ({year}), dengan median desa/kelurahan: {figures:;}.",
    "What was known then ({year}), with the median of villages: {figures:;}.",
)
FIGURE_THEN = Text(
    "{figure} {value:.{digits}}, median {median:.{digits}}",
    "{figure} {value:.{digits}}, median {median:.{digits}}",
)

ACTIVITIES_OF = Text("Kegiatan {year}.", "Activities of {year}.")
WHOLE_PLACES_OF = Text(
    "Kegiatan {year} selain yang untuk keluarga, yang dihitung bersama lokasi lain dalam matriks OPD.",
    "Activities of {year} but those for households, which the matrix by agency counts together with other sites.",
)
ONLY_FOR_HOUSEHOLDS = Text(
    "Kegiatan {year} di lokasi ini semuanya untuk keluarga; angkanya hanya dihitung bersama lokasi lain, dalam matriks OPD.",
    "All activities of {year} at this site are for households; they are counted together with other sites only, in the matrix by agency.",
)
NO_ACTIVITY_HERE = Text(
    "Rencana dan realisasi {year} di lokasi ini tidak diketahui.",
    "What was planned and done at this site in {year} is not known.",
)

HOUSEHOLDS_TOGETHER = Text(
    "Angka keluarga itu dari {places:and} bersama.",
    "These figures of households are of {places:and} together.",
)
OTHER_RTS = Text("RT pembanding: {change:+.1} pada tahun yang sama.", "Comparison RTs: {change:+.1} in the same years.")
NOTHING_TWICE_HERE = Text(
    "Tidak ada angka lokasi ini yang diketahui sebelum dan sesudah program.",
    "No figure of this site is known both before and after the programme.",
)

NOT_EVALUATED_EARLY = Text(
    "Lokasi ini tidak ikut dinilai: programnya dimulai pada atau sebelum tahun data pertama.",
    "This site is not among those evaluated: its programme began in or before the first year of figures.",
)
NOT_EVALUATED_YET = Text(
    "Lokasi ini tidak ikut dinilai: angka sesudah programnya belum ada.",
    "This site is not among those evaluated: there are no figures after its programme yet.",
)

MISSING = Text("Belum tercatat: {things:;}.", "Not on record yet: {things:;}.")
NOTHING_MISSING = Text("Semua yang ditanyakan di sini tercatat.", "Everything asked here is on record.")
GAP_DECREE = Text("SK (lembar Lokasi)", "the decree (sheet Sites)")
GAP_ANNOUNCED = Text("tanggal pengumuman (lembar Lokasi)", "the date of announcement (sheet Sites)")
GAP_WAY = Text("cara memilih lokasi (lembar Lokasi)", "how it was chosen (sheet Sites)")
GAP_RANK = Text(
    "angka desa/kelurahan dari sebelum lokasi dipilih (lembar Desa-Kelurahan)",
    "figures of villages from before the choice (sheet Villages)",
)
GAP_ACTIVITIES = Text(
    "kegiatan, biaya, dan realisasinya (lembar Kegiatan)", "activities, cost and what was done (sheet Deliveries)"
)
GAP_REPORTS = Text(
    "laporan {about:sekitar |}{n:,} kegiatan yang jatuh tempo (lembar Kegiatan)",
    "reports on {about:about |}{n:,} {n:activity|activities} due (sheet Deliveries)",
)
GAP_VILLAGE = Text(
    "angka desa/kelurahan dari sebelum dan sesudah program (lembar Desa-Kelurahan)",
    "figures of the village from before and after the programme (sheet Villages)",
)
GAP_SLUM = Text(
    "survei kekumuhan RT dari sebelum dan sesudah program (lembar RT)",
    "slum surveys of its RT from before and after the programme (sheet Neighbourhoods)",
)
GAP_HOUSEHOLDS = Text(
    "kunjungan awal dan akhir KK binaan lokasi ini (lembar Keluarga)",
    "first and later visits to its assisted households (sheet Households)",
)
GAP_COMPARISON = Text("kunjungan KK pembanding (lembar Keluarga)", "visits to comparison households (sheet Households)")
