"""Every text of the page that is not data. The page's program fills in `{x}`, so no place has a form after a colon."""

from __future__ import annotations

from ...display.texts import HEADINGS
from ...say import Text

KICKER = Text("{programme} · {kicker}", "{programme} · {kicker}")
OWN_NAME = Text("Indonesia", "English")  # of a language, in itself

NOT_HTML = Text(
    "Halaman ditulis ke berkas .html, bukan {name!r}.",
    "The page is written to an .html file, not {name!r}.",
)
REGENCY_OF_WORKBOOK = Text(
    "`regency` dan `province` hanya untuk data terbuka; buku kerja sudah menyebut kotanya.",
    "`regency` and `province` are for the open tables only; the workbook names its own city.",
)
ONE_PLACE = Text(
    "Berikan `regency` untuk desanya atau `province` untuk kabupaten/kotanya, bukan keduanya.",
    "Give `regency` for its desa or `province` for its kabupaten and kota, not both.",
)
WRONG_DATA = Text(
    "`data` adalah alamat buku kerja .xlsx, atau City.",
    "`data` is the path of an .xlsx workbook, or a City.",
)

WORDS = {
    "locale": Text("id-ID", "en-GB"),
    "language": Text("Bahasa", "Language"),
    "title": Text("Di mana kebutuhan, dan siapa yang dipilih?", "Where is the need, and who is chosen?"),
    "no_data": Text("tidak ada data", "no data"),
    "and": Text("dan", "and"),
    "last_comma": Text(",", ""),
    "synthetic": Text("DATA SINTETIS: bukan keadaan sebenarnya", "SYNTHETIC DATA: not the real situation"),
    "kicker": Text("penjelajah kebutuhan dan lokasi", "explorer of need and sites"),
    "skip": Text("Langsung ke peringkat", "Skip to the ranking"),
    "show": Text("Tampilkan", "Show"),
    "controls": Text("Pilihan tampilan", "View options"),
    "scope": Text("Wilayah", "Area"),
    "scope_all": Text("Semua", "All"),
    "find": Text("Cari tempat", "Find a place"),
    "find_hint": Text("ketik nama …", "type a name …"),
    "found": Text("{n} ditemukan", "{n} found"),
    "found_none": Text("Tidak ada yang cocok.", "No match."),
    "year": Text("Tahun", "Year"),
    "play": Text("Putar tahun", "Play years"),
    "stop": Text("Berhenti", "Stop"),
    "year_since": Text(
        "{label}: angka {span} tidak dapat dibandingkan dengan tahun sebelumnya ({reason}).",
        "{label}: figures of {span} cannot be compared with earlier years ({reason}).",
    ),
    "year_until": Text(
        "{label}: angka {span} tidak dapat dibandingkan dengan {next} dan sesudahnya ({reason}).",
        "{label}: figures of {span} cannot be compared with {next} and later ({reason}).",
    ),
    "year_known": Text("Tahun {year}: {n} dari {all} tempat ada angkanya.", "{year}: {n} of {all} places have figures."),
    "year_care": Text("Perlu dibaca hati-hati: {names} ({reason}).", "Read with care: {names} ({reason})."),
    "year_single": Text(
        "{n} dari {all} angka hanya ada pada satu salinan publik.",
        "{n} of {all} figures are held in one public copy only.",
    ),
    "k": Text("Jumlah yang dipilih", "Number to choose"),
    "everyone": Text("Ikutkan yang pernah menjadi lokasi", "Include former sites"),
    "colour": Text("Warnai menurut", "Colour by"),
    "colour_rank": Text("kebutuhan (peringkat)", "need (rank)"),
    "colour_chance": Text("peluang terpilih", "chance of being chosen"),
    "colour_both": Text("dua indikator: {y} × {x}", "two indicators: {y} × {x}"),
    "map": Text("Peta", "Map"),
    "map_help": Text(
        "Tombol panah berpindah ke tempat tetangga; Home ke peringkat 1.",
        "Arrow keys move to the neighbouring place; Home to rank 1.",
    ),
    "map_numbers": Text(
        "Angka dalam petak: peringkat; namanya dalam daftar, atau sentuh petaknya.",
        "Figures in the tiles: ranks; their names are in the list, or touch the tile.",
    ),
    "map_label": Text("Peta {n} {noun}. Terpilih: {place}.", "Map of {n} {noun}. Selected: {place}."),
    "plane": Text("Dua indikator berdampingan", "Two indicators compared"),
    "plane_help": Text("Tombol panah berpindah ke titik terdekat.", "Arrow keys move to the nearest dot."),
    "plane_label": Text(
        "Diagram {y} terhadap {x}, {n} {noun}. Terpilih: {place}.",
        "Plot of {y} against {x}, {n} {noun}. Selected: {place}.",
    ),
    "plane_note": Text(
        "Garis putus-putus: median {year}. Kebutuhan tertinggi: {corner}.",
        "Dashed lines: medians of {year}. Greatest need: {corner}.",
    ),
    "plane_medians": Text("Garis putus-putus: median {year}.", "Dashed lines: medians of {year}."),
    "corner_upper_left": Text("kiri atas", "upper left"),
    "corner_upper_right": Text("kanan atas", "upper right"),
    "corner_lower_left": Text("kiri bawah", "lower left"),
    "corner_lower_right": Text("kanan bawah", "lower right"),
    "axis_x": Text("Mendatar", "Horizontal"),
    "axis_y": Text("Tegak", "Vertical"),
    "weights": Text("Bobot aspek", "Weights of the aspects"),
    "weights_note": Text(
        "Menggeser satu bobot menyesuaikan yang lain; jumlahnya selalu 100%.",
        "Moving one weight adjusts the others; they always sum to 100%.",
    ),
    "triangle": Text("Segitiga bobot", "Triangle of weights"),
    "triangle_help": Text(
        "Tarik titik hitam, atau gunakan tombol panah: makin dekat ke sudut, makin berat aspek itu. Daerah gelap: bobot yang membuat {place} masuk {k} besar. Titik kecil: bobot lain yang mungkin ditetapkan.",
        "Drag the black dot, or use the arrow keys: the nearer to a corner, the heavier that aspect. Dark area: weights that put {place} in the top {k}. Small dots: other weights that might have been set.",
    ),
    "triangle_help_one": Text(
        "Tarik titik hitam, atau gunakan tombol panah: makin dekat ke sudut, makin berat aspek itu. Daerah gelap: bobot yang membuat {place} di peringkat pertama. Titik kecil: bobot lain yang mungkin ditetapkan.",
        "Drag the black dot, or use the arrow keys: the nearer to a corner, the heavier that aspect. Dark area: weights that put {place} first. Small dots: other weights that might have been set.",
    ),
    "triangle_now": Text("Bobot: {weights}", "Weights: {weights}"),
    "reset": Text("Kembali ke bobot awal", "Back to the initial weights"),
    "ranking": Text("Peringkat dan peluang", "Ranking and chance"),
    "rank": Text("No.", "Rank"),
    "place": Text("Tempat", "Place"),
    "score": Text("Skor", "Score"),
    "chance": Text("Peluang", "Chance"),
    "moved": Text("Geser", "Moved"),
    "moved_up": Text("naik {n} dari bobot awal", "up {n} from the initial weights"),
    "moved_down": Text("turun {n} dari bobot awal", "down {n} from the initial weights"),
    "moved_not": Text("tetap", "unmoved"),
    "moved_note": Text(
        "Geser: naik (▲) atau turun (▼) sekian peringkat dibandingkan bobot awal; yang kosong tetap.",
        "Moved: ranks up (▲) or down (▼) compared with the initial weights; empty where unmoved.",
    ),
    "more": Text("Tampilkan {n} berikutnya", "Show the next {n}"),
    "unscored": Text(
        "{n} tempat tanpa skor karena datanya kosong tahun ini.",
        "Places without a score because data are missing this year: {n}.",
    ),
    "download": Text("Unduh peringkat (CSV)", "Download the ranking (CSV)"),
    "file_code": HEADINGS["area_code"],
    "file_name": HEADINGS["name"],
    "file_parent": Text("Wilayah di atasnya", "Area above it"),
    "file_rank": HEADINGS["rank"],
    "file_score": HEADINGS["score"],
    "file_chance": HEADINGS["probability_top_k"],
    "file_weight": Text("Bobot {aspect}", "Weight of {aspect}"),
    "print": Text("Cetak", "Print"),
    "card": Text("Tentang tempat ini", "About this place"),
    "card_rank": Text("peringkat {rank} dari {n}", "rank {rank} of {n}"),
    "card_chance": Text("peluang masuk {k} besar", "chance of being in the top {k}"),
    "card_chance_one": Text("peluang di peringkat pertama", "chance of ranking first"),
    "card_unscored": Text("Tanpa skor tahun {year} karena datanya kosong.", "No score in {year}: data are missing."),
    "card_barred": Text(
        "Tidak ikut diperingkat: pernah, atau sudah ditetapkan, menjadi lokasi.",
        "Not ranked: a former site, or already fixed as one.",
    ),
    "why": Text("Mengapa di peringkat ini", "Why it ranks here"),
    "why_note": Text(
        "Dalam poin skor; jumlahnya sama dengan selisih skor. Ini menjelaskan peringkat, bukan penyebab kebutuhan.",
        "In points of the score; they add up to the difference. This explains the ranking, not what causes the need.",
    ),
    "against_median": Text("dibandingkan median", "against the median"),
    "against_rival": Text("dibandingkan {rival}", "against {rival}"),
    "rival_first_off": Text(
        "{rival} (peringkat {rank}, pertama di luar daftar)",
        "{rival} (rank {rank}, first off the list)",
    ),
    "rival_last_on": Text(
        "{rival} (peringkat {rank}, terakhir di dalam daftar)",
        "{rival} (rank {rank}, last on the list)",
    ),
    "together": Text("jumlah", "total"),
    "history": Text("Riwayat", "History"),
    "history_better": Text("turun = membaik", "falling = better"),
    "history_worse": Text("naik = membaik", "rising = better"),
    "history_label": Text("{label}: {values}", "{label}: {values}"),
    "history_others": Text("{n} indikator lain", "Other indicators: {n}"),
    "history_cut": Text(
        "Garis terputus: angka sebelum dan sejak {years} tidak dapat dibandingkan.",
        "Line broken: figures before and from {years} cannot be compared.",
    ),
    "history_care": Text("Baca hati-hati, {years}: {reason}.", "Read with care, {years}: {reason}."),
    "history_open": Text(
        "Titik terbuka: angka dari satu salinan publik saja, atau yang perlu dibaca hati-hati. Garis putus-putus: median.",
        "Open dots: figures of a single public copy, or to be read with care. Dashed line: median.",
    ),
    "figures": Text("Angka menurut tahun: {label}", "Figures by year: {label}"),
    "figures_open": Text("Tampilkan sebagai tabel", "Show as a table"),
    "figures_help": Text(
        "Indikatornya mengikuti pilihan warna, atau sumbu tegak. Tanda |: deret mulai baru, jangan dibandingkan dengan angka di kirinya. °: satu salinan publik. *: baca hati-hati. –: tidak ada angka.",
        "The indicator follows the colours, or the vertical axis. |: the series begins anew; do not compare with figures to the left. °: one public copy. *: read with care. –: no figure.",
    ),
    "figures_more": Text(
        "Tabel memuat {n} tempat pertama; pilih satu wilayah untuk yang lain.",
        "The table holds the first {n} places; choose an area for others.",
    ),
    "figures_file": Text("Unduh angka (CSV)", "Download the figures (CSV)"),
    "file_remark": Text("Catatan", "Remark"),
    "single_copy": Text("satu salinan publik", "one public copy"),
    "series_anew": Text("deret mulai baru", "series begins anew"),
    "sites": Text("Lokasi program di sini", "Programme sites here"),
    "sites_none": Text("Tidak ada lokasi yang tercatat.", "No site on record."),
    "site_undated": Text("tahun tidak diketahui", "year not known"),
    "source_link": Text("sumber", "source"),
    "ledger": Text(
        "Rincian perubahan: apakah lokasi berubah, dan karena apa?",
        "Breakdown of the change: did the sites change, and why?",
    ),
    "ledger_lead": Text(
        "Perubahan di lokasi diuraikan menjadi bagian-bagian yang jumlahnya tepat. Garis hitam: selang 95% bagian terakhir.",
        "The change at the sites is split into parts that add up. Black line: 95% interval of the last part.",
    ),
    "ledger_observed": Text("jumlahnya: perubahan di lokasi", "total: the change at the sites"),
    "ledger_total": Text("perubahan lokasi {value}", "change at the sites {value}"),
    "ledger_each": Text("Tiap tahun mulai ({n})", "Each starting year ({n})"),
    "ledger_sites": Text("{n} lokasi", "{n} sites"),
    "ledger_site": Text("1 lokasi", "1 site"),
    "how": Text("Bagaimana dihitung", "How it is computed"),
    "how_index": Text(
        "Tiap angka diskalakan 0 sampai 100 (min-maks) di antara wilayah yang tampil pada tahun itu; makin besar, makin membutuhkan. Skor adalah rata-ratanya menurut bobot. Skor yang sama mendapat peringkat yang sama dan diurutkan menurut kode wilayah.",
        "Each figure is scaled 0 to 100 (min-max) among the places shown in that year; higher means more need. The score is their average by weight. Equal scores have equal ranks and are listed by area code.",
    ),
    "how_chance": Text(
        "Peluang: bagian dari {draws} simulasi yang memuat tempat itu di antara yang dipilih. Tiap simulasi menggeser bobot di sekitar bobot Anda (simpangan baku {spread} poin pada bobot 33%) dan mengganti cara menghitung: min-maks, skor-z, atau peringkat; rata-rata hitung atau ukur. Ini bukan peluang bahwa tempat itu benar-benar paling membutuhkan.",
        "Chance: the share of {draws} simulations in which the place is among those chosen. Each simulation moves the weights around yours (standard deviation {spread} points at a weight of 33%) and varies the computation: min-max, z-score or rank; arithmetic or geometric mean. It is not the chance that the place is truly the neediest.",
    ),
    "how_link": Text(
        "Alamat halaman menyimpan tampilan ini: bobot, tahun, dan tempat dapat dibagikan.",
        "The page's address keeps this view: weights, year and place can be shared.",
    ),
    "how_sources": Text("Sumber", "Sources"),
    "legend_rank": Text("peringkat {a}–{b}", "rank {a}–{b}"),
    "legend_missing": Text("tanpa data", "no data"),
    "legend_barred": Text("pernah menjadi lokasi, tidak ikut", "former site, left out"),
    "legend_care": Text("baca hati-hati", "read with care"),
    "legend_chosen": Text("masuk {k} besar", "in the top {k}"),
    "legend_chosen_one": Text("di peringkat pertama", "ranked first"),
    "legend_site": Text("lokasi {year}", "site of {year}"),
    "legend_other_site": Text("lokasi tahun lain", "site of another year"),
    "legend_below": Text("< {a}", "< {a}"),
    "legend_between": Text("{a} – < {b}", "{a} – < {b}"),
    "legend_above": Text("≥ {a}", "≥ {a}"),
    "legend_both": Text(
        "Makin gelap, makin membutuhkan pada kedua indikator. Kode pada peta: {letters} untuk {y}, {digits} untuk {x}.",
        "Darker means more need in both indicators. Codes on the map: {letters} for {y}, {digits} for {x}.",
    ),
    "headline": Text(
        "Dengan bobot ini, {k} {noun} yang paling membutuhkan: {names}.",
        "At these weights the {k} neediest {noun}: {names}.",
    ),
    "headline_one": Text(
        "Dengan bobot ini, {noun} yang paling membutuhkan: {names}.",
        "At these weights the neediest {noun}: {names}.",
    ),
    "headline_firm": Text(
        "{firm} dari {k} tetap terpilih pada sedikitnya 95% simulasi; yang paling tidak pasti: {names}.",
        "{firm} of the {k} stay chosen in at least 95% of simulations; the least certain: {names}.",
    ),
    "headline_all": Text(
        "Semua {k} tetap terpilih pada sedikitnya 95% simulasi.",
        "All {k} stay chosen in at least 95% of simulations.",
    ),
    "headline_chance": Text(
        "Peluang tetap terpilih bila bobot sedikit berbeda: {names}.",
        "Chance of staying chosen if weights differ a little: {names}.",
    ),
    "headline_rival": Text("Penantang terdekat: {names}.", "Closest rival: {names}."),
    "headline_one_column": Text(
        "Hanya satu kolom yang dipakai, sehingga kekokohan pilihan tidak dapat dinilai; isi kolom lain pada lembar Desa-Kelurahan.",
        "Only one column is used, so the firmness of the choice cannot be judged; fill in another column of sheet Villages.",
    ),
    "headline_lots": Text(
        "Penantang lebih sering terpilih bila bobot berubah; pertimbangkan undian terbuka.",
        "The rival is chosen more often when weights change; consider a public draw.",
    ),
    "headline_tie": Text(
        "Skor {names} sama; urutannya hanya menurut kode wilayah.",
        "The scores of {names} are equal; only the area code orders them.",
    ),
    "few_rival": Text("{n} lainnya", "{n} more"),
    "cannot_coverage": Text(
        "Tahun {year} tidak dapat diperingkat: {label} hanya terisi untuk {n} dari {all} wilayah. Lengkapi datanya, atau pilih tahun lain.",
        "{year} cannot be ranked: {label} is known for only {n} of {all} places. Complete the data, or choose another year.",
    ),
    "cannot_few": Text(
        "Tahun {year} tidak dapat diperingkat: hanya {n} wilayah yang datanya lengkap. Lengkapi datanya, atau pilih tahun lain.",
        "{year} cannot be ranked: only {n} places have complete data. Complete the data, or choose another year.",
    ),
    "cannot_spread": Text(
        "Tidak dapat diperingkat: {label} sama di semua wilayah ini tahun {year}. Pilih wilayah yang lebih luas, atau tahun lain.",
        "Cannot be ranked: {label} is the same in all these places in {year}. Choose a wider area, or another year.",
    ),
    "announce": Text("{place}: {rank}.", "{place}: {rank}."),
    "no_script": Text(
        "Halaman ini memerlukan JavaScript. Tidak ada yang diambil dari jaringan.",
        "This page needs JavaScript. Nothing is fetched from the network.",
    ),
}
