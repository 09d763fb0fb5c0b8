"""Which heading of an export is which question: by its name or by its words in either language, below any group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ...say import LANGUAGES, Text
from ...say.harmless import one_line
from ...tables.profiles.profile import Profile, known_profiles
from .. import texts as of_forms
from ..form import SHEETS
from ..question import ASKED, LISTED, MARK, OF_PHONE, column_name
from ..scorecard import SCORES, asked_fields

# What KoboToolbox and ODK Central write beside the answers, and what it is here.
ROLES = {
    "_uuid": "uuid",
    "KEY": "uuid",
    "meta/rootUuid": "root",
    "meta/deprecatedID": "replaces",
    "start": "start",
    "end": "end",
    "deviceid": "phone",
    "DeviceID": "phone",
    "_submission_time": "sent",
    "SubmissionDate": "sent",
    "_submitted_by": "by",
    "SubmitterName": "by",
    "_validation_status": "review",
    "ReviewState": "review",
    "AttachmentsPresent": "present",
    "AttachmentsExpected": "expected",
    "Edits": "edits",
    "Status": "status",
    "FormVersion": "version",
    "__version__": "version",
    MARK: "form",
}
_OTHERS = (
    "SubmitterID",
    "instanceID",
    "instanceName",
    "rootUuid",
    "deprecatedID",
    "today",
    "username",
    "subscriberid",
    "simserial",
)
_OF_SYSTEM = re.compile(r"_.*|(?:.*[/-])?meta[/-].*|formhub/.*")
_PHOTO = "photo"
DISTRICT = f"{LISTED}district"
_OF_COLUMN = {of_forms.FAMILY: "household_id", of_forms.NEW_ID: "household_id"}
_OF_COLUMN |= {text: column for column, text in of_forms.NUMBER_OF.items()}
_WAYS = {one_line(text.say(lang)): column for text, column in _OF_COLUMN.items() for lang in LANGUAGES}


@dataclass(frozen=True)
class Recognised:
    """columns, roles, helpers : column, role or helping question to its heading; unused : headings that nothing here knows;
    alike : pairs of headings of which each may be the question; profile : of scorecards; ways : helping headings to the
    column that a phone computes from them."""

    sheet: str
    columns: dict[str, str]
    roles: dict[str, str]
    helpers: dict[str, str]
    unused: tuple[str, ...]
    alike: tuple[tuple[str, str], ...] = ()
    profile: Profile | None = None
    ways: dict[str, str] = field(default_factory=dict)

    def fields(self) -> list[dict]:
        """What one submission fills in."""
        return asked_fields(self.sheet, self.profile)

    def missing(self) -> list[dict]:
        """The columns of the dictionary that a form asks and the export does not have."""
        return [f for f in asked_columns(self.sheet, self.profile) if f["name"] not in self.columns]


def asked_columns(sheet: str, profile: Profile | None) -> list[dict]:
    """The columns of a sheet that are asked on the phone."""
    return [f for f in asked_fields(sheet, profile) if "privacy" not in f and f.get("filled_by") != "office"]


def known_heading(heading: str) -> bool:
    """Whether some form, or what a system adds to it, has the heading."""
    return heading in ROLES or any(_column(heading, *form)[2] for form in _forms(None, None))


def recognise(headings: Iterable[str], sheet: str | None, profile: Profile | None) -> Recognised | None:
    """The headings read as those of a form of `sheet` and `profile`, or of those that know most; None where no form has them."""
    headings = list(headings)
    found = max((_read(headings, *form) for form in _forms(sheet, profile)), key=lambda read: len(read.columns))
    asked = asked_columns(found.sheet, found.profile)
    needed = {f["name"] for f in asked if f.get("constraints", {}).get("required")}
    enough = sheet or "form" in found.roles or len(found.columns) * 3 > len(asked)
    return found if enough and len(needed & set(found.columns)) * 2 > len(needed) else None


def _forms(sheet: str | None, profile: Profile | None) -> list[tuple[str, Profile | None]]:
    """Each form there is: of a sheet, of scorecards by profile."""
    cards = [profile] if profile else list(known_profiles().values())
    forms = [(name, card) for name in SHEETS for card in (cards if name == SCORES else [None])]
    return [form for form in forms if sheet in (None, form[0])]


def _read(headings: list[str], sheet: str, profile: Profile | None) -> Recognised:
    """Names first: beside a question named like a column, one that has only its words is a helping question. A heading without
    a group goes before one within, and a choice of several (`question/choice`, beside `question`) is no question."""
    columns: dict[str, str] = {}
    roles: dict[str, str] = {}
    helpers: dict[str, str] = {}
    left: set[str] = set()
    by_words: list[tuple[int, str, str]] = []
    at: dict[str, int] = {}  # below how many groups the heading of a column stands
    alike: list[tuple[str, str]] = []
    choices = {h for h in headings for found in re.finditer(r"[/-]", h) if h[: found.start()] in headings}
    for depth, heading, column, named in sorted(
        (_column(h, sheet, profile, h in choices) for h in headings), key=lambda found: found[0]
    ):
        role = ROLES.get(heading) or ROLES.get(heading.replace("meta-", "meta/")) or _below_groups(heading)
        if role and column is None:
            roles.setdefault(role, heading)
        elif column is None or named and column in columns:
            left.add(heading)
            if column is not None and at[column] == depth:
                alike.append((columns[column], heading))
        elif column in ("", DISTRICT, _PHOTO, f"{_PHOTO}_URL"):
            helpers[column or heading] = heading
        elif named:
            columns[column], at[column] = heading, depth
        else:
            by_words.append((depth, column, heading))
    told = set(columns)
    ways = {heading: column for heading in helpers if (column := _computed(heading)) in told}
    for depth, column, heading in by_words:
        if column in columns:
            helpers[heading] = heading
            if column in told:
                ways[heading] = column
            if column not in told and at[column] == depth:
                alike.append((columns[column], heading))
        else:
            columns[column], at[column] = heading, depth
    strange = (h for h in headings if h in left and not _OF_SYSTEM.fullmatch(h))
    unused = tuple(h for h in strange if not set(_parts(h)) & set(_OTHERS))
    return Recognised(sheet, columns, roles, helpers, unused, tuple(alike), profile, ways)


def _computed(heading: str) -> str:
    """The column that a phone computes from a helping question, by its name or words; "" for none."""
    for part in _parts(heading):
        if part.startswith((LISTED, ASKED)):
            return column_name(part.removeprefix(LISTED).removeprefix(ASKED))
        if part in _WAYS:
            return _WAYS[part]
    return ""


def _below_groups(heading: str) -> str | None:
    """The role of a question of the phone below a group."""
    return next((ROLES[part] for part in _parts(heading) if part in (*OF_PHONE, MARK)), None)


def _column(heading: str, sheet: str, profile: Profile | None, whole: bool = False) -> tuple[int, str, str | None, bool]:
    """Below how many groups a heading is one of the form's, the heading, its column ("" for a helping question, None for none),
    and whether by its name. whole: it is not looked for below a group."""
    names, words = _names(sheet, profile), _words(sheet, profile)
    for depth, part in enumerate(_parts(heading)):
        if depth and whole:
            break
        if part in names:
            return depth, heading, names[part], True
        if part.startswith((LISTED, ASKED)):
            return depth, heading, "" if part != DISTRICT else DISTRICT, True
        if part.removesuffix("_URL") in words:
            return depth, heading, words[part.removesuffix("_URL")] + ("_URL" if part.endswith("_URL") else ""), False
    return 0, heading, None, False


def asks_mark(heading: str) -> bool:
    """Whether a heading holds id and version of the form.

    >>> asks_mark("kunjungan/p2wkss_form"), asks_mark("p2wkss_form_lama")
    (True, False)
    """
    return MARK in _parts(heading)


def _parts(heading: str) -> Iterator[str]:
    """The heading whole, then without its groups one after the other."""
    heading = re.sub(r" \(\d+\)$", "", heading)  # a heading that stands again
    yield heading
    for found in re.finditer(r"[/-]", heading):
        yield heading[found.end() :]


@lru_cache
def _names(sheet: str, profile: Profile | None) -> dict[str, str]:
    names = {f["name"]: f["name"] for f in asked_fields(sheet, profile)}
    phone = {f"c{name}": name for name in names if column_name(f"c{name}") == name}
    return names | phone | {_PHOTO: _PHOTO, f"{_PHOTO}_URL": f"{_PHOTO}_URL"}


@lru_cache
def _words(sheet: str, profile: Profile | None) -> dict[str, str]:
    """What a question is called on the phone, in either language."""
    told = [(Text.of(f["label"]), f["name"]) for f in asked_fields(sheet, profile)]
    told += [(text, "") for text in _OF_COLUMN]
    told += [(of_forms.PHOTO, _PHOTO), (of_forms.EVIDENCE, _PHOTO), (of_forms.DISTRICT, DISTRICT)]
    return {one_line(text.say(lang)): name for text, name in told for lang in LANGUAGES}
