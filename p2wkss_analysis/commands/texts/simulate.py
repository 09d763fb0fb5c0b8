"""What `p2wkss simulate --register` says: its options, and options that belong to another kind of simulation."""

from __future__ import annotations

from ...say import Text

REGISTER = Text(
    "tulis register keluarga sintetis ke folder baru --out: banyaknya keluarga-tahun seluruhnya, misalnya 20e6",
    "write a synthetic household register to the new folder --out: household-years in all, for example 20e6",
)
REGENCY = Text(
    "kabupaten/kota untuk --register, nama atau kode (boleh diulang; bawaan seluruh Indonesia)",
    "kabupaten or kota for --register, name or code (may be repeated; default all of Indonesia)",
)
NOT_WITH_REGISTER = Text("{options:list} tidak berlaku dengan --register.", "{options:list} has no meaning with --register.")
NOT_WITHOUT_REGISTER = Text("{options:list} tidak berlaku tanpa --register.", "{options:list} has no meaning without --register.")
NOT_WHOLE = Text(
    "--register harus bilangan bulat, misalnya 20e6 atau 20000000.",
    "--register must be a whole number, for example 20e6 or 20000000.",
)
