"""What `scale_methods.py` measures, one case a run: python benchmarks/scale_cases.py CASE SIZE FOLDER

Data is made and everything imported before the clock starts, by a run on little data. Prints one line of JSON: seconds by the
clock and of the processor, megabytes at the start and at the most, the figures by which packages are compared, and in `floor`
the seconds of the processor of the least that any program would have to do, measured in the same process.
"""

from __future__ import annotations

import contextlib
import io
import json
import resource
import sys
import time
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

DRAWS = 999
PLACEBOS = 199
FEW_PLACEBOS = 20  # of synthdid-py, whose solver is written in Python
NEEDIEST = 100  # places whose chance of being chosen is asked
WEIGHTS = 10_000  # draws of weights
INDICATORS = 5


@dataclass(frozen=True)
class Work:
    """What is timed, what of its result is compared, and the least that has to be done."""

    call: Callable[[], Any]
    figures: Callable[[Any], dict] = lambda answer: {}
    floor: Callable[[], Any] | None = None


def panel_of(places: int, **design: Any) -> Any:
    from p2wkss_analysis.impact.panel.panel import Panel
    from p2wkss_analysis.simulate import simulate_panel

    made = simulate_panel(units=places, seed=1, **design)
    return Panel("outcome", "higher", made.units, made.years, made.values, made.start)


# --- effects by group and year: four cohorts of one site in 400 places each, compared with places not yet assisted ----------


