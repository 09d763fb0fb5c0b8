"""What simulated panels and cities say of themselves, and why one cannot be made."""

from __future__ import annotations

from ..say import Text

# --- city -------------------------------------------------------------------------------------------------

SYNTHETIC = Text("DATA SINTETIS", "SYNTHETIC DATA")
SYNTHETIC_CITY = Text("DATA SINTETIS. {said}", "SYNTHETIC DATA. {said}")
CITY = Text(
    "{name} ({regency}): semua nilai buatan, bukan data kota; nama dan kode tempat nyata. {sites} Tahun program {year}. Pengaruh yang ditanam: "
    "{effects}. Angka acuan (seed) {seed}.",
    "{name} ({regency}): all values are made up, not the city's data; names and codes of places are real. {sites} Programme year {year}. Planted "
    "effects: {effects}. Seed {seed}.",
)
SITES_REAL = Text(
    "{n:,} lokasi nyata dan sudah dikonfirmasi.",
    "{n:,} {n:site is|sites are} real and confirmed.",
)
SITES_BY_RULE = Text(
    "{n:,} lokasi sintetis, dipilih dengan aturan.",
    "{n:,} {n:site is|sites are} synthetic, chosen by a rule.",
)
HEADS = {
    "sheet": Text("Lembar", "Sheet"),
    "rows": Text("Baris", "Rows"),
    "real": Text("Nyata", "Real"),
    "synthetic": Text("Sintetis", "Synthetic"),
}
PLACES = Text("kode dan nama tempat", "codes and names of places")
VALUES = Text("semua nilai", "all values")
CONFIRMED = Text("lokasi dan tahun yang dikonfirmasi", "confirmed places and years")
PLANNED_HOUSEHOLDS = Text("rencana KK tahun ini", "planned households of this year")
SITES_AND_YEARS = Text("lokasi dan tahun", "sites and years")
REAL = {  # what is real on a sheet, where it is more than places
    "neighbourhoods": Text("kriteria kumuh (Permen PUPR 14/2018)", "slum criteria (Permen PUPR 14/2018)"),
    "deliveries": Text("nama perangkat daerah dan sektor", "names of agencies and sectors"),
    "scores": Text("sepuluh indikator KRPPA (Kepmen PPPA 70/2021)", "ten KRPPA indicators (Kepmen PPPA 70/2021)"),
    "settings": Text("kode kota", "code of the city"),
}
CITY_REFUSED = Text("Kota tidak dapat disimulasikan. {faults:;}.", "The city cannot be simulated. {faults:;}.")
RULE_NOT_FOR_A_CITY = Text(
    'rule: hanya by="outcome" (low_decile_percent), tanpa returns, lag paling besar 5',
    'rule: only by="outcome" (low_decile_percent), no returns, a lag of at most 5',
)
NOT_A_RULE_OF_A_CITY = Text(
    "rule={given!r}: pilih real, worst, best, draw, random, atau SelectionRule",
    "rule={given!r}: choose real, worst, best, draw, random, or a SelectionRule",
)
NOT_A_HOUSEHOLD_RULE = Text(
    "household_rule={given!r}: pilih {known:list}",
    "household_rule={given!r}: choose {known:list}",
)
NOT_WITHIN = Text(
    "{name}={given!r}: harus bilangan bulat {least} sampai {most}",
    "{name}={given!r}: must be a whole number from {least} to {most}",
)
NO_CONFIRMED_SITE = Text(
    'Belum ada lokasi P2WKSS yang dikonfirmasi di {regency} sampai {until}. Berikan rule, misalnya rule="worst".',
    'No confirmed P2WKSS site is on record in {regency} up to {until}. Give a rule, such as rule="worst".',
)
TOO_MANY_SITES = Text(
    "{sites:,} lokasi setahun terlalu banyak untuk {n:,} desa/kelurahan. Pilih lebih sedikit.",
    "{sites:,} {sites:site|sites} a year {sites:is|are} too many for {n:,} {n:village|villages}. Choose fewer.",
)
NO_SITE_IN_YEAR = Text(
    "Tidak ada lokasi pada tahun {year!r}. Tahun yang ada: {known:list}.",
    "There is no site in {year!r}. Years with a site: {known:list}.",
)
TOO_FEW_LACK_LATRINES = Text(
    "Pengaruh {percent:.1} poin tidak dapat ditanam: hanya {n:,} KK binaan belum berjamban sehat. Pilih pengaruh yang lebih kecil.",
    "An effect of {percent:.1} points cannot be planted: only {n:,} assisted {n:household lacks|households lack} a healthy latrine. Choose a smaller effect.",
)

