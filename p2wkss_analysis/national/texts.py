"""What a run over the whole country says: what it found, what it could not answer, and what it refuses."""

from __future__ import annotations

from ..say import Text

# --- the tables that are given ----------------------------------------------------------------------------

VILLAGE_YEARS = Text("tabel desa-tahun", "table of village-years")
SITES = Text("tabel lokasi", "table of sites")
NO_TABLE = Text(
    "{what}: berikan DataFrame, atau alamat berkas Parquet, CSV, atau Excel.",
    "{what}: give a DataFrame, or the path of a Parquet, CSV or Excel file.",
)
UNKNOWN_KIND = Text(
    "{what}: {name} bukan berkas Parquet, CSV, atau Excel (.parquet, .csv, .xlsx). Simpan dalam salah satu bentuk itu.",
    "{what}: {name} is no Parquet, CSV or Excel file (.parquet, .csv, .xlsx). Save it as one of these.",
)
CANNOT_BE_READ = Text(
    "{what}: {name} rusak atau bukan jenis berkas yang disebut namanya. Minta dikirim ulang, atau simpan ulang.",
    "{what}: {name} is damaged or not the kind of file its name says. Ask for it again, or save it anew.",
)
COLUMN_TWICE = Text(
    "{what}: kolom {columns:list} ada dua kali. Sisakan satu saja.",
    "{what}: the column {columns:list} appears twice. Keep one of them.",
)
EMPTY = Text("{what}: tidak ada baris. Periksa berkasnya.", "{what}: there are no rows. Check the file.")
NO_FIGURE_COLUMN = Text(
    "Tabel desa-tahun tidak memuat satu pun indikator. Tambahkan paling sedikit satu kolom: {known:list}.",
    "The table of village-years holds no indicator. Add at least one column: {known:list}.",
)
NO_VALUE = Text(
    "Tabel desa-tahun belum berisi angka indikator. Isi paling sedikit satu indikator.",
    "The table of village-years has no value of any indicator yet. Fill in at least one.",
)
PARTLY_SYNTHETIC = Text(
    "{what}: {n:,} dari {all:,} baris bertanda sintetis. Pisahkan data sintetis dari data nyata.",
    "{what}: {n:,} of {all:,} rows {n:is|are} marked synthetic. Separate synthetic data from real data.",
)
SYNTHETIC_SITES = Text(
    "Tabel lokasi bertanda sintetis, sedangkan tabel desa-tahun tidak. Jangan campur data sintetis dengan data nyata.",
    "The table of sites is marked synthetic, the table of village-years is not. Do not mix synthetic with real data.",
)

# --- what is asked ----------------------------------------------------------------------------------------

UNKNOWN_OUTCOME = Text(
    "Indikator utama {given} tidak dikenal. Pilih salah satu: {known:list}.",
    "The main outcome {given} is unknown. Choose one of: {known:list}.",
)
OUTCOME_WITHOUT_VALUES = Text(
    "Indikator utama {given} tidak berisi angka pada tabel desa-tahun. Pilih salah satu: {known:list}.",
    "The main outcome {given} has no values in the table of village-years. Choose one of: {known:list}.",
)
UNKNOWN_RULE = Text(
    'Aturan pemilihan {given} tidak dikenal. Pakai "worst", sebuah SelectionRule, atau None bila tidak diketahui.',
    'The rule of choice {given} is unknown. Use "worst", a SelectionRule, or None where nobody knows.',
)
RULE_BY_OUTCOME = Text(
    "Aturan pemilihan di sini selalu menurut indikator utama. Pakai by='outcome' dan sebutkan indikatornya sebagai outcome.",
    "The rule of choice here is always by the main outcome. Use by='outcome' and name the indicator as outcome.",
)

# --- the folder of results --------------------------------------------------------------------------------

CANNOT_PUBLISH = Text(
    "Folder hasil {name} tidak dapat ditulis ({reason}). Periksa ruang, folder, dan hak aksesnya, lalu jalankan lagi: bagian yang "
    "sudah selesai tidak dihitung ulang.",
    "The folder of results {name} cannot be written ({reason}). Check the free space, the folder and your access rights, then run "
    "again: finished parts are not computed again.",
)
RUNS_ALREADY = Text(
    "Proses lain sedang mengerjakan {name}. Tunggu sampai selesai, atau pilih folder lain.",
    "Another process is working on {name}. Wait until it is finished, or choose another folder.",
)
OTHER_RESULTS = Text(
    "{name} sudah berisi hasil dari data atau pilihan lain, dan tidak ditimpa. Pilih folder lain, atau pindahkan hasil itu dahulu.",
    "{name} holds results of other data or options, and is not replaced. Choose another folder, or move those results first.",
)
HOLDS_SOMETHING = Text(
    "{name} sudah ada dan tidak kosong. Pilih folder baru untuk hasilnya.",
    "{name} exists and is not empty. Choose a new folder for the results.",
)

# --- why there is no answer -------------------------------------------------------------------------------

