"""What is said of households that were visited twice: the answer, how they were chosen, and notes."""

from __future__ import annotations

from ...say import Text
from ..estimate import Counted

# --- visits, units, outcomes ------------------------------------------------------------------------------

VISITS = {
    0: Text("kunjungan awal", "first visit"),
    1: Text("kunjungan akhir", "endline"),
    2: Text("setahun sesudah (T+1)", "a year after (T+1)"),
    3: Text("dua tahun sesudah (T+2)", "two years after (T+2)"),
}
OTHER_VISIT = Text("gelombang {wave}", "wave {wave}")
FROM_TO = Text("{first} ke {last}", "{first} to {last}")
NOTHING = Text("", "")
POINTS = Text("poin persen", "percentage points")
RUPIAH_A_MONTH = Text("rupiah/bulan", "rupiah/month")
PERCENT = Text("persen", "percent")
PERCENT_OF_HOUSEHOLDS = Text("persen KK", "percent of households")
PERCENT_OF_CHILDREN = Text("persen anak di tiap KK", "percent of children in each household")
LABEL_WITH_UNIT = Text("{label} ({unit})", "{label} ({unit})")
OUTCOMES = {
    "women_income": Text("Penghasilan perempuan", "Women's income"),
    "healthy_family_index": Text("Indeks Keluarga Sehat (IKS)", "Healthy family index (IKS)"),
    "expenditure": Text("Pengeluaran per orang", "Expenditure per person"),
    "unfit_house": Text("Rumah tidak layak huni", "House unfit to live in"),
    "latrine": Text("Jamban sehat", "Healthy latrine"),
    "water": Text("Akses air bersih", "Clean water"),
    "at_school": Text("Usia 7-18 tahun bersekolah", "Aged 7-18 in school"),
    "papers": Text("Dokumen kependudukan lengkap", "Civil documents complete"),
    "business": Text("Perempuan menjalankan usaha", "A woman runs a business"),
    "stunted": Text("Ada balita stunting (di KK dengan balita)", "A stunted under-five (households with under-fives)"),
}
ASSISTED = Text("KK binaan", "Assisted")
COMPARISON = Text("KK pembanding", "Comparison")

# --- the answer -------------------------------------------------------------------------------------------

