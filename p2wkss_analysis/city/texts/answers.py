"""What the answers of a city say together, and what they refuse."""

from __future__ import annotations

from ...say import Text

NEED = Text("Di mana kebutuhan tahun depan?", "Where is the need next year?")
SITES = Text("Apakah lokasi sebelumnya tepat sasaran?", "Did past sites go where the need was?")
ASSISTED = Text("Keluarga mana yang dibina?", "Which households were assisted?")
BEFORE_AFTER = Text("Apa yang berubah antara sebelum dan sesudah program?", "What changed from before to after the programme?")
HOUSEHOLDS = Text("Apakah program berdampak pada KK binaan?", "Did the programme have an effect on households?")
DELIVERY = Text("Apa yang sudah dikerjakan?", "What was delivered?")
EFFECT = Text("Apakah program berdampak pada lokasi?", "Did the programme have an effect on sites?")
SCORECARDS = Text("Bagaimana kartu skornya?", "What do the scorecards say?")
QUESTION = Text("Pertanyaan", "Question")
CALL = Text("Perintah", "Call")
ANSWER = Text("Jawaban, atau yang perlu diisi", "Answer, or what to fill in")
ANSWERED = Text("{city}: {n:,} dari {all:,} pertanyaan terjawab.", "{city}: {n:,} of {all:,} questions answered.")
FAULTS = Text(
    "{file}: {n:,} kesalahan perlu diperbaiki sebelum pertanyaan dapat dijawab.",
    "{file}: {n:,} {n:fault|faults} to correct before any question is answered.",
)
SYNTHETIC = Text("DATA SINTETIS: bukan keadaan sebenarnya.", "SYNTHETIC DATA: not the real situation.")
NO_REGENCY = Text(
    'Kota buku kerja ini tidak dapat dikenali. Isi "kode kabupaten/kota" pada lembar Pengaturan, misalnya 32.76.',
    'This workbook does not say which city it is from. Fill in "regency code" on the sheet Settings, for example 32.76.',
)
WITHOUT = {  # sheets without which answers of other sheets would mislead
    "settings": Text(
        "Lembar Pengaturan tidak ada, sehingga kota dan keterangan data sintetis tidak diketahui. Salin lembar itu dari templat.",
        "The sheet Settings is missing, so neither the city nor whether the data are synthetic is known. Copy the sheet from the template.",
    ),
    "sites": Text(
        "Lembar Lokasi tidak ada, sehingga lokasi sebelumnya tidak diketahui. Salin lembar itu dari templat; biarkan kosong bila memang belum ada lokasi.",
        "The sheet Sites is missing, so past sites are not known. Copy the sheet from the template; leave it empty if there has been no site.",
    ),
}
NOT_TO_PUBLISH = Text(
    "Buku kerja yang dipotong sampai {year} hanya untuk bertanya. Buat laporan dari buku kerja utuh.",
    "A workbook cut at the end of {year} is for questions only. Make the report from the whole workbook.",
)
NO_SCORES = Text(
    "Belum ada kartu skor. Isi lembar RT atau Kartu Skor.",
    "There is no scorecard yet. Fill in the sheet Neighbourhoods or Scorecards.",
)
