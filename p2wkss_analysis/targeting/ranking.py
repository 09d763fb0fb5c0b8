"""The result of a need index. It keeps what made it, so that every further question asks it again."""

from __future__ import annotations

from dataclasses import dataclass

from ..say.errors import WrongUse
from ..say import integer, join, number, percent, pick
from ..tables.whole_number import whole
from .counted import counted
from .index.ranked import Ranked
from .index.specification import Specification


@dataclass(frozen=True, eq=False)
class Ranking(Ranked):
    """Places ranked by need: `.table()`, `.aspects()`, `.stability(k)`, `.explain(area_code)`, `.flip(k)`.

    It holds what `Ranked` says: codes, values, normalised values, scores, and what was filled in or left out.
    """

    def stability(self, k: int, draws: int = 10000, seed: int = 0, **more):
        """How firm the choice of the k neediest is; see `stability.find_stability`."""
        from .firmness.stability import find_stability

        return find_stability(self, k, draws, seed, **more)

    def explain(self, area_code: str, k: int | None = None):
        """Why a place stands where it stands; see `explain.explain_place`."""
        from .firmness.explain import explain_place

        return explain_place(self, area_code, k)

    def flip(self, k: int):
        """The smallest change of weights that changes the k chosen; see `flip.smallest_flip`."""
        from .firmness.flip import find_flip

        return find_flip(self, k)

    def triangle(self):
        """For three indicators, which place is first at which weights; see `triangle.winner_regions`."""
        from .firmness.triangle import find_regions

        return find_regions(self)

    def sentence(self, lang: str | None = None, k: int = 3) -> str:
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
        left, equal = len(self.unscored), self.equal_sentence(count, lang)
        equal += " " if equal else ""
        return pick(
            lang,
            id=f"Dari {integer(n, lang)} wilayah, yang paling membutuhkan menurut indeks ini adalah {named}. "
            f"{equal}Bobot: {weights}; normalisasi {method}, rata-rata {mean}."
            + (f" {integer(left, lang)} wilayah tidak diberi skor karena datanya kosong." if left else "")
            + (f" {integer(len(self.filled), lang)} nilai kosong diisi dengan "
               f"{RULE_WORDS[spec.impute]['id']}." if len(self.filled) else ""),
            en=f"Of {counted(n, 'place', 'places')}, the neediest by this index: {named}. "
            f"{equal}Weights: {weights}; normalisation {method}, {mean} mean."
            + (f" {counted(left, 'place has', 'places have')} no score because data are missing." if left else "")
            + (f" {counted(len(self.filled), 'missing value was', 'missing values were')} filled with "
               f"{RULE_WORDS[spec.impute]['en']}." if len(self.filled) else ""),
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
