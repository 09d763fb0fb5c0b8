"""What is said of one household: where it stands, and what would change it."""

from __future__ import annotations

from ....say import Text

SCORE = Text("Skor", "Score")
STANDING = Text(
    "Keluarga {household} {selected:masuk|tidak masuk} daftar (skor {score:.2}): {reason}.",
    "Household {household} {selected:is|is not} on the list (score {score:.2}): {reason}.",
)
NO_SCORE_CHANGES_IT = Text(
    "Karena kuota, perubahan skor tidak mengubah keputusan ini.",
    "Because of the quotas, no score would change this.",
)
STAYS = Text(
    "Keluarga ini tetap masuk selama skornya di {low:bawah|atas} {score:.2}.",
    "It stays in while its score is {low:below|above} {score:.2}.",
)
WOULD_ENTER = Text(
    "Keluarga ini masuk bila skornya di {low:bawah|atas} {score:.2}.",
    "It would come in with a score {low:below|above} {score:.2}.",
)
WOULD_ALSO_ENTER = Text(
    "Keluarga ini juga masuk dengan salah satu dari: {ways:;}.",
    "It would also come in with any one of: {ways:;}.",
)
LONGER_LIST = Text("daftar {n:,} keluarga", "a list of {n:,} households")
KINDS = {  # why a household is on the list or not; the code refers to them by their place
    "need": Text("menurut kebutuhan", "by need"),
    "held": Text("memenuhi kuota {holds:and}", "meets the quota {holds:and}"),
    "fits": Text("melengkapi daftar sesuai kuota", "completes the list under the quotas"),
    "tie": Text(
        "skornya sama dengan KK yang masuk; undian yang menentukan, bukan kebutuhan",
        "same score as a household on the list; a draw by lot decided, not need",
    ),
    "below": Text("kurang membutuhkan daripada batas", "less needy than the cut-off"),
    "full": Text("kuota penuh: {fills:and}", "quota full: {fills:and}"),
    "no_fit": Text("tidak termasuk gabungan kuota yang terbaik", "not part of the best combination of quotas"),
    "equal": Text(
        "skornya sama dengan KK yang tidak masuk; undian yang menentukan, bukan kebutuhan",
        "same score as a household left out; a draw by lot decided, not need",
    ),
    "held_equal": Text(
        "memenuhi kuota {holds:and}; di antara skor yang sama undian yang menentukan, bukan kebutuhan",
        "meets the quota {holds:and}; among equal scores a draw by lot decided, not need",
    ),
    "second_out": Text(
        "skornya sama dengan KK yang masuk; kriteria kedua ({then}) yang menentukan",
        "same score as a household on the list; the second criterion ({then}) decided",
    ),
    "second_in": Text(
        "skornya sama dengan KK yang tidak masuk; kriteria kedua ({then}) yang menentukan",
        "same score as a household left out; the second criterion ({then}) decided",
    ),
}
PUT_IN = Text("dimasukkan: {reason}", "included: {reason}")
PUT_OUT = Text("dikeluarkan: {reason}", "excluded: {reason}")
