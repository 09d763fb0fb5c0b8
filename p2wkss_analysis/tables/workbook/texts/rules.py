"""Faults that show only when cells are compared: keys, parts and wholes, visits to households, scores, settings."""

from __future__ import annotations

from ....say import Text

# --- keys, wholes, names ----------------------------------------------------------------------------------

LINE_TWICE = Text(
    "Baris ini berulang: ({key:list}) sama dengan baris {line}.",
    "This line is a duplicate: ({key:list}) is the same as in line {line}.",
)
REMOVE_OR_MEND = Text("Hapus salah satu baris, atau perbaiki isiannya.", "Remove one of the lines, or correct it.")
ABOVE_WHOLE = Text('Nilai ini melebihi "{whole}".', 'This is larger than "{whole}".')
CHECK_WHOLE = Text(
    'Periksa nilai ini dan "{whole}" pada baris yang sama.',
    'Check this value and "{whole}" in the same line.',
)
NAME_NOT_OF_CODE = Text("Kode {code} adalah {name}, bukan nama ini.", "The code {code} is {name}, not this name.")
WRITE_NAME = Text("Tulis {name}, atau perbaiki kodenya.", "Write {name}, or correct the code.")

# --- how sites were chosen --------------------------------------------------------------------------------

RANKED_AFTER_START = Text(
    "Tahun angka ini sesudah tahun programnya.",
    "The year of this figure is after the programme year.",
)
CHECK_RANKING_YEAR = Text(
    "Tulis tahun angka yang diketahui ketika lokasi dipilih, misalnya satu tahun sebelum program.",
    "Write the year of the figure known when the site was chosen, such as the year before the programme.",
)
SEED_ALONE = Text(
    "Calon undian tahun ini belum ditulis, sehingga undian tidak dapat dihitung kembali.",
    "The candidates of this draw are not listed, so that it cannot be worked out again.",
)
LIST_CANDIDATES = Text(
    "Tulis semua calon tahun itu di lembar Calon, yang tidak terpilih juga.",
    "List all candidates of that year on the sheet Candidates, those not chosen too.",
)
NOT_A_CANDIDATE = Text(
    "Lokasi ini tidak ada di antara calon tahun {year} pada lembar Calon.",
    "This site is not among the candidates of {year} on the sheet Candidates.",
)
ADD_CANDIDATE = Text(
    "Tambahkan sebagai calon, perbaiki kode atau tahunnya, atau ubah cara memilihnya bila memang bukan dari daftar itu.",
    "Add it as a candidate, correct its code or year, or change how it was chosen if it was not from that list.",
)
ONLY_CHOSEN = Text(
    "Calon tahun {year} yang tertulis hanya lokasi terpilih.",
    "The candidates of {year} listed are only the sites chosen.",
)
FIGURE_ONLY_CHOSEN = Text(
    "Hanya calon terpilih yang angkanya diisi.",
    "Only the candidates chosen have a figure.",
)
FILL_FIGURES = Text(
    "Isi juga angka calon lain pada tahun itu, atau kosongkan semuanya.",
    "Fill in the figures of that year's other candidates too, or leave all empty.",
)

# --- households -------------------------------------------------------------------------------------------

HOUSEHOLD_UNKNOWN = Text(
    "ID keluarga ini tidak ada di lembar Keluarga.",
    "This household id is not on the sheet Households.",
)
ADD_HOUSEHOLD = Text("Periksa ID, atau tambahkan keluarganya.", "Check the id, or add the household.")
ALIKE_IDS = Text("Baris {lines:and}: {ids:and} mungkin satu keluarga.", "Lines {lines:and}: {ids:and} may be one household.")
SPELL_ALIKE = Text(
    "Bila satu keluarga, tulis ID-nya sama. Bila dua keluarga, beri nomor yang berbeda.",
    "If they are one household, write the same id. If they are two, give them different numbers.",
)
NOT_IN_FIRST_WAVE = Text("Keluarga ini tidak ada pada gelombang 0.", "This household is not in wave 0.")
ADD_FIRST_WAVE = Text(
    "Tambahkan baris gelombang 0, periksa ID, atau isi status 'masuk kemudian'.",
    "Add its line of wave 0, check the id, or set the status 'joined later'.",
)
SIDE_CHANGED = Text("Isian ini berbeda dari gelombang sebelumnya.", "This differs from the wave before.")
KEEP_SIDE = Text(
    "Satu keluarga tetap binaan atau tetap pembanding; periksa ID atau isian ini.",
    "A household stays assisted or stays comparison; check the id or this cell.",
)
PLACE_CHANGED = Text(
    "Keluarga ini berada di tempat lain pada gelombang sebelumnya.",
    "This household was elsewhere in the wave before.",
)
SAY_MOVED = Text(
    "Bila pindah, isi status 'pindah'; bila tidak, perbaiki tempat atau ID.",
    "If it moved, set the status 'moved'; if not, correct the place or the id.",
)
CARD_CHANGED = Text(
    "Nomor kartu keluarga berbeda dari gelombang sebelumnya.",
    "The family card number differs from the wave before.",
)
CHECK_CARD_OR_ID = Text("Periksa nomor atau ID keluarga.", "Check the number or the household id.")
CARD_OF_ANOTHER = Text(
    "Nomor kartu keluarga ini sudah dipakai ID keluarga lain.",
    "This family card number stands under another household id.",
)
ONE_ID = Text(
    "Satu keluarga memakai satu ID di semua gelombang; periksa ID atau nomornya.",
    "One family has one id in all waves; check the id or the number.",
)

