"""How a need index is made, as data: it can be printed in a report, kept as JSON, and asked again."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from numbers import Real
from typing import TYPE_CHECKING, Any

from ...say import Text
from ...say.errors import WrongUse
from ...say.spoken import spoken
from ..columns import numbers_of
from . import texts
from .aggregate import MEANS, leaf_weights, siblings
from .imputation import RULES
from .normalise import METHODS

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

DIRECTIONS = ("higher", "lower")
OUTLIERS = ("winsorise",)


@dataclass(frozen=True)
class Specification:
    """The recipe of a need index.

    indicators: column to the end that means more need, `"higher"` or `"lower"`. hierarchy: child to parent
    (indicator to aspect, aspect to a wider one). weights: by indicator and aspect, shares among siblings
    that sum to 1 (or 100); equal where none of a family is given. normalise: `minmax, z, rank,
    percentile_rank, goalposts`, the last with `goalposts` (column to its two fixed ends, in either order).
    aggregate: `arithmetic, geometric, harmonic`. scale: the two ends of the scale; 0-100, or 1-100 for the
    means that need values above 0. outliers: None or `"winsorise"`. impute: None, `group_median`,
    `group_mean`, `median` or `last_year`. per: column to its denominator column. counted: indicators that
    are counts out of `per`: their shares are drawn to those of the other places, the more the fewer were counted, and their
    sampling error enters stability (see `sampling.drawn_shares`); errors: column to the column of
    its standard error. labels: column to what sentences call it, a text or one each for `id` and `en`.
    place_coverage, indicator_coverage: the least share of indicators a place, and of
    places an indicator, must have.
    """

    indicators: Mapping[str, str]
    weights: Mapping[str, float] = field(default_factory=dict)
    hierarchy: Mapping[str, str] = field(default_factory=dict)
    normalise: str = "minmax"
    aggregate: str = "arithmetic"
    goalposts: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    scale: tuple[float, float] | None = None
    outliers: str | None = None
    impute: str | None = None
    per: Mapping[str, str] = field(default_factory=dict)
    counted: tuple[str, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    place_coverage: float = 2 / 3
    indicator_coverage: float = 2 / 3

    def __post_init__(self) -> None:
        _check(self)

    @property
    def columns(self) -> list[str]:
        """The indicators, in order."""
        return list(self.indicators)

    @property
    def ends(self) -> tuple[float, float]:
        """The two ends of the scale in use."""
        if self.scale is not None:
            low, high = self.scale
            return low, high
        return (0.0, 100.0) if self.aggregate == "arithmetic" else (1.0, 100.0)

    def goalposts_of(self, column: str, sign: float) -> tuple[float, float] | None:
        """The goalposts of an indicator, least need first, after it was multiplied by `sign`; None where it has none."""
        posts = self.goalposts.get(column)
        if posts is None:
            return None
        low, high = sorted(sign * end for end in posts)
        return low, high

    @property
    def family_weights(self) -> dict[str, float]:
        """A weight for every indicator and aspect, equal where none of its family was given."""
        named = {name for family in siblings(self.columns, self.hierarchy).values() for name in family}
        return {name: float(self.weights.get(name, 1.0)) for name in named}

    @spoken
    def label(self, column: str, lang: str | None = None) -> str:
        """What a sentence in `lang` calls an indicator: its label, or else the name of its column."""
        return self.title(column).say(lang)

    def title(self, column: str) -> Text:
        """The same in both languages."""
        given = self.labels.get(column, column)
        return Text(given, given) if isinstance(given, str) else Text(given["id"], given["en"])

    @property
    def shares(self) -> np.ndarray:
        """Weight of every indicator in the whole, (indicators,), summing to 1."""
        return leaf_weights(self.columns, self.hierarchy, self.family_weights)

    def to_dict(self) -> dict:
        """As plain data that `json.dumps` accepts."""
        out = asdict(self)
        out["counted"] = list(self.counted)
        out["scale"] = None if self.scale is None else list(self.scale)
        out["goalposts"] = {name: list(posts) for name, posts in self.goalposts.items()}
        return out

    @classmethod
    def from_dict(cls, data: Mapping) -> Specification:
        """Back from `to_dict`; unknown entries are refused.

        >>> spec = Specification({"poor": "higher", "hdi": "lower"})
        >>> Specification.from_dict(spec.to_dict()) == spec
        True
        """
        strange = sorted(set(data) - set(cls.__dataclass_fields__))
        if strange:
            raise WrongUse(texts.UNKNOWN_ENTRY.fill(entry=strange[0], known=cls.__dataclass_fields__))
        data = dict(data)
        if data.get("scale") is not None:
            data["scale"] = tuple(data["scale"])
        data["counted"] = tuple(data.get("counted", ()))
        data["goalposts"] = {name: tuple(posts) for name, posts in data.get("goalposts", {}).items()}
        return cls(**data)

    @classmethod
    def from_table(cls, table: pd.DataFrame, **more: Any) -> Specification:
        """From a table as a workbook or COINr's iMeta holds it, one row an indicator or aspect.

        Columns: name; direction (`higher`, `lower`, or 1, -1; empty marks an aspect); where wanted parent,
        weight (any scale within siblings), per (the denominator's column), label. `more` as in the class.

        >>> import pandas as pd
        >>> rows = pd.DataFrame({"name": ["poor", "hdi", "people"], "direction": ["higher", "lower", None],
        ...                      "parent": ["people", "people", None], "weight": [3, 1, 1]})
        >>> Specification.from_table(rows).shares
        array([0.75, 0.25])
        """
        missing = [column for column in ("name", "direction") if column not in table]
        if missing:
            raise WrongUse(texts.SPECIFICATION_COLUMN.fill(column=missing[0]))
        rows = table.set_index("name")
        if "weight" in rows:
            rows["weight"] = numbers_of(rows["weight"], "weight")
        turned = {1: "higher", -1: "lower"}
        given = {
            column: rows[column].dropna().to_dict() if column in rows else {}
            for column in ("direction", "parent", "weight", "per", "label")
        }
        indicators = {name: turned.get(end, end) for name, end in given["direction"].items()}
        top = set(given["parent"].values()) - set(given["parent"])
        weights = {name: weight for name, weight in given["weight"].items() if name not in top or name in indicators}
        for family in siblings(list(indicators), given["parent"]).values():
            total = sum(weights.get(name, 0) for name in family)
            weights |= {name: weights[name] / total for name in family if name in weights and total}
        return cls(indicators, weights=weights, hierarchy=given["parent"], per=given["per"], labels=given["label"], **more)

    def changed(self, **changes: Any) -> Specification:
        """The same with something changed: ask again."""
        return replace(self, **changes)


def _check(spec: Specification) -> None:
    if not spec.indicators:
        raise WrongUse(texts.NO_INDICATOR.fill(example={"poor": "higher"}))
    for name, direction in spec.indicators.items():
        if not isinstance(direction, str) or direction not in DIRECTIONS:
            raise WrongUse(texts.UNKNOWN_DIRECTION.fill(name=name, given=direction))
    _one_of("normalise", spec.normalise, METHODS)
    _one_of("aggregate", spec.aggregate, MEANS)
    _one_of("outliers", spec.outliers, (None, *OUTLIERS))
    _one_of("impute", spec.impute, (None, *RULES))
    _known("per", spec.per, spec.columns)
    _known("counted", spec.counted, list(spec.per))
    _known("errors", spec.errors, spec.columns)
    _known("goalposts", spec.goalposts, spec.columns)
    _known("labels", spec.labels, [*spec.columns, *spec.hierarchy, *spec.hierarchy.values()])
    _check_scale(spec)
    _check_hierarchy(spec)
    _check_weights(spec)
    if not (0 < spec.place_coverage <= 1 and 0 < spec.indicator_coverage <= 1):
        raise WrongUse(texts.COVERAGE_OUT_OF_RANGE)


def _one_of(what: str, value: str | None, known: Collection[str | None]) -> None:
    if not isinstance(value, str | None) or value not in known:
        raise WrongUse(texts.UNKNOWN_CHOICE.fill(what=what, given=value, known=[repr(name) for name in known]))


def _known(what: str, names: Iterable[str], columns: list[str]) -> None:
    strange = [name for name in names if name not in columns]
    if strange:
        where = "per" if what == "counted" else "indicators"
        raise WrongUse(texts.UNKNOWN_NAME.fill(what=what, name=strange[0], where=where))


def _check_scale(spec: Specification) -> None:
    low, high = spec.ends
    if not low < high:
        raise WrongUse(texts.SCALE_NOT_RISING.fill(ends=spec.ends))
    if spec.aggregate != "arithmetic" and (spec.normalise == "z" or low <= 0):
        raise WrongUse(texts.ABOVE_ZERO_NEEDED.fill(mean=spec.aggregate))
    if spec.normalise == "goalposts":
        missing = [name for name in spec.columns if name not in spec.goalposts]
        if missing:
            raise WrongUse(texts.GOALPOSTS_MISSING.fill(name=missing[0]))
    for name, posts in spec.goalposts.items():
        if len(posts) != 2 or posts[0] == posts[1]:
            raise WrongUse(texts.GOALPOSTS_EQUAL.fill(name=name))


def _check_hierarchy(spec: Specification) -> None:
    for name in spec.hierarchy:
        walked = {name}
        while name in spec.hierarchy:
            name = spec.hierarchy[name]
            if name in walked:
                raise WrongUse(texts.HIERARCHY_CIRCLE.fill(name=name))
            walked.add(name)
    if set(spec.hierarchy.values()) & set(spec.columns):
        name = min(set(spec.hierarchy.values()) & set(spec.columns))
        raise WrongUse(texts.INDICATOR_AND_PARENT.fill(name=name))


def _check_weights(spec: Specification) -> None:
    families = siblings(spec.columns, spec.hierarchy)
    named = {name for family in families.values() for name in family}
    strange = sorted(set(spec.weights) - named)
    if strange:
        raise WrongUse(texts.WEIGHT_OF_STRANGER.fill(name=strange[0], known=sorted(named)))
    for name, weight in spec.weights.items():
        if isinstance(weight, bool) or not isinstance(weight, Real) or not math.isfinite(weight):
            raise WrongUse(texts.WEIGHT_NOT_A_NUMBER.fill(name=name, given=weight))
    for family in families.values():
        given = {name: spec.weights[name] for name in family if name in spec.weights}
        if not given:
            continue
        total = sum(given.values())
        whole = any(abs(total - target) <= 1e-6 * target for target in (1.0, 100.0))
        if len(given) < len(family) or min(given.values()) < 0 or not whole:
            raise WrongUse(texts.WEIGHTS_INCOMPLETE.fill(family=family, given=len(given), all=len(family), total=total))
