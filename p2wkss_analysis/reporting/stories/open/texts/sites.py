"""The sentences of the chapter on past sites and slum lists."""

from __future__ import annotations

from .....say import Text

KEY = Text("lokasi", "sites")
TITLE = Text(
    "Apakah lokasi terdahulu tepat sasaran menurut daftar kumuh?",
    "Were past sites well targeted, by the slum lists?",
)
WHAT_CAN_BE_CHECKED = Text(
    "Menurut pejabat, lokasi dipilih berdasarkan kekumuhan, kemiskinan, dan IPM. Angka resmi kemiskinan dan IPM hanya ada sampai "
    "tingkat kabupaten/kota, sehingga untuk kelurahan yang dapat diperiksa adalah keputusan penetapan kawasan kumuh. Setiap lokasi "
    "dinilai dengan keputusan yang berlaku saat dipilih.",
    "Officials say that sites are chosen by slum level, poverty and HDI. Official poverty and HDI figures stop at regencies and "
    "cities, so for kelurahan the slum decree is what can be checked. Each site is judged by the decree in force when it was chosen.",
)

# --- Depok ------------------------------------------------------------------------------------------------

ON_DECREES = Text(
    "{city}: {hits:,} dari {sites:,} lokasi tercantum dalam daftar kumuh yang berlaku saat dipilih. Bila lokasi dipilih secara acak, "
    "rata-rata {expected:.1} di antaranya masuk daftar. Selisih ini dapat terjadi karena kebetulan: belum terbukti bahwa pemilihan "
    "lebih tepat sasaran daripada acak.",
    "{city}: {hits:,} of {sites:,} {sites:site|sites} {hits:was|were} on the slum list in force when chosen; random selection would "
    "give {expected:.1} on average. A difference this small can be chance: there is no evidence that sites were better targeted than "
    "at random.",
)
ON_DECREES_MORE = Text(
    "{city}: {hits:,} dari {sites:,} lokasi tercantum dalam daftar kumuh yang berlaku saat dipilih. Bila lokasi dipilih secara acak, "
    "rata-rata {expected:.1} di antaranya masuk daftar. Selisih ini kecil kemungkinannya terjadi karena kebetulan.",
    "{city}: {hits:,} of {sites:,} {sites:site|sites} {hits:was|were} on the slum list in force when chosen; random selection would "
    "give {expected:.1} on average. A difference this large is unlikely to be chance.",
)
YARDSTICKS = {
    "in force": Text("daftar yang berlaku", "list in force"),
    "all in force": Text("jumlah", "total"),
    "hindsight": Text("daftar terbaru untuk semua (keliru)", "newest list for all (misleading)"),
}
YARDSTICK = Text("Ukuran", "Yardstick")
LIST = Text("Daftar", "List")
SITES_OF = Text("Lokasi tahun", "Sites of")
SITES_LISTED = Text("Lokasi tercantum", "Sites on the list")
KELURAHAN_LISTED = Text("Kelurahan tercantum", "Kelurahan on the list")
RANDOM_MEAN = Text("Acak: rata-rata", "Random: mean")
RANDOM_RANGE = Text("Acak: rentang 95%", "Random: 95% range")
RANDOM_P = Text("Peluang acak", "Random-selection p")
SITES = Text("lokasi", "sites")
AUDIT = Text(
    "Lokasi Depok dalam daftar kumuh, dibandingkan dengan pemilihan acak di antara {places:,} kelurahan.",
    "Depok sites on the slum lists, compared with random selection among its {places:,} kelurahan.",
)
AUDIT_SOURCE = Text(
    "Sumber: keputusan wali kota; daftar lokasi proyek ini; perhitungan sendiri.",
    "Source: mayoral decrees; this project's register of sites; own computation.",
)
AUDIT_NOTE = Text(
    "Peluang acak: peluang bahwa lokasi yang dipilih secara acak tercantum sebanyak itu atau lebih. Baris terakhir adalah angka yang "
    "sering dikutip, tetapi memakai daftar yang belum ada ketika sebagian lokasi dipilih.",
    "Random-selection p: the probability that as many randomly selected sites, or more, would be on the list. The last row is the "
    "figure often quoted, but it uses a list that did not exist when some of the sites were chosen.",
)
CONFLICT_TITLE = Text("Dua keterangan yang tidak sejalan.", "Two conflicting statements.")
CONFLICT = Text(
    "{listed} Menurut kepala dinas, lokasi itu dipilih antara lain karena tingkat kekumuhannya (Radar Depok, 12 Maret 2021). Keduanya "
    "dapat benar: yang dipilih RT 1/RW 2, sedangkan daftar menyebut kelurahan. Sebuah RT dapat kumuh di kelurahan yang tidak tercantum.",
    "{listed} The head of the office said that it was chosen for its slum level, among other things (Radar Depok, 12 March 2021). "
    "Both can be true: what was chosen is RT 1/RW 2, while the list names kelurahan. An RT can be a slum in a kelurahan that is not "
    "listed.",
)

# --- Cilegon ----------------------------------------------------------------------------------------------

PARTIAL = Text(
    "Kelurahan yang tidak tercantum berarti tidak diketahui, bukan tidak kumuh. Perbandingan dengan pemilihan acak memerlukan daftar "
    "lengkap dari pemerintah kota.",
    "A kelurahan that is not named is unknown, not free of slums. A comparison with random selection needs the complete lists from the "
    "city government.",
)

# --- sites one by one -------------------------------------------------------------------------------------

STATES = {
    "on": Text("tercantum", "on the list"),
    "off": Text("tidak tercantum", "not on the list"),
    "unknown": Text("tidak diketahui", "unknown"),
    "no list yet": Text("belum ada daftar", "no list yet"),
}
TOGETHER = Text("{households} bersama", "{households} combined")
YEAR = Text("Tahun", "Year")
HOUSEHOLDS = Text("KK binaan", "Assisted households")
LIST_IN_FORCE = Text("Daftar yang berlaku", "List in force")
STATE = Text("Status", "Status")
CONFIRMED_SITES = Text(
    "Lokasi P2WKSS {city} yang terkonfirmasi dan diketahui tahunnya.",
    "Confirmed P2WKSS sites of {city} with a known year.",
)
COMBINED_NOTE = Text(
    '"Bersama": jumlah KK untuk dua lokasi, jangan dijumlahkan.',
    '"Combined": the households of two sites together; do not add them up.',
)
