"""What people read in a table of results: headings of columns, words for codes, how many rows are left."""

from __future__ import annotations

from ..say import Text

HEADINGS = {  # of columns of results; columns of data have their labels in the dictionaries
    # places and time
    "area_code": Text("Kode wilayah", "Area code"),
    "name": Text("Nama", "Name"),
    "unit": Text("Tempat", "Place"),
    "place": Text("Tempat", "Place"),
    "lines": Text("Baris", "Lines"),
    "written": Text("Tertulis", "As written"),
    "matched_by": Text("Dibaca dari", "Read from"),
    "perhaps": Text("Mungkin", "Perhaps"),
    "village_code": Text("Kode desa/kelurahan", "Village code"),
    "village": Text("Desa/kelurahan", "Village"),
    "rw": Text("RW", "RW"),
    "rt": Text("RT", "RT"),
    "year": Text("Tahun", "Year"),
    "years": Text("Tahun program", "Years of programme"),
    "start": Text("Mulai program", "Start of programme"),
    "programme_year": Text("Tahun program", "Programme year"),
    "since": Text("Sejak", "Since"),
    "month": Text("Bulan", "Month"),
    "group": Text("Kelompok", "Group"),
    "year_from": Text("Tahun awal", "First year"),
    "year_to": Text("Tahun akhir", "Last year"),
    # need and its firmness
    "score": Text("Skor kebutuhan", "Need score"),
    "rank": Text("Peringkat", "Rank"),
    "probability_top_k": Text("Peluang terpilih", "Chance of being chosen"),
    "rank_low": Text("Peringkat terbaik (95%)", "Best rank (95%)"),
    "rank_high": Text("Peringkat terburuk (95%)", "Worst rank (95%)"),
    "beats_last": Text("Di atas yang terakhir terpilih", "Above the last chosen"),
    "chosen": Text("Terpilih", "Chosen"),
    "drawn": Text("Terundi", "Drawn"),
    "probability": Text("Peluang terundi", "Chance of being drawn"),
    "ticket": Text("Nomor undian", "Ticket"),
    "indicator": Text("Indikator", "Indicator"),
    "value": Text("Nilai", "Value"),
    "contribution": Text("Sumbangan (poin)", "Contribution (points)"),
    "against_median": Text("Terhadap median", "Against the median"),
    "against_runner_up": Text("Terhadap pesaing terdekat", "Against the runner-up"),
    "value_to_leave": Text("Nilai yang mengubah pilihan", "Value that would change the choice"),
    "weight": Text("Bobot", "Weight"),
    "weight_after": Text("Bobot sesudah", "Weight after"),
    "class": Text("Kelas", "Class"),
    "share": Text("Bagian", "Share"),
    "stated": Text("Pada bobot yang dinyatakan", "At the stated weights"),
    "neighbours": Text("Tetangga", "Neighbours"),
    "neighbour_mean": Text("Rata-rata tetangga", "Mean of neighbours"),
    "local_moran": Text("Moran lokal", "Local Moran"),
    "quadrant": Text("Kuadran", "Quadrant"),
    "q_value": Text("Nilai q", "q"),
    "reason": Text("Alasan", "Reason"),
    "status": Text("Status", "Status"),
    # households
    "household_id": Text("ID keluarga", "Household id"),
    "selected": Text("Terpilih", "Selected"),
    "waiting": Text("Daftar tunggu", "Waiting list"),
    "quota": Text("Kuota", "Quota"),
    "least": Text("Paling sedikit", "Least"),
    "most": Text("Paling banyak", "Most"),
    "price": Text("Tambahan nilai bila dilonggarkan satu", "Gain if loosened by one"),
    "turning_score": Text("Skor titik balik", "Turning score"),
    "candidates": Text("Calon", "Candidates"),
    "cut_off": Text("Batas skor", "Cut-off"),
    "origin": Text("Asal", "Origin"),
    "synthetic": Text("Sintetis", "Synthetic"),
    # audits
    "measure": Text("Ukuran", "Measure"),
    "low": Text("Rentang: dari", "Range: from"),
    "high": Text("Rentang: sampai", "Range: to"),
    "basis": Text("Dasar", "Basis"),
    "list_year": Text("Tahun daftar", "Year of the list"),
    "first_site": Text("Lokasi pertama", "First site"),
    "last_site": Text("Lokasi terakhir", "Last site"),
    "sites": Text("Lokasi", "Sites"),
    "on_list": Text("Dalam daftar", "On the list"),
    "unknown": Text("Tidak diketahui", "Unknown"),
    "listed": Text("Tercantum", "Listed"),
    "places": Text("Wilayah", "Places"),
    "expected": Text("Rata-rata bila acak", "Expected at random"),
    "lottery_p": Text("Peluang bila acak", "Chance at random"),
    "lottery_p_percentile": Text("Peluang bila acak", "Chance at random"),
    # did it help
    "outcome": Text("Hasil", "Outcome"),
    "method": Text("Cara menghitung", "Method"),
    "base": Text("Dasar", "Base"),
    "estimate": Text("Perkiraan", "Estimate"),
    "std_error": Text("Galat baku", "Standard error"),
    "conf_low": Text("Selang 95%: dari", "95% interval: from"),
    "conf_high": Text("Selang 95%: sampai", "95% interval: to"),
    "p_value": Text("Nilai p", "p"),
    "p_holm": Text("Nilai p (Holm)", "p (Holm)"),
    "p_max_t": Text("Nilai p bersama", "Joint p"),
    "smallest_p": Text("Nilai p terkecil", "Smallest p"),
    "smallest_detectable": Text("Pengaruh terkecil yang dapat terlihat", "Smallest detectable effect"),
    "n": Text("Lokasi", "Sites"),
    "n_treated": Text("Lokasi", "Sites"),
    "n_comparison": Text("Pembanding", "Comparison"),
    "headline": Text("Jawaban utama", "Headline"),
    "bias": Text("Bias", "Bias"),
    "draws": Text("Pengulangan", "Repetitions"),
    "choices": Text("Kali memilih", "Choices"),
    "cohort": Text("Angkatan", "Cohort"),
    "observed_change": Text("Perubahan terlihat", "Observed change"),
    "common_change": Text("Perubahan semua tempat", "Change common to all"),
    "selection_rebound": Text("Pulih dengan sendirinya", "Rebound"),
    "programme_effect": Text("Pengaruh program", "Programme effect"),
    "years_since": Text("Tahun sejak program", "Years since the start"),
    "sites_per_year": Text("Lokasi setahun", "Sites a year"),
    "effect": Text("Pengaruh", "Effect"),
    "power": Text("Peluang terlihat", "Chance of being seen"),
    "design": Text("Rancangan", "Design"),
    "variant": Text("Lokasi yang dihitung", "Sites counted"),
    "by": Text("Dipilih menurut", "Chosen by"),
    "picks": Text("Ujung yang dipilih", "End chosen"),
    "per_year": Text("Lokasi setahun", "Sites a year"),
    "lag": Text("Tahun sebelum program", "Years before the start"),
    "within": Text("Di dalam", "Within"),
    "returns": Text("Boleh dipilih lagi", "May be chosen again"),
    # indicators
    "dimension": Text("Dimensi", "Dimension"),
    "points": Text("Poin", "Points"),
    "criterion": Text("Kriteria", "Criterion"),
    "percent": Text("Persen", "Percent"),
    "value_from": Text("Nilai awal", "First value"),
    "value_to": Text("Nilai akhir", "Last value"),
    "change": Text("Perubahan", "Change"),
    "number": Text("No.", "No."),
    "kind": Text("Jenis", "Kind"),
    "score_change": Text("Perubahan", "Change"),
    "comparison_change": Text("Perubahan pembanding", "Change of comparison"),
    "met": Text("Terpenuhi", "Met"),
    "card": Text("Kartu", "Card"),
    "cases": Text("Keluarga", "Families"),
    "flag": Text("Catatan", "Remark"),
    # delivery
    "agency": Text("Perangkat daerah", "Agency"),
    "sector": Text("Sektor", "Sector"),
    "planned": Text("Rencana", "Planned"),
    "done": Text("Terlaksana", "Done"),
    "planned_so_far": Text("Rencana s.d. bulan ini", "Planned so far"),
    "done_so_far": Text("Terlaksana s.d. bulan ini", "Done so far"),
    "not_reported_so_far": Text("Belum dilaporkan", "Not reported"),
    "not_reported": Text("Belum dilaporkan", "Not reported"),
    "percent_so_far": Text("Capaian", "Done of planned"),
    "amount_rupiah": Text("Anggaran terpakai", "Amount spent"),
    "activities": Text("Kegiatan", "Activities"),
    "due": Text("Jatuh tempo", "Due"),
    "done_percent": Text("Realisasi", "Share done"),
    "percent_low": Text("Realisasi paling rendah", "Share done at least"),
    "percent_high": Text("Realisasi paling tinggi", "Share done at most"),
    "days_late": Text("Hari terlambat", "Days late"),
    "without_amount": Text("Tanpa anggaran tercatat", "Without amount"),
    "households": Text("Keluarga", "Households"),
    "not_reached": Text("Tidak terjangkau", "Not reached"),
    "households_low": Text("Keluarga paling sedikit", "Households at least"),
    "households_high": Text("Keluarga paling banyak", "Households at most"),
    "rupiah_low": Text("Per keluarga paling sedikit", "Per household at least"),
    "rupiah_high": Text("Per keluarga paling banyak", "Per household at most"),
    # workbook
    "file": Text("Berkas", "File"),
    "sheet": Text("Lembar", "Sheet"),
    "row": Text("Baris", "Row"),
    "column": Text("Kolom", "Column"),
    "cell": Text("Sel", "Cell"),
    "rule": Text("Aturan", "Rule"),
    "remedy": Text("Perbaikan", "What to do"),
    "source": Text("Sumber", "Source"),
    "use": Text("Dipakai sebagai", "Use"),
    "filled": Text("Terisi", "Filled"),
    "masked": Text("Disamarkan", "Masked"),
    "how": Text("Dikenali dari", "Recognised by"),
    "detail": Text("Keterangan", "Detail"),
    "note": Text("Catatan", "Note"),
}

