"""How well do published figures of villages stand in for what a city would measure? Every comparison that public figures allow.

    python benchmarks/proxies.py [CITIES]

Writes proxies.md, and the comparisons as data beside the code that uses them (p2wkss_analysis/open_data/proxies/strength.csv):
correlations of two independent figures of the same villages within a kabupaten or kota, of the means of kabupaten and kota with
the BPS poverty rate, and how well each figure separates known sites from the other villages of their place. Then the stated
chances of being first are tried in made-up cities whose need is known (CITIES of each kind).
"""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
from asked import asked
from proxies_chances import CLASSES, KINDS, LAWS, calibration
from scipy.stats import norm, spearmanr

from p2wkss_analysis.open_data import proxies
from p2wkss_analysis.open_data.proxies import strength, texts
from p2wkss_analysis.open_data.proxies.columns import BY_NAME, PROXIES, adults, on_decree, underweight
from p2wkss_analysis.tables.intake import load

PAGE = Path(__file__).with_suffix(".md")
DATA = Path(proxies.__file__).with_name("strength.csv")
COLUMNS = ("kind", "proxy", "against", "where", "n", "groups", "value", "low", "high", "rank", "spread")
LEAST = 15  # villages of a kabupaten or kota for a correlation of its own, unless it is the only one
Z = norm.ppf(0.975)
WITHIN = (
    ("low_schooling", "extreme_poverty", "32.71"),
    ("low_schooling", "idm", "32"),
    ("low_schooling", "houses", "32.76"),
    ("widowed_divorced", "extreme_poverty", "32.71"),
    ("widowed_divorced", "idm", "32"),
    ("widowed_divorced", "houses", "32.76"),
    ("iks", "low_schooling", "32"),
    ("ike", "low_schooling", "32"),
    ("ikl", "low_schooling", "32"),
    ("iks", "slum_rt", "36.04"),
    ("ike", "slum_rt", "36.04"),
    ("ikl", "slum_rt", "36.04"),
    ("iks", "slum_score", "36.04"),
    ("ike", "slum_score", "36.04"),
    ("ikl", "slum_score", "36.04"),
    ("poor_families", "low_schooling", "32"),
    ("poor_families", "idm", "32"),
    ("low_welfare", "women_schooling", "36.72"),
    ("low_welfare", "low_welfare_before", "36.72"),
    ("women_schooling", "low_welfare", "36.72"),
    ("underweight", "underweight_again", "36.72"),
    ("underweight", "low_welfare", "36.72"),
    ("no_clean_water", "low_welfare", "36.72"),
    ("extreme_poverty", "low_schooling", "32.71"),
    ("sanitation_risk", "extreme_poverty", "32.71"),
    ("slum_decree", "decree_before", "32.76"),
    ("slum_decree", "low_schooling", "32.76"),
)
BETWEEN = ("low_schooling", "widowed_divorced", "poor_families", "iks", "ike", "ikl")
SITES = ("32.76", "36.72", "32.71", "32", "36")


# --- figures ------------------------------------------------------------------------------------------------


@cache
def needy(name: str) -> pd.Series:
    """A proxy by area code, the needier side high."""
    return BY_NAME[name].read(load) * (1 if BY_NAME[name].needier == "higher" else -1)


def _idm() -> pd.Series:
    rows = load("village_index")
    return -rows[rows["year"] == rows["year"].max()].set_index("area_code")["idm"]


def _slum_rt() -> pd.Series:
    """RT surveyed as slums in each desa of Kab. Serang, 0 where none is listed."""
    rows = load("slum_neighbourhoods")
    counts = rows[rows["measured_as"] == "need"]["area_code"].value_counts().astype(float)
    desa = [code for code in _idm().index if code.startswith("36.04.")]
    return counts.reindex(desa).fillna(0.0)


