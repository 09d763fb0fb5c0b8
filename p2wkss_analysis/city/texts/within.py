"""What is said of need within a village."""

from __future__ import annotations

from ...say import Text

LEVEL = {"rw": Text("RW", "RW"), "rt": Text("RT", "RT")}
NO_SUCH_LEVEL = Text("Tingkat {given!r} tidak dikenal. Pilih rw atau rt.", "Level {given!r} is not known. Choose rw or rt.")
WITHIN_FIGURES = {
    "slum_score": Text("nilai kekumuhan", "slum score"),
    "unfit": Text("bagian KK dengan RTLH", "share of families in houses unfit to live in"),
    "low_decile": Text("bagian KK berdesil rendah", "share of families in low deciles"),
    "out_of_school": Text("bagian anak usia 7–18 yang tidak sekolah", "share of children of 7 to 18 out of school"),
}
WITHIN = Text(
    "{first:and} paling membutuhkan di antara {n:,} {unit} di {village}.",
    "Of the {n:,} {unit} of {village}, {first:and} {k:needs|need} the programme most.",
)
WITHIN_FIRST = Text("paling membutuhkan", "the neediest")
WITHIN_TOP = Text("termasuk {k:,} yang paling membutuhkan", "among the {k:,} neediest")
WITHIN_FIRM = Text(
    "Pilihan ini kokoh. Peluang benar-benar {among}: {first:and}.",
    "This choice is firm. Chance of truly being {among}: {first:and}.",
)
WITHIN_OPEN = Text(
    "Pilihan ini belum kokoh. Peluang benar-benar {among}: {first:and}. Pertimbangkan juga {others:and} dalam musyawarah.",
    "This choice is not firm yet. Chance of truly being {among}: {first:and}. Consider {others:and} in the deliberation as well.",
)
WITHIN_WEAK = Text(
    "Pilihan ini belum kokoh. Peluang benar-benar {among}: {first:and}. Putuskan dalam musyawarah.",
    "This choice is not firm yet. Chance of truly being {among}: {first:and}. Leave the decision to the deliberation.",
)
WITHIN_UNTESTED = Text(
    "Kekokohannya belum dapat diuji karena dasarnya hanya nilai kekumuhan. Isi lembar Keluarga (kunjungan pertama) untuk mengujinya.",
    "Its firmness cannot be tested, as only the slum score is known. Fill in the sheet Households (first visits) to test it.",
)
WITHIN_NAME = Text("{name} {p:.0%}", "{name} {p:.0%}")
WITHIN_BY = Text("Dasarnya: {figures:and}.", "Based on: {figures:and}.")
WITHIN_WITHOUT = Text(
    "Belum ikut karena datanya belum cukup: {figures:and}.", "Not yet included for lack of data: {figures:and}."
)
WITHIN_LEFT_OUT = Text(
    "Belum ikut karena datanya belum lengkap di {village}: {places:and}.",
    "Not yet ranked in {village}, as data are incomplete: {places:and}.",
)
WITHIN_LISTED = Text(
    "Bagian KK dihitung dari keluarga pada lembar Keluarga; bila hanya KK miskin yang didata, urutan ini mencerminkan pendataannya.",
    "Shares are counted on the families of the sheet Households; if only poor families were listed, the order reflects the listing.",
)
NOTHING_WITHIN = Text(
    "RW atau RT di {village} belum dapat diperingkat: baru {n:,} {unit} yang datanya cukup, perlu paling sedikit lima. Isi lembar "
    "RT (kriteria kumuh setiap RT) atau Keluarga (kunjungan pertama) untuk desa/kelurahan itu.",
    "The RW or RT of {village} cannot be ranked yet: {n:,} {unit} {n:has|have} enough data and at least five are needed. Fill in "
    "the sheet Neighbourhoods (slum criteria of every RT) or Households (first visits) for that village.",
)
RT_ARE_ENOUGH = Text(
    'Datanya cukup untuk memeringkat RT: --level rt, atau level="rt" di Python.',
    'There are enough data to rank its RT: --level rt, or level="rt" in Python.',
)
NO_FIGURE_WITHIN = Text(
    "{unit} di {village} belum dapat diperingkat: tidak ada angka yang diketahui dan berbeda pada paling sedikit 80% dari semuanya. "
    "Lengkapi lembar RT (kriteria kumuh setiap RT) atau Keluarga (kunjungan pertama).",
    "The {unit} of {village} cannot be ranked yet: no figure is known for at least 80% of them and differs between them. Complete the "
    "sheet Neighbourhoods (slum criteria of every RT) or Households (first visits).",
)
NOT_SURVEYED = Text(
    "RW dan RT di {places:and} belum didata. Isi lembar RT (kriteria kumuh setiap RT) atau Keluarga (kunjungan pertama).",
    "The RW and RT of {places:and} have no data yet. Fill in the sheet Neighbourhoods (slum criteria of every RT) or Households (first "
    "visits).",
)
NO_ROWS_WITHIN = Text(
    "Tidak ada desa/kelurahan usulan yang RT-nya sudah didata. Isi lembar RT atau Keluarga untuk {places:and}, atau "
    "sebutkan desa/kelurahan lain dengan kode atau namanya (--village, atau village= di Python).",
    "None of the proposed villages has data on its RT yet. Fill in the sheet Neighbourhoods or Households for {places:and}, or name "
    "another village by its code or name (--village, or village= in Python).",
)
ALL_SETTLED = Text(
    "RW semua lokasi {year} sudah ditetapkan pada lembar Lokasi.",
    "The RW of all sites of {year} is already fixed on the sheet Sites.",
)
