"""What the nouns say themselves; their answers have words of their own."""

from __future__ import annotations

from ..say import Text

NO_SUCH_PICTURE = Text(
    "Gambar {name!r} tidak dikenal. Pilihan: {known:list}.",
    "Picture {name!r} is not known. Choose from: {known:list}.",
)
NAME_A_REGENCY = Text(
    'Sebut kabupaten atau kotanya, misalnya where_next("Depok") atau OpenData("Depok").where_next().',
    'Name the kabupaten or kota, such as where_next("Depok") or OpenData("Depok").where_next().',
)
