"""Names of places as people write them: what does not matter in a name, and what a place was called or numbered before."""

from __future__ import annotations

import re
import unicodedata

_KIND = {  # what people put before a name, by level
    "village": r"(?:kelurahan|kel|desa|ds)\b",
    "district": r"(?:kecamatan|kec|distrik|kapanewon|kemantren)\b",
    "regency": r"(?:kabupaten|kota)(?: administrasi)?\b",
    "province": r"(?:provinsi|propinsi|prov)\b",
}
_IN_FULL = {  # abbreviations, as patterns of whole words
    r"\bkab\b": "kabupaten",
    r"\b(?:adm|administratif)\b": "administrasi",
    r"\bkep\b": "kepulauan",
    r"\b(?:dki|dk(?= jakarta)|daerah khusus(?= jakarta))\b": "daerah khusus ibukota",
    r"\bdiy\b": "daerah istimewa yogyakarta",
    r"\bdi\b(?= yogyakarta)": "daerah istimewa",
}

# Names that tables of earlier years carry, and spellings of BPS, by the code of today. Sources of the new names: PP 61/2017
# (Pasangkayu), PP 2/2019 (Kepulauan Tanimbar), PP 14/2020 (Toba); of the spellings: the code lists of BPS.
OTHER_NAMES = {
    "12.12": ("Kabupaten Toba Samosir",),
    "12.77": ("Kota Padang Sidempuan",),
    "13.07": ("Kabupaten 50 Kota",),
    "71.09": ("Kabupaten Siau Tagulandang Biaro",),
    "73.10": ("Kabupaten Pangkajene Kepulauan",),
    "76.01": ("Kabupaten Mamuju Utara",),
    "81.03": ("Kabupaten Maluku Tenggara Barat",),
}

# Codes before Kalimantan Utara (UU 20/2012) and before the new provinces of Papua (UU 14, 15, 16 and 29/2022).
# Those of Papua were held against a list of the 34 provinces; those of Kalimantan Utara only against the order of regencies in
# the laws that founded them (UU 47/1999, UU 34/2007) and the numbers that today's list leaves out.
FORMER_CODES = {
    "64.04": "65.01",
    "64.05": "65.03",
    "64.06": "65.02",
    "64.10": "65.04",
    "64.73": "65.71",
    "91.01": "93.01",
    "91.16": "93.02",
    "91.17": "93.03",
    "91.18": "93.04",
    "91.04": "94.01",
    "91.07": "94.02",
    "91.08": "94.03",
    "91.09": "94.04",
    "91.25": "94.05",
    "91.26": "94.06",
    "91.27": "94.07",
    "91.28": "94.08",
    "91.02": "95.01",
    "91.12": "95.02",
    "91.13": "95.03",
    "91.14": "95.04",
    "91.21": "95.05",
    "91.22": "95.06",
    "91.23": "95.07",
    "91.24": "95.08",
    "92.01": "96.01",
    "92.04": "96.02",
    "92.05": "96.03",
    "92.09": "96.04",
    "92.10": "96.05",
    "92.71": "96.71",
}


def plain_name(name: object) -> str:
    """A name without capitals, accents, spaces and signs, its abbreviations in full: equal for two spellings of one name.

    >>> plain_name("Kab.Bandung") == plain_name("KABUPATEN  BANDUNG"), plain_name("Toli-Toli") == plain_name("Tolitoli")
    (True, True)
    """
    return _words(name).replace(" ", "")


def kindless_name(name: object, level: str) -> str:
    """`plain_name` without the kind of place in front: "Kel. Depok" and "Depok" are one.

    >>> kindless_name("Kel. Depok", "village"), kindless_name("Kota Depok", "regency"), kindless_name("Kotagede", "regency")
    ('depok', 'depok', 'kotagede')
    """
    words = _words(name)
    return (re.sub(rf"^{_KIND[level]}", "", words) or words).replace(" ", "")


def _words(name: object) -> str:
    """Small letters and digits, one space between words."""
    text = "".join(letter for letter in unicodedata.normalize("NFKD", str(name)) if not unicodedata.combining(letter))
    words = " ".join(re.sub(r"[^\w\s]|_", "", text.casefold().replace(".", " ")).split())
    words = re.sub(r"\b(\w) (?=\w\b)", r"\1", words)  # D.I. and DI
    for short, full in _IN_FULL.items():
        words = re.sub(short, full, words)
    return words
