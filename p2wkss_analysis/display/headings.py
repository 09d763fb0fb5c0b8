"""What the columns of results are called, how their numbers are written, and words for codes.

Columns of data (poverty_rate, slum_area_ha, ...) have their labels in the dictionaries and not here.
"""

from __future__ import annotations

from typing import Any

from ..say import Text
from . import texts
from .texts import HEADINGS

_OF_KIND = {  # how numbers are written, and the columns written so; all others hold text
    "year": "year start programme_year since year_from year_to list_year first_site last_site cohort",
    "integer": (
        "years rank rank_low rank_high chosen neighbours least most candidates sites on_list unknown listed places n "
        "n_treated n_comparison draws choices years_since sites_per_year per_year lag number not_reported_so_far "
        "not_reported activities due days_late without_amount households not_reached households_low households_high row "
        "filled masked waiting lines"
    ),
    "number": (
        "score value contribution value_to_leave neighbour_mean price turning_score cut_off low high expected std_error "
        "smallest_detectable effect value_from value_to planned done planned_so_far done_so_far"
    ),
    "share": "probability_top_k beats_last probability weight weight_after share power",
    "signed": (
        "against_median against_runner_up local_moran estimate conf_low conf_high bias observed_change common_change "
        "selection_rebound programme_effect points change score_change comparison_change"
    ),
    "p": "q_value lottery_p lottery_p_percentile p_value p_holm p_max_t smallest_p",
    "percent": "percent percent_so_far done_percent percent_low percent_high",
    "rupiah": "amount_rupiah rupiah_low rupiah_high",
}
# year: no separators; percent: 0-100; share: 0-1, written as percent; p: a p-value, three decimals
KINDS = {column: kind for kind, columns in _OF_KIND.items() for column in columns.split()}
WORDS: dict[str, dict[str, Text]] = {  # column: code -> words; a code that is not here is shown as it is
    "method": dict(texts.METHODS),
    "variant": texts.VARIANTS,
    "dimension": texts.DIMENSIONS,
    "measure": texts.POVERTY_MEASURES,
    "kind": texts.KINDS_OF_CRITERIA,
    "flag": texts.REMARKS,
    "status": texts.STATUSES,
    "households_scope": texts.SCOPES,
    "quadrant": texts.QUADRANTS,
    "basis": texts.BASES,
    "use": texts.USES,
    "how": texts.RECOGNISED_BY,
    "outcome": texts.OUTCOMES_OF_MATCHING,
    "matched_by": texts.READ_AS_PLACE,
    "by": texts.CHOSEN_BY,
    "picks": texts.ENDS,
    "synthetic": {"yes": texts.YES},
    **{column: {"all": texts.ALL} for column in ("agency", "sector", "cohort", "group", "year")},  # the row for all the others
}


def add_words(column: str, code: str, words: Text) -> None:
    """What people call a code of a column; registries above say it once, for every table."""
    WORDS.setdefault(column, {})[code] = words


def heading(column: str, lang: str) -> tuple[str, str] | None:
    """(label, kind) of a result column, or None for a column this file does not know.

    >>> heading("rank", "id"), heading("slum_area_ha", "id")
    (('Peringkat', 'integer'), None)
    """
    known = HEADINGS.get(column)
    return (known.say(lang), KINDS.get(column, "text")) if known else None


def word(column: str, value: Any, lang: str) -> str:
    """A code in words where there are words for it.

    >>> word("method", "jump_at_cut", "id"), word("village", "all", "id")
    ('Lompatan pada batas skor', 'all')
    """
    if type(value).__name__ in ("bool", "bool_"):  # Python's and numpy's
        return (texts.YES if value else texts.NO).say(lang)
    known = WORDS.get(column, {}).get(str(value))
    return known.say(lang) if known else str(value)
