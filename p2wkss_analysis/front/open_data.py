"""The open tables: `p2.OpenData`, with every question and page."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from ..open_data.answers import PER_YEAR, OpenAnswers
from ..open_data.place.province import ProvinceAnswers
from ..open_data.place.regency import RegencyAnswers
from ..open_data.proxies.where_next import WhereNext
from ..pictures.picture import Picture
from ..reporting.stories.open.pictures import PICTURES
from ..reporting.stories.place.where_next import PICTURES as OF_WHERE_NEXT
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
    `.where_next()` (by proxies, of the place or a regency), `.need(regency)`, `.clusters(indicator, year)`, `.changes`, `.lists`
    (past sites against slum decrees), `.index_audit`, `.case` (the effect on desa sites), `.site(name, year)` (one known site),
    `.register` (how much of the programme the register of sites holds).
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

    def __repr__(self) -> str:
        return super().__repr__() if self.place is None else repr(self.place)

    def _repr_html_(self) -> str | None:
        return None if self.place is None else self.place._repr_html_()

    def load(self, name: str) -> pd.DataFrame:
        """A table by name, checked and typed (see `p2.load`)."""
        return load(name, self.folder)

    def where_next(
        self,
        regency: str | None = None,
        k: int | None = None,
        indicators: Mapping[str, str] | None = None,
        weights: Mapping[str, float] | None = None,
        draws: int = 10_000,
        seed: int = 0,
        normalise: str = "z",
        aggregate: str = "arithmetic",
    ) -> WhereNext:
        """Where next in the place, or in a regency named, by proxies and with chances; `.table()`, `.sentence(lang)`,
        `.strengths(lang)`. k : sites wanted, by default as many as in its newest known programme year.

        >>> import p2wkss_analysis as p2
        >>> p2.OpenData("Depok").where_next(draws=100).table()["name"][0]
        'Leuwinanggung'
        """
        if regency is None:
            if not isinstance(self.place, RegencyAnswers):
                raise WrongUse(texts.NAME_A_REGENCY)
            regency = self.place.code
        return super().where_next(regency, k, indicators, weights, draws, seed, normalise, aggregate)

    def picture(
        self, name: str, regency: str | None = None, k: int | None = None, lang: str | None = None, boundaries: Any = None
    ) -> Picture:
        """A picture of a choice, by name. Without `regency`, of the place by proxies (see `where_next`): chance, on a map of
        tiles or true boundaries, or firmness. With it, of k desa of a kabupaten by the village index (see `need`): firmness,
        chance or weights."""
        known = PICTURES if regency is not None else OF_WHERE_NEXT
        if name not in known:
            raise WrongUse(texts.NO_SUCH_PICTURE.fill(name=name, known=list(known)))
        spoken = lang or default_language()
        if regency is None:
            return OF_WHERE_NEXT[name](self, self.where_next(k=k), spoken, boundaries)
        return PICTURES[name](self, self.need(regency, PER_YEAR if k is None else k), spoken)

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
