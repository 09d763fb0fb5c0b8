"""Rules between cells: a part above its whole, a name that belongs to another code, households across waves."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from ...dictionary.sheets import VILLAGE, city_dictionary, fields_of, label_of
from ...places.names import plain_name
from ...say import Text
from .places import Places
from .texts import rules as texts

# what a rule calls: positions of rows, column, rule, remedy
Tell = Callable[[np.ndarray, str, Text, Text], None]


def check_keys(name: str, text: pd.DataFrame, rows: np.ndarray, tell: Tell) -> None:
    """No line stands twice. `text` is the plain text of the lines, `rows` their places (from 0); lines that lack a
    required part of the key are left to that fault."""
    schema = city_dictionary().resource(name)["schema"]
    key = schema.get("primaryKey", [])
    if not key or not set(key) <= set(text):
        return
    required = [f["name"] for f in schema["fields"] if f["name"] in key and f.get("constraints", {}).get("required")]
    whole = text.loc[(text[required] != "").all(axis=1), key]
    for column in (f["name"] for f in schema["fields"] if f["name"] in key and f["type"] == "integer"):
        whole = whole.assign(**{column: whole[column].str.lstrip("0")})  # RT 001 is RT 1
    first = pd.Series(whole.index, index=whole.index).groupby([whole[k] for k in key]).transform("first")
    for position, original in first[first != first.index].items():
        line = int(rows[original]) + 1
        tell(
            np.array([position]),
            key[-1],
            texts.LINE_TWICE.fill(key=[label_of(name, k) for k in key], line=line),
            texts.REMOVE_OR_MEND,
        )


def check_parts(name: str, table: pd.DataFrame, tell: Tell) -> None:
    """Every column that the dictionary bounds by another: volumes by their totals, children by members."""
    for field in fields_of(name):
        whole, part = field.get("not_above"), field["name"]
        if not whole or part not in table or whole not in table:
            continue
        above = (table[part].astype("float64") > table[whole].astype("float64") * (1 + 1e-12)).to_numpy(bool)
        said = label_of(name, whole)
        tell(np.flatnonzero(above), part, texts.ABOVE_WHOLE.fill(whole=said), texts.CHECK_WHOLE.fill(whole=said))


def check_names(table: pd.DataFrame, places: Places, tell: Tell) -> None:
    """Names beside village codes are those of the list of areas."""
    for column, of in (("village", lambda code: places.names.get(code, "")), ("district", places.district)):
        if column not in table or "village_code" not in table:
            continue
        pairs = table[["village_code", column]].dropna().drop_duplicates()
        for code, name in pairs.itertuples(index=False):
            right = of(code)
            if right and plain_name(name) != plain_name(right):
                rows = np.flatnonzero(((table["village_code"] == code) & (table[column] == name)).to_numpy(bool, na_value=False))
                tell(rows, column, texts.NAME_NOT_OF_CODE.fill(code=code, name=right), texts.WRITE_NAME.fill(name=right))


def check_deliveries(deliveries: pd.DataFrame, households: pd.DataFrame | None, tell: Tell) -> None:
    """A household that an activity names stands in the sheet of households."""
    if households is None or households.empty or "household_id" not in deliveries:
        return
    strange = deliveries["household_id"].notna() & ~deliveries["household_id"].isin(households["household_id"])
    rows = np.flatnonzero(strange.to_numpy(bool))
    tell(rows, "household_id", texts.HOUSEHOLD_UNKNOWN, texts.ADD_HOUSEHOLD)


RANKED_OR_DRAWN = ("score", "potential", "draw")  # ways of choosing that take sites out of a list of candidates
_PLACE = [VILLAGE, "rw", "rt"]
_ID_PARTS = re.compile(r"\d+|[^\W\d_]+")


def check_choice(sites: pd.DataFrame, candidates: pd.DataFrame, tell_sites: Tell, tell_candidates: Tell) -> None:
    """How sites were chosen: each among its candidates, figures for those not chosen too, a seed with its list, no figure
    from after the start."""
    late = (sites["ranking_year"] > sites["year"]).fillna(False).to_numpy(bool)
    tell_sites(np.flatnonzero(late), "ranking_year", texts.RANKED_AFTER_START, texts.CHECK_RANKING_YEAR)
    chosen = sites.assign(position=np.arange(len(sites))).dropna(subset=["year", VILLAGE])
    listed = candidates.assign(position=np.arange(len(candidates))).dropna(subset=["year", VILLAGE])
    seeded = chosen[chosen["draw_seed"].notna() & ~chosen["year"].isin(listed["year"])]
    tell_sites(seeded["position"].to_numpy(), "draw_seed", texts.SEED_ALONE, texts.LIST_CANDIDATES)
    for year, those in listed.groupby("year"):
        here = chosen[chosen["year"] == year]
        from_list = here[here["chosen_by"].isin(RANKED_OR_DRAWN)]
        strange = from_list.loc[~_among(from_list, those), "position"].to_numpy()
        tell_sites(strange, VILLAGE, texts.NOT_A_CANDIDATE.fill(year=int(year)), texts.ADD_CANDIDATE)
        won = _among(those, here)
        valued = those["figure"].notna().to_numpy(bool)
        if won.all():
            tell_candidates(those["position"].to_numpy(), VILLAGE, texts.ONLY_CHOSEN.fill(year=int(year)), texts.LIST_CANDIDATES)
        elif valued.any() and not valued[~won].any() and won.any():
            tell_candidates(those.loc[valued, "position"].to_numpy(), "figure", texts.FIGURE_ONLY_CHOSEN, texts.FILL_FIGURES)


def _among(places: pd.DataFrame, others: pd.DataFrame) -> np.ndarray:
    """Which places stand among the others: the same village, and the same RW and RT where both say them."""
    pairs = places.reset_index(drop=True).reset_index()[["index", *_PLACE]].merge(others[_PLACE], on=VILLAGE)
    same = np.ones(len(pairs), bool)
    for part in _PLACE[1:]:
        ours, theirs = pairs[f"{part}_x"], pairs[f"{part}_y"]
        same &= (ours.isna() | theirs.isna() | (ours == theirs).fillna(False)).to_numpy(bool)
    return np.isin(np.arange(len(places)), pairs.loc[same, "index"])


def check_waves(households: pd.DataFrame, tell: Tell) -> None:
    """The same household over the waves: one group, one card, one place unless it moved, and a first wave."""
    need = {"household_id", "wave", "status"}
    if not need <= set(households) or households.empty:
        return
    rows = households.assign(position=np.arange(len(households))).dropna(subset=["household_id", "wave"])
    rows = rows.drop_duplicates(["household_id", "wave"]).sort_values(["household_id", "wave"], kind="stable")
    again = rows["household_id"].eq(rows["household_id"].shift())
    _joined(rows, ~again, tell)
    if "assisted" in rows:
        _steady(rows, again, "assisted", tell)
    _moved(rows, again, tell)
    if "no_kk" in rows:
        _cards(rows, again, tell)


def alike_ids(households: pd.DataFrame) -> list[list[int]]:
    """Ids of one RT that may be one household spelled otherwise: of each such id the position of its first line, in order.

    >>> rows = pd.DataFrame({"household_id": ["KK-0146", "KK-0147", "kk 146"], VILLAGE: "32.76.11.1001", "rw": 1, "rt": 2})
    >>> alike_ids(rows)
    [[0, 2]]
    """
    rows = households.assign(position=np.arange(len(households))).dropna(subset=["household_id"])
    rows = rows.drop_duplicates(["household_id", *_PLACE])
    spelled = rows["household_id"].map(id_parts)
    groups = rows[spelled.map(bool).astype(bool)].groupby([spelled, *_PLACE], sort=False, dropna=False)["position"]
    return [group.tolist() for _, group in groups if len(group) > 1]


def id_parts(household: str) -> tuple[str, ...]:
    """The words and numbers of an id, without case, signs, blanks and leading zeros: what is left of it on the phone.

    >>> id_parts("KK-0146") == id_parts("kk 146"), id_parts("1-23") == id_parts("12-3")
    (True, False)
    """
    return tuple(part.lstrip("0") or "0" for part in _ID_PARTS.findall(household.casefold()))


def check_ids(households: pd.DataFrame, lines: Sequence[int | Text], tell: Tell) -> None:
    """No id stands twice in an RT in two spellings; lines: what each line is called."""
    if not {"household_id", *_PLACE} <= set(households):
        return
    for first, *others in alike_ids(households):
        for other in others:
            ids = [str(households["household_id"].iloc[at]) for at in (first, other)]
            rule = texts.ALIKE_IDS.fill(ids=ids, lines=[lines[at] for at in (first, other)])
            tell(np.array([other]), "household_id", rule, texts.SPELL_ALIKE)


def _joined(rows: pd.DataFrame, first: pd.Series, tell: Tell) -> None:
    late = first & (rows["wave"] > 0) & rows["status"].ne("joined_later").fillna(True)
    tell(_where(rows, late), "wave", texts.NOT_IN_FIRST_WAVE, texts.ADD_FIRST_WAVE)


def _where(rows: pd.DataFrame, bad: pd.Series) -> np.ndarray:
    return rows.loc[bad.to_numpy(bool), "position"].to_numpy()


def _steady(rows: pd.DataFrame, again: pd.Series, column: str, tell: Tell) -> None:
    before = rows[column].shift()
    changed = again & rows[column].notna() & before.notna() & rows[column].ne(before).fillna(False)
    tell(_where(rows, changed), column, texts.SIDE_CHANGED, texts.KEEP_SIDE)


def _moved(rows: pd.DataFrame, again: pd.Series, tell: Tell) -> None:
    told = rows["status"].eq("moved").fillna(False)
    for column in ("village_code", "rw", "rt"):
        if column not in rows:
            continue
        before = rows[column].shift()
        changed = again & ~told & rows[column].notna() & before.notna() & rows[column].ne(before).fillna(False)
        tell(_where(rows, changed), column, texts.PLACE_CHANGED, texts.SAY_MOVED)
        told = told | changed.fillna(False)  # one line for one move


def _cards(rows: pd.DataFrame, again: pd.Series, tell: Tell) -> None:
    card = rows["no_kk"]
    before = card.shift()
    changed = again & card.notna() & before.notna() & card.ne(before).fillna(False) & rows["status"].ne("moved").fillna(True)
    tell(_where(rows, changed), "no_kk", texts.CARD_CHANGED, texts.CHECK_CARD_OR_ID)
    owners = rows[card.notna()].drop_duplicates(["no_kk", "household_id"])
    second = owners[owners.duplicated("no_kk")]
    tell(second["position"].to_numpy(), "no_kk", texts.CARD_OF_ANOTHER, texts.ONE_ID)
