"""What the draft decrees say: of the sites of next year, and of the assisted households. Nothing that is not known stands in them."""

from __future__ import annotations

from ...say import Text

SITES_TITLE = Text("Penetapan Lokasi {programme} {city} Tahun {year}", "Sites of {programme} in {city}, {year}")
HOUSEHOLDS_TITLE = Text(
    "Penetapan KK Binaan {programme} {city} Tahun {year}", "Assisted Households of {programme} in {city}, {year}"
)
DECREE_OF = Text("RANCANGAN KEPUTUSAN {head}", "DRAFT DECREE OF THE {head}")
NUMBER = Text("NOMOR [nomor SK]", "NUMBER [number of the decree]")
ABOUT = Text("TENTANG", "ON")

# --- grounds ----------------------------------------------------------------------------------------------

CONSIDERING = Text("Menimbang", "Considering")
REGARDING = Text("Mengingat", "In view of")
NOTING = Text("Memperhatikan", "Noting")
FOR_SITES = Text(
    "bahwa lokasi {programme} tahun {year} perlu ditetapkan menurut kebutuhan dan hasil musyawarah;",
    "that the sites of {programme} in {year} are to be fixed by need and by deliberation;",
)
BY_FIGURES = Text(
    "bahwa kebutuhan {n:,} desa/kelurahan dinilai dari data tahun {year} dengan indeks kebutuhan, sebagaimana diuraikan dalam laporan;",
    "that the need of {n:,} villages was judged from the figures of {year} by the need index set out in the report;",
)
FOR_HOUSEHOLDS = Text(
    "bahwa KK binaan {programme} pada lokasi tahun {year} perlu ditetapkan agar sasarannya jelas;",
    "that the households assisted by {programme} at the sites of {year} are to be fixed so that it is clear whom it serves;",
)
OTHER_GROUND = Text("[pertimbangan lain]", "[other grounds]")
LAWS = Text("[dasar hukum, diisi bagian hukum]", "[legal basis, from the legal office]")
MINUTES = Text(
    "Berita acara musyawarah nomor [nomor] tanggal [tanggal].", "Minutes of the deliberation, number [number], of [date]."
)
LIST_OF_CHOICE = Text(
    "Berita acara pemilihan KK binaan nomor [nomor] tanggal [tanggal].",
    "Minutes of the choice of households, number [number], of [date].",
)

# --- decisions --------------------------------------------------------------------------------------------

DECIDES = Text("MEMUTUSKAN:", "DECIDES:")
TO_FIX = Text("Menetapkan", "To fix")
FIXED_BY = Text("KEPUTUSAN {head} TENTANG {title}.", "DECREE OF THE {head} ON {title}.")
FIRST = Text("KESATU", "FIRST")
SECOND = Text("KEDUA", "SECOND")
THIRD = Text("KETIGA", "THIRD")
SITES_FIXED = Text(
    "Lokasi {programme} {city} tahun {year} sebagaimana tercantum dalam Lampiran.",
    "The sites of {programme} in {city} in {year} are those of the annex.",
)
HOUSEHOLDS_FIXED = Text(
    "KK binaan {programme} {city} tahun {year} sebagaimana tercantum dalam Lampiran, dengan ID keluarga tanpa NIK dan nomor KK.",
    "The households assisted by {programme} in {city} in {year} are those of the annex, by household id, without NIK or family card "
    "number.",
)
PAID_BY = Text("Biaya dibebankan pada [sumber anggaran].", "Costs are charged to [budget source].")
IN_FORCE = Text("Keputusan ini berlaku sejak tanggal ditetapkan.", "This decree is in force from the day on which it is signed.")
DONE_AT = Text("Ditetapkan di [tempat]", "Done at [place]")
ON = Text("pada tanggal [tanggal]", "on [date]")

# --- annexes ----------------------------------------------------------------------------------------------

ANNEX_OF_SITES = Text("LAMPIRAN: DAFTAR LOKASI TAHUN {year}", "ANNEX: SITES OF {year}")
ANNEX_OF_HOUSEHOLDS = Text("LAMPIRAN: DAFTAR KK BINAAN TAHUN {year}", "ANNEX: ASSISTED HOUSEHOLDS OF {year}")
STATE = Text("Keterangan", "Remark")
FIXED = Text("sudah tercatat sebagai lokasi", "already on record as a site")
PROPOSED = Text("diusulkan menurut kebutuhan", "proposed by need")
RW_PROPOSED = Text("{rw:and} [usulan; konfirmasi]", "{rw:and} [proposal; confirm]")
CANDIDATE = Text("calon undian; hapus bila tidak terundi", "candidate of the draw; delete if not drawn")
DELETE_LOSERS = Text(
    "Dari calon undian hanya {seats:,} yang terpilih. Selesaikan undian sebelum keputusan ini ditandatangani.",
    "Only {seats:,} of the candidates will be chosen. Hold the draw before this decree is signed.",
)
NO_SITES = Text(
    "Lokasi belum dapat diusulkan. {why}",
    "No site can be proposed yet. {why}",
)
HOUSEHOLD_ID = Text("ID keluarga", "Household id")
NO_HOUSEHOLDS = Text(
    "Belum ada KK binaan yang tercatat. Isi lembar Keluarga, atau pilih KK dengan perintah p2wkss households.",
    "No assisted household is on record. Fill in the sheet Households, or choose households with p2wkss households.",
)
INTERNAL = Text(
    "Internal: memuat satu baris per keluarga. Tidak untuk diumumkan.",
    "Internal: one row a household. Not for publication.",
)
IDS_ONLY = Text(
    "ID keluarga adalah nomor buatan kota. Nama dan alamat disimpan perangkat daerah, terpisah dari lampiran ini.",
    "Household ids are the city's own numbers. Names and addresses stay with the agency, apart from this annex.",
)
