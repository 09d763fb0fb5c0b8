"""The words of numbers, lists and of errors about errors, by language: they stand below `Text`, which is written with them."""

from __future__ import annotations

from collections.abc import Mapping

OWN_WORDS: Mapping[str, Mapping[str, str]] = {
    "id": {
        "locale": "id_ID",
        "no data": "tidak ada data",
        "no upper limit": "tanpa batas atas",
        "no lower limit": "tanpa batas bawah",
        "below": "di bawah ",
        "and of two": " dan ",
        "and of more": ", dan ",
        "one fault": "{n} kesalahan data ditemukan:",
        "faults": "{n} kesalahan data ditemukan:",
        "more faults": "  ... dan {n} lagi; lihat error.table()",
        "unknown language": 'Bahasa {lang!r} tidak dikenal. Gunakan "id" (Bahasa Indonesia) atau "en" (Inggris).',
    },
    "en": {
        "locale": "en_GB",
        "no data": "no data",
        "no upper limit": "no upper limit",
        "no lower limit": "no lower limit",
        "below": "below ",
        "and of two": " and ",
        "and of more": " and ",
        "one fault": "{n} fault found in the data:",
        "faults": "{n} faults found in the data:",
        "more faults": "  ... and {n} more; see error.table()",
        "unknown language": 'Language {lang!r} is not known. Use "id" (Bahasa Indonesia) or "en" (English).',
    },
}
