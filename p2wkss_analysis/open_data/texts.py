"""What the open tables' answers say: the real case of the village index, why sites cannot be used, refusals."""

from __future__ import annotations

from ..say import Text

NO_VILLAGE_INDEX = Text(
    "Tidak ada desa dengan IDM untuk {regency}. Kota tidak memiliki IDM; gunakan buku kerja kota atau berkas sendiri.",
    "There is no desa with the village index (IDM) in {regency}. Cities have none; use the city's workbook or a file of your own.",
)

PARTICIPANTS = Text("{n:,} ({year})", "{n:,} ({year})")
REGISTER = Text(
    "Dari {of:,} tahun program kabupaten/kota Jawa Barat dan Banten ({first}\N{EN DASH}{last}), {known:,} memiliki lokasi dalam daftar, "
    "atau {percent:.0%}. Hitungan ini menganggap setiap daerah menjalankan program setiap tahun; peserta lomba Jawa Barat "
    "{counts:and}. Sebagian daerah memiliki dua lokasi setahun, sehingga bagian lokasi yang tercatat lebih kecil.",
    "Of {of:,} programme years of the regencies and cities of Jawa Barat and Banten ({first}\N{EN DASH}{last}), {known:,} have a site in "
    "the register, or {percent:.0%}. This takes every one to have run the programme every year; the contest of Jawa Barat had "
    "{counts:and} participants. Some run two sites a year, so the share of sites held is smaller.",
)

# --- designs that the published years allow ---------------------------------------------------------------

DESIGNS = {
    "early_baseline_2023": Text(
        "Lokasi 2023, nilai 2023 ke 2024 (nilai awal sudah sebagian terkena program)",
        "Sites of 2023, values 2023 to 2024 (baseline already partly exposed)",
    ),
    "early_baseline_serang_2021": Text(
        "Lokasi 2021 di Kabupaten Serang, nilai 2021 ke 2022\N{EN DASH}2024 (nilai awal sudah sebagian terkena program)",
        "Sites of 2021 in Kabupaten Serang, values 2021 to 2022\N{EN DASH}2024 (baseline already partly exposed)",
    ),
    "timing_placebo_2024": Text(
        "Lokasi 2024, nilai 2023 ke 2024 (uji placebo: pengaruh penuh belum mungkin terjadi)",
        "Sites of 2024, values 2023 to 2024 (timing placebo: no full effect possible yet)",
    ),
}
COMPUTING = Text("Menghitung rancangan", "Computing designs")
NO_SITE = Text(
    "{design}: tidak ada desa lokasi dengan nilai yang diperlukan. Periksa tahun dan kode desa dalam daftar lokasi.",
    "{design}: no desa site has the values needed. Check years and village codes in the register of sites.",
)
NO_DESIGN = Text(
    "Rancangan {key!r} ({variant!r}) tidak ada. Pilihan: {known:list}.",
    "There is no design {key!r} ({variant!r}). Choose from: {known:list}.",
)
TOO_FEW_PLACES = Text(
    "Rancangan {key} ({variant}): tempat pembanding terlalu sedikit untuk pemilihan acak. Sertakan lebih banyak desa.",
    "Design {key} ({variant}): too few comparison places for random selection. Include more desa.",
)

# --- what a design shows ----------------------------------------------------------------------------------

