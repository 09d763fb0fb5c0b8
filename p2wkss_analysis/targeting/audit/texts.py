"""What the audits of past sites say: hits against random selection, official lists, and refusals.

Random selection is the yardstick throughout: it is what drawing lots among the same places would give.
"""

from __future__ import annotations

from ...say import Text

# --- past_sites: reading what is audited ------------------------------------------------------------------

THE_CHOSEN = Text("lokasi terpilih", "the chosen sites")
THE_NEED = Text("tabel kebutuhan", "the table of need")
CHOSEN_UNREADABLE = Text(
    "Lokasi terpilih berupa daftar kode wilayah atau tabel `area_code, year`, bukan {given!r}.",
    "The chosen sites are a list of area codes or a table `area_code, year`, not {given!r}.",
)
NO_CHOSEN = Text(
    "Tidak ada lokasi terpilih untuk dinilai. Isi `chosen` dengan kode wilayah lokasi.",
    "There is no chosen site to audit. Give the area codes of the sites in `chosen`.",
)
SITE_TWICE = Text(
    "Lokasi {code} tercantum lebih dari sekali pada tahun yang sama. Sediakan satu baris untuk setiap lokasi dan tahun.",
    "Site {code} is listed more than once in the same year. Keep one row for each site and year.",
)
NEED_UNREADABLE = Text(
    "`need` harus berupa Series berindeks kode wilayah, tabel, atau hasil need_index.",
    "`need` must be a Series indexed by area code, a table, or a result of need_index.",
)
NEED_COLUMN = Text(
    "Tabel kebutuhan memerlukan kolom `need` atau `score` (makin besar makin membutuhkan).",
    "The table of need requires a column `need` or `score` (higher is needier).",
)
NEED_TWICE = Text(
    "Wilayah {code} muncul lebih dari sekali dalam tabel kebutuhan. Sediakan satu baris per wilayah (dan per tahun, bila ada kolom "
    "`year`).",
    "{code} appears more than once in the table of need. Keep one row per place (and per year, where there is a column `year`).",
)
GROUP_COLUMN = Text(
    "Kolom kelompok `{column}` tidak ada dalam tabel kebutuhan.",
    "The group column `{column}` is not in the table of need.",
)
TWO_GROUPS = Text(
    "Wilayah {code} masuk dua kelompok `{column}`. Satu wilayah hanya boleh masuk satu kelompok.",
    "{code} is in two groups of `{column}`. A place can be in one group only.",
)
GROUP_UNREADABLE = Text(
    "`group` berupa nama kolom pada tabel kebutuhan, atau Series berindeks kode wilayah.",
    "`group` is the name of a column of the table of need, or a Series indexed by area code.",
)
COLUMN_TWICE = Text(
    "Kolom `{column}` muncul lebih dari sekali pada {whose}. Sisakan satu.",
    "The column `{column}` appears more than once in {whose}. Keep one.",
)
NO_CODE_COLUMN = Text(
    "Kolom `area_code` tidak ditemukan pada {whose}. Beri nama itu pada kolom kode wilayah.",
    "No column `area_code` was found in {whose}. Give the column of area codes that name.",
)

# --- standing: why a site could not be ranked -------------------------------------------------------------

REASONS = {
    "no_year": Text(
        "tahun lokasi tidak diketahui, sehingga data yang berlaku saat itu tidak dapat ditentukan",
        "the year of the site is unknown, so the data available at the time cannot be identified",
    ),
    "not_listed": Text(
        "wilayah ini tidak ada dalam tabel kebutuhan (kelurahan, misalnya, tidak memiliki IDM)",
        "this place is not in the table of need (a kelurahan, for example, has no IDM)",
    ),
    "too_late": Text(
        "belum ada data dari sebelum lokasi dipilih",
        "there are no data from before the site was chosen",
    ),
    "thin": Text(
        "saat itu data baru tersedia untuk {known:,} dari {places:,} wilayah kelompoknya",
        "data at the time covered only {known:,} of the {places:,} places in its group",
    ),
    "level": Text(
        "semua wilayah kelompoknya bernilai sama, sehingga tidak ada yang lebih membutuhkan",
        "all places in its group have the same value, so none is needier",
    ),
    "missing": Text(
        "data wilayah ini sendiri kosong pada tahun tersebut",
        "this place's own value is missing in that year",
    ),
}
# The same of several sites at once, without the figures of one of them.
IN_GENERAL = {
    **REASONS,
    "not_listed": Text("tidak ada dalam tabel kebutuhan", "not in the table of need"),
    "thin": Text(
        "saat itu data baru tersedia untuk sebagian wilayah kelompoknya",
        "data at the time covered only part of the group",
    ),
}
K_TOO_LARGE = Text(
    "k = {k} melebihi jumlah wilayah yang nilainya diketahui ({known}). Perkecil k.",
    "k = {k} exceeds the number of places with a known value ({known}). Choose a smaller k.",
)

