"""What is said of an evaluation, a plan and a protocol: the headline, what the data can show, and wrong arguments."""

from __future__ import annotations

from ...say import Text

# --- the headline -----------------------------------------------------------------------------------------

HEADLINE = Text("jawaban utama", "headline")
CANNOT_TELL_WHY = Text("Belum dapat disimpulkan. {why}", "Cannot tell. {why}")
CANNOT_TELL = Text(
    "Belum dapat disimpulkan apakah program berdampak.",
    "Cannot tell whether the programme had an effect.",
)
MEAN_OF_SITES = Text(
    "{outcome}: {n:,} lokasi rata-rata {size} {way} daripada perkiraan bila tempat itu bukan lokasi ({interval}).",
    "{outcome}: {n:,} sites are on average {size} {way} than expected had they not been sites ({interval}).",
)
ONE_SITE = Text(
    "{outcome}: satu lokasi {size} {way} daripada perkiraan bila tempat itu bukan lokasi ({interval}).",
    "{outcome}: the one site is {size} {way} than expected had it not been a site ({interval}).",
)
# key: (higher than expected, an improvement)
WAYS = {
    (True, True): Text("lebih tinggi (lebih baik)", "higher (better)"),
    (True, False): Text("lebih tinggi (lebih buruk)", "higher (worse)"),
    (False, True): Text("lebih rendah (lebih baik)", "lower (better)"),
    (False, False): Text("lebih rendah (lebih buruk)", "lower (worse)"),
}
SIZE_WITH_UNIT = Text("{size} {unit}", "{size} {unit}")
WITH_PERCENT = Text("{size} atau {percent}%", "{size} or {percent}%")
INTERVAL = Text("selang kepercayaan 95% dari {low} sampai {high}", "95% interval from {low} to {high}")
INTERVAL_UNBOUNDED = Text("selang kepercayaan 95% tidak terbatas", "the 95% interval is unbounded")
WITH_P = Text("{interval}; p {p:p}", "{interval}; p {p:p}")
NOT_CHANCE = Text(
    "Selisih ini kecil kemungkinannya terjadi karena kebetulan. Dengan data ini, pengaruh di bawah {least} sulit terdeteksi.",
    "A difference this large is unlikely to be due to chance. With these data, effects below about {least} are hard to detect.",
)
MORE_DATA_WOULD_TELL = Text(
    "Dengan data ini, pengaruh di bawah {least} sulit terdeteksi; lebih banyak lokasi atau tahun pengamatan akan membantu.",
    "With these data, effects below about {least} are hard to detect; more sites or more years would help.",
)
NO_SIZE_CAN_BE_SEEN = Text(
    "Data ini tidak dapat memperlihatkan pengaruh sebesar apa pun, biasanya karena lokasi atau pembandingnya terlalu sedikit.",
    "These data cannot show an effect of any size, usually because there are too few sites or comparison places.",
)
IF_FIXED_EARLIER = Text(
    "Jawaban itu berlaku bila lokasi dipilih menurut angka sampai setahun sebelumnya. Bila lokasi sudah ditetapkan dua sampai "
    "tiga tahun sebelumnya, perkiraannya {value} (selang 95% dari {low} sampai {high}).",
    "That answer holds where sites were chosen on figures up to the year before. Had they been fixed two to three years before, "
    "it would be {value} (95% interval from {low} to {high}).",
)
IF_FIXED_EARLIER_CANNOT_TELL = Text(
    "Jawaban itu berlaku bila lokasi dipilih menurut angka sampai setahun sebelumnya. Bila lokasi sudah ditetapkan dua sampai "
    "tiga tahun sebelumnya, perkiraannya {value} (selang 95% dari {low} sampai {high}). Maka pengaruh program belum "
    "dapat disimpulkan.",
    "That answer holds where sites were chosen on figures up to the year before. Had they been fixed two to three years before, "
    "it would be {value} (95% interval from {low} to {high}). No conclusion on an effect could then be drawn.",
)
TOO_FEW_PLACEBOS = Text(
    "Pembandingnya sedikit, sehingga nilai p terkecil yang mungkin {p:<.3} dan selang kepercayaan 95% tidak terbatas.",
    "Few places can be compared, so the smallest possible p is {p:<.3} and the 95% interval is unbounded.",
)

# --- wrong arguments --------------------------------------------------------------------------------------

