"""What the computer refuses, in words an office knows: a full disk, a missing right, a name too long."""

from __future__ import annotations

import errno

_WHY = {
    "ENOSPC": ("tempat penyimpanan penuh", "no room left"),
    "EDQUOT": ("kuota penyimpanan habis", "the quota is used up"),
    "EFBIG": ("ukurannya melebihi batas", "larger than allowed"),
    "EACCES": ("tidak ada hak akses", "no right to"),
    "EPERM": ("tidak ada hak akses", "no right to"),
    "EROFS": ("penyimpanannya hanya dapat dibaca", "the storage can only be read"),
    "ENOENT": ("tidak ada", "it is not there"),
    "ENOTDIR": ("bagian dari alamatnya adalah berkas, bukan folder", "a part of its path is a file and no folder"),
    "EISDIR": ("itu folder", "it is a folder"),
    "EEXIST": ("sudah ada", "it exists"),
    "ELOOP": ("tautannya berputar", "its links go round"),
    "ENAMETOOLONG": ("namanya terlalu panjang", "the name is too long"),
    "EILSEQ": ("namanya memuat karakter yang tidak dapat dipakai", "the name has characters that cannot be used"),
    "EMFILE": ("terlalu banyak berkas terbuka", "too many files are open"),
    "ENFILE": ("terlalu banyak berkas terbuka", "too many files are open"),
    "EBUSY": ("sedang dipakai program lain", "another program uses it"),
    "ETXTBSY": ("sedang dipakai program lain", "another program uses it"),
    "EIO": ("perangkat penyimpanan bermasalah", "the storage device has a fault"),
    "EPIPE": ("pembacanya sudah selesai", "its reader has ended"),
}
_BY_NUMBER = {getattr(errno, name): words for name, words in _WHY.items() if hasattr(errno, name)}


def why(error: OSError) -> dict[str, str]:
    """The reason of an error of the computer in both languages; one that is not listed in the computer's own words.

    >>> why(OSError(28, "No space left on device"))["id"]
    'tempat penyimpanan penuh'
    """
    words = _BY_NUMBER.get(error.errno, (error.strerror or type(error).__name__,) * 2)
    return {"id": words[0], "en": words[1]}