# --- measures: one note a row of the table ----------------------------------------------------------------

NOTES = {
    "chosen": Text("lokasi yang dapat dinilai", "sites that can be audited"),
    "places": Text(
        "wilayah yang dapat dipilih, dijumlahkan untuk semua pemilihan",
        "places that could have been chosen, summed over all selections",
    ),
    "needy": Text(
        "yang paling membutuhkan (nilai yang sama pada batas ikut dihitung)",
        "the neediest (all ties at the cut-off are counted)",
    ),
    "hits": Text("lokasi terpilih yang termasuk paling membutuhkan", "chosen sites among the neediest"),
    "exclusion_error": Text(
        "bagian yang paling membutuhkan tetapi tidak terpilih (0\N{EN DASH}1)",
        "share of the neediest that were not chosen (0\N{EN DASH}1)",
    ),
    "inclusion_error": Text(
        "bagian lokasi terpilih yang bukan paling membutuhkan (0\N{EN DASH}1)",
        "share of the chosen that are not among the neediest (0\N{EN DASH}1)",
    ),
    "targeting_differential": Text(
        "cakupan pada yang paling membutuhkan dikurangi cakupan pada lainnya (\N{MINUS SIGN}1 s.d. 1; 0 = acak)",
        "coverage of the neediest minus coverage of the others (\N{MINUS SIGN}1 to 1; 0 = random)",
    ),
    "coady_grosh_hoddinott": Text(
        "ketepatan sasaran relatif terhadap pemilihan acak (Coady, Grosh, dan Hoddinott 2004; 1 = setara acak)",
        "hits relative to random selection (Coady, Grosh and Hoddinott 2004; 1 = random)",
    ),
    "hits_by_lottery": Text(
        "lokasi yang termasuk paling membutuhkan bila dipilih acak: rata-rata dan rentang 95%",
        "hits under random selection: mean and 95% range",
    ),
    "lottery_p": Text(
        "peluang pemilihan acak mencapai sebanyak itu atau lebih (satu sisi, eksak)",
        "probability that random selection hits as many or more (one-sided, exact)",
    ),
    "mean_percentile": Text(
        "persentil kebutuhan rata-rata (mendekati 0 = paling membutuhkan)",
        "mean percentile of need (near 0 = neediest)",
    ),
    "mean_percentile_by_lottery": Text(
        "persentil rata-rata bila dipilih acak: rata-rata dan rentang 95%",
        "mean percentile under random selection: mean and 95% range",
    ),
    "lottery_p_percentile": Text(
        "peluang pemilihan acak menyimpang sejauh itu dari 50 (dua sisi)",
        "probability that random selection strays as far from 50 (two-sided)",
    ),
    "regret": Text(
        "kebutuhan rata-rata yang terlewat dibandingkan memilih yang paling membutuhkan (satuan nilai kebutuhan)",
        "mean need forgone against choosing the neediest (in the unit of need)",
    ),
    "regret_by_lottery": Text(
        "kebutuhan rata-rata yang terlewat bila dipilih acak: rata-rata dan rentang 95%",
        "mean need forgone under random selection: mean and 95% range",
    ),
    "poverty_gap_before": Text("indeks kedalaman (FGT 1) sebelum bantuan", "poverty gap (FGT 1) before the transfer"),
    "poverty_gap_after": Text("indeks kedalaman (FGT 1) setelah bantuan", "poverty gap (FGT 1) after the transfer"),
    "severity_before": Text("indeks keparahan (FGT 2) sebelum bantuan", "severity (FGT 2) before the transfer"),
    "severity_after": Text("indeks keparahan (FGT 2) setelah bantuan", "severity (FGT 2) after the transfer"),
}
TRANSFER_TO_STRANGER = Text(
    "Bantuan diberikan kepada {code}, yang tidak ada dalam `welfare`. Lengkapi `welfare`.",
    "A transfer goes to {code}, which is not in `welfare`. Complete `welfare`.",
)
TRANSFERS_INCOMPLETE = Text(
    "Setiap unit memerlukan satu nilai kesejahteraan dan satu jumlah bantuan, tanpa yang kosong. Isi 0 untuk yang tidak menerima "
    "bantuan.",
    "Each unit needs one welfare value and one transfer amount, none missing. Enter 0 for those who receive nothing.",
)

# --- targets: did past choices hit the need ---------------------------------------------------------------

