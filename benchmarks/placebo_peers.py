"""Peers as they come, on one panel: every option left at its default, the outcome in its own unit.

diff-diff is among the project's packages; csdid, pyfixest and mlsynth are not (pip install csdid pyfixest mlsynth, in an
environment of its own), and are named as not installed where they are missing.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io

import numpy as np
import pandas as pd
from peers import csdid_default as csdid_of_table
from scipy.stats import norm
from validation import peer_default

from p2wkss_analysis.impact.estimate import Estimate
from p2wkss_analysis.impact.panel.panel import Panel
from p2wkss_analysis.say import Text

PACKAGES = {
    "diff_diff_default": "diff_diff",
    "csdid_default": "csdid",
    "pyfixest_default": "pyfixest",
    "mlsynth_sdid": "mlsynth",
}
PEERS = tuple(PACKAGES)


def installed(method: str) -> bool:
    return importlib.util.find_spec(PACKAGES[method]) is not None


def answer_of(method: str, panel: Panel) -> Estimate:
    """The peer's overall effect with its own interval and p; nothing where it fails on the panel."""
    call = {"diff_diff_default": peer_default, "csdid_default": _csdid, "pyfixest_default": _pyfixest, "mlsynth_sdid": _mlsynth}
    try:
        return call[method](panel)
    except Exception:  # noqa: BLE001 whatever a package of others raises, it has refused this panel
        return Estimate(method, Text("", ""))


def _long(panel: Panel) -> pd.DataFrame:
    i, t = np.nonzero(np.isfinite(panel.values))
    start = np.where(panel.treated, panel.start, np.nan)
    return pd.DataFrame(
        {"area_code": panel.units[i], "year": panel.years[t], "outcome": panel.values[i, t], "programme_year": start[i]}
    )


def _normal(method: str, estimate: float, error: float) -> Estimate:
    reach = 1.96 * error
    p = float(2 * norm.sf(abs(estimate) / error))
    return Estimate(method, Text("", ""), estimate, error, estimate - reach, estimate + reach, p_value=p)


def _csdid(panel: Panel) -> Estimate:
    """csdid 0.4: Callaway and Sant'Anna, simple average."""
    return _normal("csdid_default", *csdid_of_table(_long(panel)))


def _pyfixest(panel: Panel) -> Estimate:
    """pyfixest 0.60: `event_study()`, by default two-way fixed effects, errors clustered by place."""
    import pyfixest

    table = _long(panel)
    table = table.assign(unit=pd.factorize(table["area_code"])[0] + 1, start=table["programme_year"].fillna(0).astype(int))
    fit = pyfixest.event_study(table, "outcome", "unit", "year", "start")
    found = fit.tidy().iloc[0]
    return Estimate("pyfixest_default", Text("", ""), *(float(found[k]) for k in ("Estimate", "Std. Error", "2.5%", "97.5%")),
                    p_value=float(found["Pr(>|t|)"]))  # fmt: skip


def _mlsynth(panel: Panel) -> Estimate:
    """mlsynth 1.0: synthetic difference in differences, placebo variance."""
    from mlsynth import SDID

    table = _long(panel)
    table["site"] = (table["year"] >= table["programme_year"].fillna(np.inf)).astype(int)
    asked = {"df": table, "outcome": "outcome", "treat": "site", "unitid": "area_code", "time": "year", "display_graphs": False}
    with contextlib.redirect_stdout(io.StringIO()):
        found = SDID(asked).fit().inference.details
    return Estimate(
        "mlsynth_sdid", Text("", ""), float(found.att), float(found.se), *map(float, found.ci), p_value=float(found.p_value)
    )