# --- words for codes, by column ---------------------------------------------------------------------------

METHODS = {  # of tables on households; those of an evaluation of places come from their registry
    "history_adjusted_raw": Text("Disesuaikan dengan riwayat, skala asli", "History-adjusted, raw scale"),
    "given_rule": Text("Menurut cara pemilihan KK", "Given how households were chosen"),
    "range": Text("Rentang beberapa cara menghitung", "Range of several methods"),
    "placebo_before": Text("Sebelum program (placebo)", "Before the programme (placebo)"),
    "ancova_corrected": Text(
        "Disesuaikan dengan data dasar, galatnya dikoreksi", "Adjusted for the baseline, corrected for its error"
    ),
    "ancova": Text("Disesuaikan dengan data dasar", "Adjusted for the baseline"),
    "lee_bound_low": Text("Batas bawah Lee", "Lee bound, low"),
    "lee_bound_high": Text("Batas atas Lee", "Lee bound, high"),
    "jump_at_cut": Text("Lompatan pada batas skor", "Jump at the cut-off"),
}
VARIANTS = {
    "confirmed": Text("lokasi terkonfirmasi", "confirmed sites"),
    "all_sites": Text("semua lokasi", "all sites"),
    "without_winners": Text("tanpa pemenang lomba", "without contest winners"),
    "with_neighbours": Text("dengan desa tetangga", "with neighbouring desa"),
}
DIMENSIONS = {
    "health": Text("Umur panjang dan hidup sehat", "Health"),
    "education": Text("Pengetahuan", "Education"),
    "expenditure": Text("Standar hidup layak", "Standard of living"),
    "rounding": Text("Pembulatan", "Rounding"),
    "total": Text("Jumlah", "Total"),
}
POVERTY_MEASURES = {
    "headcount": Text("Persentase miskin (P0)", "Headcount (P0)"),
    "gap": Text("Kedalaman (P1)", "Poverty gap (P1)"),
    "severity": Text("Keparahan (P2)", "Severity (P2)"),
    "watts": Text("Watts", "Watts"),
    "sen": Text("Sen", "Sen"),
}
KINDS_OF_CRITERIA = {
    "yes_no": Text("ya/tidak", "yes/no"),
    "percent": Text("persen", "percent"),
    "zero": Text("seharusnya nol", "should be zero"),
}
REMARKS = {
    "may be unreported": Text("mungkin tidak dilaporkan", "may be unreported"),
    "few cases, hidden": Text("kurang dari lima, disembunyikan", "fewer than five, hidden"),
}
STATUSES = {
    "confirmed": Text("terkonfirmasi", "confirmed"),
    "unconfirmed": Text("belum dikonfirmasi", "unconfirmed"),
}
SCOPES = {
    "site": Text("lokasi ini", "this site"),
    "two kelurahan combined": Text("dua kelurahan bersama", "two kelurahan combined"),
}
QUADRANTS = {
    "high-high": Text("tinggi di antara tinggi", "high among high"),
    "low-low": Text("rendah di antara rendah", "low among low"),
    "high-low": Text("tinggi di antara rendah", "high among low"),
    "low-high": Text("rendah di antara tinggi", "low among high"),
}
BASES = {
    "in force": Text("daftar yang berlaku", "list in force"),
    "all in force": Text("semua yang berlaku", "all in force"),
    "hindsight": Text("daftar terbaru, dilihat kembali", "latest list, in hindsight"),
}
USES = {
    "mapped": Text("dipetakan", "mapped"),
    "constant": Text("tetapan", "constant"),
    "counted": Text("dihitung", "counted"),
    "made": Text("dibentuk", "made"),
    "unused": Text("tidak dipakai", "unused"),
}
RECOGNISED_BY = {
    "name": Text("nama", "name"),
    "label": Text("label", "label"),
    "alias": Text("nama lain", "alias"),
    "near": Text("mirip, pastikan", "similar, to be confirmed"),
    "none": Text("tidak dikenali", "not recognised"),
}
READ_AS_PLACE = {
    "code": Text("kode", "code"),
    "former code": Text("kode lama", "former code"),
    "code of BPS": Text("kode BPS", "code of BPS"),
    "name": Text("nama", "name"),
    "former name": Text("nama lama atau ejaan lain", "former name or other spelling"),
    "name and place above": Text("nama dan wilayah di atasnya", "name and place above"),
    "two readings": Text("lebih dari satu arti", "more than one reading"),
    "other place above": Text("wilayah di atasnya lain", "another place above"),
    "unknown": Text("tidak dikenal", "not known"),
    "empty": Text("kosong", "empty"),
}
OUTCOMES_OF_MATCHING = {
    "matched": Text("cocok", "matched"),
    "mended": Text("diperbaiki", "repaired"),
    "no shape": Text("tanpa bentuk", "no shape"),
}
CHOSEN_BY = {
    "outcome": Text("nilai indikator", "the outcome"),
    "ranking": Text("nilai pemeringkatan", "the ranking value"),
}
ENDS = {"lowest": Text("terendah", "lowest"), "highest": Text("tertinggi", "highest")}
ALL = Text("semua", "all")
YES, NO = Text("ya", "yes"), Text("tidak", "no")

# --- below a table ----------------------------------------------------------------------------------------

MORE_ROWS = Text(
    "{n:,} baris lagi; semuanya di .table().",
    "{n:,} more {n:row|rows}; all of them in .table().",
)
