"""What the page of a site says, wherever its figures come from."""

from __future__ import annotations

from ..say import Text

# --- which site -------------------------------------------------------------------------------------------

PROFILE_TITLE = Text("Profil lokasi {programme} {year}: {name}", "Profile of a {programme} site, {year}: {name}")
PROFILE = Text("{title}, {place}.", "{title}, {place}.")
PLACE = Text("Kecamatan {district}, {regency}", "Kecamatan {district}, {regency}")
YEAR_NOT_KNOWN = Text("tahun tidak diketahui", "year not known")
SITE_AS_KNOWN = Text("{name} {year} ({code})", "{name} {year} ({code})")
MORE_SITES = Text("dan {n:,} lainnya", "and {n:,} more")
NO_SUCH_SITE = Text(
    "{name} bukan lokasi yang tercatat. Yang tercatat: {known:list}.",
    "{name} is not a site on record. On record: {known:list}.",
)
NO_SITE_AT_ALL = Text(
    "{name} bukan lokasi yang tercatat, karena lembar Lokasi belum berisi lokasi. Isi satu baris untuk setiap lokasi dan tahun.",
    "{name} is not a site on record, since the sheet Sites holds none yet. Fill in one line for each site and year.",
)
SEVERAL_SITES = Text(
    "{name} cocok dengan beberapa lokasi: {known:list}. Sebutkan juga tahunnya, atau pakai kode wilayahnya.",
    "{name} fits several sites: {known:list}. Name the year as well, or use the area code.",
)
PART = Text("Pertanyaan", "Question")
WHAT_IS_KNOWN = Text("Yang diketahui", "What is known")

# --- the six headings -------------------------------------------------------------------------------------

CHOSEN = Text("Kapan dan mengapa dipilih", "When and why it was chosen")
NEED_THEN_NOW = Text("Kebutuhan, dahulu dan kini", "Need, then and now")
PLANNED_DONE = Text("Rencana dan realisasi", "Planned and done")
CHANGED = Text("Sebelum dan sesudah", "Before and after")
IMPACT = Text("Dampak", "Impact")
STILL_MISSING = Text("Yang kurang untuk menilainya", "What is missing to judge it")

# --- what is said below them ------------------------------------------------------------------------------

SITE_OF = Text("Lokasi tahun {year}.", "Site of {year}.")
WHERE_WITHIN = Text("RT dan RW", "RT and RW")
ITS_DECREE = Text("SK", "decree")
ITS_REASON = Text("alasan memilihnya", "why it was chosen")
NOT_KNOWN = Text("Tidak diketahui: {things:;}.", "Not known: {things:;}.")
RANK_THEN = Text(
    "Saat dipilih: peringkat {rank:,} dari {places:,} desa/kelurahan (data {year}).",
    "When chosen: rank {rank:,} of {places:,} villages (figures of {year}).",
)
RANK_NOW = Text(
    "Kini: peringkat {rank:,} dari {places:,} (data {year}; 1 paling membutuhkan).",
    "Now: rank {rank:,} of {places:,} (figures of {year}; 1 is the neediest).",
)
RANK_NOT_KNOWN = Text(
    "Peringkat dahulu dan kini tidak diketahui.",
    "Its rank then and now is not known.",
)
ALL_SITES_TOGETHER = Text(
    "Jawaban ini untuk semua lokasi bersama; satu lokasi saja tidak dapat menunjukkannya.",
    "This answer is for all sites together; one site alone cannot show it.",
)
