"""Every text of the page that is not data, in both languages side by side. `{x}` is filled in by the page."""

from __future__ import annotations

from ..say import pick

WORDS = {
    "no_data": ("tidak ada data", "no data"),
    "and": (" dan ", " and "),
    "last_comma": (",", ""),
    "synthetic": ("DATA SINTETIS: bukan keadaan sebenarnya", "SYNTHETIC DATA: not the real situation"),
    "kicker": ("penjelajah kebutuhan dan lokasi", "explorer of need and sites"),
    "skip": ("Langsung ke peringkat", "Skip to the ranking"),
    "show": ("Tampilkan", "Show"),
    "controls": ("Pilihan tampilan", "Choices of view"),
    "scope": ("Wilayah", "Area"),
    "scope_all": ("Semua", "All"),
    "find": ("Cari tempat", "Find a place"),
    "find_hint": ("ketik nama …", "type a name …"),
    "found": ("{n} ditemukan", "{n} found"),
    "found_none": ("Tidak ada yang cocok.", "No match."),
    "year": ("Tahun", "Year"),
    "play": ("Putar tahun", "Play years"),
    "stop": ("Berhenti", "Stop"),
    "k": ("Banyak yang dipilih", "How many to choose"),
    "everyone": ("Ikutkan yang pernah menjadi lokasi", "Include former sites"),
    "colour": ("Warnai menurut", "Colour by"),
    "colour_rank": ("kebutuhan (peringkat)", "need (rank)"),
    "colour_chance": ("peluang terpilih", "chance of being chosen"),
    "colour_both": ("dua angka sekaligus: {y} × {x}", "two figures at once: {y} × {x}"),
    "map": ("Peta", "Map"),
    "map_help": (
        "Tombol panah berpindah ke tempat tetangga; Home ke peringkat 1.",
        "Arrow keys move to the neighbouring place; Home to rank 1.",
    ),
    "map_numbers": (
        "Angka dalam petak: peringkat; namanya dalam daftar, atau sentuh petaknya.",
        "Figures in the tiles: ranks; their names are in the list, or touch the tile.",
    ),
    "map_label": ("Peta {n} {noun}. Terpilih: {place}.", "Map of {n} {noun}. Selected: {place}."),
    "plane": ("Dua angka berhadapan", "Two figures face to face"),
    "plane_help": ("Tombol panah berpindah ke titik terdekat.", "Arrow keys move to the nearest dot."),
    "plane_label": (
        "Bidang {y} terhadap {x}, {n} {noun}. Terpilih: {place}.",
        "Plane of {y} against {x}, {n} {noun}. Selected: {place}.",
    ),
    "plane_note": (
        "Garis putus-putus: median {year}. Kebutuhan tertinggi: {corner}.",
        "Dashed lines: medians of {year}. Greatest need: {corner}.",
    ),
    "corner_upper_left": ("kiri atas", "upper left"),
    "corner_upper_right": ("kanan atas", "upper right"),
    "corner_lower_left": ("kiri bawah", "lower left"),
    "corner_lower_right": ("kanan bawah", "lower right"),
    "axis_x": ("Mendatar", "Across"),
    "axis_y": ("Tegak", "Upwards"),
    "weights": ("Bobot aspek", "Weights of the aspects"),
    "weights_note": (
        "Menggeser satu bobot menyesuaikan yang lain; jumlahnya selalu 100%.",
        "Moving one weight adjusts the others; they always sum to 100%.",
    ),
    "triangle": ("Segitiga bobot", "Triangle of weights"),
    "triangle_help": (
        "Tarik titik hitam, atau gunakan tombol panah. Makin dekat ke sudut, makin berat aspek itu. Daerah gelap: "
        "bobot yang membuat "
        "{place} masuk {k} besar. Titik kecil: bobot lain yang mungkin ditetapkan.",
        "Drag the black dot, or use the arrow keys. The nearer to a corner, the heavier that aspect. Dark area: "
        "weights that put {place} among "
        "the top {k}. Small dots: other weights that might have been set.",
    ),
    "triangle_help_one": (
        "Tarik titik hitam, atau gunakan tombol panah. Makin dekat ke sudut, makin berat aspek itu. Daerah gelap: "
        "bobot yang membuat {place} di peringkat pertama. Titik kecil: bobot lain yang mungkin ditetapkan.",
        "Drag the black dot, or use the arrow keys. The nearer to a corner, the heavier that aspect. Dark area: "
        "weights that put {place} first. Small dots: other weights that might have been set.",
    ),
    "triangle_now": ("Bobot: {weights}", "Weights: {weights}"),
    "reset": ("Kembali ke bobot awal", "Back to the first weights"),
    "ranking": ("Peringkat dan peluang", "Ranking and chance"),
    "rank": ("No.", "Rank"),
    "place": ("Tempat", "Place"),
    "score": ("Skor", "Score"),
    "chance": ("Peluang", "Chance"),
    "moved": ("Geser", "Moved"),
    "moved_up": ("naik {n} dari bobot awal", "up {n} from the first weights"),
    "moved_down": ("turun {n} dari bobot awal", "down {n} from the first weights"),
    "moved_not": ("tetap", "unmoved"),
    "moved_note": (
        "Geser: naik (▲) atau turun (▼) sekian peringkat dibanding dengan bobot awal; yang kosong tetap.",
        "Moved: up (▲) or down (▼) so many ranks against the first weights; empty where unmoved.",
    ),
    "more": ("Tampilkan {n} berikutnya", "Show the next {n}"),
    "unscored": (
        "{n} tempat tanpa skor karena datanya kosong tahun ini.",
        "{n} places have no score because data are missing this year.",
    ),
    "download": ("Unduh peringkat (CSV)", "Download the ranking (CSV)"),
    "print": ("Cetak", "Print"),
    "card": ("Tentang tempat ini", "About this place"),
    "card_rank": ("peringkat {rank} dari {n}", "rank {rank} of {n}"),
    "card_chance": ("peluang masuk {k} besar", "chance of being among the top {k}"),
    "card_chance_one": ("peluang di peringkat pertama", "chance of ranking first"),
    "card_unscored": ("Tidak mendapat skor tahun {year}: datanya kosong.", "No score in {year}: data are missing."),
    "card_barred": (
        "Tidak ikut diperingkat: sudah pernah atau sudah ditetapkan menjadi lokasi.",
        "Not ranked: a former site, or already fixed as one.",
    ),
    "why": ("Mengapa di peringkat ini", "Why it ranks here"),
    "why_note": (
        "Poin skor; jumlahnya sama dengan selisih skor. Ini menjelaskan indeks, bukan sebab.",
        "Points of the score, adding up to the difference. It explains the index, not causes.",
    ),
    "against_median": ("dibanding median", "against the median"),
    "against_rival": ("dibanding {rival}", "against {rival}"),
    "rival_first_off": (
        "{rival} (peringkat {rank}, pertama di luar daftar)",
        "{rival} (rank {rank}, first off the list)",
    ),
    "rival_last_on": (
        "{rival} (peringkat {rank}, terakhir di dalam daftar)",
        "{rival} (rank {rank}, last on the list)",
    ),
    "together": ("jumlah", "together"),
    "history": ("Riwayat", "History"),
    "history_better": ("turun = membaik", "falling = better"),
    "history_worse": ("naik = membaik", "rising = better"),
    "history_label": ("{label}: {values}", "{label}: {values}"),
    "sites": ("Lokasi program di sini", "Programme sites here"),
    "sites_none": ("Tidak ada lokasi yang tercatat.", "No site on record."),
    "site_undated": ("tahun tidak diketahui", "year not known"),
    "source_link": ("sumber", "source"),
    "ledger": ("Buku besar: apakah lokasi berubah, dan karena apa?", "The ledger: did the sites change, and why?"),
    "ledger_lead": (
        "Perubahan di lokasi dipecah menjadi bagian yang jumlahnya pas. Garis hitam: selang kepercayaan 95% bagian terakhir.",
        "The change at the sites is split into parts that add up. Black line: 95% interval of the last part.",
    ),
    "ledger_observed": ("jumlahnya: perubahan di lokasi", "together: the change at the sites"),
    "ledger_total": ("perubahan lokasi {value}", "change at the sites {value}"),
    "ledger_each": ("Tiap tahun mulai ({n})", "Each starting year ({n})"),
    "ledger_sites": ("{n} lokasi", "{n} sites"),
    "ledger_site": ("1 lokasi", "1 site"),
    "how": ("Bagaimana dihitung", "How it is computed"),
    "how_index": (
        "Tiap angka diskalakan 0 sampai 100 (min-maks, di antara wilayah yang tampil, tahun itu), makin besar makin "
        "membutuhkan, lalu dirata-rata menurut bobot. "
        "Skor yang sama mendapat peringkat yang sama; urutannya menurut kode wilayah.",
        "Each figure is scaled 0 to 100 (min-max, among the places shown, in that year), more being needier, and "
        "averaged by weight. Equal scores have "
        "equal ranks; they are listed by area code.",
    ),
    "how_chance": (
        "Peluang: bagian dari {draws} simulasi yang memuat tempat itu di antara yang dipilih, bila bobot bergeser di "
        "sekitar bobot Anda (simpangan baku {spread} "
        "poin pada bobot 33%) dan cara menghitung berganti-ganti (min-maks, skor-z, peringkat; rata-rata hitung dan "
        "ukur). Bukan peluang bahwa tempat itu benar-benar paling membutuhkan.",
        "Chance: the share of {draws} draws in which the place is among those chosen when weights move around yours "
        "(standard deviation {spread} points at a "
        "weight of 33%) and the way of computing varies (min-max, z-score, rank; arithmetic and geometric mean). Not "
        "the chance that the place is truly the neediest.",
    ),
    "how_link": (
        "Alamat halaman menyimpan tampilan ini: bobot, tahun, dan tempat dapat dibagikan.",
        "The page's address keeps this view: weights, year and place can be shared.",
    ),
    "how_sources": ("Sumber", "Sources"),
    "legend_rank": ("peringkat {a}–{b}", "rank {a}–{b}"),
    "legend_missing": ("tanpa data", "no data"),
    "legend_barred": ("pernah menjadi lokasi, tidak ikut", "former site, left out"),
    "legend_chosen": ("masuk {k} besar", "among the top {k}"),
    "legend_chosen_one": ("di peringkat pertama", "ranked first"),
    "legend_site": ("lokasi {year}", "site of {year}"),
    "legend_other_site": ("lokasi tahun lain", "site of another year"),
    "legend_below": ("< {a}", "< {a}"),
    "legend_between": ("{a} – < {b}", "{a} – < {b}"),
    "legend_above": ("≥ {a}", "≥ {a}"),
    "legend_both": (
        "Makin gelap, makin membutuhkan pada kedua angka; kode pada peta: {letters} untuk {y}, {digits} untuk {x}.",
        "The darker, the needier in both figures; codes on the map: {letters} for {y}, {digits} for {x}.",
    ),
    "headline": (
        "Dengan bobot ini, {k} {noun} yang paling membutuhkan: {names}.",
        "At these weights the {k} neediest {noun}: {names}.",
    ),
    "headline_one": (
        "Dengan bobot ini, {noun} yang paling membutuhkan: {names}.",
        "At these weights the neediest {noun}: {names}.",
    ),
    "headline_firm": (
        " {firm} dari {k} tetap terpilih pada 95% simulasi atau lebih; yang paling goyah: {names}.",
        " {firm} of the {k} stay chosen in 95% of draws or more; the least firm: {names}.",
    ),
    "headline_all": (
        " Semua {k} tetap terpilih pada 95% simulasi atau lebih.",
        " All {k} stay chosen in 95% of draws or more.",
    ),
    "headline_chance": (
        " Peluang tetap terpilih bila bobot sedikit berbeda: {names}.",
        " Chance of staying chosen if weights differ a little: {names}.",
    ),
    "headline_rival": (" Penantang terdekat: {names}.", " Closest rival: {names}."),
    "headline_one_column": (
        " Hanya satu kolom yang dipakai, sehingga bobot tidak dapat mengubah urutan: seberapa kokoh pilihan ini tidak dapat "
        "diketahui.",
        " Only one column is used, so that weights cannot change the order: how firm this choice is cannot be told.",
    ),
    "headline_lots": (
        " Penantang lebih sering terpilih bila bobot berubah: pertimbangkan undian.",
        " The rival is chosen more often when weights change: consider drawing lots.",
    ),
    "headline_tie": (
        " Skor {names} sama; hanya kode wilayah yang memisahkan.",
        " The scores of {names} are equal; only the area code parts them.",
    ),
    "few_rival": ("{n} lainnya", "{n} more"),
    "cannot_coverage": (
        "Tahun {year} tidak dapat diperingkat: {label} hanya terisi untuk {n} dari {all} wilayah.",
        "{year} cannot be ranked: {label} is known for only {n} of {all} places.",
    ),
    "cannot_few": (
        "Tahun {year} tidak dapat diperingkat: hanya {n} wilayah yang datanya lengkap.",
        "{year} cannot be ranked: only {n} places have complete data.",
    ),
    "cannot_spread": (
        "Tidak dapat diperingkat: {label} sama di semua wilayah ini tahun {year}.",
        "Cannot be ranked: {label} is the same in all these places in {year}.",
    ),
    "announce": ("{place}: {rank}.", "{place}: {rank}."),
    "no_script": (
        "Halaman ini memerlukan JavaScript. Tidak ada yang diambil dari jaringan.",
        "This page needs JavaScript. Nothing is fetched from the network.",
    ),
}


def words(lang: str) -> dict[str, str]:
    """The texts of the page in `lang`."""
    return {key: pick(lang, id=both[0], en=both[1]) for key, both in WORDS.items()}
