"""Which places are neighbours by their area codes: those with the same parent."""

from __future__ import annotations

import re

import numpy as np

_CODE = re.compile(r"\d\d(\.\d{2,4}){1,3}")


def parents(units: np.ndarray) -> np.ndarray | None:
    """The parent of each dotted area code (the kecamatan of a village, the province of a kabupaten); None where a label is
    no such code, all have one parent, or none has two places.

    >>> parents(np.array(["32.76.01.1001", "32.76.01.1002", "32.76.02.1001"], dtype=object)).tolist()
    ['32.76.01', '32.76.01', '32.76.02']
    """
    codes = [str(unit) for unit in units]
    if not all(_CODE.fullmatch(code) for code in codes):
        return None
    found = np.array([code.rsplit(".", 1)[0] for code in codes], dtype=object)
    count = np.unique(found, return_counts=True)[1]
    return found if 1 < len(count) and count.max() > 1 else None