NO_NEED = Text("Peringkat kebutuhan tidak dapat dihitung.", "Need cannot be ranked.")
NO_NEIGHBOURS = Text(
    "Desa/kelurahan yang bertetangga tidak diketahui. Berikan berkas batas wilayah.",
    "Which villages are neighbours is not known. Give a file of boundaries.",
)
NO_LAYOUT = Text(
    "Desa/kelurahan yang bertetangga tidak diketahui: tata letak petak wilayah ini belum tersimpan. Berikan berkas batas wilayah.",
    "Which villages are neighbours is not known: no layout of tiles is kept for this place. Give a file of boundaries.",
)
NO_BOUNDARY = Text(
    "Berkas batas wilayah hanya memuat {n:,} dari {all:,} desa/kelurahan; diperlukan paling sedikit separuh.",
    "The file of boundaries holds only {n:,} of {all:,} villages; at least half are needed.",
)
NO_SITES = Text(
    "Tidak ada lokasi program pada tabel lokasi. Lengkapi kode dan tahunnya.",
    "The table of sites has no programme site here. Add its code and year.",
)
NO_TWO_REGENCIES = Text(
    "Kurang dari dua kabupaten/kota dapat dievaluasi. Lengkapi lokasi dan tahun datanya.",
    "Fewer than two kabupaten or kota can be evaluated. Add sites and years of data.",
)

# --- progress ---------------------------------------------------------------------------------------------

REGENCIES = Text("Kabupaten/kota", "Kabupaten/kota")
COUNTRY = Text("Seluruh wilayah", "All together")
COUNTRY_NAME = Text("Semua kabupaten/kota", "All kabupaten and kota")

# --- the result -------------------------------------------------------------------------------------------

NEED = Text("kebutuhan", "need")
RANKED = Text(
    "{ranked:,} dari {regencies:,} kabupaten/kota ({villages:,} desa/kelurahan) memiliki peringkat kebutuhan untuk tahun {year}.",
    "{ranked:,} of {regencies:,} kabupaten and kota ({villages:,} villages) have a ranking of need for {year}.",
)
NOT_RANKED = Text(
    "Tidak satu pun dari {regencies:,} kabupaten/kota dapat diperingkat.",
    "None of {regencies:,} kabupaten and kota can be ranked.",
)
CLUSTERS = Text(
    "Gugus desa/kelurahan dengan kebutuhan tinggi dicari pada {mapped:,} kabupaten/kota dan ditemukan pada {clustered:,}.",
    "Clusters of villages in high need were looked for in {mapped:,} kabupaten and kota, and found in {clustered:,}.",
)
NO_CLUSTERS = Text(
    "Gugus tidak dicari: desa/kelurahan yang bertetangga tidak diketahui.",
    "Clusters were not looked for: which villages are neighbours is not known.",
)
EFFECT = Text(
    "Dampak dapat dihitung untuk {n:,} kabupaten/kota. Seluruhnya: {sentence}",
    "The effect can be computed for {n:,} kabupaten and kota. All together: {sentence}",
)
ASSUMED = Text(
    "Dianggap: setiap kabupaten/kota memilih yang terburuk pada indikator itu setahun sebelumnya.",
    "Assumed: each kabupaten and kota chose the worst on that outcome the year before.",
)
NO_EFFECT = Text(
    "Dampak pada {outcome} tidak dapat dihitung untuk kabupaten/kota mana pun.{reason}",
    "The effect on {outcome} cannot be computed for any kabupaten or kota.{reason}",
)
MOSTLY = Text(" Alasan tersering: {reason}", " The most frequent reason: {reason}")
EFFECTS_APART = Text(
    "Dampak dihitung untuk {n:,} kabupaten/kota, dan tidak dapat digabungkan.",
    "The effect was computed for {n:,} kabupaten and kota, and cannot be put together.",
)
SITES_ELSEWHERE = Text(
    "{n:,} baris tabel lokasi berada di kabupaten/kota yang tidak ada pada tabel desa-tahun, dan tidak dihitung.",
    "{n:,} {n:row|rows} of the table of sites {n:is|are} in kabupaten or kota that the table of village-years does not have, and {n:does|do} not count.",
)
REFUSED = Text(
    "Pada {n:,} kabupaten/kota ada pertanyaan yang tidak terjawab; alasannya di kolom reason pada regencies.csv.",
    "In {n:,} kabupaten or kota a question could not be answered; the reason stands in the column reason of regencies.csv.",
)
HEADINGS = {
    "regency_code": Text("Kode", "Code"),
    "name": Text("Kabupaten/kota", "Kabupaten/kota"),
    "villages": Text("Desa/kelurahan", "Villages"),
    "ranked": Text("Diperingkat", "Ranked"),
    "neediest": Text("Paling membutuhkan", "Neediest"),
    "clusters": Text("Dalam gugus", "In clusters"),
    "estimate": Text("Dampak", "Effect"),
    "conf_low": Text("Batas bawah", "Lower bound"),
    "conf_high": Text("Batas atas", "Upper bound"),
}
