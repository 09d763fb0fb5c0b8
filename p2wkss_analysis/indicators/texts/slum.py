"""What is said of slum scores and volumes."""

from __future__ import annotations

from ...say import Text

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
ROWS_DIFFER = Text(
    "`volumes` dan `denominators` harus memuat wilayah yang sama dalam urutan yang sama.",
    "`volumes` and `denominators` must hold the same places in the same order.",
)
PLACES_DIFFER = Text(
    "`before` dan `after` harus memuat wilayah yang sama dalam urutan yang sama.",
    "`before` and `after` must hold the same places in the same order.",
)
