"""One city's workbook: `p2.City`, with every question, picture and page."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from ..city.answers import CityAnswers, answered
from ..city.candidates import record_draw
from ..city.choice.decision import Decision, by_lot, by_ranking, village_codes
from ..display import ask
from ..forms.form import Form, write_form
from ..pictures.picture import Picture
from ..reporting.stories.city.pictures import PICTURES
from ..say import Text
from ..say.errors import WrongUse
from ..tables.years.joined import DIFFERENCES, Joined
from ..tables.years.next_year import NextYear, next_year
from ..targeting.draw import Draw
from ..targeting.households.beneficiaries import Selection
from ..targeting.households.near_cut import NearCutDraw, draw_near_cut, measured_noise
from . import texts


class City(CityAnswers):
    """A city's workbook, read and checked once; every question is a method, answered once and remembered.

    Parameters
    ----------
    workbook : the .xlsx a city filled in (see `write_template`), one already checked (`check`), or a list of several years: the
        latest is used where they differ, and `.differences` lists each such cell.
    key : key file for the column no_kk (see `check`); lang : language of faults; as_of : the day on which what was due is judged,
        today by default; rubrics : files of contest rubrics that score the sheet scores; boundaries : a file or GeoDataFrame of
        true boundaries, instead of the one that the settings name.

    Questions: `.need()`, `.need_within(village, level)` (its RW or RT), `.need_within_proposed()`, `.sites()`,
    `.site(name, year)`, `.assisted()`, `.select_households(n, score)`, `.delivery()`, `.before_after()`,
    `.households()`, `.effect()`, `.scorecards()`, `.plan()`.
    Pictures and pages: `.map()`, `.picture(name)`, `.report(out)`, `.explorer(out)`, `.papers(out)`. What the settings decide
    (number of sites, weights, main outcome, boundaries, programme name) holds in all of them. The form for phones and the
    workbook of the next year: `.form(out, wave)`, `.next_year(out)`. A draw among the households near the cut, kept for the
    evaluation: `.draw_near_cut(selection, places)`, `.record_draw(draw, out)`.

    A question that the workbook cannot answer gives a refusal: it is falsy, says what to fill in, and refuses whatever is asked
    of it. A workbook with faults answers nothing; `.faults` lists them. Shown in a notebook, a city is the table of what it can
    answer. Not for many cities together (`collect`), nor for tables that are no workbook (`need_index`, `evaluate`).

    >>> import tempfile
    >>> import p2wkss_analysis as p2
    >>> city = p2.City(p2.write_template(Path(tempfile.mkdtemp()) / "depok.xlsx", "32.76"))
    >>> bool(city.need()), city.need().sentence("en")[:33]
    (False, 'The sheet Villages holds no figur')
    """

    @property
    def differences(self) -> pd.DataFrame:
        """What several workbooks of this city say differently, one cell a row, with the old and the new value."""
        return self.checked.differences if isinstance(self.checked, Joined) else pd.DataFrame(columns=DIFFERENCES)

    def map(self, lang: str | None = None) -> Picture:
        """The need of every village and the sites on a map; a refusal where nothing can be ranked."""
        return self.picture("need", lang)

    def picture(self, name: str, lang: str | None = None) -> Picture:
        """A picture by name: need, firmness, within, delivery, ledger or years; a refusal where its question has no answer."""
        if name not in PICTURES:
            raise WrongUse(texts.NO_SUCH_PICTURE.fill(name=name, known=list(PICTURES)))
        if not self.checked.ok:
            return self.need()  # a refusal: the faults come first
        return ask(PICTURES[name], self, lang)

    def report(
        self,
        out: str | os.PathLike = "reports",
        lang: str | None = None,
        formats: Iterable[str] = ("html",),
        photos: str | os.PathLike | None = None,
    ) -> list[Path]:
        """Write the city's report (see `p2.report`); raises DataFaults where the workbook has faults. photos: a folder of
        photos named by RT, RW and phase, such as `RT03-RW05_sebelum.jpg`."""
        from ..reporting.write import report

        return report(out, self, lang, formats, photos=photos)

    def papers(
        self,
        out: str | os.PathLike,
        lang: str | None = None,
        template: str | os.PathLike | None = None,
        photos: str | os.PathLike | None = None,
    ) -> list[Path]:
        """Write all papers of a meeting into the folder `out`: brief, slides, matrix by agency, draft decrees, forms of minutes,
        profiles of the last sites, and the report. Same figures in all; what is not known is a blank such as [number].
        template: a folder with your own `surat.docx` (a paragraph {{body}} says where the text belongs), `sk.docx` or
        `paparan.pptx`. photos: as for `report`. The file whose name begins with "internal" lists households by id and is not
        for publication."""
        from ..papers.write import papers

        return papers(self, out, lang, template, photos)

    def form(
        self,
        out: str | os.PathLike,
        wave: str | None = None,
        sheet: str = "households",
        lang: str | None = None,
        profile: str | os.PathLike | None = None,
    ) -> Form:
        """Write the form by which a sheet is filled in on phones (see `p2.write_form`)."""
        return write_form(out, self.checked, sheet, wave, lang, profile=profile)

    def draw_near_cut(
        self,
        selection: Selection,
        places: int | None = None,
        width: float | None = None,
        within: str | None = None,
        seed: int | None = None,
        seed_source: str = "",
    ) -> NearCutDraw:
        """A public draw among the households near the cut of `.select_households(...)` (see `p2.draw_near_cut`); by default as
        wide as the noise of the score, where the workbook holds two visits of households without assistance."""
        selection, noise = answered(selection), None
        homes, score = self.tables["households"], selection.request.score
        if places is None and width is None and score in homes:
            noise = measured_noise(homes, score)
        width = noise if noise is not None and noise == noise else width
        return draw_near_cut(selection, places, width, within, seed, seed_source)

    def record_draw(self, draw: NearCutDraw, out: str | os.PathLike, lang: str | None = None) -> Path:
        """Write a copy of the workbook that keeps this draw for the form and the evaluation (see `city/candidates.py`)."""
        return record_draw(self.checked, draw, out, lang)

    def explorer(self, out: str | os.PathLike = "penjelajah.html", lang: str | None = None, boundaries: Any = None) -> Path:
        """Write the explorer page (see `p2.explorer`)."""
        from ..explore.page import explorer

        return explorer(out, self, lang, boundaries=boundaries)

    def next_year(
        self,
        out: str | os.PathLike,
        year: int | None = None,
        lang: str | None = None,
        chosen: str | Iterable[str] | Draw | None = None,
    ) -> NextYear:
        """Write the workbook of the next year into the file `out`: every line as it stands, and empty lines for the figures,
        surveys and visits of that year (see `tables/years/next_year.py`). chosen: the villages decided on for that year, by code
        or name, or the draw (`p2.draw_lots`) that decided; how they were chosen and out of which candidates is then recorded,
        for the evaluation in later years. Raises DataFaults where the workbook has faults."""
        if chosen is None:
            return next_year(self.checked, out, year, lang)

        def record(prepared: int, tables: Mapping[str, pd.DataFrame]) -> tuple[dict[str, pd.DataFrame], Text]:
            decision = by_lot(chosen, prepared) if isinstance(chosen, Draw) else self._ranked(chosen)
            return decision.written(prepared, tables, self.names)

        return next_year(self.checked, out, year, lang, record)

    def _ranked(self, chosen: str | Iterable[str]) -> Decision:
        codes = village_codes([chosen] if isinstance(chosen, str) else chosen, self.regency)
        return by_ranking(answered(self.need()), codes, self.names)
