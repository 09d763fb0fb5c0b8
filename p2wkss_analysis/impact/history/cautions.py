"""What the result object says on data of a kind where the method is known to be weaker. Sources: measured rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.stats import skew

from ..estimate import Text
from ..figures import decimals, figure
from .backtest import backtest_warning
from .counterfactual import build
from .placebo import PlaceboTest
from .placebo_rate import placebo_rate
from .shared_shocks import with_shared_shocks

if TYPE_CHECKING:
    from .given_history import GivenHistory

MANY_PLACES = 300


def cautions(given: GivenHistory, test: PlaceboTest) -> list[Text]:
    """The sentences that apply, most general first."""
    found = [
        _one_site(given, test),
        _little_data(given, test),
        _jumpy(given),
        _together(given),
        _two_kinds(given),
        placebo_rate(given.panel, given.choice) if given.paths.horizon == 1 else None,  # measured on the headline alone
        _unknown(given),
        _other_column(given),
        _skewed_shocks(given),
        _misses_the_worst(given),
        backtest_warning(given),
        _far_tail(given, test),
    ]
    return [text for text in found if text is not None]


def _one_site(given, test) -> Text | None:
    if len(given.errors) > 1:
        return None
    least = round(1 / test.smallest_p)
    return Text(
        f"Dengan satu lokasi, nilai p terkecil yang dapat dihasilkan adalah 1/{least}. Bacalah selangnya, bukan nilai p-nya.",
        f"With one site the smallest p this design can give is 1/{least}. Read the interval, not the p.",
    )


def _little_data(given, test) -> Text | None:
    before = (given.paths.cells.seen[given.paths.site_rows]).sum(1).min()
    if (before >= 4 and len(given.errors) >= 5) or not np.isfinite(test.smallest_detectable):
        return None
    size = test.smallest_detectable
    digits = decimals(size)
    return Text(
        f"Dengan data ini hanya pengaruh lebih besar dari sekitar {figure(size, digits, 'id')} yang dapat terlihat.",
        f"Only effects larger than about {figure(size, digits, 'en')} can be seen with these data.",
    )


def _jumpy(given) -> Text | None:
    if np.exp(given.paths.theta[5]) <= 0.3:
        return None
    return Text(
        "Tempat-tempat berbeda dalam besarnya naik turun, dan yang terpilih kebanyakan yang bergejolak. Selangnya "
        "lebar, dan pengaruh sedang pun dapat luput.",
        "Places differ in how much they jump, and sites are mostly jumpy ones. The interval is wide, and even a "
        "moderate effect may be missed.",
    )


def _together(given) -> Text | None:
    if given.paths.together < 0.1:
        return None
    return Text(
        "Tempat-tempat yang bertetangga (kode induknya sama) naik turun bersama; lokasi dibandingkan terutama dengan tetangganya yang "
        "bukan lokasi.",
        "Neighbouring places (of the same parent area) move together; sites are compared foremost with their neighbours that are "
        "no sites.",
    )


def _two_kinds(given) -> Text | None:
    kappa, eta = given.paths.theta[6], given.paths.theta[8]
    if abs(kappa) < 1.15 and eta < 0.34:
        return None
    return Text(
        "Tempat-tempat tampaknya terdiri atas dua jenis; bandingkan di dalam satu jenis. Nilai p mungkin terlalu kecil.",
        "Places seem to be of two kinds; compare inside a kind. The p may be too small.",
    )


def _unknown(given) -> Text | None:
    if given.choice.kind != "unknown":
        return None
    return Text(
        "Bila panitia memakai pertimbangan di luar angka masa lalu, perkiraan ini bias (dalam simulasi sampai 0,4 "
        "simpangan baku).",
        "If the committee used more than the past figures, the estimate is biased (in simulations by up to 0.4 "
        "standard deviations).",
    )


def _other_column(given) -> Text | None:
    if not given.choice.uses_ranking or abs(given.paths.theta[6]) < 0.3:
        return None
    return Text(
        "Lokasi dipilih menurut kolom lain dan sebaran tempat menceng; dalam simulasi manfaat terbaca terlalu kecil "
        "sekitar 0,1 simpangan baku.",
        "Sites were chosen on another column and places are skewed; in simulations benefit was understated by about "
        "0.1 standard deviations.",
    )


def first_year_errors(given) -> tuple[np.ndarray, np.ndarray]:
    """Standardised placebo errors of the first programme year of each pool, and each place's last own value."""
    z, last = [], []
    for pool in given.paths.pools:
        column = int(pool.start - given.panel.years[0])
        error = pool.errors[:, column]
        seen = np.isfinite(error) & (pool.covariance[:, column, column] > 0)
        z.append(error[seen] / np.sqrt(pool.covariance[seen, column, column]))
        last.append(given.panel.values[pool.places[seen], max(column - given.paths.horizon, 0)])
    return np.concatenate(z), np.concatenate(last)


def _skewed_shocks(given) -> Text | None:
    z, _ = first_year_errors(given)
    if given.panel.scale.name == "log" or len(z) < 30 or abs(skew(z)) <= 1:
        return None
    return Text(
        "Perubahan tahunan menceng; pertimbangkan logaritma. Manfaat mungkin terbaca terlalu besar sekitar 0,15 simpangan baku.",
        "Yearly changes are skewed; consider logs. Benefit may be overstated by about 0.15 standard deviations.",
    )


def _misses_the_worst(given) -> Text | None:
    z, last = first_year_errors(given)
    picks = given.choice.rule.picks if given.choice.rule is not None else "lowest"
    z = z[np.isfinite(last)]
    order = np.argsort(last[np.isfinite(last)] * (1 if picks == "lowest" else -1))[: 20 * len(given.paths.pools)]
    if len(z) < 60:
        return None
    near = z[order]
    gap = near.mean() - z.mean()
    if abs(gap) <= 2.6 * near.std(ddof=1) / np.sqrt(len(near)):
        return None
    return Text(
        "Perkiraan meleset pada tempat yang mirip dengan lokasi tetapi tidak dipilih; hasil ini jangan dipakai "
        "tanpa pemeriksaan lebih lanjut.",
        "The forecast misses places like the chosen ones that were not chosen; do not use this result without further checks.",
    )


def _far_tail(given, test) -> Text | None:
    """With many places and few sites the answer leans on the far tail: compare with the fit without heavy tails."""
    n, m = len(given.panel.units), len(given.errors)
    if n <= MANY_PLACES or m > n / 50 or not np.isfinite(test.half_length):
        return None
    plain = build(given.panel, given.choice.eligible, given.paths.horizon, given.seed, ("eta",),
                  given.paths.theta, uncertain=False, effort=15)  # fmt: skip
    plain = with_shared_shocks(plain, given.panel)  # as the answer itself, or the neighbours' shock would be the gap
    weights = given.site_weights() / m
    gap = float((weights * np.nan_to_num(plain.site_errors() - given.errors)).sum())
    if given.choice.uses_ranking or abs(gap) <= test.half_length:
        return None
    return Text(
        "Jawaban ini bersandar pada bentuk ekor sebaran: tanpa ekor tebal perkiraannya bergeser lebih dari setengah selang.",
        "The answer leans on the shape of the far tail: without heavy tails the estimate moves by more than half the interval.",
    )
