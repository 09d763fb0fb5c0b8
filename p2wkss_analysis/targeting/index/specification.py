"""How a need index is made, as data: it can be printed in a report, kept as JSON, and asked again."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from numbers import Real

from ...say.spoken import spoken
from ...say.errors import WrongUse
from .aggregate import MEANS, leaf_weights, siblings
from ..columns import numbers_of
from .imputation import RULES
from .normalise import METHODS

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
    are counts out of `per`, whose sampling error then enters stability; errors: column to the column of
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

    def __post_init__(self):
        _check(self)

    @property
    def columns(self) -> list[str]:
        """The indicators, in order."""
        return list(self.indicators)

    @property
    def ends(self) -> tuple[float, float]:
        """The two ends of the scale in use."""
        if self.scale is not None:
            return tuple(self.scale)
        return (0.0, 100.0) if self.aggregate == "arithmetic" else (1.0, 100.0)

    @property
    def family_weights(self) -> dict[str, float]:
        """A weight for every indicator and aspect, equal where none of its family was given."""
        named = {name for family in siblings(self.columns, self.hierarchy).values() for name in family}
        return {name: float(self.weights.get(name, 1.0)) for name in named}

    @spoken
    def label(self, column: str, lang: str | None = None) -> str:
        """What a sentence in `lang` calls an indicator: its label, or else the name of its column."""
        given = self.labels.get(column, column)
        return given if isinstance(given, str) else given[lang]

    @property
    def shares(self):
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
            raise WrongUse(
                id=f"Isian {strange[0]!r} tidak dikenal dalam spesifikasi. Yang dikenal: "
                f"{', '.join(cls.__dataclass_fields__)}.",
                en=f"Entry {strange[0]!r} is not known in a specification. Known: "
                f"{', '.join(cls.__dataclass_fields__)}.",
            )
        data = dict(data)
        if data.get("scale") is not None:
            data["scale"] = tuple(data["scale"])
        data["counted"] = tuple(data.get("counted", ()))
        data["goalposts"] = {name: tuple(posts) for name, posts in data.get("goalposts", {}).items()}
        return cls(**data)

    @classmethod
    def from_table(cls, table, **more) -> Specification:
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
            raise WrongUse(id=f"Tabel spesifikasi memerlukan kolom `{missing[0]}`.",
                           en=f"The table of the specification needs a column `{missing[0]}`.")
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
        return cls(indicators, weights=weights, hierarchy=given["parent"], per=given["per"],
                   labels=given["label"], **more)

    def changed(self, **changes) -> Specification:
        """The same with something changed: ask again."""
        return replace(self, **changes)


def _check(spec: Specification) -> None:
    if not spec.indicators:
        raise WrongUse(id="Tidak ada indikator. Isi paling sedikit satu, misalnya {\"miskin\": \"higher\"}.",
                       en="There is no indicator. Give at least one, such as {\"poor\": \"higher\"}.")
    for name, direction in spec.indicators.items():
        if direction not in DIRECTIONS:
            raise WrongUse(
                id=f"Arah indikator `{name}` harus \"higher\" (makin tinggi makin membutuhkan) atau \"lower\", "
                f"bukan {direction!r}.",
                en=f"The direction of `{name}` must be \"higher\" (higher is needier) or \"lower\", not {direction!r}.",
            )
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
        raise WrongUse(id="`place_coverage` dan `indicator_coverage` adalah bagian, lebih dari 0 sampai 1.",
                       en="`place_coverage` and `indicator_coverage` are shares, above 0 up to 1.")


def _one_of(what: str, value, known) -> None:
    if value not in known:
        names = ", ".join(repr(name) for name in known)
        raise WrongUse(id=f"`{what}` = {value!r} tidak dikenal. Pilihan: {names}.",
                       en=f"`{what}` = {value!r} is not known. Choose from: {names}.")


def _known(what: str, names, columns: list[str]) -> None:
    strange = [name for name in names if name not in columns]
    if strange:
        where = "`per`" if what == "counted" else "`indicators`"
        raise WrongUse(id=f"`{what}` menyebut {strange[0]!r}, yang tidak ada dalam {where}. Perbaiki namanya.",
                       en=f"`{what}` names {strange[0]!r}, which is not in {where}. Mend the name.")


def _check_scale(spec: Specification) -> None:
    low, high = spec.ends
    if not low < high:
        raise WrongUse(id=f"Ujung skala harus naik, bukan {spec.ends}.",
                       en=f"The ends of the scale must rise, not {spec.ends}.")
    if spec.aggregate != "arithmetic" and (spec.normalise == "z" or low <= 0):
        raise WrongUse(
            id=f"Rata-rata {spec.aggregate} memerlukan nilai di atas nol: gunakan normalisasi selain z dan skala "
            "yang mulai di atas 0, misalnya (1, 100).",
            en=f"The {spec.aggregate} mean needs values above zero: use a normalisation other than z, and a scale "
            "that starts above 0, such as (1, 100).",
        )
    if spec.normalise == "goalposts":
        missing = [name for name in spec.columns if name not in spec.goalposts]
        if missing:
            raise WrongUse(
                id=f"Normalisasi goalposts memerlukan dua ujung tetap untuk `{missing[0]}`, misalnya (0, 100).",
                en=f"Goalposts need two fixed ends for `{missing[0]}`, such as (0, 100).",
            )
    for name, posts in spec.goalposts.items():
        if len(posts) != 2 or posts[0] == posts[1]:
            raise WrongUse(id=f"Kedua ujung goalposts `{name}` harus dua angka yang berbeda.",
                           en=f"The goalposts of `{name}` must be two different numbers.")


def _check_hierarchy(spec: Specification) -> None:
    for name in spec.hierarchy:
        walked = {name}
        while name in spec.hierarchy:
            name = spec.hierarchy[name]
            if name in walked:
                raise WrongUse(id=f"Hierarki berputar pada `{name}`: sebuah aspek tidak boleh menjadi induknya sendiri.",
                               en=f"The hierarchy runs in a circle at `{name}`: no aspect can be its own parent.")
            walked.add(name)
    if set(spec.hierarchy.values()) & set(spec.columns):
        name = min(set(spec.hierarchy.values()) & set(spec.columns))
        raise WrongUse(id=f"`{name}` adalah indikator dan sekaligus induk. Beri nama lain pada aspeknya.",
                       en=f"`{name}` is an indicator and a parent at once. Give the aspect another name.")


def _check_weights(spec: Specification) -> None:
    families = siblings(spec.columns, spec.hierarchy)
    named = {name for family in families.values() for name in family}
    strange = sorted(set(spec.weights) - named)
    if strange:
        raise WrongUse(
            id=f"Bobot diberikan untuk {strange[0]!r}, yang bukan indikator atau aspek. Yang ada: "
            f"{', '.join(sorted(named))}.",
            en=f"A weight is given for {strange[0]!r}, which is no indicator or aspect. There are: "
            f"{', '.join(sorted(named))}.",
        )
    for name, weight in spec.weights.items():
        if isinstance(weight, bool) or not isinstance(weight, Real) or not math.isfinite(weight):
            raise WrongUse(id=f"Bobot `{name}` harus angka, bukan {weight!r}.",
                           en=f"The weight of `{name}` must be a number, not {weight!r}.")
    for family in families.values():
        given = {name: spec.weights[name] for name in family if name in spec.weights}
        if not given:
            continue
        total = sum(given.values())
        whole = any(abs(total - target) <= 1e-6 * target for target in (1.0, 100.0))
        if len(given) < len(family) or min(given.values()) < 0 or not whole:
            raise WrongUse(
                id=f"Bobot {', '.join(family)} harus lengkap, tidak negatif, dan berjumlah 1 (atau 100); sekarang "
                f"{len(given)} dari {len(family)} diisi dan jumlahnya {total:g}. Sesuaikan bobotnya, atau "
                "kosongkan semua agar sama besar.",
                en=f"The weights of {', '.join(family)} must be complete, not negative, and sum to 1 (or 100); now "
                f"{len(given)} of {len(family)} are given and they sum to {total:g}. Adjust them, or leave all "
                "out for equal weights.",
            )
