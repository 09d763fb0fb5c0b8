"""What is said of past sites."""

from __future__ import annotations

from ...say import Text

NO_SITES = Text(
    "Lembar Lokasi belum berisi lokasi. Isi satu baris untuk setiap lokasi dan tahun.",
    "The sheet Sites holds no site yet. Fill in one line for each site and year.",
)
DECREE = Text("Nomor SK", "Decree")
CHOSEN_BY = Text("Cara memilih", "How chosen")
RANK_WHEN_CHOSEN = Text("Peringkat kebutuhan saat dipilih", "Rank of need when chosen")
RW = Text("RW", "RW")
NOT_SAID = Text("tidak disebut", "not said")
HITS = Text(
    "{hits:,} dari {n:,} lokasi termasuk seperlima desa/kelurahan yang paling membutuhkan saat dipilih; pemilihan acak rata-rata {lots:.1}.",
    "{hits:,} of {n:,} {n:site|sites} {hits:was|were} among the neediest fifth of villages when chosen; random selection averages {lots:.1}.",
)
AGAIN_IN_ONE = Text(
    "Lokasi itu berada di {villages:,} desa/kelurahan, karena ada yang terpilih lebih dari sekali; dampak dihitung per desa/kelurahan.",
    "They lie in {villages:,} {villages:village|villages}, because some served more than once; the effect is computed by village.",
)
NOT_AUDITED = Text("{n:,} lokasi lain tidak dapat diaudit.", "{n:,} more cannot be audited.")
ON_RECORD = Text(
    "{n:,} lokasi tercatat, {first} sampai {last}. Cara memilih menurut kota: {ways:and}.",
    "{n:,} {n:site is|sites are} on record, {first} to {last}. How chosen, according to the city: {ways:and}.",
)
WAY_WITH_COUNT = Text("{way} ({n:,})", "{way} ({n:,})")
NOT_ANNOUNCED = Text(
    "Tanggal pengumuman belum diisi untuk satu pun lokasi.",
    "The date of announcement is not filled in for any site.",
)
ANNOUNCED = Text(
    "Dari {n:,} yang tanggal pengumumannya diisi, {ahead:,} diumumkan sebelum tahun programnya.",
    "Of {n:,} with a date of announcement, {ahead:,} {ahead:was|were} announced before {ahead:its|their} programme year.",
)
NO_RANKED_YEAR = Text(
    "Lokasi belum dapat diaudit: tidak ada tahun yang kolom kebutuhannya terisi cukup. Isi lembar Desa-Kelurahan untuk tahun sebelum lokasi dipilih.",
    "Sites cannot be audited yet: no year has enough of its columns of need filled in. Fill in the sheet Villages for years before sites were chosen.",
)
ANNOUNCED_LATE = Text(
    "{site} {year}: diumumkan {day:date}, sesudah tahun programnya.",
    "{site} {year}: announced on {day:date}, after its programme year.",
)
DECREED_LATE = Text(
    "{site} {year}: SK bertanggal {day:date}, sesudah tahun programnya.",
    "{site} {year}: the decree is dated {day:date}, after its programme year.",
)
SITE_AGAIN = Text("{site} menjadi lokasi lebih dari sekali: {years:and}.", "{site} was a site more than once: {years:and}.")
SAID_NEED = Text(
    "{site} {year}: menurut kota dipilih berdasarkan nilai kebutuhan, tetapi peringkatnya {rank:,} dari {places:,} menurut data {data_year}.",
    "{site} {year}: chosen by need according to the city, but it ranked {rank:,} of {places:,} by the data of {data_year}.",
)
ONLY_IN_PRESS = Text(
    "{site} {year}: ada dalam daftar terbuka dari pemberitaan, tidak ada pada lembar Lokasi.",
    "{site} {year}: on the open register from the press, not on the sheet Sites.",
)
OTHER_IN_PRESS = Text(
    "{site} {year}: ada dalam daftar terbuka dari pemberitaan; lembar Lokasi menyebut tempat lain untuk tahun itu.",
    "{site} {year}: on the open register from the press; the sheet Sites names another place for that year.",
)
NOT_IN_PRESS = Text(
    "{site} {year}: ada pada lembar Lokasi, tidak ada dalam daftar terbuka dari pemberitaan.",
    "{site} {year}: on the sheet Sites, not on the open register from the press.",
)
