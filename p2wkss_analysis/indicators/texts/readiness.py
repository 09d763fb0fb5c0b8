"""What is said of profiles, rubrics and their change."""

from __future__ import annotations

from ...say import Text

ITEMS_MET = Text(
    "{met:,} dari {judged:,} indikator {profile} yang dapat dinilai terpenuhi.",
    "{met:,} of {judged:,} {profile} indicators that can be judged are met.",
)
NO_THRESHOLD = Text(
    "{n:,} butir berupa angka disajikan tanpa ambang karena profil ini tidak memuat ambangnya.",
    "{n:,} numeric {n:item is|items are} shown without a threshold, because the profile gives none.",
)
NO_DATA = Text("Belum ada data: {items:;}.", "No data: {items:;}.")
ZERO_CASES = Text(
    "Nihil kasus dapat berarti tidak terjadi atau tidak dilaporkan: {items:;}.",
    "Zero cases can mean that nothing happened or that nothing was reported: {items:;}.",
)
ITEMS_ABSENT = Text(
    "Butir {absent:list} tidak ada. Semua butir diperlukan; kosongkan (None) bila belum diketahui.",
    "Items {absent:list} are absent. All are needed; leave one missing (None) if it is not known.",
)
ANSWERS_NOT_A_MAPPING = Text(
    "Berikan jawaban sebagai dict: nama butir ke jawabannya.",
    "Give the answers as a dict: item name to answer.",
)
UNKNOWN_ITEMS = Text(
    "Butir {items:list} tidak ada dalam profil {profile}. Yang ada: {known:list}.",
    "The profile {profile} has no items {items:list}. It has: {known:list}.",
)
ITEM = Text("Butir {key} ({label}, {kind})", "Item {key} ({label}, {kind})")
ONE_ANSWER = Text("{item}: berikan satu jawaban.", "{item}: give one answer.")
WHOLE_OR_YES = Text("{item} harus ya/tidak atau bilangan bulat.", "{item} must be yes/no or a whole number.")
RUBRIC_HEADS = {
    "label": Text("Butir", "Item"),
    "weight": Text("Poin maksimum", "Maximum"),
    "points": Text("Poin", "Points"),
    "target": Text("Target", "Target"),
}
RUBRIC_TOTAL = Text("Menurut rubrik {rubric}: {total} dari {most} poin.", "By the rubric {rubric}: {total} of {most} points.")
RUBRIC_RANGE = Text(
    "Menurut rubrik {rubric}: antara {low} dan {high} dari {most} poin, karena {reasons:and}.",
    "By the rubric {rubric}: between {low} and {high} of {most} points, because {reasons:and}.",
)
UNANSWERED = Text(
    "{n:,} dari {items:,} butir belum ada datanya: {which:;}",
    "{n:,} of {items:,} items have no data: {which:;}",
)
HIDDEN_COUNTS = Text(
    "jumlah yang kurang dari {least} disembunyikan: {which:;}",
    "counts below {least} are hidden: {which:;}",
)
POINTS_OF_ZERO = Text(
    "{points} poin berasal dari nihil kasus, yang dapat juga berarti tidak dilaporkan.",
    "{points} {n:point comes|points come} from zero cases, which can also mean that nothing was reported.",
)
ORGANISERS_WEIGHTS = Text(
    "Bobotnya milik penyelenggara lomba; angka ini bukan ukuran dampak.",
    "The weights are the organiser's; these points are no measure of impact.",
)
NOT_A_RUBRIC = Text(
    "Profil {profile} bukan rubrik: butir {items:list} tidak berbobot atau tidak bertarget. Muat rubrik dengan load_rubric.",
    "The profile {profile} is not a rubric: its items {items:list} have no weight or target. Load a rubric with load_rubric.",
)
CHANGES = {
    "better": Text("membaik", "better"),
    "worse": Text("memburuk", "worse"),
    "same": Text("tetap", "same"),
    "cannot tell": Text("belum dapat disimpulkan", "cannot tell"),
    "fell to zero": Text("menjadi nihil", "fell to zero"),
    "rose": Text("bertambah", "rose"),
}
ITEMS_CHANGED = Text(
    "{profile} {first}\N{EN DASH}{last}: butir yang membaik {better}, memburuk {worse}, dan tetap {same:,}.",
    "{profile} {first}\N{EN DASH}{last}: items that improved {better}, worsened {worse}, unchanged {same:,}.",
)
COUNT = Text("{n:,}", "{n:,}")
COUNT_OF_ITEMS = Text("{n:,} ({items:;})", "{n:,} ({items:;})")
CANNOT_TELL = Text(
    "{n:,} butir lain belum dapat disimpulkan karena salah satu tahunnya kosong.",
    "For {n:,} more {n:item|items} the change cannot be told, because a year is missing.",
)
REPORTING_MAY_DIFFER = Text(
    "Kasus yang menjadi nihil dapat berarti tidak lagi dilaporkan, dan kasus yang bertambah dapat berarti lebih banyak yang melapor.",
    "Cases that fell to zero may no longer be reported, and more cases may mean that more people report them.",
)
PROFILES_DIFFER = Text(
    "Profil kedua tahun berbeda ({before}, {after}). Bandingkan profil yang sama.",
    "The profiles of the two years differ ({before}, {after}). Compare the same profile.",
)
YEARS_NOT_IN_ORDER = Text(
    "Tahun {before} tidak lebih awal daripada {after}. Tukar urutannya.",
    "The year {before} is not before {after}. Swap them.",
)