AT_VISIT = Text("Pada {visit}", "At {visit}")
AT_ITS_VISIT = Text("Pada {visit}", "At the {visit}")
HIGHER = Text("lebih tinggi", "higher")
LOWER = Text("lebih rendah", "lower")
AMOUNT = Text("{number} {unit}", "{number} {unit}")
PER = Text("per {part}", "a {part}")
ANSWER = Text(
    "{when}, {label} pada KK binaan rata-rata {size} {way} daripada {other} ({interval}).",
    "{when}, {label} of assisted households is on average {size} {way} than in {other} ({interval}).",
)
ANSWER_IN_POINTS = Text(
    "{when}, {label}: KK binaan {size} {way} daripada {other} ({interval}).",
    "{when}, {label}: assisted households are {size} {way} than {other} ({interval}).",
)
ANSWER_AS_RANGE = Text(
    "{when}, {label} pada KK binaan {between} daripada {other}, {by} ({interval}).",
    "{when}, {label} of assisted households is {between} than in {other}, {by} ({interval}).",
)
ANSWER_AS_RANGE_IN_POINTS = Text(
    "{when}, {label}: KK binaan {between} daripada {other}, {by} ({interval}).",
    "{when}, {label}: assisted households are {between} than {other}, {by} ({interval}).",
)
DEPENDING = Text("bergantung pada apa yang menentukan pilihan", "depending on what decided the choice")
WHATEVER_DECIDED = Text(
    "menurut setiap dugaan tentang apa yang menentukan pilihan", "by each assumption on what decided the choice"
)
BETWEEN = Text("antara {low} dan {high}", "between {low} and {high}")
WITH_WAY = Text("{size} {way}", "{size} {way}")
INTERVAL = Text("selang kepercayaan 95%: {low} sampai {high}", "95% interval: {low} to {high}")
JOINT_INTERVAL = Text("selang kepercayaan gabungan 95%: {low} sampai {high}", "joint 95% interval: {low} to {high}")
INTERVAL_UNBOUNDED = Text("selang kepercayaan 95% tidak terbatas", "the 95% interval is unbounded")
LATER = Text(
    "{when} selisihnya {size} ({interval}){zero: dan tidak dapat dibedakan dari nol|}.",
    "{when} the difference is {size} ({interval}){zero: and cannot be told from zero|}.",
)
LATER_AS_RANGE = Text(
    "{when} titik tengah rentang selisihnya {size} ({interval}){zero: dan tidak dapat dibedakan dari nol|}.",
    "{when} the middle of the range is {size} ({interval}){zero: and cannot be told from zero|}.",
)
COMPARED = {  # with whom the assisted are compared, by what decided
    "draw": Text("KK yang ikut diundi tetapi tidak terpilih", "households in the same draw that were not picked"),
    "register": Text(
        "KK pembanding setelah angka registernya diperhitungkan",
        "comparison households after allowing for the register figure",
    ),
    "score": Text(
        "KK pembanding setelah skor dan keadaan awalnya diperhitungkan",
        "comparison households after allowing for the score and the first visit",
    ),
    "baseline": Text(
        "KK pembanding setelah nilai awalnya diperhitungkan",
        "comparison households after allowing for the first-visit figure",
    ),
    "whole_rt": Text(
        "KK di RT pembanding setelah keadaan awal RT diperhitungkan",
        "households of comparison RTs after allowing for the RTs' first visit",
    ),
    "next_year": Text(
        "calon KK binaan tahun berikutnya setelah angka penentunya diperhitungkan",
        "next year's households after allowing for the figure that decided",
    ),
    "unknown": Text("KK pembanding", "comparison households"),
}
CANNOT_TELL_WHY = Text("Belum dapat disimpulkan. {why}", "Cannot tell. {why}")
CANNOT_TELL = Text(
    "Belum dapat disimpulkan apakah program berdampak.",
    "Cannot tell whether the programme made a difference.",
)
CANNOT_TELL_OF = Text(
    "Belum dapat disimpulkan apakah program mengubah {label}.",
    "Cannot tell whether the programme changed {label}.",
)
OTHER_WAY = Text("Cara hitung lain menunjukkan arah sebaliknya.", "Another method points the other way.")
NO_SIZE_CAN_BE_SEEN = Text(
    "Data ini tidak dapat memperlihatkan selisih sebesar apa pun; biasanya diperlukan lebih banyak RT di kedua pihak.",
    "These data cannot show a difference of any size; usually more RTs are needed on both sides.",
)
NOT_CHANCE = Text("Selisih ini kecil kemungkinannya terjadi karena kebetulan.", "This is unlikely to be chance.")
SIZE_UNCERTAIN = Text(
    "Besarnya belum pasti; lebih banyak KK atau RT akan mempersempit selangnya.",
    "Its size is uncertain; more households or RTs would narrow the interval.",
)
HARD_TO_DETECT = Text(
    "Dengan data ini, selisih di bawah {least} sulit terdeteksi.",
    "With these data, differences below {least} are hard to detect.",
)
MORE_DATA_WOULD_TELL = Text(
    "Dengan data ini, selisih di bawah {least} sulit terdeteksi; lebih banyak KK atau RT membuatnya terlihat.",
    "With these data, differences below {least} are hard to detect; more households or RTs would show them.",
)
ONLY_IF_ONE_HOLDS = Text(
    "Dampak sebenarnya berada di dalam rentang ini hanya bila salah satu dugaan itu benar.",
    "The true effect lies in this range only if one of those assumptions is right.",
)
SHARPENED_BY = Text(
    f"{ONLY_IF_ONE_HOLDS.id} Angka yang menentukan pilihan, bila dicatat, menggantikan dugaan.",
    f"{ONLY_IF_ONE_HOLDS.en} Recording the figure that decided replaces the assumptions.",
)
NOT_SEEN_AGAIN = Text(
    "Tidak ditemui lagi: {assisted:.0%} KK binaan, {comparison:.0%} KK pembanding.",
    "Not seen again: {assisted:.0%} of assisted and {comparison:.0%} of comparison households.",
)

# --- what is estimated, and what is not -------------------------------------------------------------------

