"""What is estimated, and what is not: the sentences that stand beside every estimate."""

from __future__ import annotations

from ..texts import methods as texts


def limit_sentences(lang: str | None = None) -> list[str]:
    """The estimand first, then the limits, in `lang`.

    >>> limit_sentences("en")[1][:12]
    'Displacement'
    """
    return [text.say(lang) for text in (texts.ESTIMAND, *texts.LIMITS)]
