"""What the chapter on scorecards says."""

from __future__ import annotations

from .....say import Text

KEY = Text("kartu-skor", "scorecards")
TITLE = Text("Kartu skor: kumuh, keluarga sehat, dan kesiapan", "Scorecards: slums, healthy families and readiness")
NOT_AN_EFFECT = Text(
    "Kartu skor menggambarkan keadaan satu tempat dari waktu ke waktu, bukan pengaruh program.",
    "A scorecard shows the state of a place over time, not the effect of the programme.",
)

# --- slums ------------------------------------------------------------------------------------------------

SLUM = Text("Nilai kekumuhan sebelum dan sesudah, menurut RT", "Slum score before and after, by RT")
NO_RT = Text(
    "Lembar RT belum berisi RT. Isi keenam belas kriteria dengan penyebutnya, sebelum dan sesudah program.",
    "The sheet Neighbourhoods holds no RT yet. Fill in the sixteen criteria with their denominators, before and after the programme.",
)
SLUM_PICTURE = Text("Nilai kekumuhan sebelum dan sesudah", "Slum score before and after")
SLUM_CAPTION = Text(
    "Setiap baris satu RT. Garis putus-putus: batas kelas menurut Permen PUPR 14/PRT/M/2018.",
    "Each row is one RT. Dashed lines: class limits of Permen PUPR 14/PRT/M/2018.",
)
SLUM_TABLE = Text(
    "Nilai kekumuhan setiap RT (Permen PUPR 14/PRT/M/2018).",
    "Slum score of each RT (Permen PUPR 14/PRT/M/2018).",
)
CLASSES = {
    "berat": Text("berat", "heavy"),
    "sedang": Text("sedang", "moderate"),
    "ringan": Text("ringan", "light"),
    "tidak kumuh": Text("tidak kumuh", "not slum"),
}
ROLE = Text("Peran", "Role")
SURVEYS = Text("Survei", "Surveys")
SCORE_BEFORE = Text("Nilai sebelum", "Score before")
CLASS_BEFORE = Text("Kelas sebelum", "Class before")
SCORE_AFTER = Text("Nilai sesudah", "Score after")
CLASS_AFTER = Text("Kelas sesudah", "Class after")
CHANGE = Text("Perubahan", "Change")
POINTS_OF_SCORE = Text("poin (0–80)", "points (0–80)")
CONTRIBUTION = Text('"Kontribusi penanganan"', '"Contribution"')
FINISHED_WORKS = Text(
    '"Kontribusi penanganan" adalah rumus kementerian yang naik begitu pekerjaan selesai. Karena itu angkanya bukan bukti dampak.',
    'The "contribution" is the ministry\'s formula, which rises as works are completed. It is therefore no evidence of impact.',
)

# --- healthy families -------------------------------------------------------------------------------------

FAMILIES = Text("Indeks Keluarga Sehat (IKS)", "Healthy family index (IKS)")
NO_ITEMS = Text(
    "Kedua belas butir IKS pada lembar Keluarga belum diisi.",
    "The twelve items of the IKS on the sheet Households are not filled in.",
)
FAMILIES_TABLE = Text(
    "Keluarga menurut kelas IKS (Permenkes 39/2016).",
    "Families by class of the IKS (Permenkes 39/2016).",
)
HEALTHY = Text("Sehat (di atas 0,8)", "Healthy (above 0.8)")
PRE_HEALTHY = Text("Pra-sehat", "Pre-healthy")
UNHEALTHY = Text("Tidak sehat (di bawah 0,5)", "Unhealthy (below 0.5)")
COUNTED_FAMILIES = Text("Keluarga", "Families")
ALL_ANSWERED = Text(
    "Semua keluarga yang ditemui pada kunjungan itu dan menjawab kedua belas butir; tabel perubahan hanya menghitung yang ditemui dua kali.",
    "All families seen at that visit with an answer to all twelve items; the tables of change count only those seen twice.",
)
MEAN_IKS = Text("Rata-rata IKS dari semua kunjungan {mean:.2}.", "The mean IKS over all visits is {mean:.2}.")
NOT_APPLICABLE = Text(
    'Rata-rata IKS dari semua kunjungan {mean:.2}. Bila jawaban "tidak berlaku" keliru dihitung sebagai "tidak", hasilnya {wrong:.2}. '
    "Rumus yang benar: jumlah jawaban ya dibagi (12 dikurangi yang tidak berlaku).",
    'The mean IKS over all visits is {mean:.2}. Were "not applicable" wrongly counted as no, it would be {wrong:.2}. The correct '
    "formula: yes answers divided by (12 less those not applicable).",
)

# --- readiness and rubrics --------------------------------------------------------------------------------

READINESS = Text("Kesiapan dan rubrik", "Readiness and rubrics")
NO_PROFILE = Text(
    "Lembar Kartu Skor belum berisi profil yang dikenal (KRPPA, RBI, atau rubrik yang dimuat).",
    "The sheet Scorecards holds no known profile yet (KRPPA, RBI, or a rubric that was loaded).",
)
OWN_WEIGHTS = Text(
    "Bobot ditetapkan penyelenggara lomba; angka ini bukan ukuran dampak.",
    "The weights are the organiser's; these points are no measure of impact.",
)
CARD_TABLE = Text("{label}, keadaan terbaru.", "{label}, latest state.")
ITEM = Text("Butir", "Item")
ANSWER = Text("Jawaban", "Answer")
POINTS = Text("Angka", "Points")
MOST = Text("Paling banyak", "Most")
POINTS_OF_RUBRIC = Text("poin rubrik", "points of the rubric")
MET = Text("Terpenuhi", "Met")
NOT_LOADED = Text(
    "Profil berikut belum dimuat, sehingga barisnya tidak dinilai: {profiles:list}.",
    "These profiles are not loaded, so their lines are not scored: {profiles:list}.",
)
PROFILE_WITH_LINES = Text("{name} ({n:,})", "{name} ({n:,})")