def _slum_score() -> pd.Series:
    """Mean slum score of the RT listed, by desa of Kab. Serang that has any."""
    rows = load("slum_neighbourhoods")
    return rows[rows["measured_as"] == "need"].groupby("area_code")["total"].mean().astype(float)


def _low_welfare_before() -> pd.Series:
    return load("village_food_security").set_index("area_code")["low_welfare_percent_edition_2024"]


def _houses(level: str = "kelurahan", year: int = 2021) -> pd.Series:
    """Substandard houses per registered family, Depok."""
    rows = load("substandard_housing")
    rows = rows[(rows["level"] == level) & (rows["year"] == year)]
    families = load("village_population").set_index("area_code")["families"].astype(float)
    size = rows["area_code"].str.len().iloc[0]
    houses = rows.set_index("area_code")["houses"].astype(float)
    return houses / families.groupby(families.index.str[:size]).sum().reindex(houses.index)


OTHERS = {
    "idm": _idm,
    "slum_rt": _slum_rt,
    "slum_score": _slum_score,
    "low_welfare_before": _low_welfare_before,
    "underweight_again": lambda: underweight(load, "2026_08"),
    "decree_before": lambda: on_decree(load, "32.76", 2015),
    "houses": _houses,
}


def pair(proxy: str, against: str, where: str) -> pd.DataFrame:
    """Columns x and y of the villages inside `where` that have both."""
    x = underweight(load, "2026_01") if against == "underweight_again" else needy(proxy)
    y = OTHERS[against]() if against in OTHERS else needy(against)
    both = pd.DataFrame({"x": x, "y": y}).dropna()
    return both[both.index.str.startswith(where + ".")]


# --- comparisons --------------------------------------------------------------------------------------------


def pooled(values: list[float], sizes: list[int]) -> tuple[float, float, float]:
    """Correlations of several places as one with its 95 % interval: Fisher's z, weighted by n - 3.

    One place: the standard error of z. Several: from how the places differ, so that a spread among them widens the interval.
    """
    z, w = np.arctanh(values), np.array(sizes) - 3.0
    mean = (w * z).sum() / w.sum()
    error = w.sum() ** -0.5 if len(z) == 1 else np.sqrt((w**2 * (z - mean) ** 2).sum()) / w.sum()
    return tuple(float(np.tanh(mean + side * error)) for side in (0, -Z, Z))


def spread(values: list[float], sizes: list[int]) -> float | None:
    """Standard deviation of Fisher's z between places beyond chance (DerSimonian and Laird 1986); None for one place."""
    z, w = np.arctanh(values), np.array(sizes) - 3.0
    if len(z) == 1:
        return None
    excess = (w * (z - (w * z).sum() / w.sum()) ** 2).sum() - (len(z) - 1)
    return float(np.sqrt(max(0.0, excess / (w.sum() - (w**2).sum() / w.sum()))))


def within(proxy: str, against: str, where: str) -> dict:
    both = pair(proxy, against, where)
    groups = [g for _, g in both.groupby(both.index.str[:5]) if len(g) >= (LEAST if len(where) == 2 else 4)]
    groups = [g for g in groups if g["x"].nunique() > 1 and g["y"].nunique() > 1]
    sizes = [len(g) for g in groups]
    values = [g["x"].corr(g["y"]) for g in groups]
    value, low, high = pooled(values, sizes)
    rank = pooled([spearmanr(g["x"], g["y"]).statistic for g in groups], sizes)[0]
    return dict(
        kind="within",
        proxy=proxy,
        against=against,
        where=where,
        n=sum(sizes),
        groups=len(groups),
        value=value,
        low=low,
        high=high,
        rank=rank,
        spread=spread(values, sizes),
    )


