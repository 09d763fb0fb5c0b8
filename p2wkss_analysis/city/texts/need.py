"""What is said of the need of villages."""

from __future__ import annotations

from ...say import Text

REASONS = {  # why a column does not enter the index
    "empty": Text("belum diisi", "not filled in"),
    "few": Text("terisi untuk kurang dari 80% desa/kelurahan", "filled in for fewer than 80% of villages"),
    "same": Text("nilainya sama di semua desa/kelurahan", "the same in every village"),
    "cuts": Text("batas desilnya berbeda antardesa/kelurahan", "the decile cut differs between villages"),
}
INDEX_OF = Text("Kolom indeks kebutuhan {year}: {columns:and}.", "Columns of the {year} need index: {columns:and}.")
SAME_WEIGHT = Text("Berbobot sama: {aspects:and}.", "Equal weight: {aspects:and}.")
UNUSED = Text("Tidak dipakai: {columns:;}.", "Not used: {columns:;}.")
NOT_OF_THIS_WORKBOOK = Text(
    "{n:,} KK dalam undian tidak ada pada {file} ({ids:list}). Undi dari buku kerja yang sama.",
    "{n:,} {n:household|households} of the draw {n:is|are} not in {file} ({ids:list}). Draw from the same workbook.",
)
UNUSED_COLUMN = Text("{column}, {why}", "{column}, {why}")
ASPECTS_LEFT_OUT = Text("Aspek yang tidak ikut: {aspects:and}.", "Aspects left out: {aspects:and}.")
ASPECT_LEFT_OUT = Text("{aspect} ({reasons:;})", "{aspect} ({reasons:;})")
MORE_THAN_CANDIDATES = Text(
    "Sasaran {year} adalah {asked:,} lokasi, tetapi hanya {places:,} desa/kelurahan dapat diperingkat. Usulan dibatasi {k:,}, satu di bawah jumlah itu.",
    "The target for {year} is {asked:,} sites, but only {places:,} {places:village|villages} can be ranked. The proposal stops at {k:,}, one below that.",
)
MORE_THAN_LEFT = Text(
    "Sasaran {year} adalah {asked:,} lokasi. Selain {fixed:,} yang sudah ditetapkan, hanya {places:,} desa/kelurahan dapat diperingkat. Usulan dibatasi {k:,}, "
    "satu di bawah jumlah itu.",
    "The target for {year} is {asked:,} sites. Beside the {fixed:,} already fixed, only {places:,} {places:village|villages} can be ranked. The proposal stops at {k:,}, one "
    "below that.",
)
ALL_FIXED = Text(
    "Semua lokasi {year} sudah ditetapkan; urutan ini memuat tempat lain saja.",
    "All sites of {year} are already fixed; this order is of the other places only.",
)
ONLY_WEIGHTS_VARIED = Text(
    "Yang diuji hanya bobot dan cara menghitung, bukan kesalahan data.",
    "Only weights and methods were varied, not errors in the data.",
)
FIRMNESS_UNKNOWN = Text(
    "Kekokohan pilihan ini belum dapat diuji: hanya satu kolom yang dipakai, sehingga bobot tidak mengubah urutan. Isi kolom aspek lain "
    "untuk mengujinya; kesalahan data juga belum diperhitungkan.",
    "The firmness of this choice cannot be tested yet: only one column is used, so weights cannot change the order. Fill in columns of "
    "other aspects to test it; errors in the data are not counted either.",
)
CHOICE = Text(
    "Usulan lokasi {year}: {places:and}. Dasarnya data {data_year}: {columns:and}.",
    "Proposed for {year}: {places:and}. Based on data of {data_year}: {columns:and}.",
)
NEXT_IN_NEED = Text(
    "Semua lokasi {year} sudah ditetapkan. Di antara tempat lain, {places:and} paling membutuhkan menurut data {data_year}: {columns:and}.",
    "All sites of {year} are already fixed. Of the other places, {places:and} has the most need by data of {data_year}: {columns:and}.",
)
TOO_FEW_PLACES = Text(
    "Pemeringkatan memerlukan tiga desa/kelurahan; hanya {n:,} yang datanya lengkap dan belum pernah menjadi lokasi. Lengkapi data desa/kelurahan lain.",
    "A ranking needs three villages; only {n:,} {n:has|have} complete data and {n:has|have} not been a site. Complete the data of other villages.",
)
NO_FIGURES = Text(
    "Lembar Desa-Kelurahan belum berisi angka. Isi tahun dan paling sedikit satu indikator untuk setiap desa/kelurahan.",
    "The sheet Villages holds no figures yet. Fill in the year and at least one indicator for every village.",
)
NOTHING_USABLE = Text(
    "Belum ada kolom kebutuhan yang dapat dipakai pada lembar Desa-Kelurahan.",
    "No column of need can be used on the sheet Villages.",
)
FILLED_SO_FAR = Text("Baru terisi: {columns:and}.", "Filled in so far: {columns:and}.")
COLUMN_FILLED = Text("{column} {n:,} dari {all:,}", "{column} {n:,} of {all:,}")
FILL_IN_A_COLUMN = Text(
    "Isi paling sedikit satu kolom untuk sekurangnya 80% desa/kelurahan: luas kumuh, persen KK desil rendah, stunting, tidak bersekolah, atau pengeluaran.",
    "Fill in at least one column for at least 80% of villages: slum area, households in low deciles, stunting, out of school or expenditure.",
)
NO_SUCH_FIGURE = Text(
    "Lembar Desa-Kelurahan tidak memuat kolom angka {columns:list}. Yang terisi: {filled:list}.",
    "The sheet Villages has no column of numbers {columns:list}. Filled in are: {filled:list}.",
)
MAP_AND_LIST = Text(
    "Peta memuat juga lokasi terdahulu; skor pada daftar dihitung hanya di antara tempat yang masih dapat dipilih, sehingga angkanya dapat berbeda.",
    "The map includes past sites; scores on the list are computed among places that can still be chosen, so the figures may differ.",
)