BY_UNKNOWN = Text('by={given!r}: pilih "cohort" atau "year".', 'by={given!r}: choose "cohort" or "year".')
NO_PANEL = Text(
    "evaluate memerlukan Panel, bukan {kind}; lihat Panel.from_table.",
    "evaluate needs a Panel, not a {kind}; see Panel.from_table.",
)
METHODS_UNKNOWN = Text(
    "Metode tidak dikenal: {given:list}. Pilih {known:list}.",
    "Methods not known: {given:list}. Choose {known:list}.",
)
NONE_GIVEN = Text("(kosong)", "(none)")
NO_SITE_YET = Text(
    "Tidak ada lokasi yang programnya dimulai dalam tahun-tahun panel ini, sehingga belum ada yang dapat dievaluasi.",
    "No site starts its programme within the years of this panel, so there is nothing to evaluate yet.",
)

# --- the plan of a design ---------------------------------------------------------------------------------

WITH_SITES = Text(
    "Pengaruh pada {outcome}, dengan lokasi {how}: {designs:;}.",
    "Effects on {outcome}, with sites {how}: {designs:;}.",
)
BY_LOT = Text("diundi", "drawn by lot")
BY_RULE = Text("dipilih menurut aturan", "chosen by the rule")
DESIGN_SHOWS = Text(
    "{n:,} lokasi setahun selama {years:,} tahun dapat memperlihatkan pengaruh {size} atau lebih ({share:.0%} dari simpangan baku "
    "antartempat)",
    "{n:,} {n:site|sites} a year for {years:,} {years:year|years} can show effects of {size} or more ({share:.0%} of the standard "
    "deviation between places)",
)
DESIGN_SHOWS_NOTHING = Text(
    "{n:,} lokasi setahun selama {years:,} tahun tidak dapat memperlihatkan pengaruh sebesar apa pun",
    "{n:,} {n:site|sites} a year for {years:,} {years:year|years} cannot show an effect of any size",
)
SIMULATING = Text("Menyimulasikan rancangan", "Simulating designs")
NOT_WHOLE = Text("{name}={given!r}: harus bilangan bulat mulai 1.", "{name}={given!r}: must be whole numbers from 1.")
EFFECTS_NO_NUMBERS = Text("effects={given!r}: harus satu angka atau lebih.", "effects={given!r}: must be one or more numbers.")
PLAN_NEEDS_PANEL = Text("plan memerlukan Panel.", "plan needs a Panel.")
PLAN_NEEDS_RULE = Text(
    "Rencana memerlukan SelectionRule menurut indikator itu sendiri, atau None untuk undian.",
    "A plan needs a SelectionRule on the outcome itself, or None for a draw.",
)
PLAN_NEEDS_YEARS = Text(
    "Panel memerlukan paling sedikit dua tahun pengamatan sebelum program.",
    "The panel needs at least two years observed before any programme.",
)
TOO_MANY_SITES = Text(
    "{most:,} lokasi terlalu banyak untuk {places:,} tempat; pembandingnya tidak cukup.",
    "{most:,} sites are too many for {places:,} places; too few are left to compare with.",
)

# --- the protocol -----------------------------------------------------------------------------------------

FIXED_ON = Text(
    "Indikator ({outcome}) dan metode ({method}) ditetapkan pada {day:date}; hanya angka dari sesudah tanggal itu yang pasti belum "
    "dilihat. Kode keaslian berkas {hash}.",
    "The outcome ({outcome}) and the method ({method}) were fixed on {day:date}; only figures from after that day are certain not "
    "to have been seen. Hash of the file {hash}.",
)
METHOD_UNKNOWN = Text(
    "Metode {method!r} tidak dikenal. Pilih {known:list}.", "Method {method!r} is not known. Choose {known:list}."
)
NO_PROTOCOL = Text(
    "{name} tidak dapat dibaca sebagai protokol. Buat dengan p2wkss plan --protocol.",
    "{name} cannot be read as a protocol. Make one with p2wkss plan --protocol.",
)
DEPARTS = Text(
    "Menyimpang dari protokol: {what} semula {before}, kini {after}.",
    "Departs from the protocol: the {what} was {before}, now {after}.",
)
PARTS_OF_PROTOCOL = {
    "outcome": Text("indikator", "outcome"),
    "better": Text("arah yang lebih baik", "better end"),
    "method": Text("metode", "method"),
    "rule": Text("aturan pemilihan", "selection rule"),
    "sites": Text("lokasi", "sites"),
    "scale": Text("skala", "scale"),
}
