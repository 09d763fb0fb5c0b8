"""The sentences of the annex with the profiles of single sites."""

from __future__ import annotations

from .....say import Text

KEY = Text("profil", "profiles")
TITLE = Text("Lampiran: profil tiga lokasi", "Appendix: three sites in profile")
WHAT_IT_IS = Text(
    "Satu profil untuk setiap lokasi, hanya dari angka yang terbit. Yang tidak diketahui disebut demikian.",
    "One profile for each site, from published figures alone. What is not known is said to be so.",
)
SECTION = Text("{name} {year}", "{name} {year}")
PART = Text("Pertanyaan", "Question")
SAID = Text("Yang diketahui", "What is known")
CAPTION = Text("{title}, {place}.", "{title}, {place}.")