ESTIMAND = Text(
    "Yang diperkirakan adalah perubahan rata-rata pada KK binaan karena dibina, dengan semua kegiatan yang ikut datang.",
    "The estimate is the average change in the assisted households from being assisted, with all activities that came along.",
)
DRAWN = Text(
    "KK diundi: selain karena dibina, kedua pihak hanya berbeda karena kebetulan.",
    "Households were drawn: apart from the assistance, both sides differ by chance alone.",
)
NOT_DRAWN = Text(
    "Selisih ini dapat juga berasal dari hal lain yang menentukan pilihan tetapi tidak tercatat, misalnya kemauan atau dukungan keluarga.",
    "The difference may also reflect whatever else decided the choice and was not recorded, such as motivation or family support.",
)
LIMITS = (
    Text(
        "Jawaban diberikan kepada petugas program, sehingga KK binaan dapat menjawab sebaik yang diharapkan.",
        "Answers are given to the programme's own staff, so assisted households may say what is hoped for.",
    ),
    Text(
        "Tetangga dapat ikut terbantu atau kehilangan kegiatan yang dialihkan; keduanya mengubah pembanding.",
        "Neighbours may benefit too, or lose activities moved to the site; either changes the comparison.",
    ),
)

# --- why the answer is computed so ------------------------------------------------------------------------

REASONS = {
    "draw": Text(
        "Karena itu peluang kebetulan dihitung dengan mengundi ulang.",
        "The probability of a chance result therefore comes from drawing the lots again.",
    ),
    "register": Text(
        "Karena itu perubahan sejak kunjungan awal dibandingkan, dengan memperhitungkan angka register setiap KK.",
        "The change since the first visit is therefore compared, allowing for each household's register figure.",
    ),
    "score": Text(
        "Karena itu keadaan akhir dibandingkan, dengan memperhitungkan skor dan keadaan awal setiap KK.",
        "The endline is therefore compared, allowing for each household's score and first visit.",
    ),
    "baseline": Text(
        "Karena itu keadaan akhir dibandingkan, dengan memperhitungkan angka kunjungan awal yang menentukan.",
        "The endline is therefore compared, allowing for the first-visit figure that decided.",
    ),
    "whole_rt": Text(
        "Karena itu yang dibandingkan adalah RT, dengan satu rata-rata untuk setiap RT.",
        "RTs are therefore compared, with one mean each.",
    ),
    "next_year": Text(
        "Perbandingan ini berlaku bila mereka dipilih tanpa melihat kunjungan akhir, dan bukan karena baru saja jatuh susah.",
        "The comparison holds if they were chosen without looking at the endline, and not for having just fallen on hard times.",
    ),
}
OF_YES_NO = Text(
    "Karena itu keadaan akhir dibandingkan, dengan memperhitungkan angka register dan keadaan awal setiap KK.",
    "The endline is therefore compared, allowing for each household's register figure and first visit.",
)
EITHER = Text(
    "Karena itu dampaknya disebut sebagai rentang, menurut dua dugaan: KK dipilih karena keadaannya yang menetap, atau karena "
    "angka kunjungan awalnya.",
    "The effect is therefore told as a range, under two assumptions: households were chosen for their lasting situation, or for "
    "what the first visit found.",
)
NO_OVERLAP = Text(
    "Kedua pihak tidak memiliki angka penentu yang sama, sehingga jawabannya bergantung pada garis lengkung melalui angka itu; "
    '"lompatan pada batas skor" di bawahnya tidak memerlukan garis itu.',
    "No figure that decided is found on both sides, so the answer depends on the curve through it; the jump at the cut below does "
    "not need that curve.",
)
NO_LOTS = Text(
    "Tidak ada RT yang memuat KK binaan dan KK pembanding sekaligus, sehingga undian di dalam RT tidak dapat dinilai.",
    "No RT holds both assisted and comparison households, so a draw within RTs cannot be judged.",
)
NOBODY_IN_DRAW = Text(
    "Tidak ada KK dengan peluang antara 0 dan 100 persen pada kunjungan awal. Isi kolom Peluang dalam undian untuk setiap KK yang diundi.",
    "No household has a chance between 0 and 100 percent at the first visit. Fill in the column Chance in the draw for every "
    "household that was in it.",
)
NEAR_CUT_ONLY = Text(
    "Yang dihitung hanya KK yang ikut undian di sekitar batas; KK yang masuk tanpa undian tidak termasuk.",
    "Only households in the draw near the cut are counted; those taken without a draw are not.",
)
LOST_ON_ONE_SIDE = Text(
    "KK diundi, tetapi yang ditemui lagi di kedua pihak tidak lagi setara: terlalu banyak yang hilang di satu pihak.",
    "Households were drawn, but those seen again on both sides are no longer comparable: too many were lost on one side.",
)
LOST_UNLIKE_LOTS = Text(
    f"{LOST_ON_ONE_SIDE.id} Karena itu jawabannya berupa rentang.", f"{LOST_ON_ONE_SIDE.en} The answer is therefore a range."
)
NOT_LIKE_LOTS = Text(
    "KK disebut diundi, tetapi kedua pihak lebih berbeda pada kunjungan awal daripada hasil 99 dari 100 undian. Karena itu "
    "jawabannya berupa rentang.",
    "Households are said to have been drawn, but the sides differ more at the first visit than in 99 of 100 draws. The answer is "
    "therefore a range.",
)
NEXT_YEAR_UNKNOWN = Text(
    "Kolom yang menentukan pilihan tahun ini tidak disebut, sehingga beda antara kedua angkatan tidak dapat dikeluarkan.",
    "The column that decided this year is not named, so the difference between both years' households cannot be removed.",
)
RULE_NOT_FOLLOWED = Text(
    "Aturan yang disebut tidak menjelaskan sekitar {share}% KK binaan: hal lain ikut menentukan. Karena itu jawabannya berupa "
    "rentang.",
    "The stated rule does not account for about {share}% of assisted households: something else decided too. The answer is "
    "therefore a range.",
)
FINER_FIGURE_NEEDED = Text(
    "KK dipilih menurut angka yang lebih rinci daripada jawaban ya/tidak ini; sebutkan kolom angka itu.",
    "Households were chosen by a finer figure than this yes/no answer; name the column of that figure.",
)
FIGURE_MISSING = Text(
    "Angka yang menentukan pilihan kosong pada sekitar {share}% KK.",
    "The figure that decided is missing for about {share}% of households.",
)
FIGURE_LEFT_OUT = Counted(
    "Tidak ikut dihitung karena angka penentunya kosong: {n} KK.",
    "Households without the figure that decided are left out: {n}.",
)

