"""What stands in the charts: axes, legends, labels, and what each chart shows in a sentence. Short, for there is little room."""

from __future__ import annotations

from ..say import Text

ONLY_TITLE = Text("{title}.", "{title}.")

# --- charts: paths over the years -------------------------------------------------------------------------

OTHERS_IN_GREY = Text("{label}; abu-abu: kabupaten/kota lain", "{label}; grey: other regencies and cities")
OPEN_MARKER = Text(
    "Penanda kosong: hanya ada pada satu salinan publik, atau perlu dibaca hati-hati",
    "Open marker: held in one public copy only, or to be read with care",
)
DIAMOND = Text(
    "Belah ketupat: hanya ada pada satu salinan publik, atau perlu dibaca hati-hati",
    "Diamond: held in one public copy only, or to be read with care",
)
LINE_END = Text("{name}\n{value:.2} ({year})", "{name}\n{value:.2} ({year})")
NAMED_VALUE = Text("{name} {value:.2} ({year})", "{name} {value:.2} ({year})")
YEARS = Text("{title}. Garis berwarna: {ends:list}.", "{title}. Lines in colour: {ends:list}.")
FROM_TO = Text("{title}, {first} ke {last}.", "{title}, {first} to {last}.")
CHANGE = Text("{change:+.2}", "{change:+.2}")

# --- delivery ---------------------------------------------------------------------------------------------

DONE_OF = Text("{low:.0%} ({due:,})", "{low:.0%} ({due:,})")
DONE_BETWEEN = Text("{low:.0}–{high:.0%} ({due:,})", "{low:.0}–{high:.0%} ({due:,})")
SHARE_DONE = Text("realisasi, % (dalam kurung: kegiatan jatuh tempo)", "share done, % (activities due in brackets)")
AGENCIES = Text(
    "{title}. Bagian batang yang muda: kegiatan yang belum dilaporkan.",
    "{title}. Light part of a bar: activities not yet reported.",
)
PLANNED = Text("rencana: {n:,}", "planned: {n:,}")
DONE = Text("terlaksana: {n:,}", "done: {n:,}")
ADDED_UP = Text("jumlah kegiatan sejak awal (kumulatif)", "activities since the start (cumulative)")

# --- effects ----------------------------------------------------------------------------------------------

COMMON_CHANGE = Text("Perubahan\nsemua tempat", "Change common\nto all places")
REBOUND = Text("Pulih dengan\nsendirinya", "Rebound after\na bad year")
PROGRAMME_EFFECT = Text("Pengaruh\nprogram", "Programme\neffect")
OBSERVED_CHANGE = Text("Perubahan\nyang terlihat", "Observed\nchange")
STEP = Text("{value:+.{digits}}", "{value:+.{digits}}")
NAMED_STEP = Text("{name}: {value:+.{digits}}", "{name}: {value:+.{digits}}")
BREAKDOWN = Text("{title}. {steps:;}.", "{title}. {steps:;}.")
YEARS_SINCE = Text(
    "tahun sejak program dimulai (dalam kurung: jumlah lokasi)",
    "years since the start (number of sites in brackets)",
)
YEAR_VALUE = Text("{year}: {value:.{digits}}", "{year}: {value:.{digits}}")
BY_YEAR = Text("{title}. {values:;}.", "{title}. {values:;}.")
DESIGN = Text("{sites} lokasi/tahun, {years} tahun", "{sites} {sites:site|sites} a year, {years} {years:year|years}")
POWER = Text("peluang pengaruh terdeteksi (%)", "chance of detecting the effect (%)")

# --- firmness ---------------------------------------------------------------------------------------------

IN_TOP = Text("masuk {k} besar", "in the top {k}")
RANKED_FIRST = Text("di peringkat pertama", "first")
CHANCE = Text("peluang {top} (%)", "chance of being {top} (%)")
RANK = Text("peringkat (○) dan selang 95%", "rank (○) and 95% interval")
STABILITY = Text("{title}: peluang {top} dan selang peringkat.", "{title}: chance of being {top}, and interval of ranks.")
PERCENT = Text("{share:.0%}", "{share:.0%}")
BELOW_ONE_PERCENT = Text("< 1%", "< 1%")
REGION = Text("{name} ({share})", "{name} ({share})")
STATED_WEIGHTS = Text("bobot yang ditetapkan", "stated weights")
FIRST_PLACE = Text("Peringkat pertama (bagian dari semua bobot)", "First place (share of all weights)")

