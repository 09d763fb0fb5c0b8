"""How a rule of choice is said, and what can be wrong with one."""

from __future__ import annotations

from ..say import Text

# --- places -----------------------------------------------------------------------------------------------

PLACES_CHOSEN = Text(
    "Setiap tahun dipilih {n:,} tempat dengan {figure} {end} {lag:,} tahun sebelum program dimulai; {again}.",
    "Each year the {n:,} {n:place|places} with the {end} {figure} {lag:,} {lag:year|years} before the start {n:was|were} chosen; "
    "{again}.",
)
PLACES_CHOSEN_IN_GROUPS = Text(
    "Setiap tahun dipilih {n:,} tempat dengan {figure} {end} {lag:,} tahun sebelum program dimulai di setiap kelompok; {again}.",
    "Each year the {n:,} {n:place|places} with the {end} {figure} {lag:,} {lag:year|years} before the start {n:was|were} chosen in "
    "each group; {again}.",
)
FIGURES = {
    "outcome": Text("nilai indikator", "outcome"),
    "ranking": Text("nilai pemeringkatan", "ranking value"),
}
ENDS = {"lowest": Text("terendah", "lowest"), "highest": Text("tertinggi", "highest")}
ONCE = Text("suatu tempat hanya dipilih sekali", "a place is chosen once")
AGAIN = Text("suatu tempat boleh dipilih lagi", "a place may be chosen again")
PLACES_WRONG = Text("Aturan pemilihan lokasi keliru. {faults:;}.", "The selection rule is wrong. {faults:;}.")
NOT_ONE_OF = Text("{name}={given!r}: harus salah satu dari {allowed:list}", "{name}={given!r}: must be one of {allowed:list}")
DRAWS_WITHOUT_YEARS = Text(
    "Setiap undian memerlukan tahun programnya sendiri (draw_lots(..., year=...)); yang diberikan: {years}.",
    "Each draw needs a programme year of its own (draw_lots(..., year=...)); given: {years}.",
)
NOT_WHOLE = Text(
    "{name}={given!r}: harus bilangan bulat, paling kecil 1",
    "{name}={given!r}: must be a whole number, at least 1",
)

# --- households -------------------------------------------------------------------------------------------

HOUSEHOLDS_CHOSEN = Text("KK binaan dipilih {how}{details}.", "Assisted households were chosen {how}{details}.")
HOUSEHOLDS_OF_NEXT_YEAR = Text(
    "KK pembanding adalah calon KK binaan tahun berikutnya{details}.",
    "The comparison households are those chosen for the next year{details}.",
)
HOUSEHOLDS_UNKNOWN = Text(
    "Cara pemilihan KK binaan tidak diketahui.",
    "How assisted households were chosen is not known.",
)
HOW = {
    "draw": Text("dengan undian", "by lot"),
    "register": Text("menurut data register (desil atau indeks)", "by a register's figure (decile or index)"),
    "score": Text("menurut nilai (skor) dari beberapa hal", "by a score of several things"),
    "baseline": Text(
        "menurut angka kunjungan awal yang dievaluasi itu sendiri",
        "by the very first-visit figure that is evaluated",
    ),
    "whole_rt": Text("per RT utuh", "as whole RTs"),
}
DRAWN_IN_PART = Text("dengan undian di antara KK di sekitar batas", "by lot among the households near the cut")
OF_FIGURES = Text(": {names:and}", ": {names:and}")
IN_EACH_RT = Text(", di tiap RT", ", in each RT")
WITH_QUOTAS = Text(", dengan kuota {names:and}", ", with quotas for {names:and}")
WITH_CUT = Text(", batas {cut:.2}", ", cut at {cut:.2}")
HOUSEHOLDS_WRONG = Text("Aturan pemilihan KK keliru. {why}", "The rule for choosing households is wrong. {why}")
BY_UNKNOWN = Text("by={given!r}: pilih salah satu dari {known:list}.", "by={given!r}: choose one of {known:list}.")
NAMES_NOT_TEXT = Text("Nama kolom harus teks.", "Column names must be text.")
COLUMNS_OF_RULE = Text(
    "by={by!r} memerlukan {least:,} sampai {most:,} kolom, bukan {n:,}.",
    "by={by!r} needs {least:,} to {most:,} columns, not {n:,}.",
)
NO_QUOTAS = Text("Kuota tidak dipakai bila by={by!r}.", "Quotas have no place where by={by!r}.")
WITHIN_UNKNOWN = Text('within={given!r}: pilih "rt" atau None.', 'within={given!r}: choose "rt" or None.')
CUT_NO_NUMBER = Text("cut harus angka.", "cut must be a number.")
CUT_FOR_ONE_COLUMN = Text("cut hanya untuk aturan dengan satu kolom.", "cut is for a rule of one column.")
