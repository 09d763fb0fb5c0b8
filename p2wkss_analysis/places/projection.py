"""The plane that maps are drawn on: kilometres east and north of a middle, right to a hundredth within a province."""

from __future__ import annotations


def plane_around(lat: float, lon: float) -> str:
    """The projection as PROJ reads it: equidistant cylindrical around `lat`, `lon` (degrees), in metres.

    On a sphere: on the ellipsoid, releases of PROJ before and since 9.8 differ by 0.7 % north to south, and a map is to
    be the same with all of them.

    >>> plane_around(-6.4, 106.8)
    '+proj=eqc +lat_ts=-6.400 +lat_0=-6.400 +lon_0=106.800 +R=6378137 +units=m'
    """
    return f"+proj=eqc +lat_ts={lat:.3f} +lat_0={lat:.3f} +lon_0={lon:.3f} +R=6378137 +units=m"
