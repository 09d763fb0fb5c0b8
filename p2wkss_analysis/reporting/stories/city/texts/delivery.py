"""What the chapter on delivery says."""

from __future__ import annotations

from .....say import Text

KEY = Text("pelaksanaan", "delivery")
TITLE = Text("Pelaksanaan: apa yang direncanakan, dan apa yang terlaksana?", "Delivery: what was planned, and what was done?")
INPUTS = Text(
    "Kegiatan yang terlaksana bukan bukti bahwa keadaan keluarga berubah; perubahannya ada pada bab keluarga.",
    "Activities done are no evidence that households changed; see the chapter on households for that.",
)
BY_AGENCY_AND_MONTH = Text("Menurut perangkat daerah dan bulan", "By agency and month")
YEAR = Text("Kegiatan tahun program {year}.", "Activities of programme year {year}.")

# --- by agency and month ----------------------------------------------------------------------------------

AGENCIES_CAPTION = Text(
    "Rata-rata realisasi kegiatan yang jatuh tempo. Bagian yang lebih muda: kegiatan yang belum dilaporkan, seandainya semuanya "
    "terlaksana.",
    "Mean share done of the activities due. The lighter part: activities not reported, had all of them been done.",
)
BY_AGENCY = Text("Rencana dan realisasi menurut perangkat daerah, {year}.", "Planned and done by agency, {year}.")
AGENCY = Text("Perangkat daerah", "Agency")
ACTIVITIES = Text("Kegiatan", "Activities")
DUE = Text("Jatuh tempo", "Due")
DONE = Text("Realisasi yang dilaporkan", "Done, of those reported")
NOT_REPORTED = Text("Belum dilaporkan", "Not reported")
LATE = Text("Terlambat (hari, median)", "Days late (median)")
DAYS = Text("hari", "days")
SPENT = Text("Anggaran terpakai (juta rupiah)", "Spent (million rupiah)")
# Single families would show where their activities were counted one by one.
COUNTED = Text(
    "Yang dihitung kegiatan, bukan keluarga; yang belum dilaporkan tidak dihitung 0 maupun 100%.",
    "Activities are counted, not households; those not reported count neither as 0 nor as 100%.",
)
FOR_ONE_FAMILY = Text(
    "Kegiatan untuk satu keluarga dihitung dalam kelipatan lima, dengan biaya rata-ratanya.",
    "Activities for one family are counted in multiples of five, at their mean cost.",
)
NO_DATES = Text(
    'Pelaksanaan per bulan belum dapat dilihat karena tanggal rencana belum diisi. Isi "Tanggal rencana" pada lembar Kegiatan.',
    'Delivery by month is not available, because planned dates are not filled in. Fill in "Planned date" on the sheet Deliveries.',
)
MONTHS_TITLE = Text("Rencana dan realisasi dari bulan ke bulan, {year}", "Planned and done month by month, {year}")
MONTHS_CAPTION = Text("Semua perangkat daerah bersama-sama.", "All agencies together.")

# --- reach ------------------------------------------------------------------------------------------------

REACH = Text("Jangkauan dan tumpang tindih", "Reach and overlap")
BY_SECTOR = Text(
    "KK binaan yang menerima kegiatan atas namanya sendiri, menurut sektor.",
    "Assisted households with an activity of their own, by sector.",
)
REACHED = Text("KK binaan yang menerima", "Assisted households reached")
OTHERS = Text("KK binaan lainnya", "Other assisted households")
SHARE_REACHED = Text("Jangkauan", "Reach")
SMALL_SECTORS = Text(
    "Sektor yang menjangkau paling banyak lima KK tidak dicantumkan.",
    "Sectors that reached at most five households are not listed.",
)
OVERLAP = Text("Tumpang tindih antarsektor.", "Overlap of sectors.")
AND_SECTOR = Text("dan sektor", "and sector")
FROM_BOTH = Text("KK yang menerima dari keduanya", "Households that received from both")

# --- cost -------------------------------------------------------------------------------------------------

COST = Text("Biaya", "Cost")
COST_BY_SECTOR = Text("Biaya menurut sektor.", "Cost by sector.")
WITHOUT_AMOUNT = Text("Tanpa anggaran tercatat", "Without an amount")
AMOUNT = Text("Anggaran (juta rupiah)", "Spent (million rupiah)")
AT_LEAST = Text("KK, paling sedikit", "Households, at least")
AT_MOST = Text("KK, paling banyak", "Households, at most")
EACH_FROM = Text("Ribu rupiah per KK: dari", "Thousand rupiah per household: from")
EACH = Text("ribu rupiah per KK", "thousand rupiah per household")
COUNTED_TWICE = Text(
    "Satu keluarga dapat dihitung oleh beberapa kegiatan. Karena itu banyaknya KK dan biaya per KK hanya diketahui di antara dua batas, "
    "dalam kelipatan lima.",
    "One household may be counted by several activities. Their number and the cost per household are therefore known only between two "
    "limits, in multiples of five.",
)