CANNOT_TELL = Text(
    "{design}. Belum dapat disimpulkan. Nilai {n:,} lokasi terkonfirmasi rata-rata berubah {change:+.3}; dibandingkan desa lain "
    "sekabupaten {gap:+.3} (selang 95% {low:+.3} sampai {high:+.3}, dari pemilihan acak di antara desa sekabupaten). Nilai awalnya "
    "bukan dari sebelum lokasi dipilih, dan pengaruh di bawah sekitar {least:.3} sulit terdeteksi. Untuk mendeteksi pengaruh "
    "{effect:.2} diperlukan sekitar {needed:,} lokasi terkonfirmasi yang tahun dan nilainya diketahui.",
    "{design}. Cannot tell. {n:,} confirmed {n:site|sites} changed by {change:+.3} on average; relative to other desa of the same "
    "kabupaten {gap:+.3} (95% interval {low:+.3} to {high:+.3}, from random selection among the desa of the kabupaten). The baseline "
    "is not from before selection, and effects below about {least:.3} are unlikely to be detected. Detecting an effect of {effect:.2} would "
    "take about {needed:,} confirmed sites with known years and values.",
)
DESIGN_SAYS = Text("{design}. {said}", "{design}. {said}")
FROM_RANDOM_CHOICE = Text(
    "Selang dari {n:,} kali pemilihan acak di antara desa sekabupaten, karena galat baku terklaster terlalu kecil bila lokasi sedikit.",
    "Interval from {n:,} random selections among the desa of the same kabupaten, since clustered standard errors are too small with "
    "few sites.",
)
NO_INTERVAL = Text(
    "Tanpa selang: galat baku metode ini terlalu kecil bila lokasi kurang dari {least:,}.",
    "No interval: the standard errors of this method are too small with fewer than {least:,} sites.",
)

# --- sites no design can use ------------------------------------------------------------------------------

REFUSED = {
    "no_code": Text("Kode desa/kelurahan belum diketahui.", "The village has not been matched to a code."),
    "no_year": Text("Tahun program tidak diketahui.", "The programme year is not known."),
    "kelurahan": Text("Kelurahan tidak memiliki Indeks Desa Membangun.", "A kelurahan has no village index (IDM)."),
    "no_value": Text("Desa ini tidak ada dalam tabel indeks.", "This desa is not in the index table."),
    "too_old": Text(
        "Program berjalan sebelum tahun pertama dalam tabel indeks.",
        "The programme ran before the first year in the index table.",
    ),
    "no_year_after": Text(
        "Indeks berakhir pada 2024; tidak ada nilai sesudah program.",
        "The index ended in 2024; there is no value after the programme.",
    ),
    "no_year_before": Text(
        "Desa ini tidak memiliki nilai indeks sebelum atau pada tahun program.",
        "This desa has no index value before or in the programme year.",
    ),
    "unconfirmed": Text(
        "Tahun atau lokasi belum terkonfirmasi; hanya dipakai dalam uji kepekaan.",
        "Year or place not confirmed; used only in a sensitivity check.",
    ),
}

# --- one site ---------------------------------------------------------------------------------------------

