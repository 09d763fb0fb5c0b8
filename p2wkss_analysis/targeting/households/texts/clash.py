"""Why no list is possible: limits that cannot hold together."""

from __future__ import annotations

from ....say import Text

TOO_FEW_CANDIDATES = Text(
    "Diminta {n:,} keluarga, tetapi hanya ada {eligible:,} calon yang dapat dipilih. Tambah calon atau kurangi n.",
    "{n:,} {n:household is|households are} asked for, but only {eligible:,} {eligible:candidate|candidates} can be chosen. Add candidates or "
    "lower n.",
)
CLASH = Text(
    "Tidak ada daftar {n:,} keluarga yang memenuhi semua kuota. Yang saling bertentangan: {clash:and}. Longgarkan salah satunya.",
    "No list of {n:,} {n:household|households} satisfies all quotas. These conflict: {clash:and}. Loosen one of them.",
)
LIMIT_WITH_CANDIDATES = Text("{limit} (calon yang ada {n:,})", "{limit} ({n:,} {n:candidate|candidates})")
MORE_LIMITS = Text("{n:,} kuota sejenis lainnya", "{n:,} more of the same kind")
FORCED = Text("{n:,} keluarga yang dimasukkan dengan keputusan", "the {n:,} {n:household|households} included by decision")
LENGTH = Text("jumlah daftar {n:,} keluarga", "the length of the list, {n:,}")
