"""Where: district, village, RW and RT as choices that depend on each other, and typed where the workbook does not know them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ..dictionary.sheets import VILLAGE, fields_of
from ..say import Text
from . import texts
from .question import ASKED, LISTED, SEARCHED, Choice, Lists, Question, question_of

OTHER, NONE = "other", "none"  # names of choices: not in the list; no RW recorded


@dataclass(frozen=True)
class Place:
    """The questions of a place, and the condition under which its RT was typed because it is not in the list."""

    questions: list[Question]
    typed: str


def known_rts(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """village_code, rw, rt of every RT that the sheets name, in order; an RW that is not recorded is missing."""
    columns = [VILLAGE, "rw", "rt"]
    found = pd.concat([table[columns] for table in tables if set(columns) <= set(table)] or [pd.DataFrame(columns=columns)])
    return found.dropna(subset=[VILLAGE, "rt"]).drop_duplicates().sort_values(columns, ignore_index=True)


def ask_place(sheet: str, villages: pd.DataFrame, rts: pd.DataFrame, lists: Lists) -> Place:
    """The questions of village, RW and RT. villages: area_code, name, district; those of `rts` offer their RT."""
    fields = {f["name"]: f for f in fields_of(sheet)}
    asked = [_village(sheet, fields[VILLAGE], villages, lists)] if villages.empty else _villages(sheet, fields, villages, lists)
    if villages.empty or rts.empty or "rt" not in fields:
        return Place([*asked, *(question_of(sheet, fields[c], lists) for c in ("rw", "rt") if c in fields)], "true()")
    rows = [(v, NONE if pd.isna(w) else str(w), str(t)) for v, w, t in rts[[VILLAGE, "rw", "rt"]].itertuples(index=False)]
    rws = dict.fromkeys((v, w) for v, w, _ in rows)
    other = {c: Choice(c, OTHER, texts.NOT_LISTED[c]) for c in ("rw", "rt")}
    lists.add("rw", [*(Choice("rw", w, _called("rw", w), {VILLAGE: v}) for v, w in rws), other["rw"]])
    lists.add("rt", [*(Choice("rt", t, _called("rt", t), {VILLAGE: v, "rw": w}) for v, w, t in rows), other["rt"]])
    listed = sorted({v for v, _ in rws})
    village, listed_rw, listed_rt = (f"${{{name}}}" for name in (VILLAGE, f"{LISTED}rw", f"{LISTED}rt"))
    here = f"selected('{' '.join(listed)}', {village})"
    unknown = "" if set(listed) >= set(villages["area_code"]) else f"({village} != '' and not({here})) or "
    typed_rw = f"{unknown}{listed_rw} = '{OTHER}'"
    typed_rt = f"{typed_rw} or {listed_rt} = '{OTHER}'"
    by_village = f"{VILLAGE} = {village}"
    chosen_rw = listed_rw if NONE not in {w for _, w in rws} else f"if({listed_rw} = '{NONE}', '', {listed_rw})"
    asked += [
        _choice("rw", fields["rw"], f"name = '{OTHER}' or {by_village}", here if unknown else f"{village} != ''"),
        question_of(sheet, fields["rw"], lists, name=f"{ASKED}rw", label=texts.NUMBER_OF["rw"], relevant=typed_rw),
        Question("calculate", "rw", calculation=f"if({typed_rw}, ${{{ASKED}rw}}, {chosen_rw})"),
        _choice("rt", fields["rt"], f"name = '{OTHER}' or ({by_village} and rw = {listed_rw})", from_list(listed_rw)),
        question_of(sheet, fields["rt"], lists, name=f"{ASKED}rt", label=texts.NUMBER_OF["rt"], relevant=typed_rt),
        Question("calculate", "rt", calculation=f"if({typed_rt}, ${{{ASKED}rt}}, {listed_rt})"),
    ]
    return Place(asked, typed_rt)


def from_list(answer: str) -> str:
    """The condition under which a choice was made and is one of the list."""
    return f"{answer} != '' and {answer} != '{OTHER}'"


def _village(sheet: str, field: dict, villages: pd.DataFrame, lists: Lists) -> Question:
    return question_of(sheet, field, lists, hint=texts.VILLAGE_CODE)


def _villages(sheet: str, fields: dict, villages: pd.DataFrame, lists: Lists) -> list[Question]:
    """District, then village; the district alone is not asked where there is one."""
    district = villages["area_code"].str[:8]
    rows = zip(villages["area_code"], villages["name"], district, strict=True)
    kind = lists.add("village", [Choice("village", code, Text(name, name), {"district": d}) for code, name, d in rows])
    several = district.nunique() > 1
    choice_filter = f"district = ${{{LISTED}district}}" if several else ""
    only = villages["area_code"].iloc[0] if len(villages) == 1 else ""
    told = {"type": kind, "constraint": "", "message": None, "choice_filter": choice_filter, "default": only}
    village = question_of(sheet, fields[VILLAGE], lists, **told, appearance=SEARCHED)
    if not several:
        return [village]
    names = dict(zip(district, villages["district"], strict=True))
    kind = lists.add("district", [Choice("district", code, Text(name, name)) for code, name in names.items()])
    return [Question(kind, f"{LISTED}district", texts.DISTRICT, required=True, appearance=SEARCHED), village]


def _choice(column: str, field: dict, choice_filter: str, relevant: str) -> Question:
    label = Text.of(field["label"])
    return Question(
        f"select_one {column}", f"{LISTED}{column}", label, required=True, choice_filter=choice_filter, relevant=relevant
    )


def _called(column: str, number: str) -> Text:
    return texts.NOT_RECORDED if number == NONE else texts.CALLED[column].fill(n=number)
