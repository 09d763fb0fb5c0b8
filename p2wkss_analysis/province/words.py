"""The words of a collection: the heading of every column, and its codes as people say them."""

from __future__ import annotations

from ..dictionary.sheets import fields_of
from ..say import pick

_HEADINGS = {
    "area_code": ("Kode desa/kelurahan", "Village code"),
    "village": ("Desa/kelurahan", "Village"),
    "regency_code": ("Kode kabupaten/kota", "Regency code"),
    "regency": ("Kabupaten/kota", "Regency"),
    "files": ("Berkas", "Files"),
    "status": ("Status", "Status"),
    "confirmed_by": ("Terkonfirmasi oleh", "Confirmed by"),
    "in_open_register": ("Ada di daftar terbuka", "In the open register"),
    "left_out": ("Sel yang dikosongkan", "Cells left out"),
    "file": ("Berkas", "File"),
    "reason": ("Alasan", "Reason"),
    "village_lines": ("Baris desa/kelurahan", "Village lines"),
    "site_lines": ("Baris lokasi", "Site lines"),
    "lines_lost": ("Baris tanpa kode atau tahun", "Lines without code or year"),
    "faults": ("Kesalahan isian", "Faults"),
    "absent": ("Kolom yang tidak ada", "Columns it lacks"),
    "synthetic": ("Data sintetis", "Synthetic"),
    "kind": ("Jenis", "Kind"),
    "contradiction": ("Bertentangan", "Contradiction"),
    "column": ("Kolom", "Column"),
    "sheet": ("Lembar", "Sheet"),
    "cell": ("Sel", "Cell"),
    "value": ("Isi", "Value"),
    "other_file": ("Berkas lain", "Other file"),
    "other_sheet": ("Lembar lain", "Other sheet"),
    "other_cell": ("Sel lain", "Other cell"),
    "other_value": ("Isi lain", "Other value"),
    "what": ("Apa yang berbeda", "What differs"),
    "became": ("Yang terjadi", "What became of it"),
    "remedy": ("Yang harus dilakukan", "What to do"),
    "row": ("Baris", "Line"),
    "rule": ("Aturan", "Rule"),
    "outcome": ("Indikator", "Outcome"),
    "unit": ("Satuan", "Unit"),
    "confirmed": ("Lokasi terkonfirmasi", "Confirmed sites"),
    "usable": ("Dapat dipakai", "Usable"),
    "lacking_before": ("Tanpa nilai sebelum", "Without a value before"),
    "lacking_after": ("Tanpa nilai sesudah", "Without a value after"),
    "places": ("Tempat pembanding", "Comparison places"),
    "years": ("Tahun dengan nilai", "Years with values"),
    "effect": ("Pengaruh", "Effect"),
    "change_sd": ("Simpangan baku perubahan", "SD of the change"),
    "sites_needed": ("Lokasi yang diperlukan", "Sites needed"),
    "more_needed": ("Masih kurang", "More needed"),
    "cannot_tell": ("Mengapa belum dapat dikatakan", "Why it cannot be told"),
}
_WORDS = {
    "confirmed": ("terkonfirmasi", "confirmed"),
    "unconfirmed": ("belum terkonfirmasi", "unconfirmed"),
    "disputed": ("disengketakan", "disputed"),
    "decree": ("nomor SK", "decree"),
    "two_sources": ("dua sumber sepakat", "two sources agree"),
    "open_register": ("daftar terbuka", "open register"),
    "read": ("dibaca", "read"),
    "refused": ("ditolak", "refused"),
    "copy": ("salinan", "copy"),
    "set_aside": ("disisihkan", "set aside"),
    "other": ("bukan buku kerja", "no workbook"),
}


def word(column: str, value: str, lang: str) -> str:
    """A code of the columns status, confirmed_by, chosen_by and planned_unit in words.

    >>> word("status", "disputed", "id"), word("chosen_by", "draw", "en")
    ('disengketakan', 'public draw')
    """
    choices = {c["value"]: c["label"] for f in fields_of("sites") if f["name"] == column for c in f.get("categories", ())}
    words = _WORDS.get(value) if column not in ("chosen_by", "planned_unit") else None
    return pick(lang, id=words[0], en=words[1]) if words else pick(lang, **choices[value]) if value in choices else value


def heading(column: str, lang: str) -> str:
    """The heading of a column: our own, else that of the city's workbook, with its unit."""
    if column in _HEADINGS:
        return pick(lang, id=_HEADINGS[column][0], en=_HEADINGS[column][1])
    for sheet in ("sites", "villages"):
        for f in fields_of(sheet):
            if f["name"] == column:
                return pick(lang, **f["label"]) + (f" ({pick(lang, **f['unit'])})" if "unit" in f else "")
    return column