PROGRAMME = Text("P2WKSS", "P2WKSS")
FROM_PUBLISHED = Text(
    "Sumber: daftar lokasi proyek ini (dari pemberitaan), BPS, keputusan kawasan kumuh, dan Kemendesa.",
    "Source: this project's register of sites (from the press), BPS, slum decrees and Kemendesa.",
)
SITE_WITHOUT_YEAR = Text("Tahun programnya tidak diketahui.", "Its programme year is not known.")
SITE_UNCONFIRMED = Text("Lokasi tahun {year}, belum terkonfirmasi.", "Site of {year}, not confirmed.")
SITE_WITHIN = Text("Tempatnya: {said}.", "Place: {said}.")
SITE_NOTED = Text("Catatan sumber: {said}.", "The source notes: {said}.")
SITE_RESULT = Text("Lomba: {said}.", "Contest: {said}.")
SITE_SOURCE = Text("Sumber: {source}", "Source: {source}")
SITE_SOURCE_OF = Text("Sumber, {day}: {source}", "Source, {day}: {source}")
SOURCE_DAY = Text("{day:date}", "{day:date}")
WHY_CHOSEN = {  # notes of the register that say why a site was chosen, in both languages
    "Chosen on kekumuhan, angka kemiskinan, IPM": Text(
        "menurut kepala dinas, dipilih berdasarkan tingkat kekumuhan, angka kemiskinan, dan IPM",
        "according to the head of the office, chosen by slum level, poverty rate and HDI",
    ),
}
NOTES = {  # other words of the register that the report shows; words that are in neither list are shown as they stand
    "target: juara satu Jabar (ambition, not result)": Text(
        "sasarannya juara satu Jawa Barat; hasilnya tidak diketahui",
        "the aim was first place in Jawa Barat; the result is not known",
    ),
    "P2WKSS menuju KRPPA": Text(
        "P2WKSS menuju kelurahan ramah perempuan dan peduli anak (KRPPA)",
        "P2WKSS on the way to a village friendly to women and children (KRPPA)",
    ),
    "same 200 KK as Sukmajaya row, do not add": Text(
        "200 KK itu sama dengan di Sukmajaya, jangan dijumlahkan",
        "the 200 households are those of Sukmajaya as well, not to be added",
    ),
    "lolos verifikasi, akan diperbaiki (total 213)": Text("lolos verifikasi untuk diperbaiki", "verified, to be repaired"),
    "diperbaiki 2018 (total 65)": Text("diperbaiki", "repaired"),
}
ON_LIST_THEN = {
    "on": Text(
        "Saat dipilih, kelurahan ini ada pada daftar kumuh {year}.",
        "When chosen, the kelurahan was on the slum list of {year}.",
    ),
    "off": Text(
        "Saat dipilih, kelurahan ini tidak ada pada daftar kumuh {year}.",
        "When chosen, the kelurahan was not on the slum list of {year}.",
    ),
    "unknown": Text(
        "Saat dipilih, tidak diketahui: daftar kumuh {year} hanya diketahui sebagian.",
        "When chosen, not known: the slum list of {year} is known in part.",
    ),
    "no list yet": Text("Saat dipilih, belum ada daftar kumuh yang diketahui.", "When chosen, no slum list was known yet."),
}
ON_LIST_NOW = {
    "on": Text("Pada daftar terbaru ({year}): tercantum.", "On the newest list ({year}): yes."),
    "off": Text("Pada daftar terbaru ({year}): tidak tercantum.", "On the newest list ({year}): no."),
    "unknown": Text(
        "Pada daftar terbaru ({year}): tidak diketahui, karena daftar itu hanya diketahui sebagian.",
        "On the newest list ({year}): not known, since that list is known in part.",
    ),
}
NEWEST_LIST = Text("Daftar itu masih yang terbaru.", "That list is still the newest.")
NAMED_IN = Text("Namanya ada pada daftar {years:and}.", "It is named on the list of {years:and}.")
LIST_NAMES_KELURAHAN = Text(
    "Daftar menyebut kelurahan, sedangkan yang dipilih {where}; sebuah RT dapat kumuh di kelurahan yang tidak tercantum.",
    "The list names kelurahan, while {where} was chosen; an RT can be a slum in a kelurahan that is not listed.",
)
NO_FIGURES_OF_KELURAHAN = Text(
    "Kemiskinan, IPM, dan peringkat kelurahan tidak diketahui; angka resmi hanya sampai kabupaten/kota.",
    "Poverty, HDI and rank of the kelurahan are not known; official figures stop at the kabupaten/kota.",
)
BY_INDEX = Text(
    "Peringkat menurut IDM di antara desa sekabupaten.",
    "Ranked by the village index (IDM) among the desa of its kabupaten.",
)
NO_INDEX_BEFORE = Text(
    "Peringkat saat dipilih tidak diketahui: tidak ada IDM dari tahun sebelumnya.",
    "Its rank when chosen is not known: there is no index of an earlier year.",
)
CITY_LABELS = {
    "poverty_rate": Text("penduduk miskin (persen)", "poor people (percent)"),
    "hdi": Text("IPM", "HDI"),
}
VALUE_IN_YEAR = Text("{value:.2} ({year})", "{value:.2} ({year})")
CITY_FIGURE = Text("{figure} {values:and}", "{figure} {values:and}")
OF_THE_CITY = Text("{city} seluruhnya: {figures:;}.", "{city} as a whole: {figures:;}.")
FAMILIES_OF_SITE = Text("{n:,} KK binaan.", "{n:,} assisted households.")
FAMILIES_OF_TWO = Text(
    "{n:,} KK binaan untuk dua lokasi bersama; pembagiannya tidak diketahui.",
    "{n:,} assisted households for two sites together; how they divide is not known.",
)
HOUSES_OF = Text("{n:,} {kind} ({year})", "{n:,} {kind} ({year})")
HOUSES = Text(
    "Rumah tidak layak huni di seluruh desa/kelurahan: {each:;}.",
    "Houses unfit to live in, in the whole village: {each:;}.",
)
NO_ACTIVITY_PUBLISHED = Text(
    "Kegiatan, biaya, dan realisasinya tidak diketahui.",
    "Activities, their cost and what was done are not known.",
)
NOTHING_BY_YEAR = Text(
    "Tidak diketahui: tidak ada angka kelurahan ini yang terbit dari sebelum dan sesudah program.",
    "Not known: no figure of this kelurahan is published from before and after the programme.",
)
INDEX_IN_YEAR = Text("{value:.4} ({year})", "{value:.4} ({year})")
INDEX_BY_YEAR = Text(
    "IDM, dari 0 sampai 1: {values:and}. Ini perubahan, bukan dampak.",
    "Village index (IDM, 0 to 1): {values:and}. This is change, not impact.",
)
INDEX_IS_EARLY = Text(
    "IDM diukur April sampai Juni, sehingga nilai tahun program sudah sebagian terkena program.",
    "The index is measured from April to June, so the value of the programme year is partly exposed.",
)
CANNOT_JUDGE = Text(
    "Belum dapat disimpulkan apakah program berdampak di sini. {why}",
    "Cannot tell whether the programme had an effect here. {why}",
)
SITE_LACKS = Text("Belum terbit: {things:;}.", "Not published: {things:;}.")
GAP_FAMILIES = Text("banyaknya KK binaan di lokasi ini", "the number of assisted households at this site")
GAP_ACTIVITIES = Text("rencana, biaya, dan realisasi kegiatan", "activities planned and done, and their cost")
GAP_FIGURES = Text(
    "angka lokasi dan keluarganya dari sebelum dan sesudah program",
    "figures of the site and its families from before and after the programme",
)
GAP_COMPARISON = Text("angka yang sama dari tempat pembanding", "the same figures of comparison places")
WORKBOOK_TELLS = Text(
    "Isi buku kerja kota (p2wkss template); profil lokasi lalu dibuat dari sana.",
    "Fill in the city's workbook (p2wkss template); the profile is then made from it.",
)

