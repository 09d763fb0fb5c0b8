"""Families to revisit, by their id and RT alone: a choice of the form from the second wave on, so that waves join."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from ..dictionary.sheets import VILLAGE, fields_of
from ..identity.hidden import holds_identity_number
from ..say import Text
from . import texts
from .place import NONE, OTHER, Place, from_list
from .question import ASKED, LISTED, SEARCHED, Choice, Lists, Question, question_of

ID = "household_id"
SEEN = ("interviewed", "moved", "joined_later")  # outcomes of a visit at which the family answers
_LIST = "family"
_NUMBER = re.compile(r"(?=.*\d)[\w./-]{1,40}", re.ASCII)  # a number of the city's own: no name, and no sign a form cannot hold


@dataclass(frozen=True)
class Families:
    """rows: household_id, village_code, rw, rt, assisted of each family to revisit; missing: why others are not among them;
    visited: how many of them because this wave has their visit already."""

    rows: pd.DataFrame
    missing: tuple[Text, ...]
    visited: int = 0


def to_revisit(households: pd.DataFrame, wave: int) -> Families:
    """Families interviewed in an earlier wave that still exist and were not visited in this one, at their last known RT."""
    rows = households.sort_values([ID, "wave"], kind="stable")
    earlier = rows[(rows["wave"] < wave).fillna(False).astype(bool)]
    whole = earlier.dropna(subset=[ID, VILLAGE, "rt", "assisted", "status"])
    last = whole.drop_duplicates(ID, keep="last")
    seen = set(whole.loc[whole["status"].isin(SEEN), ID])
    done = set(rows.loc[rows["wave"].eq(wave).fillna(False).astype(bool), ID].dropna())
    odd = ~last[ID].map(lambda name: bool(_NUMBER.fullmatch(name)) and not holds_identity_number(name)).astype(bool)
    gone = last["status"].eq("dissolved") | ~last[ID].isin(seen)
    already = last[ID].isin(done)
    told = (
        (texts.LINES_INCOMPLETE, len(earlier) - len(whole)),
        (texts.ID_UNFIT, int(odd.sum())),
        (texts.ALREADY_VISITED, int((already & ~odd).sum())),
        (texts.NOT_TO_REVISIT, int((gone & ~already & ~odd).sum())),
    )
    left = last[~(odd | gone | already)]
    missing = tuple(text.fill(n=n) for text, n in told if n)
    return Families(left[[ID, VILLAGE, "rw", "rt", "assisted"]].reset_index(drop=True), missing, int((already & ~odd).sum()))


def ask_family(families: pd.DataFrame, place: Place, lists: Lists) -> list[Question]:
    """Which family of the RT, or a new one, whose id and side are then asked."""
    fields = {f["name"]: f for f in fields_of("households")}
    lists.add(_LIST, [*map(_choice, families.itertuples(index=False)), Choice(_LIST, OTHER, texts.NEW_FAMILY)])
    chosen = f"${{{LISTED}{ID}}}"
    new = new_family(place)
    side = "/".join((f"instance('{_LIST}')", "root", f"item[name = {chosen}]", "assisted"))
    same_rt = f"{VILLAGE} = ${{{VILLAGE}}} and rw = ${{{LISTED}rw}} and rt = ${{{LISTED}rt}}"
    return [
        Question(
            f"select_one {_LIST}",
            f"{LISTED}{ID}",
            texts.FAMILY,
            required=True,
            relevant=from_list(f"${{{LISTED}rt}}"),
            choice_filter=f"name = '{OTHER}' or ({same_rt})",
            appearance=SEARCHED,
        ),
        question_of("households", fields[ID], lists, name=f"{ASKED}{ID}", label=texts.NEW_ID, relevant=new),
        Question("calculate", ID, calculation=f"if({new}, ${{{ASKED}{ID}}}, {chosen})"),
        question_of("households", fields["assisted"], lists, name=f"{ASKED}assisted", relevant=new),
        Question("calculate", "assisted", calculation=f"if({new}, ${{{ASKED}assisted}}, {side})"),
    ]


def new_family(place: Place) -> str:
    """The condition under which the family is not in the list."""
    return f"{place.typed} or ${{{LISTED}{ID}}} = '{OTHER}'"


def _choice(row: tuple) -> Choice:
    name, village, rw, rt, assisted = row
    rw = NONE if pd.isna(rw) else str(rw)
    label = texts.IN_RT.fill(name=name, rt=rt) if rw == NONE else texts.IN_RT_RW.fill(name=name, rt=rt, rw=rw)
    return Choice(_LIST, name, label, {VILLAGE: village, "rw": rw, "rt": str(rt), "assisted": "yes" if assisted else "no"})