# --- notes on the regressions -----------------------------------------------------------------------------

TOO_FEW = Text(
    "Kurang dari {least:,} KK di salah satu pihak yang nilainya diketahui pada kedua kunjungan.",
    "Fewer than {least:,} households on one side have a value at both visits.",
)
TOO_FEW_WITHIN_RTS = Text(
    "RT terlalu sedikit untuk dibandingkan, dan di RT yang memuat KK binaan dan pembanding kurang dari {least:,} KK di salah satu pihak "
    "diketahui nilainya pada kedua kunjungan. Kunjungi KK di lebih banyak RT.",
    "The RTs are too few to compare, and in those that hold both assisted and comparison households fewer than {least:,} on one side "
    "have a value at both visits. Visit households in more RTs.",
)
TOO_FEW_BETWEEN_RTS = Text(
    "RT terlalu sedikit untuk dibandingkan, dan KK binaan serta pembanding terlalu bercampur di dalamnya. Kunjungi KK di lebih banyak RT.",
    "The RTs are too few to compare, and assisted and comparison households are too mixed in them. Visit households in more RTs.",
)
ONE_RT_A_SIDE = Text(
    "Satu RT binaan dibandingkan dengan satu RT lain: apa pun yang hanya terjadi di salah satu RT ikut terhitung dan tidak dapat "
    "dipisahkan. Ada taksiran, tetapi tidak ada nilai p dan selangnya tidak terbatas.",
    "One assisted RT is compared with one other: whatever happened in only one of them is included and cannot be separated. There "
    "is an estimate but no p-value, and the interval is unbounded.",
)
ONE_PLACE_A_SIDE = Text(
    "Semua KK binaan tinggal di satu RW atau desa/kelurahan dan semua pembanding di satu tempat lain: apa pun yang hanya terjadi "
    "di salah satunya ikut terhitung. Ada taksiran, tetapi tidak ada nilai p dan selangnya tidak terbatas.",
    "All assisted households live in one RW or village and all others in one other: whatever happened in only one of them is "
    "included. There is an estimate but no p-value, and the interval is unbounded.",
)
ONE_SITE = Text(
    "Semua KK binaan tinggal di satu RW atau desa/kelurahan: apa yang terjadi di seluruh tempat itu ikut terhitung dan tidak "
    "termasuk dalam selang.",
    "All assisted households live in one RW or village: what happened to the whole of it is included, and the interval does not "
    "allow for it.",
)
WITHIN_RT = Text(
    "RT terlalu sedikit untuk galat antar-RT. KK binaan dibandingkan dengan tetangga dalam RT yang sama, dan sisaannya diacak di "
    "antara keluarga se-RT dengan nilai awal serupa. Imbas kepada tetangga mengecilkan selisih ini.",
    "Too few RTs for errors between RTs. Assisted households are compared with neighbours of the same RT, and residuals are "
    "permuted among households of one RT with similar baselines. Spillover to neighbours reduces this difference.",
)
BETWEEN_RTS = Text(
    "RT terlalu sedikit untuk galat antar-RT. Setiap RT ({assisted:,} binaan, {comparison:,} pembanding) dihitung sebagai satu "
    "rata-rata setelah dikoreksi nilai awal; rata-rata RT yang diacak, bukan keluarga.",
    "Too few RTs for errors between RTs. Each RT ({assisted:,} assisted, {comparison:,} comparison) counts as one mean, corrected "
    "for the baseline; RT means are permuted, not households.",
)
CLUSTERED = Text(
    "Galat menurut RT: {assisted:,} RT dengan KK binaan, {comparison:,} RT dengan KK pembanding, derajat bebas {df:,}.",
    "Errors clustered by RT: {assisted:,} {assisted:RT|RTs} with assisted and {comparison:,} with comparison households, {df:,} "
    "degrees of freedom.",
)
WHOLE_RTS = Text(
    "RT dipilih utuh: {assisted:,} RT binaan dibandingkan dengan {comparison:,} RT lain, satu nilai rata-rata tiap RT.",
    "Whole RTs were chosen: {assisted:,} assisted {assisted:RT|RTs} against {comparison:,} {comparison:other|others}, one mean each.",
)
TOO_FEW_WHOLE_RTS = Text(
    "RT dipilih utuh dan jumlahnya terlalu sedikit untuk memisahkan pengaruh program dari keadaan RT; perlu sedikitnya enam RT.",
    "Whole RTs were chosen, and there are too few to separate the programme from the RTs' own situation; at least six are needed.",
)
NO_SCATTER = Text(
    "Nilai akhir mengikuti persis nilai awal dan status binaan pada setiap keluarga, sehingga ketidakpastian tidak dapat dinilai. "
    "Periksa apakah nilai akhir disalin dari nilai awal.",
    "The endline follows exactly from the baseline and assistance in every household, so the uncertainty cannot be judged. Check "
    "whether it was copied from the baseline.",
)
NO_VARIATION = Text(
    "Status binaan tidak dapat dipisahkan dari RT atau nilai awal.",
    "Assistance cannot be separated from the RT or the baseline value.",
)
TOO_FEW_ARRANGEMENTS = Text(
    "Susunan lain terlalu sedikit: nilai p tidak dapat di bawah 0,05 dan selang kepercayaan 95% tidak terbatas.",
    "Too few other arrangements: p cannot fall below .05 and the 95% interval is unbounded.",
)
SET_ASIDE = Counted(
    "Tidak ikut dihitung: {n} KK yang tinggal di RT pihak lain.",
    "Households living in RTs of the other side are set aside: {n}.",
)
FAR_APART = Text(
    "Sekitar {share}% KK binaan memulai dengan nilai yang tidak dimiliki satu pun KK pembanding; di sana hasil bergantung pada garis "
    "lurus, bukan pada pembanding.",
    "About {share}% of assisted households started at values no comparison household had; there the answer rests on a straight "
    "line, not on a comparison.",
)
NEAR_THE_CUT = Text(
    "Hanya berlaku bagi keluarga di sekitar batas skor. Selang memperhitungkan kemungkinan garisnya melengkung; keluarga dianggap "
    "saling bebas.",
    "Holds only for households near the cut. The interval allows for the lines being curves; households count as independent of "
    "each other.",
)
TOO_FEW_AT_THE_CUT = Text(
    "Perlu sedikitnya {least:,} KK dengan empat nilai skor berbeda di tiap sisi batas.",
    "At least {least:,} households with four different scores are needed on each side of the cut.",
)
ACROSS_THE_CUT = Text(
    "{share}% keluarga berada di sisi batas yang lain (musyawarah): ini pengaruh berada di sisi binaan, lebih kecil daripada "
    "pengaruh dibina.",
    "{share}% of households stand on the other side of the cut (deliberation): this is the effect of being on the assisted side, "
    "smaller than that of being assisted.",
)
CUT_NOT_FOLLOWED = Text(
    "{share}% keluarga berada di sisi batas yang lain: batas skor tidak menentukan siapa yang dibina.",
    "{share}% of households stand on the other side of the cut: the cut did not decide who was assisted.",
)
JUMPED_BEFORE = Text(
    "Nilai awal, sebelum program, sudah melompat pada batas yang sama: batas itu membedakan hal lain juga.",
    "The baseline, before the programme, jumps at the same cut already: the cut separates something else too.",
)
NO_CUT = Text(
    "Angka penentu tidak memisahkan KK binaan dari yang lain; sebutkan batasnya (cut).",
    "The figure that decided does not separate assisted households from the others; give the limit (cut).",
)
IF_LASTING = Text(
    "Benar bila yang menentukan pilihan adalah perbedaan yang menetap.",
    "Right if lasting differences decided the choice.",
)
IF_FIGURE = Text(
    "Benar bila KK diundi atau dipilih menurut angka kunjungan awal itu sendiri.",
    "Right if households were drawn, or chosen by the first-visit figure itself.",
)
NO_COMPARISON = Text(
    "Tanpa pembanding: perubahan yang dialami semua keluarga dan pemulihan setelah masa buruk ikut terhitung.",
    "No comparison: changes common to all households, and recovery from a bad time, are included.",
)
NO_BOUNDS = Text("Satu pihak tidak ditemui lagi sama sekali.", "One side was not seen again at all.")
NOTHING_TRIMMED = Text(
    "Kedua pihak sama banyak yang ditemui lagi; tidak ada yang dipangkas.",
    "As many were seen again on both sides; nothing is trimmed.",
)
TRIMMED = {
    "assisted": Text(
        "Batas bila yang tidak ditemui adalah yang terbaik atau terburuk: {share:.1%} KK binaan dipangkas (Lee 2009).",
        "Bound if those not seen were the best or the worst: {share:.1%} of assisted households trimmed (Lee 2009).",
    ),
    "comparison": Text(
        "Batas bila yang tidak ditemui adalah yang terbaik atau terburuk: {share:.1%} KK pembanding dipangkas (Lee 2009).",
        "Bound if those not seen were the best or the worst: {share:.1%} of comparison households trimmed (Lee 2009).",
    ),
}
AT_THE_END = Counted(
    "{share:.0%} KK binaan sejak awal sudah di nilai terbaik dan tidak dapat membaik lagi.",
    "{share:.0%} of assisted households stood at the best value from the start and cannot improve.",
)
JOINED_LATER = Counted(
    "Tidak ikut dihitung karena tanpa kunjungan awal: {n} KK.",
    "Households without a first visit are left out: {n}.",
)
SAME_TWICE = Text(
    "Sekitar {share}% KK bernilai sama persis pada kedua kunjungan; periksa apakah nilainya disalin.",
    "About {share}% of households have the very same value at both visits; check whether it was copied.",
)

