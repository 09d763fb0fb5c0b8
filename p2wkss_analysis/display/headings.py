"""What the columns of results are called in both languages, how their numbers are written, and words for codes.

Columns of data (poverty_rate, slum_area_ha, ...) have their labels in the dictionaries and not here.
"""

from __future__ import annotations

from ..say import Text, pick

# Kinds: text, year (no separators), integer, number, signed, percent (0-100), share (0-1, written as percent),
# p (a probability of an error, three decimals), rupiah.
HEADINGS = {  # column: Bahasa Indonesia, English, kind
    # places and time
    "area_code": ("Kode wilayah", "Area code", "text"),
    "name": ("Nama", "Name", "text"),
    "unit": ("Tempat", "Place", "text"),
    "village_code": ("Kode desa/kelurahan", "Village code", "text"),
    "village": ("Desa/kelurahan", "Village", "text"),
    "year": ("Tahun", "Year", "year"),
    "years": ("Tahun program", "Years of programme", "integer"),
    "start": ("Mulai program", "Start of programme", "year"),
    "programme_year": ("Tahun program", "Programme year", "year"),
    "since": ("Sejak", "Since", "year"),
    "month": ("Bulan", "Month", "text"),
    "group": ("Kelompok", "Group", "text"),
    "year_from": ("Tahun awal", "First year", "year"),
    "year_to": ("Tahun akhir", "Last year", "year"),
    # need and its firmness
    "score": ("Skor kebutuhan", "Need score", "number"),
    "rank": ("Peringkat", "Rank", "integer"),
    "probability_top_k": ("Peluang terpilih", "Chance of being chosen", "share"),
    "rank_low": ("Peringkat terbaik (95%)", "Best rank (95%)", "integer"),
    "rank_high": ("Peringkat terburuk (95%)", "Worst rank (95%)", "integer"),
    "beats_last": ("Di atas yang terakhir terpilih", "Above the last chosen", "share"),
    "chosen": ("Terpilih", "Chosen", "integer"),
    "drawn": ("Terundi", "Drawn", "text"),
    "probability": ("Peluang terundi", "Chance of being drawn", "share"),
    "ticket": ("Nomor undian", "Ticket", "text"),
    "indicator": ("Indikator", "Indicator", "text"),
    "value": ("Nilai", "Value", "number"),
    "contribution": ("Sumbangan (poin)", "Contribution (points)", "number"),
    "against_median": ("Terhadap median", "Against the median", "signed"),
    "against_runner_up": ("Terhadap pesaing", "Against the rival", "signed"),
    "value_to_leave": ("Nilai yang mengubah pilihan", "Value that would change the choice", "number"),
    "weight": ("Bobot", "Weight", "share"),
    "weight_after": ("Bobot sesudah", "Weight after", "share"),
    "class": ("Kelas", "Class", "text"),
    "share": ("Bagian", "Share", "share"),
    "stated": ("Pada bobot yang dinyatakan", "At the stated weights", "text"),
    "neighbours": ("Tetangga", "Neighbours", "integer"),
    "neighbour_mean": ("Rata-rata tetangga", "Mean of neighbours", "number"),
    "local_moran": ("Moran lokal", "Local Moran", "signed"),
    "quadrant": ("Kuadran", "Quadrant", "text"),
    "q_value": ("Nilai q", "q", "p"),
    "reason": ("Alasan", "Reason", "text"),
    "status": ("Status", "Status", "text"),
    # households
    "household_id": ("ID keluarga", "Household id", "text"),
    "selected": ("Terpilih", "Selected", "text"),
    "quota": ("Kuota", "Quota", "text"),
    "least": ("Paling sedikit", "Least", "integer"),
    "most": ("Paling banyak", "Most", "integer"),
    "price": ("Tambahan nilai bila longgar satu", "Gain if one looser", "number"),
    "turning_score": ("Skor titik balik", "Turning score", "number"),
    "candidates": ("Calon", "Candidates", "integer"),
    "cut_off": ("Batas skor", "Cut-off", "number"),
    "origin": ("Asal", "Origin", "text"),
    # audits
    "measure": ("Ukuran", "Measure", "text"),
    "low": ("Rentang: dari", "Range: from", "number"),
    "high": ("Rentang: sampai", "Range: to", "number"),
    "basis": ("Dasar", "Basis", "text"),
    "list_year": ("Tahun daftar", "Year of the list", "year"),
    "first_site": ("Lokasi pertama", "First site", "year"),
    "last_site": ("Lokasi terakhir", "Last site", "year"),
    "sites": ("Lokasi", "Sites", "integer"),
    "on_list": ("Dalam daftar", "On the list", "integer"),
    "unknown": ("Tidak diketahui", "Unknown", "integer"),
    "listed": ("Tercantum", "Listed", "integer"),
    "places": ("Wilayah", "Places", "integer"),
    "expected": ("Bila diundi", "By lottery", "number"),
    "lottery_p": ("Peluang undian", "Chance by lottery", "p"),
    "lottery_p_percentile": ("Peluang undian", "Chance by lottery", "p"),
    # did it help
    "outcome": ("Hasil", "Outcome", "text"),
    "method": ("Cara menghitung", "Method", "text"),
    "base": ("Dasar", "Base", "text"),
    "estimate": ("Perkiraan", "Estimate", "signed"),
    "std_error": ("Galat baku", "Standard error", "number"),
    "conf_low": ("Selang 95%: dari", "95% interval: from", "signed"),
    "conf_high": ("Selang 95%: sampai", "95% interval: to", "signed"),
    "p_value": ("Nilai p", "p", "p"),
    "p_holm": ("Nilai p (Holm)", "p (Holm)", "p"),
    "p_max_t": ("Nilai p bersama", "Joint p", "p"),
    "smallest_p": ("Nilai p terkecil", "Smallest p", "p"),
    "smallest_detectable": ("Pengaruh terkecil yang terlihat", "Smallest detectable effect", "number"),
    "n": ("Lokasi", "Sites", "integer"),
    "n_treated": ("Lokasi", "Sites", "integer"),
    "n_comparison": ("Pembanding", "Comparison", "integer"),
    "headline": ("Jawaban utama", "Headline", "text"),
    "bias": ("Bias", "Bias", "signed"),
    "draws": ("Undian", "Draws", "integer"),
    "choices": ("Kali memilih", "Choices", "integer"),
    "cohort": ("Angkatan", "Cohort", "year"),
    "observed_change": ("Perubahan terlihat", "Observed change", "signed"),
    "common_change": ("Perubahan semua tempat", "Change common to all", "signed"),
    "selection_rebound": ("Pulih dengan sendirinya", "Rebound", "signed"),
    "programme_effect": ("Pengaruh program", "Programme effect", "signed"),
    "years_since": ("Tahun sejak program", "Years since the start", "integer"),
    "sites_per_year": ("Lokasi setahun", "Sites a year", "integer"),
    "effect": ("Pengaruh", "Effect", "number"),
    "power": ("Peluang terlihat", "Chance of being seen", "share"),
    "design": ("Rancangan", "Design", "text"),
    "variant": ("Lokasi yang dihitung", "Sites counted", "text"),
    "by": ("Dipilih menurut", "Chosen by", "text"),
    "picks": ("Ujung yang dipilih", "End picked", "text"),
    "per_year": ("Lokasi setahun", "Sites a year", "integer"),
    "lag": ("Tahun sebelum program", "Years before the start", "integer"),
    "within": ("Di dalam", "Within", "text"),
    "returns": ("Boleh berulang", "May return", "text"),
    # indicators
    "dimension": ("Dimensi", "Dimension", "text"),
    "points": ("Poin", "Points", "signed"),
    "criterion": ("Kriteria", "Criterion", "text"),
    "percent": ("Persen", "Percent", "percent"),
    "value_from": ("Nilai awal", "First value", "number"),
    "value_to": ("Nilai akhir", "Last value", "number"),
    "change": ("Perubahan", "Change", "signed"),
    "number": ("No.", "No.", "integer"),
    "kind": ("Jenis", "Kind", "text"),
    "score_change": ("Perubahan", "Change", "signed"),
    "comparison_change": ("Perubahan pembanding", "Change of comparison", "signed"),
    "met": ("Terpenuhi", "Met", "text"),
    "flag": ("Catatan", "Remark", "text"),
    # delivery
    "agency": ("Perangkat daerah", "Agency", "text"),
    "sector": ("Sektor", "Sector", "text"),
    "planned": ("Rencana", "Planned", "number"),
    "done": ("Terlaksana", "Done", "number"),
    "planned_so_far": ("Rencana s.d. bulan ini", "Planned so far", "number"),
    "done_so_far": ("Terlaksana s.d. bulan ini", "Done so far", "number"),
    "not_reported_so_far": ("Belum dilaporkan", "Not reported", "integer"),
    "not_reported": ("Belum dilaporkan", "Not reported", "integer"),
    "percent_so_far": ("Capaian", "Done of planned", "percent"),
    "amount_rupiah": ("Anggaran terpakai", "Amount spent", "rupiah"),
    "activities": ("Kegiatan", "Activities", "integer"),
    "due": ("Jatuh tempo", "Due", "integer"),
    "done_percent": ("Realisasi", "Share done", "percent"),
    "percent_low": ("Realisasi paling rendah", "Share done at least", "percent"),
    "percent_high": ("Realisasi paling tinggi", "Share done at most", "percent"),
    "days_late": ("Hari terlambat", "Days late", "integer"),
    "without_amount": ("Tanpa anggaran tercatat", "Without amount", "integer"),
    "households": ("Keluarga", "Households", "integer"),
    "not_reached": ("Tidak terjangkau", "Not reached", "integer"),
    "households_low": ("Keluarga paling sedikit", "Households at least", "integer"),
    "households_high": ("Keluarga paling banyak", "Households at most", "integer"),
    "rupiah_low": ("Per keluarga paling sedikit", "Per household at least", "rupiah"),
    "rupiah_high": ("Per keluarga paling banyak", "Per household at most", "rupiah"),
    # workbook
    "file": ("Berkas", "File", "text"),
    "sheet": ("Lembar", "Sheet", "text"),
    "row": ("Baris", "Line", "integer"),
    "column": ("Kolom", "Column", "text"),
    "cell": ("Sel", "Cell", "text"),
    "rule": ("Aturan", "Rule", "text"),
    "remedy": ("Perbaikan", "What to do", "text"),
    "source": ("Sumber", "Source", "text"),
    "use": ("Dipakai sebagai", "Use", "text"),
    "filled": ("Terisi", "Filled", "integer"),
    "masked": ("Disamarkan", "Masked", "integer"),
    "how": ("Dikenali dari", "Recognised by", "text"),
    "detail": ("Keterangan", "Detail", "text"),
    "note": ("Catatan", "Note", "text"),
}