# --- planted effects --------------------------------------------------------------------------------------

LOW_DECILE = Text("KK pada desil rendah di lokasi", "households in a low decile at sites")
WOMEN_INCOME = Text(
    "penghasilan perempuan KK binaan pada akhir program",
    "women's income of assisted households at the endline",
)
HEALTHY_LATRINE = Text("KK binaan berjamban sehat", "assisted households with a healthy latrine")
SLUM_HANDLED = Text("volume kumuh yang ditangani di RT lokasi", "slum volume handled in RTs of the site")
UNITS = {
    "percentage points": Text("poin persen", "percentage points"),
    "rupiah/month": Text("rupiah/bulan", "rupiah/month"),
    "percent of the volume": Text("persen volume", "percent of the volume"),
}
EFFECT = Text("{outcome} {value:+.{digits}} {unit}", "{outcome} {value:+.{digits}} {unit}")
NO_EFFECT = Text("tidak ada", "none")
NOT_PLANTED = Text(
    "Pengaruh ini tidak dapat ditanam: {given:list}. Yang dapat: {known:list}.",
    "These effects cannot be planted: {given:list}. What can be: {known:list}.",
)

# --- panel ------------------------------------------------------------------------------------------------

PANEL = Text(
    "Data sintetis: {n:,} tempat, {years:,} tahun, {sites:,} lokasi, pengaruh sebenarnya {effect:.2}.",
    "Synthetic data: {n:,} {n:place|places}, {years:,} {years:year|years}, {sites:,} {sites:site|sites}, true effect {effect:.2}.",
)
PANEL_REFUSED = Text("Simulasi tidak dapat dibuat. {faults:;}.", "The simulation cannot be made. {faults:;}.")
NOT_AT_LEAST = Text(
    "{name}={given!r}: harus bilangan bulat, paling kecil {least}",
    "{name}={given!r}: must be a whole number, at least {least}",
)
GROUPS_NEEDED = Text(
    "rule memilih di dalam {within!r}: isi groups, jumlah kelompok",
    "the rule chooses within {within!r}: give groups, the number of groups",
)
NOT_AN_EFFECT = Text("effect={given!r}: harus angka", "effect={given!r}: must be a number")
NOT_A_START = Text(
    "starts={given!r}: kolom mulai harus bilangan bulat dari {first}, di bawah {years}",
    "starts={given!r}: a start must be a whole column number from {first}, below {years}",
)
UNKNOWN_RULE = Text(
    "Aturan simulasi {given!r} tidak dikenal. Pilih {known:list}, atau SelectionRule.",
    "Simulation rule {given!r} is not known. Choose {known:list}, or a SelectionRule.",
)
UNKNOWN_NOISE = Text(
    "Derau {kind!r} dengan rho {rho} tidak dikenal. Pilih {known:list}, dan rho dari 0 sampai di bawah 1.",
    "Noise {kind!r} with rho {rho} is not known. Choose {known:list}, and rho from 0 to below 1.",
)
NOT_A_SPREAD = Text(
    "{given:list}: simpangan baku harus angka mulai 0.",
    "{given:list}: an SD must be a number from 0.",
)
