"""What the chapter on the effect at the sites says."""

from __future__ import annotations

from .....say import Text

KEY = Text("dampak", "effect")
TITLE = Text(
    "Lokasi: apakah program berdampak pada desa/kelurahannya?",
    "Sites: did the programme have an effect on the villages where it ran?",
)

# --- breakdown of the change ------------------------------------------------------------------------------

BREAKDOWN = Text("Rincian perubahan", "Breakdown of the change")
BREAKDOWN_CAPTION = Text(
    "Rincian perubahan. Perubahan yang terlihat adalah jumlah dari perubahan di semua tempat, pemulihan dengan sendirinya, dan pengaruh "
    "program. Pemulihan itu diperkirakan dari riwayat lokasi sendiri. Garis: selang kepercayaan 95%.",
    "Breakdown of the change. The observed change is the sum of the change in all places, the rebound and the programme effect. The "
    "rebound is predicted from the sites' own history. Line: 95% interval.",
)
BREAKDOWN_BY = {
    "cohort": Text("Rincian perubahan menurut angkatan (tahun program).", "Breakdown of the change by cohort (programme year)."),
    "year": Text("Rincian perubahan menurut tahun kalender.", "Breakdown of the change by calendar year."),
}
HEADS = {
    "cohort": Text("Angkatan", "Cohort"),
    "year": Text("Tahun", "Year"),
}
OBSERVED = Text("Perubahan terlihat", "Observed change")
COMMON = Text("Semua tempat", "All places")
REBOUND = Text("Pulih sendiri", "Rebound")
EFFECT = Text("Pengaruh program", "Programme effect")

LASTING = Text("Apakah bertahan?", "Does it last?")
LASTING_CAPTION = Text(
    "Pita berlaku untuk semua tahun sekaligus. Tahun-tahun terakhir hanya berisi lokasi yang lebih awal.",
    "The band holds for all years at once. The last years hold only the earlier sites.",
)

# --- methods ----------------------------------------------------------------------------------------------

METHODS = Text("Metode lain", "Other methods")
METHODS_TABLE = Text("{outcome}: semua metode pada angka yang sama.", "{outcome}: every method on the same figures.")
METHOD = Text("Metode, titik awal", "Method, base")
ESTIMATE = Text("Perkiraan", "Estimate")
METHODS_NOTE = Text(
    'Jawaban utama adalah yang pertama dari metode "{method}", yang ditetapkan sebelum hasil dilihat. Metode lain ditampilkan karena '
    "sering dipakai. Nilai p hanya dicetak untuk metode yang alarm palsunya terukur mendekati 5 dari 100.",
    'The main answer is the first by the method "{method}", named before results were seen. The others are shown because they are often '
    "used. A p-value is printed only for methods whose measured false alarms are near 5 in 100.",
)

# --- other outcomes ---------------------------------------------------------------------------------------

OTHER_OUTCOMES = Text("Indikator lain", "Other outcomes")
OUTCOMES_TABLE = Text(
    "Semua indikator desa/kelurahan, disesuaikan dengan riwayat.",
    "All outcomes of villages, history-adjusted.",
)
OUTCOME = Text("Indikator", "Outcome")
P_OF_ALL = Text("p untuk semua sekaligus", "p over all together")
N_SITES = Text("Lokasi (n)", "Sites (n)")
OUTCOMES_NOTE = Text(
    "Nilai p sudah memperhitungkan bahwa {n:,} indikator diperiksa sekaligus (Westfall dan Young 1993); selangnya belum.",
    "p-values are adjusted for {n:,} outcomes examined together (Westfall and Young 1993); the intervals are not.",
)

# --- protocol ---------------------------------------------------------------------------------------------

PROTOCOL_AND_LIMITS = Text("Protokol, yang diperkirakan, dan batasnya", "Protocol, what is estimated, and its limits")
PROTOCOL = Text(
    "Metode tidak dipilih sesudah hasil dilihat: metodenya sama untuk semua kota. Tanda pengenal protokol ini (hash): {hash}. Untuk "
    "tahun depan, tetapkan protokol bertanggal sebelum datanya ada (p2wkss plan --protocol).",
    "The method was not chosen after seeing results: it is the same for all cities. Hash of this protocol: {hash}. For next year, fix a "
    "dated protocol before the data exist (p2wkss plan --protocol).",
)
