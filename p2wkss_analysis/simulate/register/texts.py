"""What a made-up register says of itself, and why one cannot be made."""

from __future__ import annotations

from ...say import Text

WORK = Text("Membuat register sintetis", "Making the synthetic register")
REGISTER = Text(
    "DATA SINTETIS. Register {n:,} keluarga-tahun: {villages:,} desa/kelurahan di {regencies:,} kabupaten/kota, tahun {first} sampai {last}. "
    "Nama dan kode tempat serta garis kemiskinan nyata, semua isian keluarga buatan. {sites} Jawaban yang diketahui ada di folder "
    "_known. Angka acuan (seed) {seed}.",
    "SYNTHETIC DATA. A register of {n:,} household-years: {villages:,} {villages:village|villages} in {regencies:,} "
    "{regencies:kabupaten or kota|kabupaten and kota}, {first} to {last}. Names and codes of places and poverty lines are real, every value "
    "of a household is made up. {sites} Known answers are in the folder _known. Seed {seed}.",
)
SITES = Text(
    "{n:,} lokasi dipilih menurut kebutuhan; pengaruh yang ditanam {effect:+.1} poin persen KK desil rendah.",
    "{n:,} {n:site was|sites were} chosen by need; the planted effect is {effect:+.1} percentage points of households in a low decile.",
)
SITES_NO_EFFECT = Text(
    "{n:,} lokasi dipilih menurut kebutuhan; tidak ada pengaruh yang ditanam.",
    "{n:,} {n:site was|sites were} chosen by need; no effect is planted.",
)
NO_SITES = Text("Tidak ada lokasi program.", "There are no programme sites.")
README = Text(
    "DATA SINTETIS\n\nSemua keluarga dan semua isiannya buatan, kecuali nama dan kode tempat, jumlah penduduk, serta garis dan angka kemiskinan yang "
    "diterbitkan BPS. Jangan dipakai untuk menyatakan sesuatu tentang suatu tempat.\n\nDibuat dengan p2wkss {version}, angka acuan (seed) {seed}: "
    "{n:,} keluarga-tahun, {first} sampai {last}.\n\nvillage_years.parquet: angka setiap desa/kelurahan dan tahun, dihitung langsung saat "
    "register dibuat. planted_points adalah perubahan KK desil rendah yang ditanam, dalam poin persen.\nsites.csv: lokasi program, "
    "tahun programnya, dan pengaruh yang diminta ({effect:+.1} poin persen KK desil rendah sejak tahun program).\n",
    "SYNTHETIC DATA\n\nAll households and all their values are made up, except names and codes of places, population, and the poverty lines and "
    "rates that BPS published. Do not use them to say anything about a place.\n\nMade with p2wkss {version}, seed {seed}: "
    "{n:,} household-years, {first} to {last}.\n\nvillage_years.parquet: the figures of each village and year, counted while "
    "the register was made. planted_points is the planted change of households in a low decile, in percentage points.\nsites.csv: the "
    "programme sites, their programme year, and the effect asked for ({effect:+.1} percentage points of households in a low decile from "
    "the programme year on).\n",
)
TOO_FEW = Text(
    "Register terlalu kecil: {villages:,} desa/kelurahan memerlukan sedikitnya {n:,} keluarga-tahun. Perbesar jumlahnya, atau pilih lebih sedikit tahun.",
    "The register is too small: {villages:,} {villages:village needs|villages need} at least {n:,} household-years. Ask for more, or for fewer years.",
)
TOO_MANY = Text(
    "Register terlalu besar untuk tempat yang dipilih: paling banyak {most:,} keluarga satu desa/kelurahan, kira-kira {n:,} keluarga-tahun seluruhnya.",
    "The register is too large for the places chosen: at most {most:,} households a village, about {n:,} household-years in all.",
)
REFUSED = Text("Register tidak dapat dibuat. {faults:;}.", "The register cannot be made. {faults:;}.")
NOT_A_NUMBER = Text(
    "households={given!r}: harus bilangan bulat, paling kecil 1",
    "households={given!r}: must be a whole number, at least 1",
)
NOT_YEARS = Text(
    "years={given}: harus tahun berurutan antara {least} dan {most}, atau banyaknya tahun sampai {last}",
    "years={given}: must be years one after the other between {least} and {most}, or a number of years up to {last}",
)
NOT_AN_EFFECT = Text(
    "effect={given!r}: harus angka dari {least} sampai {most} poin persen",
    "effect={given!r}: must be a number from {least} to {most} percentage points",
)
NOT_A_SEED = Text(
    "seed={given!r}: harus bilangan bulat dari 0 sampai {most:,}",
    "seed={given!r}: must be a whole number from 0 to {most:,}",
)
