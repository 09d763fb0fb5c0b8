"""Whether enough places have a figure of a year to compare them: new years come province by province, added ones one by one."""

from __future__ import annotations

import pandas as pd

MOST_HAVE = 0.8  # of the places; a median or a rank among fewer would move with who reports


def newest_of_most(rows: pd.DataFrame, places: int) -> int | None:
    """The newest year in which most of `places` have a row; None where no year has so many.

    >>> newest_of_most(pd.DataFrame({"area_code": ["a", "b", "a"], "year": [2025, 2025, 2026]}), 2)
    2025
    """
    each = rows.groupby("year")["area_code"].nunique()
    enough = each[each >= MOST_HAVE * places]
    return None if enough.empty else int(enough.index.max())
