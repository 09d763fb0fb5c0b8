"""The sentences of the chapter on the effect of the programme."""

from __future__ import annotations

from .....say import Text

KEY = Text("dampak", "impact")
TITLE = Text("Apakah program berdampak?", "Did the programme have an effect?")
WHAT_DATA_ALLOW = Text(
    "Satu-satunya indeks tahunan terbuka sampai tingkat desa adalah Indeks Desa Membangun (IDM, 0 sampai 1). Kelurahan tidak "
    "memilikinya, sehingga Depok, Cilegon, dan kota lain tidak dapat dinilai dengan cara ini. IDM diukur April sampai pertengahan "
    "Juni, sedangkan program berjalan Februari sampai November. Karena itu nilai tahun program sudah sebagian terkena program.",
    "The only open yearly index down to the rural village (desa) is the Village Development Index (IDM, 0 to 1). Kelurahan have none, "
    "so Depok, Cilegon and other cities cannot be assessed this way. IDM is measured from April to mid-June, while the programme runs "
    "from February to November. The value of the programme year is therefore partly exposed.",
)

# --- the verdict ------------------------------------------------------------------------------------------

NO_CLEAN_SITE = Text(
    "Belum dapat disimpulkan apakah program berdampak. Dari {known:,} lokasi yang diketahui, tidak satu pun lokasi terkonfirmasi "
    "memiliki nilai IDM sebelum dipilih sekaligus sesudah program.",
    "Cannot tell whether the programme had an effect. Of {known:,} known sites, no confirmed one has an IDM value both from before it "
    "was chosen and from after the programme.",
)
FEW_CLEAN_SITES = Text(
    "Belum dapat disimpulkan apakah program berdampak. Dari {known:,} lokasi yang diketahui, hanya {clean:,} lokasi terkonfirmasi "
    "memiliki nilai IDM sebelum dipilih sekaligus sesudah program.",
    "Cannot tell whether the programme had an effect. Of {known:,} known sites, only {clean:,} confirmed {clean:one has|ones have} an "
    "IDM value both from before selection and from after the programme.",
)
SITES_NEEDED = Text(
    "Untuk mendeteksi pengaruh {effect:.2} poin IDM diperlukan sekitar {sites:,} lokasi seperti itu.",
    "Detecting an effect of {effect:.2} IDM points would take about {sites:,} such sites.",
)
NO_PROOF = Text(
    "Selisih di bawah ini bukan bukti bahwa program berhasil atau gagal.",
    "The differences below are not evidence that the programme worked or failed.",
)

# --- designs ----------------------------------------------------------------------------------------------

DESIGN = Text(
    "lokasi {cohort}, nilai {first}\N{EN DASH}{last}",
    "sites of {cohort}, values {first}\N{EN DASH}{last}",
)
VARIANTS = {
    "confirmed": Text("lokasi terkonfirmasi", "confirmed sites"),
    "all_sites": Text("semua lokasi", "all sites"),
    "without_winners": Text("tanpa pemenang lomba", "without contest winners"),
    "with_neighbours": Text("dengan desa sekecamatan", "with desa of the same kecamatan"),
}
SENSITIVITY = Text(
    "Lokasi terkonfirmasi adalah hasil utama; baris lain adalah uji kepekaan. Terkecil yang terdeteksi: pengaruh yang ditemukan pada "
    "80 dari 100 kasus.",
    "Confirmed sites are the main result; the other rows are sensitivity checks. Smallest detectable: the effect found in 80 of 100 "
    "cases.",
)
CHART_TITLE = Text(
    "Perubahan IDM pada lokasi terkonfirmasi, menurut metode",
    "Change in IDM at confirmed sites, by method",
)
CHART_AXIS = Text("poin IDM (0\N{EN DASH}1); garis: selang 95%", "IDM points (0\N{EN DASH}1); lines: 95% intervals")
TITLE_AS_CAPTION = Text("{title}.", "{title}.")
SOURCE = Text(
    "Sumber: Kemendesa (IDM 2021\N{EN DASH}2024); daftar lokasi proyek ini.",
    "Source: Kemendesa (IDM 2021\N{EN DASH}2024); this project's register of sites.",
)
POINTS_OF_UNIT = Text("poin IDM, 0\N{EN DASH}1", "IDM points, 0\N{EN DASH}1")
POINTS = Text("poin IDM", "IDM points")
SITES = Text("Lokasi", "Sites")
METHOD = Text("Metode", "Method")
N_SITES = Text("Lokasi (n)", "Sites (n)")
N_COMPARISON = Text("Pembanding (n)", "Comparison (n)")
ESTIMATE = Text("Perkiraan", "Estimate")
FROM = Text("Selang 95%: dari", "95% interval: from")
TO = Text("sampai", "to")
SMALLEST = Text("Terkecil yang terdeteksi", "Smallest detectable")
AT_HOUSEHOLDS = Text(
    "Pengaruh terkecil yang dapat terdeteksi pada lokasi 2023, dibaca pada tingkat keluarga. {said}",
    "The smallest detectable effect for the sites of 2023, at household level. {said}",
)
BEYOND_SCALE = Text(
    "Skala IDM hanya 0 sampai 1. Pengaruh yang terbatas pada {assisted:,} KK tidak akan terlihat dalam nilai desa.",
    "IDM only runs from 0 to 1. An effect confined to {assisted:,} households would not show in the value of a desa.",
)

# --- false alarms -----------------------------------------------------------------------------------------

BY_DESIGN = Text("Jawaban menurut rancangan", "Answers by design")
WHY_NO_P = Text("Mengapa nilai p tidak dicantumkan", "Why no p-values are shown")
FALSE_ALARMS = Text(
    "Metode di atas sering memberi alarm palsu, yaitu menyatakan ada pengaruh padahal tidak ada. Sebabnya, tempat yang dipilih pada "
    "tahun buruk membaik dengan sendirinya, dan jumlah lokasi sedikit. Seberapa sering, diukur pada simulasi tanpa pengaruh yang "
    "bentuk datanya paling mirip:",
    "The methods above often raise a false alarm: they report an effect where there is none. Places chosen in a bad year improve "
    "anyway, and the sites are few. How often this happens was measured on simulations without an effect, with the data structure "
    "closest to this one:",
)
FALSE_ALARM = Text("{method}, {design}: {note}", "{method}, {design}: {note}")
NOT_RUN = Text(
    "Metode yang tidak dapat dipakai, atau tidak diberi selang, pada data ini.",
    "Methods that cannot be used, or carry no interval, on these data.",
)
DATA = Text("Data", "Data")
REASON = Text("Sebab", "Reason")

# --- limits, and sites not used ---------------------------------------------------------------------------

LIMITS = Text("Apa yang diperkirakan, dan batasnya", "What is estimated, and its limits")
REFUSED = Text("Lokasi yang tidak dapat dinilai, dan sebabnya", "Sites that cannot be assessed, and why")
REFUSED_TABLE = Text("Lokasi yang tidak dipakai, menurut sebabnya.", "Sites not used, by reason.")
FOR_EXAMPLE = Text("Misalnya", "For example")
