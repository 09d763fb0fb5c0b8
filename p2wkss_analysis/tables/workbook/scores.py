"""Rules of the sheet `scores`: names of profiles and items, and which column an item's answer belongs into."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..profiles.profile import Item, find_profile
from .rules import Tell
from .texts import rules as texts

MOST_CASES = 1_000_000


def by_their_keys(text: pd.DataFrame) -> pd.DataFrame:
    """The plain text of the sheet with known profiles and items by name, however they were spelled; others as typed.

    >>> typed = pd.DataFrame({"profile": ["KRPPA", "lomba"], "item": ["2", "kebun"]})
    >>> by_their_keys(typed).to_dict("list")
    {'profile': ['krppa', 'lomba'], 'item': ['disaggregated_data', 'kebun']}
    """
    if not {"profile", "item"} <= set(text) or text.empty:
        return text
    typed = list(zip(text["profile"], text["item"], strict=True))
    spelled = {pair: _key(*pair) for pair in set(typed)}
    return text.assign(profile=[spelled[pair][0] for pair in typed], item=[spelled[pair][1] for pair in typed]).astype("str")


def _key(profile: str, item: str) -> tuple[str, str]:
    known = find_profile(profile)
    if known is None:
        return profile, item
    found = known.find(item)
    return known.name, found.key if found else item


def check_scores(table: pd.DataFrame, tell: Tell) -> None:
    """Items of known profiles exist, and their answers are of the item's kind. Unknown profiles are a user's rubric."""
    rows = table.assign(position=np.arange(len(table))).dropna(subset=["profile", "item"])
    for name, lines in rows.groupby("profile", sort=False):
        profile = find_profile(name)
        if profile is None:
            continue
        known = lines["item"].isin(profile.keys())
        strange = lines.loc[~known, "position"].to_numpy()
        tell(
            strange,
            "item",
            texts.NO_SUCH_ITEM.fill(profile=profile.name),
            texts.CHOOSE_ITEM.fill(items=[item.labels for item in profile.items]),
        )
        for key, group in lines[known].groupby("item", sort=False):
            item = profile.find(key)
            if item is not None:
                _check_kind(item, group, tell)


def _check_kind(item: Item, group: pd.DataFrame, tell: Tell) -> None:
    where = group["position"].to_numpy()
    answered, valued = group["answer"].notna().to_numpy(), group["value"].notna().to_numpy()
    value = group["value"].to_numpy(dtype=float)
    rule = texts.ASKS[item.kind].fill(item=item.labels)
    if item.kind == "yes_no":
        tell(where[valued], "value", rule, texts.FILL_ANSWER)
        return
    tell(where[answered], "answer", rule, texts.FILL_VALUE)
    if item.kind == "percent":
        tell(where[value > 100], "value", texts.ABOVE_HUNDRED, texts.CHECK_FRACTION)
    elif item.kind in ("zero", "count"):
        odd = valued & ((value % 1 != 0) | (value > MOST_CASES))
        tell(where[odd], "value", texts.NO_COUNT, texts.WRITE_COUNT)
