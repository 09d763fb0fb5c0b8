"""What is said of the healthy family index and its visits."""

from __future__ import annotations

from ...say import Text

HEALTHY_FAMILY = Text("Indeks keluarga sehat", "Healthy family index")
ANSWERS_UNREADABLE = Text(
    "Berikan jawaban sebagai dict atau DataFrame dengan dua belas butir IKS.",
    "Give the answers as a dict or DataFrame with the twelve items.",
)
IKS_ITEMS_ABSENT = Text(
    "Butir {absent:list} tidak ada. Kedua belas butir diperlukan; kosongkan bila tidak berlaku.",
    "Items {absent:list} are absent. All twelve are needed; leave one missing if it does not apply.",
)
ANSWER_UNREADABLE = Text(
    "Butir {item} memuat {answer!r}. Isi True (ya), False (tidak), atau kosong (tidak berlaku).",
    "Item {item} holds {answer!r}. Enter True (yes), False (no), or leave it missing (not applicable).",
)
SIDES = {"assisted": Text("binaan", "assisted"), "comparison": Text("pembanding", "comparison")}
WAVE_HEADS = {
    "wave": Text("Gelombang", "Wave"),
    "unhealthy_percent": Text("Tidak sehat (%)", "Unhealthy (%)"),
    "pre_healthy_percent": Text("Pra-sehat (%)", "Pre-healthy (%)"),
    "indexed": Text("Terhitung", "Counted"),
    "healthy_percent": Text("Sehat (%)", "Healthy (%)"),
}
VISITS = {  # waves in words
    0: Text("kunjungan awal", "the first visit"),
    1: Text("kunjungan akhir", "the endline"),
    2: Text("kunjungan T+1", "the T+1 visit"),
    3: Text("kunjungan T+2", "the T+2 visit"),
}
OTHER_VISIT = Text("gelombang {wave}", "wave {wave}")
HEALTHY_SHARES = {
    "assisted": Text(
        "Keluarga sehat pada KK binaan: {first_share} pada {first} dan {last_share} pada {last}.",
        "Healthy families among assisted households: {first_share} at {first} and {last_share} at {last}.",
    ),
    "comparison": Text(
        "Keluarga sehat pada KK pembanding: {first_share} pada {first} dan {last_share} pada {last}.",
        "Healthy families among comparison households: {first_share} at {first} and {last_share} at {last}.",
    ),
}
HEALTHY_SHARE = {
    "assisted": Text(
        "Keluarga sehat pada KK binaan: {share} pada {wave}.",
        "Healthy families among assisted households: {share} at {wave}.",
    ),
    "comparison": Text(
        "Keluarga sehat pada KK pembanding: {share} pada {wave}.",
        "Healthy families among comparison households: {share} at {wave}.",
    ),
}
WAVES = Text(
    "Gelombang 0 adalah kunjungan awal dan 1 kunjungan akhir; 2 dan 3 setahun dan dua tahun sesudahnya.",
    "Wave 0 is the first visit and 1 the endline; 2 and 3 are one and two years after.",
)
WHOLE_PERCENT = Text("{share:.0%}", "{share:.0%}")
TOO_FEW = Text("(terlalu sedikit untuk disebut)", "(too few to be shown)")
FOLLOWED = Text(
    "Indeks {families} keluarga yang terhitung pada keduanya berubah {change:+.2}.",
    "The index of {families} {families:family|families} counted in both changed by {change:+.2}.",
)
# The trap: an item that does not apply is no failure.
NOT_APPLICABLE = Text(
    'Butir yang tidak berlaku dikeluarkan dari pembagi (Permenkes 39/2016); bila dihitung sebagai "tidak", rata-rata indeks '
    "terlihat {as_no:.2}, bukan {mean:.2}.",
    'Items that do not apply are excluded from the denominator (Permenkes 39/2016); counted as "no", the mean index would look like '
    "{as_no:.2} instead of {mean:.2}.",
)
NOT_ASKED = Text(
    "Tidak dihitung: {visits} kunjungan dengan butir yang tidak ditanyakan.",
    "Left out: {visits} {visits:visit|visits} with items that were not asked.",
)
NO_INDEX = Text(
    "Indeks keluarga sehat tidak dapat dihitung: tidak ada, atau terlalu sedikit, keluarga yang kedua belas butirnya terjawab.",
    "The healthy family index cannot be computed: no family, or too few, answered all twelve items.",
)
HOUSEHOLD_COLUMNS_ABSENT = Text(
    "Tabel keluarga tidak memuat kolom {absent:list}. Gunakan lembar Keluarga dari buku kerja.",
    "The table of households has no column {absent:list}. Use the sheet Households of the workbook.",
)
STRANGE_ANSWERS = Text(
    "Butir {items:list} memuat jawaban selain yes, no, not_applicable. Periksa buku kerja dengan `p2wkss check`.",
    "Items {items:list} hold answers other than yes, no, not_applicable. Check the workbook with `p2wkss check`.",
)
HOUSEHOLD_TWICE = Text(
    "{n:,} baris mengulang keluarga yang sama dalam satu gelombang. Hapus salah satu.",
    "{n:,} {n:line repeats|lines repeat} a household within a wave. Remove one of each.",
)
