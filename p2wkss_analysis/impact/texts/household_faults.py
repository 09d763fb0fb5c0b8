"""What can be wrong with a call about households: the table of visits, the rule, groups, and the plan of a survey."""

from __future__ import annotations

from ...say import Text

# --- the table of visits ----------------------------------------------------------------------------------

EVALUATE_HOUSEHOLDS = Text("evaluate_households", "evaluate_households")
UNUSABLE = Text("Gelombang keluarga tidak dapat dipakai:", "The household waves cannot be used:")
ROWS = Text("{rows:list}", "{rows:list}")
ROWS_AND_MORE = Text("{rows:list}, dan {rest:,} lagi", "{rows:list} and {rest:,} more")
NAMES_NOT_TEXT = Text("Nama kolom harus teks: {roles:list}.", "Column names must be text: {roles:list}.")
DELIVERY_IS_NO_OUTCOME = Text(
    "{outcome!r} adalah pelaksanaan kegiatan (masukan), bukan hasil pada keluarga. Pilih kolom keadaan keluarga; pelaksanaan "
    "dipakai lewat by_dose.",
    "{outcome!r} is delivery (an input), not a result in the household. Choose a column on how the household lives; delivery "
    "enters through by_dose.",
)
OUTCOME_HAS_ANOTHER_ROLE = Text(
    "{outcome!r} tidak dapat menjadi hasil sekaligus {roles:list}. Sebutkan kolom lain.",
    "{outcome!r} cannot be the outcome and also {roles:list}. Name another column.",
)
WAVES_NOT_WHOLE = Text(
    "baseline dan endline harus nomor gelombang yang bulat, misalnya 0 dan 1.",
    "baseline and endline must be whole wave numbers, for example 0 and 1.",
)
ENDLINE_NOT_AFTER = Text(
    "endline={given} harus sesudah baseline={baseline}, masing-masing sekali.",
    "endline={given} must come after baseline={baseline}, each once.",
)
NO_ID = Text("household_id kosong: baris {rows}.", "household_id is empty: rows {rows}.")
NO_WAVE = Text("Gelombang bukan bilangan bulat: baris {rows}.", "The wave is not a whole number: rows {rows}.")
TWICE = Text(
    "Keluarga yang sama dua kali dalam satu gelombang; sisakan satu baris: baris {rows}.",
    "The same household twice in one wave; keep one row: rows {rows}.",
)
NO_SIDE = Text(
    "Status binaan kosong atau bukan ya/tidak (true/false, 1/0, yes/no): baris {rows}.",
    "Assistance is empty or not yes/no (true/false, 1/0, yes/no): rows {rows}.",
)
CHANGES_SIDE = Text(
    "{n:,} keluarga berubah status binaannya antargelombang; satu keluarga satu status sejak awal: baris {rows}.",
    "{n:,} {n:household changes|households change} between assisted and not; a household has one status from the start: "
    "rows {rows}.",
)
OUTCOME_NO_NUMBER = Text(
    "{outcome!r} bukan angka (periksa lewat p2.check): baris {rows}.",
    "{outcome!r} is not a number (see p2.check): rows {rows}.",
)
NO_RT = Text("RT kosong di gelombang awal: baris {rows}.", "The RT is empty at the baseline: rows {rows}.")
WAVE_ABSENT = Text(
    "Gelombang {absent:list} tidak ada di tabel; yang ada {there:list}. Tanpa gelombang awal dan akhir tidak ada yang dapat "
    "dibandingkan.",
    "Wave {absent:list} is not in the table, which has {there:list}. Without a first and a last wave there is nothing to compare.",
)
ALL_THE_SAME = Text(
    "Nilai {outcome} sama di semua keluarga dan gelombang, atau kosong; tidak ada perubahan yang dapat dihitung.",
    "{outcome} is the same in all households and waves, or empty; there is no change to measure.",
)
ONE_SIDE_ABSENT = Text(
    "Tidak ada KK {side:binaan|pembanding} yang memiliki nilai pada gelombang {baseline} dan {wave}; perlu kedua pihak. Kunjungi juga "
    "keluarga {side:binaan|yang tidak dibina}.",
    "No {side:assisted|comparison} household has a value in both waves {baseline} and {wave}; both sides are needed. Visit households "
    "that were {side:assisted|not assisted} too.",
)