# --- scores -----------------------------------------------------------------------------------------------

NO_SUCH_ITEM = Text(
    "Butir ini tidak ada dalam profil {profile}.",
    "The profile {profile} has no such item.",
)
CHOOSE_ITEM = Text("Pilih salah satu: {items:;}.", "Choose one of: {items:;}.")
ASKS = {
    "yes_no": Text("Butir {item} dijawab ya atau tidak.", "The item {item} is answered yes or no."),
    "percent": Text("Butir {item} adalah persentase.", "The item {item} is a percentage."),
    "zero": Text("Butir {item} menghitung kasus.", "The item {item} counts cases."),
    "count": Text("Butir {item} adalah jumlah.", "The item {item} is a count."),
    "points": Text("Butir {item} adalah angka.", "The item {item} is a number of points."),
}
FILL_ANSWER = Text("Isi kolom Jawaban, dan kosongkan Nilai.", "Fill in the column Answer, and leave Value empty.")
FILL_VALUE = Text(
    "Isi angkanya di kolom Nilai, dan kosongkan Jawaban.",
    "Write the number in the column Value, and leave Answer empty.",
)
ABOVE_HUNDRED = Text("Persentase ini lebih dari 100.", "This percentage is above 100.")
CHECK_FRACTION = Text("Periksa pembilang dan penyebutnya.", "Check numerator and denominator.")
NO_COUNT = Text("Isian ini bukan jumlah yang masuk akal.", "This is not a plausible count.")
WRITE_COUNT = Text("Tulis banyaknya sebagai bilangan bulat.", "Write how many, as a whole number.")

# --- settings ---------------------------------------------------------------------------------------------