# --- figures that the user adds ---------------------------------------------------------------------------

READ = Text("{n:,} angka terbaca dari {file}: {title}.", "{n:,} {n:figure|figures} read from {file}: {title}.")
WOULD_BE = Text(
    "Baru: {new:,}. Sama dengan yang sudah ada: {same:,}. Berbeda: {different:,}.",
    "New: {new:,}. Equal to what is there: {same:,}. Different: {different:,}.",
)
STATUSES = {
    "different": Text(
        "Angka yang berbeda tidak ditimpa: angka yang sudah ada tetap dipakai.",
        "Nothing is overwritten where figures differ: the figure that is there stays in use.",
    ),
    "jump": Text(
        "{n:,} angka baru jauh dari riwayat daerahnya; periksa sebelum menyimpan.",
        "{n:,} new {n:figure is|figures are} far from the place's own history; check before saving.",
    ),
    "outside": Text(
        "{n:,} angka di luar rentang kamus data.", "{n:,} {n:figure is|figures are} outside the range of the dictionary."
    ),
    "breaks": Text("{n:,} angka bertentangan dengan angka lain.", "{n:,} {n:figure contradicts|figures contradict} others."),
}
FAULTS = Text(
    "{n:,} sel atau nama belum terbaca; perbaiki di berkasnya, lalu ulangi.",
    "{n:,} {n:cell or name|cells or names} cannot be read; correct them in the file and try again.",
)
ASIDE = Text(
    "Tidak dipakai: {totals:,} baris provinsi atau jumlah, {missing:,} sel tanpa angka.",
    "Left aside: {totals:,} rows of provinces or totals, {missing:,} cells without a figure.",
)
LEFT = Text("{heading} ({why})", "{heading} ({why})")
LEFT_COLUMNS = Text("Kolom yang tidak dibaca ({n:,}): {each:;}.", "Columns not read ({n:,}): {each:;}.")
RANGE = Text("Kamus data menerima {least:,} sampai {most:,} ({unit}).", "The dictionary accepts {least:,} to {most:,} ({unit}).")
STAYS = Text("Paket memuat {held:.{digits}}; angka itu tetap dipakai.", "The package has {held:.{digits}}, which stays in use.")
YOURS_STAYS = Text(
    "Tambahan Anda memuat {held:.{digits}}. Untuk menggantinya, jalankan dahulu: p2wkss data remove {name:typed}",
    "Your earlier addition has {held:.{digits}}. To replace it, first run: p2wkss data remove {name:typed}",
)
JUMPS = Text("Terakhir {value:.{digits}} pada {year}.", "Last {value:.{digits}} in {year}.")
UNLIKE = Text(
    "Berbeda pada {columns:list}; baris paket tetap dipakai.", "Different in {columns:list}; the package's row stays in use."
)
CORRECT = Text(
    "Bandingkan dengan terbitannya. Perbaiki di berkas, atau hapus baris itu.",
    "Compare with the publication. Correct it in the file, or delete the row.",
)
NEEDS_COLUMNS = Text(
    "{file} tidak memuat kolom tabel {table}. Satu baris judulnya harus memuat: {columns:list}.",
    "{file} does not have the columns of the table {table}. One header row must name: {columns:list}.",
)
NO_TABLE = Text("{file} tidak memuat tabel.", "{file} holds no table.")
SEVERAL_TABLES = Text(
    "{file} memuat {n:,} tabel. Pilih satu dengan --sheet, atau simpan satu per berkas: {sheets:list}.",
    "{file} holds {n:,} tables. Choose one with --sheet, or save one a file: {sheets:list}.",
)
TABLES = Text("{n:,} tabel terbuka.", "{n:,} open tables.")
HOLDS = Text("{table}: {n:,} baris isi.", "{table}: {n:,} {n:entry|entries}.")
ADDITION = Text(
    "{name} ({table}, {n:,} angka, {day}, dari {file})", "{name} ({table}, {n:,} {n:figure|figures}, {day}, from {file})"
)
YOURS = Text("Tambahan Anda ({n:,}): {each:;}.", "Your additions ({n:,}): {each:;}.")
SOURCE_ADDED = Text(
    "{n:,} angka ditambahkan pengguna dari {files:list}.",
    "{n:,} {n:figure was|figures were} added by the user from {files:list}.",
)
HOLDINGS = {
    "table": Text("tabel", "table"),
    "lines": Text("baris", "rows"),
    "held": Text("tahun", "years"),
    "gaps": Text("kosong", "gaps"),
    "publisher": Text("penerbit", "publisher"),
    "what": Text("isi", "what"),
    "indicator": Text("indikator", "indicator"),
    "series": Text("metode", "method"),
    "places": Text("daerah", "places"),
    "whole": Text("lengkap", "complete"),
    "newest": Text("terbaru", "newest"),
    "column": Text("kolom", "column"),
    "filled": Text("terisi", "filled"),
}
NEW_FIGURES = {
    "name": Text("daerah", "place"),
    "of_year": Text("tahun", "year"),
    "indicator": Text("indikator", "indicator"),
    "series": Text("metode", "method"),
    "value": Text("berkas", "file"),
    "held": Text("paket", "package"),
    "status": Text("keadaan", "status"),
    "remark": Text("catatan", "remark"),
    "cell": Text("sel", "cell"),
    "new": Text("baru", "new"),
    "same": Text("sama", "same"),
    "different": Text("berbeda", "different"),
}
