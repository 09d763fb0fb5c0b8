"""The panel: the one place where a tidy table becomes a matrix of places by years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from ...display import Shown
from ...say import Text, together
from ...tables.place_names import match_places
from ..texts import panel as texts
from .faults import check_columns, check_content, check_scale
from .neighbours import parents
from .published import left_out_sentence, published, starts_of
from .scale import RAW, Scale


@dataclass(frozen=True, eq=False)
class Panel(Shown):
    """One outcome of N places over T years, with the first programme year of each place.

    units (N,) labels as given; years (T,) int, consecutive as found; values (N, T) in the outcome's own unit,
    NaN where not observed; start (N,) first programme year, inf for never known to be a site;
    ranking (N, T) or None: the figure used for choosing, as known when the site was chosen;
    group (N,) labels or None: the regency within which sites were chosen;
    cluster (N,) labels or None: places that may share a year's shock, such as those of one kecamatan;
    size (N,) or None: how many people or families a place's figure rests on;
    better "higher" or "lower": the direction that is an improvement.
    baseline says what the last value before `start` is: "clean" (before the programme), "early" (measured in
    the first months of the programme, the best some tables offer) or "timing" (no effect can be expected yet);
    scale: on which places are compared; effects are told in the outcome's own unit all the same.
    left_out: of published figures (`from_open_data`), the places and years that are not in the panel, and why.
    effect_unit: in which an effect is told, where it is known ("points" of a percentage).

    Not for households (see `evaluate_households`). Of regencies only for programmes of whole regencies and for tests without
    any programme: nearly every regency had a P2WKSS site.
    """

    outcome: str
    better: str
    units: np.ndarray
    years: np.ndarray
    values: np.ndarray
    start: np.ndarray
    ranking: np.ndarray | None = None
    ranking_name: str | None = None
    group: np.ndarray | None = None
    baseline: str = "clean"
    scale: Scale = RAW
    cluster: np.ndarray | None = None
    size: np.ndarray | None = None
    left_out: pd.DataFrame | None = None
    effect_unit: Text | None = None

    def __post_init__(self) -> None:
        for name in ("units", "years", "values", "start", "ranking", "group", "cluster", "size"):
            array = getattr(self, name)
            if array is not None:
                array.setflags(write=False)

    @classmethod
    def from_table(
        cls,
        df: pd.DataFrame,
        *,
        outcome: str,
        better: str,
        unit: str = "area_code",
        year: str = "year",
        start: str = "programme_year",
        ranking: str | None = None,
        group: str | None = None,
        baseline: str = "clean",
        scale: str = "auto",
        bounds: tuple[float, float] | None = None,
        cluster: str | None = "auto",
        size: str | None = None,
        inside: str | int | None = None,
    ) -> Panel:
        """Build a panel from a tidy table, one row a place and year.

        df: DataFrame with the named columns; `start` holds the first programme year of the place, missing for
        never; rows may come in any order; place-years may be absent. scale: "raw", "root", "log", "logit", or "auto",
        which takes one from the cells before any programme alone (`choose_scale`): poverty rates and other figures near
        zero move in proportion to their size, and on the raw scale the worst places seem to be helped or harmed where
        nothing happened. bounds: (low, high) of an outcome that is a share, for the logit. cluster: a column whose places
        may share a year's shock; "auto" takes the parent of dotted area codes (the kecamatan of a village, the province of
        a kabupaten), None takes places as moving each on its own. size: a column with how many
        people or families a figure rests on (a place's mean over its years is used), above zero. inside: the place in which
        the units lie, "32.76" or "Kota Depok", where `unit` names them instead of giving codes (see `match_places`).

        Raises WrongUse naming every fault found at once: unknown columns, names without one certain reading, doubled
        place-years, values that are no numbers, a start before the first year, a start or group that differs within a place,
        all places treated, a constant outcome, a scale that the values cannot be put on.

        >>> df = pd.DataFrame({"area_code": list("aabb"), "year": [2022, 2023] * 2, "idm": [.6, .7, .5, .6],
        ...                    "programme_year": [2023, 2023, None, None]})
        >>> Panel.from_table(df, outcome="idm", better="higher").sentence("en")
        'idm of 2 places, 2022 to 2023: 1 site in its programme, 1 place without a known programme.'
        """
        if inside is not None:
            df = match_places(df, unit, inside=inside).joined(unit)
        columns = {"outcome": outcome, "unit": unit, "year": year, "start": start}
        by_codes = isinstance(cluster, str) and cluster == "auto"
        asked = {"ranking": ranking, "group": group, "cluster": None if by_codes else cluster, "size": size}
        columns |= {k: v for k, v in asked.items() if v is not None}
        check_columns(df, columns, better, baseline, scale, bounds)
        tidy = check_content(df, columns)
        units, rows = np.unique(tidy["unit"].to_numpy(dtype=object), return_inverse=True)
        years = np.arange(tidy["year"].min(), tidy["year"].max() + 1)
        cells = (rows, tidy["year"].to_numpy() - years[0])
        first = pd.Series(rows).drop_duplicates().index.to_numpy()
        by_unit = tidy.iloc[first[np.argsort(rows[first])]]
        values = _matrix(tidy["outcome"], cells, (len(units), len(years)))
        start_of = by_unit["start"].fillna(np.inf).to_numpy(dtype=float)
        labels = None if group is None else by_unit["group"].to_numpy(dtype=object)
        untreated = np.isfinite(values) & (years[None, :] < start_of[:, None])
        return cls(
            outcome=outcome,
            better=better,
            units=units,
            years=years,
            values=values,
            start=start_of,
            ranking=None if ranking is None else _matrix(tidy["ranking"], cells, (len(units), len(years))),
            ranking_name=ranking,
            group=labels,
            baseline=baseline,
            cluster=parents(units) if by_codes else None if cluster is None else by_unit["cluster"].to_numpy(dtype=object),
            size=None if size is None else tidy.groupby("unit")["size"].mean().reindex(units).to_numpy(dtype=float),
            scale=check_scale(scale, bounds, values, untreated, labels, baseline, outcome),
        )

    @classmethod
    def from_open_data(
        cls,
        indicator: str,
        *,
        method: str | None = None,
        years: tuple[int, int] | None = None,
        inside: str | int | None = None,
        at_break: str = "leave out",
        balanced: bool = True,
        start: Mapping[str | int, int] | None = None,
        better: str | None = None,
        scale: str = "auto",
    ) -> Panel:
        """A panel of published figures: every kabupaten and kota by year, with its holes named.

        indicator: a name of the data dictionary, such as "hdi", "poverty_rate", "mean_years_of_schooling". method: one series, by
        default that with most years; two are never joined. years: first and last, by default the consecutive years that hold
        most figures of unbroken places. inside: a province, by name or code. at_break: a place whose series breaks inside the
        years is left out, or "cut" to the longest part. balanced: only places with a figure in every year, where years in which
        fewer than half have one are holes; False keeps every figure there is. start: place (name or code) to its first programme
        year, by default none; a place that is not in the panel is refused. better: "higher" or "lower", by default as the
        dictionary says. scale: as in `from_table`.

        What is left out stands in `.left_out` (area_code, name, why, years, reason) and is counted in the sentence. Figures to be
        read with care are in the panel (see `p2.OpenData().series`). Raises WrongUse for what is unknown, NotEnoughData where
        fewer than two places remain. Not for P2WKSS: a hundred households do not move a regency.

        >>> panel = Panel.from_open_data("hdi", inside="Jawa Barat", scale="raw")
        >>> panel.values.shape, panel.left_out[["name", "why"]].values.tolist()
        ((25, 15), [['Kab. Ciamis', 'break'], ['Kab. Pangandaran', 'missing']])
        """
        found = published(indicator, method, years, inside, at_break, balanced)
        starts = starts_of(start, found)
        entry = found.indicator
        table = found.table.rename(columns={"value": indicator})
        table = table.assign(programme_year=table["area_code"].map(starts).astype(float))
        panel = cls.from_table(
            table,
            outcome=indicator,
            better=better or entry.direction,  # type: ignore[arg-type] # None is refused there, in words
            scale=scale,
            bounds=(0.0, 100.0) if (entry.minimum, entry.maximum) == (0, 100) else None,
        )
        return replace(panel, left_out=found.left_out)

    @cached_property
    def scaled(self) -> np.ndarray:
        """(N, T) the values on the scale on which places are compared."""
        return self.scale.forward(self.values)

    @property
    def treated(self) -> np.ndarray:
        """(N,) True for places whose programme starts within the years of the panel."""
        return self.start <= self.years[-1]

    @property
    def cohorts(self) -> np.ndarray:
        """Starting years found within the panel, ascending."""
        return np.unique(self.start[self.treated]).astype(int)

    @property
    def before(self) -> np.ndarray:
        """(N, T) True where the place had not started yet: the untreated cells."""
        return self.years[None, :] < self.start[:, None]

    def sites(self) -> pd.DataFrame:
        """The sites: unit, start, group, years_before and years_after with a value."""
        seen = np.isfinite(self.values)
        rows = np.flatnonzero(self.treated)
        return pd.DataFrame(
            {
                "unit": self.units[rows],
                "start": self.start[rows].astype(int),
                "group": None if self.group is None else self.group[rows],
                "years_before": (seen & self.before).sum(1)[rows],
                "years_after": (seen & ~self.before).sum(1)[rows],
            }
        )

    def table(self) -> pd.DataFrame:
        """Tidy again: unit, year, value, start (missing for never), one row an observed cell."""
        i, t = np.nonzero(np.isfinite(self.values))
        start = pd.array(np.where(np.isinf(self.start), -1, self.start)[i].astype(int), dtype="Int64")
        start[start == -1] = pd.NA
        return pd.DataFrame({"unit": self.units[i], "year": self.years[t], "value": self.values[i, t], "start": start})

    def sentence(self, lang: str | None = None) -> str:
        """What the panel holds."""
        sites, rest = int(self.treated.sum()), int((~self.treated).sum())
        held = texts.PANEL.fill(
            outcome=self.outcome, n=len(self.units), first=self.years[0], last=self.years[-1], sites=sites, rest=rest
        )
        return together([held, *(left_out_sentence(self.left_out) if self.left_out is not None else ())], lang)


def _matrix(column: pd.Series, cells: tuple[np.ndarray, np.ndarray], shape: tuple[int, int]) -> np.ndarray:
    values = np.full(shape, np.nan)
    values[cells] = column.to_numpy(dtype=float)
    return values
