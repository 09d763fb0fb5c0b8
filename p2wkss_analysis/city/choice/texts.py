"""What is said of how sites were chosen: what of the record is used, what is lacking, and what was written down."""

from __future__ import annotations

from ...say import Text

DRAWS_USED = Text(
    "Cara memilih yang dipakai: undian terbuka ({years:;}). Undian dihitung kembali dari angka acuan dan daftar calon; hasilnya sama dengan lokasi "
    "yang tercatat.",
    "The choice used is the public draw on record ({years:;}). Worked out again from seed and candidates, it gives the sites recorded.",
)
DRAW_OF_YEAR = Text(
    "{year}: {n:,} dari {candidates:,} calon, angka acuan {seed}",
    "{year}: {n:,} of {candidates:,} {candidates:candidate|candidates}, seed {seed}",
)
RANKING_USED = Text(
    "Cara memilih yang dipakai: {figure}, {end} ({years:;}).",
    "The choice used is the ranking on record: {figure}, {end} ({years:;}).",
)
RANKING_OF_YEAR = Text(
    "{year}: {n:,} dari {candidates:,} calon, angka tahun {of}",
    "{year}: {n:,} of {candidates:,} candidates, figures of {of}",
)
RANKING_OF_ALL = Text(
    "{year}: {n:,} dari {candidates:,} desa/kelurahan yang belum menjadi lokasi, angka tahun {of}",
    "{year}: {n:,} of {candidates:,} villages not yet sites, figures of {of}",
)
CHOICE_NOT_USED = Text(
    "Catatan cara memilih belum dapat dipakai: {reasons:;}. Perkiraan ini menganggap cara memilih tidak diketahui.",
    "The record of how sites were chosen cannot be used yet: {reasons:;}. This estimate treats the choice as unknown.",
)
CHOICE_NOT_USED_FOR = Text(
    "Untuk {outcome}, catatan cara memilih tidak dapat dipakai: {reasons:;}.",
    "For {outcome}, the record of how sites were chosen cannot be used: {reasons:;}.",
)
CHOICE_ON_RECORD = Text(
    "Calon tahun {year} sudah tertulis di lembar Calon. Perbaiki di sana, atau jalankan tanpa pilihan ini.",
    "The candidates of {year} are on the sheet Candidates already. Correct them there, or run without this choice.",
)
DRAW_OF_OTHER_YEAR = Text(
    "Undian ini untuk tahun program {drawn}, sedangkan yang disiapkan {year}. Sebutkan tahun yang sama.",
    "This draw is for the programme year {drawn}, but {year} is prepared. Name the same year.",
)
NO_VILLAGE_CODE = Text(
    "{code} bukan kode desa/kelurahan, RW, atau RT. Tulis misalnya 32.76.11.1001.",
    "{code} is not a code of a village, RW or RT. Write for example 32.76.11.1001.",
)
NOT_A_VILLAGE = Text("{given}: {rule} {remedy}", "{given}: {rule} {remedy}")
RECORDED_RANKING = Text(
    "Dicatat: {places:and}, {n:,} teratas dari {candidates:,} calon menurut indeks kebutuhan {year}; skor semua calon ada di lembar Calon.",
    "Recorded: {places:and}, the first {n:,} of {candidates:,} candidates by the need index of {year}; the scores of all stand on the sheet Candidates.",
)
RECORDED_OTHERWISE = Text(
    "Dicatat: {places:and}, dengan skor {candidates:,} calon menurut indeks kebutuhan {year}. Bukan yang teratas: {others:and}. Isi kolom "
    "Cara memilih lokasi di lembar Lokasi.",
    "Recorded: {places:and}, with the scores of {candidates:,} candidates by the need index of {year}. Not ranked first: {others:and}. Fill in the "
    "column How it was chosen on the sheet Sites.",
)
RECORDED_DRAW = Text(
    "Dicatat: {places:and}, terpilih melalui undian dari {candidates:,} calon dengan angka acuan {seed}.",
    "Recorded: {places:and}, drawn from {candidates:,} candidates with the seed {seed}.",
)
RECORDED_WITHOUT_LIST = Text(
    "Dicatat: {places:and}. Tahun itu sudah ada lokasi dari urutan atau undian lain, sehingga daftar calonnya tidak ditulis. Isi kolom "
    "Cara memilih lokasi di lembar Lokasi.",
    "Recorded: {places:and}. That year already has a site from another ranking or draw, so the candidates are not listed. Fill in the "
    "column How it was chosen on the sheet Sites.",
)
RULE_OF_ANALYST = Text(
    "Aturan pemilihan diberikan analis; catatan pada lembar Lokasi dan Calon tidak dipakai.",
    "The selection rule was given by the analyst; the record on the sheets Sites and Candidates is not used.",
)
OF_YEAR = Text("{year}, {what}", "{year}, {what}")
WAY_NOT_SAID = Text(
    "kolom Cara memilih lokasi belum diisi untuk semua lokasi",
    "the column How it was chosen is not filled in for all sites",
)
CHOSEN_OTHERWISE = Text(
    "lokasi dipilih menurut {ways:and}, yang tidak dapat dihitung kembali",
    "sites were chosen by {ways:and}, which cannot be worked out again",
)
WAYS_DIFFER = Text(
    "cara memilih atau angka yang diurutkan berbeda dari tahun ke tahun",
    "the way of choosing, or the figure ranked, differs from year to year",
)
NO_SEED = Text("isi kolom Angka acuan undian", "fill in the column Seed of the draw")
SEVERAL_SEEDS = Text("undian memakai lebih dari satu angka acuan", "the draw has more than one seed")
NO_CANDIDATES = Text("tulis semua calon di lembar Calon", "list all candidates on the sheet Candidates")
DRAW_OF_PARTS = Text(
    "calon undian harus seluruhnya desa/kelurahan atau seluruhnya RW, seperti lokasinya",
    "the candidates must all be villages or all be RWs, as the sites are",
)
UNEQUAL_CHANCES = Text(
    "banyaknya calon RW berbeda antardesa/kelurahan, sehingga peluangnya tidak sama",
    "villages had different numbers of candidate RWs, so their chances were not equal",
)
DRAW_DIFFERS = Text(
    "angka acuan dan daftar calon tidak menghasilkan lokasi yang tercatat; periksa keduanya dengan berita acara",
    "seed and candidates do not give the sites recorded; check both against the minutes",
)
NOBODY_LEFT = Text(
    "calon yang tidak terundi terlalu sedikit untuk menjadi pembanding",
    "too few candidates were not drawn to be compared with",
)
COLUMNS_OF_RANKING = {
    "ranking_figure": Text("angka yang diurutkan", "the figure ranked"),
    "ranking_end": Text("yang dipilih", "the chosen end"),
    "ranking_year": Text("tahun angkanya", "the year of the figure"),
}
RANKING_NOT_SAID = Text("isi {columns:and} untuk semua lokasi", "fill in {columns:and} for all sites")
SEVERAL_RANKINGS = Text(
    "lokasi setahun itu dipilih dari lebih dari satu urutan",
    "the sites of that year were taken from more than one ranking",
)
RANKING_OF_PARTS = Text(
    "yang diurutkan RW, sedangkan yang dibandingkan desa/kelurahan",
    "RWs were ranked, while villages are compared",
)
NO_FIGURES = Text("isi angka semua calon", "fill in the figures of all candidates")
FIGURES_MISSING = Text(
    "{n:,} calon belum ada angkanya",
    "{n:,} {n:candidate has|candidates have} no figure",
)
FIGURE_OF_START = Text(
    "angka yang diurutkan berasal dari tahun program itu sendiri; tulis angka yang diketahui saat itu di lembar Calon",
    "the figure ranked is of the programme year itself; write the figures known then on the sheet Candidates",
)
SITE_WITHOUT_FIGURE = Text(
    "ada lokasi terpilih yang tidak mempunyai angka dalam urutan itu",
    "a site chosen has no figure in that ranking",
)
FEW_RANKED = Text(
    "hanya {n:,} calon yang datanya dapat dibandingkan; perlu {least}",
    "only {n:,} {n:candidate has|candidates have} figures to compare; {least} are needed",
)
