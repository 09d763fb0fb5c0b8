"""What `p2wkss form` says: its help, and what it wrote; and what `p2wkss import` asks of its exports."""

from __future__ import annotations

from ...say import Text

FORM = Text(
    "tulis formulir HP (XLSForm untuk KoboToolbox dan ODK) dari kolom buku kerja kota",
    "write the form for phones (XLSForm for KoboToolbox and ODK) from the columns of a city's workbook",
)
FORM_FILE = Text("buku kerja kota (.xlsx); boleh belum lengkap", "a city's workbook (.xlsx); it may be incomplete")
FORM_SHEET = Text(
    "lembar yang diisi: households (bawaan), neighbourhoods, deliveries, atau scores (kartu skor)",
    "the sheet to fill in: households (default), neighbourhoods, deliveries or scores (scorecards)",
)
FORM_WAVE = Text(
    "gelombang keluarga: baseline, endline, follow-up (T+1), atau follow-up-2 (T+2)",
    "the wave of households: baseline, endline, follow-up (T+1) or follow-up-2 (T+2)",
)
FORM_PROFILE = Text(
    "kartu skor yang ditanyakan: {profiles:and}; bawaan krppa", "the scorecard to ask for: {profiles:and}; krppa by default"
)
FORM_RUBRIC = Text(
    "kartu skor menurut rubrik lomba: berkas seperti untuk `p2wkss score --rubric`",
    "a scorecard by the rubric of a contest: a file as for `p2wkss score --rubric`",
)
FORM_OUT = Text("formulir .xlsx yang ditulis", "the form (.xlsx) to write")
FORM_WRITTEN = Text(
    "Formulir ditulis: {path}. Unggah ke KoboToolbox atau ODK Central.",
    "Form written: {path}. Upload it to KoboToolbox or ODK Central.",
)
IMPORT_RUBRIC = Text(
    "berkas rubrik lomba, bila formulir kartu skornya dibuat dengan --rubric",
    "the file of the contest's rubric, if the form of the scorecard was written with --rubric",
)
