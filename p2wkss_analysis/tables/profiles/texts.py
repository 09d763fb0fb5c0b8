"""What profiles and rubrics say: kinds of answers, rules of points, and the faults of a rubric's file."""

from __future__ import annotations

from ...say import Text

KINDS = {  # kind of an item: how it is said
    "yes_no": Text("ya/tidak", "yes/no"),
    "percent": Text("persentase", "percentage"),
    "zero": Text("kasus yang seharusnya nihil", "cases that should be none"),
    "count": Text("banyaknya", "count"),
    "points": Text("angka dari juri", "points from the judges"),
}
RULES = {  # how the points of a percentage or count in a rubric follow from its value and target
    "all_or_nothing": Text("penuh bila target tercapai, selain itu nol", "all points at the target, none below"),
    "proportional": Text("sebanding dengan nilai sampai target", "in proportion to the value, up to the target"),
}

UNKNOWN_PROFILE = Text(
    "Profil {given!r} tidak dikenal. Gunakan {known:list}, atau berkas .json, .csv, atau .xlsx.",
    "The profile {given!r} is not known. Use {known:list}, or a file .json, .csv or .xlsx.",
)

# --- a file that is no rubric -----------------------------------------------------------------------------

NO_JSON = Text(
    "{file}: bukan JSON yang benar. Perbaiki tanda kurung, koma, dan kutipnya.",
    "{file}: this is not valid JSON. Correct brackets, commas and quotation marks.",
)
NO_JSON_FROM_LINE = Text(
    "{file}, baris {line}: bukan JSON yang benar. Perbaiki tanda kurung, koma, dan kutipnya.",
    "{file}, line {line}: this is not valid JSON. Correct brackets, commas and quotation marks.",
)
NO_ITEMS = Text('{file}: JSON harus berisi daftar "items".', '{file}: the JSON must hold a list "items".')

# --- faults of a rubric, and their remedies ---------------------------------------------------------------

NAME_TAKEN = Text("Nama {name} sudah dipakai profil bawaan.", "The name {name} belongs to a profile of the package.")
ANOTHER_NAME = Text(
    "Pilih nama lain, misalnya nama dan tahun lombanya.",
    "Choose another, such as the name and year of the contest.",
)
NOT_ONE_ITEM = Text("Belum ada satu butir pun.", "There is not one item.")
ONE_LINE_EACH = Text("Tulis satu baris untuk setiap butir.", "Write one line for each item.")
ITEM_NO_OBJECT = Text("Butir ke-{place} bukan objek.", "Item {place} is not an object.")
WRITE_PARTS = Text("Tulis key, label, kind, weight.", "Write key, label, kind, weight.")
NAME_OR_LABEL_EMPTY = Text("Butir {item}: nama atau labelnya kosong.", "Item {item}: its name or label is empty.")
FILL_BOTH = Text("Isi keduanya.", "Fill in both.")
ITEM_TWICE = Text("Butir ini sudah ada.", "This item is already listed.")
REMOVE_OR_RENAME = Text("Hapus salah satu atau beri nama lain.", "Remove or rename one of them.")
NO_WEIGHT = Text("Butir {item}: bobotnya kosong.", "Item {item}: its weight is empty.")
MOST_POINTS = Text(
    "Tulis angka tertinggi butir ini menurut penyelenggara.",
    "Write the most points of this item, as the organiser states.",
)
NO_TARGET_OR_RULE = Text("Butir {item}: target dan rule harus diisi.", "Item {item}: target and rule must be filled in.")
WRITE_TARGET_AND_RULE = Text(
    "Tulis target dan salah satu dari: {rules:list}.",
    "Write the target and one of: {rules:list}.",
)
WITHOUT_MEANING = Text(
    "Butir {item}: isian ini tidak bermakna untuk jenis {kind}.",
    "Item {item}: this has no meaning for the kind {kind}.",
)
EMPTY_IT = Text("Kosongkan.", "Leave it empty.")
TARGET_OUT_OF_RANGE = Text("Butir {item}: target di luar rentangnya.", "Item {item}: the target is out of range.")
WRITE_TARGET = Text(
    "Tulis target di atas nol; persentase paling besar 100, angka juri paling besar bobotnya.",
    "Write a target above zero; at most 100 for a percentage, at most the weight for points.",
)
NOT_ABOVE_ZERO = Text("Butir {item}: bukan bilangan di atas nol.", "Item {item}: not a number above zero.")
WRITE_NUMBER = Text("Tulis angkanya.", "Write the number.")
UNKNOWN_WORD = Text("Butir {item}: isian ini tidak dikenal.", "Item {item}: this is not known.")
CHOOSE = Text("Pilih salah satu: {words:list}.", "Choose one of: {words:list}.")
VALUE_IN_WORDS = Text("{value} ({label})", "{value} ({label})")
UNKNOWN_ENTRY = Text("Isian ini tidak dikenal.", "This entry is not known.")
KNOWN_ENTRIES = Text("Yang dikenal: {known:list}.", "Known entries: {known:list}.")
REMOVE_NUMBER = Text("Hapus nomornya.", "Remove the number.")
SUM_DIFFERS = Text(
    "Jumlah bobot {total:.2}, sedangkan total yang tertulis {stated:.2}.",
    "The weights add up to {total:.2}, while the stated total is {stated:.2}.",
)
MEND_SUM = Text(
    "Perbaiki bobot atau totalnya menurut dokumen penyelenggara.",
    "Correct the weights or the total by the organiser's document.",
)
