"""What the commands say of a survey of families before the first visit: its size, and a draw near the cut."""

from __future__ import annotations

from ...say import Text

# --- households: a draw near the cut ----------------------------------------------------------------------

NEAR_CUT = Text(
    "undi sekian tempat di antara KK di sekitar batas; KK yang lebih membutuhkan tetap masuk. Tanpa --seed: daftar peserta untuk diumumkan",
    "draw this many places among families near the cut; needier families stay in. Without --seed: the list to publish first",
)
WIDTH = Text(
    "pengganti --draw-near-cut: undi semua KK dalam jarak skor ini dari batas",
    "instead of --draw-near-cut: draw among all families within this many points of the cut",
)
WITHIN = Text("undi di dalam setiap kelompok kolom ini, misalnya rt", "draw within each group of this column, for example rt")
RECORD = Text(
    "tulis salinan buku kerja yang menyimpan hasil undian untuk formulir dan evaluasi",
    "write a copy of the workbook that keeps the draw for the form and the evaluation",
)
RECORD_WRITTEN = Text(
    "Ditulis: {path}. KK binaan, angka penentu, peluang dalam undian, dan cara memilih sudah tercatat di dalamnya. Kunjungi lagi KK yang tidak "
    "terpilih: merekalah pembandingnya.",
    "Written: {path}. It records who is assisted, the figure that decided, the chance in the draw and how households were chosen. Visit those "
    "not drawn again: they are the comparison.",
)
LIST_GOES_TO_OUT = Text(
    "Daftar keluarganya tidak ditampilkan di layar. Tulis dengan --out daftar.xlsx (internal), dan ringkasan untuk umum dengan --public.",
    "The list of households is not shown on the screen. Write it with --out list.xlsx (internal), and a public summary with --public.",
)
NOT_NEAR_CUT = Text(
    "--record dan --draw-within hanya dipakai bersama --draw-near-cut atau --draw-width.",
    "--record and --draw-within go with --draw-near-cut or --draw-width.",
)
RECORD_NEEDS_WORKBOOK = Text(
    "--record memerlukan buku kerja dari `p2wkss template` sebagai berkas calon.",
    "--record needs a workbook from `p2wkss template` as the file of candidates.",
)

# --- plan: a survey of families ---------------------------------------------------------------------------

PLAN_HOUSEHOLDS = Text(
    "rancang survei keluarga dari buku kerja: banyaknya KK yang akan dibina. --outcome: hasilnya, misalnya women_income atau latrine",
    "plan a survey of families from a workbook: how many will be assisted. --outcome: for example women_income or latrine",
)
PLAN_EFFECT = Text(
    "pengaruh yang ingin terlihat, dalam satuan hasilnya (rupiah; poin persen untuk ya/tidak)",
    "effect to be seen, in the outcome's unit (rupiah; percentage points for yes/no)",
)
PLAN_COMPARISON = Text(
    "banyaknya KK pembanding (bawaan: sebanyak KK binaan)", "comparison families (default: as many as are assisted)"
)
PLAN_RTS = Text("banyaknya RT (bawaan: menurut buku kerja)", "number of RT (default: as the workbook says)")
PLAN_PLACES = Text(
    "tempat yang diundi di sekitar batas (bawaan: dua perlima daftar)",
    "places drawn near the cut (default: two fifths of the list)",
)
PLAN_SD = Text(
    "simpangan baku antar-KK, bila buku kerja belum memuatnya",
    "standard deviation between families, where the workbook does not hold it yet",
)
PLAN_VISIT_COST = Text("biaya satu kunjungan dalam rupiah", "cost of a visit in rupiah")
PLAN_NEEDS_WORKBOOK = Text(
    "--households memerlukan buku kerja dari `p2wkss template`; isinya boleh sedikit. Tanpa buku kerja, pakai p2.plan_households.",
    "--households needs a workbook from `p2wkss template`, however little it holds. Without one, use p2.plan_households.",
)
ONLY_WITH_HOUSEHOLDS = Text("{options:list} hanya dipakai bersama --households.", "{options:list} goes with --households.")
