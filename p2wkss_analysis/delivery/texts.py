"""What is said of delivery: progress by agency, reach, cost, and faults of the log."""

from __future__ import annotations

from ..say import Text

# --- log --------------------------------------------------------------------------------------------------

NO_TABLE = Text("Perlu DataFrame, bukan {kind}.", "A DataFrame is needed, not a {kind}.")
COLUMNS_ABSENT = Text("Kolom tidak ditemukan: {columns:list}.", "Columns not found: {columns:list}.")
NO_ACTIVITY = Text(
    "Belum ada kegiatan yang dicatat. Isi lembar Kegiatan.",
    "No activity is on record yet. Fill in the sheet Deliveries.",
)
LOG_UNUSABLE = Text(
    "Catatan pelaksanaan tidak dapat dipakai:\n{faults:lines}",
    "The log of deliveries cannot be used:\n{faults:lines}",
)
FAULT = Text("  - {column} {fault}: baris {rows:list}.", "  - {column} {fault}: rows {rows:list}.")
FAULT_IN_MORE = Text(
    "  - {column} {fault}: baris {rows:list}, dan {more:,} lagi.",
    "  - {column} {fault}: rows {rows:list} and {more:,} more.",
)
EMPTY = Text("kosong", "is empty")
NOT_A_NUMBER = Text("bukan bilangan mulai 0", "is not a number from 0 up")
NOT_A_PERCENTAGE = Text("bukan bilangan 0-{most}", "is not a number 0-{most}")
NOT_A_DATE = Text("bukan tanggal (periksa lewat p2.check)", "is not a date (see p2.check)")

# --- progress: realised against planned -------------------------------------------------------------------

NOTHING_DUE = Text(
    "Per {day:date} belum ada kegiatan yang jatuh tempo.",
    "On {day:date} no activity is due yet.",
)
DONE_ON_AVERAGE = Text(
    "Per {day:date}, {about:sekitar |}{n:,} kegiatan sudah jatuh tempo; yang dilaporkan terlaksana rata-rata {share:.0%}.",
    "On {day:date}, {about:about |}{n:,} {n:activity was|activities were} due; those reported were {share:.0%} done on average.",
)
NOTHING_REPORTED = Text(
    "Per {day:date}, {about:sekitar |}{n:,} kegiatan sudah jatuh tempo; belum ada yang dilaporkan.",
    "On {day:date}, {about:about |}{n:,} {n:activity was|activities were} due; none has been reported.",
)
LOWEST = Text("Terendah: {agencies:and}.", "Lowest: {agencies:and}.")
AS_MANY_MORE = Text("{n:,} perangkat daerah lain yang sama rendah", "{n:,} more {n:department|departments} just as low")
AGENCY_WITH_SHARE = Text("{agency} {share:.0%}", "{agency} {share:.0%}")
# What nobody reported is neither done nor undone.
NOT_REPORTED = Text(
    "{about:Sekitar |}{n:,} kegiatan belum dilaporkan dan tidak dihitung sebagai 0 maupun 100%.",
    "{about:About |}{n:,} {n:activity is|activities are} not reported and {n:counts|count} neither as 0 nor as 100%.",
)
NO_DAY = Text(
    "as_of harus tanggal, misalnya datetime.date(2025, 6, 30).",
    "as_of must be a date, for example datetime.date(2025, 6, 30).",
)

# --- cost -------------------------------------------------------------------------------------------------

COST = Text(
    "Realisasi anggaran {spent:Rp}, atau sekitar Rp{low:.-3} per keluarga terjangkau.",
    "{spent:Rp} was spent, or about Rp{low:.-3} per household reached.",
)
COST_AT_LEAST = Text(
    "Realisasi anggaran {spent:Rp}, atau sedikitnya sekitar Rp{low:.-3} per keluarga terjangkau.",
    "{spent:Rp} was spent, or at least about Rp{low:.-3} per household reached.",
)
COST_BETWEEN = Text(
    "Realisasi anggaran {spent:Rp}, atau sekitar Rp{low:.-3} sampai Rp{high:.-3} per keluarga terjangkau.",
    "{spent:Rp} was spent, or about Rp{low:.-3} to Rp{high:.-3} per household reached.",
)
WITHOUT_AMOUNT = Text(
    "Biaya sebenarnya dapat lebih tinggi: {about:sekitar |}{n:,} kegiatan tanpa anggaran tercatat tidak termasuk.",
    "The true cost may be higher: {about:about |}{n:,} {n:activity has|activities have} no amount on record and {n:is|are} not included.",
)
NO_COST = Text(
    "Biaya per keluarga tidak dapat dihitung: isi anggaran dan jumlah keluarga terjangkau pada lembar Kegiatan.",
    "Cost per household cannot be computed: fill in amounts and households reached on the sheet Deliveries.",
)
UNKNOWN_GROUPING = Text(
    'by={given!r}: pilih "sector" atau "agency".',
    'by={given!r}: choose "sector" or "agency".',
)
NOBODY_COUNTED = Text(
    "Jumlah keluarga terjangkau tidak diketahui: isi kolom ID keluarga atau KK terjangkau.",
    "The number of households reached is not known: fill in Household id or Households reached.",
)
HOUSEHOLDS_NOT_A_COUNT = Text(
    "households: jumlah KK binaan harus bilangan bulat, paling kecil 1.",
    "households: the number assisted must be a whole number, at least 1.",
)

