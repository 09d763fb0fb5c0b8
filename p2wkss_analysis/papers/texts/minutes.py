"""What the forms of minutes say: of the deliberation, and of the draw."""

from __future__ import annotations

from ...say import Text

DELIBERATION = Text("BERITA ACARA MUSYAWARAH", "MINUTES OF THE DELIBERATION")
ON_SITES = Text("LOKASI {programme} {city} TAHUN {year}", "SITES OF {programme} IN {city}, {year}")
DRAW = Text("BERITA ACARA UNDIAN", "MINUTES OF THE DRAW")
TITLE = Text("{what}: {about}", "{what}: {about}")
NUMBER = Text("Nomor", "Number")
DAY = Text("Hari, tanggal", "Day, date")
TIME = Text("Waktu", "Time")
PLACE = Text("Tempat", "Place")
CHAIR = Text("Pimpinan", "Chair")
BLANK_DAY = Text("[hari, tanggal]", "[day, date]")
BLANK_TIME = Text("[waktu]", "[time]")

# --- deliberation -----------------------------------------------------------------------------------------

PROPOSAL = Text("1. Usulan yang dimusyawarahkan", "1. The proposal")
ALREADY_FIXED = Text(
    "Lokasi {year} sudah ditetapkan: {places:and}. Isi formulir ini bila berita acara musyawarahnya belum dibuat.",
    "The sites of {year} are already fixed: {places:and}. Fill in this form if the minutes of that deliberation are not made yet.",
)
FIGURES = Text(
    "Urutan menurut data {year}. Urutan ini bahan musyawarah, bukan pengganti musyawarah.",
    "The order by the figures of {year}. It serves the deliberation and does not replace it.",
)
CHANCE = Text("Terpilih dalam simulasi", "Chosen in simulations")
FIRST_PLACES = Text("Desa/kelurahan dengan kebutuhan tertinggi.", "The neediest villages.")
RESULT = Text("2. Hasil musyawarah", "2. Result")
AGREED = Text("Lokasi yang disepakati, dengan RW", "Sites agreed, with the RW")
BLANK_AGREED = Text("[lokasi yang disepakati]", "[sites agreed]")
WHY_OTHER = Text("Alasan, bila berbeda dari usulan", "Reason, if different from the proposal")
BLANK_WHY = Text("[alasan]", "[reason]")
OTHER = Text("Catatan lain", "Other remarks")
BLANK_OTHER = Text("[catatan]", "[remarks]")
PRESENT = Text("3. Peserta", "3. Present")
NAME = Text("Nama", "Name")
OFFICE = Text("Instansi/unsur", "Office or group")
SIGNATURE = Text("Tanda tangan", "Signature")
CHAIR_OF_MEETING = Text("Pimpinan musyawarah", "Chair of the meeting")
SECRETARY = Text("Notulis", "Secretary")

# --- draw -------------------------------------------------------------------------------------------------

NOT_NEEDED = Text(
    "Menurut data {year}, undian tidak diperlukan: {places:and} tetap terpilih bila bobot diubah. Formulir ini dipakai bila musyawarah "
    "memutuskan undian.",
    "By the figures of {year} no draw is needed: {places:and} {n:is|are} chosen under other weights too. This form serves if the "
    "meeting decides to draw.",
)
NOTHING_TO_DRAW = Text(
    "Lokasi {year} sudah ditetapkan: {places:and}. Tidak ada yang perlu diundi.",
    "The sites of {year} are already fixed: {places:and}. Nothing is left to draw.",
)
CANNOT_DRAW = Text("Calon undian belum dapat disusun. {why}", "The candidates cannot be listed yet. {why}")
CANDIDATES = Text("1. Calon", "1. Candidates")
EQUAL = Text(
    "{n:,} dari {candidates:,} calon diundi dengan peluang yang sama, {chance:.1%}. SHA-256 daftar calon: {sha256}",
    "{n:,} of {candidates:,} candidates {n:is|are} drawn with the same chance, {chance:.1%}. SHA-256 of the list: {sha256}",
)
LISTED = Text("Daftar calon, menurut kode wilayah.", "Candidates, by area code.")
HOW = Text("2. Cara dan angka acuan", "2. Method and seed")
METHOD = Text(
    "Diundi dengan perintah p2wkss draw; siapa pun dapat menghitungnya kembali dari angka acuan.",
    "Drawn with p2wkss draw; anyone can work it out again from the seed.",
)
SOURCE = Text("Sumber angka acuan", "Source of the seed")
BLANK_SOURCE = Text(
    "[sumber umum yang hasilnya belum diketahui saat daftar diumumkan]",
    "[public source whose value is not known when the list is published]",
)
SEED = Text("Angka acuan (seed)", "Seed")
BLANK_SEED = Text("[angka acuan undian]", "[seed]")
DRAWN = Text("3. Hasil undian", "3. Result")
DRAWN_PLACE = Text("Terundi ke-{at}", "Drawn no. {at}")
BLANK_DRAWN = Text("[hasil undian]", "[place drawn]")
OFFICER = Text("Petugas undian", "Officer of the draw")
WITNESS = Text("Saksi", "Witness")
