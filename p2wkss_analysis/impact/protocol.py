"""What was decided before looking: a dated protocol whose hash a later report prints."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..files.atomic import write_once
from ..files.opening import read_bytes
from ..rule import Lots, SelectionRule
from ..say.errors import WrongUse
from ..say.spoken import spoken
from .panel.panel import Panel
from .texts import evaluation as texts


@dataclass(frozen=True)
class Protocol:
    """One outcome, one method, the rule and the sites, named on a day.

    date ISO; outcome; better; method; rule: fields of the SelectionRule, or None; sites: (area_code, start) pairs; scale:
    the scale places are compared on, None in protocols from before it was recorded.
    """

    date: str
    outcome: str
    better: str
    method: str
    rule: dict[str, Any] | None
    sites: tuple[tuple[str, int], ...]
    scale: str | None = None

    def text(self) -> str:
        """The protocol as JSON with sorted keys, the same to the last character whenever written."""
        fields = {name: value for name, value in asdict(self).items() if (name, value) != ("scale", None)}
        return json.dumps(fields, ensure_ascii=False, indent=2, sort_keys=True) + "\n"

    @property
    def hash(self) -> str:
        """SHA-256 of `text`, 64 hexadecimal digits."""
        return hashlib.sha256(self.text().encode()).hexdigest()

    @spoken
    def sentence(self, lang: str | None = None) -> str:
        """When it was fixed and under which hash."""
        day = dt.date.fromisoformat(self.date)
        return texts.FIXED_ON.say(lang, outcome=self.outcome, method=self.method, day=day, hash=self.hash[:12])

    def save(self, path: str | Path) -> Path:
        """Write the text to `path`; an existing protocol is never overwritten."""
        return write_once(path, self.text().encode("utf-8"))


def protocol(
    panel: Panel, rule: SelectionRule | Lots | None = None, method: str = "history_adjusted", date: dt.date | None = None
) -> Protocol:
    """The protocol of a panel's outcome and sites, as of `date` (today by default).

    >>> from p2wkss_analysis.simulate import simulate_panel
    >>> made = Panel.from_table(simulate_panel(seed=1).table(), outcome="outcome", better="higher")
    >>> len(protocol(made, SelectionRule(), date=dt.date(2026, 1, 5)).hash)
    64
    """
    from .methods.registry import METHODS

    if method not in METHODS:
        raise WrongUse(texts.METHOD_UNKNOWN.fill(method=method, known=METHODS))
    day = dt.date.today() if date is None else date
    rows = panel.sites()
    sites = tuple((str(u), int(s)) for u, s in zip(rows["unit"], rows["start"], strict=True))
    return Protocol(
        day.isoformat(),
        panel.outcome,
        panel.better,
        method,
        asdict(rule) if isinstance(rule, SelectionRule) else None,
        sites,
        panel.scale.name,
    )


def read_protocol(path: str | Path) -> Protocol:
    """A protocol as saved. Its hash is computed from what the file says now. Raises WrongUse for any other file."""
    path = Path(path)
    try:
        found = json.loads(read_bytes(path).decode("utf-8"))
        read = Protocol(**(found | {"sites": tuple((str(unit), int(start)) for unit, start in found["sites"])}))
        dt.date.fromisoformat(read.date)
        words = (read.outcome, read.better, read.method, *([] if read.scale is None else [read.scale]))
        if not all(isinstance(word, str) for word in words) or not isinstance(read.rule, dict | None):
            raise TypeError
        read.text().encode()  # half a sign, as "\\ud800" gives one, has no hash
        return read
    except (OSError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        if isinstance(error, WrongUse):
            raise
        raise WrongUse(texts.NO_PROTOCOL.fill(name=path.name)) from None


def departures(fixed: Protocol, done: Protocol, lang: str | None = None) -> list[str]:
    """What an evaluation did otherwise than its protocol said, one sentence a point; empty where it kept to it.

    `done`: `protocol(panel, rule, method)` of the evaluation itself. The date is not compared.
    """
    found = []
    for name, what in texts.PARTS_OF_PROTOCOL.items():
        before, after = getattr(fixed, name), getattr(done, name)
        if name == "sites":
            before, after = sorted(before), sorted(after)
        if before != after and (name, before) != ("scale", None):
            found.append(texts.DEPARTS.say(lang, what=what, before=_short(before), after=_short(after)))
    return found


def _short(value: object) -> str:
    text = ", ".join(f"{unit} ({start})" for unit, start in value) if isinstance(value, list) else str(value)
    return text if len(text) <= 120 else text[:117] + "..."
