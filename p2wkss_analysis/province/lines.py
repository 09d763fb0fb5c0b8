"""The lines of a collection: what two sources say differently, what became of it, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ..say import pick
from ..tables.cells import Words
from ..tables.workbook.places import places_of

COLUMNS = [
    "kind",
    "contradiction",
    "area_code",
    "village",
    "year",
    "column",
    "file",
    "sheet",
    "cell",
    "value",
    "other_file",
    "other_sheet",
    "other_cell",
    "other_value",
    "what",
    "became",
    "remedy",
]


@dataclass(frozen=True)
class Kind:
    """One kind of line. `contradiction`: both cannot be true, so somebody has to decide."""

    contradiction: bool
    what: Words
    became: Words
    remedy: Words


_OUT = ("tidak masuk sampai diputuskan", "left out until decided")
_ASK = (
    "Tanyakan kota mana yang benar, perbaiki di buku kerjanya, keluarkan versi lama dari folder, lalu kumpulkan lagi.",
    "Ask the city which is right, mend it in its workbook, take the old version out of the folder, and collect again.",
)
KINDS = {
    "value": Kind(
        True,
        ("isian berbeda untuk desa/kelurahan dan tahun yang sama", "different values for the same village and year"),
        _OUT,
        _ASK,
    ),
    "site_value": Kind(True, ("isian berbeda untuk lokasi yang sama", "different values for the same site"), _OUT, _ASK),
    "site_place": Kind(
        True,
        ("RW/RT berbeda untuk lokasi dan tahun yang sama", "different RW/RT for the same site and year"),
        ("keduanya dicatat sebagai disengketakan", "both kept, as disputed"),
        _ASK,
    ),
    "site_year": Kind(
        True,
        ("tahun berbeda untuk lokasi yang sama", "different years for the same site"),
        ("keduanya dicatat sebagai disengketakan", "both kept, as disputed"),
        _ASK,
    ),
    "register_year": Kind(
        True,
        ("tahunnya berbeda dari daftar terbuka", "its year is not that of the open register"),
        ("keduanya dicatat; tanpa nomor SK tidak terkonfirmasi", "both kept; not confirmed without a decree"),
        (
            "Minta nomor SK dari kota; bila daftar terbuka keliru, perbaiki programme_sites.csv.",
            "Ask the city for the decree; where the open register is wrong, mend programme_sites.csv.",
        ),
    ),
    "register_place": Kind(
        True,
        ("RW berbeda dari daftar terbuka", "its RW is not that of the open register"),
        ("RW dari buku kerja; tanpa nomor SK tidak terkonfirmasi", "the workbook's RW is kept; not confirmed without a decree"),
        ("Periksa RW pada SK.", "Look up the RW in the decree."),
    ),
    "register_households": Kind(
        True,
        ("jumlah KK berbeda dari daftar terbuka", "its number of households is not that of the open register"),
        ("rencana dari buku kerja dipakai", "the workbook's plan is kept"),
        ("Rencana dan realisasi boleh berbeda; periksa pada SK.", "Plan and outcome may differ; look it up in the decree."),
    ),
    "decree_years": Kind(
        True,
        ("satu nomor SK untuk beberapa tahun", "one decree for several years"),
        ("dicatat seperti tertulis", "kept as written"),
        (
            "Bila SK memang berlaku beberapa tahun, tidak perlu diubah; bila tidak, perbaiki nomornya.",
            "Where the decree holds for several years nothing is to do; otherwise mend its number.",
        ),
    ),
    "decree_cities": Kind(
        True,
        ("satu nomor SK pada beberapa kabupaten/kota", "one decree in several regencies"),
        ("dicatat seperti tertulis", "kept as written"),
        ("Satu SK berlaku di satu kabupaten/kota; periksa nomornya.", "A decree holds in one regency; check its number."),
    ),
    "other_regency": Kind(
        True,
        ("desa/kelurahan di luar kabupaten/kota buku kerja", "a village of another regency than the workbook's"),
        ("barisnya tidak masuk", "its lines are left out"),
        (
            "Perbaiki regency_code pada lembar settings, atau kode desa/kelurahannya.",
            "Mend regency_code in the sheet settings, or the village code.",
        ),
    ),
    "doubled": Kind(
        False,
        ("baris yang sama tertulis dua kali", "the same line stands twice"),
        ("dihitung satu kali", "counted once"),
        ("Hapus salah satunya.", "Remove one of them."),
    ),
    "blank": Kind(
        False,
        ("terisi di satu berkas, kosong di berkas lain", "filled in one file, empty in another"),
        ("yang terisi dipakai", "the filled one is used"),
        (
            "Bila sengaja dikosongkan, keluarkan versi lama dari folder.",
            "Where it was emptied on purpose, take the old version out of the folder.",
        ),
    ),
    "lines_in_one": Kind(
        False,
        ("baris hanya ada di sebagian berkas kota itu", "lines that only some of the city's files have"),
        ("semuanya dipakai", "all are used"),
        (
            "Bila sengaja dihapus, keluarkan versi lama dari folder.",
            "Where they were removed on purpose, take the old version out of the folder.",
        ),
    ),
    "not_in_register": Kind(
        False,
        ("lokasi belum ada di daftar terbuka", "a site the open register does not know"),
        ("masuk registri", "in the registry"),
        (
            "Minta SK atau sumber lain, lalu tambahkan ke programme_sites.csv.",
            "Ask for the decree or another source, then add it to programme_sites.csv.",
        ),
    ),
    "only_in_register": Kind(
        False,
        (
            "lokasi daftar terbuka yang tidak ada di buku kerja kota itu",
            "a site of the open register that the city's workbook lacks",
        ),
        ("masuk registri menurut daftar terbuka", "in the registry, as the open register has it"),
        ("Minta kota menambahkan baris tahun itu, dengan nomor SK.", "Ask the city for that year's line, with its decree."),
    ),
    "register_no_year": Kind(
        False,
        ("daftar terbuka tidak tahu tahunnya", "the open register does not know its year"),
        ("tahun dari buku kerja dipakai", "the workbook's year is used"),
        ("Lengkapi tahun di programme_sites.csv.", "Add the year to programme_sites.csv."),
    ),
}
REGISTER: Words = ("daftar terbuka", "open register")


@dataclass(frozen=True)
class Spot:
    """Where one value stands: file, sheet, cell, and the value as text."""

    file: str
    sheet: str = ""
    cell: str = ""
    value: str = ""


class Lines:
    """Collects the lines of one collection in one language."""

    def __init__(self, lang: str):
        self.lang = lang
        self._found: list[tuple] = []

    def add(self, kind: str, area_code: str, year, column: str, one: Spot, other: Spot = Spot("")) -> None:
        """One line: both places, in the order of the files, so that it does not matter which was read first."""
        how = KINDS[kind]
        said = [pick(self.lang, id=words[0], en=words[1]) for words in (how.what, how.became, how.remedy)]
        self._found.append(
            (
                kind,
                how.contradiction,
                area_code,
                places_of("").names.get(area_code, ""),
                year,
                column,
                one.file,
                one.sheet,
                one.cell,
                one.value,
                other.file,
                other.sheet,
                other.cell,
                other.value,
                *said,
            )
        )

    def register(self, line: int, value: str = "") -> Spot:
        """A place in the open register, by the line of its file."""
        return Spot(pick(self.lang, id=REGISTER[0], en=REGISTER[1]), "programme_sites.csv", str(line), value)

    def table(self) -> pd.DataFrame:
        """Contradictions first, then by kind, place and year; see COLUMNS."""
        order = {kind: number for number, kind in enumerate(KINDS)}
        found = sorted(self._found, key=lambda f: (order[f[0]], *map(str, f[2:14])))
        table = pd.DataFrame(found, columns=COLUMNS)
        return table.astype(
            {"year": "Int64", "contradiction": bool} | {c: "str" for c in COLUMNS if c not in ("year", "contradiction")}
        )