HITS = Text(
    "{hits:,} dari {sites:,} lokasi termasuk yang paling membutuhkan menurut data saat itu ({needy:,} dari {places:,} {unit}).",
    "{hits:,} of {sites:,} {sites:site|sites} {hits:was|were} among the neediest by the data of the time ({needy:,} of {places:,} "
    "{unit}).",
)
PLACES = Text("wilayah", "places")
CHOICES = Text("pilihan", "choices")
HITS_AT_RANDOM = Text(
    "Bila dipilih secara acak, rata-rata {mean:.1} lokasi termasuk di dalamnya (rentang 95%: {low:,}\N{EN DASH}{high:,}); peluang "
    "mencapai sebanyak itu atau lebih adalah {p:<.2}.",
    "Random selection would hit {mean:.1} on average (95% range {low:,}\N{EN DASH}{high:,}); its probability of hitting as many or "
    "more is {p:<.2}.",
)
MEAN_PERCENTILE = Text(
    "Persentil kebutuhan rata-rata lokasi adalah {percentile:.1} (0 = paling membutuhkan, pemilihan acak 50; p dua sisi {p:=.2}).",
    "The sites' mean percentile of need is {percentile:.1} (0 = neediest, random selection 50; two-sided p {p:=.2}).",
)
# Places that could be chosen in several years count in each of them: the sum is larger than the number of places.
COUNTED_AGAIN = Text(
    "{choices:,} pilihan itu adalah {places:,} wilayah, dihitung sekali untuk setiap pemilihan.",
    "The {choices:,} choices are {places:,} {places:place|places}, counted once for each selection.",
)
NOT_AUDITED = Text(
    "{n:,} lokasi lain tidak dapat dinilai: {reasons:;}.",
    "{n:,} more {n:site|sites} cannot be audited: {reasons:;}.",
)
REASON_WITH_COUNT = Text("{reason} ({n:,})", "{reason} ({n:,})")
NOT_ONE = Text("Tidak satu pun lokasi dapat dinilai: {reason}. {remedy}", "Not one site can be audited: {reason}. {remedy}")
OTHER_MEASURE = Text(
    "Gunakan ukuran kebutuhan yang membedakan wilayah.",
    "Use a measure of need that tells places apart.",
)
EARLIER_VALUES = Text(
    "Tambahkan data kebutuhan dari sebelum lokasi dipilih.",
    "Add values of need from before the sites were chosen.",
)
NOT_BY_CODE = Text(
    "`{name}` adalah Series berindeks kode wilayah.",
    "`{name}` is a Series indexed by area code.",
)
ARGUMENT = Text("`{name}`", "`{name}`")
NO_NEED = Text(
    "Tidak ada ukuran kebutuhan. Isi `need`, atau `welfare` bersama `line`.",
    "There is no measure of need. Give `need`, or `welfare` together with `line`.",
)
K_UNREADABLE = Text(
    "`k` adalah jumlah wilayah yang dianggap paling membutuhkan (bilangan bulat mulai 1) atau bagiannya (antara 0 dan 1), bukan "
    "{given!r}.",
    "`k` is the number of places that count as the neediest (a whole number from 1) or their share (between 0 and 1), not "
    "{given!r}.",
)
LINE_AND_WELFARE = Text(
    "`welfare` dan `line` harus diberikan bersama.",
    "`welfare` and `line` must be given together.",
)
LINE_OR_K = Text(
    "Dengan `line`, yang membutuhkan adalah yang di bawah garis; hapus `k`.",
    "With `line` the needy are those below the line; leave out `k`.",
)
TRANSFER_NEEDS_LINE = Text(
    "`transfer` memerlukan `welfare` dan `line` untuk menghitung kedalaman kemiskinan.",
    "`transfer` needs `welfare` and `line` to compute the poverty gap.",
)
NO_DRAWS = Text(
    "`draws` adalah jumlah undian, yaitu bilangan bulat mulai 1, bukan {given!r}.",
    "`draws` is the number of random selections, a whole number from 1, not {given!r}.",
)
LAG_AND_COVERAGE = Text(
    "`lag` adalah tahun bulat, paling kecil 0, dan `coverage` lebih dari 0 sampai 1.",
    "`lag` is a whole number of years, at least 0, and `coverage` is above 0 up to 1.",
)

# --- past_choices -----------------------------------------------------------------------------------------

NO_CODED_SITE = Text(
    "Tidak ada lokasi {first}\N{EN DASH}{last} dengan kode desa. Pilih tahun lain.",
    "No site of {first}\N{EN DASH}{last} has a village code. Choose other years.",
)

