"""Shocks that neighbours share: what places of the same cluster show in the same year is taken from sites and placebos.

A flood, a new poverty line or one survey team moves all places of a kecamatan (of a province) at once. Sites are often
neighbours, so such a shock looks like an effect and its spread is not that of single places. Here each site's error is
freed of what the places of its cluster that are no sites show in the same year, as far as such places do move together; the
uncertainty that is left is counted as shared by the sites of a cluster. Where places do not move together nothing changes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..panel.panel import Panel
from .counterfactual import Counterfactual, Pool


@dataclass(frozen=True, eq=False)
class Shared:
    """Doubt that sites of a cluster have in common.

    spread (m, T) SD of each site's error; cluster (m,) number of its cluster; left (m, T) share of the variance still in
    common after the cluster's other places were looked at; alike (T, T) correlation of errors between years.
    """

    spread: np.ndarray
    cluster: np.ndarray
    left: np.ndarray
    alike: np.ndarray

    def covariance(self, a: np.ndarray, b: np.ndarray) -> float:
        """Of two sums of site errors with weights (m, T): what pairs of sites of one cluster add."""
        root = self.spread * np.sqrt(self.left)
        a, b = a * root, b * root
        pairs = -float(np.einsum("mt,tu,mu->", a, self.alike, b))
        for k in np.unique(self.cluster):
            here = self.cluster == k
            pairs += float(a[here].sum(0) @ self.alike @ b[here].sum(0))
        return pairs


def with_shared_shocks(paths: Counterfactual, panel: Panel) -> Counterfactual:
    """The same paths, sites and placebos freed of what their cluster shares; unchanged where places move each on its own.

    With standardised errors z and their correlation r between places of a cluster in a year, estimated over all placebo
    years, the shock of a cluster with n other places is foretold by n r / (1 + (n - 1) r) times their mean (best linear
    prediction). A placebo is judged by the others of its cluster, never by itself.
    """
    if panel.cluster is None:
        return paths
    cluster = np.unique(panel.cluster.astype(str), return_inverse=True)[1]
    r = _correlation(paths.pools, cluster)
    if r <= 0:
        return paths
    pools, left = zip(*(_freed(pool, cluster, r) for pool in paths.pools), strict=True)
    rows = np.concatenate([pool.sites for pool in paths.pools])
    spread = np.concatenate([_spread(pool.site_covariance) for pool in paths.pools])
    shared = Shared(spread, cluster[rows], np.concatenate(left), _alike(paths.pools))
    return replace(paths, pools=pools, shared=shared, together=r)


def _spread(covariance: np.ndarray) -> np.ndarray:
    return np.sqrt(np.einsum("ntt->nt", covariance))


def _standardised(pool: Pool) -> np.ndarray:
    """(n, T) placebo errors by their SD, centred in each year, NaN where a place does not serve."""
    spread = _spread(pool.covariance)
    z = np.where(spread > 0, pool.errors / np.where(spread > 0, spread, 1), np.nan)
    served = np.isfinite(z)
    return z - np.where(served, z, 0).sum(0) / np.maximum(served.sum(0), 1)


def _numbered(cluster: np.ndarray) -> tuple[np.ndarray, int]:
    """Clusters numbered anew from 0, and how many there are: a pool lies in few of a country's kecamatan."""
    found, numbers = np.unique(cluster, return_inverse=True)
    return numbers, len(found)


def _sums(z: np.ndarray, cluster: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """(K, T) sums of z and numbers of places by cluster."""
    member = (cluster[:, None] == np.arange(n)[None, :]).T.astype(float)
    return member @ np.nan_to_num(z), member @ np.isfinite(z)


def _correlation(pools: tuple[Pool, ...], cluster: np.ndarray) -> float:
    """Mean product of z over pairs of one cluster and year, by the mean square; 0 where there are no pairs."""
    products = pairs = squares = cells = 0.0
    for pool in pools:
        z = _standardised(pool)
        total, count = _sums(z, *_numbered(cluster[pool.places]))
        square = np.nansum(z**2)
        products += (total**2).sum() - square
        pairs += (count * (count - 1)).sum()
        squares, cells = squares + square, cells + np.isfinite(z).sum()
    return min(float(products / pairs / (squares / cells)), 0.95) if pairs and squares else 0.0


def _freed(pool: Pool, cluster: np.ndarray, r: float) -> tuple[Pool, np.ndarray]:
    """The pool without what clusters share, and (m, T) the share of the sites' variance that stays in common."""
    z = _standardised(pool)
    numbers, K = _numbered(np.concatenate([cluster[pool.places], cluster[pool.sites]]))
    own, of_sites = np.split(numbers, [len(pool.places)])
    total, count = _sums(z, own, K)
    served = np.isfinite(z)
    others = count[own] - served
    mean, kept = _foretold(total[own] - np.nan_to_num(z), others, r)
    errors, covariance = _less(pool.errors, pool.covariance, mean, kept)
    site_mean, site_kept = _foretold(total[of_sites], count[of_sites], r)
    site_errors, site_covariance = _less(pool.site_errors, pool.site_covariance, site_mean, site_kept)
    left = r - (1 - site_kept)  # of r, what the other places did not foretell
    return replace(pool, errors=errors, covariance=covariance, site_errors=site_errors, site_covariance=site_covariance), left


def _foretold(total: np.ndarray, count: np.ndarray, r: float) -> tuple[np.ndarray, np.ndarray]:
    """Shock foretold from the sum of `count` places, in SDs, and the share of variance that is kept after it."""
    weight = r / (1 + (np.maximum(count, 1) - 1) * r)
    return weight * total, 1 - np.where(count > 0, weight * count * r, 0.0)


def _less(errors: np.ndarray, covariance: np.ndarray, mean: np.ndarray, kept: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    spread, root = _spread(covariance), np.sqrt(kept)
    return errors - spread * mean, covariance * root[:, :, None] * root[:, None, :]


def _alike(pools: tuple[Pool, ...]) -> np.ndarray:
    """(T, T) correlation of the sites' errors between years, the mean over pools that foretell both."""
    total = count = 0.0
    for pool in pools:
        spread = _spread(pool.site_covariance)
        scale = spread[:, :, None] * spread[:, None, :]
        total = total + np.where(scale > 0, pool.site_covariance / np.where(scale > 0, scale, 1), 0).sum(0)
        count = count + (scale > 0).sum(0)
    return total / np.maximum(count, 1)