def between(proxy: str) -> dict:
    """Means of the kabupaten and kota of Jawa Barat, weighted by registered population, with the BPS poverty rate."""
    rows = load("regency_indicators")
    rate = rows[(rows["indicator"] == "poverty_rate") & (rows["year"] == 2024)].set_index("area_code")["value"]
    people = load("village_population").set_index("area_code")["population"].astype(float)
    own = pd.DataFrame({"x": needy(proxy), "people": people}).dropna()
    regency = own.index.str[:5]
    mean = (own["x"] * own["people"]).groupby(regency).sum() / own["people"].groupby(regency).sum()
    both = pd.DataFrame({"x": mean, "y": rate}).dropna()
    value, low, high = pooled([both["x"].corr(both["y"])], [len(both)])
    rank = spearmanr(both["x"], both["y"]).statistic
    return dict(
        kind="between",
        proxy=proxy,
        against="poverty_rate",
        where="32",
        n=len(both),
        groups=len(both),
        value=value,
        low=low,
        high=high,
        rank=rank,
    )


def districts() -> list[str]:
    """Schooling and substandard houses by kecamatan of Depok, for the page alone."""
    own = needy("low_schooling")
    own = own[own.index.str.startswith("32.76.")]
    weight = adults(load).reindex(own.index)
    mean = (own * weight).groupby(own.index.str[:8]).sum() / weight.groupby(own.index.str[:8]).sum()
    out = []
    for year in (2022, 2023):
        houses = _houses("kecamatan", year)
        value, low, high = pooled([mean.corr(houses)], [len(houses)])
        out.append(f"{year}: {value:.2f} ({low:.2f} to {high:.2f})")
    return out


def auc(values: pd.Series, sites: set[str]) -> tuple[float, float, float, int, int] | None:
    """AUC of sites against the other villages of the same kabupaten or kota, places weighing by their number of sites; its 95 %
    interval after DeLong, DeLong and Clarke-Pearson (1988), on the logit scale; sites; places. None for fewer than four sites."""
    values, parts = values.dropna(), []
    for _, own in values.groupby(values.index.str[:5]):
        chosen = own.index.isin(sites)
        if chosen.any() and not chosen.all():
            a, b = own[chosen].to_numpy(), own[~chosen].to_numpy()
            above = (a[:, None] > b) + 0.5 * (a[:, None] == b)
            parts.append((len(a), above.mean(), above.mean(axis=1), above.mean(axis=0)))
    n = sum(m for m, *_ in parts)
    if n < 4:
        return None
    value = sum(m * mean for m, mean, *_ in parts) / n
    # what the sites of a place tell is set against the whole, since a place with one site has no spread of its own
    from_sites = np.concatenate([by_site for *_, by_site, _ in parts])
    spread = ((from_sites - value) ** 2).sum() / (n - 1) / n
    spread += sum(
        (m / n) ** 2 * (by_other.var(ddof=1) / len(by_other) if len(by_other) > 1 else 0.0) for m, _, _, by_other in parts
    )
    centre, error = np.log(value / (1 - value)), np.sqrt(spread) / (value * (1 - value))
    low, high = (1 / (1 + np.exp(-(centre + side * error))) for side in (-Z, Z))
    return float(value), float(low), float(high), n, len(parts)


def known_sites() -> set[str]:
    rows = load("programme_sites")
    return set(rows[(rows["status"] == "confirmed") & rows["village_code"].notna()]["village_code"])


def separated(proxy: str, where: str) -> dict | None:
    own = needy(proxy)
    found = auc(own[own.index.str.startswith(where + ".")], known_sites())
    if found is None or (len(where) == 2 and found[4] == 1):
        return None
    value, low, high, n, groups = found
    return dict(
        kind="sites", proxy=proxy, against="sites", where=where, n=n, groups=groups, value=value, low=low, high=high, rank=None
    )


def comparisons() -> list[dict]:
    """All of them, one row each."""
    rows = [within(*one) for one in WITHIN] + [between(name) for name in BETWEEN]
    return rows + [row for proxy in PROXIES for where in SITES if (row := separated(proxy.name, where))]


