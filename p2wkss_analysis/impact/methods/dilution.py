"""From villages to households: how far the effect on a few spreads thin over many."""

from __future__ import annotations

from ...say.errors import WrongUse
from ...say.spoken import spoken
from ..figures import decimals, figure
from ..texts import methods as texts


def household_effect(village_effect: float, assisted: float, households: float) -> float:
    """The effect on each assisted household that would move the village mean by `village_effect`.

    assisted: households helped; households: all households of the village, at least as many. With h of H
    helped, the village mean moves h/H of the household effect (100 of 2,500 is 4 %), so the same number is
    the household-scale reading of a village estimate or of its smallest detectable effect. Not for outcomes
    that the programme moves for everyone at once (a road, a health post).

    >>> round(household_effect(0.4, assisted=100, households=2500), 6)
    10.0
    """
    if not 0 < assisted <= households:
        raise WrongUse(texts.ASSISTED_BEYOND_ALL.fill(assisted=assisted, households=households))
    return village_effect * households / assisted


@spoken
def dilution_sentence(village_effect: float, assisted: float, households: float, unit: str = "", lang: str | None = None) -> str:
    """The same as a sentence for the report.

    >>> dilution_sentence(0.02, 100, 2500, lang="en")[:55]
    'With 100 of 2,500 households assisted, a village mean m'
    """
    household = household_effect(village_effect, assisted, households)
    village, each = (f"{figure(size, max(3, decimals(abs(size))), lang)} {unit}".rstrip() for size in (village_effect, household))
    return texts.DILUTION.say(
        lang, assisted=assisted, households=households, share=100 * assisted / households, village=village, each=each
    )