MUST_BE_WHOLE = Text("Isian ini harus bilangan bulat.", "This must be a whole number.")
WRITE_TWO = Text("Tulis misalnya 2.", "Write for example 2.")
OUTSIDE_LIMITS = Text("Angka ini di luar {least} sampai {most}.", "This number is outside {least} to {most}.")
CHECK_NUMBER = Text("Periksa angkanya.", "Check the number.")
NO_NUMBER_COLUMN = Text(
    "Bukan kolom angka di lembar Keluarga: {names:list}.",
    "Not a column of numbers on the sheet Households: {names:list}.",
)
NO_YES_NO_COLUMN = Text(
    "Bukan kolom ya/tidak di lembar Keluarga: {names:list}.",
    "Not a yes/no column of the sheet Households: {names:list}.",
)
WRITE_COLUMNS = Text(
    "Tulis judul kolomnya, dipisah koma. Yang ada: {names:list}.",
    "Write the headings of columns, separated by commas: {names:list}.",
)
WEIGHTS_INCOMPLETE = Text(
    "{n} dari {all} bobot diisi dan jumlahnya {total}.",
    "{n} of {all} weights {n:is|are} given and they sum to {total}.",
)
ALL_OR_NO_WEIGHTS = Text(
    "Isi ketiga bobot sehingga jumlahnya 100, atau kosongkan semuanya agar sama besar.",
    "Fill in all three weights so that they sum to 100, or leave all empty for equal weights.",
)
RULE_NOT_STATED = Text(
    'Isian ini diisi, padahal "cara memilih KK binaan" kosong.',
    'This is filled in, but "how households were chosen" is empty.',
)
STATE_RULE = Text(
    'Pilih "cara memilih KK binaan" pada lembar Pengaturan, atau kosongkan isian ini.',
    'Choose "how households were chosen" on the sheet Settings, or leave this empty.',
)
NOT_USED_BY_RULE = Text(
    'Isian ini tidak dipakai bila cara memilih KK binaan adalah "{rule}".',
    'This is not used if households were chosen by "{rule}".',
)
EMPTY_OR_OTHER_RULE = Text(
    "Kosongkan isian ini, atau pilih cara memilih KK binaan yang lain.",
    "Leave this empty, or choose another way in which households were chosen.",
)
EMPTY_AT_FIRST_WAVE = Text(
    "Kolom ini kosong pada gelombang 0: {names:list}.",
    "These columns are empty at wave 0: {names:list}.",
)
FILL_OR_NAME_OTHER = Text(
    "Isi kolom itu pada gelombang 0, atau sebut kolom lain.",
    "Fill in that column at wave 0, or name another.",
)
FIGURE_ABSENT = Text(
    "Cara ini memerlukan angka yang menentukan, dan angka itu belum ada.",
    "This rule needs the figure that decided, which is not there.",
)
NAME_FIRST_VISIT_FIGURE = Text(
    'Tulis judul kolom angka kunjungan awal itu pada "kolom angka penentu", misalnya Penghasilan perempuan.',
    'Write the heading of that first-visit figure into "column that decided", for example Women\'s income.',
)
FILL_FIGURE = Text(
    'Isi kolom "{figure}" pada gelombang 0 untuk KK binaan dan pembanding. Bila kolom {decile} yang dipakai, tulis {decile} pada '
    '"kolom angka penentu". Bila angkanya tidak tersimpan, pilih tidak diketahui.',
    'Fill in the column "{figure}" at wave 0 for assisted and comparison households. If the column {decile} was used, write {decile} '
    'into "column that decided". If the figure was not kept, choose not known.',
)
MEND_RULE = Text(
    "Perbaiki cara memilih KK binaan dan isian di bawahnya.",
    "Correct how households were chosen and the settings below it.",
)
HOW_CHOSEN = Text(
    'Bagaimana KK binaan dipilih? Isi "cara memilih KK binaan" pada lembar Pengaturan.',
    'How were the assisted households chosen? Fill in "how households were chosen" on the sheet Settings.',
)
FIGURE_HELD = Text('Kolom "{column}" terisi.', 'The column "{column}" is filled in.')
CHANCE_HELD = Text(
    'Kolom "{column}" terisi. Bila undian itu yang menentukan, pilih diundi.',
    'The column "{column}" is filled in. If that draw decided, choose drawn by lot.',
)
NOT_AS_DRAWN = Text(
    'Menurut kolom "{column}", undian di antara {n:,} KK memilih {picked:,}, tetapi {found:,} yang tertulis sebagai KK binaan. Isi KK binaan '
    "sesuai hasil undian, juga bila keluarga itu kemudian menolak, dan tulis semua peserta undian.",
    'By the column "{column}", the draw among {n:,} households picked {picked:,}, but {found:,} are marked as assisted. Mark those drawn, '
    "also where a family refused later, and list everybody in the draw.",
)
DECILE_HELD = Text(
    'Kolom "{column}" terisi. Bila itu yang menentukan, pilih data register dan tulis {column} pada "kolom angka penentu".',
    'The column "{column}" is filled in. If that decided, choose register and write {column} into "column that decided".',
)
UNTIL_THEN = Text(
    "Sampai terisi, dampak pada keluarga hanya dapat disebut sebagai rentang.",
    "Until then the effect on households can only be given as a range.",
)

# --- units that may have been mistaken --------------------------------------------------------------------

ALL_SHARES = Text(
    "Lembar {sheet}, kolom {column}: semua {n:,} nilai paling banyak 1, padahal satuannya persen. Apakah {typed:.2} maksudnya {meant:.0%}? Bila ya, tulis persennya.",
    "Sheet {sheet}, column {column}: all {n:,} values are at most 1, but the unit is percent. Does {typed:.2} mean {meant:.0%}? If so, write the percentages.",
)
ONE_SHARE = Text(
    "Lembar {sheet}, kolom {column}, sel {cells:list}: jauh lebih kecil daripada nilai lain dalam persen. Apakah {typed:.2} maksudnya {meant:.0%}? Bila ya, tulis persennya.",
    "Sheet {sheet}, column {column}, cells {cells:list}: far below the other percentages. Does {typed:.2} mean {meant:.0%}? If so, write the percentage.",
)
ALL_THOUSANDS = Text(
    "Lembar {sheet}, kolom {column}: nilai tengahnya hanya {typed:.{digits}} rupiah. Apakah maksudnya {meant:Rp}? Bila ya, tulis rupiah penuh, bukan ribuan atau jutaan.",
    "Sheet {sheet}, column {column}: the median is only {typed:.{digits}} rupiah. Does it mean {meant:Rp}? If so, write full rupiah, not thousands or millions.",
)
ONE_THOUSAND = Text(
    "Lembar {sheet}, kolom {column}, sel {cells:list}: jauh lebih kecil daripada nilai lain. Apakah {typed:.{digits}} maksudnya {meant:Rp}? Bila ya, tulis rupiah penuh.",
    "Sheet {sheet}, column {column}, cells {cells:list}: far below the other values. Does {typed:.{digits}} mean {meant:Rp}? If so, write full rupiah.",
)