# --- groups, and a visit before the first -----------------------------------------------------------------

GROUPS_NOT_DRAWN = Text(
    "Bantuan ini tidak diundi: siapa mendapatnya dipilih dinas, jadi selisih antarkelompok bukan pengaruh bantuannya.",
    "Nobody drew who got this: departments chose, so differences between groups are not the effect of what was given.",
)
MANY_GROUPS = Text(
    "{n:,} kelompok dibandingkan; satu p kecil di antara {n:,} belum berarti.",
    "{n:,} groups are compared; one small p among {n:,} says little.",
)
PLACEBO_BEFORE = Text(
    "Sebelum program, belum ada pengaruh yang mungkin. Keandalan angka kunjungan: {reliability:.2}.",
    "Before the programme, when there can be no effect. Reliability of the visit's figure: {reliability:.2}.",
)
DIFFERED_BEFORE = Text(
    "Kedua pihak sudah bergerak berbeda sebelum program; bacalah jawaban utama dengan hati-hati.",
    "Both sides moved differently before the programme already; read the headline with caution.",
)
IF_LASTING_PART = Text(
    "Benar bila yang menentukan pilihan adalah perbedaan yang menetap, seluruhnya atau sebagian.",
    "Right if lasting differences decided the choice, in whole or in part.",
)
TOO_FEW_EARLIER = Text(
    "Angka sebelum kunjungan awal diketahui pada terlalu sedikit KK.",
    "The figure before the first visit is known for too few households.",
)
UNRELIABLE = Text(
    "Kedua kunjungan sebelum program terlalu sedikit sejalan untuk mengoreksi nilai awal.",
    "Both visits before the programme agree too little to correct the baseline.",
)
CHOSE_ITSELF = Text(
    "Angka kunjungan awal sendiri menentukan pilihan, sehingga berubah sebelum program karena pemilihan itu.",
    "The first-visit figure itself decided the choice, so it moved before the programme because of the choice.",
)
