"""Profiles: the items a village is judged by, as data. KRPPA and RBI stand in `profiles/`; a contest's rubric is a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from ...dictionary.sheets import same_word
from ...say import Text


@dataclass(frozen=True)
class Item:
    """One item. `number` is the official one (None where none was found); `target` a value to reach (None: none given).

    In a rubric `weight` is the most points the item gives and `rule`, a key of RULES, how a percentage or count gives
    them; elsewhere both are missing (None, "").
    """

    key: str
    number: int | None
    kind: str
    labels: Text
    target: float | None = None
    weight: float | None = None
    rule: str = ""
    source: str = ""

    def label(self, lang: str | None = None) -> str:
        return self.labels.say(lang)

    def words(self) -> set[str]:
        """Every spelling of the item, as `same_word` gives it: key, labels, number."""
        number = {str(self.number)} if self.number is not None else set()
        return {same_word(w) for w in (self.key, self.labels.id, self.labels.en)} | number


@dataclass(frozen=True)
class Profile:
    """A set of items with its name, source and what is not known about it."""

    name: str
    labels: Text
    sources: Text
    notes: Text
    items: tuple[Item, ...]

    def label(self, lang: str | None = None) -> str:
        return self.labels.say(lang)

    def source(self, lang: str | None = None) -> str:
        return self.sources.say(lang)

    def note(self, lang: str | None = None) -> str:
        return self.notes.say(lang)

    def keys(self) -> tuple[str, ...]:
        return tuple(item.key for item in self.items)

    def find(self, word: str) -> Item | None:
        """The item that a spelling means (key, number, or label in either language), or None."""
        return self._spelled.get(same_word(word))

    @cached_property
    def _spelled(self) -> dict[str, Item]:
        said = {word: item for item in reversed(self.items) for word in item.words()}
        return said | {same_word(item.key): item for item in self.items}  # a key is itself, whatever another item is called


@lru_cache(maxsize=1)
def known_profiles() -> Mapping[str, Profile]:
    """The profiles the package knows, by name.

    No profile is called P2WKSS: an official list of its items and their weights was not found, and contests differ by
    province and year. A contest's own list is loaded as a rubric (`load_rubric`).

    >>> {name: len(profile.items) for name, profile in known_profiles().items()}
    {'krppa': 10, 'rbi': 15}
    """
    folder = Path(__file__).resolve().parent
    return {p.stem: _of_package(json.loads(p.read_text(encoding="utf-8"))) for p in sorted(folder.glob("*.json"))}


def _of_package(given: Mapping) -> Profile:
    items = tuple(Item(i["key"], i["number"], i["kind"], Text.of(i["label"]), i["target"]) for i in given["items"])
    label, source, note = (Text.of(given[part]) for part in ("label", "source", "note"))
    return Profile(given["name"], label, source, note, items)


def find_profile(word: str) -> Profile | None:
    """The known profile that a name in a cell means (its name or label, capitals aside), or None.

    >>> find_profile(" KRPPA ").name, find_profile("lomba 2026")
    ('krppa', None)
    """
    told = same_word(word)
    for profile in known_profiles().values():
        if told in {profile.name, same_word(profile.labels.id), same_word(profile.labels.en)}:
            return profile
    return None


def short_title(profile: Profile) -> Text:
    """The label without what it spells out in brackets: KRPPA."""
    return Text(profile.label("id").split(" (")[0], profile.label("en").split(" (")[0])
