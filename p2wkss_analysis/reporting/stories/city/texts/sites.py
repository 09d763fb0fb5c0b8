"""What the chapter on past sites says."""

from __future__ import annotations

from .....say import Text

KEY = Text("lokasi", "sites")
TITLE = Text(
    "Lokasi terdahulu: bagaimana dipilih, dan tepatkah?",
    "Past sites: how were they chosen, and did they match the need?",
)
NO_SITE = Text(
    "Lembar Lokasi belum berisi lokasi. Isi satu baris untuk setiap lokasi dan tahun: nomor SK, tanggal diumumkan, RW/RT, dan cara memilih.",
    "The sheet Sites holds no site yet. Fill in one line per site and year: decree, date of announcement, RW/RT and how it was chosen.",
)

# --- register ---------------------------------------------------------------------------------------------

REGISTER = Text("Register lokasi {programme} {city}.", "Register of the sites of {programme}, {city}.")
UNITS = {
    "household": Text("{n:,} KK", "{n:,} {n:household|households}"),
    "woman": Text("{n:,} perempuan", "{n:,} {n:woman|women}"),
    "cadre": Text("{n:,} kader", "{n:,} {n:cadre|cadres}"),
}
STANDING = Text("{rank:,} dari {places:,} ({year})", "{rank:,} of {places:,} ({year})")
DECREE = Text("Nomor SK", "Decree")
ANNOUNCED = Text("Diumumkan", "Announced")
HOW_CHOSEN = Text("Cara memilih", "How chosen")
PLANNED = Text("Rencana", "Planned")
RANK = Text("Peringkat kebutuhan (data tahun)", "Rank of need (data of)")
PERCENTILE = Text("Persentil", "Percentile")
REGISTER_NOTE = Text(
    "Persentil mendekati 0: termasuk yang paling membutuhkan saat itu. Tanda –: belum diisi atau tidak dapat diperingkat.",
    "A percentile near 0: among the neediest at that time. A –: not filled in, or cannot be ranked.",
)

# --- audit ------------------------------------------------------------------------------------------------

DID_THEY_MATCH = Text("Tepatkah menurut data saat itu?", "Did they match the need by the data of that time?")
HOW_JUDGED = Text(
    "Setiap lokasi dibandingkan dengan semua desa/kelurahan, menurut angka terbaru sebelum tahun lokasi diumumkan atau ditetapkan. Bila "
    "kedua tanggal kosong, dipakai angka sebelum tahun programnya. Angka yang belum ada ketika lokasi dipilih tidak dipakai.",
    "Each site is compared with all villages, by the newest figures before the year in which it was announced or decreed. Where neither "
    "date is filled in, figures from before the programme year are used. Figures that did not exist when the site was chosen are not used.",
)
WHAT_IT_IS_NOT = Text(
    "Lokasi yang tidak termasuk paling membutuhkan belum tentu salah pilih: panitia mungkin memakai keterangan di luar kolom ini, dan "
    "yang dipilih adalah RW. Sebaliknya, tepat memilih tidak berarti program berdampak.",
    "A site that was not among the neediest was not necessarily a wrong choice: the committee may have known what these columns do not "
    "hold, and what is chosen is an RW. Nor does a good choice mean that the programme had an effect.",
)

# --- conflicts --------------------------------------------------------------------------------------------

TO_CHECK = Text("Keterangan yang perlu diperiksa", "Statements to check")
NO_CONFLICT = Text(
    "Tidak ada keterangan yang bertentangan, baik di dalam buku kerja maupun dengan daftar terbuka lokasi.",
    "No conflicting statements were found, neither within the workbook nor with the open register of sites.",
)
