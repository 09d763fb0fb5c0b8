"""The open tables: `p2.OpenData`, with every question and page."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from ..open_data.answers import PER_YEAR, OpenAnswers
from ..open_data.place.province import ProvinceAnswers
from ..open_data.place.regency import RegencyAnswers
from ..pictures.picture import Picture
from ..reporting.stories.open.pictures import PICTURES
from ..say import default_language
from ..say.errors import WrongUse
from ..tables.intake import load
from ..tables.place_names import regency_or_province
from . import texts


class OpenData(OpenAnswers):
    """What is published, and every question asked of it: each answered when first asked for, and once.

    Parameters
    ----------
    place : a kabupaten, kota or province, by name or code of either kind; by default none. Then `.place` answers for it: where it
        stands, its years, what moved its HDI, places like it, its villages; and `.report()` is on it.
    folder : a data folder (see `load`), by default the project's own tables.

    Tables: `.areas`, `.indicators`, ``.sites``, `.slum_villages`, `.slum_cities`, `.village_index`, or `.load(name)`. Answers:
    `.need(regency)`, `.clusters(indicator, year)`, `.changes`, `.lists` (past sites against slum decrees), `.index_audit`,
    `.case` (the effect on desa sites), `.site(name, year)` (one known site on one page).
    Pictures and pages: `.picture(name, regency)`, `.report(out)`, `.explorer(out)`. Not for a city's own figures: see `City`.

    >>> import p2wkss_analysis as p2
    >>> chosen = p2.OpenData().need("36.04", k=2, draws=200)
    >>> len(chosen.ranking.top(2)), chosen.year
    (2, 2024)
    >>> p2.OpenData("Kab. Sikka").place.standing.of("poverty_rate").in_province.of
    22
    """

    def __init__(self, place: str | int | None = None, folder: str | os.PathLike | None = None):
        super().__init__(folder)
        self.place: RegencyAnswers | ProvinceAnswers | None = None
        if place is not None:
            code = regency_or_province(place)
            self.place = RegencyAnswers(self, code) if len(code) > 2 else ProvinceAnswers(self, code)

    def load(self, name: str) -> pd.DataFrame:
        """A table by name, checked and typed (see `p2.load`)."""
        return load(name, self.folder)

    def picture(self, name: str, regency: str, k: int = PER_YEAR, lang: str | None = None) -> Picture:
        """A picture of the choice of k desa in a kabupaten, by name: firmness, chance or weights (see `need`)."""
        if name not in PICTURES:
            raise WrongUse(texts.NO_SUCH_PICTURE.fill(name=name, known=list(PICTURES)))
        return PICTURES[name](self, self.need(regency, k), lang or default_language())

    def report(
        self, out: str | os.PathLike = "reports", lang: str | None = None, formats: Iterable[str] = ("html",)
    ) -> list[Path]:
        """Write the open report, or that on the place (see `p2.report`)."""
        from ..reporting.write import report

        return report(out, self, lang or default_language(), formats)

    def explorer(
        self,
        out: str | os.PathLike = "penjelajah.html",
        lang: str | None = None,
        regency: str | None = None,
        boundaries: Any = None,
    ) -> Path:
        """Write the explorer page of the project's own tables, or of the province asked for (see `p2.explorer`)."""
        from ..explore.page import explorer

        province = self.place.code if regency is None and isinstance(self.place, ProvinceAnswers) else None
        return explorer(out, None, lang or default_language(), regency, boundaries, province=province)
