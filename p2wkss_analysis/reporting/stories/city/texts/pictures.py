"""What stands on and above the pictures of a city."""

from __future__ import annotations

from .....say import Text

NEED_MAP = Text(
    "Kebutuhan menurut kelurahan dan lokasi {programme}, {city} {year}",
    "Need by village and sites of {programme}, {city} {year}",
)
NEED_INDEX = Text("Indeks kebutuhan", "Need index")
FIRM_FIRST = Text("Seberapa kokoh peringkat pertama, {city}", "How firm is the first rank, {city}")
FIRM_TOP = Text("Seberapa kokoh {k:,} besar, {city}", "How firm is the top {k:,}, {city}")
WITHIN = Text("Kebutuhan menurut {unit} di {places:and}", "Need by {unit} in {places:and}")
AGENCIES = Text("Kegiatan terlaksana menurut perangkat daerah, {year}", "Activities done by agency, {year}")
BREAKDOWN = Text("Dari mana perubahan di lokasi berasal", "Where the change at the sites comes from")
YEARS_SINCE = Text("Pengaruh menurut tahun sejak program", "Effect by years since the start")