def villages(places: int) -> Any:
    return panel_of(places, years=10, starts=(5, 6, 7, 8), per_year=max(2, places // 400))


def tidy(panel: Any) -> pd.DataFrame:
    i, t = np.nonzero(np.isfinite(panel.values))
    start = np.where(panel.treated, panel.start, 0).astype(int)
    return pd.DataFrame({"unit": i + 1, "year": panel.years[t].astype(int), "y": panel.values[i, t], "start": start[i]})


def by_year(times: Any, effects: Any, errors: Any) -> dict:
    """Effect by years since the start, from the start on, with its standard error."""
    rows = zip(np.asarray(times).tolist(), np.asarray(effects).tolist(), np.ravel(errors).tolist(), strict=True)
    return {str(int(e)): (effect, error) for e, effect, error in rows if e >= 0}


def differences(panel: Any) -> None:
    """The arithmetic alone: of each cohort and year the mean change since the base year, and that of the others."""
    for start in panel.cohorts:
        base = int(np.searchsorted(panel.years, start - 2))
        own = panel.start == start
        for year in range(len(panel.years)):
            change = panel.values[:, year] - panel.values[:, base]
            change[own].mean() - change[~own].mean()


def draws_alone(panel: Any) -> None:
    """The draws alone: a random sign for each place and draw, times the 40 cells of cohort and year."""
    rng, cells = np.random.default_rng(0), np.ones((len(panel.units), 40))
    for _ in range(DRAWS // 27):
        signs = 2.0 * rng.integers(0, 2, (27, len(cells)), dtype=np.int8) - 1.0
        signs @ cells


def ours_staggered(size: int, folder: Path) -> Work:
    from p2wkss_analysis.impact.methods.diff_diff_methods import event_study, staggered

    staggered(villages(800))
    panel = villages(size)

    def figures(estimate: Any) -> dict:
        study = event_study(panel)
        return {
            "effects": by_year(study.event_time, study.effect, np.sqrt(np.diag(study.covariance))),
            "average": estimate.estimate,
        }

    return Work(lambda: staggered(panel), figures, lambda: differences(panel))


def _diff_diff(table: pd.DataFrame) -> Any:
    import diff_diff

    fit = diff_diff.CallawaySantAnna(
        control_group="not_yet_treated", anticipation=1, base_period="universal", n_bootstrap=DRAWS, seed=1
    ).fit(table, "y", "unit", "year", "start")
    return fit.aggregate("event_study").to_dataframe()


def diff_diff_staggered(size: int, folder: Path) -> Work:
    _diff_diff(tidy(villages(800)))
    panel = villages(size)
    table = tidy(panel)
    return Work(
        lambda: _diff_diff(table),
        lambda found: {"effects": by_year(found["event_time"], found["att"], found["se"])},
        lambda: draws_alone(panel),
    )


def _csdid(table: pd.DataFrame) -> Any:
    from csdid.att_gt import ATTgt

    with contextlib.redirect_stdout(io.StringIO()):
        fit = ATTgt(
            yname="y", gname="start", idname="unit", tname="year", xformla="y~1", data=table,
            control_group=["notyettreated"], anticipation=1, biters=DRAWS, cband=True,
        ).fit(est_method="reg", base_period="universal", bstrap=True)  # fmt: skip
        return fit.aggte(typec="dynamic").atte


def csdid_staggered(size: int, folder: Path) -> Work:
    _csdid(tidy(villages(800)))
    table = tidy(villages(size))
    return Work(lambda: _csdid(table), lambda found: {"effects": by_year(found["egt"], found["att_egt"], found["se_egt"])})


def _moderndid(table: pd.DataFrame) -> Any:
    import moderndid

    fit = moderndid.att_gt(
        table, yname="y", tname="year", idname="unit", gname="start", boot=True, biters=DRAWS,
        control_group="notyettreated", anticipation=1, base_period="universal", est_method="reg", random_state=1,
    )  # fmt: skip
    return moderndid.aggte(fit, type="dynamic")


def moderndid_staggered(size: int, folder: Path) -> Work:
    _moderndid(tidy(villages(800)))
    table = tidy(villages(size))
    return Work(
        lambda: _moderndid(table),
        lambda found: {"effects": by_year(found.event_times, found.att_by_event, found.se_by_event)},
    )


# --- synthetic difference in differences: 60 places, 10 years, four sites of one year; SIZE is the number of places ----------


def four_sites(places: int) -> Any:
    return panel_of(places, years=10, starts=(7,), per_year=4)


def ours_synthetic(size: int, folder: Path) -> Work:
    from p2wkss_analysis.impact.methods.diff_diff_methods import synthetic_difference_in_differences as estimate

    estimate(four_sites(20))
    panel = four_sites(size)
    return Work(lambda: estimate(panel), lambda found: {"effect": found.estimate, "error": found.std_error})


def ours_one_site(size: int, folder: Path) -> Work:
    from p2wkss_analysis.impact.methods.diff_diff_methods import synthetic_difference_in_differences as estimate

    estimate(four_sites(20))
    panel = panel_of(size, years=10, starts=(7,), per_year=1)
    return Work(lambda: estimate(panel), lambda found: {"effect": found.estimate, "error": found.std_error})


def used_years(panel: Any) -> tuple[pd.DataFrame, int]:
    """Outcome of comparison places and then of sites, without the year of the ranking; and how many years lie before."""
    (start,) = panel.cohorts
    used = (panel.years < start - 1) | (panel.years >= start)
    order = np.argsort(panel.treated, kind="stable")
    wide = pd.DataFrame(panel.values[order][:, used], index=order, columns=panel.years[used])
    return wide, int((panel.years < start - 1).sum())


def diff_diff_synthetic(size: int, folder: Path) -> Work:
    import diff_diff

    panel = four_sites(size)
    wide, before = used_years(panel)
    table = wide.stack().rename_axis(["unit", "year"]).rename("y").reset_index()
    table["site"] = panel.treated[table["unit"]].astype(int)

    def call(draws: int = PLACEBOS) -> Any:
        model = diff_diff.SyntheticDiD(variance_method="placebo", n_bootstrap=draws, seed=0)
        return model.fit(table, "y", "site", "unit", "year", post_periods=list(wide.columns[before:]))

    call(2)
    return Work(call, lambda found: {"effect": found.att, "error": found.se})


def synthdid_synthetic(size: int, folder: Path) -> Work:
    import synthdid

    wide, before = used_years(four_sites(size))

    def call(draws: int = FEW_PLACEBOS) -> tuple[float, float]:
        found = synthdid.synthdid_estimate(wide.to_numpy(), N0=len(wide) - 4, T0=before)
        return float(found), float(synthdid.placebo_se(found, replications=draws))

    call(2)
    return Work(call, lambda found: {"effect": found[0], "error": found[1]})


# --- choosing ---------------------------------------------------------------------------------------------------------------


def households(size: int, folder: Path) -> Work:
    from households import asked, candidates

    from p2wkss_analysis.targeting.households.beneficiaries import select_households

    table, few = candidates(size, whole=False), candidates(500, whole=False)
    select_households(few, **asked(100))
    need = table["need"].to_numpy()
    return Work(
        lambda: select_households(table, **asked(size // 25)),
        lambda chosen: {"chosen": len(chosen.table()), "need": float(chosen.total_need)},
        lambda: np.sort(need),
    )


def ranked(size: int) -> tuple[pd.DataFrame, dict]:
    from stability import city

    table, columns = city(size, INDICATORS, error=False)
    return table, dict.fromkeys(columns, "higher")


def index(size: int, folder: Path) -> Work:
    from p2wkss_analysis.targeting.need_index import need_index

    need_index(*ranked(200))
    table, columns = ranked(size)
    values = table.to_numpy()
    return Work(lambda: need_index(table, columns), floor=lambda: np.sort(values.T))


def stability(size: int, folder: Path) -> Work:
    from p2wkss_analysis.targeting.need_index import need_index

    need_index(*ranked(500)).stability(NEEDIEST, 100)
    ranking = need_index(*ranked(size))
    values, weights = np.random.default_rng(0).random((size, INDICATORS)), np.full((INDICATORS, 100), 1 / INDICATORS)

    def every_score() -> None:
        """A hundred draws: every place scored, and the hundred neediest found."""
        np.partition((values @ weights).T, -NEEDIEST, axis=1)

    return Work(
        lambda: ranking.stability(NEEDIEST, WEIGHTS),
        lambda firm: {"sum_over_k": float(firm.probability.sum() / NEEDIEST)},
        every_score if size > 50_000 else None,
    )


# --- a workbook of households -----------------------------------------------------------------------------------------------


def check_rows(size: int, folder: Path) -> Work:
    from p2wkss_analysis.tables.workbook.check import check

    book, key = folder / f"households-{size}.xlsx", folder / "city.key"
    check(folder / "households-100.xlsx", key=key)

    def unpack() -> int:
        with zipfile.ZipFile(book) as parts:
            return sum(len(parts.read(name)) for name in parts.namelist() if "worksheets" in name)

    return Work(
        lambda: check(book, key=key),
        lambda found: {"faults": len(found.faults), "file_mb": book.stat().st_size / 1e6, "sheet_mb": unpack() / 1e6},
        unpack,
    )


CASES: dict[str, Callable[[int, Path], Work]] = {
    "staggered": ours_staggered,
    "staggered diff-diff": diff_diff_staggered,
    "staggered csdid": csdid_staggered,
    "staggered moderndid": moderndid_staggered,
    "synthetic": ours_synthetic,
    "synthetic diff-diff": diff_diff_synthetic,
    "synthetic synthdid-py": synthdid_synthetic,
    "synthetic one site": ours_one_site,
    "households": households,
    "index": index,
    "stability": stability,
    "check": check_rows,
}


def peak() -> float:
    """Most memory of this process so far in MB (Linux counts in kB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def processor() -> float:
    """Seconds of the processor, of the program and of the system for it."""
    return sum(resource.getrusage(resource.RUSAGE_SELF)[:2])


def measure(case: str, size: int, folder: Path) -> dict:
    warnings.simplefilter("ignore")
    work = CASES[case](size, folder)
    before, cpu, clock = peak(), processor(), time.perf_counter()
    answer = work.call()
    found = {"wall": time.perf_counter() - clock, "cpu": processor() - cpu, "before": before, "peak": peak()}
    found["figures"] = work.figures(answer)
    if work.floor is not None:
        cpu = processor()
        work.floor()
        found["floor"] = processor() - cpu
    return found


if __name__ == "__main__":
    from asked import asked

    typed = asked(case="index", size=83_000, folder=".")
    sys.stdout.write(json.dumps(measure(typed.case, typed.size, Path(typed.folder))) + "\n")
