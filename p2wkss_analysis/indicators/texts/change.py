"""What is said of an official indicator between two years."""

from __future__ import annotations

from ...say import Text

IN_SERIES = Text("{label}, seri {method}", "{label}, series {method}")
IMPROVED = Text(
    "{label} membaik di {better:,} dari {n:,} kabupaten/kota dari {first} ke {last}; median perubahan {median:+.2} {unit}. "
    "Terbaik: {best}; terburuk: {worst}.",
    "{label} improved in {better:,} of {n:,} regencies and cities from {first} to {last}, with a median change of {median:+.2} "
    "{unit}. Best: {best}; worst: {worst}.",
)
_POINTS, _PERCENTAGE_POINTS = Text("poin", "points"), Text("poin persen", "percentage points")
UNITS = {  # of a change, by the unit of the dictionary
    "index 0-100": _POINTS,
    "index 100 = parity": _POINTS,
    "percent": _PERCENTAGE_POINTS,
    "percent of households": _PERCENTAGE_POINTS,
    "percent of labour force": _PERCENTAGE_POINTS,
    "percent of population": _PERCENTAGE_POINTS,
    "percent of working-age population": _PERCENTAGE_POINTS,
    "persons": Text("orang", "people"),
    "rupiah per person per month": Text("rupiah per orang per bulan", "rupiah per person per month"),
    "thousand persons": Text("ribu orang", "thousand people"),
    "thousand rupiah per person per year": Text("ribu rupiah per orang per tahun", "thousand rupiah per person per year"),
    "years": Text("tahun", "years"),
}
PLACE_WITH_CHANGE = Text("{name} ({change:+.2})", "{name} ({change:+.2})")
NO_FIGURES = Text(
    "{name}: tidak ada angka {label} untuk {first} dan {last} dalam seri yang sama.",
    "{name}: there are no figures of {label} for {first} and {last} in the same series.",
)
PLACE_CHANGED = Text(
    "{name}: {label} {before:.2} pada {first} menjadi {after:.2} pada {last} ({change:+.2}).",
    "{name}: {label} {before:.2} in {first}, {after:.2} in {last} ({change:+.2}).",
)
BROKEN = Text(
    "{n:,} kabupaten/kota tidak dibandingkan karena serinya terputus di antara kedua tahun itu, misalnya {example}.",
    "{n:,} {n:place is|places are} not compared because the series breaks between the two years, for example {example}.",
)
PLACE_BROKEN = Text("{name} ({year}: {reason})", "{name} ({year}: {reason})")
PLACE_NOT_COMPARED = Text(
    "{name}: {label} {first} dan {last} tidak dibandingkan, karena serinya terputus pada {year}: {reason}.",
    "{name}: {label} in {first} and {last} is not compared, because the series breaks in {year}: {reason}.",
)
ALL_BROKEN = Text(
    "{label} tidak dapat dibandingkan antara {first} dan {last}: seri setiap wilayah terputus di antaranya, misalnya {example}. "
    "Pilih dua tahun sebelum atau dua tahun sesudahnya.",
    "{label} cannot be compared between {first} and {last}: the series of every place breaks in between, for example {example}. "
    "Choose two years before it or two years after it.",
)
SAME_YEAR = Text(
    "Tahun awal dan tahun akhir sama ({year}). Pilih dua tahun yang berbeda.",
    "The first and the last year are the same ({year}). Choose two different years.",
)
NO_SUCH_FIGURE = Text(
    "Tidak ada angka {indicator!r} dalam tabel ini. Periksa nama indikatornya.",
    "The table has no figure of {indicator!r}. Check the name of the indicator.",
)
# Two series are two methods: their difference is not a change of the place.
SEVERAL_SERIES = Text(
    "{label} memiliki beberapa seri untuk {first} dan {last}: {series:and}. Sebutkan salah satu dengan method=; seri yang berbeda "
    "tidak boleh diselisihkan.",
    "{label} has several series for {first} and {last}: {series:and}. Name one with method=; different series must not be "
    "differenced.",
)
NO_COMMON_SERIES = Text(
    "Tidak ada wilayah dengan {label} pada {first} dan {last} dalam seri yang sama ({held:;}). Pilih dua tahun dari satu seri.",
    "No place has {label} in {first} and {last} in the same series ({held:;}). Choose two years of one series.",
)
SERIES_OF_YEAR = Text("{year}: {series:and}", "{year}: {series:and}")
NONE = Text("tidak ada", "none")
