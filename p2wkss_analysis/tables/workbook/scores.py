"""Rules of the sheet `scores`: names of profiles and items, and which column an item's answer belongs into."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..profiles.profile import Item, find_profile
from .rules import Tell

MOST_CASES = 1_000_000
_ASKS = {
    "yes_no": ("dijawab ya atau tidak", "is answered by yes or no"),
    "percent": ("adalah persentase", "is a percentage"),
    "zero": ("menghitung kasus", "counts cases"),
    "count": ("adalah jumlah", "is a count"),
    "points": ("adalah angka", "is a number of points"),
}


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
        listed = [", ".join(f"{item.key} ({item.label(lang)})" for item in profile.items) for lang in ("id", "en")]
        tell(
            lines.loc[~known, "position"].to_numpy(),
            "item",
            (f"butir ini tidak ada dalam profil {profile.name}.", f"the profile {profile.name} has no such item."),
            (f"Pilih salah satu: {listed[0]}.", f"Choose one of: {listed[1]}."),
        )
        for key, group in lines[known].groupby("item", sort=False):
            _check_kind(profile.find(key), group, tell)


def _check_kind(item: Item, group: pd.DataFrame, tell: Tell) -> None:
    where = group["position"].to_numpy()
    answered, valued = group["answer"].notna().to_numpy(), group["value"].notna().to_numpy()
    value = group["value"].to_numpy(dtype=float)
    rule = tuple(f"{which} {item.key} {says}." for which, says in zip(("butir", "the item"), _ASKS[item.kind], strict=True))
    if item.kind == "yes_no":
        tell(
            where[valued],
            "value",
            rule,
            ("Isi kolom answer, dan kosongkan value.", "Fill the column answer, and leave value empty."),
        )
        return
    tell(
        where[answered],
        "answer",
        rule,
        ("Isi angkanya di kolom value, dan kosongkan answer.", "Write the number in the column value, and leave answer empty."),
    )
    if item.kind == "percent":
        tell(
            where[value > 100],
            "value",
            ("persentase lebih dari 100.", "a percentage above 100."),
            ("Periksa pembilang dan penyebutnya.", "Check numerator and denominator."),
        )
    elif item.kind in ("zero", "count"):
        tell(
            where[valued & ((value % 1 != 0) | (value > MOST_CASES))],
            "value",
            ("bukan bilangan bulat yang masuk akal.", "not a whole number that can be meant."),
            ("Tulis banyaknya sebagai bilangan bulat.", "Write how many, as a whole number."),
        )
