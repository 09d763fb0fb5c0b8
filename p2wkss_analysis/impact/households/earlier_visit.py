"""A second look before the programme: what it says of the choice, of the figure's reliability, and of trends that differ."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...say import number
from ...say.errors import WrongUse
from ..estimate import Estimate, Text, from_t, refused
from .designs.adjusted import LEAST_HOUSEHOLDS, TOO_FEW, adjusted
from .designs.choice import Choice
from .designs.cluster_robust import cluster_robust
from .designs.given_rule import change_before
from .faults import numbers
from .table import Pair, Waves

PLACEBO = "placebo_before"
CORRECTED = "ancova_corrected"
LEAST_KNOWN = 0.8  # share of households whose earlier figure must be known
WEAK = 10.0  # F of the earlier figure on the baseline below which it cannot correct it (Staiger and Stock 1997)


def read_earlier(waves: Waves, earlier) -> np.ndarray:
    """(N,) the earlier figure: of a wave before the baseline, or of a column of the baseline rows. WrongUse where there is none."""
    if isinstance(earlier, (int, np.integer)) and not isinstance(earlier, bool):
        if earlier in waves.values and earlier < waves.baseline:
            return waves.values[int(earlier)]
        raise WrongUse(
            id=f"earlier={earlier}: tidak ada gelombang itu sebelum gelombang {waves.baseline}.",
            en=f"earlier={earlier}: there is no such wave before wave {waves.baseline}.",
        )
    if not isinstance(earlier, str) or earlier not in waves.first.columns:
        raise WrongUse(
            id=f"earlier={earlier!r}: sebutkan nomor gelombang sebelum kunjungan awal, atau nama kolomnya.",
            en=f"earlier={earlier!r}: give the number of a wave before the first visit, or the name of a column.",
        )
    values, bad = numbers(waves.first[earlier])
    if bad.any():
        raise WrongUse(
            id=f"Kolom {earlier!r} bukan angka pada {int(bad.sum())} keluarga.",
            en=f"Column {earlier!r} is not a number for {int(bad.sum())} households.",
        )
    return (100.0 if waves.unit == "points" else 1.0) * values


def with_earlier(pair: Pair, earlier: np.ndarray) -> Pair:
    """The pair with the earlier figure of its households; without it where too few are known."""
    own = earlier[pair.household]
    known = np.isfinite(own)
    return replace(pair, earlier=own).of(known) if known.mean() >= LEAST_KNOWN else pair


def rows_before(pair: Pair, choice: Choice, base: Text, draws: int, seed: int) -> list[Estimate]:
    """The placebo between both visits before, and the regression on the baseline corrected for its error."""
    if pair.earlier is None:
        return [refused(PLACEBO, base, TOO_FEW_EARLIER), refused(CORRECTED, base, TOO_FEW_EARLIER)]
    if choice.rule.by == "baseline" or choice.outcome_is.any():
        return [refused(PLACEBO, base, CHOSE_ITSELF), refused(CORRECTED, base, CHOSE_ITSELF)]
    return [_placebo(pair, choice, base, draws, seed), _corrected(pair, base)]


def reliability(pair: Pair) -> float:
    """The share of the baseline's variance within sides that lasts from the earlier visit: their correlation, 0 to 1.

    Source: test-retest reliability, Fuller (1987), Measurement Error Models, section 1.1.
    """
    before, earlier = (
        v - np.where(pair.assisted, v[pair.assisted].mean(), v[~pair.assisted].mean()) for v in (pair.before, pair.earlier)
    )
    size = float(np.sqrt((before @ before) * (earlier @ earlier)))
    return float(np.clip(before @ earlier / size, 0, 1)) if size > 0 else np.nan


def _placebo(pair: Pair, choice: Choice, base: Text, draws: int, seed: int) -> Estimate:
    """The headline's question one visit earlier, when nobody was assisted."""
    seen, design = change_before(pair, choice)
    answer = adjusted(seen, design, base, draws, seed)
    share = reliability(pair)
    note = Text(
        f"Sebelum program, belum ada pengaruh yang mungkin. Keandalan angka kunjungan: {number(share, 2, 'id')}.",
        f"Before the programme, when there can be no effect. Reliability of the visit's figure: {number(share, 2, 'en')}.",
    )
    answer = replace(answer, method=PLACEBO)
    if not answer.runs or not answer.p_value <= 0.05:
        return answer.noting(note)
    return answer.noting(note, DIFFERED)


def _corrected(pair: Pair, base: Text) -> Estimate:
    """Endline on assistance and the baseline's lasting part: two-stage least squares, the earlier figure as instrument.

    Source: Fuller (1987), section 1.4; right where lasting differences chose, whatever part of them lasts.
    """
    counts = {"n_treated": int(pair.assisted.sum()), "n_comparison": int((~pair.assisted).sum())}
    if min(counts.values()) < LEAST_HOUSEHOLDS:
        return refused(CORRECTED, base, TOO_FEW)
    one = np.ones(len(pair.after))
    instruments = np.column_stack([one, pair.assisted, pair.earlier - pair.earlier.mean()])
    design = np.column_stack([one, pair.assisted, pair.before - pair.before.mean()])
    if np.linalg.matrix_rank(instruments) < 3 or np.linalg.matrix_rank(design) < 3:
        return refused(CORRECTED, base, UNRELIABLE)
    first = np.linalg.lstsq(instruments, design, rcond=None)[0]
    fitted = instruments @ first
    left, without = (
        design[:, 2] - fitted[:, 2],
        design[:, 2] - instruments[:, :2] @ np.linalg.lstsq(instruments[:, :2], design[:, 2], rcond=None)[0],
    )
    strength = (without @ without - left @ left) / (left @ left / max(len(one) - 3, 1)) if left @ left > 0 else np.inf
    if strength < WEAK:
        return refused(CORRECTED, base, UNRELIABLE)
    coefficients = np.linalg.lstsq(fitted, pair.after, rcond=None)[0]
    robust = cluster_robust(fitted, pair.after - design @ coefficients, pair.cluster, 1)
    return from_t(CORRECTED, base, float(coefficients[1]), robust.std_error, robust.df, **counts).noting(IF_LASTING_PART)


IF_LASTING_PART = Text(
    "Benar bila yang menentukan pilihan adalah perbedaan yang menetap, seluruhnya atau sebagian.",
    "Right where lasting differences chose, whichever part of them lasts.",
)
TOO_FEW_EARLIER = Text(
    "Angka sebelum kunjungan awal diketahui pada terlalu sedikit KK.",
    "The figure before the first visit is known for too few households.",
)
UNRELIABLE = Text(
    "Kedua kunjungan sebelum program terlalu sedikit sejalan untuk mengoreksi angka awal.",
    "Both visits before the programme agree too little to correct the baseline.",
)
CHOSE_ITSELF = Text(
    "Angka kunjungan awal sendiri menentukan pilihan, sehingga berubah sebelum program karena pemilihan itu.",
    "The first-visit figure itself chose, so it moved before the programme because of the choice.",
)
DIFFERED = Text(
    "Kedua pihak sudah bergerak berbeda sebelum program; bacalah jawaban utama dengan hati-hati.",
    "Both sides moved differently before the programme already; read the headline with caution.",
)
