"""What the nouns say themselves; their answers have words of their own."""

from __future__ import annotations

from ..say import Text

NO_SUCH_PICTURE = Text(
    "Gambar {name!r} tidak dikenal. Pilihan: {known:list}.",
    "Picture {name!r} is not known. Choose from: {known:list}.",
)
