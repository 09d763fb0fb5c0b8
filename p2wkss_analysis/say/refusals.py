"""What the computer refuses, in words an office knows: a full disk, a missing right, a name too long."""

from __future__ import annotations

import errno

from . import texts
from .text import Text

_BY_NUMBER = {getattr(errno, name): words for name, words in texts.REFUSALS.items() if hasattr(errno, name)}


def why(error: OSError) -> Text:
    """The reason of an error of the computer; one that is not listed in the computer's own words.

    >>> why(OSError(28, "No space left on device")).say("id")
    'tempat penyimpanan penuh'
    """
    own = error.strerror or type(error).__name__
    return _BY_NUMBER.get(error.errno or 0, Text(own, own))
