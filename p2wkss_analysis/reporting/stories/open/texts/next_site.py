"""The sentences of the chapter on choosing the next site."""

from __future__ import annotations

from .....say import Text

KEY = Text("berikutnya", "next")
TITLE = Text("Memilih lokasi berikutnya: seberapa kokoh?", "Choosing the next site: how firm is the choice?")
EXAMPLE = Text(
    "Contoh ini memakai {regency}, yang menetapkan dua desa setahun dan semua desanya memiliki IDM. Kebutuhan dihitung dari tiga "
    "aspek IDM {year} dengan bobot sama. Di kota langkahnya sama; data kelurahan dan RW diisi oleh kantor.",
    "The example is {regency}, which names two desa a year and has the village index (IDM) for all of them. Need is computed from "
    "the three aspects of the {year} IDM with equal weights. In a city the steps are the same; the office supplies the data of its "
    "kelurahan and RW.",
)
SOURCE = Text("Sumber: Kemendesa, IDM {year}; perhitungan sendiri.", "Source: Kemendesa, IDM {year}; own computation.")

# --- how firm ---------------------------------------------------------------------------------------------

HOW_FIRM = Text("Seberapa kokoh pilihan itu?", "How firm is the choice?")
STRIP_TITLE = Text("Kekokohan {k:,} besar, {regency}", "Firmness of the top {k:,}, {regency}")
STRIP = Text(
    "Batang gelap: terpilih dengan bobot yang ditetapkan. Garis: peringkat dalam 95% simulasi bobot dan cara menghitung. Garis "
    "putus-putus: batas terpilih.",
    "Dark bars: chosen at the stated weights. Lines: ranks in 95% of the simulations of weights and methods. Dashed line: the limit "
    "between chosen and not chosen.",
)
CHANCE = Text("Peluang masuk {k:,} besar", "Chance of being in the top {k:,}")
CHANCE_MAP = Text(
    "Peluang terpilih menurut desa. Arsiran: pernah menjadi lokasi, tidak ikut diperingkat.",
    "Chance of being chosen by desa. Hatched: former sites, not ranked.",
)
TRIANGLE_TITLE = Text("Peringkat pertama pada setiap pilihan bobot", "First place under every choice of weights")
TRIANGLE = Text(
    "Setiap titik adalah satu pilihan bobot; di setiap sudut hanya satu aspek yang dihitung.",
    "Each point is one choice of weights; at each corner a single aspect counts.",
)

# --- why this desa ----------------------------------------------------------------------------------------

WHY = Text("Mengapa desa ini?", "Why this desa?")
WHY_FIRST = Text("Mengapa {name} berada di peringkat pertama.", "Why {name} ranks first.")
ASPECT = Text("Aspek", "Aspect")
VALUE = Text("Nilai", "Value")
CONTRIBUTION = Text("Sumbangan (poin)", "Contribution (points)")
AGAINST_MEDIAN = Text("Terhadap median", "Against the median")
AGAINST_RIVAL = Text("Terhadap pesaing", "Against the rival")
OFF_AT = Text("Keluar bila menjadi", "Drops out at")
POINTS = Text("poin", "points")

# --- past desa sites --------------------------------------------------------------------------------------

PAST = Text("Apakah lokasi desa terdahulu tepat sasaran?", "Were past desa sites well targeted?")
PAST_HITS = Text(
    "Lokasi desa {first}\N{EN DASH}{last}: {hits:,} dari {sites:,} lokasi termasuk {share:.0%} desa yang paling membutuhkan di "
    "kabupatennya, menurut IDM yang tersedia saat dipilih. Pemilihan acak rata-rata menghasilkan {mean:.1} lokasi.",
    "Desa sites of {first}\N{EN DASH}{last}: {hits:,} of {sites:,} {hits:was|were} among the neediest {share:.0%} of desa in their "
    "kabupaten, by the IDM available when they were chosen. Random selection would give {mean:.1} on average.",
)
PAST_DETAIL = Text(
    "Pemilihan acak menghasilkan {low:,} sampai {high:,} lokasi pada rentang 95%; peluang mencapai {hits:,} atau lebih adalah {p:<.2}. "
    "Persentil kebutuhan lokasi rata-rata {percentile:.1}; pemilihan acak menghasilkan 50 (p dua sisi {p_percentile:=.2}).",
    "Random selection gives {low:,} to {high:,} sites (95% range); the probability of {hits:,} or more is {p:<.2}. The sites' mean "
    "percentile of need is {percentile:.1}, where 0 is the neediest and random selection gives 50 (two-sided p {p_percentile:=.2}).",
)
NOT_WRONG = Text(
    "Lokasi di luar kelompok itu belum tentu salah pilih. Panitia mungkin memakai keterangan yang tidak ada dalam IDM, dan yang "
    "dipilih sebuah RW, bukan seluruh desa.",
    "Sites outside that group were not necessarily poor choices. The committee may have known what the IDM does not hold, and what "
    "is chosen is one RW, not the whole desa.",
)
PAST_TABLE = Text(
    "Lokasi desa terkonfirmasi {first}\N{EN DASH}{last} menurut IDM sebelum dipilih, di dalam kabupatennya.",
    "Confirmed desa sites of {first}\N{EN DASH}{last} by the IDM before selection, within their kabupaten.",
)
YEAR = Text("Tahun", "Year")
REGENCY = Text("Kabupaten", "Kabupaten")
INDEX_YEAR = Text("IDM tahun", "IDM of")
NEED_RANK = Text("Peringkat kebutuhan", "Rank of need")
RANK_OF = Text("{rank:,} dari {places:,}", "{rank:,} of {places:,}")
PERCENTILE = Text("Persentil (0 = paling membutuhkan)", "Percentile (0 = neediest)")
PAST_SOURCE = Text(
    "Sumber: Kemendesa; daftar lokasi proyek ini.",
    "Source: Kemendesa; this project's register of sites.",
)
