"""The one data dictionary: `datapackage.json` in the raw folder.

Loading, checking, axis labels and the report's appendix all read it, so a unit or a label is written once.
The file is a Frictionless Data Package (Table Schema types, constraints, keys, missing values) with a few
properties of ours beside them: `label` in both languages, `unit`, `direction` (the end that is better),
`publisher`, `document`, `license_note`, `retrieved`, `transformed`, `breaks`; and, in long tables, the list
`indicators` with the range, unit and series of each.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from ..say import Text
from ..say.errors import WrongUse
from . import texts
from .package_form import read_package

FILE = "datapackage.json"
CHECKOUT = Path(__file__).resolve().parents[2] / "data" / "raw"  # beside the package, where it is not installed
PUBLISHED = Path(__file__).resolve().parents[1] / "published"  # the same tables, typed, in the package


@dataclass(frozen=True)
class Indicator:
    """One indicator of a long table: its label, unit, better end ("higher", "lower" or None) and range."""

    name: str
    labels: Text
    unit: str
    direction: str | None
    minimum: float | None
    maximum: float | None
    methods: tuple[str, ...]

    def label(self, lang: str | None = None) -> str:
        return self.labels.say(lang)


@dataclass(frozen=True)
class Dictionary:
    """The dictionary of one raw folder. `package` is the parsed `datapackage.json`."""

    folder: Path
    package: dict

    def names(self) -> tuple[str, ...]:
        """Names of the tables, in the order of the file."""
        return tuple(r["name"] for r in self.package["resources"])

    def resource(self, name: str) -> dict:
        """The description of one table; an unknown name is refused with the list of known ones."""
        for resource in self.package["resources"] if isinstance(name, str) else ():
            if resource["name"] == name:
                return resource
        raise WrongUse(texts.NO_TABLE.fill(name=name, known=self.names()))

    def path(self, name: str) -> Path:
        return self.folder / self.resource(name)["path"]

    def label(self, table: str, column: str, lang: str | None = None) -> str:
        """The column's label for people, in `lang`."""
        fields = self.resource(table)["schema"]["fields"]
        for field in fields:
            if field["name"] == column:
                return Text.of(field["label"]).say(lang)
        raise WrongUse(texts.NO_COLUMN.fill(table=table, column=column, known=[f["name"] for f in fields]))

    def publisher(self, table: str, lang: str | None = None) -> str:
        """Who published a table, in `lang`."""
        return Text.of(self.resource(table)["publisher"]).say(lang)

    def indicator(self, name: str) -> Indicator:
        """One BPS indicator of `regency_indicators`."""
        entries = self.resource("regency_indicators")["indicators"]
        for e in entries if isinstance(name, str) else ():
            if e["name"] == name:
                return Indicator(
                    name, Text.of(e["label"]), e["unit"], e["direction"], e["minimum"], e["maximum"], tuple(e["methods"])
                )
        raise WrongUse(texts.NO_INDICATOR.fill(name=name, known=[e["name"] for e in entries]))


def data_folder(folder: str | os.PathLike | None = None) -> Path:
    """The folder that holds `raw/` and `processed/`.

    `folder` where given, else the environment variable P2WKSS_DATA, else `data/` beside the package; an installed package
    has its tables inside. A folder that itself holds `datapackage.json` is taken as `raw/`.
    """
    asked = folder or os.environ.get("P2WKSS_DATA")
    home = Path(asked) if asked else CHECKOUT.parent if (CHECKOUT / FILE).exists() else PUBLISHED
    if (home / FILE).exists():
        return home.parent if home.name == "raw" else home
    if (home / "raw" / FILE).exists():
        return home
    # Only the folder's own words are shown: a default path would print where the package is installed.
    shown = f" {asked}" if asked else ""
    raise WrongUse(texts.NO_DATA_FOLDER.fill(folder=shown, file=FILE))


def raw_folder(folder: str | os.PathLike | None = None) -> Path:
    """The folder that holds `datapackage.json` and the raw tables."""
    home = data_folder(folder)
    return home if (home / FILE).exists() else home / "raw"


def read_dictionary(folder: str | os.PathLike | None = None) -> Dictionary:
    """The dictionary of a data folder (see `data_folder`). Raises DataFaults with everything wrong in its `datapackage.json`.

    >>> read_dictionary().indicator("poverty_rate").unit
    'percent of population'
    """
    raw = raw_folder(folder)
    return Dictionary(raw, read_package(raw / FILE))
