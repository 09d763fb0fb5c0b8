"""What was decided before looking: a dated protocol whose hash a later report prints."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from ..files.atomic import write_once
from ..files.opening import read_bytes
from ..rule import SelectionRule
from ..say import date as long_date
from ..say import pick
from ..say.errors import WrongUse
from ..say.spoken import spoken


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
    rule: dict | None
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
        day, short = long_date(dt.date.fromisoformat(self.date), lang), self.hash[:12]
        return pick(
            lang,
            id=f"Indikator ({self.outcome}) dan metode ({self.method}) ditetapkan pada {day}; hanya angka dari sesudah "
            f"tanggal itu yang pasti belum dilihat. Sidik berkas {short}.",
            en=f"The outcome ({self.outcome}) and the method ({self.method}) were fixed on {day}; only figures from "
            f"after that day are sure not to have been seen. Fingerprint of the file {short}.",
        )

    def save(self, path) -> Path:
        """Write the text to `path`; an existing protocol is never overwritten."""
        return write_once(path, self.text().encode("utf-8"))


def protocol(panel, rule=None, method: str = "history_adjusted", date: dt.date | None = None) -> Protocol:
    """The protocol of a panel's outcome and sites, as of `date` (today by default).

    >>> from p2wkss_analysis.simulate import simulate_panel
    >>> from p2wkss_analysis.impact.panel.panel import Panel
    >>> made = Panel.from_table(simulate_panel(seed=1).table(), outcome="outcome", better="higher")
    >>> len(protocol(made, SelectionRule(), date=dt.date(2026, 1, 5)).hash)
    64
    """
    from .methods.registry import METHODS

    if method not in METHODS:
        raise WrongUse(id=f"Metode {method!r} tidak dikenal.", en=f"Method {method!r} is not known.")
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


def read_protocol(path) -> Protocol:
    """A protocol as saved. Its hash is computed from what the file says now. Raises WrongUse for any other file."""
    path = Path(path)
    try:
        found = json.loads(read_bytes(path).decode("utf-8"))
        return Protocol(**(found | {"sites": tuple((str(unit), int(start)) for unit, start in found["sites"])}))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        if isinstance(error, WrongUse):
            raise
        raise WrongUse(
            id=f"{path.name} tidak dapat dibaca sebagai protokol. Buat dengan p2wkss plan --protocol.",
            en=f"{path.name} cannot be read as a protocol. Make one with p2wkss plan --protocol.",
        ) from None


def departures(fixed: Protocol, done: Protocol, lang: str | None = None) -> list[str]:
    """What an evaluation did otherwise than its protocol said, one sentence a point; empty where it kept to it.

    `done`: `protocol(panel, rule, method)` of the evaluation itself. The date is not compared.
    """
    words = {
        "outcome": ("indikator", "outcome"),
        "better": ("arah yang lebih baik", "better end"),
        "method": ("metode", "method"),
        "rule": ("aturan pemilihan", "selection rule"),
        "sites": ("lokasi", "sites"),
        "scale": ("skala", "scale"),
    }
    found = []
    for name, (indonesian, english) in words.items():
        before, after = getattr(fixed, name), getattr(done, name)
        if name == "sites":
            before, after = sorted(before), sorted(after)
        if before != after and (name, before) != ("scale", None):
            found.append(
                pick(
                    lang,
                    id=f"Menyimpang dari protokol: {indonesian} semula {_short(before)}, kini {_short(after)}.",
                    en=f"Departs from the protocol: the {english} was {_short(before)}, now {_short(after)}.",
                )
            )
    return found


def _short(value) -> str:
    text = ", ".join(f"{unit} ({start})" for unit, start in value) if isinstance(value, list) else str(value)
    return text if len(text) <= 120 else text[:117] + "..."