# --- reach ------------------------------------------------------------------------------------------------

COVERAGE = Text(
    "{none} dari {n:,} KK binaan tidak menerima apa pun; separuhnya menerima dari {median:,} sektor atau lebih. Jangkauan terluas: "
    "{widest} {widest_share:.0%}; tersempit: {narrowest} {narrowest_share:.0%}.",
    "{none} of {n:,} assisted households got nothing; half got help from {median:,} {median:sector|sectors} or more. Widest reach: "
    "{widest} {widest_share:.0%}; narrowest: {narrowest} {narrowest_share:.0%}.",
)
COUNT = Text("{n:,}", "{n:,}")
FEWER_THAN = Text("Kurang dari {n:,}", "Fewer than {n:,}")
UNNAMED = Text(
    "{n:,} kegiatan tanpa ID keluarga tidak dapat dirinci menurut keluarga.",
    "{n:,} {n:activity|activities} without a household id cannot be broken down by household.",
)
UNKNOWN = Text(
    "{n:,} kegiatan menyebut keluarga yang bukan KK binaan.",
    "{n:,} {n:activity names|activities name} a household that is not assisted.",
)
NONE_NAMED = Text(
    'Tidak ada kegiatan yang menyebut ID KK binaan; isi "ID keluarga" pada lembar Kegiatan.',
    'No activity names an assisted household; fill in "Household id" on the sheet Deliveries.',
)
NO_HOUSEHOLDS = Text(
    "households harus DataFrame dengan kolom household_id.",
    "households must be a DataFrame with a column household_id.",
)
NONE_ASSISTED = Text(
    'Tidak ada KK binaan dalam tabel. Isi kolom "KK binaan" pada lembar Keluarga.',
    'There is no assisted household in the table. Fill in "Assisted household" on the sheet Households.',
)

# --- public_reach -----------------------------------------------------------------------------------------

REACHED = Text(
    "Tercatat {reached} dari {assisted} KK binaan ({share:.0%}) menerima sedikitnya satu kegiatan atas namanya sendiri.",
    "The log shows {reached} of {assisted} assisted households ({share:.0%}) with at least one activity of their own.",
)
REACHED_FEW = Text(
    "Tercatat {reached} dari {assisted} KK binaan menerima sedikitnya satu kegiatan atas namanya sendiri.",
    "The log shows {reached} of {assisted} assisted households with at least one activity of their own.",
)
FOR_A_WHOLE_RT = Text(
    "{n:,} kegiatan untuk seluruh RT atau lokasi tidak menyebut ID keluarga, sehingga tidak dapat dirinci menurut keluarga.",
    "{n:,} {n:activity|activities} for a whole RT or site {n:names|name} no household and cannot be broken down by household.",
)
SECTORS_FOR_A_WHOLE_RT = Text(
    "Sektor yang hanya tercatat demikian: {sectors:;}.", "Sectors recorded only in that way: {sectors:;}."
)
NONE_OF_ONE_FAMILY = Text(
    'Tidak ada kegiatan yang menyebut ID keluarga; isi "ID keluarga" pada lembar Kegiatan untuk kegiatan yang menyasar satu keluarga.',
    'No activity names a household; fill in "Household id" on the sheet Deliveries for activities meant for one family.',
)

# --- matrix -----------------------------------------------------------------------------------------------

ALL_ACTIVITIES = Text("Jumlah", "Total")
FOR_HOUSEHOLDS = Text("Kegiatan atas nama KK: {sectors:and}", "Activities for single households: {sectors:and}")
ACTIVITY = Text("kegiatan (sekitar)", "activities (about)")
UP_TO_FIVE = Text("≤5 kegiatan", "≤5 activities")
ABSORBED = Text(
    "Pagu {budget:Rp}, serapan {spent:Rp}; pada kegiatan yang pagu dan serapannya tercatat, serapan {share:.0%}.",
    "The budget is {budget:Rp} and {spent:Rp} was spent; where both are on record, {share:.0%} of the budget was spent.",
)
BUDGET = Text(
    "Pagu {budget:Rp}; serapannya belum dapat dihitung karena kolom Anggaran terpakai belum diisi.",
    "The budget is {budget:Rp}; the share spent is not known because Amount spent is not filled in.",
)
BUDGET_ZERO = Text(
    'Pagu tercatat 0 rupiah, sehingga serapan tidak dapat dihitung; periksa "Pagu" pada lembar Kegiatan.',
    'The budget is on record as 0 rupiah, so the share spent cannot be given; check "Budget" on the sheet Deliveries.',
)
SPENT_WITHOUT_BUDGET = Text(
    'Serapan {spent:Rp}. Pagu belum tercatat; isi kolom "Pagu" pada lembar Kegiatan.',
    '{spent:Rp} was spent. No budget is on record; fill in "Budget" on the sheet Deliveries.',
)
NO_BUDGET = Text(
    'Pagu dan serapan belum tercatat; isi "Pagu" dan "Anggaran terpakai" pada lembar Kegiatan.',
    'Neither budget nor spending is on record; fill in "Budget" and "Amount spent" on the sheet Deliveries.',
)
