"""What every page of made-up values says, and why the computer refuses to read or write, by the name of its error."""

from __future__ import annotations

from .text import Text

SYNTHETIC = Text("DATA SINTETIS: bukan keadaan sebenarnya", "SYNTHETIC DATA: not the real situation")

_NO_RIGHT = Text("tidak ada hak akses", "access is not permitted")
_TOO_MANY_OPEN = Text("terlalu banyak berkas terbuka", "too many files are open")
_IN_USE = Text("sedang dipakai program lain", "another program is using it")

REFUSALS = {
    "ENOSPC": Text("tempat penyimpanan penuh", "the disk is full"),
    "EDQUOT": Text("kuota penyimpanan habis", "the disk quota is used up"),
    "EFBIG": Text("ukurannya melebihi batas", "it is larger than allowed"),
    "EACCES": _NO_RIGHT,
    "EPERM": _NO_RIGHT,
    "EROFS": Text("penyimpanannya hanya dapat dibaca", "the disk is read-only"),
    "ENOENT": Text("tidak ada", "it does not exist"),
    "ENOTDIR": Text("bagian dari alamatnya adalah berkas, bukan folder", "a part of its path is a file, not a folder"),
    "EISDIR": Text("itu folder", "it is a folder"),
    "EEXIST": Text("sudah ada", "it already exists"),
    "ELOOP": Text("tautannya berputar", "its links form a loop"),
    "ENAMETOOLONG": Text("namanya terlalu panjang", "the name is too long"),
    "EILSEQ": Text("namanya memuat karakter yang tidak dapat dipakai", "the name has characters that cannot be used"),
    "EMFILE": _TOO_MANY_OPEN,
    "ENFILE": _TOO_MANY_OPEN,
    "EBUSY": _IN_USE,
    "ETXTBSY": _IN_USE,
    "EIO": Text("perangkat penyimpanan bermasalah", "the storage device has a fault"),
    "EPIPE": Text("pembacanya sudah selesai", "its reader has ended"),
}