def as_csv(rows: list[dict]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(
            {key: "" if value is None else f"{value:.3f}" if isinstance(value, float) else value for key, value in row.items()}
        )
    return out.getvalue()


# --- the page -----------------------------------------------------------------------------------------------


def page(rows: list[dict], cities: int) -> str:
    def interval(row: dict) -> str:
        return f"{row['value']:.2f} ({row['low']:.2f} to {row['high']:.2f})"

    def where(row: dict) -> str:
        return NAMES[row["where"]] + (f", {row['groups']} places" if row["groups"] > 1 else "")

    NAMES = {
        "32": "Jawa Barat",
        "36": "Banten",
        "32.71": "Kota Bogor",
        "32.76": "Depok",
        "36.04": "Kab. Serang",
        "36.72": "Cilegon",
    }
    entry = {proxy.name: proxy for proxy in PROXIES}
    lines = [
        "# How strong are the proxies?",
        "",
        f"Written by `python benchmarks/proxies.py` on {datetime.now(UTC):%-d %B %Y}. A proxy is a published figure of villages that stands in for what a city would measure itself. All figures are turned so that more is needier; intervals are 95 %.",
        "",
        "## Which enter, and with which error",
        "",
        f"A proxy enters the index where every independent figure of the same villages that decides about it agrees: correlation of at least {strength.LEAST}, interval above 0. Aspects weigh the same, and proxies within an aspect; known sites decided nothing. Its reliability is the square of its lowest correlation (Fuller 1987): where the other figure errs too, that understates it, and where both err alike, it overstates it. The range is what the interval leaves possible where the proxy was measured.",
        "",
        "| proxy | of | aspect | lowest correlation | held against | reliability | range | enters |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for proxy in PROXIES:
        held = strength.weakest(proxy)
        assert held is not None
        low, high = strength.reliability_range(proxy, held.where)
        lines.append(
            f"| {proxy.label.en} | {proxy.vintage.en} | {proxy.aspect.replace('_', ' ')} | {held.value:.2f} ({held.low:.2f} to {held.high:.2f}) | "
            f"{texts.AGAINST[held.against].en} | {strength.reliability(proxy):.2f} | {low:.2f}–{high:.2f} | {'yes' if strength.enters(proxy) else 'no'} |"
        )
    lines += [
        "",
        (
            "Underweight children and the slum decree are held against another measurement of the same thing alone: each stands for an aspect of its own, and agrees little or not at all with welfare and schooling below. "
            "Families without clean water stay out by Pearson's correlation, which two kelurahan with extreme values bring down; by ranks it is far higher."
        ),
        "",
        "## Against figures of the same villages",
        "",
        "| proxy | against | where | villages | Pearson | Spearman |",
        "|---|---|---|---|---|---|",
    ]
    for row in (r for r in rows if r["kind"] == "within"):
        lines.append(
            f"| {entry[row['proxy']].label.en} | {texts.AGAINST[row['against']].en} | {where(row)} | {row['n']:,} | {interval(row)} | {row['rank']:.2f} |"
        )
    lines += [
        "",
        (
            "Villages count once each, since a village is what is chosen. Over several kabupaten and kota, correlations within each are pooled (Fisher's z), and the interval comes from how they differ. "
            f"{_differing(rows, entry)} "
            f"Substandard houses per family by kecamatan of Depok and schooling: {'; '.join(districts())}; 11 kecamatan. These houses are a flow of repairs and proposals, not what there is."
        ),
        "",
        "## Against the BPS poverty rate of 2024, between the kabupaten and kota of Jawa Barat",
        "",
        "| proxy | places | Pearson | Spearman |",
        "|---|---|---|---|",
        *(
            f"| {entry[row['proxy']].label.en} | {row['n']} | {interval(row)} | {row['rank']:.2f} |"
            for row in rows
            if row["kind"] == "between"
        ),
        "",
        "Means weighted by registered population. The indices of the desa and the questionnaire leave out the kota without desa.",
        "",
        "## Known sites",
        "",
        "AUC: the chance that a confirmed site stands above another village of its kabupaten or kota, one half by chance. Sites of 2014 to 2025 against newer figures: this describes, and decides nothing.",
        "",
        "| proxy | where | sites | AUC |",
        "|---|---|---|---|",
        *(
            f"| {entry[row['proxy']].label.en} | {where(row)} | {row['n']} | {interval(row)} |"
            for row in rows
            if row["kind"] == "sites"
        ),
        "",
        f"In Depok, the earlier decree of 2015 separates sites with {_extra(on_decree(load, '32.76', 2015))}. Schooling told otherwise, as the share with at most primary school among those who went to school, gives {_extra(_primary())} there, and {_extra(_primary(), False)} with the site that is not confirmed; pupils count in it as people of little schooling.",
        "",
        "## Are the stated chances right?",
        "",
        f"Made-up places with known need and proxies of the reliabilities above, {cities} for each line (a third of that with 300 desa), through the index and the stability that the package uses. In each class of stated chance: mean chance / how often the place truly is among the neediest wanted, in percent (places).",
        "",
        "| places | truth | "
        + " | ".join(f"{100 * low:.0f} to {min(100, 100 * high):.0f} %" for low, high in pairwise(CLASSES))
        + " |",
        "|---|---|" + "---|" * (len(CLASSES) - 1),
    ]
    for name, kind in KINDS.items():
        for law, how in LAWS.items():
            lines.append(f"| {name} | {law} | {' | '.join(calibration(kind, how, cities if kind[0] < 100 else cities // 3))} |")
    lines += [
        "",
        "Where each aspect has a need of its own the chances are right. Where one need lies behind all proxies, or need is skewed, high chances are too low rather than too high; where the proxies share half of their error, those above 20 % are too high. One proxy alone whose errors have heavy tails makes chances above 20 % far too high, since a single strange figure then stands first; an answer that rests on one proxy says so. Which of these the world is, the published figures cannot tell. Every chance is therefore stated with a range: what it is with all proxies as weak, and as strong, as the 95 % interval of their correlation allows, for a place other than that of the measurement widened by how much the correlation differs between kabupaten. The range does not count errors that proxies share, nor heavy tails.",
        "",
    ]
    return "\n".join(lines)


def _differing(rows: list[dict], entry: dict) -> str:
    """How far the correlation of each proxy differs between kabupaten."""
    said = [
        f"{entry[row['proxy']].label.en} with {texts.AGAINST[row['against']].en}: {low:.2f} to {high:.2f}"
        for row in rows
        if row["kind"] == "within" and row["spread"]
        for low, high in [np.tanh(np.arctanh(row["value"]) + Z * row["spread"] * np.array([-1, 1]))]
    ]
    return f"Between kabupaten the correlation itself differs beyond chance; 95 % of them are thought to lie within: {'; '.join(said)}."


def _primary() -> pd.Series:
    rows = load("village_population").set_index("area_code")
    own = rows[[c for c in rows if c.startswith("edu_") and c != "edu_none_or_not_yet"]].astype(float)
    return (own["edu_primary_unfinished"] + own["edu_primary"]) / own.sum(axis=1)


def _extra(values: pd.Series, confirmed: bool = True) -> str:
    rows = load("programme_sites")
    sites = known_sites() if confirmed else set(rows["village_code"].dropna())
    found = auc(values[values.index.str.startswith("32.76.")], sites)
    assert found is not None
    return f"{found[0]:.2f} ({found[1]:.2f} to {found[2]:.2f})"


def main() -> None:
    cities = asked(cities=600).cities
    rows = comparisons()
    DATA.write_text(as_csv(rows), encoding="utf-8")
    strength.strengths.cache_clear()
    PAGE.write_text(page(rows, cities), encoding="utf-8")


if __name__ == "__main__":
    main()
