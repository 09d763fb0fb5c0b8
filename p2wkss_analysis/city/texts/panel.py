"""What is said of the effect on sites."""

from __future__ import annotations

from ...say import Text

LIMITS = (  # of an evaluation of sites on a city's own register and figures
    Text(
        "Yang diperkirakan: perubahan rata-rata desa/kelurahan karena menjadi lokasi {programme}, dibandingkan seandainya tidak. Semua kegiatan "
        "dan dana yang ikut datang termasuk, jadi bukan pengaruh {programme} sendiri.",
        "What is estimated: the average change in a village from being a {programme} site, compared with not being one. All activities and "
        "money that came with it are included, so it is not the effect of {programme} alone.",
    ),
    Text(
        "Pergeseran anggaran: dinas memindahkan kegiatan ke lokasi, sehingga tempat lain mungkin mendapat lebih sedikit. Selisih itu ikut terhitung.",
        "Displacement: departments move budgets towards the site, so other places may get less. That gap is counted in.",
    ),
    Text(
        "Imbas: tetangga lokasi tetap menjadi pembanding. Bila mereka ikut terbantu, pengaruh tampak lebih kecil.",
        "Spillover: neighbours of a site stay in the comparison. Where they benefit too, the effect looks smaller.",
    ),
    Text(
        "Lokasi yang belum dicatat pada lembar Lokasi dihitung sebagai pembanding, sehingga pengaruh tampak lebih kecil.",
        "Sites not recorded on the sheet Sites count as comparison, so the effect looks smaller.",
    ),
    Text(
        "Dilusi: bila hanya sebagian KK dibina, rata-rata desa/kelurahan berubah jauh lebih kecil daripada KK binaan.",
        "Dilution: where only some households are assisted, the village average changes far less than they do.",
    ),
)
RECORD_THE_CHOICE = Text(
    "Catat pada lembar Lokasi bagaimana dan kapan lokasi dipilih.",
    "Record on the sheet Sites how and when they were chosen.",
)
STATED_CHOICE = Text(
    "Menurut lembar Lokasi, cara memilih lokasi: {ways:and}. Perkiraan ini tetap menganggapnya tidak diketahui: angka dan tahun dasar nilai, atau "
    "daftar calon undian, tidak tercatat.",
    "According to the sheet Sites, sites were chosen by: {ways:and}. This estimate still treats that as unknown: the figures and year behind a "
    "score, or the candidates of a draw, are not recorded.",
)
MAIN_BY_CITY = Text(
    "Indikator utama: {outcome}, ditetapkan kota pada lembar Pengaturan.",
    "The main outcome is {outcome}, as the city fixed it on the sheet Settings.",
)
MAIN = Text("Indikator utama: {outcome}.", "The main outcome is {outcome}.")
ORDER_FIXED = Text(
    "Urutan indikator sama untuk semua kota dan ditetapkan sebelum hasil dilihat, mulai dari {order:and}. Yang pertama terisi dan nilainya beragam "
    "menjadi indikator utama.",
    "The order of outcomes is the same for all cities and was fixed before any result was seen, starting with {order:and}. The first that is filled "
    "in and varies is the main one.",
)
ONLY_ONE_OUTCOME = Text("Hanya satu indikator yang dapat dinilai.", "Only one outcome can be evaluated.")
SOURCE_CHANGED = Text(
    "Sumber data berganti: {changes:;}. Loncatan antartahun dapat berasal dari pergantian itu.",
    "The data source changed: {changes:;}. A jump between years may come from that change.",
)
COLUMN_WITH_SOURCES = Text("{column}: {sources:and}", "{column}: {sources:and}")
SOURCE_IN_YEARS = Text("{source} ({first}-{last})", "{source} ({first}-{last})")
SOURCE_IN_YEAR = Text("{source} ({first})", "{source} ({first})")
LEFT_OUT = Text(
    "{n:,} desa/kelurahan tidak ikut dihitung karena programnya dimulai pada atau sebelum tahun data pertama ({first}).",
    "{n:,} {n:village is|villages are} left out because the programme began there in or before the first year of data ({first}).",
)
NO_EFFECT_OF_SITES = Text(
    "Belum dapat dijawab apakah program berdampak pada lokasi. {why}",
    "Cannot tell yet whether the programme had an effect on sites. {why}",
)
NO_SITE_BEGAN = Text(
    "{column}: tidak ada lokasi yang programnya dimulai sesudah tahun data pertama ({first}) dan sampai {last}.",
    "{column}: no site began after the first year of data ({first}) and up to {last}.",
)
COLUMN_REFUSED = Text("{column}: {why}", "{column}: {why}")
TOO_LITTLE = Text("{column}: {lacking:;}.", "{column}: {lacking:;}.")
YEARS_NEEDED = Text("perlu {least:,} tahun, {there}", "{least:,} years are needed, {there}")
PLACES_NEEDED = Text("perlu {least:,} desa/kelurahan, {there}", "{least:,} villages are needed, {there}")
SO_FAR = Text("baru ada {n:,}", "{n:,} so far")
NONE_SO_FAR = Text("belum ada", "none so far")
