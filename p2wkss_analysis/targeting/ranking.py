"""The result of a need index. It keeps what made it, so that every further question asks it again."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..display import Shown
from ..errors import WrongUse
from ..language import integer, join, number, percent, pick
from ..tables.whole_number import whole
from .aggregate import level_scores
from .counted import counted
from .specification import Specification
from .standing import ranks


@dataclass(frozen=True, eq=False)
class Ranking(Shown):
    """Places ranked by need: `.table()`, `.aspects()`, `.stability(k)`, `.explain(area_code)`, `.flip(k)`.

    codes, names: (places,). values: (places, indicators), own units, filled and treated. normalised: the same
    on one scale, more being needier. score: (places,). errors: standard errors in the units of `values`,
    or None. unscored: places without a score and why. filled: every value that was filled in. pulled:
    indicator to how many outliers were pulled in.
    """

    specification: Specification
    codes: np.ndarray
    names: np.ndarray
    values: np.ndarray
    normalised: np.ndarray
    score: np.ndarray
    errors: np.ndarray | None
    unscored: pd.DataFrame
    filled: pd.DataFrame
    pulled: dict[str, int] = field(default_factory=dict)

    @property
    def rank(self) -> np.ndarray:
        """Rank of every place, (places,), 1 the neediest; equal scores have equal rank."""
        return ranks(np.round(self.score, 10))

    @property
    def order(self) -> np.ndarray:
        """Positions from the neediest to the least; ties by area code, so that row order decides nothing."""
        return np.lexsort((self.codes.astype(str), -np.round(self.score, 10)))

    def position(self, area_code: str) -> int:
        """Where a place stands in the arrays; an unknown or unscored one is refused in words."""
        if not isinstance(area_code, str):
            raise WrongUse(id=f"Sebutkan satu kode wilayah sebagai teks, bukan {area_code!r}.",
                           en=f"Name one area code as text, not {area_code!r}.")
        found = np.flatnonzero(self.codes == area_code)
        if len(found):
            return int(found[0])
        gap = self.unscored[self.unscored["area_code"] == area_code]
        if len(gap):
            raise WrongUse(
                id=f"Wilayah {area_code} tidak mendapat skor karena data berikut kosong: {gap.iloc[0]['missing']}. "
                "Lengkapi datanya atau isi `impute`.",
                en=f"Area {area_code} has no score because these are missing: {gap.iloc[0]['missing']}. Complete "
                "the data or set `impute`.",
            )
        raise WrongUse(
            id=f"Wilayah {area_code} tidak ada dalam pemeringkatan ini. Periksa kodenya; yang ada tercantum di .table().",
            en=f"Area {area_code} is not in this ranking. Check the code; those it has are in .table().",
        )

    def label(self, position: int) -> str:
        """The name of a place, or its code where it has none."""
        return str(self.names[position]) or str(self.codes[position])

    def top(self, k: int) -> np.ndarray:
        """Positions of the k neediest; k must be from 1 to the number of places less one."""
        count = whole(k, least=1)
        if count is None or count >= len(self.codes):
            raise WrongUse(
                id=f"k = {k} tidak dapat dipilih dari {len(self.codes)} wilayah: gunakan bilangan bulat 1 sampai "
                f"{len(self.codes) - 1}.",
                en=f"k = {k} cannot be chosen from {len(self.codes)} places: use a whole number from 1 to "
                f"{len(self.codes) - 1}.",
            )
        return self.order[:count]

    def table(self) -> pd.DataFrame:
        """area_code, score, rank, the neediest first; places without a score at the end, empty."""
        scored = pd.DataFrame({"area_code": self.codes, "score": self.score, "rank": self.rank}).iloc[self.order]
        if self.unscored.empty:
            return scored.reset_index(drop=True)
        empty = pd.DataFrame({"area_code": self.unscored["area_code"], "score": np.nan, "rank": pd.NA})
        scored["rank"], empty["rank"] = scored["rank"].astype("Int64"), empty["rank"].astype("Int64")
        return pd.concat([scored, empty], ignore_index=True)

    def named(self, frame: pd.DataFrame) -> pd.DataFrame:
        """`frame` with the column `name` after its area_code, where the places have names."""
        names = dict(zip(self.codes, self.names, strict=True))
        if not any(map(str, self.names)):
            return frame
        out = frame.copy()
        out.insert(out.columns.get_loc("area_code") + 1, "name", out["area_code"].map(names))
        return out

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.named(self.table()[["rank", "area_code", "score"]])

    def aspects(self) -> pd.DataFrame:
        """The score of every aspect of the hierarchy, one row a place, in the order of `.table()`."""
        spec = self.specification
        levels = level_scores(
            self.normalised, spec.columns, spec.hierarchy, spec.family_weights, spec.aggregate
        )
        named = {name: values for name, values in levels.items() if name}
        frame = pd.DataFrame({"area_code": self.codes, **named, "score": self.score})
        return frame.iloc[self.order].reset_index(drop=True)

    def stability(self, k: int, draws: int = 10000, seed: int = 0, **more):
        """How firm the choice of the k neediest is; see `stability.find_stability`."""
        from .stability import find_stability

        return find_stability(self, k, draws, seed, **more)

    def explain(self, area_code: str, k: int | None = None):
        """Why a place stands where it stands; see `explain.explain_place`."""
        from .explain import explain_place

        return explain_place(self, area_code, k)

    def flip(self, k: int):
        """The smallest change of weights that changes the k chosen; see `flip.smallest_flip`."""
        from .flip import find_flip

        return find_flip(self, k)

    def triangle(self):
        """For three indicators, which place is first at which weights; see `triangle.winner_regions`."""
        from .triangle import find_regions

        return find_regions(self)

    def sentence(self, lang: str = "id", k: int = 3) -> str:
        """The k neediest (from 1; all where there are fewer) with their scores, and the decisions behind the ranking."""
        count = whole(k, least=1)
        if count is None:
            raise WrongUse(id=f"k adalah banyaknya wilayah yang disebut, bilangan bulat mulai 1, bukan {k!r}.",
                           en=f"k is how many places to name, a whole number from 1, not {k!r}.")
        first = self.order[:count]
        named = join([f"{self.label(i)} ({number(self.score[i], 1, lang)})" for i in first], lang)
        spec, n = self.specification, len(self.codes)
        method, mean = METHOD_WORDS[spec.normalise][lang], MEAN_WORDS[spec.aggregate][lang]
        weights = _weight_words(spec, lang)
        left = len(self.unscored)
        return pick(
            lang,
            id=f"Dari {integer(n, lang)} wilayah, yang paling membutuhkan menurut indeks ini adalah {named}. "
            f"{self._tie_at_the_cut(count, lang)}Bobot: {weights}; normalisasi {method}, rata-rata {mean}."
            + (f" {integer(left, lang)} wilayah tidak diberi skor karena datanya kosong." if left else "")
            + (f" {integer(len(self.filled), lang)} nilai kosong diisi dengan "
               f"{RULE_WORDS[spec.impute]['id']}." if len(self.filled) else ""),
            en=f"Of {counted(n, 'place', 'places')}, the neediest by this index: {named}. "
            f"{self._tie_at_the_cut(count, lang)}Weights: {weights}; normalisation {method}, {mean} mean."
            + (f" {counted(left, 'place has', 'places have')} no score because data are missing." if left else "")
            + (f" {counted(len(self.filled), 'missing value was', 'missing values were')} filled with "
               f"{RULE_WORDS[spec.impute]['en']}." if len(self.filled) else ""),
        )

    def _tie_at_the_cut(self, k: int, lang: str) -> str:
        """Which places not named have the same score as the last one named, or nothing."""
        rank, last = self.rank, min(k, len(self.codes)) - 1
        level = self.order[rank[self.order] == rank[self.order[last]]]
        if level[-1] == self.order[last]:
            return ""
        same = [self.label(i) for i in level[:6]]
        if len(level) > 6:
            same.append(pick(lang, id=f"{integer(len(level) - 6, lang)} lainnya", en=f"{integer(len(level) - 6, lang)} more"))
        same = join(same, lang)
        return pick(
            lang,
            id=f"Skor {same} sama persis; di antara mereka hanya urutan kode wilayah yang menentukan, bukan kebutuhan. ",
            en=f"{same} have exactly the same score; between them only the order of the area codes decides, not need. ",
        )


def _weight_words(spec: Specification, lang: str) -> str:
    """Each indicator with its weight, or how many there are where a list would be too long to read."""
    if len(spec.columns) <= 6:
        return join([f"{spec.label(column, lang)} {percent(100 * weight, 0, lang)}"
                     for column, weight in zip(spec.columns, spec.shares, strict=True)], lang)
    number_of = integer(len(spec.columns), lang)
    return pick(lang, id=f"{number_of} indikator", en=f"{number_of} indicators")


MEAN_WORDS = {
    "arithmetic": {"id": "hitung", "en": "arithmetic"},
    "geometric": {"id": "ukur", "en": "geometric"},
    "harmonic": {"id": "harmonik", "en": "harmonic"},
}
METHOD_WORDS = {
    "minmax": {"id": "min-maks", "en": "min-max"},
    "z": {"id": "skor-z", "en": "z-score"},
    "rank": {"id": "peringkat", "en": "rank"},
    "percentile_rank": {"id": "peringkat persentil", "en": "percentile rank"},
    "goalposts": {"id": "batas tetap", "en": "goalposts"},
}
RULE_WORDS = {
    None: {"id": "", "en": ""},
    "group_median": {"id": "median kelompoknya", "en": "the median of its group"},
    "group_mean": {"id": "rata-rata kelompoknya", "en": "the mean of its group"},
    "median": {"id": "median semua wilayah", "en": "the median of all places"},
    "last_year": {"id": "nilai tahun terakhir yang ada", "en": "the last year that has a value"},
}
