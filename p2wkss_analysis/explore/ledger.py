"""The breakdown of the change for the page, as the impact wing computed it, or why nothing can be told."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from ..city.answers import CityAnswers
from ..city.panel import CityPanel
from ..display import ask
from ..impact.methods.random_choice import RandomChoice
from ..open_data.village_index_case import village_index_case
from ..say import LANGUAGES, Text, in_both
from ..tables.intake import load
from .texts import ledger as say

_EFFECT = 0.01  # of the village index: the size for which the number of sites is told


def open_ledger() -> dict:
    """The desa sites in the village index: each design's answer with its interval, and what an answer would need."""
    case = village_index_case(
        load("village_index"),
        load("programme_sites"),
        load("areas"),
        methods=("before_after", "difference_in_differences"),
    )
    rows = case.for_report("id")  # its figures alone are taken
    rows = rows[(rows["variant"] == "confirmed") & (rows["method"] == "difference_in_differences")].set_index("design")
    own = case.table("id").query("variant == 'confirmed' and method == 'before_after'").set_index("design")["estimate"]
    bars = []
    for design in dict.fromkeys(d.key for d, _, _ in case.answers):
        row, chance = rows.loc[design], case.random_choice(design)
        title = next(d.title for d, _, _ in case.answers if d.key == design)
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
                "said": _needs(chance),
            }
        )
    return {
        "outcome": say.VILLAGE_INDEX,
        "digits": 3,
        "names": {"common": say.SHARED_CHANGE, "effect": say.DIFFERENCE},
        "bars": bars,
        "sentence": in_both(lambda lang: case.sentences(lang)[0]),
        "limits": [],  # the sentences say their own
    }


def _needs(chance: RandomChoice) -> Text:
    return say.NEEDS.fill(least=chance.smallest_detectable, effect=_EFFECT, sites=chance.sites_for(_EFFECT))


def city_ledger(city: CityAnswers) -> dict:
    """The main outcome of the city's own figures, all sites first and then by cohort, or the reason why there is none."""
    made = {
        "outcome": say.CITY,
        "digits": 2,
        "names": {"common": say.COMMON_CHANGE, "rebound": say.REBOUND, "effect": say.PROGRAMME_EFFECT},
        "bars": [],
        "limits": [],
    }
    found = city.effect()
    if not found:
        return made | {"sentence": say.CANNOT_TELL.fill(reason=in_both(found.sentence))}
    parts = ask(found.main.ledger)  # refused where the years do not carry a forecast; the sentence says so
    rows = list(parts.itertuples()) if isinstance(parts, pd.DataFrame) else []
    return made | {
        "outcome": in_both(partial(found.label, found.outcome)),
        "sentence": in_both(found.sentence),
        "limits": [Text(*pair) for pair in zip(*(_limits(found, lang, city.programme) for lang in LANGUAGES), strict=True)],
        "bars": [_bar(row) for row in rows[-1:] + rows[:-1]],
    }


def _limits(found: CityPanel, lang: str, programme: str) -> list[str]:
    """What must be said beside the answer."""
    notes = (found.named_before(lang), found.left_out_sentence(lang), found.breaks_sentence(lang))
    return [*(text for text in notes if text), *found.limits(lang, programme)]


def _bar(row: Any) -> dict:
    label = say.ALL_SITES if row.cohort == "all" else say.SITES_OF.fill(year=row.cohort)
    if not np.isfinite(row.conf_high - row.conf_low):
        said = say.BAR_UNBOUNDED
    else:
        said = say.BAR_CANNOT_TELL if row.conf_low <= 0 <= row.conf_high else say.BAR
    return {
        "label": label,
        "n": int(row.n),
        "observed": _plain(row.observed_change),
        "low": _plain(row.conf_low),
        "high": _plain(row.conf_high),
        "parts": [
            {"key": "common", "value": _plain(row.common_change)},
            {"key": "rebound", "value": _plain(row.selection_rebound)},
            {"key": "effect", "value": _plain(row.programme_effect)},
        ],
        "said": said.fill(change=row.observed_change, effect=row.programme_effect, low=row.conf_low, high=row.conf_high),
    }


def _plain(value: Any) -> float | None:
    return None if pd.isna(value) or not np.isfinite(value) else float(value)
