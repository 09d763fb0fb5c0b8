"""What is said of published figures over the years: breaks, odd figures, and what must hold between figures."""

from __future__ import annotations

from ...say import Text
from .change import UNITS as CHANGE_UNITS

# --- breaks and odd figures -------------------------------------------------------------------------------

SEPARATED = Text(
    "sampai {before} angkanya mencakup {names:and}, yang kemudian dimekarkan",
    "up to {before} the figure includes {names:and}, later separated",
)
OTHER_METHOD = Text("seri {method} dimulai", "the series {method} begins")
COPIES_DIFFER = Text("salinan publik lain memuat angka berbeda", "another public copy has another figure")

# --- names of series --------------------------------------------------------------------------------------

SERIES_NAMES = {  # series of the dictionary, as a line below a picture writes them
    "Susenas March, BPS basic-needs line": Text("Susenas Maret", "Susenas, March"),
    "Sakernas August": Text("Sakernas Agustus", "Sakernas, August"),
    "UHH SP2010": Text("IPM seri UHH SP2010", "HDI, series UHH SP2010"),
    "UHH LF SP2020": Text("IPM seri UHH LF SP2020", "HDI, series UHH LF SP2020"),
    "IPM new method": Text("IPM metode baru", "HDI, new method"),
    "IPM new method (age 25+)": Text("IPM metode baru, usia 25 tahun ke atas", "HDI, new method, age 25 and over"),
    "Susenas March, access to proper sanitation (sanitasi layak)": Text(
        "Susenas Maret, sanitasi layak", "Susenas, March, proper sanitation"
    ),
    "Susenas March, access to proper drinking water (air minum layak)": Text(
        "Susenas Maret, air minum layak", "Susenas, March, proper drinking water"
    ),
    "IPG, UHH SP2010": Text("IPG, seri UHH SP2010", "GDI, series UHH SP2010"),
    "BPS projection": Text("proyeksi BPS", "projection by BPS"),
}

# --- one series -------------------------------------------------------------------------------------------

SERIES = Text("{label}{unit}, {name}:", "{label}{unit}, {name}:")
IN_UNIT = Text(" ({unit})", " ({unit})")
_PERCENT = Text("%", "%")
UNITS = {**CHANGE_UNITS, **{unit: _PERCENT for unit in CHANGE_UNITS if unit.startswith("percent")}}  # of a value
OF_METHOD = Text(" (seri {method})", " (series {method})")
PART = Text(
    "{before:.{digits}} pada {first} menjadi {after:.{digits}} pada {last} ({change:+.{digits}}){method}.",
    "{before:.{digits}} in {first}, {after:.{digits}} in {last} ({change:+.{digits}}){method}.",
)
ONE_YEAR = Text("{value:.{digits}} pada {year}{method}.", "{value:.{digits}} in {year}{method}.")
BREAK = Text("{year} ({reason})", "{year} ({reason})")
BREAKS = Text(
    "Angka sebelum dan sejak tahun ini tidak diselisihkan: {each:;}.",
    "Figures before and from these years are not differenced: {each:;}.",
)
ODD = Text("Perlu dibaca hati-hati, {years:and}: {reason}.", "Read with care, {years:and}: {reason}.")
OF_THE_USER = Text("Ditambahkan pengguna: {years:and}.", "Added by the user: {years:and}.")
NO_FIGURE = Text("Tidak ada angka {label} untuk {name}.", "There is no figure of {label} for {name}.")

# --- what must hold between figures -----------------------------------------------------------------------

COMPARE_SOURCE = Text("Bandingkan dengan terbitan aslinya.", "Compare with the publication.")
COMPARE_OR_EXPLAIN = Text(
    "Bandingkan dengan terbitan aslinya; bila memang diterbitkan demikian, tulis sebabnya pada `series_breaks` di datapackage.json.",
    "Compare with the publication; if it was published so, write the reason into `series_breaks` of datapackage.json.",
)
HDI_DIFFERS = Text("Komponennya menghasilkan IPM {computed:.2}.", "Its components give an HDI of {computed:.2}.")
POVERTY_ORDER = Text(
    "Keparahan ({severity:.3}) harus di bawah kedalaman ({gap:.3}), dan kedalaman di bawah persentase penduduk miskin ({rate:.2}).",
    "Severity ({severity:.3}) must lie below the gap ({gap:.3}), and the gap below the poverty rate ({rate:.2}).",
)
POVERTY_SQUARE = Text(
    "Keparahan ({severity:.3}) kali persentase penduduk miskin ({rate:.2}) tidak boleh di bawah kuadrat kedalaman ({gap:.3}).",
    "Severity ({severity:.3}) times the poverty rate ({rate:.2}) cannot be below the square of the gap ({gap:.3}).",
)
POOR_TOTAL = Text(
    "Jumlah penduduk miskin semua kabupaten/kota {total:,}, sedangkan rilis nasional {released:,}.",
    "Poor people of all regencies add up to {total:,}, and {released:,} were released for the country.",
)
PEOPLE_JUMP = Text(
    "Jumlah penduduk miskin dibagi persentasenya menjadi {ratio:.2} kali tahun sebelumnya.",
    "Poor people over the poverty rate is {ratio:.2} times that of the year before.",
)
LINE_JUMP = Text(
    "Garis kemiskinan menjadi {ratio:.2} kali tahun sebelumnya.", "The poverty line is {ratio:.2} times that of the year before."
)
NOT_SUM_OF_PARTS = Text("Kabupaten/kotanya berjumlah {total:,}.", "Its regencies add up to {total:,}.")
CODE_ONCE = Text(
    "Setiap kabupaten/kota memiliki satu kode BPS, dan setiap kode BPS hanya sekali dipakai.",
    "Every regency has one BPS code, and every BPS code stands once.",
)
VILLAGES_TOTAL = Text(
    "Desa dan kelurahan {code} berjumlah {total:,}, sedangkan penduduk terdaftarnya {registered:,}.",
    "The villages of {code} add up to {total:,}, and {registered:,} people are registered there.",
)
SHARE_DIFFERS = Text("Hitungannya {computed:.2}%.", "It comes to {computed:.2}%.")
