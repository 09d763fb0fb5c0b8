"""Which submissions count: not those rejected or incomplete, each only once and as last edited; one key sent twice is left to
people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise

import pandas as pd

from ...dictionary.sheets import fields_of, same_word
from ...disclosure.privacy import mask
from ...say import Text
from ...say.harmless import short
from . import texts
from .lines import ACTIVITY, key_of, line_of
from .standing import Standing

_REJECTED = ("not approved", "rejected")


@dataclass(frozen=True)
class Event:
    """What became of a submission: `what` is a key of `texts.WHAT`; line the key of its line; old, new the values of a column."""

    what: str
    line: str
    column: str = ""
    old: str = ""
    new: str = ""
    sent: str = ""
    phone: str = ""

    def __post_init__(self) -> None:
        for name in ("line", "old", "new"):
            object.__setattr__(self, name, mask(getattr(self, name)))


@dataclass
class Settled:
    """rows : the answers that count, one a submission; events : what became of the others; twice : positions of rows with one key
    that differ; lines : of the sheet that rows fill in, and of which row each is. lang : in which lines are called.
    became : of each submission, by its position in the export, a key of `texts.BECAME`; aside : of those that are incomplete the
    columns without an answer; differ : of each the columns that say otherwise than what the phone computes them from, and
    what that is; mixed : pairs of submissions of different lines that have one id."""

    rows: pd.DataFrame
    about: pd.DataFrame
    lang: str
    events: list[Event] = field(default_factory=list)
    twice: list[list[int]] = field(default_factory=list)
    lines: pd.DataFrame = field(default_factory=pd.DataFrame)
    of: list[int] = field(default_factory=list)
    became: dict[int, str] = field(default_factory=dict)
    aside: dict[int, list[str]] = field(default_factory=dict)
    differ: dict[int, dict[str, str]] = field(default_factory=dict)
    mixed: list[list[int]] = field(default_factory=list)


def settle(sheet: str, rows: pd.DataFrame, about: pd.DataFrame, lang: str, standing: Standing) -> Settled:
    """rows : answers as text, numbers of cards among them, so that two are not taken for one; about : of each its roles (uuid,
    root, sent, ...) as text, "" where unknown; standing : the complete lines of the workbook; those of `rows` are
    added."""
    about = about.assign(**{role: about[role].str.removeprefix("uuid:") for role in ("uuid", "root", "replaces")})
    done = Settled(rows, about, lang)
    _leave_out(sheet, done)
    _once(sheet, done, standing.key)
    _leave_aside(sheet, done, standing)
    _one_line_a_key(sheet, done)
    done.became |= dict.fromkeys(map(int, done.rows.index), "taken")
    for at in done.rows.index:
        _without_photo(sheet, done, at)
    return done


def when_and_where(about: pd.Series) -> tuple[str, str]:
    """When a submission was finished or sent, and by whom or on which phone."""
    sent = (about["end"] or about["sent"])[:16].replace("T", " ")
    return mask(sent), short(mask(" ".join(part for part in (about["by"], about["phone"]) if part)), 60)


def _event(what: str, sheet: str, done: Settled, at: int, **more: str) -> None:
    sent, phone = when_and_where(done.about.loc[at])
    line = line_of(sheet, done.rows.loc[at].to_dict(), done.lang)
    done.events.append(Event(what, line, sent=sent, phone=phone, **more))


def _keep(done: Settled, out: Iterable[int], what: str) -> None:
    out = set(out)
    done.became |= dict.fromkeys(map(int, out), what)
    left = [at for at in done.rows.index if at not in out]
    done.rows, done.about = done.rows.loc[left], done.about.loc[left]


def _leave_out(sheet: str, done: Settled) -> None:
    """Submissions that the office rejected, and those that are still encrypted."""
    review = done.about["review"].str.casefold().str.removeprefix("validation_status_").str.replace("_", " ")
    rejected = done.rows.index[review.isin(_REJECTED)]
    closed = done.rows.index[(done.about["status"] != "").to_numpy()].difference(rejected)
    for what, out in (("rejected", rejected), ("encrypted", closed)):
        for at in out:
            _event(what, sheet, done, at, new=done.about.loc[at, "review" if what == "rejected" else "status"])
        _keep(done, out, what)


def _once(sheet: str, done: Settled, key: list[str]) -> None:
    """Of one submission that stands several times, the one that was edited last."""
    out: set[int] = set()
    for group in _same_submission(done.about):
        different = done.rows.loc[group].drop_duplicates()
        if mixed := _of_two_lines(done, group, [column for column in key if column in done.rows]):
            done.mixed.append(mixed)
            continue
        last = group[0] if len(different) == 1 else _last(done.about.loc[group])
        if last is None:
            continue  # two versions without an order: the line of both stands twice, and is told as such
        for at in group:
            if at != last:
                alike = done.rows.loc[at].equals(done.rows.loc[last])
                _event("copy", sheet, done, at) if alike else _differences("edited", sheet, done, at, last)
        out |= set(group) - {last}
    _keep(done, out, "again")
    for at in done.rows.index[(pd.to_numeric(done.about["edits"], errors="coerce") > 0).to_numpy()]:
        _event("corrected", sheet, done, at, new=done.about.loc[at, "edits"])


def _of_two_lines(done: Settled, group: list[int], key: list[str]) -> list[int]:
    """The first two of a group that have one id and are of different lines, which no edit on a server makes; none for others."""
    keys = done.rows.loc[group, key].map(same_word).agg(tuple, axis=1)
    whole = [at for at in group if all(keys[at]) and done.about.at[at, "uuid"] and not done.about.at[at, "replaces"]]
    pairs = ([one, other] for one, other in combinations(whole, 2) if keys[one] != keys[other])
    return next((pair for pair in pairs if done.about.loc[pair, "uuid"].nunique() == 1), [])


def _same_submission(about: pd.DataFrame) -> Iterator[list[int]]:
    """Groups of lines that are one submission: by their id, by the first id it had, by the id that an edit replaced."""
    first: dict[str, str] = {}

    def root(name: str) -> str:
        while first.get(name, name) != name:
            name = first[name]
        return name

    names = about[["uuid", "root", "replaces"]].to_dict("records")
    for row in names:
        known = [name for name in row.values() if name]
        for name in known[1:]:
            first[root(name)] = root(known[0])
    groups: dict[str, list[int]] = {}
    for at, row in zip(about.index, names, strict=True):
        name = next((name for name in row.values() if name), f"\x00{at}")
        groups.setdefault(root(name), []).append(at)
    yield from (group for group in groups.values() if len(group) > 1)


def _last(about: pd.DataFrame) -> int | None:
    """The line edited last: the one that no other replaces, else the latest; None where times do not tell."""
    replaced = set(about["replaces"]) - {""}
    left = about.index[~about["uuid"].isin(replaced)]
    if replaced and len(left) == 1:
        return int(left[0])
    order = _in_time(about)
    return order[-1] if order else None


def _in_time(about: pd.DataFrame) -> list[int]:
    """Lines from the earliest to the latest; none where two have one time, or one has none."""
    for role in ("end", "sent"):
        times = pd.to_datetime(about[role], errors="coerce", utc=True, format="ISO8601")
        if times.notna().all() and times.is_unique:
            return [int(at) for at in times.sort_values().index]
    return []


def _differences(what: str, sheet: str, done: Settled, old: int, new: int) -> None:
    before, after = done.rows.loc[old], done.rows.loc[new]
    for column in done.rows:
        if before[column] != after[column]:
            _event(what, sheet, done, new, column=column, old=before[column], new=after[column])


def _one_line_a_key(sheet: str, done: Settled) -> None:
    """Two submissions of one key: the same answers are one line, a later report of one activity updates it, others stay."""
    key = [column for column in key_of(sheet) if column in done.rows]
    numbers = {f["name"] for f in fields_of(sheet) if f["type"] == "integer"}
    spelled = done.rows[key].apply(lambda column: column.map(_number if column.name in numbers else same_word))
    required = [f["name"] for f in fields_of(sheet) if f["name"] in key and f.get("constraints", {}).get("required")]
    whole = (spelled[required] != "").all(axis=1)
    out: set[int] = set()
    twice: list[list[int]] = []
    again = spelled[whole].duplicated(keep=False)
    for _, group in spelled[whole][again].groupby(key, sort=False):
        lines = [int(at) for at in group.index]
        different = done.rows.loc[lines].drop_duplicates()
        for at in done.rows.loc[lines].index.difference(different.index):
            _event("same", sheet, done, at)
            out.add(int(at))
        lines = [int(at) for at in different.index]
        if len(lines) == 1:
            continue
        order = _in_time(done.about.loc[lines]) if sheet == "deliveries" and _one_activity(different) else []
        if not order:
            twice.append(lines)
            continue
        for old, new in pairwise(order):
            blank = done.rows.loc[new] == ""
            done.rows.loc[new] = done.rows.loc[new].where(~blank, done.rows.loc[old])  # no answer takes nothing back
            _differences("updated", sheet, done, old, new)
            out.add(old)
    _keep(done, out, "again")
    position = {at: n for n, at in enumerate(done.rows.index)}
    done.twice = [[position[at] for at in lines] for lines in twice]


def _number(text: str) -> str:
    """A whole number as every phone and spreadsheet writes it alike.

    >>> _number("005"), _number("0"), _number("")
    ('5', '0', '')
    """
    return text.lstrip("0") or text[-1:]


def _one_activity(lines: pd.DataFrame) -> bool:
    return all(lines[column].map(same_word).nunique() == 1 for column in ACTIVITY if column in lines)


def _leave_aside(sheet: str, done: Settled, standing: Standing) -> None:
    """Submissions without an answer that the sheet requires, and scorecards without any; but those whose line stands complete,
    in the workbook or as another submission, are not needed any more."""
    standing.add(done.rows)
    there: set[int] = set()
    for at, row in zip(done.rows.index, done.rows.to_dict("records"), strict=True):
        lacking = standing.lacking(row)
        if not lacking:
            continue
        other = standing.differing(row)
        if other is None:
            done.aside[int(at)] = lacking
            _event("half", sheet, done, at, column=", ".join(lacking))
            continue
        there.add(int(at))
        for column in other or [""]:
            _event("there", sheet, done, at, column=column, old=row.get(column, ""))
    _keep(done, there, "there")
    _keep(done, done.aside, "aside")


def _without_photo(sheet: str, done: Settled, at: int) -> None:
    """A submission whose photo was taken and is not there yet."""
    about = done.about.loc[at]
    present, expected = (pd.to_numeric(about[role], errors="coerce") for role in ("present", "expected"))
    if expected > present or about["photo"] and not about["photo_url"]:
        _event("photo", sheet, done, at)


def counts(events: Iterable[Event]) -> list[Text]:
    """One sentence for each thing that became of submissions, with how many; cells of one submission count once."""
    found: dict[str, list[tuple[str, str]]] = {}
    for event in events:
        lines = found.setdefault(event.what, [])
        if not event.column or not lines or lines[-1] != (event.line, event.sent):
            lines.append((event.line, event.sent))
    return [texts.COUNTED[what].fill(n=len(lines)) for what, lines in found.items() if what in texts.COUNTED]