# --- the rule ---------------------------------------------------------------------------------------------

CUT_NEEDS_SCORE = Text("cut memerlukan score.", "cut needs score.")
NO_RULE = Text(
    'rule harus HouseholdRule, misalnya p2.HouseholdRule("register", "registry_decile").',
    'rule must be a HouseholdRule, for example p2.HouseholdRule("register", "registry_decile").',
)
RULE_OR_SCORE = Text("Sebutkan rule atau score, jangan keduanya.", "Give rule or score, not both.")
RULE_COLUMNS_ABSENT = Text(
    "Kolom aturan pemilihan tidak ditemukan: {columns:list}. Periksa namanya.",
    "Columns of the rule are not in the table: {columns:list}. Check their names.",
)
RULE_COLUMNS_NO_NUMBERS = Text(
    "Kolom aturan pemilihan bukan angka pada beberapa keluarga: {columns:list}. Perbaiki isinya.",
    "Columns of the rule are not numbers for some households: {columns:list}. Correct these cells.",
)
COLUMN_WITH_COUNT = Text("{name} ({n:,})", "{name} ({n:,})")

# --- groups and an earlier visit --------------------------------------------------------------------------

COLUMN_EMPTY = Text("Kolom {name!r} kosong pada semua KK binaan.", "Column {name!r} is empty for all assisted households.")
COLUMN_NO_NUMBER = Text(
    "Kolom {name!r} bukan angka atau ya/tidak pada {n:,} keluarga.",
    "Column {name!r} is neither a number nor yes/no for {n:,} {n:household|households}.",
)
COLUMNS_ABSENT = Text("Kolom tidak ditemukan: {columns:list}.", "Columns not found: {columns:list}.")
NONE_NAMED = Text("(tidak disebut)", "(none named)")
NO_EARLIER_WAVE = Text(
    "earlier={given}: tidak ada gelombang itu sebelum gelombang {baseline}.",
    "earlier={given}: there is no such wave before wave {baseline}.",
)
EARLIER_UNKNOWN = Text(
    "earlier={given!r}: sebutkan nomor gelombang sebelum kunjungan awal, atau nama kolomnya.",
    "earlier={given!r}: give the number of a wave before the first visit, or the name of a column.",
)
EARLIER_NO_NUMBER = Text(
    "Kolom {name!r} bukan angka pada {n:,} keluarga.",
    "Column {name!r} is not a number for {n:,} {n:household|households}.",
)

# --- the plan of a survey ---------------------------------------------------------------------------------

ABOVE_ZERO = Text("{name}={given!r}: harus lebih dari 0.", "{name}={given!r}: must be above 0.")
BETWEEN_0_AND_1 = Text("{name}={given!r}: harus antara 0 dan 1.", "{name}={given!r}: must lie between 0 and 1.")
FROM_0_TO_9_TENTHS = Text("{name}={given!r}: harus dari 0 sampai 0,9.", "{name}={given!r}: must be from 0 to 0.9.")
EFFECT_NOT_ZERO = Text("{name}={given!r}: pengaruh harus bukan 0.", "{name}={given!r}: the effect must not be 0.")
SHARES_BEYOND_1 = Text(
    "reliability + rt_correlation tidak boleh melebihi 1.",
    "reliability + rt_correlation must not exceed 1.",
)
RULES_UNKNOWN = Text("rules={given!r}: pilih dari {known:list}.", "rules={given!r}: choose from {known:list}.")
