"""What the page says of the change at the sites: its parts, and whether the programme's part can be told."""

from __future__ import annotations

from ...say import Text

VILLAGE_INDEX = Text("Indeks Desa Membangun (IDM, 0–1)", "Village Development Index (IDM, 0–1)")
SHARED_CHANGE = Text("perubahan yang sama dengan desa lain sekabupaten", "change shared with other desa of the kabupaten")
DIFFERENCE = Text("selisih dari desa lain sekabupaten", "difference from those desa")
NEEDS = Text(
    "Belum dapat disimpulkan: dengan data ini hanya pengaruh sekitar {least:.3} atau lebih yang dapat terdeteksi. Untuk {effect:.2} diperlukan sekitar {sites:,} lokasi.",
    "Cannot tell: with these data only effects of about {least:.3} or more can be detected. For {effect:.2}, about {sites:,} sites would be needed.",
)

CITY = Text("Angka kota sendiri", "The city's own figures")
CANNOT_TELL = Text("Belum dapat disimpulkan. {reason}", "Cannot tell. {reason}")
ALL_SITES = Text("semua lokasi", "all sites")
SITES_OF = Text("lokasi {year}", "sites of {year}")
COMMON_CHANGE = Text("perubahan semua tempat", "change common to all places")
REBOUND = Text("pulih dengan sendirinya setelah tahun yang buruk", "rebound after a bad year")
PROGRAMME_EFFECT = Text("sisanya: pengaruh program", "the rest: programme effect")
BAR = Text(
    "Perubahan {change:+.2}, di antaranya program {effect:+.2} (selang 95%: {low:+.2} sampai {high:+.2}).",
    "Change {change:+.2}, of which programme {effect:+.2} (95% interval: {low:+.2} to {high:+.2}).",
)
BAR_CANNOT_TELL = Text(
    "Perubahan {change:+.2}, di antaranya program {effect:+.2} (selang 95%: {low:+.2} sampai {high:+.2}). Belum dapat disimpulkan karena selangnya memuat nol.",
    "Change {change:+.2}, of which programme {effect:+.2} (95% interval: {low:+.2} to {high:+.2}). Cannot tell: the interval includes zero.",
)
BAR_UNBOUNDED = Text(
    "Perubahan {change:+.2}, di antaranya program {effect:+.2}. Belum dapat disimpulkan karena selangnya tidak terbatas.",
    "Change {change:+.2}, of which programme {effect:+.2}. Cannot tell: the interval is unbounded.",
)