# --- official_list ----------------------------------------------------------------------------------------

SITES_OF = Text("Lokasi tahun", "Sites of")
ALL_IN_FORCE = Text(
    "{on:,} dari {sites:,} lokasi tercantum pada daftar yang berlaku saat dipilih. Bila dipilih secara acak, rata-rata "
    "{expected:.1} tercantum (peluang acak {p:<.2}).",
    "{on:,} of {sites:,} {sites:site|sites} {on:was|were} on the list in force when chosen. Random selection would give "
    "{expected:.1} on average (random-selection p {p:<.2}).",
)
IN_FORCE = Text(
    "Daftar {year}, yang memuat {listed:,} dari {places:,} wilayah, mencantumkan {on:,} dari {sites:,} lokasi {years} (peluang "
    "acak {p:<.2}).",
    "The list of {year}, with {listed:,} of {places:,} {places:place|places}, names {on:,} of {sites:,} {sites:site|sites} of "
    "{years} (random-selection p {p:<.2}).",
)
# A partial list says who is on it, never who is not.
PARTIAL = Text(
    "Daftar {year} hanya diketahui sebagian: {on:,} dari {sites:,} lokasi {years} tercantum dan {unknown:,} tidak diketahui.",
    "The list of {year} is known only in part: {on:,} of {sites:,} {sites:site|sites} of {years} {on:is|are} on it and "
    "{unknown:,} {unknown:is|are} unknown.",
)
# By hindsight choices are judged by what was not yet written.
HINDSIGHT = Text(
    "Angka yang sering dikutip, {on:,} dari {sites:,} lokasi pada daftar {year} (peluang acak {p:<.2}), "
    "memakai daftar yang belum ada ketika sebagian lokasi dipilih.",
    "The figure often quoted, {on:,} of {sites:,} {sites:site|sites} on the list of {year} (random-selection p "
    "{p:<.2}), uses a list that did not exist when some sites were chosen.",
)
WHAT_P_IS = Text(
    "Peluang acak adalah peluang bahwa lokasi yang dipilih acak tercantum sebanyak itu atau lebih.",
    "The random-selection p is the probability that as many randomly selected sites, or more, would be on the list.",
)
EARLY = Text(
    "{n:,} lokasi dipilih sebelum ada daftar yang diketahui, sehingga tidak dinilai.",
    "{n:,} {n:site was|sites were} chosen before any known list and {n:is|are} not judged.",
)
PARTIAL_NOTE = Text(
    'daftar hanya diketahui sebagian: yang tidak tercantum berarti tidak diketahui, bukan "tidak kumuh"; peluang acak tidak dihitung',
    'the list is known in part: absence is unknown, not "not on it"; no random-selection figures are computed',
)
HINDSIGHT_NOTE = Text(
    "semua lokasi pada daftar terbaru, yang belum ada ketika sebagian lokasi dipilih: angka yang sering dikutip, bukan jawabannya",
    "all sites on the newest list, which did not exist when some were chosen: the figure often quoted, not the answer",
)
SITE_STATES = {
    "on": Text(
        "{name} ({year}) tercantum pada daftar {list_year} yang berlaku saat dipilih.",
        "{name} ({year}) was on the list of {list_year}, in force when it was chosen.",
    ),
    "off": Text(
        "{name} ({year}) tidak tercantum pada daftar {list_year} yang berlaku saat dipilih.",
        "{name} ({year}) was not on the list of {list_year}, in force when it was chosen.",
    ),
    "unknown": Text(
        "{name} ({year}) tidak diketahui: daftar {list_year} yang berlaku saat dipilih hanya diketahui sebagian.",
        "{name} ({year}) is unknown: the list of {list_year}, in force when it was chosen, is known in part.",
    ),
    "no list yet": Text(
        "{name} ({year}) dipilih sebelum ada daftar yang diketahui.",
        "{name} ({year}) was chosen before any known list.",
    ),
}
SITE_NOT_AUDITED = Text(
    "Wilayah {code} bukan salah satu lokasi yang dinilai. Lihat .places().",
    "{code} is not one of the sites audited. See .places().",
)
NOTHING_DATED = Text(
    "Diperlukan paling sedikit satu lokasi dan satu daftar yang tahunnya diketahui.",
    "At least one site and one list with a known year are needed.",
)
CODE_OUTSIDE_PLACES = Text(
    "Kode {code} pada `{what}` tidak ada dalam `places`. Lengkapi `places` dengan semua wilayah yang dapat dipilih, atau perbaiki "
    "kodenya.",
    "Code {code} in `{what}` is not in `places`. List in `places` all places that could have been chosen, or correct the code.",
)
