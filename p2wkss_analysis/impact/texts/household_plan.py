"""What is said of a survey of households before the first visit: what it can show, and how large it must be."""

from __future__ import annotations

from ...say import Text

WAYS_OF_CHOOSING = {
    "draw": Text("diundi", "a draw"),
    "baseline": Text("menurut angka kunjungan awal", "the first-visit figure"),
    "register": Text("menurut register", "a register's figure"),
    "score": Text("menurut skor", "a score"),
    "whole_rt": Text("per RT utuh", "whole RTs"),
    "unknown": Text("cara tidak diketahui", "an unknown way"),
    "next_year": Text("KK tahun berikutnya", "next year's households"),
}
PLAN = Text(
    "Dengan {assisted:,} KK binaan dan {comparison:,} KK pembanding, peluang pengaruh {effect} terlihat: {ways:;}.",
    "With {assisted:,} assisted and {comparison:,} comparison households, the chance that an effect of {effect} is seen: {ways:;}.",
)
WAY_WITH_POWER = Text("{way} {power:.0%}", "{way} {power:.0%}")
WAY_WITH_TIMES = Text(
    "{way} {power:.0%} ({times:.1} kali KK undian)",
    "{way} {power:.0%} ({times:.1} times a draw's households)",
)
WAY_WITHOUT_END = Text(
    "{way} {power:.0%} (berapa pun KK yang dikunjungi tidak cukup)",
    "{way} {power:.0%} (no number of households is enough)",
)
CHOSEN_BY = Text("Cara pemilihan KK", "Chosen by")
RTS = Text("RT", "RT")
HOUSEHOLDS_NEEDED = Text("KK yang diperlukan", "Households needed")
TIMES_A_DRAW = Text("Kali undian", "Times a draw")
