"""The breakdown of the change for the page, as the impact wing computed it, or why nothing can be told."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from ..city.answers import CityAnswers
from ..impact.methods.random_choice import RandomChoice
from ..open_data.village_index_case import village_index_case
from ..tables.intake import load
from .texts import ledger as say

_EFFECT = 0.01  # of the village index: the size for which the number of sites is told


def open_ledger(lang: str) -> dict:
    """The desa sites in the village index: each design's answer with its interval, and what an answer would need."""
    case = village_index_case(
        load("village_index"),
        load("programme_sites"),
        load("areas"),
        methods=("before_after", "difference_in_differences"),
    )
    rows = case.for_report(lang)
    rows = rows[(rows["variant"] == "confirmed") & (rows["method"] == "difference_in_differences")].set_index("design")
    own = case.table(lang).query("variant == 'confirmed' and method == 'before_after'").set_index("design")["estimate"]
    bars = []
    for design in dict.fromkeys(d.key for d, _, _ in case.answers):
        row, chance = rows.loc[design], case.random_choice(design)
        title = next(d.title.say(lang) for d, _, _ in case.answers if d.key == design)
        bars.append(
            {
                "label": title,
                "n": int(row["n_treated"]),
                "parts": [
                    {"key": "common", "value": _plain(own[design] - row["estimate"])},
                    {"key": "effect", "value": _plain(row["estimate"])},
                ],
                "observed": _plain(own[design]),
                "low": _plain(row["conf_low"]),
                "high": _plain(row["conf_high"]),
                "said": _needs(chance, lang),
            }
        )
    return {
        "outcome": say.VILLAGE_INDEX.say(lang),
        "digits": 3,
        "names": {"common": say.SHARED_CHANGE.say(lang), "effect": say.DIFFERENCE.say(lang)},
        "bars": bars,
        "sentence": case.sentences(lang)[0],
        "limits": [],  # the sentences say their own
    }


def _needs(chance: RandomChoice, lang: str) -> str:
    return say.NEEDS.say(lang, least=chance.smallest_detectable, effect=_EFFECT, sites=chance.sites_for(_EFFECT))


def city_ledger(city: CityAnswers, lang: str) -> dict:
    """The main outcome of the city's own figures, all sites first and then by cohort, or the reason why there is none."""
    names = {"common": say.COMMON_CHANGE, "rebound": say.REBOUND, "effect": say.PROGRAMME_EFFECT}
    made = {
        "outcome": say.CITY.say(lang),
        "digits": 2,
        "names": {part: text.say(lang) for part, text in names.items()},
        "bars": [],
        "limits": [],
    }
    found = city.effect()
    if not found:
        return made | {"sentence": say.CANNOT_TELL.say(lang, reason=found.sentence(lang))}
    rows = list(found.main.ledger().itertuples())
    notes = (found.named_before(lang), found.left_out_sentence(lang), found.breaks_sentence(lang))
    return made | {
        "outcome": found.label(found.outcome, lang),
        "sentence": found.sentence(lang),
        "limits": [*(text for text in notes if text), *found.limits(lang, city.programme)],
        "bars": [_bar(row, lang) for row in rows[-1:] + rows[:-1]],
    }


def _bar(row: Any, lang: str) -> dict:
    label = say.ALL_SITES if row.cohort == "all" else say.SITES_OF.fill(year=row.cohort)
    if not np.isfinite(row.conf_high - row.conf_low):
        said = say.BAR_UNBOUNDED
    else:
        said = say.BAR_CANNOT_TELL if row.conf_low <= 0 <= row.conf_high else say.BAR
    return {
        "label": label.say(lang),
        "n": int(row.n),
        "observed": _plain(row.observed_change),
        "low": _plain(row.conf_low),
        "high": _plain(row.conf_high),
        "parts": [
            {"key": "common", "value": _plain(row.common_change)},
            {"key": "rebound", "value": _plain(row.selection_rebound)},
            {"key": "effect", "value": _plain(row.programme_effect)},
        ],
        "said": said.say(lang, change=row.observed_change, effect=row.programme_effect, low=row.conf_low, high=row.conf_high),
    }


def _plain(value: Any) -> float | None:
    return None if pd.isna(value) or not np.isfinite(value) else float(value)
