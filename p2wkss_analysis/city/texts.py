"""What a city's answers say, in both languages."""

from ..say import Text

# answers.py
NEED = Text("Di mana kebutuhan tahun depan?", "Where is the need next year?")
SITES = Text("Apakah lokasi sebelumnya tepat sasaran?", "Did past sites go where the need was?")
ASSISTED = Text("Keluarga mana yang dibina?", "Which households were taken?")
HOUSEHOLDS = Text("Apakah program berdampak pada KK binaan?", "Did the programme have an effect on households?")
DELIVERY = Text("Apa yang sudah dikerjakan?", "What was delivered?")
EFFECT = Text("Apakah program berdampak pada lokasi?", "Did the programme have an effect on sites?")
SCORECARDS = Text("Bagaimana kartu skornya?", "What do the scorecards say?")
QUESTION, CALL, ANSWER = (
    Text("Pertanyaan", "Question"),
    Text("Perintah", "Call"),
    Text("Jawaban, atau yang perlu diisi", "Answer, or what to fill in"),
)
ANSWERED = Text("{city}: {n:,} dari {all:,} pertanyaan terjawab.", "{city}: {n:,} of {all:,} questions answered.")
FAULTS = Text(
    "{file}: {n:,} kesalahan perlu diperbaiki sebelum pertanyaan dapat dijawab.",
    "{file}: {n:,} {n:fault|faults} to correct before any question is answered.",
)
SYNTHETIC = Text("DATA SINTETIS: bukan keadaan nyata.", "SYNTHETIC DATA: not the real state.")
NO_REGENCY = Text(
    "Kota buku kerja ini tidak dapat dikenali: isi regency_code pada lembar settings, misalnya 32.76.",
    "It cannot be told which city this workbook is of: fill in regency_code on the sheet settings, for example 32.76.",
)
WITHOUT = {  # sheets without which answers of other sheets would mislead
    "settings": Text(
        "Lembar settings tidak ada dalam berkas ini, sehingga kota dan keterangan data sintetis tidak diketahui. Salin lembar itu dari templat.",
        "This file has no sheet settings, so that neither the city nor whether the data are synthetic is known. Copy the sheet from the template.",
    ),
    "sites": Text(
        "Lembar sites tidak ada dalam berkas ini, sehingga lokasi yang sudah pernah dipilih tidak diketahui. Salin lembar itu dari templat; biarkan "
        "kosong bila memang belum ada lokasi.",
        "This file has no sheet sites, so that it is not known which places have been sites. Copy the sheet from the template; leave it empty if there "
        "has been no site.",
    ),
}
NOT_TO_PUBLISH = Text(
    "Buku kerja yang dipotong sampai {year} hanya untuk bertanya; laporan dibuat dari buku kerja utuh.",
    "A workbook cut at the end of {year} is for asking only; the report is made from the whole workbook.",
)
NO_SCORES = Text(
    "Lembar neighbourhoods dan scores belum diisi, sehingga belum ada kartu skor.",
    "The sheets neighbourhoods and scores are not filled in, so that there is no scorecard yet.",
)

# delivery.py
NO_ACTIVITY = Text(
    "Lembar deliveries belum berisi kegiatan. Isi satu baris untuk setiap kegiatan: OPD, sektor, tanggal rencana, dan realisasi.",
    "The sheet deliveries holds no activity yet. Fill in one line an activity: agency, sector, planned date and share done.",
)

# decided.py
NO_BOUNDARIES = Text(
    "Berkas batas wilayah {name}, yang disebut pada lembar settings, tidak ada di folder buku kerja. Letakkan di sana, atau kosongkan boundaries_file.",
    "The boundaries file {name} named on the sheet settings is not in the folder of the workbook. Put it there, or leave boundaries_file empty.",
)

# candidates.py
NO_CANDIDATES = Text(
    "Lembar households dalam {file} tidak memuat keluarga gelombang 0 yang diwawancarai.",
    "The sheet households of {file} holds no interviewed household of wave 0.",
)
NO_SUCH_COLUMN = Text(
    "Lembar households tidak memuat kolom {columns}. Yang terisi: {filled}.",
    "The sheet households has no column {columns}. Filled in are: {filled}.",
)

# need.py
NO_SUCH_FIGURE = Text(
    "Lembar villages tidak memuat kolom angka {columns}. Yang terisi: {filled}.",
    "The sheet villages has no column of numbers {columns}. Filled in are: {filled}.",
)
