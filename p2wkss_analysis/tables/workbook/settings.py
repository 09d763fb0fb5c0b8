"""Settings of a workbook: words from a list, numbers, names of columns; and the rule by which households were chosen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from ...dictionary.sheets import fields_of, label_of, labels_of, same_word, values_by_word
from ...rule import HouseholdRule
from ...say import LANGUAGES, Text, one_text
from ...say.errors import WrongUse
from ..cells import Cell, read_number, read_word
from .columns import UNREAD
from .rules import Tell
from .texts import rules as texts

RULE, COLUMN, WITHIN, CUT, QUOTAS = (
    "household_rule",
    "household_rule_column",
    "household_rule_within_rt",
    "household_rule_cut",
    "household_rule_quotas",
)
WEIGHTS = {
    "weight_slum": "slum",
    "weight_poverty": "poverty",
    "weight_human_development": "human_development",
}  # setting to aspect
FIGURE, DECILE, CHANCE = "choice_figure", "registry_decile", "draw_chance_percent"
_LABELS = {column: label_of("households", column) for column in (FIGURE, DECILE, CHANCE)}
NEEDS_FIGURE = ("register", "score", "baseline")
USED_BY = {  # a setting beside the rule, and the rules that use it
    COLUMN: ("register", "score", "baseline", "whole_rt", "next_year"),
    WITHIN: ("draw", "register", "score", "baseline", "next_year"),
    CUT: ("register", "score", "baseline", "next_year"),
    QUOTAS: ("register", "score", "next_year"),
}


def settle_settings(settings: pd.DataFrame, tell: Tell) -> pd.DataFrame:
    """The plain text of the sheet `settings` with every setting read as the dictionary says: a word of its list as its value,
    a number with a point, columns of the sheet households by their names. What cannot be read is a fault."""
    if not {"setting", "value"} <= set(settings):
        return settings
    kinds = {c["value"]: c for c in fields_of("settings")[0]["categories"]}
    values = settings["value"].tolist()
    for position, (name, text) in enumerate(zip(settings["setting"], values, strict=True)):
        if name not in kinds or not text or text.startswith(UNREAD):
            continue
        cell = _read(kinds[name], text)
        if cell.rule is not None and cell.remedy is not None:
            tell(np.array([position]), "value", cell.rule, cell.remedy)
        values[position] = cell.text
    return settings.assign(value=pd.Series(values, index=settings.index, dtype="str"))


def _read(setting: Mapping, text: str) -> Cell:
    reads = setting.get("reads")
    if offered := answers_of(setting):
        listed = {"type": "string", "categories": offered}
        return read_word(text, values_by_word(listed), labels_of(listed))
    if reads == "number":
        cell, (least, most) = read_number(text, percent="%" in setting["label"]["id"]), setting.get("limits", (-np.inf, np.inf))
        if cell.rule is None and setting.get("whole") and float(cell.text) % 1:
            return Cell(rule=texts.MUST_BE_WHOLE, remedy=texts.WRITE_TWO)
        if cell.rule is not None or least <= float(cell.text) <= most:
            return cell
        return Cell(rule=texts.OUTSIDE_LIMITS.fill(least=least, most=most), remedy=texts.CHECK_NUMBER)
    return _columns(text, reads) if reads else Cell(text)


def answers_of(setting: Mapping) -> list[dict]:
    """The words from which a setting is chosen, {value, label}; none where it is typed freely."""
    if setting.get("reads") == "village_figure":
        return [{"value": f["name"], "label": f["label"]} for f in fields_of("villages") if "figure" in f]
    return setting.get("answers", [])


def _columns(text: str, kind: str) -> Cell:
    """Names of columns of the sheet households, separated by commas; their labels are read too."""
    fits = {
        "numbers": lambda f: f["type"] in ("number", "integer"),
        "yes_no": lambda f: f["type"] == "boolean" or {"yes", "no"} <= set(f.get("constraints", {}).get("enum", ())),
    }[kind]
    fields = [f for f in fields_of("households") if fits(f) and f["name"] != "wave"]
    known = {same_word(word): f["name"] for f in fields for word in (f["name"], *f["label"].values())}
    asked = [same_word(part) for part in re.split(r"[,;]", text) if part.strip()]
    strange = [part for part in asked if part not in known]
    if strange:
        rule = texts.NO_NUMBER_COLUMN if kind == "numbers" else texts.NO_YES_NO_COLUMN
        remedy = texts.WRITE_COLUMNS.fill(names=[Text.of(f["label"]) for f in fields])
        return Cell(rule=rule.fill(names=strange), remedy=remedy)
    return Cell(", ".join(dict.fromkeys(known[part] for part in asked)))


def household_rule(settings: Mapping[str, str], households: pd.DataFrame) -> HouseholdRule:
    """The rule as the settings state it; by "unknown" where they state none. WrongUse where they contradict each other.

    The figure that decided stands in the column `choice_figure` of the first visit, or in the columns that the settings name;
    the chance of each household in a draw in `draw_chance_percent`, where not all were in it.
    """
    by = settings.get(RULE) or "unknown"
    named = _names(settings.get(COLUMN))
    figure = {"draw": CHANCE, "unknown": None}.get(by, FIGURE)
    columns = named or ((figure,) if figure and _filled(households, figure) else ())
    cut = settings.get(CUT) or None
    return HouseholdRule(
        by,
        columns,
        _names(settings.get(QUOTAS)),
        "rt" if settings.get(WITHIN) == "yes" else None,
        None if cut is None else float(cut),
    )


def settings_of(rule: HouseholdRule) -> dict[str, str]:
    """What to fill in on the sheet `settings` for `household_rule` to give this rule; columns that the sheet households does not
    have are to be copied into `choice_figure`, and quotas on such columns cannot be stated.

    >>> settings_of(HouseholdRule("score", "need", within="rt"))
    {'household_rule': 'score', 'household_rule_within_rt': 'yes'}
    """
    own = {f["name"] for f in fields_of("households")} - {FIGURE, CHANCE}
    by = "register" if rule.by == "score" and rule.columns == ("registry_decile",) else rule.by
    said = {
        RULE: by,
        COLUMN: ", ".join(rule.columns) if set(rule.columns) <= own else "",
        WITHIN: "yes" if rule.within else "",
        CUT: "" if rule.cut is None else f"{rule.cut:g}",
        QUOTAS: ", ".join(q for q in rule.quotas if q in own),
    }
    return {name: value for name, value in said.items() if value}


def check_weights(settings: pd.DataFrame, tell: Tell) -> None:
    """The weights of the aspects are all there or none, and sum to 100."""
    if not {"setting", "value"} <= set(settings):
        return
    at = {name: position for position, name in enumerate(settings["setting"]) if name in WEIGHTS}
    given = {name: settings["value"].iloc[position] for name, position in at.items()}
    given = {name: text for name, text in given.items() if isinstance(text, str) and text}
    if not given or any(text.startswith(UNREAD) for text in given.values()):
        return
    total = sum(map(float, given.values()))
    if len(given) < len(WEIGHTS) or abs(total - 100) > 1e-6:
        rule = texts.WEIGHTS_INCOMPLETE.fill(n=len(given), all=len(WEIGHTS), total=f"{total:g}")
        tell(np.array([at[next(iter(given))]]), "value", rule, texts.ALL_OR_NO_WEIGHTS)


def check_household_rule(settings: pd.DataFrame, households: pd.DataFrame, tell: Tell) -> None:
    """The stated rule can be followed in the sheet of households: it has its figure, and its settings fit each other."""
    if not {"setting", "value"} <= set(settings):
        return
    at = {name: position for position, name in enumerate(settings["setting"])}
    stated = {
        name: text for name, text in zip(settings["setting"], settings["value"], strict=True) if isinstance(text, str) and text
    }

    def fault(name: str, rule: Text, remedy: Text) -> None:
        tell(np.array([at[name]]), "value", rule, remedy)

    if RULE not in stated:
        for name in (n for n in (COLUMN, WITHIN, CUT, QUOTAS) if n in stated):
            if RULE in at and str(settings["value"].iloc[at[RULE]]).startswith(UNREAD):
                return
            fault(name, texts.RULE_NOT_STATED, texts.STATE_RULE)
        return
    unused = [name for name, rules in USED_BY.items() if name in stated and stated[RULE] not in rules]
    for name in unused:
        rule = Text(*(shown_setting(RULE, stated[RULE], lang) for lang in LANGUAGES))
        fault(name, texts.NOT_USED_BY_RULE.fill(rule=rule), texts.EMPTY_OR_OTHER_RULE)
    if unused:
        return
    empty = [name for name in (*_names(stated.get(COLUMN)), *_names(stated.get(QUOTAS))) if not _filled(households, name)]
    visited = "wave" in households and bool((households["wave"] == 0).any())
    if visited and empty:
        named = COLUMN if set(empty) & set(_names(stated.get(COLUMN))) else QUOTAS
        said = [label_of("households", name) for name in empty]
        fault(named, texts.EMPTY_AT_FIRST_WAVE.fill(names=said), texts.FILL_OR_NAME_OTHER)
        return
    if stated[RULE] in NEEDS_FIGURE and COLUMN not in stated and not _filled(households, FIGURE):
        if visited:  # else there is no household yet
            by_visit = stated[RULE] == "baseline"
            remedy = (
                texts.NAME_FIRST_VISIT_FIGURE
                if by_visit
                else texts.FILL_FIGURE.fill(figure=_LABELS[FIGURE], decile=_LABELS[DECILE])
            )
            fault(RULE, texts.FIGURE_ABSENT, remedy)
        return
    try:
        household_rule(stated, households)
    except WrongUse as error:
        fault(RULE, Text(error.sentence("id"), error.sentence("en")), texts.MEND_RULE)


def shown_setting(name: str, value: Any, lang: str) -> Any:
    """The value of a setting as a person would choose it from its list or write it.

    >>> shown_setting("household_rule", "whole_rt", "id"), shown_setting("programme", "P2WKSS", "id")
    ('RT utuh', 'P2WKSS')
    """
    setting: dict = next((c for c in fields_of("settings")[0]["categories"] if c["value"] == name), {})
    if value and setting.get("reads") in ("numbers", "yes_no"):
        return ", ".join(label_of("households", column).say(lang) for column in _names(value))
    return next((Text.of(a["label"]).say(lang) for a in answers_of(setting) if value and a["value"] == value), value)


def rule_question(settings: Mapping[str, str], households: pd.DataFrame) -> Text | None:
    """What to ask the city where families of both sides were visited and nobody stated how they were chosen; else None."""
    if settings.get(RULE) or not {"assisted", "wave"} <= set(households):
        return None
    first = households.loc[(households["wave"] == 0).fillna(False).astype(bool), "assisted"].dropna()
    if first.nunique() < 2:
        return None
    held = []
    if _filled(households, CHANCE):
        held = [texts.CHANCE_HELD.fill(column=_LABELS[CHANCE])]
    elif _filled(households, FIGURE):
        held = [texts.FIGURE_HELD.fill(column=_LABELS[FIGURE])]
    elif _filled(households, DECILE):
        held = [texts.DECILE_HELD.fill(column=_LABELS[DECILE])]
    return one_text([texts.HOW_CHOSEN, *held, texts.UNTIL_THEN])


def draw_question(settings: Mapping[str, str], households: pd.DataFrame) -> Text | None:
    """What to ask where a draw near the cut decided and not as many are assisted as their chances say: whoever refuses after
    the draw is compared with those not drawn all the same."""
    if settings.get(RULE) != "draw" or not {"assisted", "wave", CHANCE} <= set(households):
        return None
    first = households[(households["wave"] == 0).fillna(False).astype(bool) & households["assisted"].notna()]
    inside = first[first[CHANCE].gt(0).fillna(False) & first[CHANCE].lt(100).fillna(False)]
    picked, found = float(inside[CHANCE].sum()) / 100, int(inside["assisted"].sum())
    if abs(picked - found) < max(1, len(inside) / 200):  # chances may be typed as whole percentages
        return None
    return texts.NOT_AS_DRAWN.fill(column=_LABELS[CHANCE], n=len(inside), picked=round(picked), found=found)


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split(",") if part.strip())


def _filled(households: pd.DataFrame, column: str) -> bool:
    """Whether any household has the figure at the first visit."""
    if column not in households or "wave" not in households:
        return False
    return bool(households.loc[(households["wave"] == 0).fillna(False).astype(bool), column].notna().any())
