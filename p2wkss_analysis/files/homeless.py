"""A home while a library is loaded, for a user who has none: some libraries look for one then, and fail."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from .scratch import Scratch


def has_home() -> bool:
    """Whether the user has a home in which files can be put."""
    return os.access(os.path.expanduser("~"), os.W_OK)


@contextmanager
def home_for(library: str) -> Iterator[None]:
    """Import the library inside. What it puts into such a home goes at once.

    Raises OSError where no file can be put anywhere: a fault of the computer must not be kept as the answer of a place.
    """
    if library in sys.modules or has_home():
        yield
        return
    tempfile.gettempdir()
    earlier = os.environ.get("HOME")
    with Scratch() as scratch:
        os.environ["HOME"] = str(scratch.folder)
        try:
            yield
        finally:
            os.environ.pop("HOME")
            if earlier is not None:
                os.environ["HOME"] = earlier