METHODS = {  # of tables on households; those of an evaluation of places come from their registry
    "history_adjusted_raw": ("Disesuaikan dengan riwayat, skala asli", "History-adjusted, raw scale"),
    "given_rule": ("Menurut cara pemilihan KK", "Given how households were chosen"),
    "range": ("Rentang beberapa cara menghitung", "Range of several methods"),
    "placebo_before": ("Sebelum program (placebo)", "Before the programme (placebo)"),
    "ancova_corrected": ("Data awal dikoreksi kesalahannya", "Baseline corrected for its error"),
    "ancova": ("Disesuaikan dengan data awal", "Adjusted for the baseline"),
    "lee_bound_low": ("Batas bawah Lee", "Lee bound, low"),
    "lee_bound_high": ("Batas atas Lee", "Lee bound, high"),
    "jump_at_cut": ("Lompatan di batas nilai", "Jump at the cut"),
}
WORDS = {  # column: code -> words; a code that is not here is shown as it is
    "method": METHODS,
    "variant": {
        "confirmed": ("lokasi terkonfirmasi", "confirmed sites"),
        "all_sites": ("semua lokasi", "all sites"),
        "without_winners": ("tanpa pemenang lomba", "without contest winners"),
        "with_neighbours": ("dengan desa tetangga", "with neighbouring desa"),
    },
    "dimension": {
        "health": ("Umur panjang dan hidup sehat", "Health"),
        "education": ("Pengetahuan", "Education"),
        "expenditure": ("Standar hidup layak", "Standard of living"),
        "rounding": ("Pembulatan", "Rounding"),
        "total": ("Jumlah", "Total"),
    },
    "measure": {
        "headcount": ("Persentase miskin (P0)", "Headcount (P0)"),
        "gap": ("Kedalaman (P1)", "Poverty gap (P1)"),
        "severity": ("Keparahan (P2)", "Severity (P2)"),
        "watts": ("Watts", "Watts"),
        "sen": ("Sen", "Sen"),
    },
    "kind": {"yes_no": ("ya/tidak", "yes/no"), "percent": ("persen", "percent"), "zero": ("seharusnya nol", "should be zero")},
    "flag": {
        "may be unreported": ("mungkin tidak dilaporkan", "may be unreported"),
        "few cases, hidden": ("kurang dari lima, disembunyikan", "fewer than five, hidden"),
    },
    "status": {"confirmed": ("terkonfirmasi", "confirmed"), "unconfirmed": ("belum dikonfirmasi", "unconfirmed")},
    "households_scope": {
        "site": ("lokasi ini", "this site"),
        "two kelurahan combined": ("dua kelurahan bersama", "two kelurahan combined"),
    },
    "quadrant": {
        "high-high": ("tinggi di antara tinggi", "high among high"),
        "low-low": ("rendah di antara rendah", "low among low"),
        "high-low": ("tinggi di antara rendah", "high among low"),
        "low-high": ("rendah di antara tinggi", "low among high"),
    },
    "basis": {
        "in force": ("daftar yang berlaku", "list in force"),
        "all in force": ("semua yang berlaku", "all in force"),
        "hindsight": ("daftar terbaru, dilihat kembali", "latest list, by hindsight"),
    },
    "use": {
        "mapped": ("dipetakan", "mapped"),
        "constant": ("tetapan", "constant"),
        "counted": ("dihitung", "counted"),
        "made": ("dibentuk", "made"),
        "unused": ("tidak dipakai", "unused"),
    },
    "how": {
        "name": ("nama", "name"),
        "label": ("label", "label"),
        "alias": ("nama lain", "alias"),
        "near": ("mirip, pastikan", "similar, to be confirmed"),
        "none": ("tidak dikenali", "not recognised"),
    },
    "outcome": {"matched": ("cocok", "matched"), "mended": ("diperbaiki", "mended"), "no shape": ("tanpa bentuk", "no shape")},
    "by": {"outcome": ("nilai indikator", "the outcome"), "ranking": ("nilai pemeringkatan", "the ranking value")},
    "picks": {"lowest": ("terendah", "lowest"), "highest": ("tertinggi", "highest")},
}
for _column in ("agency", "sector", "cohort", "group", "year"):  # the row that stands for all the others
    WORDS[_column] = {"all": ("semua", "all")}


def add_words(column: str, code: str, words: Text) -> None:
    """What people call a code of a column; registries above say it once, for every table."""
    WORDS.setdefault(column, {})[code] = (words.id, words.en)


def heading(column: str, lang: str) -> tuple[str, str] | None:
    """(label, kind) of a result column, or None for a column this file does not know.

    >>> heading("rank", "id"), heading("slum_area_ha", "id")
    (('Peringkat', 'integer'), None)
    """
    known = HEADINGS.get(column)
    return (pick(lang, id=known[0], en=known[1]), known[2]) if known else None


def word(column: str, value, lang: str) -> str:
    """A code in words where there are words for it.

    >>> word("method", "jump_at_cut", "id"), word("village", "all", "id")
    ('Lompatan di batas nilai', 'all')
    """
    if type(value).__name__ in ("bool", "bool_"):  # Python's and numpy's
        return pick(lang, id="ya", en="yes") if value else pick(lang, id="tidak", en="no")
    pair = WORDS.get(column, {}).get(str(value))
    return pick(lang, id=pair[0], en=pair[1]) if pair else str(value)