# --- slum scores before and after -------------------------------------------------------------------------

BEFORE = Text("sebelum", "before")
AFTER = Text("sesudah", "after")
RT_OF_SITE = Text("RT lokasi program", "RT of a site")
OTHER_RT = Text("RT lain", "other RT")
CLASSES = (
    Text("tidak kumuh", "not slum"),
    Text("ringan", "light"),
    Text("sedang", "moderate"),
    Text("berat", "heavy"),
)
SLUM_SCORE = Text("nilai kekumuhan (0–80)", "slum score (0–80)")

# --- RW and RT of a village ---------------------------------------------------------------------------------

NEED_SCORE = Text("Skor kebutuhan (0–100)", "Need score (0–100)")
SCORES = Text("{low}–{high}", "{low}–{high}")
NEEDIEST = Text("paling membutuhkan", "the neediest")
TILE = Text("angka tebal: peringkat", "bold figure: rank")
TILE_WITH_CHANCE = Text("angka tebal: peringkat dan peluang {among}", "bold figures: rank and chance of being {among}")
RANK_ALONE = Text("{rank:,}", "{rank:,}")
RANK_WITH_CHANCE = Text("{rank:,} · {share:.0%}", "{rank:,} · {share:.0%}")
RW_TILE = Text("RW {rw}", "RW {rw}")
RT_OF_RW = Text("RT {rt}/RW {rw}", "RT {rt}/RW {rw}")
BY_NUMBER = Text(
    "Petak berurut menurut nomor, bukan letaknya. Garis tebal: yang diusulkan.",
    "Tiles stand in the order of their numbers, not where they lie. Heavy outline: proposed.",
)

# --- photos -------------------------------------------------------------------------------------------------

NO_PHOTO_FOLDER = Text(
    "{folder} bukan folder foto. Sebutkan folder yang berisi foto, misalnya RT03-RW05_sebelum.jpg.",
    "{folder} is no folder of photos. Name a folder that holds photos, such as RT03-RW05_before.jpg.",
)
NO_PHOTOS = Text(
    "Folder {folder} belum berisi foto. Isi dengan foto yang dinamai menurut RT, RW, dan saatnya, misalnya RT03-RW05_sebelum.jpg.",
    "The folder {folder} holds no photo yet. Put in photos named by RT, RW and phase, such as RT03-RW05_before.jpg.",
)
TOO_MANY_PHOTOS = Text(
    "Folder {folder} berisi {n:,} berkas; paling banyak {most:,}. Pilih foto yang paling jelas menunjukkan perubahannya.",
    "The folder {folder} holds {n:,} files; at most {most:,} are taken. Choose the photos that show the change best.",
)
NOT_A_PHOTO = Text("Bukan foto JPG, PNG, atau WEBP.", "No photo in JPG, PNG or WEBP.")
NOT_NAMED_BY_RT = Text("Nama berkas tidak menyebut RW dan saatnya.", "The file's name does not say RW and phase.")
UNKNOWN_VILLAGE_OF_PHOTO = Text(
    "Kode desa/kelurahan pada nama berkas tidak ada di kota ini.", "The village code in the file's name is none of this city."
)
PHOTO_TOO_LARGE = Text("Foto terlalu besar.", "The photo is too large.")
UNREADABLE_PHOTO = Text("Foto rusak atau tidak dapat dibaca.", "The photo is damaged or cannot be read.")
PHOTO_REMEDY = {
    NOT_A_PHOTO: Text(
        "Simpan ulang sebagai JPG, atau pindahkan dari folder foto.", "Save it as JPG, or move it out of the folder of photos."
    ),
    NOT_NAMED_BY_RT: Text(
        "Beri nama seperti RT03-RW05_sebelum.jpg atau RT03-RW05_sesudah.jpg.",
        "Name it like RT03-RW05_before.jpg or RT03-RW05_after.jpg.",
    ),
    UNKNOWN_VILLAGE_OF_PHOTO: Text(
        "Perbaiki kodenya, misalnya 36.72.05.1001_RT03-RW05_sebelum.jpg, atau hapus kodenya.",
        "Correct the code, as in 36.72.05.1001_RT03-RW05_before.jpg, or leave it out.",
    ),
    PHOTO_TOO_LARGE: Text(
        "Kecilkan sampai di bawah 30 MB dan 80 juta piksel.", "Make it smaller than 30 MB and 80 million pixels."
    ),
    UNREADABLE_PHOTO: Text("Salin ulang foto aslinya.", "Copy the original photo again."),
}
