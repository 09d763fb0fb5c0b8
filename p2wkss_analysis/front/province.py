"""Many cities' workbooks together: `p2.Province`."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

import pandas as pd

from ..display import Shown
from ..files.atomic import write_atomically
from ..province.collect import Collection, collect
from ..province.evidence import EnoughSites, enough_sites
from ..say import default_language


class Province(Shown):
    """The workbooks of many cities: one registry of sites, one panel of villages, every contradiction listed.

    Parameters
    ----------
    folder : the folder with the .xlsx files (see `collect`, whose rules hold and whose errors are raised).
    lang : language of reasons and remedies; of P2WKSS_LANG where left out.

    `.sites`, `.panel`, `.files`, `.disagreements`, `.faults` are tables; `.enough_sites()` says how many sites an answer would
    need; `.write(out)` puts all of it into one Excel file. Not for one city's questions: see `City`.

    >>> import tempfile
    >>> import p2wkss_analysis as p2
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = p2.write_template(folder / "cilegon.xlsx", "36.72")
    >>> p2.Province(folder, "en").files["status"].tolist()
    ['read']
    """

    def __init__(self, folder: str | os.PathLike, lang: str | None = None):
        self.lang = lang or default_language()
        self.collection: Collection = collect(folder, self.lang)

    @property
    def sites(self) -> pd.DataFrame:
        """The registry, one row a site and year."""
        return self.collection.sites

    @property
    def panel(self) -> pd.DataFrame:
        """One row a village and year."""
        return self.collection.panel

    @property
    def files(self) -> pd.DataFrame:
        """One row a file: read, refused, copy or set aside, and why."""
        return self.collection.files

    @property
    def disagreements(self) -> pd.DataFrame:
        """One row a contradiction or note."""
        return self.collection.disagreements

    @property
    def faults(self) -> pd.DataFrame:
        """Every bad cell of every workbook."""
        return self.collection.faults

    @property
    def ok(self) -> bool:
        """Whether no workbook has faults or is refused, and nothing contradicts."""
        return self.collection.ok

    @property
    def synthetic(self) -> bool:
        """Whether the workbooks say that their values are made up."""
        return self.collection.synthetic

    @cached_property
    def _needed(self) -> EnoughSites:
        return enough_sites(self.collection)

    def enough_sites(self, effects: Mapping[str, Sequence[float]] | None = None) -> EnoughSites:
        """How many confirmed sites the workbooks hold, and how many an answer would need (see `p2.enough_sites`)."""
        return self._needed if effects is None else enough_sites(self.collection, effects)

    def tables(self, lang: str | None = None) -> dict[str, pd.DataFrame]:
        """Name to table, as `.write` and `p2wkss collect` give them."""
        return {
            "sites": self.sites,
            "panel": self.panel,
            "files": self.files,
            "disagreements": self.disagreements,
            "faults": self.faults,
            "needed": self.enough_sites().table(lang or self.lang),
        }

    def write(self, out: str | os.PathLike, lang: str | None = None) -> Path:
        """All tables as one Excel file; returns its path."""
        from ..reporting.formats.excel.registry import registry_workbook

        lang = lang or self.lang
        sentences = (self.sentence(lang), self.enough_sites().sentence(lang))
        return write_atomically(out, registry_workbook(self.tables(lang), sentences, lang, self.synthetic))

    def table(self) -> pd.DataFrame:
        """The registry of sites."""
        return self.sites

    def _frame_shown(self, lang: str) -> pd.DataFrame:
        return self.collection._frame_shown(lang)

    def _labels_shown(self, lang: str) -> Mapping[str, str]:
        return self.collection._labels_shown(lang)

    def sentence(self, lang: str | None = None) -> str:
        """How many files, sites and village-years there are, what contradicts, and which cities sent nothing."""
        return self.collection.sentence(lang or self.lang)
